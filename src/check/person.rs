//! A person as a user names one: by PTB ID, by name, or by a part of a name.

use crate::model::matched_id;
use crate::model::name::plain_letter;
use crate::values::fold::fold;
use unicode_normalization::UnicodeNormalization as _;

/// A person who is looked for.
#[derive(Clone, Debug)]
pub(crate) struct PersonQuery {
    /// The text as it was given.
    pub(crate) given: String,
    id: String,
    words: Vec<String>,
}

/// How well a person fits, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// The PTB ID, or whole words of the name.
    Whole,
    /// The beginnings of words.
    Beginning,
    /// Parts of words.
    Part,
}

impl PersonQuery {
    /// Looks for a PTB ID, or for words of a name in any order; case, accents, commas and apostrophes do not matter.
    /// `None` for a text without a letter or a digit.
    pub(crate) fn new(given: &str) -> Option<Self> {
        let words: Vec<String> = words(given).collect();
        let id = matched_id(given.trim()).into_owned();
        (!words.is_empty()).then_some(Self { given: given.to_owned(), id, words })
    }

    /// Returns how well somebody fits; `None`: not at all.
    pub(crate) fn fit(&self, ptb_id: Option<&str>, name: Option<&str>) -> Option<Fit> {
        if ptb_id.is_some_and(|id| *matched_id(id) == *self.id) {
            return Some(Fit::Whole);
        }
        let name: Vec<String> = words(name?).collect();
        let all =
            |fits: fn(&str, &str) -> bool| self.words.iter().all(|word| name.iter().any(|of_name| fits(of_name, word)));
        let whole = all(|of_name, word| of_name == word);
        let beginning = || all(|of_name, word| of_name.starts_with(word));
        let part = || all(|of_name, word| of_name.contains(word));
        match () {
            () if whole => Some(Fit::Whole),
            () if beginning() => Some(Fit::Beginning),
            () if part() => Some(Fit::Part),
            () => None,
        }
    }
}

/// Returns the words of a name, folded: `'t Hooft, Mieke` has the words `T`, `HOOFT` and `MIEKE`, and `O'Brien` one.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| letter.is_whitespace() || letter == ',').map(plain).filter(|word| !word.is_empty())
}

/// Returns the letters and digits of a word, without case and marks.
fn plain(word: &str) -> String {
    // The letter that capitals write as two: `GROSSMANN`.
    fold(word).replace('\u{df}', "ss").nfd().filter(|letter| letter.is_alphanumeric()).map(plain_letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_found_by_id_name_or_a_part_of_it() {
        let fit = |given: &str, id: Option<&str>, name: &str| PersonQuery::new(given).unwrap().fit(id, Some(name));
        for (given, id, name, expected) in [
            ("0012890", Some("12890"), "Doe, Jane A.", Some(Fit::Whole)),
            ("12890", Some("0012890"), "Doe, Jane A.", Some(Fit::Whole)),
            ("1289", Some("0012890"), "Doe, Jane A.", None),
            ("doe", None, "Doe, Jane A.", Some(Fit::Whole)),
            ("Jane Doe", None, "Doe, Jane A.", Some(Fit::Whole)),
            ("DOE, JANE", None, "Doe, Jane A.", Some(Fit::Whole)),
            ("jan", None, "Doe, Jane A.", Some(Fit::Beginning)),
            ("oe", None, "Doe, Jane A.", Some(Fit::Part)),
            ("doe john", None, "Doe, Jane A.", None),
            ("munoz", None, "Mu\u{f1}oz, Ana", Some(Fit::Whole)),
            ("orsted", None, "\u{d8}rsted, Lars", Some(Fit::Whole)),
            ("grossmann", None, "Gro\u{df}mann, Udo", Some(Fit::Whole)),
            ("gro\u{df}", None, "GROSSMANN, UDO", Some(Fit::Beginning)),
            ("o\u{2019}brien", None, "O'Brien, Sean", Some(Fit::Whole)),
            ("obrien", None, "O'Brien, Sean", Some(Fit::Whole)),
            ("hooft", None, "'t Hooft, Mieke", Some(Fit::Whole)),
        ] {
            assert_eq!(fit(given, id, name), expected, "{given} {name}");
        }
        assert!(PersonQuery::new(" ,' ").is_none());
        assert_eq!(PersonQuery::new("doe").unwrap().fit(Some("7"), None), None);
    }
}
