//! What can be wrong with a row as a whole.

/// A fault of a row as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// More or fewer cells than the header.
    Ragged {
        /// Cells in the row.
        cells: usize,
        /// Cells in the header.
        expected: usize,
    },
    /// The cells do not stand in their own columns, so that none of them is read (settled 187).
    Shifted(Shift),
    /// A quote that opens on this line is not closed.
    UnclosedQuote {
        /// The physical line.
        line: u64,
    },
    /// A record that is too long.
    TooLong,
    /// A line or an element that is not a JSON object, with the reason.
    NoObject(String),
    /// A cell holds a list or an object.
    Nested {
        /// The cell.
        cell: usize,
    },
}

/// The sign by which a row is known to be shifted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// Filled cells beyond the header.
    Surplus {
        /// Cells in the row.
        cells: usize,
        /// Cells in the header.
        expected: usize,
    },
    /// The cell at this place holds what belongs in another column.
    Misplaced {
        /// The cell.
        cell: usize,
        /// What it holds, without a word of it: `a name`.
        holds: &'static str,
    },
}
