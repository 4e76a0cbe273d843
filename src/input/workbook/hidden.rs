//! Hidden rows and columns of a sheet. They are read like the others, and a note names them.

use crate::input::workbook::container::{Parts, parts};
use crate::input::workbook::grid::Letters;
use crate::words::count_words;
use memchr::{memchr, memmem, memrchr};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufReader, Read};
use std::sync::Arc;

/// The hidden rows and columns of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hidden {
    /// How many rows with cells are hidden.
    rows: u64,
    /// The first of them, from 1.
    first_rows: Vec<u32>,
    /// Hidden columns, from 0: the first and the last of each range.
    columns: Vec<(u32, u32)>,
}

/// The most rows and columns that a note names.
const MOST_NAMED: usize = 5;

impl Hidden {
    /// Adds a row, counted from 1.
    pub(super) fn add_row(&mut self, row: u32) {
        self.rows += 1;
        if self.first_rows.len() < MOST_NAMED {
            self.first_rows.push(row);
        }
    }

    /// Adds columns, counted from 0.
    pub(super) fn add_columns(&mut self, first: u32, last: u32) {
        self.columns.push((first, last));
    }

    /// Returns `2 rows (4, 7) and 1 column (F)`, of the rows below the header and the columns with a heading.
    pub(super) fn words(&self, header_row: u32, columns: &[u32]) -> Option<String> {
        let above = self.first_rows.iter().filter(|row| **row <= header_row).count();
        let rows = self.rows - above as u64;
        let named = self.first_rows.iter().skip(above).map(ToString::to_string);
        let is_hidden = |column: &&u32| self.columns.iter().any(|(first, last)| (first..=last).contains(column));
        let hidden: Vec<String> = columns.iter().filter(is_hidden).map(|column| Letters(*column).to_string()).collect();
        let words = [
            listed(rows, "row", named.collect()),
            listed(hidden.len() as u64, "column", hidden.into_iter().take(MOST_NAMED).collect()),
        ];
        let words: Vec<String> = words.into_iter().flatten().collect();
        (!words.is_empty()).then(|| words.join(" and "))
    }
}

fn listed(count: u64, noun: &str, mut named: Vec<String>) -> Option<String> {
    if count > named.len() as u64 {
        named.push("and others".into());
    }
    (count > 0).then(|| format!("{} ({})", count_words(count.cast_signed(), noun), named.join(", ")))
}

/// Returns the hidden rows and columns of a sheet of an `.xlsx` workbook. What cannot be read hides nothing here: the
/// cells are read by other means.
pub(super) fn of_xlsx(bytes: &Arc<[u8]>, sheet: &str) -> Hidden {
    let mut hidden = Hidden::default();
    let Ok(mut parts) = parts(bytes) else { return hidden };
    let Some(part) = sheet_part(&mut parts, sheet) else { return hidden };
    let Ok(part) = parts.by_name(&part) else { return hidden };
    scan(part, &mut hidden);
    hidden
}

/// Returns the name of the part that holds a sheet.
pub(super) fn sheet_part(parts: &mut Parts, sheet: &str) -> Option<String> {
    let mut link = None;
    each_tag(parts, "xl/workbook.xml", &mut |tag| {
        if tag.local_name().as_ref() == "sheet" && text(tag, "name").is_some_and(|name| name == sheet) {
            let mut links = tag.attributes().flatten().filter(|link| link.key.local_name().as_ref() == "id");
            link = links.next().map(|link| link.value.into_owned());
        }
    });
    let (link, mut target) = (link?, None);
    each_tag(parts, "xl/_rels/workbook.xml.rels", &mut |tag| {
        if text(tag, "Id").is_some_and(|id| id == link) {
            target = text(tag, "Target");
        }
    });
    let target = target?;
    Some(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned))
}

/// Calls `on` for every tag that opens in a small part.
fn each_tag(parts: &mut Parts, part: &str, on: &mut dyn FnMut(&BytesStart)) {
    let Ok(part) = parts.by_name(part) else { return };
    let mut xml = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => on(&tag),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// Returns the value of an attribute.
fn text(tag: &BytesStart, name: &str) -> Option<String> {
    let value = tag.try_get_attribute(name).ok().flatten()?;
    quick_xml::escape::unescape(&value.value).ok().map(std::borrow::Cow::into_owned)
}

/// Finds the tags of rows and columns with the mark `hidden` in the text of a sheet. Searching for the one word takes a
/// tenth of the time that reading the sheet takes.
fn scan(mut part: impl Read, hidden: &mut Hidden) {
    const CHUNK: usize = 256 * 1024;
    let mark = memmem::Finder::new(b" hidden=");
    let (mut text, mut row_before) = (Vec::with_capacity(2 * CHUNK), 0);
    loop {
        let kept = text.len();
        text.resize(kept + CHUNK, 0);
        let Ok(read) = part.read(&mut text[kept..]) else { return };
        text.truncate(kept + read);
        // A tag that is not whole yet waits for the next chunk.
        let whole = if read == 0 { text.len() } else { memrchr(b'<', &text).unwrap_or(text.len()) };
        for found in mark.find_iter(&text[..whole]) {
            let Some(begins) = memrchr(b'<', &text[..found]) else { continue };
            let Some(ends) = memchr(b'>', &text[found..whole]).map(|at| found + at) else { continue };
            note_tag(&text[begins + 1..ends], hidden, &mut row_before);
        }
        if read == 0 {
            return;
        }
        text.drain(..whole);
        // A tag of a megabyte is no row's.
        if text.len() > 4 * CHUNK {
            text.clear();
        }
    }
}

/// Adds the row or the columns of a tag that is marked as hidden.
fn note_tag(tag: &[u8], hidden: &mut Hidden, row_before: &mut u32) {
    let Ok(tag) = std::str::from_utf8(tag) else { return };
    let is_blank = tag.ends_with('/');
    let name = tag.split_ascii_whitespace().next().unwrap_or_default();
    let start = BytesStart::from_content(tag.trim_end_matches('/'), name.len());
    if !text(&start, "hidden").is_some_and(|mark| mark == "1" || mark == "true") {
        return;
    }
    let number = |name| text(&start, name).and_then(|text| text.parse::<u32>().ok());
    match start.local_name().as_ref() {
        "row" if !is_blank => {
            *row_before = number("r").unwrap_or(*row_before + 1);
            hidden.add_row(*row_before);
        }
        "col" => {
            if let Some((first, last)) = number("min").zip(number("max")).filter(|(first, _)| *first > 0) {
                hidden.add_columns(first - 1, last.saturating_sub(1));
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_hidden_rows_and_columns_are_found_in_any_pieces() {
        let filler = "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>".repeat(20_000);
        let text = format!(
            "<worksheet><cols><col min=\"3\" max=\"4\" hidden=\"1\"/><col min=\"9\" max=\"9\" hidden='true'/></cols>\
             <sheetData><row r=\"1\" hidden=\"1\"><c/></row>{filler}<x:row hidden=\"true\" r=\"77\" spans=\"1:2\"><c/>\
             </x:row><row r=\"78\" hidden=\"0\"><c/></row><row r=\"79\" hidden=\"1\"/>\
             <c><is><t>a hidden=\"1\"</t></is></c></sheetData></worksheet>"
        );
        let mut hidden = Hidden::default();
        scan(text.as_bytes(), &mut hidden);
        assert_eq!(hidden, Hidden { rows: 2, first_rows: vec![1, 77], columns: vec![(2, 3), (8, 8)] });
        // The header is in row 1, and column I has no heading.
        assert_eq!(hidden.words(1, &[0, 2, 3]).unwrap(), "1 row (77) and 2 columns (C, D)");
        assert_eq!(Hidden::default().words(1, &[0]), None);
    }
}
