//! `muster schema`: the JSON Schema of the machine output, from the types that are written.

use crate::check::report::{Exit, write_page};
use crate::cli::flags::Flags;
use crate::finding::{Finding, Tally};
use crate::input::sheet::Input;
use crate::report::item::{NotAsked, ReportEntry};
use crate::report::page::claim::ClaimSheet;
use crate::report::page::columns::Heading;
use crate::report::page::course::CourseSheet;
use crate::report::page::deadline::KindEntry;
use crate::report::page::digest::Digest;
use crate::report::page::hit::Hit;
use crate::report::page::notice::NoticeText;
use crate::report::page::rates::{FormRow, RateRow};
use crate::report::page::revision::Revision;
use crate::report::page::rule::Entry;
use crate::report::page::training::TrainingSheet;
use crate::report::page::verify::Verified;
use crate::report::page::why::WhyAnswer;
use crate::rules::deadlines::Deadline;
use crate::rules::exam::ExamResult;
use crate::rules::firearms::result::FirearmsScore;
use crate::rules::law::figure::FigureRow;
use crate::rules::permit::PermitResult;
use crate::rules::power::figures::EventFigure;
use crate::rules::power::result::PowerScore;
use crate::rules::power::retest_sheet::RetestEntry;
use crate::rules::power::standards::Standard;
use crate::rules::roster::change::Change;
use crate::rules::roster::cohort::NameCohort;
use clap::Args;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use std::borrow::Cow;

/// Write the JSON Schema of the machine output
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  muster schema > muster.schema.json
")]
pub struct SchemaArgs {}

/// The document that `-f json` writes.
#[derive(JsonSchema)]
#[schemars(title = "muster/1")]
#[expect(dead_code, reason = "only its schema is used")]
struct Document {
    /// `muster/1`; keys are only added.
    schema: String,
    /// The command that wrote it, such as `roster check`.
    command: CommandName,
    /// The version of the program.
    version: String,
    /// The revision of the rules: the same as long as no rule, figure, table or schedule changes.
    rules_revision: String,
    /// The day asked about.
    as_of: chrono::NaiveDate,
    /// The arguments that bear on the answers, the names of the command first; null in a redacted report about somebody
    /// by name.
    arguments: Option<Vec<String>>,
    /// The files read.
    inputs: Vec<Input>,
    /// Answers by status.
    summary: Tally,
    /// Rules skipped because a file lacks their columns.
    not_asked: Vec<NotAsked>,
    /// The results of commands other than checks; their shape depends on the command.
    results: Vec<CommandResult>,
    /// The answers of checks, and the faults of the files.
    findings: Vec<Finding<'static>>,
    /// How many passed each event of POWER tests, by sex and age group; only of `power score`.
    #[schemars(skip_serializing_if = "Option::is_none")]
    figures: Option<Vec<EventFigure>>,
    /// Notes for the reader.
    notes: Vec<String>,
}

/// Returns a reference to the schema of a kind of result.
type ResultSchema = fn(&mut SchemaGenerator) -> Schema;

/// Each command that writes this document, with its kinds of result.
const COMMANDS: &[(&str, &[ResultSchema])] = &[
    ("start", &[]),
    ("roster check", &[]),
    ("roster columns", &[of::<Heading>]),
    ("roster due", &[]),
    ("roster notices", &[of::<NoticeText>, of::<Digest>]),
    ("roster diff", &[of::<Change>]),
    ("hire", &[]),
    ("why", &[of::<WhyAnswer>]),
    ("power score", &[of::<PowerScore>, of::<RetestEntry>]),
    ("power standards", &[of::<Standard>]),
    ("firearms score", &[of::<FirearmsScore>]),
    ("firearms course", &[of::<CourseSheet>]),
    ("deadline", &[of::<Deadline>, of::<KindEntry>]),
    ("esign-cohort", &[of::<NameCohort>]),
    ("reimburse claim", &[of::<ClaimSheet>]),
    ("reimburse forms", &[of::<FormRow>]),
    ("reimburse rates", &[of::<RateRow>]),
    ("training check", &[of::<TrainingSheet>]),
    ("exam check", &[of::<ExamResult>]),
    ("permit check", &[of::<PermitResult>]),
    ("verify", &[of::<Verified>]),
    ("rules", &[of::<Entry>, of::<FigureRow>, of::<Hit>, of::<Revision>]),
];

fn of<R: ReportEntry>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<R>()
}

/// The name of a command.
struct CommandName;

impl JsonSchema for CommandName {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Command".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<&str> = COMMANDS.iter().map(|(command, _)| *command).collect();
        json_schema!({ "enum": names })
    }
}

/// A result of any command.
struct CommandResult;

impl JsonSchema for CommandResult {
    fn schema_name() -> Cow<'static, str> {
        "Result".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let schemas: Vec<Schema> = COMMANDS.iter().flat_map(|(_, results)| *results).map(|of| of(generator)).collect();
        json_schema!({ "anyOf": schemas })
    }
}

/// Returns the part of the schema that names the kinds of result of each command.
fn results_by_command(generator: &mut SchemaGenerator) -> Value {
    let of_command = |(command, results): &(&str, &[ResultSchema])| {
        let schemas: Vec<Schema> = results.iter().map(|of| of(generator)).collect();
        let results =
            if schemas.is_empty() { json!({ "maxItems": 0 }) } else { json!({ "items": { "anyOf": schemas } }) };
        json!({
            "if": { "properties": { "command": { "const": command } } },
            "then": { "properties": { "results": results } },
        })
    };
    COMMANDS.iter().map(of_command).collect()
}

/// Returns the schema as text.
pub fn text() -> String {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let by_command = results_by_command(&mut generator);
    let mut schema = generator.into_root_schema_for::<Document>();
    schema.insert("allOf".into(), by_command);
    format!("{:#}\n", schema.as_value())
}

/// Runs the command.
///
/// # Errors
/// When the output cannot be written.
pub fn run(_: &SchemaArgs, flags: &Flags) -> anyhow::Result<Exit> {
    write_page(text().as_bytes(), flags)
}
