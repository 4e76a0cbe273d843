//! Reads the text of a cell as a day with its clock time.

use crate::input::clock::{read_clock_time, split_time};
use crate::input::column::{Cell, ColumnSpec, Reading, is_blank};
use crate::input::days::read_day;
use crate::input::no_day::{noted_placeholder, why_no_day};
use crate::input::remarks::Remark;
use crate::input::short_years::may_lie_ahead;
use crate::values::moment::Moment;
use chrono::NaiveDate;

impl<'a> Cell<'a> for Moment {
    const EXPECTED: &'static str = "a day with its clock time, such as 2026-03-07 10:00";
    const IS_DAY: bool = true;

    /// Reads a day with a clock time after it, or the day alone; a clock time that Illinois skipped is `None`. An
    /// offset does not move the time (settled 242).
    fn read(text: &'a str, how: &Reading) -> Option<Self> {
        match split_time(text).and_then(|(day, time)| Some((day, read_clock_time(time)?))) {
            Some((day, clock)) => {
                let moment = Self::at(read_day(day, how)?, clock.time)?;
                if clock.has_offset {
                    how.remarks.count(Remark::ClockWithOffset, text);
                }
                Some(moment)
            }
            None => read_day(text, how).map(Self::OnDay),
        }
    }

    fn read_in(text: &'a str, how: &Reading, column: &ColumnSpec) -> Option<Self> {
        <Self as Cell>::read(text, how).filter(|moment| {
            !may_lie_ahead(Self::day(*moment), how, column, || read_day(text, &Reading::on(how.as_of)).is_none())
        })
    }

    fn means_blank(text: &str, how: &Reading, _: &ColumnSpec) -> bool {
        is_blank(text) || noted_placeholder(text, how)
    }

    fn why_not(text: &str, quotes: bool) -> Option<String> {
        why_no_day(text, quotes)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(Self::day(*self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_time_is_one_of_illinois() {
        let read = |text| <Moment as Cell>::read(text, &Reading::on(NaiveDate::MIN)).map(|moment| moment.to_string());
        for text in [
            "2026-03-07 10:00",
            "2026-03-07T10:00",
            "3/7/2026 10:00",
            "2026-03-07  10:00:59",
            "Mar 7, 2026 10:00 AM",
            // Settled 242: taken as written.
            "2026-03-07 10:00Z",
            "2026-03-07T10:00:00-05:00",
        ] {
            assert_eq!(read(text).as_deref(), Some("2026-03-07T10:00"), "{text}");
        }
        assert_eq!(read("2026-03-07 1:00 PM").as_deref(), Some("2026-03-07T13:00"));
        assert_eq!(read("2026-03-07 12:00 AM").as_deref(), Some("2026-03-07T00:00"));
        // Only the day: the clock time is not known (settled 19 and 56).
        assert_eq!(read("2026-03-07").as_deref(), Some("2026-03-07"));
        // Settled 18: the clock goes from 02:00 to 03:00 on 8 Mar 2026, and shows 01:30 twice on 1 Nov 2026.
        assert_eq!(read("2026-03-08 02:30"), None);
        assert_eq!(read("2026-03-08 03:00").as_deref(), Some("2026-03-08T03:00"));
        assert_eq!(read("2026-11-01 01:30").as_deref(), Some("2026-11-01T01:30"));
        for text in ["10:00", "2026-03-07 10", "2026-03-07 24:00", "2026-02-30 10:00", "2026-03-07 13:00 PM"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
