//! Commands on academy and examination sheets.

pub mod check;

use crate::check::report::Exit;
use crate::cli::flags::Flags;
use clap::Subcommand;

/// Commands on academy and examination sheets.
#[derive(Debug, Subcommand)]
pub enum ExamCommand {
    /// Check each trainee: attendance, average, eligibility, the examination, attempts left
    Check(check::CheckArgs),
}

impl ExamCommand {
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
