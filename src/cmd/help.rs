//! `muster help`: the help of the program or of one command.

use crate::check::report::Exit;
use crate::cli::flags::Flags;
use crate::hint::with_hint;
use crate::values::near::nearest;
use anyhow::bail;
use clap::{Args, Command};
use std::iter;

/// Show the help of a command
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  muster help                    every command
  muster help roster check       the same as `muster roster check --help`
")]
pub struct HelpArgs {
    /// The command, such as `roster check`
    #[arg(value_name = "COMMAND")]
    words: Vec<String>,
}

/// Runs the command.
///
/// # Errors
/// A word that is no command.
pub fn run(args: &HelpArgs, _: &Flags) -> anyhow::Result<Exit> {
    let tree = crate::cmd::command();
    let mut group = &tree;
    for word in &args.words {
        group = match group.find_subcommand(word) {
            Some(command) => command,
            None => bail!(unknown(&tree, group, word)),
        };
    }
    // The parser writes the same help for --help, with usage, color and the width of the terminal.
    let words = iter::once("muster").chain(args.words.iter().map(String::as_str)).chain(["--help"]);
    if let Err(help) = tree.clone().try_get_matches_from(words) {
        help.print()?;
    }
    Ok(Exit::Calm)
}

/// Returns the error about a word that is no command, with the nearest one.
fn unknown(tree: &Command, group: &Command, word: &str) -> String {
    let problem = match group.get_name() {
        "muster" => format!("there is no command {word:?}"),
        of => format!("muster {of} has no command {word:?}"),
    };
    let paths = paths(tree, "");
    let near_path = paths.iter().find(|path| path.split(' ').next_back() == Some(word)).map(String::as_str);
    let near_name = || nearest(word, group.get_subcommands().map(Command::get_name));
    match near_name().map(|name| full_path(group, name)).or(near_path.map(str::to_owned)) {
        Some(path) => with_hint(problem, format!("did you mean muster help {path}?")),
        None => with_hint(problem, "muster help lists the commands"),
    }
}

fn full_path(group: &Command, name: &str) -> String {
    if group.get_name() == "muster" { name.to_owned() } else { format!("{} {name}", group.get_name()) }
}

/// Returns the path of every command that does something, such as `roster check`.
pub fn paths(group: &Command, path: &str) -> Vec<String> {
    if !group.has_subcommands() {
        return vec![path.to_owned()];
    }
    group.get_subcommands().flat_map(|sub| paths(sub, format!("{path} {}", sub.get_name()).trim())).collect()
}
