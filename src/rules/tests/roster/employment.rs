//! Edges of the rules in `employment.rs`.

use crate::model::officer::Column;
use crate::rules::ask::Answer;
use crate::rules::tests::*;

/// A full-time officer hired on 31 August 2025: six months end on 28 February 2026.
fn deadline(cells: &[(&str, &str)], as_of: &str) -> Answer {
    hired("2025-08-31", cells, as_of)
}

fn hired(day: &str, cells: &[(&str, &str)], as_of: &str) -> Answer {
    ask_rule("basic-training-deadline", &[&[("employment", "full-time"), ("hire_date", day)], cells].concat(), as_of)
}

fn is(answer: &Answer, status: &str, due: &str) {
    assert_eq!(short(answer), (status, due.to_owned()), "{} {:?}", answer.message(), answer.notes());
}

#[test]
fn six_months_end_on_the_same_day_or_the_end_of_the_month() {
    is(&deadline(&[], "2026-02-28"), "due-soon", "2026-02-28");
    is(&deadline(&[], "2026-03-01"), "overdue", "2026-02-28");
    is(&hired("2023-08-31", &[], "2024-02-29"), "due-soon", "2024-02-29");
    is(&hired("2023-08-31", &[], "2024-03-01"), "overdue", "2024-02-29");
    is(&hired("2024-02-29", &[], "2024-08-29"), "due-soon", "2024-08-29");
    is(&hired("2024-02-29", &[], "2024-08-30"), "overdue", "2024-08-29");
    is(&hired("2026-01-01", &[], "2026-07-01"), "due-soon", "2026-07-01");
}

#[test]
fn day_sixty_is_due_soon_and_day_sixty_one_is_open() {
    // Settled 11.
    // 28 Feb is 28 days after 31 Jan, which is 32 days after 30 Dec.
    is(&deadline(&[], "2025-12-30"), "due-soon", "2026-02-28");
    is(&deadline(&[], "2025-12-29"), "open", "2026-02-28");
}

#[test]
fn the_message_contains_the_numbers() {
    assert_eq!(
        deadline(&[], "2026-02-28").message(),
        "basic training is due 28 Feb 2026, 6 months after hire on 31 Aug 2025"
    );
    let late =
        deadline(&[("extension_days", "30"), ("freeze_from", "2025-10-31"), ("freeze_to", "2025-11-30")], "2026-05-01");
    // 28 Feb and 30 days is 30 Mar; 31 Oct to 30 Nov is 30 days; 30 Mar and 30 days is 29 Apr.
    is(&late, "overdue", "2026-04-29");
    assert_eq!(
        late.message(),
        "basic training was due 29 Apr 2026, 6 months after hire on 31 Aug 2025 and 30 days of extension, moved by a \
         freeze of 30 days; the position is forfeited unless a waiver was granted"
    );
}

#[test]
fn an_extension_counts_from_the_six_month_day() {
    // Settled 23.
    // 28 Feb and 90 days: 31 in March, 30 in April, 29 in May.
    is(&deadline(&[("extension_days", "90")], "2026-05-29"), "due-soon", "2026-05-29");
    is(&deadline(&[("extension_days", "90")], "2026-05-30"), "overdue", "2026-05-29");
    is(&deadline(&[("extension_days", "0")], "2026-03-01"), "overdue", "2026-02-28");
    is(&deadline(&[("extension_days", "1")], "2026-03-01"), "due-soon", "2026-03-01");
    let capped = deadline(&[("extension_days", "91")], "2026-05-30");
    is(&capped, "overdue", "2026-05-29");
    assert_eq!(capped.notes(), ["only 90 of the 91 days of extension on record count"]);
}

#[test]
fn a_freeze_that_began_in_time_counts_to_its_end() {
    // Settled 21.
    let frozen = |from, to, as_of| deadline(&[("freeze_from", from), ("freeze_to", to)], as_of);
    // Over a month end: 31 Jan to 1 Mar is 29 days.
    is(&frozen("2026-01-31", "2026-03-01", "2026-03-29"), "due-soon", "2026-03-29");
    is(&frozen("2026-01-31", "2026-03-01", "2026-03-30"), "overdue", "2026-03-29");
    // Begun before the start: only 31 Aug to 10 Sep counts.
    is(&frozen("2025-08-01", "2025-09-10", "2026-03-01"), "due-soon", "2026-03-10");
    is(&frozen("2025-07-01", "2025-08-31", "2026-03-01"), "overdue", "2026-02-28");
    // Begun on the last good day, and the day after it.
    is(&frozen("2026-02-28", "2026-03-20", "2026-03-20"), "due-soon", "2026-03-20");
    is(&frozen("2026-03-01", "2026-03-20", "2026-03-20"), "overdue", "2026-02-28");
    // From day 100 to day 300 of a clock of 181 days: 200 days from 1 Jul 2026 end on 17 Jan 2027.
    let long = hired("2026-01-01", &[("freeze_from", "2026-04-11"), ("freeze_to", "2026-10-28")], "2026-11-01");
    is(&long, "open", "2027-01-17");
    // An extension of 30 days puts 15 Mar inside the clock: 30 Mar and 10 days.
    let extended = [("extension_days", "30"), ("freeze_from", "2026-03-15"), ("freeze_to", "2026-03-25")];
    is(&deadline(&extended, "2026-04-01"), "due-soon", "2026-04-09");
}

#[test]
fn an_open_freeze_is_review() {
    // Settled 22.
    let frozen = |from, as_of| deadline(&[("freeze_from", from)], as_of);
    let standing = frozen("2026-02-28", "2026-03-05");
    is(&standing, "review", "");
    assert!(standing.message().contains("frozen since 28 Feb 2026"), "{}", standing.message());
    is(&frozen("2026-02-01", "2026-02-01"), "review", "");
    is(&frozen("2026-02-02", "2026-02-01"), "due-soon", "2026-02-28");
    is(&frozen("2026-03-01", "2026-03-05"), "overdue", "2026-02-28");
    let endless = deadline(&[("freeze_to", "2026-02-01")], "2026-02-10");
    is(&endless, "unknown", "");
    assert_eq!(endless.column, Some(Column::FreezeFrom));
    let frozen_but = |cell, day| deadline(&[("freeze_from", "2025-12-01"), (cell, day)], "2026-03-05");
    is(&frozen_but("waiver_date", "2026-01-01"), "met", "");
    is(&frozen_but("basic_completed", "2026-03-02"), "met", "");
    // An end before the beginning is no freeze that can be read (settled 5).
    is(&frozen_but("freeze_to", "2025-11-30"), "unknown", "");
}

#[test]
fn a_completion_or_a_waiver_needs_no_day_of_hire() {
    // Settled 36.
    let without_hire = |cells: &[(&str, &str)]| {
        ask_rule("basic-training-deadline", &[&[("employment", "full-time")], cells].concat(), "2026-06-01")
    };
    is(&without_hire(&[("basic_completed", "2026-03-03")]), "met", "");
    is(&without_hire(&[("waiver_date", "2026-03-03")]), "met", "");
    is(&without_hire(&[]), "unknown", "");
    assert_eq!(without_hire(&[]).column, Some(Column::HireDate));
}

#[test]
fn a_late_certificate_is_met_within_the_longest_extension() {
    // Settled 133. 28 Feb 2026 and 90 days is 29 May: 31 in March, 30 in April, 29 in May.
    let on_time = deadline(&[("basic_completed", "2026-02-28")], "2026-06-01");
    is(&on_time, "met", "2026-02-28");
    assert!(on_time.notes().is_empty());
    let late = deadline(&[("basic_completed", "2026-03-01")], "2026-06-01");
    is(&late, "met", "2026-02-28");
    assert!(late.notes()[0].contains("late by 1 day: no extension is on record"), "{:?}", late.notes());
    let last = deadline(&[("basic_completed", "2026-05-29")], "2026-06-01");
    is(&last, "met", "2026-02-28");
    assert!(last.notes()[0].contains("late by 90 days"), "{:?}", last.notes());
    let beyond = deadline(&[("basic_completed", "2026-05-30")], "2026-06-01");
    is(&beyond, "review", "2026-02-28");
    assert!(beyond.message().contains("91 days after the deadline") && beyond.message().contains("1720.20(f)"));
    let extended = deadline(&[("basic_completed", "2026-03-01"), ("extension_days", "1")], "2026-06-01");
    assert!(extended.notes().is_empty(), "{:?}", extended.notes());
    // With all 90 days on record the next day is beyond them.
    is(&deadline(&[("basic_completed", "2026-05-30"), ("extension_days", "90")], "2026-06-01"), "review", "2026-05-29");
}

#[test]
fn a_late_certificate_and_a_freeze() {
    // Settled 207 and 208.
    let frozen =
        |from, to, done| deadline(&[("freeze_from", from), ("freeze_to", to), ("basic_completed", done)], "2026-09-01");
    // The clock stands still: in time, whatever the day.
    is(&frozen("2026-02-28", "", "2026-08-20"), "met", "");
    // Ended before the deadline: 28 Feb and 30 days is 30 Mar.
    let ended = |done| frozen("2026-01-01", "2026-01-31", done);
    is(&ended("2026-03-30"), "met", "2026-03-30");
    assert!(ended("2026-03-30").notes().is_empty());
    assert!(ended("2026-03-31").notes()[0].contains("late by 1 day"));
    // Begun after the deadline and within the 90 days: it moves the longest extension only, 29 May and 30 days.
    is(&frozen("2026-03-15", "2026-04-14", "2026-06-28"), "met", "2026-02-28");
    is(&frozen("2026-03-15", "2026-04-14", "2026-06-29"), "review", "2026-02-28");
    is(&frozen("2026-03-15", "", "2026-08-20"), "met", "2026-02-28");
    // An end without a beginning: met only where no freeze is needed.
    is(&frozen("", "2026-02-10", "2026-02-28"), "met", "2026-02-28");
    is(&frozen("", "2026-02-10", "2026-03-01"), "unknown", "");
}

#[test]
fn earlier_freezes_are_added_before_the_present_one() {
    // Settled 141 and 219: 28 Feb and 30 days of extension and 10 frozen days is 9 Apr.
    let row = [("extension_days", "30"), ("frozen_days", "10")];
    is(&deadline(&row, "2026-04-09"), "due-soon", "2026-04-09");
    let late = deadline(&row, "2026-04-10");
    is(&late, "overdue", "2026-04-09");
    assert!(late.message().contains("30 days of extension, moved by 10 days of earlier freezes"), "{}", late.message());
    // 10 Mar is the last good day with ten frozen days, so a freeze begun on it counts: 5 days more.
    let begun =
        |from, as_of| deadline(&[("frozen_days", "10"), ("freeze_from", from), ("freeze_to", "2026-03-16")], as_of);
    is(&begun("2026-03-10", "2026-03-16"), "due-soon", "2026-03-16");
    is(&begun("2026-03-11", "2026-03-16"), "overdue", "2026-03-10");
    // The longest extension moves with them: 29 May and 10 days.
    is(&deadline(&[("frozen_days", "10"), ("basic_completed", "2026-06-08")], "2026-07-01"), "met", "2026-03-10");
    is(&deadline(&[("frozen_days", "10"), ("basic_completed", "2026-06-09")], "2026-07-01"), "review", "2026-03-10");
    is(&deadline(&[("frozen_days", "ten")], "2026-02-01"), "unknown", "");
}

/// A full-time officer with two days of hire: the clock of the first ends on 1 September 2021, of the second on 1 April
/// 2026.
fn twice_hired(cells: &[(&str, &str)], as_of: &str) -> Answer {
    hired("2025-10-01", &[&[("original_hire_date", "2021-03-01")], cells].concat(), as_of)
}

#[test]
fn two_days_of_hire_give_two_clocks() {
    // Settled 130 and 221.
    let between = twice_hired(&[], "2026-04-01");
    is(&between, "review", "");
    assert_eq!(between.column, Some(Column::FullTimeSince));
    let message = between.message();
    assert!(message.contains("since 1 Sep 2021") && message.contains("due 1 Apr 2026"), "{message}");
    let overdue = twice_hired(&[], "2026-04-02");
    is(&overdue, "overdue", "2026-04-01");
    assert!(overdue.message().contains("after hire on 1 Oct 2025"), "{}", overdue.message());
    // The later clock is stopped, or the earlier one is: an answer that is not overdue.
    is(&twice_hired(&[("freeze_from", "2026-04-01")], "2026-05-01"), "review", "");
    is(&twice_hired(&[("freeze_from", "2021-09-01")], "2026-05-01"), "review", "");
    // The earlier clock has not run out: its day comes first.
    let near = hired("2026-02-01", &[("original_hire_date", "2026-01-05")], "2026-07-05");
    is(&near, "due-soon", "2026-07-05");
    // Known days settle it.
    is(&twice_hired(&[("full_time_since", "2025-10-01")], "2026-04-01"), "due-soon", "2026-04-01");
    is(&twice_hired(&[("full_time_since", "2021-03-01")], "2026-04-01"), "overdue", "2021-09-01");
    is(&twice_hired(&[("part_time_since", "2021-03-01")], "2026-04-01"), "due-soon", "2026-04-01");
    is(&twice_hired(&[("part_time_since", "2021-03-02")], "2026-04-01"), "review", "");
    let part_time_only =
        [("employment", "full-time"), ("original_hire_date", "2021-03-01"), ("part_time_since", "2021-03-01")];
    is(&ask_rule("basic-training-deadline", &part_time_only, "2026-04-01"), "unknown", "");
    is(&twice_hired(&[("full_time_since", "?")], "2026-04-01"), "unknown", "");
    // Late is judged by the later clock.
    is(&twice_hired(&[("basic_completed", "2026-04-01")], "2026-08-01"), "met", "2026-04-01");
    let late = twice_hired(&[("basic_completed", "2026-04-02")], "2026-08-01");
    is(&late, "met", "2026-04-01");
    assert!(late.notes()[0].contains("late by 1 day"), "{:?}", late.notes());
}

/// A part-time certified officer employed full-time since 31 August 2025.
fn certified_part_time(cells: &[(&str, &str)], as_of: &str) -> Answer {
    deadline(&[&[("certification", "part-time")], cells].concat(), as_of)
}

#[test]
fn a_part_time_certificate_is_not_the_full_time_one() {
    // Settled 132, 206, 209 and 210.
    let part_time_course = ("basic_completed", "2019-05-17");
    is(&certified_part_time(&[part_time_course], "2026-02-28"), "due-soon", "2026-02-28");
    let after = certified_part_time(&[part_time_course], "2026-03-01");
    is(&after, "review", "2026-02-28");
    assert!(after.message().contains("transition course") && after.message().contains("Form E"), "{}", after.message());
    is(&certified_part_time(&[], "2026-03-01"), "review", "2026-02-28");
    is(&certified_part_time(&[part_time_course, ("transition_completed", "2026-02-13")], "2026-03-01"), "met", "");
    is(&certified_part_time(&[part_time_course, ("waiver_date", "2025-09-15")], "2026-03-01"), "met", "");
    // On or after the start it is the full-time course, late or not.
    is(&certified_part_time(&[("basic_completed", "2025-08-30")], "2026-03-01"), "review", "2026-02-28");
    is(&certified_part_time(&[("basic_completed", "2025-08-31")], "2026-03-01"), "met", "2026-02-28");
    is(&certified_part_time(&[("basic_completed", "2026-05-29")], "2026-06-01"), "met", "2026-02-28");
    is(&certified_part_time(&[("basic_completed", "2026-05-30")], "2026-06-01"), "review", "2026-02-28");
    // The original day may be the part-time one; full_time_since is not.
    let without_hire = |cells: &[(&str, &str)]| {
        let row = [&[("employment", "full-time"), ("certification", "part-time")], cells].concat();
        ask_rule("basic-training-deadline", &row, "2026-03-01")
    };
    is(&without_hire(&[("original_hire_date", "2019-01-07")]), "unknown", "");
    is(&without_hire(&[part_time_course]), "unknown", "");
    is(&without_hire(&[part_time_course, ("transition_completed", "2026-02-13")]), "met", "");
    is(&without_hire(&[("full_time_since", "2025-10-01")]), "due-soon", "2026-04-01");
    is(&certified_part_time(&[("full_time_since", "2025-10-01")], "2026-03-01"), "due-soon", "2026-04-01");
}

#[test]
fn an_extension_of_time_recorded_as_a_waiver_gets_a_note() {
    // Settled 134.
    let waived = |cells: &[(&str, &str)]| {
        deadline(&[&[("waiver_date", "2026-01-15")], cells].concat(), "2026-03-01").notes().len()
    };
    assert_eq!(waived(&[]), 1);
    assert_eq!(waived(&[("certification", "none"), ("out_of_state", "no")]), 1);
    for shown in [
        ("basic_completed", "2019-05-17"),
        ("previous_separation", "2025-01-31"),
        ("out_of_state", "yes"),
        ("certification", "full-time"),
        ("previous_separation", "perhaps"),
    ] {
        assert_eq!(waived(&[shown]), 0, "{shown:?}");
    }
}

#[test]
fn the_limit_binds_three_classes_of_officers() {
    // Settled 24 and 37.
    for (discipline, status) in [
        ("", "overdue"),
        ("law-enforcement", "overdue"),
        ("corrections", "overdue"),
        ("conservator", "overdue"),
        ("court-security", "not-applicable"),
        ("conservator-official", "not-applicable"),
    ] {
        assert_eq!(deadline(&[("discipline", discipline)], "2026-03-01").status.name(), status, "{discipline}");
    }
}

#[test]
fn one_closed_gate_is_enough() {
    // Settled 28 and 96.
    let ask = |cells: &[(&str, &str)]| {
        ask_rule("basic-training-deadline", &[&[("hire_date", "2025-08-31")], cells].concat(), "2026-03-01")
    };
    is(&ask(&[("employment", "")]), "unknown", "");
    is(&ask(&[("employment", ""), ("discipline", "court-security")]), "not-applicable", "");
    is(&ask(&[("employment", "part-time"), ("discipline", "wizard")]), "not-applicable", "");
    is(&ask(&[("employment", "full-time"), ("discipline", "wizard")]), "unknown", "");
    is(&ask(&[("employment", "sometimes"), ("discipline", "court-security")]), "not-applicable", "");
}

#[test]
fn an_unreadable_cell_makes_the_answer_unknown() {
    // Settled 4.
    is(&deadline(&[("basic_completed", "2026-02-01"), ("extension_days", "about 30")], "2026-03-01"), "unknown", "");
    is(&deadline(&[("waiver_date", "2026-02-01"), ("certification", "maybe")], "2026-03-01"), "unknown", "");
    is(&hired("2026-03-02", &[], "2026-03-01"), "unknown", "");
}

#[test]
fn the_transitional_certificate_is_noted_when_overdue() {
    // Settled 128 and 140.
    let hears = |answer: &Answer| answer.notes().iter().any(|note| note.contains("1720.90"));
    let last = hired("2022-07-01", &[], "2026-03-01");
    is(&last, "overdue", "2023-01-01");
    assert!(hears(&last));
    assert!(!hears(&hired("2022-07-02", &[], "2026-03-01")));
    assert!(hears(&hired("2024-05-01", &[("original_hire_date", "2001-05-01")], "2026-03-01")));
    let gap = |left| {
        hired("2024-05-01", &[("original_hire_date", "2001-05-01"), ("previous_separation", left)], "2026-03-01")
    };
    assert!(hears(&gap("2022-07-01")) && !hears(&gap("2022-06-30")), "between two appointments on the day");
    assert!(!hears(&hired("2022-07-01", &[], "2022-08-01")), "a recruit in time needs no transitional certificate");
    assert!(!hears(&hired("2022-07-01", &[("basic_completed", "2024-01-01")], "2026-03-01")));
    let certified = hired("2001-05-01", &[("certification", "full-time")], "2026-03-01");
    is(&certified, "overdue", "2001-11-01");
    assert!(!hears(&certified) && certified.notes()[0].contains("basic_completed"), "{:?}", certified.notes());
}

#[test]
fn an_extension_is_ninety_days_at_most() {
    // Settled 23 and 116.
    let extension = |days, discipline| {
        ask_rule("basic-training-extension", &[("extension_days", days), ("discipline", discipline)], "2026-03-01")
    };
    for (days, status) in [
        ("", "not-applicable"),
        ("0", "not-applicable"),
        ("1", "met"),
        ("90", "met"),
        ("91", "overdue"),
        ("180", "overdue"),
        ("-5", "unknown"),
        ("1.5", "unknown"),
    ] {
        is(&extension(days, ""), status, "");
    }
    for discipline in ["law-enforcement", "corrections", "court-security", "conservator"] {
        is(&extension("91", discipline), "overdue", "");
    }
    is(&extension("91", "conservator-official"), "not-applicable", "");
    is(&extension("0", "wizard"), "not-applicable", "");
    is(&extension("91", "wizard"), "unknown", "");
    assert_eq!(extension("91", "").message(), "an extension of 91 days is 1 day above the limit of 90");
}

#[test]
fn a_conservator_is_trained_before_authority() {
    // Settled 31.
    let conservator = |authority, completed, as_of| {
        let row = [("discipline", "conservator"), ("authority_from", authority), ("basic_completed", completed)];
        ask_rule("conservator-training", &row, as_of)
    };
    is(&conservator("", "", "2026-03-01"), "not-applicable", "");
    is(&conservator("", "2020-01-01", "2026-03-01"), "met", "");
    is(&conservator("2026-03-01", "2026-03-01", "2026-03-02"), "met", "2026-03-01");
    is(&conservator("2026-03-01", "2026-03-02", "2026-03-02"), "overdue", "2026-03-01");
    is(&conservator("2026-03-01", "", "2026-02-28"), "due-soon", "2026-03-01");
    is(&conservator("2026-03-01", "", "2026-03-01"), "overdue", "2026-03-01");
    is(&conservator("2026-06-01", "", "2026-03-01"), "open", "2026-06-01");
    is(&conservator("2026-06-01", "2026-02-01", "2026-03-01"), "met", "2026-06-01");
    let late = conservator("2026-03-01", "2026-04-15", "2026-05-01");
    assert!(late.message().contains("1 Mar 2026") && late.message().contains("15 Apr 2026"), "{}", late.message());
}

#[test]
fn training_before_authority_applies_to_conservators_only() {
    let officer = |discipline| {
        ask_rule("conservator-training", &[("discipline", discipline), ("authority_from", "2026-01-01")], "2026-03-01")
    };
    is(&officer("conservator-official"), "overdue", "2026-01-01");
    is(&officer("conservator"), "overdue", "2026-01-01");
    is(&officer("corrections"), "not-applicable", "");
    is(&officer(""), "not-applicable", "");
    is(&officer("wizard"), "unknown", "");
}
