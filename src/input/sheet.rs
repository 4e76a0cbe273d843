//! A file of any format as rows of cells: opens it, finds its header, reads it batch by batch.

use crate::hint::with_hint;
use crate::input::bytes::{self, Bytes};
use crate::input::csv::CsvReader;
use crate::input::declared;
use crate::input::format::InputFormat;
use crate::input::header::Header;
use crate::input::header_place::{HEADER_ROWS, HeaderPlace, find_header, header_among, is_header, joined};
pub use crate::input::input_file::{Headings, Input};
use crate::input::json::{self, JsonRows};
pub use crate::input::kind::Kind;
use crate::input::no_header;
use crate::input::no_record::{PassedOver, RecordTest};
pub use crate::input::opening::Opening;
use crate::input::remarks::{Remark, Remarks};
use crate::input::rows::{Row, Rows, Width};
use crate::input::sample::{SAMPLE, sample_columns};
use crate::input::shift::ShiftTest;
pub use crate::input::workbook::UnreadSheet;
use crate::input::workbook::{self, BookRows, CellOf, OpenedBook, found_in};
use crate::values::fold::fold;
use crate::words::{STANDARD_INPUT, count_words, shown_path, shown_text};
use anyhow::{Context, anyhow, bail};
use std::cell::RefCell;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// The bytes of the start of a file from which the sample is taken, unless the file is shorter.
const START: usize = 512 * 1024;

/// A file whose header has been read.
pub struct Sheet {
    /// The path as it was given; `-` is standard input.
    pub path: Arc<str>,
    /// Its header.
    pub header: Arc<Header>,
    /// Notes on how the file was opened.
    pub notes: Vec<String>,
    /// Counts its unusual cells.
    pub remarks: Arc<Remarks>,
    /// The kind of file.
    pub kind: &'static Kind,
    /// The line of its header; 1 in JSON.
    pub header_line: u64,
    /// True when no message quotes a row, or a heading that names no column.
    pub redact: bool,
    /// The sheets of a workbook that have a header of this kind and are not read.
    pub unread_sheets: Vec<UnreadSheet>,
    /// True for a file beside those that the command is about, of which `--sheet` does not speak.
    pub is_beside: bool,
    records: u64,
    record_test: RecordTest,
    shift_test: ShiftTest,
    passed_over: PassedOver,
    windows_1252: bool,
    /// The failure that ended reading, until the rows before it have been returned.
    failure: Option<anyhow::Error>,
    source: Source,
}

enum Source {
    Csv(Box<CsvReader<Bytes>>, InputFormat),
    Json(Box<JsonRows>, InputFormat),
    Workbook(Box<BookRows>),
}

impl Sheet {
    /// Opens a file and reads its header.
    ///
    /// # Errors
    /// When the file cannot be read, with what to do about it.
    pub fn open(path: &str, how: &Opening, kind: &'static Kind) -> anyhow::Result<Self> {
        bytes::open(path).and_then(|source| Self::of_source(path, source, how, kind)).with_context(|| shown_path(path))
    }

    fn of_source(path: &str, source: Box<dyn Read + Send>, how: &Opening, kind: &'static Kind) -> anyhow::Result<Self> {
        let mut text = CsvReader::new(Bytes::new(source), b',');
        let start = text.peek().context("cannot be read")?;
        if workbook::is_package(start) {
            let (start, mut rest) = text.into_rest();
            return Self::of_workbook(path, [start, rest.read_all()?].concat(), how, kind);
        }
        let given = (path == STANDARD_INPUT).then_some(how.format).flatten();
        let format = given.unwrap_or_else(|| {
            let find = || find_header(start, how.delimiter, false, kind, &how.own_names);
            let has_header = || find().is_some_and(|header| header.known > 1);
            json::format_of(start, by_ending(path), has_header)
        });
        let sheet = |header: Header, place, mut notes: Vec<String>, source| {
            if how.sheet.is_some() {
                notes.push(format!("{}: --sheet does nothing here, because this is no workbook", shown_path(path)));
            }
            Self::new((path, kind, how), header, place, notes, source)
        };
        match format {
            InputFormat::Json | InputFormat::Ndjson => {
                if let Some(fault) = bytes::diagnose(start, kind.name) {
                    bail!("{fault}");
                }
                let (start, rest) = text.into_rest();
                let mut rows = JsonRows::open(path, start, rest, format, kind.json_columns(how))?;
                let mut header = kind.header(rows.columns(), how, kind.list)?;
                if rows.records > Some(0) && !kind.marks.iter().any(|mark| header.place(*mark).is_some()) {
                    bail!(no_header::of_objects(kind, rows.sample(1, header.width)?));
                }
                let test = RecordTest::new(&header, kind, Vec::new(), &how.own_names);
                // Declared columns are all known, and nothing is read before its turn.
                if how.columns.is_none() {
                    let sample = rows.sample(SAMPLE, header.width)?;
                    sample_columns(&mut header, &sample.iter().collect::<Vec<_>>(), &test, kind.specs);
                }
                Ok(sheet(header, (1, Vec::new()), Vec::new(), Source::Json(Box::new(rows), format)))
            }
            InputFormat::Csv | InputFormat::Tsv => {
                if let Some(names) = &how.columns {
                    if let Some(fault) = bytes::diagnose(start, kind.name) {
                        bail!("{fault}");
                    }
                    let known = kind.known(&how.own_names);
                    let given = how.delimiter.map(|delimiter| vec![delimiter]);
                    let delimiters = given.unwrap_or_else(|| match format {
                        InputFormat::Tsv => b"\t,;|".to_vec(),
                        _ => b",;\t|".to_vec(),
                    });
                    let notes = declared::begin(&mut text, &delimiters, names, &known)?;
                    let notes = notes.into_iter().map(|note| format!("{}: {note}", shown_path(path))).collect();
                    let header = kind.header(names.iter().map(String::as_str), how, None)?;
                    return Ok(sheet(header, (1, Vec::new()), notes, Source::Csv(Box::new(text), format)));
                }
                let tabs_first = format == InputFormat::Tsv;
                let place = find_header(start, how.delimiter, tabs_first, kind, &how.own_names);
                let Some(HeaderPlace { delimiter, records, above, rows: header_rows, .. }) = place else {
                    match bytes::diagnose(start, kind.name) {
                        Some(fault) => bail!("{fault}"),
                        None => bail!(no_header::of_text(start, kind, &how.own_names, how.redact, IN_NO_ROW)),
                    }
                };
                let mut sample = Rows::default();
                // Reading from memory does not fail.
                let _ = CsvReader::new(start, delimiter).read_records(&mut sample, records + SAMPLE);
                // The last record of a chunk may be cut off.
                let whole = if start.len() < START { sample.len() } else { sample.len().saturating_sub(1) };
                text.set_delimiter(delimiter);
                let mut rows = Rows::default();
                text.read_records(&mut rows, records)?;
                // In the whole file a quote may close later than in its start, and take in the header.
                let all: Vec<Row> = rows.iter().collect();
                let header_rows = all.get(all.len().saturating_sub(header_rows)..).unwrap_or_default();
                let cells = joined(header_rows, kind, &how.own_names);
                let Some(first) = header_rows.first().filter(|_| is_header(&cells, kind, &how.own_names)) else {
                    bail!(no_header::sentence(kind, IN_NO_ROW))
                };
                let line = first.line;
                let mut header = kind.header(cells.iter().map(String::as_str), how, None)?;
                let each = header_rows.iter().map(|row| joined(&[*row], kind, &how.own_names));
                let headings = folded(each.chain([cells]));
                let test = RecordTest::new(&header, kind, headings.clone(), &how.own_names);
                let sample: Vec<Row> = sample.iter().take(whole).skip(records).collect();
                sample_columns(&mut header, &sample, &test, kind.specs);
                let mut titles = Vec::new();
                let shown = shown_path(path);
                if header_rows.len() > 1 {
                    titles.push(format!("{shown}: the header is spread over lines {line} and {}", line + 1));
                }
                if above > 0 {
                    let above = count_words(above as i64, "row");
                    titles.push(format!("{shown}: the header is on line {line}; skipped above it: {above}"));
                }
                Ok(sheet(header, (line, headings), titles, Source::Csv(Box::new(text), format)))
            }
        }
    }

    fn new(
        (path, kind, how): (&str, &'static Kind, &Opening),
        header: Header,
        (header_line, headings): (u64, Vec<Vec<String>>),
        notes: Vec<String>,
        source: Source,
    ) -> Self {
        Self {
            path: path.into(),
            record_test: RecordTest::new(&header, kind, headings, &how.own_names),
            shift_test: ShiftTest::new(&header, kind),
            header: Arc::new(header),
            notes,
            remarks: Arc::default(),
            kind,
            header_line,
            redact: how.redact,
            unread_sheets: Vec::new(),
            is_beside: how.is_beside,
            records: 0,
            passed_over: PassedOver::default(),
            windows_1252: false,
            failure: None,
            source,
        }
    }

    /// Opens a workbook, whose bytes have been read.
    fn of_workbook(path: &str, bytes: Vec<u8>, how: &Opening, kind: &'static Kind) -> anyhow::Result<Self> {
        if how.columns.is_some() {
            bail!("--columns is for files without a header; a workbook has one");
        }
        let near = RefCell::new(None);
        let find = |rows: &Rows| {
            let found = header_among(rows, kind, &how.own_names);
            if found.is_none() && near.borrow().is_none() {
                near.replace(no_header::near_header(rows, kind, how.redact));
            }
            found_in(rows, found?, kind, &how.own_names)
        };
        let sentence = |sought: &str| match &*near.borrow() {
            Some(hint) => with_hint(no_header::sentence(kind, sought), hint),
            None => no_header::sentence(kind, sought),
        };
        let opened = workbook::open(bytes, (how.sheet.as_ref(), how.redact), HEADER_ROWS, &find, &sentence)?;
        let OpenedBook { names, each, lines, above, mut rows, others, unread } = opened;
        let mut header = kind.header(names.iter().map(String::as_str), how, None)?;
        rows.grid = rows.grid.named(kind.specs, |column| header.place(column));
        header.grid = Some(rows.grid.clone());
        let ways = kind.specs.iter().enumerate().map(|(column, spec)| (header.place(column), CellOf::column(spec)));
        rows.set_ways(ways.filter_map(|(place, of)| Some((place?, of))).collect());
        let headings = folded(each.into_iter().chain([names]));
        let test = RecordTest::new(&header, kind, headings.clone(), &how.own_names);
        let sample: Vec<Row> = rows.sample().iter().take(SAMPLE).collect();
        sample_columns(&mut header, &sample, &test, kind.specs);
        let mut notes = Vec::new();
        let (first, last, sheet) = (lines.start(), lines.end(), rows.grid.sheet());
        if first < last {
            notes.push(format!("the header is spread over rows {first} and {last} of the sheet {sheet:?}"));
        }
        if above > 0 {
            let above = count_words(above as i64, "row");
            notes.push(format!("the header is in row {first} of the sheet {sheet:?}; skipped above it: {above}"));
        }
        let others =
            others.map(|others| if how.is_beside { others } else { format!("{others}; --sheet chooses another") });
        let notes = notes.into_iter().chain(others).map(|note| format!("{}: {note}", shown_path(path)));
        let place = (*first, headings);
        let source = Source::Workbook(Box::new(rows));
        Ok(Self { unread_sheets: unread, ..Self::new((path, kind, how), header, place, notes.collect(), source) })
    }

    /// Returns whether the file is a workbook.
    pub fn is_workbook(&self) -> bool {
        matches!(self.source, Source::Workbook(_))
    }

    /// Returns whether the rows are JSON objects, in which a cell can hold a list.
    pub fn is_json(&self) -> bool {
        matches!(self.source, Source::Json(..))
    }

    /// Reads the next batch into `rows`, replacing its contents. Returns `false` at the end of the file.
    ///
    /// # Errors
    /// When the source fails, after the rows before the failure have been returned.
    pub fn read(&mut self, rows: &mut Rows) -> anyhow::Result<bool> {
        loop {
            self.read_rows(rows);
            let were_there = !rows.is_empty();
            self.pass_over(rows);
            if !(were_there && rows.is_empty()) {
                break;
            }
        }
        (0..rows.read_back_garbled()).for_each(|_| self.remarks.count(Remark::Garbled, ""));
        // Last of all: the cells of a shifted row are there for nobody after this.
        self.shift_test.mark(&self.header, rows);
        self.records += rows.len() as u64;
        self.windows_1252 |= rows.windows_1252;
        match self.failure.take_if(|_| rows.is_empty()) {
            Some(failure) => Err(failure),
            None => Ok(!rows.is_empty()),
        }
    }

    /// Reads rows into `rows`, replacing its contents. A failure is kept.
    fn read_rows(&mut self, rows: &mut Rows) {
        rows.clear();
        if self.failure.is_some() {
            return;
        }
        let (header, least) = (&self.header, self.header.least_width());
        let width = Width { header: least, beyond: header.width - least + header.beyond };
        let read = match &mut self.source {
            Source::Csv(text, _) => text.read_batch(rows, width).map_err(anyhow::Error::new),
            Source::Json(json, _) => json.read(rows, header.width),
            Source::Workbook(book) => book.read(rows).map(|_| true),
        };
        if let Err(error) = read {
            let stopped = format!("{}: reading stopped in the middle", shown_path(&self.path));
            self.failure = Some(error.context(stopped));
        }
    }

    /// Removes the rows that are no record, and counts them (settled 162).
    fn pass_over(&mut self, rows: &mut Rows) {
        let (header, specs) = (&self.header, self.kind.specs);
        let may_quote = |at: usize| match header.column_at(at) {
            Some(column) => specs.get(column).is_some_and(|spec| !spec.private),
            None => !header.is_refused(at),
        };
        if let Some(line) = self.record_test.pass_over(rows, &mut self.passed_over, may_quote) {
            self.failure = Some(anyhow!(with_hint(
                format!(
                    "{}: line {line} is the header of other columns, so that the rows below it were not read",
                    shown_path(&self.path)
                ),
                "put the table that begins there into a file of its own"
            )));
        }
    }

    /// Returns how many headings are read, and how many are there.
    pub fn headings(&self) -> Headings {
        Headings { read: self.header.columns_read() as u64, there: self.header.headings() as u64 }
    }

    /// Returns the delimiter of a CSV or TSV file; a JSON file has none.
    pub fn delimiter(&self) -> Option<u8> {
        match &self.source {
            Source::Csv(text, _) => Some(text.delimiter()),
            Source::Json(..) | Source::Workbook(_) => None,
        }
    }

    /// Returns the size of the file, where it is known.
    pub fn bytes(&self) -> Option<u64> {
        std::fs::metadata(&*self.path).ok().filter(std::fs::Metadata::is_file).map(|file| file.len())
    }

    /// Estimates the number of records from the length of these rows, where the size of the file is known.
    pub fn expected(&self, rows: &Rows) -> Option<u64> {
        Some(self.bytes()?.saturating_mul(rows.len() as u64) / (rows.text_size() as u64).max(1))
    }

    /// Returns the number of bytes read so far.
    pub fn bytes_read(&self) -> u64 {
        match &self.source {
            Source::Csv(text, _) => text.source().bytes_read(),
            Source::Json(json, _) => json.bytes_read(),
            Source::Workbook(book) => book.bytes_read(),
        }
    }

    /// Returns the file as machine output names it, after it has been read.
    pub fn input(&self) -> Input {
        let (format, sha256) = match &self.source {
            Source::Csv(text, format) => (format.name(), text.source().sha256()),
            Source::Json(json, format) => (format.name(), json.sha256()),
            Source::Workbook(book) => (book.format, book.sha256.clone()),
        };
        Input {
            path: self.path.to_string(),
            format,
            sheet: self.header.sheet().map(str::to_owned),
            records: self.records,
            sha256,
            headings: self.headings(),
            unread_columns: self.header.unread().into_iter().map(|heading| heading.in_list(self.redact)).collect(),
            passed_over: self.passed_over.count,
        }
    }

    /// Returns the notes on how the file was read, after it has been read.
    pub fn closing_notes(&self) -> Vec<String> {
        let path = shown_path(&self.path);
        let mut notes = self.notes.clone();
        if let Source::Workbook(book) = &self.source {
            notes.extend(book.notes().iter().map(|note| format!("{path}: {note}")));
        }
        for heading in &self.header.refused {
            let name = if self.redact { heading.shown(true) } else { format!("the column {}", heading.shown(false)) };
            notes.push(format!(
                "{path}: {name} looks like Social Security numbers and was not read; \
                 remove it from the file"
            ));
        }
        if let Some(note) = self.passed_over.note(self.redact) {
            notes.push(format!("{path}: {note}"));
        }
        if let Source::Json(json, _) = &self.source {
            if json.is_wrapped() {
                notes.push(format!("{path}: the records are a list inside an object; nothing else in it was read"));
            }
            let unread = json.unread().iter().map(|key| if self.redact { "a key" } else { key.as_str() });
            let unread: Vec<String> = unread.map(|key| format!("{:?}", shown_text(key))).collect();
            if !unread.is_empty() {
                notes.push(format!("{path}: not named in --columns, and not read: {}", unread.join(", ")));
            }
        }
        if self.windows_1252 {
            notes.push(format!("{path}: cells that are not UTF-8 were read as Windows-1252"));
        }
        if self.records == 0 {
            let what =
                if self.is_json() { "there is no record in it" } else { "there is a header but no record below it" };
            notes.push(format!("{path}: {what}"));
        }
        notes
    }
}

/// Returns the headings of each row of a header, folded.
fn folded(rows: impl Iterator<Item = Vec<String>>) -> Vec<Vec<String>> {
    rows.map(|cells| cells.iter().map(|cell| fold(cell)).collect()).collect()
}

/// Returns the format that the ending of a path names.
fn by_ending(path: &str) -> Option<InputFormat> {
    let ending = Path::new(path).extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "csv" => Some(InputFormat::Csv),
        "tsv" | "tab" => Some(InputFormat::Tsv),
        "json" => Some(InputFormat::Json),
        "ndjson" | "jsonl" => Some(InputFormat::Ndjson),
        _ => None,
    }
}

/// The rows of a text in which a header was looked for.
const IN_NO_ROW: &str = "none of the first 20 rows has";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::officer::ROSTER;
    use std::io;

    /// A source that cannot be read.
    struct Fails;
    impl Read for Fails {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("unplugged"))
        }
    }

    #[test]
    fn rows_before_a_failure_of_the_source_are_returned_first() {
        // Enough for several batches, so that the failure comes in the middle of one.
        let records = 60_001;
        let text = "ptb_id,last_name\n".to_owned() + &"0100000,Doe-Smithson\n".repeat(records);
        let source = Box::new(io::Cursor::new(text).chain(Fails));
        let mut sheet = Sheet::of_source("r.csv", source, &Opening::default(), &ROSTER).unwrap();
        let mut read = 0;
        let failure = loop {
            let mut rows = Rows::default();
            match sheet.read(&mut rows) {
                Ok(more) => {
                    assert!(more, "the failure comes before the end");
                    read += rows.len();
                }
                Err(failure) => break failure,
            }
        };
        assert_eq!((read, sheet.input().records), (records, records as u64));
        assert_eq!(format!("{failure:#}"), "r.csv: reading stopped in the middle: unplugged");
    }

    #[test]
    fn a_header_that_is_cut_off_or_swallowed_is_none() {
        let open = |text: String, rest: Box<dyn Read + Send>| {
            let source = Box::new(io::Cursor::new(text).chain(rest));
            Sheet::of_source("r.csv", source, &Opening::default(), &ROSTER).map(|_| ()).unwrap_err()
        };
        // The first chunk ends in the middle of the header, and then the source fails.
        let title = "x".repeat(128 * 1024 - 10);
        let failure = open(format!("{title}\nptb_id,last_na"), Box::new(Fails));
        assert_eq!(format!("{failure:#}"), "unplugged");
        // The quote is closed only after the first chunk: within it the header seems to be a row of its own.
        let rows = "1,Doe\n".repeat(8_000);
        let swallowed = format!("{},\"zz\nptb_id,last_name\n{rows}a\"\n{rows}", "x".repeat(100_000));
        assert!(open(swallowed, Box::new(io::empty())).to_string().starts_with("no header found"));
    }
}
