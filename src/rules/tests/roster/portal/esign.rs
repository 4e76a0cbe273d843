//! Edges of `esign-verification` and of the table of its cohorts.

use crate::finding::Status;
use crate::model::officer::Column;
use crate::rules::ask::{Answer, Ask};
use crate::rules::law::figure::rows;
use crate::rules::law::schedule::{COHORTS, Cohort, ESIGN_SCHEDULES, NoCohort};
use crate::rules::tests::roster::portal::*;

const NAME: &str = "esign-verification";
const HIRED: (&str, &str) = ("hire_date", "2015-06-01");

fn signed(last_name: &str, esigned: &str, as_of: &str) -> Answer {
    ask_rule(NAME, &[("last_name", last_name), ("esigned", esigned), HIRED], as_of)
}

fn under(schedule: Schedule, row: &[(&str, &str)], as_of: &str) -> Answer {
    answer(find(NAME).unwrap(), row, &Ask { schedule, ..ask_on(as_of) })
}

#[test]
fn every_letter_is_in_one_cohort_of_each_schedule() {
    let read: Vec<Cohort> = rows(ESIGN_SCHEDULES).unwrap();
    assert_eq!(COHORTS.len(), read.len());
    let found: Vec<_> = read
        .iter()
        .map(|row| (row.schedule, row.cohort, row.letters(), row.first_due.to_string(), row.every_years))
        .collect();
    let typed = [
        (Schedule::Portal, 1, "A-H", "2026-01-31", 3),
        (Schedule::Portal, 2, "I-M", "2027-01-31", 3),
        (Schedule::Portal, 3, "N-Z", "2028-01-31", 3),
        (Schedule::Statute, 1, "A-G", "2026-01-30", 3),
        (Schedule::Statute, 2, "H-O", "2027-01-30", 3),
        (Schedule::Statute, 3, "P-Z", "2028-01-30", 3),
    ]
    .map(|(schedule, cohort, letters, due, years)| (schedule, cohort, letters.to_owned(), due.to_owned(), years));
    assert_eq!(found, typed);
    assert!(read.iter().all(|row| !row.source.is_empty()));
    for schedule in [Schedule::Portal, Schedule::Statute] {
        for letter in 'A'..='Z' {
            let of = |row: &&Cohort| row.schedule == schedule && (row.first_letter..=row.last_letter).contains(&letter);
            assert_eq!(read.iter().filter(of).count(), 1, "{letter} under {}", schedule.name());
            assert!(schedule.cohort(letter).is_some(), "{letter} under {}", schedule.name());
        }
    }
}

#[test]
fn the_first_letter_of_a_last_name_decides_its_cohort() {
    for (name, portal, statute) in [
        ("Ames", 1, 1),
        ("'t Hooft", 3, 3),
        ("de la Cruz", 1, 1),
        ("Hernandez", 1, 2),
        ("O'Brien", 3, 2),
        ("Núñez", 3, 2),
        ("Ørsted", 3, 2),
        ("St. John", 3, 3),
        ("Zhang", 3, 3),
        ("ibarra", 2, 2),
        ("None", 3, 2),
    ] {
        let cohort = |schedule: Schedule| schedule.cohort_of(name).unwrap().cohort;
        assert_eq!((cohort(Schedule::Portal), cohort(Schedule::Statute)), (portal, statute), "{name}");
    }
    for name in ["", "-", "王", "Иванов", "123"] {
        assert_eq!(Schedule::Portal.cohort_of(name).err(), Some(NoCohort::NoLetter), "{name}");
    }
}

#[test]
fn a_blank_name_or_one_without_a_letter_is_unknown() {
    // Settled 3 and 43.
    for name in ["", "-", "王", "Ωmega"] {
        let answer = signed(name, "2026-01-12", "2026-11-21");
        assert_eq!((answer.status, answer.column), (Status::Unknown, Some(Column::LastName)), "{name}");
        assert!(answer.message().contains("last_name"), "{}", answer.message());
    }
}

#[test]
fn not_signed_is_overdue_from_the_day_after() {
    // Settled 42: on D itself it is the next due day. A under the portal: 31 January 2026.
    expect(&signed("Ames", "", "2026-01-31"), "due-soon", "2026-01-31");
    let overdue = signed("Ames", "", "2026-02-01");
    expect(&overdue, "overdue", "2026-01-31");
    assert_eq!(overdue.message(), "no signature for 31 Jan 2026, the due day of last names A-H, which was 1 day ago");
    // Sixty days before 31 January: 31 in January and 29 in December: 2 December.
    expect(&signed("Ames", "", "2025-12-02"), "due-soon", "2026-01-31");
    expect(&signed("Ames", "", "2025-12-01"), "open", "2026-01-31");
    // Overdue until the next due day has passed; then for that one.
    expect(&signed("Ames", "", "2029-01-31"), "overdue", "2026-01-31");
    expect(&signed("Ames", "", "2029-02-01"), "overdue", "2029-01-31");
    expect(&signed("Irving", "", "2027-02-01"), "overdue", "2027-01-31");
    expect(&signed("Zhang", "", "2026-11-21"), "open", "2028-01-31");
}

#[test]
fn the_twelve_months_hold_for_the_first_due_day_too() {
    // Settled 142. For 31 January 2026 they run from 1 February 2025 to the day itself.
    for day in ["2025-02-01", "2026-01-31"] {
        expect(&signed("Ames", day, "2026-01-31"), "met", "2026-01-31");
        expect(&signed("Ames", day, "2026-02-01"), "met", "2026-01-31");
    }
    let early = signed("Ames", "2025-01-31", "2026-01-31");
    expect(&early, "due-soon", "2026-01-31");
    assert!(early.message().ends_with("the one of 31 Jan 2025 is too early for it"), "{}", early.message());
    expect(&signed("Ames", "2025-01-31", "2026-02-01"), "overdue", "2026-01-31");
    expect(&signed("Zhang", "2025-12-31", "2026-11-21"), "open", "2028-01-31");
}

#[test]
fn the_first_letters_get_the_grace_of_2026_as_a_note() {
    // Settled 142: last names A to G, once the day of 2026 has passed, under either schedule.
    let has = |answer: &Answer| {
        answer.notes().iter().any(|note| note.contains("until 31 Mar 2026") && note.contains("until 31 Jul 2026"))
    };
    for schedule in [Schedule::Portal, Schedule::Statute] {
        let on = |name, esigned, as_of| under(schedule, &[("last_name", name), ("esigned", esigned), HIRED], as_of);
        assert!(has(&on("Grant", "", "2026-02-01")) && has(&on("Grant", "2026-02-15", "2026-11-21")));
        assert!(!has(&on("Grant", "", "2026-01-30")) && !has(&on("Grant", "2026-01-12", "2026-11-21")));
        assert!(!has(&on("Hernandez", "", "2026-02-01")) && !has(&on("Grant", "", "2029-02-01")));
    }
}

#[test]
fn a_day_between_two_appointments_is_not_owed() {
    // Settled 137 and 217.
    let back = |left, hired, as_of| {
        let row = [("last_name", "Ames"), ("original_hire_date", "2010-01-04"), ("previous_separation", left)];
        ask_rule(NAME, &[&row[..], &[("hire_date", hired)]].concat(), as_of)
    };
    let away = back("2026-01-30", "2026-02-01", "2026-11-21");
    expect(&away, "open", "2029-01-31");
    assert!(away.notes()[0].contains("between two appointments on 31 Jan 2026"), "{:?}", away.notes());
    expect(&back("2026-01-31", "2026-02-01", "2026-11-21"), "overdue", "2026-01-31");
    expect(&back("2026-01-30", "2026-01-31", "2026-11-21"), "overdue", "2026-01-31");
    expect(&back("?", "2026-02-01", "2026-11-21"), "unknown", "");
    // The earliest of the four days of hire: a part-timer since 2015, promoted after the due day.
    let since = |column, day| {
        ask_rule(NAME, &[("last_name", "Ames"), ("hire_date", "2026-02-01"), (column, day)], "2026-11-21")
    };
    expect(&since("part_time_since", "2015-03-02"), "overdue", "2026-01-31");
    expect(&since("full_time_since", "2026-01-31"), "overdue", "2026-01-31");
    expect(&since("full_time_since", "2026-02-01"), "open", "2029-01-31");
    expect(&since("part_time_since", "?"), "unknown", "");
}

#[test]
fn a_whole_name_without_a_comma_is_asked_about() {
    // Settled 170 and 228: A to H, I to M, N to Z.
    let whole = |name| ask_rule(NAME, &[("name", name), HIRED], "2026-11-21");
    for name in ["Ann Orr", "Orr Ann", "Bo M. Quin"] {
        let asked = whole(name);
        assert_eq!((asked.status, asked.column), (Status::Unknown, Some(Column::WholeName)), "{name}");
        assert!(asked.message().contains("name_order"), "{}", asked.message());
    }
    expect(&whole("Orr, Ann"), "open", "2028-01-31");
    expect(&whole("Bo Doe"), "overdue", "2026-01-31");
    expect(&whole("Doe"), "overdue", "2026-01-31");
    expect(&whole("Doe Jr."), "overdue", "2026-01-31");
    expect(&whole("Pat Zhang III"), "open", "2028-01-31");
}

#[test]
fn the_source_that_decides_is_named_first() {
    let first = |schedule| {
        let answer = under(schedule, &[("last_name", "Ames"), HIRED], "2026-11-21");
        let sources = answer.into_text().sources.unwrap_or(find(NAME).unwrap().sources);
        sources[0].to_string()
    };
    assert_eq!(first(Schedule::Portal), "ILETSB Officer Portal page (e-sign)");
    assert_eq!(first(Schedule::Statute), "50 ILCS 705/8.4(a)(1)");
}

#[test]
fn the_twelve_months_before_a_later_due_day_at_both_ends() {
    // For 31 January 2029 they run from 1 February 2028 to the day itself.
    expect(&signed("Ames", "2028-02-01", "2029-01-31"), "met", "2029-01-31");
    expect(&signed("Ames", "2029-01-31", "2029-01-31"), "met", "2029-01-31");
    expect(&signed("Ames", "2029-01-31", "2029-02-01"), "met", "2029-01-31");
    // The day before they begin it is a late signature for 2026, and 2029 is due.
    expect(&signed("Ames", "2028-01-31", "2028-01-31"), "met", "2026-01-31");
    expect(&signed("Ames", "2028-01-31", "2028-02-01"), "open", "2029-01-31");
    expect(&signed("Ames", "2028-01-31", "2029-01-31"), "due-soon", "2029-01-31");
    expect(&signed("Ames", "2028-01-31", "2029-02-01"), "overdue", "2029-01-31");
    // Settled 40: whatever is known of 2026, a signature inside them is met.
    expect(&signed("Ames", "2028-06-01", "2028-06-01"), "met", "2029-01-31");
}

#[test]
fn a_signature_is_enough_until_the_next_months_begin() {
    // Settled 39: met while as_of is on or before 31 January 2028; the punctual and the late one alike.
    for day in ["2026-01-31", "2026-02-01"] {
        expect(&signed("Ames", day, "2028-01-31"), "met", "2026-01-31");
        expect(&signed("Ames", day, "2028-02-01"), "open", "2029-01-31");
    }
    let late = signed("Ames", "2026-02-01", "2026-11-21");
    expect(&late, "met", "2026-01-31");
    assert_eq!(late.message(), "signed on 1 Feb 2026, 1 day after 31 Jan 2026");
    assert!(late.notes().iter().any(|note| note.contains("late") && note.contains("31 Jan 2029")), "{late:?}");
    assert!(signed("Ames", "2026-01-31", "2026-11-21").notes().is_empty());
    let next = signed("Ames", "2026-02-01", "2028-02-01");
    assert!(next.message().contains("the one of 1 Feb 2026 is too early"), "{}", next.message());
}

#[test]
fn a_due_day_before_the_first_hire_is_not_owed() {
    // Settled 41: the earlier of both days of hire must be after D.
    let of = |hired, original, esigned| {
        let row = [("last_name", "Ames"), ("hire_date", hired), ("original_hire_date", original), ("esigned", esigned)];
        ask_rule(NAME, &row, "2026-11-21")
    };
    let fresh = of("2026-02-01", "", "");
    expect(&fresh, "open", "2029-01-31");
    assert!(fresh.notes().iter().any(|note| note.contains("31 Jan 2026") && note.contains("not owed")), "{fresh:?}");
    expect(&of("2026-01-31", "", ""), "overdue", "2026-01-31");
    expect(&of("2026-02-01", "2026-01-31", ""), "overdue", "2026-01-31");
    expect(&of("", "2026-02-01", ""), "open", "2029-01-31");
    expect(&of("2026-02-01", "", "2026-05-01"), "open", "2029-01-31");
    // Without a day of hire it is owed, and a note says what would change it.
    let blank = of("", "", "");
    expect(&blank, "overdue", "2026-01-31");
    assert!(blank.notes().iter().any(|note| note.contains("no day of hire")), "{blank:?}");
}

#[test]
fn unreadable_and_impossible_cells_are_unknown() {
    // Settled 4 and 5.
    expect(&signed("Ames", "Jan 2026", "2026-11-21"), "unknown", "");
    expect(&signed("Ames", "2026-11-22", "2026-11-21"), "unknown", "");
    let row = [("last_name", "Ames"), ("esigned", "2026-01-12"), ("hire_date", "2026-13-01")];
    expect(&ask_rule(NAME, &row, "2026-11-21"), "unknown", "");
    let row = [("last_name", "Ames"), ("esigned", "2026-01-12"), ("original_hire_date", "?")];
    expect(&ask_rule(NAME, &row, "2026-11-21"), "unknown", "");
}

#[test]
fn letters_that_move_get_another_answer_and_a_note() {
    let of = |name: &str, schedule| under(schedule, &[("last_name", name), HIRED], "2026-11-21");
    // H: 2026 by the portal, 2027 by the statute.
    let portal = of("Hernandez", Schedule::Portal);
    expect(&portal, "overdue", "2026-01-31");
    assert_eq!(
        portal.notes(),
        ["50 ILCS 705/8.4(a)(1) puts this last name in H-O, due 30 Jan 2027: the answer would be open (--schedule \
             statute)"]
    );
    let statute = of("Hernandez", Schedule::Statute);
    expect(&statute, "open", "2027-01-30");
    assert_eq!(
        statute.notes(),
        ["ILETSB Officer Portal page (e-sign) puts this last name in A-H, due 31 Jan 2026: the answer would be \
             overdue (--schedule portal)"]
    );
    // N and O: 2028 by the portal, 2027 by the statute. On 2 December 2026 the statute's day is 59 days away.
    for name in ["Núñez", "Ørsted", "O'Brien"] {
        let portal = under(Schedule::Portal, &[("last_name", name), HIRED], "2026-12-02");
        expect(&portal, "open", "2028-01-31");
        assert!(portal.notes()[0].contains("in H-O, due 30 Jan 2027: the answer would be due soon"), "{portal:?}");
        let statute = under(Schedule::Statute, &[("last_name", name), HIRED], "2026-12-02");
        expect(&statute, "due-soon", "2027-01-30");
        assert!(statute.notes()[0].contains("in N-Z, due 31 Jan 2028: the answer would be open"), "{statute:?}");
    }
}

#[test]
fn letters_that_stay_get_a_note_on_one_day_only() {
    for (name, portal, statute) in [
        ("Ames", "2026-01-31", "2026-01-30"),
        ("Grant", "2026-01-31", "2026-01-30"),
        ("Irving", "2027-01-31", "2027-01-30"),
        ("Moore", "2027-01-31", "2027-01-30"),
        ("Park", "2028-01-31", "2028-01-30"),
        ("Zhang", "2028-01-31", "2028-01-30"),
    ] {
        for (schedule, due) in [(Schedule::Portal, portal), (Schedule::Statute, statute)] {
            let answer = under(schedule, &[("last_name", name), HIRED], "2025-06-01");
            expect(&answer, "open", due);
            assert!(answer.notes().is_empty(), "{answer:?}");
        }
    }
    // Between the two days one is overdue and the other is not; cohort and year are the same, and yet it is said.
    let row = [("last_name", "Ames"), HIRED];
    expect(&under(Schedule::Statute, &row, "2026-01-31"), "overdue", "2026-01-30");
    let portal = under(Schedule::Portal, &row, "2026-01-31");
    expect(&portal, "due-soon", "2026-01-31");
    assert!(portal.notes()[0].contains("due 30 Jan 2026: the answer would be overdue"), "{portal:?}");
}

#[test]
fn another_year_in_the_same_cohort_gets_a_note() {
    // First hired on 31 January 2026: the portal's day is owed, the statute's had passed, so 2029 is judged there.
    let row = [("last_name", "Ames"), ("hire_date", "2026-01-31")];
    let portal = under(Schedule::Portal, &row, "2026-11-21");
    expect(&portal, "overdue", "2026-01-31");
    assert!(portal.notes().iter().any(|note| note.contains("in A-G, due 30 Jan 2029")), "{portal:?}");
    let statute = under(Schedule::Statute, &row, "2026-11-21");
    expect(&statute, "open", "2029-01-30");
    assert!(statute.notes().iter().any(|note| note.contains("in A-H, due 31 Jan 2026")), "{statute:?}");
}
