//! The answer about a claim: the decision with its reasons, the answer to each line, and the sums.

use crate::finding::address::{SourcesAndUrls, with_urls};
use crate::finding::{Source, Status};
use crate::rules::claim::form::Form;
use crate::rules::claim::rates::TravelRates;
use crate::values::money::Cents;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

/// The rates, the day and the options by which a claim is judged.
#[derive(Clone, Copy, Debug)]
pub struct ClaimAsk<'a> {
    /// The State's travel rates, with those that the user has added.
    pub rates: &'a TravelRates,
    /// The day asked about.
    pub as_of: NaiveDate,
    /// Leave out every name, and quote no cell that might hold one.
    pub redact: bool,
}

/// The decision about a claim. Of several reasons the last in this order decides (settled 75).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// The claim pays, if funds are available.
    Payable,
    /// A person must decide; the amounts are those of a payable claim.
    Review,
    /// A cell or figure that the answer needs is blank, unreadable or not known.
    Unknown,
    /// The claim pays nothing.
    Denied,
}

impl Decision {
    /// Returns the name in machine output: `payable`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Payable => "payable",
            Self::Review => "review",
            Self::Unknown => "unknown",
            Self::Denied => "denied",
        }
    }

    /// Returns the status under which the claim is counted (settled 20).
    pub const fn status(self) -> Status {
        match self {
            Self::Payable => Status::Met,
            Self::Review => Status::Review,
            Self::Unknown => Status::Unknown,
            Self::Denied => Status::Overdue,
        }
    }
}

/// The outcome of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LineOutcome {
    /// All of it is eligible.
    Allowed,
    /// A part of it is eligible.
    Capped,
    /// None of it is eligible.
    Refused,
    /// The eligible amount cannot be worked out.
    Unknown,
}

impl LineOutcome {
    /// Returns the name in machine output: `capped`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::Capped => "capped",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
        }
    }
}

/// The answer about a claim, with the keys of machine output.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClaimResult {
    /// The agency's number for the claim.
    pub claim_id: Option<String>,
    /// `Doe, Jane A.`; `PTB 10234` when names are left out.
    pub name: Option<String>,
    /// The course.
    pub course: Option<String>,
    /// The form; `None` when the kind of training is not known.
    pub form: Option<Form>,
    /// The fiscal year in which the class ends.
    pub fiscal_year: Option<i32>,
    /// The last safe day for handing the claim in.
    pub due: Option<NaiveDate>,
    /// The decision.
    pub decision: Decision,
    /// Every reason, those that decide first.
    pub reasons: Vec<String>,
    /// The decision that each reason would lead to by itself.
    #[serde(skip)]
    pub decisions: Vec<Decision>,
    /// Each line, in the order of the claim.
    pub lines: Vec<LineResult>,
    /// The sum of what the lines claim; `None` when one of the amounts is not known.
    pub claimed_total: Option<Cents>,
    /// The part of it that is eligible; `None` when it is not known.
    pub eligible_total: Option<Cents>,
    /// The sum reimbursed; `None` when it is not known.
    pub reimbursed_total: Option<Cents>,
    /// The law: that of the reasons, in their order, then that of every claim, highest authority first.
    #[serde(flatten, serialize_with = "with_urls")]
    #[schemars(flatten, with = "SourcesAndUrls")]
    pub sources: Vec<Source>,
    /// Further remarks for a careful reader.
    pub notes: Vec<String>,
}

/// The answer about one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LineResult {
    /// The position in the claim, from 1.
    pub number: usize,
    /// The kind of cost; `None` when it is not known.
    pub kind: Option<&'static str>,
    /// The amount claimed.
    pub claimed: Option<Cents>,
    /// The part of it that is eligible.
    pub eligible: Option<Cents>,
    /// The part of it that is reimbursed.
    pub reimbursed: Option<Cents>,
    /// The outcome.
    pub outcome: LineOutcome,
    /// The reason, in a sentence with the figures in it.
    pub why: String,
    /// The law and the rates.
    #[serde(flatten, serialize_with = "with_urls")]
    #[schemars(flatten, with = "SourcesAndUrls")]
    pub sources: Vec<String>,
}

/// One reason for a decision.
pub(crate) struct Reason {
    pub(crate) decision: Decision,
    pub(crate) text: String,
    pub(crate) source: Option<Source>,
}

impl Reason {
    pub(crate) fn new(decision: Decision, source: impl Into<Option<Source>>, text: impl Into<String>) -> Self {
        Self { decision, text: text.into(), source: source.into() }
    }
}
