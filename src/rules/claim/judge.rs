//! Judges a claim: every reason against it, each of its lines, and the sums.

use crate::finding::Source;
use crate::input::no_record::is_number;
use crate::model::SHIFTED_ROW;
use crate::model::claim::{Claim, LineKind, Training};
use crate::rules::claim::form::{Form, SOURCES, claim_days};
use crate::rules::claim::line_answer::LineAnswer;
use crate::rules::claim::result::{ClaimAsk, ClaimResult, Decision, LineOutcome, LineResult, Reason};
use crate::rules::claim::stays::Stays;
use crate::rules::claim::{conditions, lines, notes};
use crate::rules::law::params;
use crate::values::money::Cents;
use std::cmp::Reverse;

/// Judges a claim as of the day asked about.
///
/// A claim that has not been handed in is judged as if it were handed in on that day (settled 73).
pub fn judge(claim: &Claim, ask: &ClaimAsk) -> ClaimResult {
    judge_with(claim, ask, None)
}

/// Judges a claim that may have one reason more, which does not lie in the claim itself.
pub(crate) fn judge_with(claim: &Claim, ask: &ClaimAsk, reason: Option<Reason>) -> ClaimResult {
    let head = &claim.head;
    let share = match head.training {
        Some(Training::Transition) => &params::TRANSITION_TUITION_PERCENT,
        _ => &params::REIMBURSEMENT_PERCENT,
    }
    .on(head.class_end.unwrap_or(ask.as_of));
    let stays = Stays::of(&claim.lines);
    let lines: Vec<LineAnswer> =
        claim.lines.iter().enumerate().map(|(at, line)| lines::judge(at + 1, line, head, &stays, ask)).collect();
    let mut reasons = conditions::reasons(head, ask);
    reasons.extend(reason);
    let (decision, reasons) = match head.is_shifted() {
        true => (Decision::Unknown, vec![Reason::new(Decision::Unknown, None, SHIFTED_ROW)]),
        false => decide(claim, &lines, share, reasons),
    };

    let reimbursed = |line: &LineAnswer| match decision {
        Decision::Denied => Some(Cents::ZERO),
        _ => line.eligible.zip(share).map(|(eligible, share)| eligible.share(share)),
    };
    let lines_reimburse: Option<Cents> = lines.iter().map(reimbursed).sum();
    let claimed_total = lines.iter().map(LineAnswer::counts_as_claimed).sum::<Option<Cents>>();
    let eligible_total = lines.iter().map(|line| line.eligible).sum::<Option<Cents>>();
    let known = decision != Decision::Unknown;
    let reimbursed_total =
        lines_reimburse.filter(|_| known).map(|sum| head.statutory_maximum.map_or(sum, |maximum| sum.min(maximum)));

    let days = head.class_end.and_then(claim_days);
    // What decides comes first, then the law that every claim falls under.
    let mut sources: Vec<Source> = Vec::new();
    for source in reasons.iter().filter_map(|reason| reason.source).chain(SOURCES) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let about = notes::About { as_of: ask.as_of, days, decision, lines_reimburse };
    ClaimResult {
        claim_id: head.claim_id.filter(|id| !ask.redact || is_number(id)).map(str::to_owned),
        name: head.full_name().filter(|_| !ask.redact),
        course: head.course.filter(|_| !ask.redact).map(str::to_owned),
        form: head.training.map(Form::of),
        fiscal_year: days.map(|days| days.fiscal_year),
        due: days.map(|days| days.due),
        decision,
        notes: if head.is_shifted() { Vec::new() } else { notes::of(claim, &lines, &about) },
        decisions: reasons.iter().map(|reason| reason.decision).collect(),
        reasons: reasons.into_iter().map(|reason| reason.text).collect(),
        lines: lines
            .iter()
            .enumerate()
            .map(|(at, line)| LineResult {
                number: at + 1,
                kind: line.kind.map(LineKind::word),
                claimed: line.claimed,
                eligible: line.eligible,
                reimbursed: reimbursed(line),
                outcome: line.outcome,
                why: line.why.clone(),
                sources: line.sources.clone(),
            })
            .collect(),
        claimed_total: claimed_total.filter(|_| !claim.lines_unreadable),
        eligible_total: eligible_total.filter(|_| known && !claim.lines_unreadable),
        reimbursed_total,
        sources,
    }
}

/// Returns the decision and every reason, those that decide first.
fn decide(
    claim: &Claim,
    lines: &[LineAnswer],
    share: Option<u32>,
    mut reasons: Vec<Reason>,
) -> (Decision, Vec<Reason>) {
    // Settled 156, 235 and 274: before what is unknown, and only where there are lines.
    if !lines.is_empty() && lines.iter().all(|line| line.outcome == LineOutcome::Refused) {
        let text = "every line is refused, so no line can be paid";
        reasons.push(Reason::new(Decision::Denied, Source::code("1720.50(a)"), text));
    }
    let mut unknown = |text: String| reasons.push(Reason::new(Decision::Unknown, None, text));
    if share.is_none() {
        unknown("the share of costs that is reimbursed is not known for the day on which the class ends".into());
    }
    if claim.lines_unreadable {
        unknown("the lines of the claim cannot be read".into());
    } else if claim.lines.is_empty() {
        unknown("the claim has no lines, so nothing is claimed".into());
    }
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.outcome == LineOutcome::Unknown) {
        let kind = line.kind.map(|kind| format!(" ({})", kind.word())).unwrap_or_default();
        unknown(format!("line {}{kind}: {}", at + 1, line.why));
    }
    let decision = reasons.iter().map(|reason| reason.decision).max().unwrap_or(Decision::Payable);
    if let (Decision::Payable, Some(share)) = (decision, share) {
        let text = format!("{share} percent of the eligible costs are payable, if funds are available");
        reasons.push(Reason::new(decision, None, text));
    }
    // The sort is stable: reasons of one decision stay in the order of the checks.
    reasons.sort_by_key(|reason| Reverse(reason.decision));
    (decision, reasons)
}
