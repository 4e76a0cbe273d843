//! `muster training check` as a whole, and the same items in agendas and notices: exit codes, formats that agree,
//! nothing dropped, no name when names are redacted. The answer of each mandate is tested beside the rules.

use crate::harness::{file, formats, json_in, muster};
use serde_json::{Value, json};
use std::process::Output;

const ROSTER: &str = "fixtures/training_check/roster.csv";
const DONE: &str = "fixtures/training_check/done.csv";
const MESSY: &str = "fixtures/training_check/messy.csv";
const COURSES: &str = "fixtures/training_check/courses.csv";

fn check(args: &[&str]) -> Output {
    muster(&[&["training", "check", "--roster", ROSTER], args].concat())
}

fn json_of(args: &[&str]) -> Value {
    json_in(&check(&[args, &["-f", "json"]].concat()))
}

fn officer<'v>(report: &'v Value, name: &str) -> &'v Value {
    let results = report["results"].as_array().unwrap();
    results.iter().find(|result| result["name"].as_str().unwrap().starts_with(name)).unwrap()
}

fn item<'v>(report: &'v Value, name: &str, mandate: &str) -> &'v Value {
    let items = officer(report, name)["items"].as_array().unwrap();
    items.iter().find(|item| item["mandate"] == mandate).unwrap()
}

fn status<'v>(report: &'v Value, name: &str, mandate: &str) -> &'v str {
    item(report, name, mandate)["status"].as_str().unwrap()
}

#[test]
fn a_column_that_the_records_lack_is_noted_once() {
    let (_folder, records) =
        file("done.csv", "ptb_id,course,completed\n0010234,Law Review 2026,2026-01-01\n0010235,A,2026-01-02\n");
    let notes = json_of(&[&records])["notes"].to_string();
    for column in ["topic", "certified", "hours"] {
        assert_eq!(notes.matches(&format!("there is no column {column}, so that")).count(), 1, "{notes}");
    }
}

#[test]
fn a_mistyped_topic_is_told() {
    let text = "ptb_id,last_name,topic,completed,hours,certified\n1,Doe,Civil Rihgts,2026-03-01,4,yes\n\
                1,Doe,Canine handling,2026-03-01,4,yes\n1,Doe,civil rights,2026-03-01,4,yes\n";
    let (_folder, records) = file("t.csv", text);
    let (_other, roster) = file("r.csv", "ptb_id,last_name,hire_date\n1,Doe,2020-01-05\n");
    let report = json_in(&muster(&["training", "check", "-f", "json", "--roster", &roster, &records]));
    let notes: Vec<&str> = report["notes"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let expected =
        "\"Civil Rihgts\" in topic is no mandate and counts for none; write \"civil-rights\", if that is meant";
    // It may count, so that the mandate is no more overdue than met.
    assert_eq!(status(&report, "Doe", "civil-rights"), "met", "another record counts");
    let told: Vec<&&str> = notes.iter().filter(|note| note.contains("is no mandate")).collect();
    assert!(told.len() == 1 && told[0].contains(expected), "{notes:?}");
}

#[test]
fn exit_codes() {
    for (args, code) in [
        (vec![DONE, "--courses", COURSES], 1),
        (vec![DONE, "--courses", COURSES, "--ptb-id", "0010234"], 0),
        (vec![DONE, "--ptb-id", "0010235", "--only", "training-law-updates"], 1),
        (vec![DONE, "--ptb-id", "0010238", "--only", "training-law-updates"], 0),
        (vec![DONE, "--ptb-id", "0010238", "--only", "training-law-updates", "--fail-on", "due-soon"], 1),
        (vec![DONE, "--only", "training-scenario-force"], 1),
        (vec![DONE, "--agency", "millbrook police department", "--fail-on", "none"], 0),
        (vec![DONE, "--ptb-id", "1"], 2),
        (vec![DONE, "--only", "training-law-update"], 2),
        (vec!["no-such-records.csv"], 2),
        (vec![DONE, "--courses", "no-such-list.csv"], 2),
        (vec!["-", "--courses", "-"], 2),
    ] {
        assert_eq!(check(&args).status.code(), Some(code), "{args:?}");
    }
    assert_eq!(muster(&["training", "check", DONE]).status.code(), Some(2), "a roster is needed");
}

#[test]
fn each_officer_has_the_answers_worked_by_hand() {
    // By hand, on 21 November 2026: Kerr has everything, and domestic violence is due again in April 2027. The COPS
    // course was approved on 1 February 2026: Moss took it the day before, Hale on the day. Hale's period under the
    // portal's schedule began on 1 February 2026, after the five hours of techniques on 31 January 2025. Reyes was
    // hired inside every window. Stone is a conservator, whom yearly mandates bind. Vance's certificate of March 2023
    // asks for 32 hours by 14 March 2027: the roster has 20. The records reach back to April 2022, so windows that
    // ended are judged: Moss took no yearly class in 2025, and Hale had five hours of techniques in the three years up
    // to 31 January 2026.
    let report = json_of(&[DONE, "--courses", COURSES]);
    let all = ["met", "not-applicable", "open"];
    let items = officer(&report, "Kerr")["items"].as_array().unwrap();
    assert!(items.iter().all(|item| all.contains(&item["status"].as_str().unwrap())), "{items:?}");
    assert_eq!(item(&report, "Kerr", "law-updates")["completions"], 1, "the first day of the window");
    assert_eq!(status(&report, "Moss", "law-updates"), "overdue");
    assert_eq!(item(&report, "Moss", "law-updates")["current"]["status"], "due-soon");
    assert_eq!(status(&report, "Hale", "law-updates"), "met");
    assert_eq!(item(&report, "Moss", "scenario-force")["hours_credited"], "6");
    assert_eq!(status(&report, "Moss", "scenario-force"), "overdue");
    assert_eq!(item(&report, "Hale", "force-techniques")["hours_credited"], "5");
    assert_eq!(status(&report, "Hale", "force-techniques"), "overdue");
    let statute = json_of(&[DONE, "--courses", COURSES, "--schedule", "statute"]);
    assert_eq!(item(&statute, "Hale", "force-techniques")["hours_credited"], "5", "H signs in 2027 by the statute");
    assert_eq!(status(&statute, "Hale", "force-techniques"), "open");
    assert_eq!(status(&report, "Reyes", "force-techniques"), "review");
    assert_eq!(
        (status(&report, "Stone", "law-updates"), status(&report, "Stone", "civil-rights")),
        ("due-soon", "not-applicable")
    );
    assert_eq!(
        (
            item(&report, "Vance", "homicide")["hours_credited"].as_str(),
            item(&report, "Vance", "homicide")["due"].as_str()
        ),
        (Some("20"), Some("2027-03-14"))
    );
    assert_eq!(status(&report, "Vance", "domestic-violence"), "unknown", "no source says by when the first is due");
}

#[test]
fn nothing_is_dropped() {
    let report = json_of(&[DONE, "--courses", COURSES]);
    let why: Vec<&str> = ["Moss", "Hale"]
        .iter()
        .flat_map(|name| officer(&report, name)["refused"].as_array().unwrap())
        .map(|refused| refused["why"].as_str().unwrap())
        .collect();
    assert_eq!(
        why,
        [
            "completed before the course was approved on 1 Feb 2026",
            "no PTB ID on the record: the portal's report cannot be matched to the officer",
            "not certified by the Board"
        ]
    );
    let nobodys = &report["findings"][0];
    assert_eq!(
        (&nobodys["rule"], &nobodys["status"], &nobodys["line"]),
        (&json!("not-on-roster"), &json!("review"), &json!(28))
    );
    let of_files: Vec<u64> =
        report["inputs"].as_array().unwrap().iter().map(|input| input["records"].as_u64().unwrap()).collect();
    assert_eq!(of_files, [6, 43, 2]);
    // Without the list no course of the portal counts, and each says why.
    let without = json_of(&[DONE]);
    assert_eq!(officer(&without, "Hale")["refused"][0]["why"], "no list of approved courses was given");
}

#[test]
fn the_day_asked_about_decides() {
    // On 1 January 2027 the yearly window is the new year's, and the course of 2026 no longer counts.
    let next_year = json_of(&[DONE, "--courses", COURSES, "--as-of", "2027-01-01"]);
    assert_eq!(item(&next_year, "Kerr", "law-updates")["window"], json!({ "from": "2027-01-01", "to": "2027-12-31" }));
    assert_eq!(status(&next_year, "Kerr", "law-updates"), "open");
    let back = json_of(&[DONE, "--courses", COURSES, "--as-of", "2026-01-31", "--rewind"]);
    assert_eq!(status(&back, "Hale", "law-updates"), "open", "not yet taken on that day");
    assert_eq!(item(&back, "Hale", "force-techniques")["hours_credited"], "5", "the old period still runs");
    assert!(back["results"].as_array().unwrap().iter().all(|result| result["name"] != "Reyes, Tomas"), "not yet hired");
}

#[test]
fn every_fault_has_its_place() {
    let report = json_of(&[MESSY]);
    let found: Vec<_> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| (fault["line"].as_u64().unwrap(), fault["rule"].as_str().unwrap(), fault["column"].as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (2, "unreadable-value", Some("hours")),
            (3, "unreadable-value", Some("completed")),
            (3, "unreadable-value", Some("certified")),
            (4, "impossible-dates", Some("completed")),
            (5, "ragged-row", None),
            // Settled 226: credited to nobody.
            (5, "not-on-roster", None),
        ]
    );
    assert_eq!(
        status(&report, "Reyes", "crisis-intervention"),
        "review",
        "settled 187: a row with a cell too many counts for nobody"
    );
}

#[test]
fn formats_agree() {
    let report = json_of(&[DONE, "--courses", COURSES]);
    let expected: Vec<String> = report["results"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|result| result["items"].as_array().unwrap())
        .map(|item| item["status"].as_str().unwrap().to_owned())
        .collect();
    let csv = check(&[DONE, "--courses", COURSES, "-f", "csv"]).stdout;
    let mut reader = csv::Reader::from_reader(&csv[..]);
    let column = reader.headers().unwrap().iter().position(|name| name == "items.status").unwrap();
    let of_csv: Vec<String> = reader.records().map(|row| row.unwrap()[column].to_owned()).collect();
    assert_eq!(of_csv, expected);
    let ndjson = String::from_utf8(check(&[DONE, "--courses", COURSES, "-f", "ndjson"]).stdout).unwrap();
    let results = ndjson.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    assert_eq!(results.filter(|line| line["type"] == "result").count(), 6);
}

#[test]
fn redacted_output_has_no_name() {
    let names = ["Kerr", "Moss", "Hale", "Reyes", "Stone", "Vance", "Gone"];
    for format in &formats() {
        let output = check(&[DONE, "--courses", COURSES, "-f", format, "--redact"]);
        let all = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(names.iter().all(|name| !all.contains(name)), "{format}: {all}");
        assert!(all.contains("0010235"), "{format}");
    }
}

#[test]
fn agendas_and_notices_have_the_same_items() {
    let due = |args: &[&str]| -> Value {
        let training = ["roster", "due", ROSTER, "--training", DONE, "--courses", COURSES, "-f", "json"];
        json_in(&muster(&[&training, args].concat()))
    };
    let rules = |report: &Value, id: &str| -> Vec<String> {
        let findings = report["findings"].as_array().unwrap().iter().filter(|finding| finding["ptb_id"] == id);
        findings.map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
    };
    let agenda = due(&["--within", "40"]);
    assert_eq!(
        rules(&agenda, "0010239"),
        [
            "training-law-updates",
            "training-crisis-intervention",
            "training-emergency-medical",
            "training-firearms-restraining-order",
            // Unknown, because no source says by when the first is due.
            "training-domestic-violence"
        ]
    );
    // A window that ended unmet is overdue there too, but not before the records are complete.
    let of_moss = |more: &[&str]| rules(&due(&[&["--within", "1"], more].concat()), "0010235");
    assert!(of_moss(&[]).contains(&"training-law-updates".to_owned()));
    assert!(!of_moss(&["--records-since", "2025-01-02"]).contains(&"training-law-updates".to_owned()));
    // The roster's own rule is about scenario-based training as well, and is not listed twice.
    assert!(rules(&agenda, "0010235").contains(&"scenario-training".to_owned()));
    assert!(!rules(&agenda, "0010235").contains(&"training-scenario-force".to_owned()));
    let skipped = due(&["--within", "40", "--skip", "scenario-training"]);
    assert!(rules(&skipped, "0010235").contains(&"training-scenario-force".to_owned()));
    assert_eq!(agenda["inputs"].as_array().unwrap().len(), 3);
    let one = due(&["--only", "training-emergency-medical", "--ptb-id", "0010236"]);
    assert_eq!(rules(&one, "0010236"), ["training-emergency-medical"]);

    let calendar = muster(&["roster", "due", ROSTER, "--training", DONE, "-f", "ics"]).stdout;
    let calendar = String::from_utf8(calendar).unwrap();
    assert!(calendar.contains("CATEGORIES:training-crisis-intervention"));
    assert!(calendar.contains("SUMMARY:Crisis intervention: last day for "), "{calendar}");

    let notices = muster(&["roster", "notices", ROSTER, "--training", DONE, "--courses", COURSES, "-f", "json"]).stdout;
    let notices: Value = serde_json::from_slice(&notices).unwrap();
    let of_hale: Vec<&Value> = notices["results"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|notice| notice["ptb_id"] == "0010236" && notice["rule"] == "training-emergency-medical")
        .collect();
    assert_eq!(of_hale.len(), 2, "one for the officer, one for the administrator");
    assert_eq!(of_hale[0]["address"], "i.hale@millbrook.example.gov");
    assert_eq!(of_hale[0]["notice"], "60-day");
    assert!(!of_hale[0]["body"].as_str().unwrap().contains("not a course"));
}

#[test]
fn a_list_in_the_configuration_folder_is_found() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(COURSES, folder.path().join("approved_courses.csv")).unwrap();
    let configuration = folder.path().join("config.toml");
    std::fs::write(&configuration, "").unwrap();
    let output = check(&[DONE, "--config", configuration.to_str().unwrap(), "-f", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(status(&report, "Hale", "law-updates"), "met");
}
