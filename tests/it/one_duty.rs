//! One duty, one answer: `roster check`, `roster due`, `roster notices`, `roster diff` and `training check` speak alike
//! of the same officers.

use crate::harness::{json_in, muster, written};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tempfile::TempDir;

/// Columns with the cells that officers of the test have, in turns.
const CELLS: &[(&str, &[&str])] = &[
    ("last_name", &["Ames", "Hernandez", "Irving", "Núñez", "Zhang", "Grant", "王"]),
    ("employment", &["full-time", "part-time", "full-time", ""]),
    ("certification", &["", "full-time", "part-time", "none", "full-time"]),
    (
        "discipline",
        &["", "law-enforcement", "corrections", "", "conservator", "conservator-official", "court-security"],
    ),
    ("position", &["", "", "chief", "sheriff", "deputy-chief", ""]),
    ("hire_date", &["2026-05-29", "2015-06-01", "2022-07-02", "", "2026-02-01", "2024-03-05", "2025-05-31", "?"]),
    ("original_hire_date", &["", "2015-06-01", "", "2022-07-01", "2001-05-01", "", ""]),
    ("full_time_since", &["", "", "2025-12-01", "", "", "2026-05-21", "", "", ""]),
    ("part_time_since", &["", "", "", "2019-03-01", "", "", "", ""]),
    ("basic_enrolled", &["", "2026-03-02", "", "", "2009-01-05"]),
    ("basic_completed", &["", "2009-05-22", "", "2026-06-12", "", "2025-12-19", ""]),
    ("extension_days", &["", "", "30", "", "91", "90"]),
    ("freeze_from", &["", "", "", "", "2026-08-01", ""]),
    ("frozen_days", &["", "", "", "14", ""]),
    ("waiver_date", &["", "", "2026-03-15", "", "", "2012-01-09", ""]),
    ("out_of_state", &["", "no", "", "", "yes"]),
    ("previous_separation", &["", "", "2012-06-30", "", "2025-06-15", "", ""]),
    ("law_course_completed", &["", "", "", "2026-02-20"]),
    ("transition_completed", &["", "", "", "2026-04-01", ""]),
    ("authority_from", &["", "", "2026-12-15", "2023-06-22", "", "2026-01-05", ""]),
    ("background_certified", &["", "2026-01-02", "", "2025-11-30"]),
    ("hours_year", &["", "1200", "1404", "1561", ""]),
    ("esigned", &["", "2026-01-12", "2025-01-31", "", "2026-03-05", "2026-11-02"]),
    ("executive_esigned", &["", "2026-04-01"]),
    ("scenario_completed", &["", "2024-05-06", "", "2025-07-02", "2022-06-30"]),
    ("training_hours_year", &["8", "", "20"]),
    ("training_hours_last_year", &["", "19", "24"]),
    ("firearms_qualified", &["2026-04-10", "2025-04-10", "", "2024-10-01", "2025-12-01"]),
    ("firearms_comment", &["", "", "on leave", ""]),
    ("separated", &["", "", "", "", "", "", "2026-10-31", "", "", "", ""]),
    ("homicide_certified", &["", "", "", "2022-12-20"]),
    ("homicide_hours", &["", "32", "8"]),
    ("email", &["a@example.org", "b@police.il.us", "", "c@example"]),
];

const OFFICERS: usize = 180;

/// Returns a roster: each column takes its cells in turns of its own length, so that the rows differ.
fn roster() -> String {
    let names: Vec<&str> = CELLS.iter().map(|(name, _)| *name).collect();
    let mut text = format!("ptb_id,first_name,{}\n", names.join(","));
    for officer in 0..OFFICERS {
        let cells: Vec<&str> = CELLS
            .iter()
            .enumerate()
            .map(|(at, (_, cells))| cells[(officer * (at + 1) + officer / 3) % cells.len()])
            .collect();
        text += &format!("{:07},Pat{officer},{}\n", 1000 + officer, cells.join(","));
    }
    text
}

/// The answers of one rule about one officer.
type Answers = BTreeMap<(String, String), (String, Option<String>)>;

/// Collects status and due day by officer and rule.
fn answers(list: &Value) -> Answers {
    let text = |answer: &Value, key: &str| answer[key].as_str().map(str::to_owned);
    let mut found = Answers::new();
    for answer in list.as_array().unwrap() {
        let (Some(officer), Some(rule)) = (text(answer, "ptb_id"), text(answer, "rule")) else { continue };
        found.insert((officer, rule), (text(answer, "status").unwrap_or_default(), text(answer, "due")));
    }
    found
}

fn is_rule(rule: &str) -> bool {
    !["unreadable-value", "impossible-dates", "ragged-row", "duplicate-ptb-id"].contains(&rule)
}

/// Returns every answer of `roster check`.
fn checked(path: &str) -> Answers {
    let report = json_in(&muster(&["roster", "check", "-f", "json", "--all", path]));
    let mut found = answers(&report["findings"]);
    found.retain(|(_, rule), _| is_rule(rule));
    found
}

#[test]
fn the_set_of_officers_has_every_status_of_every_kind() {
    let folder = TempDir::new().unwrap();
    let found = checked(&written(&folder, "roster.csv", &roster()));
    let rules: BTreeSet<&str> = found.keys().map(|(_, rule)| rule.as_str()).collect();
    assert!(rules.len() > 18, "{rules:?}");
    for status in ["met", "not-applicable", "open", "due-soon", "overdue", "review", "unknown"] {
        assert!(found.values().filter(|(is, _)| is == status).count() > 20, "{status}");
    }
}

#[test]
fn the_agenda_and_the_notices_say_what_the_check_says() {
    let folder = TempDir::new().unwrap();
    let path = written(&folder, "roster.csv", &roster());
    let checked = checked(&path);

    let report = json_in(&muster(&["roster", "due", "-f", "json", "--within", "36500", &path]));
    let mut due = answers(&report["findings"]);
    due.retain(|(_, rule), (status, due)| is_rule(rule) && due.is_some() && status != "unknown");
    let running = |status: &str| ["open", "due-soon", "overdue"].contains(&status);
    let mut expected = checked.clone();
    expected.retain(|_, (status, due)| running(status) && due.is_some());
    let wrong: Vec<_> = expected.iter().filter(|(key, answer)| due.get(*key) != Some(*answer)).collect();
    assert!(wrong.is_empty(), "not on the agenda as checked: {wrong:?}");
    assert!(due.iter().all(|(key, answer)| checked.get(key) == Some(answer)), "on the agenda, and not checked so");

    let report = json_in(&muster(&["roster", "notices", "-f", "json", &path]));
    let notices = report["results"].as_array().unwrap();
    let key = |notice: &Value| {
        let text = |key: &str| notice[key].as_str().unwrap_or_default().to_owned();
        ((text("ptb_id"), text("rule")), notice["due"].as_str().map(str::to_owned))
    };
    assert!(notices.len() > 100);
    for notice in notices {
        let (officer_and_rule, day) = key(notice);
        let (status, due) = &checked[&officer_and_rule];
        assert!(["due-soon", "overdue"].contains(&status.as_str()) && *due == day, "{officer_and_rule:?} {status}");
    }
    let noticed: BTreeSet<_> = notices.iter().map(|notice| key(notice).0).collect();
    for (officer_and_rule, (status, due)) in &checked {
        let wanted = ["due-soon", "overdue"].contains(&status.as_str()) && due.is_some();
        assert!(!wanted || noticed.contains(officer_and_rule), "no notice: {officer_and_rule:?}");
    }
}

#[test]
fn a_comparison_says_of_new_officers_what_the_check_says() {
    let folder = TempDir::new().unwrap();
    let new = roster();
    let header = new.lines().next().unwrap();
    let old = format!("{header}\n9999999,Kit,Quill{}\n", ",".repeat(CELLS.len() - 1));
    let (old, new) = (written(&folder, "old.csv", &old), written(&folder, "new.csv", &new));
    let mut expected = checked(&new);
    expected.retain(|_, (status, _)| ["due-soon", "overdue", "review", "unknown"].contains(&status.as_str()));
    let report = json_in(&muster(&["roster", "diff", "-f", "json", &old, &new]));
    let findings: Vec<Value> =
        report["findings"].as_array().unwrap().iter().filter(|it| it["change"] == "new").cloned().collect();
    let mut found = answers(&Value::Array(findings));
    found.retain(|(_, rule), _| is_rule(rule));
    assert_eq!(found, expected);
}

#[test]
fn training_check_answers_a_duty_as_the_roster_does() {
    let folder = TempDir::new().unwrap();
    let path = written(&folder, "roster.csv", &roster());
    let records =
        written(&folder, "records.csv", "ptb_id,last_name,first_name,course,topic,hours,completed,certified\n");
    let checked = checked(&path);
    let report = json_in(&muster(&["training", "check", "-f", "json", "--all", "--roster", &path, &records]));
    let mut compared = 0;
    for result in report["results"].as_array().unwrap() {
        let officer = result["ptb_id"].as_str().unwrap();
        for item in result["items"].as_array().unwrap() {
            let rule = match item["mandate"].as_str().unwrap() {
                "firearms-qualification" => "firearms-qualification",
                "scenario-force" => "scenario-training",
                _ => continue,
            };
            let Some((status, due)) = checked.get(&(officer.to_owned(), rule.to_owned())) else { continue };
            let (is, day) = (item["status"].as_str().unwrap(), item["due"].as_str().map(str::to_owned));
            let is_dated = ["open", "due-soon", "overdue"].contains(&is);
            assert!(is == status && (!is_dated || day == *due), "{officer} {rule}: {is} {day:?}, not {status} {due:?}");
            compared += 1;
        }
    }
    assert!(compared > 300, "{compared}");
}
