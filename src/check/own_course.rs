//! The agency's own course of fire: finds its file, and refuses a course that is easier than the State's.

use crate::cli::config::Settings;
use crate::input::bytes;
use crate::rules::firearms::course::{Course, known_from, state_on};
use crate::rules::firearms::hardness::{cautions, easier};
use crate::rules::firearms::own_course::{self, CourseFormat};
use crate::words::{count_words, day_words};
use anyhow::{Context, bail};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// Stages for which a firearms sheet has columns.
const STAGES_OF_A_SHEET: usize = 12;

/// An agency's own course, accepted for scoring.
#[derive(Debug)]
pub(crate) struct OwnCourse {
    /// The course.
    pub(crate) course: Course,
    /// Its file.
    pub(crate) file: String,
    /// Cautions about it.
    pub(crate) notes: Vec<String>,
}

/// Returns the course that `--course` or else the configuration names; `None` means the State's. An empty path is none.
///
/// # Errors
/// A file that cannot be read, everything that is wrong in it, and every stage at which it is easier than the State's.
pub(crate) fn load(flag: Option<&PathBuf>, settings: &Settings, as_of: NaiveDate) -> anyhow::Result<Option<OwnCourse>> {
    let path = flag.or(settings.course.value.as_ref()).filter(|path| !path.as_os_str().is_empty());
    let Some(path) = path else { return Ok(None) };
    let file = path.display().to_string();
    let course = read(path, &file)?;
    let state = state(as_of)?;
    let reasons = easier(&course, &state);
    if !reasons.is_empty() {
        bail!(
            "{file}: this course is easier than the State's, so that no officer can qualify with it:\n{}",
            of_file(&file, &reasons)
        );
    }
    let mut notes = cautions(&course, &state);
    if course.stages.len() > STAGES_OF_A_SHEET {
        let stages = count_words(course.stages.len() as i64, "stage");
        notes.push(format!(
            "{file}: the course has {stages}, and a sheet has columns for {STAGES_OF_A_SHEET}: give the hits of the \
             whole course in the column hits"
        ));
    }
    if settings.local_course_on_file.value != Some(true) {
        notes.push(format!(
            "{file}: the requirements of an agency's own course have to be on file with the Board; once they are, set \
             local_course_on_file = true in the configuration (`muster rules firearms-local-course`)"
        ));
    }
    Ok(Some(OwnCourse { course, file, notes }))
}

/// Returns the State's course on a day.
///
/// # Errors
/// When no course is known for that day.
pub(crate) fn state(day: NaiveDate) -> anyhow::Result<Course> {
    state_on(day).with_context(|| {
        let begins = known_from().map(|from| format!(": the first begins on {}", day_words(from))).unwrap_or_default();
        format!("no course of fire is known for {}{begins}", day_words(day))
    })
}

fn read(path: &Path, file: &str) -> anyhow::Result<Course> {
    let is_json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let format = if is_json { CourseFormat::Json } else { CourseFormat::Toml };
    let text = bytes::read_text(path).with_context(|| format!("{file}: the course cannot be read"))?;
    match own_course::read(&text, format) {
        Ok(course) => Ok(course),
        Err(faults) => bail!("{}", of_file(file, &faults)),
    }
}

/// Returns a line for each reason, with the file before it.
fn of_file(file: &str, reasons: &[String]) -> String {
    reasons.iter().map(|reason| format!("{file}: {reason}")).collect::<Vec<_>>().join("\n")
}
