//! How every test asks the program: on 21 November 2026, with no configuration of the machine's own, in a screen's usual
//! width.

use serde_json::Value;
use std::fs;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// The program with these arguments.
pub(crate) fn command<Arg: AsRef<std::ffi::OsStr>>(args: impl IntoIterator<Item = Arg>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
    command.args(args).env("MUSTER_AS_OF", "2026-11-21").env("MUSTER_CONFIG", "").env_remove("COLUMNS");
    command.stdin(Stdio::null());
    command
}

/// What it answers to these arguments.
pub(crate) fn muster(args: &[&str]) -> Output {
    command(args).output().unwrap()
}

/// The JSON that it wrote.
pub(crate) fn json_in(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", told(output)))
}

/// All that it told, on both outputs.
pub(crate) fn told(output: &Output) -> String {
    String::from_utf8([output.stdout.clone(), output.stderr.clone()].concat()).unwrap()
}

/// A value of JSON as a spreadsheet has it.
pub(crate) fn flat(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(flat).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

/// A file of this text, and the folder in which it is alone.
pub(crate) fn file(name: &str, text: &str) -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    let path = written(&folder, name, text);
    (folder, path)
}

/// A file of this text in a folder.
pub(crate) fn written(folder: &TempDir, name: &str, text: &str) -> String {
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}
