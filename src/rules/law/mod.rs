//! The law by day: figures, tables, working days, schedules and counties.

pub mod calendar;
#[cfg(test)]
pub(crate) mod changed;
pub mod counties;
pub mod figure;
pub mod params;
pub mod schedule;
pub(crate) mod states;
