//! The whole table of kinds: names, sources, options, keys, open days.

use crate::finding::Source;
use crate::rules::deadlines::count::Count;
use crate::rules::deadlines::{DeadlineGroup, DeadlineKind, DeadlineQuestion, DeadlineRefusal, KINDS, MovedBy, find};
use crate::rules::law::figure::{Dated, Param, day};
use crate::rules::law::{calendar, params};
use crate::rules::tests::deadlines::{ask, clock, frozen, on};
use crate::values::moment::Moment;
use serde_json::json;
use std::collections::HashSet;

#[test]
fn options_without_meaning_are_refused() {
    let refused = |kind, question: &DeadlineQuestion| find(kind).unwrap().answer(question).unwrap_err();
    let day = on("2026-01-01");
    assert_eq!(
        refused("claim", &DeadlineQuestion { extension: Some(1), ..day }),
        DeadlineRefusal::NoExtension("claim")
    );
    assert_eq!(
        refused("part-time-power", &DeadlineQuestion { extension: Some(30), ..day }),
        DeadlineRefusal::NoExtension("part-time-power")
    );
    let longer = refused("basic-training", &DeadlineQuestion { extension: Some(91), ..day });
    assert_eq!(longer, DeadlineRefusal::ExtensionTooLong { days: 91, most: 90 });
    assert_eq!(longer.to_string(), "--extension: 91 days are more than the 90 that the Board may grant");
    let freeze = frozen("2026-03-01", Some("2026-02-01"));
    assert_eq!(refused("claim", &DeadlineQuestion { freeze, ..day }), DeadlineRefusal::NoFreeze("claim"));
    assert_eq!(
        refused("basic-training", &DeadlineQuestion { freeze, ..day }).to_string(),
        "--freeze: it ends on 1 Feb 2026, before it begins on 1 Mar 2026"
    );
    let time = Some(clock("02:30"));
    assert_eq!(refused("basic-training", &DeadlineQuestion { time, ..day }), DeadlineRefusal::NoTime("basic-training"));
    assert_eq!(
        refused("power-retest", &DeadlineQuestion { time, ..on("2026-03-08") }).to_string(),
        "--time: there is no 02:30 on 8 Mar 2026 in Illinois: the clocks skip it when they go forward"
    );
    for kind in KINDS {
        assert_eq!(
            kind.answer(&DeadlineQuestion { extension: Some(1), ..day }).is_ok(),
            kind.takes_extension(),
            "{}",
            kind.name
        );
        let freeze = frozen("2026-01-02", None);
        assert_eq!(kind.answer(&DeadlineQuestion { freeze, ..day }).is_ok(), kind.takes_freeze(), "{}", kind.name);
        let time = Some(clock("10:00"));
        assert_eq!(kind.answer(&DeadlineQuestion { time, ..day }).is_ok(), kind.takes_time(), "{}", kind.name);
    }
}

#[test]
fn the_answer_has_exactly_the_documented_keys() {
    let claim = DeadlineQuestion { as_of: day(2026, 7, 1), ..on("2026-06-30") };
    let mut answer = serde_json::to_value(ask("claim", &claim)).unwrap();
    let notes = answer.as_object_mut().unwrap().remove("notes").unwrap();
    assert_eq!(notes.as_array().map(Vec::len), Some(2));
    assert_eq!(
        answer,
        json!({
            "kind": "claim", "label": "claim for reimbursement of training", "from": "2026-06-30", "opens": null,
            "due": "2026-07-14", "extended": null, "days": 13, "status": "due-soon",
            "steps": [
                "30 Jun 2026 is in fiscal year 2026, which ends 30 Jun 2026",
                "14 days after its end: 14 Jul 2026"
            ],
            "sources": ["20 Ill. Adm. Code 1700.40(c)", "ILETSB FAQ (reimbursement claims)"],
            "source_urls": ["https://www.law.cornell.edu/regulations/illinois/Ill-Admin-Code-tit-20-SS-1700.40", null]
        })
    );
    // Settled 73: the same answer as of a claim that is handed in on that day.
    for (as_of, status) in [(14, "due-soon"), (15, "review"), (16, "overdue")] {
        let claim = DeadlineQuestion { as_of: day(2026, 7, as_of), ..on("2026-06-30") };
        let answer = serde_json::to_value(ask("claim", &claim)).unwrap();
        assert_eq!(answer["status"], status, "{as_of} July");
        assert!(answer["notes"][0].as_str().unwrap().contains("by the ILETSB FAQ alone"));
    }
    let timed = DeadlineQuestion { time: Some(clock("10:00")), ..on("2026-03-07") };
    let answer = serde_json::to_value(ask("power-retest", &timed)).unwrap();
    assert_eq!(
        [&answer["from"], &answer["opens"], &answer["due"]],
        ["2026-03-07T10:00", "2026-03-09T11:00", "2026-03-10T11:00"]
    );
}

#[test]
fn a_day_before_the_law_is_unknown() {
    static SINCE_2022: Param<u32> = Param {
        name: "since-2022",
        title: "something since 2022",
        unit: "days",
        history: &[Dated { from: Some(day(2022, 7, 1)), until: None, value: 10, source: Source::code("1720.10") }],
    };
    static SOURCES: &[Source] = &[Source::code("1720.10")];
    let kind = |opens, due, moved_by| DeadlineKind {
        name: "made-up",
        group: DeadlineGroup::Courses,
        label: "made up",
        date: "a day",
        opens,
        due,
        moved_by,
        is_act_within_time: true,
        sources: SOURCES,
        notes: &[],
    };
    let known = Count::Days(&params::REACTIVATION_DAYS);
    let new = Count::Days(&SINCE_2022);
    for (made_up, extension) in [
        (kind(None, new, MovedBy::Nothing), None),
        (kind(Some(new), known, MovedBy::Nothing), None),
        (kind(None, known, MovedBy::ExtensionAndFreeze(&SINCE_2022)), Some(5)),
    ] {
        let answer = made_up.answer(&DeadlineQuestion { extension, ..on("2022-06-30") }).unwrap();
        assert_eq!(answer.status.name(), "unknown");
        assert_eq!((answer.opens, answer.due, answer.extended, answer.days), (None, None, None, None));
        assert!(answer.steps.is_empty());
        assert_eq!(answer.notes, ["no law is known for 30 Jun 2022 (something since 2022)"]);
        assert!(made_up.answer(&DeadlineQuestion { extension, ..on("2022-07-01") }).unwrap().due.is_some());
    }
}

#[test]
fn the_kinds_are_exactly_the_documented_ones() {
    let documented = [
        "basic-training",
        "part-time-power",
        "part-time-enrollment",
        "part-time-training",
        "power-entry",
        "physical-entry",
        "power-retest",
        "claim",
        "firearms-year",
        "firearms-currency",
        "carry-permit",
        "carry-permit-decision",
        "carry-address-change",
        "homicide-certificate",
        "exam-results",
        "disruption-report",
        "entrance-certification",
        "entrance-review",
        "entrance-appeal",
        "entrance-decision",
        "panel-appeal",
        "course-application",
        "sheriff-program",
        "sheriff-program-decision",
        "reactivation",
        "law-course",
    ];
    let names: HashSet<_> = KINDS.iter().map(|kind| kind.name).collect();
    assert_eq!(names.len(), KINDS.len(), "a name twice");
    assert_eq!(names, HashSet::from(documented));
    assert!(KINDS.is_sorted_by_key(|kind| kind.group), "a group in two places");
}

#[test]
fn every_kind_has_a_source_and_words_for_the_list() {
    let today = day(2026, 11, 21);
    for kind in KINDS {
        assert!(!kind.sources.is_empty(), "{}", kind.name);
        assert!(kind.sources.is_sorted_by_key(|source| source.authority), "{}: sources by authority", kind.name);
        assert!(kind.label.len() <= 60 && !kind.label.ends_with('.'), "{}: label", kind.name);
        for (_, note) in kind.notes {
            assert!(!note.ends_with('.') && !note.contains("  "), "{}: {note}", kind.name);
        }
    }
    let how_long = |kind| find(kind).unwrap().how_long(today);
    assert_eq!(how_long("basic-training"), "6 calendar months after");
    assert_eq!(how_long("sheriff-program"), "from 90 days before to 30 days before");
    assert_eq!(how_long("power-retest"), "from 48 hours after to 72 hours after");
    assert_eq!(how_long("entrance-certification"), "from 30 days before to the day itself");
    assert_eq!(how_long("carry-permit-decision"), "60 working days after");
    assert_eq!(how_long("homicide-certificate"), "last good day of 4 calendar years");
    assert_eq!(how_long("claim"), "14 Jul after its fiscal year");
}

#[test]
fn only_an_act_within_a_time_has_an_open_day() {
    // Settled 146, word for word.
    let listed = [
        "basic-training",
        "part-time-power",
        "part-time-enrollment",
        "part-time-training",
        "reactivation",
        "entrance-certification",
        "entrance-review",
        "entrance-appeal",
        "entrance-decision",
        "panel-appeal",
        "exam-results",
        "disruption-report",
        "sheriff-program-decision",
        "carry-permit-decision",
        "carry-address-change",
    ];
    let found: Vec<_> = KINDS.iter().filter(|kind| kind.is_act_within_time).map(|kind| kind.name).collect();
    assert_eq!(found, listed);
}

#[test]
fn every_extended_day_is_the_first_open_one_after_a_closed_day() {
    // Two years of starts, one of them a leap year, for each kind.
    for kind in KINDS {
        for start in day(2027, 1, 1).iter_days().take(731) {
            let answer = kind.answer(&DeadlineQuestion { start, ..on("2027-01-01") }).unwrap();
            let due = answer.due.map(Moment::day).unwrap();
            if !kind.is_act_within_time {
                assert_eq!(answer.extended, None, "{} {start}", kind.name);
                continue;
            }
            match answer.extended {
                None => assert!(calendar::is_open(due), "{} {start}", kind.name),
                Some(open) => {
                    assert!(calendar::is_open(open), "{} {start}", kind.name);
                    let closed = due.iter_days().take_while(|day| *day < open);
                    assert!(
                        due < open && closed.into_iter().all(|day| !calendar::is_open(day)),
                        "{} {start}",
                        kind.name
                    );
                }
            }
            assert!(!answer.steps.is_empty() && answer.steps.iter().all(|step| !step.ends_with('.')), "{}", kind.name);
        }
    }
}

/// 1720.340 was added on 1 January 2012: four years from that day end on 31 December 2015, and no law is known for the
/// day before.
#[test]
fn no_homicide_certificate_is_older_than_its_section() {
    let answer = |issued: &str| ask("homicide-certificate", &on(issued));
    assert_eq!(answer("2012-01-01").due, Some(Moment::OnDay(day(2015, 12, 31))));
    let before = answer("2011-12-31");
    assert_eq!((before.status.name(), before.due), ("unknown", None));
}
