//! Which officers of a file have been seen, to find the second of two.

use crate::input::cells::Cell;
use crate::input::header::Header;
use crate::input::sheet::{Row, Rows};
use crate::model::officer::Column;
use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::BuildHasher;

/// The PTB IDs and agencies of a file. 16 bytes a row: a hash, the end of the ID itself against chance, and the line.
#[derive(Default)]
pub(super) struct Seen {
    rows: HashMap<u64, (u32, u32), RandomState>,
    /// Each spelling of an agency with the number of the agency.
    agencies: HashMap<String, usize, RandomState>,
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
        let mut doubles = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let Some(id) = filled(&row, Some(id)) else { continue };
            if let Some(earlier) = self.earlier(id, filled(&row, agency).unwrap_or_default(), row.line) {
                doubles.push(Double { row: at, earlier });
            }
        }
        doubles
    }

    /// The line on which the same ID and agency stood before.
    fn earlier(&mut self, id: &str, agency: &str, line: u64) -> Option<u32> {
        let agency = self.number(agency);
        let hash = self.rows.hasher().hash_one((id, agency));
        let check = id.bytes().rev().take(4).fold(0, |end, byte| end << 8 | u32::from(byte));
        match self.rows.entry(hash) {
            Entry::Occupied(earlier) => {
                let (its_check, its_line) = *earlier.get();
                (its_check == check).then_some(its_line)
            }
            Entry::Vacant(new) => {
                new.insert((check, u32::try_from(line).unwrap_or(u32::MAX)));
                None
            }
        }
    }

    /// The number of an agency, whose case and spaces do not matter (settled 109).
    fn number(&mut self, agency: &str) -> usize {
        if let Some(number) = self.agencies.get(agency) {
            return *number;
        }
        let folded: String = agency.split_ascii_whitespace().collect::<String>().to_ascii_lowercase();
        let new = self.agencies.len();
        let number = *self.agencies.entry(folded).or_insert(new);
        self.agencies.insert(agency.to_owned(), number);
        number
    }
}

fn filled<'r>(row: &Row<'r>, at: Option<usize>) -> Option<&'r str> {
    row.cell(at?).filter(|text| !<&str as Cell>::is_blank(text))
}
