//! The formats of an input.

/// The format of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum InputFormat {
    /// Cells with commas or semicolons between them.
    Csv,
    /// Cells with tabs between them.
    Tsv,
    /// An array of flat objects, or one object.
    Json,
    /// One flat object a line.
    Ndjson,
}

impl InputFormat {
    /// Returns the name in machine output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Json => "json",
            Self::Ndjson => "ndjson",
        }
    }
}
