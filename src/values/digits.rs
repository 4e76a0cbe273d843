//! Short texts for machines: figures, days, clock times. Each is put together in place and handed over whole, because an
//! encoder looks at every piece that it is handed by itself.

use arrayvec::ArrayString;
use chrono::{Datelike, NaiveDate};
use itoa::Buffer;
use serde::Serializer;
use std::fmt::Write;

/// Room for the longest of them: a sign, twenty digits, a point, six decimals and what stands behind.
pub type Text = ArrayString<40>;

/// What machine output has as one short text.
pub trait Short {
    /// The text.
    fn text(&self) -> Text;
}

/// Prints and serializes kinds of value by their short text.
macro_rules! written_short {
    ($($kind:ty),+) => { $(
        impl std::fmt::Display for $kind {
            fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                to.write_str(&$crate::values::digits::Short::text(self))
            }
        }

        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&$crate::values::digits::Short::text(self))
            }
        }
    )+ };
}
pub(crate) use written_short;

impl Short for NaiveDate {
    /// `2026-02-28`
    fn text(&self) -> Text {
        let mut text = Text::new();
        match u32::try_from(self.year()) {
            Ok(year @ 0..=9999) => {
                let mut digits = Buffer::new();
                // A digit in front keeps the zeros of an early year.
                let digits = digits.format(100_000_000 + year * 10_000 + self.month() * 100 + self.day());
                for part in [&digits[1..5], "-", &digits[5..7], "-", &digits[7..]] {
                    text.push_str(part);
                }
            }
            // chrono's own form of such a year fits as well.
            _ => drop(write!(text, "{self}")),
        }
        text
    }
}

/// Serializes a day, or nothing.
///
/// # Errors
/// The serializer's own.
pub fn day_or_none<S: Serializer>(day: &Option<NaiveDate>, to: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => to.serialize_str(&day.text()),
        None => to.serialize_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_chrono_writes_them() {
        let days = [(2026, 2, 28), (2000, 12, 31), (1, 1, 1), (0, 10, 9), (9999, 12, 31), (10_000, 1, 1), (-1, 3, 4)];
        let days = days.map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap());
        for day in days.into_iter().chain([NaiveDate::MIN, NaiveDate::MAX]) {
            assert_eq!(&*day.text(), day.to_string());
        }
    }
}
