//! The short table of officers: a line an answer, cut at the width of the screen. What many officers owe by the same
//! day is one line for all of them, so that a small town fits on one screen; what to do about a cell that cannot be
//! read is not cut; `--long` writes every sentence.

use crate::finding::{Finding, Status, Tally};
use crate::report::format::table_faults::Faults;
use crate::report::format::table_people::{Item, Order, People, Person, Place, is_fault};
use crate::report::layout::lines::{LEAST_NAME, LineColumns};
use crate::report::layout::names::{Names, SHARED_FROM};
use crate::report::layout::person::Files;
use crate::report::layout::screen::{Screen, fit, status_style, wrapped};
use crate::words::{count_words, day_words, in_days};
use anstyle::Style;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// The least width of a file that is cut.
const LEAST_FILE: usize = 8;

/// The changes since an earlier report that a line names.
const NEWS: [&str; 2] = ["new", "worse"];
/// What a line leaves out of a sentence about a cell.
const NEEDS_IT: &str = "; the answer needs it";

/// What is known of the answers before the first of them is written.
#[derive(Default)]
pub(crate) struct Lines {
    shared: BTreeMap<Key, Shared>,
    /// The answers by rule.
    pub(crate) by_rule: BTreeMap<&'static str, Tally>,
}

/// The answers that may share a line: their status, the days that are left, and the rule.
type Key = (Reverse<Status>, i64, Cow<'static, str>);

/// Officers who owe the same by the same day.
struct Shared {
    due: NaiveDate,
    officers: Names,
}

/// The lines that officers share, ready to be written.
pub(crate) struct SharedLines {
    /// The lines with their order, the worst first.
    lines: Vec<(Order, Vec<String>)>,
    keys: BTreeSet<Key>,
    /// The number of answers told in them.
    answers: u64,
}

impl SharedLines {
    /// Returns how many lines all answers take on the screen.
    pub(crate) fn height(&self, people: &People, (faults, files): (&Faults, Files), screen: &Screen) -> u64 {
        let shared: usize = self.lines.iter().map(|(_, lines)| lines.len()).sum();
        let room = room_after_status(screen);
        let faults: usize = faults.lines(files).map(|text| wrapped(&text, room).len()).sum();
        people.items().saturating_sub(self.answers) + (shared + faults) as u64
    }
}

impl Lines {
    /// Counts a finding. `may_share`: whether officers may share a line for it.
    pub(crate) fn add(&mut self, finding: &Finding, may_share: bool) {
        if finding.accepted.is_some() {
            return;
        }
        self.by_rule.entry(finding.rule).or_default().count(finding.status);
        let is_dated = matches!(finding.status, Status::DueSoon | Status::Open) && !finding.is_limit;
        let (Some(due), Some(days), true) = (finding.due, finding.days, is_dated && may_share) else { return };
        let key = (Reverse(finding.status), days, finding.rule.into());
        let new = || Shared { due, officers: Names::default() };
        self.shared.entry(key).or_insert_with(new).officers.add(finding);
    }

    /// Returns the lines that officers share.
    pub(crate) fn shared(&mut self, screen: &Screen) -> SharedLines {
        let mut shared = std::mem::take(&mut self.shared);
        shared.retain(|_, shared| shared.officers.count >= SHARED_FROM);
        let room = room_after_status(screen);
        let line = |(key, shared): (&Key, &Shared)| ((false, key.0, key.1), shared.lines(key, room));
        SharedLines {
            lines: shared.iter().map(line).collect(),
            answers: shared.values().map(|shared| shared.officers.count).sum(),
            keys: shared.into_keys().collect(),
        }
    }
}

impl Shared {
    /// `firearms-qualification: 4 officers by 31 Dec 2026, in 40 days: Okafor, Novak`
    fn lines(&self, (_, days, rule): &Key, room: usize) -> Vec<String> {
        let officers = count_words(self.officers.count.cast_signed(), "officer");
        let lead = format!("{rule}: {officers} by {}, {}", day_words(self.due), in_days(*days));
        self.officers.lines(&lead, room)
    }
}

/// Writes the lines of faults and officers. Returns the rule that decides the first officer.
pub(crate) fn write(
    to: &mut impl Write,
    screen: &Screen,
    (people, faults, shared): (&mut People, &Faults, SharedLines),
    files: Files,
) -> io::Result<Option<Cow<'static, str>>> {
    let columns = Columns::new(screen, people, files)?;
    for text in faults.lines(files) {
        // What to do about the cells stands at the end, and is not cut.
        let mut word = Status::Unknown.words();
        for line in wrapped(&text, columns.line.room(false)) {
            columns.line.write(to, (status_style(Status::Unknown), word), None, &line)?;
            word = "";
        }
    }
    let SharedLines { lines, keys, .. } = shared;
    let mut lines = lines.into_iter().peekable();
    let mut write_shared = |to: &mut _, before: Option<Order>| {
        while let Some(((_, status, _), lines)) = lines.next_if(|(order, _)| before.is_none_or(|at| *order < at)) {
            let Reverse(status) = status;
            let mut word = status.words();
            for line in lines {
                columns.line.write(to, (status_style(status), word), None, &line)?;
                word = "";
            }
        }
        io::Result::Ok(())
    };
    let worst = people.show(|order, person| {
        write_shared(to, Some(order))?;
        let is_shared = |item: &&Item| {
            let key = |rule: &Cow<'static, str>| Some((Reverse(item.status), item.days?, rule.clone()));
            let is_single = !item.is_accepted && !item.is_limit && item.due.is_some();
            is_single && item.rules.first().and_then(key).is_some_and(|key| keys.contains(&key))
        };
        let mut who = columns.label(person);
        for item in person.items.iter().filter(|item| !is_shared(item)) {
            let style = if item.is_accepted { Style::new() } else { status_style(item.status) };
            let is_placed = columns.place != Place::Least || person.ptb_id.is_none();
            let record = person.record.as_deref().filter(|_| !is_placed);
            let text = text(item, record, columns.line.room(true));
            columns.line.write(to, (style, item.word()), Some(&who), &text)?;
            who.clear();
        }
        Ok(())
    })?;
    write_shared(to, None)?;
    Ok(worst)
}

/// Returns the width that is left behind the usual statuses.
fn room_after_status(screen: &Screen) -> usize {
    LineColumns::new(screen, 0, 0).room(false)
}

/// Where the parts of a line stand, and how much of the place of an officer.
struct Columns {
    line: LineColumns,
    place: Place,
}

impl Columns {
    /// Divides the screen.
    fn new(screen: &Screen, people: &mut People, files: Files) -> io::Result<Self> {
        // Several files take more room for the places, and leave less for the answers.
        let most = screen.width * if files == Files::One { 35 } else { 45 } / 100;
        let place = match files {
            Files::ByName => Place::File,
            Files::ByPath => Place::Path,
            Files::One if people.label_width(Place::Record)? <= most => Place::Record,
            Files::One => Place::Least,
        };
        let who = people.label_width(place)?.min(most);
        Ok(Self { line: LineColumns::new(screen, people.status_width()?, who), place })
    }

    /// Returns the name with its ID and place. Where they do not fit, the name and the file are cut; the ID and the
    /// line are not.
    fn label(&self, person: &Person) -> String {
        let (name, [id, file, record]) = person.label_parts(self.place);
        let left = self.line.who.saturating_sub(id.width() + record.width());
        let name_room = name.width().min(left.saturating_sub(file.width()).max(LEAST_NAME));
        let file_room = left.saturating_sub(name_room).min(file.width());
        if left < name_room + file.width().min(LEAST_FILE) {
            return fit(&person.label(self.place), self.line.who);
        }
        // The end of a path tells more than its beginning.
        let (lead, file) = file.split_at(if file.starts_with(", ") { 2 } else { 0 });
        let file = lead.to_owned() + &fit_end(file, file_room.saturating_sub(lead.len()));
        fit(&name, name_room) + &id + &file + &record
    }
}

/// Returns the end of a text, cut with … at its beginning.
fn fit_end(text: &str, columns: usize) -> String {
    let backward = |text: &str| text.chars().rev().collect::<String>();
    backward(&fit(&backward(text), columns))
}

/// Returns an answer in one line: the rule with the distance of its day, else with the sentence. `record`: the row,
/// where a fault has to name it.
fn text(item: &Item, record: Option<&str>, room: usize) -> String {
    let name = item.rules.first().map_or("", |rule| rule);
    let change = item.change.as_deref().filter(|change| NEWS.contains(change));
    let rule = change.map_or_else(|| name.to_owned(), |change| format!("{name} ({change})"));
    if let Some(decision) = &item.decision {
        return format!("{rule}: {decision}");
    }
    let message = item.message.strip_suffix(NEEDS_IT).unwrap_or(&item.message);
    if item.rules.len() > 1 {
        let rules = count_words(item.rules.len() as i64, "rule");
        return format!("{rules}: {message} ({})", item.rules.join(", "));
    }
    match (item.distance(), record.filter(|_| is_fault(name))) {
        (Some(distance), _) => dated(&rule, &distance, &item.short_distance().unwrap_or_default(), room),
        (None, Some(record)) => format!("{rule}, {record}: {message}"),
        (None, None) if message.is_empty() => rule,
        (None, None) => format!("{rule}: {message}"),
    }
}

/// Returns a rule with the distance of its day, as much of it as there is room for: without the day where it does not
/// fit, and with the name of the rule cut where not even that does.
fn dated(rule: &str, distance: &str, short: &str, room: usize) -> String {
    let whole = format!("{rule}: {distance}");
    if whole.width() <= room || short == distance {
        return whole;
    }
    let left = room.saturating_sub(short.width() + 2);
    if left < LEAST_NAME { whole } else { format!("{}: {short}", fit(rule, left)) }
}
