//! Words in place of figures, and clock times without a day.

use crate::rules::tests::power::score::{man, notes, result};
use serde_json::{Value, json};

#[test]
fn an_event_that_was_not_finished_is_failed_without_a_result() {
    // Settled 183.
    for (column, at) in [("sit_reach", 0), ("sit_ups", 1), ("bench_press", 2), ("run", 3)] {
        for words in ["DNF", "did not finish", "D.N.F.", "dq"] {
            let result = result(&man(&[(column, words)]));
            let event = &result["events"][at];
            assert_eq!(result["outcome"], "fail", "{column} {words}");
            assert_eq!(
                (&event["result"], &event["margin"], &event["passed"]),
                (&Value::Null, &Value::Null, &json!(false))
            );
            assert_eq!(result["retest"]["events"], json!([event["event"]]));
            assert!(notes(&result).contains("was not finished"), "{result}");
        }
        // Who withdrew has no result: neither passed nor failed.
        for words in ["W/D", "withdrew"] {
            let result = result(&man(&[(column, words)]));
            assert_eq!((&result["outcome"], &result["events"][at]["passed"]), (&json!("incomplete"), &Value::Null));
            assert!(notes(&result).contains(&format!("{column} is blank")), "{result}");
        }
    }
    // Settled 268: the other trials count; the event is failed only when no trial has a figure.
    let trials = |one: &'static str, two: &'static str, best: &'static str| {
        result(&man(&[("sit_reach", best), ("sit_reach_1", one), ("sit_reach_2", two)]))
    };
    assert_eq!(trials("DNF", "", "")["outcome"], "fail");
    assert_eq!(trials("DNF", "DNF", "")["outcome"], "fail");
    for (one, two, best) in [("DNF", "14.4", "14.4"), ("DNF", "14.4", ""), ("DNF", "", "14.4")] {
        assert_eq!(trials(one, two, best)["outcome"], "pass", "{one} {two} {best}");
    }
    // A best that was not finished and a trial with a figure do not agree.
    assert_eq!(trials("14.4", "", "DNF")["outcome"], "incomplete");
    // Without a standard it is failed as well, and the test stays incomplete for what is lacking.
    let no_age = result(&man(&[("run", "DNF"), ("age", "")]));
    assert_eq!((&no_age["outcome"], &no_age["events"][3]["passed"]), (&json!("incomplete"), &json!(false)));
    // Elsewhere the words are none.
    assert!(notes(&result(&man(&[("body_weight", "DNF")]))).contains("body_weight cannot be read"));
}

#[test]
fn a_clock_time_alone_is_on_the_day_of_the_test() {
    // Settled 183.
    let window = |cells: &[(&'static str, &'static str)]| {
        let failed = [cells, &[("sit_ups", "1")]].concat();
        result(&man(&failed))["retest"]["opens"].clone()
    };
    for (end, opens) in [
        ("2026-06-06 11:40", "2026-06-08T11:40"),
        ("11:40", "2026-06-08T11:40"),
        ("11:40:00 AM", "2026-06-08T11:40"),
        ("1:05 PM", "2026-06-08T13:05"),
        ("", "2026-06-08"),
    ] {
        assert_eq!(window(&[("test_date", "2026-06-06"), ("test_end", end)]), *opens, "{end}");
    }
    // Without a day there is no moment.
    assert_eq!(window(&[("test_date", ""), ("test_end", "11:40")]), Value::Null);
    // The clocks skipped 02:30 that night (settled 18).
    assert_eq!(window(&[("test_date", "2026-03-08"), ("test_end", "2:30")]), Value::Null);
    assert_eq!(window(&[("test_date", "2026-06-06"), ("test_end", "24:00")]), Value::Null);
}
