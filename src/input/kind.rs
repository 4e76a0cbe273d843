//! A kind of file: its columns, and those that mark its header.

use crate::input::cells::Reading;
use crate::input::column::ColumnSpec;
use crate::input::header::Header;
use crate::input::rows::Row;

/// Reads the cells of a row, and calls the function for each that cannot be read, with its column.
pub type ReadCells = fn(&Row, &Header, &Reading, &mut dyn FnMut(&'static ColumnSpec, &str));

/// A kind of file.
#[derive(Debug)]
pub struct Kind {
    /// `roster`
    pub name: &'static str,
    /// `muster roster check`: the command that reads such files.
    pub read_by: &'static str,
    /// Its columns.
    pub specs: &'static [ColumnSpec],
    /// Columns that mark the header line: one of them is enough.
    pub marks: &'static [usize],
    /// Pairs of columns that hold the same value in two forms; a file has at most one of each pair.
    pub either: &'static [(usize, usize)],
    /// The key under which a JSON object holds a list of records of its own.
    pub list: Option<&'static str>,
    /// Reads the cells of a row, whatever the record.
    pub read_cells: ReadCells,
}
