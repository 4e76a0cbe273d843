//! Commands on retired officers' permits.

pub mod check;

use crate::check::report::Exit;
use crate::cli::flags::Flags;
use clap::Subcommand;

/// Commands on retired officers' permits.
#[derive(Debug, Subcommand)]
pub enum PermitCommand {
    /// Check each applicant and permit: eligibility, fee and refund, last day
    Check(check::CheckArgs),
}

impl PermitCommand {
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
