//! One file a command: its flags, and what it does with the rest of the program.

pub mod completions;
pub mod config;
pub mod deadline;
pub mod esign_cohort;
pub mod exam;
pub mod firearms;
pub mod man;
pub mod permit;
pub mod power;
pub mod reimburse;
pub mod roster;
pub mod rules;
pub mod schema;
pub mod template;
pub mod training;

use crate::check::report::Exit;
use crate::cli::flags::Flags;
use clap::{Parser, Subcommand};

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
    Roster(roster::RosterCommand),
    /// POWER tests: sheets of candidates scored, retests, the standards
    #[command(subcommand, help_template = TEMPLATE_OF_GROUP, disable_help_subcommand = true, arg_required_else_help = true)]
    Power(power::PowerCommand),
    /// Firearms: a day at the range scored, the course of fire
    #[command(subcommand, help_template = TEMPLATE_OF_GROUP, disable_help_subcommand = true, arg_required_else_help = true)]
    Firearms(firearms::FirearmsCommand),
    /// When one thing is due, and how the day was counted
    Deadline(deadline::DeadlineArgs),
    /// The e-sign cohort and due days of a name, under both schedules
    EsignCohort(esign_cohort::CohortArgs),
    /// Claims for reimbursement: what they will pay, the forms, the State's travel rates
    #[command(subcommand, help_template = TEMPLATE_OF_GROUP, disable_help_subcommand = true, arg_required_else_help = true)]
    Reimburse(reimburse::ReimburseCommand),
    /// Training records: completed courses against the in-service mandates
    #[command(subcommand, help_template = TEMPLATE_OF_GROUP, disable_help_subcommand = true, arg_required_else_help = true)]
    Training(training::TrainingCommand),
    /// Academy and examination: attendance, average, who may sit, results, attempts left
    #[command(subcommand, help_template = TEMPLATE_OF_GROUP, disable_help_subcommand = true, arg_required_else_help = true)]
    Exam(exam::ExamCommand),
    /// Retired officers' concealed carry: applications and permits
    #[command(subcommand, help_template = TEMPLATE_OF_GROUP, disable_help_subcommand = true, arg_required_else_help = true)]
    Permit(permit::PermitCommand),
    /// The rules and every legal figure, with sources
    Rules(rules::RulesArgs),
    /// An empty file with the right header, an example, or every column explained
    Template(template::TemplateArgs),
    /// The configuration: where it is, what is in force, a file to start from
    #[command(subcommand, help_template = TEMPLATE_OF_GROUP, disable_help_subcommand = true, arg_required_else_help = true)]
    Config(config::ConfigCommand),
    /// Completions for a shell
    Completions(completions::CompletionsArgs),
    /// Manual pages
    Man(man::ManArgs),
    /// The JSON Schema of the machine output
    Schema(schema::SchemaArgs),
}

/// Runs the command.
///
/// # Errors
/// The reason why it could not run.
pub fn run(cli: &Cli) -> anyhow::Result<Exit> {
    let flags = &cli.flags;
    match &cli.command {
        Command::Roster(command) => command.run(flags),
        Command::Power(command) => command.run(flags),
        Command::Firearms(command) => command.run(flags),
        Command::Deadline(args) => deadline::run(args, flags),
        Command::EsignCohort(args) => esign_cohort::run(args, flags),
        Command::Reimburse(command) => command.run(flags),
        Command::Training(command) => command.run(flags),
        Command::Exam(command) => command.run(flags),
        Command::Permit(command) => command.run(flags),
        Command::Rules(args) => rules::run(args, flags),
        Command::Template(args) => template::run(args, flags),
        Command::Config(command) => config::run(command, flags),
        Command::Completions(args) => completions::run(args, flags),
        Command::Man(args) => man::run(args, flags),
        Command::Schema(args) => schema::run(args, flags),
    }
}
