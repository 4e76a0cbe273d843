//! Figures that no rule computes with, and the first days of figures, compared with the code by hand.

use crate::rules::law::figure::{Param, day};
use crate::rules::law::params;

#[test]
fn figures_that_no_rule_computes_with_match_the_code() {
    // 20 Ill. Adm. Code 1720: a course of 40 to 50 hours within seven consecutive days, at most $75 for a renewal,
    // three years of service for a waiver. Three and a half hours for the comprehensive examination.
    for (figure, value) in [
        (&params::HOMICIDE_COURSE_HOURS, 40),
        (&params::HOMICIDE_COURSE_MOST_HOURS, 50),
        (&params::HOMICIDE_COURSE_DAYS, 7),
        (&params::HOMICIDE_RENEWAL_FEE, 75),
        (&params::HOMICIDE_WAIVER_YEARS, 3),
        (&params::EXAM_MINUTES, 210),
    ] {
        assert_eq!(figure.on(day(2026, 11, 21)), Some(value), "{}", figure.name);
    }
}

#[test]
fn a_figure_begins_on_its_first_day() {
    let begins = |figure: &Param<u32>, first: (i32, u32, u32), value| {
        let first = day(first.0, first.1, first.2);
        assert_eq!((figure.on(first.pred_opt().unwrap()), figure.on(first)), (None, Some(value)), "{}", figure.name);
    };
    begins(&params::COURSE_PASSING_PERCENT, (2006, 4, 11), 70);
    begins(&params::FIREARM_LEAST_CAPACITY, (2006, 4, 11), 5);
    begins(&params::COMPREHENSIVE_PERCENT, (2022, 12, 15), 66);
    begins(&params::EQUIVALENCY_PERCENT, (2022, 12, 15), 66);
    begins(&params::EQUIVALENCY_ATTEMPTS, (2022, 12, 15), 3);
}
