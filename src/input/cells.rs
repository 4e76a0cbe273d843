//! From the text of a cell to a typed value: which words are blank, which days, numbers and choices can be read.
//!
//! `record!` declares a kind of row once: the struct, its columns, their aliases and meanings, and how a row becomes one.

use crate::moment::Moment;
use crate::text::MONTHS;
use crate::units::{Cents, Decimal, Rate, RunTime, whole_number};
use chrono::{NaiveDate, NaiveTime};
use std::fmt;

/// What reading a cell may depend on besides its text.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The day asked about: no two-digit year is read as later than this.
    pub as_of: NaiveDate,
    /// Whether `1/31/26` is read at all (as the latest such year that is not after `as_of`).
    pub two_digit_years: bool,
}

/// A kind of value that a cell can hold.
pub trait Cell<'a>: Sized {
    /// What a cell of this kind should look like, for messages and help.
    const EXPECTED: &'static str;

    /// Reads a trimmed cell that is not blank; `None` when it is no such value.
    fn read(text: &'a str, how: &Reading) -> Option<Self>;

    /// Whether the trimmed cell stands for "nothing recorded".
    fn is_blank(text: &str) -> bool {
        text.is_empty() || is_blank_word(text)
    }
}

fn is_blank_word(text: &str) -> bool {
    match text.len() {
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
        Some(text)
    }
}

/// A part of somebody's name, in which no word means blank: there are people called None.
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

    fn is_blank(text: &str) -> bool {
        text.is_empty()
    }
}

/// An electronic mail address, kept only as far as a rule or a notice needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Email<'a>(pub &'a str);

impl Email<'_> {
    /// What stands after the `@`.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl fmt::Display for Email<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.0)
    }
}

impl<'a> Cell<'a> for Email<'a> {
    const EXPECTED: &'static str = "one address, such as jane.doe@example.org";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        let (who, domain) = text.split_once('@')?;
        (!who.trim().is_empty() && !domain.trim().is_empty() && !domain.contains('@')).then_some(Self(text))
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

impl<'a> Cell<'a> for NaiveDate {
    const EXPECTED: &'static str = "a day, such as 2026-01-31 or 1/31/2026";

    fn read(text: &'a str, how: &Reading) -> Option<Self> {
        read_day(text, how)
    }
}

impl<'a> Cell<'a> for Moment {
    const EXPECTED: &'static str = "a day with its clock time, such as 2026-03-07 10:00";

    /// Reads a day with a 24-hour clock time after it, or the day alone; a clock time that Illinois skipped is `None`.
    fn read(text: &'a str, how: &Reading) -> Option<Self> {
        match text.split_once(['T', ' ']).and_then(|(day, time)| Some((day, read_clock_time(time.trim_start())?))) {
            Some((day, time)) => Self::at(read_day(day, how)?, time),
            None => read_day(text, how).map(Self::OnDay),
        }
    }
}

impl<'a> Cell<'a> for RunTime {
    const EXPECTED: &'static str = "minutes and seconds, such as 14:34 or 14:34.5";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        Self::read(text)
    }
}

/// The first and last year that a cell may name.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Reads a day: `2026-01-31`, `1/31/2026`, `31-Jan-2026`, `Jan 31, 2026`; a clock time after it is checked and dropped.
///
/// A day that no calendar has, a bare number and, unless allowed, a two-digit year are `None`.
pub fn read_day(text: &str, how: &Reading) -> Option<NaiveDate> {
    if let Some(day) = read_iso(text) {
        return Some(day);
    }
    let day = match text.split_once(['T', ' ']) {
        Some((day, time)) if read_clock_time(time.trim_start()).is_some() => day,
        _ => text,
    };
    read_iso(day).or_else(|| read_slashes(day, how)).or_else(|| read_month_name(day, how))
}

fn read_iso(text: &str) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
    };
    full_day(number(&[y1, y2, y3, y4])?, number(&[m1, m2])?, number(&[d1, d2])?)
}

fn read_slashes(text: &str, how: &Reading) -> Option<NaiveDate> {
    let (month, rest) = text.split_once('/')?;
    let (day, year) = rest.split_once('/')?;
    with_year(year, digits(month, 1..=2)?, digits(day, 1..=2)?, how)
}

/// `26-Sep-2005` and `Sep 26, 2005`, with three-letter names in any case (settled 105).
fn read_month_name(text: &str, how: &Reading) -> Option<NaiveDate> {
    let (day, month, year) = if let Some((day, rest)) = text.split_once('-') {
        let (month, year) = rest.split_once('-')?;
        (day, month, year)
    } else {
        let (front, year) = text.split_once(',')?;
        let (month, day) = front.split_once(' ')?;
        (day.trim(), month, year.trim())
    };
    let month = MONTHS.iter().position(|name| name.eq_ignore_ascii_case(month))? + 1;
    with_year(year, u32::try_from(month).ok()?, digits(day, 1..=2)?, how)
}

fn with_year(year: &str, month: u32, day: u32, how: &Reading) -> Option<NaiveDate> {
    match year.len() {
        4 => full_day(digits(year, 4..=4)?, month, day),
        2 if how.two_digit_years => {
            let year = digits(year, 2..=2)?;
            // The latest such year whose day is not after the day asked about; 29 Feb may need a century more.
            [2100, 2000, 1900]
                .into_iter()
                .filter_map(|century| full_day(century + year, month, day))
                .find(|day| *day <= how.as_of)
        }
        _ => None,
    }
}

fn full_day(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok()?;
    if YEARS.contains(&year) { NaiveDate::from_ymd_opt(year, month, day) } else { None }
}

fn digits(text: &str, length: std::ops::RangeInclusive<usize>) -> Option<u32> {
    if !length.contains(&text.len()) {
        return None;
    }
    text.bytes().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
}

/// `10:00` or `10:00:30`, of a clock that goes to 23:59:59.
fn read_clock_time(text: &str) -> Option<NaiveTime> {
    let mut parts = text.split(':').map(|part| digits(part, 2..=2));
    let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
    if parts.next().is_some() { None } else { NaiveTime::from_hms_opt(hours, minutes, seconds) }
}

/// Reads the day of a flag such as `--as-of`: the same forms as in a cell.
///
/// # Errors
/// Says which forms are understood.
pub fn read_flag_day(text: &str) -> Result<NaiveDate, String> {
    let how = Reading { as_of: NaiveDate::MIN, two_digit_years: false };
    read_day(text.trim(), &how).ok_or_else(|| format!("expected {}", <NaiveDate as Cell>::EXPECTED))
}

/// Reads the day of an argument and the clock time behind it, where there is one.
///
/// # Errors
/// Says which forms are understood.
pub fn read_flag_day_and_time(text: &str) -> Result<(NaiveDate, Option<NaiveTime>), String> {
    let day = read_flag_day(text)?;
    let time = text.trim().split_once(['T', ' ']).and_then(|(_, time)| read_clock_time(time.trim_start()));
    Ok((day, time))
}

/// Reads the clock time of a flag such as `--time`.
///
/// # Errors
/// Says which form is understood.
pub fn read_flag_time(text: &str) -> Result<NaiveTime, String> {
    read_clock_time(text.trim()).ok_or_else(|| "expected a time of 24 hours, such as 09:30 or 17:00".into())
}

/// Folds a header name or a choice: case, spaces, hyphens, dots and underscores do not matter.
pub fn fold(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '_' | '.' | '\u{feff}'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether `text` folds to `folded`, without making a string.
pub fn folds_to(text: &str, folded: &str) -> bool {
    if text == folded {
        return true;
    }
    let mut letters =
        text.bytes().filter(|byte| !matches!(byte, b' ' | b'-' | b'_')).map(|byte| byte.to_ascii_lowercase());
    let mut wanted = folded.bytes().filter(|byte| *byte != b'-');
    loop {
        match (letters.next(), wanted.next()) {
            (None, None) => return true,
            (Some(letter), Some(want)) if letter == want => {}
            _ => return false,
        }
    }
}

/// Declares a cell that holds one of a few words. The first word is the one in the contract, the others are short forms.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident, $expected:literal: $($(#[$vdoc:meta])* $variant:ident = $word:literal $(| $short:literal)*),+ $(,)? $(; keeps $kept:literal)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every choice.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in the contract.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                to.write_str(self.word())
            }
        }

        impl<'a> $crate::input::cells::Cell<'a> for $name {
            const EXPECTED: &'static str = $expected;

            fn read(text: &'a str, _: &$crate::input::cells::Reading) -> Option<Self> {
                use $crate::input::cells::folds_to;
                $(if folds_to(text, $word) $(|| folds_to(text, $short))* { return Some(Self::$variant); })+
                None
            }

            fn is_blank(text: &str) -> bool {
                $(if text.eq_ignore_ascii_case($kept) { return false; })?
                <&str as $crate::input::cells::Cell>::is_blank(text)
            }
        }
    };
}
pub(crate) use choice;

/// What is known about a column before any file is read.
#[derive(Debug)]
pub struct ColumnSpec {
    /// The name in the contract and in messages.
    pub name: &'static str,
    /// Other names a header may use; folded before they are compared.
    pub aliases: &'static [&'static str],
    /// What a cell should look like.
    pub expected: &'static str,
    /// What the column means.
    pub meaning: &'static str,
    /// Whether a value must never appear in a message.
    pub private: bool,
}

/// A set of a record's columns, by their place in its declaration (at most 64).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ColumnSet(u64);

impl ColumnSet {
    /// The set without a column.
    pub const EMPTY: Self = Self(0);

    /// Adds the column at this place.
    pub const fn insert(&mut self, column: usize) {
        self.0 |= 1 << column;
    }
    /// Whether the column at this place is one of them.
    pub const fn has(self, column: usize) -> bool {
        self.0 & (1 << column) != 0
    }
    /// The columns that both sets have.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
    /// Whether no column is in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// The place of the first column in the set.
    pub const fn first(self) -> Option<usize> {
        if self.0 == 0 { None } else { Some(self.0.trailing_zeros() as usize) }
    }
}

impl FromIterator<usize> for ColumnSet {
    fn from_iter<I: IntoIterator<Item = usize>>(columns: I) -> Self {
        let mut set = Self::EMPTY;
        columns.into_iter().for_each(|column| set.insert(column));
        set
    }
}

/// Declares a kind of row: its struct, the enum of its columns, and how the cells of a row become the struct.
///
/// A field is `None` when its cell is blank, unreadable or missing; `faulty` tells the last two from the first.
macro_rules! record {
    (
        $(#[$doc:meta])* $Record:ident,
        $(#[$cdoc:meta])* $Column:ident {
            $($field:ident $Variant:ident : $kind:ty, $private:literal, [$($alias:literal),*], $meaning:literal;)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default)]
        pub struct $Record<'a> {
            $(#[doc = $meaning] pub $field: Option<$kind>,)+
            /// Columns whose cell could not be read, or was missing from the row.
            pub faulty: $crate::input::cells::ColumnSet,
        }

        $(#[$cdoc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $Column { $(#[doc = $meaning] $Variant),+ }

        impl $Column {
            /// Every column, in the order of the contract.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];
            /// What is known about each, in the same order.
            pub const SPECS: &'static [$crate::input::cells::ColumnSpec] = $Record::<'static>::SPECS;

            /// The name in the contract.
            pub const fn name(self) -> &'static str {
                Self::SPECS[self as usize].name
            }
        }

        impl<'a> $Record<'a> {
            const SPECS: &'static [$crate::input::cells::ColumnSpec] = &[$($crate::input::cells::ColumnSpec {
                name: stringify!($field),
                aliases: &[$($alias),*],
                expected: <$kind as $crate::input::cells::Cell<'a>>::EXPECTED,
                meaning: $meaning,
                private: $private,
            }),+];

            /// Makes a record of a row. `fault` hears of each cell that cannot be read; a cell missing from a short
            /// row counts as unreadable without a word, because the row has its own fault.
            pub fn read(
                row: &$crate::input::sheet::Row<'a>,
                header: &$crate::input::header::Header,
                how: &$crate::input::cells::Reading,
                mut fault: impl FnMut($Column, &'a str),
            ) -> Self {
                let mut record = Self::default();
                $(
                    if let Some(at) = header.place($Column::$Variant as usize) {
                        match row.cell(at) {
                            None => record.faulty.insert($Column::$Variant as usize),
                            Some(text) if <$kind as $crate::input::cells::Cell>::is_blank(text) => {}
                            Some(text) => match <$kind as $crate::input::cells::Cell>::read(text, how) {
                                Some(value) => record.$field = Some(value),
                                None => {
                                    record.faulty.insert($Column::$Variant as usize);
                                    fault($Column::$Variant, text);
                                }
                            },
                        }
                    }
                )+
                record
            }

            /// What a column holds, in the one way in which the program writes it; `None` is blank or unreadable.
            pub fn text(&self, column: $Column) -> Option<String> {
                match column { $($Column::$Variant => self.$field.as_ref().map(ToString::to_string)),+ }
            }

            /// Whether this column's cell could not be read.
            pub fn is_faulty(&self, column: $Column) -> bool {
                self.faulty.has(column as usize)
            }
        }
    };
}
pub(crate) use record;

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    fn reading(two_digit_years: bool) -> Reading {
        Reading { as_of: day(2026, 11, 21).unwrap(), two_digit_years }
    }

    #[test]
    fn days_are_read_in_the_forms_of_the_contract() {
        for text in [
            "2026-01-31",
            "1/31/2026",
            "01/31/2026",
            "31-Jan-2026",
            "31-JAN-2026",
            "Jan 31, 2026",
            "jan 31, 2026",
            "2026-01-31 10:00",
            "2026-01-31T10:00",
            "2026-01-31 00:00:00",
            "1/31/2026 23:59",
        ] {
            assert_eq!(read_day(text, &reading(false)), day(2026, 1, 31), "{text}");
        }
        assert_eq!(read_day("2024-02-29", &reading(false)), day(2024, 2, 29));
        assert_eq!(read_day("2/9/2026", &reading(false)), day(2026, 2, 9));
        assert_eq!(read_day("1-Feb-2026", &reading(false)), day(2026, 2, 1));
    }

    #[test]
    fn what_is_not_a_day_is_not_guessed_at() {
        for text in [
            "2026-02-30",
            "2025-02-29",
            "2026-1-31",
            "2026-01-3",
            "31/1/2026",
            "1/31/26",
            "31-Jan-26",
            "45678",
            "20260131",
            "January 31, 2026",
            "31 Jan 2026",
            "2026/01/31",
            "2026-01-31x",
            "2026-01-31 24:00",
            "2026-01-31 1:00",
            "2026-01-31 10",
            "0026-01-31",
            "1899-12-31",
            "2200-01-01",
            "２０２６-01-31",
            "2026-01-é1",
            "é",
            "1/31/",
            "//",
            "--",
            "Jan 2026",
            "2026-01-31T10:00Z",
            "1/1/+226",
        ] {
            assert_eq!(read_day(text, &reading(false)), None, "{text}");
        }
    }

    #[test]
    fn a_clock_time_is_one_of_illinois() {
        let read = |text| <Moment as Cell>::read(text, &reading(false)).map(|moment| moment.to_string());
        for text in
            ["2026-03-07 10:00", "2026-03-07T10:00", "3/7/2026 10:00", "2026-03-07  10:00:59", "Mar 7, 2026 10:00"]
        {
            // The last one is no form of the contract: the day itself holds a space.
            let expected = (!text.starts_with("Mar")).then_some("2026-03-07T10:00");
            assert_eq!(read(text).as_deref(), expected, "{text}");
        }
        // Only the day: the clock time is not known (settled 19 and 56).
        assert_eq!(read("2026-03-07").as_deref(), Some("2026-03-07"));
        // Settled 18: the clock goes from 02:00 to 03:00 on 8 Mar 2026, and shows 01:30 twice on 1 Nov 2026.
        assert_eq!(read("2026-03-08 02:30"), None);
        assert_eq!(read("2026-03-08 03:00").as_deref(), Some("2026-03-08T03:00"));
        assert_eq!(read("2026-11-01 01:30").as_deref(), Some("2026-11-01T01:30"));
        for text in [
            "10:00",
            "2026-03-07 10",
            "2026-03-07 24:00",
            "2026-03-07 1:00",
            "2026-03-07 10:00Z",
            "2026-02-30 10:00",
            "2026-03-07 10:00 PM",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_two_digit_year_is_the_latest_one_that_is_not_in_the_future() {
        for (text, expected) in [
            ("11/21/26", day(2026, 11, 21)),
            ("11/22/26", day(1926, 11, 22)),
            ("04-DEC-95", day(1995, 12, 4)),
            ("2/29/00", day(2000, 2, 29)),
            ("2/29/01", None),
        ] {
            assert_eq!(read_day(text, &reading(true)), expected, "{text}");
        }
    }

    #[test]
    fn yes_and_no_and_blank_words() {
        for text in ["yes", "Y", "TRUE", "1", "x"] {
            assert_eq!(<bool as Cell>::read(text, &reading(false)), Some(true), "{text}");
        }
        for text in ["no", "N", "false", "0"] {
            assert_eq!(<bool as Cell>::read(text, &reading(false)), Some(false), "{text}");
        }
        assert_eq!(<bool as Cell>::read("maybe", &reading(false)), None);
        for text in ["", "-", "n/a", "N/A", "None", "UNKNOWN"] {
            assert!(<NaiveDate as Cell>::is_blank(text), "{text}");
        }
        assert!(!NamePart::is_blank("None"));
        assert!(!NamePart::is_blank("-"));
    }

    #[test]
    fn an_address_has_one_at_sign_with_text_on_both_sides() {
        for (text, domain) in [("a@b.gov", Some("b.gov")), ("a@", None), ("@b", None), ("a.b", None), ("a@b@c", None)] {
            assert_eq!(Email::read(text, &reading(false)).map(|email| email.domain().to_owned()).as_deref(), domain);
        }
    }
}
