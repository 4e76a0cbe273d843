//! From a day's scores to a roster: which row shows which qualification day, and who is not on it.

use crate::model::Record;
use crate::model::name::{Name, key};
use crate::model::officer::{Column, Officer};
use crate::model::shoot::Category;
use crate::rules::firearms::score::{Entry, Outcome, Score};
use crate::words::day_words;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// By what somebody is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    ptb_id: Option<String>,
    last_name: Option<String>,
    /// Last name, first name and birth date, all of them.
    named: Option<(String, String, NaiveDate)>,
}

impl Person {
    fn new(ptb_id: Option<&str>, name: Name, birth_date: Option<NaiveDate>) -> Self {
        let named = || Some((key(name.last?), key(name.first?), birth_date?));
        Self { ptb_id: ptb_id.map(str::to_owned), last_name: name.last.map(key), named: named() }
    }

    /// Whether both last names are known and are not the same.
    fn has_another_name_than(&self, other: &Self) -> bool {
        matches!((&self.last_name, &other.last_name), (Some(one), Some(another)) if one != another)
    }
}

/// A row of a roster, as far as a qualification needs it.
#[derive(Clone, Debug)]
pub struct RosterRow {
    /// Physical line on which it begins.
    pub line: u64,
    /// By what the officer is known.
    pub person: Person,
    /// The officer's name, for messages.
    pub name: Option<String>,
    /// Last day of the appointment, where it has one.
    pub separated: Option<NaiveDate>,
    /// What the roster shows.
    pub shows: Shows,
}

/// What a roster shows as the qualification day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// Nothing.
    Nothing,
    /// A day.
    Day(NaiveDate),
    /// A cell that cannot be read, or a day that cannot be.
    Unreadable,
}

impl RosterRow {
    /// What the row of this officer tells, its impossible days struck out.
    pub fn of(line: u64, officer: &Officer) -> Self {
        let name = Name {
            last: officer.last_name.map(|part| part.0),
            first: officer.first_name.map(|part| part.0),
            ..Name::default()
        };
        let shows = match officer.firearms_qualified {
            _ if officer.is_faulty(Column::FirearmsQualified) => Shows::Unreadable,
            Some(day) => Shows::Day(day),
            None => Shows::Nothing,
        };
        Self {
            line,
            person: Person::new(officer.ptb_id, name, officer.birth_date),
            name: officer.full_name(),
            separated: officer.separated,
            shows,
        }
    }

    /// Whether the appointment had ended before this day.
    fn ended_before(&self, day: NaiveDate) -> bool {
        self.separated.is_some_and(|last_day| last_day < day)
    }
}

/// What happens to a roster.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The rows that get a day, in the order of their lines.
    pub updates: Vec<Update>,
    /// The rows of officers who qualified that stay as they are: the day is there already, or a later one.
    pub kept: Vec<Kept>,
    /// Those who qualified and are not on the roster, in the order of the sheet.
    pub not_matched: Vec<NotMatched>,
}

/// A row that gets a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Update {
    /// The line of the roster.
    pub line: u64,
    /// The latest qualifying day of the sheet.
    pub day: NaiveDate,
    /// What the roster showed.
    pub showed: Shows,
    /// The place of the result in the list of scores.
    pub score: usize,
    /// Whether the PTB ID is the same and the last name is not: a person should look.
    pub other_name: bool,
}

/// A row that stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The line of the roster.
    pub line: u64,
    /// The latest qualifying day of the sheet.
    pub day: NaiveDate,
    /// The day on the roster: the same or a later one.
    pub shows: NaiveDate,
    /// The place of the result in the list of scores.
    pub score: usize,
}

/// Somebody who qualified, for whom no row gets a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotMatched {
    /// The place in the list of scores.
    pub score: usize,
    /// Why, and what to do.
    pub why: String,
}

impl Plan {
    /// The days by line, as a file is written again with them.
    pub fn days(&self) -> BTreeMap<u64, NaiveDate> {
        self.updates.iter().map(|update| (update.line, update.day)).collect()
    }
}

/// Finds the roster row of everyone who qualified. `scores` are the results of `entries`, one for each, in their order.
///
/// IDs on both sides decide alone; when one side has none, last name, first name and birth date do (as in settled 102).
/// Appointments that had ended before the day are passed over, and a shooter who could be several rows is none of them.
pub fn plan<'e>(entries: impl IntoIterator<Item = &'e Entry<'e>>, scores: &[Score], roster: &[RosterRow]) -> Plan {
    let mut by_id: HashMap<&str, Vec<&RosterRow>> = HashMap::new();
    let mut by_name: HashMap<&(String, String, NaiveDate), Vec<&RosterRow>> = HashMap::new();
    for row in roster {
        if let Some(id) = &row.person.ptb_id {
            by_id.entry(id).or_default().push(row);
        }
        if let Some(named) = &row.person.named {
            by_name.entry(named).or_default().push(row);
        }
    }
    let mut plan = Plan::default();
    // The latest day of each row, with the score that it comes from.
    let mut latest: BTreeMap<u64, Update> = BTreeMap::new();
    for (at, (entry, score)) in entries.into_iter().zip(scores).enumerate() {
        if score.outcome != Outcome::Qualified {
            continue;
        }
        let shoot = &entry.record;
        let person = Person::new(shoot.ptb_id, shoot.person(), shoot.birth_date);
        let found = match score.date {
            None => Err("qualified, but the sheet gives no day to enter".into()),
            Some(day) => find(&person, day, &by_id, &by_name).map(|row| (row, day)),
        };
        match found {
            Ok((row, day)) => {
                let other_name = person.has_another_name_than(&row.person);
                let update = Update { line: row.line, day, showed: row.shows, score: at, other_name };
                let latest = latest.entry(row.line).or_insert(update);
                // Of two courses on one day the one with the duty handgun tells more.
                let is_duty = |at: usize| scores.get(at).is_some_and(|score| score.category == Some(Category::Duty));
                if day > latest.day || day == latest.day && is_duty(at) && !is_duty(latest.score) {
                    *latest = update;
                }
            }
            Err(why) => plan.not_matched.push(NotMatched { score: at, why }),
        }
    }
    for update in latest.into_values() {
        let Update { line, day, showed, score, .. } = update;
        match showed {
            Shows::Day(shows) if shows >= day => plan.kept.push(Kept { line, day, shows, score }),
            _ => plan.updates.push(update),
        }
    }
    plan
}

/// The one row of a person on a day, or why there is none.
fn find<'r>(
    person: &Person,
    day: NaiveDate,
    by_id: &HashMap<&str, Vec<&'r RosterRow>>,
    by_name: &HashMap<&(String, String, NaiveDate), Vec<&'r RosterRow>>,
) -> Result<&'r RosterRow, String> {
    let with_id = person.ptb_id.as_deref().and_then(|id| by_id.get(id));
    let with_name = || person.named.as_ref().and_then(|named| by_name.get(named)).into_iter().flatten().copied();
    let rows: Vec<&RosterRow> = match (with_id, &person.ptb_id) {
        (Some(rows), _) => rows.clone(),
        (None, Some(_)) => with_name().filter(|row| row.person.ptb_id.is_none()).collect(),
        (None, None) => with_name().collect(),
    };
    let serving: Vec<&RosterRow> = rows.iter().copied().filter(|row| !row.ended_before(day)).collect();
    match (serving[..].first(), &serving[..]) {
        (Some(row), [_]) => Ok(row),
        (Some(_), _) => {
            Err(format!("{} could be meant; correct the roster, or enter the day by hand", lines(&serving)))
        }
        (None, _) if !rows.is_empty() => {
            Err(format!("the appointment on {} had ended before {}", lines(&rows), day_words(day)))
        }
        (None, _) => Err(nobody(person, &with_name().collect::<Vec<_>>())),
    }
}

/// Why nobody on the roster is this person.
fn nobody(person: &Person, namesakes: &[&RosterRow]) -> String {
    match (&person.ptb_id, &person.named) {
        (Some(_), _) if !namesakes.is_empty() => {
            format!("no row has this PTB ID; {} has the same name and birth date under another", lines(namesakes))
        }
        (Some(_), Some(_)) => "no row has this PTB ID, and none without an ID has the name and birth date".into(),
        (Some(_), None) => {
            "no row has this PTB ID; to be found by name, first name, last name and birth date are all needed".into()
        }
        (None, Some(_)) => "no row has the name and birth date".into(),
        (None, None) => {
            "the sheet gives no PTB ID; without one, first name, last name and birth date are all needed".into()
        }
    }
}

/// `line 4`, `lines 4, 9`
fn lines(rows: &[&RosterRow]) -> String {
    let numbers: Vec<String> = rows.iter().map(|row| row.line.to_string()).collect();
    format!("{} {}", if rows.len() == 1 { "line" } else { "lines" }, numbers.join(", "))
}
