//! The lines of a claim: limits by night and place, miles, conditions, refused before unknown.

use crate::rules::tests::claim::judge::{Cells, answer, basic};
use serde_json::{Value, json};

/// Returns the answer about one line of a claim.
pub(super) fn line(head: Cells, line: Cells) -> Value {
    answer(&basic(head), &[line])["lines"][0].clone()
}

/// Returns the amounts claimed, eligible and reimbursed, and the outcome.
fn figures(line: &Value) -> [Value; 4] {
    ["claimed", "eligible", "reimbursed", "outcome"].map(|key| line[key].clone())
}

pub(super) fn with<'c>(base: Cells<'c>, other: Cells<'c>) -> Vec<(&'c str, &'c str)> {
    let kept = base.iter().copied().filter(|(name, _)| other.iter().all(|(cell, _)| cell != name));
    kept.chain(other.iter().copied()).collect()
}

pub(super) const LODGING: Cells =
    &[("kind", "lodging"), ("amount", "5000"), ("date", "2025-11-29"), ("days", "4"), ("county", "Cook County")];
pub(super) const MEALS: Cells =
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
        // From one September to the next October: the same price in two rows.
        (&[("date", "2025-09-29")], "892.00", "4 nights at 223.00"),
        // 30 September 2024 at 107, then 110: 107 + 110 = 217, a standard place.
        (
            &[("date", "2024-09-30"), ("days", "2"), ("county", "Peoria")],
            "217.00",
            "1 night at 107.00 and 1 night at 110.00",
        ),
        (&[("county", "du page"), ("days", "2")], "230.00", "2 nights at 115.00"),
        (&[("county", "LAKE"), ("days", "1")], "223.00", "1 night at 223.00"),
        // Settled 159 and 238: areas of their own. 30 September 2026 at 114, then 119: 233.
        (
            &[("date", "2026-09-30"), ("days", "2"), ("county", "Will")],
            "233.00",
            "1 night at 114.00 and 1 night at 119.00",
        ),
        (
            // St. Clair at 150, then 156: 306.
            &[("date", "2026-09-30"), ("days", "2"), ("county", "Saint Clair County")],
            "306.00",
            "1 night at 150.00 and 1 night at 156.00",
        ),
        // Before 2024 Cook alone: 31 December 2023 and 1 January 2024, 146 each.
        (&[("date", "2023-12-31"), ("days", "2")], "292.00", "2 nights at 146.00"),
        // The first and the last night that is known.
        (&[("date", "2021-10-01"), ("days", "1")], "218.00", "1 night at 218.00"),
        (&[("date", "2027-09-30"), ("days", "1"), ("county", "Will")], "119.00", "1 night at 119.00"),
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

/// Settled 70, 72, 159 and 238.
#[test]
fn a_night_without_a_known_rate_makes_the_line_unknown() {
    for (cells, why) in [
        // Across 30 September 2027: the last known night, and one after it.
        (
            &[("date", "2027-09-30"), ("days", "2"), ("county", "Will")][..],
            "no lodging rate is known for Will on 1 Oct 2027: known until 30 Sep 2027",
        ),
        (
            &[("date", "2027-09-29")],
            "no lodging rate is known for Cook County on 1 Oct 2027 and 2 nights in all: known until 30 Sep 2027",
        ),
        (
            &[("date", "2021-09-30"), ("days", "1")],
            "no lodging rate is known for Cook County on 30 Sep 2021: known from 1 Oct 2021",
        ),
        (
            &[("date", "2023-12-31"), ("days", "1"), ("county", "Lake")],
            "no lodging rate is known for Lake on 31 Dec 2023: known from 1 Jan 2024",
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
    // 30 September at 119.00, 1 and 2 October at the claimant's 118.50: 119 + 237 = 356.
    let own = with(LODGING, &[("date", "2027-09-30"), ("days", "3"), ("county", "Will"), ("rate_limit", "118.50")]);
    let own = answer(&basic(&[]), &[&own]);
    assert_eq!(figures(&own["lines"][0]), [json!("5000.00"), json!("356.00"), json!("178.00"), json!("capped")]);
    assert!(own["lines"][0]["why"].as_str().unwrap().ends_with("1 night at 119.00 and 2 nights at 118.50"));
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
    // Settled 238: 15 on 30 September 2024, then 19; known from 1 January 2024.
    assert_eq!(line(home, &with(LUNCH, &[("date", "2024-09-30"), ("days", "2")]))["eligible"], "34.00");
    assert_eq!(line(home, &with(LUNCH, &[("date", "2024-01-01"), ("days", "1")]))["eligible"], "15.00");
    assert_eq!(
        line(home, &with(LUNCH, &[("date", "2023-12-31"), ("days", "1")]))["why"],
        "no rate for lunch is known for Sangamon on 31 Dec 2023: known from 1 Jan 2024"
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
        // Settled 159: 0.725 until 30 June 2026, 0.76 from 1 July.
        (&[("date", "2026-06-30"), ("miles", "1")], ["0.73", "0.73", "0.36", "allowed"]),
        (&[("date", "2026-07-01"), ("miles", "1")], ["0.76", "0.76", "0.38", "allowed"]),
        (&[("date", "2026-12-31"), ("miles", "100")], ["76.00", "76.00", "38.00", "allowed"]),
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
    // Settled 78: the State's 0.725 counts, 137.5 miles are 99.6875.
    let known = answer(&basic(&[]), &[&with(MILEAGE, &[("rate_limit", "9.99")])]);
    assert_eq!(known["lines"][0]["eligible"], "99.69");
    assert_eq!(known["notes"][0], "line 1: rate_limit is ignored, because the State's rate is known");
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
}

/// Settled 154 and 234.
#[test]
fn of_the_transition_course_the_tuition_alone_is_paid() {
    let head = basic(&[("training", "transition"), ("basic_certificate", "yes")]);
    let kinds = ["tuition", "power-exam", "salary", "lodging", "meals", "lunch", "mileage", "travel", "fees", "other"];
    let lines: Vec<_> = kinds.iter().map(|kind| vec![("kind", *kind), ("amount", "100.01")]).collect();
    let lines: Vec<Cells> = lines.iter().map(Vec::as_slice).collect();
    let transition = answer(&head, &lines);
    for (at, line) in transition["lines"].as_array().unwrap().iter().enumerate() {
        let expected = if at == 0 { ["100.01", "50.00", "allowed"] } else { ["0.00", "0.00", "refused"] };
        assert_eq!(["eligible", "reimbursed", "outcome"].map(|key| line[key].clone()), expected, "{line}");
    }
    assert_eq!(transition["lines"][8]["why"], "the transition course is reimbursed for its tuition only, not for fees");
    assert_eq!(transition["lines"][8]["sources"], json!(["MTU #10 (students promoted to full-time employment)"]));
    assert_eq!((&transition["decision"], &transition["reimbursed_total"]), (&json!("payable"), &json!("50.00")));
    let note = "MTU #10 promises half of the tuition of the transition course and no other cost";
    assert!(transition["notes"].to_string().contains(note));
    // With tuition alone there is nothing to note; a non-basic course has all lines.
    let alone = answer(&head, &lines[..1]);
    assert!(!alone["notes"].to_string().contains("MTU #10 promises"));
    assert_eq!(line(&[("training", "non-basic"), ("basic_certificate", "yes")], MEALS)["outcome"], "capped");
}

/// Settled 202.
#[test]
fn a_city_in_another_state_is_not_the_schools_city() {
    for (from, school, refused) in [
        ("Springfield", "Springfield", true),
        ("Springfield", "Springfield, IL", true),
        ("Springfield, Ill.", "Springfield, Illinois 62704", true),
        // A county behind the name is no State.
        ("Springfield, Sangamon County", "Springfield", true),
        ("Springfield, MO", "Springfield", false),
        ("Springfield", "Springfield, Missouri", false),
        ("Springfield, MO", "Springfield, IL", false),
        // A school in another State: its own city is.
        ("St. Louis, MO", "Saint Louis, Missouri", true),
        ("St. Louis, MO", "St. Louis, IL", false),
        ("", "", false),
    ] {
        let cities = [("from_city", from), ("school_city", school)];
        let cells = with(MILEAGE, &cities);
        assert_eq!(line(&[], &cells)["outcome"] == "refused", refused, "{from} {school}");
    }
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
    // A kind that every training refuses or allows is answered even when the training is not known.
    for (kind, outcome) in
        [("other", "refused"), ("tuition", "allowed"), ("power-exam", "unknown"), ("fees", "unknown")]
    {
        assert_eq!(line(&[("training", "")], &[("kind", kind), ("amount", "10")])["outcome"], outcome, "{kind}");
    }
    assert_eq!(line(&[("training", "")], &[("kind", "fees"), ("amount", "10")])["why"], "training is blank");
}

/// Settled 156, 235 and 274.
#[test]
fn a_claim_of_refused_lines_only_is_denied() {
    let refused: Cells = &[("kind", "other"), ("amount", "10")];
    let all = answer(&basic(&[]), &[refused, refused]);
    assert_eq!((&all["decision"], &all["reimbursed_total"]), (&json!("denied"), &json!("0.00")));
    assert_eq!(all["reasons"], json!(["every line is refused, so no line can be paid"]));
    // Before what is unknown.
    let unknown = answer(&basic(&[("home_rule", "")]), &[refused]);
    assert_eq!(unknown["decision"], "denied");
    assert_eq!(unknown["reasons"].as_array().map(Vec::len), Some(2));
    // One line that is not refused, or no line at all, is no denial.
    let one = answer(&basic(&[]), &[refused, &[("kind", "tuition"), ("amount", "10")]]);
    assert_eq!(one["decision"], "payable");
    let one = answer(&basic(&[]), &[refused, &[("kind", "tuition"), ("amount", "")]]);
    assert_eq!(one["decision"], "unknown");
    assert_eq!(answer(&basic(&[]), &[])["decision"], "unknown");
}

/// Settled 194.
#[test]
fn the_claimed_total_needs_every_amount() {
    let total = |lines: &[Cells]| answer(&basic(&[]), lines)["claimed_total"].clone();
    let tuition: Cells = &[("kind", "tuition"), ("amount", "10")];
    assert_eq!(total(&[tuition, &[("kind", "other"), ("amount", "")]]), "10.00");
    assert_eq!(total(&[tuition, &[("kind", "other"), ("amount", "x")]]), Value::Null);
    assert_eq!(total(&[tuition, &[("kind", "fees"), ("amount", "")]]), Value::Null);
    // A mileage line without an amount claims its computed sum, where there is one.
    assert_eq!(total(&[tuition, MILEAGE]), "109.69");
    assert_eq!(total(&[tuition, &with(MILEAGE, &[("miles", "")])]), Value::Null);
}
