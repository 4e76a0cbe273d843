//! Guides to subjects that have commands of their own: claims, the course of fire, notices, changes of a roster.

use crate::finding::Source;
use crate::rules::guides::guide::Guide;
use crate::rules::law::params;

pub(crate) static GUIDES: &[Guide] = &[
    Guide {
        name: "claim",
        title: "What is reimbursed, to whom, and by when",
        text: &[
            "The State pays a unit of government one half of the cost of training: salary, unless the trainee had to \
             work during the course; lodging and meals within the State's limits when nights away are needed, \
             otherwise lunch only; miles outside the city of the school; tuition and fees. A course is never paid \
             above its statutory maximum, never twice for one officer unless the circumstances are unusual, and, if \
             it is not basic, never before the basic certificate or a waiver. Part-time basic training: tuition and \
             the POWER examination, after it is completed. The transition course: half of the tuition and nothing \
             else. An officer who paid is not paid back.",
            "The limits are those of State employees, which 1720.50(a) finds in 80 Ill. Adm. Code 2800.Appendix A, \
             3000.400(b) and 3000.300(f)(2). Since 1 January 2024 they are the federal rates of the GSA for the \
             county and day (30 ILCS 105/12-2(f)); the first and the last day of a stay have a lower rate for meals. \
             A refresher course that a department or region holds itself is considered case by case.",
            "A home-rule unit has a resolution or ordinance on file with the Board; any other unit has at least one \
             full-time officer. There are three forms: basic, part-time basic, and non-basic for everything else. \
             The claim is sent promptly after the class, before 15 July after the fiscal year in which it ends. One \
             that arrives on 15 July is late by the FAQ and in time by the rule, so that a person must decide. A \
             later claim is denied, and the way left is the Court of Claims. Basic claims are paid during the year, \
             others after the deadline, usually in the third and fourth week of August.",
            "muster reimburse claim judges claims line by line, muster reimburse forms and muster reimburse rates \
             show forms and limits.",
        ],
        figures: &[
            &params::CLAIM_FULL_TIME_OFFICERS,
            &params::CLAIM_RECEIVED_DAYS,
            &params::CLAIM_PAID_FROM_WEEK,
            &params::CLAIM_PAID_TO_WEEK,
        ],
        sources: &[
            Source::statute("50 ILCS 705/9"),
            Source::code("1720.10(e)"),
            Source::code("1720.50"),
            Source::other_code("20 Ill. Adm. Code 1700.40(c)"),
            Source::other_code("80 Ill. Adm. Code 2800.Appendix A"),
            Source::other_code("80 Ill. Adm. Code 3000.400(b)"),
            Source::faq("reimbursement claims"),
            Source::mtu10("tuition fee"),
            Source::mtu10("students promoted to full-time employment"),
        ],
    },
    Guide {
        name: "course-of-fire",
        title: "The State's course of fire, and an agency's own",
        text: &[
            "Thirty rounds are fired at the center-mass area of the target from 5, 7 and 15 yards; the agency may \
             fire the last stage from 25 yards. Between stages shooters reload as needed, without a command. On duty \
             every stage begins in a secured holster, for off-duty and retired officers in the low ready position; \
             the firearm holds at least five rounds. 70 percent, 21 hits, pass. An agency may make the course harder \
             in any way, never easier.",
            "A course of the agency's own is accepted when each of the State's stages finds a stage of its own in it, \
             or a share of a longer string, from at least that distance, with at least as many rounds and no more \
             seconds a round, and at least 70 percent pass. A person must judge longer strings, which leave out a \
             draw, and courses in which more than nine misses pass.",
            "muster firearms course prints it, and muster firearms score scores sheets by it or by the agency's own \
             course.",
        ],
        figures: &[&params::COURSE_PASSING_PERCENT, &params::FIREARM_LEAST_CAPACITY],
        sources: &[Source::code("1720.Appendix C")],
    },
    Guide {
        name: "portal-notices",
        title: "The notices before and after a due day",
        text: &[
            "By email to the officer and to the administrator of the agency's records in LEDI, the Board announces \
             courses that come due: 60 days before, 30 days before, and when the day has passed. The last notice \
             says how many days are left until the officer is made inactive, a number that no source gives.",
            "muster roster notices writes such notices for every item with a due day, which is more than the Board \
             has announced.",
        ],
        figures: &[&params::FIRST_NOTICE_DAYS, &params::SECOND_NOTICE_DAYS],
        sources: &[Source::portal("notices")],
    },
    Guide {
        name: "roster-changes",
        title: "A changed roster: what needs a Form E",
        text: &[
            "A change of name, of Social Security number or of employment status that the last roster does not \
             show takes effect through a Notice of Appointment (Form E); it may be sent in together with the \
             roster. A move between classifications needs one as well. Hours of part-time officers are \
             reported for law enforcement only, not for corrections or court security. The roster itself is \
             signed twice a year.",
            "muster roster diff finds these changes between two rosters. It reads no Social Security numbers, \
             so you must find changed ones yourself.",
        ],
        figures: &[&params::ROSTER_SIGNATURES],
        sources: &[
            Source::faq("moving to a new classification"),
            Source::faq("rosters signed twice a year"),
            Source::mtu10("personnel rosters"),
        ],
    },
    Guide {
        name: "cops-training",
        title: "COPS Training Portal: free online courses that the Board credits",
        text: &[
            "The Board has agreed to credit courses of the COPS Training Portal toward its yearly training \
             requirements: 28 when the partnership was announced, and more as they are approved. The portal \
             sends the completions to the Board directly, so officers, agencies and mobile team units have \
             nothing to report.",
            "An officer who wants the credit enters the PTB ID when registering at copstrainingportal.org, or \
             adds it to the profile. A course completed after its approval but before the announcement counts \
             too. The list of approved courses is at \
             https://copstrainingportal.org/project/state-approved-courses/.",
            "Online training does not replace in-person training, says the announcement: it leaves an agency's \
             money for what must be learned in person. muster training check credits courses of the portal by \
             your own list.",
        ],
        figures: &[&params::COPS_COURSES],
        sources: &[Source::cops("credit toward annual requirements"), Source::cops("PTB ID")],
    },
];
