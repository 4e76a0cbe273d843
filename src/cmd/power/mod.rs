//! Commands on the POWER test.

pub mod enter;
pub mod score;
pub mod standards;

use crate::check::report::Exit;
use crate::cli::flags::Flags;
use clap::Subcommand;

/// Commands on the POWER test.
#[derive(Debug, Subcommand)]
pub enum PowerCommand {
    /// Score POWER tests: who passed, by how much, who may retest what and when
    Score(score::ScoreArgs),
    /// Enter candidates at the track: asks, scores at once, and adds a row to a sheet
    Enter(enter::EnterArgs),
    /// Show the POWER standards in force, with their first day and source
    Standards(standards::StandardsArgs),
}

impl PowerCommand {
    /// Runs the command.
    ///
    /// # Errors
    /// The reason why it could not run.
    pub fn run(&self, flags: &Flags) -> anyhow::Result<Exit> {
        match self {
            Self::Score(args) => score::run(args, flags),
            Self::Enter(args) => enter::run(args, flags),
            Self::Standards(args) => standards::run(args, flags),
        }
    }
}
