//! Travel rates: every figure against one written down by hand, one row for each place and day, and added rates.

use crate::rules::claim::place::RatePlace;
use crate::rules::claim::rates::{EmbeddedRate, RateTable, TravelRate, TravelRates, read};
use crate::rules::law::counties::{COUNTIES, county};
use crate::rules::law::figure::day;
use crate::values::money::Rate;
use chrono::{Datelike, NaiveDate};

/// The rates for a mile, written down by hand from their sources: first and last day, and the rate.
const MILES: [(&str, &str, &str); 6] = [
    ("2022-07-01", "2022-12-31", "0.625"),
    ("2023-01-01", "2023-12-31", "0.655"),
    ("2024-01-01", "2024-12-31", "0.67"),
    ("2025-01-01", "2025-12-31", "0.70"),
    ("2026-01-01", "2026-06-30", "0.725"),
    // Settled 159: IRS Announcement 2026-11.
    ("2026-07-01", "2026-12-31", "0.76"),
];

/// The federal rates a night outside Cook and Lake, by the years of the GSA that begin in October 2021 to 2026.
const NIGHTS: [(RatePlace, [u32; 6]); 4] = [
    (RatePlace::Standard, [96, 98, 107, 110, 110, 113]),
    (RatePlace::Will, [105, 105, 113, 114, 114, 119]),
    (RatePlace::StClair, [141, 141, 150, 150, 150, 156]),
    (RatePlace::DuPage, [114, 114, 114, 115, 115, 123]),
];

/// The federal rates a night in Cook and Lake, by those years, each by season: October and November, December to March,
/// April to June, July and August, September.
const CHICAGO: [[u32; 5]; 6] = [
    [218, 134, 216, 187, 218],
    [218, 134, 216, 187, 218],
    [233, 146, 216, 213, 233],
    [223, 142, 234, 202, 223],
    [223, 142, 234, 202, 223],
    [232, 148, 238, 213, 232],
];

/// The federal rates for meals: the years that begin in October 2021 to 2023, then 2024 to 2026. Rate, breakfast,
/// lunch, dinner, incidentals, first and last day.
const MEALS: [(RatePlace, &str, &str); 6] = [
    (RatePlace::Standard, "59.00 13.00 15.00 26.00 5.00 44.25", "68.00 16.00 19.00 28.00 5.00 51.00"),
    (RatePlace::Will, "64.00 14.00 16.00 29.00 5.00 48.00", "74.00 18.00 20.00 31.00 5.00 55.50"),
    (RatePlace::Cook, "79.00 18.00 20.00 36.00 5.00 59.25", "92.00 23.00 26.00 38.00 5.00 69.00"),
    (RatePlace::Lake, "79.00 18.00 20.00 36.00 5.00 59.25", "92.00 23.00 26.00 38.00 5.00 69.00"),
    (RatePlace::StClair, "64.00 14.00 16.00 29.00 5.00 48.00", "86.00 22.00 23.00 36.00 5.00 64.50"),
    (RatePlace::DuPage, "64.00 14.00 16.00 29.00 5.00 48.00", "80.00 20.00 22.00 33.00 5.00 60.00"),
];

fn days(from: &str, until: &str) -> impl Iterator<Item = NaiveDate> {
    let (from, until): (NaiveDate, NaiveDate) = (from.parse().unwrap(), until.parse().unwrap());
    from.iter_days().take_while(move |day| *day <= until)
}

/// Returns every table with each of its places.
fn every_place() -> Vec<(RateTable, Option<RatePlace>)> {
    let of = |table: RateTable| -> Vec<Option<RatePlace>> {
        if table.has_places() { RatePlace::AREAS.into_iter().map(Some).collect() } else { vec![None] }
    };
    RateTable::ALL.into_iter().flat_map(|table| of(table).into_iter().map(move |place| (table, place))).collect()
}

/// Returns the federal figures written down by hand for a place and day, as one text.
fn by_hand(table: RateTable, place: Option<&RatePlace>, day: NaiveDate) -> Option<String> {
    let within = |from: &str, until: &str| (from.parse().unwrap()..=until.parse().unwrap()).contains(&day);
    let Some(place) = place else {
        return MILES.iter().find(|row| within(row.0, row.1)).map(|row| row.2.to_owned());
    };
    if !within("2021-10-01", "2027-09-30") {
        return None;
    }
    // The year of the GSA begins in October.
    let year = usize::try_from(day.year() - 2021).unwrap() - usize::from(day.month() < 10);
    match table {
        RateTable::Meals => {
            let row = MEALS.iter().find(|row| row.0 == *place).unwrap();
            Some(if year < 3 { row.1 } else { row.2 }.to_owned())
        }
        _ => {
            let season = [1, 1, 1, 2, 2, 2, 3, 3, 4, 0, 0, 1][day.month0() as usize];
            let flat = NIGHTS.iter().find(|row| row.0 == *place).map(|row| row.1[year]);
            Some(format!("{}.00", flat.unwrap_or(CHICAGO[year][season])))
        }
    }
}

fn text(rate: Rate, parts: [Option<Rate>; 5]) -> String {
    let all = std::iter::once(rate).chain(parts.into_iter().flatten());
    all.map(|rate| rate.to_string()).collect::<Vec<_>>().join(" ")
}

/// The tables as they are published, also for the days on which the State did not follow them.
#[test]
fn every_row_of_the_tables_is_the_one_written_by_hand() {
    for (table, place) in every_place() {
        let rows: Vec<EmbeddedRate> = read(table).unwrap().into_iter().filter(|row| row.place == place).collect();
        for day in days("2021-01-01", "2028-12-31") {
            let on_day: Vec<String> = rows
                .iter()
                .filter(|row| (row.from..=row.until).contains(&day))
                .map(|row| {
                    let parts = [row.breakfast, row.lunch, row.dinner, row.incidentals, row.first_and_last_day];
                    text(row.rate, parts)
                })
                .collect();
            let expected: Vec<String> = by_hand(table, place.as_ref(), day).into_iter().collect();
            assert_eq!(on_day, expected, "{table:?} {place:?} on {day}");
        }
    }
    // 6 years: 4 places by the year and 2 by season; 6 places of meals.
    let [miles, nights, meals] = RateTable::ALL.map(|table| read(table).unwrap().len());
    assert_eq!((miles, nights, meals), (6, 6 * (4 + 2 * 5), 6 * 6));
}

/// Settled 159 and 238: the State follows the GSA from 1 Jan 2024, and before that for Cook lodging alone.
#[test]
fn the_state_follows_the_federal_rates_from_2024() {
    let rates = TravelRates::built_in();
    for (table, place) in every_place() {
        let places: Vec<RatePlace> = place.iter().cloned().collect();
        for on in days("2021-01-01", "2028-12-31") {
            let row = rates.on(table, &places, on);
            let known = row.map(|row| {
                let parts = [row.breakfast, row.lunch, row.dinner, row.incidentals, row.first_and_last_day];
                text(row.rate, parts)
            });
            let cook = (table, &place) == (RateTable::Lodging, &Some(RatePlace::Cook));
            let is_followed = place.is_none() || cook || on >= day(2024, 1, 1);
            let expected = by_hand(table, place.as_ref(), on).filter(|_| is_followed);
            assert_eq!(known, expected, "{table:?} {place:?} on {on}");
        }
    }
    let source = |on| &*rates.on(RateTable::Lodging, &[RatePlace::Cook], on).unwrap().source;
    assert_eq!(source(day(2023, 11, 30)), "30 ILCS 105/12-2 (federal GSA rate for lodging in Cook County)");
    assert_eq!(source(day(2024, 4, 1)), "30 ILCS 105/12-2(f) (federal GSA rate)");
    // The rate of the second half of 2026 names both documents.
    let miles = rates.on(RateTable::Mileage, &[], day(2026, 7, 1)).unwrap();
    assert_eq!(miles.source, "30 ILCS 105/12-2(f) (federal GSA rate); IRS Announcement 2026-11");
}

/// The GSA pays three quarters of the day on the first and the last day, and the parts make the day.
#[test]
fn the_parts_of_a_day_of_meals_agree_with_the_day() {
    for row in TravelRates::built_in().all() {
        assert_eq!(row.fault(), None);
        assert!(!row.users);
        if row.table == RateTable::Meals {
            let less = row.first_and_last_day.unwrap();
            assert_eq!(less.tenths_of_cents() * 4, row.rate.tenths_of_cents() * 3, "{row:?}");
        }
    }
}

/// The sections that 20 Ill. Adm. Code 1720.50(a) names stand beside each figure.
#[test]
fn a_travel_figure_names_the_sections_of_the_code() {
    let figures: Vec<_> = TravelRates::built_in().all().iter().flat_map(TravelRate::figures).collect();
    for figure in &figures {
        let sections: &[&str] = if figure.name == "mileage-rate" {
            &["80 Ill. Adm. Code 3000.300(f)(2)"]
        } else {
            &["80 Ill. Adm. Code 2800.Appendix A", "80 Ill. Adm. Code 3000.400(b)"]
        };
        for section in sections {
            assert_eq!(figure.source.matches(section).count(), 1, "{}: {}", figure.name, figure.source);
        }
    }
    let lunch: Vec<_> = figures.iter().filter(|figure| figure.name == "lunch-rate-st-clair").collect();
    // Settled 238: lunch is known from 1 Jan 2024, 16 dollars in St. Clair before October 2024.
    assert_eq!((lunch[0].from, &*lunch[0].value), (Some(day(2024, 1, 1)), "16.00"));
}

/// A rate for mileage in 2028, as a user might add it.
fn mileage_of_2028() -> TravelRate {
    let known = TravelRates::built_in().on(RateTable::Mileage, &[], day(2026, 1, 1)).unwrap().clone();
    let rate = Rate::read("0.75").unwrap();
    TravelRate { from: day(2028, 1, 1), until: day(2028, 12, 31), rate, users: true, ..known }
}

#[test]
fn an_added_rate_may_repeat_but_not_contradict_another() {
    let mut rates = TravelRates::built_in();
    rates.add(mileage_of_2028()).unwrap();
    rates.add(mileage_of_2028()).unwrap();
    let other = TravelRate { rate: Rate::read("0.76").unwrap(), from: day(2028, 12, 31), ..mileage_of_2028() };
    assert_eq!(
        rates.add(TravelRate { until: day(2029, 12, 31), ..other.clone() }).unwrap_err(),
        "another row of yours gives 0.75 from 1 Jan 2028 until 31 Dec 2028 (30 ILCS 105/12-2(f) (federal GSA rate)); \
         one day has one rate"
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
        assert_eq!(rates.known_around(RateTable::Mileage, &[], around, |_| true), words);
    }
}

#[test]
fn what_comes_next_is_the_next_other_figure() {
    let mut rates = TravelRates::built_in();
    let outlook = |rates: &TravelRates, table, places: &[RatePlace], on| {
        let outlook = rates.outlook(rates.on(table, places, on).unwrap(), on);
        (outlook.until, outlook.next.map(|next| next.rate.to_string()), outlook.known_until)
    };
    let some = |rate: &str| Some(rate.to_owned());
    // 110.00 in two rows, then 113.00.
    let standard = [RatePlace::Standard];
    let night = outlook(&rates, RateTable::Lodging, &standard, day(2024, 10, 1));
    assert_eq!(night, (day(2026, 9, 30), some("113.00"), day(2027, 9, 30)));
    let last = outlook(&rates, RateTable::Lodging, &standard, day(2026, 10, 1));
    assert_eq!(last, (day(2027, 9, 30), None, day(2027, 9, 30)));
    let mile = outlook(&rates, RateTable::Mileage, &[], day(2026, 6, 30));
    assert_eq!(mile, (day(2026, 6, 30), some("0.76"), day(2026, 12, 31)));
    // A row of the user's in the middle, and one after a gap.
    rates.add(mileage_of_2028()).unwrap();
    let own = TravelRate { from: day(2026, 9, 1), until: day(2026, 10, 31), ..mileage_of_2028() };
    rates.add(own).unwrap();
    let mile = outlook(&rates, RateTable::Mileage, &[], day(2026, 8, 31));
    assert_eq!(mile, (day(2026, 8, 31), some("0.75"), day(2026, 12, 31)));
    let own = outlook(&rates, RateTable::Mileage, &[], day(2026, 9, 1));
    assert_eq!(own, (day(2026, 10, 31), some("0.76"), day(2026, 12, 31)));
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
    // Settled 70, 159 and 238: every county but five is a standard place.
    let own: Vec<_> =
        COUNTIES.into_iter().filter(|county| RatePlace::of_county(county) != RatePlace::Standard).collect();
    assert_eq!(own, ["Cook", "DuPage", "Lake", "St. Clair", "Will"]);
    let rates = TravelRates::built_in();
    for (text, places) in [
        ("St Clair", &[RatePlace::StClair][..]),
        ("saint clair county", &[RatePlace::StClair]),
        ("Will", &[RatePlace::Will]),
        ("Kane", &[RatePlace::Standard]),
        ("St. Louis", &[]),
        ("", &[]),
    ] {
        assert_eq!(rates.places(text), places, "{text}");
    }
}
