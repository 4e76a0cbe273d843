//! The attempts left at an examination.

use crate::model::exam::{Column, Trainee};
use crate::rules::exam::gaps::{ExamGaps, missing_cell};
use crate::rules::law::params;
use crate::words::{count_words, day_words};
use chrono::NaiveDate;

/// Counts the attempts at the comprehensive examination left with this appointment. A retake needs the chief's written
/// request.
pub(super) fn appointment_attempts(
    row: &Trainee,
    was_taken: bool,
    as_of: NaiveDate,
    entry_gaps: &mut ExamGaps,
    exam_gaps: &mut ExamGaps,
) -> Option<u32> {
    row.exam?;
    let most = params::EXAM_RETAKES.on(as_of)? + 1;
    let attempt = match row.attempt {
        Some(0) => {
            exam_gaps.unknown.push("attempt is 0; the first is 1".into());
            return None;
        }
        None => {
            exam_gaps.unknown.push(missing_cell(row, Column::Attempt));
            return None;
        }
        Some(attempt) => attempt,
    };
    if attempt > most {
        entry_gaps.failed.push(format!("attempt {attempt}, and one appointment allows {most}"));
    }
    if attempt > 1 && row.excused_ill != Some(true) {
        match row.retake_request {
            None => exam_gaps.unknown.push(format!(
                "{}; a retake needs the chief's written request",
                missing_cell(row, Column::RetakeRequest)
            )),
            Some(requested) if row.exam_date.is_some_and(|day| requested > day) => exam_gaps
                .unknown
                .push(format!("the chief requested the retake on {}, after it was taken", day_words(requested))),
            Some(_) => {}
        }
    }
    Some(most.saturating_sub(if was_taken { attempt } else { attempt - 1 }))
}

/// Counts the attempts at the Equivalency Examination left in the career.
pub(super) fn career_attempts(row: &Trainee, was_taken: bool, as_of: NaiveDate, gaps: &mut ExamGaps) -> Option<u32> {
    let day = row.exam_date.unwrap_or(as_of);
    let Some(earlier) = row.earlier_attempts else {
        gaps.unknown.push(missing_cell(row, Column::EarlierAttempts));
        return None;
    };
    let most = params::EQUIVALENCY_ATTEMPTS.on(as_of)?;
    // An attempt before the first day of the limit does not count.
    let Some(limit) = params::EQUIVALENCY_ATTEMPTS.on(day) else { return Some(most.saturating_sub(earlier)) };
    if earlier >= limit {
        gaps.failed.push(format!("{} before this one, and a career allows {limit}", count_words(earlier, "attempt")));
    }
    Some(most.saturating_sub(earlier.saturating_add(u32::from(was_taken))))
}
