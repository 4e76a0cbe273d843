//! A kind of deadline: name, heading, how it is counted, and its notes.

use crate::finding::Source;
use crate::rules::deadlines::count::Count;
use crate::rules::law::figure::Param;
use chrono::NaiveDate;

/// A kind of deadline, declared once: the list, the options it takes, the count and its words all come from here.
#[derive(Debug)]
pub struct DeadlineKind {
    /// The name on the command line, which never changes: `basic-training`.
    pub name: &'static str,
    /// The heading of the list.
    pub group: DeadlineGroup,
    /// The thing that is due, in a few words.
    pub label: &'static str,
    /// The meaning of DATE: `the initial full-time hire`.
    pub date: &'static str,
    /// The count of the first day, where the deadline is a window.
    pub opens: Option<Count>,
    /// The count of the last day.
    pub due: Count,
    /// The things that may move the last day to a later one.
    pub moved_by: MovedBy,
    /// True where an act is due within a time that runs forward: only then the next open day may help (settled 146).
    pub is_act_within_time: bool,
    /// The law, highest authority first.
    pub sources: &'static [Source],
    /// Further remarks for a careful reader, each with the answers it belongs to.
    pub notes: &'static [(NoteWhen, &'static str)],
}

/// The headings of the list, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeadlineGroup {
    /// Hire, basic training, and officers trained before.
    Employment,
    /// Conditions before a trainee enters the academy.
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

impl DeadlineGroup {
    /// Returns the heading.
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

/// The things that may move a last day to a later one.
#[derive(Clone, Copy, Debug)]
pub enum MovedBy {
    /// Nothing.
    Nothing,
    /// A military freeze.
    Freeze,
    /// An extension of at most this many days, and a military freeze.
    ExtensionAndFreeze(&'static Param<u32>),
}

/// The answers that a note belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteWhen {
    /// Every answer.
    Always,
    /// Answers with an extension.
    Extended,
    /// Answers with a freeze.
    Frozen,
    /// Answers counted from a 29 February.
    FromLeapDay,
    /// Answers without a clock time.
    WithoutTime,
}

impl DeadlineKind {
    /// Returns whether the kind takes `--extension`.
    pub const fn takes_extension(&self) -> bool {
        matches!(self.moved_by, MovedBy::ExtensionAndFreeze(_))
    }

    /// Returns whether the kind takes `--freeze`.
    pub const fn takes_freeze(&self) -> bool {
        !matches!(self.moved_by, MovedBy::Nothing)
    }

    /// Returns whether the kind takes `--time`.
    pub const fn takes_time(&self) -> bool {
        matches!(self.due, Count::Hours(_))
    }

    /// Describes the count for a list: `6 calendar months after`, `from 90 days before to 30 days before`.
    pub fn how_long(&self, on: NaiveDate) -> String {
        match self.opens {
            Some(opens) => format!("from {} to {}", opens.words(on), self.due.words(on)),
            None => self.due.words(on),
        }
    }
}
