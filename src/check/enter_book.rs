//! The copy of a roster that is a workbook: as CSV, because no well-kept crate writes a workbook again without losing
//! something of it.

use crate::input::cells::{is_stand_in, why_no_value};
use crate::input::csv::{CellChanges, Rewritten};
use crate::input::header::Header;
use crate::input::rows::{Row, Rows};
use crate::report::format::csv::FORMULA_SIGNS;
use crate::words::shown_text;
use anyhow::bail;
use std::borrow::Cow;
use std::path::Path;

/// Returns whether the ending of a path is that of a workbook.
pub(crate) fn is_named_as_workbook(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    matches!(ending.as_str(), "xlsx" | "xlsm" | "xlsb" | "xls" | "ods" | "numbers")
}

/// Writes the rows of a sheet as CSV, with these cells changed in the rows of such a number. The file begins with the
/// mark by which Excel knows UTF-8.
///
/// # Errors
/// When a cell has no value that could be copied.
pub(crate) fn copy_as_csv(header: &Header, batches: &[Rows], changes: &CellChanges) -> anyhow::Result<Rewritten> {
    let mut text = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    text.write_record((0..header.width).map(|at| header.name_at(at).map(as_text).unwrap_or_default().into_owned()))?;
    let mut not_set = Vec::new();
    for row in batches.iter().flat_map(Rows::iter) {
        let changed = changes.get(&row.line);
        if row.is_unreadable() {
            not_set.extend(changed.map(|_| (row.line, "the row cannot be read")));
            continue;
        }
        if let Some((at, text)) = row.filled().find_map(|(at, text)| Some((at, text.filter(|text| is_stand_in(text))?)))
        {
            let (line, name) = (row.line, shown_text(header.name_at(at).unwrap_or_default()));
            let why = why_no_value(text).unwrap_or_default();
            bail!("row {line}, {name}: the copy would lose this cell, because {why}");
        }
        let new = |at: usize| changed?.iter().find(|(column, _)| header.place(*column) == Some(at));
        let cell = |at: usize| new(at).map_or_else(|| cell_of(&row, at), |(_, text)| Cow::Borrowed(text.as_str()));
        text.write_record((0..header.width).map(|at| cell(at).into_owned()))?;
    }
    let bytes = text.into_inner().map_err(|failure| failure.into_error())?;
    Ok(Rewritten { bytes, not_set })
}

fn cell_of<'r>(row: &Row<'r, '_>, at: usize) -> Cow<'r, str> {
    as_text(row.recorded(at).unwrap_or_default())
}

/// Returns a cell so that a spreadsheet does not take it for a formula: in the workbook it was none.
fn as_text(cell: &str) -> Cow<'_, str> {
    let is_formula = cell.starts_with(FORMULA_SIGNS) && cell.parse::<f64>().is_err() && cell != "-";
    if is_formula { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::csv::rows_of_text;
    use crate::model::officer::Column;

    #[test]
    fn one_cell_changes_and_no_text_becomes_a_formula() {
        let header = Header::new(["Name", "Firearms", "Notes"], Column::SPECS).unwrap();
        let rows = rows_of_text("\"Doe, Jane\",2025-01-02,=1+1\n\"O'Brien\",,-5\n+1 217 555 0100,x,-\n");
        let day = |day: &str| vec![(Column::FirearmsQualified as usize, day.to_owned())];
        let changes = CellChanges::from([(1, day("2026-06-06")), (2, day("2026-06-07"))]);
        let copy = copy_as_csv(&header, &[rows], &changes).unwrap();
        let expected = "\u{feff}Name,Firearms,Notes\n\"Doe, Jane\",2026-06-06,'=1+1\nO'Brien,2026-06-07,-5\n\
                        '+1 217 555 0100,x,-\n";
        assert_eq!(String::from_utf8(copy.bytes).unwrap(), expected);
        assert_eq!(copy.not_set, []);
    }

    #[test]
    fn a_cell_without_a_value_is_not_lost_in_the_copy() {
        let header = Header::new(["PTB ID", "Firearms"], Column::SPECS).unwrap();
        let rows = rows_of_text("0012345,\n#ASDAY!,\n");
        let copy = copy_as_csv(&header, &[rows], &CellChanges::new());
        let failure = copy.unwrap_err().to_string();
        assert!(failure.starts_with("row 2, PTB ID: the copy would lose this cell, because the cell has"), "{failure}");
    }
}
