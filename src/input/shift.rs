//! Rows whose cells do not stand in their own columns (settled 187 and 244): a filled cell too many, a name in a
//! private column, or in another column what cannot belong there.

use crate::input::column::{ColumnSpec, Role, is_blank};
use crate::input::days::is_day;
use crate::input::header::Header;
use crate::input::kind::Kind;
use crate::input::labels::holds_row;
use crate::input::rows::{Row, RowFault, Rows, Shift};
use crate::words::personal::{is_address, is_grouped_ssn, looks_personal};

/// Tells rows whose cells have moved to other columns.
#[derive(Debug, Default)]
pub(crate) struct ShiftTest {
    /// The cells that may have, beside columns without a heading.
    width: usize,
    /// The columns in which a cell shows it.
    guarded: Vec<(usize, Guard)>,
}

/// What a cell of a column cannot hold, unless the row is shifted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Guard {
    /// A private day.
    PrivateDay,
    /// An address, or another private text.
    PrivateText,
    /// A name.
    Name,
    /// An ID of a person.
    Id,
    /// Any other text.
    Text,
}

impl ShiftTest {
    /// Returns the test for the rows of a file.
    pub(crate) fn new(header: &Header, kind: &Kind) -> Self {
        let of_column = |spec: &ColumnSpec| match spec.role {
            _ if spec.private && spec.is_day => Some(Guard::PrivateDay),
            _ if spec.private => Some(Guard::PrivateText),
            Role::LastName | Role::GivenName => Some(Guard::Name),
            Role::Id => Some(Guard::Id),
            Role::BirthDate | Role::Plain => spec.is_text().then_some(Guard::Text),
        };
        let guard = |at: usize| header.column_at(at).and_then(|column| kind.specs.get(column)).and_then(of_column);
        let guarded = (0..header.width).filter_map(|at| Some((at, guard(at)?))).collect();
        Self { width: header.width + header.beyond, guarded }
    }

    /// Marks the rows of a batch that are shifted.
    pub(crate) fn mark(&self, header: &Header, rows: &mut Rows) {
        let shifted = rows.iter().enumerate().filter_map(|(at, row)| Some((at, self.of(&row, header)?)));
        let shifted: Vec<(usize, Shift)> = shifted.collect();
        rows.shift(&shifted);
    }

    /// Returns the sign by which a row is known to be shifted.
    fn of(&self, row: &Row, header: &Header) -> Option<Shift> {
        // The width of a row without a fault has been looked at.
        if !row.faults.is_empty() {
            let has_surplus =
                row.filled().any(|(at, text)| at >= self.width && text.is_some_and(|text| !text.is_empty()));
            let is_ragged =
                |fault: &RowFault| matches!(fault, RowFault::Ragged { .. } | RowFault::UnclosedQuote { .. });
            if has_surplus && row.faults.iter().any(is_ragged) {
                return Some(Shift::Surplus { cells: row.len(), expected: header.width });
            }
        }
        self.guarded.iter().find_map(|(at, guard)| {
            let holds = guard.misplaced(row.cell(*at)?)?;
            Some(Shift::Misplaced { cell: *at, holds })
        })
    }
}

impl Guard {
    /// Returns what a cell holds that does not belong in a column of this kind.
    fn misplaced(self, text: &str) -> Option<&'static str> {
        let has = |signs: fn(&u8) -> bool| text.as_bytes().iter().any(signs);
        match self {
            Self::PrivateDay => {
                // Most are days, and reading one is quick.
                if is_day(text) {
                    return None;
                }
                named(holds_name(text), "a name").or_else(|| named(looks_personal(text), NO_DAY))
            }
            Self::PrivateText => {
                if text.contains('@') {
                    return None;
                }
                named(holds_name(text), "a name")
                    .or_else(|| named(looks_like_day(text), "a day"))
                    .or_else(|| named(looks_personal(text), "a number"))
            }
            // The usual name has neither digit nor `@`, and the usual agency.
            Self::Name if !has(|byte| byte.is_ascii_digit() || *byte == b'@') => None,
            Self::Name if holds_row(text) => Some(WHOLE_ROW),
            Self::Name => {
                named(looks_like_day(text), "a day").or_else(|| named(looks_personal(text), "a number or an address"))
            }
            // Digits in groups are no ID, and a fault of the cell (settled 189).
            Self::Id if holds_row(text) => Some(WHOLE_ROW),
            Self::Id => named(is_address(text), "an address").or_else(|| named(looks_like_day(text), "a day")),
            Self::Text if !has(|byte| byte.is_ascii_digit() || *byte == b'@') => None,
            Self::Text => {
                named(is_address(text), "an address").or_else(|| named(is_grouped_ssn(text), "a number of a person"))
            }
        }
    }
}

/// What a cell holds that swallowed its neighbors: a quotation mark or another delimiter.
const WHOLE_ROW: &str = "a whole row";
/// What a column of private days holds, when it is no day.
const NO_DAY: &str = "a number or an address that is no day";

fn named(holds: bool, what: &'static str) -> Option<&'static str> {
    holds.then_some(what)
}

/// Returns whether a cell is a day with something between its numbers: eight digits may be an ID.
fn looks_like_day(text: &str) -> bool {
    text.len() >= 8 && text.bytes().any(|byte| !byte.is_ascii_digit()) && is_day(text)
}

/// The words, in small letters and without other signs, that are written where a private cell is left out; of a text
/// with one of them it is not said that it is a name (settled 161, 167 and 244).
const NO_NAMES: [&str; 31] = [
    "tbd",
    "tba",
    "pending",
    "redacted",
    "withheld",
    "confidential",
    "private",
    "sealed",
    "exempt",
    "masked",
    "null",
    "none",
    "na",
    "unknown",
    "unk",
    "not",
    "no",
    "yes",
    "on",
    "file",
    "email",
    "mail",
    "address",
    "date",
    "dob",
    "same",
    "see",
    "available",
    "provided",
    "omitted",
    "blank",
];

/// Returns whether a cell holds a name: letters, blanks, hyphens, apostrophes and points behind a word, and none of the
/// words that stand for what is left out.
pub(crate) fn holds_name(text: &str) -> bool {
    let is_of_name =
        |letter: char| letter.is_alphabetic() || letter.is_whitespace() || "-'\u{2019}\u{2bb}.,".contains(letter);
    if is_blank(text) || !text.chars().all(is_of_name) || !text.contains(char::is_alphabetic) {
        return false;
    }
    let mut words = text.split(|letter: char| letter.is_whitespace() || letter == '-').filter(|word| !word.is_empty());
    words.all(|word| {
        let bare = word.trim_end_matches(['.', ',']);
        let small = bare.to_lowercase();
        let is_masked = !small.is_empty() && small.chars().all(|letter| letter == 'x');
        !bare.contains(['.', ',']) && !is_masked && !NO_NAMES.contains(&small.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::csv::rows_of_text;
    use crate::model::officer::{Column, ROSTER};

    #[test]
    fn a_private_cell_holds_a_name_by_its_letters() {
        // Settled 244.
        for text in ["Jane", "Mary Ann", "O'Brien", "Smith-Jones", "N\u{fa}\u{f1}ez", "Jane A.", "Doe Jr.", "foo", "FT"]
        {
            assert!(holds_name(text), "{text}");
        }
        for text in [
            "TBD",
            "pending",
            "REDACTED",
            "withheld",
            "Confidential",
            "private",
            "sealed",
            "exempt",
            "masked",
            "NULL",
            "none",
            "n/a",
            "#N/A",
            "(null)",
            "unknown",
            "-",
            "no email",
            "on file",
            "xx-xx-xxxx",
            "N.A.",
            "1/5/1980",
            "19770709",
            "jane at example.org",
            "hidden.person",
            "--",
            "Date withheld",
        ] {
            assert!(!holds_name(text), "{text}");
        }
    }

    #[test]
    fn each_column_is_guarded_against_what_belongs_elsewhere() {
        for (guard, text, is_misplaced) in [
            (Guard::PrivateDay, "1977-13-45", false),
            (Guard::PrivateDay, "19770709", false),
            (Guard::PrivateDay, "Jane", true),
            (Guard::PrivateDay, "123-45-6789", true),
            (Guard::PrivateDay, "jane@private.example", true),
            (Guard::PrivateText, "jane@private.example", false),
            (Guard::PrivateText, "a@b@c", false),
            (Guard::PrivateText, "Fernhill PD", true),
            (Guard::PrivateText, "1977-07-09", true),
            (Guard::PrivateText, "123-45-6789", true),
            (Guard::PrivateText, "jane at example.org", false),
            (Guard::Name, "Orr (104183)", false),
            (Guard::Name, "Orr 3rd", false),
            (Guard::Name, "1977-07-09", true),
            (Guard::Name, "7/9/1977", true),
            (Guard::Name, "123-45-6789", true),
            (Guard::Name, "jane@private.example", true),
            (Guard::Id, "20200105", false),
            (Guard::Id, "12-345", false),
            (Guard::Id, "123-45-6789", false),
            (Guard::Id, "1977-07-09", true),
            (Guard::Id, "jane@private.example", true),
            (Guard::Text, "2026-01-05", false),
            (Guard::Text, "call chief@town.example", false),
            (Guard::Text, "202600123", false),
            (Guard::Text, "jane@private.example", true),
            (Guard::Text, "123-45-6789", true),
        ] {
            assert_eq!(guard.misplaced(text).is_some(), is_misplaced, "{guard:?} {text}");
        }
    }

    #[test]
    fn a_shifted_row_has_no_cells_and_one_fault() {
        let header = Header::new(["ptb_id", "last_name", "birth_date"], Column::SPECS).unwrap();
        let test = ShiftTest::new(&header, &ROSTER);
        let mut rows = rows_of_text("1,Doe,1980-01-02\n2,Doe,Jane\n3,Doe\n4,Doe,withheld\n");
        test.mark(&header, &mut rows);
        let shifted: Vec<bool> = rows.iter().map(|row| row.is_shifted()).collect();
        assert_eq!(shifted, [false, true, false, false]);
        let row = rows.iter().nth(1).unwrap();
        assert_eq!(row.faults, [RowFault::Shifted(Shift::Misplaced { cell: 2, holds: "a name" })]);
        assert_eq!((row.cell(0), row.len(), row.filled().count(), row.recorded(2)), (None, 0, 0, Some("Jane")));
        assert_eq!(rows.iter().nth(2).unwrap().cell(1), Some("Doe"), "faults stay with their rows");
    }
}
