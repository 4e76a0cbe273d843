//! Part-time officers: the three deadlines of their basic training, counted from the original date of hire.

use crate::finding::{Source, Status};
use crate::model::officer::{Column, Discipline, Employment, Officer};
use crate::rules::ask::{Answer, Ask, Cannot, Conflict, Example, Gate, Rule};
use crate::rules::law::figure::Param;
use crate::rules::law::params;
use crate::rules::roster::training_clock::{self, Extension, TrainingClock};
use crate::words::day_words;
use chrono::NaiveDate;

/// The rules of this subject.
pub static RULES: &[Rule] = &[POWER_DEADLINE, ENROLLMENT_DEADLINE, TRAINING_DEADLINE];

/// Law-enforcement officers; part-time rules apply to no other class (settled 24).
pub(crate) static LAW_ENFORCEMENT: Gate = Gate::on(
    &[Column::Discipline],
    |officer, _| Some(officer.discipline() == Discipline::LawEnforcement),
    "the rule is for law-enforcement officers only",
);

/// Officers employed part-time.
pub(crate) static PART_TIME: Gate = Gate::on(
    &[Column::Employment],
    |officer, _| officer.employment.map(|employment| employment == Employment::PartTime),
    "the officer is not employed part-time",
);

/// A step that a part-time officer must complete within some months of the original date of hire.
struct Step {
    /// `passing the POWER test`
    name: &'static str,
    /// `passed`
    done: &'static str,
    /// Returns the day of the step.
    day: fn(&Officer) -> Option<NaiveDate>,
    months: &'static Param<u32>,
    /// The consequences of the deadline of the training itself; none for the steps before it.
    certificate: Option<CertificateStep>,
}

/// The last step: an extension of basic training moves its deadline.
struct CertificateStep {
    /// The consequence once the deadline has passed, after a semicolon.
    overdue: &'static str,
    /// The reason why a person decides on a completion later than any extension reaches.
    beyond_extension: &'static str,
}

/// The parts that the three steps have in common.
const BASE_STEP: Step =
    Step { name: "", done: "", day: |_| None, months: &params::PART_TIME_POWER_MONTHS, certificate: None };

/// The parts that the three rules have in common.
const BASE: Rule = Rule {
    sources: &[
        Source::mtu10("original date of hire"),
        Source::other_code("20 Ill. Adm. Code 1770.212(a)"),
        Source::faq("military freeze"),
    ],
    conflicts: &[Conflict {
        source: Source::mtu10("original date of hire"),
        says: "bases every deadline on the original date of hire and names no freeze; under it a freeze would move \
               nothing. That a freeze stops a part-time clock too is a reading of the Board's FAQ.",
    }],
    gates: &[&LAW_ENFORCEMENT, &PART_TIME],
    one_of: &[Column::HireDate, Column::OriginalHireDate],
    optional: &[
        Column::PartTimeSince,
        Column::Discipline,
        Column::BasicCompleted,
        Column::WaiverDate,
        Column::FreezeFrom,
        Column::FreezeTo,
        Column::FrozenDays,
    ],
    ..Rule::BASE
};

/// The paragraph on the one original date of hire.
const ORIGINAL_HIRE: &str = "There is one original date of hire for life in Illinois. A later hire by another agency \
                             starts no new clock: the day is taken from part_time_since if it is recorded, otherwise \
                             from original_hire_date, otherwise from hire_date.";

/// Answers for a step by the original date of hire: waived, done, or by the clock (settled 27, 129 and 133).
fn since_original_hire(step: &Step, officer: &Officer, ask: &Ask) -> Result<Answer, Cannot> {
    if let Some(waived) = officer.waiver_date {
        return Ok(training_clock::waived_on(waived, ask));
    }
    let clock = || part_time_clock(step, officer, ask);
    match ((step.day)(officer), &step.certificate) {
        (Some(day), None) => {
            let deadline = || clock().ok()?.deadline();
            return Ok(training_clock::done_on(step.done, day, deadline, LATE, ask));
        }
        (Some(day), Some(step)) => {
            return match part_time_start(officer) {
                Some(_) => clock()?.certified_on(day, step.beyond_extension, officer, ask),
                None => Ok(ask.met().because(|| format!("completed on {}", day_words(day)))),
            };
        }
        (None, _) => {}
    }
    if let Some(completed) = officer.basic_completed {
        return Ok(ask.met().because(|| format!("basic training completed on {}", day_words(completed))));
    }
    let clock = clock()?;
    let overdue = step.certificate.as_ref().map_or("", |step| step.overdue);
    Ok(clock.answer(step.name, overdue, ask)?.note_if(clock.is_frozen(), || {
        format!(
            "Mobile Team Unit #10 names no freeze for part-time officers; without it the last good day is {}",
            day_words(clock.never_frozen)
        )
    }))
}

/// The note on a step before the training itself that was completed late.
const LATE: &str = "Mobile Team Unit #10 counts the months from the original date of hire";

/// Returns the one original date of hire as a part-time officer (settled 129).
fn part_time_start(officer: &Officer) -> Option<NaiveDate> {
    officer.part_time_since.or(officer.first_hired())
}

fn part_time_clock(step: &Step, officer: &Officer, ask: &Ask) -> Result<TrainingClock, Cannot> {
    let start = part_time_start(officer).ok_or(Cannot::Blank(Column::HireDate))?;
    let extends = step.certificate.is_some();
    let extension = if extends { Extension::of(officer, start, ask)? } else { Extension::default() };
    Ok(TrainingClock::new(start, ask.law(step.months, start)?, extension, officer, ask))
}

const POWER_DEADLINE: Rule = Rule {
    name: "part-time-power-deadline",
    title: "Part-time officers: POWER test",
    explain: &[
        "A part-time law-enforcement officer must have passed the POWER test within six calendar months of the \
         original part-time date of hire: hired on 1 January, by 1 July. The age of the test when the course starts \
         is another question; see power-validity.",
        ORIGINAL_HIRE,
        "A recorded waiver meets the rule, and so does completed basic training, because it cannot be entered \
         without the test. A test passed late is met with a note. A military freeze moves the due day by its days; \
         an extension of basic training does not. The days of earlier freezes are recorded in frozen_days.",
    ],
    figures: &[&params::PART_TIME_POWER_MONTHS],
    column: Column::PowerPassed,
    required: &[Column::Employment, Column::PowerPassed],
    check: |officer, ask| {
        let step = Step {
            name: "passing the POWER test",
            done: "passed",
            day: |officer| officer.power_passed,
            months: &params::PART_TIME_POWER_MONTHS,
            ..BASE_STEP
        };
        since_original_hire(&step, officer, ask)
    },
    examples: &[
        Example::new("hired again elsewhere in April: the first hire counts, on the last good day")
            .on("2015-07-01", Status::DueSoon, "2015-07-01")
            .row(&[("employment", "part-time"), ("original_hire_date", "2015-01-01"), ("hire_date", "2015-04-01")]),
        Example::new("the day after").on("2015-07-02", Status::Overdue, "2015-07-01").row(&[
            ("employment", "part-time"),
            ("original_hire_date", "2015-01-01"),
            ("hire_date", "2015-04-01"),
        ]),
        Example::new("passed in time").on("2026-03-15", Status::Met, "2026-02-28").row(&[
            ("employment", "part-time"),
            ("hire_date", "2025-08-31"),
            ("power_passed", "2026-02-28"),
        ]),
        Example::new("employment not recorded")
            .on("2026-03-15", Status::Unknown, "")
            .row(&[("hire_date", "2025-08-31")]),
    ],
    ..BASE
};

const ENROLLMENT_DEADLINE: Rule = Rule {
    name: "part-time-enrollment-deadline",
    title: "Part-time officers: enrollment in basic training",
    explain: &[
        "A part-time law-enforcement officer must be enrolled in part-time basic training within six calendar months \
         of the original part-time date of hire: hired on 1 January, by 1 July.",
        ORIGINAL_HIRE,
        "A recorded waiver or completed basic training meets the rule. A late enrollment is met with a note. A \
         military freeze moves the due day by its days; an extension of basic training does not. The days of earlier \
         freezes are recorded in frozen_days.",
    ],
    figures: &[&params::PART_TIME_ENROLLMENT_MONTHS],
    column: Column::BasicEnrolled,
    required: &[Column::Employment, Column::BasicEnrolled],
    check: |officer, ask| {
        let step = Step {
            name: "enrollment in basic training",
            done: "enrolled",
            day: |officer| officer.basic_enrolled,
            months: &params::PART_TIME_ENROLLMENT_MONTHS,
            ..BASE_STEP
        };
        since_original_hire(&step, officer, ask)
    },
    examples: &[
        Example::new("hired on 31 August, on the last good day")
            .on("2026-02-28", Status::DueSoon, "2026-02-28")
            .row(&[("employment", "part-time"), ("hire_date", "2025-08-31")]),
        Example::new("the day after")
            .on("2026-03-01", Status::Overdue, "2026-02-28")
            .row(&[("employment", "part-time"), ("hire_date", "2025-08-31")]),
        Example::new("enrolled three days late").on("2026-03-15", Status::Met, "2026-02-28").row(&[
            ("employment", "part-time"),
            ("hire_date", "2025-08-31"),
            ("basic_enrolled", "2026-03-03"),
        ]),
        Example::new("day of hire not recorded")
            .on("2026-03-01", Status::Unknown, "")
            .row(&[("employment", "part-time")]),
    ],
    ..BASE
};

const TRAINING_DEADLINE: Rule = Rule {
    name: "part-time-training-deadline",
    title: "Part-time officers: basic training",
    explain: &[
        "A part-time law-enforcement officer must have completed basic training within eighteen calendar months of \
         the original part-time date of hire: hired on 1 January 2015, by 1 July 2016.",
        ORIGINAL_HIRE,
        "An extension recorded in extension_days moves the due day, by 90 days at most, and a military freeze moves \
         it by its days; the days of earlier freezes are recorded in frozen_days.",
        "Once the day has passed the officer can no longer be hired part-time anywhere in Illinois; full-time \
         employment and a full-time academy remain. A recorded waiver meets the rule. A late completion that an \
         extension could have covered is met with a note; a person decides on a later one.",
    ],
    sources: &[
        Source::mtu10("original date of hire"),
        Source::other_code("20 Ill. Adm. Code 1770.212(a), (c)"),
        Source::faq("military freeze"),
    ],
    figures: &[&params::PART_TIME_TRAINING_MONTHS, &params::BASIC_TRAINING_EXTENSION_DAYS],
    column: Column::BasicCompleted,
    required: &[Column::Employment, Column::BasicCompleted],
    optional: &[
        Column::PartTimeSince,
        Column::Discipline,
        Column::WaiverDate,
        Column::ExtensionDays,
        Column::FreezeFrom,
        Column::FreezeTo,
        Column::FrozenDays,
    ],
    check: |officer, ask| {
        let step = Step {
            name: "part-time basic training",
            done: "completed",
            day: |officer| officer.basic_completed,
            months: &params::PART_TIME_TRAINING_MONTHS,
            certificate: Some(CertificateStep {
                overdue: "; the officer can no longer be hired part-time in Illinois",
                beyond_extension: "no extension reaches that far (Mobile Team Unit #10; 20 Ill. Adm. Code \
                                   1770.212(c)), and the officer is no longer eligible for part-time employment; a \
                                   person must decide",
            }),
        };
        since_original_hire(&step, officer, ask)
    },
    examples: &[
        Example::new("hired again elsewhere in April: the first hire counts, on the last good day")
            .on("2016-07-01", Status::DueSoon, "2016-07-01")
            .row(&[("employment", "part-time"), ("original_hire_date", "2015-01-01"), ("hire_date", "2015-04-01")]),
        Example::new("the day after").on("2016-07-02", Status::Overdue, "2016-07-01").row(&[
            ("employment", "part-time"),
            ("original_hire_date", "2015-01-01"),
            ("hire_date", "2015-04-01"),
        ]),
        Example::new("the same with 90 days of extension").on("2016-07-02", Status::Open, "2016-09-29").row(&[
            ("employment", "part-time"),
            ("original_hire_date", "2015-01-01"),
            ("extension_days", "90"),
        ]),
        Example::new("completed 90 days late").on("2027-12-01", Status::Met, "2027-02-28").row(&[
            ("employment", "part-time"),
            ("hire_date", "2025-08-31"),
            ("basic_completed", "2027-05-29"),
        ]),
        Example::new("completed 91 days late").on("2027-12-01", Status::Review, "2027-02-28").row(&[
            ("employment", "part-time"),
            ("hire_date", "2025-08-31"),
            ("basic_completed", "2027-05-30"),
        ]),
        Example::new("part-time since 2015, hired here in 2025")
            .on("2026-03-01", Status::Overdue, "2016-07-01")
            .row(&[("employment", "part-time"), ("part_time_since", "2015-01-01"), ("hire_date", "2025-04-01")]),
        Example::new("waived: trained full-time before").on("2020-01-01", Status::Met, "").row(&[
            ("employment", "part-time"),
            ("hire_date", "2015-01-01"),
            ("waiver_date", "2014-12-01"),
        ]),
        Example::new("day of hire not recorded")
            .on("2026-03-01", Status::Unknown, "")
            .row(&[("employment", "part-time")]),
    ],
    ..BASE
};
