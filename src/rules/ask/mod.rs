//! How a rule is declared, asked and answered.

pub mod answer;
pub mod questions;
