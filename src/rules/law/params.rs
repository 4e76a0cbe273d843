//! Every single value that the law sets, with its source. A change of law is a new dated line; no line is edited.

use crate::finding::Source;
use crate::rules::law::figure::{Dated, Figure, Param, Part, day};
use chrono::NaiveDate;

/// Declares figures, and the list of all of them.
macro_rules! figures {
    ($(
        $(#[$doc:meta])*
        $NAME:ident: $kind:ty = $name:literal,
            $title:literal, $unit:literal,
            [$($dated:expr),+];
    )+) => {
        $(
            $(#[$doc])*
            pub static $NAME: Param<$kind> = Param { name: $name, title: $title, unit: $unit, history: &[$($dated),+] };
        )+

        /// Every figure, in the order of the law.
        pub static ALL: &[&dyn Figure] = &[$(&$NAME),+];
    };
}

/// The day on which 20 Ill. Adm. Code 1720 Subpart D, lead homicide investigators, was added. No section of it has been
/// amended since.
const SUBPART_D: NaiveDate = day(2012, 1, 1);

figures! {
    /// Time to be awarded the certificate of basic training after the initial full-time employment.
    BASIC_TRAINING_MONTHS: u32 = "basic-training-months",
        "basic training after initial full-time employment", "months",
        [Dated::undated(6, Source::code("1720.20(f)"))];
    /// The longest extension beyond the six-month day.
    BASIC_TRAINING_EXTENSION_DAYS: u32 = "basic-training-extension-days",
        "longest extension of basic training", "days",
        [Dated::undated(90, Source::statute("50 ILCS 705/8.1(a); 20 Ill. Adm. Code 1720.20(f)"))];
    /// The day whose active, never certificated officers may ask for a transitional certificate.
    TRANSITIONAL_CERTIFICATE_DAY: NaiveDate = "transitional-certificate-day",
        "actively employed on this day, never certificated", "day",
        [Dated::since(day(2023, 6, 23), day(2022, 7, 1), Source::code("1720.90(a)"))];

    /// Time to pass POWER after the original part-time hire.
    PART_TIME_POWER_MONTHS: u32 = "part-time-power-months",
        "POWER test after original part-time hire", "months",
        [Dated::undated(6, Source::mtu10("original date of hire"))];
    /// Time to be enrolled after the original part-time hire.
    PART_TIME_ENROLLMENT_MONTHS: u32 = "part-time-enrollment-months",
        "enrollment after original part-time hire", "months",
        [Dated::undated(6, Source::mtu10("original date of hire"))];
    /// Time to complete part-time basic training after the original part-time hire.
    PART_TIME_TRAINING_MONTHS: u32 = "part-time-training-months",
        "part-time basic training after original part-time hire", "months",
        [Dated::undated(18, Source::mtu10("original date of hire"))];
    /// The most hours a part-time certified officer may work in a calendar year.
    PART_TIME_HOURS: u32 = "part-time-hours",
        "hours of a part-time certified officer in a calendar year", "hours",
        [Dated::undated(1560, Source::other_code("20 Ill. Adm. Code 1770.102; ILETSB FAQ (part-time hours)"))];
    /// The share of the part-time hours from which muster warns. It is a choice of this project, not of the law.
    PART_TIME_HOURS_WARNING: u32 = "part-time-hours-warning",
        "share of the part-time hours from which muster warns", "percent",
        [Dated::undated(90, Source::reading("no source sets a warning"))];

    /// Years out of law enforcement from which a law course is directed.
    LAW_COURSE_YEARS: u32 = "law-course-years",
        "break in service that calls for a law course", "years",
        [Dated::undated(3, Source::faq("break in service"))];
    /// Years out of law enforcement from which the Executive Director may set any requirement.
    DISCRETION_YEARS: u32 = "discretion-years",
        "break in service left to the Executive Director", "years",
        [Dated::undated(10, Source::mtu10("break in service"))];
    /// Length of "Law for Police".
    LAW_COURSE_HOURS: u32 = "law-course-hours",
        "length of Law for Police", "hours",
        [Dated::undated(40, Source::mtu10("break in service"))];
    /// The day from which prior training calls for a reactivation of the certificate; before it for a waiver.
    REACTIVATION_DAY: NaiveDate = "reactivation-day",
        "from this day a reactivation replaces the basic-training waiver", "day",
        [Dated::undated(day(2022, 7, 1), Source::statute("50 ILCS 705/8.1"))];

    /// Days before an appointment from which a recorded waiver counts for it. It is a reading of this project.
    WAIVER_LEAD_DAYS: u32 = "waiver-lead-days",
        "a waiver before the appointment that it serves, at most (a reading: no source says how early)", "days",
        [Dated::undated(90, Source::faq("waiver for each employment"))];

    /// Days before the course within which POWER must have been passed.
    POWER_VALID_DAYS: u32 = "power-valid-days",
        "POWER test before the course starts", "days",
        [Dated::undated(45, Source::faq("POWER test and physical examination"))];
    /// Hours after the end of the first test from which a retest may begin.
    POWER_RETEST_OPENS_HOURS: u32 = "power-retest-opens-hours",
        "POWER retest, earliest after the end of the first test", "hours",
        [Dated::undated(48, Source::code("1720.30(i)"))];
    /// Hours after the end of the first test until which a retest may begin.
    POWER_RETEST_CLOSES_HOURS: u32 = "power-retest-closes-hours",
        "POWER retest, latest after the end of the first test", "hours",
        [Dated::undated(72, Source::code("1720.30(i)"))];
    /// The oldest age with POWER standards of its own; they apply to older people too.
    POWER_OLDEST_AGE: u32 = "power-oldest-age",
        "POWER standards: older people are tested as at this age", "years",
        [Dated::undated(59, Source::faq("POWER test above age 59"))];
    /// First day after the emergency rule with the POWER standards had lapsed.
    POWER_LAPSE_FROM: NaiveDate = "power-lapse-from",
        "first day after the emergency rule with the POWER standards", "day",
        [Dated::undated(day(2023, 5, 14), Source::code("1720.Appendix A; 47 Ill. Reg. 216"))];
    /// Last day before the permanent rule with the POWER standards.
    POWER_LAPSE_UNTIL: NaiveDate = "power-lapse-until",
        "last day before the permanent rule with the POWER standards", "day",
        [Dated::undated(day(2023, 6, 22), Source::code("1720.Appendix A; 47 Ill. Reg. 9369"))];
    /// Days before the course within which the physical examination must be.
    PHYSICAL_EXAM_VALID_DAYS: u32 = "physical-exam-valid-days",
        "physical examination before the course starts", "days",
        [Dated::undated(60, Source::faq("POWER test and physical examination"))];
    /// Days before the course within which the agency's written certification must be.
    ENTRANCE_CERTIFICATION_DAYS: u32 = "entrance-certification-days",
        "written certification before the course starts", "days",
        [Dated::undated(30, Source::code("1720.35(c)"))];

    /// The months up to and including the due day in which a portal signature counts for it.
    ESIGN_WINDOW_MONTHS: u32 = "esign-window-months",
        "portal signature before its due day", "months",
        [Dated::undated(12, Source::reading("no source gives an opening day"))];
    /// Last day of the Board's grace for the first letters of the statute.
    ESIGN_GRACE_UNTIL: NaiveDate = "esign-grace-until",
        "grace for the portal signature of last names A to G that was due in January 2026", "day",
        [Dated::undated(day(2026, 3, 31), Source::other_code("ILETSB, later pages on the Officer Portal"))];
    /// Last day of the extension waiver for the same letters.
    ESIGN_WAIVER_UNTIL: NaiveDate = "esign-waiver-until",
        "extension waiver for the same portal signature", "day",
        [Dated::undated(day(2026, 7, 31), Source::other_code("ILETSB, later pages on the Officer Portal"))];
    /// Hands-on hours of scenario-based training.
    SCENARIO_HOURS: u32 = "scenario-hours",
        "hands-on scenario-based training in three years", "hours",
        [Dated::undated(12, Source::statute("50 ILCS 705/10.6"))];
    /// Yearly training of chiefs, deputy chiefs and sheriffs.
    EXECUTIVE_HOURS: u32 = "executive-hours",
        "approved training of a chief, deputy chief or sheriff in a calendar year", "hours",
        [Dated::undated(20, Source::code("1720.70; ILETSB Officer Portal page (e-sign)"))];
    /// The Board's first notice; also the default of `--warn-days`.
    FIRST_NOTICE_DAYS: u32 = "first-notice-days",
        "first notice before a due day", "days",
        [Dated::undated(60, Source::portal("notices"))];
    /// The Board's second notice.
    SECOND_NOTICE_DAYS: u32 = "second-notice-days",
        "second notice before a due day", "days",
        [Dated::undated(30, Source::portal("notices"))];

    /// Share of the rounds that must hit for the course of fire to be passed.
    COURSE_PASSING_PERCENT: u32 = "course-passing-percent",
        "hits needed to pass the course of fire, of its rounds", "percent",
        [Dated::since(day(2006, 4, 11), 70, Source::code("1720.Appendix C(2)"))];
    /// Rounds that a firearm must at least hold for the course of fire.
    FIREARM_LEAST_CAPACITY: u32 = "firearm-least-capacity",
        "rounds that a firearm must hold for the course of fire", "rounds",
        [Dated::since(day(2006, 4, 11), 5, Source::code("1720.Appendix C(1)"))];
    /// Time within which the course of fire must be fired again.
    FIREARMS_CURRENCY_MONTHS: u32 = "firearms-currency-months",
        "course of fire after the last time", "months",
        [Dated::undated(12, Source::other_code("20 Ill. Adm. Code 1730.20(b)(1)"))];

    /// Years for which a lead homicide investigator's certificate is issued.
    HOMICIDE_CERTIFICATE_YEARS: u32 = "homicide-certificate-years",
        "lead homicide investigator's certificate from the day of issue", "years",
        [Dated::since(SUBPART_D, 4, Source::code("1720.340(b)"))];
    /// Approved training inside the certificate's years, without which it is not renewed.
    HOMICIDE_RENEWAL_HOURS: u32 = "homicide-renewal-hours",
        "approved homicide training for the renewal of a certificate", "hours",
        [Dated::since(SUBPART_D, 32, Source::code("1720.350(a)"))];
    /// The shortest lead homicide investigator's course.
    HOMICIDE_COURSE_HOURS: u32 = "homicide-course-hours",
        "lead homicide investigator's course, at least", "hours",
        [Dated::since(SUBPART_D, 40, Source::code("1720.320(b)"))];
    /// The longest lead homicide investigator's course.
    HOMICIDE_COURSE_MOST_HOURS: u32 = "homicide-course-most-hours",
        "lead homicide investigator's course, at most", "hours",
        [Dated::since(SUBPART_D, 50, Source::code("1720.320(b)"))];
    /// Consecutive days in which the course is held, the first one counted.
    HOMICIDE_COURSE_DAYS: u32 = "homicide-course-days",
        "lead homicide investigator's course, from its first to its last day", "days",
        [Dated::since(SUBPART_D, 7, Source::code("1720.320(b)"))];
    /// The highest fee for a renewal.
    HOMICIDE_RENEWAL_FEE: u32 = "homicide-renewal-fee",
        "renewal of a lead homicide investigator's certificate, at most", "dollars",
        [Dated::since(SUBPART_D, 75, Source::code("1720.350(d)"))];
    /// Full-time service that a waiver of the course requires.
    HOMICIDE_WAIVER_YEARS: u32 = "homicide-waiver-years",
        "full-time service for a waiver of the lead homicide investigator's course", "years",
        [Dated::since(SUBPART_D, 3, Source::code("1720.330(b)(2)"))];

    /// First day of the wording of 1720.60 that requires an activation.
    ACTIVATION_WORDING_DAY: NaiveDate = "activation-wording-day",
        "first day of the present wording on activating a certificate", "day",
        [Dated::undated(day(2023, 6, 23), Source::code("1720.60; 47 Ill. Reg. 9369"))];

    /// Share of the hours of instruction that a full-time trainee may miss.
    ABSENCE_PERCENT: u32 = "absence-percent",
        "absence from a full-time course, at most", "percent",
        [Dated::undated(10, Source::code("1720.20(a)"))];
    /// Average of the written examinations of a course.
    WRITTEN_AVERAGE_PERCENT: u32 = "written-average-percent",
        "average of the written examinations of a course, at least", "percent",
        [Dated::undated(70, Source::code("1720.20(d)"))];
    /// Pass mark of the comprehensive examination; before, the Board set one between 60 and 80.
    COMPREHENSIVE_PERCENT: u32 = "comprehensive-percent",
        "pass mark of the comprehensive examination", "percent",
        [Dated::since(day(2022, 12, 15), 66, Source::code("1720.20(h)(2)"))];
    /// Pass mark of the Equivalency Examination; before, the Board set one between 60 and 80.
    EQUIVALENCY_PERCENT: u32 = "equivalency-percent",
        "pass mark of the Equivalency Examination", "percent",
        [Dated::since(day(2022, 12, 15), 66, Source::code("1720.15(b)"))];
    /// Questions of the comprehensive examination.
    EXAM_QUESTIONS: u32 = "exam-questions",
        "questions of the comprehensive examination", "questions",
        [Dated::undated(200, Source::mtu10("comprehensive examination"))];
    /// Minutes for the comprehensive examination.
    EXAM_MINUTES: u32 = "exam-minutes",
        "time for the comprehensive examination", "minutes",
        [Dated::undated(210, Source::code("1720.25(m)"))];
    /// Retakes of the comprehensive examination with one appointment.
    EXAM_RETAKES: u32 = "exam-retakes",
        "retakes of the comprehensive examination with one appointment, at most", "retakes",
        [Dated::undated(2, Source::code("1720.25(g)"))];
    /// Attempts at the Equivalency Examination in a career, counted from the day on which the limit began.
    EQUIVALENCY_ATTEMPTS: u32 = "equivalency-attempts",
        "attempts at the Equivalency Examination in a career", "attempts",
        [Dated::since(day(2022, 12, 15), 3, Source::code("1720.15(e)"))];
    /// Time in which the Board's written result of an examination reaches the chief.
    EXAM_RESULTS_DAYS: u32 = "exam-results-days",
        "results to the chief after the examination", "days",
        [Dated::undated(14, Source::code("1720.25(c)"))];
    /// Time for the trainee's own report of a disruption.
    DISRUPTION_REPORT_DAYS: u32 = "disruption-report-days",
        "trainee's own report after a disruption of the examination", "days",
        [Dated::undated(7, Source::code("1720.25(o)"))];
    /// Days before a meeting of the Board by which a course application is handed in.
    COURSE_APPLICATION_DAYS: u32 = "course-application-days",
        "course application before the Board's next regular meeting", "days",
        [Dated::undated(45, Source::code("1720.30(f)(1)"))];
    /// The first two weeks of training, in which the Academy Director reviews the entrance papers.
    ENTRANCE_REVIEW_DAYS: u32 = "entrance-review-days",
        "Academy Director's review of entrance papers (first two weeks)", "days",
        [Dated::undated(14, Source::code("1720.35(e)"))];
    /// Time to ask the Executive Director to review a denial of admission.
    ENTRANCE_APPEAL_DAYS: u32 = "entrance-appeal-days",
        "agency's request for review after receipt of a denial", "days",
        [Dated::undated(10, Source::code("1720.35(g)"))];
    /// Time of the Executive Director to review and decide.
    ENTRANCE_DECISION_DAYS: u32 = "entrance-decision-days",
        "Executive Director's review and decision after receipt of the request", "days",
        [Dated::undated(30, Source::code("1720.35(h), (i)"))];
    /// Time to appeal from the Executive Director to the Certification Review Panel.
    PANEL_APPEAL_DAYS: u32 = "panel-appeal-days",
        "agency's appeal after receipt of the Executive Director's decision", "days",
        [Dated::undated(10, Source::code("1720.35(j)"))];
    /// Time after which the Board explains in writing why a reactivation takes longer.
    REACTIVATION_DAYS: u32 = "reactivation-days",
        "reactivation of a certificate, before the Board writes why it takes longer", "days",
        [Dated::undated(7, Source::code("1720.60(f)"))];
    /// Days before a sheriffs' program from which it may be proposed.
    SHERIFF_PROGRAM_OPENS_DAYS: u32 = "sheriff-program-opens-days",
        "sheriffs' program proposed, earliest before it starts", "days",
        [Dated::undated(90, Source::code("1720.70(b)"))];
    /// Days before a sheriffs' program by which it is proposed.
    SHERIFF_PROGRAM_DAYS: u32 = "sheriff-program-days",
        "sheriffs' program proposed, latest before it starts", "days",
        [Dated::undated(30, Source::code("1720.70(b)"))];
    /// Time of the Executive Director to decide on a sheriffs' program.
    SHERIFF_DECISION_DAYS: u32 = "sheriff-decision-days",
        "decision on a sheriffs' program after receipt", "days",
        [Dated::undated(14, Source::code("1720.70(b)"))];

    /// Fee for one type of firearm.
    CARRY_FEE_ONE: u32 = "carry-fee-one",
        "retired officer's permit for a revolver or a semi-automatic pistol", "dollars",
        [Dated::undated(75, Source::code("1720.250(e)"))];
    /// Fee for both types of firearm.
    CARRY_FEE_BOTH: u32 = "carry-fee-both",
        "retired officer's permit for a revolver and a semi-automatic pistol", "dollars",
        [Dated::undated(100, Source::code("1720.250(e)"))];
    /// The part of the fee that may be kept on an administrative denial.
    CARRY_KEPT_PART: Part = "carry-kept-part",
        "part of the fee kept on an administrative denial, at most", "of the fee",
        [Dated::undated(Part::one_in(3), Source::code("1720.270(a)"))];
    /// Service that makes a retired officer eligible.
    CARRY_SERVICE_YEARS: u32 = "carry-service-years",
        "service of a retired officer who asks for a permit, at least", "years",
        [Dated::undated(10, Source::code("1720.220"))];
    /// Months before the issue of a permit in which the course of fire was passed.
    CARRY_QUALIFIED_MONTHS: u32 = "carry-qualified-months",
        "course of fire before the issue of a permit (a reading)", "months",
        [Dated::undated(12, Source::statute("18 USC 926C"))];
    /// Working days of the Board to decide on a completed application for a permit.
    CARRY_DECISION_WORKING_DAYS: u32 = "carry-decision-working-days",
        "decision on a retired officer's permit after a completed application", "working days",
        [Dated::undated(60, Source::code("1720.250(g)"))];
    /// Time to report a change of address or telephone number.
    CARRY_ADDRESS_DAYS: u32 = "carry-address-days",
        "permit holder's report of a change of address or telephone", "days",
        [Dated::undated(10, Source::code("1720.260(f)"))];
    /// Months for which a permit is issued.
    CARRY_PERMIT_MONTHS: u32 = "carry-permit-months",
        "retired officer's permit from the day of issue", "months",
        [Dated::undated(12, Source::code("1720.260(g)"))];

    /// Days after the end of the fiscal year on which a claim is safely in time: before 15 July.
    CLAIM_DAYS: u32 = "claim-days",
        "reimbursement claim after the fiscal year in which the class ended", "days",
        [Dated::undated(14, Source::faq("reimbursement claims"))];
    /// Days after the end of the fiscal year until which a claim may be received.
    CLAIM_RECEIVED_DAYS: u32 = "claim-received-days",
        "reimbursement claim received after the fiscal year, at the latest", "days",
        [Dated::undated(15, Source::other_code("20 Ill. Adm. Code 1700.40(c)"))];
    /// The share of the eligible costs that is reimbursed.
    REIMBURSEMENT_PERCENT: u32 = "reimbursement-percent",
        "share of the eligible costs of training that is reimbursed", "percent",
        [Dated::undated(50, Source::statute("50 ILCS 705/9; 20 Ill. Adm. Code 1720.50(a)"))];
    /// The share of the tuition of the transition course that is reimbursed.
    TRANSITION_TUITION_PERCENT: u32 = "transition-tuition-percent",
        "share of the tuition of the transition course that is reimbursed", "percent",
        [Dated::undated(50, Source::mtu10("students promoted to full-time employment"))];
    /// The first day on which every travel rate of the State is the federal one.
    FEDERAL_RATES_DAY: NaiveDate = "federal-rates-day",
        "first day on which the State pays the federal rates for lodging and meals everywhere", "day",
        [Dated::undated(day(2024, 1, 1), Source::statute("30 ILCS 105/12-2(f)"))];
    /// Full-time officers without which a unit without home rule is not reimbursed.
    CLAIM_FULL_TIME_OFFICERS: u32 = "claim-full-time-officers",
        "full-time officers of a unit without home rule, at least", "officer",
        [Dated::undated(1, Source::code("1720.50(c)(2)"))];
    /// Months before the last good day from which a reminder of the renewal is given.
    CARRY_RENEWAL_MONTHS: u32 = "carry-renewal-months",
        "reminder before a permit's last good day (the program's own page)", "months",
        [Dated::undated(2, Source::other_code("Illinois Retired Officer Concealed Carry Program"))];

    /// Hours of online work a week that the part-time course encourages.
    PART_TIME_ONLINE_HOURS: u32 = "part-time-online-hours",
        "online work a week that the part-time course encourages, at least", "hours",
        [Dated::undated(16, Source::mtu10("computer work"))];
    /// Time to finish a module of the part-time course that was not ready by its Saturday.
    PART_TIME_MODULE_DAYS: u32 = "part-time-module-days",
        "part-time course: more time for a module that was not finished by its Saturday", "days",
        [Dated::undated(7, Source::mtu10("computer work"))];
    /// First day of the tuition fee of the part-time course.
    PART_TIME_FEE_DAY: NaiveDate = "part-time-fee-day",
        "from this day the part-time course has a tuition fee", "day",
        [Dated::undated(day(1999, 7, 1), Source::mtu10("tuition fee"))];
    /// Minutes of instruction in an hour of instruction.
    INSTRUCTION_MINUTES: u32 = "instruction-minutes",
        "instruction in an hour of instruction", "minutes",
        [Dated::undated(50, Source::code("1720.10(a)(1)"))];
    /// Minutes of recess in an hour of instruction.
    RECESS_MINUTES: u32 = "recess-minutes",
        "recess in an hour of instruction", "minutes",
        [Dated::undated(10, Source::code("1720.10(a)(1)"))];
    /// The day after whose appointments each full-time officer is told that the course is a condition of employment.
    CONDITION_DAY: NaiveDate = "condition-day",
        "full-time officers appointed after this day are told that the job depends on the course", "day",
        [Dated::undated(day(1976, 1, 1), Source::code("1720.60(a)"))];
    /// Trials of the sit and reach, of which the best counts.
    SIT_REACH_TRIALS: u32 = "sit-reach-trials",
        "sit and reach: the best of", "trials",
        [Dated::undated(3, Source::faq("sit and reach"))];
    /// Distance between the heels at the sit and reach.
    SIT_REACH_HEELS: u32 = "sit-reach-heels",
        "sit and reach: the heels apart", "inches",
        [Dated::undated(8, Source::faq("sit and reach"))];
    /// The mark of the yard stick at the toes.
    SIT_REACH_TOES: u32 = "sit-reach-toes",
        "sit and reach: mark of the yard stick at the toes", "inches",
        [Dated::undated(15, Source::code("1720.Appendix A(1)"))];
    /// Length of the firearms course that a waiver assigns.
    WAIVER_FIREARMS_HOURS: u32 = "waiver-firearms-hours",
        "firearms course that the Board assigns with a waiver", "hours",
        [Dated::undated(4, Source::faq("4-hour firearms course"))];
    /// Signed rosters in a year.
    ROSTER_SIGNATURES: u32 = "roster-signatures",
        "signed rosters in a year", "rosters",
        [Dated::undated(2, Source::faq("rosters signed twice a year"))];
    /// Years from one review of the examinations to the next, at most.
    EXAM_REVIEW_YEARS: u32 = "exam-review-years",
        "review of the contents and pass marks of the examinations, at least every", "years",
        [Dated::undated(2, Source::code("1720.15(d); 20 Ill. Adm. Code 1720.20(h)(5)"))];
    /// Days on which the comprehensive examination can be retaken, in the months of `exam-retake-months`.
    EXAM_RETAKE_DATES: u32 = "exam-retake-dates",
        "dates for retakes of the comprehensive examination, at least", "dates",
        [Dated::undated(2, Source::code("1720.25(j)"))];
    /// The months in which there are that many dates.
    EXAM_RETAKE_MONTHS: u32 = "exam-retake-months",
        "months in which there are so many dates for retakes", "months",
        [Dated::undated(6, Source::code("1720.25(j)"))];
    /// The lowest pass mark that the Board could set for an examination.
    PASS_MARK_LEAST: u32 = "pass-mark-least",
        "lowest pass mark that the Board could set for an examination", "percent",
        [Dated::until(day(2022, 12, 14), 60, Source::code("1720.15(b); 20 Ill. Adm. Code 1720.20(h)(2)"))];
    /// The highest pass mark that the Board could set for an examination.
    PASS_MARK_MOST: u32 = "pass-mark-most",
        "highest pass mark that the Board could set for an examination", "percent",
        [Dated::until(day(2022, 12, 14), 80, Source::code("1720.15(b); 20 Ill. Adm. Code 1720.20(h)(2)"))];
    /// First week of August in which non-basic claims are usually paid.
    CLAIM_PAID_FROM_WEEK: u32 = "claim-paid-from-week",
        "non-basic claims are usually paid from week", "of August",
        [Dated::undated(3, Source::faq("reimbursement claims"))];
    /// Last week of August in which they are usually paid.
    CLAIM_PAID_TO_WEEK: u32 = "claim-paid-to-week",
        "non-basic claims are usually paid until week", "of August",
        [Dated::undated(4, Source::faq("reimbursement claims"))];
    /// Courses of the COPS Training Portal that the Board credits, as announced.
    COPS_COURSES: u32 = "cops-courses",
        "courses of the COPS Training Portal with credit when the partnership was announced", "courses",
        [Dated::undated(28, Source::cops("credit toward annual requirements"))];
}
