//! Pairs each retest with the first test it repeats.

use crate::model::power_test::{Attempt, PowerEntry};
use crate::model::{Record, matched_id, name};
use crate::values::moment::Moment;
use chrono::{Months, NaiveDate};
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

/// A row to score: a first test with its retests, earliest first, or any other row alone.
#[derive(Clone, Debug)]
pub struct PairedTest<'e, 'a> {
    /// The row.
    pub entry: &'e PowerEntry<'a>,
    /// Its retests; only a first test has any.
    pub retests: Vec<&'e PowerEntry<'a>>,
    /// The day of an earlier first test of this person, where nothing says whether this row is a first test.
    pub earlier: Option<NaiveDate>,
}

/// Last name, first name and birth date, which identify a person without a PTB ID.
type PersonKey = (String, String, NaiveDate);

/// First tests of one person by day, with their places in the list of rows. An unknown day sorts before every other.
type FirstTests = BTreeSet<(Option<NaiveDate>, usize)>;

/// First tests by the person who took them.
#[derive(Default)]
struct FirstTestsByPerson<'e> {
    by_id: HashMap<Cow<'e, str>, FirstTests>,
    by_name: HashMap<PersonKey, FirstTests>,
    /// Those of `by_name` whose rows have no PTB ID.
    by_name_without_id: HashMap<PersonKey, FirstTests>,
}

/// Pairs retests with their first tests. Returns one item for each row, in order: `None` for a retest that belongs to a
/// first test, since its results are part of that test.
pub fn pair<'e, 'a>(entries: &[&'e PowerEntry<'a>]) -> Vec<Option<PairedTest<'e, 'a>>> {
    let mut first_tests = FirstTestsByPerson::default();
    for (place, entry) in entries.iter().enumerate() {
        if entry.record.attempt() == Some(Attempt::Initial) {
            first_tests.add(place, entry);
        }
    }
    let mut tests: Vec<_> =
        entries.iter().map(|entry| Some(PairedTest { entry, retests: Vec::new(), earlier: None })).collect();
    for (place, entry) in entries.iter().enumerate() {
        let is_retest = entry.record.attempt() == Some(Attempt::Retest);
        if let Some(first) = is_retest.then(|| first_tests.of_retest(entry)).flatten()
            && let Some(Some(test)) = tests.get_mut(first)
        {
            test.retests.push(entry);
            tests[place] = None;
        }
    }
    for test in tests.iter_mut().flatten() {
        test.earlier = first_tests.before(test.entry);
        test.retests.sort_by_key(|retest| start(retest));
    }
    tests
}

impl<'e> FirstTestsByPerson<'e> {
    fn add(&mut self, place: usize, entry: &'e PowerEntry) {
        let first = (entry.record.test_day(), place);
        let key = person_key(entry);
        match (entry.record.ptb_id.map(matched_id), &key) {
            (Some(id), _) => {
                self.by_id.entry(id).or_default().insert(first);
            }
            (None, Some(key)) => {
                self.by_name_without_id.entry(key.clone()).or_default().insert(first);
            }
            (None, None) => {}
        }
        if let Some(key) = key {
            self.by_name.entry(key).or_default().insert(first);
        }
    }

    /// Returns the day of the latest first test of a person in the month before a row whose attempt is blank.
    fn before(&self, entry: &PowerEntry) -> Option<NaiveDate> {
        let day = entry.record.test_day().filter(|_| entry.record.attempt.is_none())?;
        let month = (Some(day.checked_sub_months(Months::new(1))?), 0)..(Some(day), 0);
        let key = person_key(entry);
        let earlier = |list: Option<&FirstTests>| list?.range(month.clone()).next_back().and_then(|(day, _)| *day);
        let named = |lists: &HashMap<PersonKey, FirstTests>| earlier(key.as_ref().and_then(|key| lists.get(key)));
        match entry.record.ptb_id.map(matched_id) {
            Some(id) => earlier(self.by_id.get(&id)).max(named(&self.by_name_without_id)),
            None => named(&self.by_name),
        }
    }

    /// Returns the place of the first test that a retest repeats. PTB IDs on both rows decide alone; otherwise last
    /// name, first name and birth date must all be equal (settled 102).
    fn of_retest(&self, retest: &PowerEntry) -> Option<usize> {
        // Settled 269: of two days the one on which the retest began.
        let day = retest.record.test_start().map(Moment::day).or_else(|| retest.record.test_day());
        let key = person_key(retest);
        let in_list = |list: Option<&FirstTests>| latest(list?, day);
        let named = |lists: &HashMap<PersonKey, FirstTests>| in_list(lists.get(key.as_ref()?));
        let first = match retest.record.ptb_id.map(matched_id) {
            Some(id) => in_list(self.by_id.get(&id)).max(named(&self.by_name_without_id)),
            None => named(&self.by_name),
        };
        first.map(|(_, place)| place)
    }
}

fn person_key(entry: &PowerEntry) -> Option<PersonKey> {
    let person = entry.record.person();
    Some((name::key(person.last?), name::key(person.first?), entry.record.birth_date?))
}

/// Returns the latest first test on or before the day of a retest (settled 66), or the latest of all when that day is
/// not known.
fn latest(tests: &FirstTests, day: Option<NaiveDate>) -> Option<(Option<NaiveDate>, usize)> {
    match day {
        Some(_) => tests.range(..=(day, usize::MAX)).next_back().copied(),
        None => tests.last().copied(),
    }
}

/// Returns a key that sorts retests by their start. Of two on one day, one without a clock time comes first (settled
/// 193); one without a known day comes last.
fn start(retest: &PowerEntry) -> impl Ord + use<> {
    let test = &retest.record;
    let began = test.began().or_else(|| test.test_day().map(Moment::OnDay));
    let instant = began.and_then(Moment::bounds).map(|(first, _)| first);
    (instant.is_none(), instant, began.is_some_and(Moment::has_time))
}
