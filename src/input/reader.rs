//! The one loop that reads files: sheet after sheet, batch after batch.

use crate::hint::on_one_line;
use crate::input::header::Header;
use crate::input::remarks::Remarks;
use crate::input::rows::Rows;
use crate::input::sheet::{Input, Sheet};
use std::sync::Arc;

/// Rows of one sheet.
pub struct Batch {
    /// The index of the sheet among all that are read.
    pub sheet: usize,
    /// True for the first batch of the sheet, which may have no rows at all.
    pub is_first: bool,
    /// The path as it was given.
    pub path: Arc<str>,
    /// The header of the sheet.
    pub header: Arc<Header>,
    /// Counts the unusual cells of the sheet.
    pub remarks: Arc<Remarks>,
    /// The rows.
    pub rows: Rows,
    /// The number of bytes read so far, of all sheets.
    pub bytes_read: u64,
}

/// The facts about files after they have been read.
#[derive(Default)]
pub struct FilesRead {
    /// Each file, in the order of the command line.
    pub inputs: Vec<Input>,
    /// Notes on how they were read.
    pub notes: Vec<String>,
    /// The reason why reading stopped in the middle of a file.
    pub stopped: Option<anyhow::Error>,
}

/// Reads sheets one after the other.
pub struct Reader<'s> {
    sheets: &'s mut [Sheet],
    /// The index of the sheet being read.
    current: usize,
    /// True once a batch of that sheet has been returned.
    begun: bool,
    /// The size of the sheets before it.
    bytes_before: u64,
    files: FilesRead,
}

impl<'s> Reader<'s> {
    /// Starts at the first row of the first sheet.
    pub fn new(sheets: &'s mut [Sheet]) -> Self {
        Self { sheets, current: 0, begun: false, bytes_before: 0, files: FilesRead::default() }
    }

    /// Returns the size of all sheets together, or `None` when one is no file of a known size.
    pub fn total_bytes(&self) -> Option<u64> {
        self.sheets.iter().map(Sheet::bytes).sum()
    }

    /// Estimates how many records the sheet of a batch has, from its size.
    pub fn expected_records(&self, batch: &Batch) -> Option<u64> {
        self.sheets.get(batch.sheet)?.expected(&batch.rows)
    }

    /// Reads the next batch into `rows`, whose memory is used again; returns `None` after the last one.
    ///
    /// Every sheet has at least one batch. When a file breaks off in the middle, the reason is kept and the next file
    /// is read.
    pub fn next(&mut self, mut rows: Rows) -> Option<Batch> {
        loop {
            let sheet = self.sheets.get_mut(self.current)?;
            let more = sheet.read(&mut rows).unwrap_or_else(|failure| {
                self.files.notes.push(on_one_line(&format!("{failure:#}")));
                self.files.stopped = Some(failure);
                false
            });
            let batch = Batch {
                sheet: self.current,
                is_first: !std::mem::replace(&mut self.begun, true),
                path: Arc::clone(&sheet.path),
                header: Arc::clone(&sheet.header),
                remarks: Arc::clone(&sheet.remarks),
                rows,
                bytes_read: self.bytes_before + sheet.bytes_read(),
            };
            if !more {
                self.bytes_before = batch.bytes_read;
                self.files.inputs.push(sheet.input());
                self.files.notes.extend(sheet.closing_notes());
                self.current += 1;
                self.begun = false;
            }
            if more || batch.is_first || !batch.rows.is_empty() {
                return Some(batch);
            }
            rows = batch.rows;
        }
    }

    /// Reads every remaining batch that has rows.
    pub fn read_all(&mut self) -> Vec<Batch> {
        let batches = std::iter::from_fn(|| self.next(Rows::default()));
        batches.filter(|batch| !batch.rows.is_empty()).collect()
    }

    /// Returns what is known of the files that were read to their end, or to where reading stopped.
    pub fn finish(self) -> FilesRead {
        self.files
    }
}
