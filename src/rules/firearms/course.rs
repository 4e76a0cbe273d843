//! The State's course of fire: its stages, how each begins, the passing score, and the days on which it is in force.

use crate::model::shoot::Category;
use crate::rules::law::figure::{Figure, FigureRow, LAST_CHECKED, TableFigures};
use crate::rules::law::params;
use crate::values::decimal::Decimal;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};
use std::sync::LazyLock;

/// One stage of a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Stage {
    /// Its number, from 1.
    pub stage: u32,
    /// Distance in yards.
    pub yards: u32,
    /// Rounds fired.
    pub rounds: u32,
    /// Seconds for all of its rounds.
    #[serde(serialize_with = "seconds")]
    #[schemars(with = "serde_json::Number")]
    pub seconds: Decimal,
}

/// A course of fire: the State's, or an agency's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// The agency's name for its own course; none for the State's.
    pub name: Option<String>,
    /// The stages, in the order in which they are fired.
    pub stages: Vec<Stage>,
    /// Stages that may be fired in place of the one with the same number.
    pub instead: Vec<Stage>,
    /// Percent of the rounds that must hit.
    pub passing_percent: Decimal,
}

impl Course {
    /// Returns the rounds of the whole course.
    pub fn rounds(&self) -> u64 {
        self.stages.iter().map(|stage| u64::from(stage.rounds)).sum()
    }

    /// Returns the fewest hits that pass: the smallest count with `hits * 100 >= passing_percent * rounds`.
    pub fn required(&self) -> u64 {
        let needed = u128::from(self.passing_percent.millionths()) * u128::from(self.rounds());
        u64::try_from(needed.div_ceil(u128::from(Decimal::whole(100).millionths()))).unwrap_or(u64::MAX)
    }

    /// Returns the replacement of a stage when it is fired from `yards`, or else the stage itself.
    pub fn stage_from(&self, stage: Stage, yards: u32) -> Stage {
        let replaces = |other: &&Stage| other.stage == stage.stage && other.yards == yards;
        self.instead.iter().find(replaces).copied().unwrap_or(stage)
    }
}

/// The position of the firearm when the command to fire a stage is given (20 Ill. Adm. Code 1720.Appendix C(2) and
/// (3)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageStart {
    /// "Draw": from a secured holster.
    Draw,
    /// "Present": in hand, in the low ready position.
    Present,
}

impl StageStart {
    /// Returns how every stage begins for this category.
    pub const fn of(category: Category) -> Self {
        match category {
            Category::Duty => Self::Draw,
            Category::OffDuty | Category::Retired => Self::Present,
        }
    }

    /// Returns the command word: `draw`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draw => "draw",
            Self::Present => "present",
        }
    }

    /// Returns what the shooter does on the command.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Draw => "draw from a secured holster",
            Self::Present => "handgun in hand, present from the low ready",
        }
    }
}

/// Writes seconds as a number with the digits of the source.
pub(super) fn seconds<S: Serializer>(seconds: &Decimal, to: S) -> Result<S::Ok, S::Error> {
    if let Some(whole) = seconds.wholes() {
        return to.serialize_u64(whole);
    }
    // JSON numbers with decimals are floats; the shortest form of the float has the same digits.
    let digits = seconds.plain(0).to_string();
    match digits.parse::<f64>() {
        Ok(decimal) => to.serialize_f64(decimal),
        Err(_) => to.serialize_str(&digits),
    }
}

/// One line of the embedded table.
#[derive(Clone, Debug)]
pub struct CourseLine {
    /// First day on which it is in force.
    pub from: NaiveDate,
    /// Last day on which it is known to be in force; `None` is "until further notice".
    pub until: Option<NaiveDate>,
    /// The stage.
    pub stage: Stage,
    /// True when it may be fired in place of the other stage of the same number.
    pub optional: bool,
    /// The section of the law.
    pub source: String,
}

impl CourseLine {
    fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// The cells of a line.
#[derive(Deserialize)]
struct CourseCells {
    from: NaiveDate,
    until: Option<NaiveDate>,
    stage: u32,
    yards: u32,
    rounds: u32,
    seconds: String,
    optional: String,
    source: String,
}

impl CourseCells {
    fn line(self) -> Option<CourseLine> {
        let seconds = Decimal::read(&self.seconds)?;
        let optional = match self.optional.as_str() {
            "yes" => true,
            "no" => false,
            _ => return None,
        };
        let stage = Stage { stage: self.stage, yards: self.yards, rounds: self.rounds, seconds };
        Some(CourseLine { from: self.from, until: self.until, stage, optional, source: self.source })
    }
}

/// Every stage of the State's course in the order of fire, the optional one last.
pub static LINES: LazyLock<Vec<CourseLine>> = LazyLock::new(|| read(TABLE));
pub(in crate::rules) const TABLE: &str = include_str!("../law/tables/course_of_fire.csv");

/// Reads a table. Returns nothing when any line is invalid, since a course without that stage would be easier.
pub(in crate::rules) fn read(table: &'static str) -> Vec<CourseLine> {
    crate::rules::law::figure::embedded::<CourseCells>(table)
        .into_iter()
        .map(CourseCells::line)
        .collect::<Option<_>>()
        .unwrap_or_default()
}

/// Returns the State's course on a day; `None` when none is known.
pub fn state_on(day: NaiveDate) -> Option<Course> {
    let passing_percent = Decimal::whole(params::COURSE_PASSING_PERCENT.on(day)?);
    let mut course = Course { passing_percent, ..Course::default() };
    for line in LINES.iter().filter(|line| line.holds_on(day)) {
        let stages = if line.optional { &mut course.instead } else { &mut course.stages };
        stages.push(line.stage);
    }
    (!course.stages.is_empty()).then_some(course)
}

/// Returns the first day for which a course is known.
pub fn known_from() -> Option<NaiveDate> {
    LINES.iter().map(|line| line.from).min()
}

/// The figures besides the table that decide a course.
pub static FIGURES: &[&dyn Figure] = &[&params::COURSE_PASSING_PERCENT, &params::FIREARM_LEAST_CAPACITY];

/// The stages, as figures.
pub static STAGE_FIGURES: TableFigures = TableFigures {
    name: "course-of-fire",
    rows: || {
        let row = |line: &CourseLine| {
            let Stage { stage, yards, rounds, seconds } = line.stage;
            let (suffix, optional) =
                if line.optional { (format!("-from-{yards}"), ", optional") } else { (String::new(), "") };
            FigureRow {
                name: format!("course-of-fire-stage-{stage}{suffix}"),
                title: format!("stage {stage}{optional}, {rounds} rounds from {yards} yards in"),
                value: seconds.to_string(),
                unit: "seconds",
                from: Some(line.from),
                until: line.until,
                source: line.source.clone(),
                last_checked: Some(LAST_CHECKED),
            }
        };
        LINES.iter().map(row).collect()
    },
};
