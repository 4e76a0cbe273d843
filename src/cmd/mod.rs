//! One file a command: its flags, and what it does with the rest of the program.

pub mod config;
pub mod deadline;
pub mod esign_cohort;
pub mod exam_check;
mod faulty;
pub mod firearms_course;
pub mod firearms_score;
mod firearms_update;
pub mod generate;
mod kept;
mod letters;
mod own_course;
pub mod permit_check;
pub mod power_score;
pub mod power_standards;
mod records;
pub mod reimburse_claim;
pub mod reimburse_forms;
pub mod reimburse_rates;
pub mod roster_check;
pub mod roster_diff;
pub mod roster_due;
pub mod roster_notices;
pub mod rules;
pub mod schema;
mod scored;
pub mod template;
pub mod training_check;
mod training_records;
pub mod walk;

use crate::cli::{
    Cli, Command, ExamCommand, FirearmsCommand, Flags, PermitCommand, PowerCommand, ReimburseCommand, RosterCommand,
    TrainingCommand,
};
use crate::finding::{StatusSet, Tally};
use crate::report::output::Output;
use crate::report::{End, Format, NotAsked};
use std::io::Write;

/// How a run that was carried out ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Nothing to act on: exit code 0.
    Calm,
    /// At least one answer to act on: exit code 1.
    ToActOn,
}

/// Writes a page that is put together already, and ends the run.
fn write_page(page: &[u8], flags: &Flags) -> anyhow::Result<Exit> {
    let mut output = Output::open(flags.output.as_deref())?;
    output.write_all(page)?;
    output.commit()?;
    Ok(Exit::Calm)
}

/// Ends a run: the exit code by the answers, or the reason why reading stopped in the middle. Then standard output keeps
/// what was judged; a file keeps what it held.
fn finish(
    mut output: Output,
    summary: &Tally,
    fails: StatusSet,
    stopped: Option<anyhow::Error>,
) -> anyhow::Result<Exit> {
    if let Some(failure) = stopped {
        output.flush()?;
        return Err(failure);
    }
    output.commit()?;
    Ok(if summary.of_any(fails) > 0 { Exit::ToActOn } else { Exit::Calm })
}

/// Writes notes to standard error where the format has no place for them.
fn tell_aside(format: Format, flags: &Flags, end: &End) {
    if matches!(format, Format::Csv | Format::Ics) && !flags.quiet {
        for note in &end.notes {
            // Nobody is left to tell when standard error is closed.
            let _ = writeln!(std::io::stderr(), "muster: note: {}", crate::text::harmless(note));
        }
    }
}

/// Says on standard error which rules were not asked, where the format has no place for it.
fn tell_not_asked(format: Format, flags: &Flags, not_asked: &[NotAsked]) {
    if matches!(format, Format::Csv | Format::Ics) && !flags.quiet {
        for sentence in NotAsked::sentences(not_asked) {
            let _ = writeln!(std::io::stderr(), "muster: note: {}", crate::text::harmless(&sentence));
        }
    }
}

/// Carries out the command.
///
/// # Errors
/// What kept it from being carried out.
pub fn run(cli: &Cli) -> anyhow::Result<Exit> {
    let flags = &cli.flags;
    match &cli.command {
        Command::Roster(RosterCommand::Check(args)) => roster_check::run(args, flags),
        Command::Firearms(FirearmsCommand::Score(args)) => firearms_score::run(args, flags),
        Command::Firearms(FirearmsCommand::Course(args)) => firearms_course::run(args, flags),
        Command::Power(PowerCommand::Score(args)) => power_score::run(args, flags),
        Command::Power(PowerCommand::Standards(args)) => power_standards::run(args, flags),
        Command::Roster(RosterCommand::Diff(args)) => roster_diff::run(args, flags),
        Command::Roster(RosterCommand::Due(args)) => roster_due::run(args, flags),
        Command::Roster(RosterCommand::Notices(args)) => roster_notices::run(args, flags),
        Command::Deadline(args) => deadline::run(args, flags),
        Command::EsignCohort(args) => esign_cohort::run(args, flags),
        Command::Training(TrainingCommand::Check(args)) => training_check::run(args, flags),
        Command::Exam(ExamCommand::Check(args)) => exam_check::run(args, flags),
        Command::Permit(PermitCommand::Check(args)) => permit_check::run(args, flags),
        Command::Reimburse(ReimburseCommand::Claim(args)) => reimburse_claim::run(args, flags),
        Command::Reimburse(ReimburseCommand::Forms(args)) => reimburse_forms::run(args, flags),
        Command::Reimburse(ReimburseCommand::Rates(args)) => reimburse_rates::run(args, flags),
        Command::Rules(args) => rules::run(args, flags),
        Command::Template(args) => template::run(args, flags),
        Command::Config(command) => config::run(command, flags),
        Command::Completions(args) => generate::completions(args, flags),
        Command::Man(args) => generate::man(args, flags),
        Command::Schema(args) => schema::run(args, flags),
    }
}
