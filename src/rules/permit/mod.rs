//! Concealed carry of retired officers: eligibility, the term of a permit, the fee, and changes of address.
//!
//! [`check`] answers one row: `requirements` and `fee` judge the application, `address` a change of address, and `gaps`
//! collects failed and unknown requirements.

mod address;
mod fee;
mod gaps;
mod requirements;
mod result;

use crate::finding::Source;
use crate::model::permit::{Column, Denial, RetiredOfficer};
use crate::model::{self, Record, SHIFTED_ROW};
use crate::rules::law::{calendar, params};
use crate::words::{count_words, day_words};
pub use address::AddressFinding;
use chrono::{Datelike, NaiveDate};
use gaps::{PermitGaps, missing_cell};
pub use result::{PermitOutcome, PermitResult};

/// A row of the retired officers' sheet with its place.
pub type PermitEntry<'a> = model::Entry<'a, RetiredOfficer<'a>>;

/// The law behind an application and a permit.
static SOURCES: [Source; 5] = [
    Source::statute("18 USC 926C"),
    Source::code("1720.240(a)"),
    Source::code("1720.250(e), (g)"),
    Source::code("1720.260(f), (g)"),
    Source::code("1720.270(a)"),
];

/// Checks one row on the day asked about. `warn_days`: days before a due day from which a report is due soon.
pub fn check<'a>(entry: &PermitEntry<'a>, as_of: NaiveDate, warn_days: u32) -> PermitResult<'a> {
    let row = &entry.record;
    let is_application = row.permit_issued.is_none();
    let mut gaps = PermitGaps::default();
    let mut notes = Vec::new();
    requirements::requirements(row, as_of, &mut gaps);
    let fee = row.firearm_types.and_then(|types| fee::fee_of(types, row.application_received.unwrap_or(as_of)));
    if is_application {
        fee::check_payment(row, fee, &mut gaps);
    }
    let (last_good_day, renewal_reminder) = row.permit_issued.map_or((None, None), term);
    let (outcome, mut missing) = match row.permit_issued {
        None if row.is_faulty(Column::PermitIssued) => {
            gaps.unknown.push(missing_cell(row, Column::PermitIssued));
            (PermitOutcome::Incomplete, gaps.unknown)
        }
        Some(issued) => decide_permit(row, issued, last_good_day, as_of, gaps, &mut notes),
        None => decide_application(row, gaps),
    };
    // A permit that ended at once has no last day of its term.
    let (last_good_day, renewal_reminder) =
        if outcome == PermitOutcome::Revoked { (None, None) } else { (last_good_day, renewal_reminder) };
    // Settled 84 and 160.
    if row.permit_issued.is_some_and(is_leap_day) && last_good_day.is_some() {
        notes.push(
            "the permit was issued on 29 February, which the year after does not have; that its year ends as if \
             issued on the 28th is a reading"
                .into(),
        );
    }
    let refund =
        row.denied.filter(|_| is_application).and_then(|denial| fee::refund(denial, row, fee, as_of, &mut notes));
    let decision_due = row.application_received.and_then(decision_day);
    if is_application && row.denied.is_none() {
        notes.extend(decision_note(row, decision_due, as_of));
    }
    if outcome == PermitOutcome::Permitted && renewal_reminder.is_some_and(|day| day <= as_of) {
        notes.push("the permit ends within two months; prepare its renewal".into());
    }
    if row.is_shifted() {
        (missing, notes) = (Vec::new(), vec![SHIFTED_ROW.into()]);
    }
    PermitResult {
        name: row.full_name(),
        outcome,
        missing,
        fee: fee.map(fee::dollars),
        refund,
        decision_due,
        last_good_day,
        renewal_reminder,
        findings: address::check_address(entry.file, entry.line, row, as_of, warn_days).into_iter().collect(),
        sources: &SOURCES,
        notes,
        file: entry.file,
        line: entry.line,
        sheet: entry.sheet,
    }
}

/// Returns the day by which the Board must decide about an application.
fn decision_day(received: NaiveDate) -> Option<NaiveDate> {
    let days = params::CARRY_DECISION_WORKING_DAYS.on(received)?;
    Some(calendar::working_days_after(received, usize::try_from(days).ok()?))
}

/// Returns the note on a decision that is late, or whose day is not known.
fn decision_note(row: &RetiredOfficer, due: Option<NaiveDate>, as_of: NaiveDate) -> Option<String> {
    match due {
        Some(due) if due < as_of => Some(format!(
            "the Board's {} ended on {}; its silence is not an approval",
            count_words(params::CARRY_DECISION_WORKING_DAYS.on(due).unwrap_or_default(), "working day"),
            day_words(due)
        )),
        Some(_) => None,
        None => Some(format!(
            "{}, so the day by which the Board decides is not known",
            missing_cell(row, Column::ApplicationReceived)
        )),
    }
}

/// Returns the last good day of a permit and the day of the reminder (settled 84).
fn term(issued: NaiveDate) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let last =
        params::CARRY_PERMIT_MONTHS.on(issued).and_then(|months| calendar::months_after(issued, months).pred_opt());
    let reminder = last.zip(params::CARRY_RENEWAL_MONTHS.on(issued));
    (last, reminder.map(|(last, months)| calendar::months_before(last, months)))
}

/// Returns whether a day is a 29 February.
fn is_leap_day(day: NaiveDate) -> bool {
    (day.month(), day.day()) == (2, 29)
}

/// Decides an application without a permit: a failed requirement comes before an unknown one, and both are named
/// (settled 203).
fn decide_application(row: &RetiredOfficer, mut gaps: PermitGaps) -> (PermitOutcome, Vec<String>) {
    match row.denied {
        Some(Denial::Administrative) => gaps.failed.push("the application was denied".into()),
        Some(Denial::CourseOfFire) => gaps.failed.push("the course of fire was not passed".into()),
        None if row.is_faulty(Column::Denied) => gaps.unknown.push(missing_cell(row, Column::Denied)),
        None => {}
    }
    if !gaps.failed.is_empty() {
        (PermitOutcome::NotEligible, [gaps.failed, gaps.unknown].concat())
    } else if gaps.unknown.is_empty() {
        (PermitOutcome::Eligible, Vec::new())
    } else {
        (PermitOutcome::Incomplete, gaps.unknown)
    }
}

/// Decides about a permit that was issued.
fn decide_permit(
    row: &RetiredOfficer,
    issued: NaiveDate,
    last: Option<NaiveDate>,
    as_of: NaiveDate,
    mut gaps: PermitGaps,
    notes: &mut Vec<String>,
) -> (PermitOutcome, Vec<String>) {
    let mut revoked: Vec<String> = [
        (row.foid_valid, "no valid FOID card, which ended the permit at once"),
        (row.background_clear, "a finding in the background, which ended the permit at once"),
    ]
    .into_iter()
    .filter(|(cell, _)| *cell == Some(false))
    .map(|(_, reason)| reason.to_owned())
    .collect();
    if !revoked.is_empty() {
        revoked.append(&mut can_change(row, &mut gaps));
        return (PermitOutcome::Revoked, revoked);
    }
    let Some(last) = last else {
        return (PermitOutcome::Incomplete, vec!["the term of the permit is not known".into()]);
    };
    if as_of > last {
        return (
            PermitOutcome::Expired,
            vec![format!("the permit of {} ended on {}", day_words(issued), day_words(last))],
        );
    }
    let mut unknown = can_change(row, &mut gaps);
    let since = params::CARRY_QUALIFIED_MONTHS.on(issued).map(|months| calendar::months_before(issued, months));
    match (row.qualified_on, since) {
        (Some(qualified), Some(since)) if qualified < since || qualified > issued => gaps.failed.push(format!(
            "the course of fire of {} is not within the 12 months before the issue on {}",
            day_words(qualified),
            day_words(issued)
        )),
        (Some(_), Some(_)) => {}
        _ => unknown.push(missing_cell(row, Column::QualifiedOn)),
    }
    if row.denied.is_some() || row.is_faulty(Column::Denied) {
        unknown.push("denied and permit_issued are both recorded".into());
    }
    if !gaps.unknown.is_empty() {
        notes.push(format!("not checked again, because a permit was issued: {}", gaps.unknown.join(", ")));
    }
    if !gaps.failed.is_empty() {
        notes.push(format!(
            "a permit was issued on {} although requirements named under missing are not met; it may be withdrawn",
            day_words(issued)
        ));
        return (PermitOutcome::NotEligible, [gaps.failed, unknown].concat());
    }
    if !unknown.is_empty() {
        return (PermitOutcome::Incomplete, unknown);
    }
    notes.push(
        "the permit is valid only together with a valid FOID card and the former agency's photographic identification"
            .into(),
    );
    (PermitOutcome::Permitted, Vec::new())
}

/// Takes the requirements out of `gaps` that are not known and can change. The Board checked the others when it issued
/// the permit; these two can change, or may not have been checked.
fn can_change(row: &RetiredOfficer, gaps: &mut PermitGaps) -> Vec<String> {
    let reasons = [Column::FoidValid, Column::BackgroundClear].map(|column| missing_cell(row, column));
    gaps.unknown.extract_if(.., |reason| reasons.contains(reason)).collect()
}
