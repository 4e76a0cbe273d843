//! `muster roster due`: what falls due, soonest first, as an agenda or a calendar.

use crate::check::accepted::{AcceptedFlag, AcceptedList};
use crate::check::open;
use crate::check::report::{Exit, Run};
use crate::check::roster::{Rosters, require_a_rule};
use crate::check::training::{TrainingFiles, TrainingRead, each_item};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Finding, Status, StatusSet};
use crate::report::Layout;
use crate::rules::law::params;
use crate::words::{count_words, day_words};
use chrono::{Days, NaiveDate};
use clap::Args;

/// List what falls due, soonest first; also as a calendar
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster roster due roster.csv
  muster roster due --within 365 --skip esign-verification roster.csv
  muster roster due --within 30 -f csv roster.csv    for a spreadsheet
  muster roster due -o due.ics roster.csv            for Outlook
  muster roster due --training done.csv roster.csv   with in-service mandates
  muster roster due -q roster.csv | mail -E -s Due chief@example.org

Lists the answers of `muster roster check` that are open, due soon or overdue
and have a due day: everything past, and everything up to --within days ahead.
Each day and rule is a line, with the officers it is due from; --long writes
each item with its sentence, notes and sections of the law. Below them are the
answers that are unknown, because nothing shows their day.

In a calendar (-f ics) each officer and item is one all-day event, with alarms
60 and 30 days before it. It holds the name and PTB ID and nothing else of the
record. An event keeps its identifier, so importing a later calendar updates
it. Items that have been met are missing from the later calendar: import into
a separate calendar, and empty it first.
",
    after_long_help = "\
Exit codes: 0 nothing is overdue or unknown, 1 something is (see --fail-on), 2
could not run."
)]
pub struct DueArgs {
    /// Rosters: workbooks (.xlsx, .xls, .ods), CSV, TSV, JSON or NDJSON; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,

    /// Days to look ahead
    #[arg(long, value_name = "DAYS", default_value_t = 90, value_parser = clap::value_parser!(u32).range(0..=36500))]
    within: u32,

    #[command(flatten)]
    training: TrainingFiles,

    #[command(flatten)]
    accepted: AcceptedFlag,
}

/// The statuses of answers that may have a due day.
pub(crate) const DATED: StatusSet = StatusSet::of(&[Status::Open, Status::DueSoon, Status::Overdue]);
/// The statuses that make the exit code 1 unless `--fail-on` names others.
const FAILS: StatusSet = StatusSet::of(&[Status::Overdue, Status::Unknown]);
/// The statuses that the agenda reads: the dated ones, and what cannot be answered (settled 178).
pub(crate) const DATED_OR_UNKNOWN: StatusSet =
    StatusSet::of(&[Status::Open, Status::DueSoon, Status::Overdue, Status::Unknown]);

/// Runs the command.
///
/// # Errors
/// Files that cannot be read, and an output that cannot be written.
pub fn run(args: &DueArgs, flags: &Flags) -> anyhow::Result<Exit> {
    if args.training.training.is_empty() {
        require_a_rule(flags)?;
    }
    let settings = Settings::load_with_calendar(flags)?;
    let files = open::expanded(&args.files)?;
    let rosters = Rosters::open(&files, flags, &settings, DATED_OR_UNKNOWN);
    let accepted = AcceptedList::open(&args.accepted, flags, &settings);
    let beside = open::both(args.training.open(&files, flags, &settings), accepted);
    let (mut rosters, (training, accepted)) = open::both(rosters, beside)?;
    rosters.accept(accepted);
    args.training.read(training, flags, &settings, |training| {
        report(&mut rosters, &files, training, args.within, (flags, &settings))
    })
}

fn report(
    rosters: &mut Rosters,
    files: &[String],
    training: Option<TrainingRead>,
    within: u32,
    (flags, settings): (&Flags, &Settings),
) -> anyhow::Result<Exit> {
    let facts = rosters.file_facts(settings);
    let as_of = rosters.as_of();
    let mut items: Vec<Finding> = Vec::new();
    let mut unknown: Vec<Finding> = Vec::new();
    let mut overdue_without_day = 0;
    let mut on_finding = |finding: &Finding, _: Option<&str>| {
        match (finding.due, finding.days) {
            (Some(_), Some(days)) if DATED.has(finding.status) && days <= i64::from(within) => {
                items.push(finding.to_owned());
            }
            _ if finding.status == Status::Unknown => unknown.push(finding.to_owned()),
            (None, _) if finding.status == Status::Overdue && finding.accepted.is_none() => overdue_without_day += 1,
            _ => {}
        }
        Ok(())
    };
    let (mut end, stopped) = rosters.each_finding(&mut on_finding)?;
    let not_asked = rosters.not_asked();
    let stopped_in_records = each_item(training, files, &not_asked, flags, &mut end, &mut on_finding)?;
    // A stable sort: items of one day keep the order of the files.
    items.sort_by_key(|item| item.due);
    end.closing.push(closing(&items, as_of, within));
    end.notes.extend(without_day_note(overdue_without_day));
    if !settings.format.value.holds_undated() && !unknown.is_empty() {
        let answers = count_words(unknown.len() as i64, "answer");
        end.notes
            .push(format!("not in the calendar, because it is unknown: {answers}; `muster roster check` tells which"));
    }

    let mut run = Run::new("roster due", flags, settings).of_findings().of_files(facts);
    run = run.not_asked(not_asked).failing_on(FAILS);
    run.layout = if flags.long { Layout::ByMonth } else { Layout::ByDay };
    run.head.why_not |= flags.long;
    run.head.calendar.reminder_days = reminder_days;
    run.report::<Finding>(|report| {
        items.iter().chain(&unknown).try_for_each(|item| report.finding(item))?;
        Ok((end, stopped.or(stopped_in_records)))
    })
}

/// Returns how many days before a due day the Board's notices go out.
pub(crate) fn reminder_days(due: NaiveDate) -> Vec<u32> {
    [&params::FIRST_NOTICE_DAYS, &params::SECOND_NOTICE_DAYS].into_iter().filter_map(|days| days.on(due)).collect()
}

/// Returns a note on overdue answers without a due day, so that a list by day is not taken for everything there is to
/// do.
pub(crate) fn without_day_note(overdue: i64) -> Option<String> {
    let (are, have) = if overdue == 1 { ("is", "has") } else { ("are", "have") };
    let answers = count_words(overdue, "answer");
    (overdue > 0).then(|| format!("{answers} {are} overdue but {have} no due day; `muster roster check` tells which"))
}

fn closing(items: &[Finding], as_of: NaiveDate, within: u32) -> String {
    let last = day_words(as_of.checked_add_days(Days::new(u64::from(within))).unwrap_or(as_of)).to_string();
    let counted = |status: Status| items.iter().filter(|item| item.status == status && item.accepted.is_none()).count();
    let parts: Vec<String> = [Status::Overdue, Status::DueSoon, Status::Open]
        .into_iter()
        .map(|status| (status, counted(status)))
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| format!("{count} {}", status.words()))
        .collect();
    if parts.is_empty() {
        return format!(
            "On {} nothing that has a due day is overdue, and nothing falls due up to {last}.",
            day_words(as_of)
        );
    }
    format!("On {}: {}, looking ahead to {last} (--within {within}).", day_words(as_of), parts.join(", "))
}
