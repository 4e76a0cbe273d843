//! Answers a question about one deadline: both ends, extension, freeze, the next open day.

use crate::finding::address::{SourcesAndUrls, with_urls};
use crate::finding::{Source, Status};
use crate::rules::deadlines::count::{Count, NoLaw};
use crate::rules::deadlines::kind::{DeadlineKind, MovedBy, NoteWhen};
use crate::rules::law::calendar::{self, CLOSED_DAY_STATUTE, Freeze};
use crate::values::moment::Moment;
use crate::words::{count_words, day_words};
use chrono::{Datelike, NaiveDate, NaiveTime};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// A question about a kind of deadline. Its days are of the years 1900 to 2199, like those of every reader.
#[derive(Clone, Copy, Debug)]
pub struct DeadlineQuestion {
    /// The day on which the count starts, forward or backward.
    pub start: NaiveDate,
    /// The clock time on that day, for a kind that counts hours.
    pub time: Option<NaiveTime>,
    /// Days of extension.
    pub extension: Option<u32>,
    /// A military freeze.
    pub freeze: Option<FreezePeriod>,
    /// The day asked about.
    pub as_of: NaiveDate,
    /// Days before the due day from which the answer is `due-soon`.
    pub warn_days: u32,
}

/// A military freeze of the training clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FreezePeriod {
    /// The day on which the Board received the request.
    pub from: NaiveDate,
    /// The day of the agency's notice of return; `None` while there is none.
    pub to: Option<NaiveDate>,
}

/// The answer, with the keys of machine output.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Deadline {
    /// The kind's name.
    pub kind: &'static str,
    /// The thing that is due.
    pub label: &'static str,
    /// The day or moment that was given.
    #[schemars(with = "String")]
    pub from: Moment,
    /// The first good day or moment, where the deadline is a window.
    #[schemars(with = "Option<String>")]
    pub opens: Option<Moment>,
    /// The nominal last good day or moment.
    #[schemars(with = "Option<String>")]
    pub due: Option<Moment>,
    /// The next open day, when an act is due within a time that runs forward and `due` is a Saturday, Sunday or State
    /// holiday.
    pub extended: Option<NaiveDate>,
    /// The due day minus the day asked about: negative is past.
    pub days: Option<i64>,
    /// The status by the due day; `review` while a freeze lasts, `unknown` where no law is known.
    pub status: Status,
    /// The steps of the count, one line each.
    pub steps: Vec<String>,
    /// The law, highest authority first.
    #[serde(flatten, serialize_with = "with_urls")]
    #[schemars(flatten, with = "SourcesAndUrls")]
    pub sources: &'static [Source],
    /// Further remarks for a careful reader.
    pub notes: Vec<String>,
}

/// The reason why a question has no answer: the options do not fit the kind, or each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeadlineRefusal {
    /// The kind of this name takes no extension.
    NoExtension(&'static str),
    /// More days of extension than may be granted.
    ExtensionTooLong {
        /// The days asked for.
        days: u32,
        /// The days that may be granted.
        most: u32,
    },
    /// The kind of this name takes no freeze.
    NoFreeze(&'static str),
    /// The freeze ends before it begins.
    FreezeBackward(NaiveDate, NaiveDate),
    /// The kind of this name counts whole days.
    NoTime(&'static str),
    /// A clock time that the clocks skip on that day.
    SkippedTime(NaiveDate, NaiveTime),
}

impl fmt::Display for DeadlineRefusal {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoExtension(kind) => write!(to, "--extension: {kind} cannot be extended"),
            Self::ExtensionTooLong { days, most } => {
                let given = count_words(*days, "day");
                write!(to, "--extension: {given} are more than the {most} that the Board may grant")
            }
            Self::NoFreeze(kind) => write!(to, "--freeze: a military freeze does not move {kind}"),
            Self::FreezeBackward(from, end) => {
                write!(to, "--freeze: it ends on {}, before it begins on {}", day_words(*end), day_words(*from))
            }
            Self::NoTime(kind) => write!(to, "--time: {kind} is counted in whole days"),
            Self::SkippedTime(day, time) => write!(
                to,
                "--time: there is no {} on {} in Illinois: the clocks skip it when they go forward",
                time.format("%H:%M"),
                day_words(*day)
            ),
        }
    }
}

impl std::error::Error for DeadlineRefusal {}

impl DeadlineKind {
    /// Answers a question.
    ///
    /// # Errors
    /// An option that does not fit the kind, or is impossible.
    pub fn answer(&self, question: &DeadlineQuestion) -> Result<Deadline, DeadlineRefusal> {
        self.check_options(question)?;
        let start = match question.time {
            Some(time) => Moment::at(question.start, time).ok_or(DeadlineRefusal::SkippedTime(question.start, time))?,
            None => Moment::OnDay(question.start),
        };
        let mut answer = Deadline {
            kind: self.name,
            label: self.label,
            from: start,
            opens: None,
            due: None,
            extended: None,
            days: None,
            status: Status::Unknown,
            steps: Vec::new(),
            sources: self.sources,
            notes: self.notes_for(question),
        };
        match self.count(start, question, &mut answer.steps) {
            Ok(BothEnds { opens, due: Some(due) }) => {
                let days = (due.day() - question.as_of).num_days();
                answer.opens = opens;
                answer.due = Some(due);
                answer.days = Some(days);
                answer.status = self
                    .due
                    .status_of(question.start, question.as_of)
                    .unwrap_or_else(|| Status::of_days(days, question.warn_days));
                self.add_open_day(due, &mut answer);
            }
            Ok(BothEnds { due: None, .. }) => answer.status = Status::Review,
            Err(NoLaw { title, day }) => {
                answer.steps.clear();
                answer.notes.push(format!("no law is known for {} ({title})", day_words(day)));
            }
        }
        Ok(answer)
    }

    /// Checks that the options fit the kind.
    fn check_options(&self, question: &DeadlineQuestion) -> Result<(), DeadlineRefusal> {
        match (self.moved_by, question.extension) {
            (MovedBy::ExtensionAndFreeze(longest), Some(days)) => {
                if let Some(most) = longest.on(question.start).filter(|most| days > *most) {
                    return Err(DeadlineRefusal::ExtensionTooLong { days, most });
                }
            }
            (_, Some(_)) => return Err(DeadlineRefusal::NoExtension(self.name)),
            _ => {}
        }
        match question.freeze {
            Some(_) if !self.takes_freeze() => Err(DeadlineRefusal::NoFreeze(self.name)),
            Some(FreezePeriod { from, to: Some(to) }) if to < from => Err(DeadlineRefusal::FreezeBackward(from, to)),
            _ if question.time.is_some() && !self.takes_time() => Err(DeadlineRefusal::NoTime(self.name)),
            _ => Ok(()),
        }
    }

    fn notes_for(&self, question: &DeadlineQuestion) -> Vec<String> {
        let holds = |when| match when {
            NoteWhen::Always => true,
            NoteWhen::Extended => question.extension.is_some_and(|days| days > 0),
            NoteWhen::Frozen => question.freeze.is_some(),
            NoteWhen::FromLeapDay => (question.start.month(), question.start.day()) == (2, 29),
            NoteWhen::WithoutTime => question.time.is_none(),
        };
        self.notes.iter().filter(|(when, _)| holds(*when)).map(|(_, note)| (*note).to_owned()).collect()
    }

    /// Counts both ends, and writes every step.
    fn count(&self, start: Moment, question: &DeadlineQuestion, steps: &mut Vec<String>) -> Result<BothEnds, NoLaw> {
        let opens = match self.opens {
            Some(opens) => Some(opens.from(start, "opens ", steps)?),
            None => None,
        };
        let due = self.due.from(start, if opens.is_some() { "due " } else { "" }, steps)?;
        let extension = question.extension.unwrap_or(0);
        // Only a deadline that nothing moves may end at a moment; the others end on a day.
        let (MovedBy::Freeze | MovedBy::ExtensionAndFreeze(_), Moment::OnDay(mut day)) = (self.moved_by, due) else {
            return Ok(BothEnds { opens, due: Some(due) });
        };
        if let (MovedBy::ExtensionAndFreeze(longest), 1..) = (self.moved_by, extension) {
            longest.on(question.start).ok_or(NoLaw { title: longest.title, day: question.start })?;
            day = calendar::days_after(day, extension);
            steps.push(format!("{} of extension: {}", count_words(extension, "day"), day_words(day)));
        }
        let due = match question.freeze {
            Some(frozen) => after_freeze(question, frozen, day, steps),
            None => Some(day),
        };
        Ok(BothEnds { opens, due: due.map(Moment::OnDay) })
    }

    /// Adds the next open day where an act is due on a closed day, with a note on its worth. Expiries, windows of hours
    /// and counts backward have none (settled 146).
    fn add_open_day(&self, due: Moment, answer: &mut Deadline) {
        let day = due.day();
        if calendar::is_open(day) {
            return;
        }
        let why = match calendar::holiday(day) {
            Some(name) if calendar::why_closed(day) == "a State holiday" => format!("a State holiday, {name}"),
            _ => calendar::why_closed(day).to_owned(),
        };
        if matches!(self.due, Count::DaysBefore(_)) {
            answer.notes.push(format!(
                "{} is {why}; the day is counted backward, and a later one leaves fewer days than the rule requires, \
                 so choose an open day before it",
                day_words(day)
            ));
        }
        answer.extended = calendar::extended(day).filter(|_| self.is_act_within_time);
        if let Some(open) = answer.extended {
            answer.steps.push(format!("{why}: {CLOSED_DAY_STATUTE} may allow {} {}", open.weekday(), day_words(open)));
            answer.notes.push("do not rely on the next open day: every answer uses the nominal day".into());
        }
    }
}

/// Both ends of a deadline; `due` is missing while a freeze lasts.
struct BothEnds {
    opens: Option<Moment>,
    due: Option<Moment>,
}

/// Returns the last day after a freeze; `None` while it lasts.
fn after_freeze(
    question: &DeadlineQuestion,
    frozen: FreezePeriod,
    deadline: NaiveDate,
    steps: &mut Vec<String>,
) -> Option<NaiveDate> {
    let FreezePeriod { from, to } = frozen;
    match calendar::freeze(question.start, deadline, Some(from), to, question.as_of) {
        Freeze::StandsStill(since) => {
            steps.push(format!("frozen since {}: the clock is stopped until the return is known", day_words(since)));
            None
        }
        Freeze::Days(days @ 1..) => {
            let moved = calendar::days_after(deadline, days);
            let end = to.map_or_else(String::new, |to| format!(" to {}", day_words(to)));
            let counted = count_words(days, "day");
            let (verb, is) = if days == 1 { ("lies", "is") } else { ("lie", "are") };
            let counted = if from < question.start {
                format!("of which {counted} {verb} after the clock's start and {is} added")
            } else {
                counted
            };
            steps.push(format!("frozen from {}{end}, {counted}: {}", day_words(from), day_words(moved)));
            Some(moved)
        }
        Freeze::Days(0) | Freeze::WithoutBeginning => {
            let why = if from > deadline {
                "begins after that day"
            } else if to.is_none() {
                "has not begun and has no end yet"
            } else if to == Some(from) {
                "is zero days long"
            } else {
                "is over before the clock starts"
            };
            steps.push(format!("the freeze from {} {why} and moves nothing", day_words(from)));
            Some(deadline)
        }
    }
}
