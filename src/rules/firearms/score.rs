//! A course of fire scored: the hits of each stage counted exactly, never guessed, and the outcome.

use crate::model::shoot::{Category, Column, Shoot, Stage12Yards, Weapon};
use crate::model::{self, Record, SHIFTED_ROW};
use crate::rules::firearms::course::{Course, Stage, known_from, state_on};
use crate::rules::firearms::reasons::{incomplete_reasons, invalid_reasons};
use crate::rules::firearms::result::{FirearmsOutcome, FirearmsScore, StageHits};
use crate::rules::firearms::score_sheet::{ScoreSheet, SheetCount};
use crate::rules::law::params;
use crate::values::decimal::Plain;
use chrono::NaiveDate;

/// A row of a firearms sheet with its place.
pub type FirearmsEntry<'a> = model::Entry<'a, Shoot<'a>>;

/// Hits given on the command line instead of in a file.
#[derive(Clone, Debug, Default)]
pub struct FlagHits {
    /// Hits of each stage, in order; `None` is blank. Empty when only `hits` is known.
    pub stages: Vec<Option<u32>>,
    /// Hits of the whole course.
    pub hits: Option<u32>,
    /// The distance of stage 12; `None` is 15 yards.
    pub stage_12_yards: Option<Stage12Yards>,
    /// The qualification; `None` is duty.
    pub category: Option<Category>,
    /// Day on which the course was fired.
    pub date: Option<NaiveDate>,
}

/// Scores a row by the agency's `own` course, or else by the State's course of the day on which it was fired.
pub fn score<'a>(entry: &FirearmsEntry<'a>, own: Option<&Course>, as_of: NaiveDate) -> FirearmsScore<'a> {
    let shoot = &entry.record;
    let count =
        |column: Column, cell| if shoot.is_faulty(column) { SheetCount::Unreadable } else { SheetCount::from(cell) };
    let sheet = ScoreSheet {
        stages: shoot.stages().map(|(column, hits)| count(column, hits)).into(),
        hits: count(Column::Hits, shoot.hits),
        is_long_gun: shoot.weapon == Some(Weapon::LongGun),
        capacity: count(Column::Capacity, shoot.capacity),
        stage_12_yards: match shoot.stage_12_yards {
            None if shoot.is_faulty(Column::Stage12Yards) => None,
            yards => Some(yards.unwrap_or(Stage12Yards::Fifteen)),
        },
        date: shoot.date,
        is_date_unreadable: shoot.date.is_none() && shoot.is_faulty(Column::Date),
    };
    let score = score_sheet(&sheet, own, as_of);
    let mut notes = score.notes;
    if score.outcome == FirearmsOutcome::Qualified && score.date.is_none() {
        notes.push("no date is given, so this qualification cannot be entered in a roster".into());
    }
    let category = shoot.category();
    if category.is_none() {
        notes.push("category cannot be read, so it is not known how the stages began".into());
    }
    if shoot.is_shifted() {
        notes = vec![SHIFTED_ROW.into()];
    }
    FirearmsScore {
        ptb_id: shoot.ptb_id,
        name: shoot.full_name(),
        category,
        weapon: shoot.weapon,
        file: Some(entry.file),
        line: Some(entry.line),
        sheet: entry.sheet,
        notes,
        ..score
    }
}

/// Scores hits given on the command line, in the same way.
pub fn score_flags(flags: &FlagHits, own: Option<&Course>, as_of: NaiveDate) -> FirearmsScore<'static> {
    let sheet = ScoreSheet {
        stages: flags.stages.iter().copied().map(SheetCount::from).collect(),
        hits: SheetCount::from(flags.hits),
        is_long_gun: false,
        capacity: SheetCount::Blank,
        stage_12_yards: Some(flags.stage_12_yards.unwrap_or(Stage12Yards::Fifteen)),
        date: flags.date,
        is_date_unreadable: false,
    };
    let category = Some(flags.category.unwrap_or(Category::Duty));
    FirearmsScore { category, ..score_sheet(&sheet, own, as_of) }
}

/// Scores a sheet without its person.
fn score_sheet(sheet: &ScoreSheet, own: Option<&Course>, as_of: NaiveDate) -> FirearmsScore<'static> {
    let day = sheet.date.unwrap_or(as_of);
    let state = state_on(day);
    let unknown_day = state.is_none().then_some(day);
    let law_day = if state.is_some() { Some(day) } else { known_from() };
    // Without a course on that day the first known one is used, only to find hits that no course allows.
    let state = state.or_else(|| law_day.and_then(state_on)).unwrap_or_default();
    let course = own.unwrap_or(&state);
    let stages = fired_stages(sheet, course);
    let (rounds, required) = (course.rounds(), course.required());
    let mut notes = Vec::new();
    if own.is_some() {
        let name = course.name.as_ref().map(|name| format!(" '{name}'")).unwrap_or_default();
        notes.push(format!("scored against the agency's own course{name}"));
    }
    let least_capacity = law_day.and_then(|day| params::FIREARM_LEAST_CAPACITY.on(day));
    let invalid = invalid_reasons(sheet, &stages, least_capacity, as_of);
    let incomplete = incomplete_reasons(sheet, course, unknown_day);
    let (outcome, hits) = match sheet.total(&stages) {
        // Settled 110: a contradiction comes before a missing cell.
        _ if !invalid.is_empty() => {
            notes.push(format!("invalid: {}", invalid.join("; ")));
            (FirearmsOutcome::Invalid, None)
        }
        Some(hits) if incomplete.is_empty() && hits >= required => (FirearmsOutcome::Qualified, Some(hits)),
        Some(hits) if incomplete.is_empty() => (FirearmsOutcome::NotQualified, Some(hits)),
        _ => {
            notes.push(format!("incomplete: {}", incomplete.join("; ")));
            (FirearmsOutcome::Incomplete, None)
        }
    };
    FirearmsScore {
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
        stages,
        file: None,
        line: None,
        sheet: None,
        notes,
    }
}

/// Returns hits in percent of the rounds, cut to one decimal: `80.0`.
fn percent(hits: u64, rounds: u64) -> Plain {
    Plain::tenths(i64::try_from((hits * 1000).checked_div(rounds).unwrap_or(0)).unwrap_or(i64::MAX))
}

/// Returns the stages of the course with their hits, stage 12 from its distance on the sheet.
fn fired_stages(sheet: &ScoreSheet, course: &Course) -> Vec<StageHits> {
    let fired = |(at, stage): (usize, &Stage)| {
        let from_distance = sheet.stage_12_yards.map(|yards| course.stage_from(*stage, yards.yards()));
        // An unreadable distance leaves open only a stage that may be fired from elsewhere.
        let is_open = from_distance.is_none() && course.instead.iter().any(|other| other.stage == stage.stage);
        let stage = from_distance.unwrap_or(*stage);
        StageHits {
            stage: stage.stage,
            yards: (!is_open).then_some(stage.yards),
            rounds: stage.rounds,
            seconds: (!is_open).then_some(stage.seconds),
            hits: sheet.stages.get(at).and_then(|count| count.known()),
        }
    };
    course.stages.iter().enumerate().map(fired).collect()
}
