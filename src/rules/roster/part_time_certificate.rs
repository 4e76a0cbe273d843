//! Officers with a part-time certificate: the limit of their hours, and promotion to full-time.

use crate::finding::{Source, Status};
use crate::model::officer::{Certification, Column, Employment, Officer};
use crate::rules::ask::{Answer, Ask, Cannot, Conflict, Example, Gate, Rule};
use crate::rules::law::params;
use crate::rules::roster::employment::FULL_TIME;
use crate::rules::roster::part_time::LAW_ENFORCEMENT;
use crate::values::decimal::Decimal;
use crate::words::day_words;
use chrono::{Datelike, NaiveDate};

/// The rules of this subject.
pub static RULES: &[Rule] = &[PART_TIME_HOURS, PART_TIME_PROMOTION];

/// The rule on the hours of part-time certified officers.
pub(crate) const PART_TIME_HOURS: Rule = Rule {
    name: "part-time-hours",
    title: "Part-time certified officers: hours in a calendar year within the limit",
    explain: &[
        "A part-time certified law-enforcement officer may work 1,560 hours in a calendar year, all agencies \
         together; an officer who works more needs full-time certification. Exactly 1,560 is still part-time. \
         hours_year holds the officer's total so far in the year of the day asked about. Equal cells on several rows \
         of the officer are taken for the same total. Different ones on rows of other agencies may each be one \
         agency's hours: if together they go over the limit, the later row is review.",
        "The rule applies only to officers with a part-time certificate, however they are employed: an officer \
         certified full-time has already met the training for full-time hours, and corrections and court-security \
         officers are not monitored.",
        "From 90 percent of the limit (1,404 hours) the answer is due soon; that warning is this program's own \
         choice. Its due day is the first day on which the officer would exceed the limit at the pace so far, which \
         is the hours divided by the days of the year up to and including the day asked about. There is no due day \
         if that would be after 31 December.",
    ],
    sources: &[
        Source::other_code("20 Ill. Adm. Code 1770.102"),
        Source::faq("part-time hours"),
        Source::mtu10("part-time hours"),
    ],
    conflicts: &[Conflict {
        source: Source::mtu10("part-time hours"),
        says: "asks for the hours of every part-time law-enforcement officer, whatever the certificate. Under it the \
               rule would apply to a part-time officer with a full-time certificate too.",
    }],
    figures: &[&params::PART_TIME_HOURS, &params::PART_TIME_HOURS_WARNING],
    column: Column::HoursYear,
    gates: &[
        &LAW_ENFORCEMENT,
        &Gate::on(
            &[Column::Certification],
            // Settled 29: a full-time officer without a certificate on record is not treated as part-time certified.
            |officer, _| match (officer.certification, officer.employment) {
                (Some(certificate), _) => Some(certificate == Certification::PartTime),
                (None, Some(Employment::FullTime)) => Some(false),
                (None, _) => None,
            },
            "the officer holds no part-time certificate",
        ),
    ],
    required: &[Column::Certification, Column::HoursYear],
    optional: &[Column::Discipline, Column::Employment],
    sometimes: &[Column::PtbId, Column::Agency],
    check: |officer, ask| {
        let hours = officer.hours_year.ok_or(Cannot::Blank(Column::HoursYear))?;
        let limit = ask.law(&params::PART_TIME_HOURS, ask.as_of)?;
        let percent = ask.law(&params::PART_TIME_HOURS_WARNING, ask.as_of)?;
        let (most, year) = (Decimal::whole(limit), ask.as_of.year());
        if hours > most {
            return Ok(ask.overdue(None).because(|| {
                format!(
                    "{hours} hours worked in {year}, {} over the limit of {most}: full-time certification is required",
                    hours.less(most)
                )
            }));
        }
        let worked = || format!("{hours} of {most} hours worked in {year}");
        if hours.millionths() * 100 < most.millionths() * u64::from(percent) {
            return Ok(ask.met().because(worked));
        }
        let over = exceeded_on(hours, most, ask.as_of);
        Ok(ask.due_soon(over).because(|| {
            let left = format!("{}, {} left", worked(), most.less(hours));
            match over {
                Some(day) => format!("{left}; at this pace the limit is exceeded on {}", day_words(day)),
                None => format!("{left}; at this pace the limit is not exceeded this year"),
            }
        }))
    },
    examples: &[
        Example::new("exactly the limit, on the last day of the year")
            .on("2026-12-31", Status::DueSoon, "")
            .row(&[("certification", "part-time"), ("hours_year", "1,560")]),
        Example::new("half an hour more")
            .on("2026-12-31", Status::Overdue, "")
            .row(&[("certification", "part-time"), ("hours_year", "1560.5")]),
        Example::new("90 percent by 1 October: over the limit on 1 November at this pace")
            .on("2026-10-01", Status::DueSoon, "2026-11-01")
            .row(&[("certification", "part-time"), ("hours_year", "1404")]),
        Example::new("below 90 percent")
            .on("2026-10-01", Status::Met, "")
            .row(&[("certification", "part-time"), ("hours_year", "1403.5")]),
        Example::new("certified full-time").on("2026-10-01", Status::NotApplicable, "").row(&[
            ("certification", "full-time"),
            ("employment", "part-time"),
            ("hours_year", "1800"),
        ]),
        Example::new("hours not recorded").on("2026-10-01", Status::Unknown, "").row(&[("certification", "part-time")]),
    ],
    ..Rule::BASE
};

/// The hours that a row of the same officer and another agency records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RecordedHours {
    /// The line of the row.
    pub(crate) line: u64,
    /// The hours in its cell.
    pub(crate) hours: Decimal,
}

/// Turns `met` and `due-soon` into `review` where the figures of the officer's earlier rows and this one, each counted
/// once, are above the limit together (settled 147 and 222). `record` is what a row is called in the sentence.
pub(crate) fn beside_other_rows(
    answer: Answer,
    officer: &Officer,
    (record, earlier): (&str, &[RecordedHours]),
    ask: &Ask,
) -> Answer {
    let (Some(here), Status::Met | Status::DueSoon) = (officer.hours_year, answer.status) else { return answer };
    let Ok(limit) = ask.law(&params::PART_TIME_HOURS, ask.as_of) else { return answer };
    let mut different: Vec<RecordedHours> = Vec::new();
    for row in earlier {
        if row.hours != here && different.iter().all(|other| other.hours != row.hours) {
            different.push(*row);
        }
    }
    let together = different.iter().fold(here, |sum, row| sum.plus(row.hours));
    if together <= Decimal::whole(limit) {
        return answer;
    }
    ask.review(None).because(|| {
        let on = if record == "row" { "in" } else { "on" };
        let rows: Vec<String> =
            different.iter().map(|row| format!("{} {on} {record} {}", row.hours, row.line)).collect();
        format!(
            "{} and {here} here: if each is one agency's, {together} hours together, over the limit of {}",
            rows.join(", "),
            Decimal::whole(limit)
        )
    })
}

/// Returns the first day of the year on which `hours`, worked evenly up to and including `as_of`, would exceed `most`
/// (settled 30).
fn exceeded_on(hours: Decimal, most: Decimal, as_of: NaiveDate) -> Option<NaiveDate> {
    let elapsed = u64::from(as_of.ordinal());
    let last_within = (most.millionths() * elapsed).checked_div(hours.millionths())?;
    NaiveDate::from_yo_opt(as_of.year(), u32::try_from(last_within + 1).ok()?)
}

/// Officers with a part-time certificate, and part-time officers without one who have not completed the course
/// (settled 131 and 220).
static PROMOTED: Gate = Gate::on(
    &[Column::Certification],
    |officer, _| match officer.certification {
        Some(Certification::PartTime) => Some(true),
        Some(Certification::FullTime) => Some(false),
        None | Some(Certification::None) if officer.basic_completed.is_some() => Some(false),
        None | Some(Certification::None) => {
            let unclear = [Column::PartTimeSince, Column::BasicCompleted].map(|column| officer.is_faulty(column));
            match (officer.part_time_since, unclear) {
                (Some(_), [_, completed]) => (!completed).then_some(true),
                (None, [since, _]) => (!since).then_some(false),
            }
        }
    },
    "the officer holds no part-time certificate, and no part-time course was left for the promotion",
)
.sometimes(&[Column::PartTimeSince, Column::BasicCompleted]);

/// What follows for an officer promoted before the end of the part-time course (settled 131).
pub(crate) const PROMOTED_EARLY: &str = "promoted to full-time before the part-time course was completed: the officer \
                                         must leave it and attend the full-time academy";

const PART_TIME_PROMOTION: Rule = Rule {
    name: "part-time-promotion",
    title: "Part-time certified officers employed full-time: transition course",
    explain: &[
        "An officer with a part-time certificate who is promoted to full-time needs three things: a revised notice \
         of appointment (Form E), a request to waive basic training, and the transition course for part-time \
         officers, which the Board offers when needed. With transition_completed on record the rule is met; without \
         it a person must decide, because no source gives a day by which the course must be taken.",
        "An officer promoted before the part-time course was completed must leave it and attend the full-time \
         academy. The rule finds such an officer by part_time_since, where neither a certificate nor completed basic \
         training is on record; a person must decide.",
    ],
    sources: &[Source::mtu10("promotion to full-time employment"), Source::faq("waiver for each employment")],
    column: Column::TransitionCompleted,
    gates: &[&PROMOTED, &FULL_TIME],
    required: &[Column::Certification, Column::Employment, Column::TransitionCompleted],
    optional: &[Column::BasicEnrolled, Column::BasicCompleted],
    check: |officer, ask| {
        if officer.certification != Some(Certification::PartTime) {
            return Ok(ask.review(None).about(Column::PartTimeSince).because(|| {
                let since = officer.part_time_since.map_or_else(String::new, |day| format!(" of {}", day_words(day)));
                format!("part-time officer{since}, {PROMOTED_EARLY}")
            }));
        }
        if let Some(completed) = officer.transition_completed {
            return Ok(ask.met().because(|| format!("transition course completed on {}", day_words(completed))));
        }
        Ok(ask.review(None).because(|| match (officer.basic_enrolled, officer.basic_completed) {
            (Some(enrolled), None) => {
                format!("enrolled in part-time training since {}, {PROMOTED_EARLY}", day_words(enrolled))
            }
            _ => "employed full-time with a part-time certificate: a revised Form E, a basic-training waiver request \
                  and the transition course are needed"
                .into(),
        }))
    },
    examples: &[
        Example::new("promoted, transition course not taken")
            .on("2026-03-01", Status::Review, "")
            .row(&[("certification", "part-time"), ("employment", "full-time")]),
        Example::new("transition course taken").on("2026-03-01", Status::Met, "").row(&[
            ("certification", "part-time"),
            ("employment", "full-time"),
            ("transition_completed", "2026-02-13"),
        ]),
        Example::new("promoted before the part-time course was completed").on("2026-03-01", Status::Review, "").row(&[
            ("certification", "none"),
            ("employment", "full-time"),
            ("part_time_since", "2025-04-01"),
        ]),
        Example::new("still part-time")
            .on("2026-03-01", Status::NotApplicable, "")
            .row(&[("certification", "part-time"), ("employment", "part-time")]),
        Example::new("employment not recorded")
            .on("2026-03-01", Status::Unknown, "")
            .row(&[("certification", "part-time")]),
    ],
    ..Rule::BASE
};
