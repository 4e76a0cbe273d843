//! The short page of training records: a line for each officer, status and due day, the worst officers first. What
//! three or more officers owe by the same day, and each reason against completions, is told once with its count.

use crate::finding::{Place, Status};
use crate::report::layout::lines::LineColumns;
use crate::report::layout::names::{Names, SHARED_FROM};
use crate::report::layout::page::Page;
use crate::report::layout::person::{Files, Person};
use crate::report::layout::screen::{Screen, fit, status_style};
use crate::report::page::training::TrainingSheet;
use crate::rules::training::result::{MandateItem, TrainingResult};
use crate::words::{count_words, day_words, harmless, in_days};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// What items of one officer, or of several, have in common: they share a line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'s> {
    status: Reverse<Status>,
    /// The days that are left; the greatest number where no day is the point.
    days: i64,
    due: Option<NaiveDate>,
    reason: &'s str,
}

/// A line, or a few.
enum Told<'s> {
    /// Mandates that these officers owe alike.
    Shared(Key<'s>, Vec<&'static str>, Vec<usize>),
    /// What is left of one officer.
    Officer(usize, Vec<(Key<'s>, Vec<&'static str>)>),
}

/// Fills the page.
pub fn show(page: &mut Page, sheets: &[TrainingSheet]) {
    let told = told(sheets);
    page.worst = told.first().and_then(|told| {
        let (key, mandate) = match told {
            Told::Shared(key, mandates, _) => (key, mandates.first()?),
            Told::Officer(_, lines) => lines.first().and_then(|(key, mandates)| Some((key, mandates.first()?)))?,
        };
        let mut items = sheets.iter().flat_map(|sheet| &sheet.result.items);
        let is_calm = matches!(key.status.0, Status::Met | Status::NotApplicable | Status::Open);
        let item = items.find(|item| item.mandate == *mandate && !is_calm)?;
        Some(&*item.of.rule)
    });
    page.answer(|to, screen| {
        write_told(to, screen, sheets, &told)?;
        write_refused(to, screen, sheets)
    });
}

/// Returns the notes on single officers, each once: with the officer, or the number of officers.
pub fn notes(results: &[TrainingResult]) -> Vec<String> {
    let mut notes: BTreeMap<String, (i64, String)> = BTreeMap::new();
    for result in results {
        for note in &result.notes {
            notes.entry(note.to_string()).or_insert_with(|| (0, person(result).short())).0 += 1;
        }
    }
    let mut notes: Vec<_> = notes.into_iter().collect();
    notes.sort_by_key(|(_, (count, _))| Reverse(*count));
    let words = |(note, (count, who))| match count {
        1 => format!("{who}: {note}"),
        _ => format!("{}: {note}", count_words(count, "officer")),
    };
    notes.into_iter().map(words).collect()
}

fn person<'a>(result: &'a TrainingResult) -> Person<'a> {
    let TrainingResult { ptb_id, file, line, sheet, .. } = *result;
    Person { name: result.name.as_deref(), ptb_id, file: Some(file), line: Some(line), sheet }
}

impl<'s> Key<'s> {
    fn of(item: &'s MandateItem) -> Self {
        let is_dated = !matches!(item.status, Status::Met | Status::NotApplicable | Status::Unknown);
        let due = item.due.filter(|_| is_dated);
        let reason = match (item.status, due) {
            (Status::Met, _) => "",
            (_, None) if item.reason.is_empty() => &item.message,
            _ => &item.reason,
        };
        let days = item.days.filter(|_| due.is_some()).unwrap_or(i64::MAX);
        Self { status: Reverse(item.status), days, due, reason }
    }

    fn order(&self) -> (Reverse<Status>, i64) {
        (self.status, self.days)
    }

    /// `2 mandates due 31 Dec 2025: law-updates, crisis-intervention`, or `law-updates: hire_date cannot be read`
    fn text(&self, mandates: &[&str]) -> String {
        let names = mandates.join(", ");
        let between = if self.reason.is_empty() { "" } else { "; " };
        let due = self.due.map(|due| format!(" due {}", day_words(due)));
        match (count_of(mandates), due) {
            (Some(count), Some(due)) => format!("{count}{due}: {names}{between}{}", self.reason),
            (None, Some(due)) => format!("{names}{due}{between}{}", self.reason),
            (Some(count), None) if self.reason.is_empty() => format!("{count}: {names}"),
            (Some(count), None) => format!("{count}: {} ({names})", self.reason),
            (None, None) if self.reason.is_empty() => names,
            (None, None) => format!("{names}: {}", self.reason),
        }
    }

    /// `law-updates: 3 officers by 31 Dec 2026, in 40 days: Moss, Hale, Vance`, and below it mandates that are several.
    fn shared_lines(&self, mandates: &[&str], officers: &Names, room: usize) -> Vec<String> {
        let what = count_of(mandates).unwrap_or_else(|| mandates.concat());
        let count = count_words(officers.count.cast_signed(), "officer");
        let when = match self.due {
            Some(due) if self.days < 0 => {
                format!(", was due {}, {} ago", day_words(due), count_words(-self.days, "day"))
            }
            Some(due) => format!(" by {}, {}", day_words(due), in_days(self.days)),
            None => String::new(),
        };
        let lead = format!("{what}: {count}{when}");
        let between = if self.reason.is_empty() { "" } else { "; " };
        let mut lines = officers.lines(&format!("{lead}{between}{}", self.reason), room);
        if lines.iter().any(|line| line.ends_with('…')) {
            // Rather the reason is cut than the names.
            lines = officers.lines(&lead, room);
            lines.push(fit(self.reason, room));
        }
        if mandates.len() > 1 {
            lines.push(fit(&mandates.join(", "), room));
        }
        lines
    }
}

/// Returns `3 mandates`; `None` for a single one.
fn count_of(mandates: &[&str]) -> Option<String> {
    (mandates.len() > 1).then(|| count_words(mandates.len() as i64, "mandate"))
}

/// Returns what is told, the worst first.
fn told<'s>(sheets: &'s [TrainingSheet]) -> Vec<Told<'s>> {
    let mut owed: BTreeMap<Key<'s>, Vec<(&'static str, Vec<usize>)>> = BTreeMap::new();
    for (at, sheet) in sheets.iter().enumerate() {
        for item in sheet.items() {
            let mandates = owed.entry(Key::of(item)).or_default();
            match mandates.iter_mut().find(|(mandate, _)| *mandate == item.mandate) {
                Some((_, officers)) => officers.push(at),
                None => mandates.push((item.mandate, vec![at])),
            }
        }
    }
    let mut told = Vec::new();
    let mut is_shared = BTreeSet::new();
    for (key, mandates) in owed {
        // Mandates that the same officers owe are one line.
        let mut alike: Vec<(Vec<usize>, Vec<&'static str>)> = Vec::new();
        for (mandate, officers) in mandates.into_iter().filter(|(_, officers)| officers.len() as u64 >= SHARED_FROM) {
            is_shared.insert((key, mandate));
            match alike.iter_mut().find(|(known, _)| *known == officers) {
                Some((_, mandates)) => mandates.push(mandate),
                None => alike.push((officers, vec![mandate])),
            }
        }
        told.extend(alike.into_iter().map(|(officers, mandates)| Told::Shared(key, mandates, officers)));
    }
    for (at, sheet) in sheets.iter().enumerate() {
        let mut lines: BTreeMap<Key<'s>, Vec<&'static str>> = BTreeMap::new();
        for item in sheet.items().filter(|item| !is_shared.contains(&(Key::of(item), item.mandate))) {
            lines.entry(Key::of(item)).or_default().push(item.mandate);
        }
        if !lines.is_empty() {
            told.push(Told::Officer(at, lines.into_iter().collect()));
        }
    }
    told.sort_by_key(|told| match told {
        Told::Shared(key, ..) => Some(key.order()),
        Told::Officer(_, lines) => lines.first().map(|(key, _)| key.order()),
    });
    told
}

fn write_told(to: &mut Vec<u8>, screen: &Screen, sheets: &[TrainingSheet], told: &[Told]) -> io::Result<()> {
    let paths: BTreeSet<&str> = sheets.iter().map(|sheet| sheet.result.file).collect();
    let files = Files::of(paths.into_iter());
    let labels: BTreeMap<usize, (String, String)> = told
        .iter()
        .filter_map(|told| match told {
            Told::Officer(at, _) => Some((*at, label(sheets.get(*at)?.result, files))),
            Told::Shared(..) => None,
        })
        .collect();
    let items = sheets.iter().flat_map(TrainingSheet::items);
    let widest = items.map(|item| item.status.words().len()).max().unwrap_or_default();
    let columns = LineColumns::of_names(screen, widest, labels.values());
    for told in told {
        match told {
            Told::Shared(key, mandates, at) => {
                let mut names = Names::default();
                for result in at.iter().filter_map(|at| sheets.get(*at)).map(|sheet| sheet.result) {
                    names.add_named(result.name.as_deref(), result.ptb_id, &place(result));
                }
                let mut word = key.status.0.words();
                for line in key.shared_lines(mandates, &names, columns.room(false)) {
                    columns.write(to, (status_style(key.status.0), word), None, &line)?;
                    word = "";
                }
            }
            Told::Officer(at, lines) => {
                let mut who = labels.get(at).map(|label| columns.name(label)).unwrap_or_default();
                for (key, mandates) in lines {
                    let status = key.status.0;
                    let text = key.text(mandates);
                    columns.write(to, (status_style(status), status.words()), Some(&who), &text)?;
                    who.clear();
                }
            }
        }
    }
    Ok(())
}

fn place<'a>(result: &TrainingResult<'a>) -> Place<'a> {
    Place::record(result.file, result.line).in_sheet(result.sheet)
}

/// Returns the name of an officer, and the ID or the place.
fn label(result: &TrainingResult, files: Files) -> (String, String) {
    let name = harmless(result.name.as_deref().unwrap_or_default()).into_owned();
    let id = result.ptb_id.map(|id| match name.is_empty() {
        true => format!("PTB {}", harmless(id)),
        false => format!(" {}", harmless(id)),
    });
    let record = harmless(&place(result).record_words().to_string()).into_owned();
    let place = match (files, &id) {
        (Files::One, Some(_)) => None,
        (Files::One, None) => Some(record),
        _ => Some(format!("{} {record}", files.name(result.file))),
    };
    let comma = if name.is_empty() && id.is_none() { "" } else { ", " };
    (name, id.unwrap_or_default() + &place.map(|place| format!("{comma}{place}")).unwrap_or_default())
}

/// Writes each reason against completions once: `2 completions do not count: not certified by the Board: Moss, Hale`
fn write_refused(to: &mut Vec<u8>, screen: &Screen, sheets: &[TrainingSheet]) -> io::Result<()> {
    #[derive(Default)]
    struct Refused {
        completions: i64,
        officers: Names,
        last: Option<usize>,
    }
    let mut reasons: BTreeMap<&str, Refused> = BTreeMap::new();
    for (at, result) in sheets.iter().map(|sheet| sheet.result).enumerate() {
        for refused in &result.refused {
            let reason = reasons.entry(&refused.why).or_default();
            reason.completions += 1;
            if reason.last.replace(at) != Some(at) {
                reason.officers.add_named(result.name.as_deref(), result.ptb_id, &place(result));
            }
        }
    }
    let mut reasons: Vec<_> = reasons.into_iter().collect();
    reasons.sort_by_key(|(_, reason)| Reverse(reason.completions));
    for (why, Refused { completions, officers, .. }) in reasons {
        let count = count_words(completions, "completion");
        let lead = match (completions, officers.count) {
            (1, _) => format!("{count} does not count: {why}"),
            (_, 1) => format!("{count} do not count: {why}"),
            (_, of) => format!("{count} of {} do not count: {why}", count_words(of.cast_signed(), "officer")),
        };
        let lines = officers.lines(&lead, screen.width.saturating_sub(2));
        if lines.iter().any(|line| line.ends_with('…')) {
            // The reason is told once, and not cut.
            screen.plain(to, 2, &lead)?;
            continue;
        }
        for (at, line) in lines.iter().enumerate() {
            writeln!(to, "{:1$}{line}", "", if at == 0 { 0 } else { 2 })?;
        }
    }
    Ok(())
}
