//! `muster deadline` and `muster esign-cohort` at a terminal: formats agree, options that do not fit are refused.

use crate::harness::{command, flat, formats, muster};
use serde_json::Value;
use std::io::Write;
use std::process::Stdio;

fn json(args: &[&str]) -> Value {
    let output = muster(&[args, &["-f", "json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn hold_formats_together(args: &[&str]) {
    let document = json(args);
    let results = document["results"].as_array().unwrap();
    let ndjson = String::from_utf8(muster(&[args, &["-f", "ndjson"]].concat()).stdout).unwrap();
    let mut lines: Vec<Value> = ndjson.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.pop().unwrap()["summary"], document["summary"]);
    for (line, result) in lines.iter_mut().zip(results) {
        assert_eq!(line.as_object_mut().unwrap().remove("type").unwrap(), "result");
        assert_eq!(line, result);
    }
    let csv = muster(&[args, &["-f", "csv"]].concat()).stdout;
    let mut rows = csv::Reader::from_reader(csv.as_slice());
    let keys: Vec<String> = rows.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!((rows.len(), lines.len()), (results.len(), results.len()));
    for (row, result) in rows.iter().zip(results) {
        for (key, cell) in keys.iter().zip(row) {
            let value = key.split('.').fold(result, |value, key| &value[key]);
            assert_eq!(cell, flat(value), "{key}");
        }
    }
    let markdown = String::from_utf8(muster(&[args, &["-f", "markdown"]].concat()).stdout).unwrap();
    assert_eq!(markdown.lines().filter(|line| line.starts_with("| ")).count(), results.len() + 2);
}

#[test]
fn every_format_says_the_same() {
    hold_formats_together(&["deadline"]);
    hold_formats_together(&["deadline", "basic-training", "2025-08-31"]);
    hold_formats_together(&["deadline", "power-retest", "2026-03-07T10:00"]);
    hold_formats_together(&["esign-cohort", "Doe", "Hale, Jane", "O'Brien", "王"]);
    hold_formats_together(&["esign-cohort", "--roster", "fixtures/roster_check/millbrook.csv"]);
}

#[test]
fn every_kind_of_the_list_can_be_asked() {
    let list = json(&["deadline"]);
    let kinds = list["results"].as_array().unwrap();
    assert_eq!(kinds.len(), 26);
    for kind in kinds {
        let name = kind["kind"].as_str().unwrap();
        let answer = &json(&["deadline", name, "2026-06-15"])["results"][0];
        assert_eq!((answer["kind"].as_str(), answer["label"].as_str()), (Some(name), kind["label"].as_str()));
        assert!(answer["due"].is_string() && !answer["steps"].as_array().unwrap().is_empty(), "{name}");
        let options: Vec<&str> =
            kind["options"].as_array().unwrap().iter().map(|option| option.as_str().unwrap()).collect();
        for (option, value) in [("--extension", "1"), ("--freeze", "2026-06-20..2026-06-30"), ("--time", "10:00")] {
            let code = muster(&["deadline", name, "2026-06-15", option, value]).status.code();
            assert_eq!(code, Some(if options.contains(&option) { 0 } else { 2 }), "{name} {option}");
        }
    }
}

#[test]
fn a_clock_time_comes_with_the_day_or_by_flag_not_both() {
    // 7 March 2026 10:00 and 48 hours over the change of clocks: 9 March 11:00.
    let with_day = json(&["deadline", "power-retest", "2026-03-07T10:00"]);
    let by_flag = json(&["deadline", "power-retest", "3/7/2026", "--time", "10:00"]);
    assert_eq!(with_day["results"], by_flag["results"]);
    assert_eq!(with_day["results"][0]["opens"], "2026-03-09T11:00");
    assert_eq!(with_day["results"][0]["due"], "2026-03-10T11:00");
    let both = muster(&["deadline", "power-retest", "2026-03-07 10:00", "--time", "10:00"]);
    assert_eq!(both.status.code(), Some(2));
    assert_eq!(String::from_utf8(both.stderr).unwrap(), "muster: --time: DATE has a clock time already\n");
}

#[test]
fn an_option_counts_and_fail_on_sets_the_exit_code() {
    let due = |args: &[&str]| {
        json(&[&["deadline", "basic-training", "2026-02-02"], args].concat())["results"][0]["due"].clone()
    };
    assert_eq!(due(&[]), "2026-08-02");
    assert_eq!(due(&["--extension", "30"]), "2026-09-01");
    // 20 April to 1 September: 10 + 31 + 30 + 31 + 31 + 1 = 134 days after 2 August: 14 December.
    assert_eq!(due(&["--freeze", "2026-04-20..2026-09-01"]), "2026-12-14");
    assert_eq!(due(&["--freeze", "4/20/2026.."]), Value::Null);
    let failing = |status| muster(&["deadline", "basic-training", "2025-08-31", "--fail-on", status]).status.code();
    assert_eq!((failing("overdue"), failing("due-soon"), failing("none")), (Some(1), Some(0), Some(0)));
}

#[test]
fn names_come_from_arguments_from_lines_or_from_a_roster() {
    let names = |document: &Value| {
        let names = document["results"].as_array().unwrap().iter();
        names.map(|result| (flat(&result["name"]), flat(&result["letters"]))).collect::<Vec<_>>()
    };
    let expected = [("Doe".to_owned(), "A-H".to_owned()), ("Núñez".into(), "N-Z".into())];
    assert_eq!(names(&json(&["esign-cohort", "Doe", "Núñez"])), expected);
    // A line in another encoding is no reason to misread the others.
    let mixed = [("Béla".to_owned(), "A-H".to_owned()), ("Ørsted".into(), "N-Z".into())];
    for (args, lines, expected) in [
        (&["esign-cohort", "-f", "json", "-"][..], "Doe\r\n\n  Núñez \r\n".as_bytes(), &expected),
        (&["esign-cohort", "-f", "json"], "\u{feff}Doe\nNúñez".as_bytes(), &expected),
        (&["esign-cohort", "-f", "json", "-"], b"Doe\nN\xfa\xf1ez\n", &expected),
        (&["esign-cohort", "-f", "json", "-"], b"\xef\xbb\xbfB\xe9la\n\xc3\x98rsted\n", &mixed),
    ] {
        let mut child = command(args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(lines).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(names(&serde_json::from_slice(&output.stdout).unwrap()), *expected);
    }
    let nobody = ["esign-cohort", "--roster", "fixtures/roster_check/millbrook.csv", "--agency", "nowhere"];
    assert_eq!(muster(&nobody).status.code(), Some(2), "a mistyped agency is no empty answer");
    let roster = json(&["esign-cohort", "--roster", "fixtures/roster_check/millbrook.csv"]);
    assert_eq!(roster["results"].as_array().unwrap().len(), 12);
    assert_eq!(roster["inputs"][0]["records"], 12);
    let notes = roster["results"].as_array().unwrap().iter().flat_map(|result| result["notes"].as_array().unwrap());
    assert!(
        !notes.into_iter().any(|note| note.as_str().unwrap().contains("behind a comma")),
        "a roster knows last names"
    );
    assert_eq!(muster(&["esign-cohort"]).status.code(), Some(2));
    assert_eq!(muster(&["esign-cohort", "Doe", "--roster", "x.csv"]).status.code(), Some(2));
}

#[test]
fn redacted_output_has_no_name() {
    for args in [
        &["esign-cohort", "--redact", "--roster", "fixtures/roster_check/millbrook.csv"][..],
        &["esign-cohort", "--redact", "Okafor", "Abernathy"],
    ] {
        for format in &formats() {
            let output = muster(&[args, &["-f", format]].concat());
            let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
            assert!(!text.contains("Okafor") && !text.contains("Abernathy"), "{format}: {text}");
        }
    }
}

#[test]
fn only_an_agenda_can_be_a_calendar() {
    for args in [&["deadline", "-f", "ics"][..], &["esign-cohort", "-o", "x.ics", "Doe"], &["rules", "-f", "ics"]] {
        let output = muster(args);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            String::from_utf8(output.stderr).unwrap().contains("which only muster roster due and muster hire write")
        );
    }
    assert!(!std::path::Path::new("x.ics").exists());
}
