//! A column as it is declared, the kinds of cells that a column holds, and the options with which they are read.

use crate::input::remarks::Remarks;
use crate::values::fold::{fold, is_hyphen};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The options with which cells are read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The day asked about; no two-digit year is read as a later one.
    pub as_of: NaiveDate,
    /// True when `1/31/26` is read at all (as the latest such year that is not after `as_of`, unless the day may lie
    /// ahead).
    pub two_digit_years: bool,
    /// The user's own words for choices.
    pub own_words: Arc<OwnWords>,
    /// The order of the words in a `name` without a comma, where it is known.
    pub name_order: Option<NameOrder>,
    /// Counts the unusual cells of the file.
    pub remarks: Arc<Remarks>,
}

/// The user's own words for choices, folded, by column (settled 182).
pub type OwnWords = HashMap<&'static str, HashMap<String, OwnWord>>;

/// One of the user's own words for a choice.
#[derive(Clone, Debug)]
pub struct OwnWord {
    /// The word as it is written in the configuration.
    pub written: String,
    /// The choice that it means.
    pub means: &'static str,
    /// True once a cell was read by it. Shared with every copy of the settings.
    is_used: Arc<AtomicBool>,
}

impl OwnWord {
    /// Returns a word that no cell was read by yet.
    pub fn new(written: &str, means: &'static str) -> Self {
        Self { written: written.to_owned(), means, is_used: Arc::default() }
    }

    /// Returns whether a cell was read by it.
    pub fn is_used(&self) -> bool {
        self.is_used.load(Ordering::Relaxed)
    }
}

/// The order of the words in a `name` without a comma.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum NameOrder {
    /// The last word is the last name.
    FirstLast,
    /// The first word is the last name.
    LastFirst,
}

impl Reading {
    /// Returns the reading of a day without options.
    pub fn on(as_of: NaiveDate) -> Self {
        Self { as_of, two_digit_years: false, own_words: Arc::default(), name_order: None, remarks: Arc::default() }
    }

    /// Returns the choice that one of the user's own words for a column means.
    pub fn own_word(&self, column: &ColumnSpec, text: &str) -> Option<&'static str> {
        if self.own_words.is_empty() {
            return None;
        }
        let word = self.own_words.get(column.name)?.get(&fold(text))?;
        word.is_used.store(true, Ordering::Relaxed);
        Some(word.means)
    }

    /// Returns the same reading for the cells of one file.
    #[must_use]
    pub fn of_file(&self, remarks: &Arc<Remarks>) -> Self {
        Self { remarks: Arc::clone(remarks), ..self.clone() }
    }
}

/// A kind of value that a cell can hold.
pub trait Cell<'a>: Sized {
    /// The form of a cell of this kind, for messages and help.
    const EXPECTED: &'static str;
    /// The words of a cell that holds one of a few.
    const CHOICES: &'static [&'static str] = &[];
    /// True when a value of this kind has a day, so that its column carries a mark of time.
    const IS_DAY: bool = false;

    /// Reads a trimmed cell that is not empty; `None` when it is not such a value, or means blank
    /// ([`Self::means_blank`]).
    fn read(text: &'a str, how: &Reading) -> Option<Self>;

    /// Reads a cell of one column, where the column matters.
    fn read_in(text: &'a str, how: &Reading, _: &ColumnSpec) -> Option<Self> {
        Self::read(text, how)
    }

    /// Returns the word that a cell means, in a column that holds one of a few; `None` when it means none.
    fn choice_in(_text: &str, _: &Reading, _: &ColumnSpec) -> Option<&'static str> {
        None
    }

    /// Returns whether a cell of a column that is no value stands for a blank one.
    fn means_blank(text: &str, _: &Reading, _: &ColumnSpec) -> bool {
        is_blank(text)
    }

    /// Returns the reason why a text is no such value, and what to do about it, where it can be told. With `quotes` the
    /// sentence may contain what the cell means.
    fn why_not(_text: &str, _quotes: bool) -> Option<String> {
        None
    }

    /// Returns the day of a value that has one.
    fn day(&self) -> Option<NaiveDate> {
        None
    }
}

/// Returns whether a trimmed cell is blank: empty, or a word that means so.
#[inline]
pub fn is_blank(text: &str) -> bool {
    is_said_blank(text) || is_blank_of_a_program(text)
}

/// Returns whether a cell is empty, or one of the words for nothing that people write.
#[inline]
pub(crate) fn is_said_blank(text: &str) -> bool {
    match text.len() {
        0 => true,
        1 => text == "-",
        3 => text.eq_ignore_ascii_case("n/a"),
        4 => text.eq_ignore_ascii_case("none"),
        7 => text.eq_ignore_ascii_case("unknown"),
        _ => false,
    }
}

/// Returns whether a cell is what a program writes for no value: a word of a database, or marks alone, such as dashes
/// and `__/__/____` (settled 167).
#[inline]
fn is_blank_of_a_program(text: &str) -> bool {
    match text.as_bytes().first() {
        None | Some(b'0'..=b'9') => false,
        Some(b'N' | b'n' | b'#' | b'(' | b'<' | b'[' | b'\\') => {
            let is = |word: &&str| text.eq_ignore_ascii_case(word);
            is_null(text) || ["na", "n.a.", "nan", "nat", "<na>", "<null>", "[null]", "\\n"].iter().any(is)
        }
        Some(first) if first.is_ascii_alphabetic() => false,
        Some(_) => text.chars().all(|letter| matches!(letter, '/' | '_' | '.' | ' ') || is_hyphen(letter)),
    }
}

/// Returns whether a cell is the word of a database or a spreadsheet for no value (settled 167).
pub(crate) fn is_null(text: &str) -> bool {
    text.eq_ignore_ascii_case("null") || is_null_in_any_column(text)
}

/// Returns whether a cell is such a word that nobody is called.
pub(crate) fn is_null_in_any_column(text: &str) -> bool {
    text.eq_ignore_ascii_case("(null)") || text.eq_ignore_ascii_case("#n/a")
}

/// A mark that a column carries in its declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The day of something that has happened. A day after the day asked about is impossible (settled 5).
    Past,
    /// A day that may lie after the day asked about.
    Planned,
    /// A day that is compared with no other, or with days of its own record only, such as a birth date.
    Unchecked,
    /// A value that never appears in a message.
    Private,
    /// A length in inches.
    Inches,
    /// A weight in pounds.
    Pounds,
    /// A share in percent.
    Percent,
    /// A number of repetitions.
    Repetitions,
    /// An age in years.
    Years,
}

/// The unit of a column of numbers, which may stand behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Inches.
    Inches,
    /// Pounds.
    Pounds,
    /// Percent.
    Percent,
    /// Repetitions.
    Repetitions,
    /// Years.
    Years,
}

impl Unit {
    /// Returns a number without this unit behind it.
    pub fn without(self, text: &str) -> &str {
        let words: &[&str] = match self {
            Self::Inches => &["inches", "inch", "in.", "in", "\"", "\u{201d}"],
            Self::Pounds => &["pounds", "pound", "lbs.", "lbs", "lb.", "lb", "#"],
            Self::Percent => &["percent", "pct", "%"],
            Self::Repetitions => &["repetitions", "reps.", "reps", "rep", "sit-ups", "situps"],
            Self::Years => &["years old", "years", "yrs.", "yrs", "yr", "yo", "y"],
        };
        let ends_in = |word: &&&str| {
            let at = text.len().checked_sub(word.len());
            at.and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(word))
        };
        words.iter().find(ends_in).map_or(text, |word| text[..text.len() - word.len()].trim_end())
    }
}

/// A column as it is declared.
#[derive(Clone, Copy, Debug)]
pub struct ColumnSpec {
    /// The name in templates and messages.
    pub name: &'static str,
    /// Other names that a header may use, folded.
    pub aliases: &'static [&'static str],
    /// The form of a cell, in words.
    pub expected: &'static str,
    /// The meaning of the column.
    pub meaning: &'static str,
    /// True when a value never appears in a message.
    pub private: bool,
    /// True when the column holds the day of something that has happened.
    pub past: bool,
    /// True when the column holds days, or days with a clock time.
    pub is_day: bool,
    /// Returns the reason why a text is no value of the column, and what to do about it, where it can be told.
    pub why_not: fn(&str, bool) -> Option<String>,
    /// What the cells name, where that matters to how they are read.
    pub role: Role,
    /// The unit of its numbers, where one may stand behind them.
    pub unit: Option<Unit>,
    /// The words of a column that holds one of a few.
    pub choices: &'static [&'static str],
    /// Returns the word that a cell of such a column means.
    choice: fn(&str, &Reading, &Self) -> Option<&'static str>,
}

/// What the cells of a column name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A person's PTB ID.
    Id,
    /// A last name, or a whole one.
    LastName,
    /// Another part of a name.
    GivenName,
    /// A birth date.
    BirthDate,
    /// Anything else.
    Plain,
}

impl Role {
    /// Returns the role of a column by its name, which is the same in every kind of file.
    const fn of(name: &str) -> Self {
        match name.as_bytes() {
            b"ptb_id" => Self::Id,
            b"name" | b"last_name" => Self::LastName,
            b"first_name" | b"middle_name" | b"suffix" => Self::GivenName,
            b"birth_date" => Self::BirthDate,
            _ => Self::Plain,
        }
    }
}

impl ColumnSpec {
    /// Returns whether the column holds any text.
    pub fn is_text(&self) -> bool {
        self.expected == <&str as Cell>::EXPECTED
    }

    /// Returns a column that holds cells of one kind.
    ///
    /// # Panics
    /// When a column of days carries none of the marks `Past`, `Planned` and `Unchecked`, or more than one, and when
    /// any other column carries one. Columns are declared in constants, so that such a declaration does not compile.
    pub const fn new<'a, Kind: Cell<'a>>(
        name: &'static str,
        aliases: &'static [&'static str],
        meaning: &'static str,
        marks: &[Mark],
    ) -> Self {
        let past = count(marks, Mark::Past);
        let marks_of_day = past + count(marks, Mark::Planned) + count(marks, Mark::Unchecked);
        assert!(
            marks_of_day == Kind::IS_DAY as usize,
            "a column of days says Past, Planned or Unchecked, and no other column does"
        );
        Self {
            name,
            aliases,
            expected: Kind::EXPECTED,
            meaning: meaning.trim_ascii(),
            private: count(marks, Mark::Private) > 0,
            past: past > 0,
            is_day: Kind::IS_DAY,
            why_not: Kind::why_not,
            role: Role::of(name),
            unit: unit_of(marks),
            choices: Kind::CHOICES,
            choice: Kind::choice_in,
        }
    }

    /// Returns the word that a cell means, in a column that holds one of a few.
    pub fn choice_of(&self, text: &str, how: &Reading) -> Option<&'static str> {
        (self.choice)(text, how, self)
    }
}

/// Returns the unit among the marks of a column.
const fn unit_of(marks: &[Mark]) -> Option<Unit> {
    let mut at = 0;
    while at < marks.len() {
        match marks[at] {
            Mark::Inches => return Some(Unit::Inches),
            Mark::Pounds => return Some(Unit::Pounds),
            Mark::Percent => return Some(Unit::Percent),
            Mark::Repetitions => return Some(Unit::Repetitions),
            Mark::Years => return Some(Unit::Years),
            Mark::Past | Mark::Planned | Mark::Unchecked | Mark::Private => at += 1,
        }
    }
    None
}

/// Counts one mark among those of a column.
const fn count(marks: &[Mark], wanted: Mark) -> usize {
    let (mut at, mut found) = (0, 0);
    while at < marks.len() {
        found += (marks[at] as u8 == wanted as u8) as usize;
        at += 1;
    }
    found
}
