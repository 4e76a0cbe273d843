//! The result of a row of the retired officers' sheet, as every report shows it.

use crate::finding::address::{SourcesAndUrls, with_urls};
use crate::finding::{Source, Status};
use crate::rules::permit::address::AddressFinding;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// The result of one row.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "permit check")]
pub struct PermitResult<'a> {
    /// The officer's name: `Doe, John`.
    pub name: Option<String>,
    /// The outcome.
    #[schemars(with = "String")]
    pub outcome: PermitOutcome,
    /// Each requirement that is not met, or not known.
    pub missing: Vec<String>,
    /// The fee in dollars; `None` when the types of firearm are not known.
    pub fee: Option<String>,
    /// The part of the fee that is returned after a denial.
    pub refund: Option<String>,
    /// The day by which the Board must decide.
    pub decision_due: Option<NaiveDate>,
    /// Last day on which the permit is valid.
    pub last_good_day: Option<NaiveDate>,
    /// Day from which to remind of the renewal.
    pub renewal_reminder: Option<NaiveDate>,
    /// A change of address that was reported late, or must still be reported.
    pub findings: Vec<AddressFinding<'a>>,
    /// The law behind the result, highest authority first.
    #[serde(flatten, serialize_with = "with_urls")]
    #[schemars(flatten, with = "SourcesAndUrls")]
    pub sources: &'static [Source],
    /// Other remarks.
    pub notes: Vec<String>,
    /// The file of the row.
    pub file: &'a str,
    /// The row's line.
    pub line: u64,
    /// The sheet of a workbook.
    #[serde(skip)]
    pub sheet: Option<&'a str>,
}

/// The outcome of an application or a permit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PermitOutcome {
    /// Every requirement is met; no permit is recorded yet.
    Eligible,
    /// A requirement is not met, or the application was denied.
    NotEligible,
    /// A requirement is not known.
    Incomplete,
    /// The permit is valid.
    Permitted,
    /// The last good day has passed.
    Expired,
    /// No valid FOID card, or a finding of guilt: the permit ended at once.
    Revoked,
}

impl PermitOutcome {
    /// Every outcome, the best first.
    pub const ALL: [Self; 6] =
        [Self::Permitted, Self::Eligible, Self::NotEligible, Self::Incomplete, Self::Expired, Self::Revoked];

    /// Returns the words for people.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotEligible => "not eligible",
            other => other.name(),
        }
    }

    /// Returns the name in machine output.
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

    /// Returns the status that counts this outcome (settled 20). A permit that was denied, expired or revoked counts as
    /// overdue, since it does not allow carrying. A blank cell is not known, which is not a yes.
    pub const fn status(self) -> Status {
        match self {
            Self::Eligible | Self::Permitted => Status::Met,
            Self::NotEligible | Self::Expired | Self::Revoked => Status::Overdue,
            Self::Incomplete => Status::Unknown,
        }
    }
}

impl Serialize for PermitOutcome {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

impl PermitResult<'_> {
    /// Returns the worst status of the row: of its outcome, or of a change of address.
    pub fn worst(&self) -> Status {
        let findings = self.findings.iter().map(|finding| finding.status);
        findings.fold(self.outcome.status(), Status::max)
    }
}
