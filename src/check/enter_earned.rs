//! The days that people earn on a sheet, and the columns of the roster in which they are entered.

use crate::check::enter_person::Identity;
use crate::model::Record;
use crate::model::officer::{Administrator, Column, Officer};
use crate::model::power_test::PowerEntry;
use crate::model::shoot::Category;
use crate::rules::firearms::result::{FirearmsOutcome, FirearmsScore};
use crate::rules::firearms::score::FirearmsEntry;
use crate::rules::power::result::{PowerOutcome, PowerScore};
use chrono::NaiveDate;

/// A kind of day that is entered in a roster.
pub(crate) struct DayKind {
    /// The column of the roster.
    pub(crate) column: Column,
    /// The day in it.
    pub(crate) recorded: fn(&Officer) -> Option<NaiveDate>,
    /// `qualification day`
    pub(crate) noun: &'static str,
    /// The column of a word that belongs to the day, and the word in it.
    pub(crate) beside: Option<(Column, RecordedWord)>,
}

/// Returns the word in a column of an officer.
type RecordedWord = fn(&Officer) -> Option<&'static str>;

/// Qualification with a firearm.
pub(crate) static QUALIFICATION: DayKind = DayKind {
    column: Column::FirearmsQualified,
    recorded: |officer| officer.firearms_qualified,
    noun: "qualification day",
    beside: None,
};

/// A POWER test that was passed.
pub(crate) static POWER: DayKind = DayKind {
    column: Column::PowerPassed,
    recorded: |officer| officer.power_passed,
    noun: "POWER test",
    beside: Some((Column::PowerAdministrator, |officer| officer.power_administrator.map(Administrator::word))),
};

/// A day that somebody on a sheet has earned.
#[derive(Clone, Debug)]
pub(crate) struct EarnedDay {
    /// The person.
    pub(super) identity: Identity,
    /// The person and the row, for messages.
    pub(super) label: String,
    /// The day, or the reason why none can be entered.
    pub(super) day: Result<NaiveDate, String>,
    /// True when it counts before another of the same day.
    pub(super) leads: bool,
    /// Names what a reader of the roster would not see: `from a course fired as off-duty`.
    pub(super) remark: Option<String>,
    /// The word that belongs to the day.
    pub(super) beside: Option<&'static str>,
}

impl EarnedDay {
    /// Returns the day of a course with which somebody qualified.
    pub(crate) fn of_course(entry: &FirearmsEntry, score: &FirearmsScore) -> Option<Self> {
        let shoot = &entry.record;
        let is_duty = score.category == Some(Category::Duty);
        let category = || score.category.map_or("(category unreadable)", Category::word);
        (score.outcome == FirearmsOutcome::Qualified).then(|| Self {
            identity: Identity::new(shoot.ptb_id, shoot.person(), shoot.birth_date),
            label: score.person().long(),
            day: score.date.ok_or_else(|| "qualified, but the sheet gives no day to enter".into()),
            leads: is_duty,
            remark: (!is_duty).then(|| format!("from a course fired as {}", category())),
            beside: None,
        })
    }

    /// Returns the day of a POWER test that was passed: that of the first test, also where a retest completed it,
    /// because the days until a course are counted from there (settled 59). `tells_giver`: the roster has a
    /// column for who gave it.
    pub(crate) fn of_test(entry: &PowerEntry, score: &PowerScore, tells_giver: bool) -> Option<Self> {
        let test = &entry.record;
        let is_other = test.administrator == Some(Administrator::Other);
        let day = match score.test_date {
            // The roster would show it as a test that counts.
            Some(_) if is_other && !tells_giver => Err(format!(
                "the test was not given by the designated administrator, and the roster has no column {} to say so",
                Column::PowerAdministrator.name()
            )),
            Some(day) => Ok(day),
            None => Err("passed, but the sheet gives no day to enter".into()),
        };
        (score.outcome == PowerOutcome::Pass).then(|| Self {
            identity: Identity::new(test.ptb_id, test.person(), test.birth_date),
            label: score.person().long(),
            day,
            leads: !is_other,
            remark: score.attempt.eq("final").then(|| {
                "with the day of the first test, which a retest completed: the days until a course are counted from it"
                    .into()
            }),
            beside: test.administrator.map(Administrator::word),
        })
    }
}
