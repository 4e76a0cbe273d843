//! `muster roster columns`: how headings and words are understood, what cells hold, and that no private cell is shown.

use crate::harness::{file, json_in, muster, told};
use serde_json::{Value, json};

const FERNHILL: &str = "fixtures/workbooks/fernhill.xlsx";

fn columns(args: &[&str]) -> Value {
    json_in(&muster(&[&["roster", "columns", "-f", "json"], args].concat()))
}

/// Returns the result about a heading.
fn of<'d>(document: &'d Value, heading: &str) -> &'d Value {
    let results = document["results"].as_array().unwrap();
    results.iter().find(|row| row["heading"] == heading).unwrap_or_else(|| panic!("{heading}: {document:#}"))
}

#[test]
fn each_heading_says_how_it_is_known() {
    let document = columns(&[FERNHILL]);
    for (heading, column, known_by, status) in [
        ("PTB #", json!("ptb_id"), "other-name", "met"),
        ("Last Name", json!("last_name"), "name", "met"),
        ("Rank", json!("position"), "other-name", "met"),
        ("DOB", json!("birth_date"), "other-name", "review"),
        ("Came On", Value::Null, "unread", "review"),
        ("Qual Dt", Value::Null, "near-name", "review"),
        ("Locker", Value::Null, "unread", "not-applicable"),
    ] {
        let row = of(&document, heading);
        assert_eq!((&row["column"], &row["known_by"], &row["status"]), (&column, &json!(known_by), &json!(status)));
    }
    let near = of(&document, "Qual Dt");
    assert_eq!((&near["near"], &near["filled"]), (&json!("firearms_qualified"), &json!(5)));
    assert_eq!(of(&document, "Came On")["holds_days"], true);
    assert_eq!(of(&document, "Acad Done")["filled"], 4);
    // 5 headings are read, one with a birth date that cannot be (settled 172); 3 may matter; 3 are left out.
    let summary = &document["summary"];
    assert_eq!(["records", "met", "unknown", "review", "not_applicable"].map(|key| &summary[key]), [5, 4, 0, 4, 3]);
}

#[test]
fn the_configuration_is_how_a_heading_is_known() {
    let own = "[columns]\n\"Qual Dt\" = \"firearms_qualified\"\n\"Locker\" = \"ignore\"\n";
    let (_folder, config) = file("config.toml", own);
    let document = columns(&["--config", &config, FERNHILL]);
    let known = |heading: &str| of(&document, heading)["known_by"].clone();
    assert_eq!([known("Qual Dt"), known("Locker")], ["configuration", "ignored"]);
    assert_eq!(of(&document, "Qual Dt")["opens"], json!(["firearms-currency"]));
    let lacking = document["not_asked"].as_array().unwrap();
    let of_rule = |rule: &str| lacking.iter().find(|it| it["rule"] == rule).map(|it| it["missing_columns"].clone());
    assert_eq!(of_rule("firearms-currency"), None);
    assert_eq!(of_rule("esign-verification"), Some(json!(["esigned"])));
}

#[test]
fn words_are_shown_with_what_they_mean() {
    let text =
        "ptb_id,last_name,Employment,email\n1,Orr,FT,a@b.example\n2,Quin,ft,c@\n3,Bly,Aux,\n4,Ash,217-555-0100 x,\n";
    let (_folder, path) = file("r.csv", text);
    let (_own, config) = file("config.toml", "[values.employment]\n\"aux\" = \"part-time\"\n");
    let row = |more: &[&str]| of(&columns(&[more, &[path.as_str()]].concat()), "Employment").clone();
    let before = row(&[]);
    let word = |word: &str, means: Option<&str>, count: u32| json!({"word": word, "means": means, "count": count});
    assert_eq!(before["words"], json!([word("FT", Some("full-time"), 2), word("Aux", None, 1)]));
    assert_eq!((&before["unreadable"], &before["status"]), (&json!(2), &json!("unknown")));
    let after = row(&["--config", &config]);
    assert_eq!(after["words"][1], word("Aux", Some("part-time"), 1));
    assert_eq!(after["unreadable"], 1);
    assert_eq!(row(&["--redact"])["words"], json!([]));
    let all = told(&muster(&["roster", "columns", &path]));
    assert!(!all.contains("example") && !all.contains("555"), "{all}");
}

#[test]
fn the_exit_code_is_that_of_the_headings() {
    let code = |args: &[&str]| muster(&[&["roster", "columns", "-q"], args].concat()).status.code();
    let (_folder, good) = file("r.csv", "ptb_id,last_name,Qual Dt\n1,Orr,2026-01-02\n");
    assert_eq!(code(&[&good]), Some(0));
    assert_eq!(code(&["--fail-on", "review", &good]), Some(1));
    assert_eq!(code(&[FERNHILL]), Some(0), "a birth date that cannot be read makes no answer unknown");
    assert_eq!(code(&["fixtures/roster_check/messy.csv"]), Some(1));
    assert_eq!(code(&["--kind", "power", "fixtures/workbooks/power.xlsx"]), Some(0));
    assert_eq!(code(&["--kind", "exam", "fixtures/reimburse_claim/bad_rates/mileage_rates.csv"]), Some(2));
    let (_folder, empty) = file("r.csv", "ptb_id,last_name\n");
    assert_eq!((code(&[&empty]), code(&["--allow-empty", &empty])), (Some(1), Some(0)));
}

#[test]
fn redacted_headings_that_name_no_column_are_places() {
    let document = columns(&["--redact", FERNHILL]);
    let headings: Vec<&str> =
        document["results"].as_array().unwrap().iter().map(|row| row["heading"].as_str().unwrap()).collect();
    assert_eq!(headings[5..], ["column 6", "column 7", "column 8", "DOB", "column 10", "column 11"]);
}

#[test]
fn a_word_that_changes_no_cell_is_named() {
    // Settled 182.
    let own = "[values.employment]\n\"FT\" = \"full-time\"\naux = \"part-time\"\nReserve = \"part-time\"\n\
               [values.position]\nBoss = \"chief\"\n";
    let (_own, config) = file("config.toml", own);
    let (_folder, path) = file("r.csv", "ptb_id,last_name,employment\n1,Orr,FT\n2,Quin,AUX\n");
    for command in [["roster", "check"], ["roster", "columns"], ["roster", "due"]] {
        let document = json_in(&muster(&[&command[..], &["-f", "json", "--config", &config, &path]].concat()));
        let notes: Vec<&str> =
            document["notes"].as_array().unwrap().iter().map(|note| note.as_str().unwrap()).collect();
        let expected = "these entries of [values] in the configuration change no cell of the files: \
                        employment \"FT\" = \"full-time\", employment \"Reserve\" = \"part-time\"";
        assert!(notes.contains(&expected), "{command:?}: {notes:?}");
    }
}

#[test]
fn a_word_with_two_meanings_is_an_error() {
    for (own, expected) in [
        ("[values.employment]\naux = \"part-time\"\nAUX = \"full-time\"\n", "another spelling of it means"),
        ("[values.employment]\naux = \"part time\"\nAUX = \"part-time\"\n", ""),
        ("[values.hire_date]\nx = \"y\"\n", "is no column of a few words"),
        ("[values.employment]\naux = \"partime\"\n", "did you mean part-time?"),
    ] {
        let (_own, config) = file("config.toml", own);
        let (_folder, path) = file("r.csv", "ptb_id,last_name\n1,Orr\n");
        let output = muster(&["roster", "columns", "--config", &config, &path]);
        let code = if expected.is_empty() { 0 } else { 2 };
        assert_eq!(output.status.code(), Some(code), "{own}");
        assert!(told(&output).contains(expected), "{own}: {}", told(&output));
    }
}

#[test]
fn an_entry_for_a_roster_says_nothing_of_a_sheet() {
    // Settled 171: a roster's own heading may be a POWER sheet's.
    let (_own, config) = file("config.toml", "[columns]\nGender = \"discipline\"\n");
    let (_folder, path) = file("f.csv", "ptb_id,last_name,Gender\n1,Orr,F\n");
    let read_as = |kind: &str| of(&columns(&["--kind", kind, "--config", &config, &path]), "Gender")["column"].clone();
    assert_eq!(
        [read_as("roster"), read_as("power"), read_as("exam")],
        [json!("discipline"), json!("sex"), Value::Null]
    );
}
