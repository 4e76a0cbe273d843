//! The arguments of a run as a report keeps them, so that `muster verify` can ask the same question again.

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};

/// Flags that bear on how a report looks or where it goes, and not on its answers; the day asked about has a key of its
/// own.
const NOT_OF_THE_QUESTION: [&str; 13] = [
    "as_of",
    "bom",
    "color",
    "config",
    "fail_on",
    "format",
    "long",
    "no_pager",
    "no_progress",
    "output",
    "quiet",
    "threads",
    "why_not",
];
/// The same of the width of tables.
const WIDTH: &str = "width";
/// Arguments that hold names, which a redacted report must not.
const NAMES: [&str; 4] = ["agency", "name", "names", "person"];
/// The argument that may hold a private value, such as an address.
const PRIVATE: &str = "assume";
/// The names of values that are written to, and not read.
const WRITTEN: [&str; 2] = ["OUT", "DIR"];

/// Returns the arguments of the command line that bear on the answers, the names of the command first; `None` where
/// they may hold a private value, or hold names and the report is redacted.
pub fn of_question(matches: &ArgMatches, tree: &Command, redact: bool) -> Option<Vec<String>> {
    let (mut arguments, mut leaf, mut command) = (Vec::new(), matches, tree);
    while let Some((name, sub)) = leaf.subcommand() {
        arguments.push(name.to_owned());
        leaf = sub;
        command = command.find_subcommand(name)?;
    }
    let is_given = |arg: &&Arg| leaf.value_source(arg.get_id().as_str()) == Some(ValueSource::CommandLine);
    let bears = |arg: &&Arg| {
        let id = arg.get_id().as_str();
        let is_written = arg.get_value_names().unwrap_or_default().iter().any(|name| WRITTEN.contains(&name.as_str()));
        !(is_written || id == WIDTH || NOT_OF_THE_QUESTION.contains(&id))
    };
    // The common flags are declared at the root alone.
    let common = tree.get_arguments().filter(|arg| arg.is_global_set());
    for arg in common.chain(command.get_arguments()).filter(is_given).filter(bears) {
        let id = arg.get_id().as_str();
        if id == PRIVATE || redact && NAMES.contains(&id) {
            return None;
        }
        let values = leaf.get_raw(id).into_iter().flatten();
        let values: Vec<String> = values.map(|value| value.to_string_lossy().into_owned()).collect();
        match arg.get_long() {
            Some(long) if arg.get_action().takes_values() => {
                arguments.extend(values.iter().map(|value| format!("--{long}={value}")));
            }
            Some(long) => arguments.push(format!("--{long}")),
            None => arguments.extend(values),
        }
    }
    Some(arguments)
}
