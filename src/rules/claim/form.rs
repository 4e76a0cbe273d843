//! The forms on which a claim is made, the days by which it must be in, and the law of reimbursement.

use crate::finding::Source;
use crate::model::claim::{LineKind, Training};
use crate::rules::law::{calendar, params};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

/// The law of reimbursement that every claim falls under.
pub const SOURCES: [Source; 4] = [
    Source::statute("50 ILCS 705/9"),
    Source::code("1720.50"),
    Source::other_code("20 Ill. Adm. Code 1700.40(c)"),
    Source::faq("reimbursement claims"),
];
/// The sources of what a part-time claim may hold, the FAQ first.
pub(crate) const PART_TIME_SOURCES: [Source; 2] =
    [Source::faq("part-time reimbursement"), Source::mtu10("part-time reimbursement")];

/// The sources of what a claim for the transition course may hold.
pub(crate) const TRANSITION_SOURCES: [Source; 1] = [Source::mtu10("students promoted to full-time employment")];

/// Returns whether a claim for this training may hold a line of this kind: of the transition course the tuition alone
/// (settled 154 and 234), otherwise what its form may hold.
pub(crate) const fn may_hold(training: Training, kind: LineKind) -> bool {
    match training {
        Training::Transition => matches!(kind, LineKind::Tuition),
        _ => Form::of(training).may_hold(kind),
    }
}

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

    /// Returns the form for a kind of training (ILETSB FAQ).
    pub const fn of(training: Training) -> Self {
        match training {
            Training::Basic => Self::Basic,
            Training::PartTimeBasic => Self::PartTimeBasic,
            Training::NonBasic | Training::Transition => Self::NonBasic,
        }
    }

    /// Returns the name in machine output: `part-time-basic`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::PartTimeBasic => "part-time-basic",
            Self::NonBasic => "non-basic",
        }
    }

    /// Describes the training that the form is used for.
    pub const fn used_for(self) -> &'static str {
        match self {
            Self::Basic => {
                "basic training of an employee who becomes a full-time law-enforcement or county corrections officer"
            }
            Self::PartTimeBasic => "basic training of an employee who becomes a part-time officer",
            Self::NonBasic => {
                "all other certified training without an asterisk in the Board's schedule, including the transition \
                 course, of which the tuition alone is reimbursed (MTU #10)"
            }
        }
    }

    /// Describes what the claim must show besides its lines.
    pub const fn needs(self) -> &'static str {
        match self {
            Self::Basic => "a home-rule unit: a resolution or ordinance on file; any other unit: one full-time officer",
            Self::PartTimeBasic => {
                "the officer has completed the training successfully; the unit must qualify as for every form"
            }
            Self::NonBasic => {
                "the officer already had the basic certificate or a waiver; the unit must qualify as for every form; \
                 refresher training that a department or region holds itself is considered case by case (20 Ill. Adm. \
                 Code 1720.10(e))"
            }
        }
    }

    /// Describes when the claim is paid, as far as any source says.
    pub const fn paid(self) -> &'static str {
        match self {
            Self::Basic => "claims for basic courses are paid from time to time during the fiscal year",
            Self::PartTimeBasic => {
                "claims for basic courses are paid from time to time during the fiscal year; no source gives separate \
                 dates for part-time ones"
            }
            Self::NonBasic => {
                "claims for courses other than basic are paid after 15 July, usually in the third and fourth week of \
                 August"
            }
        }
    }

    /// Returns the kinds of line that a claim on this form may hold.
    pub fn kinds(self) -> impl Iterator<Item = LineKind> {
        LineKind::ALL.iter().copied().filter(move |kind| self.may_hold(*kind))
    }

    /// Returns whether a claim on this form may hold a line of this kind (20 Ill. Adm. Code 1720.50(a); ILETSB FAQ;
    /// settled 125).
    pub const fn may_hold(self, kind: LineKind) -> bool {
        match (self, kind) {
            (_, LineKind::Other) => false,
            (_, LineKind::Tuition | LineKind::PowerExam) => true,
            (Self::PartTimeBasic, _) => false,
            _ => true,
        }
    }
}

/// The days by which a claim must be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimDays {
    /// The fiscal year in which the class ends.
    pub fiscal_year: i32,
    /// The last safe day: the FAQ wants the claim before 15 July.
    pub due: NaiveDate,
    /// The last day by 20 Ill. Adm. Code 1700.40(c).
    pub received_by: NaiveDate,
}

/// The standing of a claim that is handed in on some day, as far as days go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimStanding {
    /// In time by every source.
    InTime,
    /// Late by the FAQ alone: a person must decide (settled 73).
    LateByFaq,
    /// Late.
    Late,
}

impl ClaimDays {
    /// Returns the standing of a claim handed in on this day. The one answer of every command.
    pub fn standing(&self, handed_in: NaiveDate) -> ClaimStanding {
        if handed_in <= self.due {
            ClaimStanding::InTime
        } else if handed_in <= self.received_by {
            ClaimStanding::LateByFaq
        } else {
            ClaimStanding::Late
        }
    }
}

/// What the sources say of the day between: for notes.
pub(crate) const LATE_BY_FAQ: &str = "by the ILETSB FAQ alone, which wants the claim before 15 July, a claim handed in \
                                      on 15 July is late and denied; 20 Ill. Adm. Code 1700.40(c) accepts it until \
                                      that day, so that a person must decide (a reading)";

/// Returns the days by which the claim for a class that ends on this day must be in; `None` when no law is known for
/// it.
pub fn claim_days(class_end: NaiveDate) -> Option<ClaimDays> {
    let fiscal_year = calendar::fiscal_year(class_end);
    let closes = calendar::fiscal_year_end(fiscal_year);
    Some(ClaimDays {
        fiscal_year,
        due: calendar::days_after(closes, params::CLAIM_DAYS.on(class_end)?),
        received_by: calendar::days_after(closes, params::CLAIM_RECEIVED_DAYS.on(class_end)?),
    })
}
