//! One file a command: its flags, and what it does with the rest of the program.

pub mod config;
mod faulty;
pub mod firearms_course;
pub mod firearms_score;
mod firearms_update;
pub mod generate;
mod own_course;
pub mod roster_check;
pub mod rules;
pub mod schema;
mod scored;
pub mod template;
pub mod walk;

use crate::cli::{Cli, Command, FirearmsCommand, RosterCommand};

/// How a run that was carried out ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Nothing to act on: exit code 0.
    Calm,
    /// At least one answer to act on: exit code 1.
    ToActOn,
}

/// Carries out the command.
///
/// # Errors
/// What kept it from being carried out.
pub fn run(cli: &Cli) -> anyhow::Result<Exit> {
    let flags = &cli.flags;
    match &cli.command {
        Command::Roster(RosterCommand::Check(args)) => roster_check::run(args, flags),
        Command::Firearms(FirearmsCommand::Score(args)) => firearms_score::run(args, flags),
        Command::Firearms(FirearmsCommand::Course(args)) => firearms_course::run(args, flags),
        Command::Rules(args) => rules::run(args, flags),
        Command::Template(args) => template::run(args, flags),
        Command::Config(command) => config::run(command, flags),
        Command::Completions(args) => generate::completions(args),
        Command::Man(args) => generate::man(args, flags),
        Command::Schema(args) => schema::run(args),
    }
}
