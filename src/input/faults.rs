//! The faults that any file can have: their names, sentences and help.

use crate::finding::{Finding, Place, Status};
use crate::input::cells::{Cell, Email, is_blank, is_stand_in, why_no_value};
use crate::input::column::{ColumnSpec, Reading, Role};
use crate::input::days::is_day;
use crate::input::header::{Header, Unread};
use crate::input::no_day::why_ahead;
use crate::input::rows::{Row, RowFault, Shift};
use crate::input::shift::holds_name;
use crate::words::personal::looks_personal;
use crate::words::{harmless, shown_text, shown_up_to};
use chrono::NaiveDate;
use std::borrow::Cow;

/// A fault of a file: a finding of status `unknown` with a name of its own.
#[derive(Debug, PartialEq, Eq)]
pub struct FaultKind {
    /// `unreadable-value`
    pub name: &'static str,
    /// One line for a list.
    pub title: &'static str,
    /// The meaning, and what to do.
    pub explain: &'static str,
}

/// Every kind of fault, in the order of their names.
pub static KINDS: [&FaultKind; 12] = [
    &DUPLICATE,
    &IMPOSSIBLE,
    &MISSING_COLUMNS,
    &NO_RECORDS,
    &NOT_COMPARED,
    &NOT_ON_ROSTER,
    &RAGGED,
    &UNCLOSED,
    &UNREAD_COLUMN,
    &UNREAD_SHEET,
    &UNREADABLE_ROW,
    &UNREADABLE_VALUE,
];

/// The same officer and agency twice in one file.
pub static DUPLICATE: FaultKind = FaultKind {
    name: "duplicate-ptb-id",
    title: "The same PTB ID and agency on an earlier row",
    explain: "The finding names the later row. Both rows are checked, so that no officer is missed; remove the wrong \
              row, or correct its ID. Agencies are compared without regard to case and spaces.",
};
/// An impossible day.
pub static IMPOSSIBLE: FaultKind = FaultKind {
    name: "impossible-dates",
    title: "An impossible day",
    explain: "A day recorded as past is after the day asked about, or two days are in the wrong order. The cell then \
              counts as unreadable, and every rule that reads it answers unknown. To answer for a past day with \
              today's file, use --rewind.",
};
/// A rule that was asked for by name and cannot be asked (settled 176).
pub static MISSING_COLUMNS: FaultKind = FaultKind {
    name: "missing-columns",
    title: "A rule that was asked for, or every rule, lacks its columns",
    explain: "The rule was named with --only, or under require in the configuration, and the file has no column for \
              it; or the file has the columns of no rule at all. \
              Nothing was checked, and silence would look like a clean roster. Add the column, or say under \
              [columns] in the configuration which heading of the file means it.",
};
/// Files without a record (settled 177).
pub static NO_RECORDS: FaultKind = FaultKind {
    name: "no-records",
    title: "No record in any file",
    explain: "The files have headers and nothing below them, so that nothing was checked. An export that failed looks \
              like this. --allow-empty accepts it.",
};
/// A row with too few or too many cells, or with cells that do not stand in their own columns.
pub static RAGGED: FaultKind = FaultKind {
    name: "ragged-row",
    title: "A row whose cells are not those of the header",
    explain: "A row with a filled cell too many is shifted somewhere, and so is one with a name in the column of the \
              birth date, or a day or a mail address in that of the name. Nothing of it is checked, matched or shown, \
              and every rule answers unknown. Of a row with too few cells those that are there are read, and the \
              missing ones count as unreadable. The usual cause is a comma or a line break in a cell without quotes.",
};
/// A quote that is not closed.
pub static UNCLOSED: FaultKind = FaultKind {
    name: "unclosed-quote",
    title: "A quotation mark that is not closed",
    explain: "A cell opens with a quotation mark that is not closed within 64 KiB or by the end of the file. The \
              cells of that row before it are read, the others count as unreadable, and reading goes on with the \
              next line.",
};
/// A row or a cell that could not be compared between two rosters.
pub static NOT_COMPARED: FaultKind = FaultKind {
    name: "not-compared",
    title: "A row or cell that could not be compared",
    explain: "The row of the other roster for the same officer is not known, or a cell that would show a change \
              cannot be read in one of the files. A Form E may be owed, so the comparison is not clean. A PTB ID in \
              both rosters makes rows comparable.",
};
/// A completion by a person who is not on the roster.
pub static NOT_ON_ROSTER: FaultKind = FaultKind {
    name: "not-on-roster",
    title: "A completed course of a person not on the roster",
    explain: "Training records are matched to the roster by PTB ID; where one of the two has none, by last and first \
              name. This record matches no officer, or several, and so counts for none. Correct the ID or the name; \
              ignore the finding where the officer has left.",
};
/// A column that nothing reads, and that looks as if something should.
pub static UNREAD_COLUMN: FaultKind = FaultKind {
    name: "unread-column",
    title: "A column that nothing reads and that may matter",
    explain: "The heading is near to the name of a known column, or the column holds days. Nothing reads it, so that \
              what it records counts nowhere. If it is a known column, write its heading under [columns] in the \
              configuration, with the name of the column; if it is not, write \"ignore\" there. Then the finding goes \
              away. `muster template KIND --explain` lists every column with its other names.",
};
/// A sheet of a workbook that is not read, and that has a header of the same kind (settled 246).
pub static UNREAD_SHEET: FaultKind = FaultKind {
    name: "unread-sheet",
    title: "A sheet of the workbook that is not read and that may matter",
    explain: "One sheet of a workbook is read. Another one has a header with known columns and rows below it, so that \
              its people are not checked. --sheet NAME reads it in a run of its own; the sheet that --sheet names is \
              then the one that is meant, and the finding goes away.",
};
/// A row that cannot be read.
pub static UNREADABLE_ROW: FaultKind = FaultKind {
    name: "unreadable-row",
    title: "A row that cannot be read",
    explain: "A line of NDJSON or an element of a JSON array that is not a flat object, or has a key twice, or a row \
              of more than 16 MiB. It is counted, and no rule is checked for it.",
};
/// A cell that cannot be read.
pub static UNREADABLE_VALUE: FaultKind = FaultKind {
    name: "unreadable-value",
    title: "A cell that cannot be read",
    explain: "The cell is not blank, but it does not hold a value of the kind that its column needs. Every rule that \
              reads it answers unknown: not knowing is not passing. The value is quoted, except in private columns.",
};

impl FaultKind {
    /// Returns a fault of this kind as a finding about no particular person.
    pub fn finding<'f>(&self, place: Place<'f>, message: impl Into<Cow<'f, str>>) -> Finding<'f> {
        Finding { title: self.title, ..Finding::new(self.name, Status::Unknown, place, message) }
    }
}

/// Returns the faults of a row as a whole. With `redact` no message quotes the row.
pub fn of_row<'f>(row: &Row, file: &'f str, header: &'f Header, redact: bool) -> Vec<Finding<'f>> {
    row.faults.iter().map(|fault| row_fault(fault, row, file, header, redact)).collect()
}

/// Returns one fault of a row as a whole. With `redact` its message does not quote the row.
pub fn row_fault<'f>(fault: &RowFault, row: &Row, file: &'f str, header: &'f Header, redact: bool) -> Finding<'f> {
    let place = Place::record(file, row.line);
    match fault {
        RowFault::Ragged { cells, expected } => {
            RAGGED.finding(place, format!("this row has {cells} cells, the header has {expected}"))
        }
        RowFault::Shifted(Shift::Surplus { cells, expected }) => RAGGED.finding(
            place,
            format!(
                "this row has {cells} cells, the header has {expected}: they are shifted, and none of them is read"
            ),
        ),
        RowFault::Shifted(Shift::Misplaced { cell, holds }) => {
            let column = header.name_at(*cell).filter(|_| header.column_at(*cell).is_some() && !redact);
            let column = column.map_or_else(|| format!("column {}", cell + 1), |name| harmless(name).into_owned());
            let why = format!("{column} holds {holds}: the cells of this row are shifted, and none of them is read");
            RAGGED.finding(place, why)
        }
        RowFault::UnclosedQuote { line } => UNCLOSED.finding(
            Place::record(file, *line),
            "a quotation mark opens on this line and is not closed; the rest of the row is not read",
        ),
        RowFault::TooLong => UNREADABLE_ROW.finding(place, "this row is longer than 16 MiB and was skipped"),
        RowFault::NoObject(_) if redact => UNREADABLE_ROW.finding(place, "this is not a flat JSON object"),
        RowFault::NoObject(why) => {
            UNREADABLE_ROW.finding(place, format!("this is not a flat JSON object: {}", shown_up_to(200, why)))
        }
        RowFault::Nested { cell } => {
            let cure = Some("expected a single value".into());
            let message = "this holds a list or an object; expected a single value";
            Finding { cure, ..UNREADABLE_VALUE.finding(place.at(header.name_at(*cell)), message) }
        }
    }
}

/// Returns whether no cell of a row is quoted: with `redact`, and where a private cell cannot be read, so that the
/// cells may not be those of their columns (settled 204 and 244).
pub fn quotes_nothing(row: &Row, header: &Header, redact: bool) -> bool {
    let is_read = |spec: &ColumnSpec, text: &str| match spec.is_day {
        true => is_day(text),
        false => <Email as Cell>::read(text, &Reading::on(NaiveDate::MIN)).is_some(),
    };
    let cannot_be_read = |(at, spec): (usize, &ColumnSpec)| {
        row.cell(at).is_some_and(|text| !text.is_empty() && !is_blank(text) && !is_read(spec, text))
    };
    // A name where a Social Security number would be says the same.
    let holds_name = |heading: &Unread| row.cell(heading.at).is_some_and(holds_name);
    // So does a number or an address of a person where neither can be.
    let holds_personal = |at: usize| {
        let spec = header.spec_at(at).filter(|spec| !(spec.private || spec.is_text()) && spec.role == Role::Plain);
        spec.is_some() && row.cell(at).is_some_and(looks_personal)
    };
    redact
        || (0..header.width).any(holds_personal)
        || header.private().any(cannot_be_read)
        || header.refused.iter().any(holds_name)
}

/// Returns the fault of a cell that cannot be read. With `redact` the message does not quote the cell.
pub fn unreadable_cell<'f>(
    place: Place<'f>,
    spec: &'static ColumnSpec,
    text: &str,
    how: &Reading,
    redact: bool,
) -> Finding<'f> {
    let quoted = is_quoted(spec, text, redact).then(|| Cow::Owned(shown_text(text).into_owned()));
    let cure = cure(spec, text, how, redact);
    let message = format!("{}; {cure}", lead(spec, text, redact));
    Finding { quoted, cure: Some(cure.into()), ..UNREADABLE_VALUE.finding(place.at(Some(spec.name)), message) }
}

/// Returns the sentence about a cell that cannot be read. With `redact` it is not quoted: in a shifted row it may be
/// a name.
pub fn unreadable(spec: &ColumnSpec, text: &str, how: &Reading, redact: bool) -> String {
    format!("{}; {}", lead(spec, text, redact), cure(spec, text, how, redact))
}

/// Returns whether a message may quote a cell.
fn is_quoted(spec: &ColumnSpec, text: &str, redact: bool) -> bool {
    !(spec.private || redact || looks_personal(text) || is_stand_in(text))
}

/// Returns the column and, where it may be quoted, its text.
fn lead(spec: &ColumnSpec, text: &str, redact: bool) -> String {
    match is_quoted(spec, text, redact) {
        true => format!("{} reads '{}'", spec.name, shown_text(text)),
        false => format!("{} cannot be read", spec.name),
    }
}

/// Returns what the cell should hold, why it does not where that can be told, and what to do.
fn cure(spec: &ColumnSpec, text: &str, how: &Reading, redact: bool) -> String {
    let quotes = is_quoted(spec, text, redact);
    let own_words = || {
        let cure = format!("write that, or say under [values.{}] in the configuration what the word means", spec.name);
        (!spec.choices.is_empty()).then_some(cure)
    };
    let why = why_no_value(text).map(str::to_owned).or_else(|| why_ahead(text, how, spec, quotes));
    match why.or_else(|| (spec.why_not)(text, quotes)).or_else(own_words) {
        Some(why) => format!("expected {}; {why}", spec.expected),
        None => format!("expected {}", spec.expected),
    }
}
