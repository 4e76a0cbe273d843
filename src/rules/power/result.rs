//! The result of a POWER test, as every report shows it.

use crate::finding::Status;
use crate::model::power_test::Sex;
use crate::rules::power::event::EventScore;
use crate::rules::power::standards::{AgeGroup, Event};
use crate::values::digits::day_or_none;
use crate::values::moment::Moment;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// The result of one first test with its retest, or of a row that is scored alone.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "power score")]
pub struct PowerScore<'a> {
    /// The person's PTB ID, as recorded.
    pub ptb_id: Option<&'a str>,
    /// The person's name: `Doe, Jane`.
    pub name: Option<String>,
    /// The column of the standards.
    #[schemars(with = "Option<String>")]
    pub sex: Option<Sex>,
    /// Whole years on the day of the first test.
    pub age: Option<u32>,
    /// The group whose standards count; none below the youngest group.
    #[schemars(with = "Option<String>")]
    pub age_group: Option<AgeGroup>,
    /// Day of the first test.
    #[serde(serialize_with = "day_or_none")]
    pub test_date: Option<NaiveDate>,
    /// `initial`, `final` when a retest is included, or `final-week`.
    pub attempt: &'static str,
    /// The four events, in the legal order.
    pub events: [EventScore; 4],
    /// The outcome of the test.
    #[schemars(with = "String")]
    pub outcome: PowerOutcome,
    /// The events to retake and the hours for it; only for a first test with failed events and without a retest.
    pub retest: Option<RetestWindow>,
    /// Last day on which a course may start on the strength of this test; only for a pass.
    #[serde(serialize_with = "day_or_none")]
    pub last_course_start: Option<NaiveDate>,
    /// The file of the row; none for a person given by flags.
    pub file: Option<&'a str>,
    /// The row's line.
    pub line: Option<u64>,
    /// The sheet of a workbook.
    #[serde(skip)]
    pub sheet: Option<&'a str>,
    /// Remarks on the result.
    pub notes: Vec<String>,
}

/// The outcome of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PowerOutcome {
    /// All four events reached their standards.
    Pass,
    /// At least one event did not, and none is unknown.
    Fail,
    /// At least one event is not known.
    Incomplete,
    /// A retest that does not count.
    Invalid,
    /// A pass if a person decides that the retest counts, or a test with a value that cannot be.
    Review,
    /// A final-week test, which decides nothing.
    Recorded,
}

impl PowerOutcome {
    /// Every outcome, the best first.
    pub const ALL: [Self; 6] = [Self::Pass, Self::Fail, Self::Incomplete, Self::Invalid, Self::Review, Self::Recorded];

    /// Returns the name in machine output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::Incomplete => "incomplete",
            Self::Invalid => "invalid",
            Self::Review => "review",
            Self::Recorded => "recorded",
        }
    }

    /// Returns the status that counts this outcome (settled 20); a recorded test requires nothing (settled 126).
    pub const fn status(self) -> Status {
        match self {
            Self::Pass => Status::Met,
            Self::Fail | Self::Invalid => Status::Overdue,
            Self::Incomplete => Status::Unknown,
            Self::Review => Status::Review,
            Self::Recorded => Status::NotApplicable,
        }
    }
}

impl Serialize for PowerOutcome {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

/// The events that may be retaken, and the hours for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RetestWindow {
    /// The failed events.
    pub events: Vec<Event>,
    /// Start of the window; the day alone when the end of the first test has no clock time.
    #[schemars(with = "Option<String>")]
    pub opens: Option<Moment>,
    /// End of the window, itself included.
    #[schemars(with = "Option<String>")]
    pub closes: Option<Moment>,
}
