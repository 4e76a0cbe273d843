//! Commands on claims for reimbursement.

pub mod claim;
pub mod forms;
pub mod rates;

use crate::check::report::Exit;
use crate::cli::flags::Flags;
use clap::Subcommand;

/// Commands on claims for reimbursement.
#[derive(Debug, Subcommand)]
pub enum ReimburseCommand {
    /// Judge each claim, line by line: what it pays, and why it may be denied
    Claim(claim::ClaimArgs),
    /// Show which form each training needs, and what each form may hold
    Forms(forms::FormsArgs),
    /// Show the State's travel rates, by day and place, with the rows you have added
    Rates(rates::RatesArgs),
}

impl ReimburseCommand {
    /// Runs the command.
    ///
    /// # Errors
    /// The reason why it could not run.
    pub fn run(&self, flags: &Flags) -> anyhow::Result<Exit> {
        match self {
            Self::Claim(args) => claim::run(args, flags),
            Self::Forms(args) => forms::run(args, flags),
            Self::Rates(args) => rates::run(args, flags),
        }
    }
}
