//! `muster power score --retests`: who may retake what and when, a sheet to fill in, and the figures by event.

use crate::harness::{command, formats, json_in, told, written};
use serde_json::{Value, json};
use std::process::Output;
use tempfile::TempDir;

const SATURDAY: &str = "fixtures/power_score/saturday.csv";
const RETEST: &str = "fixtures/power_score/retest.csv";
const HEADER: &str = "ptb_id,last_name,first_name,sex,birth_date,test_date,test_end,program,body_weight,sit_reach,\
                      sit_ups,bench_press,run\n";
/// By hand, of men of 25 to 29: 14.4 inches, 33 sit-ups, 88 percent of the weight, 14:00 are enough. One fails the
/// sit-ups, one the sit-ups and the run, one passes.
const SIT_UPS: &str = "150,15,32,160,13:00\n";
const TWO: &str = "150,15,32,160,14:01\n";
const PASSED: &str = "150,14.4,33,132,14:00\n";

fn score(as_of: &str, args: &[&str]) -> Output {
    command([&["power", "score", "--as-of", as_of], args].concat()).output().unwrap()
}

fn retests(as_of: &str, args: &[&str]) -> Value {
    json_in(&score(as_of, &[&["--retests", "-f", "json"], args].concat()))
}

fn state(document: &Value, id: &str) -> Option<String> {
    let results = document["results"].as_array().unwrap();
    let of_id = results.iter().find(|result| result["ptb_id"] == id)?;
    Some(of_id["state"].as_str().unwrap().to_owned())
}

#[test]
fn the_day_asked_about_decides_who_may_retake() {
    // The first tests ended on 6 June at 11:40: the hours begin on the 8th and end on the 9th, at 11:40.
    for (as_of, full_time, part_time) in [
        ("2026-06-07", "ahead", "ahead"),
        ("2026-06-08", "open", "open"),
        ("2026-06-09", "open", "open"),
        ("2026-06-10", "over", "review"),
    ] {
        let document = retests(as_of, &[SATURDAY]);
        assert_eq!(state(&document, "0014114").as_deref(), Some(full_time), "{as_of}");
        assert_eq!(state(&document, "0014119").as_deref(), Some(part_time), "{as_of}");
        // Who passed, and who is only recorded, is not on the sheet.
        assert_eq!((state(&document, "0014101"), state(&document, "0014199")), (None, None), "{as_of}");
    }
    let document = retests("2026-06-10", &[SATURDAY, RETEST]);
    for (id, expected) in [
        ("0014114", None),          // passed with the retest
        ("0014116", Some("taken")), // too early
        ("0014118", Some("taken")), // failed again
        ("0014131", Some("over")),  // none at all
        ("0014199", None),          // a retest without its first test
    ] {
        assert_eq!(state(&document, id).as_deref(), expected, "{id}");
    }
    // Those who may come first, and the exit code and the counts are those of the scores.
    let states: Vec<&Value> = document["results"].as_array().unwrap().iter().map(|result| &result["state"]).collect();
    let last_open = states.iter().rposition(|state| !["over", "taken"].contains(&state.as_str().unwrap()));
    let first_past = states.iter().position(|state| ["over", "taken"].contains(&state.as_str().unwrap()));
    assert!(last_open < first_past, "{states:?}");
    let scores = score("2026-06-10", &["-f", "json", SATURDAY, RETEST]);
    assert_eq!(document["summary"], json_in(&scores)["summary"]);
    assert_eq!(scores.status.code(), Some(1));
    assert_eq!(score("2026-06-08", &["--retests", "--ptb-id", "0014101", SATURDAY]).status.code(), Some(0));
    assert_eq!(score("2026-06-08", &["--retests"]).status.code(), Some(2));
    assert_eq!(score("2026-06-08", &["--retests", "--sit-ups", "3"]).status.code(), Some(2));
}

#[test]
fn the_sheet_in_csv_is_filled_in_and_scored_again() {
    let folder = TempDir::new().unwrap();
    let rows = [
        format!("12,Doe,Jane,M,1999-02-03,2026-06-06,11:40,,{SIT_UPS}"),
        format!(",Roe,Sam,M,1999-02-04,2026-06-06,11:40,part-time,{TWO}"),
        format!("14,Poe,Al,M,1999-02-05,2026-06-06,11:40,,{PASSED}"),
    ];
    let first = written(&folder, "first.csv", &format!("{HEADER}{}", rows.concat()));
    let csv = String::from_utf8(score("2026-06-08", &["--retests", "-f", "csv", &first]).stdout).unwrap();
    let template = told(&command(["template", "power"]).output().unwrap());
    assert!(csv.starts_with(template.trim_end()), "{csv}");
    let filled: Vec<String> = csv
        .lines()
        .map(|line| {
            let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
            if cells[9] == "retest" {
                cells[6] = "2026-06-08".into();
                cells[8] = "12:00".into();
                cells[18] = "33".into();
                // Only of Roe, who failed the run too: 14:00 to the second. He has no PTB ID either.
                cells[20] = if cells[1] == "Roe" { "14:00".into() } else { String::new() };
                cells[4] = if cells[1] == "Roe" { "1999-02-04".into() } else { String::new() };
            }
            cells.join(",") + "\n"
        })
        .collect();
    assert!(filled[1].starts_with("12,Doe,Jane,M,,,2026-06-08,,12:00,retest,,,"), "{filled:?}");
    assert!(filled[2].starts_with(",Roe,Sam,M,1999-02-04,,2026-06-08,,12:00,retest,part-time,"), "{filled:?}");
    assert_eq!(filled.len(), 3);
    let second = written(&folder, "second.csv", &filled.concat());
    let document = json_in(&score("2026-06-08", &["-f", "json", &first, &second]));
    let results = document["results"].as_array().unwrap();
    let outcomes: Vec<_> = results.iter().map(|result| (&result["outcome"], &result["attempt"])).collect();
    let (passed, last, initial) = (json!("pass"), json!("final"), json!("initial"));
    assert_eq!(outcomes, [(&passed, &last), (&passed, &last), (&passed, &initial)], "{document}");
    assert_eq!(document["findings"], json!([]), "nothing on the sheet is asked about");
    // As it was written, with nobody filled in, it changes no outcome.
    // Roe, who has no PTB ID, is not joined without a birth date.
    let of_doe: Vec<&str> = csv.lines().filter(|line| !line.contains("Roe")).collect();
    let blank = written(&folder, "blank.csv", &of_doe.join("\n"));
    let document = json_in(&score("2026-06-08", &["-f", "json", &first, &blank]));
    assert_eq!(document["summary"]["overdue"], 2, "{document}");
    // And who has not come yet is still on the sheet; who has taken one is not waited for.
    let document = retests("2026-06-09", &[&first, &blank]);
    assert_eq!(state(&document, "12").as_deref(), Some("open"), "{document}");
    let failed = written(&folder, "failed.csv", &filled.concat().replace(",33,", ",32,"));
    let document = retests("2026-06-09", &[&first, &failed]);
    assert_eq!(state(&document, "12").as_deref(), Some("taken"), "{document}");
}

#[test]
fn no_birth_date_is_on_the_sheet() {
    let folder = TempDir::new().unwrap();
    let row = format!(",Roe,Sam,M,1999-02-04,2026-06-06,11:40,,{SIT_UPS}");
    let sheet = written(&folder, "s.csv", &format!("{HEADER}{row}"));
    for format in &formats() {
        let text = told(&score("2026-06-08", &["--retests", "-f", format, &sheet]));
        assert!(!text.contains("1999-02-04") && !text.contains("4 Feb 1999"), "{format}: {text}");
        assert!(text.contains("write the birth date"), "{format}: {text}");
        let redacted = told(&score("2026-06-08", &["--retests", "--redact", "-f", format, &sheet]));
        for private in ["1999", "Roe", "Sam"] {
            assert!(!redacted.contains(private), "{format}: {private}: {redacted}");
        }
    }
}

#[test]
fn what_a_person_must_decide_or_find_out_is_said() {
    let folder = TempDir::new().unwrap();
    let rows = [
        // No clock time: by days, the 8th and the 9th.
        format!("1,A,B,M,1999-02-03,2026-06-06,,,{SIT_UPS}"),
        format!("2,A,B,M,1999-02-03,2026-06-06,25:00,,{SIT_UPS}"),
        "3,A,B,M,1999-02-03,2026-06-06,11:40,,150,15,32,,13:00\n".into(),
        "4,A,B,M,1999-02-03,2026-06-06,11:40,,150,42,32,160,13:00\n".into(),
    ];
    let sheet = written(&folder, "s.csv", &format!("{HEADER}{}", rows.concat()));
    let document = retests("2026-06-08", &[&sheet]);
    let results = document["results"].as_array().unwrap();
    let by_id = |id: &str| results.iter().find(|result| result["ptb_id"] == id).unwrap();
    for (id, state, opens, note) in [
        ("1", "open", json!("2026-06-08"), "record the clock time in test_end"),
        ("2", "unknown", Value::Null, "the hours are not known"),
        ("3", "open", json!("2026-06-08T11:40"), "the first test is incomplete"),
        ("4", "review", Value::Null, "a person must look at it before a retest"),
    ] {
        let result = by_id(id);
        assert_eq!((&result["state"], &result["opens"]), (&json!(state), &opens), "{id}");
        assert_eq!(result["failed_events"], json!(["sit-ups"]), "{id}");
        assert!(result["notes"].to_string().contains(note), "{result}");
    }
    let table = told(&score("2026-06-08", &["--retests", &sheet]));
    assert!(table.contains("4 candidates with failed events: 2 open, 1 review, 1 unknown."), "{table}");
    assert!(table.contains("To retake: sit-ups 4."), "{table}");
    let passed = written(&folder, "p.csv", &format!("{HEADER}1,A,B,M,1999-02-03,2026-06-06,11:40,,{PASSED}"));
    assert!(told(&score("2026-06-08", &["--retests", &passed])).contains("No candidate has failed an event."));
}

#[test]
fn figures_are_by_event_sex_and_age_group() {
    let folder = TempDir::new().unwrap();
    let rows = [
        format!("1,A,B,M,1999-02-03,2026-06-06,11:40,,{SIT_UPS}"),
        format!("2,A,B,M,1999-02-03,2026-06-06,11:40,,{PASSED}"),
        // A woman of 37: 19 sit-ups fail or pass by her own standard, and a blank run is no result.
        "3,A,B,F,1989-02-03,2026-06-06,11:40,,150,40,0,160,\n".into(),
    ];
    let sheet = written(&folder, "s.csv", &format!("{HEADER}{}", rows.concat()));
    let output = score("2026-06-08", &["-f", "json", &sheet]);
    let figures = json_in(&output)["figures"].clone();
    let of = |event: &str, sex: &str, ages: &str, tested: u64, passed: u64| {
        let mut figure = json!({ "event": event, "sex": sex, "age_group": ages });
        figure["tested"] = tested.into();
        figure["passed"] = passed.into();
        figure
    };
    // A reach of 40 inches cannot be, and so is neither.
    let expected = json!([
        of("sit-and-reach", "M", "20-29", 2, 2),
        of("sit-ups", "M", "20-29", 2, 1),
        of("sit-ups", "F", "30-39", 1, 0),
        of("bench-press", "M", "20-29", 2, 2),
        of("bench-press", "F", "30-39", 1, 1),
        of("run", "M", "20-29", 2, 2),
    ]);
    assert_eq!(figures, expected);
    let ndjson = String::from_utf8(score("2026-06-08", &["-f", "ndjson", &sheet]).stdout).unwrap();
    let last: Value = serde_json::from_str(ndjson.lines().last().unwrap()).unwrap();
    assert_eq!(last["figures"], expected);
    let table = told(&score("2026-06-08", &[&sheet])).split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in [
        "Passed by event, where known: sit and reach 2 of 2 (100.0%), sit-ups 1 of 3 (33.3%), bench press 3 of 3",
        "F 30-39: sit-ups 0 of 1, bench press 1 of 1.",
        "M 20-29: sit and reach 2 of 2, sit-ups 1 of 2, bench press 2 of 2, 1.5 mile run 2 of 2.",
    ] {
        assert!(table.contains(sentence), "{sentence}\n{table}");
    }
    // Only this command has them.
    assert!(json_in(&command(["power", "standards", "-f", "json"]).output().unwrap()).get("figures").is_none());
}
