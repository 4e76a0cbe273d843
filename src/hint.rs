//! Hints: what to do about an error, on a line of its own under it. Imports nothing of ours.
//!
//! A hint is part of the message, so that it survives wherever messages are joined, and needs no type of its own:
//! `r.csv: there is no such file`, a line feed, `hint: …`.

use std::fmt::Display;
use std::io::{self, Write};

/// The beginning of a line that is a hint.
const MARK: &str = "hint: ";

/// Returns an error message with a hint under it.
pub fn with_hint(problem: impl Display, hint: impl Display) -> String {
    format!("{problem}\n{MARK}{hint}")
}

/// Returns a message on one line, for a note in a report.
pub fn on_one_line(message: &str) -> String {
    message.replace(&format!("\n{MARK}"), "; ").replace('\n', "; ")
}

/// Writes an error for the user, each of its lines with the program's name before it and each hint indented.
///
/// # Errors
/// When `to` cannot be written.
pub fn write_error(to: &mut impl Write, message: &str) -> io::Result<()> {
    message.lines().try_for_each(|line| {
        let lead = if line.starts_with(MARK) { "  " } else { "muster: " };
        writeln!(to, "{lead}{line}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_hint_is_indented_under_its_error() {
        let message = [with_hint("a.csv: no such file", "name another"), "b.csv: a folder".into()].join("\n");
        let mut shown = Vec::new();
        write_error(&mut shown, &message).unwrap();
        let expected = "muster: a.csv: no such file\n  hint: name another\nmuster: b.csv: a folder\n";
        assert_eq!(String::from_utf8(shown).unwrap(), expected);
    }

    #[test]
    fn a_note_has_no_line_feed() {
        assert_eq!(on_one_line(&with_hint("no header found", "see --explain")), "no header found; see --explain");
    }
}
