//! What commands that score sheets share: the report, and the value of a flag.

use super::Exit;
use super::records::Fault;
use crate::cli::Flags;
use crate::config::Settings;
use crate::finding::{Status, StatusSet, Tally};
use crate::input::cells::{Cell, Reading};
use crate::pipeline;
use crate::report::output::Output;
use crate::report::{End, Format, Head, List, Outcome, Report};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// What a command on sheets reports of results of one kind.
pub(super) struct Scored<'r, R> {
    pub(super) command: &'static str,
    pub(super) faults: Vec<Fault<'r>>,
    pub(super) stopped: Option<anyhow::Error>,
    /// Counts what a result says.
    pub(super) count: fn(&R, &mut Tally),
    /// What all of them come to, for people.
    pub(super) closing: fn(&[R]) -> Vec<String>,
    /// By what people get the worst first, and those of one status as they stand in the files; a script gets every
    /// result in the order of the files.
    pub(super) worst_first: Option<fn(&R) -> Status>,
    /// A run of which nothing else came has nothing wrong in it.
    pub(super) calm: StatusSet,
    /// What makes the exit code 1 unless `--fail-on` says otherwise.
    pub(super) fails: StatusSet,
}

impl<R: Outcome + Send + Sync> Scored<'_, R> {
    /// Makes a result of each item, writes the report and ends the run. The results are only kept where somebody wants to
    /// hear of all of them at once.
    pub(super) fn report<'i, Item: Sync>(
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
        super::tell_aside(format, flags, &end);
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
                report.results(&kept, Some, |_, _| (), threads)?;
            }
        }
        report.end(&end)?;
        super::finish(output, &end.summary, flags.fail_on(fails), stopped)
    }
}

/// Reads the value of a flag as a cell of a file is read.
pub(super) fn value<T: for<'a> Cell<'a>>(text: &str) -> Result<T, String> {
    let how = Reading { as_of: NaiveDate::MIN, two_digit_years: false };
    T::read(text.trim(), &how).ok_or_else(|| format!("expected {}", <T as Cell>::EXPECTED))
}
