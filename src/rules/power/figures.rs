//! How many passed each event, by sex and age group.

use crate::model::power_test::Sex;
use crate::rules::power::result::{PowerOutcome, PowerScore};
use crate::rules::power::standards::{AgeGroup, Event};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// How many of one sex and age group passed one event (settled 252).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EventFigure {
    /// The event.
    pub event: Event,
    /// The column of the standards; none where the sheet does not say it.
    #[schemars(with = "Option<String>")]
    pub sex: Option<Sex>,
    /// The group whose standards count; none where the age is not known.
    #[schemars(with = "Option<String>")]
    pub age_group: Option<AgeGroup>,
    /// How many have a result that is known to pass or to fail; after a retest, that of the retest.
    pub tested: u64,
    /// How many of them passed.
    pub passed: u64,
}

/// Returns whether a test counts in figures: one of the final week is of a series of its own, and an invalid one does
/// not count.
fn is_counted(score: &PowerScore) -> bool {
    !matches!(score.outcome, PowerOutcome::Recorded | PowerOutcome::Invalid)
}

/// Returns the figures of these tests by event, women after men, young before old.
pub fn figures(scores: &[PowerScore]) -> Vec<EventFigure> {
    let mut counts: BTreeMap<_, EventFigure> = BTreeMap::new();
    for score in scores.iter().filter(|score| is_counted(score)) {
        for event in &score.events {
            let Some(passed) = event.passed else { continue };
            let key = (event.event, score.sex.map(|sex| sex == Sex::Female), score.age_group);
            let new = || {
                let (event, sex, age_group) = (event.event, score.sex, score.age_group);
                EventFigure { event, sex, age_group, tested: 0, passed: 0 }
            };
            let figure = counts.entry(key).or_insert_with(new);
            figure.tested += 1;
            figure.passed += u64::from(passed);
        }
    }
    counts.into_values().collect()
}

/// Returns how many were tested, and how many of them passed, in an event.
pub fn of_event(figures: &[EventFigure], event: Event) -> (u64, u64) {
    let of_event = figures.iter().filter(|figure| figure.event == event);
    of_event.fold((0, 0), |(tested, passed), figure| (tested + figure.tested, passed + figure.passed))
}
