//! A file that was read, as machine output names it.

use schemars::JsonSchema;
use serde::Serialize;

/// A file that was read, in machine output.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Input {
    /// The path as it was given.
    pub path: String,
    /// `csv`, `tsv`, `json`, `ndjson`, `xlsx`, `xls` or `ods`, by the content.
    pub format: &'static str,
    /// The sheet of a workbook that was read.
    pub sheet: Option<String>,
    /// The number of its records.
    pub records: u64,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its headings.
    pub headings: Headings,
    /// The headings that nothing reads; with `--redact` the places of their columns.
    pub unread_columns: Vec<String>,
    /// The number of its rows that are no record, such as totals and page numbers.
    pub passed_over: u64,
}

/// The headings of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Headings {
    /// The number of headings whose columns are read.
    pub read: u64,
    /// The number of headings.
    pub there: u64,
}
