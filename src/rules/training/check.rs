//! Training records against the in-service mandates: whose completion it is, whether it counts, what is still missing.

use crate::finding::{Source, Status, Tally};
use crate::model;
use crate::model::Record;
use crate::model::name;
use crate::model::officer::Officer;
use crate::model::officer::RosterEntry;
use crate::model::training::Completion;
use crate::rules::ask::Ask;
use crate::rules::law::calendar;
pub use crate::rules::training::credit::CourseList;
use crate::rules::training::credit::{self, Credit, Unread};
use crate::rules::training::item;
use crate::rules::training::mandates::{Basis, MANDATES, Mandate, Window};
use crate::values::decimal::Plain;
use crate::words::day_words;
use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// A row of the training records with its place.
pub type Entry<'a> = model::Entry<'a, Completion<'a>>;

/// What the training records come to for one row of the roster.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "training check")]
pub struct TrainingResult<'a> {
    /// The officer's PTB ID, as recorded on the roster.
    pub ptb_id: Option<&'a str>,
    /// `Doe, Jane A.`
    pub name: Option<String>,
    /// Every mandate, in the order of the table.
    pub items: Vec<Item>,
    /// Completions that do not count.
    pub refused: Vec<Refused<'a>>,
    /// What else a careful reader should know.
    pub notes: Vec<String>,
    /// The roster's file.
    pub file: &'a str,
    /// The roster's line.
    pub line: u64,
}

/// One mandate asked of one officer.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Item {
    /// Its topic.
    pub mandate: &'static str,
    /// `3 years`
    pub every: String,
    /// The days in which completions count; `None` when they cannot be told or nothing is asked.
    pub window: Option<Span>,
    /// Hours needed; `None` where no source sets any.
    pub hours_needed: Option<Plain>,
    /// Hours that count.
    pub hours_credited: Plain,
    /// Completions that count.
    pub completions: usize,
    /// The answer.
    pub status: Status,
    /// The day on which it is due.
    pub due: Option<NaiveDate>,
    /// `due` minus the day asked about: negative is late.
    pub days: Option<i64>,
    /// Why, in one sentence.
    pub message: String,
    /// Who publishes the mandate.
    pub sources: &'static [Source],
    /// The mandate itself.
    #[serde(skip)]
    pub of: &'static Mandate,
}

/// Days from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Span {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Span {
    /// Whether a day is one of them.
    pub fn has(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

/// A completion that does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Refused<'a> {
    /// The course as recorded.
    pub course: Option<&'a str>,
    /// The day as recorded.
    pub completed: Option<NaiveDate>,
    /// Why it does not count.
    pub why: String,
}

/// A completion of somebody whom the roster does not have, or has twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stranger<'a> {
    /// The PTB ID of the record.
    pub ptb_id: Option<&'a str>,
    /// `Doe, Jane`
    pub name: Option<String>,
    /// The course as recorded.
    pub course: Option<&'a str>,
    /// The day as recorded.
    pub completed: Option<NaiveDate>,
    /// Why it is nobody's.
    pub why: &'static str,
    /// The file of the record.
    pub file: &'a str,
    /// The record's line.
    pub line: u64,
}

/// What the records come to.
#[derive(Clone, Debug)]
pub struct Checked<'a> {
    /// A result for each row of the roster, in its order.
    pub results: Vec<TrainingResult<'a>>,
    /// Completions of nobody on the roster, in the order of the records.
    pub strangers: Vec<Stranger<'a>>,
}

impl TrainingResult<'_> {
    /// The worst answer, by which officers are ordered.
    pub fn worst(&self) -> Status {
        self.items.iter().map(|item| item.status).max().unwrap_or(Status::NotApplicable)
    }
}

/// How many officers have which answer to a mandate: which class should be booked.
#[derive(Clone, Debug)]
pub struct MandateSummary {
    /// Its topic.
    pub mandate: &'static str,
    /// What it is about.
    pub title: &'static str,
    /// The answers.
    pub tally: Tally,
}

/// The answers by mandate, in the order of the table.
pub fn summary(results: &[TrainingResult]) -> Vec<MandateSummary> {
    let one = |mandate: &'static Mandate| {
        let mut tally = Tally::default();
        let items = results.iter().flat_map(|result| &result.items);
        for item in items.filter(|item| item.mandate == mandate.topic) {
            tally.records += 1;
            tally.count(item.status);
        }
        MandateSummary { mandate: &mandate.topic, title: &mandate.title, tally }
    };
    MANDATES.iter().map(one).collect()
}

/// Holds completions against the mandates, one result a row of the roster. `courses` is the user's list of approved
/// courses, if there is one.
pub fn check<'e, 'a: 'e>(
    roster: &[RosterEntry<'a>],
    records: impl IntoIterator<Item = &'e Entry<'a>>,
    courses: Option<&CourseList>,
    ask: &Ask,
) -> Checked<'a> {
    let people = People::of(roster);
    let mut whose: Vec<Vec<&Entry<'a>>> = vec![Vec::new(); roster.len()];
    let mut strangers = Vec::new();
    for entry in records {
        match people.rows_of(&entry.record) {
            Ok(rows) => rows.into_iter().for_each(|row| whose[row].push(entry)),
            Err(why) => strangers.push(Stranger {
                ptb_id: entry.record.ptb_id,
                name: entry.record.person().shown(),
                course: entry.record.course,
                completed: entry.record.completed,
                why,
                file: entry.file,
                line: entry.line,
            }),
        }
    }
    let results = roster.iter().zip(&whose).map(|(row, entries)| result(row, entries, courses, ask)).collect();
    Checked { results, strangers }
}

/// The rows of the roster by PTB ID and by name (settled 102: IDs on both sides decide alone).
struct People<'r> {
    ids: Vec<Option<&'r str>>,
    by_id: HashMap<&'r str, Vec<usize>>,
    by_name: HashMap<(String, String), Vec<usize>>,
}

impl<'r> People<'r> {
    fn of(roster: &[RosterEntry<'r>]) -> Self {
        let mut people = Self { ids: Vec::new(), by_id: HashMap::new(), by_name: HashMap::new() };
        for (at, row) in roster.iter().enumerate() {
            let officer = &row.record;
            people.ids.push(officer.ptb_id);
            if let Some(id) = officer.ptb_id {
                people.by_id.entry(id).or_default().push(at);
            }
            if let (Some(last), Some(first)) = (officer.last_name, officer.first_name) {
                people.by_name.entry((name::key(last.0), name::key(first.0))).or_default().push(at);
            }
        }
        people
    }

    fn rows_of(&self, completion: &Completion) -> Result<Vec<usize>, &'static str> {
        if let Some(rows) = completion.ptb_id.and_then(|id| self.by_id.get(id)) {
            return Ok(rows.clone());
        }
        let person = completion.person();
        let same_name = person
            .last
            .zip(person.first)
            .and_then(|(last, first)| self.by_name.get(&(name::key(last), name::key(first))));
        // A record with an ID of its own is nobody's who has another.
        let open = |row: &&usize| completion.ptb_id.is_none() || self.ids[**row].is_none();
        let rows: Vec<usize> = same_name.into_iter().flatten().filter(open).copied().collect();
        match rows.as_slice() {
            [] => Err("nobody on the roster has this PTB ID or this name"),
            [_] => Ok(rows),
            [first, ..] if self.ids[*first].is_some() && rows.iter().all(|row| self.ids[*row] == self.ids[*first]) => {
                Ok(rows)
            }
            _ => Err("several people on the roster have this name; the PTB ID would tell"),
        }
    }
}

impl Item {
    /// Not knowing is neither passing nor failing: a record that cannot be read might count for it (settled 4).
    fn doubt(&mut self, unread: &[Unread]) {
        let unsettled = matches!(self.status, Status::Open | Status::DueSoon | Status::Overdue);
        if unsettled && unread.iter().any(|unread| unread.may_count_for(self.of)) {
            (self.status, self.due, self.days) = (Status::Unknown, None, None);
            self.message += "; a record that may count for it cannot be read";
        }
    }
}

fn result<'a>(
    row: &RosterEntry<'a>,
    entries: &[&Entry<'a>],
    courses: Option<&CourseList>,
    ask: &Ask,
) -> TrainingResult<'a> {
    let (mut credits, mut refused): (Vec<Credit<'a>>, Vec<Refused<'a>>) = (Vec::new(), Vec::new());
    let mut seen = HashSet::new();
    let mut unread = Vec::new();
    for entry in entries {
        let completion = &entry.record;
        let counted = credit::credit(entry, courses).and_then(|credit| {
            let topic = credit.mandate.map(|mandate| mandate.topic.as_str());
            let same = completion.course.map(|course| (credit::course_key(course), topic, credit.day));
            if same.is_none_or(|same| seen.insert(same)) { Ok(credit) } else { Err("recorded twice".into()) }
        });
        match counted {
            Ok(credit) => credits.push(credit),
            Err(why) => {
                refused.push(Refused { course: completion.course, completed: completion.completed, why });
                unread.extend(credit::unread(completion));
            }
        }
    }
    let item = |mandate| item::item(mandate, &row.record, &credits, ask);
    let mut items: Vec<Item> = MANDATES.iter().map(item).collect();
    items.iter_mut().for_each(|item| item.doubt(&unread));
    let notes = notes(&row.record, &items, &credits, ask);
    TrainingResult {
        ptb_id: row.record.ptb_id,
        name: row.record.full_name(),
        items,
        refused,
        notes,
        file: row.file,
        line: row.line,
    }
}

/// What the items of one officer do not say themselves.
fn notes(officer: &Officer, items: &[Item], credits: &[Credit], ask: &Ask) -> Vec<String> {
    let mut notes = Vec::new();
    let asked = || MANDATES.iter().zip(items).filter(|(_, item)| item.window.is_some());
    let period = asked().find(|(mandate, _)| mandate.window == Window::VerificationPeriod);
    if let Some((mandate, Item { window: Some(mine), .. })) = period {
        let other = Ask { schedule: ask.schedule.other(), ..ask.clone() };
        match item::verification_period(officer, mandate.every_years, &other) {
            Ok(theirs) if theirs != *mine => notes.push(format!(
                "the verification period is {} to {}; with --schedule {} it would be {} to {}",
                day_words(mine.from),
                day_words(mine.to),
                other.schedule.name(),
                day_words(theirs.from),
                day_words(theirs.to)
            )),
            _ => {}
        }
    }
    for (mandate, item) in asked() {
        let open = !matches!(item.status, Status::Met | Status::NotApplicable);
        if open && mandate.basis == Basis::Advisory {
            notes.push(format!("{}: advice ({}), not found in the statute", mandate.topic, mandate.source));
        }
        if open && mandate.basis == Basis::Disputed {
            notes.push(format!("{}: sources differ: {}", mandate.topic, mandate.source));
        }
    }
    if let Some(note) = last_year(officer, items, credits, ask) {
        notes.push(note);
    }
    let list = |credits: Vec<&Credit>| {
        let names = credits.iter().map(|credit| credit.course.unwrap_or("a course without a name"));
        names.collect::<Vec<_>>().join(", ")
    };
    let other: Vec<&Credit> = credits.iter().filter(|credit| credit.mandate.is_none()).collect();
    if !other.is_empty() {
        notes.push(format!("not mandated, and counted for nothing: {}", list(other)));
    }
    let ambiguous: Vec<&Credit> = credits.iter().filter(|credit| credit.ambiguous).collect();
    if !ambiguous.is_empty() {
        notes.push(format!(
            "approved for several topics, and the record names none; counted toward the sum of hours alone: {}",
            list(ambiguous)
        ));
    }
    notes
}

/// Yearly mandates that the records do not show for the year before. Only said where the records reach back: the window
/// that is judged is this year's.
fn last_year(officer: &Officer, items: &[Item], credits: &[Credit], ask: &Ask) -> Option<String> {
    let year = ask.as_of.year() - 1;
    let span = Span { from: calendar::year_start(year), to: calendar::year_end(year) };
    let reaches_back = credits.iter().any(|credit| credit.day <= span.to);
    if !reaches_back || officer.first_hired().is_some_and(|hired| hired > span.from) {
        return None;
    }
    let missing: Vec<&str> = MANDATES
        .iter()
        .zip(items)
        .filter(|(mandate, item)| {
            mandate.window == Window::CalendarYear
                && mandate.basis == Basis::Published
                && mandate.holds_on(span.to)
                && item.window.is_some()
                && !credits.iter().any(|credit| span.has(credit.day) && item::counts(mandate, credit))
                && item.mandate != "firearms-qualification"
        })
        .map(|(mandate, _)| mandate.topic.as_str())
        .collect();
    (!missing.is_empty()).then(|| format!("the records show nothing in {year} for {}", missing.join(", ")))
}
