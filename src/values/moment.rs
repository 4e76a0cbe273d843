//! Moments in Illinois civil time: a day, and its clock time where that is known.

use crate::values::digits::{Short, Text, written_short};
use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime, Offset, TimeDelta, TimeZone, Timelike};
use chrono_tz::America::Chicago;
use std::cell::Cell;
use std::fmt::Write;

/// A moment of which at least the day is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Some time on this day.
    OnDay(NaiveDate),
    /// An exact moment, with the offset of Illinois at that time.
    At(DateTime<FixedOffset>),
}

impl Moment {
    /// Returns the moment of a day and clock time. A time that the clock shows twice means the first; one that it
    /// skips is `None` (settled 18).
    pub fn at(day: NaiveDate, time: NaiveTime) -> Option<Self> {
        by_the_clock(day, time).map(Self::At)
    }

    /// Returns the day in Illinois.
    pub fn day(self) -> NaiveDate {
        match self {
            Self::OnDay(day) => day,
            Self::At(moment) => moment.date_naive(),
        }
    }

    /// Returns whether the clock time is known.
    pub const fn has_time(self) -> bool {
        matches!(self, Self::At(_))
    }

    /// Returns the moment so many elapsed hours later; without a clock time, as many whole days later as the hours
    /// make.
    #[must_use]
    pub fn hours_after(self, hours: u32) -> Self {
        match self {
            Self::OnDay(day) => {
                Self::OnDay(day.checked_add_days(Days::new(u64::from(hours / 24))).unwrap_or(NaiveDate::MAX))
            }
            Self::At(moment) => {
                Self::At(moment.checked_add_signed(TimeDelta::hours(i64::from(hours))).map_or(moment, in_illinois))
            }
        }
    }

    /// Returns the moment rounded up to a full minute.
    #[must_use]
    pub fn up_to_the_minute(self) -> Self {
        match self {
            Self::At(moment) if moment.second() > 0 => {
                Self::At(in_illinois(moment + TimeDelta::seconds(60 - i64::from(moment.second()))))
            }
            other => other,
        }
    }

    /// Returns the first and the last possible instant. A day without a clock time ends with its last second.
    pub fn bounds(self) -> Option<(DateTime<FixedOffset>, DateTime<FixedOffset>)> {
        match self {
            Self::At(moment) => Some((moment, moment)),
            Self::OnDay(day) => {
                let midnight = |day| by_the_clock(day, NaiveTime::MIN);
                Some((midnight(day)?, midnight(day.succ_opt()?)? - TimeDelta::seconds(1)))
            }
        }
    }
}

/// Returns the instant at which the clocks of Illinois first show a time, with its offset: the zone itself is larger
/// than a moment.
fn by_the_clock(day: NaiveDate, time: NaiveTime) -> Option<DateTime<FixedOffset>> {
    // Most tests of a sheet are on the same day.
    thread_local! {
        static LAST_DAY: Cell<(NaiveDate, Option<FixedOffset>)> = const { Cell::new((NaiveDate::MIN, None)) };
    }
    let (last_day, mut offset) = LAST_DAY.get();
    if last_day != day {
        offset = offset_all_day(day);
        LAST_DAY.set((day, offset));
    }
    let moment = day.and_time(time);
    match offset {
        Some(offset) => moment.and_local_timezone(offset).single(),
        None => Chicago.from_local_datetime(&moment).earliest().map(|moment| moment.fixed_offset()),
    }
}

/// Returns the offset of Illinois on a day on which it does not change.
fn offset_all_day(day: NaiveDate) -> Option<FixedOffset> {
    let at = |moment| Some(Chicago.offset_from_local_datetime(&moment).single()?.fix());
    let (first, last) = (at(day.and_time(NaiveTime::MIN))?, at(day.and_hms_opt(23, 59, 59)?)?);
    (first == last).then_some(first)
}

/// Returns the same instant with the offset of Illinois at that time.
fn in_illinois(moment: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    moment.with_timezone(&Chicago).fixed_offset()
}

impl Short for Moment {
    /// Returns `2026-03-07T10:00` in local time, or `2026-03-07` when only the day is known (settled 19).
    fn text(&self) -> Text {
        match self {
            Self::OnDay(day) => day.text(),
            Self::At(moment) => {
                let wall = moment.naive_local();
                let mut text = wall.date().text();
                // Writing to a string does not fail.
                let _ = write!(text, "T{:02}:{:02}", wall.hour(), wall.minute());
                text
            }
        }
    }
}

written_short!(Moment);

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: &str, time: &str) -> Option<Moment> {
        let time = NaiveTime::parse_from_str(time, "%H:%M:%S").unwrap();
        Moment::at(day.parse().unwrap(), time)
    }

    #[test]
    fn a_skipped_clock_time_is_none_and_a_doubled_one_is_the_first() {
        assert_eq!(at("2026-03-08", "02:00:00"), None);
        assert_eq!(at("2026-03-08", "02:59:59"), None);
        assert!(at("2026-03-08", "03:00:00").is_some());
        let Some(Moment::At(doubled)) = at("2026-11-01", "01:30:00") else { panic!() };
        assert_eq!(doubled.to_rfc3339(), "2026-11-01T01:30:00-05:00");
    }

    #[test]
    fn the_offset_of_one_day_is_not_used_for_another() {
        // Both changes of 2026 in either direction, and the change to war time in 1942.
        let days = ["2026-03-07", "2026-03-08", "2026-03-09", "2026-10-31", "2026-11-01", "2026-11-02", "1942-02-09"];
        for (day, other) in days.iter().flat_map(|day| days.map(|other| (day.parse().unwrap(), other.parse().unwrap())))
        {
            let day: NaiveDate = day;
            for hour in 0..24 {
                let time = NaiveTime::from_hms_opt(hour, 30, 0).unwrap();
                let _ = by_the_clock(other, time);
                let expected = Chicago.from_local_datetime(&day.and_time(time)).earliest();
                assert_eq!(by_the_clock(day, time), expected.map(|moment| moment.fixed_offset()), "{day} {time}");
            }
        }
    }

    #[test]
    fn hours_run_on_through_a_clock_change() {
        let shown = |day, time, hours| at(day, time).unwrap().hours_after(hours).to_string();
        assert_eq!(shown("2026-06-06", "10:00:00", 48), "2026-06-08T10:00");
        assert_eq!(shown("2026-03-07", "10:00:00", 48), "2026-03-09T11:00");
        assert_eq!(shown("2026-10-31", "10:00:00", 72), "2026-11-03T09:00");
        assert_eq!(Moment::OnDay("2026-03-07".parse().unwrap()).hours_after(72).to_string(), "2026-03-10");
    }

    #[test]
    fn seconds_are_cut_or_rounded_up_to_the_minute() {
        let late = at("2026-06-06", "10:59:30").unwrap();
        assert_eq!(late.to_string(), "2026-06-06T10:59");
        assert_eq!(late.up_to_the_minute().to_string(), "2026-06-06T11:00");
        assert_eq!(at("2026-06-06", "10:59:00").unwrap().up_to_the_minute().to_string(), "2026-06-06T10:59");
    }
}
