//! The State's travel rates for a mile, a night and a day of meals, by place and day, and the rates that a user adds.

use crate::rules::law::figure::{self, FigureRow, LAST_CHECKED};
use crate::values::money::Rate;
use crate::words::day_words;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A place that has rates of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RatePlace {
    /// Every county of Illinois that is not named below.
    Standard,
    /// DuPage County.
    DuPage,
    /// Cook County.
    Cook,
    /// Lake County.
    Lake,
}

impl RatePlace {
    /// Every place.
    pub const ALL: [Self; 4] = [Self::Standard, Self::DuPage, Self::Cook, Self::Lake];

    /// Returns the word in files and machine output: `dupage`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::DuPage => "dupage",
            Self::Cook => "cook",
            Self::Lake => "lake",
        }
    }

    /// Returns the place whose rates hold in a county of Illinois: only DuPage, Cook and Lake have their own.
    pub fn of_county(county: &str) -> Self {
        match county {
            "DuPage" => Self::DuPage,
            "Cook" => Self::Cook,
            "Lake" => Self::Lake,
            _ => Self::Standard,
        }
    }
}

impl fmt::Display for RatePlace {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.word())
    }
}

/// A table of rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
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
            Self::Lodging => include_str!("../law/tables/lodging_rates.csv"),
            Self::Meals => include_str!("../law/tables/meal_rates.csv"),
        }
    }
}

/// A rate, with the place and the days for which it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TravelRate {
    /// The table that it belongs to.
    pub table: RateTable,
    /// The place; `None` for mileage, which is the same everywhere.
    #[schemars(with = "Option<String>")]
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
        let place = self.place.map(RatePlace::word);
        let figure = |name: &str, what: &str, value: Rate, unit| FigureRow {
            name: place.map_or_else(|| name.to_owned(), |place| format!("{name}-{place}")),
            title: place.map_or_else(|| what.to_owned(), |place| format!("{what}, {place}")),
            value: value.to_string(),
            unit,
            from: Some(self.from),
            until: Some(self.until),
            source: self.source.clone(),
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
        let figures =
            |row: &Self| (row.rate, row.breakfast, row.lunch, row.dinner, row.incidentals, row.first_and_last_day);
        (self.table, self.place) == (other.table, other.place)
            && self.from <= other.until
            && other.from <= self.until
            && figures(self) != figures(other)
    }
}

/// One row of a table that is compiled in.
#[derive(Deserialize)]
struct EmbeddedRate {
    place: Option<RatePlace>,
    from: NaiveDate,
    until: NaiveDate,
    rate: Rate,
    breakfast: Option<Rate>,
    lunch: Option<Rate>,
    dinner: Option<Rate>,
    incidentals: Option<Rate>,
    first_and_last_day: Option<Rate>,
    source: String,
}

impl EmbeddedRate {
    fn of_table(self, table: RateTable) -> TravelRate {
        TravelRate {
            table,
            place: self.place,
            from: self.from,
            until: self.until,
            rate: self.rate,
            breakfast: self.breakfast,
            lunch: self.lunch,
            dinner: self.dinner,
            incidentals: self.incidentals,
            first_and_last_day: self.first_and_last_day,
            source: self.source,
            users: false,
        }
    }
}

/// Reads a table that is compiled in.
#[cfg(test)]
pub(crate) fn read(table: RateTable) -> csv::Result<Vec<TravelRate>> {
    let rows: Vec<EmbeddedRate> = figure::rows(table.built_in())?;
    Ok(rows.into_iter().map(|row| row.of_table(table)).collect())
}

/// The rates that are known: those that are compiled in, and those that the user has added.
#[derive(Clone, Debug)]
pub struct TravelRates {
    rows: Vec<TravelRate>,
}

impl TravelRates {
    /// Returns the rates that are compiled in. A table that cannot be read is empty here, so that every line that needs
    /// it is unknown; a test reads each table and finds the fault.
    pub fn built_in() -> Self {
        let rows = |table: RateTable| {
            let rows: Vec<EmbeddedRate> = figure::embedded(table.built_in());
            rows.into_iter().map(move |row| row.of_table(table))
        };
        Self { rows: RateTable::ALL.into_iter().flat_map(rows).collect() }
    }

    /// Adds a rate of the user's.
    ///
    /// A row may repeat what is known. One with another figure for a day that has one is refused: figures are only
    /// added, so that an old claim keeps its answer.
    ///
    /// # Errors
    /// The reason why the row is refused; nothing is added then.
    pub fn add(&mut self, rate: TravelRate) -> Result<(), String> {
        if let Some(fault) = rate.fault() {
            return Err(fault);
        }
        if let Some(row) = self.rows.iter().find(|row| row.contradicts(&rate)) {
            let (from, until) = (day_words(row.from), day_words(row.until));
            return Err(format!(
                "another rate is known from {from} until {until}: {} ({}); rows can only be added",
                row.rate, row.source
            ));
        }
        self.rows.push(rate);
        Ok(())
    }

    /// Returns the rate of a place on a day; `None` when none is known. Mileage has no place.
    pub fn on(&self, table: RateTable, place: Option<RatePlace>, day: NaiveDate) -> Option<&TravelRate> {
        self.of(table, place).find(|row| row.holds_on(day))
    }

    /// Returns every rate of a place, the compiled ones first.
    pub fn of(&self, table: RateTable, place: Option<RatePlace>) -> impl Iterator<Item = &TravelRate> {
        self.rows.iter().filter(move |row| row.table == table && row.place == place)
    }

    /// Describes the rates known around a day that has none: `: known until 31 Dec 2026 and again from 1 Jan 2028`.
    /// Counts only the rows for which `has` is true.
    pub fn known_around(
        &self,
        table: RateTable,
        place: Option<RatePlace>,
        day: NaiveDate,
        has: impl Fn(&TravelRate) -> bool,
    ) -> String {
        let rows = || self.of(table, place).filter(|row| has(row));
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
}
