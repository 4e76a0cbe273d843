//! What commands that score sheets share: rows to records, a fault with whose row it is, the report, the value of a flag.

use super::Exit;
use super::faulty::{self, Said};
use crate::cli::Flags;
use crate::config::Settings;
use crate::finding::{Finding, Status, StatusSet, Tally};
use crate::input::cells::{Cell, Reading};
use crate::input::faults;
use crate::input::header::Header;
use crate::input::sheet::{Rows, Sheet};
use crate::model::Record;
use crate::pipeline;
use crate::progress::Progress;
use crate::report::output::Output;
use crate::report::{End, Format, Head, List, Outcome, Report};
use crate::text::{count_words, day_words};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::convert::Infallible;

/// A fault of a row with what tells whose it is.
pub(super) struct Fault<'r> {
    pub(super) said: Said<'r>,
    pub(super) file: &'r str,
    pub(super) ptb_id: Option<&'r str>,
    pub(super) name: Option<String>,
}

impl Fault<'_> {
    /// Tells it as a finding.
    pub(super) fn tell(self, tell: impl FnOnce(&Finding) -> std::io::Result<()>) -> std::io::Result<()> {
        tell(&self.said.finding(self.file, self.ptb_id, self.name.as_deref()))
    }
}

/// A record with its place.
pub(super) struct Placed<'r, R> {
    pub(super) file: &'r str,
    pub(super) line: u64,
    /// Whether the flags pick it. What they do not pick may still matter to what they do.
    pub(super) asked: bool,
    pub(super) record: R,
}

/// Every record of all sheets, and what is wrong in the rows of those that are asked about.
pub(super) struct LookedThrough<'r, R> {
    pub(super) records: Vec<Placed<'r, R>>,
    pub(super) faults: Vec<Fault<'r>>,
    /// Why there is nothing to answer, where somebody was asked about whom no sheet knows.
    pub(super) nobody: Option<anyhow::Error>,
}

/// Makes records of rows, each with what is wrong in its row, and counts them. `wanted`: the PTB IDs asked about, none is
/// everybody; `done`: what is done with a record.
pub(super) fn look_through<'r, R: Record<'r> + Send>(
    batches: &'r [(usize, Rows)],
    sheets: &'r [Sheet],
    flags: &Flags,
    settings: &Settings,
    wanted: &[String],
    done: &str,
    end: &mut End,
) -> LookedThrough<'r, R> {
    let as_of = flags.as_of();
    let look =
        Look { as_of, rewind: flags.rewind, redact: flags.redact, reading: faulty::reading(flags, settings), wanted };
    let mut looked = LookedThrough { records: Vec::new(), faults: Vec::new(), nobody: None };
    let mut ahead = 0_i64;
    let mut jobs = batches.iter().filter_map(|(at, rows)| {
        let Sheet { path, header, .. } = sheets.get(*at)?;
        Some((path.as_str(), &**header, rows))
    });
    let Ok(_) = pipeline::in_order(
        flags.threads(),
        || jobs.next(),
        || (),
        |(): &mut (), (file, header, rows)| look.through(file, header, rows),
        |mut part: Part<R>| {
            looked.records.append(&mut part.records);
            looked.faults.append(&mut part.faults);
            end.summary.records += part.count;
            ahead += part.ahead;
            Ok::<(), Infallible>(())
        },
    );
    if ahead > 0 {
        end.notes.push(passed_over(ahead, R::NOUN, as_of));
    }
    if end.summary.records == 0 && !wanted.is_empty() {
        let nobody = format!("no record has this PTB ID; nothing was {done}");
        end.notes.push(nobody.clone());
        looked.nobody = Some(anyhow::Error::msg(nobody));
    }
    looked
}

/// How rows are looked at.
struct Look<'f> {
    as_of: NaiveDate,
    rewind: bool,
    redact: bool,
    reading: Reading,
    wanted: &'f [String],
}

/// What came of the rows of one batch.
struct Part<'r, R> {
    records: Vec<Placed<'r, R>>,
    faults: Vec<Fault<'r>>,
    /// Records that are asked about.
    count: u64,
    /// Records that are no part of the past that is asked about.
    ahead: i64,
}

impl Look<'_> {
    fn through<'r, R: Record<'r>>(&self, file: &'r str, header: &'r Header, rows: &'r Rows) -> Part<'r, R> {
        let Self { as_of, rewind, redact, ref reading, wanted } = *self;
        let mut part = Part { records: Vec::with_capacity(rows.len()), faults: Vec::new(), count: 0, ahead: 0 };
        for row in rows.iter() {
            let mut said = faulty::of_row(&row, header, redact);
            let mut record = R::of_row(&row, header, reading, |spec, text| {
                said.push(Said::unreadable(&row, spec, text, redact));
            });
            let unclear = row.is_unreadable() || record.may_be_anybody();
            let asked = faulty::is_chosen(wanted, record.ptb_id(), unclear);
            if rewind && record.rewind(as_of) {
                part.ahead += i64::from(asked);
                continue;
            }
            for (column, why) in record.strike_impossible_days(as_of) {
                let message = faulty::impossible(column, why, as_of);
                said.push(Said::fault(&faults::IMPOSSIBLE, row.line, Some(column), message));
            }
            if asked {
                part.count += 1;
                said.sort_by_key(|said| (said.line, said.rule));
                let name = if redact || said.is_empty() { None } else { record.shown_name() };
                let ptb_id = record.ptb_id();
                part.faults.extend(said.into_iter().map(|said| Fault { said, file, ptb_id, name: name.clone() }));
            }
            if !row.is_unreadable() {
                part.records.push(Placed { file, line: row.line, asked, record });
            }
        }
        part
    }
}

/// The note on records that are no part of the past that is asked about.
pub(super) fn passed_over(count: i64, noun: &str, as_of: NaiveDate) -> String {
    format!("passed over, because they lie after {}: {}", day_words(as_of), count_words(count, noun))
}

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

/// Reads every file to its end, or to where reading stops: batches of rows, each with the place of its sheet. For
/// commands that need all rows at once; inputs and notes go to `end`.
pub(super) fn read_all(
    sheets: &mut [Sheet],
    flags: &Flags,
    end: &mut End,
) -> (Vec<(usize, Rows)>, Option<anyhow::Error>) {
    let sizes = sheets.iter().map(Sheet::bytes).collect::<Option<Vec<u64>>>();
    let wanted = !flags.quiet && !flags.no_progress;
    let mut progress = Progress::begin(wanted, sizes.map(|sizes| sizes.iter().sum()));
    let mut batches = Vec::new();
    let mut stopped = None;
    let mut bytes_before = 0;
    for (at, sheet) in sheets.iter_mut().enumerate() {
        loop {
            let mut rows = Rows::default();
            match sheet.read(&mut rows) {
                Ok(true) => {
                    progress.count(rows.len(), bytes_before + sheet.bytes_read());
                    batches.push((at, rows));
                }
                Ok(false) => break,
                Err(failure) => {
                    end.notes.push(format!("{failure:#}"));
                    stopped = Some(failure);
                    break;
                }
            }
        }
        bytes_before += sheet.bytes_read();
        end.inputs.push(sheet.input());
        end.notes.extend(sheet.closing_notes());
    }
    (batches, stopped)
}

/// Reads the value of a flag as a cell of a file is read.
pub(super) fn value<T: for<'a> Cell<'a>>(text: &str) -> Result<T, String> {
    let how = Reading { as_of: NaiveDate::MIN, two_digit_years: false };
    T::read(text.trim(), &how).ok_or_else(|| format!("expected {}", <T as Cell>::EXPECTED))
}
