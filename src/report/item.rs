//! What a report is made of: what is known before and after the answers, and how a result stands in rows.

use crate::finding::Tally;
use crate::input::sheet::Input;
use crate::report::layout::page::Page;
use crate::words::shown_path;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::{Display, Write};
use std::io;

/// What is known before the first answer.
#[derive(Clone, Debug)]
pub struct Head {
    /// `roster check`
    pub command: &'static str,
    /// The day asked about.
    pub as_of: NaiveDate,
    /// Which of the two lists the command is about; it is written as it comes, the other is put by.
    pub streams: List,
    /// Rules that were not asked, by file.
    pub not_asked: Vec<NotAsked>,
    /// Findings and results only; nothing at all when there is none (`--quiet`).
    pub quiet: bool,
}

/// One of the two lists of the machine output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// What checks say.
    Findings,
    /// What everything else says.
    Results,
}

/// A rule that was not asked of a file, because columns are missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NotAsked {
    /// The file.
    pub file: String,
    /// The rule.
    pub rule: &'static str,
    /// The columns that would let it be asked; where one of several would do, all of them.
    pub missing_columns: Vec<&'static str>,
}

impl NotAsked {
    /// A sentence for each file, with the columns that would let each rule be asked.
    pub fn sentences(not_asked: &[Self]) -> Vec<String> {
        let mut files: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for Self { file, rule, missing_columns } in not_asked {
            files.entry(file).or_default().push(format!("{rule} ({})", missing_columns.join(", ")));
        }
        let sentence = |(file, rules): (&str, Vec<String>)| {
            format!("Skipped, because {} lacks the columns: {}.", shown_path(file), rules.join("; "))
        };
        files.into_iter().map(sentence).collect()
    }
}

/// What is only known after the last answer.
#[derive(Debug, Default)]
pub struct End {
    /// The files read.
    pub inputs: Vec<Input>,
    /// All answers.
    pub summary: Tally,
    /// The same by agency, in the order of their names, where somebody shows them so.
    pub by_agency: Vec<(String, Tally)>,
    /// The same by in-service mandate, in the order of the mandates.
    pub by_mandate: Vec<(String, Tally)>,
    /// What it comes to, for people, where the command says it in other words than the tally.
    pub closing: Vec<String>,
    /// What a careful reader should know.
    pub notes: Vec<String>,
}

/// A result of a command, ready for every format.
pub trait ReportEntry: Serialize + JsonSchema + Rows {
    /// Adds the result to the page that a person reads.
    fn show(&self, page: &mut Page);
}

/// A result, or a part of one, that is written in rows: of a CSV file, or of a table in Markdown.
pub trait Rows: Sized {
    /// Declares the columns, each with its name and its value, in the order of a CSV file.
    fn columns(to: &mut impl Columns<Self>);
}

/// The columns of `R` while they are declared: once to collect their names, once for every row that is written.
pub trait Columns<R> {
    /// Declares a column. `value` computes its value from the result.
    fn column(&mut self, name: &str, shown: Shown, value: impl for<'r> FnOnce(&'r R) -> Value<'r>);

    /// Declares the columns of a part. They are blank in a result without it. Their names begin with the part's: `exam.kind`.
    fn part<P: Rows>(&mut self, name: &str, part: impl for<'r> FnOnce(&'r R) -> Option<&'r P>);

    /// Declares the columns of a list of parts. Each part has a row of its own, in which the other columns are repeated.
    fn items<P: Rows>(&mut self, name: &str, items: impl for<'r> FnOnce(&'r R) -> &'r [P]);

    /// Declares a column that people read too.
    fn shown(&mut self, name: &str, value: impl for<'r> FnOnce(&'r R) -> Value<'r>) {
        self.column(name, Shown::InOrder, value);
    }

    /// Declares a column that people read too, but in another place: after the column `after`.
    fn shown_after(&mut self, after: &'static str, name: &str, value: impl for<'r> FnOnce(&'r R) -> Value<'r>) {
        self.column(name, Shown::After(after), value);
    }

    /// Declares a column for spreadsheets only.
    fn hidden(&mut self, name: &str, value: impl for<'r> FnOnce(&'r R) -> Value<'r>) {
        self.column(name, Shown::Never, value);
    }
}

/// Whether people read a column, and in which place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// In the place where it is declared.
    InOrder,
    /// After the column of this name.
    After(&'static str),
    /// Not at all.
    Never,
}

/// The value of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'v> {
    /// Text of an input, which a spreadsheet might take for a formula.
    Foreign(Cow<'v, str>),
    /// A word or figure of the program.
    Own(Cow<'v, str>),
}

impl<'v> Value<'v> {
    /// An empty cell.
    pub const BLANK: Value<'static> = Value::Own(Cow::Borrowed(""));

    /// Returns a word or a text of the program.
    pub fn word(text: &'v str) -> Self {
        Self::Own(Cow::Borrowed(text))
    }

    /// Returns a word of the program, or an empty cell.
    pub fn word_or_blank(text: Option<&'v str>) -> Self {
        Self::word(text.unwrap_or_default())
    }

    /// Returns a figure or a day.
    pub fn figure(figure: impl Display) -> Self {
        Self::Own(Cow::Owned(figure.to_string()))
    }

    /// Returns a figure or a day, or an empty cell.
    pub fn figure_or_blank(figure: Option<impl Display>) -> Self {
        figure.map_or(Self::BLANK, Self::figure)
    }

    /// Returns a list of words or sources of the program, joined by semicolons.
    pub fn list(items: impl IntoIterator<Item = impl Display>) -> Self {
        Self::Own(joined(items))
    }

    /// Returns text of an input, or an empty cell.
    pub fn foreign(text: Option<&'v str>) -> Self {
        Self::Foreign(Cow::Borrowed(text.unwrap_or_default()))
    }

    /// Returns a list of texts that may hold text of an input, joined by semicolons.
    pub fn foreign_list(items: impl IntoIterator<Item = impl Display>) -> Self {
        Self::Foreign(joined(items))
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        match self {
            Self::Foreign(text) | Self::Own(text) => text,
        }
    }
}

/// Joins the items by semicolons.
pub(crate) fn joined(items: impl IntoIterator<Item = impl Display>) -> Cow<'static, str> {
    let mut items = items.into_iter();
    let Some(first) = items.next() else { return Cow::Borrowed("") };
    let mut list = first.to_string();
    for item in items {
        // A String takes everything.
        let _ = write!(list, "; {item}");
    }
    Cow::Owned(list)
}

/// Returns the names of the columns, in the order of a CSV file.
pub fn column_names<R: Rows>() -> Vec<String> {
    names::<R>().into_iter().map(|(name, _)| name).collect()
}

/// Returns the places of the columns that people read, in the order in which they read them.
pub fn columns_for_people<R: Rows>() -> Vec<usize> {
    let names = names::<R>();
    let mut places: Vec<usize> = (0..names.len()).filter(|at| names[*at].1 == Shown::InOrder).collect();
    for (at, (_, shown)) in names.iter().enumerate() {
        if let Shown::After(after) = shown {
            let before = places.iter().position(|at| names[*at].0 == *after);
            places.insert(before.map_or(places.len(), |before| before + 1), at);
        }
    }
    places
}

/// A place in which the cells of rows are written.
pub trait CellSink {
    /// Writes one cell.
    ///
    /// # Errors
    /// When the output cannot be written.
    fn cell(&mut self, value: &Value) -> io::Result<()>;

    /// Ends a row.
    ///
    /// # Errors
    /// When the output cannot be written.
    fn end_row(&mut self) -> io::Result<()>;
}

/// Writes the rows of a result: one, or one for each item of its list.
///
/// # Errors
/// When the output cannot be written.
pub fn write_rows<R: Rows>(result: &R, to: &mut dyn CellSink) -> io::Result<()> {
    let mut rows = RowCells { at: 0, count: 1, written: Ok(()), to };
    while rows.at < rows.count {
        R::columns(&mut Row { result: Some(result), cells: &mut rows });
        std::mem::replace(&mut rows.written, Ok(()))?;
        rows.to.end_row()?;
        rows.at += 1;
    }
    Ok(())
}

/// The rows of one result while they are written.
struct RowCells<'s> {
    /// The row being written, and so the item of the list.
    at: usize,
    /// How many rows there are.
    count: usize,
    written: io::Result<()>,
    to: &'s mut dyn CellSink,
}

/// One row of a result, or the cells of a part in it; without a value they are blank.
struct Row<'r, 'c, 's, R> {
    result: Option<&'r R>,
    cells: &'c mut RowCells<'s>,
}

impl<R> Columns<R> for Row<'_, '_, '_, R> {
    fn column(&mut self, _: &str, _: Shown, value: impl for<'v> FnOnce(&'v R) -> Value<'v>) {
        if self.cells.written.is_ok() {
            self.cells.written = self.cells.to.cell(&self.result.map_or(Value::BLANK, value));
        }
    }

    fn part<P: Rows>(&mut self, _: &str, part: impl for<'v> FnOnce(&'v R) -> Option<&'v P>) {
        P::columns(&mut Row { result: self.result.and_then(part), cells: &mut *self.cells });
    }

    fn items<P: Rows>(&mut self, _: &str, items: impl for<'v> FnOnce(&'v R) -> &'v [P]) {
        let item = self.result.map(items).and_then(|items| {
            self.cells.count = self.cells.count.max(items.len());
            items.get(self.cells.at)
        });
        P::columns(&mut Row { result: item, cells: &mut *self.cells });
    }
}

/// Returns the name of each column, and whether people read it.
fn names<R: Rows>() -> Vec<(String, Shown)> {
    let mut names = Names { prefix: String::new(), names: Vec::new() };
    R::columns(&mut names);
    names.names
}

/// The names of columns while they are collected.
struct Names {
    /// The part that is being declared, with its dot.
    prefix: String,
    names: Vec<(String, Shown)>,
}

impl Names {
    fn of_part<P: Rows>(&mut self, name: &str) {
        let outer = self.prefix.len();
        self.prefix.extend([name, "."]);
        P::columns(self);
        self.prefix.truncate(outer);
    }
}

impl<R> Columns<R> for Names {
    fn column(&mut self, name: &str, shown: Shown, _: impl for<'r> FnOnce(&'r R) -> Value<'r>) {
        self.names.push((format!("{}{name}", self.prefix), shown));
    }

    fn part<P: Rows>(&mut self, name: &str, _: impl for<'r> FnOnce(&'r R) -> Option<&'r P>) {
        self.of_part::<P>(name);
    }

    fn items<P: Rows>(&mut self, name: &str, _: impl for<'r> FnOnce(&'r R) -> &'r [P]) {
        self.of_part::<P>(name);
    }
}
