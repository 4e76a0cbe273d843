//! `muster exam check`: academy and examination sheets to results.

use crate::check::file_facts::FileFacts;
use crate::check::open;
use crate::check::report::{Exit, FAILS, Run, SheetReport};
use crate::check::sheet::SheetRows;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Status, StatusSet};
use crate::model::exam::{EXAM_SHEET, Trainee};
use crate::report::item::End;
use crate::report::page::exam;
use crate::rules::exam::{ExamResult, check};
use anyhow::bail;
use clap::Args;

/// Check each trainee: attendance, average, eligibility, the examination, attempts left
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster exam check class.csv               a class, trainee by trainee
  muster exam check --ptb-id 0031002 *.csv  one trainee
  muster exam check -f csv *.csv > out.csv  for a spreadsheet
  muster template exam > class.csv          a sheet to fill in

A full-time trainee may miss ten percent of the hours of instruction, no more;
if not every absence was excused, the Academy Director decides (review). A
part-time course is attended in full. The written average must reach 70
percent, notebook and skills must be satisfactory, the firearms course passed,
and an agency must employ the trainee. Then the trainee may sit the
comprehensive examination: at most two retakes with one appointment, each on
the chief's written request. The Equivalency Examination allows three attempts
in a career; that they are counted from 15 December 2022 is a reading.

A score is percent (exam_score) or correct answers of 200 (exam_correct).
Nothing is rounded: 131 of 200 is 65.5 percent and fails, 132 passes. For an
examination before 15 December 2022 no pass mark is known, and the result is
incomplete. A blank cell is never a pass: the note names the cell. Illness
excused by the proctor is not counted as an attempt; after a disruption report
the result is left to the Executive Director (review).

The table has a row for each trainee, worst first: the share of hours missed,
the average, the score with the pass mark below it, the outcome, and the
attempts left or, before an examination, whether the trainee may sit it.
Reasons are below the table. Machine formats keep the order of the file.
",
    after_long_help = "\
Exit codes: 0 everyone passed, 1 someone failed, is not eligible or is
incomplete, or a cell cannot be read (see --fail-on: failed and not eligible
count as overdue, incomplete as unknown, review as review), 2 could not run."
)]
pub struct CheckArgs {
    /// Academy and examination sheets: workbooks (.xlsx, .xls, .ods), CSV, TSV, JSON or NDJSON; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,
}

/// Runs the command.
///
/// # Errors
/// Files that cannot be read, and an output that cannot be written.
pub fn run(args: &CheckArgs, flags: &Flags) -> anyhow::Result<Exit> {
    if !flags.agency.is_empty() {
        bail!("an academy sheet has no column for the agency; pick trainees with --ptb-id");
    }
    let settings = Settings::load(flags)?;
    let mut sheets = open::open_all(&args.files, flags, &settings, &EXAM_SHEET)?;
    let facts = FileFacts::of(&sheets, &settings);
    let mut end = End::default();
    let mut rows = SheetRows::read(&mut sheets, flags, &mut end);
    let trainees = rows.records::<Trainee>(flags, &settings, "checked", &mut end);
    let result = |entry| {
        let mut result: ExamResult = check(entry, flags.as_of());
        result.name = result.name.filter(|_| !flags.redact);
        result
    };
    SheetReport {
        results: trainees.selected().into_iter().map(result).collect(),
        faults: trainees.faults,
        stopped: trainees.stopped,
        count: |result: &ExamResult, tally| tally.count(result.outcome.status()),
        closing: exam::closing,
        worst_first: Some(|result| result.outcome.status()),
        short: None,
        calm: StatusSet::of(&[Status::Met]),
    }
    .write(Run::new("exam check", flags, &settings).of_files(facts).failing_on(FAILS), end)
}
