//! Assumptions: cells of officers that are taken to hold other values, to see which answers would change.

use crate::check::open;
use crate::check::roster::one::is_readable;
use crate::check::sheet::SheetRows;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::hint::with_hint;
use crate::input::cells::{Reading, read_id, unprotected};
use crate::input::column::Role;
use crate::input::faults::{of_row, unreadable};
use crate::input::header::{Header, HeaderName, look_up};
use crate::input::reader::Batch;
use crate::model::assumed::{ASSUMED_LIST, Assumption};
use crate::model::matched_id;
use crate::model::officer::{Column, ROSTER};
use crate::report::item::End;
use crate::values::near::nearest;
use crate::words::{count_words, shown_path, shown_text};
use anyhow::bail;

/// The most assumptions that a note names.
const MOST_NAMED: usize = 5;

/// Cells that are taken to hold other values.
#[derive(Clone, Debug, Default)]
pub(crate) struct Assumed {
    cells: Vec<AssumedCell>,
    /// The sentences about rows in which an assumed cell has no place.
    without_place: Vec<String>,
}

/// A cell that is taken to hold another value.
#[derive(Clone, Debug)]
struct AssumedCell {
    /// The PTB ID as it was given.
    ptb_id: String,
    column: Column,
    value: String,
    /// The rows of the officer.
    rows: usize,
}

impl Assumed {
    /// Reads the values of the flag: `ID.column=value`, or a file with the columns of `muster template assumed`.
    ///
    /// # Errors
    /// Every one that cannot be read, each with what was expected.
    pub(crate) fn read(given: &[String], flags: &Flags, settings: &Settings) -> anyhow::Result<Self> {
        let (mut assumed, mut mistakes) = (Self::default(), Vec::new());
        let files: Vec<String> = given.iter().filter(|given| !given.contains('=')).cloned().collect();
        let reading = open::reading(flags, settings);
        for given in given.iter().filter(|given| given.contains('=')) {
            let added = split(given).and_then(|[id, column, value]| assumed.add(id, column, value, &reading, settings));
            mistakes.extend(added.err().map(|why| format!("--assume: {why}")));
        }
        let sheets =
            if files.is_empty() { Ok(Vec::new()) } else { open::open_beside(&files, flags, settings, &ASSUMED_LIST) };
        let mut sheets = match sheets {
            Ok(sheets) => sheets,
            Err(failure) => bail!(with_hint(
                format!("--assume: {failure:#}"),
                "an assumption is ID.column=value; `muster template assumed` writes the header of a file of them"
            )),
        };
        let rows = SheetRows::read(&mut sheets, flags, &mut End::default());
        if let Some(failure) = rows.stopped {
            return Err(failure);
        }
        for Batch { path, header, rows, .. } in rows.batches() {
            for row in rows.iter() {
                let mut wrong: Vec<String> =
                    of_row(&row, path, header, flags.redact).into_iter().map(|it| it.message.into_owned()).collect();
                let line = Assumption::read(&row, header, &reading, |_, _| {});
                if row.faults.is_empty() {
                    let [id, column] = [line.ptb_id, line.column].map(Option::unwrap_or_default);
                    wrong.extend(assumed.add(id, column, line.value.unwrap_or_default(), &reading, settings).err());
                }
                mistakes.extend(wrong.into_iter().map(|why| format!("{}: line {}: {why}", shown_path(path), row.line)));
            }
        }
        if mistakes.is_empty() { Ok(assumed) } else { bail!("{}", mistakes.join("\n")) }
    }

    /// Adds a cell.
    fn add(
        &mut self,
        id: &str,
        column: &str,
        value: &str,
        reading: &Reading,
        settings: &Settings,
    ) -> Result<(), String> {
        let Some(id) = read_id(id.trim()) else {
            return Err("it names no officer; the PTB ID stands first, as in 0012890.basic_completed=2026-06-12".into());
        };
        let HeaderName::Column(at) = look_up(column, ROSTER.specs, &settings.columns) else {
            let near = nearest(column, ROSTER.specs.iter().map(|spec| spec.name));
            let near = near.map_or_else(String::new, |near| format!(" (did you mean {near}?)"));
            return Err(format!("there is no column {} of a roster{near}", shown_text(column)));
        };
        let column = Column::ALL[at];
        if matches!(column, Column::PtbId | Column::WholeName) {
            let way_out = "an assumption is about another column of the officer with a PTB ID";
            return Err(format!("{} cannot be assumed; {way_out}", column.name()));
        }
        let value = value.trim();
        if !is_readable(column, value, reading) {
            return Err(unreadable(&Column::SPECS[column as usize], value, reading, false));
        }
        if self.cells.iter().any(|cell| cell.column == column && matched_id(&cell.ptb_id) == matched_id(id)) {
            return Err(format!("{} of {} is assumed twice", column.name(), shown_text(id)));
        }
        self.cells.push(AssumedCell { ptb_id: id.to_owned(), column, value: value.to_owned(), rows: 0 });
        Ok(())
    }

    /// Returns whether anything is assumed about somebody with this PTB ID.
    pub(crate) fn is_about(&self, ptb_id: Option<&str>) -> bool {
        ptb_id.is_some_and(|id| self.cells.iter().any(|cell| matched_id(&cell.ptb_id) == matched_id(id)))
    }

    /// Puts the assumed values into the rows of a batch, or with `only_looks` counts the rows that they belong to.
    pub(super) fn apply(&mut self, batch: &mut Batch, only_looks: bool) {
        let Some(of_id) = batch.header.place(Column::PtbId as usize) else { return };
        let mut replaced = Vec::new();
        let Self { cells, without_place } = self;
        for row in batch.rows.iter() {
            let mut of_row = Vec::new();
            let id = row.cell(of_id).and_then(|text| read_id(unprotected(text, Role::Id)));
            let is_of_row = |cell: &&mut AssumedCell| id.is_some_and(|id| matched_id(&cell.ptb_id) == matched_id(id));
            for cell in cells.iter_mut().filter(is_of_row) {
                cell.rows += 1;
                match place(&batch.header, cell.column).filter(|at| *at < row.len()) {
                    Some(at) => of_row.push((at, cell.value.clone())),
                    None => {
                        let (path, column) = (shown_path(&batch.path), cell.column.name());
                        let sentence = format!("--assume: {path} has no cell for {column}; add the column to the file");
                        if !without_place.contains(&sentence) {
                            without_place.push(sentence);
                        }
                    }
                }
            }
            replaced.push(of_row);
        }
        if !only_looks && replaced.iter().any(|of_row| !of_row.is_empty()) {
            batch.rows.replace_cells(&replaced);
        }
    }

    /// Refuses assumptions about nobody on the rosters, and those for which a file has no cell.
    ///
    /// # Errors
    /// All of them.
    pub(crate) fn require_rows(&self) -> anyhow::Result<()> {
        let nobody = self.cells.iter().filter(|cell| cell.rows == 0);
        let nobody =
            nobody.map(|cell| format!("--assume: nobody on the rosters has the PTB ID {}", shown_text(&cell.ptb_id)));
        let mut mistakes: Vec<String> = nobody.chain(self.without_place.iter().cloned()).collect();
        mistakes.dedup();
        if mistakes.is_empty() { Ok(()) } else { bail!("{}", mistakes.join("\n")) }
    }

    /// `Assumed: basic_completed of 0012890 is 2026-06-12.` No private value is shown, and with `redact` none at all.
    pub(crate) fn sentence(&self, redact: bool) -> String {
        let shown = |cell: &AssumedCell| {
            let (column, id) = (cell.column.name(), shown_text(&cell.ptb_id));
            match cell.value.as_str() {
                _ if redact || Column::SPECS[cell.column as usize].private => format!("{column} of {id} is another"),
                "" => format!("{column} of {id} is blank"),
                value => format!("{column} of {id} is {}", shown_text(value)),
            }
        };
        let mut named: Vec<String> = self.cells.iter().take(MOST_NAMED).map(shown).collect();
        if let Some(more) = self.cells.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
            named.push(format!("and {} more", count_words(more as i64, "cell")));
        }
        format!("Assumed: {}.", named.join("; "))
    }
}

/// Returns the parts of `ID.column=value`.
fn split(given: &str) -> Result<[&str; 3], String> {
    let (front, value) = given.split_once('=').unwrap_or_default();
    let (id, column) = front.rsplit_once('.').ok_or_else(|| {
        format!("{}: expected ID.column=value, such as 0012890.basic_completed=2026-06-12", shown_text(front))
    })?;
    Ok([id, column, value])
}

fn place(header: &Header, column: Column) -> Option<usize> {
    header.place(column as usize)
}
