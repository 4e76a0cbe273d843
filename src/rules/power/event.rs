//! One event of a POWER test compared with its standard, exactly: result, requirement and margin.

use crate::model::performance::Performance;
use crate::model::power_test::{Column, PowerTest};
use crate::rules::power::candidate::Candidate;
use crate::rules::power::plausible::{self, Implausible};
use crate::rules::power::standards::{Event, Required};
use crate::values::decimal::{Decimal, Plain};
use crate::values::digits::{Short, Text, written_short};
use crate::values::run_time::RunTime;
use schemars::JsonSchema;
use serde::Serialize;

/// One event of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EventScore {
    /// The event.
    pub event: Event,
    /// The result: inches, a count, percent of the body weight cut to one decimal, or a time.
    #[schemars(with = "Option<String>")]
    pub result: Option<Measured>,
    /// The standard.
    #[schemars(with = "Option<String>")]
    pub required: Option<Required>,
    /// The distance from the standard in inches, a count, percent or seconds; negative is worse than required.
    pub margin: Option<Plain>,
    /// True when the standard is reached; `None` when that is not known.
    pub passed: Option<bool>,
    /// True when the result is that of the retest.
    pub retested: bool,
    /// The reason why the result is not known.
    #[serde(skip)]
    pub missing: Option<Missing>,
    /// The value that cannot be, so that the event is neither passed nor failed.
    #[serde(skip)]
    pub implausible: Option<Implausible>,
    /// True when it was not finished, which fails it without a result (settled 183).
    #[serde(skip)]
    pub is_unfinished: bool,
}

impl EventScore {
    /// Returns whether the row has a result of this event, readable or not.
    pub(super) fn is_recorded(&self) -> bool {
        let column = match self.event {
            Event::SitAndReach => Column::SitReach,
            Event::SitUps => Column::SitUps,
            Event::BenchPress => Column::BenchPress,
            Event::Run => Column::Run,
        };
        self.missing != Some(Missing::Blank(column))
    }
}

/// The reason why the result of an event is not known.
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

/// The result of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// Inches.
    Inches(Decimal),
    /// A count.
    Count(u32),
    /// A bench press.
    Pushed {
        /// The weight that was pushed, in pounds.
        weight: Decimal,
        /// The body weight, in pounds; never zero.
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
    /// Returns whether the standard is reached, and the margin. The comparison is exact: nothing is rounded before it.
    fn compare(self, required: Required) -> Option<(bool, Plain)> {
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
                // Settled 61: the margin is taken from the printed ratio, which is cut.
                Some((enough, Plain::tenths(tenths_of_a_percent(weight, body) - i64::from(least) * 10)))
            }
            (Self::Time(time), Required::Time(most)) => Some((time <= most, time.seconds_under(most))),
            _ => None,
        }
    }
}

/// Returns a ratio in tenths of a percent, cut.
fn tenths_of_a_percent(weight: Decimal, body: Decimal) -> i64 {
    let tenths = (u128::from(weight.millionths()) * 1000).checked_div(u128::from(body.millionths()));
    tenths.and_then(|tenths| i64::try_from(tenths).ok()).unwrap_or(i64::MAX)
}

/// Scores the four events of a test in the legal order. `first` is the first test when `test` is its retest.
pub(super) fn score_events(test: &PowerTest, first: Option<&PowerTest>, candidate: &Candidate) -> [EventScore; 4] {
    Event::ALL.map(|event| {
        let performance = measure(event, test, first);
        let is_unfinished = performance == Ok(Performance::Unfinished);
        let (measured, missing) = (performance.ok().and_then(Performance::figure), performance.err());
        let required = candidate.required(event);
        let compared = measured.zip(required).and_then(|(measured, required)| measured.compare(required));
        let implausible = plausible::implausible(event, test, body_weight(test, first));
        let implausible = implausible.filter(|_| !is_unfinished);
        // Settled 225 and 267: the result and the standard are shown, without a margin between them.
        let (passed, margin) = compared.filter(|_| implausible.is_none()).unzip();
        let passed = if is_unfinished { Some(false) } else { passed };
        let result = measured;
        EventScore { event, result, required, margin, passed, retested: false, missing, implausible, is_unfinished }
    })
}

/// Reads the result of one event from its cells.
fn measure(event: Event, test: &PowerTest, first: Option<&PowerTest>) -> Result<Performance<Measured>, Missing> {
    let cell =
        |column: Column| if test.is_faulty(column) { Missing::Unreadable(column) } else { Missing::Blank(column) };
    match event {
        Event::SitAndReach => best_reach(test).map(|reach| reach.map(Measured::Inches)),
        Event::SitUps => test.sit_ups.map(|sit_ups| sit_ups.map(Measured::Count)).ok_or(cell(Column::SitUps)),
        Event::Run => test.run.map(|run| run.map(Measured::Time)).ok_or(cell(Column::Run)),
        Event::BenchPress => {
            let Performance::Figure(weight) = test.bench_press.ok_or(cell(Column::BenchPress))? else {
                return Ok(Performance::Unfinished);
            };
            let body = body_weight(test, first).ok_or(cell(Column::BodyWeight))?;
            if body == Decimal::default() {
                return Err(Missing::NoWeight);
            }
            Ok(Performance::Figure(Measured::Pushed { weight, body }))
        }
    }
}

/// Returns the body weight that counts. A blank weight on the retest means the weight of the first test (settled 100).
fn body_weight(test: &PowerTest, first: Option<&PowerTest>) -> Option<Decimal> {
    let of_first = first.filter(|_| !test.is_faulty(Column::BodyWeight)).and_then(|first| first.body_weight);
    test.body_weight.or(of_first)
}

/// Columns of the sit and reach.
const REACHES: [Column; 4] = [Column::SitReach1, Column::SitReach2, Column::SitReach3, Column::SitReach];

/// Returns the best trial. An unreadable one may be the best, so the result is then not known (settled 64).
fn best_reach(test: &PowerTest) -> Result<Performance<Decimal>, Missing> {
    if let Some(column) = REACHES.into_iter().find(|column| test.is_faulty(*column)) {
        return Err(Missing::Unreadable(column));
    }
    let trials = [test.sit_reach_1, test.sit_reach_2, test.sit_reach_3].into_iter().flatten();
    // Settled 268: of trials that were not finished the others count.
    let best_trial = trials.clone().filter_map(Performance::figure).max();
    match (best_trial, test.sit_reach) {
        (Some(trial), Some(best)) if best != Performance::Figure(trial) => Err(Missing::TwoBests),
        (Some(trial), _) => Ok(Performance::Figure(trial)),
        (None, Some(best)) => Ok(best),
        (None, None) if trials.count() > 0 => Ok(Performance::Unfinished),
        (None, None) => Err(Missing::Blank(Column::SitReach)),
    }
}
