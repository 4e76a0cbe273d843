//! The lines of a claim: limits by night and place, miles, conditions, refused before unknown.

use crate::rules::claim::rates::{RatePlace, RateTable, TravelRate, TravelRates};
use crate::rules::law::figure::day;
use crate::rules::tests::claim::judge::{Cells, answer, answer_on, basic};
use crate::values::money::Rate;
use serde_json::{Value, json};

/// Returns the answer about one line of a claim.
fn line(head: Cells, line: Cells) -> Value {
    answer(&basic(head), &[line])["lines"][0].clone()
}

/// Returns the amounts claimed, eligible and reimbursed, and the outcome.
fn figures(line: &Value) -> [Value; 4] {
    ["claimed", "eligible", "reimbursed", "outcome"].map(|key| line[key].clone())
}

fn with<'c>(base: Cells<'c>, other: Cells<'c>) -> Vec<(&'c str, &'c str)> {
    let kept = base.iter().copied().filter(|(name, _)| other.iter().all(|(cell, _)| cell != name));
    kept.chain(other.iter().copied()).collect()
}

const LODGING: Cells =
    &[("kind", "lodging"), ("amount", "5000"), ("date", "2025-11-29"), ("days", "4"), ("county", "Cook County")];
const MEALS: Cells =
    &[("kind", "meals"), ("amount", "5000"), ("date", "2026-01-05"), ("days", "3"), ("county", "Kane")];
const LUNCH: Cells =
    &[("kind", "lunch"), ("amount", "120"), ("date", "2026-01-05"), ("days", "5"), ("county", "Sangamon")];
const MILEAGE: Cells = &[
    ("kind", "mileage"),
    ("amount", ""),
    ("date", "2026-01-05"),
    ("miles", "137.5"),
    ("from_city", "Quincy"),
    ("school_city", "Springfield"),
];

/// Settled 72.
#[test]
fn each_night_takes_the_rate_of_its_own_day() {
    for (cells, limit, why) in [
        // Seasons of Cook County: 29 and 30 November at 223, 1 and 2 December at 142: 446 + 284 = 730.
        (&[][..], "730.00", "2 nights at 223.00 and 2 nights at 142.00"),
        // 30 June at 234, 1 to 3 July at 202: 234 + 606 = 840.
        (&[("date", "2026-06-30")], "840.00", "1 night at 234.00 and 3 nights at 202.00"),
        // 31 March at 142, 1 April at 234: 376.
        (&[("date", "2026-03-31"), ("days", "2")], "376.00", "1 night at 142.00 and 1 night at 234.00"),
        // From one September to the next October: the same price in two rows, settled 71.
        (&[("date", "2025-09-29")], "892.00", "4 nights at 223.00"),
        // 30 September 2024 at 107, then 110: 107 + 110 = 217, a standard place.
        (
            &[("date", "2024-09-30"), ("days", "2"), ("county", "Peoria")],
            "217.00",
            "1 night at 107.00 and 1 night at 110.00",
        ),
        (&[("county", "du page"), ("days", "2")], "230.00", "2 nights at 115.00"),
        (&[("county", "LAKE"), ("days", "1")], "223.00", "1 night at 223.00"),
        // The last night that is known.
        (&[("date", "2026-09-30"), ("days", "1"), ("county", "Will")], "110.00", "1 night at 110.00"),
        (&[("days", "0")], "0.00", "0 nights"),
    ] {
        let line = line(&[], &with(LODGING, cells));
        assert_eq!(line["eligible"], limit, "{cells:?}");
        assert_eq!(line["why"], format!("5,000.00 is claimed, {limit} is eligible: {why}"), "{cells:?}");
        assert_eq!(line["outcome"], "capped");
    }
    let exact = line(&[], &with(LODGING, &[("amount", "730.00")]));
    assert_eq!(figures(&exact), [json!("730.00"), json!("730.00"), json!("365.00"), json!("allowed")]);
    assert_eq!(exact["why"], "within 730.00: 2 nights at 223.00 and 2 nights at 142.00");
}

/// Settled 70 and 72.
#[test]
fn a_night_without_a_known_rate_makes_the_line_unknown() {
    for (cells, why) in [
        // Across 30 September 2026: the last known night, and one after it.
        (
            &[("date", "2026-09-30"), ("days", "2"), ("county", "Will")][..],
            "no lodging rate is known for Will on 1 Oct 2026: known until 30 Sep 2026",
        ),
        (
            &[("date", "2026-09-29")],
            "no lodging rate is known for Cook County on 1 Oct 2026 and 2 nights in all: known until 30 Sep 2026",
        ),
        (
            &[("date", "2024-09-30"), ("days", "1"), ("county", "DuPage")],
            "no lodging rate is known for DuPage on 30 Sep 2024: known from 1 Oct 2024",
        ),
        (
            &[("date", "2023-12-31"), ("days", "1"), ("county", "Adams")],
            "no lodging rate is known for Adams on 31 Dec 2023: known from 1 Jan 2024",
        ),
        (
            &[("county", "St. Louis")],
            "'St. Louis' is not a county of Illinois, and no lodging rate is known for other places",
        ),
        (&[("county", "")], "county is blank"),
        (&[("days", "367")], "367 nights on one line cannot be right"),
        (&[("days", "4294967295")], "4,294,967,295 nights on one line cannot be right"),
        (&[("date", ""), ("days", "four"), ("amount", "")], "amount and date are blank; days cannot be read"),
    ] {
        let line = line(&[], &with(LODGING, cells));
        assert_eq!((line["outcome"].as_str(), line["why"].as_str()), (Some("unknown"), Some(why)), "{cells:?}");
        assert_eq!((&line["eligible"], &line["reimbursed"]), (&Value::Null, &Value::Null));
    }
}

/// Settled 78 and 108.
#[test]
fn the_claimants_own_rate_counts_only_where_none_is_known() {
    // 30 September at 110.00, 1 and 2 October at the claimant's 118.50: 110 + 237 = 347.
    let own = with(LODGING, &[("date", "2026-09-30"), ("days", "3"), ("county", "Will"), ("rate_limit", "118.50")]);
    let own = answer(&basic(&[]), &[&own]);
    assert_eq!(figures(&own["lines"][0]), [json!("5000.00"), json!("347.00"), json!("173.50"), json!("capped")]);
    assert!(own["lines"][0]["why"].as_str().unwrap().ends_with("1 night at 110.00 and 2 nights at 118.50"));
    assert_eq!(
        own["notes"][0],
        "line 1: 118.50 is the claimant's own figure for 2 nights, for which no State rate is known"
    );
    // Every night is known: the claimant's figure is ignored, even when it cannot be read.
    let known = answer(&basic(&[]), &[&with(LODGING, &[("rate_limit", "500")])]);
    assert_eq!(known["lines"][0]["eligible"], "730.00");
    assert_eq!(known["notes"][0], "line 1: rate_limit is ignored, because the State's rate is known");
    assert_eq!(line(&[], &with(LODGING, &[("rate_limit", "a lot")]))["eligible"], "730.00");
    // A place outside Illinois.
    let elsewhere = line(&[], &with(LODGING, &[("county", "St. Louis"), ("days", "2"), ("rate_limit", "101")]));
    assert_eq!(elsewhere["eligible"], "202.00");
    // A blank county is reported first: a State rate might be known for it.
    assert_eq!(line(&[], &with(LODGING, &[("county", ""), ("rate_limit", "101")]))["why"], "county is blank");
    let unreadable = line(&[], &with(LODGING, &[("county", "Oz"), ("rate_limit", "101.1234")]));
    assert!(unreadable["why"].as_str().unwrap().ends_with("other places; rate_limit cannot be read"));
}

/// Settled 68 and 115.
#[test]
fn meals_count_whole_days_with_a_note_on_first_and_last() {
    for (cells, limit, note) in [
        // 3 x 68 = 204.
        (&[][..], "204.00", "on the first and the last day of travel the State pays 51.00, not 68.00"),
        (&[("county", "DuPage")], "240.00", "on the first and the last day of travel the State pays 60.00, not 80.00"),
        (&[("county", "Cook")], "276.00", "on the first and the last day of travel the State pays 69.00, not 92.00"),
        (&[("county", "Lake")], "276.00", "on the first and the last day of travel the State pays 69.00, not 92.00"),
        // 29 and 30 September 2024 at 59, 1 October at 68: 118 + 68 = 186.
        (
            &[("date", "2024-09-29")],
            "186.00",
            "on the first and the last day of travel the State pays 51.00, not 68.00",
        ),
    ] {
        let answer = answer(&basic(&[]), &[&with(MEALS, cells)]);
        assert_eq!(answer["lines"][0]["eligible"], limit, "{cells:?}");
        assert!(answer["notes"][0].as_str().unwrap().starts_with(note), "{cells:?}");
    }
    let before = line(&[], &with(MEALS, &[("county", "Cook"), ("date", "2024-09-30"), ("days", "1")]));
    assert_eq!(before["outcome"], "unknown");
}

/// Settled 79.
#[test]
fn a_commuter_has_lunch_only() {
    let home: Cells = &[("overnight", "no")];
    // 5 x 19 = 95.
    let commuter = answer(&basic(home), &[LUNCH]);
    assert_eq!(figures(&commuter["lines"][0]), [json!("120.00"), json!("95.00"), json!("47.50"), json!("capped")]);
    assert_eq!(commuter["lines"][0]["why"], "120.00 is claimed, 95.00 is eligible: 5 lunches at 19.00");
    assert!(commuter["notes"][0].as_str().unwrap().contains("80 Ill. Adm. Code 3000.510"));
    // DuPage 22, Cook 26.
    assert_eq!(line(home, &with(LUNCH, &[("county", "DuPage"), ("days", "1")]))["eligible"], "22.00");
    assert_eq!(
        line(home, &with(LUNCH, &[("county", "Cook"), ("days", "1")]))["why"],
        "120.00 is claimed, 26.00 is eligible: 1 lunch at 26.00"
    );
    // The parts of the day are not known before 1 Oct 2024.
    assert_eq!(
        line(home, &with(LUNCH, &[("date", "2024-09-30"), ("days", "1")]))["why"],
        "no rate for lunch is known for Sangamon on 30 Sep 2024: known from 1 Oct 2024"
    );
    for (overnight, lodging, meals, lunch) in [
        ("no", "refused", "refused", "capped"),
        ("yes", "capped", "capped", "refused"),
        ("", "unknown", "unknown", "unknown"),
    ] {
        let head = [("overnight", overnight)];
        let outcomes = [LODGING, MEALS, LUNCH].map(|cells| line(&head, cells)["outcome"].clone());
        assert_eq!(outcomes, [lodging, meals, lunch].map(|outcome| json!(outcome)), "{overnight}");
    }
}

/// Settled 67 and 80.
#[test]
fn miles_are_paid_outside_the_city_of_the_school() {
    for (cells, expected) in [
        // 137.5 x 0.725 = 99.6875 is 99.69, half of it 49.84.
        (&[][..], ["99.69", "99.69", "49.84", "allowed"]),
        (&[("amount", "99.69")], ["99.69", "99.69", "49.84", "allowed"]),
        (&[("amount", "150")], ["150.00", "99.69", "49.84", "capped"]),
        (&[("amount", "80.01")], ["80.01", "80.01", "40.00", "allowed"]),
        // 12.5 x 0.655 = 8.1875 is 8.19, half of it 4.09.
        (&[("date", "2023-06-01"), ("miles", "12.5")], ["8.19", "8.19", "4.09", "allowed"]),
        // 100 x 0.625 and 0.67 and 0.70, and the last known day.
        (&[("date", "2022-07-01"), ("miles", "100")], ["62.50", "62.50", "31.25", "allowed"]),
        (&[("date", "2024-12-31"), ("miles", "100")], ["67.00", "67.00", "33.50", "allowed"]),
        (&[("date", "2025-01-01"), ("miles", "100")], ["70.00", "70.00", "35.00", "allowed"]),
        (&[("date", "2026-12-31"), ("miles", "1")], ["0.73", "0.73", "0.36", "allowed"]),
        (&[("from_city", "springfield, IL"), ("amount", "10")], ["10.00", "0.00", "0.00", "refused"]),
        (
            &[("from_city", "Springfield, Illinois"), ("school_city", "Springfield, IL"), ("amount", "10")],
            ["10.00", "0.00", "0.00", "refused"],
        ),
        // Another State's Springfield is another city.
        (
            &[("from_city", "Springfield, MO"), ("school_city", "Springfield, IL"), ("amount", "10")],
            ["10.00", "10.00", "5.00", "allowed"],
        ),
    ] {
        assert_eq!(figures(&line(&[], &with(MILEAGE, cells))), expected.map(|figure| json!(figure)), "{cells:?}");
    }
    for (cells, why) in [
        (&[("date", "2027-01-01")][..], "no mileage rate is known for 1 Jan 2027: known until 31 Dec 2026"),
        (&[("date", "2022-06-30")], "no mileage rate is known for 30 Jun 2022: known from 1 Jul 2022"),
        (
            &[("date", ""), ("miles", ""), ("from_city", ""), ("school_city", "")],
            "date, miles, from_city and school_city are blank",
        ),
        (&[("amount", "12,5")], "amount cannot be read"),
        (&[("miles", "far"), ("date", "")], "date is blank; miles cannot be read"),
    ] {
        let line = line(&[], &with(MILEAGE, cells));
        assert_eq!((line["outcome"].as_str(), line["why"].as_str()), (Some("unknown"), Some(why)), "{cells:?}");
    }
    // 100 miles at the claimant's 0.755 on a day without a rate: 75.50.
    let own = with(MILEAGE, &[("date", "2027-01-01"), ("miles", "100"), ("rate_limit", "0.755")]);
    let own = answer(&basic(&[]), &[&own]);
    assert_eq!(own["lines"][0]["eligible"], "75.50");
    assert_eq!(
        own["notes"][0],
        "line 1: 0.755 is the claimant's own figure for the day of travel, for which no State rate is known"
    );
}

/// Settled 77.
#[test]
fn salary_is_refused_when_the_trainee_worked() {
    let salary: Cells = &[("kind", "salary"), ("amount", "4000.01")];
    // Half of 4000.01 is 2000.005.
    for (worked, expected) in [
        ("no", [json!("4000.01"), json!("4000.01"), json!("2000.00"), json!("allowed")]),
        ("yes", [json!("4000.01"), json!("0.00"), json!("0.00"), json!("refused")]),
        ("", [json!("4000.01"), Value::Null, Value::Null, json!("unknown")]),
        ("sometimes", [json!("4000.01"), Value::Null, Value::Null, json!("unknown")]),
    ] {
        assert_eq!(figures(&line(&[("worked_during_training", worked)], salary)), expected, "{worked}");
    }
}

/// Settled 125.
#[test]
fn a_part_time_claim_holds_tuition_and_the_power_test() {
    let head = basic(&[("training", "part-time-basic"), ("completed", "yes")]);
    let kinds = ["tuition", "power-exam", "salary", "lodging", "meals", "lunch", "mileage", "travel", "fees", "other"];
    let lines: Vec<_> = kinds.iter().map(|kind| vec![("kind", *kind), ("amount", "100.01")]).collect();
    let lines: Vec<Cells> = lines.iter().map(Vec::as_slice).collect();
    let answer = answer(&head, &lines);
    for (at, line) in answer["lines"].as_array().unwrap().iter().enumerate() {
        let expected = if at < 2 {
            [json!("100.01"), json!("100.01"), json!("50.00"), json!("allowed")]
        } else {
            [json!("100.01"), json!("0.00"), json!("0.00"), json!("refused")]
        };
        assert_eq!(figures(line), expected, "{line}");
    }
    // 10 x 100.01; 2 x 100.01; 2 x 50.00, not half of 200.02.
    let totals = ["claimed_total", "eligible_total", "reimbursed_total"].map(|key| answer[key].clone());
    assert_eq!(totals, [json!("1000.10"), json!("200.02"), json!("100.00")]);
    assert_eq!(answer["decision"], "payable");
    assert!(!answer["notes"].to_string().contains("names the POWER test"));
}

/// Settled 125.
#[test]
fn costs_that_are_not_listed_but_allowed() {
    let power = answer(&basic(&[]), &[&[("kind", "power-exam"), ("amount", "30")]]);
    assert_eq!(power["lines"][0]["outcome"], "allowed");
    assert_eq!(power["notes"][0], "the FAQ names the POWER test as eligible for part-time basic training only");
    assert_eq!(line(&[], &[("kind", "fees"), ("amount", "30")])["outcome"], "allowed");
    assert_eq!(line(&[], &[("kind", "travel"), ("amount", "30")])["outcome"], "allowed");
    let there: Cells =
        &[("kind", "travel"), ("amount", "30"), ("from_city", "St. Charles"), ("school_city", "Saint Charles")];
    // The code's exception for the city of the school is about travel by car only.
    assert_eq!(line(&[], there)["outcome"], "allowed");
    assert_eq!(line(&[], &[("kind", "other"), ("amount", "30")])["outcome"], "refused");
    // Settled 76: the transition course may have the lines of any non-basic course.
    assert_eq!(line(&[("training", "transition"), ("basic_certificate", "yes")], MEALS)["outcome"], "capped");
}

/// Settled 83 and 107.
#[test]
fn a_refusal_comes_before_missing_cells() {
    let head: Cells = &[("training", "part-time-basic"), ("completed", "yes")];
    let blank =
        answer(&basic(head), &[&[("kind", "salary"), ("amount", "")], &[("kind", "tuition"), ("amount", "10")]]);
    assert_eq!(figures(&blank["lines"][0]), [Value::Null, json!("0.00"), json!("0.00"), json!("refused")]);
    assert_eq!((&blank["decision"], &blank["claimed_total"]), (&json!("payable"), &json!("10.00")));
    // An unreadable amount is still claimed, so the total stays unknown.
    let unreadable =
        answer(&basic(head), &[&[("kind", "salary"), ("amount", "x")], &[("kind", "tuition"), ("amount", "10")]]);
    let totals = ["claimed_total", "eligible_total", "reimbursed_total"].map(|key| unreadable[key].clone());
    assert_eq!(totals, [Value::Null, json!("10.00"), json!("5.00")]);
    assert_eq!(
        line(&[], &with(MILEAGE, &[("miles", ""), ("date", ""), ("from_city", "Springfield")]))["outcome"],
        "refused"
    );
    assert_eq!(line(&[("overnight", "no")], &[("kind", "lodging")])["outcome"], "refused");
    for kind in ["", "hotel room"] {
        assert_eq!(line(head, &[("kind", kind), ("amount", "10")])["outcome"], "unknown", "{kind}");
        assert_eq!(line(head, &[("kind", kind), ("amount", "10")])["kind"], Value::Null, "{kind}");
    }
    // A kind that every form refuses or allows is answered even when the form is not known.
    for (kind, outcome) in
        [("other", "refused"), ("tuition", "allowed"), ("power-exam", "allowed"), ("fees", "unknown")]
    {
        assert_eq!(line(&[("training", "")], &[("kind", kind), ("amount", "10")])["outcome"], outcome, "{kind}");
    }
    assert_eq!(line(&[("training", "")], &[("kind", "fees"), ("amount", "10")])["why"], "training is blank");
    let all_refused = answer(&basic(&[]), &[&[("kind", "other"), ("amount", "10")]]);
    assert_eq!(all_refused["reimbursed_total"], "0.00");
    assert!(all_refused["notes"].to_string().contains("every line is refused"));
}

#[test]
fn a_rate_that_the_user_added_has_a_note() {
    let mut rates = TravelRates::built_in();
    let added = TravelRate {
        place: Some(RatePlace::Standard),
        from: day(2026, 10, 1),
        until: day(2027, 9, 30),
        rate: Rate::read("113").unwrap(),
        source: "CMS travel page".into(),
        users: true,
        ..rates.on(RateTable::Lodging, Some(RatePlace::Standard), day(2026, 9, 30)).unwrap().clone()
    };
    rates.add(added).unwrap();
    let cells = with(LODGING, &[("date", "2026-09-30"), ("days", "2"), ("county", "Will"), ("amount", "500")]);
    let answer = answer_on(&basic(&[]), &[&cells], day(2026, 5, 1), &rates);
    // 110 + 113 = 223.
    assert_eq!(answer["lines"][0]["eligible"], "223.00");
    assert_eq!(
        answer["lines"][0]["sources"],
        json!(["20 Ill. Adm. Code 1720.50(a)(2)", "30 ILCS 105/12-2(f) (federal GSA rate)", "CMS travel page"])
    );
    assert_eq!(answer["notes"][0], "line 1: 113.00 is a rate that you added, from 1 Oct 2026 until 30 Sep 2027");
}
