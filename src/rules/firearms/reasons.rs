//! Reasons why a score sheet is invalid or incomplete.

use crate::model::shoot::Column;
use crate::rules::firearms::course::{Course, known_from};
use crate::rules::firearms::result::StageHits;
use crate::rules::firearms::score_sheet::{ScoreSheet, SheetCount};
use crate::words::{count_words, day_words};
use chrono::NaiveDate;

/// Names everything on the sheet that is impossible on any course (settled 53).
pub(super) fn invalid_reasons(
    sheet: &ScoreSheet,
    stages: &[StageHits],
    least_capacity: Option<u32>,
    as_of: NaiveDate,
) -> Vec<String> {
    let rounds: u64 = stages.iter().map(|stage| u64::from(stage.rounds)).sum();
    let mut reasons = Vec::new();
    for stage in stages {
        if let Some(hits) = stage.hits.filter(|hits| *hits > stage.rounds) {
            let rounds = count_words(stage.rounds, "round");
            reasons.push(format!("stage_{} shows {} of {rounds}", stage.stage, count_words(hits, "hit")));
        }
    }
    for (at, hits) in sheet.stages.iter().enumerate().skip(stages.len()) {
        if let Some(hits) = hits.known().filter(|hits| *hits > 0) {
            let course = count_words(stages.len() as i64, "stage");
            reasons.push(format!("stage_{} shows {}, but the course has {course}", at + 1, count_words(hits, "hit")));
        }
    }
    if let Some(hits) = sheet.hits.known() {
        if u64::from(hits) > rounds {
            reasons.push(format!("hits shows {hits}, more than the {rounds} rounds of the course"));
        }
        // Settled 110: compared with the stages only when all of them are known.
        if let Some(sum) = sheet.total(stages).filter(|sum| sheet.has_stages() && *sum != u64::from(hits)) {
            reasons.push(format!("hits shows {hits}, but the stages add up to {sum}"));
        }
    }
    if sheet.is_long_gun {
        reasons.push("a long gun was fired; the course is for a semi-automatic handgun or a revolver".into());
    }
    if let (Some(capacity), Some(least)) = (sheet.capacity.known(), least_capacity)
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

/// Names everything that the score needs and the sheet lacks. `unknown_day` is the day when no course is known for it.
pub(super) fn incomplete_reasons(sheet: &ScoreSheet, course: &Course, unknown_day: Option<NaiveDate>) -> Vec<String> {
    let mut unreadable: Vec<String> = Vec::new();
    let mut blank: Vec<String> = Vec::new();
    if sheet.has_stages() {
        for at in 0..sheet.stages.len().max(course.stages.len()) {
            let column = format!("stage_{}", at + 1);
            match sheet.stages.get(at) {
                Some(SheetCount::Unreadable) => unreadable.push(column),
                None | Some(SheetCount::Blank) if at < course.stages.len() => blank.push(column),
                _ => {}
            }
        }
        // Settled 119: the distance matters only where it can make a difference.
        if sheet.stage_12_yards.is_none() && !course.instead.is_empty() {
            unreadable.push(Column::Stage12Yards.name().into());
        }
    }
    for (column, is_unreadable) in [
        (Column::Hits, sheet.hits == SheetCount::Unreadable),
        (Column::Capacity, sheet.capacity == SheetCount::Unreadable),
        (Column::Date, sheet.is_date_unreadable),
    ] {
        if is_unreadable {
            unreadable.push(column.name().into());
        }
    }
    let mut reasons: Vec<String> = unreadable.iter().map(|column| format!("{column} cannot be read")).collect();
    if !blank.is_empty() {
        let verb = if blank.len() == 1 { "is" } else { "are" };
        reasons.push(format!("{} {verb} blank, and a blank is not a zero", blank.join(", ")));
    }
    if !sheet.has_stages() && sheet.hits == SheetCount::Blank {
        reasons.push("neither the stages nor hits are given".into());
    }
    if let Some(day) = unknown_day {
        let begins = known_from().map_or_else(String::new, |from| format!(": the first begins on {}", day_words(from)));
        reasons.push(format!("no course of fire is known for {}{begins}", day_words(day)));
    }
    reasons
}
