//! Text that looks like what belongs to one person alone: a Social Security number, a mail address, a telephone number.
//! Such text is quoted nowhere (settled 188).

/// Returns whether a text holds what looks like a Social Security number, an address with `@` or a telephone number.
pub fn looks_personal(text: &str) -> bool {
    let may_be = |letter: char| letter.is_ascii_digit() || matches!(letter, '@' | '\u{ff20}' | '\u{ff10}'..='\u{ff19}');
    text.contains(may_be) && (holds_address(text) || digit_groups(text).holds_number())
}

/// Returns whether a text holds digits in groups of three, two and four, as Social Security numbers are written.
pub fn holds_grouped_ssn(text: &str) -> bool {
    text.len() >= SHORTEST_GROUPED_SSN && digit_groups(text).holds(&[3, 2, 4], SEPARATORS)
}

/// Returns whether a text is digits in groups of three, two and four, and nothing else.
pub fn is_grouped_ssn(text: &str) -> bool {
    let groups = digit_groups(text);
    groups.groups.len() == 3 && groups.holds(&[3, 2, 4], SEPARATORS) && groups.is_all
}

/// Returns whether a text is nine digits.
pub fn is_nine_digits(text: &str) -> bool {
    text.len() == 9 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns whether a text is one address: an `@` with text on both sides, and no blank.
pub fn is_address(text: &str) -> bool {
    holds_address(text) && !text.contains(char::is_whitespace)
}

/// Returns whether there is an `@` with text on both sides of it.
fn holds_address(text: &str) -> bool {
    let is_text = |letter: Option<char>| letter.is_some_and(|letter| !letter.is_whitespace());
    text.match_indices(['@', '\u{ff20}']).any(|(at, sign)| {
        let (front, behind) = (&text[..at], &text[at + sign.len()..]);
        is_text(front.chars().next_back()) && is_text(behind.chars().next())
    })
}

/// The bytes of nine digits and a sign between each two groups. Most IDs are shorter.
const SHORTEST_GROUPED_SSN: usize = 11;
/// The signs between the groups of a number.
const SEPARATORS: &[char] = &['-', ' ', '.', '/', '_'];

/// The groups of digits in a text, each with the signs before it.
struct DigitGroups {
    groups: Vec<(String, usize)>,
    /// True when nothing stands before, between and behind the groups but separators.
    is_all: bool,
}

fn digit_groups(text: &str) -> DigitGroups {
    let (mut groups, mut between, mut is_all) = (Vec::<(String, usize)>::new(), String::new(), true);
    let mut in_group = false;
    for letter in text.chars().map(plain) {
        match (letter.is_ascii_digit(), in_group) {
            (true, true) => groups.last_mut().into_iter().for_each(|(_, length)| *length += 1),
            (true, false) => groups.push((std::mem::take(&mut between), 1)),
            (false, _) => {
                is_all &= SEPARATORS.contains(&letter);
                between.push(letter);
            }
        }
        in_group = letter.is_ascii_digit();
    }
    DigitGroups { groups, is_all }
}

/// Returns a digit or a dash in its plain form.
fn plain(letter: char) -> char {
    match letter {
        '\u{ff10}'..='\u{ff19}' => {
            char::from_u32(u32::from(letter) - u32::from('\u{ff10}') + u32::from('0')).unwrap_or(letter)
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' => '-',
        letter if letter.is_whitespace() => ' ',
        letter => letter,
    }
}

impl DigitGroups {
    /// Returns whether there are groups of these lengths, one after the other, with at most three of these signs
    /// between two of them.
    fn holds(&self, lengths: &[usize], signs: &[char]) -> bool {
        self.groups.windows(lengths.len()).any(|groups| {
            let joins = |between: &str| {
                (1..=3).contains(&between.chars().count()) && between.chars().all(|sign| signs.contains(&sign))
            };
            groups.iter().zip(lengths).all(|((_, length), wanted)| length == wanted)
                && groups.iter().skip(1).all(|(between, _)| joins(between))
        })
    }

    /// Returns whether one of the groups, or several together, look like a Social Security or a telephone number.
    fn holds_number(&self) -> bool {
        self.groups.iter().any(|(_, length)| matches!(length, 9 | 10))
            || self.holds(&[3, 2, 4], SEPARATORS)
            || self.holds(&[3, 3, 4], &['-', ' ', '.', '/', '(', ')'])
            || self.holds(&[3, 4], &['-'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_text_is_known_by_its_digits_and_its_at_sign() {
        for text in [
            "123-45-6789",
            "123 45 6789",
            "123.45.6789",
            "123 - 45 - 6789",
            "123456789",
            "SSN 123-45-6789.",
            "Doe 123456789 x",
            "\u{ff11}23\u{2013}45\u{2013}6789",
            "a@b",
            "write to jane@private.example, please",
            "jane\u{ff20}private.example",
            "(217) 555-0100",
            "217-555-0100",
            "217.555.0100",
            "+1 217 555 0100",
            "2175550100",
            "555-0100",
        ] {
            assert!(looks_personal(text), "{text}");
        }
        for text in [
            "",
            "@",
            "a @ b",
            "@name",
            "12345678",
            "12345678901",
            "2026-01-31",
            "1/31/2026 2:30 PM",
            "31-Jan-2026",
            "1234-45-6789",
            "123-45-67890",
            "123-456-789",
            "1,234.5678",
            "$1,234,567,890.00",
            "555 0100",
            "full-time",
            "0012345",
        ] {
            assert!(!looks_personal(text), "{text}");
        }
    }

    #[test]
    fn a_grouped_number_is_three_two_and_four_digits() {
        for (text, holds, is) in [
            ("123-45-6789", true, true),
            ("123 45 6789", true, true),
            ("no. 123-45-6789", true, false),
            ("123456789", false, false),
            ("123-45-678", false, false),
            ("123-45-6789-1", true, false),
        ] {
            assert_eq!((holds_grouped_ssn(text), is_grouped_ssn(text)), (holds, is), "{text}");
        }
        assert!(is_nine_digits("123456789") && !is_nine_digits("12345678") && !is_nine_digits("1234567890"));
    }
}
