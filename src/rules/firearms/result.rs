//! The result of a course of fire, as every report shows it.

use crate::finding::Status;
use crate::model::shoot::{Category, Weapon};
use crate::rules::firearms::course::seconds;
use crate::values::decimal::{Decimal, Plain};
use crate::values::digits::day_or_none;
use chrono::NaiveDate;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// The result of one shooter and course.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FirearmsScore<'a> {
    /// The shooter's PTB ID, as recorded.
    pub ptb_id: Option<&'a str>,
    /// The shooter's name: `Doe, Jane`.
    pub name: Option<String>,
    /// Day on which the course was fired.
    #[serde(serialize_with = "day_or_none")]
    pub date: Option<NaiveDate>,
    /// The qualification; none when the cell cannot be read.
    #[schemars(with = "Option<String>")]
    pub category: Option<Category>,
    /// The kind of handgun.
    #[schemars(with = "Option<String>")]
    pub weapon: Option<Weapon>,
    /// Hits of the whole course; none when incomplete or invalid.
    pub hits: Option<u64>,
    /// Rounds of the course.
    pub rounds: u64,
    /// Hits in percent of the rounds, cut to one decimal; none when the hits are.
    pub percent: Option<Plain>,
    /// The fewest hits that pass.
    pub required: u64,
    /// The outcome.
    pub outcome: FirearmsOutcome,
    /// Every stage of the course with its hits, in the order in which they are fired.
    pub stages: Vec<StageHits>,
    /// The file of the row; none for hits given on the command line.
    pub file: Option<&'a str>,
    /// The row's line.
    pub line: Option<u64>,
    /// The sheet of a workbook.
    #[serde(skip)]
    pub sheet: Option<&'a str>,
    /// The reason for an incomplete or invalid result, and other remarks.
    pub notes: Vec<String>,
}

/// One stage as it was fired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StageHits {
    /// Its number, from 1.
    pub stage: u32,
    /// Distance in yards; none when the sheet's cannot be read.
    pub yards: Option<u32>,
    /// Rounds fired.
    pub rounds: u32,
    /// Seconds for all of its rounds; none when the distance is not known.
    #[serde(serialize_with = "some_seconds")]
    #[schemars(with = "Option<serde_json::Number>")]
    pub seconds: Option<Decimal>,
    /// Hits; none when blank or unreadable, or when only the hits of the whole course are given.
    pub hits: Option<u32>,
}

fn some_seconds<S: Serializer>(time: &Option<Decimal>, to: S) -> Result<S::Ok, S::Error> {
    match time {
        Some(time) => seconds(time, to),
        None => to.serialize_none(),
    }
}

/// The outcome of a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirearmsOutcome {
    /// Enough hits.
    Qualified,
    /// Too few hits.
    NotQualified,
    /// A cell that the score needs is blank or cannot be read.
    Incomplete,
    /// The sheet contradicts itself or the course, so nothing on it counts.
    Invalid,
}

impl FirearmsOutcome {
    /// Every outcome, the best first.
    pub const ALL: [Self; 4] = [Self::Qualified, Self::NotQualified, Self::Incomplete, Self::Invalid];

    /// Returns the words for people: `not qualified`.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotQualified => "not qualified",
            other => other.name(),
        }
    }

    /// Returns the name in machine output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Qualified => "qualified",
            Self::NotQualified => "not-qualified",
            Self::Incomplete => "incomplete",
            Self::Invalid => "invalid",
        }
    }

    /// Returns the status that counts this outcome (settled 20).
    pub const fn status(self) -> Status {
        match self {
            Self::Qualified => Status::Met,
            Self::NotQualified | Self::Invalid => Status::Overdue,
            Self::Incomplete => Status::Unknown,
        }
    }
}

impl Serialize for FirearmsOutcome {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

impl JsonSchema for FirearmsOutcome {
    fn schema_name() -> Cow<'static, str> {
        "FirearmsOutcome".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "enum": Self::ALL.map(Self::name) })
    }
}
