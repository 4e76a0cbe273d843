//! The in-service mandates: topic, interval, hours, the officers it applies to, first day, publisher.

use crate::finding::Source;
use crate::rules::law::figure::{self, FigureRow, LAST_CHECKED, TableFigures};
use crate::values::decimal::Decimal;
use crate::values::fold::folds_to;
use crate::values::near::nearest;
use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::LazyLock;

/// A training that officers take again and again.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Mandate {
    /// The name in training records: `law-updates`.
    pub topic: String,
    /// The subject.
    pub title: String,
    /// The interval in years.
    pub every_years: u32,
    /// The days in which a completion counts.
    pub window: MandateWindow,
    /// Hours needed; `None` where no source sets any.
    pub hours: Option<u32>,
    /// The officers it applies to.
    pub binds: MandateScope,
    /// The firmness of its ground.
    pub basis: MandateBasis,
    /// First day on which it is in force.
    pub from: NaiveDate,
    /// Last day on which it is known to be in force; `None` is "until further notice".
    pub until: Option<NaiveDate>,
    /// The publisher.
    pub source: String,
    /// The name among the rules: `training-law-updates`.
    #[serde(skip)]
    pub rule: String,
    /// The source, for findings.
    #[serde(skip)]
    pub sources: Vec<Source>,
}

/// The days in which a completion of a mandate counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MandateWindow {
    /// The calendar year.
    CalendarYear,
    /// The officer's own years up to and including the next e-sign day.
    VerificationPeriod,
    /// The published window of scenario-based training, the same for every officer.
    ScenarioWindow,
    /// The years from the last completion.
    LastCompletion,
    /// The years of the lead homicide investigator's certificate.
    Certificate,
}

/// The officers to whom a mandate applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MandateScope {
    /// Law-enforcement officers.
    Police,
    /// Law-enforcement officers and conservators of the peace (20 Ill. Adm. Code 1720.80(c)).
    PoliceAndConservators,
    /// Everyone on the roster.
    Everyone,
    /// Holders of a lead homicide investigator's certificate.
    Certified,
}

/// The firmness of the ground of a mandate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MandateBasis {
    /// Published, and no source disagrees.
    Published,
    /// Published by one unit, and not found in the statute.
    Advisory,
    /// Published by two units with different figures.
    Disputed,
}

impl Mandate {
    /// Returns whether it is in force on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Returns the rule of the roster that asks for the same thing, so that it need not be reported twice.
    pub fn rule_of_roster(&self) -> Option<&'static str> {
        match (self.window, self.topic.as_str()) {
            (MandateWindow::ScenarioWindow, _) => Some("scenario-training"),
            (MandateWindow::Certificate, _) => Some("homicide-certificate"),
            (_, FIREARMS) => Some("firearms-qualification"),
            _ => None,
        }
    }

    /// Returns whether that rule gives the answer here too, from the roster and the records together (settled 196).
    pub fn is_answered_by_roster_rule(&self) -> bool {
        self.window == MandateWindow::ScenarioWindow || self.topic == FIREARMS
    }

    /// Returns whether the latest window that has ended is judged as well (settled 151 and 232). A mandate whose
    /// figures differ by publisher is not.
    pub fn judges_closed_window(&self) -> bool {
        matches!(self.window, MandateWindow::CalendarYear | MandateWindow::VerificationPeriod)
            && self.basis != MandateBasis::Disputed
            && !self.is_answered_by_roster_rule()
    }

    /// Returns whether its hours are hands-on, so that no course online counts for it (settled 152).
    pub fn is_hands_on(&self) -> bool {
        HANDS_ON.contains(&self.topic.as_str())
    }

    /// Returns the hours that it needs.
    pub fn needed(&self) -> Option<Decimal> {
        self.hours.map(Decimal::whole)
    }

    /// Explains the mandate, a paragraph each: the requirement, how it is counted, how doubts were decided.
    pub fn explain(&'static self) -> Vec<String> {
        let amount = match self.hours {
            Some(hours) => format!("at least {hours} hours"),
            None => "one completion".to_owned(),
        };
        let rule_of_roster = self.rule_of_roster().filter(|_| self.is_answered_by_roster_rule());
        let by_rule = rule_of_roster.map(|rule| format!("the officers to whom the rule {rule} applies"));
        let officers = by_rule.as_deref().unwrap_or(match self.binds {
            MandateScope::Police => "law-enforcement officers",
            MandateScope::PoliceAndConservators => "law-enforcement officers and conservators of the peace",
            MandateScope::Everyone => "everyone on the roster",
            MandateScope::Certified => "holders of a lead homicide investigator's certificate (homicide_certified)",
        });
        let window = match self.window {
            MandateWindow::CalendarYear => "It runs with the calendar year and is due on 31 December.",
            MandateWindow::VerificationPeriod => {
                "It runs with the officer's own verification period: the three years up to and including the next \
                 e-sign day of the schedule that decides (--schedule). It is due on that day."
            }
            MandateWindow::ScenarioWindow => {
                "It runs in the published window of scenario-based training, which is the same for every officer, \
                 and is due on the last day of the window."
            }
            MandateWindow::LastCompletion => {
                "It runs from the last completion and is due on the same day five years later. Without a completion \
                 the answer is unknown: no source says when the first is due."
            }
            MandateWindow::Certificate => {
                "It runs with the four years of the certificate and is due on their last day. The hours of the records \
                 count, or the roster's homicide_hours if they are more."
            }
        };
        let mut explain = vec![
            format!("Training records are checked for {amount} of the topic {} for {officers}. {window}", self.topic),
            "A completion counts when the Board certified the course (Board policy of 22 September 2016). A \
             completion of the COPS Training Portal counts when its record has a PTB ID, the course is on the user's \
             list of approved courses, and it was completed between its approval and its withdrawal (COPS Training \
             Portal announcement). Each completion counts for its own topic and once toward the topic total; the same \
             course of the same officer on the same day counts once."
                .to_owned(),
        ];
        let answers_alone = self.is_answered_by_roster_rule();
        if self.is_hands_on() {
            explain.push(
                "The hours are hands-on. A course of the COPS Training Portal, or of a provider with online in its \
                 name, does not count for this topic; it counts toward the topic total."
                    .to_owned(),
            );
        }
        if !answers_alone && matches!(self.window, MandateWindow::CalendarYear | MandateWindow::VerificationPeriod) {
            explain.push("For an officer hired inside a window, a person must review the answer.".to_owned());
        }
        if self.judges_closed_window() {
            explain.push(
                "The latest window that has ended is checked too, if the officer was in service for all of it and the \
                 records reach back to its first day: the earliest completion in all record files, or the day of \
                 --records-since. If it was not met, the answer is overdue since its last day, and the window that \
                 runs stands beside it (current). A note names a window that the records do not reach."
                    .to_owned(),
            );
        }
        match self.basis {
            MandateBasis::Published => {}
            MandateBasis::Advisory => {
                explain.push(
                    "One unit publishes it, but it was not found in the statute, so it is treated as advice."
                        .to_owned(),
                );
            }
            MandateBasis::Disputed => {
                explain.push("Two units publish different intervals, so a person must decide (review).".to_owned());
            }
        }
        if let Some(rule) = self.rule_of_roster() {
            if answers_alone {
                explain.push(format!(
                    "The rule {rule} gives the answer, as `muster roster check` does; the completions of the records \
                     count as the roster's own day does, also for an officer hired inside the window."
                ));
            }
            explain.push(format!(
                "`muster roster due --training` and `muster roster notices --training` leave it to the rule {rule} \
                 where the roster has the columns for that rule."
            ));
        }
        explain
    }

    /// `3 years`
    pub fn every(&self) -> String {
        crate::words::count_words(self.every_years, "year")
    }
}

/// Every mandate, in the order of the table.
pub static MANDATES: LazyLock<Vec<Mandate>> = LazyLock::new(|| {
    let mut mandates: Vec<Mandate> = figure::embedded(MANDATE_TABLE);
    for mandate in &mut mandates {
        mandate.rule = format!("training-{}", mandate.topic);
        // Leaked on purpose: the table is read once and kept for as long as the program runs.
        let source: &'static str = mandate.source.clone().leak();
        mandate.sources = source.split("; ").map(Source::read).collect();
    }
    mandates
});
pub(crate) const MANDATE_TABLE: &str = include_str!("../law/tables/mandates.csv");

/// The topics whose hours are hands-on (50 ILCS 705/10.6; the portal does not replace training in person).
const HANDS_ON: [&str; 3] = ["scenario-force", "force-techniques", "high-risk-stops"];

/// The topic whose hours count toward the total of all hours only.
pub const TOTAL: &str = "total";

/// The yearly mandate that the roster also answers, in `firearms_qualified`.
pub const FIREARMS: &str = "firearms-qualification";

/// Returns the mandate whose topic is mistyped here; `None` for a topic that is a mandate, or like none.
pub fn mistyped(topic: &str) -> Option<&'static Mandate> {
    let near = || nearest(topic, MANDATES.iter().map(|mandate| mandate.topic.as_str()));
    if mandate_of(topic).is_some() { None } else { mandate_of(near()?) }
}

/// Returns the mandate of this topic; case, spaces, hyphens and underscores do not matter.
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
                MandateBasis::Published => format!("{}, every {}", mandate.title, mandate.every()),
                MandateBasis::Advisory => format!("{}, every {} (advice of one unit)", mandate.title, mandate.every()),
                MandateBasis::Disputed => {
                    format!(
                        "{}, every {} (another unit publishes a different interval)",
                        mandate.title,
                        mandate.every()
                    )
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
