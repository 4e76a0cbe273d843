//! Guides for those who run courses, sit examinations, report to the Board or hold a permit: duties that no sheet records.

use crate::finding::Source;
use crate::rules::guides::Guide;

pub(crate) static GUIDES: &[Guide] = &[
    Guide {
        name: "academy-director",
        title: "What an Academy Director answers for",
        text: &[
            "A certified academy or course runs under one full-time Academy Director, approved by the Executive Director. The director \
             supervises the school as a whole: examinations are prepared and graded, notebooks and skills rated, instructors and safe ranges \
             found, lodging and food arranged where they belong to the course, and conduct kept. Standards of conduct are the director's to \
             set; the certificate of the course proves that they were met.",
            "Absence is excused only for what the trainee could not help, such as a death in the family, illness, a subpoena, disability or a \
             breakdown on the way. The director decides whether a course was passed, and may dismiss before its end whoever cannot or will \
             not pass; the Executive Director and the agency get a written report at once.",
            "Records of every trainee are kept whole and go to the Board at the end of the course, a copy of each performance record to the \
             agency. Fees are reasonable, and the agency that employs the trainee pays them. POWER is given before the course starts, and \
             again in its final week, for the Board's figures.",
        ],
        sources: &[Source::code("1720.20(a), (e)"), Source::code("1720.30(a) to (e), (g), (j)")],
    },
    Guide {
        name: "certified-courses",
        title: "How a course is certified, and which courses are reimbursed",
        text: &[
            "The sponsor or the course director applies by a formal letter to the Executive Director: objectives, an outline with what is \
             taught under each topic, the schedule hour by hour with lesson plans, names and qualifications of the instructors, the exact \
             places with ranges, and why the fees are what they are. The letter is there at least 45 days before the Board's next regular \
             meeting (muster deadline course-application); the applicant hears whether the course is approved.",
            "The basic course is full-time, without gaps, and follows the approved curriculum; the Board sets the least hours and advises \
             more. Advanced and special training is reimbursed only when its curriculum is approved, and refreshers case by case. The \
             schedule of certified courses comes out about twice a year; a course with an asterisk is not reimbursed.",
        ],
        sources: &[Source::code("1720.10"), Source::code("1720.30(f)"), Source::faq("certified classes")],
    },
    Guide {
        name: "trainee-duties",
        title: "What a trainee brings and keeps: notebook, equipment, conduct",
        text: &[
            "The notebook is neat, with the notes and handouts of the course behind dividers; legible, in short and clear sentences; accurate, \
             so that it tells what was taught; and sufficient, in the trainee's own words. The Academy Director rates it, and exam check reads \
             the rating in notebook. The trainee brings the equipment that the course asks for, and keeps to the academy's rules.",
        ],
        sources: &[Source::code("1720.20(b), (e), (g)")],
    },
    Guide {
        name: "examination-day",
        title: "How the State's examinations are held",
        text: &[
            "The comprehensive examination is written or electronic, and given by the Board's staff or by somebody the Board has named, at the \
             academy or a testing place, when the last week of the course ends. In the room are approved proctors and those who sit it. It \
             takes three and a half hours at most. Who has failed gets another version; retakes have days and places of their own, at least \
             twice in six months. Passed once, it is never asked for again.",
            "The Equivalency Examination is for whom the Executive Director asks it of, because training elsewhere or long ago leaves open \
             whether today's law of Illinois is known; length and kind of service, certificates and education weigh in that. Content and \
             marks of both are looked over at least every second year.",
        ],
        sources: &[Source::code("1720.15"), Source::code("1720.20(h)"), Source::code("1720.25")],
    },
    Guide {
        name: "agency-duties",
        title: "What an agency owes the Board and its recruits",
        text: &[
            "Every full-time recruit is told that the job depends on finishing the basic course within six months. Nobody is appointed for good \
             without the certificate or a waiver, and whoever does not finish is let go. The Board gets the reports and the information that \
             it asks for under the act. basic-training-deadline, basic-training-extension and certificate-activation keep the days.",
            "Somebody certified in another state or by a federal agency is inactive until the Board certifies by reciprocity: no duties, and no \
             firearm under the agency's authority. The agency applies, and the officer meets the conditions that the Board sets from the \
             courses already taken.",
        ],
        sources: &[Source::code("1720.60")],
    },
    Guide {
        name: "retired-permit-card",
        title: "Applying for a retired officer's permit, and carrying it",
        text: &[
            "The form comes from the Illinois Retired Officer Concealed Carry Program, by post, telephone or its page. It is a sworn affidavit, \
             complete and true; what is missing has it denied. The applicant lets the State Police search criminal records, State and \
             federal, and those on mental health, and shows the FOID card and the former agency's photographic identification. The fee comes \
             by check or money order; cash lost in the mail is not the Board's loss.",
            "The permit card names its holder, the kind of firearm, its number and its first and last day. It is good only in the holder's \
             possession, together with a valid FOID card and that identification; it is shown to any officer who asks, stays the State's, and \
             is handed back on written notice. The holder knows and keeps every law on firearms; an offence against them can cost the permit. \
             permit check keeps the days.",
        ],
        sources: &[
            Source::code("1720.230"),
            Source::code("1720.245"),
            Source::code("1720.250(a) to (f)"),
            Source::code("1720.260(a) to (e)"),
        ],
    },
    Guide {
        name: "homicide-course",
        title: "The course of lead homicide investigators",
        text: &[
            "The course has 40 to 50 hours within seven days in a row: kinds of death investigation, techniques, scenes and the keeping of \
             evidence, interviews and interrogations. Instructors are approved by the Board, which offers it somewhere in Illinois at times \
             officers can reach. It is for officers of counties and municipalities, not of the State Police. Who completes it gets a \
             numbered certificate, good for four years.",
        ],
        sources: &[Source::code("1720.310"), Source::code("1720.320"), Source::code("1720.340")],
    },
];
