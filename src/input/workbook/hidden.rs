//! Hidden rows and columns of a sheet. They are read like the others, and a note names them.

use crate::input::workbook::grid::Letters;
use crate::words::count_words;

/// The hidden rows and columns of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hidden {
    /// How many rows with cells are hidden.
    rows: u64,
    /// The first of them, from 1.
    first_rows: Vec<u32>,
    /// Hidden columns, from 0: the first and the last of each range.
    columns: Vec<(u32, u32)>,
}

/// The most rows and columns that a note names.
const MOST_NAMED: usize = 5;
/// The most ranges of hidden columns that are kept: more than a sheet has columns.
const MOST_RANGES: usize = 20_000;

impl Hidden {
    /// Adds a row, counted from 1.
    pub(super) fn add_row(&mut self, row: u32) {
        self.rows += 1;
        if self.first_rows.len() < MOST_NAMED {
            self.first_rows.push(row);
        }
    }

    /// Adds columns, counted from 0.
    pub(super) fn add_columns(&mut self, first: u32, last: u32) {
        if self.columns.len() < MOST_RANGES {
            self.columns.push((first, last));
        }
    }

    /// Returns `2 rows (4, 7) and 1 column (F)`, of the rows below the header and the columns with a heading.
    pub(super) fn words(&self, header_row: u32, columns: &[u32]) -> Option<String> {
        let above = self.first_rows.iter().filter(|row| **row <= header_row).count();
        let rows = self.rows - above as u64;
        let named = self.first_rows.iter().skip(above).map(ToString::to_string);
        let is_hidden = |column: &&u32| self.columns.iter().any(|(first, last)| (first..=last).contains(column));
        let hidden: Vec<String> = columns.iter().filter(is_hidden).map(|column| Letters(*column).to_string()).collect();
        let words = [
            listed(rows, "row", named.collect()),
            listed(hidden.len() as u64, "column", hidden.into_iter().take(MOST_NAMED).collect()),
        ];
        let words: Vec<String> = words.into_iter().flatten().collect();
        (!words.is_empty()).then(|| words.join(" and "))
    }
}

fn listed(count: u64, noun: &str, mut named: Vec<String>) -> Option<String> {
    if count > named.len() as u64 {
        named.push("and others".into());
    }
    (count > 0).then(|| format!("{} ({})", count_words(count.cast_signed(), noun), named.join(", ")))
}
