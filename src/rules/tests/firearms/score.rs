//! Scores of a course of fire: every outcome at its edge, their precedence, the shape of a result.

use crate::finding::Status;
use crate::input::cells::Reading;
use crate::input::header::Header;
use crate::input::rows::Rows;
use crate::model::Record;
use crate::model::shoot::{Column, Shoot, Stage12Yards};
use crate::rules::firearms::course::Course;
use crate::rules::firearms::own_course::{CourseFormat, read};
use crate::rules::firearms::result::{FirearmsOutcome, FirearmsScore};
use crate::rules::firearms::score::{FirearmsEntry, FlagHits, score, score_flags};
use crate::rules::law::figure::day;
use serde_json::{Value, json};

type Row<'r> = &'r [(&'r str, &'r str)];

/// Scores one row on 21 Nov 2026 and returns the result as JSON.
fn result_against(row: Row, own: Option<&Course>) -> Value {
    with_score(row, own, |score| serde_json::to_value(score).unwrap())
}

fn with_score<T>(row: Row, own: Option<&Course>, then: impl FnOnce(&FirearmsScore) -> T) -> T {
    let header = Header::new(row.iter().map(|(name, _)| *name), Column::SPECS).unwrap();
    assert!(header.unknown.is_empty(), "{:?}", header.unknown);
    let rows = Rows::of_cells(row.iter().map(|(_, text)| *text));
    let how = Reading::on(day(2026, 11, 21));
    let mut shoot = Shoot::read(&rows.iter().next().unwrap(), &header, &how, |_, _| {});
    shoot.strike_impossible_days(how.as_of);
    let score = score(&FirearmsEntry { file: "sheet.csv", line: 2, sheet: None, record: shoot }, own, how.as_of);
    for note in &score.notes {
        assert!(!note.ends_with('.') && !note.contains("settled") && !note.starts_with(char::is_uppercase), "{note}");
    }
    then(&score)
}

fn result(row: Row) -> Value {
    result_against(row, None)
}

const NAMES: [&str; 12] = [
    "stage_1", "stage_2", "stage_3", "stage_4", "stage_5", "stage_6", "stage_7", "stage_8", "stage_9", "stage_10",
    "stage_11", "stage_12",
];

/// Returns a row of twelve stages with other cells added or replaced.
fn sheet<'r>(stages: [&'r str; 12], other: &[(&'r str, &'r str)]) -> Vec<(&'r str, &'r str)> {
    let cells = NAMES.into_iter().zip(stages).filter(|(name, _)| !other.iter().any(|(cell, _)| cell == name));
    cells.chain(other.iter().copied()).collect()
}

const ALL_HIT: [&str; 12] = ["2", "2", "2", "2", "2", "2", "3", "3", "3", "3", "3", "3"];
/// 21 hits of 30.
const JUST: [&str; 12] = ["2", "2", "2", "2", "2", "2", "3", "3", "3", "0", "0", "0"];

fn outcome(row: Row) -> (String, String) {
    let result = result(row);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let notes = result["notes"].as_array().unwrap().iter().map(text).collect::<Vec<_>>().join("\n");
    let outcome = text(&result["outcome"]);
    // Settled 53: hits and percent are null for both.
    let known = !["invalid", "incomplete"].contains(&outcome.as_str());
    assert_eq!((result["hits"].is_u64(), result["percent"].is_string()), (known, known), "{row:?}");
    (outcome, notes)
}

#[test]
fn twenty_one_hits_qualify_and_twenty_do_not() {
    for (hits, expected, percent) in [
        ("21", "qualified", "70.0"),
        ("20", "not-qualified", "66.6"),
        ("30", "qualified", "100.0"),
        ("0", "not-qualified", "0.0"),
    ] {
        let result = result(&[("hits", hits)]);
        assert_eq!((result["outcome"].as_str(), result["percent"].as_str()), (Some(expected), Some(percent)));
        assert_eq!((result["required"].as_u64(), result["rounds"].as_u64()), (Some(21), Some(30)));
        assert_eq!(result["hits"].to_string(), hits);
    }
    assert_eq!(outcome(&sheet(JUST, &[])).0, "qualified");
    assert_eq!(outcome(&sheet(JUST, &[("stage_1", "1")])).0, "not-qualified");
    assert_eq!(outcome(&sheet(JUST, &[("hits", "21")])).0, "qualified");
}

#[test]
fn the_optional_stage_counts_the_same() {
    let row = |yards| sheet(JUST, &[("stage_9", "0"), ("stage_12", "3"), ("stage_12_yards", yards)]);
    for (yards, distance, seconds) in [("", 15, 10), ("15", 15, 10), ("25", 25, 15)] {
        let result = result(&row(yards));
        assert_eq!((result["outcome"].as_str(), result["hits"].as_u64()), (Some("qualified"), Some(21)));
        let last = json!({ "stage": 12, "yards": distance, "rounds": 3, "seconds": seconds, "hits": 3 });
        assert_eq!(result["stages"][11], last);
    }
    let four = outcome(&sheet(ALL_HIT, &[("stage_12", "4"), ("stage_12_yards", "25")]));
    assert_eq!(four, ("invalid".into(), "invalid: stage_12 shows 4 hits of 3 rounds".into()));
}

#[test]
fn an_impossible_sheet_is_invalid_with_its_reason() {
    // Settled 53.
    for (other, why) in [
        (&[("stage_3", "3")][..], "stage_3 shows 3 hits of 2 rounds"),
        (&[("hits", "31")], "more than the 30 rounds"),
        (&[("hits", "29")], "hits shows 29, but the stages add up to 30"),
        (&[("capacity", "4")], "the firearm holds 4 rounds; the course needs at least 5"),
        (&[("date", "2026-11-22")], "date is 22 Nov 2026, later than 21 Nov 2026"),
        // Settled 110: invalid comes before incomplete.
        (&[("stage_3", "3"), ("stage_4", "")], "stage_3 shows 3 hits"),
        (&[("capacity", "4"), ("stage_4", "two")], "the firearm holds 4 rounds"),
        (&[("date", "2006-04-10"), ("stage_12", "4")], "stage_12 shows 4 hits"),
    ] {
        let (outcome, notes) = outcome(&sheet(ALL_HIT, other));
        assert_eq!(outcome, "invalid", "{other:?}");
        assert!(notes.starts_with("invalid: ") && notes.contains(why), "{notes}");
    }
    assert_eq!(outcome(&[("hits", "31")]).0, "invalid");
    assert_eq!(outcome(&[("hits", "24"), ("capacity", "4")]).0, "invalid");
    assert_eq!(outcome(&[("hits", "24"), ("capacity", "5")]).0, "qualified");
    assert_eq!(outcome(&[("hits", "24"), ("date", "2026-11-21")]).0, "qualified");
    let result = result(&sheet(ALL_HIT, &[("date", "2026-11-22")]));
    assert_eq!(result["date"], "2026-11-22", "the date is shown, so that it can be corrected");
}

#[test]
fn a_blank_cell_is_incomplete_and_never_zero() {
    // Settled 53; settled 110: the hits of the whole course are not compared with stages of which one is blank.
    for (other, why) in [
        (&[("stage_12", "")][..], "stage_12 is blank"),
        (&[("stage_12", ""), ("hits", "27")], "stage_12 is blank"),
        (&[("stage_12", ""), ("hits", "5")], "stage_12 is blank"),
        (&[("stage_1", ""), ("stage_2", "-")], "stage_1, stage_2 are blank"),
        (&[("stage_7", "x")], "stage_7 cannot be read"),
        (&[("date", "2006-04-10")], "no course of fire is known for 10 Apr 2006: the first begins on 11 Apr 2006"),
        (&[("date", "6/7/26")], "date cannot be read"),
        (&[("capacity", "15+1")], "capacity cannot be read"),
        (&[("hits", "all")], "hits cannot be read"),
        // Settled 119.
        (&[("stage_12_yards", "20")], "stage_12_yards cannot be read"),
    ] {
        let (outcome, notes) = outcome(&sheet(ALL_HIT, other));
        assert_eq!(outcome, "incomplete", "{other:?}");
        assert!(notes.starts_with("incomplete: ") && notes.contains(why), "{notes}");
    }
    assert_eq!(outcome(&[("hits", "")]).1, "incomplete: neither the stages nor hits are given");
    assert_eq!(outcome(&[("hits", "many")]).1, "incomplete: hits cannot be read");
    assert_eq!(outcome(&[("hits", "27"), ("stage_1", "x")]).0, "incomplete", "stages are given, but not all of them");
    assert_eq!(outcome(&[("hits", "27"), ("date", "2006-04-11")]).0, "qualified");
    // Settled 119: the distance matters only where stages are given.
    assert_eq!(outcome(&[("hits", "27"), ("stage_12_yards", "20")]).0, "qualified");
    let result = result(&sheet(ALL_HIT, &[("stage_12_yards", "20")]));
    let last = json!({ "stage": 12, "yards": null, "rounds": 3, "seconds": null, "hits": 3 });
    assert_eq!((&result["stages"][11], &result["stages"][10]["yards"]), (&last, &json!(15)));
}

#[test]
fn a_blank_date_does_not_change_the_score() {
    // Settled 53.
    let (outcome, notes) = outcome(&[("hits", "24"), ("date", "")]);
    assert_eq!(outcome, "qualified");
    assert!(notes.contains("cannot be entered in a roster"), "{notes}");
}

#[test]
fn outcomes_are_counted_as_statuses() {
    // Settled 20.
    assert_eq!(FirearmsOutcome::Qualified.status(), Status::Met);
    assert_eq!(FirearmsOutcome::NotQualified.status(), Status::Overdue);
    assert_eq!(FirearmsOutcome::Invalid.status(), Status::Overdue);
    assert_eq!(FirearmsOutcome::Incomplete.status(), Status::Unknown);
    // Settled 98: an unreadable cell that the score does not use leaves the outcome as it is, and has a finding of its
    // own.
    assert_eq!(outcome(&[("hits", "24"), ("weapon", "P320")]).0, "qualified");
}

#[test]
fn a_result_has_every_key_in_order() {
    let row = [
        ("ptb_id", "0042"),
        ("name", "Doe, Jane"),
        ("date", "2026-06-06"),
        ("category", "retired"),
        ("weapon", "revolver"),
        ("hits", "24"),
    ];
    let keys = "ptb_id name date category weapon hits rounds percent required outcome stages file line notes";
    let text = with_score(&row, None, |score| serde_json::to_string(score).unwrap());
    let places: Vec<_> = keys.split(' ').map(|key| text.find(&format!("\"{key}\":")).unwrap()).collect();
    assert!(places.is_sorted(), "{text}");
    let result = result(&row);
    assert_eq!(result.as_object().unwrap().len(), keys.split(' ').count());
    assert_eq!((&result["category"], &result["weapon"]), (&json!("retired"), &json!("revolver")));
    assert_eq!((&result["ptb_id"], &result["name"]), (&json!("0042"), &json!("Doe, Jane")));
    assert_eq!((&result["percent"], &result["line"], &result["notes"]), (&json!("80.0"), &json!(2), &json!([])));
    let first = json!({ "stage": 1, "yards": 5, "rounds": 2, "seconds": 6, "hits": null });
    assert_eq!((result["stages"].as_array().unwrap().len(), &result["stages"][0]), (12, &first));
    let blank = self::result(&[("hits", "24")]);
    assert_eq!((&blank["category"], &blank["weapon"], &blank["date"]), (&json!("duty"), &Value::Null, &Value::Null));
    assert_eq!(self::result(&[("hits", "24"), ("category", "patrol")])["category"], Value::Null);
}

#[test]
fn hits_from_flags_are_scored_like_a_sheet() {
    let as_of = day(2026, 11, 21);
    let outcome = |flags: &FlagHits| score_flags(flags, None, as_of).outcome;
    let stages: Vec<_> = [2, 2, 2, 2, 2, 2, 3, 3, 3, 0, 0, 0].map(Some).to_vec();
    assert_eq!(outcome(&FlagHits { stages: stages.clone(), ..FlagHits::default() }), FirearmsOutcome::Qualified);
    let far =
        FlagHits { stages: stages.clone(), stage_12_yards: Some(Stage12Yards::TwentyFive), ..FlagHits::default() };
    assert_eq!(score_flags(&far, None, as_of).stages[11].yards, Some(25));
    assert_eq!(
        outcome(&FlagHits { stages: stages[..11].to_vec(), ..FlagHits::default() }),
        FirearmsOutcome::Incomplete
    );
    let thirteen = stages.iter().copied().chain([Some(1)]).collect();
    assert_eq!(outcome(&FlagHits { stages: thirteen, ..FlagHits::default() }), FirearmsOutcome::Invalid);
    let score = score_flags(&FlagHits { hits: Some(20), ..FlagHits::default() }, None, as_of);
    assert_eq!((score.outcome, score.file, score.line), (FirearmsOutcome::NotQualified, None, None));
}

#[test]
fn an_own_course_has_its_own_passing_score() {
    let stage = |yards, rounds, seconds| json!({ "yards": yards, "rounds": rounds, "seconds": seconds });
    let stages = [stage(5, 12, 30), stage(7, 13, 30), stage(25, 6, 12)];
    let text = json!({ "name": "Night course", "passing_percent": 80, "stages": stages }).to_string();
    let own = read(&text, CourseFormat::Json).unwrap();
    // 80 percent of 31 rounds are 24.8: 25 hits.
    for (hits, expected) in [("25", "qualified"), ("24", "not-qualified"), ("32", "invalid")] {
        let result = result_against(&[("hits", hits)], Some(&own));
        assert_eq!(
            (&result["outcome"], &result["required"], &result["rounds"]),
            (&json!(expected), &json!(25), &json!(31))
        );
        assert!(result["notes"][0].as_str().unwrap().contains("Night course"));
    }
    let result = |row: Row| result_against(row, Some(&own));
    let three = [("stage_1", "12"), ("stage_2", "10"), ("stage_3", "3"), ("stage_12_yards", "20"), ("stage_4", "0")];
    assert_eq!((&result(&three)["outcome"], &result(&three)["percent"]), (&json!("qualified"), &json!("80.6")));
    assert_eq!(result(&[("stage_1", "12"), ("stage_2", "10")])["outcome"], "incomplete");
    assert_eq!(
        result(&[("stage_1", "12"), ("stage_2", "10"), ("stage_3", "3"), ("stage_4", "1")])["outcome"],
        "invalid"
    );
    // On a day without a known State course, the own course cannot be compared with it.
    assert_eq!(result(&[("hits", "31"), ("date", "2006-04-10")])["outcome"], "incomplete");
}

#[test]
fn the_course_is_not_fired_with_a_long_gun() {
    // Settled 53; the State's sheet defines the firearm as a handgun.
    for weapon in ["rifle", "AR-15", "Patrol Rifle", "Shotgun", "long gun"] {
        let (outcome, notes) = outcome(&[("hits", "30"), ("weapon", weapon)]);
        assert!(outcome == "invalid" && notes.contains("a long gun was fired"), "{weapon} {notes}");
    }
    for weapon in ["Pistol", "Semi-Auto Handgun", "Glock 17", "revolver", ""] {
        assert_eq!(outcome(&[("hits", "30"), ("weapon", weapon)]).0, "qualified", "{weapon}");
    }
}
