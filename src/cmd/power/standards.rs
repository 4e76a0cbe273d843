//! `muster power standards`: the table in force on a day, from when it holds, what is known of earlier days.

use crate::check::report::{Exit, Run};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::cli::value::value;
use crate::input::days::read_flag_day;
use crate::model::power_test::Sex;
use crate::report::item::End;
use crate::report::page::power;
use crate::rules::law::params;
use crate::rules::power::standards::{
    Standard, age_group, known_from, lapse, lapse_note, notes_on, standards_on, youngest_age,
};
use crate::words::day_words;
use chrono::NaiveDate;
use clap::Args;
use std::collections::BTreeSet;

/// Show the POWER standards in force, with their first day and source
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  muster power standards                       the whole table
  muster power standards --sex F --age 34      one candidate's standards
  muster power standards --on 2023-06-01       those of another day
  muster power standards -f csv > table.csv    for a spreadsheet
")]
pub struct StandardsArgs {
    /// Only the standards for this sex, M or F
    #[arg(long, value_name = "SEX", value_parser = value::<Sex>)]
    sex: Option<Sex>,

    /// Only the standards for this age, in whole years on the day of the test
    #[arg(long, value_name = "YEARS", value_parser = value::<u32>)]
    age: Option<u32>,

    /// The standards in force on this day [default: the --as-of day]
    #[arg(long, value_name = "DATE", value_parser = read_flag_day)]
    on: Option<NaiveDate>,
}

/// Runs the command.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &StandardsArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let settings = Settings::load(flags)?;
    let day = args.on.unwrap_or_else(|| flags.as_of());
    let group = args.age.map(|age| age_group(age, day));
    let is_meant = |standard: &&Standard| {
        args.sex.is_none_or(|sex| sex == standard.sex) && group.is_none_or(|group| group == Some(standard.ages))
    };
    let standards: Vec<Standard> = standards_on(day).filter(is_meant).cloned().collect();
    let run = Run::new("power standards", flags, &settings).on(day);
    let sentences = closing(args, day, &standards);
    // A program reads the same sentences as notes.
    let end = match run.format.is_json() {
        true => End { notes: sentences, ..End::default() },
        false => End { closing: sentences, ..End::default() },
    };
    run.report::<Standard>(|report| {
        if !standards.is_empty() {
            report.list(&standards, power::standards_table)?;
        }
        Ok((end, None))
    })
}

/// Returns sentences on the first day of the table, on how to read it, and on earlier days.
fn closing(args: &StandardsArgs, day: NaiveDate, standards: &[Standard]) -> Vec<String> {
    let mut said = Vec::new();
    let firsts: BTreeSet<NaiveDate> = standards.iter().map(|standard| standard.from).collect();
    for first in firsts {
        let until =
            standards.iter().filter(|standard| standard.from == first).filter_map(|standard| standard.until).min();
        let until = until.map(|until| format!(" to {}", day_words(until))).unwrap_or_default();
        said.push(format!(
            "In force on {} since {}{until}: 20 Ill. Adm. Code 1720.Appendix A. Reaching the standard exactly passes.",
            day_words(day),
            day_words(first)
        ));
    }
    if let (Some(oldest), Some(youngest)) = (params::POWER_OLDEST_AGE.on(day), youngest_age())
        && known_from().is_some_and(|first| first <= day)
    {
        match args.age {
            Some(age) if age > oldest => said.push(format!(
                "At {age} a candidate is tested as at {oldest}, the oldest age that has standards (ILETSB FAQ)."
            )),
            Some(age) if age < youngest => {
                said.push(format!("No standard is known for age {age}; the youngest group begins at {youngest}."));
            }
            Some(_) => {}
            None => said.push(format!(
                "A candidate older than {oldest} is tested as at {oldest} (ILETSB FAQ); no standard is known below \
                 age {youngest}."
            )),
        }
    }
    said.extend(earlier_days(day));
    said
}

/// Returns sentences about days before the table, and about days on which no rule was in force.
fn earlier_days(day: NaiveDate) -> Vec<String> {
    let Some(first) = known_from().filter(|first| *first <= day) else {
        return notes_on(day).iter().map(|note| sentence(note)).collect();
    };
    let lapse = lapse(day).map(|lapse| sentence(&lapse_note(&lapse)));
    [format!("No standard is known for days before {}.", day_words(first))].into_iter().chain(lapse).collect()
}

fn sentence(note: &str) -> String {
    let mut letters = note.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
