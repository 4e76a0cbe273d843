//! Edges of the rules in `portal/mod.rs`. Every expected answer was worked out by hand from the settled questions.

mod esign;
mod scenario;

use crate::finding::Status;
use crate::model::officer::Column;
use crate::rules::ask::{Answer, Ask};
use crate::rules::tests::*;

#[track_caller]
fn expect(answer: &Answer, status: &str, due: &str) {
    let (got, day) = short(answer);
    assert_eq!((got, day.as_str()), (status, due), "{}", answer.message());
}

fn executive(this_year: &str, last_year: &str, as_of: &str) -> Answer {
    let row = [("position", "chief"), ("training_hours_year", this_year), ("training_hours_last_year", last_year)];
    ask_rule("executive-hours", &row, as_of)
}

#[test]
fn twenty_hours_are_enough_and_less_is_not() {
    expect(&executive("20", "20", "2026-11-21"), "met", "2026-12-31");
    expect(&executive("20.000001", "", "2026-11-21"), "met", "2026-12-31");
    expect(&executive("19.999999", "", "2026-12-31"), "due-soon", "2026-12-31");
    let short_of_it = executive("19.5", "20", "2026-12-31");
    expect(&short_of_it, "due-soon", "2026-12-31");
    assert_eq!(short_of_it.message(), "19.5 of 20 hours in 2026, 0.5 hours short; due 31 Dec 2026, today");
    // Sixty days before 31 December is 1 November.
    expect(&executive("0", "", "2026-11-01"), "due-soon", "2026-12-31");
    expect(&executive("0", "", "2026-10-31"), "open", "2026-12-31");
    expect(&executive("0", "", "2027-01-01"), "open", "2027-12-31");
}

#[test]
fn too_few_hours_last_year_come_first() {
    // Settled 45.
    for this_year in ["0", "19.5", "20", "40", ""] {
        let answer = executive(this_year, "19", "2027-01-01");
        expect(&answer, "overdue", "2026-12-31");
        assert_eq!(answer.column, Some(Column::TrainingHoursLastYear));
        assert_eq!(answer.message(), "19 of 20 hours in 2026, 1 hour short; due 31 Dec 2026, 1 day ago");
    }
    // Settled 144: the letter is for sheriffs, and last year is owed by those in office from its first day.
    let row = |position, hired| {
        let hours = [("training_hours_year", "5"), ("training_hours_last_year", "19")];
        ask_rule(
            "executive-hours",
            &[&hours[..], &[("position", position), ("hire_date", hired)]].concat(),
            "2026-06-01",
        )
    };
    let sheriff = row("sheriff", "");
    assert!(sheriff.message().ends_with("and a letter of non-compliance follows"), "{}", sheriff.message());
    assert!(sheriff.notes()[0].contains("30 Dec 2025") && sheriff.notes()[0].contains("31 Dec 2026"));
    expect(&row("chief", "2025-01-01"), "overdue", "2025-12-31");
    expect(&row("chief", "2025-01-02"), "open", "2026-12-31");
    expect(&row("chief", "?"), "unknown", "");
    expect(&executive("5", "19.999999", "2026-06-01"), "overdue", "2025-12-31");
    expect(&executive("5", "20", "2026-06-01"), "open", "2026-12-31");
}

#[test]
fn blank_hours_are_unknown_this_year_and_ignored_last_year() {
    // Settled 45.
    expect(&executive("5", "", "2026-06-01"), "open", "2026-12-31");
    let blank = executive("", "24", "2026-06-01");
    assert_eq!((blank.status, blank.column), (Status::Unknown, Some(Column::TrainingHoursYear)));
    expect(&executive("", "", "2026-06-01"), "unknown", "");
    // Settled 4: unreadable in either column.
    expect(&executive("twenty", "24", "2026-06-01"), "unknown", "");
    expect(&executive("24", "24 h", "2026-06-01"), "unknown", "");
    expect(&executive("-1", "3", "2026-06-01"), "unknown", "");
}

#[test]
fn the_rule_applies_to_chiefs_deputies_and_sheriffs() {
    let of = |position| ask_rule("executive-hours", &[("position", position)], "2026-06-01").status.name();
    assert_eq!(of("officer"), "not-applicable");
    assert_eq!(of(""), "not-applicable");
    assert_eq!(of("captain"), "not-applicable", "settled 171");
    assert_eq!(of("Fire Chief"), "unknown");
    for position in ["chief", "Deputy Chief", "sheriff"] {
        assert_eq!(of(position), "unknown", "{position}: no hours recorded");
    }
    // An officer's hours are not read, not even unreadable ones (settled 4 and 96).
    let row = [("position", "officer"), ("training_hours_year", "many")];
    expect(&ask_rule("executive-hours", &row, "2026-06-01"), "not-applicable", "");
}

#[test]
fn too_few_hours_come_with_the_other_reading_as_a_note() {
    // Settled 93: until 31 December of the following year. Settled 48: Chicago and Cook County, and the signature.
    let chief = executive("5", "", "2026-06-01");
    assert!(chief.notes().iter().any(|note| note.contains("1720.70(i)") && note.contains("31 Dec 2027")), "{chief:?}");
    assert!(chief.notes().iter().any(|note| note.contains("Chicago")), "{chief:?}");
    assert!(chief.notes().iter().any(|note| note.contains("signature")), "{chief:?}");
    let last = executive("5", "5", "2026-06-01");
    assert!(last.notes().iter().any(|note| note.contains("31 Dec 2026")), "{last:?}");
    let sheriff = [("position", "sheriff"), ("training_hours_year", "5")];
    let sheriff = ask_rule("executive-hours", &sheriff, "2026-06-01");
    assert!(!sheriff.notes().iter().any(|note| note.contains("Chicago")), "{sheriff:?}");
}

fn email(address: &str, agency_domain: Option<&str>) -> Answer {
    let ask = Ask { agency_domain: agency_domain.map(str::to_owned), ..ask_on("2026-06-01") };
    answer(find("portal-email").unwrap(), &[("email", address)], &ask)
}

#[test]
fn government_endings_are_whole_and_in_any_case() {
    // Settled 46.
    for address in [
        "jdoe@springfield.gov",
        "jdoe@PD.Springfield.GOV",
        "jdoe@army.mil",
        "jdoe@ci.peoria.il.us",
        "jdoe@il.us",
        "jdoe@illinois.gov.",
    ] {
        expect(&email(address, None), "review", "");
    }
    for address in
        ["jdoe@example.org", "jdoe@my.notgov", "jdoe@gov.example.com", "jdoe@chi.us", "jdoe@mail.us", "jdoe@mygov.com"]
    {
        expect(&email(address, None), "met", "");
    }
    // `evil.us` ends in the letters of il.us, not in its parts.
    expect(&email("jdoe@evil.us", None), "met", "");
    expect(&email("jdoe@é.us", Some("xil.us")), "met", "");
    // Settled 173 and 224: no address that mail can be sent to.
    for text in ["jdoe@example", "a@example.org, b@example.org", "jane doe@example.org"] {
        expect(&email(text, None), "review", "");
    }
    for text in ["jdoe", "a@b@example.org"] {
        expect(&email(text, None), "unknown", "");
    }
}

#[test]
fn the_agencys_domain_and_its_subdomains() {
    // Settled 46.
    let own = Some("police.example.org");
    expect(&email("jdoe@police.example.org", own), "review", "");
    expect(&email("jdoe@Mail.POLICE.example.org", own), "review", "");
    expect(&email("jdoe@thepolice.example.org", own), "met", "");
    expect(&email("jdoe@example.org", own), "met", "");
    expect(&email("jdoe@police.example.org", None), "met", "");
    expect(&email("jdoe@example.org", Some("")), "met", "");
    expect(&email("jdoe@ci.peoria.il.us", own), "review", "");
}

#[test]
fn an_address_is_never_shown() {
    // It is private, whatever is wrong with it (settled 46).
    expect(&email("", None), "not-applicable", "");
    for address in ["jdoe", "jdoe@", "@springfield.gov", "jdoe@a@b.gov"] {
        expect(&email(address, None), "unknown", "");
    }
    for (address, own) in [("jdoe@springfield.gov", None), ("jdoe@pd.org", Some("pd.org")), ("jdoe@pd.org", None)] {
        let answer = email(address, own);
        let all = format!("{} {:?}", answer.message(), answer.notes());
        assert!(!all.contains("jdoe") && !all.contains("springfield") && !all.contains("pd.org"), "{all}");
    }
}

#[test]
fn a_missing_ptb_id_is_reviewed() {
    // Settled 121.
    let of = |id| ask_rule("ptb-id", &[("ptb_id", id)], "2026-06-01");
    expect(&of("0012345"), "met", "");
    for blank in ["", "-", "n/a", "Unknown"] {
        expect(&of(blank), "review", "");
    }
}
