//! "Did you mean": the known name that is most like a mistyped one.

use crate::values::fold::fold;

/// The least likeness of two folded names for a suggestion, from 0 (nothing in common) to 1 (the same).
const LEAST_LIKENESS: f64 = 0.7;

/// The longest name, in bytes, for which a suggestion is sought. No known name is longer, and the comparison is
/// quadratic.
const LONGEST_NAME: usize = 64;

/// Returns the known name most like `name`, or `None` when none is near enough.
///
/// Names are compared without regard to case, spaces, hyphens and underscores. A missing, added or wrong letter
/// counts as one mistake, and so do two letters that changed places.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    let folded = fold(name);
    let likeness = |other: &str| strsim::normalized_damerau_levenshtein(&folded, &fold(other));
    let all = known.into_iter().map(|other| (likeness(other), other));
    let (best, nearest) = all.max_by(|one, other| one.0.total_cmp(&other.0))?;
    (best >= LEAST_LIKENESS).then_some(nearest)
}

/// Counts the mistakes between two folded names: a missing, added or wrong letter, or two that changed places.
pub fn mistakes(one: &str, other: &str) -> usize {
    strsim::damerau_levenshtein(one, other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mistake_in_a_name_is_forgiven() {
        for (typed, meant) in [
            ("Cok", "Cook"),
            ("Sangamo", "Sangamon"),
            ("nmae", "name"),
            ("shedule", "schedule"),
            ("warn_dys", "warn_days"),
            ("portall", "portal"),
            ("hire dat", "hire_date"),
            ("PART-TIME-UNIFROM", "part-time-uniform"),
            ("basic-trainin-deadline", "basic-training-deadline"),
        ] {
            assert_eq!(nearest(typed, ["portals and more", meant, "x"]), Some(meant), "{typed}");
        }
    }

    #[test]
    fn the_threshold_is_three_mistakes_in_ten_letters() {
        assert_eq!(nearest("abcdefgxyz", ["abcdefghij"]), Some("abcdefghij"));
        assert_eq!(nearest("abcdefwxyz", ["abcdefghij"]), None);
    }

    #[test]
    fn the_nearest_of_two_near_names_is_suggested() {
        assert_eq!(nearest("lodgin", ["lodging_rates", "lodging", "login"]), Some("lodging"));
    }

    #[test]
    fn nothing_is_suggested_for_a_strange_or_endless_name() {
        assert_eq!(nearest("shift", ["agency", "hire_date"]), None);
        assert_eq!(nearest("", ["agency"]), None);
        assert_eq!(nearest("agency", []), None);
        assert_eq!(nearest(&"a".repeat(65), [&*"a".repeat(65)]), None);
    }
}
