//! Edges of the rules in `part_time.rs`.

use crate::rules::ask::Answer;
use crate::rules::tests::*;

const POWER: &str = "part-time-power-deadline";
const ENROLLMENT: &str = "part-time-enrollment-deadline";
const TRAINING: &str = "part-time-training-deadline";

/// Each rule, its own column, and the last good day for an officer hired on 31 August 2022: 28 February 2023 after six
/// months, 29 February 2024 after eighteen.
const DUTIES: [(&str, &str, &str); 3] = [
    (POWER, "power_passed", "2023-02-28"),
    (ENROLLMENT, "basic_enrolled", "2023-02-28"),
    (TRAINING, "basic_completed", "2024-02-29"),
];

fn part_time(rule: &str, hired: &str, cells: &[(&str, &str)], as_of: &str) -> Answer {
    ask_rule(rule, &[&[("employment", "part-time"), ("hire_date", hired)], cells].concat(), as_of)
}

fn is(answer: &Answer, status: &str, due: &str) {
    assert_eq!(short(answer), (status, due.to_owned()), "{} {:?}", answer.message(), answer.notes());
}

#[test]
fn a_second_part_time_hire_starts_no_new_clock() {
    let twice = |rule, as_of| part_time(rule, "2015-04-01", &[("original_hire_date", "2015-01-01")], as_of);
    for rule in [POWER, ENROLLMENT] {
        is(&twice(rule, "2015-07-01"), "due-soon", "2015-07-01");
        is(&twice(rule, "2015-07-02"), "overdue", "2015-07-01");
    }
    is(&twice(TRAINING, "2016-07-01"), "due-soon", "2016-07-01");
    let late = twice(TRAINING, "2016-07-02");
    is(&late, "overdue", "2016-07-01");
    assert_eq!(
        late.message(),
        "part-time basic training was due 1 Jul 2016, 18 months after hire on 1 Jan 2015; the officer can no longer \
         be hired part-time in Illinois"
    );
    // Only the first hire on record, or only the second.
    let first = [("employment", "part-time"), ("original_hire_date", "2015-01-01")];
    is(&ask_rule(POWER, &first, "2015-07-02"), "overdue", "2015-07-01");
    is(&part_time(POWER, "2015-04-01", &[], "2015-07-02"), "open", "2015-10-01");
}

#[test]
fn the_months_end_with_a_shorter_month() {
    for (rule, _, last) in DUTIES {
        is(&part_time(rule, "2022-08-31", &[], last), "due-soon", last);
    }
    is(&part_time(POWER, "2022-08-31", &[], "2023-03-01"), "overdue", "2023-02-28");
    is(&part_time(TRAINING, "2022-08-31", &[], "2024-03-01"), "overdue", "2024-02-29");
    is(&part_time(ENROLLMENT, "2024-02-29", &[], "2024-08-29"), "due-soon", "2024-08-29");
    is(&part_time(TRAINING, "2024-02-29", &[], "2025-08-30"), "overdue", "2025-08-29");
    is(&part_time(TRAINING, "2023-08-31", &[], "2025-03-01"), "overdue", "2025-02-28");
}

#[test]
fn done_late_is_met_with_a_note() {
    // Settled 133: POWER and enrollment on any day, the training within 90 days.
    for (rule, column, last) in DUTIES {
        let in_time = part_time(rule, "2022-08-31", &[(column, last)], "2026-03-01");
        is(&in_time, "met", last);
        assert!(in_time.notes().is_empty(), "{rule}: {:?}", in_time.notes());
        let late = part_time(rule, "2022-08-31", &[(column, "2024-03-02")], "2026-03-01");
        is(&late, "met", last);
        // 28 Feb 2023 to 2 Mar 2024, over a leap day: 368 days.
        let days = if rule == TRAINING { "late by 2 days" } else { "368 days late" };
        assert!(late.notes()[0].contains(days), "{rule}: {:?}", late.notes());
    }
    let late = |day| part_time(TRAINING, "2022-08-31", &[("basic_completed", day)], "2026-03-01");
    // 29 Feb 2024 and 90 days is 29 May: 31 in March, 30 in April, 29 in May.
    is(&late("2024-05-29"), "met", "2024-02-29");
    let beyond = late("2024-05-30");
    is(&beyond, "review", "2024-02-29");
    assert!(beyond.message().contains("91 days") && beyond.message().contains("1770.212(c)"), "{}", beyond.message());
    let undated = ask_rule(TRAINING, &[("employment", "part-time"), ("basic_completed", "2024-05-30")], "2026-03-01");
    is(&undated, "met", "");
}

#[test]
fn the_part_time_clock_has_a_date_of_its_own() {
    // Settled 129: 31 Aug 2022 was full-time, 1 Jan 2024 the first part-time day.
    let since = |day, as_of| part_time(POWER, "2022-08-31", &[("part_time_since", day)], as_of);
    is(&since("2024-01-01", "2024-07-01"), "due-soon", "2024-07-01");
    is(&since("2024-01-01", "2024-07-02"), "overdue", "2024-07-01");
    is(&since("", "2024-07-01"), "overdue", "2023-02-28");
    is(&since("?", "2024-07-01"), "unknown", "");
    // Settled 141: frozen days move each of the three.
    for (rule, _, last) in DUTIES {
        let frozen = part_time(rule, "2022-08-31", &[("frozen_days", "1")], "2024-07-01");
        let next = read_flag_day(last).unwrap().succ_opt().unwrap().to_string();
        is(&frozen, "overdue", &next);
        assert!(frozen.notes()[0].contains("names no freeze"), "{rule}: {:?}", frozen.notes());
    }
}

#[test]
fn a_waiver_of_any_day_meets_all_three_rules() {
    // Settled 27.
    for (rule, column, _) in DUTIES {
        is(&part_time(rule, "2022-08-31", &[("waiver_date", "2010-01-01")], "2026-03-01"), "met", "");
        is(&part_time(rule, "2022-08-31", &[("waiver_date", "2026-03-01")], "2026-03-01"), "met", "");
        is(&part_time(rule, "2022-08-31", &[("waiver_date", "2026-03-02")], "2026-03-01"), "unknown", "");
        is(&ask_rule(rule, &[("employment", "part-time"), ("waiver_date", "2010-01-01")], "2026-03-01"), "met", "");
        is(&ask_rule(rule, &[("employment", "part-time"), (column, "2010-01-01")], "2026-03-01"), "met", "");
        is(&ask_rule(rule, &[("employment", "part-time")], "2026-03-01"), "unknown", "");
    }
}

#[test]
fn completed_training_meets_power_and_enrolment_too() {
    for rule in [POWER, ENROLLMENT] {
        is(&part_time(rule, "2022-08-31", &[("basic_completed", "2024-02-01")], "2026-03-01"), "met", "");
    }
}

#[test]
fn an_extension_moves_the_eighteen_months_only() {
    let extended = |rule, days, as_of| part_time(rule, "2015-01-01", &[("extension_days", days)], as_of);
    // 1 July 2016 and 90 days: 30 left in July, 31 in August, 29 in September.
    is(&extended(TRAINING, "90", "2016-09-29"), "due-soon", "2016-09-29");
    is(&extended(TRAINING, "90", "2016-09-30"), "overdue", "2016-09-29");
    is(&extended(TRAINING, "91", "2016-09-30"), "overdue", "2016-09-29");
    is(&extended(TRAINING, "0", "2016-07-02"), "overdue", "2016-07-01");
    is(&extended(TRAINING, "soon", "2016-07-02"), "unknown", "");
    is(&extended(POWER, "90", "2015-07-02"), "overdue", "2015-07-01");
    is(&extended(POWER, "soon", "2015-07-02"), "overdue", "2015-07-01");
    is(&extended(ENROLLMENT, "90", "2015-07-02"), "overdue", "2015-07-01");
}

#[test]
fn a_freeze_moves_all_three() {
    // Settled 21 and 22.
    for (rule, _, last) in DUTIES {
        // 31 Jan to 1 Mar 2023 is 29 days: 28 Feb 2023 moves to 29 Mar 2023, 29 Feb 2024 to 29 Mar 2024.
        let moved = if rule == TRAINING { "2024-03-29" } else { "2023-03-29" };
        let row = [("freeze_from", "2023-01-31"), ("freeze_to", "2023-03-01")];
        let frozen = part_time(rule, "2022-08-31", &row, moved);
        is(&frozen, "due-soon", moved);
        let unfrozen = if rule == TRAINING { "29 Feb 2024" } else { "28 Feb 2023" };
        assert!(
            frozen.notes()[0].contains("#10") && frozen.notes()[0].contains(unfrozen),
            "{rule}: {:?}",
            frozen.notes()
        );
        is(&part_time(rule, "2022-08-31", &[("freeze_from", "2023-01-31")], "2023-02-01"), "review", "");
        is(&part_time(rule, "2022-08-31", &[("freeze_to", "2023-01-31")], "2023-02-01"), "unknown", "");
        let before = [("freeze_from", "2022-01-01"), ("freeze_to", "2022-08-31")];
        is(&part_time(rule, "2022-08-31", &before, last), "due-soon", last);
        assert!(part_time(rule, "2022-08-31", &before, last).notes().is_empty());
    }
    // Begun after the six months are over, but inside the eighteen.
    is(&part_time(POWER, "2022-08-31", &[("freeze_from", "2023-03-01")], "2023-06-01"), "overdue", "2023-02-28");
    is(&part_time(TRAINING, "2022-08-31", &[("freeze_from", "2023-03-01")], "2023-06-01"), "review", "");
}

#[test]
fn the_rules_apply_to_part_time_law_enforcement_only() {
    // Settled 24, 28 and 96.
    for (rule, _, _) in DUTIES {
        let ask =
            |cells: &[(&str, &str)]| ask_rule(rule, &[&[("hire_date", "2015-01-01")], cells].concat(), "2026-03-01");
        for discipline in ["corrections", "court-security", "conservator", "conservator-official"] {
            is(&ask(&[("employment", "part-time"), ("discipline", discipline)]), "not-applicable", "");
        }
        is(&ask(&[("employment", "full-time")]), "not-applicable", "");
        is(&ask(&[("employment", "full-time"), ("discipline", "wizard")]), "not-applicable", "");
        is(&ask(&[("employment", "part-time"), ("discipline", "wizard")]), "unknown", "");
        is(&ask(&[("employment", "")]), "unknown", "");
        is(&ask(&[("employment", ""), ("discipline", "corrections")]), "not-applicable", "");
    }
}
