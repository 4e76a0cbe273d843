//! JSON and NDJSON: flat objects as rows of cells. The columns are known only at the end of the file, so that the
//! objects are first written to a temporary file, one a line, while their keys are collected, and then read from
//! there.

use crate::input::bytes::{Bytes, decode_text};
use crate::input::format::InputFormat;
use crate::input::rows::{RowFault, Rows};
use anyhow::{Context, anyhow, bail};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::io::{BufRead, BufReader, BufWriter, Cursor, Read, Seek, Write};
use tempfile::SpooledTempFile;

/// The largest temporary file kept in memory; a larger one is on disk.
const IN_MEMORY: usize = 8 * 1024 * 1024;
/// The longest line of a record, in bytes.
const LONGEST_LINE: u64 = 16 * 1024 * 1024;

/// Objects in a temporary file, one a line.
pub struct JsonRows {
    objects: BufReader<SpooledTempFile>,
    keys: Keys,
    line: u64,
    buffer: Vec<u8>,
    /// The number of records in the file.
    pub records: u64,
    /// The SHA-256 of the file's bytes.
    pub sha256: String,
    /// The size of the file: all of it is read before the first row is returned.
    pub bytes_read: u64,
}

/// The most keys in a file: a row is as wide as all of them together.
const MOST_KEYS: usize = 10_000;

/// The keys of all objects, in the order in which they appear.
#[derive(Default)]
struct Keys {
    names: Vec<String>,
    places: HashMap<String, usize>,
}

impl Keys {
    /// Adds a key that is new.
    ///
    /// # Errors
    /// When the file has more keys than a row can have cells.
    fn add(&mut self, name: String) -> anyhow::Result<()> {
        if !self.places.contains_key(&name) {
            if self.names.len() == MOST_KEYS {
                bail!("its objects have more than 10,000 different keys; expected flat objects with the same few keys");
            }
            self.places.insert(name.clone(), self.names.len());
            self.names.push(name);
        }
        Ok(())
    }
}

/// Returns the JSON format that the start of a text shows, if any.
pub fn sniff(start: &[u8]) -> Option<InputFormat> {
    let text = start.trim_ascii_start();
    match text.first()? {
        b'[' => Some(InputFormat::Json),
        b'{' => {
            let line = text.split(|byte| *byte == b'\n').next()?;
            let whole = serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok();
            Some(if whole { InputFormat::Ndjson } else { InputFormat::Json })
        }
        _ => None,
    }
}

impl JsonRows {
    /// Writes the objects to a temporary file and collects their keys.
    ///
    /// # Errors
    /// When the source fails, or a JSON text (not one line of NDJSON) is broken or cut off: with line and column.
    pub fn spool(start: Vec<u8>, rest: Bytes, format: InputFormat) -> anyhow::Result<Self> {
        let mut whole = Whole { start: Cursor::new(start), rest };
        let mut objects = BufWriter::new(SpooledTempFile::new(IN_MEMORY));
        let mut keys = Keys::default();
        let records = match format {
            InputFormat::Ndjson => spool_lines(&mut BufReader::new(&mut whole), &mut objects, &mut keys)?,
            _ => spool_array(&mut BufReader::new(&mut whole), &mut objects, &mut keys)?,
        };
        let mut objects = objects.into_inner().context("a temporary file cannot be written")?;
        objects.rewind()?;
        let sha256 = whole.rest.sha256();
        let bytes_read = whole.rest.bytes_read();
        Ok(Self { objects: BufReader::new(objects), keys, line: 0, buffer: Vec::new(), records, sha256, bytes_read })
    }

    /// Returns the keys of all objects, in the order in which they appear.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.names.iter().map(String::as_str)
    }

    /// Adds objects to `rows` until it is full. Returns `false` at the end.
    ///
    /// # Errors
    /// When the temporary file fails; the objects before are in `rows`.
    pub fn read(&mut self, rows: &mut Rows, width: usize) -> anyhow::Result<bool> {
        while !rows.is_full() && self.read_one(rows, width)? {
            rows.drop_blank();
        }
        Ok(!rows.is_empty())
    }

    /// Returns the first objects; they are read again later.
    ///
    /// # Errors
    /// When the temporary file fails.
    pub fn first(&mut self, count: usize, width: usize) -> anyhow::Result<Rows> {
        let mut rows = Rows::default();
        while rows.len() < count && self.read_one(&mut rows, width)? {
            rows.drop_blank();
        }
        self.objects.rewind()?;
        self.line = 0;
        Ok(rows)
    }

    /// Adds the next object to `rows`. Returns `false` at the end.
    fn read_one(&mut self, rows: &mut Rows, width: usize) -> anyhow::Result<bool> {
        loop {
            self.buffer.clear();
            if self.objects.read_until(b'\n', &mut self.buffer)? == 0 {
                return Ok(false);
            }
            self.line += 1;
            let line = self.buffer.trim_ascii();
            if line.is_empty() {
                continue;
            }
            if line == TOO_LONG {
                rows.push_fault(self.line, RowFault::TooLong);
                return Ok(true);
            }
            match object(line) {
                Ok(members) => {
                    let mut cells = vec![None; width];
                    for (key, value) in &members {
                        if let Some(cell) = self.keys.places.get(key).and_then(|at| cells.get_mut(*at)) {
                            *cell = Some(*value);
                        }
                    }
                    rows.begin(self.line);
                    for (at, value) in cells.into_iter().enumerate() {
                        push_scalar(rows, at, value);
                    }
                }
                Err(why) => rows.push_fault(self.line, RowFault::NoObject(why)),
            }
            return Ok(true);
        }
    }
}

/// The line of the temporary file for a record that was too long to keep.
const TOO_LONG: &[u8] = b"!too-long";

/// Adds a value to the last row. A list or an object is kept as JSON, with a fault:
/// [`crate::input::rows::Row::nested`].
pub(crate) fn push_scalar(rows: &mut Rows, at: usize, value: Option<&RawValue>) {
    let text = value.map_or("", RawValue::get);
    match text.as_bytes().first() {
        None | Some(b'n') => rows.push_cell(""),
        Some(b'"') => rows.push_cell(&serde_json::from_str::<String>(text).unwrap_or_default()),
        Some(b'{' | b'[') => {
            rows.push_cell(text);
            rows.fault(RowFault::Nested { cell: at });
        }
        Some(_) => rows.push_cell(text),
    }
}

/// Writes each line of NDJSON to the temporary file. Returns the number of records.
fn spool_lines(from: &mut impl BufRead, to: &mut impl Write, keys: &mut Keys) -> anyhow::Result<u64> {
    let mut line = Vec::new();
    let mut records = 0;
    loop {
        line.clear();
        if from.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line).context("cannot be read")? == 0 {
            return Ok(records);
        }
        if line.len() as u64 == LONGEST_LINE && line.last() != Some(&b'\n') {
            from.skip_until(b'\n').context("cannot be read")?;
            line = TOO_LONG.to_vec();
        }
        if let Cow::Owned(text) = decode_text(&line) {
            line = text.into_bytes();
        }
        let object_text = line.trim_ascii();
        if !object_text.is_empty() {
            records += 1;
            for (key, _) in object(object_text).unwrap_or_default() {
                keys.add(key)?;
            }
        }
        write_line(object_text, to)?;
    }
}

/// Writes each element of a JSON array, or the one object, to the temporary file. Returns the number of records.
fn spool_array(from: &mut impl BufRead, to: &mut impl Write, keys: &mut Keys) -> anyhow::Result<u64> {
    // The first byte shows whether it is an array or one object; it is not consumed.
    let is_array = loop {
        let start = from.fill_buf().context("cannot be read")?;
        let Some(first) = start.first().copied() else { break false };
        if !first.is_ascii_whitespace() {
            break first == b'[';
        }
        from.consume(1);
    };
    let mut reader = serde_json::Deserializer::from_reader(from);
    let mut sink = |element: &RawValue| -> anyhow::Result<()> {
        for (key, _) in object(element.get().as_bytes()).unwrap_or_default() {
            keys.add(key)?;
        }
        write_line(element.get().as_bytes(), to)
    };
    let mut records = 0;
    let read = if is_array {
        Elements { sink: &mut sink, records: &mut records }.deserialize(&mut reader)
    } else {
        records = 1;
        <Box<RawValue> as serde::Deserialize>::deserialize(&mut reader)
            .and_then(|object| sink(&object).map_err(serde::de::Error::custom))
    };
    read.and_then(|()| reader.end()).map_err(|error| {
        let at = format!("line {}, column {}", error.line(), error.column());
        match error.classify() {
            serde_json::error::Category::Eof => {
                anyhow!("{at}: the JSON ends in the middle; the file seems to be cut off: fetch or export it again")
            }
            _ if !is_array && error.to_string().starts_with("trailing characters") => {
                anyhow!("{at}: more than one JSON value; if each line is an object, name the file .ndjson")
            }
            _ => anyhow!("{at}: this is not JSON as expected (an array of flat objects): {error}"),
        }
    })?;
    Ok(records)
}

/// Writes an object on one line: JSON has line breaks only between its tokens.
fn write_line(object: &[u8], to: &mut impl Write) -> anyhow::Result<()> {
    let written = object.split(|byte| matches!(byte, b'\n' | b'\r')).try_for_each(|part| to.write_all(part));
    written.and_then(|()| to.write_all(b"\n")).context("a temporary file cannot be written")
}

/// Reads the members of an object, in their order.
///
/// # Errors
/// The reason why the text is not such an object.
pub(crate) fn object(text: &[u8]) -> Result<Vec<(String, &RawValue)>, String> {
    struct Members;
    impl<'de> Visitor<'de> for Members {
        type Value = Vec<(String, &'de RawValue)>;
        fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
            to.write_str("an object")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut members = Self::Value::new();
            let mut seen = HashSet::new();
            while let Some((key, value)) = map.next_entry::<String, &RawValue>()? {
                if !seen.insert(key.clone()) {
                    return Err(serde::de::Error::custom(format!("it has the key {key:?} twice")));
                }
                members.push((key, value));
            }
            Ok(members)
        }
    }
    let mut reader = serde_json::Deserializer::from_slice(text);
    let members = reader.deserialize_map(Members).map_err(|error| without_place(&error))?;
    reader.end().map_err(|error| without_place(&error))?;
    Ok(members)
}

/// Returns the text of an error without its place, because the record has a line of its own.
fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

/// Passes each element of an array to a sink, without keeping any.
struct Elements<'s, F> {
    sink: &'s mut F,
    records: &'s mut u64,
}

impl<'de, F: FnMut(&RawValue) -> anyhow::Result<()>> DeserializeSeed<'de> for Elements<'_, F> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de, F: FnMut(&RawValue) -> anyhow::Result<()>> Visitor<'de> for Elements<'_, F> {
    type Value = ();
    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("an array of flat objects")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        while let Some(element) = elements.next_element::<Box<RawValue>>()? {
            *self.records += 1;
            (self.sink)(&element).map_err(serde::de::Error::custom)?;
        }
        Ok(())
    }
}

/// The start of a text that was peeked at and its rest, as one reader.
struct Whole {
    start: Cursor<Vec<u8>>,
    rest: Bytes,
}

impl Read for Whole {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        match self.start.read(to)? {
            0 => self.rest.read(to),
            read => Ok(read),
        }
    }
}
