//! `muster roster due`: what falls due, soonest first, as an agenda or a calendar.

use crate::check::dated::{DATED, DATED_OR_UNKNOWN, Dated, DatedFiles};
use crate::check::open;
use crate::check::report::{Exit, Run};
use crate::check::select::Selection;
use crate::check::since_calendar::{Fate, SinceCalendar};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Finding, Status, StatusSet};
use crate::hint::with_hint;
use crate::model::contact::Contact;
use crate::report::Layout;
use crate::rules::law::params;
use crate::rules::roster::duty_words;
use crate::words::{count_words, day_words};
use anyhow::bail;
use chrono::{Days, NaiveDate};
use clap::Args;
use std::path::PathBuf;

/// List what falls due, soonest first; also as a calendar
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster roster due roster.csv
  muster roster due --within 365 --skip esign-verification roster.csv
  muster roster due --within 30 -f csv roster.csv    for a spreadsheet
  muster roster due -o due.ics roster.csv            for Outlook
  muster roster due --since-calendar due.ics -o new.ics roster.csv
  mv new.ics due.ics                                 for the next time
  muster roster due --training done.csv roster.csv   with in-service mandates
  muster roster due -q roster.csv | mail -E -s Due chief@example.org

Lists the answers of `muster roster check` that are open, due soon or overdue
and have a due day: everything past, and everything up to --within days ahead.
Each day and rule is a line, with the officers it is due from; --long writes
each item with its sentence, notes and sections of the law. Below them are the
answers that are unknown, because nothing shows their day.

In a calendar (-f ics) each officer and item is one all-day event, with alarms
60 and 30 days before it; what is overdue stands on the day of the run, and its
text names the due day. It holds the name and PTB ID and nothing else of the
record. An event keeps its identifier, so importing a later calendar updates it.

With --since-calendar and the calendar that was imported last, items that have
been met, no longer apply or have left the roster are cancelled. Give the same
rosters. An answer that is unknown or for review, or that was not asked for this
time, keeps its event. The earlier file is not replaced; move the new one there.
",
    after_long_help = "\
Exit codes: 0 nothing is overdue or unknown, 1 something is (see --fail-on), 2
could not run."
)]
pub struct DueArgs {
    #[command(flatten)]
    files: DatedFiles,

    /// Days to look ahead
    #[arg(long, value_name = "DAYS", default_value_t = 90, value_parser = clap::value_parser!(u32).range(0..=36500))]
    within: u32,

    /// The calendar that this one follows: cancels those of its events that are met or gone (with -f ics)
    #[arg(long, value_name = "FILE")]
    since_calendar: Option<PathBuf>,
}

/// The statuses that make the exit code 1 unless `--fail-on` names others.
const FAILS: StatusSet = StatusSet::of(&[Status::Overdue, Status::Unknown]);
/// Runs the command.
///
/// # Errors
/// Files that cannot be read, and an output that cannot be written.
pub fn run(args: &DueArgs, flags: &Flags) -> anyhow::Result<Exit> {
    args.files.require_a_rule(flags)?;
    let settings = Settings::load_with_calendar(flags)?;
    if args.since_calendar.is_some() && !settings.format.value.is_calendar() {
        bail!(with_hint("--since-calendar is for a calendar", "add -f ics, or -o with a name that ends in .ics"));
    }
    // What is met is read as well, to know which events it was.
    let wanted = if args.since_calendar.is_some() { StatusSet::of(&Status::ALL) } else { DATED_OR_UNKNOWN };
    let since = args.since_calendar.as_ref().map(|path| SinceCalendar::read(path, COMMAND, flags)).transpose();
    let (opened, since) = open::both(args.files.open(wanted, flags, &settings), since)?;
    args.files.read(opened, flags, &settings, |dated| report(dated, since, args.within, (flags, &settings)))
}

/// The command, as its output names it.
const COMMAND: &str = "roster due";

fn report(
    dated: Dated,
    mut since: Option<SinceCalendar>,
    within: u32,
    (flags, settings): (&Flags, &Settings),
) -> anyhow::Result<Exit> {
    let facts = dated.rosters.file_facts(settings);
    let as_of = dated.rosters.as_of();
    let not_asked = dated.rosters.not_asked();
    let mut items: Vec<Finding> = Vec::new();
    let mut unknown: Vec<Finding> = Vec::new();
    let mut overdue_without_day = 0;
    let (mut end, stopped) = dated.each_finding(flags, &mut |finding: &Finding, _: &Contact| {
        let is_dated = finding.due.is_some() && DATED.has(finding.status);
        let is_near = is_dated && finding.days.is_some_and(|days| days <= i64::from(within));
        let is_listed = since.as_mut().map_or(is_near, |since| since.holds(finding, is_dated, is_near));
        if is_listed {
            items.push(Finding { duty: duty_words::of_rule(finding.rule), ..finding.to_owned() });
        } else if finding.status == Status::Unknown {
            unknown.push(finding.to_owned());
        } else if finding.due.is_none() && finding.status == Status::Overdue && finding.accepted.is_none() {
            overdue_without_day += 1;
        }
        Ok(())
    })?;
    if let Some(since) = &mut since {
        since.after_reading(&facts.findings, &end.inputs, stopped.is_some());
    }
    // A stable sort: items of one day keep the order of the files.
    items.sort_by_key(|item| item.due);
    end.closing.push(closing(&items, as_of, within));
    end.notes.extend(without_day_note(overdue_without_day));
    if !settings.format.value.holds_undated() && !unknown.is_empty() {
        let answers = count_words(unknown.len() as i64, "answer");
        end.notes
            .push(format!("not in the calendar, because it is unknown: {answers}; `muster roster check` tells which"));
    }
    let (fates, notes) =
        since.as_ref().map(|since| since.fates(&items, &not_asked, &Selection::of(flags))).unwrap_or_default();
    end.notes.extend(notes);

    let mut run = Run::new(COMMAND, flags, settings).of_findings().of_files(facts);
    run = run.not_asked(not_asked).failing_on(FAILS);
    run.layout = if flags.long { Layout::ByMonth } else { Layout::ByDay };
    run.head.why_not |= flags.long;
    run.head.calendar.reminder_days = reminder_days;
    run.head.calendar.earlier = since.as_ref().map(SinceCalendar::sequences);
    run.report::<Finding>(|report| {
        items.iter().chain(&unknown).try_for_each(|item| report.finding(item))?;
        fates.iter().try_for_each(|(event, fate)| match fate {
            Fate::Kept => report.kept_event(event),
            Fate::Cancelled(why) => report.cancelled_event(event, why),
        })?;
        Ok((end, stopped))
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
