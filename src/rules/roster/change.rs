//! Two rosters compared: officers who joined or left, what changed, and the changes that need a Form E.

use crate::finding::Source;
use crate::model::name;
use crate::model::officer::{Column, Officer, RosterEntry};
use crate::rules::ask::Ask;
use crate::values::fold::fold;
use crate::words::day_words;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The largest number of possible pairs for which people of one name are told apart.
const MOST_PAIRS: usize = 100_000;

/// The sources of the duty to file a Form E.
pub static SOURCES: [Source; 2] = [Source::faq("moving to a new classification"), Source::mtu10("personnel rosters")];

/// The kind of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "Kind")]
pub enum ChangeKind {
    /// The officer is not on the old roster.
    Joined,
    /// The officer is not on the new roster.
    Left,
    /// A new name.
    Renamed,
    /// A new employment, class of officer, certificate or position, or an appointment that ended.
    Status,
    /// Any other change.
    Other,
}

impl ChangeKind {
    /// Returns the name in machine output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Joined => "joined",
            Self::Left => "left",
            Self::Renamed => "renamed",
            Self::Status => "status",
            Self::Other => "other",
        }
    }
}

/// One change of one officer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(title = "roster diff")]
pub struct Change<'a> {
    /// The kind of the change.
    pub change: ChangeKind,
    /// The officer's PTB ID on the new roster; on the old one of an officer who left.
    pub ptb_id: Option<&'a str>,
    /// `Doe, Jane A.`, as on the new roster; on the old one of an officer who left.
    pub name: Option<String>,
    /// The column that changed.
    pub column: Option<&'static str>,
    /// The old value. Null for a private column.
    pub old: Option<String>,
    /// The new value. Null for a private column.
    pub new: Option<String>,
    /// True when a Notice of Appointment/Separation is owed.
    pub form_e: bool,
    /// Further points for a careful reader.
    pub notes: Vec<String>,
    /// The file of the row: the new roster, or the old one of an officer who left.
    pub file: &'a str,
    /// The row's line.
    pub line: u64,
}

impl<'a> Change<'a> {
    fn of(change: ChangeKind, row: &RosterEntry<'a>) -> Self {
        let RosterEntry { file, line, record: ref officer } = *row;
        let (ptb_id, name) = (officer.ptb_id, officer.full_name());
        Self { change, ptb_id, name, column: None, old: None, new: None, form_e: true, notes: Vec::new(), file, line }
    }
}

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
        let text = |column: &Column| (meaning(officer, *column), officer.is_faulty(*column));
        Some(Column::ALL.iter().map(text).collect::<Vec<_>>())
    };
    by_key(&mut open, [old, new], everything, |old, new| {
        pairs.same.extend(old.iter().copied().zip(new.iter().copied()));
        // Of several equal rows, as many are paired as both sides have.
        Paired::First(old.len().min(new.len()))
    });
    let agency = |officer: &Officer| officer.agency.map(fold).unwrap_or_default();
    let with_agency = |officer: &Officer| officer.ptb_id.map(|id| (id.to_owned(), agency(officer)));
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
        |officer| officer.ptb_id.map(str::to_owned),
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
        format!("{} {}", if lines.len() == 1 { "line" } else { "lines" }, lines.join(", "))
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
    /// The first rows of each side, up to this number.
    First(usize),
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
        let settled = match take(old, new) {
            Paired::All => usize::MAX,
            Paired::First(count) => count,
            Paired::None => 0,
        };
        closed[0].extend(old.iter().copied().take(settled));
        closed[1].extend(new.iter().copied().take(settled));
    }
    for side in 0..2 {
        open[side].retain(|at| !closed[side].contains(at));
    }
}

/// The agencies of both rosters. One that only one roster has may be an agency of the other under a new name.
pub struct Agencies([HashSet<String>; 2]);

impl Agencies {
    /// Collects the agencies of the old and the new roster.
    pub fn of(old: &[RosterEntry], new: &[RosterEntry]) -> Self {
        let of = |rows: &[RosterEntry]| rows.iter().filter_map(|row| row.record.agency.map(fold)).collect();
        Self([of(old), of(new)])
    }

    /// Returns whether an agency has another name for all of its officers.
    fn is_renamed(&self, old: &str, new: &str) -> bool {
        !self.0[1].contains(&fold(old)) && !self.0[0].contains(&fold(new))
    }
}

/// Returns every change, in the order of the new roster, then the officers who left. `compared` are the columns that
/// both files have.
pub fn changes<'a>(
    old: &[RosterEntry<'a>],
    new: &[RosterEntry<'a>],
    pairs: &Pairs,
    compared: &[Column],
    ask: &Ask,
) -> Vec<Change<'a>> {
    let agencies = Agencies::of(old, new);
    let before: HashMap<usize, usize> = pairs.same.iter().map(|(old, new)| (*new, *old)).collect();
    let joined: HashSet<usize> = pairs.joined.iter().copied().collect();
    let mut changes = Vec::new();
    for (at, row) in new.iter().enumerate() {
        if let Some(old_row) = before.get(&at).and_then(|at| old.get(*at)) {
            changes.extend(compare(old_row, row, compared, &agencies, ask));
        } else if joined.contains(&at) {
            changes.push(Change::of(ChangeKind::Joined, row));
        }
    }
    changes.extend(pairs.left.iter().filter_map(|at| old.get(*at)).map(|row| Change::of(ChangeKind::Left, row)));
    changes
}

/// Returns the columns that may call for a Form E and can be read on one roster only, so that it is unknown whether
/// one is owed.
pub fn unreadable_on_one(old: &Officer, new: &Officer, compared: &[Column]) -> Vec<Column> {
    let may_need_form_e = |column: &Column| {
        matches!(
            column,
            Column::LastName
                | Column::FirstName
                | Column::Suffix
                | Column::Employment
                | Column::Discipline
                | Column::Separated
                | Column::Agency
        )
    };
    let differs = |column: &Column| old.is_faulty(*column) != new.is_faulty(*column);
    compared.iter().copied().filter(may_need_form_e).filter(differs).collect()
}

/// Returns the changes of one officer, in the order of the columns.
fn compare<'a>(
    old: &RosterEntry<'a>,
    new: &RosterEntry<'a>,
    compared: &[Column],
    agencies: &Agencies,
    ask: &Ask,
) -> Vec<Change<'a>> {
    let faulty = |column: Column| old.record.is_faulty(column) || new.record.is_faulty(column);
    let mut changes = Vec::new();
    for column in compared.iter().copied().filter(|column| *column != Column::WholeName && !faulty(*column)) {
        let (was, is) = (meaning(&old.record, column), meaning(&new.record, column));
        if is_same(column, was.as_deref(), is.as_deref()) {
            continue;
        }
        let mut change = Change { column: Some(column.name()), ..Change::of(ChangeKind::Other, new) };
        (change.change, change.form_e) = classify(column, was.as_deref(), is.as_deref(), agencies);
        change.notes = notes(column, change.change, was.as_deref(), is.as_deref(), old, new, ask);
        let hidden = is_private(column) || (ask.redact && may_name(column));
        if !hidden {
            (change.old, change.new) = (was, is);
        }
        changes.push(change);
    }
    changes
}

/// Returns the meaning of a cell, with its default filled in.
fn meaning(officer: &Officer, column: Column) -> Option<String> {
    match column {
        Column::Discipline => Some(officer.discipline().word().to_owned()),
        Column::Position => Some(officer.position().word().to_owned()),
        column => officer.text(column),
    }
}

/// Returns whether two texts differ at most in case, gaps or the kind of apostrophe.
fn is_same(column: Column, was: Option<&str>, is: Option<&str>) -> bool {
    let key = |text: &str| match column {
        Column::Agency => fold(text),
        Column::PtbId => text.to_owned(),
        _ => name::key(text.trim_end_matches('.')),
    };
    was.map(key) == is.map(key)
}

fn is_private(column: Column) -> bool {
    Column::SPECS[column as usize].private
}

/// Returns whether a column holds, or may hold, a name.
fn may_name(column: Column) -> bool {
    matches!(
        column,
        Column::LastName
            | Column::FirstName
            | Column::MiddleName
            | Column::Suffix
            | Column::FirearmsComment
            | Column::QualifiedElsewhere
            | Column::QualifiedElsewhereDocument
    )
}

/// Returns the kind of a change, and whether a Form E is owed for it.
fn classify(column: Column, was: Option<&str>, is: Option<&str>, agencies: &Agencies) -> (ChangeKind, bool) {
    let filled_in = was.is_none();
    match column {
        Column::LastName | Column::FirstName | Column::Suffix => (ChangeKind::Renamed, true),
        Column::MiddleName if is_written_out(was, is) => (ChangeKind::Other, false),
        Column::MiddleName => (ChangeKind::Renamed, true),
        // A value that was never recorded has become known; it has not changed.
        Column::Employment if filled_in => (ChangeKind::Other, false),
        Column::Employment | Column::Discipline | Column::Separated => (ChangeKind::Status, true),
        Column::Certification | Column::Position => (ChangeKind::Status, false),
        Column::Agency => match (was, is) {
            (Some(was), Some(is)) if agencies.is_renamed(was, is) => (ChangeKind::Other, false),
            (Some(_), Some(_)) => (ChangeKind::Status, true),
            _ => (ChangeKind::Other, false),
        },
        _ => (ChangeKind::Other, false),
    }
}

/// Returns whether a middle name is only written out, shortened, filled in or left out, so that the name is the same.
fn is_written_out(was: Option<&str>, is: Option<&str>) -> bool {
    let (Some(was), Some(is)) = (was, is) else { return true };
    let (was, is) = (name::key(was.trim_end_matches('.')), name::key(is.trim_end_matches('.')));
    let one_letter = |text: &str| text.chars().count() == 1;
    (one_letter(&was) || one_letter(&is)) && was.chars().next() == is.chars().next()
}

fn notes(
    column: Column,
    kind: ChangeKind,
    was: Option<&str>,
    is: Option<&str>,
    old: &RosterEntry,
    new: &RosterEntry,
    ask: &Ask,
) -> Vec<String> {
    let mut notes = Vec::new();
    match column {
        Column::LastName => notes.extend(moved_cohort(&old.record, &new.record, ask)),
        Column::MiddleName if kind == ChangeKind::Other => notes.push("read as the same name".into()),
        Column::Employment if was.is_none() => notes.push("not recorded before, so a change cannot be seen".into()),
        Column::Employment | Column::Discipline => {
            notes.push("a new classification: a new waiver request goes with the Form E".into());
        }
        Column::Separated if is.is_some() => notes.push("the Form E is the notice of separation".into()),
        Column::Agency if kind == ChangeKind::Other && was.is_some() && is.is_some() => {
            notes.push("read as another name of the same agency: each name is on one roster only".into());
        }
        Column::Agency if kind == ChangeKind::Status => {
            notes.push("both agencies owe a Form E: the notice of separation, and the notice of appointment".into());
        }
        _ if is_private(column) => notes.push("the old and new values are not shown: the column is private".into()),
        _ => {}
    }
    notes
}

/// Returns the note on a new last name that moves the officer to another cohort.
fn moved_cohort(old: &Officer, new: &Officer, ask: &Ask) -> Option<String> {
    let cohort = |officer: &Officer| ask.schedule.cohort_of(officer.last_name?.0).ok();
    let (was, is) = (cohort(old), cohort(new));
    match (was, is) {
        (Some(was), Some(is)) if was.cohort == is.cohort => None,
        (Some(was), Some(is)) => Some(format!(
            "signs on the portal with {} instead of {}: due {} instead of {}",
            is.letters(),
            was.letters(),
            day_words(is.next_due(ask.as_of)),
            day_words(was.next_due(ask.as_of))
        )),
        (Some(_), None) => Some("no source gives a due day for the new last name on the portal".into()),
        (None, Some(is)) => {
            Some(format!("signs on the portal with {}, due {}", is.letters(), day_words(is.next_due(ask.as_of))))
        }
        (None, None) => None,
    }
}
