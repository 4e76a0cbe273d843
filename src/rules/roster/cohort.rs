//! The portal cohort of a last name: its due days under the schedule that decides and under the other one.

use crate::finding::Status;
use crate::model::name::{Name, first_letter};
use crate::rules::law::schedule::{Cohort, NoCohort, Schedule};
use crate::words::day_words;
use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::Serialize;

/// The cohort of one name, with the keys of machine output.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NameCohort {
    /// The name as it was given.
    pub name: String,
    /// The letter that decides.
    pub letter: Option<char>,
    /// 1, 2 or 3.
    pub cohort: Option<u8>,
    /// The letters that sign together: `A-H`.
    pub letters: Option<String>,
    /// The first due day on or after the day asked about.
    pub due: Option<NaiveDate>,
    /// The last due day before it; none before the first.
    pub previous_due: Option<NaiveDate>,
    /// `due` minus the day asked about.
    pub days: Option<i64>,
    /// `open` or `due-soon` by the next due day; `unknown` without a cohort.
    pub status: Status,
    /// The schedule that decides.
    pub schedule: &'static str,
    /// The cohort under the other schedule.
    pub other_schedule: OtherCohort,
    /// Further points for a careful reader.
    pub notes: Vec<String>,
}

/// The cohort under the schedule that does not decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OtherCohort {
    /// The letters that sign together.
    pub letters: Option<String>,
    /// The first due day on or after the day asked about.
    pub due: Option<NaiveDate>,
}

/// Returns the cohort of a name. The last name is the part before a comma, or the whole name without one.
pub fn cohort_of_name(name: &str, schedule: Schedule, as_of: NaiveDate, warn_days: u32) -> NameCohort {
    let name = name.trim();
    let last = name.split_once(',').map_or(name, |(last, _)| last);
    let found = schedule.cohort_of(last);
    let other = schedule.other().cohort_of(last).ok();
    let due = found.ok().map(|cohort| cohort.next_due(as_of));
    let days = due.map(|due| (due - as_of).num_days());
    NameCohort {
        name: name.to_owned(),
        letter: first_letter(last),
        cohort: found.ok().map(|cohort| cohort.cohort),
        letters: found.ok().map(Cohort::letters),
        due,
        previous_due: found.ok().and_then(|cohort| cohort.latest_passed(as_of)),
        days,
        status: days.map_or(Status::Unknown, |days| Status::of_days(days, warn_days)),
        schedule: schedule.name(),
        other_schedule: OtherCohort {
            letters: other.map(Cohort::letters),
            due: other.map(|cohort| cohort.next_due(as_of)),
        },
        notes: notes(name, found, other, schedule, as_of),
    }
}

fn notes(
    name: &str,
    found: Result<&Cohort, NoCohort>,
    other: Option<&Cohort>,
    schedule: Schedule,
    as_of: NaiveDate,
) -> Vec<String> {
    let mut notes = Vec::new();
    // `Doe Jr.` is a last name with a suffix, not a first and a last name.
    if !name.contains(',') && Name::from_one_cell(name).last.is_some_and(|last| last.contains(char::is_whitespace)) {
        notes.push("the whole text is read as the last name; write first names after a comma: Doe, Jane".into());
    }
    match found {
        Err(NoCohort::NoLetter) => {
            notes.push("the last name does not begin with a letter A to Z, so no source gives its due day".into());
        }
        Err(NoCohort::NotInTheTable) => {
            notes.push(format!("the {} schedule does not contain this letter", schedule.name()));
        }
        Ok(cohort) => {
            if let Some(passed) = cohort.latest_passed(as_of) {
                notes.push(format!(
                    "{} has passed; muster roster check shows whether the signature was given",
                    day_words(passed)
                ));
            }
            if let Some(other) = other
                && (other.cohort != cohort.cohort || other.next_due(as_of).year() != cohort.next_due(as_of).year())
            {
                notes.push(format!(
                    "{} puts this last name in cohort {}, {}, due {} (--schedule {})",
                    other.source,
                    other.cohort,
                    other.letters(),
                    day_words(other.next_due(as_of)),
                    schedule.other().name()
                ));
            }
        }
    }
    notes
}
