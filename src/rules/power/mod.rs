//! The POWER test: events scored, retests paired, the standards in force.

pub mod event;
pub mod retest;
pub mod score;
pub mod standards;
