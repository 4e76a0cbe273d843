//! `muster schema`: the JSON Schema of the machine output, from the types that are written.

use crate::check::report::Exit;
use crate::cli::flags::Flags;
use crate::finding::{Finding, Tally};
use crate::input::sheet::Input;
use crate::report::item::NotAsked;
use crate::rules::power::score::Score;
use crate::rules::power::standards::Standard;
use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;

/// Write the JSON Schema of the machine output
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  muster schema > muster.schema.json
")]
pub struct SchemaArgs {}

/// The document that `-f json` writes.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "muster/1")]
struct Document {
    /// `muster/1`; keys are only added.
    schema: String,
    /// The command that wrote it, such as `roster check`.
    command: String,
    /// The version of the program.
    version: String,
    /// The day asked about.
    as_of: chrono::NaiveDate,
    /// The files read.
    inputs: Vec<Input>,
    /// Answers by status.
    summary: Tally,
    /// Rules skipped because a file lacks their columns.
    not_asked: Vec<NotAsked>,
    /// The results of commands other than checks; their shape depends on the command.
    results: Vec<ResultOf>,
    /// The answers of checks, and the faults of the files.
    findings: Vec<Finding<'static>>,
    /// Notes for the reader.
    notes: Vec<String>,
}

/// One result, by command.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is wanted")]
enum ResultOf {
    /// `firearms score`
    FirearmsScore(Box<crate::rules::firearms::score::Score<'static>>),
    /// `firearms course`
    FirearmsCourse(Box<crate::report::page::course::CourseSheet>),
    /// `power score`
    PowerScore(Box<Score<'static>>),
    /// `power standards`
    PowerStandard(Box<Standard>),
    /// `exam check`
    ExamCheck(Box<crate::rules::exam::ExamResult<'static>>),
    /// `permit check`
    PermitCheck(Box<crate::rules::permit::PermitResult<'static>>),
    /// `training check`
    TrainingCheck(Box<crate::rules::training::check::TrainingResult<'static>>),
    /// `roster diff`
    RosterDiff(Box<crate::rules::roster::change::Change<'static>>),
    /// Every other command.
    Other(serde_json::Value),
}

/// The schema, as text.
pub fn text() -> String {
    format!("{:#}\n", schemars::schema_for!(Document).as_value())
}

/// Runs the command.
///
/// # Errors
/// When the output cannot be written.
pub fn run(_: &SchemaArgs, flags: &Flags) -> anyhow::Result<Exit> {
    crate::check::report::write_page(text().as_bytes(), flags)
}
