//! What is new since an earlier report (settled 185).

use crate::harness::{command, formats, json_in, muster, told, written};
use serde_json::Value;
use std::process::Output;
use tempfile::TempDir;

const HEADER: &str = "ptb_id,last_name,first_name,agency,hire_date,employment,basic_completed,firearms_qualified\n";
const ROE: &str = "10237,Roe,Ann,Elm,2020-01-05,full-time,2020-06-01,2025-09-05\n";
const ORTEGA: &str = "010241,Ortega,Miguel,Elm,2026-01-05,full-time,,2026-03-01\n";

/// Two nights: a report of the first roster, and a check of the second with that report as its baseline.
fn two_nights(first: &str, second: &str, more: &[&str]) -> (Output, TempDir) {
    let folder = TempDir::new().unwrap();
    let before = written(&folder, "monday.csv", &format!("{HEADER}{first}"));
    let now = written(&folder, "tuesday.csv", &format!("{HEADER}{second}"));
    let base = folder.path().join("base.json");
    let base = base.to_str().unwrap();
    let first = muster(&["roster", "check", "-o", base, &before]);
    assert!(first.status.code() < Some(2), "{}", told(&first));
    (muster(&[&["roster", "check", "--baseline", base, &now], more].concat()), folder)
}

/// Returns `new overdue basic-training-deadline` of every finding, in order.
fn changes(output: &Output) -> Vec<String> {
    let document = json_in(output);
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or("-").to_owned();
    let of = |finding: &Value| ["change", "status", "rule"].map(|key| text(finding, key)).join(" ");
    document["findings"].as_array().unwrap().iter().map(of).collect()
}

const JSON: [&str; 2] = ["-f", "json"];

#[test]
fn a_night_like_the_last_one_is_silent() {
    // The rows stand in another order, an ID has lost its zero, and the file has another name.
    let second = format!("{}{ROE}", ORTEGA.trim_start_matches('0'));
    let (output, _folder) = two_nights(&format!("{ROE}{ORTEGA}"), &second, &["-q"]);
    assert_eq!((output.status.code(), told(&output).as_str()), (Some(0), ""));
    let (output, _folder) = two_nights(&format!("{ROE}{ORTEGA}"), &second, &JSON);
    assert!(changes(&output).iter().all(|change| change.starts_with("same ")), "{:?}", changes(&output));
    assert_eq!(output.status.code(), Some(0));
    let page = told(&two_nights(&format!("{ROE}{ORTEGA}"), &second, &[]).0);
    assert!(page.contains("3 answers as before: --all shows them.") && !page.contains("146 days late"), "{page}");
    let all = told(&two_nights(&format!("{ROE}{ORTEGA}"), &second, &["--all"]).0);
    assert!(all.contains("overdue   basic-training-deadline") || all.contains("overdue  "), "{all}");
}

#[test]
fn new_worse_same_and_cleared() {
    // Roe qualifies; Ortega, due soon on Monday, is overdue on Tuesday; Doe is hired without a day.
    let ortega = |hired| format!("010241,Ortega,Miguel,Elm,{hired},full-time,,2026-03-01\n");
    let doe = "10300,Doe,Jo,Elm,2026-11-02,full-time,,\n";
    let first = format!("{ROE}{}", ortega("2026-06-02"));
    let second = format!("{}{}{doe}", ROE.replace("2025-09-05", "2026-11-20"), ortega("2026-05-20"));
    let (output, _folder) = two_nights(&first, &second, &JSON);
    assert_eq!(
        changes(&output),
        [
            "worse overdue basic-training-deadline",
            "new due-soon firearms-qualification",
            "cleared review firearms-currency",
            "cleared due-soon firearms-qualification",
        ]
    );
    let document = json_in(&output);
    assert_eq!(document["findings"][0]["notes"][0], "worse since the report of 21 Nov 2026");
    assert_eq!(document["notes"][0], "Since the report of 21 Nov 2026: 1 new, 1 worse, 0 the same, 2 cleared.");
    // What went is no answer of today.
    assert_eq!((document["summary"]["review"].as_u64(), document["summary"]["overdue"].as_u64()), (Some(0), Some(1)));
    assert_eq!(output.status.code(), Some(1));
    for format in formats() {
        let (output, _folder) = two_nights(&first, &second, &["-f", &format]);
        let told = told(&output);
        assert!(told.contains("1 new, 1 worse, 0 the same, 2 cleared"), "{format}: {told}");
        let went = if format == "table" { "Cleared answers" } else { "cleared since the report of 21 Nov 2026" };
        assert!(told.contains(went), "{format}: {told}");
    }
    // A better status is no news.
    let (output, _folder) = two_nights(&ortega("2026-05-20"), &ortega("2026-06-02"), &JSON);
    assert_eq!(
        (changes(&output), output.status.code()),
        (vec!["same due-soon basic-training-deadline".into()], Some(0))
    );
}

#[test]
fn only_news_of_a_failing_status_fails() {
    let doe = "10300,Doe,Jo,Elm,2026-11-02,full-time,,\n";
    let second = format!("{ORTEGA}{doe}");
    assert_eq!(two_nights(ORTEGA, &second, &[]).0.status.code(), Some(0), "due soon is new, overdue the same");
    assert_eq!(two_nights(ORTEGA, &second, &["--fail-on", "due-soon"]).0.status.code(), Some(1));
    assert_eq!(two_nights(ORTEGA, &second, &["--fail-on", "none"]).0.status.code(), Some(0));
    assert_eq!(two_nights(ROE, &format!("{ROE}{ORTEGA}"), &[]).0.status.code(), Some(1));
    // An export that broke overnight is told every night.
    assert_eq!(two_nights(ORTEGA, "", &["-q"]).0.status.code(), Some(1));
}

#[test]
fn an_officer_of_two_agencies_has_two_answers() {
    let elsewhere = ORTEGA.replace("Elm", "Oak");
    let (output, _folder) = two_nights(ORTEGA, &format!("{ORTEGA}{elsewhere}"), &JSON);
    assert_eq!(changes(&output), ["same overdue basic-training-deadline", "new overdue basic-training-deadline"]);
}

#[test]
fn a_fault_is_matched_by_column_and_kind() {
    let fault = |id: &str, day: &str| format!("{id},Poe,Al,Elm,{day},full-time,2020-06-01,2026-03-01\n");
    let unreadable = |output: &Output| -> Vec<String> {
        changes(output).into_iter().filter(|change| change.ends_with("unreadable-value")).collect()
    };
    // Another cell of the same officer, on another line, with the same fault.
    let (output, _folder) = two_nights(&fault("7", "soon"), &format!("{ROE}{}", fault("7", "later")), &JSON);
    assert_eq!(unreadable(&output), ["same unknown unreadable-value"]);
    // Another kind of fault in the same column, and the same with another officer.
    for now in [fault("7", "########"), fault("8", "soon")] {
        let (output, _folder) = two_nights(&fault("7", "soon"), &now, &JSON);
        assert_eq!(unreadable(&output), ["new unknown unreadable-value", "cleared unknown unreadable-value"], "{now}");
    }
}

#[test]
fn a_rule_that_lost_its_columns_is_a_finding() {
    let folder = TempDir::new().unwrap();
    let before = written(&folder, "a.csv", "ptb_id,last_name,firearms_qualified\n7,Poe,2020-01-31\n");
    let base = folder.path().join("base.ndjson").to_str().unwrap().to_owned();
    muster(&["roster", "check", "-o", &base, &before]);
    let now = written(&folder, "b.csv", "ptb_id,last_name,Qual Dt\n7,Poe,2020-01-31\n");
    let output = muster(&["roster", "check", "--baseline", &base, "-f", "json", &now]);
    let missing = "new unknown missing-columns".to_owned();
    assert!(changes(&output).contains(&missing), "{:?}", changes(&output));
    // It has not gone, and it is not missed where nobody asks.
    assert!(!changes(&output).iter().any(|change| change.starts_with("cleared")), "{:?}", changes(&output));
    let only = muster(&["roster", "check", "--baseline", &base, "--only", "ptb-id", "-f", "json", &now]);
    assert!(!changes(&only).contains(&missing), "{:?}", changes(&only));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_report_with_a_baseline_is_the_next_baseline() {
    let (first, folder) = two_nights(ORTEGA, &ORTEGA.replace("full-time,,", "full-time,2026-06-01,"), &JSON);
    assert_eq!(changes(&first), ["cleared overdue basic-training-deadline"]);
    let base = written(&folder, "next.json", std::str::from_utf8(&first.stdout).unwrap());
    let now = written(&folder, "wednesday.csv", &format!("{HEADER}{ORTEGA}"));
    let again = muster(&["roster", "check", "-f", "json", "--baseline", &base, &now]);
    assert_eq!(changes(&again), ["new overdue basic-training-deadline"]);
}

#[test]
fn an_accepted_answer_is_no_news() {
    let folder = TempDir::new().unwrap();
    let before = written(&folder, "a.csv", &format!("{HEADER}{ROE}"));
    let base = folder.path().join("base.json").to_str().unwrap().to_owned();
    muster(&["roster", "check", "-o", &base, &before]);
    let now = written(&folder, "b.csv", &format!("{HEADER}{ROE}{ORTEGA}"));
    let line = "ptb_id,rule,reason,until\n10241,basic-training-deadline,class moved,2026-12-31\n";
    let list = written(&folder, "accepted.csv", line);
    let output = muster(&["roster", "check", "--accepted", &list, "--baseline", &base, &now]);
    assert!(told(&output).contains("basic-training-deadline (new): until 31 Dec 2026: class"), "{}", told(&output));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn what_is_no_earlier_report_is_refused() {
    let folder = TempDir::new().unwrap();
    let roster = written(&folder, "r.csv", &format!("{HEADER}{ORTEGA}"));
    let of = |name: &str, args: &[&str]| {
        let path = folder.path().join(name).to_str().unwrap().to_owned();
        command([&["-o", &path], args].concat()).output().unwrap();
        path
    };
    let due = of("due.json", &["roster", "due", &roster]);
    let later = of("later.json", &["roster", "check", "--as-of", "2026-11-22", &roster]);
    let csv = of("r.csv.csv", &["roster", "check", &roster]);
    let torn = written(&folder, "torn.ndjson", "{\"type\":\"finding\"");
    for (base, why) in [
        ("missing.json", "cannot be read"),
        (&due, "this is a report of muster roster due (muster/1), not of muster roster check (muster/1)"),
        (&later, "this report answers for 22 Nov 2026, after the day asked about, 21 Nov 2026"),
        (&csv, "this is no whole report in JSON or NDJSON"),
        (&torn, "this is no whole report in JSON or NDJSON"),
    ] {
        let output = muster(&["roster", "check", "--baseline", base, &roster]);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{base}");
        assert!(told(&output).contains(why), "{base}: {}", told(&output));
    }
}
