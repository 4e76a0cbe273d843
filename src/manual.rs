//! The manual: a page a command, one of all rules, one of the files and their columns, made from the code.

use crate::cli::Cli;
use crate::cmd::template;
use crate::model;
use crate::report::rule_page::Entry;
use crate::report::screen::Screen;
use clap::{Command, CommandFactory};
use std::io::{self, Write};

/// Columns of the text on the generated pages.
const WIDTH: usize = 78;

/// Every page with its file name, in the order of the names.
///
/// # Errors
/// Never in practice: the pages are made in memory.
pub fn pages() -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut pages = Vec::new();
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    command_pages(&command, "muster", &mut pages)?;
    pages.push(("muster-rules.7".into(), rules_page()?));
    pages.push(("muster-files.5".into(), files_page()?));
    pages.sort();
    Ok(pages)
}

fn command_pages(command: &Command, name: &str, pages: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
    // The examples stand before the help on a screen, and at its end in a manual.
    let examples = command.get_before_long_help().or(command.get_before_help()).map(ToString::to_string);
    let mut page = Vec::new();
    let shown = command
        .clone()
        .name(name.replace(' ', "-"))
        .display_name(name.replace(' ', "-"))
        .before_help(None::<&str>)
        .before_long_help(None::<&str>);
    let man = clap_mangen::Man::new(shown).date("").source(format!("muster {}", env!("CARGO_PKG_VERSION")));
    man.render(&mut page)?;
    if let Some(examples) = examples {
        section(&mut page, "EXAMPLES", &examples)?;
    }
    section(&mut page, "SEE ALSO", "muster(1), muster-rules(7), muster-files(5)")?;
    pages.push((format!("{}.1", name.replace(' ', "-")), page));
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        command_pages(sub, &format!("{name} {}", sub.get_name()), pages)?;
    }
    Ok(())
}

fn rules_page() -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    heading(
        &mut page,
        "MUSTER-RULES",
        7,
        "muster-rules - every rule: what it asks, how it is counted, what the sources say",
    )?;
    let screen = Screen { width: WIDTH, color: false };
    for entry in crate::cmd::rules::entries() {
        let mut text = Vec::new();
        Entry::write(&entry, &mut text, &screen)?;
        section(&mut page, &entry.name().to_uppercase(), &String::from_utf8_lossy(&text))?;
    }
    Ok(page)
}

fn files_page() -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    heading(&mut page, "MUSTER-FILES", 5, "muster-files - the files that muster reads, and their columns")?;
    let screen = Screen { width: WIDTH, color: false };
    for kind in model::KINDS {
        let mut text = Vec::new();
        template::explain(&mut text, &screen, kind)?;
        section(&mut page, &kind.name.to_uppercase(), &String::from_utf8_lossy(&text))?;
    }
    section(&mut page, "CONFIGURATION", crate::config::COMMENTED)?;
    Ok(page)
}

fn heading(page: &mut Vec<u8>, title: &str, part: u8, line: &str) -> io::Result<()> {
    writeln!(page, ".TH {title} {part} \"\" \"muster {}\"", env!("CARGO_PKG_VERSION"))?;
    section(page, "NAME", line)
}

/// A section whose lines stand as they are.
fn section(page: &mut Vec<u8>, title: &str, text: &str) -> io::Result<()> {
    writeln!(page, ".SH {title}\n.nf")?;
    for line in text.trim_matches('\n').lines() {
        let line = line.replace('\\', "\\e").replace('-', "\\-");
        let guard = if line.starts_with(['.', '\'']) { "\\&" } else { "" };
        writeln!(page, "{guard}{line}")?;
    }
    writeln!(page, ".fi")
}
