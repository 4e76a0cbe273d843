//! Nothing private leaves the program, also when a file is wrong.

mod markers;
mod quotes;
mod shifted;
mod terminal;

use crate::harness::{command, file, json_in, told};
use serde_json::Value;

/// Runs a command over a file of this text, and returns its report, its exit code and everything that it wrote.
fn report(words: &str, name: &str, text: &str) -> (Value, i32, String) {
    let (_folder, path) = file(name, text);
    let words: Vec<&str> = words.split(' ').chain(["-f", "json", &path]).collect();
    let output = command(words).output().unwrap();
    (json_in(&output), output.status.code().unwrap(), told(&output))
}

/// Returns the findings of a report with this rule.
fn of_rule<'v>(report: &'v Value, rule: &str) -> Vec<&'v Value> {
    let findings = report["findings"].as_array().unwrap();
    findings.iter().filter(|finding| finding["rule"] == rule).collect()
}
