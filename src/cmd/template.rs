//! `muster template`: an empty file with the right header, the same with invented rows, or every column explained.

use super::Exit;
use crate::cli::Flags;
use crate::input::sheet::Kind;
use crate::model::{self, officer};
use crate::report::output::Output;
use crate::report::screen::{BOLD, Screen};
use crate::rules::catalogue;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::io::{self, Write};

/// An empty file with the right header, an example, or every column explained
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  muster template roster > roster.csv     a header to fill in
  muster template roster --example        the same with invented officers
  muster template roster --explain        what each column means, its other names, who reads it
")]
pub struct TemplateArgs {
    /// What the file holds
    #[arg(value_name = "KIND", value_parser = PossibleValuesParser::new(model::KINDS.iter().map(|kind| kind.name)))]
    kind: String,

    /// With invented rows
    #[arg(long)]
    example: bool,

    /// Every column with its other names, its format, its meaning and the rules that read it
    #[arg(long, conflicts_with = "example")]
    explain: bool,
}

/// Files with invented people, as the template's example shows them.
fn example(kind: &Kind) -> &'static str {
    match kind.name {
        "firearms" => include_str!("../../fixtures/template/firearms.csv"),
        "power" => include_str!("../../fixtures/template/power.csv"),
        _ => include_str!("../../fixtures/template/roster.csv"),
    }
}

/// Carries out the command.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &TemplateArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let mut output = Output::open(flags.output.as_deref())?;
    for kind in model::KINDS.iter().filter(|kind| kind.name == args.kind) {
        if args.explain {
            explain(&mut output, &flags.screen(), kind)?;
        } else if args.example {
            output.write_all(example(kind).as_bytes())?;
        } else {
            writeln!(output, "{}", header(kind))?;
        }
    }
    output.commit()?;
    Ok(Exit::Calm)
}

/// The header line: every column but the ones that another column stands in for.
fn header(kind: &Kind) -> String {
    let doubled = |column: &usize| kind.either.iter().any(|(_, other)| other == column);
    let names: Vec<&str> = (0..kind.specs.len()).filter(|at| !doubled(at)).map(|at| kind.specs[at].name).collect();
    names.join(",")
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
            let reads = |rule: &&crate::rules::Rule| rule.columns().any(|column| column as usize == at);
            let rules: Vec<&str> = catalogue().filter(reads).map(|rule| rule.name).collect();
            if !rules.is_empty() {
                screen.block(to, 2, &format!("Read by: {}", rules.join(", ")))?;
            }
        }
    }
    Ok(())
}
