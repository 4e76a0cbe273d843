//! A law that is not ours: one figure or one cell of a table, changed by a step, for the test that asks whether anybody
//! notices (`tests/changed_law.rs`). Compiled into tests only, and silent unless the environment names a change.

use crate::rules::claim::rates;
use crate::rules::firearms::course;
use crate::rules::law::figure::{Dated, Param};
use crate::rules::law::schedule;
use crate::rules::power::standards;
use crate::rules::training::mandates;
use chrono::NaiveDate;
use std::any::Any;
use std::fmt;
use std::sync::OnceLock;

/// The environment variable that names the change.
pub(crate) const VARIABLE: &str = "MUSTER_CHANGED_LAW";

/// One change: of the value or a day of a figure, or of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// `figure`, or the name of a table.
    table: String,
    /// The figure's name; nothing for a cell.
    figure: String,
    /// Which line, from 0.
    line: usize,
    /// Which column: of a figure `value`, `from` or `until`.
    column: String,
    /// What it becomes; of a figure's value `+1`, `-1` or `next day`.
    becomes: String,
}

impl Change {
    pub(crate) fn figure(name: &str, line: usize, column: &str, becomes: &str) -> Self {
        Self { figure: name.into(), ..Self::cell("figure", line, column, becomes) }
    }

    pub(crate) fn cell(table: &str, line: usize, column: &str, becomes: &str) -> Self {
        let (figure, column, becomes) = (String::new(), column.into(), becomes.into());
        Self { table: table.into(), figure, line, column, becomes }
    }

    fn parse(text: &str) -> Option<Self> {
        let mut fields = text.splitn(5, '|').map(str::to_owned);
        let mut next = || fields.next();
        let (table, figure, line) = (next()?, next()?, next()?.parse().ok()?);
        Some(Self { table, figure, line, column: next()?, becomes: next()? })
    }

    /// The change that the environment names.
    fn current() -> Option<&'static Self> {
        static CURRENT: OnceLock<Option<Change>> = OnceLock::new();
        CURRENT.get_or_init(|| std::env::var(VARIABLE).ok().and_then(|text| Change::parse(&text))).as_ref()
    }
}

impl fmt::Display for Change {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { table, figure, line, column, becomes } = self;
        write!(to, "{table}|{figure}|{line}|{column}|{becomes}")
    }
}

/// The value of a figure on a day under the change; `None` when the change is not of this figure.
pub(crate) fn value<T: Copy + 'static>(param: &Param<T>, day: NaiveDate) -> Option<Option<T>> {
    let change = Change::current().filter(|change| change.figure == param.name)?;
    let holds = |(at, dated): &(usize, &Dated<T>)| {
        let shifted = |column: &str, limit: Option<NaiveDate>| {
            let is_this = *at == change.line && column == change.column;
            if is_this { limit.and_then(|limit| limit.succ_opt()) } else { limit }
        };
        shifted("from", dated.from).is_none_or(|from| from <= day)
            && shifted("until", dated.until).is_none_or(|until| day <= until)
    };
    let found = param.history.iter().enumerate().rev().find(holds);
    Some(found.map(|(at, dated)| {
        let mut value = dated.value;
        if at == change.line && change.column == "value" {
            step(&mut value, &change.becomes);
        }
        value
    }))
}

fn step(value: &mut dyn Any, by: &str) {
    if let Some(number) = value.downcast_mut::<u32>() {
        *number = if by == "-1" { number.saturating_sub(1) } else { *number + 1 };
    } else if let Some(day) = value.downcast_mut::<NaiveDate>() {
        *day = day.succ_opt().unwrap_or(*day);
    }
}

/// Every table that is compiled in, with its name.
pub(crate) fn tables() -> Vec<(&'static str, &'static str)> {
    let mut tables = vec![
        ("course_of_fire.csv", course::TABLE),
        ("esign_schedules.csv", schedule::ESIGN_SCHEDULES),
        ("mandates.csv", mandates::MANDATE_TABLE),
        ("power_standards.csv", standards::TABLE),
        ("scenario_windows.csv", schedule::SCENARIO_TABLE),
    ];
    tables.extend(rates::RateTable::ALL.into_iter().map(|table| (table.file_name(), table.built_in())));
    tables
}

/// A table under the change; `None` when the change is not of this table.
pub(crate) fn text(table: &'static str) -> Option<&'static str> {
    let change = Change::current()?;
    tables().iter().find(|(name, text)| *name == change.table && *text == table)?;
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().ok()?.clone();
    let column = header.iter().position(|name| name == change.column)?;
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header).ok()?;
    for (line, row) in reader.records().enumerate() {
        let row = row.ok()?;
        let cell = |(at, cell)| if line == change.line && at == column { &*change.becomes } else { cell };
        writer.write_record(row.iter().enumerate().map(cell)).ok()?;
    }
    Some(String::from_utf8(writer.into_inner().ok()?).ok()?.leak())
}
