//! JSON that is encoded once and remembered: large sheets are full of the same few stages and events.

use foldhash::fast::RandomState;
use serde::ser::{Error, SerializeSeq};
use serde::{Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};
use std::cell::RefCell;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;
use std::thread::LocalKey;

/// The JSON of each thing by what it follows from.
pub(super) type Memory<Key> = RefCell<HashMap<Key, Box<RawValue>, RandomState>>;

/// So many are remembered at most, which takes two or three megabytes; then a memory begins anew.
const MOST: usize = 1 << 14;

/// Writes a list for `serde_json`, each item as it was encoded the first time. `key`: all that the JSON of an item follows
/// from; an item without one is encoded by itself.
pub(super) fn list<S: Serializer, Item: Serialize, Key: Eq + Hash + 'static>(
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
            if memory.len() == MOST {
                memory.clear();
            }
            list.serialize_element(match memory.entry(key) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(to_raw_value(item).map_err(S::Error::custom)?),
            })?;
        }
        list.end()
    })
}
