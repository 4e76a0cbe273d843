//! Guides: what belongs to a clerk's questions and has no check. Text and source, in the same catalogue as the rules.

pub mod academy;
pub mod agency;
pub mod checks;
pub mod records;
pub mod schools;

use crate::finding::Source;

/// An answer in words to a question that no record can answer.
#[derive(Debug)]
pub struct Guide {
    /// What it is about, for ever: `complaints`.
    pub name: &'static str,
    /// One line for a list.
    pub title: &'static str,
    /// What the sources say; a paragraph each.
    pub text: &'static [&'static str],
    /// The law and the pages, highest authority first.
    pub sources: &'static [Source],
}

/// Every guide, in the order of their names.
pub fn guides() -> impl Iterator<Item = &'static Guide> + Clone {
    let mut guides: Vec<&'static Guide> =
        [agency::GUIDES, academy::GUIDES, checks::GUIDES, records::GUIDES, schools::GUIDES]
            .into_iter()
            .flatten()
            .collect();
    guides.sort_unstable_by_key(|guide| guide.name);
    guides.into_iter()
}

/// The guide of this name.
pub fn find(name: &str) -> Option<&'static Guide> {
    guides().find(|guide| guide.name == name)
}
