//! The words of rows that are no record, and rows that are one cell (settled 162).

use crate::input::days::is_day;

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
/// The most digits of the number of people in a sum; an ID has more.
pub(crate) const MOST_DIGITS: usize = 4;
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

/// Returns whether the last and the first name in a row are words for a position that nobody holds, or for everybody.
/// `Vacant, Jim` and `Vacant` with a first name are persons.
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

/// The characters that part the cells of a row, where a file has others.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];
/// The least parts of a whole row in one cell: a name and a badge are three.
const LEAST_PARTS: usize = 4;

/// Returns whether a text is a row of its own: many parts between delimiters, of which one is a day or an ID.
pub(crate) fn holds_row(text: &str) -> bool {
    is_parted(text, LEAST_PARTS)
}

/// Returns whether the only text of a row is a record in one cell: parted by delimiters that the file does not have, in
/// quotation marks as a whole, or an ID in front of other words.
pub(crate) fn is_row_in_a_cell(text: &str) -> bool {
    let begins_with_id = || {
        let mut words = text.split_whitespace();
        let first = words.next().unwrap_or_default().trim_end_matches([':', ',', ';', '.', '-']);
        is_number_of_a_person(first) && words.any(|word| word.contains(char::is_alphabetic))
    };
    !begins_with(text, &FOOTERS) && !begins_with(text, &LABELS) && (is_parted(text, 3) || begins_with_id())
}

fn is_parted(text: &str, least: usize) -> bool {
    DELIMITERS.into_iter().filter(|delimiter| text.contains(*delimiter)).any(|delimiter| {
        let parts = text.split(['\n', '\r', delimiter]).map(|part| part.trim().trim_matches('"'));
        let filled: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        filled.len() >= least && filled.iter().any(|part| is_number_of_a_person(part) || is_day(part))
    })
}

/// Returns whether a text is a number as long as the IDs of persons.
fn is_number_of_a_person(text: &str) -> bool {
    text.len() > MOST_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit())
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
    fn a_row_in_one_cell_is_told_from_a_label() {
        for (text, expected) in [
            ("0012712\tRoe\tAnn\t2020-01-05", true),
            ("0012712;Roe;Ann", true),
            ("0012712,Roe,Ann,1979-04-02", true),
            ("Roe; Ann; 4/2/1979", true),
            ("0012713 Poe Ed", true),
            ("0012714: Poe", true),
            ("Patrol, Investigations, Court", false),
            ("Total Officers: 2", false),
            ("Printed 11/20/2026 08:14 AM", false),
            ("As of 11/20/2026, Fernhill, sworn", false),
            ("Patrol 2026", false),
            ("1234 Main", false),
            ("0012713", false),
            ("", false),
        ] {
            assert_eq!(is_row_in_a_cell(text), expected, "{text:?}");
        }
        assert!(holds_row("Doe,Jane,1980-01-02,x\n0012712,Roe"));
        assert!(!holds_row("Doe, Jane, 0012345") && !holds_row("0012345"));
    }

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
