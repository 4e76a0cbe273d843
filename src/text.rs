//! Words for people: days, counts, and foreign text made harmless. Imports nothing of ours.

use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;
use std::fmt;

/// A day as people here write it in a sentence: `28 Feb 2026`.
pub fn day_words(day: NaiveDate) -> impl fmt::Display {
    struct Words(NaiveDate);
    impl fmt::Display for Words {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(to, "{} {} {}", self.0.day(), MONTHS[self.0.month0() as usize], self.0.year())
        }
    }
    Words(day)
}

/// The three-letter names of the months, January first.
pub const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A count with its noun: `1 day`, `266 days`.
pub fn count_words(count: impl Into<i64>, noun: &str) -> String {
    let count = count.into();
    format!("{} {noun}{}", thousands(count), if count == 1 { "" } else { "s" })
}

/// `3 courses: 2 qualified, 1 invalid.`; what there is none of is left out.
pub fn tally_words<'w>(noun: &str, parts: impl IntoIterator<Item = (usize, &'w str)>) -> String {
    let parts: Vec<(usize, &str)> = parts.into_iter().filter(|(count, _)| *count > 0).collect();
    let all: usize = parts.iter().map(|(count, _)| count).sum();
    let words: Vec<String> =
        parts.iter().map(|(count, words)| format!("{} {words}", thousands(*count as i64))).collect();
    let total = count_words(all as i64, noun);
    if words.is_empty() { format!("{total}.") } else { format!("{total}: {}.", words.join(", ")) }
}

/// A whole number with commas between thousands: `1,404`.
pub fn thousands(count: i64) -> String {
    let digits = count.unsigned_abs().to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if count < 0 {
        grouped.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Text with nothing in it that a terminal would act on or that would reorder a line: control, bidirectional and
/// zero-width characters are shown by their code, not sent.
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

fn is_harmful(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_commas_and_the_right_noun() {
        assert_eq!(count_words(1, "day"), "1 day");
        assert_eq!(count_words(0, "day"), "0 days");
        assert_eq!(count_words(1404, "hour"), "1,404 hours");
        assert_eq!(thousands(-1_234_567), "-1,234,567");
        assert_eq!(thousands(999), "999");
    }

    #[test]
    fn what_a_terminal_would_act_on_is_shown() {
        assert_eq!(harmless("Núñez 王"), "Núñez 王");
        assert_eq!(harmless("a\u{1b}[31mb\tc"), "a\\u{1b}[31mb\\u{9}c");
        assert_eq!(harmless("x\u{202e}y\u{200b}"), "x\\u{202e}y\\u{200b}");
    }
}
