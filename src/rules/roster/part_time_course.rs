//! Admission to the part-time basic course.

use crate::finding::{Source, Status};
use crate::model::officer::{Certification, Column};
use crate::rules::ask::{Cannot, Example, Gate, Rule};
use crate::rules::roster::part_time::{LAW_ENFORCEMENT, PART_TIME};
use crate::words::day_words;

/// The rules of this subject.
pub static RULES: &[Rule] = &[PART_TIME_COURSE_ELIGIBILITY];

const PART_TIME_COURSE_ELIGIBILITY: Rule = Rule {
    name: "part-time-course-eligibility",
    title: "Part-time course: sworn in, no full-time certificate, POWER passed",
    explain: &[
        "The part-time basic course is only for officers whom an Illinois agency has hired and sworn in for a \
         part-time position, and not for an officer who has already passed the full-time academy. An enrollment \
         before the day of swearing in, or of an officer with a full-time certificate, is overdue at once: the \
         enrollment was not allowed. An officer may be sworn in and enrolled on the same day.",
        "If certification is full-time and basic_completed is on or after basic_enrolled, the enrollment on record is \
         that of the full-time academy which led to the certificate, and the rule does not apply to it.",
        "The POWER test must be passed before the enrollment. If power_passed is blank or later than the enrollment \
         the answer is review: the unit may have admitted the officer on its own test. If sworn_on is blank the \
         answer is unknown, because most officers have been sworn in and the day was just not recorded.",
    ],
    sources: &[Source::mtu10("who may take the part-time course")],
    column: Column::BasicEnrolled,
    gates: &[
        &LAW_ENFORCEMENT,
        &PART_TIME,
        &Gate::on(
            &[Column::BasicEnrolled],
            |officer, _| Some(officer.basic_enrolled.is_some()),
            "no enrollment in basic training is on record",
        ),
    ],
    required: &[Column::Employment, Column::BasicEnrolled, Column::SwornOn, Column::PowerPassed],
    optional: &[Column::Discipline, Column::Certification, Column::BasicCompleted],
    check: |officer, ask| {
        let enrolled = officer.basic_enrolled.ok_or(Cannot::Blank(Column::BasicEnrolled))?;
        if officer.certification == Some(Certification::FullTime) {
            if let Some(completed) = officer.basic_completed.filter(|completed| *completed >= enrolled) {
                return Ok(ask.not_applicable().because(|| {
                    format!("the enrollment led to the full-time certificate of {}", day_words(completed))
                }));
            }
            return Ok(ask.overdue(None).about(Column::Certification).because(|| {
                format!(
                    "enrolled on {} with a full-time certificate: the part-time course is closed to officers who \
                     passed the full-time academy",
                    day_words(enrolled)
                )
            }));
        }
        let sworn = officer.sworn_on.ok_or(Cannot::Blank(Column::SwornOn))?;
        if enrolled < sworn {
            return Ok(ask.overdue(None).about(Column::SwornOn).because(|| {
                format!(
                    "enrolled on {}, before the officer was sworn in on {}: the part-time course is only for sworn \
                     officers",
                    day_words(enrolled),
                    day_words(sworn)
                )
            }));
        }
        Ok(match officer.power_passed {
            Some(passed) if passed <= enrolled => ask.met().because(|| {
                format!(
                    "sworn in on {}, POWER test passed on {}, enrolled on {}",
                    day_words(sworn),
                    day_words(passed),
                    day_words(enrolled)
                )
            }),
            Some(passed) => ask.review(None).about(Column::PowerPassed).because(|| {
                format!(
                    "enrolled on {}, but the POWER test was passed only on {}; it must come before the enrollment",
                    day_words(enrolled),
                    day_words(passed)
                )
            }),
            None => ask.review(None).about(Column::PowerPassed).because(|| {
                format!(
                    "enrolled on {} without a POWER test on record; it must come before the enrollment",
                    day_words(enrolled)
                )
            }),
        })
    },
    examples: &[
        Example::new("sworn in, tested and enrolled on one day").on("2026-04-01", Status::Met, "").row(&[
            ("employment", "part-time"),
            ("sworn_on", "2026-03-02"),
            ("power_passed", "2026-03-02"),
            ("basic_enrolled", "2026-03-02"),
        ]),
        Example::new("enrolled on the day before").on("2026-04-01", Status::Overdue, "").row(&[
            ("employment", "part-time"),
            ("sworn_on", "2026-03-02"),
            ("power_passed", "2026-02-20"),
            ("basic_enrolled", "2026-03-01"),
        ]),
        Example::new("certified full-time").on("2026-04-01", Status::Overdue, "").row(&[
            ("employment", "part-time"),
            ("certification", "full-time"),
            ("sworn_on", "2026-01-05"),
            ("power_passed", "2026-02-20"),
            ("basic_enrolled", "2026-03-01"),
        ]),
        Example::new("tested the day after").on("2026-04-01", Status::Review, "").row(&[
            ("employment", "part-time"),
            ("sworn_on", "2026-01-05"),
            ("power_passed", "2026-03-03"),
            ("basic_enrolled", "2026-03-02"),
        ]),
        Example::new("day of swearing in not recorded").on("2026-04-01", Status::Unknown, "").row(&[
            ("employment", "part-time"),
            ("power_passed", "2026-02-20"),
            ("basic_enrolled", "2026-03-02"),
        ]),
        Example::new("not enrolled yet")
            .on("2026-04-01", Status::NotApplicable, "")
            .row(&[("employment", "part-time"), ("sworn_on", "2026-01-05")]),
    ],
    ..Rule::BASE
};
