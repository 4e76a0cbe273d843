//! The forms for claims, and the State's travel rates.

use crate::finding::Source;
use crate::finding::address::{SourcesAndUrls, with_urls};
use crate::report::item::{Columns, ReportEntry, Rows, Value, joined};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::screen::{BOLD, cell};
use crate::rules::claim::form::Form;
use crate::rules::claim::place::RatePlace;
use crate::rules::claim::rates::{TravelRate, TravelRates};
use crate::values::money::Rate;
use crate::words::day_words;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use std::ops::Deref;

/// A form, and the facts needed to fill it in.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FormRow {
    /// Its name.
    pub form: Form,
    /// Its use.
    pub used_for: &'static str,
    /// The kinds of line that it may have.
    pub may_hold: Vec<&'static str>,
    /// The proof that the claim needs besides its lines.
    pub needs: &'static str,
    /// The time of payment.
    pub paid: &'static str,
    /// The fiscal year of a class that ends on the day asked about.
    pub fiscal_year: Option<i32>,
    /// The last safe day for such a class.
    pub due: Option<NaiveDate>,
    /// The law, highest authority first.
    #[serde(flatten, serialize_with = "with_urls")]
    #[schemars(flatten, with = "SourcesAndUrls")]
    pub sources: &'static [Source],
}

impl Rows for FormRow {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("form", |row| Value::word(row.form.name()));
        to.shown("used_for", |row| Value::word(row.used_for));
        to.shown("may_hold", |row| Value::list(&row.may_hold));
        to.shown("needs", |row| Value::word(row.needs));
        to.hidden("paid", |row| Value::word(row.paid));
        to.hidden("fiscal_year", |row| Value::figure_or_blank(row.fiscal_year));
        to.shown("due", |row| Value::figure_or_blank(row.due));
        to.hidden("sources", |row| Value::list(row.sources));
    }
}

impl ReportEntry for FormRow {
    fn show(&self, page: &mut Page) {
        page.block(|to, screen| {
            screen.paragraph(to, 2, &[(BOLD, self.form.name())])?;
            screen.block(to, 2, &format!("For: {}", self.used_for))?;
            screen.block(to, 2, &format!("May hold: {}", self.may_hold.join(", ")))?;
            screen.block(to, 2, &format!("Needs: {}", self.needs))?;
            screen.block(to, 2, &format!("Paid: {}", self.paid))?;
            screen.block(to, 2, &joined(self.sources))
        });
    }
}

/// A rate, with what comes after it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "TravelRate")]
pub struct RateRow<'r> {
    /// The rate.
    #[serde(flatten)]
    pub rate: &'r TravelRate,
    /// The last day up to which a rate for this place is known without a gap.
    pub known_until: NaiveDate,
    /// The first day of the next rate with other figures, where one is known.
    pub next_from: Option<NaiveDate>,
    /// Its dollars a mile, a night or a day.
    pub next_rate: Option<Rate>,
}

impl<'r> RateRow<'r> {
    /// Returns the row for a rate, as it stands on a day or, without one, on the rate's first day.
    pub fn new(rate: &'r TravelRate, rates: &TravelRates, on: Option<NaiveDate>) -> Self {
        let outlook = rates.outlook(rate, on.unwrap_or(rate.from));
        Self {
            rate,
            known_until: outlook.known_until,
            next_from: outlook.next.and(outlook.until.succ_opt()),
            next_rate: outlook.next.map(|next| next.rate),
        }
    }
}

impl Deref for RateRow<'_> {
    type Target = TravelRate;

    fn deref(&self) -> &TravelRate {
        self.rate
    }
}

impl Rows for RateRow<'_> {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("table", |rate| Value::word(rate.table.name()));
        to.shown("place", |rate| Value::foreign(rate.place.as_ref().map(RatePlace::word)));
        to.shown("from", |rate| Value::figure(rate.from));
        to.shown("until", |rate| Value::figure(rate.until));
        to.shown("rate", |rate| Value::figure(rate.rate.rate));
        to.shown("breakfast", |rate| Value::figure_or_blank(rate.breakfast));
        to.shown("lunch", |rate| Value::figure_or_blank(rate.lunch));
        to.shown("dinner", |rate| Value::figure_or_blank(rate.dinner));
        to.shown("incidentals", |rate| Value::figure_or_blank(rate.incidentals));
        to.shown("first_and_last_day", |rate| Value::figure_or_blank(rate.first_and_last_day));
        to.shown("source", |rate| Value::foreign(Some(&rate.source)));
        to.shown("users", |rate| Value::figure(rate.users));
        to.shown("known_until", |rate| Value::figure(rate.known_until));
        to.shown("next_from", |rate| Value::figure_or_blank(rate.next_from));
        to.shown("next_rate", |rate| Value::figure_or_blank(rate.next_rate));
    }
}

/// The columns of the table for people.
const COLUMNS: [(&str, Align); 6] = [
    ("rate", Align::Left),
    ("place", Align::Left),
    ("from", Align::Right),
    ("until", Align::Right),
    ("dollars", Align::Right),
    ("", Align::Left),
];

impl ReportEntry for RateRow<'_> {
    fn show(&self, page: &mut Page) {
        let parts = [
            ("breakfast", self.breakfast),
            ("lunch", self.lunch),
            ("dinner", self.dinner),
            ("incidentals", self.incidentals),
            ("first and last day", self.first_and_last_day),
        ];
        let parts: Vec<String> =
            parts.iter().filter_map(|(name, part)| part.map(|part| format!("{name} {part}"))).collect();
        let mut about = parts.join(", ");
        if self.users {
            about += if parts.is_empty() { "added by you" } else { "; added by you" };
        }
        page.line("Sources", self.source.clone());
        page.row(
            &COLUMNS,
            vec![
                cell(self.table.words()),
                cell(self.place.as_ref().map_or("everywhere", RatePlace::word)),
                cell(&day_words(self.from).to_string()),
                cell(&day_words(self.until).to_string()),
                cell(&self.rate.rate.to_string()),
                cell(&about),
            ],
        );
    }
}
