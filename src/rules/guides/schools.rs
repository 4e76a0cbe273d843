//! Guides for schools, examinees, agencies and permit holders: duties that no sheet records.

use crate::finding::Source;
use crate::rules::guides::guide::Guide;
use crate::rules::law::params;

pub(crate) static GUIDES: &[Guide] = &[
    Guide {
        name: "academy-director",
        title: "What an Academy Director is responsible for",
        text: &[
            "A certified academy or course is run by one full-time Academy Director, approved by the Executive \
             Director. The director supervises the school as a whole: preparing and grading examinations, rating \
             notebooks and skills, finding instructors and safe ranges, arranging lodging and food where they are \
             part of the course, and maintaining conduct. The director sets the standards of conduct; the \
             certificate of the course proves that they were met.",
            "Absence is excused only for reasons that the trainee could not help, such as a death in the family, \
             illness, a subpoena, disability or a breakdown on the way. The director decides whether a course was \
             passed, and may dismiss before its end a trainee who cannot or will not pass; the Executive Director \
             and the agency get a written report at once.",
            "Complete records of every trainee are kept and go to the Board at the end of the course, with a copy of \
             each performance record to the agency. Fees are reasonable, and the agency that employs the trainee \
             pays them. POWER is given before the course starts, and again in its final week for the Board's \
             statistics.",
        ],
        figures: &[],
        sources: &[Source::code("1720.20(a), (e)"), Source::code("1720.30(a) to (e), (g), (j)")],
    },
    Guide {
        name: "certified-courses",
        title: "How a course is certified, and which courses are reimbursed",
        text: &[
            "The sponsor or the course director applies by a formal letter to the Executive Director. The \
             letter gives the objectives, an outline with the content of each topic, the schedule hour by hour \
             with lesson plans, names and qualifications of the instructors, the exact places with ranges, and \
             the reasons for the fees. It arrives at least 45 days before the Board's next regular meeting \
             (muster deadline course-application); the applicant is told whether the course is approved.",
            "The basic course is full-time, without gaps, and follows the approved curriculum; the Board sets \
             the minimum hours and recommends more. An hour of instruction is 50 minutes and a recess of 10. \
             Advanced and special training is reimbursed only when its curriculum is approved, and refreshers \
             case by case. The schedule of certified courses is published about twice a year; a course with an \
             asterisk is not reimbursed.",
        ],
        figures: &[&params::COURSE_APPLICATION_DAYS, &params::INSTRUCTION_MINUTES, &params::RECESS_MINUTES],
        sources: &[Source::code("1720.10"), Source::code("1720.30(f)"), Source::faq("certified classes")],
    },
    Guide {
        name: "trainee-duties",
        title: "What a trainee brings and keeps: notebook, equipment, conduct",
        text: &[
            "The notebook is neat, with the notes and handouts of the course behind dividers; legible, in short and \
             clear sentences; accurate, so that it shows what was taught; and sufficient, in the trainee's own \
             words. The Academy Director rates it, and muster exam check reads the rating in the column notebook. \
             The trainee brings the equipment that the course requires, and follows the academy's rules.",
        ],
        figures: &[],
        sources: &[Source::code("1720.20(b), (e), (g)")],
    },
    Guide {
        name: "examination-day",
        title: "How the State's examinations are held",
        text: &[
            "The comprehensive examination is for trainees who completed the course with an average of 70 \
             percent and are full-time officers employed by a local agency; part-time trainees take it on the \
             last Saturday of their own course. It is written or electronic. The Board's staff or a person \
             named by the Board gives it at the academy or a testing place, when the last week of the course \
             ends. Only approved proctors and examinees are in the room. It takes three and a half hours (210 \
             minutes) at most.",
            "The pass mark, 66 percent since 15 December 2022, is announced at the beginning of each course. \
             For police the contents may come from Section 7 of the Police Training Act and from the Peace \
             Officer and Probation Officer Firearm Training Act (50 ILCS 710); for corrections from 20 Ill. \
             Adm. Code 1750.202 and the same firearm act. A trainee who has failed gets another version; \
             retakes have days and places of their own, at least two times in six months. Once passed, the \
             examination is never required again.",
            "A trainee who disturbs the examination, does not cooperate or seems to cheat is ordered by the \
             proctor to hand in the paper and leave. A complete written report goes to the Executive Director \
             and to the trainee's chief; the trainee may send the Executive Director a report of their own \
             within 7 days. The Executive Director decides whether the examination is forfeited and may be \
             retaken.",
            "The Executive Director may certify a person, or waive basic training, where long experience as a \
             police officer, or experience as a county corrections officer, makes it illogical or unreasonable \
             to ask for it. The Executive Director may then require the Equivalency Examination, if it is open \
             whether the person knows today's law and procedures of Illinois; length and kind of service, \
             certificates and education are considered. Whoever has training from elsewhere and no Illinois \
             academy must pass it. Its contents come from the same acts; it may be tried three times in a \
             career.",
            "Contents and pass marks of both examinations are reviewed at least every two years.",
        ],
        figures: &[
            &params::WRITTEN_AVERAGE_PERCENT,
            &params::EXAM_MINUTES,
            &params::COMPREHENSIVE_PERCENT,
            &params::EXAM_RETAKE_DATES,
            &params::EXAM_RETAKE_MONTHS,
            &params::DISRUPTION_REPORT_DAYS,
            &params::EQUIVALENCY_ATTEMPTS,
            &params::EXAM_REVIEW_YEARS,
        ],
        sources: &[
            Source::statute("50 ILCS 710"),
            Source::code("1720.15"),
            Source::code("1720.20(h)"),
            Source::code("1720.25"),
            Source::mtu10("comprehensive examination"),
        ],
    },
    Guide {
        name: "agency-duties",
        title: "What an agency owes the Board and its recruits",
        text: &[
            "Every full-time officer appointed after 1 January 1976 is told that the job depends on finishing \
             the basic course within six months. An agency may not appoint an officer permanently without the \
             certificate or a waiver, and must end the employment of a recruit who does not finish. The Board \
             gets the reports and the information that it requests under the act. The rules \
             basic-training-deadline, basic-training-extension and certificate-activation check the days.",
            "An officer certified in another state or by a federal agency is inactive until the Board \
             certifies by reciprocity: no duties, and no firearm under the agency's authority. The agency \
             applies, and the officer meets the conditions that the Board sets on the basis of the courses \
             already taken.",
        ],
        figures: &[&params::CONDITION_DAY, &params::BASIC_TRAINING_MONTHS],
        sources: &[Source::code("1720.60")],
    },
    Guide {
        name: "retired-permit-card",
        title: "Applying for a retired officer's permit, and carrying it",
        text: &[
            "The form comes from the Illinois Retired Officer Concealed Carry Program, in writing (P.O. Box \
             9860, Springfield, Illinois 62791), by telephone (217/726-9537) or from its page; the Code names \
             www.ptb.state.il.us. It is a sworn affidavit, complete and true; an incomplete one is denied. The \
             applicant lets the State Police search criminal records, State and federal, and mental health \
             records, and shows the FOID card and the former agency's photographic identification. The fee, \
             which the Board reviews every year, is paid by check or money order; the Board is not responsible \
             for cash lost in the mail.",
            "The approval tells which ranges there are and what the course of fire requires. Whoever fails it \
             is told so at the range, and afterwards in writing, with instructions. The permit is mailed to \
             the home or mailing address on the application.",
            "The permit card has its title, the State Seal and instructions, and names its holder with the \
             date of birth, the kind of firearm, its number and its first and last day. It is good only in the \
             holder's possession, together with a valid FOID card and that identification. It is shown to any \
             officer who asks, remains the State's property, and is returned on written notice. The holder \
             must know and follow every law on firearms; an offense against them can cost the permit. A \
             federal or State statute that says otherwise, now or later, prevails over these sections. muster \
             permit check checks the days.",
        ],
        figures: &[],
        sources: &[
            Source::code("1720.230"),
            Source::code("1720.245"),
            Source::code("1720.250"),
            Source::code("1720.260(a) to (e)"),
            Source::code("1720.270(b)"),
        ],
    },
    Guide {
        name: "homicide-course",
        title: "The course of lead homicide investigators",
        text: &[
            "The course has 40 to 50 hours within seven consecutive days: kinds of death investigation, techniques, \
             scenes and the preservation of evidence, interviews and interrogations. Instructors are approved by the \
             Board, which offers the course somewhere in Illinois at times that officers can attend. It is for \
             officers of counties and municipalities, not of the State Police. An officer who completes it gets a \
             numbered certificate, good for four years.",
        ],
        figures: &[
            &params::HOMICIDE_COURSE_HOURS,
            &params::HOMICIDE_COURSE_MOST_HOURS,
            &params::HOMICIDE_COURSE_DAYS,
            &params::HOMICIDE_CERTIFICATE_YEARS,
        ],
        sources: &[Source::code("1720.310"), Source::code("1720.320"), Source::code("1720.340")],
    },
];
