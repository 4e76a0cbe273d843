//! Edges of the rules in `trained_before.rs`.

use crate::model::officer::Column;
use crate::rules::ask::Answer;
use crate::rules::tests::*;

fn is(answer: &Answer, status: &str) {
    assert_eq!(short(answer), (status, String::new()), "{} {:?}", answer.message(), answer.notes());
}

fn back(left: &str, hired: &str, cells: &[(&str, &str)]) -> Answer {
    let row = [&[("previous_separation", left), ("hire_date", hired)], cells].concat();
    ask_rule("break-in-service", &row, "2026-03-01")
}

#[test]
fn the_third_anniversary_is_three_years() {
    // Settled 32.
    is(&back("2022-06-30", "2025-06-29", &[]), "not-applicable");
    is(&back("2022-06-30", "2025-06-30", &[]), "overdue");
    // 29 Feb 2020 and three years is 28 Feb 2023.
    is(&back("2020-02-29", "2023-02-27", &[]), "not-applicable");
    is(&back("2020-02-29", "2023-02-28", &[]), "overdue");
    let message = back("2022-06-30", "2025-06-30", &[]).into_text().message;
    assert!(message.contains("from 30 Jun 2022 to 30 Jun 2025, 3 years or more"), "{message}");
    assert!(message.contains("40 hours"), "{message}");
}

#[test]
fn after_ten_years_a_person_decides() {
    // Settled 32.
    let course = [("law_course_completed", "2025-08-01")];
    is(&back("2015-06-30", "2025-06-29", &course), "met");
    is(&back("2015-06-30", "2025-06-29", &[]), "overdue");
    is(&back("2015-06-30", "2025-06-30", &course), "review");
    is(&back("2015-06-30", "2025-06-30", &[]), "review");
    is(&back("2012-02-29", "2022-02-28", &[]), "review");
}

#[test]
fn a_law_course_counts_from_the_day_of_the_separation() {
    is(&back("2022-06-30", "2025-06-30", &[("law_course_completed", "2022-06-30")]), "met");
    let before = back("2022-06-30", "2025-06-30", &[("law_course_completed", "2022-06-29")]);
    is(&before, "overdue");
    assert!(before.notes()[0].contains("does not count"), "{:?}", before.notes());
}

#[test]
fn the_rule_applies_only_where_there_is_a_break() {
    // Settled 3 and 91.
    is(&back("", "2025-06-30", &[]), "not-applicable");
    is(&back("2015-06-30", "2025-06-30", &[("out_of_state", "yes")]), "not-applicable");
    is(&back("2015-06-30", "2025-06-30", &[("out_of_state", "no")]), "review");
    is(&back("2015-06-30", "2025-06-30", &[("out_of_state", "?")]), "unknown");
    is(&back("", "2025-06-30", &[("out_of_state", "?")]), "not-applicable");
    is(&back("2015-06-30", "", &[("out_of_state", "yes")]), "not-applicable");
    let no_day = back("2015-06-30", "", &[]);
    is(&no_day, "unknown");
    assert_eq!(no_day.column, Some(Column::HireDate));
    is(&back("", "", &[]), "not-applicable");
    is(&back("2015-06-31", "2025-06-30", &[]), "unknown");
}

#[test]
fn gates_come_before_other_unreadable_cells() {
    // Settled 4.
    is(&back("2023-06-30", "2025-06-30", &[("law_course_completed", "soon")]), "not-applicable");
    is(&back("2022-06-30", "2025-06-30", &[("law_course_completed", "soon")]), "unknown");
}

fn waiver(cells: &[(&str, &str)]) -> Answer {
    ask_rule("prior-training-waiver", cells, "2026-03-01")
}

#[test]
fn a_waiver_is_needed_after_earlier_training() {
    // Settled 33.
    is(&waiver(&[("hire_date", "2025-02-01")]), "not-applicable");
    is(&waiver(&[("hire_date", "2025-02-01"), ("basic_completed", "2025-02-01")]), "not-applicable");
    is(&waiver(&[("hire_date", "2025-02-01"), ("basic_completed", "2025-01-31")]), "overdue");
    is(&waiver(&[("hire_date", "2025-02-01"), ("previous_separation", "2025-01-31")]), "overdue");
    is(&waiver(&[("hire_date", "2025-02-01"), ("out_of_state", "yes")]), "overdue");
    is(&waiver(&[("hire_date", "2025-02-01"), ("out_of_state", "no")]), "not-applicable");
    is(&waiver(&[]), "not-applicable");
}

#[test]
fn the_message_names_what_is_missing_by_the_day_of_hire() {
    let message = |hired| waiver(&[("hire_date", hired), ("basic_completed", "2019-05-17")]).into_text().message;
    assert!(message("2022-06-30").contains("no basic-training waiver"), "{}", message("2022-06-30"));
    assert!(message("2022-07-01").contains("no reactivation"), "{}", message("2022-07-01"));
    let elsewhere = waiver(&[("hire_date", "2025-02-01"), ("out_of_state", "yes")]).into_text().message;
    assert!(elsewhere.contains("reciprocity") && elsewhere.contains("Equivalency"), "{elsewhere}");
}

#[test]
fn training_comes_before_the_waiver_and_the_day_of_hire() {
    // Settled 97.
    let granted = ("waiver_date", "2025-03-01");
    is(&waiver(&[("basic_completed", "2019-05-17"), granted]), "unknown");
    is(&waiver(&[("basic_completed", "2019-05-17")]), "unknown");
    is(&waiver(&[("basic_completed", "2019-05-17"), ("out_of_state", "yes"), granted]), "met");
    is(&waiver(&[("previous_separation", "2024-12-31"), granted]), "met");
    let no_day = waiver(&[("previous_separation", "2024-12-31")]);
    is(&no_day, "unknown");
    assert_eq!(no_day.column, Some(Column::HireDate));
    for trigger in ["basic_completed", "previous_separation", "out_of_state"] {
        is(&waiver(&[("hire_date", "2025-02-01"), (trigger, "perhaps"), granted]), "unknown");
    }
    // Without a trigger it does not matter what else cannot be read.
    is(&waiver(&[("hire_date", "2025-02-01"), ("waiver_date", "perhaps")]), "not-applicable");
    is(&waiver(&[("hire_date", "perhaps")]), "not-applicable");
    is(&waiver(&[("hire_date", "perhaps"), ("basic_completed", "2019-05-17")]), "unknown");
}

#[test]
fn a_waiver_of_the_earlier_employment_does_not_count() {
    // Settled 122.
    let moved =
        |day| waiver(&[("hire_date", "2025-02-01"), ("previous_separation", "2024-12-31"), ("waiver_date", day)]);
    is(&moved("2024-12-31"), "met");
    is(&moved("2025-03-01"), "met");
    let old = moved("2024-12-30");
    is(&old, "overdue");
    assert!(old.notes()[0].contains("earlier employment"), "{:?}", old.notes());
    // Without a separation on record any day serves.
    is(
        &waiver(&[("hire_date", "2025-02-01"), ("basic_completed", "2010-01-01"), ("waiver_date", "2010-02-01")]),
        "met",
    );
}

#[test]
fn going_back_to_the_academy_meets_the_rule() {
    // Settled 123.
    let again =
        |day| waiver(&[("hire_date", "2025-02-01"), ("basic_completed", "2019-05-17"), ("basic_enrolled", day)]);
    is(&again("2025-02-01"), "met");
    // The first time at the academy: enrolled before it was completed, years before this hire.
    is(&again("2019-01-07"), "overdue");
    // Completed before enrolling and before the hire, enrolled before the hire: possible, and not this appointment's.
    is(&again("2025-01-31"), "overdue");
}
