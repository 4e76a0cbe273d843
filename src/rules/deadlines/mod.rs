//! One deadline at a time: what starts it, when it is due, and each step of the count in words.

pub mod count;
pub mod kinds;

pub use kinds::KINDS;

use crate::finding::{Source, Status};
use crate::rules::law::calendar;
use crate::rules::law::calendar::Freeze;
use crate::rules::law::figure::Param;
use crate::values::moment::Moment;
use crate::words::{count_words, day_words};
use chrono::{Datelike, NaiveDate, NaiveTime};
use count::{Count, NoLaw};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// A kind of deadline, declared once: the list, the options it takes, the count and its words all come from here.
#[derive(Debug)]
pub struct Kind {
    /// What a person types, for ever: `basic-training`.
    pub name: &'static str,
    /// Under which heading it is listed.
    pub group: Group,
    /// What is due, in a few words.
    pub label: &'static str,
    /// What DATE is: `the initial full-time hire`.
    pub date: &'static str,
    /// Where it is a window: how its first day is counted.
    pub opens: Option<Count>,
    /// How its last day is counted.
    pub due: Count,
    /// What may move the last day on.
    pub moved_by: MovedBy,
    /// The law, highest authority first.
    pub sources: &'static [Source],
    /// What else a careful reader should know, and when.
    pub notes: &'static [(When, &'static str)],
}

/// The headings of the list, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Hire, basic training, and officers trained before.
    Employment,
    /// What must be in order before a trainee enters the academy.
    Entrance,
    /// Examinations and courses.
    Courses,
    /// Yearly firearms qualification.
    Firearms,
    /// Retired officers' concealed carry.
    Carry,
    /// Lead homicide investigators.
    Homicide,
    /// Reimbursement of training.
    Reimbursement,
}

impl Group {
    /// The heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Employment => "Employment and basic training",
            Self::Entrance => "Entrance to the academy",
            Self::Courses => "Examinations and courses",
            Self::Firearms => "Firearms qualification",
            Self::Carry => "Retired officers' concealed carry",
            Self::Homicide => "Lead homicide investigators",
            Self::Reimbursement => "Reimbursement",
        }
    }
}

/// What may move a last day on.
#[derive(Clone, Copy, Debug)]
pub enum MovedBy {
    /// Nothing.
    Nothing,
    /// A military freeze.
    Freeze,
    /// An extension of at most so many days, and a military freeze.
    ExtensionAndFreeze(&'static Param<u32>),
}

/// On which answers a note stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On every one.
    Always,
    /// When an extension was given.
    Extended,
    /// When a freeze was given.
    Frozen,
    /// When the clock time was left out.
    WithoutTime,
}

/// What is asked about a kind of deadline. Days are of the years 1900 to 2199, as every reader of ours gives them.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// The day on which it starts, or from which it is counted backward.
    pub start: NaiveDate,
    /// The clock time on that day, where the kind counts hours.
    pub time: Option<NaiveTime>,
    /// Days of extension.
    pub extension: Option<u32>,
    /// A military freeze.
    pub freeze: Option<Frozen>,
    /// The day asked about.
    pub as_of: NaiveDate,
    /// Days before the due day from which the answer is `due-soon`.
    pub warn_days: u32,
}

/// A military freeze of the training clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frozen {
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
    /// What is due.
    pub label: &'static str,
    /// The day, or the moment, that was given.
    #[schemars(with = "String")]
    pub from: Moment,
    /// Where it is a window: its first good day or moment.
    #[schemars(with = "Option<String>")]
    pub opens: Option<Moment>,
    /// The nominal last good day or moment.
    #[schemars(with = "Option<String>")]
    pub due: Option<Moment>,
    /// The next open day, when `due` is a Saturday, Sunday or State holiday.
    pub extended: Option<NaiveDate>,
    /// The due day minus the day asked about: negative is past.
    pub days: Option<i64>,
    /// By the due day alone; `review` while a freeze lasts, `unknown` where no law is known.
    pub status: Status,
    /// How it was counted, one line each.
    pub steps: Vec<String>,
    /// The law, highest authority first.
    pub sources: &'static [Source],
    /// What else a careful reader should know.
    pub notes: Vec<String>,
}

/// Why a question has no answer: the options do not fit the kind, or each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The kind of this name knows no extension.
    NoExtension(&'static str),
    /// More days of extension than may be granted.
    ExtensionTooLong {
        /// Those asked for.
        days: u32,
        /// Those that may be granted.
        most: u32,
    },
    /// The kind of this name knows no freeze.
    NoFreeze(&'static str),
    /// The freeze ends before it begins.
    FreezeBackward(NaiveDate, NaiveDate),
    /// The kind of this name counts whole days.
    NoTime(&'static str),
    /// A clock time that the clocks skipped on that day.
    SkippedTime(NaiveDate, NaiveTime),
}

impl fmt::Display for Refused {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoExtension(kind) => write!(to, "--extension: nothing extends {kind}"),
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
                "--time: there is no {} on {} in Illinois, the clocks went forward over it",
                time.format("%H:%M"),
                day_words(*day)
            ),
        }
    }
}

impl std::error::Error for Refused {}

/// The kind of this name.
pub fn find(name: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.name == name)
}

impl Kind {
    /// Whether `--extension` means something.
    pub const fn takes_extension(&self) -> bool {
        matches!(self.moved_by, MovedBy::ExtensionAndFreeze(_))
    }

    /// Whether `--freeze` means something.
    pub const fn takes_freeze(&self) -> bool {
        !matches!(self.moved_by, MovedBy::Nothing)
    }

    /// Whether `--time` means something.
    pub const fn takes_time(&self) -> bool {
        matches!(self.due, Count::Hours(_))
    }

    /// How it is counted, for a list: `6 calendar months after`, `from 90 days before to 30 days before`.
    pub fn how_long(&self, on: NaiveDate) -> String {
        match self.opens {
            Some(opens) => format!("from {} to {}", opens.words(on), self.due.words(on)),
            None => self.due.words(on),
        }
    }

    /// The answer to a question.
    ///
    /// # Errors
    /// An option does not fit the kind, or cannot be.
    pub fn answer(&self, question: &Question) -> Result<Deadline, Refused> {
        self.refuse(question)?;
        let start = match question.time {
            Some(time) => Moment::at(question.start, time).ok_or(Refused::SkippedTime(question.start, time))?,
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
            Ok(Counted { opens, due: Some(due) }) => {
                let days = (due.day() - question.as_of).num_days();
                answer.opens = opens;
                answer.due = Some(due);
                answer.days = Some(days);
                answer.status = Status::of_days(days, question.warn_days);
                self.extend(due, &mut answer);
            }
            Ok(Counted { due: None, .. }) => answer.status = Status::Review,
            Err(NoLaw { title, day }) => {
                answer.steps.clear();
                answer.notes.push(format!("no law is known for {} ({title})", day_words(day)));
            }
        }
        Ok(answer)
    }

    /// Whether the options fit the kind. How long an extension may be is asked later, by the law of the day.
    fn refuse(&self, question: &Question) -> Result<(), Refused> {
        match (self.moved_by, question.extension) {
            (MovedBy::ExtensionAndFreeze(longest), Some(days)) => {
                if let Some(most) = longest.on(question.start).filter(|most| days > *most) {
                    return Err(Refused::ExtensionTooLong { days, most });
                }
            }
            (_, Some(_)) => return Err(Refused::NoExtension(self.name)),
            _ => {}
        }
        match question.freeze {
            Some(_) if !self.takes_freeze() => Err(Refused::NoFreeze(self.name)),
            Some(Frozen { from, to: Some(to) }) if to < from => Err(Refused::FreezeBackward(from, to)),
            _ if question.time.is_some() && !self.takes_time() => Err(Refused::NoTime(self.name)),
            _ => Ok(()),
        }
    }

    fn notes_for(&self, question: &Question) -> Vec<String> {
        let holds = |when| match when {
            When::Always => true,
            When::Extended => question.extension.is_some_and(|days| days > 0),
            When::Frozen => question.freeze.is_some(),
            When::WithoutTime => question.time.is_none(),
        };
        self.notes.iter().filter(|(when, _)| holds(*when)).map(|(_, note)| (*note).to_owned()).collect()
    }

    /// Counts both ends of it, with every step.
    fn count(&self, start: Moment, question: &Question, steps: &mut Vec<String>) -> Result<Counted, NoLaw> {
        let opens = match self.opens {
            Some(opens) => Some(opens.from(start, "opens ", steps)?),
            None => None,
        };
        let due = self.due.from(start, if opens.is_some() { "due " } else { "" }, steps)?;
        let extension = question.extension.unwrap_or(0);
        // A clock that nothing moves may end at a moment; one that is moved ends on a day.
        let (MovedBy::Freeze | MovedBy::ExtensionAndFreeze(_), Moment::OnDay(mut day)) = (self.moved_by, due) else {
            return Ok(Counted { opens, due: Some(due) });
        };
        if let (MovedBy::ExtensionAndFreeze(longest), 1..) = (self.moved_by, extension) {
            longest.on(question.start).ok_or(NoLaw { title: longest.title, day: question.start })?;
            day = calendar::days_after(day, extension);
            steps.push(format!("{} of extension: {}", count_words(extension, "day"), day_words(day)));
        }
        let due = match question.freeze {
            Some(frozen) => thaw(question, frozen, day, steps),
            None => Some(day),
        };
        Ok(Counted { opens, due: due.map(Moment::OnDay) })
    }

    /// Shows the next open day of a last day that is closed, and says what it is worth. A retest is given when the
    /// clock says, whatever day it is.
    fn extend(&self, due: Moment, answer: &mut Deadline) {
        if self.takes_time() {
            return;
        }
        answer.extended = calendar::extended(due.day());
        if let Some(open) = answer.extended {
            let why = match calendar::holiday(due.day()) {
                Some(name) if calendar::why_closed(due.day()) == "a State holiday" => {
                    format!("a State holiday, {name}")
                }
                _ => calendar::why_closed(due.day()).to_owned(),
            };
            answer.steps.push(format!("{why}: 5 ILCS 70/1.11 may allow {} {}", open.weekday(), day_words(open)));
            answer.notes.push(match self.due {
                Count::DaysBefore(_) => {
                    "the day is counted backward: the next open day leaves fewer days than the rule asks \
                                         for, so choose an open day before it"
                        .into()
                }
                _ => "do not rely on the next open day: every answer goes by the nominal one".into(),
            });
        }
    }
}

/// Both ends of a deadline; no last day while a freeze lasts.
struct Counted {
    opens: Option<Moment>,
    due: Option<Moment>,
}

/// The last day after a freeze, or none while it lasts.
fn thaw(question: &Question, frozen: Frozen, deadline: NaiveDate, steps: &mut Vec<String>) -> Option<NaiveDate> {
    let Frozen { from, to } = frozen;
    match calendar::freeze(question.start, deadline, Some(from), to, question.as_of) {
        Freeze::StandsStill(since) => {
            steps.push(format!("frozen since {}: the clock stands still until the return is known", day_words(since)));
            None
        }
        Freeze::Days(days @ 1..) => {
            let moved = calendar::days_after(deadline, days);
            let end = to.map_or_else(String::new, |to| format!(" to {}", day_words(to)));
            let inside = if from < question.start { " after the clock's start" } else { "" };
            steps.push(format!(
                "frozen from {}{end}, {}{inside}: {}",
                day_words(from),
                count_words(days, "day"),
                day_words(moved)
            ));
            Some(moved)
        }
        Freeze::Days(0) | Freeze::WithoutBeginning => {
            let why = if from > deadline {
                "begins after that day"
            } else if to.is_none() {
                "has not begun and has no end yet"
            } else if to == Some(from) {
                "lasts no day"
            } else {
                "is over before the clock starts"
            };
            steps.push(format!("the freeze from {} {why} and moves nothing", day_words(from)));
            Some(deadline)
        }
    }
}
