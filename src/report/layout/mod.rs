//! What pages are made of: lines, tables, colours, persons.

pub mod page;
pub mod person;
pub mod screen;
