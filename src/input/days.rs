//! Reads the text of a cell or a flag as a day and a clock time, in the known forms only.

use crate::input::clock::{digits, read_clock_time, split_time};
use crate::input::column::{Cell, Reading};
use crate::values::fold::is_hyphen;
use chrono::{NaiveDate, NaiveTime};
use std::borrow::Cow;

/// The years that a cell may name (settled 167).
pub(crate) const YEARS: std::ops::RangeInclusive<i32> = 1902..=2199;

/// Reads a day in one of the forms of [`FORMS`]; a clock time after it is checked and dropped.
///
/// A day that no calendar has, a bare number of days and, unless allowed, a two-digit year are `None`.
pub fn read_day(text: &str, how: &Reading) -> Option<NaiveDate> {
    read_iso(text).or_else(|| read_day_otherwise(text, how)).filter(in_years)
}

/// The forms in which a day is read, each by an example.
pub const FORMS: [&str; 12] = [
    "2026-01-31",
    "2026/1/31",
    "20260131",
    "1/31/2026",
    "01-31-2026",
    "31-Jan-2026",
    "31 January 2026",
    "Jan 31, 2026",
    "Saturday, January 31, 2026",
    "2026-01-31 14:30:00",
    "1/31/2026 2:30 PM",
    "2026-01-31T14:30:00.000-06:00",
];

pub(crate) fn in_years(day: &NaiveDate) -> bool {
    use chrono::Datelike;
    YEARS.contains(&day.year())
}

/// Reads the forms that people write, of any year. Apart, so that the usual form needs no stack for them.
#[inline(never)]
fn read_day_otherwise(text: &str, how: &Reading) -> Option<NaiveDate> {
    let plain = with_plain_marks(text);
    let text = &*plain;
    let day = match split_time(text) {
        Some((day, time)) if read_clock_time(time).is_some() => day,
        Some(_) => return None,
        None => text,
    };
    read_iso(day).or_else(|| read_digits(day)).or_else(|| read_numbers(day, how)).or_else(|| read_month_name(day, how))
}

/// Returns a text with a plain hyphen and slash in place of the marks that programs put there.
fn with_plain_marks(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let plain = |letter| match letter {
        '\u{2044}' | '\u{2215}' => '/',
        letter if is_hyphen(letter) => '-',
        letter if letter.is_whitespace() => ' ',
        letter => letter,
    };
    Cow::Owned(text.chars().map(plain).collect())
}

/// Reads `2026-01-31`, eight bytes at a time: a roster has more than ten days a row.
fn read_iso(text: &str) -> Option<NaiveDate> {
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    // What is added to each byte: a digit of at most 9 and a hyphen of 0 stay below the high bit.
    const DIGIT: u8 = 0x7f - 9;
    const HYPHEN: u8 = 0x7f;
    const FRONT: u64 = u64::from_le_bytes([DIGIT, DIGIT, DIGIT, DIGIT, HYPHEN, DIGIT, DIGIT, HYPHEN]);
    const BACK: u64 = u64::from_le_bytes([DIGIT, DIGIT, HYPHEN, DIGIT, DIGIT, HYPHEN, DIGIT, DIGIT]);
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    // The year and the month, and the year's third digit to the day, each as eight bytes. The XOR leaves 0 to 9 of a
    // digit and 0 of a hyphen.
    let front = u64::from_le_bytes(*bytes.first_chunk()?) ^ u64::from_le_bytes(*b"0000-00-");
    let back = u64::from_le_bytes(*bytes.last_chunk()?) ^ u64::from_le_bytes(*b"00-00-00");
    if (front | front.wrapping_add(FRONT) | back | back.wrapping_add(BACK)) & HIGH != 0 {
        return None;
    }
    // The first byte of each pair of digits becomes their number, which is below 100 and reaches no other byte.
    let pairs = |digits: u64| (digits * 10 + (digits >> 8)).to_le_bytes();
    let ([century, _, year, _, _, month, ..], [.., day, _]) = (pairs(front), pairs(back));
    full_day(u32::from(century) * 100 + u32::from(year), month.into(), day.into())
}

/// Reads `20260131`, and with a clock time `20260131T143000` and `20260131143000`.
fn read_digits(text: &str) -> Option<NaiveDate> {
    let part = |bytes: &[u8], at: usize, length: usize| digits(bytes.get(at..at + length)?, length..=length);
    let (day, time) = text.as_bytes().split_at_checked(8)?;
    let day = full_day(part(day, 0, 4)?, part(day, 4, 2)?, part(day, 6, 2)?)?;
    let time = time.strip_prefix(b"T").or_else(|| time.strip_prefix(b" ")).unwrap_or(time);
    let time = time.strip_suffix(b"Z").unwrap_or(time);
    let is_below = |at: usize, most: u32| part(time, at, 2).is_some_and(|number| number < most);
    let is_time = time.len() == 6 && is_below(0, 24) && is_below(2, 60) && is_below(4, 60);
    (text.len() == 8 || is_time).then_some(day)
}

/// Reads `1/31/2026`, `01-31-2026`, `2026/1/31`, `2026-1-31` and `2026.01.31`. With the day first, or with points
/// between the numbers and the year behind, a day could be two days.
fn read_numbers(text: &str, how: &Reading) -> Option<NaiveDate> {
    let mark = text.find(['/', '-', '.'])?;
    let mark = char::from(text.as_bytes()[mark]);
    let mut parts = text.split(mark).map(str::trim);
    let [first, second, third] = [parts.next()?, parts.next()?, parts.next()?];
    if parts.next().is_some() {
        return None;
    }
    if first.len() == 4 {
        return full_day(digits(first, 4..=4)?, digits(second, 1..=2)?, digits(third, 1..=2)?);
    }
    if mark == '.' {
        return None;
    }
    with_year(third, digits(first, 1..=2)?, digits(second, 1..=2)?, how)
}

/// Reads `26-Sep-2005`, `5 January 2020`, `Jan. 5, 2020`, `January 5th, 2020`, `05JAN2020`, `2020-Jan-05` and `Monday,
/// March 2, 2026`: names in full or in three letters, in any case, the weekday passed over whatever it is (settled 166
/// and 266).
fn read_month_name(text: &str, how: &Reading) -> Option<NaiveDate> {
    let parts =
        text.split([' ', ',', '-', '.', '/']).filter(|part| !part.is_empty() && !part.eq_ignore_ascii_case("of"));
    let mut parts: Vec<&str> = parts.take(5).collect();
    if parts.first().is_some_and(|first| is_name_of(first, &WEEKDAYS).is_some()) {
        parts.remove(0);
    }
    let [first, second, third] = match *parts.as_slice() {
        [run] => split_run(run)?,
        [first, second, third] => [first, second, third],
        _ => return None,
    };
    if first.len() == 4 && first.bytes().all(|byte| byte.is_ascii_digit()) {
        return full_day(digits(first, 4..=4)?, is_name_of(second, &MONTH_NAMES)?, day_of_month(third)?);
    }
    let (month, day) = match is_name_of(first, &MONTH_NAMES) {
        Some(month) => (month, second),
        None => (is_name_of(second, &MONTH_NAMES)?, first),
    };
    with_year(third, month, day_of_month(day)?, how)
}

/// Splits `05JAN2020` at its letters.
fn split_run(text: &str) -> Option<[&str; 3]> {
    let month = text.find(|letter: char| !letter.is_ascii_digit())?;
    let year = month + text.get(month..)?.find(|letter: char| letter.is_ascii_digit())?;
    Some([text.get(..month)?, text.get(month..year)?, text.get(year..)?])
}

/// Reads a day of a month such as `5` or `5th`.
fn day_of_month(text: &str) -> Option<u32> {
    let at = text.len().checked_sub(2).filter(|at| *at > 0 && text.is_char_boundary(*at));
    let number = at.filter(|at| ["st", "nd", "rd", "th"].iter().any(|end| text[*at..].eq_ignore_ascii_case(end)));
    digits(number.map_or(text, |at| &text[..at]), 1..=2)
}

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MONTH_NAMES: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Returns the number, from 1, of a name that is written in full or in its first three letters; `Sept` is read too.
fn is_name_of(word: &str, names: &[&str]) -> Option<u32> {
    let is = |name: &&str| {
        let short = name.get(..3).is_some_and(|short| word.eq_ignore_ascii_case(short));
        short || word.eq_ignore_ascii_case(name) || (*name == "september" && word.eq_ignore_ascii_case("sept"))
    };
    u32::try_from(names.iter().position(is)? + 1).ok()
}

/// Returns a day with a year of four digits, or of two where these are read.
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

/// Returns a day that the calendar has.
fn full_day(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// Reads a day of any year.
pub(crate) fn read_any_day(text: &str, how: &Reading) -> Option<NaiveDate> {
    read_iso(text).or_else(|| read_day_otherwise(text, how))
}

/// Returns the part of a text in front of its clock time.
pub(crate) fn day_part(text: &str) -> &str {
    split_time(text).filter(|(_, time)| read_clock_time(time).is_some()).map_or(text, |(day, _)| day)
}

/// Returns whether a text is a day, or a day with a clock time.
pub(crate) fn is_day(text: &str) -> bool {
    // No day is read differently for the day asked about, but for years of two digits.
    NaiveDate::from_ymd_opt(2199, 12, 31).is_some_and(|day| read_day(text, &Reading::on(day)).is_some())
}

/// Reads the day of a flag such as `--as-of`: the same forms as in a cell.
///
/// # Errors
/// The forms that are read.
pub fn read_flag_day(text: &str) -> Result<NaiveDate, String> {
    let how = Reading::on(NaiveDate::MIN);
    read_day(text.trim(), &how).ok_or_else(|| {
        let short = read_day(text.trim(), &Reading { two_digit_years: true, ..Reading::on(NaiveDate::MAX) });
        let why = if short.is_some() { "a year of two digits could be of either century; " } else { "" };
        format!("{why}expected {}", <NaiveDate as Cell>::EXPECTED)
    })
}

/// Reads the day of an argument and the clock time after it, where there is one.
///
/// # Errors
/// The forms that are read.
pub fn read_flag_day_and_time(text: &str) -> Result<(NaiveDate, Option<NaiveTime>), String> {
    let day = read_flag_day(text)?;
    let time = split_time(text.trim()).and_then(|(_, time)| read_clock_time(time));
    Ok((day, time.map(|clock| clock.time)))
}

/// Reads the clock time of a flag such as `--time`.
///
/// # Errors
/// The form that is read.
pub fn read_flag_time(text: &str) -> Result<NaiveTime, String> {
    let time = read_clock_time(text).map(|clock| clock.time);
    time.ok_or_else(|| "expected a clock time, such as 09:30, 17:00 or 5:00 PM".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    fn reading(two_digit_years: bool) -> Reading {
        Reading { two_digit_years, ..Reading::on(day(2026, 11, 21).unwrap()) }
    }

    #[test]
    fn a_flag_says_why_a_short_year_is_no_day() {
        let refused = |text| read_flag_day(text).unwrap_err();
        assert!(refused("12/1/26").starts_with("a year of two digits could be of either century; expected a day"));
        assert!(refused("12/1/2o26").starts_with("expected a day"));
        assert_eq!(read_flag_day("12/1/2026").ok(), day(2026, 12, 1));
    }

    #[test]
    fn days_are_read_in_every_documented_form() {
        for text in FORMS {
            assert_eq!(read_day(text, &reading(false)), day(2026, 1, 31), "{text}");
        }
        // Settled 166 and 266, form by form.
        for text in [
            "01/31/2026",
            "1-31-2026",
            "2026-1-31",
            "2026/01/31",
            "31-JAN-2026",
            "31-January-2026",
            "31 Jan 2026",
            "Jan 31 2026",
            "Jan. 31 2026",
            "jan 31,  2026",
            "JANUARY 31, 2026",
            "Monday, January 31, 2026",
            "Sat 31 Jan 2026",
            "2026-01-31 10:00",
            "2026-01-31 1:00",
            "2026-01-31T10:00",
            "2026-01-31T10:00Z",
            "2026-01-31 00:00:00",
            "2026-01-31 13:05:22.000",
            "2026-01-31T00:00:00.0000000",
            "2026-01-31T00:00:00-0600",
            "1/31/2026 0:00",
            "1/31/2026 12:00:00 AM",
            "1/31/2026 1:05 PM",
            "1/31/2026 1:05pm",
            "1/31/2026 23:59",
            "31-Jan-2026 10:00",
            "Jan 31, 2026 10:00 AM",
            "2026.01.31",
            "2026-Jan-31",
            "2026 January 31",
            "January 31st, 2026",
            "31st of January 2026",
            "31JAN2026",
            "1 / 31 / 2026",
            "1\u{2044}31\u{2044}2026",
            "2026\u{2011}01\u{2011}31",
            "20260131143000",
            "20260131T143000Z",
            "2026-01-31 00:00:00 UTC",
            "2026-01-31 00:00:00 +0000 UTC",
            "2026-01-31T00:00:00-06:00[America/Chicago]",
            "1/31/2026 10:00 CST",
            "Sat, 31 Jan 2026 00:00:00 GMT",
            "Sat Jan 31 2026 00:00:00 GMT-0600 (Central Standard Time)",
            "Jan 31 2026 12:00:00:000AM",
            // The clocks of Illinois skip it on another day; a day column keeps the day (settled 191).
            "1/31/2026 2:30",
        ] {
            assert_eq!(read_day(text, &reading(false)), day(2026, 1, 31), "{text}");
        }
        assert_eq!(read_day("2026-03-08 02:30", &reading(false)), day(2026, 3, 8));
        assert_eq!(read_day("2024-02-29", &reading(false)), day(2024, 2, 29));
        assert_eq!(read_day("2/9/2026", &reading(false)), day(2026, 2, 9));
        assert_eq!(read_day("07-12-2019", &reading(false)), day(2019, 7, 12), "the month first");
        assert_eq!(read_day("Sept 5, 2020", &reading(false)), day(2020, 9, 5));
        assert_eq!(read_day("31-OCT-2025 10:00", &reading(false)), day(2025, 10, 31), "the T of a month");
    }

    #[test]
    fn no_other_form_is_read_as_a_day() {
        for text in [
            "2026-02-30",
            "2025-02-29",
            "2026-01-3x",
            "31/1/2026",
            "1/31/26",
            "31-Jan-26",
            "45678",
            "20261331",
            "2026/1-31",
            "1/31-2026",
            "7.12.2019",
            "2026-01-31x",
            "2026-01-31 24:00",
            "2026-01-31 10",
            "2026-01-31Z",
            "1/31/2026 13:00 PM",
            "1/31/2026 0:30 AM",
            "1/31/2026 10:00 XYZ",
            "20260131T240000",
            "202601311",
            "2026.1",
            "31JAN26",
            "Jan 31 31 2026",
            "2026-01-31 10:00:60",
            "2026-01-31 10:00.5",
            "2026-01-31 10:00:00.",
            "2200-01-01",
            "1901-01-02",
            "1901-12-31",
            "9998-12-31",
            "２０２６-01-31",
            "2026-01-é1",
            "é",
            "1/31/",
            "//",
            "--",
            "Jan 2026",
            "Janu 5, 2026",
            "Someday, January 31, 2026",
            "Jan 31, 2026, 1",
            "1/1/+226",
            ":",
            "T1:00",
        ] {
            assert_eq!(read_day(text, &reading(false)), None, "{text}");
        }
    }

    #[test]
    fn a_changed_letter_gives_another_day_or_none() {
        let right = "2024-02-19";
        for at in 0..right.len() {
            for letter in (0..0x80).map(char::from).chain(['é', '０']) {
                let mut text = right.to_owned();
                text.replace_range(at..=at, letter.encode_utf8(&mut [0; 4]));
                let number = |from, to| text.get(from..to).and_then(|text| text.parse::<u32>().ok());
                let is_written = text.char_indices().all(|(at, letter)| match at {
                    4 | 7 => letter == '-',
                    _ => letter.is_ascii_digit(),
                });
                let parts = (number(0, 4), number(5, 7), number(8, 10));
                let expected = match parts {
                    (Some(year), Some(month), Some(of_month)) if is_written => day(year.cast_signed(), month, of_month),
                    _ => None,
                };
                assert_eq!(read_iso(&text), expected, "{text:?}");
            }
        }
    }

    #[test]
    fn a_two_digit_year_is_the_latest_past_one() {
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
}
