//! `muster roster check`: every officer against every roster rule on one day.

use crate::check::accepted::{AcceptedFlag, AcceptedList};
use crate::check::baseline::{Baseline, SAME};
use crate::check::open;
use crate::check::report::{Exit, FAILS, Run, Writing};
use crate::check::roster::{Rosters, require_a_rule};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::cli::value::value;
use crate::cmd::roster::assume;
use crate::cmd::roster::question::Question;
use crate::finding::{Finding, Status, StatusSet, Tally};
use crate::input::days::read_flag_day;
use crate::model::Impossible;
use crate::model::contact::Contact;
use crate::model::signature::{RosterSignature, SignatureForm, Signer};
use crate::report::Layout;
use anyhow::bail;
use chrono::NaiveDate;
use clap::Args;
use std::cell::RefCell;
use std::path::PathBuf;

/// Check every officer against every roster rule
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster roster check roster.csv
  muster roster check --only firearms-qualification roster.csv
  muster roster check --ptb-id 10234 --all --long roster.csv   one officer
  muster roster check --as-of 2026-06-30 --rewind roster.csv   midyear
  muster roster check --assume 0012890.basic_completed=2026-12-18 roster.csv
  muster roster check -f json roster.csv | jq .summary         for a script
  muster roster check -f ndjson *.csv > findings.ndjson        many files
  muster roster check --signed-by chief --signed-on 2026-07-08 roster.csv
  ssconvert roster.xlsx fd://1 | muster roster check -         from a pipe

The table lists officers worst first: overdue, unknown (a cell is blank or
cannot be read), review (a person must decide), and due soon. Each answer is a
line, cut at the width of the screen; --long writes its whole sentence with
notes and the sections of the law. What three or more officers owe by the same
day is one line for all of them.

A rule whose columns the file lacks is skipped; --why-not lists them. A mistake
in the file itself, such as the day 2026-02-30 or a row with a cell too many,
is reported with its line and column and counts as unknown.
",
    after_long_help = "\
Exit codes: 0 nothing to act on, 1 an answer is overdue or unknown (see
--fail-on), 2 could not run."
)]
pub struct CheckArgs {
    /// Rosters: workbooks (.xlsx, .xls, .ods), CSV, TSV, JSON or NDJSON; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,

    /// Role of the signer: chief, mayor, sheriff, interim-chief or another
    #[arg(long, value_name = "ROLE", requires = "signed_on", help_heading = SIGNATURE_HEADING)]
    signed_by: Option<String>,

    /// Day of the signature
    #[arg(
        long,
        value_name = "DATE",
        requires = "signed_by",
        value_parser = read_flag_day,
        help_heading = SIGNATURE_HEADING
    )]
    signed_on: Option<NaiveDate>,

    /// Form of the signature: original, fax or edi [default: original]
    #[arg(
        long,
        value_name = "FORM",
        requires = "signed_by",
        value_parser = value::<SignatureForm>,
        help_heading = SIGNATURE_HEADING
    )]
    signature: Option<SignatureForm>,

    #[command(flatten)]
    accepted: AcceptedFlag,

    /// An earlier report of this command in JSON or NDJSON: tell what is new since then
    ///
    /// Each finding is new, worse or the same, and those that went are cleared; new and worse ones alone make the exit
    /// code 1. Tables and Markdown leave out what is the same unless --all is given. Use the flags of the earlier run.
    #[arg(long, value_name = "REPORT", help_heading = "Question")]
    baseline: Option<PathBuf>,

    /// What if: the answers that would change if a cell held another value; can be repeated
    ///
    /// ID.column=value, such as 0012890.basic_completed=2026-12-18; nothing behind the = is a blank cell. Or a file
    /// with the columns of `muster template assumed`. Answers are `new` or `cleared`, and new ones alone make the exit
    /// code 1; with --all the whole report is written as it would be. No file is changed.
    #[arg(long, value_name = "ID.COLUMN=VALUE", help_heading = "Question", conflicts_with = "baseline")]
    assume: Vec<String>,
}

const SIGNATURE_HEADING: &str = "Signature under the roster";

/// The statuses shown without `--all`.
const SHOWN: StatusSet = StatusSet::of(&[Status::DueSoon, Status::Review, Status::Unknown, Status::Overdue]);
impl CheckArgs {
    /// Returns the signature given by the flags.
    fn signature(&self, as_of: NaiveDate) -> anyhow::Result<Option<RosterSignature>> {
        let Some((role, on)) = self.signed_by.as_ref().zip(self.signed_on) else { return Ok(None) };
        if on > as_of {
            bail!("{}", Impossible::InTheFuture(on).sentence("--signed-on", as_of));
        }
        let form = self.signature.unwrap_or(SignatureForm::Original);
        Ok(Some(RosterSignature { signer: value::<Signer>(role).ok(), role: role.trim().to_owned(), on, form }))
    }
}

/// Runs the command.
///
/// # Errors
/// Files that cannot be read, and an output that cannot be written.
pub fn run(args: &CheckArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let settings = Settings::load(flags)?;
    let question = Question {
        files: &args.files,
        signature: args.signature(flags.as_of())?,
        accepted: args.accepted.clone(),
        baseline: args.baseline.as_deref(),
        assume: &args.assume,
    };
    report("roster check", question, flags, &settings, &mut Tally::default())
}

/// Writes the report on rosters, under the name of a command; its totals go to `summary`.
///
/// # Errors
/// Files that cannot be read, and an output that cannot be written.
pub(crate) fn report(
    command: &'static str,
    question: Question,
    flags: &Flags,
    settings: &Settings,
    summary: &mut Tally,
) -> anyhow::Result<Exit> {
    require_a_rule(flags)?;
    if !question.assume.is_empty() {
        return assume::report(command, &question, flags, settings);
    }
    let wanted = if flags.all { StatusSet::of(&Status::ALL) } else { SHOWN };
    let baseline = question.baseline.map(|path| Baseline::read(path, command, flags.as_of())).transpose();
    let beside = open::both(AcceptedList::open(&question.accepted, flags, settings), baseline);
    let rosters = Rosters::open(question.files, flags, settings, wanted);
    let (mut rosters, (accepted, baseline)) = open::both(rosters, beside)?;
    rosters.ask_about(question.signature);
    rosters.accept(accepted);
    if let Some(baseline) = &baseline {
        rosters.require(baseline.asked());
    }
    let run = Run::new(command, flags, settings).of_findings().of_files(rosters.file_facts(settings));
    let mut run = run.not_asked(rosters.not_asked());
    run.layout = if flags.long { Layout::ByPerson } else { Layout::ByLine };
    run.head.why_not |= flags.long;
    if run.format.is_page() && !flags.redact {
        rosters.count_by_agency();
    }
    match baseline {
        Some(baseline) => report_news(rosters, baseline, run),
        None => run.report_then::<Finding>(
            |report| match report.finding_encoder() {
                Some(encode) => rosters.each_encoded(encode, |findings| report.put_findings(findings)),
                None => rosters.each_finding(&mut |finding, _| Ok(report.finding(finding)?)),
            },
            |end| {
                summary.add(&end.summary);
                end.summary.of_any(flags.fail_on(FAILS)) > 0
            },
        ),
    }
}

/// Reports what is new since an earlier report, and what went.
fn report_news(mut rosters: Rosters, mut baseline: Baseline, mut run: Run) -> anyhow::Result<Exit> {
    let flags = run.flags;
    let fails = flags.fail_on(FAILS);
    let format = run.format;
    let shows_same = flags.all || !format.is_for_people();
    run.facts.findings.iter_mut().for_each(|finding| baseline.mark(finding));
    run.facts.findings.retain(|finding| shows_same || finding.change != Some(SAME));
    let baseline = RefCell::new(baseline);
    let fill = |report: &mut Writing| {
        let mut on_finding = |finding: &Finding, _: &Contact| {
            let mut finding = finding.clone();
            baseline.borrow_mut().mark(&mut finding);
            let is_shown = shows_same || finding.change != Some(SAME);
            if is_shown { Ok(report.finding(&finding)?) } else { Ok(()) }
        };
        let (mut end, stopped) = rosters.each_finding(&mut on_finding)?;
        // A run that was stopped has not seen what went.
        let mut baseline = baseline.borrow_mut();
        let cleared = match stopped {
            Some(_) => Vec::new(),
            None => baseline.cleared(|rule| rosters.asks(rule), flags),
        };
        for finding in &cleared {
            match format.is_page() {
                true => report.result(finding)?,
                false => report.finding(finding)?,
            }
        }
        end.notes.insert(0, baseline.sentence(cleared.len()));
        end.notes.extend(baseline.not_shown().filter(|_| !shows_same));
        Ok((end, stopped))
    };
    let allow_empty = flags.allow_empty;
    run.report_then::<Finding>(fill, |end| {
        let is_empty = end.has_no_records() && !allow_empty && fails.has(Status::Unknown);
        is_empty || baseline.borrow().has_news(fails)
    })
}
