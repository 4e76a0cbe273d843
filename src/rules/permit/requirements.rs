//! The requirements of eligibility.

use crate::model::permit::{Column, RetiredOfficer};
use crate::rules::law::params;
use crate::rules::permit::gaps::{PermitGaps, missing_cell};
use crate::values::decimal::Decimal;
use crate::words::day_words;
use chrono::NaiveDate;

/// Checks the requirements of eligibility, in the order of the Code.
pub(super) fn requirements(row: &RetiredOfficer, as_of: NaiveDate, gaps: &mut PermitGaps) {
    if row.is_faulty(Column::Separated) {
        gaps.unknown.push(missing_cell(row, Column::Separated));
    } else if let Some(last) = row.separated.filter(|last| *last > as_of) {
        gaps.failed.push(format!("still in service until {}", day_words(last)));
    }
    for (column, cell, required, reason) in [
        (Column::GoodStanding, row.good_standing, true, "not separated in good standing"),
        (
            Column::MentalDisabilitySeparation,
            row.mental_disability_separation,
            false,
            "separated for reasons of mental disability",
        ),
        (
            Column::AuthorizedToCarry,
            row.authorized_to_carry,
            true,
            "was not certified and authorized to carry in service",
        ),
        (Column::ArrestPowers, row.arrest_powers, true, "had no powers of arrest"),
        (Column::PhotoId, row.photo_id, true, "no photographic identification of the former agency"),
        (Column::FoidValid, row.foid_valid, true, "no valid FOID card"),
        (Column::IllinoisResident, row.illinois_resident, true, "not a resident of Illinois"),
        (Column::BackgroundClear, row.background_clear, true, "the background is not clear"),
        (Column::NotProhibited, row.not_prohibited, true, "prohibited by federal law from carrying a firearm"),
        (Column::Affidavit, row.affidavit, true, "no sworn affidavit"),
    ] {
        match cell {
            Some(answer) if answer == required => {}
            Some(_) => gaps.failed.push(reason.into()),
            None => gaps.unknown.push(missing_cell(row, column)),
        }
    }
    let Some(least) = params::CARRY_SERVICE_YEARS.on(as_of) else { return };
    let served = row.years_service.map(|years| years >= Decimal::whole(least));
    match (served, row.disability_separation) {
        (Some(true), _) | (_, Some(true)) => {}
        (Some(false), Some(false)) => gaps.failed.push(format!(
            "{} years of service, fewer than {least}, and no service-connected disability",
            row.years_service.unwrap_or_default()
        )),
        (None, Some(false)) => gaps.unknown.push(missing_cell(row, Column::YearsService)),
        (None, None) => gaps.unknown.push(format!(
            "{} and {}",
            missing_cell(row, Column::YearsService),
            missing_cell(row, Column::DisabilitySeparation)
        )),
        (Some(false), None) => gaps.unknown.push(missing_cell(row, Column::DisabilitySeparation)),
    }
}
