//! Exact decimal quantities that read and print themselves. No floats.

use crate::values::digits::{Short, Text, written_short};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use std::fmt;
use std::num::NonZeroU64;

/// Decimal places that a [`Decimal`] keeps.
const PLACES: usize = 6;
/// What one whole is, in the smallest unit.
pub(crate) const ONE: u64 = 1_000_000;
/// What one of the last of so many decimals is.
const UNITS: [u64; PLACES + 1] = [ONE, 100_000, 10_000, 1_000, 100, 10, 1];

/// A quantity of at most six decimals and below ten thousand million: hours, inches, pounds, miles.
///
/// One more than its millionths, so that a record has no need of more room for a figure that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(NonZeroU64);

impl Default for Decimal {
    fn default() -> Self {
        Self::of_millionths(0)
    }
}

impl Decimal {
    const fn of_millionths(millionths: u64) -> Self {
        Self(NonZeroU64::MIN.saturating_add(millionths))
    }

    /// This many wholes.
    pub const fn whole(wholes: u32) -> Self {
        Self::of_millionths(wholes as u64 * ONE)
    }

    /// How many wholes it is, when it is a whole number.
    pub const fn wholes(self) -> Option<u64> {
        let millionths = self.millionths();
        if millionths.is_multiple_of(ONE) { Some(millionths / ONE) } else { None }
    }

    /// The quantity in millionths, for exact arithmetic.
    pub const fn millionths(self) -> u64 {
        self.0.get() - 1
    }

    /// What is left of `self` after `other` is taken away; zero when nothing is.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self::of_millionths(self.millionths().saturating_sub(other.millionths()))
    }

    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self::of_millionths(self.millionths().saturating_add(other.millionths()))
    }

    /// Reads digits with an optional decimal part, and commas between thousands; no sign, no unit.
    pub fn read(text: &str) -> Option<Self> {
        let (wholes, decimals) = match parted(text, b'.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (text, ""),
        };
        let unit = UNITS.get(decimals.len())?;
        let millionths = u64::from(digits(decimals)?) * unit;
        let wholes = if wholes.is_empty() && !decimals.is_empty() { 0 } else { whole_number(wholes)? };
        Some(Self::of_millionths(wholes * ONE + millionths))
    }
}

impl Decimal {
    /// The quantity without commas and with at least this many decimals, for machine output: `13.0`, `1560`.
    pub fn plain(self, at_least: usize) -> Plain {
        Plain { number: i64::try_from(self.millionths()).unwrap_or(i64::MAX), places: PLACES, at_least }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        crate::words::thousands((self.millionths() / ONE) as i64).fmt(to)?;
        let mut decimals = Text::new();
        push_decimals(&mut decimals, self.millionths() % ONE, ONE, 0);
        to.write_str(&decimals)
    }
}

/// A number as machine output has it, without commas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Plain {
    pub(crate) number: i64,
    /// How many of its last digits are decimals.
    pub(crate) places: usize,
    /// How many of them are written also when they are zeros.
    pub(crate) at_least: usize,
}

impl Plain {
    /// A whole number.
    pub const fn whole(number: i64) -> Self {
        Self { number, places: 0, at_least: 0 }
    }

    /// A count of tenths with its one decimal: `88.2`, `-0.1`.
    pub const fn tenths(number: i64) -> Self {
        Self { number, places: 1, at_least: 1 }
    }

    /// A difference of two [`Decimal`]s, in millionths, with at least one decimal: `-0.1`, `0.0`.
    pub const fn difference(millionths: i64) -> Self {
        Self { number: millionths, places: PLACES, at_least: 1 }
    }
}

impl Short for Plain {
    fn text(&self) -> Text {
        if self.places == 0 {
            return self.number.to_string();
        }
        let one = 10_u64.pow(self.places as u32);
        let number = self.number.unsigned_abs();
        let sign = if self.number < 0 { "-" } else { "" };
        let mut text = format!("{sign}{}", number / one);
        push_decimals(&mut text, number % one, one, self.at_least);
        text
    }
}

impl JsonSchema for Plain {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Plain".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

/// Appends a part of one whole, a power of ten, with its point. Drops zeros at its end down to `at_least` decimals, and
/// appends nothing when none is left.
pub(crate) fn push_decimals(text: &mut Text, part: u64, one: u64, at_least: usize) {
    let digits = padded(part, one);
    let kept = digits.trim_end_matches('0').len().max(at_least);
    if kept > 0 {
        text.push('.');
        text.push_str(&digits[..kept]);
    }
}

/// Returns the digits of a part of one whole, a power of ten, with the zeros before them: `05` of a hundred.
pub(crate) fn padded(part: u64, one: u64) -> String {
    format!("{part:0width$}", width = one.ilog10() as usize)
}

written_short!(Plain);

/// What stands before and after the first such ASCII character. Figures are short: looking at byte after byte is soonest done.
pub(crate) fn parted(text: &str, at: u8) -> Option<(&str, &str)> {
    let place = text.bytes().position(|byte| byte == at)?;
    Some((&text[..place], &text[place + 1..]))
}

/// The number that ASCII digits write; nothing is zero. Only for as few digits as fit.
pub(crate) fn digits(text: &str) -> Option<u32> {
    text.bytes().try_fold(0_u32, |number, digit| {
        digit.is_ascii_digit().then_some(())?;
        number.checked_mul(10)?.checked_add(u32::from(digit - b'0'))
    })
}

/// The greatest whole number that is read.
const MOST: u64 = 9_999_999_999;
/// So many digits are read at once; hardly any figure has more.
const FEW_DIGITS: usize = 9;

/// Reads a whole number of at most ten digits; commas may stand between groups of three.
pub fn whole_number(text: &str) -> Option<u64> {
    if (1..=FEW_DIGITS).contains(&text.len())
        && let Some(number) = digits(text)
    {
        return Some(u64::from(number));
    }
    let mut number: u64 = 0;
    let mut groups = text.split(',').enumerate().peekable();
    while let Some((at, group)) = groups.next() {
        let grouped = at > 0 || groups.peek().is_some();
        let fits = if at > 0 { group.len() == 3 } else { !grouped || (1..=3).contains(&group.len()) };
        if !fits || group.is_empty() || !group.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        for digit in group.bytes() {
            number = number * 10 + u64::from(digit - b'0');
            if number > MOST {
                return None;
            }
        }
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_keeps_its_digits_and_refuses_what_is_not_one() {
        for (text, shown) in [
            ("0", "0"),
            ("1560", "1,560"),
            ("1,560.5", "1,560.5"),
            ("1560.50", "1,560.5"),
            (".5", "0.5"),
            ("007", "7"),
            ("14.4", "14.4"),
            ("0.000001", "0.000001"),
            ("9999999999", "9,999,999,999"),
        ] {
            assert_eq!(Decimal::read(text).map(|read| read.to_string()).as_deref(), Some(shown), "{text}");
        }
        for text in [
            "",
            ".",
            "1.",
            "-1",
            "+1",
            "1e3",
            "1_000",
            "1 000",
            "12 h",
            "1,56",
            ",560",
            "1,560,",
            "0.0000001",
            "99999999999",
            "٣",
            "1.5.2",
            "1,5600",
        ] {
            assert_eq!(Decimal::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_whole_number_ends_at_ten_digits_however_it_is_grouped() {
        assert_eq!(whole_number("9,999,999,999"), Some(9_999_999_999));
        assert_eq!(whole_number("0,000,000,000,001"), Some(1));
        // Found by fuzzing: groups that begin with zeros were not counted in full, and so many of them wrapped around.
        for text in ["1,011,011,011,018", "10,000,000,000", "1,000,000,000,000,000,000,000", &"1,000".repeat(9)] {
            assert_eq!(whole_number(text), None, "{text}");
        }
    }

    #[test]
    fn the_hours_at_the_part_time_limit_are_told_apart() {
        let limit = Decimal::whole(1560);
        assert!(Decimal::read("1560").is_some_and(|hours| hours == limit));
        assert!(Decimal::read("1560.000001").is_some_and(|hours| hours > limit));
        assert!(Decimal::read("1559.999999").is_some_and(|hours| hours < limit));
    }

    #[test]
    fn differences_are_written_exactly() {
        assert_eq!(Plain::tenths(882).to_string(), "88.2");
        assert_eq!(Plain::tenths(-1).to_string(), "-0.1");
        assert_eq!(Plain::tenths(0).to_string(), "0.0");
        assert_eq!(Plain::difference(-100_000).to_string(), "-0.1");
        assert_eq!(Plain::difference(1_250_000).to_string(), "1.25");
        assert_eq!(Plain::difference(-1_050_000).to_string(), "-1.05");
        assert_eq!(Plain::whole(-7).to_string(), "-7");
        assert_eq!(Decimal::whole(13).plain(1).to_string(), "13.0");
        assert_eq!(Decimal::whole(1560).plain(0).to_string(), "1560");
        assert_eq!(Decimal::read("1,560.250").unwrap().plain(0).to_string(), "1560.25");
    }
}
