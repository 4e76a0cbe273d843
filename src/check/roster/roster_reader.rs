//! Rosters, batch after batch, with what earlier rows of the same file say about the same officers.

use crate::check::assumed::Assumed;
use crate::check::roster::earlier_rows::{EarlierRows, SameOfficer};
use crate::input::cells::Reading;
use crate::input::reader::{Batch, Reader};
use crate::input::rows::Rows;
use crate::input::sheet::Sheet;
use std::sync::Arc;

/// Reads rosters, and finds the officers who were on an earlier row of the same file.
pub(super) struct RosterReader<'s> {
    pub(super) reader: Reader<'s>,
    reading: &'s Reading,
    /// The cells that are taken to hold other values, and whether their rows are only counted.
    assumed: Option<(&'s mut Assumed, bool)>,
    /// The officers of the file being read.
    earlier: EarlierRows,
    /// The files with officers on rows of several agencies: their paths, and how many officers.
    with_several_agencies: Vec<(Arc<str>, usize)>,
}

impl<'s> RosterReader<'s> {
    /// Starts at the first row of the first roster.
    pub(super) fn new(sheets: &'s mut [Sheet], reading: &'s Reading, assumed: Option<(&'s mut Assumed, bool)>) -> Self {
        Self {
            reader: Reader::new(sheets),
            reading,
            assumed,
            earlier: EarlierRows::default(),
            with_several_agencies: Vec::new(),
        }
    }

    /// Reads the next batch into `rows`, with the officers in it who were on an earlier row.
    pub(super) fn next(&mut self, rows: Rows) -> Option<(Batch, Vec<SameOfficer>)> {
        let mut batch = self.reader.next(rows)?;
        if let Some((assumed, only_looks)) = &mut self.assumed {
            assumed.apply(&mut batch, *only_looks);
        }
        if batch.is_first {
            self.earlier = EarlierRows::expecting(self.reader.expected_records(&batch));
            self.with_several_agencies.push((Arc::clone(&batch.path), 0));
        }
        let same_officers = self.earlier.of(&batch.rows, &batch.header, self.reading);
        if let Some((_, officers)) = self.with_several_agencies.last_mut() {
            *officers = self.earlier.with_several_agencies();
        }
        Some((batch, same_officers))
    }

    /// Returns the notes on officers who are on several rows (settled 147).
    pub(super) fn notes(&self) -> impl Iterator<Item = String> {
        let files = self.with_several_agencies.iter().filter(|(_, officers)| *officers > 0);
        files.map(|(path, officers)| {
            format!(
                "{path}: {} on rows of several agencies; what one row records, such as a signature or a training, is \
                 not read on another",
                if *officers == 1 { "1 officer is".into() } else { format!("{officers} officers are") }
            )
        })
    }
}
