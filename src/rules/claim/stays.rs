//! The stays of a claim: runs of consecutive days of meals, whose first and last day have a rate of their own.

use crate::model::claim::{ClaimLine, LineKind};
use chrono::{Days, NaiveDate};

/// The stays of a claim, each with its first and its last day.
#[derive(Debug, Default)]
pub(crate) struct Stays(Vec<(NaiveDate, NaiveDate)>);

impl Stays {
    /// Returns the stays that the lines of meals make together, also those that are refused or unknown; in whatever
    /// county (settled 158 and 237).
    pub(crate) fn of(lines: &[ClaimLine]) -> Self {
        let meals = lines.iter().filter(|line| line.kind == Some(LineKind::Meals));
        let mut days: Vec<(NaiveDate, NaiveDate)> = meals
            .filter_map(|line| {
                let (first, later) = (line.date?, line.days?.checked_sub(1)?);
                Some((first, first.checked_add_days(Days::new(u64::from(later))).unwrap_or(NaiveDate::MAX)))
            })
            .collect();
        days.sort_unstable();
        let mut stays: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        for (first, last) in days {
            match stays.last_mut().filter(|stay| stay.1.succ_opt().is_none_or(|next| first <= next)) {
                Some(stay) => stay.1 = stay.1.max(last),
                None => stays.push((first, last)),
            }
        }
        Self(stays)
    }

    /// Returns whether a day is the first or the last one of a stay.
    pub(crate) fn begin_or_end_on(&self, day: NaiveDate) -> bool {
        self.0.iter().any(|(first, last)| day == *first || day == *last)
    }
}
