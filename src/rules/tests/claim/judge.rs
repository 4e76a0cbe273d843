//! Claims worked by hand: the conditions, the dates, the lines, to the cent.

use crate::input::cells::Reading;
use crate::input::header::Header;
use crate::input::rows::Rows;
use crate::model::claim::{Claim, ClaimHead, ClaimLine, Column, LineColumn};
use crate::rules::claim::form::Form;
use crate::rules::claim::judge::judge;
use crate::rules::claim::rates::TravelRates;
use crate::rules::claim::result::{ClaimAsk, Decision};
use crate::rules::law::figure::day;
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::sync::LazyLock;

pub(super) type Cells<'c> = &'c [(&'c str, &'c str)];

/// Returns a basic claim that pays when its lines do, with these cells in place of its own.
pub(super) fn basic<'c>(other: Cells<'c>) -> Vec<(&'c str, &'c str)> {
    let base = [
        ("claim_id", "2026-01"),
        ("home_rule", "yes"),
        ("resolution_on_file", "yes"),
        ("last_name", "Doe"),
        ("first_name", "Jane"),
        ("training", "basic"),
        ("course", "Basic Law Enforcement"),
        ("class_start", "2026-01-05"),
        ("class_end", "2026-04-24"),
        ("submitted", "2026-05-01"),
        ("worked_during_training", "no"),
        ("overnight", "yes"),
    ];
    let kept = base.into_iter().filter(|(name, _)| other.iter().all(|(cell, _)| cell != name));
    kept.chain(other.iter().copied()).collect()
}

/// Returns the answer about a claim on 21 Nov 2026, in JSON.
pub(super) fn answer(head: Cells, lines: &[Cells]) -> Value {
    static RATES: LazyLock<TravelRates> = LazyLock::new(TravelRates::built_in);
    answer_on(head, lines, day(2026, 11, 21), &RATES)
}

pub(super) fn answer_on(head: Cells, lines: &[Cells], as_of: NaiveDate, rates: &TravelRates) -> Value {
    let how = Reading::on(as_of);
    let row = |cells: Cells, specs| {
        let header = Header::new(cells.iter().map(|(name, _)| *name), specs).unwrap();
        assert!(header.unknown.is_empty(), "{:?}", header.unknown);
        (header, Rows::of_cells(cells.iter().map(|(_, text)| *text)))
    };
    let (header, rows) = row(head, Column::SPECS);
    let head = ClaimHead::from_row(&rows.iter().next().unwrap(), &header, &how, |_, _| {});
    let rows: Vec<_> = lines.iter().map(|cells| row(cells, LineColumn::SPECS)).collect();
    let lines = rows
        .iter()
        .map(|(header, rows)| ClaimLine::read(&rows.iter().next().unwrap(), header, &how, |_, _| {}))
        .collect();
    serde_json::to_value(judge(&Claim { head, lines, ..Claim::default() }, &ClaimAsk { rates, as_of, redact: false }))
        .unwrap()
}

/// A line of tuition.
pub(super) const TUITION: Cells = &[("kind", "tuition"), ("amount", "1000")];

/// Returns the decision about a claim with one line of tuition, with these cells in place of those of [`basic`].
pub(super) fn decision(other: Cells) -> String {
    answer(&basic(other), &[TUITION])["decision"].as_str().unwrap().to_owned()
}

fn non_basic<'c>(other: Cells<'c>) -> Vec<(&'c str, &'c str)> {
    let mut cells = vec![("training", "non-basic"), ("basic_certificate", "yes")];
    cells.retain(|(name, _)| other.iter().all(|(cell, _)| cell != name));
    cells.extend(other);
    cells
}

#[test]
fn a_basic_claim_with_an_overnight_stay_to_the_cent() {
    let answer = answer(
        &basic(&[]),
        &[
            &[("kind", "salary"), ("amount", "$12,345.67")],
            // 4 nights at 110.00 are 440.00; 451.20 is claimed.
            &[("kind", "lodging"), ("amount", "451.20"), ("date", "2026-01-05"), ("days", "4"), ("county", "Sangamon")],
            // The first and the last day at 51.00, 3 days at 68.00: 306.00; 301.15 is claimed (settled 158).
            &[
                ("kind", "meals"),
                ("amount", "301.15"),
                ("date", "2026-01-05"),
                ("days", "5"),
                ("county", "Sangamon County"),
            ],
            // 137.5 x 0.725 = 99.6875, rounded once to 99.69; half of it is 49.845, and the half cent is dropped.
            &[
                ("kind", "mileage"),
                ("date", "2026-01-05"),
                ("miles", "137.5"),
                ("from_city", "Quincy"),
                ("school_city", "Springfield"),
            ],
            &[("kind", "tuition"), ("amount", "6500")],
            &[("kind", "other"), ("amount", "85.00")],
        ],
    );
    let figures: Vec<Value> = answer["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| json!([line["kind"], line["claimed"], line["eligible"], line["reimbursed"], line["outcome"]]))
        .collect();
    assert_eq!(
        figures,
        [
            // Half of 12345.67 is 6172.835.
            json!(["salary", "12345.67", "12345.67", "6172.83", "allowed"]),
            json!(["lodging", "451.20", "440.00", "220.00", "capped"]),
            // Half of 301.15 is 150.575.
            json!(["meals", "301.15", "301.15", "150.57", "allowed"]),
            json!(["mileage", "99.69", "99.69", "49.84", "allowed"]),
            json!(["tuition", "6500.00", "6500.00", "3250.00", "allowed"]),
            json!(["other", "85.00", "0.00", "0.00", "refused"]),
        ]
    );
    // 12345.67 + 451.20 + 301.15 + 99.69 + 6500.00 + 85.00 = 19782.71
    assert_eq!(answer["claimed_total"], "19782.71");
    // 12345.67 + 440.00 + 301.15 + 99.69 + 6500.00 = 19686.51
    assert_eq!(answer["eligible_total"], "19686.51");
    // 6172.83 + 220.00 + 150.57 + 49.84 + 3250.00 = 9843.24, a cent less than half of 19686.51 (9843.255)
    assert_eq!(answer["reimbursed_total"], "9843.24");
    assert_eq!(answer["decision"], "payable");
    assert_eq!(answer["reasons"], json!(["50 percent of the eligible costs are payable, if funds are available"]));
    assert_eq!(
        answer["notes"],
        json!([
            "the first and the last day of each stay take the State's rate for those days (80 Ill. Adm. Code 3000.500)",
            "no statutory maximum is given for the course, so no cap was applied",
            "claims for basic courses are paid from time to time during the fiscal year",
        ])
    );
}

/// The beginning of the address of a section of title 20.
const CODE: &str = "https://www.law.cornell.edu/regulations/illinois/Ill-Admin-Code-tit-20-SS-";

#[test]
fn a_result_has_exactly_the_documented_keys() {
    let answer = answer(&basic(&[]), &[TUITION]);
    assert_eq!(
        answer,
        json!({
            "claim_id": "2026-01",
            "name": "Doe, Jane",
            "course": "Basic Law Enforcement",
            "form": "basic",
            "fiscal_year": 2026,
            "due": "2026-07-14",
            "decision": "payable",
            "reasons": ["50 percent of the eligible costs are payable, if funds are available"],
            "lines": [{
                "number": 1,
                "kind": "tuition",
                "claimed": "1000.00",
                "eligible": "1000.00",
                "reimbursed": "500.00",
                "outcome": "allowed",
                "why": "tuition is eligible",
                "sources": ["20 Ill. Adm. Code 1720.50(a)(4)"],
                "source_urls": [format!("{CODE}1720.50")],
            }],
            "claimed_total": "1000.00",
            "eligible_total": "1000.00",
            "reimbursed_total": "500.00",
            "sources": [
                "50 ILCS 705/9",
                "20 Ill. Adm. Code 1720.50",
                "20 Ill. Adm. Code 1700.40(c)",
                "ILETSB FAQ (reimbursement claims)",
            ],
            "source_urls": [
                "https://www.ilga.gov/legislation/ilcs/fulltext.asp?DocName=005007050K9",
                format!("{CODE}1720.50"),
                format!("{CODE}1700.40"),
                null,
            ],
            "notes": [
                "no statutory maximum is given for the course, so no cap was applied",
                "claims for basic courses are paid from time to time during the fiscal year",
            ],
        })
    );
}

#[test]
fn every_kind_of_training_has_its_form() {
    for (training, form) in [
        ("basic", json!("basic")),
        ("part-time-basic", json!("part-time-basic")),
        ("Part Time Basic", json!("part-time-basic")),
        ("non-basic", json!("non-basic")),
        ("transition", json!("non-basic")),
        ("", Value::Null),
        ("firearms", Value::Null),
    ] {
        assert_eq!(answer(&basic(&[("training", training)]), &[TUITION])["form"], form, "{training}");
    }
    assert_eq!(decision(&[("training", "")]), "unknown");
    assert_eq!(decision(&[("training", "firearms")]), "unknown");
    for form in Form::ALL {
        assert_eq!(serde_json::to_value(form).unwrap(), form.name());
    }
}

/// Settled 74.
#[test]
fn only_a_participating_unit_of_government_is_paid() {
    for (cells, expected) in [
        (&[("paid_by", "officer")][..], "denied"),
        (&[("paid_by", "agency")], "payable"),
        (&[("paid_by", "")], "payable"),
        (&[("paid_by", "his wife")], "unknown"),
        (&[("resolution_on_file", "no")], "denied"),
        (&[("resolution_on_file", "")], "unknown"),
        (&[("home_rule", "")], "unknown"),
        (&[("home_rule", "perhaps")], "unknown"),
        // A unit without home rule needs no resolution, but a full-time officer.
        (&[("home_rule", "no"), ("resolution_on_file", ""), ("full_time_officers", "1")], "payable"),
        (&[("home_rule", "no"), ("full_time_officers", "0")], "denied"),
        (&[("home_rule", "no"), ("full_time_officers", "")], "unknown"),
        (&[("home_rule", "no"), ("full_time_officers", "few")], "unknown"),
        // The number of officers does not matter for a home-rule unit.
        (&[("home_rule", "yes"), ("full_time_officers", "0")], "payable"),
        (
            &[("home_rule", "no"), ("full_time_officers", "0"), ("training", "part-time-basic"), ("completed", "yes")],
            "review",
        ),
        (&[("home_rule", "no"), ("full_time_officers", "0"), ("training", "")], "unknown"),
    ] {
        assert_eq!(decision(cells), expected, "{cells:?}");
    }
}

/// Settled 74, 77 and 99.
#[test]
fn the_training_must_be_reimbursable_for_the_officer() {
    for (cells, expected) in [
        (&[("reimbursable", "no")][..], "denied"),
        (&[("reimbursable", "")], "payable"),
        (&[("reimbursable", "*")], "unknown"),
        // `basic_certificate` matters only where the form needs it.
        (&[("basic_certificate", "no")], "payable"),
        // Settled 155 and 235: full-time training that was not completed is for a person, a blank cell says nothing.
        (&[("completed", "no")], "review"),
        (&[("completed", "yes")], "payable"),
        (&[("completed", "")], "payable"),
        (&[("completed", "nearly")], "unknown"),
        (&non_basic(&[("completed", "no")])[..], "payable"),
        (&[("training", "part-time-basic"), ("completed", "yes"), ("basic_certificate", "no")], "payable"),
        (&[("training", "part-time-basic"), ("completed", "no")], "denied"),
        (&[("training", "part-time-basic"), ("completed", "")], "unknown"),
        (&non_basic(&[])[..], "payable"),
        (&non_basic(&[("basic_certificate", "no")])[..], "denied"),
        (&non_basic(&[("basic_certificate", "")])[..], "unknown"),
        (&non_basic(&[("training", "transition"), ("basic_certificate", "no")])[..], "denied"),
        (&non_basic(&[("training", "transition")])[..], "payable"),
        (&[("previously_reimbursed", "no"), ("unusual_circumstances", "fire")], "payable"),
        (&[("previously_reimbursed", "yes")], "denied"),
        (&[("previously_reimbursed", "yes"), ("unusual_circumstances", "none")], "denied"),
        (&[("previously_reimbursed", "yes"), ("unusual_circumstances", "no")], "denied"),
        (&[("previously_reimbursed", "yes"), ("unusual_circumstances", "the academy burned down")], "review"),
        (&[("previously_reimbursed", "maybe")], "unknown"),
        (&[("statutory_maximum", "a lot")], "unknown"),
        (&[("statutory_maximum", "-1")], "unknown"),
    ] {
        assert_eq!(decision(cells), expected, "{cells:?}");
    }
}

/// Settled 75.
#[test]
fn every_reason_is_given_and_the_worst_decides() {
    let answer = answer(
        &basic(&[
            ("paid_by", "officer"),
            ("home_rule", ""),
            ("training", "non-basic"),
            ("basic_certificate", "no"),
            ("reimbursable", "no"),
            ("submitted", "2026-07-15"),
            ("previously_reimbursed", "yes"),
        ]),
        &[&[("kind", "salary"), ("amount", "twelve")], TUITION],
    );
    assert_eq!(answer["decision"], "denied");
    assert_eq!(
        answer["reasons"],
        json!([
            "the officer paid: only a unit of government can pay for training and be reimbursed",
            "the course is not reimbursable: it has an asterisk in the Board's schedule",
            "as a general rule, training other than basic is reimbursed only for officers who already had the basic \
             certificate or a waiver",
            "the course was reimbursed for this officer before: it is paid only once, unless unusual circumstances \
             exist",
            "home_rule is blank, so it is not known whether a resolution or a full-time officer is required",
            "line 1 (salary): amount cannot be read",
            "handed in on 15 Jul 2026: late by the Board's FAQ, which wants the claim before 15 Jul 2026; in time by \
             20 Ill. Adm. Code 1700.40(c), which accepts it until that day",
        ])
    );
    // Denied: nothing is reimbursed; the unknown sums of claimed and eligible stay unknown.
    assert_eq!(answer["reimbursed_total"], "0.00");
    assert_eq!(answer["lines"][0]["reimbursed"], "0.00");
    assert_eq!(answer["lines"][1]["eligible"], "1000.00");
    assert_eq!((&answer["claimed_total"], &answer["eligible_total"]), (&Value::Null, &Value::Null));
}

/// Settled 99.
#[test]
fn an_unknown_claim_has_no_totals_but_keeps_known_lines() {
    let answer = answer(&basic(&[("home_rule", "")]), &[TUITION]);
    assert_eq!(answer["decision"], "unknown");
    assert_eq!(answer["claimed_total"], "1000.00");
    assert_eq!((&answer["eligible_total"], &answer["reimbursed_total"]), (&Value::Null, &Value::Null));
    assert_eq!(answer["lines"][0]["reimbursed"], "500.00");
}

#[test]
fn one_unreadable_amount_leaves_the_totals_unknown() {
    let answer = answer(
        &basic(&[]),
        &[TUITION, &[("kind", "fees"), ("amount", "12.345")], &[("kind", "salary"), ("amount", "90")]],
    );
    assert_eq!(answer["decision"], "unknown");
    assert_eq!(answer["reasons"], json!(["line 2 (fees): amount cannot be read"]));
    for total in ["claimed_total", "eligible_total", "reimbursed_total"] {
        assert_eq!(answer[total], Value::Null, "{total}");
    }
    assert_eq!(answer["lines"][2]["reimbursed"], "45.00");
}

#[test]
fn a_claim_without_lines_is_unknown() {
    let answer = answer(&basic(&[]), &[]);
    assert_eq!(answer["decision"], "unknown");
    assert_eq!(answer["reasons"], json!(["the claim has no lines, so nothing is claimed"]));
}

/// Settled 81.
#[test]
fn the_statutory_maximum_caps_the_total_not_the_lines() {
    // The line pays 500.00.
    let note = "the lines come to 500.00; no more than the statutory maximum for the course, 499.99, is paid";
    for (maximum, paid, noted) in [("499.99", "499.99", true), ("500", "500.00", false), ("800", "500.00", false)] {
        let answer = answer(&basic(&[("statutory_maximum", maximum)]), &[TUITION]);
        assert_eq!(answer["reimbursed_total"], paid, "{maximum}");
        assert_eq!(
            (&answer["eligible_total"], &answer["lines"][0]["reimbursed"]),
            (&json!("1000.00"), &json!("500.00"))
        );
        let notes = answer["notes"].as_array().unwrap();
        assert_eq!(notes.contains(&json!(note)), noted, "{maximum}");
        assert!(!notes.iter().any(|note| note.as_str().unwrap().contains("no cap")), "{maximum}");
    }
}

#[test]
fn each_form_has_a_note_on_when_it_is_paid() {
    let notes = |cells: Cells| answer(&basic(cells), &[TUITION])["notes"].to_string();
    assert!(notes(&[]).contains("claims for basic courses are paid from time to time during the fiscal year"));
    assert!(
        notes(&[("training", "part-time-basic"), ("completed", "yes")])
            .contains("no source gives separate dates for part-time ones")
    );
    assert!(notes(&non_basic(&[])).contains("third and fourth week of August"));
    assert!(notes(&non_basic(&[("training", "transition")])).contains("third and fourth week of August"));
    // A denied claim has no note on payment.
    assert!(!notes(&[("reimbursable", "no")]).contains("paid from time to time"));
}

/// Settled 125: of a course that the claiming unit held itself, and of no other.
#[test]
fn a_course_of_the_units_own_has_a_note() {
    for (cells, noted) in [
        (&non_basic(&[])[..], false),
        (&non_basic(&[("agency", "Tamarack PD")])[..], false),
        (&non_basic(&[("agency", "Tamarack PD"), ("provider", "Mobile Team 4")])[..], false),
        (&non_basic(&[("agency", "Tamarack PD"), ("provider", "TAMARACK P.D.")])[..], true),
        (&non_basic(&[("training", "transition"), ("agency", "A"), ("provider", "A")])[..], false),
        (&[("agency", "A"), ("provider", "A")][..], false),
    ] {
        let notes = answer(&basic(cells), &[TUITION])["notes"].to_string();
        assert_eq!(notes.contains("1720.10(e)"), noted, "{cells:?}");
    }
}

/// Settled 20.
#[test]
fn each_decision_is_counted_under_its_status() {
    let counted =
        [Decision::Payable, Decision::Denied, Decision::Unknown, Decision::Review].map(|it| it.status().name());
    assert_eq!(counted, ["met", "overdue", "unknown", "review"]);
}
