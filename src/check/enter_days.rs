//! Qualification days entered in a roster: `--roster` shows which row would get which day, `--update` writes a copy.

use crate::check::enter_book::{copy_as_csv, is_named_as_workbook};
use crate::check::enter_plan::{DayUpdate, EntryPlan, RecordedDay, RosterRow, UnchangedRow, UnmatchedShooter, plan};
use crate::check::open;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::input::bytes::sha256_of;
use crate::input::csv::{Rewritten, set_days};
use crate::input::reader::{Batch, Reader};
use crate::input::rows::Rows;
use crate::input::sheet::{Input, Sheet};
use crate::model::officer::{Column, Officer, ROSTER};
use crate::model::shoot::Category;
use crate::output::destination::Output;
use crate::report::layout::person::file_name;
use crate::rules::firearms::result::FirearmsScore;
use crate::rules::firearms::score::FirearmsEntry;
use crate::words::{count_words, day_words};
use anyhow::{Context, bail};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A roster that has been opened, and the copy that will be written.
pub(crate) struct Roster {
    sheet: Sheet,
    /// The delimiter of a CSV or TSV roster; a workbook has none, and its copy is written as CSV.
    delimiter: Option<u8>,
    copy: Option<(Output, PathBuf)>,
}

/// The days entered, in sentences.
#[derive(Default)]
pub(crate) struct Entered {
    /// The days entered.
    pub(crate) notes: Vec<String>,
    /// Shooters who were not entered, and rows to look at: shown even with `--quiet`.
    pub(crate) troubles: Vec<String>,
    /// The roster that was read.
    pub(crate) input: Option<Input>,
    /// The copy, written and not in its place yet, and its path.
    pub(crate) copy: Option<(Output, String)>,
}

impl Roster {
    /// Opens the roster and the copy, after the files that are scored.
    ///
    /// # Errors
    /// A roster that cannot be read or written again, and a copy that would take the place of a file that is read.
    pub(crate) fn open(
        roster: &str,
        update: Option<&Path>,
        flags: &Flags,
        settings: &Settings,
    ) -> anyhow::Result<Self> {
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
        if sheet.header.place(Column::FirearmsQualified as usize).is_none() {
            let name = Column::FirearmsQualified.name();
            bail!("{roster}: there is no column {name} for the days; add one to the header first");
        }
        let copy = update.map(|path| anyhow::Ok((Output::open_copy(path)?, path.to_owned()))).transpose()?;
        Ok(Self { sheet, delimiter, copy })
    }

    /// Returns the roster itself.
    pub(crate) fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Enters the latest qualifying day of each shooter.
    ///
    /// # Errors
    /// When the roster cannot be read to its end or the copy cannot be written; no copy is left then.
    pub(crate) fn enter(
        mut self,
        entries: &[&FirearmsEntry],
        scores: &[FirearmsScore],
        flags: &Flags,
        settings: &Settings,
    ) -> anyhow::Result<Entered> {
        let (officers, batches) = self.read(flags, settings)?;
        let plan = plan(entries.iter().copied(), scores, &officers);
        let input = self.sheet.input();
        let path = self.sheet.path.clone();
        let bytes = std::fs::read(&*self.sheet.path).with_context(|| format!("{path}: cannot be read"))?;
        if sha256_of(&bytes) != input.sha256 {
            bail!("{path}: the file changed while it was read; nothing was written");
        }
        let column = Column::FirearmsQualified as usize;
        let header = &self.sheet.header;
        let Rewritten { bytes, not_set } = match self.delimiter {
            Some(delimiter) => set_days(&bytes, delimiter, header, column, &plan.days()),
            None => copy_as_csv(header, &batches, column, &plan.days()),
        }
        .with_context(|| path.clone())?;
        let copy = match self.copy {
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
            scores,
            officers: &officers,
            redact: flags.redact,
            row: if self.delimiter.is_some() { "line" } else { "row" },
        };
        let mut entered = account.of(&plan, &not_set);
        entered.input = Some(input);
        entered.copy = copy;
        Ok(entered)
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
                officers.push(RosterRow::of((header.record_word(), row.line), &officer));
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
    scores: &'t [FirearmsScore<'t>],
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
        for UnchangedRow { line, day, shows, score } in &plan.unchanged {
            let why = if shows == day { "already".to_owned() } else { format!("later than {}", day_words(*day)) };
            entered.notes.push(format!(
                "{}: kept, {} {word} {line} shows {}, {why}",
                self.label(*score),
                self.roster,
                day_words(*shows)
            ));
        }
        for update in &plan.updates {
            let (label, roster, line) = (self.label(update.score), self.roster, update.line);
            if let Some(why) = why_not(line) {
                entered.troubles.push(format!("{label}: not entered on {roster} {word} {line}: {why}"));
                continue;
            }
            let category = self.scores.get(update.score).and_then(|score| score.category);
            if category != Some(Category::Duty) {
                let category = category.map_or("(category unreadable)", Category::word);
                entered.notes.push(format!(
                    "{label}: {entered_words} on {roster} {word} {line} from a course fired as {category}"
                ));
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
        for UnmatchedShooter { score, why } in &plan.unmatched {
            entered.troubles.push(format!("{}: not entered in {}: {why}", self.label(*score), self.roster));
        }
        entered
    }

    /// Returns how many days were entered, and where.
    fn sum(&self, set: &[&DayUpdate]) -> String {
        let days = count_words(set.len() as i64, "qualification day");
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

    fn label(&self, score: usize) -> String {
        self.scores.get(score).map(|score| score.person().long()).unwrap_or_default()
    }
}
