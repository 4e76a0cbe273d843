//! Columns that the user declares (`--columns`), for files whose first line does not name them (settled 174).

use crate::hint::with_hint;
use crate::input::column::ColumnSpec;
use crate::input::csv::CsvReader;
use crate::input::header::{HeaderName, OwnNames, look_up};
use crate::input::rows::{Row, Rows};
use crate::values::fold::fold;
use anyhow::{Context, bail};
use std::io::Read;

/// The name of a declared column that is not read.
pub const IGNORE: &str = "ignore";

/// The number of rows that are looked at for the delimiter and a header.
const FIRST_ROWS: usize = 20;

/// The names that a kind of file knows.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Its columns.
    pub specs: &'static [ColumnSpec],
    /// The columns by which a record is known.
    pub marks: &'static [usize],
    /// The user's own names.
    pub own: &'a OwnNames,
}

/// Returns whether a name is one of the columns by which a record of this kind is known.
pub fn is_mark(name: &str, known: &Known) -> bool {
    matches!(look_up(name, known.specs, known.own), HeaderName::Column(column) if known.marks.contains(&column))
}

/// Prepares the reading of a CSV file of declared columns: finds its delimiter, and skips a header of the same columns.
/// Returns a note on what was skipped.
///
/// # Errors
/// When the source fails, or the file has a header of other columns.
pub fn begin<R: Read>(
    text: &mut CsvReader<R>,
    delimiters: &[u8],
    names: &[String],
    known: &Known,
) -> anyhow::Result<Option<String>> {
    let start = text.peek().context("cannot be read")?;
    let rows_with = |delimiter| {
        let mut rows = Rows::default();
        // Reading from memory does not fail.
        let _ = CsvReader::new(start, delimiter).read_records(&mut rows, FIRST_ROWS);
        rows
    };
    let fitting = |delimiter: &u8| rows_with(*delimiter).iter().filter(|row| row.len() == names.len()).count();
    // Of several, the first.
    let delimiter = delimiters.iter().copied().rev().max_by_key(fitting).unwrap_or(b',');
    let (rows, mut header) = (rows_with(delimiter), None);
    for (at, row) in rows.iter().enumerate() {
        if is_same_header(&row, names, known)? {
            header = Some((at + 1, row.line));
            break;
        }
    }
    text.set_delimiter(delimiter);
    let Some((records, line)) = header else { return Ok(None) };
    text.read_records(&mut Rows::default(), records)?;
    Ok(Some(match line {
        1 => "skipped line 1, which names the columns of --columns".to_owned(),
        _ => format!("skipped lines 1 to {line}; the last names the columns of --columns"),
    }))
}

/// Returns whether a row names the declared columns, in their order: a header that may be skipped.
///
/// # Errors
/// When it names others: then either may be wrong.
fn is_same_header(row: &Row, names: &[String], known: &Known) -> anyhow::Result<bool> {
    let cells: Vec<&str> = (0..row.len()).map(|at| row.cell(at).unwrap_or_default()).collect();
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let column = |name: &str| look_up(name, known.specs, known.own);
    let named = cells.iter().filter(|cell| column(cell) != HeaderName::Unknown).count();
    // A last name may be "Name": one word alone does not make a header.
    let is_mostly_names = 2 * named > filled && (named > 1 || filled == 1);
    if !(is_mostly_names && cells.iter().any(|cell| is_mark(cell, known))) {
        return Ok(false);
    }
    let is_same = |(name, cell): (&String, &&str)| {
        fold(name) == IGNORE || fold(name) == fold(cell) || column(name) == column(cell)
    };
    if cells.len() == names.len() && names.iter().zip(&cells).all(is_same) {
        return Ok(true);
    }
    bail!(with_hint(
        format!("line {} names columns, and not those of --columns", row.line),
        "leave out --columns, so that the header of the file is read"
    ))
}
