//! A changed law for mutation tests: one figure or one cell of a table is moved by a step, and
//! `tests/law/changed_law.rs` expects a test to fail. Compiled into tests only, and inactive unless the environment
//! names a change.

use crate::rules::law::figure::Part;
use chrono::NaiveDate;
use std::any::Any;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

/// The environment variable that names the change.
pub(crate) const VARIABLE: &str = "MUSTER_CHANGED_LAW";

/// One change: of the value or a day of a figure, or of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// `figure`, or the file name of a table, for people.
    table: String,
    /// The figure's name, or the fingerprint of the table.
    key: String,
    /// The line, from 0.
    line: usize,
    /// The column; of a figure `value`, `from` or `until`.
    column: String,
    /// The new cell; of a figure `+1`, `-1` or `next day`.
    becomes: String,
}

/// Two days and a value of a figure's history: first day, last day, value.
type Period<T> = (Option<NaiveDate>, Option<NaiveDate>, T);

impl Change {
    /// A change of a figure.
    pub(crate) fn figure(name: &str, line: usize, column: &str, becomes: &str) -> Self {
        let (column, becomes) = (column.into(), becomes.into());
        Self { table: "figure".into(), key: name.into(), line, column, becomes }
    }

    /// A change of a cell in a table, which is given with its text.
    pub(crate) fn cell((table, text): (&str, &str), line: usize, column: &str, becomes: &str) -> Self {
        let (column, becomes) = (column.into(), becomes.into());
        Self { table: table.into(), key: fingerprint(text), line, column, becomes }
    }

    fn parse(text: &str) -> Option<Self> {
        let mut fields = text.splitn(5, '|').map(str::to_owned);
        let mut next = || fields.next();
        let (table, key, line) = (next()?, next()?, next()?.parse().ok()?);
        Some(Self { table, key, line, column: next()?, becomes: next()? })
    }

    /// Returns the change that the environment names.
    fn current() -> Option<&'static Self> {
        static CURRENT: OnceLock<Option<Change>> = OnceLock::new();
        CURRENT.get_or_init(|| std::env::var(VARIABLE).ok().and_then(|text| Change::parse(&text))).as_ref()
    }

    /// Returns the change of this figure.
    pub(crate) fn of_figure(name: &str) -> Option<&'static Self> {
        Self::current().filter(|change| change.key == name)
    }

    /// Returns the value of the changed figure on a day, given its history.
    pub(crate) fn value_on<T: 'static>(
        &self,
        history: impl DoubleEndedIterator<Item = Period<T>> + ExactSizeIterator,
        day: NaiveDate,
    ) -> Option<T> {
        let shifted = |line: usize, column: &str, limit: Option<NaiveDate>| {
            let is_this = line == self.line && column == self.column;
            if is_this { limit.and_then(|limit| limit.succ_opt()) } else { limit }
        };
        let holds = |(line, (from, until, _)): &(usize, Period<T>)| {
            shifted(*line, "from", *from).is_none_or(|from| from <= day)
                && shifted(*line, "until", *until).is_none_or(|until| day <= until)
        };
        let (line, (_, _, mut value)) = history.enumerate().rev().find(holds)?;
        if line == self.line && self.column == "value" {
            step(&mut value, &self.becomes);
        }
        Some(value)
    }
}

impl fmt::Display for Change {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { table, key, line, column, becomes } = self;
        write!(to, "{table}|{key}|{line}|{column}|{becomes}")
    }
}

fn fingerprint(table: &str) -> String {
    let mut hasher = DefaultHasher::new();
    table.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn step(value: &mut dyn Any, by: &str) {
    if let Some(number) = value.downcast_mut::<u32>() {
        *number = if by == "-1" { number.saturating_sub(1) } else { *number + 1 };
    } else if let Some(part) = value.downcast_mut::<Part>() {
        let parts = part.parts();
        *part = Part::one_in(if by == "-1" { parts.saturating_sub(1) } else { parts + 1 });
    } else if let Some(day) = value.downcast_mut::<NaiveDate>() {
        *day = day.succ_opt().unwrap_or(*day);
    }
}

/// Returns the changed text of a table; `None` when the change is not of this table.
pub(crate) fn text(table: &'static str) -> Option<&'static str> {
    let change = Change::current().filter(|change| change.key == fingerprint(table))?;
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
