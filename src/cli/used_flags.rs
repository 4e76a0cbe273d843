//! Which of the common flags each command uses.
//!
//! Every command accepts every common flag, because scripts may give them anywhere. A flag that a command does not use
//! is left out of its help, its manual page and its completions, and draws a note when it is given on the command line.

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};

/// Flags of every command that writes a page of text.
const PAGE: &[&str] = &["output"];
/// Flags of every command that has results.
const REPORT: &[&str] = &["as_of", "config", "format", "output", "bom", "quiet", "color", "width"];
/// Flags of every command that reads files of records.
const RECORDS: &[&str] = &[
    "rewind",
    "input_format",
    "delimiter",
    "sheet",
    "two_digit_years",
    "name_order",
    "columns",
    "strict_columns",
    "allow_empty",
    "redact",
    "fail_on",
];
/// Flags of `muster esign-cohort`, which reads names and no days.
const COHORT: &[&str] = &[
    "input_format",
    "delimiter",
    "sheet",
    "columns",
    "strict_columns",
    "allow_empty",
    "redact",
    "fail_on",
    "warn_days",
    "schedule",
];
/// Flags of `muster roster columns`, which judges nothing.
const HEADINGS: &[&str] = &[
    "input_format",
    "delimiter",
    "sheet",
    "two_digit_years",
    "columns",
    "strict_columns",
    "allow_empty",
    "redact",
    "fail_on",
];
/// Flags of every command that reads long files.
const LONG_FILES: &[&str] = &["no_progress"];
/// Flags of every command that judges rosters on several threads.
const THREADS: &[&str] = &["threads"];
/// Flags of every command that checks the rules of a roster.
const RULES: &[&str] = &["only", "skip", "warn_days", "schedule"];
/// The flag of every command whose table may go through a pager: not of one that asks questions.
const PAGED: &[&str] = &["no_pager"];
/// Flags of every command with a short table and a long one.
const SHORT: &[&str] = &["long", "why_not"];
/// Flags that select records.
const SELECT: &[&str] = &["ptb_id", "agency"];

/// The flags of each command, by its path in the command tree.
pub const USED_FLAGS: &[(&str, &[&[&str]])] = &[
    ("start", &[REPORT, RECORDS, LONG_FILES, THREADS, RULES, SELECT, SHORT, &["all"]]),
    ("roster check", &[REPORT, PAGED, RECORDS, LONG_FILES, THREADS, RULES, SELECT, SHORT, &["all"]]),
    ("roster columns", &[REPORT, PAGED, HEADINGS, LONG_FILES, &["only", "skip"]]),
    ("roster diff", &[REPORT, PAGED, RECORDS, LONG_FILES, THREADS, RULES, SELECT, &["why_not"]]),
    ("roster due", &[REPORT, PAGED, RECORDS, LONG_FILES, THREADS, RULES, SELECT, SHORT]),
    ("roster notices", &[REPORT, PAGED, RECORDS, LONG_FILES, THREADS, RULES, SELECT, SHORT]),
    ("power score", &[REPORT, PAGED, RECORDS, LONG_FILES, &["ptb_id"]]),
    ("power enter", &[PAGE, &["as_of", "config", "two_digit_years", "color", "width"]]),
    ("power standards", &[REPORT, PAGED]),
    ("firearms score", &[REPORT, PAGED, RECORDS, LONG_FILES, &["ptb_id"]]),
    ("firearms course", &[REPORT, PAGED]),
    ("deadline", &[REPORT, PAGED, &["warn_days", "fail_on"]]),
    ("esign-cohort", &[REPORT, PAGED, COHORT, SELECT]),
    ("reimburse claim", &[REPORT, PAGED, RECORDS, SELECT, &["long"]]),
    ("reimburse forms", &[REPORT, PAGED]),
    ("reimburse rates", &[REPORT, PAGED]),
    ("training check", &[REPORT, PAGED, RECORDS, LONG_FILES, RULES, SELECT, &["all", "long"]]),
    ("exam check", &[REPORT, PAGED, RECORDS, LONG_FILES, &["ptb_id"]]),
    ("permit check", &[REPORT, PAGED, RECORDS, LONG_FILES, &["warn_days"]]),
    ("why", &[REPORT, PAGED, RECORDS, LONG_FILES, THREADS, RULES, SELECT, &["why_not"]]),
    ("hire", &[REPORT, PAGED, &["only", "skip", "warn_days", "schedule", "name_order", "fail_on", "long"]]),
    ("verify", &[REPORT, PAGED]),
    ("accept", &[PAGE, &["as_of", "config", "redact"]]),
    ("rules", &[REPORT, PAGED]),
    ("template", &[PAGE, &["config", "format", "bom", "color", "width"]]),
    ("config path", &[PAGE, &["config"]]),
    (
        "config show",
        &[PAGE, &["config", "format", "bom", "as_of", "warn_days", "schedule", "two_digit_years", "name_order"]],
    ),
    ("config init", &[PAGE, &["config"]]),
    ("completions", &[PAGE]),
    ("man", &[PAGE]),
    ("schema", &[PAGE]),
    ("help", &[PAGE, &["config", "color", "width"]]),
];

/// Returns whether the command at this path uses the flag of this name.
pub fn uses(path: &str, flag: &str) -> bool {
    let flags = USED_FLAGS.iter().find(|(command, _)| *command == path).map(|(_, flags)| *flags);
    flags.is_none_or(|flags| flags.iter().any(|group| group.contains(&flag)))
}

/// Hides the common flags that the command at this path does not use.
pub fn hide_unused(command: Command, path: &str, common: &[Arg]) -> Command {
    let unused = common.iter().filter(|flag| !uses(path, flag.get_id().as_str()));
    command.args(unused.map(|flag| flag.clone().hide(true)))
}

/// Returns a note for each flag of the command line that the command does not use.
pub fn notes(matches: &ArgMatches, common: &[Arg]) -> Vec<String> {
    let (mut path, mut leaf) = (Vec::new(), matches);
    while let Some((name, sub)) = leaf.subcommand() {
        path.push(name);
        leaf = sub;
    }
    let path = path.join(" ");
    let is_given = |flag: &&Arg| leaf.value_source(flag.get_id().as_str()) == Some(ValueSource::CommandLine);
    let unused = common.iter().filter(|flag| !uses(&path, flag.get_id().as_str()));
    let names = unused.filter(is_given).filter_map(Arg::get_long);
    names.map(|name| format!("--{name} does nothing for `muster {path}`")).collect()
}
