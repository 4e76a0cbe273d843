//! Travel rates: every figure against one typed by hand, one row for each place and day, and added rates.

use crate::rules::claim::rates::{RatePlace, RateTable, TravelRate, TravelRates, read};
use crate::rules::law::counties::{COUNTIES, county};
use crate::rules::law::figure::day;
use crate::values::money::Rate;
use chrono::{Datelike, NaiveDate};

/// Every rate between two days, typed by hand from its source: table, place, first and last day, then rate, breakfast,
/// lunch, dinner, incidentals, first and last day of travel.
const BY_HAND: &[(&str, &str, &str, &str, &str)] = &[
    ("mileage_rates.csv", "", "2022-07-01", "2022-12-31", "0.625"),
    ("mileage_rates.csv", "", "2023-01-01", "2023-12-31", "0.655"),
    ("mileage_rates.csv", "", "2024-01-01", "2024-12-31", "0.67"),
    ("mileage_rates.csv", "", "2025-01-01", "2025-12-31", "0.70"),
    ("mileage_rates.csv", "", "2026-01-01", "2026-12-31", "0.725"),
    ("meal_rates.csv", "standard", "2024-01-01", "2024-09-30", "59.00"),
    ("meal_rates.csv", "standard", "2024-10-01", "2026-09-30", "68.00 16.00 19.00 28.00 5.00 51.00"),
    ("meal_rates.csv", "dupage", "2024-10-01", "2026-09-30", "80.00 20.00 22.00 33.00 5.00 60.00"),
    // Settled 115.
    ("meal_rates.csv", "cook", "2024-10-01", "2026-09-30", "92.00 23.00 26.00 38.00 5.00 69.00"),
    ("meal_rates.csv", "lake", "2024-10-01", "2026-09-30", "92.00 23.00 26.00 38.00 5.00 69.00"),
    ("lodging_rates.csv", "standard", "2024-01-01", "2024-09-30", "107.00"),
    ("lodging_rates.csv", "standard", "2024-10-01", "2026-09-30", "110.00"),
    ("lodging_rates.csv", "dupage", "2024-10-01", "2026-09-30", "115.00"),
];

/// The rate a night in Cook and Lake by month, January first, from 1 Oct 2024 to 30 Sep 2026 (settled 71).
const COOK_AND_LAKE: [u32; 12] = [142, 142, 142, 234, 234, 234, 202, 202, 223, 223, 223, 142];

fn days(from: &str, until: &str) -> impl Iterator<Item = NaiveDate> {
    let (from, until): (NaiveDate, NaiveDate) = (from.parse().unwrap(), until.parse().unwrap());
    from.iter_days().take_while(move |day| *day <= until)
}

/// Returns the figures known for a place and day, as one text.
fn figures(rates: &TravelRates, table: RateTable, place: Option<RatePlace>, day: NaiveDate) -> Option<String> {
    let row = rates.on(table, place, day)?;
    let parts = [row.breakfast, row.lunch, row.dinner, row.incidentals, row.first_and_last_day];
    let texts = [Some(row.rate)].into_iter().chain(parts).flatten().map(|rate| rate.to_string());
    Some(texts.collect::<Vec<_>>().join(" "))
}

/// Returns the figures typed by hand for a place and day.
fn by_hand(table: RateTable, place: Option<RatePlace>, day: NaiveDate) -> Option<String> {
    let within = |from: &str, until: &str| (from.parse().unwrap()..=until.parse().unwrap()).contains(&day);
    if table == RateTable::Lodging && matches!(place, Some(RatePlace::Cook | RatePlace::Lake)) {
        return within("2024-10-01", "2026-09-30").then(|| format!("{}.00", COOK_AND_LAKE[day.month0() as usize]));
    }
    let word = place.map_or("", RatePlace::word);
    let row = BY_HAND.iter().find(|row| row.0 == table.file_name() && row.1 == word && within(row.2, row.3));
    row.map(|row| row.4.to_owned())
}

#[test]
fn every_rate_is_the_one_typed_by_hand_on_every_day() {
    let rates = TravelRates::built_in();
    for table in RateTable::ALL {
        for place in RatePlace::ALL.iter().copied().map(Some).chain([None]) {
            for day in days("2021-01-01", "2028-12-31") {
                let known = figures(&rates, table, place, day);
                assert_eq!(known, by_hand(table, place, day), "{} {place:?} on {day}", table.file_name());
            }
        }
    }
}

#[test]
fn exactly_one_row_holds_on_each_known_day() {
    let rates = TravelRates::built_in();
    for in_table in RateTable::ALL {
        for at in RatePlace::ALL.iter().copied().map(Some).chain([None]) {
            let rows: Vec<_> = rates.of(in_table, at).collect();
            assert_eq!(!rows.is_empty(), in_table.has_places() == at.is_some(), "{in_table:?} {at:?}");
            let (Some(first), Some(last)) =
                (rows.iter().map(|row| row.from).min(), rows.iter().map(|row| row.until).max())
            else {
                continue;
            };
            for day in days("2020-01-01", "2030-12-31") {
                let holding = rows.iter().filter(|row| row.holds_on(day)).count();
                let expected = usize::from((first..=last).contains(&day));
                assert_eq!(holding, expected, "{in_table:?} {at:?} {day}");
            }
        }
    }
}

#[test]
fn the_compiled_tables_are_sound_and_name_their_sources() {
    for table in RateTable::ALL {
        let rows = read(table).unwrap();
        assert!(rows.iter().all(|row| row.fault().is_none()));
        assert!(rows.iter().all(|row| row.source.contains("105/12-2(f)") || row.source.contains("3000.300")));
        assert!(rows.iter().all(|row| !row.users));
    }
    assert_eq!(TravelRates::built_in().all().len(), 5 + 23 + 5);
}

/// A rate for mileage in 2028, as a user might add it.
fn mileage_of_2028() -> TravelRate {
    let known = TravelRates::built_in().on(RateTable::Mileage, None, day(2026, 1, 1)).unwrap().clone();
    let rate = Rate::read("0.75").unwrap();
    TravelRate { from: day(2028, 1, 1), until: day(2028, 12, 31), rate, users: true, ..known }
}

#[test]
fn an_added_rate_may_repeat_but_not_contradict() {
    let mut rates = TravelRates::built_in();
    rates.add(mileage_of_2028()).unwrap();
    rates.add(mileage_of_2028()).unwrap();
    let other = TravelRate { rate: Rate::read("0.76").unwrap(), from: day(2028, 12, 31), ..mileage_of_2028() };
    assert_eq!(
        rates.add(TravelRate { until: day(2029, 12, 31), ..other.clone() }).unwrap_err(),
        "another rate is known from 1 Jan 2028 until 31 Dec 2028: 0.75 (30 ILCS 105/12-2(f) (federal GSA rate)); \
         rows can only be added"
    );
    assert_eq!(
        rates.add(TravelRate { until: day(2028, 1, 1), ..other }).unwrap_err(),
        "until, 1 Jan 2028, is before from, 31 Dec 2028"
    );
    assert_eq!(rates.all().len(), TravelRates::built_in().all().len() + 2);
}

#[test]
fn the_rates_known_around_a_day_without_one_are_named() {
    let mut rates = TravelRates::built_in();
    rates.add(mileage_of_2028()).unwrap();
    for (around, words) in [
        (day(2020, 1, 1), ": known from 1 Jul 2022"),
        (day(2027, 1, 5), ": known until 31 Dec 2026 and again from 1 Jan 2028"),
        (day(2029, 1, 1), ": known until 31 Dec 2028"),
    ] {
        assert_eq!(rates.known_around(RateTable::Mileage, None, around, |_| true), words);
    }
}

#[test]
fn the_counties_of_illinois_are_known_by_their_names() {
    assert_eq!(COUNTIES.len(), 102);
    assert!(COUNTIES.is_sorted_by_key(|name| {
        // The State's list has De Witt before Douglas, LaSalle before Lawrence and St. Clair before Saline.
        crate::values::fold::fold(name).replace("stclair", "saaclair")
    }));
    for (text, named) in [
        ("cook", Some("Cook")),
        ("COOK COUNTY", Some("Cook")),
        ("Du Page", Some("DuPage")),
        ("dupage county", Some("DuPage")),
        ("St Clair", Some("St. Clair")),
        ("Saint Clair County", Some("St. Clair")),
        ("De Kalb", Some("DeKalb")),
        ("LA SALLE", Some("LaSalle")),
        ("Jo-Daviess", Some("Jo Daviess")),
        ("Sangamon", Some("Sangamon")),
        ("County", None),
        ("", None),
        ("Cooke", None),
        ("St. Louis", None),
    ] {
        assert_eq!(county(text), named, "{text}");
    }
    // Settled 70: every county but three is a standard place.
    let own: Vec<_> =
        COUNTIES.into_iter().filter(|county| RatePlace::of_county(county) != RatePlace::Standard).collect();
    assert_eq!(own, ["Cook", "DuPage", "Lake"]);
}
