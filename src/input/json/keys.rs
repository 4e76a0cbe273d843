//! The keys of objects, and one object as cells in the order of the columns.

use crate::input::bytes::decode_text;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

/// The most keys in a file: a row is as wide as all of them together.
const MOST_KEYS: usize = 10_000;

/// Returns the place of the declared column that a key stands for.
pub type Resolve = Box<dyn Fn(&str) -> Option<usize> + Send>;

/// The keys of all objects, in the order in which they appear; declared ones before the others.
#[derive(Default)]
pub(super) struct Keys {
    names: Vec<String>,
    /// The place of each spelling of a key.
    places: HashMap<String, usize>,
    /// The number of the last object that had the key.
    seen: Vec<u64>,
    object: u64,
    /// The number of declared columns, and how another spelling of one is recognized. Other keys are not read.
    declared: Option<(usize, Resolve)>,
}

/// The members of one object.
#[derive(Debug, Default)]
pub(super) struct Members<'t> {
    /// The value at the place of each key, as far as the row is wide.
    pub(super) cells: Vec<Option<&'t RawValue>>,
    /// The first key that the object has twice.
    pub(super) twice: Option<String>,
    /// True when a key behind the row's last cell has a value.
    pub(super) has_more: bool,
}

impl Keys {
    /// Returns the keys of declared columns.
    pub(super) fn declared(names: Vec<String>, resolve: Resolve) -> Self {
        let width = names.len();
        Self { names, seen: vec![0; width], declared: Some((width, resolve)), ..Self::default() }
    }

    /// Returns the keys that are read.
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        let width = self.declared.as_ref().map_or(self.names.len(), |(width, _)| *width);
        self.names.iter().take(width).map(String::as_str)
    }

    /// Returns whether there are more keys than a row can have cells.
    pub(super) fn are_too_many(&self) -> bool {
        self.names.len() > MOST_KEYS
    }

    /// Returns the keys that no declared column reads.
    pub(super) fn unread(&self) -> &[String] {
        self.declared.as_ref().and_then(|(width, _)| self.names.get(*width..)).unwrap_or_default()
    }

    /// Returns whether an object had one of the keys that are read.
    pub(super) fn is_any_read(&self) -> bool {
        self.columns().zip(&self.seen).any(|(_, object)| *object > 0)
    }

    /// Returns the place of a key. `expected` is the place that it probably has: most files have the same keys in the
    /// same order in all objects, and a comparison is quicker than a look-up.
    fn place(&mut self, key: &[u8], expected: usize) -> usize {
        if self.names.get(expected).is_some_and(|name| name.as_bytes() == key) {
            return expected;
        }
        let key = text_of(key);
        if let Some(place) = self.places.get(&*key) {
            return *place;
        }
        let next = self.names.len();
        let declared = self.declared.as_ref().and_then(|(width, resolve)| {
            let same = self.names.iter().take(*width).position(|name| *name == key);
            same.or_else(|| resolve(&key))
        });
        let place = declared.unwrap_or(next);
        // One key more than there may be shows that there are too many.
        if place == next && next <= MOST_KEYS {
            self.names.push(key.clone().into_owned());
            self.seen.push(0);
        }
        if self.places.len() <= 2 * MOST_KEYS {
            self.places.insert(key.into_owned(), place);
        }
        place
    }

    /// Reads the object at the start of a text into a row of `width` cells. Returns it with its length.
    ///
    /// # Errors
    /// When the text does not begin with a whole object.
    pub(super) fn read<'t>(&mut self, text: &'t [u8], width: usize) -> serde_json::Result<(Members<'t>, usize)> {
        self.object += 1;
        let mut members = Members { cells: vec![None; width], ..Members::default() };
        let mut reader = serde_json::Deserializer::from_slice(text);
        reader.deserialize_map(Object { keys: self, members: &mut members })?;
        Ok((members, reader.into_iter::<IgnoredAny>().byte_offset()))
    }
}

/// Decodes the bytes of a string. Half of a surrogate pair is a lost letter (settled 170).
fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    // A half is three bytes, the first two of them these.
    let is_half = |at: usize| bytes[at] == 0xed && bytes.get(at + 1).is_some_and(|next| *next >= 0xa0);
    let (mut whole, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        if is_half(at) {
            whole.extend("\u{fffd}".as_bytes());
            at += 3;
        } else {
            whole.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(whole).map_or_else(|_| Cow::Owned(decode_text(bytes).into_owned()), Cow::Owned)
}

/// Decodes a JSON string with its quotation marks.
///
/// # Errors
/// When it is none.
pub(super) fn string(quoted: &[u8]) -> serde_json::Result<String> {
    struct Letters;
    impl Visitor<'_> for Letters {
        type Value = String;

        fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
            to.write_str("a string")
        }

        fn visit_bytes<E>(self, letters: &[u8]) -> Result<String, E> {
            Ok(text_of(letters).into_owned())
        }
    }
    serde_json::Deserializer::from_slice(quoted).deserialize_bytes(Letters)
}

/// Reads an object.
struct Object<'k, 'm, 't> {
    keys: &'k mut Keys,
    members: &'m mut Members<'t>,
}

impl<'t> Visitor<'t> for Object<'_, '_, 't> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<(), A::Error> {
        let mut expected = 0;
        while let Some(place) = map.next_key_seed(Key { keys: self.keys, expected })? {
            let value = map.next_value::<&RawValue>()?;
            expected = place + 1;
            let object = self.keys.object;
            match self.keys.seen.get_mut(place) {
                Some(seen) if *seen == object => {
                    self.members.twice.get_or_insert_with(|| self.keys.names[place].clone());
                }
                Some(seen) => *seen = object,
                None => {}
            }
            match self.members.cells.get_mut(place) {
                Some(cell) => *cell = Some(value),
                None => self.members.has_more |= !matches!(value.get(), "null" | "\"\""),
            }
        }
        Ok(())
    }
}

/// Reads a key and returns its place.
struct Key<'k> {
    keys: &'k mut Keys,
    expected: usize,
}

impl<'t> DeserializeSeed<'t> for Key<'_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'t>>(self, from: D) -> Result<usize, D::Error> {
        // As bytes, because a text with half of a surrogate pair would be an error.
        from.deserialize_bytes(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = usize;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("a key")
    }

    fn visit_bytes<E>(self, key: &[u8]) -> Result<usize, E> {
        Ok(self.keys.place(key, self.expected))
    }
}
