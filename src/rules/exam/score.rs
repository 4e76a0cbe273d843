//! What an examination came to, exactly: a score in percent or as correct answers, held against the pass mark of its day.

use crate::model::exam::{Column, ExamKind, Trainee};
use crate::rules::exam::{Doubts, Exam, missing};
use crate::rules::law::params;
use crate::values::decimal::{Decimal, Plain};
use crate::words::day_words;
use chrono::NaiveDate;

/// A score: so many parts of so many.
#[derive(Clone, Copy)]
struct Share(u128, u128);

impl Share {
    fn same(self, other: Self) -> bool {
        self.0 * other.1 == other.0 * self.1
    }
}

/// The examination of a row, if it has one. A figure that cannot be is not known, and neither are two that differ.
pub(crate) fn examination(row: &Trainee, doubts: &mut Doubts, notes: &mut Vec<String>) -> Option<Exam> {
    let cells = [Column::ExamKind, Column::ExamDate, Column::ExamScore, Column::ExamCorrect];
    let recorded =
        row.exam.is_some() || row.exam_date.is_some() || row.exam_score.is_some() || row.exam_correct.is_some();
    if !recorded && !cells.into_iter().any(|column| row.is_faulty(column)) {
        doubts.unknown.push("no examination is on record".into());
        return None;
    }
    let (share, percent) = score(row, doubts).unzip();
    let pass_mark = match row.exam {
        Some(ExamKind::Comprehensive) => Some(&params::COMPREHENSIVE_PERCENT),
        Some(ExamKind::Equivalency) => Some(&params::EQUIVALENCY_PERCENT),
        None => None,
    };
    if row.exam.is_none() {
        doubts.unknown.push(missing(row, Column::ExamKind));
    }
    let required = match row.exam_date {
        None => {
            doubts.unknown.push(missing(row, Column::ExamDate));
            None
        }
        Some(day) => {
            let required = pass_mark.and_then(|param| param.on(day));
            if pass_mark.is_some() && required.is_none() {
                doubts.unknown.push(format!(
                    "no pass mark is known for {}; the Board then set one between 60 and 80 percent",
                    day_words(day)
                ));
            }
            required
        }
    };
    if row.exam == Some(ExamKind::Equivalency) && row.exam_correct.is_some() {
        notes.push("exam_correct is read as of 200; no source says how many questions this examination has".into());
    }
    let passed = share.zip(required).map(|(Share(part, whole), needed)| part * 100 >= u128::from(needed) * whole);
    Some(Exam { kind: row.exam, percent, required: required.map(|needed| Plain::whole(i64::from(needed))), passed })
}

/// The score and how it is written.
fn score(row: &Trainee, doubts: &mut Doubts) -> Option<(Share, Plain)> {
    let full = u128::from(Decimal::whole(100).millionths());
    let scored = row.exam_score.map(|score| (Share(u128::from(score.millionths()), full), score.plain(1)));
    // Without a day the latest figure counts; the missing day is told anyway.
    let questions = params::EXAM_QUESTIONS.on(row.exam_date.unwrap_or(NaiveDate::MAX));
    let counted = row.exam_correct.zip(questions).and_then(|(correct, questions)| {
        let share = Share(u128::from(correct), u128::from(questions));
        let tenths = i64::try_from(share.0 * 1000 / share.1.max(1)).ok()?;
        Some((share, Plain::tenths(tenths)))
    });
    let faulty = [Column::ExamScore, Column::ExamCorrect].into_iter().find(|column| row.is_faulty(*column));
    let why = match (scored, counted) {
        _ if faulty.is_some() => missing(row, faulty?),
        (Some((score, _)), Some((count, _))) if !score.same(count) => {
            "exam_score and exam_correct give different scores".into()
        }
        (Some((share, text)), _) | (None, Some((share, text))) if share.0 > share.1 => {
            format!("a score of {text} percent cannot be")
        }
        (Some(known), _) | (None, Some(known)) => return Some(known),
        (None, None) => "no score is on record".into(),
    };
    doubts.unknown.push(why);
    None
}
