//! The command line: commands, flags, and the one place where the clock and the environment are read.

use crate::cmd;
use crate::finding::{Status, StatusSet};
use crate::input::days::read_flag_day;
use crate::input::sheet::InputFormat;
use crate::pipeline;
use crate::report::Format;
use crate::report::screen::{Color, Screen};
use crate::rules::mandates::MANDATES;
use crate::rules::schedule::Schedule;
use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, Parser, Subcommand};
use std::ffi::OsStr;
use std::path::PathBuf;
use std::sync::OnceLock;

/// Of a command that only holds others: no flags, they belong to the commands.
const TEMPLATE_OF_GROUP: &str = "\
{about-with-newline}
{before-help}{usage-heading} {usage}

Commands:
{subcommands}{after-help}";

/// Tells Illinois police agencies whether their people pass muster: what is due, since when, and by which section.
#[derive(Debug, Parser)]
#[command(
    name = "muster",
    version,
    help_template = TEMPLATE_OF_GROUP,
    before_help = "\
Examples:
  muster roster check roster.csv      who is out of compliance today, and why
  muster roster check -f json *.csv   the same for a script
  muster power score saturday.csv     a POWER sheet: who passed, who may retest
  muster firearms score saturday.csv  a day at the range: who qualified
  muster roster due roster.csv        what falls due, soonest first
  muster roster diff old.csv new.csv  what changed; which change needs a Form E
  muster deadline basic-training 2025-08-31   one day, step by step
  muster reimburse claim claims.csv   what each claim will pay, and why
  muster training check done.csv --roster roster.csv   who lacks which class
  muster exam check class.csv         who passed, who may sit again
  muster permit check retired.csv     retired officers' permits
  muster rules                        every rule, with its source
  muster rules executive-hours        what one asks, how it is counted
",
    after_help = "\
`muster COMMAND -h` shows a command's flags, --help its whole story.
Exit codes: 0 nothing to act on, 1 something to act on, 2 not carried out.",
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true,
    max_term_width = 100,
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// Flags that every command takes.
    #[command(flatten)]
    pub flags: Flags,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Rosters: one row an officer and appointment
    #[command(subcommand, help_template = TEMPLATE_OF_GROUP, disable_help_subcommand = true, arg_required_else_help = true)]
    Roster(RosterCommand),
    /// POWER tests: sheets of candidates scored, retests, the standards
    #[command(subcommand, help_template = TEMPLATE_OF_GROUP, disable_help_subcommand = true, arg_required_else_help = true)]
    Power(PowerCommand),
    /// Firearms: a day at the range scored, the course of fire
    #[command(subcommand, help_template = TEMPLATE_OF_GROUP, disable_help_subcommand = true, arg_required_else_help = true)]
    Firearms(FirearmsCommand),
    /// When one thing is due, and how the day was counted
    Deadline(cmd::deadline::DeadlineArgs),
    /// The e-sign cohort and due days of a name, under both schedules
    EsignCohort(cmd::esign_cohort::CohortArgs),
    /// Claims for reimbursement: what they will pay, the forms, the State's travel rates
    #[command(subcommand, help_template = TEMPLATE_OF_GROUP, disable_help_subcommand = true, arg_required_else_help = true)]
    Reimburse(ReimburseCommand),
    /// Training records: completed courses against the in-service mandates
    #[command(subcommand, help_template = TEMPLATE_OF_GROUP, disable_help_subcommand = true, arg_required_else_help = true)]
    Training(TrainingCommand),
    /// Academy and examination: attendance, average, who may sit, results, attempts left
    #[command(subcommand, help_template = TEMPLATE_OF_GROUP, disable_help_subcommand = true, arg_required_else_help = true)]
    Exam(ExamCommand),
    /// Retired officers' concealed carry: applications and permits
    #[command(subcommand, help_template = TEMPLATE_OF_GROUP, disable_help_subcommand = true, arg_required_else_help = true)]
    Permit(PermitCommand),
    /// The rules and every legal figure, with sources
    Rules(cmd::rules::RulesArgs),
    /// An empty file with the right header, an example, or every column explained
    Template(cmd::template::TemplateArgs),
    /// The configuration: where it is, what is in force, a file to start from
    #[command(subcommand, help_template = TEMPLATE_OF_GROUP, disable_help_subcommand = true, arg_required_else_help = true)]
    Config(cmd::config::ConfigCommand),
    /// Completions for a shell
    Completions(cmd::generate::CompletionsArgs),
    /// Manual pages
    Man(cmd::generate::ManArgs),
    /// The JSON Schema of the machine output
    Schema(cmd::schema::SchemaArgs),
}

/// What can be done with a roster.
#[derive(Debug, Subcommand)]
pub enum RosterCommand {
    /// Every officer against every roster rule on one day
    Check(cmd::roster_check::CheckArgs),
    /// What changed between two rosters, in meaning, and which change needs a Form E
    Diff(cmd::roster_diff::DiffArgs),
    /// What falls due, soonest first; also as a calendar
    Due(cmd::roster_due::DueArgs),
    /// The notices in force, ready to send: 60-day, 30-day, expired
    Notices(cmd::roster_notices::NoticesArgs),
}

/// What can be done about the POWER test.
#[derive(Debug, Subcommand)]
pub enum PowerCommand {
    /// POWER sheets to results: who passed, by how much, who may retest what and when
    Score(cmd::power_score::ScoreArgs),
    /// The POWER standards in force, with their first day and source
    Standards(cmd::power_standards::StandardsArgs),
}

/// What can be done about claims for reimbursement.
#[derive(Debug, Subcommand)]
pub enum ReimburseCommand {
    /// Each claim, line by line: what it will pay, and what would have it denied
    Claim(cmd::reimburse_claim::ClaimArgs),
    /// Which form is for which training, and what each may hold
    Forms(cmd::reimburse_forms::FormsArgs),
    /// The State's travel rates, by day and place, and the rows that you have added
    Rates(cmd::reimburse_rates::RatesArgs),
}

/// What can be done about firearms qualification.
#[derive(Debug, Subcommand)]
pub enum FirearmsCommand {
    /// Firearms sheets to results: who qualified, and what is missing on the sheet
    Score(cmd::firearms_score::ScoreArgs),
    /// The course of fire in force, stage by stage, for a clipboard
    Course(cmd::firearms_course::CourseArgs),
}

/// What can be done with training records.
#[derive(Debug, Subcommand)]
pub enum TrainingCommand {
    /// Each officer against each in-service mandate: what counts, what is missing, by when
    Check(cmd::training_check::CheckArgs),
}

/// What can be done with an academy and examination sheet.
#[derive(Debug, Subcommand)]
pub enum ExamCommand {
    /// Each trainee: attendance, average, eligibility, the examination, attempts left
    Check(cmd::exam_check::CheckArgs),
}

/// What can be done about retired officers' permits.
#[derive(Debug, Subcommand)]
pub enum PermitCommand {
    /// Each applicant: eligible or not and why, fee and refund, until when a permit is good
    Check(cmd::permit_check::CheckArgs),
}

/// Flags that every command takes, before or after its name.
#[derive(Debug, Args)]
pub struct Flags {
    #[arg(skip)]
    today: OnceLock<NaiveDate>,

    /// The day asked about, such as 2026-01-31 [default: today in Illinois]
    #[arg(long, value_name = "DATE", global = true, env = "MUSTER_AS_OF", hide_env = true, value_parser = day, help_heading = "Question", long_help = "\
The day asked about: 2026-01-31 or 1/31/2026 [default: today in Illinois; environment: MUSTER_AS_OF]")]
    pub as_of: Option<FlagDay>,

    /// Look back with today's file: what happened after --as-of had not happened yet
    #[arg(
        long,
        global = true,
        hide_short_help = true,
        help_heading = "Question",
        long_help = "\
Look back with today's file: what is recorded after --as-of had not happened yet, and officers hired later are asked \
nothing. Without it such days are impossible-dates."
    )]
    pub rewind: bool,

    /// Ask only this rule; can be repeated
    #[arg(long, value_name = "RULE", global = true, value_delimiter = ',', value_parser = rule_names(), hide_possible_values = true, help_heading = "Question")]
    pub only: Vec<String>,

    /// Do not ask this rule; can be repeated
    #[arg(long, value_name = "RULE", global = true, value_delimiter = ',', value_parser = rule_names(), hide_possible_values = true, help_heading = "Question")]
    pub skip: Vec<String>,

    /// Days before a due day from which it is due soon [default: 60]
    #[arg(long, value_name = "N", global = true, hide_short_help = true, value_parser = clap::value_parser!(u32).range(0..=36500), help_heading = "Question", long_help = "\
Days before a due day from which an answer is due soon [default: 60, the Board's first notice]")]
    pub warn_days: Option<u32>,

    /// Which e-sign schedule decides: portal or statute [default: portal]
    #[arg(
        long,
        value_name = "NAME",
        global = true,
        hide_short_help = true,
        hide_possible_values = true,
        help_heading = "Question",
        long_help = "\
Which e-sign schedule decides: portal (the Board's Officer Portal page: A-H, I-M, N-Z) or statute (50 ILCS 705/8.4: A-G, \
H-O, P-Z). Where they differ, answers say so [default: portal]"
    )]
    pub schedule: Option<Schedule>,

    /// Only records with this PTB ID; can be repeated
    #[arg(long, value_name = "ID", global = true, help_heading = "Question")]
    pub ptb_id: Vec<String>,

    /// Only records of this agency; can be repeated
    #[arg(long, value_name = "NAME", global = true, help_heading = "Question")]
    pub agency: Vec<String>,

    /// How standard input (-) is written: csv, tsv, json, ndjson
    #[arg(
        long,
        value_name = "FORMAT",
        global = true,
        hide_short_help = true,
        hide_possible_values = true,
        help_heading = "Input",
        long_help = "\
How standard input (-) is written: csv, tsv, json or ndjson [default: told from its first bytes]"
    )]
    pub input_format: Option<InputFormat>,

    /// How years of two digits are read: past, the latest that is not in the future
    #[arg(long, value_name = "HOW", global = true, value_parser = ["past"], hide_possible_values = true, hide_short_help = true, help_heading = "Input", long_help = "\
Read years of two digits as well, as the latest such year that is not after --as-of; the one way is `past`. \
Without it such days are unreadable.")]
    pub two_digit_years: Option<String>,

    /// An unknown column is an error
    #[arg(
        long,
        global = true,
        hide_short_help = true,
        help_heading = "Input",
        long_help = "\
A column that nothing reads is an error (exit code 2) in place of a note."
    )]
    pub strict_columns: bool,

    /// The configuration file
    #[arg(long, value_name = "FILE", global = true, env = "MUSTER_CONFIG", hide_env = true, value_parser = path, hide_short_help = true, help_heading = "Input", long_help = "\
The configuration file [default: `muster config path`; environment: MUSTER_CONFIG; empty: none]")]
    pub config: Option<PathBuf>,

    /// How to answer: table, json, ndjson, csv, markdown
    #[arg(
        short,
        long,
        value_name = "FORMAT",
        global = true,
        hide_possible_values = true,
        help_heading = "Output",
        long_help = "\
How to answer: table, json, ndjson, csv, markdown, or for roster due also ics, a calendar [default: told by the ending of --output, else table]"
    )]
    pub format: Option<Format>,

    /// Write to this file, replaced whole or not at all
    #[arg(
        short,
        long,
        value_name = "FILE",
        global = true,
        help_heading = "Output",
        long_help = "\
Write to this file, which is replaced whole or not at all: a failed run leaves the old one. A symbolic link is followed, a \
device or pipe is written straight, - is standard output. Its ending tells the format: .json, .ndjson, .csv, .md, .ics, .txt"
    )]
    pub output: Option<PathBuf>,

    /// Only findings and results; nothing at all when nothing is wrong
    #[arg(short, long, global = true, help_heading = "Output")]
    pub quiet: bool,

    /// PTB IDs in place of names
    #[arg(
        long,
        global = true,
        help_heading = "Output",
        long_help = "\
PTB IDs in place of names, and nothing quoted from a cell that might hold a name"
    )]
    pub redact: bool,

    /// Also show what is met, open and not applicable
    #[arg(long, global = true, help_heading = "Output")]
    pub all: bool,

    /// Statuses that make the exit code 1, or none
    #[arg(long, value_name = "STATUS", global = true, value_delimiter = ',', value_parser = status_names(), hide_possible_values = true, help_heading = "Output", long_help = "\
Statuses that make the exit code 1, with commas between them: met, not-applicable, open, due-soon, review, unknown, overdue; \
or none for never [default: overdue,unknown for checks, overdue for roster due, none for deadline, esign-cohort and roster notices]")]
    pub fail_on: Vec<String>,

    /// Colour: auto, always, never
    #[arg(
        long,
        value_name = "WHEN",
        global = true,
        default_value = "auto",
        hide_possible_values = true,
        hide_default_value = true,
        hide_short_help = true,
        help_heading = "Output",
        long_help = "\
When to colour: auto (on a terminal, unless NO_COLOR is set), always or never"
    )]
    pub color: Color,

    /// Threads that work at a long file
    #[arg(long, value_name = "N", global = true, value_parser = clap::value_parser!(u8).range(1..=64), hide_short_help = true, help_heading = "Output", long_help = "\
Threads that work at a long file [default: as many as the machine has cores]; the output is the same for any number")]
    pub threads: Option<u8>,

    /// No progress bar
    #[arg(
        long,
        global = true,
        hide_short_help = true,
        help_heading = "Output",
        long_help = "\
No progress bar. Without this one is shown on a terminal when a run takes longer than half a second"
    )]
    pub no_progress: bool,

    /// Columns of a table
    #[arg(long, value_name = "N", global = true, value_parser = clap::value_parser!(u16).range(40..=400), hide_short_help = true, help_heading = "Output", long_help = "\
Columns of a table [default: the terminal's, else COLUMNS, else 100]")]
    pub width: Option<u16>,
}

/// The day of a flag; an empty environment variable is none.
#[derive(Clone, Copy, Debug)]
pub struct FlagDay(Option<NaiveDate>);

fn day(text: &str) -> Result<FlagDay, String> {
    if text.trim().is_empty() { Ok(FlagDay(None)) } else { read_flag_day(text).map(|day| FlagDay(Some(day))) }
}

/// A path that may be empty.
///
/// # Errors
/// Never; it has the shape of a value parser.
pub fn path(text: &str) -> Result<PathBuf, std::convert::Infallible> {
    Ok(text.into())
}

/// Rule names, so that a mistyped one is met with the nearest, and completion knows them.
pub fn rule_names() -> OneOf {
    let rules = crate::rules::catalogue().map(|rule| (rule.name, rule.title));
    let of_files = crate::rules::file_rules().map(|rule| (rule.name, rule.title));
    let mandates = MANDATES.iter().map(|mandate| (mandate.rule.as_str(), mandate.title.as_str()));
    OneOf::new(rules.chain(of_files).chain(mandates))
}

/// A value of a long list: completion knows all of them, an error names only the nearest.
#[derive(Clone, Debug)]
pub struct OneOf(Vec<(&'static str, &'static str)>);

impl OneOf {
    /// Values with a line of help each.
    pub fn new(values: impl IntoIterator<Item = (&'static str, &'static str)>) -> Self {
        Self(values.into_iter().collect())
    }
}

impl TypedValueParser for OneOf {
    type Value = String;

    fn parse_ref(&self, cmd: &clap::Command, arg: Option<&clap::Arg>, value: &OsStr) -> Result<String, clap::Error> {
        let text = value.to_string_lossy();
        if self.0.iter().any(|(name, _)| *name == text) {
            return Ok(text.into_owned());
        }
        let mut error = clap::Error::new(ErrorKind::InvalidValue).with_cmd(cmd);
        let name = arg.map(ToString::to_string).unwrap_or_default();
        error.insert(ContextKind::InvalidArg, ContextValue::String(name));
        error.insert(ContextKind::InvalidValue, ContextValue::String(text.to_string()));
        let likeness = |name: &str| strsim::jaro_winkler(name, &text);
        let nearest =
            self.0.iter().map(|(name, _)| *name).max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
        if let Some(nearest) = nearest.filter(|name| likeness(name) > 0.7) {
            error.insert(ContextKind::SuggestedValue, ContextValue::String(nearest.to_owned()));
        }
        Err(error)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().map(|(name, help)| PossibleValue::new(*name).help(*help))))
    }
}

fn status_names() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(Status::ALL.into_iter().map(Status::name).chain(["none"]))
}

impl Flags {
    /// The screen behind standard output; a file is written without colour unless it is asked for.
    pub fn screen(&self) -> Screen {
        let to_file = self.output.as_ref().is_some_and(|path| path.as_os_str() != "-");
        Screen::new(self.color, self.columns(), to_file)
    }

    /// How many threads work at what many of them can do.
    pub fn threads(&self) -> usize {
        self.threads.map_or_else(pipeline::cores, usize::from)
    }

    /// The day asked about: the flag, the environment, or today in Illinois.
    pub fn as_of(&self) -> NaiveDate {
        let today = || chrono::Utc::now().with_timezone(&chrono_tz::America::Chicago).date_naive();
        // Read once: a run over midnight asks about one day.
        self.as_of.and_then(|day| day.0).unwrap_or_else(|| *self.today.get_or_init(today))
    }

    /// Whether a rule of this name is asked, by `--only` and `--skip`.
    pub fn asks(&self, rule: &str) -> bool {
        let is = |other: &String| other == rule;
        (self.only.is_empty() || self.only.iter().any(is)) && !self.skip.iter().any(is)
    }

    /// The statuses that fail the run, or `otherwise` when none is named.
    pub fn fail_on(&self, otherwise: StatusSet) -> StatusSet {
        if self.fail_on.is_empty() {
            return otherwise;
        }
        let named = |status: &Status| self.fail_on.iter().any(|name| name == status.name());
        StatusSet::of(&Status::ALL.into_iter().filter(named).collect::<Vec<_>>())
    }

    /// Columns that the user gives a table, by flag or `COLUMNS`.
    fn columns(&self) -> Option<usize> {
        let environment = || std::env::var("COLUMNS").ok()?.parse().ok();
        self.width.map(usize::from).or_else(environment)
    }
}
