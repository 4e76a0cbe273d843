//! JSON that is encoded once and remembered: large sheets are full of the same few stages and events, and findings of the
//! same few sources.

use hashbrown::HashMap;
use hashbrown::hash_map::Entry;
use serde::ser::{Error as _, SerializeSeq};
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

/// Writes a list for `serde_json`, each item as it was encoded the first time. `key`: all that the JSON of an item follows
/// from; an item without one is encoded by itself.
pub(crate) fn list<S: Serializer, Item: Serialize, Key: Eq + Hash + 'static>(
    memory: &'static LocalKey<Memory<Key>>,
    items: &[Item],
    key: impl Fn(&Item) -> Option<Key>,
    to: S,
) -> Result<S::Ok, S::Error> {
    memory.with_borrow_mut(|memory| {
        let mut list = to.serialize_seq(Some(items.len()))?;
        for item in items {
            let Some(key) = key(item) else {
                list.serialize_element(item)?;
                continue;
            };
            list.serialize_element(encoded(memory, key, item).map_err(S::Error::custom)?)?;
        }
        list.end()
    })
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

    struct Numbers(Vec<usize>);

    impl Serialize for Numbers {
        /// Every seventh number is not remembered.
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            thread_local!(static NUMBERS: Memory<usize> = Memory::default());
            list(&NUMBERS, &self.0, |number| (number % 7 > 0).then_some(*number), to)
        }
    }

    #[test]
    fn items_are_written_as_they_are_however_many_were_written_before() {
        // More than are remembered, there and back again.
        let there: Vec<usize> = (0..MOST * 2).collect();
        let numbers: Vec<usize> = there.iter().chain(there.iter().rev()).copied().collect();
        for part in numbers.chunks(100) {
            let written = serde_json::to_string(&Numbers(part.to_vec())).unwrap();
            assert_eq!(written, serde_json::to_string(part).unwrap());
        }
    }
}
