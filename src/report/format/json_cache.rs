//! JSON that is encoded once and kept: findings have the same few lists of sources.

use hashbrown::HashMap;
use hashbrown::hash_map::Entry;
use serde::ser::Error as _;
use serde::{Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};
use std::cell::RefCell;
use std::hash::Hash;
use std::thread::LocalKey;

/// The JSON of each thing by what it follows from.
pub(crate) type Memory<Key> = RefCell<Known<Key>>;

type Known<Key> = HashMap<Key, Box<RawValue>>;

/// So many are remembered at most, which takes two or three megabytes; then a memory begins anew.
const MOST: usize = 1 << 14;

/// Writes an item for `serde_json` as it was encoded the first time. `key`: all that its JSON follows from.
pub(crate) fn one<S: Serializer, Key: Eq + Hash + 'static>(
    memory: &'static LocalKey<Memory<Key>>,
    item: &impl Serialize,
    key: Key,
    to: S,
) -> Result<S::Ok, S::Error> {
    memory.with_borrow_mut(|memory| encoded(memory, key, item).map_err(S::Error::custom)?.serialize(to))
}

fn encoded<'m, Key: Eq + Hash>(
    memory: &'m mut Known<Key>,
    key: Key,
    item: &impl Serialize,
) -> serde_json::Result<&'m RawValue> {
    if memory.len() == MOST {
        memory.clear();
    }
    Ok(match memory.entry(key) {
        Entry::Occupied(known) => known.into_mut(),
        Entry::Vacant(new) => new.insert(to_raw_value(item)?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Number(usize);

    impl Serialize for Number {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            thread_local!(static NUMBERS: Memory<usize> = Memory::default());
            one(&NUMBERS, &self.0, self.0, to)
        }
    }

    #[test]
    fn cached_items_are_written_like_new_ones() {
        // More items than the cache holds, there and back again.
        for number in (0..MOST * 2).chain((0..MOST * 2).rev()) {
            assert_eq!(serde_json::to_string(&Number(number)).unwrap(), number.to_string());
        }
    }
}
