//! JSON: one object whose long list is streamed. NDJSON: one object a line.

use crate::finding::Tally;
use crate::input::sheet::Input;
use crate::report::SCHEMA;
use crate::report::item::{End, EventFigures, Head, List, NotAsked};
use chrono::NaiveDate;
use serde::Serialize;
use std::io::{self, Write};

/// The keys around the two lists.
#[derive(Serialize)]
struct Envelope<'a> {
    schema: &'static str,
    command: &'static str,
    version: &'static str,
    rules_revision: &'static str,
    as_of: NaiveDate,
    arguments: Option<&'a [String]>,
    inputs: &'a [Input],
    summary: &'a Tally,
    not_asked: &'a [NotAsked],
    #[serde(skip_serializing_if = "Option::is_none")]
    figures: Option<&'a EventFigures>,
    notes: &'a [String],
}

impl<'a> Envelope<'a> {
    fn new(head: &'a Head, end: &'a End) -> Self {
        Self {
            schema: SCHEMA,
            command: head.command,
            version: env!("CARGO_PKG_VERSION"),
            rules_revision: (head.rules_revision)(),
            as_of: head.as_of,
            arguments: head.arguments.as_deref(),
            inputs: &end.inputs,
            summary: &end.summary,
            not_asked: &head.not_asked,
            figures: end.figures.as_ref(),
            notes: &end.notes,
        }
    }
}

/// One JSON object. Keys whose values are known only at the end come last.
pub(crate) struct Json {
    head: Head,
    streamed: bool,
    /// The list that is not streamed, encoded.
    deferred: Vec<u8>,
}

/// Encodes an item of a list, with the comma before it.
pub(crate) fn item(item: &impl Serialize, to: &mut Vec<u8>) -> io::Result<()> {
    to.extend_from_slice(b",\n");
    Ok(serde_json::to_writer(to, item)?)
}

impl Json {
    pub(crate) fn new(head: Head) -> Self {
        Self { head, streamed: false, deferred: Vec::new() }
    }

    pub(crate) fn begin(&mut self, to: &mut impl Write) -> io::Result<()> {
        let list = match self.head.streams {
            List::Findings => "findings",
            List::Results => "results",
        };
        write!(to, "{{\"{list}\":[")
    }

    /// Writes items of a list, each encoded by [`item`].
    pub(crate) fn put(&mut self, to: &mut impl Write, list: List, items: &[u8]) -> io::Result<()> {
        let is_streamed = list == self.head.streams;
        let is_first =
            if is_streamed { !std::mem::replace(&mut self.streamed, true) } else { self.deferred.is_empty() };
        let items = items.get(usize::from(is_first)..).unwrap_or_default();
        if is_streamed {
            to.write_all(items)
        } else {
            self.deferred.extend_from_slice(items);
            Ok(())
        }
    }

    pub(crate) fn end(self, to: &mut impl Write, end: &End) -> io::Result<()> {
        let other = match self.head.streams {
            List::Findings => "results",
            List::Results => "findings",
        };
        write!(to, "{}],\n\"{other}\":[", if self.streamed { "\n" } else { "" })?;
        to.write_all(&self.deferred)?;
        writeln!(to, "{}],", if self.deferred.is_empty() { "" } else { "\n" })?;
        let envelope = serde_json::to_string(&Envelope::new(&self.head, end))?;
        // The opening brace of the envelope is written already.
        writeln!(to, "{}", envelope.get(1..).unwrap_or_default())
    }
}

/// One object a line, the envelope last.
pub(crate) struct Ndjson {
    head: Head,
}

/// Encodes an object as a line with its type.
pub(crate) fn line(kind: &'static str, item: &impl Serialize, to: &mut Vec<u8>) -> io::Result<()> {
    for part in ["{\"type\":\"", kind, "\""] {
        to.extend_from_slice(part.as_bytes());
    }
    let brace = to.len();
    serde_json::to_writer(&mut *to, item)?;
    // The object continues after the type: its own opening brace becomes a comma.
    to[brace] = b',';
    to.push(b'\n');
    Ok(())
}

impl Ndjson {
    pub(crate) fn new(head: Head) -> Self {
        Self { head }
    }

    pub(crate) fn end(self, to: &mut impl Write, end: &End) -> io::Result<()> {
        if self.head.quiet {
            return Ok(());
        }
        let mut summary = Vec::new();
        line("summary", &Envelope::new(&self.head, end), &mut summary)?;
        to.write_all(&summary)
    }
}
