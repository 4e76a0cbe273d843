//! Days of a sheet entered in a roster: `--roster` shows which row would get which day, `--update` writes a copy.

use crate::check::enter_book::{copy_as_csv, is_named_as_workbook};
use crate::check::enter_earned::{DayKind, EarnedDay};
use crate::check::enter_plan::{DayUpdate, EntryPlan, RecordedDay, RosterRow, UnchangedRow, UnmatchedPerson, plan};
use crate::check::open;
use crate::check::report::note_on_stderr;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::input::bytes::sha256_of;
use crate::input::csv::{Rewritten, set_cells};
use crate::input::reader::{Batch, Reader};
use crate::input::rows::Rows;
use crate::input::sheet::Sheet;
use crate::model::officer::{Column, Officer, ROSTER};
use crate::output::destination::Output;
use crate::report::item::End;
use crate::report::layout::person::file_name;
use crate::words::{count_words, day_words};
use anyhow::{Context, bail};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A roster that has been opened, and the copy that will be written.
pub(crate) struct Roster {
    kind: &'static DayKind,
    sheet: Sheet,
    /// The delimiter of a CSV or TSV roster; a workbook has none, and its copy is written as CSV.
    delimiter: Option<u8>,
    copy: Option<(Output, PathBuf)>,
}

/// The days entered, in sentences.
#[derive(Default)]
struct Entered {
    /// The days entered.
    notes: Vec<String>,
    /// People who were not entered, and rows to look at: shown even with `--quiet`.
    troubles: Vec<String>,
}

impl Roster {
    /// Opens the roster, if one is named, and the copy, after the files that are scored.
    ///
    /// # Errors
    /// A roster that cannot be read or written again, and a copy that would take the place of a file that is read.
    pub(crate) fn open(
        kind: &'static DayKind,
        roster: Option<&str>,
        update: Option<&Path>,
        flags: &Flags,
        settings: &Settings,
    ) -> anyhow::Result<Option<Self>> {
        let Some(roster) = roster else { return Ok(None) };
        if roster == "-" {
            bail!("--roster: the roster is read twice, so that it cannot come from standard input; name a file");
        }
        if let Some(copy) = update {
            if copy.as_os_str() == "-" {
                bail!("--update: the copy of the roster needs a file of its own; name one");
            }
            if is_named_as_workbook(copy) {
                bail!(
                    "{}: the copy of the roster is written as CSV, because formats and formulas of a workbook could \
                     not be kept as they are; name it .csv",
                    copy.display()
                );
            }
        }
        let sheet = open::open_beside(&[roster.to_owned()], flags, settings, &ROSTER)?.pop();
        let sheet = sheet.context("--roster: there is no roster")?;
        let delimiter = sheet.delimiter();
        if delimiter.is_none() && !sheet.is_workbook() {
            bail!(
                "{roster}: only a CSV or TSV roster is written again; save this one as CSV, or enter the days from \
                 the results (-f json) yourself"
            );
        }
        if sheet.header.place(kind.column as usize).is_none() {
            let name = kind.column.name();
            bail!("{roster}: there is no column {name} for the days; add one to the header first");
        }
        let copy = update.map(|path| anyhow::Ok((Output::open_copy(path)?, path.to_owned()))).transpose()?;
        Ok(Some(Self { kind, sheet, delimiter, copy }))
    }

    /// Returns the roster itself.
    pub(crate) fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Returns whether the roster has a column.
    pub(crate) fn has(&self, column: Column) -> bool {
        self.sheet.header.place(column as usize).is_some()
    }

    /// Enters the latest day of each person, and notes it. Returns the copy, written and not in its place yet, and its
    /// path.
    ///
    /// # Errors
    /// When the roster cannot be read to its end or the copy cannot be written; no copy is left then.
    pub(crate) fn enter(
        mut self,
        earned: &[EarnedDay],
        flags: &Flags,
        settings: &Settings,
        end: &mut End,
    ) -> anyhow::Result<Option<(Output, String)>> {
        let (officers, batches) = self.read(flags, settings)?;
        let plan = plan(earned, &officers);
        let input = self.sheet.input();
        let path = self.sheet.path.clone();
        let bytes = std::fs::read(&*self.sheet.path).with_context(|| format!("{path}: cannot be read"))?;
        if sha256_of(&bytes) != input.sha256 {
            bail!("{path}: the file changed while it was read; nothing was written");
        }
        let header = &self.sheet.header;
        let changes = plan.changes(self.kind, header, earned);
        let Rewritten { bytes, not_set } = match self.delimiter {
            Some(delimiter) => set_cells(&bytes, delimiter, header, &changes),
            None => copy_as_csv(header, &batches, &changes),
        }
        .with_context(|| path.clone())?;
        let copy = match self.copy.take() {
            Some((mut output, copy)) => {
                let written = output.write_all(&bytes).and_then(|()| output.flush());
                written.with_context(|| format!("{}: cannot be written", copy.display()))?;
                Some((output, copy.display().to_string()))
            }
            None => None,
        };
        let account = Account {
            path: &path,
            roster: &file_name(&path),
            copy: copy.as_ref().map(|(_, name)| name.as_str()),
            kind: self.kind,
            beside: self.kind.beside.map(|(column, _)| column).filter(|column| self.has(*column)),
            earned,
            officers: &officers,
            redact: flags.redact,
            row: if self.delimiter.is_some() { "line" } else { "row" },
        };
        let entered = account.of(&plan, &not_set);
        if flags.quiet {
            // A quiet report has no notes, but a person who was not entered must not be lost.
            entered.troubles.iter().for_each(|trouble| note_on_stderr(trouble));
        }
        end.inputs.push(input);
        end.notes.extend(entered.notes);
        end.notes.extend(entered.troubles);
        Ok(copy)
    }

    /// Returns the officers of the roster, and the rows of a workbook, from which its copy is made.
    fn read(&mut self, flags: &Flags, settings: &Settings) -> anyhow::Result<(Vec<RosterRow>, Vec<Rows>)> {
        let how = open::reading(flags, settings);
        let (mut officers, mut batches) = (Vec::new(), Vec::new());
        let is_workbook = self.delimiter.is_none();
        let mut reader = Reader::new(std::slice::from_mut(&mut self.sheet));
        for Batch { header, rows, .. } in reader.read_all() {
            for row in rows.iter().filter(|row| !row.is_unreadable() && !row.is_shifted()) {
                // The faults of a roster are reported by `roster check`.
                let mut officer = Officer::from_row(&row, &header, &how, |_, _| {});
                officer.strike_impossible_days(how.as_of);
                officers.push(RosterRow::of((header.record_word(), row.line), &officer, self.kind));
            }
            if is_workbook {
                batches.push(rows);
            }
        }
        match reader.finish().stopped {
            Some(failure) => Err(failure),
            None => Ok((officers, batches)),
        }
    }
}

/// Puts what was entered into sentences.
struct Account<'t> {
    path: &'t str,
    /// The roster's own name, without the folders before it.
    roster: &'t str,
    copy: Option<&'t str>,
    kind: &'static DayKind,
    /// The column of the word beside the day, where the roster has it.
    beside: Option<Column>,
    earned: &'t [EarnedDay],
    officers: &'t [RosterRow],
    redact: bool,
    /// `line`, or `row` of a workbook.
    row: &'static str,
}

impl Account<'_> {
    fn of(&self, plan: &EntryPlan, not_set: &[(u64, &str)]) -> Entered {
        let mut entered = Entered::default();
        let word = self.row;
        let why_not = |line: u64| not_set.iter().find(|(not, _)| *not == line).map(|(_, why)| *why);
        let entered_words = if self.copy.is_some() { "entered" } else { "would be entered" };
        let set: Vec<&DayUpdate> = plan.updates.iter().filter(|update| why_not(update.line).is_none()).collect();
        entered.notes.push(self.sum(&set));
        for UnchangedRow { line, day, shows, earned: of } in &plan.unchanged {
            let why = if shows == day { "already".to_owned() } else { format!("later than {}", day_words(*day)) };
            entered.notes.push(format!(
                "{}: kept, {} {word} {line} shows {}, {why}",
                self.label(*of),
                self.roster,
                day_words(*shows)
            ));
            if shows == day {
                entered.troubles.extend(self.beside(*of, *line));
            }
        }
        for update in &plan.updates {
            let (label, roster, line) = (self.label(update.earned), self.roster, update.line);
            if let Some(why) = why_not(line) {
                entered.troubles.push(format!("{label}: not entered on {roster} {word} {line}: {why}"));
                continue;
            }
            if let Some(remark) = self.earned.get(update.earned).and_then(|earned| earned.remark.as_ref()) {
                entered.notes.push(format!("{label}: {entered_words} on {roster} {word} {line} {remark}"));
            }
            if self.earned.get(update.earned).is_some_and(|earned| earned.beside.is_none()) {
                entered.troubles.extend(self.beside(update.earned, line));
            }
            if update.showed == RecordedDay::Unreadable {
                let day = day_words(update.day);
                entered.notes.push(format!(
                    "{label}: {roster} {word} {line} showed a day that cannot be read or cannot be; {day} takes its \
                     place"
                ));
            }
            if update.other_name {
                let name = self.officers.iter().find(|officer| officer.line == line);
                let name = name.and_then(|officer| officer.name.as_deref()).filter(|_| !self.redact);
                let name = name.map(|name| format!(", {name}")).unwrap_or_default();
                entered.troubles.push(format!(
                    "{label}: {entered_words} on {roster} {word} {line}{name}: the PTB ID is the same, the last name \
                     is not; look at both"
                ));
            }
        }
        for UnmatchedPerson { earned: of, why } in &plan.unmatched {
            entered.troubles.push(format!("{}: not entered in {}: {why}", self.label(*of), self.roster));
        }
        entered
    }

    /// Returns the sentence about a word beside the day that is not the one of the sheet, and stays.
    fn beside(&self, of: usize, line: u64) -> Option<String> {
        let column = self.beside?;
        let of_sheet = self.earned.get(of)?.beside;
        let on_roster = self.officers.iter().find(|officer| officer.line == line)?.beside;
        let place = format!("{}: {} {} {line}", self.label(of), self.roster, self.row);
        let name = column.name();
        match (on_roster, of_sheet) {
            (Some(_), None) => Some(format!(
                "{place}: {name} stays as it was, which may be of an earlier test; the sheet does not say it of this \
                 one"
            )),
            (on_roster, Some(word)) if on_roster != Some(word) => {
                Some(format!("{place}: {name} stays as it was, but the sheet says {word}; look at both"))
            }
            _ => None,
        }
    }

    /// Returns how many days were entered, and where.
    fn sum(&self, set: &[&DayUpdate]) -> String {
        let days = count_words(set.len() as i64, self.kind.noun);
        let lines: Vec<String> = set.iter().map(|update| update.line.to_string()).collect();
        let lines = match lines.len() {
            0 => String::new(),
            1 => format!(", on {} {}", self.row, lines.concat()),
            _ => format!(", on {}s {}", self.row, lines.join(", ")),
        };
        let roster = self.path;
        match self.copy {
            Some(copy) if self.row == "row" => {
                format!(
                    "{copy}: a copy of {roster} as CSV, without its formats and formulas, with {days} entered{lines}"
                )
            }
            Some(copy) => format!("{copy}: a copy of {roster} with {days} entered{lines}"),
            None => format!("{roster}: {days} would be entered{lines}; --update FILE writes a copy with them"),
        }
    }

    fn label(&self, of: usize) -> &str {
        self.earned.get(of).map_or("", |earned| &earned.label)
    }
}
