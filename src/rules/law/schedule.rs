//! The tables of the portal: which letters sign when, and the windows of scenario-based training.

use crate::model::name::first_letter;
use crate::rules::law::calendar;
use crate::rules::law::figure;
use crate::rules::law::figure::LAST_CHECKED;
use crate::rules::law::figure::{FigureRow, TableFigures};
use chrono::NaiveDate;
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

    /// The cohort of a last name, or why it has none.
    ///
    /// # Errors
    /// The name has no letter to sign by, or this schedule has no cohort for its letter.
    pub fn cohort_of(self, last_name: &str) -> Result<&'static Cohort, NoCohort> {
        let letter = first_letter(last_name).ok_or(NoCohort::NoLetter)?;
        self.cohort(letter).ok_or(NoCohort::NotInTheTable)
    }
}

/// Why a last name falls in no cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCohort {
    /// It has no letter, or the first one is none of A to Z.
    NoLetter,
    /// The schedule does not speak of its letter.
    NotInTheTable,
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
        self.due_around(day).1
    }

    /// The last due day that had passed before a day: on the due day itself it has not passed (settled 42).
    pub fn latest_passed(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.due_around(day).0
    }

    /// Both.
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

    /// Whether a signature counts for a due day in time: it lies in the months up to and including that day. Nothing was
    /// due before the first due day, so that for it every earlier signature counts.
    pub fn counts_for(&self, signed: NaiveDate, due: NaiveDate, window_months: u32) -> bool {
        signed <= due && (due == self.first_due || signed > calendar::months_before(due, window_months))
    }

    /// Which due day is judged on `as_of`, and how the latest signature stands to it (settled 39 to 42).
    ///
    /// A due day that had passed when the officer was first `hired` is not owed. With a signature for the latest one that
    /// is, the next one is judged only from the beginning of its own months.
    pub fn standing(
        &self,
        signed: Option<NaiveDate>,
        hired: Option<NaiveDate>,
        window_months: u32,
        as_of: NaiveDate,
    ) -> Standing {
        let (passed, next) = self.due_around(as_of);
        if signed.is_some_and(|signed| self.counts_for(signed, next, window_months)) {
            return Standing { due: next, signature: Signature::InTime };
        }
        let owed = passed.filter(|due| hired.is_none_or(|hired| hired <= *due));
        let Some(owed) = owed else { return Standing { due: next, signature: Signature::Missing } };
        let signature = match signed {
            Some(signed) if signed > owed => Signature::Late,
            Some(signed) if self.counts_for(signed, owed, window_months) => Signature::InTime,
            _ => return Standing { due: owed, signature: Signature::Missing },
        };
        if as_of <= calendar::months_before(next, window_months) {
            Standing { due: owed, signature }
        } else {
            Standing { due: next, signature: Signature::Missing }
        }
    }
}

/// The due day that is judged, and what the latest signature is to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The due day.
    pub due: NaiveDate,
    /// Whether it was signed for.
    pub signature: Signature,
}

/// What the latest signature is to a due day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signature {
    /// Given in the months up to the due day.
    InTime,
    /// Given after the due day, and too early for the next one.
    Late,
    /// None counts for it.
    Missing,
}

/// The cohorts of every schedule.
pub static COHORTS: LazyLock<Vec<Cohort>> = LazyLock::new(|| figure::embedded(ESIGN_SCHEDULES));
pub(crate) const ESIGN_SCHEDULES: &str = include_str!("tables/esign_schedules.csv");

/// The cohorts, as figures.
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
        COHORTS.iter().map(row).collect()
    },
};

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

impl ScenarioWindow {
    /// Whether a day lies in it.
    pub fn has(&self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// Whether it is asked for: a published window always, an inferred one when it is wanted.
    pub fn is_asked(&self, inferred: bool) -> bool {
        inferred || self.basis == Basis::Published
    }
}

/// The windows of scenario-based training, oldest first.
pub static SCENARIO_WINDOWS: LazyLock<Vec<ScenarioWindow>> = LazyLock::new(|| figure::embedded(SCENARIO_TABLE));
pub(crate) const SCENARIO_TABLE: &str = include_str!("tables/scenario_windows.csv");

/// The windows, as figures.
pub static WINDOW_FIGURES: TableFigures = TableFigures {
    name: "scenario-windows",
    rows: || {
        let row = |window: &ScenarioWindow| FigureRow {
            name: match window.basis {
                Basis::Published => "scenario-window".into(),
                Basis::Inferred => "scenario-window-inferred".into(),
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
