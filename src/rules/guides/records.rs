//! Guides to what commands of their own hold: claims, the course of fire, notices, changes of a roster.

use crate::finding::Source;
use crate::rules::guides::Guide;

pub(crate) static GUIDES: &[Guide] = &[
    Guide {
        name: "claim",
        title: "What is reimbursed, to whom, and by when",
        text: &[
            "The State pays a unit of government one half of what training cost: salary unless the trainee had to work during the course, \
             lodging and meals within the State's limits when nights away are needed (else lunch alone), miles outside the city of the \
             school, tuition and fees. No course is paid above its statutory maximum, none twice for one officer unless the circumstances are \
             unusual, and none that is not basic before the basic certificate or a waiver. Part-time basic training: tuition and the POWER \
             examination, after it is completed. An officer who paid is not paid back.",
            "A home-rule unit has a resolution or ordinance on file with the Board, another one at least one full-time officer. There are three \
             forms: basic, part-time basic, non-basic for the rest. The claim is sent promptly after the class, before 15 July after the fiscal \
             year in which it ends; what comes later is denied, and the way left is the Court of Claims. Basic claims are paid through the \
             year, others in August.",
            "muster reimburse claim judges claims line by line, muster reimburse forms and muster reimburse rates show forms and limits.",
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
            "Thirty rounds at the centre-mass area of the target from 5, 7 and 15 yards, the last stage from 25 yards if the agency likes. On \
             duty every stage begins in a secured holster, for off-duty and retired officers in the low ready; the firearm holds at least \
             five rounds. 70 percent, 21 hits, pass. An agency may make it harder in any way, never easier.",
            "muster firearms course prints it, and muster firearms score holds sheets against it or against the agency's own.",
        ],
        sources: &[Source::code("1720.Appendix C")],
    },
    Guide {
        name: "portal-notices",
        title: "The notices before and after a due day",
        text: &[
            "By mail to the officer and to whoever administers the agency's records in LEDI, the Board tells of courses that come due: 60 days \
             before, 30 days before, and when the day has passed. The last one says how many days are left until the officer is made inactive, \
             a number that no source gives.",
            "muster roster notices writes them for every item with a due day, which is more than the Board has announced.",
        ],
        sources: &[Source::portal("notices")],
    },
    Guide {
        name: "roster-changes",
        title: "A changed roster: what needs a Form E",
        text: &[
            "A change of name, of Social Security number or of employment status that the last roster does not show takes effect through a \
             Notice of Appointment (Form E); it may be sent in together with the roster. Moving between classifications needs one as well. \
             Hours of part-time officers are reported for law enforcement alone, not for corrections or court security.",
            "muster roster diff finds these changes between two rosters; it reads no Social Security numbers, so a changed one is yours to see.",
        ],
        sources: &[Source::faq("moving to a new classification"), Source::mtu10("personnel rosters")],
    },
];
