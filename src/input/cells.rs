//! Reads the text of a cell as a typed value, and defines the words that mean blank.

use crate::values::decimal::{Decimal, whole_number};
use crate::values::money::{Cents, Rate};
use crate::values::run_time::RunTime;
use chrono::NaiveDate;
use std::fmt;

/// The options with which cells are read.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The day asked about; no two-digit year is read as a later one.
    pub as_of: NaiveDate,
    /// True when `1/31/26` is read at all (as the latest such year that is not after `as_of`).
    pub two_digit_years: bool,
}

/// A kind of value that a cell can hold.
pub trait Cell<'a>: Sized {
    /// The form of a cell of this kind, for messages and help.
    const EXPECTED: &'static str;
    /// True when a value of this kind has a day, so that its column carries a mark of time.
    const IS_DAY: bool = false;

    /// Reads a trimmed cell that is not empty; `None` when it is not such a value, or a word that means blank
    /// ([`is_blank`]).
    fn read(text: &'a str, how: &Reading) -> Option<Self>;

    /// Returns the day of a value that has one.
    fn day(&self) -> Option<NaiveDate> {
        None
    }
}

/// Returns whether a trimmed cell is blank: empty, or a word that means so.
#[inline]
pub fn is_blank(text: &str) -> bool {
    match text.len() {
        0 => true,
        1 => text == "-",
        3 => text.eq_ignore_ascii_case("n/a"),
        4 => text.eq_ignore_ascii_case("none"),
        7 => text.eq_ignore_ascii_case("unknown"),
        _ => false,
    }
}

impl<'a> Cell<'a> for &'a str {
    const EXPECTED: &'static str = "text";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        (!is_blank(text)).then_some(text)
    }
}

/// A part of a name, in which no word means blank: there are people called None.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamePart<'a>(pub &'a str);

impl fmt::Display for NamePart<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.0)
    }
}

impl<'a> Cell<'a> for NamePart<'a> {
    const EXPECTED: &'static str = "a name";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        Some(Self(text))
    }
}

/// An e-mail address, checked only as far as a rule or a notice needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Email<'a>(pub &'a str);

impl Email<'_> {
    /// Returns the part after the `@`.
    pub fn domain(&self) -> &str {
        self.0.bytes().position(|byte| byte == b'@').and_then(|at| self.0.get(at + 1..)).unwrap_or_default()
    }

    /// Returns whether mail could be sent to it: one `@` with text on both sides, a dot after it, and neither a comma
    /// nor a space inside (settled 173 and 224). Text that is none may still be read, so that a person looks at it.
    pub fn is_address(&self) -> bool {
        let Self(text) = self;
        !has_separator(text) && has_one_at_sign(text) && self.domain().contains('.')
    }
}

fn has_separator(text: &str) -> bool {
    text.contains(|sign: char| sign == ',' || sign.is_whitespace())
}

fn has_one_at_sign(text: &str) -> bool {
    let signs = text.bytes().filter(|byte| *byte == b'@').count();
    signs == 1 && !text.starts_with('@') && !text.ends_with('@')
}

impl fmt::Display for Email<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.0)
    }
}

impl<'a> Cell<'a> for Email<'a> {
    const EXPECTED: &'static str = "one address, such as jane.doe@example.org";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        (has_separator(text) || has_one_at_sign(text)).then_some(Self(text))
    }
}

impl<'a> Cell<'a> for bool {
    const EXPECTED: &'static str = "yes or no";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        let is = |word: &&str| text.eq_ignore_ascii_case(word);
        if ["yes", "y", "true", "1", "x"].iter().any(is) {
            Some(true)
        } else if ["no", "n", "false", "0"].iter().any(is) {
            Some(false)
        } else {
            None
        }
    }
}

impl<'a> Cell<'a> for u32 {
    const EXPECTED: &'static str = "a whole number, such as 30";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        u32::try_from(whole_number(text)?).ok()
    }
}

impl<'a> Cell<'a> for Decimal {
    const EXPECTED: &'static str = "a number, such as 1560 or 14.5";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        Self::read(text)
    }
}

impl<'a> Cell<'a> for Cents {
    const EXPECTED: &'static str = "a sum of money, such as 1234.50 or $1,234.50";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        Self::read(text)
    }
}

impl<'a> Cell<'a> for Rate {
    const EXPECTED: &'static str = "dollars with at most three decimals, such as 0.725 or 110";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        Self::read(text)
    }
}

impl<'a> Cell<'a> for RunTime {
    const EXPECTED: &'static str = "minutes and seconds, such as 14:34 or 14:34.5";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        Self::read(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::moment::Moment;

    fn reading() -> Reading {
        Reading { as_of: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(), two_digit_years: true }
    }

    #[test]
    fn a_cell_of_yes_or_no_has_a_few_spellings() {
        for text in ["yes", "Y", "TRUE", "1", "x"] {
            assert_eq!(<bool as Cell>::read(text, &reading()), Some(true), "{text}");
        }
        for text in ["no", "N", "false", "0"] {
            assert_eq!(<bool as Cell>::read(text, &reading()), Some(false), "{text}");
        }
        assert_eq!(<bool as Cell>::read("maybe", &reading()), None);
    }

    #[test]
    fn a_word_that_means_blank_is_a_value_only_as_a_name() {
        fn reads<'a, Kind: Cell<'a>>(text: &'a str) -> bool {
            Kind::read(text, &reading()).is_some()
        }
        let kinds = [
            reads::<&str>,
            reads::<Email>,
            reads::<bool>,
            reads::<u32>,
            reads::<Decimal>,
            reads::<Cents>,
            reads::<Rate>,
            reads::<NaiveDate>,
            reads::<Moment>,
            reads::<RunTime>,
        ];
        for text in ["-", "n/a", "N/A", "None", "UNKNOWN"] {
            assert!(is_blank(text), "{text}");
            assert!(kinds.iter().all(|reads| !reads(text)), "{text}");
            assert!(reads::<NamePart>(text), "settled 15: {text}");
        }
        assert!(is_blank("") && !is_blank("no") && !is_blank("nil"));
    }

    #[test]
    fn an_address_has_one_at_sign_with_text_on_both_sides() {
        for (text, domain) in [("a@b.gov", Some("b.gov")), ("a@", None), ("@b", None), ("a.b", None), ("a@b@c", None)] {
            assert_eq!(Email::read(text, &reading()).map(|email| email.domain().to_owned()).as_deref(), domain);
        }
    }

    #[test]
    fn what_mail_cannot_be_sent_to_is_read_as_no_address() {
        // Settled 224: read, but no address.
        for text in ["a@b", "a@x.com, b@y.com", "a b@x.com", "jane at example.org", "a@x.com,"] {
            assert_eq!(Email::read(text, &reading()).map(|email| email.is_address()), Some(false), "{text}");
        }
        for text in ["foo", "a@b@c", "a@b@c.org", "@x.com"] {
            assert_eq!(Email::read(text, &reading()), None, "{text}");
        }
        assert_eq!(Email::read("a@b.c", &reading()).map(|email| email.is_address()), Some(true));
    }
}
