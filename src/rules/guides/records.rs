//! Guides to subjects that have commands of their own: claims, the course of fire, notices, changes of a roster.

use crate::finding::Source;
use crate::rules::guides::guide::Guide;

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
             the POWER examination, after it is completed. An officer who paid is not paid back.",
            "A home-rule unit has a resolution or ordinance on file with the Board; any other unit has at least one \
             full-time officer. There are three forms: basic, part-time basic, and non-basic for everything else. \
             The claim is sent promptly after the class, before 15 July after the fiscal year in which it ends. A \
             later claim is denied, and the way left is the Court of Claims. Basic claims are paid during the year, \
             others in August.",
            "muster reimburse claim judges claims line by line, muster reimburse forms and muster reimburse rates \
             show forms and limits.",
        ],
        sources: &[
            Source::statute("50 ILCS 705/9"),
            Source::code("1720.50"),
            Source::other_code("20 Ill. Adm. Code 1700.40(c)"),
            Source::faq("reimbursement claims"),
            Source::mtu10("tuition fee"),
        ],
    },
    Guide {
        name: "course-of-fire",
        title: "The State's course of fire, and an agency's own",
        text: &[
            "Thirty rounds are fired at the center-mass area of the target from 5, 7 and 15 yards; the agency may \
             fire the last stage from 25 yards. On duty every stage begins in a secured holster, for off-duty and \
             retired officers in the low ready position; the firearm holds at least five rounds. 70 percent, 21 \
             hits, pass. An agency may make the course harder in any way, never easier.",
            "A course of the agency's own is accepted when each of the State's stages finds a stage of its own in it, \
             or a share of a longer string, from at least that distance, with at least as many rounds and no more \
             seconds a round, and at least 70 percent pass. A person must judge longer strings, which leave out a \
             draw, and courses in which more than nine misses pass.",
            "muster firearms course prints it, and muster firearms score scores sheets by it or by the agency's own \
             course.",
        ],
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
        sources: &[Source::portal("notices")],
    },
    Guide {
        name: "roster-changes",
        title: "A changed roster: what needs a Form E",
        text: &[
            "A change of name, of Social Security number or of employment status that the last roster does not show \
             takes effect through a Notice of Appointment (Form E); it may be sent in together with the roster. A \
             move between classifications needs one as well. Hours of part-time officers are reported for law \
             enforcement only, not for corrections or court security.",
            "muster roster diff finds these changes between two rosters. It reads no Social Security numbers, so you \
             must find changed ones yourself.",
        ],
        sources: &[Source::faq("moving to a new classification"), Source::mtu10("personnel rosters")],
    },
];
