//! Officers put by until all are known, for the worst come first. What there is to say about them is kept in a temporary file
//! where it is much; in memory stay the order and the place of each.

use crate::finding::{Finding, Status};
use crate::report::who;
use crate::words::shown_path;
use crate::words::{count_words, day_words, harmless};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use tempfile::SpooledTempFile;

/// Text of up to this size is put by in memory, more of it on disk.
const IN_MEMORY: usize = 8 * 1024 * 1024;
/// The sources that decide come first; `muster rules NAME` shows them all.
const SOURCES_SHOWN: usize = 2;

/// Everybody about whom there is something to say.
pub(crate) struct People {
    /// The one to whom the last finding belongs.
    last: Option<Person>,
    put_by: Vec<PutBy>,
    texts: BufWriter<SpooledTempFile>,
    /// How many bytes of text there are.
    size: u64,
    /// The first of them all so far, with the rule that decides it.
    first: Option<(Order, &'static str)>,
    /// The width of the longest status.
    status_width: usize,
}

/// Worst first, then whoever is latest.
type Order = (Reverse<Status>, i64);

/// The order of somebody, and the place among the texts.
struct PutBy {
    order: Order,
    begins: u64,
    length: usize,
}

/// What is shown of somebody: the heading, and answers with what is said of each, worst first.
type Shown = (String, Vec<(usize, String)>);

/// What there is to say about one row.
struct Person {
    heading: String,
    file: String,
    line: u64,
    items: Vec<Item>,
}

struct Item {
    status: Status,
    /// The rule; several where one cell keeps several from being answered.
    rules: Vec<&'static str>,
    due: Option<NaiveDate>,
    days: Option<i64>,
    message: String,
    /// Notes and sources.
    lines: String,
}

impl Item {
    fn order(&self) -> Order {
        (Reverse(self.status), self.days.unwrap_or(i64::MAX))
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
            put_by: Vec::new(),
            texts: BufWriter::new(SpooledTempFile::new(IN_MEMORY)),
            size: 0,
            first: None,
            status_width: 0,
        }
    }

    /// Adds a finding; those of one row come one after the other.
    ///
    /// # Errors
    /// When the temporary file fails; so for every method.
    pub(crate) fn add(&mut self, finding: &Finding) -> io::Result<()> {
        if !self.last.as_ref().is_some_and(|last| last.line == finding.line && last.file == finding.file) {
            self.put_last_by()?;
        }
        let person = self.last.get_or_insert_with(|| Person {
            heading: heading(finding),
            file: finding.file.to_owned(),
            line: finding.line,
            items: Vec::new(),
        });
        let Finding { status, rule, due, days, .. } = *finding;
        // The same answer for the same reason is said once.
        let same = person.items.iter_mut().find(|item| item.status == status && item.message == finding.message);
        match same.filter(|_| matches!(status, Status::Unknown | Status::NotApplicable)) {
            Some(same) => {
                same.rules.push(rule);
                same.lines.clear();
            }
            None => {
                let (message, lines) = (finding.message.clone(), lines(finding));
                person.items.push(Item { status, rules: vec![rule], due, days, message, lines });
            }
        }
        Ok(())
    }

    fn put_last_by(&mut self) -> io::Result<()> {
        let Some(Person { heading, mut items, .. }) = self.last.take() else { return Ok(()) };
        items.sort_by_key(Item::order);
        let Some((order, rule)) = items.first().and_then(|worst| Some((worst.order(), *worst.rules.first()?))) else {
            return Ok(());
        };
        if self.first.is_none_or(|(first, _)| order < first) {
            self.first = Some((order, rule));
        }
        let widths = items.iter().map(|item| item.status.words().len());
        self.status_width = widths.fold(self.status_width, usize::max);
        let shown: Shown = (heading, items.iter().map(|item| (item.status as usize, item.text())).collect());
        let text = serde_json::to_vec(&shown)?;
        self.texts.write_all(&text).map_err(of_texts)?;
        self.put_by.push(PutBy { order, begins: self.size, length: text.len() });
        self.size += text.len() as u64;
        Ok(())
    }

    /// Shows everybody, worst first: the heading, and the answers each with what is said of it; and how wide the longest
    /// answer of all is. Returns the rule that decides the first.
    pub(crate) fn show(
        &mut self,
        mut show: impl FnMut(&str, &[(Status, String)], usize) -> io::Result<()>,
    ) -> io::Result<Option<&'static str>> {
        self.put_last_by()?;
        self.put_by.sort_by_key(|put_by| put_by.order);
        self.texts.flush().map_err(of_texts)?;
        let texts = self.texts.get_mut();
        let mut text = Vec::new();
        for PutBy { begins, length, .. } in &self.put_by {
            text.resize(*length, 0);
            texts.seek(SeekFrom::Start(*begins)).and_then(|_| texts.read_exact(&mut text)).map_err(of_texts)?;
            let (heading, items): Shown = serde_json::from_slice(&text)?;
            let items: Vec<_> = items.into_iter().map(|(status, text)| (Status::ALL[status], text)).collect();
            show(&heading, &items, self.status_width)?;
        }
        Ok(self.first.map(|(_, rule)| rule))
    }
}

/// Says that it is the temporary file that failed, and not the output.
fn of_texts(error: io::Error) -> io::Error {
    let why =
        format!("the temporary file in which a long table is put by failed: {error}; -f csv and -f ndjson need none");
    io::Error::new(error.kind(), why)
}

/// What stands under the message: notes, and the sources that decide, each on a line of its own.
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

/// `Doe, Jane A. (PTB 10234), roster.csv line 4`
fn heading(finding: &Finding) -> String {
    let place = format!("{} line {}", shown_path(finding.file), finding.line);
    let heading = match who(finding) {
        Some(who) => format!("{who}, {place}"),
        None => place,
    };
    harmless(&heading).into_owned()
}

/// `266 days late, was due 28 Feb 2026`
fn distance(item: &Item) -> Option<String> {
    let (due, days) = (item.due?, item.days?);
    Some(match (item.status, days) {
        (Status::Met | Status::NotApplicable | Status::Unknown, _) => return None,
        (_, ..0) => format!("{} late, was due {}", count_words(-days, "day"), day_words(due)),
        (_, 0) => format!("due today, {}", day_words(due)),
        (_, 1..) => format!("{} left, due {}", count_words(days, "day"), day_words(due)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(line: u64, status: Status, days: Option<i64>, message: &str) -> Finding<'static> {
        Finding {
            rule: if status == Status::Overdue { "portal-esign" } else { "power-validity" },
            status,
            ptb_id: None,
            name: None,
            agency: None,
            file: "r.csv",
            line,
            column: None,
            due: None,
            extended: None,
            days,
            message: message.to_owned(),
            sources: &[],
            notes: Vec::new(),
            change: None,
        }
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
        let show = |_: &str, items: &[(Status, String)], _| {
            shown.push(items.iter().map(|(_, text)| text.clone()).collect::<Vec<_>>());
            Ok(())
        };
        people.show(show).unwrap();
        assert_eq!(shown, [vec!["portal-esign\nlate"; 2], vec!["portal-esign, power-validity\nhire_date is blank"]]);
    }
}
