//! The rules: each requirement declared once and checked for one record on one day. This file is the catalogue.
//!
//! Nothing here opens a file, reads the clock or knows a format.

pub mod ask;
pub mod claim;
pub mod deadlines;
#[doc = include_str!("decisions.md")]
pub mod decisions {}
pub mod exam;
pub mod firearms;
pub mod guides;
pub mod law;
pub mod permit;
pub mod power;
pub mod revision;
pub mod roster;
#[cfg(test)]
mod tests;
pub mod training;

use crate::values::place_set::PlaceSet;
use ask::rule::{FileRule, Rule};
use law::figure::Figure;

/// The rules of every subject.
static SUBJECTS: &[&[Rule]] = &[
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
];

// A file may be checked against every rule, and the rules and their gates are kept in sets of places. Gates that rules
// share are counted for each of them: the bound is reached early rather than late.
const _: () = {
    let (mut rules, mut gates, mut subject) = (0, 0, 0);
    while subject < SUBJECTS.len() {
        let mut at = 0;
        while at < SUBJECTS[subject].len() {
            gates += SUBJECTS[subject][at].gates.len();
            at += 1;
        }
        rules += at;
        subject += 1;
    }
    assert!(rules <= PlaceSet::CAPACITY, "more rules than a set of places can hold");
    assert!(gates <= PlaceSet::CAPACITY, "more gates than a set of places can hold");
};

/// Returns every rule, in the order of the names.
pub fn catalogue() -> impl Iterator<Item = &'static Rule> + Clone {
    let mut rules: Vec<&'static Rule> = SUBJECTS.iter().copied().flatten().collect();
    rules.sort_unstable_by_key(|rule| rule.name);
    rules.into_iter()
}

/// Returns every rule that is checked once per file, in the order of the names.
pub fn file_rules() -> impl Iterator<Item = &'static FileRule> {
    [roster::firearms::FILE_RULES, roster::signature::FILE_RULES].into_iter().flatten()
}

/// Returns every figure of the law: the single values, then the tables.
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

/// Returns the rule of this name.
pub fn find(name: &str) -> Option<&'static Rule> {
    catalogue().find(|rule| rule.name == name)
}

/// Returns the title of the rule of this name, or the name itself.
pub fn title(name: &'static str) -> &'static str {
    let of_file = || file_rules().find(|rule| rule.name == name).map(|rule| rule.title);
    let of_mandate =
        || training::mandates::MANDATES.iter().find(|mandate| mandate.rule == name).map(|mandate| &*mandate.title);
    find(name).map(|rule| rule.title).or_else(of_file).or_else(of_mandate).unwrap_or(name)
}
