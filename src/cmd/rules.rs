//! `muster rules`: every rule, one rule explained, every figure of the law.

use super::Outcome;
use crate::cli::{Flags, OneOf};
use crate::input::faults;
use crate::report::rule_page::{self, Entry};
use crate::report::screen::Screen;
use crate::report::{End, Format, Head, List, Report};
use crate::rules::{catalogue, figures};
use clap::Args;
use std::io::{self, BufWriter, Write};

/// The rules and every legal figure, with sources
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  muster rules                            every rule, what it is about, its highest source
  muster rules esign-verification         what it asks, how it is counted, where sources differ
  muster rules --params                   every figure: value, first day, source, last checked
  muster rules -f json                    the same for a script
")]
pub struct RulesArgs {
    /// The rule to explain
    #[arg(value_name = "NAME", value_parser = entry_names(), hide_possible_values = true)]
    name: Option<String>,

    /// Every figure the law sets, with its first day, source and the day it was last checked
    #[arg(long, conflicts_with = "name")]
    params: bool,
}

fn entries() -> Vec<Entry> {
    let rules = catalogue().map(Entry::Rule);
    rules.chain(faults::KINDS.into_iter().map(Entry::Fault)).collect()
}

fn entry_names() -> OneOf {
    OneOf::new(entries().iter().map(|entry| (entry.name(), entry.title())))
}

/// Carries out the command.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &RulesArgs, flags: &Flags) -> anyhow::Result<Outcome> {
    let screen = Screen::of_stdout(flags.color, flags.columns());
    let mut output = BufWriter::new(io::stdout().lock());
    let mut entries = entries();
    let rows = || figures().flat_map(|figure| figure.rows());
    let format = flags.format.unwrap_or(Format::Table);
    if let Some(name) = &args.name {
        entries.retain(|entry| entry.name() == name);
    }
    match (format, &args.name) {
        (Format::Table, _) if args.params => rule_page::figures(&mut output, &screen, &rows().collect::<Vec<_>>())?,
        (Format::Table, None) => rule_page::list(&mut output, &screen, &entries)?,
        (Format::Table, Some(_)) => {
            use crate::report::Show;
            entries.iter().try_for_each(|entry| entry.show(&mut output, &screen))?;
        }
        _ => {
            let head = Head { command: "rules", as_of: flags.as_of(), streams: List::Results, not_asked: Vec::new() };
            let mut report = Report::begin(&mut output, format, screen, head)?;
            if args.params {
                rows().try_for_each(|figure| report.result(&figure))?;
            } else {
                entries.iter().try_for_each(|entry| report.result(entry))?;
            }
            report.end(&End::default())?;
        }
    }
    output.flush()?;
    Ok(Outcome::Calm)
}
