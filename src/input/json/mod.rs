//! JSON and NDJSON: flat objects as rows of cells (settled 174).
//!
//! A row is as wide as the keys of all objects. Where the columns are declared, the file is read once; otherwise it is
//! read twice, first for its keys. Only what cannot be opened again, such as a pipe, is copied to a temporary file for
//! that.

mod keys;
mod record;
mod survey;
mod text;

use crate::hint::with_hint;
use crate::input::bytes::{self, Bytes};
use crate::input::format::InputFormat;
use crate::input::rows::{RowFault, Rows};
use crate::words::{STANDARD_INPUT, shown_text};
use anyhow::{Context, anyhow, bail};
use keys::Keys;
pub use keys::Resolve;
pub(crate) use record::{object, push_scalar};
use record::{push_members, push_record, without_place};
use serde::de::IgnoredAny;
use std::io::{Read, Seek};
use std::path::Path;
use survey::Survey;
use tempfile::SpooledTempFile;
use text::{Skipped, Text};

/// The largest temporary file kept in memory; a larger one is on disk.
const IN_MEMORY: usize = 8 * 1024 * 1024;
/// The number of keys that a message names.
const MOST_NAMED: usize = 50;
/// The longest record, in bytes. A longer one is skipped with a fault.
const LONGEST_RECORD: usize = 16 * 1024 * 1024;

/// What a reader of JSON must know of the columns.
pub struct Columns {
    /// The declared columns, and a function that returns the place of the one that a key stands for; `None` where the
    /// objects themselves show them.
    pub declared: Option<(Vec<String>, Resolve)>,
    /// Returns whether a key is a column by which a record of this kind is known.
    pub is_mark: Box<dyn Fn(&str) -> bool + Send>,
    /// The key of a list that belongs to one record, folded.
    pub list: Option<&'static str>,
    /// True when a key that is not declared is an error.
    pub strict: bool,
}

/// The objects of a file, one after the other.
pub struct JsonRows {
    text: Text,
    format: InputFormat,
    columns: Columns,
    keys: Keys,
    state: State,
    /// The objects around the list of records, and what else is in them.
    around: Option<Survey>,
    /// The line of the last record of NDJSON, otherwise its number.
    line: u64,
    /// The first objects, where they have been looked at before their turn.
    sampled: Option<Rows>,
    /// The SHA-256 of the first reading, where there were two.
    first_sha256: Option<String>,
    /// True when the records are in a copy of the source.
    is_copy: bool,
    /// The number of records in the file, where it has been read before.
    pub records: Option<u64>,
}

/// The place in the text between two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Before everything.
    Start,
    /// Before the first element of the list.
    First,
    /// After an element.
    Next,
    /// Before the one object.
    Single,
    /// After the last record.
    End,
}

/// Returns the JSON format that the start of a text shows, if any. One object alone is JSON, on one line or many.
pub fn sniff(start: &[u8]) -> Option<InputFormat> {
    let text = start.trim_ascii_start();
    match text.first()? {
        b'[' => Some(InputFormat::Json),
        b'{' => {
            let (line, rest) = text.split_at(memchr::memchr(b'\n', text).unwrap_or(text.len()));
            let is_whole = serde_json::from_slice::<IgnoredAny>(line).is_ok();
            let is_lines = is_whole && !rest.trim_ascii().is_empty();
            Some(if is_lines { InputFormat::Ndjson } else { InputFormat::Json })
        }
        _ => None,
    }
}

/// Returns the format of a text: by the ending of its name, unless the content shows that this is wrong. `has_header`
/// returns whether the text is CSV with a known header.
pub(crate) fn format_of(start: &[u8], by_ending: Option<InputFormat>, has_header: impl Fn() -> bool) -> InputFormat {
    let text = start.trim_ascii_start();
    let begins = |list: u8, element: &[u8]| {
        text.strip_prefix(&[list])
            .is_some_and(|rest| rest.trim_ascii_start().first().is_some_and(|it| element.contains(it)))
    };
    match by_ending {
        None => sniff(start).unwrap_or(InputFormat::Csv),
        Some(InputFormat::Csv | InputFormat::Tsv) if begins(b'[', b"{") || begins(b'{', b"\"") => {
            sniff(start).unwrap_or(InputFormat::Json)
        }
        Some(InputFormat::Ndjson) if begins(b'[', b"{]") => InputFormat::Json,
        Some(InputFormat::Json | InputFormat::Ndjson) if sniff(start).is_none() && has_header() => InputFormat::Csv,
        Some(format) => format,
    }
}

impl JsonRows {
    /// Opens a text of which `start` has been read already. `path` is opened again for the second reading.
    ///
    /// # Errors
    /// When the source fails. Where it is read for its keys: when a JSON text (not one line of NDJSON) is broken or cut
    /// off, with line and column.
    pub fn open(
        path: &str,
        start: Vec<u8>,
        rest: Bytes,
        format: InputFormat,
        columns: Columns,
    ) -> anyhow::Result<Self> {
        let mut columns = columns;
        let declared = columns.declared.take();
        let is_declared = declared.is_some();
        let keys = declared.map(|(names, resolve)| Keys::declared(names, resolve)).unwrap_or_default();
        let rows = Self {
            text: Text::new(start, rest),
            format,
            columns,
            keys,
            state: State::Start,
            around: None,
            line: 0,
            sampled: None,
            first_sha256: None,
            is_copy: false,
            records: None,
        };
        if is_declared { Ok(rows) } else { rows.collect_keys(path) }
    }

    /// Reads the whole text for its keys, and begins again.
    fn collect_keys(mut self, path: &str) -> anyhow::Result<Self> {
        let is_file = path != STANDARD_INPUT && std::fs::metadata(Path::new(path)).is_ok_and(|file| file.is_file());
        if !is_file {
            self.text.keep_copy(SpooledTempFile::new(IN_MEMORY)).context("a temporary file cannot be written")?;
        }
        let (mut passed, mut records) = (Rows::default(), 0);
        while self.read_one(&mut passed, 0)? {
            records += 1;
            if passed.is_full() {
                passed.clear();
            }
        }
        let sha256 = self.text.source().sha256();
        let again: Box<dyn Read + Send> = match self.text.into_copy() {
            Some(mut copy) => {
                copy.rewind().context("a temporary file cannot be read")?;
                Box::new(copy)
            }
            None => bytes::open(path)?,
        };
        Ok(Self {
            text: Text::new(Vec::new(), Bytes::new(again)),
            state: State::Start,
            around: None,
            line: 0,
            first_sha256: Some(sha256),
            is_copy: !is_file,
            records: Some(records),
            ..self
        })
    }

    /// Returns the columns: the declared ones, or the keys of all objects in the order in which they appear.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.keys.columns()
    }

    /// Returns the keys that are not declared and were not read.
    pub fn unread(&self) -> &[String] {
        self.keys.unread()
    }

    /// Lists the keys that were not read, as far as a message holds them.
    fn unread_names(&self) -> String {
        let named = self.unread().iter().take(MOST_NAMED).map(|key| format!("{:?}", shown_text(key)));
        let more = if self.unread().len() > MOST_NAMED { " and more" } else { "" };
        named.collect::<Vec<_>>().join(", ") + more
    }

    /// Returns whether the records are a list inside an object.
    pub fn is_wrapped(&self) -> bool {
        self.around.is_some()
    }

    /// Returns the SHA-256 of the bytes read so far, or of all where they have been read before.
    pub fn sha256(&self) -> String {
        self.first_sha256.clone().unwrap_or_else(|| self.text.source().sha256())
    }

    /// Returns the number of bytes read so far.
    pub fn bytes_read(&self) -> u64 {
        self.text.source().bytes_read()
    }

    /// Returns the first objects. [`Self::read`] returns them again.
    ///
    /// # Errors
    /// When the source fails.
    pub fn sample(&mut self, count: usize, width: usize) -> anyhow::Result<&Rows> {
        let mut rows = Rows::default();
        while rows.len() < count && self.read_one(&mut rows, width)? {}
        // There may be thousands of files that wait for their turn.
        self.text.bytes.shrink_to_fit();
        Ok(self.sampled.insert(rows))
    }

    /// Adds objects to `rows` until it is full. Returns `false` at the end.
    ///
    /// # Errors
    /// When the source fails or the JSON is broken; the objects before are in `rows`.
    pub fn read(&mut self, rows: &mut Rows, width: usize) -> anyhow::Result<bool> {
        if let Some(sampled) = self.sampled.take().filter(|sampled| !sampled.is_empty()) {
            *rows = sampled;
            return Ok(true);
        }
        while !rows.is_full() {
            if !self.read_one(rows, width)? {
                self.check_end()?;
                break;
            }
        }
        Ok(!rows.is_empty())
    }

    /// Checks at the end of the text that it is what its columns promised.
    fn check_end(&self) -> anyhow::Result<()> {
        if let Some(first) = &self.first_sha256
            && !self.is_copy
            && *first != self.text.source().sha256()
        {
            bail!("the file has changed while it was read; run the command again");
        }
        if self.line > 0 && !self.keys.is_any_read() && !self.keys.unread().is_empty() {
            bail!(with_hint(
                "none of its objects has a column that --columns names",
                format!("its keys are {}", self.unread_names())
            ));
        }
        Ok(())
    }

    /// Adds the next object to `rows`, unless it is blank. Returns `false` at the end.
    fn read_one(&mut self, rows: &mut Rows, width: usize) -> anyhow::Result<bool> {
        let found = match self.format {
            InputFormat::Ndjson => self.read_line(rows, width)?,
            _ => self.read_element(rows, width)?,
        };
        if self.keys.are_too_many() {
            bail!("its objects have more than 10,000 different keys; expected flat objects with the same few keys");
        }
        if self.columns.strict && !self.keys.unread().is_empty() {
            bail!("--strict-columns: --columns does not name {}", self.unread_names());
        }
        Ok(found)
    }

    /// Adds the object of the next line.
    fn read_line(&mut self, rows: &mut Rows, width: usize) -> anyhow::Result<bool> {
        loop {
            let rest = self.text.rest();
            let (length, next) = match memchr::memchr(b'\n', rest) {
                Some(end) => (end, end + 1),
                // A CR at the end may belong to the line end.
                None if rest.len() <= LONGEST_RECORD + 1 && !self.text.has_ended() => {
                    self.text.forget();
                    self.text.read_on().context("cannot be read")?;
                    continue;
                }
                None if rest.is_empty() => return Ok(false),
                None => (rest.len(), rest.len()),
            };
            self.line += 1;
            if length - usize::from(rest[..length].ends_with(b"\r")) > LONGEST_RECORD {
                rows.push_fault(self.line, RowFault::TooLong);
                self.text.skip_line().context("cannot be read")?;
                return Ok(true);
            }
            let line = rest[..length].trim_ascii();
            let is_record = !line.is_empty();
            if is_record {
                push_record(line, self.line, &mut self.keys, rows, width);
            }
            self.text.at += next;
            if is_record {
                return Ok(true);
            }
        }
    }

    /// Adds the next element of the list, or the one object.
    fn read_element(&mut self, rows: &mut Rows, width: usize) -> anyhow::Result<bool> {
        match self.state {
            State::Start => self.begin()?,
            State::End => return Ok(false),
            _ => {}
        }
        match (self.state, self.text.peek().context("cannot be read")?) {
            (State::Single | State::End, _) => {}
            (_, None) => bail!(self.cut_off()),
            (_, Some(b']')) => {
                self.text.at += 1;
                self.end_list()?;
            }
            (State::Next, Some(b',')) => {
                let comma = self.text.at;
                self.text.at += 1;
                if self.text.peek().context("cannot be read")? == Some(b']') {
                    bail!(broken(self.text.place(comma), "there is a comma after the last record; remove it"));
                }
            }
            (State::Next, _) => {
                bail!(broken(self.text.place(self.text.at), "expected a comma or ] after the record before"))
            }
            _ => {}
        }
        if self.state == State::End {
            return Ok(false);
        }
        self.line += 1;
        self.push_element(rows, width)?;
        if self.state == State::Single {
            self.check_nothing_follows(false)?;
            self.state = State::End;
        } else {
            self.state = State::Next;
        }
        Ok(true)
    }

    /// Finds the list of records, or the one object that is the record.
    fn begin(&mut self) -> anyhow::Result<()> {
        let first = self.text.peek().context("cannot be read")?;
        self.state = match first {
            None => State::End,
            Some(b'[') => {
                self.text.at += 1;
                State::First
            }
            Some(b'{') => {
                self.text.forget();
                let mut around = Survey::default();
                around.read_whole(&mut self.text, &self.columns)?;
                let list = around.list_of_records()?;
                self.text.at = list.map_or(0, |begins| begins + 1);
                self.around = list.map(|_| around);
                if list.is_some() { State::First } else { State::Single }
            }
            Some(_) => bail!(broken(self.text.place(self.text.at), "expected [ and then flat objects")),
        };
        Ok(())
    }

    /// Reads what is behind the list of records.
    fn end_list(&mut self) -> anyhow::Result<()> {
        if let Some(around) = &mut self.around {
            around.read_behind_list(&mut self.text, &self.columns)?;
        }
        self.state = State::End;
        self.check_nothing_follows(true)
    }

    /// Checks that the text ends here.
    fn check_nothing_follows(&mut self, is_list: bool) -> anyhow::Result<()> {
        let Some(byte) = self.text.peek().context("cannot be read")? else { return Ok(()) };
        let (line, column) = self.text.place(self.text.at);
        let more = format!("line {line}, column {column}: more than one JSON value");
        match byte {
            b'{' if !is_list => bail!("{more}; if each line is an object, name the file .ndjson"),
            b'{' | b'[' => bail!("{more}; put all records into one list"),
            _ => bail!(broken((line, column), "there is something behind the records")),
        }
    }

    /// Adds the element at this place. One that is no object, or too long, is a fault.
    fn push_element(&mut self, rows: &mut Rows, width: usize) -> anyhow::Result<()> {
        loop {
            let rest = self.text.rest();
            let read = self.keys.read(rest, width);
            let fault = match read {
                Ok((members, length)) if length <= LONGEST_RECORD => {
                    push_members(rows, self.line, &members);
                    self.text.at += length;
                    return Ok(());
                }
                read => read.err(),
            };
            let mut skimmed = serde_json::Deserializer::from_slice(rest).into_iter::<IgnoredAny>();
            let element = skimmed.next();
            let length = skimmed.byte_offset();
            match element {
                // The rest of a number may not have been read yet.
                Some(Ok(_)) if length < rest.len() || self.text.has_ended() => {
                    if length > LONGEST_RECORD {
                        rows.push_fault(self.line, RowFault::TooLong);
                    } else {
                        push_record(&rest[..length], self.line, &mut self.keys, rows, width);
                    }
                    self.text.at += length;
                    return Ok(());
                }
                Some(Err(error)) if !error.is_eof() => {
                    let (line, column) = self.text.place(self.text.at);
                    let below = error.line().saturating_sub(1) as u64;
                    let column = if below == 0 { column + error.column().saturating_sub(1) } else { error.column() };
                    // The stricter reading knows more of what is wrong there.
                    let at = |error: &serde_json::Error| (error.line(), error.column());
                    let error = fault.filter(|fault| at(fault) == at(&error)).unwrap_or(error);
                    bail!(broken((line + below, column), &without_place(&error)));
                }
                _ if rest.len() > LONGEST_RECORD => {
                    rows.push_fault(self.line, RowFault::TooLong);
                    return match self.text.skip_value(false, LONGEST_RECORD).context("cannot be read")? {
                        Skipped::Whole => Ok(()),
                        _ => Err(anyhow!(self.cut_off())),
                    };
                }
                _ if self.text.has_ended() => {
                    self.text.at = self.text.bytes.len();
                    bail!(self.cut_off());
                }
                _ => {
                    self.text.forget();
                    self.text.read_on().context("cannot be read")?;
                }
            }
        }
    }

    /// Returns the sentence about a text that ends too early.
    fn cut_off(&self) -> String {
        cut_off(&self.text)
    }
}

/// Returns the sentence about a text that ends too early.
fn cut_off(text: &Text) -> String {
    let (line, column) = text.place(text.bytes.len());
    format!(
        "line {line}, column {}: the JSON ends in the middle; the file seems to be cut off: fetch or export it again",
        column.saturating_sub(1)
    )
}

/// Returns the sentence about a text that is not JSON.
fn broken((line, column): (u64, usize), why: &str) -> String {
    format!("line {line}, column {column}: this is not JSON as expected (an array of flat objects): {why}")
}
