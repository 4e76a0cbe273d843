//! `muster hire`: what falls due for somebody hired on a day, as `roster check` answers it.

use crate::harness::{file, json_in, muster, told};
use passmuster::model::officer::ROSTER;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Returns the findings of a hire: rule, status and due day.
fn hired(args: &[&str]) -> BTreeMap<String, (Value, Value)> {
    let document = json_in(&muster(&[&["hire", "-f", "json"], args].concat()));
    of_rules(&document)
}

fn of_rules(document: &Value) -> BTreeMap<String, (Value, Value)> {
    let findings = document["findings"].as_array().unwrap().iter();
    let of = |finding: &Value| (finding["status"].clone(), finding["due"].clone());
    findings.map(|finding| (finding["rule"].as_str().unwrap().to_owned(), of(finding))).collect()
}

#[test]
fn the_days_are_those_of_the_law() {
    // Six calendar months, clamped; 18 for the part-time course; the year of the hire for firearms.
    for (args, rule, due) in [
        (&["2026-08-31"][..], "basic-training-deadline", "2027-02-28"),
        (&["2027-08-31"], "basic-training-deadline", "2028-02-29"),
        (&["1/4/2027"], "firearms-qualification", "2027-12-31"),
        (&["2027-01-04", "--name", "Doe, Jane"], "esign-verification", "2029-01-31"),
        (&["2026-08-31", "--employment", "part-time"], "part-time-enrollment-deadline", "2027-02-28"),
        (&["2026-08-31", "--employment", "part-time"], "part-time-power-deadline", "2027-02-28"),
        (&["2026-08-31", "--employment", "part-time"], "part-time-training-deadline", "2028-02-29"),
        (&["2027-01-04", "--position", "chief"], "executive-hours", "2027-12-31"),
    ] {
        let found = hired(args);
        assert_eq!(found.get(rule).map(|(_, due)| due), Some(&json!(due)), "{args:?} {found:?}");
    }
    let certified = hired(&["2027-01-04", "--certified"]);
    assert!(!certified.contains_key("basic-training-deadline"), "{certified:?}");
    assert_eq!(certified["prior-training-waiver"], (json!("overdue"), Value::Null));
}

#[test]
fn the_answers_are_those_of_roster_check() {
    for (args, cells) in [
        (&["2026-08-31"][..], &[("employment", "full-time")][..]),
        (&["2024-02-29"], &[("employment", "full-time")]),
        (&["2022-07-01"], &[("employment", "full-time")]),
        (&["2026-02-02", "--employment", "part-time"], &[("employment", "part-time")]),
        (&["2026-02-02", "--position", "sheriff"], &[("position", "sheriff"), ("employment", "full-time")]),
        (&["2027-01-04", "--discipline", "corrections"], &[("discipline", "corrections"), ("employment", "full-time")]),
    ] {
        let day = args[0];
        let common = [("hire_date", day), ("certification", "none"), ("out_of_state", "no")];
        let zero = [("hours_year", "0"), ("training_hours_year", "0"), ("last_name", "Doe")];
        let known: BTreeMap<&str, &str> = common.into_iter().chain(zero).chain(cells.iter().copied()).collect();
        let names = || ROSTER.specs.iter().map(|spec| spec.name).filter(|name| *name != "name");
        let row: Vec<&str> = names().map(|name| known.get(name).copied().unwrap_or_default()).collect();
        let text = format!("{}\n{}\n", names().collect::<Vec<_>>().join(","), row.join(","));
        let (_folder, path) = file("r.csv", &text);
        let on = if day > "2026-11-21" { day } else { "2026-11-21" };
        let checked = of_rules(&json_in(&muster(&["roster", "check", "--all", "-f", "json", "--as-of", on, &path])));
        let found = hired(&[args, &["--name", "Doe"]].concat());
        assert!(found.len() > 1, "{args:?}");
        for (rule, answer) in &found {
            assert_eq!(checked.get(rule), Some(answer), "{args:?} {rule}");
        }
        // Nothing that has a due day is left out.
        let dated = checked.iter().filter(|(_, (status, due))| *due != Value::Null && status != "met");
        for (rule, answer) in dated.filter(|(_, (status, _))| status != "not-applicable") {
            assert_eq!(found.get(rule), Some(answer), "{args:?} {rule}");
        }
    }
}

#[test]
fn the_papers_are_named_with_their_sources() {
    for (args, words) in [
        (&["2027-01-04"][..], "background check to the academy"),
        (&["2027-01-04", "--employment", "part-time"], "enrollment packet of the part-time course"),
        (&["2027-01-04", "--certified"], "a request to waive or to reactivate"),
        (&["2027-01-04", "--out-of-state"], "a request to waive or to reactivate"),
    ] {
        let shown = told(&muster(&[&["hire", "-f", "csv"], args].concat()));
        assert!(shown.contains(words) && shown.contains("Notice of Appointment (Form E)"), "{args:?} {shown}");
    }
    let shown = told(&muster(&["hire", "2027-01-04"]));
    assert!(shown.contains("give --name") && shown.contains("new officer"), "{shown}");
    assert!(!told(&muster(&["hire", "2027-01-04", "--name", "Doe"])).contains("give --name"));
}

#[test]
fn a_calendar_has_an_event_for_each_day() {
    let output = muster(&["hire", "2027-01-04", "--name", "Doe, Jane", "-f", "ics"]);
    assert_eq!(output.status.code(), Some(0));
    let calendar = String::from_utf8(output.stdout).unwrap();
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 3, "{calendar}");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20270704") && calendar.contains("Doe\\, Jane"), "{calendar}");
    assert!(calendar.contains("SUMMARY:Basic training: last day for Doe\\, Jane"), "{calendar}");
}

#[test]
fn a_day_or_a_word_that_is_none_is_an_error() {
    for (args, words) in [
        (&["soon"][..], "expected a day, such as 2026-01-31"),
        (&["2027-02-29"], "expected a day"),
        (&["2027-01-04", "--employment", "sometimes"], "full-time or part-time"),
        (&["2027-01-04", "--position", "mayor"], "officer, chief, deputy-chief or sheriff"),
    ] {
        let output = muster(&[&["hire"], args].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(told(&output).contains(words), "{args:?} {}", told(&output));
    }
}
