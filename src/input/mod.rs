//! From bytes to rows of cells, each with its file, line and column. What is wrong inside a file is a fault, not an error.

pub mod bytes;
pub mod cells;
pub mod days;
pub mod delimited;
pub mod faults;
mod framing;
pub mod groups;
pub mod header;
pub mod json;
pub mod record;
pub mod rewrite;
pub mod rows;
pub mod sheet;
