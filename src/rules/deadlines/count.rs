//! Counts a day or a moment from another, and writes each step in words.

use crate::finding::Status;
use crate::rules::claim::form::{ClaimDays, ClaimStanding, claim_days};
use crate::rules::law::figure::Param;
use crate::rules::law::{calendar, params};
use crate::values::moment::Moment;
use crate::words::{MONTHS, count_words, day_words};
use chrono::offset::LocalResult;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeZone, Weekday};
use chrono_tz::America::Chicago;
use std::cmp::Ordering;

/// A figure of the law: the length of a period.
pub type Length = &'static Param<u32>;

/// A way of counting, with its figure.
#[derive(Clone, Copy, Debug)]
pub enum Count {
    /// Calendar months after.
    Months(Length),
    /// Calendar years after.
    Years(Length),
    /// The day before the same day some calendar months later: the last good day of something issued for that time.
    LastGoodDayOfMonths(Length),
    /// The day before the same day some calendar years later.
    LastGoodDayOfYears(Length),
    /// Calendar days after; the first is not counted.
    Days(Length),
    /// Calendar days before.
    DaysBefore(Length),
    /// Days after on which State offices are open; the first is not counted.
    WorkingDays(Length),
    /// Elapsed hours after, by the clock of Illinois.
    Hours(Length),
    /// The last safe day of a claim, some days after the end of the State's fiscal year.
    Claim,
    /// 31 December of the next calendar year.
    NextYearEnd,
    /// The day itself.
    SameDay,
}

/// The lack of a known value for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NoLaw {
    /// The title of the figure.
    pub(crate) title: &'static str,
    /// The day.
    pub(crate) day: NaiveDate,
}

impl Count {
    const fn length(self) -> Option<Length> {
        match self {
            Self::Months(length)
            | Self::Years(length)
            | Self::LastGoodDayOfMonths(length)
            | Self::LastGoodDayOfYears(length)
            | Self::Days(length)
            | Self::DaysBefore(length)
            | Self::WorkingDays(length)
            | Self::Hours(length) => Some(length),
            Self::Claim => Some(&params::CLAIM_DAYS),
            Self::NextYearEnd | Self::SameDay => None,
        }
    }

    /// Returns the status of a day's count that has its own; `None` when only the due day decides.
    ///
    /// A claim has one between: what is late by one source and in time by another is for a person (settled 73).
    pub(crate) fn status_of(self, start: NaiveDate, as_of: NaiveDate) -> Option<Status> {
        match self {
            Self::Claim if claim_days(start)?.standing(as_of) == ClaimStanding::LateByFaq => Some(Status::Review),
            _ => None,
        }
    }

    /// Describes the count by the law of a day: `45 days before`.
    pub fn words(self, on: NaiveDate) -> String {
        let of = |noun| match self.length().and_then(|length| length.on(on)) {
            Some(count) => count_words(count, noun),
            None => format!("an unknown number of {noun}s"),
        };
        match self {
            Self::Months(_) => of("calendar month") + " after",
            Self::Years(_) => of("calendar year") + " after",
            Self::LastGoodDayOfMonths(_) => format!("last good day of {}", of("calendar month")),
            Self::LastGoodDayOfYears(_) => format!("last good day of {}", of("calendar year")),
            Self::Days(_) => of("day") + " after",
            Self::DaysBefore(_) => of("day") + " before",
            Self::WorkingDays(_) => of("working day") + " after",
            Self::Hours(_) => of("hour") + " after",
            Self::Claim => match claim_days(on) {
                Some(days) => {
                    format!("{} {} after its fiscal year", days.due.day(), MONTHS[days.due.month0() as usize])
                }
                None => of("day") + " after its fiscal year",
            },
            Self::NextYearEnd => "31 December of the next year".into(),
            Self::SameDay => "the day itself".into(),
        }
    }

    /// Counts from a moment by the law of its day. The first of the steps begins with `lead`.
    ///
    /// # Errors
    /// The figure that has no known value on that day.
    pub(crate) fn from(self, start: Moment, lead: &str, steps: &mut Vec<String>) -> Result<Moment, NoLaw> {
        let from = start.day();
        let length = match self.length() {
            Some(length) => length.on(from).ok_or(NoLaw { title: length.title, day: from })?,
            None => 0,
        };
        let mut say = |step: String| steps.push(format!("{lead}{step}"));
        let day = match self {
            Self::Hours(_) => return Ok(hours(start, length, say)),
            Self::Months(_) => months(from, calendar::months_after(from, length), length, "calendar month", say),
            Self::Years(_) => months(from, calendar::years_after(from, length), length, "calendar year", say),
            Self::LastGoodDayOfMonths(_) => {
                let end = months(from, calendar::months_after(from, length), length, "calendar month", say);
                last_good_day(end, steps)
            }
            Self::LastGoodDayOfYears(_) => {
                let end = months(from, calendar::years_after(from, length), length, "calendar year", say);
                last_good_day(end, steps)
            }
            Self::Days(_) => {
                let day = calendar::days_after(from, length);
                say(format!("{} after {}: {}", count_words(length, "day"), day_words(from), day_words(day)));
                day
            }
            Self::DaysBefore(_) => {
                let day = calendar::days_before(from, length);
                say(format!("{} before {}: {}", count_words(length, "day"), day_words(from), day_words(day)));
                day
            }
            Self::WorkingDays(_) => {
                let day = calendar::working_days_after(from, length as usize);
                say(format!("{} after {}: {}", count_words(length, "working day"), day_words(from), day_words(day)));
                steps.push(skipped_days(from, day));
                day
            }
            Self::Claim => {
                let no_law = NoLaw { title: params::CLAIM_RECEIVED_DAYS.title, day: from };
                let ClaimDays { fiscal_year: year, due, .. } = claim_days(from).ok_or(no_law)?;
                let end = calendar::fiscal_year_end(year);
                say(format!("{} is in fiscal year {year}, which ends {}", day_words(from), day_words(end)));
                steps.push(format!("{} after its end: {}", count_words(length, "day"), day_words(due)));
                due
            }
            Self::NextYearEnd => {
                let day = calendar::year_end(from.year() + 1);
                say(format!("the end of the year after {}: {}", from.year(), day_words(day)));
                day
            }
            Self::SameDay => {
                say(format!("on the day itself: {}", day_words(from)));
                from
            }
        };
        Ok(Moment::OnDay(day))
    }
}

fn months(from: NaiveDate, to: NaiveDate, count: u32, unit: &str, mut say: impl FnMut(String)) -> NaiveDate {
    let shorter = if to.day() < from.day() { ", the last day of a shorter month" } else { "" };
    say(format!("{} after {}: {}{shorter}", count_words(count, unit), day_words(from), day_words(to)));
    to
}

fn last_good_day(end: NaiveDate, steps: &mut Vec<String>) -> NaiveDate {
    let day = calendar::days_before(end, 1);
    steps.push(format!("it ends on that day; the last good day is the day before: {}", day_words(day)));
    day
}

/// Lists the days between two that are not working days: `33 days skipped: 26 on Saturdays and Sundays, and 7 State
/// holidays: …`
fn skipped_days(from: NaiveDate, to: NaiveDate) -> String {
    let days = || from.iter_days().skip(1).take_while(|day| *day < to);
    let is_weekend = |day: &NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let weekends = days().filter(is_weekend).count();
    let holidays: Vec<String> = days()
        .filter(|day| !is_weekend(day))
        .filter_map(|day| calendar::holiday(day).map(|name| format!("{name} ({})", day_words(day))))
        .collect();
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let all = count_words(count(weekends + holidays.len()), "day");
    let weekend_words = format!("{weekends} on Saturdays and Sundays");
    if holidays.is_empty() {
        return format!("{all} skipped: {weekend_words}");
    }
    format!(
        "{all} skipped: {weekend_words}, and {}: {}",
        count_words(count(holidays.len()), "State holiday"),
        holidays.join(", ")
    )
}

fn hours(start: Moment, count: u32, mut say: impl FnMut(String)) -> Moment {
    let end = start.hours_after(count);
    let hours = count_words(count, "hour");
    match (start, end) {
        (Moment::At(from), Moment::At(to)) => {
            let by_the_clock = to.naive_local() - from.naive_local();
            let changed = match by_the_clock.cmp(&(to - from)) {
                Ordering::Greater => ", because the clocks go forward an hour in between",
                Ordering::Less => ", because the clocks go back an hour in between",
                Ordering::Equal => "",
            };
            say(format!("{hours} after {}: {}{changed}", clock_words(from), clock_words(to)));
        }
        _ => say(format!(
            "{hours} after an unknown time on {}, counted as whole days: {}",
            day_words(start.day()),
            day_words(end.day())
        )),
    }
    end
}

/// `7 Mar 2026 10:00`; in the night when the clock shows a time twice, it names which of the two is meant.
fn clock_words(moment: DateTime<FixedOffset>) -> String {
    let words = format!("{} {}", day_words(moment.date_naive()), moment.format("%H:%M"));
    match Chicago.from_local_datetime(&moment.naive_local()) {
        LocalResult::Ambiguous(first, _) if first == moment => words + " (the first of that night)",
        LocalResult::Ambiguous(..) => words + " (the second of that night)",
        _ => words,
    }
}
