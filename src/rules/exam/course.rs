//! The requirements of the course that lead to the comprehensive examination.

use crate::model::exam::{Column, Rating, Trainee};
use crate::model::power_test::Program;
use crate::rules::exam::gaps::{ExamGaps, missing_cell, why_no_percentage};
use crate::rules::exam::result::{Attendance, Average};
use crate::rules::law::params;
use crate::values::decimal::{Decimal, Plain};
use chrono::NaiveDate;

/// Compares the hours missed with the limit: of a full-time course at most a tenth, of a part-time course none. Within
/// the limit a person decides about an absence that was not excused.
pub(super) fn attendance(row: &Trainee, as_of: NaiveDate, gaps: &mut ExamGaps) -> Attendance {
    let mut unknown = |reason: String| {
        gaps.unknown.push(reason);
        Attendance { absent_percent: None, passed: None }
    };
    let Some(course) = row.course_hours else { return unknown(missing_cell(row, Column::CourseHours)) };
    let Some(absent) = row.absent_hours else { return unknown(missing_cell(row, Column::AbsentHours)) };
    let Some(limit) = params::ABSENCE_PERCENT.on(as_of) else { return unknown("no limit of absence is known".into()) };
    if course == Decimal::default() || absent > course {
        return unknown(format!("{absent} of {course} hours missed is impossible"));
    }
    let (part, whole) = (u128::from(absent.millionths()), u128::from(course.millionths()));
    let absent_percent = i64::try_from(part * 1000 / whole).ok().map(Plain::tenths);
    let is_none = absent == Decimal::default();
    let is_within = part * 100 <= whole * u128::from(limit);
    let missed = format!("{absent} of {course} hours missed");
    let passed = match row.program {
        _ if is_none => Some(true),
        _ if !is_within => {
            gaps.failed.push(format!("{missed}, more than {limit} percent"));
            Some(false)
        }
        Some(Program::PartTime) => {
            gaps.failed.push(format!("{missed}; a part-time course must be attended in full, or made up"));
            Some(false)
        }
        None => {
            gaps.unknown.push(missing_cell(row, Column::Program));
            None
        }
        Some(Program::FullTime) => {
            match row.absences_excused {
                Some(true) => {}
                // Settled 153: the Code does not say what follows from an absence that was not excused.
                Some(false) => gaps.doubted.push(format!(
                    "{missed}, within {limit} percent, and not every absence was excused; the Academy Director decides \
                     (20 Ill. Adm. Code 1720.30(d))"
                )),
                None => gaps.unknown.push(missing_cell(row, Column::AbsencesExcused)),
            }
            row.absences_excused.filter(|excused| *excused)
        }
    };
    Attendance { absent_percent, passed }
}

/// Compares the average of the written examinations with the least that is required.
pub(super) fn average(row: &Trainee, as_of: NaiveDate, gaps: &mut ExamGaps) -> Average {
    let needed = params::WRITTEN_AVERAGE_PERCENT.on(as_of).map(Decimal::whole);
    let average = row.written_average.filter(|average| why_no_percentage(*average).is_none());
    let passed = average.zip(needed).map(|(average, needed)| average >= needed);
    match (row.written_average, passed) {
        (Some(average), None) => {
            let why = why_no_percentage(average).unwrap_or("cannot be compared");
            gaps.unknown.push(format!("a written average of {average} percent {why}"));
        }
        _ => {
            let figures = average.zip(needed).map(|(average, needed)| {
                format!("written average of {average} percent, {} below {needed}", needed.less(average))
            });
            gaps.require(passed, row, Column::WrittenAverage, &figures.unwrap_or_default());
        }
    }
    Average { percent: average.map(|average| average.plain(1)), passed }
}

/// Adds the other requirements for the comprehensive examination.
pub(super) fn other_requirements(row: &Trainee, gaps: &mut ExamGaps) {
    let is_satisfactory = |rating: Option<Rating>| rating.map(|rating| rating == Rating::Satisfactory);
    gaps.require(is_satisfactory(row.notebook), row, Column::Notebook, "the notebook is unsatisfactory");
    gaps.require(is_satisfactory(row.skills), row, Column::Skills, "the skills are unsatisfactory");
    gaps.require(row.firearms_passed, row, Column::FirearmsPassed, "the firearms course is not passed");
    gaps.require(row.employed, row, Column::Employed, "no agency employs the trainee");
}
