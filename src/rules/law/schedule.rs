//! The tables of the portal: the cohorts that sign together, and the windows of scenario-based training.

use crate::model::name::first_letter;
use crate::rules::law::calendar;
use crate::rules::law::figure::{self, FigureRow, LAST_CHECKED, TableFigures};
use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::LazyLock;

/// A published schedule of the signatures on the portal.
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
    /// Returns the name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Portal => "portal",
            Self::Statute => "statute",
        }
    }

    /// Returns the other schedule.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Portal => Self::Statute,
            Self::Statute => Self::Portal,
        }
    }

    /// Returns the cohort of a letter A to Z.
    pub fn cohort(self, letter: char) -> Option<&'static Cohort> {
        COHORTS
            .iter()
            .find(|cohort| cohort.schedule == self && (cohort.first_letter..=cohort.last_letter).contains(&letter))
    }

    /// Returns the cohort of a last name.
    ///
    /// # Errors
    /// The name does not begin with a letter, or this schedule has no cohort for its letter.
    pub fn cohort_of(self, last_name: &str) -> Result<&'static Cohort, NoCohort> {
        let letter = first_letter(last_name).ok_or(NoCohort::NoLetter)?;
        self.cohort(letter).ok_or(NoCohort::NotInTheTable)
    }
}

/// The reason why a last name has no cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCohort {
    /// It has no letter, or the first one is none of A to Z.
    NoLetter,
    /// The schedule has no cohort for its letter.
    NotInTheTable,
}

/// The officers who sign together, and their due days.
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
    /// The first due day.
    pub first_due: NaiveDate,
    /// Years from one due day to the next.
    pub every_years: u32,
    /// The source of the line.
    pub source: String,
}

impl Cohort {
    /// Returns the letters as `A-H`.
    pub fn letters(&self) -> String {
        format!("{}-{}", self.first_letter, self.last_letter)
    }

    /// Returns the first due day on or after a day.
    pub fn next_due(&self, day: NaiveDate) -> NaiveDate {
        self.due_around(day).1
    }

    /// Returns the last due day that has passed on a day: on the due day itself it has not passed (settled 42).
    pub fn latest_passed(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.due_around(day).0
    }

    /// Returns the due days before and after a day.
    fn due_around(&self, day: NaiveDate) -> (Option<NaiveDate>, NaiveDate) {
        let (mut passed, mut next) = (None, self.first_due);
        for round in 1.. {
            if next >= day || next == NaiveDate::MAX {
                break;
            }
            passed = Some(next);
            next = calendar::months_after(self.first_due, round * self.every_years * 12);
        }
        (passed, next)
    }

    /// Returns whether a signature counts for a due day: it was given in the months up to and including that day. The
    /// months hold for the first due day too (settled 142).
    pub fn counts_for(signed: NaiveDate, due: NaiveDate, window_months: u32) -> bool {
        signed <= due && signed > calendar::months_before(due, window_months)
    }

    /// Returns the due day that is checked on `as_of`, and the timing of the latest signature (settled 39 to 42).
    ///
    /// A due day on which the officer was not in service is not `owed`. After a signature for the latest one that is
    /// owed, the next one is checked only from the beginning of its own months.
    pub fn standing(
        &self,
        signed: Option<NaiveDate>,
        owed: impl Fn(NaiveDate) -> bool,
        window_months: u32,
        as_of: NaiveDate,
    ) -> EsignStanding {
        let (passed, next) = self.due_around(as_of);
        if signed.is_some_and(|signed| Self::counts_for(signed, next, window_months)) {
            return EsignStanding { due: next, signature: SignatureTiming::InTime };
        }
        let owed = passed.filter(|due| owed(*due));
        let Some(owed) = owed else { return EsignStanding { due: next, signature: SignatureTiming::Missing } };
        let signature = match signed {
            Some(signed) if signed > owed => SignatureTiming::Late,
            Some(signed) if Self::counts_for(signed, owed, window_months) => SignatureTiming::InTime,
            _ => return EsignStanding { due: owed, signature: SignatureTiming::Missing },
        };
        if as_of <= calendar::months_before(next, window_months) {
            EsignStanding { due: owed, signature }
        } else {
            EsignStanding { due: next, signature: SignatureTiming::Missing }
        }
    }
}

/// The due day that is checked, and the timing of the latest signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EsignStanding {
    /// The due day.
    pub due: NaiveDate,
    /// The timing of the latest signature.
    pub signature: SignatureTiming,
}

/// The timing of the latest signature relative to a due day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureTiming {
    /// Given in the months up to the due day.
    InTime,
    /// Given after the due day, and too early for the next one.
    Late,
    /// No signature counts for it.
    Missing,
}

/// The cohorts of every schedule.
pub static COHORTS: LazyLock<Vec<Cohort>> = LazyLock::new(|| figure::embedded(ESIGN_SCHEDULES));
pub(crate) const ESIGN_SCHEDULES: &str = include_str!("tables/esign_schedules.csv");

/// The cohorts as figures.
pub static COHORT_FIGURES: TableFigures = TableFigures {
    name: "esign-schedules",
    rows: || {
        let row = |cohort: &Cohort| FigureRow {
            name: format!("esign-{}-{}", cohort.schedule.name(), cohort.cohort),
            title: format!(
                "last names {} sign on the portal by this day, then every {} years",
                cohort.letters(),
                cohort.every_years
            ),
            value: cohort.first_due.to_string(),
            unit: "day",
            from: None,
            until: None,
            source: cohort.source.clone(),
            last_checked: Some(LAST_CHECKED),
        };
        let years = |cohort: &Cohort| FigureRow {
            name: format!("esign-{}-{}-years", cohort.schedule.name(), cohort.cohort),
            title: format!("from one due day to the next on the portal, last names {}", cohort.letters()),
            value: cohort.every_years.to_string(),
            unit: "years",
            ..row(cohort)
        };
        COHORTS.iter().flat_map(|cohort| [row(cohort), years(cohort)]).collect()
    },
};

/// A window in which scenario-based training had to be completed.
#[derive(Debug, Deserialize)]
pub struct ScenarioWindow {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// The basis of the window.
    pub basis: WindowBasis,
    /// The source of the line.
    pub source: String,
}

/// The basis of a window: a source, or an inference of the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WindowBasis {
    /// A source gives the window.
    Published,
    /// No source gives the window; it is inferred.
    Inferred,
}

impl ScenarioWindow {
    /// Returns whether a day is in the window.
    pub fn has(&self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// Returns whether the window is checked: a published one always, an inferred one when `inferred` is set.
    pub fn is_checked(&self, inferred: bool) -> bool {
        inferred || self.basis == WindowBasis::Published
    }
}

/// The windows of scenario-based training, oldest first.
pub static SCENARIO_WINDOWS: LazyLock<Vec<ScenarioWindow>> = LazyLock::new(|| figure::embedded(SCENARIO_TABLE));
pub(crate) const SCENARIO_TABLE: &str = include_str!("tables/scenario_windows.csv");

/// The windows as figures.
pub static WINDOW_FIGURES: TableFigures = TableFigures {
    name: "scenario-windows",
    rows: || {
        let row = |window: &ScenarioWindow| FigureRow {
            name: match window.basis {
                WindowBasis::Published => "scenario-window".into(),
                WindowBasis::Inferred => "scenario-window-inferred".into(),
            },
            title: "scenario-based training is completed from the first to the last of these days".into(),
            value: format!("{} to {}", window.from, window.to),
            unit: "days",
            from: Some(window.from),
            until: Some(window.to),
            source: window.source.clone(),
            last_checked: Some(LAST_CHECKED),
        };
        SCENARIO_WINDOWS.iter().map(row).collect()
    },
};
