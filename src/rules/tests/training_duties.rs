//! Training records where a rule of the roster or a window that has ended decides, worked by hand.

use crate::rules::tests::training::{Cells, HERNANDEZ, checked_since, expect, item, of, took};
use crate::rules::tests::*;
use serde_json::{Value, json};

#[test]
fn scenario_training_keeps_its_own_window() {
    let with = |more: &[(&str, &str)], hours: &[(&str, &str)]| {
        let officer: Vec<_> = HERNANDEZ.iter().chain(more).copied().collect();
        let rows: Vec<_> = hours.iter().map(|(hours, day)| took("scenario-force", hours, day)).collect();
        of(&officer, &rows.iter().map(|row| &row[..]).collect::<Vec<_>>(), None, "2026-11-21")
    };
    let due = Some("2025-06-30");
    expect(&with(&[], &[("6", "2022-07-01"), ("6", "2025-06-30")]), "scenario-force", "met", due);
    expect(&with(&[], &[("6", "2022-07-01"), ("5.5", "2025-06-30")]), "scenario-force", "overdue", due);
    // The other six hours are a day too early, or too late: the Board decides on late ones only.
    expect(&with(&[], &[("6", "2022-06-30"), ("6", "2025-06-30")]), "scenario-force", "overdue", due);
    expect(&with(&[], &[("6", "2022-07-01"), ("6", "2025-07-01")]), "scenario-force", "review", due);
    expect(&with(&[("scenario_completed", "2025-06-30")], &[]), "scenario-force", "met", due);
    expect(&with(&[("scenario_completed", "2025-07-01")], &[]), "scenario-force", "review", due);
    expect(&with(&[("original_hire_date", "2015-06-01")], &[]), "scenario-force", "overdue", due);
    let new = [("ptb_id", "0012"), ("last_name", "Hernandez"), ("first_name", "Ana"), ("hire_date", "2025-07-01")];
    expect(&of(&new, &[], None, "2026-11-21"), "scenario-force", "not-applicable", None);
    // Hours that are not recorded may be enough or not.
    expect(&with(&[], &[("6", "2022-07-01"), ("", "2025-06-30")]), "scenario-force", "unknown", None);
    assert_eq!(
        item(&with(&[], &[("6", "2022-07-01")]), "scenario-force")["message"],
        "6 of 12 hours from 1 Jul 2022 to 30 Jun 2025; scenario-based training of at least 12 hours was due 30 Jun \
         2025, 509 days ago"
    );
}

#[test]
fn the_roster_decides_the_scope() {
    let with = |cell| -> Value {
        let officer: Vec<_> = HERNANDEZ.iter().copied().chain([cell]).collect();
        of(&officer, &[], None, "2026-11-21")
    };
    let conservator = with(("discipline", "conservator-official"));
    expect(&conservator, "law-updates", "due-soon", Some("2026-12-31"));
    expect(&conservator, "civil-rights", "not-applicable", None);
    let jailer = with(("discipline", "corrections"));
    expect(&jailer, "law-updates", "not-applicable", None);
    // Settled 196: corrections officers owe both as `roster check` says.
    expect(&jailer, "firearms-qualification", "overdue", Some("2025-12-31"));
    expect(&jailer, "scenario-force", "overdue", Some("2025-06-30"));
    expect(&with(("discipline", "canine")), "law-updates", "unknown", None);
    expect(&with(("separated", "2026-11-20")), "law-updates", "not-applicable", None);
    expect(&with(("separated", "2026-11-21")), "law-updates", "due-soon", Some("2026-12-31"));
}

/// Returns the officer's answer by a rule of the roster: the status and the due day.
fn by_roster(rule: &str, officer: Cells, as_of: &str) -> (String, Option<String>) {
    let rule = find(rule).unwrap();
    let own: Vec<_> = officer.iter().filter(|(name, _)| !["ptb_id", "first_name"].contains(name)).copied().collect();
    let answer = answer(rule, &own, &ask_on(as_of));
    (answer.status.name().to_owned(), answer.due.map(|due| due.to_string()))
}

#[test]
fn the_mandate_that_is_no_course_is_there() {
    use crate::rules::roster::notices::FIREARMS_MANDATE;
    assert!(crate::rules::training::mandates::MANDATES.iter().any(|mandate| mandate.rule == FIREARMS_MANDATE));
}

#[test]
fn one_duty_has_one_answer() {
    // Settled 196: without records the answers are those of `roster check`.
    let days = ["", "2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01", "2026-02-30"];
    for fired in days {
        for hired in ["", "2015-06-01", "2025-12-31", "2026-01-01", "2026-02-02"] {
            for comment in ["", "on leave"] {
                let row = [
                    ("ptb_id", "0012"),
                    ("last_name", "Hernandez"),
                    ("first_name", "Ana"),
                    ("hire_date", hired),
                    ("firearms_qualified", fired),
                    ("firearms_comment", comment),
                    ("scenario_completed", fired),
                ];
                let result = of(&row, &[], None, "2026-11-21");
                for (mandate, rule) in
                    [("firearms-qualification", "firearms-qualification"), ("scenario-force", "scenario-training")]
                {
                    let item = item(&result, mandate);
                    let found = (item["status"].as_str().unwrap().to_owned(), item["due"].as_str().map(str::to_owned));
                    assert_eq!(found, by_roster(rule, &row, "2026-11-21"), "{mandate} {row:?}");
                    assert_eq!(item["current"], Value::Null, "settled 263");
                }
            }
        }
    }
}

#[test]
fn a_qualification_of_the_records_counts_like_the_rosters() {
    let shot = |day, own| -> Value {
        let officer: Vec<_> = HERNANDEZ.iter().copied().chain([("firearms_qualified", own)]).collect();
        let course = took("firearms-qualification", "", day);
        of(&officer, &[&course], None, "2026-11-21")
    };
    expect(&shot("2026-01-01", ""), "firearms-qualification", "met", Some("2026-12-31"));
    expect(&shot("2025-12-31", "2024-05-05"), "firearms-qualification", "due-soon", Some("2026-12-31"));
    expect(&shot("2025-01-01", ""), "firearms-qualification", "due-soon", Some("2026-12-31"));
    // Settled 263: none in the year before is overdue, although the records begin after its first day.
    let late = shot("2024-12-31", "");
    expect(&late, "firearms-qualification", "overdue", Some("2025-12-31"));
    assert_eq!(item(&late, "firearms-qualification")["window"], json!({ "from": "2025-01-01", "to": "2025-12-31" }));
    expect(&shot("2024-12-31", "2026-04-04"), "firearms-qualification", "met", Some("2026-12-31"));
    assert_eq!(item(&shot("2026-04-04", "2026-04-04"), "firearms-qualification")["completions"], 1);
    // In the year of hire it is due by the end of that year (settled 49).
    let new = [("ptb_id", "0012"), ("last_name", "Hernandez"), ("first_name", "Ana"), ("hire_date", "2026-02-02")];
    expect(&of(&new, &[], None, "2026-11-21"), "firearms-qualification", "due-soon", Some("2026-12-31"));
}

#[test]
fn a_window_that_records_complete_needs_no_day_on_the_roster() {
    // With the inferred window, 1 Jul 2025 to 30 Jun 2028: the published one by records, then that one.
    let inferred = Ask { inferred_scenario_windows: true, ..ask_on("2026-11-21") };
    let with = |rows: &[[(&str, &str); 5]]| -> Value {
        let rows: Vec<Cells> = rows.iter().map(|row| &row[..]).collect();
        checked_since(&[HERNANDEZ], &rows, None, None, &inferred).0.remove(0)
    };
    let first = took("scenario-force", "12", "2024-05-05");
    let second = took("scenario-force", "12", "2026-05-05");
    expect(&with(&[first]), "scenario-force", "open", Some("2028-06-30"));
    assert!(with(&[first])["notes"].to_string().contains("this window, 1 Jul 2025 to 30 Jun 2028, is an inference"));
    expect(&with(&[first, second]), "scenario-force", "met", Some("2028-06-30"));
    expect(&with(&[second]), "scenario-force", "review", Some("2025-06-30"));
}

#[test]
fn a_yearly_window_that_ended_unmet_is_overdue() {
    // Settled 151: the records reach back to 1 Jan 2025 by their earliest completion.
    let on = |day, as_of| of(HERNANDEZ, &[&took("law-updates", "", day)], None, as_of);
    let met_by = |day| on(day, "2026-11-21");
    expect(&met_by("2025-01-01"), "law-updates", "due-soon", Some("2026-12-31"));
    assert_eq!(item(&met_by("2025-01-01"), "law-updates")["current"], Value::Null, "settled 264");
    let late = met_by("2025-01-01");
    expect(&late, "crisis-intervention", "overdue", Some("2025-12-31"));
    // Of 2025 the last day is 325 days ago: 365 less the 40 that are left of 2026.
    let crisis = item(&late, "crisis-intervention");
    assert_eq!(
        (&crisis["window"], &crisis["days"], &crisis["current"]),
        (
            &json!({ "from": "2025-01-01", "to": "2025-12-31" }),
            &json!(-325),
            &json!({ "from": "2026-01-01", "to": "2026-12-31", "status": "due-soon" })
        )
    );
    assert_eq!(
        crisis["message"],
        "0 completions from 1 Jan 2025 to 31 Dec 2025; was due 31 Dec 2025, 325 days ago; the window up to 31 Dec 2026 \
         is due soon"
    );
    // On the last day of the year it is not over yet; the day after it is.
    expect(&on("2025-01-01", "2025-12-31"), "crisis-intervention", "due-soon", Some("2025-12-31"));
    expect(&on("2025-01-01", "2026-01-01"), "crisis-intervention", "overdue", Some("2025-12-31"));
    // A day later the records do not reach back, and a note says so.
    let short = met_by("2025-01-02");
    expect(&short, "crisis-intervention", "due-soon", Some("2026-12-31"));
    let note = "not judged: 1 Jan 2025 to 31 Dec 2025 and 1 Feb 2023 to 31 Jan 2026, because the records begin on 2 \
                Jan 2025; --records-since says from which day they are complete";
    assert!(short["notes"].as_array().unwrap().contains(&json!(note)), "{}", short["notes"]);
    // Settled 232: officer-wellness, firearms and scenario-force have no window that ended; only the latest is judged.
    expect(&late, "officer-wellness", "review", Some("2026-12-31"));
    expect(&on("2022-01-01", "2023-06-01"), "crisis-intervention", "open", Some("2023-12-31"));
    expect(&on("2022-01-01", "2024-06-01"), "crisis-intervention", "overdue", Some("2023-12-31"));
}

#[test]
fn records_since_says_from_when_they_are_complete() {
    // Settled 264: refused and unmatched records show that there are records; --records-since replaces that.
    let refused = [("ptb_id", "0012"), ("topic", "law-updates"), ("completed", "2025-01-01"), ("certified", "no")];
    let nobodys = [("ptb_id", "77"), ("topic", "law-updates"), ("completed", "2025-01-01"), ("certified", "yes")];
    let ask = ask_on("2026-11-21");
    for (row, since, status) in [
        (refused, None, "overdue"),
        (nobodys, None, "overdue"),
        (refused, Some("2025-01-02"), "due-soon"),
        (refused, Some("2025-01-01"), "overdue"),
    ] {
        let (results, _) = checked_since(&[HERNANDEZ], &[&row], None, since, &ask);
        assert_eq!(item(&results[0], "crisis-intervention")["status"], status, "{row:?} {since:?}");
    }
    let (results, _) = checked_since(&[HERNANDEZ], &[], None, None, &ask);
    expect(&results[0], "crisis-intervention", "due-soon", Some("2026-12-31"));
    assert!(results[0]["notes"].to_string().contains("because no record has a day"), "{}", results[0]["notes"]);
    let (results, _) = checked_since(&[HERNANDEZ], &[], None, Some("2022-07-01"), &ask);
    expect(&results[0], "crisis-intervention", "overdue", Some("2025-12-31"));
}

#[test]
fn a_three_year_window_that_ended_unmet_is_overdue() {
    // Portal: A-H signed by 31 Jan 2026, so the window that ended is 1 Feb 2023 to 31 Jan 2026.
    let with = |rows: &[[(&str, &str); 5]], schedule| -> Value {
        let rows: Vec<Cells> = rows.iter().map(|row| &row[..]).collect();
        let ask = Ask { schedule, ..ask_on("2026-11-21") };
        checked_since(&[HERNANDEZ], &rows, None, Some("2023-02-01"), &ask).0.remove(0)
    };
    let portal = |rows: &[_]| with(rows, Schedule::Portal);
    expect(&portal(&[]), "civil-rights", "overdue", Some("2026-01-31"));
    expect(&portal(&[]), "total", "overdue", Some("2026-01-31"));
    for (day, status, due) in [
        ("2023-01-31", "overdue", "2026-01-31"),
        ("2023-02-01", "open", "2029-01-31"),
        ("2026-01-31", "open", "2029-01-31"),
        ("2026-02-01", "overdue", "2026-01-31"),
    ] {
        expect(&portal(&[took("civil-rights", "", day)]), "civil-rights", status, Some(due));
    }
    let techniques =
        portal(&[took("force-techniques", "5.5", "2025-05-05"), took("force-techniques", "6", "2026-03-03")]);
    let item = item(&techniques, "force-techniques");
    assert_eq!(
        (&item["status"], &item["hours_credited"], &item["completions"]),
        (&json!("overdue"), &json!("5.5"), &json!(1))
    );
    assert_eq!(item["current"], json!({ "from": "2026-02-01", "to": "2029-01-31", "status": "met" }));
    expect(&portal(&[took("force-techniques", "", "2025-05-05")]), "force-techniques", "unknown", None);
    // By the statute H signs in 2027; the window before began on 31 Jan 2021, before the mandates did.
    expect(&with(&[], Schedule::Statute), "civil-rights", "open", Some("2027-01-30"));
}

#[test]
fn only_who_served_all_of_a_window_owes_it() {
    let officer = |more: &[(&'static str, &'static str)]| -> Value {
        let row: Vec<_> = HERNANDEZ.iter().filter(|(name, _)| *name != "hire_date").chain(more).copied().collect();
        checked_since(&[&row], &[], None, Some("2022-07-01"), &ask_on("2026-11-21")).0.remove(0)
    };
    let owed = Some("2025-12-31");
    expect(&officer(&[("hire_date", "2025-01-01")]), "law-updates", "overdue", owed);
    expect(&officer(&[("hire_date", "2025-01-02")]), "law-updates", "due-soon", Some("2026-12-31"));
    expect(&officer(&[("hire_date", "")]), "law-updates", "overdue", owed);
    // Out of service from the day after the separation to the day before the hire.
    let away = |left, hired| {
        officer(&[("original_hire_date", "2015-06-01"), ("previous_separation", left), ("hire_date", hired)])
    };
    for (left, hired, is_owed) in [
        ("2024-06-01", "2025-01-01", true),
        ("2024-06-01", "2025-01-02", false),
        ("2025-12-31", "2026-03-01", true),
        ("2025-12-30", "2026-03-01", false),
        ("2025-05-05", "2025-05-06", true),
        ("2025-05-05", "2025-05-07", false),
        ("2025-05-05", "", false),
    ] {
        let status = if is_owed { "overdue" } else { "due-soon" };
        assert_eq!(item(&away(left, hired), "law-updates")["status"], status, "{left} {hired}");
    }
    expect(&away("2025-13-05", "2015-06-01"), "law-updates", "unknown", None);
}

#[test]
fn no_course_online_is_hands_on() {
    // Settled 152 and 233.
    let by = |provider, topic| -> Value {
        let row = [
            ("ptb_id", "0012"),
            ("course", "Force"),
            ("topic", topic),
            ("hours", "12"),
            ("completed", "2026-03-02"),
            ("provider", provider),
            ("certified", "yes"),
        ];
        of(HERNANDEZ, &[&row], None, "2026-11-21")
    };
    for topic in ["scenario-force", "force-techniques", "high-risk-stops"] {
        for provider in ["Online Academy", "Mobile Team Unit (on-line)"] {
            let result = by(provider, topic);
            assert_eq!(item(&result, topic)["hours_credited"], "0", "{provider} {topic}");
            assert_eq!(item(&result, "total")["hours_credited"], "12", "{provider} {topic}");
            let why = format!(
                "{topic} takes hands-on hours, which no course online gives; it counts toward the total hours only"
            );
            assert_eq!(result["refused"][0]["why"], why);
        }
    }
    assert_eq!(item(&by("Mobile Team Unit", "force-techniques"), "force-techniques")["hours_credited"], "12");
    expect(&by("Online Academy", "civil-rights"), "civil-rights", "met", Some("2029-01-31"));
    // A course of the portal counts for its other topics.
    let list: &[Cells] = &[
        &[("course", "Stops"), ("hours", "7"), ("topics", "high-risk-stops"), ("approved_on", "2026-01-01")],
        &[
            ("course", "Both"),
            ("hours", "7"),
            ("topics", "high-risk-stops; civil-rights"),
            ("approved_on", "2026-01-01"),
        ],
    ];
    let of_portal = |course, topic| {
        let row = [
            ("ptb_id", "0012"),
            ("course", course),
            ("topic", topic),
            ("completed", "2026-03-02"),
            ("provider", "cops"),
        ];
        of(HERNANDEZ, &[&row], Some(list), "2026-11-21")
    };
    for (course, topic, refused) in
        [("Stops", "", 1), ("Both", "high-risk-stops", 1), ("Both", "", 0), ("Both", "civil-rights", 0)]
    {
        let result = of_portal(course, topic);
        assert_eq!(item(&result, "high-risk-stops")["hours_credited"], "0", "{course} {topic}");
        assert_eq!(item(&result, "total")["hours_credited"], "7", "{course} {topic}");
        assert_eq!(result["refused"].as_array().unwrap().len(), refused, "{course} {topic}");
        assert_eq!(item(&result, "civil-rights")["status"] == "met", refused == 0, "{course} {topic}");
    }
}

#[test]
fn one_course_on_one_day_counts_once() {
    // Settled 197, whatever the topic; another day or another course counts.
    let row = |course, topic, day| {
        [
            ("ptb_id", "0012"),
            ("course", course),
            ("topic", topic),
            ("hours", "3"),
            ("completed", day),
            ("certified", "yes"),
        ]
    };
    let total = |rows: &[[(&str, &str); 6]]| {
        let rows: Vec<Cells> = rows.iter().map(|row| &row[..]).collect();
        let result = of(HERNANDEZ, &rows, None, "2026-11-21");
        (item(&result, "total")["hours_credited"].clone(), result["refused"].as_array().unwrap().len())
    };
    let first = row("Rights", "civil-rights", "2026-03-02");
    assert_eq!(total(&[first, row("RIGHTS ", "human-rights", "2026-03-02")]), (json!("3"), 1));
    assert_eq!(total(&[first, row("Rights", "civil-rights", "2026-03-03")]), (json!("6"), 0));
    assert_eq!(total(&[first, row("Rights 2", "civil-rights", "2026-03-02")]), (json!("6"), 0));
}
