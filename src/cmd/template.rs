//! `muster template`: an empty file with the right header, an example, or an explanation of every column.

use crate::check::report::Exit;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::hint::with_hint;
use crate::input::sheet::Kind;
use crate::model::{self, claim, officer};
use crate::output::destination::Output;
use crate::report::Format;
use crate::report::format::csv::BYTE_ORDER_MARK;
use crate::report::layout::screen::{BOLD, Screen};
use crate::rules::catalogue;
use anyhow::bail;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::io::{self, Write};

/// Write an empty file with the right header, an example, or an explanation of every column
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  muster template roster > roster.csv     a header to fill in
  muster template roster --example        the same with invented officers
  muster template roster --explain        each column: meaning, other names
  muster template claim --example -f json a claim in JSON
")]
pub struct TemplateArgs {
    /// Kind of file
    #[arg(value_name = "KIND", value_parser = PossibleValuesParser::new(model::KINDS.iter().map(|kind| kind.name)))]
    kind: String,

    /// Write the header with invented rows
    #[arg(long)]
    example: bool,

    /// Explain every column: other names, format, meaning, and the rules that read it
    #[arg(long, conflicts_with = "example")]
    explain: bool,
}

/// The formats in which the columns may stand.
const ANY_FORMAT: &str = "The columns may stand in any order, in CSV, TSV, JSON, NDJSON or on a sheet of a workbook \
                          (.xlsx, .xlsm, .xls, .ods); columns that you do not have may be left out.";

/// Returns an example with invented people.
fn example(kind: &Kind, json: bool) -> &'static str {
    match (kind.name, json) {
        ("claim", true) => include_str!("../../fixtures/template/claim.json"),
        ("claim", false) => include_str!("../../fixtures/template/claim.csv"),
        ("accepted", _) => include_str!("../../fixtures/template/accepted.csv"),
        ("assumed", _) => include_str!("../../fixtures/template/assumed.csv"),
        ("courses", _) => include_str!("../../fixtures/template/courses.csv"),
        ("exam", _) => include_str!("../../fixtures/template/exam.csv"),
        ("firearms", _) => include_str!("../../fixtures/template/firearms.csv"),
        ("permit", _) => include_str!("../../fixtures/template/permit.csv"),
        ("training", _) => include_str!("../../fixtures/template/training.csv"),
        ("power", _) => include_str!("../../fixtures/template/power.csv"),
        _ => include_str!("../../fixtures/template/roster.csv"),
    }
}

/// Runs the command.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &TemplateArgs, flags: &Flags) -> anyhow::Result<Exit> {
    // The format of the configuration is for answers, and this is none.
    let by_ending = || flags.output.as_deref().and_then(Format::by_ending);
    let json = flags.format.or_else(by_ending) == Some(Format::Json);
    if json && !args.explain && args.kind != claim::CLAIM.name {
        bail!(with_hint("only a claim has a form in JSON", "leave -f json out for the columns of a CSV file"));
    }
    let bom = Settings::load_with_calendar(flags)?.csv_bom.value && !args.explain && !json;
    let mut output = Output::open(flags.output.as_deref())?;
    if bom {
        output.write_all(BYTE_ORDER_MARK.as_bytes())?;
    }
    for kind in model::KINDS.iter().filter(|kind| kind.name == args.kind) {
        if args.explain {
            explain(&mut output, &flags.screen(), kind)?;
            writeln!(output)?;
            flags.screen().block(&mut output, 0, ANY_FORMAT)?;
        } else if args.example {
            output.write_all(example(kind, json).as_bytes())?;
        } else if json {
            write_form(&mut output, kind)?;
        } else {
            writeln!(output, "{}", header(kind))?;
        }
    }
    output.commit()?;
    Ok(Exit::Calm)
}

/// Returns whether another column can replace this one.
fn is_doubled(kind: &Kind, column: usize) -> bool {
    kind.either.iter().any(|(_, other)| *other == column)
}

/// Returns the header: every column but those that another column can replace.
pub(super) fn header(kind: &Kind) -> String {
    let names: Vec<&str> =
        (0..kind.specs.len()).filter(|at| !is_doubled(kind, *at)).map(|at| kind.specs[at].name).collect();
    names.join(",")
}

/// Writes an empty claim in JSON: every key, and a line with every key of a line.
fn write_form(to: &mut impl Write, kind: &Kind) -> io::Result<()> {
    let keys = |columns: std::ops::Range<usize>| -> Vec<String> {
        columns.filter(|at| !is_doubled(kind, *at)).map(|at| format!("\"{}\": null", kind.specs[at].name)).collect()
    };
    let of_claim = claim::Column::SPECS.len();
    writeln!(to, "[\n  {{")?;
    keys(0..of_claim).iter().try_for_each(|key| writeln!(to, "    {key},"))?;
    let line = keys(of_claim..kind.specs.len()).join(",\n        ");
    writeln!(to, "    \"lines\": [\n      {{\n        {line}\n      }}\n    ]\n  }}\n]")
}

/// Writes every column of a kind of file: its name, other names, format, meaning, and the rules that read it.
///
/// # Errors
/// When the output cannot be written.
pub fn explain(to: &mut impl Write, screen: &Screen, kind: &Kind) -> io::Result<()> {
    for (at, spec) in kind.specs.iter().enumerate() {
        screen.paragraph(to, 2, &[(BOLD, spec.name)])?;
        screen.block(to, 2, spec.meaning)?;
        screen.block(
            to,
            2,
            &format!("Holds: {}{}", spec.expected, if spec.private { "; never shown in a message" } else { "" }),
        )?;
        if !spec.aliases.is_empty() {
            screen.block(to, 2, &format!("Also called: {}", spec.aliases.join(", ")))?;
        }
        if std::ptr::eq(kind, &raw const officer::ROSTER) {
            let reads = |rule: &&crate::rules::ask::Rule| rule.columns().any(|column| column as usize == at);
            let rules: Vec<&str> = catalogue().filter(reads).map(|rule| rule.name).collect();
            if !rules.is_empty() {
                screen.block(to, 2, &format!("Read by: {}", rules.join(", ")))?;
            }
        }
    }
    Ok(())
}
