//! `muster reimburse forms`: which form is for which training, and what each may hold.

use crate::check::report::{Exit, Run};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::report::item::End;
use crate::report::page::rates::FormRow;
use crate::rules::claim::form::{Form, SOURCES, claim_days};
use crate::words::day_words;
use clap::Args;

/// Show which form each training needs, and what each form may hold
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  muster reimburse forms
  muster reimburse forms --as-of 2026-06-30   a class that ended that day
  muster reimburse forms -f json              the same for a script
")]
pub struct FormsArgs {}

/// Runs the command.
///
/// # Errors
/// When the output cannot be written.
pub fn run(_: &FormsArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let settings = Settings::load(flags)?;
    let as_of = flags.as_of();
    let days = claim_days(as_of);
    let mut end = End::default();
    end.closing.extend(days.map(|days| {
        format!(
            "A class that ends on {} belongs to fiscal year {}: its claim is safe until {}, and received no later \
             than {}.",
            day_words(as_of),
            days.fiscal_year,
            day_words(days.due),
            day_words(days.received_by)
        )
    }));
    let row = |form: Form| FormRow {
        form,
        used_for: form.used_for(),
        may_hold: form.kinds().map(|kind| kind.word()).collect(),
        needs: form.needs(),
        paid: form.paid(),
        fiscal_year: days.map(|days| days.fiscal_year),
        due: days.map(|days| days.due),
        sources: &SOURCES,
    };
    Run::new("reimburse forms", flags, &settings).report::<FormRow>(|report| {
        Form::ALL.into_iter().try_for_each(|form| report.result(&row(form)))?;
        Ok((end, None))
    })
}
