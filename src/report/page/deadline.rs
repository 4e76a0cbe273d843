//! The pages of `muster deadline`: one deadline with its steps, and the list of kinds.

use crate::finding::address::{SourcesAndUrls, with_urls};
use crate::finding::{Source, Status};
use crate::report::item::{Columns, ReportEntry, Rows, Value, joined};
use crate::report::layout::page::Page;
use crate::report::layout::screen::{BOLD, Screen, cell, status_style};
use crate::rules::deadlines::{self, Deadline, DeadlineKind};
use crate::values::moment::Moment;
use crate::words::{count_words, day_words};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use std::io::{self, Write};

impl Rows for Deadline {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("kind", |deadline| Value::word(deadline.kind));
        to.shown("label", |deadline| Value::word(deadline.label));
        to.shown("from", |deadline| Value::figure(deadline.from));
        to.shown("opens", |deadline| Value::figure_or_blank(deadline.opens));
        to.shown("due", |deadline| Value::figure_or_blank(deadline.due));
        to.shown("extended", |deadline| Value::figure_or_blank(deadline.extended));
        to.shown("days", |deadline| Value::figure_or_blank(deadline.days));
        to.shown("status", |deadline| Value::word(deadline.status.name()));
        to.shown("steps", |deadline| Value::list(&deadline.steps));
        to.shown("sources", |deadline| Value::list(deadline.sources));
        to.shown("notes", |deadline| Value::list(&deadline.notes));
    }
}

impl ReportEntry for Deadline {
    fn show(&self, page: &mut Page) {
        page.block(|to, screen| {
            let style = status_style(self.status);
            let kind = format!("{}:", self.kind);
            screen.paragraph(to, 2, &[(BOLD, &kind), (style, self.status.words()), (BOLD, &self.verdict())])?;
            let date = deadlines::find(self.kind).map_or("", |kind| kind.date);
            screen.paragraph_in(to, 2, &format!("{}; from {}, {date}", self.label, moment_words(self.from)))?;
            self.steps.iter().try_for_each(|step| screen.paragraph_in(to, 2, step))?;
            self.notes.iter().try_for_each(|note| screen.paragraph_in(to, 2, &format!("note: {note}")))?;
            screen.paragraph_in(to, 2, &joined(self.sources))
        });
    }
}

impl Deadline {
    /// Returns the due day in words: `- due 28 Feb 2026, 266 days ago`
    fn verdict(&self) -> String {
        let (Some(due), Some(days)) = (self.due, self.days) else {
            return match self.status {
                Status::Review => "- no due day while the freeze lasts".into(),
                _ => "- no due day, because no law is known".into(),
            };
        };
        let far = match days {
            ..0 => format!("{} ago", count_words(-days, "day")),
            0 => "today".into(),
            1.. => format!("in {}", count_words(days, "day")),
        };
        match self.opens {
            Some(opens) => format!("- from {} to {}, {far}", moment_words(opens), moment_words(due)),
            None => format!("- due {}, {far}", moment_words(due)),
        }
    }
}

fn moment_words(moment: Moment) -> String {
    match moment {
        Moment::OnDay(day) => day_words(day).to_string(),
        Moment::At(at) => format!("{} {}", day_words(at.date_naive()), at.format("%H:%M")),
    }
}

/// A kind of deadline in the list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct KindEntry {
    /// The kind's name.
    kind: &'static str,
    /// The heading of its group.
    group: &'static str,
    /// The thing that is due.
    label: &'static str,
    /// The meaning of DATE.
    date: &'static str,
    /// The way it is counted.
    counted: String,
    /// The flags that it accepts.
    options: Vec<&'static str>,
    /// The law, highest authority first.
    #[serde(flatten, serialize_with = "with_urls")]
    #[schemars(flatten, with = "SourcesAndUrls")]
    sources: &'static [Source],
}

impl KindEntry {
    /// Returns the entry of a kind, counted by the law of a day.
    pub fn new(kind: &DeadlineKind, on: NaiveDate) -> Self {
        let options =
            [("--extension", kind.takes_extension()), ("--freeze", kind.takes_freeze()), ("--time", kind.takes_time())];
        Self {
            kind: kind.name,
            group: kind.group.title(),
            label: kind.label,
            date: kind.date,
            counted: kind.how_long(on),
            options: options.into_iter().filter(|(_, takes)| *takes).map(|(option, _)| option).collect(),
            sources: kind.sources,
        }
    }
}

/// Writes the list, with a heading for each group.
///
/// # Errors
/// When the output cannot be written.
pub fn list(to: &mut impl Write, screen: &Screen, kinds: &[KindEntry]) -> io::Result<()> {
    let longest = kinds.iter().map(|kind| kind.kind.len()).max().unwrap_or_default();
    for group in kinds.chunk_by(|one, other| one.group == other.group) {
        screen.paragraph(to, 2, &[(BOLD, group.first().map_or("", |kind| kind.group))])?;
        let mut table = screen.plain_table();
        for kind in group {
            let options =
                if kind.options.is_empty() { String::new() } else { format!("; {}", kind.options.join(", ")) };
            table
                .add_row([cell(kind.kind), cell(&format!("{}\n{}: {}{options}", kind.label, kind.date, kind.counted))]);
        }
        screen.write_table(to, table, Some(longest + 2))?;
        writeln!(to)?;
    }
    screen.plain(to, 2, "`muster deadline KIND DATE` works one out; DATE is the day named before the colon.")
}

impl Rows for KindEntry {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("kind", |entry| Value::word(entry.kind));
        to.hidden("group", |entry| Value::word(entry.group));
        to.shown("label", |entry| Value::word(entry.label));
        to.shown("date", |entry| Value::word(entry.date));
        to.shown("counted", |entry| Value::word(&entry.counted));
        to.hidden("options", |entry| Value::list(&entry.options));
        to.shown("sources", |entry| Value::list(entry.sources));
    }
}

impl ReportEntry for KindEntry {
    fn show(&self, page: &mut Page) {
        page.line(self.group, format!("{}: {}", self.kind, self.label));
    }
}
