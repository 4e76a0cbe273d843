//! What the State allows for a mile, a night and a day of meals, by place and day, and the rows that a user adds.

use crate::input::cells::{Reading, record};
use crate::input::csv::{Delimited, Until};
use crate::input::faults;
use crate::input::header::Header;
use crate::input::rows::{Row, Rows};
pub use crate::rules::law::counties::Place;
use crate::rules::law::figure;
use crate::rules::law::figure::FigureRow;
use crate::rules::law::figure::LAST_CHECKED;
use crate::values::money::Rate;
use crate::words::day_words;
use chrono::NaiveDate;
use serde::Serialize;

/// A table of rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Table {
    /// Dollars a mile, anywhere.
    Mileage,
    /// Dollars a night by place, tax excluded.
    Lodging,
    /// Dollars a day by place, meals and incidentals.
    Meals,
}

impl Table {
    /// Every table.
    pub const ALL: [Self; 3] = [Self::Mileage, Self::Lodging, Self::Meals];

    /// The file in the configuration folder that adds rows to it.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Mileage => "mileage_rates.csv",
            Self::Lodging => "lodging_rates.csv",
            Self::Meals => "meal_rates.csv",
        }
    }

    /// What one of its rates is.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Mileage => "dollars a mile",
            Self::Lodging => "dollars a night",
            Self::Meals => "dollars a day",
        }
    }

    /// The name in machine output: `lodging`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mileage => "mileage",
            Self::Lodging => "lodging",
            Self::Meals => "meals",
        }
    }

    /// What a rate pays for, for people.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Mileage => "a mile",
            Self::Lodging => "a night",
            Self::Meals => "a day of meals",
        }
    }

    /// Whether its rates differ from place to place.
    pub const fn has_places(self) -> bool {
        !matches!(self, Self::Mileage)
    }

    /// Whether its rows have this column.
    const fn has(self, column: RateColumn) -> bool {
        match column {
            RateColumn::Place => self.has_places(),
            RateColumn::Breakfast
            | RateColumn::Lunch
            | RateColumn::Dinner
            | RateColumn::Incidentals
            | RateColumn::FirstAndLastDay => matches!(self, Self::Meals),
            RateColumn::From | RateColumn::Until | RateColumn::Rate | RateColumn::Source => true,
        }
    }

    pub(crate) const fn built_in(self) -> &'static str {
        match self {
            Self::Mileage => include_str!("../law/tables/mileage_rates.csv"),
            Self::Lodging => include_str!("../law/tables/lodging_rates.csv"),
            Self::Meals => include_str!("../law/tables/meal_rates.csv"),
        }
    }
}

record! {
    /// One row of a table of rates.
    RateRow,
    /// The columns of the tables of rates.
    RateColumn {
        place Place: Place, false, ["county"], "Where the rate holds: standard, dupage, cook or lake; not in the table of mileage.";
        from From: NaiveDate, false, ["firstday"], "The first day on which the rate holds.";
        until Until: NaiveDate, false, ["lastday", "to"], "The last day for which the rate is known.";
        rate Rate: Rate, false, ["dollars"], "Dollars a mile, a night or a day.";
        breakfast Breakfast: Rate, false, [], "The part of the daily rate for breakfast.";
        lunch Lunch: Rate, false, [], "The part of the daily rate for lunch.";
        dinner Dinner: Rate, false, [], "The part of the daily rate for dinner.";
        incidentals Incidentals: Rate, false, [], "The part of the daily rate for incidentals.";
        first_and_last_day FirstAndLastDay: Rate, false, [], "What the State pays on the first and the last day of travel.";
        source Source: &'a str, false, [], "Where the rate is published.";
    }
}

/// A rate, where it holds and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TravelRate {
    /// The table it stands in.
    pub table: Table,
    /// Where it holds; nothing for mileage, which is the same everywhere.
    pub place: Option<Place>,
    /// The first day on which it holds.
    pub from: NaiveDate,
    /// The last day for which it is known.
    pub until: NaiveDate,
    /// Dollars a mile, a night or a day.
    pub rate: Rate,
    /// The part of a day's meals for breakfast.
    pub breakfast: Option<Rate>,
    /// The part for lunch: what a trainee who goes home each night may have.
    pub lunch: Option<Rate>,
    /// The part for dinner.
    pub dinner: Option<Rate>,
    /// The part for incidentals.
    pub incidentals: Option<Rate>,
    /// What the State pays on the first and the last day of travel.
    pub first_and_last_day: Option<Rate>,
    /// Where it is published.
    pub source: String,
    /// Whether the user has added it.
    pub users: bool,
}

impl TravelRate {
    /// Whether the rate is known for this day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        (self.from..=self.until).contains(&day)
    }

    /// The figures of the row, for the list of every figure of the law.
    pub fn figures(&self) -> Vec<FigureRow> {
        let place = self.place.map(Place::word);
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
        let rate = match self.table {
            Table::Mileage => figure("mileage-rate", "State travel rate for mileage", self.rate, self.table.unit()),
            Table::Lodging => figure("lodging-rate", "State travel rate for lodging", self.rate, self.table.unit()),
            Table::Meals => figure("meal-rate", "State travel rate for meals", self.rate, self.table.unit()),
        };
        let lunch =
            self.lunch.map(|lunch| figure("lunch-rate", "the part for lunch of the rate for meals", lunch, "dollars"));
        std::iter::once(rate).chain(lunch).collect()
    }

    /// What stands in its way in an older row of the same place and day: another figure.
    fn contradicts(&self, other: &Self) -> bool {
        let figures =
            |row: &Self| (row.rate, row.breakfast, row.lunch, row.dinner, row.incidentals, row.first_and_last_day);
        (self.table, self.place) == (other.table, other.place)
            && self.from <= other.until
            && other.from <= self.until
            && figures(self) != figures(other)
    }
}

/// The rates that are known: those that are compiled in, and those that the user has added.
#[derive(Clone, Debug)]
pub struct TravelRates {
    rows: Vec<TravelRate>,
}

impl TravelRates {
    /// The rates that are compiled in. A table that cannot be read is empty here, so that every line that needs it is
    /// unknown; the tests read each with `read` and do not pass over a fault.
    pub fn built_in() -> Self {
        Self {
            rows: Table::ALL
                .into_iter()
                .flat_map(|table| read(table, figure::in_force(table.built_in())).unwrap_or_default())
                .collect(),
        }
    }

    /// Adds the rows of a user's table; `text` is what stands in the file. Nothing is added when something is wrong.
    ///
    /// A row may say again what is known. One with another figure for a day that has one is refused: figures are only
    /// added, so that an old claim is answered as it was.
    ///
    /// # Errors
    /// Everything that is wrong with the table, each with its line.
    pub fn add(&mut self, table: Table, text: &str) -> Result<(), Vec<String>> {
        let Numbered { rates, mut faults } = numbered(table, text);
        let mut known = self.rows.clone();
        for (line, rate) in rates {
            let rate = TravelRate { users: true, ..rate };
            match known.iter().find(|row| row.contradicts(&rate)) {
                Some(row) => {
                    let (from, until) = (day_words(row.from), day_words(row.until));
                    let why = format!(
                        "another rate is known from {from} until {until}: {} ({}); rows can only be added",
                        row.rate, row.source
                    );
                    faults.push((line, why));
                }
                None => known.push(rate),
            }
        }
        if faults.is_empty() {
            self.rows = known;
            Ok(())
        } else {
            Err(told(faults))
        }
    }

    /// The rate of a place on a day; `None` when none is known. Mileage has no place.
    pub fn on(&self, table: Table, place: Option<Place>, day: NaiveDate) -> Option<&TravelRate> {
        self.of(table, place).find(|row| row.holds_on(day))
    }

    /// Every rate of a place, the compiled ones first.
    pub fn of(&self, table: Table, place: Option<Place>) -> impl Iterator<Item = &TravelRate> {
        self.rows.iter().filter(move |row| row.table == table && row.place == place)
    }

    /// Which rates are known around a day for which none is: `: known until 31 Dec 2026 and again from 1 Jan 2028`. `has`:
    /// the rows that hold what is looked for.
    pub fn known_around(
        &self,
        table: Table,
        place: Option<Place>,
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

    /// Every rate, the compiled ones first.
    pub fn all(&self) -> &[TravelRate] {
        &self.rows
    }
}

/// Reads a table of rates.
///
/// # Errors
/// Everything that is wrong with it, each with its line.
pub(crate) fn read(table: Table, text: &str) -> Result<Vec<TravelRate>, Vec<String>> {
    let Numbered { rates, faults } = numbered(table, text);
    if faults.is_empty() { Ok(rates.into_iter().map(|(_, rate)| rate).collect()) } else { Err(told(faults)) }
}

/// The rates of a table and what is wrong with it, each with its line.
#[derive(Default)]
struct Numbered {
    rates: Vec<(u64, TravelRate)>,
    faults: Vec<(u64, String)>,
}

/// Faults as sentences, in the order of their lines.
fn told(mut faults: Vec<(u64, String)>) -> Vec<String> {
    faults.sort_by_key(|(line, _)| *line);
    faults.into_iter().map(|(line, why)| format!("line {line}: {why}")).collect()
}

fn numbered(table: Table, text: &str) -> Numbered {
    let mut numbered = Numbered::default();
    let mut all = Rows::default();
    // Text in memory does not fail to be read.
    let _ = Delimited::new(text.as_bytes(), b',').read(&mut all, Until::Records(usize::MAX));
    let mut rows = all.iter().filter(|row| !row.faults.is_empty() || cells(row).any(|cell| !cell.is_empty()));
    let Some(first) = rows.next() else {
        numbered.faults.push((1, "the table is empty".into()));
        return numbered;
    };
    let header = match Header::new(cells(&first), RateColumn::SPECS) {
        Ok(header) => header,
        Err(two) => {
            numbered.faults.push((first.line, format!("two columns stand for {}", two.field)));
            return numbered;
        }
    };
    let unknown = header.unknown.iter().map(|(name, _)| name.as_str());
    let of_others =
        RateColumn::ALL.iter().filter(|column| header.place(**column as usize).is_some() && !table.has(**column));
    for name in unknown.chain(of_others.map(|column| column.name())) {
        numbered.faults.push((
            first.line,
            format!("there is no column {} in a table of {}", crate::words::shown_text(name), table.name()),
        ));
    }
    for row in rows {
        match rate(table, &row, &header) {
            Ok(rate) => numbered.rates.push((row.line, rate)),
            Err(wrong) => numbered.faults.extend(wrong.into_iter().map(|wrong| (row.line, wrong))),
        }
    }
    numbered
}

fn cells<'a>(row: &Row<'a, '_>) -> impl Iterator<Item = &'a str> {
    let row = *row;
    (0..).map_while(move |at| row.cell(at))
}

/// Makes a rate of a row, or says everything that is wrong with it.
fn rate(table: Table, row: &Row, header: &Header) -> Result<TravelRate, Vec<String>> {
    let mut wrong = Vec::new();
    let width = cells(row).count();
    if width != header.width || !row.faults.is_empty() {
        wrong.push(format!("this row has {width} cells, the header has {}", header.width));
    }
    let how = Reading { as_of: figure::day(2199, 12, 31), two_digit_years: false };
    let read = RateRow::read(row, header, &how, |column, text| {
        wrong.push(faults::unreadable(&RateColumn::SPECS[column as usize], text, false));
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
    if until < from {
        return Err(vec![format!("until, {}, lies before from, {}", day_words(until), day_words(from))]);
    }
    let parts = [read.breakfast, read.lunch, read.dinner, read.incidentals];
    let together = parts.iter().flatten().map(|part| part.tenths_of_cents()).sum::<u64>();
    if parts.iter().all(Option::is_some) && together != rate.tenths_of_cents() {
        return Err(vec![format!("the parts of the day do not come to the rate, {rate}")]);
    }
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
        users: false,
    })
}
