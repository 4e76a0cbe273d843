//! Guides to the checks that are not roster rules: what is required, how it is counted, how doubts were decided.

use crate::finding::Source;
use crate::rules::guides::guide::Guide;
use crate::rules::law::params;

pub(crate) static GUIDES: &[Guide] = &[
    Guide {
        name: "exam-check",
        title: "How academy and examination sheets are judged",
        text: &[
            "A full-time trainee may miss a tenth of the hours of instruction, exactly a tenth included. If not every \
             absence was excused, the Academy Director decides, and the outcome is review. A part-time course is \
             attended in full or made up, so absent_hours are hours missed and not made up. The written average must \
             be at least 70 percent, exactly 70 included; notebook and skills must be satisfactory; the firearms \
             course must be passed; an agency must employ the trainee. \
             A no makes a trainee not eligible, and a blank leaves it open: the outcome is incomplete.",
            "The pass mark of both examinations is 66 percent from 15 December 2022: 132 of 200. Before that day the \
             Board set a mark between 60 and 80, which is not known here, so such a score is incomplete. The \
             comprehensive examination has two retakes with each appointment, each on the chief's written request, \
             dated on or before the retake. A blank attempt is incomplete, because it might be a retake. A third \
             failure ends it for this appointment, and another agency's appointment begins anew. The Equivalency \
             Examination has three attempts in a career; that they are counted from 15 December 2022 is a reading. \
             Nothing of the basic course is required for it. After a pass of either, no attempts are counted.",
            "1720.25(f) says that a trainee must be a full-time officer. MTU #10 has part-time officers sit the same \
             examination, and that decides; a note says so.",
            "An illness that the proctor excused counts as no attempt. A reported disruption makes the outcome \
             review, whatever the score, unless something else already bars the trainee: the Executive Director \
             decides on forfeit and retake, and the trainee's own report is due within 7 days. Where two figures of \
             one score differ, the score is not known. The chief receives the result within 14 days; the examination \
             takes at most three and a half hours.",
        ],
        figures: &[
            &params::WRITTEN_AVERAGE_PERCENT,
            &params::COMPREHENSIVE_PERCENT,
            &params::EQUIVALENCY_PERCENT,
            &params::PASS_MARK_LEAST,
            &params::PASS_MARK_MOST,
            &params::EXAM_QUESTIONS,
            &params::EXAM_RETAKES,
            &params::EQUIVALENCY_ATTEMPTS,
            &params::DISRUPTION_REPORT_DAYS,
            &params::EXAM_RESULTS_DAYS,
        ],
        sources: &[
            Source::code("1720.15"),
            Source::code("1720.20"),
            Source::code("1720.25"),
            Source::other_code("20 Ill. Adm. Code 1770.205(a)"),
            Source::mtu10("comprehensive examination"),
        ],
    },
    Guide {
        name: "permit-check",
        title: "How retired officers' applications and permits are judged",
        text: &[
            "An applicant must have separated in good standing and not for mental disability, must have been \
             certified and authorized to carry with powers of arrest, and must have served ten years in all or left \
             for a service-connected disability after probation. The applicant holds the former agency's \
             photographic identification and a valid FOID card, lives in Illinois, has a clear background, is not \
             prohibited by federal law, signs a sworn affidavit and sends the full fee with the application: $75 for \
             a revolver or a semi-automatic pistol, $100 for both. Each no and each blank is named. Carrying under \
             the influence of alcohol or drugs is forbidden; no column can hold that.",
            "The Board writes within 60 working days of the completed application, and its silence is not approval. \
             A denial for a requirement returns at least two thirds of the fee, although another section calls it \
             non-refundable; after a failed course of fire nothing is returned.",
            "A permit ends twelve months from its issue: the last good day is the day before the same date next \
             year. The course of fire must be within the twelve months before the issue, an interpretation of the \
             federal act. A lost FOID card or a finding of guilt revokes the permit at once, even one that has \
             expired meanwhile. What the Board saw when it issued the permit is not checked again: a blank there is \
             a note, but a no makes the answer not-eligible; the fee, due with the application, is not checked again \
             either. A change of address or telephone number is reported within 10 days; the section applies to \
             permit holders, and an applicant's late report carries a note that says so.",
        ],
        figures: &[
            &params::CARRY_SERVICE_YEARS,
            &params::CARRY_FEE_ONE,
            &params::CARRY_FEE_BOTH,
            &params::CARRY_DECISION_WORKING_DAYS,
            &params::CARRY_PERMIT_MONTHS,
            &params::CARRY_QUALIFIED_MONTHS,
            &params::CARRY_ADDRESS_DAYS,
        ],
        sources: &[
            Source::statute("18 USC 926C"),
            Source::code("1720.220"),
            Source::code("1720.240"),
            Source::code("1720.250"),
            Source::code("1720.260"),
            Source::code("1720.270"),
            Source::other_code("Illinois Retired Officer Concealed Carry Program"),
        ],
    },
    Guide {
        name: "training-check",
        title: "How training records are checked against the mandates",
        text: &[
            "Only courses that the Board certified count. A completion of the COPS Training Portal counts instead \
             when the record has the PTB ID and the course is on your list of approved courses, completed on or \
             after the day of its approval and not after the day of its withdrawal, whatever certified says. No \
             source names the courses, so none are built in. A record counts for its topic; where it names none, for \
             the one topic of the list, and where the list names several, toward the total of hours only. Hours are \
             taken as recorded; an hour of instruction is 50 minutes and a recess of 10.",
            "Yearly mandates run with the calendar year. Three-year mandates run with the officer's own verification \
             period: the three years up to and including the next e-sign day of the schedule that decides. \
             Scenario-based force keeps its published window, five-year mandates run from the last completion, \
             homicide hours with the certificate. The window of the day asked about is judged; what is missing in \
             the calendar year before is a note, and only where the records reach back.",
            "Each completion counts for its own topic and once toward the 30 hours in three years, which one unit \
             publishes but the statute does not contain, so that they are treated as advice. Topics that are not \
             mandates count for nothing. A completion without hours leaves a mandate of hours unknown until the \
             other hours are enough. For an officer hired inside a window a person must decide, because no source \
             says whether less is required; a blank day of hire counts as employed all along. A five-year mandate \
             never completed is unknown: no source says when the first is due. For officer wellness, yearly by one \
             unit and every three years by another, a person must decide unless it was done this year.",
            "The mandates apply to law-enforcement officers; the yearly ones apply to conservators of the peace too. \
             Firearms qualification is required of everyone on the roster. The roster's own firearms_qualified, \
             scenario_completed and homicide_hours count for their mandates.",
        ],
        figures: &[&params::INSTRUCTION_MINUTES, &params::RECESS_MINUTES],
        sources: &[
            Source::statute("50 ILCS 705/10.6"),
            Source::code("1720.10(a)(1)"),
            Source::code("1720.80(c)"),
            Source::portal("scenario-based training dates"),
            Source::cops("credit toward annual requirements"),
        ],
    },
];
