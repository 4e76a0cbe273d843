//! The notes on a claim: further points for a careful reader.

use crate::model::claim::{Claim, Column, LineKind, Training};
use crate::rules::claim::form::{ClaimDays, Form};
use crate::rules::claim::line_answer::LineAnswer;
use crate::rules::claim::result::{Decision, LineOutcome};
use crate::rules::law::calendar;
use crate::values::money::Cents;
use crate::words::day_words;
use chrono::NaiveDate;
use std::collections::HashSet;

/// The part of the answer that the notes depend on.
pub(crate) struct About {
    pub(crate) as_of: NaiveDate,
    pub(crate) days: Option<ClaimDays>,
    pub(crate) decision: Decision,
    /// The sum that the lines reimburse, before any maximum.
    pub(crate) lines_reimburse: Option<Cents>,
}

/// Returns the notes on a claim, each once.
pub(crate) fn of(claim: &Claim, lines: &[LineAnswer], about: &About) -> Vec<String> {
    let mut notes = Vec::new();
    class_days(claim, about, &mut notes);
    for (column, line) in &claim.differing {
        notes.push(format!("{column} on line {line} differs from the claim's first row; the first row decides"));
    }
    notes.extend(lines.iter().flat_map(|line| line.notes.iter().cloned()));
    of_kinds(claim, lines, &mut notes);
    if about.decision != Decision::Denied {
        money(claim, lines, about, &mut notes);
        payment(claim, about, &mut notes);
    }
    let mut seen = HashSet::new();
    notes.retain(|note| seen.insert(note.clone()));
    notes
}

fn class_days(claim: &Claim, about: &About, notes: &mut Vec<String>) {
    let head = &claim.head;
    let Some((class_end, days)) = head.class_end.zip(about.days) else { return };
    if let Some(start) = head.class_start {
        if start > class_end {
            notes.push("class_start is after class_end: one of the two days is wrong".into());
        } else if calendar::fiscal_year(start) != days.fiscal_year {
            notes.push(format!(
                "the class runs past 30 June: the claim belongs to fiscal year {}, in which the class ends",
                days.fiscal_year
            ));
        }
    }
    let handed_in = head.submitted.unwrap_or(about.as_of);
    if handed_in > days.due && !head.is_faulty(Column::Submitted) {
        notes.push(format!(
            "the Board does not pay after the close of the fiscal year; a claim denied as late can be filed with the \
             Court of Claims by the agency (the last safe day was {})",
            day_words(days.due)
        ));
    }
}

fn of_kinds(claim: &Claim, lines: &[LineAnswer], notes: &mut Vec<String>) {
    let has = |kind| lines.iter().any(|line| line.kind == Some(kind) && line.outcome != LineOutcome::Refused);
    if has(LineKind::Lunch) {
        notes.push(
            "20 Ill. Adm. Code 1720.50(a)(2) allows lunch for trainees who go home each night; 80 Ill. Adm. Code \
             3000.510 says that lunch is not reimbursable"
                .into(),
        );
    }
    if has(LineKind::PowerExam) && claim.head.training.is_some_and(|training| training != Training::PartTimeBasic) {
        notes.push("the FAQ names the POWER test as eligible for part-time basic training only".into());
    }
}

fn money(claim: &Claim, lines: &[LineAnswer], about: &About, notes: &mut Vec<String>) {
    match (claim.head.statutory_maximum, about.lines_reimburse) {
        (Some(maximum), Some(sum)) if sum > maximum => {
            notes.push(format!(
                "the lines come to {}; no more than the statutory maximum for the course, {}, is paid",
                sum.grouped(),
                maximum.grouped()
            ));
        }
        (None, _) if !claim.head.is_faulty(Column::StatutoryMaximum) => {
            notes.push("no statutory maximum is given for the course, so no cap was applied".into());
        }
        _ => {}
    }
    if !lines.is_empty() && lines.iter().all(|line| line.outcome == LineOutcome::Refused) {
        notes.push("every line is refused: nothing would be paid".into());
    }
}

fn payment(claim: &Claim, about: &About, notes: &mut Vec<String>) {
    if about.decision == Decision::Review {
        notes.push("the amounts assume that the claim is allowed; they are paid if funds are available".into());
    }
    if let Some(form) = claim.head.training.map(Form::of) {
        notes.push(form.paid().into());
        if form == Form::NonBasic {
            notes.push(
                "refresher training held by a department or region is considered for reimbursement case by case (20 \
                 Ill. Adm. Code 1720.10(e))"
                    .into(),
            );
        }
    }
    if claim.head.training == Some(Training::Transition) {
        notes.push(
            "MTU #10 promises half of the tuition of the transition course and names no other cost; other lines are \
             judged like those of any non-basic course"
                .into(),
        );
    }
}
