//! The one ending of every command: the output is opened, head, findings, results and end are written, notes that the
//! format cannot hold go to standard error, and the exit code follows from the answers.

use crate::check::file_facts::FileFacts;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::cli::used_flags::uses;
use crate::finding::{Finding, Place, Status, StatusSet, Tally};
use crate::input::faults::NO_RECORDS;
use crate::output::destination::Output;
use crate::report::format::ics::CalendarFacts;
use crate::report::format::shown::Shown;
use crate::report::item::{End, Head, List, NotAsked, ReportEntry, Rows};
use crate::report::layout::page::Page;
use crate::report::{Format, Layout, Report};
use crate::rules::revision;
use crate::words::harmless;
use anyhow::Context;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::io::{self, Write};

/// The statuses that make the exit code of checks and scores 1, unless `--fail-on` names others.
pub(crate) const FAILS: StatusSet = StatusSet::of(&[Status::Overdue, Status::Unknown]);

/// The exit of a run that could be carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Nothing to act on: exit code 0.
    Calm,
    /// At least one answer to act on: exit code 1.
    ToActOn,
}

impl Exit {
    /// Returns the exit of a run that has, or has not, something to act on.
    pub fn when(to_act_on: bool) -> Self {
        if to_act_on { Self::ToActOn } else { Self::Calm }
    }
}

/// The end of a run, with the reason when reading stopped in the middle.
pub(crate) type Ended = (End, Option<anyhow::Error>);

/// A report that a command writes.
pub(crate) type Writing<'w> = Report<Shown<&'w mut Output>>;

/// A run of a command, about to write its report.
pub(crate) struct Run<'a> {
    pub(crate) flags: &'a Flags,
    pub(crate) format: Format,
    pub(crate) head: Head,
    pub(crate) layout: Layout,
    /// The statuses that make the exit code 1 unless `--fail-on` names others.
    pub(crate) fails: StatusSet,
    /// What is told of the files before their records.
    pub(crate) facts: FileFacts,
    /// A copy of a file, and its path: it takes its place before the report that tells of it.
    pub(crate) copy: Option<(Output, String)>,
}

impl<'a> Run<'a> {
    /// Starts the run of a command that writes results and never fails by itself.
    pub(crate) fn new(command: &'static str, flags: &'a Flags, settings: &Settings) -> Self {
        let head = Head {
            command,
            as_of: flags.as_of(),
            arguments: flags.arguments(),
            streams: List::Results,
            not_asked: Vec::new(),
            why_not: flags.why_not || !uses(command, "why_not"),
            quiet: flags.quiet,
            to_file: flags.output.is_some(),
            opening: Vec::new(),
            csv_bom: settings.csv_bom.value,
            calendar: CalendarFacts { reminder_days: |_| Vec::new(), is_redacted: flags.redact, earlier: None },
            rules_revision: revision::revision,
        };
        Self {
            flags,
            format: settings.format.value,
            head,
            layout: Layout::ByPerson,
            fails: StatusSet::default(),
            facts: FileFacts::default(),
            copy: None,
        }
    }

    /// Puts a copy in its place before the first byte of the report is written.
    pub(crate) fn placing(mut self, copy: Option<(Output, String)>) -> Self {
        self.copy = copy;
        self
    }

    /// Makes findings the list that is written as it comes.
    pub(crate) fn of_findings(mut self) -> Self {
        self.head.streams = List::Findings;
        self
    }

    /// Tells the facts about the files before the answers.
    pub(crate) fn of_files(mut self, facts: FileFacts) -> Self {
        self.head.opening.clone_from(&facts.lines);
        self.facts = facts;
        self
    }

    /// Names the rules that are not asked, by file.
    pub(crate) fn not_asked(mut self, not_asked: Vec<NotAsked>) -> Self {
        self.head.not_asked = not_asked;
        self
    }

    /// Sets the day asked about, where it is not that of `--as-of`.
    pub(crate) fn on(mut self, day: NaiveDate) -> Self {
        self.head.as_of = day;
        self
    }

    /// Sets the statuses that make the exit code 1 unless `--fail-on` names others.
    pub(crate) fn failing_on(mut self, fails: StatusSet) -> Self {
        self.fails = fails;
        self
    }

    /// Writes the report. `fill` writes findings and results, and returns what is known at the end; `R` is the kind of
    /// row, so that a table without rows still has its header.
    ///
    /// # Errors
    /// An output that cannot be written, and whatever stopped the run. Standard output then keeps what was judged; a
    /// file keeps what it held before.
    pub(crate) fn report<R: Rows>(
        self,
        fill: impl FnOnce(&mut Writing) -> anyhow::Result<Ended>,
    ) -> anyhow::Result<Exit> {
        let fails = self.flags.fail_on(self.fails);
        self.report_then::<R>(fill, |end| end.summary.of_any(fails) > 0)
    }

    /// The same, where not the summary but `to_act_on` decides the exit code.
    ///
    /// # Errors
    /// As for [`report`](Self::report).
    pub(crate) fn report_then<R: Rows>(
        self,
        fill: impl FnOnce(&mut Writing) -> anyhow::Result<Ended>,
        to_act_on: impl FnOnce(&End) -> bool,
    ) -> anyhow::Result<Exit> {
        let mut run = self;
        // A destination that cannot be written is known before the copy is there.
        let output = Output::open(run.flags.output.as_deref())?;
        let is_paged = run.format.is_page() && !run.flags.no_pager && uses(run.head.command, "no_pager");
        let output = if is_paged { output.paged() } else { output };
        let Some((copy, path)) = run.copy.take() else { return run.write::<R>(output, fill, to_act_on) };
        copy.commit()?;
        run.write::<R>(output, fill, to_act_on).with_context(|| format!("{path} is written, but not the report"))
    }

    fn write<R: Rows>(
        self,
        mut output: Output,
        fill: impl FnOnce(&mut Writing) -> anyhow::Result<Ended>,
        to_act_on: impl FnOnce(&End) -> bool,
    ) -> anyhow::Result<Exit> {
        let Self { flags, format, head, layout, facts, .. } = self;
        if !format.holds_notes() && !flags.quiet {
            facts.lines.iter().for_each(|line| note_on_stderr(line));
        }
        let not_asked = NotAsked::sentences(&head.not_asked);
        let escapes = format.escapes(output.is_terminal());
        let mut report =
            Report::new(Shown::new(&mut output, escapes), format, flags.screen(), layout, head).of_results::<R>();
        facts.findings.iter().try_for_each(|finding| report.finding(finding))?;
        let (mut end, stopped) = fill(&mut report)?;
        end.summary.counts(facts.findings.iter().map(|finding| finding.status));
        if stopped.is_none() && !flags.allow_empty && end.has_no_records() {
            let path = end.inputs.first().map_or(String::new(), |input| input.path.clone());
            let fault = NO_RECORDS.finding(Place::file(&path), "no file has a record, so that nothing was checked");
            end.summary.count(fault.status);
            report.finding(&fault)?;
        }
        let unused_words = if stopped.is_none() { facts.unused_words() } else { None };
        end.notes.splice(0..0, facts.notes.into_iter().chain(unused_words));
        if format.is_json() {
            end.notes.splice(0..0, facts.lines);
        }
        report.end(&end)?;
        if !format.holds_notes() && !flags.quiet {
            not_asked.iter().chain(&end.notes).for_each(|note| note_on_stderr(note));
        }
        if let Some(failure) = stopped {
            output.flush()?;
            return Err(failure);
        }
        output.commit()?;
        Ok(Exit::when(to_act_on(&end)))
    }
}

/// Writes a note to standard error.
pub(crate) fn note_on_stderr(note: &str) {
    // When standard error is closed there is no place left to write to.
    let _ = writeln!(io::stderr(), "muster: note: {}", harmless(note));
}

/// Writes a finished page and ends the run.
///
/// # Errors
/// An output that cannot be written.
pub(crate) fn write_page(page: &[u8], flags: &Flags) -> anyhow::Result<Exit> {
    let mut output = Output::open(flags.output.as_deref())?;
    output.write_all(page)?;
    output.commit()?;
    Ok(Exit::Calm)
}

/// The results of sheets, one of each record, about to be written.
pub(crate) struct SheetReport<'r, R> {
    pub(crate) results: Vec<R>,
    pub(crate) faults: Vec<Finding<'r>>,
    pub(crate) stopped: Option<anyhow::Error>,
    /// Counts the answers of a result.
    pub(crate) count: fn(&R, &mut Tally),
    /// Returns the sentences about all results together, for people.
    pub(crate) closing: fn(&[R]) -> Vec<String>,
    /// Returns the status by which people get the worst first; without it, and for programs, the order of the files
    /// holds.
    pub(crate) worst_first: Option<fn(&R) -> Status>,
    /// Fills the short page, for a command with a short table and a long one.
    pub(crate) short: Option<fn(&mut Page, &[R])>,
    /// The statuses in which nothing is wrong, so that `--quiet` writes nothing.
    pub(crate) calm: StatusSet,
}

impl<R: ReportEntry> SheetReport<'_, R> {
    /// Writes the report and ends the run.
    ///
    /// # Errors
    /// As for [`Run::report`].
    pub(crate) fn write(self, mut run: Run, mut end: End) -> anyhow::Result<Exit> {
        let Self { mut results, faults, stopped, count, closing, worst_first, short, calm } = self;
        let short = short.filter(|_| !run.flags.long);
        if short.is_some() {
            run.layout = Layout::ByLine;
        }
        let quiet = run.flags.quiet;
        results.iter().for_each(|result| count(result, &mut end.summary));
        end.summary.counts(faults.iter().map(|fault| fault.status));
        end.closing.extend(closing(&results));
        if let Some(status) = worst_first.filter(|_| run.format.is_page()) {
            results.sort_by_key(|result| Reverse(status(result)));
        }
        let is_wrong = Status::ALL.into_iter().any(|status| !calm.has(status) && end.summary.of(status) > 0);
        run.report::<R>(|report| {
            if is_wrong || !quiet {
                faults.iter().try_for_each(|fault| report.finding(fault))?;
                match short.filter(|_| !results.is_empty()) {
                    Some(short) => report.list_on_page(&results, short)?,
                    None => results.iter().try_for_each(|result| report.result(result))?,
                }
            }
            Ok((end, stopped))
        })
    }
}
