//! The engine behind the commands: files opened, records selected and judged, the run ended.

pub mod accepted;
pub(crate) mod assumed;
pub mod baseline;
pub mod columns;
pub(crate) mod dated;
mod declared;
pub mod enter_book;
pub mod enter_days;
pub mod enter_earned;
mod enter_person;
pub mod enter_plan;
pub mod file_facts;
pub mod open;
pub mod own_course;
pub mod own_rates;
pub(crate) mod person;
pub mod progress;
pub mod report;
pub mod roster;
pub mod select;
pub mod sheet;
pub(crate) mod since_calendar;
pub mod training;
