//! Batches of rows: the cells of many records in one text, each row with its line and its faults.

use crate::input::bytes::{self, decode_cell, decode_text};
use crate::input::column::is_blank;
pub use crate::input::row_fault::{RowFault, Shift};
use crate::values::fold::trimmed;
use wide::u8x32;

/// A batch of rows.
#[derive(Debug, Default)]
pub struct Rows {
    /// The cells of all rows, each followed by one byte, and perhaps unused bytes between rows.
    text: String,
    pub(crate) places: RowBounds,
    /// True when a cell was not UTF-8 and was read as Windows-1252.
    pub windows_1252: bool,
}

/// The cells that a row may have.
#[derive(Clone, Copy, Debug)]
pub struct Width {
    /// Cells in the header.
    pub header: usize,
    /// Further cells, of columns without a heading.
    pub beyond: usize,
}

/// The bounds of the rows and cells of a batch in its text, and their faults.
#[derive(Debug, Default)]
pub struct RowBounds {
    /// For each row the place of its first cell in its text, which is 0, and after each cell the place of the next one.
    bounds: Vec<u32>,
    rows: Vec<Start>,
    faults: Vec<RowFault>,
}

/// The bytes that fill a batch, by its text or by the bounds and faults of its rows.
pub(crate) const FULL_BATCH: usize = 512 * 1024;
/// The rows that fill a batch, however short they are: each may have many findings.
const MOST_ROWS: usize = 4096;

/// The byte after each cell. It is never read: a record without quotes keeps its delimiters.
pub(crate) const CELL_END: u8 = b'\n';
/// The estimated bytes of a fault with its sentence.
const FAULT_SIZE: usize = 200;

/// The beginning of a row in each of the lists of its batch.
#[derive(Clone, Copy, Debug)]
struct Start {
    line: u64,
    text: usize,
    bound: usize,
    fault: usize,
}

/// One row of a batch. Its text may outlive its bounds.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a, 'p> {
    /// Physical line on which the record begins, or index in a JSON array from 1.
    pub line: u64,
    /// The faults of the row as a whole.
    pub faults: &'p [RowFault],
    text: &'a str,
    /// The bounds of the cells; none of a shifted row, so that no cell of it is read, quoted or matched anywhere.
    bounds: &'p [u32],
    /// The bounds of the cells as recorded.
    recorded: &'p [u32],
}

impl<'a> Row<'a, '_> {
    /// Returns the trimmed text of a cell; `None` when the row ends before it, or it holds a list or an object.
    pub fn cell(&self, at: usize) -> Option<&'a str> {
        let [start, next] = *self.bounds.get(at..)?.first_chunk()?;
        self.trimmed(at, start, next)
    }

    /// Returns the cells that are not empty, as [`Row::cell`] does, with their places. Half of the cells of a roster
    /// are empty.
    #[inline]
    pub fn filled(&self) -> impl Iterator<Item = (usize, Option<&'a str>)> {
        let places = self.bounds.windows(2).filter_map(<[u32]>::first_chunk).enumerate();
        let filled = places.filter(|(_, [start, next])| start + 1 != *next);
        filled.map(|(at, [start, next])| (at, self.trimmed(at, *start, *next)))
    }

    #[inline]
    fn trimmed(&self, at: usize, start: u32, next: u32) -> Option<&'a str> {
        let text = self.text.get(start as usize..next as usize - 1)?;
        (self.faults.is_empty() || !self.is_nested(at)).then(|| trimmed_cell(text))
    }

    /// Returns the trimmed text of a cell as recorded, also of a shifted row: for a copy of the file, which loses
    /// nothing, and for no report.
    pub fn recorded(&self, at: usize) -> Option<&'a str> {
        let [start, next] = *self.recorded.get(at..)?.first_chunk()?;
        self.text.get(start as usize..next as usize - 1).map(trimmed)
    }

    /// Returns whether the cells do not stand in their own columns.
    pub fn is_shifted(&self) -> bool {
        self.faults.iter().any(|fault| matches!(fault, RowFault::Shifted(_)))
    }

    /// Returns a cell with its blanks.
    fn whole(&self, at: usize) -> Option<&'a str> {
        let [start, next] = *self.bounds.get(at..)?.first_chunk()?;
        self.text.get(start as usize..next as usize - 1)
    }

    /// Returns the cells with garbled letters, each with its place and what it was.
    fn garbled_cells(&self) -> Vec<(usize, String)> {
        let places = if bytes::may_be_garbled(self.text) { 0..self.len() } else { 0..0 };
        places.filter_map(|at| Some((at, bytes::ungarbled(self.whole(at)?)?))).collect()
    }

    /// Returns whether a cell holds a list or an object.
    fn is_nested(&self, at: usize) -> bool {
        self.faults.iter().any(|fault| matches!(fault, RowFault::Nested { cell } if *cell == at))
    }

    /// Counts the cells.
    pub fn len(&self) -> usize {
        self.bounds.len().saturating_sub(1)
    }

    /// Returns whether every cell is blank.
    pub fn is_blank(&self) -> bool {
        self.faults.is_empty() && (0..self.len()).all(|at| self.cell(at) == Some(""))
    }

    /// Returns whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the JSON of a cell that holds a list or an object, for which [`Row::cell`] returns `None`.
    pub fn nested(&self, at: usize) -> Option<&'a str> {
        if self.is_nested(at) { self.whole(at).map(str::trim) } else { None }
    }

    /// Returns whether nothing in the row can be read.
    pub fn is_unreadable(&self) -> bool {
        self.faults.iter().any(|fault| matches!(fault, RowFault::NoObject(_) | RowFault::TooLong))
    }
}

impl Rows {
    /// Returns one row of these cells, for a record that does not come from a file.
    pub fn of_cells<'c>(cells: impl IntoIterator<Item = &'c str>) -> Self {
        let mut rows = Self::default();
        rows.begin(1);
        cells.into_iter().for_each(|cell| rows.push_cell(cell));
        rows
    }

    /// Returns the rows of the batch.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Row<'_, '_>> {
        self.places.rows_of(&self.text)
    }

    /// Removes the rows at these places.
    pub(crate) fn remove(&mut self, places: &[usize]) {
        if !places.is_empty() {
            self.places.remove(places);
        }
    }

    /// Returns the text and the bounds of the rows in it.
    pub fn into_text(self) -> (String, RowBounds) {
        (self.text, self.places)
    }

    /// Counts the rows.
    pub fn len(&self) -> usize {
        self.places.rows.len()
    }

    /// Returns whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.places.rows.is_empty()
    }

    /// Returns the size of the text in bytes.
    pub(crate) fn text_size(&self) -> usize {
        self.text.len()
    }

    /// Returns whether the batch is full.
    pub(crate) fn is_full(&self) -> bool {
        self.text.len().max(self.places.size()) >= FULL_BATCH || self.len() >= MOST_ROWS
    }

    /// Marks rows as shifted, each at its place, in order. Another width than the header's is no fault of its own then.
    pub(crate) fn shift(&mut self, shifted: &[(usize, Shift)]) {
        if !shifted.is_empty() {
            self.places.shift(shifted);
        }
    }

    /// Removes all rows.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.places.clear();
        self.windows_1252 = false;
    }

    /// Removes all rows and returns the memory of their text, for a new text that is set by [`Self::set_text`].
    pub(crate) fn take_text(&mut self) -> Vec<u8> {
        self.clear();
        // A record of many megabytes may have been in it.
        self.text.shrink_to(4 * FULL_BATCH);
        std::mem::take(&mut self.text).into_bytes()
    }

    /// Sets the text to which the bounds belong. Where it is not UTF-8, each cell is decoded by itself.
    pub(crate) fn set_text(&mut self, bytes: Vec<u8>) {
        match String::from_utf8(bytes) {
            Ok(text) => self.text = text,
            Err(error) => {
                self.windows_1252 = true;
                self.copy_cells(error.as_bytes());
            }
        }
    }

    /// Copies every cell in these bytes to a new text, decoded.
    fn copy_cells(&mut self, bytes: &[u8]) {
        let RowBounds { bounds, rows, faults } = std::mem::take(&mut self.places);
        for (at, Start { line, text, bound, fault }) in rows.iter().copied().enumerate() {
            self.places.rows.push(Start { line, text: self.text.len(), bound: self.places.bounds.len(), fault });
            self.places.bounds.push(0);
            let bounds = &bounds[bound..rows.get(at + 1).map_or(bounds.len(), |next| next.bound)];
            for [start, next] in bounds.windows(2).filter_map(<[u32]>::first_chunk) {
                self.push_cell(&decode_cell(&bytes[text + *start as usize..text + *next as usize - 1]));
            }
        }
        self.places.faults = faults;
    }

    /// Reads back cells whose letters were garbled by a wrong save: UTF-8 that was read as Windows-1252. Returns their
    /// number.
    pub(crate) fn read_back_garbled(&mut self) -> u64 {
        if !bytes::may_be_garbled(&self.text) {
            return 0;
        }
        let rows: Vec<_> = self.iter().map(|row| row.garbled_cells()).collect();
        let garbled: u64 = rows.iter().map(|row| row.len() as u64).sum();
        if garbled == 0 {
            return 0;
        }
        self.replace_cells(&rows);
        garbled
    }

    /// Puts other texts into cells: for each row the places and the texts.
    pub(crate) fn replace_cells(&mut self, replaced: &[Vec<(usize, String)>]) {
        let text = std::mem::take(&mut self.text);
        let places = std::mem::take(&mut self.places);
        for (row, replaced) in places.rows_of(&text).zip(replaced) {
            self.begin(row.line);
            for (at, [start, next]) in row.recorded.windows(2).filter_map(<[u32]>::first_chunk).enumerate() {
                let cell = row.text.get(*start as usize..*next as usize - 1).unwrap_or_default();
                self.push_cell(replaced.iter().find(|(place, _)| *place == at).map_or(cell, |(_, text)| text));
            }
            row.faults.iter().for_each(|fault| self.fault(fault.clone()));
        }
    }

    /// Begins a row at the end of the text; its cells and faults are added next.
    pub(crate) fn begin(&mut self, line: u64) {
        self.places.begin(line, self.text.len());
    }

    /// Adds a cell to the last row.
    pub(crate) fn push_cell(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push(char::from(CELL_END));
        self.places.end_cell(self.text.len());
    }

    /// Adds a fault to the last row.
    pub(crate) fn fault(&mut self, fault: RowFault) {
        self.places.fault(fault);
    }

    /// Removes the last row when all its cells are blank.
    pub(crate) fn drop_blank(&mut self) {
        if let Some(begins) = self.places.remove_blank_row(self.text.as_bytes()) {
            self.text.truncate(begins);
        }
    }

    /// Adds a row that has a fault and no cells.
    pub(crate) fn push_fault(&mut self, line: u64, fault: RowFault) {
        self.begin(line);
        self.fault(fault);
    }
}

impl RowBounds {
    /// Returns the rows in this text.
    pub fn rows_of<'a, 'p>(&'p self, text: &'a str) -> impl ExactSizeIterator<Item = Row<'a, 'p>> {
        (0..self.rows.len()).map(move |at| self.row(text, at))
    }

    /// Begins a row at a place in the text; its cells and faults are added next.
    pub(crate) fn begin(&mut self, line: u64, text: usize) {
        self.rows.push(Start { line, text, bound: self.bounds.len(), fault: self.faults.len() });
        self.bounds.push(0);
    }

    /// Adds a cell to the last row. `next` is the place in the text after the cell and its end.
    pub(crate) fn end_cell(&mut self, next: usize) {
        let begun = self.rows.last().map_or(0, |row| row.text);
        self.bounds.push(narrow(next - begun));
    }

    /// Adds the cells of a record without quotes to the last row.
    pub(crate) fn split(&mut self, record: &[u8], delimiter: u8) {
        each_place(delimiter, record, |at| self.bounds.push(at + 1));
        self.bounds.push(narrow(record.len() + 1));
    }

    /// Adds a fault to the last row.
    pub(crate) fn fault(&mut self, fault: RowFault) {
        self.faults.push(fault);
    }

    /// Removes the last cell of the last row.
    pub(crate) fn drop_last_cell(&mut self) {
        if self.rows.last().is_some_and(|row| row.bound + 1 < self.bounds.len()) {
            self.bounds.pop();
        }
    }

    /// Removes the last row when it has no fault and all its cells are blank. Returns the place in `text` where it
    /// began.
    pub(crate) fn remove_blank_row(&mut self, text: &[u8]) -> Option<usize> {
        let Start { text: begins, bound, .. } = *self.rows.last().filter(|row| self.is_faultless(row))?;
        self.is_last_blank(&text[begins..]).then(|| {
            self.bounds.truncate(bound);
            self.rows.pop();
            begins
        })
    }

    /// Adds a fault to the last row when it has no other and more or fewer cells than the header, not counting blank
    /// ones behind them (settled 163).
    pub(crate) fn check_width(&mut self, width: Width, text: &[u8]) {
        let Some(row) = self.rows.last().filter(|row| self.is_faultless(row)) else { return };
        let cells = self.bounds.len() - row.bound - 1;
        if cells < width.header || cells > width.header + width.beyond && !self.is_blank_beyond(width, row, text) {
            self.fault(RowFault::Ragged { cells, expected: width.header });
        }
    }

    /// Returns whether the cells of a row beyond this width are blank.
    fn is_blank_beyond(&self, width: Width, row: &Start, text: &[u8]) -> bool {
        let beyond = &self.bounds[row.bound + width.header + width.beyond..];
        let text = text.get(row.text..).unwrap_or_default();
        let mut cells = beyond.windows(2).filter_map(<[u32]>::first_chunk);
        cells.all(|[start, next]| {
            let cell = text.get(*start as usize..*next as usize - 1).unwrap_or_default();
            is_blank(trimmed(&decode_text(cell)))
        })
    }

    /// Removes the rows at these places, which are in order. Their text stays, unused.
    fn remove(&mut self, places: &[usize]) {
        let old = std::mem::take(self);
        for (at, row) in old.rows.iter().enumerate().filter(|(at, _)| places.binary_search(at).is_err()) {
            let next = old.rows.get(at + 1);
            self.rows.push(Start { bound: self.bounds.len(), fault: self.faults.len(), ..*row });
            self.bounds.extend(&old.bounds[row.bound..next.map_or(old.bounds.len(), |next| next.bound)]);
            let faults = old.faults.get(row.fault..next.map_or(old.faults.len(), |next| next.fault));
            self.faults.extend_from_slice(faults.unwrap_or_default());
        }
    }

    /// Adds the fault of a shifted row to these rows, which are in order.
    fn shift(&mut self, shifted: &[(usize, Shift)]) {
        let old = std::mem::take(&mut self.faults);
        let ends: Vec<usize> = self.rows.iter().skip(1).map(|row| row.fault).chain([old.len()]).collect();
        let mut shifted = shifted.iter().peekable();
        for (at, (row, end)) in self.rows.iter_mut().zip(ends).enumerate() {
            let own = old.get(row.fault..end).unwrap_or_default();
            row.fault = self.faults.len();
            match shifted.next_if(|(place, _)| *place == at) {
                Some((_, shift)) => {
                    let others = own.iter().filter(|fault| !matches!(fault, RowFault::Ragged { .. }));
                    self.faults.push(RowFault::Shifted(*shift));
                    self.faults.extend(others.cloned());
                }
                None => self.faults.extend_from_slice(own),
            }
        }
    }

    /// Returns whether the last row has no fault.
    fn is_faultless(&self, last: &Start) -> bool {
        last.fault == self.faults.len()
    }

    /// Returns whether every cell of the last row is blank. `text` begins with the row.
    fn is_last_blank(&self, text: &[u8]) -> bool {
        let bounds = &self.bounds[self.rows.last().map_or(0, |row| row.bound)..];
        // The first cell of most rows is not blank.
        let begins_blank = bounds.get(1) == Some(&1) || !text.first().is_some_and(u8::is_ascii_graphic);
        begins_blank && {
            let mut cells = bounds.windows(2).filter_map(<[u32]>::first_chunk);
            cells.all(|[start, next]| trimmed(&decode_text(&text[*start as usize..*next as usize - 1])).is_empty())
        }
    }

    /// Estimates the memory of the bounds and faults, in bytes.
    fn size(&self) -> usize {
        size_of_val(&*self.bounds) + size_of_val(&*self.rows) + self.faults.len() * FAULT_SIZE
    }

    fn clear(&mut self) {
        self.bounds.clear();
        self.rows.clear();
        self.faults.clear();
    }

    fn row<'a, 'p>(&'p self, text: &'a str, at: usize) -> Row<'a, 'p> {
        let Start { line, text: begins, bound, fault } = self.rows[at];
        let next = self.rows.get(at + 1);
        let faults = &self.faults[fault..next.map_or(self.faults.len(), |next| next.fault)];
        let recorded = &self.bounds[bound..next.map_or(self.bounds.len(), |next| next.bound)];
        let is_shifted = faults.iter().any(|fault| matches!(fault, RowFault::Shifted(_)));
        Row {
            line,
            faults,
            text: &text[begins..next.map_or(text.len(), |next| next.text)],
            bounds: if is_shifted { &[] } else { recorded },
            recorded,
        }
    }
}

/// Returns a place in the text of a row, which is never near 4 GiB.
fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Calls `found` with every place of a byte, in order.
///
/// Cells are a few bytes long, so that a search for each delimiter is slow: with `memchr` it took a seventh of a roster
/// check of a million rows. Comparing 32 bytes at once takes a fraction of that.
fn each_place(byte: u8, bytes: &[u8], mut found: impl FnMut(u32)) {
    let wanted = u8x32::splat(byte);
    let mut begins = 0;
    let mut places = |chunk: [u8; 32], within: u32| {
        let mut same = u8x32::new(chunk).simd_eq(wanted).to_bitmask() & within;
        while same != 0 {
            found(begins + same.trailing_zeros());
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

/// Returns a cell without the blanks around it.
#[inline]
fn trimmed_cell(cell: &str) -> &str {
    match cell.as_bytes() {
        [] => cell,
        [only] if only.is_ascii_graphic() => cell,
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        _ => trimmed(cell),
    }
}
