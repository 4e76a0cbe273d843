//! Reads the text of a cell as a count, a measure, an amount of money or a run time.

use crate::input::clock::split_time;
use crate::input::column::{Cell, ColumnSpec, Reading, Unit};
use crate::input::no_day::is_placeholder;
use crate::input::remarks::Remark;
use crate::values::decimal::{Decimal, whole_number};
use crate::values::money::{Cents, Rate};
use crate::values::run_time::RunTime;

impl<'a> Cell<'a> for u32 {
    const EXPECTED: &'static str = "a whole number, such as 30";

    /// Reads a whole number; the `.0` of a spreadsheet is passed over (settled 169 and 265).
    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        u32::try_from(whole_number(text.strip_suffix(".0").unwrap_or(text))?).ok()
    }

    /// Reads a count without the column's own unit behind it (settled 183).
    fn read_in(text: &'a str, how: &Reading, column: &ColumnSpec) -> Option<Self> {
        Self::read(column.unit.map_or(text, |unit| unit.without(text)), how)
    }
}

impl<'a> Cell<'a> for Decimal {
    const EXPECTED: &'static str = "a number, such as 1560 or 14.5";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        Self::read(text)
    }

    /// Reads a number without the column's own unit behind it (settled 183); inches may end in a fraction.
    fn read_in(text: &'a str, _: &Reading, column: &ColumnSpec) -> Option<Self> {
        match column.unit {
            None => Self::read(text),
            Some(unit) => {
                let number = unit.without(text);
                Self::read(number).or_else(|| if unit == Unit::Inches { inches(number) } else { None })
            }
        }
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

    fn read(text: &'a str, how: &Reading) -> Option<Self> {
        Self::read(text).or_else(|| run_of_a_spreadsheet(text, how))
    }

    fn why_not(text: &str, _: bool) -> Option<String> {
        if let Some(run) = text.strip_prefix("0.").and_then(|_| run_of_a_day(text)) {
            return Some(format!(
                "it is a spreadsheet's part of a day ({run}); format the column as text and type the run"
            ));
        }
        let (minutes, seconds) = text.split_once(['.', ';', '-', ',', ' ']).or_else(|| {
            text.split_at_checked(text.len().checked_sub(2)?).filter(|(minutes, _)| (1..=2).contains(&minutes.len()))
        })?;
        let run = RunTime::read(&format!("{minutes}:{seconds}"))?;
        Some(format!("minutes and seconds are parted by a colon: {run}"))
    }
}

/// Returns the run that a part of a day is, as a spreadsheet stores a clock time.
fn run_of_a_day(text: &str) -> Option<RunTime> {
    /// Places behind the point that are read.
    const PLACES: usize = 9;
    let digits: String = text.strip_prefix("0.")?.chars().chain(std::iter::repeat('0')).take(PLACES).collect();
    let seconds = (whole_number(&digits)? * 86_400 + 500_000_000) / 1_000_000_000;
    RunTime::read(&format!("{}:{:02}", seconds / 60, seconds % 60))
}

/// Reads `12m48s`, `12 min 48 sec`, `12:48 min` and `PT12M48S`: the letters say what the numbers are.
fn run_with_units(text: &str) -> Option<RunTime> {
    let small = text.to_ascii_lowercase();
    let bare = small.strip_prefix("pt").unwrap_or(&small);
    let end = |text: &'_ str, words: &[&str]| -> Option<String> {
        words.iter().find_map(|word| text.strip_suffix(word)).map(|text| text.trim_end().to_owned())
    };
    const MINUTES: [&str; 5] = ["minutes", "mins", "min.", "min", "m"];
    if let Some(run) = end(bare, &MINUTES).filter(|run| run.contains(':')) {
        return RunTime::read(&run);
    }
    let number = end(bare, &["seconds", "secs", "sec.", "sec", "s"])?;
    let front = number.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let seconds = &number[front.len()..];
    let minutes = end(front.trim_end(), &MINUTES)?;
    let places = seconds.split_once('.').map_or(seconds.len(), |(whole, _)| whole.len());
    RunTime::read(&format!("{minutes}:{}{seconds}", if places == 1 { "0" } else { "" }))
}

/// Reads `0:12:48`, `12'48"` and, counted for a note, `12:48:00` and `12:48:00 AM`: hours that nobody runs (settled
/// 168, 227 and 255). `2:34 PM` is 14:34, which a spreadsheet took for a clock time; `1/0/1900 0:12:48` has the day
/// that it puts before one.
fn run_of_a_spreadsheet(text: &str, how: &Reading) -> Option<RunTime> {
    if let Some((day, time)) = split_time(text) {
        return if is_placeholder(day, how) {
            RunTime::read(time).or_else(|| run_of_a_spreadsheet(time, how))
        } else {
            None
        };
    }

    if let Some((minutes, seconds)) = text.split_once(['\'', '\u{2032}', '\u{2019}']) {
        let seconds = seconds.trim_end_matches(['"', '\u{2033}', '\u{201d}', '\'']);
        return RunTime::read(&format!("{minutes}:{seconds}"));
    }
    if let Some(run) = run_with_units(text) {
        return Some(run);
    }
    let half = ["AM", "am", "PM", "pm"].into_iter().find(|half| text.ends_with(half));
    let clock = half.map_or(text, |half| text[..text.len() - half.len()].trim_end());
    let (first, rest) = clock.split_once(':')?;
    let is_midnight =
        matches!(first, "0" | "00") || half.is_some_and(|half| half.eq_ignore_ascii_case("AM")) && first == "12";
    if let Some(run) =
        RunTime::read(rest).filter(|_| is_midnight && rest.contains(':') && !(half.is_some() && rest.ends_with(":00")))
    {
        if half.is_some() {
            how.remarks.count(Remark::RunWithHours, text);
        }
        return Some(run);
    }
    let minutes_and_seconds = match clock.strip_suffix(":00") {
        Some(minutes_and_seconds) => minutes_and_seconds,
        None if half.is_some() => clock,
        None => return None,
    };
    let afternoon = half.filter(|half| half.eq_ignore_ascii_case("PM")).and_then(|_| {
        let minutes = whole_number(first).filter(|hour| (1..=11).contains(hour))? + 12;
        Some(format!("{minutes}:{}", minutes_and_seconds.split_once(':')?.1))
    });
    let run = RunTime::read(afternoon.as_deref().unwrap_or(minutes_and_seconds));
    let run = run.filter(|_| !minutes_and_seconds.contains('.'))?;
    how.remarks.count(Remark::RunWithHours, text);
    Some(run)
}

/// Reads inches with a fraction: `16 1/2`, `16-1/2`, `16½` (settled 169 and 265).
fn inches(text: &str) -> Option<Decimal> {
    let (whole, numerator, denominator) = match text.char_indices().next_back() {
        Some((at, sign)) if !sign.is_ascii() => {
            let (_, numerator, denominator) = FRACTIONS.iter().find(|(known, ..)| *known == sign)?;
            (text[..at].trim_end(), *numerator, *denominator)
        }
        _ => {
            let (front, denominator) = text.split_once(['/', '\u{2044}'])?;
            let (whole, numerator) = front.rsplit_once([' ', '-'])?;
            (whole.trim_end(), whole_number(numerator)?, whole_number(denominator)?)
        }
    };
    // Millionths are exact for every fraction that a ruler has; thirds are cut.
    let millionths = (numerator < denominator && numerator > 0).then(|| numerator * 1_000_000 / denominator)?;
    Decimal::read(&format!("{}.{millionths:06}", whole_number(whole)?))
}

/// Fractions of one character.
const FRACTIONS: [(char, u64, u64); 9] = [
    ('½', 1, 2),
    ('¼', 1, 4),
    ('¾', 3, 4),
    ('⅛', 1, 8),
    ('⅜', 3, 8),
    ('⅝', 5, 8),
    ('⅞', 7, 8),
    ('⅓', 1, 3),
    ('⅔', 2, 3),
];

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    /// Reads a cell in a column of the roster or of a POWER sheet; also returns the number of notes.
    fn in_column<'a, Kind: Cell<'a>>(column: &str, text: &'a str) -> (Option<Kind>, usize) {
        let how = Reading::on(NaiveDate::MIN);
        let mut kinds = crate::model::KINDS.iter().flat_map(|kind| kind.specs);
        let value = Kind::read_in(text, &how, kinds.find(|spec| spec.name == column).unwrap());
        (value, how.remarks.notes("r.csv", false).len())
    }

    #[test]
    fn counts_and_measures_as_spreadsheets_and_people_write_them() {
        // Settled 169, 183 and 265.
        assert_eq!(in_column::<u32>("sit_ups", "41.0").0, Some(41));
        for text in ["41.00", "41.5", "41 in"] {
            assert_eq!(in_column::<u32>("sit_ups", text).0, None, "{text}");
        }
        let number = |column, text| in_column::<Decimal>(column, text).0.map(|number| number.to_string());
        for (text, expected) in [
            ("16.5", Some("16.5")),
            ("16.5 in", Some("16.5")),
            ("16 1/2", Some("16.5")),
            ("16-1/2", Some("16.5")),
            ("16½", Some("16.5")),
            ("16 ½\"", Some("16.5")),
            ("16 3/2", None),
            ("16 0/2", None),
            ("16 1/0", None),
            ("½", None),
            ("16.5 lb", None),
            ("16 1\u{2044}2", Some("16.5")),
        ] {
            assert_eq!(number("sit_reach", text).as_deref(), expected, "{text}");
        }
        assert_eq!(number("body_weight", "182 lbs").as_deref(), Some("182"));
        assert_eq!(number("bench_press", "185LB").as_deref(), Some("185"));
        assert_eq!(number("body_weight", "82 kg"), None);
        assert_eq!(number("hours_year", "12 in"), None);
    }

    #[test]
    fn a_count_may_have_its_unit_behind_it() {
        // Settled 183.
        for (column, text, expected) in [
            ("sit_ups", "41 reps", Some(41)),
            ("sit_ups", "41.0", Some(41)),
            ("age", "25 yrs", Some(25)),
            ("age", "25 reps", None),
            ("sit_ups", "41 lbs", None),
            ("sit_ups", "reps", None),
        ] {
            assert_eq!(in_column::<u32>(column, text).0, expected, "{text}");
        }
    }

    #[test]
    fn a_run_is_read_as_a_spreadsheet_writes_it() {
        // Settled 168, 227 and 255.
        for (text, run, noted) in [
            ("0:12:48", Some("12:48"), 0),
            ("00:12:48", Some("12:48"), 0),
            ("0:12:48.5", Some("12:48.5"), 0),
            ("12'48\"", Some("12:48"), 0),
            ("12:48:00", Some("12:48"), 1),
            ("12:48:00 AM", Some("12:48"), 1),
            ("1:14:00", Some("1:14"), 1),
            ("12:48:30", None, 0),
            ("12:12:48 AM", Some("12:48"), 1),
            ("0:12:48 AM", Some("12:48"), 1),
            ("12:48 AM", Some("12:48"), 1),
            ("12:48 PM", Some("12:48"), 1),
            ("2:34 PM", Some("14:34"), 1),
            ("2:34:00 PM", Some("14:34"), 1),
            ("1/0/1900 0:12:48", Some("12:48"), 0),
            ("1899-12-30 00:12:48", Some("12:48"), 0),
            ("2026-06-06 0:12:48", None, 0),
            ("12m48s", Some("12:48"), 0),
            ("12 min 48 sec", Some("12:48"), 0),
            ("12m 8.5s", Some("12:08.5"), 0),
            ("12:48 min", Some("12:48"), 0),
            ("PT12M48S", Some("12:48"), 0),
            ("12m", None, 0),
            ("48s", None, 0),
            ("12 min 75 sec", None, 0),
            ("17.38", None, 0),
            ("0:00:00", None, 0),
            ("0:48", Some("0:48"), 0),
        ] {
            let (found, notes) = in_column::<RunTime>("run", text);
            assert_eq!((found.map(|run| run.to_string()).as_deref(), notes), (run, noted), "{text}");
        }
        for text in ["17.38", "1738", "17-38", "17;38", "17 38"] {
            assert!(<RunTime as Cell>::why_not(text, true).unwrap().ends_with("17:38"), "{text}");
        }
        // 768 seconds are 0.008888… of a day.
        assert!(<RunTime as Cell>::why_not("0.00888889", true).unwrap().contains("part of a day (12:48)"));
        assert_eq!(<RunTime as Cell>::why_not("768", true), None);
    }
}
