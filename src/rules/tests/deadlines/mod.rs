//! Every kind of deadline on days worked by hand.

mod table;

use crate::rules::deadlines::{Deadline, DeadlineQuestion, FreezePeriod, find};
use crate::rules::law::figure::day;
use crate::rules::power::retest;
use chrono::{NaiveDate, NaiveTime};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn clock(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

/// Returns a question on 21 Nov 2026 with no option.
fn on(start: &str) -> DeadlineQuestion {
    DeadlineQuestion {
        start: date(start),
        time: None,
        extension: None,
        freeze: None,
        as_of: day(2026, 11, 21),
        warn_days: 60,
    }
}

fn ask(kind: &str, question: &DeadlineQuestion) -> Deadline {
    find(kind).unwrap().answer(question).unwrap()
}

fn frozen(from: &str, to: Option<&str>) -> Option<FreezePeriod> {
    Some(FreezePeriod { from: date(from), to: to.map(date) })
}

fn shown(moment: Option<impl ToString>) -> String {
    moment.map_or_else(String::new, |moment| moment.to_string())
}

/// Returns the due day and the open day after it: `("2026-02-28", "2026-03-02")`.
fn due(kind: &str, question: &DeadlineQuestion) -> (String, String) {
    let answer = ask(kind, question);
    (shown(answer.due), shown(answer.extended))
}

#[test]
fn every_kind_on_days_worked_by_hand() {
    for (kind, start, opens, due, extended) in [
        // A shorter month, a leap year, a Sunday, a holiday kept on a Friday, New Year's Day.
        ("basic-training", "2025-08-31", "", "2026-02-28", "2026-03-02"),
        ("basic-training", "2023-08-31", "", "2024-02-29", ""),
        ("basic-training", "2026-01-05", "", "2026-07-05", "2026-07-06"),
        ("basic-training", "2026-01-03", "", "2026-07-03", "2026-07-06"),
        ("basic-training", "2025-07-01", "", "2026-01-01", "2026-01-02"),
        ("part-time-power", "2015-01-01", "", "2015-07-01", ""),
        // Thanksgiving: the Friday is closed too.
        ("part-time-enrollment", "2025-05-27", "", "2025-11-27", "2025-12-01"),
        ("part-time-training", "2015-01-01", "", "2016-07-01", ""),
        ("part-time-training", "2024-08-31", "", "2026-02-28", "2026-03-02"),
        // 16 days of January, 28 of February, 1 of March.
        ("power-entry", "2026-01-15", "", "2026-03-01", ""),
        // 30 days of January, 29 of February, 1 of March.
        ("physical-entry", "2024-01-01", "", "2024-03-01", ""),
        ("claim", "2026-06-30", "", "2026-07-14", ""),
        ("claim", "2026-07-01", "", "2027-07-14", ""),
        ("claim", "2024-01-31", "", "2024-07-14", ""),
        // 1 Jan 2028 is a Saturday and kept on 31 Dec 2027.
        ("firearms-year", "2026-04-10", "", "2027-12-31", ""),
        ("firearms-year", "2024-12-31", "", "2025-12-31", ""),
        ("firearms-currency", "2024-02-29", "", "2025-02-28", ""),
        // Election Day in an even year, and the same Tuesday of an odd one.
        ("firearms-currency", "2025-11-03", "", "2026-11-03", ""),
        ("firearms-currency", "2024-11-04", "", "2025-11-04", ""),
        ("carry-permit", "2024-02-29", "", "2025-02-27", ""),
        ("carry-permit", "2023-02-28", "", "2024-02-27", ""),
        ("carry-permit", "2025-03-01", "", "2026-02-28", ""),
        ("carry-permit", "2026-01-01", "", "2026-12-31", ""),
        ("carry-address-change", "2026-02-18", "", "2026-02-28", "2026-03-02"),
        ("carry-address-change", "2025-12-22", "", "2026-01-01", "2026-01-02"),
        ("homicide-certificate", "2024-02-29", "", "2028-02-28", ""),
        ("homicide-certificate", "2026-06-15", "", "2030-06-14", ""),
        // 2100 is not a leap year: four years on from 29 Feb 2096 is the 28th.
        ("homicide-certificate", "2096-02-29", "", "2100-02-27", ""),
        ("exam-results", "2026-12-11", "", "2026-12-25", "2026-12-28"),
        ("disruption-report", "2026-02-24", "", "2026-03-03", ""),
        ("disruption-report", "2024-02-24", "", "2024-03-02", "2024-03-04"),
        ("entrance-certification", "2026-06-01", "2026-05-02", "2026-06-01", ""),
        ("entrance-certification", "2024-03-01", "2024-01-31", "2024-03-01", ""),
        ("entrance-review", "2026-06-01", "", "2026-06-15", ""),
        // Juneteenth on a Friday, on a Saturday (the Friday stays open), on a Sunday (kept on Monday).
        ("entrance-review", "2026-06-05", "", "2026-06-19", "2026-06-22"),
        ("entrance-appeal", "2027-06-09", "", "2027-06-19", "2027-06-21"),
        ("entrance-appeal", "2027-06-08", "", "2027-06-18", ""),
        ("entrance-appeal", "2022-06-10", "", "2022-06-20", "2022-06-21"),
        ("entrance-decision", "2026-01-31", "", "2026-03-02", ""),
        ("panel-appeal", "2026-05-15", "", "2026-05-25", "2026-05-26"),
        // 11 days of June, 31 of May, 3 of April.
        ("course-application", "2026-06-11", "", "2026-04-27", ""),
        // 5 days of March, 28 of February, 12 of January: Martin Luther King Day.
        ("course-application", "2026-03-05", "", "2026-01-19", ""),
        ("sheriff-program", "2026-06-01", "2026-03-03", "2026-05-02", ""),
        ("sheriff-program", "2024-05-30", "2024-03-01", "2024-04-30", ""),
        ("sheriff-program-decision", "2026-12-18", "", "2027-01-01", "2027-01-04"),
        // Lincoln's Birthday, and one kept on the Friday before.
        ("reactivation", "2026-02-05", "", "2026-02-12", "2026-02-13"),
        ("reactivation", "2028-02-04", "", "2028-02-11", "2028-02-14"),
        ("law-course", "2023-03-15", "", "2026-03-15", ""),
        ("law-course", "2024-02-29", "", "2027-02-28", ""),
    ] {
        let answer = ask(kind, &on(start));
        let found = (shown(answer.opens), shown(answer.due), shown(answer.extended));
        assert_eq!(found, (opens.to_owned(), due.to_owned(), extended.to_owned()), "{kind} {start}");
    }
}

#[test]
fn sixty_working_days_against_a_count_by_hand() {
    // Received Fri 1 May 2026. May 4-8 (5), 11-15 (10), 18-22 (15), 26-29 (19, the 25th is Memorial Day); June 1-5
    // (24), 8-12 (29), 15-18 (33, the 19th is Juneteenth), 22-26 (38), 29 June to 2 July (42, the 3rd keeps
    // Independence Day); July 6-10 (47), 13-17 (52), 20-24 (57), 27-29 (60). Of the 89 days 29 are skipped: 13
    // weekends, 3 holidays.
    let answer = ask("carry-permit-decision", &on("2026-05-01"));
    assert_eq!(shown(answer.due), "2026-07-29");
    assert_eq!(
        answer.steps,
        [
            "60 working days after 1 May 2026: 29 Jul 2026",
            "29 days skipped: 26 on Saturdays and Sundays, and 3 State holidays: Memorial Day (25 May 2026), \
             Juneteenth (19 Jun 2026), Independence Day (3 Jul 2026)"
        ]
    );
    // Received Mon 3 Nov 2025. November 4-7 (4, no election in odd years), 10 (5), 12-14 (8), 17-21 (13), 24-26 (16);
    // December 1-5 (21), 8-12 (26), 15-19 (31), 22-24 (34), 26 (35), 29-31 (38); January 2 (39), 5-9 (44), 12-16 (49),
    // 20-23 (53, the 19th is Martin Luther King Day), 26-30 (58); February 2-3 (60).
    let answer = ask("carry-permit-decision", &on("2025-11-03"));
    assert_eq!(shown(answer.due), "2026-02-03");
    assert_eq!(
        answer.steps[1],
        "32 days skipped: 26 on Saturdays and Sundays, and 6 State holidays: Veterans Day (11 Nov 2025), \
         Thanksgiving Day (27 Nov 2025), the day after Thanksgiving (28 Nov 2025), Christmas Day (25 Dec 2025), New \
         Year's Day (1 Jan 2026), Martin Luther King Day (19 Jan 2026)"
    );
    // The day of receipt does not count, open or not: Election Day 2026 is closed.
    assert_eq!(due("carry-permit-decision", &on("2026-11-02")), due("carry-permit-decision", &on("2026-11-03")));
    assert_eq!(due("carry-permit-decision", &on("2026-11-02")).0, "2027-02-03");
}

#[test]
fn a_retest_window_is_elapsed_time() {
    for (start, time, opens, closes) in [
        ("2026-06-06", "10:00", "2026-06-08T10:00", "2026-06-09T10:00"),
        // The clocks go forward at 02:00 on 8 Mar 2026 and back at 02:00 on 1 Nov 2026.
        ("2026-03-07", "10:00", "2026-03-09T11:00", "2026-03-10T11:00"),
        ("2026-10-31", "10:00", "2026-11-02T09:00", "2026-11-03T09:00"),
        // It would open at 02:30 on 8 March, a time that the clocks skip.
        ("2026-03-06", "02:30", "2026-03-08T03:30", "2026-03-09T03:30"),
        // It opens at the first 01:30 of 1 November.
        ("2026-10-30", "01:30", "2026-11-01T01:30", "2026-11-02T00:30"),
        // It closes at the second 01:00 of 1 November.
        ("2026-10-29", "02:00", "2026-10-31T02:00", "2026-11-01T01:00"),
        // It ended at the first 01:30 of 1 November.
        ("2026-11-01", "01:30", "2026-11-03T00:30", "2026-11-04T00:30"),
        ("2027-12-30", "23:15", "2028-01-01T23:15", "2028-01-02T23:15"),
    ] {
        let answer = ask("power-retest", &DeadlineQuestion { time: Some(clock(time)), ..on(start) });
        assert_eq!((shown(answer.opens), shown(answer.due)), (opens.to_owned(), closes.to_owned()), "{start} {time}");
        assert_eq!(answer.extended, None);
        assert_eq!(answer.from.to_string(), format!("{start}T{time}"));
        // The score sheet uses the same window.
        assert_eq!(answer.opens.zip(answer.due), retest::window(Some(answer.from)), "{start} {time}");
    }
}

#[test]
fn a_retest_without_a_clock_time_is_answered_in_days() {
    // It closes on a Sunday, which nothing extends.
    let answer = ask("power-retest", &DeadlineQuestion { as_of: day(2026, 3, 6), ..on("2026-03-05") });
    assert_eq!((shown(answer.opens), shown(answer.due)), ("2026-03-07".into(), "2026-03-08".into()));
    assert_eq!((answer.extended, answer.days), (None, Some(2)));
    assert!(answer.notes[0].contains("--time"), "{:?}", answer.notes);
    let timed = ask("power-retest", &DeadlineQuestion { time: Some(clock("10:00")), ..on("2026-03-05") });
    assert!(!timed.notes.iter().any(|note| note.contains("--time")));
}

#[test]
fn the_days_to_a_moment_are_those_to_its_day() {
    let timed = DeadlineQuestion { time: Some(clock("10:00")), as_of: day(2026, 3, 10), ..on("2026-03-07") };
    assert_eq!(ask("power-retest", &timed).days, Some(0));
    assert_eq!(ask("power-retest", &timed).status.name(), "due-soon");
    let late = DeadlineQuestion { as_of: day(2026, 3, 11), ..timed };
    assert_eq!((ask("power-retest", &late).days, ask("power-retest", &late).status.name()), (Some(-1), "overdue"));
}

#[test]
fn the_steps_show_how_the_day_was_counted() {
    let steps = |kind, question: &DeadlineQuestion| ask(kind, question).steps;
    assert_eq!(
        steps("basic-training", &on("2025-08-31")),
        [
            "6 calendar months after 31 Aug 2025: 28 Feb 2026, the last day of a shorter month",
            "a Saturday: 5 ILCS 70/1.11 may allow Mon 2 Mar 2026"
        ]
    );
    assert_eq!(
        steps("exam-results", &on("2026-12-11")),
        [
            "14 days after 11 Dec 2026: 25 Dec 2026",
            "a State holiday, Christmas Day: 5 ILCS 70/1.11 may allow Mon 28 Dec 2026"
        ]
    );
    assert_eq!(
        steps("carry-permit", &on("2024-02-29")),
        [
            "12 calendar months after 29 Feb 2024: 28 Feb 2025, the last day of a shorter month",
            "it ends on that day; the last good day is the day before: 27 Feb 2025"
        ]
    );
    assert_eq!(
        steps("claim", &on("2025-11-03")),
        ["3 Nov 2025 is in fiscal year 2026, which ends 30 Jun 2026", "14 days after its end: 14 Jul 2026"]
    );
    assert_eq!(
        steps("sheriff-program", &on("2024-05-30")),
        ["opens 90 days before 30 May 2024: 1 Mar 2024", "due 30 days before 30 May 2024: 30 Apr 2024"]
    );
    assert_eq!(
        steps("entrance-certification", &on("2026-06-01")),
        ["opens 30 days before 1 Jun 2026: 2 May 2026", "due on the day itself: 1 Jun 2026"]
    );
    assert_eq!(steps("firearms-year", &on("2024-12-31")), ["the end of the year after 2024: 31 Dec 2025"]);
    assert_eq!(
        steps("power-retest", &DeadlineQuestion { time: Some(clock("10:00")), ..on("2026-03-07") }),
        [
            "opens 48 hours after 7 Mar 2026 10:00: 9 Mar 2026 11:00, because the clocks go forward an hour in between",
            "due 72 hours after 7 Mar 2026 10:00: 10 Mar 2026 11:00, because the clocks go forward an hour in between"
        ]
    );
    assert_eq!(
        steps("power-retest", &DeadlineQuestion { time: Some(clock("02:00")), ..on("2026-10-29") })[1],
        "due 72 hours after 29 Oct 2026 02:00: 1 Nov 2026 01:00 (the second of that night), because the clocks go \
         back an hour in between"
    );
    assert_eq!(
        steps("power-retest", &on("2026-03-05"))[0],
        "opens 48 hours after an unknown time on 5 Mar 2026, counted as whole days: 7 Mar 2026"
    );
}

#[test]
fn a_day_counted_backward_warns_of_the_open_day_after_it() {
    let note = |kind, start| ask(kind, &on(start)).notes.pop().unwrap();
    assert!(note("course-application", "2026-03-05").contains("choose an open day before it"));
    assert!(note("basic-training", "2025-08-31").contains("do not rely on"));
}

#[test]
fn an_extension_counts_before_the_freeze() {
    // Hired 1 Jan 2026, due 1 Jul 2026.
    let hired = on("2026-01-01");
    let basic = |extension, freeze| due("basic-training", &DeadlineQuestion { extension, freeze, ..hired }).0;
    assert_eq!(basic(None, None), "2026-07-01");
    assert_eq!(basic(Some(0), None), "2026-07-01");
    assert_eq!(basic(Some(30), None), "2026-07-31");
    // 30 days of July, 31 of August, 29 of September.
    assert_eq!(basic(Some(90), None), "2026-09-29");
    // February has 28 days.
    assert_eq!(basic(None, frozen("2026-02-01", Some("2026-03-01"))), "2026-07-29");
    // A freeze that begins on the last day counts; without the extension, that day was long past.
    let late = frozen("2026-07-31", Some("2026-08-10"));
    assert_eq!(basic(Some(30), late), "2026-08-10");
    assert_eq!(basic(None, late), "2026-07-01");
    // Of a freeze that begins before the hire, only the days after the hire count.
    assert_eq!(basic(None, frozen("2025-12-01", Some("2026-01-11"))), "2026-07-11");
    assert_eq!(basic(None, frozen("2025-11-01", Some("2025-12-01"))), "2026-07-01");
    assert_eq!(
        ask(
            "basic-training",
            &DeadlineQuestion { extension: Some(30), freeze: frozen("2026-02-01", Some("2026-03-01")), ..hired }
        )
        .steps,
        [
            "6 calendar months after 1 Jan 2026: 1 Jul 2026",
            "30 days of extension: 31 Jul 2026",
            "frozen from 1 Feb 2026 to 1 Mar 2026, 28 days: 28 Aug 2026"
        ]
    );
    let trained = DeadlineQuestion { extension: Some(90), ..on("2015-01-01") };
    assert_eq!(due("part-time-training", &trained).0, "2016-09-29");
    let frozen_part_time = DeadlineQuestion { freeze: frozen("2015-02-01", Some("2015-03-01")), ..on("2015-01-01") };
    assert_eq!(due("part-time-power", &frozen_part_time).0, "2015-07-29");
    assert!(ask("part-time-power", &frozen_part_time).notes.iter().any(|note| note.contains("MTU #10 bases")));
}

#[test]
fn a_freeze_without_an_end_leaves_the_day_open() {
    let hired = DeadlineQuestion { freeze: frozen("2026-05-01", None), ..on("2026-01-01") };
    let answer = ask("basic-training", &hired);
    assert_eq!(answer.status.name(), "review");
    assert_eq!((answer.due, answer.extended, answer.days), (None, None, None));
    assert_eq!(answer.steps[1], "frozen since 1 May 2026: the clock is stopped until the return is known");
    let planned = ask("basic-training", &DeadlineQuestion { as_of: day(2026, 4, 1), ..hired });
    assert_eq!((shown(planned.due), planned.status.name()), ("2026-07-01".into(), "open"));
    assert_eq!(planned.steps[1], "the freeze from 1 May 2026 has not begun and has no end yet and moves nothing");
}

#[test]
fn a_freeze_that_moves_nothing_says_why() {
    let step = |from, to| {
        ask("basic-training", &DeadlineQuestion { freeze: frozen(from, Some(to)), ..on("2026-01-01") })
            .steps
            .pop()
            .unwrap()
    };
    assert_eq!(step("2026-07-02", "2026-08-01"), "the freeze from 2 Jul 2026 begins after that day and moves nothing");
    assert_eq!(
        step("2025-11-01", "2025-12-01"),
        "the freeze from 1 Nov 2025 is over before the clock starts and moves nothing"
    );
    assert_eq!(step("2026-02-01", "2026-02-01"), "the freeze from 1 Feb 2026 is zero days long and moves nothing");
}

#[test]
fn only_the_due_day_decides_the_status() {
    // Due 28 Feb 2026: 60 days before it is 30 Dec 2025.
    for (as_of, days, status) in [
        ("2025-12-29", 61, "open"),
        ("2025-12-30", 60, "due-soon"),
        ("2026-02-28", 0, "due-soon"),
        ("2026-03-01", -1, "overdue"),
    ] {
        for kind in ["basic-training", "part-time-enrollment"] {
            let answer = ask(kind, &DeadlineQuestion { as_of: date(as_of), ..on("2025-08-31") });
            assert_eq!((answer.days, answer.status.name()), (Some(days), status), "{kind} {as_of}");
        }
    }
    let warned = DeadlineQuestion { as_of: date("2025-12-29"), warn_days: 61, ..on("2025-08-31") };
    assert_eq!(ask("basic-training", &warned).status.name(), "due-soon");
}
