//! The records that rows become. A field is a value or `None`; unreadable cells are kept apart from blank ones.

pub mod accepted;
pub mod agency;
pub mod assumed;
pub mod claim;
pub mod contact;
pub mod exam;
pub mod name;
pub mod officer;
pub mod performance;
pub mod permit;
pub mod position;
pub mod power_test;
pub mod shoot;
pub mod signature;
pub mod training;

use crate::finding::{Finding, Place};
use crate::input::column::ColumnSpec;
use crate::input::faults::IMPOSSIBLE;
use crate::input::record::{FromRow, PersonCells};
use crate::input::sheet::Kind;
use crate::words::{day_words, shown_text, thousands};
use chrono::NaiveDate;
use name::Name;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Every kind of file that is read.
pub static KINDS: &[&Kind] = &[
    &officer::ROSTER,
    &power_test::POWER_SHEET,
    &shoot::FIREARMS_SHEET,
    &claim::CLAIM,
    &training::TRAINING_SHEET,
    &training::approved::COURSE_LIST,
    &accepted::ACCEPTED_LIST,
    &assumed::ASSUMED_LIST,
    &exam::EXAM_SHEET,
    &permit::PERMIT_SHEET,
];

/// The reason of every result of a shifted row (settled 187 and 226).
pub const SHIFTED_ROW: &str = "the cells of this row are shifted, and none of them is read";

/// Returns the form in which IDs are matched: a number without its leading zeros, which spreadsheets lose, and without
/// the commas that they add (settled 161).
pub fn matched_id(id: &str) -> Cow<'_, str> {
    if id.bytes().all(|byte| byte.is_ascii_digit()) {
        return Cow::Borrowed(id.trim_start_matches('0'));
    }
    let mut groups = id.split(',');
    let is_group = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let is_first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && is_group(first));
    if is_first && groups.all(|group| group.len() == 3 && is_group(group)) {
        return Cow::Owned(id.replace(',', "").trim_start_matches('0').to_owned());
    }
    Cow::Borrowed(id)
}

/// Returns the note on PTB IDs that are spelled in two ways and were matched (settled 161), each pair once. With
/// `redact` none is shown.
pub fn spelled_in_two_ways<'p>(pairs: impl IntoIterator<Item = (&'p str, &'p str)>, redact: bool) -> Option<String> {
    /// The most pairs that the note names.
    const MOST_NAMED: usize = 5;
    let differing: BTreeSet<(&str, &str)> =
        pairs.into_iter().filter(|(one, other)| one != other && matched_id(one) == matched_id(other)).collect();
    let named = differing.iter().take(MOST_NAMED).filter(|_| !redact);
    let mut named: Vec<String> =
        named.map(|(one, other)| format!("'{}' and '{}'", shown_text(one), shown_text(other))).collect();
    if differing.len() > MOST_NAMED && !redact {
        named.push("others".into());
    }
    let shown = if named.is_empty() { String::new() } else { format!(": {}", named.join(", ")) };
    let (ids, are) = if differing.len() == 1 { ("PTB ID is", "was") } else { ("PTB IDs are", "were") };
    let count = thousands(differing.len() as i64);
    (!differing.is_empty()).then(|| format!("{count} {ids} spelled in two ways, and {are} matched{shown}"))
}

/// A record with its place.
#[derive(Clone, Debug)]
pub struct Entry<'a, R> {
    /// The file as it was named on the command line.
    pub file: &'a str,
    /// Physical line on which the record begins, row of a workbook's sheet, or index in a JSON array from 1.
    pub line: u64,
    /// The sheet of a workbook.
    pub sheet: Option<&'a str>,
    /// The record, without its impossible days.
    pub record: R,
}

/// The reason why a day is impossible (settled 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// Recorded as past, but later than the day asked about.
    InTheFuture(NaiveDate),
    /// Before the day in another column.
    Before(NaiveDate, &'static str, NaiveDate),
    /// After the day in another column.
    After(NaiveDate, &'static str, NaiveDate),
    /// After the day of the test, which is given. The birth date itself is private.
    BornAfter(NaiveDate),
}

impl Impossible {
    /// Returns the fault of an impossible day in a column.
    pub fn finding<'f>(self, place: Place<'f>, column: &'static str, as_of: NaiveDate) -> Finding<'f> {
        IMPOSSIBLE.finding(place.at(Some(column)), self.sentence(column, as_of))
    }

    /// Returns the sentence about an impossible day in a column.
    pub fn sentence(self, column: &str, as_of: NaiveDate) -> String {
        match self {
            Self::InTheFuture(day) => {
                format!("{column} is {}, after the day asked about, {}", day_words(day), day_words(as_of))
            }
            Self::Before(day, other, than) => {
                format!("{column} is {}, before {other} on {}", day_words(day), day_words(than))
            }
            Self::After(day, other, than) => {
                format!("{column} is {}, after {other} on {}", day_words(day), day_words(than))
            }
            Self::BornAfter(tested) => format!("{column} lies after the day of the test, {}", day_words(tested)),
        }
    }
}

/// Removes the past days of a record after `as_of` and marks their cells as unreadable. Returns each with its column.
macro_rules! strike_days_after {
    ($record:expr, $as_of:expr) => {{
        let days = $record.take_days_after($as_of);
        days.iter().for_each(|(column, _)| $record.faulty.insert(*column as usize));
        days.into_iter().map(|(column, day)| (column.name(), Impossible::InTheFuture(day))).collect::<Vec<_>>()
    }};
}
use strike_days_after;

/// A row of a sheet about people.
pub trait Record<'a>: FromRow<'a> + PersonCells<'a> {
    /// The noun for one record, for "skipped: 3 courses".
    const NOUN: &'static str;

    /// Removes the cells that cannot be read for want of another cell, and marks them as unreadable. Returns each with
    /// its text.
    fn strike_lone_cells(&mut self) -> Vec<(&'static ColumnSpec, String)> {
        Vec::new()
    }

    /// Removes the impossible days and marks their cells as unreadable (settled 5). Returns one fault a column, with
    /// the column's name.
    fn strike_impossible_days(&mut self, as_of: NaiveDate) -> Vec<(&'static str, Impossible)>;

    /// Removes what happened after `as_of` (`--rewind`). Returns whether the whole record lies after that day.
    fn rewind(&mut self, as_of: NaiveDate) -> bool;

    /// Returns the person's name, from its own cells or from the whole name in one (settled 104).
    fn person(&self) -> Name<'a> {
        let [whole, last, first] = self.name_cells().map(|part| part.map(|part| part.0));
        Name::of_row(whole, Name { last, first, ..Name::default() }, None)
    }

    /// Returns the person's name as it is printed: `Doe, Jane A.`
    fn full_name(&self) -> Option<String> {
        self.person().shown()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::cells::Reading;
    use crate::input::header::Header;
    use crate::input::rows::Rows;
    use crate::rules::law::figure::day;
    use crate::values::fold::fold;

    #[test]
    fn an_alias_names_one_column() {
        // Header names are only added: both spellings of a word stay, such as program and programme.
        for kind in KINDS {
            for (at, spec) in kind.specs.iter().enumerate() {
                for alias in spec.aliases {
                    let same = |other: &ColumnSpec| fold(other.name) == *alias || other.aliases.contains(alias);
                    let others = kind.specs.iter().enumerate().filter(|(other, _)| *other != at);
                    assert!(!others.map(|(_, other)| other).any(same), "{}: {alias}", kind.name);
                }
            }
        }
        for kind in ["power", "exam"] {
            let specs = KINDS.iter().find(|one| one.name == kind).unwrap().specs;
            let program = specs.iter().find(|spec| spec.name == "program").unwrap();
            assert!(program.aliases.contains(&"programme"), "{kind}");
        }
    }

    /// Reads a row with nothing but a day after the day asked about, for each past column of these records.
    macro_rules! past_days_ahead {
        ($($module:ident::$Record:ident),+) => { $(
            for column in $module::Column::ALL.iter().filter(|column| $module::Column::SPECS[**column as usize].past) {
                let header = Header::new([column.name()], $module::Column::SPECS).unwrap();
                let how = Reading::on(day(2026, 11, 21));
                for (text, expected) in [
                    ("2026-11-21", vec![]),
                    ("2026-11-22", vec![(column.name(), Impossible::InTheFuture(day(2026, 11, 22)))]),
                ] {
                    let rows = Rows::of_cells([text]);
                    let mut record = $module::$Record::read(&rows.iter().next().unwrap(), &header, &how, |_, _| {});
                    let faults = record.strike_impossible_days(how.as_of);
                    assert_eq!(faults, expected, "{}", column.name());
                    assert_eq!(record.is_faulty(*column), !expected.is_empty(), "{}", column.name());
                }
            }
        )+ };
    }

    #[test]
    fn every_past_column_of_a_sheet_refuses_a_future_day() {
        past_days_ahead!(
            power_test::PowerTest,
            shoot::Shoot,
            exam::Trainee,
            permit::RetiredOfficer,
            training::Completion
        );
    }

    #[test]
    fn an_impossible_day_is_explained_in_one_sentence() {
        let (early, late) = (day(2026, 1, 2), day(2026, 3, 4));
        for (why, sentence) in [
            (Impossible::InTheFuture(late), "x is 4 Mar 2026, after the day asked about, 2 Jan 2026"),
            (Impossible::Before(early, "y", late), "x is 2 Jan 2026, before y on 4 Mar 2026"),
            (Impossible::After(late, "y", early), "x is 4 Mar 2026, after y on 2 Jan 2026"),
            (Impossible::BornAfter(late), "x lies after the day of the test, 4 Mar 2026"),
        ] {
            assert_eq!(why.sentence("x", early), sentence);
        }
    }
}
