//! `muster roster diff` as a whole: changes, those that need a Form E, answers that are new or cleared,
//! and that the order of rows and columns does not matter.

use crate::harness::{formats, json_in, muster};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fs;
use std::process::Output;

const SPRING: &str = "fixtures/roster_diff/spring.csv";
const AUTUMN: &str = "fixtures/roster_diff/autumn.csv";

fn diff(args: &[&str]) -> Output {
    muster(&[&["roster", "diff"], args].concat())
}

fn json_of(args: &[&str]) -> Value {
    json_in(&diff(&[args, &["-f", "json"]].concat()))
}

/// Compares two rosters of these lines under one header.
fn compared(header: &str, old: &str, new: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str, rows: &str| {
        let path = folder.path().join(name);
        fs::write(&path, format!("{header}\n{rows}\n")).unwrap();
        path.to_str().unwrap().to_owned()
    };
    json_of(&[&path("old.csv", old), &path("new.csv", new)])
}

/// Returns change, column and whether a Form E is owed for each result.
fn changes(report: &Value) -> Vec<(&str, Option<&str>, bool)> {
    let results = report["results"].as_array().unwrap().iter();
    results
        .map(|change| {
            (change["change"].as_str().unwrap(), change["column"].as_str(), change["form_e"].as_bool().unwrap())
        })
        .collect()
}

#[test]
fn exit_codes() {
    for (args, code) in [
        (vec![SPRING, AUTUMN], 1),
        (vec![SPRING, SPRING], 0),
        (vec![SPRING, AUTUMN, "--fail-on", "none"], 0),
        (vec![SPRING, AUTUMN, "--ptb-id", "0010303"], 0),
        (vec![SPRING, AUTUMN, "--ptb-id", "0010304"], 1),
        (vec![SPRING, AUTUMN, "--ptb-id", "0010301", "--fail-on", "review"], 0),
        (vec![SPRING, AUTUMN, "--ptb-id", "0010308", "--fail-on", "review"], 1),
        (vec![SPRING, AUTUMN, "--ptb-id", "9"], 2),
        (vec![SPRING, "no-such-roster.csv"], 2),
        (vec![SPRING, "-"], 2),
        (vec![SPRING], 2),
    ] {
        assert_eq!(diff(&args).status.code(), Some(code), "{args:?}");
    }
}

#[test]
fn a_failed_comparison_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let old = folder.path().join("old.csv");
    fs::write(&old, "old").unwrap();
    assert_eq!(diff(&[SPRING, AUTUMN, "--ptb-id", "nobody", "-o", old.to_str().unwrap()]).status.code(), Some(2));
    assert_eq!(fs::read_to_string(old).unwrap(), "old");
}

#[test]
fn two_rosters_of_one_agency() {
    // By hand, from the two fixtures. The days, choices and names are written in other ways; the rows are in another
    // order; no rule reads the shift.
    let report = json_of(&[SPRING, AUTUMN]);
    assert_eq!(
        changes(&report),
        [
            ("status", Some("discipline"), true),
            ("other", Some("ptb_id"), false),
            ("other", Some("email"), false),
            ("status", Some("position"), false),
            ("status", Some("employment"), true),
            ("other", Some("middle_name"), false),
            ("other", Some("firearms_qualified"), false),
            ("renamed", Some("last_name"), true),
            ("joined", None, true),
            ("left", None, true),
        ]
    );
    let renamed = &report["results"][7];
    assert_eq!((&renamed["old"], &renamed["new"]), (&json!("Zimmer"), &json!("Hollis")));
    // N to Z sign by 31 January 2028, A to H next by 31 January 2029; under the statute a day before and H with O in
    // 2027.
    assert!(renamed["notes"][0].as_str().unwrap().contains("due 31 Jan 2029 instead of 31 Jan 2028"));
    let statute = json_of(&[SPRING, AUTUMN, "--schedule", "statute"]);
    assert!(statute["results"][7]["notes"][0].as_str().unwrap().contains("due 30 Jan 2027 instead of 30 Jan 2028"));
    let answers: Vec<_> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            (finding["change"].as_str().unwrap(), finding["ptb_id"].as_str(), finding["rule"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        answers,
        [
            ("new", Some("0010304"), "esign-verification"),
            ("new", Some("0010308"), "firearms-qualification"),
            ("new", Some("0010308"), "portal-email"),
            ("cleared", Some("0010301"), "firearms-currency"),
            ("cleared", Some("0010301"), "firearms-qualification"),
            ("cleared", None, "ptb-id"),
            ("cleared", Some("0010306"), "portal-email"),
        ]
    );
    assert_eq!(report["summary"]["records"], 7);
    // Settled 143: Hollis was due on 31 January 2026, Zimmer is not yet.
    let signature = &report["findings"][0];
    assert_eq!((&signature["status"], &signature["due"]), (&json!("review"), &json!(null)));
    for sentence in [&signature["message"], &renamed["notes"][1]] {
        let sentence = sentence.as_str().unwrap();
        assert!(sentence.contains("31 Jan 2026") && sentence.contains("31 Jan 2028"), "{sentence}");
    }
}

#[test]
fn a_new_name_is_review_only_where_the_old_one_is_not_overdue() {
    // Settled 143 and 241, as of 21 November 2026: A to H were due on 31 January 2026, N to Z are due in 2028.
    const HEADER: &str = "ptb_id,last_name,hire_date,esigned";
    let signature = |old: &str, new: &str| {
        let report = compared(HEADER, &format!("1,{old}"), &format!("1,{new}"));
        let of_rule = report["findings"].as_array().unwrap().iter();
        of_rule
            .filter(|it| it["rule"] == "esign-verification" && it["change"] == "new")
            .map(|it| it["status"].as_str().unwrap().to_owned())
            .next()
    };
    assert_eq!(signature("Zhang,2015-06-01,", "Grant,2015-06-01,").as_deref(), Some("review"));
    assert_eq!(signature("Ames,2015-06-01,2026-01-12", "Grant,2015-06-01,").as_deref(), Some("overdue"));
    assert_eq!(signature("Zhang,2015-06-01,", "Grant,2015-06-01,2026-02-15"), None, "signed late, so met");
    assert_eq!(signature("Zhang,2015-06-01,", "Grant,2026-02-01,"), None, "hired after the day");
    assert_eq!(signature("Grant,2015-06-01,", "Zhang,2015-06-01,"), None);
}

#[test]
fn a_part_timer_promoted_without_the_course_needs_no_waiver() {
    // Settled 131.
    const HEADER: &str = "ptb_id,last_name,employment,basic_completed";
    let note = |header: &str, old: &str, new: &str| {
        let report = compared(header, old, new);
        assert_eq!(changes(&report)[0], ("status", Some("employment"), true));
        report["results"][0]["notes"][0].as_str().unwrap().to_owned()
    };
    let early = note(HEADER, "1,Doe,part-time,", "1,Doe,full-time,");
    assert!(early.starts_with("no waiver request: promoted") && early.contains("full-time academy"), "{early}");
    for (old, new) in [("part-time,2019-05-17", "full-time,2019-05-17"), ("full-time,", "part-time,")] {
        let note = note(HEADER, &format!("1,Doe,{old}"), &format!("1,Doe,{new}"));
        assert!(note.contains("a new waiver request"), "{note}");
    }
    let unknown = note("ptb_id,last_name,employment", "1,Doe,part-time", "1,Doe,full-time");
    assert!(unknown.contains("a new waiver request"), "{unknown}");
}

#[test]
fn a_rule_that_only_one_roster_can_be_asked_is_no_change() {
    // Settled 199.
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| crate::harness::written(&folder, name, text);
    let without = write("without.csv", "ptb_id,last_name\n1,Ames\n");
    let with = write("with.csv", "ptb_id,last_name,esigned,hire_date\n1,Ames,,2015-06-01\n");
    for (old, new) in [(&without, &with), (&with, &without)] {
        let report = json_of(&[old, new]);
        assert_eq!(report["findings"], json!([]), "{old} {new}");
        let notes = report["notes"].as_array().unwrap();
        let named = notes.iter().filter(|note| {
            let note = note.as_str().unwrap();
            note.contains(&format!("{without} has no columns for them")) && note.contains("esign-verification")
        });
        assert_eq!(named.count(), 1, "{notes:?}");
    }
}

#[test]
fn a_row_that_stands_twice_is_one_officer() {
    // Settled 199.
    const HEADER: &str = "ptb_id,last_name,agency,esigned,hire_date";
    const ROW: &str = "1,Ames,Mill PD,,2015-06-01";
    let twice = format!("{ROW}\n{ROW}");
    let rules = |old: &str, new: &str| {
        let report = compared(HEADER, old, new);
        assert_eq!(report["results"], json!([]));
        let findings = report["findings"].as_array().unwrap().iter();
        findings
            .map(|it| format!("{} {}", it["change"].as_str().unwrap(), it["rule"].as_str().unwrap()))
            .collect::<Vec<_>>()
    };
    assert_eq!(rules(ROW, &twice), ["new duplicate-ptb-id"]);
    assert_eq!(rules(&twice, ROW), ["cleared duplicate-ptb-id"]);
    assert!(rules(&twice, &twice).is_empty());
}

#[test]
fn a_roster_and_itself_are_the_same() {
    let report = json_of(&[SPRING, SPRING]);
    assert_eq!((&report["results"], &report["findings"]), (&json!([]), &json!([])));
    assert!(diff(&[SPRING, SPRING, "-q"]).stdout.is_empty());
}

#[test]
fn which_change_needs_a_form_e() {
    const HEADER: &str =
        "ptb_id,last_name,first_name,middle_name,suffix,agency,employment,discipline,certification,separated";
    const OLD: &str = "1,Doe,Jane,A,,Mill PD,full-time,law-enforcement,full-time,";
    for (new, expected) in [
        ("1,DOE,jane,A.,,mill pd,FT,LE,FT,", vec![]),
        ("1,Roe,Jane,A,,Mill PD,full-time,law-enforcement,full-time,", vec![("renamed", Some("last_name"), true)]),
        ("1,Doe,Janet,A,,Mill PD,full-time,law-enforcement,full-time,", vec![("renamed", Some("first_name"), true)]),
        ("1,Doe,Jane,B,,Mill PD,full-time,law-enforcement,full-time,", vec![("renamed", Some("middle_name"), true)]),
        ("1,Doe,Jane,Anne,,Mill PD,full-time,law-enforcement,full-time,", vec![("other", Some("middle_name"), false)]),
        ("1,Doe,Jane,A,III,Mill PD,full-time,law-enforcement,full-time,", vec![("renamed", Some("suffix"), true)]),
        ("1,Doe,Jane,A,,Mill PD,part-time,law-enforcement,full-time,", vec![("status", Some("employment"), true)]),
        ("1,Doe,Jane,A,,Mill PD,full-time,corrections,full-time,", vec![("status", Some("discipline"), true)]),
        // A blank discipline is law enforcement (`muster template roster --explain`).
        ("1,Doe,Jane,A,,Mill PD,full-time,,full-time,", vec![]),
        ("1,Doe,Jane,A,,Mill PD,full-time,law-enforcement,none,", vec![("status", Some("certification"), false)]),
        (
            "1,Doe,Jane,A,,Mill PD,full-time,law-enforcement,full-time,2026-10-31",
            vec![("status", Some("separated"), true)],
        ),
        // The agency has another name; no officer has moved.
        ("1,Doe,Jane,A,,Mill Police,full-time,law-enforcement,full-time,", vec![("other", Some("agency"), false)]),
        // A cell that cannot be read is no change; the answer about it is new.
        ("1,Doe,Jane,A,,Mill PD,seasonal,law-enforcement,full-time,", vec![]),
        (
            "1,Doe,Jane,A,,Mill PD,seasonal,law-enforcement,full-time,2026-10-31",
            vec![("status", Some("separated"), true)],
        ),
        (
            "2,Doe,Jane,A,,Mill PD,full-time,law-enforcement,full-time,",
            vec![("joined", None, true), ("left", None, true)],
        ),
    ] {
        let report = compared(HEADER, OLD, new);
        assert_eq!(changes(&report), expected, "{new}");
    }
    let filled_in = compared("ptb_id,last_name,employment", "1,Doe,", "1,Doe,full-time");
    assert_eq!(changes(&filled_in), [("other", Some("employment"), false)], "not recorded before");
}

#[test]
fn a_move_between_agencies_of_one_file_needs_a_form_e() {
    let old = "1,Doe,Mill PD\n2,Roe,Lake PD\n3,Poe,Mill PD";
    let new = "1,Doe,Lake PD\n2,Roe,Lake PD\n3,Poe,Mill PD";
    assert_eq!(changes(&compared("ptb_id,last_name,agency", old, new)), [("status", Some("agency"), true)]);
    // Two appointments of one officer: one stays, one ends.
    let old = "1,Doe,Mill PD\n1,Doe,Lake PD";
    let report = compared("ptb_id,last_name,agency", old, "1,Doe,Lake PD");
    assert_eq!(changes(&report), [("left", None, true)]);
}

#[test]
fn rows_without_id_are_matched_by_name_and_birth_date() {
    const HEADER: &str = "ptb_id,last_name,first_name,birth_date,position";
    let same = compared(HEADER, ",Doe,Jane,1990-01-01,officer", ",doe,JANE,1/1/1990,chief");
    assert_eq!(changes(&same), [("status", Some("position"), false)]);
    let other = compared(HEADER, ",Doe,Jane,1990-01-01,officer", ",Doe,Jane,1991-01-01,officer");
    assert_eq!(changes(&other), [("joined", None, true), ("left", None, true)]);
    let two = ",Doe,Jane,1990-01-01,officer\n,Doe,Jane,1991-01-01,officer";
    let told_apart = compared(HEADER, two, ",Doe,Jane,1991-01-01,officer\n,Doe,Jane,1990-01-01,chief");
    assert_eq!(changes(&told_apart), [("status", Some("position"), false)]);
    let unclear = compared(HEADER, ",Doe,Jane,,officer\n,Doe,Jane,,chief", ",Doe,Jane,,officer");
    // One of the two agrees with the old row; the other left.
    assert_eq!(changes(&unclear), [("left", None, true)]);
    let unclear = compared(HEADER, ",Doe,Jane,,officer\n,Doe,Jane,,chief", ",Doe,Jane,,sheriff");
    assert_eq!(changes(&unclear), []);
    assert_eq!(not_compared(&unclear), [2, 3, 2]);
}

/// Returns the lines that could not be compared.
fn not_compared(report: &Value) -> Vec<u64> {
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .filter(|finding| finding["rule"] == "not-compared")
        .map(|finding| finding["line"].as_u64().unwrap())
        .collect()
}

#[test]
fn rows_that_cannot_be_compared_are_named_and_not_clean() {
    // The same PTB ID and agency twice, and none of them as before.
    let twice = compared("ptb_id,last_name,agency", "1,Doe,Mill\n1,Dow,Mill", "1,Day,Mill");
    assert_eq!((changes(&twice), not_compared(&twice)), (vec![], vec![2, 3, 2]));
    // A cell that shows a Form E, readable on one roster only.
    let cell = compared("ptb_id,last_name,employment", "1,Doe,full-time", "1,Doe,seasonal");
    assert_eq!((changes(&cell), not_compared(&cell)), (vec![], vec![2]));
    assert_eq!(cell["summary"]["unknown"], 2, "the cell, and what it hides");
    let nobody = compared("ptb_id,last_name,agency,position", "1,Doe,Mill,", "1,Doe,Mill,\n,,Mill,officer");
    assert_eq!((changes(&nobody), not_compared(&nobody)), (vec![], vec![3]));
    for (old, new) in [("1,Doe,Mill\n1,Dow,Mill", "1,Day,Mill"), ("1,Doe,Mill", "1,Doe,Mill\n,,Mill,officer")] {
        let folder = tempfile::tempdir().unwrap();
        let [before, after] = [("old.csv", old), ("new.csv", new)].map(|(name, rows)| {
            let path = folder.path().join(name);
            fs::write(&path, format!("ptb_id,last_name,agency,position\n{rows}\n").replace("Mill\n", "Mill,\n"))
                .unwrap();
            path.to_str().unwrap().to_owned()
        });
        assert_eq!(diff(&[&before, &after]).status.code(), Some(1));
        assert_eq!(diff(&[&before, &before]).status.code(), Some(0), "a file and itself: {old}");
    }
    let same = compared(
        "ptb_id,last_name,first_name",
        ",Doe,\n,O'Brien,Pat\n1,Low,\n1,Low,",
        ",O\u{2019}BRIEN,Pat\n,Doe,\n1,Low,\n1,Low,",
    );
    assert_eq!((changes(&same), &same["findings"]), (vec![], &json!([])), "no ID, no first name, another apostrophe");
}

#[test]
fn private_columns_are_never_quoted() {
    const HEADER: &str = "ptb_id,last_name,birth_date,email";
    let report = compared(HEADER, "1,Doe,1977-07-07,old@secret.example", "1,Doe,1966-06-06,new@secret.example");
    assert_eq!(changes(&report), [("other", Some("birth_date"), false), ("other", Some("email"), false)]);
    let text = report.to_string();
    assert!(["1977", "1966", "secret"].iter().all(|value| !text.contains(value)), "{text}");
    for format in &formats() {
        let output = diff(&[SPRING, AUTUMN, "-f", format, "--redact"]);
        let all = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        for name in ["Zimmer", "Hollis", "Grove", "James", "calder", "1992"] {
            assert!(!all.contains(name), "{format}: {all}");
        }
        assert!(all.contains("0010304"), "{format}");
    }
}

#[test]
fn a_column_of_one_roster_is_noted_once() {
    let folder = tempfile::tempdir().unwrap();
    let old = folder.path().join("old.csv");
    let new = folder.path().join("new.csv");
    fs::write(&old, "ptb_id,last_name,employment\n1,Doe,full-time\n2,Roe,full-time\n").unwrap();
    fs::write(&new, "ptb_id,last_name\n1,Doe\n2,Roe\n").unwrap();
    let report = json_of(&[old.to_str().unwrap(), new.to_str().unwrap()]);
    assert_eq!(report["results"], json!([]));
    assert!(report["notes"][0].as_str().unwrap().contains("has no such column: employment"), "{}", report["notes"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_rows_and_columns_does_not_matter(rows in Just((0..6).collect::<Vec<usize>>()).prop_shuffle(),
                                                     columns in Just((0..6).collect::<Vec<usize>>()).prop_shuffle()) {
        const HEADER: [&str; 6] = ["ptb_id", "last_name", "first_name", "agency", "employment", "hire_date"];
        const OLD: [[&str; 6]; 5] = [
            ["1", "Doe", "Jane", "Mill PD", "full-time", "2020-01-06"],
            ["2", "Roe", "Jim", "Mill PD", "part-time", "2021-01-04"],
            ["", "Poe", "Ann", "Mill PD", "full-time", "2019-02-04"],
            ["4", "Low", "Sam", "Lake PD", "full-time", "2018-03-05"],
            ["5", "Gone", "Al", "Lake PD", "full-time", "2017-03-06"],
        ];
        const NEW: [[&str; 6]; 6] = [
            ["1", "Doe", "Jane", "Mill PD", "full-time", "2020-01-06"],
            ["2", "Roe", "Jim", "Mill PD", "full-time", "2021-01-04"],
            ["3", "Poe", "Ann", "Mill PD", "full-time", "2019-02-04"],
            ["4", "High", "Sam", "Lake PD", "full-time", "2018-03-05"],
            ["6", "Come", "Bo", "Lake PD", "full-time", "2026-03-02"],
            ["7", "Came", "Cy", "Mill PD", "full-time", "2026-03-02"],
        ];
        let text = |rows: &[[&str; 6]], columns: &[usize]| -> String {
            let line = |row: &[&str; 6]| columns.iter().map(|at| row[*at]).collect::<Vec<_>>().join(",") + "\n";
            line(&HEADER) + &rows.iter().map(line).collect::<String>()
        };
        let folder = tempfile::tempdir().unwrap();
        let [old, new, shuffled] = ["old.csv", "new.csv", "shuffled.csv"].map(|name| folder.path().join(name));
        fs::write(&old, text(&OLD, &[0, 1, 2, 3, 4, 5])).unwrap();
        fs::write(&new, text(&NEW, &[0, 1, 2, 3, 4, 5])).unwrap();
        fs::write(&shuffled, text(&rows.iter().map(|at| NEW[*at]).collect::<Vec<_>>(), &columns)).unwrap();
        let of = |new: &std::path::Path| {
            let report = json_of(&[old.to_str().unwrap(), new.to_str().unwrap()]);
            let [results, findings] = ["results", "findings"].map(|list| report[list].as_array().unwrap());
            let mut all: Vec<String> = results.iter().chain(findings)
                .map(|value| {
                    let mut value = value.clone();
                    let object = value.as_object_mut().unwrap();
                    object.remove("line");
                    object.remove("file");
                    value.to_string()
                })
                .collect();
            all.sort();
            all
        };
        let expected = of(&new);
        prop_assert!(expected.iter().filter(|change| change.contains("form_e")).count() >= 6);
        prop_assert_eq!(of(&shuffled), expected);
    }
}
