//! CSV: one table, the findings of a check or the results of everything else.

use crate::finding::Finding;
use crate::report::Telling;
use crate::report::item::{List, Rows, Value};
use std::borrow::Cow;
use std::io::{self, Write};

/// Rows written as they come, under a header that comes with the first.
pub(crate) struct Csv {
    /// The list that the table is of.
    pub(crate) streams: List,
    begun: bool,
    /// The header of a table without rows.
    expected: Option<Vec<String>>,
}

impl Csv {
    pub(crate) fn new(streams: List) -> Self {
        let expected = (streams == List::Findings).then(Finding::columns);
        Self { streams, begun: false, expected }
    }

    pub(crate) fn expect(&mut self, columns: Vec<String>) {
        self.expected = Some(columns);
    }

    /// Writes the header before the first row.
    pub(crate) fn begin<R: Rows>(&mut self, to: &mut impl Write) -> io::Result<()> {
        if std::mem::replace(&mut self.begun, true) { Ok(()) } else { header(to, R::columns()) }
    }

    pub(crate) fn end(self, to: &mut impl Write) -> io::Result<()> {
        match self.expected {
            Some(columns) if !self.begun => header(to, columns),
            _ => Ok(()),
        }
    }
}

/// Tells a finding beside a table of results: what is wrong in the file goes where notes go, and into the exit code.
pub(crate) fn aside(finding: &Finding) -> io::Result<()> {
    let place = format!("{}:{}", finding.file, finding.line);
    let change = finding.change.map_or_else(String::new, |change| format!("{change}: "));
    let message = crate::words::harmless(&finding.message);
    writeln!(io::stderr(), "muster: {place}: {change}{}: {message}", finding.rule)
}

/// Writes the rows of items.
pub(crate) fn rows<R: Rows>(items: &mut Telling<R>, to: &mut impl Write) -> io::Result<()> {
    let mut writer = writer(to);
    items(&mut |item| Ok(item.rows().iter().try_for_each(|row| writer.write_record(row.iter().map(defused)))?))?;
    writer.flush()
}

fn header(to: &mut impl Write, columns: Vec<String>) -> io::Result<()> {
    let mut writer = writer(to);
    writer.write_record(columns)?;
    writer.flush()
}

/// A writer that puts about a row by.
fn writer<W: Write>(to: W) -> csv::Writer<W> {
    csv::WriterBuilder::new().buffer_capacity(1024).from_writer(to)
}

/// Foreign text that a spreadsheet would take for a formula gets an apostrophe before it; figures of our own do not.
fn defused(value: &Value) -> Cow<'_, [u8]> {
    match value {
        Value::Foreign(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) => {
            Cow::Owned(format!("'{text}").into_bytes())
        }
        value => Cow::Borrowed(value.text().as_bytes()),
    }
}

impl Rows for Finding<'_> {
    fn columns() -> Vec<String> {
        [
            "rule", "status", "ptb_id", "name", "file", "line", "column", "due", "extended", "days", "message",
            "sources", "notes",
        ]
        .map(str::to_owned)
        .into()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        let sources: Vec<String> = self.sources.iter().map(ToString::to_string).collect();
        vec![vec![
            Value::own(self.rule),
            Value::own(self.status.name()),
            Value::foreign(self.ptb_id),
            Value::foreign(self.name),
            Value::foreign(Some(self.file)),
            Value::own(self.line),
            Value::foreign(self.column),
            Value::own_or_empty(self.due),
            Value::own_or_empty(self.extended),
            Value::own_or_empty(self.days),
            Value::foreign(Some(&self.message)),
            Value::own(sources.join("; ")),
            Value::foreign(Some(&self.notes.join("; "))),
        ]]
    }

    fn for_people() -> Vec<usize> {
        vec![1, 2, 3, 4, 5, 0, 6, 7, 8, 9, 10, 11, 12]
    }
}
