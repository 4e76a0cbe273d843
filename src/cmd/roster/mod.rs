//! Commands on rosters.

pub mod check;
pub mod diff;
pub mod due;
pub mod notices;

use crate::check::report::Exit;
use crate::cli::flags::Flags;
use clap::Subcommand;

/// What can be done with a roster.
#[derive(Debug, Subcommand)]
pub enum RosterCommand {
    /// Every officer against every roster rule on one day
    Check(check::CheckArgs),
    /// What changed between two rosters, in meaning, and which change needs a Form E
    Diff(diff::DiffArgs),
    /// What falls due, soonest first; also as a calendar
    Due(due::DueArgs),
    /// The notices in force, ready to send: 60-day, 30-day, expired
    Notices(notices::NoticesArgs),
}

impl RosterCommand {
    /// Runs the command.
    ///
    /// # Errors
    /// The reason why it could not run.
    pub fn run(&self, flags: &Flags) -> anyhow::Result<Exit> {
        match self {
            Self::Check(args) => check::run(args, flags),
            Self::Diff(args) => diff::run(args, flags),
            Self::Due(args) => due::run(args, flags),
            Self::Notices(args) => notices::run(args, flags),
        }
    }
}
