//! From answers to bytes. A command hands over findings and results as they come; here, and only here, they become text.

pub mod format;
pub mod item;
pub mod layout;
pub mod page;

use crate::finding::{Finding, Tally};
use crate::pipeline;
use clap::ValueEnum;
use format::csv::{self as delimited, Csv};
use format::ics::Calendar;
use format::json::{self, Json, Ndjson};
use format::markdown::Markdown;
use format::table::Table;
use item::{End, Head, List, Outcome, Rows};
use layout::screen::Screen;
use serde::{Deserialize, Serialize};
use std::io::{self, Write};

/// The version of the machine output; keys are only added.
pub const SCHEMA: &str = "muster/1";

/// How the output is written.
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
    /// Returns the formats that every command can write.
    pub fn of_every_command() -> Vec<Self> {
        Self::value_variants().iter().copied().filter(|format| *format != Self::Ics).collect()
    }

    /// Returns the endings of file names that ask for this format, the usual one first.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Table => &["txt"],
            Self::Json => &["json"],
            Self::Ndjson => &["ndjson", "jsonl"],
            Self::Csv => &["csv"],
            Self::Markdown => &["md", "markdown"],
            Self::Ics => &["ics"],
        }
    }

    /// Whether each result is written by itself, whatever the others are.
    pub fn has_results_one_by_one(self) -> bool {
        matches!(self, Self::Json | Self::Ndjson | Self::Csv)
    }
}

/// `Doe, Jane A. (PTB 10234)`, as far as it is known.
fn who(finding: &Finding) -> Option<String> {
    layout::person::name_and_id(finding.name, finding.ptb_id)
}

/// Tells results one after the other, each where it was made: they are large, and moving them takes time.
type Telling<'t, R> = dyn FnMut(&mut dyn FnMut(&R) -> io::Result<()>) -> io::Result<()> + 't;

/// Makes bytes of results.
type Encode<R> = fn(&mut Telling<R>, &mut Vec<u8>) -> io::Result<()>;

/// Makes bytes of a finding.
pub type EncodeFinding = fn(&Finding, &mut Vec<u8>) -> io::Result<()>;

/// How many results a thread encodes at a time.
const RESULTS_AT_ONCE: usize = 256;

/// A report being written to `W`, in one of the formats.
pub struct Report<W> {
    to: W,
    quiet: bool,
    items: u64,
    body: Body,
    /// What is being encoded: an encoder's many small writes are not the output's.
    encoded: Vec<u8>,
}

enum Body {
    Table(Box<Table>),
    Json(Json),
    Ndjson(Ndjson),
    Csv(Csv),
    Markdown(Markdown),
    Calendar(Calendar),
}

impl<W: Write> Report<W> {
    /// A report; nothing is written before the first item, or the end.
    pub fn new(to: W, format: Format, screen: Screen, head: Head) -> Self {
        let quiet = head.quiet;
        let body = match format {
            Format::Table => Body::Table(Box::new(Table::new(screen, head))),
            Format::Json => Body::Json(Json::new(head)),
            Format::Ndjson => Body::Ndjson(Ndjson::new(head)),
            Format::Csv => Body::Csv(Csv::new(head.streams)),
            Format::Markdown => Body::Markdown(Markdown::new(head)),
            Format::Ics => Body::Calendar(Calendar::new(head.as_of)),
        };
        Self { to, quiet, items: 0, body, encoded: Vec::new() }
    }

    /// Says of what kind the results will be, so that a file without one still gets its header.
    #[must_use]
    pub fn of_results<R: Rows>(mut self) -> Self {
        if let Body::Csv(csv) = &mut self.body {
            csv.expect(R::columns());
        }
        self
    }

    /// A report whose table has a heading for each month in place of one for each officer; findings come by due day.
    pub fn agenda(to: W, format: Format, screen: Screen, head: Head) -> Self {
        match format {
            Format::Table => {
                let body = Body::Table(Box::new(Table::by_month(screen, head.clone())));
                Self { to, quiet: head.quiet, items: 0, body, encoded: Vec::new() }
            }
            format => Self::new(to, format, screen, head),
        }
    }

    /// Takes one finding.
    ///
    /// # Errors
    /// When the output cannot be written; so for every method.
    pub fn finding(&mut self, finding: &Finding) -> io::Result<()> {
        if let Some(encode) = self.finding_encoder() {
            return self.put_encoded::<Finding>(List::Findings, |to| encode(finding, to));
        }
        self.begin()?;
        match &mut self.body {
            Body::Table(table) => table.finding(finding),
            Body::Markdown(markdown) => markdown.finding(&mut self.to, finding),
            Body::Calendar(calendar) => calendar.finding(&mut self.to, finding),
            Body::Csv(_) | Body::Json(_) | Body::Ndjson(_) => delimited::aside(finding),
        }
    }

    /// How a finding becomes bytes, in the formats in which none depends on those before it.
    pub fn finding_encoder(&self) -> Option<EncodeFinding> {
        match &self.body {
            Body::Json(_) => Some(|finding, to| json::item(finding, to)),
            Body::Ndjson(_) => Some(|finding, to| json::line("finding", finding, to)),
            Body::Csv(csv) if csv.streams == List::Findings => {
                Some(|finding, to| delimited::rows::<Finding>(&mut |tell| tell(finding), to))
            }
            _ => None,
        }
    }

    /// Takes findings that are bytes already.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn put_findings(&mut self, encoded: &[u8]) -> io::Result<()> {
        self.put::<Finding>(List::Findings, encoded)
    }

    /// Takes one result.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn result<R: Outcome>(&mut self, result: &R) -> io::Result<()> {
        if let Some(encode) = self.encoder() {
            return self.put_encoded::<R>(List::Results, |to| encode(&mut |tell| tell(result), to));
        }
        self.begin()?;
        match &mut self.body {
            Body::Table(table) => result.show(table.page()),
            Body::Markdown(markdown) => return markdown.result(&mut self.to, result),
            _ => return Err(io::Error::other("a calendar holds what falls due, and nothing else")),
        }
        Ok(())
    }

    /// Takes what `make` makes of many items, one result of each at most, and gives back what `count` counted in them.
    /// As many `threads` make results and their bytes where the format allows it; none is kept.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn results<'i, Item: Sync, R: Outcome>(
        &mut self,
        items: &'i [Item],
        make: impl Fn(&'i Item) -> Option<R> + Sync,
        count: impl Fn(&R, &mut Tally) + Sync,
        threads: usize,
    ) -> io::Result<Tally> {
        let mut tally = Tally::default();
        let Some(encode) = self.encoder() else {
            let mut results = items.iter().filter_map(make).inspect(|result| count(result, &mut tally));
            results.try_for_each(|result| self.result(&result))?;
            return Ok(tally);
        };
        let mut jobs = items.chunks(RESULTS_AT_ONCE);
        let work = |(tally, usual): &mut (Tally, usize), items: &'i [Item]| {
            let mut bytes = Vec::with_capacity(*usual);
            let mut telling = |tell: &mut dyn FnMut(&R) -> io::Result<()>| {
                for item in items {
                    let Some(result) = make(item) else { continue };
                    count(&result, tally);
                    tell(&result)?;
                }
                Ok(())
            };
            encode(&mut telling, &mut bytes)?;
            *usual = bytes.capacity().max(*usual);
            Ok::<_, io::Error>(bytes)
        };
        let states = pipeline::in_order(
            threads,
            || (Tally::default(), 0),
            |_| jobs.next(),
            work,
            |encoded| self.put::<R>(List::Results, &encoded?),
        )?;
        states.iter().for_each(|(of_one, _)| tally.add(of_one));
        Ok(tally)
    }

    /// How results become bytes, in the formats in which none depends on those before it.
    fn encoder<R: Outcome>(&self) -> Option<Encode<R>> {
        match self.body {
            Body::Json(_) => Some(|results, to| results(&mut |result| json::item(result, to))),
            Body::Ndjson(_) => Some(|results, to| results(&mut |result| json::line("result", result, to))),
            Body::Csv(_) => Some(|results, to| delimited::rows(results, to)),
            _ => None,
        }
    }

    /// Encodes something, and takes it.
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

    /// Takes items of one kind that are bytes already.
    fn put<R: Rows>(&mut self, list: List, encoded: &[u8]) -> io::Result<()> {
        if encoded.is_empty() {
            return Ok(());
        }
        self.begin()?;
        match &mut self.body {
            Body::Json(json) => return json.put(&mut self.to, list, encoded),
            Body::Csv(csv) => csv.begin::<R>(&mut self.to)?,
            _ => {}
        }
        self.to.write_all(encoded)
    }

    fn begin(&mut self) -> io::Result<()> {
        self.items += 1;
        match &mut self.body {
            Body::Json(json) if self.items == 1 => json.begin(&mut self.to),
            Body::Calendar(calendar) if self.items == 1 => calendar.begin(&mut self.to),
            _ => Ok(()),
        }
    }

    /// Ends the report and gives the output back.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn end(mut self, end: &End) -> io::Result<W> {
        if !(self.quiet && self.items == 0) {
            match self.body {
                Body::Table(table) => table.end(&mut self.to, end)?,
                Body::Json(mut json) => {
                    if self.items == 0 {
                        json.begin(&mut self.to)?;
                    }
                    json.end(&mut self.to, end)?;
                }
                Body::Ndjson(ndjson) => ndjson.end(&mut self.to, end)?,
                Body::Csv(csv) => csv.end(&mut self.to)?,
                Body::Markdown(markdown) => markdown.end(&mut self.to, end)?,
                Body::Calendar(calendar) => {
                    if self.items == 0 {
                        calendar.begin(&mut self.to)?;
                    }
                    calendar.end(&mut self.to)?;
                }
            }
        }
        self.to.flush()?;
        Ok(self.to)
    }
}
