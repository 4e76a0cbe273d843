//! The records that rows become. A field is a value or `None`; what could not be read is kept apart from what is blank.

pub mod claim;
pub mod exam;
pub mod name;
pub mod officer;
pub mod permit;
pub mod power_test;
pub mod shoot;
pub mod training;

/// Every kind of file that is read.
pub static KINDS: &[&crate::input::sheet::Kind] =
    &[&officer::ROSTER, &power_test::POWER_SHEET, &shoot::FIREARMS_SHEET, &claim::CLAIM];
