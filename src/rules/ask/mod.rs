//! How a rule is declared, checked and answered.

pub mod answer;
pub mod questions;
pub mod rule;

pub use answer::{Answer, AnswerText, Cannot};
pub use questions::{GateResults, Question, Questions, RuleSet};
pub use rule::{Conflict, Example, FileRule, Gate, Rule};

use crate::finding::{Status, StatusSet};
use crate::model::signature::RosterSignature;
use crate::rules::law::figure::Param;
use crate::rules::law::params;
use crate::rules::law::schedule::Schedule;
use chrono::NaiveDate;

/// The day asked about and everything else that the answers depend on beside the record.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The day asked about.
    pub as_of: NaiveDate,
    /// Days before a due day from which the answer is `due-soon`.
    pub warn_days: u32,
    /// The e-sign schedule that decides.
    pub schedule: Schedule,
    /// True when windows of scenario-based training that no source publishes are checked too.
    pub inferred_scenario_windows: bool,
    /// The agency's own mail domain, lower case.
    pub agency_domain: Option<String>,
    /// True when the requirements of the agency's own course of fire are on file with the Board; `None`: it has no
    /// course of its own.
    pub local_course_on_file: Option<bool>,
    /// The signature under the roster, where the run names one.
    pub signature: Option<RosterSignature>,
    /// True when nothing that could be a name may be quoted.
    pub redact: bool,
    /// Statuses whose text is wanted; no text is written for the others.
    pub wanted: StatusSet,
}

impl Ask {
    /// Returns the question without flags and configuration, with the text of every status.
    pub fn default_on(as_of: NaiveDate) -> Self {
        Self {
            as_of,
            warn_days: params::FIRST_NOTICE_DAYS.on(as_of).unwrap_or_default(),
            schedule: Schedule::default(),
            inferred_scenario_windows: false,
            agency_domain: None,
            local_course_on_file: None,
            signature: None,
            redact: false,
            wanted: StatusSet::of(&Status::ALL),
        }
    }

    /// Answers that the requirement is satisfied.
    pub fn met(&self) -> Answer {
        self.answer(Status::Met, None)
    }

    /// Answers that the rule does not apply to this record.
    pub fn not_applicable(&self) -> Answer {
        self.answer(Status::NotApplicable, None)
    }

    /// Answers `open`, `due-soon` or `overdue`, by the due day of a requirement that is not satisfied (settled 11).
    pub fn by_day(&self, due: NaiveDate) -> Answer {
        self.answer(Status::of_days(self.days_to(due), self.warn_days), Some(due))
    }

    /// Answers that the requirement is not satisfied, or a limit is exceeded, whatever the day.
    pub fn overdue(&self, due: Option<NaiveDate>) -> Answer {
        self.answer(Status::Overdue, due)
    }

    /// Answers that a limit is near, with the day on which it would be exceeded, if that is known.
    pub fn due_soon(&self, due: Option<NaiveDate>) -> Answer {
        self.answer(Status::DueSoon, due)
    }

    /// Answers that a person must decide.
    pub fn review(&self, due: Option<NaiveDate>) -> Answer {
        self.answer(Status::Review, due)
    }

    /// Answers that the record does not say.
    pub fn unknown(&self) -> Answer {
        self.answer(Status::Unknown, None)
    }

    /// Returns the value of a figure on a day.
    ///
    /// # Errors
    /// No value is known for the day.
    pub fn law<T: Copy>(&self, param: &'static Param<T>, day: NaiveDate) -> Result<T, Cannot> {
        param.on(day).ok_or(Cannot::NoLaw(param.title, day))
    }

    /// Returns the days from the day asked about to `due`; negative is late.
    pub fn days_to(&self, due: NaiveDate) -> i64 {
        (due - self.as_of).num_days()
    }

    fn answer(&self, status: Status, due: Option<NaiveDate>) -> Answer {
        let wanted = self.wanted.has(status);
        Answer { status, due, column: None, wanted, text: None }
    }
}
