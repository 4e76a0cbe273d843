//! Part-time officers: the three deadlines of their basic training, counted from the original date of hire.

use crate::finding::{Source, Status};
use crate::model::officer::{Column, Discipline, Employment, Officer};
use crate::rules::ask::{Answer, Ask, Cannot, Conflict, Example, Gate, Rule};
use crate::rules::law::figure::Param;
use crate::rules::law::params;
use crate::rules::roster::training_clock;
use crate::rules::roster::training_clock::{Extension, TrainingClock};
use crate::words::day_words;
use chrono::NaiveDate;

/// The rules of this subject.
pub static RULES: &[Rule] = &[PART_TIME_POWER_DEADLINE, PART_TIME_ENROLLMENT_DEADLINE, PART_TIME_TRAINING_DEADLINE];

/// Part-time rules speak of law-enforcement officers only (settled 24).
pub(crate) static LAW_ENFORCEMENT: Gate =
    Gate { column: Column::Discipline, applies: |officer, _| Some(officer.discipline() == Discipline::LawEnforcement) };

pub(crate) static PART_TIME: Gate = Gate {
    column: Column::Employment,
    applies: |officer, _| officer.employment.map(|employment| employment == Employment::PartTime),
};

/// Where a freeze of a part-time clock stands on weaker ground.
const NO_FREEZE_AT_MTU10: Conflict = Conflict {
    source: Source::mtu10("original date of hire"),
    says: "bases every deadline on the original date of hire and names no freeze; under it a freeze would move nothing. That a freeze \
           stops a part-time clock too is a reading of the Board's FAQ.",
};

/// Something a part-time officer must have done within some months of the original date of hire.
struct Duty {
    /// `passing the POWER test`
    what: &'static str,
    /// `passed`
    how: &'static str,
    on: Option<NaiveDate>,
    within: &'static Param<u32>,
    /// Whether an extension moves the day on.
    extends: bool,
    /// What follows once the day has passed.
    too_late: &'static str,
    /// What is said of something done late.
    late: &'static str,
}

/// Judges a duty by the one original date of hire: waived, done, or by the clock (settled 26 and 27).
fn since_original_hire(duty: &Duty, officer: &Officer, ask: &Ask) -> Result<Answer, Cannot> {
    if let Some(waived) = officer.waiver_date {
        return Ok(training_clock::waived_on(waived, ask));
    }
    let clock = || part_time_clock(duty, officer, ask);
    if let Some(day) = duty.on {
        let deadline = || clock().ok()?.deadline();
        return Ok(training_clock::done_on(duty.how, day, deadline, duty.late, ask));
    }
    if let Some(completed) = officer.basic_completed {
        return Ok(ask.met().because(|| format!("basic training completed on {}", day_words(completed))));
    }
    let clock = clock()?;
    Ok(clock.answer(duty.what, duty.too_late, ask)?.note_if(clock.is_frozen(), || {
        format!(
            "Mobile Team Unit #10 names no freeze for part-time officers; without it the last good day is {}",
            day_words(clock.unfrozen)
        )
    }))
}

fn part_time_clock(duty: &Duty, officer: &Officer, ask: &Ask) -> Result<TrainingClock, Cannot> {
    let start = officer.first_hired().ok_or(Cannot::Blank(Column::HireDate))?;
    let extension = if duty.extends { Extension::of(officer, start, ask)? } else { Extension::default() };
    Ok(TrainingClock::new(start, ask.law(duty.within, start)?, extension, officer, ask))
}

const PART_TIME_POWER_DEADLINE: Rule = Rule {
    name: "part-time-power-deadline",
    title: "Part-time officers: POWER test passed within six months",
    explain: &[
        "A part-time law-enforcement officer must have passed the POWER test within six calendar months of the original part-time date \
         of hire: hired on 1 January, by 1 July. How old the test may be when the course starts is another question; see power-validity.",
        "There is one original date of hire for life in Illinois. Another agency that hires the officer later starts no new clock: the \
         day is taken from original_hire_date where it is recorded, else from hire_date.",
        "A recorded waiver meets the rule, and so does completed basic training, which nobody enters without the test. A test passed \
         late is met with a note. A military freeze moves the day on by its days; an extension of basic training does not.",
    ],
    sources: &[
        Source::other_code("20 Ill. Adm. Code 1770.212(a)"),
        Source::faq("military freeze"),
        Source::mtu10("original date of hire"),
    ],
    conflicts: &[NO_FREEZE_AT_MTU10],
    figures: &[&params::PART_TIME_POWER_MONTHS],
    column: Column::PowerPassed,
    gates: &[&LAW_ENFORCEMENT, &PART_TIME],
    required: &[Column::Employment, Column::PowerPassed],
    one_of: &[Column::HireDate, Column::OriginalHireDate],
    optional: &[Column::Discipline, Column::BasicCompleted, Column::WaiverDate, Column::FreezeFrom, Column::FreezeTo],
    check: |officer, ask| {
        let duty = Duty {
            what: "passing the POWER test",
            how: "passed",
            on: officer.power_passed,
            within: &params::PART_TIME_POWER_MONTHS,
            extends: false,
            too_late: "",
            late: "Mobile Team Unit #10 counts the months from the original date of hire",
        };
        since_original_hire(&duty, officer, ask)
    },
    examples: &[
        Example::new("hired again elsewhere in April: the first hire counts, last good day")
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
    ..Rule::BASE
};

const PART_TIME_ENROLLMENT_DEADLINE: Rule = Rule {
    name: "part-time-enrollment-deadline",
    title: "Part-time officers: enrolled in basic training within six months",
    explain: &[
        "A part-time law-enforcement officer must be enrolled in part-time basic training within six calendar months of the original \
         part-time date of hire: hired on 1 January, by 1 July.",
        "There is one original date of hire for life in Illinois, and a later hire by another agency starts no new clock. The day is \
         taken from original_hire_date where it is recorded, else from hire_date.",
        "A recorded waiver or completed basic training meets the rule. A late enrolment is met with a note. A military freeze moves the \
         day on by its days; an extension of basic training does not.",
    ],
    sources: &[
        Source::other_code("20 Ill. Adm. Code 1770.212(a)"),
        Source::faq("military freeze"),
        Source::mtu10("original date of hire"),
    ],
    conflicts: &[NO_FREEZE_AT_MTU10],
    figures: &[&params::PART_TIME_ENROLLMENT_MONTHS],
    column: Column::BasicEnrolled,
    gates: &[&LAW_ENFORCEMENT, &PART_TIME],
    required: &[Column::Employment, Column::BasicEnrolled],
    one_of: &[Column::HireDate, Column::OriginalHireDate],
    optional: &[Column::Discipline, Column::BasicCompleted, Column::WaiverDate, Column::FreezeFrom, Column::FreezeTo],
    check: |officer, ask| {
        let duty = Duty {
            what: "enrolment in basic training",
            how: "enrolled",
            on: officer.basic_enrolled,
            within: &params::PART_TIME_ENROLLMENT_MONTHS,
            extends: false,
            too_late: "",
            late: "Mobile Team Unit #10 counts the months from the original date of hire",
        };
        since_original_hire(&duty, officer, ask)
    },
    examples: &[
        Example::new("hired on 31 August, the last good day")
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
        Example::new("a day of hire that nobody recorded")
            .on("2026-03-01", Status::Unknown, "")
            .row(&[("employment", "part-time")]),
    ],
    ..Rule::BASE
};

const PART_TIME_TRAINING_DEADLINE: Rule = Rule {
    name: "part-time-training-deadline",
    title: "Part-time officers: basic training completed within eighteen months",
    explain: &[
        "A part-time law-enforcement officer must have completed basic training within eighteen calendar months of the original \
         part-time date of hire: hired on 1 January 2015, by 1 July 2016. There is one such date for life in Illinois, and a later hire \
         by another agency starts no new clock.",
        "The day is taken from original_hire_date where it is recorded, else from hire_date. An extension recorded in extension_days \
         moves it on, by 90 days at most, and a military freeze moves it on by its days.",
        "Once the day has passed the officer can no longer be hired part-time anywhere in Illinois; what is left is full-time employment \
         and a full-time academy. A recorded waiver meets the rule, and a late completion is met with a note.",
    ],
    sources: &[
        Source::code("1720.20(f)"),
        Source::other_code("20 Ill. Adm. Code 1770.212(a), (c)"),
        Source::faq("military freeze"),
        Source::mtu10("original date of hire"),
    ],
    conflicts: &[NO_FREEZE_AT_MTU10],
    figures: &[&params::PART_TIME_TRAINING_MONTHS, &params::BASIC_TRAINING_EXTENSION_DAYS],
    column: Column::BasicCompleted,
    gates: &[&LAW_ENFORCEMENT, &PART_TIME],
    required: &[Column::Employment, Column::BasicCompleted],
    one_of: &[Column::HireDate, Column::OriginalHireDate],
    optional: &[Column::Discipline, Column::WaiverDate, Column::ExtensionDays, Column::FreezeFrom, Column::FreezeTo],
    check: |officer, ask| {
        let duty = Duty {
            what: "part-time basic training",
            how: "completed",
            on: officer.basic_completed,
            within: &params::PART_TIME_TRAINING_MONTHS,
            extends: true,
            too_late: "; the officer can no longer be hired part-time in Illinois",
            late: training_clock::FORFEITED,
        };
        since_original_hire(&duty, officer, ask)
    },
    examples: &[
        Example::new("hired again elsewhere in April: the first hire counts, last good day")
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
        Example::new("waived: trained full-time before").on("2020-01-01", Status::Met, "").row(&[
            ("employment", "part-time"),
            ("hire_date", "2015-01-01"),
            ("waiver_date", "2014-12-01"),
        ]),
        Example::new("a day of hire that nobody recorded")
            .on("2026-03-01", Status::Unknown, "")
            .row(&[("employment", "part-time")]),
    ],
    ..Rule::BASE
};
