//! muster tells Illinois police agencies whether their people pass muster. This page is a tour of the code; how to use
//! the program is in `README.md`, how to change it in `CONTRIBUTING.md`.
//!
//! # The idea
//!
//! muster is a list of requirements. A command reads a file into records, asks each requirement about each record on
//! one day, and prints the answers. Each figure that the law sets has a first day, a source, and the day on which it
//! was last checked. Nothing is guessed: a blank cell is not zero, and an answer that cannot be known says so.
//!
//! ```text
//! argv -> cmd: the parsed command          the clock, environment and configuration are read here only
//!      -> input: bytes to rows of cells    each with file, line and column (CSV, JSON)
//!      -> model: cells to one record       value | blank | unreadable, never a default for a fault
//!      -> rules: record + day -> Answer    pure: opens no file, prints nothing, knows no format
//!      -> report: answers -> bytes         one file a format; pages for people
//!      -> output: bytes -> file, folder, screen
//!      -> main: exit code                  0, 1, 2
//! ```
//!
//! # One row of a roster, from bytes to a printed finding
//!
//! Follow `muster roster check roster.csv` through the program:
//!
//! 1. [`run`] parses the arguments into a command of [`cmd`]. The command combines its flags ([`cli::flags`]) with the
//!    configuration ([`cli::config`]) into settings, among them the day asked about, and calls the engine in
//!    [`check`].
//! 2. [`check::roster`] opens every file before it reads any. A [`Sheet`] is one open file: [`input::bytes`] decodes
//!    it and takes its fingerprint, [`input::header`] finds the header and maps its cells to the columns of the
//!    record, and [`input::csv`] or [`input::json`] cuts the rest into rows of cells, batch by batch. [`pipeline`]
//!    spreads the batches over all cores and returns the results in order.
//! 3. A row becomes an [`Officer`]. The record is declared once, in [`model::officer`]: a line for each column, with
//!    its name, its other names, its type and its meaning. [`input::cells`] reads each cell as its type: a value, or
//!    blank, or unreadable. An unreadable cell is a finding of its own; so is a day that cannot be right, and the
//!    rules then treat that cell as unreadable too.
//! 4. The rules that the file has columns for are asked. A [`Rule`] is a constant that holds everything about one
//!    requirement: name, explanation, sources, figures, gates, columns, a `check` and worked examples. [`rules::ask`]
//!    applies what is the same for all of them: an ended appointment, a gate that says no, an unreadable cell. Then
//!    `check` gets the officer and the [`Ask`] (the day asked about and the settings) and returns an [`Answer`]: a
//!    status, a due day and a reason.
//! 5. Legal figures come from [`rules::law`], which returns the value in force on a day, or that none is known. Where
//!    the law leaves a gap, the code cites a decision as `settled 41`; [`rules::decisions`] lists them all.
//! 6. An answer that is to be shown becomes a [`Finding`]: the answer with its person, file, line, column and sources.
//! 7. The [`Report`] takes findings and results as they come and writes them in one [`Format`]. Machine formats are
//!    written at once; the table waits, because it shows the most serious answers first. [`output`] puts the bytes on
//!    the screen or replaces a file with them.
//! 8. At the end come the summary, the notes and the exit code: 0, or 1 if a status of `--fail-on` was found. An error
//!    that stopped the run ends with 2 and a sentence on standard error.
//!
//! Sheets (POWER, firearms, claims, examinations, permits, training records) take the same way, but are read as a
//! whole, because one row may belong to another. Their rules return a result with columns of its own instead of an
//! answer, and [`report::page`] has one file for each kind of result.
//!
//! # The folders
//!
//! | folder | holds |
//! | --- | --- |
//! | [`finding`], [`words`], [`pipeline`] | a finding; words for people; work on all cores |
//! | [`values`] | exact decimals, money, run times, moments: values that read and print themselves |
//! | [`input`] | from bytes to rows of cells, and what is wrong in them |
//! | [`model`] | the records and their columns |
//! | [`rules`] | the requirements, by subject; `rules::ask` how they are declared, `rules::law` the figures |
//! | [`report`] | formats, pages for people, the layout they share |
//! | [`output`] | files, folders and the screen |
//! | [`check`] | the engine behind the commands: open, read, select, judge, end |
//! | [`cli`] | flags and configuration |
//! | [`cmd`] | one file a command; the path of the file is the path of the command |
//!
//! Imports run one way: `cmd -> check -> cli -> output -> report -> rules -> model -> input -> finding, values, words,
//! hint, pipeline`. `report` may know the result types of `rules`, and asks no rule. `cargo test --test direction`
//! checks it.
//!
//! # Where to add things
//!
//! | to add | touch |
//! | --- | --- |
//! | a rule | a file under `rules/roster/`, named in the list in `rules/mod.rs` |
//! | a column | one line of its record under `model/` |
//! | a figure | one dated line in `rules/law/params.rs`, or a row of a table in `rules/law/tables/` |
//! | a kind of deadline | one entry in `rules/deadlines/kinds.rs` |
//! | a format | a file under `report/format/` and a line in [`Format`] |
//! | a command | a file under `cmd/` and a line in the tree; a file under `report/page/` if it has results of its own |
//!
//! `CONTRIBUTING.md` describes each with its tests. To read on, start with `rules/roster/employment.rs`: three rules
//! in full.
//!
//! [`Answer`]: rules::ask::Answer
//! [`Ask`]: rules::ask::Ask
//! [`Finding`]: finding::Finding
//! [`Format`]: report::Format
//! [`Officer`]: model::officer::Officer
//! [`Report`]: report::Report
//! [`Rule`]: rules::ask::Rule
//! [`Sheet`]: input::sheet::Sheet

pub mod check;
pub mod cli;
pub mod cmd;
pub mod finding;
pub mod hint;
pub mod input;
pub mod model;
pub mod output;
pub mod pipeline;
pub mod report;
pub mod rules;
pub mod values;
pub mod words;

use check::report::Exit;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// Runs the program with these arguments, the first of which is its own name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    #[cfg(unix)]
    output::signals::outlive_file_limit();
    let args: Vec<OsString> = args.into_iter().collect();
    match cmd::completions::complete(&args) {
        Ok(false) => {}
        Ok(true) => return ExitCode::SUCCESS,
        // The shell shows what is written here between the user's keystrokes, so nothing is.
        Err(_) => return ExitCode::from(2),
    }
    let (cli, matches) = match cmd::parse(args) {
        Ok(parsed) => parsed,
        Err(usage) => return ended(show(&usage), usage.exit_code()),
    };
    ended(cmd::run(&cli, &matches), 0)
}

/// Shows the help or the version on standard output, or what is wrong with the arguments on standard error.
///
/// # Errors
/// When standard output cannot be written. What is wrong with the arguments ends with its exit code, seen or not.
fn show(usage: &clap::Error) -> anyhow::Result<Exit> {
    if usage.use_stderr() {
        let _ = print_usage(usage);
        return Ok(Exit::Calm);
    }
    cmd::help::print(usage)
}

/// Returns the exit code of a run; `calm`: when there is nothing to act on.
fn ended(run: anyhow::Result<Exit>, calm: i32) -> ExitCode {
    match run {
        Ok(Exit::Calm) => ExitCode::from(u8::try_from(calm).unwrap_or(2)),
        Ok(Exit::ToActOn) => ExitCode::from(1),
        Err(failure) if is_closed_pipe(&failure) => ExitCode::SUCCESS,
        Err(failure) => {
            // An error that cannot be shown still ends with its exit code.
            let _ = hint::write_error(&mut io::stderr(), &words::harmless_lines(&format!("{failure:#}")));
            ExitCode::from(2)
        }
    }
}

/// Prints an error of the command line. One that quotes what would act on a terminal is shown without colors.
fn print_usage(usage: &clap::Error) -> io::Result<()> {
    let text = usage.to_string();
    if !text.contains(|letter: char| letter != '\n' && words::is_harmful(letter)) {
        return usage.print();
    }
    writeln!(io::stderr(), "{}", words::harmless_lines(&text))
}

/// Returns whether the reader of the output has closed the pipe. The run then ends without a message.
fn is_closed_pipe(failure: &anyhow::Error) -> bool {
    failure.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>();
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io.map(io::Error::kind).or(json) == Some(io::ErrorKind::BrokenPipe)
    })
}

/// Returns how property tests run: as by default, but with the seeds of past failures under `tests`.
#[cfg(test)]
pub(crate) fn property_tests() -> proptest::test_runner::Config {
    use proptest::test_runner::{Config, FileFailurePersistence};
    let seeds = FileFailurePersistence::SourceParallel("tests/proptest-regressions/src");
    Config { failure_persistence: Some(Box::new(seeds)), ..Config::default() }
}
