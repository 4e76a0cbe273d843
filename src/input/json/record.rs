//! One object as a row of cells.

use crate::input::bytes::decode_text;
use crate::input::json::keys::{Keys, Members, string};
use crate::input::rows::{RowFault, Rows};
use crate::words::shown_text;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// Adds an object, or a row with the fault of a text that is none. A text that is not UTF-8 is read as Windows-1252.
pub(super) fn push_record(text: &[u8], line: u64, keys: &mut Keys, rows: &mut Rows, width: usize) {
    let decoded = decode_text(text);
    rows.windows_1252 |= matches!(decoded, Cow::Owned(_));
    match keys.read(decoded.as_bytes(), width) {
        Ok((members, length)) if decoded[length..].trim().is_empty() => push_members(rows, line, &members),
        Ok(_) => rows.push_fault(line, RowFault::NoObject("there is something behind the object".into())),
        Err(error) => {
            let why = kind_of(text).map_or_else(|| without_place(&error), |kind| format!("it is {kind}"));
            rows.push_fault(line, RowFault::NoObject(why));
        }
    }
}

/// Adds the members of an object as a row, unless all are blank.
pub(super) fn push_members(rows: &mut Rows, line: u64, members: &Members) {
    if let Some(key) = &members.twice {
        rows.push_fault(line, RowFault::NoObject(twice(key)));
        return;
    }
    rows.begin(line);
    for (at, value) in members.cells.iter().enumerate() {
        push_scalar(rows, at, *value);
    }
    if !members.has_more {
        rows.drop_blank();
    }
}

/// Returns the kind of a JSON value that is no object; `None` for an object and for what is no JSON. Of such a record
/// no more is told: it may hold anything (settled 188).
fn kind_of(text: &[u8]) -> Option<&'static str> {
    match text.trim_ascii_start().first()? {
        b'"' => Some("a text"),
        b'[' => Some("a list"),
        b't' | b'f' => Some("true or false"),
        b'n' => Some("null"),
        b'0'..=b'9' | b'-' => Some("a number"),
        _ => None,
    }
}

/// Returns the reason why an object with a key twice cannot be read: nothing shows which value is right.
fn twice(key: &str) -> String {
    format!("it has the key {:?} twice", shown_text(key))
}

/// Adds a value to the last row. A list or an object is kept as JSON, with a fault:
/// [`crate::input::rows::Row::nested`].
pub(crate) fn push_scalar(rows: &mut Rows, at: usize, value: Option<&RawValue>) {
    let text = value.map_or("", RawValue::get);
    match text.as_bytes() {
        [] | [b'n', ..] => rows.push_cell(""),
        [b'"', inner @ .., b'"'] => match memchr::memchr(b'\\', inner) {
            None => rows.push_cell(&text[1..text.len() - 1]),
            // An escape that is none, such as `\x`, was an error when the value was found.
            Some(_) => rows.push_cell(&string(text.as_bytes()).unwrap_or_default()),
        },
        [b'{' | b'[', ..] => {
            rows.push_cell(text);
            rows.fault(RowFault::Nested { cell: at });
        }
        _ => rows.push_cell(text),
    }
}

/// Reads the members of an object, in their order.
///
/// # Errors
/// The reason why the text is not such an object.
pub(crate) fn object(text: &[u8]) -> Result<Vec<(String, &RawValue)>, String> {
    let mut keys = Keys::default();
    let (members, length) = keys.read(text, 0).map_err(|error| without_place(&error))?;
    if let Some(key) = members.twice {
        return Err(twice(&key));
    }
    if !text[length..].trim_ascii().is_empty() {
        return Err("there is something behind the object".into());
    }
    // The keys are known now, and all different.
    let names: Vec<String> = keys.columns().map(str::to_owned).collect();
    let (members, _) = keys.read(text, names.len()).map_err(|error| without_place(&error))?;
    Ok(names.into_iter().zip(members.cells).filter_map(|(name, value)| Some((name, value?))).collect())
}

/// Returns the text of an error without its place, because the record has a line of its own.
pub(super) fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}
