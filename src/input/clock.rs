//! Reads clock times, alone and behind a day.

use chrono::NaiveTime;

/// Splits a cell before its clock time: the hour before the first colon, after a blank or after a T behind a digit (the
/// T of OCT is none).
pub(crate) fn split_time(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let colon = bytes.iter().position(|byte| *byte == b':')?;
    let hour = bytes[..colon].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let begins = colon.checked_sub(hour)?;
    let separator = bytes.get(begins.checked_sub(1)?)?;
    let after_digit = || begins >= 2 && bytes[begins - 2].is_ascii_digit();
    let is_separated = *separator == b' ' || (matches!(separator, b'T' | b't') && after_digit());
    is_separated.then(|| (text[..begins - 1].trim_end(), &text[begins..]))
}

/// A clock time as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClockTime {
    /// The time, without regard to the offset.
    pub(crate) time: NaiveTime,
    /// True when an offset or Z stands behind it.
    pub(crate) has_offset: bool,
}

/// Reads `9:05`, `10:00:30`, `9:05 AM`, and behind any of these a fraction of a second, Z, an offset or the name of a
/// zone.
pub(crate) fn read_clock_time(text: &str) -> Option<ClockTime> {
    let text = text.trim();
    let clock = text.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.')).count();
    let (clock, rest) = text.split_at(clock);
    let (rest, half) = half_of_day(rest.trim_start());
    let has_offset = !rest.is_empty();
    if has_offset && !is_zone(rest) {
        return None;
    }
    let (whole, fraction) = clock.split_once('.').map_or((clock, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut parts = whole.split(':');
    let (hours, minutes) = (digits(parts.next()?, 1..=2)?, digits(parts.next()?, 2..=2)?);
    let seconds = parts.next();
    // Some databases put a colon before the thousandths.
    let fraction = fraction.or_else(|| parts.next().filter(|thousandths| thousandths.len() == 3));
    let is_fraction = |fraction: &str| !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    if parts.next().is_some() || fraction.is_some_and(|fraction| seconds.is_none() || !is_fraction(fraction)) {
        return None;
    }
    let seconds = seconds.map_or(Some(0), |seconds| digits(seconds, 2..=2))?;
    let hours = match half {
        None => hours,
        Some(_) if !(1..=12).contains(&hours) => return None,
        Some(afternoon) => hours % 12 + if afternoon { 12 } else { 0 },
    };
    Some(ClockTime { time: NaiveTime::from_hms_opt(hours, minutes, seconds)?, has_offset })
}

/// Splits `AM` or `PM` from the front; true is the afternoon.
fn half_of_day(text: &str) -> (&str, Option<bool>) {
    for (word, afternoon) in [("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)] {
        if let Some((front, rest)) = text.split_at_checked(word.len())
            && front.eq_ignore_ascii_case(word)
        {
            return (rest.trim_start(), Some(afternoon));
        }
    }
    (text, None)
}

/// The names of zones that stand behind clock times: those of Illinois and of the world.
const ZONES: [&str; 5] = ["UTC", "GMT", "CST", "CDT", "CT"];

/// Returns whether a text is a zone: Z, an offset, a name, a name with an offset; with a remark in brackets behind it.
fn is_zone(text: &str) -> bool {
    let words = text.split(['(', '[']).next().unwrap_or_default();
    let is_one = |word: &str| {
        let name = ZONES.iter().find(|name| word.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name)));
        let offset = name.map_or(word, |name| &word[name.len()..]);
        name.is_some() && offset.is_empty() || is_offset(offset)
    };
    !words.trim().is_empty() && words.split_whitespace().all(is_one)
}

/// Returns whether a text is Z or an offset such as `-06:00`, `+0530` or `-06`.
fn is_offset(text: &str) -> bool {
    if text.eq_ignore_ascii_case("z") {
        return true;
    }
    let Some(offset) = text.strip_prefix(['+', '-']) else { return false };
    let (hours, minutes) = match offset.split_once(':') {
        Some(parts) => parts,
        None => offset.split_at_checked(2).unwrap_or_default(),
    };
    digits(hours, 2..=2).is_some_and(|hours| hours < 24)
        && (minutes.is_empty() || digits(minutes, 2..=2).is_some_and(|minutes| minutes < 60))
}

/// Reads a number of so many digits.
pub(crate) fn digits(text: impl AsRef<[u8]>, length: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let digits = text.as_ref();
    if !length.contains(&digits.len()) {
        return None;
    }
    digits.iter().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
}
