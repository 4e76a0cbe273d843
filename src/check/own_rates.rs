//! The user's own tables of travel rates: CSV files in the configuration folder that add to the State's rates and
//! replace them.

use crate::cli::config::Settings;
use crate::input::cells::{Cell, Reading};
use crate::input::header::Header;
use crate::input::record::record;
use crate::input::rows::Row;
use crate::input::{bytes, csv, faults};
use crate::rules::claim::place::RatePlace;
use crate::rules::claim::rates::{RateTable, TravelRate, TravelRates};
use crate::rules::law::figure;
use crate::values::money::Rate;
use crate::words::shown_text;
use chrono::NaiveDate;
use std::io;

impl<'a> Cell<'a> for RatePlace {
    const EXPECTED: &'static str = "standard, or the name of a county, city or town";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        Self::read(text)
    }
}

record! {
    /// One row of a table of rates.
    RateRow,
    /// The columns of the tables of rates.
    RateColumn {
        /// The place: standard, or a county, city or town; not in the table of mileage.
        place Place: RatePlace
            ["county"];
        /// The first day on which the rate holds.
        from From: NaiveDate, Planned
            ["firstday"];
        /// The last day for which the rate is known.
        until Until: NaiveDate, Planned
            ["lastday", "to"];
        /// Dollars a mile, a night or a day.
        rate Rate: Rate
            ["dollars"];
        /// The part of the daily rate for breakfast.
        breakfast Breakfast: Rate;
        /// The part of the daily rate for lunch.
        lunch Lunch: Rate;
        /// The part of the daily rate for dinner.
        dinner Dinner: Rate;
        /// The part of the daily rate for incidentals.
        incidentals Incidentals: Rate;
        /// The State's rate for the first and the last day of travel.
        first_and_last_day FirstAndLastDay: Rate;
        /// The place of publication.
        source Source: &'a str;
    }
}

/// Returns the State's travel rates, with those that the user has added or replaced in the configuration folder.
///
/// # Errors
/// Every fault of the user's tables, each with its file and line.
pub fn travel_rates(settings: &Settings) -> anyhow::Result<TravelRates> {
    let mut rates = TravelRates::built_in();
    let mut faults = Vec::new();
    for table in RateTable::ALL {
        let Some(path) = settings.folder.as_ref().map(|folder| folder.join(table.file_name())) else { continue };
        match bytes::read_text(&path) {
            Ok(text) => {
                let in_table = add(&mut rates, table, &text).err().unwrap_or_default();
                faults.extend(in_table.into_iter().map(|fault| format!("{}: {fault}", path.display())));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => faults.push(format!("{}: cannot be read: {error}", path.display())),
        }
    }
    if faults.is_empty() { Ok(rates) } else { anyhow::bail!("{}", faults.join("\n")) }
}

/// Adds the rows of a user's table, given its text.
///
/// # Errors
/// Every fault of the table, each with its line; nothing is added then.
fn add(rates: &mut TravelRates, table: RateTable, text: &str) -> Result<(), Vec<String>> {
    let (rows, mut faults) = read(table, text);
    let mut with_added = rates.clone();
    for (line, rate) in rows {
        if let Err(why) = with_added.add(rate) {
            faults.push((line, why));
        }
    }
    if faults.is_empty() {
        *rates = with_added;
        return Ok(());
    }
    faults.sort_by_key(|(line, _)| *line);
    Err(faults.into_iter().map(|(line, why)| format!("line {line}: {why}")).collect())
}

/// Items of a table, each with its line.
type ByLine<T> = Vec<(u64, T)>;

/// Reads the rows of a table, and the faults of those that cannot be read.
fn read(table: RateTable, text: &str) -> (ByLine<TravelRate>, ByLine<String>) {
    let (mut rates, mut faults) = (Vec::new(), Vec::new());
    let all = csv::rows_of_text(text);
    let mut rows = all.iter().filter(|row| !row.faults.is_empty() || cells(row).any(|cell| !cell.is_empty()));
    let Some(first) = rows.next() else {
        return (rates, vec![(1, "the table is empty".into())]);
    };
    let header = match Header::new(cells(&first), RateColumn::SPECS) {
        Ok(header) => header,
        Err(two) => return (rates, vec![(first.line, format!("two columns stand for {}", two.field))]),
    };
    let unknown = header.unknown.iter().map(|heading| heading.name.as_str());
    let of_other_tables =
        RateColumn::ALL.iter().filter(|column| header.place(**column as usize).is_some() && !has(table, **column));
    for name in unknown.chain(of_other_tables.map(|column| column.name())) {
        let why = format!("there is no column {} in a table of {}", shown_text(name), table.name());
        faults.push((first.line, why));
    }
    for row in rows {
        match rate(table, &row, &header) {
            Ok(rate) => rates.push((row.line, rate)),
            Err(of_row) => faults.extend(of_row.into_iter().map(|why| (row.line, why))),
        }
    }
    (rates, faults)
}

/// Returns whether the rows of a table have this column.
const fn has(table: RateTable, column: RateColumn) -> bool {
    match column {
        RateColumn::Place => table.has_places(),
        RateColumn::Breakfast
        | RateColumn::Lunch
        | RateColumn::Dinner
        | RateColumn::Incidentals
        | RateColumn::FirstAndLastDay => matches!(table, RateTable::Meals),
        RateColumn::From | RateColumn::Until | RateColumn::Rate | RateColumn::Source => true,
    }
}

fn cells<'a>(row: &Row<'a, '_>) -> impl Iterator<Item = &'a str> {
    let row = *row;
    (0..).map_while(move |at| row.cell(at))
}

/// Makes a rate of a row, or returns every fault of the row.
fn rate(table: RateTable, row: &Row, header: &Header) -> Result<TravelRate, Vec<String>> {
    let mut wrong = Vec::new();
    let width = cells(row).count();
    if width != header.width || !row.faults.is_empty() {
        wrong.push(format!("this row has {width} cells, the header has {}", header.width));
    }
    let reading = Reading::on(figure::day(2199, 12, 31));
    let read = RateRow::read(row, header, &reading, |column, text| {
        wrong.push(faults::unreadable(&RateColumn::SPECS[column as usize], text, &reading, false));
    });
    let place_missing = table.has_places() && read.place.is_none();
    for (missing, column) in [
        (place_missing, RateColumn::Place),
        (read.from.is_none(), RateColumn::From),
        (read.until.is_none(), RateColumn::Until),
        (read.rate.is_none(), RateColumn::Rate),
        (read.source.is_none(), RateColumn::Source),
    ] {
        if missing && !read.is_faulty(column) {
            wrong.push(format!("{} is blank", column.name()));
        }
    }
    let (Some(from), Some(until), Some(rate), Some(source), true) =
        (read.from, read.until, read.rate, read.source, wrong.is_empty())
    else {
        return Err(wrong);
    };
    Ok(TravelRate {
        table,
        place: read.place,
        from,
        until,
        rate,
        breakfast: read.breakfast,
        lunch: read.lunch,
        dinner: read.dinner,
        incidentals: read.incidentals,
        first_and_last_day: read.first_and_last_day,
        source: source.to_owned(),
        users: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::law::figure::day;

    #[test]
    /// Settled 159.
    fn a_user_adds_replaces_and_names_places() {
        let mut rates = TravelRates::built_in();
        let text = "Place,From,Until,Rate,Source\n\n\
                    standard,10/1/2027,2028-09-30,$115,CMS travel page\n\
                    Cook County,2026-10-15,2026-11-30,230.50,CMS\n\
                    Kane,2026-10-01,2026-10-31,150,a contract\n\
                    \"Gary, IN\",2026-10-01,2026-10-31,125,GSA\n";
        add(&mut rates, RateTable::Lodging, text).unwrap();
        let on = |text: &str, on: (i32, u32, u32)| {
            let row = rates.on(RateTable::Lodging, &rates.places(text), day(on.0, on.1, on.2));
            row.map(|row| (row.rate.to_string(), row.users))
        };
        let own = |rate: &str| Some((rate.to_owned(), true));
        let state = |rate: &str| Some((rate.to_owned(), false));
        // Added after the last known day, for the standard places.
        assert_eq!(on("Sangamon", (2027, 9, 30)), state("113.00"));
        assert_eq!(on("Sangamon", (2027, 10, 1)), own("115.00"));
        assert_eq!((on("Sangamon", (2028, 9, 30)), on("Sangamon", (2028, 10, 1))), (own("115.00"), None));
        // Replaced for some days of a built-in row.
        assert_eq!(on("Cook", (2026, 10, 14)), state("232.00"));
        assert_eq!((on("Cook", (2026, 10, 15)), on("cook county", (2026, 11, 30))), (own("230.50"), own("230.50")));
        assert_eq!(on("Cook", (2026, 12, 1)), state("148.00"));
        // A county of the standard places gets a rate of its own; its other days stay standard.
        assert_eq!((on("Kane County", (2026, 10, 31)), on("Kane", (2026, 11, 1))), (own("150.00"), state("113.00")));
        assert_eq!(on("Will", (2026, 10, 31)), state("119.00"));
        // A place outside Illinois has no other days.
        assert_eq!((on("gary, in", (2026, 10, 31)), on("Gary, IN", (2026, 11, 1))), (own("125.00"), None));
        assert_eq!(on("Gary", (2026, 10, 31)), None);
        let mileage = "from,until,rate,source\n2027-01-01,2027-12-31,0.74,CMS\n";
        add(&mut rates, RateTable::Mileage, mileage).unwrap();
        assert_eq!(rates.on(RateTable::Mileage, &[], day(2027, 12, 31)).unwrap().rate.to_string(), "0.74");
        assert!(rates.on(RateTable::Mileage, &[], day(2028, 1, 1)).is_none());
    }

    #[test]
    fn a_row_that_repeats_the_states_figures_stays_the_states() {
        let mut rates = TravelRates::built_in();
        // A later build may know what the user has added.
        let text = "place,from,until,rate,first_and_last_day,source\nstandard,2026-01-01,2027-09-30,68,51,x\n";
        add(&mut rates, RateTable::Meals, text).unwrap();
        let row = rates.on(RateTable::Meals, &[RatePlace::Standard], day(2026, 5, 5)).unwrap();
        assert_eq!((row.users, row.lunch.is_some()), (false, true));
        // Two rows of the user's with other figures for one day are a mistake.
        let other = "place,from,until,rate,source\nstandard,2027-09-30,2027-12-31,70,x\n";
        assert_eq!(
            add(&mut rates, RateTable::Meals, other).unwrap_err(),
            ["line 2: another row of yours gives 68.00 from 1 Jan 2026 until 30 Sep 2027 (x); one day has one rate"]
        );
    }

    #[test]
    fn every_fault_of_a_table_is_reported_and_nothing_is_added() {
        let mut rates = TravelRates::built_in();
        let before = rates.all().len();
        let mut faults = |table, text| add(&mut rates, table, text).unwrap_err();
        let text = "place,from,until,rate,source\n\
                    standard,2026-10-01,2027-09-30,114,CMS\n\
                    standard,2027-09-30,2027-11-30,115,CMS\n\
                    county,2026-10-01,,2.3456,\n\
                    lake,2026-11-30,2026-10-01,230,CMS\n\
                    lake,2026-10-01,2026-11-30\n";
        assert_eq!(
            faults(RateTable::Lodging, text),
            [
                "line 3: another row of yours gives 114.00 from 1 Oct 2026 until 30 Sep 2027 (CMS); one day has one \
                 rate",
                "line 4: place reads 'county'; expected standard, or the name of a county, city or town",
                "line 4: rate reads '2.3456'; expected dollars with at most three decimals, such as 0.725 or 110",
                "line 4: until is blank",
                "line 4: source is blank",
                "line 5: until, 1 Oct 2026, is before from, 30 Nov 2026",
                "line 6: this row has 3 cells, the header has 5",
            ]
        );
        let meals = "place,from,until,rate,breakfast,lunch,dinner,incidentals,source,tax\n\
                     lake,2026-10-01,2027-09-30,92,23,26,38,4,x,1\n";
        assert_eq!(
            faults(RateTable::Meals, meals),
            [
                "line 1: there is no column tax in a table of meals",
                "line 2: the parts of the day do not add up to the rate, 92.00"
            ]
        );
        let mileage = "place,from,until,rate,source\ncook,2027-01-01,2027-12-31,0.75,CMS\n";
        assert_eq!(faults(RateTable::Mileage, mileage), ["line 1: there is no column place in a table of mileage"]);
        assert_eq!(faults(RateTable::Mileage, "\n"), ["line 1: the table is empty"]);
        assert_eq!(rates.all().len(), before);
    }

    #[test]
    fn a_place_is_read_with_or_without_county() {
        let reading = Reading::on(day(2026, 11, 21));
        for (text, place) in [
            ("standard", Some(RatePlace::Standard)),
            ("Du Page County", Some(RatePlace::DuPage)),
            ("COOK", Some(RatePlace::Cook)),
            ("lake county", Some(RatePlace::Lake)),
            ("St Clair County", Some(RatePlace::StClair)),
            ("Saint Clair", Some(RatePlace::StClair)),
            ("Will County", Some(RatePlace::Will)),
            ("standard county", None),
            ("County", None),
            ("Kane County", Some(RatePlace::Named("kane".into()))),
            ("St. Louis", Some(RatePlace::Named("Saint Louis".into()))),
        ] {
            assert_eq!(<RatePlace as Cell>::read(text, &reading), place, "{text}");
        }
    }
}
