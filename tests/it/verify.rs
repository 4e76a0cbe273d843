//! A report held against its files: `muster verify`.

use crate::calls::{Files, calls};
use crate::harness::{file, json_in, muster, told, written};
use serde_json::{Value, json};
use std::fs;
use tempfile::TempDir;

const ROSTER: &str = "ptb_id,last_name,first_name,hire_date,employment,basic_completed,firearms_qualified\n\
                      0010237,Roe,Ann,2020-01-05,full-time,2020-06-01,2026-03-05\n\
                      10241,Ortega,Miguel,2026-01-05,full-time,,2026-03-01\n";

/// Writes a roster and a report on it, and returns the folder and both paths.
fn reported(format: &str, more: &[&str]) -> (TempDir, String, String) {
    let folder = TempDir::new().unwrap();
    let roster = written(&folder, "r.csv", ROSTER);
    let report = folder.path().join("report").to_str().unwrap().to_owned();
    let output = muster(&[&["roster", "check", "-f", format, "-o", &report], more, &[&roster]].concat());
    assert!(output.status.code() < Some(2), "{}", told(&output));
    (folder, roster, report)
}

/// Returns `answers false …` of every row, and the exit code.
fn verified(report: &str, files: &[&str]) -> (Vec<String>, i32) {
    let output = muster(&[&["verify", "-f", "json", report], files].concat());
    let rows = json_in(&output)["results"].as_array().unwrap().clone();
    let of =
        |row: &Value| format!("{} {} {}", row["what"].as_str().unwrap(), row["same"], row["message"].as_str().unwrap());
    (rows.iter().map(of).collect(), output.status.code().unwrap())
}

#[test]
fn a_report_is_as_its_files_make_it() {
    for format in ["json", "ndjson"] {
        for flags in [&[][..], &["--all"], &["--only", "ptb-id", "--all"], &["--as-of", "2027-01-05"], &["--redact"]] {
            let (folder, roster, report) = reported(format, flags);
            let (rows, code) = verified(&report, &[&roster]);
            assert!(code == 0 && rows.len() == 3, "{format} {flags:?} {rows:?}");
            // Under another name as well.
            let other = written(&folder, "renamed.csv", ROSTER);
            assert_eq!(verified(&report, &[&other]).1, 0, "{format} {flags:?}");
        }
    }
}

#[test]
fn what_differs_is_named() {
    let (folder, roster, report) = reported("json", &["--all"]);
    let text = fs::read_to_string(&report).unwrap();
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut document: Value = serde_json::from_str(&text).unwrap();
        change(&mut document);
        let path = written(&folder, "changed.json", &document.to_string());
        verified(&path, &[&roster])
    };
    let differing = |change: &dyn Fn(&mut Value)| {
        let (rows, code) = changed(change);
        assert_eq!(code, 1, "{rows:?}");
        rows.into_iter().filter(|row| row.contains(" false ")).collect::<Vec<_>>()
    };
    assert_eq!(changed(&|_| {}).1, 0);
    let rows = differing(&|document| document["findings"][0]["status"] = json!("review"));
    assert!(rows.len() == 2 && rows[0].contains("the report alone has this finding: review"), "{rows:?}");
    assert!(rows[1].contains("the report has not this finding"), "{rows:?}");
    let rows = differing(&|document| drop(document["findings"].as_array_mut().unwrap().remove(0)));
    assert!(rows.len() == 1 && rows[0].contains("the report has not this finding"), "{rows:?}");
    // One answer twice is one too many.
    let rows = differing(&|document| {
        let first = document["findings"][0].clone();
        document["findings"].as_array_mut().unwrap().push(first);
    });
    assert!(rows.len() == 1 && rows[0].contains("the report alone has this finding"), "{rows:?}");
    assert_eq!(differing(&|document| document["summary"]["overdue"] = json!(7)), ["answers false summary differs"]);
    assert_eq!(differing(&|document| document["notes"] = json!(["all is well"])), ["answers false notes differs"]);
    assert_eq!(differing(&|document| document["more"] = json!(1)), ["answers false more differs"]);
    let rows = differing(&|document| document["inputs"][0]["records"] = json!(3));
    assert_eq!(rows, ["answers false inputs differs: what was read of the files"]);
    let rows = differing(&|document| document["rules_revision"] = json!("0"));
    assert!(rows.len() == 1 && rows[0].starts_with("rules false revision "), "{rows:?}");
    let rows = differing(&|document| document["as_of"] = json!("2026-11-22"));
    assert!(!rows.is_empty(), "the days left are others");
    let rows = differing(&|document| drop(document.as_object_mut().unwrap().remove("arguments")));
    assert!(rows[0].contains("cannot be compared"), "{rows:?}");
}

#[test]
fn a_report_without_files_needs_none() {
    let (_folder, path) = file("report.json", &told(&muster(&["hire", "2027-01-04", "-f", "json"])));
    assert_eq!(verified(&path, &[]).1, 0);
    let (_folder, _, report) = reported("json", &[]);
    let (rows, code) = verified(&report, &[]);
    assert!(code == 1 && rows[0].starts_with("file false no file that was given"), "{rows:?}");
}

#[test]
fn a_changed_file_is_told_and_nothing_compared() {
    let (folder, roster, report) = reported("json", &[]);
    let other = written(&folder, "other.csv", &ROSTER.replace("2026-03-05", "2026-03-06"));
    for files in [&[&*other][..], &[&roster, &other]] {
        let (rows, code) = verified(&report, files);
        assert!(code == 1 && rows.iter().any(|row| row.starts_with("file false")), "{rows:?}");
        assert!(rows.iter().any(|row| row.contains("were not compared")), "{rows:?}");
    }
}

#[test]
fn what_is_no_report_is_an_error() {
    let (_folder, roster, report) = reported("json", &[]);
    let text = fs::read_to_string(&report).unwrap();
    for (text, expected) in [
        ("{}".to_owned(), "no whole report"),
        (ROSTER.to_owned(), "no whole report"),
        (text[..text.len() / 2].to_owned(), "no whole report"),
        (text.replace("muster/1", "muster/9"), "a report of the schema muster/9"),
        (
            text.replace("\"command\":\"roster check\"", "\"command\":\"roster due\""),
            "does not run, or its arguments are of another",
        ),
    ] {
        let (_other, path) = file("report.json", &text);
        let output = muster(&["verify", &path, &roster]);
        assert_eq!(output.status.code(), Some(2), "{expected}");
        assert!(told(&output).contains(expected), "{}", told(&output));
    }
    assert!(told(&muster(&["verify", "no-such.json", &roster])).contains("no-such.json: cannot be read"));
    assert!(told(&muster(&["verify", &report, "no-such.csv"])).contains("no-such.csv: there is no such file"));
    assert!(told(&muster(&["verify", &report, "-"])).contains("none can be standard input"));
}

#[test]
fn a_report_runs_nothing_that_writes() {
    let (folder, roster, report) = reported("json", &[]);
    let text = fs::read_to_string(&report).unwrap();
    let target = folder.path().join("target").to_str().unwrap().to_owned();
    let with = |command: &str, arguments: &[&str]| {
        let mut document: Value = serde_json::from_str(&text).unwrap();
        document["command"] = json!(command);
        document["arguments"] = json!(arguments);
        let path = written(&folder, "forged.json", &document.to_string());
        let output = muster(&["verify", &path, &roster]);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", told(&output));
        assert!(!fs::exists(&target).unwrap(), "{arguments:?}");
    };
    for flag in ["-o", "--output", "-qo"] {
        with("roster check", &["roster", "check", flag, &target, &roster]);
    }
    with("roster check", &["roster", "check", &format!("--output={target}"), &roster]);
    with("roster check", &["roster", "check", "--", &roster]);
    with("roster notices", &["roster", "notices", &format!("--letters={target}"), &roster]);
    with("firearms score", &["firearms", "score", &format!("--update={target}"), &roster]);
    with("roster check", &["accept", "7", "ptb-id", "--reason=x", "--until=2027-01-01"]);
    with("accept", &["accept", "7", "ptb-id", "--reason=x", "--until=2027-01-01"]);
    with("verify", &["verify", &report, &roster]);
    with("man", &["man", &target]);
    // Every flag by which a command writes is refused: the list comes from the command line.
    fn writing(command: &clap::Command, found: &mut Vec<String>) {
        let is_written = |arg: &&clap::Arg| {
            arg.get_value_names().unwrap_or_default().iter().any(|name| ["OUT", "DIR"].contains(&name.as_str()))
        };
        let flags = command.get_arguments().filter(|arg| is_written(arg) || arg.get_id() == "output");
        found.extend(flags.filter_map(|arg| arg.get_long().map(str::to_owned)));
        command.get_subcommands().for_each(|sub| writing(sub, found));
    }
    let mut found = Vec::new();
    writing(&passmuster::cmd::command(), &mut found);
    assert!(found.len() > 2, "{found:?}");
    for flag in found {
        assert!(passmuster::cmd::verify::WRITING.contains(&flag.as_str()), "{flag}");
    }
}

#[test]
fn no_private_argument_is_kept() {
    let (_folder, path) = file("r.csv", ROSTER);
    let kept = |args: &[&str]| json_in(&muster(&[args, &["-f", "json", &path]].concat()))["arguments"].clone();
    assert_eq!(kept(&["why", "ortega"]), json!(["why", "ortega", path]));
    assert_eq!(kept(&["why", "ortega", "--redact"]), Value::Null);
    assert_eq!(kept(&["roster", "check", "--agency", "Elm", "--allow-empty", "--redact"]), Value::Null);
    assert_eq!(kept(&["roster", "check", "--assume", "10241.last_name=Zacharias"]), Value::Null);
    let shown =
        kept(&["roster", "check", "--only", "ptb-id", "--warn-days", "30", "--width", "90", "--fail-on", "none"]);
    assert_eq!(shown, json!(["roster", "check", "--only=ptb-id", "--warn-days=30", path]));
}

#[test]
fn every_report_on_files_can_be_verified() {
    let files = Files::of_texts(|kind| told(&muster(&["template", kind.name, "--example"])));
    let reads = calls().into_iter().filter(|call| call.reads_files() && !call.is(&["verify"]));
    for call in reads {
        let report = files.command(&call, &["-f", "json"]).output().unwrap();
        let document = json_in(&report);
        let (_folder, path) = file("report.json", &document.to_string());
        let inputs: Vec<&str> =
            document["inputs"].as_array().unwrap().iter().map(|it| it["path"].as_str().unwrap()).collect();
        let (rows, code) = verified(&path, &inputs);
        assert!(code == 0, "{}: {rows:?}", call.shown());
    }
}
