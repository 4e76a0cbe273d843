//! From answers to bytes. A command hands over findings and results as they come; here, and only here, they become text.

mod json;
pub mod rule_page;
pub mod screen;
mod table;

use crate::finding::{Finding, Tally};
use crate::input::sheet::Input;
use chrono::NaiveDate;
use json::{Json, Ndjson};
use screen::Screen;
use serde::Serialize;
use std::io::{self, Write};
use table::Table;

/// The version of the machine output; keys are only added.
pub const SCHEMA: &str = "muster/1";

/// How the output is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For a person at a terminal.
    Table,
    /// One JSON object.
    Json,
    /// One JSON object a line.
    Ndjson,
}

/// What is known before the first answer.
#[derive(Clone, Debug)]
pub struct Head {
    /// `roster check`
    pub command: &'static str,
    /// The day asked about.
    pub as_of: NaiveDate,
    /// Which of the two lists can be long and is written as it comes; the other is put by.
    pub streams: List,
    /// Rules that were not asked, by file.
    pub not_asked: Vec<NotAsked>,
}

/// One of the two lists of the machine output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// What checks say.
    Findings,
    /// What everything else says.
    Results,
}

/// A rule that was not asked of a file, because columns are missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotAsked {
    /// The file.
    pub file: String,
    /// The rule.
    pub rule: &'static str,
    /// The columns that would let it be asked; where one of several would do, all of them.
    pub missing_columns: Vec<&'static str>,
}

/// What is only known after the last answer.
#[derive(Debug, Default)]
pub struct End {
    /// The files read.
    pub inputs: Vec<Input>,
    /// All answers.
    pub summary: Tally,
    /// The same by agency, in the order of their names; empty where there is only one.
    pub by_agency: Vec<(String, Tally)>,
    /// What a careful reader should know.
    pub notes: Vec<String>,
}

/// A result that a person can read.
pub trait Show {
    /// Writes it for a person.
    ///
    /// # Errors
    /// When the output cannot be written.
    fn show(&self, to: &mut impl Write, screen: &Screen) -> io::Result<()>;
}

/// A report being written to `W`, in one of the formats.
pub struct Report<W> {
    to: W,
    body: Body,
}

enum Body {
    Table(Box<Table>),
    Json(Json),
    Ndjson(Ndjson),
}

impl<W: Write> Report<W> {
    /// Begins a report.
    ///
    /// # Errors
    /// When the output cannot be written; so for every method.
    pub fn begin(mut to: W, format: Format, screen: Screen, head: Head) -> io::Result<Self> {
        let body = match format {
            Format::Table => Body::Table(Box::new(Table::new(screen, head))),
            Format::Json => Body::Json(Json::begin(&mut to, head)?),
            Format::Ndjson => Body::Ndjson(Ndjson::new(head)),
        };
        Ok(Self { to, body })
    }

    /// Takes one finding.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn finding(&mut self, finding: &Finding) -> io::Result<()> {
        match &mut self.body {
            Body::Table(table) => {
                table.finding(finding);
                Ok(())
            }
            Body::Json(json) => json.finding(&mut self.to, finding),
            Body::Ndjson(ndjson) => ndjson.finding(&mut self.to, finding),
        }
    }

    /// Takes one result.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn result(&mut self, result: &(impl Serialize + Show)) -> io::Result<()> {
        match &mut self.body {
            Body::Table(table) => result.show(&mut self.to, table.screen()),
            Body::Json(json) => json.result(&mut self.to, result),
            Body::Ndjson(ndjson) => ndjson.result(&mut self.to, result),
        }
    }

    /// Ends the report and gives the output back.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn end(mut self, end: &End) -> io::Result<W> {
        match self.body {
            Body::Table(table) => table.end(&mut self.to, end)?,
            Body::Json(json) => json.end(&mut self.to, end)?,
            Body::Ndjson(ndjson) => ndjson.end(&mut self.to, end)?,
        }
        self.to.flush()?;
        Ok(self.to)
    }
}
