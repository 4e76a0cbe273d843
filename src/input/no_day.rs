//! A day as a cell: days that stand for none, and the reason why a text is no day.

use crate::input::clock::digits;
use crate::input::column::{Cell, ColumnSpec, Reading, is_blank};
use crate::input::days::{YEARS, day_part, in_years, read_any_day, read_day};
use crate::input::remarks::Remark;
use crate::input::short_years::may_lie_ahead;
use crate::words::day_words;
use chrono::{Datelike, Days, Months, NaiveDate};

/// Returns whether a day stands for none: on or before 1 January 1901, in the year 9999, or one that no calendar has
/// and that programs write for zero or nothing, such as `1/0/1900`, `0000-00-00` and `99/99/9999` (settled 167 and
/// 243).
pub(crate) fn is_placeholder(text: &str, how: &Reading) -> bool {
    if let Some(day) = read_any_day(text, how) {
        return day.year() < 1901 || day.year() == 9999 || (day.year() == 1901 && day.ordinal() == 1);
    }
    let parts: Vec<Option<u32>> = day_part(text).split(['/', '-', '.']).map(|part| digits(part, 1..=4)).collect();
    matches!(
        parts[..],
        [Some(0), Some(0), Some(0)]
            | [Some(0 | 1), Some(0 | 1), Some(1900)]
            | [Some(1900), Some(0 | 1), Some(0 | 1)]
            | [Some(99), Some(99), Some(9999)]
            | [Some(9999), Some(99), Some(99)]
    )
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
    let meant = |day| if quotes { format!(" ({} would be {})", text, day_words(day)) } else { String::new() };
    if digits(text, 4..=4).is_some_and(|year| (1800..3000).contains(&year)) {
        let meant = day_of_serial(text).map(meant).unwrap_or_default();
        return Some(format!(
            "it is a year alone, or a spreadsheet's number of a day{meant}; write the day, such as 2026-01-31"
        ));
    }
    if let Some(day) = day_of_serial(text) {
        let meant = meant(day);
        return Some(format!("it is a spreadsheet's number of a day{meant}; format the column as a date"));
    }
    if let Some(day) = day_of_seconds(text) {
        let meant = meant(day);
        return Some(format!("it is a computer's count of seconds since 1970{meant}; export the column as a date"));
    }
    if read_day(text, &how(true)).is_some() {
        return Some(TWO_DIGITS.into());
    }
    if let Some(day) = read_any_day(text, &how(true)) {
        return Some(format!(
            "the year {} is not read; days from {} to {} are",
            day.year(),
            YEARS.start(),
            YEARS.end()
        ));
    }
    let numbers: Vec<Option<u32>> = day_part(text).split(['.', '/', '-']).map(|part| digits(part, 1..=4)).collect();
    let (first, second) = match numbers[..] {
        [Some(first), Some(second), Some(_)] => (first, second),
        [Some(_), Some(_)] => return Some("it is a month without its day; write 2026-01-31 or 1/31/2026".into()),
        _ => return None,
    };
    let has_digits = |most: usize| day_part(text).split(['.', '/', '-']).any(|part| part.len() == most);
    if !has_digits(4) && has_digits(3) {
        return Some("the year has three digits; write it with four".into());
    }
    if text.contains('.') {
        return Some("with points the day or the month may come first; write 2026-01-31 or 1/31/2026".into());
    }
    if first > 12 && first <= 31 && second <= 12 {
        return Some("the day stands before the month; write 2026-01-31 or 1/31/2026".into());
    }
    Some("no calendar has this day".into())
}

/// Returns the reason why a cell with a year of two digits is not read, and what to do. `quotes`: the sentence may
/// contain the cell.
pub(crate) fn why_ahead(text: &str, how: &Reading, column: &ColumnSpec, quotes: bool) -> Option<String> {
    let day = read_day(text, how).filter(|day| {
        column.is_day && may_lie_ahead(*day, how, column, || read_day(text, &Reading::on(how.as_of)).is_none())
    })?;
    let later = day.checked_add_months(Months::new(12 * 100)).filter(|_| quotes);
    let days = later.map(|later| format!(" ({text} may be {} or {})", day_words(later), day_words(day)));
    let days = days.unwrap_or_default();
    Some(format!("with a year of two digits this day may lie ahead{days}; write the year with four"))
}

/// Returns the day that a spreadsheet shows for a bare number, which may have a fraction: from 1902 on.
fn day_of_serial(text: &str) -> Option<NaiveDate> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let number = digits(whole, 3..=6).filter(|_| fraction.bytes().all(|byte| byte.is_ascii_digit()))?;
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    epoch.checked_add_days(Days::new(u64::from(number))).filter(in_years)
}

/// Returns the day of a count of seconds or milliseconds since 1970, in the time of Greenwich.
fn day_of_seconds(text: &str) -> Option<NaiveDate> {
    let seconds = text.get(..text.len().checked_sub(3)?).filter(|_| text.len() == 13).unwrap_or(text);
    let is_count = seconds.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit());
    let days = seconds.parse::<u64>().ok().filter(|_| is_count)? / 86_400;
    NaiveDate::from_ymd_opt(1970, 1, 1)?.checked_add_days(Days::new(days)).filter(in_years)
}

impl<'a> Cell<'a> for NaiveDate {
    const EXPECTED: &'static str = "a day, such as 2026-01-31 or 1/31/2026";
    const IS_DAY: bool = true;

    fn read(text: &'a str, how: &Reading) -> Option<Self> {
        read_day(text, how)
    }

    fn read_in(text: &'a str, how: &Reading, column: &ColumnSpec) -> Option<Self> {
        read_day(text, how)
            .filter(|day| !may_lie_ahead(*day, how, column, || read_day(text, &Reading::on(how.as_of)).is_none()))
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

    fn reading() -> Reading {
        Reading::on(NaiveDate::from_ymd_opt(2026, 11, 21).unwrap())
    }

    #[test]
    fn a_day_that_stands_for_none_is_blank_and_counted() {
        // Settled 167, 243 and 279.
        let how = reading();
        let spec = &crate::model::officer::ROSTER.specs[0];
        let blank = |text| NaiveDate::read(text, &how).is_none() && NaiveDate::means_blank(text, &how, spec);
        for text in [
            "1901-01-01",
            "1/1/1900",
            "0001-01-01",
            "12/31/9999",
            "9999-01-01 00:00:00",
            "Jan 1, 1901",
            "1/0/1900",
            "1/0/1900 0:00",
            "1900-01-00",
            "0000-00-00",
            "00/00/0000",
            "99/99/9999",
        ] {
            assert!(blank(text), "{text}");
        }
        for text in ["1901-01-02", "1902-01-01", "2199-12-31", "2200-01-01", "9998-12-31", "soon"] {
            assert!(!blank(text), "{text}");
        }
        let notes = how.remarks.notes("r.csv", false);
        assert!(
            notes.len() == 1 && notes[0].starts_with("r.csv: 12 cells with a day on or before 1 Jan 1901"),
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
            ("2026", "a year alone"),
            ("2012", "2012 would be 4 Jul 1905"),
            ("5000", "5000 would be 8 Sep 1913"),
            ("1772409600", "1772409600 would be 2 Mar 2026"),
            ("1772409600000", "seconds since 1970"),
            ("13/2/2026 0:00", "the day stands before the month"),
            ("3/2026", "a month without its day"),
            ("1/5/215", "the year has three digits"),
            ("215-01-05", "the year has three digits"),
        ] {
            let why = why_no_day(text, true).unwrap_or_default();
            assert!(why.contains(words), "{text}: {why}");
        }
        assert!(!why_no_day("45678", false).unwrap().contains("2025"), "a private cell is not quoted");
        assert_eq!(why_no_day("soon", true), None);
    }
}
