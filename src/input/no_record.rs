//! Rows that are no record: the header again, totals and page numbers, a lone cell, the end mark of an old export
//! (settled 162, 245 and 260).

use crate::input::cells::{Reading, read_id};
use crate::input::column::{ColumnSpec, Role};
use crate::input::days::read_day;
use crate::input::header::Header;
use crate::input::kind::Kind;
use crate::input::rows::{Row, RowFault};
use crate::values::fold::fold;
use crate::words::{shown_text, thousands};
use chrono::NaiveDate;

/// The first words of rows that sum up or close a page; each is a word of its own, so that `Counts` is a name.
const FOOTERS: [&str; 10] =
    ["total", "subtotal", "sub-total", "grand total", "count", "page", "printed", "source", "note", "end of"];
/// The known columns from which on a row with one filled cell is no record.
const WIDE: usize = 3;
/// The end mark of a file under DOS.
const END_OF_FILE: char = '\u{1a}';
/// The most rows that a note names.
const MOST_NAMED: usize = 10;

/// Returns whether the text of a cell is an ID.
type IdTest = fn(&str) -> bool;

/// Tells records from other rows of a file.
#[derive(Debug, Default)]
pub(crate) struct RecordTest {
    /// The headings of each row of the header, folded; none in JSON, where keys are repeated anyway.
    headings: Vec<Vec<String>>,
    /// The meaning of the column at each place.
    meanings: Vec<Option<Meaning>>,
    /// The columns of IDs, each with the test for one.
    ids: Vec<(usize, IdTest)>,
    is_wide: bool,
}

/// The meaning of a column, as far as it tells whether a row is a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Id,
    LastName,
    FirstName,
    Day,
    /// Text that marks a record by itself, such as the name of a course.
    Mark,
    Other,
}

impl RecordTest {
    /// Returns the test for the rows of a file. `headings` are the rows of its header, none in JSON.
    pub(crate) fn new(header: &Header, kind: &Kind, headings: Vec<Vec<String>>) -> Self {
        let meaning = |column: usize| {
            let spec: &ColumnSpec = kind.specs.get(column)?;
            Some(match spec.role {
                Role::Id => Meaning::Id,
                Role::LastName => Meaning::LastName,
                Role::GivenName if spec.name == "first_name" => Meaning::FirstName,
                Role::Plain if spec.name.ends_with("_id") && kind.marks.contains(&column) => Meaning::Id,
                Role::Plain if kind.marks.contains(&column) => Meaning::Mark,
                _ if spec.is_day => Meaning::Day,
                _ => Meaning::Other,
            })
        };
        let meanings: Vec<_> = (0..header.width).map(|at| header.column_at(at).and_then(meaning)).collect();
        let is_person = |at: usize| {
            header.column_at(at).and_then(|column| kind.specs.get(column)).is_some_and(|spec| spec.role == Role::Id)
        };
        let is_id = |at| -> IdTest { if is_person(at) { is_person_id } else { is_number } };
        let ids = (0..meanings.len()).filter(|at| meanings[*at] == Some(Meaning::Id)).map(|at| (at, is_id(at)));
        let ids = ids.collect();
        Self { headings, ids, is_wide: header.columns_read() >= WIDE, meanings }
    }

    /// Returns whether a row is a record, or may be one.
    pub(crate) fn is_record(&self, row: &Row) -> bool {
        if row.faults.iter().any(|fault| !matches!(fault, RowFault::Ragged { .. })) {
            return true;
        }
        if self.ids.iter().any(|(at, is_id)| row.cell(*at).is_some_and(is_id)) {
            return true;
        }
        let mut filled = row.filled().filter(|(_, text)| *text != Some(""));
        let Some((first, Some(text))) = filled.next() else { return true };
        let is_alone = filled.next().is_none();
        if is_alone && text.chars().all(|letter| letter == END_OF_FILE) || self.is_header_again(row) {
            return false;
        }
        if row.filled().any(|(at, text)| text.is_some_and(|text| self.speaks_for_a_person(at, text))) {
            return true;
        }
        if is_alone && self.is_wide && self.meaning(first) != Some(Meaning::Mark) {
            return false;
        }
        let begins_row = |at| at == first && matches!(self.meaning(at), None | Some(Meaning::Id | Meaning::LastName));
        let is_footer = |(at, text): (usize, Option<&str>)| {
            (self.meaning(at) == Some(Meaning::LastName) || begins_row(at)) && text.is_some_and(is_footer)
        };
        !row.filled().any(is_footer)
    }

    fn meaning(&self, at: usize) -> Option<Meaning> {
        self.meanings.get(at).copied().flatten()
    }

    /// Returns whether every filled cell is the heading of its column.
    fn is_header_again(&self, row: &Row) -> bool {
        let is_heading = |headings: &Vec<String>| {
            let mut filled = row.filled().filter(|(_, text)| *text != Some(""));
            filled.all(|(at, text)| {
                headings.get(at).is_some_and(|heading| text.is_some_and(|text| fold(text) == *heading))
            })
        };
        self.headings.iter().any(is_heading)
    }

    /// Returns whether a cell shows that the row is about a person: a first name, or a day.
    fn speaks_for_a_person(&self, at: usize, text: &str) -> bool {
        match self.meaning(at) {
            Some(Meaning::FirstName) => !text.is_empty(),
            Some(Meaning::LastName) => text.split_once(',').is_some_and(|(_, first)| !first.trim().is_empty()),
            Some(Meaning::Day) => is_day(text),
            _ => false,
        }
    }
}

/// Returns whether a text is the ID of a person.
fn is_person_id(text: &str) -> bool {
    read_id(text).is_some()
}

/// Returns whether a text is a number that an agency gave, such as that of a claim: it has a digit and no blank inside.
pub fn is_number(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) && !text.contains(char::is_whitespace)
}

/// Returns whether a text is a day, or a day with a clock time.
pub(crate) fn is_day(text: &str) -> bool {
    // No day is read differently for the day asked about, but for years of two digits.
    NaiveDate::from_ymd_opt(2199, 12, 31).is_some_and(|day| read_day(text, &Reading::on(day)).is_some())
}

/// Returns whether a text begins with the words of a footer.
fn is_footer(text: &str) -> bool {
    let text = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    FOOTERS.iter().any(|words| {
        let (begins, rest) = text.split_at_checked(words.len()).unwrap_or_default();
        begins.eq_ignore_ascii_case(words) && !rest.starts_with(char::is_alphanumeric)
    })
}

/// The rows of a file that were passed over.
#[derive(Debug, Default)]
pub(crate) struct PassedOver {
    /// Their number.
    pub(crate) count: u64,
    /// The lines of the first of them, with their first words where they may be shown.
    first: Vec<(u64, Option<String>)>,
}

impl PassedOver {
    /// Counts a row. `may_quote` says of a column whether its cells may be shown.
    pub(crate) fn add(&mut self, row: &Row, may_quote: impl Fn(usize) -> bool) {
        self.count += 1;
        if self.first.len() == MOST_NAMED {
            return;
        }
        let words = row.filled().find_map(|(at, text)| Some((at, text.filter(|text| !text.is_empty())?)));
        let words = words.filter(|(at, _)| may_quote(*at)).map(|(_, text)| match text.contains(END_OF_FILE) {
            true => "the end mark of the file".to_owned(),
            false => format!("'{}'", shown_text(text)),
        });
        self.first.push((row.line, words));
    }

    /// Returns the note on them. With `redact` no words are quoted.
    pub(crate) fn note(&self, redact: bool) -> Option<String> {
        let named = self.first.iter().map(|(line, words)| match words {
            Some(words) if !redact => format!("line {line} ({words})"),
            _ => format!("line {line}"),
        });
        let mut named: Vec<String> = named.collect();
        let more = self.count.saturating_sub(named.len() as u64);
        if more > 0 {
            named.push(format!("and {} more", thousands(more.cast_signed())));
        }
        let (rows, are) = if self.count == 1 { ("1 row", "is") } else { ("rows", "are") };
        let rows =
            if self.count == 1 { rows.to_owned() } else { format!("{} {rows}", thousands(self.count.cast_signed())) };
        (self.count > 0).then(|| format!("{rows} that {are} no record passed over: {}", named.join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(is_footer(text), expected, "{text:?}");
        }
    }
}
