//! Every scalar that the law sets for a roster, with its source. A change of law is a new dated line; no line is edited.

use super::law::{Dated, Figure, Param, day};
use crate::finding::Source;
use chrono::NaiveDate;

/// The day on which the figures were last held against their sources.
pub const LAST_CHECKED: NaiveDate = day(2026, 11, 21);

/// Declares figures, and the list of all of them.
macro_rules! figures {
    ($($(#[$doc:meta])* $NAME:ident: $kind:ty = $name:literal, $title:literal, $unit:literal, [$($dated:expr),+];)+) => {
        $($(#[$doc])* pub static $NAME: Param<$kind> = Param { name: $name, title: $title, unit: $unit, history: &[$($dated),+] };)+

        /// Every figure, in the order of the law.
        pub static ALL: &[&dyn Figure] = &[$(&$NAME),+];
    };
}

figures! {
    /// Time to be awarded the certificate of basic training after the initial full-time employment.
    BASIC_TRAINING_MONTHS: u32 = "basic-training-months", "basic training after initial full-time employment", "months",
        [Dated::undated(6, Source::code("1720.20(f)"))];
    /// The longest extension beyond the six-month day.
    BASIC_TRAINING_EXTENSION_DAYS: u32 = "basic-training-extension-days", "longest extension of basic training", "days",
        [Dated::undated(90, Source::statute("50 ILCS 705/8.1(a)"))];
    /// The day whose active, never certificated officers may ask for a transitional certificate.
    TRANSITIONAL_CERTIFICATE_DAY: NaiveDate = "transitional-certificate-day", "actively employed on this day, never certificated", "day",
        [Dated::undated(day(2022, 7, 1), Source::code("1720.90(a)"))];

    /// Time to pass POWER after the original part-time hire.
    PART_TIME_POWER_MONTHS: u32 = "part-time-power-months", "POWER test after original part-time hire", "months",
        [Dated::undated(6, Source::mtu10("original date of hire"))];
    /// Time to be enrolled after the original part-time hire.
    PART_TIME_ENROLLMENT_MONTHS: u32 = "part-time-enrollment-months", "enrolment after original part-time hire", "months",
        [Dated::undated(6, Source::mtu10("original date of hire"))];
    /// Time to complete part-time basic training after the original part-time hire.
    PART_TIME_TRAINING_MONTHS: u32 = "part-time-training-months", "part-time basic training after original part-time hire", "months",
        [Dated::undated(18, Source::mtu10("original date of hire"))];
    /// The most hours a part-time certified officer may work in a calendar year.
    PART_TIME_HOURS: u32 = "part-time-hours", "hours of a part-time certified officer in a calendar year", "hours",
        [Dated::undated(1560, Source::faq("part-time hours"))];
    /// The share of the part-time hours from which muster warns; a choice of this project, not of the law.
    PART_TIME_HOURS_WARNING: u32 = "part-time-hours-warning", "share of the part-time hours from which muster warns (its own choice)", "percent",
        [Dated::undated(90, Source::faq("part-time hours"))];

    /// Years out of law enforcement from which a law course is directed.
    LAW_COURSE_YEARS: u32 = "law-course-years", "break in service that calls for a law course", "years",
        [Dated::undated(3, Source::faq("break in service"))];
    /// Years out of law enforcement from which the Executive Director may set any requirement.
    DISCRETION_YEARS: u32 = "discretion-years", "break in service left to the Executive Director", "years",
        [Dated::undated(10, Source::mtu10("break in service"))];
    /// Length of "Law for Police".
    LAW_COURSE_HOURS: u32 = "law-course-hours", "length of Law for Police", "hours",
        [Dated::undated(40, Source::mtu10("break in service"))];
    /// From this day prior training is answered by a reactivation of the certificate, before it by a waiver.
    REACTIVATION_DAY: NaiveDate = "reactivation-day", "from this day a reactivation replaces the basic-training waiver", "day",
        [Dated::undated(day(2022, 7, 1), Source::statute("50 ILCS 705/8.1"))];

    /// Days before the course within which POWER must have been passed.
    POWER_VALID_DAYS: u32 = "power-valid-days", "POWER test before the course starts", "days",
        [Dated::undated(45, Source::faq("POWER test and physical examination"))];
    /// Hours after the end of the first test from which a retest may begin.
    POWER_RETEST_OPENS_HOURS: u32 = "power-retest-opens-hours", "POWER retest, earliest after the end of the first test", "hours",
        [Dated::undated(48, Source::code("1720.30(i)"))];
    /// Hours after the end of the first test until which a retest may begin.
    POWER_RETEST_CLOSES_HOURS: u32 = "power-retest-closes-hours", "POWER retest, latest after the end of the first test", "hours",
        [Dated::undated(72, Source::code("1720.30(i)"))];
    /// The oldest age that has POWER standards of its own; older people are held to them.
    POWER_OLDEST_AGE: u32 = "power-oldest-age", "POWER standards: older people are tested as at this age", "years",
        [Dated::undated(59, Source::faq("POWER test above age 59"))];
    /// First day after the emergency rule with the POWER standards had lapsed.
    POWER_LAPSE_FROM: NaiveDate = "power-lapse-from", "first day after the emergency rule with the POWER standards", "day",
        [Dated::undated(day(2023, 5, 14), Source::code("1720.Appendix A; 47 Ill. Reg. 216"))];
    /// Last day before the permanent rule with the POWER standards.
    POWER_LAPSE_UNTIL: NaiveDate = "power-lapse-until", "last day before the permanent rule with the POWER standards", "day",
        [Dated::undated(day(2023, 6, 22), Source::code("1720.Appendix A; 47 Ill. Reg. 9369"))];
    /// Days before the course within which the physical examination must lie.
    PHYSICAL_EXAM_VALID_DAYS: u32 = "physical-exam-valid-days", "physical examination before the course starts", "days",
        [Dated::undated(60, Source::faq("POWER test and physical examination"))];
    /// Days before the course within which the agency's written certification must lie.
    ENTRANCE_CERTIFICATION_DAYS: u32 = "entrance-certification-days", "written certification before the course starts", "days",
        [Dated::undated(30, Source::code("1720.35(c)"))];

    /// The months up to and including the due day in which a portal signature counts for it.
    ESIGN_WINDOW_MONTHS: u32 = "esign-window-months", "portal signature before its due day (a reading: no source gives an opening day)", "months",
        [Dated::undated(12, Source::portal("e-sign"))];
    /// Hands-on hours of scenario-based training.
    SCENARIO_HOURS: u32 = "scenario-hours", "hands-on scenario-based training in three years", "hours",
        [Dated::undated(12, Source::statute("50 ILCS 705/10.6"))];
    /// Yearly training of chiefs, deputy chiefs and sheriffs.
    EXECUTIVE_HOURS: u32 = "executive-hours", "approved training of a chief, deputy chief or sheriff in a calendar year", "hours",
        [Dated::undated(20, Source::code("1720.70"))];
    /// The Board's first notice; also the default of `--warn-days`.
    FIRST_NOTICE_DAYS: u32 = "first-notice-days", "first notice before a due day", "days",
        [Dated::undated(60, Source::portal("notices"))];

    /// Share of the rounds that must hit for the course of fire to be passed.
    COURSE_PASSING_PERCENT: u32 = "course-passing-percent", "hits needed to pass the course of fire, of its rounds", "percent",
        [Dated { from: Some(day(2006, 4, 11)), until: None, value: 70, source: Source::code("1720.Appendix C(2)") }];
    /// Rounds that a firearm must at least hold for the course of fire.
    FIREARM_LEAST_CAPACITY: u32 = "firearm-least-capacity", "rounds that a firearm must hold for the course of fire", "rounds",
        [Dated { from: Some(day(2006, 4, 11)), until: None, value: 5, source: Source::code("1720.Appendix C(1)") }];
    /// Time within which the course of fire must be fired again.
    FIREARMS_CURRENCY_MONTHS: u32 = "firearms-currency-months", "course of fire after the last time", "months",
        [Dated::undated(12, Source::other_code("20 Ill. Adm. Code 1730.20(b)(1)"))];
}
