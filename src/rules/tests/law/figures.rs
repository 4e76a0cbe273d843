//! Figures that no rule computes with, and the first days of figures, compared with the code by hand.

use crate::rules::figures;
use crate::rules::law::figure::{Figure, Param, day};
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
        // An hour of 50 minutes and a recess of 10; the examinations reviewed every two years, and retaken on two
        // dates in six months; 15 inches at the toes.
        (&params::INSTRUCTION_MINUTES, 50),
        (&params::RECESS_MINUTES, 10),
        (&params::EXAM_REVIEW_YEARS, 2),
        (&params::EXAM_RETAKE_DATES, 2),
        (&params::EXAM_RETAKE_MONTHS, 6),
        (&params::SIT_REACH_TOES, 15),
        // The FAQ: heels eight inches apart, the best of three trials, a firearms course of 4 hours, a roster signed
        // twice a year, payment in the third and fourth week of August. MTU #10: 16 hours a week, 7 days for a module.
        (&params::SIT_REACH_HEELS, 8),
        (&params::SIT_REACH_TRIALS, 3),
        (&params::WAIVER_FIREARMS_HOURS, 4),
        (&params::ROSTER_SIGNATURES, 2),
        (&params::CLAIM_PAID_FROM_WEEK, 3),
        (&params::CLAIM_PAID_TO_WEEK, 4),
        (&params::PART_TIME_ONLINE_HOURS, 16),
        (&params::PART_TIME_MODULE_DAYS, 7),
        // The announcement of the COPS Training Portal.
        (&params::COPS_COURSES, 28),
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
    // 20 Ill. Adm. Code 1720.320 to 1720.350: "Added at 35 Ill. Reg. 21047, effective January 1, 2012".
    begins(&params::HOMICIDE_CERTIFICATE_YEARS, (2012, 1, 1), 4);
    begins(&params::HOMICIDE_RENEWAL_HOURS, (2012, 1, 1), 32);
    begins(&params::HOMICIDE_COURSE_HOURS, (2012, 1, 1), 40);
    begins(&params::HOMICIDE_COURSE_MOST_HOURS, (2012, 1, 1), 50);
    begins(&params::HOMICIDE_COURSE_DAYS, (2012, 1, 1), 7);
    begins(&params::HOMICIDE_RENEWAL_FEE, (2012, 1, 1), 75);
    begins(&params::HOMICIDE_WAIVER_YEARS, (2012, 1, 1), 3);
}

#[test]
fn transitional_certificates_begin_with_their_section() {
    // 1720.90: "Added at 47 Ill. Reg. 9369, effective June 23, 2023".
    let figure = &params::TRANSITIONAL_CERTIFICATE_DAY;
    assert_eq!((figure.on(day(2023, 6, 22)), figure.on(day(2023, 6, 23))), (None, Some(day(2022, 7, 1))));
}

#[test]
fn days_that_the_documents_name_are_figures() {
    let today = day(2026, 11, 21);
    assert_eq!(params::CONDITION_DAY.on(today), Some(day(1976, 1, 1)));
    assert_eq!(params::PART_TIME_FEE_DAY.on(today), Some(day(1999, 7, 1)));
}

#[test]
fn the_board_set_a_pass_mark_until_14_december_2022() {
    for (figure, percent) in [(&params::PASS_MARK_LEAST, 60), (&params::PASS_MARK_MOST, 80)] {
        let around = (figure.on(day(2022, 12, 14)), figure.on(day(2022, 12, 15)));
        assert_eq!(around, (Some(percent), None), "{}", figure.name);
    }
}

#[test]
fn a_reading_is_never_shown_as_a_source() {
    for (figure, words) in [
        (&params::PART_TIME_HOURS_WARNING, "our reading (no source sets a warning)"),
        (&params::ESIGN_WINDOW_MONTHS, "our reading (no source gives an opening day)"),
    ] {
        assert_eq!(figure.rows()[0].source, words, "{}", figure.name);
    }
}

#[test]
fn the_kept_part_of_the_fee_can_be_read() {
    let row = &params::CARRY_KEPT_PART.rows()[0];
    assert_eq!(
        format!("{}: {} {}", row.title, row.value, row.unit),
        "part of the fee kept on an administrative denial, at most: one third of the fee"
    );
}

#[test]
fn figures_of_tables_name_the_cycle_and_the_youngest_age() {
    let rows: Vec<_> = figures().flat_map(|figure| figure.rows()).collect();
    let value = |name: &str| rows.iter().find(|row| row.name == name).map(|row| (row.value.as_str(), row.unit));
    assert_eq!(value("esign-portal-1-years"), Some(("3", "years")));
    assert_eq!(value("esign-statute-3-years"), Some(("3", "years")));
    assert_eq!(value("power-youngest-age"), Some(("20", "years")));
}
