//! Reads the text of a cell as a typed value, and defines the words that mean blank.

use crate::input::column::{ColumnSpec, Role};
use crate::input::remarks::{Remark, Remarks};
use crate::values::decimal::{Decimal, whole_number};
use crate::values::money::{Cents, Rate};
use crate::values::run_time::RunTime;
use chrono::NaiveDate;
use std::fmt;
use std::sync::Arc;

/// The options with which cells are read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The day asked about; no two-digit year is read as a later one.
    pub as_of: NaiveDate,
    /// True when `1/31/26` is read at all (as the latest such year that is not after `as_of`).
    pub two_digit_years: bool,
    /// Counts the unusual cells of the file.
    pub remarks: Arc<Remarks>,
}

impl Reading {
    /// Returns the reading of a day without options.
    pub fn on(as_of: NaiveDate) -> Self {
        Self { as_of, two_digit_years: false, remarks: Arc::default() }
    }

    /// Returns the same reading for the cells of one file.
    #[must_use]
    pub fn of_file(&self, remarks: &Arc<Remarks>) -> Self {
        Self { remarks: Arc::clone(remarks), ..self.clone() }
    }
}

/// A kind of value that a cell can hold.
pub trait Cell<'a>: Sized {
    /// The form of a cell of this kind, for messages and help.
    const EXPECTED: &'static str;
    /// True when a value of this kind has a day, so that its column carries a mark of time.
    const IS_DAY: bool = false;

    /// Reads a trimmed cell that is not empty; `None` when it is not such a value, or means blank
    /// ([`Self::means_blank`]).
    fn read(text: &'a str, how: &Reading) -> Option<Self>;

    /// Reads a cell of one column, where the column matters.
    fn read_in(text: &'a str, how: &Reading, _: &ColumnSpec) -> Option<Self> {
        Self::read(text, how)
    }

    /// Returns whether a cell of a column that is no value stands for a blank one.
    fn means_blank(text: &str, _: &Reading, _: &ColumnSpec) -> bool {
        is_blank(text)
    }

    /// Returns the reason why a text is no such value, and what to do about it, where it can be told. With `quotes` the
    /// sentence may contain what the cell means.
    fn why_not(_text: &str, _quotes: bool) -> Option<String> {
        None
    }

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
        4 => text.eq_ignore_ascii_case("none") || is_null(text),
        6 => is_null(text),
        7 => text.eq_ignore_ascii_case("unknown"),
        _ => false,
    }
}

/// Returns whether a cell is the word of a database or a spreadsheet for no value (settled 167).
fn is_null(text: &str) -> bool {
    text.eq_ignore_ascii_case("null") || is_null_in_any_column(text)
}

/// Returns whether a cell is such a word that nobody is called.
fn is_null_in_any_column(text: &str) -> bool {
    text.eq_ignore_ascii_case("(null)") || text.eq_ignore_ascii_case("#n/a")
}

/// Takes off what a spreadsheet or a person puts around a cell so that it stays text: `="…"`, and an apostrophe in
/// front, which in a name is a letter's neighbor (settled 161).
pub fn unprotected<'a>(text: &'a str, role: Role) -> &'a str {
    if let Some(inside) = text.strip_prefix("=\"").and_then(|text| text.strip_suffix('"')) {
        return inside.trim();
    }
    match role {
        Role::LastName | Role::GivenName => text,
        Role::Id | Role::Plain => text.strip_prefix('\'').map_or(text, str::trim_start),
    }
}

impl<'a> Cell<'a> for &'a str {
    const EXPECTED: &'static str = "text";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        (!is_blank(text)).then_some(text)
    }

    fn read_in(text: &'a str, how: &Reading, column: &ColumnSpec) -> Option<Self> {
        if column.role == Role::Id { read_id(text) } else { Self::read(text, how) }
    }

    fn means_blank(text: &str, how: &Reading, column: &ColumnSpec) -> bool {
        if column.role != Role::Id {
            return is_blank(text);
        }
        let no_id = !is_blank(text) && !is_rounded(text);
        if no_id {
            how.remarks.count(Remark::NoId, text);
        }
        no_id || is_blank(text)
    }

    fn why_not(text: &str, _: bool) -> Option<String> {
        is_rounded(text)
            .then(|| "a spreadsheet has rounded it; format the column as text and export it again".to_owned())
    }
}

/// Reads an ID, without the `.0` that a spreadsheet puts behind a number. A word without a digit, zeros alone and text
/// with a blank inside are no ID, and `1.00E+07` was one before a spreadsheet rounded it (settled 161, 245 and 272).
pub fn read_id(text: &str) -> Option<&str> {
    let digits = text.strip_suffix(".0").filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let id = digits.filter(|digits| !digits.is_empty()).unwrap_or(text);
    let is_id = id.bytes().any(|byte| byte.is_ascii_digit())
        && id.bytes().any(|byte| byte != b'0')
        && !id.contains(char::is_whitespace)
        && !is_blank(id);
    (is_id && !is_rounded(id)).then_some(id)
}

/// Returns whether a text is a number in the scientific form of a spreadsheet.
fn is_rounded(text: &str) -> bool {
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let Some((front, exponent)) = text.split_once(['E', 'e']) else { return false };
    let Some((whole, decimals)) = front.split_once('.') else { return false };
    whole.len() == 1 && all_digits(whole) && all_digits(decimals) && exponent.strip_prefix('+').is_some_and(all_digits)
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

    fn read_in(text: &'a str, _: &Reading, column: &ColumnSpec) -> Option<Self> {
        let is_none = match column.role {
            Role::LastName => is_null_in_any_column(text),
            _ => is_null(text),
        };
        (!is_none).then_some(Self(text))
    }

    fn means_blank(text: &str, _: &Reading, _: &ColumnSpec) -> bool {
        is_null(text)
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

    /// Reads a whole number; the `.0` of a spreadsheet is passed over (settled 169 and 265).
    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        u32::try_from(whole_number(text.strip_suffix(".0").unwrap_or(text))?).ok()
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
        Reading { two_digit_years: true, ..Reading::on(NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()) }
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
