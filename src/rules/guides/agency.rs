//! Guides for an agency: whom to write to, who may carry, who moves where.

use crate::finding::Source;
use crate::rules::guides::Guide;

pub(crate) static GUIDES: &[Guide] = &[
    Guide {
        name: "complaints",
        title: "Where a complaint about an officer goes: Form Q",
        text: &[
            "A complaint about an officer is written on the Board's Officer Complaint Form Q and sent to PTB.Complaints@illinois.gov, \
             where it is processed. The complaint form that used to be an appendix of the code has been repealed, and so have the \
             sections on decertification beside it.",
        ],
        sources: &[Source::code("1720.Appendix B (repealed)"), Source::faq("complaints")],
    },
    Guide {
        name: "information-requests",
        title: "How to ask the Board for information",
        text: &[
            "Records of the Board are asked for in writing, as a Freedom of Information request; its FOIA page says how.",
        ],
        sources: &[Source::faq("information requests")],
    },
    Guide {
        name: "reporting-an-agency",
        title: "How to report an agency that does not comply",
        text: &[
            "Whoever believes that an agency is not in compliance writes a letter to the Executive Director of the Board and says why.",
        ],
        sources: &[Source::faq("agency not in compliance")],
    },
    Guide {
        name: "range-officers",
        title: "What a range officer of a retired officers' programme must do",
        text: &[
            "A range officer of a certification programme for retired officers needs the education or experience that the teaching asks \
             for, and must already be an approved instructor of the mandatory firearms course. The credentials are investigated.",
            "The range officer is in charge of the whole course of fire, certifies to the Board in writing that the range is safe for every \
             stage of it, is present in person as long as an applicant shoots, may send anybody off the range for safety, and reports each \
             applicant's result to the Board in writing.",
            "An agency that runs such a programme for its own retired officers has its curriculum approved by the Board, uses the course of \
             fire of its active officers, and certifies nobody whose criminal background was not investigated and found clear. It shows the Board by what system it keeps \
             to all of this.",
        ],
        sources: &[Source::code("1720.280"), Source::code("1720.290")],
    },
    Guide {
        name: "firearms-course-four-hours",
        title: "The 4-hour firearms course: by waiver only",
        text: &[
            "The 4-hour firearms course cannot simply be booked. The Board assigns it when it decides on a waiver: for officers trained in \
             another state, for some county corrections officers whom the Department of Corrections had trained, and for officers of long \
             standing who never had the mandated firearms training. The Board's own page adds of the last group that it means training \
             before 1970.",
        ],
        sources: &[Source::faq("4-hour firearms course"), Source::mtu10("4-hour firearms course")],
    },
    Guide {
        name: "transitional-certificates",
        title: "Officers never certificated who were active on 1 July 2022",
        text: &[
            "An officer who was actively employed on 1 July 2022 and had never been issued a certificate may be allowed a transitional \
             certificate and so stay eligible for active employment.",
            "The Board looks at each such officer alone and sets the conditions: a course or several, and perhaps an examination. When they \
             are met the officer gets a certificate with a number. basic-training-deadline points here where the days fit.",
        ],
        sources: &[Source::code("1720.90")],
    },
    Guide {
        name: "full-time-promotion",
        title: "A part-time officer becomes full-time",
        text: &[
            "An officer who is still in the part-time course when promoted leaves it and goes through the full-time academy.",
            "An officer who has finished the part-time course needs a revised Form E with a request to waive basic training, sent by the \
             chief, and is then enrolled in the transition course, which is offered when there is need. Half of its tuition comes back on a \
             claim if funds are available. The rule part-time-promotion watches over it.",
        ],
        sources: &[Source::mtu10("students promoted to full-time employment")],
    },
    Guide {
        name: "moving-between-classifications",
        title: "Full-time to part-time, police to corrections: a new waiver and Form E",
        text: &[
            "The full-time and the part-time act each stand alone. An officer who moves between them, or into any other sworn work such as \
             court security or corrections, needs a new waiver request and a new Form E for the new position, also inside the same agency. \
             The waiver belongs to the agency: it goes with the employment and not with the officer.",
            "In place of a waiver an agency may send a trained officer through the academy again. Since 1 July 2022 the Board reactivates \
             certificates, and prior-training-waiver says which of the two is asked for.",
        ],
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
            "The Board may waive the course of lead homicide investigators for an officer whose training and experience come to the same. \
             The papers must show four things as of the application: full-time employment as an officer in Illinois, at least three years \
             as a full-time officer, formal training in death and homicide investigation, and substantial experience in leading or \
             supervising such investigations.",
            "Only the agency can ask, on the Board's form. What it sends is confidential, and the Board's decision is final. The \
             certificate is the same as after the course, good for four years.",
        ],
        sources: &[Source::code("1720.330"), Source::code("1720.340")],
    },
    Guide {
        name: "homicide-renewals",
        title: "Lead homicide investigators: the agency asks for the renewal",
        text: &[
            "The application to renew a certificate comes from the agency that employs the officer, not from the officer. It asks for 32 \
             hours of approved death and homicide training inside the four years, a satisfactory background check by the Board, and \
             compliance with the rest of the act; the fee is at most $75. Short of the hours, the course is taken again. \
             homicide-certificate keeps the day.",
        ],
        sources: &[Source::code("1720.350")],
    },
    Guide {
        name: "officer-portal-registration",
        title: "Registering on the Officer Portal",
        text: &[
            "Officers register at https://officerportal.ptb.illinois.gov/account/register and afterwards sign in at \
             https://officerportal.ptb.illinois.gov/, the address to keep. To get in the first time, the page's own way is \"Forgot your \
             password?\": enter the address, and follow what the mail says.",
            "A personal mail address is recommended, because the officer keeps it after leaving the agency. The portal puts the watch over \
             training into the officer's hands; administrators still look at their department's training in LEDI. Questions go to the field \
             representative.",
        ],
        sources: &[Source::portal("how to register")],
    },
    Guide {
        name: "conservators",
        title: "Conservators of the peace: what binds them",
        text: &[
            "Mayors, aldermen, presidents, trustees and park officers who are conservators of the peace meet the basic training standards of \
             police officers before they use any police authority. Entry to the academy, certification and decertification follow the same \
             standards, and the yearly training that law asks of officers is asked of them.",
            "The six months for basic training do not run against mayors, aldermen, presidents, trustees and park board members. \
             conservator-training and the training records hold what can be checked.",
        ],
        sources: &[Source::code("1720.80")],
    },
    Guide {
        name: "sheriffs-proof",
        title: "Sheriffs send in their own proof of training",
        text: &[
            "A sheriff takes 20 hours a year at a certified academy or mobile team unit, or in programmes that the Executive Director \
             approved; such a programme is proposed 30 to 90 days before it is held, with its outline, days, instructors and place, and \
             decided within 14 days. It is about the sheriff's own work or the supervision of police or jail. A denial or a question for more is no approval; an approval is confirmed in writing.",
            "After each approved programme the sheriff is the one who sends the proof to the Board's office in Springfield. The Board keeps \
             the hours of each calendar year, issues a certificate for 20 of them, and writes a letter of non-compliance where they are \
             missing.",
        ],
        sources: &[Source::code("1720.70")],
    },
];
