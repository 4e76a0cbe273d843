//! Tests of the POWER test.

mod retest;
mod score;
