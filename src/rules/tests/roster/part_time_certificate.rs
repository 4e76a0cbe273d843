//! Edges of the rules in `part_time_certificate.rs`.

use crate::rules::ask::Answer;
use crate::rules::tests::*;

fn hours(hours: &str, as_of: &str) -> Answer {
    ask_rule("part-time-hours", &[("certification", "part-time"), ("hours_year", hours)], as_of)
}

fn is(answer: &Answer, status: &str, due: &str) {
    assert_eq!(short(answer), (status, due.to_owned()), "{} {:?}", answer.message(), answer.notes());
}

#[test]
fn the_limit_is_exceeded_by_the_smallest_part_of_an_hour() {
    is(&hours("1,560", "2026-12-31"), "due-soon", "");
    is(&hours("1560.000001", "2026-12-31"), "overdue", "");
    let over = hours("1,560.5", "2026-12-31");
    is(&over, "overdue", "");
    assert_eq!(
        over.message(),
        "1,560.5 hours worked in 2026, 0.5 over the limit of 1,560: full-time certification is required"
    );
}

#[test]
fn ninety_percent_is_due_soon_and_anything_below_is_met() {
    is(&hours("1404", "2026-10-01"), "due-soon", "2026-11-01");
    is(&hours("1403.999999", "2026-10-01"), "met", "");
    is(&hours("0", "2026-01-01"), "met", "");
}

#[test]
fn the_day_of_the_present_pace() {
    // Settled 30.
    // 1 Oct 2026 is day 274. 1,404·d > 1,560·274 from d = 305 on (427,440 / 1,404 = 304.4): 1 Nov.
    let pace = hours("1404", "2026-10-01");
    is(&pace, "due-soon", "2026-11-01");
    assert_eq!(
        pace.message(),
        "1,404 of 1,560 hours worked in 2026, 156 left; at this pace the limit is exceeded on 1 Nov 2026"
    );
    // 27 Sep is day 270: 1,404·300 is exactly 1,560·270, so day 300 does not exceed and day 301, 28 Oct, does.
    is(&hours("1404", "2026-09-27"), "due-soon", "2026-10-28");
    // All the hours on day 274: the next day.
    is(&hours("1560", "2026-10-01"), "due-soon", "2026-10-02");
    // Day 335: 522,600 / 1,430 = 365.5, so day 366: the last of 2024, and none of 2026.
    is(&hours("1430", "2024-11-30"), "due-soon", "2024-12-31");
    let none = hours("1430", "2026-12-01");
    is(&none, "due-soon", "");
    assert!(none.message().contains("130 left"), "{}", none.message());
    // 1 Dec 2026: 522,600 / 1,432 = 364.9, so day 365.
    is(&hours("1432", "2026-12-01"), "due-soon", "2026-12-31");
    // Half hours are exact: 522,600 / 1,431.5 = 365.07, so day 366 again.
    is(&hours("1431.5", "2026-12-01"), "due-soon", "");
}

#[test]
fn hours_count_for_part_time_certificates_only() {
    // Settled 24 and 29.
    let ask = |cells: &[(&str, &str)]| {
        ask_rule("part-time-hours", &[&[("hours_year", "1,600")], cells].concat(), "2026-10-01")
    };
    is(&ask(&[("certification", "part-time")]), "overdue", "");
    is(&ask(&[("certification", "part-time"), ("employment", "full-time")]), "overdue", "");
    is(&ask(&[("certification", "full-time"), ("employment", "part-time")]), "not-applicable", "");
    is(&ask(&[("certification", "none"), ("employment", "part-time")]), "not-applicable", "");
    is(&ask(&[("certification", ""), ("employment", "part-time")]), "unknown", "");
    is(&ask(&[("certification", ""), ("employment", "")]), "unknown", "");
    is(&ask(&[("certification", ""), ("employment", "full-time")]), "not-applicable", "");
    is(&ask(&[("certification", "part-time"), ("discipline", "corrections")]), "not-applicable", "");
    is(&ask(&[("certification", ""), ("discipline", "court-security")]), "not-applicable", "");
    is(&ask(&[("certification", "part-time"), ("employment", "sometimes")]), "unknown", "");
    is(&ask(&[("certification", "full-time"), ("employment", "sometimes")]), "not-applicable", "");
}

#[test]
fn hours_that_are_blank_or_cannot_be_read_are_unknown() {
    // Settled 3 and 14.
    for text in ["", "n/a", "1,56", "12 h", "-4", "1.5.2"] {
        is(&hours(text, "2026-10-01"), "unknown", "");
    }
    is(
        &ask_rule("part-time-hours", &[("certification", "full-time"), ("hours_year", "12 h")], "2026-10-01"),
        "not-applicable",
        "",
    );
}

fn promotion(cells: &[(&str, &str)]) -> Answer {
    let row = [&[("certification", "part-time"), ("employment", "full-time")], cells].concat();
    ask_rule("part-time-promotion", &row, "2026-03-01")
}

#[test]
fn a_promoted_officer_needs_the_transition_course() {
    let missing = promotion(&[]);
    is(&missing, "review", "");
    for need in ["revised Form E", "waiver request", "transition course"] {
        assert!(missing.message().contains(need), "{}", missing.message());
    }
    is(&promotion(&[("transition_completed", "2026-03-01")]), "met", "");
    is(&promotion(&[("transition_completed", "2026-03-02")]), "unknown", "");
    is(&promotion(&[("basic_enrolled", "2023-01-09"), ("basic_completed", "2023-12-01")]), "review", "");
}

#[test]
fn an_enrolled_officer_must_change_academies() {
    // Settled 131.
    let enrolled = promotion(&[("basic_enrolled", "2025-09-08")]);
    is(&enrolled, "review", "");
    assert!(
        enrolled.message().contains("8 Sep 2025") && enrolled.message().contains("full-time academy"),
        "{}",
        enrolled.message()
    );
}

#[test]
fn promotion_applies_to_part_time_certificates_full_time() {
    // Settled 29.
    let ask = |certification, employment| {
        ask_rule("part-time-promotion", &[("certification", certification), ("employment", employment)], "2026-03-01")
    };
    is(&ask("part-time", "part-time"), "not-applicable", "");
    is(&ask("full-time", "full-time"), "not-applicable", "");
    is(&ask("none", "full-time"), "not-applicable", "");
    is(&ask("", "full-time"), "not-applicable", "");
    is(&ask("", ""), "not-applicable", "");
    is(&ask("part-time", ""), "unknown", "");
    is(&ask("some", "part-time"), "not-applicable", "");
    is(&ask("some", "full-time"), "unknown", "");
}

#[test]
fn the_clock_of_a_promoted_officer_starts_at_full_time_hire() {
    // Settled 132.
    let row = [
        ("employment", "full-time"),
        ("certification", "part-time"),
        ("original_hire_date", "2015-01-01"),
        ("hire_date", "2026-01-31"),
    ];
    is(&ask_rule("basic-training-deadline", &row, "2026-07-31"), "due-soon", "2026-07-31");
    is(&ask_rule("part-time-training-deadline", &row, "2026-07-31"), "not-applicable", "");
}
