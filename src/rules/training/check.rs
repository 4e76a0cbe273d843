//! Checks training records against the in-service mandates: whose completion it is, whether it counts, what is missing.

use crate::finding::Status;
use crate::model::officer::RosterEntry;
use crate::model::training::Completion;
use crate::model::{self, Record, matched_id, name};
use crate::rules::ask::Ask;
use crate::rules::training::credit::{self, CourseList, Credit, UnreadableCredit};
use crate::rules::training::mandates::{MANDATES, mistyped};
use crate::rules::training::result::{
    MandateItem, RefusedCompletion, TrainingResult, TrainingResults, UnmatchedCompletion,
};
use crate::rules::training::{item, notes};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// A row of the training records with its place.
pub type CompletionEntry<'a> = model::Entry<'a, Completion<'a>>;

/// Checks completions against the mandates, with one result for each row of the roster. `courses` is the user's list of
/// approved courses, if there is one; `since` the first day of complete records, if the user names one.
pub fn check<'e, 'a: 'e>(
    roster: &[RosterEntry<'a>],
    records: impl IntoIterator<Item = &'e CompletionEntry<'a>>,
    courses: Option<&CourseList>,
    since: Option<NaiveDate>,
    ask: &Ask,
) -> TrainingResults<'a> {
    let mut earliest = None;
    let index = RosterIndex::of(roster);
    let mut by_row: Vec<Vec<&CompletionEntry<'a>>> = vec![Vec::new(); roster.len()];
    let (mut unmatched, mut matched_ids) = (Vec::new(), Vec::new());
    for entry in records {
        // Settled 264: refused and unmatched records show from when on there are records, too.
        earliest = earliest.into_iter().chain(entry.record.completed).min();
        match index.rows_of(&entry.record) {
            Ok(rows) => {
                let ids = |row: &usize| roster[*row].record.ptb_id.zip(entry.record.ptb_id);
                matched_ids.extend(rows.iter().filter_map(ids).filter(|(one, other)| one != other));
                rows.into_iter().for_each(|row| by_row[row].push(entry));
            }
            Err(why) => unmatched.push(UnmatchedCompletion {
                ptb_id: entry.record.ptb_id,
                name: entry.record.person().shown(),
                course: entry.record.course,
                completed: entry.record.completed,
                why,
                file: entry.file,
                line: entry.line,
                sheet: entry.sheet,
            }),
        }
    }
    let since = since.or(earliest);
    let results = roster.iter().zip(&by_row).map(|(row, entries)| result(row, entries, courses, since, ask)).collect();
    TrainingResults { results, unmatched, matched_ids }
}

/// The rows of the roster by PTB ID and by name (settled 102: where both sides have an ID, the IDs alone decide).
struct RosterIndex<'r> {
    ids: Vec<Option<Cow<'r, str>>>,
    by_id: HashMap<Cow<'r, str>, Vec<usize>>,
    by_name: HashMap<(String, String), Vec<usize>>,
}

impl<'r> RosterIndex<'r> {
    fn of(roster: &[RosterEntry<'r>]) -> Self {
        let mut index = Self { ids: Vec::new(), by_id: HashMap::new(), by_name: HashMap::new() };
        for (at, row) in roster.iter().enumerate() {
            let officer = &row.record;
            let id = officer.ptb_id.map(matched_id);
            index.ids.push(id.clone());
            if let Some(id) = id {
                index.by_id.entry(id).or_default().push(at);
            }
            if let (Some(last), Some(first)) = (officer.last_name, officer.first_name) {
                index.by_name.entry((name::key(last.0), name::key(first.0))).or_default().push(at);
            }
        }
        index
    }

    /// Returns the rows of the officer who completed a course.
    ///
    /// # Errors
    /// The reason why the completion matches no officer.
    fn rows_of(&self, completion: &Completion) -> Result<Vec<usize>, &'static str> {
        if completion.is_shifted() {
            return Err("the cells of this row are shifted, so it is credited to nobody");
        }
        let person = completion.person();
        let same_name = person
            .last
            .zip(person.first)
            .and_then(|(last, first)| self.by_name.get(&(name::key(last), name::key(first))));
        if let Some(rows) = completion.ptb_id.and_then(|id| self.by_id.get(&matched_id(id))) {
            // Settled 197. A name that is nobody's on the roster may be an officer's other name.
            return match same_name {
                Some(named) if !named.iter().any(|row| rows.contains(row)) => {
                    Err("its PTB ID is one officer's and its name another's, so it is credited to neither")
                }
                _ => Ok(rows.clone()),
            };
        }
        // A record with a PTB ID never belongs to an officer who has another.
        let may_match = |row: &&usize| completion.ptb_id.is_none() || self.ids[**row].is_none();
        let rows: Vec<usize> = same_name.into_iter().flatten().filter(may_match).copied().collect();
        match rows.as_slice() {
            [] if same_name.is_some() => {
                Err("the roster has this name with another PTB ID, and no officer has this one")
            }
            [] => Err("no officer on the roster has this PTB ID or name"),
            [_] => Ok(rows),
            [first, ..] if self.ids[*first].is_some() && rows.iter().all(|row| self.ids[*row] == self.ids[*first]) => {
                Ok(rows)
            }
            _ => Err("several officers on the roster have this name; a PTB ID on the record would decide"),
        }
    }
}

fn result<'a>(
    row: &RosterEntry<'a>,
    entries: &[&CompletionEntry<'a>],
    courses: Option<&CourseList>,
    since: Option<NaiveDate>,
    ask: &Ask,
) -> TrainingResult<'a> {
    let (mut credits, mut refused): (Vec<Credit<'a>>, Vec<RefusedCompletion<'a>>) = (Vec::new(), Vec::new());
    let mut seen = HashSet::new();
    let mut unreadable = Vec::new();
    for completion in entries.iter().map(|entry| &entry.record) {
        let counted = credit::credit(completion, courses, ask.redact).and_then(|credit| {
            // Settled 197.
            let same = completion.course.map(|course| (credit::course_key(course), credit.day));
            if same.is_none_or(|same| seen.insert(same)) { Ok(credit) } else { Err("recorded twice".into()) }
        });
        match counted {
            Ok(credit) => {
                // What seems to be mistyped may count, and nobody knows.
                unreadable.extend(completion.topic.and_then(mistyped).map(UnreadableCredit::For));
                if let Some(mandate) = credit.not_hands_on {
                    let why = format!(
                        "{} takes hands-on hours, which no course online gives; it counts toward the total hours only",
                        mandate.topic
                    );
                    refused.push(RefusedCompletion { course: completion.course, completed: completion.completed, why });
                }
                credits.push(credit);
            }
            Err(why) => {
                refused.push(RefusedCompletion { course: completion.course, completed: completion.completed, why });
                unreadable.extend(credit::unreadable(completion));
            }
        }
    }
    let mut items: Vec<MandateItem> =
        MANDATES.iter().map(|mandate| item::item(mandate, &row.record, &credits, since, ask)).collect();
    items.iter_mut().for_each(|item| doubt(item, &unreadable));
    let notes = notes::of(&row.record, &items, &credits, since, ask);
    TrainingResult {
        ptb_id: row.record.ptb_id,
        name: row.record.full_name(),
        items,
        refused,
        notes,
        file: row.file,
        line: row.line,
        sheet: row.sheet,
    }
}

/// Makes an unfinished item unknown when a record that cannot be read might count for it (settled 4).
fn doubt(item: &mut MandateItem, unreadable: &[UnreadableCredit]) {
    let unfinished = matches!(item.status, Status::Open | Status::DueSoon | Status::Overdue);
    if unfinished && unreadable.iter().any(|credit| credit.may_count_for(item.of)) {
        (item.status, item.due, item.days) = (Status::Unknown, None, None);
        let reason = "a record that may count for it cannot be read";
        item.message = format!("{}; {reason}", item.message);
        item.reason = reason.to_owned();
    }
}
