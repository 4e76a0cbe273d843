//! The day by which a claim is handed in, and its fiscal year.

use super::judge::{TUITION, answer, answer_on, basic, decision};
use crate::rules::claim::form::claim_days;
use crate::rules::claim::rates::TravelRates;
use crate::rules::law::figure::day;
use serde_json::json;

/// Settled 73.
#[test]
fn fourteen_july_is_safe_and_fifteen_july_is_review() {
    // The class ends on 24 Apr 2026, in fiscal year 2026.
    for (submitted, expected) in [
        ("2026-04-23", "review"), // before the class ends
        ("2026-04-24", "payable"),
        ("2026-07-14", "payable"),
        ("2026-07-15", "review"),
        ("2026-07-16", "denied"),
        // Settled 120: a day after the day asked about is accepted.
        ("2027-01-01", "denied"),
        // Settled 99.
        ("2026-07-32", "unknown"),
    ] {
        assert_eq!(decision(&[("submitted", submitted)]), expected, "{submitted}");
    }
    // Blank: as if it were handed in on the day asked about.
    for (as_of, expected) in [
        (day(2026, 4, 23), "review"),
        (day(2026, 7, 14), "payable"),
        (day(2026, 7, 15), "review"),
        (day(2026, 7, 16), "denied"),
    ] {
        let answer = answer_on(&basic(&[("submitted", "")]), &[TUITION], as_of, &TravelRates::built_in());
        assert_eq!(answer["decision"], expected, "{as_of}");
        assert_eq!(answer["due"], "2026-07-14");
    }
    assert_eq!(decision(&[("class_end", "")]), "unknown");
    assert_eq!(decision(&[("class_end", "2026-04-31")]), "unknown");
}

#[test]
fn a_late_claim_pays_nothing_and_names_the_court_of_claims() {
    let late = answer(&basic(&[("submitted", "2026-07-16")]), &[TUITION]);
    assert_eq!(
        late["reasons"],
        json!(["handed in on 16 Jul 2026: claims of fiscal year 2026 are received no later than 15 Jul 2026"])
    );
    assert_eq!(late["lines"][0]["reimbursed"], "0.00");
    assert_eq!((&late["eligible_total"], &late["reimbursed_total"]), (&json!("1000.00"), &json!("0.00")));
    assert_eq!(
        late["notes"],
        json!([
            "the Board does not pay after the close of the fiscal year; a claim denied as late can be filed with the \
             Court of Claims by the agency (the last safe day was 14 Jul 2026)"
        ])
    );
    let between = answer(&basic(&[("submitted", "2026-07-15")]), &[TUITION]);
    assert_eq!(
        between["reasons"],
        json!([
            "handed in on 15 Jul 2026: late by the Board's FAQ, which wants the claim before 15 Jul 2026; in time by \
             20 Ill. Adm. Code 1700.40(c), which accepts it until that day"
        ])
    );
    // The source that decides comes first.
    assert_eq!(between["sources"][0], "ILETSB FAQ (reimbursement claims)");
    assert_eq!(late["sources"][0], "20 Ill. Adm. Code 1700.40(c)");
    // Settled 73: the day between is a reading, and the note says so.
    let note = between["notes"][0].as_str().unwrap();
    assert!(note.starts_with("by the ILETSB FAQ alone") && note.contains("denied") && note.contains("a reading"));
    // Settled 75: the amounts of a review are those of a payable claim.
    assert_eq!(between["reimbursed_total"], "500.00");
}

#[test]
fn the_last_day_of_the_class_decides_the_fiscal_year() {
    for (class_end, year, due) in [
        (day(2026, 6, 30), 2026, day(2026, 7, 14)),
        (day(2026, 7, 1), 2027, day(2027, 7, 14)),
        (day(2024, 2, 29), 2024, day(2024, 7, 14)),
    ] {
        let days = claim_days(class_end).unwrap();
        assert_eq!((days.fiscal_year, days.due, days.received_by), (year, due, due.succ_opt().unwrap()), "{class_end}");
    }
    let note = "the class runs past 30 June: the claim belongs to fiscal year 2027, in which the class ends";
    for (start, end, noted) in
        [("2026-06-22", "2026-06-30", false), ("2026-06-30", "2026-07-01", true), ("2026-07-01", "2026-07-01", false)]
    {
        let answer =
            answer(&basic(&[("class_start", start), ("class_end", end), ("submitted", "2026-07-10")]), &[TUITION]);
        assert_eq!(answer["notes"].as_array().unwrap().contains(&json!(note)), noted, "{start} {end}");
        assert_eq!(answer["decision"], "payable", "{start} {end}");
    }
    let turned = answer(&basic(&[("class_start", "2026-04-25")]), &[TUITION]);
    assert_eq!(turned["notes"][0], "class_start is after class_end: one of the two days is wrong");
}
