//! Figures that the prose of a rule spells out: a title has none, and an explanation only while the figure has one
//! value.

use crate::rules::*;
use std::collections::BTreeMap;

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Returns the values that a text spells out, as digits (`1,560`, `60th`) or as number words (`eighteen`,
/// `twenty-one`).
pub(super) fn spelled(text: &str) -> Vec<u32> {
    let text = text.to_lowercase();
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != ',');
    let mut values = Vec::new();
    let mut tens = 0;
    for word in words.map(|word| word.trim_matches(',')) {
        let digits: String = word.chars().take_while(|letter| letter.is_ascii_digit() || *letter == ',').collect();
        if let Ok(value) = digits.replace(',', "").parse() {
            values.push(value);
        }
        let ones = ONES.iter().position(|one| *one == word).map_or(0, |at| at as u32);
        if ones > 0 {
            values.extend([ones, tens + ones]);
        }
        tens = TENS.iter().position(|ten| *ten == word && !word.is_empty()).map_or(0, |at| at as u32 * 10);
        if tens > 0 {
            values.push(tens);
        }
    }
    values
}

#[test]
fn digits_and_number_words_are_found() {
    assert_eq!(spelled("within six months"), [6, 6]);
    assert_eq!(spelled("at most 1,560 hours, 90 days, the 60th day"), [1560, 90, 60]);
    assert!(spelled("Twenty-five hours").contains(&25));
    assert!(spelled("forty hours").contains(&40));
    assert!(spelled("POWER test still valid when the course starts").is_empty());
}

#[test]
fn no_title_spells_out_a_figure() {
    let titles =
        catalogue().map(|rule| (rule.name, rule.title)).chain(file_rules().map(|rule| (rule.name, rule.title)));
    for (name, title) in titles {
        assert!(spelled(title).is_empty(), "{name}: \"{title}\" names a figure, which a change of law makes wrong");
    }
}

#[test]
fn no_explanation_spells_out_a_figure_of_several_values() {
    for rule in catalogue() {
        let mut values: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for row in rule.figures.iter().flat_map(|figure| figure.rows()) {
            values.entry(row.name).or_default().push(row.value);
        }
        for (figure, values) in values.iter().filter(|(_, values)| values.len() > 1) {
            let known: Vec<u32> = values.iter().filter_map(|value| value.parse().ok()).collect();
            let texts = rule.explain.iter().copied().chain(rule.conflicts.iter().map(|conflict| conflict.says));
            for text in texts {
                let found = spelled(text).into_iter().find(|value| known.contains(value));
                assert!(found.is_none(), "{}: {figure} has several values, and one is spelled out: {text}", rule.name);
            }
        }
    }
}
