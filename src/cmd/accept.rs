//! `muster accept`: adds a line to the list of accepted findings.

use crate::check::accepted::{AcceptedFlag, AcceptedList};
use crate::check::report::Exit;
use crate::cli::config::{ACCEPTED_FINDINGS, Settings};
use crate::cli::flags::{Flags, OneOf};
use crate::cmd::add_row;
use crate::hint::with_hint;
use crate::input::cells::read_id;
use crate::input::days::read_flag_day;
use crate::model::accepted::{ACCEPTED_LIST, Column};
use crate::output::destination::Output;
use crate::rules::catalogue;
use crate::words::day_words;
use anyhow::{Context, bail};
use chrono::NaiveDate;
use clap::Args;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

/// Accept an answer about an officer, with a reason and an end
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  muster accept 10237 firearms-qualification --reason 'Duty injury' --until 12/31/2026
  muster accept 10241 basic-training-deadline --until 2027-03-31 --by 'ILETSB' \\
    --reason 'The Board moved the class to spring'
  muster roster check roster.csv      the answer is told as accepted
  muster template accepted            the header of the list, to fill in by hand

A decision of the Board or the chief excuses an officer from one rule until a
day. This adds it to a CSV file that a spreadsheet opens: accepted.csv in the
configuration folder, or the file of --accepted. `roster check`, `roster due`
and `roster notices` read it: an accepted answer is still told, with who decided
and why; it is counted as accepted, never makes the exit code 1, and has no
notice. After its last day the answer comes back. Faults of a file cannot be
accepted: correct the file.
")]
pub struct AcceptArgs {
    /// PTB ID of the officer
    #[arg(value_name = "PTB_ID")]
    officer: String,

    /// Rule whose answer is accepted (`muster rules` lists them)
    #[arg(value_name = "RULE", value_parser = OneOf(rule_names), hide_possible_values = true)]
    rule: String,

    /// Why it is accepted
    #[arg(long, value_name = "TEXT")]
    reason: String,

    /// Last day for which it is accepted
    #[arg(long, value_name = "DATE", value_parser = read_flag_day)]
    until: NaiveDate,

    /// Name of whoever decided, such as the chief or the Board
    #[arg(long, value_name = "NAME")]
    by: Option<String>,

    /// Day of the decision [default: the day asked about]
    #[arg(long, value_name = "DATE", value_parser = read_flag_day)]
    on: Option<NaiveDate>,

    #[command(flatten)]
    accepted: AcceptedFlag,
}

fn rule_names() -> Vec<(&'static str, &'static str)> {
    catalogue().map(|rule| (rule.name, rule.title)).collect()
}

/// Runs the command.
///
/// # Errors
/// A line that would say nothing, and a list that cannot be read or written; the list is then as it was.
pub fn run(args: &AcceptArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let settings = Settings::load(flags)?;
    let path = list_path(&args.accepted, &settings)?;
    let cells = args.cells(flags.as_of())?;
    let shown = path.display();
    let old = add_row::text_of(&path)?;
    if old.is_some() {
        // A line is added to a list that can be read as a whole, or to none.
        let flag = AcceptedFlag { accepted: Some(path.to_string_lossy().into_owned()) };
        AcceptedList::open(&flag, flags, &settings)?;
    }
    let old_text = old.as_deref().unwrap_or_default();
    let text = add_row::with_row(old_text, &ACCEPTED_LIST, &settings.columns, &cells)
        .with_context(|| format!("{shown}: not changed"))?;
    if let Some(folder) = path.parent().filter(|_| old.is_none()) {
        fs::create_dir_all(folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
    }
    let mut list = Output::edit(&path)?;
    list.write_all(text.as_bytes())?;
    list.commit()?;
    let mut told = Output::open(flags.output.as_deref())?;
    let until = day_words(args.until);
    writeln!(told, "{shown}: {} of PTB {} is accepted until {until}", args.rule, args.officer.trim())?;
    told.commit()?;
    Ok(Exit::Calm)
}

/// Returns the path of the list.
fn list_path(flag: &AcceptedFlag, settings: &Settings) -> anyhow::Result<PathBuf> {
    let named = flag.accepted.as_ref().filter(|path| !path.is_empty()).map(PathBuf::from);
    let own = || settings.folder.as_ref().map(|folder| folder.join(ACCEPTED_FINDINGS));
    named
        .or_else(own)
        .context(with_hint("there is no configuration folder for the list", "name a file: --accepted FILE"))
}

impl AcceptArgs {
    /// Returns the cells of the new line, by column.
    fn cells(&self, as_of: NaiveDate) -> anyhow::Result<Vec<(usize, String)>> {
        let on = self.on.unwrap_or(as_of);
        let Some(ptb_id) = read_id(self.officer.trim()) else {
            bail!("{:?} is no PTB ID; expected one word with a digit in it", self.officer);
        };
        for (text, flag) in [(Some(&self.reason), "--reason"), (self.by.as_ref(), "--by")] {
            if text.is_some_and(|text| text.trim().is_empty()) {
                bail!("{flag} is blank");
            }
        }
        if self.until < on {
            bail!("--until, {}, is before the day of the decision, {}", day_words(self.until), day_words(on));
        }
        let mut cells = vec![
            (Column::PtbId as usize, ptb_id.to_owned()),
            (Column::Rule as usize, self.rule.clone()),
            (Column::Reason as usize, self.reason.trim().to_owned()),
            (Column::On as usize, on.to_string()),
            (Column::Until as usize, self.until.to_string()),
        ];
        cells.extend(self.by.as_ref().map(|by| (Column::By as usize, by.trim().to_owned())));
        Ok(cells)
    }
}
