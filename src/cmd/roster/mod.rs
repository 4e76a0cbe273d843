//! Commands on rosters.

mod assume;
pub mod check;
pub mod columns;
pub mod diff;
pub mod due;
pub mod notices;
pub(crate) mod question;

use crate::check::report::Exit;
use crate::cli::flags::Flags;
use clap::Subcommand;

/// Commands on rosters.
#[derive(Debug, Subcommand)]
pub enum RosterCommand {
    /// Check every officer against every roster rule
    Check(check::CheckArgs),
    /// Show how each heading of a file is understood
    Columns(columns::ColumnsArgs),
    /// Compare two rosters, and show which changes need a Form E
    Diff(diff::DiffArgs),
    /// List what falls due, soonest first; also as a calendar
    Due(due::DueArgs),
    /// Write the notices in force: 60-day, 30-day and expired
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
            Self::Columns(args) => columns::run(args, flags),
            Self::Diff(args) => diff::run(args, flags),
            Self::Due(args) => due::run(args, flags),
            Self::Notices(args) => notices::run(args, flags),
        }
    }
}
