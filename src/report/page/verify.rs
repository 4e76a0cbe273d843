//! What `muster verify` finds: each thing that a report and its files should have in common.

use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::screen::cell;
use schemars::JsonSchema;
use serde::Serialize;

/// One thing that was held against the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verified {
    /// `file`, `rules` or `answers`.
    pub what: &'static str,
    /// True when it is as the report has it.
    pub same: bool,
    /// The file, where it is about one.
    pub file: Option<String>,
    /// The line of the answer, where it is about one.
    pub line: Option<u64>,
    /// What is the same, or what differs.
    pub message: String,
}

impl Rows for Verified {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("what", |row| Value::word(row.what));
        to.shown("same", |row| Value::figure(row.same));
        to.shown("file", |row| Value::foreign(row.file.as_deref()));
        to.shown("line", |row| row.line.map_or(Value::foreign(None), Value::figure));
        to.shown("message", |row| Value::foreign(Some(&row.message)));
    }
}

/// The columns of the table for people.
const COLUMNS: [(&str, Align); 3] = [("", Align::Left), ("what", Align::Left), ("result", Align::Left)];

impl ReportEntry for Verified {
    fn show(&self, page: &mut Page) {
        let place = match (&self.file, self.line) {
            (Some(file), Some(line)) => format!("{file} line {line}: "),
            (Some(file), None) => format!("{file}: "),
            (None, _) => String::new(),
        };
        let mark = if self.same { "same" } else { "differs" };
        page.row(&COLUMNS, vec![cell(mark), cell(self.what), cell(&format!("{place}{}", self.message))]);
    }
}
