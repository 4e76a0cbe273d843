//! Retests: the hours of the window, clock changes, pairing, and what a retest may retake.

use crate::rules::tests::power::score::{Row, man, notes, result, results};
use serde_json::{Value, json};

/// Returns the first test of a man who failed only the run, ended at this moment.
fn first<'r>(ended: &'r str, other: &[(&'r str, &'r str)]) -> Vec<(&'r str, &'r str)> {
    let mut row = man(other);
    row.retain(|(name, _)| !["run", "test_date"].contains(name) || other.iter().any(|(cell, _)| cell == name));
    let run = if other.iter().any(|(name, _)| *name == "run") { None } else { Some(("run", "14:01")) };
    row.into_iter().chain([("test_end", ended)]).chain(run).collect()
}

/// Returns his retest of the run, which he passes.
fn again<'r>(began: &'r str, other: &[(&'r str, &'r str)]) -> Vec<(&'r str, &'r str)> {
    let base = [("ptb_id", "0042"), ("attempt", "retest"), ("test_start", began), ("run", "14:00")];
    let kept = base.into_iter().filter(|(name, _)| !other.iter().any(|(cell, _)| cell == name));
    kept.chain(other.iter().copied()).collect()
}

fn combined(ended: &str, began: &str, program: &str) -> Value {
    let mut results = results(&[&first(ended, &[("program", program)]), &again(began, &[])]);
    assert_eq!(results.len(), 1, "{ended} {began}");
    results.remove(0)
}

#[test]
fn the_window_is_48_to_72_elapsed_hours_both_included() {
    for (ended, opens, closes, times) in [
        // An ordinary weekend.
        (
            "2026-06-06 10:00",
            "2026-06-08T10:00",
            "2026-06-09T10:00",
            ["2026-06-08 09:59", "2026-06-08 10:00", "2026-06-09 10:00", "2026-06-09 10:01"],
        ),
        // 8 Mar 2026: the clocks skip an hour, so they show an hour more.
        (
            "2026-03-07 10:00",
            "2026-03-09T11:00",
            "2026-03-10T11:00",
            ["2026-03-09 10:59", "2026-03-09 11:00", "2026-03-10 11:00", "2026-03-10 11:01"],
        ),
        // 1 Nov 2026: the clocks repeat an hour, so they show an hour less.
        (
            "2026-10-31 10:00",
            "2026-11-02T09:00",
            "2026-11-03T09:00",
            ["2026-11-02 08:59", "2026-11-02 09:00", "2026-11-03 09:00", "2026-11-03 09:01"],
        ),
        // The window closes in the repeated hour, of which the first counts (settled 18).
        (
            "2026-10-29 01:30",
            "2026-10-31T01:30",
            "2026-11-01T01:30",
            ["2026-10-31 01:29", "2026-10-31 01:30", "2026-11-01 01:30", "2026-11-01 01:31"],
        ),
    ] {
        let alone = result(&first(ended, &[]));
        assert_eq!(alone["outcome"], "fail");
        assert_eq!(alone["retest"], json!({"events": ["run"], "opens": opens, "closes": closes}));
        for (at, began) in times.into_iter().enumerate() {
            let inside = at == 1 || at == 2;
            let full_time = combined(ended, began, "full-time");
            assert_eq!(full_time["outcome"], if inside { "pass" } else { "invalid" }, "{ended} {began}");
            assert_eq!((&full_time["attempt"], &full_time["retest"]), (&json!("final"), &Value::Null));
            assert_eq!(full_time["events"][3]["retested"], true);
            let part_time = combined(ended, began, "part-time");
            assert_eq!(part_time["outcome"], if inside { "pass" } else { "review" }, "{ended} {began}");
            assert_eq!(notes(&part_time).contains("when the testing officer is available"), !inside);
            // Settled 92: the FAQ does not mention 48 hours.
            assert_eq!(notes(&full_time).contains("would by itself allow"), at == 0, "{began}");
        }
    }
    let early = notes(&combined("2026-06-06 10:00", "2026-06-08 09:59", "ft"));
    assert!(early.contains("began 47 hours and 59 minutes after the first test ended"), "{early}");
}

#[test]
fn a_combined_pass_is_good_from_the_day_of_the_first_test() {
    // Settled 59: 6 Jun + 45 days.
    assert_eq!(combined("2026-06-06 10:00", "2026-06-08 10:00", "ft")["last_course_start"], "2026-07-21");
    assert_eq!(combined("2026-06-06 10:00", "2026-06-08 09:59", "pt")["last_course_start"], Value::Null);
}

#[test]
fn days_without_clock_times_are_undecidable() {
    for (ended, began, outcome) in [
        // Settled 56: without clock times, two or three days apart are undecidable, everything else is outside.
        ("2026-06-06", "2026-06-07", "invalid"),
        ("2026-06-06", "2026-06-08", "review"),
        ("2026-06-06", "2026-06-09", "review"),
        ("2026-06-06", "2026-06-10", "invalid"),
        // Without the time of the start: the window is 8 Jun 10:00 to 9 Jun 10:00.
        ("2026-06-06 10:00", "2026-06-07", "invalid"),
        ("2026-06-06 10:00", "2026-06-08", "review"),
        ("2026-06-06 10:00", "2026-06-09", "review"),
        ("2026-06-06 10:00", "2026-06-10", "invalid"),
        // Ended at midnight: the window closes in the first minute of 9 Jun.
        ("2026-06-06 00:00", "2026-06-09", "review"),
        // Without the time of the end: some minute of 6 Jun must lie 48 to 72 hours earlier.
        ("2026-06-06", "2026-06-07 23:59", "invalid"),
        ("2026-06-06", "2026-06-08 00:00", "review"),
        ("2026-06-06", "2026-06-09 23:59", "review"),
        ("2026-06-06", "2026-06-10 00:00", "invalid"),
        // Settled 56 again, over a clock change: still outside, but with a note.
        ("2026-03-06", "2026-03-10", "invalid"),
        ("2026-10-31", "2026-11-01", "invalid"),
        ("2026-10-31", "2026-11-02", "review"),
        // Settled 118: an unreadable time is not replaced by the day.
        ("2026-03-08 02:30", "2026-03-10 10:00", "review"),
        ("2026-06-06 10:00", "2026-06-08 25:00", "review"),
    ] {
        let mut rows = [first(ended, &[]), again(began, &[])];
        if ended.ends_with("02:30") {
            rows[0].push(("test_date", "2026-03-08"));
        }
        let result = results(&[&rows[0], &rows[1]]).remove(0);
        assert_eq!(result["outcome"], outcome, "{ended} {began} {result}");
        assert_eq!(notes(&result).contains("is not known whether"), outcome == "review", "{ended} {began}");
    }
    assert!(notes(&combined("2026-03-06", "2026-03-10", "ft")).contains("the clocks changed between"));
    assert!(notes(&combined("2026-10-31", "2026-11-01", "ft")).contains("the clocks changed between"));
    assert!(!notes(&combined("2026-06-06", "2026-06-10", "ft")).contains("the clocks changed between"));
    // Settled 19 and 87: without a clock time the window has only days.
    assert_eq!(
        result(&man(&[("run", "15:00")]))["retest"],
        json!({"events": ["run"], "opens": "2026-06-08", "closes": "2026-06-09"})
    );
    // Settled 118: an end that cannot be read gives no window.
    let unreadable = result(&man(&[("run", "15:00"), ("test_end", "2026-06-06 10")]));
    assert_eq!(unreadable["retest"], json!({"events": ["run"], "opens": null, "closes": null}));
}

#[test]
fn a_person_decides_only_what_would_be_a_pass() {
    // Settled 55: undecidable, or outside the window of a part-time course, and still failed or not known.
    for (run, program, began, outcome) in [
        ("14:00.001", "ft", "2026-06-08", "fail"),
        ("14:60", "ft", "2026-06-08", "incomplete"),
        ("14:01", "pt", "2026-06-12 10:00", "fail"),
        ("14:00", "pt", "2026-06-12 10:00", "review"),
        ("14:01", "ft", "2026-06-12 10:00", "invalid"),
        // A program that cannot be read may be a part-time one.
        ("14:00", "?", "2026-06-12 10:00", "review"),
    ] {
        let rows = [first("2026-06-06 10:00", &[("program", program)]), again(began, &[("run", run)])];
        let result = results(&[&rows[0], &rows[1]]).remove(0);
        assert_eq!((&result["outcome"], &result["retest"]), (&json!(outcome), &Value::Null), "{run} {program} {began}");
    }
}

#[test]
fn only_what_was_failed_is_retaken_once() {
    let ended = "2026-06-06 10:00";
    let failed = first(ended, &[("sit_ups", "20")]);
    // Settled 57: a failed event left blank stays failed.
    let half = results(&[&failed, &again("2026-06-08 10:00", &[])]).remove(0);
    assert_eq!(
        (&half["outcome"], &half["events"][1]["retested"], &half["retest"]),
        (&json!("fail"), &json!(false), &Value::Null)
    );
    // The retest of a passed event is disregarded with a note, also when it is worse.
    let both = again("2026-06-08 10:00", &[("sit_ups", "33"), ("sit_reach", "3")]);
    let whole = results(&[&failed, &both]).remove(0);
    assert_eq!((&whole["outcome"], &whole["events"][0]["result"]), (&json!("pass"), &json!("14.4")));
    assert!(notes(&whole).contains("sit-and-reach on line 3 is disregarded: it was passed"));
    // Settled 57: of several retests the earliest counts, whatever its row.
    let late = again("2026-06-09 09:00", &[("run", "13:00")]);
    let early = again("2026-06-08 11:00", &[("run", "14:30")]);
    let twice = results(&[&first(ended, &[]), &late, &early]);
    assert_eq!(
        (twice.len(), &twice[0]["outcome"], &twice[0]["events"][3]["result"]),
        (1, &json!("fail"), &json!("14:30"))
    );
    assert!(notes(&twice[0]).contains("the retest on line 3 is disregarded: only one is allowed"));
    // One without a day comes after those with one.
    let dayless = again("", &[("run", "13:00")]);
    let twice = results(&[&first(ended, &[]), &dayless, &early]);
    assert_eq!((&twice[0]["outcome"], &twice[0]["events"][3]["result"]), (&json!("fail"), &json!("14:30")));
    assert!(notes(&twice[0]).contains("the retest on line 3 is disregarded: only one is allowed"));
    // Settled 57: blank in the first test stays unknown.
    let blank = results(&[&first(ended, &[("run", "")]), &again("2026-06-08 10:00", &[])]).remove(0);
    assert_eq!((&blank["outcome"], &blank["attempt"]), (&json!("incomplete"), &json!("initial")));
    // Settled 101: a retest without a failed event changes nothing, but it is a retest.
    let idle = results(&[&first(ended, &[]), &again("2026-06-08 10:00", &[("run", ""), ("sit_ups", "40")])]).remove(0);
    assert_eq!(
        (&idle["attempt"], &idle["outcome"], &idle["retest"]),
        (&json!("initial"), &json!("fail"), &Value::Null)
    );
    assert!(notes(&idle).contains("repeats no failed event"));
    // Such a row does not count as the one retest.
    let idle = again("2026-06-08 10:00", &[("run", ""), ("sit_ups", "40")]);
    assert_eq!(results(&[&first(ended, &[]), &idle, &again("2026-06-08 11:00", &[])])[0]["outcome"], "pass");
}

#[test]
fn sex_age_weight_and_program_come_from_the_first_test() {
    let ended = "2026-06-06 10:00";
    // Settled 100: no weight on the retest, so that of the first test: 132 of 150 is 88 percent.
    let weak = first(ended, &[("bench_press", "100"), ("run", "14:00")]);
    for (weight, outcome) in [("", "pass"), ("150.1", "fail"), ("heavy", "incomplete")] {
        let lift = again("2026-06-08 10:00", &[("run", ""), ("bench_press", "132"), ("body_weight", weight)]);
        assert_eq!(results(&[&weak, &lift])[0]["outcome"], outcome, "{weight}");
    }
    // Settled 58: age 29 on the first day and 30 on the second counts as 29; program and sex of the retest are not
    // used.
    let young = first(ended, &[("birth_date", "1996-06-08")]);
    let slow =
        again("2026-06-08 10:00", &[("run", "14:20"), ("birth_date", "1996-06-08"), ("sex", "F"), ("program", "pt")]);
    let result = results(&[&young, &slow]).remove(0);
    assert_eq!((&result["age"], &result["outcome"], &result["sex"]), (&json!(29), &json!("fail"), &json!("M")));
}

#[test]
fn a_retest_finds_its_first_test() {
    let orphan = results(&[&again("2026-06-08 10:00", &[])]).remove(0);
    // Settled 54.
    assert_eq!(
        (&orphan["attempt"], &orphan["outcome"], &orphan["line"]),
        (&json!("final"), &json!("invalid"), &json!(2))
    );
    assert!(notes(&orphan).contains("no first test of this person"));
    // Settled 66: the latest first test on or before the day of the retest.
    let tests = [
        first("2026-05-02 10:00", &[]),
        first("2026-06-06 10:00", &[]),
        first("2026-07-04 10:00", &[]),
        again("2026-06-08 10:00", &[]),
    ];
    let tests: Vec<Row> = tests.iter().map(Vec::as_slice).collect();
    let outcomes: Vec<_> = results(&tests).iter().map(|result| result["outcome"].clone()).collect();
    assert_eq!(outcomes, ["fail", "pass", "fail"]);
    // Settled 269: of two days the one on which it began. By its test_date it would belong to the test of 6 June.
    let began = again("2026-07-06 10:00", &[("test_date", "2026-06-08")]);
    let two_days: Vec<Row> = tests[..3].iter().copied().chain([&began[..]]).collect();
    let outcomes: Vec<_> = results(&two_days).iter().map(|result| result["outcome"].clone()).collect();
    assert_eq!(outcomes, ["fail", "fail", "pass"]);
    // On the day of the first test: it is its retest, and too early.
    let same_day = results(&[&first("2026-06-06 10:00", &[]), &again("2026-06-06 15:00", &[])]);
    assert_eq!((same_day.len(), &same_day[0]["outcome"]), (1, &json!("invalid")));
    // A retest before every first test has none.
    let before = results(&[&first("2026-06-06 10:00", &[]), &again("2026-06-04 10:00", &[])]);
    assert_eq!((&before[0]["outcome"], &before[1]["outcome"]), (&json!("fail"), &json!("invalid")));
    // A retest without a day belongs to the latest first test, and its timing is not known.
    let undated = results(&[&first("2026-06-06 10:00", &[]), &again("", &[])]);
    assert_eq!((undated.len(), &undated[0]["outcome"]), (1, &json!("review")));
}

#[test]
fn a_person_is_known_by_id_or_else_by_name_and_birth_date() {
    let doe = [("last_name", "Doe"), ("first_name", "Jane"), ("birth_date", "2000-01-31")];
    let paired = |ids: [&str; 2], second: Row| {
        let of =
            |id, person: Row<'static>| [("ptb_id", id)].into_iter().chain(person.iter().copied()).collect::<Vec<_>>();
        let one = of(ids[0], &[("last_name", "Doe"), ("first_name", "Jane"), ("birth_date", "2000-01-31")]);
        let two: Vec<_> = [("ptb_id", ids[1])].into_iter().chain(second.iter().copied()).collect();
        results(&[&first("2026-06-06 10:00", &one), &again("2026-06-08 10:00", &two)]).len() == 1
    };
    // Settled 102 and 161: IDs on both rows decide alone, without leading zeros.
    assert!(paired(["0042", "0042"], &[]) && paired(["0042", "42"], &[]));
    assert!(!paired(["0042", "420"], &doe) && !paired(["A042", "A42"], &doe));
    // Without an ID on one row, the names and birth dates must be present and equal.
    assert!(paired(["0042", ""], &doe));
    assert!(paired(["", "0042"], &doe));
    assert!(paired(["", ""], &doe));
    assert!(paired(["", ""], &[("name", "DOE, Jane A"), ("birth_date", "1/31/2000")]));
    assert!(!paired(["", ""], &doe[..2]));
    assert!(!paired(["", ""], &[doe[0], doe[1], ("birth_date", "2000-02-01")]));
    assert!(!paired(["", ""], &[doe[0], ("first_name", "Janet"), doe[2]]));
}

#[test]
fn of_two_retests_on_one_day_the_untimed_is_earlier() {
    // Settled 193, also when the other began at midnight, and in either order of the rows.
    let tested = first("2026-06-06 10:00", &[]);
    for clock in ["2026-06-08 00:00", "2026-06-08 10:00"] {
        let (timed, untimed) = (again(clock, &[("run", "14:00")]), again("2026-06-08", &[("run", "14:30")]));
        for rows in [[&tested, &timed, &untimed], [&tested, &untimed, &timed]] {
            let result = results(&rows.map(Vec::as_slice)).remove(0);
            assert_eq!(result["events"][3]["result"], "14:30", "{clock} {result}");
        }
    }
}

#[test]
fn a_retest_with_a_value_that_cannot_be_is_for_a_person() {
    // Settled 225; outside the window a full-time retest is invalid whatever it shows.
    let tested = first("2026-06-06 10:00", &[]);
    for (began, outcome) in [("2026-06-08 10:00", "review"), ("2026-06-08 09:59", "invalid")] {
        let result = results(&[&tested, &again(began, &[("run", "5:30")])]).remove(0);
        assert_eq!((&result["outcome"], &result["events"][3]["result"]), (&json!(outcome), &json!("5:30")));
        assert!(notes(&result).contains("run is 5:30, not 6 to 60 minutes"), "{result}");
    }
    // An event that had been passed is not looked at again.
    let idle = results(&[&tested, &again("2026-06-08 10:00", &[("sit_ups", "300")])]).remove(0);
    assert_eq!(idle["outcome"], "pass");
}

#[test]
fn a_second_first_test_without_a_word_is_told() {
    // Settled 66: a blank attempt is a first test, and a note names the earlier one of the month before.
    let note = "read as a first test, as that of 6 Jun 2026";
    let told = |day: &str, attempt: &str| {
        let (tested, again) = (man(&[("sit_ups", "20")]), man(&[("test_date", day), ("attempt", attempt)]));
        let results = results(&[&tested, &again]);
        results.get(1).is_some_and(|result| notes(result).contains(note))
    };
    assert!(told("2026-06-08", "") && told("2026-07-06", ""));
    assert!(!told("2026-07-07", "") && !told("2026-06-06", "") && !told("2026-06-05", ""));
    // The earlier of the two is never told, whatever the order of the rows.
    let (late, early) = (man(&[("test_date", "2026-06-08")]), man(&[]));
    let in_turn = results(&[&late, &early]);
    assert!(notes(&in_turn[0]).contains(note) && !notes(&in_turn[1]).contains("read as a first test"));
    assert!(!told("2026-06-08", "initial") && !told("2026-06-08", "retest"));
    let other = man(&[("test_date", "2026-06-08"), ("ptb_id", "0043")]);
    assert!(!notes(&results(&[&man(&[]), &other])[1]).contains(note));
}
