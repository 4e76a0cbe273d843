//! The parts of a report: the facts known before and after the answers, the notes, and the columns of a result.

use crate::finding::Tally;
use crate::input::reader::FilesRead;
use crate::input::sheet::Input;
use crate::report::format::ics::CalendarFacts;
use crate::report::layout::page::Page;
use crate::rules::power::figures::EventFigure;
use crate::words::{count_words, shown_path};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Write};
use std::io;

/// The facts known before the first answer.
#[derive(Clone, Debug)]
pub struct Head {
    /// `roster check`
    pub command: &'static str,
    /// The day asked about.
    pub as_of: NaiveDate,
    /// The arguments that bear on the answers; `None` where a redacted report must not have them.
    pub arguments: Option<Vec<String>>,
    /// The list that the command is about. It is written as it comes; the other list is kept until the end.
    pub streams: List,
    /// Rules that were skipped, by file.
    pub not_asked: Vec<NotAsked>,
    /// True to list them for a person (`--why-not`, or a command without it), who otherwise reads how many they are.
    pub why_not: bool,
    /// True to write findings and results only, and nothing when there is none (`--quiet`).
    pub quiet: bool,
    /// True when the report replaces a file, which is then a whole document also when it is empty (settled 180).
    pub to_file: bool,
    /// The lines about the files, before the answers.
    pub opening: Vec<String>,
    /// True to begin CSV with a byte order mark, by which Excel knows UTF-8.
    pub csv_bom: bool,
    /// What a calendar must know.
    pub calendar: CalendarFacts,
    /// Returns the revision of the rules.
    pub rules_revision: fn() -> &'static str,
}

/// One of the two lists of the machine output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The findings of checks.
    Findings,
    /// The results of every other command.
    Results,
}

/// A rule that was skipped for a file, because the file lacks columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NotAsked {
    /// The file.
    pub file: String,
    /// The rule.
    pub rule: &'static str,
    /// The columns that the rule needs. Where one of several is enough, all of them.
    pub missing_columns: Vec<&'static str>,
}

impl NotAsked {
    /// Returns the line about how many rules were skipped; `None` when none was.
    pub fn line(not_asked: &[Self]) -> Option<String> {
        let rules: BTreeSet<&str> = not_asked.iter().map(|not_asked| not_asked.rule).collect();
        let (were, them) = if rules.len() == 1 { ("was", "it") } else { ("were", "them") };
        let count = count_words(rules.len() as i64, "rule");
        let line = || format!("{count} {were} not asked, because columns are missing: --why-not lists {them}.");
        (!rules.is_empty()).then(line)
    }

    /// Returns a sentence for each file, with the rules skipped and the columns each of them needs.
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

/// How many passed each event, by sex and age group.
pub type EventFigures = Vec<EventFigure>;

/// The facts known after the last answer.
#[derive(Debug, Default)]
pub struct End {
    /// The files read.
    pub inputs: Vec<Input>,
    /// The answers by status.
    pub summary: Tally,
    /// The same by agency, in the order of their names, where the command reports it.
    pub by_agency: Vec<(String, Tally)>,
    /// The same by in-service mandate, in the order of the mandates.
    pub by_mandate: Vec<(String, Tally)>,
    /// The closing sentences for people, where the command has its own in place of the tally.
    pub closing: Vec<String>,
    /// How many passed each event of POWER tests, where the command scores them.
    pub figures: Option<EventFigures>,
    /// Further notes.
    pub notes: Vec<String>,
}

impl End {
    /// Returns whether files were read and none of them has a record.
    pub fn has_no_records(&self) -> bool {
        !self.inputs.is_empty() && self.inputs.iter().all(|input| input.records == 0)
    }

    /// Adds files that have been read, and returns the reason why reading stopped in the middle.
    pub fn add_files(&mut self, files: FilesRead) -> Option<anyhow::Error> {
        self.inputs.extend(files.inputs);
        self.notes.extend(files.notes);
        files.stopped
    }
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

    /// Declares the columns of a part, named `exam.kind`. They are blank in a result without the part.
    fn part<P: Rows>(&mut self, name: &str, part: impl for<'r> FnOnce(&'r R) -> Option<&'r P>);

    /// Declares the columns of a list of parts. Each part has a row of its own; the other columns are repeated in it.
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

/// The place of a column in what people read.
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

    /// Returns a figure, a day, or a truth value.
    pub fn figure(figure: impl Display) -> Self {
        Self::Own(Cow::Owned(figure.to_string()))
    }

    /// Returns a figure, a day or a truth value, or an empty cell.
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
    /// The number of rows.
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

#[cfg(test)]
mod tests {
    use super::*;

    struct Shop {
        name: &'static str,
        owner: Option<Owner>,
        goods: Vec<Goods>,
    }
    struct Owner(&'static str);
    struct Goods(u32);

    impl Rows for Shop {
        fn columns(to: &mut impl Columns<Self>) {
            to.shown_after("goods.price", "name", |shop| Value::word(shop.name));
            to.part("owner", |shop| shop.owner.as_ref());
            to.items("goods", |shop| &shop.goods);
            to.hidden("size", |shop| Value::figure(shop.goods.len()));
        }
    }

    impl Rows for Owner {
        fn columns(to: &mut impl Columns<Self>) {
            to.shown("name", |owner| Value::foreign(Some(owner.0)));
        }
    }

    impl Rows for Goods {
        fn columns(to: &mut impl Columns<Self>) {
            to.shown("price", |goods| Value::figure(goods.0));
        }
    }

    impl CellSink for String {
        fn cell(&mut self, value: &Value) -> io::Result<()> {
            self.extend([value.text(), ","]);
            Ok(())
        }

        fn end_row(&mut self) -> io::Result<()> {
            self.push('\n');
            Ok(())
        }
    }

    fn rows(shop: &Shop) -> String {
        let mut text = String::new();
        write_rows(shop, &mut text).unwrap();
        text
    }

    #[test]
    fn columns_are_named_by_their_part() {
        assert_eq!(column_names::<Shop>(), ["name", "owner.name", "goods.price", "size"]);
        assert_eq!(columns_for_people::<Shop>(), [1, 2, 0]);
    }

    #[test]
    fn each_item_of_a_list_has_a_row() {
        let mut shop = Shop { name: "Corner", owner: Some(Owner("Doe")), goods: vec![Goods(3), Goods(4)] };
        assert_eq!(rows(&shop), "Corner,Doe,3,2,\nCorner,Doe,4,2,\n");
        shop.goods.truncate(1);
        assert_eq!(rows(&shop), "Corner,Doe,3,1,\n");
    }

    #[test]
    fn missing_parts_are_blank_cells() {
        assert_eq!(rows(&Shop { name: "Corner", owner: None, goods: Vec::new() }), "Corner,,,0,\n");
    }

    #[test]
    fn lists_are_joined_by_semicolons() {
        assert_eq!(joined(["a", "b", "c"]), "a; b; c");
        assert_eq!(joined(Vec::<String>::new()), "");
    }
}
