//! The requirements that a row fails, those that a person decides, and the facts it lacks.

use crate::model::exam::{Column, Trainee};
use crate::values::decimal::Decimal;

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

/// Returns why a figure cannot be a percentage: above 100, or a share of one, as a spreadsheet stores 90% as 0.9
/// (settled 173).
pub(super) fn why_no_percentage(figure: Decimal) -> Option<&'static str> {
    if figure > Decimal::whole(100) {
        Some("is impossible")
    } else if figure > Decimal::default() && figure <= Decimal::whole(1) {
        Some("looks like a share of one; write 90 for 90 percent")
    } else {
        None
    }
}
