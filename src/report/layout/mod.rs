//! What pages are made of: lines, tables, colors, persons.

pub(crate) mod lines;
pub(crate) mod names;
pub mod page;
pub mod person;
pub mod screen;
