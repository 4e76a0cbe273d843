//! Full-time employment and basic training, and what an officer trained before must bring.

use super::calendar::{self, Freeze};
use super::{Answer, Ask, Cannot, Conflict, Example, Gate, Rule, params};
use crate::finding::{Source, Status};
use crate::model::officer::{Certification, Column, Discipline, Employment, Officer};
use crate::text::{count_words, day_words};
use chrono::NaiveDate;

/// The rules of this subject.
pub static RULES: &[Rule] = &[BASIC_TRAINING_DEADLINE];

/// Full-time officers under a time limit (settled 24).
const TIME_LIMITED: Gate = Gate {
    column: Column::Discipline,
    applies: |officer| {
        Some(matches!(
            officer.discipline(),
            Discipline::LawEnforcement | Discipline::Corrections | Discipline::Conservator
        ))
    },
};

const FULL_TIME: Gate = Gate {
    column: Column::Employment,
    applies: |officer| officer.employment.map(|employment| employment == Employment::FullTime),
};

const BASIC_TRAINING_DEADLINE: Rule = Rule {
    name: "basic-training-deadline",
    title: "Full-time officers: certificate of basic training within six months",
    explain: &[
        "A full-time law-enforcement or corrections officer must have been awarded the certificate of basic training within six \
         calendar months of the initial full-time employment. The day of hire is not counted and the last day is: hired on 1 January, \
         due on 1 July; hired on 31 August, due on the last day of February.",
        "The clock starts on original_hire_date where it is recorded, else on hire_date. An officer with a part-time certificate \
         who is now employed full-time starts on hire_date, because the original date of hire is then the part-time one.",
        "An extension recorded in extension_days moves the day on, by 90 days at most. A military freeze stops the clock from \
         freeze_from to freeze_to; while no end is recorded the answer is review.",
        "A recorded waiver, or a completion, answers the rule; a completion after the deadline is met with a note, because a \
         position was forfeited unless a waiver had been granted. Mayors, aldermen, presidents, trustees and park board members \
         who are conservators of the peace are under no time limit.",
    ],
    sources: &[
        Source::statute("50 ILCS 705/8.1"),
        Source::code("1720.20(f)"),
        Source::code("1720.60(a), (e)"),
        Source::code("1720.80(d)"),
        Source::faq("military freeze"),
    ],
    conflicts: &[Conflict {
        source: Source::code("1720.60(a)"),
        says: "speaks of officers appointed after 1 January 1976; the rule is asked of everyone on the roster, and an older \
               appointment without a certificate is left to a person by its overdue answer.",
    }],
    figures: &[
        &params::BASIC_TRAINING_MONTHS,
        &params::BASIC_TRAINING_EXTENSION_DAYS,
        &params::TRANSITIONAL_CERTIFICATE_DAY,
    ],
    column: Column::BasicCompleted,
    gates: &[TIME_LIMITED, FULL_TIME],
    required: &[Column::Employment, Column::BasicCompleted],
    one_of: &[Column::HireDate, Column::OriginalHireDate],
    optional: &[
        Column::Discipline,
        Column::Certification,
        Column::ExtensionDays,
        Column::FreezeFrom,
        Column::FreezeTo,
        Column::WaiverDate,
    ],
    check: |officer, ask| {
        if let Some(waived) = officer.waiver_date {
            return Ok(ask.met().because(|| format!("waiver recorded on {}", day_words(waived))));
        }
        let clock = basic_training_clock(officer, ask);
        if let Some(completed) = officer.basic_completed {
            let deadline = clock.ok().and_then(|clock| clock.deadline());
            return Ok(completed_on(completed, deadline, ask));
        }
        let clock = clock?;
        match clock.freeze {
            Freeze::WithoutBeginning => Err(Cannot::Blank(Column::FreezeFrom)),
            Freeze::StandsStill(since) => Ok(ask
                .review(None)
                .because(|| format!("frozen since {}: the training clock stands still", day_words(since)))),
            Freeze::Days(days) => {
                let deadline = calendar::days_after(clock.deadline, days);
                let transitional = ask.law(&params::TRANSITIONAL_CERTIFICATE_DAY, ask.as_of)?;
                let employed_then = [officer.hire_date, officer.original_hire_date]
                    .into_iter()
                    .flatten()
                    .any(|hired| hired <= transitional);
                Ok(ask
                    .by_day(deadline)
                    .because(|| {
                        let forfeited = "; the position is forfeited unless a waiver was granted";
                        clock.sentence("basic training", deadline, ask) + if ask.days_to(deadline) < 0 { forfeited } else { "" }
                    })
                    .note_if(employed_then, || {
                        format!(
                            "employed on {} and never certificated: 20 Ill. Adm. Code 1720.90 lets the Board allow a transitional \
                             certificate",
                            day_words(transitional)
                        )
                    }))
            }
        }
    },
    examples: &[
        Example {
            title: "hired on 31 August, the last good day",
            row: &[("employment", "full-time"), ("hire_date", "2025-08-31")],
            as_of: "2026-02-28",
            status: Status::DueSoon,
            due: Some("2026-02-28"),
        },
        Example {
            title: "the day after",
            row: &[("employment", "full-time"), ("hire_date", "2025-08-31")],
            as_of: "2026-03-01",
            status: Status::Overdue,
            due: Some("2026-02-28"),
        },
        Example {
            title: "a day of hire that nobody recorded",
            row: &[("employment", "full-time")],
            as_of: "2026-03-01",
            status: Status::Unknown,
            due: None,
        },
    ],
};

/// A training clock: where it started, what moves it, where it ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    pub(super) start: NaiveDate,
    pub(super) months: u32,
    pub(super) extension: u32,
    /// Where it ends without a freeze.
    pub(super) deadline: NaiveDate,
    pub(super) freeze: Freeze,
}

impl Clock {
    /// A clock that starts on `start` and runs for `months`, with the officer's freeze and this extension.
    pub(super) fn new(start: NaiveDate, months: u32, extension: u32, officer: &Officer, ask: &Ask) -> Self {
        let deadline = calendar::days_after(calendar::months_after(start, months), extension);
        let freeze = calendar::freeze(start, deadline, officer.freeze_from, officer.freeze_to, ask.as_of);
        Self { start, months, extension, deadline, freeze }
    }

    /// The last good day, unless a freeze leaves it open.
    pub(super) fn deadline(&self) -> Option<NaiveDate> {
        match self.freeze {
            Freeze::Days(days) => Some(calendar::days_after(self.deadline, days)),
            Freeze::StandsStill(_) | Freeze::WithoutBeginning => None,
        }
    }

    /// `basic training was due 28 Feb 2026 (6 months after 31 Aug 2025, and 30 days of extension), 3 days ago …`
    pub(super) fn sentence(&self, what: &str, deadline: NaiveDate, ask: &Ask) -> String {
        let mut sentence = String::from(what);
        let days = ask.days_to(deadline);
        sentence += if days < 0 { " was due " } else { " is due " };
        sentence += &format!("{}, {} months after hire on {}", day_words(deadline), self.months, day_words(self.start));
        if self.extension > 0 {
            sentence += &format!(" and {} of extension", count_words(self.extension, "day"));
        }
        if let Freeze::Days(days @ 1..) = self.freeze {
            sentence += &format!(", moved on {} by a freeze", count_words(days, "day"));
        }
        sentence
    }
}

fn basic_training_clock(officer: &Officer, ask: &Ask) -> Result<Clock, Cannot> {
    // Settled 25: for a part-time certified officer the original date of hire is the part-time one.
    let start =
        if officer.certification == Some(Certification::PartTime) { officer.hire_date } else { officer.first_hired() };
    let start = start.ok_or(Cannot::Blank(Column::HireDate))?;
    let months = ask.law(&params::BASIC_TRAINING_MONTHS, start)?;
    let most = ask.law(&params::BASIC_TRAINING_EXTENSION_DAYS, start)?;
    Ok(Clock::new(start, months, officer.extension_days.unwrap_or(0).min(most), officer, ask))
}

/// Met on this day; late, with a note, when it was after the deadline (settled 90).
pub(super) fn completed_on(completed: NaiveDate, deadline: Option<NaiveDate>, ask: &Ask) -> Answer {
    let late = deadline.map_or(0, |deadline| (completed - deadline).num_days());
    ask.met().due_on(deadline).because(|| format!("completed on {}", day_words(completed))).note_if(late > 0, || {
        format!(
            "completed {} late; 20 Ill. Adm. Code 1720.20(f) would have had the position forfeited without a waiver",
            count_words(late, "day")
        )
    })
}
