//! The remarks that an examination result carries.

use crate::model::exam::{ExamKind, Trainee};
use crate::model::power_test::Program;
use crate::rules::exam::gaps::ExamGaps;
use crate::rules::exam::result::ExamOutcome;
use crate::rules::law::{calendar, params};
use crate::words::{count_words, day_words};

/// Explains an outcome that is neither a pass nor a fail. `is_ill`: the trainee was excused as ill.
pub(super) fn reasons(outcome: ExamOutcome, entry_gaps: &ExamGaps, exam_gaps: &ExamGaps, is_ill: bool) -> Vec<String> {
    match outcome {
        ExamOutcome::NotEligible => vec![format!("not eligible: {}", entry_gaps.failed.join("; "))],
        ExamOutcome::Incomplete => {
            let illness = is_ill.then(|| "excused as ill, which is not counted as an attempt".to_owned());
            // A trainee who was ill has no score that could be missing.
            let exam = exam_gaps.unknown.iter().filter(|_| !is_ill);
            let all: Vec<String> = illness.into_iter().chain(entry_gaps.unknown.iter().chain(exam).cloned()).collect();
            let doubts = entry_gaps.doubted.iter().map(|doubt| format!("review: {doubt}"));
            std::iter::once(format!("incomplete: {}", all.join("; "))).chain(doubts).collect()
        }
        ExamOutcome::Review if !entry_gaps.doubted.is_empty() => {
            let mut reasons = vec![format!("review: {}", entry_gaps.doubted.join("; "))];
            if is_ill {
                reasons.push("excused as ill, which is not counted as an attempt".into());
            } else if !exam_gaps.unknown.is_empty() {
                reasons.push(format!("not known: {}", exam_gaps.unknown.join("; ")));
            }
            reasons
        }
        ExamOutcome::Pass | ExamOutcome::Fail | ExamOutcome::Review => Vec::new(),
    }
}

/// Returns the notes on a disruption and on a failure. `left`: the attempts left.
pub(super) fn outcome_notes(row: &Trainee, outcome: ExamOutcome, left: Option<u32>, is_disrupted: bool) -> Vec<String> {
    let is_equivalency = row.exam == Some(ExamKind::Equivalency);
    let mut notes = Vec::new();
    if is_disrupted {
        let until = row.exam_date.and_then(|day| Some((day, params::DISRUPTION_REPORT_DAYS.on(day)?)));
        let until = until
            .map_or_else(String::new, |(day, days)| format!(" until {}", day_words(calendar::days_after(day, days))));
        notes.push(format!(
            "a disruption was reported: the Executive Director decides whether the examination is forfeited and may be \
             retaken; the trainee may send their own report{until}"
        ));
    }
    if outcome == ExamOutcome::Fail {
        notes.push(match (left, is_equivalency) {
            (Some(0), true) => "failed, and no attempt is left in this career".into(),
            (Some(0), false) => {
                "failed, and no attempt is left with this appointment; an appointment by another agency starts the \
                 count again (20 Ill. Adm. Code 1720.25(k))"
                    .into()
            }
            (Some(left), true) => format!("failed; {} left in this career", count_words(left, "attempt")),
            (left, _) => format!(
                "failed; {} left with this appointment, on the chief's written request",
                count_words(left.unwrap_or(0), "attempt")
            ),
        });
    }
    notes
}

/// Returns the notes that name a reading of the law behind every answer of this kind.
pub(super) fn readings(row: &Trainee) -> Option<String> {
    match (row.exam, row.program) {
        // Settled 160.
        (Some(ExamKind::Equivalency), _) => {
            let from = params::EQUIVALENCY_ATTEMPTS.history.first().and_then(|first| first.from)?;
            Some(format!(
                "attempts are counted from {}; 20 Ill. Adm. Code 1720.15(e) begins on that day and says \"in their \
                 career\", so that earlier ones do not count is a reading",
                day_words(from)
            ))
        }
        // Settled 153.
        (_, Some(Program::PartTime)) => Some(
            "20 Ill. Adm. Code 1720.25(f) speaks of full-time officers; that a part-time officer sits the examination \
             is said by MTU #10, which decides"
                .into(),
        ),
        _ => None,
    }
}
