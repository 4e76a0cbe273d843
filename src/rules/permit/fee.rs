//! The fee of an application: its amount, its payment, and the part that is returned.

use crate::model::permit::{Column, Denial, FeePaid, FirearmTypes, RetiredOfficer};
use crate::rules::law::params;
use crate::rules::permit::gaps::{PermitGaps, missing_cell};
use chrono::NaiveDate;

/// Returns the fee in cents.
pub(super) fn fee_of(types: FirearmTypes, as_of: NaiveDate) -> Option<u64> {
    let param = if types == FirearmTypes::Both { &params::CARRY_FEE_BOTH } else { &params::CARRY_FEE_ONE };
    param.on(as_of).map(|dollars| u64::from(dollars) * 100)
}

/// Writes cents as dollars: `75.00`.
pub(super) fn dollars(cents: u64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// Checks that the full fee came with the application, which is denied without it.
pub(super) fn check_payment(row: &RetiredOfficer, fee: Option<u64>, gaps: &mut PermitGaps) {
    if fee.is_none() {
        gaps.unknown.push(missing_cell(row, Column::FirearmTypes));
    }
    match (row.fee_paid, fee) {
        (Some(FeePaid::Full), _) => {}
        (Some(FeePaid::Nothing), _) => gaps.failed.push("the fee did not come with the application".into()),
        (Some(FeePaid::Cents(paid)), Some(fee)) if paid < fee => {
            gaps.failed.push(format!("${} of the fee of ${} came with the application", dollars(paid), dollars(fee)));
        }
        (Some(FeePaid::Cents(_)), _) => {}
        (None, _) => gaps.unknown.push(missing_cell(row, Column::FeePaid)),
    }
}

/// Returns the part of the fee that is returned after a denial, and adds the note on it.
pub(super) fn refund(
    denial: Denial,
    row: &RetiredOfficer,
    fee: Option<u64>,
    as_of: NaiveDate,
    notes: &mut Vec<String>,
) -> Option<String> {
    let paid = match row.fee_paid {
        Some(FeePaid::Nothing) => return None,
        Some(FeePaid::Cents(paid)) => Some(paid),
        Some(FeePaid::Full) | None => fee,
    };
    if denial == Denial::CourseOfFire {
        return Some("nothing (0.00)".into());
    }
    notes.push(
        "20 Ill. Adm. Code 1720.250(e) calls the fee non-refundable; 1720.270(a), which is followed here, lets the \
         Board keep at most one third of it after such a denial"
            .into(),
    );
    let kept_fraction = params::CARRY_KEPT_PART.on(as_of).map_or(1, |part| u64::from(part.parts()));
    Some(match paid {
        // The part that the Board keeps is cut to the cent, so that it never exceeds one third.
        Some(paid) => format!("at least two thirds ({})", dollars(paid - paid / kept_fraction)),
        None => "at least two thirds".into(),
    })
}
