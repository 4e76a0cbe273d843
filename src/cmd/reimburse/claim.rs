//! `muster reimburse claim`: the payment of each claim, line by line, and the reasons against it.

use crate::check::open;
use crate::check::open::Said;
use crate::check::report::{Exit, finish, tell_aside};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Finding, Status, StatusSet};
use crate::input::header::unknown_words;
use crate::model::claim::{CLAIM, ClaimFile, Column, Fault, ReadClaim};
use crate::output::destination::Output;
use crate::report::Report;
use crate::report::item::{End, Head, List};
use crate::report::page::claim::{ClaimSheet, Totals};
use crate::rules::claim::judge;
use crate::rules::claim::judge::Judging;
use crate::values::fold::fold;
use crate::words::shown_path;
use anyhow::bail;
use clap::Args;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Judge each claim, line by line: what it pays, and why it may be denied
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster reimburse claim claims.csv
  muster reimburse claim --as-of 2026-07-10 claims.csv   if handed in that day
  muster reimburse claim --ptb-id 0011984 *.json         one trainee
  muster reimburse claim -f csv claims.csv > lines.csv   for a spreadsheet
  muster template claim > claims.csv                     a form to fill in
  muster template claim --example -f json                the same in JSON

Each claim is shown as a sheet: the form, the last safe day to submit and the
days left, every reason for the decision (not only the first), the lines as a
ledger, and notes. A claim that has not been submitted is judged as if it were
submitted on the --as-of day. The decision is payable (if funds are
available), denied, review (a person must decide) or unknown (a cell is blank
or cannot be read, or no rate is known for the day).

In CSV a claim is the rows that share a claim_id, one row for each line; in
JSON it is an object with the list `lines`. Half of the eligible costs is
reimbursed: each line is capped, then halved, and half a cent is dropped.
Rates are known up to a last day, after which a line is unknown; see
`muster help reimburse rates` to add later ones.

A mistake in the file itself is reported with its line and column and counts
as unknown.
",
    after_long_help = "\
Exit codes: 0 every claim is payable or to be reviewed, 1 a claim is denied or
unknown or a cell cannot be read (see --fail-on: denied counts as overdue,
payable as met), 2 could not run."
)]
pub struct ClaimArgs {
    /// Claims: CSV, TSV, JSON or NDJSON; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,
}

/// The statuses that make the exit code 1 unless `--fail-on` names others.
const FAILS: StatusSet = StatusSet::of(&[Status::Overdue, Status::Unknown]);
/// A run of which nothing else came has nothing wrong in it.
const CALM: StatusSet = StatusSet::of(&[Status::Met]);

/// Runs the command.
///
/// # Errors
/// Files and tables of rates that cannot be read, and an output that cannot be written.
pub fn run(args: &ClaimArgs, flags: &Flags) -> anyhow::Result<Exit> {
    if !(flags.only.is_empty() && flags.skip.is_empty()) {
        bail!("--only and --skip pick rules of a roster; a claim is always judged as a whole");
    }
    let settings = Settings::load(flags)?;
    let rates = settings.travel_rates()?;
    let how = Judging { rates: &rates, as_of: flags.as_of(), redact: flags.redact };
    let sheets = open::open_all(&args.files, flags, &settings, &CLAIM)?;
    let mut end = End::default();
    let mut stopped = None;
    let mut files = Vec::new();
    for sheet in sheets {
        let mut file = ClaimFile::read(sheet, &settings.columns);
        if flags.strict_columns && !file.unknown_line_keys().is_empty() {
            let keys = unknown_words(file.unknown_line_keys());
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

    let select =
        Select { ptb_ids: open::wanted_ids(flags), agencies: flags.agency.iter().map(|name| fold(name)).collect() };
    let mut findings = Vec::new();
    let mut answers = Vec::new();
    let mut totals = Totals::default();
    let reading = open::reading(flags, &settings);
    for file in &files {
        let first = findings.len();
        for read in file.claims(&reading, flags.redact).into_iter().filter(|read| select.takes(read)) {
            end.summary.records += 1;
            let answer = answer(read, &file.sheet().path, &how, flags.rewind, &mut findings);
            end.summary.counts(answer.iter().map(|answer| answer.result.decision.status()));
            answer.iter().for_each(|answer| totals.add(&answer.result));
            answers.extend(answer);
        }
        if let Some(of_file) = findings.get_mut(first..) {
            of_file.sort_by_key(|told: &Told| (told.said.line, told.said.rule));
        }
    }
    tell_doubles(&mut answers);
    end.summary.counts(findings.iter().map(|told| told.said.status));
    end.closing = totals.sentences(how.as_of, settings.format.value);
    if answers.is_empty() && findings.is_empty() && !select.is_everybody() {
        let nobody = "no claim has this PTB ID or agency; nothing was judged";
        end.notes.push(nobody.into());
        stopped = stopped.or_else(|| Some(anyhow::anyhow!(nobody)));
    }
    report(&answers, findings, &end, flags, &settings, stopped)
}

/// Which claims are asked about.
struct Select {
    ptb_ids: Vec<String>,
    agencies: Vec<String>,
}

impl Select {
    fn is_everybody(&self) -> bool {
        self.ptb_ids.is_empty() && self.agencies.is_empty()
    }

    /// Whether a claim is asked about. One whose ID or agency cannot be read might be meant, and is.
    fn takes(&self, read: &ReadClaim) -> bool {
        let Some(head) = read.claim.as_ref().map(|claim| &claim.head) else { return true };
        open::is_chosen(&self.ptb_ids, head.ptb_id, head.is_faulty(Column::PtbId))
            && (self.agencies.is_empty()
                || open::is_chosen(&self.agencies, head.agency.map(fold).as_deref(), head.is_faulty(Column::Agency)))
    }
}

/// A fault of a file with what tells whose claim it is in.
struct Told<'f> {
    said: Said<'f>,
    file: &'f str,
    ptb_id: Option<&'f str>,
    name: Option<String>,
}

/// Judges a claim and puts what cannot be read in it among the findings.
fn answer<'f>(
    read: ReadClaim<'f>,
    path: &'f str,
    how: &Judging,
    rewind: bool,
    findings: &mut Vec<Told<'f>>,
) -> Option<ClaimSheet<'f>> {
    let ReadClaim { line, claim, faults } = read;
    let head = claim.as_ref().map(|claim| &claim.head);
    let ptb_id = head.and_then(|head| head.ptb_id);
    let name = head.filter(|_| !how.redact && !faults.is_empty()).and_then(|head| head.full_name());
    findings.extend(faults.into_iter().map(|Fault { kind, line, column, message }| Told {
        said: Said::fault(kind, line, column, message),
        file: path,
        ptb_id,
        name: name.clone(),
    }));
    let mut claim = claim?;
    if rewind {
        // Looking back, what was handed in later had not been handed in yet.
        claim.head.submitted = claim.head.submitted.filter(|day| *day <= how.as_of);
    }
    Some(ClaimSheet {
        result: judge::judge(&claim, how),
        ptb_id,
        file: path,
        line,
        agency: claim.head.agency,
        submitted: claim.head.submitted,
        as_of: how.as_of,
    })
}

/// Says of each claim for a course that an earlier one asks for too, for the same officer.
fn tell_doubles(answers: &mut [ClaimSheet]) {
    let mut seen: HashMap<(&str, String), (String, u64)> = HashMap::new();
    for answer in answers {
        let (Some(id), Some(course)) = (answer.ptb_id, &answer.result.course) else { continue };
        match seen.entry((id, fold(course))) {
            Entry::Vacant(new) => {
                new.insert((shown_path(answer.file), answer.line));
            }
            Entry::Occupied(earlier) => {
                let (file, line) = earlier.get();
                answer.result.notes.push(format!(
                    "the claim on line {line} of {file} is for the same officer and course; a course is paid only once"
                ));
            }
        }
    }
}

fn report(
    answers: &[ClaimSheet],
    findings: Vec<Told>,
    end: &End,
    flags: &Flags,
    settings: &Settings,
    stopped: Option<anyhow::Error>,
) -> anyhow::Result<Exit> {
    let head = Head {
        command: "reimburse claim",
        as_of: flags.as_of(),
        streams: List::Results,
        not_asked: Vec::new(),
        quiet: flags.quiet,
    };
    let mut output = Output::open(flags.output.as_deref())?;
    let mut report = Report::new(&mut output, settings.format.value, flags.screen(), head).of_results::<ClaimSheet>();
    let wrong = Status::ALL.into_iter().any(|status| !CALM.has(status) && end.summary.of(status) > 0);
    if wrong || !flags.quiet {
        for Told { said, file, ptb_id, name } in findings {
            let finding: Finding = said.finding(file, ptb_id, name.as_deref());
            report.finding(&finding)?;
        }
        answers.iter().try_for_each(|answer| report.result(answer))?;
    }
    report.end(end)?;
    tell_aside(settings.format.value, flags, end);
    finish(output, &end.summary, flags.fail_on(FAILS), stopped)
}
