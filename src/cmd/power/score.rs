//! `muster power score`: POWER sheets, or one person from flags, to results.

use crate::check::enter_days::Roster;
use crate::check::enter_earned::{EarnedDay, POWER};
use crate::check::file_facts::FileFacts;
use crate::check::open;
use crate::check::report::{Exit, FAILS, Run, SheetReport};
use crate::check::sheet::SheetRows;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::cli::value::value;
use crate::finding::{Finding, Status, StatusSet};
use crate::input::days::read_flag_day;
use crate::model::Impossible;
use crate::model::officer::Column;
use crate::model::performance::Performance;
use crate::model::power_test::{POWER_SHEET, PowerEntry, PowerTest, Sex};
use crate::report::item::End;
use crate::report::page::{power, retest};
use crate::rules::power::figures::figures;
use crate::rules::power::pairing::pair;
use crate::rules::power::result::PowerScore;
use crate::rules::power::retest_sheet::{self, RetestEntry};
use crate::rules::power::score::{score, score_test};
use crate::values::decimal::Decimal;
use crate::values::run_time::RunTime;
use anyhow::bail;
use chrono::NaiveDate;
use clap::Args;
use std::path::PathBuf;

/// Score POWER tests: who passed, by how much, who may retest what and when
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster power score saturday.csv              a sheet of candidates
  muster power score --retests saturday.csv    who may retake what, and when
  muster power score --retests -f csv saturday.csv > monday.csv   to fill in
  muster power score saturday.csv monday.csv   with their retests
  muster power score *.csv --roster roster.csv --update new.csv
  muster power score --ptb-id 0014107 *.csv    one candidate
  muster power score -f csv *.csv > out.csv    for a spreadsheet
  muster power score --sex F --age 34 --sit-reach 16.5 --sit-ups 20 \\
      --body-weight 150 --bench-press 71 --run 17:38
  muster template power > saturday.csv         a sheet to fill in

The table has a row for each candidate: each event as result/standard with the
margin below it (positive is better than needed; the run is in seconds), the
outcome, and after a pass the last day on which a course may start. Below the
table: who may retest which events and between which hours, other notes, and
the pass rate of each event.

Nothing is rounded: 87.99 percent of the body weight is less than 88, and
14:00.1 is slower than 14:00. All four events must be passed. A test with an
event that is blank or cannot be read is incomplete, neither passed nor failed.
A value that cannot be, such as a reach of 42 inches or a run of 74 minutes,
leaves the test to a person (review), with the unit named.

A retest belongs to the latest first test of the same PTB ID on or before its
day, in any of the files. Rows without an ID are matched by last name, first
name and birth date. Only the failed events count, and only from 48 to 72
hours after the end of the first test by the clock in Illinois. Give test_end
and test_start with their clock times; with days alone the hours are not
always certain, and the outcome is then review.

--retests writes the retest sheet in place of the results: each candidate with
failed events, the hours, and whether a retest may still be taken on the --as-of
day: open, ahead (later), review (a person decides), unknown, over, or taken.
In CSV it has the columns of a POWER sheet with the first ones filled: write in
what was retaken, and score both sheets together. Of a candidate without a PTB
ID write the birth date too, which joins the retest to the first test: no
birth date is on the sheet.

--roster finds the row of each candidate who passed: by PTB ID, or, where the
sheet or the roster has none, by last name, first name and birth date. It
names those it cannot find. --update writes a copy of the roster with the day
in power_passed, the sheet's administrator in power_administrator where both
have that column, and every other byte unchanged. After a retest it is the day
of the first test, from which the days until a course are counted. The roster
itself is never changed.

A mistake in the file itself is reported with its line and column and counts
as unknown.
",
    after_long_help = "\
Exit codes: 0 everyone passed, 1 a test is failed, invalid or incomplete or a
cell cannot be read (see --fail-on: fail and invalid count as overdue,
incomplete as unknown, review as review), 2 could not run."
)]
pub struct ScoreArgs {
    /// POWER sheets: workbooks (.xlsx, .xls, .ods), CSV, TSV, JSON or NDJSON; - is standard input
    #[arg(value_name = "FILE", required_unless_present_any = ONE_PERSON, conflicts_with_all = ONE_PERSON)]
    files: Vec<String>,

    /// Show which rows of this roster would get the day of a POWER test
    #[arg(
        long,
        value_name = "ROSTER",
        requires = "files",
        conflicts_with_all = ONE_PERSON,
        help_heading = ROSTER_HEADING
    )]
    roster: Option<String>,

    /// Write a copy of the roster with those days; the roster itself is not changed
    #[arg(long, value_name = "OUT", requires = "roster", help_heading = ROSTER_HEADING)]
    update: Option<PathBuf>,

    /// Write the retest sheet of the day: who may retake which events, and when
    #[arg(long, requires = "files", conflicts_with_all = ONE_PERSON, conflicts_with = "roster")]
    retests: bool,

    /// Sex of the candidate, M or F
    #[arg(long, value_name = "SEX", value_parser = value::<Sex>, help_heading = ONE_PERSON_HEADING)]
    sex: Option<Sex>,

    /// Age in whole years on the day of the test
    #[arg(long, value_name = "YEARS", value_parser = value::<u32>, help_heading = ONE_PERSON_HEADING)]
    age: Option<u32>,

    /// Sit and reach: best of the trials, in inches
    #[arg(long, value_name = "INCHES", value_parser = value::<Performance<Decimal>>, help_heading = ONE_PERSON_HEADING)]
    sit_reach: Option<Performance<Decimal>>,

    /// Sit-ups in one minute
    #[arg(long, value_name = "COUNT", value_parser = value::<Performance<u32>>, help_heading = ONE_PERSON_HEADING)]
    sit_ups: Option<Performance<u32>>,

    /// Body weight in pounds
    #[arg(long, value_name = "POUNDS", value_parser = value::<Decimal>, help_heading = ONE_PERSON_HEADING)]
    body_weight: Option<Decimal>,

    /// Bench press: weight pushed once, in pounds
    #[arg(long, value_name = "POUNDS", value_parser = value::<Performance<Decimal>>, help_heading = ONE_PERSON_HEADING)]
    bench_press: Option<Performance<Decimal>>,

    /// 1.5 mile run in minutes and seconds
    #[arg(long, value_name = "MM:SS", value_parser = value::<Performance<RunTime>>, help_heading = ONE_PERSON_HEADING)]
    run: Option<Performance<RunTime>>,

    /// Day of the test [default: the --as-of day]
    #[arg(long, value_name = "DATE", value_parser = read_flag_day, help_heading = ONE_PERSON_HEADING)]
    test_date: Option<NaiveDate>,
}

const ONE_PERSON: [&str; 8] = ["sex", "age", "sit_reach", "sit_ups", "body_weight", "bench_press", "run", "test_date"];
const ONE_PERSON_HEADING: &str = "One person in place of a file";
const ROSTER_HEADING: &str = "Roster";

/// The statuses in which nothing is wrong.
const CALM: StatusSet = StatusSet::of(&[Status::Met, Status::NotApplicable]);

/// Runs the command.
///
/// # Errors
/// Files that cannot be read, and an output that cannot be written.
pub fn run(args: &ScoreArgs, flags: &Flags) -> anyhow::Result<Exit> {
    if !flags.agency.is_empty() {
        bail!("a POWER sheet has no column for the agency; pick candidates with --ptb-id");
    }
    let settings = Settings::load(flags)?;
    let run = Run::new("power score", flags, &settings).failing_on(FAILS);
    let mut end = End::default();
    if args.files.is_empty() {
        end.summary.records = 1;
        let entry = PowerEntry { file: "", line: 1, sheet: None, record: args.one_person(flags.as_of())? };
        let mut results = score(std::slice::from_ref(&entry));
        end.figures = Some(figures(&results));
        results.iter_mut().for_each(|score| (score.file, score.line) = (None, None));
        return report(results, Vec::new(), None).write(run, end);
    }
    let sheets = open::open_all(&args.files, flags, &settings, &POWER_SHEET);
    let roster = Roster::open(&POWER, args.roster.as_deref(), args.update.as_deref(), flags, &settings);
    let (mut sheets, roster) = open::both(sheets, roster)?;
    let run = run.of_files(FileFacts::of(sheets.iter().chain(roster.as_ref().map(Roster::sheet)), &settings));
    let mut rows = SheetRows::read(&mut sheets, flags, &mut end);
    let tests = rows.records::<PowerTest>(flags, &settings, "scored", &mut end);
    let pairs = pair(&tests.entries());
    let selected: Vec<_> = tests.selected_indices().filter_map(|index| pairs.get(index)?.as_ref()).collect();
    let result = |pair: &&_| {
        let mut score = score_test(pair);
        score.name = score.name.filter(|_| !flags.redact);
        score
    };
    let results: Vec<PowerScore> = selected.iter().map(result).collect();
    end.figures = Some(figures(&results));
    if args.retests {
        let sheet = selected.iter().zip(&results);
        let mut sheet: Vec<RetestEntry> =
            sheet.filter_map(|(pair, score)| RetestEntry::of(pair, score, flags.as_of())).collect();
        retest_sheet::sort(&mut sheet);
        // The tests are judged as without the sheet, and so is the exit code.
        end.summary.counts(results.iter().map(|score| score.outcome.status()));
        return SheetReport {
            results: sheet,
            faults: tests.faults,
            stopped: tests.stopped,
            count: |_, _| {},
            closing: retest::closing,
            worst_first: None,
            short: None,
            calm: CALM,
        }
        .write(run, end);
    }
    let mut copy = None;
    match roster {
        Some(_) if tests.stopped.is_some() => end.notes.push("nothing was entered in a roster".into()),
        Some(roster) => {
            let tells_giver = roster.has(Column::PowerAdministrator);
            let earned = selected.iter().zip(&results);
            let earned = earned.filter_map(|(pair, score)| EarnedDay::of_test(pair.entry, score, tells_giver));
            copy = roster.enter(&earned.collect::<Vec<_>>(), flags, &settings, &mut end)?;
        }
        None => {}
    }
    report(results, tests.faults, tests.stopped).write(run.placing(copy), end)
}

fn report<'r>(
    results: Vec<PowerScore<'r>>,
    faults: Vec<Finding<'r>>,
    stopped: Option<anyhow::Error>,
) -> SheetReport<'r, PowerScore<'r>> {
    SheetReport {
        results,
        faults,
        stopped,
        count: |score, tally| tally.count(score.outcome.status()),
        closing: power::closing,
        worst_first: None,
        short: None,
        calm: CALM,
    }
}

impl ScoreArgs {
    /// Returns the row that the flags describe.
    fn one_person(&self, as_of: NaiveDate) -> anyhow::Result<PowerTest<'static>> {
        let tested = self.test_date.unwrap_or(as_of);
        if tested > as_of {
            bail!("{}", Impossible::InTheFuture(tested).sentence("--test-date", as_of));
        }
        Ok(PowerTest {
            sex: self.sex,
            age: self.age,
            test_date: Some(tested),
            sit_reach: self.sit_reach,
            sit_ups: self.sit_ups,
            body_weight: self.body_weight,
            bench_press: self.bench_press,
            run: self.run,
            ..PowerTest::default()
        })
    }
}
