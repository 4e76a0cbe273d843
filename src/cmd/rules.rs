//! `muster rules`: every rule, one rule explained, or every figure of the law.

use crate::check::own_rates;
use crate::check::report::{Ended, Exit, Run};
use crate::cli::config::Settings;
use crate::cli::flags::{Flags, OneOf};
use crate::input::faults;
use crate::report::page::rule::{self, Entry};
use crate::rules::claim::rates::TravelRate;
use crate::rules::guides::guides;
use crate::rules::law::figure::FigureRow;
use crate::rules::training::mandates::MANDATES;
use crate::rules::{catalogue, figures, file_rules};
use clap::Args;

/// Show the rules and every legal figure, with sources
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  muster rules                            every rule, its subject, its highest source
  muster rules esign-verification         one rule: what it asks, how it is counted
  muster rules --params                   every figure: value, first day, source
  muster rules --guides                   what is not checked: complaints, uniform ...
  muster rules -f json                    the same for a script
")]
pub struct RulesArgs {
    /// Rule, mandate, fault or guide to explain
    #[arg(value_name = "NAME", value_parser = OneOf(entry_names), hide_possible_values = true)]
    name: Option<String>,

    /// Show every figure the law sets, with its first day, its source and the day it was last checked
    #[arg(long, conflicts_with = "name")]
    params: bool,

    /// Show the guides: what no record can answer, in words, with its source
    #[arg(long, conflicts_with_all = ["name", "params"])]
    guides: bool,
}

/// Returns every entry of the catalogue: rules, mandates, faults of files, guides.
pub fn entries() -> Vec<Entry> {
    let rules = catalogue().map(Entry::Rule).chain(file_rules().map(Entry::FileRule));
    let mut rules: Vec<Entry> = rules.collect();
    rules.sort_unstable_by_key(Entry::name);
    let faults = faults::KINDS.into_iter().map(Entry::Fault);
    let mandates = MANDATES.iter().map(Entry::Mandate);
    rules.into_iter().chain(mandates).chain(faults).chain(guides().map(Entry::Guide)).collect()
}

fn entry_names() -> Vec<(&'static str, &'static str)> {
    entries().iter().map(|entry| (entry.name(), entry.title())).collect()
}

/// Runs the command.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &RulesArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let settings = Settings::load(flags)?;
    let run = Run::new("rules", flags, &settings);
    if args.params {
        let rates = own_rates::travel_rates(&settings)?;
        let figures = figures().flat_map(|figure| figure.rows());
        let figures: Vec<FigureRow> = figures.chain(rates.all().iter().flat_map(TravelRate::figures)).collect();
        return run.report::<FigureRow>(|report| {
            figures.iter().try_for_each(|figure| report.result(figure))?;
            Ok(Ended::default())
        });
    }
    let mut entries = entries();
    match &args.name {
        Some(name) => entries.retain(|entry| entry.name() == name),
        None => entries.retain(|entry| matches!(entry, Entry::Guide(_)) == args.guides),
    }
    run.report::<Entry>(|report| {
        match args.name {
            Some(_) => entries.iter().try_for_each(|entry| report.result(entry))?,
            None => report.list(&entries, rule::list)?,
        }
        Ok(Ended::default())
    })
}
