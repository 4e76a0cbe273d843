//! What the State's rates allow on one line: nights, days of meals and lunches by place, and miles.

use crate::model::claim::{ClaimLine, Column, LineColumn};
use crate::rules::claim::lines::{Judged, Needs, list};
use crate::rules::claim::rates::{Place, Table, TravelRate, TravelRates};
use crate::rules::law::counties;
use crate::values::decimal::Decimal;
use crate::values::money::Rate;
use crate::words::shown_text;
use crate::words::{count_words, day_words};
use chrono::{Days, NaiveDate};

/// A line of more days than this is taken for a slip; nobody is away that long for one course.
const MOST_DAYS: u32 = 366;

/// A kind of line that is paid by the day.
pub(crate) struct ByDay {
    table: Table,
    /// One of its days: `night`.
    noun: &'static str,
    /// What its rate is called.
    rate: &'static str,
    /// Its rate in a row of the table.
    price: fn(&TravelRate) -> Option<Rate>,
}

pub(crate) const NIGHTS: ByDay =
    ByDay { table: Table::Lodging, noun: "night", rate: "lodging rate", price: |row| Some(row.rate) };
pub(crate) const MEALS: ByDay =
    ByDay { table: Table::Meals, noun: "day", rate: "rate for meals", price: |row| Some(row.rate) };
pub(crate) const LUNCHES: ByDay =
    ByDay { table: Table::Meals, noun: "lunch", rate: "rate for lunch", price: |row| row.lunch };

impl ByDay {
    fn count(&self, days: u32) -> String {
        match (self.noun, days) {
            ("lunch", 1) => "1 lunch".into(),
            ("lunch", _) => format!("{days} lunches"),
            _ => count_words(days, self.noun),
        }
    }
}

/// Days in a row at one price.
struct Run<'r> {
    price: Rate,
    days: u32,
    /// The row that sets it; nothing when it is the claimant's own figure.
    row: Option<&'r TravelRate>,
}

/// What working out a limit needs.
pub(crate) struct Work<'w> {
    pub(crate) number: usize,
    pub(crate) line: &'w ClaimLine<'w>,
    pub(crate) rates: &'w TravelRates,
    pub(crate) redact: bool,
}

impl<'w> Work<'w> {
    /// Days × the State's rate of each of them (settled 68 and 72).
    pub(crate) fn stay(&self, mut judged: Judged, mut needs: Needs, kind: &ByDay) -> Judged {
        let line = self.line;
        needs.of_claim(needs.head.overnight, Column::Overnight);
        let amount = needs.cell(line.amount, LineColumn::Amount);
        let first = needs.cell(line.date, LineColumn::Date);
        let days = needs.cell(line.days, LineColumn::Days);
        let county = needs.cell(line.county, LineColumn::County);
        let (Some(amount), Some(first), Some(days), Some(county), true) =
            (amount, first, days, county, needs.are_met())
        else {
            return judged.unknown(needs.words());
        };
        if days > MOST_DAYS {
            return judged.unknown(format!("{} on one line cannot be right", kind.count(days)));
        }
        let place = counties::county(county).map(counties::place);
        let runs = match self.runs(kind, place, first, days) {
            Ok(runs) => runs,
            Err((day, missing)) => return judged.unknown(self.no_rate(kind, place, county, day, missing)),
        };
        let Some(limit) = Rate::for_days(runs.iter().map(|run| (run.price, run.days))) else {
            return judged.unknown("the limit is too great to be a sum of money");
        };
        let worked: Vec<String> = runs.iter().map(|run| format!("{} at {}", kind.count(run.days), run.price)).collect();
        let worked = if worked.is_empty() { kind.count(0) } else { list(&worked) };
        self.tell(&mut judged, &runs, |run| kind.count(run.days));
        if kind.table == Table::Meals && kind.noun == "day" {
            for row in distinct(&runs) {
                if let Some(less) = row.first_and_last_day {
                    judged.notes.push(format!(
                        "the State pays {less} and not {} on the first and the last day of travel; whole days are counted here",
                        row.rate
                    ));
                }
            }
        }
        judged.up_to(amount, limit, &worked)
    }

    /// The days at each price, or the first day without one and how many there are.
    fn runs(
        &self,
        kind: &ByDay,
        place: Option<Place>,
        first: NaiveDate,
        days: u32,
    ) -> Result<Vec<Run<'w>>, (NaiveDate, u32)> {
        let mut runs: Vec<Run> = Vec::new();
        let mut missing: Option<(NaiveDate, u32)> = None;
        for later in 0..days {
            let day = first.checked_add_days(Days::new(u64::from(later))).unwrap_or(NaiveDate::MAX);
            let row = place.and_then(|place| self.rates.on(kind.table, Some(place), day));
            let stated = row.and_then(|row| Some(((kind.price)(row)?, Some(row))));
            let Some((price, row)) = stated.or_else(|| Some((self.line.rate_limit?, None))) else {
                missing = Some(missing.map_or((day, 1), |(first, count)| (first, count + 1)));
                continue;
            };
            match runs.last_mut().filter(|run| run.price == price && run.row.is_some() == row.is_some()) {
                Some(run) => run.days += 1,
                None => runs.push(Run { price, days: 1, row }),
            }
        }
        missing.map_or(Ok(runs), Err)
    }

    /// Why no limit can be worked out.
    fn no_rate(&self, kind: &ByDay, place: Option<Place>, county: &str, day: NaiveDate, missing: u32) -> String {
        let unreadable = if self.line.is_faulty(LineColumn::RateLimit) { "; rate_limit cannot be read" } else { "" };
        let Some(place) = place else {
            let named = if self.redact { "county".into() } else { format!("'{}'", shown_text(county)) };
            let rate = kind.rate;
            return format!("{named} is no county of Illinois, and no {rate} is known for other places{unreadable}");
        };
        let more = match missing {
            1 => String::new(),
            more => format!(" and {} in all", kind.count(more)),
        };
        let span = self.rates.known_around(kind.table, Some(place), day, |row| (kind.price)(row).is_some());
        format!("no {} is known for {} on {}{more}{span}{unreadable}", kind.rate, shown_text(county), day_words(day))
    }

    /// Miles × the State's rate of the day, the product rounded once to the cent, half a cent up (settled 67 and 80).
    pub(crate) fn mileage(&self, mut judged: Judged, mut needs: Needs) -> Judged {
        let line = self.line;
        if judged.amount_unreadable {
            needs.cell(line.amount, LineColumn::Amount);
        }
        let day = needs.cell(line.date, LineColumn::Date);
        let miles = needs.cell(line.miles, LineColumn::Miles);
        needs.cell(line.from_city, LineColumn::FromCity);
        needs.cell(line.school_city, LineColumn::SchoolCity);
        let (Some(day), Some(miles), true) = (day, miles, needs.are_met()) else {
            return judged.unknown(needs.words());
        };
        let row = self.rates.on(Table::Mileage, None, day);
        let Some(price) = row.map(|row| row.rate).or(line.rate_limit) else {
            let unreadable = if line.is_faulty(LineColumn::RateLimit) { "; rate_limit cannot be read" } else { "" };
            let span = self.rates.known_around(Table::Mileage, None, day, |_| true);
            return judged.unknown(format!("no mileage rate is known for {}{span}{unreadable}", day_words(day)));
        };
        let Some(computed) = price.for_miles(miles) else {
            return judged.unknown("the miles come to more than a sum of money can be");
        };
        self.tell(&mut judged, &[Run { price, days: 1, row }], |_| "the day of travel".into());
        let amount = line.amount.unwrap_or(computed);
        judged.claimed = Some(amount);
        judged.up_to(amount, computed, &mileage_words(miles, price))
    }

    /// Where the rates come from, and whose they are.
    fn tell(&self, judged: &mut Judged, runs: &[Run], days: impl Fn(&Run) -> String) {
        let number = self.number;
        for row in distinct(runs) {
            if !judged.sources.contains(&row.source) {
                judged.sources.push(row.source.clone());
            }
            if row.users {
                judged.notes.push(format!(
                    "line {number}: {} is a rate that you have added, from {} until {}",
                    row.rate,
                    day_words(row.from),
                    day_words(row.until)
                ));
            }
        }
        for run in runs.iter().filter(|run| run.row.is_none()) {
            judged.notes.push(format!(
                "line {number}: {} is the claimant's own figure for {}, for which no State rate is known",
                run.price,
                days(run)
            ));
        }
        if self.line.rate_limit.is_some() && runs.iter().all(|run| run.row.is_some()) {
            judged.notes.push(format!("line {number}: rate_limit is passed over, because the State's rate is known"));
        }
    }
}

fn mileage_words(miles: Decimal, price: Rate) -> String {
    format!("{miles} {} at {price}", if miles == Decimal::whole(1) { "mile" } else { "miles" })
}

/// The rows that set the prices, each once.
fn distinct<'r>(runs: &[Run<'r>]) -> Vec<&'r TravelRate> {
    let mut rows: Vec<&TravelRate> = Vec::new();
    for row in runs.iter().filter_map(|run| run.row) {
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}
