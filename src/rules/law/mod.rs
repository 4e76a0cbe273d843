//! What the law sets, and what holds on which day: figures, tables, working days, schedules, counties.

pub mod calendar;
#[cfg(test)]
pub(crate) mod changed;
pub mod counties;
pub mod figure;
pub mod params;
pub mod schedule;
