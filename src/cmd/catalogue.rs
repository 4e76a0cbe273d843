//! What the program can explain: the entries of the rules, and the commands with their examples.

use crate::input::faults;
use crate::report::page::rule::Entry;
use crate::rules::guides::guides;
use crate::rules::training::mandates::MANDATES;
use crate::rules::{catalogue, file_rules};
use clap::Command;

/// Returns every entry of the catalogue: rules, mandates, faults of files, guides.
pub fn entries() -> Vec<Entry> {
    let rules = catalogue().map(Entry::Rule).chain(file_rules().map(Entry::FileRule));
    let mut rules: Vec<Entry> = rules.collect();
    rules.sort_unstable_by_key(Entry::name);
    let faults = faults::KINDS.into_iter().map(Entry::Fault);
    let mandates = MANDATES.iter().map(Entry::Mandate);
    rules.into_iter().chain(mandates).chain(faults).chain(guides().map(Entry::Guide)).collect()
}

/// Returns the path of every command that does something, such as `roster check`.
pub fn paths(group: &Command, path: &str) -> Vec<String> {
    if !group.has_subcommands() {
        return vec![path.to_owned()];
    }
    group.get_subcommands().flat_map(|sub| paths(sub, format!("{path} {}", sub.get_name()).trim())).collect()
}

/// Returns what the command at this path is for, and its examples.
pub(crate) fn short_examples(tree: &Command, path: &str) -> (String, String) {
    let found = path.split(' ').try_fold(tree, |group, name| group.find_subcommand(name));
    let about = found.and_then(Command::get_about).map(ToString::to_string).unwrap_or_default();
    let examples = found.and_then(Command::get_before_help).map(ToString::to_string).unwrap_or_default();
    (about, examples)
}
