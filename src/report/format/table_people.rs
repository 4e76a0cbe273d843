//! The table of officers, the worst first. All must be known before the first is written: their texts wait in a
//! temporary file when there are many, and only the order and the place of each stay in memory.

use crate::finding::{Finding, Status};
use crate::input::faults;
use crate::report::layout::person::{file_name, name_and_id};
use crate::words::{count_words, day_words, harmless, in_days, shown_path};
use chrono::NaiveDate;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use tempfile::SpooledTempFile;
use unicode_width::UnicodeWidthStr;

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
    first: Option<(Order, Cow<'static, str>)>,
    /// The width of the longest status.
    status_width: usize,
    /// The number of items.
    items: u64,
    /// The widths of the longest labels: with the least place, the record, the name of the file, and its path.
    widest: [usize; 4],
}

/// Worst first, then the latest; what somebody has accepted comes last.
pub(crate) type Order = (bool, Reverse<Status>, i64);

/// The order of an officer, and the place of the text.
struct Waiting {
    order: Order,
    begins: u64,
    length: usize,
}

/// The word in front of an answer that somebody has accepted.
pub(crate) const ACCEPTED: &str = "accepted";

/// The findings about one row.
#[derive(Serialize, Deserialize)]
pub(crate) struct Person {
    pub(crate) name: Option<String>,
    pub(crate) ptb_id: Option<String>,
    pub(crate) file: String,
    /// `line 4`, or in a workbook `Roster row 4`; nothing for the file as a whole.
    pub(crate) record: Option<String>,
    line: u64,
    /// The answers, worst first.
    pub(crate) items: Vec<Item>,
}

/// An answer about an officer, or several for the same reason.
#[derive(Serialize, Deserialize)]
pub(crate) struct Item {
    #[serde(serialize_with = "status_number", deserialize_with = "numbered_status")]
    pub(crate) status: Status,
    pub(crate) is_accepted: bool,
    /// The decision by which it is accepted: `until 31 Dec 2026 by Chief Roe: on military leave`.
    pub(crate) decision: Option<String>,
    /// Whether it is new or worse than in an earlier report.
    pub(crate) change: Option<Cow<'static, str>>,
    /// The rule; several when one cell keeps several rules from being answered.
    pub(crate) rules: Vec<Cow<'static, str>>,
    pub(crate) due: Option<NaiveDate>,
    /// True when `due` is the day on which a limit would be exceeded.
    pub(crate) is_limit: bool,
    pub(crate) days: Option<i64>,
    pub(crate) message: String,
    /// Notes and sources.
    lines: String,
}

/// How much of the place of an officer stands in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Nothing, where there is a PTB ID to find the row by; else the record.
    Least,
    /// The line, or in a workbook the row.
    Record,
    /// The name of the file as well.
    File,
    /// The whole path.
    Path,
}

impl Place {
    const ALL: [Self; 4] = [Self::Least, Self::Record, Self::File, Self::Path];
}

fn status_number<S: Serializer>(status: &Status, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_u8(*status as u8)
}

fn numbered_status<'d, D: Deserializer<'d>>(from: D) -> Result<Status, D::Error> {
    let number = u8::deserialize(from)?;
    Status::ALL.get(usize::from(number)).copied().ok_or_else(|| D::Error::custom("no status"))
}

impl Person {
    /// Returns the heading of a paragraph: `Doe, Jane A. (PTB 10234), roster.csv line 4`.
    pub(crate) fn heading(&self) -> String {
        let place = [Some(shown_path(&self.file)), self.record.clone()];
        let place = place.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let who = name_and_id(self.name.as_deref(), self.ptb_id.as_deref());
        harmless(&who.into_iter().chain([place]).collect::<Vec<_>>().join(", ")).into_owned()
    }

    /// Returns the name with its ID and as much of the place: `Doe, Jane A. 10234, roster.csv line 4`.
    pub(crate) fn label(&self, place: Place) -> String {
        let (name, rest) = self.label_parts(place);
        name.into_owned() + &rest.concat()
    }

    /// Returns the parts of the label: the name, and the ID, the file and the record with what is between them. Without
    /// a name the first is empty.
    pub(crate) fn label_parts(&self, place: Place) -> (Cow<'_, str>, [String; 3]) {
        let name = harmless(self.name.as_deref().unwrap_or_default());
        let id = match (&self.ptb_id, &self.name) {
            (Some(id), Some(_)) => format!(" {}", harmless(id)),
            (Some(id), None) => format!("PTB {}", harmless(id)),
            (None, _) => String::new(),
        };
        let file = match (place, &self.record) {
            (Place::Path, _) => shown_path(&self.file),
            (Place::File, _) | (_, None) => file_name(&self.file),
            (Place::Least | Place::Record, Some(_)) => String::new(),
        };
        let is_found_by_id = place == Place::Least && self.ptb_id.is_some();
        let record = self.record.as_deref().filter(|_| !is_found_by_id).map_or(Cow::Borrowed(""), harmless);
        let comma = |before: bool, text: &str| if before && !text.is_empty() { ", " } else { "" };
        let is_known = !(name.is_empty() && id.is_empty());
        let file = format!("{}{}", comma(is_known, &file), harmless(&file));
        let between = if file.is_empty() { comma(is_known, &record) } else { " " };
        let record = if record.is_empty() { String::new() } else { format!("{between}{record}") };
        (name, [id, file, record])
    }
}

impl Item {
    pub(crate) fn order(&self) -> Order {
        (self.is_accepted, Reverse(self.status), self.days.unwrap_or(i64::MAX))
    }

    /// Returns the word in front of the text.
    pub(crate) const fn word(&self) -> &'static str {
        if self.is_accepted { ACCEPTED } else { self.status.words() }
    }

    /// Returns the rule with the distance of its day, and below it the sentence, the notes and the sources.
    pub(crate) fn paragraph(&self) -> String {
        let mut text = self.rules.join(", ");
        if let Some(distance) = self.distance() {
            text += ": ";
            text += &distance;
        }
        text + "\n" + &self.message + &self.lines
    }

    /// Returns the same without the day: `266 days late`, `exceeded in 25 days`.
    pub(crate) fn short_distance(&self) -> Option<String> {
        match self.days {
            Some(days @ 1..) if self.is_limit => Some(format!("exceeded {}", in_days(days))),
            _ => self.distance()?.split(", ").next().map(str::to_owned),
        }
    }

    /// Returns `266 days late, was due 28 Feb 2026`; `None` where no day is the point.
    pub(crate) fn distance(&self) -> Option<String> {
        let (due, days) = (self.due?, self.days?);
        let is_limit = self.is_limit;
        Some(match (self.status, days) {
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
            items: 0,
            widest: [0; 4],
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
            name: finding.name.as_deref().map(str::to_owned),
            ptb_id: finding.ptb_id.as_deref().map(str::to_owned),
            file: finding.place.file.clone().into_owned(),
            record: (!finding.place.is_file()).then(|| finding.place.record_words().to_string()),
            line: finding.place.line,
            items: Vec::new(),
        });
        let Finding { status, rule, due, is_limit, days, .. } = *finding;
        let is_accepted = finding.accepted.is_some();
        let decision = finding.accepted.as_ref().map(|accepted| accepted.end_and_reason());
        // The same answer for the same reason is written once.
        let same = person
            .items
            .iter_mut()
            .find(|item| item.status == status && item.is_accepted == is_accepted && item.message == finding.message);
        match same.filter(|_| matches!(status, Status::Unknown | Status::NotApplicable)) {
            Some(same) => {
                same.rules.push(rule.into());
                same.lines.clear();
            }
            None => {
                let (mut message, lines) = (finding.message.clone().into_owned(), lines(finding));
                // A fault of a workbook names the cell to correct.
                if let Some(cell) = finding.place.cell.as_deref().filter(|_| is_fault(rule)) {
                    message = format!("{message} ({cell})");
                }
                let rules = vec![rule.into()];
                let change = finding.change.map(Cow::Borrowed);
                person.items.push(Item {
                    status,
                    is_accepted,
                    decision,
                    change,
                    rules,
                    due,
                    is_limit,
                    days,
                    message,
                    lines,
                });
                self.items += 1;
            }
        }
        Ok(())
    }

    fn store_last(&mut self) -> io::Result<()> {
        let Some(mut person) = self.last.take() else { return Ok(()) };
        person.items.sort_by_key(Item::order);
        let worst = person.items.first().and_then(|worst| Some((worst.order(), worst.rules.first()?.clone())));
        let Some((order, rule)) = worst else { return Ok(()) };
        if self.first.as_ref().is_none_or(|(first, _)| order < *first) {
            self.first = Some((order, rule));
        }
        let widths = person.items.iter().map(|item| item.word().len());
        self.status_width = widths.fold(self.status_width, usize::max);
        for (widest, place) in self.widest.iter_mut().zip(Place::ALL) {
            *widest = (*widest).max(person.label(place).width());
        }
        let text = serde_json::to_vec(&person)?;
        self.texts.write_all(&text).map_err(of_texts)?;
        self.waiting.push(Waiting { order, begins: self.size, length: text.len() });
        self.size += text.len() as u64;
        Ok(())
    }

    /// Returns the width of the longest status, once all findings are there.
    pub(crate) fn status_width(&mut self) -> io::Result<usize> {
        self.store_last()?;
        Ok(self.status_width)
    }

    /// Returns the width of the longest label with this much of the place, once all findings are there.
    pub(crate) fn label_width(&mut self, place: Place) -> io::Result<usize> {
        self.store_last()?;
        Ok(self.widest[place as usize])
    }

    /// Returns the number of items: of lines, where each takes one.
    pub(crate) fn items(&self) -> u64 {
        self.items
    }

    /// Calls `show` for each officer, worst first. Returns the rule that decides the first officer.
    pub(crate) fn show(
        &mut self,
        mut show: impl FnMut(Order, &Person) -> io::Result<()>,
    ) -> io::Result<Option<Cow<'static, str>>> {
        self.store_last()?;
        self.waiting.sort_by_key(|waiting| waiting.order);
        self.texts.flush().map_err(of_texts)?;
        let texts = self.texts.get_mut();
        let mut text = Vec::new();
        for Waiting { order, begins, length } in &self.waiting {
            text.resize(*length, 0);
            texts.seek(SeekFrom::Start(*begins)).and_then(|_| texts.read_exact(&mut text)).map_err(of_texts)?;
            show(*order, &serde_json::from_slice(&text)?)?;
        }
        // The rule of an accepted answer needs no explanation.
        Ok(self.first.take().filter(|((is_accepted, ..), _)| !is_accepted).map(|(_, rule)| rule))
    }
}

/// Returns whether a finding is a fault of the file.
pub(crate) fn is_fault(rule: &str) -> bool {
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
        let worst = people.show(|_, person| {
            let line: u64 = person.heading().strip_prefix("r.csv line ").unwrap().parse().unwrap();
            let [first, second] = [&person.items[0], &person.items[1]].map(Item::paragraph);
            assert!(first.ends_with(&format!("\n{line} {long}")) && second == "power-validity\nsoon");
            lines.push(line);
            Ok(())
        });
        assert_eq!(worst.unwrap().as_deref(), Some("portal-esign"));
        assert_eq!(people.status_width().unwrap(), "due soon".len());
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
        let show = |_, person: &Person| {
            shown.push(person.items.iter().map(Item::paragraph).collect::<Vec<_>>());
            Ok(())
        };
        people.show(show).unwrap();
        assert_eq!(people.items(), 3);
        assert_eq!(shown, [vec!["portal-esign\nlate"; 2], vec!["portal-esign, power-validity\nhire_date is blank"]]);
    }
}
