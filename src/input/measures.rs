//! Reads the text of a cell as a count, a measure, an amount of money or a run time.

use crate::input::column::{Cell, ColumnSpec, Reading, Unit};
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
        let (minutes, seconds) = text.split_once('.')?;
        let is_decimal = [minutes, seconds].into_iter().all(|part| whole_number(part).is_some()) && seconds.len() == 2;
        is_decimal.then(|| format!("minutes and seconds are parted by a colon: {minutes}:{seconds}"))
    }
}

/// Reads `0:12:48`, `12'48"` and, counted for a note, `12:48:00` and `12:48:00 AM`: hours that nobody runs (settled
/// 168, 227 and 255).
fn run_of_a_spreadsheet(text: &str, how: &Reading) -> Option<RunTime> {
    if let Some((minutes, seconds)) = text.split_once(['\'', '\u{2032}', '\u{2019}']) {
        let seconds = seconds.trim_end_matches(['"', '\u{2033}', '\u{201d}', '\'']);
        return RunTime::read(&format!("{minutes}:{seconds}"));
    }
    let clock = ["AM", "am"].iter().find_map(|half| text.strip_suffix(half)).map_or(text, str::trim_end);
    let (first, rest) = clock.split_once(':')?;
    if matches!(first, "0" | "00") && clock == text {
        return RunTime::read(rest).filter(|_| rest.contains(':'));
    }
    let minutes_and_seconds = clock.strip_suffix(":00")?;
    let run = RunTime::read(minutes_and_seconds).filter(|_| !minutes_and_seconds.contains('.'))?;
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
            let (front, denominator) = text.split_once('/')?;
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
        ] {
            assert_eq!(number("sit_reach", text).as_deref(), expected, "{text}");
        }
        assert_eq!(number("body_weight", "182 lbs").as_deref(), Some("182"));
        assert_eq!(number("bench_press", "185LB").as_deref(), Some("185"));
        assert_eq!(number("body_weight", "82 kg"), None);
        assert_eq!(number("hours_year", "12 in"), None);
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
            ("17.38", None, 0),
            ("0:00:00", None, 0),
            ("0:48", Some("0:48"), 0),
        ] {
            let (found, notes) = in_column::<RunTime>("run", text);
            assert_eq!((found.map(|run| run.to_string()).as_deref(), notes), (run, noted), "{text}");
        }
        assert!(<RunTime as Cell>::why_not("17.38", true).unwrap().ends_with("17:38"));
    }
}
