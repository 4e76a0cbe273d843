//! The Officer Portal: signatures, scenario-based training, executives, addresses and PTB IDs.

pub mod esign;
pub mod executive_esign;
pub mod scenario;

use crate::finding::{Source, Status};
use crate::model::officer::{Column, Officer, Position};
use crate::rules::ask::{Answer, Cannot, Conflict, Example, Gate, Rule};
use crate::rules::law::{calendar, params};
use crate::values::decimal::Decimal;
use crate::words::{count_words, day_words, in_days};
use chrono::{Datelike, NaiveDate};

/// The rules of this subject.
pub static RULES: &[Rule] = &[
    esign::ESIGN_VERIFICATION,
    executive_esign::EXECUTIVE_ESIGN,
    scenario::SCENARIO_TRAINING,
    EXECUTIVE_HOURS,
    PORTAL_EMAIL,
    PTB_ID,
];

/// Chiefs, deputy chiefs and sheriffs; a blank means officer.
static EXECUTIVE: Gate = Gate::on(
    &[Column::Position],
    |officer, _| Some(officer.position() != Position::Officer),
    "the officer is no chief, deputy chief or sheriff",
);

const EXECUTIVE_HOURS: Rule = Rule {
    name: "executive-hours",
    title: "Chiefs, deputy chiefs and sheriffs: hours of training in each year",
    explain: &[
        "A chief of police, deputy chief or sheriff takes at least 20 hours of approved training in each calendar \
         year, from 1 January to 31 December; exactly 20 are enough. An executive who falls short is sent a letter \
         of non-compliance.",
        "training_hours_last_year, if the file has it, is checked first: below 20 the answer is overdue since 31 \
         December of last year, and this year is not checked. A blank there is ignored. A blank in \
         training_hours_year makes the answer unknown: it does not mean zero.",
        "The duty of chiefs and deputies does not bind Chicago and the Cook County Sheriff's Police; no column shows \
         which agency these are, so a note says it. The yearly signature on the executives' page of the Officer \
         Portal is a further duty; executive-esign checks it.",
    ],
    sources: &[
        Source::statute("50 ILCS 705/10.7"),
        Source::code("1720.70"),
        Source::portal("executives' yearly signature"),
    ],
    conflicts: &[Conflict {
        source: Source::code("1720.70(i)"),
        says: "requires 20 hours \"prior to December 31 of any calendar year for the preceding calendar year\". It \
               can also be read as leaving time until 31 December of the following year: every due day would be a \
               year later, and hours missing last year would still be open. Read strictly, \"prior to\" makes 30 \
               December the last good day.",
    }],
    figures: &[&params::EXECUTIVE_HOURS],
    column: Column::TrainingHoursYear,
    gates: &[&EXECUTIVE],
    required: &[Column::Position, Column::TrainingHoursYear],
    optional: &[Column::TrainingHoursLastYear, Column::HireDate],
    check: |officer, ask| {
        let year = ask.as_of.year();
        let (last_due, due) = (calendar::year_end(year - 1), calendar::year_end(year));
        let last_limit = ask.law(&params::EXECUTIVE_HOURS, last_due)?;
        let limit = ask.law(&params::EXECUTIVE_HOURS, due)?;
        // Settled 144: last year is owed whole, so only by those in office from its first day.
        let all_of_last_year = officer.hire_date.is_none_or(|hired| hired <= calendar::year_start(year - 1));
        let too_few = |hours: &Decimal| all_of_last_year && *hours < Decimal::whole(last_limit);
        if let Some(hours) = officer.training_hours_last_year.filter(too_few) {
            let answer = ask.overdue(Some(last_due)).about(Column::TrainingHoursLastYear).because(|| {
                let letter = match officer.position() {
                    Position::Sheriff => ", and a letter of non-compliance follows",
                    _ => "",
                };
                format!(
                    "{}; due {}, {} ago{letter}",
                    hours_of(hours, last_limit, last_due),
                    day_words(last_due),
                    count_words(-ask.days_to(last_due), "day")
                )
            });
            return Ok(executive_notes(answer, last_due, officer));
        }
        let hours = officer.training_hours_year.ok_or(Cannot::Blank(Column::TrainingHoursYear))?;
        if hours >= Decimal::whole(limit) {
            return Ok(ask
                .met()
                .due_on(Some(due))
                .because(|| format!("{hours} of {} in {year}", count_words(limit, "hour"))));
        }
        let answer = ask.by_day(due).because(|| {
            format!("{}; due {}, {}", hours_of(hours, limit, due), day_words(due), in_days(ask.days_to(due)))
        });
        Ok(executive_notes(answer, due, officer))
    },
    examples: &[
        Example::new("exactly 20 hours")
            .on("2026-11-21", Status::Met, "2026-12-31")
            .row(&[("position", "chief"), ("training_hours_year", "20")]),
        Example::new("half an hour short, on the last good day")
            .on("2026-12-31", Status::DueSoon, "2026-12-31")
            .row(&[("position", "sheriff"), ("training_hours_year", "19.5")]),
        Example::new("the day after, with the hours of the new year")
            .on("2027-01-01", Status::Overdue, "2026-12-31")
            .row(&[("position", "sheriff"), ("training_hours_year", "0"), ("training_hours_last_year", "19.5")]),
        Example::new("in office since 2 January of last year: that year is not asked")
            .on("2027-01-01", Status::Open, "2027-12-31")
            .row(&[
                ("position", "chief"),
                ("training_hours_year", "0"),
                ("training_hours_last_year", "19.5"),
                ("hire_date", "2026-01-02"),
            ]),
        Example::new("hours of this year not recorded")
            .on("2026-11-21", Status::Unknown, "")
            .row(&[("position", "deputy-chief"), ("training_hours_last_year", "24")]),
        Example::new("any other officer")
            .on("2026-11-21", Status::NotApplicable, "")
            .row(&[("training_hours_year", "4")]),
    ],
    ..Rule::BASE
};

/// Writes `19.5 of 20 hours in 2026, 0.5 hours short`.
fn hours_of(hours: Decimal, limit: u32, due: NaiveDate) -> String {
    let short = Decimal::whole(limit).less(hours);
    let noun = if short == Decimal::whole(1) { "hour" } else { "hours" };
    format!("{hours} of {} in {}, {short} {noun} short", count_words(limit, "hour"), due.year())
}

/// Adds the notes on an answer about too few hours.
fn executive_notes(answer: Answer, due: NaiveDate, officer: &Officer) -> Answer {
    answer
        .note(|| {
            format!(
                "20 Ill. Adm. Code 1720.70(i) says \"prior to December 31\": read strictly, {} is the last good day; \
                 it can also be read as leaving time until {}, and the hours would not be due before then",
                day_words(calendar::days_before(due, 1)),
                day_words(calendar::year_end(due.year() + 1))
            )
        })
        .note_if(officer.position() != Position::Sheriff, || {
            "50 ILCS 705/10.7 does not bind Chicago and the Cook County Sheriff's Police; no column shows the \
             difference"
                .into()
        })
        .note(|| "the yearly signature on the Officer Portal's page for executives is a separate duty".into())
}

const PORTAL_EMAIL: Rule = Rule {
    name: "portal-email",
    title: "Officer Portal: a personal email address, not the agency's",
    explain: &[
        "The Board recommends a personal email address for the Officer Portal, not the department's, so that an \
         officer who retires or moves on keeps access. This is advice: an agency's address is review, never overdue.",
        "An address counts as an agency's if its domain ends in .gov, .mil or .il.us, or if it is the domain under \
         [agency] in the configuration or a subdomain of it. Capital letters do not matter. A cell that is no address \
         (a comma or a space inside, no dot after the @) is review too. For a blank address the \
         rule does not apply. The address itself is private and never shown.",
    ],
    sources: &[Source::portal("personal email address")],
    column: Column::Email,
    required: &[Column::Email],
    check: |officer, ask| {
        let Some(email) = officer.email else {
            return Ok(ask.not_applicable().because(|| "no address is recorded".into()));
        };
        if !email.is_address() {
            return Ok(ask.review(None).because(|| {
                "the cell is no address that mail can be sent to: one address has one @, a dot after it, and no comma \
                 or space inside"
                    .into()
            }));
        }
        let domain = email.domain().trim().trim_end_matches('.');
        if ask.agency_domain.as_deref().is_some_and(|agency| lies_in(domain, agency)) {
            return Ok(ask.review(None).because(|| {
                "the address is in the agency's own email domain; the Board recommends a personal one".into()
            }));
        }
        if let Some(ending) = GOVERNMENT_ENDINGS.into_iter().find(|ending| lies_in(domain, ending)) {
            return Ok(ask.review(None).because(|| {
                format!("the address ends in .{ending}, like an agency's; the Board recommends a personal one")
            }));
        }
        Ok(ask.met().because(|| "the address is not in a government domain".into()).note_if(
            ask.agency_domain.is_none(),
            || {
                "[agency] domain is not set in the configuration; an agency's address with another ending would not \
                 be recognized"
                    .into()
            },
        ))
    },
    examples: &[
        Example::new("a personal address").on("2026-11-21", Status::Met, "").row(&[("email", "jane.doe@example.org")]),
        Example::new("a government address, in capital letters")
            .on("2026-11-21", Status::Review, "")
            .row(&[("email", "JDOE@PD.SPRINGFIELD.IL.US")]),
        Example::new("no address").on("2026-11-21", Status::NotApplicable, ""),
        Example::new("no dot after the @").on("2026-11-21", Status::Review, "").row(&[("email", "jane.doe@example")]),
        Example::new("not an address").on("2026-11-21", Status::Unknown, "").row(&[("email", "jane.doe#example.org")]),
    ],
    ..Rule::BASE
};

/// Endings by which an address counts as an agency's, whatever the configuration says.
const GOVERNMENT_ENDINGS: [&str; 3] = ["gov", "mil", "il.us"];

/// Returns whether a domain is this one or a subdomain of it, ignoring case.
fn lies_in(domain: &str, ending: &str) -> bool {
    let Some(split) = domain.len().checked_sub(ending.len()).filter(|_| !ending.is_empty()) else { return false };
    let Some((front, back)) = domain.split_at_checked(split) else { return false };
    back.eq_ignore_ascii_case(ending) && (front.is_empty() || front.ends_with('.'))
}

/// The rule about the PTB ID.
pub const PTB_ID: Rule = Rule {
    name: "ptb-id",
    title: "A PTB ID on record, so that training can be credited",
    explain: &[
        "Training that others report to the Board, such as courses of the COPS Training Portal, is matched to the \
         officer by the PTB ID. Without the ID, credit for such training cannot be given. On the COPS Training \
         Portal an officer enters it when registering, or later in the profile.",
        "A blank is review and not a breach: a new recruit may not have a number yet. Any text counts as a number; \
         leading zeros are kept.",
    ],
    sources: &[Source::cops("PTB ID")],
    column: Column::PtbId,
    required: &[Column::PtbId],
    check: |officer, ask| {
        Ok(match officer.ptb_id {
            Some(_) => ask.met().because(|| "a PTB ID is recorded".into()),
            None => ask.review(None).because(|| {
                "no PTB ID is recorded: training that others report cannot be matched to the officer".into()
            }),
        })
    },
    examples: &[
        Example::new("a number with leading zeros").on("2026-11-21", Status::Met, "").row(&[("ptb_id", "0012345")]),
        Example::new("none").on("2026-11-21", Status::Review, ""),
        Example::new("a word that means none").on("2026-11-21", Status::Review, "").row(&[("ptb_id", "n/a")]),
    ],
    ..Rule::BASE
};
