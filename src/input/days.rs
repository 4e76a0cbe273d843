//! Reads the text of a cell or a flag as a day and a clock time, in the known forms only.

use crate::input::clock::{digits, read_clock_time, split_time};
use crate::input::column::{Cell, ColumnSpec, Reading, is_blank};
use crate::input::remarks::Remark;
use crate::words::day_words;
use chrono::{Days, NaiveDate, NaiveTime};

/// The years that a cell may name (settled 167).
const YEARS: std::ops::RangeInclusive<i32> = 1902..=2199;

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

fn in_years(day: &NaiveDate) -> bool {
    use chrono::Datelike;
    YEARS.contains(&day.year())
}

/// Reads the forms that people write, of any year. Apart, so that the usual form needs no stack for them.
#[inline(never)]
fn read_day_otherwise(text: &str, how: &Reading) -> Option<NaiveDate> {
    let day = match split_time(text) {
        Some((day, time)) if read_clock_time(time).is_some() => day,
        Some(_) => return None,
        None => text,
    };
    read_iso(day).or_else(|| read_numbers(day, how)).or_else(|| read_month_name(day, how))
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

/// Reads `1/31/2026`, `01-31-2026`, `2026/1/31`, `2026-1-31` and `20260131`. With the day first, or with points between
/// the numbers, a day could be two days.
fn read_numbers(text: &str, how: &Reading) -> Option<NaiveDate> {
    if text.len() == 8 && !text.contains(['/', '-']) {
        return full_day(
            digits(text.get(..4)?, 4..=4)?,
            digits(text.get(4..6)?, 2..=2)?,
            digits(text.get(6..)?, 2..=2)?,
        );
    }
    let mark = text.find(['/', '-'])?;
    let mut parts = text.split(char::from(text.as_bytes()[mark]));
    let [first, second, third] = [parts.next()?, parts.next()?, parts.next()?];
    if parts.next().is_some() {
        return None;
    }
    if first.len() == 4 {
        return full_day(digits(first, 4..=4)?, digits(second, 1..=2)?, digits(third, 1..=2)?);
    }
    with_year(third, digits(first, 1..=2)?, digits(second, 1..=2)?, how)
}

/// Reads `26-Sep-2005`, `5 January 2020`, `Jan. 5, 2020` and `Monday, March 2, 2026`: names in full or in three
/// letters, in any case, the weekday passed over whatever it is (settled 166 and 266).
fn read_month_name(text: &str, how: &Reading) -> Option<NaiveDate> {
    let mut parts = text.split([' ', ',', '-', '.']).filter(|part| !part.is_empty());
    let mut first = parts.next()?;
    if is_name_of(first, &WEEKDAYS).is_some() {
        first = parts.next()?;
    }
    let [second, year] = [parts.next()?, parts.next()?];
    if parts.next().is_some() {
        return None;
    }
    let (month, day) = match is_name_of(first, &MONTH_NAMES) {
        Some(month) => (month, second),
        None => (is_name_of(second, &MONTH_NAMES)?, first),
    };
    with_year(year, month, digits(day, 1..=2)?, how)
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

/// Returns whether a day stands for none: on or before 1 January 1901, or in the year 9999 (settled 167 and 243).
fn is_placeholder(text: &str, how: &Reading) -> bool {
    use chrono::Datelike;
    let day = read_iso(text).or_else(|| read_day_otherwise(text, how));
    day.is_some_and(|day| day.year() < 1901 || day.year() == 9999 || (day.year() == 1901 && day.ordinal() == 1))
}

/// The reason why a day with a year of two digits is not read.
pub(crate) const TWO_DIGITS: &str = "a year of two digits is read only with --two-digit-years past";

/// Returns the reason why a text is no day, and what to do about it, where it can be told. `quotes`: the sentence may
/// contain the day that the cell means.
pub(crate) fn why_no_day(text: &str, quotes: bool) -> Option<String> {
    let how = |two_digit_years| Reading { two_digit_years, ..Reading::on(NaiveDate::MAX) };
    if !text.is_empty() && text.bytes().all(|byte| byte == b'#') {
        return Some("the column was too narrow when the file was exported; widen it in the spreadsheet".into());
    }
    if let Some(day) = day_of_serial(text) {
        let meant = if quotes { format!(" ({} would be {})", text, day_words(day)) } else { String::new() };
        return Some(format!("it is a spreadsheet's number of a day{meant}; format the column as a date"));
    }
    if read_day(text, &how(true)).is_some() {
        return Some(TWO_DIGITS.into());
    }
    if let Some(day) = read_iso(text).or_else(|| read_day_otherwise(text, &how(true))) {
        use chrono::Datelike;
        return Some(format!(
            "the year {} is not read; days from {} to {} are",
            day.year(),
            YEARS.start(),
            YEARS.end()
        ));
    }
    let numbers: Vec<Option<u32>> = text.split(['.', '/', '-']).map(|part| digits(part, 1..=4)).collect();
    let [Some(first), Some(second), Some(_)] = numbers[..] else { return None };
    if text.contains('.') {
        return Some("with points the day or the month may come first; write 2026-01-31 or 1/31/2026".into());
    }
    if first > 12 && first <= 31 && second <= 12 {
        return Some("the day stands before the month; write 2026-01-31 or 1/31/2026".into());
    }
    Some("no calendar has this day".into())
}

/// Returns the day that a spreadsheet shows for a bare number, which may have a fraction.
fn day_of_serial(text: &str) -> Option<NaiveDate> {
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    let number = digits(whole, 3..=6)?;
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    epoch.checked_add_days(Days::new(u64::from(number))).filter(in_years)
}

/// Reads the day of a flag such as `--as-of`: the same forms as in a cell.
///
/// # Errors
/// The forms that are read.
pub fn read_flag_day(text: &str) -> Result<NaiveDate, String> {
    let how = Reading::on(NaiveDate::MIN);
    read_day(text.trim(), &how).ok_or_else(|| format!("expected {}", <NaiveDate as Cell>::EXPECTED))
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

impl<'a> Cell<'a> for NaiveDate {
    const EXPECTED: &'static str = "a day, such as 2026-01-31 or 1/31/2026";
    const IS_DAY: bool = true;

    fn read(text: &'a str, how: &Reading) -> Option<Self> {
        read_day(text, how)
    }

    fn means_blank(text: &str, how: &Reading, _: &ColumnSpec) -> bool {
        is_blank(text) || noted_placeholder(text, how)
    }

    fn why_not(text: &str, quotes: bool) -> Option<String> {
        why_no_day(text, quotes)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(*self)
    }
}

/// Returns whether a day stands for none, and counts it.
pub(crate) fn noted_placeholder(text: &str, how: &Reading) -> bool {
    let found = is_placeholder(text, how);
    if found {
        how.remarks.count(Remark::PlaceholderDay, text);
    }
    found
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
            "1/31/2026 10:00 CST",
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
    fn a_day_that_stands_for_none_is_blank_and_counted() {
        // Settled 167, 243 and 279.
        let how = reading(false);
        let spec = &crate::model::officer::ROSTER.specs[0];
        let blank = |text| NaiveDate::read(text, &how).is_none() && NaiveDate::means_blank(text, &how, spec);
        for text in ["1901-01-01", "1/1/1900", "0001-01-01", "12/31/9999", "9999-01-01 00:00:00", "Jan 1, 1901"] {
            assert!(blank(text), "{text}");
        }
        for text in ["1901-01-02", "1902-01-01", "2199-12-31", "2200-01-01", "9998-12-31", "soon"] {
            assert!(!blank(text), "{text}");
        }
        let notes = how.remarks.notes("r.csv", false);
        assert!(
            notes.len() == 1 && notes[0].starts_with("r.csv: 6 cells with a day on or before 1 Jan 1901"),
            "{notes:?}"
        );
    }

    #[test]
    fn a_cell_that_is_no_day_says_why() {
        for (text, words) in [
            ("45678", "45678 would be 21 Jan 2025"),
            ("45678.5", "format the column as a date"),
            ("########", "too narrow"),
            ("1/31/26", "--two-digit-years past"),
            ("31/1/2026", "the day stands before the month"),
            ("7.12.2019", "with points"),
            ("2026-02-30", "no calendar has this day"),
            ("2201-01-01", "the year 2201 is not read"),
        ] {
            let why = why_no_day(text, true).unwrap_or_default();
            assert!(why.contains(words), "{text}: {why}");
        }
        assert!(!why_no_day("45678", false).unwrap().contains("2025"), "a private cell is not quoted");
        assert_eq!(why_no_day("soon", true), None);
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
