//! What pages are made of: lines, tables, colors, persons.

pub mod page;
pub mod person;
pub mod screen;
