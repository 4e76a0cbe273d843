//! Guides for an agency: where to write, who may carry, who changes position.

use crate::finding::Source;
use crate::rules::guides::guide::Guide;
use crate::rules::law::params;

pub(crate) static GUIDES: &[Guide] = &[
    Guide {
        name: "complaints",
        title: "Where a complaint about an officer goes: Form Q",
        text: &["A complaint about an officer is written on the Board's Officer Complaint Form Q and sent by email \
             to PTB.Complaints@illinois.gov, where it is processed. The complaint form that was an appendix of \
             the code has been repealed, and so have the sections on decertification beside it."],
        figures: &[],
        sources: &[Source::code("1720.Appendix B (repealed)"), Source::faq("complaints")],
    },
    Guide {
        name: "information-requests",
        title: "How to ask the Board for information",
        text: &["Records of the Board, such as an officer's training records or a copy of a file, are requested in \
             writing, as a request under the Freedom of Information Act (FOIA); the Board's FOIA page explains \
             how. muster rules contacts has the telephone and fax of the Board."],
        figures: &[],
        sources: &[Source::faq("information requests")],
    },
    Guide {
        name: "reporting-an-agency",
        title: "How to report an agency that does not comply",
        text: &[
            "To report an agency that is believed not to be in compliance, write a letter to the Executive Director \
             of the Board and give the reasons.",
        ],
        figures: &[],
        sources: &[Source::faq("agency not in compliance")],
    },
    Guide {
        name: "range-officers",
        title: "What a range officer of a retired officers' program must do",
        text: &[
            "A range officer of a certification program for retired officers needs the education or experience that \
             the subject requires, and must already be an approved instructor of the mandatory firearms course. The \
             credentials are investigated.",
            "The range officer is in charge of the whole course of fire, certifies to the Board in writing that the \
             range is safe for every stage of it, is present in person as long as an applicant shoots, may order any \
             person off the range for safety, and reports each applicant's result to the Board in writing.",
            "An agency that runs such a program for its own retired officers must have its curriculum approved by \
             the Board, must use the course of fire of its active officers, and may certify only applicants whose \
             criminal background was investigated and found clear. It shows the Board the system by which it meets \
             all of this.",
        ],
        figures: &[],
        sources: &[Source::code("1720.280"), Source::code("1720.290")],
    },
    Guide {
        name: "firearms-course-four-hours",
        title: "The 4-hour firearms course: by waiver only",
        text: &[
            "The 4-hour firearms course cannot simply be booked. The Board assigns it when it decides on a waiver: \
             for officers trained in another state, for some county corrections officers trained by the Department \
             of Corrections, and for officers of long standing who never had the mandated firearms training. The \
             Board's own page adds that the last group means training before 1970.",
        ],
        figures: &[&params::WAIVER_FIREARMS_HOURS],
        sources: &[Source::faq("4-hour firearms course"), Source::mtu10("4-hour firearms course")],
    },
    Guide {
        name: "transitional-certificates",
        title: "Officers never certificated who were active on 1 July 2022",
        text: &[
            "An officer who was actively employed on 1 July 2022 and had never been issued a certificate may be \
             allowed a transitional certificate and so stay eligible for active employment.",
            "The Board reviews each such officer individually and sets the conditions: one or more courses, and \
             perhaps an examination. When they are met the officer gets a certificate with a number. The rule \
             basic-training-deadline refers to this guide where the days fit.",
        ],
        figures: &[&params::TRANSITIONAL_CERTIFICATE_DAY],
        sources: &[Source::code("1720.90")],
    },
    Guide {
        name: "full-time-promotion",
        title: "A part-time officer becomes full-time",
        text: &[
            "An officer who is still in the part-time course when promoted leaves it and attends the full-time \
             academy.",
            "For an officer who has finished the part-time course the chief sends a revised Form E with a \
             request to waive basic training. The officer is then enrolled in the transition course, which is \
             offered when there is need and has a tuition fee: the Board (ILETSB) is asked for registration \
             and fee. Half of the tuition is reimbursed, on a claim after the officer has passed, if funds for \
             non-basic training are available. The rule part-time-promotion checks this.",
        ],
        figures: &[],
        sources: &[Source::mtu10("students promoted to full-time employment")],
    },
    Guide {
        name: "moving-between-classifications",
        title: "Full-time to part-time, police to corrections: a new waiver and Form E",
        text: &[
            "The full-time act and the part-time act are separate. An officer who moves between them, or into any \
             other sworn work such as court security or corrections, needs a new waiver request and a new Form E for \
             the new position, even inside the same agency. The waiver belongs to the agency: it goes with the \
             employment and not with the officer.",
            "In place of a waiver an agency may send a trained officer through the academy again. Since 1 July 2022 \
             the Board reactivates certificates, and the rule prior-training-waiver says which of the two is \
             needed.",
        ],
        figures: &[],
        sources: &[
            Source::code("1720.60(f)"),
            Source::faq("change of classification"),
            Source::mtu10("moving between full-time and part-time"),
        ],
    },
    Guide {
        name: "lead-investigator-waivers",
        title: "Lead homicide investigators: certificate by waiver",
        text: &[
            "The Board may waive the course of lead homicide investigators for an officer with equivalent training \
             and experience. The papers must show four things as of the application: full-time employment as an \
             officer in Illinois, at least three years as a full-time officer, formal training in death and homicide \
             investigation, and substantial experience in leading or supervising such investigations.",
            "Only the agency can apply, on the Board's form. What it sends is confidential, and the Board's decision \
             is final. The certificate is the same as after the course, good for four years.",
        ],
        figures: &[&params::HOMICIDE_WAIVER_YEARS, &params::HOMICIDE_CERTIFICATE_YEARS],
        sources: &[Source::code("1720.330"), Source::code("1720.340")],
    },
    Guide {
        name: "homicide-renewals",
        title: "Lead homicide investigators: the agency applies for the renewal",
        text: &["The application to renew a certificate comes from the agency that employs the officer, not from the \
             officer. It requires 32 hours of approved death and homicide training within the four years, a \
             satisfactory background check by the Board, and compliance with the rest of the act; the fee is at most \
             $75. With fewer hours, the course is taken again. The rule homicide-certificate checks the day."],
        figures: &[&params::HOMICIDE_RENEWAL_HOURS, &params::HOMICIDE_CERTIFICATE_YEARS, &params::HOMICIDE_RENEWAL_FEE],
        sources: &[Source::code("1720.350")],
    },
    Guide {
        name: "officer-portal-registration",
        title: "Registering on the Officer Portal",
        text: &[
            "Officers register at https://officerportal.ptb.illinois.gov/account/register and afterwards sign \
             in at https://officerportal.ptb.illinois.gov/, which is the address to keep. To sign in the first \
             time, the page's own way is \"Forgot your password?\": enter the address, and follow the \
             instructions in the email.",
            "A personal email address is recommended, because the officer keeps it after leaving the agency. \
             The portal makes officers responsible for watching their own training; administrators still check \
             their department's training in LEDI. Questions go to the field representative.",
            "When the page was written the portal had two pages for compliance. The third is for the signature \
             of every officer, every three years; the fourth for that of chiefs, deputy chiefs and sheriffs, \
             every year, that they have their 20 hours. The fourth replaces submitting the other form. The \
             rules esign-verification and executive-esign check them.",
        ],
        figures: &[&params::EXECUTIVE_HOURS],
        sources: &[Source::portal("how to register"), Source::portal("e-sign")],
    },
    Guide {
        name: "conservators",
        title: "Conservators of the peace: which rules apply to them",
        text: &[
            "Mayors, aldermen, presidents, trustees and park officers who are conservators of the peace must \
             meet the basic training standards of police officers before they use any police authority. Entry \
             to the academy, certification and decertification follow the same standards, and the yearly \
             training that the law requires of officers is required of them.",
            "The limit of six months for basic training does not apply to mayors, aldermen, presidents, \
             trustees and park board members. The rule conservator-training and muster training check cover \
             what can be checked.",
        ],
        figures: &[&params::BASIC_TRAINING_MONTHS],
        sources: &[Source::code("1720.80")],
    },
    Guide {
        name: "sheriffs-proof",
        title: "Sheriffs send in their own proof of training",
        text: &[
            "A sheriff takes 20 hours a year at a certified academy or mobile team unit, or in programs approved by \
             the Executive Director. Such a program is proposed 30 to 90 days before it is held, with its outline, \
             days, instructors and place, and decided within 14 days. It is about the sheriff's own work or the \
             supervision of police or jail. A denial or a request for more information is not an approval; an \
             approval is confirmed in writing.",
            "After each approved program the sheriff personally sends the proof to the Board's office in \
             Springfield. The Board records the hours of each calendar year, issues a certificate for 20 of them, \
             and writes a letter of non-compliance where hours are missing.",
        ],
        figures: &[
            &params::EXECUTIVE_HOURS,
            &params::SHERIFF_PROGRAM_DAYS,
            &params::SHERIFF_PROGRAM_OPENS_DAYS,
            &params::SHERIFF_DECISION_DAYS,
        ],
        sources: &[Source::code("1720.70")],
    },
];
