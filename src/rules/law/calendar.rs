//! Days as the law counts them. Every choice about month ends, weekends, working days and freezes is made here.

use crate::finding::Source;
use crate::rules::law::figure;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The statute by which a last day on a Saturday, Sunday or State holiday may be followed by the next open day.
pub const CLOSED_DAY_STATUTE: Source = Source::statute("5 ILCS 70/1.11");

/// Returns the day with the same number `months` calendar months later, or the last day of a shorter month (5 ILCS
/// 70/1.10).
///
/// Always count from the first day: 31 January and two months is 31 March, not the 28th.
pub fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// Returns the day with the same number `months` calendar months earlier, or the last day of a shorter month.
pub fn months_before(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN)
}

/// Returns the same day `years` calendar years later; 29 February becomes the 28th in a common year (5 ILCS 70/1.10).
pub fn years_after(day: NaiveDate, years: u32) -> NaiveDate {
    months_after(day, years.saturating_mul(12))
}

/// Returns the day `days` calendar days later; the first day is not counted, the last is.
pub fn days_after(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

/// Returns the whole years from a birth to a day; `None` before the birth. In common years a birthday on 29 February
/// falls on 1 March.
pub fn age_on(day: NaiveDate, birth: NaiveDate) -> Option<u32> {
    day.years_since(birth)
}

/// Returns the day `days` calendar days earlier; the last day is not counted, the first is.
pub fn days_before(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MIN)
}

/// Returns the last day of a calendar year.
pub fn year_end(year: i32) -> NaiveDate {
    figure::day(year, 12, 31)
}

/// Returns the first day of a calendar year.
pub fn year_start(year: i32) -> NaiveDate {
    figure::day(year, 1, 1)
}

/// The effect of a training freeze on a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freeze {
    /// The deadline moves by this many days; 0 when the freeze lies outside the clock.
    Days(u32),
    /// The clock has been stopped since this day.
    StandsStill(NaiveDate),
    /// An end is recorded without a beginning.
    WithoutBeginning,
}

/// Returns the effect of a freeze (settled 21 and 22). The clock starts on `start` and ends on `deadline` without a
/// freeze.
///
/// Days before the start do not count. A freeze that begins on or before the deadline counts to its end in full; one
/// that begins after it has no effect.
pub fn freeze(
    start: NaiveDate,
    deadline: NaiveDate,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    as_of: NaiveDate,
) -> Freeze {
    match (from, to) {
        (None, None) => Freeze::Days(0),
        (None, Some(_)) => Freeze::WithoutBeginning,
        (Some(from), _) if from > deadline => Freeze::Days(0),
        (Some(from), None) if from > as_of => Freeze::Days(0),
        (Some(from), None) => Freeze::StandsStill(from),
        (Some(from), Some(to)) => Freeze::Days(u32::try_from((to - from.max(start)).num_days()).unwrap_or(0)),
    }
}

/// Returns whether offices are open: the day is no Saturday, Sunday or State holiday.
pub fn is_open(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_holiday(day)
}

/// Returns the next open day when `due` itself is not one ([`CLOSED_DAY_STATUTE`]).
pub fn extended(due: NaiveDate) -> Option<NaiveDate> {
    if is_open(due) { None } else { due.iter_days().skip(1).find(|day| is_open(*day)) }
}

/// Returns the reason why offices are closed on a day: `a Saturday`, `a State holiday`.
pub fn why_closed(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Sat => "a Saturday",
        Weekday::Sun => "a Sunday",
        _ => "a State holiday",
    }
}

/// Returns the `count`th working day after `day`, which is not counted itself. Saturdays, Sundays and State holidays
/// are skipped.
pub fn working_days_after(day: NaiveDate, count: usize) -> NaiveDate {
    day.iter_days().skip(1).filter(|day| is_open(*day)).nth(count.saturating_sub(1)).unwrap_or(NaiveDate::MAX)
}

/// Returns the State's fiscal year of a day, 1 July to 30 June, named by the year in which it ends.
pub fn fiscal_year(day: NaiveDate) -> i32 {
    day.year() + i32::from(day.month() >= 7)
}

/// Returns the last day of the State's fiscal year of this name, 30 June.
pub fn fiscal_year_end(year: i32) -> NaiveDate {
    figure::day(year, 6, 30)
}

/// Returns whether State offices are closed for a holiday on this day (80 Ill. Adm. Code 303.190), moved holidays
/// included.
pub fn is_holiday(day: NaiveDate) -> bool {
    holiday(day).is_some()
}

/// Returns the name of the holiday for which State offices are closed on this day (80 Ill. Adm. Code 303.190), moved
/// holidays included.
pub fn holiday(day: NaiveDate) -> Option<&'static str> {
    // New Year's Day of the next year may be observed on the last day of this one.
    [day.year(), day.year() + 1]
        .into_iter()
        .flat_map(holidays)
        .find(|(observed, _)| *observed == day)
        .map(|(_, name)| name)
}

/// Returns the days on which State offices are closed for the holidays of a year, as observed, with their names.
pub fn holidays(year: i32) -> impl Iterator<Item = (NaiveDate, &'static str)> {
    let fixed = [
        (1, 1, "New Year's Day"),
        (2, 12, "Lincoln's Birthday"),
        (7, 4, "Independence Day"),
        (11, 11, "Veterans Day"),
        (12, 25, "Christmas Day"),
    ]
    .map(|(month, day, name)| {
        let holiday = figure::day(year, month, day);
        let observed = match holiday.weekday() {
            Weekday::Sat => holiday.pred_opt().unwrap_or(holiday),
            Weekday::Sun => holiday.succ_opt().unwrap_or(holiday),
            _ => holiday,
        };
        (observed, name)
    });
    // Juneteenth moves from a Sunday to Monday; from a Saturday it does not move (5 ILCS 490/63).
    let juneteenth = figure::day(year, 6, 19);
    let juneteenth = match juneteenth.weekday() {
        Weekday::Sun => juneteenth.succ_opt().unwrap_or(juneteenth),
        _ => juneteenth,
    };
    let thanksgiving = nth(year, 11, Weekday::Thu, 4);
    let election = nth(year, 11, Weekday::Mon, 1).and_then(|monday| monday.succ_opt()).filter(|_| year % 2 == 0);
    let moving = [
        (nth(year, 1, Weekday::Mon, 3), "Martin Luther King Day"),
        (nth(year, 2, Weekday::Mon, 3), "Washington's Birthday"),
        (last_monday_of_may(year), "Memorial Day"),
        (nth(year, 9, Weekday::Mon, 1), "Labor Day"),
        (nth(year, 10, Weekday::Mon, 2), "Columbus Day"),
        (election, "General Election Day"),
        (thanksgiving, "Thanksgiving Day"),
        (thanksgiving.and_then(|thursday| thursday.succ_opt()), "the day after Thanksgiving"),
    ];
    let moving = moving.into_iter().filter_map(|(day, name)| Some((day?, name)));
    fixed.into_iter().chain([(juneteenth, "Juneteenth")]).chain(moving)
}

fn nth(year: i32, month: u32, weekday: Weekday, count: u8) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(year, month, weekday, count)
}

fn last_monday_of_may(year: i32) -> Option<NaiveDate> {
    nth(year, 5, Weekday::Mon, 5).or_else(|| nth(year, 5, Weekday::Mon, 4))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::law::figure::day;
    use proptest::prelude::*;

    #[test]
    fn months_are_counted_as_mobile_team_10_does() {
        let hired = day(2015, 1, 1);
        assert_eq!(months_after(hired, 6), day(2015, 7, 1));
        assert_eq!(months_after(hired, 18), day(2016, 7, 1));
    }

    #[test]
    fn a_month_end_is_kept_or_clamped() {
        assert_eq!(months_after(day(2025, 8, 31), 6), day(2026, 2, 28));
        assert_eq!(months_after(day(2023, 8, 31), 6), day(2024, 2, 29));
        assert_eq!(months_after(day(2024, 2, 29), 6), day(2024, 8, 29));
        assert_eq!(months_after(day(2024, 2, 29), 12), day(2025, 2, 28));
        assert_eq!(months_after(day(2025, 1, 31), 1), day(2025, 2, 28));
        assert_eq!(months_after(day(2025, 1, 31), 2), day(2025, 3, 31));
        assert_eq!(months_before(day(2026, 1, 31), 12), day(2025, 1, 31));
        assert_eq!(months_before(day(2024, 2, 29), 12), day(2023, 2, 28));
    }

    #[test]
    fn a_birthday_on_29_february_falls_on_1_march_in_common_years() {
        let born = day(2004, 2, 29);
        assert_eq!(age_on(day(2026, 2, 28), born), Some(21));
        assert_eq!(age_on(day(2026, 3, 1), born), Some(22));
        assert_eq!(age_on(day(2024, 2, 28), born), Some(19));
        assert_eq!(age_on(day(2024, 2, 29), born), Some(20));
        assert_eq!(age_on(born, born), Some(0));
        assert_eq!(age_on(day(2004, 2, 28), born), None);
    }

    #[test]
    fn the_holidays_of_2026_as_the_state_observes_them() {
        let mut kept: Vec<_> = holidays(2026).map(|(day, _)| day).collect();
        kept.sort_unstable();
        let expected = [
            day(2026, 1, 1),
            day(2026, 1, 19),
            day(2026, 2, 12),
            day(2026, 2, 16),
            day(2026, 5, 25),
            day(2026, 6, 19),
            day(2026, 7, 3), // 4 July is a Saturday
            day(2026, 9, 7),
            day(2026, 10, 12),
            day(2026, 11, 3), // General Election Day
            day(2026, 11, 11),
            day(2026, 11, 26),
            day(2026, 11, 27),
            day(2026, 12, 25),
        ];
        assert_eq!(kept, expected);
    }

    #[test]
    fn holidays_that_move_and_one_that_does_not() {
        assert!(is_holiday(day(2027, 12, 31)), "1 Jan 2028 is a Saturday, kept the Friday before");
        assert!(is_holiday(day(2021, 12, 31)) && !is_holiday(day(2022, 1, 3)), "1 Jan 2022 was a Saturday");
        assert!(is_holiday(day(2023, 1, 2)), "1 Jan 2023 was a Sunday");
        assert!(is_holiday(day(2022, 6, 20)), "Juneteenth 2022 was a Sunday");
        assert!(!is_holiday(day(2027, 6, 18)), "Juneteenth 2027 is a Saturday and stays there");
        assert!(is_holiday(day(2024, 11, 5)) && !is_holiday(day(2025, 11, 4)), "Election Day in even years only");
        assert!(is_holiday(day(2021, 5, 31)), "a May with five Mondays");
        assert_eq!(holiday(day(2027, 12, 31)), Some("New Year's Day"));
        assert_eq!(holiday(day(2026, 11, 27)), Some("the day after Thanksgiving"));
        assert_eq!(holiday(day(2026, 11, 28)), None);
    }

    #[test]
    fn a_deadline_on_a_closed_day_shows_the_next_open_one() {
        assert_eq!(extended(day(2026, 2, 28)), Some(day(2026, 3, 2)));
        assert_eq!(extended(day(2026, 7, 3)), Some(day(2026, 7, 6)));
        assert_eq!(extended(day(2026, 11, 26)), Some(day(2026, 11, 30)));
        assert_eq!(extended(day(2026, 3, 2)), None);
    }

    #[test]
    fn sixty_working_days_over_thanksgiving_and_christmas() {
        // Received Mon 2 Nov 2026. Open days: Nov 4-6 (3), 9 10 12 13 (4), 16-20 (5), 23-25 (3), 30 (1): 16 in
        // November; December 1-4, 7-11, 14-18, 21-24, 28-31: 22, so 38; January 4-8, 11-15: 48, 19-22: 52 (18th is MLK
        // Day), 25-29: 57; February 1-3: 60. Election Day (3rd) and 1 January are closed too.
        assert_eq!(working_days_after(day(2026, 11, 2), 60), day(2027, 2, 3));
        assert_eq!(working_days_after(day(2026, 11, 20), 1), day(2026, 11, 23));
    }

    #[test]
    fn a_fiscal_year_ends_in_june() {
        assert_eq!(fiscal_year(day(2026, 6, 30)), 2026);
        assert_eq!(fiscal_year(day(2026, 7, 1)), 2027);
    }

    #[test]
    fn freezes_at_their_edges() {
        let (start, deadline, today) = (day(2026, 1, 1), day(2026, 7, 1), day(2026, 11, 1));
        let work = |from, to| freeze(start, deadline, from, to, today);
        assert_eq!(work(None, None), Freeze::Days(0));
        assert_eq!(work(Some(day(2026, 2, 1)), Some(day(2026, 3, 1))), Freeze::Days(28));
        assert_eq!(work(Some(day(2025, 12, 1)), Some(day(2026, 1, 11))), Freeze::Days(10), "only after the start");
        assert_eq!(work(Some(day(2025, 11, 1)), Some(day(2025, 12, 1))), Freeze::Days(0), "over before the start");
        assert_eq!(work(Some(deadline), Some(day(2026, 7, 31))), Freeze::Days(30), "begun on the deadline");
        assert_eq!(work(Some(day(2026, 7, 2)), Some(day(2026, 7, 31))), Freeze::Days(0), "begun after it");
        assert_eq!(work(Some(day(2026, 5, 1)), None), Freeze::StandsStill(day(2026, 5, 1)));
        assert_eq!(work(Some(day(2026, 7, 2)), None), Freeze::Days(0));
        assert_eq!(freeze(start, deadline, Some(day(2026, 5, 1)), None, day(2026, 4, 1)), Freeze::Days(0), "planned");
        assert_eq!(work(None, Some(day(2026, 5, 1))), Freeze::WithoutBeginning);
    }

    proptest! {
        #![proptest_config(crate::property_tests())]

        #[test]
        fn months_never_skip_a_month_and_keep_the_day_number(days in 0u64..110_000, months in 0u32..600) {
            let from = day(1900, 1, 1) + Days::new(days);
            let to = months_after(from, months);
            let whole = |day: NaiveDate| day.year() * 12 + day.month0() as i32;
            prop_assert_eq!(whole(to) - whole(from), months as i32);
            let last_of_its_month = to.succ_opt().is_some_and(|next| next.day() == 1);
            prop_assert!(to.day() == from.day() || (to.day() < from.day() && last_of_its_month));
        }

        #[test]
        fn an_extension_is_the_first_open_day_after(days in 0u64..110_000) {
            let due = day(1900, 1, 1) + Days::new(days);
            match extended(due) {
                None => prop_assert!(is_open(due)),
                Some(later) => {
                    prop_assert!(is_open(later) && !is_open(due));
                    prop_assert!(due.iter_days().take_while(|day| *day < later).all(|day| !is_open(day)));
                    prop_assert!((later - due).num_days() <= 5);
                }
            }
        }
    }
}
