//! Reads files: from bytes to rows of cells, each with its file, line and column.
//!
//! A file goes through `bytes` (decoding, hash), `csv`, `json` or `workbook` (records), `rows` (a batch of cells),
//! `header` (the columns) and `record!` (one typed record a row). [`sheet::Sheet`] opens any format and returns its
//! batches. A mistake inside a file is a fault of a row ([`faults`]); only a file that cannot be read is an error.

pub mod bytes;
pub mod cells;
pub mod clock;
pub mod column;
pub mod csv;
pub mod days;
pub mod declared;
pub mod faults;
pub mod format;
pub(crate) mod guess;
pub mod header;
pub mod header_place;
pub mod heading;
pub mod input_file;
pub mod json;
pub mod kind;
mod labels;
pub mod measures;
pub mod moments;
pub mod nested;
pub mod no_day;
mod no_header;
pub mod no_record;
pub mod opened;
pub mod opening;
pub mod reader;
pub mod record;
pub mod remarks;
pub mod row_fault;
pub mod rows;
pub(crate) mod sample;
pub mod sheet;
mod shift;
mod short_years;
pub mod turns;
pub mod workbook;
