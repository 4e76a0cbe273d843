//! Batches of rows: the cells of many records in one text, each row with its line and what is wrong with it.

use super::delimited::windows_1252;
use wide::u8x32;

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
    /// The cells of all rows, each with one byte behind it.
    text: String,
    places: Places,
    /// Whether a cell was no UTF-8 and was read as Windows-1252.
    pub windows_1252: bool,
}

/// Where the rows and cells of a batch are in its text, and what is wrong with them.
#[derive(Debug, Default)]
pub struct Places {
    /// For each row the place of its first cell in its text, which is 0, and behind each cell the place of the next one.
    bounds: Vec<u32>,
    rows: Vec<Start>,
    faults: Vec<RowFault>,
}

/// What stands behind each cell. Nobody looks at it: a record without quotes keeps its own delimiters.
const BEHIND: char = '\n';
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
    pub fn into_text(self) -> (String, Places) {
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

    /// Makes room for so many bytes of text, so that filling it copies nothing.
    pub(super) fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
    }

    /// How much text there is, in bytes.
    pub(super) fn text_size(&self) -> usize {
        self.text.len()
    }

    /// How much memory it takes, in bytes: a row that is nothing but a fault has no text.
    pub(super) fn size(&self) -> usize {
        self.text.len()
            + size_of_val(&*self.places.bounds)
            + size_of_val(&*self.places.rows)
            + self.places.faults.len() * A_FAULT
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.places.bounds.clear();
        self.places.rows.clear();
        self.places.faults.clear();
    }

    /// Adds a row whose cells end at `ends` in `bytes`.
    pub(super) fn push(&mut self, line: u64, bytes: &[u8], ends: &[usize]) {
        self.begin(line);
        let text = std::str::from_utf8(bytes).ok();
        let mut start = 0;
        for end in ends {
            // A character may be cut in two by a cell's end: then the cell is looked at by itself.
            match text.and_then(|text| text.get(start..*end)) {
                Some(cell) => self.push_cell(cell),
                None => self.push_bytes(&bytes[start..*end]),
            }
            start = *end;
        }
    }

    /// Adds a row without quotes, whose cells stand between delimiters.
    pub(super) fn push_delimited(&mut self, line: u64, record: &[u8], delimiter: u8) {
        self.begin(line);
        let Ok(text) = std::str::from_utf8(record) else {
            return record.split(|byte| *byte == delimiter).for_each(|cell| self.push_bytes(cell));
        };
        self.text.push_str(text);
        self.text.push(BEHIND);
        each_place(delimiter, record, |at| self.places.bounds.push(at + 1));
        self.places.bounds.push(place(record.len() + 1));
    }

    /// Adds a cell that may be no UTF-8 to the last row.
    fn push_bytes(&mut self, cell: &[u8]) {
        match std::str::from_utf8(cell) {
            Ok(text) => self.push_cell(text),
            Err(_) => {
                self.windows_1252 = true;
                self.push_cell(&windows_1252(cell));
            }
        }
    }

    /// Begins a row; its cells and faults follow.
    pub(super) fn begin(&mut self, line: u64) {
        self.places.rows.push(Start {
            line,
            text: self.text.len(),
            bound: self.places.bounds.len(),
            fault: self.places.faults.len(),
        });
        self.places.bounds.push(0);
    }

    /// Adds a cell to the last row.
    pub(super) fn push_cell(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push(BEHIND);
        let begun = self.places.rows.last().map_or(0, |row| row.text);
        self.places.bounds.push(place(self.text.len() - begun));
    }

    /// Says what is wrong with the last row.
    pub(super) fn fault(&mut self, fault: RowFault) {
        self.places.faults.push(fault);
    }

    /// Adds a row that is nothing but a fault.
    pub(super) fn push_fault(&mut self, line: u64, fault: RowFault) {
        self.begin(line);
        self.fault(fault);
    }

    /// Takes the last cell of the last row away.
    pub(super) fn drop_last_cell(&mut self) {
        if self.places.rows.last().is_some_and(|row| row.bound + 1 < self.places.bounds.len()) {
            self.places.bounds.pop();
        }
    }

    /// Whether every cell of the last row is blank.
    fn is_last_blank(&self) -> bool {
        let Some(Start { text, bound, .. }) = self.places.rows.last().copied() else { return true };
        // Most rows begin with a cell that is not.
        let first = self.text.as_bytes().get(text).filter(|_| self.places.bounds.get(bound + 1) > Some(&1));
        !first.is_some_and(u8::is_ascii_graphic) && {
            let row = self.places.row(&self.text, self.places.rows.len() - 1);
            (0..row.len()).all(|at| row.cell(at) == Some(""))
        }
    }

    /// Takes the last row away when every cell of it is blank; else holds it against the width of the header.
    pub(super) fn settle_last(&mut self, width: Option<usize>) {
        let Some(Start { text, bound, fault, .. }) = self.places.rows.last().copied() else { return };
        let (faultless, cells) = (fault == self.places.faults.len(), self.places.bounds.len() - bound - 1);
        if faultless && self.is_last_blank() {
            self.text.truncate(text);
            self.places.bounds.truncate(bound);
            self.places.rows.pop();
        } else if let Some(expected) = width
            && faultless
            && cells != expected
        {
            self.places.faults.push(RowFault::Ragged { cells, expected });
        }
    }
}

impl Places {
    /// The rows whose text this is.
    pub fn rows_of<'a, 'p>(&'p self, text: &'a str) -> impl ExactSizeIterator<Item = Row<'a, 'p>> {
        (0..self.rows.len()).map(move |at| self.row(text, at))
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

/// Tells every place of a byte, in order. Cells are short: asking thirty-two bytes at once which of them it is beats a
/// search for each cell.
fn each_place(byte: u8, bytes: &[u8], mut tell: impl FnMut(u32)) {
    let wanted = u8x32::splat(byte);
    let mut begins = 0;
    let mut places = |chunk: [u8; 32], within: u32| {
        let mut same = u8x32::new(chunk).simd_eq(wanted).to_bitmask() & within;
        while same != 0 {
            tell(begins + same.trailing_zeros());
            same &= same - 1;
        }
        begins += 32;
    };
    let (chunks, rest) = bytes.as_chunks();
    chunks.iter().for_each(|chunk| places(*chunk, u32::MAX));
    let mut last = [0; 32];
    last[..rest.len()].copy_from_slice(rest);
    places(last, (1 << rest.len()) - 1);
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
