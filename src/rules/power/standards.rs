//! The POWER standards: the figure that each event must reach, by sex, age and day.

use crate::finding::address::{SourceAndUrls, one_with_urls};
use crate::model::power_test::Sex;
use crate::rules::law::figure::{Figure, FigureRow, LAST_CHECKED, TableFigures};
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

    /// Returns the name for people: `sit and reach`.
    pub const fn words(self) -> &'static str {
        match self {
            Self::SitAndReach => "sit and reach",
            Self::SitUps => "sit-ups",
            Self::BenchPress => "bench press",
            Self::Run => "1.5 mile run",
        }
    }

    /// Returns the unit of the result.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::SitAndReach => "inches",
            Self::SitUps => "sit-ups in one minute",
            Self::BenchPress => "of body weight",
            Self::Run => "minutes and seconds",
        }
    }

    /// Returns the name in machine output: `sit-and-reach`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SitAndReach => "sit-and-reach",
            Self::SitUps => "sit-ups",
            Self::BenchPress => "bench-press",
            Self::Run => "run",
        }
    }
}

/// The least result that passes an event; of the run, the most.
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

/// The ages that share a standard.
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

/// One standard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(title = "power standards")]
pub struct Standard {
    /// First day on which it is in force.
    pub from: NaiveDate,
    /// Last day on which it is known to be in force; `None` is "until further notice".
    pub until: Option<NaiveDate>,
    /// The sex it applies to.
    #[schemars(with = "String")]
    pub sex: Sex,
    /// The ages it applies to.
    #[serde(rename = "age_group")]
    #[schemars(with = "String")]
    pub ages: AgeGroup,
    /// The event.
    pub event: Event,
    /// The least result that passes; of the run, the most.
    #[serde(rename = "required")]
    #[schemars(with = "String")]
    pub value: Required,
    /// The section of the law.
    #[serde(flatten, serialize_with = "one_with_urls")]
    #[schemars(flatten, with = "SourceAndUrls")]
    pub source: String,
}

impl Standard {
    fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// One line of the embedded table.
#[derive(Deserialize)]
struct StandardLine {
    from: NaiveDate,
    until: Option<NaiveDate>,
    sex: char,
    first_age: u32,
    last_age: u32,
    event: Event,
    value: String,
    source: String,
}

impl StandardLine {
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
pub(in crate::rules) const TABLE: &str = include_str!("../law/tables/power_standards.csv");

/// Reads a table. An invalid line is left out, so an event without a standard is not known rather than passed.
pub(in crate::rules) fn read(table: &'static str) -> Vec<Standard> {
    crate::rules::law::figure::embedded::<StandardLine>(table).into_iter().filter_map(StandardLine::standard).collect()
}

/// Returns the standards in force on a day; none before the first day of the table.
pub fn standards_on(day: NaiveDate) -> impl Iterator<Item = &'static Standard> + Clone {
    STANDARDS.iter().filter(move |standard| standard.holds_on(day))
}

/// Returns the standard for a person of this age, in whole years on the day of the test.
pub fn standard(sex: Sex, age: u32, event: Event, day: NaiveDate) -> Option<&'static Standard> {
    let age = tested_age(age, day);
    STANDARDS.iter().find(|standard| {
        standard.event == event
            && standard.sex == sex
            && (standard.ages.first..=standard.ages.last).contains(&age)
            && standard.holds_on(day)
    })
}

/// Returns the age group of a person of this age, on any day; `None` below the youngest group, which has no standard.
pub fn age_group(age: u32, day: NaiveDate) -> Option<AgeGroup> {
    let age = tested_age(age, day);
    STANDARDS.iter().map(|standard| standard.ages).find(|ages| (ages.first..=ages.last).contains(&age))
}

/// Returns the age that selects the standard: above the oldest age with standards, that age counts (FAQ).
fn tested_age(age: u32, day: NaiveDate) -> u32 {
    params::POWER_OLDEST_AGE.on(day).map_or(age, |oldest| age.min(oldest))
}

/// Returns the first day for which standards are known.
pub fn known_from() -> Option<NaiveDate> {
    STANDARDS.iter().map(|standard| standard.from).min()
}

/// Returns the youngest age that has a standard.
pub fn youngest_age() -> Option<u32> {
    STANDARDS.iter().map(|standard| standard.ages.first).min()
}

/// Returns the notes on the standards of this day.
pub fn notes_on(day: NaiveDate) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(first) = known_from().filter(|first| day < *first) {
        notes.push(format!("no standard is known for {}: the table begins on {}", day_words(day), day_words(first)));
    }
    notes.extend(lapse(day).filter(|lapse| lapse.contains(&day)).map(|lapse| lapse_note(&lapse)));
    notes
}

/// Returns the days on which no rule was in force behind the standards, as known on this day.
pub fn lapse(day: NaiveDate) -> Option<RangeInclusive<NaiveDate>> {
    Some(params::POWER_LAPSE_FROM.on(day)?..=params::POWER_LAPSE_UNTIL.on(day)?)
}

/// Returns the note on those days.
pub fn lapse_note(lapse: &RangeInclusive<NaiveDate>) -> String {
    format!(
        "from {} to {} the emergency rule had lapsed and the permanent rule was not yet in force; the same figures are \
         applied",
        day_words(*lapse.start()),
        day_words(*lapse.end())
    )
}

/// The figures besides the table that decide a POWER test.
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
        let youngest = STANDARDS.iter().min_by_key(|standard| standard.ages.first).map(|standard| FigureRow {
            name: "power-youngest-age".into(),
            title: "youngest age with POWER standards".into(),
            value: standard.ages.first.to_string(),
            unit: "years",
            ..row(standard)
        });
        STANDARDS.iter().map(row).chain(youngest).collect()
    },
};
