//! One file a format: how findings and results become bytes.

pub mod csv;
pub mod earlier_event;
pub mod ics;
pub mod json;
pub mod markdown;
pub mod shown;
pub mod table;
mod table_days;
pub mod table_faults;
mod table_lines;
mod table_months;
pub mod table_people;
