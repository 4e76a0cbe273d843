//! The pages of `muster deadline`: one deadline with its steps, and the list of kinds.

use crate::finding::{Source, Status};
use crate::report::item::{Outcome, Rows, Value};
use crate::report::layout::page::Page;
use crate::report::layout::screen::{BOLD, Screen, cell, status_style};
use crate::rules::deadlines::{self, Deadline, DeadlineKind};
use crate::values::moment::Moment;
use crate::words::{count_words, day_words};
use chrono::NaiveDate;
use serde::Serialize;
use std::io::{self, Write};

impl Rows for Deadline {
    fn columns() -> Vec<String> {
        ["kind", "label", "from", "opens", "due", "extended", "days", "status", "steps", "sources", "notes"]
            .map(str::to_owned)
            .into()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        vec![vec![
            Value::own(self.kind),
            Value::own(self.label),
            Value::own(self.from),
            Value::own_or_empty(self.opens),
            Value::own_or_empty(self.due),
            Value::own_or_empty(self.extended),
            Value::own_or_empty(self.days),
            Value::own(self.status.name()),
            Value::own(self.steps.join("; ")),
            Value::own(joined(self.sources)),
            Value::own(self.notes.join("; ")),
        ]]
    }
}

impl Outcome for Deadline {
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
    /// `- due 28 Feb 2026, 266 days ago`
    fn verdict(&self) -> String {
        let (Some(due), Some(days)) = (self.due, self.days) else {
            return match self.status {
                Status::Review => "- no due day while the freeze lasts".into(),
                _ => "- no due day, for no law is known".into(),
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

fn joined(sources: &[Source]) -> String {
    sources.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// A kind of deadline in the list.
#[derive(Debug, Serialize)]
pub struct KindEntry {
    kind: &'static str,
    group: &'static str,
    label: &'static str,
    /// What DATE is.
    date: &'static str,
    /// How it is counted.
    counted: String,
    options: Vec<&'static str>,
    sources: &'static [Source],
}

impl KindEntry {
    /// A kind, counted by the law of a day.
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

/// Writes the list, a heading for each group.
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
    screen.plain(to, 2, "`muster deadline KIND DATE` counts one; DATE is what stands before the colon.")
}

impl Rows for KindEntry {
    fn columns() -> Vec<String> {
        ["kind", "group", "label", "date", "counted", "options", "sources"].map(str::to_owned).into()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        vec![vec![
            Value::own(self.kind),
            Value::own(self.group),
            Value::own(self.label),
            Value::own(self.date),
            Value::own(&self.counted),
            Value::own(self.options.join("; ")),
            Value::own(joined(self.sources)),
        ]]
    }

    fn for_people() -> Vec<usize> {
        vec![0, 2, 3, 4, 6]
    }
}

impl Outcome for KindEntry {
    fn show(&self, page: &mut Page) {
        page.line(self.group, format!("{}: {}", self.kind, self.label));
    }
}
