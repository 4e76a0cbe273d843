//! Sex, age and test day of a candidate, which select the standards.

use crate::model::power_test::{Column, PowerTest, Sex};
use crate::rules::law::calendar;
use crate::rules::power::standards::{AgeGroup, Event, Required, age_group, standard};
use chrono::NaiveDate;

/// Sex, age and test day that select the standards: those of the first test, also for its retest (settled 58 and 100).
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    /// The column of the standards.
    pub(super) sex: Option<Sex>,
    /// Whole years on the day of the test.
    pub(super) age: Option<u32>,
    /// Day of the test.
    pub(super) day: Option<NaiveDate>,
}

impl Candidate {
    /// Reads the candidate from the row of a test.
    pub(super) fn of(test: &PowerTest) -> Self {
        let day = test.test_day();
        // Settled 63: the birth date decides where the row has one, even when it cannot be read.
        let age = match test.birth_date {
            Some(born) => day.and_then(|day| calendar::age_on(day, born)),
            None if test.is_faulty(Column::BirthDate) => None,
            None => test.age,
        };
        Self { sex: test.sex, age, day }
    }

    /// Returns the standard of an event, when sex, age and day are known and a standard was in force.
    pub(super) fn required(&self, event: Event) -> Option<Required> {
        standard(self.sex?, self.age?, event, self.day?).map(|standard| standard.value)
    }

    /// Returns the age group whose standards count.
    pub(super) fn age_group(&self) -> Option<AgeGroup> {
        age_group(self.age?, self.day?)
    }
}
