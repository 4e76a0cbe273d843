//! `roster due --since-calendar`: what is met or gone is cancelled, and what cannot be known stays (settled 295).

use crate::harness::{muster, told};
use std::collections::BTreeMap;
use std::fs;
use tempfile::TempDir;

const HEAD: &str = "ptb_id,last_name,first_name,employment,hire_date,basic_completed,firearms_qualified\n";
// Due 30 December 2026, 15 November 2026 and 10 January 2027.
const DOE: &str = "1,Doe,Jane,FT,2026-06-30,,\n";
const HALE: &str = "2,Hale,Amy,FT,2026-05-15,,\n";
const AMES: &str = "3,Ames,Bea,FT,2026-07-10,,\n";

struct Desk {
    folder: TempDir,
}

impl Desk {
    /// Makes a folder with the calendar of 21 November about these rows.
    fn new(rows: &[&str], more: &[&str]) -> Self {
        let desk = Self { folder: TempDir::new().unwrap() };
        desk.roster(rows);
        let args = ["-f", "ics", "-q", "-o", &desk.path("old.ics"), &desk.path("r.csv")].map(str::to_owned);
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let made = muster(&[&["roster", "due"], &args[..], ONLY, more].concat());
        assert_ne!(made.status.code(), Some(2), "{}", told(&made));
        desk
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn roster(&self, rows: &[&str]) {
        fs::write(self.folder.path().join("r.csv"), format!("{HEAD}{}", rows.concat())).unwrap();
    }

    /// Returns the calendar of a later day about these rows, and what is told on standard error.
    fn next(&self, as_of: &str, rows: &[&str], more: &[&str]) -> (String, String) {
        self.roster(rows);
        let (old, roster) = (self.path("old.ics"), self.path("r.csv"));
        let args = ["roster", "due", "-f", "ics", "--as-of", as_of, "--since-calendar", &old, &roster];
        let (first, second) = (muster(&[&args, more].concat()), muster(&[&args, more].concat()));
        assert_eq!(first.stdout, second.stdout, "the same bytes");
        assert_ne!(first.status.code(), Some(2), "{}", told(&first));
        (String::from_utf8(first.stdout).unwrap(), String::from_utf8(first.stderr).unwrap())
    }

    /// Returns the sentence with which the calendar is refused.
    fn refused(&self, more: &[&str]) -> String {
        let (old, roster) = (self.path("old.ics"), self.path("r.csv"));
        let output = muster(&[&["roster", "due", "--since-calendar", &old, &roster], more].concat());
        assert_eq!(output.status.code(), Some(2), "{}", told(&output));
        assert!(output.stdout.is_empty());
        told(&output)
    }
}

const ONLY: &[&str] = &["--only", "basic-training-deadline"];

/// Returns the properties of each event by the last name in its title.
fn events(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let text = text.replace("\r\n ", "");
    let mut events = BTreeMap::new();
    for event in text.split("BEGIN:VEVENT\r\n").skip(1) {
        let event = event.split("BEGIN:VALARM").next().unwrap();
        let of = |line: &str| line.split_once(':').map(|(name, value)| (name.to_owned(), value.to_owned()));
        let properties: BTreeMap<String, String> = event.lines().filter_map(of).collect();
        let name = properties["SUMMARY"].split(" for ").nth(1).unwrap().split('\\').next().unwrap();
        assert!(events.insert(name.to_owned(), properties).is_none(), "{text}");
    }
    events
}

fn status(text: &str, name: &str) -> Option<String> {
    events(text)[name].get("STATUS").cloned()
}

/// Returns the event about an officer as it stands in a calendar.
fn event<'t>(text: &'t str, name: &str) -> &'t str {
    text.split("BEGIN:VEVENT").find(|event| event.contains(name)).unwrap().split("END:VEVENT").next().unwrap()
}

const CANCELLED: Option<&str> = Some("CANCELLED");

#[test]
fn what_is_met_is_cancelled_once() {
    let desk = Desk::new(&[DOE, HALE, AMES], &[]);
    let old = fs::read_to_string(desk.path("old.ics")).unwrap();
    let met = [&DOE.replace(",,\n", ",2026-12-01,\n"), HALE, AMES];
    let (new, told) = desk.next("2026-12-05", &met, ONLY);
    let (was, is) = (&events(&old)["Doe"], &events(&new)["Doe"]);
    for name in ["UID", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "CATEGORIES"] {
        assert_eq!(was[name], is[name], "{name}");
    }
    assert_eq!((is["STATUS"].as_str(), is["DTSTAMP"].as_str()), ("CANCELLED", "20261205T000000Z"));
    // 14 days later.
    assert_eq!(is["SEQUENCE"].parse::<i64>().unwrap() - was["SEQUENCE"].parse::<i64>().unwrap(), 14);
    assert_eq!(is["DESCRIPTION"], "Cancelled on 5 Dec 2026: it is met.");
    assert!(new.contains("\r\nMETHOD:PUBLISH\r\n") && !old.contains("METHOD"));
    assert!(told.contains("old.ics: 1 event is cancelled"), "{told}");
    // The others are as in any calendar of that day: Hale is overdue today.
    assert_eq!(events(&new)["Hale"]["DTSTART;VALUE=DATE"], "20261205");
    assert_eq!((status(&new, "Hale"), status(&new, "Ames")), (None, None));
    // Cancelled once is enough.
    fs::write(desk.path("old.ics"), &new).unwrap();
    let (third, told) = desk.next("2026-12-06", &met, ONLY);
    assert!(!events(&third).contains_key("Doe") && !told.contains("old.ics:"), "{told}");
    // What was met by mistake comes back, on the same day too, and replaces what was cancelled.
    let (again, _) = desk.next("2026-12-05", &[DOE, HALE, AMES], ONLY);
    let back = &events(&again)["Doe"];
    assert_eq!((&back["UID"], back.get("STATUS")), (&is["UID"], None));
    assert_eq!(back["SEQUENCE"].parse::<i64>().unwrap(), is["SEQUENCE"].parse::<i64>().unwrap() + 1);
}

#[test]
fn on_the_same_day_the_sequence_is_one_higher() {
    let desk = Desk::new(&[DOE], &[]);
    let old = fs::read_to_string(desk.path("old.ics")).unwrap();
    let (new, _) = desk.next("2026-11-21", &[&DOE.replace(",,\n", ",2026-11-20,\n")], ONLY);
    let sequence = |text: &str| events(text)["Doe"]["SEQUENCE"].parse::<i64>().unwrap();
    assert_eq!(sequence(&new), sequence(&old) + 1);
}

#[test]
fn what_is_unknown_or_for_review_stays_as_it_was() {
    let desk = Desk::new(&[DOE, AMES], &[]);
    let old = fs::read_to_string(desk.path("old.ics")).unwrap();
    let unreadable = DOE.replace("2026-06-30", "2026-02-30");
    let (new, told) = desk.next("2026-12-05", &[&unreadable, AMES], ONLY);
    assert_eq!(event(&new, "Doe"), event(&old, "Doe"));
    assert!(told.contains("old.ics: 1 event is kept as in that calendar"), "{told}");
    // Fired on 1 December 2025: due a year later, and for review after that.
    let only: &[&str] = &["--only", "firearms-currency"];
    let fired = |day: &str| DOE.replace(",,\n", &format!(",,{day}\n"));
    desk.roster(&[&fired("2025-12-01")]);
    let made = muster(&[&["roster", "due", "-f", "ics", &desk.path("r.csv")], only].concat());
    fs::write(desk.path("old.ics"), &made.stdout).unwrap();
    let old = String::from_utf8(made.stdout).unwrap();
    let (new, _) = desk.next("2026-12-02", &[&fired("2025-12-01")], only);
    assert_eq!(event(&new, "Doe"), event(&old, "Doe"));
    // Fired again: due later than the calendar looks ahead, or moved to that day.
    let again = [fired("2026-12-01")];
    let (new, _) = desk.next("2026-12-02", &[&again[0]], only);
    assert_eq!(status(&new, "Doe").as_deref(), CANCELLED);
    assert!(event(&new, "Doe").contains("it is due on a later day"));
    let (new, _) = desk.next("2026-12-02", &[&again[0]], &[only, &["--within", "800"]].concat());
    assert_eq!((status(&new, "Doe"), events(&new)["Doe"]["DTSTART;VALUE=DATE"].as_str()), (None, "20271201"));
}

#[test]
fn a_calendar_that_looks_less_far_ahead_cancels_nothing() {
    let desk = Desk::new(&[DOE, AMES], &[]);
    let (new, told) = desk.next("2026-11-22", &[DOE, AMES], &[ONLY, &["--within", "5"]].concat());
    assert_eq!(events(&new)["Doe"]["DTSTART;VALUE=DATE"], "20261230");
    assert_eq!((status(&new, "Doe"), told.contains("old.ics:")), (None, false));
}

#[test]
fn an_officer_who_left_is_cancelled_only_when_nobody_hides() {
    let desk = Desk::new(&[DOE, AMES], &[]);
    let old = fs::read_to_string(desk.path("old.ics")).unwrap();
    let (new, _) = desk.next("2026-12-05", &[AMES], ONLY);
    assert_eq!(status(&new, "Doe").as_deref(), CANCELLED);
    assert!(event(&new, "Doe").contains("the roster no longer has it"));
    // An unreadable day of another officer hides nobody.
    let (new, _) = desk.next("2026-12-05", &[AMES, &HALE.replace("2026-05-15", "?!")], ONLY);
    assert_eq!(status(&new, "Doe").as_deref(), CANCELLED);
    let ragged = "9,Roe,Ann,FT,2026-07-10,,,x,y\n";
    let unreadable_id = HALE.replace("2,", "1.5,");
    let quote = "4,\"Poe,Eve,FT,2026-07-10,,\n";
    for rows in [[AMES, ragged], [AMES, &unreadable_id], [AMES, quote]] {
        let (new, told) = desk.next("2026-12-05", &rows, ONLY);
        assert_eq!(event(&new, "Doe"), event(&old, "Doe"), "{rows:?}");
        assert!(told.contains("1 event is kept"), "{rows:?} {told}");
    }
}

#[test]
fn what_is_not_asked_about_is_kept() {
    let desk = Desk::new(&[DOE, AMES], &[]);
    const TRAINING_OF_DOE: &str = "Basic training: last day for Doe";
    let old = fs::read_to_string(desk.path("old.ics")).unwrap();
    for more in [&["--only", "firearms-currency"][..], &["--skip", "basic-training-deadline"], &["--ptb-id", "3"]] {
        let (new, _) = desk.next("2026-12-05", &[DOE, AMES], more);
        assert_eq!(event(&new, TRAINING_OF_DOE), event(&old, TRAINING_OF_DOE), "{more:?}");
        assert_eq!(new.matches("CANCELLED").count(), 0, "{more:?}");
    }
    // The column has gone from the file, and with it the rule.
    let roster = "ptb_id,last_name,first_name,firearms_qualified\n3,Ames,Bea,2026-01-05\n";
    fs::write(desk.path("r.csv"), roster).unwrap();
    let args = ["roster", "due", "-f", "ics", "--since-calendar", &desk.path("old.ics"), &desk.path("r.csv")];
    let new = String::from_utf8(muster(&args).stdout).unwrap();
    assert_eq!((event(&new, TRAINING_OF_DOE), new.matches("CANCELLED").count()), (event(&old, TRAINING_OF_DOE), 0));
}

#[test]
fn the_calendar_of_another_roster_is_kept_whole() {
    let desk = Desk::new(&[DOE, AMES], &[]);
    let (new, told) = desk.next("2026-12-05", &[HALE], ONLY);
    assert_eq!((events(&new).len(), new.matches("CANCELLED").count()), (3, 0));
    assert!(told.contains("2 events are kept, because most of that calendar is about officers who are not"), "{told}");
    // Nobody at all is no reason either.
    let (new, _) = desk.next("2026-12-05", &[], ONLY);
    assert_eq!((events(&new).len(), new.matches("CANCELLED").count()), (2, 0));
}

#[test]
fn most_officers_do_not_leave_at_once() {
    // One of two, and two of four, have left; of three, a file with one of them lacks a roster.
    let roe = DOE.replace("1,Doe", "4,Roe");
    for (before, now, cancelled) in [
        (vec![DOE, AMES], vec![AMES], 1),
        (vec![DOE, AMES, HALE, &roe], vec![AMES, HALE], 2),
        (vec![DOE, AMES, HALE], vec![AMES], 0),
    ] {
        let desk = Desk::new(&before, &[]);
        let (new, _) = desk.next("2026-12-05", &now, ONLY);
        assert_eq!((events(&new).len(), new.matches("CANCELLED").count()), (before.len(), cancelled), "{now:?}");
    }
}

#[test]
fn of_two_rows_the_one_that_is_met_is_cancelled() {
    let desk = Desk::new(&[DOE, DOE], &[]);
    let old = fs::read_to_string(desk.path("old.ics")).unwrap();
    assert_eq!((old.matches("BEGIN:VEVENT").count(), old.matches("-2@muster").count()), (2, 1));
    let (new, _) = desk.next("2026-12-05", &[&DOE.replace(",,\n", ",2026-12-01,\n"), DOE], ONLY);
    let second = new.split("BEGIN:VEVENT").find(|event| event.contains("-2@muster")).unwrap();
    assert!(second.contains("STATUS:CANCELLED"), "{new}");
    assert_eq!(new.matches("CANCELLED").count(), 1);
}

#[test]
fn what_is_no_such_calendar_is_refused() {
    let desk = Desk::new(&[DOE], &[]);
    let whole = fs::read_to_string(desk.path("old.ics")).unwrap();
    let ics: &[&str] = &["-f", "ics"];
    assert!(
        desk.refused(&[]).contains("--since-calendar is for a calendar\n  hint: add -f ics"),
        "{}",
        desk.refused(&[])
    );
    assert!(desk.refused(&["-f", "ics", "--as-of", "2026-11-20"]).contains("is of 21 Nov 2026, after the day asked"));
    assert!(desk.refused(&["-f", "ics", "--redact"]).contains("made without --redact, and its titles may hold names"));
    let same = desk.path("old.ics");
    assert!(desk.refused(&["-o", &same]).contains("old.ics"), "{}", desk.refused(&["-o", &same]));
    assert_eq!(fs::read_to_string(&same).unwrap(), whole);
    for (text, words) in [
        (HEAD.to_owned(), "old.ics: this is no calendar"),
        (whole.replace("//muster//muster", "//Other//Desk"), "another program wrote this calendar"),
        (whole.replace("END:VCALENDAR\r\n", ""), "this calendar is cut off before its end"),
        (whole.replace("@muster", "@x"), "this ends an event that muster does not write"),
        (whole.replace("X-MUSTER-COMMAND:roster due", "X-MUSTER-COMMAND:hire"), "a calendar of muster hire, not of"),
    ] {
        fs::write(&same, text).unwrap();
        assert!(desk.refused(ics).contains(words), "{words}: {}", desk.refused(ics));
    }
    let piped = muster(&["roster", "due", "-f", "ics", "--since-calendar", "-", &desk.path("r.csv")]);
    assert_eq!(piped.status.code(), Some(2));
    assert!(told(&piped).contains("standard input is no calendar of an earlier run"), "{}", told(&piped));
    fs::remove_file(&same).unwrap();
    let missing = desk.refused(ics);
    assert!(missing.contains("old.ics: cannot be read: there is no such file"), "{missing}");
    assert!(missing.contains("hint: muster roster due -o "), "{missing}");
}

#[test]
fn redacted_calendars_follow_each_other_without_names() {
    let desk = Desk::new(&[DOE, AMES], &["--redact"]);
    let (new, _) = desk.next("2026-12-05", &[AMES], &[ONLY, &["--redact"]].concat());
    assert!(new.contains("\r\nX-MUSTER-REDACT:TRUE\r\n") && !new.contains("Ames") && !new.contains("Doe"));
    assert_eq!(status(&new, "PTB 1").as_deref(), CANCELLED);
}
