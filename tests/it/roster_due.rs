//! `muster roster due` and `muster roster notices` as a whole: they agree with `roster check`, the calendar is one for
//! a strict reader, notices change on the right days, letters overwrite nothing, and no private value is shown.

use crate::harness::{formats, json_in, muster, told};
use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;

const ROSTERS: [&str; 5] = [
    "fixtures/roster_check/millbrook.csv",
    "fixtures/roster_check/tamarack.csv",
    "fixtures/roster_check/messy.csv",
    "fixtures/roster_check/millbrook.json",
    "fixtures/roster_check/tamarack.json",
];

fn roster(args: &[&str]) -> Output {
    muster(&[&["roster"], args].concat())
}

fn json(args: &[&str]) -> Value {
    json_in(&roster(&[args, &["-f", "json"]].concat()))
}

fn list<'v>(document: &'v Value, key: &str) -> &'v Vec<Value> {
    document[key].as_array().unwrap()
}

#[test]
fn due_and_check_never_disagree() {
    for file in ROSTERS {
        for as_of in ["2026-11-21", "2025-06-30", "2027-01-31"] {
            for within in ["0", "90"] {
                let common = ["--as-of", as_of, "--rewind", file];
                let check = json(&[&["check", "--all"], &common[..]].concat());
                let due = json(&[&["due", "--within", within], &common[..]].concat());
                let within: i64 = within.parse().unwrap();
                let mut expected: Vec<&Value> = list(&check, "findings")
                    .iter()
                    .filter(|finding| {
                        ["open", "due-soon", "overdue"].contains(&finding["status"].as_str().unwrap())
                            && finding["days"].as_i64().is_some_and(|days| days <= within)
                    })
                    .collect();
                expected.sort_by_key(|finding| finding["due"].as_str().unwrap());
                // Settled 178: below the agenda stands what is unknown.
                expected.extend(list(&check, "findings").iter().filter(|finding| finding["status"] == "unknown"));
                assert_eq!(list(&due, "findings").iter().collect::<Vec<_>>(), expected, "{file} {as_of} {within}");
                assert_eq!(due["summary"], check["summary"]);
                assert_eq!(due["not_asked"], check["not_asked"]);
            }
        }
    }
}

#[test]
fn the_exit_code_goes_by_what_is_overdue() {
    let code = |args: &[&str]| roster(&[&["due", "-q"], args].concat()).status.code();
    assert_eq!(code(&[ROSTERS[0]]), Some(1));
    assert_eq!(code(&["--fail-on", "none", ROSTERS[0]]), Some(0));
    // Nothing of the chief is overdue or unknown; on the messy roster nothing has a day and much is unknown.
    assert_eq!(code(&["--ptb-id", "0010417", ROSTERS[0]]), Some(0));
    assert_eq!(code(&[ROSTERS[2]]), Some(1));
    assert_eq!(code(&["--fail-on", "overdue", ROSTERS[2]]), Some(0));
    assert_eq!(roster(&["notices", "-q", ROSTERS[0]]).status.code(), Some(1), "settled 178");
    assert_eq!(roster(&["notices", "-q", "--ptb-id", "0010417", ROSTERS[0]]).status.code(), Some(0));
    assert_eq!(roster(&["notices", "--fail-on", "overdue", ROSTERS[0]]).status.code(), Some(1));
    assert_eq!(roster(&["due", "nowhere.csv"]).status.code(), Some(2));
}

fn calendar(args: &[&str]) -> String {
    String::from_utf8(roster(&[&["due", "-f", "ics"], args].concat()).stdout).unwrap()
}

/// Asserts what RFC 5545 requires of lines, and returns them unfolded.
fn strict_lines(text: &str) -> Vec<String> {
    assert!(text.ends_with("\r\n") && text.matches('\n').count() == text.matches("\r\n").count());
    let mut lines: Vec<String> = Vec::new();
    for line in text.trim_end_matches("\r\n").split("\r\n") {
        assert!((1..=75).contains(&line.len()), "{line}");
        assert!(!line.chars().any(char::is_control), "{line:?}");
        match line.strip_prefix(' ') {
            Some(more) => lines.last_mut().unwrap().push_str(more),
            None => lines.push(line.to_owned()),
        }
    }
    let mut open: Vec<&str> = Vec::new();
    for line in &lines {
        let (name, value) = line.split_once(':').unwrap();
        let name = name.split(';').next().unwrap();
        assert!(name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-'), "{line}");
        match name {
            "BEGIN" => open.push(value),
            "END" => assert_eq!(open.pop(), Some(value)),
            _ => assert!(!open.is_empty()),
        }
    }
    assert!(open.is_empty());
    lines
}

/// An event as another library reads it: identifier, first day, the day after, summary, alarms in days.
#[derive(Debug, PartialEq)]
struct Event {
    identifier: String,
    start: String,
    end: String,
    summary: String,
    category: String,
    sequence: i64,
    alarms: Vec<u32>,
}

fn value(component: &ICalendarComponent, property: ICalendarProperty) -> &ICalendarValue {
    let mut found = component.entries.iter().filter(|entry| entry.name == property);
    let entry = found.next().unwrap();
    assert!(found.next().is_none(), "{property:?} stands once");
    assert_eq!(entry.values.len(), 1);
    &entry.values[0]
}

fn day(component: &ICalendarComponent, property: ICalendarProperty) -> String {
    let date = value(component, property).as_partial_date_time().unwrap();
    assert_eq!(date.hour, None, "a whole day");
    format!("{:04}-{:02}-{:02}", date.year.unwrap(), date.month.unwrap(), date.day.unwrap())
}

fn events(text: &str) -> Vec<Event> {
    strict_lines(text);
    let calendar = ICalendar::parse(text).unwrap();
    let events = calendar.components.iter().filter(|part| part.component_type == ICalendarComponentType::VEvent);
    events
        .map(|event| Event {
            identifier: value(event, ICalendarProperty::Uid).as_text().unwrap().to_owned(),
            start: day(event, ICalendarProperty::Dtstart),
            end: day(event, ICalendarProperty::Dtend),
            summary: value(event, ICalendarProperty::Summary).as_text().unwrap().to_owned(),
            category: value(event, ICalendarProperty::Categories).as_text().unwrap().to_owned(),
            sequence: value(event, ICalendarProperty::Sequence).as_integer().unwrap(),
            alarms: event
                .component_ids
                .iter()
                .map(|id| match value(calendar.component_by_id(*id).unwrap(), ICalendarProperty::Trigger) {
                    ICalendarValue::Duration(before) => {
                        assert!(before.neg);
                        before.days + 7 * before.weeks
                    }
                    other => panic!("{other:?}"),
                })
                .collect(),
        })
        .collect()
}

#[test]
fn the_calendar_has_an_event_for_each_finding() {
    for file in ROSTERS {
        let due = json(&["due", "--within", "800", file]);
        let text = calendar(&["--within", "800", file]);
        assert_eq!(text, calendar(&["--within", "800", file]), "the same bytes");
        let events = events(&text);
        let dated: Vec<&Value> = list(&due, "findings").iter().filter(|finding| !finding["due"].is_null()).collect();
        assert_eq!(events.len(), dated.len());
        for (event, finding) in events.iter().zip(dated) {
            // Settled 294: what is overdue stands on the day of the run, without an alarm.
            let is_late = finding["status"] == "overdue";
            let due = finding["due"].as_str().unwrap();
            assert_eq!(event.start, if is_late { "2026-11-21" } else { due }, "{finding}");
            let next = event.start.parse::<chrono::NaiveDate>().unwrap().succ_opt().unwrap();
            assert_eq!(event.end, next.to_string());
            assert_eq!(event.alarms, if is_late { &[][..] } else { &[60, 30] });
            let (rule, name) = (finding["rule"].as_str().unwrap(), finding["name"].as_str().unwrap());
            let number = finding["ptb_id"].as_str().map(|id| format!(" (PTB {id})")).unwrap_or_default();
            // Settled 293: the title is in words, and the rule is a category.
            let words = event.summary.strip_suffix(&format!(" for {name}{number}")).unwrap();
            assert!(!words.contains(rule) && words.contains(": "), "{words}");
            assert_eq!(words.ends_with(": overdue"), is_late, "{words}");
            assert_eq!(event.category, rule);
        }
        let identifiers: BTreeSet<&str> = events.iter().map(|event| event.identifier.as_str()).collect();
        assert_eq!(identifiers.len(), events.len());
    }
}

#[test]
fn an_event_keeps_its_identifier_in_later_calendars() {
    let of = |as_of: &str, file: &str| -> BTreeMap<String, Event> {
        let events = events(&calendar(&["--as-of", as_of, "--within", "800", file]));
        let key = |event: &Event| format!("{}{}", event.category, event.summary.split(" for ").nth(1).unwrap());
        events.into_iter().map(|event| (key(&event), event)).collect()
    };
    let (earlier, later) = (of("2026-11-21", ROSTERS[1]), of("2026-12-05", ROSTERS[1]));
    let mut both = 0;
    for (summary, event) in &earlier {
        if let Some(other) = later.get(summary) {
            both += 1;
            assert_eq!(event.identifier, other.identifier, "{summary}");
            assert_eq!(other.sequence - event.sequence, 14, "a day more each day");
        }
    }
    assert!(both > 100, "{both}");
    // The end of the year moves the due day of a qualification, and the event is still the same.
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("r.csv");
    let write = |fired: &str| {
        fs::write(&file, format!("ptb_id,last_name,agency,hire_date,firearms_qualified\n1,Doe,X,2019-01-01,{fired}\n"))
            .unwrap();
        events(&calendar(&["--within", "800", "--only", "firearms-currency", file.to_str().unwrap()]))
    };
    let (before, after) = (write("2026-01-05"), write("2026-03-05"));
    assert_eq!((before[0].start.as_str(), after[0].start.as_str()), ("2027-01-05", "2027-03-05"));
    assert_eq!(before[0].identifier, after[0].identifier);
}

#[test]
fn what_is_overdue_stands_on_the_day_of_the_run() {
    // Settled 294: due 30 March 2026. The day before it is over, the day itself, the day after, and a year later.
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("r.csv");
    fs::write(&file, ONE_OFFICER).unwrap();
    let only = ["--only", "basic-training-deadline", file.to_str().unwrap()];
    let mut identifiers = BTreeSet::new();
    for (as_of, start, words, alarms) in [
        ("2026-03-29", "2026-03-30", "last day", &[60, 30][..]),
        ("2026-03-30", "2026-03-30", "last day", &[60, 30]),
        ("2026-03-31", "2026-03-31", "overdue", &[]),
        ("2027-03-31", "2027-03-31", "overdue", &[]),
    ] {
        let text = calendar(&[&["--as-of", as_of], &only[..]].concat());
        let found = events(&text);
        assert_eq!((found[0].start.as_str(), found[0].alarms.as_slice()), (start, alarms), "{as_of}");
        assert_eq!(found[0].summary, format!("Basic training: {words} for Doe, Jane (PTB 0012890)"));
        let day = if words == "overdue" { "Was due 30 Mar 2026" } else { "Due 30 Mar 2026" };
        assert!(strict_lines(&text).join("\n").contains(day), "{text}");
        identifiers.insert(found[0].identifier.clone());
    }
    assert_eq!(identifiers.len(), 1);
    let redacted = calendar(&[&["--as-of", "2026-03-29", "--redact"], &only[..]].concat());
    assert_eq!(events(&redacted)[0].summary, "Basic training: last day for PTB 0012890");
}

#[test]
fn two_appointments_of_one_officer_are_two_events() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("r.csv");
    fs::write(
        &file,
        "ptb_id,last_name,first_name,agency,firearms_qualified\n\
         1,Doe,Jane,North,2026-01-05\n1,Doe,Jane,South,2026-01-05\n1,Doe,Jane,South,2026-01-05\n\
         ,Hale,Amy,North,2026-01-05\n,Hale,Bea,North,2026-01-05\n,,,,2026-01-05\n",
    )
    .unwrap();
    let args = ["--within", "100", "--only", "firearms-currency", file.to_str().unwrap()];
    let plain = events(&calendar(&args));
    let identifiers: BTreeSet<&str> = plain.iter().map(|event| event.identifier.as_str()).collect();
    assert_eq!((plain.len(), identifiers.len()), (6, 6));
    let redacted = calendar(&[&["--redact"], &args[..]].concat());
    assert!(!redacted.contains("Doe") && !redacted.contains("Hale") && !redacted.contains("Jane"));
    let redacted = events(&redacted);
    assert_eq!(redacted[0].identifier, plain[0].identifier, "by the number");
    assert_ne!(redacted[3].identifier, plain[3].identifier, "not even a fingerprint of the name");
}

#[test]
fn a_calendar_shows_only_name_and_number() {
    let text = strict_lines(&calendar(&["--within", "800", ROSTERS[0]])).join("\n");
    // Hire days, hours and addresses are in the roster, and some of them in messages.
    for private in ["after hire", "31 Aug 2025", "1\\,452", "14.5", "example.org", "millbrook"] {
        assert!(!text.contains(private), "{private}");
    }
}

#[test]
fn a_hostile_name_breaks_no_line_and_opens_no_property() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("r.csv");
    fs::write(
        &file,
        "ptb_id,last_name,firearms_qualified\n\
         \"7\",\"Doe\r\nATTACH:http://x\nEND:VEVENT;,\\\u{202e}\u{7}\",2026-01-05\n",
    )
    .unwrap();
    let text = calendar(&["--within", "100", "--only", "firearms-currency", file.to_str().unwrap()]);
    assert!(!text.contains("\r\nATTACH") && !text.contains("\nEND:VEVENT;"));
    assert_eq!(events(&text).len(), 1);
}

#[test]
fn every_machine_format_of_an_agenda_agrees() {
    let document = json(&["due", ROSTERS[1]]);
    let findings = list(&document, "findings");
    let ndjson = String::from_utf8(roster(&["due", "-f", "ndjson", ROSTERS[1]]).stdout).unwrap();
    assert_eq!(ndjson.lines().count(), findings.len() + 1);
    for (line, finding) in ndjson.lines().zip(findings) {
        let mut line: Value = serde_json::from_str(line).unwrap();
        line.as_object_mut().unwrap().remove("type");
        assert_eq!(&line, finding);
    }
    let csv = roster(&["due", "-f", "csv", ROSTERS[1]]).stdout;
    hold_rows(&csv, findings);
    let table = String::from_utf8(roster(&["due", "--long", ROSTERS[1]]).stdout).unwrap();
    let is_shown = |finding: &&Value| match finding["rule"].as_str() {
        // Cells that cannot be read are told by their lines.
        Some("unreadable-value") => table.contains(&format!("line {}", finding["line"])),
        _ => finding["name"].as_str().is_none_or(|name| table.contains(name)),
    };
    assert_eq!(findings.iter().filter(is_shown).count(), findings.len());
}

/// Asserts that every cell of a CSV is the value of its key.
fn hold_rows(csv: &[u8], expected: &[Value]) {
    let mut rows = csv::Reader::from_reader(csv);
    let keys: Vec<String> = rows.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), expected.len());
    for (row, item) in rows.iter().zip(expected) {
        // source_urls is for programs only.
        let item_keys = item.as_object().unwrap().keys().filter(|key| *key != "source_urls");
        // Of a list of accepted findings and of a baseline, which are not asked for here.
        let is_there = |key: &&String| !key.starts_with("accepted.") && *key != "change";
        assert_eq!(keys.iter().filter(is_there).count(), item_keys.count());
        for (key, cell) in keys.iter().zip(row) {
            let value = match &item[key] {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                Value::Array(list) => list.iter().map(|item| item.as_str().unwrap()).collect::<Vec<_>>().join("; "),
                other => other.to_string(),
            };
            assert_eq!(cell, value, "{key}");
        }
    }
}

const ONE_OFFICER: &str = "ptb_id,last_name,first_name,agency,email,employment,basic_completed,hire_date\n\
                           0012890,Doe,Jane,Millbrook,jane@example.org,FT,,2025-09-30\n";

/// Hired 30 September 2025: due 30 March 2026. The notices on so many days before it.
fn notices_on(file: &Path, as_of: &str, more: &[&str]) -> Vec<Value> {
    let args = ["notices", "--only", "basic-training-deadline", "--as-of", as_of, file.to_str().unwrap()];
    list(&json(&[&args, more].concat()), "results").clone()
}

#[test]
fn the_notice_changes_on_the_days_of_the_portal() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("r.csv");
    fs::write(&file, ONE_OFFICER).unwrap();
    // 30 days of March, 28 of February, 2 and 3 of January.
    for (as_of, days, notice) in [
        ("2026-01-28", 61, None),
        ("2026-01-29", 60, Some("60-day")),
        ("2026-02-27", 31, Some("60-day")),
        ("2026-02-28", 30, Some("30-day")),
        ("2026-03-30", 0, Some("30-day")),
        ("2026-03-31", -1, Some("expired")),
    ] {
        let results = notices_on(&file, as_of, &[]);
        assert_eq!(results.len(), if notice.is_some() { 2 } else { 0 }, "{as_of}");
        for (result, to) in results.iter().zip(["officer", "administrator"]) {
            assert_eq!((result["notice"].as_str(), result["to"].as_str()), (notice, Some(to)), "{as_of}");
            assert_eq!((result["due"].as_str(), result["days"].as_i64()), (Some("2026-03-30"), Some(days)));
            let keys: Vec<&String> = result.as_object().unwrap().keys().collect();
            assert_eq!(keys.len(), 13, "{keys:?}");
        }
    }
    // A narrower warning window leaves the notices as they are.
    assert_eq!(notices_on(&file, "2026-01-29", &["--warn-days", "5"])[0]["notice"], "60-day");
    let since = |as_of, since| notices_on(&file, as_of, &["--since", since]).len();
    assert_eq!((since("2026-01-29", "2026-01-28"), since("2026-01-29", "2026-01-29")), (2, 0));
    assert_eq!((since("2026-02-28", "2026-02-27"), since("2026-03-10", "2026-03-01")), (2, 0));
    assert_eq!((since("2026-04-09", "2026-03-30"), since("2026-04-09", "2026-03-31")), (2, 0));
}

#[test]
fn a_notice_says_when_its_item_is_no_course() {
    let document = json(&["notices", ROSTERS[0]]);
    for result in list(&document, "results") {
        let body = result["body"].as_str().unwrap();
        let course = ["basic-training-deadline", "part-time-training-deadline", "scenario-training"]
            .contains(&result["rule"].as_str().unwrap());
        assert_eq!(body.contains("not a course"), !course, "{}", result["rule"]);
        // Settled 297: a merge file has paragraphs, and no lines cut at the width of a letter.
        assert!(body.split("\n\n").all(|paragraph| !paragraph.is_empty() && !paragraph.contains('\n')), "{body}");
    }
}

#[test]
fn letters_are_written_once_and_replace_nothing() {
    let folder = TempDir::new().unwrap();
    let letters = folder.path().join("out/letters");
    let write =
        |as_of: &str| roster(&["notices", "--as-of", as_of, "--letters", letters.to_str().unwrap(), ROSTERS[0]]);
    let names = || -> BTreeSet<String> {
        fs::read_dir(&letters).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    assert_eq!(write("2026-11-21").status.code(), Some(1), "something is unknown");
    let first = names();
    assert_eq!(first.len(), list(&json(&["notices", ROSTERS[0]]), "results").len());
    let letter = "2026-02-28_expired_basic-training-deadline_0012890-Doe-Jane-A_officer.txt";
    let body = fs::read_to_string(letters.join(letter)).unwrap();
    assert!(body.starts_with("To: jane.doe@example.org\nSubject: Expired notice: "), "{body}");
    let (_, text) = body.split_once("\n\n").unwrap();
    assert!(text.starts_with("Doe, Jane A. (PTB 0012890)\n\n21 Nov 2026\n\nItem: "), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 76), "{text}");

    let again = write("2026-11-21");
    assert_eq!((again.status.code(), names()), (Some(1), first.clone()));
    assert!(told(&again).contains("0 letters written"));

    fs::write(letters.join(letter), "a correction by hand").unwrap();
    fs::remove_file(letters.join(letter.replace("officer", "administrator"))).unwrap();
    let refused = write("2026-11-21");
    assert_eq!(refused.status.code(), Some(2));
    assert!(told(&refused).contains(&format!("{letter}: is there with another text")));
    assert_eq!(fs::read_to_string(letters.join(letter)).unwrap(), "a correction by hand");
    assert_eq!(names().len(), first.len() - 1, "none is written when one cannot be");
}

#[test]
fn only_notices_show_an_address_the_same_in_every_format() {
    let document = json(&["notices", ROSTERS[0]]);
    hold_rows(&roster(&["notices", "-f", "csv", ROSTERS[0]]).stdout, list(&document, "results"));
    for format in formats().iter().map(String::as_str).chain(["ics"]) {
        let agenda = told(&roster(&["due", "--within", "800", "-f", format, ROSTERS[0]]));
        assert!(!agenda.contains("example.org"), "{format}");
    }
    for format in &formats() {
        let redacted = told(&roster(&["notices", "--redact", "-f", format, ROSTERS[0]]));
        for private in ["example.org", "Okafor", "Hooft", "Abernathy"] {
            assert!(!redacted.contains(private), "{format}: {private}");
        }
    }
}
