//! Full-time employment: basic training within its time, and before police authority is exercised.

use crate::finding::{Source, Status};
use crate::model::officer::{Certification, Column, Discipline, Employment, Officer};
use crate::rules::ask::{Ask, Cannot, Conflict, Example, Gate, Rule};
use crate::rules::law::params;
use crate::rules::roster::training_clock;
use crate::rules::roster::training_clock::{Extension, TrainingClock};
use crate::words::{count_words, day_words};

/// The rules of this subject.
pub static RULES: &[Rule] = &[BASIC_TRAINING_DEADLINE, BASIC_TRAINING_EXTENSION, CONSERVATOR_TRAINING];

/// Full-time officers under a time limit (settled 24).
static TIME_LIMITED: Gate = Gate {
    column: Column::Discipline,
    applies: |officer, _| {
        Some(matches!(
            officer.discipline(),
            Discipline::LawEnforcement | Discipline::Corrections | Discipline::Conservator
        ))
    },
};

pub(crate) static FULL_TIME: Gate = Gate {
    column: Column::Employment,
    applies: |officer, _| officer.employment.map(|employment| employment == Employment::FullTime),
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
         freeze_from (the day the Board received the request) to freeze_to (the day of the notice of return): a freeze that began \
         in time moves the day on by all of its days, only those before the start are left out, and while no end is recorded \
         the answer is review.",
        "A recorded waiver, or a completion, answers the rule; a completion (the day the certificate was awarded, not the last \
         day of class) after the deadline is met with a note, because the position was forfeited unless a waiver had been granted. Mayors, aldermen, presidents, trustees and park board members \
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
                    "employed on {} and never certificated: 20 Ill. Adm. Code 1720.90 lets the Board allow a transitional \
                     certificate",
                    day_words(transitional)
                )
            })
            .note_if(certified == Some(Certification::FullTime.word()), || {
                "certification is full-time: the day of that certificate is missing in basic_completed".into()
            }))
    },
    examples: &[
        Example::new("hired on 31 August, the last good day")
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
        Example::new("a day of hire that nobody recorded")
            .on("2026-03-01", Status::Unknown, "")
            .row(&[("employment", "full-time")]),
    ],
    ..Rule::BASE
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
    title: "Extension of basic training: 90 days at most",
    explain: &[
        "The Board may extend the time for basic training for good reasons, such as no place at an academy, illness, or the \
         officer's need at the agency, but never by more than 90 days. The days are counted from the end of the six months (of \
         the eighteen months for part-time officers), not from the day the extension was granted.",
        "Extensions do not add up: the 90 days that come with an appeal against an academy's refusal are the same 90 days, so \
         extension_days is the total granted. More than 90 is a limit exceeded, whatever the day; the deadline itself is then \
         worked out with 90. No days on record, or 0: nothing to judge.",
        "Mayors, aldermen, presidents, trustees and park board members who are conservators of the peace are under no time limit \
         that could be extended.",
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
        says: "grants an applicant who appeals the 90-day waiver of the statute without saying whether an earlier extension is \
               taken off; read as a second one, up to 180 days would be met.",
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
        Example::new("all that may be granted").on("2026-03-01", Status::Met, "").row(&[("extension_days", "90")]),
        Example::new("a day more").on("2026-03-01", Status::Overdue, "").row(&[("extension_days", "91")]),
        Example::new("no extension").on("2026-03-01", Status::NotApplicable, "").row(&[("extension_days", "0")]),
        Example::new("days that cannot be read")
            .on("2026-03-01", Status::Unknown, "")
            .row(&[("extension_days", "about 30")]),
    ],
    ..Rule::BASE
};

const CONSERVATOR_TRAINING: Rule = Rule {
    name: "conservator-training",
    title: "Conservators of the peace: basic training before police authority",
    explain: &[
        "Mayors, aldermen, presidents, trustees, park board members and others who are conservators of the peace must have completed \
         basic law-enforcement training before they exercise any police authority. No number of months is set for the officials \
         among them: the day that counts is authority_from, the first day on which the authority is exercised.",
        "Training completed on that day or before it meets the rule. Training completed later does not mend it: the authority was \
         exercised untrained, and the answer stays overdue. While authority_from lies ahead the answer is open or due soon.",
        "Without a day in authority_from there is nothing to judge, unless training is completed already.",
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
                    "police authority from {}, but basic training was completed only on {}",
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
                .because(|| format!("police authority from {}, but no basic training is on record", day_words(from))),
        })
    },
    examples: &[
        Example::new("trained on the first day of authority").on("2026-04-01", Status::Met, "2026-03-01").row(&[
            ("discipline", "conservator-official"),
            ("authority_from", "2026-03-01"),
            ("basic_completed", "2026-03-01"),
        ]),
        Example::new("trained a day later").on("2026-04-01", Status::Overdue, "2026-03-01").row(&[
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
        Example::new("a day that no calendar has")
            .on("2026-03-01", Status::Unknown, "")
            .row(&[("discipline", "conservator"), ("authority_from", "2026-02-30")]),
    ],
    ..Rule::BASE
};
