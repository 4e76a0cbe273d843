//! Sheets about people, read to records: each with its place, the faults of its row, and whether the flags select it.

use crate::check::open;
use crate::check::progress::Progress;
use crate::check::select::{Key, Selection};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Finding, Place};
use crate::input::faults::{of_row, quotes_nothing, unreadable_cell};
use crate::input::reader::{Batch, Reader};
use crate::input::rows::Rows;
use crate::input::sheet::Sheet;
use crate::model::{Entry, Record};
use crate::report::item::End;
use crate::words::{count_words, day_words};
use std::borrow::Cow;

/// The rows of sheets, kept for the records that borrow from them.
#[derive(Default)]
pub(crate) struct SheetRows {
    batches: Vec<Batch>,
    /// The reason why reading stopped in the middle of a file.
    pub(crate) stopped: Option<anyhow::Error>,
}

impl SheetRows {
    /// Reads every sheet to its end, or to where reading stops, under a progress bar. Inputs and notes go to `end`.
    pub(crate) fn read(sheets: &mut [Sheet], flags: &Flags, end: &mut End) -> Self {
        let mut reader = Reader::new(sheets);
        let mut progress = Progress::begin(flags.shows_progress(), reader.total_bytes());
        let mut batches = Vec::new();
        while let Some(batch) = reader.next(Rows::default()) {
            progress.count(batch.rows.len(), batch.bytes_read);
            batches.push(batch);
        }
        Self { batches, stopped: end.add_files(reader.finish()) }
    }

    /// Returns the batches, in the order of the files.
    pub(crate) fn batches(&self) -> &[Batch] {
        &self.batches
    }

    /// Makes the records that the flags select, and notes what was left out. `done`: `scored`.
    pub(crate) fn records<'r, R: Record<'r>>(
        &'r mut self,
        flags: &Flags,
        settings: &Settings,
        done: &str,
        end: &mut End,
    ) -> Records<'r, R> {
        let selection = Selection::of(flags);
        let stopped = self.stopped.take();
        let mut records = Records { stopped, ..records(&self.batches, flags, settings, &selection) };
        end.summary.records += records.count;
        for batch in self.batches.iter().filter(|batch| batch.is_first) {
            end.notes.extend(batch.remarks.notes(&batch.path, flags.redact));
        }
        if records.ahead > 0 {
            let skipped = count_words(records.ahead, R::NOUN);
            end.notes.push(format!("skipped, because they lie after {}: {skipped}", day_words(flags.as_of())));
        }
        selection.stop_if_nothing(records.count > 0, ("record", done), end, &mut records.stopped);
        records
    }
}

/// Every record of all sheets, and the faults in the rows of those that are selected.
pub(crate) struct Records<'r, R> {
    /// Each record, and whether the flags select it. One that they do not select may still matter to one that they do.
    pub(crate) all: Vec<(bool, Entry<'r, R>)>,
    pub(crate) faults: Vec<Finding<'r>>,
    /// The reason why this is not all, or why there is nothing to answer.
    pub(crate) stopped: Option<anyhow::Error>,
    /// The number of selected records.
    count: u64,
    /// The number of selected records that lie after the day looked back to (`--rewind`).
    ahead: i64,
}

impl<'r, R> Records<'r, R> {
    /// Returns every record.
    pub(crate) fn entries(&self) -> Vec<&Entry<'r, R>> {
        self.all.iter().map(|(_, entry)| entry).collect()
    }

    /// Returns the records that the flags select.
    pub(crate) fn selected(&self) -> Vec<&Entry<'r, R>> {
        self.all.iter().filter(|(selected, _)| *selected).map(|(_, entry)| entry).collect()
    }

    /// Returns the indices of the selected records among [`entries`](Self::entries).
    pub(crate) fn selected_indices(&self) -> impl Iterator<Item = usize> {
        self.all.iter().enumerate().filter(|(_, (selected, _))| *selected).map(|(index, _)| index)
    }
}

/// Makes a record of every row, with the faults of each row.
pub(crate) fn records<'r, R: Record<'r>>(
    batches: &'r [Batch],
    flags: &Flags,
    settings: &Settings,
    selection: &Selection,
) -> Records<'r, R> {
    let (as_of, redact) = (flags.as_of(), flags.redact);
    let reading = open::reading(flags, settings);
    let mut records = Records { all: Vec::new(), faults: Vec::new(), stopped: None, count: 0, ahead: 0 };
    for Batch { path: file, header, rows, remarks, .. } in batches {
        let how = reading.of_file(remarks);
        for row in rows.iter() {
            let mut faults = of_row(&row, file, header, redact);
            let mut record = R::of_row(&row, header, &how, |spec, text| {
                let redact = quotes_nothing(&row, header, redact);
                faults.push(unreadable_cell(Place::record(file, row.line), spec, text, &how, redact));
            });
            let unreadable = row.is_unreadable() || record.has_unclear_id();
            let selected = selection.has_id(Key { value: record.ptb_id(), unreadable });
            if flags.rewind && record.rewind(as_of) {
                records.ahead += i64::from(selected);
                continue;
            }
            for (spec, text) in record.strike_lone_cells() {
                let redact = quotes_nothing(&row, header, redact);
                faults.push(unreadable_cell(Place::record(file, row.line), spec, &text, &how, redact));
            }
            for (column, why) in record.strike_impossible_days(as_of) {
                faults.push(why.finding(Place::record(file, row.line), column, as_of));
            }
            if selected {
                records.count += 1;
                faults.sort_by_key(|fault| (fault.place.line, fault.rule));
                header.locate(&mut faults);
                let name = if redact || faults.is_empty() { None } else { record.full_name() };
                let ptb_id = record.ptb_id();
                records.faults.extend(faults.into_iter().map(|fault| Finding {
                    ptb_id: ptb_id.map(Cow::Borrowed),
                    name: name.clone().map(Cow::Owned),
                    ..fault
                }));
            }
            if !row.is_unreadable() {
                records.all.push((selected, Entry { file, line: row.line, sheet: header.sheet(), record }));
            }
        }
    }
    records
}
