//! The person of a result, in words.

use crate::finding::{Finding, Place, Source};
use crate::words::{STANDARD_INPUT, harmless, shown_path};
use std::collections::BTreeSet;
use std::path::Path;

/// A person on a sheet, as far as known.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// `Doe, Jane A.`
    pub name: Option<&'a str>,
    /// The Board's number.
    pub ptb_id: Option<&'a str>,
    /// The file of the row; none for a person given by flags.
    pub file: Option<&'a str>,
    /// The row's line.
    pub line: Option<u64>,
    /// The sheet of a workbook.
    pub sheet: Option<&'a str>,
}

impl Person<'_> {
    /// Returns `Doe, Jane`, else the PTB ID, else the row: `saturday.csv line 4`.
    pub fn short(&self) -> String {
        match (self.name, self.ptb_id) {
            (Some(name), _) => harmless(name).into_owned(),
            (None, Some(id)) => format!("PTB {}", harmless(id)),
            (None, None) => self.place().unwrap_or_default(),
        }
    }

    /// Returns `Doe, Jane (PTB 0042), saturday.csv line 4`, or `saturday.xlsx Roster row 4` at its end; only the file
    /// name of the path is shown.
    pub fn long(&self) -> String {
        [name_and_id(self.name, self.ptb_id), self.place()].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn place(&self) -> Option<String> {
        let (file, line) = self.file.zip(self.line)?;
        Some(format!("{} {}", file_name(file), Place::record(file, line).in_sheet(self.sheet).record_words()))
    }
}

/// Returns `Doe, Jane A. (PTB 10234)`, as far as known.
///
/// A line break in a name is shown as its code: sent, it would look like the end of the row.
pub fn name_and_id(name: Option<&str>, ptb_id: Option<&str>) -> Option<String> {
    match (name.map(harmless), ptb_id.map(harmless)) {
        (Some(name), Some(id)) => Some(format!("{name} (PTB {id})")),
        (Some(name), None) => Some(name.into_owned()),
        (None, Some(id)) => Some(format!("PTB {id}")),
        (None, None) => None,
    }
}

/// Returns `Doe, Jane A. (PTB 10234)` of a finding, as far as it is known.
pub fn who(finding: &Finding) -> Option<String> {
    name_and_id(finding.name.as_deref(), finding.ptb_id.as_deref())
}

/// Returns `Law: 20 Ill. Adm. Code 1720.25; ...`: the sources of all results, each once.
pub fn law_line<'s>(sources: impl IntoIterator<Item = &'s Source>) -> String {
    let mut all: Vec<&Source> = sources.into_iter().collect();
    all.sort();
    all.dedup();
    let words: Vec<String> = all.iter().map(ToString::to_string).collect();
    format!("Law: {}.", words.join("; "))
}

/// Returns the name of a file without its folders.
pub fn file_name(path: &str) -> String {
    let name = Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
    name.filter(|_| path != STANDARD_INPUT).unwrap_or_else(|| shown_path(path))
}

/// How the places of answers name their files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Files {
    /// Not at all: there is one file.
    One,
    /// By their names without folders.
    ByName,
    /// By their paths, because two files have the same name.
    ByPath,
}

impl Files {
    /// Returns how files with these paths are told apart.
    pub fn of<'p>(paths: impl Iterator<Item = &'p str>) -> Self {
        let paths: Vec<&str> = paths.collect();
        let names: BTreeSet<String> = paths.iter().map(|path| file_name(path)).collect();
        match paths.len() {
            0 | 1 => Self::One,
            count if names.len() == count => Self::ByName,
            _ => Self::ByPath,
        }
    }

    /// Returns the name of a file.
    pub fn name(self, path: &str) -> String {
        if self == Self::ByPath { shown_path(path) } else { file_name(path) }
    }
}
