//! The requirements that a row fails, and the facts it lacks.

use crate::model::permit::{Column, RetiredOfficer};

/// Requirements that are failed, and those that are not known.
#[derive(Default)]
pub(super) struct PermitGaps {
    /// A reason for each failed requirement.
    pub(super) failed: Vec<String>,
    /// A reason for each requirement that is not known.
    pub(super) unknown: Vec<String>,
}

/// Says why a cell has no value: `foid_valid is blank`, `foid_valid cannot be read`.
pub(super) fn missing_cell(row: &RetiredOfficer, column: Column) -> String {
    let state = if row.is_faulty(column) { "cannot be read" } else { "is blank" };
    format!("{} {state}", column.name())
}
