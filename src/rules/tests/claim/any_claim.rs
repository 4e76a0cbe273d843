//! Any claim: no more is paid than the law allows, and no sum is made up.

use crate::rules::tests::claim::judge::{Cells, answer, basic};
use proptest::prelude::*;
use serde_json::Value;

/// Returns the cents of a sum of money in machine output.
fn cents(sum: &Value) -> Option<u64> {
    sum.as_str().map(|text| text.replace('.', "").parse().unwrap())
}

fn any_of(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    proptest::sample::select(words).prop_map(str::to_owned)
}

fn any_sum() -> impl Strategy<Value = String> {
    prop_oneof![
        9 => (0..2_000_000_u32).prop_map(|cents| format!("{}.{:02}", cents / 100, cents % 100)),
        1 => any_of(&["", "1.005", "9999999999.99", "-3"]),
    ]
}

fn any_line() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    let kinds = &[
        "salary",
        "lodging",
        "meals",
        "lunch",
        "mileage",
        "travel",
        "tuition",
        "fees",
        "power-exam",
        "other",
        "",
        "hotel room",
    ];
    (
        any_of(kinds),
        any_sum(),
        any_of(&["2024-09-28", "2025-11-29", "2026-06-29", "2026-09-28", "2023-05-05", ""]),
        any_of(&["0", "1", "3", "5", "14", "400", ""]),
        any_of(&["0.1", "12.5", "137.5", "9999999999", ""]),
        any_of(&["Peoria", "Springfield", ""]),
        any_of(&["Cook", "DuPage", "Lake", "Sangamon", "Nowhere", ""]),
        any_of(&["", "120.125", "0.7", "x"]),
    )
        .prop_map(|(kind, amount, date, days, miles, city, county, limit)| {
            vec![
                ("kind", kind),
                ("amount", amount),
                ("date", date),
                ("days", days),
                ("miles", miles),
                ("from_city", city),
                ("school_city", "Springfield".into()),
                ("county", county),
                ("rate_limit", limit),
            ]
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..crate::property_tests() })]

    #[test]
    fn no_more_than_half_and_the_maximum_is_reimbursed(
        training in any_of(&["basic", "part-time-basic", "non-basic", "transition", ""]),
        yes_or_no in proptest::collection::vec(any_of(&["yes", "yes", "no", ""]), 6),
        submitted in any_of(&["2026-07-14", "2026-07-15", "2026-07-16", ""]),
        maximum in prop_oneof![Just(String::new()), any_sum()],
        lines in proptest::collection::vec(any_line(), 0..6),
    ) {
        let columns = [
            "home_rule",
            "resolution_on_file",
            "worked_during_training",
            "overnight",
            "basic_certificate",
            "completed",
        ];
        let mut head =
            vec![("training", training.as_str()), ("submitted", &submitted), ("statutory_maximum", &maximum)];
        head.extend(columns.into_iter().zip(yes_or_no.iter().map(String::as_str)));
        let rows: Vec<Vec<(&str, &str)>> =
            lines.iter().map(|line| line.iter().map(|(name, text)| (*name, text.as_str())).collect()).collect();
        let rows: Vec<Cells> = rows.iter().map(Vec::as_slice).collect();
        let answer = answer(&basic(&head), &rows);
        for line in answer["lines"].as_array().unwrap() {
            if let (Some(paid), Some(claimed)) = (cents(&line["reimbursed"]), cents(&line["claimed"])) {
                prop_assert!(paid * 2 <= claimed, "{line}");
            }
            prop_assert!(cents(&line["eligible"]).is_none() == (line["outcome"] == "unknown"), "{line}");
            let why = line["why"].as_str().unwrap();
            prop_assert!(!why.is_empty() && !why.ends_with('.'), "{line}");
        }
        let paid = cents(&answer["reimbursed_total"]);
        if let (Some(paid), Some(claimed)) = (paid, cents(&answer["claimed_total"])) {
            prop_assert!(paid * 2 <= claimed, "{answer}");
        }
        if let (Some(paid), Some(maximum)) = (paid, crate::values::money::Cents::read(&maximum)) {
            prop_assert!(paid <= maximum.cents(), "{answer}");
        }
        prop_assert_eq!(paid.is_none(), answer["decision"] == "unknown");
        if answer["decision"] == "denied" {
            prop_assert_eq!(paid, Some(0));
        }
    }
}
