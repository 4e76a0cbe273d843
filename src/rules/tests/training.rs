//! Edges of training records against the mandates, worked by hand.

use crate::input::column::ColumnSpec;
use crate::model::Record;
use crate::model::officer::{Column, Officer, RosterEntry};
use crate::model::training::Completion;
use crate::model::training::approved::ApprovedCourse;
use crate::rules::ask::Ask;
use crate::rules::tests::*;
use crate::rules::training::check::{CompletionEntry, check};
use crate::rules::training::credit::CourseList;
use crate::rules::training::mandates::{MANDATE_TABLE, MANDATES, Mandate};
use crate::rules::training::result::summary;
use serde_json::{Value, json};

pub(super) type Cells<'a> = &'a [(&'a str, &'a str)];

fn header(cells: Cells, specs: &'static [ColumnSpec]) -> (Header, Rows) {
    let header = Header::new(cells.iter().map(|(name, _)| *name), specs).unwrap();
    assert!(header.unknown.is_empty(), "{:?}", header.unknown);
    (header, Rows::of_cells(cells.iter().map(|(_, text)| *text)))
}

/// Checks the records of some officers; returns the results and the unmatched completions in JSON.
fn checked(officers: &[Cells], completions: &[Cells], courses: Option<&[Cells]>, ask: &Ask) -> (Vec<Value>, Value) {
    checked_since(officers, completions, courses, None, ask)
}

/// The same with complete records from a day on.
pub(super) fn checked_since(
    officers: &[Cells],
    completions: &[Cells],
    courses: Option<&[Cells]>,
    since: Option<&str>,
    ask: &Ask,
) -> (Vec<Value>, Value) {
    let since = since.map(|day| read_flag_day(day).unwrap());
    let how = Reading::on(ask.as_of);
    let list = courses.map(|lines| {
        let mut list = CourseList::default();
        for line in lines {
            let (header, rows) = header(line, crate::model::training::approved::Column::SPECS);
            list.add(&ApprovedCourse::read(&rows.iter().next().unwrap(), &header, &how, |_, _| {}));
        }
        list
    });
    let people: Vec<_> = officers.iter().map(|cells| header(cells, Column::SPECS)).collect();
    let roster: Vec<_> = people
        .iter()
        .map(|(header, rows)| {
            let mut officer = Officer::from_row(&rows.iter().next().unwrap(), header, &how, |_, _| {});
            officer.strike_impossible_days(ask.as_of);
            RosterEntry { file: "roster.csv", line: 2, sheet: None, record: officer }
        })
        .collect();
    let sheets: Vec<_> = completions.iter().map(|cells| header(cells, crate::model::training::Column::SPECS)).collect();
    let records: Vec<_> = sheets
        .iter()
        .map(|(header, rows)| {
            let mut completion = Completion::read(&rows.iter().next().unwrap(), header, &how, |_, _| {});
            completion.strike_impossible_days(ask.as_of);
            CompletionEntry { file: "training.csv", line: 2, sheet: None, record: completion }
        })
        .collect();
    let found = check(&roster, &records, list.as_ref(), since, ask);
    assert_eq!(summary(&found.results).len(), MANDATES.len());
    let results = found.results.iter().map(|result| serde_json::to_value(result).unwrap()).collect();
    (results, serde_json::to_value(&found.unmatched).unwrap())
}

pub(super) const HERNANDEZ: Cells =
    &[("ptb_id", "0012"), ("last_name", "Hernandez"), ("first_name", "Ana"), ("hire_date", "2015-06-01")];

/// Returns one officer's result.
pub(super) fn of(officer: Cells, completions: &[Cells], courses: Option<&[Cells]>, as_of: &str) -> Value {
    let (mut results, unmatched) = checked(&[officer], completions, courses, &ask_on(as_of));
    assert_eq!(unmatched, json!([]));
    results.remove(0)
}

pub(super) fn item<'v>(result: &'v Value, mandate: &str) -> &'v Value {
    result["items"].as_array().unwrap().iter().find(|item| item["mandate"] == mandate).unwrap()
}

/// A certified course of Hernandez.
pub(super) fn took<'a>(topic: &'a str, hours: &'a str, completed: &'a str) -> [(&'a str, &'a str); 5] {
    [("ptb_id", "0012"), ("topic", topic), ("hours", hours), ("completed", completed), ("certified", "yes")]
}

#[track_caller]
pub(super) fn expect(result: &Value, mandate: &str, status: &str, due: Option<&str>) {
    let item = item(result, mandate);
    assert_eq!((item["status"].as_str(), item["due"].as_str()), (Some(status), due), "{item}");
}

#[test]
fn the_table_is_complete_and_agrees_with_the_roster_figures() {
    let rows: Vec<Mandate> = crate::rules::law::figure::rows(MANDATE_TABLE).unwrap();
    assert_eq!((rows.len(), MANDATES.len()), (21, 21));
    let hours = |topic: &str| rows.iter().find(|mandate| mandate.topic == topic).unwrap().hours;
    assert_eq!(
        hours("scenario-force"),
        crate::rules::law::params::SCENARIO_HOURS.history.last().map(|dated| dated.value)
    );
    assert_eq!(
        hours("homicide"),
        crate::rules::law::params::HOMICIDE_RENEWAL_HOURS.history.last().map(|dated| dated.value)
    );
    assert_eq!((hours("force-techniques"), hours("high-risk-stops"), hours("total")), (Some(6), Some(6), Some(30)));
    for mandate in &rows {
        let first = first_day(&mandate.topic);
        assert!(mandate.holds_on(first) && !mandate.holds_on(first.pred_opt().unwrap()), "{}", mandate.topic);
    }
}

/// Every mandate typed by hand: topic, years, window, hours, scope, basis.
const BY_HAND: &str = "\
law-updates 1 CalendarYear - PoliceAndConservators Published
crisis-intervention 1 CalendarYear - PoliceAndConservators Published
emergency-medical 1 CalendarYear - PoliceAndConservators Published
firearms-restraining-order 1 CalendarYear - PoliceAndConservators Published
firearms-qualification 1 CalendarYear - Everyone Published
constitutional-authority 3 VerificationPeriod - Police Published
procedural-justice 3 VerificationPeriod - Police Published
civil-rights 3 VerificationPeriod - Police Published
human-rights 3 VerificationPeriod - Police Published
cultural-competency 3 VerificationPeriod - Police Published
child-abuse-reporting 3 VerificationPeriod - Police Published
sexual-assault-response 3 VerificationPeriod - Police Published
scenario-force 3 ScenarioWindow 12 Everyone Published
force-techniques 3 VerificationPeriod 6 Police Published
high-risk-stops 3 VerificationPeriod 6 Police Published
stops-searches-force-law 3 VerificationPeriod - Police Published
officer-safety 3 VerificationPeriod - Police Published
total 3 VerificationPeriod 30 Police Advisory
domestic-violence 5 LastCompletion - Police Published
homicide 4 Certificate 32 Certified Published
officer-wellness 1 CalendarYear - Police Disputed";

#[test]
fn every_mandate_is_the_one_typed_by_hand() {
    let rows = MANDATES.iter().map(|mandate| {
        let Mandate { topic, every_years, window, hours, binds, basis, .. } = mandate;
        let hours = hours.map_or_else(|| "-".into(), |hours| hours.to_string());
        format!("{topic} {every_years} {window:?} {hours} {binds:?} {basis:?}")
    });
    assert_eq!(rows.collect::<Vec<_>>(), BY_HAND.lines().collect::<Vec<_>>());
    assert!(MANDATES.iter().all(|mandate| mandate.from == first_day(&mandate.topic) && mandate.until.is_none()));
}

/// Returns the first day of a mandate: the list of the units began on 1 July 2022, 1720.350 on 1 January 2012.
fn first_day(topic: &str) -> chrono::NaiveDate {
    use crate::rules::law::figure::day;
    if topic == "homicide" { day(2012, 1, 1) } else { day(2022, 7, 1) }
}

#[test]
fn a_result_has_exactly_the_documented_keys() {
    let result = of(HERNANDEZ, &[&took("Force Techniques", "4.5", "2026-02-01")], None, "2026-11-21");
    let keys: Vec<_> = result.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["file", "items", "line", "name", "notes", "ptb_id", "refused"]);
    // Hernandez signs by 31 Jan 2029; 30 days of January, December and the 9 days of November left, and two years more.
    assert_eq!(
        *item(&result, "force-techniques"),
        json!({
            "mandate": "force-techniques", "every": "3 years", "window": { "from": "2026-02-01", "to": "2029-01-31" },
            "hours_needed": "6", "hours_credited": "4.5", "completions": 1, "status": "open",
            "due": "2029-01-31", "days": 802, "current": null,
            "message": "4.5 of 6 hours from 1 Feb 2026 to 31 Jan 2029; due 31 Jan 2029, in 802 days",
            "sources": ["list of Mobile Team Units 9 and 15"], "source_urls": [null]
        })
    );
}

#[test]
fn yearly_mandates_run_with_the_calendar() {
    for (day, as_of, status) in [
        ("2026-01-01", "2026-11-21", "met"),
        ("2026-12-31", "2026-12-31", "met"),
        ("2025-12-31", "2026-11-21", "due-soon"),
        ("2025-12-31", "2026-06-01", "open"),
    ] {
        let year = if as_of.starts_with("2026") { "2026-12-31" } else { "" };
        expect(&of(HERNANDEZ, &[&took("law-updates", "", day)], None, as_of), "law-updates", status, Some(year));
    }
    // The mandates begin on 1 July 2022: no law is known for the day before.
    expect(&of(HERNANDEZ, &[], None, "2022-06-30"), "law-updates", "unknown", None);
    expect(&of(HERNANDEZ, &[], None, "2022-07-01"), "law-updates", "open", Some("2022-12-31"));
}

#[test]
fn three_year_mandates_run_with_the_verification_period() {
    // Portal: A-H sign by 31 Jan 2026, then 2029. The window of the latter is 1 Feb 2026 to 31 Jan 2029.
    for (day, as_of, status, due) in [
        ("2023-02-01", "2026-01-31", "met", "2026-01-31"),
        ("2023-01-31", "2026-01-31", "due-soon", "2026-01-31"),
        ("2026-01-31", "2026-01-31", "met", "2026-01-31"),
        // The window that has ended was met, so the next one is answered.
        ("2026-01-31", "2026-02-01", "open", "2029-01-31"),
        ("2026-02-01", "2026-02-01", "met", "2029-01-31"),
    ] {
        expect(&of(HERNANDEZ, &[&took("civil-rights", "1", day)], None, as_of), "civil-rights", status, Some(due));
    }
    // The statute's schedule puts H with O: by 30 Jan 2027, so 31 Jan 2024 is the first day.
    let ask = Ask { schedule: Schedule::Statute, ..ask_on("2026-11-21") };
    for (day, status) in [("2024-01-31", "met"), ("2024-01-30", "open")] {
        let (results, _) = checked(&[HERNANDEZ], &[&took("civil-rights", "1", day)], None, &ask);
        expect(&results[0], "civil-rights", status, Some("2027-01-30"));
    }
    let result = of(HERNANDEZ, &[], None, "2026-11-21");
    assert_eq!(
        result["notes"][0],
        "the verification period is 1 Feb 2026 to 31 Jan 2029; with --schedule statute it would be 31 Jan 2024 to 30 \
         Jan 2027"
    );
    let nameless: Cells = &[("ptb_id", "0012"), ("last_name", "王"), ("first_name", "Ana")];
    expect(&of(nameless, &[], None, "2026-11-21"), "civil-rights", "unknown", None);
    expect(&of(nameless, &[], None, "2026-11-21"), "law-updates", "due-soon", Some("2026-12-31"));
}

#[test]
fn hours_add_up_and_count_once_toward_the_thirty() {
    let courses: [&[(&str, &str)]; 3] = [
        &took("force-techniques", "4", "2026-03-02"),
        &took("force-techniques", "2", "2026-04-02"),
        &took("total", "24", "2026-05-02"),
    ];
    let result = of(HERNANDEZ, &courses, None, "2026-11-21");
    expect(&result, "force-techniques", "met", Some("2029-01-31"));
    expect(&result, "total", "met", Some("2029-01-31"));
    assert_eq!(item(&result, "total")["hours_credited"], "30");
    let less = of(HERNANDEZ, &courses[1..], None, "2026-11-21");
    expect(&less, "force-techniques", "open", Some("2029-01-31"));
    assert_eq!(item(&less, "total")["hours_credited"], "26");
    assert!(less["notes"].as_array().unwrap().iter().any(|note| note.as_str().unwrap().starts_with("total: advice")));
    // A topic that is not a mandate counts for nothing, with a note.
    let other = of(
        HERNANDEZ,
        &[&[
            ("course", "Knots"),
            took("rope-work", "30", "2026-05-02")[0],
            ("topic", "rope-work"),
            ("hours", "30"),
            ("completed", "2026-05-02"),
            ("certified", "yes"),
        ]],
        None,
        "2026-11-21",
    );
    assert_eq!(item(&other, "total")["hours_credited"], "0");
    assert!(other["notes"].as_array().unwrap().contains(&json!("not mandated, so not counted: Knots")));
    // Hours that are not recorded may be enough or not.
    let blank = of(HERNANDEZ, &[&took("force-techniques", "", "2026-03-02")], None, "2026-11-21");
    expect(&blank, "force-techniques", "unknown", None);
    // The same course for the same topic on the same day counts once.
    let once = took("force-techniques", "4", "2026-03-02");
    let twice: Vec<_> = once.iter().copied().chain([("course", "Force 1")]).collect();
    let twice = of(HERNANDEZ, &[&twice, &twice], None, "2026-11-21");
    assert_eq!(item(&twice, "force-techniques")["hours_credited"], "4");
    assert_eq!(twice["refused"], json!([{ "course": "Force 1", "completed": "2026-03-02", "why": "recorded twice" }]));
}

#[test]
fn only_certified_courses_count() {
    let refused = |certified, completed, answer: (&str, Option<&str>)| {
        let row = [
            ("ptb_id", "0012"),
            ("course", "A"),
            ("topic", "law-updates"),
            ("completed", completed),
            ("certified", certified),
        ];
        let result = of(HERNANDEZ, &[&row], None, "2026-11-21");
        expect(&result, "law-updates", answer.0, answer.1);
        result["refused"][0]["why"].clone()
    };
    let (owed, doubted) = (("due-soon", Some("2026-12-31")), ("unknown", None));
    assert_eq!(refused("no", "2026-03-02", owed), "not certified by the Board");
    assert_eq!(refused("", "2026-03-02", owed), "certified is blank: only courses that the Board certified count");
    assert_eq!(refused("yes", "", owed), "completed is blank");
    // An unreadable record might count (settled 4); a day after the day asked about is unreadable (settled 5).
    assert_eq!(refused("yes", "2026-13-02", doubted), "completed cannot be read");
    assert_eq!(refused("yes", "2026-11-22", doubted), "completed cannot be read");
    assert_eq!(
        refused("perhaps", "2026-03-02", doubted),
        "certified cannot be read: only courses that the Board certified count"
    );
    assert_eq!(refused("no", "2026-11-22", owed), "completed cannot be read");
}

#[test]
fn a_cops_course_counts_from_approval_to_withdrawal() {
    let list: &[Cells] = &[
        &[
            ("course", "Crisis  Response"),
            ("hours", "2"),
            ("topics", "crisis-intervention"),
            ("approved_on", "2026-03-02"),
            ("withdrawn_on", "2026-06-30"),
        ],
        &[
            ("course", "Several"),
            ("hours", "3"),
            ("topics", "civil-rights; human-rights"),
            ("approved_on", "2026-03-02"),
        ],
        &[("course", "Undated"), ("hours", "3"), ("topics", "civil-rights"), ("approved_on", "")],
    ];
    let online = |id, course, topic, completed, list| {
        let row = [
            ("ptb_id", id),
            ("last_name", "Hernandez"),
            ("first_name", "Ana"),
            ("course", course),
            ("topic", topic),
            ("completed", completed),
            ("provider", "COPS"),
            // Whatever certified says.
            ("certified", "no"),
        ];
        of(HERNANDEZ, &[&row], list, "2026-11-21")
    };
    let why =
        |id, course, topic, completed, list| online(id, course, topic, completed, list)["refused"][0]["why"].clone();
    let all = Some(list);
    for day in ["2026-03-02", "2026-06-30"] {
        let counts = online("0012", "crisis response", "", day, all);
        expect(&counts, "crisis-intervention", "met", Some("2026-12-31"));
        assert_eq!((&counts["refused"], &item(&counts, "total")["hours_credited"]), (&json!([]), &json!("2")));
    }
    assert_eq!(
        why("0012", "Crisis Response", "", "2026-03-01", all),
        "completed before the course was approved on 2 Mar 2026"
    );
    assert_eq!(
        why("0012", "Crisis Response", "", "2026-07-01", all),
        "completed after the approval was withdrawn on 30 Jun 2026"
    );
    assert_eq!(
        why("", "Crisis Response", "", "2026-03-02", all),
        "no PTB ID on the record: the portal's report cannot be matched to the officer"
    );
    assert_eq!(why("0012", "Traffic", "", "2026-03-02", all), "the course is not on the list of approved courses");
    assert_eq!(why("0012", "Crisis Response", "", "2026-03-02", None), "no list of approved courses was given");
    assert_eq!(why("0012", "", "", "2026-03-02", all), "course is blank");
    assert_eq!(
        why("0012", "Undated", "", "2026-03-02", all),
        "the list of approved courses has no readable day of approval for the course"
    );
    assert_eq!(
        why("0012", "Crisis Response", "law-updates", "2026-03-02", all),
        "approved for crisis-intervention, not for law-updates"
    );
    // Approved for two topics while the record names none: the total of hours only.
    let several = online("0012", "Several", "", "2026-03-02", all);
    expect(&several, "civil-rights", "open", Some("2029-01-31"));
    assert_eq!(item(&several, "total")["hours_credited"], "3");
    expect(&online("0012", "Several", "Human Rights", "2026-03-02", all), "human-rights", "met", Some("2029-01-31"));
}

#[test]
fn an_officer_hired_inside_a_window_is_review() {
    let hired = |day| -> Value {
        let officer = [("ptb_id", "0012"), ("last_name", "Hernandez"), ("first_name", "Ana"), ("hire_date", day)];
        of(&officer, &[], None, "2026-11-21")
    };
    expect(&hired("2026-01-01"), "law-updates", "due-soon", Some("2026-12-31"));
    expect(&hired("2026-01-02"), "law-updates", "review", Some("2026-12-31"));
    expect(&hired("2026-02-01"), "civil-rights", "open", Some("2029-01-31"));
    expect(&hired("2026-02-02"), "civil-rights", "review", Some("2029-01-31"));
    expect(&hired("2026-02-30"), "law-updates", "unknown", None);
    // A blank day of hire counts as employed all along, as for the portal signature.
    expect(&hired(""), "civil-rights", "open", Some("2029-01-31"));
}

#[test]
fn five_years_run_from_the_last_completion() {
    let last = |day, as_of| of(HERNANDEZ, &[&took("domestic-violence", "", day)], None, as_of);
    expect(&last("2022-11-30", "2026-11-21"), "domestic-violence", "open", Some("2027-11-30"));
    expect(&last("2024-02-29", "2029-02-28"), "domestic-violence", "due-soon", Some("2029-02-28"));
    expect(&last("2024-02-29", "2029-03-01"), "domestic-violence", "overdue", Some("2029-02-28"));
    expect(&of(HERNANDEZ, &[], None, "2026-11-21"), "domestic-violence", "unknown", None);
}

#[test]
fn homicide_hours_count_inside_the_certificate() {
    let with = |roster_hours, rows: &[(&str, &str)]| {
        let officer: Vec<_> = HERNANDEZ
            .iter()
            .chain(&[("homicide_certified", "2023-03-15"), ("homicide_hours", roster_hours)])
            .copied()
            .collect();
        let rows: Vec<_> = rows.iter().map(|(hours, day)| took("homicide", hours, day)).collect();
        of(&officer, &rows.iter().map(|row| &row[..]).collect::<Vec<_>>(), None, "2026-11-21")
    };
    let due = Some("2027-03-14");
    expect(&with("", &[("31.5", "2023-03-15"), ("0.5", "2026-11-21")]), "homicide", "met", due);
    expect(&with("", &[("31.5", "2023-03-14"), ("8", "2026-11-21")]), "homicide", "open", due);
    expect(&with("32", &[]), "homicide", "met", due);
    expect(&of(HERNANDEZ, &[], None, "2026-11-21"), "homicide", "not-applicable", None);
}

#[test]
fn officer_wellness_is_review_unless_both_lists_are_met() {
    expect(&of(HERNANDEZ, &[], None, "2026-11-21"), "officer-wellness", "review", Some("2026-12-31"));
    let this_year = of(HERNANDEZ, &[&took("officer-wellness", "", "2026-03-02")], None, "2026-11-21");
    expect(&this_year, "officer-wellness", "met", Some("2026-12-31"));
}

#[test]
fn completions_match_by_id_then_by_name_or_are_listed() {
    let ask = ask_on("2026-11-21");
    let two: &[Cells] = &[
        &[("ptb_id", "1"), ("last_name", "Doe"), ("first_name", "Jane"), ("agency", "Alton")],
        &[("ptb_id", "1"), ("last_name", "Doe"), ("first_name", "Jane"), ("agency", "Pana")],
        &[("ptb_id", "2"), ("last_name", "Roe"), ("first_name", "Ann"), ("agency", "Alton")],
        &[("ptb_id", "3"), ("last_name", "Roe"), ("first_name", "Ann"), ("agency", "Pana")],
        &[("last_name", "Poe"), ("first_name", "Max"), ("ptb_id", ""), ("agency", "Pana")],
    ];
    let row = |id, name| {
        [("ptb_id", id), ("name", name), ("topic", "law-updates"), ("completed", "2026-03-02"), ("certified", "yes")]
    };
    let met = |id, name| {
        let (results, unmatched) = checked(two, &[&row(id, name)], None, &ask);
        let met: Vec<_> = results.iter().map(|result| item(result, "law-updates")["status"] == "met").collect();
        (met, unmatched[0]["why"].clone())
    };
    let no_officer = json!("no officer on the roster has this PTB ID or name");
    // Two appointments of one officer: the completion counts for both.
    assert_eq!(met("1", "Somebody, Else"), (vec![true, true, false, false, false], Value::Null));
    // Settled 197: the ID is one officer's and the name another's.
    assert_eq!(
        met("1", "Poe, Max"),
        (vec![false; 5], json!("its PTB ID is one officer's and its name another's, so it is credited to neither"))
    );
    assert_eq!(met("3", "Roe, Ann"), (vec![false, false, false, true, false], Value::Null), "of two of one name");
    assert_eq!(met("", "DOE, jane"), (vec![true, true, false, false, false], Value::Null));
    // A record with an ID is never matched by name to an officer who has another (settled 102).
    let other_id = json!("the roster has this name with another PTB ID, and no officer has this one");
    assert_eq!(met("9", "Doe, Jane"), (vec![false; 5], other_id));
    assert_eq!(met("9", "Poe, Max"), (vec![false, false, false, false, true], Value::Null));
    assert_eq!(
        met("", "Roe, Ann"),
        (vec![false; 5], json!("several officers on the roster have this name; a PTB ID on the record would decide"))
    );
    assert_eq!(met("", "Roe"), (vec![false; 5], no_officer));
}
