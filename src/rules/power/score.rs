//! POWER tests scored exactly: each event against its standard, a retest combined with its first test, the outcome.

use crate::finding::Status;
use crate::model::Record;
use crate::model::officer::Administrator;
use crate::model::power_test::PowerEntry;
use crate::model::power_test::{Attempt, Column, PowerTest, Program, Sex};
use crate::rules::law::{calendar, params};
use crate::rules::power::event::{Basis, EventScore, Events, Missing, is_taken, score_event};
use crate::rules::power::retest;
pub use crate::rules::power::retest::pair;
use crate::rules::power::retest::{Retests, Timing};
use crate::rules::power::standards::{AgeGroup, Event, notes_on, youngest_age};
use crate::values::digits::day_or_none;
use crate::values::moment::Moment;
use crate::words::day_words;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// The result of one first test with its retest, or of a row that has a result of its own.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "power score")]
pub struct Score<'a> {
    /// The person's PTB ID, as recorded.
    pub ptb_id: Option<&'a str>,
    /// `Doe, Jane`
    pub name: Option<String>,
    /// The column of the standards.
    #[schemars(with = "Option<String>")]
    pub sex: Option<Sex>,
    /// Whole years on the day of the first test.
    pub age: Option<u32>,
    /// The group whose standards count; none for the young.
    #[schemars(with = "Option<String>")]
    pub age_group: Option<AgeGroup>,
    /// Day of the first test.
    #[serde(serialize_with = "day_or_none")]
    pub test_date: Option<NaiveDate>,
    /// `initial`, `final` when a retest was combined, or `final-week`.
    pub attempt: &'static str,
    /// The four events, in the legal order.
    #[schemars(with = "[EventScore; 4]")]
    pub events: Events,
    /// What came of it.
    #[schemars(with = "String")]
    pub outcome: Outcome,
    /// What may be retaken and when; only for a failed first test without a retest.
    pub retest: Option<Retest>,
    /// Last day on which a course may start on the strength of this test; only for a pass.
    #[serde(serialize_with = "day_or_none")]
    pub last_course_start: Option<NaiveDate>,
    /// The file of the row; none for a person from flags.
    pub file: Option<&'a str>,
    /// The row's line.
    pub line: Option<u64>,
    /// What else a careful reader should know.
    pub notes: Vec<String>,
}

/// What came of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All four events reached their standards.
    Pass,
    /// At least one did not, and none is unknown.
    Fail,
    /// At least one event is not known.
    Incomplete,
    /// A retest that does not count.
    Invalid,
    /// A pass if a person decides that the retest counts.
    Review,
    /// A final-week test, of which nothing depends.
    Recorded,
}

impl Outcome {
    /// Every outcome, the calm one first.
    pub const ALL: [Self; 6] = [Self::Pass, Self::Fail, Self::Incomplete, Self::Invalid, Self::Review, Self::Recorded];

    /// The name in machine output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::Incomplete => "incomplete",
            Self::Invalid => "invalid",
            Self::Review => "review",
            Self::Recorded => "recorded",
        }
    }

    /// The status as which it is counted (settled 20); a recorded test asks nothing of anybody (settled 126).
    pub const fn status(self) -> Status {
        match self {
            Self::Pass => Status::Met,
            Self::Fail | Self::Invalid => Status::Overdue,
            Self::Incomplete => Status::Unknown,
            Self::Review => Status::Review,
            Self::Recorded => Status::NotApplicable,
        }
    }
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

/// What may be retaken and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Retest {
    /// The failed events.
    pub events: Vec<Event>,
    /// From when; the day alone when the end of the first test has no clock time.
    #[schemars(with = "Option<String>")]
    pub opens: Option<Moment>,
    /// Until when, itself included.
    #[schemars(with = "Option<String>")]
    pub closes: Option<Moment>,
}

/// Scores tests. One result for each first test, combined with its retest, and for each final-week test; a retest has a
/// result of its own only when there is no first test for it (settled 54). Results are in the order of `entries`, which
/// may span several files.
pub fn score<'a>(entries: &[PowerEntry<'a>]) -> Vec<Score<'a>> {
    let entries: Vec<&PowerEntry> = entries.iter().collect();
    let retests = pair(&entries);
    (0..entries.len()).filter_map(|at| score_one(&entries, &retests, at)).collect()
}

/// Scores the test at this place of `entries`, of which `retests` are [`pair`]ed.
pub fn score_one<'a>(entries: &[&PowerEntry<'a>], retests: &Retests, at: usize) -> Option<Score<'a>> {
    let entry = entries[at];
    let retests = retests.get(&at).map_or(&[][..], Vec::as_slice);
    match entry.record.attempt() {
        Some(Attempt::Initial) => Some(score_first(entry, entries, retests)),
        Some(Attempt::Retest) => retests.contains(&at).then(|| score_orphan(entry)),
        Some(Attempt::FinalWeek) => Some(score_final_week(entry)),
        None => Some(score_unclear(entry)),
    }
}

fn score_first<'a>(entry: &PowerEntry<'a>, entries: &[&PowerEntry<'a>], retests: &[usize]) -> Score<'a> {
    let test = &entry.record;
    let basis = Basis::of(test);
    let mut score = begin(entry, &basis, "initial");
    score.outcome = outcome_of(&score.events);
    let mut combined = false;
    for retest in retests.iter().map(|at| entries[*at]) {
        combined |= combine(&mut score, entry, retest, &basis, combined);
    }
    administrator_notes(&mut score.notes, test);
    if score.outcome == Outcome::Incomplete {
        score.notes.push(incomplete_note(&score.events, test, &basis));
    }
    if score.outcome == Outcome::Fail && retests.is_empty() {
        let window = retest::window(test.ended());
        score.retest = Some(Retest {
            events: failed(&score.events).collect(),
            opens: window.map(|(opens, _)| opens.up_to_the_minute()),
            closes: window.map(|(_, closes)| closes),
        });
    }
    if score.outcome == Outcome::Pass {
        score.last_course_start = last_course_start(test, &basis);
        course_notes(&mut score.notes, test, score.last_course_start);
    }
    score
}

/// Combines a first test with a retest; `false` when the retest is disregarded (settled 57 and 101).
fn combine(score: &mut Score, first: &PowerEntry, retest: &PowerEntry, basis: &Basis, already: bool) -> bool {
    let place = if retest.file == first.file {
        format!("line {}", retest.line)
    } else {
        format!("line {} of {}", retest.line, retest.file)
    };
    if already {
        score.notes.push(format!("the retest on {place} is disregarded: only one is allowed"));
        return false;
    }
    let mut retaken = 0;
    let mut events = score.events;
    for event in &mut events.0 {
        if !is_taken(event.event, &retest.record) {
            continue;
        }
        let why = match event.passed {
            Some(false) => {
                *event = score_event(event.event, &retest.record, Some(&first.record), basis);
                event.retested = true;
                retaken += 1;
                continue;
            }
            Some(true) => "it was passed in the first test",
            None => "it is not known from the first test, and only what was failed is retaken",
        };
        score.notes.push(format!("{} on {place} is disregarded: {why}", event.event.name()));
    }
    if retaken == 0 {
        score.notes.push(format!("the retest on {place} retakes nothing that was failed"));
        return false;
    }
    score.events = events;
    score.attempt = "final";
    let program = first.record.program();
    let (ended, began) = (first.record.ended(), retest.record.began());
    score.outcome = match (outcome_of(&score.events), retest::timing(ended, began)) {
        (outcome, Timing::Inside) => outcome,
        (_, Timing::Early | Timing::Late) if program == Some(Program::FullTime) => Outcome::Invalid,
        // Settled 55: a person decides only what would otherwise be a pass.
        (Outcome::Pass, _) => Outcome::Review,
        (outcome, _) => outcome,
    };
    score.notes.push(format!("combined with the retest on {place}"));
    if let (Some(tested), Some(began)) = (retest.record.test_date, retest.record.test_start)
        && began.day() != tested
    {
        score.notes.push(format!("test_start of the retest lies on {}, not on its test_date", day_words(began.day())));
    }
    score.notes.extend(retest::timing_notes(ended, began, program == Some(Program::PartTime)));
    true
}

/// A retest for which there is no first test.
fn score_orphan<'a>(entry: &PowerEntry<'a>) -> Score<'a> {
    let mut score = begin(entry, &Basis::of(&entry.record), "final");
    for event in &mut score.events.0 {
        event.retested = is_taken(event.event, &entry.record);
    }
    score.outcome = Outcome::Invalid;
    score.notes.push(
        "no first test of this person on or before that day was found in the files: a retest alone proves nothing; give both in one \
         call, with the same PTB ID or the same name and birth date"
            .into(),
    );
    score
}

fn score_final_week<'a>(entry: &PowerEntry<'a>) -> Score<'a> {
    let mut score = begin(entry, &Basis::of(&entry.record), Attempt::FinalWeek.word());
    score.outcome = Outcome::Recorded;
    score.notes.push(
        "the repetition in the final week is recorded for the Board; nobody fails by it (20 Ill. Adm. Code 1720.30(j))"
            .into(),
    );
    score
}

/// A row of which nobody can tell whether it is a first test: not knowing is not passing.
fn score_unclear<'a>(entry: &PowerEntry<'a>) -> Score<'a> {
    let mut score = begin(entry, &Basis::of(&entry.record), "initial");
    score.notes.push("incomplete: attempt cannot be read, so that this may be a first test or a retest".into());
    score
}

/// The row's own figures and the notes that every result has; the outcome is for the caller to settle.
fn begin<'a>(entry: &PowerEntry<'a>, basis: &Basis, attempt: &'static str) -> Score<'a> {
    let test = &entry.record;
    let mut notes = basis.day.map_or_else(Vec::new, notes_on);
    let oldest = basis.day.and_then(|day| params::POWER_OLDEST_AGE.on(day));
    if let (Some(age), Some(oldest)) = (basis.age, oldest)
        && age > oldest
    {
        notes.push(format!("at {age} tested as at {oldest}, the oldest age that has standards (ILETSB FAQ)"));
    }
    if let (Some(age), Some(youngest)) = (basis.age, youngest_age())
        && age < youngest
    {
        notes.push(format!("no standard is known for age {age}; the youngest group begins at {youngest}"));
    }
    if let (Some(tested), Some(ended)) = (test.test_date, test.test_end)
        && ended.day() != tested
    {
        notes.push(format!("test_end lies on {}, not on the day of the test", day_words(ended.day())));
    }
    Score {
        ptb_id: test.ptb_id,
        name: test.full_name(),
        sex: basis.sex,
        age: basis.age,
        age_group: basis.age_group(),
        test_date: basis.day,
        attempt,
        events: Events(Event::ALL.map(|event| score_event(event, test, None, basis))),
        outcome: Outcome::Incomplete,
        retest: None,
        last_course_start: None,
        file: Some(entry.file),
        line: Some(entry.line),
        notes,
    }
}

fn outcome_of(events: &[EventScore]) -> Outcome {
    // Settled 60: what is not known comes before what is failed.
    if events.iter().any(|event| event.passed.is_none()) {
        Outcome::Incomplete
    } else if events.iter().all(|event| event.passed == Some(true)) {
        Outcome::Pass
    } else {
        Outcome::Fail
    }
}

fn failed(events: &[EventScore]) -> impl Iterator<Item = Event> {
    events.iter().filter(|event| event.passed == Some(false)).map(|event| event.event)
}

/// The last day on which a course may start after this test (FAQ, MTU #10). None for part-time courses when the test was
/// given by another than the unit's administrator (settled 65), or when that cannot be told.
fn last_course_start(test: &PowerTest, basis: &Basis) -> Option<NaiveDate> {
    let designated = test.administrator != Some(Administrator::Other) && !test.is_faulty(Column::Administrator);
    let day = basis.day?;
    let days = params::POWER_VALID_DAYS.on(day)?;
    (designated || test.program() == Some(Program::FullTime)).then(|| calendar::days_after(day, days))
}

fn administrator_notes(notes: &mut Vec<String>, test: &PowerTest) {
    if test.is_faulty(Column::Administrator) && test.program() != Some(Program::FullTime) {
        notes.push(
            "administrator cannot be read, so that it cannot be told until when a part-time course may start".into(),
        );
    }
    if test.administrator != Some(Administrator::Other) {
        return;
    }
    if test.program() != Some(Program::PartTime) {
        notes.push(
            "given by another than the designated administrator: only Board-approved assessors count, and the academy may \
             test again (ILETSB FAQ)"
                .into(),
        );
    }
    if test.program() != Some(Program::FullTime) {
        notes.push(
            "given by another than the unit's designated administrator: for a part-time course it does not count for \
             admission, and the unit's own test must be passed (MTU #10)"
                .into(),
        );
    }
}

fn course_notes(notes: &mut Vec<String>, test: &PowerTest, last: Option<NaiveDate>) {
    let (Some(start), Some(tested), Some(last)) = (test.course_start, test.test_day(), last) else { return };
    if start > last {
        notes.push(format!(
            "the course starts on {}, after {}, the last day for which this test is good; it must be passed again",
            day_words(start),
            day_words(last)
        ));
    } else if start < tested {
        notes.push(format!("the course starts on {}, before the test", day_words(start)));
    }
}

/// Says what is missing, by column.
fn incomplete_note(events: &[EventScore], test: &PowerTest, basis: &Basis) -> String {
    let mut reasons: Vec<String> = Vec::new();
    let mut cell = |column: Column, known: bool| {
        if !known {
            let what = if test.is_faulty(column) { "cannot be read" } else { "is blank" };
            reasons.push(format!("{} {what}", column.name()));
        }
    };
    cell(Column::Sex, basis.sex.is_some());
    cell(Column::TestDate, basis.day.is_some());
    let age = if test.is_faulty(Column::BirthDate) { Column::BirthDate } else { Column::Age };
    cell(age, basis.age.is_some() || (test.birth_date.is_some() && basis.day.is_none()));
    if basis.sex.is_some() && basis.age.is_some() && basis.day.is_some() && basis.required(Event::Run).is_none() {
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
        let whose = if event.retested { " on the retest" } else { "" };
        reasons.push(reason + whose);
    }
    format!("incomplete: {}", reasons.join(", "))
}
