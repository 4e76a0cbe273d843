//! `muster power score --roster --update`: who gets which day, and a copy in which nothing else changes.

use crate::calls::book;
use crate::harness::{command, json_in, told, written};
use std::fs;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;

const SATURDAY: &str = "fixtures/power_score/saturday.csv";
const HEADER: &str = "ptb_id,last_name,first_name,sex,birth_date,test_date,test_end,test_start,attempt,program,\
                      administrator,body_weight,sit_reach,sit_ups,bench_press,run\n";
/// Events that a man of 25 to 29 passes in May 2026, and the same with too few sit-ups.
const PASSED: &str = "150,15,40,160,13:00\n";
const FAILED: &str = "150,15,3,160,13:00\n";

fn score(args: &[&str]) -> Output {
    command([&["power", "score"], args].concat()).env("MUSTER_AS_OF", "2026-06-20").output().unwrap()
}

/// Scores a sheet of these rows, and returns the copy of the roster and what was said.
fn entered(roster: &str, rows: &str, more: &[&str]) -> (String, String) {
    let folder = TempDir::new().unwrap();
    let roster = written(&folder, "r.csv", roster);
    let sheet = written(&folder, "s.csv", &format!("{HEADER}{rows}"));
    let copy = folder.path().join("new.csv");
    let args = [&[sheet.as_str(), "--roster", &roster, "--update", copy.to_str().unwrap(), "-f", "json"], more];
    let output = score(&args.concat());
    assert!(output.status.code().is_some_and(|code| code < 2), "{}", told(&output));
    let notes = json_in(&output)["notes"].to_string();
    (fs::read_to_string(&copy).unwrap(), notes)
}

/// A row of a candidate born in 1999.
fn row(id: &str, name: &str, day: &str, rest: &str) -> String {
    format!("{id},{name},M,1999-02-03,{day},{rest}")
}

#[test]
fn a_pass_is_entered_and_no_other_cell_changes() {
    let roster = "\u{feff}PTB ID;Name;DOB;POWER Passed;Note\r\n\"0012\";\"Doe, Jane\";;\"1/2/2025\";\"a; b\"\r\n\
                  13;Roe, Sam;;;\r\n14;Poe, Al;;2026-06-07;\r\n15;Loe, Bo;;soon;\r\n16;Moe, Cy;;2026-06-06;\r\n";
    let sheet = [
        row("12", "Doe,Jane", "2026-06-06", &format!(",,,,,{PASSED}")),
        row("13", "Roe,Sam", "2026-06-06", &format!(",,,,,{FAILED}")),
        row("14", "Poe,Al", "2026-06-06", &format!(",,,,,{PASSED}")),
        row("15", "Loe,Bo", "2026-06-06", &format!(",,,,,{PASSED}")),
        row("16", "Moe,Cy", "2026-06-06", &format!(",,,,,{PASSED}")),
        row("17", "Noe,Di", "2026-06-06", &format!(",,,,,{PASSED}")),
        row("13", "Roe,Sam", "2026-06-13", &format!(",,final-week,,,{PASSED}")),
    ];
    let (copy, notes) = entered(roster, &sheet.concat(), &[]);
    let expected = roster.replace("\"1/2/2025\"", "\"2026-06-06\"").replace(";soon;", ";2026-06-06;");
    assert_eq!(copy, expected, "Roe failed, and a test of the final week decides nothing");
    for note in [
        "with 2 POWER tests entered, on lines 2, 5",
        "Poe, Al (PTB 14), s.csv line 4: kept, r.csv line 4 shows 7 Jun 2026, later than 6 Jun 2026",
        "Moe, Cy (PTB 16), s.csv line 6: kept, r.csv line 6 shows 6 Jun 2026, already",
        "r.csv line 5 showed a day that cannot be read or cannot be; 6 Jun 2026 takes its place",
        "Noe, Di (PTB 17), s.csv line 7: not entered in r.csv: no row has this PTB ID",
    ] {
        assert!(notes.contains(note), "{note}\n{notes}");
    }
    assert!(!notes.contains("Roe"), "{notes}");
}

#[test]
fn after_a_retest_the_day_of_the_first_test_is_entered() {
    // Settled 59: as in the last day on which a course may start.
    let sheet = [
        row("12", "Doe,Jane", "2026-06-06", &format!("11:40,,,,,{FAILED}")),
        row("12", "Doe,Jane", "2026-06-08", ",12:00,retest,,,,,40,,\n"),
        row("13", "Roe,Sam", "2026-06-06", &format!("11:40,,,,,{FAILED}")),
        // An hour too early, in a full-time course: invalid.
        row("13", "Roe,Sam", "2026-06-08", ",10:00,retest,,,,,40,,\n"),
        // A retest without its first test.
        row("14", "Poe,Al", "2026-06-08", &format!(",12:00,retest,,,{PASSED}")),
    ];
    let (copy, notes) = entered("ptb_id,last_name,power_passed\n12,Doe,\n13,Roe,\n14,Poe,\n", &sheet.concat(), &[]);
    assert_eq!(copy, "ptb_id,last_name,power_passed\n12,Doe,2026-06-06\n13,Roe,\n14,Poe,\n");
    let note = "entered on r.csv line 2 with the day of the first test, which a retest completed";
    assert!(notes.contains(note), "{notes}");
}

#[test]
fn who_gave_the_test_is_entered_beside_it() {
    let roster = "ptb_id,last_name,power_passed,power_administrator\n1,Doe,,\n2,Roe,2024-01-05,other\n\
                  3,Poe,2024-01-05,other\n4,Loe,,designated\n5,Moe,2026-06-06,\n";
    let given = |id, administrator: &str| row(id, ",", "2026-06-06", &format!(",,,,{administrator},{PASSED}"));
    let sheet = [given("1", "other"), given("2", "designated"), given("3", ""), given("4", "x"), given("5", "other")];
    let (copy, notes) = entered(roster, &sheet.concat(), &[]);
    let expected = "ptb_id,last_name,power_passed,power_administrator\n1,Doe,2026-06-06,other\n\
                    2,Roe,2026-06-06,designated\n3,Poe,2026-06-06,other\n4,Loe,2026-06-06,designated\n\
                    5,Moe,2026-06-06,\n";
    assert_eq!(copy, expected);
    for line in [4, 5] {
        let note = format!("r.csv line {line}: power_administrator stays as it was, which may be of an earlier test");
        assert!(notes.contains(&note), "{note}\n{notes}");
    }
    assert!(notes.contains("r.csv line 6: power_administrator stays as it was, but the sheet says other"), "{notes}");
    // Without the column the roster would show a test that does not count as one that does.
    let (copy, notes) = entered("ptb_id,power_passed\n1,\n2,\n", &sheet[..2].concat(), &[]);
    assert_eq!(copy, "ptb_id,power_passed\n1,\n2,2026-06-06\n");
    assert!(notes.contains("the roster has no column power_administrator to say so"), "{notes}");
}

#[test]
fn quiet_and_redacted_runs_name_whom_they_may() {
    let folder = TempDir::new().unwrap();
    let roster = written(&folder, "r.csv", "ptb_id,last_name,power_passed\n1,Doe,\n");
    let sheet = row("9", "Quill,Zoe", "2026-06-06", &format!(",,,,,{PASSED}"));
    let sheet = written(&folder, "s.csv", &format!("{HEADER}{sheet}"));
    let quiet = score(&["-q", &sheet, "--roster", &roster]);
    assert!(quiet.stdout.is_empty() && told(&quiet).contains("Quill, Zoe (PTB 9)"), "{}", told(&quiet));
    let redacted = told(&score(&["--redact", &sheet, "--roster", &roster]));
    assert!(redacted.contains("PTB 9, s.csv line 2: not entered") && !redacted.contains("Quill"), "{redacted}");
    assert!(!redacted.contains("1999") && !redacted.contains("3 Feb"), "{redacted}");
    let would = told(&score(&["--ptb-id", "1", &sheet, "--roster", &roster]));
    assert!(would.contains("no record"), "{would}");
}

#[test]
fn an_impossible_update_is_refused_before_any_writing() {
    let folder = TempDir::new().unwrap();
    let copy = folder.path().join("new.csv");
    let copy = copy.to_str().unwrap();
    let own = written(&folder, "own.csv", "ptb_id,last_name,power_passed\n0014101,Abara,\n");
    let before = fs::read(&own).unwrap();
    let without = written(&folder, "without.csv", "ptb_id,last_name\n1,Doe\n");
    let json = written(&folder, "own.json", "[{\"ptb_id\": \"1\", \"last_name\": \"Doe\", \"power_passed\": \"\"}]");
    for (roster, update, reason) in [
        (json.as_str(), copy, "only a CSV or TSV roster"),
        (own.as_str(), own.as_str(), "is not written over"),
        (own.as_str(), SATURDAY, "is not written over"),
        (own.as_str(), "-", "needs a file of its own"),
        (own.as_str(), "new.xlsx", "is written as CSV"),
        ("-", copy, "cannot come from standard input"),
        (without.as_str(), copy, "no column power_passed"),
        (own.as_str(), "no/such/folder/new.csv", "cannot be written"),
    ] {
        let output = score(&[SATURDAY, "--roster", roster, "--update", update]);
        assert_eq!(output.status.code(), Some(2), "{reason}");
        assert!(told(&output).contains(reason), "{reason}: {}", told(&output));
        assert!(output.stdout.is_empty());
    }
    assert!(!Path::new(copy).exists());
    assert_eq!(fs::read(&own).unwrap(), before);
    for args in [&["--sit-ups", "3", "--roster", &own][..], &[SATURDAY, "--update", copy]] {
        assert_eq!(score(args).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn a_workbook_is_copied_as_csv() {
    let folder = TempDir::new().unwrap();
    let copy = folder.path().join("new.csv");
    let roster = folder.path().join("roster.xlsx");
    fs::write(&roster, book("ptb_id,last_name,power_passed\n0014101,Abara,\n0014199,Doe,\n")).unwrap();
    let roster = roster.to_str().unwrap();
    let output = score(&[SATURDAY, "--roster", roster, "--update", copy.to_str().unwrap()]);
    let text = told(&output);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("as CSV, without its formats and formulas"), "{text}");
    let expected = "\u{feff}ptb_id,last_name,power_passed\n0014101,Abara,2026-06-06\n0014199,Doe,\n";
    assert_eq!(fs::read_to_string(&copy).unwrap(), expected);
}
