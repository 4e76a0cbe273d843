//! Commands on firearms qualification.

pub mod course;
pub mod score;

use crate::check::report::Exit;
use crate::cli::flags::Flags;
use clap::Subcommand;

/// Commands on firearms qualification.
#[derive(Debug, Subcommand)]
pub enum FirearmsCommand {
    /// Score firearms sheets: who qualified, and what is missing on the sheet
    Score(score::ScoreArgs),
    /// Show the course of fire in force, stage by stage, for a clipboard
    Course(course::CourseArgs),
}

impl FirearmsCommand {
    /// Runs the command.
    ///
    /// # Errors
    /// The reason why it could not run.
    pub fn run(&self, flags: &Flags) -> anyhow::Result<Exit> {
        match self {
            Self::Score(args) => score::run(args, flags),
            Self::Course(args) => course::run(args, flags),
        }
    }
}
