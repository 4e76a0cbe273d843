//! Tests of figures and tables.

mod changed_law;
mod figures;
