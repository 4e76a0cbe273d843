//! The header of a file: its known columns, its unknown ones, and those that are never read.

use crate::finding::Finding;
use crate::input::column::ColumnSpec;
pub use crate::input::heading::{HeaderName, OwnName, OwnNames, look_up};
use crate::input::heading::{KnownBy, MARKED, NAME, OWN, Rank, near_column, ranked};
use crate::input::workbook::grid::Grid;
use crate::values::fold::{fold, trimmed};
use crate::words::personal::looks_personal;
use crate::words::shown_text;
use unicode_normalization::UnicodeNormalization;

/// The places of the columns of a record in a file.
#[derive(Debug, Default)]
pub struct Header {
    /// The place of each column of the record in the file.
    places: Vec<Option<usize>>,
    /// The column of the record at each place of the file.
    columns: Vec<Option<usize>>,
    names: Vec<String>,
    /// How well the heading at each place names its column.
    ranks: Vec<Rank>,
    /// Cells in the header line.
    pub width: usize,
    /// Filled cells that every record has beyond the header: a column without a heading (settled 275).
    pub beyond: usize,
    /// The places of columns without a heading that hold something.
    pub unheaded: Vec<usize>,
    /// Unknown columns.
    pub unknown: Vec<Unread>,
    /// Columns whose field is read from a better heading (settled 164).
    pub lesser: Vec<Unread>,
    /// Columns that look like Social Security numbers, which are never read.
    pub refused: Vec<Unread>,
    /// The columns of the record.
    specs: &'static [ColumnSpec],
    /// The sheet and its cells, of a workbook.
    pub grid: Option<Grid>,
}

/// A heading that nothing reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// The place of the column in each row.
    pub at: usize,
    /// The heading.
    pub name: String,
    /// The column whose name it is near to; for a lesser heading the column that it would be.
    pub near: Option<&'static str>,
    /// True when every filled cell among the first records is a day.
    pub holds_days: bool,
    /// The number of cells among the first records that say of a person that he or she has left.
    pub departed: usize,
}

impl Unread {
    /// Returns the heading in quotes; with `redact`, and of one that is a cell of a person, its place alone.
    pub fn shown(&self, redact: bool) -> String {
        if redact || looks_personal(&self.name) { self.in_list(true) } else { format!("{:?}", shown_text(&self.name)) }
    }

    /// Returns the heading as it is; with `redact`, and of one that is a cell of a person, its place alone.
    pub fn in_list(&self, redact: bool) -> String {
        if redact || looks_personal(&self.name) { format!("column {}", self.at + 1) } else { self.name.clone() }
    }
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
    /// When two columns stand for one field and neither is the better name.
    pub fn with_names<'c>(
        cells: impl IntoIterator<Item = &'c str>,
        specs: &'static [ColumnSpec],
        own: &OwnNames,
    ) -> Result<Self, TwoColumns> {
        let mut header = Self { places: vec![None; specs.len()], specs, ..Self::default() };
        for (at, cell) in cells.into_iter().enumerate() {
            header.width = at + 1;
            let name = trimmed(cell);
            header.names.push(name.to_owned());
            header.columns.push(None);
            header.ranks.push(0);
            if name.is_empty() {
                continue;
            }
            if is_social_security(name) {
                header.refused.push(Unread { at, name: name.to_owned(), ..Unread::default() });
                continue;
            }
            let (meaning, rank) = ranked(name, specs, own);
            match meaning {
                HeaderName::Ignored => {}
                HeaderName::Column(column) => {
                    header.ranks[at] = rank;
                    header.take(column, at, specs)?;
                }
                HeaderName::Unknown => {
                    let is_sought = header.unknown.len() < MOST_SUGGESTIONS;
                    let near = if is_sought { near_column(name, specs) } else { None };
                    header.unknown.push(Unread { at, name: name.to_owned(), near, ..Unread::default() });
                }
            }
        }
        Ok(header)
    }

    /// Reads a column from a place in the file, or from an earlier place whose heading is the better name.
    fn take(&mut self, column: usize, at: usize, specs: &'static [ColumnSpec]) -> Result<(), TwoColumns> {
        let field = specs[column].name;
        let Some(earlier) = self.places[column] else {
            (self.places[column], self.columns[at]) = (Some(at), Some(column));
            return Ok(());
        };
        match self.ranks[earlier].cmp(&self.ranks[at]) {
            // Several headings with a digit or a unit behind a known name: none is that name.
            std::cmp::Ordering::Equal if self.ranks[at] == MARKED => {
                (self.places[column], self.columns[earlier]) = (None, None);
                for at in [earlier, at] {
                    self.unknown.push(Unread { at, name: self.names[at].clone(), ..Unread::default() });
                }
            }
            std::cmp::Ordering::Equal => {
                return Err(TwoColumns { field, names: [self.names[earlier].clone(), self.names[at].clone()] });
            }
            std::cmp::Ordering::Less => self.pass_over(at, field),
            std::cmp::Ordering::Greater => {
                self.columns[earlier] = None;
                (self.places[column], self.columns[at]) = (Some(at), Some(column));
                self.pass_over(earlier, field);
            }
        }
        Ok(())
    }

    /// Leaves out the column at this place, whose field is read from a better heading.
    fn pass_over(&mut self, at: usize, field: &'static str) {
        self.lesser.push(Unread { at, name: self.names[at].clone(), near: Some(field), ..Unread::default() });
    }

    /// Reads only one of two columns that hold the same value in two forms: the one with the better heading.
    ///
    /// # Errors
    /// When neither heading is the better name.
    pub fn choose(&mut self, (one, other): (usize, usize), specs: &'static [ColumnSpec]) -> Result<(), TwoColumns> {
        let (Some(at), Some(other_at)) = (self.place(one), self.place(other)) else { return Ok(()) };
        let (column, lesser) = match self.ranks[at].cmp(&self.ranks[other_at]) {
            std::cmp::Ordering::Less => (other, other_at),
            std::cmp::Ordering::Greater => (one, at),
            std::cmp::Ordering::Equal => {
                let names = [self.names[other_at].clone(), self.names[at].clone()];
                return Err(TwoColumns { field: specs[one].name, names });
            }
        };
        (self.places[column], self.columns[lesser]) = (None, None);
        self.pass_over(lesser, specs[column].name);
        Ok(())
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

    /// Returns the least number of cells of a row: up to the last heading that is not blank.
    pub fn least_width(&self) -> usize {
        self.names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1)
    }

    /// Returns the name of the sheet, where the file is a workbook.
    pub fn sheet(&self) -> Option<&str> {
        self.grid.as_ref().map(Grid::sheet)
    }

    /// Returns what a record is called in sentences: a `row` of a workbook's sheet, or a `line`.
    pub fn record_word(&self) -> &'static str {
        if self.grid.is_some() { "row" } else { "line" }
    }

    /// Enters the sheet and the cell in the places of findings, where the file is a workbook.
    pub fn locate(&self, findings: &mut [Finding]) {
        if let Some(grid) = &self.grid {
            findings.iter_mut().for_each(|finding| grid.locate(&mut finding.place));
        }
    }

    /// Leaves out columns, each at its place.
    pub(crate) fn leave_out(&mut self, columns: Vec<Unread>) {
        for Unread { at, .. } in &columns {
            self.places.iter_mut().filter(|place| **place == Some(*at)).for_each(|place| *place = None);
            if let Some(column) = self.columns.get_mut(*at) {
                *column = None;
            }
        }
        self.unknown.extend(columns);
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

    /// Returns for each place how it is known what its heading means; `None` for a blank heading.
    pub fn known_by(&self) -> Vec<Option<KnownBy>> {
        let of_name = |(at, name): (usize, &String)| {
            (!name.is_empty()).then(|| match (self.column_at(at), self.ranks.get(at)) {
                (Some(_), Some(&OWN)) => KnownBy::Configuration,
                (Some(_), Some(&NAME)) => KnownBy::Name,
                (Some(_), _) => KnownBy::OtherName,
                _ => KnownBy::Ignored,
            })
        };
        let mut all: Vec<Option<KnownBy>> = self.names.iter().enumerate().map(of_name).collect();
        let near = |heading: &Unread| heading.near.map_or(KnownBy::Unread, |_| KnownBy::NearName);
        let unknown = self.unknown.iter().map(|heading| (heading.at, near(heading)));
        let lesser = self.lesser.iter().map(|heading| (heading.at, KnownBy::BetterHeading));
        let refused = self.refused.iter().map(|heading| (heading.at, KnownBy::SocialSecurity));
        for (at, known) in refused.chain(lesser).chain(unknown) {
            if let Some(of) = all.get_mut(at).and_then(Option::as_mut).filter(|of| **of == KnownBy::Ignored) {
                *of = known;
            }
        }
        all
    }

    /// Returns the headings, blank ones too.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Returns the private columns of the file, each with its place.
    pub fn private(&self) -> impl Iterator<Item = (usize, &'static ColumnSpec)> {
        let private = self.specs.iter().enumerate().filter(|(_, spec)| spec.private);
        private.filter_map(|(column, spec)| Some((self.place(column)?, spec)))
    }

    /// Returns the column of the record at a place in the file, as it is declared.
    pub fn spec_at(&self, at: usize) -> Option<&'static ColumnSpec> {
        self.specs.get(self.column_at(at)?)
    }

    /// Returns whether the column at this place looks like Social Security numbers, and is never read.
    pub fn is_refused(&self, at: usize) -> bool {
        self.refused.iter().any(|refused| refused.at == at)
    }

    /// Counts the columns that are read.
    pub fn columns_read(&self) -> usize {
        self.columns.iter().flatten().count()
    }

    /// Counts the headings.
    pub fn headings(&self) -> usize {
        self.names.iter().filter(|name| !name.is_empty()).count()
    }

    /// Returns the headings that nothing reads, in the order of the file.
    pub fn unread(&self) -> Vec<&Unread> {
        let mut unread: Vec<_> = self.unknown.iter().chain(&self.lesser).collect();
        unread.sort_by_key(|heading| heading.at);
        unread
    }
}

/// The number of unknown columns for which a near name is sought.
const MOST_SUGGESTIONS: usize = 100;
/// The number of unknown columns that are named in a message.
const MOST_NAMED: usize = 50;

/// Lists unknown names, each with the nearest known one. With `redact` only their places are named.
pub fn list_unknown<'u>(unknown: impl ExactSizeIterator<Item = &'u Unread>, redact: bool) -> String {
    let count = unknown.len();
    let words = |heading: &Unread| match heading.near {
        Some(near) => format!("{} (did you mean {near}?)", heading.shown(redact)),
        None => heading.shown(redact),
    };
    let mut named: Vec<String> = unknown.take(MOST_NAMED).map(words).collect();
    if count > MOST_NAMED {
        named.push(format!("and {} more", crate::words::thousands((count - MOST_NAMED) as i64)));
    }
    named.join(", ")
}

/// Returns whether a heading is one for Social Security numbers, by the letters that remain of it (settled 189).
fn is_social_security(name: &str) -> bool {
    let plain: String = name.nfkc().collect();
    let folded = fold(&plain);
    let mut letters: String = folded.chars().filter(|letter| letter.is_alphanumeric() || *letter == '#').collect();
    // In `Class name` and `Pass #` the letters meet by chance.
    for word in ["class", "pass", "business", "address", "access", "fitness", "witness", "process"] {
        letters = letters.replace(word, " ");
    }
    let holds = |part: &&str| letters.contains(part);
    ["ssn", "socsec", "socialsec", "ssan", "ss#", "ssno"].iter().any(holds) || letters.trim_end_matches('#') == "social"
}
