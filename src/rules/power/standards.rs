//! The POWER standards: which event must reach what, for which sex and age, on which day.

use crate::model::power_test::Sex;
use crate::rules::law::figure::LAST_CHECKED;
use crate::rules::law::figure::{Figure, FigureRow, TableFigures};
use crate::rules::law::params;
use crate::values::decimal::{Decimal, Plain};
use crate::values::digits::{Short, Text, written_short};
use crate::values::run_time::RunTime;
use crate::words::day_words;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// An event of the POWER test, in the order of 20 Ill. Adm. Code 1720.30(h).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// Sit and reach, in inches; the toes are at 15.
    SitAndReach,
    /// Sit-ups in one minute.
    SitUps,
    /// One-repetition maximum bench press, in percent of the body weight.
    BenchPress,
    /// 1.5 mile run, in minutes and seconds.
    Run,
}

impl Event {
    /// Every event, in the legal order.
    pub const ALL: [Self; 4] = [Self::SitAndReach, Self::SitUps, Self::BenchPress, Self::Run];

    /// How a person calls it: `sit and reach`.
    pub const fn words(self) -> &'static str {
        match self {
            Self::SitAndReach => "sit and reach",
            Self::SitUps => "sit-ups",
            Self::BenchPress => "bench press",
            Self::Run => "1.5 mile run",
        }
    }

    /// In what it is measured.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::SitAndReach => "inches",
            Self::SitUps => "sit-ups in one minute",
            Self::BenchPress => "of body weight",
            Self::Run => "minutes and seconds",
        }
    }

    /// The name in machine output: `sit-and-reach`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SitAndReach => "sit-and-reach",
            Self::SitUps => "sit-ups",
            Self::BenchPress => "bench-press",
            Self::Run => "run",
        }
    }
}

/// What an event must at least, or a run at most, come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Required {
    /// Inches.
    Inches(Decimal),
    /// A count.
    Count(u32),
    /// Percent of the body weight.
    Percent(u32),
    /// A time.
    Time(RunTime),
}

impl Short for Required {
    /// `13.0`, `33`, `88%`, `14:34`
    fn text(&self) -> Text {
        match *self {
            Self::Inches(inches) => inches.plain(1).text(),
            Self::Count(count) => Plain::whole(count.into()).text(),
            Self::Percent(percent) => {
                let mut text = Plain::whole(percent.into()).text();
                text.push('%');
                text
            }
            Self::Time(time) => time.text(),
        }
    }
}

/// The years of age that share a standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AgeGroup {
    /// The youngest age.
    pub first: u32,
    /// The oldest age.
    pub last: u32,
}

impl Short for AgeGroup {
    /// `20-29`
    fn text(&self) -> Text {
        let mut text = Plain::whole(self.first.into()).text();
        text.push('-');
        text.push_str(&Plain::whole(self.last.into()).text());
        text
    }
}

written_short!(Required, AgeGroup);

/// One of the standards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(title = "power standards")]
pub struct Standard {
    /// First day on which it holds.
    pub from: NaiveDate,
    /// Last day on which it is known to hold; `None` is "until further notice".
    pub until: Option<NaiveDate>,
    /// For whom.
    #[schemars(with = "String")]
    pub sex: Sex,
    /// For which ages.
    #[serde(rename = "age_group")]
    #[schemars(with = "String")]
    pub ages: AgeGroup,
    /// The event.
    pub event: Event,
    /// What it must come to.
    #[serde(rename = "required")]
    #[schemars(with = "String")]
    pub value: Required,
    /// Where it stands.
    pub source: String,
}

impl Standard {
    fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// A line of the embedded table.
#[derive(Deserialize)]
struct Line {
    from: NaiveDate,
    until: Option<NaiveDate>,
    sex: char,
    first_age: u32,
    last_age: u32,
    event: Event,
    value: String,
    source: String,
}

impl Line {
    fn standard(self) -> Option<Standard> {
        let value = match self.event {
            Event::SitAndReach => Required::Inches(Decimal::read(&self.value)?),
            Event::SitUps => Required::Count(self.value.parse().ok()?),
            Event::BenchPress => Required::Percent(self.value.parse().ok()?),
            Event::Run => Required::Time(RunTime::read(&self.value)?),
        };
        let sex = match self.sex {
            'M' => Sex::Male,
            'F' => Sex::Female,
            _ => return None,
        };
        let ages = AgeGroup { first: self.first_age, last: self.last_age };
        Some(Standard { from: self.from, until: self.until, sex, ages, event: self.event, value, source: self.source })
    }
}

/// Every standard, in the order of the events, men before women, young before old.
pub static STANDARDS: LazyLock<Vec<Standard>> = LazyLock::new(|| read(TABLE));
pub(crate) const TABLE: &str = include_str!("../law/tables/power_standards.csv");

/// Reads a table; a line that is no standard is left out, so that nobody passes by it.
pub(crate) fn read(table: &'static str) -> Vec<Standard> {
    crate::rules::law::figure::embedded::<Line>(table).into_iter().filter_map(Line::standard).collect()
}

/// The standards in force on a day; none before the first day that the table knows.
pub fn standards_on(day: NaiveDate) -> impl Iterator<Item = &'static Standard> + Clone {
    STANDARDS.iter().filter(move |standard| standard.holds_on(day))
}

/// The standard for a person of this age (in whole years) on the day of the test.
pub fn standard(sex: Sex, age: u32, event: Event, day: NaiveDate) -> Option<&'static Standard> {
    let age = tested_age(age, day);
    STANDARDS.iter().find(|standard| {
        standard.event == event
            && standard.sex == sex
            && (standard.ages.first..=standard.ages.last).contains(&age)
            && standard.holds_on(day)
    })
}

/// The age group in which a person of this age is tested, on whatever day; `None` for the young, who have no standard.
pub fn age_group(age: u32, day: NaiveDate) -> Option<AgeGroup> {
    let age = tested_age(age, day);
    STANDARDS.iter().map(|standard| standard.ages).find(|ages| (ages.first..=ages.last).contains(&age))
}

/// The age at which somebody is tested: people above the oldest group are tested as its oldest members (FAQ).
fn tested_age(age: u32, day: NaiveDate) -> u32 {
    params::POWER_OLDEST_AGE.on(day).map_or(age, |oldest| age.min(oldest))
}

/// The first day for which standards are known.
pub fn known_from() -> Option<NaiveDate> {
    static FIRST: LazyLock<Option<NaiveDate>> = LazyLock::new(|| STANDARDS.iter().map(|standard| standard.from).min());
    *FIRST
}

/// The youngest age that has a standard.
pub fn youngest_age() -> Option<u32> {
    static YOUNGEST: LazyLock<Option<u32>> =
        LazyLock::new(|| STANDARDS.iter().map(|standard| standard.ages.first).min());
    *YOUNGEST
}

/// What a careful reader should know about the standards on this day.
pub fn notes_on(day: NaiveDate) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(first) = known_from().filter(|first| day < *first) {
        notes.push(format!("no standard is known for {}: the table begins on {}", day_words(day), day_words(first)));
    }
    notes.extend(lapse(day).filter(|lapse| lapse.contains(&day)).map(|lapse| lapse_note(&lapse)));
    notes
}

/// The days on which no rule stood behind the standards, as is known on this day.
pub fn lapse(day: NaiveDate) -> Option<RangeInclusive<NaiveDate>> {
    Some(params::POWER_LAPSE_FROM.on(day)?..=params::POWER_LAPSE_UNTIL.on(day)?)
}

/// A note that says so.
pub fn lapse_note(lapse: &RangeInclusive<NaiveDate>) -> String {
    format!(
        "from {} to {} the emergency rule had lapsed and the permanent rule did not yet hold; the same figures are applied",
        day_words(*lapse.start()),
        day_words(*lapse.end())
    )
}

/// The figures that decide a POWER test beside the table.
pub static FIGURES: &[&dyn Figure] = &[
    &params::POWER_VALID_DAYS,
    &params::POWER_RETEST_OPENS_HOURS,
    &params::POWER_RETEST_CLOSES_HOURS,
    &params::POWER_OLDEST_AGE,
    &params::POWER_LAPSE_FROM,
    &params::POWER_LAPSE_UNTIL,
];

/// The standards, as figures.
pub static STANDARD_FIGURES: TableFigures = TableFigures {
    name: "power-standards",
    rows: || {
        let row = |standard: &Standard| FigureRow {
            name: format!(
                "power-{}-{}-{}",
                standard.event.name(),
                standard.sex.letter().to_ascii_lowercase(),
                standard.ages
            ),
            title: format!("{}, {}, ages {}", standard.event.name(), standard.sex.letter(), standard.ages),
            value: standard.value.to_string(),
            unit: standard.event.unit(),
            from: Some(standard.from),
            until: standard.until,
            source: standard.source.clone(),
            last_checked: Some(LAST_CHECKED),
        };
        STANDARDS.iter().map(row).collect()
    },
};
