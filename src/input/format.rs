//! How the rows of an input are written.

/// How the rows of an input are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum InputFormat {
    /// Cells between commas or semicolons.
    Csv,
    /// Cells between tabs.
    Tsv,
    /// An array of flat objects, or one object.
    Json,
    /// One flat object a line.
    Ndjson,
}
