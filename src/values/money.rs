//! Sums of money exact to the cent, and prices of a mile, night or day exact to a tenth of it.

use crate::values::decimal::{Decimal, ONE, Plain};
use crate::words::thousands;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// The greatest sum that is read or computed, in dollars.
const MOST_DOLLARS: u64 = 9_999_999_999;

/// A sum of money in whole cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, JsonSchema)]
#[schemars(inline)]
pub struct Cents(#[schemars(with = "String")] u64);

impl Cents {
    /// Zero.
    pub const ZERO: Self = Self(0);

    /// Returns a sum of this many cents.
    pub const fn new(cents: u64) -> Self {
        Self(cents)
    }

    /// Returns the sum in cents.
    pub const fn cents(self) -> u64 {
        self.0
    }

    /// Reads `1234.5`, `1,234.50` or `$1,234.50`: at most two decimals, no sign.
    pub fn read(text: &str) -> Option<Self> {
        dollars(text, 2).map(Self)
    }

    /// Returns the sum for people, with commas between thousands: `1,234.50`.
    pub fn grouped(self) -> String {
        format!("{}.{:02}", thousands((self.0 / 100) as i64), self.0 % 100)
    }

    /// Returns a share of the sum in percent, at most 100; a part of a cent is dropped.
    #[must_use]
    pub const fn share(self, percent: u32) -> Self {
        Self((self.0 as u128 * percent as u128 / 100) as u64)
    }
}

impl std::iter::Sum for Cents {
    /// Adds up sums; beyond the greatest number the total stays there, which takes millions of the greatest sums.
    fn sum<I: Iterator<Item = Self>>(sums: I) -> Self {
        Self(sums.fold(0, |sum, one| sum.saturating_add(one.0)))
    }
}

impl fmt::Display for Cents {
    /// `1234.50`
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl Serialize for Cents {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// A price of one mile, night or day, in tenths of a cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, JsonSchema)]
#[schemars(inline)]
pub struct Rate(#[schemars(with = "String")] u64);

impl Rate {
    /// Reads dollars with at most three decimals, written as money is.
    pub fn read(text: &str) -> Option<Self> {
        dollars(text, 3).map(Self)
    }

    /// Returns the price of this many miles: the exact product, rounded once to the cent, half a cent up. `None` when
    /// it is too great.
    pub fn for_miles(self, miles: Decimal) -> Option<Cents> {
        cents(u128::from(self.0) * u128::from(miles.millionths()), u128::from(ONE) * 10)
    }

    /// Returns the total of several prices, each paid so many times, rounded once to the cent, half a cent up. `None`
    /// when it is too great.
    pub fn for_days(prices: impl IntoIterator<Item = (Self, u32)>) -> Option<Cents> {
        cents(prices.into_iter().map(|(price, days)| u128::from(price.0) * u128::from(days)).sum(), 10)
    }

    /// Returns the price in tenths of a cent.
    pub const fn tenths_of_cents(self) -> u64 {
        self.0
    }
}

impl fmt::Display for Rate {
    /// `110.00`, `0.725`
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        Plain { number: i64::try_from(self.0).unwrap_or(i64::MAX), places: 3, at_least: 2 }.fmt(to)
    }
}

impl Serialize for Rate {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::read(&text).ok_or_else(|| de::Error::custom("not a price with at most three decimals"))
    }
}

/// Rounds a number of parts of a cent to whole cents, half a cent up.
fn cents(parts: u128, in_a_cent: u128) -> Option<Cents> {
    let cents = u64::try_from((parts + in_a_cent / 2) / in_a_cent).ok()?;
    (cents <= MOST_DOLLARS * 100 + 99).then_some(Cents(cents))
}

/// Reads dollars with at most `places` decimals, as a count of the last place.
fn dollars(text: &str, places: usize) -> Option<u64> {
    let text = text.strip_prefix('$').unwrap_or(text);
    if text.split_once('.').is_some_and(|(_, decimals)| decimals.len() > places) {
        return None;
    }
    let in_the_last_place = ONE / 10_u64.pow(u32::try_from(places).ok()?);
    Decimal::read(text).map(|dollars| dollars.millionths() / in_the_last_place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_keeps_its_cents_and_a_rate_its_tenths_of_them() {
        for (text, shown) in [
            ("1234.5", "1234.50"),
            ("1,234.50", "1234.50"),
            ("$1,234.50", "1234.50"),
            ("0", "0.00"),
            (".05", "0.05"),
            ("$.5", "0.50"),
            ("9999999999.99", "9999999999.99"),
        ] {
            assert_eq!(Cents::read(text).map(|read| read.to_string()).as_deref(), Some(shown), "{text}");
        }
        for text in [
            "",
            "$",
            "$$1",
            "1.",
            "1.005",
            "1.000",
            "-1",
            "($5)",
            "1e3",
            "1_000",
            "5 $",
            "$ 5",
            "12,34.00",
            "10000000000",
        ] {
            assert_eq!(Cents::read(text), None, "{text}");
        }
        for (text, shown) in [("0.725", "0.725"), ("0.70", "0.70"), ("110", "110.00"), ("$1,110.5", "1110.50")] {
            assert_eq!(Rate::read(text).map(|read| read.to_string()).as_deref(), Some(shown), "{text}");
        }
        assert_eq!(Rate::read("0.6555"), None);
    }

    #[test]
    fn a_product_is_rounded_once_and_a_share_is_cut() {
        let miles = |miles, rate| Rate::read(rate).unwrap().for_miles(Decimal::read(miles).unwrap()).map(Cents::cents);
        // 137.5 x 0.725 = 99.6875, so 99.69.
        assert_eq!(miles("137.5", "0.725"), Some(9969));
        // 12.5 x 0.655 = 8.1875, so 8.19; 3 x 0.655 = 1.965, so 1.97; 2.9 x 0.655 = 1.8995, so 1.90.
        assert_eq!(miles("12.5", "0.655"), Some(819));
        assert_eq!(miles("3", "0.655"), Some(197));
        assert_eq!(miles("2.9", "0.655"), Some(190));
        // 0.999999 x 0.005 = 0.004999995 is nothing; 1 x 0.005 is a cent.
        assert_eq!(miles("0.999999", "0.005"), Some(0));
        assert_eq!(miles("1", "0.005"), Some(1));
        assert_eq!(miles("9999999999.999999", "9999999999.999"), None);
        let rate = |text| Rate::read(text).unwrap();
        // 2 x 223.00 and 3 x 142.00 = 446.00 + 426.00; 2 x 33.333 and 33.334 is 100.000.
        assert_eq!(Rate::for_days([(rate("223"), 2), (rate("142"), 3)]), Some(Cents::new(87_200)));
        assert_eq!(Rate::for_days([(rate("33.333"), 2), (rate("33.334"), 1)]), Some(Cents::new(10_000)));
        // Half of 99.69 is 49.845: the half cent is dropped.
        assert_eq!(Cents::new(9969).share(50), Cents::new(4984));
        assert_eq!(Cents::new(1).share(50), Cents::ZERO);
        assert_eq!(Cents::new(u64::MAX).share(100), Cents::new(u64::MAX));
    }
}
