//! Counts of answers: all of them, and by agency where a report shows that.

use crate::check::roster::agency_ids::AgencyIds;
use crate::finding::Tally;
use crate::values::fold::fold;
use hashbrown::HashMap;
use std::collections::BTreeMap;

/// The counts of one worker.
pub(crate) struct Tallies {
    /// All answers.
    pub(crate) all: Tally,
    by_agency: Option<Agencies>,
}

/// Counts by agency, as the agency is spelled in the file.
#[derive(Default)]
struct Agencies {
    ids: AgencyIds,
    tallies: Vec<Tally>,
    /// The answers about officers without an agency.
    without: Tally,
}

impl Tallies {
    /// Starts at zero. `by_agency`: whether the answers of each agency are counted as well.
    pub(crate) fn new(by_agency: bool) -> Self {
        Self { all: Tally::default(), by_agency: by_agency.then(Agencies::default) }
    }

    /// Adds the answers about an officer.
    pub(crate) fn add(&mut self, agency: Option<&str>, answers: &Tally) {
        self.all.add(answers);
        if let Some(agencies) = &mut self.by_agency {
            let tally = match agency {
                Some(agency) => agencies.tally(agency),
                None => &mut agencies.without,
            };
            tally.add(answers);
        }
    }

    /// Adds up the counts of several workers. Returns the sum, and the agencies in the order of their names, each under
    /// the spelling that most records have.
    pub(crate) fn merge(workers: impl Iterator<Item = Self>) -> (Tally, Vec<(String, Tally)>) {
        let mut all = Tally::default();
        let mut spellings: HashMap<String, Tally> = HashMap::new();
        for worker in workers {
            all.add(&worker.all);
            for (agency, tally) in worker.by_agency.into_iter().flat_map(Agencies::into_tallies) {
                spellings.entry(agency).or_default().add(&tally);
            }
        }
        let mut spelled: Vec<_> = spellings.into_iter().collect();
        spelled.sort_by(|(one, its), (other, others)| others.records.cmp(&its.records).then_with(|| one.cmp(other)));
        let mut merged: BTreeMap<String, (String, Tally)> = BTreeMap::new();
        for (agency, tally) in spelled {
            merged.entry(fold(&agency)).or_insert_with(|| (agency, Tally::default())).1.add(&tally);
        }
        (all, merged.into_values().collect())
    }
}

impl Agencies {
    fn tally(&mut self, agency: &str) -> &mut Tally {
        let tallies = &mut self.tallies;
        let index = self.ids.number(agency, || {
            tallies.push(Tally::default());
            tallies.len() - 1
        });
        &mut tallies[index]
    }

    /// Returns the spellings with their tallies; the spelling of no agency is empty.
    fn into_tallies(self) -> impl Iterator<Item = (String, Tally)> {
        let Self { ids, mut tallies, without } = self;
        let spelled = ids.into_numbers().map(move |(agency, index)| (agency, std::mem::take(&mut tallies[index])));
        let without = Some((String::new(), without)).filter(|(_, tally)| tally.records > 0);
        spelled.chain(without)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Status;

    #[test]
    fn agencies_are_counted_under_their_usual_spelling() {
        let counted = |by_agency, agencies: &[Option<&str>]| {
            let mut counted = Tallies::new(by_agency);
            for agency in agencies {
                let mut answers = Tally::default();
                answers.records = 1;
                answers.count(Status::Met);
                counted.add(*agency, &answers);
            }
            counted
        };
        let workers = |by_agency| {
            let one = counted(by_agency, &[Some("springfield pd"), None, Some("Aurora"), Some("Springfield PD")]);
            let other = counted(by_agency, &[Some("Springfield PD"), Some("Springfield  PD"), None]);
            [one, other].into_iter()
        };
        let (all, by_agency) = Tallies::merge(workers(true));
        let counts: Vec<_> = by_agency.iter().map(|(agency, tally)| (agency.as_str(), tally.records)).collect();
        assert_eq!(counts, [("", 2), ("Aurora", 1), ("Springfield PD", 4)]);
        assert_eq!((all.records, all.of(Status::Met)), (7, 7));
        assert_eq!(Tallies::merge(workers(false)), (all, Vec::new()));
    }
}
