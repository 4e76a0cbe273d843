//! The hours after a first test in which its retest counts, and whether a retest began within them.

use crate::rules::law::params;
use crate::values::moment::Moment;
use crate::words::count_words;
use chrono::TimeDelta;

/// The position of a retest in time, relative to its window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RetestTiming {
    /// Inside the window.
    Inside,
    /// Before the window.
    Early,
    /// After the window.
    Late,
    /// Not known, because clock times are missing.
    Undecidable,
}

/// Returns the hours after the end of a first test between which its retest must begin, both included.
fn window_hours(first_ended: Moment) -> Option<(u32, u32)> {
    let day = first_ended.day();
    Some((params::POWER_RETEST_OPENS_HOURS.on(day)?, params::POWER_RETEST_CLOSES_HOURS.on(day)?))
}

/// Returns when the retest window opens and closes, both ends included; `None` when the end of the first test is not
/// known.
pub(in crate::rules) fn window(first_ended: Option<Moment>) -> Option<(Moment, Moment)> {
    let ended = first_ended?;
    let (opens, closes) = window_hours(ended)?;
    Some((ended.hours_after(opens), ended.hours_after(closes)))
}

/// Compares the start of a retest with the end of the first test (settled 55 and 56).
///
/// With both clock times the elapsed time decides. With one, the retest is outside when no second of the day whose
/// clock time is missing lies in the window. With none, two or three calendar days apart are undecidable and everything
/// else is outside, even when the clocks changed in between.
pub(super) fn timing(first_ended: Option<Moment>, began: Option<Moment>) -> RetestTiming {
    decide(first_ended, began).unwrap_or(RetestTiming::Undecidable)
}

fn decide(first_ended: Option<Moment>, began: Option<Moment>) -> Option<RetestTiming> {
    let (ended, began) = (first_ended?, began?);
    let (opens, closes) = window(first_ended)?;
    if !ended.has_time() && !began.has_time() {
        return if began.day() < opens.day() {
            Some(RetestTiming::Early)
        } else if began.day() > closes.day() {
            Some(RetestTiming::Late)
        } else {
            None
        };
    }
    let (shortest, longest) = elapsed(ended, began)?;
    let (least, most) = window_lengths(ended)?;
    if longest < least {
        Some(RetestTiming::Early)
    } else if shortest > most {
        Some(RetestTiming::Late)
    } else {
        // Settled 56: with only one clock time no retest is known to be inside.
        let is_exact = ended.has_time() && began.has_time();
        is_exact.then_some(RetestTiming::Inside)
    }
}

/// Returns the hours of the window as lengths of time.
fn window_lengths(first_ended: Moment) -> Option<(TimeDelta, TimeDelta)> {
    let (least, most) = window_hours(first_ended)?;
    Some((TimeDelta::hours(i64::from(least)), TimeDelta::hours(i64::from(most))))
}

/// Returns the shortest and the longest time that may lie between two moments.
fn elapsed(ended: Moment, began: Moment) -> Option<(TimeDelta, TimeDelta)> {
    let (ended, began) = (ended.bounds()?, began.bounds()?);
    Some((began.0 - ended.1, began.1 - ended.0))
}

/// Explains the timing of a retest; `part_time` when the course is a part-time one.
pub(super) fn timing_notes(
    timing: RetestTiming,
    first_ended: Option<Moment>,
    began: Option<Moment>,
    part_time: bool,
) -> Vec<String> {
    if timing == RetestTiming::Inside {
        return Vec::new();
    }
    let hours = first_ended.and_then(window_hours);
    let (Some(ended), Some(began), Some((least, most)), RetestTiming::Early | RetestTiming::Late) =
        (first_ended, began, hours, timing)
    else {
        return vec![
            "it is not known whether the retest began in its window: record test_end of the first test and test_start \
             of the retest, both with clock times"
                .into(),
        ];
    };
    let mut notes = vec![format!(
        "the retest began {} the first test ended; it must begin {least} to {most} hours after that (20 Ill. Adm. Code \
         1720.30(i))",
        apart(ended, began)
    )];
    // Settled 92. The FAQ does not allow a retest before the first test either.
    let began_after = elapsed(ended, began).is_some_and(|(_, longest)| longest >= TimeDelta::zero());
    if timing == RetestTiming::Early && began_after {
        notes.push(format!(
            "the ILETSB FAQ asks only for no more than {most} hours and would by itself allow this retest; the Code \
             decides"
        ));
    }
    if part_time {
        notes.push(format!(
            "for part-time courses MTU #10 allows a retest within {most} hours or when the testing officer is \
             available; a person must decide"
        ));
    }
    if !ended.has_time() && !began.has_time() && may_be_inside(ended, began) {
        notes.push(
            "the clocks changed between the two days, so clock times could still put the retest inside its window; \
             record them"
                .into(),
        );
    }
    notes
}

/// Returns whether two days without clock times may be the right number of hours apart although their dates are not, as
/// happens when the clocks change.
fn may_be_inside(ended: Moment, began: Moment) -> bool {
    let (Some((shortest, longest)), Some((least, most))) = (elapsed(ended, began), window_lengths(ended)) else {
        return false;
    };
    longest >= least && shortest <= most
}

/// Describes how far apart two moments are: `47 hours and 59 minutes after`, `4 days after the day on which`, `before`.
fn apart(ended: Moment, began: Moment) -> String {
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
