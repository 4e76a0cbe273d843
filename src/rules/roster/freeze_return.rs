//! Enrollment in an academy after military service.

use crate::finding::{Source, Status};
use crate::model::officer::Column;
use crate::rules::ask::{Example, Gate, Rule};
use crate::rules::roster::training_clock;
use crate::words::{count_words, day_words};

/// The rules of this subject.
pub static RULES: &[Rule] = &[FREEZE_RETURN];

const FREEZE_RETURN: Rule = Rule {
    name: "freeze-return",
    title: "After a military freeze: enrolled in an academy at once",
    explain: &[
        "When a recruit is called up, the training clock stops at the agency's request. When the recruit is back, \
         the agency writes to the Board, the clock runs again, and the recruit must be enrolled in an academy \
         immediately.",
        "freeze_to is the day of that letter. Once it has passed, an enrollment on that day or later, a completion or \
         a recorded waiver meets the rule. An earlier enrollment does not show that the recruit went back. No source \
         says how many days \"immediately\" is, so the answer is review from the day after freeze_to, never overdue; \
         the training deadline is a rule of its own.",
        "Two papers belong on file: the request to the Executive Director with a copy of the military orders, and \
         the letter of return. The Board adds that the National Guard has waived assignments when an agency asked \
         because of the training.",
    ],
    sources: &[Source::faq("military freeze")],
    column: Column::BasicEnrolled,
    gates: &[&Gate::on(
        &[Column::FreezeTo],
        |officer, ask| Some(officer.freeze_to.is_some_and(|back| back < ask.as_of)),
        "no return from a military freeze is on record before the day asked about",
    )],
    required: &[Column::FreezeTo, Column::BasicEnrolled, Column::BasicCompleted],
    optional: &[Column::WaiverDate],
    check: |officer, ask| {
        let Some(back) = officer.freeze_to else { return Ok(ask.not_applicable()) };
        if let Some(completed) = officer.basic_completed {
            return Ok(ask.met().because(|| format!("completed on {}", day_words(completed))));
        }
        if let Some(waived) = officer.waiver_date {
            return Ok(training_clock::waived_on(waived, ask));
        }
        Ok(match officer.basic_enrolled {
            Some(enrolled) if enrolled >= back => {
                ask.met().because(|| format!("back on {}, enrolled on {}", day_words(back), day_words(enrolled)))
            }
            earlier => ask.review(None).because(|| {
                let since = count_words((ask.as_of - back).num_days(), "day");
                let enrollment = match earlier {
                    Some(earlier) => format!("the enrollment of {} is older than that", day_words(earlier)),
                    None => "no enrollment is on record".into(),
                };
                format!(
                    "back from service on {}, {since} ago, and must be enrolled at once; {enrollment}. Keep the \
                     request with the orders and the letter of return on file",
                    day_words(back)
                )
            }),
        })
    },
    examples: &[
        Example::new("enrolled on the day of return")
            .on("2026-04-01", Status::Met, "")
            .row(&[("freeze_to", "2026-03-02"), ("basic_enrolled", "2026-03-02")]),
        Example::new("an enrollment before the return")
            .on("2026-03-03", Status::Review, "")
            .row(&[("freeze_to", "2026-03-02"), ("basic_enrolled", "2026-03-01")]),
        Example::new("the day of return itself")
            .on("2026-03-02", Status::NotApplicable, "")
            .row(&[("freeze_to", "2026-03-02")]),
        Example::new("a day that does not exist")
            .on("2026-04-01", Status::Unknown, "")
            .row(&[("freeze_to", "2026-02-30")]),
    ],
    ..Rule::BASE
};
