//! `muster why`: one officer, found by name or ID, with the answers of `roster check` and what would change them.

use crate::harness::{command, file, json_in, muster, told};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::Stdio;

const MILLBROOK: &str = "fixtures/roster_check/millbrook.csv";

/// Returns the results of `muster why` in JSON.
fn why(person: &str, path: &str, flags: &[&str]) -> Vec<Value> {
    let document = json_in(&muster(&[&["why", person, "-f", "json", path], flags].concat()));
    document["results"].as_array().unwrap().clone()
}

/// Returns the answers of everybody by PTB ID, as `roster check --all` gives them.
fn checked(path: &str) -> BTreeMap<String, Vec<Value>> {
    let document = json_in(&muster(&["roster", "check", "--all", "-f", "json", path]));
    let mut people: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for finding in document["findings"].as_array().unwrap() {
        if let Some(id) = finding["ptb_id"].as_str() {
            people.entry(id.to_owned()).or_default().push(finding.clone());
        }
    }
    people
}

#[test]
fn the_answers_are_those_of_roster_check() {
    for path in [MILLBROOK, "fixtures/roster_check/messy.csv", "fixtures/workbooks/a_workbook.csv"] {
        let people = checked(path);
        assert!(people.len() > 2, "{path}");
        for (id, answers) in people {
            let key = |value: &Value| value["line"].as_u64().map(|line| (line, value["rule"].to_string()));
            let mut explained = why(&id, path, &[]);
            explained.sort_by_key(key);
            for answer in &mut explained {
                for part in ["cells", "absent", "changes"] {
                    assert!(answer.as_object_mut().unwrap().remove(part).is_some_and(|part| part.is_array()));
                }
            }
            let mut answers: Vec<Value> = answers.into_iter().filter(|answer| answer["line"] != Value::Null).collect();
            answers.sort_by_key(key);
            assert_eq!(explained, answers, "{path} {id}");
        }
    }
}

/// Returns a roster with a cell of an officer changed; a column that it lacks is added.
fn changed(path: &str, line: u64, column: &str, value: &str) -> String {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut lines = Vec::new();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path).unwrap();
    for record in reader.records() {
        let record = record.unwrap();
        lines.push(record.position().unwrap().line());
        rows.push(record.iter().map(str::to_owned).collect());
    }
    let at = rows[0].iter().position(|name| name == column).unwrap_or_else(|| {
        rows.iter_mut().for_each(|row| row.push(String::new()));
        rows[0].len() - 1
    });
    rows[0][at] = column.to_owned();
    let row = lines.iter().position(|other| *other == line).unwrap();
    rows[row][at] = value.to_owned();
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

#[test]
fn every_change_that_is_offered_changes_the_answer() {
    // The file itself is changed, and `roster check` is asked.
    let mut tried = 0;
    for id in checked(MILLBROOK).into_keys() {
        for answer in why(&id, MILLBROOK, &[]) {
            for change in answer["changes"].as_array().unwrap() {
                let [column, value] = ["column", "value"].map(|key| change[key].as_str().unwrap());
                let text = changed(MILLBROOK, answer["line"].as_u64().unwrap(), column, value);
                let (_folder, path) = file("r.csv", &text);
                let rule = answer["rule"].as_str().unwrap();
                let document = json_in(&muster(&[
                    "roster", "check", "--all", "-f", "json", "--only", rule, "--ptb-id", &id, &path,
                ]));
                let then = &document["findings"].as_array().unwrap().iter().find(|it| it["rule"] == rule).unwrap();
                assert_eq!(
                    (&then["status"], &then["due"]),
                    (&change["status"], &change["due"]),
                    "{id} {rule} {change}"
                );
                assert_ne!(then["status"], answer["status"], "{id} {rule} {change}");
                tried += 1;
            }
        }
    }
    assert!(tried > 20, "{tried} changes");
}

#[test]
fn an_answer_names_its_cells_and_what_is_not_there() {
    let answers = why("0012890", MILLBROOK, &["--only", "basic-training-deadline"]);
    let [answer] = &answers[..] else { panic!("{answers:?}") };
    assert_eq!((&answer["status"], &answer["due"]), (&json!("overdue"), &json!("2026-02-28")));
    let cell = |name: &str| {
        let cell = answer["cells"].as_array().unwrap().iter().find(|cell| cell["column"] == name);
        cell.map(|cell| (cell["text"].clone(), cell["filled"].clone()))
    };
    assert_eq!(cell("hire_date"), Some((json!("2025-08-31"), json!(true))));
    assert_eq!(cell("basic_completed"), Some((Value::Null, json!(false))));
    assert_eq!(cell("last_name"), None);
    assert!(answer["absent"].as_array().unwrap().contains(&json!("out_of_state")));
    // Completed on the day asked about is too late; a waiver settles it.
    let change = |name: &str| {
        let change = answer["changes"].as_array().unwrap().iter().find(|change| change["column"] == name);
        change.map(|change| (change["value"].clone(), change["status"].clone()))
    };
    assert_eq!(change("waiver_date"), Some((json!("2026-11-21"), json!("met"))));
    assert_eq!(change("basic_completed"), Some((json!("2026-11-21"), json!("review"))));
    assert_eq!(change("hire_date"), None, "nobody changes the day of hire");
}

#[test]
fn a_cell_of_a_workbook_has_its_place() {
    let answers = why("drummond", "fixtures/workbooks/a_workbook.csv", &["--only", "firearms-qualification"]);
    assert_eq!(
        answers[0]["cells"][0],
        json!({
            "column": "firearms_qualified", "text": "#DIV/0!", "filled": true, "cell": "'Sworn 2026'!I8"
        })
    );
}

#[test]
fn a_person_who_is_not_one_is_an_error() {
    let output = muster(&["why", "o", MILLBROOK]);
    assert_eq!(output.status.code(), Some(2));
    let words = "3 officers fit \"o\": Okafor, Chidi (PTB 0013007); O'Brien, Sean (PTB 0011702); \u{d8}rsted, Lars";
    assert!(told(&output).contains(words) && output.stdout.is_empty(), "{}", told(&output));
    let output = muster(&["why", "o", "--redact", MILLBROOK]);
    assert!(
        told(&output).contains("PTB 0013007; PTB 0011702") && !told(&output).contains("Chidi"),
        "{}",
        told(&output)
    );
    for nobody in ["zzz", "12", "0012890 0011702"] {
        let output = muster(&["why", nobody, MILLBROOK]);
        assert_eq!(output.status.code(), Some(2), "{nobody}");
        assert!(told(&output).contains("no record has a name or a PTB ID like"), "{}", told(&output));
    }
    let output = muster(&["why", ", '", MILLBROOK]);
    assert!(output.status.code() == Some(2) && told(&output).contains("PERSON is a PTB ID, a name"));
}

#[test]
fn a_person_on_rows_of_several_agencies_is_one() {
    let rows = "ptb_id,last_name,first_name,agency,hire_date,firearms_qualified\n\
                0012345,Orr,Ann,Fernhill PD,2020-01-05,2026-05-01\n012345,Orr,Ann,Ash PD,2020-01-05,\n\
                0012346,Orrin,Ed,Ash PD,2020-01-05,2026-01-05\n";
    let (_folder, path) = file("r.csv", rows);
    let output = muster(&["why", "orr", &path]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    let shown = told(&output);
    for words in ["Fernhill PD, r.csv line 2", "Ash PD, r.csv line 3", "overdue firearms-qualification"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(!shown.contains("Orrin"), "{shown}");
}

#[test]
fn private_cells_and_redacted_ones_are_not_shown() {
    let (_folder, path) = file(
        "r.csv",
        "ptb_id,last_name,email,hire_date,firearms_qualified,firearms_comment\n\
         0012345,Orr,ann@fern.example,2020-01-05,,broke a wrist\n",
    );
    for format in crate::harness::formats() {
        let shown = told(&muster(&["why", "orr", "-f", &format, &path]));
        assert!(!shown.contains("ann@fern") && shown.contains("broke a wrist"), "{format}: {shown}");
        let shown = told(&muster(&["why", "orr", "--redact", "-f", &format, &path]));
        assert!(["Orr", "wrist", "Fern"].iter().all(|private| !shown.contains(private)), "{shown}");
        assert!(shown.contains("firearms_comment"), "{shown}");
    }
}

#[test]
fn a_rule_that_cannot_be_asked_is_told() {
    let (_folder, path) = file("r.csv", "ptb_id,last_name\n0012345,Orr\n");
    let output = muster(&["why", "orr", "--only", "homicide-certificate", &path]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    assert!(told(&output).contains("homicide-certificate was asked for and cannot be checked"), "{}", told(&output));
    let output = muster(&["why", "orr", "--only", "homicide-certificate,ptb-id", &path]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    assert!(told(&output).contains("homicide-certificate was asked for and cannot be checked"), "{}", told(&output));
}

#[test]
fn standard_input_is_read_once_and_is_enough() {
    let mut run = command(["why", "orr", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    run.stdin.take().unwrap().write_all(b"ptb_id,last_name,firearms_qualified\n0012345,Orr,2026-05-01\n").unwrap();
    let output = run.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(told(&output).contains("open firearms-currency"), "{}", told(&output));
}
