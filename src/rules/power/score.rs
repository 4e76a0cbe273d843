//! POWER tests scored exactly: each event against its standard, a retest combined with its first test, the outcome.

use crate::model::officer::Administrator;
use crate::model::power_test::{Attempt, Column, PowerEntry, PowerTest, Program};
use crate::model::{Record, SHIFTED_ROW};
use crate::rules::law::{calendar, params};
use crate::rules::power::candidate::Candidate;
use crate::rules::power::event::{EventScore, score_events};
use crate::rules::power::notes;
use crate::rules::power::pairing::{PairedTest, pair};
use crate::rules::power::result::{PowerOutcome, PowerScore, RetestWindow};
use crate::rules::power::retest::{self, RetestTiming};
use crate::rules::power::standards::Event;
use chrono::NaiveDate;

/// Scores tests. Returns one result for each first test, combined with its retest, and for each final-week test; a
/// retest has a result of its own only when it has no first test (settled 54). Results are in the order of `entries`,
/// which may span several files.
pub fn score<'a>(entries: &[PowerEntry<'a>]) -> Vec<PowerScore<'a>> {
    let entries: Vec<&PowerEntry> = entries.iter().collect();
    pair(&entries).iter().flatten().map(score_test).collect()
}

/// Scores one test with its retests.
pub fn score_test<'a>(test: &PairedTest<'_, 'a>) -> PowerScore<'a> {
    let PairedTest { entry, retests, earlier } = test;
    if entry.record.is_shifted() {
        let score = score_row(entry, &Candidate::of(&entry.record), "initial");
        return PowerScore { notes: vec![SHIFTED_ROW.into()], ..score };
    }
    match entry.record.attempt() {
        Some(Attempt::Initial) => score_first_test(entry, retests, *earlier),
        Some(Attempt::Retest) => score_lone_retest(entry),
        Some(Attempt::FinalWeek) => score_final_week(entry),
        None => score_unclear_attempt(entry),
    }
}

fn score_first_test<'a>(
    entry: &PowerEntry<'a>,
    retests: &[&PowerEntry<'a>],
    earlier: Option<NaiveDate>,
) -> PowerScore<'a> {
    let test = &entry.record;
    let candidate = Candidate::of(test);
    let mut score = score_row(entry, &candidate, "initial");
    score.outcome = outcome_of(&score.events);
    let mut is_combined = false;
    for retest in retests {
        if is_combined {
            score.notes.push(notes::second_retest(entry, retest));
        } else {
            is_combined = combine(&mut score, entry, retest, &candidate);
        }
    }
    score.notes.extend(earlier.map(notes::earlier_test));
    notes::administrator(&mut score.notes, test);
    score.notes.extend(notes::of_events(&score.events));
    match score.outcome {
        PowerOutcome::Incomplete => {
            score.notes.push(format!("incomplete: {}", notes::lacking(&score.events, test, &candidate)));
        }
        PowerOutcome::Review if score.events.iter().any(|event| event.missing.is_some()) => {
            score.notes.push(format!("not known: {}", notes::lacking(&score.events, test, &candidate)));
        }
        PowerOutcome::Pass => {
            score.last_course_start = last_course_start(test, &candidate);
            notes::course_start(&mut score.notes, test, score.last_course_start);
        }
        _ => {}
    }
    let failed = failed_events(&score.events);
    // Settled 183: an incomplete test with failed events names them too.
    let may_retake = matches!(score.outcome, PowerOutcome::Fail | PowerOutcome::Incomplete);
    if may_retake && retests.is_empty() && !failed.is_empty() {
        let window = retest::window(test.ended());
        score.retest = Some(RetestWindow {
            events: failed,
            opens: window.map(|(opens, _)| opens.up_to_the_minute()),
            closes: window.map(|(_, closes)| closes),
        });
    }
    score
}

/// Combines a first test with a retest. Returns `false`, and changes only the notes, when the retest is disregarded
/// (settled 57 and 101).
fn combine(score: &mut PowerScore, first: &PowerEntry, retest: &PowerEntry, candidate: &Candidate) -> bool {
    let place = notes::place(first, retest);
    let mut retaken = 0;
    for (event, again) in score.events.iter_mut().zip(score_events(&retest.record, Some(&first.record), candidate)) {
        if !again.is_recorded() {
            continue;
        }
        let why = match event.passed {
            Some(false) => {
                *event = EventScore { retested: true, ..again };
                retaken += 1;
                continue;
            }
            Some(true) => "it was passed in the first test",
            None => "its result in the first test is not known, and only a failed event may be retaken",
        };
        score.notes.push(format!("{} on {place} is disregarded: {why}", event.event.name()));
    }
    if retaken == 0 {
        score.notes.push(format!("the retest on {place} repeats no failed event"));
        return false;
    }
    score.attempt = "final";
    let program = first.record.program();
    let (ended, began) = (first.record.ended(), retest.record.began());
    let timing = retest::timing(ended, began);
    score.outcome = match (outcome_of(&score.events), timing) {
        (outcome, RetestTiming::Inside) => outcome,
        (_, RetestTiming::Early | RetestTiming::Late) if program == Some(Program::FullTime) => PowerOutcome::Invalid,
        // Settled 55: a person decides only about a test that would otherwise be a pass.
        (PowerOutcome::Pass, _) => PowerOutcome::Review,
        (outcome, _) => outcome,
    };
    score.notes.push(format!("combined with the retest on {place}"));
    score.notes.extend(notes::retest_day(&retest.record));
    score.notes.extend(retest::timing_notes(timing, ended, began, program == Some(Program::PartTime)));
    true
}

/// Scores a retest without a first test.
fn score_lone_retest<'a>(entry: &PowerEntry<'a>) -> PowerScore<'a> {
    let mut score = score_row(entry, &Candidate::of(&entry.record), "final");
    for event in &mut score.events {
        event.retested = event.is_recorded();
    }
    score.outcome = PowerOutcome::Invalid;
    score.notes.extend(notes::of_events(&score.events));
    score.notes.push(notes::NO_FIRST_TEST.into());
    score
}

fn score_final_week<'a>(entry: &PowerEntry<'a>) -> PowerScore<'a> {
    let mut score = score_row(entry, &Candidate::of(&entry.record), Attempt::FinalWeek.word());
    score.outcome = PowerOutcome::Recorded;
    score.notes.extend(notes::of_events(&score.events));
    score.notes.push(notes::FINAL_WEEK.into());
    score
}

/// Scores a row whose attempt cannot be read: it may be a retest, so it is not a pass.
fn score_unclear_attempt<'a>(entry: &PowerEntry<'a>) -> PowerScore<'a> {
    let mut score = score_row(entry, &Candidate::of(&entry.record), "initial");
    score.notes.extend(notes::of_events(&score.events));
    score.notes.push(notes::UNCLEAR_ATTEMPT.into());
    score
}

/// Scores the events of a row and adds the notes that every result has. The outcome is [`PowerOutcome::Incomplete`]
/// until the caller decides it.
fn score_row<'a>(entry: &PowerEntry<'a>, candidate: &Candidate, attempt: &'static str) -> PowerScore<'a> {
    let test = &entry.record;
    PowerScore {
        ptb_id: test.ptb_id,
        name: test.full_name(),
        sex: candidate.sex,
        age: candidate.age,
        age_group: candidate.age_group(),
        test_date: candidate.day,
        attempt,
        events: score_events(test, None, candidate),
        outcome: PowerOutcome::Incomplete,
        retest: None,
        last_course_start: None,
        file: Some(entry.file),
        line: Some(entry.line),
        sheet: entry.sheet,
        notes: notes::of_candidate(test, candidate),
    }
}

fn outcome_of(events: &[EventScore]) -> PowerOutcome {
    // Settled 225: a value that cannot be comes first; without a standard nothing is judged.
    if events.iter().any(|event| event.implausible.is_some() && event.required.is_some()) {
        PowerOutcome::Review
    // Settled 60: an unknown event comes before a failed one.
    } else if events.iter().any(|event| event.passed.is_none()) {
        PowerOutcome::Incomplete
    } else if events.iter().all(|event| event.passed == Some(true)) {
        PowerOutcome::Pass
    } else {
        PowerOutcome::Fail
    }
}

fn failed_events(events: &[EventScore]) -> Vec<Event> {
    events.iter().filter(|event| event.passed == Some(false)).map(|event| event.event).collect()
}

/// Returns the last day on which a course may start after this test (FAQ, MTU #10). Returns `None` for part-time
/// courses when the test was not given by the unit's administrator (settled 65), or when that is not known.
fn last_course_start(test: &PowerTest, candidate: &Candidate) -> Option<NaiveDate> {
    let is_designated = test.administrator != Some(Administrator::Other) && !test.is_faulty(Column::Administrator);
    let day = candidate.day?;
    let days = params::POWER_VALID_DAYS.on(day)?;
    (is_designated || test.program() == Some(Program::FullTime)).then(|| calendar::days_after(day, days))
}
