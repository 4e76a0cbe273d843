//! Batches of rows: the cells of many records in one text, each row with its line and what is wrong with it.

use crate::input::bytes::decode_text;
use memchr::memchr_iter;

/// What is wrong with a row as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// More or fewer cells than the header.
    Ragged {
        /// Cells in the row.
        cells: usize,
        /// Cells in the header.
        expected: usize,
    },
    /// A quote that opened on this line is not closed.
    UnclosedQuote {
        /// The physical line.
        line: u64,
    },
    /// A record too long to be one.
    TooLong,
    /// No JSON object, with the reason.
    NoObject(String),
    /// A cell holds a list or an object.
    Nested {
        /// The cell.
        cell: usize,
    },
}

/// A batch of rows.
#[derive(Debug, Default)]
pub struct Rows {
    /// The cells of all rows, each with one byte behind it, and between rows perhaps more that is no cell.
    text: String,
    pub(crate) places: RowBounds,
    /// Whether a cell was no UTF-8 and was read as Windows-1252.
    pub windows_1252: bool,
}

/// Where the rows and cells of a batch are in its text, and what is wrong with them.
#[derive(Debug, Default)]
pub struct RowBounds {
    /// For each row the place of its first cell in its text, which is 0, and behind each cell the place of the next one.
    bounds: Vec<u32>,
    rows: Vec<Start>,
    faults: Vec<RowFault>,
}

/// A batch is full when its text takes so many bytes, or the places of its rows and cells and its faults do.
pub(crate) const FULL_BATCH: usize = 512 * 1024;
/// So many rows fill it as well, however short: there may be much to say about each.
const MOST_ROWS: usize = 4096;

/// What stands behind each cell. Nobody looks at it: a record without quotes keeps its own delimiters.
pub(crate) const CELL_END: u8 = b'\n';
/// About what a fault with its sentence takes.
const A_FAULT: usize = 200;

/// Where a row begins in each of the lists of its batch.
#[derive(Clone, Copy, Debug)]
struct Start {
    line: u64,
    text: usize,
    bound: usize,
    fault: usize,
}

/// One row of a batch, whose text may stay longer than the places in it.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a, 'p> {
    /// Physical line on which the record begins, or index in a JSON array from 1.
    pub line: u64,
    /// What is wrong with the row as a whole.
    pub faults: &'p [RowFault],
    text: &'a str,
    bounds: &'p [u32],
}

impl<'a> Row<'a, '_> {
    /// The trimmed text of a cell; `None` when the row ends before it, or it holds a list or an object.
    pub fn cell(&self, at: usize) -> Option<&'a str> {
        let [start, next] = *self.bounds.get(at..)?.first_chunk()?;
        self.trimmed(at, start, next)
    }

    /// The cells that are not empty, as [`Row::cell`] has them, with their places: half of the cells of a roster are.
    #[inline]
    pub fn filled(&self) -> impl Iterator<Item = (usize, Option<&'a str>)> {
        let places = self.bounds.windows(2).filter_map(<[u32]>::first_chunk).enumerate();
        let filled = places.filter(|(_, [start, next])| start + 1 != *next);
        filled.map(|(at, [start, next])| (at, self.trimmed(at, *start, *next)))
    }

    #[inline]
    fn trimmed(&self, at: usize, start: u32, next: u32) -> Option<&'a str> {
        let text = self.text.get(start as usize..next as usize - 1)?;
        (self.faults.is_empty() || !self.is_nested(at)).then(|| trimmed(text))
    }

    /// A cell as it stands there.
    fn whole(&self, at: usize) -> Option<&'a str> {
        let [start, next] = *self.bounds.get(at..)?.first_chunk()?;
        self.text.get(start as usize..next as usize - 1)
    }

    fn is_nested(&self, at: usize) -> bool {
        self.faults.iter().any(|fault| matches!(fault, RowFault::Nested { cell } if *cell == at))
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.bounds.len().saturating_sub(1)
    }

    /// Whether every cell is blank.
    pub fn is_blank(&self) -> bool {
        self.faults.is_empty() && (0..self.len()).all(|at| self.cell(at) == Some(""))
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The JSON of a cell that holds a list or an object, for which [`Row::cell`] has no text.
    pub fn nested(&self, at: usize) -> Option<&'a str> {
        if self.is_nested(at) { self.whole(at).map(str::trim) } else { None }
    }

    /// Whether the row is no record at all: nothing in it can be read.
    pub fn is_unreadable(&self) -> bool {
        self.faults.iter().any(|fault| matches!(fault, RowFault::NoObject(_) | RowFault::TooLong))
    }
}

impl Rows {
    /// One row of these cells, for a record that comes from no file.
    pub fn of_cells<'c>(cells: impl IntoIterator<Item = &'c str>) -> Self {
        let mut rows = Self::default();
        rows.begin(1);
        cells.into_iter().for_each(|cell| rows.push_cell(cell));
        rows
    }

    /// The rows of the batch.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Row<'_, '_>> {
        self.places.rows_of(&self.text)
    }

    /// The text, and where in it the rows are.
    pub fn into_text(self) -> (String, RowBounds) {
        (self.text, self.places)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.places.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.places.rows.is_empty()
    }

    /// How much text there is, in bytes.
    pub(crate) fn text_size(&self) -> usize {
        self.text.len()
    }

    /// Whether there is so much in it that the batch should end.
    pub(crate) fn is_full(&self) -> bool {
        self.text.len().max(self.places.size()) >= FULL_BATCH || self.len() >= MOST_ROWS
    }

    /// Takes all rows away.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.places.clear();
        self.windows_1252 = false;
    }

    /// Takes all rows away and lends the memory of their text, to be given back with [`Self::set_text`].
    pub(crate) fn lend_text(&mut self) -> Vec<u8> {
        self.clear();
        // A record of many megabytes may have been in it.
        self.text.shrink_to(4 * FULL_BATCH);
        std::mem::take(&mut self.text).into_bytes()
    }

    /// Sets the text in which the rows have been placed. Where it is no UTF-8, each cell is looked at by itself.
    pub(crate) fn set_text(&mut self, bytes: Vec<u8>) {
        match String::from_utf8(bytes) {
            Ok(text) => self.text = text,
            Err(error) => {
                self.windows_1252 = true;
                self.copy_cells(error.as_bytes());
            }
        }
    }

    /// Copies every cell that has been placed in these bytes to a text of its own.
    fn copy_cells(&mut self, bytes: &[u8]) {
        let RowBounds { bounds, rows, faults } = std::mem::take(&mut self.places);
        for (at, Start { line, text, bound, fault }) in rows.iter().copied().enumerate() {
            self.places.rows.push(Start { line, text: self.text.len(), bound: self.places.bounds.len(), fault });
            self.places.bounds.push(0);
            let bounds = &bounds[bound..rows.get(at + 1).map_or(bounds.len(), |next| next.bound)];
            for [start, next] in bounds.windows(2).filter_map(<[u32]>::first_chunk) {
                self.push_cell(&decode_text(&bytes[text + *start as usize..text + *next as usize - 1]));
            }
        }
        self.places.faults = faults;
    }

    /// Begins a row at the end of the text; its cells and faults follow.
    pub(crate) fn begin(&mut self, line: u64) {
        self.places.begin(line, self.text.len());
    }

    /// Adds a cell to the last row.
    pub(crate) fn push_cell(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push(char::from(CELL_END));
        self.places.end_cell(self.text.len());
    }

    /// Says what is wrong with the last row.
    pub(crate) fn fault(&mut self, fault: RowFault) {
        self.places.fault(fault);
    }

    /// Takes the last row away when every cell of it is blank.
    pub(crate) fn drop_blank(&mut self) {
        if let Some(begins) = self.places.remove_blank_row(self.text.as_bytes()) {
            self.text.truncate(begins);
        }
    }

    /// Adds a row that is nothing but a fault.
    pub(crate) fn push_fault(&mut self, line: u64, fault: RowFault) {
        self.begin(line);
        self.fault(fault);
    }
}

impl RowBounds {
    /// The rows whose text this is.
    pub fn rows_of<'a, 'p>(&'p self, text: &'a str) -> impl ExactSizeIterator<Item = Row<'a, 'p>> {
        (0..self.rows.len()).map(move |at| self.row(text, at))
    }

    /// Begins a row at a place in its text; its cells and faults follow.
    pub(crate) fn begin(&mut self, line: u64, text: usize) {
        self.rows.push(Start { line, text, bound: self.bounds.len(), fault: self.faults.len() });
        self.bounds.push(0);
    }

    /// Adds a cell to the last row. `next`: where in the text the one behind it begins.
    pub(crate) fn end_cell(&mut self, next: usize) {
        let begun = self.rows.last().map_or(0, |row| row.text);
        self.bounds.push(place(next - begun));
    }

    /// Adds the cells of a record, in which they stand between delimiters, to the last row.
    pub(crate) fn split(&mut self, record: &[u8], delimiter: u8) {
        self.bounds.extend(memchr_iter(delimiter, record).map(|at| place(at + 1)));
        self.bounds.push(place(record.len() + 1));
    }

    /// Says what is wrong with the last row.
    pub(crate) fn fault(&mut self, fault: RowFault) {
        self.faults.push(fault);
    }

    /// Takes the last cell of the last row away.
    pub(crate) fn drop_last_cell(&mut self) {
        if self.rows.last().is_some_and(|row| row.bound + 1 < self.bounds.len()) {
            self.bounds.pop();
        }
    }

    /// Takes the last row away when nothing is wrong with it and every cell of it is blank; returns where it began in `text`.
    pub(crate) fn remove_blank_row(&mut self, text: &[u8]) -> Option<usize> {
        let Start { text: begins, bound, .. } = *self.rows.last().filter(|row| self.is_faultless(row))?;
        self.is_last_blank(&text[begins..]).then(|| {
            self.bounds.truncate(bound);
            self.rows.pop();
            begins
        })
    }

    /// Says so when nothing else is wrong with the last row, but it has more or fewer cells than the header.
    pub(crate) fn check_width(&mut self, expected: usize) {
        let Some(row) = self.rows.last().filter(|row| self.is_faultless(row)) else { return };
        let cells = self.bounds.len() - row.bound - 1;
        if cells != expected {
            self.fault(RowFault::Ragged { cells, expected });
        }
    }

    /// Whether nothing is wrong with the last row.
    fn is_faultless(&self, last: &Start) -> bool {
        last.fault == self.faults.len()
    }

    /// Whether every cell of the last row is blank. `text`: that of the row.
    fn is_last_blank(&self, text: &[u8]) -> bool {
        let bounds = &self.bounds[self.rows.last().map_or(0, |row| row.bound)..];
        // Most rows begin with a cell that is not.
        let begins_blank = bounds.get(1) == Some(&1) || !text.first().is_some_and(u8::is_ascii_graphic);
        begins_blank && {
            let mut cells = bounds.windows(2).filter_map(<[u32]>::first_chunk);
            cells.all(|[start, next]| decode_text(&text[*start as usize..*next as usize - 1]).trim().is_empty())
        }
    }

    /// How much memory they take, in bytes.
    fn size(&self) -> usize {
        size_of_val(&*self.bounds) + size_of_val(&*self.rows) + self.faults.len() * A_FAULT
    }

    fn clear(&mut self) {
        self.bounds.clear();
        self.rows.clear();
        self.faults.clear();
    }

    fn row<'a, 'p>(&'p self, text: &'a str, at: usize) -> Row<'a, 'p> {
        let Start { line, text: begins, bound, fault } = self.rows[at];
        let next = self.rows.get(at + 1);
        Row {
            line,
            faults: &self.faults[fault..next.map_or(self.faults.len(), |next| next.fault)],
            text: &text[begins..next.map_or(text.len(), |next| next.text)],
            bounds: &self.bounds[bound..next.map_or(self.bounds.len(), |next| next.bound)],
        }
    }
}

/// A place in the text of a row, which is never near 4 GiB.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A cell without the blanks around it.
#[inline]
fn trimmed(cell: &str) -> &str {
    match cell.as_bytes() {
        [] => cell,
        [only] if only.is_ascii_graphic() => cell,
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        _ => cell.trim(),
    }
}
