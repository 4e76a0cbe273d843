//! `muster exam check` and `muster permit check` alike: exit codes, faults with their place, looking back, and no
//! name when names are redacted.

use crate::harness::{formats, json_in, muster};
use serde_json::{Value, json};

const CLASS: &str = "fixtures/exam_check/class.csv";
const MESSY_CLASS: &str = "fixtures/exam_check/messy.csv";
const RETIRED: &str = "fixtures/permit_check/retired.csv";
const MESSY_RETIRED: &str = "fixtures/permit_check/messy.csv";

fn json_of(args: &[&str]) -> Value {
    json_in(&muster(&[args, &["-f", "json"]].concat()))
}

#[test]
fn exit_codes() {
    for (args, code) in [
        (vec!["exam", "check", CLASS], 1),
        (vec!["exam", "check", CLASS, "--ptb-id", "0031001"], 0),
        (vec!["exam", "check", CLASS, "--ptb-id", "0031011"], 0),
        (vec!["exam", "check", CLASS, "--ptb-id", "0031011", "--fail-on", "review"], 1),
        (vec!["exam", "check", CLASS, "--ptb-id", "0031005", "--fail-on", "overdue"], 0),
        (vec!["exam", "check", CLASS, "--ptb-id", "99"], 2),
        (vec!["exam", "check", CLASS, "--agency", "Millbrook"], 2),
        (vec!["exam", "check", CLASS, "--fail-on", "none"], 0),
        (vec!["exam", "check", "no-such-class.csv"], 2),
        (vec!["exam", "check", RETIRED, "--strict-columns"], 2),
        (vec!["permit", "check", RETIRED], 1),
        (vec!["permit", "check", RETIRED, "--ptb-id", "1"], 2),
        (vec!["permit", "check", MESSY_RETIRED, "--fail-on", "overdue"], 0),
    ] {
        assert_eq!(muster(&args).status.code(), Some(code), "{args:?}");
    }
}

#[test]
fn looking_back_forgets_what_came_later() {
    let report = json_of(&["permit", "check", RETIRED, "--as-of", "2026-02-20", "--rewind"]);
    assert_eq!(report["results"][3]["outcome"], "eligible", "applied and qualified, the permit was issued in March");
    assert_eq!(report["results"][4]["outcome"], "permitted", "issued before");
    assert_eq!((&report["results"][0]["decision_due"], &report["findings"]), (&json!(null), &json!([])));
    let report = json_of(&["exam", "check", CLASS, "--as-of", "2026-10-01", "--rewind", "--ptb-id", "0031001"]);
    assert_eq!(
        (&report["results"][0]["eligible"], &report["results"][0]["exam"]["percent"]),
        (&json!(true), &json!(null))
    );
    let without = json_of(&["exam", "check", CLASS, "--as-of", "2026-10-01", "--ptb-id", "0031001"]);
    assert_eq!(without["findings"][0]["rule"], "impossible-dates");
}

#[test]
fn every_fault_has_its_place_and_every_record_is_counted() {
    for (args, records, faults) in [
        (
            ["exam", "check", MESSY_CLASS],
            4,
            vec![
                (2, "unreadable-value", json!("absent_hours")),
                (3, "unreadable-value", json!("exam_date")),
                (5, "ragged-row", json!(null)),
            ],
        ),
        (
            ["permit", "check", MESSY_RETIRED],
            3,
            vec![
                (2, "unreadable-value", json!("years_service")),
                (3, "unreadable-value", json!("firearm_types")),
                (3, "unreadable-value", json!("fee_paid")),
                (3, "unreadable-value", json!("application_received")),
                (4, "impossible-dates", json!("permit_issued")),
            ],
        ),
    ] {
        let report = json_of(&args);
        assert_eq!(report["summary"]["records"], json!(records));
        let found = report["findings"].as_array().unwrap().iter();
        let found: Vec<_> = found
            .map(|fault| (fault["line"].as_u64().unwrap(), fault["rule"].as_str().unwrap(), fault["column"].clone()))
            .collect();
        assert_eq!(found, faults, "{args:?}");
        assert_eq!(report["results"].as_array().unwrap().len(), records);
    }
}

#[test]
fn a_formula_in_a_name_is_defused() {
    let csv = String::from_utf8(muster(&["exam", "check", MESSY_CLASS, "-f", "csv"]).stdout).unwrap();
    assert!(csv.contains("\"'=Nagel, Cora\""), "{csv}");
}

#[test]
fn redacted_output_has_no_name() {
    for (args, names) in [
        (["exam", "check", CLASS], ["Ames", "Kolb"]),
        (["exam", "check", MESSY_CLASS], ["Lund", "Oyen"]),
        (["permit", "check", RETIRED], ["Paulsen", "Wiik"]),
        (["permit", "check", MESSY_RETIRED], ["Ytter", "Zahl"]),
    ] {
        for format in &formats() {
            let output = muster(&[&args[..], &["-f", format, "--redact"]].concat());
            let all = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
            assert!(names.iter().all(|name| !all.contains(name)), "{args:?} {format}: {all}");
            assert!(all.contains("line") || all.contains("00310"), "a row can still be found: {all}");
        }
    }
}

#[test]
fn quiet_is_silent_when_all_is_well() {
    let output = muster(&["exam", "check", CLASS, "--ptb-id", "0031001", "-q"]);
    assert_eq!((output.stdout.len(), output.stderr.len()), (0, 0));
    assert!(!muster(&["exam", "check", CLASS, "-q"]).stdout.is_empty());
}
