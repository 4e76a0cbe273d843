//! A file of any format as rows of cells: opens it, finds its header, reads it batch by batch.

use crate::input::bytes::{self, Bytes};
use crate::input::column::ColumnSpec;
use crate::input::csv::CsvReader;
use crate::input::format::InputFormat;
use crate::input::header::{Header, HeaderName, OwnNames, TwoColumns, list_unknown, look_up};
use crate::input::json::{self, JsonRows};
use crate::input::remarks::{Remark, Remarks};
use crate::input::rows::{Row, Rows};
use crate::input::workbook::{self, BookRows, Found, OpenedBook, SheetChoice};
use crate::values::fold::fold;
use crate::words::{STANDARD_INPUT, count_words, shown_path};
use anyhow::{Context, bail};
use schemars::JsonSchema;
use serde::Serialize;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// The number of rows in which the header is sought.
const HEADER_ROWS: usize = 20;

/// A kind of file.
#[derive(Debug)]
pub struct Kind {
    /// `roster`
    pub name: &'static str,
    /// Its columns.
    pub specs: &'static [ColumnSpec],
    /// Columns that mark the header line: one of them is enough.
    pub marks: &'static [usize],
    /// Pairs of columns that hold the same value in two forms; a file has at most one of each pair.
    pub either: &'static [(usize, usize)],
    /// The key under which a JSON object holds a list of records of its own.
    pub list: Option<&'static str>,
}

impl Kind {
    /// Maps a header line to the columns of this kind. `list` is the key of a list, which is read in another way than a
    /// cell.
    fn header<'c>(
        &self,
        cells: impl IntoIterator<Item = &'c str>,
        how: &Opening,
        list: Option<&str>,
    ) -> anyhow::Result<Header> {
        let both = |field: usize, other: usize, header: &Header| {
            let name = |column| header.place(column).and_then(|at| header.name_at(at)).map(str::to_owned);
            Some(TwoColumns { field: self.specs[field].name, names: [name(other)?, name(field)?] })
        };
        let mut header = Header::with_names(cells, self.specs, &how.own_names);
        if let (Ok(header), Some(list)) = (&mut header, list) {
            header.unknown.retain(|(name, _)| fold(name) != list);
        }
        let two = match &header {
            Ok(header) => self.either.iter().find_map(|(field, other)| both(*field, *other, header)),
            Err(_) => None,
        };
        match (header, two) {
            (Ok(header), None) if how.strict_columns && !header.unknown.is_empty() => {
                bail!("--strict-columns: nothing reads {}", list_unknown(&header.unknown))
            }
            (Ok(header), None) => Ok(header),
            (Err(TwoColumns { field, names: [one, other] }), _)
            | (_, Some(TwoColumns { field, names: [one, other] })) => {
                bail!("two columns stand for {field}: {one:?} and {other:?}; rename or remove one")
            }
        }
    }
}

/// The options with which a file is opened.
#[derive(Clone, Debug, Default)]
pub struct Opening {
    /// The format of standard input, where its first bytes do not show it.
    pub format: Option<InputFormat>,
    /// The user's own column names.
    pub own_names: OwnNames,
    /// True when an unknown column is an error.
    pub strict_columns: bool,
    /// The sheet of a workbook that is read; without one it is the first with a header of the kind.
    pub sheet: Option<SheetChoice>,
}

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
    records: u64,
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

/// A file that was read, in machine output.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Input {
    /// The path as it was given.
    pub path: String,
    /// `csv`, `tsv`, `json`, `ndjson`, `xlsx`, `xls` or `ods`, by the content.
    pub format: &'static str,
    /// The sheet of a workbook that was read.
    pub sheet: Option<String>,
    /// The number of its records.
    pub records: u64,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
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
        let format = (path == STANDARD_INPUT).then_some(how.format).flatten().or_else(|| by_ending(path));
        let format = format.unwrap_or_else(|| json::sniff(start).unwrap_or(InputFormat::Csv));
        let sheet = |header, mut notes: Vec<String>, source| {
            if how.sheet.is_some() {
                notes.push(format!("{}: --sheet does nothing here, because this is no workbook", shown_path(path)));
            }
            Self::new(path, header, notes, source)
        };
        match format {
            InputFormat::Json | InputFormat::Ndjson => {
                if let Some(fault) = bytes::diagnose(start, kind.name) {
                    bail!("{fault}");
                }
                let (start, rest) = text.into_rest();
                let rows = JsonRows::spool(start, rest, format)?;
                let header = kind.header(rows.keys(), how, kind.list)?;
                if rows.records > 0 && !kind.marks.iter().any(|mark| header.place(*mark).is_some()) {
                    bail!(no_header(kind, "none of its objects has"));
                }
                Ok(sheet(header, Vec::new(), Source::Json(Box::new(rows), format)))
            }
            InputFormat::Csv | InputFormat::Tsv => {
                let delimiters: &[u8] = match (format, by_ending(path)) {
                    (InputFormat::Tsv, _) => b"\t",
                    (_, Some(_)) => b",;",
                    (_, None) => b",;\t",
                };
                let Some(HeaderPlace { delimiter, records, above }) =
                    find_header(start, delimiters, kind, &how.own_names)
                else {
                    match bytes::diagnose(start, kind.name) {
                        Some(fault) => bail!("{fault}"),
                        None => bail!(no_header(kind, IN_NO_ROW)),
                    }
                };
                text.set_delimiter(delimiter);
                let mut rows = Rows::default();
                text.read_records(&mut rows, records)?;
                // In the whole file a quote may close later than in its start, and take in the header.
                let header = rows.iter().last().filter(|row| is_header(row, kind, &how.own_names));
                let Some(row) = header else { bail!(no_header(kind, IN_NO_ROW)) };
                let cells = (0..row.len()).map(|at| row.cell(at).unwrap_or_default());
                let header = kind.header(cells, how, None)?;
                let mut titles = Vec::new();
                if above > 0 {
                    let (line, above) = (row.line, count_words(above as i64, "row"));
                    titles
                        .push(format!("{}: the header is on line {line}; skipped above it: {above}", shown_path(path)));
                }
                Ok(sheet(header, titles, Source::Csv(Box::new(text), format)))
            }
        }
    }

    fn new(path: &str, header: Header, notes: Vec<String>, source: Source) -> Self {
        Self {
            path: path.into(),
            header: Arc::new(header),
            notes,
            remarks: Arc::default(),
            records: 0,
            windows_1252: false,
            failure: None,
            source,
        }
    }

    /// Opens a workbook, whose bytes have been read.
    fn of_workbook(path: &str, bytes: Vec<u8>, how: &Opening, kind: &'static Kind) -> anyhow::Result<Self> {
        let find = |rows: &Rows| {
            let (at, known) = header_among(rows, kind, &how.own_names)?;
            Some(Found { at, above: rows.iter().take(at).filter(|row| !row.is_blank()).count(), known })
        };
        let sentence = |sought: &str| no_header(kind, sought);
        let opened = workbook::open(bytes, how.sheet.as_ref(), HEADER_ROWS, &find, &sentence)?;
        let OpenedBook { names, header_row, above, mut rows, others } = opened;
        let mut header = kind.header(names.iter().map(String::as_str), how, None)?;
        rows.grid = rows.grid.named(kind.specs, |column| header.place(column));
        header.grid = Some(rows.grid.clone());
        let mut notes = Vec::new();
        if above > 0 {
            let (sheet, above) = (rows.grid.sheet(), count_words(above as i64, "row"));
            notes.push(format!("the header is in row {header_row} of the sheet {sheet:?}; skipped above it: {above}"));
        }
        let notes = notes.into_iter().chain(others).map(|note| format!("{}: {note}", shown_path(path)));
        Ok(Self::new(path, header, notes.collect(), Source::Workbook(Box::new(rows))))
    }

    /// Returns whether the rows are JSON objects, in which a cell can hold a list.
    pub fn is_json(&self) -> bool {
        matches!(self.source, Source::Json(..))
    }

    /// Returns whether the file is a workbook.
    pub fn is_workbook(&self) -> bool {
        matches!(self.source, Source::Workbook(_))
    }

    /// Reads the next batch into `rows`, replacing its contents. Returns `false` at the end of the file.
    ///
    /// # Errors
    /// When the source fails, after the rows before the failure have been returned.
    pub fn read(&mut self, rows: &mut Rows) -> anyhow::Result<bool> {
        rows.clear();
        if self.failure.is_none() {
            let width = self.header.width;
            let read = match &mut self.source {
                Source::Csv(text, _) => text.read_batch(rows, width).map_err(anyhow::Error::new),
                Source::Json(json, _) => json.read(rows, width),
                Source::Workbook(book) => book.read(rows).map(|_| true),
            };
            if let Err(error) = read {
                let stopped = format!("{}: reading stopped in the middle", shown_path(&self.path));
                self.failure = Some(error.context(stopped));
            }
        }
        (0..rows.read_back_garbled()).for_each(|_| self.remarks.count(Remark::Garbled, ""));
        self.records += rows.len() as u64;
        self.windows_1252 |= rows.windows_1252;
        match self.failure.take_if(|_| rows.is_empty()) {
            Some(failure) => Err(failure),
            None => Ok(!rows.is_empty()),
        }
    }

    /// Returns the delimiter of a CSV or TSV file; other files have none.
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
            Source::Json(json, _) => json.bytes_read,
            Source::Workbook(book) => book.bytes_read(),
        }
    }

    /// Returns the file as machine output names it, after it has been read.
    pub fn input(&self) -> Input {
        let (format, sha256) = match &self.source {
            Source::Csv(text, format) => (format.name(), text.source().sha256()),
            Source::Json(json, format) => (format.name(), json.sha256.clone()),
            Source::Workbook(book) => (book.format, book.sha256.clone()),
        };
        let sheet = self.header.grid.as_ref().map(|grid| grid.sheet().to_owned());
        Input { path: self.path.to_string(), format, sheet, records: self.records, sha256 }
    }

    /// Returns the notes on how the file was read, after it has been read.
    pub fn closing_notes(&self) -> Vec<String> {
        let path = shown_path(&self.path);
        let mut notes = self.notes.clone();
        if let Source::Workbook(book) = &self.source {
            notes.extend(book.notes().iter().map(|note| format!("{path}: {note}")));
        }
        for name in &self.header.refused {
            notes.push(format!(
                "{path}: the column {name:?} looks like Social Security numbers and was not read; \
                 remove it from the file"
            ));
        }
        if !self.header.unknown.is_empty() {
            notes.push(format!("{path}: ignored columns: {}", list_unknown(&self.header.unknown)));
        }
        if self.windows_1252 {
            notes.push(format!("{path}: cells that are not UTF-8 were read as Windows-1252"));
        }
        if self.records == 0 {
            notes.push(format!("{path}: there is a header but no record below it"));
        }
        notes
    }
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

/// The place of a header line.
struct HeaderPlace {
    delimiter: u8,
    /// The number of records up to it, itself included.
    records: usize,
    /// The number of records above it that are not blank.
    above: usize,
}

/// Finds the header with the most known columns, trying each of these delimiters.
fn find_header(start: &[u8], delimiters: &[u8], kind: &Kind, own: &OwnNames) -> Option<HeaderPlace> {
    let mut best: Option<(usize, HeaderPlace)> = None;
    for &delimiter in delimiters {
        let mut rows = Rows::default();
        // Reading from memory does not fail.
        let _ = CsvReader::new(start, delimiter).read_records(&mut rows, HEADER_ROWS);
        let Some((at, score)) = header_among(&rows, kind, own) else { continue };
        let above = rows.iter().take(at).filter(|row| !row.is_blank()).count();
        if best.as_ref().is_none_or(|(most, _)| score > *most) {
            best = Some((score, HeaderPlace { delimiter, records: at + 1, above }));
        }
    }
    best.map(|(_, found)| found)
}

/// Finds the header among the first rows of a file. Returns its index and the number of its columns that are known.
fn header_among(rows: &Rows, kind: &Kind, own: &OwnNames) -> Option<(usize, usize)> {
    let (at, header) = rows.iter().enumerate().find(|(_, row)| is_header(row, kind, own))?;
    let names = (0..header.len()).filter_map(|at| header.cell(at));
    let known = names.filter(|name| matches!(look_up(name, kind.specs, own), HeaderName::Column(_))).count();
    Some((at, known))
}

/// Returns whether a row has a column that marks the header of this kind.
fn is_header(row: &Row, kind: &Kind, own: &OwnNames) -> bool {
    (0..row.len()).filter_map(|at| row.cell(at)).any(
        |name| matches!(look_up(name, kind.specs, own), HeaderName::Column(column) if kind.marks.contains(&column)),
    )
}

/// The rows of a text in which a header was looked for.
const IN_NO_ROW: &str = "none of the first 20 rows has";

/// Returns the sentence about a file without a header.
fn no_header(kind: &Kind, sought: &str) -> String {
    let marks: Vec<&str> = kind.marks.iter().map(|mark| kind.specs[*mark].name).collect();
    format!(
        "no header found: {sought} one of the columns {} (or another name for one); \
         `muster template {} --explain` lists every name",
        marks.join(", "),
        kind.name
    )
}

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
