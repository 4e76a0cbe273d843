//! Which officers of a file have been seen, to find the second of two.

use crate::input::cells::Cell;
use crate::input::header::Header;
use crate::input::sheet::{Row, Rows};
use crate::model::officer::Column;
use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::hash::BuildHasher;

const PARTS: usize = 32;

/// The PTB IDs and agencies of a file. 16 bytes a row: a hash, the end of the ID itself against chance, and the line.
#[derive(Default)]
pub(super) struct Seen {
    /// In parts, by some bits of the hash: they grow one after the other, and what is copied then is never all of it.
    parts: [HashMap<u64, (u32, u32), RandomState>; PARTS],
    hasher: RandomState,
    /// Each spelling of an agency with the number of the agency.
    agencies: HashMap<String, usize, RandomState>,
    /// The last of them: rosters go by agency.
    last: (String, usize),
    /// Those of the rows of one batch.
    keys: Vec<Key>,
}

/// By what a row is known again.
struct Key {
    hash: u64,
    check: u32,
    line: u32,
    row: usize,
}

/// A row whose PTB ID and agency stood in the file before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Double {
    /// The place of the row in its batch.
    pub(super) row: usize,
    /// The line on which they stood before.
    pub(super) earlier: u32,
}

impl Seen {
    /// The rows of a batch whose officer stood in the file before.
    pub(super) fn doubles(&mut self, rows: &Rows, header: &Header) -> Vec<Double> {
        let (id, agency) = (header.place(Column::PtbId as usize), header.place(Column::Agency as usize));
        let Some(id) = id else { return Vec::new() };
        self.keys.clear();
        for (at, row) in rows.iter().enumerate() {
            let Some(id) = filled(&row, Some(id)) else { continue };
            let agency = self.number(filled(&row, agency).unwrap_or_default());
            let hash = self.hasher.hash_one((id, agency));
            let check = id.bytes().rev().take(4).fold(0, |end, byte| end << 8 | u32::from(byte));
            self.keys.push(Key { hash, check, line: u32::try_from(row.line).unwrap_or(u32::MAX), row: at });
        }
        // A loop of nothing else lets the memory of several rows be fetched at once, which is what takes the time.
        let mut doubles = Vec::new();
        for Key { hash, check, line, row } in self.keys.drain(..) {
            let (its_check, earlier) = *self.parts[hash as usize % PARTS].entry(hash).or_insert((check, line));
            if its_check == check && earlier != line {
                doubles.push(Double { row, earlier });
            }
        }
        doubles
    }

    /// The number of an agency, whose case and spaces do not matter (settled 109).
    fn number(&mut self, agency: &str) -> usize {
        if !self.agencies.is_empty() && self.last.0 == agency {
            return self.last.1;
        }
        let number = self.agencies.get(agency).copied().unwrap_or_else(|| {
            let folded: String = agency.split_whitespace().collect::<String>().to_lowercase();
            let new = self.agencies.len();
            let number = *self.agencies.entry(folded).or_insert(new);
            self.agencies.insert(agency.to_owned(), number);
            number
        });
        self.last = (agency.to_owned(), number);
        number
    }
}

fn filled<'r>(row: &Row<'r>, at: Option<usize>) -> Option<&'r str> {
    row.cell(at?).filter(|text| !<&str as Cell>::is_blank(text))
}
