//! The table of `muster esign-cohort`: a row a name, and who each note speaks of.

use crate::report::item::{Outcome, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::screen::{cell, colored_cell};
use crate::rules::roster::cohort::NameCohort;
use crate::words::{day_words, harmless, thousands};
use chrono::NaiveDate;

/// The columns a person reads.
const COLUMNS: [(&str, Align); 5] = [
    ("name", Align::Left),
    ("cohort", Align::Left),
    ("due", Align::Left),
    ("days", Align::Right),
    ("other schedule", Align::Left),
];

impl Rows for NameCohort {
    fn columns() -> Vec<String> {
        [
            "name",
            "letter",
            "cohort",
            "letters",
            "due",
            "previous_due",
            "days",
            "status",
            "schedule",
            "other_schedule.letters",
            "other_schedule.due",
            "notes",
        ]
        .map(str::to_owned)
        .into()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        vec![vec![
            Value::foreign(Some(&self.name)),
            Value::own_or_empty(self.letter),
            Value::own_or_empty(self.cohort),
            Value::own_or_empty(self.letters.as_ref()),
            Value::own_or_empty(self.due),
            Value::own_or_empty(self.previous_due),
            Value::own_or_empty(self.days),
            Value::own(self.status.name()),
            Value::own(self.schedule),
            Value::own_or_empty(self.other_schedule.letters.as_ref()),
            Value::own_or_empty(self.other_schedule.due),
            Value::own(self.notes.join("; ")),
        ]]
    }

    fn for_people() -> Vec<usize> {
        vec![0, 2, 3, 4, 6, 9, 10, 11]
    }
}

impl Outcome for NameCohort {
    fn show(&self, page: &mut Page) {
        let name = if self.name.is_empty() { "(no name)".into() } else { harmless(&self.name) };
        let cohort = match (self.cohort, &self.letters) {
            (Some(cohort), Some(letters)) => format!("{cohort}, {letters}"),
            _ => "unknown".into(),
        };
        let other = match (&self.other_schedule.letters, self.other_schedule.due) {
            (Some(letters), Some(due)) => format!("{letters}, {}", day_words(due)),
            _ => String::new(),
        };
        page.row(
            &COLUMNS,
            vec![
                cell(&name),
                cell(&cohort),
                colored_cell(self.status, &words(self.due)),
                cell(&self.days.map_or_else(String::new, |days| thousands(days).to_string())),
                cell(&other),
            ],
        );
        for note in &self.notes {
            page.mention(&format!("note: {note}"), &name);
        }
    }
}

fn words(day: Option<NaiveDate>) -> String {
    day.map(|day| day_words(day).to_string()).unwrap_or_default()
}
