//! Commands on retired officers' permits.

pub mod check;

use crate::check::report::Exit;
use crate::cli::flags::Flags;
use clap::Subcommand;

/// What can be done about retired officers' permits.
#[derive(Debug, Subcommand)]
pub enum PermitCommand {
    /// Each applicant: eligible or not and why, fee and refund, until when a permit is good
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
