//! Exact decimal quantities that read and print themselves. No floats.

use std::fmt;

/// Decimal places that a [`Decimal`] keeps.
const PLACES: usize = 6;
/// What one whole is, in the smallest unit.
const ONE: u64 = 1_000_000;

/// A quantity of at most six decimals and below ten thousand million: hours, inches, pounds, miles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Decimal(u64);

impl Decimal {
    /// This many wholes.
    pub const fn whole(wholes: u32) -> Self {
        Self(wholes as u64 * ONE)
    }

    /// The quantity in millionths, for exact arithmetic.
    pub const fn millionths(self) -> u64 {
        self.0
    }

    /// What is left of `self` after `other` is taken away; zero when nothing is.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Reads digits with an optional decimal part, and commas between thousands; no sign, no unit.
    pub fn read(text: &str) -> Option<Self> {
        let (wholes, decimals) = match text.split_once('.') {
            Some((_, "")) => return None,
            Some((wholes, decimals)) => (wholes, decimals),
            None => (text, ""),
        };
        if decimals.len() > PLACES || !decimals.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let wholes = if wholes.is_empty() && !decimals.is_empty() { 0 } else { whole_number(wholes)? };
        let mut millionths = 0;
        for at in 0..PLACES {
            millionths = millionths * 10 + decimals.as_bytes().get(at).map_or(0, |digit| u64::from(digit - b'0'));
        }
        Some(Self(wholes * ONE + millionths))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}", crate::text::thousands((self.0 / ONE) as i64))?;
        match self.0 % ONE {
            0 => Ok(()),
            part => write!(to, ".{}", format!("{part:06}").trim_end_matches('0')),
        }
    }
}

/// Reads a whole number of at most ten digits; commas may stand between groups of three.
pub fn whole_number(text: &str) -> Option<u64> {
    let mut number: u64 = 0;
    let mut digits = 0;
    let mut groups = text.split(',').enumerate().peekable();
    while let Some((at, group)) = groups.next() {
        let grouped = at > 0 || groups.peek().is_some();
        let fits = if at > 0 { group.len() == 3 } else { !grouped || (1..=3).contains(&group.len()) };
        if !fits || group.is_empty() || !group.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        digits += group.trim_start_matches('0').len();
        if digits > 10 {
            return None;
        }
        for digit in group.bytes() {
            number = number * 10 + u64::from(digit - b'0');
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
    fn the_hours_at_the_part_time_limit_are_told_apart() {
        let limit = Decimal::whole(1560);
        assert!(Decimal::read("1560").is_some_and(|hours| hours == limit));
        assert!(Decimal::read("1560.000001").is_some_and(|hours| hours > limit));
        assert!(Decimal::read("1559.999999").is_some_and(|hours| hours < limit));
    }
}
