//! `muster roster columns`: how each heading of a file is understood, and what its cells hold.

use crate::check::columns::Survey;
use crate::check::file_facts::FileFacts;
use crate::check::open;
use crate::check::report::{Exit, FAILS, Run};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::Status;
use crate::model::{self, officer};
use crate::report::item::End;
use crate::report::page::columns::{Heading, show_file};
use anyhow::Context;
use clap::Args;
use clap::builder::PossibleValuesParser;

/// Show how each heading of a file is understood
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster roster columns roster.xlsx
  muster roster columns --sheet Sworn roster.xlsx
  muster roster columns --kind power saturday.csv   a POWER sheet
  muster roster columns -f csv roster.csv > headings.csv
  muster roster columns --fail-on review,unknown roster.csv   for a script

Shows for each heading the column that it is read as and how that is known:
by the column's name, by another name for it, or by your configuration. A
heading that is only near to a name is not read; the near name is offered.
Counts the filled cells and those that cannot be read, and shows how each word
of a column of a few words is understood. No other cell is shown. The rules
that can be asked follow, and those that cannot, with the columns they need.

`muster start` asks about what is not understood and writes the configuration.
",
    after_long_help = "\
Exit codes: 0 every cell of a known column can be read, 1 some cannot, or there
is no record (--fail-on review: also a heading that may matter and is not
read), 2 could not run."
)]
pub struct ColumnsArgs {
    /// Files: workbooks (.xlsx, .xls, .ods), CSV, TSV, JSON or NDJSON; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,

    /// Kind of the files
    #[arg(
        long,
        value_name = "KIND",
        default_value = officer::ROSTER.name,
        value_parser = PossibleValuesParser::new(model::KINDS.iter().map(|kind| kind.name))
    )]
    kind: String,
}

/// Runs the command.
///
/// # Errors
/// Files that cannot be read, and an output that cannot be written.
pub fn run(args: &ColumnsArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let settings = Settings::load(flags)?;
    let kind = model::KINDS.iter().find(|kind| kind.name == args.kind).context("--kind names no kind of file")?;
    let mut sheets = open::open_all(&args.files, flags, &settings, kind)?;
    // Headings that nothing reads are results here, and not told before them.
    let mut facts = FileFacts::of(&sheets, &settings);
    (facts.lines, facts.findings) = (Vec::new(), Vec::new());
    let mut end = End::default();
    let Survey { files, not_asked, stopped, .. } = Survey::of(&mut sheets, flags, &settings, &mut end);
    let is_wrong = end.summary.of(Status::Unknown) + end.summary.of(Status::Review) > 0;
    let run = Run::new("roster columns", flags, &settings).of_files(facts).not_asked(not_asked).failing_on(FAILS);
    run.report::<Heading>(|report| {
        if is_wrong || !flags.quiet {
            files.iter().try_for_each(|headings| report.list(headings, show_file))?;
        }
        Ok((end, stopped))
    })
}
