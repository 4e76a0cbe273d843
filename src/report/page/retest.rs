//! The retest sheet of a day. In CSV it has the columns of a POWER sheet, so that it is filled in and scored again.

use crate::model::power_test::Attempt;
use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::person::Person;
use crate::report::layout::screen::{cell, tinted};
use crate::report::page::power::moment_words;
use crate::rules::power::retest_sheet::{RetestEntry, RetestState};
use crate::rules::power::standards::Event;
use crate::words::{count_words, thousands};
use comfy_table::Cell;

/// The columns of a POWER sheet that are filled in on the day of the retest.
const TO_FILL: [&str; 9] = [
    "course_start",
    "body_weight",
    "sit_reach_1",
    "sit_reach_2",
    "sit_reach_3",
    "sit_reach",
    "sit_ups",
    "bench_press",
    "run",
];

impl Rows for RetestEntry<'_> {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("ptb_id", |entry| Value::foreign(entry.ptb_id));
        to.shown("last_name", |entry| Value::foreign(entry.last_name));
        to.shown("first_name", |entry| Value::foreign(entry.first_name));
        to.hidden("sex", |entry| Value::figure_or_blank(entry.sex.map(|sex| sex.letter())));
        to.hidden("birth_date", |_| Value::BLANK);
        to.hidden("age", |_| Value::BLANK);
        for name in ["test_date", "test_end", "test_start"] {
            to.hidden(name, |_| Value::BLANK);
        }
        to.hidden("attempt", |_| Value::word(Attempt::Retest.word()));
        to.hidden("program", |entry| Value::word_or_blank(entry.program.map(|program| program.word())));
        to.hidden("administrator", |_| Value::BLANK);
        for name in TO_FILL {
            to.hidden(name, |_| Value::BLANK);
        }
        to.shown("failed_events", |entry| Value::list(entry.failed_events.iter().map(|event| event.name())));
        to.shown("state", |entry| Value::word(entry.state.name()));
        // In one cell: read again, days under headings that nothing reads would be asked about.
        to.shown("hours", |entry| Value::figure_or_blank(entry.hours()));
        to.hidden("file", |entry| Value::foreign(Some(entry.file)));
        to.hidden("line", |entry| Value::figure(entry.line));
        to.shown("notes", |entry| Value::list(&entry.notes));
    }
}

/// The columns of the table for people.
const COLUMNS: [(&str, Align); 4] =
    [("candidate", Align::Left), ("failed events", Align::Left), ("retest", Align::Left), ("hours", Align::Left)];

impl RetestEntry<'_> {
    /// Returns both ends of the window: `2026-06-08T11:40 to 2026-06-09T11:40`
    fn hours(&self) -> Option<String> {
        self.opens.zip(self.closes).map(|(opens, closes)| format!("{opens} to {closes}"))
    }
}

impl ReportEntry for RetestEntry<'_> {
    fn show(&self, page: &mut Page) {
        let person = Person {
            name: self.name.as_deref(),
            ptb_id: self.ptb_id,
            file: Some(self.file),
            line: Some(self.line),
            sheet: self.sheet,
        };
        let about = [
            self.name.as_ref().and(self.ptb_id).map(str::to_owned),
            self.sex.map(|sex| sex.letter().to_owned()),
            self.age.map(|age| age.to_string()),
        ];
        let about = about.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let events: Vec<&str> = self.failed_events.iter().map(|event| event.words()).collect();
        let hours = match self.opens.zip(self.closes) {
            Some((opens, closes)) => format!("{}\nto {}", moment_words(opens), moment_words(closes)),
            None => String::new(),
        };
        page.row(
            &COLUMNS,
            vec![
                cell(&format!("{}\n{about}", person.short())),
                cell(&events.join("\n")),
                tinted(Cell::new(self.state.name()), self.state.status()),
                cell(&hours),
            ],
        );
        if !self.notes.is_empty() {
            page.note(format!("{}: {}", person.long(), self.notes.join("; ")));
        }
    }
}

/// Returns the closing sentences: how many may take a retest, and how many each event waits for.
pub fn closing(entries: &[RetestEntry]) -> Vec<String> {
    if entries.is_empty() {
        return vec!["No candidate has failed an event.".into()];
    }
    let with = |state: RetestState| entries.iter().filter(|entry| entry.state == state).count();
    let states = RetestState::ALL.into_iter().filter(|state| with(*state) > 0);
    let states: Vec<String> =
        states.map(|state| format!("{} {}", thousands(with(state) as i64), state.name())).collect();
    let candidates = count_words(entries.len() as i64, "candidate");
    let mut closing = vec![format!("{candidates} with failed events: {}.", states.join(", "))];
    let waiting: Vec<&RetestEntry> = entries.iter().filter(|entry| !entry.state.is_past()).collect();
    let events: Vec<String> = Event::ALL
        .into_iter()
        .map(|event| (event, waiting.iter().filter(|entry| entry.failed_events.contains(&event)).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(event, count)| format!("{} {}", event.words(), thousands(count as i64)))
        .collect();
    if !events.is_empty() {
        closing.push(format!("To retake: {}.", events.join(", ")));
    }
    closing
}
