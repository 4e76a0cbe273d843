//! The in-service mandates: which topic, how often, how many hours, for whom, from which day, by whose list.

use crate::finding::Source;
use crate::rules::law::figure;
use crate::rules::law::figure::LAST_CHECKED;
use crate::rules::law::figure::{FigureRow, TableFigures};
use crate::values::decimal::Decimal;
use crate::values::fold::folds_to;
use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::LazyLock;

/// A training that officers take again and again.
#[derive(Debug, Deserialize)]
pub struct Mandate {
    /// What it is called in training records: `law-updates`.
    pub topic: String,
    /// What it is about.
    pub title: String,
    /// How many years lie between two of them.
    pub every_years: u32,
    /// In which days it is asked for.
    pub window: Window,
    /// Hours that it needs; `None` where no source sets any.
    pub hours: Option<u32>,
    /// Whom it binds.
    pub binds: Binds,
    /// How firm the ground is on which it stands.
    pub basis: Basis,
    /// First day on which it is in force.
    pub from: NaiveDate,
    /// Last day on which it is known to be; `None` is "until further notice".
    pub until: Option<NaiveDate>,
    /// Who publishes it.
    pub source: String,
    /// Its name among the rules: `training-law-updates`.
    #[serde(skip)]
    pub rule: String,
    /// The source, for findings.
    #[serde(skip)]
    pub sources: Vec<Source>,
}

/// In which days a mandate is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Window {
    /// The calendar year.
    CalendarYear,
    /// The officer's own years up to and including the next e-sign day.
    VerificationPeriod,
    /// The published window of scenario-based training, the same for everybody.
    ScenarioWindow,
    /// So many years from the last completion.
    LastCompletion,
    /// The years of the lead homicide investigator's certificate.
    Certificate,
}

/// Whom a mandate binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Binds {
    /// Law-enforcement officers.
    Police,
    /// Law-enforcement officers and conservators of the peace (20 Ill. Adm. Code 1720.80(c)).
    PoliceAndConservators,
    /// Everybody on the roster.
    Everyone,
    /// Holders of a lead homicide investigator's certificate.
    Certified,
}

/// How firm the ground is on which a mandate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Published, and nobody says otherwise.
    Published,
    /// Published by one unit, and not found in the statute.
    Advisory,
    /// Two units publish different figures.
    Disputed,
}

impl Mandate {
    /// Whether it is in force on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// The rule of the roster that asks for the same thing, which then need not be told twice.
    pub fn rule_of_roster(&self) -> Option<&'static str> {
        match (self.window, self.topic.as_str()) {
            (Window::ScenarioWindow, _) => Some("scenario-training"),
            (Window::Certificate, _) => Some("homicide-certificate"),
            (_, FIREARMS) => Some("firearms-qualification"),
            _ => None,
        }
    }

    /// The hours that it needs.
    pub fn needed(&self) -> Option<Decimal> {
        self.hours.map(Decimal::whole)
    }

    /// What it asks, how it is counted, how doubts were settled; a paragraph each.
    pub fn explain(&'static self) -> Vec<String> {
        let asks = match self.hours {
            Some(hours) => format!("at least {hours} hours"),
            None => "one completion".to_owned(),
        };
        let whom = match self.binds {
            Binds::Police => "law-enforcement officers",
            Binds::PoliceAndConservators => "law-enforcement officers and conservators of the peace",
            Binds::Everyone => "everybody on the roster",
            Binds::Certified => "holders of a lead homicide investigator's certificate (homicide_certified)",
        };
        let window = match self.window {
            Window::CalendarYear => "It runs with the calendar year and is due on 31 December.",
            Window::VerificationPeriod => {
                "It runs with the officer's own verification period: the three years up to and including the next e-sign day of the \
                 schedule that decides (--schedule), and is due on that day."
            }
            Window::ScenarioWindow => {
                "It runs in the published window of scenario-based training, the same for everybody, and is due on its last day."
            }
            Window::LastCompletion => {
                "It runs from the last completion and is due on the same day five years later. Without a completion the answer is \
                 unknown: no source says by when the first must be."
            }
            Window::Certificate => {
                "It runs with the four years of the certificate and is due on their last day. The records' hours count, or the \
                 roster's homicide_hours where they are more."
            }
        };
        let mut explain = vec![
            format!("Training records are asked for {asks} of the topic {} from {whom}. {window}", self.topic),
            "A completion counts when the Board certified the course (Board policy of 22 September 2016); one of the COPS Training \
             Portal when it carries a PTB ID, stands on the user's list of approved courses and was completed between its \
             approval and its withdrawal (COPS Training Portal announcement). It counts for its own topic and once toward the topic total. Who was hired inside a window is for a person to review."
                .to_owned(),
        ];
        match self.basis {
            Basis::Published => {}
            Basis::Advisory => {
                explain.push("One unit publishes it as advice; it was not found in the statute.".to_owned())
            }
            Basis::Disputed => {
                explain
                    .push("Two units publish different intervals, so that a person must decide (review).".to_owned());
            }
        }
        if let Some(rule) = self.rule_of_roster() {
            explain.push(format!(
                "`muster roster due --training` and `muster roster notices --training` leave it to the rule {rule} where the roster \
                 has its columns."
            ));
        }
        explain
    }

    /// `3 years`
    pub fn every(&self) -> String {
        crate::words::count_words(self.every_years, "year")
    }
}

/// Every mandate, yearly ones first.
pub static MANDATES: LazyLock<Vec<Mandate>> = LazyLock::new(|| {
    let mut mandates: Vec<Mandate> = figure::embedded(MANDATE_TABLE);
    for mandate in &mut mandates {
        mandate.rule = format!("training-{}", mandate.topic);
        // Read once and kept for as long as the program runs, like the table itself.
        let source: &'static str = mandate.source.clone().leak();
        mandate.sources = source.split("; ").map(Source::read).collect();
    }
    mandates
});
pub(crate) const MANDATE_TABLE: &str = include_str!("../law/tables/mandates.csv");

/// The topic under which hours count toward the sum of all hours and for nothing else.
pub const TOTAL: &str = "total";

/// The yearly mandate that the roster itself answers, in `firearms_qualified`.
pub const FIREARMS: &str = "firearms-qualification";

/// The mandate of this topic; case, spaces, hyphens and underscores do not matter.
pub fn mandate_of(topic: &str) -> Option<&'static Mandate> {
    MANDATES.iter().find(|mandate| folds_to(topic, &mandate.topic))
}

/// The mandates, as figures.
pub static MANDATE_FIGURES: TableFigures = TableFigures {
    name: "mandates",
    rows: || {
        let row = |mandate: &Mandate| FigureRow {
            name: format!("mandate-{}", mandate.topic),
            title: match mandate.basis {
                Basis::Published => format!("{}, every {}", mandate.title, mandate.every()),
                Basis::Advisory => format!("{}, every {} (advice of one unit)", mandate.title, mandate.every()),
                Basis::Disputed => {
                    format!("{}, every {} (another unit says otherwise)", mandate.title, mandate.every())
                }
            },
            value: mandate.hours.map_or_else(|| "1".into(), |hours| hours.to_string()),
            unit: if mandate.hours.is_some() { "hours" } else { "completion" },
            from: Some(mandate.from),
            until: mandate.until,
            source: mandate.source.clone(),
            last_checked: Some(LAST_CHECKED),
        };
        MANDATES.iter().map(row).collect()
    },
};
