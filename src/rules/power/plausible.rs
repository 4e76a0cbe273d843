//! Values on a POWER sheet that cannot be: mostly another unit, or a figure in the wrong column (settled 173). The
//! limits are this program's own; no source sets any.

use crate::model::performance::Performance;
use crate::model::power_test::{Column, PowerTest};
use crate::rules::power::standards::Event;
use crate::values::decimal::Decimal;
use crate::values::run_time::RunTime;
use std::fmt;

/// The most inches of a reach.
const MOST_INCHES: u32 = 30;
/// The most sit-ups of a minute.
const MOST_SIT_UPS: u32 = 120;
/// The least and the most of a bench press, in percent of the body weight.
const PUSHED_PERCENT: (u32, u32) = (10, 200);
/// The least and the most pounds of a body.
const BODY_POUNDS: (u32, u32) = (90, 500);
/// The least and the most minutes of a run.
const RUN_MINUTES: (u32, u32) = (6, 60);

/// A value that cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Implausible {
    /// Inches of a reach, and their column.
    Reach(Column, Decimal),
    /// Sit-ups.
    SitUps(u32),
    /// A body weight in pounds.
    Body(Decimal),
    /// Pounds that were pushed, and the body weight.
    Pushed(Decimal, Decimal),
    /// A time.
    Run(RunTime),
}

impl fmt::Display for Implausible {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reach(column, reach) => {
                write!(to, "{} is {reach}, more than {MOST_INCHES}; it is counted in inches", column.name())
            }
            Self::SitUps(count) => {
                write!(to, "sit_ups is {count}, more than {MOST_SIT_UPS}; they are counted in one minute")
            }
            Self::Body(pounds) => {
                let (least, most) = BODY_POUNDS;
                write!(to, "body_weight is {pounds}, not {least} to {most}; it is counted in pounds")
            }
            Self::Pushed(pushed, body) => {
                let (least, most) = PUSHED_PERCENT;
                write!(
                    to,
                    "bench_press is {pushed} for a body_weight of {body}, not {least} to {most} percent of it; both \
                     are counted in pounds"
                )
            }
            Self::Run(time) => {
                let (least, most) = RUN_MINUTES;
                write!(to, "run is {time}, not {least} to {most} minutes; it is counted in minutes and seconds")
            }
        }
    }
}

/// Returns the value of an event that cannot be, if there is one. `body`: the body weight that counts.
pub(super) fn implausible(event: Event, test: &PowerTest, body: Option<Decimal>) -> Option<Implausible> {
    match event {
        Event::SitAndReach => [
            (Column::SitReach1, test.sit_reach_1),
            (Column::SitReach2, test.sit_reach_2),
            (Column::SitReach3, test.sit_reach_3),
            (Column::SitReach, test.sit_reach),
        ]
        .into_iter()
        .find_map(|(column, reach)| {
            let reach = reach?.figure()?;
            (reach > Decimal::whole(MOST_INCHES)).then_some(Implausible::Reach(column, reach))
        }),
        Event::SitUps => {
            test.sit_ups.and_then(Performance::figure).filter(|count| *count > MOST_SIT_UPS).map(Implausible::SitUps)
        }
        Event::BenchPress => {
            let body = body?;
            if body < Decimal::whole(BODY_POUNDS.0) || body > Decimal::whole(BODY_POUNDS.1) {
                return Some(Implausible::Body(body));
            }
            let pushed = test.bench_press?.figure()?;
            let hundredfold = u128::from(pushed.millionths()) * 100;
            let percent = |percent: u32| u128::from(percent) * u128::from(body.millionths());
            let is_possible = (percent(PUSHED_PERCENT.0)..=percent(PUSHED_PERCENT.1)).contains(&hundredfold);
            (!is_possible).then_some(Implausible::Pushed(pushed, body))
        }
        Event::Run => {
            let thousandths = |minutes: u32| minutes * 60 * 1000;
            let possible = thousandths(RUN_MINUTES.0)..=thousandths(RUN_MINUTES.1);
            test.run
                .and_then(Performance::figure)
                .filter(|time| !possible.contains(&time.thousandths()))
                .map(Implausible::Run)
        }
    }
}
