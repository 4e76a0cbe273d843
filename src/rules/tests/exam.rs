//! The academy and examination sheet at each edge. The expected answers were worked out by hand.

use crate::finding::Status;
use crate::input::cells::Reading;
use crate::input::days::read_flag_day;
use crate::input::header::Header;
use crate::input::rows::Rows;
use crate::model::Record;
use crate::model::exam::{Column, Trainee};
use crate::rules::exam::{ExamEntry, ExamOutcome, check};
use serde_json::Value;

/// A trainee who just passes: 40 of 400 hours missed, an average of 70, 132 of 200 correct.
const PASSES: [(&str, &str); 16] = [
    ("ptb_id", "0012"),
    ("name", "Doe, Jane"),
    ("program", "full-time"),
    ("course_hours", "400"),
    ("absent_hours", "40"),
    ("written_average", "70"),
    ("notebook", "satisfactory"),
    ("skills", "satisfactory"),
    ("exam", "comprehensive"),
    ("exam_date", "2026-03-02"),
    ("exam_correct", "132"),
    ("attempt", "1"),
    ("absences_excused", "yes"),
    ("firearms_passed", "yes"),
    ("employed", "yes"),
    ("disruption", ""),
];

struct Checked {
    outcome: ExamOutcome,
    json: Value,
    notes: Vec<String>,
}

/// Checks the passing row with these cells changed, on 21 November 2026.
fn with(changed: &[(&str, &str)]) -> Checked {
    let mut row: Vec<_> =
        PASSES.into_iter().filter(|(name, _)| changed.iter().all(|(other, _)| other != name)).collect();
    row.extend(changed);
    let header = Header::new(row.iter().map(|(name, _)| *name), Column::SPECS).unwrap();
    assert!(header.unknown.is_empty(), "{:?}", header.unknown);
    let rows = Rows::of_cells(row.iter().map(|(_, text)| *text));
    let as_of = read_flag_day("2026-11-21").unwrap();
    let how = Reading::on(as_of);
    let mut trainee = Trainee::read(&rows.iter().next().unwrap(), &header, &how, |_, _| {});
    trainee.strike_impossible_days(as_of);
    let result = check(&ExamEntry { file: "exam.csv", line: 2, sheet: None, record: trainee }, as_of);
    Checked { outcome: result.outcome, json: serde_json::to_value(&result).unwrap(), notes: result.notes }
}

#[track_caller]
fn expect(changed: &[(&str, &str)], outcome: ExamOutcome, note: &str) {
    let checked = with(changed);
    assert_eq!(checked.outcome, outcome, "{changed:?}: {:?}", checked.notes);
    assert_eq!(checked.notes.first().map_or("", String::as_str), note, "{changed:?}");
}

#[test]
fn a_result_has_every_key_in_order() {
    let json = with(&[]).json;
    let expected = serde_json::json!({
        "ptb_id": "0012", "name": "Doe, Jane",
        "attendance": { "absent_percent": "10.0", "passed": true },
        "average": { "percent": "70.0", "passed": true },
        "eligible": true,
        "exam": { "kind": "comprehensive", "percent": "66.0", "required": "66", "passed": true },
        "attempts_left": null, "results_due": "2026-03-16", "outcome": "pass",
        "sources": ["20 Ill. Adm. Code 1720.20(a)", "20 Ill. Adm. Code 1720.20(d), (h)", "20 Ill. Adm. Code 1720.25"],
        "source_urls": [
            "https://www.law.cornell.edu/regulations/illinois/Ill-Admin-Code-tit-20-SS-1720.20",
            "https://www.law.cornell.edu/regulations/illinois/Ill-Admin-Code-tit-20-SS-1720.20",
            "https://www.law.cornell.edu/regulations/illinois/Ill-Admin-Code-tit-20-SS-1720.25",
        ],
        "notes": [], "file": "exam.csv", "line": 2
    });
    assert_eq!(json, expected);
}

#[test]
fn at_most_a_tenth_of_the_hours_may_be_missed() {
    // 40 of 400 is exactly a tenth; 40.000001 is more, though it prints as 10.0.
    expect(&[("absent_hours", "40")], ExamOutcome::Pass, "");
    expect(
        &[("absent_hours", "40.000001")],
        ExamOutcome::NotEligible,
        "not eligible: 40.000001 of 400 hours missed, more than 10 percent",
    );
    let over = with(&[("absent_hours", "40.000001")]).json;
    assert_eq!(over["attendance"], serde_json::json!({ "absent_percent": "10.0", "passed": false }));
    expect(&[("absences_excused", "")], ExamOutcome::Incomplete, "incomplete: absences_excused is blank");
    expect(&[("absences_excused", ""), ("absent_hours", "0")], ExamOutcome::Pass, "");
    expect(&[("course_hours", "")], ExamOutcome::Incomplete, "incomplete: course_hours is blank");
    expect(
        &[("course_hours", "0"), ("absent_hours", "0")],
        ExamOutcome::Incomplete,
        "incomplete: 0 of 0 hours missed is impossible",
    );
    expect(&[("absent_hours", "401")], ExamOutcome::Incomplete, "incomplete: 401 of 400 hours missed is impossible");
}

#[test]
fn an_absence_that_was_not_excused_is_for_the_director() {
    // Settled 153: within a tenth, 1720.30(d) leaves it to the Academy Director.
    let why = "review: 40 of 400 hours missed, within 10 percent, and not every absence was excused; the Academy \
               Director decides (20 Ill. Adm. Code 1720.30(d))";
    let no = ("absences_excused", "no");
    expect(&[no], ExamOutcome::Review, why);
    let checked = with(&[no]).json;
    assert_eq!((&checked["eligible"], &checked["attendance"]["passed"]), (&Value::Null, &Value::Null));
    assert_eq!(checked["attempts_left"], 2, "it is no pass yet");
    expect(
        &[no, ("absent_hours", "40.1")],
        ExamOutcome::NotEligible,
        "not eligible: 40.1 of 400 hours missed, more than 10 percent",
    );
    expect(&[no, ("absent_hours", "0")], ExamOutcome::Pass, "");
    // A failed requirement comes first, then a missing fact; an examination still to be sat does not hide the doubt.
    expect(&[no, ("employed", "no")], ExamOutcome::NotEligible, "not eligible: no agency employs the trainee");
    expect(&[no, ("employed", "")], ExamOutcome::Incomplete, "incomplete: employed is blank");
    assert_eq!(with(&[no, ("employed", "")]).notes[1], why);
    let unsat = with(&[no, ("exam", ""), ("exam_date", ""), ("exam_correct", ""), ("attempt", "")]);
    assert_eq!(
        (unsat.outcome, &unsat.notes[..]),
        (ExamOutcome::Review, &[why.to_owned(), "not known: no examination is on record".into()][..])
    );
}

#[test]
fn after_a_pass_no_attempt_is_counted() {
    // Settled 153 and 262; 1720.25(d).
    assert_eq!(with(&[]).json["attempts_left"], Value::Null);
    assert_eq!(with(&[("exam_correct", "131")]).json["attempts_left"], 2);
    let ill = with(&[("excused_ill", "yes")]);
    assert_eq!((ill.outcome, &ill.json["attempts_left"]), (ExamOutcome::Incomplete, &Value::from(3)));
}

#[test]
fn a_part_time_row_names_the_section_on_full_time_officers() {
    let part_time = [("program", "part-time"), ("absent_hours", "0")];
    for row in [&part_time[..], &[part_time[0], part_time[1], ("exam_correct", "131")]] {
        let notes = with(row).notes;
        assert!(notes.iter().any(|note| note.contains("1720.25(f)") && note.contains("MTU #10")), "{notes:?}");
    }
    assert_eq!(with(&[]).notes, Vec::<String>::new());
}

#[test]
fn a_part_time_course_is_attended_in_full() {
    // ADM 1770.205(a).
    assert_eq!(with(&[("program", "part-time"), ("absent_hours", "0")]).outcome, ExamOutcome::Pass);
    expect(
        &[("program", "part-time"), ("absent_hours", "0.5")],
        ExamOutcome::NotEligible,
        "not eligible: 0.5 of 400 hours missed; a part-time course must be attended in full, or made up",
    );
    // The program matters only where the two limits differ.
    expect(&[("program", ""), ("absent_hours", "0")], ExamOutcome::Pass, "");
    expect(&[("program", ""), ("absent_hours", "1")], ExamOutcome::Incomplete, "incomplete: program is blank");
}

const A_SHARE: &str = "looks like a share of one; write 90 for 90 percent";
const NOT_ELIGIBLE_AT_ONE: &str = "not eligible: written average of 1.000001 percent, 68.999999 below 70";

#[test]
fn an_average_of_seventy_is_enough() {
    expect(&[("written_average", "70.0")], ExamOutcome::Pass, "");
    expect(
        &[("written_average", "69.999999")],
        ExamOutcome::NotEligible,
        "not eligible: written average of 69.999999 percent, 0.000001 below 70",
    );
    expect(&[("written_average", "")], ExamOutcome::Incomplete, "incomplete: written_average is blank");
    expect(
        &[("written_average", "100.5")],
        ExamOutcome::Incomplete,
        "incomplete: a written average of 100.5 percent is impossible",
    );
    // A spreadsheet stores 90% as 0.9.
    expect(&[("written_average", "90%")], ExamOutcome::Pass, "");
    expect(&[("written_average", "1.000001")], ExamOutcome::NotEligible, NOT_ELIGIBLE_AT_ONE);
    for (average, shown) in [("0.9", "0.9"), ("1", "1")] {
        let why = format!("incomplete: a written average of {shown} percent {A_SHARE}");
        expect(&[("written_average", average)], ExamOutcome::Incomplete, &why);
    }
}

#[test]
fn every_requirement_of_the_course_is_named() {
    for (cell, no) in [
        (("notebook", "unsatisfactory"), "the notebook is unsatisfactory"),
        (("skills", "unsatisfactory"), "the skills are unsatisfactory"),
        (("firearms_passed", "no"), "the firearms course is not passed"),
        (("employed", "no"), "no agency employs the trainee"),
    ] {
        expect(&[cell], ExamOutcome::NotEligible, &format!("not eligible: {no}"));
        expect(&[(cell.0, "")], ExamOutcome::Incomplete, &format!("incomplete: {} is blank", cell.0));
        expect(&[(cell.0, "perhaps")], ExamOutcome::Incomplete, &format!("incomplete: {} cannot be read", cell.0));
    }
}

#[test]
fn a_score_of_132_of_200_is_66_percent() {
    let fails = with(&[("exam_correct", "131")]);
    assert_eq!(fails.outcome, ExamOutcome::Fail);
    assert_eq!(fails.json["exam"]["percent"], "65.5");
    assert_eq!(fails.notes, ["failed; 2 attempts left with this appointment, on the chief's written request"]);
    expect(&[("exam_correct", ""), ("exam_score", "66")], ExamOutcome::Pass, "");
    assert_eq!(with(&[("exam_correct", ""), ("exam_score", "65.999999")]).outcome, ExamOutcome::Fail);
    // Both, and equal: 131 of 200 is 65.5 percent.
    assert_eq!(with(&[("exam_correct", "131"), ("exam_score", "65.5")]).outcome, ExamOutcome::Fail);
    expect(
        &[("exam_score", "65.5")],
        ExamOutcome::Incomplete,
        "incomplete: exam_score and exam_correct give different scores",
    );
    expect(&[("exam_correct", "201")], ExamOutcome::Incomplete, "incomplete: a score of 100.5 percent is impossible");
    expect(&[("exam_correct", "200")], ExamOutcome::Pass, "");
    for score in ["90%", "90 %", "90 percent"] {
        expect(&[("exam_correct", ""), ("exam_score", score)], ExamOutcome::Pass, "");
    }
    for score in ["0.9", "1"] {
        let result = with(&[("exam_correct", ""), ("exam_score", score)]);
        assert_eq!(result.outcome, ExamOutcome::Incomplete);
        assert!(result.notes.iter().any(|note| note.contains(A_SHARE)), "{:?}", result.notes);
    }
    assert_eq!(with(&[("exam_correct", ""), ("exam_score", "0")]).outcome, ExamOutcome::Fail);
    expect(&[("exam_correct", "")], ExamOutcome::Incomplete, "incomplete: no score is on record");
    expect(
        &[("exam_correct", "132 of 200"), ("exam_score", "66")],
        ExamOutcome::Incomplete,
        "incomplete: exam_correct cannot be read",
    );
}

#[test]
fn the_pass_mark_is_known_from_15_december_2022() {
    expect(&[("exam_date", "2022-12-15")], ExamOutcome::Pass, "");
    expect(
        &[("exam_date", "2022-12-14")],
        ExamOutcome::Incomplete,
        "incomplete: no pass mark is known for 14 Dec 2022; the Board then set one between 60 and 80 percent",
    );
    assert_eq!(with(&[("exam_date", "2022-12-14")]).json["exam"]["required"], Value::Null);
    expect(&[("exam_date", "")], ExamOutcome::Incomplete, "incomplete: exam_date is blank");
    // Settled 5: an examination after the day asked about cannot be.
    expect(&[("exam_date", "2026-11-22")], ExamOutcome::Incomplete, "incomplete: exam_date cannot be read");
}

#[test]
fn two_retakes_each_need_the_chiefs_request() {
    let retake = |more: &[(&str, &str)]| {
        let mut row = more.to_vec();
        if more.iter().all(|(name, _)| *name != "retake_request") {
            row.push(("retake_request", "2026-03-01"));
        }
        with(&row)
    };
    assert_eq!(retake(&[("attempt", "2")]).outcome, ExamOutcome::Pass);
    assert_eq!(retake(&[("attempt", "2"), ("exam_correct", "131")]).json["attempts_left"], 1);
    assert_eq!(retake(&[("attempt", "2"), ("retake_request", "2026-03-02")]).outcome, ExamOutcome::Pass);
    let third = retake(&[("attempt", "3"), ("exam_correct", "131")]);
    assert_eq!((third.outcome, &third.json["attempts_left"]), (ExamOutcome::Fail, &Value::from(0)));
    assert_eq!(
        third.notes,
        ["failed, and no attempt is left with this appointment; an appointment by another agency starts the count \
             again (20 Ill. Adm. Code 1720.25(k))"]
    );
    expect(
        &[("attempt", "2")],
        ExamOutcome::Incomplete,
        "incomplete: retake_request is blank; a retake needs the chief's written request",
    );
    expect(
        &[("attempt", "2"), ("retake_request", "2026-03-03")],
        ExamOutcome::Incomplete,
        "incomplete: the chief requested the retake on 3 Mar 2026, after it was taken",
    );
    expect(
        &[("attempt", "4"), ("retake_request", "2026-03-01")],
        ExamOutcome::NotEligible,
        "not eligible: attempt 4, and one appointment allows 3",
    );
    expect(&[("attempt", "")], ExamOutcome::Incomplete, "incomplete: attempt is blank");
    expect(&[("attempt", "0")], ExamOutcome::Incomplete, "incomplete: attempt is 0; the first is 1");
}

#[test]
fn an_excused_illness_is_not_an_attempt() {
    let ill = with(&[("excused_ill", "yes"), ("exam_correct", ""), ("attempt", "3")]);
    assert_eq!(ill.outcome, ExamOutcome::Incomplete);
    assert_eq!(ill.notes, ["incomplete: excused as ill, which is not counted as an attempt"]);
    assert_eq!((&ill.json["attempts_left"], &ill.json["results_due"]), (&Value::from(1), &Value::Null));
    assert_eq!(ill.json["exam"]["passed"], Value::Null);
}

#[test]
fn a_disruption_is_for_the_executive_director() {
    let disrupted = with(&[("disruption", "yes")]);
    assert_eq!((disrupted.outcome, disrupted.outcome.status()), (ExamOutcome::Review, Status::Review));
    // Seven days after 2 March.
    assert!(disrupted.notes[0].ends_with("send their own report until 9 Mar 2026"), "{}", disrupted.notes[0]);
    assert_eq!(with(&[("disruption", "yes"), ("exam_correct", "")]).outcome, ExamOutcome::Review);
    // A trainee who is not eligible stays so, even with a disruption.
    assert_eq!(with(&[("disruption", "yes"), ("employed", "no")]).outcome, ExamOutcome::NotEligible);
    expect(&[("disruption", "maybe")], ExamOutcome::Incomplete, "incomplete: disruption cannot be read");
}

#[test]
fn the_equivalency_allows_three_attempts_in_a_career() {
    let taken = |earlier, correct, day| {
        with(&[
            ("exam", "equivalency"),
            ("earlier_attempts", earlier),
            ("exam_correct", ""),
            ("exam_score", correct),
            ("exam_date", day),
            // The basic course is not required of an officer trained elsewhere.
            ("course_hours", ""),
            ("written_average", ""),
            ("employed", ""),
            ("attempt", ""),
        ])
    };
    let last = taken("2", "66", "2026-03-02");
    assert_eq!((last.outcome, &last.json["attempts_left"]), (ExamOutcome::Pass, &Value::Null));
    // Settled 160: that they are counted from that day is a reading.
    assert!(last.notes[0].starts_with("attempts are counted from 15 Dec 2022; "), "{:?}", last.notes);
    assert_eq!((&last.json["results_due"], &last.json["eligible"]), (&Value::Null, &Value::Bool(true)));
    let failed = taken("2", "65.9", "2026-03-02");
    assert_eq!((failed.outcome, &failed.json["attempts_left"]), (ExamOutcome::Fail, &Value::from(0)));
    assert_eq!(failed.notes[0], "failed, and no attempt is left in this career");
    let fourth = taken("3", "66", "2026-03-02");
    assert_eq!(fourth.outcome, ExamOutcome::NotEligible);
    assert_eq!(fourth.notes[0], "not eligible: 3 attempts before this one, and a career allows 3");
    assert_eq!(taken("", "66", "2026-03-02").outcome, ExamOutcome::Incomplete);
    // Before 15 December 2022 no attempt was counted, and no mark is known.
    let before = taken("0", "66", "2022-12-14");
    assert_eq!((before.outcome, &before.json["attempts_left"]), (ExamOutcome::Incomplete, &Value::from(3)));
}

#[test]
fn a_row_without_an_examination_shows_eligibility() {
    let none = [("exam", ""), ("exam_date", ""), ("exam_correct", ""), ("attempt", "")];
    expect(&none, ExamOutcome::Incomplete, "incomplete: no examination is on record");
    let checked = with(&none).json;
    assert_eq!((&checked["eligible"], &checked["exam"]), (&Value::Bool(true), &Value::Null));
    assert_eq!(with(&[("exam", "")]).outcome, ExamOutcome::Incomplete);
    for (outcome, status) in [
        (ExamOutcome::Pass, Status::Met),
        (ExamOutcome::Fail, Status::Overdue),
        (ExamOutcome::NotEligible, Status::Overdue),
        (ExamOutcome::Incomplete, Status::Unknown),
    ] {
        assert_eq!(outcome.status(), status);
    }
}
