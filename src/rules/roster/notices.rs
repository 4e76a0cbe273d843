//! Notices before and after a due day: the one in force on a day, and the days on which each begins.

use crate::finding::Status;
use crate::rules::law::{figure, params};
use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::Serialize;

/// Rules about courses. The portal's notices are for courses; a notice for any other rule is this program's own and
/// says so (settled 127).
pub const COURSES: [&str; 4] =
    ["basic-training-deadline", "conservator-training", "part-time-training-deadline", "scenario-training"];

/// Returns whether a rule is about a course: one of those, or an in-service mandate.
pub fn is_course(rule: &str) -> bool {
    COURSES.contains(&rule) || rule.starts_with("training-")
}

/// Courses whose lapse has another consequence than inactivation: the rule itself names it.
const FORFEITED: [&str; 2] = ["basic-training-deadline", "part-time-training-deadline"];

/// The mandate that is no course.
pub(crate) const FIREARMS_MANDATE: &str = "training-firearms-qualification";

/// Returns whether a lapse may end in inactivation: that of a course, unless the position is forfeited. Firearms
/// qualification is a mandate and no course (settled 145).
pub fn may_inactivate(rule: &str) -> bool {
    is_course(rule) && !FORFEITED.contains(&rule) && rule != FIREARMS_MANDATE
}

/// Returns whether a rule sets a limit: its day is the one on which the limit would be exceeded, and nothing is due.
pub fn is_limit(rule: &str) -> bool {
    rule == LIMIT
}
const LIMIT: &str = "part-time-hours";

/// A kind of notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub enum Notice {
    /// From the first notice day to the day before the second.
    #[serde(rename = "60-day")]
    First,
    /// From the second notice day to the due day itself.
    #[serde(rename = "30-day")]
    Second,
    /// From the day after the due day; on the due day itself where the answer is overdue by then.
    #[serde(rename = "expired")]
    Expired,
}

impl Notice {
    /// Returns the name in machine output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::First => "60-day",
            Self::Second => "30-day",
            Self::Expired => "expired",
        }
    }

    /// Returns the notice in force on a day for a requirement that is not met; none when its due day is still far off.
    pub fn on(as_of: NaiveDate, due: NaiveDate, status: Status) -> Option<Self> {
        if status == Status::Overdue {
            return Some(Self::Expired);
        }
        [Self::Expired, Self::Second, Self::First]
            .into_iter()
            .find(|notice| notice.begins(due).is_some_and(|first| first <= as_of))
    }

    /// Returns the first day on which it is in force; `None` when no law is known for the day.
    pub fn begins(self, due: NaiveDate) -> Option<NaiveDate> {
        let before = |figure: &figure::Param<u32>| due.checked_sub_days(Days::new(u64::from(figure.on(due)?)));
        match self {
            Self::First => before(&params::FIRST_NOTICE_DAYS),
            Self::Second => before(&params::SECOND_NOTICE_DAYS),
            Self::Expired => due.succ_opt(),
        }
    }
}

/// Returns the last of the days that an expired notice gives. They are counted from the day after the notice (settled
/// 145): the portal page speaks of the days "at the expired notice".
pub fn inactivation_day(notice: NaiveDate, days: u32) -> Option<NaiveDate> {
    notice.checked_add_days(Days::new(u64::from(days)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::law::figure::day;

    #[test]
    fn the_notice_changes_at_sixty_and_thirty_days_and_when_late() {
        let due = day(2026, 3, 31);
        // 60 days before 31 March: 31 days of March, 28 of February, 1 of January: 30 January.
        for (as_of, notice) in [
            (day(2026, 1, 29), None),
            (day(2026, 1, 30), Some(Notice::First)),
            (day(2026, 2, 28), Some(Notice::First)),
            (day(2026, 3, 1), Some(Notice::Second)),
            (day(2026, 3, 31), Some(Notice::Second)),
            (day(2026, 4, 1), Some(Notice::Expired)),
            (day(2030, 1, 1), Some(Notice::Expired)),
        ] {
            let status = if as_of > due { Status::Overdue } else { Status::DueSoon };
            assert_eq!(Notice::on(as_of, due, status), notice, "{as_of}");
        }
        // Police authority begins today without training: overdue, although the day is today's.
        assert_eq!(Notice::on(due, due, Status::Overdue), Some(Notice::Expired));
    }

    #[test]
    fn only_a_course_ends_in_inactivation() {
        // Settled 145: not the forfeited position, the signature, firearms, or the hours of a chief.
        for (rule, may) in [
            ("scenario-training", true),
            ("conservator-training", true),
            ("training-law-updates", true),
            ("basic-training-deadline", false),
            ("part-time-training-deadline", false),
            ("training-firearms-qualification", false),
            ("firearms-qualification", false),
            ("esign-verification", false),
            ("executive-hours", false),
        ] {
            assert_eq!(may_inactivate(rule), may, "{rule}");
        }
    }

    #[test]
    fn the_days_of_the_expired_notice_run_from_the_notice() {
        // Notice of 1 April, 30 days after it 1 May; of 2 April, 2 May, whenever the item was due.
        assert_eq!(inactivation_day(day(2026, 4, 1), 30), Some(day(2026, 5, 1)));
        assert_eq!(inactivation_day(day(2026, 4, 2), 30), Some(day(2026, 5, 2)));
    }

    #[test]
    fn every_course_is_a_rule() {
        let named = COURSES.into_iter().chain(FORFEITED).chain([LIMIT]);
        assert!(named.into_iter().all(|rule| crate::rules::find(rule).is_some()));
    }
}
