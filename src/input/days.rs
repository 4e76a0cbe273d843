//! Reads the text of a cell or a flag as a day and a clock time, in the known forms only.

use crate::input::cells::{Cell, Reading};
use crate::values::moment::Moment;
use crate::words::MONTHS;
use chrono::{NaiveDate, NaiveTime};

/// The years that a cell may name.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Reads a day: `2026-01-31`, `1/31/2026`, `31-Jan-2026`, `Jan 31, 2026`; a clock time after it is checked and dropped.
///
/// A day that no calendar has, a bare number and, unless allowed, a two-digit year are `None`.
pub fn read_day(text: &str, how: &Reading) -> Option<NaiveDate> {
    read_iso(text).or_else(|| read_day_otherwise(text, how))
}

/// Reads the forms that people write. Apart, so that the usual form needs no stack for them.
#[inline(never)]
fn read_day_otherwise(text: &str, how: &Reading) -> Option<NaiveDate> {
    let day = match split_time(text) {
        Some((day, time)) if read_clock_time(time).is_some() => day,
        _ => text,
    };
    read_iso(day).or_else(|| read_slashes(day, how)).or_else(|| read_month_name(day, how))
}

/// Splits a cell at the blank between day and clock time, or at a T after a digit (the T of OCT is none).
pub(crate) fn split_time(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let parts = |at: &usize| bytes[*at] == b' ' || (bytes[*at] == b'T' && *at > 0 && bytes[*at - 1].is_ascii_digit());
    let at = (0..bytes.len()).find(parts)?;
    Some((&text[..at], text[at + 1..].trim_start()))
}

/// Reads `2026-01-31`, eight bytes at a time: a roster has more than ten days a row.
fn read_iso(text: &str) -> Option<NaiveDate> {
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    // The year and the month, and the year's third digit to the day, each as eight bytes. The XOR leaves 0 to 9 of a
    // digit and 0 of a hyphen; anything greater sets the high bit below.
    let front = u64::from_le_bytes(*bytes.first_chunk()?) ^ u64::from_le_bytes(*b"0000-00-");
    let back = u64::from_le_bytes(*bytes.last_chunk()?) ^ u64::from_le_bytes(*b"00-00-00");
    let over = |left: u64, most: [u8; 8]| left | left.wrapping_add(u64::from_le_bytes(most.map(|most| 0x7f - most)));
    if (over(front, [9, 9, 9, 9, 0, 9, 9, 0]) | over(back, [9, 9, 0, 9, 9, 0, 9, 9])) & HIGH != 0 {
        return None;
    }
    // The first byte of each pair of digits becomes their number, which is below 100 and reaches no other byte.
    let pairs = |digits: u64| (digits * 10 + (digits >> 8)).to_le_bytes().map(u32::from);
    let ([century, _, year, _, _, month, ..], [.., day, _]) = (pairs(front), pairs(back));
    full_day(century * 100 + year, month, day)
}

/// Reads `1/31/2026`.
fn read_slashes(text: &str, how: &Reading) -> Option<NaiveDate> {
    let (month, rest) = text.split_once('/')?;
    let (day, year) = rest.split_once('/')?;
    with_year(year, digits(month, 1..=2)?, digits(day, 1..=2)?, how)
}

/// Reads `26-Sep-2005` and `Sep 26, 2005`, with three-letter names in any case (settled 105).
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

/// Returns a day that the calendar has, in the years of a cell.
fn full_day(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok()?;
    if YEARS.contains(&year) { NaiveDate::from_ymd_opt(year, month, day) } else { None }
}

/// Reads a number of so many digits.
fn digits(text: impl AsRef<[u8]>, length: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let digits = text.as_ref();
    if !length.contains(&digits.len()) {
        return None;
    }
    digits.iter().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
}

/// Reads `10:00` or `10:00:30`, up to 23:59:59.
pub(crate) fn read_clock_time(text: &str) -> Option<NaiveTime> {
    let mut parts = text.as_bytes().split(|byte| *byte == b':').map(|part| digits(part, 2..=2));
    let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
    if parts.next().is_some() { None } else { NaiveTime::from_hms_opt(hours, minutes, seconds) }
}

/// Reads the day of a flag such as `--as-of`: the same forms as in a cell.
///
/// # Errors
/// The forms that are read.
pub fn read_flag_day(text: &str) -> Result<NaiveDate, String> {
    let how = Reading { as_of: NaiveDate::MIN, two_digit_years: false };
    read_day(text.trim(), &how).ok_or_else(|| format!("expected {}", <NaiveDate as Cell>::EXPECTED))
}

/// Reads the day of an argument and the clock time after it, where there is one.
///
/// # Errors
/// The forms that are read.
pub fn read_flag_day_and_time(text: &str) -> Result<(NaiveDate, Option<NaiveTime>), String> {
    let day = read_flag_day(text)?;
    let time = split_time(text.trim()).and_then(|(_, time)| read_clock_time(time));
    Ok((day, time))
}

/// Reads the clock time of a flag such as `--time`.
///
/// # Errors
/// The form that is read.
pub fn read_flag_time(text: &str) -> Result<NaiveTime, String> {
    read_clock_time(text.trim()).ok_or_else(|| "expected a time of 24 hours, such as 09:30 or 17:00".into())
}

impl<'a> Cell<'a> for NaiveDate {
    const EXPECTED: &'static str = "a day, such as 2026-01-31 or 1/31/2026";
    const IS_DAY: bool = true;

    fn read(text: &'a str, how: &Reading) -> Option<Self> {
        read_day(text, how)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(*self)
    }
}

impl<'a> Cell<'a> for Moment {
    const EXPECTED: &'static str = "a day with its clock time, such as 2026-03-07 10:00";
    const IS_DAY: bool = true;

    /// Reads a day with a 24-hour clock time after it, or the day alone; a clock time that Illinois skipped is `None`.
    fn read(text: &'a str, how: &Reading) -> Option<Self> {
        match split_time(text).and_then(|(day, time)| Some((day, read_clock_time(time)?))) {
            Some((day, time)) => Self::at(read_day(day, how)?, time),
            None => read_day(text, how).map(Self::OnDay),
        }
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(Self::day(*self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::moment::Moment;

    fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    fn reading(two_digit_years: bool) -> Reading {
        Reading { as_of: day(2026, 11, 21).unwrap(), two_digit_years }
    }

    #[test]
    fn days_are_read_in_every_documented_form() {
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
            "31-Jan-2026 10:00",
        ] {
            assert_eq!(read_day(text, &reading(false)), day(2026, 1, 31), "{text}");
        }
        assert_eq!(read_day("2024-02-29", &reading(false)), day(2024, 2, 29));
        assert_eq!(read_day("2/9/2026", &reading(false)), day(2026, 2, 9));
        assert_eq!(read_day("1-Feb-2026", &reading(false)), day(2026, 2, 1));
        assert_eq!(
            read_day("31-OCT-2025 10:00", &reading(false)),
            day(2025, 10, 31),
            "the T of a month splits nothing"
        );
    }

    #[test]
    fn no_other_form_is_read_as_a_day() {
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
                    (Some(year @ 1900..2200), Some(month), Some(of_month)) if is_written => {
                        day(year.cast_signed(), month, of_month)
                    }
                    _ => None,
                };
                assert_eq!(read_iso(&text), expected, "{text:?}");
            }
        }
    }

    #[test]
    fn a_clock_time_is_one_of_illinois() {
        let read = |text| <Moment as Cell>::read(text, &reading(false)).map(|moment| moment.to_string());
        for text in
            ["2026-03-07 10:00", "2026-03-07T10:00", "3/7/2026 10:00", "2026-03-07  10:00:59", "Mar 7, 2026 10:00"]
        {
            // The last one is none of the forms: the day itself holds a space.
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
