//! The command tree. The path of a file is the path of its command: `roster/check.rs` is `muster roster check`.

pub mod accept;
mod add_row;
mod ask;
pub mod catalogue;
pub mod completions;
pub mod config;
pub mod deadline;
pub mod esign_cohort;
pub mod exam;
mod find;
pub mod firearms;
pub mod help;
pub mod hire;
pub mod man;
mod no_command;
pub mod permit;
pub mod power;
pub mod reimburse;
pub mod roster;
pub mod rules;
pub mod schema;
pub mod start;
pub mod template;
pub mod training;
pub mod verify;
pub mod why;

use crate::check::report::Exit;
use crate::cli::arguments;
use crate::cli::flags::Flags;
use crate::cli::used_flags;
use crate::rules::law::figure::LAST_CHECKED;
use crate::rules::revision::revision;
use crate::words::{day_words, harmless};
use clap::{Arg, ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand, ValueHint};
use std::io::{self, Write};

/// The help of a command that only groups others. Flags are left out, because they belong to the commands.
const GROUP_HELP: &str = "\
{about-with-newline}
{before-help}{usage-heading} {usage}

Commands:
{subcommands}{after-help}";

/// Shows Illinois police agencies what training, testing and reporting is due, since when, and under which law.
#[derive(Debug, Parser)]
#[command(
    name = "muster",
    version,
    before_help = "\
Examples:
  muster start roster.xlsx            from your own workbook to the first report
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
  muster rules executive-hours        one rule explained
  muster help military freeze         whatever has these words
",
    after_help = "\
`muster COMMAND -h` lists the flags of a command; `muster help COMMAND` explains it in full.
`muster --version --verbose` names the revision of the rules.
Exit codes: 0 nothing to act on, 1 something to act on, 2 could not run.",
    max_term_width = 100
)]
pub struct Cli {
    /// The command to run.
    #[command(subcommand)]
    pub command: Command,

    /// With --version: also the revision of the rules and the day on which the figures were last checked
    #[arg(long, requires = "version")]
    verbose: bool,

    /// The flags that every command accepts.
    #[command(flatten)]
    pub flags: Flags,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Begin with your own roster: asks what is not understood, remembers it, and writes the first report
    Start(start::StartArgs),
    /// Check rosters: one row for each officer and appointment
    #[command(subcommand)]
    Roster(roster::RosterCommand),
    /// Score POWER tests, and show the standards
    #[command(subcommand)]
    Power(power::PowerCommand),
    /// Score firearms qualification, and show the course of fire
    #[command(subcommand)]
    Firearms(firearms::FirearmsCommand),
    /// Count one deadline, step by step
    Deadline(deadline::DeadlineArgs),
    /// Show the e-sign cohort and due days of a name, under both schedules
    EsignCohort(esign_cohort::CohortArgs),
    /// Judge claims for reimbursement, and show the forms and travel rates
    #[command(subcommand)]
    Reimburse(reimburse::ReimburseCommand),
    /// Check training records against the in-service mandates
    #[command(subcommand)]
    Training(training::TrainingCommand),
    /// Check academy records and examination results
    #[command(subcommand)]
    Exam(exam::ExamCommand),
    /// Check retired officers' concealed carry applications and permits
    #[command(subcommand)]
    Permit(permit::PermitCommand),
    /// Explain every answer about one officer
    Why(why::WhyArgs),
    /// List what falls due for somebody hired on a day
    Hire(hire::HireArgs),
    /// Hold a report against its files: the same bytes, the same rules, the same answers
    Verify(verify::VerifyArgs),
    /// Accept an answer about an officer, with a reason and an end
    Accept(accept::AcceptArgs),
    /// Show the rules and every legal figure, with sources
    Rules(rules::RulesArgs),
    /// Write an empty file with the right header, an example, or an explanation of every column
    Template(template::TemplateArgs),
    /// Show or start the configuration
    #[command(subcommand)]
    Config(config::ConfigCommand),
    /// Write a completion script for a shell
    Completions(completions::CompletionsArgs),
    /// Write the manual pages
    Man(man::ManArgs),
    /// Write the JSON Schema of the machine output
    Schema(schema::SchemaArgs),
    /// Show the help of a command, or search for words
    Help(help::HelpArgs),
}

/// Returns the command line with everything that follows from the whole tree: the short help, the help of groups, and
/// the flags that each command uses.
pub fn command() -> clap::Command {
    let declared = Cli::command();
    let common = common_flags(&declared);
    finished(declared, "", &common)
}

/// Returns the common flags.
fn common_flags(root: &clap::Command) -> Vec<Arg> {
    root.get_arguments().filter(|flag| flag.is_global_set()).cloned().collect()
}

fn finished(mut command: clap::Command, path: &str, common: &[Arg]) -> clap::Command {
    // -h shows the examples, which are the first paragraph; --help shows all of it.
    if let Some(long) = command.get_before_help().map(ToString::to_string) {
        let short = long.split_inclusive("\n\n").next().unwrap_or_default().to_owned();
        command = command.before_help(short).before_long_help(long);
    }
    if !command.has_subcommands() {
        let command = command.mut_args(|arg| match arg.get_value_names().unwrap_or_default() {
            [name] if FILES.contains(&name.as_str()) => arg.value_hint(ValueHint::FilePath),
            [name] if name == "DIR" => arg.value_hint(ValueHint::DirPath),
            _ => arg,
        });
        return used_flags::hide_unused(command, path, common);
    }
    let command = command
        .help_template(GROUP_HELP)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true);
    command.mut_subcommands(|sub| {
        let path = format!("{path} {}", sub.get_name());
        finished(sub, path.trim_start(), common)
    })
}

/// The names of values that are files, which completion offers.
const FILES: [&str; 5] = ["FILE", "ROSTER", "OLD", "NEW", "OUT"];

/// Reads the command line.
///
/// # Errors
/// Wrong usage; also the help or the version, when the arguments ask for it.
pub fn parse(args: impl IntoIterator<Item = std::ffi::OsString>) -> Result<(Cli, ArgMatches), clap::Error> {
    let mut command = command();
    let args: Vec<std::ffi::OsString> = args.into_iter().collect();
    let is_verbose = args.iter().any(|arg| arg == "--verbose");
    if is_verbose {
        command = command.version(long_version());
    }
    let matches = command.try_get_matches_from_mut(args).map_err(|error| no_command::explained(error, &command))?;
    let cli = Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut command))?;
    Ok((cli, matches))
}

/// Returns what `muster --version --verbose` prints after the name of the program (settled 186).
fn long_version() -> String {
    let (version, checked) = (env!("CARGO_PKG_VERSION"), day_words(LAST_CHECKED));
    format!("{version}\nrules revision {}\nfigures last checked {checked}", revision())
}

/// Runs the command, and writes a note about each flag that did nothing for it.
///
/// # Errors
/// The reason why it could not run.
pub fn run(cli: &Cli, matches: &ArgMatches) -> anyhow::Result<Exit> {
    cli.flags.keep_arguments(arguments::of_question(matches, &Cli::command(), cli.flags.redact));
    let exit = run_command(cli)?;
    if !cli.flags.quiet {
        for note in used_flags::notes(matches, &common_flags(&Cli::command())) {
            // A closed standard error does not change what was done.
            let _ = writeln!(io::stderr(), "muster: note: {}", harmless(&note));
        }
    }
    Ok(exit)
}

fn run_command(cli: &Cli) -> anyhow::Result<Exit> {
    let flags = &cli.flags;
    match &cli.command {
        Command::Start(args) => start::run(args, flags),
        Command::Roster(command) => command.run(flags),
        Command::Power(command) => command.run(flags),
        Command::Firearms(command) => command.run(flags),
        Command::Deadline(args) => deadline::run(args, flags),
        Command::EsignCohort(args) => esign_cohort::run(args, flags),
        Command::Reimburse(command) => command.run(flags),
        Command::Training(command) => command.run(flags),
        Command::Exam(command) => command.run(flags),
        Command::Permit(command) => command.run(flags),
        Command::Why(args) => why::run(args, flags),
        Command::Hire(args) => hire::run(args, flags),
        Command::Verify(args) => verify::run(args, flags),
        Command::Accept(args) => accept::run(args, flags),
        Command::Rules(args) => rules::run(args, flags),
        Command::Template(args) => template::run(args, flags),
        Command::Config(command) => config::run(command, flags),
        Command::Completions(args) => completions::run(args, flags),
        Command::Man(args) => man::run(args, flags),
        Command::Schema(args) => schema::run(args, flags),
        Command::Help(args) => help::run(args, flags),
    }
}
