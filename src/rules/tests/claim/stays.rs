//! Stays: the first and the last day of meals, and rates of the user's.

use crate::rules::claim::place::RatePlace;
use crate::rules::claim::rates::{RateTable, TravelRate, TravelRates};
use crate::rules::law::figure::day;
use crate::rules::tests::claim::judge::{Cells, answer, answer_on, basic};
use crate::rules::tests::claim::lines::{LODGING, MEALS, line, with};
use crate::values::money::Rate;
use serde_json::{Value, json};

/// The note on a claim with a first or last day of a stay.
const ENDS: &str =
    "the first and the last day of each stay take the State's rate for those days (80 Ill. Adm. Code 3000.500)";

/// Settled 158.
#[test]
fn the_first_and_the_last_day_of_a_stay_pay_less() {
    for (cells, limit, why) in [
        // Kane, standard: 51 + 68 + 51 = 170.
        (&[][..], "170.00", "1 day at 51.00, 1 day at 68.00 and 1 day at 51.00"),
        // Two days are a first and a last one; one day is both, and takes that rate once.
        (&[("days", "2")], "102.00", "2 days at 51.00"),
        (&[("days", "1")], "51.00", "1 day at 51.00"),
        (&[("days", "0")], "0.00", "0 days"),
        (&[("county", "DuPage")], "200.00", "1 day at 60.00, 1 day at 80.00 and 1 day at 60.00"),
        (&[("county", "Cook"), ("days", "4")], "322.00", "1 day at 69.00, 2 days at 92.00 and 1 day at 69.00"),
        (&[("county", "Will")], "185.00", "1 day at 55.50, 1 day at 74.00 and 1 day at 55.50"),
        (&[("county", "St. Clair")], "215.00", "1 day at 64.50, 1 day at 86.00 and 1 day at 64.50"),
        // 29 September 2024 at 44.25, the 30th at 59, 1 October at 51: 154.25.
        (&[("date", "2024-09-29")], "154.25", "1 day at 44.25, 1 day at 59.00 and 1 day at 51.00"),
        // Cook before October 2024: 59.25 twice.
        (&[("county", "Cook"), ("date", "2024-01-01"), ("days", "2")], "118.50", "2 days at 59.25"),
    ] {
        let answer = answer(&basic(&[]), &[&with(MEALS, cells)]);
        assert_eq!(answer["lines"][0]["eligible"], limit, "{cells:?}");
        let expected = format!("5,000.00 is claimed, {limit} is eligible: {why}");
        assert_eq!(answer["lines"][0]["why"], expected, "{cells:?}");
        assert_eq!(answer["notes"].as_array().unwrap().contains(&json!(ENDS)), limit != "0.00", "{cells:?}");
    }
    let before = line(&[], &with(MEALS, &[("county", "Cook"), ("date", "2023-12-31"), ("days", "1")]));
    assert_eq!(before["outcome"], "unknown");
    assert_eq!(
        line(&[], MEALS)["sources"],
        json!([
            "20 Ill. Adm. Code 1720.50(a)(2)",
            "80 Ill. Adm. Code 2800.Appendix A",
            "80 Ill. Adm. Code 3000.400(b)",
            "30 ILCS 105/12-2(f) (federal GSA rate)",
            "80 Ill. Adm. Code 3000.500",
        ])
    );
}

/// Settled 158 and 237.
#[test]
fn the_lines_of_meals_that_follow_each_other_are_one_stay() {
    let eligible = |lines: &[Cells]| -> Vec<Value> {
        let lines: Vec<_> = lines.iter().map(|cells| with(MEALS, cells)).collect();
        let lines: Vec<Cells> = lines.iter().map(Vec::as_slice).collect();
        let answer = answer(&basic(&[]), &lines);
        answer["lines"].as_array().unwrap().iter().map(|line| line["eligible"].clone()).collect()
    };
    // 5 to 7 and 8 to 10 January: one stay, 51 + 68 + 68 and 68 + 68 + 51.
    assert_eq!(eligible(&[&[], &[("date", "2026-01-08")]]), ["187.00", "187.00"]);
    // In whatever order and county: 8 to 10 in Cook are 92 + 92 + 69 = 253.
    assert_eq!(eligible(&[&[("date", "2026-01-08"), ("county", "Cook")], &[]]), ["253.00", "187.00"]);
    // A day between: two stays, 170 each.
    assert_eq!(eligible(&[&[], &[("date", "2026-01-09")]]), ["170.00", "170.00"]);
    // A day in two lines is paid in both: 5 to 7 and 7 to 9 are a stay of 5 to 9: 51 + 68 + 68 and 68 + 68 + 51.
    assert_eq!(eligible(&[&[], &[("date", "2026-01-07")]]), ["187.00", "187.00"]);
    // A line inside another, and an unknown one, count: 3 to 4 January lie before; their amount is blank.
    assert_eq!(eligible(&[&[], &[("date", "2026-01-06"), ("days", "1")]]), ["170.00", "68.00"]);
    assert_eq!(
        eligible(&[&[], &[("date", "2026-01-03"), ("days", "2"), ("amount", "")]]),
        // 68 + 68 + 51.
        [json!("187.00"), Value::Null]
    );
    // A line without a readable day makes no stay, and neither do nights.
    assert_eq!(eligible(&[&[], &[("date", ""), ("days", "9")]]), [json!("170.00"), Value::Null]);
    assert_eq!(eligible(&[&[], &[("kind", "lodging"), ("date", "2026-01-08")]]), ["170.00", "330.00"]);
}

/// Settled 158 and 237: where no lower rate is known the full one is paid.
#[test]
fn a_stay_without_a_lower_rate_is_paid_in_full() {
    // 29 and 30 September 2027 at 51 (first) and 68, 1 and 2 October at the claimant's 70: 51 + 68 + 140 = 259.
    let own = with(MEALS, &[("date", "2027-09-29"), ("days", "4"), ("rate_limit", "70")]);
    let own = line(&[], &own);
    assert_eq!(
        own["why"],
        "5,000.00 is claimed, 259.00 is eligible: 1 day at 51.00, 1 day at 68.00 and 2 days at 70.00"
    );
    let mut rates = TravelRates::built_in();
    let added = TravelRate {
        place: Some(RatePlace::Standard),
        from: day(2027, 10, 1),
        until: day(2028, 9, 30),
        rate: Rate::read("70").unwrap(),
        first_and_last_day: None,
        breakfast: None,
        source: "CMS travel page".into(),
        users: true,
        ..rates.on(RateTable::Meals, &[RatePlace::Standard], day(2027, 9, 30)).unwrap().clone()
    };
    rates.add(added).unwrap();
    let cells = with(MEALS, &[("date", "2027-10-01"), ("days", "3")]);
    let answer = answer_on(&basic(&[]), &[&cells], day(2026, 5, 1), &rates);
    assert_eq!(answer["lines"][0]["why"], "5,000.00 is claimed, 210.00 is eligible: 3 days at 70.00");
    let notes = answer["notes"].as_array().unwrap();
    for end in ["1 Oct 2027", "3 Oct 2027"] {
        let note = format!(
            "line 1: no rate for the first and the last day of travel is known on {end}, so that day counts in full"
        );
        assert!(notes.contains(&json!(note)), "{notes:?}");
    }
    assert!(!notes.contains(&json!(ENDS)));
}

#[test]
fn a_rate_that_the_user_added_has_a_note() {
    let mut rates = TravelRates::built_in();
    let known = rates.on(RateTable::Lodging, &[RatePlace::Standard], day(2026, 9, 30)).unwrap().clone();
    let add = |rates: &mut TravelRates, place, from, until, rate| {
        let (rate, source) = (Rate::read(rate).unwrap(), "CMS travel page".into());
        rates.add(TravelRate { place: Some(place), from, until, rate, source, users: true, ..known.clone() }).unwrap();
    };
    add(&mut rates, RatePlace::Standard, day(2027, 10, 1), day(2028, 9, 30), "115");
    add(&mut rates, RatePlace::Named("Kane".into()), day(2026, 5, 2), day(2026, 5, 3), "150");
    let answer = |cells: Cells| {
        let cells = with(LODGING, cells);
        answer_on(&basic(&[]), &[&cells], day(2026, 5, 1), &rates)
    };
    let added = answer(&[("date", "2027-09-30"), ("days", "2"), ("county", "Peoria"), ("amount", "500")]);
    // 113 + 115 = 228.
    assert_eq!(added["lines"][0]["eligible"], "228.00");
    assert_eq!(
        added["lines"][0]["sources"],
        json!([
            "20 Ill. Adm. Code 1720.50(a)(2)",
            "80 Ill. Adm. Code 2800.Appendix A",
            "80 Ill. Adm. Code 3000.400(b)",
            "30 ILCS 105/12-2(f) (federal GSA rate)",
            "CMS travel page"
        ])
    );
    assert_eq!(added["notes"][0], "line 1: 115.00 is a rate that you added, from 1 Oct 2027 until 30 Sep 2028");
    // Settled 159: in place of the State's, shown as the claimant's. 110 + 150 + 150 + 110 = 520.
    let replaced = answer(&[("date", "2026-05-01"), ("county", "Kane County"), ("amount", "600")]);
    assert_eq!(
        replaced["lines"][0]["why"],
        "600.00 is claimed, 520.00 is eligible: 1 night at 110.00, 2 nights at 150.00 and 1 night at 110.00"
    );
    assert_eq!(
        replaced["notes"][0],
        "line 1: 150.00 is the claimant's own figure, from a rate that you added (2 May 2026 until 3 May 2026), in \
         place of the State's 110.00"
    );
}
