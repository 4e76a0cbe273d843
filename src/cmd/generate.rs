//! `muster completions` and `muster man`: what is made from the command line's own declaration.

use super::Exit;
use crate::cli::{Cli, Flags};
use crate::manual;
use anyhow::Context;
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use std::path::PathBuf;

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

/// Manual pages
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  muster man | man -l -             read the first page
  muster man ~/.local/share/man/man1   write every page there
")]
pub struct ManArgs {
    /// Write every page into this folder; without it the first page goes to standard output
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
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
pub fn completions(args: &CompletionsArgs, flags: &Flags) -> anyhow::Result<Exit> {
    super::write_page(&completions_for(args.shell), flags)
}

/// Writes manual pages.
///
/// # Errors
/// When a page cannot be written.
pub fn man(args: &ManArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let pages = manual::pages()?;
    let Some(folder) = &args.folder else {
        let first = pages.iter().find(|(name, _)| name == "muster.1").map(|(_, page)| page.as_slice());
        return super::write_page(first.unwrap_or_default(), flags);
    };
    std::fs::create_dir_all(folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
    for (name, page) in pages {
        let path = folder.join(name);
        std::fs::write(&path, page).with_context(|| format!("{}: cannot be written", path.display()))?;
    }
    Ok(Exit::Calm)
}
