//! Words for people: days, counts, paths, and text from files made harmless. Imports no other module of the crate.

pub mod personal;

use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;
use std::fmt;

/// Returns a day as it is written in a sentence: `28 Feb 2026`.
pub fn day_words(day: NaiveDate) -> impl fmt::Display {
    fmt::from_fn(move |to| write!(to, "{} {} {}", day.day(), MONTHS[day.month0() as usize], day.year()))
}

/// Writes `in 3 days`, or `today`.
pub fn in_days(days: i64) -> String {
    if days == 0 { "today".into() } else { format!("in {}", count_words(days, "day")) }
}

/// The three-letter names of the months, January first.
pub const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Returns a count with its noun: `1 day`, `266 days`.
pub fn count_words(count: impl Into<i64>, noun: &str) -> String {
    let count = count.into();
    format!("{} {noun}{}", thousands(count), if count == 1 { "" } else { "s" })
}

/// Returns a total with its parts: `3 courses: 2 qualified, 1 invalid.` A part of zero is left out.
pub fn tally_words<'w>(noun: &str, parts: impl IntoIterator<Item = (usize, &'w str)>) -> String {
    let parts: Vec<(usize, &str)> = parts.into_iter().filter(|(count, _)| *count > 0).collect();
    let all: usize = parts.iter().map(|(count, _)| count).sum();
    let words: Vec<String> =
        parts.iter().map(|(count, words)| format!("{} {words}", thousands(*count as i64))).collect();
    let total = count_words(all as i64, noun);
    if words.is_empty() { format!("{total}.") } else { format!("{total}: {}.", words.join(", ")) }
}

/// Returns text with a capital at its beginning.
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Returns a whole number with commas between thousands: `1,404`.
pub fn thousands(count: i64) -> impl fmt::Display {
    fmt::from_fn(move |to| {
        let digits = count.unsigned_abs().to_string();
        let (first, mut rest) = digits.split_at((digits.len() - 1) % 3 + 1);
        to.write_str(if count < 0 { "-" } else { "" })?;
        to.write_str(first)?;
        while let Some((group, others)) = rest.split_at_checked(3) {
            to.write_str(",")?;
            to.write_str(group)?;
            rest = others;
        }
        Ok(())
    })
}

/// Returns text that neither controls a terminal nor reorders a line: control, bidirectional and zero-width
/// characters are replaced by their code.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_harmful) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        if is_harmful(letter) {
            safe.extend(letter.escape_unicode());
        } else {
            safe.push(letter);
        }
    }
    Cow::Owned(safe)
}

/// Returns the lines of a text, each made harmless: an error names files, keys and flags of others.
pub fn harmless_lines(text: &str) -> String {
    text.lines().map(harmless).collect::<Vec<_>>().join("\n")
}

/// Returns whether a character controls a terminal, reorders a line or cannot be seen.
pub fn is_harmful(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The path that means standard input.
pub const STANDARD_INPUT: &str = "-";

/// Returns a path as messages name it.
pub fn shown_path(path: &str) -> String {
    if path == STANDARD_INPUT { "standard input".into() } else { harmless(path).into_owned() }
}

/// Returns the text of a cell as messages quote it: short and harmless, and without what belongs to one person alone
/// (settled 188).
pub fn shown_text(text: &str) -> Cow<'_, str> {
    if personal::looks_personal(text) { Cow::Borrowed(NOT_SHOWN) } else { shown_up_to(LONGEST_QUOTE, text) }
}

/// The words in place of a text that is quoted nowhere.
const NOT_SHOWN: &str = "(not shown)";
/// The most characters of a cell that are quoted.
const LONGEST_QUOTE: usize = 40;

/// Returns text as messages quote it, with at most this many characters.
pub(crate) fn shown_up_to(longest: usize, text: &str) -> Cow<'_, str> {
    let short = text.char_indices().nth(longest).map_or(text, |(at, _)| &text[..at]);
    let harmless = harmless(short);
    if short.len() < text.len() { Cow::Owned(format!("{harmless}…")) } else { harmless }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_commas_and_the_right_noun() {
        assert_eq!(count_words(1, "day"), "1 day");
        assert_eq!(count_words(0, "day"), "0 days");
        assert_eq!(count_words(1404, "hour"), "1,404 hours");
        for (count, words) in [
            (-1_234_567, "-1,234,567"),
            (999, "999"),
            (1_000, "1,000"),
            (0, "0"),
            (-12_345, "-12,345"),
            (1_002_003, "1,002,003"),
        ] {
            assert_eq!(thousands(count).to_string(), words);
        }
    }

    #[test]
    fn a_quoted_cell_is_short_and_not_personal() {
        // Settled 188.
        let long = "x".repeat(40);
        assert_eq!(shown_text(&long), long);
        assert_eq!(shown_text(&format!("{long}y")), format!("{long}\u{2026}"));
        for text in ["123-45-6789", "123456789", "Doe jane@private.example", "(217) 555-0100"] {
            assert_eq!(shown_text(text), "(not shown)", "{text}");
        }
        assert_eq!(shown_text(&format!("{long} 123-45-6789")), "(not shown)", "also where it would be cut off");
    }

    #[test]
    fn control_characters_are_shown_by_their_code() {
        assert_eq!(harmless("Núñez 王"), "Núñez 王");
        assert_eq!(harmless("a\u{1b}[31mb\tc"), "a\\u{1b}[31mb\\u{9}c");
        assert_eq!(harmless("x\u{202e}y\u{200b}"), "x\\u{202e}y\\u{200b}");
    }
}
