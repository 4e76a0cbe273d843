//! The headings of a file, each with the column it is read as and what its cells hold.

use crate::finding::Status;
use crate::input::heading::KnownBy;
use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::screen::{BOLD, Screen, cell, tinted};
use crate::values::fold::fold;
use crate::words::{count_words, shown_path, thousands};
use comfy_table::{Cell, CellAlignment};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt;
use std::io::{self, Write};

/// One heading of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "FileHeading")]
pub struct Heading {
    /// The file.
    pub file: String,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The place of its column, from 1.
    pub place: u64,
    /// The heading; with `--redact` only its place, where no column is known by it.
    pub heading: String,
    /// The column it is read as; `null` when nothing reads it.
    pub column: Option<&'static str>,
    /// How that is known.
    pub known_by: KnownBy,
    /// The column whose name it is near to, whose words it holds, or that a better heading is read as.
    pub near: Option<&'static str>,
    /// True when nothing reads it, and every filled cell among the first records is a day.
    pub holds_days: bool,
    /// The cells among the first records that say that somebody has left, where nothing reads them.
    pub departed: u64,
    /// The number of filled cells.
    pub filled: u64,
    /// The number of cells that cannot be read.
    pub unreadable: u64,
    /// The kinds of such cells; none of a private column.
    pub unreadable_kinds: Vec<UnreadableKind>,
    /// The words of a column that holds one of a few, the most frequent first; none with `--redact`.
    pub words: Vec<ChoiceWord>,
    /// The roster rules that can be asked of the file and read the column.
    pub opens: Vec<&'static str>,
    /// `met`: read; `unknown`: some cells cannot be read; `review`: nothing reads it and it may matter, or some cells
    /// of a private column that no rule reads cannot be read; `not-applicable`: left out.
    pub status: Status,
}

/// A kind of cells that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UnreadableKind {
    /// The kind in words, without the cell.
    pub kind: String,
    /// The number of such cells.
    pub count: u64,
}

/// A word in a column that holds one of a few.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChoiceWord {
    /// The word as the file has it.
    pub word: String,
    /// The word of the column that it means; `null` when that is not known.
    pub means: Option<&'static str>,
    /// The number of cells that hold it.
    pub count: u64,
}

impl fmt::Display for UnreadableKind {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}: {}", thousands(self.count.cast_signed()), self.kind)
    }
}

impl fmt::Display for ChoiceWord {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = thousands(self.count.cast_signed());
        match self.means {
            Some(means) if fold(means) == fold(&self.word) => write!(to, "{} ({count})", self.word),
            means => write!(to, "{} = {} ({count})", self.word, means.unwrap_or("?")),
        }
    }
}

impl Rows for Heading {
    fn columns(to: &mut impl Columns<Self>) {
        to.hidden("file", |row| Value::foreign(Some(&row.file)));
        to.hidden("sheet", |row| Value::foreign(row.sheet.as_deref()));
        to.hidden("place", |row| Value::figure(row.place));
        to.shown("heading", |row| Value::foreign(Some(&row.heading)));
        to.shown("column", |row| Value::word_or_blank(row.column));
        to.shown("known_by", |row| Value::word(row.known_by.name()));
        to.shown("near", |row| Value::word_or_blank(row.near));
        to.hidden("holds_days", |row| Value::figure(row.holds_days));
        to.hidden("departed", |row| Value::figure(row.departed));
        to.shown("filled", |row| Value::figure(row.filled));
        to.shown("unreadable", |row| Value::figure(row.unreadable));
        to.shown("unreadable_kinds", |row| Value::list(&row.unreadable_kinds));
        to.shown("words", |row| Value::foreign_list(&row.words));
        to.hidden("opens", |row| Value::list(&row.opens));
        to.hidden("status", |row| Value::word(row.status.name()));
    }
}

/// The columns of the table for people.
const COLUMNS: [(&str, Align); 5] = [
    ("heading", Align::Left),
    ("is read as", Align::Left),
    ("known by", Align::Left),
    ("filled", Align::Right),
    ("unread-\nable", Align::Right),
];

/// The most words of a column that people read.
const MOST_WORDS: usize = 12;

impl Heading {
    /// Returns how the heading is known, for people.
    fn known_words(&self) -> String {
        let near = self.near.unwrap_or_default();
        match self.known_by {
            KnownBy::NearName => format!("near to {near}?"),
            KnownBy::BetterHeading => format!("{near} has a better heading"),
            KnownBy::Unread if self.holds_days => "nothing; it holds days".into(),
            KnownBy::Unread if self.departed > 0 => "nothing; some have left".into(),
            KnownBy::Unread if self.near.is_some() => format!("nothing; words of {near}?"),
            other => other.words().into(),
        }
    }

    fn cells(&self) -> Vec<Cell> {
        let count = |count: u64| if count == 0 { "-".to_owned() } else { thousands(count.cast_signed()).to_string() };
        vec![
            cell(&self.heading),
            tinted(cell(self.column.unwrap_or("-")), self.status),
            cell(&self.known_words()),
            Cell::new(count(self.filled)),
            Cell::new(count(self.unreadable)),
        ]
    }

    /// Returns the sentences about its cells.
    fn about_cells(&self) -> Vec<String> {
        let column = self.column.unwrap_or_default();
        let mut about = Vec::new();
        let (known, unknown): (Vec<_>, Vec<_>) = self.words.iter().partition(|word| word.means.is_some());
        // What is not understood comes first.
        let mut words: Vec<String> = unknown.iter().chain(&known).take(MOST_WORDS).map(ToString::to_string).collect();
        if self.words.len() > MOST_WORDS {
            words.push(format!("and {} more", self.words.len() - MOST_WORDS));
        }
        if !words.is_empty() {
            about.push(format!("{column}: {}", words.join(", ")));
        }
        about.extend(self.unreadable_kinds.iter().map(|UnreadableKind { kind, count }| {
            let cells = count_words(count.cast_signed(), "cell");
            format!("{column}: {cells} cannot be read: {kind}")
        }));
        about
    }
}

impl ReportEntry for Heading {
    fn show(&self, page: &mut Page) {
        page.row(&COLUMNS, self.cells());
        self.about_cells().into_iter().for_each(|about| page.note(about));
    }
}

/// Writes the headings of one file: a table, what its cells hold, and the rules that it opens.
///
/// # Errors
/// When the output cannot be written.
pub fn show_file(to: &mut Vec<u8>, screen: &Screen, headings: &[Heading]) -> io::Result<()> {
    let Some(first) = headings.first() else { return Ok(()) };
    let sheet = first.sheet.as_ref().map_or_else(String::new, |sheet| format!(", sheet {sheet:?}"));
    let read = headings.iter().filter(|heading| heading.column.is_some()).count();
    let title = format!("{}{sheet}: {read} of {} headings are read", shown_path(&first.file), headings.len());
    screen.paragraph(to, 2, &[(BOLD, &title)])?;
    let mut table = screen.plain_table();
    table.set_header(COLUMNS.iter().map(|(name, _)| *name));
    table.add_rows(headings.iter().map(Heading::cells));
    for (column, (_, align)) in table.column_iter_mut().zip(COLUMNS) {
        if align == Align::Right {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    screen.write_table(to, table, None)?;
    let about: Vec<String> = headings.iter().flat_map(Heading::about_cells).collect();
    if !about.is_empty() {
        writeln!(to)?;
        about.iter().try_for_each(|about| screen.plain(to, 2, about))?;
    }
    let rules: BTreeSet<&str> = headings.iter().flat_map(|heading| &heading.opens).copied().collect();
    if !rules.is_empty() {
        writeln!(to)?;
        let rules: Vec<&str> = rules.into_iter().collect();
        screen.plain(to, 2, &format!("Rules that can be asked ({}): {}.", rules.len(), rules.join(", ")))?;
    }
    Ok(())
}
