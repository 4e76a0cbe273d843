//! A course of fire scored: the hits of each stage counted exactly, never guessed, and what came of them.

use crate::finding::Status;
use crate::model;
use crate::model::Record;
use crate::model::shoot::{Category, Column, Shoot, Stage12Yards, Weapon};
use crate::rules::firearms::course::{Course, known_from, seconds, state_on};
use crate::rules::law::params;
use crate::values::decimal::{Decimal, Plain};
use crate::values::digits::day_or_none;
use crate::words::{count_words, day_words};
use chrono::NaiveDate;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::ops::Deref;

/// A row of a firearms sheet with its place.
pub type Entry<'a> = model::Entry<'a, Shoot<'a>>;

/// Hits given on the command line instead of in a file.
#[derive(Clone, Debug, Default)]
pub struct Fired {
    /// Hits of each stage, in order; `None` is blank. Empty when only `hits` is known.
    pub stages: Vec<Option<u32>>,
    /// Hits of the whole course.
    pub hits: Option<u32>,
    /// From where stage 12 was fired; `None` is 15 yards.
    pub stage_12_yards: Option<Stage12Yards>,
    /// What the shooter qualifies for.
    pub category: Option<Category>,
    /// Day on which the course was fired.
    pub date: Option<NaiveDate>,
}

/// The result of one shooter and course.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "FirearmsScore")]
pub struct Score<'a> {
    /// The shooter's PTB ID, as recorded.
    pub ptb_id: Option<&'a str>,
    /// `Doe, Jane`
    pub name: Option<String>,
    /// Day on which the course was fired.
    #[serde(serialize_with = "day_or_none")]
    pub date: Option<NaiveDate>,
    /// What the shooter qualifies for; none when the cell cannot be read.
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
    /// What came of it.
    pub outcome: Outcome,
    /// Every stage of the course with its hits.
    #[schemars(with = "Vec<StageHits>")]
    pub stages: Stages,
    /// The file of the row; none for hits given on the command line.
    pub file: Option<&'a str>,
    /// The row's line.
    pub line: Option<u64>,
    /// Why it is incomplete or invalid, and what else a careful reader should know.
    pub notes: Vec<String>,
}

/// The stages of a course as they were fired, in their order. A kind of its own because a report encodes them in a way of
/// its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stages(Vec<StageHits>);

impl Deref for Stages {
    type Target = [StageHits];

    fn deref(&self) -> &[StageHits] {
        &self.0
    }
}

/// One stage as it was fired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
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

/// What came of a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Enough hits.
    Qualified,
    /// Too few hits.
    NotQualified,
    /// Something that the score needs is blank or cannot be read.
    Incomplete,
    /// The sheet says what cannot be, so that nothing on it counts.
    Invalid,
}

impl Outcome {
    /// Every outcome, the best first.
    pub const ALL: [Self; 4] = [Self::Qualified, Self::NotQualified, Self::Incomplete, Self::Invalid];

    /// The words a person reads: `not qualified`.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotQualified => "not qualified",
            other => other.name(),
        }
    }

    /// The name in machine output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Qualified => "qualified",
            Self::NotQualified => "not-qualified",
            Self::Incomplete => "incomplete",
            Self::Invalid => "invalid",
        }
    }

    /// The status as which it is counted (settled 20).
    pub const fn status(self) -> Status {
        match self {
            Self::Qualified => Status::Met,
            Self::NotQualified | Self::Invalid => Status::Overdue,
            Self::Incomplete => Status::Unknown,
        }
    }
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

impl JsonSchema for Outcome {
    fn schema_name() -> Cow<'static, str> {
        "FirearmsOutcome".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "enum": Self::ALL.map(Self::name) })
    }
}

/// A figure of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Figure {
    Blank,
    Unreadable,
    Is(u32),
}

impl Figure {
    const fn given(self) -> Option<u32> {
        if let Self::Is(figure) = self { Some(figure) } else { None }
    }

    const fn of(given: Option<u32>) -> Self {
        match given {
            Some(figure) => Self::Is(figure),
            None => Self::Blank,
        }
    }
}

/// What is scored, wherever it was written.
struct Sheet<'s> {
    stages: &'s [Figure],
    hits: Figure,
    capacity: Figure,
    /// `None` when it cannot be read.
    stage_12_yards: Option<Stage12Yards>,
    date: Option<NaiveDate>,
    date_unreadable: bool,
}

/// Scores a row against the agency's `own` course, else the State's of the day on which it was fired.
pub fn score<'a>(entry: &Entry<'a>, own: Option<&Course>, as_of: NaiveDate) -> Score<'a> {
    let shoot = &entry.record;
    let figure = |column: Column, value| if shoot.is_faulty(column) { Figure::Unreadable } else { Figure::of(value) };
    let sheet = Sheet {
        stages: &shoot.stages().map(|(column, hits)| figure(column, hits)),
        hits: figure(Column::Hits, shoot.hits),
        capacity: figure(Column::Capacity, shoot.capacity),
        stage_12_yards: match shoot.stage_12_yards {
            None if shoot.is_faulty(Column::Stage12Yards) => None,
            yards => Some(yards.unwrap_or(Stage12Yards::Fifteen)),
        },
        date: shoot.date,
        date_unreadable: shoot.date.is_none() && shoot.is_faulty(Column::Date),
    };
    let mut score = score_sheet(&sheet, own, as_of);
    score.ptb_id = shoot.ptb_id;
    score.name = shoot.full_name();
    score.category = shoot.category();
    score.weapon = shoot.weapon;
    score.file = Some(entry.file);
    score.line = Some(entry.line);
    if score.outcome == Outcome::Qualified && score.date.is_none() {
        score.notes.push("no day is given, so that no roster can show this qualification".into());
    }
    if score.category.is_none() {
        score.notes.push("category cannot be read, so that it is not known how the stages began".into());
    }
    score
}

/// Scores hits given on the command line, in the same way.
pub fn score_fired(fired: &Fired, own: Option<&Course>, as_of: NaiveDate) -> Score<'static> {
    let stages: Vec<Figure> = fired.stages.iter().copied().map(Figure::of).collect();
    let sheet = Sheet {
        stages: &stages,
        hits: Figure::of(fired.hits),
        capacity: Figure::Blank,
        stage_12_yards: Some(fired.stage_12_yards.unwrap_or(Stage12Yards::Fifteen)),
        date: fired.date,
        date_unreadable: false,
    };
    let mut score = score_sheet(&sheet, own, as_of);
    score.category = Some(fired.category.unwrap_or(Category::Duty));
    score
}

/// What is scored against where no course is known at all.
static NO_COURSE: Course =
    Course { name: None, stages: Vec::new(), instead: Vec::new(), passing_percent: Decimal::whole(100) };

fn score_sheet(sheet: &Sheet, own: Option<&Course>, as_of: NaiveDate) -> Score<'static> {
    let day = sheet.date.unwrap_or(as_of);
    let state = state_on(day);
    let known = state.is_some();
    // A sheet of a day without a known course is held against the first one, only to tell what cannot be on any.
    let course = own.or(state).or_else(|| known_from().and_then(state_on)).unwrap_or(&NO_COURSE);
    let stages = fired_stages(sheet, course);
    let (rounds, required) = (course.rounds(), course.required());
    let mut notes = Vec::new();
    if let (Some(_), Some(name)) = (own, &course.name) {
        notes.push(format!("scored against the agency's own course '{name}'"));
    } else if own.is_some() {
        notes.push("scored against the agency's own course".into());
    }
    let law_day = if known { Some(day) } else { known_from() };
    let least_capacity = law_day.and_then(|day| params::FIREARM_LEAST_CAPACITY.on(day));
    let invalid = why_invalid(sheet, &stages, least_capacity, as_of);
    let incomplete = why_incomplete(sheet, course, (!known).then_some(day));
    let hits = total(sheet, &stages);
    let (outcome, hits) = match hits {
        // Settled 110: what cannot be comes before what is missing.
        _ if !invalid.is_empty() => {
            notes.push(format!("invalid: {}", invalid.join("; ")));
            (Outcome::Invalid, None)
        }
        Some(hits) if incomplete.is_empty() => {
            (if hits >= required { Outcome::Qualified } else { Outcome::NotQualified }, Some(hits))
        }
        _ => {
            notes.push(format!("incomplete: {}", incomplete.join("; ")));
            (Outcome::Incomplete, None)
        }
    };
    Score {
        ptb_id: None,
        name: None,
        date: sheet.date,
        category: None,
        weapon: None,
        hits,
        rounds,
        percent: hits.map(|hits| percent(hits, rounds)),
        required,
        outcome,
        stages: Stages(stages),
        file: None,
        line: None,
        notes,
    }
}

/// Hits in percent of the rounds, cut to one decimal: `80.0`.
fn percent(hits: u64, rounds: u64) -> Plain {
    Plain::tenths(i64::try_from((hits * 1000).checked_div(rounds).unwrap_or(0)).unwrap_or(i64::MAX))
}

/// Whether any stage is given, readable or not: then the stages decide, and hits alone do not.
fn by_stages(sheet: &Sheet) -> bool {
    sheet.stages.iter().any(|hits| *hits != Figure::Blank)
}

fn fired_stages(sheet: &Sheet, course: &Course) -> Vec<StageHits> {
    let fired = |(at, stage): (usize, &crate::rules::firearms::course::Stage)| {
        let hits = sheet.stages.get(at).copied().and_then(Figure::given);
        let far = sheet.stage_12_yards.map(|yards| course.stage_from(*stage, yards.yards()));
        // Only a stage that may be fired from elsewhere is in doubt when the distance cannot be read.
        let in_doubt = far.is_none() && course.instead.iter().any(|other| other.stage == stage.stage);
        let stage = far.unwrap_or(*stage);
        StageHits {
            stage: stage.stage,
            yards: (!in_doubt).then_some(stage.yards),
            rounds: stage.rounds,
            seconds: (!in_doubt).then_some(stage.seconds),
            hits,
        }
    };
    course.stages.iter().enumerate().map(fired).collect()
}

/// The hits of the stages when all of them are given, else the hits of the whole course; none when neither is.
fn total(sheet: &Sheet, stages: &[StageHits]) -> Option<u64> {
    if by_stages(sheet) {
        stages.iter().map(|stage| stage.hits.map(u64::from)).sum()
    } else {
        sheet.hits.given().map(u64::from)
    }
}

/// What cannot be on any course (settled 53).
fn why_invalid(sheet: &Sheet, stages: &[StageHits], least_capacity: Option<u32>, as_of: NaiveDate) -> Vec<String> {
    let rounds: u64 = stages.iter().map(|stage| u64::from(stage.rounds)).sum();
    let mut reasons = Vec::new();
    for stage in stages {
        if let Some(hits) = stage.hits.filter(|hits| *hits > stage.rounds) {
            let rounds = count_words(stage.rounds, "round");
            reasons.push(format!("stage_{} shows {} of {rounds}", stage.stage, count_words(hits, "hit")));
        }
    }
    for (at, hits) in sheet.stages.iter().enumerate().skip(stages.len()) {
        if let Some(hits) = hits.given().filter(|hits| *hits > 0) {
            let course = count_words(stages.len() as i64, "stage");
            reasons.push(format!("stage_{} shows {}, but the course has {course}", at + 1, count_words(hits, "hit")));
        }
    }
    if let Some(hits) = sheet.hits.given() {
        if u64::from(hits) > rounds {
            reasons.push(format!("hits shows {hits}, more than the {rounds} rounds of the course"));
        }
        // Settled 110: held against the stages only when every one is given.
        if let Some(sum) = total(sheet, stages).filter(|sum| by_stages(sheet) && *sum != u64::from(hits)) {
            reasons.push(format!("hits shows {hits}, but the stages make {sum}"));
        }
    }
    if let (Some(capacity), Some(least)) = (sheet.capacity.given(), least_capacity)
        && capacity < least
    {
        reasons
            .push(format!("the firearm holds {}; the course needs at least {least}", count_words(capacity, "round")));
    }
    if let Some(date) = sheet.date.filter(|date| *date > as_of) {
        reasons.push(format!("date is {}, later than {}", day_words(date), day_words(as_of)));
    }
    reasons
}

/// What the score needs and does not have. `unknown_day` is the day when no course is known for it.
fn why_incomplete(sheet: &Sheet, course: &Course, unknown_day: Option<NaiveDate>) -> Vec<String> {
    let mut reasons = Vec::new();
    let mut unreadable = |column: &str| reasons.push(format!("{column} cannot be read"));
    let mut blank = Vec::new();
    if by_stages(sheet) {
        for at in 0..sheet.stages.len().max(course.stages.len()) {
            match sheet.stages.get(at) {
                Some(Figure::Unreadable) => unreadable(&format!("stage_{}", at + 1)),
                None | Some(Figure::Blank) if at < course.stages.len() => blank.push(format!("stage_{}", at + 1)),
                _ => {}
            }
        }
        // Settled 119: only where the distance can make a difference.
        if sheet.stage_12_yards.is_none() && !course.instead.is_empty() {
            unreadable(Column::Stage12Yards.name());
        }
    }
    if sheet.hits == Figure::Unreadable {
        unreadable(Column::Hits.name());
    }
    if sheet.capacity == Figure::Unreadable {
        unreadable(Column::Capacity.name());
    }
    if sheet.date_unreadable {
        unreadable(Column::Date.name());
    }
    if !blank.is_empty() {
        let verb = if blank.len() == 1 { "is" } else { "are" };
        reasons.push(format!("{} {verb} blank, which is not known to be zero", blank.join(", ")));
    }
    if !by_stages(sheet) && sheet.hits == Figure::Blank {
        reasons.push("neither the stages nor hits are given".into());
    }
    if let Some(day) = unknown_day {
        let begins = known_from().map_or_else(String::new, |from| format!(": the first begins on {}", day_words(from)));
        reasons.push(format!("no course of fire is known for {}{begins}", day_words(day)));
    }
    reasons
}
