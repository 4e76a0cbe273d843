//! `muster reimburse claim`: the payment of each claim, line by line, and the reasons against it.

use crate::check::file_facts::FileFacts;
use crate::check::report::{Exit, FAILS, Run, SheetReport};
use crate::check::select::{Key, Selection};
use crate::check::{open, own_rates};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Finding, Place, Status, StatusSet};
use crate::input::header::list_unknown;
use crate::model::claim::{CLAIM, ClaimFile, Column, ReadClaim};
use crate::report::item::End;
use crate::report::page::claim::{ClaimSheet, Totals};
use crate::report::page::claim_short;
use crate::rules::claim::repeated::ClaimsSoFar;
use crate::rules::claim::result::ClaimAsk;
use crate::words::shown_path;
use anyhow::bail;
use clap::Args;
use std::borrow::Cow;

/// Judge each claim, line by line: what it pays, and why it may be denied
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster reimburse claim claims.csv
  muster reimburse claim --as-of 2026-07-10 claims.csv   if handed in that day
  muster reimburse claim --ptb-id 0011984 *.json         one trainee
  muster reimburse claim --long claims.csv               each line and note
  muster reimburse claim -f csv claims.csv > lines.csv   for a spreadsheet
  muster template claim > claims.csv                     a form to fill in
  muster template claim --example -f json                the same in JSON

The table begins with what was read and the sums by decision; then each claim
is a line, the worst first: what is claimed, what is payable, and the first
reason. A reason of three or more claims is told once, above them.

With --long each claim is shown as a sheet: the form, the last safe day to submit and the
days left, every reason for the decision (not only the first), the lines as a
ledger, and notes. A claim that has not been submitted is judged as if it were
submitted on the --as-of day. The decision is payable (if funds are
available), denied, review (a person must decide) or unknown (a cell is blank
or cannot be read, or no rate is known for the day).

In CSV a claim is the rows that share a claim_id, one row for each line; in
JSON it is an object with the list `lines`. Half of the eligible costs is
reimbursed: each line is capped, then halved, and half a cent is dropped.
Rates are known up to a last day, after which a line is unknown; see
`muster help reimburse rates` to add later ones. A second claim in one run for
the same officer and course is for review, and not in the sum that pays.

A mistake in the file itself is reported with its line and column and counts
as unknown.
",
    after_long_help = "\
Exit codes: 0 every claim is payable or to be reviewed, 1 a claim is denied or
unknown or a cell cannot be read (see --fail-on: denied counts as overdue,
payable as met), 2 could not run."
)]
pub struct ClaimArgs {
    /// Claims: workbooks (.xlsx, .xls, .ods), CSV, TSV, JSON or NDJSON; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,
}

/// Runs the command.
///
/// # Errors
/// Files and tables of rates that cannot be read, and an output that cannot be written.
pub fn run(args: &ClaimArgs, flags: &Flags) -> anyhow::Result<Exit> {
    if !(flags.only.is_empty() && flags.skip.is_empty()) {
        bail!("--only and --skip pick rules of a roster; a claim is always judged as a whole");
    }
    let settings = Settings::load(flags)?;
    let sheets = open::open_all(&args.files, flags, &settings, &CLAIM);
    let (rates, sheets) = open::both(own_rates::travel_rates(&settings), sheets)?;
    let how = ClaimAsk { rates: &rates, as_of: flags.as_of(), redact: flags.redact };
    let mut end = End::default();
    let mut stopped = None;
    let mut files = Vec::new();
    for sheet in sheets {
        let mut file = ClaimFile::read(sheet, &settings.columns);
        if flags.strict_columns && !file.unknown_line_keys().is_empty() {
            let keys = list_unknown(file.unknown_line_keys().iter(), flags.redact);
            bail!("{}: --strict-columns: nothing reads {keys} in a line", file.sheet().path);
        }
        if let Some(failure) = file.stopped() {
            end.notes.push(format!("{failure:#}"));
            stopped = stopped.or(Some(failure));
        }
        end.inputs.push(file.sheet().input());
        end.notes.extend(file.closing_notes());
        files.push(file);
    }

    let facts = FileFacts::of(files.iter().map(ClaimFile::sheet), &settings);
    let selection = Selection::of(flags);
    let mut faults = Vec::new();
    let mut sheets = Vec::new();
    let mut totals = Totals::default();
    let mut so_far = ClaimsSoFar::default();
    let reading = open::reading(flags, &settings);
    for file in &files {
        let mut faults_of_file = Vec::new();
        let reading = reading.of_file(&file.sheet().remarks);
        for claim in file.claims(&reading, flags.redact).into_iter().filter(|claim| is_selected(claim, &selection)) {
            end.summary.records += 1;
            let sheet = claim_sheet(claim, &file.sheet().path, &how, flags.rewind, &mut so_far, &mut faults_of_file);
            sheet.iter().for_each(|sheet| totals.add(&sheet.result));
            sheets.extend(sheet);
        }
        faults_of_file.sort_by_key(|fault: &Finding| (fault.place.line, fault.rule));
        faults.extend(faults_of_file);
        end.notes.extend(file.sheet().remarks.notes(&file.sheet().path, flags.redact));
    }
    let format = settings.format.value;
    end.closing = totals.sentences(how.as_of, format, format.is_page() && !flags.long);
    let found = !(sheets.is_empty() && faults.is_empty());
    selection.stop_if_nothing(found, ("claim", "judged"), &mut end, &mut stopped);
    SheetReport {
        results: sheets,
        faults,
        stopped,
        count: |sheet: &ClaimSheet, tally| tally.count(sheet.result.decision.status()),
        closing: |_| Vec::new(),
        worst_first: None,
        short: Some(claim_short::show),
        calm: StatusSet::of(&[Status::Met]),
    }
    .write(Run::new("reimburse claim", flags, &settings).of_files(facts).failing_on(FAILS), end)
}

/// Returns whether the flags select a claim. One whose PTB ID or agency cannot be read might be meant, and is.
fn is_selected(claim: &ReadClaim, selection: &Selection) -> bool {
    let Some(head) = claim.claim.as_ref().map(|claim| &claim.head) else { return true };
    let id = Key { value: head.ptb_id, unreadable: head.is_faulty(Column::PtbId) };
    selection.has(id, Key { value: head.agency, unreadable: head.is_faulty(Column::Agency) })
}

/// Judges a claim; the faults of its rows go to `faults`. Returns `None` when nothing in it can be read.
fn claim_sheet<'f>(
    claim: ReadClaim<'f>,
    path: &'f str,
    how: &ClaimAsk,
    rewind: bool,
    so_far: &mut ClaimsSoFar,
    faults: &mut Vec<Finding<'f>>,
) -> Option<ClaimSheet<'f>> {
    let ReadClaim { line, claim, faults: of_claim } = claim;
    let head = claim.as_ref().map(|claim| &claim.head);
    let ptb_id = head.and_then(|head| head.ptb_id);
    let name = head.filter(|_| !how.redact && !of_claim.is_empty()).and_then(|head| head.full_name());
    faults.extend(of_claim.into_iter().map(|fault| Finding {
        ptb_id: ptb_id.map(Cow::Borrowed),
        name: name.clone().map(Cow::Owned),
        ..fault
    }));
    let mut claim = claim?;
    if rewind {
        // Looking back, a claim handed in later had not been handed in yet.
        claim.head.submitted = claim.head.submitted.filter(|day| *day <= how.as_of);
    }
    let place = Place::record(path, line).in_sheet(claim.sheet);
    Some(ClaimSheet {
        result: so_far.judge(&claim, &format!("{} of {}", place.record_words(), shown_path(path)), how),
        ptb_id,
        file: path,
        line,
        sheet: claim.sheet,
        agency: claim.head.agency.filter(|_| !how.redact),
        submitted: claim.head.submitted,
        as_of: how.as_of,
    })
}
