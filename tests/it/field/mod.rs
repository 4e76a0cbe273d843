//! What agencies hand over: one test a kind of trouble, with the text of a small file of invented people.

mod cells;
mod delimiters;
mod formats;
mod headings;
mod names;
mod output;
mod rows;
mod titles;

use crate::harness::{command, file, json_in};
use serde_json::Value;

/// The two rules that most of these rosters are asked.
const TWO_RULES: [&str; 4] = ["--only", "firearms-qualification", "--only", "basic-training-deadline"];

/// The header of most of these rosters.
const HEADER: &str = "PTB ID,Last Name,First Name,Agency,Employment,Hire Date,Basic Completed,Firearms Qualified\r\n";
/// An officer who is fine.
const ORR: &str = "0012345,Orr,Ann,Fernhill PD,full-time,1/5/2020,6/1/2020,3/2/2026\r\n";
/// An officer whose basic training was due on 5 August 2026.
const QUIN: &str = "0012346,Quin,Bo,Fernhill PD,full-time,2/5/2026,,3/2/2026\r\n";
/// Another officer who is fine.
const BLY: &str = "0012347,Bly,Cy,Fernhill PD,full-time,2/5/2019,6/6/2019,3/2/2026\r\n";

/// Returns the JSON report of a command over a file of this text, and its exit code.
fn report(command_words: &str, name: &str, text: &str, flags: &[&str]) -> (Value, i32) {
    let (_folder, path) = file(name, text);
    let words = command_words.split(' ').chain(["-f", "json"]).chain(flags.iter().copied()).chain([&*path]);
    let output = command(words).output().unwrap();
    (json_in(&output), output.status.code().unwrap())
}

/// Returns the JSON report of the two rules over a roster of this text.
fn roster(text: &str) -> (Value, i32) {
    report("roster check", "r.csv", text, &TWO_RULES)
}

/// Asserts that Orr and one more officer are checked and fine, and that so many rows were passed over.
fn assert_two_met(text: &str, passed_over: u64) -> Value {
    let (report, code) = roster(text);
    assert_eq!((&report["summary"]["records"], &report["summary"]["met"]), (&2.into(), &4.into()), "{report:#}");
    assert_eq!(report["inputs"][0]["passed_over"], passed_over, "{report:#}");
    assert_eq!((report["inputs"][0]["records"].as_u64(), code), (Some(2), 0), "{report:#}");
    report
}

/// Asserts that of two officers Quin is overdue since 5 August 2026, on this line.
fn assert_quin_overdue(report: &Value, line: u64) {
    let findings = report["findings"].as_array().unwrap();
    assert_eq!(report["summary"]["records"], 2, "{report:#}");
    assert_eq!(findings.len(), 1, "{report:#}");
    assert_eq!(findings[0]["rule"], "basic-training-deadline");
    assert_eq!((findings[0]["due"].as_str(), findings[0]["line"].as_u64()), (Some("2026-08-05"), Some(line)));
}

/// Returns the notes of a report in one text.
fn notes(report: &Value) -> String {
    report["notes"].as_array().unwrap().iter().map(|note| note.as_str().unwrap()).collect::<Vec<_>>().join("\n")
}
