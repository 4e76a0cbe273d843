//! Until when a travel rate is known, and which comes next.

use crate::rules::claim::place::RatePlace;
use crate::rules::claim::rates::{TravelRate, TravelRates};
use chrono::NaiveDate;

/// The time to come of the rate that holds in a place on a day.
#[derive(Clone, Copy, Debug)]
pub struct Outlook<'r> {
    /// The last day with the same figures.
    pub until: NaiveDate,
    /// The rate with other figures that follows on the next day.
    pub next: Option<&'r TravelRate>,
    /// The last day up to which a rate is known without a gap.
    pub known_until: NaiveDate,
}

impl TravelRates {
    /// Returns the time to come of a rate that holds on this day.
    pub fn outlook(&self, rate: &TravelRate, day: NaiveDate) -> Outlook<'_> {
        let places: Vec<RatePlace> = match &rate.place {
            Some(place) => std::iter::once(place.clone()).chain(place.federal()).collect(),
            None => Vec::new(),
        };
        let last = self.last_day(rate, &places, day);
        let mut outlook = Outlook { until: last, next: None, known_until: last };
        while let Some(day) = outlook.known_until.succ_opt()
            && let Some(row) = self.on(rate.table, &places, day)
        {
            outlook.known_until = self.last_day(row, &places, day);
            if outlook.next.is_none() {
                if row.has_figures_of(rate) {
                    outlook.until = outlook.known_until;
                } else {
                    outlook.next = Some(row);
                }
            }
        }
        outlook
    }

    /// Returns the last day on which a rate holds that holds on `day`: a row of the user's may end it early.
    fn last_day(&self, rate: &TravelRate, places: &[RatePlace], day: NaiveDate) -> NaiveDate {
        let is_here = |row: &&TravelRate| row.place.as_ref().is_none_or(|place| places.contains(place));
        let begins = self
            .users()
            .filter(|row| row.table == rate.table && row.from > day)
            .filter(is_here)
            .filter_map(|row| row.from.pred_opt())
            .min();
        begins.map_or(rate.until, |before| before.min(rate.until))
    }
}
