//! The State's travel rates for a mile, a night and a day of meals, by place and day, and the rates that a user adds.
//!
//! The tables for nights and meals are those of the federal GSA; a row of them is the State's for the days on which the
//! State pays the federal rate (settled 159).

use crate::finding::Source;
use crate::finding::address::{SourceAndUrls, one_with_urls};
use crate::rules::claim::place::RatePlace;
use crate::rules::law::figure::{self, FigureRow, LAST_CHECKED};
use crate::rules::law::{counties, params};
use crate::values::fold::fold;
use crate::values::money::Rate;
use crate::words::day_words;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The source of a federal rate that is the State's.
const FEDERAL: &str = "30 ILCS 105/12-2(f) (federal GSA rate)";
/// The source of the lodging rates of Cook County before every federal rate was the State's.
const FEDERAL_IN_COOK: &str = "30 ILCS 105/12-2 (federal GSA rate for lodging in Cook County)";

/// A table of rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RateTable {
    /// Dollars a mile, anywhere.
    Mileage,
    /// Dollars a night by place, tax excluded.
    Lodging,
    /// Dollars a day by place, meals and incidentals.
    Meals,
}

impl RateTable {
    /// Every table.
    pub const ALL: [Self; 3] = [Self::Mileage, Self::Lodging, Self::Meals];

    /// Returns the name of the file in the configuration folder that adds rows to it.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Mileage => "mileage_rates.csv",
            Self::Lodging => "lodging_rates.csv",
            Self::Meals => "meal_rates.csv",
        }
    }

    /// Returns the unit of its rates.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Mileage => "dollars a mile",
            Self::Lodging => "dollars a night",
            Self::Meals => "dollars a day",
        }
    }

    /// Returns the name in machine output: `lodging`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mileage => "mileage",
            Self::Lodging => "lodging",
            Self::Meals => "meals",
        }
    }

    /// Describes for people what a rate pays for.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Mileage => "a mile",
            Self::Lodging => "a night",
            Self::Meals => "a day of meals",
        }
    }

    /// Returns whether its rates differ from place to place.
    pub const fn has_places(self) -> bool {
        !matches!(self, Self::Mileage)
    }

    /// Returns the text of the table that is compiled in.
    pub(crate) const fn built_in(self) -> &'static str {
        match self {
            Self::Mileage => include_str!("../law/tables/mileage_rates.csv"),
            Self::Lodging => include_str!("../law/tables/gsa_lodging.csv"),
            Self::Meals => include_str!("../law/tables/gsa_meals.csv"),
        }
    }

    /// Returns the sections in which 20 Ill. Adm. Code 1720.50(a) finds the State's limits of this kind.
    pub(crate) const fn sections(self) -> &'static [Source] {
        const MILES: &[Source] = &[Source::other_code("80 Ill. Adm. Code 3000.300(f)(2)")];
        const STAYS: &[Source] = &[
            Source::other_code("80 Ill. Adm. Code 2800.Appendix A"),
            Source::other_code("80 Ill. Adm. Code 3000.400(b)"),
        ];
        match self {
            Self::Mileage => MILES,
            Self::Lodging | Self::Meals => STAYS,
        }
    }
}

/// A rate, with the place and the days for which it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TravelRate {
    /// The table that it belongs to.
    pub table: RateTable,
    /// The place; `None` for mileage, which is the same everywhere.
    pub place: Option<RatePlace>,
    /// The first day on which it holds.
    pub from: NaiveDate,
    /// The last day for which it is known.
    pub until: NaiveDate,
    /// Dollars a mile, a night or a day.
    pub rate: Rate,
    /// The part of a day's meals for breakfast.
    pub breakfast: Option<Rate>,
    /// The part for lunch, which a trainee who goes home each night may have.
    pub lunch: Option<Rate>,
    /// The part for dinner.
    pub dinner: Option<Rate>,
    /// The part for incidentals.
    pub incidentals: Option<Rate>,
    /// The State's rate for the first and the last day of travel.
    pub first_and_last_day: Option<Rate>,
    /// The place of publication.
    #[serde(flatten, serialize_with = "one_with_urls")]
    #[schemars(flatten, with = "SourceAndUrls")]
    pub source: String,
    /// Added by the user, not compiled in.
    pub users: bool,
}

impl TravelRate {
    /// Returns whether the rate is known for this day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        (self.from..=self.until).contains(&day)
    }

    /// Returns the figures of the row, for the list of every figure of the law.
    pub fn figures(&self) -> Vec<FigureRow> {
        let mut source = self.source.clone();
        for section in self.table.sections().iter().map(ToString::to_string) {
            if !self.users && !source.contains(&section) {
                source = format!("{source}; {section}");
            }
        }
        let place = self.place.as_ref().map(RatePlace::word);
        let figure = |name: &str, what: &str, value: Rate, unit| FigureRow {
            name: place.map_or_else(|| name.to_owned(), |place| format!("{name}-{}", kebab(place))),
            title: place.map_or_else(|| what.to_owned(), |place| format!("{what}, {place}")),
            value: value.to_string(),
            unit,
            from: Some(self.from),
            until: Some(self.until),
            source: source.clone(),
            last_checked: (!self.users).then_some(LAST_CHECKED),
        };
        let unit = self.table.unit();
        let rate = match self.table {
            RateTable::Mileage => figure("mileage-rate", "State travel rate for mileage", self.rate, unit),
            RateTable::Lodging => figure("lodging-rate", "State travel rate for lodging", self.rate, unit),
            RateTable::Meals => figure("meal-rate", "State travel rate for meals", self.rate, unit),
        };
        let lunch =
            self.lunch.map(|lunch| figure("lunch-rate", "the lunch part of the rate for meals", lunch, "dollars"));
        std::iter::once(rate).chain(lunch).collect()
    }

    /// Returns why the row cannot be right by itself; `None` when nothing is wrong.
    pub(crate) fn fault(&self) -> Option<String> {
        if self.until < self.from {
            return Some(format!("until, {}, is before from, {}", day_words(self.until), day_words(self.from)));
        }
        let parts = [self.breakfast, self.lunch, self.dinner, self.incidentals];
        let sum = parts.iter().flatten().map(|part| part.tenths_of_cents()).sum::<u64>();
        (parts.iter().all(Option::is_some) && sum != self.rate.tenths_of_cents())
            .then(|| format!("the parts of the day do not add up to the rate, {}", self.rate))
    }

    /// Returns whether another row gives other figures for the same place and one of the same days.
    fn contradicts(&self, other: &Self) -> bool {
        self.overlaps(other) && (self.table, &self.place) == (other.table, &other.place) && !self.has_figures_of(other)
    }

    /// Returns whether two rows hold on one of the same days.
    fn overlaps(&self, other: &Self) -> bool {
        self.from <= other.until && other.from <= self.until
    }

    const fn parts(&self) -> [Option<Rate>; 5] {
        [self.breakfast, self.lunch, self.dinner, self.incidentals, self.first_and_last_day]
    }

    /// Returns whether another row has the same figures.
    pub(crate) fn has_figures_of(&self, other: &Self) -> bool {
        (self.rate, self.parts()) == (other.rate, other.parts())
    }

    /// Returns whether every figure that the row gives is the same in `other`.
    fn repeats(&self, other: &Self) -> bool {
        let same = |(one, other): (Option<Rate>, Option<Rate>)| one.is_none() || one == other;
        self.rate == other.rate && self.parts().into_iter().zip(other.parts()).all(same)
    }
}

/// Returns the name of a place as a part of a figure's name: `Oak Brook, IL` is `oak-brook-il`.
fn kebab(place: &str) -> String {
    let words = place.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(fold).collect::<Vec<_>>().join("-")
}

/// One row of a table that is compiled in.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct EmbeddedRate {
    pub(crate) place: Option<RatePlace>,
    pub(crate) from: NaiveDate,
    pub(crate) until: NaiveDate,
    pub(crate) rate: Rate,
    #[serde(default)]
    pub(crate) breakfast: Option<Rate>,
    #[serde(default)]
    pub(crate) lunch: Option<Rate>,
    #[serde(default)]
    pub(crate) dinner: Option<Rate>,
    #[serde(default)]
    pub(crate) incidentals: Option<Rate>,
    #[serde(default)]
    pub(crate) first_and_last_day: Option<Rate>,
    /// The place of publication; a federal table needs none.
    source: Option<String>,
}

impl EmbeddedRate {
    /// Returns the State's rate, for the days of the row on which it is the State's; `None` when there are none.
    ///
    /// The State pays every federal rate from a day on, and the lodging of Cook County before it too (settled 159 and
    /// 238).
    fn of_state(self, table: RateTable) -> Option<TravelRate> {
        let first = if table.has_places() { params::FEDERAL_RATES_DAY.on(self.until)? } else { self.from };
        let only_cook = self.from < first && (table, &self.place) == (RateTable::Lodging, &Some(RatePlace::Cook));
        let from = if only_cook { self.from } else { self.from.max(first) };
        let federal = if only_cook { FEDERAL_IN_COOK } else { FEDERAL };
        (from <= self.until).then(|| TravelRate {
            table,
            place: self.place,
            from,
            until: self.until,
            rate: self.rate,
            breakfast: self.breakfast,
            lunch: self.lunch,
            dinner: self.dinner,
            incidentals: self.incidentals,
            first_and_last_day: self.first_and_last_day,
            source: self.source.unwrap_or_else(|| federal.to_owned()),
            users: false,
        })
    }
}

/// Reads a table that is compiled in, as it was published.
#[cfg(test)]
pub(crate) fn read(table: RateTable) -> csv::Result<Vec<EmbeddedRate>> {
    figure::rows(table.built_in())
}

/// The rates that are known: those that are compiled in, and those that the user has added.
#[derive(Clone, Debug)]
pub struct TravelRates {
    rows: Vec<TravelRate>,
}

impl TravelRates {
    /// Returns the rates that are compiled in, by table, place and day. A table that cannot be read is empty here, so
    /// that every line that needs it is unknown; a test reads each table and finds the fault.
    pub fn built_in() -> Self {
        let rows = |table: RateTable| {
            let rows: Vec<EmbeddedRate> = figure::embedded(table.built_in());
            rows.into_iter().filter_map(move |row| row.of_state(table))
        };
        let mut rows: Vec<TravelRate> = RateTable::ALL.into_iter().flat_map(rows).collect();
        let area = |place: &Option<RatePlace>| RatePlace::AREAS.iter().position(|area| place.as_ref() == Some(area));
        rows.sort_by_key(|row| (row.table, area(&row.place), row.from));
        Self { rows }
    }

    /// Adds a rate of the user's. It may name a place that has no rates here, and replaces the State's rate for its
    /// place and days; a row that repeats the State's figures changes nothing (settled 159).
    ///
    /// # Errors
    /// The reason why the row is refused: it cannot be right, or another row of the user's gives other figures for the
    /// same place and day. Nothing is added then.
    pub fn add(&mut self, rate: TravelRate) -> Result<(), String> {
        if let Some(fault) = rate.fault() {
            return Err(fault);
        }
        if let Some(row) = self.users().find(|row| row.contradicts(&rate)) {
            let (from, until) = (day_words(row.from), day_words(row.until));
            return Err(format!(
                "another row of yours gives {} from {from} until {until} ({}); one day has one rate",
                row.rate, row.source
            ));
        }
        self.rows.push(rate);
        Ok(())
    }

    /// Returns the places whose rates hold where a cell says, the more particular first; none for a place that is no
    /// county of Illinois and that the user's tables do not name.
    pub fn places(&self, text: &str) -> Vec<RatePlace> {
        let named = self.users().filter_map(|row| row.place.as_ref()).find(|place| place.is_named(text));
        named.cloned().into_iter().chain(counties::county(text).map(RatePlace::of_county)).collect()
    }

    /// Returns the rate on a day of the first of the places that has one; `None` when none is known. Mileage has no
    /// place.
    pub fn on(&self, table: RateTable, places: &[RatePlace], day: NaiveDate) -> Option<&TravelRate> {
        if table.has_places() {
            places.iter().find_map(|place| self.of_place_on(table, Some(place), day))
        } else {
            self.of_place_on(table, None, day)
        }
    }

    /// Returns the rate of a place on a day, the user's before the State's.
    fn of_place_on(&self, table: RateTable, place: Option<&RatePlace>, day: NaiveDate) -> Option<&TravelRate> {
        let on_day = |users: bool| self.of(table, place).find(|row| row.users == users && row.holds_on(day));
        match (on_day(true), on_day(false)) {
            (Some(own), Some(state)) if own.repeats(state) => Some(state),
            (own, state) => own.or(state),
        }
    }

    /// Returns every rate of a place, the compiled ones first.
    pub fn of<'r>(
        &'r self,
        table: RateTable,
        place: Option<&RatePlace>,
    ) -> impl Iterator<Item = &'r TravelRate> + use<'r> {
        let place = place.cloned();
        self.rows.iter().filter(move |row| row.table == table && row.place == place)
    }

    /// Returns the State's rates that a row of the user's stands in place of, the earliest first.
    pub fn replaced_by<'r>(&'r self, own: &TravelRate) -> impl Iterator<Item = &'r TravelRate> + use<'r> {
        let own = own.clone();
        let place = own.place.as_ref().and_then(RatePlace::federal);
        let elsewhere = own.place.is_some() && place.is_none();
        self.of(own.table, place.as_ref())
            .filter(move |row| !elsewhere && !row.users && own.users && row.overlaps(&own) && !own.repeats(row))
    }

    /// Describes the rates known around a day that has none: `: known until 31 Dec 2026 and again from 1 Jan 2028`.
    /// Counts only the rows for which `has` is true.
    pub fn known_around(
        &self,
        table: RateTable,
        places: &[RatePlace],
        day: NaiveDate,
        has: impl Fn(&TravelRate) -> bool,
    ) -> String {
        let is_here = |row: &&TravelRate| match &row.place {
            Some(place) => places.contains(place),
            None => true,
        };
        let rows = || self.rows.iter().filter(|row| row.table == table && has(row)).filter(is_here);
        let before = rows().map(|row| row.until).filter(|until| *until < day).max().map(day_words);
        let after = rows().map(|row| row.from).filter(|from| *from > day).min().map(day_words);
        match (before, after) {
            (Some(until), Some(from)) => format!(": known until {until} and again from {from}"),
            (Some(until), None) => format!(": known until {until}"),
            (None, Some(from)) => format!(": known from {from}"),
            (None, None) => String::new(),
        }
    }

    /// Returns every rate, the compiled ones first.
    pub fn all(&self) -> &[TravelRate] {
        &self.rows
    }

    /// Returns the rates that the user has added.
    pub fn users(&self) -> impl Iterator<Item = &TravelRate> {
        self.rows.iter().filter(|row| row.users)
    }
}
