//! Academy and examination: attendance, average, eligibility, the result of the examination, and the attempts left.
//!
//! [`check`] answers one row: `course` judges the requirements of the course, `score` the examination, `attempts`
//! counts what is left, `gaps` collects failed and unknown requirements, and `notes` explains the outcome.

mod attempts;
mod course;
mod gaps;
mod notes;
mod result;
mod score;

use crate::finding::Source;
use crate::model::exam::{Column, ExamKind, Trainee};
use crate::model::power_test::Program;
use crate::model::{self, Record, SHIFTED_ROW};
use crate::rules::law::{calendar, params};
use chrono::NaiveDate;
use gaps::{ExamGaps, missing_cell};
pub use result::{Attendance, Average, Exam, ExamOutcome, ExamResult};

/// A row of an academy and examination sheet with its place.
pub type ExamEntry<'a> = model::Entry<'a, Trainee<'a>>;

/// Checks one row. `as_of` is the day asked about; its figures apply where no other day is named.
pub fn check<'a>(entry: &ExamEntry<'a>, as_of: NaiveDate) -> ExamResult<'a> {
    let row = &entry.record;
    let is_equivalency = row.exam == Some(ExamKind::Equivalency);
    let mut course_gaps = ExamGaps::default();
    let attendance = course::attendance(row, as_of, &mut course_gaps);
    let average = course::average(row, as_of, &mut course_gaps);
    // The course does not matter to the Equivalency Examination.
    let mut entry_gaps = if is_equivalency { ExamGaps::default() } else { course_gaps };
    if !is_equivalency {
        course::other_requirements(row, &mut entry_gaps);
    }
    let mut exam_gaps = ExamGaps::default();
    let is_ill = is_yes(row, Column::ExcusedIll, row.excused_ill, &mut exam_gaps);
    let is_disrupted = is_yes(row, Column::Disruption, row.disruption, &mut exam_gaps);
    let (mut exam, exam_notes) = score::examination(row, &mut exam_gaps);
    if let Some(exam) = exam.as_mut().filter(|_| is_ill) {
        exam.passed = None;
    }
    let was_taken = !is_ill && (row.exam_date.is_some() || row.exam_score.is_some() || row.exam_correct.is_some());
    let attempts_left = if is_equivalency {
        attempts::career_attempts(row, was_taken, as_of, &mut entry_gaps)
    } else {
        attempts::appointment_attempts(row, was_taken, as_of, &mut entry_gaps, &mut exam_gaps)
    };
    let is_undecided = !entry_gaps.doubted.is_empty();
    let eligible = match (entry_gaps.failed.is_empty(), entry_gaps.unknown.is_empty()) {
        (false, _) => Some(false),
        (true, true) if !is_undecided => Some(true),
        (true, _) => None,
    };
    let is_exam_known = !is_ill && exam_gaps.unknown.is_empty();
    let passed = exam.as_ref().and_then(|exam| exam.passed).filter(|_| is_exam_known);
    let outcome = match (eligible, passed) {
        (Some(false), _) => ExamOutcome::NotEligible,
        _ if is_disrupted || is_undecided && entry_gaps.unknown.is_empty() => ExamOutcome::Review,
        (Some(true), Some(true)) => ExamOutcome::Pass,
        (Some(true), Some(false)) => ExamOutcome::Fail,
        _ => ExamOutcome::Incomplete,
    };
    let mut notes = notes::reasons(outcome, &entry_gaps, &exam_gaps, is_ill);
    // Settled 262: after a pass there is nothing to sit again, whichever the examination was.
    let attempts_left = attempts_left.filter(|_| outcome != ExamOutcome::Pass);
    notes.extend(exam_notes);
    notes.extend(notes::outcome_notes(row, outcome, attempts_left, is_disrupted));
    notes.extend(notes::readings(row));
    if row.is_shifted() {
        notes = vec![SHIFTED_ROW.into()];
    }
    ExamResult {
        ptb_id: row.ptb_id,
        name: row.full_name(),
        attendance,
        average,
        eligible,
        exam,
        attempts_left,
        results_due: results_due(row, was_taken),
        outcome,
        sources: sources(row),
        notes,
        file: entry.file,
        line: entry.line,
        sheet: entry.sheet,
    }
}

/// Returns the day by which the chief must have the result of a comprehensive examination.
fn results_due(row: &Trainee, was_taken: bool) -> Option<NaiveDate> {
    let day = row.exam_date.filter(|_| was_taken && row.exam == Some(ExamKind::Comprehensive))?;
    Some(calendar::days_after(day, params::EXAM_RESULTS_DAYS.on(day)?))
}

/// Returns the law behind the result: that of the examination taken, or of the course that leads to it.
fn sources(row: &Trainee) -> &'static [Source] {
    static FULL_TIME: [Source; 3] =
        [Source::code("1720.20(a)"), Source::code("1720.20(d), (h)"), Source::code("1720.25")];
    static PART_TIME: [Source; 4] = [
        Source::code("1720.20(d), (h)"),
        Source::code("1720.25"),
        Source::other_code("20 Ill. Adm. Code 1770.205(a)"),
        Source::mtu10("comprehensive examination"),
    ];
    static EQUIVALENCY: [Source; 1] = [Source::code("1720.15(b), (e)")];
    match (row.exam, row.program) {
        (Some(ExamKind::Equivalency), _) => &EQUIVALENCY,
        (_, Some(Program::PartTime)) => &PART_TIME,
        _ => &FULL_TIME,
    }
}

/// Reads a yes/no cell whose blank means no.
fn is_yes(row: &Trainee, column: Column, cell: Option<bool>, gaps: &mut ExamGaps) -> bool {
    if row.is_faulty(column) {
        gaps.unknown.push(missing_cell(row, column));
    }
    cell == Some(true)
}
