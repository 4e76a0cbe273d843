//! `muster firearms score`: firearms sheets, or one course from flags, to results; and from there to a roster.

use crate::check::enter_days::Roster;
use crate::check::enter_earned::{EarnedDay, QUALIFICATION};
use crate::check::file_facts::FileFacts;
use crate::check::report::{Exit, FAILS, Run, SheetReport};
use crate::check::sheet::SheetRows;
use crate::check::{open, own_course};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::cli::value::value;
use crate::finding::{Finding, Status, StatusSet};
use crate::input::days::read_flag_day;
use crate::model::shoot::{Category, FIREARMS_SHEET, Shoot, Stage12Yards};
use crate::report::item::End;
use crate::report::page::firearms;
use crate::rules::firearms::result::FirearmsScore;
use crate::rules::firearms::score::{FlagHits, score, score_flags};
use anyhow::bail;
use chrono::NaiveDate;
use clap::Args;
use std::path::PathBuf;

/// Score firearms sheets: who qualified, and what is missing on the sheet
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster firearms score saturday.csv                a day's sheet
  muster firearms score --course ours.toml *.csv    the agency's own course
  muster firearms score -f csv *.csv > out.csv      for a spreadsheet
  muster firearms score --hits 24                   one course by its hits
  muster firearms score --stages 2,2,2,2,2,2,3,3,3,2,1,3
  muster firearms score saturday.csv --roster roster.csv --update new.csv
  muster template firearms > saturday.csv           a sheet to fill in

The table has a row for each course fired: hits of rounds, percent (cut, never
rounded), the outcome, and the stages with misses (7:1 11:2 is one miss at
stage 7 and two at stage 11; 4:? is not known). An officer who fires twice has
two rows.

Nothing is assumed. A blank stage makes the course incomplete; it is not zero.
A stage with more hits than rounds, hits that differ from the sum of the
stages, a firearm that holds too few rounds, or a day in the future makes the
row invalid, and nothing on it counts. The reason is below the table.

--roster finds the row of each officer who qualified: by PTB ID, or, where the
sheet or the roster has none, by last name, first name and birth date. It
names those it cannot find. --update writes a copy of the roster with the
latest qualifying day in firearms_qualified and every other byte unchanged.
The roster itself is never changed.

An agency's own course is TOML or JSON: name, passing_percent, and a list of
stages, each with yards, rounds and seconds. It is refused when one of the
State's stages finds none as hard: from that distance, with as many rounds and
no more seconds a round. The stage is named.
",
    after_long_help = "\
Exit codes: 0 everyone qualified, 1 someone did not, a sheet is incomplete or
invalid, or a cell cannot be read (see --fail-on: not qualified and invalid
count as overdue, incomplete as unknown), 2 could not run."
)]
pub struct ScoreArgs {
    /// Firearms sheets: workbooks (.xlsx, .xls, .ods), CSV, TSV, JSON or NDJSON; - is standard input
    #[arg(value_name = "FILE", required_unless_present_any = ["hits", "stages"], conflicts_with_all = ONE_COURSE)]
    files: Vec<String>,

    /// The agency's own course, TOML or JSON; '' for the State's
    #[arg(long, value_name = "FILE", value_parser = crate::cli::flags::path)]
    course: Option<PathBuf>,

    /// Show which rows of this roster would get a qualification day
    #[arg(
        long,
        value_name = "ROSTER",
        requires = "files",
        conflicts_with_all = ONE_COURSE,
        help_heading = ROSTER_HEADING
    )]
    roster: Option<String>,

    /// Write a copy of the roster with those days; the roster itself is not changed
    #[arg(long, value_name = "OUT", requires = "roster", help_heading = ROSTER_HEADING)]
    update: Option<PathBuf>,

    /// Hits of the whole course
    #[arg(long, value_name = "N", value_parser = value::<u32>, help_heading = ONE_COURSE_HEADING)]
    hits: Option<u32>,

    /// Hits of each stage, separated by commas; leave a stage empty where it is blank
    #[arg(long, value_name = "N,N,...", value_parser = stages, help_heading = ONE_COURSE_HEADING)]
    stages: Option<StageList>,

    /// Distance of stage 12 in yards: 15 or 25 [default: 15]
    #[arg(long, value_name = "YARDS", value_parser = value::<Stage12Yards>, help_heading = ONE_COURSE_HEADING)]
    stage_12_yards: Option<Stage12Yards>,

    /// Qualification: duty, off-duty or retired [default: duty]
    #[arg(long, value_name = "CATEGORY", value_parser = value::<Category>, help_heading = ONE_COURSE_HEADING)]
    category: Option<Category>,

    /// Day of the shoot
    #[arg(long, value_name = "DATE", value_parser = read_flag_day, help_heading = ONE_COURSE_HEADING)]
    date: Option<NaiveDate>,
}

const ONE_COURSE: [&str; 5] = ["hits", "stages", "stage_12_yards", "category", "date"];
const ONE_COURSE_HEADING: &str = "One course in place of a file";
const ROSTER_HEADING: &str = "Roster";

/// The hits of `--stages`.
#[derive(Clone, Debug)]
struct StageList(Vec<Option<u32>>);

fn stages(text: &str) -> Result<StageList, String> {
    let hits = |text: &str| match text.trim() {
        "" | "-" => Ok(None),
        text => value::<u32>(text).map(Some).map_err(|_| format!("'{text}' is no number of hits")),
    };
    text.split(',').map(hits).collect::<Result<_, _>>().map(StageList)
}

/// Runs the command.
///
/// # Errors
/// Files that cannot be read, a course that is easier than the State's, and an output that cannot be written.
pub fn run(args: &ScoreArgs, flags: &Flags) -> anyhow::Result<Exit> {
    if !flags.agency.is_empty() {
        bail!("a firearms sheet has no column for the agency; pick shooters with --ptb-id");
    }
    let settings = Settings::load(flags)?;
    let as_of = flags.as_of();
    let own = own_course::load(args.course.as_ref(), &settings, as_of);
    let sheets = open::open_all(&args.files, flags, &settings, &FIREARMS_SHEET);
    let roster = Roster::open(&QUALIFICATION, args.roster.as_deref(), args.update.as_deref(), flags, &settings);
    let opened = open::both(sheets, roster);
    let (own, (mut sheets, roster)) = open::both(own, opened)?;
    let mut end = End::default();
    end.notes.extend(own.iter().flat_map(|own| own.notes.iter().cloned()));
    let course = own.as_ref().map(|own| &own.course);
    let run = Run::new("firearms score", flags, &settings).failing_on(FAILS);
    if args.files.is_empty() {
        end.summary.records = 1;
        let results = vec![score_flags(&args.fired(), course, as_of)];
        return report(results, Vec::new(), None).write(run, end);
    }
    let run = run.of_files(FileFacts::of(sheets.iter().chain(roster.as_ref().map(Roster::sheet)), &settings));
    let mut rows = SheetRows::read(&mut sheets, flags, &mut end);
    let shooters = rows.records::<Shoot>(flags, &settings, "scored", &mut end);
    let entries = shooters.selected();
    let result = |entry: &&_| {
        let mut score = score(entry, course, as_of);
        score.name = score.name.filter(|_| !flags.redact);
        score
    };
    let results: Vec<FirearmsScore> = entries.iter().map(result).collect();
    let mut copy = None;
    match roster {
        Some(_) if shooters.stopped.is_some() => end.notes.push("nothing was entered in a roster".into()),
        Some(roster) => {
            let earned = entries.iter().zip(&results).filter_map(|(entry, score)| EarnedDay::of_course(entry, score));
            copy = roster.enter(&earned.collect::<Vec<_>>(), flags, &settings, &mut end)?;
        }
        None => {}
    }
    report(results, shooters.faults, shooters.stopped).write(run.placing(copy), end)
}

fn report<'r>(
    results: Vec<FirearmsScore<'r>>,
    faults: Vec<Finding<'r>>,
    stopped: Option<anyhow::Error>,
) -> SheetReport<'r, FirearmsScore<'r>> {
    SheetReport {
        results,
        faults,
        stopped,
        count: |score, tally| tally.count(score.outcome.status()),
        closing: firearms::closing,
        worst_first: None,
        short: None,
        calm: StatusSet::of(&[Status::Met]),
    }
}

impl ScoreArgs {
    /// Returns the course that the flags describe.
    fn fired(&self) -> FlagHits {
        FlagHits {
            stages: self.stages.as_ref().map(|list| list.0.clone()).unwrap_or_default(),
            hits: self.hits,
            stage_12_yards: self.stage_12_yards,
            category: self.category,
            date: self.date,
        }
    }
}
