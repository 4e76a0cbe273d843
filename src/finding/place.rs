//! Where a finding stands: a file, a record in it, and a column of the record.

use crate::words::{harmless, shown_path};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// The place of a finding: a file, a record in it, and a column of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Place<'a> {
    /// The file as it was named on the command line.
    pub file: Cow<'a, str>,
    /// Physical line on which the record begins (CSV, TSV, NDJSON; the first is 1), row of a workbook's sheet, or index
    /// in a JSON array from 1. 0, which machine output writes as null, is the file as a whole.
    #[serde(serialize_with = "line_or_none")]
    #[schemars(with = "Option<u64>")]
    pub line: u64,
    /// The column that would settle it, or that is at fault.
    pub column: Option<Cow<'a, str>>,
    /// The sheet of a workbook; not part of the machine output, which names it in `inputs` and in `cell`.
    #[serde(skip)]
    pub sheet: Option<Cow<'a, str>>,
    /// The cell of a workbook, where the column has one: `Roster!F12`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<Cow<'a, str>>,
}

/// Writes the line, or null for a file as a whole.
fn line_or_none<S: Serializer>(line: &u64, to: S) -> Result<S::Ok, S::Error> {
    Some(*line).filter(|line| *line > 0).serialize(to)
}

impl<'a> Place<'a> {
    /// Returns a file as a whole.
    pub const fn file(file: &'a str) -> Self {
        Self::record(file, 0)
    }

    /// Returns whether this is a file as a whole.
    pub const fn is_file(&self) -> bool {
        self.line == 0
    }

    /// Returns the place of a record as a whole.
    pub const fn record(file: &'a str, line: u64) -> Self {
        Self { file: Cow::Borrowed(file), line, column: None, sheet: None, cell: None }
    }

    /// Returns the same place, pointing at a column.
    #[must_use]
    pub fn at(self, column: Option<&'a str>) -> Self {
        Self { column: column.map(Cow::Borrowed), ..self }
    }

    /// Returns the same place in a sheet of a workbook, where the record is in one.
    #[must_use]
    pub fn in_sheet(self, sheet: Option<&'a str>) -> Self {
        Self { sheet: sheet.map(Cow::Borrowed), ..self }
    }

    /// Returns the record in its file: `line 4`, or in a workbook `Roster row 4`.
    pub fn record_words(&self) -> impl fmt::Display {
        fmt::from_fn(|to| match &self.sheet {
            Some(sheet) => write!(to, "{} row {}", harmless(sheet), self.line),
            None => write!(to, "line {}", self.line),
        })
    }
}

impl fmt::Display for Place<'_> {
    /// Writes `roster.csv line 4`, or `roster.xlsx Roster row 4`.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.is_file() {
            true => to.write_str(&shown_path(&self.file)),
            false => write!(to, "{} {}", shown_path(&self.file), self.record_words()),
        }
    }
}
