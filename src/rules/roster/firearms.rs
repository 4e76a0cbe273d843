//! Yearly firearms qualification.

use crate::finding::{Source, Status};
use crate::model::officer::Column;
use crate::rules::ask::{Ask, Cannot, Conflict, Example, FileRule, Gate, Rule};
use crate::rules::law::{calendar, params};
use crate::words::{count_words, day_words, in_days, shown_text};
use chrono::{Datelike, NaiveDate};

/// The rules of this subject.
pub static RULES: &[Rule] = &[FIREARMS_QUALIFICATION, FIREARMS_CURRENCY, FIREARMS_OTHER_AGENCY];

const FIREARMS_QUALIFICATION: Rule = Rule {
    name: "firearms-qualification",
    title: "A firearms qualification day in every calendar year, or a reason",
    explain: &[
        "Each officer on the roster needs a day of firearms qualification in every calendar year. One day a year is \
         enough; of several, any may be reported; departments are asked for the most recent. The year ends on 31 \
         December, and that day still counts.",
        "A day in the year of the day asked about meets the rule. After a day in the year before, this year's \
         qualification is due by 31 December. An officer hired this year has until 31 December as well.",
        "If an officer who was already employed when the year began has only an older day or none, last year passed \
         without a qualification. It has been overdue since 31 December of that year, unless firearms_comment gives \
         a reason: then a person reads the reason and decides. hire_date shows whether the officer was employed, or \
         original_hire_date if hire_date is blank.",
    ],
    sources: &[Source::faq("annual firearms qualification")],
    conflicts: &[Conflict {
        source: Source::other_code("20 Ill. Adm. Code 1730.20(b)(1)"),
        says: "requires the course to be fired again within 12 months of the last time: an officer who last fired in \
               January of last year would be late before 31 December of this year. firearms-currency checks that.",
    }],
    column: Column::FirearmsQualified,
    required: &[Column::FirearmsQualified],
    one_of: &[Column::HireDate, Column::OriginalHireDate],
    optional: &[Column::FirearmsComment],
    check: |officer, ask| {
        let this_year = ask.as_of.year();
        let latest = officer.firearms_qualified;
        match latest {
            Some(day) if day.year() == this_year => {
                return Ok(ask
                    .met()
                    .due_on(Some(calendar::year_end(this_year)))
                    .because(|| format!("qualified on {}", day_words(day))));
            }
            Some(day) if day.year() == this_year - 1 => {
                let due = calendar::year_end(this_year);
                return Ok(ask.by_day(due).because(|| {
                    format!(
                        "qualification for {this_year} is due {}, {}; the latest was on {}",
                        day_words(due),
                        in_days(ask.days_to(due)),
                        day_words(day)
                    )
                }));
            }
            _ => {}
        }
        // Settled 49: the present appointment decides, not the first one.
        let hired = officer.hire_date.or(officer.original_hire_date).ok_or(Cannot::Blank(Column::HireDate))?;
        if hired.year() >= this_year {
            let due = calendar::year_end(this_year);
            return Ok(ask.by_day(due).because(|| {
                format!(
                    "hired on {}; qualification for {this_year} is due {}, {}",
                    day_words(hired),
                    day_words(due),
                    in_days(ask.days_to(due))
                )
            }));
        }
        let due = calendar::year_end(this_year - 1);
        Ok(match officer.firearms_comment {
            Some(reason) => ask.review(Some(due)).because(|| {
                let given = if ask.redact { "on record".into() } else { format!("'{}'", shown_text(reason)) };
                format!(
                    "{}, and the reason is {given}: a person must decide whether it is an excuse",
                    none_in(due, latest)
                )
            }),
            None => ask.overdue(Some(due)).because(|| {
                format!(
                    "{}; due {}, {} ago, and no reason is on record",
                    none_in(due, latest),
                    day_words(due),
                    count_words(-ask.days_to(due), "day")
                )
            }),
        })
    },
    examples: &[
        Example::new("qualified last year, on the last good day of this year")
            .on("2026-12-31", Status::DueSoon, "2026-12-31")
            .row(&[("firearms_qualified", "2025-04-10"), ("hire_date", "2019-05-01")]),
        Example::new("the day after")
            .on("2027-01-01", Status::Overdue, "2026-12-31")
            .row(&[("firearms_qualified", "2025-04-10"), ("hire_date", "2019-05-01")]),
        Example::new("the same with a reason in the comment").on("2027-01-01", Status::Review, "2026-12-31").row(&[
            ("firearms_qualified", "2025-04-10"),
            ("hire_date", "2019-05-01"),
            ("firearms_comment", "on medical leave"),
        ]),
        Example::new("qualified in the year asked about")
            .on("2026-12-31", Status::Met, "2026-12-31")
            .row(&[("firearms_qualified", "2026-01-01"), ("hire_date", "2019-05-01")]),
        Example::new("hired this year, not yet qualified")
            .on("2026-06-01", Status::Open, "2026-12-31")
            .row(&[("hire_date", "2026-03-02")]),
        Example::new("neither a qualification nor a day of hire on record").on("2026-06-01", Status::Unknown, ""),
    ],
    ..Rule::BASE
};

/// `no qualification in 2025 (the latest was on 3 May 2024)`
fn none_in(due: NaiveDate, latest: Option<NaiveDate>) -> String {
    let year = due.year();
    match latest {
        Some(day) => format!("no qualification in {year} (the latest was on {})", day_words(day)),
        None => format!("no qualification in {year}, and none is recorded"),
    }
}

const FIREARMS_CURRENCY: Rule = Rule {
    name: "firearms-currency",
    title: "Course of fire: fired again in time",
    explain: &[
        "The course of fire must be fired again within twelve calendar months of the last time. The day with the \
         same number twelve months later still counts; after 29 February it is 28 February.",
        "This is advice in addition to the yearly roster entry, which requires any day in each calendar year. The \
         two differ, and the Board's own answers go by the calendar year. So a day that has passed is never overdue \
         here; a person reviews it.",
    ],
    sources: &[Source::other_code("20 Ill. Adm. Code 1730.20(b)(1)")],
    conflicts: &[Conflict {
        source: Source::faq("annual firearms qualification"),
        says: "requires one day in each calendar year, whichever it is: January of one year and December of the next \
               would be enough, although they are almost two years apart. firearms-qualification checks that.",
    }],
    figures: &[&params::FIREARMS_CURRENCY_MONTHS],
    column: Column::FirearmsQualified,
    required: &[Column::FirearmsQualified],
    check: |officer, ask| {
        let Some(latest) = officer.firearms_qualified else {
            return Ok(ask.not_applicable().because(|| "no qualification is recorded".into()));
        };
        let months = ask.law(&params::FIREARMS_CURRENCY_MONTHS, latest)?;
        let due = calendar::months_after(latest, months);
        let days = ask.days_to(due);
        Ok(if days < 0 {
            ask.review(Some(due)).because(|| {
                format!("{}; that was {} ago", again_by(due, months, latest, ask), count_words(-days, "day"))
            })
        } else {
            ask.by_day(due).because(|| format!("{}, {}", again_by(due, months, latest, ask), in_days(days)))
        })
    },
    examples: &[
        Example::new("the last good day")
            .on("2026-04-10", Status::DueSoon, "2026-04-10")
            .row(&[("firearms_qualified", "2025-04-10")]),
        Example::new("the day after")
            .on("2026-04-11", Status::Review, "2026-04-10")
            .row(&[("firearms_qualified", "2025-04-10")]),
        Example::new("fired on 29 February, more than sixty days left")
            .on("2024-12-29", Status::Open, "2025-02-28")
            .row(&[("firearms_qualified", "2024-02-29")]),
        Example::new("no qualification is recorded").on("2026-04-11", Status::NotApplicable, ""),
        Example::new("a day in the future")
            .on("2026-04-11", Status::Unknown, "")
            .row(&[("firearms_qualified", "2026-04-12")]),
    ],
    ..Rule::BASE
};

/// `the course was to be fired again by 10 Apr 2026, 12 months after 10 Apr 2025`
fn again_by(due: NaiveDate, months: u32, latest: NaiveDate, ask: &Ask) -> String {
    format!(
        "the course {} to be fired again by {}, {} after {}",
        if ask.days_to(due) < 0 { "was" } else { "is" },
        day_words(due),
        count_words(months, "month"),
        day_words(latest)
    )
}

/// Officers with the entry that they qualified at another agency; a blank means no.
static ELSEWHERE: Gate = Gate::on(
    &[Column::QualifiedElsewhere],
    |officer, _| Some(officer.qualified_elsewhere == Some(true)),
    "no qualification at another agency is entered",
);

const FIREARMS_OTHER_AGENCY: Rule = Rule {
    name: "firearms-other-agency",
    title: "Qualified at another agency: before the hire, with papers on file",
    explain: &[
        "The entry \"qualified at another agency\" is only for officers who qualified at another agency before they \
         came to this one and who have submitted papers that show it.",
        "The day of qualification must therefore be before hire_date; on the first day of this appointment or later \
         the officer fired as a member of this agency. Papers are recorded in qualified_elsewhere_document; a blank \
         there means no papers.",
        "The rule applies only if qualified_elsewhere is yes. It needs both days: if the qualification or the day of \
         hire is blank, the answer is unknown.",
    ],
    sources: &[Source::faq("qualified at another agency")],
    column: Column::QualifiedElsewhereDocument,
    gates: &[&ELSEWHERE],
    required: &[
        Column::QualifiedElsewhere,
        Column::FirearmsQualified,
        Column::HireDate,
        Column::QualifiedElsewhereDocument,
    ],
    check: |officer, ask| {
        let qualified = officer.firearms_qualified.ok_or(Cannot::Blank(Column::FirearmsQualified))?;
        let hired = officer.hire_date.ok_or(Cannot::Blank(Column::HireDate))?;
        if qualified >= hired {
            return Ok(ask.overdue(None).about(Column::QualifiedElsewhere).because(|| {
                format!(
                    "qualified on {}, {} hire on {}: a qualification at another agency counts only from before \
                     coming to this one",
                    day_words(qualified),
                    if qualified == hired { "the day of" } else { "after" },
                    day_words(hired)
                )
            }));
        }
        if officer.qualified_elsewhere_document != Some(true) {
            return Ok(ask.overdue(None).because(|| {
                format!("qualified on {} at another agency, but no papers of it are on file", day_words(qualified))
            }));
        }
        Ok(ask.met().because(|| {
            format!("qualified on {} at another agency, before hire on {}", day_words(qualified), day_words(hired))
        }))
    },
    examples: &[
        Example::new("fired on the day before the hire, papers on file").on("2026-06-01", Status::Met, "").row(&[
            ("qualified_elsewhere", "yes"),
            ("firearms_qualified", "2026-03-01"),
            ("hire_date", "2026-03-02"),
            ("qualified_elsewhere_document", "yes"),
        ]),
        Example::new("fired on the day of hire").on("2026-06-01", Status::Overdue, "").row(&[
            ("qualified_elsewhere", "yes"),
            ("firearms_qualified", "2026-03-02"),
            ("hire_date", "2026-03-02"),
            ("qualified_elsewhere_document", "yes"),
        ]),
        Example::new("no papers").on("2026-06-01", Status::Overdue, "").row(&[
            ("qualified_elsewhere", "yes"),
            ("firearms_qualified", "2026-03-01"),
            ("hire_date", "2026-03-02"),
        ]),
        Example::new("no day of qualification").on("2026-06-01", Status::Unknown, "").row(&[
            ("qualified_elsewhere", "yes"),
            ("hire_date", "2026-03-02"),
            ("qualified_elsewhere_document", "yes"),
        ]),
        Example::new("qualified here")
            .on("2026-06-01", Status::NotApplicable, "")
            .row(&[("firearms_qualified", "2026-05-01"), ("hire_date", "2026-03-02")]),
    ],
    ..Rule::BASE
};

/// The rules that are checked once per file.
pub static FILE_RULES: &[FileRule] = &[FileRule {
    name: "firearms-local-course",
    title: "An agency's own course of fire is on file with the Board",
    explain: &[
        "An agency that qualifies its officers on a course of its own must have its requirements on file with the \
         Board: stapled to the firearms roster, or mailed in if the roster is kept electronically. This is needed \
         once; the Board answers with its approval.",
        "Only the configuration shows this: local_course_on_file says whether they are on file. If it is not set, \
         the agency uses the State's course and the rule is not checked.",
    ],
    sources: &[Source::faq("local firearms requirements")],
    check: |ask| {
        Some(if ask.local_course_on_file? {
            ask.met().because(|| "the requirements of the agency's own course are on file with the Board".into())
        } else {
            ask.overdue(None).because(|| {
                "the agency uses a course of its own, and its requirements are not on file with the Board".into()
            })
        })
    },
}];
