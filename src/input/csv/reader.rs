//! Records read from a source, batch after batch: framed in place and split into cells, those in quotes by `csv-core`.

use crate::input::csv::framing::{Frame, after_line_end, frame, line_ends};
use crate::input::rows::{CELL_END, FULL_BATCH, RowBounds, RowFault, Rows, Width};
use csv_core::ReadRecordResult;
use memchr::{memchr2, memrchr2};
use std::io::{self, Read};

/// The longest record, in bytes. A longer one is skipped with a fault.
const LONGEST_RECORD: usize = 16 * 1024 * 1024;
/// CR and LF, in bytes.
const LONGEST_LINE_END: usize = 2;
/// The number of bytes asked of the source at a time.
const CHUNK: usize = 128 * 1024;

/// A reader of records. The cells of a batch stay where they were read to, in memory of the batch's own, so that the
/// thread that reads a batch can also work on it without sharing memory with another.
pub struct CsvReader<R> {
    source: R,
    /// Bytes that have been read and do not yet make a record.
    pending: Vec<u8>,
    at_end: bool,
    /// The failure of the source, until the records before it have been read.
    failure: Option<io::Error>,
    line: u64,
    /// The bytes of the last full batch, from which the size of the next is estimated.
    batch_size: usize,
    splitter: Splitter,
}

/// The end of a batch.
#[derive(Clone, Copy)]
enum Until {
    /// After this many records; blank ones count, and any number of cells is right.
    Records(usize),
    /// When the batch is full. Blank records are skipped, and those without this many cells have a fault.
    Full(Width),
}

impl<R: Read> CsvReader<R> {
    /// Returns a reader of cells with this delimiter between them.
    pub fn new(source: R, delimiter: u8) -> Self {
        Self {
            source,
            pending: Vec::new(),
            at_end: false,
            failure: None,
            line: 1,
            batch_size: FULL_BATCH,
            splitter: Splitter::new(delimiter),
        }
    }

    /// Returns the source.
    pub fn source(&self) -> &R {
        &self.source
    }

    /// Returns the text that was peeked at but not read, and the source of the rest.
    pub fn into_rest(self) -> (Vec<u8>, R) {
        (self.pending, self.source)
    }

    /// Returns the delimiter.
    pub const fn delimiter(&self) -> u8 {
        self.splitter.delimiter
    }

    /// Sets the delimiter, once the header is found.
    pub fn set_delimiter(&mut self, delimiter: u8) {
        self.splitter = Splitter::new(delimiter);
    }

    /// Returns the text that has not been read as records yet: at least one chunk, or all of a shorter source.
    ///
    /// # Errors
    /// When the source fails.
    pub fn peek(&mut self) -> io::Result<&[u8]> {
        let mut pending = std::mem::take(&mut self.pending);
        let filled = self.fill(&mut pending, CHUNK);
        self.pending = pending;
        filled.map(|()| self.pending.as_slice())
    }

    /// Reads at most this many records into `rows`, replacing its contents. Returns `false` at the end of the file.
    ///
    /// # Errors
    /// When the source fails before there are so many records.
    pub fn read_records(&mut self, rows: &mut Rows, most: usize) -> io::Result<bool> {
        self.read(rows, Until::Records(most))
    }

    /// Reads a batch of records of this width into `rows`, replacing its contents. Returns `false` at the end of
    /// the file.
    ///
    /// # Errors
    /// When the source fails before the first record of the batch.
    pub fn read_batch(&mut self, rows: &mut Rows, width: Width) -> io::Result<bool> {
        self.read(rows, Until::Full(width))
    }

    fn read(&mut self, rows: &mut Rows, until: Until) -> io::Result<bool> {
        let mut block = rows.take_text();
        // The memory goes as well: there may be thousands of files that wait for their turn.
        block.append(&mut std::mem::take(&mut self.pending));
        let mut wanted = match until {
            Until::Records(_) => 1,
            Until::Full(_) => self.batch_size,
        };
        block.reserve(wanted + CHUNK);
        let mut begins = 0;
        let enough = loop {
            self.read_on(&mut block, wanted);
            begins = self.place(rows, &mut block, begins, until);
            let enough = match until {
                Until::Records(most) => rows.len() >= most,
                Until::Full(_) => !rows.is_empty(),
            };
            if enough || self.at_end || self.failure.is_some() {
                break enough;
            }
            if rows.is_empty() {
                block.drain(..begins);
                begins = 0;
            }
            // Longer even if its line end is half read.
            if block.len() - begins > LONGEST_RECORD + LONGEST_LINE_END {
                rows.places.begin(self.line, begins);
                rows.places.fault(RowFault::TooLong);
                self.skip_unfinished(&mut block, begins);
            }
            // Twice as much, so that an unfinished record is seldom framed again, but no more than shows it to be too
            // long.
            wanted = begins + (2 * (block.len() - begins)).clamp(CHUNK, LONGEST_RECORD + LONGEST_LINE_END + 1);
        };
        // Many short cells fill a batch with their bounds before their text does.
        self.batch_size = if rows.is_full() { begins } else { FULL_BATCH };
        self.pending.extend_from_slice(&block[begins..]);
        block.truncate(begins);
        rows.set_text(block);
        match self.failure.take_if(|_| !enough) {
            Some(failure) => Err(failure),
            None => Ok(!rows.is_empty()),
        }
    }

    /// Adds the records that begin in `block` from `begins` on to `rows`. Returns the place of the first record that
    /// is not whole, or not wanted any more.
    fn place(&mut self, rows: &mut Rows, block: &mut [u8], mut begins: usize, until: Until) -> usize {
        let is_enough = |rows: &Rows| match until {
            Until::Records(most) => rows.len() >= most,
            Until::Full(_) => rows.is_full(),
        };
        while begins < block.len() && !is_enough(rows) {
            let data = &block[begins..];
            let Frame::Record(record) = frame(data, self.splitter.delimiter, self.at_end) else { break };
            let line = self.line;
            self.line += record.lines(data, self.at_end && record.next == data.len());
            rows.places.begin(line, begins);
            if record.length > LONGEST_RECORD {
                rows.places.fault(RowFault::TooLong);
                begins += record.next;
                continue;
            }
            let content = &data[..record.length];
            if record.unclosed {
                let line = line + line_ends(content);
                rows.places.fault(RowFault::UnclosedQuote { line });
            }
            if record.quoted {
                self.splitter.split(content);
                self.splitter.put(&mut rows.places, block, begins, record.next);
            } else {
                rows.places.split(content, self.splitter.delimiter);
            }
            if record.unclosed {
                // The cell with the open quote and the cells after it are missing.
                rows.places.drop_last_cell();
            }
            if let Until::Full(width) = until
                && rows.places.remove_blank_row(block).is_none()
            {
                rows.places.check_width(width, block);
            }
            begins += record.next;
        }
        begins
    }

    /// Skips everything in `block` from `begins` to the end of its last line, reading on until that end is found.
    fn skip_unfinished(&mut self, block: &mut Vec<u8>, begins: usize) {
        let data = &block[begins..];
        let last = memrchr2(b'\n', b'\r', data).map_or(0, |at| at - usize::from(data[..=at].ends_with(b"\r\n")));
        self.line += line_ends(&data[..last]) + 1;
        block.drain(begins..begins + last);
        loop {
            let data = &block[begins..];
            let found = memchr2(b'\n', b'\r', data);
            if let Some(next) = found.and_then(|at| after_line_end(data, at, self.at_end)) {
                block.drain(begins..begins + next);
                return;
            }
            // A CR at the end may be half of a line end.
            block.drain(begins..begins + found.unwrap_or(data.len()));
            if self.at_end || self.failure.is_some() {
                return;
            }
            self.read_on(block, begins + CHUNK);
        }
    }

    /// Reads until `block` has `wanted` bytes, or the source ends or fails.
    fn read_on(&mut self, block: &mut Vec<u8>, wanted: usize) {
        if self.failure.is_none() {
            self.failure = self.fill(block, wanted).err();
        }
    }

    fn fill(&mut self, block: &mut Vec<u8>, wanted: usize) -> io::Result<()> {
        while !self.at_end && block.len() < wanted {
            let filled = block.len();
            block.resize(filled + CHUNK, 0);
            let read = loop {
                match self.source.read(&mut block[filled..]) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    read => break read,
                }
            };
            block.truncate(filled + *read.as_ref().unwrap_or(&0));
            self.at_end = read? == 0;
        }
        Ok(())
    }
}

/// A splitter of a framed record into cells.
struct Splitter {
    delimiter: u8,
    /// Made for the first record with quotes, because making it is slow.
    reader: Option<csv_core::Reader>,
    cells: Vec<u8>,
    ends: Vec<usize>,
    cells_count: usize,
}

impl Splitter {
    fn new(delimiter: u8) -> Self {
        Self { delimiter, reader: None, cells: vec![0; 1024], ends: vec![0; 64], cells_count: 0 }
    }

    /// Splits a record.
    fn split(&mut self, record: &[u8]) {
        let delimiter = self.delimiter;
        let reader = self.reader.get_or_insert_with(|| csv_core::ReaderBuilder::new().delimiter(delimiter).build());
        reader.reset();
        if self.cells.len() < record.len() {
            self.cells.resize(record.len(), 0);
        }
        let (mut read, mut written, mut ended) = (0, 0, 0);
        self.cells_count = loop {
            let (result, took, wrote, ends) =
                reader.read_record(&record[read..], &mut self.cells[written..], &mut self.ends[ended..]);
            (read, written, ended) = (read + took, written + wrote, ended + ends);
            match result {
                // An empty input after the last byte ends the record.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.cells.resize(self.cells.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record | ReadRecordResult::End => break ended,
            }
        };
    }

    /// Writes the cells of the last split record over the record in `block`. They are shorter without their quotes;
    /// the byte after each takes the place of the delimiter or the line end, or at the end of a file that of a quote.
    fn put(&self, places: &mut RowBounds, block: &mut [u8], begins: usize, length: usize) {
        let (mut from, mut to, behind) = (0, begins, begins + length);
        for end in &self.ends[..self.cells_count] {
            let cell = &self.cells[from..*end];
            block[to..to + cell.len()].copy_from_slice(cell);
            (from, to) = (*end, to + cell.len() + 1);
            block[to - 1] = CELL_END;
            places.end_cell(to);
        }
        // The rest may begin in the middle of a character.
        if to < behind {
            block[to..behind].fill(CELL_END);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::csv::framing::records;
    use proptest::prelude::*;

    /// A source that returns this many bytes at a time, over and over, as a pipe does.
    struct Pieces<'t> {
        text: &'t [u8],
        sizes: std::iter::Cycle<std::slice::Iter<'t, usize>>,
    }

    impl Read for Pieces<'_> {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            let size = self.sizes.next().copied().unwrap_or(1).min(to.len());
            self.text.read(&mut to[..size])
        }
    }

    /// The line, the cells and the faults of a row.
    type ReadRow = (u64, Vec<Option<String>>, Vec<RowFault>);

    /// Reads every row of a source.
    fn read_all(source: impl Read, until: Until) -> Vec<ReadRow> {
        let (mut source, mut rows, mut all) = (CsvReader::new(source, b','), Rows::default(), Vec::new());
        while source.read(&mut rows, until).unwrap() {
            all.extend(rows.iter().map(|row| {
                let cells = (0..row.len()).map(|at| row.cell(at).map(str::to_owned)).collect();
                (row.line, cells, row.faults.to_vec())
            }));
        }
        all
    }

    proptest! {
        #![proptest_config(crate::property_tests())]

        #[test]
        fn the_pieces_in_which_a_text_arrives_do_not_matter(
            text in proptest::collection::vec(
                proptest::sample::select(b"ab ,,,\n\n\r\"\"\xc3\xa9\xa0".as_slice()),
                0..200,
            ),
            sizes in proptest::collection::vec(1_usize..9, 1..5),
        ) {
            let pieces = || Pieces { text: &text, sizes: sizes.iter().cycle() };
            let at_once = read_all(text.as_slice(), Until::Records(usize::MAX));
            prop_assert_eq!(&read_all(pieces(), Until::Records(1)), &at_once);
            prop_assert_eq!(&read_all(pieces(), Until::Records(3)), &at_once);
            let full = Until::Full(Width { header: 3, beyond: 0 });
            prop_assert_eq!(read_all(pieces(), full), read_all(text.as_slice(), full));
            let lines = records(&text, b',').map(|(line, ..)| line);
            prop_assert_eq!(lines.collect::<Vec<_>>(), at_once.iter().map(|(line, ..)| *line).collect::<Vec<_>>());
            prop_assert_eq!(records(&text, b',').flat_map(|(_, bytes, _)| bytes.to_vec()).collect::<Vec<_>>(), text);
        }
    }

    #[test]
    fn batches_begin_and_end_between_records_of_any_kind() {
        // Quotes over several lines, doubled quotes, letters of two bytes, a cell that is no UTF-8, and no line end
        // at last.
        let record = |at: usize| match at % 5 {
            0 => format!("{at},\"two\r\nlines, \"\"{at}\"\"\",é").into_bytes(),
            1 => [at.to_string().as_bytes(), b",\xe9t\xe9,z"].concat(),
            _ => format!("{at},plain,").into_bytes(),
        };
        let text = (0..100_000).map(record).collect::<Vec<_>>().join(b"\n".as_slice());
        assert!(text.len() > 3 * FULL_BATCH);
        let read = read_all(text.as_slice(), Until::Full(Width { header: 3, beyond: 0 }));
        let mut line = 1;
        for (at, (begins, cells, faults)) in read.iter().enumerate() {
            let middle = ["two\r\nlines, \"{}\"", "été"].get(at % 5).unwrap_or(&"plain").replace("{}", &at.to_string());
            let last = ["é", "z"].get(at % 5).unwrap_or(&"");
            assert_eq!(cells, &[Some(at.to_string()), Some(middle), Some((*last).to_owned())]);
            assert_eq!((*begins, faults.as_slice()), (line, [].as_slice()));
            line += if at % 5 == 0 { 2 } else { 1 };
        }
        assert_eq!(read.len(), 100_000);
    }

    #[test]
    fn a_record_that_is_too_long_is_lost_alone() {
        let text = [b"a,b\n".as_slice(), &vec![b'x'; LONGEST_RECORD + 2 * CHUNK], b"\r\nc,d\r\n\r\ne,f"].concat();
        // The second parts the CR from its LF.
        for sizes in [[CHUNK].as_slice(), &[4 + LONGEST_RECORD + 2 * CHUNK + 1], &[CHUNK - 1, 5]] {
            let read = read_all(
                Pieces { text: &text, sizes: sizes.iter().cycle() },
                Until::Full(Width { header: 2, beyond: 0 }),
            );
            let row = |line, one: &str, other: &str| (line, vec![Some(one.into()), Some(other.into())], Vec::new());
            let too_long = (2, Vec::new(), vec![RowFault::TooLong]);
            assert_eq!(read, [row(1, "a", "b"), too_long, row(3, "c", "d"), row(5, "e", "f")]);
        }
        let endless = vec![b'x'; LONGEST_RECORD + 2 * CHUNK];
        assert_eq!(
            read_all(endless.as_slice(), Until::Full(Width { header: 2, beyond: 0 })),
            [(1, Vec::new(), vec![RowFault::TooLong])]
        );
    }

    #[test]
    fn a_record_of_many_lines_and_megabytes_does_too() {
        let cell = format!("\"{}\r\n{}\",", "a".repeat(500), "b".repeat(500));
        let cells = LONGEST_RECORD / cell.len() + 1_000;
        let text = format!("{}\nc,d", cell.repeat(cells));
        let read = read_all(text.as_bytes(), Until::Full(Width { header: 2, beyond: 0 }));
        assert_eq!((read[0].0, read[0].2.as_slice()), (1, [RowFault::TooLong].as_slice()));
        assert_eq!(read.last(), Some(&(cells as u64 + 2, vec![Some("c".into()), Some("d".into())], Vec::new())));
        assert_eq!(read.len(), 3, "the rest of the record is a row with cells too many");
    }
}
