//! The cells of a sheet as batches of rows. A thread of its own reads ahead, because the reader of the cells borrows
//! the workbook for as long as it reads.

use crate::input::cells::MERGED;
use crate::input::column::{ColumnSpec, Role};
use crate::input::rows::{RowFault, Rows};
use crate::input::workbook::cell::{Shape, Value, write, write_day, write_id};
use crate::input::workbook::grid::{Grid, Letters};
use crate::input::workbook::merged::Area;
use crate::input::workbook::{MOST_COLUMNS, Workbook};
use crate::values::fold::trimmed;
use crate::words::count_words;
use anyhow::{Context, anyhow};
use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, LazyLock};

/// The longest row, in bytes of its text.
const LONGEST_ROW: usize = 16 * 1024 * 1024;
/// Batches that are read ahead.
const AHEAD: usize = 2;
/// The most columns that a note names.
const MOST_NAMED: usize = 5;

/// The rows below the header of a sheet.
pub(crate) struct BookRows {
    state: State,
    /// `xlsx`
    pub(crate) format: &'static str,
    /// The name of the sheet and of its cells.
    pub(crate) grid: Grid,
    /// The SHA-256 of the file's bytes.
    pub(crate) sha256: String,
    size: u64,
    read: Arc<AtomicU64>,
    /// The sentences about the sheet, once it has been read.
    notes: Vec<String>,
    /// The first batch, once it has been looked at, until it is returned.
    first: Option<anyhow::Result<Rows>>,
}

/// What the cells of a column are read as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum CellOf {
    /// What they show.
    #[default]
    Any,
    /// Days of events, and no birth dates.
    Day,
    /// PTB IDs.
    Id,
}

impl CellOf {
    /// Returns what the cells of a column are read as.
    pub(crate) fn column(spec: &ColumnSpec) -> Self {
        match spec.role {
            Role::Id => Self::Id,
            Role::BirthDate => Self::Any,
            _ if spec.is_day => Self::Day,
            _ => Self::Any,
        }
    }
}

enum State {
    Ready(Box<Sheet>),
    Reading(Receiver<Part>),
    Done,
}

/// The sheet that is read, and where its rows begin.
pub(super) struct Sheet {
    pub(super) book: Workbook,
    pub(super) index: usize,
    /// The last row of the header, from 1.
    pub(super) header_end: u32,
    /// The columns with a heading, from 0, in their order.
    pub(super) columns: Vec<u32>,
    /// What the cells at the places of those among them that are known are read as.
    pub(super) ways: Vec<(usize, CellOf)>,
}

/// What the reading thread sends.
enum Part {
    Rows(Rows),
    /// The end of the sheet, with the sentences about it.
    End(Vec<String>),
    Failed(anyhow::Error),
}

impl BookRows {
    pub(super) fn new(sheet: Sheet, format: &'static str, grid: Grid, sha256: String) -> Self {
        let (size, read) = (sheet.book.bytes.len() as u64, Arc::clone(&sheet.book.read));
        Self { state: State::Ready(Box::new(sheet)), format, grid, sha256, size, read, notes: Vec::new(), first: None }
    }

    /// Reads the next batch into `rows`, replacing its contents. Returns `false` at the end.
    ///
    /// # Errors
    /// When the sheet is broken; the rows before have been returned.
    pub(crate) fn read(&mut self, rows: &mut Rows) -> anyhow::Result<bool> {
        match self.first.take() {
            None => self.receive(rows),
            Some(first) => {
                *rows = first?;
                Ok(!rows.is_empty())
            }
        }
    }

    /// Returns the first batch, which is read again afterwards; none when the sheet is broken before its end.
    pub(crate) fn sample(&mut self) -> &Rows {
        static NONE: LazyLock<Rows> = LazyLock::new(Rows::default);
        let mut rows = Rows::default();
        let read = self.receive(&mut rows);
        self.first.insert(read.map(|_| rows)).as_ref().unwrap_or(&NONE)
    }

    /// Sets what the cells at each place are read as, before the first row is read.
    pub(crate) fn set_ways(&mut self, ways: Vec<(usize, CellOf)>) {
        if let State::Ready(sheet) = &mut self.state {
            sheet.ways = ways;
        }
    }

    fn receive(&mut self, rows: &mut Rows) -> anyhow::Result<bool> {
        let parts = match std::mem::replace(&mut self.state, State::Done) {
            State::Ready(sheet) => {
                let (to, from) = sync_channel(AHEAD);
                let thread = std::thread::Builder::new().name("workbook".into());
                thread.spawn(move || sheet.send(&to)).context("no thread can be started to read the workbook")?;
                from
            }
            State::Reading(parts) => parts,
            State::Done => return Ok(false),
        };
        match parts.recv() {
            Ok(Part::Rows(batch)) => {
                *rows = batch;
                self.state = State::Reading(parts);
                Ok(true)
            }
            Ok(Part::End(notes)) => {
                self.notes = notes;
                Ok(false)
            }
            Ok(Part::Failed(failure)) => Err(failure),
            Err(_) => Err(anyhow!("the thread that reads the workbook has ended early")),
        }
    }

    /// Returns the number of bytes of the file that have been read.
    pub(crate) fn bytes_read(&self) -> u64 {
        match self.state {
            State::Ready(_) => 0,
            State::Reading(_) => self.read.load(Ordering::Relaxed).min(self.size),
            State::Done => self.size,
        }
    }

    /// Returns the sentences about the sheet, once it has been read.
    pub(crate) fn notes(&self) -> &[String] {
        &self.notes
    }
}

impl Sheet {
    /// Sends the rows of the sheet, batch by batch. What is hidden is looked for at the same time.
    fn send(mut self, to: &SyncSender<Part>) {
        let (header_end, columns, index) = (self.header_end, self.columns.clone(), self.index);
        let mut maker = RowMaker::new(&columns, &self.ways);
        match self.book.merged(index) {
            Ok(merged) => maker.merged = merged.into_areas().into(),
            Err(failure) => {
                // Nobody may receive any more.
                let _ = to.send(Part::Failed(failure));
                return;
            }
        }
        let mut batch = Rows::default();
        let read = self.book.each_cell(index, &mut |row, column, value, shape| {
            if row < header_end {
                return ControlFlow::Continue(());
            }
            let is_new_row = maker.put(row, column, value, shape, &mut batch);
            if is_new_row && batch.is_full() && to.send(Part::Rows(std::mem::take(&mut batch))).is_err() {
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        });
        maker.end_row(&mut batch);
        // When nobody receives any more, nothing is left to say.
        if !batch.is_empty() && to.send(Part::Rows(batch)).is_err() {
            return;
        }
        let _ = to.send(match read {
            Ok(()) => {
                let hidden = self.book.hidden(index).words(header_end, &columns);
                let hidden = hidden.map(|hidden| format!("hidden, and read like the others: {hidden}"));
                Part::End(maker.stray_words().into_iter().chain(hidden).collect())
            }
            Err(failure) => Part::Failed(failure),
        });
    }
}

/// Puts cells together to rows.
struct RowMaker {
    /// The place of each column of the sheet that has a heading.
    places: Vec<Option<u32>>,
    row: Option<u32>,
    /// What the cells of the column at each place are read as.
    ways: Vec<CellOf>,
    /// The texts of the row's cells, and where each begins and ends.
    text: String,
    cells: Vec<(usize, usize)>,
    is_too_long: bool,
    /// The cells that are merged with one above, in rows to come and in this one.
    merged: VecDeque<Area>,
    merged_now: Vec<Area>,
    /// Filled cells in columns without a heading, and the first such columns.
    stray: u64,
    stray_columns: Vec<u32>,
    stray_text: String,
}

impl RowMaker {
    fn new(columns: &[u32], read_as: &[(usize, CellOf)]) -> Self {
        let mut places = vec![None; columns.last().map_or(0, |last| (*last).min(MOST_COLUMNS) as usize + 1)];
        for (place, column) in (0..).zip(columns) {
            if let Some(at) = places.get_mut(*column as usize) {
                *at = Some(place);
            }
        }
        let mut ways = vec![CellOf::Any; columns.len()];
        for (place, of) in read_as {
            if let Some(way) = ways.get_mut(*place) {
                *way = *of;
            }
        }
        Self {
            places,
            row: None,
            ways,
            text: String::new(),
            cells: vec![(0, 0); columns.len()],
            is_too_long: false,
            merged: VecDeque::new(),
            merged_now: Vec::new(),
            stray: 0,
            stray_columns: Vec::new(),
            stray_text: String::new(),
        }
    }

    /// Adds a cell. Returns whether it begins a row, so that the row before it is in `to`.
    fn put(&mut self, row: u32, column: u32, value: &Value, shape: Shape, to: &mut Rows) -> bool {
        let is_new_row = self.row != Some(row);
        if is_new_row {
            self.end_row(to);
            self.row = Some(row);
        }
        let Some(place) = self.places.get(column as usize).copied().flatten() else {
            self.stray_text.clear();
            write(value, shape, &mut self.stray_text);
            if !trimmed(&self.stray_text).is_empty() {
                self.stray += 1;
                if self.stray_columns.len() <= MOST_NAMED && !self.stray_columns.contains(&column) {
                    self.stray_columns.push(column);
                }
            }
            return is_new_row;
        };
        let begins = self.text.len();
        if begins < LONGEST_ROW {
            let write = match self.ways.get(place as usize).copied().unwrap_or_default() {
                CellOf::Any => write,
                CellOf::Day => write_day,
                CellOf::Id => write_id,
            };
            write(value, shape, &mut self.text);
        } else {
            self.is_too_long = true;
        }
        if let Some(cell) = self.cells.get_mut(place as usize) {
            *cell = (begins, self.text.len());
        }
        is_new_row
    }

    /// Adds the row that was begun to `to`, unless it is blank.
    fn end_row(&mut self, to: &mut Rows) {
        let Some(row) = self.row.take() else { return };
        let line = u64::from(row) + 1;
        if self.is_too_long || self.text.len() > LONGEST_ROW {
            to.push_fault(line, RowFault::TooLong);
        } else if !self.text.is_empty() {
            self.fill_merged(row);
            to.begin(line);
            for (begins, ends) in &self.cells {
                to.push_cell(self.text.get(*begins..*ends).unwrap_or_default());
            }
            to.drop_blank();
        }
        self.text.clear();
        self.cells.fill((0, 0));
        self.is_too_long = false;
    }

    /// Marks the cells of a row that are merged with one above, where the row has others that are filled.
    fn fill_merged(&mut self, row: u32) {
        while let Some(area) = self.merged.pop_front_if(|area| *area.rows.start() <= row) {
            self.merged_now.push(area);
        }
        self.merged_now.retain(|area| area.rows.contains(&row));
        for column in self.merged_now.iter().flat_map(|area| area.columns.clone()) {
            let place = self.places.get(column as usize).copied().flatten();
            let Some(cell) = place.and_then(|place| self.cells.get_mut(place as usize)) else { continue };
            // A value that is left below is seen by nobody.
            let begins = self.text.len();
            self.text.push_str(MERGED);
            *cell = (begins, self.text.len());
        }
    }

    fn stray_words(&self) -> Option<String> {
        let named = self.stray_columns.iter().take(MOST_NAMED).map(|column| Letters(*column).to_string());
        let mut named: Vec<String> = named.collect();
        if self.stray_columns.len() > MOST_NAMED {
            named.push("and others".into());
        }
        (self.stray > 0).then(|| {
            let cells = count_words(self.stray.cast_signed(), "filled cell");
            format!("not read: {cells} in columns without a heading ({})", named.join(", "))
        })
    }
}
