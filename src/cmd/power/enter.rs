//! `muster power enter`: candidates entered at the track. Each is scored at once and becomes one whole row of a sheet.

use crate::check::enter_book::is_named_as_workbook;
use crate::check::open;
use crate::check::report::Exit;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::cmd::add_row::{text_of, with_row};
use crate::cmd::ask::{Stopped, Terminal, stopped};
use crate::hint::with_hint;
use crate::input::cells::Reading;
use crate::input::faults::unreadable;
use crate::input::header::{Header, OwnNames};
use crate::input::rows::Rows;
use crate::model::Record;
use crate::model::power_test::{Column, POWER_SHEET, PowerEntry, PowerTest};
use crate::output::destination::{Output, refuse_read_only};
use crate::report::Format;
use crate::report::page::power::{event_words, outcome_words};
use crate::rules::power::result::PowerScore;
use crate::rules::power::score::score;
use crate::rules::power::standards::Event;
use crate::words::count_words;
use anyhow::{Context, bail};
use clap::Args;
use std::io::Write;
use std::path::PathBuf;

/// Enter candidates at the track: asks, scores at once, and adds a row to a sheet
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster power enter --output saturday.csv     a new sheet, or more rows for it
  muster power enter -o saturday.csv --as-of 2026-06-06
  muster power score saturday.csv              the results of the day

Asks on the terminal for the PTB ID and the name, sex, birth date, the day of
the test (Enter takes the --as-of day, then the day before it), each event in
the legal order with its standard, and, where an event is failed, the clock
time of the end, from which the hours of the retest are counted. After each
event it says whether it is passed and by how much, and at the end whether the
test is, and what may be retested when. A value that cannot be read is asked
again. Enter leaves a cell blank, and a test with a blank event is incomplete.

A candidate becomes one whole row of the CSV sheet once you agree; a sheet that
does not exist yet begins with the header of `muster template power`. It is
replaced as a whole each time: a power cut leaves the old sheet or the new one.
Retests are written in the sheet of `muster power score --retests -f csv`.

Esc goes back to the question before. Ctrl-C stops; the rows before stay.
",
    after_long_help = "\
Exit codes: 0 at the end of the questions, 2 could not run, as without a
terminal, or stopped."
)]
pub struct EnterArgs {}

/// The questions about a candidate, in their order.
const QUESTIONS: [(Column, &str); 14] = [
    (Column::PtbId, "PTB ID"),
    (Column::LastName, "Last name"),
    (Column::FirstName, "First name"),
    (Column::Sex, "Sex, M or F"),
    (Column::BirthDate, "Birth date"),
    (Column::TestDate, "Day of the test"),
    (Column::SitReach1, "Sit and reach, first trial, in inches"),
    (Column::SitReach2, "Sit and reach, second trial"),
    (Column::SitReach3, "Sit and reach, third trial"),
    (Column::SitUps, "Sit-ups in one minute"),
    (Column::BodyWeight, "Body weight in pounds"),
    (Column::BenchPress, "Bench press in pounds"),
    (Column::Run, "1.5 mile run, in minutes and seconds"),
    (Column::TestEnd, "Clock time at the end of the test"),
];

/// Runs the command.
///
/// # Errors
/// A sheet to which no row can be added, no terminal to ask on, and a person who stops.
pub fn run(_: &EnterArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let settings = Settings::load(flags)?;
    let path = flags.output.clone().filter(|path| path.as_os_str() != "-");
    let path = path.with_context(|| {
        with_hint("the rows need a sheet of their own", "name one: muster power enter --output sheet.csv")
    })?;
    let cells = vec![String::new(); Column::ALL.len()];
    let how = open::reading(flags, &settings);
    let sheet = SheetFile { path, own: settings.columns.clone() };
    sheet.check()?;
    let Some(terminal) = Terminal::of(flags.screen_of_questions()) else {
        bail!(with_hint(
            "there is no terminal to ask on",
            "run the command on a terminal, or fill in the sheet of `muster template power`"
        ));
    };
    let day = how.as_of.to_string();
    let mut sitting = Sitting { sheet, terminal, how, day, cells, entered: 0 };
    match sitting.candidates() {
        Err(failure) if failure.is::<Stopped>() && sitting.entered > 0 => {
            bail!("stopped; {}, and nothing of one begun after that", sitting.told())
        }
        Err(failure) => return Err(failure),
        Ok(()) => sitting.terminal.show(&format!("{}.", sitting.told()))?,
    }
    Ok(Exit::Calm)
}

/// The sheet that rows are added to.
struct SheetFile {
    path: PathBuf,
    own: OwnNames,
}

impl SheetFile {
    /// Checks that a row could be added, before anything is asked.
    fn check(&self) -> anyhow::Result<()> {
        let shown = self.path.display();
        let is_other = |format| format != Format::Csv;
        if is_named_as_workbook(&self.path) || Format::by_ending(&self.path).is_some_and(is_other) {
            bail!(with_hint(
                format!("{shown}: rows are added to a CSV file, and its name says another kind"),
                "name it .csv"
            ));
        }
        let sample: Vec<(usize, String)> =
            QUESTIONS.iter().map(|(column, _)| (*column as usize, "0".to_owned())).collect();
        self.with(&sample)?;
        refuse_read_only(&self.path)?;
        // Nothing is written: the file under a temporary name goes again.
        Output::add_to(&self.path).map(drop)
    }

    /// Returns the sheet as it is now, with a row more.
    fn with(&self, cells: &[(usize, String)]) -> anyhow::Result<String> {
        let old = text_of(&self.path)?.unwrap_or_default();
        with_row(&old, &POWER_SHEET, &self.own, cells).with_context(|| format!("{}: not changed", self.path.display()))
    }

    /// Adds a row: the sheet is the old one or the new one at any moment.
    fn add(&self, cells: &[(usize, String)]) -> anyhow::Result<()> {
        let text = self.with(cells)?;
        let mut sheet = Output::add_to(&self.path)?;
        sheet.write_all(text.as_bytes())?;
        sheet.commit()
    }
}

/// The questions about one candidate after the other.
struct Sitting {
    sheet: SheetFile,
    terminal: Terminal,
    how: Reading,
    /// The day of the test that is proposed.
    day: String,
    /// What was typed about this candidate, by column.
    cells: Vec<String>,
    /// The number of rows added.
    entered: i64,
}

/// What became of a candidate.
enum Candidate {
    /// A row of the sheet.
    Entered,
    /// Nothing, as the person decided.
    Dropped,
    /// The person went back before the first question.
    Back,
}

impl Sitting {
    /// Asks about candidates until there is no other.
    fn candidates(&mut self) -> anyhow::Result<()> {
        loop {
            match self.candidate()? {
                Candidate::Entered => self.entered += 1,
                Candidate::Dropped => {}
                Candidate::Back if self.entered == 0 => return Err(stopped()),
                Candidate::Back => {}
            }
            if self.terminal.agree("Another candidate?", true)? != Some(true) {
                return Ok(());
            }
        }
    }

    /// Asks about a candidate.
    fn candidate(&mut self) -> anyhow::Result<Candidate> {
        self.cells.iter_mut().for_each(String::clear);
        let mut at = 0;
        loop {
            let Some((column, question)) = QUESTIONS.get(at) else {
                match self.confirmed()? {
                    Some(true) => return Ok(Candidate::Entered),
                    Some(false) => return Ok(Candidate::Dropped),
                    None => {}
                }
                at = self.before(at).unwrap_or_default();
                continue;
            };
            if !self.is_asked(*column) {
                at += 1;
                continue;
            }
            match self.asked(*column, question)? {
                Some(typed) => {
                    self.put(*column, typed);
                    self.show_event(*column)?;
                    at += 1;
                }
                None => match self.before(at) {
                    Some(before) => at = before,
                    None => return Ok(Candidate::Back),
                },
            }
        }
    }

    /// Returns the place of the question before this one.
    fn before(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|at| QUESTIONS.get(*at).is_some_and(|(column, _)| self.is_asked(*column)))
    }

    /// Returns whether a question is asked of this candidate: the end of the test only after a failed event.
    fn is_asked(&self, column: Column) -> bool {
        let is_failed = |score: &PowerScore| score.events.iter().any(|event| event.passed == Some(false));
        column != Column::TestEnd || self.scored(is_failed).unwrap_or_default()
    }

    /// Asks for one cell until it can be read. `None` is to go back.
    fn asked(&self, column: Column, question: &str) -> anyhow::Result<Option<String>> {
        let needed = self.scored(|score| score.events.iter().find(|it| begins(column, it.event))?.required);
        let question = match needed.flatten() {
            Some(needed) => format!("{question} ({needed} needed)?"),
            None => format!("{question}?"),
        };
        let known = self.cells.get(column as usize).filter(|text| !text.is_empty());
        let proposed = known.or((column == Column::TestDate).then_some(&self.day));
        let (cells, how) = (self.cells.clone(), self.how.clone());
        let wrong = move |text: &str| wrong(&cells, column, text, &how);
        self.terminal.text(&question, proposed.map(String::as_str), wrong)
    }

    fn put(&mut self, column: Column, typed: String) {
        if column == Column::TestDate {
            self.day.clone_from(&typed);
        }
        if let Some(cell) = self.cells.get_mut(column as usize) {
            *cell = typed;
        }
    }

    /// Shows whether an event is passed, once all of it is there.
    fn show_event(&self, column: Column) -> anyhow::Result<()> {
        let event = match column {
            Column::SitReach3 => Event::SitAndReach,
            Column::SitUps => Event::SitUps,
            Column::BenchPress => Event::BenchPress,
            Column::Run => Event::Run,
            _ => return Ok(()),
        };
        let words = self.scored(|score| score.events.iter().find(|it| it.event == event).map(event_words));
        words.flatten().map_or(Ok(()), |words| self.terminal.show(&words))
    }

    /// Shows the outcome, and adds the row if the person agrees. `None` is to go back.
    fn confirmed(&self) -> anyhow::Result<Option<bool>> {
        let (outcome, notes) = self.scored(|score| (outcome_words(score), score.notes.clone())).unwrap_or_default();
        self.terminal.show("")?;
        self.terminal.show(&outcome)?;
        notes.iter().try_for_each(|note| self.terminal.show(&format!("note: {note}")))?;
        let question = format!("Enter this candidate in {}?", self.sheet.path.display());
        let agreed = self.terminal.agree(&question, true)?;
        if agreed == Some(true) {
            let row = read(&self.cells, &self.how, |test, _| {
                let text = |column| match column {
                    Column::Sex => test.sex.map(|sex| sex.letter().to_owned()),
                    column => test.text(column),
                };
                let cell = |column: &Column| Some((*column as usize, text(*column)?));
                Column::ALL.iter().filter_map(cell).collect::<Vec<_>>()
            });
            self.sheet.add(&row.unwrap_or_default())?;
        }
        self.terminal.show("")?;
        Ok(agreed)
    }

    /// Returns what `then` makes of the score of this candidate so far.
    fn scored<T>(&self, then: impl FnOnce(&PowerScore) -> T) -> Option<T> {
        read(&self.cells, &self.how, |test, _| {
            let entry = PowerEntry { file: "", line: 1, sheet: None, record: test.clone() };
            score(std::slice::from_ref(&entry)).first().map(then)
        })
        .flatten()
    }

    /// Returns how many rows were added.
    fn told(&self) -> String {
        let path = self.sheet.path.display();
        match self.entered {
            0 => "nothing was written".into(),
            entered => format!("{} entered in {path}", count_words(entered, "candidate")),
        }
    }
}

/// Returns whether the standard of an event is shown beside the question about a column.
fn begins(column: Column, event: Event) -> bool {
    column
        == match event {
            Event::SitAndReach => Column::SitReach1,
            Event::SitUps => Column::SitUps,
            Event::BenchPress => Column::BenchPress,
            Event::Run => Column::Run,
        }
}

/// Reads cells, one of each column, as those of a sheet are read. Passes on the record and the columns that cannot be
/// read.
fn read<T>(cells: &[String], how: &Reading, then: impl FnOnce(&mut PowerTest, &[Column]) -> T) -> Option<T> {
    let header = Header::new(Column::ALL.iter().map(|column| column.name()), Column::SPECS).ok()?;
    let rows = Rows::of_cells(cells.iter().map(String::as_str));
    let row = rows.iter().next()?;
    let mut faults = Vec::new();
    let mut test = PowerTest::read(&row, &header, how, |column, _| faults.push(column));
    Some(then(&mut test, &faults))
}

/// Returns what is wrong with a text typed for a column, if anything is.
fn wrong(cells: &[String], column: Column, text: &str, how: &Reading) -> Option<String> {
    let mut cells = cells.to_vec();
    if let Some(cell) = cells.get_mut(column as usize) {
        text.clone_into(cell);
    }
    let spec = &Column::SPECS[column as usize];
    let wrong = |test: &mut PowerTest, faults: &[Column]| {
        let is_blank = test.text(column).is_none();
        let is_needed = match column {
            Column::Sex | Column::BirthDate | Column::TestDate => true,
            // Nothing else names the candidate, or joins a retest.
            Column::LastName | Column::FirstName => test.ptb_id.is_none(),
            _ => false,
        };
        match () {
            () if faults.contains(&column) => Some(unreadable(spec, text, how, false)),
            () if is_blank && is_needed => Some(format!("expected {}", spec.expected)),
            () if !test.strike_lone_cells().is_empty() => Some("the clocks of Illinois skip that time".into()),
            () => test.strike_impossible_days(how.as_of).first().map(|(column, why)| why.sentence(column, how.as_of)),
        }
    };
    read(&cells, how, wrong).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::law::figure::day;

    fn wrong_in(known: &[(Column, &str)], column: Column, text: &str) -> Option<String> {
        let mut cells = vec![String::new(); Column::ALL.len()];
        known.iter().for_each(|(column, text)| cells[*column as usize] = (*text).to_owned());
        wrong(&cells, column, text, &Reading::on(day(2026, 6, 6)))
    }

    #[test]
    fn a_cell_is_read_as_on_a_sheet() {
        let id = [(Column::PtbId, "0012")];
        let born = [(Column::BirthDate, "1999-02-03")];
        for (known, column, text, expected) in [
            (&[][..], Column::PtbId, "", None),
            (&[], Column::PtbId, "123-45-6789", Some("ptb_id cannot be read")),
            (&[], Column::LastName, "", Some("expected a name")),
            (&id, Column::LastName, "", None),
            (&[], Column::Sex, "x", Some("expected M or F")),
            (&[], Column::Sex, "-", Some("expected M or F")),
            (&[], Column::Sex, "female", None),
            (&[], Column::BirthDate, "1999-02-30", Some("birth_date cannot be read")),
            (&born, Column::TestDate, "2026-06-06", None),
            (&born, Column::TestDate, "2026-06-07", Some("after the day asked about")),
            (&born, Column::TestDate, "1999-02-02", Some("birth_date lies after the day of the test")),
            (&[], Column::Run, "14.34", Some("run reads '14.34'; expected minutes and seconds")),
            (&[], Column::Run, "DNF", None),
            (&[], Column::SitUps, "33.5", Some("sit_ups reads '33.5'")),
            (&[], Column::SitUps, "", None),
            (&[(Column::TestDate, "2026-03-08")], Column::TestEnd, "2:30", Some("skip that time")),
            (&[(Column::TestDate, "2026-03-08")], Column::TestEnd, "3:30", None),
        ] {
            let told = wrong_in(known, column, text);
            match expected {
                None => assert_eq!(told, None, "{column:?} {text}"),
                Some(part) => assert!(told.as_ref().is_some_and(|told| told.contains(part)), "{text}: {told:?}"),
            }
        }
    }

    #[test]
    fn no_message_quotes_a_birth_date() {
        let told = wrong_in(&[], Column::BirthDate, "1999-02-30").unwrap();
        assert!(!told.contains("1999"), "{told}");
    }
}
