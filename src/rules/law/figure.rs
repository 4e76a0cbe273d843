//! Legal figures: what each one is, from which day, by which source. A day for which no value is known has none.

use crate::finding::Source;
use crate::finding::address::{SourceAndUrls, one_with_urls};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::{self, Display};

/// The day on which the figures were last compared with their sources.
pub const LAST_CHECKED: NaiveDate = day(2026, 11, 21);

/// A value and the days on which it holds.
#[derive(Debug)]
pub struct Dated<T: 'static> {
    /// First day; `None` is "not recorded": the value then holds on every earlier day too.
    pub from: Option<NaiveDate>,
    /// Last day on which the value is known to hold; `None` is "until further notice".
    pub until: Option<NaiveDate>,
    /// The value.
    pub value: T,
    /// The section that sets it.
    pub source: Source,
}

impl<T> Dated<T> {
    /// A value for which no first day is recorded.
    pub const fn undated(value: T, source: Source) -> Self {
        Self { from: None, until: None, value, source }
    }
}

impl<T: Copy> Dated<T> {
    /// A value with its first day.
    pub const fn since(from: NaiveDate, value: T, source: Source) -> Self {
        Self { from: Some(from), until: None, value, source }
    }

    /// A value with its last day, for which no first day is recorded.
    pub const fn until(until: NaiveDate, value: T, source: Source) -> Self {
        Self { from: None, until: Some(until), value, source }
    }
}

impl<T> Dated<T> {
    fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// One of the equal parts of a whole: one third.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part(u32);

impl Part {
    /// Returns one of so many parts.
    pub const fn one_in(parts: u32) -> Self {
        Self(parts)
    }

    /// Returns the number of parts of the whole.
    pub const fn parts(self) -> u32 {
        self.0
    }
}

impl fmt::Display for Part {
    /// Writes `one third`.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            2 => to.write_str("one half"),
            3 => to.write_str("one third"),
            4 => to.write_str("one quarter"),
            parts => write!(to, "one of {parts} parts"),
        }
    }
}

/// A figure that the law sets, with its history, oldest first.
#[derive(Debug)]
pub struct Param<T: 'static> {
    /// The name in `muster rules --params`: `basic-training-months`.
    pub name: &'static str,
    /// Its meaning in a few words.
    pub title: &'static str,
    /// Its unit: `months`, `hours`, `percent` …
    pub unit: &'static str,
    /// The values, in the order of their first days.
    pub history: &'static [Dated<T>],
}

impl<T: Copy + 'static> Param<T> {
    /// Returns the value in force on this day; `None` when none is known.
    pub fn on(&self, day: NaiveDate) -> Option<T> {
        #[cfg(test)]
        if let Some(change) = crate::rules::law::changed::Change::of_figure(self.name) {
            return change.value_on(self.history.iter().map(|dated| (dated.from, dated.until, dated.value)), day);
        }
        self.history.iter().rev().find(|dated| dated.holds_on(day)).map(|dated| dated.value)
    }
}

/// One line of `muster rules --params`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FigureRow {
    /// The figure's name.
    pub name: String,
    /// Its meaning.
    pub title: String,
    /// The value.
    pub value: String,
    /// Its unit.
    pub unit: &'static str,
    /// First day, or null where none is recorded.
    pub from: Option<NaiveDate>,
    /// Last day for which it is known, or null.
    pub until: Option<NaiveDate>,
    /// The section that sets it.
    #[serde(flatten, serialize_with = "one_with_urls")]
    #[schemars(flatten, with = "SourceAndUrls")]
    pub source: String,
    /// The day on which it was last compared with its source; null for what the user has added.
    pub last_checked: Option<NaiveDate>,
}

/// A figure of the law with values of any type.
pub trait Figure: Sync {
    /// Returns its name.
    fn name(&self) -> &'static str;
    /// Returns its history, one line per value.
    fn rows(&self) -> Vec<FigureRow>;
    /// Returns the value in force on this day in words; `None` when none is known, and for a table.
    fn words_on(&self, _: NaiveDate) -> Option<String> {
        None
    }
}

impl<T: Display + Copy + Sync + 'static> Figure for Param<T> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn rows(&self) -> Vec<FigureRow> {
        let row = |dated: &Dated<T>| FigureRow {
            name: self.name.to_owned(),
            title: self.title.to_owned(),
            value: dated.value.to_string(),
            unit: self.unit,
            from: dated.from,
            until: dated.until,
            source: dated.source.to_string(),
            last_checked: Some(LAST_CHECKED),
        };
        self.history.iter().map(row).collect()
    }

    fn words_on(&self, day: NaiveDate) -> Option<String> {
        self.on(day).map(|value| value.to_string())
    }
}

/// A table of the law. Each line is a figure.
pub struct TableFigures {
    /// Its name.
    pub name: &'static str,
    /// Its lines.
    pub rows: fn() -> Vec<FigureRow>,
}

impl Figure for TableFigures {
    fn name(&self) -> &'static str {
        self.name
    }

    fn rows(&self) -> Vec<FigureRow> {
        (self.rows)()
    }
}

/// Returns a calendar day that is known to exist. In a constant, a day that does not exist is a compile error.
#[expect(clippy::panic, reason = "only ever called with days of the law and days that every year has")]
pub const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => panic!("there is no such day"),
    }
}

/// Returns the rows of a table that is compiled in. An unreadable table has no rows, and every rule that needs it
/// answers that no law is known; the tests read each table with [`rows`] and fail instead.
pub(crate) fn embedded<T: serde::de::DeserializeOwned>(table: &'static str) -> Vec<T> {
    rows(table).unwrap_or_default()
}

/// Reads a table that is compiled in.
pub(crate) fn rows<T: serde::de::DeserializeOwned>(table: &'static str) -> csv::Result<Vec<T>> {
    csv::Reader::from_reader(in_force(table).as_bytes()).into_deserialize().collect()
}

/// Returns the table that is compiled in, or the changed one of a mutation test.
pub(crate) fn in_force(table: &'static str) -> &'static str {
    #[cfg(test)]
    if let Some(changed) = crate::rules::law::changed::text(table) {
        return changed;
    }
    table
}
