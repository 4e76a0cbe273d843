//! The words of rows that are no record (settled 162).

/// The first words of rows that sum up or close a page; each is a word of its own, so that `Counts` is a name.
pub(crate) const FOOTERS: [&str; 12] = [
    "total",
    "totals",
    "subtotal",
    "subtotals",
    "sub-total",
    "grand total",
    "count",
    "page",
    "printed",
    "source",
    "note",
    "end of",
];
/// More such words, which are looked for in the column of the ID only: people may be called so.
pub(crate) const LABELS: [&str; 24] = [
    "approved",
    "as of",
    "average",
    "avg",
    "compiled",
    "created",
    "date",
    "export",
    "exported",
    "generated",
    "grand totals",
    "legend",
    "notes",
    "number of",
    "prepared",
    "print",
    "record count",
    "records",
    "report",
    "reviewed",
    "run",
    "sources",
    "sum",
    "updated",
];
/// Words that count people by their result, below the name column of a sheet.
pub(crate) const RESULTS: [&str; 15] = [
    "absent",
    "attended",
    "completed",
    "fail",
    "failed",
    "incomplete",
    "not qualified",
    "number passed",
    "number tested",
    "pass",
    "passed",
    "present",
    "qualified",
    "tested",
    "total passed",
];
/// The last words of a label in front of a sum.
pub(crate) const SUMS: [&str; 5] = ["count", "subtotal", "sub-total", "total", "totals"];
/// Words that say below a header what its columns hold, in small letters.
pub(crate) const TYPES: [&str; 12] = [
    "char", "date", "datetime", "int", "integer", "number", "numeric", "optional", "required", "string", "text",
    "varchar",
];
/// Words in place of the name of somebody who has yet to be hired, or of all of them together, in small letters.
const VACANCIES: [&str; 20] = [
    "average",
    "averages",
    "avg",
    "class average",
    "department average",
    "group average",
    "mean",
    "median",
    "open",
    "open position",
    "position open",
    "position vacant",
    "tba",
    "tbd",
    "tbh",
    "to be filled",
    "to be hired",
    "unfilled",
    "unfilled position",
    "vacant position",
];
/// Words in place of such a name behind which a number or a unit may stand, such as `VACANT - Patrol 3`.
const VACANT: [&str; 2] = ["vacancy", "vacant"];

/// Returns whether the last and the first name in a row are words for a position that nobody holds, or for everybody. `Vacant, Jim` and
/// `Vacant` with a first name are persons.
pub(crate) fn names_nobody(last: Option<&str>, first: Option<&str>) -> bool {
    let is_vacancy = |text: &str| is_one_of(text, &VACANCIES) || is_one_of(text, &VACANT);
    let is_vacant = |text: &str| begins_with(text, &VACANT) && !text.contains(',');
    match (last, first) {
        (Some(last), None) => is_vacancy(last) || is_vacant(last),
        (Some(last), Some(first)) => {
            is_one_of(last, &VACANT) && (is_vacancy(first) || is_one_of(first, &["position"]))
                || is_one_of(last, &["position"]) && is_vacancy(first)
        }
        (None, Some(first)) => is_vacancy(first),
        (None, None) => false,
    }
}

/// Returns whether a text is one of these words, but for the marks behind it.
pub(crate) fn is_one_of(text: &str, words: &[&str]) -> bool {
    let text = text.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Returns whether a text begins with one of these words.
pub(crate) fn begins_with(text: &str, words: &[&str]) -> bool {
    let text = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    words.iter().any(|words| {
        let (begins, rest) = text.split_at_checked(words.len()).unwrap_or_default();
        begins.eq_ignore_ascii_case(words) && !rest.starts_with(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vacancy_is_told_from_a_person() {
        for (last, first, expected) in [
            (Some("VACANT"), None, true),
            (Some("Vacant - Patrol 3"), None, true),
            (Some("Vacancy #2"), None, true),
            (Some("OPEN"), None, true),
            (Some("Class average"), None, true),
            (Some("Mean"), Some("Al"), false),
            (Some("To be hired"), None, true),
            (Some("Vacant"), Some("Position"), true),
            (None, Some("vacant"), true),
            (Some("Vacant"), Some("Jim"), false),
            (Some("Vacant, Jim"), None, false),
            (Some("Vacanti"), None, false),
            (Some("Openshaw"), None, false),
            (Some("Open"), Some("Ed"), false),
            (None, None, false),
        ] {
            assert_eq!(names_nobody(last, first), expected, "{last:?} {first:?}");
        }
    }

    #[test]
    fn the_words_of_a_footer_are_whole_words() {
        for (text, expected) in [
            ("Total Officers: 2", true),
            ("TOTAL", true),
            ("Subtotal - Patrol", true),
            ("*** End of Report ***", true),
            ("Page 1 of 1", true),
            ("note: sworn only", true),
            ("Pageant", false),
            ("Counts", false),
            ("Endicott", false),
            ("End", false),
            ("Tot\u{e9}", false),
            ("", false),
        ] {
            assert_eq!(begins_with(text, &FOOTERS), expected, "{text:?}");
        }
    }
}
