//! People's names: printed on a finding, split from one `name` cell, and their letter on the portal.

use crate::input::cells::NameOrder;
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// Words at the end of a last name that are not part of it (settled 104).
const SUFFIXES: [&str; 6] = ["jr", "sr", "ii", "iii", "iv", "v"];

/// A person's name in its parts, as recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Name<'a> {
    /// Last name, without suffix when it came from one cell.
    pub last: Option<&'a str>,
    /// First name.
    pub first: Option<&'a str>,
    /// Middle name or initial.
    pub middle: Option<&'a str>,
    /// Jr., III …
    pub suffix: Option<&'a str>,
}

impl<'a> Name<'a> {
    /// Splits `Last, First M` or `Last Suffix, First M`. Without a comma all of it is the last name (settled 104).
    pub fn from_one_cell(text: &'a str) -> Self {
        let (last, given) = text.split_once(',').map_or((text, ""), |(last, given)| (last.trim(), given.trim()));
        let (last, suffix) = match last.rsplit_once(char::is_whitespace) {
            Some((front, end)) if is_suffix(end) => (front.trim_end(), Some(end)),
            _ => (last, None),
        };
        let (first, middle) = split_given(given);
        Self { last: filled(last), first, middle, suffix }
    }

    /// Splits a name whose words stand in a known order, where no comma parts them.
    pub fn in_order(text: &'a str, order: Option<NameOrder>) -> Self {
        let name = Self::from_one_cell(text);
        let (Some(words), false) = (name.last, text.contains(',')) else { return name };
        let (last, given) = match order {
            Some(NameOrder::LastFirst) => words.split_once(char::is_whitespace).unwrap_or((words, "")),
            Some(NameOrder::FirstLast) => {
                words.rsplit_once(char::is_whitespace).map_or((words, ""), |(given, last)| (last, given))
            }
            None => return name,
        };
        let (first, middle) = split_given(given.trim());
        Self { last: filled(last), first, middle, ..name }
    }

    /// Returns the name of a row: a whole name in one cell is split, and its missing parts come from the other cells.
    /// The last name does not, because a file has one column for it or the other (settled 104).
    pub fn of_row(whole: Option<&'a str>, cells: Self, order: Option<NameOrder>) -> Self {
        let Some(whole) = whole else { return cells };
        let name = Self::in_order(whole, order);
        Self {
            last: name.last,
            first: name.first.or(cells.first),
            middle: name.middle.or(cells.middle),
            suffix: name.suffix.or(cells.suffix),
        }
    }

    /// Returns the name as it is printed, such as `Doe Jr., Jane A.`, or `None` when every part is missing.
    pub fn shown(&self) -> Option<String> {
        let mut shown = String::with_capacity(32);
        for part in [self.last, self.suffix].into_iter().flatten() {
            if !shown.is_empty() {
                shown.push(' ');
            }
            shown.push_str(part);
        }
        if self.first.is_some() || self.middle.is_some() {
            shown.push(',');
            if let Some(first) = self.first {
                shown.push(' ');
                shown.push_str(first);
            }
            if let Some(initial) = self.middle.and_then(|middle| middle.chars().next()) {
                shown.push(' ');
                shown.push(initial);
                shown.push('.');
            }
        }
        (!shown.is_empty()).then_some(shown)
    }
}

/// Splits a middle initial from given names.
fn split_given(given: &str) -> (Option<&str>, Option<&str>) {
    match given.rsplit_once(char::is_whitespace) {
        Some((front, end)) if end.trim_end_matches('.').chars().count() == 1 => (filled(front.trim_end()), Some(end)),
        _ => (filled(given), None),
    }
}

/// Returns the form in which last or first names are compared, without regard to case, the encoding of marks and the
/// kind of apostrophe.
pub fn key(name: &str) -> String {
    let plain = |letter| if matches!(letter, '\u{2019}' | '\u{2bc}' | '`') { '\'' } else { letter };
    // Composed last, because some small letters have a composed form with their mark where the capital has none.
    name.chars().flat_map(char::to_lowercase).nfc().map(plain).collect()
}

/// Returns whether a sign stands where a letter was lost: what programs put in its place, and a digit typed for
/// a letter.
fn is_lost_letter(sign: char) -> bool {
    matches!(sign, '?' | '\u{fffd}') || sign.is_control() || sign.general_category() == GeneralCategory::DecimalNumber
}

/// Returns text that is not empty.
fn filled(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// Returns whether a word is a suffix of a name.
fn is_suffix(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    SUFFIXES.iter().any(|suffix| word.eq_ignore_ascii_case(suffix))
}

/// Returns the letter A to Z that decides the portal schedule of a last name (settled 43).
///
/// Marks are removed (É is E), a few letters without a decomposition are mapped (Ø is O), and other characters are
/// skipped ('t Hooft is T). `None` when there is no letter, when the first one is not Latin, and when a lost letter may
/// stand before it: `?`, a digit, a control or U+FFFD (settled 170, 229 and 273).
pub fn first_letter(last_name: &str) -> Option<char> {
    // Most names begin with a plain letter, which has no decomposition.
    if let Some(plain) = last_name.chars().next().filter(char::is_ascii_alphabetic) {
        return Some(plain.to_ascii_uppercase());
    }
    let mut letter = None;
    for sign in last_name.chars() {
        if is_lost_letter(sign) {
            return None;
        }
        // A numeral of letters, such as Ⅳ, is a sign like any other.
        if sign.general_category_group() != GeneralCategoryGroup::Number {
            letter = std::iter::once(sign).nfkd().find(|letter| {
                letter.general_category_group() == GeneralCategoryGroup::Letter
                    && letter.general_category() != GeneralCategory::ModifierLetter
            });
        }
        if letter.is_some() {
            break;
        }
    }
    let plain = plain_letter(letter?);
    plain.is_ascii_uppercase().then_some(plain)
}

/// Returns the capital of a letter; of one without a decomposition the letter A to Z that stands for it, as far as
/// there is one.
pub fn plain_letter(letter: char) -> char {
    match letter {
        'Ø' | 'ø' | 'Œ' | 'œ' => 'O',
        'Ł' | 'ł' => 'L',
        'Æ' | 'æ' => 'A',
        'ß' | 'ẞ' => 'S',
        'Þ' | 'þ' | 'Ŧ' | 'ŧ' => 'T',
        'Đ' | 'đ' | 'Ð' | 'ð' => 'D',
        'Ħ' | 'ħ' => 'H',
        'Ŋ' | 'ŋ' => 'N',
        'ı' => 'I',
        other => other.to_ascii_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_that_may_be_lost_has_no_letter_behind_it() {
        // Settled 170, 229 and 273.
        for name in ["?lvarez", "\u{fffd}lvarez", "0rtiz", "3Doe", "\u{1}Doe", "٣Doe"] {
            assert_eq!(first_letter(name), None, "{name:?}");
        }
        for name in ["²Doe", "①Doe", "ⅣDoe", "'Doe", "-Doe", "(Doe"] {
            assert_eq!(first_letter(name), Some('D'), "{name:?}");
        }
        assert_eq!(first_letter("D?e 3"), Some('D'));
    }

    #[test]
    fn a_name_without_a_comma_is_split_where_its_order_is_known() {
        // Settled 170 and 228.
        let parts = |text, order| {
            let name = Name::in_order(text, order);
            (name.last.unwrap_or(""), name.first.unwrap_or(""), name.middle.unwrap_or(""), name.suffix.unwrap_or(""))
        };
        let (first, last) = (Some(NameOrder::FirstLast), Some(NameOrder::LastFirst));
        assert_eq!(parts("Bo M. Quin Jr.", first), ("Quin", "Bo", "M.", "Jr."));
        assert_eq!(parts("Quin Bo M.", last), ("Quin", "Bo", "M.", ""));
        assert_eq!(parts("Quin", first), ("Quin", "", "", ""));
        assert_eq!(parts("Orr, Ann B", first), ("Orr", "Ann", "B", ""), "a comma decides");
        assert_eq!(parts("Bo Quin", None), ("Bo Quin", "", "", ""));
    }

    #[test]
    fn the_first_letter_decides_when_a_last_name_signs() {
        for (name, letter) in [
            ("'t Hooft", Some('T')),
            ("de la Cruz", Some('D')),
            ("O'Brien", Some('O')),
            ("Núñez", Some('N')),
            ("Ørsted", Some('O')),
            ("St. John", Some('S')),
            ("Łukasz", Some('L')),
            ("Æsir", Some('A')),
            ("ßmann", Some('S')),
            ("Þórsson", Some('T')),
            ("Đorić", Some('D')),
            ("Éclair", Some('E')),
            ("ʻOkina", Some('O')),
            ("3rd Smith", None),
            ("Ｓmith", Some('S')),
            ("ıldız", Some('I')),
            ("Ångström", Some('A')),
            ("e\u{301}cole", Some('E')),
            ("", None),
            ("-", None),
            ("123", None),
            ("Иванов", None),
            ("王", None),
            ("Ωmega", None),
        ] {
            assert_eq!(first_letter(name), letter, "{name}");
        }
    }

    #[test]
    fn names_are_compared_without_case_and_encoding() {
        // ẖ has a form of its own and its capital has none: found by fuzzing.
        for (one, other) in [("NÚÑEZ", "nu\u{301}n\u{303}ez"), ("H\u{331}", "\u{1e96}"), ("O’Brien", "o'brien")] {
            assert_eq!(key(one), key(other), "{one}");
            assert_eq!(key(&key(one)), key(one), "{one}");
        }
        assert_ne!(key("Nunez"), key("Núñez"));
    }

    #[test]
    fn a_name_in_one_cell_is_split() {
        let shown = |cell| Name::from_one_cell(cell).shown().unwrap_or_default();
        assert_eq!(shown("Doe, Jane A"), "Doe, Jane A.");
        assert_eq!(shown("Doe Jr., Jane A."), "Doe Jr., Jane A.");
        assert_eq!(shown("de la Cruz III, María José"), "de la Cruz III, María José");
        assert_eq!(shown("de la Cruz"), "de la Cruz");
        assert_eq!(Name::from_one_cell("MC HADD, X").last, Some("MC HADD"));
        assert_eq!(Name::from_one_cell("Doe, Jane A").middle, Some("A"));
        assert_eq!(Name::from_one_cell(", Jane").last, None);
        assert_eq!(Name::from_one_cell("V").last, Some("V"));
    }
}
