//! The shared rules: each requirement declared once, asked of one record on one day. Pure: no file, no clock, no format.

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
pub mod roster;
#[cfg(test)]
mod tests;
pub mod training;

use ask::rule::{FileRule, Rule};
use law::figure::Figure;

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
