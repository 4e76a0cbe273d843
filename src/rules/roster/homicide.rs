//! The certificate of lead death and homicide investigators and its renewal.

use crate::finding::{Source, Status};
use crate::model::officer::Column;
use crate::rules::ask::{Ask, Cannot, Example, Gate, Rule};
use crate::rules::law::{calendar, params};
use crate::values::decimal::Decimal;
use crate::words::{count_words, day_words, in_days};
use chrono::NaiveDate;

/// The rules of this subject.
pub static RULES: &[Rule] = &[HOMICIDE_CERTIFICATE];

/// Returns the last day on which a certificate issued on this day is valid: the day before the anniversary (settled
/// 84).
///
/// # Errors
/// No number of years is known for the day of issue.
pub fn last_good_day(certified: NaiveDate, ask: &Ask) -> Result<NaiveDate, Cannot> {
    let years = ask.law(&params::HOMICIDE_CERTIFICATE_YEARS, certified)?;
    let anniversary = calendar::months_after(certified, years * 12);
    Ok(anniversary.pred_opt().unwrap_or(anniversary))
}

const HOMICIDE_CERTIFICATE: Rule = Rule {
    name: "homicide-certificate",
    title: "Lead homicide investigators: certificate renewed in time",
    explain: &[
        "The certificate of a lead death and homicide investigator is valid for four years. It must be renewed \
         before the fourth anniversary of its issue, so the day before that anniversary is the last good day: \
         certified on 15 March 2022, due on 14 March 2026. After a renewal homicide_certified holds the day of the \
         new certificate.",
        "A renewal requires 32 hours of approved death and homicide training within the four years, a background \
         check by the Board and an application by the agency, for a fee of at most $75. With fewer hours the course \
         (40 to 50 hours within seven consecutive days) must be taken again.",
        "The day decides the answer, even if the hours are complete: until the certificate is renewed the item is \
         open. The hours change only the message, and a blank homicide_hours does not mean zero. Officers without a \
         certificate are not checked: no source says that an agency must have a certified investigator.",
    ],
    sources: &[Source::code("1720.320(b)"), Source::code("1720.340(b)"), Source::code("1720.350")],
    figures: &[
        &params::HOMICIDE_CERTIFICATE_YEARS,
        &params::HOMICIDE_RENEWAL_HOURS,
        &params::HOMICIDE_COURSE_HOURS,
        &params::HOMICIDE_COURSE_MOST_HOURS,
        &params::HOMICIDE_COURSE_DAYS,
        &params::HOMICIDE_RENEWAL_FEE,
    ],
    column: Column::HomicideCertified,
    gates: &[&Gate::on(
        &[Column::HomicideCertified],
        |officer, _| Some(officer.homicide_certified.is_some()),
        "no lead homicide investigator's certificate is on record",
    )],
    required: &[Column::HomicideCertified],
    optional: &[Column::HomicideHours],
    check: |officer, ask| {
        let certified = officer.homicide_certified.ok_or(Cannot::Blank(Column::HomicideCertified))?;
        let due = last_good_day(certified, ask)?;
        let needed = ask.law(&params::HOMICIDE_RENEWAL_HOURS, certified)?;
        let late = ask.days_to(due) < 0;
        Ok(ask.by_day(due).because(|| {
            let (was, when) = if late {
                ("was", format!("{} ago", count_words(-ask.days_to(due), "day")))
            } else {
                ("is", in_days(ask.days_to(due)))
            };
            let certificate =
                format!("the certificate of {} {was} valid until {}, {when}", day_words(certified), day_words(due));
            let hours = match officer.homicide_hours {
                Some(hours) if hours >= Decimal::whole(needed) => {
                    let late = if late { "; the renewal is late" } else { "; the renewal can be applied for" };
                    format!("{hours} of {} are on record{late}", count_words(needed, "hour"))
                }
                Some(hours) => {
                    let short = Decimal::whole(needed).less(hours);
                    let noun = if short == Decimal::whole(1) { "hour" } else { "hours" };
                    let then = if late { "; the course must be taken again" } else { "" };
                    format!("{hours} of {} are on record, {short} {noun} short{then}", count_words(needed, "hour"))
                }
                None => format!(
                    "no hours are on record; with fewer than {needed} within its term the course must be taken again"
                ),
            };
            format!("{certificate}; {hours}")
        }))
    },
    examples: &[
        Example::new("the last good day")
            .on("2026-03-14", Status::DueSoon, "2026-03-14")
            .row(&[("homicide_certified", "2022-03-15"), ("homicide_hours", "32")]),
        Example::new("the fourth anniversary")
            .on("2026-03-15", Status::Overdue, "2026-03-14")
            .row(&[("homicide_certified", "2022-03-15"), ("homicide_hours", "31.5")]),
        Example::new("issued on 29 February, two years to go, hours not recorded")
            .on("2026-03-14", Status::Open, "2028-02-28")
            .row(&[("homicide_certified", "2024-02-29")]),
        Example::new("hours cannot be read")
            .on("2026-03-14", Status::Unknown, "")
            .row(&[("homicide_certified", "2022-03-15"), ("homicide_hours", "thirty-two")]),
        Example::new("no such certificate").on("2026-03-14", Status::NotApplicable, "").row(&[("homicide_hours", "8")]),
    ],
    ..Rule::BASE
};
