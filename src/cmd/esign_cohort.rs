//! `muster esign-cohort`: which names sign on the portal together, and when, under both schedules.

use crate::check::report::{Ended, Exit, Run};
use crate::check::roster::Rosters;
use crate::check::select::Selection;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Place, StatusSet, Tally};
use crate::hint::with_hint;
use crate::input::bytes::decode_text;
use crate::input::cells::NamePart;
use crate::model::officer::Officer;
use crate::rules::roster::cohort::{self, NameCohort};
use anyhow::{Context, bail};
use clap::Args;
use std::io::{self, IsTerminal, Read};

/// Show the e-sign cohort and due days of a name, under both schedules
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster esign-cohort Doe \"de la Cruz\" \"O'Brien, Pat\"
  muster esign-cohort --roster roster.csv
  muster esign-cohort --schedule statute - < names.txt
",
    after_long_help = "\
A name without a comma is a last name, with any spaces in it; a first name
follows a comma: \"Doe, Jane\".

Exit codes: 0 answered (1 with --fail-on unknown when a name has no letter), 2
could not run."
)]
pub struct CohortArgs {
    /// Last names, or `Last, First`; - reads one from each line of standard input
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    /// Answer for every officer of this roster; can be repeated
    #[arg(long, value_name = "FILE", conflicts_with = "names")]
    roster: Vec<String>,
}

/// Runs the command.
///
/// # Errors
/// No name, a roster that cannot be read, and an output that cannot be written.
pub fn run(args: &CohortArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let settings = Settings::load(flags)?;
    let as_of = flags.as_of();
    let of = |name: &str| cohort::cohort_of_name(name, settings.schedule.value, as_of, settings.warn_days.value);
    let (mut rosters, mut names) = (None, Vec::new());
    if args.roster.is_empty() {
        names = given(&args.names)?;
    } else {
        let opened = Rosters::open(&args.roster, flags, &settings, StatusSet::default())?;
        if !opened.has_names() {
            bail!("{}: there is no column last_name or name", args.roster.join(", "));
        }
        rosters = Some(opened);
    }
    let facts = rosters.as_ref().map(|rosters| rosters.file_facts(&settings)).unwrap_or_default();
    Run::new("esign-cohort", flags, &settings).of_files(facts).report::<NameCohort>(|report| {
        let mut summary = Tally::default();
        let mut write = |answer: NameCohort| -> anyhow::Result<()> {
            summary.records += 1;
            summary.count(answer.status);
            Ok(report.result(&answer)?)
        };
        let (mut end, mut stopped) = match &mut rosters {
            Some(rosters) => {
                rosters.each_officer(&mut |officer, place| write(of_officer(officer, place, flags.redact, of)))?
            }
            None => {
                for (index, name) in names.iter().enumerate() {
                    let mut answer = of(name);
                    if flags.redact {
                        answer.name = format!("name {}", index + 1);
                    }
                    write(answer)?;
                }
                Ended::default()
            }
        };
        end.summary = summary;
        let selection = Selection::of(flags);
        let found = end.summary.records > 0;
        selection.stop_if_nothing(found, ("record", "answered"), &mut end, &mut stopped);
        Ok((end, stopped))
    })
}

/// Returns the answer about an officer of a roster, whose last name has a column of its own.
fn of_officer(officer: &Officer, place: &Place, redact: bool, of: impl Fn(&str) -> NameCohort) -> NameCohort {
    let last = officer.last_name.map_or("", |NamePart(last)| last).replace(',', " ");
    let mut answer = of(&format!("{last},"));
    answer.name = match (officer.full_name(), officer.ptb_id) {
        (_, Some(id)) if redact => format!("PTB {id}"),
        (_, None) if redact => place.record_words().to_string(),
        (None, _) if officer.is_shifted() => place.record_words().to_string(),
        (name, _) => name.unwrap_or_default(),
    };
    answer
}

/// Returns the names of the command line; `-`, or no name and something on standard input, means one name a line.
fn given(names: &[String]) -> anyhow::Result<Vec<String>> {
    let mut all = Vec::new();
    let from_input = ["-".to_owned()];
    let names = if names.is_empty() && !io::stdin().is_terminal() { &from_input } else { names };
    for name in names {
        if name != "-" {
            all.push(name.clone());
            continue;
        }
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).context("standard input cannot be read")?;
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        // Line by line: one name in another encoding is no reason to misread the others.
        let text = |line: &[u8]| decode_text(line).trim().to_owned();
        all.extend(bytes.split(|byte| matches!(byte, b'\n' | b'\r')).map(text).filter(|line| !line.is_empty()));
    }
    all.retain(|name| !name.trim().is_empty());
    if all.is_empty() {
        bail!(with_hint(
            "no name given",
            "muster esign-cohort NAME..., - for one on each line of standard input, or --roster FILE"
        ));
    }
    Ok(all)
}
