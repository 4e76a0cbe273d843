//! `muster help`: the help of the program or of one command; other words are searched for.

use crate::check::report::{Exit, Run};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::cmd::find;
use crate::hint::with_hint;
use crate::output::destination::check_standard_output;
use crate::report::Format;
use crate::values::near::nearest;
use anyhow::{Context, bail};
use clap::{Args, Command};
use std::io::{self, Write};
use std::iter;

/// Show the help of a command, or search for words
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  muster help                    every command
  muster help roster check       the same as `muster roster check --help`
  muster help military freeze    what has these words: rules, guides, figures ...
")]
pub struct HelpArgs {
    /// The command, such as `roster check`, or words to search for
    #[arg(value_name = "WORD")]
    words: Vec<String>,
}

/// Runs the command.
///
/// # Errors
/// A mistyped command, and words that are not found.
pub fn run(args: &HelpArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let tree = crate::cmd::command();
    let mut group = &tree;
    for word in &args.words {
        group = match group.find_subcommand(word) {
            Some(command) => command,
            None => match mistyped(group, word) {
                Some(problem) => bail!(problem),
                None => return search(&args.words, flags),
            },
        };
    }
    // The parser writes the same help for --help, with usage, color and the width of the terminal.
    let words = iter::once("muster").chain(args.words.iter().map(String::as_str)).chain(["--help"]);
    tree.clone().try_get_matches_from(words).err().map_or(Ok(Exit::Calm), |help| print(&help))
}

/// Prints the help or the version as the parser writes it.
///
/// # Errors
/// When standard output cannot be written.
pub(crate) fn print(help: &clap::Error) -> anyhow::Result<Exit> {
    check_standard_output()?;
    let printed = help.print().and_then(|()| io::stdout().flush());
    printed.context("standard output: cannot be written")?;
    Ok(Exit::Calm)
}

/// Writes what has any of the words, as a page for people.
fn search(words: &[String], flags: &Flags) -> anyhow::Result<Exit> {
    let run = Run::new("rules", flags, &Settings::load(flags)?);
    find::report(Run { format: Format::Table, ..run }, &words.join(" "), None)
}

/// Returns the error about a word that is nearly a command; `None` when it is near none.
fn mistyped(group: &Command, word: &str) -> Option<String> {
    let path = full_path(group, nearest(word, group.get_subcommands().map(Command::get_name))?);
    let problem = match group.get_name() {
        "muster" => format!("there is no command {word:?}"),
        of => format!("muster {of} has no command {word:?}"),
    };
    Some(with_hint(problem, format!("did you mean muster help {path}?")))
}

fn full_path(group: &Command, name: &str) -> String {
    if group.get_name() == "muster" { name.to_owned() } else { format!("{} {name}", group.get_name()) }
}
