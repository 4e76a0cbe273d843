//! Officers trained before this appointment: the break in service, and the waiver or reactivation for each employment.

use crate::finding::{Source, Status};
use crate::model::officer::{Certification, Column, Employment, Officer};
use crate::rules::ask::{Answer, Ask, Cannot, Conflict, Example, Gate, Rule};
use crate::rules::law::{calendar, params};
use crate::words::{count_words, day_words};
use chrono::NaiveDate;

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
        "After ten years or more the course is owed all the same, and the Executive Director may set any further \
         requirement when the waiver application comes in: with the course on record a person must decide.",
        "An officer who has gone through the academy again since the separation has met the rule. It does not apply \
         to officers who were never certificated, nor to officers trained in another state or by a federal agency, \
         who go through reciprocity instead; see prior-training-waiver.",
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
        &Gate::on(
            &[Column::OutOfState],
            |officer, _| Some(officer.out_of_state != Some(true)),
            "the officer was trained in another state or by a federal agency",
        ),
        &Gate::on(
            &[Column::PreviousSeparation],
            |officer, _| Some(officer.previous_separation.is_some()),
            "no previous separation is on record",
        ),
        &Gate::on(
            &[Column::HireDate],
            |officer, _| match (officer.previous_separation, officer.hire_date) {
                (None, _) => Some(true),
                (Some(_), None) => None,
                (Some(left), Some(hired)) => Some(
                    params::LAW_COURSE_YEARS.on(hired).is_none_or(|years| hired >= calendar::years_after(left, years)),
                ),
            },
            "the break in service was too short for a law course",
        ),
        &Gate::on(
            &[Column::Certification],
            |officer, _| {
                let not_completed = officer.basic_completed.is_none() && !officer.is_faulty(Column::BasicCompleted);
                Some(!(not_completed && officer.certification == Some(Certification::None)))
            },
            "the officer was never certificated; the course itself is owed",
        )
        .sometimes(&[Column::BasicCompleted]),
    ],
    required: &[Column::PreviousSeparation, Column::HireDate, Column::LawCourseCompleted],
    optional: &[Column::OutOfState, Column::BasicCompleted, Column::BasicEnrolled, Column::Certification],
    check: |officer, ask| {
        let left = officer.previous_separation.ok_or(Cannot::Blank(Column::PreviousSeparation))?;
        let hired = officer.hire_date.ok_or(Cannot::Blank(Column::HireDate))?;
        let course_from = ask.law(&params::LAW_COURSE_YEARS, hired)?;
        let discretion_from = ask.law(&params::DISCRETION_YEARS, hired)?;
        let hours = ask.law(&params::LAW_COURSE_HOURS, ask.as_of)?;
        // Settled 136 and 214: an enrollment beside an older certificate is not an answer yet.
        let since = |day: &NaiveDate| *day >= left;
        let again = officer.basic_completed.or(officer.basic_enrolled).filter(since);
        if let Some(day) = again {
            return Ok(ask.met().because(|| format!("in basic training again, on {}", day_words(day))));
        }
        let years = if hired >= calendar::years_after(left, discretion_from) { discretion_from } else { course_from };
        let out = || {
            format!(
                "out of law enforcement from {} to {}, {} or more",
                day_words(left),
                day_words(hired),
                count_words(years, "year")
            )
        };
        let course = officer.law_course_completed.filter(since);
        Ok(match course {
            Some(_) if years == discretion_from => ask
                .review(None)
                .because(|| format!("{}: the law course is done, and the Executive Director may ask for more", out())),
            Some(completed) => ask.met().because(|| format!("law course completed on {}", day_words(completed))),
            None => ask
                .overdue(None)
                .because(|| format!("{}: Law for Police ({hours} hours) or Illinois Law Review is needed", out()))
                .note_if(officer.law_course_completed.is_some(), || {
                    "the course on record was completed before the previous separation and does not count".into()
                })
                .note_if(years == discretion_from, || {
                    "after so long the Executive Director may ask for more than the course".into()
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
        Example::new("ten years out, no course")
            .on("2026-03-01", Status::Overdue, "")
            .row(&[("previous_separation", "2015-06-30"), ("hire_date", "2025-06-30")]),
        Example::new("through the academy again").on("2026-03-01", Status::Met, "").row(&[
            ("previous_separation", "2015-06-30"),
            ("hire_date", "2025-06-30"),
            ("basic_enrolled", "2025-07-07"),
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

/// Officers certificated before this appointment, and those who may have been. When a cell that would show it cannot be
/// read, the rule applies and reports the cell; a completion beside a blank day of hire is left to the check.
static TRAINED_BEFORE: Gate = Gate::on(
    &[Column::BasicCompleted],
    |officer, _| Some(officer.is_faulty(Column::OutOfState) || earlier_certificate(officer) != Earlier::No),
    "nothing on record shows a certificate from before this appointment",
)
.sometimes(&[
    Column::PreviousSeparation,
    Column::OutOfState,
    Column::HireDate,
    Column::Certification,
    Column::FullTimeSince,
    Column::Employment,
]);

const PRIOR_TRAINING_WAIVER: Rule = Rule {
    name: "prior-training-waiver",
    title: "Officers trained before: waiver, reactivation or reciprocity on record",
    explain: &[
        "A waiver belongs to the agency, not to the officer. For each employment, and for each move to another class \
         of officer, an agency that appoints an officer trained before files a request of its own: for a hire before \
         1 July 2022 a basic-training waiver, from that day on a request that the Board reactivate the certificate. \
         waiver_date holds the day of either.",
        "The rule applies to officers of every class who were certificated before: basic_completed is before the \
         appointment, out_of_state is yes, or previous_separation is recorded and certification is full-time or \
         part-time. The appointment begins on hire_date; for a promoted officer on full_time_since if that is later. \
         An officer with a previous_separation who was never certificated owes the course itself; if certification \
         is blank, a person must decide. Officers certified in another state or by a federal agency apply for \
         reciprocity and take the Equivalency Examination.",
        "A waiver serves an appointment if it is later than the previous separation, or not more than 90 days older \
         than the appointment; the 90 days are a reading, because no source says how early a request may be filed. \
         An older waiver was for an earlier employment. An agency may also send the officer through the academy \
         again: enrollment on or after hire_date meets the rule. Otherwise the answer is overdue from the first day \
         of employment and has no due day.",
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
    figures: &[&params::REACTIVATION_DAY, &params::WAIVER_LEAD_DAYS],
    column: Column::WaiverDate,
    gates: &[&TRAINED_BEFORE],
    required: &[Column::HireDate, Column::WaiverDate],
    one_of: &[Column::BasicCompleted, Column::PreviousSeparation, Column::OutOfState],
    optional: &[Column::BasicCompleted, Column::PreviousSeparation, Column::OutOfState, Column::BasicEnrolled],
    sometimes: &[Column::Certification, Column::FullTimeSince, Column::Employment],
    check: prior_training_waiver,
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
            ("certification", "full-time"),
            ("hire_date", "2025-02-01"),
            ("waiver_date", "2016-04-01"),
        ]),
        Example::new("a waiver 90 days before the appointment").on("2026-03-01", Status::Met, "").row(&[
            ("basic_completed", "2019-05-17"),
            ("hire_date", "2025-05-01"),
            ("waiver_date", "2025-01-31"),
        ]),
        Example::new("a waiver 91 days before it").on("2026-03-01", Status::Overdue, "").row(&[
            ("basic_completed", "2019-05-17"),
            ("hire_date", "2025-05-01"),
            ("waiver_date", "2025-01-30"),
        ]),
        Example::new("left another agency, certificate not on record")
            .on("2026-03-01", Status::Review, "")
            .row(&[("previous_separation", "2024-12-31"), ("hire_date", "2025-02-01")]),
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

/// Whether an officer was certificated before this appointment (settled 135 and 212).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Earlier {
    /// Nothing on record shows it.
    No,
    /// The record shows it.
    Yes,
    /// The officer served before, and whether with a certificate is not on record.
    NotOnRecord,
    /// A cell that decides is blank or cannot be read.
    Unclear(Cannot),
}

/// Returns whether an officer was certificated before this appointment: in another state, by a completion before its
/// first day, or by an earlier service with a certificate.
pub(crate) fn earlier_certificate(officer: &Officer) -> Earlier {
    if officer.out_of_state == Some(true) {
        return Earlier::Yes;
    }
    let left_unreadable = officer.is_faulty(Column::PreviousSeparation);
    let by_service = match (officer.previous_separation, officer.certification) {
        (None, _) if !left_unreadable => Earlier::No,
        (Some(_), Some(Certification::FullTime | Certification::PartTime)) => return Earlier::Yes,
        (_, _) if officer.is_faulty(Column::Certification) => {
            Earlier::Unclear(Cannot::Unreadable(Column::Certification))
        }
        (_, Some(Certification::None)) => Earlier::No,
        // A completion in this appointment shows that no certificate came before it.
        (_, None) if officer.basic_completed.is_some() => Earlier::No,
        _ if left_unreadable => Earlier::Unclear(Cannot::Unreadable(Column::PreviousSeparation)),
        _ => Earlier::NotOnRecord,
    };
    let Some(completed) = officer.basic_completed else { return by_service };
    match FirstDay::of(officer) {
        FirstDay::Blank => Earlier::Unclear(Cannot::Blank(Column::HireDate)),
        FirstDay::Known(first) | FirstDay::Between { first, .. } if completed < first => Earlier::Yes,
        FirstDay::Between { last, unreadable, .. } if last.is_none_or(|last| completed < last) => {
            Earlier::Unclear(Cannot::Unreadable(unreadable))
        }
        FirstDay::Known(_) | FirstDay::Between { .. } => by_service,
    }
}

/// The first day of an appointment: for a full-time officer the later of `hire_date` and `full_time_since` (settled
/// 213 and 258).
#[derive(Clone, Copy, Debug)]
enum FirstDay {
    /// `hire_date` is blank.
    Blank,
    Known(NaiveDate),
    /// A cell that cannot be read might make it later.
    Between {
        /// The first day that it may be.
        first: NaiveDate,
        /// The last one; `None` when any later day may be it.
        last: Option<NaiveDate>,
        /// The cell.
        unreadable: Column,
    },
}

impl FirstDay {
    fn of(officer: &Officer) -> Self {
        let Some(hired) = officer.hire_date else { return Self::Blank };
        let full_time = officer.employment == Some(Employment::FullTime);
        let may_be_full_time = full_time || officer.is_faulty(Column::Employment);
        match officer.full_time_since.filter(|since| *since > hired) {
            Some(since) if full_time => Self::Known(since),
            Some(since) if may_be_full_time => {
                Self::Between { first: hired, last: Some(since), unreadable: Column::Employment }
            }
            None if may_be_full_time && officer.is_faulty(Column::FullTimeSince) => {
                Self::Between { first: hired, last: None, unreadable: Column::FullTimeSince }
            }
            _ => Self::Known(hired),
        }
    }
}

/// Answers `prior-training-waiver` (settled 134, 135 and 211 to 213).
fn prior_training_waiver(officer: &Officer, ask: &Ask) -> Result<Answer, Cannot> {
    let earlier = earlier_certificate(officer);
    if let Earlier::Unclear(why) = earlier
        && why != Cannot::Blank(Column::HireDate)
    {
        return Err(why);
    }
    let met = |waiver| ask.met().because(|| format!("waiver or reactivation recorded on {}", day_words(waiver)));
    let after_separation = |waiver: &NaiveDate| officer.previous_separation.is_some_and(|left| *waiver > left);
    if let Some(waiver) = officer.waiver_date.filter(after_separation) {
        return Ok(met(waiver));
    }
    let hired = officer.hire_date.ok_or(Cannot::Blank(Column::HireDate))?;
    let (begins, unreadable) = match FirstDay::of(officer) {
        FirstDay::Known(begins) => (begins, None),
        FirstDay::Between { first, unreadable, .. } => (first, Some(unreadable)),
        FirstDay::Blank => return Err(Cannot::Blank(Column::HireDate)),
    };
    let lead = ask.law(&params::WAIVER_LEAD_DAYS, begins)?;
    let reading = || format!("a waiver up to {lead} days older than the appointment counts; the days are a reading");
    let waiver = officer.waiver_date.filter(|waiver| *waiver >= calendar::days_before(begins, lead));
    if let (Some(waiver), None) = (waiver, unreadable) {
        return Ok(met(waiver).note_if(waiver < begins, reading));
    }
    if let Some(enrolled) = officer.basic_enrolled.filter(|enrolled| *enrolled >= hired) {
        return Ok(ask.met().because(|| format!("enrolled in basic training again on {}", day_words(enrolled))));
    }
    if let (Some(_), Some(unreadable)) = (waiver, unreadable) {
        return Err(Cannot::Unreadable(unreadable));
    }
    let not_on_record = earlier == Earlier::NotOnRecord;
    let answer = if not_on_record { ask.review(None) } else { ask.overdue(None) };
    let missing = missing_request(officer, begins, ask)?;
    Ok(answer
        .because(|| {
            if not_on_record {
                return format!(
                    "employed before the hire on {}: if the officer was certificated then, {missing} is on record",
                    day_words(begins)
                );
            }
            format!("certificated before the appointment of {}, and {missing} is on record for it", day_words(begins))
        })
        .note_if(officer.waiver_date.is_some(), || {
            let waiver = officer.waiver_date.map(day_words).map_or_else(String::new, |day| format!(" of {day}"));
            format!("the waiver{waiver} was for an earlier employment ({})", reading())
        }))
}

/// Returns the request that an officer certificated before needs for this appointment: `no basic-training waiver`.
fn missing_request(officer: &Officer, begins: NaiveDate, ask: &Ask) -> Result<&'static str, Cannot> {
    let promoted =
        officer.certification == Some(Certification::PartTime) && officer.employment == Some(Employment::FullTime);
    Ok(if officer.out_of_state == Some(true) {
        "no reciprocity certification, with the Equivalency Examination,"
    } else if promoted {
        "no basic-training waiver request, which goes with the revised Form E,"
    } else if begins >= ask.law(&params::REACTIVATION_DAY, begins)? {
        "no reactivation of the certificate by the Board"
    } else {
        "no basic-training waiver"
    })
}
