//! Claims for reimbursement: conditions, lines, limits, travel rates.

pub mod conditions;
pub mod judge;
pub mod limits;
pub mod lines;
pub mod notes;
pub mod rates;
