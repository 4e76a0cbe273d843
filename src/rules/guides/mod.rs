//! Guides: questions of a clerk's day that have no check. Each has text and sources, in the same catalogue as the
//! rules.

mod academy;
mod agency;
mod checks;
mod contacts;
mod guide;
mod reading;
mod records;
mod schools;

pub use guide::Guide;

/// Returns every guide, in the order of their names.
pub fn guides() -> impl Iterator<Item = &'static Guide> + Clone {
    let mut guides: Vec<&'static Guide> = [
        agency::GUIDES,
        academy::GUIDES,
        checks::GUIDES,
        contacts::GUIDES,
        reading::GUIDES,
        records::GUIDES,
        schools::GUIDES,
    ]
    .into_iter()
    .flatten()
    .collect();
    guides.sort_unstable_by_key(|guide| guide.name);
    guides.into_iter()
}

/// Returns the guide of this name.
pub fn find(name: &str) -> Option<&'static Guide> {
    guides().find(|guide| guide.name == name)
}
