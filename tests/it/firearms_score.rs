//! `muster firearms` as a whole: exit codes, formats that agree, no private value shown, and a roster in which only the
//! expected cells change.

use crate::harness::{formats, json_in, muster, told, written};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;

const SHEET: &str = "fixtures/firearms_score/saturday.csv";
const ROSTER: &str = "fixtures/roster_check/tamarack.csv";

fn score(args: &[&str]) -> Output {
    muster(&[&["firearms", "score"], args].concat())
}

fn json(args: &[&str]) -> Value {
    json_in(&score(&[args, &["-f", "json"]].concat()))
}

#[test]
fn exit_codes() {
    for (args, code) in [
        (vec!["--hits", "21"], 0),
        (vec!["--hits", "20"], 1),
        (vec!["--hits", "31"], 1),
        (vec!["--stages", "2,2,1,2,1,2,2,2,2,2,1,2"], 0),
        (vec!["--stages", "2,2,1,2,1,2,2,2,2,2,1,1"], 1),
        (vec!["--stages", "2,2,2,2,2,2,3,3,3,,3,3"], 1),
        (vec!["--stages", "2,2,3,2,2,2,3,3,3,3,3,3"], 1),
        (vec!["--hits", "20", "--fail-on", "none"], 0),
        (vec!["--hits", "20", "--fail-on", "unknown"], 0),
        (vec!["--hits", "x"], 2),
        (vec!["--hits", "24", SHEET], 2),
        (vec![], 2),
        (vec![SHEET], 1),
        (vec!["--ptb-id", "0020000", SHEET], 0),
        (vec!["--ptb-id", "1", SHEET], 2),
        (vec!["--agency", "Kettle Creek", SHEET], 2),
        (vec!["no-such-sheet.csv"], 2),
        (vec![SHEET, "--update", "copy.csv"], 2),
    ] {
        assert_eq!(score(&args).status.code(), Some(code), "{args:?}");
    }
}

#[test]
fn an_optional_last_stage_counts_the_same() {
    let near = json(&["--stages", "2,2,2,2,2,2,3,3,3,3,3,3"]);
    let far = json(&["--stages", "2,2,2,2,2,2,3,3,3,3,3,3", "--stage-12-yards", "25"]);
    let last = |report: &Value| report["results"][0]["stages"][11].clone();
    assert_eq!(near["results"][0]["hits"], far["results"][0]["hits"]);
    assert_eq!((&last(&near)["yards"], &last(&near)["seconds"]), (&15.into(), &10.into()));
    assert_eq!((&last(&far)["yards"], &last(&far)["seconds"]), (&25.into(), &15.into()));
}

#[test]
fn a_fault_beside_a_qualifying_score_sets_the_exit_code() {
    let folder = TempDir::new().unwrap();
    let sheet = written(&folder, "s.csv", "ptb_id,last_name,date,weapon,hits\n1,Doe,2026-11-14,P320,30\n");
    let output = score(&["-f", "json", &sheet]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["results"][0]["outcome"], "qualified");
    assert_eq!(report["findings"][0]["status"], "unknown");
    assert_eq!((&report["summary"]["met"], &report["summary"]["unknown"]), (&1.into(), &1.into()));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn every_result_is_counted_once() {
    let report = json(&[SHEET]);
    let results = report["results"].as_array().unwrap();
    let with = |outcome: &str| results.iter().filter(|result| result["outcome"] == outcome).count();
    let summary = &report["summary"];
    assert_eq!(summary["records"], results.len());
    assert_eq!(summary["met"], with("qualified"));
    assert_eq!(summary["overdue"], with("not-qualified") + with("invalid"));
    assert_eq!(summary["unknown"], with("incomplete") + report["findings"].as_array().unwrap().len());
    for result in results {
        let counted = ["qualified", "not-qualified"].contains(&result["outcome"].as_str().unwrap());
        assert_eq!(result["hits"].is_u64(), counted, "{result}");
        assert_eq!(result["percent"].is_string(), counted, "{result}");
        assert_eq!(result["stages"].as_array().unwrap().len(), 12);
        assert_eq!(result["notes"].as_array().unwrap().is_empty(), counted && result["date"].is_string(), "{result}");
    }
}

#[test]
fn every_machine_format_agrees() {
    let report = json(&[SHEET]);
    let results = report["results"].as_array().unwrap();

    let ndjson = String::from_utf8(score(&["-f", "ndjson", SHEET]).stdout).unwrap();
    let mut lines: Vec<Value> = ndjson.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.pop().unwrap()["summary"], report["summary"]);
    let of = |kind: &str| -> Vec<Value> {
        let mut of: Vec<Value> = lines.iter().filter(|line| line["type"] == kind).cloned().collect();
        of.iter_mut().for_each(|line| drop(line.as_object_mut().unwrap().remove("type")));
        of
    };
    assert_eq!(&of("result"), results);
    assert_eq!(&of("finding"), report["findings"].as_array().unwrap());

    let csv = score(&["-f", "csv", SHEET]);
    assert!(String::from_utf8_lossy(&csv.stderr).contains("unreadable-value"), "faults go beside the one table");
    let mut rows = csv::Reader::from_reader(csv.stdout.as_slice());
    let keys: Vec<String> = rows.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), results.len());
    let text = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(|item| item.as_str().unwrap()).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    };
    for (row, result) in rows.iter().zip(results) {
        for (key, cell) in keys.iter().zip(row) {
            let value = match key.split_once('.') {
                Some((stage, part)) => {
                    let number: usize = stage.strip_prefix("stage_").unwrap().parse().unwrap();
                    &result["stages"][number - 1][part]
                }
                None => &result[key.as_str()],
            };
            assert_eq!(cell, text(value), "{key}");
        }
    }
    let flat: usize = results[0].as_object().unwrap().len() - 1 + 12 * 4;
    assert_eq!(keys.len(), flat, "every key of a result and of its stages has a column");

    let markdown = String::from_utf8(score(&["-f", "markdown", SHEET]).stdout).unwrap();
    assert_eq!(markdown.lines().filter(|line| line.starts_with("| ")).count(), results.len() + 2);
    assert_eq!(score(&["-f", "json", SHEET]).stdout, score(&["-f", "json", SHEET]).stdout, "the same bytes");
}

#[test]
fn a_sheet_in_json_has_the_same_results() {
    let folder = TempDir::new().unwrap();
    let mut sheet = csv::Reader::from_path(SHEET).unwrap();
    let names = sheet.headers().unwrap().clone();
    let object = |row: csv::StringRecord| -> Value {
        names
            .iter()
            .zip(row.iter())
            .map(|(name, cell)| (name.to_owned(), Value::from(cell)))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    let objects: Vec<Value> = sheet.records().map(|row| object(row.unwrap())).collect();
    let path = written(&folder, "saturday.json", &serde_json::to_string(&objects).unwrap());
    let without_place = |report: &Value| -> Vec<Value> {
        let mut results = report["results"].as_array().unwrap().clone();
        for result in &mut results {
            (result["file"], result["line"]) = (Value::Null, Value::Null);
        }
        results
    };
    let (csv, json) = (json(&[SHEET]), json(&[&path]));
    assert_eq!(without_place(&csv), without_place(&json));
    assert_eq!(csv["summary"], json["summary"]);
}

#[test]
fn no_birth_date_is_shown_and_no_name_when_redacted() {
    let sheets = [SHEET, "fixtures/firearms_score/messy.csv"];
    for format in &formats() {
        for sheet in sheets {
            let output = told(&score(&["-f", format, sheet, "--roster", ROSTER]));
            for private in ["1981", "1990", "1992", "7/3O", "4/9"] {
                assert!(!output.contains(private), "{format}: {private}");
            }
            let redacted = told(&score(&["-f", format, "--redact", sheet, "--roster", ROSTER]));
            for name in ["Yates", "Ellery", "Halloran", "Quintero", "Doe", "Mieke", "Coyle"] {
                assert!(!redacted.contains(name), "{format}: {name}");
            }
        }
    }
}

#[test]
fn quiet_still_names_officers_who_were_not_entered() {
    let well = score(&["-q", "--ptb-id", "0020000", SHEET]);
    assert_eq!((told(&well).as_str(), well.status.code()), ("", Some(0)));
    let lost = score(&["-q", "--ptb-id", "0099012", SHEET, "--roster", ROSTER]);
    assert!(lost.stdout.is_empty());
    assert!(String::from_utf8_lossy(&lost.stderr).contains("PTB 0099012"));
}

#[test]
fn an_own_course_is_scored_by_its_own_mark() {
    let own = ["--course", "fixtures/firearms_score/ours.toml"];
    for (hits, outcome) in [("25", "not-qualified"), ("26", "qualified"), ("33", "invalid")] {
        let result = &json(&[&own[..], &["--hits", hits]].concat())["results"][0];
        assert_eq!(
            (&result["outcome"], &result["rounds"], &result["required"]),
            (&outcome.into(), &32.into(), &26.into())
        );
    }
    let folder = TempDir::new().unwrap();
    fs::copy("fixtures/firearms_score/ours.toml", folder.path().join("ours.toml")).unwrap();
    let config = written(&folder, "config.toml", "course = \"ours.toml\"\nlocal_course_on_file = true\n");
    let configured = json(&["--config", &config, "--hits", "26"]);
    assert_eq!(configured["results"][0]["rounds"], 32, "a relative path begins at the configuration");
    // The note on what has to be on file is gone; strings of four rounds are left for a person to judge.
    let notes = configured["notes"].as_array().unwrap();
    assert!(notes.len() == 1 && notes[0].as_str().unwrap().starts_with("stages 11–12 are longer"), "{notes:?}");
    assert_eq!(json(&["--config", &config, "--course", "", "--hits", "26"])["results"][0]["rounds"], 30);
    let shown = muster(&["config", "show", "--config", &config]);
    assert!(told(&shown).contains("ours.toml"));
}

#[test]
fn seconds_of_a_long_stage_have_no_comma_in_a_spreadsheet() {
    let folder = TempDir::new().unwrap();
    let stages = [(15, 15, 35), (15, 15, 35), (3, 10, 1_200)];
    let stages = stages.map(|(yards, rounds, seconds)| {
        format!("[[stages]]\nyards = {yards}\nrounds = {rounds}\nseconds = {seconds}\n")
    });
    let course = written(&folder, "long.toml", &format!("name = \"Long\"\npassing_percent = 70\n{}", stages.concat()));
    let csv = String::from_utf8(score(&["--course", &course, "--hits", "40", "-f", "csv"]).stdout).unwrap();
    assert!(csv.contains("3,10,1200,"), "{csv}");
    let course = muster(&["firearms", "course", "--course", &course, "-f", "csv"]);
    assert!(told(&course).contains(",1200,"), "{}", told(&course));
}

#[test]
fn an_easier_course_is_refused_with_its_stage() {
    for command in [&["firearms", "score", "--hits", "30"][..], &["firearms", "course"]] {
        let output = muster(&[command, &["--course", "fixtures/firearms_score/easy.toml"]].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty());
        let refusal = String::from_utf8(output.stderr).unwrap();
        for reason in ["easier than the State's", "29 rounds in all", "as hard as stages 7–10", "65 percent"] {
            assert!(refusal.contains(reason), "{reason}: {refusal}");
        }
    }
}

/// Returns the lines of a file, each with its end.
fn lines(path: impl AsRef<Path>) -> Vec<Vec<u8>> {
    fs::read(path).unwrap().split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
}

#[test]
fn an_updated_roster_differs_in_the_expected_cells_only() {
    let folder = TempDir::new().unwrap();
    let copy = folder.path().join("new.csv");
    let before = fs::read(ROSTER).unwrap();
    let output = score(&[SHEET, "--roster", ROSTER, "--update", copy.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    assert_eq!(fs::read(ROSTER).unwrap(), before, "the roster is never changed");

    let (old, new) = (lines(ROSTER), lines(&copy));
    assert_eq!(old.len(), new.len());
    let mut changed = Vec::new();
    for (at, (old, new)) in old.iter().zip(&new).enumerate() {
        if old == new {
            continue;
        }
        let cells = |line: &[u8]| -> Vec<String> {
            String::from_utf8(line.to_vec()).unwrap().split(',').map(str::to_owned).collect()
        };
        let (old, new) = (cells(old), cells(new));
        assert_eq!(old.len(), new.len());
        for (column, (old, new)) in old.iter().zip(&new).enumerate().filter(|(_, (old, new))| old != new) {
            changed.push((at + 1, column, old.clone(), new.clone()));
        }
    }
    // Firearms Qualified is the 19th column. Not among them: line 6 and 39 did not qualify, 7 and 12 to 15 are
    // incomplete or invalid, 9 shows a later day, 11 has no day on the sheet, 53 and 54 share an ID.
    let day = "2026-11-14".to_owned();
    let expected = [
        (2, "4/3/2026"),
        (3, "4/27/2026"),
        (4, "5/19/2026"),
        (5, "6/12/2026"),
        (8, "6/2/2026"),
        (10, "7/25/2026"),
        (40, "8/2/2025"),
        (106, "1/9/2025"),
    ];
    assert_eq!(changed, expected.map(|(line, old)| (line, 18, old.to_owned(), day.clone())));

    let told = String::from_utf8(output.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in [
        "8 qualification days entered, on lines 2, 3, 4, 5, 8, 10, 40, 106",
        "kept, tamarack.csv line 9 shows 9 Oct 2026, later than 3 Oct 2026",
        "Ellery, Gavin: the PTB ID is the same, the last name is not",
        "Lindqvist, Bianca (PTB 0020063), saturday.csv line 12: not entered",
        "Coyle, Vivian (PTB 0020357), saturday.csv line 21: not entered in tamarack.csv: lines 53, 54 could be this \
         person",
        "Halloran, Pete (PTB 0099012), saturday.csv line 23: not entered",
        "Quintero, Heidi, saturday.csv line 24: not entered",
    ] {
        assert!(told.contains(sentence), "{sentence}\n{told}");
    }

    // A second run on the copy has nothing left to enter.
    let again = folder.path().join("again.csv");
    score(&[SHEET, "--roster", copy.to_str().unwrap(), "--update", again.to_str().unwrap()]);
    assert_eq!(fs::read(&copy).unwrap(), fs::read(&again).unwrap());
}

#[test]
fn an_update_keeps_quotes_line_ends_and_encodings() {
    let folder = TempDir::new().unwrap();
    let roster = "\u{feff}Roster of the town\r\n\"Name\";\"DOB\";Firearms Qualified;Comment\r\n\
                  \"Doe, Jane\";1/31/1990;\"2025-01-02\";\"a; b\"\r\n\
                  Roe;;;'=x'\r\n";
    let roster = written(&folder, "r.csv", roster);
    let sheet = written(
        &folder,
        "s.csv",
        "name,dob,date,hits\n\"DOE, jane\",1990-01-31,2026-06-06,30\n\"Roe, Sam\",,2026-06-06,30\n",
    );
    let copy = folder.path().join("c.csv");
    let output = score(&[&sheet, "--roster", &roster, "--update", copy.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let expected = fs::read_to_string(&roster).unwrap().replace("\"2025-01-02\"", "\"2026-06-06\"");
    assert_eq!(fs::read_to_string(&copy).unwrap(), expected);
}

#[test]
fn a_course_not_fired_with_the_duty_handgun_is_noted() {
    let folder = TempDir::new().unwrap();
    let roster = written(&folder, "r.csv", "ptb_id,last_name,firearms_qualified\n1,Doe,\n2,Roe,\n");
    let sheet = "ptb_id,last_name,date,category,hits\n1,Doe,2026-06-06,off-duty,30\n1,Doe,2026-06-06,duty,30\n\
                 2,Roe,2026-06-05,duty,20\n2,Roe,2026-06-06,off-duty,30\n";
    let sheet = written(&folder, "s.csv", sheet);
    let notes = json(&[&sheet, "--roster", &roster])["notes"].to_string();
    assert!(
        notes.contains("Roe (PTB 2), s.csv line 5: would be entered on r.csv line 3 from a course fired as off-duty")
    );
    assert!(!notes.contains("Doe"), "the duty course of the same day counts: {notes}");
}

#[test]
fn a_run_that_fails_leaves_the_old_copy() {
    let folder = TempDir::new().unwrap();
    let copy = written(&folder, "copy.csv", "old");
    let nowhere = folder.path().join("nowhere/a.json");
    let args = [SHEET, "--roster", ROSTER, "--update", &copy, "-o", nowhere.to_str().unwrap()];
    assert_eq!(score(&args).status.code(), Some(2));
    assert_eq!(fs::read_to_string(&copy).unwrap(), "old");
    // The file of the course is not replaced either, and a course from flags has no roster.
    let own = fs::read_to_string("fixtures/firearms_score/ours.toml").unwrap();
    let own = written(&folder, "own.toml", &own);
    let over = score(&[SHEET, "--course", &own, "-o", &own]);
    assert!(over.status.code() == Some(2) && told(&over).contains("is not written over"), "{}", told(&over));
    assert_eq!(score(&["--hits", "25", "--roster", ROSTER]).status.code(), Some(2));
}

#[test]
fn an_impossible_update_is_refused_before_any_writing() {
    let folder = TempDir::new().unwrap();
    let copy = folder.path().join("new.csv");
    let copy = copy.to_str().unwrap();
    let own = written(&folder, "own.csv", &fs::read_to_string(ROSTER).unwrap());
    let without = written(&folder, "without.csv", "ptb_id,last_name\n1,Doe\n");
    let elsewhere = format!("{}/../{}/own.csv", folder.path().display(), folder.path().file_name().unwrap().display());
    for (roster, update, reason) in [
        ("fixtures/roster_check/tamarack.json", copy, "only a CSV or TSV roster"),
        (own.as_str(), own.as_str(), "is not written over"),
        (own.as_str(), elsewhere.as_str(), "is not written over"),
        (ROSTER, SHEET, "is not written over"),
        (ROSTER, "-", "needs a file of its own"),
        ("-", copy, "cannot come from standard input"),
        (without.as_str(), copy, "no column firearms_qualified"),
        (ROSTER, "no/such/folder/new.csv", "cannot be written"),
    ] {
        let output = score(&[SHEET, "--roster", roster, "--update", update]);
        assert_eq!(output.status.code(), Some(2), "{reason}");
        assert!(told(&output).contains(reason), "{reason}: {}", told(&output));
        assert!(output.stdout.is_empty());
    }
    assert!(!Path::new(copy).exists());
    assert_eq!(fs::read(&own).unwrap(), fs::read(ROSTER).unwrap());
}

#[test]
fn the_course_has_all_its_stages_in_every_format() {
    let course = |args: &[&str]| muster(&[&["firearms", "course"], args].concat());
    let report: Value = json_in(&course(&["-f", "json"]));
    let course_of_fire = &report["results"][0];
    assert_eq!((&course_of_fire["rounds"], &course_of_fire["required"]), (&30.into(), &21.into()));
    let stages = course_of_fire["stages"].as_array().unwrap();
    assert_eq!(stages.len(), 13, "twelve, and the optional one");
    let fired = stages.iter().filter(|stage| stage["optional"] == false);
    assert_eq!(fired.map(|stage| stage["rounds"].as_u64().unwrap()).sum::<u64>(), 30);

    let csv = course(&["-f", "csv", "--category", "retired"]).stdout;
    let mut rows = csv::Reader::from_reader(csv.as_slice());
    assert!(rows.records().all(|row| row.unwrap().get(2) == Some("present")));
    assert_eq!(course(&["--as-of", "2006-04-10"]).status.code(), Some(2), "before the first day");
    assert_eq!(course(&["--as-of", "2006-04-11"]).status.code(), Some(0));
}
