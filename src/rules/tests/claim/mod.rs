//! Tests of claims.

mod any_claim;
mod in_time;
mod judge;
mod lines;
mod rates;
mod repeated;
mod stays;
