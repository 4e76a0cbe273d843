//! The table of `muster esign-cohort`: a row for each name, and the names that each note is about.

use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::screen::{cell, colored_cell};
use crate::rules::roster::cohort::{NameCohort, OtherCohort};
use crate::words::{day_words, harmless, thousands};
use chrono::NaiveDate;

/// The columns of the table for people.
const COLUMNS: [(&str, Align); 5] = [
    ("name", Align::Left),
    ("cohort", Align::Left),
    ("due", Align::Left),
    ("days", Align::Right),
    ("other schedule", Align::Left),
];

impl Rows for NameCohort {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("name", |cohort| Value::foreign(Some(&cohort.name)));
        to.hidden("letter", |cohort| Value::figure_or_blank(cohort.letter));
        to.shown("cohort", |cohort| Value::figure_or_blank(cohort.cohort));
        to.shown("letters", |cohort| Value::word_or_blank(cohort.letters.as_deref()));
        to.shown("due", |cohort| Value::figure_or_blank(cohort.due));
        to.hidden("previous_due", |cohort| Value::figure_or_blank(cohort.previous_due));
        to.shown("days", |cohort| Value::figure_or_blank(cohort.days));
        to.hidden("status", |cohort| Value::word(cohort.status.name()));
        to.hidden("schedule", |cohort| Value::word(cohort.schedule));
        to.part("other_schedule", |cohort| Some(&cohort.other_schedule));
        to.shown("notes", |cohort| Value::list(&cohort.notes));
    }
}

impl Rows for OtherCohort {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("letters", |cohort| Value::word_or_blank(cohort.letters.as_deref()));
        to.shown("due", |cohort| Value::figure_or_blank(cohort.due));
    }
}

impl ReportEntry for NameCohort {
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
