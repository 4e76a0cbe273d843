//! Edges of the rules in `entrance.rs`. The course of these tests starts on 6 April 2026.

use crate::model::officer::Column;
use crate::rules::ask::Answer;
use crate::rules::tests::*;

fn before(rule: &str, column: &str, day: &str, as_of: &str) -> Answer {
    ask_rule(rule, &[("course_start", "2026-04-06"), (column, day)], as_of)
}

fn is(answer: &Answer, status: &str, due: &str) {
    assert_eq!(short(answer), (status, due.to_owned()), "{} {:?}", answer.message(), answer.notes());
}

#[test]
fn the_last_good_day_and_the_first_bad_one() {
    // Settled 34.
    // 6 April less 31 days is 6 March; less 45 is 20 February, less 60 is 5 February, less 30 is 7 March.
    for (rule, column, good, bad) in [
        ("power-validity", "power_passed", "2026-02-20", "2026-02-19"),
        ("physical-exam-validity", "physical_exam", "2026-02-05", "2026-02-04"),
        ("entrance-certification", "background_certified", "2026-03-07", "2026-03-06"),
    ] {
        is(&before(rule, column, good, "2026-06-01"), "met", "2026-04-06");
        is(&before(rule, column, "2026-04-06", "2026-06-01"), "met", "2026-04-06");
        is(&before(rule, column, bad, "2026-06-01"), "overdue", "2026-04-06");
        is(&before(rule, column, bad, "2026-04-06"), "due-soon", "2026-04-06");
        is(&before(rule, column, bad, "2026-04-07"), "overdue", "2026-04-06");
        is(&before(rule, column, "2026-04-07", "2026-06-01"), "overdue", "2026-04-06");
        is(&before(rule, column, "", "2026-04-06"), "due-soon", "2026-04-06");
        is(&before(rule, column, "", "2026-04-07"), "overdue", "2026-04-06");
        // 60 days before 6 April is 5 February.
        is(&before(rule, column, "", "2026-02-05"), "due-soon", "2026-04-06");
        is(&before(rule, column, "", "2026-02-04"), "open", "2026-04-06");
        is(&before(rule, column, "2026-02-30", "2026-03-01"), "unknown", "");
        // Passed on a day still to come: the cell cannot be right (settled 5).
        is(&before(rule, column, "2026-03-02", "2026-03-01"), "unknown", "");
    }
}

#[test]
fn without_a_course_the_rule_does_not_apply() {
    // Settled 34.
    for rule in ["power-validity", "physical-exam-validity", "entrance-certification"] {
        is(&ask_rule(rule, &[], "2026-03-01"), "not-applicable", "");
        is(&ask_rule(rule, &[("course_start", "6 April")], "2026-03-01"), "unknown", "");
    }
    // Applicability is decided before any other cell (settled 4).
    is(&ask_rule("power-validity", &[("power_passed", "2026-02-30")], "2026-03-01"), "not-applicable", "");
}

#[test]
fn the_days_are_counted_through_a_leap_february() {
    // 31 March 2024 less 31 days is 29 February; less 45 is 15 February.
    let passed =
        |day| ask_rule("power-validity", &[("course_start", "2024-03-31"), ("power_passed", day)], "2024-05-01");
    is(&passed("2024-02-15"), "met", "2024-03-31");
    is(&passed("2024-02-14"), "overdue", "2024-03-31");
}

#[test]
fn the_message_contains_the_number_of_days() {
    let power = |day, as_of| before("power-validity", "power_passed", day, as_of).into_text().message;
    let old = power("2026-02-19", "2026-03-01");
    assert_eq!(old, "a POWER test passed on 19 Feb 2026, 46 days before the course on 6 Apr 2026; the limit is 45");
    let after = power("2026-04-07", "2026-06-01");
    assert_eq!(after, "a POWER test passed on 7 Apr 2026, 1 day after the course on 6 Apr 2026 began");
    let none = power("", "2026-03-01");
    assert_eq!(none, "no POWER test passed is on record; it must be within 45 days before the course on 6 Apr 2026");
}

#[test]
fn a_part_time_course_accepts_only_the_units_own_test() {
    // Settled 34 and 117.
    let test = |administrator, employment, passed, as_of| {
        let row = [
            ("course_start", "2026-04-06"),
            ("power_passed", passed),
            ("power_administrator", administrator),
            ("employment", employment),
        ];
        ask_rule("power-validity", &row, as_of)
    };
    let other = test("other", "part-time", "2026-03-01", "2026-03-02");
    is(&other, "overdue", "2026-04-06");
    assert_eq!(other.column, Some(Column::PowerAdministrator));
    assert!(other.message().contains("designated administrator"), "{}", other.message());
    is(&test("other", "full-time", "2026-03-01", "2026-03-02"), "met", "2026-04-06");
    is(&test("other", "", "2026-03-01", "2026-03-02"), "unknown", "");
    is(&test("other", "", "", "2026-03-02"), "due-soon", "2026-04-06");
    is(&test("other", "part-time", "", "2026-03-02"), "due-soon", "2026-04-06");
    is(&test("", "part-time", "2026-03-01", "2026-03-02"), "met", "2026-04-06");
    is(&test("designated", "part-time", "2026-03-01", "2026-03-02"), "met", "2026-04-06");
    is(&test("designated", "", "2026-03-01", "2026-03-02"), "met", "2026-04-06");
    is(&test("somebody", "part-time", "2026-03-01", "2026-03-02"), "unknown", "");
    is(&test("designated", "sometimes", "2026-03-01", "2026-03-02"), "unknown", "");
}
