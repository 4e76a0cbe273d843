//! What a report is made of: what is known before and after the answers, and how a result stands in rows.

use crate::finding::Tally;
use crate::input::reader::FilesRead;
use crate::input::sheet::Input;
use crate::report::layout::page::Page;
use chrono::NaiveDate;
use compact_str::{CompactString, ToCompactString};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is known before the first answer.
#[derive(Clone, Debug)]
pub struct Head {
    /// `roster check`
    pub command: &'static str,
    /// The day asked about.
    pub as_of: NaiveDate,
    /// Which of the two lists the command is about; it is written as it comes, the other is put by.
    pub streams: List,
    /// Rules that were not asked, by file.
    pub not_asked: Vec<NotAsked>,
    /// Findings and results only; nothing at all when there is none (`--quiet`).
    pub quiet: bool,
    /// Returns how many days before a due day a calendar reminds of it.
    pub reminder_days: fn(NaiveDate) -> Vec<u32>,
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NotAsked {
    /// The file.
    pub file: String,
    /// The rule.
    pub rule: &'static str,
    /// The columns that would let it be asked; where one of several would do, all of them.
    pub missing_columns: Vec<&'static str>,
}

impl NotAsked {
    /// A sentence for each file, with the columns that would let each rule be asked.
    pub fn sentences(not_asked: &[Self]) -> Vec<String> {
        let mut files: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for Self { file, rule, missing_columns } in not_asked {
            files.entry(file).or_default().push(format!("{rule} ({})", missing_columns.join(", ")));
        }
        let sentence = |(file, rules): (&str, Vec<String>)| {
            format!("Not asked of {} for want of columns: {}.", crate::words::shown_path(file), rules.join("; "))
        };
        files.into_iter().map(sentence).collect()
    }
}

/// What is only known after the last answer.
#[derive(Debug, Default)]
pub struct End {
    /// The files read.
    pub inputs: Vec<Input>,
    /// All answers.
    pub summary: Tally,
    /// The same by agency, in the order of their names, where somebody shows them so.
    pub by_agency: Vec<(String, Tally)>,
    /// The same by in-service mandate, in the order of the mandates.
    pub by_mandate: Vec<(String, Tally)>,
    /// What it comes to, for people, where the command says it in other words than the tally.
    pub closing: Vec<String>,
    /// What a careful reader should know.
    pub notes: Vec<String>,
}

impl End {
    /// Adds files that have been read, and returns the reason why reading stopped in the middle.
    pub fn add_files(&mut self, files: FilesRead) -> Option<anyhow::Error> {
        self.inputs.extend(files.inputs);
        self.notes.extend(files.notes);
        files.stopped
    }
}

/// A value in a row of a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text that stood in an input, which a spreadsheet might take for a formula.
    Foreign(CompactString),
    /// Our own figure or word.
    Own(CompactString),
}

impl Value {
    /// Our own figure or word; nothing is an empty cell.
    pub fn own(value: impl ToCompactString) -> Self {
        Self::Own(value.to_compact_string())
    }

    /// Our own figure, or an empty cell.
    pub fn own_or_empty(value: Option<impl ToCompactString>) -> Self {
        value.map_or(Self::Own(CompactString::default()), Self::own)
    }

    /// Text of an input, or an empty cell.
    pub fn foreign(value: Option<&str>) -> Self {
        Self::Foreign(value.unwrap_or_default().into())
    }

    /// The text.
    pub fn text(&self) -> &str {
        match self {
            Self::Foreign(text) | Self::Own(text) => text,
        }
    }
}

/// Something that can stand in rows: of a CSV file, or of a table in Markdown.
pub trait Rows {
    /// The names of the columns.
    fn columns() -> Vec<String>;
    /// Its rows, as many values as there are columns in each.
    fn rows(&self) -> Vec<Vec<Value>>;
    /// Which columns a person wants to see, by their place; all of them unless said otherwise.
    fn for_people() -> Vec<usize> {
        (0..Self::columns().len()).collect()
    }
}

/// A result of a command, ready for every format.
pub trait Outcome: Serialize + Rows {
    /// Puts it on the page that a person reads.
    fn show(&self, page: &mut Page);
}

impl<R: Rows> Rows for &R {
    fn columns() -> Vec<String> {
        R::columns()
    }
    fn rows(&self) -> Vec<Vec<Value>> {
        (**self).rows()
    }
    fn for_people() -> Vec<usize> {
        R::for_people()
    }
}

impl<R: Outcome> Outcome for &R {
    fn show(&self, page: &mut Page) {
        (**self).show(page);
    }
}
