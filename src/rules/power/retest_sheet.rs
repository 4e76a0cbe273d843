//! The retest sheet of a day: who may still retake what, and between which hours; and who may not any more.

use crate::finding::Status;
use crate::model::Record;
use crate::model::power_test::{Attempt, Column, PowerEntry, PowerTest, Program, Sex};
use crate::rules::power::event::EventScore;
use crate::rules::power::pairing::PairedTest;
use crate::rules::power::result::{PowerOutcome, PowerScore};
use crate::rules::power::retest;
use crate::rules::power::standards::Event;
use crate::values::digits::day_or_none;
use crate::values::moment::Moment;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// A candidate with failed events: a row of the retest sheet (settled 310).
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "power retest")]
pub struct RetestEntry<'a> {
    /// The person's PTB ID, as recorded.
    pub ptb_id: Option<&'a str>,
    /// The person's name: `Doe, Jane`.
    pub name: Option<String>,
    /// Last name, for the sheet.
    #[serde(skip)]
    pub last_name: Option<&'a str>,
    /// First name, for the sheet.
    #[serde(skip)]
    pub first_name: Option<&'a str>,
    /// The column of the standards.
    #[schemars(with = "Option<String>")]
    pub sex: Option<Sex>,
    /// Whole years on the day of the first test.
    pub age: Option<u32>,
    /// The course that the test is for, where the sheet says it.
    #[serde(skip)]
    pub program: Option<Program>,
    /// Day of the first test.
    #[serde(serialize_with = "day_or_none")]
    pub first_test: Option<NaiveDate>,
    /// The failed events; after a retest, those that were retaken or are still failed.
    pub failed_events: Vec<Event>,
    /// Whether a retest may be taken on the day asked about.
    #[schemars(with = "String")]
    pub state: RetestState,
    /// Start of the window; the day alone when the end of the first test has no clock time.
    #[schemars(with = "Option<String>")]
    pub opens: Option<Moment>,
    /// End of the window, itself included.
    #[schemars(with = "Option<String>")]
    pub closes: Option<Moment>,
    /// The file of the first test.
    pub file: &'a str,
    /// Its line.
    pub line: u64,
    /// The sheet of a workbook.
    #[serde(skip)]
    pub sheet: Option<&'a str>,
    /// What a person should know before the retest.
    pub notes: Vec<&'static str>,
}

/// Whether a retest may be taken on a day, those who may first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RetestState {
    /// On this day.
    Open,
    /// On a later day.
    Ahead,
    /// If a person decides so.
    Review,
    /// Not known, because the end of the first test is not.
    Unknown,
    /// No more, because the hours have passed.
    Over,
    /// No more, because one was taken.
    Taken,
}

impl RetestState {
    /// Every state, those who may first.
    pub const ALL: [Self; 6] = [Self::Open, Self::Ahead, Self::Review, Self::Unknown, Self::Over, Self::Taken];

    /// Returns the name in machine output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Ahead => "ahead",
            Self::Review => "review",
            Self::Unknown => "unknown",
            Self::Over => "over",
            Self::Taken => "taken",
        }
    }

    /// Returns whether a retest may no longer be taken.
    pub const fn is_past(self) -> bool {
        matches!(self, Self::Over | Self::Taken)
    }

    /// Returns the status whose color it has.
    pub const fn status(self) -> Status {
        match self {
            Self::Open => Status::DueSoon,
            Self::Ahead => Status::Open,
            Self::Review => Status::Review,
            Self::Unknown => Status::Unknown,
            Self::Over | Self::Taken => Status::Overdue,
        }
    }
}

impl Serialize for RetestState {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

impl<'a> RetestEntry<'a> {
    /// Returns the row of a first test with failed events; `score` is its result, with or without the name. `None` for
    /// any other row, and after a pass.
    pub fn of(test: &PairedTest<'_, 'a>, score: &PowerScore<'a>, as_of: NaiveDate) -> Option<Self> {
        let PairedTest { entry, retests, .. } = test;
        let first: &PowerEntry<'a> = entry;
        let record = &first.record;
        if record.is_shifted() || record.attempt() != Some(Attempt::Initial) || score.outcome.status() == Status::Met {
            return None;
        }
        let is_failed = |event: &&EventScore| event.passed == Some(false) || event.retested;
        let failed_events: Vec<Event> = score.events.iter().filter(is_failed).map(|event| event.event).collect();
        if failed_events.is_empty() {
            return None;
        }
        // A row of the sheet that is not filled in yet is no retest.
        let is_taken = retests.iter().any(|retest| has_result(&retest.record));
        let may_retake = !is_taken && matches!(score.outcome, PowerOutcome::Fail | PowerOutcome::Incomplete);
        let window = retest::window(record.ended()).filter(|_| may_retake);
        let window = window.map(|(opens, closes)| (opens.up_to_the_minute(), closes));
        let mut notes = Vec::new();
        let state = match (may_retake, window) {
            (false, _) if is_taken => {
                notes.push("a retest was taken, and only one is allowed");
                RetestState::Taken
            }
            (false, _) => {
                notes.push("a value on the sheet cannot be: a person must look at it before a retest");
                RetestState::Review
            }
            (true, None) => {
                notes.push("the hours are not known: test_end cannot be read, or the day of the test is not known");
                RetestState::Unknown
            }
            (true, Some((opens, closes))) => {
                if !opens.has_time() {
                    notes.push("for the hours, record the clock time in test_end");
                }
                match () {
                    () if closes.day() >= as_of && opens.day() <= as_of => RetestState::Open,
                    () if closes.day() >= as_of => RetestState::Ahead,
                    // Settled 55.
                    () if record.program() == Some(Program::FullTime) => RetestState::Over,
                    () => {
                        notes.push(
                            "the hours have passed; for part-time courses MTU #10 allows a retest when the testing \
                             officer is available: a person must decide",
                        );
                        RetestState::Review
                    }
                }
            }
        };
        if score.outcome.status() == Status::Unknown {
            notes.push("the first test is incomplete, and only a failed event may be retaken");
        }
        let (person, is_named) = (record.person(), score.name.is_some());
        // Settled 102. Nothing private stands on the sheet.
        if score.ptb_id.is_none() && is_named {
            notes.push(
                "there is no PTB ID: write the birth date in birth_date, which joins the retest to the first test",
            );
        }
        Some(Self {
            ptb_id: score.ptb_id,
            name: score.name.clone(),
            last_name: person.last.filter(|_| is_named),
            first_name: person.first.filter(|_| is_named),
            sex: score.sex,
            age: score.age,
            program: record.program,
            first_test: score.test_date,
            failed_events,
            state,
            opens: window.map(|(opens, _)| opens),
            closes: window.map(|(_, closes)| closes),
            file: first.file,
            line: first.line,
            sheet: first.sheet,
            notes,
        })
    }
}

/// Returns whether a row has the result of an event, readable or not.
fn has_result(test: &PowerTest) -> bool {
    /// The columns of results; the body weight alone is none.
    const RESULTS: [Column; 7] = [
        Column::SitReach1,
        Column::SitReach2,
        Column::SitReach3,
        Column::SitReach,
        Column::SitUps,
        Column::BenchPress,
        Column::Run,
    ];
    RESULTS.into_iter().any(|column| test.is_faulty(column) || test.text(column).is_some())
}

/// Sorts a retest sheet: those who may first, and of them the one whose hours begin first.
pub fn sort(entries: &mut [RetestEntry]) {
    let opens = |entry: &RetestEntry| entry.opens.and_then(Moment::bounds).map(|(first, _)| first);
    entries.sort_by_key(|entry| (entry.state, opens(entry).is_none(), opens(entry)));
}
