//! Full-time employment: basic training within its time, and before police authority is exercised.

use crate::finding::{Source, Status};
use crate::model::officer::{Certification, Column, Discipline, Employment, Officer};
use crate::rules::ask::{Ask, Cannot, Conflict, Example, Gate, Rule};
use crate::rules::law::params;
use crate::rules::roster::training_clock::{self, Extension, TrainingClock};
use crate::words::{count_words, day_words};

/// The rules of this subject.
pub static RULES: &[Rule] = &[BASIC_TRAINING_DEADLINE, BASIC_TRAINING_EXTENSION, CONSERVATOR_TRAINING];

/// Officers whose training has a time limit (settled 24).
static TIME_LIMITED: Gate = Gate {
    column: Column::Discipline,
    applies: |officer, _| {
        Some(matches!(
            officer.discipline(),
            Discipline::LawEnforcement | Discipline::Corrections | Discipline::Conservator
        ))
    },
};

/// Officers employed full-time.
pub(crate) static FULL_TIME: Gate = Gate {
    column: Column::Employment,
    applies: |officer, _| officer.employment.map(|employment| employment == Employment::FullTime),
};

const BASIC_TRAINING_DEADLINE: Rule = Rule {
    name: "basic-training-deadline",
    title: "Full-time officers: certificate of basic training",
    explain: &[
        "A full-time law-enforcement or corrections officer must have been awarded the certificate of basic training \
         within six calendar months of the initial full-time employment. The day of hire is not counted and the last \
         day is: hired on 1 January, due on 1 July; hired on 31 August, due on the last day of February.",
        "The clock starts on original_hire_date if it is recorded, otherwise on hire_date. For an officer with a \
         part-time certificate who is now employed full-time it starts on hire_date, because the original date of \
         hire is then the part-time one.",
        "An extension recorded in extension_days moves the due day, by 90 days at most. A military freeze stops the \
         clock from freeze_from (the day the Board received the request) to freeze_to (the day of the notice of \
         return). A freeze that began in time moves the due day by all of its days except those before the start of \
         the clock. While no end is recorded the answer is review.",
        "A recorded waiver or a completion meets the rule. The completion is the day the certificate was awarded, \
         not the last day of class. If it lies after the deadline the answer is met with a note, because the \
         position was forfeited unless a waiver had been granted. Mayors, aldermen, presidents, trustees and park \
         board members who are conservators of the peace have no time limit.",
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
        says: "covers officers appointed after 1 January 1976. The rule is checked for everyone on the roster; an \
               older appointment without a certificate is overdue, and a person decides.",
    }],
    figures: &[
        &params::BASIC_TRAINING_MONTHS,
        &params::BASIC_TRAINING_EXTENSION_DAYS,
        &params::TRANSITIONAL_CERTIFICATE_DAY,
    ],
    column: Column::BasicCompleted,
    gates: &[&TIME_LIMITED, &FULL_TIME],
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
            return Ok(training_clock::waived_on(waived, ask));
        }
        let clock = || basic_training_clock(officer, ask);
        if let Some(completed) = officer.basic_completed {
            let deadline = || clock().ok()?.deadline();
            return Ok(training_clock::done_on("completed", completed, deadline, training_clock::FORFEITED, ask));
        }
        let forfeited = "; the position is forfeited unless a waiver was granted";
        let answer = clock()?.answer("basic training", forfeited, ask)?;
        let overdue = answer.status == Status::Overdue;
        let transitional = ask.law(&params::TRANSITIONAL_CERTIFICATE_DAY, ask.as_of)?;
        let employed_then =
            [officer.hire_date, officer.original_hire_date].into_iter().flatten().any(|hired| hired <= transitional);
        let certified =
            officer.certification.filter(|certificate| *certificate != Certification::None).map(Certification::word);
        Ok(answer
            .note_if(overdue && employed_then && certified.is_none(), || {
                format!(
                    "employed on {} and never certificated: 20 Ill. Adm. Code 1720.90 lets the Board allow a \
                     transitional certificate",
                    day_words(transitional)
                )
            })
            .note_if(certified == Some(Certification::FullTime.word()), || {
                "certification is full-time, but basic_completed lacks the day of that certificate".into()
            }))
    },
    examples: &[
        Example::new("hired on 31 August, on the last good day")
            .on("2026-02-28", Status::DueSoon, "2026-02-28")
            .row(&[("employment", "full-time"), ("hire_date", "2025-08-31")]),
        Example::new("the day after")
            .on("2026-03-01", Status::Overdue, "2026-02-28")
            .row(&[("employment", "full-time"), ("hire_date", "2025-08-31")]),
        Example::new("the same with 30 days of extension").on("2026-03-01", Status::DueSoon, "2026-03-30").row(&[
            ("employment", "full-time"),
            ("hire_date", "2025-08-31"),
            ("extension_days", "30"),
        ]),
        Example::new("called up in October and not back yet").on("2026-03-01", Status::Review, "").row(&[
            ("employment", "full-time"),
            ("hire_date", "2025-08-31"),
            ("freeze_from", "2025-10-31"),
        ]),
        Example::new("certificate awarded three days late").on("2026-06-01", Status::Met, "2026-02-28").row(&[
            ("employment", "full-time"),
            ("hire_date", "2025-08-31"),
            ("basic_completed", "2026-03-03"),
        ]),
        Example::new("day of hire not recorded")
            .on("2026-03-01", Status::Unknown, "")
            .row(&[("employment", "full-time")]),
    ],
};

fn basic_training_clock(officer: &Officer, ask: &Ask) -> Result<TrainingClock, Cannot> {
    // Settled 25: for a part-time certified officer the original date of hire is the part-time one.
    let start =
        if officer.certification == Some(Certification::PartTime) { officer.hire_date } else { officer.first_hired() };
    let start = start.ok_or(Cannot::Blank(Column::HireDate))?;
    let months = ask.law(&params::BASIC_TRAINING_MONTHS, start)?;
    Ok(TrainingClock::new(start, months, Extension::of(officer, start, ask)?, officer, ask))
}

const BASIC_TRAINING_EXTENSION: Rule = Rule {
    name: "basic-training-extension",
    title: "Extension of basic training: no longer than allowed",
    explain: &[
        "The Board may extend the time for basic training for good reasons, such as no place at an academy, illness, \
         or the agency's need for the officer, but never by more than 90 days. The days are counted from the end of \
         the six months (for part-time officers, of the eighteen months), not from the day the extension was granted.",
        "Extensions do not add up: the 90 days that come with an appeal against an academy's refusal are the same 90 \
         days, so extension_days is the total granted. More than 90 exceeds the limit, whatever the day; the \
         deadline itself is then calculated with 90. If no days are recorded, or 0, the rule does not apply.",
        "Mayors, aldermen, presidents, trustees and park board members who are conservators of the peace have no \
         time limit that could be extended.",
    ],
    sources: &[
        Source::statute("50 ILCS 705/8.1"),
        Source::code("1720.20(f)"),
        Source::code("1720.35(k)"),
        Source::code("1720.80(d)"),
        Source::other_code("20 Ill. Adm. Code 1770.212(c)"),
    ],
    conflicts: &[Conflict {
        source: Source::code("1720.35(k)"),
        says: "grants an applicant who appeals the 90-day waiver of the statute without saying whether an earlier \
               extension is deducted. Read as a second extension, up to 180 days would be met.",
    }],
    figures: &[&params::BASIC_TRAINING_EXTENSION_DAYS],
    column: Column::ExtensionDays,
    gates: &[
        &Gate {
            column: Column::Discipline,
            applies: |officer, _| Some(officer.discipline() != Discipline::ConservatorOfficial),
        },
        &Gate { column: Column::ExtensionDays, applies: |officer, _| Some(officer.extension_days.unwrap_or(0) > 0) },
    ],
    required: &[Column::ExtensionDays],
    optional: &[Column::Discipline],
    check: |officer, ask| {
        let days = officer.extension_days.ok_or(Cannot::Blank(Column::ExtensionDays))?;
        let most = ask.law(&params::BASIC_TRAINING_EXTENSION_DAYS, ask.as_of)?;
        let extension = || format!("an extension of {}", count_words(days, "day"));
        Ok(if days > most {
            ask.overdue(None)
                .because(|| format!("{} is {} above the limit of {most}", extension(), count_words(days - most, "day")))
        } else {
            ask.met().because(|| format!("{}, within the limit of {most}", extension()))
        })
    },
    examples: &[
        Example::new("the longest extension allowed")
            .on("2026-03-01", Status::Met, "")
            .row(&[("extension_days", "90")]),
        Example::new("one day more").on("2026-03-01", Status::Overdue, "").row(&[("extension_days", "91")]),
        Example::new("no extension").on("2026-03-01", Status::NotApplicable, "").row(&[("extension_days", "0")]),
        Example::new("days cannot be read")
            .on("2026-03-01", Status::Unknown, "")
            .row(&[("extension_days", "about 30")]),
    ],
    ..Rule::BASE
};

const CONSERVATOR_TRAINING: Rule = Rule {
    name: "conservator-training",
    title: "Conservators of the peace: basic training before police authority",
    explain: &[
        "Mayors, aldermen, presidents, trustees, park board members and others who are conservators of the peace \
         must have completed basic law-enforcement training before they exercise any police authority. No number of \
         months is set for the officials among them. The day that counts is authority_from, the first day on which \
         the authority is exercised.",
        "Training completed on or before that day meets the rule. Training completed later does not cure the breach: \
         the authority was exercised without training, and the answer stays overdue. While authority_from is in the \
         future the answer is open or due soon.",
        "If authority_from is blank the rule does not apply, unless training is already completed.",
    ],
    sources: &[Source::statute("65 ILCS 5/3.1-15-25"), Source::statute("70 ILCS 1205/4-7"), Source::code("1720.80(a)")],
    column: Column::BasicCompleted,
    gates: &[&Gate {
        column: Column::Discipline,
        applies: |officer, _| {
            Some(matches!(officer.discipline(), Discipline::Conservator | Discipline::ConservatorOfficial))
        },
    }],
    required: &[Column::Discipline, Column::AuthorityFrom, Column::BasicCompleted],
    check: |officer, ask| {
        let completed = officer.basic_completed;
        let Some(from) = officer.authority_from else {
            return Ok(match completed {
                Some(completed) => training_clock::done_on("completed", completed, || None, "", ask),
                None => ask.not_applicable().because(|| "no police authority is on record".into()),
            });
        };
        Ok(match completed {
            Some(completed) if completed <= from => {
                training_clock::done_on("completed", completed, || Some(from), "", ask)
            }
            Some(completed) => ask.overdue(Some(from)).because(|| {
                format!(
                    "police authority since {}, but basic training was completed only on {}",
                    day_words(from),
                    day_words(completed)
                )
            }),
            None if from > ask.as_of => ask.by_day(from).because(|| {
                format!(
                    "police authority is planned from {}; basic training must be completed by then",
                    day_words(from)
                )
            }),
            None => ask
                .overdue(Some(from))
                .because(|| format!("police authority since {}, but no basic training is on record", day_words(from))),
        })
    },
    examples: &[
        Example::new("trained on the first day of authority").on("2026-04-01", Status::Met, "2026-03-01").row(&[
            ("discipline", "conservator-official"),
            ("authority_from", "2026-03-01"),
            ("basic_completed", "2026-03-01"),
        ]),
        Example::new("trained one day later").on("2026-04-01", Status::Overdue, "2026-03-01").row(&[
            ("discipline", "conservator-official"),
            ("authority_from", "2026-03-01"),
            ("basic_completed", "2026-03-02"),
        ]),
        Example::new("authority planned, not trained yet")
            .on("2026-02-28", Status::DueSoon, "2026-03-01")
            .row(&[("discipline", "conservator"), ("authority_from", "2026-03-01")]),
        Example::new("authority begins today, not trained")
            .on("2026-03-01", Status::Overdue, "2026-03-01")
            .row(&[("discipline", "conservator"), ("authority_from", "2026-03-01")]),
        Example::new("a day that does not exist")
            .on("2026-03-01", Status::Unknown, "")
            .row(&[("discipline", "conservator"), ("authority_from", "2026-02-30")]),
    ],
    ..Rule::BASE
};
