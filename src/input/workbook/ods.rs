//! An `.ods` workbook before it is read: the size that its sheets claim, and what is hidden in them. It is read whole,
//! and the reader takes memory for every cell between the first and the last, and for each repeated one.

use crate::input::cells::NO_STORED_VALUE;
use crate::input::workbook::cell::Shape;
use crate::input::workbook::container::{BROKEN, parts};
use crate::input::workbook::hidden::Hidden;
use crate::input::workbook::{LookedAt, Shapes, StandIns, check_size};
use anyhow::bail;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::BufReader;
use std::sync::Arc;

/// The state of the sheet that is being looked at.
#[derive(Default)]
struct Table {
    hidden: Hidden,
    shapes: Shapes,
    /// The cells of the row with a percentage or a number, each with its first and last column.
    numbers: Vec<(u64, u64, Shape)>,
    /// The cells of the row that hold a formula without a stored value, each with its first and last column.
    formulas: Vec<(u64, u64)>,
    stand_ins: StandIns,
    /// The text that the cell shows.
    shown: String,
    /// Whether a row and a cell are open.
    in_row: bool,
    in_cell: bool,
    /// The bytes of the cell's text, how often it is repeated, and the bytes of the row's and the sheet's texts.
    cell_text: u64,
    cell_repeats: u64,
    row_text: u64,
    text: u64,
    /// The number of the row, from 0.
    row: u64,
    /// How often it is repeated.
    repeats: u64,
    is_hidden: bool,
    /// The columns of the row so far, and up to its last filled cell.
    columns: u64,
    filled: u64,
    /// The columns of the sheet that the declarations of columns have named.
    declared: u64,
    /// The size up to the last filled cell.
    rows: u64,
    width: u64,
    /// The cells that are held while the sheet is read.
    cells: u64,
}

/// Looks at the tags of each sheet. Returns what is hidden and how cells are shown, sheet by sheet.
///
/// # Errors
/// When the file is broken, or a sheet claims more cells than are read.
pub(super) fn look(bytes: &Arc<[u8]>) -> anyhow::Result<Vec<LookedAt>> {
    let Ok(mut parts) = parts(bytes) else { bail!(BROKEN) };
    let Ok(content) = parts.by_name("content.xml") else { bail!(BROKEN) };
    let mut xml = Reader::from_reader(BufReader::new(content));
    xml.config_mut().expand_empty_elements = true;
    let (mut buffer, mut sheets, mut table, mut depth) = (Vec::new(), Vec::new(), None::<Table>, 0_usize);
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => {
                depth += 1;
                match (tag.name().as_ref(), &mut table) {
                    // A sheet in a sheet, and a row or a cell in another: a tag is missing.
                    ("table:table", Some(_)) => bail!(BROKEN),
                    ("table:table", None) => table = Some(Table::default()),
                    ("table:table-column", Some(table)) => table.column(&tag),
                    ("table:table-row", Some(table)) => table.begin_row(&tag)?,
                    ("table:table-cell" | "table:covered-table-cell", Some(table)) => table.cell(&tag)?,
                    ("text:s", Some(table)) => table.spaces(&tag)?,
                    _ => {}
                }
            }
            Ok(Event::End(tag)) => {
                depth = depth.saturating_sub(1);
                match (tag.name().as_ref(), &mut table) {
                    ("table:table", _) => sheets.extend(table.take().map(Table::looked_at)),
                    ("table:table-cell" | "table:covered-table-cell", Some(table)) => table.end_cell(),
                    ("table:table-row", Some(table)) => table.end_row()?,
                    _ => {}
                }
            }
            Ok(Event::Text(text)) => {
                if let Some(table) = &mut table {
                    table.cell_text += text.len() as u64;
                    if table.shown.len() < LONGEST_SHOWN {
                        table.shown.push_str(&text);
                    }
                }
            }
            Ok(Event::Eof) if depth == 0 => return Ok(sheets),
            // Cut off, or a tag that is closed nowhere or not opened.
            Ok(Event::Eof) | Err(_) => bail!(BROKEN),
            Ok(_) => {}
        }
    }
}

/// The most cells whose format is kept.
const MOST_SHAPES: usize = 1 << 20;
/// The longest text of a number that is kept, in bytes.
const LONGEST_SHOWN: usize = 64;
/// The most spaces in a row that a cell may hold: as many as a cell of LibreOffice holds letters.
const MOST_SPACES: u64 = 65_535;
/// The most bytes of the texts of a sheet, each counted as often as it is repeated.
const MOST_TEXT: u64 = 1 << 28;
/// The most rows and columns of a sheet.
const MOST: (u64, u64) = (1_048_576, 16_384);

fn repeats(tag: &BytesStart, name: &str) -> u64 {
    let repeats = tag.try_get_attribute(name).ok().flatten();
    repeats.and_then(|repeats| repeats.value.parse().ok()).unwrap_or(1)
}

fn is_hidden(tag: &BytesStart) -> bool {
    let mark = tag.try_get_attribute("table:visibility").ok().flatten();
    mark.is_some_and(|mark| *mark.value != *"visible")
}

impl Table {
    fn column(&mut self, tag: &BytesStart) {
        let first = self.declared;
        self.declared += repeats(tag, "table:number-columns-repeated").min(MOST.1);
        if is_hidden(tag) {
            let column = |at: u64| u32::try_from(at).unwrap_or(u32::MAX);
            self.hidden.add_columns(column(first), column(self.declared.saturating_sub(1)));
        }
    }

    fn begin_row(&mut self, tag: &BytesStart) -> anyhow::Result<()> {
        if std::mem::replace(&mut self.in_row, true) {
            bail!(BROKEN);
        }
        self.repeats = repeats(tag, "table:number-rows-repeated").min(MOST.0);
        self.is_hidden = is_hidden(tag);
        (self.columns, self.filled, self.row_text) = (0, 0, 0);
        self.numbers.clear();
        self.formulas.clear();
        Ok(())
    }

    fn cell(&mut self, tag: &BytesStart) -> anyhow::Result<()> {
        if !self.in_row || std::mem::replace(&mut self.in_cell, true) {
            bail!(BROKEN);
        }
        let repeats = repeats(tag, "table:number-columns-repeated").min(MOST.1);
        self.shown.clear();
        (self.cell_text, self.cell_repeats) = (tag.len() as u64, repeats);
        let kind = tag.try_get_attribute("office:value-type").ok().flatten();
        let shape = match kind.as_ref().map(|kind| &*kind.value) {
            Some("percentage") => Some(Shape::Percent),
            Some("float") => Some(Shape::Other),
            _ => None,
        };
        self.numbers.extend(shape.map(|shape| (self.columns, self.columns + repeats, shape)));
        let first = self.columns;
        self.columns = (self.columns + repeats).min(MOST.1);
        if kind.is_none() && matches!(tag.try_get_attribute("table:formula"), Ok(Some(_))) {
            self.formulas.push((first, self.columns));
        }
        let is_filled =
            |name: &str| matches!(name, "office:value-type" | "table:formula") || name.starts_with("office:");
        if tag.attributes().flatten().any(|attribute| is_filled(attribute.key.as_ref())) {
            self.filled = self.columns;
        }
        Ok(())
    }

    /// Counts spaces that stand as a number in the file, and become text in memory.
    fn spaces(&mut self, tag: &BytesStart) -> anyhow::Result<()> {
        let count = tag.try_get_attribute("text:c").ok().flatten();
        // A number that is none, or too great for any, is refused by the library.
        let count = count.map_or(Some(1), |count| count.value.parse::<u64>().ok()).unwrap_or(u64::MAX);
        if count > MOST_SPACES {
            bail!(
                "row {} of a sheet of this workbook has more than {MOST_SPACES} spaces in a cell, which would take the \
                 memory of the machine; take them out, and save the workbook under another name",
                self.row + 1
            );
        }
        self.cell_text += count;
        Ok(())
    }

    /// Counts the text of a cell, and takes the zeros in front of a number from it.
    fn end_cell(&mut self) {
        self.in_cell = false;
        self.row_text = self.row_text.saturating_add(self.cell_text.saturating_mul(self.cell_repeats));
        let digits = self.shown.trim();
        let has_zeros = digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
        if let Some((_, end, shape @ Shape::Other)) = self.numbers.last_mut()
            && *end == self.columns
            && has_zeros
        {
            *shape = Shape::Zeros(digits.len());
        }
    }

    fn looked_at(self) -> LookedAt {
        LookedAt { hidden: self.hidden, shapes: self.shapes, stand_ins: self.stand_ins }
    }

    /// Remembers the formats of a row's cells, once its size has been checked.
    fn keep_shapes(&mut self, first_row: u64) {
        let cell = |at: u64| u32::try_from(at).unwrap_or(u32::MAX);
        for (begins, ends, shape) in self.numbers.drain(..).filter(|(.., shape)| *shape != Shape::Other) {
            for (row, column) in (first_row..self.row).flat_map(|row| (begins..ends).map(move |column| (row, column))) {
                if self.shapes.len() < MOST_SHAPES {
                    self.shapes.insert((cell(row), cell(column)), shape);
                }
            }
        }
        for (begins, ends) in self.formulas.drain(..) {
            let places = (first_row..self.row).flat_map(|row| (begins..ends).map(move |column| (row, column)));
            self.stand_ins.extend(places.map(|(row, column)| ((cell(row), cell(column)), NO_STORED_VALUE)));
        }
    }

    fn end_row(&mut self) -> anyhow::Result<()> {
        let first = self.row;
        self.in_row = false;
        self.row += self.repeats;
        if self.filled == 0 {
            return Ok(());
        }
        if self.is_hidden {
            let last = first + self.repeats.min(self.row);
            (first..last).take(1000).for_each(|row| self.hidden.add_row(u32::try_from(row + 1).unwrap_or(u32::MAX)));
        }
        (self.rows, self.width) = (self.row, self.width.max(self.filled));
        self.cells += self.filled;
        check_size(self.rows.max(self.cells / self.width), self.width)?;
        self.text = self.text.saturating_add(self.row_text.saturating_mul(self.repeats));
        if self.text > MOST_TEXT {
            bail!(
                "a sheet of this workbook repeats its texts to more than {} MiB; take the repeated cells out, and save \
                 the workbook under another name",
                MOST_TEXT >> 20
            );
        }
        self.keep_shapes(first);
        Ok(())
    }
}
