//! The notes on one officer's training: further remarks for a careful reader of the answer.

use crate::finding::Status;
use crate::model::officer::Officer;
use crate::rules::ask::Ask;
use crate::rules::law::calendar;
use crate::rules::law::schedule::Schedule;
use crate::rules::training::credit::Credit;
use crate::rules::training::item;
use crate::rules::training::mandates::{FIREARMS, MANDATES, Mandate, MandateBasis, MandateWindow};
use crate::rules::training::result::{MandateItem, Span};
use crate::words::day_words;
use chrono::Datelike;
use serde::{Serialize, Serializer};
use std::fmt;

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
    /// Yearly mandates without a completion in the year before.
    MissingLastYear {
        /// The year before.
        year: i32,
        /// The mandates.
        mandates: Vec<&'static Mandate>,
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
            Self::MissingLastYear { year, mandates } => {
                let topics: Vec<&str> = mandates.iter().map(|mandate| mandate.topic.as_str()).collect();
                write!(to, "the records show no completion in {year} for {}", topics.join(", "))
            }
            Self::NotMandated(courses) => write!(to, "not mandated, so not counted: {}", courses.join(", ")),
            Self::SeveralTopics(courses) => write!(
                to,
                "approved for several topics, but the record names none; counted toward the total hours only: {}",
                courses.join(", ")
            ),
        }
    }
}

impl Serialize for TrainingNote<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// Returns the notes that the items of one officer do not give themselves.
pub(crate) fn of<'a>(
    officer: &Officer,
    items: &[MandateItem],
    credits: &[Credit<'a>],
    ask: &Ask,
) -> Vec<TrainingNote<'a>> {
    let mut notes = Vec::new();
    let asked = || MANDATES.iter().zip(items).filter(|(_, item)| item.window.is_some());
    let period = asked().find(|(mandate, _)| mandate.window == MandateWindow::VerificationPeriod);
    if let Some((mandate, MandateItem { window: Some(period), .. })) = period {
        let ask = Ask { schedule: ask.schedule.other(), ..ask.clone() };
        match item::verification_period(officer, mandate.every_years, &ask) {
            Ok(other_period) if other_period != *period => {
                notes.push(TrainingNote::OtherSchedule { period: *period, other: ask.schedule, other_period });
            }
            _ => {}
        }
    }
    let of_basis = |mandate: &'static Mandate| match mandate.basis {
        MandateBasis::Published => None,
        MandateBasis::Advisory => Some(TrainingNote::Advice(mandate)),
        MandateBasis::Disputed => Some(TrainingNote::SourcesDiffer(mandate)),
    };
    let unfinished = asked().filter(|(_, item)| !matches!(item.status, Status::Met | Status::NotApplicable));
    notes.extend(unfinished.filter_map(|(mandate, _)| of_basis(mandate)));
    notes.extend(missing_last_year(officer, items, credits, ask));
    let courses = |wanted: fn(&Credit) -> bool| -> Vec<&'a str> {
        let credits = credits.iter().filter(|credit| wanted(credit));
        credits.map(|credit| credit.course.unwrap_or("a course without a name")).collect()
    };
    let not_mandated = courses(|credit| credit.mandate.is_none());
    if !not_mandated.is_empty() {
        notes.push(TrainingNote::NotMandated(not_mandated));
    }
    let several_topics = courses(|credit| credit.ambiguous);
    if !several_topics.is_empty() {
        notes.push(TrainingNote::SeveralTopics(several_topics));
    }
    notes
}

/// Returns a note on the yearly mandates that the records do not show for the year before.
///
/// The window that is judged is this year's, so the year before is only mentioned where the records reach back to it.
fn missing_last_year(
    officer: &Officer,
    items: &[MandateItem],
    credits: &[Credit],
    ask: &Ask,
) -> Option<TrainingNote<'static>> {
    let year = ask.as_of.year() - 1;
    let span = Span { from: calendar::year_start(year), to: calendar::year_end(year) };
    let reaches_back = credits.iter().any(|credit| credit.day <= span.to);
    if !reaches_back || officer.first_hired().is_some_and(|hired| hired > span.from) {
        return None;
    }
    let is_missing = |(mandate, item): &(&'static Mandate, &MandateItem)| {
        mandate.window == MandateWindow::CalendarYear
            && mandate.basis == MandateBasis::Published
            && mandate.holds_on(span.to)
            && item.window.is_some()
            && !credits.iter().any(|credit| span.has(credit.day) && item::counts(mandate, credit))
            && mandate.topic != FIREARMS
    };
    let mandates: Vec<_> = MANDATES.iter().zip(items).filter(is_missing).map(|(mandate, _)| mandate).collect();
    (!mandates.is_empty()).then_some(TrainingNote::MissingLastYear { year, mandates })
}
