//! `muster training check`: training records against the in-service mandates, officer by officer.

use crate::check::report::{Exit, FAILS, Run, SheetReport};
use crate::check::roster::judge::is_selected;
use crate::check::select::Selection;
use crate::check::training::{CheckedTraining, TrainingSheets, unmatched};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Status, StatusSet};
use crate::hint::with_hint;
use crate::input::days::read_flag_day;
use crate::model::training::TRAINING_SHEET;
use crate::report::item::End;
use crate::report::page::training::TrainingSheet;
use crate::report::page::training_short;
use crate::rules::training::mandates::MANDATES;
use crate::rules::training::result::{MandateSummary, TrainingResult, summary};
use crate::words::{count_words, day_words};
use anyhow::bail;
use chrono::NaiveDate;
use clap::Args;
use std::path::PathBuf;

/// Check each officer against the in-service mandates: what counts, what is missing, by when
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster training check done.csv --roster roster.csv
  muster training check done.csv --roster roster.csv --courses cops.csv
  muster training check done.csv --roster roster.csv --ptb-id 0010234 --all
  muster training check done.csv --roster roster.csv --long   every sentence
  muster training check done.csv --roster roster.csv \\
      --only training-law-updates          one mandate
  muster template training > done.csv      records to fill in
  muster template courses > cops.csv       the list of approved courses

Yearly mandates count in the calendar year; three-year mandates in the three
years up to the officer's next signature on the portal; psychology of domestic
violence five years from the last completion; scenario-based force in its
published window; homicide investigators in the years of the certificate. A
completion counts for its own topic and once toward the 30 hours.

A window that has ended and was not met is overdue, if the officer was in
service for all of it and the records reach back to its first day: their
earliest completion, or --records-since. The window that runs is named beside
it.

Only courses that the Board certified count. A course of the COPS Training
Portal counts when the PTB ID is on the record and the course is on the list
of approved courses on the day it was completed. The sources do not name the
courses, so you supply the list: --courses, or approved_courses.csv in the configuration
folder. No course online counts for hands-on hours. Every completion that does
not count is named with the reason, and so is every completion of a person who
is not on the roster.

The table begins with what was read and which class to book: the number of
officers who lack each mandate. Then come officers, worst first, in a line for
each status and due day; what three or more owe by the same day is one line.
--long writes every sentence and note.
",
    after_long_help = "\
Exit codes: 0 nothing to act on, 1 a mandate is overdue or unknown, or a cell
cannot be read (see --fail-on), 2 could not run."
)]
pub struct CheckArgs {
    /// Training records: workbooks (.xlsx, .xls, .ods), CSV, TSV, JSON or NDJSON; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,

    /// Roster of the officers to check; can be repeated
    #[arg(long, value_name = "ROSTER", required = true)]
    roster: Vec<String>,

    /// Approved courses of the COPS Training Portal [default: approved_courses.csv in the configuration folder]
    #[arg(long, value_name = "FILE")]
    courses: Option<PathBuf>,

    /// First day of complete training records [default: their earliest completion]
    #[arg(long, value_name = "DATE", value_parser = read_flag_day)]
    records_since: Option<NaiveDate>,
}

/// The statuses in which nothing is wrong.
const CALM: StatusSet = StatusSet::of(&[Status::Met, Status::NotApplicable, Status::Open]);

/// Runs the command.
///
/// # Errors
/// Files that cannot be read, and an output that cannot be written.
pub fn run(args: &CheckArgs, flags: &Flags) -> anyhow::Result<Exit> {
    if !MANDATES.iter().any(|mandate| flags.asks(&mandate.rule)) {
        bail!(with_hint(
            "--only and --skip leave no in-service mandate to check",
            "the names begin with training-; other rules are checked by `muster roster check`"
        ));
    }
    let settings = Settings::load(flags)?;
    let mut end = End::default();
    let courses = (args.courses.as_ref(), &TRAINING_SHEET);
    let sheets = TrainingSheets::open(&args.roster, &args.files, courses, (flags, &settings))?;
    sheets.check(args.records_since, (flags, &settings), &mut end, |training, end| {
        report(training, std::mem::take(end), flags, &settings)
    })
}

fn report(training: CheckedTraining, mut end: End, flags: &Flags, settings: &Settings) -> anyhow::Result<Exit> {
    let CheckedTraining { checked, mut faults, roster, mut stopped, facts } = training;
    let run = Run::new("training check", flags, settings).of_files(facts).failing_on(FAILS);
    let selection = Selection::of(flags);
    let selected = roster.iter().map(|row| is_selected(&row.record, false, &selection));
    let mut results: Vec<TrainingResult> =
        checked.results.into_iter().zip(selected).filter_map(|(result, selected)| selected.then_some(result)).collect();
    for result in &mut results {
        if flags.redact {
            result.name = None;
            result.refused.iter_mut().for_each(|refused| refused.course = None);
        }
        result.items.retain(|item| flags.asks(&item.of.rule));
    }
    // A run about a few officers leaves out the records of the others.
    if selection.is_everything() {
        faults.extend(checked.unmatched.into_iter().map(|completion| unmatched(completion, flags.redact)));
    } else {
        let known: Vec<Option<&str>> = results.iter().map(|result| result.ptb_id).collect();
        faults.retain(|fault| fault.ptb_id.is_none() || known.contains(&fault.ptb_id.as_deref()));
    }
    selection.stop_if_nothing(!results.is_empty(), ("officer on the roster", "checked"), &mut end, &mut stopped);
    end.summary.records = results.len() as u64;
    for result in &results {
        end.summary.counts(result.items.iter().map(|item| item.status));
    }
    let summary = summary(&results);
    let to_do = |mandate: &MandateSummary| {
        [Status::Overdue, Status::Unknown, Status::Review, Status::DueSoon]
            .iter()
            .any(|status| mandate.tally.of(*status) > 0)
    };
    end.by_mandate =
        summary.into_iter().filter(to_do).map(|summary| (summary.mandate.to_owned(), summary.tally)).collect();
    end.closing.push(closing(&results, flags));
    for result in &mut results {
        result.notes.retain(|note| note.about().is_none_or(|mandate| flags.asks(&mandate.rule)));
        if run.format.is_page() {
            // A note on a mandate or on the records holds for everybody, and a page says it once.
            let shared = result.notes.extract_if(.., |note| note.is_shared());
            end.notes.extend(shared.map(|note| note.to_string()));
        }
    }
    end.notes.sort();
    end.notes.dedup();
    if run.format.is_page() && !flags.long {
        end.notes.extend(training_short::notes(&results));
    }
    SheetReport {
        results: results.iter().map(|result| TrainingSheet { result, all: flags.all }).collect(),
        faults,
        stopped,
        // The summary is known already.
        count: |_, _| (),
        closing: |_| Vec::new(),
        worst_first: Some(|sheet: &TrainingSheet| sheet.result.worst()),
        short: Some(training_short::show),
        calm: CALM,
    }
    .write(run, end)
}

/// `5 officers held against the mandates on 21 Nov 2026: 2 lack nothing.`
fn closing(results: &[TrainingResult], flags: &Flags) -> String {
    let fine = results.iter().filter(|result| CALM.has(result.worst())).count();
    format!(
        "{} held against the in-service mandates on {}: {fine} with nothing to do.",
        count_words(results.len() as i64, "officer"),
        day_words(flags.as_of())
    )
}
