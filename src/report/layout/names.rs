//! Officers who owe the same by the same day, in a line or two.

use crate::finding::{Finding, Place};
use crate::report::layout::screen::{fit, wrapped};
use crate::words::{harmless, thousands};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// From this number of officers on, what they owe by the same day is one line.
pub(crate) const SHARED_FROM: u64 = 3;
/// The most officers who are kept, and the most lines that their names take.
const MOST_NAMED: usize = 20;
const MOST_LINES: usize = 2;

/// Officers by their names, the first of whom are kept.
#[derive(Default)]
pub(crate) struct Names {
    pub(crate) count: u64,
    kept: Vec<String>,
}

impl Names {
    /// Adds the officer of a finding: the name, else the PTB ID, else the record.
    pub(crate) fn add(&mut self, finding: &Finding) {
        self.add_named(finding.name.as_deref(), finding.ptb_id.as_deref(), &finding.place);
    }

    /// Adds an officer: the name, else the PTB ID, else the record.
    pub(crate) fn add_named(&mut self, name: Option<&str>, ptb_id: Option<&str>, place: &Place) {
        self.count += 1;
        if self.kept.len() < MOST_NAMED {
            let id = ptb_id.map(|id| format!("PTB {id}"));
            self.kept.push(name.map(str::to_owned).or(id).unwrap_or_else(|| place.record_words().to_string()));
        }
    }

    /// Returns `lead: Okafor, Novak and 3 more` in as many lines as it may take.
    pub(crate) fn lines(&self, lead: &str, room: usize) -> Vec<String> {
        let names = self.short();
        let between = if names.iter().any(|name| name.contains(',')) { "; " } else { ", " };
        let text = |named: usize| {
            let others = self.count.saturating_sub(named as u64);
            let others = (others > 0).then(|| format!("and {} more", thousands(others.cast_signed())));
            let list: Vec<&str> = names.iter().take(named).map(|name| &**name).chain(others.as_deref()).collect();
            wrapped(&format!("{lead}: {}", list.join(between)), room)
        };
        let fits = |lines: &Vec<String>| lines.len() <= MOST_LINES;
        (1..=names.len()).rev().map(text).find(fits).unwrap_or_else(|| vec![fit(lead, room)])
    }

    /// Returns the last names, or the whole names where two of them have the same.
    fn short(&self) -> Vec<Cow<'_, str>> {
        let mut count: BTreeMap<&str, u64> = BTreeMap::new();
        self.kept.iter().for_each(|name| *count.entry(last_name(name)).or_default() += 1);
        let is_alone = |name: &str| count.get(last_name(name)) == Some(&1);
        self.kept.iter().map(|name| harmless(if is_alone(name) { last_name(name) } else { name })).collect()
    }
}

/// Returns the last name of `Doe, Jane A.`
fn last_name(name: &str) -> &str {
    name.split(',').next().unwrap_or_default()
}
