//! An `.ods` workbook before it is read: the size that its sheets claim, and what is hidden in them. It is read whole,
//! and the reader takes memory for every cell between the first and the last, and for each repeated one.

use crate::input::workbook::cell::Shape;
use crate::input::workbook::container::{BROKEN, parts};
use crate::input::workbook::hidden::Hidden;
use crate::input::workbook::{LookedAt, Shapes, check_size};
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
    /// The text that the cell shows.
    shown: String,
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
    let (mut buffer, mut sheets, mut table) = (Vec::new(), Vec::new(), None::<Table>);
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => match (tag.name().as_ref(), &mut table) {
                ("table:table", _) => table = Some(Table::default()),
                ("table:table-column", Some(table)) => table.column(&tag),
                ("table:table-row", Some(table)) => table.begin_row(&tag),
                ("table:table-cell" | "table:covered-table-cell", Some(table)) => table.cell(&tag),
                _ => {}
            },
            Ok(Event::End(tag)) => match (tag.name().as_ref(), &mut table) {
                ("table:table", _) => {
                    sheets.extend(table.take().map(|Table { hidden, shapes, .. }| LookedAt { hidden, shapes }))
                }
                ("table:table-cell", Some(table)) => table.end_cell(),
                ("table:table-row", Some(table)) => table.end_row()?,
                _ => {}
            },
            Ok(Event::Text(text)) => {
                if let Some(table) = &mut table
                    && table.shown.len() < LONGEST_SHOWN
                {
                    table.shown.push_str(&text);
                }
            }
            Ok(Event::Eof) => return Ok(sheets),
            Err(_) => bail!(BROKEN),
            Ok(_) => {}
        }
    }
}

/// The most cells whose format is kept.
const MOST_SHAPES: usize = 1 << 20;
/// The longest text of a number that is kept, in bytes.
const LONGEST_SHOWN: usize = 64;
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

    fn begin_row(&mut self, tag: &BytesStart) {
        self.repeats = repeats(tag, "table:number-rows-repeated").min(MOST.0);
        self.is_hidden = is_hidden(tag);
        (self.columns, self.filled) = (0, 0);
        self.numbers.clear();
    }

    fn cell(&mut self, tag: &BytesStart) {
        let repeats = repeats(tag, "table:number-columns-repeated").min(MOST.1);
        self.shown.clear();
        let kind = tag.try_get_attribute("office:value-type").ok().flatten();
        let shape = match kind.as_ref().map(|kind| &*kind.value) {
            Some("percentage") => Some(Shape::Percent),
            Some("float") => Some(Shape::Other),
            _ => None,
        };
        self.numbers.extend(shape.map(|shape| (self.columns, self.columns + repeats, shape)));
        self.columns = (self.columns + repeats).min(MOST.1);
        let is_filled =
            |name: &str| matches!(name, "office:value-type" | "table:formula") || name.starts_with("office:");
        if tag.attributes().flatten().any(|attribute| is_filled(attribute.key.as_ref())) {
            self.filled = self.columns;
        }
    }

    /// Takes the zeros in front of a number from the text that the cell shows.
    fn end_cell(&mut self) {
        let digits = self.shown.trim();
        let has_zeros = digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
        if let Some((_, end, shape @ Shape::Other)) = self.numbers.last_mut()
            && *end == self.columns
            && has_zeros
        {
            *shape = Shape::Zeros(digits.len());
        }
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
    }

    fn end_row(&mut self) -> anyhow::Result<()> {
        let first = self.row;
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
        self.keep_shapes(first);
        Ok(())
    }
}
