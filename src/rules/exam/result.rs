//! The result of a row of an academy and examination sheet, as every report shows it.

use crate::finding::address::{SourcesAndUrls, with_urls};
use crate::finding::{Source, Status};
use crate::model::exam::ExamKind;
use crate::values::decimal::Plain;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// The result of one row.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "exam check")]
pub struct ExamResult<'a> {
    /// The trainee's PTB ID, as recorded.
    pub ptb_id: Option<&'a str>,
    /// The trainee's name: `Doe, Jane`.
    pub name: Option<String>,
    /// Hours missed.
    pub attendance: Attendance,
    /// Average of the written examinations.
    pub average: Average,
    /// True when the trainee may take the examination; `None` when that is not known.
    pub eligible: Option<bool>,
    /// The examination; `None` when the row has none.
    pub exam: Option<Exam>,
    /// Attempts left: with this appointment (comprehensive), or in the career (equivalency). `None` after a pass.
    pub attempts_left: Option<u32>,
    /// The day by which the chief must have the result in writing.
    pub results_due: Option<NaiveDate>,
    /// The outcome.
    #[schemars(with = "String")]
    pub outcome: ExamOutcome,
    /// The law behind the result, highest authority first.
    #[serde(flatten, serialize_with = "with_urls")]
    #[schemars(flatten, with = "SourcesAndUrls")]
    pub sources: &'static [Source],
    /// The reason for the outcome, and other remarks.
    pub notes: Vec<String>,
    /// The file of the row.
    pub file: &'a str,
    /// The row's line.
    pub line: u64,
    /// The sheet of a workbook.
    #[serde(skip)]
    pub sheet: Option<&'a str>,
}

/// Hours missed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Attendance {
    /// Share of the hours of instruction, in percent cut to one decimal.
    pub absent_percent: Option<Plain>,
    /// True when it is within the limit; `None` when that is not known.
    pub passed: Option<bool>,
}

/// Average of the written examinations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Average {
    /// In percent, as recorded.
    pub percent: Option<Plain>,
    /// True when it is high enough; `None` when that is not known.
    pub passed: Option<bool>,
}

/// An examination.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Exam {
    /// The kind of examination.
    #[schemars(with = "Option<String>")]
    pub kind: Option<ExamKind>,
    /// The score in percent.
    pub percent: Option<Plain>,
    /// The pass mark in percent; `None` when none is known for that day.
    pub required: Option<Plain>,
    /// True when it was passed; `None` when that is not known.
    pub passed: Option<bool>,
}

/// The outcome of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExamOutcome {
    /// Eligible, and the examination was passed.
    Pass,
    /// Eligible, and the examination was failed.
    Fail,
    /// The trainee may not take the examination, or was not allowed to.
    NotEligible,
    /// A fact that the outcome needs is not known, or has not happened.
    Incomplete,
    /// A disruption was reported or an absence was not excused, so a person decides.
    Review,
}

impl ExamOutcome {
    /// Every outcome, the best first.
    pub const ALL: [Self; 5] = [Self::Pass, Self::Fail, Self::NotEligible, Self::Incomplete, Self::Review];

    /// Returns the words for people.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Pass => "passed",
            Self::Fail => "failed",
            Self::NotEligible => "not eligible",
            Self::Incomplete => "incomplete",
            Self::Review => "review",
        }
    }

    /// Returns the name in machine output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::NotEligible => "not-eligible",
            Self::Incomplete => "incomplete",
            Self::Review => "review",
        }
    }

    /// Returns the status that counts this outcome (settled 20). A failure and a trainee who is not eligible count as
    /// overdue, like a failed POWER test. A blank cell or an examination that has not happened is not known, which is
    /// not a pass. A disruption is for the Executive Director, an absence that was not excused for the Academy
    /// Director.
    pub const fn status(self) -> Status {
        match self {
            Self::Pass => Status::Met,
            Self::Fail | Self::NotEligible => Status::Overdue,
            Self::Incomplete => Status::Unknown,
            Self::Review => Status::Review,
        }
    }
}

impl Serialize for ExamOutcome {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}
