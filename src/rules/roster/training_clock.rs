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
    most: u32,
}

impl Extension {
    /// Reads the officer's extension; no more of it counts than may be granted (settled 23).
    pub(crate) fn of(officer: &Officer, start: NaiveDate, ask: &Ask) -> Result<Self, Cannot> {
        let recorded = officer.extension_days.unwrap_or(0);
        let most = ask.law(&params::BASIC_TRAINING_EXTENSION_DAYS, start)?;
        Ok(Self { recorded, counted: recorded.min(most), most })
    }

    /// Returns the longest extension that may be granted, in place of the recorded one.
    const fn longest(self) -> Self {
        Self { counted: self.most, ..self }
    }
}

/// A training clock: its start, its length, and everything that moves its end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TrainingClock {
    pub(crate) start: NaiveDate,
    months: u32,
    extension: Extension,
    /// The last good day without any freeze.
    pub(crate) never_frozen: NaiveDate,
    /// The last good day without the freeze of freeze_from and freeze_to; earlier freezes count.
    unfrozen: NaiveDate,
    freeze: Freeze,
}

impl TrainingClock {
    /// Creates a clock that starts on `start` and runs for `months`, with this extension and the officer's freezes.
    ///
    /// The extension moves the end first, then the days of earlier freezes; the freeze with a first day is held
    /// against the day so moved (settled 141 and 219).
    pub(crate) fn new(start: NaiveDate, months: u32, extension: Extension, officer: &Officer, ask: &Ask) -> Self {
        let never_frozen = calendar::days_after(calendar::months_after(start, months), extension.counted);
        let unfrozen = calendar::days_after(never_frozen, officer.frozen_days.unwrap_or(0));
        let freeze = calendar::freeze(start, unfrozen, officer.freeze_from, officer.freeze_to, ask.as_of);
        Self { start, months, extension, never_frozen, unfrozen, freeze }
    }

    /// Returns the same clock with the longest extension that may be granted (settled 208).
    fn longest(&self, officer: &Officer, ask: &Ask) -> Self {
        Self::new(self.start, self.months, self.extension.longest(), officer, ask)
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
        self.freeze != Freeze::Days(0) || self.unfrozen > self.never_frozen
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
                let Extension { recorded, counted, .. } = self.extension;
                Ok(ask
                    .by_day(deadline)
                    .because(|| {
                        let sentence = self.sentence(what, deadline, ask);
                        if ask.days_to(deadline) < 0 { sentence + too_late } else { sentence }
                    })
                    .note_if(recorded > counted, || {
                        format!("only {counted} of the {} of extension on record count", count_words(recorded, "day"))
                    }))
            }
        }
    }

    /// Answers for a certificate of a day, against the deadline (settled 133 and 207). `too_late` says why no extension
    /// could cover a certificate that is later still.
    pub(crate) fn certified_on(
        &self,
        day: NaiveDate,
        too_late: &str,
        officer: &Officer,
        ask: &Ask,
    ) -> Result<Answer, Cannot> {
        let met = || ask.met().because(|| format!("completed on {}", day_words(day)));
        let deadline = match self.freeze {
            Freeze::StandsStill(since) => {
                return Ok(met().note(|| format!("the training clock is stopped since {}", day_words(since))));
            }
            // Without the freeze the certificate was in time, so with it as well.
            Freeze::WithoutBeginning if day <= self.unfrozen => return Ok(met().due_on(Some(self.unfrozen))),
            Freeze::WithoutBeginning => return Err(Cannot::Blank(Column::FreezeFrom)),
            Freeze::Days(frozen) => calendar::days_after(self.unfrozen, frozen),
        };
        let late = (day - deadline).num_days();
        if late <= 0 {
            return Ok(met().due_on(Some(deadline)));
        }
        let longest = self.longest(officer, ask).deadline();
        if longest.is_none_or(|longest| day <= longest) {
            return Ok(met().due_on(Some(deadline)).note(|| {
                format!(
                    "late by {}: no extension is on record that covers {}; the Board's extension belongs in \
                     extension_days",
                    count_words(late, "day"),
                    if late == 1 { "it" } else { "them" }
                )
            }));
        }
        Ok(ask.review(Some(deadline)).because(|| {
            format!(
                "completed on {}, {} after the deadline of {}: {too_late}",
                day_words(day),
                count_words(late, "day"),
                day_words(deadline)
            )
        }))
    }

    /// `basic training was due 30 Mar 2026, 6 months after hire on 31 Aug 2025 and 30 days of extension`
    fn sentence(&self, what: &str, deadline: NaiveDate, ask: &Ask) -> String {
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
        let frozen = count_words((deadline - self.never_frozen).num_days(), "day");
        match (self.unfrozen > self.never_frozen, deadline > self.unfrozen) {
            (false, false) => {}
            (false, true) => sentence += &format!(", moved by a freeze of {frozen}"),
            (true, false) => sentence += &format!(", moved by {frozen} of earlier freezes"),
            (true, true) => sentence += &format!(", moved by freezes, {frozen} in all"),
        }
        sentence
    }
}

/// Answers that the requirement was waived.
pub(crate) fn waived_on(waived: NaiveDate, ask: &Ask) -> Answer {
    ask.met().because(|| format!("waiver recorded on {}", day_words(waived)))
}

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
