//! The portal cohort of a name: letters, due days under both schedules, and names that are not written with a comma.

use crate::rules::law::figure::day;
use crate::rules::law::schedule::Schedule;
use crate::rules::roster::cohort::{NameCohort, cohort_of_name};
use chrono::NaiveDate;
use serde_json::json;

fn portal(name: &str, as_of: NaiveDate) -> NameCohort {
    cohort_of_name(name, Schedule::Portal, as_of, 60)
}

#[test]
fn the_answer_has_exactly_its_published_keys() {
    // 21 Nov 2026 to 31 Jan 2027: 9 days of November, 31 of December, 31 of January.
    let answer = serde_json::to_value(portal("Miller, Ann", day(2026, 11, 21))).unwrap();
    assert_eq!(
        answer,
        json!({
            "name": "Miller, Ann", "letter": "M", "cohort": 2, "letters": "I-M", "due": "2027-01-31",
            "previous_due": null, "days": 71, "status": "open", "schedule": "portal",
            "other_schedule": { "letters": "H-O", "due": "2027-01-30" }, "notes": []
        })
    );
}

#[test]
fn a_due_day_is_the_next_one_until_it_has_passed() {
    let answer = portal("Doe, Jane", day(2026, 1, 31));
    assert_eq!((answer.due, answer.previous_due, answer.days), (Some(day(2026, 1, 31)), None, Some(0)));
    assert_eq!(answer.status.name(), "due-soon");
    // One day short of three years, of which 2028 has a 29 February: 365 + 365 + 366 - 1.
    let answer = portal("Doe, Jane", day(2026, 2, 1));
    assert_eq!(
        (answer.due, answer.previous_due, answer.days),
        (Some(day(2029, 1, 31)), Some(day(2026, 1, 31)), Some(1095))
    );
    assert_eq!(answer.status.name(), "open");
    assert_eq!(answer.notes, ["31 Jan 2026 has passed; muster roster check shows whether the signature was given"]);
}

#[test]
fn the_warning_window_begins_on_its_last_day() {
    // 2 Dec 2026 is 60 days before 31 Jan 2027: 29 of December and 31 of January.
    assert_eq!(portal("Ivers", day(2026, 12, 1)).status.name(), "open");
    assert_eq!(portal("Ivers", day(2026, 12, 2)).status.name(), "due-soon");
}

#[test]
fn a_letter_that_the_other_schedule_moves_gets_a_note() {
    let today = day(2026, 1, 5);
    assert_eq!(
        portal("Hernandez", today).notes,
        ["50 ILCS 705/8.4(a)(1) puts this last name in cohort 2, H-O, due 30 Jan 2027 (--schedule statute)"]
    );
    let statute = cohort_of_name("O'Brien", Schedule::Statute, today, 60);
    assert_eq!((statute.letter, statute.cohort, statute.letters.as_deref()), (Some('O'), Some(2), Some("H-O")));
    assert_eq!((statute.due, statute.schedule), (Some(day(2027, 1, 30)), "statute"));
    assert_eq!(statute.other_schedule.letters.as_deref(), Some("N-Z"));
    assert_eq!(statute.other_schedule.due, Some(day(2028, 1, 31)));
    assert_eq!(
        statute.notes,
        ["ILETSB Officer Portal page (e-sign) puts this last name in cohort 3, N-Z, due 31 Jan 2028 (--schedule \
             portal)"]
    );
    // On 31 January 2026 the portal's day is today and the statute's was yesterday.
    let between = portal("Ames", day(2026, 1, 31));
    assert_eq!(between.other_schedule.due, Some(day(2029, 1, 30)));
    assert_eq!(between.notes.len(), 1);
}

#[test]
fn without_a_comma_the_whole_text_is_the_last_name() {
    let today = day(2026, 1, 5);
    let hint = ["the whole text is read as the last name; write first names after a comma: Doe, Jane"];
    for (name, letter, notes) in [
        ("Smith, Jane", 'S', &[][..]),
        ("  Smith ", 'S', &[]),
        ("Jane Smith", 'J', &hint),
        ("de la Cruz", 'D', &hint),
        ("de la Cruz, Ana", 'D', &[]),
        ("Zoe, Adam", 'Z', &[]),
        ("Smith Jr.", 'S', &[]),
        ("Éclair", 'E', &[]),
    ] {
        let answer = portal(name, today);
        assert_eq!(
            (answer.letter, answer.notes.as_slice()),
            (Some(letter), &notes.iter().map(|note| (*note).to_owned()).collect::<Vec<_>>()[..]),
            "{name}"
        );
        assert_eq!(answer.name, name.trim());
    }
}

#[test]
fn a_name_without_a_letter_has_no_cohort() {
    for name in ["王", "123", "", ", Jane"] {
        let answer = serde_json::to_value(portal(name, day(2026, 1, 5))).unwrap();
        assert_eq!(answer["status"], "unknown", "{name}");
        for key in ["letter", "cohort", "letters", "due", "previous_due", "days"] {
            assert!(answer[key].is_null(), "{name}: {key}");
        }
        assert_eq!(answer["other_schedule"], json!({ "letters": null, "due": null }), "{name}");
        assert_eq!(answer["notes"].as_array().map(Vec::len), Some(1), "{name}");
    }
}
