//! Retired officers' permits at each edge. The expected answers were worked out by hand.

use crate::finding::Status;
use crate::input::cells::Reading;
use crate::input::days::read_flag_day;
use crate::input::header::Header;
use crate::input::rows::Rows;
use crate::model::Record;
use crate::model::permit::{Column, RetiredOfficer};
use crate::rules::permit::{PermitEntry, PermitOutcome, check};
use serde_json::{Value, json};

/// An application that meets every requirement.
const ELIGIBLE: [(&str, &str); 17] = [
    ("last_name", "Doe"),
    ("first_name", "John"),
    ("separated", "2019-06-30"),
    ("good_standing", "yes"),
    ("arrest_powers", "yes"),
    ("years_service", "10"),
    ("photo_id", "yes"),
    ("foid_valid", "yes"),
    ("illinois_resident", "yes"),
    ("background_clear", "yes"),
    ("not_prohibited", "yes"),
    ("mental_disability_separation", "no"),
    ("authorized_to_carry", "yes"),
    ("affidavit", "yes"),
    ("firearm_types", "semi-auto"),
    ("fee_paid", "yes"),
    ("application_received", "2026-11-02"),
];

/// Checks the eligible row with these cells changed.
fn with(changed: &[(&str, &str)], as_of: &str) -> (PermitOutcome, Value) {
    let mut row: Vec<_> =
        ELIGIBLE.into_iter().filter(|(name, _)| changed.iter().all(|(other, _)| other != name)).collect();
    row.extend(changed);
    let header = Header::new(row.iter().map(|(name, _)| *name), Column::SPECS).unwrap();
    assert!(header.unknown.is_empty(), "{:?}", header.unknown);
    let rows = Rows::of_cells(row.iter().map(|(_, text)| *text));
    let as_of = read_flag_day(as_of).unwrap();
    let how = Reading::on(as_of);
    let mut officer = RetiredOfficer::read(&rows.iter().next().unwrap(), &header, &how, |_, _| {});
    officer.strike_impossible_days(as_of);
    let result = check(&PermitEntry { file: "permits.csv", line: 2, sheet: None, record: officer }, as_of, 60);
    (result.outcome, serde_json::to_value(&result).unwrap())
}

#[track_caller]
fn expect(changed: &[(&str, &str)], as_of: &str, outcome: PermitOutcome, missing: &[&str]) {
    let (got, json) = with(changed, as_of);
    assert_eq!((got, &json["missing"]), (outcome, &json!(missing)), "{changed:?}");
}

#[test]
fn a_result_has_every_key_in_order() {
    // Received 2 Nov 2026: 60 working days over Election Day, Veterans Day, Thanksgiving and Christmas end on 3 Feb
    // 2027 (counted out in the tests of the calendar).
    let expected = json!({
        "name": "Doe, John", "outcome": "eligible", "missing": [], "fee": "75.00", "refund": null,
        "decision_due": "2027-02-03", "last_good_day": null, "renewal_reminder": null, "findings": [],
        "sources": ["18 USC 926C", "20 Ill. Adm. Code 1720.240(a)", "20 Ill. Adm. Code 1720.250(e), (g)",
                    "20 Ill. Adm. Code 1720.260(f), (g)", "20 Ill. Adm. Code 1720.270(a)"],
        "source_urls": [
            "https://www.law.cornell.edu/uscode/text/18/926C",
            "https://www.law.cornell.edu/regulations/illinois/Ill-Admin-Code-tit-20-SS-1720.240",
            "https://www.law.cornell.edu/regulations/illinois/Ill-Admin-Code-tit-20-SS-1720.250",
            "https://www.law.cornell.edu/regulations/illinois/Ill-Admin-Code-tit-20-SS-1720.260",
            "https://www.law.cornell.edu/regulations/illinois/Ill-Admin-Code-tit-20-SS-1720.270",
        ],
        "notes": [], "file": "permits.csv", "line": 2
    });
    assert_eq!(with(&[], "2026-11-21").1, expected);
}

#[test]
fn silence_is_not_an_approval() {
    assert_eq!(with(&[], "2027-02-03").1["notes"], json!([]));
    let late = with(&[], "2027-02-04");
    assert_eq!(late.0, PermitOutcome::Eligible);
    assert_eq!(
        late.1["notes"],
        json!(["the Board's 60 working days ended on 3 Feb 2027; its silence is not an approval"])
    );
    assert_eq!(with(&[("application_received", "")], "2026-11-21").1["decision_due"], Value::Null);
}

#[test]
fn each_unmet_or_unknown_requirement_is_named() {
    for (column, no, why) in [
        ("good_standing", "no", "not separated in good standing"),
        ("arrest_powers", "no", "had no powers of arrest"),
        ("photo_id", "no", "no photographic identification of the former agency"),
        ("foid_valid", "no", "no valid FOID card"),
        ("illinois_resident", "no", "not a resident of Illinois"),
        ("background_clear", "no", "the background is not clear"),
        ("not_prohibited", "no", "prohibited by federal law from carrying a firearm"),
        ("mental_disability_separation", "yes", "separated for reasons of mental disability"),
        ("authorized_to_carry", "no", "was not certified and authorized to carry in service"),
        ("affidavit", "no", "no sworn affidavit"),
        ("fee_paid", "no", "the fee did not come with the application"),
        ("fee_paid", "74.99", "$74.99 of the fee of $75.00 came with the application"),
        ("separated", "2026-11-22", "still in service until 22 Nov 2026"),
    ] {
        expect(&[(column, no)], "2026-11-21", PermitOutcome::NotEligible, &[why]);
        if column != "separated" {
            expect(&[(column, "")], "2026-11-21", PermitOutcome::Incomplete, &[&format!("{column} is blank")]);
        }
        expect(&[(column, "?")], "2026-11-21", PermitOutcome::Incomplete, &[&format!("{column} cannot be read")]);
    }
    // A no comes before a blank.
    expect(
        &[("photo_id", ""), ("affidavit", "no")],
        "2026-11-21",
        PermitOutcome::NotEligible,
        &["no sworn affidavit", "photo_id is blank"],
    );
    expect(&[("separated", "2026-11-21")], "2026-11-21", PermitOutcome::Eligible, &[]);
    expect(&[("fee_paid", "$75.00")], "2026-11-21", PermitOutcome::Eligible, &[]);
    expect(&[("firearm_types", "")], "2026-11-21", PermitOutcome::Incomplete, &["firearm_types is blank"]);
}

#[test]
fn ten_years_or_a_disability() {
    let years = |years, disability, outcome, missing: &[&str]| {
        expect(&[("years_service", years), ("disability_separation", disability)], "2026-11-21", outcome, missing);
    };
    years("10", "", PermitOutcome::Eligible, &[]);
    years("9.99", "yes", PermitOutcome::Eligible, &[]);
    years("", "yes", PermitOutcome::Eligible, &[]);
    years(
        "9.99",
        "no",
        PermitOutcome::NotEligible,
        &["9.99 years of service, fewer than 10, and no service-connected disability"],
    );
    years("9.99", "", PermitOutcome::Incomplete, &["disability_separation is blank"]);
    years("", "no", PermitOutcome::Incomplete, &["years_service is blank"]);
    years("", "", PermitOutcome::Incomplete, &["years_service is blank and disability_separation is blank"]);
}

#[test]
fn a_denial_returns_part_of_the_fee_or_nothing() {
    let denied = |how, types, paid| {
        let (outcome, json) = with(&[("denied", how), ("firearm_types", types), ("fee_paid", paid)], "2026-11-21");
        assert_eq!(outcome, PermitOutcome::NotEligible);
        (json["fee"].clone(), json["refund"].clone(), json["notes"].as_array().unwrap().len())
    };
    assert_eq!(denied("administrative", "revolver", "yes"), (json!("75.00"), json!("at least two thirds (50.00)"), 1));
    // A third of $100 is 33.333…: the part the Board keeps is cut, so 66.67 is returned.
    assert_eq!(denied("administrative", "both", "yes"), (json!("100.00"), json!("at least two thirds (66.67)"), 1));
    assert_eq!(denied("course-of-fire", "both", "yes"), (json!("100.00"), json!("nothing (0.00)"), 0));
    assert_eq!(denied("administrative", "", "yes"), (json!(null), json!("at least two thirds"), 1));
    assert_eq!(denied("administrative", "both", "no"), (json!("100.00"), json!(null), 0));
}

#[test]
fn a_permit_ends_the_day_before_its_anniversary() {
    // Settled 84: 29 Feb 2024 and 12 months is 28 Feb 2025, less a day; two months before that is 27 Dec 2024.
    let leap = |as_of| {
        with(
            &[("permit_issued", "2024-02-29"), ("qualified_on", "2023-02-28"), ("application_received", "2023-11-01")],
            as_of,
        )
    };
    let (outcome, json) = leap("2025-02-27");
    assert_eq!(outcome, PermitOutcome::Permitted);
    assert_eq!((&json["last_good_day"], &json["renewal_reminder"]), (&json!("2025-02-27"), &json!("2024-12-27")));
    assert_eq!(leap("2025-02-28").0, PermitOutcome::Expired);
    assert_eq!(leap("2025-02-28").1["missing"], json!(["the permit of 29 Feb 2024 ended on 27 Feb 2025"]));
    // Settled 160: that it ends so after 29 February is marked as a reading; no other day has the note.
    let notes = leap("2024-12-26").1["notes"].clone();
    assert_eq!(notes.as_array().unwrap().len(), 2, "{notes}");
    assert!(notes[1].as_str().unwrap().ends_with("is a reading"), "{notes}");
    let (_, eve) = with(&[("permit_issued", "2024-02-28"), ("qualified_on", "2023-02-28")], "2024-12-26");
    assert!(!eve["notes"].to_string().contains("reading"), "{eve}");
    assert_eq!(leap("2024-12-27").1["notes"][2], "the permit ends within two months; prepare its renewal");
}

#[test]
fn the_course_is_fired_in_the_year_before_the_issue() {
    let fired = |day, outcome, missing: &[&str]| {
        expect(&[("permit_issued", "2026-03-02"), ("qualified_on", day)], "2026-11-21", outcome, missing);
    };
    fired("2025-03-02", PermitOutcome::Permitted, &[]);
    fired("2026-03-02", PermitOutcome::Permitted, &[]);
    fired(
        "2025-03-01",
        PermitOutcome::NotEligible,
        &["the course of fire of 1 Mar 2025 is not within the 12 months before the issue on 2 Mar 2026"],
    );
    fired(
        "2026-03-03",
        PermitOutcome::NotEligible,
        &["the course of fire of 3 Mar 2026 is not within the 12 months before the issue on 2 Mar 2026"],
    );
    fired("", PermitOutcome::Incomplete, &["qualified_on is blank"]);
}

#[test]
fn a_lost_foid_card_or_a_conviction_revokes_at_once() {
    let permit = [("permit_issued", "2026-03-02"), ("qualified_on", "2026-02-02")];
    let after = |cell, as_of| with(&[permit[0], permit[1], cell], as_of).0;
    assert_eq!(after(("foid_valid", "no"), "2026-11-21"), PermitOutcome::Revoked);
    assert_eq!(after(("background_clear", "no"), "2026-11-21"), PermitOutcome::Revoked);
    // Also after the permit's term: never just "expired".
    assert_eq!(after(("foid_valid", "no"), "2027-03-02"), PermitOutcome::Revoked);
    // Settled 203: what is blank is named beside a no.
    let both = [permit[0], permit[1], ("foid_valid", "no"), ("background_clear", "")];
    let why = ["no valid FOID card, which ended the permit at once", "background_clear is blank"];
    expect(&both, "2026-11-21", PermitOutcome::Revoked, &why);
    let late = [permit[0], ("qualified_on", "2025-03-01"), ("foid_valid", "")];
    let why = "the course of fire of 1 Mar 2025 is not within the 12 months before the issue on 2 Mar 2026";
    expect(&late, "2026-11-21", PermitOutcome::NotEligible, &[why, "foid_valid is blank"]);
    assert_eq!(after(("foid_valid", ""), "2026-11-21"), PermitOutcome::Incomplete);
    assert_eq!(after(("foid_valid", ""), "2027-03-02"), PermitOutcome::Expired);
    // The Board checked the rest when it issued the permit: a blank is only a note, a no still counts.
    assert_eq!(after(("photo_id", ""), "2026-11-21"), PermitOutcome::Permitted);
    assert_eq!(after(("not_prohibited", "no"), "2026-11-21"), PermitOutcome::NotEligible);
    assert_eq!(after(("denied", "administrative"), "2026-11-21"), PermitOutcome::Incomplete);
    // Settled 5: issued after the day asked about.
    assert_eq!(with(&[("permit_issued", "2026-11-22")], "2026-11-21").0, PermitOutcome::Incomplete);
}

#[test]
fn a_change_of_address_is_due_within_ten_days() {
    let findings = |reported, as_of| {
        let row = [
            ("permit_issued", "2026-03-02"),
            ("qualified_on", "2026-02-02"),
            ("address_changed", "2026-09-01"),
            ("address_reported", reported),
        ];
        with(&row, as_of).1["findings"].clone()
    };
    assert_eq!(findings("2026-09-11", "2026-11-21"), json!([]));
    let late = findings("2026-09-12", "2026-11-21");
    assert_eq!(
        late,
        json!([{
            "rule": "permit-address", "status": "overdue", "ptb_id": null, "name": "Doe, John",
            "file": "permits.csv", "line": 2, "column": "address_reported", "due": "2026-09-11", "extended": null,
            "days": -71,
            "message":
                "the change of 1 Sep 2026 was reported on 12 Sep 2026, 1 day after the last day for it, 11 Sep 2026",
            "sources": ["20 Ill. Adm. Code 1720.260(f)"],
            "source_urls": ["https://www.law.cornell.edu/regulations/illinois/Ill-Admin-Code-tit-20-SS-1720.260"],
            "notes": []
        }])
    );
    assert_eq!(findings("", "2026-09-11")[0]["status"], "due-soon");
    assert_eq!(
        findings("", "2026-09-12")[0]["message"],
        "the report of the change of 1 Sep 2026 was due 11 Sep 2026, 1 day ago"
    );
    assert_eq!(findings("soon", "2026-09-12")[0]["status"], "unknown");
}

#[test]
fn outcomes_are_counted_as_statuses() {
    for (outcome, status) in [
        (PermitOutcome::Eligible, Status::Met),
        (PermitOutcome::Permitted, Status::Met),
        (PermitOutcome::Incomplete, Status::Unknown),
        (PermitOutcome::NotEligible, Status::Overdue),
        (PermitOutcome::Expired, Status::Overdue),
        (PermitOutcome::Revoked, Status::Overdue),
    ] {
        assert_eq!(outcome.status(), status);
    }
}
