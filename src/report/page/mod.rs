//! One file for each kind of result: its columns, and its page for people.

pub mod claim;
pub mod claim_short;
pub mod cohort;
pub mod columns;
pub mod course;
pub mod deadline;
pub mod diff;
pub mod digest;
pub mod exam;
pub mod finding;
pub mod firearms;
pub mod hit;
pub mod notice;
pub mod permit;
pub mod power;
pub mod rates;
pub mod retest;
pub mod revision;
pub mod rule;
pub mod training;
pub mod training_short;
pub mod verify;
pub mod why;
