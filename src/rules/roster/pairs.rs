//! Two rosters row by row: which rows are about the same officer.

use crate::model::officer::{Column, Officer, RosterEntry};
use crate::model::{matched_id, name};
use crate::values::fold::fold;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The largest number of possible pairs for which people of one name are told apart.
const MOST_PAIRS: usize = 100_000;

/// The rows of two rosters that are about the same appointment, by their places.
#[derive(Debug, Default)]
pub struct Pairs {
    /// The old and the new row.
    pub same: Vec<(usize, usize)>,
    /// Rows of the new roster only.
    pub joined: Vec<usize>,
    /// Rows of the old roster only.
    pub left: Vec<usize>,
    /// Rows that are not compared.
    pub unclear: Vec<Unclear>,
    /// Rows of each roster that repeat an earlier one of it, each after the row that it repeats.
    pub repeated: [Vec<(usize, usize)>; 2],
}

impl Pairs {
    /// Returns the repeated rows of officers whose row both rosters repeat, the old with the new one.
    pub fn repeated_on_both(&self) -> Vec<(usize, usize)> {
        let [old, new] = &self.repeated;
        let mut by_first: HashMap<usize, Vec<usize>> = HashMap::new();
        for (first, row) in old {
            by_first.entry(*first).or_default().push(*row);
        }
        let old_first: HashMap<usize, usize> = self.same.iter().map(|(was, is)| (*is, *was)).collect();
        let mut both = Vec::new();
        for (first, row) in new.iter().rev() {
            let olds = old_first.get(first).and_then(|first| by_first.get_mut(first));
            both.extend(olds.and_then(Vec::pop).map(|old| (old, *row)));
        }
        both
    }
}

/// A row whose officer cannot be determined.
#[derive(Clone, Debug)]
pub struct Unclear {
    /// True when it is on the new roster.
    pub is_new: bool,
    /// Its place.
    pub row: usize,
    /// The reason, in a sentence.
    pub why: String,
}

/// Pairs the rows of the same officer: equal rows first, then by PTB ID and agency, by PTB ID alone, and by last name,
/// first name and, where both rows have it, birth date. Rows that could belong to several people are left unclear.
pub fn pair(old: &[RosterEntry], new: &[RosterEntry]) -> Pairs {
    let mut pairs = Pairs::default();
    let mut open = [(0..old.len()).collect::<Vec<usize>>(), (0..new.len()).collect::<Vec<usize>>()];
    let mut unclear = Vec::new();
    let everything = |officer: &Officer| {
        let text = |column: &Column| (officer.meaning(*column), officer.is_faulty(*column));
        Some(Column::ALL.iter().map(text).collect::<Vec<_>>())
    };
    // A row that stands twice is one officer (settled 199).
    for (side, rows) in [old, new].into_iter().enumerate() {
        let mut first = HashMap::new();
        open[side].retain(|row| {
            let earlier = *first.entry(everything(&rows[*row].record)).or_insert(*row);
            if earlier != *row {
                pairs.repeated[side].push((earlier, *row));
            }
            earlier == *row
        });
    }
    by_key(&mut open, [old, new], everything, |olds, news| {
        pairs.same.extend(olds.iter().copied().zip(news.iter().copied()));
        Paired::All
    });
    let agency = |officer: &Officer| officer.agency.map(fold).unwrap_or_default();
    let with_agency = |officer: &Officer| officer.ptb_id.map(|id| (matched_id(id).into_owned(), agency(officer)));
    by_key(&mut open, [old, new], with_agency, |olds, news| {
        match (olds, news) {
            ([one], [other]) => pairs.same.push((*one, *other)),
            _ => unclear.extend(not_told_apart("this PTB ID and agency are", [(old, olds), (new, news)])),
        }
        Paired::All
    });
    by_key(
        &mut open,
        [old, new],
        |officer| officer.ptb_id.map(|id| matched_id(id).into_owned()),
        |old, new| match (old, new) {
            ([one], [other]) => {
                pairs.same.push((*one, *other));
                Paired::All
            }
            // With several appointments left on a side it is unknown which one moved: some joined, some left.
            _ => Paired::None,
        },
    );
    let names = |officer: &Officer| {
        let first = officer.first_name.map(|first| name::key(first.0));
        officer.last_name.map(|last| (name::key(last.0), first))
    };
    by_key(&mut open, [old, new], names, |olds, news| {
        let fits = |one: &Officer, other: &Officer| {
            one.ptb_id.zip(other.ptb_id).is_none()
                && one.birth_date.zip(other.birth_date).is_none_or(|(one, other)| one == other)
        };
        if olds.len().saturating_mul(news.len()) > MOST_PAIRS {
            unclear
                .extend(not_told_apart("more people than can be told apart have the name", [(old, olds), (new, news)]));
            return Paired::All;
        }
        let fitting: Vec<(usize, usize)> = olds
            .iter()
            .flat_map(|one| news.iter().map(move |other| (*one, *other)))
            .filter(|(one, other)| fits(&old[*one].record, &new[*other].record))
            .collect();
        // Every row has exactly one counterpart, by the birth date.
        let ones: HashSet<usize> = fitting.iter().map(|pair| pair.0).collect();
        let others: HashSet<usize> = fitting.iter().map(|pair| pair.1).collect();
        let is_clear = [ones.len(), olds.len(), others.len(), news.len()].iter().all(|count| *count == fitting.len());
        if fitting.is_empty() {
            return Paired::None;
        }
        if is_clear {
            pairs.same.extend(fitting);
        } else {
            unclear.extend(not_told_apart("without PTB IDs or birth dates this name is", [(old, olds), (new, news)]));
        }
        Paired::All
    });
    for (is_new, rows) in [(false, old), (true, new)] {
        open[usize::from(is_new)].retain(|row| {
            let Officer { ptb_id, last_name, .. } = &rows[*row].record;
            let is_named = ptb_id.is_some() || last_name.is_some();
            if !is_named {
                let why = "the row has no PTB ID and no last name, so its officer is unknown".into();
                unclear.push(Unclear { is_new, row: *row, why });
            }
            is_named
        });
    }
    [pairs.left, pairs.joined] = open;
    pairs.same.sort_by_key(|(_, new)| *new);
    pairs.unclear = unclear;
    pairs
}

/// Returns the rows of both rosters that share a key and can be paired in more than one way.
fn not_told_apart(what: &str, [old, new]: [(&[RosterEntry], &[usize]); 2]) -> Vec<Unclear> {
    let lines = |(rows, places): (&[RosterEntry], &[usize])| {
        let lines: Vec<String> = places.iter().map(|row| rows[*row].line.to_string()).collect();
        let record = match rows.first() {
            Some(row) if row.sheet.is_some() => "row",
            _ => "line",
        };
        format!("{record}{} {}", if lines.len() == 1 { "" } else { "s" }, lines.join(", "))
    };
    let why = format!(
        "{what} on {} of the old and {} of the new roster; the rows cannot be told apart",
        lines(old),
        lines(new)
    );
    let unclear = |is_new: bool, places: &[usize]| -> Vec<Unclear> {
        places.iter().map(|row| Unclear { is_new, row: *row, why: why.clone() }).collect()
    };
    [unclear(false, old.1), unclear(true, new.1)].concat()
}

/// The rows of a group that need no further comparison.
enum Paired {
    /// Every row.
    All,
    /// No row.
    None,
}

/// Groups the open rows by a key, calls `take` with each group that both rosters have, and closes the rows that it
/// pairs.
fn by_key<K: Ord>(
    open: &mut [Vec<usize>; 2],
    rows: [&[RosterEntry]; 2],
    key: impl Fn(&Officer) -> Option<K>,
    mut take: impl FnMut(&[usize], &[usize]) -> Paired,
) {
    let mut groups: BTreeMap<K, [Vec<usize>; 2]> = BTreeMap::new();
    for side in 0..2 {
        for at in &open[side] {
            if let Some(key) = key(&rows[side][*at].record) {
                groups.entry(key).or_default()[side].push(*at);
            }
        }
    }
    let mut closed = [HashSet::new(), HashSet::new()];
    for [old, new] in groups.values().filter(|[old, new]| !old.is_empty() && !new.is_empty()) {
        if matches!(take(old, new), Paired::All) {
            closed[0].extend(old.iter().copied());
            closed[1].extend(new.iter().copied());
        }
    }
    for side in 0..2 {
        open[side].retain(|at| !closed[side].contains(at));
    }
}
