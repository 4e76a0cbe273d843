//! Commands on claims for reimbursement.

pub mod claim;
pub mod forms;
pub mod rates;

use crate::check::report::Exit;
use crate::cli::flags::Flags;
use clap::Subcommand;

/// What can be done about claims for reimbursement.
#[derive(Debug, Subcommand)]
pub enum ReimburseCommand {
    /// Each claim, line by line: what it will pay, and what would have it denied
    Claim(claim::ClaimArgs),
    /// Which form is for which training, and what each may hold
    Forms(forms::FormsArgs),
    /// The State's travel rates, by day and place, and the rows that you have added
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
