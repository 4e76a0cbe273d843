//! `muster accept`: adds a line to the list of accepted findings.

use crate::check::accepted::{AcceptedFlag, AcceptedList};
use crate::check::report::Exit;
use crate::cli::config::{ACCEPTED_FINDINGS, Settings};
use crate::cli::flags::{Flags, OneOf};
use crate::hint::with_hint;
use crate::input::cells::read_id;
use crate::input::days::read_flag_day;
use crate::input::header::Header;
use crate::model::accepted::Column;
use crate::output::destination::Output;
use crate::report::format::csv::defused;
use crate::report::item::Value;
use crate::rules::catalogue;
use crate::words::day_words;
use anyhow::{Context, bail};
use chrono::NaiveDate;
use clap::Args;
use std::borrow::Cow;
use std::fs;
use std::io::{self, Write};
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
    let old = match fs::read(&path) {
        Ok(bytes) => Some(String::from_utf8(bytes).ok().filter(|text| !text.contains('\0')).with_context(|| {
            with_hint(format!("{shown}: this is no CSV file in UTF-8"), "add the line in your spreadsheet")
        })?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error).with_context(|| format!("{shown}: cannot be read")),
    };
    if old.is_some() {
        // A line is added to a list that can be read as a whole, or to none.
        let flag = AcceptedFlag { accepted: Some(path.to_string_lossy().into_owned()) };
        AcceptedList::open(&flag, flags, &settings)?;
    }
    let text =
        with_line(old.as_deref().unwrap_or_default(), &cells).with_context(|| format!("{shown}: not changed"))?;
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
    fn cells(&self, as_of: NaiveDate) -> anyhow::Result<Vec<(Column, String)>> {
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
            (Column::PtbId, ptb_id.to_owned()),
            (Column::Rule, self.rule.clone()),
            (Column::Reason, self.reason.trim().to_owned()),
            (Column::On, on.to_string()),
            (Column::Until, self.until.to_string()),
        ];
        cells.extend(self.by.as_ref().map(|by| (Column::By, by.trim().to_owned())));
        Ok(cells)
    }
}

/// Returns the text of a list with one more line, in the columns that it has; a new list gets all of them.
///
/// # Errors
/// When the list has no column for one of the cells.
fn with_line(old: &str, cells: &[(Column, String)]) -> anyhow::Result<String> {
    let mut text = old.to_owned();
    if old.trim_start_matches('\u{feff}').trim().is_empty() {
        let names = Column::ALL.iter().filter(|column| **column != Column::WholeName).map(|column| column.name());
        text += &names.collect::<Vec<_>>().join(",");
    }
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    if !text.ends_with('\n') {
        text += line_end;
    }
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let names = reader.records().next().transpose()?.unwrap_or_default();
    let header = Header::new(names.iter(), Column::SPECS)
        .map_err(|two| anyhow::anyhow!("two columns stand for {}; rename or remove one", two.field))?;
    let mut row = vec![Cow::Borrowed(&b""[..]); names.len()];
    for (column, cell) in cells {
        let place = header.place(*column as usize).and_then(|place| row.get_mut(place));
        let place = place.with_context(|| {
            let problem = format!("the first line has no column {} between commas", column.name());
            with_hint(problem, "`muster template accepted` writes the header")
        })?;
        *place = Cow::Owned(defused(&Value::foreign(Some(cell))).into_owned());
    }
    let mut writer = csv::WriterBuilder::new()
        .terminator(if line_end == "\n" { csv::Terminator::Any(b'\n') } else { csv::Terminator::CRLF })
        .from_writer(text.clone().into_bytes());
    writer.write_record(&row)?;
    Ok(String::from_utf8(writer.into_inner().map_err(|error| anyhow::anyhow!("{error}"))?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells() -> Vec<(Column, String)> {
        let cells = [(Column::PtbId, "0012"), (Column::Rule, "ptb-id"), (Column::Reason, "=a, \"b\"")];
        cells.map(|(column, cell)| (column, cell.to_owned())).to_vec()
    }

    #[test]
    fn a_new_list_gets_every_column() {
        let text = with_line("", &cells()).unwrap();
        let header = "ptb_id,last_name,first_name,rule,reason,by,on,until\n";
        // Last and first name come behind the ID; a formula is defused, quotes are doubled.
        assert_eq!(text, format!("{header}0012,,,ptb-id,\"'=a, \"\"b\"\"\",,,\n"));
    }

    #[test]
    fn a_line_is_added_in_the_columns_that_are_there() {
        let old = "\u{feff}Rule,Why,shift,PTB ID\r\nptb-id,\"two\r\nlines\",A,7";
        let text = with_line(old, &cells()).unwrap();
        assert_eq!(text, format!("{old}\r\nptb-id,\"'=a, \"\"b\"\"\",,0012\r\n"));
        let without = with_line("rule;reason;ptb_id\n", &cells()).unwrap_err().to_string();
        assert!(without.contains("no column ptb_id between commas"), "{without}");
    }
}
