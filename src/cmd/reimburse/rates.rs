//! `muster reimburse rates`: what the State allows for a mile, a night and a day of meals, and the user's own rows.

use crate::check::own_rates;
use crate::check::report::Exit;
use crate::check::report::Run;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::input::days::read_flag_day;
use crate::report::item::End;
use crate::rules::claim::rates::{RatePlace, RateTable, TravelRate, TravelRates};
use crate::rules::law::counties;
use crate::rules::law::counties::COUNTIES;
use crate::words::day_words;
use chrono::NaiveDate;
use clap::Args;

/// The State's travel rates, by day and place, and the rows that you have added
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster reimburse rates                                   every rate
  muster reimburse rates --on 2026-03-02 --county Sangamon
  muster reimburse rates -f csv                            for a spreadsheet
",
    after_long_help = "\
A rate is known through its last day; travel after that is unknown until somebody adds the later rate. To add one,
write a table into the folder of the configuration file (`muster config path` names the file), one row a rate:

  mileage_rates.csv   from,until,rate,source
  lodging_rates.csv   place,from,until,rate,source
  meal_rates.csv      place,from,until,rate,breakfast,lunch,dinner,
                      incidentals,first_and_last_day,source

Places are standard (every county that is not named), dupage, cook and lake. Rows are only added: one that
gives another figure for a day that has one is refused, so that an old claim is answered as it was."
)]
pub struct RatesArgs {
    /// Only the rates of this day
    #[arg(long, value_name = "DATE", value_parser = read_flag_day)]
    on: Option<NaiveDate>,

    /// Only the rates that hold in this county
    #[arg(long, value_name = "NAME", value_parser = county)]
    county: Option<&'static str>,
}

/// Reads the name of a county; a mistyped one is met with the nearest.
fn county(text: &str) -> Result<&'static str, String> {
    let likeness = |name: &str| strsim::jaro_winkler(&name.to_lowercase(), &text.to_lowercase());
    counties::county(text).ok_or_else(|| {
        let nearest = COUNTIES.into_iter().max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
        let nearest = nearest.filter(|name| likeness(name) > 0.8).map(|name| format!("; did you mean {name}?"));
        format!("there is no such county in Illinois{}", nearest.unwrap_or_default())
    })
}

/// Carries out the command.
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
