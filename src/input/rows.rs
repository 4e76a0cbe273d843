//! Batches of rows: the trimmed cells of many records in one text, each row with its line and what is wrong with it.

use super::delimited::windows_1252;

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
    text: String,
    cells: Vec<Span>,
    rows: Vec<Start>,
    faults: Vec<RowFault>,
    /// Whether a cell was no UTF-8 and was read as Windows-1252.
    pub windows_1252: bool,
}

/// About what a fault with its sentence takes.
const A_FAULT: usize = 200;

/// Where a trimmed cell stands in the text of a batch, which is never near 4 GiB.
#[derive(Clone, Copy, Debug, Default)]
struct Span {
    start: u32,
    end: u32,
}

impl Span {
    fn new(start: usize, end: usize) -> Self {
        let place = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: place(start), end: place(end) }
    }

    fn of(self, text: &str) -> Option<&str> {
        if self.is_blank() {
            return Some("");
        }
        text.get(self.start as usize..self.end as usize)
    }

    fn is_blank(self) -> bool {
        self.start == self.end
    }
}

#[derive(Clone, Copy, Debug)]
struct Start {
    line: u64,
    cell: usize,
    fault: usize,
}

/// One row of a batch.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Physical line on which the record begins, or index in a JSON array from 1.
    pub line: u64,
    /// What is wrong with the row as a whole.
    pub faults: &'a [RowFault],
    text: &'a str,
    cells: &'a [Span],
}

impl<'a> Row<'a> {
    /// The trimmed text of a cell; `None` when the row ends before it.
    pub fn cell(&self, at: usize) -> Option<&'a str> {
        let span = self.cells.get(at)?;
        let text = span.of(self.text)?;
        let nested = |fault: &RowFault| matches!(fault, RowFault::Nested { cell } if *cell == at);
        (self.faults.is_empty() || !self.faults.iter().any(nested)).then_some(text)
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The JSON of a cell that holds a list or an object, for which [`Row::cell`] has no text.
    pub fn nested(&self, at: usize) -> Option<&'a str> {
        let span = self.cells.get(at)?;
        let nested = |fault: &RowFault| matches!(fault, RowFault::Nested { cell } if *cell == at);
        if self.faults.iter().any(nested) { span.of(self.text) } else { None }
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
    pub fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().enumerate().map(|(at, start)| {
            let next = self.rows.get(at + 1);
            Row {
                line: start.line,
                faults: &self.faults[start.fault..next.map_or(self.faults.len(), |next| next.fault)],
                text: &self.text,
                cells: &self.cells[start.cell..next.map_or(self.cells.len(), |next| next.cell)],
            }
        })
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Makes room for so many bytes of text, so that filling it copies nothing.
    pub(super) fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
    }

    /// How much memory it takes, in bytes: a row that is nothing but a fault has no text.
    pub(super) fn size(&self) -> usize {
        self.text.len() + size_of_val(&*self.cells) + size_of_val(&*self.rows) + self.faults.len() * A_FAULT
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.cells.clear();
        self.rows.clear();
        self.faults.clear();
    }

    /// Adds a row whose cells end at `ends` in `bytes`.
    pub(super) fn push(&mut self, line: u64, bytes: &[u8], ends: &[usize]) {
        self.begin(line);
        let mut start = 0;
        match std::str::from_utf8(bytes) {
            // A character may be cut in two by a cell's end: then each cell is looked at by itself.
            Ok(text) if ends.iter().all(|end| text.is_char_boundary(*end)) => {
                let base = self.text.len();
                self.text.push_str(text);
                for end in ends {
                    self.cells.push(trimmed(text, start, *end, base));
                    start = *end;
                }
            }
            _ => {
                for end in ends {
                    self.push_bytes(&bytes[start..*end]);
                    start = *end;
                }
            }
        }
    }

    /// Adds a row without quotes, whose cells stand between delimiters.
    pub(super) fn push_delimited(&mut self, line: u64, record: &[u8], delimiter: u8) {
        let Ok(text) = std::str::from_utf8(record) else {
            self.begin(line);
            return record.split(|byte| *byte == delimiter).for_each(|cell| self.push_bytes(cell));
        };
        self.begin(line);
        let base = self.text.len();
        self.text.push_str(text);
        let mut start = 0;
        each_place(delimiter, record, |at| {
            self.cells.push(trimmed(text, start, at, base));
            start = at + 1;
        });
        self.cells.push(trimmed(text, start, text.len(), base));
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
        self.rows.push(Start { line, cell: self.cells.len(), fault: self.faults.len() });
    }

    /// Adds a cell to the last row.
    pub(super) fn push_cell(&mut self, text: &str) {
        self.cells.push(trimmed(text, 0, text.len(), self.text.len()));
        self.text.push_str(text);
    }

    /// Says what is wrong with the last row.
    pub(super) fn fault(&mut self, fault: RowFault) {
        self.faults.push(fault);
    }

    /// Adds a row that is nothing but a fault.
    pub(super) fn push_fault(&mut self, line: u64, fault: RowFault) {
        self.begin(line);
        self.fault(fault);
    }

    /// Takes the last cell of the last row away.
    pub(super) fn drop_last_cell(&mut self) {
        if self.rows.last().is_some_and(|row| row.cell < self.cells.len()) {
            self.cells.pop();
        }
    }

    /// Takes the last row away when every cell of it is blank; else holds it against the width of the header.
    pub(super) fn settle_last(&mut self, width: Option<usize>) {
        let Some(last) = self.rows.last().copied() else { return };
        let cells = &self.cells[last.cell..];
        let faultless = self.faults.len() == last.fault;
        if faultless && cells.iter().all(|cell| cell.is_blank()) {
            self.cells.truncate(last.cell);
            self.rows.pop();
        } else if let Some(expected) = width
            && faultless
            && cells.len() != expected
        {
            self.faults.push(RowFault::Ragged { cells: cells.len(), expected });
        }
    }
}

/// Tells every place of a byte. Cells are short: looking at eight bytes at once beats calling a search for each cell.
fn each_place(byte: u8, bytes: &[u8], mut tell: impl FnMut(usize)) {
    const LOW: u64 = u64::from_ne_bytes([0x7f; 8]);
    let (eights, rest) = bytes.as_chunks::<8>();
    for (at, eight) in eights.iter().enumerate() {
        let other = u64::from_le_bytes(*eight) ^ u64::from_ne_bytes([byte; 8]);
        // The high bit of each of the eight is set where nothing differs.
        let mut same = !(((other & LOW) + LOW) | other | LOW);
        while same != 0 {
            tell(at * 8 + same.trailing_zeros() as usize / 8);
            same &= same - 1;
        }
    }
    let before = bytes.len() - rest.len();
    (0..rest.len()).filter(|at| rest[*at] == byte).for_each(|at| tell(before + at));
}

/// The cell from `start` to `end` of `text` without the blanks around it, as a place in a text in which `base` bytes stand
/// before this one.
#[inline]
fn trimmed(text: &str, start: usize, end: usize, base: usize) -> Span {
    // Half of the cells of a roster are blank.
    if start == end {
        return Span::default();
    }
    let bytes = text.as_bytes();
    if bytes[start].is_ascii_graphic() && bytes[end - 1].is_ascii_graphic() {
        return Span::new(base + start, base + end);
    }
    let cell = text.get(start..end).unwrap_or_default();
    let front = base + start + cell.len() - cell.trim_start().len();
    Span::new(front, front + cell.trim().len())
}
