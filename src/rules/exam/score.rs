//! The score of an examination, exactly: percent or correct answers, compared with the pass mark of its day.

use crate::model::exam::{Column, ExamKind, Trainee};
use crate::rules::exam::gaps::{ExamGaps, missing_cell, why_no_percentage};
use crate::rules::exam::result::Exam;
use crate::rules::law::params;
use crate::values::decimal::{Decimal, Plain};
use crate::words::day_words;
use chrono::NaiveDate;

/// A score as a fraction: part and whole.
#[derive(Clone, Copy)]
struct Share(u128, u128);

impl Share {
    fn equals(self, other: Self) -> bool {
        self.0 * other.1 == other.0 * self.1
    }
}

/// Describes between which marks the Board could set the pass mark of a day: `; the Board then set one between 60 and
/// 80 percent`.
fn range_of_marks(day: NaiveDate) -> String {
    match (params::PASS_MARK_LEAST.on(day), params::PASS_MARK_MOST.on(day)) {
        (Some(least), Some(most)) => format!("; the Board then set one between {least} and {most} percent"),
        _ => String::new(),
    }
}

/// Returns the examination of a row, if it has one, and the notes on it. An impossible score is not known, and neither
/// are two scores that differ.
pub(super) fn examination(row: &Trainee, gaps: &mut ExamGaps) -> (Option<Exam>, Option<String>) {
    let cells = [Column::ExamKind, Column::ExamDate, Column::ExamScore, Column::ExamCorrect];
    let is_recorded =
        row.exam.is_some() || row.exam_date.is_some() || row.exam_score.is_some() || row.exam_correct.is_some();
    if !is_recorded && !cells.into_iter().any(|column| row.is_faulty(column)) {
        gaps.unknown.push("no examination is on record".into());
        return (None, None);
    }
    let (share, percent) = score(row, gaps).unzip();
    let pass_mark = match row.exam {
        Some(ExamKind::Comprehensive) => Some(&params::COMPREHENSIVE_PERCENT),
        Some(ExamKind::Equivalency) => Some(&params::EQUIVALENCY_PERCENT),
        None => None,
    };
    if row.exam.is_none() {
        gaps.unknown.push(missing_cell(row, Column::ExamKind));
    }
    let required = match row.exam_date {
        None => {
            gaps.unknown.push(missing_cell(row, Column::ExamDate));
            None
        }
        Some(day) => {
            let required = pass_mark.and_then(|param| param.on(day));
            if pass_mark.is_some() && required.is_none() {
                gaps.unknown.push(format!("no pass mark is known for {}{}", day_words(day), range_of_marks(day)));
            }
            required
        }
    };
    let is_counted_equivalency = row.exam == Some(ExamKind::Equivalency) && row.exam_correct.is_some();
    let note = is_counted_equivalency.then(|| {
        "exam_correct is read as correct answers out of 200; no source says how many questions this examination has"
            .to_owned()
    });
    let passed = share.zip(required).map(|(Share(part, whole), needed)| part * 100 >= u128::from(needed) * whole);
    let required = required.map(|needed| Plain::whole(i64::from(needed)));
    (Some(Exam { kind: row.exam, percent, required, passed }), note)
}

/// Returns the score, and the score as it is shown.
fn score(row: &Trainee, gaps: &mut ExamGaps) -> Option<(Share, Plain)> {
    let full = u128::from(Decimal::whole(100).millionths());
    let scored = row.exam_score.map(|score| (Share(u128::from(score.millionths()), full), score.plain(1)));
    // Without a day the latest figure counts; the missing day has its own note.
    let questions = params::EXAM_QUESTIONS.on(row.exam_date.unwrap_or(NaiveDate::MAX));
    let counted = row.exam_correct.zip(questions).and_then(|(correct, questions)| {
        let share = Share(u128::from(correct), u128::from(questions));
        let tenths = i64::try_from(share.0 * 1000 / share.1.max(1)).ok()?;
        Some((share, Plain::tenths(tenths)))
    });
    let faulty = [Column::ExamScore, Column::ExamCorrect].into_iter().find(|column| row.is_faulty(*column));
    let odd = row.exam_score.and_then(why_no_percentage);
    let why = match (scored, counted) {
        _ if faulty.is_some() => missing_cell(row, faulty?),
        (Some((score, _)), Some((count, _))) if !score.equals(count) => {
            "exam_score and exam_correct give different scores".into()
        }
        (Some((_, text)), _) if odd.is_some() => format!("a score of {text} percent {}", odd?),
        (None, Some((share, text))) if share.0 > share.1 => format!("a score of {text} percent is impossible"),
        (Some(known), _) | (None, Some(known)) => return Some(known),
        (None, None) => "no score is on record".into(),
    };
    gaps.unknown.push(why);
    None
}
