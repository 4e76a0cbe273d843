//! Entry to the academy: the age limits of the POWER test, the physical examination and the written certification.

use crate::finding::{Source, Status};
use crate::model::officer::{Administrator, Column, Employment, Officer};
use crate::rules::ask::{Answer, Ask, Cannot, Conflict, Example, Gate, Rule};
use crate::rules::law::figure::Param;
use crate::rules::law::params;
use crate::words::{count_words, day_words};
use chrono::NaiveDate;

/// The rules of this subject.
pub static RULES: &[Rule] = &[POWER_VALIDITY, PHYSICAL_EXAM_VALIDITY, ENTRANCE_CERTIFICATION];

/// Officers with a first day of a course on record.
static HAS_COURSE: Gate = Gate::on(
    &[Column::CourseStart],
    |officer, _| Some(officer.course_start.is_some()),
    "no first day of a course is on record",
);

/// Answers for something that must be done within `limit` days before the first day of the course; both ends count.
///
/// Too early, too late and not done get the same answer: it can be done (again) until the course starts (settled 34).
fn before_course(
    what: &str,
    done: Option<NaiveDate>,
    limit: &'static Param<u32>,
    officer: &Officer,
    ask: &Ask,
) -> Result<Answer, Cannot> {
    let start = officer.course_start.ok_or(Cannot::Blank(Column::CourseStart))?;
    let limit = ask.law(limit, start)?;
    let before = done.map(|day| (start - day).num_days());
    if let (Some(day), Some(before @ 0..)) = (done, before)
        && before <= i64::from(limit)
    {
        return Ok(ask
            .met()
            .due_on(Some(start))
            .because(|| format!("a {what} on {}, {} before the course", day_words(day), count_words(before, "day"))));
    }
    Ok(ask.by_day(start).because(|| {
        let course = format!("the course on {}", day_words(start));
        match (done, before) {
            (Some(day), Some(before @ 0..)) => format!(
                "a {what} on {}, {} before {course}; the limit is {limit}",
                day_words(day),
                count_words(before, "day")
            ),
            (Some(day), Some(before)) => {
                format!("a {what} on {}, {} after {course} began", day_words(day), count_words(-before, "day"))
            }
            _ => format!("no {what} is on record; it must be within {limit} days before {course}"),
        }
    }))
}

const POWER_VALIDITY: Rule = Rule {
    name: "power-validity",
    title: "Validity of the POWER test at the start of the course",
    explain: &[
        "The POWER test must have been passed no more than 45 days before the first day of the basic course, and not \
         after it. The 45th day before counts, and so does the first day of the course itself.",
        "If the test is too old or missing, it can be taken until the course starts, so course_start is the due day. \
         If course_start is blank the rule does not apply.",
        "For a part-time course only the test given by the unit's designated administrator counts. If \
         power_administrator is other, the answer is overdue at once: the unit's own test must be taken and passed.",
    ],
    sources: &[Source::faq("POWER test and physical examination"), Source::mtu10("POWER test")],
    conflicts: &[Conflict {
        source: Source::mtu10("Pre-POWER test"),
        says: "elsewhere lets a recruit enter with a test by any assessor approved by the Board, though the academy \
               may test again. Under it a part-time officer's test by another administrator would count.",
    }],
    figures: &[&params::POWER_VALID_DAYS],
    column: Column::PowerPassed,
    gates: &[&HAS_COURSE],
    required: &[Column::CourseStart, Column::PowerPassed],
    optional: &[Column::PowerAdministrator, Column::Employment],
    check: |officer, ask| {
        if officer.power_administrator == Some(Administrator::Other)
            && let Some(passed) = officer.power_passed
            && officer.employment.ok_or(Cannot::Blank(Column::Employment))? == Employment::PartTime
        {
            return Ok(ask.overdue(officer.course_start).about(Column::PowerAdministrator).because(|| {
                format!(
"the POWER test passed on {} was not given by the designated administrator; a part-time course accepts no other",
                    day_words(passed)
                )
            }));
        }
        before_course("POWER test passed", officer.power_passed, &params::POWER_VALID_DAYS, officer, ask)
    },
    examples: &[
        Example::new("the 45th day before the course")
            .on("2026-03-01", Status::Met, "2026-04-06")
            .row(&[("course_start", "2026-04-06"), ("power_passed", "2026-02-20")]),
        Example::new("the 46th day, while there is time to test again")
            .on("2026-04-06", Status::DueSoon, "2026-04-06")
            .row(&[("course_start", "2026-04-06"), ("power_passed", "2026-02-19")]),
        Example::new("the same once the course has begun")
            .on("2026-04-07", Status::Overdue, "2026-04-06")
            .row(&[("course_start", "2026-04-06"), ("power_passed", "2026-02-19")]),
        Example::new("part-time, tested by another administrator").on("2026-03-01", Status::Overdue, "2026-04-06").row(
            &[
                ("course_start", "2026-04-06"),
                ("power_passed", "2026-02-20"),
                ("power_administrator", "other"),
                ("employment", "part-time"),
            ],
        ),
        Example::new("tested by another administrator, employment not recorded")
            .on("2026-03-01", Status::Unknown, "")
            .row(&[("course_start", "2026-04-06"), ("power_passed", "2026-02-20"), ("power_administrator", "other")]),
        Example::new("no course").on("2026-03-01", Status::NotApplicable, "").row(&[("power_passed", "2026-02-20")]),
    ],
    ..Rule::BASE
};

const PHYSICAL_EXAM_VALIDITY: Rule = Rule {
    name: "physical-exam-validity",
    title: "Validity of the physical examination at the start of the course",
    explain: &[
        "The physical examination must be no more than 60 days before the first day of the basic course, and not \
         after it. The 60th day before counts, and so does the first day of the course itself.",
        "If the examination is too old or missing, it can be done until the course starts, so course_start is the due \
         day. If course_start is blank the rule does not apply.",
    ],
    sources: &[
        Source::faq("POWER test and physical examination"),
        Source::mtu10("POWER test and physical examination"),
    ],
    figures: &[&params::PHYSICAL_EXAM_VALID_DAYS],
    column: Column::PhysicalExam,
    gates: &[&HAS_COURSE],
    required: &[Column::CourseStart, Column::PhysicalExam],
    check: |officer, ask| {
        before_course("physical examination", officer.physical_exam, &params::PHYSICAL_EXAM_VALID_DAYS, officer, ask)
    },
    examples: &[
        Example::new("the 60th day before the course")
            .on("2026-03-01", Status::Met, "2026-04-06")
            .row(&[("course_start", "2026-04-06"), ("physical_exam", "2026-02-05")]),
        Example::new("the 61st day")
            .on("2026-04-07", Status::Overdue, "2026-04-06")
            .row(&[("course_start", "2026-04-06"), ("physical_exam", "2026-02-04")]),
        Example::new("none yet, the course two months ahead")
            .on("2026-03-01", Status::Open, "2026-05-01")
            .row(&[("course_start", "2026-05-01")]),
        Example::new("a day that does not exist")
            .on("2026-03-01", Status::Unknown, "")
            .row(&[("course_start", "2026-04-06"), ("physical_exam", "2026-02-30")]),
    ],
    ..Rule::BASE
};

const ENTRANCE_CERTIFICATION: Rule = Rule {
    name: "entrance-certification",
    title: "Written certification of the background check before the course",
    explain: &[
        "The employing agency certifies to the academy in writing, within 30 days before the first day of basic \
         training, that the applicant's background was checked and that nothing bars entry. background_certified is \
         the day of that certification.",
        "The 30th day before counts. That the first day of the course itself counts too is a reading of \"within 30 \
         days prior to the first day\". A certification dated later is too late. If it is too old or missing, it can \
         be given until the course starts, so course_start is the due day.",
        "If course_start is blank the rule does not apply.",
    ],
    sources: &[Source::code("1720.35(c)"), Source::code("1720.35(d)")],
    figures: &[&params::ENTRANCE_CERTIFICATION_DAYS],
    column: Column::BackgroundCertified,
    gates: &[&HAS_COURSE],
    required: &[Column::CourseStart, Column::BackgroundCertified],
    check: |officer, ask| {
        before_course(
            "written certification",
            officer.background_certified,
            &params::ENTRANCE_CERTIFICATION_DAYS,
            officer,
            ask,
        )
    },
    examples: &[
        Example::new("the 30th day before the course")
            .on("2026-03-20", Status::Met, "2026-04-06")
            .row(&[("course_start", "2026-04-06"), ("background_certified", "2026-03-07")]),
        Example::new("the 31st day")
            .on("2026-03-20", Status::DueSoon, "2026-04-06")
            .row(&[("course_start", "2026-04-06"), ("background_certified", "2026-03-06")]),
        Example::new("signed on the second day of the course")
            .on("2026-04-07", Status::Overdue, "2026-04-06")
            .row(&[("course_start", "2026-04-06"), ("background_certified", "2026-04-07")]),
        Example::new("a day that does not exist")
            .on("2026-03-20", Status::Unknown, "")
            .row(&[("course_start", "2026-04-06"), ("background_certified", "2026-02-30")]),
    ],
    ..Rule::BASE
};
