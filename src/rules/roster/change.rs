//! Two rosters compared: officers who joined or left, what changed, and the changes that need a Form E.

use crate::finding::Source;
use crate::model::officer::{Column, Employment, Officer, Position, RosterEntry};
use crate::model::{matched_id, name};
use crate::rules::ask::Ask;
use crate::rules::roster::pairs::Pairs;
use crate::rules::roster::part_time_certificate::PROMOTED_EARLY;
use crate::rules::roster::portal::esign;
use crate::values::fold::fold;
use crate::words::day_words;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

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
    /// The sheet of a workbook.
    #[serde(skip)]
    pub sheet: Option<&'a str>,
}

impl<'a> Change<'a> {
    fn of(change: ChangeKind, row: &RosterEntry<'a>) -> Self {
        let RosterEntry { file, line, sheet, record: ref officer } = *row;
        let (ptb_id, name) = (officer.ptb_id, officer.full_name());
        let (column, old, new, notes) = (None, None, None, Vec::new());
        Self { change, ptb_id, name, column, old, new, form_e: true, notes, file, line, sheet }
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
        let (was, is) = (old.record.meaning(column), new.record.meaning(column));
        if is_same(column, was.as_deref(), is.as_deref()) {
            continue;
        }
        let mut change = Change { column: Some(column.name()), ..Change::of(ChangeKind::Other, new) };
        (change.change, change.form_e) = classify(column, was.as_deref(), is.as_deref(), agencies);
        let rows = Rows { old: &old.record, new: &new.record, compared };
        change.notes = notes(column, change.change, was.as_deref(), is.as_deref(), &rows, ask);
        let hidden = is_private(column) || (ask.redact && may_name(column));
        if !hidden {
            (change.old, change.new) = (was, is);
        }
        changes.push(change);
    }
    changes
}

/// Returns whether two texts differ at most in case, gaps or the kind of apostrophe.
fn is_same(column: Column, was: Option<&str>, is: Option<&str>) -> bool {
    let key = |text: &str| match column {
        Column::Agency => fold(text),
        Column::PtbId => matched_id(text).into_owned(),
        _ => name::key(text.trim_end_matches('.')),
    };
    was.map(key) == is.map(key)
}

fn is_private(column: Column) -> bool {
    Column::SPECS[column as usize].private
}

/// Returns whether a column holds, or may hold, a name, or any other text.
fn may_name(column: Column) -> bool {
    matches!(
        column,
        Column::LastName
            | Column::FirstName
            | Column::MiddleName
            | Column::Suffix
            | Column::Agency
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

/// Both rows of an officer, and the columns that both files have.
struct Rows<'r, 'a> {
    old: &'r Officer<'a>,
    new: &'r Officer<'a>,
    compared: &'r [Column],
}

fn notes(column: Column, kind: ChangeKind, was: Option<&str>, is: Option<&str>, rows: &Rows, ask: &Ask) -> Vec<String> {
    let mut notes = Vec::new();
    match column {
        Column::LastName => {
            notes.extend(moved_cohort(rows.old, rows.new, ask));
            if rows.compared.contains(&Column::Esigned) {
                let moved = esign::overdue_by_new_name(rows.old, rows.new, ask);
                notes.extend(moved.map(|moved| format!("the signature is review: {}", moved.sentence())));
            }
        }
        Column::MiddleName if kind == ChangeKind::Other => notes.push("read as the same name".into()),
        Column::Employment if was.is_none() => notes.push("not recorded before, so a change cannot be seen".into()),
        Column::Employment if is_promoted_early(rows) => notes.push(format!("no waiver request: {PROMOTED_EARLY}")),
        Column::Employment | Column::Discipline => {
            notes.push("a new classification: a new waiver request goes with the Form E".into());
        }
        // Settled 160: a reading.
        Column::Position if is == Some(Position::Chief.word()) => notes.push(
            "no source asks for a Form E for a new rank alone; an interim chief signs the roster only with a Notice of \
             Appointment, signed by the mayor, on file"
                .into(),
        ),
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

/// Returns whether a part-time officer is now employed full-time without completed basic training (settled 131).
fn is_promoted_early(rows: &Rows) -> bool {
    let employed = (rows.old.employment, rows.new.employment);
    employed == (Some(Employment::PartTime), Some(Employment::FullTime))
        && rows.compared.contains(&Column::BasicCompleted)
        && rows.new.basic_completed.is_none()
        && !rows.new.is_faulty(Column::BasicCompleted)
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
