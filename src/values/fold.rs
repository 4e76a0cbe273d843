//! Compares names without regard to case, spaces, hyphens, dots and underscores.

/// Returns a header name or a choice in small letters, without spaces, hyphens, dots and underscores.
pub fn fold(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '_' | '.' | '\u{feff}'))
        .flat_map(char::to_lowercase)
        .collect()
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
