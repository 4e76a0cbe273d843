//! The header of a file: its known columns, its unknown ones, and those that are never read.

use crate::finding::Finding;
use crate::input::column::ColumnSpec;
use crate::input::workbook::grid::Grid;
use crate::values::fold::{fold, folds_to};
use crate::values::near::nearest;
use crate::words::shown_text;
use std::collections::HashMap;

/// The user's own names for columns, folded; `None` is a column to ignore without a note.
pub type OwnNames = HashMap<String, Option<&'static str>>;

/// The places of the columns of a record in a file.
#[derive(Debug, Default)]
pub struct Header {
    /// The place of each column of the record in the file.
    places: Vec<Option<usize>>,
    /// The column of the record at each place of the file.
    columns: Vec<Option<usize>>,
    names: Vec<String>,
    /// Cells in the header line.
    pub width: usize,
    /// Unknown columns, with the nearest known name where one is near.
    pub unknown: Vec<(String, Option<&'static str>)>,
    /// Columns that look like Social Security numbers, which are never read.
    pub refused: Vec<String>,
    /// The sheet and its cells, of a workbook.
    pub grid: Option<Grid>,
}

/// Two columns of a file that mean the same field.
#[derive(Debug, PartialEq, Eq)]
pub struct TwoColumns {
    /// The field.
    pub field: &'static str,
    /// The two names in the file.
    pub names: [String; 2],
}

impl Header {
    /// Maps the cells of a header line to the columns of a record.
    ///
    /// # Errors
    /// When two columns stand for one field.
    pub fn new<'c>(cells: impl IntoIterator<Item = &'c str>, specs: &'static [ColumnSpec]) -> Result<Self, TwoColumns> {
        Self::with_names(cells, specs, &OwnNames::new())
    }

    /// Maps the cells of a header line to the columns of a record, by the user's own names too.
    ///
    /// # Errors
    /// When two columns stand for one field.
    pub fn with_names<'c>(
        cells: impl IntoIterator<Item = &'c str>,
        specs: &'static [ColumnSpec],
        own: &OwnNames,
    ) -> Result<Self, TwoColumns> {
        let mut header = Self { places: vec![None; specs.len()], ..Self::default() };
        for (at, cell) in cells.into_iter().enumerate() {
            header.width = at + 1;
            let name = cell.trim().trim_start_matches('\u{feff}');
            header.names.push(name.to_owned());
            header.columns.push(None);
            if name.is_empty() {
                continue;
            }
            if is_social_security(&fold(name)) {
                header.refused.push(name.to_owned());
                continue;
            }
            match look_up(name, specs, own) {
                HeaderName::Ignored => {}
                HeaderName::Column(column) => {
                    header.columns[at] = Some(column);
                    if let Some(earlier) = header.places[column].replace(at) {
                        return Err(TwoColumns {
                            field: specs[column].name,
                            names: [header.names[earlier].clone(), header.names[at].clone()],
                        });
                    }
                }
                HeaderName::Unknown => {
                    let is_sought = header.unknown.len() < MOST_SUGGESTIONS;
                    let near = if is_sought { nearest_column(name, specs) } else { None };
                    header.unknown.push((name.to_owned(), near));
                }
            }
        }
        Ok(header)
    }

    /// Returns the header of some of the columns only; nothing in it is unknown.
    #[must_use]
    pub fn part(&self, columns: std::ops::Range<usize>) -> Self {
        let of_part = |column: &usize| columns.contains(column).then(|| column - columns.start);
        Self {
            places: self.places.get(columns.clone()).unwrap_or_default().to_vec(),
            columns: self.columns.iter().map(|column| column.as_ref().and_then(of_part)).collect(),
            names: self.names.clone(),
            width: self.width,
            grid: self.grid.clone(),
            ..Self::default()
        }
    }

    /// Enters the sheet and the cell in the places of findings, where the file is a workbook.
    pub fn locate(&self, findings: &mut [Finding]) {
        if let Some(grid) = &self.grid {
            findings.iter_mut().for_each(|finding| grid.locate(&mut finding.place));
        }
    }

    /// Returns the place of a column in each row; `None` when the file has no such column.
    pub fn place(&self, column: usize) -> Option<usize> {
        self.places.get(column).copied().flatten()
    }

    /// Returns the column of the record at a place in the file.
    #[inline]
    pub fn column_at(&self, at: usize) -> Option<usize> {
        self.columns.get(at).copied().flatten()
    }

    /// Returns the name in the file of the column at this place.
    pub fn name_at(&self, at: usize) -> Option<&str> {
        self.names.get(at).map(String::as_str)
    }
}

/// The meaning of a header cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderName {
    /// The column at this place of its declaration, by its name, an alias or one of the user's own names.
    Column(usize),
    /// A column that the user ignores.
    Ignored,
    /// An unknown column.
    Unknown,
}

/// Looks up a header cell.
pub fn look_up(cell: &str, specs: &[ColumnSpec], own: &OwnNames) -> HeaderName {
    let folded = fold(cell);
    let place = match own.get(&folded) {
        Some(None) => return HeaderName::Ignored,
        Some(Some(column)) => specs.iter().position(|spec| spec.name == *column),
        None => specs.iter().position(|spec| folds_to(spec.name, &folded) || spec.aliases.contains(&folded.as_str())),
    };
    place.map_or(HeaderName::Unknown, HeaderName::Column)
}

/// Returns the column with a name or alias like this unknown one.
fn nearest_column(name: &str, specs: &'static [ColumnSpec]) -> Option<&'static str> {
    let names = |spec: &'static ColumnSpec| std::iter::once(spec.name).chain(spec.aliases.iter().copied());
    let nearest = nearest(name, specs.iter().flat_map(names))?;
    specs.iter().find(|spec| names(spec).any(|name| name == nearest)).map(|spec| spec.name)
}

/// The number of unknown columns for which a near name is sought.
const MOST_SUGGESTIONS: usize = 100;
/// The number of unknown columns that are named in a message.
const MOST_NAMED: usize = 50;

/// Lists unknown names, each with the nearest known one.
pub fn list_unknown(unknown: &[(String, Option<&str>)]) -> String {
    let words = |(name, near): &(String, Option<&str>)| match near {
        Some(near) => format!("{:?} (did you mean {near}?)", shown_text(name)),
        None => format!("{:?}", shown_text(name)),
    };
    let mut named: Vec<String> = unknown.iter().take(MOST_NAMED).map(words).collect();
    if unknown.len() > MOST_NAMED {
        named.push(format!("and {} more", crate::words::thousands((unknown.len() - MOST_NAMED) as i64)));
    }
    named.join(", ")
}

/// Returns whether a folded name is one for Social Security numbers.
fn is_social_security(folded: &str) -> bool {
    folded.contains("socialsecurity")
        || folded == "ssn"
        || folded.starts_with("ssn")
        || folded.ends_with("ssn")
        || folded == "socsec"
}
