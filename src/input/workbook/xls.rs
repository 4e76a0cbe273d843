//! An `.xls` workbook before it is read: the size that its sheets claim, and what is hidden in them. It is read whole,
//! and the reader takes memory for every cell between the first and the last.

use crate::input::cells::{DAMAGED, NO_STORED_VALUE};
use crate::input::workbook::cell::Shape;
use crate::input::workbook::container::{BROKEN, PASSWORD};
use crate::input::workbook::hidden::Hidden;
use crate::input::workbook::merged::Merged;
use crate::input::workbook::xls_texts;
use crate::input::workbook::{LookedAt, Shapes, StandIns, check_size};
use anyhow::bail;
use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read};
use std::sync::Arc;

/// Looks at the records of each sheet. Returns what is hidden and how cells are shown, sheet by sheet.
///
/// # Errors
/// When the file is broken, or a sheet claims more cells than are read.
pub(super) fn look(bytes: &Arc<[u8]>) -> anyhow::Result<Vec<LookedAt>> {
    let Ok(mut file) = cfb::CompoundFile::open(Cursor::new(Arc::clone(bytes))) else { bail!(BROKEN) };
    let stream = file.open_stream("/Workbook").or_else(|_| file.open_stream("/Book"));
    let mut text = Vec::new();
    if stream.and_then(|stream| stream.take(bytes.len() as u64).read_to_end(&mut text)).is_err() {
        bail!(BROKEN);
    }
    if records(&text, 0).take_while(|(kind, _)| *kind != END).any(|(kind, _)| kind == ENCRYPTED) {
        bail!(PASSWORD);
    }
    let formats = formats(&text);
    let of_texts = records(&text, 0).take_while(|(kind, _)| *kind != END).skip_while(|(kind, _)| *kind != TEXTS);
    let mut of_texts = of_texts.enumerate().take_while(|(at, (kind, _))| *at == 0 || *kind == CONTINUED);
    let (mut texts, mut has_marks) = (0, false);
    if let Some((_, (_, first))) = of_texts.next() {
        texts = first.get(4..).and_then(|count| Some(u32::from_le_bytes(*count.first_chunk()?))).unwrap_or(0);
        let first = std::iter::once(first.get(8..).unwrap_or_default());
        let all: Vec<&[u8]> = first.chain(of_texts.map(|(_, (_, data))| data)).collect();
        match xls_texts::count(&all) {
            // One is missing, and those behind it have moved.
            Some(count) if count < texts => bail!(BROKEN),
            Some(count) => texts = count,
            None => {}
        }
    }
    if let Some((BEGIN, data)) = records(&text, 0).next() {
        has_marks = data.starts_with(&[0x00, 0x06]);
    }
    let sheets = records(&text, 0).take_while(|(kind, _)| *kind != END);
    let sheets = sheets.filter(|(kind, _)| *kind == SHEET);
    let begins = sheets.map(|(_, data)| Some(u32::from_le_bytes(*data.first_chunk()?) as usize));
    begins
        .map(|begins| {
            begins.map_or_else(|| bail!(BROKEN), |begins| look_at_sheet(&text, begins, &formats, (texts, has_marks)))
        })
        .collect()
}

/// The most cells whose format is kept.
const MOST_SHAPES: usize = 1 << 20;
const FORMAT: u16 = 0x041e;
const CELL_FORMAT: u16 = 0x00e0;
const SHEET: u16 = 0x0085;
/// The record of the texts that cells share, and that of a cell which names one of them.
const TEXTS: u16 = 0x00fc;
const SHARED: u16 = 0x00fd;
/// The record that goes on with the one before it, and the longest that a record can be.
const CONTINUED: u16 = 0x003c;
const LONGEST: usize = 8224;
/// The records of cells with a text of their own.
const LABELS: [u16; 2] = [0x0204, 0x00d6];
/// The record that says how what follows is encrypted.
const ENCRYPTED: u16 = 0x002f;
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;
const SIZE: u16 = 0x0200;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007d;
/// Records of one cell, which begin with its row and column, and of several in a row.
const CELLS: [u16; 8] = [0x0203, 0x0204, 0x00d6, 0x0205, 0x027e, 0x00fd, 0x0006, 0x00bd];
/// The record of a formula with its result, and that of the text which is the result of the formula before it.
const FORMULA: u16 = 0x0006;
const RESULT: u16 = 0x0207;
/// The record of merged areas.
const MERGED: u16 = 0x00e5;
/// The record of several numbers in a row, which ends with the last column.
const NUMBERS: u16 = 0x00bd;

/// Returns the shape of each format of cells that the workbook declares.
fn formats(text: &[u8]) -> Vec<Shape> {
    let (mut codes, mut cells) = (HashMap::new(), Vec::new());
    for (kind, data) in records(text, 0).take_while(|(kind, _)| *kind != END) {
        let word = |at: usize| Some(u16::from_le_bytes(*data.get(at..)?.first_chunk()?));
        match kind {
            // The number of the format, the length of its text, and whether each letter has two bytes.
            FORMAT => {
                if let (Some(number), Some(wide), Some(letters)) = (word(0), data.get(4), data.get(5..)) {
                    let code: String = match wide & 1 {
                        0 => letters.iter().map(|letter| char::from(*letter)).collect(),
                        _ => String::from_utf16_lossy(
                            &letters
                                .as_chunks::<2>()
                                .0
                                .iter()
                                .map(|unit| u16::from_le_bytes(*unit))
                                .collect::<Vec<_>>(),
                        ),
                    };
                    codes.insert(number, Shape::of_format(&code));
                }
            }
            CELL_FORMAT => cells.push(word(2).unwrap_or_default()),
            _ => {}
        }
    }
    // Two of the formats that every workbook has are percentages.
    let shape = |number: &u16| match number {
        9 | 10 => Shape::Percent,
        number => codes.get(number).copied().unwrap_or_default(),
    };
    cells.iter().map(shape).collect()
}

/// Looks at the records of a sheet. `texts` is the number of texts that cells share, `has_marks` says whether marks
/// stand behind the length of a text.
fn look_at_sheet(
    text: &[u8],
    begins: usize,
    formats: &[Shape],
    (texts, has_marks): (u32, bool),
) -> anyhow::Result<LookedAt> {
    let (mut hidden, mut shapes, mut merged) = (Hidden::default(), Shapes::new(), Merged::default());
    let (mut stand_ins, mut formula) = (StandIns::new(), None);
    let (mut depth, mut first, mut last) = (0_usize, (u32::MAX, u32::MAX), (0, 0));
    let (mut is_whole, mut seen) = (false, HashSet::new());
    for (kind, data) in records(text, begins) {
        let word = |at: usize| Some(u32::from(u16::from_le_bytes(*data.get(at..)?.first_chunk()?)));
        let long = |at: usize| Some(u32::from_le_bytes(*data.get(at..)?.first_chunk()?));
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => {
                is_whole = true;
                break;
            }
            END => depth -= 1,
            // A chart within the sheet has records of its own.
            _ if depth > 1 => {}
            SIZE => {
                let is_old = data.len() == 10;
                let rows = if is_old { word(2) } else { long(4) };
                let columns = word(if is_old { 6 } else { 10 });
                // Rows and columns of the format: 65,536 and 256.
                if rows.is_none_or(|rows| rows > 65_536) || columns.is_none_or(|columns| columns > 256) {
                    bail!(BROKEN);
                }
            }
            ROW => {
                if let (Some(row), Some(first), Some(last), Some(marks)) = (word(0), word(2), word(4), word(12))
                    && (marks & 0x20 != 0 || word(6) == Some(0))
                    && last > first
                {
                    hidden.add_row(row + 1);
                }
            }
            COLUMNS => {
                if let (Some(first), Some(last), Some(marks)) = (word(0), word(2), word(8))
                    && (marks & 1 != 0 || word(4) == Some(0))
                {
                    hidden.add_columns(first, last);
                }
            }
            MERGED => {
                let areas = data.get(2..).unwrap_or_default().as_chunks::<8>().0;
                for area in areas {
                    let [top, bottom, left, right] =
                        [0, 2, 4, 6].map(|at| u32::from(u16::from_le_bytes([area[at], area[at + 1]])));
                    merged.add(top..=bottom, left..=right);
                }
            }
            RESULT => match formula.take() {
                // A longer text goes on in the next record.
                Some((at, true)) if data.len() >= LONGEST || !xls_texts::is_cut(data, has_marks) => {
                    stand_ins.remove(&at);
                }
                Some((at, true)) => drop(stand_ins.insert(at, DAMAGED)),
                // The library would take the text for the number.
                Some((at, false)) => drop(stand_ins.insert(at, DAMAGED)),
                None => bail!(BROKEN),
            },
            _ if CELLS.contains(&kind) => {
                let end = if kind == NUMBERS { data.len().checked_sub(2).and_then(word) } else { word(2) };
                let (Some(row), Some(column), Some(end)) = (word(0), word(2), end) else { bail!(BROKEN) };
                if end > 255 || column > end {
                    bail!(BROKEN);
                }
                // A text that is not there would be a blank cell, and of two values of one cell only one is read.
                let is_lost = kind == SHARED && long(6).is_none_or(|index| index >= texts);
                if is_lost || (column..=end).any(|column| !seen.insert((row, column))) {
                    bail!(BROKEN);
                }
                // Of several numbers each has its format and four bytes.
                let cells = (column..=end).zip((4..).step_by(6));
                for (column, at) in cells.take(if kind == NUMBERS { 256 } else { 1 }) {
                    let shape = word(at).and_then(|format| formats.get(format as usize)).copied().unwrap_or_default();
                    if matches!(shape, Shape::Percent | Shape::Zeros(_)) && shapes.len() < MOST_SHAPES {
                        shapes.insert((row, column), shape);
                    }
                }
                // The text that a formula has for its result stands in a record of its own, before the next cell.
                formula = None;
                if kind == FORMULA {
                    let is_text = data.get(6) == Some(&0) && word(12) == Some(0xffff);
                    formula = Some(((row, column), is_text));
                    if is_text {
                        stand_ins.insert((row, column), NO_STORED_VALUE);
                    }
                }
                if LABELS.contains(&kind) && data.get(6..).is_none_or(|text| xls_texts::is_cut(text, has_marks)) {
                    stand_ins.insert((row, column), DAMAGED);
                }
                first = (first.0.min(row), first.1.min(column));
                last = (last.0.max(row), last.1.max(end));
            }
            _ => {}
        }
    }
    // Without its end the sheet has lost rows.
    if !is_whole {
        bail!(BROKEN);
    }
    if first.0 <= last.0 {
        check_size(u64::from(last.0 - first.0 + 1), u64::from(last.1 - first.1 + 1))?;
    }
    Ok(LookedAt { hidden, shapes, stand_ins, merged })
}

/// Returns the records of a stream from a place on: the kind and the data of each.
fn records(text: &[u8], begins: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = text.get(begins..).unwrap_or_default();
    std::iter::from_fn(move || {
        let ([kind, length], _) = rest.as_chunks::<2>().0.split_first_chunk().map(|(head, rest)| (*head, rest))?;
        let (kind, length) = (u16::from_le_bytes(kind), usize::from(u16::from_le_bytes(length)));
        let data = rest.get(4..4 + length)?;
        rest = &rest[4 + length..];
        Some((kind, data))
    })
}
