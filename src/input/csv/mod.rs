//! CSV and TSV: records read from a source in batches ([`CsvReader`]), and a file written again with new days
//! ([`set_cells`]).
//!
//! The reader is our own because the `csv` crate neither counts physical lines nor recovers from a quote that is
//! never closed. It frames records in place, so that a batch is one block of text and a cell is copied nowhere; only
//! records with quotes go through `csv-core`.

mod framing;
mod reader;
mod set_cells;

use crate::input::rows::Rows;
pub use reader::CsvReader;
pub use set_cells::{CellChanges, Rewritten, set_cells};

/// Reads the records of a text in memory.
pub fn rows_of_text(text: &str) -> Rows {
    let mut rows = Rows::default();
    // Reading from memory does not fail.
    let _ = CsvReader::new(text.as_bytes(), b',').read_records(&mut rows, usize::MAX);
    rows
}
