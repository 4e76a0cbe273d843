//! A cell of a workbook as the text that a CSV file would hold: exact, and read in one way only.

use crate::input::cells::{DAY_AS_ID, NO_WHOLE_ID, ROUNDED_ID};
use calamine::{CellErrorType, Data, DataRef, ExcelDateTime, Style};
use chrono::{NaiveDate, NaiveTime, Timelike};
use std::fmt::Write;

/// The value of a cell, from any kind of workbook.
pub(super) enum Value<'c> {
    Blank,
    Text(&'c str),
    Number(f64),
    Whole(i64),
    Truth(bool),
    Fault(&'c CellErrorType),
    /// A number that its format shows as a day, a clock time or a duration.
    Moment(ExcelDateTime),
    /// A day in ISO form, perhaps with a clock time.
    IsoMoment(&'c str),
    /// A duration such as `PT0H12M48S`.
    IsoDuration(&'c str),
}

impl<'c> From<&'c DataRef<'_>> for Value<'c> {
    fn from(data: &'c DataRef<'_>) -> Self {
        match data {
            DataRef::Empty => Self::Blank,
            DataRef::Int(number) => Self::Whole(*number),
            DataRef::Float(number) => Self::Number(*number),
            DataRef::String(text) => Self::Text(text),
            DataRef::SharedString(text) => Self::Text(text),
            DataRef::Bool(truth) => Self::Truth(*truth),
            DataRef::DateTime(moment) => Self::Moment(*moment),
            DataRef::DateTimeIso(text) => Self::IsoMoment(text),
            DataRef::DurationIso(text) => Self::IsoDuration(text),
            DataRef::Error(fault) => Self::Fault(fault),
        }
    }
}

impl<'c> From<&'c Data> for Value<'c> {
    fn from(data: &'c Data) -> Self {
        match data {
            Data::Int(number) => Self::Whole(*number),
            Data::Float(number) => Self::Number(*number),
            Data::String(text) => Self::Text(text),
            Data::Bool(truth) => Self::Truth(*truth),
            Data::DateTime(moment) => Self::Moment(*moment),
            Data::DateTimeIso(text) => Self::IsoMoment(text),
            Data::DurationIso(text) => Self::IsoDuration(text),
            Data::Error(fault) => Self::Fault(fault),
            Data::Empty => Self::Blank,
        }
    }
}

/// What the number format of a cell shows, as far as it decides how the cell is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shape {
    /// A format that is not known.
    #[default]
    Unknown,
    /// A clock time without a day: `h:mm`.
    Clock,
    /// Digits with zeros in front, at least this many: `0000000`.
    Zeros(usize),
    /// A percentage: a stored 0.9 is shown as 90%.
    Percent,
    /// Anything else.
    Other,
}

impl Shape {
    /// Returns the shape of a style.
    pub(super) fn of(style: &Style) -> Self {
        style.number_format.as_ref().map_or(Self::Other, |format| Self::of_format(&format.format_code))
    }

    /// Returns the shape of a format such as `h:mm:ss` or `0000000`.
    pub(super) fn of_format(format: &str) -> Self {
        let zeros = format.len() > 1 && format.bytes().all(|byte| byte == b'0');
        if zeros {
            return Self::Zeros(format.len());
        }
        let (mut is_text, mut is_escaped, mut in_brackets) = (false, false, false);
        let (mut day, mut time, mut percent) = (false, false, false);
        for letter in format.chars().map(|letter| letter.to_ascii_lowercase()) {
            match letter {
                _ if is_escaped => is_escaped = false,
                '"' => is_text = !is_text,
                _ if is_text => {}
                '\\' | '_' | '*' => is_escaped = true,
                '[' => in_brackets = true,
                ']' => in_brackets = false,
                _ if in_brackets => {}
                ';' => break,
                'y' | 'd' => day = true,
                'h' | 's' => time = true,
                '%' => percent = true,
                _ => {}
            }
        }
        match (day, time, percent) {
            (false, true, _) => Self::Clock,
            (false, false, true) => Self::Percent,
            _ => Self::Other,
        }
    }
}

/// The numbers that a spreadsheet shows as a day: up to 31 December 9999.
const DAYS: std::ops::Range<f64> = 0.0..2_958_466.0;

/// The first number of a day that may be one: 1 January 1930. Below it a number in a column of days is a year, or a
/// count, that was typed into a cell with the format of a day.
const FIRST_DAY: f64 = 10_959.0;
/// The last number of a day that stands for none, 1 January 1901 (settled 167).
const LAST_PLACEHOLDER: f64 = 367.0;

/// Below this, every whole number is exact: it has fifteen digits, and a spreadsheet keeps them all.
const EXACT: f64 = 1e15;

/// Adds the text of a cell in a column of days that are no birth dates. A day before 1930 is written as its number, so
/// that the year 2012 is not read as 4 July 1905.
pub(super) fn write_day(value: &Value, shape: Shape, to: &mut String) {
    let number = match value {
        Value::Moment(moment) if !moment.is_duration() => Some(moment.as_f64()),
        Value::IsoMoment(text) => number_of(text),
        _ => None,
    };
    match number.filter(|number| *number > LAST_PLACEHOLDER && *number < FIRST_DAY) {
        Some(number) => write_number(number, Shape::Other, to),
        None => write(value, shape, to),
    }
}

/// Adds the text of a cell in a column of IDs. A number of which digits are lost, one that is no whole number, and one
/// with the format of a day are no ID, whatever they show (settled 161).
pub(super) fn write_id(value: &Value, shape: Shape, to: &mut String) {
    let no_id = match value {
        Value::Moment(_) | Value::IsoMoment(_) | Value::IsoDuration(_) => Some(DAY_AS_ID),
        Value::Number(_) | Value::Whole(_) if shape == Shape::Percent => Some(NO_WHOLE_ID),
        Value::Number(number) if *number < 0.0 || number.is_nan() => Some(NO_WHOLE_ID),
        Value::Number(number) if *number >= EXACT => Some(ROUNDED_ID),
        Value::Number(number) if number.trunc() != *number => Some(NO_WHOLE_ID),
        Value::Whole(number) if *number < 0 => Some(NO_WHOLE_ID),
        _ => None,
    };
    match no_id {
        Some(no_id) => to.push_str(no_id),
        None => write(value, shape, to),
    }
}

/// Returns the number that a spreadsheet has for a day in ISO form.
fn number_of(text: &str) -> Option<f64> {
    let day: NaiveDate = text.get(..10)?.parse().ok()?;
    let days = day.signed_duration_since(NaiveDate::from_ymd_opt(1899, 12, 30)?).num_days();
    i32::try_from(days).ok().map(f64::from)
}

/// Adds the text of a cell to `to`.
pub(super) fn write(value: &Value, shape: Shape, to: &mut String) {
    match value {
        Value::Blank | Value::Fault(CellErrorType::NA) => {}
        Value::Text(text) | Value::IsoMoment(text) => to.push_str(text),
        Value::Truth(truth) => to.push_str(if *truth { "yes" } else { "no" }),
        Value::Fault(CellErrorType::GettingData) => to.push_str("#GETTING_DATA"),
        Value::Fault(fault) => put(to, format_args!("{fault}")),
        Value::Whole(number) => whole(*number, shape, to),
        Value::Number(number) => write_number(*number, shape, to),
        Value::Moment(moment) => write_moment(*moment, shape, to),
        Value::IsoDuration(text) => match milliseconds(text) {
            Some(milliseconds) => write_duration(milliseconds, to),
            None => to.push_str(text),
        },
    }
}

fn put(to: &mut String, text: std::fmt::Arguments) {
    // Writing to a string does not fail.
    let _ = to.write_fmt(text);
}

fn whole(number: i64, shape: Shape, to: &mut String) {
    match shape {
        Shape::Percent if number != 0 => put(to, format_args!("{number}00%")),
        Shape::Percent => to.push_str("0%"),
        Shape::Zeros(digits) if number >= 0 => put(to, format_args!("{number:0digits$}")),
        _ => put(to, format_args!("{number}")),
    }
}

/// Writes a number with its digits, without an exponent: a spreadsheet keeps fifteen of them, and what comes behind is
/// the machine's noise (0.1 + 0.2 is 0.30000000000000004).
fn write_number(number: f64, shape: Shape, to: &mut String) {
    /// Numbers so great or small are measured in nothing that a sheet holds.
    const LONGEST: usize = 40;
    if !number.is_finite() {
        return to.push_str("#NUM!");
    }
    if shape == Shape::Percent {
        return write_percent(number, to);
    }
    if number.trunc() == number && number.abs() < EXACT {
        #[expect(clippy::cast_possible_truncation, reason = "the number is whole and of at most fifteen digits")]
        return whole(number as i64, shape, to);
    }
    let rounded = format!("{number:.14e}").parse().unwrap_or(number);
    let text = f64::to_string(&rounded);
    if text.len() > LONGEST { put(to, format_args!("{number:E}")) } else { to.push_str(&text) }
}

/// Writes `90%` for a stored 0.9, as the clerk sees it. As a bare number it would be read as less than one percent.
fn write_percent(number: f64, to: &mut String) {
    // The exponent moves by two, and no digit changes.
    let scientific = format!("{number:.14e}");
    let moved = scientific.split_once('e').and_then(|(digits, exponent)| {
        let exponent: i32 = exponent.parse().ok()?;
        format!("{digits}e{}", exponent + 2).parse::<f64>().ok()
    });
    match moved {
        Some(percent) => {
            write_number(percent, Shape::Other, to);
            to.push('%');
        }
        None => write_number(number, Shape::Other, to),
    }
}

/// Writes a number that a format shows as a day, a clock time or a duration.
fn write_moment(moment: ExcelDateTime, shape: Shape, to: &mut String) {
    let number = moment.as_f64();
    if !DAYS.contains(&number) {
        return write_number(number, Shape::Other, to);
    }
    if moment.is_duration() {
        return write_duration(moment.as_duration().map_or(0, |duration| duration.num_milliseconds()), to);
    }
    let Some(day_and_time) = moment.as_datetime() else { return write_number(number, Shape::Other, to) };
    let (day, time) = (day_and_time.date(), day_and_time.time());
    // A number below one is a clock time, unless its format shows a day: then it stands for no day at all, as the
    // copy of a blank cell does.
    let is_clock = number < 1.0 && (shape == Shape::Clock || shape == Shape::Unknown && number > 0.0);
    if is_clock {
        put(to, format_args!("{}:{:02}:{:02}", time.hour(), time.minute(), time.second()));
        return write_thousandths(thousandths(time).into(), to);
    }
    put(to, format_args!("{day}"));
    if time != NaiveTime::MIN {
        put(to, format_args!(" {:02}:{:02}:{:02}", time.hour(), time.minute(), time.second()));
        write_thousandths(thousandths(time).into(), to);
    }
}

fn thousandths(time: NaiveTime) -> u32 {
    time.nanosecond() / 1_000_000
}

fn write_duration(milliseconds: i64, to: &mut String) {
    let seconds = milliseconds / 1000;
    put(to, format_args!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60));
    write_thousandths(milliseconds % 1000, to);
}

/// Writes `.4` for 400 thousandths, and nothing for none.
fn write_thousandths(thousandths: i64, to: &mut String) {
    if thousandths > 0 {
        let digits = format!("{thousandths:03}");
        put(to, format_args!(".{}", digits.trim_end_matches('0')));
    }
}

/// Reads `PT0H12M48.4S` as thousandths of a second.
fn milliseconds(text: &str) -> Option<i64> {
    let mut rest = text.strip_prefix("PT")?;
    let mut total = 0_i64;
    for (letter, unit) in [('H', 3_600_000), ('M', 60_000)] {
        if let Some((number, after)) = rest.split_once(letter) {
            total = total.checked_add(number.parse::<u32>().ok().map(i64::from)?.checked_mul(unit)?)?;
            rest = after;
        }
    }
    if let Some(seconds) = rest.strip_suffix('S') {
        let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, ""));
        let fraction = format!("{fraction:0<3}");
        let thousandths: u32 = fraction.get(..3)?.parse().ok()?;
        total += i64::from(whole.parse::<u32>().ok()?) * 1000 + i64::from(thousandths);
        rest = "";
    }
    rest.is_empty().then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    fn text(value: Value, shape: Shape) -> String {
        let mut text = String::new();
        write(&value, shape, &mut text);
        text
    }

    fn moment(number: f64, is_1904: bool) -> Value<'static> {
        Value::Moment(ExcelDateTime::new(number, ExcelDateTimeType::DateTime, is_1904))
    }

    #[test]
    fn numbers_keep_their_digits_and_gain_none() {
        for (number, shown) in [
            (12345.0, "12345"),
            (14.4, "14.4"),
            (10_000_000.0, "10000000"),
            (0.1 + 0.2, "0.3"),
            (0.8, "0.8"),
            (-0.0, "0"),
            (-2.5, "-2.5"),
            (123_456_789_012_345.0, "123456789012345"),
            (1e15, "1000000000000000"),
            (1e300, "1E300"),
            (f64::NAN, "#NUM!"),
        ] {
            assert_eq!(text(Value::Number(number), Shape::Other), shown);
        }
        // A format of zeros shows the ID as the clerk sees it.
        assert_eq!(text(Value::Number(42.0), Shape::of_format("0000000")), "0000042");
        assert_eq!(text(Value::Whole(42), Shape::of_format("0")), "42");
        // A percentage is what the clerk sees: 0.56 times 100 is 56.00000000000001 to a machine.
        for (number, shown) in [(0.9, "90%"), (0.56, "56%"), (1.0, "100%"), (0.125, "12.5%"), (0.0, "0%")] {
            assert_eq!(text(Value::Number(number), Shape::of_format("0.00%")), shown);
        }
    }

    #[test]
    fn days_and_clock_times_follow_from_number_and_format() {
        // 46347 is 21 November 2026 in the system of 1900, and 44885 in that of 1904: 1,462 days apart.
        let day = Shape::of_format("m/d/yyyy");
        assert_eq!(text(moment(46_347.0, false), day), "2026-11-21");
        assert_eq!(text(moment(44_885.0, true), day), "2026-11-21");
        assert_eq!(text(moment(46_347.5, false), day), "2026-11-21 12:00:00");
        assert_eq!(text(moment(1.0, false), day), "1900-01-01");
        // The copy of a blank cell stands for no day: settled 167 reads days before 1901 as blank.
        assert_eq!(text(moment(0.0, false), day), "1899-12-31");
        let clock = Shape::of_format("h:mm:ss AM/PM");
        assert_eq!(text(moment(0.0, false), clock), "0:00:00");
        // 12 minutes and 48 seconds are 768 of the day's 86,400 seconds.
        assert_eq!(text(moment(768.0 / 86_400.0, false), clock), "0:12:48");
        assert_eq!(text(moment(768.4 / 86_400.0, true), Shape::of_format("mm:ss.0")), "0:12:48.4");
        assert_eq!(text(moment(0.5, false), Shape::Unknown), "12:00:00");
        // A number that no calendar of a spreadsheet has is an ID with a wrong format.
        assert_eq!(text(moment(10_234_567.0, false), day), "10234567");
        assert_eq!(text(moment(-1.0, false), day), "-1");
    }

    #[test]
    fn a_number_of_long_ago_is_no_day_of_an_event() {
        let day = Shape::of_format("m/d/yyyy");
        let written = |value: Value| {
            let mut text = String::new();
            write_day(&value, day, &mut text);
            text
        };
        // 2012 is shown as 4 July 1905; 10,959 is 1 January 1930, and 367 is 1 January 1901.
        for (number, shown) in [
            (2012.0, "2012"),
            (10_958.0, "10958"),
            (10_959.0, "1930-01-01"),
            (368.0, "368"),
            (367.0, "1901-01-01"),
            (46_347.0, "2026-11-21"),
        ] {
            assert_eq!(written(moment(number, false)), shown, "{number}");
        }
        assert_eq!(written(Value::IsoMoment("1905-07-04")), "2012");
        assert_eq!(written(Value::IsoMoment("1930-01-01T00:00:00")), "1930-01-01T00:00:00");
        assert_eq!(written(Value::Text("1905-07-04")), "1905-07-04");
    }

    #[test]
    fn a_number_is_an_id_only_with_all_its_digits() {
        // Settled 161. Fifteen digits are kept; of sixteen the last is a guess.
        let written = |value: Value, shape: Shape| {
            let mut text = String::new();
            write_id(&value, shape, &mut text);
            text
        };
        for (number, shown) in [
            (999_999_999_999_999.0, "999999999999999"),
            (1e15, ROUNDED_ID),
            (1e300, ROUNDED_ID),
            (f64::INFINITY, ROUNDED_ID),
            (f64::NAN, NO_WHOLE_ID),
            (12345.0, "12345"),
            (-0.0, "0"),
            (-5.0, NO_WHOLE_ID),
            (1.5, NO_WHOLE_ID),
        ] {
            assert_eq!(written(Value::Number(number), Shape::Other), shown, "{number}");
        }
        assert_eq!(written(Value::Number(42.0), Shape::of_format("0000000")), "0000042");
        assert_eq!(written(Value::Number(42.0), Shape::of_format("0%")), NO_WHOLE_ID);
        assert_eq!(written(Value::Whole(-1), Shape::Other), NO_WHOLE_ID);
        let day = Shape::of_format("m/d/yyyy");
        for number in [45_123.0, 10_234_567.0, 0.5] {
            assert_eq!(written(moment(number, false), day), DAY_AS_ID, "{number}");
        }
        assert_eq!(written(Value::IsoMoment("2026-01-05"), Shape::Unknown), DAY_AS_ID);
        assert_eq!(written(Value::Text("-5"), Shape::Other), "-5");
    }

    #[test]
    fn durations_truths_and_errors_are_words_that_are_read() {
        let duration = Value::Moment(ExcelDateTime::new(1.5, ExcelDateTimeType::TimeDelta, false));
        assert_eq!(text(duration, Shape::Other), "36:00:00");
        assert_eq!(text(Value::IsoDuration("PT00H12M48.400000000S"), Shape::Unknown), "0:12:48.4");
        assert_eq!(text(Value::IsoDuration("PT36H00M00S"), Shape::Unknown), "36:00:00");
        assert_eq!(text(Value::IsoDuration("P1D"), Shape::Unknown), "P1D");
        assert_eq!(text(Value::Truth(true), Shape::Other), "yes");
        assert_eq!(text(Value::Fault(&CellErrorType::NA), Shape::Other), "");
        assert_eq!(text(Value::Fault(&CellErrorType::Div0), Shape::Other), "#DIV/0!");
        assert_eq!(text(Value::Text("00042"), Shape::Other), "00042");
    }

    #[test]
    fn letters_in_quotes_brackets_and_escapes_are_no_clock() {
        for (format, shape) in [
            ("h:mm", Shape::Clock),
            ("mm:ss", Shape::Clock),
            ("[$-409]h:mm AM/PM;@", Shape::Clock),
            ("yyyy\\-mm\\-dd hh:mm", Shape::Other),
            ("d-mmm", Shape::Other),
            ("0\" hours\"", Shape::Other),
            ("General", Shape::Other),
        ] {
            assert_eq!(Shape::of_format(format), shape, "{format}");
        }
    }
}
