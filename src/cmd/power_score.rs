//! `muster power score`: POWER sheets, or one person from flags, to results.

use super::Exit;
use super::faulty::{self, Said};
use super::scored::{Fault, Scored, passed_over, read_all, value};
use crate::cli::Flags;
use crate::config::Settings;
use crate::finding::{Status, StatusSet};
use crate::input::cells::{Reading, read_flag_day};
use crate::input::faults;
use crate::input::sheet::{Row, Sheet};
use crate::model::power_test::{Column, Impossible, POWER_SHEET, PowerTest, Sex};
use crate::report::{End, power_page};
use crate::rules::power::{Entry, Score, score};
use crate::text::day_words;
use crate::units::{Decimal, RunTime};
use anyhow::bail;
use chrono::NaiveDate;
use clap::Args;
use std::collections::HashSet;

/// POWER sheets to results: who passed, by how much, who may retest what and when
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster power score saturday.csv              a sheet of candidates
  muster power score saturday.csv retest.csv   with their retests
  muster power score -f csv *.csv > out.csv    for a spreadsheet
  muster power score --sex F --age 34 --sit-reach 16.5 --sit-ups 20 \\
      --body-weight 150 --bench-press 71 --run 17:38
",
    before_long_help = "\
Examples:
  muster power score saturday.csv              a sheet of candidates
  muster power score saturday.csv retest.csv   with their retests
  muster power score --ptb-id 0014107 *.csv    one candidate
  muster power score -f csv *.csv > out.csv    for a spreadsheet
  muster power score --sex F --age 34 --sit-reach 16.5 --sit-ups 20 \\
      --body-weight 150 --bench-press 71 --run 17:38
  muster template power > saturday.csv         a sheet to fill in

The table has a row a candidate: each event as result/standard with the margin
under it (positive is better than needed, the run in seconds), the outcome in
a word, and under a pass the last day on which a course may start. Below it
stand who may retest what and between which hours, what else there is to know,
and the pass rate by event.

Nothing is rounded: 87.99 percent of the body weight is less than 88, and
14:00.1 is slower than 14:00. All four events have to be passed. An event that
is blank or cannot be read leaves the test incomplete, neither passed nor
failed.

A retest belongs to the latest first test of the same PTB ID on or before its
day (where a row has no ID: of the same last name, first name and birth date),
in whichever of the files that stands. Only what was failed counts, and only
between 48 and 72 hours after the end of the first test by the clock in
Illinois. Give test_end and test_start with their clock times: with days alone
the hours cannot always be told, and a person must decide.

What is wrong in the file itself is named with its line and column and counts
as unknown.
",
    after_long_help = "\
Exit codes: 0 everybody passed, 1 a test is failed, invalid or incomplete or a
cell cannot be read (see --fail-on: fail and invalid count as overdue,
incomplete as unknown, review as review), 2 not carried out."
)]
pub struct ScoreArgs {
    /// POWER sheets: CSV, TSV, JSON or NDJSON; - is standard input
    #[arg(value_name = "FILE", required_unless_present_any = ONE_PERSON, conflicts_with_all = ONE_PERSON)]
    files: Vec<String>,

    /// M or F: the column of the standards
    #[arg(long, value_name = "SEX", value_parser = value::<Sex>, help_heading = ONE_PERSON_HEADING)]
    sex: Option<Sex>,

    /// Whole years on the day of the test
    #[arg(long, value_name = "YEARS", value_parser = value::<u32>, help_heading = ONE_PERSON_HEADING)]
    age: Option<u32>,

    /// Best of the trials, in inches
    #[arg(long, value_name = "INCHES", value_parser = value::<Decimal>, help_heading = ONE_PERSON_HEADING)]
    sit_reach: Option<Decimal>,

    /// Sit-ups in one minute
    #[arg(long, value_name = "COUNT", value_parser = value::<u32>, help_heading = ONE_PERSON_HEADING)]
    sit_ups: Option<u32>,

    /// Body weight in pounds
    #[arg(long, value_name = "POUNDS", value_parser = value::<Decimal>, help_heading = ONE_PERSON_HEADING)]
    body_weight: Option<Decimal>,

    /// Weight pushed once, in pounds
    #[arg(long, value_name = "POUNDS", value_parser = value::<Decimal>, help_heading = ONE_PERSON_HEADING)]
    bench_press: Option<Decimal>,

    /// 1.5 mile run in minutes and seconds
    #[arg(long, value_name = "MM:SS", value_parser = value::<RunTime>, help_heading = ONE_PERSON_HEADING)]
    run: Option<RunTime>,

    /// Day of the test [default: the day asked about]
    #[arg(long, value_name = "DATE", value_parser = read_flag_day, help_heading = ONE_PERSON_HEADING)]
    test_date: Option<NaiveDate>,
}

const ONE_PERSON: [&str; 8] = ["sex", "age", "sit_reach", "sit_ups", "body_weight", "bench_press", "run", "test_date"];
const ONE_PERSON_HEADING: &str = "One person in place of a file";

/// What makes the exit code 1 unless `--fail-on` says otherwise.
const FAILS: StatusSet = StatusSet::of(&[Status::Overdue, Status::Unknown]);
/// A run of which nothing else came has nothing wrong in it.
const CALM: StatusSet = StatusSet::of(&[Status::Met, Status::NotApplicable]);

/// Carries out the command.
///
/// # Errors
/// Files that cannot be read, and an output that cannot be written.
pub fn run(args: &ScoreArgs, flags: &Flags) -> anyhow::Result<Exit> {
    if !flags.agency.is_empty() {
        bail!("a POWER sheet has no column for the agency; pick candidates with --ptb-id");
    }
    let settings = Settings::load(flags)?;
    if args.files.is_empty() {
        let test = args.one_person(flags.as_of())?;
        let mut scores = score(&[Entry { file: "", line: 1, test }]);
        scores.iter_mut().for_each(|score| (score.file, score.line) = (None, None));
        let mut end = End::default();
        end.summary.records = 1;
        return report(Answers { scores, findings: Vec::new(), stopped: None }, end, flags, &settings);
    }
    let mut sheets = faulty::open_all(&args.files, flags, &settings, &POWER_SHEET)?;
    let mut end = End::default();
    let (batches, mut stopped) = read_all(&mut sheets, flags, &mut end);
    let asking = Asking { flags, reading: faulty::reading(flags, &settings), wanted: faulty::wanted_ids(flags) };
    let mut entries = Vec::new();
    let mut chosen = HashSet::new();
    let mut findings = Vec::new();
    let mut ahead = 0_i64;
    for (at, rows) in &batches {
        let Some(sheet) = sheets.get(*at) else { continue };
        for row in rows.iter() {
            let (entry, taken) = asking.look_at(&row, sheet, &mut findings);
            end.summary.records += u64::from(taken);
            let Some(entry) = entry else { continue };
            // Looking back, what came later had not happened yet.
            if flags.rewind && entry.test.test_day().is_some_and(|day| day > flags.as_of()) {
                ahead += i64::from(taken);
                continue;
            }
            if taken {
                chosen.insert((entry.file, entry.line));
            }
            entries.push(entry);
        }
    }
    let mut scores = score(&entries);
    scores.retain(|score| score.file.zip(score.line).is_none_or(|place| chosen.contains(&place)));
    if ahead > 0 {
        end.notes.push(passed_over(ahead, "test", flags.as_of()));
    }
    if end.summary.records == 0 && !asking.wanted.is_empty() {
        let nobody = "no record has this PTB ID; nothing was scored";
        end.notes.push(nobody.into());
        stopped = stopped.or_else(|| Some(anyhow::anyhow!(nobody)));
    }
    report(Answers { scores, findings, stopped }, end, flags, &settings)
}

impl ScoreArgs {
    /// The row that the flags stand for.
    fn one_person(&self, as_of: NaiveDate) -> anyhow::Result<PowerTest<'static>> {
        let tested = self.test_date.unwrap_or(as_of);
        if tested > as_of {
            bail!("{}", faulty::in_the_future("--test-date", tested, as_of));
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

/// What is asked of every row.
struct Asking<'f> {
    flags: &'f Flags,
    reading: Reading,
    wanted: Vec<String>,
}

impl Asking<'_> {
    /// Makes a test of a row, puts what is wrong with it among the findings, and tells whether it is asked about.
    fn look_at<'r>(&self, row: &Row<'r>, sheet: &'r Sheet, findings: &mut Vec<Fault<'r>>) -> (Option<Entry<'r>>, bool) {
        let as_of = self.flags.as_of();
        let redact = self.flags.redact;
        let mut said = faulty::of_row(row, &sheet.header, redact);
        let mut test = PowerTest::read(row, &sheet.header, &self.reading, |column, text| {
            said.push(Said::unreadable(row, &Column::SPECS[column as usize], text, redact));
        });
        let not_yet = self.flags.rewind && test.test_day().is_some_and(|day| day > as_of);
        if !not_yet {
            for (column, why) in test.strike_impossible_days(as_of) {
                let message = match why {
                    Impossible::InTheFuture(day) => faulty::in_the_future(column.name(), day, as_of),
                    Impossible::BornAfter(day) => {
                        format!("{} lies after the day of the test, {}", column.name(), day_words(day))
                    }
                };
                said.push(Said::fault(&faults::IMPOSSIBLE, row.line, Some(column.name()), message));
            }
        }
        let unclear = row.is_unreadable() || test.is_faulty(Column::PtbId);
        let taken = faulty::is_chosen(&self.wanted, test.ptb_id, unclear);
        if taken {
            said.sort_by_key(|said| (said.line, said.rule));
            let name = if redact || said.is_empty() { None } else { test.full_name() };
            let of_row = said.into_iter();
            findings.extend(of_row.map(|said| Fault {
                said,
                file: &sheet.path,
                ptb_id: test.ptb_id,
                name: name.clone(),
            }));
        }
        let entry = (!row.is_unreadable()).then(|| Entry { file: &sheet.path, line: row.line, test });
        (entry, taken)
    }
}

/// Everything that is to be told.
struct Answers<'r> {
    scores: Vec<Score<'r>>,
    findings: Vec<Fault<'r>>,
    stopped: Option<anyhow::Error>,
}

fn report(answers: Answers, mut end: End, flags: &Flags, settings: &Settings) -> anyhow::Result<Exit> {
    let Answers { mut scores, findings, stopped } = answers;
    end.summary.counts(scores.iter().map(|score| score.outcome.status()));
    if flags.redact {
        scores.iter_mut().for_each(|score| score.name = None);
    }
    end.closing = power_page::closing(&scores);
    let command = "power score";
    Scored { command, results: scores, faults: findings, stopped, calm: CALM, fails: FAILS }
        .report(end, flags, settings)
}
