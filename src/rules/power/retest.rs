//! Retests: to which first test one belongs, and whether it was taken in the hours in which it counts.

use crate::model::Record;
use crate::model::name;
use crate::model::power_test::Attempt;
use crate::model::power_test::PowerEntry;
use crate::rules::law::params;
use crate::values::moment::Moment;
use crate::words::count_words;
use chrono::{NaiveDate, TimeDelta};
use hashbrown::{HashMap, HashSet};

/// Rows of first tests, oldest first; a day that is not known comes before every other.
type Firsts = Vec<(Option<NaiveDate>, usize)>;

/// Last name, first name and birth date, by which a person without a PTB ID is known again.
type Person = (String, String, NaiveDate);

/// The retests of the rows that have any, by their places in `entries`: those of a first test, and for a retest that belongs
/// to no first test itself.
pub type Retests = HashMap<usize, Vec<usize>>;

/// Finds the first test to which each retest belongs.
pub fn pair(entries: &[&PowerEntry]) -> Retests {
    let mut by_id: HashMap<&str, Firsts> = HashMap::default();
    let mut by_person: HashMap<Person, Firsts> = HashMap::default();
    let mut without_id: HashMap<Person, Firsts> = HashMap::default();
    let of_kind =
        |kind: Attempt| entries.iter().enumerate().filter(move |(_, entry)| entry.record.attempt() == Some(kind));
    let mut of_first = Retests::default();
    let retests: Vec<(usize, &&PowerEntry)> = of_kind(Attempt::Retest).collect();
    if retests.is_empty() {
        return of_first;
    }
    // Only whom a retest may be of is looked for, and by name only where an ID is missing on one side.
    let retested: HashSet<&str> = retests.iter().filter_map(|(_, entry)| entry.record.ptb_id).collect();
    let unnumbered = retests.iter().any(|(_, entry)| entry.record.ptb_id.is_none());
    for (at, entry) in of_kind(Attempt::Initial) {
        let first = (entry.record.test_day(), at);
        if let Some(id) = entry.record.ptb_id.filter(|id| retested.contains(id)) {
            by_id.entry(id).or_default().push(first);
        }
        if (unnumbered || entry.record.ptb_id.is_none())
            && let Some(person) = person(entry)
        {
            if entry.record.ptb_id.is_none() {
                without_id.entry(person.clone()).or_default().push(first);
            }
            by_person.entry(person).or_default().push(first);
        }
    }
    for firsts in by_id.values_mut().chain(by_person.values_mut()).chain(without_id.values_mut()) {
        firsts.sort_unstable();
    }
    for (at, entry) in retests {
        let day = entry.record.test_day();
        let person = if by_person.is_empty() { None } else { person(entry) };
        let same_person = |people: &HashMap<Person, Firsts>| latest(people.get(person.as_ref()?)?, day);
        // Settled 102: IDs on both rows decide alone; otherwise the name and birth date, all of them.
        let first = match entry.record.ptb_id {
            Some(id) => by_id.get(id).and_then(|firsts| latest(firsts, day)).max(same_person(&without_id)),
            None => same_person(&by_person),
        };
        of_first.entry(first.map_or(at, |(_, first)| first)).or_default().push(at);
    }
    for of_one in of_first.values_mut() {
        // The earliest comes first; one without a day comes after those with one.
        of_one.sort_by_key(|at| {
            let test = &entries[*at].record;
            let began = test.began().or_else(|| test.test_day().map(Moment::OnDay));
            let instant = began.and_then(Moment::bounds).map(|(first, _)| first);
            (instant.is_none(), instant)
        });
    }
    of_first
}

fn person(entry: &PowerEntry) -> Option<Person> {
    let person = entry.record.person();
    Some((name::key(person.last?), name::key(person.first?), entry.record.birth_date?))
}

/// The latest first test on or before the day of a retest (settled 66), the latest of all when that day is not known.
fn latest(firsts: &Firsts, day: Option<NaiveDate>) -> Option<(Option<NaiveDate>, usize)> {
    let before = day.map_or(firsts.len(), |_| firsts.partition_point(|(first, _)| *first <= day));
    firsts.get(before.checked_sub(1)?).copied()
}

/// When the retest window opens and closes, both ends included; `None` when the end of the first test is not known.
pub fn window(first_ended: Option<Moment>) -> Option<(Moment, Moment)> {
    let ended = first_ended?;
    let opens = params::POWER_RETEST_OPENS_HOURS.on(ended.day())?;
    let closes = params::POWER_RETEST_CLOSES_HOURS.on(ended.day())?;
    Some((ended.hours_after(opens), ended.hours_after(closes)))
}

/// Whether a retest was taken inside its window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// It was.
    Inside,
    /// It was taken too early.
    Early,
    /// It was taken too late.
    Late,
    /// The clock times that would tell are not recorded.
    Undecidable,
}

/// Holds the start of a retest against the end of the first test (settled 55 and 56).
///
/// With both clock times the elapsed time decides. With one, the retest is outside when no second of the day whose clock
/// time is missing lies in the window. With none, two or three calendar days apart are undecidable and everything else is
/// outside, also over a clock change.
pub fn timing(first_ended: Option<Moment>, began: Option<Moment>) -> Timing {
    let (Some(ended), Some(began)) = (first_ended, began) else { return Timing::Undecidable };
    let Some((opens, closes)) = window(first_ended) else { return Timing::Undecidable };
    if !ended.has_time() && !began.has_time() {
        return if began.day() < opens.day() {
            Timing::Early
        } else if began.day() > closes.day() {
            Timing::Late
        } else {
            Timing::Undecidable
        };
    }
    let Some((shortest, longest)) = elapsed(ended, began) else { return Timing::Undecidable };
    let hours = |param: &crate::rules::law::figure::Param<u32>| {
        param.on(ended.day()).map(|hours| TimeDelta::hours(i64::from(hours)))
    };
    let (Some(least), Some(most)) =
        (hours(&params::POWER_RETEST_OPENS_HOURS), hours(&params::POWER_RETEST_CLOSES_HOURS))
    else {
        return Timing::Undecidable;
    };
    if longest < least {
        Timing::Early
    } else if shortest > most {
        Timing::Late
    } else if shortest >= least && longest <= most && ended.has_time() && began.has_time() {
        // Settled 56: with one clock time alone no retest is inside.
        Timing::Inside
    } else {
        Timing::Undecidable
    }
}

/// The shortest and the longest time that may lie between two moments.
fn elapsed(ended: Moment, began: Moment) -> Option<(TimeDelta, TimeDelta)> {
    let (ended, began) = (ended.bounds()?, began.bounds()?);
    Some((began.0 - ended.1, began.1 - ended.0))
}

/// What there is to say about the timing of a retest; `part_time` when the course is one.
pub(crate) fn timing_notes(first_ended: Option<Moment>, began: Option<Moment>, part_time: bool) -> Vec<String> {
    let timing = timing(first_ended, began);
    let mut notes = Vec::new();
    let hours = |param: &crate::rules::law::figure::Param<u32>| {
        first_ended.and_then(|ended| param.on(ended.day())).map_or_else(String::new, |hours| hours.to_string())
    };
    let (least, most) = (hours(&params::POWER_RETEST_OPENS_HOURS), hours(&params::POWER_RETEST_CLOSES_HOURS));
    match timing {
        Timing::Inside => {}
        Timing::Undecidable => notes.push(
            "whether the retest began in its window cannot be told: record test_end of the first test and test_start of the \
             retest, both with clock times"
                .into(),
        ),
        Timing::Early | Timing::Late => notes.push(format!(
            "the retest began {} the first test ended; it must begin {least} to {most} hours after it (20 Ill. Adm. Code \
             1720.30(i))",
            apart(first_ended, began)
        )),
    }
    // A note on settled 92; a retest before the first test is nobody's reading.
    let after = || Some(elapsed(first_ended?, began?)?.1 >= TimeDelta::zero());
    if timing == Timing::Early && after() == Some(true) {
        notes.push(format!(
            "the ILETSB FAQ asks only for no more than {most} hours and would by itself allow this retest; the Code decides"
        ));
    }
    if part_time && matches!(timing, Timing::Early | Timing::Late) {
        notes.push(format!(
            "for part-time courses MTU #10 allows a retest within {most} hours or when the testing officer is available; a \
             person must decide"
        ));
    }
    let dated = |moment: Option<Moment>| moment.is_some_and(|moment| !moment.has_time());
    if matches!(timing, Timing::Early | Timing::Late)
        && dated(first_ended)
        && dated(began)
        && over_a_clock_change(first_ended, began)
    {
        notes.push(
            "the clocks changed between the two days, so that clock times could still put the retest inside its window; \
             record them"
                .into(),
        );
    }
    notes
}

/// Whether two days without clock times may be the right number of hours apart although their dates are not.
fn over_a_clock_change(first_ended: Option<Moment>, began: Option<Moment>) -> bool {
    let possible = || {
        let ended = first_ended?;
        let (shortest, longest) = elapsed(ended, began?)?;
        let least = TimeDelta::hours(i64::from(params::POWER_RETEST_OPENS_HOURS.on(ended.day())?));
        let most = TimeDelta::hours(i64::from(params::POWER_RETEST_CLOSES_HOURS.on(ended.day())?));
        Some(longest >= least && shortest <= most)
    };
    possible().unwrap_or(false)
}

/// How far apart two moments are, in words: `47 hours and 59 minutes after`, `4 days after`, `before`.
fn apart(first_ended: Option<Moment>, began: Option<Moment>) -> String {
    let (Some(ended), Some(began)) = (first_ended, began) else { return "at an unknown time after".into() };
    let days = (began.day() - ended.day()).num_days();
    match (ended, began) {
        (Moment::At(ended), Moment::At(began)) if began >= ended => {
            let seconds = (began - ended).num_seconds();
            let mut words = count_words(seconds / 3600, "hour");
            for (count, noun) in [(seconds / 60 % 60, "minute"), (seconds % 60, "second")] {
                if count > 0 {
                    words += &format!(" and {}", count_words(count, noun));
                }
            }
            format!("{words} after")
        }
        (Moment::At(_), Moment::At(_)) => "before".into(),
        _ if days < 0 => "before".into(),
        _ if days > 0 => format!("{} after the day on which", count_words(days, "day")),
        _ => "on the same day on which".into(),
    }
}
