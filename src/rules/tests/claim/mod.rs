//! Tests of claims.

mod any_claim;
mod judge;
mod lines;
mod rates;
mod repeated;
mod stays;
