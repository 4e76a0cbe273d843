//! CSV: one table, the findings of a check or the results of everything else.

use crate::finding::Finding;
use crate::report::item::{CellSink, List, Rows, Value, column_names, write_rows};
use crate::words::harmless;
use std::borrow::Cow;
use std::io::{self, Write};

/// Rows, written as they come; the header comes with the first.
pub(crate) struct Csv {
    /// The list that the rows are of.
    pub(crate) streams: List,
    begun: bool,
    /// The header, in case there are no rows.
    expected: Option<Vec<String>>,
    /// True to begin with a byte order mark.
    bom: bool,
}

impl Csv {
    pub(crate) fn new(streams: List, bom: bool) -> Self {
        let expected = (streams == List::Findings).then(column_names::<Finding>);
        Self { streams, begun: false, expected, bom }
    }

    pub(crate) fn expect(&mut self, columns: Vec<String>) {
        self.expected = Some(columns);
    }

    /// Writes the header before the first row.
    pub(crate) fn begin<R: Rows>(&mut self, to: &mut impl Write) -> io::Result<()> {
        if std::mem::replace(&mut self.begun, true) { Ok(()) } else { header(to, column_names::<R>(), self.bom) }
    }

    pub(crate) fn end(self, to: &mut impl Write) -> io::Result<()> {
        match self.expected {
            Some(columns) if !self.begun => header(to, columns, self.bom),
            _ => Ok(()),
        }
    }
}

/// Writes a finding to standard error, where the table is one of results: like notes, it has no row there.
pub(crate) fn finding_on_stderr(finding: &Finding) -> io::Result<()> {
    let place = match &finding.place.cell {
        Some(cell) => format!("{}:{cell}", finding.place.file),
        None if finding.place.is_file() => finding.place.file.clone().into_owned(),
        None => format!("{}:{}", finding.place.file, finding.place.line),
    };
    let change = finding.change.map_or_else(String::new, |change| format!("{change}: "));
    let line = format!("{place}: {change}{}: {}", finding.rule, finding.message);
    writeln!(io::stderr(), "muster: {}", harmless(&line))
}

/// Writes the rows of an item.
pub(crate) fn rows<R: Rows>(item: &R, to: &mut impl Write) -> io::Result<()> {
    let mut cells = CsvCells(writer(to));
    write_rows(item, &mut cells)?;
    cells.0.flush()
}

/// Writes cells as CSV.
struct CsvCells<W: Write>(csv::Writer<W>);

impl<W: Write> CellSink for CsvCells<W> {
    fn cell(&mut self, value: &Value) -> io::Result<()> {
        Ok(self.0.write_field(defused(value))?)
    }

    fn end_row(&mut self) -> io::Result<()> {
        Ok(self.0.write_record(None::<&[u8]>)?)
    }
}

/// The byte order mark of UTF-8, by which Excel knows the letters of a CSV file.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

fn header(to: &mut impl Write, columns: Vec<String>, bom: bool) -> io::Result<()> {
    if bom {
        to.write_all(BYTE_ORDER_MARK.as_bytes())?;
    }
    let mut writer = writer(to);
    writer.write_record(columns)?;
    writer.flush()
}

/// Returns a writer that buffers about one row.
fn writer<W: Write>(to: W) -> csv::Writer<W> {
    csv::WriterBuilder::new().buffer_capacity(1024).from_writer(to)
}

/// The signs with which a cell is taken for a formula, also in full width.
pub const FORMULA_SIGNS: [char; 11] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// Puts an apostrophe before text of an input that a spreadsheet would take for a formula; our own figures need none.
pub(crate) fn defused<'v>(value: &'v Value) -> Cow<'v, [u8]> {
    match value {
        Value::Foreign(text) if text.starts_with(FORMULA_SIGNS) => Cow::Owned(format!("'{text}").into_bytes()),
        value => Cow::Borrowed(value.text().as_bytes()),
    }
}
