//! What is meant by a first word that is no command: a file, or the last word of a command.

use crate::cmd::catalogue;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::path::Path;

/// The endings of the files that commands read.
const ENDINGS: [&str; 9] = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "json", "ndjson"];

/// Adds to an error about a word that is no command the one that is meant, where it can be told.
pub(super) fn explained(mut error: clap::Error, root: &clap::Command) -> clap::Error {
    if error.kind() != ErrorKind::InvalidSubcommand {
        return error;
    }
    let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand) else { return error };
    let Some(tip) = tip(word, root) else { return error };
    error.remove(ContextKind::SuggestedSubcommand);
    error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![StyledStr::from(tip)]));
    error
}

/// Returns the sentence about a word.
fn tip(word: &str, root: &clap::Command) -> Option<String> {
    let path = Path::new(word);
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    if path.is_file() || ENDINGS.contains(&&*ending) {
        return Some(format!("a command comes before the file: muster start {word}"));
    }
    let paths = catalogue::paths(root, "");
    let ends_so = |path: &&String| path.strip_suffix(word).is_some_and(|front| front.ends_with(' '));
    let named: Vec<String> = paths.iter().filter(ends_so).map(|path| format!("muster {path}")).collect();
    (!named.is_empty()).then(|| format!("commands of this name: {}", named.join(", ")))
}
