//! POWER results and standards: a row for each candidate, the retest list, the standards in force.

use crate::finding::{Place, Status};
use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::person::{Person, name_and_id};
use crate::report::layout::screen::{Screen, cell, tinted};
use crate::rules::power::event::{EventScore, Missing};
use crate::rules::power::figures::{EventFigure, figures, of_event};
use crate::rules::power::result::{PowerOutcome, PowerScore, RetestWindow};
use crate::rules::power::standards::{Event, Required, Standard};
use crate::values::decimal::Plain;
use crate::values::moment::Moment;
use crate::words::{count_words, day_words, harmless, shown_path, thousands};
use comfy_table::{Cell, CellAlignment};
use std::io::{self, Write};

impl Rows for PowerScore<'_> {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("ptb_id", |score| Value::foreign(score.ptb_id));
        to.shown("name", |score| Value::foreign(score.name.as_deref()));
        to.hidden("sex", |score| Value::figure_or_blank(score.sex.map(|sex| sex.letter())));
        to.hidden("age", |score| Value::figure_or_blank(score.age));
        to.shown("age_group", |score| Value::figure_or_blank(score.age_group));
        to.hidden("test_date", |score| Value::figure_or_blank(score.test_date));
        to.hidden("attempt", |score| Value::word(score.attempt));
        for (at, event) in Event::ALL.into_iter().enumerate() {
            to.part(event.name(), |score| score.events.get(at));
        }
        to.shown("outcome", |score| Value::word(score.outcome.name()));
        to.part("retest", |score| score.retest.as_ref());
        to.shown("last_course_start", |score| Value::figure_or_blank(score.last_course_start));
        to.hidden("file", |score| Value::foreign(score.file));
        to.hidden("line", |score| Value::figure_or_blank(score.line));
        to.shown("notes", |score| Value::foreign_list(&score.notes));
    }
}

impl Rows for EventScore {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("result", |event| Value::figure_or_blank(event.result));
        to.hidden("required", |event| Value::figure_or_blank(event.required));
        to.shown("margin", |event| Value::figure_or_blank(event.margin));
        to.hidden("passed", |event| Value::figure_or_blank(event.passed));
        to.hidden("retested", |event| Value::figure(event.retested));
    }
}

impl Rows for RetestWindow {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("events", |retest| Value::list(retest.events.iter().map(|event| event.name())));
        to.shown("opens", |retest| Value::figure_or_blank(retest.opens));
        to.shown("closes", |retest| Value::figure_or_blank(retest.closes));
    }
}

/// The columns of the table for people: result against standard, and the margin under it.
const COLUMNS: [(&str, Align); 6] = [
    ("candidate", Align::Left),
    ("sit and\nreach", Align::Right),
    ("sit-ups", Align::Right),
    ("bench\npress", Align::Right),
    ("1.5 mile\nrun", Align::Right),
    ("outcome,\nlast start", Align::Left),
];

impl ReportEntry for PowerScore<'_> {
    fn show(&self, page: &mut Page) {
        let about = [self.name.as_ref().and(self.ptb_id).map(str::to_owned), self.sex_and_age()];
        let about: Vec<String> = about.into_iter().flatten().collect();
        let mut row = vec![cell(&format!("{}\n{}", self.short_label(), about.join(", ")))];
        row.extend(self.events.iter().map(event_cell));
        let until = self.last_course_start.map(|day| format!("\n{}", day_words(day))).unwrap_or_default();
        row.push(tinted(Cell::new(format!("{}{until}", self.outcome.name())), self.outcome.status()));
        page.row(&COLUMNS, row);
        if let Some(retest) = &self.retest {
            let events = retest.events.iter().map(|event| event.words()).collect::<Vec<_>>().join(", ");
            page.line(&window_words(retest), format!("{}: {events}", self.label()));
        }
        if !self.notes.is_empty() {
            page.note(format!("{}: {}", self.label(), self.notes.join("; ")));
        }
    }
}

impl PowerScore<'_> {
    /// Returns the person.
    pub fn person(&self) -> Person<'_> {
        Person { name: self.name.as_deref(), ptb_id: self.ptb_id, file: self.file, line: self.line, sheet: self.sheet }
    }

    /// Returns `Doe, Jane`, or the PTB ID, or the line.
    fn short_label(&self) -> String {
        match (&self.name, self.ptb_id) {
            (Some(name), _) => harmless(name).into_owned(),
            (None, Some(id)) => format!("PTB {}", harmless(id)),
            (None, None) => self.line.map_or_else(
                || "from flags".into(),
                |line| Place::record("", line).in_sheet(self.sheet).record_words().to_string(),
            ),
        }
    }

    /// Returns `Doe, Jane (PTB 0013102)`, or the place of a row without name and ID.
    fn label(&self) -> String {
        match (&self.name, self.ptb_id, self.file) {
            (name @ Some(_), id @ Some(_), _) => name_and_id(name.as_deref(), id).unwrap_or_default(),
            (None, None, Some(file)) => format!("{} {}", shown_path(file), self.short_label()),
            _ => self.short_label(),
        }
    }

    fn sex_and_age(&self) -> Option<String> {
        match (self.sex, self.age) {
            (Some(sex), Some(age)) => Some(format!("{} {age}", sex.letter())),
            (Some(sex), None) => Some(format!("{}, age ?", sex.letter())),
            (None, Some(age)) => Some(format!("sex ?, {age}")),
            (None, None) => None,
        }
    }
}

/// Returns the cell of an event: the result, the standard and the margin.
fn event_cell(event: &EventScore) -> Cell {
    let required = event.required.map_or_else(|| "?".into(), |required| required.to_string());
    let result = event.result.map_or_else(|| "?".into(), |result| result.to_string());
    let mut text = format!("{result}/{required}");
    let below = match (event.margin, event.missing) {
        (Some(margin), _) => margin_words(event.event, margin),
        (None, Some(Missing::Blank(_))) => "blank".into(),
        (None, Some(Missing::Unreadable(_))) => "unreadable".into(),
        (None, Some(Missing::NoWeight)) => "weight 0".into(),
        (None, Some(Missing::TwoBests)) => "two bests".into(),
        (None, None) if event.is_unfinished => "DNF".into(),
        (None, None) if event.implausible.is_some() => "value?".into(),
        (None, None) => String::new(),
    };
    text = format!("{text}\n{below}");
    if event.retested {
        text += "\nretest";
    }
    match event.passed {
        Some(true) => Cell::new(text),
        Some(false) => tinted(Cell::new(text), Status::Overdue),
        None if event.implausible.is_some() => tinted(Cell::new(text), Status::Review),
        None => tinted(Cell::new(text), Status::Unknown),
    }
}

/// Returns the title of a retest list: `One retest of the failed events: Mon 9 Mar 2026 11:40 to Tue 10 Mar 2026 11:40`
fn window_words(retest: &RetestWindow) -> String {
    let (Some(opens), Some(closes)) = (retest.opens, retest.closes) else {
        return "One retest of the failed events: hours unknown, because test_end cannot be read".into();
    };
    let hours = if opens.has_time() { "" } else { " (for the hours, record the clock time in test_end)" };
    format!("One retest of the failed events: {} to {}{hours}", moment_words(opens), moment_words(closes))
}

/// Returns a day or a moment in words: `Mon 9 Mar 2026 11:40`
pub(super) fn moment_words(moment: Moment) -> String {
    let day = format!("{} {}", moment.day().format("%a"), day_words(moment.day()));
    match moment {
        Moment::OnDay(_) => day,
        Moment::At(at) => format!("{day} {}", at.format("%H:%M")),
    }
}

/// Returns the event in a line: `sit-ups: 32/33, failed (-1)`
pub fn event_words(event: &EventScore) -> String {
    let shown = |value: Option<String>| value.unwrap_or_else(|| "?".into());
    let result = shown(event.result.map(|result| result.to_string()));
    let required = shown(event.required.map(|required| required.to_string()));
    let margin = event.margin.map(|margin| format!(" ({})", margin_words(event.event, margin))).unwrap_or_default();
    let words = match (event.passed, event.missing) {
        _ if event.is_unfinished => "not finished, failed".into(),
        (Some(true), _) => format!("{result}/{required}, passed{margin}"),
        (Some(false), _) => format!("{result}/{required}, failed{margin}"),
        (None, Some(Missing::Blank(column))) => format!("blank: no {}", column.name()),
        (None, _) => match event.implausible {
            Some(value) => format!("not known, because {value}"),
            None => format!("{result}/{required}, not known"),
        },
    };
    format!("{}: {words}", event.event.words())
}

/// Returns the outcome in a line, with the last day on which a course may start, or what may be retested and when.
pub fn outcome_words(score: &PowerScore) -> String {
    let outcome = score.outcome.name().to_uppercase();
    if let Some(retest) = &score.retest {
        let events: Vec<&str> = retest.events.iter().map(|event| event.words()).collect();
        return format!("{outcome}: {}. {}.", events.join(", "), window_words(retest));
    }
    let start = score.last_course_start.map(|day| format!(" A course may start until {}.", day_words(day)));
    format!("{outcome}.{}", start.unwrap_or_default())
}

/// Returns a margin with its sign and, of a run, its unit: `+0.3`, `-6 s`
fn margin_words(event: Event, margin: Plain) -> String {
    let margin = margin.to_string();
    let sign = if margin.starts_with('-') { "" } else { "+" };
    let unit = if event == Event::Run { " s" } else { "" };
    format!("{sign}{margin}{unit}")
}

/// Returns the closing sentences of a sheet: how many tests had each outcome, and how many passed each event.
pub fn closing(scores: &[PowerScore]) -> Vec<String> {
    if scores.is_empty() {
        return Vec::new();
    }
    let with = |outcome: PowerOutcome| scores.iter().filter(|score| score.outcome == outcome).count();
    let counts: Vec<String> = PowerOutcome::ALL
        .into_iter()
        .filter(|outcome| with(*outcome) > 0)
        .map(|outcome| format!("{} {}", thousands(with(outcome) as i64), outcome.name()))
        .collect();
    let mut closing = vec![format!("{}: {}.", count_words(scores.len() as i64, "candidate"), counts.join(", "))];
    let figures = figures(scores);
    let part = |event: Event, (tested, passed): (u64, u64)| {
        let tenths = (passed * 1000).checked_div(tested)?;
        Some(format!("{} {passed} of {tested} ({}%)", event.words(), Plain::tenths(tenths as i64)))
    };
    let rates: Vec<String> =
        Event::ALL.into_iter().filter_map(|event| part(event, of_event(&figures, event))).collect();
    // One candidate has all of it in the row.
    if scores.len() > 1 && !rates.is_empty() {
        closing.push(format!("Passed by event, where known: {}.", rates.join(", ")));
        closing.extend(by_group(&figures));
    }
    closing
}

/// Returns how many passed each event in each sex and age group, where there are several: `F 20-29: sit-ups 3 of 4.`
fn by_group(figures: &[EventFigure]) -> Vec<String> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for EventFigure { event, sex, age_group, tested, passed } in figures {
        let sex = sex.map_or("sex ?", |sex| sex.letter());
        let group = format!("{sex} {}", age_group.map_or_else(|| "age ?".into(), |ages| ages.to_string()));
        let part = format!("{} {passed} of {tested}", event.words());
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, parts)) => parts.push(part),
            None => groups.push((group, vec![part])),
        }
    }
    groups.sort();
    let is_one = groups.len() < 2;
    groups.into_iter().filter(|_| !is_one).map(|(group, parts)| format!("{group}: {}.", parts.join(", "))).collect()
}

impl Rows for Standard {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("sex", |standard| Value::figure(standard.sex.letter()));
        to.shown("age_group", |standard| Value::figure(standard.ages));
        to.shown("event", |standard| Value::word(standard.event.name()));
        to.shown("required", |standard| Value::figure(standard.value));
        to.shown("unit", |standard| Value::word(standard.event.unit()));
        to.shown("from", |standard| Value::figure(standard.from));
        to.shown("until", |standard| Value::figure_or_blank(standard.until));
        to.shown("source", |standard| Value::word(&standard.source));
    }
}

impl ReportEntry for Standard {
    fn show(&self, page: &mut Page) {
        let columns = [("sex, age", Align::Left), ("event", Align::Left), ("standard", Align::Right)];
        page.row(
            &columns,
            [format!("{} {}", self.sex.letter(), self.ages), self.event.words().into(), self.value.to_string()]
                .map(Cell::new)
                .into(),
        );
    }
}

/// Writes the standards as the appendix prints them: a row for each sex and age group, a column for each event.
///
/// # Errors
/// When the output cannot be written.
pub fn standards_table(to: &mut impl Write, screen: &Screen, standards: &[Standard]) -> io::Result<()> {
    let mut table = screen.plain_table();
    table.set_header([
        "sex and age",
        "sit and reach,\ninches",
        "sit-ups,\nin one minute",
        "bench press,\nof body weight",
        "1.5 mile run,\nat most",
    ]);
    let mut groups: Vec<_> = standards.iter().map(|standard| (standard.sex, standard.ages)).collect();
    groups.dedup();
    groups.sort_by_key(|(sex, ages)| (sex.letter() == "F", *ages));
    groups.dedup();
    for (sex, ages) in groups {
        let value = |event: Event| {
            let of_event = |it: &&Standard| it.sex == sex && it.ages == ages && it.event == event;
            standards.iter().find(of_event).map(|standard| standard.value)
        };
        let shown = |value: Option<Required>| value.map_or_else(|| "?".into(), |value| value.to_string());
        table.add_row(
            [format!("{} {ages}", sex.letter())].into_iter().chain(Event::ALL.map(|event| shown(value(event)))),
        );
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    screen.write_table(to, table, None)
}
