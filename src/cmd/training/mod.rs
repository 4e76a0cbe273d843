//! Commands on training records.

pub mod check;

use crate::check::report::Exit;
use crate::cli::flags::Flags;
use clap::Subcommand;

/// Commands on training records.
#[derive(Debug, Subcommand)]
pub enum TrainingCommand {
    /// Check each officer against the in-service mandates: what counts, what is missing, by when
    Check(check::CheckArgs),
}

impl TrainingCommand {
    /// Runs the command.
    ///
    /// # Errors
    /// The reason why it could not run.
    pub fn run(&self, flags: &Flags) -> anyhow::Result<Exit> {
        match self {
            Self::Check(args) => check::run(args, flags),
        }
    }
}
