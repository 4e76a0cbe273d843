//! The officers who are on an earlier row of the same file.

use crate::check::roster::agency_ids::AgencyIds;
use crate::input::cells::is_blank;
use crate::input::header::Header;
use crate::input::rows::{Row, Rows};
use crate::model::officer::Column;
use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashMap, HashTable};
use std::hash::BuildHasher;

/// The PTB IDs and agencies of a file, as far as it has been read.
#[derive(Default)]
pub(crate) struct Duplicates {
    keys: Keys,
    hasher: DefaultHashBuilder,
    /// Each agency without case and spaces, with its number.
    agencies: HashMap<String, usize>,
    /// The same numbers by spelling.
    agency_ids: AgencyIds,
    /// The keys of one batch, each with the index of its row.
    of_batch: Vec<(Key, usize)>,
}

/// The identity of a row in 16 bytes: a hash, the end of the ID itself in case two hashes agree, and the line. A
/// million officers take 36 MiB, a third of what a map of strings would.
#[derive(Clone, Copy)]
struct Key {
    hash: u64,
    check: u32,
    line: u32,
}

/// A row whose PTB ID and agency are on an earlier row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Duplicate {
    /// The index of the row in its batch.
    pub(crate) row: usize,
    /// The line of the earlier row.
    pub(crate) earlier: u32,
}

impl Duplicates {
    /// Makes room for about this many records, where the number is known.
    pub(crate) fn expecting(records: Option<u64>) -> Self {
        let keys = records.map_or_else(Keys::default, Keys::expecting);
        Self { keys, ..Self::default() }
    }

    /// Returns the rows of a batch whose officer is on an earlier row of the file.
    pub(crate) fn of(&mut self, rows: &Rows, header: &Header) -> Vec<Duplicate> {
        let (id, agency) = (header.place(Column::PtbId as usize), header.place(Column::Agency as usize));
        let Some(id) = id else { return Vec::new() };
        self.of_batch.clear();
        for (at, row) in rows.iter().enumerate() {
            let Some(id) = filled(&row, Some(id)) else { continue };
            let agency = filled(&row, agency).map_or(0, |agency| self.number(agency));
            let hash = self.hasher.hash_one((id, agency));
            let check = id.bytes().rev().take(4).fold(0, |end, byte| end << 8 | u32::from(byte));
            self.of_batch.push((Key { hash, check, line: u32::try_from(row.line).unwrap_or(u32::MAX) }, at));
        }
        // A loop of nothing but look-ups lets the processor fetch the memory of several rows at once, which takes most
        // of the time.
        let duplicates = self.of_batch.iter().filter_map(|(key, row)| {
            let earlier = self.keys.earlier(*key).filter(|earlier| *earlier != key.line)?;
            Some(Duplicate { row: *row, earlier })
        });
        duplicates.collect()
    }

    /// Returns the number of an agency, from 1; case and spaces do not matter (settled 109).
    fn number(&mut self, agency: &str) -> usize {
        self.agency_ids.number(agency, || {
            let folded: String = agency.split_whitespace().collect::<String>().to_lowercase();
            let new = self.agencies.len() + 1;
            *self.agencies.entry(folded).or_insert(new)
        })
    }
}

/// Every key of a file, once.
#[derive(Default)]
struct Keys(HashTable<Key>);

impl Keys {
    /// The most keys for which room is made in advance.
    const MOST_EXPECTED: usize = 1 << 21;

    /// Makes room for this many keys and some more, so that none has to be moved.
    fn expecting(keys: u64) -> Self {
        let keys = usize::try_from(keys.saturating_add(keys / 16)).unwrap_or(usize::MAX);
        Self(HashTable::with_capacity(keys.min(Self::MOST_EXPECTED)))
    }

    /// Returns the line of the first row with this key, or records the key if there is none.
    fn earlier(&mut self, key: Key) -> Option<u32> {
        let same = |other: &Key| other.hash == key.hash && other.check == key.check;
        match self.0.entry(key.hash, same, |other| other.hash) {
            Entry::Occupied(first) => Some(first.get().line),
            Entry::Vacant(place) => {
                place.insert(key);
                None
            }
        }
    }
}

fn filled<'r>(row: &Row<'r, '_>, at: Option<usize>) -> Option<&'r str> {
    row.cell(at?).filter(|text| !is_blank(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_of_a_key_is_returned_much_later() {
        let hasher = DefaultHashBuilder::default();
        let key = |id: u32, line| Key { hash: hasher.hash_one(id), check: id, line };
        let mut keys = Keys::default();
        let many = 100_000;
        for id in 0..many {
            assert_eq!(keys.earlier(key(id, id + 2)), None);
        }
        for id in (0..many).step_by(7) {
            assert_eq!(keys.earlier(key(id, many + 2)), Some(id + 2));
        }
    }

    #[test]
    fn room_follows_a_plausible_size_only() {
        for keys in [0, 50, 30_000, 1_000_000] {
            assert!(Keys::expecting(keys).0.capacity() as u64 >= keys, "{keys}");
        }
        assert!(Keys::expecting(u64::MAX).0.capacity() < 2 * Keys::MOST_EXPECTED);
    }

    #[test]
    fn two_officers_with_one_hash_are_no_duplicate() {
        let mut keys = Keys::default();
        assert_eq!(keys.earlier(Key { hash: 7, check: 1, line: 2 }), None);
        assert_eq!(keys.earlier(Key { hash: 7, check: 2, line: 3 }), None);
        assert_eq!(keys.earlier(Key { hash: 7, check: 2, line: 4 }), Some(3));
    }
}
