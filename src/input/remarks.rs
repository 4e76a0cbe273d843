//! What was read in an unusual way, counted for each file and told in one note.

use crate::words::{count_words, shown_path, shown_text, thousands};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// A kind of unusual cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// A day long ago or far ahead that stands for a blank.
    PlaceholderDay,
    /// A word or zeros in place of an ID.
    NoId,
    /// A clock time with an offset, taken as written.
    ClockWithOffset,
    /// A run with hours that nobody runs: minutes and seconds.
    RunWithHours,
    /// UTF-8 that was saved as Windows-1252, read back.
    Garbled,
    /// A rank that is no chief's or sheriff's, read as officer.
    Rank,
    /// A rank that is read as deputy chief.
    DeputyRank,
    /// An ID of nine digits, as a Social Security number has.
    NineDigits,
    /// A private cell that no rule reads, and that cannot be read.
    PrivateUnread,
}

/// The unusual cells of one file, by kind and text. Any thread may add to it: such cells are rare.
#[derive(Debug, Default)]
pub struct Remarks(Mutex<BTreeMap<Remark, BTreeMap<String, u64>>>);

impl Remarks {
    /// The most different texts that are kept of a kind; the rest is counted together.
    const MOST_TEXTS: usize = 100;
    /// The most different texts that a note names.
    const MOST_NAMED: usize = 5;

    /// Counts a cell.
    pub fn count(&self, remark: Remark, text: &str) {
        let mut kinds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let texts = kinds.entry(remark).or_default();
        let is_kept = texts.contains_key(text) || texts.len() < Self::MOST_TEXTS;
        *texts.entry(if is_kept { text.to_owned() } else { String::new() }).or_default() += 1;
    }

    /// Returns one note a kind. With `redact` no cell is quoted.
    pub fn notes(&self, path: &str, redact: bool) -> Vec<String> {
        let kinds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let note = |(remark, texts): (&Remark, &BTreeMap<String, u64>)| {
            let cells = count_words(texts.values().sum::<u64>().cast_signed(), "cell");
            let sentence = remark.sentence();
            let words = if redact || !remark.quotes() { String::new() } else { Self::named(texts) };
            format!("{}: {cells} {sentence}{words}", shown_path(path))
        };
        kinds.iter().map(note).collect()
    }

    /// Writes ` ('TBD' 3 times, 'pending')`, the most frequent first.
    fn named(texts: &BTreeMap<String, u64>) -> String {
        let mut by_count: Vec<_> = texts.iter().filter(|(text, _)| !text.is_empty()).collect();
        by_count.sort_by_key(|(text, count)| (u64::MAX - **count, *text));
        let named = by_count.iter().take(Self::MOST_NAMED).map(|(text, count)| match count {
            1 => format!("'{}'", shown_text(text)),
            _ => format!("'{}' {} times", shown_text(text), thousands(count.cast_signed())),
        });
        let mut named: Vec<String> = named.collect();
        if by_count.len() > Self::MOST_NAMED {
            named.push("and others".into());
        }
        if named.is_empty() { String::new() } else { format!(" ({})", named.join(", ")) }
    }
}

impl Remark {
    /// Returns what was done with such cells, after their count.
    const fn sentence(self) -> &'static str {
        match self {
            Self::PlaceholderDay => {
                "with a day on or before 1 Jan 1901, or in the year 9999, read as blank: such days stand for none"
            }
            Self::NoId => "in the column of the PTB ID without an ID, read as blank",
            Self::ClockWithOffset => "with a clock time and an offset or Z: the time is taken as written, in Illinois",
            Self::RunWithHours => "of a run with hours in front or seconds behind, read as minutes and seconds",
            Self::Garbled => "with letters garbled by a wrong save, read as they were before it",
            Self::Rank => "in position with a rank that no rule asks about, read as officer",
            Self::DeputyRank => "in position with a rank that is read as deputy-chief",
            Self::NineDigits => {
                "with a PTB ID of nine digits, as Social Security numbers have: if they are such numbers, remove them \
                 from the file"
            }
            Self::PrivateUnread => "in a private column that no rule reads cannot be read",
        }
    }

    /// Returns whether a note quotes such cells. Names and private cells are never quoted.
    const fn quotes(self) -> bool {
        !matches!(self, Self::Garbled | Self::NineDigits | Self::PrivateUnread)
    }
}
