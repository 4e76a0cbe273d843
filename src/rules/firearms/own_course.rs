//! An agency's own course of fire, read from the text of its file.

use crate::rules::firearms::course::{Course, Stage};
use crate::values::decimal::Decimal;
use crate::words::{count_words, shown_text};
use serde_json::{Map, Value};

/// The format of a course file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CourseFormat {
    /// TOML: `name = "…"`, then a `[[stages]]` table for each stage.
    Toml,
    /// JSON: an object with the same keys.
    Json,
}

/// The most stages that are read.
const MOST_STAGES: usize = 200;
/// The most yards, rounds or seconds of a stage; a larger figure is taken for a typing error.
const MOST: u32 = 9999;

/// The keys of a course, for messages.
const COURSE_KEYS: [&str; 3] = ["name", "passing_percent", "stages"];
/// The keys of a stage, for messages.
const STAGE_KEYS: [&str; 3] = ["yards", "rounds", "seconds"];

/// Reads a course: `name`, `passing_percent`, and `stages`, each with `yards`, `rounds` and `seconds`.
///
/// # Errors
/// Lists everything that is wrong with it, each with its stage and what to write instead.
pub fn read(text: &str, format: CourseFormat) -> Result<Course, Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let value = match format {
        CourseFormat::Toml => toml::from_str::<Value>(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start));
            let line = before.map_or(1, |before| before.matches('\n').count() + 1);
            vec![format!("line {line}: not valid TOML: {}", error.message())]
        })?,
        CourseFormat::Json => serde_json::from_str(text).map_err(|error| vec![format!("not valid JSON: {error}")])?,
    };
    let Value::Object(course) = value else {
        return Err(vec![format!("a course must be one object with the keys {}", COURSE_KEYS.join(", "))]);
    };
    let mut faults = CourseFaults(Vec::new());
    faults.unknown_keys(&course, "the course", &COURSE_KEYS);
    let name = match course.get("name") {
        None | Some(Value::Null) => None,
        Some(Value::String(name)) if !name.trim().is_empty() => Some(name.trim().to_owned()),
        Some(_) => {
            faults.0.push("name is not text; write the course's name in quotes, or leave the key out".into());
            None
        }
    };
    let passing_percent = passing_percent(course.get("passing_percent"), &mut faults);
    let stages = stages(course.get("stages"), &mut faults);
    match passing_percent {
        Some(passing_percent) if faults.0.is_empty() => {
            Ok(Course { name, stages, instead: Vec::new(), passing_percent })
        }
        _ => Err(faults.0),
    }
}

fn passing_percent(value: Option<&Value>, faults: &mut CourseFaults) -> Option<Decimal> {
    let example = "write the percent of the rounds that must hit, such as passing_percent = 80";
    let Some(value) = value else {
        faults.0.push(format!("passing_percent is missing; {example}"));
        return None;
    };
    let percent = number(value).filter(|percent| *percent <= Decimal::whole(100));
    if percent.is_none() {
        faults.0.push(format!("passing_percent is {}; {example}", shown_value(value)));
    }
    percent
}

fn stages(value: Option<&Value>, faults: &mut CourseFaults) -> Vec<Stage> {
    let list = match value {
        Some(Value::Array(list)) if !list.is_empty() && list.len() <= MOST_STAGES => list,
        Some(Value::Array(list)) if !list.is_empty() => {
            faults.0.push(format!(
                "the course has {}; at most {MOST_STAGES} are allowed",
                count_words(list.len() as i64, "stage")
            ));
            return Vec::new();
        }
        _ => {
            faults.0.push("there is no stage; give stages as a list, each with yards, rounds and seconds".into());
            return Vec::new();
        }
    };
    let read = |(at, value): (usize, &Value)| {
        let stage = u32::try_from(at + 1).ok()?;
        let place = format!("stage {stage}");
        let Value::Object(cells) = value else {
            faults.0.push(format!("{place} is {}; write yards, rounds and seconds", shown_value(value)));
            return None;
        };
        faults.unknown_keys(cells, &place, &STAGE_KEYS);
        let yards = faults.figure(cells, &place, "yards", "a whole number of yards, such as 7", whole);
        let rounds = faults.figure(cells, &place, "rounds", "a whole number of rounds, such as 3", whole);
        let seconds =
            faults.figure(cells, &place, "seconds", "the seconds for all of its rounds, such as 7 or 6.5", time);
        Some(Stage { stage, yards: yards?, rounds: rounds?, seconds: seconds? })
    };
    list.iter().enumerate().filter_map(read).collect()
}

/// The faults found in a file so far.
struct CourseFaults(Vec<String>);

impl CourseFaults {
    fn figure<T>(
        &mut self,
        cells: &Map<String, Value>,
        place: &str,
        key: &str,
        expected: &str,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Option<T> {
        let Some(value) = cells.get(key) else {
            self.0.push(format!("{place} has no {key}; give {expected}"));
            return None;
        };
        let figure = read(value);
        if figure.is_none() {
            self.0.push(format!("{place}: {key} is {}; give {expected}", shown_value(value)));
        }
        figure
    }

    fn unknown_keys(&mut self, cells: &Map<String, Value>, place: &str, keys: &[&str]) {
        for key in cells.keys().filter(|key| !keys.contains(&key.as_str())) {
            self.0.push(format!("{place} has the unknown key '{}'; the keys are {}", shown_text(key), keys.join(", ")));
        }
    }
}

fn whole(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|count| u32::try_from(count).ok()).filter(|count| (1..=MOST).contains(count))
}

fn time(value: &Value) -> Option<Decimal> {
    number(value).filter(|seconds| *seconds > Decimal::default() && *seconds <= Decimal::whole(MOST))
}

/// Reads a number with its own digits: the shortest form of a float has the digits of the file.
fn number(value: &Value) -> Option<Decimal> {
    if let Value::Number(number) = value { Decimal::read(&number.to_string()) } else { None }
}

/// Returns a value for a message.
fn shown_value(value: &Value) -> String {
    match value {
        Value::Array(_) => "a list".into(),
        Value::Object(_) => "a table".into(),
        Value::Null => "empty".into(),
        other => shown_text(&other.to_string()).into_owned(),
    }
}
