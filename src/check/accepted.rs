//! The list of accepted findings: answers that the Board or the chief has excused, each with its reason and its end
//! (settled 184). An accepted answer is still told; it is counted apart, and never fails a run.

use crate::check::open;
use crate::check::sheet::SheetRows;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Accepted, Status, StatusSet};
use crate::input::faults::{of_row, unreadable};
use crate::input::reader::Batch;
use crate::model::accepted::{ACCEPTED_LIST, Acceptance, Column};
use crate::model::matched_id;
use crate::model::name::Name;
use crate::model::officer::Officer;
use crate::report::item::End;
use crate::rules::catalogue;
use crate::values::fold::fold;
use crate::values::near::nearest;
use crate::words::{day_words, shown_path, shown_text};
use anyhow::bail;
use chrono::NaiveDate;
use clap::Args;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

/// The flag that names the list.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct AcceptedFlag {
    /// Accepted findings: who, which rule, why and until when [default: accepted.csv in the configuration folder]
    ///
    /// `muster template accepted` writes its header, `muster accept` adds a line. '' for none.
    #[arg(long, value_name = "FILE", hide_short_help = true, help_heading = "Input")]
    pub(crate) accepted: Option<String>,
}

/// The statuses that can be accepted: what is met, open or not applicable needs no decision.
const ACCEPTABLE: StatusSet = StatusSet::of(&[Status::DueSoon, Status::Review, Status::Unknown, Status::Overdue]);

/// A list of accepted findings.
#[derive(Default)]
pub(crate) struct AcceptedList {
    path: String,
    lines: Vec<Line>,
    /// The lines about an officer.
    of_officer: HashMap<Who, Vec<usize>>,
    as_of: NaiveDate,
}

/// The officer whom a line names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Who {
    /// By PTB ID, in the form in which IDs are matched.
    Id(String),
    /// By last and first name, folded.
    Name(String, String),
}

/// A line of the list.
struct Line {
    number: u64,
    rule: &'static str,
    accepted: Accepted,
    begins: Option<NaiveDate>,
    /// True when an answer was accepted by it.
    used: AtomicBool,
}

/// The effect of the list on an answer.
pub(crate) enum Effect {
    /// It is accepted.
    Accepted(Accepted),
    /// It was accepted until a day that has passed.
    Ended(Accepted),
}

impl AcceptedList {
    /// Reads the list that the flag names, or that stands in the configuration folder; `None` without a list.
    ///
    /// # Errors
    /// When it cannot be read, and every mistake in it, each with its line.
    pub(crate) fn open(flag: &AcceptedFlag, flags: &Flags, settings: &Settings) -> anyhow::Result<Option<Self>> {
        let own = settings.accepted().map(|path| path.to_string_lossy().into_owned());
        let Some(path) = flag.accepted.clone().or(own).filter(|path| !path.is_empty()) else { return Ok(None) };
        let mut sheets = open::open_beside(std::slice::from_ref(&path), flags, settings, &ACCEPTED_LIST)?;
        let rows = SheetRows::read(&mut sheets, flags, &mut End::default());
        if let Some(failure) = rows.stopped {
            return Err(failure);
        }
        let mut list = Self { path, as_of: flags.as_of(), ..Self::default() };
        let mut mistakes = Vec::new();
        for batch in rows.batches() {
            list.add(batch, flags, settings, &mut mistakes);
        }
        if mistakes.is_empty() { Ok(Some(list)) } else { bail!("{}", mistakes.join("\n")) }
    }

    /// Adds the lines of a batch; `mistakes` gets a sentence for each that is wrong.
    fn add(&mut self, batch: &Batch, flags: &Flags, settings: &Settings, mistakes: &mut Vec<String>) {
        let Batch { path, header, rows, .. } = batch;
        let reading = open::reading(flags, settings);
        for row in rows.iter() {
            let mut wrong: Vec<String> =
                of_row(&row, path, header, flags.redact).into_iter().map(|fault| fault.message.into_owned()).collect();
            // Of a row that is shifted no cell is quoted.
            let hides = flags.redact || !row.faults.is_empty();
            let read = Acceptance::read(&row, header, &reading, |column, text| {
                wrong.push(unreadable(&Column::SPECS[column as usize], text, &reading, hides));
            });
            let is_whole = row.faults.is_empty();
            match is_whole.then(|| line(&read, row.line, flags.redact, &mut wrong)).flatten() {
                Some((who, line)) if wrong.is_empty() => {
                    self.of_officer.entry(who).or_default().push(self.lines.len());
                    self.lines.push(line);
                }
                _ => mistakes
                    .extend(wrong.into_iter().map(|wrong| format!("{}: line {}: {wrong}", shown_path(path), row.line))),
            }
        }
    }

    /// Returns what the list says of an answer about an officer.
    pub(crate) fn effect(&self, officer: &Officer, rule: &str, status: Status) -> Option<Effect> {
        if !ACCEPTABLE.has(status) {
            return None;
        }
        let by_id = officer.ptb_id.map(|id| Who::Id(matched_id(id).into_owned()));
        let by_name = officer.last_name.zip(officer.first_name);
        let by_name = by_name.map(|(last, first)| Who::Name(fold(last.0), fold(first.0)));
        let lines = [by_id, by_name].into_iter().flatten().filter_map(|who| self.of_officer.get(&who)).flatten();
        let in_force = |line: &&Line| line.rule == rule && line.begins.is_none_or(|begins| begins <= self.as_of);
        let lines = lines.map(|at| &self.lines[*at]).filter(in_force);
        // Of several lines about one answer the last to end counts; an earlier one is not useless for that.
        let line =
            lines.inspect(|line| line.used.store(true, Ordering::Relaxed)).max_by_key(|line| line.accepted.until)?;
        let accepted = line.accepted.clone();
        Some(if accepted.until < self.as_of { Effect::Ended(accepted) } else { Effect::Accepted(accepted) })
    }

    /// Returns a note on each line that accepts nothing; `is_asked` tells which rules were asked.
    pub(crate) fn useless(&self, is_asked: impl Fn(&str) -> bool) -> Vec<String> {
        let unused = self.lines.iter().filter(|line| !line.used.load(Ordering::Relaxed) && is_asked(line.rule));
        let note = |line: &Line| {
            let why = match line.begins {
                Some(begins) if begins > self.as_of => format!("it begins on {}", day_words(begins)),
                _ if line.accepted.until < self.as_of => format!("it ended on {}", day_words(line.accepted.until)),
                _ => format!("the officer has no such answer of {}", line.rule),
            };
            format!("{}: line {} accepts nothing: {why}", shown_path(&self.path), line.number)
        };
        unused.map(note).collect()
    }
}

/// Makes a line of a record, or adds to `wrong` what is missing in it.
fn line(read: &Acceptance, number: u64, redact: bool, wrong: &mut Vec<String>) -> Option<(Who, Line)> {
    let names = [read.last_name, read.first_name].map(|part| part.map(|part| part.0));
    let whole = read.name.map(|whole| whole.0);
    let name = Name::of_row(whole, Name { last: names[0], first: names[1], ..Name::default() }, None);
    let who = match (read.ptb_id, name.last, name.first) {
        (Some(id), ..) => Some(Who::Id(matched_id(id).into_owned())),
        (None, Some(last), Some(first)) => Some(Who::Name(fold(last), fold(first))),
        _ => None,
    };
    if who.is_none() && !read.is_faulty(Column::PtbId) {
        wrong.push("it names no officer; give ptb_id, or last_name and first_name".into());
    }
    let rule = read.rule.and_then(|rule| known_rule(rule, redact, wrong));
    for (missing, column, what) in [
        (read.rule.is_none(), Column::Rule, "the rule whose answer is accepted"),
        (read.reason.is_none(), Column::Reason, "why it is accepted"),
        (read.until.is_none(), Column::Until, "the last day; an acceptance without an end is none"),
    ] {
        if missing && !read.is_faulty(column) {
            wrong.push(format!("{} is blank; it says {what}", column.name()));
        }
    }
    let (until, reason) = (read.until?, read.reason?);
    if let Some(on) = read.on.filter(|on| *on > until) {
        wrong.push(format!("until, {}, is before on, {}", day_words(until), day_words(on)));
    }
    let shown = |text: &str| (!redact).then(|| text.trim().to_owned());
    let accepted = Accepted { reason: shown(reason), by: read.by.and_then(shown), until };
    Some((who?, Line { number, rule: rule?, accepted, begins: read.on, used: AtomicBool::new(false) }))
}

/// Returns the rule of this name; faults of files cannot be accepted.
fn known_rule(name: &str, redact: bool, wrong: &mut Vec<String>) -> Option<&'static str> {
    let found = catalogue().map(|rule| rule.name).find(|rule| *rule == name.trim());
    if found.is_none() {
        let shown = if redact { "of this name".into() } else { shown_text(name) };
        wrong.push(match nearest(name.trim(), catalogue().map(|rule| rule.name)) {
            _ if crate::input::faults::KINDS.iter().any(|kind| kind.name == name.trim()) => {
                format!("{shown} is a fault of a file, which nobody can accept; correct the file")
            }
            Some(near) => format!("there is no rule {shown} of a roster (did you mean {near}?)"),
            None => format!("there is no rule {shown} of a roster; `muster rules` lists them"),
        });
    }
    found
}
