//! A column as it is declared: its name, aliases, meaning and marks.

use crate::input::cells::Cell;

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
}

/// The unit of a column of numbers, which may stand behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Inches.
    Inches,
    /// Pounds.
    Pounds,
}

impl Unit {
    /// Returns a number without this unit behind it.
    pub fn without(self, text: &str) -> &str {
        let words: &[&str] = match self {
            Self::Inches => &["inches", "inch", "in.", "in", "\"", "\u{201d}"],
            Self::Pounds => &["pounds", "pound", "lbs.", "lbs", "lb.", "lb", "#"],
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
    /// Returns the reason why a text is no value of the column, and what to do about it, where it can be told.
    pub why_not: fn(&str, bool) -> Option<String>,
    /// What the cells name, where that matters to how they are read.
    pub role: Role,
    /// The unit of its numbers, where one may stand behind them.
    pub unit: Option<Unit>,
    /// The words of a column that holds one of a few.
    pub choices: &'static [&'static str],
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
            _ => Self::Plain,
        }
    }
}

impl ColumnSpec {
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
            why_not: Kind::why_not,
            role: Role::of(name),
            unit: match (count(marks, Mark::Inches), count(marks, Mark::Pounds)) {
                (0, 0) => None,
                (0, _) => Some(Unit::Pounds),
                _ => Some(Unit::Inches),
            },
            choices: Kind::CHOICES,
        }
    }
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
