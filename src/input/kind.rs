//! A kind of file: its columns, and those that mark its header.

use crate::input::column::ColumnSpec;

/// A kind of file.
#[derive(Debug)]
pub struct Kind {
    /// `roster`
    pub name: &'static str,
    /// Its columns.
    pub specs: &'static [ColumnSpec],
    /// Columns that mark the header line: one of them is enough.
    pub marks: &'static [usize],
    /// Pairs of columns that hold the same value in two forms; a file has at most one of each pair.
    pub either: &'static [(usize, usize)],
    /// The key under which a JSON object holds a list of records of its own.
    pub list: Option<&'static str>,
}
