//! `muster man`: a page for each command, one of all rules, and one of the files and their columns, made from the code.

use crate::check::report::{Exit, write_page};
use crate::cli::flags::Flags;
use crate::cmd::template;
use crate::model;
use crate::output::destination::Output;
use crate::report::layout::screen::Screen;
use crate::report::page::rule::Entry;
use anyhow::Context;
use clap::{Args, Command};
use roff::{Roff, roman};
use std::io::{self, Write};
use std::path::PathBuf;

/// Write the manual pages
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  muster man | man -l -                read the first page
  muster man ~/.local/share/man/man1   write every page into this folder
")]
pub struct ManArgs {
    /// Folder for the pages; without it the first page goes to standard output
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// When a page cannot be written.
pub fn run(args: &ManArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let pages = pages()?;
    let Some(folder) = &args.folder else {
        let first = pages.iter().find(|(name, _)| name == "muster.1").map(|(_, page)| page.as_slice());
        return write_page(first.unwrap_or_default(), flags);
    };
    std::fs::create_dir_all(folder).with_context(|| format!("{}: cannot be created", folder.display()))?;
    for (name, page) in pages {
        let path = folder.join(name);
        let mut output = Output::open(Some(&path))?;
        output.write_all(&page)?;
        output.commit()?;
    }
    Ok(Exit::Calm)
}

/// The width of the text on the generated pages.
const WIDTH: usize = 78;

/// Returns every page with its file name, in the order of the names.
///
/// # Errors
/// Never in practice, because the pages are made in memory.
pub fn pages() -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut pages = Vec::new();
    let mut command = crate::cmd::command();
    command.build();
    command_pages(&command, "muster", &mut pages)?;
    pages.push(("muster-rules.7".into(), rules_page()?));
    pages.push(("muster-files.5".into(), files_page()?));
    pages.sort();
    Ok(pages)
}

fn command_pages(command: &Command, name: &str, pages: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
    // On a screen the examples are above the help; in a manual they are at its end.
    let help = command.get_before_long_help().map(ToString::to_string).unwrap_or_default();
    let (examples, details) = help.split_once("\n\n").unwrap_or((&help, ""));
    let examples = examples.trim_start_matches("Examples:\n");
    let is_group = command.has_subcommands() && name != "muster";
    let mut page = Vec::new();
    let shown = command
        .clone()
        .name(name.replace(' ', "-"))
        .display_name(name.replace(' ', "-"))
        .before_help(None::<&str>)
        .before_long_help(None::<&str>)
        .mut_args(|flag| if is_group && flag.is_global_set() { flag.hide(true) } else { flag });
    let man = clap_mangen::Man::new(shown).date("").source(format!("muster {}", env!("CARGO_PKG_VERSION")));
    man.render(&mut page)?;
    for (title, text) in [("DETAILS", details), ("EXAMPLES", examples)] {
        if !text.is_empty() {
            section(&mut page, title, text)?;
        }
    }
    section(&mut page, "SEE ALSO", "muster(1), muster-rules(7), muster-files(5)")?;
    pages.push((format!("{}.1", name.replace(' ', "-")), page));
    for sub in command.get_subcommands() {
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
        "muster-rules - every rule: what it asks, how it is counted, what its sources say",
    )?;
    let screen = Screen { width: WIDTH, color: false };
    for entry in crate::cmd::catalogue::entries() {
        let mut text = Vec::new();
        Entry::write(&entry, &mut text, &screen)?;
        section(&mut page, &entry.name().to_uppercase(), &String::from_utf8_lossy(&text))?;
    }
    Ok(page)
}

/// The formats of files, told by their content and not by their name.
const FORMATS: &str = "\
CSV, TSV, JSON (an array of flat objects), NDJSON, and workbooks: .xlsx,
.xlsm, .xls and .ods. The content decides, not the name. A binary workbook
(.xlsb), one with a password, and a Numbers file are refused with what to do.

Of a workbook the first sheet is read whose first 20 filled rows have a
header of the command's kind with two known columns; a note names the others.
--sheet NAME or --sheet NUMBER, counted from 1, chooses another. Titles above
the header are skipped. Hidden rows and columns are read like the others, and
a note names them. Filled cells in columns without a heading are not read,
and a note counts them.

Cells of a workbook are read as they are shown where that is exact: a day or
a clock time by its number format, in the systems of 1900 and 1904; a
percentage with its sign (in .xls and .ods the stored number); an ID with a
format of zeros with these zeros; TRUE as yes; #N/A as blank. Formulas count
by the value that was last stored. Line and record numbers are rows of the
sheet; a cell is named as Roster!F12.

The cells of an .xlsx are read one by one, so that blank rows and columns
cost nothing. The other formats are read whole, up to five million cells a
sheet.";

fn files_page() -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    heading(&mut page, "MUSTER-FILES", 5, "muster-files - the files that muster reads, and their columns")?;
    let screen = Screen { width: WIDTH, color: false };
    section(&mut page, "FORMATS", FORMATS)?;
    for kind in model::KINDS {
        let mut text = Vec::new();
        template::explain(&mut text, &screen, kind)?;
        section(&mut page, &kind.name.to_uppercase(), &String::from_utf8_lossy(&text))?;
    }
    section(&mut page, "CONFIGURATION", crate::cli::config_file::COMMENTED)?;
    Ok(page)
}

fn heading(page: &mut Vec<u8>, title: &str, part: u8, line: &str) -> io::Result<()> {
    writeln!(page, ".TH {title} {part} \"\" \"muster {}\"", env!("CARGO_PKG_VERSION"))?;
    section(page, "NAME", line)
}

/// Writes a section whose lines are kept as they are.
fn section(page: &mut Vec<u8>, title: &str, text: &str) -> io::Result<()> {
    let mut section = Roff::new();
    section.control("SH", [title]).control("nf", []).text([roman(text.trim_matches('\n'))]).control("fi", []);
    page.write_all(section.to_roff().as_bytes())
}
