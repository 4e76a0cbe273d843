//! One file a command: its flags, and what it does with the rest of the program.

pub mod roster_check;
pub mod rules;
pub mod walk;

use crate::cli::{Cli, Command, RosterCommand};

/// How a run that was carried out ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing to act on: exit code 0.
    Calm,
    /// At least one answer to act on: exit code 1.
    ToActOn,
}

/// Carries out the command.
///
/// # Errors
/// What kept it from being carried out.
pub fn run(cli: &Cli) -> anyhow::Result<Outcome> {
    match &cli.command {
        Command::Roster(RosterCommand::Check(args)) => roster_check::run(args, &cli.flags),
        Command::Rules(args) => rules::run(args, &cli.flags),
    }
}
