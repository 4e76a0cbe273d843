//! `muster completions`: completion scripts, made from the command line's own declaration.

use crate::check::report::Exit;
use crate::cli::flags::Flags;
use crate::cmd::Cli;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

/// Completions for a shell
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  muster completions bash > ~/.local/share/bash-completion/completions/muster
  muster completions zsh > ~/.zfunc/_muster
  muster completions fish > ~/.config/fish/completions/muster.fish
")]
pub struct CompletionsArgs {
    /// bash, zsh, fish, powershell or elvish
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// The completions of a shell.
pub fn completions_for(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "muster", &mut script);
    script
}

/// Writes completions.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &CompletionsArgs, flags: &Flags) -> anyhow::Result<Exit> {
    crate::check::report::write_page(&completions_for(args.shell), flags)
}
