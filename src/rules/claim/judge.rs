//! What a claim for reimbursement will pay: its form and last safe day, every reason against it, and each of its lines.

use crate::finding::{Source, Status};
use crate::model::claim::{Claim, LineKind, Training};
use crate::rules::claim::rates::TravelRates;
use crate::rules::claim::{conditions, lines, notes};
use crate::rules::law::{calendar, figure, params};
use crate::values::money::Cents;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

/// The form on which a claim is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Basic training of a full-time law-enforcement or county corrections officer.
    Basic,
    /// Basic training of a part-time officer.
    PartTimeBasic,
    /// Every other certified, reimbursable training, the transition course included.
    NonBasic,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::Basic, Self::PartTimeBasic, Self::NonBasic];

    /// The form for a kind of training (ILETSB FAQ).
    pub const fn of(training: Training) -> Self {
        match training {
            Training::Basic => Self::Basic,
            Training::PartTimeBasic => Self::PartTimeBasic,
            Training::NonBasic | Training::Transition => Self::NonBasic,
        }
    }

    /// The name in machine output: `part-time-basic`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::PartTimeBasic => "part-time-basic",
            Self::NonBasic => "non-basic",
        }
    }

    /// When the form is used.
    pub const fn used_for(self) -> &'static str {
        match self {
            Self::Basic => {
                "basic training of an employee who becomes a full-time law-enforcement or county corrections officer"
            }
            Self::PartTimeBasic => "basic training of an employee who becomes a part-time officer",
            Self::NonBasic => {
                "all other certified training without an asterisk in the Board's schedule, the transition course included"
            }
        }
    }

    /// What the claim must show besides its lines.
    pub const fn needs(self) -> &'static str {
        match self {
            Self::Basic => "a home-rule unit's resolution or ordinance on file, or one full-time officer elsewhere",
            Self::PartTimeBasic => "the officer has completed the training successfully; the unit as for every form",
            Self::NonBasic => "the officer had the basic certificate or a waiver before; the unit as for every form",
        }
    }

    /// When it is paid, as far as a page says so.
    pub const fn paid(self) -> &'static str {
        match self {
            Self::Basic => "basic courses are paid from time to time through the fiscal year",
            Self::PartTimeBasic => {
                "basic courses are paid from time to time through the fiscal year; no page speaks of part-time ones apart"
            }
            Self::NonBasic => {
                "other than basic courses are paid after 15 July, usually in the third and fourth week of August"
            }
        }
    }

    /// The kinds of line that a claim on this form may hold.
    pub fn kinds(self) -> impl Iterator<Item = LineKind> {
        LineKind::ALL.iter().copied().filter(move |kind| self.may_hold(*kind))
    }

    /// Whether a claim on this form may hold a line of this kind (20 Ill. Adm. Code 1720.50(a); ILETSB FAQ; settled 125).
    pub const fn may_hold(self, kind: LineKind) -> bool {
        match (self, kind) {
            (_, LineKind::Other) => false,
            (_, LineKind::Tuition | LineKind::PowerExam) => true,
            (Self::PartTimeBasic, _) => false,
            _ => true,
        }
    }
}

/// What is decided about a claim. Of several reasons the last in this order decides (settled 75).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// It pays, if funds are available.
    Payable,
    /// A person must decide; the amounts are those of a payable claim.
    Review,
    /// Something that the answer needs is blank, unreadable or not known.
    Unknown,
    /// It pays nothing.
    Denied,
}

impl Decision {
    /// The name in machine output: `payable`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Payable => "payable",
            Self::Review => "review",
            Self::Unknown => "unknown",
            Self::Denied => "denied",
        }
    }

    /// The status as which it is counted (settled 20).
    pub const fn status(self) -> Status {
        match self {
            Self::Payable => Status::Met,
            Self::Review => Status::Review,
            Self::Unknown => Status::Unknown,
            Self::Denied => Status::Overdue,
        }
    }
}

/// What becomes of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// All of it is eligible.
    Allowed,
    /// A part of it is eligible.
    Capped,
    /// None of it is.
    Refused,
    /// Nobody can tell.
    Unknown,
}

impl Outcome {
    /// The name in machine output: `capped`.
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
    /// `Doe, Jane A.`; null with `--redact`.
    pub name: Option<String>,
    /// The course.
    pub course: Option<String>,
    /// The form; nothing when the kind of training is not known.
    pub form: Option<Form>,
    /// The fiscal year in which the class ends.
    pub fiscal_year: Option<i32>,
    /// The last safe day for handing it in.
    pub due: Option<NaiveDate>,
    /// What is decided.
    pub decision: Decision,
    /// Every reason, those that decide first.
    pub reasons: Vec<String>,
    /// What each reason would decide by itself.
    #[serde(skip)]
    pub decisions: Vec<Decision>,
    /// Each line, in the order of the claim.
    pub lines: Vec<LineResult>,
    /// What the lines claim together; nothing when a line's claim is not known.
    pub claimed_total: Option<Cents>,
    /// What of it is eligible; nothing when it is not known.
    pub eligible_total: Option<Cents>,
    /// What is reimbursed; nothing when it is not known.
    pub reimbursed_total: Option<Cents>,
    /// The law, highest authority first.
    pub sources: Vec<Source>,
    /// What else a careful reader should know.
    pub notes: Vec<String>,
}

/// The answer about one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LineResult {
    /// Its place in the claim, from 1.
    pub number: usize,
    /// What it asks for; nothing when that is not known.
    pub kind: Option<&'static str>,
    /// What is claimed.
    pub claimed: Option<Cents>,
    /// What of it is eligible.
    pub eligible: Option<Cents>,
    /// What is reimbursed.
    pub reimbursed: Option<Cents>,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Why, in a sentence with the figures in it.
    pub why: String,
    /// The law and the rates.
    pub sources: Vec<String>,
}

/// By when a claim must be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimDays {
    /// The fiscal year in which the class ends.
    pub fiscal_year: i32,
    /// The last safe day: the FAQ wants the claim before 15 July.
    pub due: NaiveDate,
    /// The last day by 20 Ill. Adm. Code 1700.40(c).
    pub received_by: NaiveDate,
}

/// By when the claim for a class that ends on this day must be in; `None` when no law is known for the day.
pub fn claim_days(class_end: NaiveDate) -> Option<ClaimDays> {
    let fiscal_year = calendar::fiscal_year(class_end);
    let closes = figure::day(fiscal_year, 6, 30);
    Some(ClaimDays {
        fiscal_year,
        due: calendar::days_after(closes, params::CLAIM_DAYS.on(class_end)?),
        received_by: calendar::days_after(closes, params::CLAIM_RECEIVED_DAYS.on(class_end)?),
    })
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

/// Where the law of reimbursement stands, whatever the claim.
pub const SOURCES: [Source; 4] = [
    Source::statute("50 ILCS 705/9"),
    Source::code("1720.50"),
    Source::other_code("20 Ill. Adm. Code 1700.40(c)"),
    Source::faq("reimbursement claims"),
];
/// What the FAQ says of part-time training.
pub(crate) const PART_TIME: Source = Source::faq("part-time reimbursement");

/// How claims are judged.
#[derive(Clone, Copy, Debug)]
pub struct Judging<'j> {
    /// What the State allows.
    pub rates: &'j TravelRates,
    /// The day asked about.
    pub as_of: NaiveDate,
    /// Whether no name is told, and nothing quoted from a cell that might hold one.
    pub redact: bool,
}

/// Judges a claim as it stands on a day.
///
/// A claim that has not been handed in is judged as if it were handed in on that day (settled 73).
pub fn judge(claim: &Claim, how: &Judging) -> ClaimResult {
    let (head, as_of) = (&claim.head, how.as_of);
    let mut reasons = conditions::of(head, how);
    let day = head.class_end.unwrap_or(as_of);
    let share = params::REIMBURSEMENT_PERCENT.on(day);
    if share.is_none() {
        reasons.push(Reason::new(
            Decision::Unknown,
            None,
            "no share of the costs is known for the day on which the class ends",
        ));
    }
    if claim.lines_unreadable {
        reasons.push(Reason::new(Decision::Unknown, None, "the lines of the claim cannot be read"));
    } else if claim.lines.is_empty() {
        reasons.push(Reason::new(Decision::Unknown, None, "the claim has no line, so that nothing is claimed"));
    }
    let judged: Vec<lines::Judged> =
        claim.lines.iter().enumerate().map(|(at, line)| lines::judge(at + 1, line, head, how)).collect();
    for (at, line) in judged.iter().enumerate().filter(|(_, line)| line.outcome == Outcome::Unknown) {
        let kind = line.kind.map(|kind| format!(" ({})", kind.word())).unwrap_or_default();
        reasons.push(Reason::new(Decision::Unknown, None, format!("line {}{kind}: {}", at + 1, line.why)));
    }
    let decision = reasons.iter().map(|reason| reason.decision).max().unwrap_or(Decision::Payable);
    if let (Decision::Payable, Some(share)) = (decision, share) {
        let text = format!("{share} percent of the eligible costs are payable, if funds are available");
        reasons.push(Reason::new(decision, None, text));
    }
    // What decides comes first; within it the order of the checks is kept.
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.decision));

    let reimbursed = |line: &lines::Judged| match decision {
        Decision::Denied => Some(Cents::ZERO),
        _ => line.eligible.zip(share).map(|(eligible, share)| eligible.share(share)),
    };
    let lines_reimburse: Option<Cents> = judged.iter().map(reimbursed).sum();
    let claimed_total = judged.iter().map(|line| line.counts_as_claimed()).sum::<Option<Cents>>();
    let eligible_total = judged.iter().map(|line| line.eligible).sum::<Option<Cents>>();
    let known = decision != Decision::Unknown;
    let reimbursed_total =
        lines_reimburse.filter(|_| known).map(|sum| head.statutory_maximum.map_or(sum, |maximum| sum.min(maximum)));

    let days = head.class_end.and_then(claim_days);
    let mut sources: Vec<Source> =
        SOURCES.into_iter().chain(reasons.iter().filter_map(|reason| reason.source)).collect();
    sources.sort_by_key(|source| (source.authority, source.section));
    sources.dedup();
    ClaimResult {
        claim_id: head.claim_id.map(str::to_owned),
        name: head.full_name().filter(|_| !how.redact),
        course: head.course.map(str::to_owned),
        form: head.training.map(Form::of),
        fiscal_year: days.map(|days| days.fiscal_year),
        due: days.map(|days| days.due),
        decision,
        notes: notes::of(claim, &judged, &notes::Answer { as_of, days, decision, lines_reimburse }),
        decisions: reasons.iter().map(|reason| reason.decision).collect(),
        reasons: reasons.into_iter().map(|reason| reason.text).collect(),
        lines: judged
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
