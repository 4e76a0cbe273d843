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
fn after_ten_years_the_course_is_owed_and_a_person_decides() {
    // Settled 136.
    let course = [("law_course_completed", "2025-08-01")];
    is(&back("2015-06-30", "2025-06-29", &course), "met");
    is(&back("2015-06-30", "2025-06-29", &[]), "overdue");
    is(&back("2015-06-30", "2025-06-30", &course), "review");
    let owed = back("2015-06-30", "2025-06-30", &[]);
    is(&owed, "overdue");
    assert!(owed.notes()[0].contains("may ask for more"), "{:?}", owed.notes());
    is(&back("2012-02-29", "2022-02-28", &[("law_course_completed", "2022-03-15")]), "review");
    is(&back("2012-02-29", "2022-02-27", &[("law_course_completed", "2022-03-15")]), "met");
}

#[test]
fn the_academy_again_ends_the_break() {
    // Settled 136, 214 and 215.
    for years in ["2022-06-30", "2015-06-30"] {
        let with = |cells: &[(&str, &str)]| back(years, "2025-06-30", cells);
        is(&with(&[("basic_enrolled", "2025-07-07")]), "met");
        is(&with(&[("basic_enrolled", years)]), "met");
        is(&with(&[("basic_completed", "2025-11-14")]), "met");
        is(&with(&[("basic_completed", years)]), "met");
        // Enrolled again, with the first certificate still on record: no answer yet.
        is(&with(&[("basic_enrolled", "2025-07-07"), ("basic_completed", "2001-05-18")]), "overdue");
        is(&with(&[("basic_enrolled", "2001-01-08"), ("basic_completed", "2001-05-18")]), "overdue");
        // Never certificated: the course itself is owed.
        is(&with(&[("certification", "none")]), "not-applicable");
        is(&with(&[("certification", "none"), ("basic_completed", "2001-05-18")]), "overdue");
        is(&with(&[("certification", "none"), ("basic_completed", "soon")]), "unknown");
        is(&with(&[("certification", "soon")]), "unknown");
    }
    is(&back("2023-06-30", "2025-06-30", &[("certification", "soon")]), "not-applicable");
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
    is(&back("2015-06-30", "2025-06-30", &[("out_of_state", "no")]), "overdue");
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
fn trained_before_means_certificated_before() {
    // Settled 135 and 212.
    let with = |cells: &[(&str, &str)]| waiver(&[&[("hire_date", "2025-02-01")], cells].concat());
    is(&with(&[]), "not-applicable");
    is(&with(&[("basic_completed", "2025-02-01")]), "not-applicable");
    is(&with(&[("basic_completed", "2025-01-31")]), "overdue");
    is(&with(&[("out_of_state", "yes")]), "overdue");
    is(&with(&[("out_of_state", "no")]), "not-applicable");
    is(&waiver(&[]), "not-applicable");
    let left = ("previous_separation", "2025-01-31");
    is(&with(&[left, ("certification", "full-time")]), "overdue");
    is(&with(&[left, ("certification", "part-time")]), "overdue");
    is(&with(&[left, ("certification", "none")]), "not-applicable");
    let unclear = with(&[left]);
    is(&unclear, "review");
    assert!(unclear.message().contains("if the officer was certificated then"), "{}", unclear.message());
    is(&with(&[left, ("out_of_state", "yes")]), "overdue");
    // Trained in this appointment, whatever came before it.
    is(&with(&[left, ("basic_completed", "2025-06-13")]), "not-applicable");
    is(&with(&[left, ("basic_completed", "2025-06-13"), ("certification", "none")]), "not-applicable");
    is(&with(&[left, ("basic_completed", "2025-06-13"), ("certification", "full-time")]), "overdue");
    // What serves comes before the question whether there was a certificate.
    is(&with(&[left, ("waiver_date", "2025-02-03")]), "met");
    is(&with(&[left, ("basic_enrolled", "2025-02-03")]), "met");
    // Certification matters only beside a separation, and where nothing else shows a certificate.
    is(&with(&[left, ("certification", "?")]), "unknown");
    is(&with(&[left, ("certification", "?"), ("basic_completed", "2019-05-17")]), "overdue");
    is(&with(&[("certification", "?")]), "not-applicable");
    // An unreadable separation matters only where it could show a certificate.
    let unreadable = ("previous_separation", "?");
    is(&with(&[unreadable]), "unknown");
    is(&with(&[unreadable, ("certification", "full-time")]), "unknown");
    is(&with(&[unreadable, ("certification", "none")]), "not-applicable");
    is(&with(&[unreadable, ("basic_completed", "2025-06-13")]), "not-applicable");
}

#[test]
fn a_promoted_officers_appointment_begins_with_the_promotion() {
    // Settled 213 and 258: part-time here since 2020, full-time since 1 October 2025.
    let promoted = |cells: &[(&'static str, &'static str)]| {
        let row = [("hire_date", "2020-03-02"), ("employment", "full-time"), ("certification", "part-time")];
        waiver(&[&row[..], &[("basic_completed", "2021-05-14")], cells].concat())
    };
    is(&promoted(&[]), "not-applicable");
    let since = ("full_time_since", "2025-10-01");
    let asked = promoted(&[since]);
    is(&asked, "overdue");
    assert!(asked.message().contains("revised Form E") && !asked.message().contains("reactivation"));
    // 1 October less 90 days: 30 in September, 31 in August, 29 of July: 3 July.
    is(&promoted(&[since, ("waiver_date", "2025-07-03")]), "met");
    is(&promoted(&[since, ("waiver_date", "2025-07-02")]), "overdue");
    is(&promoted(&[("full_time_since", "?")]), "unknown");
    is(&promoted(&[("full_time_since", "2020-01-06")]), "not-applicable");
    let trained = |cells: &[(&'static str, &'static str)]| {
        waiver(&[&[("hire_date", "2025-02-01"), ("basic_completed", "2019-05-17")], cells].concat())
    };
    is(&trained(&[since, ("employment", "?"), ("waiver_date", "2025-03-03")]), "unknown");
    is(&trained(&[since, ("employment", "?"), ("basic_enrolled", "2025-02-03"), ("waiver_date", "2025-03-03")]), "met");
    // A certificate that is older than neither first day, whichever holds.
    let after_both = [("hire_date", "2024-09-10"), ("full_time_since", "2024-11-01"), ("employment", "?")];
    is(&waiver(&[&after_both[..], &[("basic_completed", "2025-01-05")]].concat()), "not-applicable");
    is(&waiver(&[&after_both[..], &[("basic_completed", "2024-10-31")]].concat()), "unknown");
    // Unreadable, and it decides nothing: earlier than the hire anyway, or too old for any later day.
    is(&trained(&[("full_time_since", "?"), ("employment", "full-time")]), "overdue");
    is(&trained(&[("full_time_since", "?"), ("employment", "full-time"), ("waiver_date", "2025-03-03")]), "unknown");
    is(&trained(&[("full_time_since", "?"), ("employment", "part-time"), ("waiver_date", "2025-03-03")]), "met");
    is(&trained(&[("full_time_since", "?"), ("employment", "full-time"), ("waiver_date", "2019-06-03")]), "overdue");
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
    // Settled 97 and 211.
    let granted = ("waiver_date", "2025-03-01");
    is(&waiver(&[("basic_completed", "2019-05-17"), granted]), "unknown");
    is(&waiver(&[("basic_completed", "2019-05-17")]), "unknown");
    is(&waiver(&[("basic_completed", "2019-05-17"), ("out_of_state", "yes"), granted]), "unknown");
    is(&waiver(&[("previous_separation", "2024-12-31"), granted]), "met");
    is(&waiver(&[("previous_separation", "2025-03-01"), granted]), "unknown");
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
fn a_waiver_belongs_to_an_employment() {
    // Settled 134. 1 May 2025 less 90 days: 30 in April, 31 in March, 28 in February, 1 of January: 31 January.
    let trained = |day| waiver(&[("hire_date", "2025-05-01"), ("basic_completed", "2010-01-01"), ("waiver_date", day)]);
    let early = trained("2025-01-31");
    is(&early, "met");
    assert!(early.notes()[0].contains("are a reading"), "{:?}", early.notes());
    is(&trained("2025-05-01"), "met");
    assert!(trained("2025-05-01").notes().is_empty());
    let old = trained("2025-01-30");
    is(&old, "overdue");
    assert!(old.notes()[0].contains("of 30 Jan 2025 was for an earlier employment"), "{:?}", old.notes());
    // Or later than the separation, however long before the hire.
    let moved = |day| {
        let row = [("hire_date", "2025-05-01"), ("previous_separation", "2024-12-31"), ("certification", "full-time")];
        waiver(&[&row[..], &[("waiver_date", day)]].concat())
    };
    is(&moved("2025-01-01"), "met");
    assert!(moved("2025-01-01").notes().is_empty(), "the 90 days did not decide");
    is(&moved("2024-12-31"), "overdue");
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
