//! The next open day after a due day on which offices are closed, for the rules where it may help.

use crate::finding::Status;
use crate::rules::law::calendar;
use chrono::NaiveDate;

/// The rules in which an act is due within a time that runs forward. A last good day, the end of a year, a count
/// backward and a projected day are no such time (settled 146).
const ACTS_WITHIN_TIME: [&str; 5] = [
    "basic-training-deadline",
    "part-time-power-deadline",
    "part-time-enrollment-deadline",
    "part-time-training-deadline",
    "esign-verification",
];

/// Returns the next open day after the due day of an answer. Returns `None` when the due day is open, when the rule has
/// no such day, and when the answer is not running towards its due day (settled 240).
pub fn extended(rule: &str, status: Status, due: Option<NaiveDate>) -> Option<NaiveDate> {
    let is_running = matches!(status, Status::Open | Status::DueSoon | Status::Overdue);
    if is_running && ACTS_WITHIN_TIME.contains(&rule) { calendar::extended(due?) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::law::figure::day;

    #[test]
    fn every_act_is_a_rule() {
        assert!(ACTS_WITHIN_TIME.iter().all(|rule| crate::rules::find(rule).is_some()));
    }

    #[test]
    fn only_a_running_act_has_an_open_day() {
        // Saturday, 28 February 2026; the Monday after it is 2 March.
        let saturday = Some(day(2026, 2, 28));
        for status in [Status::Open, Status::DueSoon, Status::Overdue] {
            assert_eq!(extended("basic-training-deadline", status, saturday), Some(day(2026, 3, 2)));
            assert_eq!(extended("firearms-qualification", status, saturday), None);
        }
        for status in [Status::Met, Status::Review, Status::NotApplicable, Status::Unknown] {
            assert_eq!(extended("basic-training-deadline", status, saturday), None);
        }
        assert_eq!(extended("esign-verification", Status::Open, Some(day(2026, 2, 27))), None);
        assert_eq!(extended("esign-verification", Status::Open, None), None);
    }
}
