//! `muster reimburse rates`: what the State allows for a mile, a night and a day of meals, and the user's own rows.

use crate::check::own_rates;
use crate::check::report::{Exit, Run};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::input::days::read_flag_day;
use crate::report::item::End;
use crate::rules::claim::rates::{RatePlace, RateTable, TravelRate, TravelRates};
use crate::rules::law::counties::{self, COUNTIES};
use crate::values::near::nearest;
use crate::words::day_words;
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
",
    after_long_help = "\
A rate is known through its last day; travel after that day is unknown until
the later rate is added. To add one, write a table into the folder of the
configuration file (see `muster config path`), one row for each rate:

  mileage_rates.csv   from,until,rate,source
  lodging_rates.csv   place,from,until,rate,source
  meal_rates.csv      place,from,until,rate,breakfast,lunch,dinner,
                      incidentals,first_and_last_day,source

Places are standard (every county without a name of its own here), dupage,
cook and lake. Rows can only be added: a row that gives another figure for a
day that has one is refused, so that an old claim keeps its answer."
)]
pub struct RatesArgs {
    /// Only the rates in force on this day
    #[arg(long, value_name = "DATE", value_parser = read_flag_day)]
    on: Option<NaiveDate>,

    /// Only the rates of this county
    #[arg(long, value_name = "NAME", value_parser = county)]
    county: Option<&'static str>,
}

/// Reads the name of a county.
fn county(text: &str) -> Result<&'static str, String> {
    counties::county(text).ok_or_else(|| {
        let hint = nearest(text, COUNTIES).map(|name| format!("; did you mean {name}?")).unwrap_or_default();
        format!("there is no such county in Illinois{hint}")
    })
}

/// Runs the command.
///
/// # Errors
/// A table of the user's that cannot be read, and an output that cannot be written.
pub fn run(args: &RatesArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let settings = Settings::load(flags)?;
    let rates = own_rates::travel_rates(&settings)?;
    let place = args.county.map(RatePlace::of_county);
    let is_wanted = |rate: &&TravelRate| {
        args.on.is_none_or(|day| rate.holds_on(day)) && (rate.place.is_none() || place.is_none() || rate.place == place)
    };
    let mut end = End::default();
    end.closing.extend(args.county.zip(place).map(|(county, place)| match place {
        RatePlace::Standard => format!("{county} County has the standard rates."),
        _ => format!("{county} County has rates of its own for lodging and meals."),
    }));
    end.notes.extend(args.on.into_iter().flat_map(|day| missing(&rates, place, day)));
    Run::new("reimburse rates", flags, &settings).report::<TravelRate>(|report| {
        rates.all().iter().filter(is_wanted).try_for_each(|rate| report.result(rate))?;
        Ok((end, None))
    })
}

/// The rates that are not known on a day, each with its last known day.
fn missing(rates: &TravelRates, wanted: Option<RatePlace>, day: NaiveDate) -> Vec<String> {
    let places = |table: RateTable| -> Vec<Option<RatePlace>> {
        match (table.has_places(), wanted) {
            (false, _) => vec![None],
            (true, Some(place)) => vec![Some(place)],
            (true, None) => RatePlace::ALL.iter().copied().map(Some).collect(),
        }
    };
    let of_table = |table: RateTable| places(table).into_iter().map(move |place| (table, place));
    let unknown =
        RateTable::ALL.into_iter().flat_map(of_table).filter(|(table, place)| rates.on(*table, *place, day).is_none());
    unknown
        .map(|(table, place)| {
            let place_words = place.map(|place| format!(" ({})", place.word())).unwrap_or_default();
            let span = rates.known_around(table, place, day, |_| true);
            format!("no rate for {}{place_words} is known on {}{span}", table.name(), day_words(day))
        })
        .collect()
}
