//! The answer of the training records: one result for each officer, the completions that match no officer, and the
//! sums.

use crate::finding::address::{SourcesAndUrls, with_urls};
use crate::finding::{Source, Status, Tally};
use crate::rules::law::schedule::Schedule;
use crate::rules::training::mandates::{MANDATES, Mandate};
use crate::values::decimal::Plain;
use crate::words::{day_words, shown_text};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::fmt;

/// The result for one row of the roster.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "training check")]
pub struct TrainingResult<'a> {
    /// The officer's PTB ID, as recorded on the roster.
    pub ptb_id: Option<&'a str>,
    /// `Doe, Jane A.`
    pub name: Option<String>,
    /// Every mandate, in the order of the table.
    pub items: Vec<MandateItem>,
    /// Completions that do not count.
    pub refused: Vec<RefusedCompletion<'a>>,
    /// Further remarks for a careful reader.
    #[schemars(with = "Vec<String>")]
    pub notes: Vec<TrainingNote<'a>>,
    /// The roster's file.
    pub file: &'a str,
    /// The roster's line.
    pub line: u64,
    /// The sheet of the roster, where that is a workbook.
    #[serde(skip)]
    pub sheet: Option<&'a str>,
}

/// The answer to one mandate for one officer.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MandateItem {
    /// The mandate's topic.
    pub mandate: &'static str,
    /// `3 years`
    pub every: String,
    /// The days in which completions count; `None` when they cannot be worked out or the mandate does not apply. A
    /// window that has ended, when it was not met.
    pub window: Option<Span>,
    /// Hours needed; `None` where no source sets any.
    pub hours_needed: Option<Plain>,
    /// Hours that count.
    pub hours_credited: Plain,
    /// Completions that count.
    pub completions: usize,
    /// The answer.
    pub status: Status,
    /// The due day.
    pub due: Option<NaiveDate>,
    /// `due` minus the day asked about: negative is late.
    pub days: Option<i64>,
    /// The window that runs, when an ended one is judged.
    pub current: Option<CurrentWindow>,
    /// The reason, in one sentence.
    pub message: String,
    /// The part of `message` that gives a reason beside figures and days; empty where there is none.
    #[serde(skip)]
    pub reason: String,
    /// The publishers of the mandate.
    #[serde(flatten, serialize_with = "with_urls")]
    #[schemars(flatten, with = "SourcesAndUrls")]
    pub sources: &'static [Source],
    /// Notes of the roster's rule, where that answers.
    #[serde(skip)]
    pub notes: Vec<String>,
    /// The mandate itself.
    #[serde(skip)]
    pub of: &'static Mandate,
}

/// The window that runs beside an ended one that was not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CurrentWindow {
    /// Its days.
    #[serde(flatten)]
    pub span: Span,
    /// The answer for it.
    pub status: Status,
}

/// Days from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Span {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Span {
    /// Returns whether a day is one of them.
    pub fn has(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

/// A completion that does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RefusedCompletion<'a> {
    /// The course as recorded.
    pub course: Option<&'a str>,
    /// The day as recorded.
    pub completed: Option<NaiveDate>,
    /// The reason why it does not count.
    pub why: String,
}

/// A completion that matches no officer on the roster, or more than one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnmatchedCompletion<'a> {
    /// The PTB ID of the record.
    pub ptb_id: Option<&'a str>,
    /// `Doe, Jane`
    pub name: Option<String>,
    /// The course as recorded.
    pub course: Option<&'a str>,
    /// The day as recorded.
    pub completed: Option<NaiveDate>,
    /// The reason why it matches no officer.
    pub why: &'static str,
    /// The file of the record.
    pub file: &'a str,
    /// The record's line.
    pub line: u64,
    /// The sheet of the record, where that is in a workbook.
    #[serde(skip)]
    pub sheet: Option<&'a str>,
}

/// A note on one officer's training.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrainingNote<'a> {
    /// The verification period differs under the other e-sign schedule.
    OtherSchedule {
        /// The period that decides.
        period: Span,
        /// The other schedule.
        other: Schedule,
        /// The period by the other schedule.
        other_period: Span,
    },
    /// The mandate is advice of one unit.
    Advice(&'static Mandate),
    /// The sources of the mandate differ.
    SourcesDiffer(&'static Mandate),
    /// Windows that have ended and were not judged, because the records begin later.
    NotReached {
        /// The windows.
        windows: Vec<Span>,
        /// The first day of the records; `None` when no record has a day.
        since: Option<NaiveDate>,
    },
    /// A note of the roster's rule that gives an answer.
    OfRule {
        /// The mandate.
        mandate: &'static Mandate,
        /// The note.
        note: String,
    },
    /// Courses whose topic is not a mandate.
    NotMandated(Vec<&'a str>),
    /// Courses that are approved for several topics, while the record names none.
    SeveralTopics(Vec<&'a str>),
}

impl TrainingNote<'_> {
    /// Returns the mandate that the note is about, where it is the same for every officer.
    pub const fn mandate(&self) -> Option<&'static Mandate> {
        match self {
            Self::Advice(mandate) | Self::SourcesDiffer(mandate) => Some(mandate),
            _ => None,
        }
    }

    /// Returns whether the note speaks of the records as a whole, so that a page need not repeat it for each officer.
    pub const fn is_shared(&self) -> bool {
        matches!(self, Self::Advice(_) | Self::SourcesDiffer(_) | Self::NotReached { .. })
    }

    /// Returns the one mandate that the note is about, if there is one.
    pub const fn about(&self) -> Option<&'static Mandate> {
        match self {
            Self::OfRule { mandate, .. } => Some(mandate),
            other => other.mandate(),
        }
    }
}

impl fmt::Display for TrainingNote<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherSchedule { period, other, other_period } => write!(
                to,
                "the verification period is {} to {}; with --schedule {} it would be {} to {}",
                day_words(period.from),
                day_words(period.to),
                other.name(),
                day_words(other_period.from),
                day_words(other_period.to)
            ),
            Self::Advice(mandate) => {
                write!(to, "{}: advice ({}), not found in the statute", mandate.topic, mandate.source)
            }
            Self::SourcesDiffer(mandate) => write!(to, "{}: sources differ: {}", mandate.topic, mandate.source),
            Self::NotReached { windows, since } => {
                let windows: Vec<String> = windows
                    .iter()
                    .map(|window| format!("{} to {}", day_words(window.from), day_words(window.to)))
                    .collect();
                write!(to, "not judged: {}, because ", windows.join(" and "))?;
                match since {
                    Some(since) => write!(to, "the records begin on {}", day_words(*since))?,
                    None => to.write_str("no record has a day")?,
                }
                to.write_str("; --records-since says from which day they are complete")
            }
            Self::OfRule { mandate, note } => write!(to, "{}: {note}", mandate.topic),
            Self::NotMandated(courses) => write!(to, "not mandated, so not counted: {}", listed(courses)),
            Self::SeveralTopics(courses) => write!(
                to,
                "approved for several topics, but the record names none; counted toward the total hours only: {}",
                listed(courses)
            ),
        }
    }
}

/// Returns the names of courses, as messages quote them.
fn listed(courses: &[&str]) -> String {
    courses.iter().map(|course| shown_text(course)).collect::<Vec<_>>().join(", ")
}

impl Serialize for TrainingNote<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// The results of all training records.
#[derive(Clone, Debug)]
pub struct TrainingResults<'a> {
    /// A result for each row of the roster, in its order.
    pub results: Vec<TrainingResult<'a>>,
    /// Completions that match no officer, in the order of the records.
    pub unmatched: Vec<UnmatchedCompletion<'a>>,
    /// The PTB IDs of the roster and of the records that were matched though they are spelled in two ways.
    pub matched_ids: Vec<(&'a str, &'a str)>,
}

impl TrainingResult<'_> {
    /// Returns the worst answer, by which officers are sorted.
    pub fn worst(&self) -> Status {
        self.items.iter().map(|item| item.status).max().unwrap_or(Status::NotApplicable)
    }
}

/// The answers to one mandate, counted over officers, to see which class to book.
#[derive(Clone, Debug)]
pub struct MandateSummary {
    /// The mandate's topic.
    pub mandate: &'static str,
    /// The mandate's title.
    pub title: &'static str,
    /// The answers.
    pub tally: Tally,
}

/// Counts the answers by mandate, in the order of the table.
pub fn summary(results: &[TrainingResult]) -> Vec<MandateSummary> {
    let one = |mandate: &'static Mandate| {
        let mut tally = Tally::default();
        let items = results.iter().flat_map(|result| &result.items);
        for item in items.filter(|item| item.mandate == mandate.topic) {
            tally.records += 1;
            tally.count(item.status);
        }
        MandateSummary { mandate: &mandate.topic, title: &mandate.title, tally }
    };
    MANDATES.iter().map(one).collect()
}
