//! All notices of one recipient in one letter (settled 296).

use crate::finding::{Finding, Source, Status};
use crate::model::contact::Contact;
use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::screen::{cell, colored_cell};
use crate::report::page::notice::{Recipient, Sender, in_paragraphs, kind, letter, officer};
use crate::rules::roster::duty_words;
use crate::rules::roster::notices::{self, Notice};
use crate::words::{capitalized, count_words, day_words, harmless};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// The columns of the table for people.
const COLUMNS: [(&str, Align); 4] =
    [("most urgent", Align::Left), ("due", Align::Left), ("notices", Align::Left), ("to", Align::Left)];

/// All notices to one recipient, with the keys of machine output.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Digest {
    /// The recipient.
    pub to: Recipient,
    /// The mail address, where one is known.
    pub address: Option<String>,
    /// The most urgent kind of notice.
    pub notice: Notice,
    /// The PTB ID of the officer; null for the administrator.
    pub ptb_id: Option<String>,
    /// The officer's name.
    pub name: Option<String>,
    /// The officer's last name.
    pub last_name: Option<String>,
    /// The officer's first name.
    pub first_name: Option<String>,
    /// The first line of the letter: `Dear Jane Doe:`.
    pub salutation: String,
    /// The due day of the most urgent item.
    pub due: NaiveDate,
    /// `due` minus the day asked about.
    pub days: i64,
    /// The subject line.
    pub subject: String,
    /// The text in paragraphs, with an empty line between them and no other line end.
    pub body: String,
    /// The items, the most urgent first.
    pub items: Vec<DigestItem>,
    /// What stands above the text in a letter: the reader, the day and the salutation.
    #[serde(skip)]
    pub head: Vec<String>,
}

/// One item of a letter.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DigestItem {
    /// The kind of notice.
    pub notice: Notice,
    /// The officer's PTB ID.
    pub ptb_id: Option<String>,
    /// The officer's name.
    pub name: Option<String>,
    /// The rule it is about.
    pub rule: &'static str,
    /// The due day.
    pub due: NaiveDate,
    /// `due` minus the day asked about.
    pub days: i64,
}

/// A notice in force, before the letters are put together.
#[derive(Clone, Debug)]
pub struct Due {
    /// The kind of notice.
    pub notice: Notice,
    /// The due day.
    pub due: NaiveDate,
    /// The answer.
    pub finding: Finding<'static>,
}

/// Returns how urgent a notice is, the most urgent first.
fn urgency(due: &&Due) -> (u8, NaiveDate, &'static str) {
    let rank = match due.notice {
        Notice::Expired => 0,
        Notice::Second => 1,
        Notice::First => 2,
    };
    (rank, due.due, due.finding.rule)
}

impl Sender<'_> {
    /// Returns the letter to one recipient about everything that has a notice; none about nothing. `contact` is the
    /// officer's.
    pub fn digest<'d>(
        &self,
        to: Recipient,
        contact: &Contact,
        all: impl IntoIterator<Item = &'d Due>,
    ) -> Option<Digest> {
        let mut all: Vec<&Due> = all.into_iter().collect();
        // A stable sort: what is equally urgent keeps the order of the files.
        all.sort_by_key(urgency);
        let first = *all.first()?;
        let days = |due: NaiveDate| (due - self.as_of).num_days();
        let owned = |text: &Option<std::borrow::Cow<str>>| text.as_deref().map(str::to_owned);
        let items = all.iter().map(|due| DigestItem {
            notice: due.notice,
            ptb_id: owned(&due.finding.ptb_id),
            name: owned(&due.finding.name),
            rule: due.finding.rule,
            due: due.due,
            days: days(due.due),
        });
        let reader = self.reader(to, &officer(&first.finding));
        let is_officer = to == Recipient::Officer;
        let salutation = self.salutation(to, contact);
        Some(Digest {
            to,
            address: self.address(to, contact),
            notice: first.notice,
            ptb_id: owned(&first.finding.ptb_id).filter(|_| is_officer),
            name: owned(&first.finding.name).filter(|_| is_officer),
            last_name: contact.last_name.clone().filter(|_| is_officer),
            first_name: contact.first_name.clone().filter(|_| is_officer),
            salutation: salutation.clone(),
            due: first.due,
            days: days(first.due),
            subject: harmless(&self.subject(to, &all)).into_owned(),
            body: in_paragraphs(&self.paragraphs(to, &all)),
            items: items.collect(),
            head: vec![reader, day_words(self.as_of).to_string(), salutation],
        })
    }

    /// Returns `3 notices on 21 Nov 2026: 1 expired, 2 60-day`; of a single one what it is about.
    fn subject(&self, to: Recipient, all: &[&Due]) -> String {
        if let ([only], Recipient::Officer) = (all, to) {
            let day = only.finding.due_words().unwrap_or_default();
            return format!("{}: {}, {day}", kind(only.notice), only.finding.title);
        }
        let count = |notice: Notice| all.iter().filter(|due| due.notice == notice).count();
        let parts = [Notice::Expired, Notice::Second, Notice::First].map(|notice| (count(notice), notice.name()));
        let parts = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}"));
        let parts = parts.collect::<Vec<_>>().join(", ");
        let notices = count_words(all.len() as i64, "notice");
        let of = if to == Recipient::Administrator { format!(" about {}", officers(all)) } else { String::new() };
        format!("{notices} on {}{of}: {parts}", day_words(self.as_of))
    }

    /// Returns the paragraphs: the opening, an item each, and the closing.
    fn paragraphs(&self, to: Recipient, all: &[&Due]) -> Vec<String> {
        let is_one = all.len() == 1;
        let of = match to {
            Recipient::Officer => String::new(),
            Recipient::Administrator => {
                let too = if is_one { "who has a letter too" } else { "each of whom has a letter too" };
                format!(" about {}, {too},", officers(all))
            }
        };
        let (are, items) =
            if is_one { ("A notice is", "this item") } else { ("Notices are", "these items, the most urgent first") };
        let mut paragraphs = vec![format!("{are} in force on {}{of} for {items}:", day_words(self.as_of))];
        paragraphs.extend(all.iter().enumerate().map(|(at, due)| self.list_item(at + 1, to, due)));
        let numbers = all.iter().enumerate().filter(|(_, due)| !notices::is_course(due.finding.rule));
        let numbers: Vec<String> = numbers.map(|(at, _)| (at + 1).to_string()).collect();
        if let Some((last, before)) = numbers.split_last() {
            let which = match before {
                [] => format!("Item {last} is not a course: its notice comes"),
                before => format!("Items {} and {last} are not courses: their notices come", before.join(", ")),
            };
            paragraphs.push(format!(
                "The Board's Officer Portal announces such notices for courses. {which} from the agency's own records, \
                 made with muster."
            ));
        }
        let mut sources: Vec<&Source> = Vec::new();
        for source in all.iter().flat_map(|due| due.finding.sources) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        let sources: Vec<String> = sources.into_iter().map(ToString::to_string).collect();
        paragraphs.push(format!("Sources: {}", sources.join("; ")));
        let mut agencies: Vec<Option<&str>> = all.iter().map(|due| self.agency(&due.finding)).collect();
        agencies.dedup();
        // Officers of several agencies have none in common.
        paragraphs.extend(agencies.first().filter(|_| agencies.len() == 1).copied().flatten().map(str::to_owned));
        paragraphs
    }

    /// Returns `1. Basic training. Expired notice: was due 28 Feb 2026, 266 days ago; not recorded as met. Record: …`
    fn list_item(&self, number: usize, to: Recipient, due: &Due) -> String {
        let Due { notice, due, ref finding } = *due;
        let duty = duty_words::of_rule(finding.rule).map_or(finding.title, |duty| duty.words);
        let what = match to {
            Recipient::Officer => capitalized(duty),
            Recipient::Administrator => format!("{}: {duty}", officer(finding)),
        };
        let day = finding.due_words().unwrap_or_default();
        let mut item = format!(
            "{number}. {what}. {}: {day}, {}. Record: {}.",
            kind(notice),
            self.distance(notice, due),
            finding.message
        );
        let notes = finding.notes.iter().map(|note| format!("Note: {note}."));
        for sentence in self.consequence(notice, to, finding.rule).into_iter().chain(notes) {
            item.extend([" ", &sentence]);
        }
        item
    }
}

/// Returns `6 officers`, whom these notices are about.
fn officers(all: &[&Due]) -> String {
    let officers: BTreeSet<String> = all.iter().map(|due| officer(&due.finding)).collect();
    count_words(officers.len() as i64, "officer")
}

impl Digest {
    /// Returns the notices as a letter.
    pub fn letter(&self) -> String {
        letter(self.address.as_deref(), &self.subject, &self.head, &self.body)
    }
}

impl Rows for Digest {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("to", |digest| Value::word(digest.to.name()));
        to.shown("address", |digest| Value::foreign(digest.address.as_deref()));
        to.shown("notice", |digest| Value::word(digest.notice.name()));
        to.shown("ptb_id", |digest| Value::foreign(digest.ptb_id.as_deref()));
        to.shown("name", |digest| Value::foreign(digest.name.as_deref()));
        to.shown("rules", |digest| Value::list(digest.items.iter().map(|item| item.rule)));
        to.shown("due", |digest| Value::figure(digest.due));
        to.shown("days", |digest| Value::figure(digest.days));
        to.hidden("last_name", |digest| Value::foreign(digest.last_name.as_deref()));
        to.hidden("first_name", |digest| Value::foreign(digest.first_name.as_deref()));
        to.hidden("salutation", |digest| Value::foreign(Some(&digest.salutation)));
        to.hidden("subject", |digest| Value::foreign(Some(&digest.subject)));
        to.hidden("body", |digest| Value::foreign(Some(&digest.body)));
    }
}

impl ReportEntry for Digest {
    fn show(&self, page: &mut Page) {
        let status = if self.notice == Notice::Expired { Status::Overdue } else { Status::DueSoon };
        let reader = match (self.to, &self.name, &self.ptb_id) {
            (Recipient::Administrator, ..) => "the administrator".into(),
            (_, Some(name), _) => name.clone(),
            (_, None, Some(id)) => format!("PTB {id}"),
            (_, None, None) => "(no name)".into(),
        };
        let address = self.address.as_deref().unwrap_or("(no address)");
        page.row(
            &COLUMNS,
            vec![
                colored_cell(status, self.notice.name()),
                cell(&day_words(self.due).to_string()),
                cell(&self.items.len().to_string()),
                cell(&format!("{reader}\n{address}")),
            ],
        );
    }
}
