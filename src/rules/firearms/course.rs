//! The State's course of fire: its stages, how each begins, what passes, in force on which day.

use crate::model::shoot::Category;
use crate::rules::law::figure::LAST_CHECKED;
use crate::rules::law::figure::{Figure, FigureRow, TableFigures};
use crate::rules::law::params;
use crate::values::decimal::Decimal;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};
use std::collections::BTreeSet;
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Rounds of the whole course.
    pub fn rounds(&self) -> u64 {
        self.stages.iter().map(|stage| u64::from(stage.rounds)).sum()
    }

    /// The fewest hits that pass: the smallest count with `hits * 100 >= passing_percent * rounds`.
    pub fn required(&self) -> u64 {
        let needed = u128::from(self.passing_percent.millionths()) * u128::from(self.rounds());
        u64::try_from(needed.div_ceil(u128::from(Decimal::whole(100).millionths()))).unwrap_or(u64::MAX)
    }

    /// The stage of this number as it was fired: from `yards` where that is how its replacement is fired.
    pub fn stage_from(&self, stage: Stage, yards: u32) -> Stage {
        let replaces = |other: &&Stage| other.stage == stage.stage && other.yards == yards;
        self.instead.iter().find(replaces).copied().unwrap_or(stage)
    }
}

/// Where the firearm is when the command to fire a stage is given (20 Ill. Adm. Code 1720.Appendix C(2) and (3)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// "Draw": from a secured holster.
    Draw,
    /// "Present": in hand, in the low ready position.
    Present,
}

impl Start {
    /// How every stage begins for this category.
    pub const fn of(category: Category) -> Self {
        match category {
            Category::Duty => Self::Draw,
            Category::OffDuty | Category::Retired => Self::Present,
        }
    }

    /// The command word: `draw`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draw => "draw",
            Self::Present => "present",
        }
    }

    /// What the shooter does on the command.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Draw => "draw from a secured holster",
            Self::Present => "handgun in hand, present from the low ready",
        }
    }
}

/// Seconds as a number with the digits that were written.
pub(crate) fn seconds<S: Serializer>(seconds: &Decimal, to: S) -> Result<S::Ok, S::Error> {
    if let Some(whole) = seconds.wholes() {
        return to.serialize_u64(whole);
    }
    // A JSON number with decimals has no exact type; printing its shortest form gives the digits back.
    let digits = seconds.plain(0).to_string();
    match digits.parse::<f64>() {
        Ok(decimal) => to.serialize_f64(decimal),
        Err(_) => to.serialize_str(&digits),
    }
}

/// A line of the embedded table.
#[derive(Clone, Debug)]
pub struct Line {
    /// First day on which it holds.
    pub from: NaiveDate,
    /// Last day on which it is known to hold; `None` is "until further notice".
    pub until: Option<NaiveDate>,
    /// The stage.
    pub stage: Stage,
    /// Whether it may be fired in place of the other stage of the same number.
    pub optional: bool,
    /// Where it stands.
    pub source: String,
}

#[derive(Deserialize)]
struct Cells {
    from: NaiveDate,
    until: Option<NaiveDate>,
    stage: u32,
    yards: u32,
    rounds: u32,
    seconds: String,
    optional: String,
    source: String,
}

impl Cells {
    fn line(self) -> Option<Line> {
        let seconds = Decimal::read(&self.seconds)?;
        let optional = match self.optional.as_str() {
            "yes" => true,
            "no" => false,
            _ => return None,
        };
        let stage = Stage { stage: self.stage, yards: self.yards, rounds: self.rounds, seconds };
        Some(Line { from: self.from, until: self.until, stage, optional, source: self.source })
    }
}

/// Every stage of the State's course, in the order in which they are fired, the optional one last.
pub static LINES: LazyLock<Vec<Line>> = LazyLock::new(|| read(TABLE));
pub(crate) const TABLE: &str = include_str!("../law/tables/course_of_fire.csv");

/// Reads a table. One with a line that is no stage is empty, because a course with a hole in it would be easier.
pub(crate) fn read(table: &'static str) -> Vec<Line> {
    crate::rules::law::figure::embedded::<Cells>(table)
        .into_iter()
        .map(Cells::line)
        .collect::<Option<_>>()
        .unwrap_or_default()
}

/// The State's course on a day; `None` when none is known.
pub fn state_on(day: NaiveDate) -> Option<&'static Course> {
    /// The course from each day on which something in it changes, until the next, in their order.
    static COURSES: LazyLock<Vec<(NaiveDate, Option<Course>)>> = LazyLock::new(|| {
        let of_lines = LINES.iter().map(|line| (Some(line.from), line.until));
        let of_percent = params::COURSE_PASSING_PERCENT.history.iter().map(|dated| (dated.from, dated.until));
        let changes = of_lines.chain(of_percent).flat_map(|(from, until)| [from, until.and_then(|day| day.succ_opt())]);
        let days: BTreeSet<NaiveDate> = changes.flatten().collect();
        days.into_iter().map(|day| (day, put_together(day))).collect()
    });
    COURSES.iter().rev().find(|(from, _)| *from <= day)?.1.as_ref()
}

fn put_together(day: NaiveDate) -> Option<Course> {
    let holds = |line: &&Line| line.from <= day && line.until.is_none_or(|until| day <= until);
    let (instead, stages): (Vec<&Line>, Vec<&Line>) = LINES.iter().filter(holds).partition(|line| line.optional);
    let [instead, stages] = [instead, stages].map(|lines| lines.into_iter().map(|line| line.stage).collect::<Vec<_>>());
    let passing_percent = Decimal::whole(params::COURSE_PASSING_PERCENT.on(day)?);
    (!stages.is_empty()).then_some(Course { name: None, stages, instead, passing_percent })
}

/// The first day for which a course is known.
pub fn known_from() -> Option<NaiveDate> {
    static FIRST: LazyLock<Option<NaiveDate>> = LazyLock::new(|| LINES.iter().map(|line| line.from).min());
    *FIRST
}

/// The figures that decide a course beside the table.
pub static FIGURES: &[&dyn Figure] = &[&params::COURSE_PASSING_PERCENT, &params::FIREARM_LEAST_CAPACITY];

/// The stages, as figures.
pub static STAGE_FIGURES: TableFigures = TableFigures {
    name: "course-of-fire",
    rows: || {
        let row = |line: &Line| {
            let Stage { stage, yards, rounds, seconds } = line.stage;
            let (suffix, whether) =
                if line.optional { (format!("-from-{yards}"), ", optional") } else { (String::new(), "") };
            FigureRow {
                name: format!("course-of-fire-stage-{stage}{suffix}"),
                title: format!("stage {stage}{whether}, {rounds} rounds from {yards} yards in"),
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
