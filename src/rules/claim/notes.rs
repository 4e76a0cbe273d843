//! The notes on a claim: further points for a careful reader.

use crate::model::claim::{Claim, Column, LineKind, Training};
use crate::rules::claim::form::{ClaimDays, ClaimStanding, Form, LATE_BY_FAQ, may_hold};
use crate::rules::claim::line_answer::LineAnswer;
use crate::rules::claim::result::{Decision, LineOutcome};
use crate::rules::law::calendar;
use crate::values::fold::fold;
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
    let record = if claim.sheet.is_some() { "in row" } else { "on line" };
    for (column, line) in &claim.differing {
        notes.push(format!("{column} {record} {line} differs from the claim's first row; the first row decides"));
    }
    notes.extend(lines.iter().flat_map(|line| line.notes.iter().cloned()));
    of_kinds(claim, lines, &mut notes);
    if about.decision != Decision::Denied {
        money(claim, about, &mut notes);
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
    let standing = days.standing(handed_in);
    if standing != ClaimStanding::InTime && !head.is_faulty(Column::Submitted) {
        if standing == ClaimStanding::LateByFaq {
            notes.push(LATE_BY_FAQ.into());
        }
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
    let is_refused = |line: &&LineAnswer| line.outcome == LineOutcome::Refused;
    if claim.head.training == Some(Training::Transition)
        && lines
            .iter()
            .filter(is_refused)
            .filter_map(|line| line.kind)
            .any(|kind| !may_hold(Training::Transition, kind))
    {
        notes.push(
            "MTU #10 promises half of the tuition of the transition course and no other cost; 20 Ill. Adm. Code \
             1720.50(a) names salary, lodging, meals, travel and fees for other courses"
                .into(),
        );
    }
    if has(LineKind::PowerExam) && claim.head.training.is_some_and(|training| training != Training::PartTimeBasic) {
        notes.push("the FAQ names the POWER test as eligible for part-time basic training only".into());
    }
}

/// Returns whether the provider of the course is the unit that claims.
fn is_held_by_the_agency(claim: &Claim) -> bool {
    claim.head.provider.zip(claim.head.agency).is_some_and(|(provider, agency)| fold(provider) == fold(agency))
}

fn money(claim: &Claim, about: &About, notes: &mut Vec<String>) {
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
}

fn payment(claim: &Claim, about: &About, notes: &mut Vec<String>) {
    if about.decision == Decision::Review {
        notes.push("the amounts assume that the claim is allowed; they are paid if funds are available".into());
    }
    if let Some(form) = claim.head.training.map(Form::of) {
        notes.push(form.paid().into());
    }
    if claim.head.training == Some(Training::NonBasic) && is_held_by_the_agency(claim) {
        notes.push(
            "the unit that claims held the course itself: refresher training held by a department or region is \
             considered for reimbursement case by case (20 Ill. Adm. Code 1720.10(e))"
                .into(),
        );
    }
}
