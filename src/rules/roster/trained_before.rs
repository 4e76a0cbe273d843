//! Officers trained before this appointment: the break in service, and the waiver or reactivation for each employment.

use crate::finding::{Source, Status};
use crate::model::officer::Column;
use crate::rules::ask::{Cannot, Conflict, Example, Gate, Rule};
use crate::rules::law::{calendar, params};
use crate::words::{count_words, day_words};

/// The rules of this subject.
pub static RULES: &[Rule] = &[BREAK_IN_SERVICE, PRIOR_TRAINING_WAIVER];

const BREAK_IN_SERVICE: Rule = Rule {
    name: "break-in-service",
    title: "Long break in service: Law for Police or Illinois Law Review",
    explain: &[
        "After three years or more out of law enforcement, the Board directs an officer trained in Illinois to take \
         \"Law for Police\" (40 hours) or \"Illinois Law Review\". The break runs from previous_separation to \
         hire_date; the third anniversary itself counts as three years.",
        "A course completed on or after the day of the previous separation meets the rule, one before it does not. A \
         break of less than three years requires nothing. No source gives a day by which the course must be taken, \
         so the answer has no due day.",
        "After ten years or more a person must decide, whatever is on record: the Executive Director may set any \
         requirement when the waiver application comes in. Officers trained in another state or by a federal agency \
         go through reciprocity instead; see prior-training-waiver.",
    ],
    sources: &[Source::faq("break in service"), Source::mtu10("break in service")],
    conflicts: &[Conflict {
        source: Source::faq("break in service"),
        says: "leaves officers who were out for a long time to the Executive Director and names no number of years; \
               ten years is the figure of Mobile Team Unit #10. Under the FAQ a shorter break could be review too.",
    }],
    figures: &[&params::LAW_COURSE_YEARS, &params::DISCRETION_YEARS, &params::LAW_COURSE_HOURS],
    column: Column::LawCourseCompleted,
    gates: &[
        &Gate { column: Column::OutOfState, applies: |officer, _| Some(officer.out_of_state != Some(true)) },
        &Gate { column: Column::PreviousSeparation, applies: |officer, _| Some(officer.previous_separation.is_some()) },
        &Gate {
            column: Column::HireDate,
            applies: |officer, _| match (officer.previous_separation, officer.hire_date) {
                (None, _) => Some(true),
                (Some(_), None) => None,
                (Some(left), Some(hired)) => Some(
                    params::LAW_COURSE_YEARS.on(hired).is_none_or(|years| hired >= calendar::years_after(left, years)),
                ),
            },
        },
    ],
    required: &[Column::PreviousSeparation, Column::HireDate, Column::LawCourseCompleted],
    optional: &[Column::OutOfState],
    check: |officer, ask| {
        let left = officer.previous_separation.ok_or(Cannot::Blank(Column::PreviousSeparation))?;
        let hired = officer.hire_date.ok_or(Cannot::Blank(Column::HireDate))?;
        let course_from = ask.law(&params::LAW_COURSE_YEARS, hired)?;
        let discretion_from = ask.law(&params::DISCRETION_YEARS, hired)?;
        let hours = ask.law(&params::LAW_COURSE_HOURS, ask.as_of)?;
        let out = |years| {
            format!(
                "out of law enforcement from {} to {}, {} or more",
                day_words(left),
                day_words(hired),
                count_words(years, "year")
            )
        };
        if hired >= calendar::years_after(left, discretion_from) {
            return Ok(ask
                .review(None)
                .because(|| format!("{}: the Executive Director may set any requirement", out(discretion_from))));
        }
        Ok(match officer.law_course_completed.filter(|completed| *completed >= left) {
            Some(completed) => ask.met().because(|| format!("law course completed on {}", day_words(completed))),
            None => ask
                .overdue(None)
                .because(|| {
                    format!("{}: Law for Police ({hours} hours) or Illinois Law Review is needed", out(course_from))
                })
                .note_if(officer.law_course_completed.is_some(), || {
                    "the course on record was completed before the previous separation and does not count".into()
                }),
        })
    },
    examples: &[
        Example::new("hired again on the third anniversary, no course")
            .on("2026-03-01", Status::Overdue, "")
            .row(&[("previous_separation", "2022-06-30"), ("hire_date", "2025-06-30")]),
        Example::new("hired again on the day before it")
            .on("2026-03-01", Status::NotApplicable, "")
            .row(&[("previous_separation", "2022-06-30"), ("hire_date", "2025-06-29")]),
        Example::new("course taken").on("2026-03-01", Status::Met, "").row(&[
            ("previous_separation", "2022-06-30"),
            ("hire_date", "2025-06-30"),
            ("law_course_completed", "2025-08-15"),
        ]),
        Example::new("ten years out, course taken").on("2026-03-01", Status::Review, "").row(&[
            ("previous_separation", "2015-06-30"),
            ("hire_date", "2025-06-30"),
            ("law_course_completed", "2025-08-15"),
        ]),
        Example::new("day of hire not recorded")
            .on("2026-03-01", Status::Unknown, "")
            .row(&[("previous_separation", "2015-06-30")]),
    ],
    ..Rule::BASE
};

/// Officers trained before this appointment (settled 33 and 97). When a cell that would show it cannot be read, the
/// rule applies and reports the cell; a completion beside a blank day of hire is left to the check.
static TRAINED_BEFORE: Gate = Gate {
    column: Column::BasicCompleted,
    applies: |officer, _| {
        let otherwise_trained = officer.previous_separation.is_some()
            || officer.out_of_state == Some(true)
            || officer.is_faulty(Column::PreviousSeparation)
            || officer.is_faulty(Column::OutOfState);
        let completed_before = match (officer.basic_completed, officer.hire_date) {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(completed), Some(hired)) => completed < hired,
        };
        Some(otherwise_trained || completed_before)
    },
};

const PRIOR_TRAINING_WAIVER: Rule = Rule {
    name: "prior-training-waiver",
    title: "Officers trained before: waiver, reactivation or reciprocity on record",
    explain: &[
        "A waiver belongs to the agency, not to the officer. For each employment, and for each move to another class \
         of officer, an agency that appoints an officer trained before files a request of its own: for a hire before \
         1 July 2022 a basic-training waiver, from that day on a request that the Board reactivate the certificate. \
         waiver_date holds the day of either.",
        "The rule applies to officers of every class whose basic_completed is before hire_date, who have a \
         previous_separation, or whose out_of_state is yes. Officers certified in another state or by a federal \
         agency apply for reciprocity and take the Equivalency Examination.",
        "A waiver from before the previous separation belongs to the earlier employment and does not count. An \
         agency may also send the officer through the academy again: enrollment on or after hire_date meets the rule. \
         Otherwise a blank waiver_date is overdue from the first day of employment and has no due day.",
    ],
    sources: &[
        Source::code("1720.60(d)(2), (d)(3)"),
        Source::code("1720.60(f), (g)"),
        Source::faq("waiver for each employment"),
        Source::mtu10("waiver belongs to the agency"),
    ],
    conflicts: &[Conflict {
        source: Source::faq("waiver for each employment"),
        says: "still names a waiver application for each employment and no reactivation. Under it a hire from 1 July \
               2022 on would need the waiver. Either day, in waiver_date, meets the rule.",
    }],
    figures: &[&params::REACTIVATION_DAY],
    column: Column::WaiverDate,
    gates: &[&TRAINED_BEFORE],
    required: &[Column::HireDate, Column::WaiverDate],
    one_of: &[Column::BasicCompleted, Column::PreviousSeparation, Column::OutOfState],
    optional: &[Column::BasicCompleted, Column::PreviousSeparation, Column::OutOfState, Column::BasicEnrolled],
    check: |officer, ask| {
        let out_of_state = officer.out_of_state == Some(true);
        let waiver =
            officer.waiver_date.filter(|waiver| officer.previous_separation.is_none_or(|left| *waiver >= left));
        let certain = officer.hire_date.is_some() || officer.previous_separation.is_some() || out_of_state;
        if let Some(waiver) = waiver.filter(|_| certain) {
            return Ok(ask.met().because(|| format!("waiver or reactivation recorded on {}", day_words(waiver))));
        }
        let hired = officer.hire_date.ok_or(Cannot::Blank(Column::HireDate))?;
        if let Some(enrolled) = officer.basic_enrolled.filter(|enrolled| *enrolled >= hired) {
            return Ok(ask.met().because(|| format!("enrolled in basic training again on {}", day_words(enrolled))));
        }
        let reactivation = ask.law(&params::REACTIVATION_DAY, hired)?;
        Ok(ask
            .overdue(None)
            .because(|| {
                let missing = if out_of_state {
                    "no reciprocity application with the Equivalency Examination"
                } else if hired >= reactivation {
                    "no reactivation of the certificate by the Board"
                } else {
                    "no basic-training waiver"
                };
                let trained = out_of_state || officer.basic_completed.is_none_or(|done| done < hired);
                let before = if trained { "trained" } else { "employed" };
                format!("{before} before the hire on {}, and {missing} is on record", day_words(hired))
            })
            .note_if(officer.waiver_date.is_some(), || {
                "the waiver on record is older than the previous separation and belongs to the earlier employment"
                    .into()
            }))
    },
    examples: &[
        Example::new("trained before, hired on 1 July 2022, nothing on record")
            .on("2026-03-01", Status::Overdue, "")
            .row(&[("basic_completed", "2019-05-17"), ("hire_date", "2022-07-01")]),
        Example::new("reactivated").on("2026-03-01", Status::Met, "").row(&[
            ("basic_completed", "2019-05-17"),
            ("hire_date", "2022-07-01"),
            ("waiver_date", "2022-07-20"),
        ]),
        Example::new("trained on the day of hire, so not before it")
            .on("2026-03-01", Status::NotApplicable, "")
            .row(&[("basic_completed", "2022-07-01"), ("hire_date", "2022-07-01")]),
        Example::new("a waiver of the earlier employment").on("2026-03-01", Status::Overdue, "").row(&[
            ("previous_separation", "2024-12-31"),
            ("hire_date", "2025-02-01"),
            ("waiver_date", "2016-04-01"),
        ]),
        Example::new("sent through the academy again").on("2026-03-01", Status::Met, "").row(&[
            ("basic_completed", "2019-05-17"),
            ("hire_date", "2025-02-01"),
            ("basic_enrolled", "2025-03-03"),
        ]),
        Example::new("trained, day of hire not recorded")
            .on("2026-03-01", Status::Unknown, "")
            .row(&[("basic_completed", "2019-05-17")]),
    ],
};
