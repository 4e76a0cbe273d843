//! The completions that count for a mandate in a window, added up.

use crate::rules::training::credit::Credit;
use crate::rules::training::mandates::{Mandate, TOTAL};
use crate::rules::training::result::Span;
use crate::values::decimal::Decimal;
use crate::words::{count_words, day_words};

/// The reason why hours cannot be added up.
pub(crate) const WITHOUT_HOURS: &str =
    "the hours of a completion are not recorded, so it is not known whether they are enough";

/// The credits that count for a mandate in a window.
#[derive(Default)]
pub(crate) struct Progress {
    /// Their hours, where recorded.
    pub(crate) hours: Decimal,
    /// Their number.
    pub(crate) completions: usize,
    /// The number of those whose hours are not recorded.
    pub(crate) without_hours: usize,
}

impl Progress {
    /// Counts the credits of a window.
    pub(crate) fn of(mandate: &Mandate, credits: &[Credit], span: Span) -> Self {
        let mut progress = Self { hours: Decimal::default(), completions: 0, without_hours: 0 };
        for credit in credits.iter().filter(|credit| span.has(credit.day) && counts(mandate, credit)) {
            progress.completions += 1;
            match credit.hours {
                Some(hours) => progress.hours = progress.hours.plus(hours),
                None => progress.without_hours += 1,
            }
        }
        progress
    }

    /// Returns whether they are enough.
    pub(crate) fn satisfies(&self, mandate: &Mandate) -> bool {
        mandate.needed().map_or(self.completions > 0, |needed| self.hours >= needed)
    }

    /// Returns `6 of 12 hours from 1 Jul 2022 to 30 Jun 2025`.
    pub(crate) fn words(&self, mandate: &Mandate, span: Span) -> String {
        let amount = match mandate.needed() {
            Some(needed) => format!("{} of {} hours", self.hours, needed),
            None => count_words(i64::try_from(self.completions).unwrap_or(i64::MAX), "completion"),
        };
        format!("{amount} from {} to {}", day_words(span.from), day_words(span.to))
    }
}

/// Returns whether a completion counts for a mandate: for its own topic, and once toward the total of all hours.
pub(crate) fn counts(mandate: &Mandate, credit: &Credit) -> bool {
    credit.mandate.is_some_and(|own| own.topic == mandate.topic || mandate.topic == TOTAL)
}
