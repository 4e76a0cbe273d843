//! JSON, one object whose long list is written as it comes, and NDJSON, one object a line.

use super::{End, Head, List, NotAsked, SCHEMA};
use crate::finding::Tally;
use crate::input::sheet::Input;
use chrono::NaiveDate;
use serde::Serialize;
use std::io::{self, Write};

/// What stands around the two lists.
#[derive(Serialize)]
struct Envelope<'a> {
    schema: &'static str,
    command: &'static str,
    version: &'static str,
    as_of: NaiveDate,
    inputs: &'a [Input],
    summary: &'a Tally,
    not_asked: &'a [NotAsked],
    notes: &'a [String],
}

impl<'a> Envelope<'a> {
    fn new(head: &'a Head, end: &'a End) -> Self {
        Self {
            schema: SCHEMA,
            command: head.command,
            version: env!("CARGO_PKG_VERSION"),
            as_of: head.as_of,
            inputs: &end.inputs,
            summary: &end.summary,
            not_asked: &head.not_asked,
            notes: &end.notes,
        }
    }
}

/// One JSON object. Keys that are known only at the end come last.
pub(super) struct Json {
    head: Head,
    streamed: u64,
    /// The other list, already encoded.
    put_by: Vec<u8>,
    /// The item that is being encoded: the encoder's many small writes are not the output's.
    item: Vec<u8>,
}

impl Json {
    pub(super) fn new(head: Head) -> Self {
        Self { head, streamed: 0, put_by: Vec::new(), item: Vec::new() }
    }

    pub(super) fn begin(&mut self, to: &mut impl Write) -> io::Result<()> {
        let list = match self.head.streams {
            List::Findings => "findings",
            List::Results => "results",
        };
        write!(to, "{{\"{list}\":[")
    }

    pub(super) fn item(&mut self, to: &mut impl Write, list: List, item: &impl Serialize) -> io::Result<()> {
        if list == self.head.streams {
            self.item.clear();
            self.item.extend_from_slice(if self.streamed == 0 { b"\n" } else { b",\n" });
            self.streamed += 1;
            serde_json::to_writer(&mut self.item, item)?;
            to.write_all(&self.item)
        } else {
            self.put_by.extend_from_slice(if self.put_by.is_empty() { b"\n" } else { b",\n" });
            Ok(serde_json::to_writer(&mut self.put_by, item)?)
        }
    }

    pub(super) fn end(self, to: &mut impl Write, end: &End) -> io::Result<()> {
        let other = match self.head.streams {
            List::Findings => "results",
            List::Results => "findings",
        };
        write!(to, "{}],\n\"{other}\":[", if self.streamed == 0 { "" } else { "\n" })?;
        to.write_all(&self.put_by)?;
        writeln!(to, "{}],", if self.put_by.is_empty() { "" } else { "\n" })?;
        let envelope = serde_json::to_string(&Envelope::new(&self.head, end))?;
        // The envelope's own braces: its first is already written.
        writeln!(to, "{}", envelope.get(1..).unwrap_or_default())
    }
}

/// One object a line, the envelope last.
pub(super) struct Ndjson {
    head: Head,
    /// The line that is being encoded.
    line: Vec<u8>,
}

#[derive(Serialize)]
struct Line<'a, T> {
    r#type: &'static str,
    #[serde(flatten)]
    item: &'a T,
}

impl Ndjson {
    pub(super) fn new(head: Head) -> Self {
        Self { head, line: Vec::new() }
    }

    pub(super) fn item(&mut self, to: &mut impl Write, r#type: &'static str, item: &impl Serialize) -> io::Result<()> {
        self.line.clear();
        serde_json::to_writer(&mut self.line, &Line { r#type, item })?;
        self.line.push(b'\n');
        to.write_all(&self.line)
    }

    pub(super) fn end(mut self, to: &mut impl Write, end: &End) -> io::Result<()> {
        let head = self.head.clone();
        if head.quiet { Ok(()) } else { self.item(to, "summary", &Envelope::new(&head, end)) }
    }
}
