//! Faults of a file as findings: rows and cells that cannot be read, days that cannot be.

use crate::finding::{Finding, Place, Status};
use crate::input::cells::ColumnSpec;
use crate::input::faults::{self, FaultKind};
use crate::input::header::Header;
use crate::input::rows::Row;
use crate::model::Impossible;
use chrono::NaiveDate;
use std::borrow::Cow;

/// Returns a fault of a file as a finding about no particular person.
pub(crate) fn fault<'f>(kind: &'static FaultKind, place: Place<'f>, message: impl Into<Cow<'f, str>>) -> Finding<'f> {
    Finding { title: kind.title, ..Finding::new(kind.name, Status::Unknown, place, message) }
}

/// Returns the faults of a row as a whole. With `redact` no message quotes the row.
pub(crate) fn of_row<'f>(row: &Row, file: &'f str, header: &'f Header, redact: bool) -> Vec<Finding<'f>> {
    let finding = |row_fault| {
        let (kind, line, column, message) = faults::row_fault(row_fault, row, redact, |cell| header.name_at(cell));
        fault(kind, Place::record(file, line).at(column), message)
    };
    row.faults.iter().map(finding).collect()
}

/// Returns the fault of a cell that cannot be read. With `redact` the message does not quote the cell.
pub(crate) fn unreadable<'f>(
    row: &Row,
    file: &'f str,
    spec: &'static ColumnSpec,
    text: &str,
    redact: bool,
) -> Finding<'f> {
    let place = Place::record(file, row.line).at(Some(spec.name));
    fault(&faults::UNREADABLE_VALUE, place, faults::unreadable(spec, text, redact))
}

/// Returns the fault of an impossible day.
pub(crate) fn impossible<'f>(place: Place<'f>, column: &'static str, why: Impossible, as_of: NaiveDate) -> Finding<'f> {
    fault(&faults::IMPOSSIBLE, place.at(Some(column)), why.sentence(column, as_of))
}
