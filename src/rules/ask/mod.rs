//! How a rule is declared, asked and answered.

pub mod answer;
pub mod questions;
pub mod rule;

pub use answer::{Answer, Cannot, Words};
pub use questions::{Asked, Gated, Questions, RuleSet};
pub use rule::{Conflict, Example, FileRule, Gate, Rule};

use crate::finding::{Status, StatusSet};
use crate::rules::law::figure::Param;
use crate::rules::law::schedule::Schedule;
use crate::rules::roster::signature::RosterSignature;
use chrono::NaiveDate;

/// What the question is asked with: the day, the window, and what the agency has settled for itself.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The day asked about.
    pub as_of: NaiveDate,
    /// Days before a due day from which the answer is `due-soon`.
    pub warn_days: u32,
    /// The e-sign schedule that decides.
    pub schedule: Schedule,
    /// Whether scenario-based windows that no source publishes are asked for.
    pub inferred_scenario_windows: bool,
    /// The agency's own mail domain, lower case.
    pub agency_domain: Option<String>,
    /// Whether the requirements of the agency's own course of fire are on file with the Board; `None`: it has none.
    pub local_course_on_file: Option<bool>,
    /// The signature under the roster, where the question names one.
    pub signature: Option<RosterSignature>,
    /// Whether nothing may be quoted that could be a name.
    pub redact: bool,
    /// Statuses whose sentences somebody will read; the others are not written.
    pub wanted: StatusSet,
}

impl Ask {
    /// The requirement is satisfied.
    pub fn met(&self) -> Answer {
        self.answer(Status::Met, None)
    }
    /// The rule does not speak of this record.
    pub fn not_applicable(&self) -> Answer {
        self.answer(Status::NotApplicable, None)
    }
    /// Not yet satisfied: open, due soon or overdue, by the day (settled 11).
    pub fn by_day(&self, due: NaiveDate) -> Answer {
        self.answer(Status::of_days(self.days_to(due), self.warn_days), Some(due))
    }
    /// Not satisfied, or over a limit, whatever the day.
    pub fn overdue(&self, due: Option<NaiveDate>) -> Answer {
        self.answer(Status::Overdue, due)
    }
    /// Near a limit, with the day on which it would be passed, if that can be told.
    pub fn due_soon(&self, due: Option<NaiveDate>) -> Answer {
        self.answer(Status::DueSoon, due)
    }
    /// A person must decide.
    pub fn review(&self, due: Option<NaiveDate>) -> Answer {
        self.answer(Status::Review, due)
    }
    /// It cannot be told.
    pub fn unknown(&self) -> Answer {
        self.answer(Status::Unknown, None)
    }
    /// The value of a figure on a day; without one the answer is unknown.
    pub fn law<T: Copy>(&self, param: &'static Param<T>, day: NaiveDate) -> Result<T, Cannot> {
        param.on(day).ok_or(Cannot::NoLaw(param.title, day))
    }
    /// Days from the day asked about to `due`; negative is late.
    pub fn days_to(&self, due: NaiveDate) -> i64 {
        (due - self.as_of).num_days()
    }

    fn answer(&self, status: Status, due: Option<NaiveDate>) -> Answer {
        let wanted = self.wanted.has(status);
        Answer { status, due, column: None, wanted, words: None }
    }
}
