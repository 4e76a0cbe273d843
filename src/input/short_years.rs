//! Years of two digits that are not read, because the day may lie ahead (settled 166).

use crate::input::column::{ColumnSpec, Reading, Role};
use chrono::{Months, NaiveDate};

/// The years for which a day that has happened may lie back: no officer in service was hired earlier.
const PAST: u32 = 90;
/// The years for which a day that may be planned can lie back. Further back, the same day a century later is nearer to
/// the day asked about.
const PLANNED: u32 = 50;

/// Returns whether a day was read from a year of two digits, and lies so far back that a day ahead may be meant. Birth
/// dates lie back as far as they do. `is_short`: whether the year has two digits.
pub(crate) fn may_lie_ahead(
    day: NaiveDate,
    how: &Reading,
    column: &ColumnSpec,
    is_short: impl FnOnce() -> bool,
) -> bool {
    let years = match column.role {
        Role::BirthDate => return false,
        _ if column.past => PAST,
        _ => PLANNED,
    };
    how.two_digit_years
        && how.as_of.checked_sub_months(Months::new(12 * years)).is_some_and(|first| day < first)
        && is_short()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::cells::Cell;
    use crate::model::officer::Column;
    use crate::model::power_test;
    use crate::values::moment::Moment;

    fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    fn how() -> Reading {
        Reading { two_digit_years: true, ..Reading::on(day(2026, 11, 21).unwrap()) }
    }

    #[test]
    fn a_short_year_is_not_pushed_back_a_hundred_years() {
        let read = |column: Column, text| NaiveDate::read_in(text, &how(), &Column::SPECS[column as usize]);
        for (column, text, expected) in [
            // What has happened may lie 90 years back to the day.
            (Column::HireDate, "11/21/26", day(2026, 11, 21)),
            (Column::HireDate, "11/22/26", None),
            (Column::HireDate, "12/7/26 0:00", None),
            (Column::HireDate, "11/20/36", None),
            (Column::HireDate, "11/21/36", day(1936, 11, 21)),
            (Column::HireDate, "11/22/1926", day(1926, 11, 22)),
            // What may be planned, 50.
            (Column::CourseStart, "12/7/26", None),
            (Column::Separated, "12/31/26", None),
            (Column::Separated, "6/30/24", day(2024, 6, 30)),
            (Column::Separated, "11/20/76", None),
            (Column::Separated, "11/21/76", day(1976, 11, 21)),
            (Column::FreezeTo, "07-DEC-26", None),
            (Column::CourseStart, "12/7/2026", day(2026, 12, 7)),
            // A birth date lies back as far as it does.
            (Column::BirthDate, "11/22/26", day(1926, 11, 22)),
        ] {
            assert_eq!(read(column, text), expected, "{column:?} {text}");
        }
        let end = &power_test::Column::SPECS[power_test::Column::TestEnd as usize];
        assert_eq!(Moment::read_in("11/22/26 10:00", &how(), end), None);
        assert!(Moment::read_in("11/20/26 10:00", &how(), end).is_some());
    }
}
