//! The time of a run.

use crate::values::decimal::{Plain, digits, parted, push_decimals};
use crate::values::digits::{Short, Text, written_short};

/// Decimal places of the seconds that a [`RunTime`] keeps.
const RUN_PLACES: usize = 3;

/// The time of a run, in thousandths of a second: more than nothing and less than a hundred minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RunTime(u32);

impl RunTime {
    /// Reads `14:34`, `9:59` or `14:00.4`: one or two digits of minutes, two of seconds below 60, and one to three
    /// decimals after a point if there is one. Nobody runs in no time: `0:00` is not read.
    pub fn read(text: &str) -> Option<Self> {
        let (minutes, rest) = parted(text, b':')?;
        let (seconds, decimals) = match parted(rest, b'.') {
            Some((seconds, decimals)) if (1..=RUN_PLACES).contains(&decimals.len()) => (seconds, decimals),
            Some(_) => return None,
            None => (rest, ""),
        };
        if !(1..=2).contains(&minutes.len()) || seconds.len() != 2 {
            return None;
        }
        let seconds = digits(seconds)?;
        let mut thousandths = digits(decimals)?;
        (decimals.len()..RUN_PLACES).for_each(|_| thousandths *= 10);
        let time = (digits(minutes)? * 60 + seconds) * 1000 + thousandths;
        (seconds < 60 && time > 0).then_some(Self(time))
    }

    /// The time in thousandths of a second, for exact arithmetic.
    pub const fn thousandths(self) -> u32 {
        self.0
    }

    /// How much faster than `standard` this time is, in seconds: `26`, `-0.4`.
    pub fn seconds_under(self, standard: Self) -> Plain {
        Plain { number: i64::from(standard.0) - i64::from(self.0), places: RUN_PLACES, at_least: 0 }
    }
}

impl Short for RunTime {
    fn text(&self) -> Text {
        let (seconds, thousandths) = (u64::from(self.0 / 1000), u64::from(self.0 % 1000));
        let mut text = format!("{}:{:02}", seconds / 60, seconds % 60);
        push_decimals(&mut text, thousandths, 1000, 0);
        text
    }
}

written_short!(RunTime);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn run_times_are_minutes_and_two_digits_of_seconds() {
        // Settled 62: one or two digits of minutes, two of seconds below 60, a point and one to three digits; nothing else.
        for (text, thousandths, shown) in [
            ("14:34", 874_000, "14:34"),
            ("9:59", 599_000, "9:59"),
            ("09:59", 599_000, "9:59"),
            ("14:00.4", 840_400, "14:00.4"),
            ("14:00.45", 840_450, "14:00.45"),
            ("14:00.045", 840_045, "14:00.045"),
            ("14:00.0", 840_000, "14:00"),
            ("0:00.001", 1, "0:00.001"),
            ("99:59.999", 5_999_999, "99:59.999"),
        ] {
            let read = RunTime::read(text);
            assert_eq!(read.map(RunTime::thousandths), Some(thousandths), "{text}");
            assert_eq!(read.map(|time| time.to_string()).as_deref(), Some(shown), "{text}");
        }
        for text in [
            "14:60",
            "14.34",
            "9:5",
            "90",
            "",
            ":",
            ":30",
            "14:",
            "1:14:00",
            "114:00",
            "14:00.",
            "14:00.1234",
            "14:00,4",
            "-9:59",
            "+9:59",
            "14:+1",
            "14:3 ",
            " 14:34",
            "14:34s",
            "１４:34",
            "14:é",
            "0:00",
            "00:00.000",
            "14;34",
        ] {
            assert_eq!(RunTime::read(text), None, "{text}");
        }
    }

    #[test]
    fn differences_are_exact() {
        let time = |text| RunTime::read(text).unwrap();
        assert_eq!(time("14:00").seconds_under(time("14:00")).to_string(), "0");
        assert_eq!(time("13:34").seconds_under(time("14:00")).to_string(), "26");
        assert_eq!(time("14:00.4").seconds_under(time("14:00")).to_string(), "-0.4");
        assert_eq!(time("16:40").seconds_under(time("14:00")).to_string(), "-160");
    }
}
