//! What else a careful reader of a claim's answer should know.

use crate::model::claim::{Claim, LineKind, Training};
use crate::rules::claim::judge::{ClaimDays, Decision, Form, Outcome};
use crate::rules::claim::lines::Judged;
use crate::values::money::Cents;
use crate::words::day_words;
use chrono::NaiveDate;

/// What has been answered about the claim.
pub(crate) struct Answer {
    pub(crate) as_of: NaiveDate,
    pub(crate) days: Option<ClaimDays>,
    pub(crate) decision: Decision,
    /// What the lines reimburse together, before any maximum.
    pub(crate) lines_reimburse: Option<Cents>,
}

/// The notes on a claim, each once.
pub(crate) fn of(claim: &Claim, lines: &[Judged], answer: &Answer) -> Vec<String> {
    let mut notes = Vec::new();
    class_days(claim, answer, &mut notes);
    for (column, line) in &claim.differing {
        notes.push(format!("{column} says something else on line {line} than on the claim's first row, which decides"));
    }
    notes.extend(lines.iter().flat_map(|line| line.notes.iter().cloned()));
    of_kinds(claim, lines, &mut notes);
    if answer.decision != Decision::Denied {
        money(claim, lines, answer, &mut notes);
        payment(claim, answer, &mut notes);
    }
    let mut seen = Vec::with_capacity(notes.len());
    notes.retain(|note| {
        let new = !seen.contains(note);
        seen.push(note.clone());
        new
    });
    notes
}

fn class_days(claim: &Claim, answer: &Answer, notes: &mut Vec<String>) {
    let head = &claim.head;
    let Some((class_end, days)) = head.class_end.zip(answer.days) else { return };
    if let Some(start) = head.class_start {
        if start > class_end {
            notes.push("class_start lies after class_end: one of the two days is wrong".into());
        } else if crate::rules::law::calendar::fiscal_year(start) != days.fiscal_year {
            notes.push(format!(
                "the class runs over 30 June: the claim belongs to fiscal year {}, in which the class ends",
                days.fiscal_year
            ));
        }
    }
    let handed_in = head.submitted.unwrap_or(answer.as_of);
    if handed_in > days.due && !head.is_faulty(crate::model::claim::Column::Submitted) {
        notes.push(format!(
            "the Board does not pay after the close of the fiscal year; what it denies as late, the agency may file with the \
             Court of Claims (the last safe day was {})",
            day_words(days.due)
        ));
    }
}

fn of_kinds(claim: &Claim, lines: &[Judged], notes: &mut Vec<String>) {
    let has = |kind| lines.iter().any(|line| line.kind == Some(kind) && line.outcome != Outcome::Refused);
    if has(LineKind::Lunch) {
        notes.push(
            "20 Ill. Adm. Code 1720.50(a)(2) allows lunch to trainees who go home each night; 80 Ill. Adm. Code 3000.510 calls \
             lunch not reimbursable"
                .into(),
        );
    }
    if has(LineKind::PowerExam) && claim.head.training.is_some_and(|training| training != Training::PartTimeBasic) {
        notes.push("the FAQ names the POWER test as eligible for part-time basic training only".into());
    }
}

fn money(claim: &Claim, lines: &[Judged], answer: &Answer, notes: &mut Vec<String>) {
    match (claim.head.statutory_maximum, answer.lines_reimburse) {
        (Some(maximum), Some(sum)) if sum > maximum => {
            notes.push(format!(
                "the lines come to {}; the statutory maximum for the course, {}, is the most that is paid",
                sum.grouped(),
                maximum.grouped()
            ));
        }
        (None, _) if !claim.head.is_faulty(crate::model::claim::Column::StatutoryMaximum) => {
            notes.push("no statutory maximum is given for the course, so that no cap was applied".into());
        }
        _ => {}
    }
    if !lines.is_empty() && lines.iter().all(|line| line.outcome == Outcome::Refused) {
        notes.push("every line is refused: nothing would be paid".into());
    }
}

fn payment(claim: &Claim, answer: &Answer, notes: &mut Vec<String>) {
    if answer.decision == Decision::Review {
        notes.push("the amounts are those of a claim that is allowed; they are paid if funds are available".into());
    }
    if let Some(form) = claim.head.training.map(Form::of) {
        notes.push(form.paid().into());
        if form == Form::NonBasic {
            notes.push(
                "refresher training held by a department or region is considered for reimbursement one course at a time \
                 (20 Ill. Adm. Code 1720.10(e))"
                    .into(),
            );
        }
    }
    if claim.head.training == Some(Training::Transition) {
        notes.push(
            "MTU #10 promises one half of the tuition of the transition course and names no other cost; other lines are answered \
             as those of any non-basic course"
                .into(),
        );
    }
}
