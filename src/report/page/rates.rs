//! The forms for claims and the State's travel rates, for people and spreadsheets.

use crate::finding::Source;
use crate::report::item::{Outcome, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::screen::{BOLD, cell};
use crate::rules::claim::form::Form;
use crate::rules::claim::rates::{RatePlace, TravelRate};
use crate::words::day_words;
use chrono::NaiveDate;
use serde::Serialize;

/// A form, and what there is to know before it is filled in.
#[derive(Debug, Serialize)]
pub struct FormRow {
    /// Its name.
    pub form: Form,
    /// When it is used.
    pub used_for: &'static str,
    /// The kinds of line that it may hold.
    pub may_hold: Vec<&'static str>,
    /// What the claim must show besides its lines.
    pub needs: &'static str,
    /// When it is paid.
    pub paid: &'static str,
    /// The fiscal year of a class that ends on the day asked about.
    pub fiscal_year: Option<i32>,
    /// The last safe day for such a class.
    pub due: Option<NaiveDate>,
    /// The law, highest authority first.
    pub sources: &'static [Source],
}

impl Rows for FormRow {
    fn columns() -> Vec<String> {
        ["form", "used_for", "may_hold", "needs", "paid", "fiscal_year", "due", "sources"].map(str::to_owned).into()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        vec![vec![
            Value::own(self.form.name()),
            Value::own(self.used_for),
            Value::own(self.may_hold.join("; ")),
            Value::own(self.needs),
            Value::own(self.paid),
            Value::own_or_empty(self.fiscal_year),
            Value::own_or_empty(self.due),
            Value::own(self.cited()),
        ]]
    }

    fn for_people() -> Vec<usize> {
        vec![0, 1, 2, 3, 6]
    }
}

impl FormRow {
    fn cited(&self) -> String {
        self.sources.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    }
}

impl Outcome for FormRow {
    fn show(&self, page: &mut Page) {
        page.block(|to, screen| {
            screen.paragraph(to, 2, &[(BOLD, self.form.name())])?;
            screen.block(to, 2, &format!("For: {}", self.used_for))?;
            screen.block(to, 2, &format!("May hold: {}", self.may_hold.join(", ")))?;
            screen.block(to, 2, &format!("Needs: {}", self.needs))?;
            screen.block(to, 2, &format!("Paid: {}", self.paid))?;
            screen.block(to, 2, &self.cited())
        });
    }
}

impl Rows for TravelRate {
    fn columns() -> Vec<String> {
        [
            "table",
            "place",
            "from",
            "until",
            "rate",
            "breakfast",
            "lunch",
            "dinner",
            "incidentals",
            "first_and_last_day",
            "source",
            "users",
        ]
        .map(str::to_owned)
        .into()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        vec![vec![
            Value::own(self.table.name()),
            Value::own_or_empty(self.place.map(RatePlace::word)),
            Value::own(self.from),
            Value::own(self.until),
            Value::own(self.rate),
            Value::own_or_empty(self.breakfast),
            Value::own_or_empty(self.lunch),
            Value::own_or_empty(self.dinner),
            Value::own_or_empty(self.incidentals),
            Value::own_or_empty(self.first_and_last_day),
            Value::foreign(Some(&self.source)),
            Value::own(self.users),
        ]]
    }
}

const COLUMNS: [(&str, Align); 6] = [
    ("rate", Align::Left),
    ("place", Align::Left),
    ("from", Align::Right),
    ("until", Align::Right),
    ("dollars", Align::Right),
    ("", Align::Left),
];

impl Outcome for TravelRate {
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
                cell(self.place.map_or("everywhere", RatePlace::word)),
                cell(&day_words(self.from).to_string()),
                cell(&day_words(self.until).to_string()),
                cell(&self.rate.to_string()),
                cell(&about),
            ],
        );
    }
}
