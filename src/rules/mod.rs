//! The shared rules: each requirement declared once, asked of one record on one day. Pure: no file, no clock, no format.

pub mod ask;
pub mod claim;
pub mod deadlines;
pub mod exam;
pub mod firearms;
pub mod guides;
pub mod law;
pub mod permit;
pub mod power;
pub mod roster;
#[cfg(test)]
mod tests;
pub mod training;

pub use ask::answer::{Answer, Ask, Cannot, Words};
pub use ask::questions::{Asked, Gated, Questions, RuleSet};

use crate::finding::{Source, Status};
use crate::input::cells::PlaceSet;
use crate::model;
use crate::model::officer::{Column, Officer};
use law::figure::Figure;

/// One requirement: everything that `muster rules`, the manual, the findings and the tests say about it.
pub struct Rule {
    /// What it is about, for ever: `basic-training-deadline`.
    pub name: &'static str,
    /// One line for a list.
    pub title: &'static str,
    /// What it asks, how it is counted, how doubts were settled; a paragraph each.
    pub explain: &'static [&'static str],
    /// The law, highest authority first.
    pub sources: &'static [Source],
    /// Where another source says something else.
    pub conflicts: &'static [Conflict],
    /// The figures it reads.
    pub figures: &'static [&'static dyn Figure],
    /// The cell that would settle it, named on findings.
    pub column: Column,
    /// The questions that decide whether it speaks of a record at all.
    pub gates: &'static [&'static Gate],
    /// Columns without which it cannot be asked.
    pub required: &'static [Column],
    /// Columns of which at least one must be in the file.
    pub one_of: &'static [Column],
    /// Columns it reads when they are there.
    pub optional: &'static [Column],
    /// The answer about a record that the rule speaks of, whose cells can all be read.
    pub check: fn(&Officer, &Ask) -> Result<Answer, Cannot>,
    /// Rows worked by hand, run by the tests and shown by `muster rules NAME`.
    pub examples: &'static [Example],
}

/// A requirement that speaks of the agency, asked once a file.
pub struct FileRule {
    /// What it is about, for ever.
    pub name: &'static str,
    /// One line for a list.
    pub title: &'static str,
    /// What it asks; a paragraph each.
    pub explain: &'static [&'static str],
    /// The law, highest authority first.
    pub sources: &'static [Source],
    /// The answer, or nothing when it is not asked.
    pub check: fn(&Ask) -> Option<Answer>,
}

/// What another source says, and what the answer would be under it.
#[derive(Debug)]
pub struct Conflict {
    /// The other source.
    pub source: Source,
    /// What it says.
    pub says: &'static str,
}

/// A question that decides whether a rule speaks of a record; several rules may share it.
pub struct Gate {
    /// The cell that decides.
    pub column: Column,
    /// Whether the rule speaks of this officer; `None` when the cell is blank and has no default.
    pub applies: fn(&Officer, &Ask) -> Option<bool>,
}

/// A worked example: a row, a day, and the answer.
#[derive(Debug)]
pub struct Example {
    /// The story in a few words.
    pub title: &'static str,
    /// The cells of the row, by column name; every other column of the rule is there and blank.
    pub row: &'static [(&'static str, &'static str)],
    /// The day asked about.
    pub as_of: &'static str,
    /// The answer.
    pub status: Status,
    /// The due day, `YYYY-MM-DD`, where the answer has one.
    pub due: Option<&'static str>,
}

/// A row of the roster with its place.
pub type RosterEntry<'a> = model::Entry<'a, Officer<'a>>;

/// Every rule, in the order of their names.
pub fn catalogue() -> impl Iterator<Item = &'static Rule> + Clone {
    let mut rules: Vec<&'static Rule> = [
        roster::employment::RULES,
        roster::trained_before::RULES,
        roster::entrance::RULES,
        roster::part_time::RULES,
        roster::part_time_certificate::RULES,
        roster::part_time_course::RULES,
        roster::activation::RULES,
        roster::freeze_return::RULES,
        roster::homicide::RULES,
        roster::portal::RULES,
        roster::firearms::RULES,
    ]
    .into_iter()
    .flatten()
    .collect();
    rules.sort_unstable_by_key(|rule| rule.name);
    rules.into_iter()
}

/// Every rule that is asked once a file, in the order of their names.
pub fn file_rules() -> impl Iterator<Item = &'static FileRule> {
    [roster::firearms::FILE_RULES, roster::signature::FILE_RULES].into_iter().flatten()
}

/// Every figure of the law: the scalars, then the tables.
pub fn figures() -> impl Iterator<Item = &'static dyn Figure> {
    let tables: [&dyn Figure; 5] = [
        &law::schedule::COHORT_FIGURES,
        &law::schedule::WINDOW_FIGURES,
        &power::standards::STANDARD_FIGURES,
        &firearms::course::STAGE_FIGURES,
        &training::mandates::MANDATE_FIGURES,
    ];
    law::params::ALL.iter().copied().chain(tables)
}

/// The rule of this name.
pub fn find(name: &str) -> Option<&'static Rule> {
    catalogue().find(|rule| rule.name == name)
}

/// The title of the rule of this name, or the name itself.
pub fn title(name: &'static str) -> &'static str {
    let of_file = || file_rules().find(|rule| rule.name == name).map(|rule| rule.title);
    let of_mandate =
        || training::mandates::MANDATES.iter().find(|mandate| mandate.rule == name).map(|mandate| &*mandate.title);
    find(name).map(|rule| rule.title).or_else(of_file).or_else(of_mandate).unwrap_or(name)
}

impl Rule {
    /// The columns it reads, gates first, each once.
    pub fn columns(&self) -> impl Iterator<Item = Column> + Clone {
        let mut seen = PlaceSet::EMPTY;
        self.gates
            .iter()
            .map(|gate| gate.column)
            .chain([self.required, self.one_of, self.optional].into_iter().flatten().copied())
            .filter(move |column| {
                let new = !seen.has(*column as usize);
                seen.insert(*column as usize);
                new
            })
    }
}
