//! The kinds of deadline, by group, in the order of the list.

use crate::finding::Source;
use crate::rules::claim::form::LATE_BY_FAQ;
use crate::rules::deadlines::count::Count;
use crate::rules::deadlines::kind::{DeadlineGroup, DeadlineKind, MovedBy, NoteWhen};
use crate::rules::law::params;

/// Every kind of deadline.
pub static KINDS: &[DeadlineKind] = &[
    DeadlineKind {
        name: "basic-training",
        group: DeadlineGroup::Employment,
        label: "certificate of basic training, full-time",
        date: "the initial full-time hire",
        opens: None,
        due: Count::Months(&params::BASIC_TRAINING_MONTHS),
        moved_by: MovedBy::ExtensionAndFreeze(&params::BASIC_TRAINING_EXTENSION_DAYS),
        is_act_within_time: true,
        sources: &[
            Source::statute("50 ILCS 705/8.1"),
            Source::code("1720.20(f)"),
            Source::code("1720.60(a), (e)"),
            Source::faq("military freeze"),
        ],
        notes: &[
            (
                NoteWhen::Always,
                "without the certificate by then the position is forfeited, unless the Board has granted a waiver",
            ),
            (NoteWhen::Extended, EXTENSION),
            (NoteWhen::Frozen, FREEZE),
        ],
    },
    DeadlineKind {
        name: "part-time-power",
        group: DeadlineGroup::Employment,
        label: "POWER test passed, part-time",
        date: "the original part-time hire",
        opens: None,
        due: Count::Months(&params::PART_TIME_POWER_MONTHS),
        moved_by: MovedBy::Freeze,
        is_act_within_time: true,
        sources: &[Source::faq("military freeze"), Source::mtu10("original date of hire")],
        notes: &[
            (NoteWhen::Always, ONE_ORIGINAL_HIRE),
            (NoteWhen::Frozen, FREEZE),
            (NoteWhen::Frozen, PART_TIME_FREEZE),
        ],
    },
    DeadlineKind {
        name: "part-time-enrollment",
        group: DeadlineGroup::Employment,
        label: "enrolled in basic training, part-time",
        date: "the original part-time hire",
        opens: None,
        due: Count::Months(&params::PART_TIME_ENROLLMENT_MONTHS),
        moved_by: MovedBy::Freeze,
        is_act_within_time: true,
        sources: &[Source::faq("military freeze"), Source::mtu10("original date of hire")],
        notes: &[
            (NoteWhen::Always, ONE_ORIGINAL_HIRE),
            (NoteWhen::Frozen, FREEZE),
            (NoteWhen::Frozen, PART_TIME_FREEZE),
        ],
    },
    DeadlineKind {
        name: "part-time-training",
        group: DeadlineGroup::Employment,
        label: "basic training completed, part-time",
        date: "the original part-time hire",
        opens: None,
        due: Count::Months(&params::PART_TIME_TRAINING_MONTHS),
        moved_by: MovedBy::ExtensionAndFreeze(&params::BASIC_TRAINING_EXTENSION_DAYS),
        is_act_within_time: true,
        sources: &[
            Source::code("1720.20(f)"),
            Source::other_code("20 Ill. Adm. Code 1770.212(a), (c)"),
            Source::faq("military freeze"),
            Source::mtu10("original date of hire"),
        ],
        notes: &[
            (NoteWhen::Always, ONE_ORIGINAL_HIRE),
            (
                NoteWhen::Always,
                "after it the officer cannot be hired part-time in Illinois any more; what is left is full-time hire \
                 and a full-time academy",
            ),
            (NoteWhen::Extended, EXTENSION),
            (NoteWhen::Frozen, FREEZE),
            (NoteWhen::Frozen, PART_TIME_FREEZE),
        ],
    },
    DeadlineKind {
        name: "reactivation",
        group: DeadlineGroup::Employment,
        label: "reactivation of a certificate, or the Board's letter",
        date: "the Board's receipt of the request",
        opens: None,
        due: Count::Days(&params::REACTIVATION_DAYS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: true,
        sources: &[Source::code("1720.60(f)")],
        notes: &[(
            NoteWhen::Always,
            "a request that takes longer is not refused: the Board writes to the agency and explains why it needs \
             more time",
        )],
    },
    DeadlineKind {
        name: "law-course",
        group: DeadlineGroup::Employment,
        label: "out of law enforcement long enough for a law course",
        date: "the separation",
        opens: None,
        due: Count::Years(&params::LAW_COURSE_YEARS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: false,
        sources: &[Source::faq("break in service"), Source::mtu10("break in service")],
        notes: &[
            (
                NoteWhen::Always,
                "nothing has to be done by this day: an officer hired on it or later is directed to Law for Police \
                 or Illinois Law Review, an officer hired before it is not",
            ),
            (NoteWhen::Always, "out for ten years or more: the Executive Director may set any requirement (MTU #10)"),
        ],
    },
    DeadlineKind {
        name: "power-entry",
        group: DeadlineGroup::Entrance,
        label: "last start of a course after a POWER test",
        date: "the POWER test that was passed",
        opens: None,
        due: Count::Days(&params::POWER_VALID_DAYS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: false,
        sources: &[Source::faq("POWER test and physical examination"), Source::mtu10("POWER test")],
        notes: &[(
            NoteWhen::Always,
            "for a part-time course the test must have been given by the unit's own administrator (MTU #10)",
        )],
    },
    DeadlineKind {
        name: "physical-entry",
        group: DeadlineGroup::Entrance,
        label: "last start of a course after a physical examination",
        date: "the physical examination",
        opens: None,
        due: Count::Days(&params::PHYSICAL_EXAM_VALID_DAYS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: false,
        sources: &[Source::faq("POWER test and physical examination")],
        notes: &[],
    },
    DeadlineKind {
        name: "power-retest",
        group: DeadlineGroup::Entrance,
        label: "POWER retest of the failed events",
        date: "the end of the first test",
        opens: Some(Count::Hours(&params::POWER_RETEST_OPENS_HOURS)),
        due: Count::Hours(&params::POWER_RETEST_CLOSES_HOURS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: false,
        sources: &[Source::code("1720.30(i)"), Source::faq("POWER retest"), Source::mtu10("POWER test")],
        notes: &[
            (
                NoteWhen::WithoutTime,
                "without the clock time at which the first test ended (--time), only days can be given",
            ),
            (
                NoteWhen::Always,
                "the ILETSB FAQ gives only the later end of the window, and counts it from the first test itself; \
                 the Code decides",
            ),
            (
                NoteWhen::Always,
                "part-time courses: MTU #10 also allows the day on which the testing officer is available; a person \
                 must decide",
            ),
        ],
    },
    DeadlineKind {
        name: "entrance-certification",
        group: DeadlineGroup::Entrance,
        label: "agency's written certification to the academy",
        date: "the first day of the course",
        opens: Some(Count::DaysBefore(&params::ENTRANCE_CERTIFICATION_DAYS)),
        due: Count::SameDay,
        moved_by: MovedBy::Nothing,
        is_act_within_time: true,
        sources: &[Source::code("1720.35(c)")],
        notes: &[(
            NoteWhen::Always,
            "that certification on the first day of the course itself is in time is a reading of \"within 30 days \
             prior to the first day\"",
        )],
    },
    DeadlineKind {
        name: "entrance-review",
        group: DeadlineGroup::Entrance,
        label: "Academy Director's review of the entrance papers",
        date: "the first day of the course",
        opens: None,
        due: Count::Days(&params::ENTRANCE_REVIEW_DAYS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: true,
        sources: &[Source::code("1720.35(e)")],
        notes: &[(
            NoteWhen::Always,
            "the Code allows the first two weeks of training; not counting the first day is an interpretation",
        )],
    },
    DeadlineKind {
        name: "entrance-appeal",
        group: DeadlineGroup::Entrance,
        label: "agency's request that a denial be reviewed",
        date: "the agency's receipt of the denial",
        opens: None,
        due: Count::Days(&params::ENTRANCE_APPEAL_DAYS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: true,
        sources: &[Source::code("1720.35(g)")],
        notes: &[(NoteWhen::Always, APPEAL_WAIVER)],
    },
    DeadlineKind {
        name: "entrance-decision",
        group: DeadlineGroup::Entrance,
        label: "Executive Director's review and decision",
        date: "the Executive Director's receipt of the request",
        opens: None,
        due: Count::Days(&params::ENTRANCE_DECISION_DAYS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: true,
        sources: &[Source::code("1720.35(h), (i)")],
        notes: &[(
            NoteWhen::Always,
            "the Code gives the review and the decision the same number of days and does not say when the days of the \
             decision start; both are counted from the request here",
        )],
    },
    DeadlineKind {
        name: "panel-appeal",
        group: DeadlineGroup::Entrance,
        label: "agency's appeal to the Certification Review Panel",
        date: "the agency's receipt of the decision",
        opens: None,
        due: Count::Days(&params::PANEL_APPEAL_DAYS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: true,
        sources: &[Source::code("1720.35(j)")],
        notes: &[(NoteWhen::Always, APPEAL_WAIVER)],
    },
    DeadlineKind {
        name: "exam-results",
        group: DeadlineGroup::Courses,
        label: "results of the examination to the chief",
        date: "the examination",
        opens: None,
        due: Count::Days(&params::EXAM_RESULTS_DAYS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: true,
        sources: &[Source::code("1720.25(c)")],
        notes: &[],
    },
    DeadlineKind {
        name: "disruption-report",
        group: DeadlineGroup::Courses,
        label: "trainee's own report of a disrupted examination",
        date: "the order to leave the examination",
        opens: None,
        due: Count::Days(&params::DISRUPTION_REPORT_DAYS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: true,
        sources: &[Source::code("1720.25(o)")],
        notes: &[(
            NoteWhen::Always,
            "the Code does not say when the time starts; counting from the order to leave is the safe interpretation",
        )],
    },
    DeadlineKind {
        name: "course-application",
        group: DeadlineGroup::Courses,
        label: "application for the certification of a course",
        date: "the Board's next regular meeting",
        opens: None,
        due: Count::DaysBefore(&params::COURSE_APPLICATION_DAYS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: false,
        sources: &[Source::code("1720.30(f)(1)")],
        notes: &[],
    },
    DeadlineKind {
        name: "sheriff-program",
        group: DeadlineGroup::Courses,
        label: "proposal of a training program for sheriffs",
        date: "the start of the program",
        opens: Some(Count::DaysBefore(&params::SHERIFF_PROGRAM_OPENS_DAYS)),
        due: Count::DaysBefore(&params::SHERIFF_PROGRAM_DAYS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: false,
        sources: &[Source::code("1720.70(b)")],
        notes: &[],
    },
    DeadlineKind {
        name: "sheriff-program-decision",
        group: DeadlineGroup::Courses,
        label: "Executive Director's decision on a sheriffs' program",
        date: "the Executive Director's receipt of the proposal",
        opens: None,
        due: Count::Days(&params::SHERIFF_DECISION_DAYS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: true,
        sources: &[Source::code("1720.70(b)")],
        notes: &[],
    },
    DeadlineKind {
        name: "firearms-year",
        group: DeadlineGroup::Firearms,
        label: "next yearly firearms qualification",
        date: "the last qualification",
        opens: None,
        due: Count::NextYearEnd,
        moved_by: MovedBy::Nothing,
        is_act_within_time: false,
        sources: &[Source::faq("annual firearms qualification")],
        notes: &[(
            NoteWhen::Always,
            "one day in each calendar year is required; 20 Ill. Adm. Code 1730.20(b)(1) may make it sooner \
             (firearms-currency)",
        )],
    },
    DeadlineKind {
        name: "firearms-currency",
        group: DeadlineGroup::Firearms,
        label: "course of fire to be fired again",
        date: "the last qualification",
        opens: None,
        due: Count::Months(&params::FIREARMS_CURRENCY_MONTHS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: false,
        sources: &[Source::other_code("20 Ill. Adm. Code 1730.20(b)(1)")],
        notes: &[(
            NoteWhen::Always,
            "advice: the Board's roster requires one day in each calendar year (firearms-year), and muster roster \
             check answers review, not overdue, after this day",
        )],
    },
    DeadlineKind {
        name: "carry-permit",
        group: DeadlineGroup::Carry,
        label: "last good day of a permit",
        date: "the issue",
        opens: None,
        due: Count::LastGoodDayOfMonths(&params::CARRY_PERMIT_MONTHS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: false,
        sources: &[Source::code("1720.260(g)")],
        notes: &[
            (NoteWhen::Always, "the permit program reminds holders of the renewal two months ahead"),
            (
                NoteWhen::FromLeapDay,
                "the year after has no 29 February; that the permit ends as if issued on the 28th is a reading",
            ),
        ],
    },
    DeadlineKind {
        name: "carry-permit-decision",
        group: DeadlineGroup::Carry,
        label: "Board's notice of approval or denial",
        date: "the Board's receipt of the completed application",
        opens: None,
        due: Count::WorkingDays(&params::CARRY_DECISION_WORKING_DAYS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: true,
        sources: &[
            Source::code("1720.250(g)"),
            Source::code("1720.270(b)"),
            Source::other_code("80 Ill. Adm. Code 303.190"),
        ],
        notes: &[
            (NoteWhen::Always, "silence is not approval"),
            (NoteWhen::Always, "the Board may take longer when it needs additional information"),
        ],
    },
    DeadlineKind {
        name: "carry-address-change",
        group: DeadlineGroup::Carry,
        label: "report of a new address or telephone number",
        date: "the change",
        opens: None,
        due: Count::Days(&params::CARRY_ADDRESS_DAYS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: true,
        sources: &[Source::code("1720.260(f)")],
        notes: &[],
    },
    DeadlineKind {
        name: "homicide-certificate",
        group: DeadlineGroup::Homicide,
        label: "last good day of a lead investigator's certificate",
        date: "the issue",
        opens: None,
        due: Count::LastGoodDayOfYears(&params::HOMICIDE_CERTIFICATE_YEARS),
        moved_by: MovedBy::Nothing,
        is_act_within_time: false,
        sources: &[Source::code("1720.340(b)"), Source::code("1720.350(a), (c)")],
        notes: &[(
            NoteWhen::Always,
            "renewal takes 32 hours of approved training inside the period; with fewer the course must be taken again",
        )],
    },
    DeadlineKind {
        name: "claim",
        group: DeadlineGroup::Reimbursement,
        label: "claim for reimbursement of training",
        date: "the end of the class",
        opens: None,
        due: Count::Claim,
        moved_by: MovedBy::Nothing,
        is_act_within_time: false,
        sources: &[Source::other_code("20 Ill. Adm. Code 1700.40(c)"), Source::faq("reimbursement claims")],
        notes: &[
            (NoteWhen::Always, LATE_BY_FAQ),
            (NoteWhen::Always, "a class that runs past 30 June belongs to the fiscal year in which it ends"),
        ],
    },
];

const EXTENSION: &str = "only the Board grants an extension, for good reason; it is not added to the extension that \
                         comes with an appeal against a denied entrance (20 Ill. Adm. Code 1720.35(k))";

const FREEZE: &str = "a freeze runs from the Board's receipt of the request, with the orders, to the agency's notice \
                      of return; the recruit must then be enrolled at once (ILETSB FAQ)";

const PART_TIME_FREEZE: &str = "MTU #10 bases every deadline on the original date of hire and does not mention a \
                                freeze; that a freeze moves this one is an interpretation of the ILETSB FAQ";

const ONE_ORIGINAL_HIRE: &str = "for part-time work an officer has one original date of hire in all of Illinois; a \
                                 later hire by another agency does not restart the clock (MTU #10)";

const APPEAL_WAIVER: &str = "an appeal brings the 90-day extension of basic training with it (20 Ill. Adm. Code \
                             1720.35(k)); it is not added to another extension";

/// Returns the kind of this name.
pub fn find(name: &str) -> Option<&'static DeadlineKind> {
    KINDS.iter().find(|kind| kind.name == name)
}
