//! Retired officers' concealed carry: who is eligible, until when a permit is good, what is returned, which change is late.

pub mod address;

use crate::finding::{Source, Status};
use crate::model;
use crate::model::Record;
use crate::model::permit::{Column, Denial, FeePaid, FirearmTypes, RetiredOfficer};
use crate::rules::law::{calendar, params};
use crate::values::decimal::Decimal;
use crate::words::{count_words, day_words};
pub use address::AddressFinding;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// A row of the retired officers' sheet with its place.
pub type Entry<'a> = model::Entry<'a, RetiredOfficer<'a>>;

/// What a row comes to.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "permit check")]
pub struct PermitResult<'a> {
    /// `Doe, John`
    pub name: Option<String>,
    /// What came of it.
    #[schemars(with = "String")]
    pub outcome: Outcome,
    /// What is not so, or not known, each named.
    pub missing: Vec<String>,
    /// The fee in dollars; `None` when the types of firearm are not known.
    pub fee: Option<String>,
    /// What comes back of the fee after a denial.
    pub refund: Option<String>,
    /// The day by which the Board writes to the applicant.
    pub decision_due: Option<NaiveDate>,
    /// Last day on which the permit is good.
    pub last_good_day: Option<NaiveDate>,
    /// Day from which the renewal should be thought of.
    pub renewal_reminder: Option<NaiveDate>,
    /// A change of address that was reported late, or must still be.
    pub findings: Vec<AddressFinding<'a>>,
    /// The law by which it was answered, highest authority first.
    pub sources: &'static [Source],
    /// What else a careful reader should know.
    pub notes: Vec<String>,
    /// The file of the row.
    pub file: &'a str,
    /// The row's line.
    pub line: u64,
}

/// What came of an application or a permit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every requirement is met; no permit is recorded yet.
    Eligible,
    /// A requirement is not met, or the application was denied.
    NotEligible,
    /// A requirement is not known.
    Incomplete,
    /// The permit is good.
    Permitted,
    /// The last good day has passed.
    Expired,
    /// No valid FOID card, or a finding of guilt: the permit ended at once.
    Revoked,
}

impl Outcome {
    /// Every outcome, the calm ones first.
    pub const ALL: [Self; 6] =
        [Self::Permitted, Self::Eligible, Self::NotEligible, Self::Incomplete, Self::Expired, Self::Revoked];

    /// The words a person reads.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotEligible => "not eligible",
            other => other.name(),
        }
    }

    /// The name in machine output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::NotEligible => "not-eligible",
            Self::Incomplete => "incomplete",
            Self::Permitted => "permitted",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
        }
    }

    /// The status as which it is counted (settled 20): nobody carries on a permit that was denied, has run out or was
    /// revoked, so these are overdue; what is blank is not known, and not knowing is no yes.
    pub const fn status(self) -> Status {
        match self {
            Self::Eligible | Self::Permitted => Status::Met,
            Self::NotEligible | Self::Expired | Self::Revoked => Status::Overdue,
            Self::Incomplete => Status::Unknown,
        }
    }
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

impl PermitResult<'_> {
    /// The worst of what is said about the row: its outcome, or a change of address reported late.
    pub fn worst(&self) -> Status {
        let findings = self.findings.iter().map(|finding| finding.status);
        findings.fold(self.outcome.status(), Status::max)
    }
}

/// What an application and a permit are answered by.
static SOURCES: [Source; 5] = [
    Source::statute("18 USC 926C"),
    Source::code("1720.240(a)"),
    Source::code("1720.250(e), (g)"),
    Source::code("1720.260(f), (g)"),
    Source::code("1720.270(a)"),
];

/// What speaks against an officer, and what is not known.
#[derive(Default)]
struct Doubts {
    bars: Vec<String>,
    unknown: Vec<String>,
}

/// Works out one row on the day asked about. `warn_days`: days before a due day from which a report is due soon.
pub fn check<'a>(entry: &Entry<'a>, as_of: NaiveDate, warn_days: u32) -> PermitResult<'a> {
    let row = &entry.record;
    let mut doubts = Doubts::default();
    let mut notes = Vec::new();
    requirements(row, as_of, &mut doubts);
    let fee = row.firearm_types.and_then(|types| fee_of(types, row.application_received.unwrap_or(as_of)));
    if row.permit_issued.is_none() {
        paid(row, fee, &mut doubts);
    }
    let (last_good_day, renewal_reminder) = row.permit_issued.map_or((None, None), good_until);
    let decision_due = row.application_received.and_then(|received| {
        let days = params::CARRY_DECISION_WORKING_DAYS.on(received)?;
        Some(calendar::working_days_after(received, usize::try_from(days).ok()?))
    });
    let (outcome, missing) = match row.permit_issued {
        None if row.is_faulty(Column::PermitIssued) => {
            doubts.unknown.push(blank(row, Column::PermitIssued));
            (Outcome::Incomplete, doubts.unknown)
        }
        Some(issued) => permit(row, issued, last_good_day, as_of, doubts, &mut notes),
        None => application(row, doubts),
    };
    // A permit that ended at once has no last day of its term.
    let (last_good_day, renewal_reminder) =
        if outcome == Outcome::Revoked { (None, None) } else { (last_good_day, renewal_reminder) };
    let refund =
        row.denied.filter(|_| row.permit_issued.is_none()).and_then(|how| refund(how, row, fee, as_of, &mut notes));
    if row.permit_issued.is_none() && row.denied.is_none() {
        match decision_due {
            Some(due) if due < as_of => notes.push(format!(
                "the Board's {} ended on {}; its silence is no approval",
                count_words(params::CARRY_DECISION_WORKING_DAYS.on(due).unwrap_or_default(), "working day"),
                day_words(due)
            )),
            Some(_) => {}
            None => notes.push(format!(
                "{}, so that it cannot be told by when the Board decides",
                blank(row, Column::ApplicationReceived)
            )),
        }
    }
    if outcome == Outcome::Permitted && renewal_reminder.is_some_and(|day| day <= as_of) {
        notes.push("the permit ends within two months; think of the renewal".into());
    }
    PermitResult {
        name: row.full_name(),
        outcome,
        missing,
        fee: fee.map(dollars),
        refund,
        decision_due,
        last_good_day,
        renewal_reminder,
        findings: address::address(entry, as_of, warn_days).into_iter().collect(),
        sources: &SOURCES,
        notes,
        file: entry.file,
        line: entry.line,
    }
}

/// `foid_valid is blank`
fn blank(row: &RetiredOfficer, column: Column) -> String {
    let what = if row.is_faulty(column) { "cannot be read" } else { "is blank" };
    format!("{} {what}", column.name())
}

/// What eligibility asks for, in the order of the code.
fn requirements(row: &RetiredOfficer, as_of: NaiveDate, doubts: &mut Doubts) {
    if row.is_faulty(Column::Separated) {
        doubts.unknown.push(blank(row, Column::Separated));
    } else if let Some(last) = row.separated.filter(|last| *last > as_of) {
        doubts.bars.push(format!("still in service until {}", day_words(last)));
    }
    for (column, cell, wanted, no) in [
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
            Some(answer) if answer == wanted => {}
            Some(_) => doubts.bars.push(no.into()),
            None => doubts.unknown.push(blank(row, column)),
        }
    }
    let Some(least) = params::CARRY_SERVICE_YEARS.on(as_of) else { return };
    let served = row.years_service.map(|years| years >= Decimal::whole(least));
    match (served, row.disability_separation) {
        (Some(true), _) | (_, Some(true)) => {}
        (Some(false), Some(false)) => doubts.bars.push(format!(
            "{} years of service, fewer than {least}, and no service-connected disability",
            row.years_service.unwrap_or_default()
        )),
        (None, Some(false)) => doubts.unknown.push(blank(row, Column::YearsService)),
        (None, None) => doubts.unknown.push(format!(
            "{} and {}",
            blank(row, Column::YearsService),
            blank(row, Column::DisabilitySeparation)
        )),
        (Some(false), None) => doubts.unknown.push(blank(row, Column::DisabilitySeparation)),
    }
}

/// The fee in cents.
fn fee_of(types: FirearmTypes, as_of: NaiveDate) -> Option<u64> {
    let param = if types == FirearmTypes::Both { &params::CARRY_FEE_BOTH } else { &params::CARRY_FEE_ONE };
    param.on(as_of).map(|dollars| u64::from(dollars) * 100)
}

/// `75.00`
fn dollars(cents: u64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// The full fee comes with the application; without it the application is denied.
fn paid(row: &RetiredOfficer, fee: Option<u64>, doubts: &mut Doubts) {
    if fee.is_none() {
        doubts.unknown.push(blank(row, Column::FirearmTypes));
    }
    match (row.fee_paid, fee) {
        (Some(FeePaid::Full), _) => {}
        (Some(FeePaid::Nothing), _) => doubts.bars.push("the fee did not come with the application".into()),
        (Some(FeePaid::Cents(paid)), Some(fee)) if paid < fee => {
            doubts.bars.push(format!("${} of the fee of ${} came with the application", dollars(paid), dollars(fee)));
        }
        (Some(FeePaid::Cents(_)), _) => {}
        (None, _) => doubts.unknown.push(blank(row, Column::FeePaid)),
    }
}

/// The last good day of a permit and the day of the reminder (settled 84).
fn good_until(issued: NaiveDate) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let last =
        params::CARRY_PERMIT_MONTHS.on(issued).and_then(|months| calendar::months_after(issued, months).pred_opt());
    let reminder = last.zip(params::CARRY_RENEWAL_MONTHS.on(issued));
    (last, reminder.map(|(last, months)| calendar::months_before(last, months)))
}

/// An application without a permit: a no decides, then what is not known.
fn application(row: &RetiredOfficer, mut doubts: Doubts) -> (Outcome, Vec<String>) {
    match row.denied {
        Some(Denial::Administrative) => doubts.bars.push("the application was denied".into()),
        Some(Denial::CourseOfFire) => doubts.bars.push("the course of fire was not passed".into()),
        None if row.is_faulty(Column::Denied) => doubts.unknown.push(blank(row, Column::Denied)),
        None => {}
    }
    if !doubts.bars.is_empty() {
        (Outcome::NotEligible, doubts.bars)
    } else if doubts.unknown.is_empty() {
        (Outcome::Eligible, Vec::new())
    } else {
        (Outcome::Incomplete, doubts.unknown)
    }
}

/// A permit that was issued.
fn permit(
    row: &RetiredOfficer,
    issued: NaiveDate,
    last: Option<NaiveDate>,
    as_of: NaiveDate,
    mut doubts: Doubts,
    notes: &mut Vec<String>,
) -> (Outcome, Vec<String>) {
    let revoked: Vec<String> = [
        (row.foid_valid, "no valid FOID card, which ended the permit at once"),
        (row.background_clear, "a finding in the background, which ended the permit at once"),
    ]
    .into_iter()
    .filter(|(cell, _)| *cell == Some(false))
    .map(|(_, why)| why.to_owned())
    .collect();
    if !revoked.is_empty() {
        return (Outcome::Revoked, revoked);
    }
    let Some(last) = last else { return (Outcome::Incomplete, vec!["no term of the permit is known".into()]) };
    if as_of > last {
        return (Outcome::Expired, vec![format!("the permit of {} ended on {}", day_words(issued), day_words(last))]);
    }
    // What the Board saw when it issued the permit is not asked for again; these can change, or nobody has seen them.
    let mut unknown: Vec<String> = [Column::FoidValid, Column::BackgroundClear]
        .into_iter()
        .map(|column| blank(row, column))
        .filter(|why| doubts.unknown.contains(why))
        .collect();
    doubts.unknown.retain(|why| !unknown.contains(why));
    let since = params::CARRY_QUALIFIED_MONTHS.on(issued).map(|months| calendar::months_before(issued, months));
    match (row.qualified_on, since) {
        (Some(qualified), Some(since)) if qualified < since || qualified > issued => doubts.bars.push(format!(
            "the course of fire of {} is not within the 12 months before the issue on {}",
            day_words(qualified),
            day_words(issued)
        )),
        (Some(_), Some(_)) => {}
        _ => unknown.push(blank(row, Column::QualifiedOn)),
    }
    if row.denied.is_some() || row.is_faulty(Column::Denied) {
        unknown.push("denied and permit_issued are both recorded".into());
    }
    if !doubts.bars.is_empty() {
        notes.push(format!(
            "a permit was issued on {}; what is named under missing speaks against it, and it may be withdrawn",
            day_words(issued)
        ));
        return (Outcome::NotEligible, doubts.bars);
    }
    if !unknown.is_empty() {
        return (Outcome::Incomplete, unknown);
    }
    if !doubts.unknown.is_empty() {
        notes.push(format!("not asked again of a permit that was issued: {}", doubts.unknown.join(", ")));
    }
    notes.push(
        "the permit is good only together with a valid FOID card and the former agency's photographic identification"
            .into(),
    );
    (Outcome::Permitted, Vec::new())
}

/// What comes back after a denial.
fn refund(
    how: Denial,
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
    if how == Denial::CourseOfFire {
        return Some("nothing (0.00)".into());
    }
    notes.push(
        "20 Ill. Adm. Code 1720.250(e) calls the fee non-refundable; 1720.270(a) lets the Board keep one third of it at most on such \
         a denial, and is followed here"
            .into(),
    );
    let kept_part = u64::from(params::CARRY_KEPT_PART.on(as_of).unwrap_or(1));
    Some(match paid {
        // What is kept is cut to the cent, so that it never exceeds its part.
        Some(paid) => format!("at least two thirds ({})", dollars(paid - paid / kept_part)),
        None => "at least two thirds".into(),
    })
}
