//! Where a source can be read. An address is exact, or it says what to look for and where; a front page is never shown
//! as if it were the section.

use crate::finding::{Authority, Source};
use schemars::JsonSchema;
use serde::ser::{SerializeStruct, Serializer};
use serde::{Serialize, ser::SerializeSeq};
use std::fmt;

/// The Board. Its frequently asked questions and the page on the portal have no address of their own that is known.
const BOARD: &str = "https://www.ptb.illinois.gov/";
/// The State's administrative code, as the law school of Cornell University publishes it.
const CODE: &str = "https://www.law.cornell.edu/regulations/illinois";
/// The compiled statutes of Illinois.
const STATUTES: &str = "https://www.ilga.gov/legislation/ilcs/ilcs.asp";

/// The place where a source can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// The address of the section itself.
    Exact(SectionPage<'static>),
    /// The page on which to search for the citation.
    SearchAt(&'static str),
    /// What is known where there is no address to search at.
    Words(&'static str),
}

impl fmt::Display for Address {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(page) => page.fmt(to),
            Self::SearchAt(page) => write!(to, "search for it at {page}"),
            Self::Words(words) => to.write_str(words),
        }
    }
}

impl Source {
    /// Returns where the source can be read.
    pub fn address(&self) -> Address {
        if let Some(exact) = self.exact_address() {
            return Address::Exact(exact);
        }
        match self.authority {
            Authority::Statute => Address::SearchAt(STATUTES),
            Authority::OtherCode if !self.section.contains(" Ill. Adm. Code ") => Address::Words(
                "P.O. Box 9860, Springfield, Illinois 62791; 217/726-9537; the page named in 1720.250(a) is \
                 www.ptb.state.il.us",
            ),
            Authority::Code | Authority::OtherCode => Address::SearchAt(CODE),
            Authority::Faq | Authority::Portal => Address::SearchAt(BOARD),
            Authority::Cops => Address::Words(
                "the announcement names https://copstrainingportal.org/project/state-approved-courses/ for the list of \
                 courses",
            ),
            Authority::Mtu10 => Address::Words("Mobile Team Unit #10 (LETAC), Springfield; 217/726-7014"),
            Authority::UnitList => Address::Words("the pages of the Mobile Team Units named"),
            Authority::Reading => Address::Words("no source says it"),
        }
    }

    /// Returns the address of the section itself, where one is known.
    pub fn exact_address(&self) -> Option<SectionPage<'static>> {
        exact(self.authority, self.section)
    }
}

/// The page of a section. It is written without an allocation, because every finding of a roster has some.
///
/// Three publishers name their pages by the citation: Cornell's page of `20 Ill. Adm. Code 1720.20` ends in
/// `tit-20-SS-1720.20`, its page of `18 USC 926C` in `18/926C`; the General Assembly's page of `50 ILCS 705/8.1` is
/// the document `0050` `0705` `0K` `8.1`: chapter and act in four digits each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionPage<'c> {
    /// A section of the administrative code: title and number.
    Code(&'c str, &'c str),
    /// A section of the federal code: title and section.
    Federal(&'c str, &'c str),
    /// A section of a statute of Illinois: chapter, act and section.
    Statute(u16, u16, &'c str),
}

impl fmt::Display for SectionPage<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(title, number) => write!(to, "{CODE}/Ill-Admin-Code-tit-{title}-SS-{number}"),
            Self::Federal(title, section) => write!(to, "https://www.law.cornell.edu/uscode/text/{title}/{section}"),
            Self::Statute(chapter, act, section) => {
                let page = "https://www.ilga.gov/legislation/ilcs/fulltext.asp?DocName=";
                write!(to, "{page}{chapter:04}{act:04}0K{section}")
            }
        }
    }
}

impl Serialize for SectionPage<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// Returns the page of the section that a printed citation names, where one is known.
pub fn exact_address(citation: &str) -> Option<SectionPage<'_>> {
    let (authority, section) = Source::parse(citation);
    exact(authority, section)
}

/// Returns the page of a section, where one is known. An appendix has none, nor a citation of several sections.
fn exact(authority: Authority, section: &str) -> Option<SectionPage<'_>> {
    match authority {
        Authority::Code => administrative("20", section),
        Authority::OtherCode => {
            let (title, section) = section.split_once(" Ill. Adm. Code ")?;
            administrative(title, section)
        }
        Authority::Statute => match section.split_once(" USC ") {
            Some((title, section)) => Some(SectionPage::Federal(title, section)),
            None => statute(section),
        },
        _ => None,
    }
}

fn administrative<'c>(title: &'c str, citation: &'c str) -> Option<SectionPage<'c>> {
    let number = section_number(citation);
    let (part, section) = number.split_once('.')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let rest = &citation[number.len()..];
    let names_another = rest.match_indices(part).any(|(at, _)| rest[at + part.len()..].starts_with('.'));
    let is_one = [title, part, section].into_iter().all(is_number) && !names_another;
    is_one.then_some(SectionPage::Code(title, number))
}

fn statute(citation: &str) -> Option<SectionPage<'_>> {
    let (chapter, rest) = citation.split_once(" ILCS ")?;
    let (act, rest) = rest.split_once('/')?;
    let section = rest.split(|letter: char| !letter.is_ascii_alphanumeric() && !".-".contains(letter)).next()?;
    let (chapter, act) = (chapter.parse().ok()?, act.parse().ok()?);
    (!section.is_empty()).then_some(SectionPage::Statute(chapter, act, section))
}

/// Returns `1720.20` of `1720.20(f)`.
fn section_number(citation: &str) -> &str {
    let end = citation.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(citation.len());
    citation[..end].trim_end_matches('.')
}

/// A citation, of which the address may be known.
pub trait Citation: Serialize {
    /// Returns the address of the section itself, where one is known.
    fn exact_address(&self) -> Option<SectionPage<'_>>;
}

impl Citation for Source {
    fn exact_address(&self) -> Option<SectionPage<'_>> {
        Self::exact_address(self)
    }
}

impl Citation for String {
    fn exact_address(&self) -> Option<SectionPage<'_>> {
        exact_address(self)
    }
}

/// The keys of machine output that [`with_urls`] writes.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
pub struct SourcesAndUrls {
    /// The law and the pages, highest authority first.
    sources: Vec<Source>,
    /// For each of `sources` the address of the section itself, or null where none is known.
    source_urls: Vec<Option<String>>,
}

/// Writes the keys `sources` and `source_urls`; for a field with `#[serde(flatten, serialize_with = "with_urls")]`.
///
/// # Errors
/// When the output cannot be written.
pub fn with_urls<S: Serializer, C: Citation>(sources: &impl AsRef<[C]>, to: S) -> Result<S::Ok, S::Error> {
    let sources = sources.as_ref();
    let mut keys = to.serialize_struct("SourcesAndUrls", 2)?;
    keys.serialize_field("sources", sources)?;
    keys.serialize_field("source_urls", &Urls(sources))?;
    keys.end()
}

struct Urls<'s, C>(&'s [C]);

impl<C: Citation> Serialize for Urls<'_, C> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut list = to.serialize_seq(Some(self.0.len()))?;
        self.0.iter().try_for_each(|source| list.serialize_element(&source.exact_address()))?;
        list.end()
    }
}

/// The keys of machine output that [`one_with_urls`] writes.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
pub struct SourceAndUrls {
    /// The law or the page; several are separated by semicolons.
    source: String,
    /// For each of them the address of the section itself, or null where none is known.
    source_urls: Vec<Option<String>>,
}

/// Writes the keys `source` and `source_urls` for a text of one or several citations.
///
/// # Errors
/// When the output cannot be written.
pub fn one_with_urls<S: Serializer>(source: &str, to: S) -> Result<S::Ok, S::Error> {
    let urls: Vec<Option<SectionPage>> = source.split("; ").map(exact_address).collect();
    let mut keys = to.serialize_struct("SourceAndUrls", 2)?;
    keys.serialize_field("source", source)?;
    keys.serialize_field("source_urls", &urls)?;
    keys.end()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The beginning of the address of a section of the administrative code.
    const SECTION: &str = "https://www.law.cornell.edu/regulations/illinois/Ill-Admin-Code-tit-";

    #[test]
    fn a_section_has_the_address_of_its_own_page() {
        for (source, section) in [
            (Source::code("1720.20(f)"), "20-SS-1720.20"),
            (Source::code("1720.35(h), (i)"), "20-SS-1720.35"),
            (Source::code("1720.60; 47 Ill. Reg. 9369"), "20-SS-1720.60"),
            (Source::other_code("20 Ill. Adm. Code 1770.212(a)"), "20-SS-1770.212"),
            (Source::other_code("80 Ill. Adm. Code 3000.300(f)(2)"), "80-SS-3000.300"),
        ] {
            let address = source.exact_address().map(|page| page.to_string());
            assert_eq!(address, Some(format!("{SECTION}{section}")), "{source}");
            assert_eq!(exact_address(&source.to_string()), source.exact_address(), "{source}");
        }
    }

    #[test]
    fn a_statute_has_the_address_of_its_section() {
        for (source, address) in [
            (Source::statute("18 USC 926C"), "https://www.law.cornell.edu/uscode/text/18/926C"),
            (
                Source::statute("50 ILCS 705/8.4(a)(1)"),
                "https://www.ilga.gov/legislation/ilcs/fulltext.asp?DocName=005007050K8.4",
            ),
            (
                Source::statute("30 ILCS 105/12-2"),
                "https://www.ilga.gov/legislation/ilcs/fulltext.asp?DocName=003001050K12-2",
            ),
        ] {
            assert_eq!(source.exact_address().unwrap().to_string(), address, "{source}");
            assert_eq!(exact_address(&source.to_string()).unwrap().to_string(), address, "{source}");
        }
    }

    #[test]
    fn no_front_page_passes_for_a_section() {
        for source in [
            Source::code("1720.Appendix A"),
            Source::code("1720.220 to 1720.260"),
            Source::other_code("80 Ill. Adm. Code 2800.Appendix A"),
            Source::other_code("Illinois Retired Officer Concealed Carry Program"),
            Source::faq("complaints"),
            Source::portal("notices"),
            Source::cops("PTB ID"),
            Source::mtu10("dress code"),
            Source::reading("no source gives an opening day"),
        ] {
            assert_eq!(source.exact_address(), None, "{source}");
            assert!(!source.address().to_string().starts_with("http"), "{source}: {}", source.address());
        }
    }
}
