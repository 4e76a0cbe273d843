//! Finds the sheet of a workbook that is read, and its header.

use crate::input::bytes::sha256_of;
use crate::input::header::OwnNames;
use crate::input::header_place::{HeaderRows, joined};
use crate::input::kind::Kind;
use crate::input::rows::{Row, Rows};
use crate::input::workbook::cell::write;
use crate::input::workbook::container::BookKind;
use crate::input::workbook::grid::Grid;
use crate::input::workbook::rows::{BookRows, Sheet};
use crate::input::workbook::{SheetInfo, Workbook};
use crate::values::fold::trimmed;
use crate::words::{count_words, shown_text, thousands};
use anyhow::bail;
use std::ops::{ControlFlow, RangeInclusive};

/// The largest workbook, in bytes of the file.
const LARGEST_FILE: usize = 512 * 1024 * 1024;
/// The most rows of another sheet that are counted for a note.
const MOST_COUNTED: u64 = 100_000;
/// The most sheets that a message names.
const MOST_NAMED: usize = 20;

/// The sheet that the user has chosen: by its name, or by its number from 1 (settled 246).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetChoice(pub String);

/// A header among the first rows of a sheet.
pub(crate) struct Found {
    /// Its first and last row, from 1.
    pub(crate) lines: RangeInclusive<u64>,
    /// The number of rows above it that are not blank.
    pub(crate) above: usize,
    /// The number of columns in it that are known.
    pub(crate) known: usize,
    /// True when a column is known that says more than who it is about.
    pub(crate) is_of_kind: bool,
    /// Its cells from column A on.
    pub(crate) names: Vec<String>,
    /// The cells of each of its rows.
    pub(crate) each: Vec<Vec<String>>,
}

/// Returns a header among rows as one of their sheet.
pub(crate) fn found_in(rows: &Rows, place: HeaderRows, kind: &Kind, own: &OwnNames) -> Option<Found> {
    let HeaderRows { at, rows: count, known } = place;
    let header: Vec<Row> = rows.iter().skip(at).take(count).collect();
    let above = rows.iter().take(at).filter(|row| !row.is_blank()).count();
    let lines = header.first()?.line..=header.last()?.line;
    let each = header.iter().map(|row| joined(&[*row], kind, own)).collect();
    let names = joined(&header, kind, own);
    let is_of_kind = names.iter().any(|name| kind.is_told_by(name, own));
    Some(Found { lines, above, known, is_of_kind, names, each })
}

/// A workbook whose sheet and header have been found.
pub(crate) struct OpenedBook {
    /// The cells of the header that are not blank.
    pub(crate) names: Vec<String>,
    /// The cells of each row of the header in the columns of these names.
    pub(crate) each: Vec<Vec<String>>,
    /// The first and the last row of the header, from 1.
    pub(crate) lines: RangeInclusive<u64>,
    /// The number of rows above it that are not blank.
    pub(crate) above: usize,
    /// The rows below it.
    pub(crate) rows: BookRows,
    /// A sentence about the sheets that are not read.
    pub(crate) others: Option<String>,
    /// The sheets that nobody chose to leave out, and that have a header of the kind too.
    pub(crate) unread: Vec<UnreadSheet>,
}

/// A sheet that is not read, and that may matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadSheet {
    /// The name as it is shown.
    pub name: String,
    /// True when it is damaged, so that nobody knows what it holds.
    pub is_damaged: bool,
}

/// Opens a workbook. `find` finds the header among the first filled rows of a sheet; of all sheets the first with a
/// header of two known columns or more is read, else the first with a header at all.
///
/// # Errors
/// When the file cannot be read, no sheet has a header (`no_header` is the sentence about that), or the chosen sheet
/// is none. With `redact` sheets are shown by their numbers.
pub(crate) fn open(
    bytes: Vec<u8>,
    (choice, redact): (Option<&SheetChoice>, bool),
    most_rows: usize,
    find: &dyn Fn(&Rows) -> Option<Found>,
    no_header: &dyn Fn(&str) -> String,
) -> anyhow::Result<OpenedBook> {
    if bytes.len() > LARGEST_FILE {
        bail!("this workbook has more than 512 MiB; export the sheet as CSV");
    }
    let sha256 = sha256_of(&bytes);
    let mut book = Workbook::open(&bytes.into())?;
    for (at, sheet) in book.sheets.iter_mut().enumerate().filter(|_| redact) {
        sheet.shown = format!("sheet {}", at + 1);
    }
    let candidates: Vec<usize> = match choice {
        Some(choice) => vec![chosen(&book.sheets, choice)?],
        None => {
            let mut sheets: Vec<usize> = (0..book.sheets.len()).filter(|at| book.sheets[*at].has_cells).collect();
            // A hidden sheet is read only where none that the user sees has a header.
            sheets.sort_by_key(|at| !book.sheets[*at].is_visible);
            sheets
        }
    };
    let mut best: Option<(usize, Found)> = None;
    for index in candidates {
        let rows = first_rows(&mut book, index, most_rows)?;
        let Some(found) = find(&rows) else { continue };
        let is_better = best.as_ref().is_none_or(|(_, best)| best.known < 2 && found.known >= 2);
        let is_enough = found.known >= 2;
        if is_better {
            best = Some((index, found));
        }
        if is_enough {
            break;
        }
    }
    let Some((index, found)) = best else {
        let sought = match (choice, book.sheets.iter().filter(|sheet| sheet.has_cells).count()) {
            (Some(_), _) | (None, 0 | 1) => "none of the first 20 filled rows of the sheet has".to_owned(),
            (None, _) => format!("none of the first 20 filled rows of any sheet ({}) has", listed(&book.sheets)),
        };
        bail!(no_header(&sought));
    };
    let Found { lines, above, names, each, .. } = found;
    let cells = (0_u32..).zip(names);
    let (columns, names): (Vec<u32>, Vec<String>) = cells.filter(|(_, name)| !name.is_empty()).unzip();
    let in_columns = |cells: Vec<String>| {
        columns.iter().map(|column| cells.get(*column as usize).cloned().unwrap_or_default()).collect()
    };
    let each = each.into_iter().map(in_columns).collect();
    let header_end = u32::try_from(*lines.end()).unwrap_or(u32::MAX);
    let others = others(&mut book, index);
    let unread = if choice.is_some() { Vec::new() } else { with_headers(&mut book, index, most_rows, find) };
    let format = match book.kind {
        BookKind::Xlsx => "xlsx",
        BookKind::Xls => "xls",
        BookKind::Ods => "ods",
    };
    let grid = Grid::new(&book.sheets[index].shown, columns.clone());
    let sheet = Sheet { book, index, header_end, columns, ways: Vec::new() };
    let rows = BookRows::new(sheet, format, grid, sha256);
    Ok(OpenedBook { names, each, lines, above, rows, others, unread })
}

/// Returns the index of the sheet that the user has chosen. A name comes before a number, for sheets named by years.
fn chosen(sheets: &[SheetInfo], SheetChoice(choice): &SheetChoice) -> anyhow::Result<usize> {
    let choice = choice.trim();
    let named = sheets.iter().position(|sheet| sheet.name == choice);
    let named = named.or_else(|| {
        let choice = choice.to_lowercase();
        sheets.iter().position(|sheet| sheet.name.trim().to_lowercase() == choice)
    });
    // `sheet 2` is how a redacted report calls it.
    let digits = choice.strip_prefix("sheet ").unwrap_or(choice);
    let number = || digits.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < sheets.len());
    match named.or_else(number) {
        Some(at) if sheets[at].has_cells => Ok(at),
        Some(_) => {
            bail!("the sheet {:?} is a chart and has no cells; the sheets are {}", shown_text(choice), listed(sheets))
        }
        None => bail!("there is no sheet {:?}; the sheets are {}", shown_text(choice), listed(sheets)),
    }
}

/// Lists sheets with their numbers: `1 Roster, 2 Notes (hidden)`.
fn listed(sheets: &[SheetInfo]) -> String {
    let marks = |sheet: &SheetInfo| match (sheet.has_cells, sheet.is_visible) {
        (false, _) => " (a chart)",
        (true, false) => " (hidden)",
        (true, true) => "",
    };
    let named = sheets.iter().take(MOST_NAMED).enumerate();
    let mut named: Vec<String> =
        named.map(|(at, sheet)| format!("{} {}{}", at + 1, shown_text(&sheet.shown), marks(sheet))).collect();
    if sheets.len() > MOST_NAMED {
        named.push(format!("and {} more", sheets.len() - MOST_NAMED));
    }
    named.join(", ")
}

/// Returns the first rows of a sheet that have a filled cell, each from column A on.
fn first_rows(book: &mut Workbook, sheet: usize, most: usize) -> anyhow::Result<Rows> {
    let (mut rows, mut current, mut cells) = (Rows::default(), None, Vec::<(u32, String)>::new());
    let mut end = |row: Option<u32>, cells: &mut Vec<(u32, String)>| {
        let Some(row) = row else { return rows.len() };
        rows.begin(u64::from(row) + 1);
        cells.sort_by_key(|(column, _)| *column);
        let mut next = 0;
        for (column, text) in cells.drain(..).filter(|(_, text)| !trimmed(text).is_empty()) {
            (next..column).for_each(|_| rows.push_cell(""));
            rows.push_cell(&text);
            next = column + 1;
        }
        rows.drop_blank();
        rows.len()
    };
    book.each_cell(sheet, &mut |row, column, value, shape| {
        if current != Some(row) {
            if end(current, &mut cells) >= most {
                current = None;
                return ControlFlow::Break(());
            }
            current = Some(row);
        }
        let mut text = String::new();
        write(value, shape, &mut text);
        cells.push((column, text));
        ControlFlow::Continue(())
    })?;
    end(current, &mut cells);
    Ok(rows)
}

/// Returns the other sheets that have a header of two known columns or more, of which one is of the kind and no mere
/// name or ID, and a row below it; and those that are damaged.
fn with_headers(
    book: &mut Workbook,
    read: usize,
    most_rows: usize,
    find: &dyn Fn(&Rows) -> Option<Found>,
) -> Vec<UnreadSheet> {
    let mut sheets = Vec::new();
    for at in (0..book.sheets.len()).filter(|at| *at != read) {
        let name = book.sheets[at].shown.clone();
        let Ok(rows) = first_rows(book, at, most_rows) else {
            sheets.push(UnreadSheet { name, is_damaged: true });
            continue;
        };
        let is_table = |found: &Found| {
            found.known >= 2 && found.is_of_kind && rows.iter().any(|row| row.line > *found.lines.end())
        };
        if find(&rows).is_some_and(|found| is_table(&found)) {
            sheets.push(UnreadSheet { name, is_damaged: false });
        }
    }
    sheets
}

/// Returns a sentence about the other sheets, with the number of their filled rows.
fn others(book: &mut Workbook, read: usize) -> Option<String> {
    let others: Vec<usize> = (0..book.sheets.len()).filter(|at| *at != read).collect();
    let mut named = Vec::new();
    for at in others.iter().copied().take(MOST_NAMED) {
        let words = if book.sheets[at].has_cells {
            let rows = filled_rows(book, at);
            match rows {
                Some(rows) if rows > MOST_COUNTED => {
                    format!("more than {} rows", thousands(MOST_COUNTED.cast_signed()))
                }
                Some(0) => "empty".into(),
                Some(rows) => count_words(rows.cast_signed(), "row"),
                None => "damaged".into(),
            }
        } else {
            "a chart".into()
        };
        let hidden = if book.sheets[at].is_visible { "" } else { ", hidden" };
        named.push(format!("{:?} ({words}{hidden})", shown_text(&book.sheets[at].shown)));
    }
    if others.len() > MOST_NAMED {
        named.push(format!("and {} more", others.len() - MOST_NAMED));
    }
    let name = shown_text(&book.sheets[read].shown).into_owned();
    (!named.is_empty()).then(|| format!("the sheet {name:?} is read, and not {}", named.join(", ")))
}

/// Counts the rows of a sheet that have a filled cell; `None` when it cannot be read.
fn filled_rows(book: &mut Workbook, sheet: usize) -> Option<u64> {
    let (mut last, mut rows, mut text) = (None, 0, String::new());
    let read = book.each_cell(sheet, &mut |row, _, value, shape| {
        if last != Some(row) {
            text.clear();
            write(value, shape, &mut text);
            if !trimmed(&text).is_empty() {
                last = Some(row);
                rows += 1;
            }
        }
        if rows > MOST_COUNTED { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    read.ok().map(|()| rows)
}
