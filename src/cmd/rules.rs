//! `muster rules`: every rule, one rule explained, every figure of the law, and a search over all of it.

use crate::check::own_rates;
use crate::check::report::{Ended, Exit, Run};
use crate::cli::config::Settings;
use crate::cli::flags::{Flags, OneOf};
use crate::cmd::catalogue::entries;
use crate::cmd::find;
use crate::hint::with_hint;
use crate::input::days::read_flag_day;
use crate::report::item::End;
use crate::report::page::revision::Revision;
use crate::report::page::rule::{self, Entry};
use crate::rules::claim::rates::TravelRate;
use crate::rules::guides::guides;
use crate::rules::law::figure::{FigureRow, LAST_CHECKED};
use crate::rules::revision::revision;
use crate::rules::training::mandates::MANDATES;
use crate::rules::{catalogue, figures, file_rules};
use crate::values::near::nearest;
use crate::words::{day_words, harmless};
use anyhow::bail;
use chrono::NaiveDate;
use clap::Args;
use clap::builder::{PossibleValue, TypedValueParser};
use std::ffi::OsStr;

/// Show the rules and every legal figure, with sources
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  muster rules                            every rule, its subject, its highest source
  muster rules esign-verification         one rule: what it asks, how it is counted
  muster rules --find court of claims     whatever has one of these words, nearest first
  muster rules --params                   every figure: value, first day, source
  muster rules --params part-time-hours   one figure
  muster rules --changes 2026-01-01       the figures that begin after this day
  muster rules --guides                   what is not checked: complaints, uniform ...
  muster rules contacts                   addresses and telephone numbers
  muster rules -f json                    the same for a script
")]
pub struct RulesArgs {
    /// Rule, mandate, fault or guide to explain; with --params a figure; any other word is searched for
    #[arg(value_name = "NAME", value_parser = NameOrWord, hide_possible_values = true)]
    name: Option<String>,

    /// Show every figure the law sets, with its first day, its source and the day it was last checked
    #[arg(long)]
    params: bool,

    /// Show the guides: what no record can answer, in words, with its source
    #[arg(long, conflicts_with = "params")]
    guides: bool,

    /// Search rules, guides, figures, deadlines, columns and commands for any of the words, the nearest first
    #[arg(long, value_name = "WORDS", num_args = 1.., conflicts_with_all = ["name", "params", "guides"])]
    find: Vec<String>,

    /// Show the figures, schedules and rates that begin after a day, the soonest first
    #[arg(
        long, value_name = "SINCE", value_parser = read_flag_day,
        conflicts_with_all = ["name", "params", "guides", "find"]
    )]
    changes: Option<NaiveDate>,

    /// Show the revision of the rules, which changes with every rule, figure, table and schedule
    #[arg(long, conflicts_with_all = ["name", "params", "guides", "find", "changes"])]
    revision: bool,
}

/// Reads a name of the catalogue or of a figure. A mistyped one is refused with the nearest; any other word is left
/// to the search.
#[derive(Clone, Debug)]
struct NameOrWord;

impl TypedValueParser for NameOrWord {
    type Value = String;

    fn parse_ref(&self, cmd: &clap::Command, arg: Option<&clap::Arg>, value: &OsStr) -> Result<String, clap::Error> {
        let text = value.to_string_lossy();
        let is_figure = || figures().flat_map(|figure| figure.rows()).any(|row| row.name == text);
        if !is_figure() && nearest(&text, entry_names().iter().map(|(name, _)| *name)).is_some() {
            return OneOf(entry_names).parse_ref(cmd, arg, value);
        }
        Ok(text.into_owned())
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(entry_names().into_iter().map(|(name, help)| PossibleValue::new(name).help(help))))
    }
}

fn entry_names() -> Vec<(&'static str, &'static str)> {
    entries().iter().map(|entry| (entry.name(), entry.title())).collect()
}

/// Runs the command.
///
/// # Errors
/// A name that nothing has, words that are not found, and an output that cannot be written.
pub fn run(args: &RulesArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let settings = Settings::load(flags)?;
    let run = Run::new("rules", flags, &settings);
    if !args.find.is_empty() {
        return find::report(run, &args.find.join(" "), None);
    }
    if args.revision {
        return show_revision(run);
    }
    if args.params || args.changes.is_some() {
        let rates = own_rates::travel_rates(&settings)?;
        let figures = figures().flat_map(|figure| figure.rows());
        let rows = figures.chain(rates.all().iter().flat_map(TravelRate::figures)).collect();
        return match (args.changes, &args.name) {
            (Some(since), _) => show_changes(run, rows, since),
            (None, Some(name)) => show_figure(run, rows, name),
            (None, None) => show_figures(run, &rows, End::default()),
        };
    }
    let mut entries = entries();
    match &args.name {
        Some(name) if !entries.iter().any(|entry| entry.name() == name) => {
            let rows: Vec<FigureRow> = figures().flat_map(|figure| figure.rows()).collect();
            if rows.iter().any(|row| row.name == *name) {
                return show_figure(run, rows, name);
            }
            let note = format!("{:?} is not the name of a rule or guide; it was searched for", harmless(name));
            return find::report(run, name, Some(note));
        }
        Some(name) if args.guides && !guides().any(|guide| guide.name == name) => {
            bail!(with_hint(format!("{name} is no guide"), format!("`muster rules {name}` shows it")));
        }
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

fn show_figures(run: Run, rows: &[FigureRow], end: End) -> anyhow::Result<Exit> {
    run.report::<FigureRow>(|report| {
        rows.iter().try_for_each(|figure| report.result(figure))?;
        Ok((end, None))
    })
}

fn show_figure(run: Run, mut rows: Vec<FigureRow>, name: &str) -> anyhow::Result<Exit> {
    let near = nearest(name, rows.iter().map(|row| row.name.as_str())).map(str::to_owned);
    rows.retain(|row| row.name == name);
    if rows.is_empty() {
        let hint = near.map_or_else(
            || "`muster rules --params` lists every figure".to_owned(),
            |near| format!("did you mean `muster rules --params {near}`?"),
        );
        bail!(with_hint(format!("no figure is called {name:?}"), hint));
    }
    show_figures(run, &rows, End::default())
}

/// Shows the figures that begin after a day. A figure that is itself a day, such as that of a schedule, begins on it.
fn show_changes(run: Run, rows: Vec<FigureRow>, since: NaiveDate) -> anyhow::Result<Exit> {
    let begins = |row: &FigureRow| row.from.or_else(|| row.value.parse().ok());
    let later = rows.into_iter().filter_map(|row| Some((begins(&row).filter(|first| *first > since)?, row)));
    let mut later: Vec<(NaiveDate, FigureRow)> = later.collect();
    later.sort_by_key(|(first, _)| *first);
    let rows: Vec<FigureRow> = later.into_iter().map(|(_, row)| row).collect();
    let mut end = End::default();
    if rows.is_empty() {
        let checked = day_words(LAST_CHECKED);
        let nothing = format!("nothing begins after {}; the figures were last checked {checked}", day_words(since));
        end.notes.push(nothing);
    }
    show_figures(run, &rows, end)
}

fn show_revision(run: Run) -> anyhow::Result<Exit> {
    let rules = catalogue().count() + file_rules().count() + MANDATES.len();
    let rates = crate::rules::claim::rates::TravelRates::built_in();
    let rates = rates.all().iter().flat_map(TravelRate::figures);
    let figures = figures().flat_map(|figure| figure.rows()).chain(rates).count();
    let shown = Revision { rules_revision: revision(), rules, figures, last_checked: LAST_CHECKED };
    run.report::<Revision>(|report| {
        report.result(&shown)?;
        Ok(Ended::default())
    })
}
