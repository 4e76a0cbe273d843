//! `muster permit check`: retired officers' applications and permits.

use crate::check::file_facts::FileFacts;
use crate::check::open;
use crate::check::report::{Exit, FAILS, Run, SheetReport};
use crate::check::sheet::SheetRows;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Status, StatusSet};
use crate::model::permit::{PERMIT_SHEET, RetiredOfficer};
use crate::report::item::End;
use crate::report::page::permit;
use crate::rules::permit::{PermitResult, check};
use anyhow::bail;
use clap::Args;

/// Check each applicant and permit: eligibility, fee and refund, last day
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster permit check retired.csv                      every applicant and permit
  muster permit check --as-of 2026-12-31 retired.csv   at the end of the year
  muster permit check -f csv retired.csv > out.csv     for a spreadsheet
  muster template permit > retired.csv                 a sheet to fill in

An applicant is eligible when every requirement of 20 Ill. Adm. Code 1720
Subpart C is met: good standing, arrest powers, ten years of service or a
service-connected disability, photographic identification, a valid FOID card,
residence, a clear background, and the rest. Each requirement that is not met
is named, and so is each one that is blank: a blank cell is never a yes.

The Board decides within 60 working days of the completed application; its
silence is not approval. A permit is good through the day before the same date
of the next year, and ends at once with the FOID card or a finding of guilt.
A change of address or telephone number is reported within 10 days.

The table has a row for each applicant, worst first: the outcome, the fee and
its refund, and the next days that matter. Reasons are below the table.
Machine formats keep the order of the file. The sheet has no PTB IDs, so with
--redact a row is named by its file and line.
",
    after_long_help = "\
Exit codes: 0 everyone is eligible or permitted, 1 someone is not eligible,
expired, revoked or incomplete, an address was reported late, or a cell cannot
be read (see --fail-on: incomplete counts as unknown, the others as overdue),
2 could not run."
)]
pub struct CheckArgs {
    /// Retired officers' sheets: workbooks (.xlsx, .xls, .ods), CSV, TSV, JSON or NDJSON; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,
}

/// Runs the command.
///
/// # Errors
/// Files that cannot be read, and an output that cannot be written.
pub fn run(args: &CheckArgs, flags: &Flags) -> anyhow::Result<Exit> {
    if !flags.agency.is_empty() || !flags.ptb_id.is_empty() {
        bail!("a retired officers' sheet has no column for the agency or the PTB ID; leave --agency and --ptb-id out");
    }
    let settings = Settings::load(flags)?;
    let mut sheets = open::open_all(&args.files, flags, &settings, &PERMIT_SHEET)?;
    let facts = FileFacts::of(&sheets, &settings);
    let mut end = End::default();
    let mut rows = SheetRows::read(&mut sheets, flags, &mut end);
    let applicants = rows.records::<RetiredOfficer>(flags, &settings, "checked", &mut end);
    let result = |entry| {
        let mut result: PermitResult = check(entry, flags.as_of(), settings.warn_days.value);
        if flags.redact {
            result.name = None;
            result.findings.iter_mut().for_each(|finding| finding.name = None);
        }
        result
    };
    SheetReport {
        results: applicants.selected().into_iter().map(result).collect(),
        faults: applicants.faults,
        stopped: applicants.stopped,
        count: |result: &PermitResult, tally| {
            tally.count(result.outcome.status());
            tally.counts(result.findings.iter().map(|finding| finding.status));
        },
        closing: permit::closing,
        worst_first: Some(PermitResult::worst),
        short: None,
        calm: StatusSet::of(&[Status::Met, Status::Open]),
    }
    .write(Run::new("permit check", flags, &settings).of_files(facts).failing_on(FAILS), end)
}
