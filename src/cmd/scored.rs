//! What commands that score sheets share: all rows at once, a fault with whose row it is, the value of a flag.

use super::faulty::Said;
use crate::cli::Flags;
use crate::finding::Finding;
use crate::input::cells::{Cell, Reading};
use crate::input::sheet::{Rows, Sheet};
use crate::progress::Progress;
use crate::report::End;
use chrono::NaiveDate;

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
