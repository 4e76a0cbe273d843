//! A cell of a test sheet that is more than its figure: an event that was not finished, a clock time without its day.

use crate::input::clock::read_clock_time;
use crate::input::column::{Cell, ColumnSpec, Reading};
use crate::values::fold::fold;
use crate::values::moment::Moment;
use chrono::{NaiveDate, NaiveTime};
use std::fmt;

/// Words for a candidate who did not finish an event or was disqualified, folded: the event is failed (settled 183).
const UNFINISHED: [&str; 6] = ["dnf", "didnotfinish", "notfinished", "dq", "disqualified", "dsq"];
/// Words for a candidate who withdrew, folded: the cell is blank (settled 183).
const WITHDREW: [&str; 4] = ["w/d", "wd", "withdrew", "withdrawn"];

/// The result of an event as a sheet has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Performance<T> {
    /// The figure that was reached.
    Figure(T),
    /// The event was not finished, or the candidate was disqualified.
    Unfinished,
}

impl<T> Performance<T> {
    /// Returns the same with another figure.
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Performance<U> {
        match self {
            Self::Figure(figure) => Performance::Figure(to(figure)),
            Self::Unfinished => Performance::Unfinished,
        }
    }

    /// Returns the figure, where there is one.
    pub fn figure(self) -> Option<T> {
        match self {
            Self::Figure(figure) => Some(figure),
            Self::Unfinished => None,
        }
    }
}

impl<T: fmt::Display> fmt::Display for Performance<T> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Figure(figure) => figure.fmt(to),
            Self::Unfinished => to.write_str("DNF"),
        }
    }
}

impl<'a, T: Cell<'a>> Cell<'a> for Performance<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    fn read(text: &'a str, how: &Reading) -> Option<Self> {
        if is_one_of(&UNFINISHED, text) { Some(Self::Unfinished) } else { T::read(text, how).map(Self::Figure) }
    }

    fn read_in(text: &'a str, how: &Reading, column: &ColumnSpec) -> Option<Self> {
        if is_one_of(&UNFINISHED, text) {
            Some(Self::Unfinished)
        } else {
            T::read_in(text, how, column).map(Self::Figure)
        }
    }

    fn means_blank(text: &str, how: &Reading, column: &ColumnSpec) -> bool {
        is_one_of(&WITHDREW, text) || T::means_blank(text, how, column)
    }

    fn why_not(text: &str, quotes: bool) -> Option<String> {
        T::why_not(text, quotes)
    }
}

fn is_one_of(words: &[&str], text: &str) -> bool {
    // Figures begin with a digit, and most cells are figures.
    text.starts_with(char::is_alphabetic) && words.contains(&fold(text).as_str())
}

/// The beginning or the end of a test as a sheet has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TestTime {
    /// A day, with its clock time where that is known.
    Moment(Moment),
    /// A clock time alone; its day is that of the test (settled 183).
    Clock(NaiveTime),
}

impl TestTime {
    /// Returns the day that the cell itself has.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Moment(moment) => Some(moment.day()),
            Self::Clock(_) => None,
        }
    }

    /// Returns the moment, of a test on this day. `None` when a clock time has no day, or that day skips it
    /// (settled 18).
    pub fn on(self, day: Option<NaiveDate>) -> Option<Moment> {
        match self {
            Self::Moment(moment) => Some(moment),
            Self::Clock(time) => Moment::at(day?, time),
        }
    }
}

impl fmt::Display for TestTime {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Moment(moment) => moment.fmt(to),
            Self::Clock(time) => write!(to, "{}", time.format("%H:%M")),
        }
    }
}

impl<'a> Cell<'a> for TestTime {
    const EXPECTED: &'static str = "a day with its clock time, such as 2026-03-07 10:00, or 10:00 of the test_date";
    const IS_DAY: bool = true;

    fn read(text: &'a str, how: &Reading) -> Option<Self> {
        let moment = <Moment as Cell>::read(text, how).map(Self::Moment);
        moment.or_else(|| Some(Self::Clock(read_clock_time(text).filter(|clock| !clock.has_offset)?.time)))
    }

    fn read_in(text: &'a str, how: &Reading, column: &ColumnSpec) -> Option<Self> {
        Self::read(text, how).filter(|time| match time {
            Self::Moment(_) => <Moment as Cell>::read_in(text, how, column).is_some(),
            Self::Clock(_) => true,
        })
    }

    fn means_blank(text: &str, how: &Reading, column: &ColumnSpec) -> bool {
        <Moment as Cell>::means_blank(text, how, column)
    }

    fn why_not(text: &str, quotes: bool) -> Option<String> {
        match read_clock_time(text) {
            Some(_) => Some("a clock time alone needs its day in test_date, and the clocks must not skip it".into()),
            None => <Moment as Cell>::why_not(text, quotes),
        }
    }

    fn day(&self) -> Option<NaiveDate> {
        Self::day(*self)
    }
}
