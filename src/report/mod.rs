//! From findings and results to bytes, in every format. Knows the results of the rules and asks no rule.

pub mod format;
pub mod item;
pub mod layout;
pub mod page;

use crate::finding::Finding;
use clap::ValueEnum;
use format::csv::{self, Csv};
use format::earlier_event::EarlierEvent;
use format::ics::Calendar;
use format::json::{self, Json, Ndjson};
use format::markdown::Markdown;
use format::shown::Escapes;
use format::table::Table;
use item::{End, Head, List, ReportEntry, Rows, column_names};
use layout::page::Page;
use layout::screen::Screen;
use serde::{Deserialize, Serialize};
use std::io::{self, Write};
use std::path::Path;

/// The version of the machine output; keys are only added.
pub const SCHEMA: &str = "muster/1";

/// The format of the output. Facts about a format are methods here, never comparisons elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// For reading on a screen.
    Table,
    /// One JSON object.
    Json,
    /// One JSON object on each line.
    Ndjson,
    /// Rows for a spreadsheet.
    Csv,
    /// For a ticket or an e-mail.
    Markdown,
    /// A calendar of due days, only for `muster roster due`.
    #[serde(skip)]
    Ics,
}

impl Format {
    /// Returns how characters that act on a terminal are written: always as JSON escapes in JSON, and in CSV, which has
    /// no escapes, by their code where a person reads it. The other formats write their text harmless themselves.
    pub const fn escapes(self, to_terminal: bool) -> Escapes {
        match self {
            Self::Json | Self::Ndjson => Escapes::Json,
            Self::Csv if to_terminal => Escapes::Terminal,
            Self::Csv | Self::Table | Self::Markdown | Self::Ics => Escapes::None,
        }
    }

    /// Returns whether an answer without a day has a place in the format.
    pub const fn holds_undated(self) -> bool {
        !self.is_calendar()
    }

    /// Returns whether the format is a calendar.
    pub const fn is_calendar(self) -> bool {
        matches!(self, Self::Ics)
    }

    /// Returns the formats that every command can write.
    pub fn of_every_command() -> Vec<Self> {
        Self::value_variants().iter().copied().filter(|format| *format != Self::Ics).collect()
    }

    /// Returns the endings of file names that ask for this format, the usual one first.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Table => &["txt"],
            Self::Json => &["json"],
            Self::Ndjson => &["ndjson", "jsonl"],
            Self::Csv => &["csv"],
            Self::Markdown => &["md", "markdown"],
            Self::Ics => &["ics"],
        }
    }

    /// Returns the format that the ending of a file name asks for.
    pub fn by_ending(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::value_variants().iter().copied().find(|format| format.endings().contains(&ending.as_str()))
    }

    /// Returns whether the format has a place for notes. Elsewhere they go to standard error.
    pub const fn holds_notes(self) -> bool {
        !matches!(self, Self::Csv | Self::Ics)
    }

    /// Returns whether the format is one page that a person reads from the top: the worst comes first, agencies are
    /// summed up, and what holds for everybody is said once.
    pub const fn is_page(self) -> bool {
        matches!(self, Self::Table)
    }

    /// Returns whether a person reads the format from the top to the end.
    pub const fn is_for_people(self) -> bool {
        matches!(self, Self::Table | Self::Markdown)
    }

    /// Returns whether a program reads the format as one document of keys and values.
    pub const fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::Ndjson)
    }
}

/// The division of the table for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// A heading for each officer, the worst first.
    ByPerson,
    /// A line for each answer, the worst officers first.
    ByLine,
    /// A heading for each month; findings come by due day.
    ByMonth,
    /// A line for each day and rule; findings come by due day.
    ByDay,
}

/// Turns a finding into bytes.
pub type EncodeFinding = fn(&Finding, &mut Vec<u8>) -> io::Result<()>;

/// A report being written to `W`, in one of the formats.
pub struct Report<W> {
    to: W,
    quiet: bool,
    items: u64,
    document: Document,
    /// The item being encoded: encoders make many small writes, the output gets one.
    encoded: Vec<u8>,
}

enum Document {
    Table(Box<Table>),
    Json(Json),
    Ndjson(Ndjson),
    Csv(Csv),
    Markdown(Markdown),
    Calendar(Calendar),
}

impl<W: Write> Report<W> {
    /// Starts a report; nothing is written before the first item, or the end.
    pub fn new(to: W, format: Format, screen: Screen, layout: Layout, head: Head) -> Self {
        let quiet = head.quiet && !head.to_file;
        let document = match format {
            Format::Table => Document::Table(Box::new(Table::new(screen, layout, head))),
            Format::Json => Document::Json(Json::new(head)),
            Format::Ndjson => Document::Ndjson(Ndjson::new(head)),
            Format::Csv => Document::Csv(Csv::new(head.streams, head.csv_bom)),
            Format::Markdown => Document::Markdown(Markdown::new(head)),
            Format::Ics => Document::Calendar(Calendar::new(head.as_of, head.command, head.calendar)),
        };
        Self { to, quiet, items: 0, document, encoded: Vec::new() }
    }

    /// Declares the kind of row, so that a table without rows still has its header.
    #[must_use]
    pub fn of_results<R: Rows>(mut self) -> Self {
        if let Document::Csv(csv) = &mut self.document {
            csv.expect(column_names::<R>());
        }
        self
    }

    /// Writes one finding.
    ///
    /// # Errors
    /// When the output cannot be written; the same holds for every method.
    pub fn finding(&mut self, finding: &Finding) -> io::Result<()> {
        if let Some(encode) = self.finding_encoder() {
            return self.put_encoded::<Finding>(List::Findings, |to| encode(finding, to));
        }
        self.begin()?;
        match &mut self.document {
            Document::Table(table) => table.finding(finding),
            Document::Markdown(markdown) => markdown.finding(&mut self.to, finding),
            Document::Calendar(calendar) if finding.due.is_some() => calendar.finding(&mut self.to, finding),
            Document::Calendar(_) | Document::Csv(_) | Document::Json(_) | Document::Ndjson(_) => {
                csv::finding_on_stderr(finding)
            }
        }
    }

    /// Writes an event of an earlier calendar as it was, in a calendar.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub(crate) fn kept_event(&mut self, event: &EarlierEvent) -> io::Result<()> {
        self.begin()?;
        match &self.document {
            Document::Calendar(_) => Calendar::kept(&mut self.to, event),
            _ => Ok(()),
        }
    }

    /// Cancels an event of an earlier calendar, in a calendar; `why` continues `Cancelled on 21 Nov 2026:`.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub(crate) fn cancelled_event(&mut self, event: &EarlierEvent, why: &str) -> io::Result<()> {
        self.begin()?;
        match &self.document {
            Document::Calendar(calendar) => calendar.cancelled(&mut self.to, event, why),
            _ => Ok(()),
        }
    }

    /// Returns the function that encodes a finding, in formats in which no finding depends on those before it.
    pub fn finding_encoder(&self) -> Option<EncodeFinding> {
        match &self.document {
            Document::Json(_) => Some(|finding, to| json::item(finding, to)),
            Document::Ndjson(_) => Some(|finding, to| json::line("finding", finding, to)),
            Document::Csv(csv) if csv.streams == List::Findings => Some(|finding, to| csv::rows(finding, to)),
            _ => None,
        }
    }

    /// Writes findings that the function of [`finding_encoder`](Self::finding_encoder) encoded.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn put_findings(&mut self, encoded: &[u8]) -> io::Result<()> {
        self.put::<Finding>(List::Findings, encoded)
    }

    /// Writes one result.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn result<R: ReportEntry>(&mut self, result: &R) -> io::Result<()> {
        let list = List::Results;
        match &self.document {
            Document::Json(_) => return self.put_encoded::<R>(list, |to| json::item(result, to)),
            Document::Ndjson(_) => return self.put_encoded::<R>(list, |to| json::line("result", result, to)),
            Document::Csv(_) => return self.put_encoded::<R>(list, |to| csv::rows(result, to)),
            Document::Table(_) | Document::Markdown(_) | Document::Calendar(_) => self.begin()?,
        }
        match &mut self.document {
            Document::Table(table) => result.show(table.page()),
            Document::Markdown(markdown) => return markdown.result(&mut self.to, result),
            Document::Calendar(_) | Document::Json(_) | Document::Ndjson(_) | Document::Csv(_) => {
                return Err(io::Error::other("a calendar holds what falls due, and nothing else"));
            }
        }
        Ok(())
    }

    /// Writes a list of results. A person reads it as `show` writes it: one list with a heading, not a page a result.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn list<R: ReportEntry>(
        &mut self,
        results: &[R],
        show: impl FnOnce(&mut Vec<u8>, &Screen, &[R]) -> io::Result<()>,
    ) -> io::Result<()> {
        self.list_on_page(results, |page, results| page.block(|to, screen| show(to, screen, results)))
    }

    /// The same, where `show` fills the page of a person.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn list_on_page<R: ReportEntry>(
        &mut self,
        results: &[R],
        show: impl FnOnce(&mut Page, &[R]),
    ) -> io::Result<()> {
        match &mut self.document {
            Document::Table(table) => {
                self.items += 1;
                show(table.page(), results);
                Ok(())
            }
            _ => results.iter().try_for_each(|result| self.result(result)),
        }
    }

    /// Encodes an item and writes it.
    fn put_encoded<R: Rows>(
        &mut self,
        list: List,
        encode: impl FnOnce(&mut Vec<u8>) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut encoded = std::mem::take(&mut self.encoded);
        encoded.clear();
        encode(&mut encoded)?;
        self.put::<R>(list, &encoded)?;
        self.encoded = encoded;
        Ok(())
    }

    /// Writes encoded items of one kind.
    fn put<R: Rows>(&mut self, list: List, encoded: &[u8]) -> io::Result<()> {
        if encoded.is_empty() {
            return Ok(());
        }
        self.begin()?;
        match &mut self.document {
            Document::Json(json) => return json.put(&mut self.to, list, encoded),
            Document::Csv(csv) => csv.begin::<R>(&mut self.to)?,
            _ => {}
        }
        self.to.write_all(encoded)
    }

    /// Counts an item; the first one begins the document.
    fn begin(&mut self) -> io::Result<()> {
        self.items += 1;
        if self.items == 1 { self.begin_document() } else { Ok(()) }
    }

    fn begin_document(&mut self) -> io::Result<()> {
        match &mut self.document {
            Document::Json(json) => json.begin(&mut self.to),
            Document::Calendar(calendar) => calendar.begin(&mut self.to),
            Document::Table(_) | Document::Ndjson(_) | Document::Csv(_) | Document::Markdown(_) => Ok(()),
        }
    }

    /// Ends the report and returns the output.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn end(mut self, end: &End) -> io::Result<W> {
        if self.quiet && self.items == 0 {
            self.to.flush()?;
            return Ok(self.to);
        }
        if self.items == 0 {
            self.begin_document()?;
        }
        match self.document {
            Document::Table(table) => table.end(&mut self.to, end)?,
            Document::Json(json) => json.end(&mut self.to, end)?,
            Document::Ndjson(ndjson) => ndjson.end(&mut self.to, end)?,
            Document::Csv(csv) => csv.end(&mut self.to)?,
            Document::Markdown(markdown) => markdown.end(&mut self.to, end)?,
            Document::Calendar(calendar) => calendar.end(&mut self.to)?,
        }
        self.to.flush()?;
        Ok(self.to)
    }
}
