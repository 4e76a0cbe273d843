//! Travel rates: every figure against one typed by hand, one row for each place and day, and the rows of a user.

use crate::rules::claim::rates::{Place, Table, TravelRates, read};
use crate::rules::law::counties::{COUNTIES, county, place};
use crate::rules::law::figure::day;
use chrono::{Datelike, NaiveDate};

/// Every rate between two days as it stands in RULEBOOK section 7, typed by hand: table, place, first and last day, and
/// rate, breakfast, lunch, dinner, incidentals, first and last day of travel.
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

/// The nights of Cook and Lake by month, January first, from 1 Oct 2024 to 30 Sep 2026 (settled 71).
const COOK_AND_LAKE: [u32; 12] = [142, 142, 142, 234, 234, 234, 202, 202, 223, 223, 223, 142];

fn days(from: &str, until: &str) -> impl Iterator<Item = NaiveDate> {
    let (from, until): (NaiveDate, NaiveDate) = (from.parse().unwrap(), until.parse().unwrap());
    from.iter_days().take_while(move |day| *day <= until)
}

/// The figures known for a place and day, as one text.
fn figures(rates: &TravelRates, table: Table, place: Option<Place>, day: NaiveDate) -> Option<String> {
    let row = rates.on(table, place, day)?;
    let parts = [row.breakfast, row.lunch, row.dinner, row.incidentals, row.first_and_last_day];
    let texts = [Some(row.rate)].into_iter().chain(parts).flatten().map(|rate| rate.to_string());
    Some(texts.collect::<Vec<_>>().join(" "))
}

/// What was typed by hand for a place and day.
fn by_hand(table: Table, place: Option<Place>, day: NaiveDate) -> Option<String> {
    let within = |from: &str, until: &str| (from.parse().unwrap()..=until.parse().unwrap()).contains(&day);
    if table == Table::Lodging && matches!(place, Some(Place::Cook | Place::Lake)) {
        return within("2024-10-01", "2026-09-30").then(|| format!("{}.00", COOK_AND_LAKE[day.month0() as usize]));
    }
    let word = place.map_or("", Place::word);
    let row = BY_HAND.iter().find(|row| row.0 == table.file_name() && row.1 == word && within(row.2, row.3));
    row.map(|row| row.4.to_owned())
}

#[test]
fn every_rate_is_the_one_typed_by_hand_on_every_day() {
    let rates = TravelRates::built_in();
    for table in Table::ALL {
        for place in Place::ALL.iter().copied().map(Some).chain([None]) {
            for day in days("2021-01-01", "2028-12-31") {
                let known = figures(&rates, table, place, day);
                assert_eq!(known, by_hand(table, place, day), "{} {place:?} on {day}", table.file_name());
            }
        }
    }
}

#[test]
fn one_row_holds_on_each_day_that_is_known_and_none_outside() {
    let rates = TravelRates::built_in();
    for in_table in Table::ALL {
        for at in Place::ALL.iter().copied().map(Some).chain([None]) {
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
fn the_compiled_tables_are_read_without_a_fault_and_name_their_sources() {
    for table in Table::ALL {
        let rows = read(table, table.built_in()).unwrap();
        assert!(rows.iter().all(|row| row.source.contains("105/12-2(f)") || row.source.contains("3000.300")));
        assert!(rows.iter().all(|row| !row.users));
    }
    assert_eq!(TravelRates::built_in().all().len(), 5 + 23 + 5);
}

#[test]
fn a_user_adds_rows_and_changes_none() {
    let mut rates = TravelRates::built_in();
    let text = "Place,From,Until,Rate,Source\n\nstandard,10/1/2026,2027-09-30,$113,CMS travel page\nCook County,2026-10-01,2026-11-30,230.50,CMS\n";
    rates.add(Table::Lodging, text).unwrap();
    let added = rates.on(Table::Lodging, Some(Place::Standard), day(2026, 10, 1)).unwrap();
    assert_eq!(
        (added.rate.to_string().as_str(), added.users, added.source.as_str()),
        ("113.00", true, "CMS travel page")
    );
    assert!(rates.on(Table::Lodging, Some(Place::Cook), day(2026, 12, 1)).is_none());
    assert!(!rates.on(Table::Lodging, Some(Place::Standard), day(2026, 9, 30)).unwrap().users);
    // Saying again what is known is no fault: a later build may know what the user has added.
    rates.add(Table::Lodging, "place,from,until,rate,source\nstandard,2026-01-01,2026-12-31,110,x\n").unwrap_err();
    rates.add(Table::Lodging, "place,from,until,rate,source\nstandard,2026-01-01,2026-09-30,110,x\n").unwrap();
    rates.add(Table::Mileage, "from,until,rate,source\n2027-01-01,2027-12-31,0.74,CMS\n").unwrap();
    assert_eq!(rates.on(Table::Mileage, None, day(2027, 12, 31)).unwrap().rate.to_string(), "0.74");
    assert!(rates.on(Table::Mileage, None, day(2028, 1, 1)).is_none());
}

#[test]
fn everything_that_is_wrong_with_a_users_table_is_said_at_once_and_nothing_is_added() {
    let mut rates = TravelRates::built_in();
    let before = rates.all().len();
    let text = "place,from,until,rate,source\n\
                standard,2026-10-01,2027-09-30,113,CMS\n\
                cook,2026-09-30,2026-11-30,230,CMS\n\
                kane,2026-10-01,,2.3456,\n\
                lake,2026-11-30,2026-10-01,230,CMS\n\
                lake,2026-10-01,2026-11-30\n";
    assert_eq!(
        rates.add(Table::Lodging, text).unwrap_err(),
        [
            "line 3: another rate is known from 1 Sep 2026 until 30 Sep 2026: 223.00 (30 ILCS 105/12-2(f) (federal GSA rate)); \
             rows can only be added",
            "line 4: place reads 'kane'; expected standard, dupage, cook or lake",
            "line 4: rate reads '2.3456'; expected dollars with at most three decimals, such as 0.725 or 110",
            "line 4: until is blank",
            "line 4: source is blank",
            "line 5: until, 1 Oct 2026, lies before from, 30 Nov 2026",
            "line 6: this row has 3 cells, the header has 5",
        ]
    );
    let meals = "place,from,until,rate,breakfast,lunch,dinner,incidentals,source,tax\nlake,2026-10-01,2027-09-30,92,23,26,38,4,x,1\n";
    assert_eq!(
        rates.add(Table::Meals, meals).unwrap_err(),
        [
            "line 1: there is no column tax in a table of meals",
            "line 2: the parts of the day do not come to the rate, 92.00"
        ]
    );
    let mileage = "place,from,until,rate,source\ncook,2027-01-01,2027-12-31,0.75,CMS\n";
    assert_eq!(
        rates.add(Table::Mileage, mileage).unwrap_err(),
        ["line 1: there is no column place in a table of mileage"]
    );
    assert_eq!(rates.add(Table::Mileage, "\n").unwrap_err(), ["line 1: the table is empty"]);
    assert_eq!(rates.all().len(), before);
}

#[test]
fn what_is_known_around_a_day_without_a_rate_is_told() {
    let mut rates = TravelRates::built_in();
    rates.add(Table::Mileage, "from,until,rate,source\n2028-01-01,2028-12-31,0.75,CMS\n").unwrap();
    for (around, told) in [
        (day(2020, 1, 1), ": known from 1 Jul 2022"),
        (day(2027, 1, 5), ": known until 31 Dec 2026 and again from 1 Jan 2028"),
        (day(2029, 1, 1), ": known until 31 Dec 2028"),
    ] {
        assert_eq!(rates.known_around(Table::Mileage, None, around, |_| true), told);
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
    let own: Vec<_> = COUNTIES.into_iter().filter(|county| place(county) != Place::Standard).collect();
    assert_eq!(own, ["Cook", "DuPage", "Lake"]);
}
