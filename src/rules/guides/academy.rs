//! Guides for an academy and those who go there: who may not enter, who teaches, how the part-time course runs.

use crate::finding::Source;
use crate::rules::guides::Guide;

pub(crate) static GUIDES: &[Guide] = &[
    Guide {
        name: "academy-bars",
        title: "What bars a person from a basic academy",
        text: &[
            "Nobody enters a certified basic course whom the Board finds not to be of good character, or who was convicted of a felony, of a \
             misdemeanor for which officers are decertified, or of any other crime of moral turpitude: acts against the protection of the \
             public, the integrity of the profession or the administration of justice.",
            "The agency sends the academy a release of information and a written certification that criminal and personal history were \
             examined, dated and signed by the agency's head with the applicant's own attestation. The Academy Director looks at it within \
             the first two weeks, and sends home, in writing and with reasons, whoever does not meet the law.",
            "The agency may ask the Executive Director for a review within 10 days of receiving the denial; a decision comes within 30 days, \
             and can be appealed within 10 days more to the Certification Review Panel. An appeal brings the 90 days of extension with it. \
             Who does not cooperate with the review may find the denial confirmed. muster deadline works the days out.",
        ],
        sources: &[Source::code("1720.35")],
    },
    Guide {
        name: "instructors",
        title: "Who may teach police courses",
        text: &[
            "An instructor needs the education or the experience that the teaching asks for, personal integrity, and a sincere wish to pass \
             knowledge on. The Executive Director looks into the credentials of each and decides. Instructors of the homicide course are \
             approved by the Board.",
        ],
        sources: &[Source::code("1720.40"), Source::code("1720.320(c)")],
    },
    Guide {
        name: "part-time-classroom",
        title: "Rules of the part-time course: online work, modules, conduct",
        text: &[
            "At least 16 hours of online work a week are encouraged; it is advice, and nobody is dismissed by it. Workbooks are kept complete \
             before each Saturday and are looked at for completeness, neatness and legibility.",
            "Whoever has not finished a module by its Saturday does not sit its examination with the class: there are seven more days to \
             finish the work, and then the examination. A makeup session is at the coordinator's discretion, and missing it ends the course \
             at once. For conduct that seems out of line the coordinator alone may dismiss a student. What is said in class stays there.",
            "The chief is told when assignments are missed, gets reports on progress, and is called in when talking to the student did not \
             help. The final examination of 200 questions is given on the last Saturday, with three and a half hours for it; only the chief \
             hears the result from the Board, and nobody asks the Board or the unit for it.",
        ],
        sources: &[Source::mtu10("computer work"), Source::mtu10("classroom conduct")],
    },
    Guide {
        name: "part-time-enrolment",
        title: "The enrolment packet of the part-time course",
        text: &[
            "The course is for officers whom an Illinois department has hired and sworn in for a part-time position. Civilians, auxiliaries, \
             whoever is not sworn, officers hired for full-time work and graduates of the full-time academy are not taken; \
             part-time-course-eligibility holds what a roster can tell of it.",
            "The agency enrols the officer; nobody enrols alone. The packet holds the forms to hire a part-time officer, to ask for a training \
             waiver if there is need, to enrol, to prepare for POWER, and to claim tuition back; its cover sheet lists them. Without the \
             complete packet and a passed POWER test nobody is processed.",
            "Form E is filed online with the Board, and the unit gets a copy, as it does of anything sent to the Board already. Agency and \
             applicant sign that they understand who pays: the agency pays the tuition by check to LETAC, MTU #10, by the day asked for, and \
             only the agency is ever paid back.",
        ],
        sources: &[Source::mtu10("who may attend"), Source::mtu10("enrollment forms"), Source::mtu10("tuition fee")],
    },
    Guide {
        name: "power-test",
        title: "How the POWER test is held, and what it is for",
        text: &[
            "Four events, always in this order: sit and reach, sit-ups in one minute, one repetition on the bench press, the 1.5 mile run. \
             Each has a standard by sex and age, and all four have to be reached; the standards in force are those of December 2022 (muster \
             power standards).",
            "For the sit and reach the legs lie straight at a right angle to the line on the box, the heels eight inches apart at its near \
             edge. One hand lies on the other, knuckles and middle fingers over each other, and both push the slide forward in one smooth \
             movement. The inches at the fingertips count, in the best of three trials.",
            "The test before the academy is given by assessors whom the Board approved; the mobile team unit knows them. Passing it admits to \
             the academy, which may still test again. Mobile Team Unit #10 holds its own about every three months, as a rule on a Saturday, \
             and sees most failures in the run; who fails and does not take the retest is not admitted there. It decides who enters an academy; it is no standard for hiring. muster power score keeps \
             the standards, the retest and the 45 days.",
        ],
        sources: &[
            Source::code("1720.30(g) to (j)"),
            Source::code("1720.Appendix A"),
            Source::faq("POWER test and physical examination"),
            Source::mtu10("POWER test"),
            Source::mtu10("Pre-POWER test"),
        ],
    },
    Guide {
        name: "part-time-orientation",
        title: "Orientation before the part-time course is mandatory",
        text: &[
            "Applicants attend the orientation of their class. It shows the online training, the tests before and after a module and the \
             rules of conduct, and hands out the work of the first module; those who missed it had trouble with all of these.",
        ],
        sources: &[Source::mtu10("student orientation")],
    },
    Guide {
        name: "part-time-uniform",
        title: "Uniform at the part-time course",
        text: &[
            "Officers come to every Saturday session in uniform. The one exception is a full day of control and arrest tactics, for which \
             they come in workout clothes.",
        ],
        sources: &[Source::mtu10("dress code")],
    },
    Guide {
        name: "part-time-weekends",
        title: "A missed weekend of the part-time course is made up elsewhere",
        text: &[
            "Every Saturday and Sunday session must be attended; they are mostly hands-on. Whoever misses one sees to it that it is made up \
             with another mobile team unit, because the hours are needed to graduate. Chiefs are asked to help their officer attend. The \
             code asks for all sessions too; the tenth that may be missed is the full-time academy's.",
        ],
        sources: &[Source::other_code("20 Ill. Adm. Code 1770.205(a)"), Source::mtu10("attendance")],
    },
];
