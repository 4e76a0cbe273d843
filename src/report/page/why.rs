//! The answers about one officer, each with the cells it came from and what would change it.

use crate::finding::{Finding, Status};
use crate::report::item::{Columns, ReportEntry, Rows, Value, joined};
use crate::report::layout::page::Page;
use crate::report::layout::person::{file_name, who};
use crate::report::layout::screen::{BOLD, Screen, status_style};
use crate::words::{count_words, day_words, harmless};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;
use std::io::{self, Write};

/// An answer about one officer.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "WhyAnswer")]
pub struct WhyAnswer<'a> {
    /// The answer.
    #[serde(flatten)]
    pub finding: Finding<'a>,
    /// The cells of the row that the rule reads, in its order.
    pub cells: Vec<AnswerCell>,
    /// The columns that the rule reads as well, and that the file does not have.
    pub absent: Vec<&'static str>,
    /// Single cells that would change the answer, each tried; none where nothing is asked for.
    pub changes: Vec<AnswerChange>,
}

/// A cell that an answer came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "WhyCell")]
pub struct AnswerCell {
    /// The column.
    pub column: &'static str,
    /// The text; `null` when it is blank, private, or left out by `--redact`.
    pub text: Option<String>,
    /// True when the cell is not blank.
    pub filled: bool,
    /// The cell of a workbook: `Roster!F12`.
    pub cell: Option<String>,
}

/// A cell that would change an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "WhyChange")]
pub struct AnswerChange {
    /// The column.
    pub column: &'static str,
    /// What the cell would hold.
    pub value: String,
    /// The answer then.
    pub status: Status,
    /// The due day then.
    pub due: Option<NaiveDate>,
}

impl fmt::Display for AnswerCell {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.text {
            Some(text) => write!(to, "{} {text}", self.column),
            None if self.filled => write!(to, "{} (not shown)", self.column),
            None => write!(to, "{} blank", self.column),
        }
    }
}

impl fmt::Display for AnswerChange {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} {}: {}", self.column, self.value, self.status.words())?;
        self.due.map_or(Ok(()), |due| write!(to, ", due {}", day_words(due)))
    }
}

impl Rows for WhyAnswer<'_> {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("rule", |row| Value::word(row.finding.rule));
        to.shown("status", |row| Value::word(row.finding.status.name()));
        to.shown("ptb_id", |row| Value::foreign(row.finding.ptb_id.as_deref()));
        to.shown("name", |row| Value::foreign(row.finding.name.as_deref()));
        to.hidden("file", |row| Value::foreign(Some(&row.finding.place.file)));
        to.shown("line", |row| Value::figure(row.finding.place.line));
        to.hidden("column", |row| Value::foreign(row.finding.place.column.as_deref()));
        to.shown("due", |row| Value::figure_or_blank(row.finding.due));
        to.hidden("extended", |row| Value::figure_or_blank(row.finding.extended));
        to.shown("days", |row| Value::figure_or_blank(row.finding.days));
        to.shown("message", |row| Value::foreign(Some(&row.finding.message)));
        to.shown("cells", |row| Value::foreign_list(&row.cells));
        to.shown("absent", |row| Value::list(&row.absent));
        to.shown("changes", |row| Value::list(&row.changes));
        to.shown("sources", |row| Value::list(row.finding.sources));
        to.shown("notes", |row| Value::foreign_list(&row.finding.notes));
        to.part("accepted", |row| row.finding.accepted.as_deref());
        to.hidden("change", |row| Value::word_or_blank(row.finding.change));
    }
}

impl ReportEntry for WhyAnswer<'_> {
    fn show(&self, page: &mut Page) {
        page.block(|to, screen| self.write(to, screen));
    }
}

impl WhyAnswer<'_> {
    fn write(&self, to: &mut Vec<u8>, screen: &Screen) -> io::Result<()> {
        let finding = &self.finding;
        let words = finding.status.words();
        let is_asked = !matches!(finding.status, Status::Met | Status::NotApplicable);
        let rule = match distance(finding.due, finding.days).filter(|_| is_asked) {
            Some(distance) => format!("{}: {distance}", finding.rule),
            None => finding.rule.to_owned(),
        };
        screen.paragraph(to, 2, &[(status_style(finding.status), words), (BOLD, &rule)])?;
        screen.paragraph_in(to, 2, &harmless(&finding.message))?;
        let filled: Vec<String> = self.cells.iter().filter(|cell| cell.filled).map(|cell| cell.with_place()).collect();
        let blank: Vec<&str> = self.cells.iter().filter(|cell| !cell.filled).map(|cell| cell.column).collect();
        for (label, columns) in [
            ("from", filled.join("; ")),
            ("blank", blank.join(", ")),
            ("not in the file", self.absent.join(", ")),
            ("would change it", self.changes.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")),
        ] {
            if !columns.is_empty() {
                screen.paragraph_in(to, 2, &format!("{label}: {}", harmless(&columns)))?;
            }
        }
        finding.notes.iter().try_for_each(|note| screen.paragraph_in(to, 2, &format!("note: {}", harmless(note))))?;
        if finding.sources.is_empty() {
            return Ok(());
        }
        screen.paragraph_in(to, 2, &format!("law: {}", joined(finding.sources)))
    }
}

impl AnswerCell {
    /// Returns the column, its text, and the cell of a workbook.
    fn with_place(&self) -> String {
        self.cell.as_ref().map_or_else(|| self.to_string(), |cell| format!("{self} ({cell})"))
    }
}

/// Returns how far a due day lies from the day asked about: `266 days late, was due 28 Feb 2026`.
fn distance(due: Option<NaiveDate>, days: Option<i64>) -> Option<String> {
    let due = day_words(due?);
    Some(match days? {
        late @ ..0 => format!("{} late, was due {due}", count_words(-late, "day")),
        0 => format!("due today, {due}"),
        left => format!("{} left, due {due}", count_words(left, "day")),
    })
}

/// Writes the answers about one officer: who it is, what is asked for, what is met, and what does not apply.
///
/// # Errors
/// When the output cannot be written.
pub fn show_officer(to: &mut Vec<u8>, screen: &Screen, answers: &[WhyAnswer]) -> io::Result<()> {
    for of_row in answers.chunk_by(|one, other| one.finding.place.line == other.finding.place.line) {
        let Some(first) = of_row.first() else { continue };
        let place = &first.finding.place;
        let place = format!("{} {}", file_name(&place.file), place.record_words());
        let agency = first.finding.agency.as_ref().map(|agency| harmless(agency));
        let title = who(&first.finding).into_iter().chain(agency.map(Into::into)).chain([place]);
        screen.paragraph(to, 2, &[(BOLD, &title.collect::<Vec<_>>().join(", "))])?;
        let not_asked = |answer: &&WhyAnswer| answer.finding.status == Status::NotApplicable;
        for answer in of_row.iter().filter(|answer| !not_asked(answer)) {
            writeln!(to)?;
            answer.write(to, screen)?;
        }
        let apart: Vec<&WhyAnswer> = of_row.iter().filter(not_asked).collect();
        if !apart.is_empty() {
            writeln!(to)?;
            screen.paragraph(to, 2, &[(BOLD, "Does not apply")])?;
        }
        for answer in apart {
            screen.plain(to, 2, &format!("{}: {}", answer.finding.rule, harmless(&answer.finding.message)))?;
        }
    }
    Ok(())
}
