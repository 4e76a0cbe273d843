//! What a rule is asked with, and what it answers: a status, a day, and words for whoever reads them.

use crate::finding::Status;
use crate::model::officer::Column;
use crate::rules::ask::Ask;
use chrono::NaiveDate;

/// The answer of one rule about one record on one day. Most are read by nobody: such a one is two machine words long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The answer.
    pub status: Status,
    /// The nominal day on which it is due, where it has one.
    pub due: Option<NaiveDate>,
    /// The cell the answer speaks of, when it is not the rule's own.
    pub column: Option<Column>,
    pub(crate) wanted: bool,
    pub(crate) words: Option<Box<Words>>,
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
