//! The rank of an officer, as far as a rule needs it, from the words that rosters use.

use crate::input::cells::{Cell, Reading, is_blank, why_no_value};
use crate::input::column::ColumnSpec;
use crate::input::remarks::Remark;
use std::fmt;

/// The rank, as far as a rule needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// Any other officer.
    Officer,
    /// Chief of police.
    Chief,
    /// Deputy chief.
    DeputyChief,
    /// County sheriff.
    Sheriff,
}

/// The titles of chiefs, deputy chiefs and sheriffs, in lower case with one blank between words, and whether a note
/// says how they are read.
const TITLES: [(&str, Position, bool); 32] = [
    ("officer", Position::Officer, false),
    ("chief", Position::Chief, false),
    ("chief of police", Position::Chief, false),
    ("police chief", Position::Chief, false),
    ("acting chief", Position::Chief, false),
    ("acting chief of police", Position::Chief, false),
    ("acting police chief", Position::Chief, false),
    ("interim chief", Position::Chief, false),
    ("interim chief of police", Position::Chief, false),
    ("interim police chief", Position::Chief, false),
    ("deputy chief", Position::DeputyChief, false),
    ("deputy chief of police", Position::DeputyChief, false),
    ("deputy police chief", Position::DeputyChief, false),
    ("dep chief", Position::DeputyChief, false),
    ("assistant chief", Position::DeputyChief, true),
    ("assistant chief of police", Position::DeputyChief, true),
    ("assistant police chief", Position::DeputyChief, true),
    ("asst chief", Position::DeputyChief, true),
    ("asst chief of police", Position::DeputyChief, true),
    ("undersheriff", Position::DeputyChief, true),
    ("under sheriff", Position::DeputyChief, true),
    ("chief deputy", Position::DeputyChief, true),
    ("sheriff", Position::Sheriff, false),
    ("county sheriff", Position::Sheriff, false),
    ("deputy sheriff", Position::Officer, false),
    ("dep sheriff", Position::Officer, false),
    ("sheriffs deputy", Position::Officer, false),
    ("sheriff deputy", Position::Officer, false),
    ("deputychief", Position::DeputyChief, false),
    ("chiefofpolice", Position::Chief, false),
    ("deputychiefofpolice", Position::DeputyChief, false),
    ("policechief", Position::Chief, false),
];

/// Words of the ranks that no rule asks about. A title of nothing but these is an officer's, without a note.
const RANKS: [&str; 47] = [
    "officer",
    "ofc",
    "off",
    "po",
    "police",
    "patrol",
    "patrolman",
    "patrolwoman",
    "patrolperson",
    "ptl",
    "ptlm",
    "deputy",
    "dep",
    "detective",
    "det",
    "corporal",
    "cpl",
    "sergeant",
    "sgt",
    "lieutenant",
    "lt",
    "captain",
    "capt",
    "commander",
    "cmdr",
    "cdr",
    "agent",
    "special",
    "trooper",
    "tpr",
    "investigator",
    "inv",
    "senior",
    "sr",
    "master",
    "first",
    "second",
    "class",
    "probationary",
    "recruit",
    "field",
    "training",
    "of",
    "i",
    "ii",
    "iii",
    "iv",
];

/// Words that are no title, in small letters.
const NO_TITLES: [&str; 10] = ["ditto", "false", "id", "no", "same", "same as above", "see above", "true", "x", "yes"];

impl Position {
    /// Every choice.
    pub const ALL: &'static [Self] = &[Self::Officer, Self::Chief, Self::DeputyChief, Self::Sheriff];
    /// The words of the choices.
    pub const WORDS: &'static [&'static str] = &["officer", "chief", "deputy-chief", "sheriff"];

    /// Returns the word as it is written.
    pub const fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// Returns the rank that a title names (settled 171 and 230): `None` for text without a letter, and for words with
    /// chief or sheriff that are no known title.
    fn of_title(text: &str) -> Option<(Self, Option<Remark>)> {
        // Most are; the rest makes a few strings of each.
        if text == Self::Officer.word() {
            return Some((Self::Officer, None));
        }
        let lower = text.to_lowercase();
        let words: Vec<String> = lower
            .split(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '_' | '/' | '.' | ','))
            .map(|word| word.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>())
            .filter(|word| !word.is_empty())
            .collect();
        let title = words.join(" ");
        if let Some((_, position, noted)) = TITLES.iter().find(|(known, ..)| *known == title) {
            return Some((*position, noted.then_some(Remark::DeputyRank)));
        }
        let has_letter = title.contains(char::is_alphabetic);
        // What stands in place of a value, and words that are no title, may stand for a chief.
        if why_no_value(text).is_some() || NO_TITLES.contains(&title.as_str()) {
            return None;
        }
        if !has_letter || title.contains("chief") || title.contains("sheriff") {
            return None;
        }
        let is_rank = |word: &String| RANKS.contains(&word.as_str()) || word.bytes().all(|byte| byte.is_ascii_digit());
        Some((Self::Officer, if words.iter().all(is_rank) { None } else { Some(Remark::Rank) }))
    }
}

impl fmt::Display for Position {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.word())
    }
}

impl<'a> Cell<'a> for Position {
    const EXPECTED: &'static str = "officer, chief, deputy-chief or sheriff";
    const CHOICES: &'static [&'static str] = Self::WORDS;

    fn read(text: &'a str, how: &Reading) -> Option<Self> {
        if is_blank(text) {
            return None;
        }
        let (position, remark) = Self::of_title(text)?;
        if let Some(remark) = remark {
            how.remarks.count(remark, text);
        }
        Some(position)
    }

    fn read_in(text: &'a str, how: &Reading, column: &ColumnSpec) -> Option<Self> {
        Self::read(how.own_word(column, text).unwrap_or(text), how)
    }

    fn choice_in(text: &str, how: &Reading, column: &ColumnSpec) -> Option<&'static str> {
        <Self as Cell>::read_in(text, how, column).map(Self::word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn ranks_are_read_as_far_as_a_rule_needs_them() {
        // Settled 171, 230 and 280.
        let read = |text| {
            let how = Reading::on(NaiveDate::MIN);
            let position = Position::read(text, &how);
            (position, how.remarks.notes("r.csv", false).len())
        };
        for text in [
            "officer",
            "Patrol Officer",
            "Sergeant",
            "SGT.",
            "Det. Sgt",
            "Lt",
            "Captain",
            "Commander",
            "Special Agent",
            "Trooper",
            "Deputy",
            "Deputy Sheriff",
            "Sheriff's Deputy",
            "Police Officer II",
            "Patrolman 1st class 2",
        ] {
            let noted = usize::from(text == "Patrolman 1st class 2");
            assert_eq!(read(text), (Some(Position::Officer), noted), "{text}");
        }
        for text in ["chief", "Chief of Police", "Police Chief", "Acting Chief", "Interim Chief of Police"] {
            assert_eq!(read(text), (Some(Position::Chief), 0), "{text}");
        }
        for text in ["deputy-chief", "Deputy Chief", "DEPUTY CHIEF OF POLICE"] {
            assert_eq!(read(text), (Some(Position::DeputyChief), 0), "{text}");
        }
        for text in ["Assistant Chief", "Undersheriff", "Chief Deputy"] {
            assert_eq!(read(text), (Some(Position::DeputyChief), 1), "{text}");
        }
        for text in ["Fire Chief", "Chief's Secretary", "SHERIFF'S OFFICE", "Chiefs", "?", "12", "unknown", "n/a"] {
            assert_eq!(read(text), (None, 0), "{text}");
        }
        for text in ["ditto", "See above", "x", "TRUE", "yes", "#REF!", "#NOVALUE!", "#MERGED!"] {
            assert_eq!(read(text), (None, 0), "{text}");
        }
        for text in ["Clerk", "Dispatcher", "Auxiliary"] {
            assert_eq!(read(text), (Some(Position::Officer), 1), "{text}");
        }
    }
}
