//! What if a cell held another value: `roster check --assume`.

use crate::harness::{file, json_in, muster, told, written};
use serde_json::{Value, json};
use std::fs;
use tempfile::TempDir;

const ROSTER: &str = "ptb_id,last_name,first_name,hire_date,employment,basic_completed,firearms_qualified,email\n\
                      0010237,Roe,Ann,2020-01-05,full-time,2020-06-01,2026-03-05,roe@elm.example\n\
                      10241,Ortega,Miguel,2026-01-05,full-time,,2026-03-01,ortega@elm.example\n";

/// Returns `new met basic-training-deadline` of every finding, and the exit code.
fn changes(path: &str, args: &[&str]) -> (Vec<String>, i32) {
    let output = muster(&[&["roster", "check", "-f", "json"], args, &[path]].concat());
    let document = json_in(&output);
    let of = |finding: &Value| ["change", "status", "rule"].map(|key| finding[key].as_str().unwrap_or("-")).join(" ");
    (document["findings"].as_array().unwrap().iter().map(of).collect(), output.status.code().unwrap())
}

#[test]
fn an_answer_that_changes_is_new_and_the_other_cleared() {
    let (_folder, path) = file("r.csv", ROSTER);
    // Due on 5 July 2026, six months after the hire.
    let (found, code) = changes(&path, &["--assume", "10241.basic_completed=2026-07-05"]);
    assert_eq!(found, ["new met basic-training-deadline", "cleared overdue basic-training-deadline"]);
    assert_eq!(code, 0, "nothing becomes overdue");
    // Whatever the zeros in front, and by another name of the column; what is worse fails the run.
    let (changes, code) = changes(&path, &["--assume", "10237.Last Qual=2024-05-01"]);
    assert!(changes.contains(&"new overdue firearms-qualification".into()) && code == 1, "{changes:?}");
}

#[test]
fn what_is_as_it_was_changes_nothing() {
    let (_folder, path) = file("r.csv", ROSTER);
    let (found, code) = changes(&path, &["--assume", "0010237.basic_completed=6/1/2020"]);
    assert_eq!((found, code), (Vec::new(), 0), "the overdue answer about Ortega is no news");
    let (all, _) = changes(&path, &["--all", "--assume", "0010237.basic_completed=6/1/2020"]);
    assert!(all.len() > 8 && all.iter().all(|change| change.starts_with("- ")), "{all:?}");
}

/// Returns the findings of a whole report without the file and what changed, and its summary.
fn report(path: &str, more: &[&str]) -> (Vec<Value>, Value) {
    let document = json_in(&muster(&[&["roster", "check", "--all", "-f", "json"], more, &[path]].concat()));
    let mut findings = document["findings"].as_array().unwrap().clone();
    findings.retain(|finding| finding["change"] != "cleared");
    for finding in &mut findings {
        let finding = finding.as_object_mut().unwrap();
        finding.remove("change");
        finding.insert("file".into(), json!(""));
    }
    (findings, document["summary"].clone())
}

/// Returns the text of a file with these rows.
fn text_of(header: &[String], rows: &[Vec<String>]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header).unwrap();
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

#[test]
fn the_whole_report_is_that_of_the_changed_file() {
    let millbrook = fs::read_to_string("fixtures/roster_check/millbrook.csv").unwrap();
    let mut rows: Vec<Vec<String>> = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(millbrook.as_bytes())
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect();
    let header = rows.remove(0);
    let of_id = header.iter().position(|name| name == "ptb_id").unwrap();
    for (column, value) in [
        ("basic_completed", "2026-03-01"),
        ("basic_completed", ""),
        ("employment", "part-time"),
        ("firearms_qualified", "2026-11-20"),
        ("last_name", "Adams"),
        ("separated", "2026-10-01"),
        ("hire_date", "2026-06-01"),
    ] {
        let at = header.iter().position(|name| name == column).unwrap();
        for row in [1, 2, 5] {
            let mut changed = rows.clone();
            let id = changed[row][of_id].clone();
            assert_eq!(changed.iter().filter(|row| row[of_id] == id).count(), 1, "{id} names one row");
            changed[row][at] = value.to_owned();
            let folder = TempDir::new().unwrap();
            let path = written(&folder, "changed.csv", &text_of(&header, &changed));
            let as_it_is = written(&folder, "r.csv", &text_of(&header, &rows));
            let assumed = report(&as_it_is, &["--assume", &format!("{id}.{column}={value}")]);
            assert_eq!(assumed, report(&path, &[]), "{id} {column} {value}");
        }
    }
}

#[test]
fn a_file_of_assumptions_says_the_same() {
    let folder = TempDir::new().unwrap();
    let roster = written(&folder, "r.csv", ROSTER);
    let list = written(&folder, "if.csv", "PTB,Column,Value\n10241,basic_completed,7/5/2026\n10237,Hire Date,\n");
    let flags = ["--assume", "10241.basic_completed=2026-07-05", "--assume", "10237.hire_date="];
    let (by_flags, _) = changes(&roster, &flags);
    assert_eq!(changes(&roster, &["--assume", &list]).0, by_flags);
    assert!(by_flags.len() > 2, "{by_flags:?}");
}

#[test]
fn what_cannot_be_assumed_is_told_at_once() {
    let folder = TempDir::new().unwrap();
    let roster = written(&folder, "r.csv", ROSTER);
    let list = written(&folder, "if.csv", "ptb_id,column,value\n,hire_date,2026-01-05\n10241,hire_date,soon\n");
    for (assumption, expected) in [
        ("10241.basic_completed=soon", "basic_completed reads 'soon'; expected a day"),
        ("10241.basic_complete=2026-01-05", "(did you mean basic_completed?)"),
        ("10241=2026-01-05", "expected ID.column=value"),
        (".hire_date=2026-01-05", "it names no officer"),
        ("10241.ptb_id=7", "ptb_id cannot be assumed"),
        ("10241.waiver_date=2026-01-05", "has no cell for waiver_date"),
        ("7.hire_date=2026-01-05", "nobody on the rosters has the PTB ID 7"),
        ("no-such.csv", "there is no such file"),
        (&list, "line 2: it names no officer"),
        (&list, "line 3: hire_date reads 'soon'"),
    ] {
        let output = muster(&["roster", "check", "--assume", assumption, &roster]);
        assert_eq!(output.status.code(), Some(2), "{assumption}");
        assert!(told(&output).contains(expected), "{assumption}: {}", told(&output));
    }
    let twice = ["--assume", "10241.hire_date=2026-01-05", "--assume", "0010241.hire_date=2026-01-06"];
    assert!(told(&muster(&[&["roster", "check"], &twice[..], &[&roster]].concat())).contains("is assumed twice"));
    let piped = muster(&["roster", "check", "--assume", "10241.hire_date=2026-01-05", "-"]);
    assert!(told(&piped).contains("none can be standard input"), "{}", told(&piped));
}

#[test]
fn no_private_value_is_told() {
    let (_folder, path) = file("r.csv", ROSTER);
    let of = |assumption: &str, more: &[&str]| {
        told(&muster(&[&["roster", "check", "--long", "--assume", assumption, &path], more].concat()))
    };
    let text = of("10241.email=secret@elm.example", &[]);
    assert!(text.contains("Assumed: email of 10241 is another.") && !text.contains("secret"), "{text}");
    let text = of("10241.last_name=Zacharias", &["--redact"]);
    assert!(text.contains("Assumed: last_name of 10241 is another.") && !text.contains("Zacharias"), "{text}");
    let text = of("10241.last_name=Zacharias", &[]);
    assert!(text.contains("Assumed: last_name of 10241 is Zacharias."), "{text}");
}
