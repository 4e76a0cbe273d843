//! CSV and TSV: records read from a source, batch after batch, framed in place and split into cells; those in quotes by
//! `csv-core`.

pub mod framing;
pub mod patch;

use crate::input::csv::framing::{Frame, after_line_end, frame, line_ends};
use crate::input::rows::{BATCH, BEHIND, Places, RowFault, Rows};
use csv_core::ReadRecordResult;
use memchr::{memchr2, memrchr2};
use std::io::{self, Read};

/// A record longer than this is passed over with a fault.
const LONGEST_RECORD: usize = 16 * 1024 * 1024;
/// How much is asked of the source at a time.
const CHUNK: usize = 128 * 1024;

/// Reads records from `source`, batch after batch. Their cells stay where they are read to, each batch in memory of its own:
/// what one thread has read, no other has to fetch or to write over.
pub struct Delimited<R> {
    source: R,
    /// What has been read and is no record yet.
    pending: Vec<u8>,
    at_end: bool,
    /// Why the source failed, until the records before it have been read.
    failure: Option<io::Error>,
    line: u64,
    /// How much text makes a batch full, as far as that is known.
    usual: usize,
    splitter: Splitter,
}

/// How much is read at a time.
#[derive(Clone, Copy)]
pub enum Until {
    /// So many records, blank ones and those with a cell too many included, or all there are.
    Records(usize),
    /// A batch of records, each of so many cells: blank ones are passed over, and others have a fault.
    Full {
        /// Cells in the header.
        width: usize,
    },
}

impl<R: Read> Delimited<R> {
    /// A reader whose cells stand between delimiters of this kind.
    pub fn new(source: R, delimiter: u8) -> Self {
        Self {
            source,
            pending: Vec::new(),
            at_end: false,
            failure: None,
            line: 1,
            usual: BATCH,
            splitter: Splitter::new(delimiter),
        }
    }

    /// The source.
    pub fn source(&self) -> &R {
        &self.source
    }

    /// The text that has been peeked at but not read, and the source of the rest.
    pub fn into_rest(self) -> (Vec<u8>, R) {
        (self.pending, self.source)
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
        let mut pending = std::mem::take(&mut self.pending);
        let filled = self.fill(&mut pending, CHUNK);
        self.pending = pending;
        filled.map(|()| self.pending.as_slice())
    }

    /// Reads records into `rows`, in place of those in it. `false` at the end of the file.
    ///
    /// # Errors
    /// When the source fails before there are so many records, or before the first one of a batch.
    pub fn read(&mut self, rows: &mut Rows, until: Until) -> io::Result<bool> {
        let mut block = rows.lend_text();
        block.append(&mut self.pending);
        let mut wanted = match until {
            Until::Records(_) => 1,
            Until::Full { .. } => self.usual,
        };
        block.reserve(wanted + CHUNK);
        let mut begins = 0;
        let enough = loop {
            self.read_on(&mut block, wanted);
            begins = self.place(rows, &mut block, begins, until);
            let enough = match until {
                Until::Records(most) => rows.len() >= most,
                Until::Full { .. } => !rows.is_empty(),
            };
            if enough || self.at_end || self.failure.is_some() {
                break enough;
            }
            if rows.is_empty() {
                block.drain(..begins);
                begins = 0;
            }
            if block.len() - begins > LONGEST_RECORD {
                rows.places.begin(self.line, begins);
                rows.places.fault(RowFault::TooLong);
                self.skip_unfinished(&mut block, begins);
            }
            // Twice as much, so that what is not whole is seldom looked through again, but no more than shows it too long.
            wanted = begins + (2 * (block.len() - begins)).clamp(CHUNK, LONGEST_RECORD + 1);
        };
        // Many short cells fill a batch with their places before their text does.
        self.usual = if rows.is_full() { begins } else { BATCH };
        self.pending.extend_from_slice(&block[begins..]);
        block.truncate(begins);
        rows.set_text(block);
        match self.failure.take_if(|_| !enough) {
            Some(failure) => Err(failure),
            None => Ok(!rows.is_empty()),
        }
    }

    /// Places the records that begin in `block` from `begins` on, and returns where the first one begins that is not all
    /// there or would be one too many.
    fn place(&mut self, rows: &mut Rows, block: &mut [u8], mut begins: usize, until: Until) -> usize {
        let is_enough = |rows: &Rows| match until {
            Until::Records(most) => rows.len() >= most,
            Until::Full { .. } => rows.is_full(),
        };
        while begins < block.len() && !is_enough(rows) {
            let data = &block[begins..];
            let Frame::Record(record) = frame(data, self.splitter.delimiter, self.at_end) else { break };
            let line = self.line;
            self.line += record.lines(data, self.at_end && record.next == data.len());
            rows.places.begin(line, begins);
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
                // The cell in which the quote opened, and all after it, are missing.
                rows.places.drop_last_cell();
            }
            if let Until::Full { width } = until
                && rows.places.take_blank(block).is_none()
            {
                rows.places.hold_against(width);
            }
            begins += record.next;
        }
        begins
    }

    /// Passes over everything in `block` from `begins` up to the end of its last line, wherever that is.
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

    /// Reads on until there are so many bytes in `block`, or the source ends or fails.
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

/// Splits a framed record into cells.
struct Splitter {
    delimiter: u8,
    /// Made for the first record with quotes, which takes a while.
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
                // An empty input after the last byte tells the reader that the record is over.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.cells.resize(self.cells.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record | ReadRecordResult::End => break ended,
            }
        };
    }

    /// Puts the cells of the record that was split last where it stood in `block`: they are shorter without their quotes,
    /// and the byte behind each has the place of the delimiter or the line end, or at the end of a file that of a quote.
    fn put(&self, places: &mut Places, block: &mut [u8], begins: usize, length: usize) {
        let (mut from, mut to, behind) = (0, begins, begins + length);
        for end in &self.ends[..self.cells_count] {
            let cell = &self.cells[from..*end];
            block[to..to + cell.len()].copy_from_slice(cell);
            (from, to) = (*end, to + cell.len() + 1);
            block[to - 1] = BEHIND;
            places.end_cell(to);
        }
        // What is left may begin in the middle of a character.
        if to < behind {
            block[to..behind].fill(BEHIND);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::csv::framing::records;
    use proptest::prelude::*;

    /// A source that gives so many bytes at a time, over and over, as a pipe does.
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

    type Told = (u64, Vec<Option<String>>, Vec<RowFault>);

    /// Every row that is read so, with its line, its cells and what is wrong with it.
    fn told(source: impl Read, until: Until) -> Vec<Told> {
        let (mut source, mut rows, mut told) = (Delimited::new(source, b','), Rows::default(), Vec::new());
        while source.read(&mut rows, until).unwrap() {
            told.extend(rows.iter().map(|row| {
                let cells = (0..row.len()).map(|at| row.cell(at).map(str::to_owned)).collect();
                (row.line, cells, row.faults.to_vec())
            }));
        }
        told
    }

    proptest! {
        #![proptest_config(crate::property_tests())]

        #[test]
        fn it_does_not_matter_in_which_pieces_a_text_comes(
            text in proptest::collection::vec(proptest::sample::select(b"ab ,,,\n\n\r\"\"\xc3\xa9\xa0".as_slice()), 0..200),
            sizes in proptest::collection::vec(1_usize..9, 1..5),
        ) {
            let pieces = || Pieces { text: &text, sizes: sizes.iter().cycle() };
            let at_once = told(text.as_slice(), Until::Records(usize::MAX));
            prop_assert_eq!(&told(pieces(), Until::Records(1)), &at_once);
            prop_assert_eq!(&told(pieces(), Until::Records(3)), &at_once);
            let full = Until::Full { width: 3 };
            prop_assert_eq!(told(pieces(), full), told(text.as_slice(), full));
            let lines = records(&text, b',').map(|(line, ..)| line);
            prop_assert_eq!(lines.collect::<Vec<_>>(), at_once.iter().map(|(line, ..)| *line).collect::<Vec<_>>());
            prop_assert_eq!(records(&text, b',').flat_map(|(_, bytes, _)| bytes.to_vec()).collect::<Vec<_>>(), text);
        }
    }

    #[test]
    fn batches_begin_and_end_between_records_of_any_kind() {
        // Quotes over several lines, doubled quotes, letters of two bytes, a cell that is no UTF-8, and no line end at last.
        let record = |at: usize| match at % 5 {
            0 => format!("{at},\"two\r\nlines, \"\"{at}\"\"\",é").into_bytes(),
            1 => [at.to_string().as_bytes(), b",\xe9t\xe9,z"].concat(),
            _ => format!("{at},plain,").into_bytes(),
        };
        let text = (0..100_000).map(record).collect::<Vec<_>>().join(b"\n".as_slice());
        assert!(text.len() > 3 * BATCH);
        let told = told(text.as_slice(), Until::Full { width: 3 });
        let mut line = 1;
        for (at, (begins, cells, faults)) in told.iter().enumerate() {
            let middle = ["two\r\nlines, \"{}\"", "été"].get(at % 5).unwrap_or(&"plain").replace("{}", &at.to_string());
            let last = ["é", "z"].get(at % 5).unwrap_or(&"");
            assert_eq!(cells, &[Some(at.to_string()), Some(middle), Some((*last).to_owned())]);
            assert_eq!((*begins, faults.as_slice()), (line, [].as_slice()));
            line += if at % 5 == 0 { 2 } else { 1 };
        }
        assert_eq!(told.len(), 100_000);
    }

    #[test]
    fn a_record_of_many_megabytes_costs_itself_and_no_more() {
        let text = [b"a,b\n".as_slice(), &vec![b'x'; LONGEST_RECORD + 2 * CHUNK], b"\r\nc,d\r\n\r\ne,f"].concat();
        // The second parts the CR from its LF.
        for sizes in [[CHUNK].as_slice(), &[4 + LONGEST_RECORD + 2 * CHUNK + 1], &[CHUNK - 1, 5]] {
            let told = told(Pieces { text: &text, sizes: sizes.iter().cycle() }, Until::Full { width: 2 });
            let row = |line, one: &str, other: &str| (line, vec![Some(one.into()), Some(other.into())], Vec::new());
            let too_long = (2, Vec::new(), vec![RowFault::TooLong]);
            assert_eq!(told, [row(1, "a", "b"), too_long, row(3, "c", "d"), row(5, "e", "f")]);
        }
        let endless = vec![b'x'; LONGEST_RECORD + 2 * CHUNK];
        assert_eq!(told(endless.as_slice(), Until::Full { width: 2 }), [(1, Vec::new(), vec![RowFault::TooLong])]);
    }

    #[test]
    fn a_record_of_many_lines_and_megabytes_does_too() {
        let cell = format!("\"{}\r\n{}\",", "a".repeat(500), "b".repeat(500));
        let cells = LONGEST_RECORD / cell.len() + 1_000;
        let text = format!("{}\nc,d", cell.repeat(cells));
        let told = told(text.as_bytes(), Until::Full { width: 2 });
        assert_eq!((told[0].0, told[0].2.as_slice()), (1, [RowFault::TooLong].as_slice()));
        assert_eq!(told.last(), Some(&(cells as u64 + 2, vec![Some("c".into()), Some("d".into())], Vec::new())));
        assert_eq!(told.len(), 3, "the rest of the record is a row with cells too many");
    }
}
