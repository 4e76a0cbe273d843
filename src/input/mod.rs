//! From bytes to rows of cells, each with its file, line and column. What is wrong inside a file is a fault, not an error.

pub mod bytes;
pub mod cells;
pub mod csv;
pub mod days;
pub mod faults;
pub mod format;
pub mod header;
pub mod json;
pub mod json_lists;
pub mod reader;
pub mod record;
pub mod rows;
pub mod sheet;
