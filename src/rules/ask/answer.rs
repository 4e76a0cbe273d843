//! What a rule is asked with, and what it answers: a status, a day, and words for whoever reads them.

use crate::finding::{Status, StatusSet};
use crate::model::officer::Column;
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

/// The answer of one rule about one record on one day. Most are read by nobody: such a one is two machine words long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The answer.
    pub status: Status,
    /// The nominal day on which it is due, where it has one.
    pub due: Option<NaiveDate>,
    /// The cell the answer speaks of, when it is not the rule's own.
    pub column: Option<Column>,
    wanted: bool,
    words: Option<Box<Words>>,
}

/// What an answer says beside its status and its day.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Words {
    /// Why, in a sentence.
    pub message: String,
    /// What else a careful reader should know.
    pub notes: Vec<String>,
}

/// Why a check cannot answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cannot {
    /// A cell that the answer needs is blank.
    Blank(Column),
    /// A cell that the answer needs cannot be read.
    Unreadable(Column),
    /// No value of a figure is known for the day.
    NoLaw(&'static str, NaiveDate),
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

impl Answer {
    /// Why, in a sentence. Empty when nobody will read it.
    pub fn message(&self) -> &str {
        self.words.as_ref().map_or("", |words| &words.message)
    }

    /// What else a careful reader should know.
    pub fn notes(&self) -> &[String] {
        self.words.as_ref().map_or(&[], |words| &words.notes)
    }

    /// What is told when somebody reads the answer.
    pub fn into_words(self) -> Words {
        self.words.map(|words| *words).unwrap_or_default()
    }

    /// Tells what takes some working out, which is only done when somebody will read it.
    #[must_use]
    pub fn for_a_reader(self, tell: impl FnOnce(Self) -> Self) -> Self {
        if self.wanted { tell(self) } else { self }
    }

    /// Gives the reason; the sentence is only written when somebody will read it.
    #[must_use]
    pub fn because(mut self, sentence: impl FnOnce() -> String) -> Self {
        if self.wanted {
            self.words.get_or_insert_default().message = sentence();
        }
        self
    }

    /// Adds a note, written only when somebody will read it.
    #[must_use]
    pub fn note(mut self, sentence: impl FnOnce() -> String) -> Self {
        if self.wanted {
            self.words.get_or_insert_default().notes.push(sentence());
        }
        self
    }

    /// Adds a note when `holds`.
    #[must_use]
    pub fn note_if(self, holds: bool, sentence: impl FnOnce() -> String) -> Self {
        if holds { self.note(sentence) } else { self }
    }

    /// Says which cell the answer speaks of.
    #[must_use]
    pub fn about(mut self, column: Column) -> Self {
        self.column = Some(column);
        self
    }

    /// Sets the day that was, or is, due.
    #[must_use]
    pub fn due_on(mut self, due: Option<NaiveDate>) -> Self {
        self.due = due;
        self
    }
}

impl Cannot {
    /// The status of an answer that cannot be given: not knowing is not passing.
    pub const STATUS: Status = Status::Unknown;

    /// The answer that says so.
    pub fn answer(self, ask: &Ask) -> Answer {
        match self {
            Self::Blank(column) => {
                ask.unknown().about(column).because(|| format!("{} is blank; the answer needs it", column.name()))
            }
            Self::Unreadable(column) => {
                ask.unknown().about(column).because(|| format!("{} cannot be read; the answer needs it", column.name()))
            }
            Self::NoLaw(title, day) => {
                ask.unknown().because(|| format!("no law is known for {} ({title})", crate::words::day_words(day)))
            }
        }
    }
}
