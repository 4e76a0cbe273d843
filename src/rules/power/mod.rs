//! The POWER test, from sheet to outcome: pair retests with first tests, score the events, decide the outcome.
//!
//! [`pairing`] finds the first test of each retest. [`score`] scores a test with its retests and returns a [`result`].
//! It uses `candidate` (sex, age and day), [`event`] (one event against its standard), `retest` (the hours in which a
//! retest counts), `notes` (remarks) and [`standards`] (the table).

mod candidate;
pub mod event;
pub mod figures;
mod notes;
pub mod pairing;
pub mod plausible;
pub mod result;
pub(super) mod retest;
pub mod retest_sheet;
pub mod score;
pub mod standards;
