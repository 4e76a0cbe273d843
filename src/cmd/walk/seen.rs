//! Which officers of a file have been seen, to find the second of two.

use crate::input::cells::is_blank;
use crate::input::header::Header;
use crate::input::sheet::{Row, Rows};
use crate::model::officer::Column;
use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::hash::BuildHasher;

/// The PTB IDs and agencies of a file.
#[derive(Default)]
pub(super) struct Seen {
    keys: Keys,
    hasher: RandomState,
    /// Each spelling of an agency with the number of the agency.
    agencies: HashMap<String, usize, RandomState>,
    /// The last of them: rosters go by agency.
    last: (String, usize),
    /// Those of the rows of one batch, each with the place of its row.
    of_batch: Vec<(Key, usize)>,
}

/// By what a row is known again, in 16 bytes: a hash, the end of the ID itself against chance, and the line.
#[derive(Clone, Copy)]
struct Key {
    hash: u64,
    check: u32,
    line: u32,
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
    /// With room for about so many records, where that can be told.
    pub(super) fn expecting(records: Option<u64>) -> Self {
        let keys = records.map_or_else(Keys::default, Keys::expecting);
        Self { keys, ..Self::default() }
    }

    /// The rows of a batch whose officer stood in the file before.
    pub(super) fn doubles(&mut self, rows: &Rows, header: &Header) -> Vec<Double> {
        let (id, agency) = (header.place(Column::PtbId as usize), header.place(Column::Agency as usize));
        let Some(id) = id else { return Vec::new() };
        self.of_batch.clear();
        for (at, row) in rows.iter().enumerate() {
            let Some(id) = filled(&row, Some(id)) else { continue };
            let agency = self.number(filled(&row, agency).unwrap_or_default());
            let hash = self.hasher.hash_one((id, agency));
            let check = id.bytes().rev().take(4).fold(0, |end, byte| end << 8 | u32::from(byte));
            self.of_batch.push((Key { hash, check, line: u32::try_from(row.line).unwrap_or(u32::MAX) }, at));
        }
        // A loop of nothing else lets the memory of several rows be fetched at once, which is what takes the time.
        let doubles = self.of_batch.iter().filter_map(|(key, row)| {
            let earlier = self.keys.earlier(*key).filter(|earlier| *earlier != key.line)?;
            Some(Double { row: *row, earlier })
        });
        doubles.collect()
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

/// Every key of a file. Nearly all are new, and a small set of bits says so of most: only where the bit of a key is set
/// already are keys looked through, and then one part of them.
struct Keys {
    /// As many as [`Self::BITS_A_KEY`] for each key at least, so that a new key seldom finds its own set; a power of two.
    bits: Vec<u64>,
    /// A power of two as well.
    parts: Vec<Vec<Key>>,
    count: usize,
}

impl Default for Keys {
    fn default() -> Self {
        Self::of_parts(16)
    }
}

impl Keys {
    const BITS_A_KEY: usize = 16;
    /// A part is looked through in a blink when it has so many keys.
    const KEYS_A_PART: usize = 256;

    /// The most parts that are made for keys which are only expected.
    const MOST_EXPECTED: usize = 1 << 14;

    fn of_parts(parts: usize) -> Self {
        let bits = parts * Self::KEYS_A_PART * Self::BITS_A_KEY;
        Self { bits: vec![0; bits / 64], parts: vec![Vec::new(); parts], count: 0 }
    }

    /// As many parts as so many keys, and some more, will need: none of them has to be looked at again to make more.
    fn expecting(keys: u64) -> Self {
        let keys = usize::try_from(keys.saturating_add(keys / 8)).unwrap_or(usize::MAX);
        Self::of_parts((keys / Self::KEYS_A_PART).clamp(16, Self::MOST_EXPECTED).next_power_of_two())
    }

    /// The line on which this key stood first; if on none, it is noted.
    fn earlier(&mut self, key: Key) -> Option<u32> {
        let (low, high) = (key.hash as usize, (key.hash >> 40) as usize);
        let (word, bit) = ((low / 64) & (self.bits.len() - 1), 1 << (low % 64));
        let part = high & (self.parts.len() - 1);
        if self.bits[word] & bit != 0 {
            let same = |other: &&Key| other.hash == key.hash && other.check == key.check;
            if let Some(first) = self.parts[part].iter().find(same) {
                return Some(first.line);
            }
        }
        self.bits[word] |= bit;
        self.parts[part].push(key);
        self.count += 1;
        if self.count == self.parts.len() * Self::KEYS_A_PART {
            self.grow();
        }
        None
    }

    /// Four times as many bits and parts.
    fn grow(&mut self) {
        let parts = self.parts.len() * 4;
        let old = std::mem::replace(self, Self::of_parts(parts));
        for key in old.parts.into_iter().flatten() {
            self.earlier(key);
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
    fn the_first_line_of_a_key_is_told_however_many_came_between() {
        let hasher = RandomState::default();
        let key = |id: u32, line| Key { hash: hasher.hash_one(id), check: id, line };
        let mut keys = Keys::default();
        let many = 100_000;
        for id in 0..many {
            assert_eq!(keys.earlier(key(id, id + 2)), None);
        }
        assert_eq!(
            keys.parts.len(),
            16 * 4_usize.pow(3),
            "it has grown three times, past 4,096, 16,384 and 65,536 keys"
        );
        for id in (0..many).step_by(7) {
            assert_eq!(keys.earlier(key(id, many + 2)), Some(id + 2));
        }
    }

    #[test]
    fn parts_that_were_expected_are_there() {
        let parts = |keys| Keys::expecting(keys).parts.len();
        assert_eq!([0, 50, 3_641, 3_982, 1_000_000, u64::MAX].map(parts), [16, 16, 16, 32, 8_192, Keys::MOST_EXPECTED]);
    }

    #[test]
    fn one_hash_of_two_officers_is_no_double() {
        let mut keys = Keys::default();
        assert_eq!(keys.earlier(Key { hash: 7, check: 1, line: 2 }), None);
        assert_eq!(keys.earlier(Key { hash: 7, check: 2, line: 3 }), None);
        assert_eq!(keys.earlier(Key { hash: 7, check: 2, line: 4 }), Some(3));
    }
}
