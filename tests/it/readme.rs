//! README.md and the pages beside it name every command and every format, and link to files that exist.

use clap::{Command, CommandFactory, ValueEnum};
use passmuster::cmd::Cli;
use passmuster::model::KINDS;
use passmuster::report::Format;
use std::path::Path;

const README: &str = include_str!("../../README.md");
const PAGES: [(&str, &str); 4] = [
    ("README.md", README),
    ("CONTRIBUTING.md", include_str!("../../CONTRIBUTING.md")),
    ("benches/README.md", include_str!("../../benches/README.md")),
    ("fuzz/README.md", include_str!("../../fuzz/README.md")),
];

/// Collects the paths of the commands that do something: `roster check`.
fn leaves(command: &Command, path: &str, into: &mut Vec<String>) {
    if !command.has_subcommands() {
        into.push(path.to_owned());
    }
    for sub in command.get_subcommands() {
        leaves(sub, format!("{path} {}", sub.get_name()).trim_start(), into);
    }
}

#[test]
fn readme_names_every_command() {
    let mut commands = Vec::new();
    leaves(&Cli::command(), "", &mut commands);
    assert!(commands.len() > 20, "{commands:?}");
    commands.retain(|path| !README.contains(&format!("`{path}`")) && !README.contains(&format!("`muster {path}`")));
    assert!(commands.is_empty(), "not in README.md: {commands:?}");
}

#[test]
fn readme_names_every_format_and_kind_of_file() {
    let formats = Format::value_variants().iter().filter_map(|format| format.to_possible_value());
    let formats = formats.map(|value| value.get_name().to_owned());
    for name in formats.chain(KINDS.iter().map(|kind| kind.name.to_owned())) {
        assert!(README.contains(&format!("`{name}`")) || README.contains(&format!("muster template {name}")), "{name}");
    }
}

#[test]
fn links_to_files_lead_somewhere() {
    for (page, text) in PAGES {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
        let folder = folder.parent().unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link) {
            let file = link.split_once('#').map_or(link, |(file, _)| file);
            assert!(link.starts_with("https://") || folder.join(file).exists(), "{page}: {link}");
        }
    }
}
