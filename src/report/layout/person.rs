//! Whom a result speaks of, in words.

use crate::finding::{Finding, Source};
use crate::words::STANDARD_INPUT;
use crate::words::harmless;
use crate::words::shown_path;
use std::path::Path;

/// A person on a sheet, as far as she is known.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// `Doe, Jane A.`
    pub name: Option<&'a str>,
    /// The Board's number.
    pub ptb_id: Option<&'a str>,
    /// The file of the row; none for somebody from flags.
    pub file: Option<&'a str>,
    /// The row's line.
    pub line: Option<u64>,
}

impl Person<'_> {
    /// `Doe, Jane`, else the PTB ID, else the row: `saturday.csv line 4`.
    pub fn short(&self) -> String {
        match (self.name, self.ptb_id) {
            (Some(name), _) => harmless(name).into_owned(),
            (None, Some(id)) => format!("PTB {}", harmless(id)),
            (None, None) => self.place().unwrap_or_default(),
        }
    }

    /// `Doe, Jane (PTB 0042), saturday.csv line 4`; of the path only the file's own name.
    pub fn long(&self) -> String {
        [name_and_id(self.name, self.ptb_id), self.place()].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn place(&self) -> Option<String> {
        self.file.zip(self.line).map(|(file, line)| format!("{} line {line}", file_name(file)))
    }
}

/// `Doe, Jane A. (PTB 10234)`, as far as it is known.
///
/// A line break in a name is shown: sent, it would look like the end of the row.
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

/// `Law: 20 Ill. Adm. Code 1720.25; ...`: everything that results were answered by, each once.
pub fn law_line<'s>(sources: impl IntoIterator<Item = &'s Source>) -> String {
    let mut all: Vec<&Source> = sources.into_iter().collect();
    all.sort();
    all.dedup();
    let words: Vec<String> = all.iter().map(ToString::to_string).collect();
    format!("Law: {}.", words.join("; "))
}

/// A file's name without the folders before it.
pub fn file_name(path: &str) -> String {
    let name = Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
    name.filter(|_| path != STANDARD_INPUT).unwrap_or_else(|| shown_path(path))
}
