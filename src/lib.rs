//! muster tells Illinois police agencies whether their people pass muster.
//!
//! ```text
//! argv -> cli: the parsed command          the clock and the environment are read here, nowhere else
//!      -> input: bytes to rows of cells    each with file, line, column
//!      -> model: cells to one record       value | blank | unreadable, never a default for a fault
//!      -> rules: record + day -> Answer    pure: opens no file, prints nothing, knows no format
//!      -> report: answers -> bytes         table, json, ndjson, csv, markdown, ics
//!      -> main: exit code                  0, 1, 2
//! ```

pub mod check;
pub mod cli;
pub mod cmd;
pub mod finding;
pub mod input;
pub mod model;
pub mod output;
pub mod pipeline;
pub mod report;
pub mod rules;
pub mod values;
pub mod words;

use check::report::Exit;
use clap::Parser;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// Runs the program with these arguments, the first of which is its own name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match cmd::Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(usage) => {
            // Help goes to standard output and is no failure; a closed pipe is nobody's fault.
            let _ = usage.print();
            return ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2));
        }
    };
    match cmd::run(&cli) {
        Ok(Exit::Calm) => ExitCode::SUCCESS,
        Ok(Exit::ToActOn) => ExitCode::from(1),
        Err(failure) if is_closed_pipe(&failure) => ExitCode::SUCCESS,
        Err(failure) => {
            for line in format!("{failure:#}").lines() {
                let _ = writeln!(io::stderr(), "muster: {line}");
            }
            ExitCode::from(2)
        }
    }
}

/// Whether the reader of our output has gone away, which ends the run quietly.
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
