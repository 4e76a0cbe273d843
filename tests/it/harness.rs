//! Runs the program for the tests: on 21 November 2026, without a configuration of this machine, at the default width.

use clap::ValueEnum;
use passmuster::report::Format;
use serde_json::Value;
use std::fs;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// Returns the program with these arguments, not yet started.
pub(crate) fn command<Arg: AsRef<std::ffi::OsStr>>(args: impl IntoIterator<Item = Arg>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
    command.args(args).env("MUSTER_AS_OF", "2026-11-21").env("MUSTER_CONFIG", "").env_remove("COLUMNS");
    command.stdin(Stdio::null());
    command
}

/// Returns a shell that obeys a script in which `$0` is the program, `$1` the first of the arguments.
#[cfg(unix)]
pub(crate) fn shell(script: &str, args: &[&str]) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", script, env!("CARGO_BIN_EXE_muster")]).args(args);
    shell.env("MUSTER_AS_OF", "2026-11-21").env("MUSTER_CONFIG", "").env_remove("COLUMNS").stdin(Stdio::null());
    shell
}

/// Runs the program with these arguments.
pub(crate) fn muster(args: &[&str]) -> Output {
    command(args).output().unwrap()
}

/// Returns the name of a format, as `-f` takes it.
pub(crate) fn name_of(format: Format) -> String {
    format.to_possible_value().expect("every format has a name").get_name().to_owned()
}

/// Returns the name of every format that every command writes: all but the calendar, which only `roster due` writes.
pub(crate) fn formats() -> Vec<String> {
    let all = Format::value_variants().iter().copied();
    all.filter(|format| *format != Format::Ics).map(name_of).collect()
}

/// Parses the JSON on standard output.
pub(crate) fn json_in(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", told(output)))
}

/// Returns the text of both outputs, one after the other.
pub(crate) fn told(output: &Output) -> String {
    String::from_utf8([output.stdout.clone(), output.stderr.clone()].concat()).unwrap()
}

/// Returns a value of JSON as a cell of a spreadsheet has it.
pub(crate) fn flat(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(flat).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

/// Writes a file of this text into a new folder, which lives as long as the first value.
pub(crate) fn file(name: &str, text: &str) -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    let path = written(&folder, name, text);
    (folder, path)
}

/// Writes a file of this text into a folder and returns its path.
pub(crate) fn written(folder: &TempDir, name: &str, text: &str) -> String {
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}
