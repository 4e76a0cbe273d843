//! A guide: an answer in words, with its sources.

use crate::finding::Source;
use crate::rules::law::figure::Figure;

/// An answer in words to a question that no record can answer.
pub struct Guide {
    /// The name, which never changes: `complaints`.
    pub name: &'static str,
    /// One line for a list.
    pub title: &'static str,
    /// The content of the sources, a paragraph each.
    pub text: &'static [&'static str],
    /// The figures that the text spells out; a test holds it against their values in force.
    pub figures: &'static [&'static dyn Figure],
    /// The law and the pages, highest authority first.
    pub sources: &'static [Source],
}
