//! The training clock: it starts on a day of hire and runs for some months; an extension or a freeze moves its end.

use crate::model::officer::{Column, Officer};
use crate::rules::ask::{Answer, Ask, Cannot};
use crate::rules::law::calendar::{self, Freeze};
use crate::rules::law::params;
use crate::words::{count_words, day_words};
use chrono::NaiveDate;

/// The days of extension on record, and how many of them count.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Extension {
    recorded: u32,
    counted: u32,
}

impl Extension {
    /// Reads the officer's extension; no more of it counts than may be granted (settled 23).
    pub(crate) fn of(officer: &Officer, start: NaiveDate, ask: &Ask) -> Result<Self, Cannot> {
        let recorded = officer.extension_days.unwrap_or(0);
        Ok(Self { recorded, counted: recorded.min(ask.law(&params::BASIC_TRAINING_EXTENSION_DAYS, start)?) })
    }
}

/// A training clock: its start, its length, and everything that moves its end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TrainingClock {
    start: NaiveDate,
    months: u32,
    extension: Extension,
    /// The last good day without a freeze.
    pub(crate) unfrozen: NaiveDate,
    freeze: Freeze,
}

impl TrainingClock {
    /// Creates a clock that starts on `start` and runs for `months`, with this extension and the officer's freeze.
    pub(crate) fn new(start: NaiveDate, months: u32, extension: Extension, officer: &Officer, ask: &Ask) -> Self {
        let unfrozen = calendar::days_after(calendar::months_after(start, months), extension.counted);
        let freeze = calendar::freeze(start, unfrozen, officer.freeze_from, officer.freeze_to, ask.as_of);
        Self { start, months, extension, unfrozen, freeze }
    }

    /// Returns the last good day, unless a freeze leaves it open.
    pub(crate) fn deadline(&self) -> Option<NaiveDate> {
        match self.freeze {
            Freeze::Days(days) => Some(calendar::days_after(self.unfrozen, days)),
            Freeze::StandsStill(_) | Freeze::WithoutBeginning => None,
        }
    }

    /// Returns whether a freeze has an effect.
    pub(crate) fn is_frozen(&self) -> bool {
        self.freeze != Freeze::Days(0)
    }

    /// Answers for a requirement that is not on record yet; `too_late` is the consequence once the deadline has
    /// passed.
    pub(crate) fn answer(&self, what: &str, too_late: &str, ask: &Ask) -> Result<Answer, Cannot> {
        match self.freeze {
            Freeze::WithoutBeginning => Err(Cannot::Blank(Column::FreezeFrom)),
            Freeze::StandsStill(since) => Ok(ask
                .review(None)
                .because(|| format!("frozen since {}: the training clock is stopped", day_words(since)))),
            Freeze::Days(frozen) => {
                let deadline = calendar::days_after(self.unfrozen, frozen);
                let Extension { recorded, counted } = self.extension;
                Ok(ask
                    .by_day(deadline)
                    .because(|| {
                        let sentence = self.sentence(what, deadline, frozen, ask);
                        if ask.days_to(deadline) < 0 { sentence + too_late } else { sentence }
                    })
                    .note_if(recorded > counted, || {
                        format!("only {counted} of the {} of extension on record count", count_words(recorded, "day"))
                    }))
            }
        }
    }

    /// `basic training was due 30 Mar 2026, 6 months after hire on 31 Aug 2025 and 30 days of extension`
    fn sentence(&self, what: &str, deadline: NaiveDate, frozen: u32, ask: &Ask) -> String {
        let mut sentence = format!(
            "{what} {} due {}, {} after hire on {}",
            if ask.days_to(deadline) < 0 { "was" } else { "is" },
            day_words(deadline),
            count_words(self.months, "month"),
            day_words(self.start)
        );
        if self.extension.counted > 0 {
            sentence += &format!(" and {} of extension", count_words(self.extension.counted, "day"));
        }
        if frozen > 0 {
            sentence += &format!(", moved by a freeze of {}", count_words(frozen, "day"));
        }
        sentence
    }
}

/// Answers that the requirement was waived.
pub(crate) fn waived_on(waived: NaiveDate, ask: &Ask) -> Answer {
    ask.met().because(|| format!("waiver recorded on {}", day_words(waived)))
}

/// The note on basic training that was completed late (settled 90).
pub(crate) const FORFEITED: &str =
    "under 20 Ill. Adm. Code 1720.20(f) the position was forfeited unless a waiver had been granted";

/// Answers that the requirement was met on a day: `how` is `completed`, `passed` or `enrolled`. After the deadline a
/// note ends in `late`. The deadline is only calculated when the text is wanted.
pub(crate) fn done_on(
    how: &str,
    day: NaiveDate,
    deadline: impl FnOnce() -> Option<NaiveDate>,
    late: &str,
    ask: &Ask,
) -> Answer {
    ask.met().if_wanted(|met| {
        let deadline = deadline();
        let days = deadline.map_or(0, |deadline| (day - deadline).num_days());
        met.due_on(deadline)
            .because(|| format!("{how} on {}", day_words(day)))
            .note_if(days > 0, || format!("{how} {} late; {late}", count_words(days, "day")))
    })
}
