//! Accepted findings (settled 184): told, counted apart, never failing a run; and `muster accept`, which adds them.

use crate::harness::{command, file, formats, json_in, muster, told, written};
use serde_json::{Value, json};
use tempfile::TempDir;

/// On 21 November 2026: Roe owes this year's qualification and the twelve months; Ortega's training is overdue.
const ROSTER: &str = "ptb_id,last_name,first_name,hire_date,employment,basic_completed,firearms_qualified\n\
                      10237,Roe,Ann,2020-01-05,full-time,2020-06-01,2025-09-05\n\
                      010241,Ortega,Miguel,2026-01-05,full-time,,2026-03-01\n";

/// Checks the roster with a list of these lines.
fn check(lines: &str, more: &[&str]) -> (std::process::Output, TempDir) {
    let (folder, roster) = file("r.csv", ROSTER);
    let list =
        written(&folder, "accepted.csv", &format!("ptb_id,last_name,first_name,rule,reason,by,on,until\n{lines}"));
    (muster(&[&["roster", "check", "-f", "json", "--accepted", &list, &roster], more].concat()), folder)
}

/// Returns the finding of a rule.
fn finding(document: &Value, rule: &str) -> Value {
    let mut findings = document["findings"].as_array().unwrap().iter();
    findings.find(|finding| finding["rule"] == rule).unwrap_or_else(|| panic!("{rule}: {document}")).clone()
}

const BASIC: &str = "basic-training-deadline";

#[test]
fn an_accepted_answer_is_told_and_counted_apart() {
    let (output, _folder) = check("10241,,,basic-training-deadline,class moved,the Board,2026-11-21,2026-11-21\n", &[]);
    let document = json_in(&output);
    let accepted = finding(&document, BASIC);
    assert_eq!(accepted["status"], "overdue");
    assert_eq!(accepted["accepted"], json!({ "reason": "class moved", "by": "the Board", "until": "2026-11-21" }));
    assert_eq!(accepted["notes"][0], "accepted until 21 Nov 2026 by the Board: class moved");
    let counts = &document["summary"];
    assert_eq!((&counts["overdue"], &counts["accepted"]), (&json!(0), &json!(1)));
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
}

#[test]
fn an_acceptance_holds_from_its_day_to_its_end() {
    for (on, until, note) in [
        ("2026-11-01", "2026-11-20", "was accepted until 20 Nov 2026: x; that has ended"),
        ("2026-11-22", "2026-12-31", "line 2 accepts nothing: it begins on 22 Nov 2026"),
    ] {
        let (output, _folder) = check(&format!("10241,,,basic-training-deadline,x,,{on},{until}\n"), &[]);
        let document = json_in(&output);
        let back = finding(&document, BASIC);
        assert!(back.get("accepted").is_none() && document["summary"]["overdue"] == 1, "{document}");
        let notes = [back["notes"].to_string(), document["notes"].to_string()].concat();
        assert!(notes.contains(note), "{note}: {notes}");
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn an_officer_is_named_by_id_or_by_both_names() {
    for (who, is_meant) in [
        ("010241,,", true),
        ("0010241.0,,", true),
        (",ORTEGA,miguel", true),
        (",Ortega,Ann", false),
        ("10237,Ortega,Miguel", false),
    ] {
        let document = json_in(&check(&format!("{who},{BASIC},x,,,2026-12-31\n"), &[]).0);
        assert_eq!(document["summary"]["accepted"] == 1, is_meant, "{who}");
        let useless = document["notes"].to_string().contains("line 2 accepts nothing: the officer has no such answer");
        assert_eq!(useless, !is_meant, "{who}");
    }
}

#[test]
fn a_line_of_a_rule_that_was_not_asked_is_not_useless() {
    let lines = format!("10237,,,ptb-id,x,,,2026-12-31\n10237,,,{BASIC},x,,,2026-12-31\n");
    let notes = |more: &[&str]| json_in(&check(&lines, more).0)["notes"].to_string();
    assert!(notes(&[]).contains("line 2 accepts nothing") && notes(&[]).contains("line 3 accepts nothing"));
    let alone = notes(&["--only", BASIC]);
    assert!(!alone.contains("line 2 accepts") && alone.contains("line 3 accepts nothing"), "{alone}");
    assert!(!notes(&["--ptb-id", "10241"]).contains("accepts nothing"));
}

#[test]
fn every_mistake_in_the_list_is_named_and_nothing_checked() {
    let lines = "10241,,,basic-training-deadlin,x,,,2026-12-31\n\
                 10241,,,unreadable-value,x,,,2026-12-31\n\
                 10241,,,ptb-id,x,,,\n\
                 ,Ortega,,ptb-id,,,,2026-12-31\n\
                 10241,,,ptb-id,x,,2026-12-02,2026-12-01\n\
                 10241,,,ptb-id,x,,2026-12-02,soon\n";
    let (output, _folder) = check(lines, &[]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    let told = told(&output);
    for mistake in [
        "line 2: there is no rule basic-training-deadlin of a roster (did you mean basic-training-deadline?)",
        "line 3: unreadable-value is a fault of a file, which nobody can accept",
        "line 4: until is blank; it says the last day; an acceptance without an end is none",
        "line 5: it names no officer; give ptb_id, or last_name and first_name",
        "line 5: reason is blank",
        "line 6: until, 1 Dec 2026, is before on, 2 Dec 2026",
        "line 7: until reads 'soon'",
    ] {
        assert!(told.contains(mistake), "{mistake}: {told}");
    }
}

#[test]
fn a_fault_is_never_accepted_and_redact_hides_the_reason() {
    let line = format!("10241,,,{BASIC},because of Ann,Chief Roe,,2026-12-31\n");
    let (output, _folder) = check(&line, &["--redact"]);
    let accepted = finding(&json_in(&output), BASIC)["accepted"].clone();
    assert_eq!(accepted, json!({ "reason": null, "by": null, "until": "2026-12-31" }));
    assert!(!told(&output).contains("because of") && !told(&output).contains("Chief Roe"));
}

#[test]
fn every_format_tells_of_it() {
    let (folder, roster) = file("r.csv", ROSTER);
    let line = format!("ptb_id,rule,reason,until\n10241,{BASIC},class moved,2026-12-31\n");
    let list = written(&folder, "list.csv", &line);
    for format in formats() {
        let output = muster(&["roster", "check", "-f", &format, "--accepted", &list, &roster]);
        // The table says it in the first word of the line.
        let words = if format == "table" {
            "until 31 Dec 2026: class moved"
        } else {
            "accepted until 31 Dec 2026: class moved"
        };
        assert!(told(&output).contains(words), "{format}: {}", told(&output));
    }
    let table = told(&muster(&["roster", "check", "--long", "--width", "200", "--accepted", &list, &roster]));
    assert!(table.contains("accepted until 31 Dec 2026: class moved"), "{table}");
    assert!(table.contains(" accepted  basic-training-deadline") && table.contains(" 1 accepted."), "{table}");
    let due = muster(&["roster", "due", "-f", "json", "--accepted", &list, &roster]);
    assert_eq!((json_in(&due)["summary"]["accepted"].as_u64(), due.status.code()), (Some(1), Some(0)));
    let notices = muster(&["roster", "notices", "--accepted", &list, &roster]);
    let notices = told(&notices);
    assert!(notices.contains("no notice of 1 answer, because somebody has accepted it"), "{notices}");
    assert!(!notices.contains(BASIC), "{notices}");
}

#[test]
fn accept_adds_a_line_to_the_list_of_the_configuration() {
    let (folder, roster) = file("r.csv", ROSTER);
    let config = written(&folder, "config.toml", "");
    let run = |args: &[&str]| command(args).env("MUSTER_CONFIG", &config).output().unwrap();
    let accept = |more: &[&str]| run(&[&["accept", "10241", BASIC, "--reason", "moved, \"twice\""], more].concat());
    assert_eq!(accept(&["--until", "11/20/2026"]).status.code(), Some(2), "it ends before it begins");
    assert!(!folder.path().join("accepted.csv").exists());
    let first = accept(&["--until", "2026-11-21", "--by", "the Board"]);
    assert_eq!(first.status.code(), Some(0), "{}", told(&first));
    assert!(told(&first).contains("accepted.csv: basic-training-deadline of PTB 10241 is accepted until 21 Nov 2026"));
    let document = json_in(&run(&["roster", "check", "-f", "json", &roster]));
    assert_eq!(finding(&document, BASIC)["accepted"]["reason"], "moved, \"twice\"");
    // A longer one may follow; the last to end counts.
    assert_eq!(accept(&["--until", "2027-01-31"]).status.code(), Some(0));
    let document = json_in(&run(&["roster", "check", "-f", "json", &roster]));
    assert_eq!(finding(&document, BASIC)["accepted"]["until"], "2027-01-31");
    assert!(!document["notes"].to_string().contains("accepts nothing"), "{document}");
    // A list with a mistake stays as it is.
    let spoilt = written(&folder, "accepted.csv", "ptb_id,rule,reason,until\n1,no-rule,x,2026-12-31\n");
    assert_eq!(accept(&["--until", "2027-01-31"]).status.code(), Some(2));
    assert!(std::fs::read_to_string(&spoilt).unwrap().ends_with("no-rule,x,2026-12-31\n"));
    // '' is no list.
    let without = json_in(&run(&["roster", "check", "-f", "json", "--accepted", "", &roster]));
    assert!(finding(&without, BASIC).get("accepted").is_none());
}
