//! `muster deadline`: one deadline with each step of its count, or the list of kinds.

use crate::check::report::{Ended, Exit, Run};
use crate::cli::config::Settings;
use crate::cli::flags::{Flags, OneOf};
use crate::finding::Tally;
use crate::input::days::{read_flag_day, read_flag_day_and_time, read_flag_time};
use crate::report::item::End;
use crate::report::page::deadline::{self, KindEntry};
use crate::rules::deadlines::{self, Deadline, DeadlineQuestion, FreezePeriod, KINDS};
use anyhow::{anyhow, bail};
use chrono::{NaiveDate, NaiveTime};
use clap::Args;

/// Count one deadline, step by step
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster deadline                                 every kind, by subject
  muster deadline basic-training 2025-08-31       six months, with each step
  muster deadline basic-training 2026-02-02 --extension 30
  muster deadline basic-training 2026-02-02 --freeze 2026-04-20..2026-09-01
  muster deadline power-retest 2026-03-07T10:00   a window of hours
  muster deadline claim 6/30/2026 -f json         for a script

The first line has the answer, the lines below it each step of the count. The
nominal day decides. Where an act is due within a time that runs forward and
that day is a Saturday, a Sunday or a State holiday, the next open day is shown
as well.
",
    after_long_help = "\
Exit codes: 0 answered (1 with --fail-on overdue when the day has passed), 2
could not run."
)]
pub struct DeadlineArgs {
    /// Kind of deadline; without it every kind is listed
    #[arg(value_name = "KIND", value_parser = OneOf(kind_names), hide_possible_values = true, requires = "date")]
    kind: Option<String>,

    /// Day to count from, such as 2026-03-07 or 2026-03-07T10:00
    #[arg(value_name = "DATE", value_parser = read_flag_day_and_time)]
    date: Option<(NaiveDate, Option<NaiveTime>)>,

    /// Days of extension granted by the Board
    #[arg(long, value_name = "N", requires = "kind")]
    extension: Option<u32>,

    /// Military freeze from A to B; A.. while it lasts
    #[arg(long, value_name = "A..B", value_parser = freeze, requires = "kind")]
    freeze: Option<FreezePeriod>,

    /// Clock time on DATE, for deadlines counted in hours
    #[arg(long, value_name = "HH:MM", value_parser = read_flag_time, requires = "kind")]
    time: Option<NaiveTime>,
}

fn kind_names() -> Vec<(&'static str, &'static str)> {
    KINDS.iter().map(|kind| (kind.name, kind.label)).collect()
}

/// Reads `2026-04-20..2026-09-01` or `2026-04-20..`.
fn freeze(text: &str) -> Result<FreezePeriod, String> {
    let (from, to) =
        text.split_once("..").ok_or("expected two days, such as 2026-04-20..2026-09-01, or 2026-04-20..")?;
    let to = if to.trim().is_empty() { None } else { Some(read_flag_day(to)?) };
    Ok(FreezePeriod { from: read_flag_day(from)?, to })
}

/// Runs the command.
///
/// # Errors
/// Options that do not fit the kind, and an output that cannot be written.
pub fn run(args: &DeadlineArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let settings = Settings::load(flags)?;
    let run = Run::new("deadline", flags, &settings);
    let (Some(kind), Some((start, time_of_date))) = (args.kind.as_deref().and_then(deadlines::find), args.date) else {
        let kinds: Vec<KindEntry> = KINDS.iter().map(|kind| KindEntry::new(kind, run.head.as_of)).collect();
        return run.report::<KindEntry>(|report| {
            report.list(&kinds, deadline::list)?;
            Ok(Ended::default())
        });
    };
    if args.time.is_some() && time_of_date.is_some() {
        bail!("--time: DATE has a clock time already");
    }
    let question = DeadlineQuestion {
        start,
        time: args.time.or(time_of_date),
        extension: args.extension,
        freeze: args.freeze,
        as_of: run.head.as_of,
        warn_days: settings.warn_days.value,
    };
    let answer = kind.answer(&question).map_err(|refused| {
        let text = refused.to_string();
        // The clock time may have come with DATE.
        anyhow!(if args.time.is_none() { text.replacen("--time", "DATE", 1) } else { text })
    })?;
    let mut end = End { summary: Tally::of_one_record(), ..End::default() };
    end.summary.count(answer.status);
    run.report::<Deadline>(|report| {
        report.result(&answer)?;
        Ok((end, None))
    })
}
