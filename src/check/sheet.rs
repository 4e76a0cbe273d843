//! Sheets about people, read to records: each with its place, what is wrong in its row, and whether the flags pick it.

use crate::check::open;
use crate::check::open::Said;
use crate::check::progress::Progress;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::Finding;
use crate::input::cells::Reading;
use crate::input::faults;
use crate::input::header::Header;
use crate::input::rows::RowBounds;
use crate::input::sheet::{Batch, Sheet};
use crate::model::{Entry, Record};
use crate::pipeline;
use crate::report::item::End;
use crate::words::{count_words, day_words};
use chrono::NaiveDate;
use elsa::sync::FrozenVec;
use std::convert::Infallible;
use std::sync::Arc;

/// The texts of rows, which stay while there are records made of them.
pub(crate) type Texts = FrozenVec<Box<Text>>;

/// What stays of a batch.
pub(crate) struct Text {
    path: Arc<str>,
    header: Arc<Header>,
    text: String,
}

/// A fault of a row with what tells whose it is.
pub(crate) struct Fault<'r> {
    pub(crate) said: Said<'r>,
    pub(crate) file: &'r str,
    pub(crate) ptb_id: Option<&'r str>,
    pub(crate) name: Option<String>,
}

impl Fault<'_> {
    /// Tells it as a finding.
    pub(crate) fn tell(self, tell: impl FnOnce(&Finding) -> std::io::Result<()>) -> std::io::Result<()> {
        tell(&self.said.finding(self.file, self.ptb_id, self.name.as_deref()))
    }
}

/// Records of all sheets, in their order.
pub(crate) struct Records<'r, R> {
    /// Batch by batch, each record with whether the flags pick it. What they do not pick may still matter to what they do.
    batches: Vec<Vec<(bool, Entry<'r, R>)>>,
}

impl<'r, R> Records<'r, R> {
    /// Every record.
    pub(crate) fn all(&self) -> Vec<&Entry<'r, R>> {
        self.picked(|_, _, entry| Some(entry))
    }

    /// The records that are asked about.
    pub(crate) fn asked(&self) -> Vec<&Entry<'r, R>> {
        self.picked(|_, asked, entry| asked.then_some(entry))
    }

    /// Their places among [`all`](Self::all).
    pub(crate) fn asked_places(&self) -> Vec<usize> {
        self.picked(|at, asked, _| asked.then_some(at))
    }

    fn picked<'s, T>(&'s self, pick: impl Fn(usize, bool, &'s Entry<'r, R>) -> Option<T>) -> Vec<T> {
        let mut picked = Vec::with_capacity(self.batches.iter().map(Vec::len).sum());
        let records = self.batches.iter().flatten().enumerate();
        picked.extend(records.filter_map(|(at, (asked, entry))| pick(at, *asked, entry)));
        picked
    }
}

/// Every record of all sheets, and what is wrong in the rows of those that are asked about.
pub(crate) struct LookedThrough<'r, R> {
    pub(crate) records: Records<'r, R>,
    pub(crate) faults: Vec<Fault<'r>>,
    /// Why this is not all, or why there is nothing to answer.
    pub(crate) stopped: Option<anyhow::Error>,
    /// Records that are asked about.
    count: u64,
    /// Records that are no part of the past that is asked about.
    ahead: i64,
}

/// Reads sheets to their end, or to where reading stops, into `texts`, and makes records of their rows at the same time.
/// Inputs, notes and the count go to `end`. `done`: what is done with a record.
pub(crate) fn read_through<'r, R: Record<'r> + Send>(
    texts: &'r Texts,
    sheets: &mut [Sheet],
    flags: &Flags,
    settings: &Settings,
    done: &str,
    end: &mut End,
) -> LookedThrough<'r, R> {
    let wanted = open::wanted_ids(flags);
    let mut reader = Reader::begin(sheets, flags);
    let mut looked = look_through(texts, &mut reader, flags, settings, &wanted);
    looked.stopped = reader.end(end);
    end.summary.records += looked.count;
    if looked.ahead > 0 {
        end.notes.push(passed_over(looked.ahead, R::NOUN, flags.as_of()));
    }
    if looked.count == 0 && !wanted.is_empty() {
        let nobody = format!("no record has this PTB ID; nothing was {done}");
        end.notes.push(nobody.clone());
        looked.stopped.get_or_insert_with(|| anyhow::Error::msg(nobody));
    }
    looked
}

/// Makes records of rows, each with what is wrong in its row; the rows' text goes to `texts`. `wanted`: the PTB IDs asked about,
/// none is everybody.
pub(crate) fn look_through<'r, R: Record<'r> + Send>(
    texts: &'r Texts,
    mut batches: impl Iterator<Item = Batch> + Send,
    flags: &Flags,
    settings: &Settings,
    wanted: &[String],
) -> LookedThrough<'r, R> {
    let look = Look {
        as_of: flags.as_of(),
        rewind: flags.rewind,
        redact: flags.redact,
        reading: open::reading(flags, settings),
        wanted,
    };
    let records = Records { batches: Vec::new() };
    let mut looked = LookedThrough { records, faults: Vec::new(), stopped: None, count: 0, ahead: 0 };
    let Ok(_) = pipeline::in_order(
        flags.threads(),
        || (),
        |()| {
            let Batch { path, header, rows } = batches.next()?;
            let (text, places) = rows.into_text();
            Some((texts.push_get(Box::new(Text { path, header, text })), places))
        },
        |(), (text, places)| look.through(text, &places),
        |mut part: Part<R>| {
            looked.records.batches.push(part.records);
            looked.faults.append(&mut part.faults);
            looked.count += part.count;
            looked.ahead += part.ahead;
            Ok::<(), Infallible>(())
        },
    );
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
    records: Vec<(bool, Entry<'r, R>)>,
    faults: Vec<Fault<'r>>,
    count: u64,
    ahead: i64,
}

impl Look<'_> {
    fn through<'r, R: Record<'r>>(&self, text: &'r Text, places: &RowBounds) -> Part<'r, R> {
        let Self { as_of, rewind, redact, ref reading, wanted } = *self;
        let Text { path: file, header, text } = text;
        let rows = places.rows_of(text);
        let mut part = Part { records: Vec::with_capacity(rows.len()), faults: Vec::new(), count: 0, ahead: 0 };
        for row in rows {
            let mut said = open::of_row(&row, header, redact);
            let mut record = R::of_row(&row, header, reading, |spec, text| {
                said.push(Said::unreadable(&row, spec, text, redact));
            });
            let unclear = row.is_unreadable() || record.has_unclear_id();
            let asked = open::is_chosen(wanted, record.ptb_id(), unclear);
            if rewind && record.rewind(as_of) {
                part.ahead += i64::from(asked);
                continue;
            }
            for (column, why) in record.strike_impossible_days(as_of) {
                let message = why.sentence(column, as_of);
                said.push(Said::fault(&faults::IMPOSSIBLE, row.line, Some(column), message));
            }
            if asked {
                part.count += 1;
                said.sort_by_key(|said| (said.line, said.rule));
                let name = if redact || said.is_empty() { None } else { record.full_name() };
                let ptb_id = record.ptb_id();
                part.faults.extend(said.into_iter().map(|said| Fault { said, file, ptb_id, name: name.clone() }));
            }
            if !row.is_unreadable() {
                part.records.push((asked, Entry { file, line: row.line, record }));
            }
        }
        part
    }
}

/// The note on records that are no part of the past that is asked about.
fn passed_over(count: i64, noun: &str, as_of: NaiveDate) -> String {
    format!("passed over, because they lie after {}: {}", day_words(as_of), count_words(count, noun))
}

/// Reads every sheet to its end, or to where reading stops. Inputs and notes go to `end`.
pub(crate) fn read_all(sheets: &mut [Sheet], flags: &Flags, end: &mut End) -> (Vec<Batch>, Option<anyhow::Error>) {
    let mut reader = Reader::begin(sheets, flags);
    (reader.by_ref().collect(), reader.end(end))
}

/// The batches of sheets, one sheet after the other, under a progress bar.
struct Reader<'s> {
    sheets: &'s mut [Sheet],
    /// The place of the sheet that is being read.
    at: usize,
    bytes_before: u64,
    progress: Progress,
    /// What is known of the sheets that have been read.
    inputs: End,
    stopped: Option<anyhow::Error>,
}

impl<'s> Reader<'s> {
    fn begin(sheets: &'s mut [Sheet], flags: &Flags) -> Self {
        let sizes = sheets.iter().map(Sheet::bytes).collect::<Option<Vec<u64>>>();
        let wanted = !flags.quiet && !flags.no_progress;
        let progress = Progress::begin(wanted, sizes.map(|sizes| sizes.iter().sum()));
        Self { sheets, at: 0, bytes_before: 0, progress, inputs: End::default(), stopped: None }
    }

    /// Tells what was read, and what kept us from reading more.
    fn end(self, end: &mut End) -> Option<anyhow::Error> {
        end.inputs.extend(self.inputs.inputs);
        end.notes.extend(self.inputs.notes);
        self.stopped
    }
}

impl Iterator for Reader<'_> {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        while let Some(sheet) = self.sheets.get_mut(self.at) {
            match sheet.batch() {
                Ok(Some(batch)) => {
                    self.progress.count(batch.rows.len(), self.bytes_before + sheet.bytes_read());
                    return Some(batch);
                }
                Ok(None) => {}
                Err(failure) => {
                    self.inputs.notes.push(format!("{failure:#}"));
                    self.stopped = Some(failure);
                }
            }
            self.bytes_before += sheet.bytes_read();
            self.inputs.inputs.push(sheet.input());
            self.inputs.notes.extend(sheet.closing_notes());
            self.at += 1;
        }
        None
    }
}
