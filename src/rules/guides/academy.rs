//! Guides for academies and trainees: who may not enter, who teaches, how the part-time course runs.

use crate::finding::Source;
use crate::rules::guides::guide::Guide;
use crate::rules::law::params;

pub(crate) static GUIDES: &[Guide] = &[
    Guide {
        name: "academy-bars",
        title: "What bars a person from a basic academy",
        text: &[
            "A person may not enter a certified basic course if the Board finds that they are not of good \
             character, or if they were convicted of a felony, of a misdemeanor for which officers are \
             decertified, or of any other crime of moral turpitude: acts against the protection of the public, \
             the integrity of the profession or the administration of justice.",
            "The agency sends the academy a release of information and, within 30 days before the first day of \
             the course, a written certification. It holds name and address of the agency and of the \
             applicant; that the criminal history was examined and holds nothing that bars entry; that the \
             personal history was examined and the character is good; and the dated signature of the head of \
             the agency, with the applicant's own attestation that all of it is true.",
            "The Academy Director reviews the papers within the first two weeks (14 days), and sends home, in \
             writing and with reasons, any trainee who does not meet the law.",
            "The agency may ask the Executive Director for a review within 10 days of receiving the denial. A \
             decision comes within 30 days, and can be appealed within 10 more days to the Certification \
             Review Panel. If the Executive Director confirms the denial, or the Board believes that the \
             person lacks what an officer must have, applicant and agency receive a formal Finding of \
             Ineligibility. An appeal brings the 90-day extension with it. If the applicant or the agency does \
             not cooperate with the review, the denial may be confirmed. muster deadline calculates the days.",
        ],
        figures: &[
            &params::ENTRANCE_CERTIFICATION_DAYS,
            &params::ENTRANCE_REVIEW_DAYS,
            &params::ENTRANCE_APPEAL_DAYS,
            &params::ENTRANCE_DECISION_DAYS,
            &params::PANEL_APPEAL_DAYS,
            &params::BASIC_TRAINING_EXTENSION_DAYS,
        ],
        sources: &[Source::code("1720.35")],
    },
    Guide {
        name: "instructors",
        title: "Who may teach police courses",
        text: &[
            "An instructor needs the education or the experience that the subject requires, personal integrity, and a \
             sincere wish to pass knowledge on. The Executive Director examines the credentials of each and decides. \
             Instructors of the homicide course are approved by the Board.",
        ],
        figures: &[],
        sources: &[Source::code("1720.40"), Source::code("1720.320(c)")],
    },
    Guide {
        name: "part-time-classroom",
        title: "Rules of the part-time course: online work, modules, conduct",
        text: &[
            "At least 16 hours of online work a week are encouraged. This is advice: no student is dismissed \
             for doing less. Workbooks must be complete before each Saturday, and are checked for \
             completeness, neatness and legibility.",
            "A student who has not finished a module by its Saturday does not take its examination with the \
             class: they have seven more days to finish the work and then take the examination. A makeup \
             session is at the coordinator's discretion, and missing it ends the course at once. For \
             inappropriate conduct the coordinator alone may dismiss a student. What is said in class stays \
             there.",
            "The chief is told when assignments are missed, receives progress reports, and is called in when \
             talking to the student did not help. The final examination of 200 questions is given on the last \
             Saturday, with three and a half hours (210 minutes) for it. Only the chief receives the result \
             from the Board; students do not ask the Board or the unit for it.",
        ],
        figures: &[
            &params::PART_TIME_ONLINE_HOURS,
            &params::PART_TIME_MODULE_DAYS,
            &params::EXAM_QUESTIONS,
            &params::EXAM_MINUTES,
        ],
        sources: &[
            Source::mtu10("computer work"),
            Source::mtu10("classroom conduct"),
            Source::mtu10("comprehensive examination"),
        ],
    },
    Guide {
        name: "part-time-enrolment",
        title: "The enrollment packet of the part-time course",
        text: &[
            "The course is for officers whom an Illinois department has hired and sworn in for a part-time \
             position. Civilians, auxiliaries, anyone who is not sworn in, officers hired for full-time work \
             and graduates of the full-time academy are not accepted. The rule part-time-course-eligibility \
             checks what a roster can show.",
            "The agency enrolls the officer; officers cannot enroll themselves. The packet holds the forms to \
             hire a part-time officer, to ask for a training waiver if one is needed, to enroll, to prepare \
             for POWER, and to claim tuition back; its cover sheet lists them. No officer is processed without \
             the complete packet and a passed POWER test.",
            "Form E is filed online with the Board, and the unit gets a copy of it, and of anything already \
             sent to the Board. Agency and applicant sign that they understand who pays: the agency pays the \
             tuition by check to LETAC, MTU #10, by the day requested, and only the agency is reimbursed.",
            "Since 1 July 1999 agencies pay a tuition fee that depends on the number of officers enrolled; the \
             unit names it before the officer is enrolled. Without the officer's salary and travel it may be \
             reimbursed once the course is passed.",
        ],
        figures: &[&params::PART_TIME_FEE_DAY],
        sources: &[Source::mtu10("who may attend"), Source::mtu10("enrollment forms"), Source::mtu10("tuition fee")],
    },
    Guide {
        name: "power-test",
        title: "How the POWER test is held, and what it is for",
        text: &[
            "POWER is short for Police Officer Wellness Evaluation Report in the Board's answers; Mobile Team \
             Unit #10 writes Peace Officer Wellness Evaluation Report. The test has four events, always in \
             this order: sit and reach, sit-ups in one minute, one repetition on the bench press, the 1.5 mile \
             run. Each has a standard by sex and age, and all four must be met.",
            "Has the test changed? The two pages contradict each other. The Board's answer is yes: the \
             standards were adjusted in December 2022. Mobile Team Unit #10 repeats an older answer of the \
             Board, which is no. The Code has the standards of December 2022, and they are in force (muster \
             power standards).",
            "For the sit and reach the legs lie straight at a right angle to the line on the box, the heels 8 \
             inches apart at its near edge. One hand lies on the other, knuckles and middle fingers over each \
             other, and both push the slide forward in one smooth movement. The inches at the fingertips \
             count, on a yard stick that shows 15 inches at the toes, in the best of three trials.",
            "The test before the academy is given by assessors approved by the Board; ask the mobile team unit \
             for them. Passing it admits to the academy, which may test again. It counts for 45 days, the \
             physical examination for 60. What was failed may be taken again once, 48 to 72 hours after the \
             end of the first test (muster deadline power-retest). Whoever is older than 59 is tested as at \
             59. Mobile Team Unit #10 holds its own test about every three months, usually on a Saturday; the \
             dates are on the website of LETAC. It sees most failures in the run; a candidate who fails and \
             does not take the retest is not admitted there. The test decides who enters an academy; it is not \
             a standard for hiring. muster power score applies the standards, the retest and the 45 days.",
        ],
        figures: &[
            &params::SIT_REACH_HEELS,
            &params::SIT_REACH_TOES,
            &params::SIT_REACH_TRIALS,
            &params::POWER_VALID_DAYS,
            &params::PHYSICAL_EXAM_VALID_DAYS,
            &params::POWER_RETEST_OPENS_HOURS,
            &params::POWER_RETEST_CLOSES_HOURS,
            &params::POWER_OLDEST_AGE,
        ],
        sources: &[
            Source::code("1720.30(g) to (j)"),
            Source::code("1720.Appendix A"),
            Source::faq("what POWER stands for; whether it has changed"),
            Source::faq("sit and reach"),
            Source::faq("POWER test and physical examination"),
            Source::mtu10("POWER test"),
            Source::mtu10("Pre-POWER test"),
        ],
    },
    Guide {
        name: "part-time-orientation",
        title: "Orientation before the part-time course is mandatory",
        text: &[
            "Applicants attend the orientation of their class. It explains the online training, the tests before and \
             after a module and the rules of conduct, and gives out the work of the first module. Applicants who \
             missed it had trouble with all of these.",
        ],
        figures: &[],
        sources: &[Source::mtu10("student orientation")],
    },
    Guide {
        name: "part-time-uniform",
        title: "Uniform at the part-time course",
        text: &["Officers come to every Saturday session in uniform. The only exception is a full day of control and \
             arrest tactics, for which they wear workout clothes."],
        figures: &[],
        sources: &[Source::mtu10("dress code")],
    },
    Guide {
        name: "part-time-weekends",
        title: "A missed weekend of the part-time course is made up elsewhere",
        text: &[
            "Every Saturday and Sunday session must be attended; they are mostly hands-on. An officer who misses one \
             must arrange to make it up with another mobile team unit, because the hours are needed to graduate. \
             Chiefs are asked to help their officer attend. The code requires all sessions too; only the full-time \
             academy allows a tenth of the hours to be missed.",
        ],
        figures: &[],
        sources: &[Source::other_code("20 Ill. Adm. Code 1770.205(a)"), Source::mtu10("attendance")],
    },
];
