//! The remarks that a POWER result carries.

use crate::finding::Place;
use crate::model::officer::Administrator;
use crate::model::power_test::{Column, PowerEntry, PowerTest, Program};
use crate::rules::law::params;
use crate::rules::power::candidate::Candidate;
use crate::rules::power::event::{EventScore, Missing};
use crate::rules::power::standards::{Event, notes_on, youngest_age};
use crate::words::day_words;
use chrono::NaiveDate;

/// The note on a retest without a first test.
pub(super) const NO_FIRST_TEST: &str = "the files have no first test of this person on or before that day, and a \
    retest alone proves nothing; name both files in one command, with the same PTB ID or the same name and birth date \
    in both rows";

/// The note on a test in the final week.
pub(super) const FINAL_WEEK: &str =
    "the test in the final week is only recorded for the Board; it cannot be failed (20 Ill. Adm. Code 1720.30(j))";

/// The note on a row that may be a first test or a retest.
pub(super) const UNCLEAR_ATTEMPT: &str = "incomplete: attempt cannot be read, so this may be a first test or a retest";

/// Returns the notes that every result of this row has.
pub(super) fn of_candidate(test: &PowerTest, candidate: &Candidate) -> Vec<String> {
    let mut notes = candidate.day.map_or_else(Vec::new, notes_on);
    let oldest = candidate.day.and_then(|day| params::POWER_OLDEST_AGE.on(day));
    if let (Some(age), Some(oldest)) = (candidate.age, oldest)
        && age > oldest
    {
        notes.push(format!("age {age} is tested as age {oldest}, the oldest age that has standards (ILETSB FAQ)"));
    }
    if let (Some(written), Some(age), Some(_)) = (test.age, candidate.age, test.birth_date)
        && written != age
    {
        notes.push(format!("age says {written}, but the birth date makes it {age} on that day, which decides"));
    }
    if let (Some(age), Some(youngest)) = (candidate.age, youngest_age())
        && age < youngest
    {
        notes.push(format!("no standard is known for age {age}; the youngest group begins at {youngest}"));
    }
    if let (Some(tested), Some(ended)) = (test.test_date, test.test_end())
        && ended.day() != tested
    {
        notes.push(format!("test_end is on {}, which is not the day of the test", day_words(ended.day())));
    }
    notes
}

/// Names the row of a retest: `line 3` or `Retests row 3`, and `line 3 of retests.csv` when the first test is in
/// another file.
pub(super) fn place(first: &PowerEntry, retest: &PowerEntry) -> String {
    let words = Place::record(retest.file, retest.line).in_sheet(retest.sheet);
    let words = words.record_words();
    if retest.file == first.file { words.to_string() } else { format!("{words} of {}", retest.file) }
}

/// Returns the note on a row that may be a retest of an earlier first test.
pub(super) fn earlier_test(day: NaiveDate) -> String {
    format!(
        "read as a first test, as that of {}, because attempt is blank; if it repeats the failed events of that test, \
         write retest there",
        day_words(day)
    )
}

/// Returns the note on a retest after the one that counts.
pub(super) fn second_retest(first: &PowerEntry, retest: &PowerEntry) -> String {
    format!("the retest on {} is disregarded: only one is allowed", place(first, retest))
}

/// Returns the note on a retest whose test_start is not on its test_date.
pub(super) fn retest_day(retest: &PowerTest) -> Option<String> {
    let (tested, began) = (retest.test_date?, retest.test_start()?.day());
    (began != tested).then(|| format!("test_start of the retest is on {}, not on its test_date", day_words(began)))
}

/// Adds the notes on a test that was not given by the designated administrator.
pub(super) fn administrator(notes: &mut Vec<String>, test: &PowerTest) {
    if test.is_faulty(Column::Administrator) && test.program() != Some(Program::FullTime) {
        notes.push(
            "administrator cannot be read, so the last day on which a part-time course may start is not known".into(),
        );
    }
    if test.administrator != Some(Administrator::Other) {
        return;
    }
    if test.program() != Some(Program::PartTime) {
        notes.push(
            "not given by the designated administrator: only Board-approved assessors count, and the academy may test \
             again (ILETSB FAQ)"
                .into(),
        );
    }
    if test.program() != Some(Program::FullTime) {
        notes.push(
            "not given by the unit's designated administrator: for a part-time course it does not count for admission, \
             and the unit's own test must be passed (MTU #10)"
                .into(),
        );
    }
}

/// Adds the note on a course that starts too late for this test, or before it.
pub(super) fn course_start(notes: &mut Vec<String>, test: &PowerTest, last: Option<NaiveDate>) {
    let (Some(start), Some(tested), Some(last)) = (test.course_start, test.test_day(), last) else { return };
    if start > last {
        notes.push(format!(
            "the course starts on {}, after {}, the last day on which this test is valid; the test must be passed \
             again",
            day_words(start),
            day_words(last)
        ));
    } else if start < tested {
        notes.push(format!("the course starts on {}, before the test", day_words(start)));
    }
}

/// Names each event that was not finished, and each value that cannot be, with its unit.
pub(super) fn of_events(events: &[EventScore]) -> impl Iterator<Item = String> {
    events.iter().filter_map(|event| {
        let on = if event.retested { " (on the retest)" } else { "" };
        match event.implausible {
            Some(value) => Some(format!("{value}{on}: a person must look at the sheet")),
            None if event.is_unfinished => {
                Some(format!("{} was not finished, so it is failed{on}", event.event.words()))
            }
            None => None,
        }
    })
}

/// Names each cell that a result lacks, in one list.
pub(super) fn lacking(events: &[EventScore], test: &PowerTest, candidate: &Candidate) -> String {
    let Candidate { sex, age, day } = candidate;
    let mut reasons: Vec<String> = Vec::new();
    let mut require = |column: Column, is_known: bool| {
        if !is_known {
            let state = if test.is_faulty(column) { "cannot be read" } else { "is blank" };
            reasons.push(format!("{} {state}", column.name()));
        }
    };
    require(Column::Sex, sex.is_some());
    require(Column::TestDate, day.is_some());
    let age_column = if test.is_faulty(Column::BirthDate) { Column::BirthDate } else { Column::Age };
    require(age_column, age.is_some() || (test.birth_date.is_some() && day.is_none()));
    if sex.is_some() && age.is_some() && day.is_some() && candidate.required(Event::Run).is_none() {
        reasons.push("no standard is known".into());
    }
    for event in events {
        let reason = match event.missing {
            None => continue,
            Some(Missing::Blank(column)) => format!("{} is blank", column.name()),
            Some(Missing::Unreadable(column)) => format!("{} cannot be read", column.name()),
            Some(Missing::NoWeight) => "body_weight is zero".into(),
            Some(Missing::TwoBests) => "sit_reach is not the best of the three trials".into(),
        };
        let attempt = if event.retested { " on the retest" } else { "" };
        reasons.push(reason + attempt);
    }
    reasons.join(", ")
}
