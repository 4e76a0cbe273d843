//! The answer about a record: a status, a place, a sentence and the law.

pub mod address;
mod place;
mod tally;

pub use tally::Tally;

use crate::values::digits::day_or_none;
use crate::words::day_words;
use chrono::NaiveDate;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde::ser::Serializer;
use std::borrow::Cow;
use std::fmt;

pub use place::Place;

/// The answer of a requirement about a record on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// The requirement is satisfied.
    Met,
    /// The requirement does not apply to this record.
    NotApplicable,
    /// Not yet satisfied, due later than the warning window.
    Open,
    /// Not yet satisfied, due within the warning window.
    DueSoon,
    /// A person must decide: discretion, or sources that give opposite answers.
    Review,
    /// A cell that the answer needs is blank or unreadable, or no law is known for that day.
    Unknown,
    /// Not satisfied and the day has passed, or a limit is exceeded.
    Overdue,
}

impl Status {
    /// Every status, from the calmest to the worst.
    pub const ALL: [Self; 7] =
        [Self::Met, Self::NotApplicable, Self::Open, Self::DueSoon, Self::Review, Self::Unknown, Self::Overdue];

    /// Returns the answer for an item that is not done yet and due in `days`; it is `due-soon` from `warn_days` before.
    pub fn of_days(days: i64, warn_days: u32) -> Self {
        if days < 0 {
            Self::Overdue
        } else if days <= i64::from(warn_days) {
            Self::DueSoon
        } else {
            Self::Open
        }
    }

    /// Returns the name in machine output and in `--fail-on`: `due-soon`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotApplicable => "not-applicable",
            Self::Open => "open",
            Self::DueSoon => "due-soon",
            Self::Review => "review",
            Self::Unknown => "unknown",
            Self::Overdue => "overdue",
        }
    }

    /// Returns the words for people: `due soon`.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotApplicable => "not applicable",
            Self::DueSoon => "due soon",
            other => other.name(),
        }
    }
}

impl Serialize for Status {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

/// A set of statuses, such as those that fail a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct StatusSet(u8);

impl StatusSet {
    /// Returns the set of these statuses.
    pub const fn of(statuses: &[Status]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < statuses.len() {
            bits |= 1 << statuses[at] as u8;
            at += 1;
        }
        Self(bits)
    }

    /// Returns whether the set has `status`.
    pub const fn has(self, status: Status) -> bool {
        self.0 & (1 << status as u8) != 0
    }
}

/// The author of a source. The order is that of authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Authority {
    /// A statute of Illinois or of the United States.
    Statute,
    /// 20 Ill. Adm. Code 1720.
    Code,
    /// Another part of the Illinois Administrative Code.
    OtherCode,
    /// The Board's frequently asked questions.
    Faq,
    /// The Board's Officer Portal page.
    Portal,
    /// The COPS Training Portal announcement.
    Cops,
    /// Mobile Team Unit #10 (LETAC), part-time basic training.
    Mtu10,
    /// A list that other Mobile Team Units publish.
    UnitList,
    /// No source: how this program reads the others, or a choice of its own.
    Reading,
}

/// A place in the law, or on a page of the Board, that decides a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// The author.
    pub authority: Authority,
    /// The section, as a lawyer would cite it, or the subject of a page.
    pub section: &'static str,
}

impl Source {
    /// Returns a statute, cited in full: `50 ILCS 705/8.1`.
    pub const fn statute(section: &'static str) -> Self {
        Self { authority: Authority::Statute, section }
    }
    /// Returns a section of 20 Ill. Adm. Code 1720: `1720.20(f)`.
    pub const fn code(section: &'static str) -> Self {
        Self { authority: Authority::Code, section }
    }
    /// Returns a section of another part, with its title: `20 Ill. Adm. Code 1770.212(a)`.
    pub const fn other_code(section: &'static str) -> Self {
        Self { authority: Authority::OtherCode, section }
    }
    /// Returns an answer of the Board's FAQ, by its subject.
    pub const fn faq(section: &'static str) -> Self {
        Self { authority: Authority::Faq, section }
    }
    /// Returns the Officer Portal page, by its subject.
    pub const fn portal(section: &'static str) -> Self {
        Self { authority: Authority::Portal, section }
    }
    /// Returns the COPS Training Portal announcement, by its subject.
    pub const fn cops(section: &'static str) -> Self {
        Self { authority: Authority::Cops, section }
    }
    /// Returns Mobile Team Unit #10's page, by its subject.
    pub const fn mtu10(section: &'static str) -> Self {
        Self { authority: Authority::Mtu10, section }
    }

    /// Returns this program's own reading or choice, which no source contains, by its subject.
    pub const fn reading(section: &'static str) -> Self {
        Self { authority: Authority::Reading, section }
    }

    /// Reads a source from its printed form, for embedded tables.
    pub fn read(text: &'static str) -> Self {
        let (authority, section) = Self::parse(text);
        Self { authority, section }
    }

    /// Divides a printed source into its author and the section.
    fn parse(text: &str) -> (Authority, &str) {
        let page = |before: &str| text.strip_prefix(before)?.strip_prefix(" (")?.strip_suffix(')');
        if let Some(section) = text.strip_prefix("20 Ill. Adm. Code ").filter(|section| section.starts_with("1720.")) {
            (Authority::Code, section)
        } else if let Some(subject) = page("ILETSB FAQ") {
            (Authority::Faq, subject)
        } else if let Some(subject) = page("ILETSB Officer Portal page") {
            (Authority::Portal, subject)
        } else if let Some(subject) = page("COPS Training Portal announcement") {
            (Authority::Cops, subject)
        } else if let Some(subject) = page("MTU #10") {
            (Authority::Mtu10, subject)
        } else if let Some(subject) = page("our reading") {
            (Authority::Reading, subject)
        } else if text.contains(" ILCS ") || text.contains(" USC ") {
            (Authority::Statute, text)
        } else if text.contains(" Ill. Adm. Code ") {
            (Authority::OtherCode, text)
        } else {
            (Authority::UnitList, text)
        }
    }

    /// Returns the parts of the citation.
    const fn parts(&self) -> [&'static str; 3] {
        let (before, after) = match self.authority {
            Authority::Statute | Authority::OtherCode | Authority::UnitList => ("", ""),
            Authority::Code => ("20 Ill. Adm. Code ", ""),
            Authority::Faq => ("ILETSB FAQ (", ")"),
            Authority::Portal => ("ILETSB Officer Portal page (", ")"),
            Authority::Cops => ("COPS Training Portal announcement (", ")"),
            Authority::Mtu10 => ("MTU #10 (", ")"),
            Authority::Reading => ("our reading (", ")"),
        };
        [before, self.section, after]
    }
}

impl fmt::Display for Source {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts().into_iter().try_for_each(|part| to.write_str(part))
    }
}

impl Serialize for Source {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.parts().concat())
    }
}

/// One answer about one record, or one fault of a file, ready for any format.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Finding<'a> {
    /// The rule's name, or the name of a fault in the file.
    pub rule: &'static str,
    /// The title of the rule, for people; not part of the machine output.
    #[serde(skip)]
    pub title: &'static str,
    /// The answer.
    pub status: Status,
    /// The officer's PTB ID, as recorded.
    pub ptb_id: Option<Cow<'a, str>>,
    /// `Doe, Jane A.`
    pub name: Option<Cow<'a, str>>,
    /// The agency of the record, which distinguishes two appointments of one officer; not part of the machine output.
    #[serde(skip)]
    pub agency: Option<Cow<'a, str>>,
    /// The record, and the column in it.
    #[serde(flatten)]
    pub place: Place<'a>,
    /// The nominal due day.
    #[serde(serialize_with = "day_or_none")]
    pub due: Option<NaiveDate>,
    /// The next open day, when an act is due within a time that runs forward and `due` is a Saturday, Sunday or
    /// holiday.
    #[serde(serialize_with = "day_or_none")]
    pub extended: Option<NaiveDate>,
    /// The duty in words, where a calendar is written; without, the title holds. Not part of the machine output.
    #[serde(skip)]
    pub duty: Option<&'static Duty>,
    /// True when `due` is the day on which a limit would be exceeded; not part of the machine output.
    #[serde(skip)]
    pub is_limit: bool,
    /// `due` minus the day asked about: negative is late.
    pub days: Option<i64>,
    /// The reason, in one sentence with the numbers in it.
    pub message: Cow<'a, str>,
    /// The text of a cell that cannot be read, where the sentence quotes it; not part of the machine output.
    #[serde(skip)]
    pub quoted: Option<Cow<'a, str>>,
    /// What such a cell should hold, and what to do: the end of the sentence; not part of the machine output.
    #[serde(skip)]
    pub cure: Option<Cow<'a, str>>,
    /// The law, highest authority first.
    #[serde(flatten, serialize_with = "address::with_urls")]
    #[schemars(flatten, with = "address::SourcesAndUrls")]
    pub sources: &'static [Source],
    /// Further points for a careful reader.
    pub notes: Vec<String>,
    /// `new` or `cleared`, where two rosters are compared; with a baseline also `worse` or `same`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<&'static str>,
    /// The decision by which this answer is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Box<Accepted>>,
}

/// A duty in a few words, for what people read outside this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    /// `basic training`
    pub words: &'static str,
    /// What happens on its due day; it stands before `for Doe, Jane`.
    pub day: &'static str,
}

impl Duty {
    /// What happens on most due days.
    pub const LAST_DAY: &'static str = "last day";
}

/// A decision of the Board or the chief about one answer (settled 184).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Accepted {
    /// Why; null under --redact.
    pub reason: Option<String>,
    /// Who decided, where the list says so; null under --redact.
    pub by: Option<String>,
    /// The last day for which it holds.
    pub until: NaiveDate,
}

impl Accepted {
    /// `accepted until 31 Dec 2026 by Chief Roe: on military leave`
    pub fn words(&self) -> String {
        format!("accepted {}", self.end_and_reason())
    }

    /// `was accepted until 31 Dec 2026 by Chief Roe: on military leave; that has ended`
    pub fn ended_words(&self) -> String {
        format!("was accepted {}; that has ended", self.end_and_reason())
    }

    /// `until 31 Dec 2026 by Chief Roe: on military leave`
    pub fn end_and_reason(&self) -> String {
        let by = self.by.as_ref().map_or_else(String::new, |by| format!(" by {by}"));
        let reason = self.reason.as_ref().map_or_else(String::new, |reason| format!(": {reason}"));
        format!("until {}{by}{reason}", day_words(self.until))
    }
}

impl<'a> Finding<'a> {
    /// Returns a finding of a status at a place; everything else is empty.
    pub fn new(rule: &'static str, status: Status, place: Place<'a>, message: impl Into<Cow<'a, str>>) -> Self {
        Self {
            rule,
            title: rule,
            status,
            ptb_id: None,
            name: None,
            agency: None,
            place,
            due: None,
            extended: None,
            duty: None,
            is_limit: false,
            days: None,
            message: message.into(),
            quoted: None,
            cure: None,
            sources: &[],
            notes: Vec::new(),
            change: None,
            accepted: None,
        }
    }

    /// Returns the words for its day: `due 5 Dec 2026`, `was due 1 Jun 2026`, `exceeded on 5 Dec 2026 at this pace`.
    /// What is overdue was due, also on the day itself.
    pub fn due_words(&self) -> Option<String> {
        let due = day_words(self.due?);
        Some(if self.is_limit {
            format!("exceeded on {due} at this pace")
        } else if self.status == Status::Overdue || self.days.is_some_and(|days| days < 0) {
            format!("was due {due}")
        } else {
            format!("due {due}")
        })
    }

    /// Returns a copy that borrows nothing, to be kept beyond its row.
    pub fn to_owned(&self) -> Finding<'static> {
        let owned = |text: &Option<Cow<str>>| text.as_ref().map(|text| Cow::Owned(text.clone().into_owned()));
        let Self { rule, title, status, due, extended, duty, is_limit, days, sources, change, .. } = *self;
        Finding {
            rule,
            title,
            status,
            ptb_id: owned(&self.ptb_id),
            name: owned(&self.name),
            agency: owned(&self.agency),
            place: Place {
                file: Cow::Owned(self.place.file.clone().into_owned()),
                line: self.place.line,
                column: owned(&self.place.column),
                sheet: owned(&self.place.sheet),
                cell: owned(&self.place.cell),
            },
            due,
            extended,
            duty,
            is_limit,
            days,
            message: Cow::Owned(self.message.clone().into_owned()),
            quoted: owned(&self.quoted),
            cure: owned(&self.cure),
            sources,
            notes: self.notes.clone(),
            change,
            accepted: self.accepted.clone(),
        }
    }
}

impl JsonSchema for Status {
    fn schema_name() -> Cow<'static, str> {
        "Status".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "enum": Self::ALL.map(Self::name) })
    }
}

impl JsonSchema for Source {
    fn schema_name() -> Cow<'static, str> {
        "Source".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "description": "a legal citation" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_named_by_what_happens_on_it() {
        let due = NaiveDate::from_ymd_opt(2026, 6, 1);
        for (status, is_limit, days, words) in [
            (Status::DueSoon, false, 1, "due 1 Jun 2026"),
            (Status::DueSoon, false, 0, "due 1 Jun 2026"),
            (Status::Overdue, false, 0, "was due 1 Jun 2026"),
            (Status::Overdue, false, -1, "was due 1 Jun 2026"),
            (Status::DueSoon, true, 25, "exceeded on 1 Jun 2026 at this pace"),
        ] {
            let finding = Finding::new("a-rule", status, Place::record("r.csv", 2), "");
            let finding = Finding { due, days: Some(days), is_limit, ..finding };
            assert_eq!(finding.due_words().as_deref(), Some(words), "{status:?} {days}");
        }
        assert_eq!(Finding::new("a-rule", Status::Unknown, Place::record("r.csv", 2), "").due_words(), None);
    }
}
