//! An `.ods` workbook before it is read: the size that its sheets claim, and what is hidden in them. It is read whole,
//! and the reader takes memory for every cell between the first and the last, and for each repeated one.

use crate::input::workbook::cell::Shape;
use crate::input::workbook::container::{BROKEN, parts};
use crate::input::workbook::hidden::Hidden;
use crate::input::workbook::mend::Edit;
use crate::input::workbook::merged::Merged;
use crate::input::workbook::ods_cell::OdsCell;
use crate::input::workbook::{LookedAt, Shapes, check_size};
use anyhow::bail;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;
use std::io::{BufRead, BufReader};
use std::ops::Range;
use std::sync::Arc;

/// The part that holds all sheets.
pub(super) const PART: &str = "content.xml";

/// The state of the sheet that is being looked at.
#[derive(Default)]
struct Table {
    /// Whether it has a name: the library reads no other.
    is_named: bool,
    hidden: Hidden,
    shapes: Shapes,
    /// The cells of the row with a percentage or a number, each with its first and last column.
    numbers: Vec<(u64, u64, Shape)>,
    merged: Merged,
    /// Whether a row is open, and the cell that is.
    in_row: bool,
    cell: Option<OdsCell>,
    /// The bytes of the row's and the sheet's texts.
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

/// The styles of rows and of columns whose height or width is none.
#[derive(Default)]
struct Flat {
    /// The name of the style that is open.
    style: String,
    names: HashSet<String>,
}

impl Flat {
    fn size(&mut self, tag: &BytesStart, name: &str) {
        let size = tag.try_get_attribute(name).ok().flatten();
        let is_zero = size.is_some_and(|size| {
            let number = size.value.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
            number.parse::<f64>().is_ok_and(|number| number == 0.0)
        });
        if is_zero {
            self.names.insert(self.style.clone());
        }
    }

    /// Returns whether a row or a column is hidden.
    fn is_hidden(&self, tag: &BytesStart) -> bool {
        let mark = tag.try_get_attribute("table:visibility").ok().flatten();
        let style = || tag.try_get_attribute("table:style-name").ok().flatten();
        mark.is_some_and(|mark| *mark.value != *"visible")
            || !self.names.is_empty() && style().is_some_and(|style| self.names.contains(&*style.value))
    }
}

/// Looks at the tags of each sheet. Returns what is hidden and merged and how cells are shown, sheet by sheet, and what
/// must be written anew for the library to read it.
///
/// # Errors
/// When the file is broken, or a sheet claims more cells than are read.
pub(super) fn look(bytes: &Arc<[u8]>) -> anyhow::Result<(Vec<LookedAt>, Vec<Edit>)> {
    let Ok(mut parts) = parts(bytes) else { bail!(BROKEN) };
    let Ok(content) = parts.by_name(PART) else { bail!(BROKEN) };
    let mut content = BufReader::new(content);
    // Places are counted behind a byte order mark.
    let mark = content.fill_buf().is_ok_and(|start| start.starts_with(b"\xef\xbb\xbf"));
    let first = if mark { 3 } else { 0 };
    let mut xml = Reader::from_reader(content);
    xml.config_mut().expand_empty_elements = true;
    let (mut buffer, mut sheets, mut table, mut depth) = (Vec::new(), Vec::new(), None::<Table>, 0_usize);
    let (mut flat, mut edits) = (Flat::default(), Vec::new());
    loop {
        buffer.clear();
        let begins = first + xml.buffer_position();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => {
                depth += 1;
                match (tag.name().as_ref(), &mut table) {
                    // A sheet in a sheet, and a row or a cell in another: a tag is missing.
                    ("table:table", Some(_)) => bail!(BROKEN),
                    ("table:table", None) => table = Some(Table::new(&tag)),
                    ("table:table-column", Some(table)) => table.column(&tag, flat.is_hidden(&tag)),
                    ("table:table-row", Some(table)) => table.begin_row(&tag, flat.is_hidden(&tag))?,
                    ("table:table-cell" | "table:covered-table-cell", Some(table)) => {
                        table.cell(&tag, begins..first + xml.buffer_position(), depth)?;
                    }
                    ("text:s", Some(table)) => table.spaces(&tag)?,
                    ("style:style", None) => {
                        let name = tag.try_get_attribute("style:name").ok().flatten();
                        flat.style = name.map(|name| name.value.into_owned()).unwrap_or_default();
                    }
                    ("style:table-row-properties", None) => flat.size(&tag, "style:row-height"),
                    ("style:table-column-properties", None) => flat.size(&tag, "style:column-width"),
                    (name, Some(Table { cell: Some(cell), .. })) => cell.begin(name, depth),
                    _ => {}
                }
            }
            Ok(Event::End(tag)) => {
                match (tag.name().as_ref(), &mut table) {
                    ("table:table", _) => {
                        let sheet = table.take().filter(|table| table.is_named);
                        sheets.extend(sheet.map(Table::looked_at));
                    }
                    ("table:table-cell" | "table:covered-table-cell", Some(table)) => {
                        edits.extend(table.end_cell());
                        if edits.len() > MOST_EDITS {
                            bail!(BROKEN);
                        }
                    }
                    ("table:table-row", Some(table)) => table.end_row()?,
                    (_, Some(Table { cell: Some(cell), .. })) => cell.end(depth),
                    _ => {}
                }
                depth = depth.saturating_sub(1);
            }
            Ok(Event::Text(text)) => {
                if let Some(Table { cell: Some(cell), .. }) = &mut table {
                    cell.text(&text);
                }
            }
            Ok(Event::GeneralRef(_)) => {
                if let Some(Table { cell: Some(cell), .. }) = &mut table {
                    cell.text("&");
                }
            }
            Ok(Event::CData(_)) => {
                if let Some(Table { cell: Some(cell), .. }) = &mut table {
                    cell.marked_text();
                }
            }
            Ok(Event::Eof) if depth == 0 => return Ok((sheets, edits)),
            // Cut off, or a tag that is closed nowhere or not opened.
            Ok(Event::Eof) | Err(_) => bail!(BROKEN),
            Ok(_) => {}
        }
    }
}

/// The most cells whose format is kept.
const MOST_SHAPES: usize = 1 << 20;
/// The most cells that are written anew.
const MOST_EDITS: usize = 1 << 20;
/// The most spaces in a row that a cell may hold: as many as a cell of LibreOffice holds letters.
const MOST_SPACES: u64 = 65_535;
/// The most bytes of the texts of a sheet, each counted as often as it is repeated.
const MOST_TEXT: u64 = 1 << 28;
/// The most rows and columns of a sheet.
const MOST: (u64, u64) = (1_048_576, 16_384);

/// Returns how often a row or a cell is repeated.
///
/// # Errors
/// When it is never there: a row less, or a cell, would move the others.
fn repeats(tag: &BytesStart, name: &str) -> anyhow::Result<u64> {
    match spanned(tag, name) {
        0 => bail!(BROKEN),
        repeats => Ok(repeats),
    }
}

fn spanned(tag: &BytesStart, name: &str) -> u64 {
    let count = tag.try_get_attribute(name).ok().flatten();
    count.and_then(|count| count.value.parse().ok()).unwrap_or(1)
}

/// Returns a row or a column of a sheet as the library has it.
fn narrow(at: u64) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl Table {
    fn new(tag: &BytesStart) -> Self {
        Self { is_named: matches!(tag.try_get_attribute("table:name"), Ok(Some(_))), ..Self::default() }
    }

    fn column(&mut self, tag: &BytesStart, is_hidden: bool) {
        let first = self.declared;
        self.declared += spanned(tag, "table:number-columns-repeated").min(MOST.1);
        if is_hidden {
            self.hidden.add_columns(narrow(first), narrow(self.declared.saturating_sub(1)));
        }
    }

    fn begin_row(&mut self, tag: &BytesStart, is_hidden: bool) -> anyhow::Result<()> {
        if std::mem::replace(&mut self.in_row, true) {
            bail!(BROKEN);
        }
        self.repeats = repeats(tag, "table:number-rows-repeated")?.min(MOST.0);
        self.is_hidden = is_hidden;
        (self.columns, self.filled, self.row_text) = (0, 0, 0);
        self.numbers.clear();
        Ok(())
    }

    fn cell(&mut self, tag: &BytesStart, at: Range<u64>, depth: usize) -> anyhow::Result<()> {
        if !self.in_row || self.cell.is_some() {
            bail!(BROKEN);
        }
        let repeats = repeats(tag, "table:number-columns-repeated")?.min(MOST.1);
        let cell = OdsCell::new(tag, at, depth, repeats);
        self.numbers.extend(cell.shape().map(|shape| (self.columns, self.columns + repeats, shape)));
        let first = self.columns;
        self.columns = (self.columns + repeats).min(MOST.1);
        let rows = spanned(tag, "table:number-rows-spanned").min(MOST.0);
        let columns = spanned(tag, "table:number-columns-spanned").clamp(1, MOST.1) + repeats - 1;
        if rows > 1 {
            let rows = rows + self.repeats - 1;
            let (last, right) = ((self.row + rows).min(MOST.0) - 1, (first + columns).min(MOST.1) - 1);
            // A row that is repeated is merged with the one below it each time.
            self.merged.add(narrow(self.row)..=narrow(last), narrow(first)..=narrow(right));
        }
        let is_filled =
            |name: &str| matches!(name, "office:value-type" | "table:formula") || name.starts_with("office:");
        if tag.attributes().flatten().any(|attribute| is_filled(attribute.key.as_ref())) {
            self.filled = self.columns;
        }
        self.cell = Some(cell);
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
        if let Some(cell) = &mut self.cell {
            cell.size += count;
        }
        Ok(())
    }

    /// Counts the text of a cell, and takes the zeros in front of a number from it. Returns what must be written anew.
    fn end_cell(&mut self) -> Option<Edit> {
        let cell = self.cell.take()?;
        self.row_text = self.row_text.saturating_add(cell.size.saturating_mul(cell.repeats));
        if let Some((_, end, shape @ Shape::Other)) = self.numbers.last_mut()
            && *end == self.columns
            && let Some(digits) = cell.zeros()
        {
            *shape = Shape::Zeros(digits);
        }
        let edit = cell.judged();
        if edit.is_some() {
            self.filled = self.columns;
        }
        edit
    }

    fn looked_at(self) -> LookedAt {
        let Self { hidden, shapes, merged, .. } = self;
        LookedAt { hidden, shapes, merged, ..LookedAt::default() }
    }

    /// Remembers the formats of a row's cells, once its size has been checked.
    fn keep_shapes(&mut self, first_row: u64) {
        for (begins, ends, shape) in self.numbers.drain(..).filter(|(.., shape)| *shape != Shape::Other) {
            for (row, column) in (first_row..self.row).flat_map(|row| (begins..ends).map(move |column| (row, column))) {
                if self.shapes.len() < MOST_SHAPES {
                    self.shapes.insert((narrow(row), narrow(column)), shape);
                }
            }
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
            (first..last).take(1000).for_each(|row| self.hidden.add_row(narrow(row + 1)));
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
