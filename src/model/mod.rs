//! The records that rows become. A field is a value or `None`; what could not be read is kept apart from what is blank.

pub mod agency;
pub mod claim;
pub mod exam;
pub mod name;
pub mod officer;
pub mod permit;
pub mod power_test;
pub mod shoot;
pub mod signature;
pub mod training;

use crate::input::cells::NamePart;
use crate::input::record::FromRow;
use crate::input::sheet::Kind;
use chrono::NaiveDate;
use name::Name;

/// Every kind of file that is read.
pub static KINDS: &[&Kind] = &[
    &officer::ROSTER,
    &power_test::POWER_SHEET,
    &shoot::FIREARMS_SHEET,
    &claim::CLAIM,
    &training::TRAINING_SHEET,
    &training::approved::COURSE_LIST,
    &exam::EXAM_SHEET,
    &permit::PERMIT_SHEET,
];

/// A record with its place.
#[derive(Clone, Debug)]
pub struct Entry<'a, R> {
    /// The file as it was named on the command line.
    pub file: &'a str,
    /// Physical line on which the record begins, or index in a JSON array from 1.
    pub line: u64,
    /// What stands there, its impossible days struck out.
    pub record: R,
}

/// Why a day of a sheet cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// Recorded as past, but later than the day asked about.
    InTheFuture(NaiveDate),
    /// Born after the day of the test, which is given; the birth date is private and is not.
    BornAfter(NaiveDate),
}

/// A row of a sheet about people, as far as it does not matter what the sheet is about.
pub trait Record<'a>: FromRow<'a> {
    /// What one is, for "passed over: 3 courses".
    const NOUN: &'static str;

    /// Names the days that cannot be, each with its column, one fault a column. The cells count as unreadable from then on
    /// (settled 5).
    fn strike_impossible_days(&mut self, as_of: NaiveDate) -> Vec<(&'static str, Impossible)>;

    /// Looks back: what happened after `as_of` had not happened yet. Returns whether all of the record lies ahead.
    fn rewind(&mut self, as_of: NaiveDate) -> bool;

    /// The person's PTB ID, as recorded.
    fn ptb_id(&self) -> Option<&'a str>;

    /// Whether the PTB ID cannot be read, so that anybody may be meant.
    fn may_be_anybody(&self) -> bool;

    /// `Doe, Jane A.`
    fn shown_name(&self) -> Option<String>;
}

/// Last and first name, from their own cells or from the whole name in one (settled 104).
fn person<'a>(whole: Option<NamePart<'a>>, last: Option<NamePart<'a>>, first: Option<NamePart<'a>>) -> Name<'a> {
    let part = |part: Option<NamePart<'a>>| part.map(|part| part.0);
    Name::of_row(part(whole), Name { last: part(last), first: part(first), ..Name::default() })
}
