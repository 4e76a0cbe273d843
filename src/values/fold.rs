//! Compares names without regard to case, spaces, hyphens, dots and underscores; takes blanks off a text.

/// Returns a header name or a choice in small letters, without spaces, hyphens, dots and underscores.
pub fn fold(text: &str) -> String {
    let is_passed_over = |letter: char| is_blank_sign(letter) || is_hyphen(letter) || matches!(letter, '_' | '.');
    text.chars().filter(|letter| !is_passed_over(*letter)).flat_map(char::to_lowercase).collect()
}

/// Returns a text without the blanks around it, also those that have no width, as web pages leave them.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(is_blank_sign)
}

/// Returns whether a character is white space, or cannot be seen.
fn is_blank_sign(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// Returns whether a character is a hyphen, or a dash that a program puts in its place.
pub fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Returns whether `text` folds to `folded`, without making a string.
pub fn folds_to(text: &str, folded: &str) -> bool {
    if text == folded {
        return true;
    }
    let mut letters =
        text.bytes().filter(|byte| !matches!(byte, b' ' | b'-' | b'_')).map(|byte| byte.to_ascii_lowercase());
    let mut wanted = folded.bytes().filter(|byte| *byte != b'-');
    loop {
        match (letters.next(), wanted.next()) {
            (None, None) => return true,
            (Some(letter), Some(want)) if letter == want => {}
            _ => return false,
        }
    }
}
