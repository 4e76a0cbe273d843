//! Tests of the POWER test.

mod performance;
mod retest;
mod score;
