//! The table of officers, the worst first. All must be known before the first is written: their texts wait in a
//! temporary file when there are many, and only the order and the place of each stay in memory.

use crate::finding::{Finding, Status};
use crate::input::faults;
use crate::report::layout::person::who;
use crate::words::{count_words, day_words, harmless};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use tempfile::SpooledTempFile;

/// Text of up to this size waits in memory, more of it on disk.
const IN_MEMORY: usize = 8 * 1024 * 1024;
/// The most sources that are shown. The ones that decide come first, and `muster rules NAME` shows all.
const SOURCES_SHOWN: usize = 2;

/// The officers with findings.
pub(crate) struct People {
    /// The officer of the last finding.
    last: Option<Person>,
    waiting: Vec<Waiting>,
    texts: BufWriter<SpooledTempFile>,
    /// The number of bytes of text.
    size: u64,
    /// The worst officer so far, with the rule that decides it.
    first: Option<(Order, &'static str)>,
    /// The width of the longest status.
    status_width: usize,
}

/// Worst first, then the latest; what somebody has accepted comes last.
type Order = (bool, Reverse<Status>, i64);

/// The order of an officer, and the place of the text.
struct Waiting {
    order: Order,
    begins: u64,
    length: usize,
}

/// The text of an officer: the heading, and each answer, worst first: whether it is accepted, its status and its text.
type Shown = (String, Vec<(bool, usize, String)>);

/// The word in front of an answer that somebody has accepted.
pub(crate) const ACCEPTED: &str = "accepted";

/// The findings about one row.
struct Person {
    heading: String,
    file: String,
    line: u64,
    items: Vec<Item>,
}

struct Item {
    status: Status,
    is_accepted: bool,
    /// The rule; several when one cell keeps several rules from being answered.
    rules: Vec<&'static str>,
    due: Option<NaiveDate>,
    /// True when `due` is the day on which a limit would be exceeded.
    is_limit: bool,
    days: Option<i64>,
    message: String,
    /// Notes and sources.
    lines: String,
}

impl Item {
    fn order(&self) -> Order {
        (self.is_accepted, Reverse(self.status), self.days.unwrap_or(i64::MAX))
    }

    /// Returns the word in front of the text.
    const fn word(&self) -> &'static str {
        if self.is_accepted { ACCEPTED } else { self.status.words() }
    }

    fn text(&self) -> String {
        let mut text = self.rules.join(", ");
        if let Some(distance) = distance(self) {
            text += ": ";
            text += &distance;
        }
        text + "\n" + &self.message + &self.lines
    }
}

impl People {
    pub(crate) fn new() -> Self {
        Self {
            last: None,
            waiting: Vec::new(),
            texts: BufWriter::new(SpooledTempFile::new(IN_MEMORY)),
            size: 0,
            first: None,
            status_width: 0,
        }
    }

    /// Adds a finding; those of one row come one after the other.
    ///
    /// # Errors
    /// When the temporary file fails; the same holds for every method.
    pub(crate) fn add(&mut self, finding: &Finding) -> io::Result<()> {
        if !self.last.as_ref().is_some_and(|last| last.line == finding.place.line && last.file == finding.place.file) {
            self.store_last()?;
        }
        let person = self.last.get_or_insert_with(|| Person {
            heading: heading(finding),
            file: finding.place.file.clone().into_owned(),
            line: finding.place.line,
            items: Vec::new(),
        });
        let Finding { status, rule, due, is_limit, days, .. } = *finding;
        let is_accepted = finding.accepted.is_some();
        // The same answer for the same reason is written once.
        let same = person
            .items
            .iter_mut()
            .find(|item| item.status == status && item.is_accepted == is_accepted && item.message == finding.message);
        match same.filter(|_| matches!(status, Status::Unknown | Status::NotApplicable)) {
            Some(same) => {
                same.rules.push(rule);
                same.lines.clear();
            }
            None => {
                let (mut message, lines) = (finding.message.clone().into_owned(), lines(finding));
                // A fault of a workbook names the cell to correct.
                if let Some(cell) = finding.place.cell.as_deref().filter(|_| is_fault(rule)) {
                    message = format!("{message} ({cell})");
                }
                let rules = vec![rule];
                person.items.push(Item { status, is_accepted, rules, due, is_limit, days, message, lines });
            }
        }
        Ok(())
    }

    fn store_last(&mut self) -> io::Result<()> {
        let Some(Person { heading, mut items, .. }) = self.last.take() else { return Ok(()) };
        items.sort_by_key(Item::order);
        let Some((order, rule)) = items.first().and_then(|worst| Some((worst.order(), *worst.rules.first()?))) else {
            return Ok(());
        };
        if self.first.is_none_or(|(first, _)| order < first) {
            self.first = Some((order, rule));
        }
        let widths = items.iter().map(|item| item.word().len());
        self.status_width = widths.fold(self.status_width, usize::max);
        let items = items.iter().map(|item| (item.is_accepted, item.status as usize, item.text()));
        let shown: Shown = (heading, items.collect());
        let text = serde_json::to_vec(&shown)?;
        self.texts.write_all(&text).map_err(of_texts)?;
        self.waiting.push(Waiting { order, begins: self.size, length: text.len() });
        self.size += text.len() as u64;
        Ok(())
    }

    /// Calls `show` for each officer, worst first, with the heading, each answer with its status (`None`: accepted) and
    /// its text, and the width of the longest status of all. Returns the rule that decides the first officer.
    pub(crate) fn show(
        &mut self,
        mut show: impl FnMut(&str, &[(Option<Status>, String)], usize) -> io::Result<()>,
    ) -> io::Result<Option<&'static str>> {
        self.store_last()?;
        self.waiting.sort_by_key(|waiting| waiting.order);
        self.texts.flush().map_err(of_texts)?;
        let texts = self.texts.get_mut();
        let mut text = Vec::new();
        for Waiting { begins, length, .. } in &self.waiting {
            text.resize(*length, 0);
            texts.seek(SeekFrom::Start(*begins)).and_then(|_| texts.read_exact(&mut text)).map_err(of_texts)?;
            let (heading, items): Shown = serde_json::from_slice(&text)?;
            let items: Vec<_> = items
                .into_iter()
                .map(|(is_accepted, status, text)| ((!is_accepted).then(|| Status::ALL[status]), text))
                .collect();
            show(&heading, &items, self.status_width)?;
        }
        // The rule of an accepted answer needs no explanation.
        Ok(self.first.filter(|((is_accepted, ..), _)| !is_accepted).map(|(_, rule)| rule))
    }
}

/// Returns whether a finding is a fault of the file.
fn is_fault(rule: &str) -> bool {
    faults::KINDS.iter().any(|kind| kind.name == rule)
}

/// Names the temporary file in the error: it failed, not the output.
fn of_texts(error: io::Error) -> io::Error {
    let why = format!("the temporary file of a long table cannot be used: {error}; -f csv and -f ndjson need none");
    io::Error::new(error.kind(), why)
}

/// Returns the lines under the message: notes, and the sources that decide.
pub(crate) fn lines(finding: &Finding) -> String {
    let mut lines = String::new();
    for note in &finding.notes {
        lines += "\nnote: ";
        lines += note;
    }
    let sources = if finding.status == Status::NotApplicable { &[] } else { finding.sources };
    for (at, source) in sources.iter().take(SOURCES_SHOWN).enumerate() {
        lines += if at == 0 { "\n" } else { "; " };
        lines += &source.to_string();
    }
    if sources.len() > SOURCES_SHOWN {
        lines += &format!("; and {} more", sources.len() - SOURCES_SHOWN);
    }
    lines
}

/// Returns `Doe, Jane A. (PTB 10234), roster.csv line 4`.
fn heading(finding: &Finding) -> String {
    let place = finding.place.to_string();
    let heading = match who(finding) {
        Some(who) => format!("{who}, {place}"),
        None => place,
    };
    harmless(&heading).into_owned()
}

/// Returns `266 days late, was due 28 Feb 2026`.
fn distance(item: &Item) -> Option<String> {
    let (due, days) = (item.due?, item.days?);
    let is_limit = item.is_limit;
    Some(match (item.status, days) {
        (Status::Met | Status::NotApplicable | Status::Unknown, _) => return None,
        (_, ..0) => format!("{} late, was due {}", count_words(-days, "day"), day_words(due)),
        (Status::Overdue, 0) => format!("late today, was due {}", day_words(due)),
        (_, 0) if is_limit => format!("exceeded today, {}, at this pace", day_words(due)),
        (_, 0) => format!("due today, {}", day_words(due)),
        (_, 1..) if is_limit => {
            format!("{} left, exceeded on {} at this pace", count_words(days, "day"), day_words(due))
        }
        (_, 1..) => format!("{} left, due {}", count_words(days, "day"), day_words(due)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Place;

    fn finding(line: u64, status: Status, days: Option<i64>, message: &str) -> Finding<'static> {
        let rule = if status == Status::Overdue { "portal-esign" } else { "power-validity" };
        Finding { days, ..Finding::new(rule, status, Place::record("r.csv", line), message.to_owned()) }
    }

    #[test]
    fn the_worst_come_first_also_out_of_a_file() {
        let long = "x".repeat(1_000);
        let mut people = People::new();
        // More than is kept in memory; every third is overdue, the later ones for longer.
        let officers = 2 * IN_MEMORY as u64 / 1_000;
        for line in 1..=officers {
            let late = line % 3 == 0;
            let (status, days) = if late { (Status::Overdue, Some(-(line as i64))) } else { (Status::Unknown, None) };
            people.add(&finding(line, Status::DueSoon, Some(3), "soon")).unwrap();
            people.add(&finding(line, status, days, &format!("{line} {long}"))).unwrap();
        }
        let mut lines = Vec::new();
        let worst = people.show(|heading, items, width| {
            let line: u64 = heading.strip_prefix("r.csv line ").unwrap().parse().unwrap();
            assert!(items[0].1.ends_with(&format!("\n{line} {long}")) && items[1].1 == "power-validity\nsoon");
            assert_eq!(width, "due soon".len());
            lines.push(line);
            Ok(())
        });
        assert_eq!(worst.unwrap(), Some("portal-esign"));
        let late = (1..=officers).rev().filter(|line| line % 3 == 0);
        assert!(lines.into_iter().eq(late.chain((1..=officers).filter(|line| line % 3 != 0))));
    }

    #[test]
    fn one_reason_for_several_answers_is_said_once() {
        let mut people = People::new();
        for rule in ["portal-esign", "power-validity"] {
            people.add(&Finding { rule, ..finding(4, Status::Unknown, None, "hire_date is blank") }).unwrap();
        }
        people.add(&finding(5, Status::Overdue, None, "late")).unwrap();
        people.add(&finding(5, Status::Overdue, None, "late")).unwrap();
        let mut shown = Vec::new();
        let show = |_: &str, items: &[(Option<Status>, String)], _| {
            shown.push(items.iter().map(|(_, text)| text.clone()).collect::<Vec<_>>());
            Ok(())
        };
        people.show(show).unwrap();
        assert_eq!(shown, [vec!["portal-esign\nlate"; 2], vec!["portal-esign, power-validity\nhire_date is blank"]]);
    }
}
