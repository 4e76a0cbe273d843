//! The requirements that a row fails, those that a person decides, and the facts it lacks.

use crate::model::exam::{Column, Trainee};

/// Requirements that are failed, those that a person decides, and those that are not known.
#[derive(Default)]
pub(super) struct ExamGaps {
    /// A reason for each failed requirement.
    pub(super) failed: Vec<String>,
    /// A reason for each requirement that a person decides.
    pub(super) doubted: Vec<String>,
    /// A reason for each requirement that is not known.
    pub(super) unknown: Vec<String>,
}

impl ExamGaps {
    /// Adds a requirement that is not known to be met: `reason` when it is failed, the cell when it is not known.
    pub(super) fn require(&mut self, is_met: Option<bool>, row: &Trainee, column: Column, reason: &str) {
        match is_met {
            Some(true) => {}
            Some(false) => self.failed.push(reason.into()),
            None => self.unknown.push(missing_cell(row, column)),
        }
    }
}

/// Says why a cell has no value: `notebook is blank`, `notebook cannot be read`.
pub(super) fn missing_cell(row: &Trainee, column: Column) -> String {
    let state = if row.is_faulty(column) { "cannot be read" } else { "is blank" };
    format!("{} {state}", column.name())
}
