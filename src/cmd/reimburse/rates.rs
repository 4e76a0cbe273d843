//! `muster reimburse rates`: what the State allows for a mile, a night and a day of meals, and the user's own rows.

use crate::check::own_rates;
use crate::check::report::{Exit, Run};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::hint::with_hint;
use crate::input::days::read_flag_day;
use crate::report::item::End;
use crate::report::page::rates::RateRow;
use crate::rules::claim::place::RatePlace;
use crate::rules::claim::rates::{RateTable, TravelRate, TravelRates};
use crate::rules::law::counties::{self, COUNTIES};
use crate::values::near::nearest;
use crate::words::{day_words, shown_text};
use anyhow::bail;
use chrono::NaiveDate;
use clap::Args;

/// Show the State's travel rates, by day and place, with the rows you have added
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster reimburse rates                                   every rate
  muster reimburse rates --on 2026-03-02 --county Sangamon
  muster reimburse rates -f csv                            for a spreadsheet

Below the rates stands, for the --on day or today, until when each is known and
which comes next.
",
    after_long_help = "\
The rates for lodging and meals are the federal ones of the GSA, which the
State pays from 1 January 2024, and before that for lodging in Cook County
alone. A rate is known through its last day; travel after that day is unknown
until the later rate is added. To add one, write a table into the folder of
the configuration file (see `muster config path`), one row for each rate:

  mileage_rates.csv   from,until,rate,source
  lodging_rates.csv   place,from,until,rate,source
  meal_rates.csv      place,from,until,rate,breakfast,lunch,dinner,
                      incidentals,first_and_last_day,source

Places are standard (every county without rates of its own), will, cook, lake,
st-clair and dupage, and any other county, city or town that you name as your
claims do. Your row holds in place of the State's for its place and days, and
claims show it as yours; a row that repeats the State's figure changes
nothing. Two rows of yours with different figures for one day are refused."
)]
pub struct RatesArgs {
    /// Only the rates in force on this day
    #[arg(long, value_name = "DATE", value_parser = read_flag_day)]
    on: Option<NaiveDate>,

    /// Only the rates of this county, or of a place in your own tables
    #[arg(long, value_name = "NAME")]
    county: Option<String>,
}

/// Runs the command.
///
/// # Errors
/// A table of the user's that cannot be read, a county that does not exist, and an output that cannot be written.
pub fn run(args: &RatesArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let settings = Settings::load(flags)?;
    let rates = own_rates::travel_rates(&settings)?;
    let wanted = args.county.as_deref().map(|county| places(&rates, county)).transpose()?;
    let is_wanted = |rate: &&TravelRate| {
        let is_here = match (&rate.place, &wanted) {
            (Some(place), Some(wanted)) => wanted.contains(place),
            _ => true,
        };
        let is_in_force = |day| rates.on(rate.table, &around(rate, wanted.as_deref()), day) == Some(*rate);
        is_here && args.on.is_none_or(is_in_force)
    };
    let day = args.on.unwrap_or(flags.as_of());
    let mut end = End::default();
    end.closing.extend(args.county.as_deref().zip(wanted.as_deref()).map(|(county, places)| of_county(county, places)));
    end.closing.extend(to_come(&rates, wanted.as_deref(), day));
    end.notes.extend(args.on.into_iter().flat_map(|day| missing(&rates, wanted.as_deref(), day)));
    end.notes.extend(rates.users().filter(is_wanted).flat_map(|own| own_words(&rates, own)));
    Run::new("reimburse rates", flags, &settings).report::<RateRow>(|report| {
        let rows = rates.all().iter().filter(is_wanted);
        rows.map(|rate| RateRow::new(rate, &rates, args.on)).try_for_each(|row| report.result(&row))?;
        Ok((end, None))
    })
}

/// Returns the places whose rates hold in a county, or in a place that the user's tables name.
fn places(rates: &TravelRates, county: &str) -> anyhow::Result<Vec<RatePlace>> {
    let places = rates.places(county);
    if places.is_empty() {
        let problem = format!("--county '{}': there is no such county in Illinois", shown_text(county));
        match nearest(county, COUNTIES) {
            Some(name) => bail!("{}", with_hint(problem, format!("did you mean {name}?"))),
            None => bail!("{problem}"),
        }
    }
    Ok(places)
}

/// Returns the places among which a rate is looked up: the one asked for, or its own.
fn around(rate: &TravelRate, wanted: Option<&[RatePlace]>) -> Vec<RatePlace> {
    match (wanted, &rate.place) {
        (Some(wanted), _) => wanted.to_vec(),
        (None, Some(place)) => vec![place.clone()],
        (None, None) => Vec::new(),
    }
}

/// Returns a sentence on the rates of a county.
fn of_county(county: &str, places: &[RatePlace]) -> String {
    let name = match counties::county(county) {
        Some(name) => format!("{name} County"),
        None => shown_text(county).to_string(),
    };
    match places {
        [RatePlace::Standard] => format!("{name} has the standard rates."),
        [RatePlace::Named(_), RatePlace::Standard] => {
            format!("{name} has rates in your own tables, and the standard rates where they have none.")
        }
        [RatePlace::Named(_)] => format!("{name} has rates in your own tables only."),
        _ => format!("{name} has rates of its own for lodging and meals."),
    }
}

/// The tables and the places of each to speak of: those asked for together, or each place by itself.
fn every_place(rates: &TravelRates, wanted: Option<&[RatePlace]>) -> Vec<(RateTable, Vec<RatePlace>)> {
    let mut all: Vec<RatePlace> = RatePlace::AREAS.into();
    for place in rates.users().filter_map(|row| row.place.as_ref()) {
        if !all.contains(place) {
            all.push(place.clone());
        }
    }
    let of_table = |table: RateTable| match (table.has_places(), wanted) {
        (false, _) => vec![(table, Vec::new())],
        (true, Some(wanted)) => vec![(table, wanted.to_vec())],
        (true, None) => all.iter().map(|place| (table, vec![place.clone()])).collect(),
    };
    RateTable::ALL.into_iter().flat_map(of_table).collect()
}

/// Returns a sentence for each rate in force on a day: until when it is known, and which comes next.
fn to_come(rates: &TravelRates, wanted: Option<&[RatePlace]>, day: NaiveDate) -> Vec<String> {
    let sentence = |(table, places): (RateTable, Vec<RatePlace>)| {
        let rate = rates.on(table, &places, day)?;
        let outlook = rates.outlook(rate, day);
        let place = rate.place.as_ref().map(|place| format!(" ({place})")).unwrap_or_default();
        let until = day_words(outlook.until);
        let what = format!("{}{place}: {} until {until}", table.words(), rate.rate);
        Some(match outlook.next {
            Some(next) => {
                format!("{what}, then {}; known until {}.", next.rate, day_words(outlook.known_until))
            }
            None => format!("{what}; the next rate is not known yet."),
        })
    };
    let sentences: Vec<String> = every_place(rates, wanted).into_iter().filter_map(sentence).collect();
    let lead = (!sentences.is_empty()).then(|| format!("In force on {}:", day_words(day)));
    lead.into_iter().chain(sentences).collect()
}

/// The rates that are not known on a day, each with its last known day.
fn missing(rates: &TravelRates, wanted: Option<&[RatePlace]>, day: NaiveDate) -> Vec<String> {
    let unknown = every_place(rates, wanted).into_iter().filter(|(table, places)| {
        // A place of the user's has rates only where the user gave them.
        rates.on(*table, places, day).is_none() && !matches!(places[..], [RatePlace::Named(_)])
    });
    unknown
        .map(|(table, places)| {
            let place = places.last().map(|place| format!(" ({place})")).unwrap_or_default();
            let span = rates.known_around(table, &places, day, |_| true);
            format!("no rate for {}{place} is known on {}{span}", table.name(), day_words(day))
        })
        .collect()
}

/// The remarks on a rate of the user's: what it stands in place of, and a place that is no county of Illinois.
fn own_words(rates: &TravelRates, own: &TravelRate) -> Vec<String> {
    let mut words = Vec::new();
    let replaced: Vec<String> = rates.replaced_by(own).map(|state| state.rate.to_string()).collect();
    let place = own.place.as_ref().map(|place| format!(" ({place})")).unwrap_or_default();
    if !replaced.is_empty() {
        words.push(format!(
            "your {} for {}{place}, from {} until {}, stands in place of the State's {}",
            own.rate,
            own.table.words(),
            day_words(own.from),
            day_words(own.until),
            replaced.join(", ")
        ));
    }
    if own.place.as_ref().is_some_and(|place| place.federal().is_none()) {
        words.push(format!(
            "the place{place} is no county of Illinois: your rate for {} holds where a claim names the place so",
            own.table.words()
        ));
    }
    words
}
