//! The tables of the portal: which letters sign when, and the windows of scenario-based training.

use super::calendar;
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use std::sync::LazyLock;

/// Which published schedule decides when an officer signs on the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Schedule {
    /// The Board's Officer Portal page: A–H, I–M, N–Z by 31 January.
    #[default]
    Portal,
    /// 50 ILCS 705/8.4 and the Board's later pages: A–G, H–O, P–Z by 30 January.
    Statute,
}

impl Schedule {
    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Portal => "portal",
            Self::Statute => "statute",
        }
    }

    /// The schedule that does not decide.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Portal => Self::Statute,
            Self::Statute => Self::Portal,
        }
    }

    /// The cohort of a letter A to Z.
    pub fn cohort(self, letter: char) -> Option<&'static Cohort> {
        COHORTS
            .iter()
            .find(|cohort| cohort.schedule == self && (cohort.first_letter..=cohort.last_letter).contains(&letter))
    }
}

/// The officers who sign together, and when.
#[derive(Debug, Deserialize)]
pub struct Cohort {
    /// The schedule it belongs to.
    pub schedule: Schedule,
    /// 1, 2 or 3.
    pub cohort: u8,
    /// The first letter of their last names.
    pub first_letter: char,
    /// The last one.
    pub last_letter: char,
    /// The first day on which they must have signed.
    pub first_due: NaiveDate,
    /// Years from one due day to the next.
    pub every_years: u32,
    /// Where the line comes from.
    pub source: String,
}

impl Cohort {
    /// `A-H`
    pub fn letters(&self) -> String {
        format!("{}-{}", self.first_letter, self.last_letter)
    }

    /// The first due day on or after a day.
    pub fn next_due(&self, day: NaiveDate) -> NaiveDate {
        self.due_days().find(|due| *due >= day).unwrap_or(NaiveDate::MAX)
    }

    /// The last due day that had passed before a day: on the due day itself it has not passed (settled 42).
    pub fn latest_passed(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.due_days().take_while(|due| *due < day).last()
    }

    fn due_days(&self) -> impl Iterator<Item = NaiveDate> {
        (0..)
            .map(|round| calendar::months_after(self.first_due, round * self.every_years * 12))
            .take_while(|due| due.year() < 2400)
    }
}

static COHORTS: LazyLock<Vec<Cohort>> = LazyLock::new(|| embedded(include_str!("tables/esign_schedules.csv")));

/// A window in which scenario-based training had to be completed.
#[derive(Debug, Deserialize)]
pub struct ScenarioWindow {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Whether a source gives the window.
    pub basis: Basis,
    /// Where the line comes from.
    pub source: String,
}

/// Whether a source gives a line, or the project reads it out of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A source gives it.
    Published,
    /// Nobody has published it.
    Inferred,
}

/// The windows of scenario-based training, oldest first.
pub static SCENARIO_WINDOWS: LazyLock<Vec<ScenarioWindow>> =
    LazyLock::new(|| embedded(include_str!("tables/scenario_windows.csv")));

/// Reads a table that is compiled in; the tests read every one of them.
pub(super) fn embedded<T: serde::de::DeserializeOwned>(table: &'static str) -> Vec<T> {
    let rows = csv::Reader::from_reader(table.as_bytes()).into_deserialize().collect::<Result<_, _>>();
    rows.unwrap_or_default()
}
