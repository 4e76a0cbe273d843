//! One event of a POWER test held against its standard, exactly: what was reached, what is needed, by how much.

use crate::model::power_test::{Column, PowerTest, Sex};
use crate::rules::law::calendar;
use crate::rules::power::standards::{AgeGroup, Event, Required, age_group, standard};
use crate::values::decimal::{Decimal, Plain};
use crate::values::digits::{Short, Text, written_short};
use crate::values::run_time::RunTime;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use std::ops::Deref;

/// The four events of a test, in the legal order. A kind of its own because a report encodes them in a way of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Events(pub(crate) [EventScore; 4]);

impl Deref for Events {
    type Target = [EventScore];

    fn deref(&self) -> &[EventScore] {
        &self.0
    }
}

/// One event of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EventScore {
    /// The event.
    pub event: Event,
    /// What was reached: inches, a count, percent of the body weight cut to one decimal, or a time.
    #[schemars(with = "Option<String>")]
    pub result: Option<Measured>,
    /// What is needed.
    #[schemars(with = "Option<String>")]
    pub required: Option<Required>,
    /// How much better than needed, negative is worse: inches, a count, percent, or seconds.
    pub margin: Option<Plain>,
    /// Whether it is enough; `None` when that is not known.
    pub passed: Option<bool>,
    /// Whether the figures are those of the retest.
    pub retested: bool,
    /// Why the result is not known.
    #[serde(skip)]
    pub missing: Option<Missing>,
}

/// Why the result of an event is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A cell that it needs is blank.
    Blank(Column),
    /// A cell that it needs cannot be read.
    Unreadable(Column),
    /// The body weight is zero.
    NoWeight,
    /// The best sit and reach is not the best of the trials.
    TwoBests,
}

/// By whose standards a test is judged: always those of the first test's row and day (settled 58 and 100).
#[derive(Clone, Copy)]
pub(crate) struct Basis {
    pub(crate) sex: Option<Sex>,
    pub(crate) age: Option<u32>,
    pub(crate) day: Option<NaiveDate>,
}

impl Basis {
    pub(crate) fn of(test: &PowerTest) -> Self {
        let day = test.test_day();
        // Settled 63: the birth date decides where there is one, also when it cannot be read.
        let age = match test.birth_date {
            Some(born) => day.and_then(|day| calendar::age_on(day, born)),
            None if test.is_faulty(Column::BirthDate) => None,
            None => test.age,
        };
        Self { sex: test.sex, age, day }
    }

    pub(crate) fn required(&self, event: Event) -> Option<Required> {
        standard(self.sex?, self.age?, event, self.day?).map(|standard| standard.value)
    }

    pub(crate) fn age_group(&self) -> Option<AgeGroup> {
        age_group(self.age?, self.day?)
    }
}

/// What was reached in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// Inches.
    Inches(Decimal),
    /// A count.
    Count(u32),
    /// A weight pushed by a body of a weight.
    Pushed {
        /// What was pushed, in pounds.
        weight: Decimal,
        /// Who pushed it, in pounds; never zero.
        body: Decimal,
    },
    /// A time.
    Time(RunTime),
}

impl Short for Measured {
    /// `13.0`, `33`, `88.2%`, `14:34`
    fn text(&self) -> Text {
        match *self {
            Self::Inches(inches) => inches.plain(1).text(),
            Self::Count(count) => Plain::whole(count.into()).text(),
            Self::Pushed { weight, body } => {
                let mut text = Plain::tenths(tenths_of_a_percent(weight, body)).text();
                text.push('%');
                text
            }
            Self::Time(time) => time.text(),
        }
    }
}

written_short!(Measured);

impl Measured {
    /// Whether it is enough, and by how much it is better than needed. Exact: nothing is rounded before it is compared.
    fn against(self, required: Required) -> Option<(bool, Plain)> {
        match (self, required) {
            (Self::Inches(inches), Required::Inches(least)) => {
                let margin = i64::try_from(inches.millionths()).ok()? - i64::try_from(least.millionths()).ok()?;
                Some((inches >= least, Plain::difference(margin)))
            }
            (Self::Count(count), Required::Count(least)) => {
                Some((count >= least, Plain::whole(i64::from(count) - i64::from(least))))
            }
            (Self::Pushed { weight, body }, Required::Percent(least)) => {
                let enough = u128::from(weight.millionths()) * 100 >= u128::from(least) * u128::from(body.millionths());
                // Settled 61: the margin is that of the printed ratio, which is cut.
                Some((enough, Plain::tenths(tenths_of_a_percent(weight, body) - i64::from(least) * 10)))
            }
            (Self::Time(time), Required::Time(most)) => Some((time <= most, time.seconds_under(most))),
            _ => None,
        }
    }
}

/// A ratio in tenths of a percent, cut.
fn tenths_of_a_percent(weight: Decimal, body: Decimal) -> i64 {
    let tenths = (u128::from(weight.millionths()) * 1000).checked_div(u128::from(body.millionths()));
    tenths.and_then(|tenths| i64::try_from(tenths).ok()).unwrap_or(i64::MAX)
}

/// Scores one event; `first` is the first test, when `test` is its retest.
pub(crate) fn score_event(event: Event, test: &PowerTest, first: Option<&PowerTest>, basis: &Basis) -> EventScore {
    let required = basis.required(event);
    let measured = measure(event, test, first);
    let against = measured.ok().zip(required).and_then(|(measured, required)| measured.against(required));
    let (passed, margin) = against.unzip();
    EventScore { event, result: measured.ok(), required, margin, passed, retested: false, missing: measured.err() }
}

fn measure(event: Event, test: &PowerTest, first: Option<&PowerTest>) -> Result<Measured, Missing> {
    let cell =
        |column: Column| if test.is_faulty(column) { Missing::Unreadable(column) } else { Missing::Blank(column) };
    match event {
        Event::SitAndReach => best_reach(test).map(Measured::Inches),
        Event::SitUps => test.sit_ups.map(Measured::Count).ok_or(cell(Column::SitUps)),
        Event::Run => test.run.map(Measured::Time).ok_or(cell(Column::Run)),
        Event::BenchPress => {
            let weight = test.bench_press.ok_or(cell(Column::BenchPress))?;
            let body = match (test.body_weight, first) {
                (Some(body), _) => body,
                // Settled 100: blank on the retest is the weight of the first test.
                (None, Some(first)) if !test.is_faulty(Column::BodyWeight) => {
                    first.body_weight.ok_or(Missing::Blank(Column::BodyWeight))?
                }
                (None, _) => return Err(cell(Column::BodyWeight)),
            };
            if body == Decimal::default() { Err(Missing::NoWeight) } else { Ok(Measured::Pushed { weight, body }) }
        }
    }
}

/// The columns of the sit and reach.
const REACHES: [Column; 4] = [Column::SitReach1, Column::SitReach2, Column::SitReach3, Column::SitReach];

/// The best trial. One that cannot be read may have been the best, so that nothing is known (settled 64).
fn best_reach(test: &PowerTest) -> Result<Decimal, Missing> {
    if let Some(column) = REACHES.into_iter().find(|column| test.is_faulty(*column)) {
        return Err(Missing::Unreadable(column));
    }
    let of_trials = test.sit_reach_1.max(test.sit_reach_2).max(test.sit_reach_3);
    match (of_trials, test.sit_reach) {
        (Some(trials), Some(best)) if trials != best => Err(Missing::TwoBests),
        (Some(best), _) | (None, Some(best)) => Ok(best),
        (None, None) => Err(Missing::Blank(Column::SitReach)),
    }
}

/// Whether a row holds a result of an event, readable or not.
pub(crate) fn is_taken(event: Event, test: &PowerTest) -> bool {
    let unreadable = |columns: &[Column]| columns.iter().any(|column| test.is_faulty(*column));
    match event {
        Event::SitAndReach => unreadable(&REACHES) || best_reach(test) != Err(Missing::Blank(Column::SitReach)),
        Event::SitUps => unreadable(&[Column::SitUps]) || test.sit_ups.is_some(),
        Event::BenchPress => unreadable(&[Column::BenchPress]) || test.bench_press.is_some(),
        Event::Run => unreadable(&[Column::Run]) || test.run.is_some(),
    }
}
