//! Workbooks: `.xlsx`, `.xlsm`, `.xls` and `.ods` as rows of cells, told by their content and not by their name.
//!
//! `container` says what a package of parts is, and refuses what would take the memory of the machine; `cell` makes
//! text of a cell; `rows` makes batches of rows; `grid` names a cell as `Sheet1!F12`; `open` finds the sheet and
//! its header. The cells of an `.xlsx` are streamed, so that rows and columns without cells cost nothing. The other
//! two formats are read whole by the library. Each is looked at before it is read (`xlsx` with `links` and `tags`,
//! `xls` with `xls_texts`, `ods` with `ods_cell`), because the library neither limits what it takes nor sees that a tag
//! is missing; `mend` writes anew what it would misread. `merged` and `hidden` are what a sheet says of its rows and
//! columns.

mod cell;
mod container;
pub mod grid;
mod guard;
mod hidden;
mod links;
mod mend;
mod merged;
mod ods;
mod ods_cell;
mod open;
mod rows;
mod tags;
mod xls;
mod xls_texts;
mod xlsx;

use anyhow::bail;
use calamine::{Data, Ods, Range, Reader, SheetType, SheetVisible, Xls, Xlsx};
use cell::{Shape, Value};
use container::{BROKEN, BookKind, broken_sheet, identify, unreadable};
use guard::guarded;
use hidden::Hidden;
use links::Home;
use merged::Merged;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

pub(crate) use container::is_package;
pub use open::SheetChoice;
pub use open::UnreadSheet;
pub(crate) use open::{Found, OpenedBook, found_in, open};
pub(crate) use rows::{BookRows, CellOf};
use xlsx::SheetFacts;

/// The most rows and columns of a sheet.
const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: u32 = 16_384;

/// The most cells of a sheet, blank ones included, that is read whole.
const MOST_CELLS: u64 = 5_000_000;

/// Refuses a sheet that is read whole and claims too many cells.
fn check_size(rows: u64, columns: u64) -> anyhow::Result<()> {
    if rows.saturating_mul(columns) > MOST_CELLS {
        bail!(
            "a sheet of this workbook claims {rows} rows and {columns} columns, more than are read in this format; \
             save it as .xlsx, in which only filled cells count"
        );
    }
    Ok(())
}

/// A workbook whose sheets can be read.
struct Workbook {
    kind: BookKind,
    bytes: Arc<[u8]>,
    sheets: Vec<SheetInfo>,
    cells: Cells,
    /// Where an `.xlsx` workbook lists its sheets, and what has been found out about each that has been read.
    home: Option<Home>,
    looks: HashMap<usize, SheetFacts>,
    /// The bytes read of the file since the last sheet was begun.
    read: Arc<AtomicU64>,
}

/// A sheet of a workbook.
struct SheetInfo {
    name: String,
    /// The name as it is shown: under `--redact` `sheet 2`, since its own may be that of an agency.
    shown: String,
    /// True for a sheet of cells; false for a chart or a dialog.
    has_cells: bool,
    is_visible: bool,
    /// What is hidden in it, where that is known before it is read.
    hidden: Hidden,
    /// The formats of its cells that decide how they are read, where they are known before it is read.
    shapes: Shapes,
    /// The cells without a value, where they are known before it is read.
    stand_ins: StandIns,
    /// The cells that are merged with one above, where they are known before it is read.
    merged: Merged,
}

/// The formats of cells by row and column, from 0.
type Shapes = HashMap<(u32, u32), Shape>;

/// The cells without a value that could be read, by row and column from 0, each with the text in its place.
type StandIns = BTreeMap<(u32, u32), &'static str>;

/// What is known of a sheet before it is read.
#[derive(Debug, Default)]
struct LookedAt {
    hidden: Hidden,
    shapes: Shapes,
    stand_ins: StandIns,
    merged: Merged,
}

enum Cells {
    /// Read from the file cell by cell.
    Streamed(Box<Xlsx<CountedBytes>>),
    /// Read already, sheet by sheet.
    Whole(Vec<Range<Data>>),
}

/// The bytes of a file, with a count of how many have been read.
struct CountedBytes {
    bytes: Cursor<Arc<[u8]>>,
    read: Arc<AtomicU64>,
}

impl Read for CountedBytes {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(to)?;
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl Seek for CountedBytes {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

impl Workbook {
    /// Opens a workbook.
    ///
    /// # Errors
    /// When it is none, or cannot be read: with what to do.
    fn open(bytes: &Arc<[u8]>) -> anyhow::Result<Self> {
        let kind = identify(bytes)?;
        let read = Arc::<AtomicU64>::default();
        let home = (kind == BookKind::Xlsx).then(|| links::look(bytes)).transpose()?;
        let (looked_at, edits) = match kind {
            BookKind::Xlsx => (Vec::new(), Vec::new()),
            BookKind::Xls => (xls::look(bytes)?, Vec::new()),
            BookKind::Ods => ods::look(bytes)?,
        };
        let Ok(bytes) = mend::edited(bytes, ods::PART, &edits) else { bail!(BROKEN) };
        let source = CountedBytes { bytes: Cursor::new(Arc::clone(&bytes)), read: Arc::clone(&read) };
        let (cells, sheets) = guarded(|| {
            Ok(match kind {
                BookKind::Xlsx => {
                    let book = Xlsx::new(source).map_err(|failure| unreadable(&failure.into()))?;
                    let sheets = book.sheets_metadata().to_vec();
                    (Cells::Streamed(Box::new(book)), sheets)
                }
                BookKind::Xls => {
                    let book = Xls::new(source).map_err(|failure| unreadable(&failure.into()))?;
                    whole(book)?
                }
                BookKind::Ods => {
                    let book = Ods::new(source).map_err(|failure| unreadable(&failure.into()))?;
                    whole(book)?
                }
            })
        })?;
        let mut names = HashSet::new();
        if !sheets.iter().all(|sheet| names.insert(sheet.name.as_str())) {
            // No spreadsheet has two sheets of one name, and only one of them would be read.
            bail!(BROKEN);
        }
        let mut looked_at = looked_at.into_iter();
        let sheets = sheets.into_iter().map(|sheet| {
            let LookedAt { hidden, shapes, stand_ins, merged } = looked_at.next().unwrap_or_default();
            let is_visible = sheet.visible == SheetVisible::Visible;
            SheetInfo {
                shown: sheet.name.clone(),
                name: sheet.name,
                has_cells: sheet.typ == SheetType::WorkSheet,
                is_visible,
                hidden,
                shapes,
                stand_ins,
                merged,
            }
        });
        Ok(Self { kind, bytes, sheets: sheets.collect(), cells, home, looks: HashMap::new(), read })
    }

    /// Returns what is hidden in a sheet that has been read.
    fn hidden(&self, sheet: usize) -> Hidden {
        match (self.looks.get(&sheet), self.sheets.get(sheet)) {
            (Some(facts), _) => facts.hidden.clone(),
            (None, Some(info)) => info.hidden.clone(),
            (None, None) => Hidden::default(),
        }
    }

    /// Returns the cells of a sheet that are merged with one above.
    fn merged(&mut self, sheet: usize) -> anyhow::Result<Merged> {
        self.look(sheet)?;
        let merged = self.looks.get(&sheet).map(|facts| &facts.merged);
        Ok(merged.or_else(|| Some(&self.sheets.get(sheet)?.merged)).cloned().unwrap_or_default())
    }

    /// Looks at a sheet of an `.xlsx` workbook before it is read for the first time. Where the library would refuse a
    /// cell for its type, the workbook is opened again with the type of a text.
    fn look(&mut self, sheet: usize) -> anyhow::Result<()> {
        let (Some(home), Some(info), false) = (&self.home, self.sheets.get(sheet), self.looks.contains_key(&sheet))
        else {
            return Ok(());
        };
        let facts = xlsx::look(&self.bytes, home, &info.name)?;
        if !facts.types.is_empty() {
            let mended = mend::edited(&self.bytes, &facts.part, &facts.types);
            self.bytes = mended.map_err(|_| broken_sheet(&info.name, ""))?;
            let bytes = CountedBytes { bytes: Cursor::new(Arc::clone(&self.bytes)), read: Arc::clone(&self.read) };
            let book = guarded(|| Xlsx::new(bytes).map_err(|failure| unreadable(&failure.into())))?;
            self.cells = Cells::Streamed(Box::new(book));
        }
        self.looks.insert(sheet, facts);
        Ok(())
    }

    /// Calls `on` with every cell of a sheet, row by row: the row and the column from 0, the value and its shape.
    ///
    /// # Errors
    /// When the sheet cannot be read to its end; the cells before the fault have been passed on.
    fn each_cell(
        &mut self,
        sheet: usize,
        on: &mut dyn FnMut(u32, u32, &Value, Shape) -> ControlFlow<()>,
    ) -> anyhow::Result<()> {
        if self.sheets.get(sheet).is_some_and(|sheet| sheet.has_cells) {
            self.look(sheet)?;
        }
        let Some(SheetInfo { name, has_cells: true, shapes, stand_ins, .. }) = self.sheets.get(sheet) else {
            return Ok(());
        };
        match &mut self.cells {
            Cells::Streamed(book) => {
                self.read.store(0, Ordering::Relaxed);
                let stand_ins = self.looks.get(&sheet).map(|facts| &facts.stand_ins).filter(|cells| !cells.is_empty());
                guarded(|| {
                    stream(book, name, &mut |row, column, value, shape| match stand_ins
                        .and_then(|cells| cells.get(&(row, column)))
                    {
                        Some(text) => on(row, column, &Value::Text(text), shape),
                        None => on(row, column, value, shape),
                    })
                })
                .map_err(|_| broken_sheet(name, ""))
            }
            Cells::Whole(sheets) => {
                let Some((range, (first_row, first_column))) = sheets.get(sheet).and_then(|at| Some((at, at.start()?)))
                else {
                    return Ok(());
                };
                let mut stand_ins = stand_ins.iter().peekable();
                for (row, cells) in (first_row..).zip(range.rows()) {
                    for (column, data) in (first_column..).zip(cells) {
                        let at = (row, column);
                        let mut has_none = false;
                        while let Some((place, text)) = stand_ins.next_if(|(place, _)| **place <= at) {
                            has_none |= *place == at;
                            if on(place.0, place.1, &Value::Text(text), Shape::Other).is_break() {
                                return Ok(());
                            }
                        }
                        let shape = shapes.get(&at).copied().unwrap_or_default();
                        let is_read = !has_none && *data != Data::Empty;
                        if is_read && on(row, column, &Value::from(data), shape).is_break() {
                            return Ok(());
                        }
                    }
                }
                for (place, text) in stand_ins {
                    if on(place.0, place.1, &Value::Text(text), Shape::Other).is_break() {
                        break;
                    }
                }
                Ok(())
            }
        }
    }
}

/// Reads every sheet of a workbook that is read whole.
fn whole<B: Reader<CountedBytes>>(mut book: B) -> anyhow::Result<(Cells, Vec<calamine::Sheet>)> {
    let sheets = book.sheets_metadata().to_vec();
    let ranges = sheets.iter().map(|sheet| book.worksheet_range(&sheet.name).unwrap_or_default());
    Ok((Cells::Whole(ranges.collect()), sheets))
}

/// Reads a sheet of an `.xlsx` workbook cell by cell. The size that the sheet claims is never asked for.
fn stream(
    book: &mut Xlsx<CountedBytes>,
    sheet: &str,
    on: &mut dyn FnMut(u32, u32, &Value, Shape) -> ControlFlow<()>,
) -> anyhow::Result<()> {
    let failed = |failure: calamine::XlsxError| unreadable(&failure.into());
    let mut cells = book.worksheet_cells_reader(sheet).map_err(failed)?;
    let shapes: Vec<Shape> = cells.styles().iter().map(Shape::of).collect();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(failed)? {
        let (row, column) = cell.get_position();
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            bail!(BROKEN);
        }
        let shape = shapes.get(style).copied().unwrap_or(Shape::Other);
        if on(row, column, &Value::from(cell.get_value()), shape).is_break() {
            break;
        }
    }
    Ok(())
}
