//! `muster completions`: scripts by which a shell asks the program itself for completions.
//!
//! The scripts are short, because they hold no words: on each press of Tab the shell runs `muster` with [`VARIABLE`]
//! set, and the program answers from its own declaration of commands, flags and values.

use crate::check::report::{Exit, write_page};
use crate::cli::flags::Flags;
use crate::cmd::command;
use anyhow::Context;
use clap::Args;
use clap_complete::Shell;
use clap_complete::env::{CompleteEnv, Shells};
use std::ffi::OsString;

/// The environment variable by which a script asks for completions; its value is the shell.
pub const VARIABLE: &str = "MUSTER_COMPLETE";

/// Write a completion script for a shell
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  muster completions bash > ~/.local/share/bash-completion/completions/muster
  muster completions zsh > ~/.zfunc/_muster
  muster completions fish > ~/.config/fish/completions/muster.fish

The script asks muster itself for commands, flags, rules and other values, so
muster must be on the PATH. Write the script again after an upgrade.
")]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Answers a completion script, and returns whether there was a question.
///
/// # Errors
/// An unknown shell, and an output that cannot be written.
pub fn complete(args: &[OsString]) -> Result<bool, clap::Error> {
    let folder = std::env::current_dir().ok();
    CompleteEnv::with_factory(command).var(VARIABLE).try_complete(args, folder.as_deref())
}

/// Returns the completion script of a shell.
///
/// # Errors
/// A shell that has no such script.
pub fn script(shell: Shell) -> anyhow::Result<Vec<u8>> {
    let name = shell.to_string();
    let adapter = Shells::builtins();
    let adapter = adapter.completer(&name).with_context(|| format!("{name}: there is no completion script"))?;
    let mut script = Vec::new();
    adapter.write_registration(VARIABLE, "muster", "muster", "muster", &mut script)?;
    Ok(script)
}

/// Runs the command.
///
/// # Errors
/// An output that cannot be written.
pub fn run(args: &CompletionsArgs, flags: &Flags) -> anyhow::Result<Exit> {
    write_page(&script(args.shell)?, flags)
}
