//! Legal figures: what each one is, from which day, by which source. A day for which no value is known has none.

use crate::finding::Source;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Display;

/// The day on which the figures were last held against their sources.
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

    fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// A figure that the law sets, with its history, oldest first.
#[derive(Debug)]
pub struct Param<T: 'static> {
    /// For people and for `muster rules --params`: `basic-training-months`.
    pub name: &'static str,
    /// What it limits, in a few words.
    pub title: &'static str,
    /// What one of it is: `months`, `hours`, `percent` …
    pub unit: &'static str,
    /// The values, in the order of their first days.
    pub history: &'static [Dated<T>],
}

impl<T: Copy + 'static> Param<T> {
    /// The value in force on this day; `None` when none is known.
    pub fn on(&self, day: NaiveDate) -> Option<T> {
        #[cfg(test)]
        if let Some(changed) = crate::rules::law::changed::value(self, day) {
            return changed;
        }
        self.history.iter().rev().find(|dated| dated.holds_on(day)).map(|dated| dated.value)
    }
}

/// One line of `muster rules --params`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FigureRow {
    /// The figure's name.
    pub name: String,
    /// What it limits.
    pub title: String,
    /// The value with its digits.
    pub value: String,
    /// What one of it is.
    pub unit: &'static str,
    /// First day, or null where none is recorded.
    pub from: Option<NaiveDate>,
    /// Last day for which it is known, or null.
    pub until: Option<NaiveDate>,
    /// The section that sets it.
    pub source: String,
    /// The day on which somebody last held it against its source; nothing for what the user has added.
    pub last_checked: Option<NaiveDate>,
}

/// Any figure of the law, whatever its values are.
pub trait Figure: Sync {
    /// Its name.
    fn name(&self) -> &'static str;
    /// Its history, a line for each value.
    fn rows(&self) -> Vec<FigureRow>;
}

impl<T: Display + Sync> Figure for Param<T> {
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
}

/// A table of the law, whose lines are figures.
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

/// A calendar day known to exist; in a constant, a day that no calendar has does not compile.
#[expect(clippy::panic, reason = "only ever called with days of the law and days that every year has")]
pub const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => panic!("no calendar has this day"),
    }
}

/// A table that is compiled in. One that cannot be read is empty here, so that every rule that needs it knows no law;
/// the tests read each table with [`rows`] and do not pass over a fault.
pub(crate) fn embedded<T: serde::de::DeserializeOwned>(table: &'static str) -> Vec<T> {
    rows(table).unwrap_or_default()
}

/// Reads a table that is compiled in.
pub(crate) fn rows<T: serde::de::DeserializeOwned>(table: &'static str) -> csv::Result<Vec<T>> {
    csv::Reader::from_reader(in_force(table).as_bytes()).into_deserialize().collect()
}

/// The table that is in force: the one that is compiled in, unless a test tries out another.
pub(crate) fn in_force(table: &'static str) -> &'static str {
    #[cfg(test)]
    if let Some(changed) = crate::rules::law::changed::text(table) {
        return changed;
    }
    table
}
