//! What commands that score sheets share: the report, and the value of a flag.

use crate::check::sheet::Fault;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Status, StatusSet, Tally};
use crate::input::cells::{Cell, Reading};
use crate::output::destination::Output;
use crate::pipeline;
use crate::report::item::{End, Head, List, NotAsked, ReportEntry};
use crate::report::{Format, Report};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::io::Write;

/// How a run that was carried out ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Nothing to act on: exit code 0.
    Calm,
    /// At least one answer to act on: exit code 1.
    ToActOn,
}

/// Writes a page that is put together already, and ends the run.
pub(crate) fn write_page(page: &[u8], flags: &Flags) -> anyhow::Result<Exit> {
    let mut output = Output::open(flags.output.as_deref())?;
    output.write_all(page)?;
    output.commit()?;
    Ok(Exit::Calm)
}

/// Ends a run: the exit code by the answers, or the reason why reading stopped in the middle. Then standard output keeps
/// what was judged; a file keeps what it held.
pub(crate) fn finish(
    mut output: Output,
    summary: &Tally,
    fails: StatusSet,
    stopped: Option<anyhow::Error>,
) -> anyhow::Result<Exit> {
    if let Some(failure) = stopped {
        output.flush()?;
        return Err(failure);
    }
    output.commit()?;
    Ok(if summary.of_any(fails) > 0 { Exit::ToActOn } else { Exit::Calm })
}

/// Writes notes to standard error where the format has no place for them.
pub(crate) fn tell_aside(format: Format, flags: &Flags, end: &End) {
    if matches!(format, Format::Csv | Format::Ics) && !flags.quiet {
        for note in &end.notes {
            // Nobody is left to tell when standard error is closed.
            let _ = writeln!(std::io::stderr(), "muster: note: {}", crate::words::harmless(note));
        }
    }
}

/// Says on standard error which rules were not asked, where the format has no place for it.
pub(crate) fn tell_not_asked(format: Format, flags: &Flags, not_asked: &[NotAsked]) {
    if matches!(format, Format::Csv | Format::Ics) && !flags.quiet {
        for sentence in NotAsked::sentences(not_asked) {
            let _ = writeln!(std::io::stderr(), "muster: note: {}", crate::words::harmless(&sentence));
        }
    }
}

/// What a command on sheets reports of results of one kind.
pub(crate) struct Scored<'r, R> {
    pub(crate) command: &'static str,
    pub(crate) faults: Vec<Fault<'r>>,
    pub(crate) stopped: Option<anyhow::Error>,
    /// Counts what a result says.
    pub(crate) count: fn(&R, &mut Tally),
    /// What all of them come to, for people.
    pub(crate) closing: fn(&[R]) -> Vec<String>,
    /// By what people get the worst first, and those of one status as they stand in the files; a script gets every
    /// result in the order of the files.
    pub(crate) worst_first: Option<fn(&R) -> Status>,
    /// A run of which nothing else came has nothing wrong in it.
    pub(crate) calm: StatusSet,
    /// What makes the exit code 1 unless `--fail-on` says otherwise.
    pub(crate) fails: StatusSet,
}

impl<R: ReportEntry + Send + Sync> Scored<'_, R> {
    /// Makes a result of each item, writes the report and ends the run. The results are only kept where somebody wants to
    /// hear of all of them at once.
    pub(crate) fn report<'i, Item: Sync>(
        self,
        items: &'i [Item],
        make: impl Fn(&'i Item) -> Option<R> + Sync,
        mut end: End,
        flags: &Flags,
        settings: &Settings,
    ) -> anyhow::Result<Exit> {
        let Self { command, faults, stopped, count, closing, worst_first, calm, fails } = self;
        let (format, threads) = (settings.format.value, flags.threads());
        let one_by_one = format.has_results_one_by_one() && !flags.quiet;
        let mut kept = if one_by_one { Vec::new() } else { pipeline::map(threads, items, &make) };
        kept.iter().for_each(|result| count(result, &mut end.summary));
        end.closing.extend(closing(&kept));
        if let Some(status) = worst_first.filter(|_| format == Format::Table) {
            kept.sort_by_key(|result| Reverse(status(result)));
        }
        faults.iter().for_each(|fault| end.summary.count(fault.said.status));
        tell_aside(format, flags, &end);
        let (as_of, quiet) = (flags.as_of(), flags.quiet);
        let head = Head { command, as_of, streams: List::Results, not_asked: Vec::new(), quiet };
        let mut output = Output::open(flags.output.as_deref())?;
        let mut report = Report::new(&mut output, format, flags.screen(), head).of_results::<R>();
        let wrong = Status::ALL.into_iter().any(|status| !calm.has(status) && end.summary.of(status) > 0);
        if wrong || !quiet {
            for fault in faults {
                fault.tell(|finding| report.finding(finding))?;
            }
            if one_by_one {
                end.summary.add(&report.results(items, make, count, threads)?);
            } else {
                kept.iter().try_for_each(|result| report.result(result))?;
            }
        }
        report.end(&end)?;
        finish(output, &end.summary, flags.fail_on(fails), stopped)
    }
}

/// Reads the value of a flag as a cell of a file is read.
pub(crate) fn value<T: for<'a> Cell<'a>>(text: &str) -> Result<T, String> {
    let how = Reading { as_of: NaiveDate::MIN, two_digit_years: false };
    T::read(text.trim(), &how).ok_or_else(|| format!("expected {}", <T as Cell>::EXPECTED))
}
