//! `muster training check`: training records against the in-service mandates, officer by officer.

use crate::check::report::Exit;
use crate::check::report::Scored;
use crate::check::roster::Select;
use crate::check::training::{Looked, look, nobodys};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Status, StatusSet};
use crate::report::Format;
use crate::report::item::End;
use crate::report::page::training::TrainingSheet;
use crate::rules::training::check::{MandateSummary, TrainingResult, summary};
use crate::rules::training::mandates::MANDATES;
use crate::words::{count_words, day_words};
use clap::Args;
use std::cmp::Reverse;
use std::path::PathBuf;

/// Check each officer against the in-service mandates: what counts, what is missing, by when
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster training check done.csv --roster roster.csv
  muster training check done.csv --roster roster.csv --courses cops.csv
  muster training check done.csv --roster roster.csv --ptb-id 0010234 --all
  muster training check done.csv --roster roster.csv \\
      --only training-law-updates          one mandate
  muster template training > done.csv      records to fill in
  muster template courses > cops.csv       the list of approved courses

Yearly mandates count in the calendar year; three-year mandates in the three
years up to the officer's next signature on the portal; psychology of domestic
violence five years from the last completion; scenario-based force in its
published window; homicide investigators in the years of the certificate. A
completion counts for its own topic and once toward the 30 hours.

Only courses that the Board certified count. A course of the COPS Training
Portal counts when the PTB ID is on the record and the course is on the list
of approved courses on the day it was completed. No source publishes this
list, so it is yours: --courses, or approved_courses.csv in the configuration
folder. Every completion that does not count is named with the reason, and so
is every completion of a person who is not on the roster.

The table shows officers worst first, then which class to book: the number of
officers who lack each mandate.
",
    after_long_help = "\
Exit codes: 0 nothing to act on, 1 a mandate is overdue or unknown, or a cell
cannot be read (see --fail-on), 2 could not run."
)]
pub struct CheckArgs {
    /// Training records: CSV, TSV, JSON or NDJSON; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,

    /// Roster of the officers to check; can be repeated
    #[arg(long, value_name = "ROSTER", required = true)]
    roster: Vec<String>,

    /// Approved courses of the COPS Training Portal [default: approved_courses.csv in the configuration folder]
    #[arg(long, value_name = "FILE")]
    courses: Option<PathBuf>,
}

/// The statuses that make the exit code 1 unless `--fail-on` names others.
const FAILS: StatusSet = StatusSet::of(&[Status::Overdue, Status::Unknown]);
/// A run of which nothing else came has nothing wrong in it.
const CALM: StatusSet = StatusSet::of(&[Status::Met, Status::NotApplicable, Status::Open]);

/// Runs the command.
///
/// # Errors
/// Files that cannot be read, and an output that cannot be written.
pub fn run(args: &CheckArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let settings = Settings::load(flags)?;
    let mut end = End::default();
    look(&args.roster, &args.files, args.courses.as_ref(), flags, &settings, &mut end, |looked, end| {
        report(looked, std::mem::take(end), flags, &settings)
    })
}

fn report(looked: Looked, mut end: End, flags: &Flags, settings: &Settings) -> anyhow::Result<Exit> {
    let Looked { checked, mut faults, roster, mut stopped } = looked;
    let select = Select::of(flags);
    let chosen = roster.iter().map(|row| select.takes(&row.record, false));
    let mut results: Vec<TrainingResult> =
        checked.results.into_iter().zip(chosen).filter_map(|(result, chosen)| chosen.then_some(result)).collect();
    for result in &mut results {
        result.name = result.name.take().filter(|_| !flags.redact);
        result.items.retain(|item| flags.asks(&item.of.rule));
    }
    // Asked about a few, nobody wants to hear of the others' records.
    if select.is_everybody() {
        faults.extend(checked.strangers.into_iter().map(|stranger| nobodys(stranger, flags.redact)));
    } else {
        let known: Vec<Option<&str>> = results.iter().map(|result| result.ptb_id).collect();
        faults.retain(|fault| fault.ptb_id.is_none() || known.contains(&fault.ptb_id));
    }
    if results.is_empty() && !select.is_everybody() {
        let nobody = "no officer on the roster has this PTB ID or agency; nothing was checked";
        end.notes.push(nobody.into());
        stopped = stopped.or_else(|| Some(anyhow::anyhow!(nobody)));
    }
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
    let of_mandate = |note: &String| MANDATES.iter().find(|mandate| note.starts_with(&format!("{}: ", mandate.topic)));
    for result in &mut results {
        result.notes.retain(|note| of_mandate(note).is_none_or(|mandate| flags.asks(&mandate.rule)));
        if settings.format.value == Format::Table {
            // What is said of a mandate holds for everybody, and is told once.
            let told = result.notes.extract_if(.., |note| of_mandate(note).is_some());
            end.notes.extend(told);
        }
    }
    end.notes.sort();
    end.notes.dedup();
    // A person reads the worst first; a machine finds the roster's order.
    if settings.format.value == Format::Table {
        results.sort_by_key(|result| Reverse(result.worst()));
    }
    let sheet = |result| Some(TrainingSheet { result, all: flags.all });
    Scored {
        command: "training check",
        faults,
        stopped,
        count: |_, _| (),
        closing: |_| Vec::new(),
        worst_first: None,
        calm: CALM,
        fails: FAILS,
    }
    .report(&results, sheet, end, flags, settings)
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
