//! Caps a line at the State's rates: nights, days of meals and lunches by place, and miles.

use crate::finding::Source;
use crate::model::claim::{ClaimLine, LineColumn};
use crate::rules::claim::line_answer::{LineAnswer, NeededCells, list};
use crate::rules::claim::place::RatePlace;
use crate::rules::claim::rates::{RateTable, TravelRate, TravelRates};
use crate::rules::claim::stays::Stays;
use crate::values::decimal::Decimal;
use crate::values::money::Rate;
use crate::words::{count_words, day_words, shown_text};
use chrono::{Days, NaiveDate};

/// More days than this on one line are taken for a typing error: no course lasts so long.
const MOST_DAYS: u32 = 366;

/// A kind of line that is paid by the day.
pub(crate) struct ByDay {
    table: RateTable,
    /// The word for one of its days: `night`.
    noun: &'static str,
    /// The name of its rate in sentences.
    rate: &'static str,
    /// Returns its rate from a row of the table.
    price: fn(&TravelRate) -> Option<Rate>,
    /// Has another rate for the first and the last day of a stay.
    has_ends: bool,
}

pub(crate) const NIGHTS: ByDay = ByDay {
    table: RateTable::Lodging,
    noun: "night",
    rate: "lodging rate",
    price: |row| Some(row.rate),
    has_ends: false,
};
pub(crate) const MEALS: ByDay =
    ByDay { table: RateTable::Meals, noun: "day", rate: "rate for meals", price: |row| Some(row.rate), has_ends: true };
pub(crate) const LUNCHES: ByDay =
    ByDay { table: RateTable::Meals, noun: "lunch", rate: "rate for lunch", price: |row| row.lunch, has_ends: false };

/// The rule that gives the first and the last day of travel a rate of their own.
const ENDS: Source = Source::other_code("80 Ill. Adm. Code 3000.500");

impl ByDay {
    fn count(&self, days: u32) -> String {
        match (self.noun, days) {
            ("lunch", 1) => "1 lunch".into(),
            ("lunch", _) => format!("{days} lunches"),
            _ => count_words(days, self.noun),
        }
    }
}

/// Consecutive days at one price.
struct PriceSpan<'r> {
    price: Rate,
    from: NaiveDate,
    days: u32,
    /// The price of a first or last day of a stay.
    is_end: bool,
    /// The row that sets the price; `None` when it is the claimant's own figure.
    row: Option<&'r TravelRate>,
}

/// A line that the State's rates cap.
pub(crate) struct LimitedLine<'w> {
    pub(crate) number: usize,
    pub(crate) line: &'w ClaimLine<'w>,
    pub(crate) rates: &'w TravelRates,
    pub(crate) stays: &'w Stays,
    pub(crate) redact: bool,
}

impl<'w> LimitedLine<'w> {
    /// Caps a stay at the sum of the State's rates for its days (settled 72 and 158).
    pub(crate) fn stay(&self, mut answer: LineAnswer, mut needs: NeededCells, kind: &ByDay) -> LineAnswer {
        let line = self.line;
        let amount = needs.of_line(line.amount, LineColumn::Amount);
        let first = needs.of_line(line.date, LineColumn::Date);
        let days = needs.of_line(line.days, LineColumn::Days);
        let county = needs.of_line(line.county, LineColumn::County);
        let (Some(amount), Some(first), Some(days), Some(county), true) =
            (amount, first, days, county, needs.are_present())
        else {
            return answer.unknown(needs.words());
        };
        if days > MOST_DAYS {
            return answer.unknown(format!("{} on one line cannot be right", kind.count(days)));
        }
        let places = self.rates.places(county);
        let spans = match self.price_spans(kind, &places, first, days) {
            Ok(spans) => spans,
            Err((day, missing)) => return answer.unknown(self.no_rate(kind, &places, county, day, missing)),
        };
        let Some(limit) = Rate::for_days(spans.iter().map(|span| (span.price, span.days))) else {
            return answer.unknown("the limit is larger than any sum of money that muster can work out");
        };
        let terms: Vec<String> =
            spans.iter().map(|span| format!("{} at {}", kind.count(span.days), span.price)).collect();
        let sum = if terms.is_empty() { kind.count(0) } else { list(&terms) };
        self.cite_rates(&mut answer, &spans, |span| kind.count(span.days));
        if kind.has_ends {
            self.note_ends(&mut answer, &spans, first, days);
        }
        answer.up_to(amount, limit, &sum)
    }

    /// Returns the days at each price.
    ///
    /// # Errors
    /// The first day without a price, and how many such days there are.
    fn price_spans(
        &self,
        kind: &ByDay,
        places: &[RatePlace],
        first: NaiveDate,
        days: u32,
    ) -> Result<Vec<PriceSpan<'w>>, (NaiveDate, u32)> {
        let mut spans: Vec<PriceSpan> = Vec::new();
        let mut missing: Option<(NaiveDate, u32)> = None;
        for later in 0..days {
            let day = first.checked_add_days(Days::new(u64::from(later))).unwrap_or(NaiveDate::MAX);
            let row = self.rates.on(kind.table, places, day);
            let end_price =
                |row: &TravelRate| row.first_and_last_day.filter(|_| kind.has_ends && self.stays.begin_or_end_on(day));
            let stated = row.and_then(|row| match end_price(row) {
                Some(price) => Some((price, Some(row), true)),
                None => Some(((kind.price)(row)?, Some(row), false)),
            });
            let Some((price, row, is_end)) = stated.or_else(|| Some((self.line.rate_limit?, None, false))) else {
                missing = Some(missing.map_or((day, 1), |(first, count)| (first, count + 1)));
                continue;
            };
            let is_like = |span: &&mut PriceSpan| {
                let users = |row: Option<&TravelRate>| row.map(|row| row.users);
                span.price == price && span.is_end == is_end && users(span.row) == users(row)
            };
            match spans.last_mut().filter(is_like) {
                Some(span) => span.days += 1,
                None => spans.push(PriceSpan { price, from: day, days: 1, is_end, row }),
            }
        }
        missing.map_or(Ok(spans), Err)
    }

    /// Cites the rule for the first and the last day of a stay, and notes each of them that has no rate of its own.
    fn note_ends(&self, answer: &mut LineAnswer, spans: &[PriceSpan], first: NaiveDate, days: u32) {
        if spans.iter().any(|span| span.is_end) {
            answer.sources.push(ENDS.to_string());
            answer
                .notes
                .push(format!("the first and the last day of each stay take the State's rate for those days ({ENDS})"));
        }
        let ends = (0..days)
            .filter_map(|later| first.checked_add_days(Days::new(u64::from(later))))
            .filter(|day| self.stays.begin_or_end_on(*day));
        let in_full = |day: &NaiveDate| {
            let later = |span: &PriceSpan| u32::try_from((*day - span.from).num_days()).ok();
            let at = spans.iter().find(|span| later(span).is_some_and(|later| later < span.days));
            at.is_some_and(|span| span.row.is_some() && !span.is_end)
        };
        for day in ends.filter(in_full) {
            answer.notes.push(format!(
                "line {}: no rate for the first and the last day of travel is known on {}, so that day counts in full",
                self.number,
                day_words(day)
            ));
        }
    }

    /// Explains why no limit can be worked out.
    fn no_rate(&self, kind: &ByDay, places: &[RatePlace], county: &str, day: NaiveDate, missing: u32) -> String {
        let unreadable = if self.line.is_faulty(LineColumn::RateLimit) { "; rate_limit cannot be read" } else { "" };
        if places.is_empty() {
            let named = if self.redact { "the county given".into() } else { format!("'{}'", shown_text(county)) };
            let rate = kind.rate;
            return format!("{named} is not a county of Illinois, and no {rate} is known for other places{unreadable}");
        }
        let more = match missing {
            1 => String::new(),
            more => format!(" and {} in all", kind.count(more)),
        };
        let county = if self.redact { "the county given".into() } else { shown_text(county) };
        let span = self.rates.known_around(kind.table, places, day, |row| (kind.price)(row).is_some());
        format!("no {} is known for {} on {}{more}{span}{unreadable}", kind.rate, county, day_words(day))
    }

    /// Caps mileage at miles × the State's rate of the day, rounded once to the cent, half a cent up (settled 67 and
    /// 80).
    pub(crate) fn mileage(&self, mut answer: LineAnswer, mut needs: NeededCells) -> LineAnswer {
        let line = self.line;
        if answer.amount_unreadable {
            needs.of_line(line.amount, LineColumn::Amount);
        }
        let day = needs.of_line(line.date, LineColumn::Date);
        let miles = needs.of_line(line.miles, LineColumn::Miles);
        needs.of_line(line.from_city, LineColumn::FromCity);
        needs.of_line(line.school_city, LineColumn::SchoolCity);
        let (Some(day), Some(miles), true) = (day, miles, needs.are_present()) else {
            return answer.unknown(needs.words());
        };
        let row = self.rates.on(RateTable::Mileage, &[], day);
        let Some(price) = row.map(|row| row.rate).or(line.rate_limit) else {
            let unreadable = if line.is_faulty(LineColumn::RateLimit) { "; rate_limit cannot be read" } else { "" };
            let span = self.rates.known_around(RateTable::Mileage, &[], day, |_| true);
            return answer.unknown(format!("no mileage rate is known for {}{span}{unreadable}", day_words(day)));
        };
        let Some(computed) = price.for_miles(miles) else {
            return answer.unknown("the miles come to more than any sum of money that muster can work out");
        };
        let span = PriceSpan { price, from: day, days: 1, is_end: false, row };
        self.cite_rates(&mut answer, &[span], |_| "the day of travel".into());
        let amount = line.amount.unwrap_or(computed);
        answer.claimed = Some(amount);
        answer.up_to(amount, computed, &mileage_words(miles, price))
    }

    /// Adds the sources of the rates, and a note on each figure that is not the State's.
    fn cite_rates(&self, answer: &mut LineAnswer, spans: &[PriceSpan], days: impl Fn(&PriceSpan) -> String) {
        let number = self.number;
        for row in distinct(spans) {
            if !answer.sources.contains(&row.source) {
                answer.sources.push(row.source.clone());
            }
        }
        let mut seen: Vec<&TravelRate> = Vec::new();
        for span in spans {
            let Some(own) = span.row.filter(|row| row.users && !seen.contains(row)) else { continue };
            seen.push(own);
            let (from, until) = (day_words(own.from), day_words(own.until));
            // The State's rate of the first day that the line asks for.
            let state = self.rates.replaced_by(own).find(|row| row.holds_on(span.from));
            answer.notes.push(match state {
                Some(state) => format!(
                    "line {number}: {} is the claimant's own figure, from a rate that you added ({from} until \
                     {until}), in place of the State's {}",
                    own.rate, state.rate
                ),
                None => format!("line {number}: {} is a rate that you added, from {from} until {until}", own.rate),
            });
        }
        for span in spans.iter().filter(|span| span.row.is_none()) {
            answer.notes.push(format!(
                "line {number}: {} is the claimant's own figure for {}, for which no State rate is known",
                span.price,
                days(span)
            ));
        }
        if self.line.rate_limit.is_some() && spans.iter().all(|span| span.row.is_some()) {
            answer.notes.push(format!("line {number}: rate_limit is ignored, because the State's rate is known"));
        }
    }
}

fn mileage_words(miles: Decimal, price: Rate) -> String {
    format!("{miles} {} at {price}", if miles == Decimal::whole(1) { "mile" } else { "miles" })
}

/// Returns the rows that set the prices, each once.
fn distinct<'r>(spans: &[PriceSpan<'r>]) -> Vec<&'r TravelRate> {
    let mut rows: Vec<&TravelRate> = Vec::new();
    for row in spans.iter().filter_map(|span| span.row) {
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}
