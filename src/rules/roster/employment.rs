//! Full-time employment: basic training within its time, and before police authority is exercised.

use crate::finding::{Source, Status};
use crate::model::officer::{Certification, Column, Discipline, Employment, Officer};
use crate::rules::ask::{Answer, Ask, Cannot, Conflict, Example, Gate, Rule};
use crate::rules::law::params;
use crate::rules::roster::training_clock::{self, Extension, TrainingClock};
use crate::words::{count_words, day_words};
use chrono::NaiveDate;

/// The rules of this subject.
pub static RULES: &[Rule] = &[BASIC_TRAINING_DEADLINE, BASIC_TRAINING_EXTENSION, CONSERVATOR_TRAINING];

/// Officers whose training has a time limit (settled 24).
static TIME_LIMITED: Gate = Gate::on(
    &[Column::Discipline],
    |officer, _| {
        Some(matches!(
            officer.discipline(),
            Discipline::LawEnforcement | Discipline::Corrections | Discipline::Conservator
        ))
    },
    "no time limit applies to this class of officer",
);

/// Officers employed full-time.
pub(crate) static FULL_TIME: Gate = Gate::on(
    &[Column::Employment],
    |officer, _| officer.employment.map(|employment| employment == Employment::FullTime),
    "the officer is not employed full-time",
);

const BASIC_TRAINING_DEADLINE: Rule = Rule {
    name: "basic-training-deadline",
    title: "Full-time officers: certificate of basic training",
    explain: &[
        "A full-time law-enforcement or corrections officer must have been awarded the certificate of basic training \
         within six calendar months of the initial full-time employment. The day of hire is not counted and the last \
         day is: hired on 1 January, due on 1 July; hired on 31 August, due on the last day of February.",
        "The clock starts on full_time_since if it is recorded, otherwise on original_hire_date, otherwise on \
         hire_date. If original_hire_date and hire_date differ and full_time_since is blank, the original day may \
         have been part-time. An officer without a certificate is then overdue only if both clocks have run out; if \
         only the one from original_hire_date has, the answer is review. If part_time_since is the same day as \
         original_hire_date, that day was part-time, and the clock starts on hire_date.",
        "For an officer with a part-time certificate who is now employed full-time the clock starts on \
         full_time_since or hire_date, and the part-time course of an earlier day is no answer. A completed \
         transition course or a waiver is one; once the deadline has passed without either, a person decides (Mobile \
         Team Unit #10).",
        "An extension recorded in extension_days moves the due day, by 90 days at most. A military freeze stops the \
         clock from freeze_from (the day the Board received the request) to freeze_to (the day of the notice of \
         return). A freeze that began in time moves the due day by all of its days except those before the start of \
         the clock. While no end is recorded the answer is review. The days of earlier freezes that have ended are \
         recorded in frozen_days, and are added.",
        "A recorded waiver meets the rule. So does the certificate, by the day it was awarded and not the last day of \
         class. If that day lies after the deadline but an extension could have covered it, the answer is met with a \
         note. If it lies later than the longest extension reaches, a person decides. Mayors, aldermen, presidents, \
         trustees and park board members who are conservators of the peace have no time limit.",
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
        Column::FullTimeSince,
        Column::Certification,
        Column::ExtensionDays,
        Column::FreezeFrom,
        Column::FreezeTo,
        Column::FrozenDays,
        Column::WaiverDate,
        Column::TransitionCompleted,
    ],
    sometimes: &[Column::PartTimeSince, Column::PreviousSeparation, Column::OutOfState],
    check: basic_training,
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
        Example::new("certificate awarded 90 days late").on("2026-06-01", Status::Met, "2026-02-28").row(&[
            ("employment", "full-time"),
            ("hire_date", "2025-08-31"),
            ("basic_completed", "2026-05-29"),
        ]),
        Example::new("certificate awarded 91 days late").on("2026-06-01", Status::Review, "2026-02-28").row(&[
            ("employment", "full-time"),
            ("hire_date", "2025-08-31"),
            ("basic_completed", "2026-05-30"),
        ]),
        Example::new("promoted part-timer, or a full-time officer of 2021?")
            .on("2026-03-01", Status::Review, "")
            .row(&[("employment", "full-time"), ("original_hire_date", "2021-03-01"), ("hire_date", "2025-10-01")]),
        Example::new("the same, known to be full-time since the promotion")
            .on("2026-03-01", Status::DueSoon, "2026-04-01")
            .row(&[
                ("employment", "full-time"),
                ("original_hire_date", "2021-03-01"),
                ("hire_date", "2025-10-01"),
                ("full_time_since", "2025-10-01"),
            ]),
        Example::new("part-time certificate, full-time for more than six months")
            .on("2026-03-01", Status::Review, "2026-02-28")
            .row(&[
                ("employment", "full-time"),
                ("certification", "part-time"),
                ("hire_date", "2025-08-31"),
                ("basic_completed", "2019-05-17"),
            ]),
        Example::new("day of hire not recorded")
            .on("2026-03-01", Status::Unknown, "")
            .row(&[("employment", "full-time")]),
    ],
};

/// The consequence of a full-time deadline that has passed.
const FORFEITED: &str = "; the position is forfeited unless a waiver was granted";

/// The reason why a person decides on a full-time certificate later than any extension reaches (settled 133).
const BEYOND_EXTENSION: &str = "no extension reaches that far (20 Ill. Adm. Code 1720.20(f)); a person must decide";

/// Answers `basic-training-deadline` (settled 129 to 134).
fn basic_training(officer: &Officer, ask: &Ask) -> Result<Answer, Cannot> {
    if let Some(waived) = officer.waiver_date {
        return Ok(training_clock::waived_on(waived, ask).note_if(!may_be_trained_before(officer), || {
            "nothing on the row shows earlier training or service: an extension of time is not a waiver; its days \
                 belong in extension_days"
                .into()
        }));
    }
    let part_time_certified = officer.certification == Some(Certification::PartTime);
    if let Some(completed) = officer.transition_completed.filter(|_| part_time_certified) {
        return Ok(ask.met().because(|| {
            format!("part-time certificate, and transition course completed on {}", day_words(completed))
        }));
    }
    let clocks = FullTimeClocks::of(officer, ask)?;
    if let Some(completed) = officer.basic_completed {
        let Some(FullTimeClocks { later, .. }) = clocks else {
            // Settled 36; settled 209: with a part-time certificate it cannot be known which course that was.
            return match part_time_certified {
                true => Err(Cannot::Blank(Column::HireDate)),
                false => Ok(ask.met().because(|| format!("completed on {}", day_words(completed)))),
            };
        };
        // Settled 132: the part-time course of an earlier day is not the full-time one.
        if !part_time_certified || completed >= later.start {
            return later.certified_on(completed, BEYOND_EXTENSION, officer, ask);
        }
    }
    let FullTimeClocks { earlier, later } = clocks.ok_or(Cannot::Blank(Column::HireDate))?;
    if part_time_certified {
        return with_part_time_certificate(&later, officer, ask);
    }
    let answer = earlier.answer(WHAT, FORFEITED, ask)?;
    if answer.status != Status::Overdue {
        return Ok(note_on_certificate(answer, officer));
    }
    let by_later = later.answer(WHAT, FORFEITED, ask)?;
    if by_later.status == Status::Overdue {
        let answer = if earlier.deadline() > later.deadline() { answer } else { by_later };
        let transitional = ask.law(&params::TRANSITIONAL_CERTIFICATE_DAY, ask.as_of)?;
        let serves = transitional <= ask.as_of
            && officer.certification.is_none_or(|certificate| certificate == Certification::None)
            && officer.first_in_service().is_some_and(|day| day <= transitional)
            && !officer.was_between_appointments(transitional);
        return Ok(note_on_certificate(answer, officer).note_if(serves, || {
            format!(
                "employed on {} and never certificated: 20 Ill. Adm. Code 1720.90 lets the Board allow a transitional \
                 certificate",
                day_words(transitional)
            )
        }));
    }
    Ok(ask.review(None).about(Column::FullTimeSince).because(|| two_readings(&earlier, &later)))
}

/// What the full-time clock measures.
const WHAT: &str = "basic training";

/// The full-time clocks of an officer: one, or two while it is not known whether the original day of hire was
/// full-time (settled 130).
struct FullTimeClocks {
    earlier: TrainingClock,
    later: TrainingClock,
}

impl FullTimeClocks {
    /// Returns the clocks; none when no day of hire is recorded that could start one (settled 129, 206 and 221).
    fn of(officer: &Officer, ask: &Ask) -> Result<Option<Self>, Cannot> {
        let (original, hired) = (officer.original_hire_date, officer.hire_date);
        let part_time_certified = officer.certification == Some(Certification::PartTime);
        let original_was_part_time = original.is_some() && officer.part_time_since == original;
        let (earlier, later) = match (officer.full_time_since, original, hired) {
            (Some(since), _, _) => (Some(since), Some(since)),
            // The original day of hire may be, or is, the part-time one.
            _ if part_time_certified => (hired, hired),
            _ if original_was_part_time => (hired, hired),
            (None, original, hired) => (original.or(hired), hired.or(original)),
        };
        let clock = |start: NaiveDate| {
            let months = ask.law(&params::BASIC_TRAINING_MONTHS, start)?;
            Ok(TrainingClock::new(start, months, Extension::of(officer, start, ask)?, officer, ask))
        };
        Ok(match (earlier, later) {
            (Some(earlier), Some(later)) if earlier != later => {
                Some(Self { earlier: clock(earlier)?, later: clock(later)? })
            }
            (Some(only), _) => clock(only).map(|clock| Some(Self { earlier: clock, later: clock }))?,
            (None, _) => None,
        })
    }
}

/// Answers for an officer with a part-time certificate who is employed full-time (settled 132 and 209).
fn with_part_time_certificate(clock: &TrainingClock, officer: &Officer, ask: &Ask) -> Result<Answer, Cannot> {
    const NEEDED: &str = "a revised Form E, a basic-training waiver request and the transition course are needed";
    let answer = clock.answer("the full-time certificate, or the transition course with a waiver,", "", ask)?;
    let answer = match (answer.status, answer.due) {
        (Status::Overdue, Some(due)) => ask.review(Some(due)).because(|| {
            format!(
                "part-time certificate; the full-time clock began on {}, and its time ended {}, {} ago: {NEEDED}",
                day_words(clock.start),
                day_words(due),
                count_words(-ask.days_to(due), "day")
            )
        }),
        _ => answer,
    };
    Ok(answer.citing(PROMOTION_SOURCES).note_if(officer.basic_completed.is_some(), || {
        "the basic training on record is from before the full-time employment, so it is the part-time course".into()
    }))
}

/// The sources on officers with a part-time certificate.
const PROMOTION_SOURCES: &[Source] = &[
    Source::mtu10("promotion to full-time employment"),
    Source::statute("50 ILCS 705/8.1"),
    Source::code("1720.20(f)"),
];

/// Adds the note on a certificate whose day is missing.
fn note_on_certificate(answer: Answer, officer: &Officer) -> Answer {
    answer.note_if(officer.certification == Some(Certification::FullTime), || {
        "the officer is on record as full-time certified, but without the day of the certificate (basic_completed)"
            .into()
    })
}

/// Names both days of hire and what follows from each (settled 130).
fn two_readings(earlier: &TrainingClock, later: &TrainingClock) -> String {
    let since = earlier.deadline().map_or_else(String::new, |day| format!(" since {}", day_words(day)));
    let until = later.deadline().map_or_else(
        || "the clock is stopped by a freeze".into(),
        |day| format!("basic training is due {}", day_words(day)),
    );
    format!(
        "first hired on {}, hired here on {}: if the first employment was full-time, basic training is overdue{since}; \
         if it was part-time, or the officer is a new trainee after a discharge (20 Ill. Adm. Code 1720.25(k)), \
         {until}. full_time_since settles which",
        day_words(earlier.start),
        day_words(later.start)
    )
}

/// Returns whether something on the row shows earlier training or service, or may show it (settled 134).
fn may_be_trained_before(officer: &Officer) -> bool {
    officer.basic_completed.is_some()
        || officer.previous_separation.is_some()
        || officer.is_faulty(Column::PreviousSeparation)
        || officer.out_of_state == Some(true)
        || officer.is_faulty(Column::OutOfState)
        || officer.certification.is_some_and(|certificate| certificate != Certification::None)
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
        &Gate::on(
            &[Column::Discipline],
            |officer, _| Some(officer.discipline() != Discipline::ConservatorOfficial),
            "the officer has no time limit that could be extended",
        ),
        &Gate::on(
            &[Column::ExtensionDays],
            |officer, _| Some(officer.extension_days.unwrap_or(0) > 0),
            "no extension is on record",
        ),
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
    gates: &[&Gate::on(
        &[Column::Discipline],
        |officer, _| Some(matches!(officer.discipline(), Discipline::Conservator | Discipline::ConservatorOfficial)),
        "the officer is no conservator of the peace",
    )],
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
