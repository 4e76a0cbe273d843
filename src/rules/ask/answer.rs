//! The answer of a rule: a status, a due day, and text for people.

use crate::finding::{Source, Status};
use crate::model::officer::Column;
use crate::rules::ask::Ask;
use chrono::NaiveDate;

/// The answer of one rule about one record on one day. Most answers are only counted, so one without text is kept
/// small: it allocates nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: Status,
    /// The nominal due day, if there is one.
    pub due: Option<NaiveDate>,
    /// The cell that the answer is about, when it is not the rule's own.
    pub column: Option<Column>,
    pub(crate) wanted: bool,
    pub(crate) text: Option<Box<AnswerText>>,
}

/// The text of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AnswerText {
    /// The reason, in a sentence.
    pub message: String,
    /// Further points for a careful reader.
    pub notes: Vec<String>,
    /// The sources of this answer, the one that decides first, where they are not those of the rule.
    pub sources: Option<&'static [Source]>,
}

/// The reason why a check cannot answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cannot {
    /// A cell that the answer needs is blank.
    Blank(Column),
    /// The file lacks a column that the answer needs.
    NoColumn(Column),
    /// A cell that the answer needs cannot be read.
    Unreadable(Column),
    /// No value of a figure is known for the day.
    NoLaw(&'static str, NaiveDate),
}

impl Answer {
    /// Returns the reason; empty when the text of this status is not wanted.
    pub fn message(&self) -> &str {
        self.text.as_ref().map_or("", |text| &text.message)
    }

    /// Returns the notes; none when the text of this status is not wanted.
    pub fn notes(&self) -> &[String] {
        self.text.as_ref().map_or(&[], |text| &text.notes)
    }

    /// Returns the text by value.
    pub fn into_text(self) -> AnswerText {
        self.text.map(|text| *text).unwrap_or_default()
    }

    /// Applies `complete`, which may be slow, only when the text of this status is wanted.
    #[must_use]
    pub fn if_wanted(self, complete: impl FnOnce(Self) -> Self) -> Self {
        if self.wanted { complete(self) } else { self }
    }

    /// Sets the reason; the sentence is only written when it is wanted.
    #[must_use]
    pub fn because(mut self, sentence: impl FnOnce() -> String) -> Self {
        if self.wanted {
            self.text.get_or_insert_default().message = sentence();
        }
        self
    }

    /// Adds a note; it is only written when it is wanted.
    #[must_use]
    pub fn note(mut self, sentence: impl FnOnce() -> String) -> Self {
        if self.wanted {
            self.text.get_or_insert_default().notes.push(sentence());
        }
        self
    }

    /// Adds a note when `holds`.
    #[must_use]
    pub fn note_if(self, holds: bool, sentence: impl FnOnce() -> String) -> Self {
        if holds { self.note(sentence) } else { self }
    }

    /// Sets the cell that the answer is about.
    #[must_use]
    pub fn about(mut self, column: Column) -> Self {
        self.column = Some(column);
        self
    }

    /// Sets the sources of this answer, the one that decides first, in place of those of the rule.
    #[must_use]
    pub fn citing(mut self, sources: &'static [Source]) -> Self {
        if self.wanted {
            self.text.get_or_insert_default().sources = Some(sources);
        }
        self
    }

    /// Sets the due day.
    #[must_use]
    pub fn due_on(mut self, due: Option<NaiveDate>) -> Self {
        self.due = due;
        self
    }
}

impl Cannot {
    /// The status of such an answer: not knowing is not passing.
    pub const STATUS: Status = Status::Unknown;

    /// Returns the answer `unknown` with the reason.
    pub fn answer(self, ask: &Ask) -> Answer {
        match self {
            Self::Blank(Column::FreezeFrom) => ask
                .unknown()
                .about(Column::FreezeFrom)
                .because(|| "freeze_to is on record without freeze_from; the answer needs both".into()),
            Self::NoColumn(column) => ask
                .unknown()
                .about(column)
                .because(|| format!("the file has no column {}; the answer needs it", column.name())),
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
