//! CSV and TSV: where each record begins and ends, on which line, and what becomes of a quote that nobody closed.
//!
//! The `csv` crates neither count physical lines nor come back from an open quote, so records are framed here and their
//! cells split by `csv-core`.

use super::sheet::{RowFault, Rows};
use csv_core::ReadRecordResult;
use encoding_rs::WINDOWS_1252;
use memchr::{memchr, memchr2, memchr3};
use std::io::{self, Read};

/// A quoted cell longer than this is taken for a quote that was never closed.
const LONGEST_QUOTED: usize = 64 * 1024;
/// A record longer than this is passed over with a fault.
const LONGEST_RECORD: usize = 16 * 1024 * 1024;
/// How much is asked of the source at a time.
const CHUNK: usize = 128 * 1024;

/// Reads records from `source`, one after the other.
pub struct Delimited<R> {
    source: R,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    at_end: bool,
    line: u64,
    consumed: u64,
    splitter: Splitter,
}

/// One record in the buffer.
enum Frame {
    /// A whole record: its length, the length up to where the next one starts, and whether a cell of it is in quotes.
    Record { length: usize, next: usize, quoted: bool },
    /// A quote opened at `quote` that nobody closed; reading goes on after its line.
    Unclosed { quote: usize, next: usize },
    /// The record is not all there yet.
    More,
}

impl<R: Read> Delimited<R> {
    /// A reader whose cells stand between delimiters of this kind.
    pub fn new(source: R, delimiter: u8) -> Self {
        Self {
            source,
            buffer: vec![0; CHUNK],
            start: 0,
            end: 0,
            at_end: false,
            line: 1,
            consumed: 0,
            splitter: Splitter::new(delimiter),
        }
    }

    /// The source.
    pub fn source(&self) -> &R {
        &self.source
    }

    /// The text that has been peeked at but not read, and the source of the rest.
    pub fn into_rest(self) -> (Vec<u8>, R) {
        (self.buffer[self.start..self.end].to_vec(), self.source)
    }

    /// How many bytes the records read so far took, line ends included: where the next record begins.
    pub const fn consumed(&self) -> u64 {
        self.consumed
    }

    /// What stands between cells.
    pub const fn delimiter(&self) -> u8 {
        self.splitter.delimiter
    }

    /// Sets what stands between cells, once the header has shown it.
    pub fn set_delimiter(&mut self, delimiter: u8) {
        self.splitter = Splitter::new(delimiter);
    }

    /// The text at the front that has not been read as a record yet, at least one chunk of it where there is so much.
    ///
    /// # Errors
    /// When the source fails.
    pub fn peek(&mut self) -> io::Result<&[u8]> {
        while !self.at_end && self.end - self.start < CHUNK {
            self.fill()?;
        }
        Ok(&self.buffer[self.start..self.end])
    }

    /// Reads one record into `rows`. `false` at the end of the file.
    ///
    /// # Errors
    /// When the source fails.
    pub fn read(&mut self, rows: &mut Rows) -> io::Result<bool> {
        loop {
            let data = &self.buffer[self.start..self.end];
            if data.is_empty() && self.at_end {
                return Ok(false);
            }
            let (content, next, quoted, unclosed) = match frame(data, self.splitter.delimiter, self.at_end) {
                Frame::More if data.len() > LONGEST_RECORD => {
                    self.skip_line()?;
                    rows.push_fault(self.line - 1, RowFault::TooLong);
                    return Ok(true);
                }
                Frame::More => {
                    self.fill()?;
                    continue;
                }
                Frame::Record { length, next, quoted } => (length, next, quoted, None),
                Frame::Unclosed { quote, next } => (quote, next, true, Some(quote)),
            };
            let line = self.line;
            if quoted {
                self.splitter.split(&data[..content], line, rows);
                self.line += line_ends(&data[..next]).max(u64::from(self.at_end && next == data.len()));
            } else {
                rows.push_delimited(line, &data[..content], self.splitter.delimiter);
                self.line += 1;
            }
            if let Some(quote) = unclosed {
                // The cell in which the quote opened, and all after it, are missing.
                rows.drop_last_cell();
                rows.fault(RowFault::UnclosedQuote { line: line + line_ends(&data[..quote]) });
            }
            self.start += next;
            self.consumed += next as u64;
            return Ok(true);
        }
    }

    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let data = &self.buffer[self.start..self.end];
            if let Some(at) = memchr2(b'\n', b'\r', data) {
                let next = after_line_end(data, at, true).unwrap_or(data.len());
                self.start += next;
                self.consumed += next as u64;
                self.line += 1;
                return Ok(());
            }
            self.consumed += (self.end - self.start) as u64;
            self.start = self.end;
            if self.at_end {
                self.line += 1;
                return Ok(());
            }
            self.fill()?;
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        if self.start > 0 {
            self.buffer.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
        }
        if self.buffer.len() - self.end < CHUNK {
            self.buffer.resize(self.buffer.len() * 2, 0);
        }
        let read = loop {
            match self.source.read(&mut self.buffer[self.end..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read?,
            }
        };
        self.end += read;
        self.at_end = read == 0;
        Ok(())
    }
}

/// Finds the end of the first record in `data`. A quote counts only at the start of a cell, as `csv-core` has it.
fn frame(data: &[u8], delimiter: u8, at_end: bool) -> Frame {
    let mut from = 0;
    let mut quoted = false;
    loop {
        let Some(at) = memchr3(b'\n', b'\r', b'"', &data[from..]).map(|at| from + at) else {
            return if at_end { Frame::Record { length: data.len(), next: data.len(), quoted } } else { Frame::More };
        };
        if data[at] != b'"' {
            return match after_line_end(data, at, at_end) {
                Some(next) => Frame::Record { length: at, next, quoted },
                None => Frame::More,
            };
        }
        let opens_a_cell = at == 0 || data[at - 1] == delimiter;
        if !opens_a_cell {
            from = at + 1;
            continue;
        }
        quoted = true;
        match closing_quote(data, at, delimiter, at_end) {
            Quote::Closed(after) => from = after,
            Quote::More => return Frame::More,
            Quote::Open => {
                return match memchr2(b'\n', b'\r', &data[at..]).map(|end| after_line_end(data, at + end, at_end)) {
                    Some(Some(next)) => Frame::Unclosed { quote: at, next },
                    None if at_end => Frame::Unclosed { quote: at, next: data.len() },
                    _ => Frame::More,
                };
            }
        }
    }
}

enum Quote {
    /// Closed; the next byte after the quote.
    Closed(usize),
    /// Never closed, or closed where no cell can end.
    Open,
    /// Not to be told yet.
    More,
}

/// Where the quote that opened at `open` closes.
///
/// A quoted cell of several lines must be followed by a delimiter or a line end: otherwise two stray quotes on different
/// lines would swallow the rows between them.
fn closing_quote(data: &[u8], open: usize, delimiter: u8, at_end: bool) -> Quote {
    let mut from = open + 1;
    loop {
        let found = memchr(b'"', &data[from..]).map(|at| from + at);
        match found {
            Some(at) if at - open > LONGEST_QUOTED => return Quote::Open,
            Some(at) => match data.get(at + 1) {
                Some(b'"') => from = at + 2,
                None if !at_end => return Quote::More,
                None => return Quote::Closed(at + 1),
                Some(next) => {
                    let ends_a_cell = *next == delimiter || matches!(next, b'\n' | b'\r');
                    let several_lines = memchr2(b'\n', b'\r', &data[open..at]).is_some();
                    return if ends_a_cell || !several_lines { Quote::Closed(at + 1) } else { Quote::Open };
                }
            },
            None if at_end || data.len() - open > LONGEST_QUOTED => return Quote::Open,
            None => return Quote::More,
        }
    }
}

/// The place after the line end at `at`; `None` when a CR at the end of the data may still be followed by its LF.
fn after_line_end(data: &[u8], at: usize, at_end: bool) -> Option<usize> {
    match (data[at], data.get(at + 1)) {
        (b'\r', Some(b'\n')) => Some(at + 2),
        (b'\r', None) if !at_end => None,
        _ => Some(at + 1),
    }
}

/// How many physical lines end in `data`: LF, CR LF or a lone CR.
fn line_ends(data: &[u8]) -> u64 {
    let feeds = memchr::memchr_iter(b'\n', data).count();
    let returns = memchr::memchr_iter(b'\r', data).filter(|at| data.get(at + 1) != Some(&b'\n')).count();
    (feeds + returns) as u64
}

/// Splits a framed record into cells.
struct Splitter {
    delimiter: u8,
    /// Made for the first record with quotes, which takes a while.
    reader: Option<csv_core::Reader>,
    cells: Vec<u8>,
    ends: Vec<usize>,
}

impl Splitter {
    fn new(delimiter: u8) -> Self {
        Self { delimiter, reader: None, cells: vec![0; 1024], ends: vec![0; 64] }
    }

    fn split(&mut self, record: &[u8], line: u64, rows: &mut Rows) {
        let delimiter = self.delimiter;
        let reader = self.reader.get_or_insert_with(|| csv_core::ReaderBuilder::new().delimiter(delimiter).build());
        reader.reset();
        if self.cells.len() < record.len() {
            self.cells.resize(record.len(), 0);
        }
        let (mut read, mut written, mut ended) = (0, 0, 0);
        loop {
            let (result, took, wrote, ends) =
                reader.read_record(&record[read..], &mut self.cells[written..], &mut self.ends[ended..]);
            (read, written, ended) = (read + took, written + wrote, ended + ends);
            match result {
                // An empty input after the last byte tells the reader that the record is over.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.cells.resize(self.cells.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record | ReadRecordResult::End => break,
            }
        }
        rows.push(line, &self.cells[..written], &self.ends[..ended]);
    }
}

/// The text of cells that are no UTF-8, read as Windows-1252.
pub fn windows_1252(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    WINDOWS_1252.decode_without_bom_handling(bytes).0
}
