//! Where a cell stands in a workbook: its sheet, its row and the letters of its column.

use crate::finding::Place;
use crate::input::column::ColumnSpec;
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// The sheet of a workbook that is read, and the columns that have a heading.
#[derive(Clone, Debug)]
pub struct Grid {
    sheet: Arc<str>,
    /// The column of the sheet, from 0, at each place of a row.
    columns: Arc<[u32]>,
    /// The columns that are known by name, with their column of the sheet.
    fields: Arc<[(&'static str, u32)]>,
}

impl Grid {
    /// Returns the grid of a sheet with these columns.
    pub(crate) fn new(sheet: &str, columns: Vec<u32>) -> Self {
        Self { sheet: sheet.into(), columns: columns.into(), fields: Arc::default() }
    }

    /// Returns the grid in which the known columns have their names. `place` returns the place of each in a row.
    #[must_use]
    pub(crate) fn named(self, specs: &'static [ColumnSpec], place: impl Fn(usize) -> Option<usize>) -> Self {
        let column = |at: usize| self.columns.get(at).copied();
        let fields = specs.iter().enumerate();
        let fields = fields.filter_map(|(field, spec)| Some((spec.name, column(place(field)?)?)));
        Self { fields: fields.collect(), ..self }
    }

    /// Returns the name of the sheet.
    pub(crate) fn sheet(&self) -> &str {
        &self.sheet
    }

    /// Enters the sheet in a place, and the cell where its column is known.
    pub(crate) fn locate(&self, place: &mut Place) {
        let column = place.column.as_deref().and_then(|name| self.fields.iter().find(|(field, _)| *field == name));
        let sheet = SheetName(&self.sheet);
        place.cell = column.map(|(_, column)| Cow::Owned(format!("{sheet}!{}{}", Letters(*column), place.line)));
        place.sheet = Some(Cow::Owned(self.sheet.to_string()));
    }
}

/// The name of a sheet in front of a cell: in apostrophes, as spreadsheets write it, where it is not a single word.
struct SheetName<'n>(&'n str);

impl fmt::Display for SheetName<'_> {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        let is_word = self.0.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
            && !self.0.starts_with(|letter: char| letter.is_ascii_digit());
        if is_word { to.write_str(self.0) } else { write!(to, "'{}'", self.0.replace('\'', "''")) }
    }
}

/// The letters of a column, counted from 0: 0 is A, 26 is AA.
pub(super) struct Letters(pub(super) u32);

impl fmt::Display for Letters {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        if let Some(before) = (self.0 / 26).checked_sub(1) {
            Self(before).fmt(to)?;
        }
        let letter = u8::try_from(self.0 % 26).unwrap_or_default();
        write!(to, "{}", char::from(b'A' + letter))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (column, letters) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")]
        {
            assert_eq!(Letters(column).to_string(), letters);
        }
    }

    #[test]
    fn names_of_several_words_stand_in_apostrophes() {
        for (name, shown) in [("Sheet1", "Sheet1"), ("Chief's list", "'Chief''s list'"), ("2026", "'2026'")] {
            assert_eq!(SheetName(name).to_string(), shown);
        }
    }
}
