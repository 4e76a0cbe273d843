//! Notices as text that is ready to send, and the table of `muster roster notices`.

use crate::finding::{Finding, Status};
use crate::model::agency::Agency;
use crate::model::contact::Contact;
use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::screen::{Screen, cell, colored_cell};
use crate::rules::roster::notices::{self, Notice};
use crate::words::{count_words, day_words, harmless};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

/// The width of a letter, in characters.
const WIDTH: usize = 76;

/// The columns of the table for people.
const COLUMNS: [(&str, Align); 4] =
    [("notice", Align::Left), ("due", Align::Left), ("about", Align::Left), ("to", Align::Left)];

/// The recipient of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Recipient {
    /// The officer it is about.
    Officer,
    /// The agency's administrator.
    Administrator,
}

impl Recipient {
    /// Returns the name in machine output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::Administrator => "administrator",
        }
    }
}

/// One notice to one recipient, with the keys of machine output.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NoticeText {
    /// The recipient.
    pub to: Recipient,
    /// The mail address, where one is known.
    pub address: Option<String>,
    /// The kind of notice.
    pub notice: Notice,
    /// The officer's PTB ID.
    pub ptb_id: Option<String>,
    /// The officer's name.
    pub name: Option<String>,
    /// The officer's last name.
    pub last_name: Option<String>,
    /// The officer's first name.
    pub first_name: Option<String>,
    /// The first line of a letter to the recipient: `Dear Jane Doe:`.
    pub salutation: String,
    /// The rule it is about.
    pub rule: &'static str,
    /// The due day.
    pub due: NaiveDate,
    /// `due` minus the day asked about.
    pub days: i64,
    /// The subject line.
    pub subject: String,
    /// The text in paragraphs, with an empty line between them and no other line end.
    pub body: String,
    /// What stands above the text in a letter: the reader and the day.
    #[serde(skip)]
    pub head: Vec<String>,
}

/// The sender, and the settings for its notices.
#[derive(Clone, Copy, Debug)]
pub struct Sender<'s> {
    /// The day of the notice.
    pub as_of: NaiveDate,
    /// The user's agency.
    pub agency: &'s Agency,
    /// Days given before inactivation, if the agency has set them.
    pub inactivation_days: Option<u32>,
    /// True when names and addresses of officers are left out.
    pub redact: bool,
}

impl Sender<'_> {
    /// Returns the notice to one recipient about a finding that has a due day. `contact` is the officer's.
    pub fn write(
        &self,
        notice: Notice,
        to: Recipient,
        finding: &Finding,
        due: NaiveDate,
        contact: &Contact,
    ) -> NoticeText {
        let officer = officer(finding);
        let title = finding.title;
        let about = match to {
            Recipient::Officer => String::new(),
            Recipient::Administrator => format!("{officer}: "),
        };
        let kind = kind(notice);
        let due_words = finding.due_words().unwrap_or_default();
        let days = (due - self.as_of).num_days();
        NoticeText {
            to,
            address: self.address(to, contact),
            notice,
            ptb_id: finding.ptb_id.as_deref().map(str::to_owned),
            name: finding.name.as_deref().map(str::to_owned),
            last_name: contact.last_name.clone(),
            first_name: contact.first_name.clone(),
            salutation: self.salutation(to, contact),
            rule: finding.rule,
            due,
            days,
            subject: harmless(&format!("{kind}: {about}{title}, {due_words}")).into_owned(),
            body: in_paragraphs(&self.body(notice, to, finding, due, &officer)),
            head: vec![self.reader(to, &officer), day_words(self.as_of).to_string()],
        }
    }

    /// Returns the address of a recipient.
    pub(crate) fn address(&self, to: Recipient, contact: &Contact) -> Option<String> {
        let address = match to {
            Recipient::Officer => contact.address.as_deref().filter(|address| !self.redact && is_address(address)),
            Recipient::Administrator => self.agency.email.as_deref(),
        };
        address.map(str::to_owned)
    }

    /// Returns the first line of a letter.
    pub(crate) fn salutation(&self, to: Recipient, contact: &Contact) -> String {
        let salutation = match to {
            Recipient::Officer => contact.salutation(),
            Recipient::Administrator => {
                format!("Dear {}:", self.agency.administrator.as_deref().unwrap_or("training administrator"))
            }
        };
        harmless(&salutation).into_owned()
    }

    /// Returns the reader of a letter, as the line above it names them.
    pub(crate) fn reader(&self, to: Recipient, officer: &str) -> String {
        match to {
            Recipient::Officer => officer.to_owned(),
            Recipient::Administrator => {
                self.agency.administrator.clone().unwrap_or_else(|| "Training administrator".into())
            }
        }
    }

    /// Returns the name of the agency at the end of a letter about a finding.
    pub(crate) fn agency<'f>(&'f self, finding: &'f Finding) -> Option<&'f str> {
        self.agency.name.as_deref().or(finding.agency.as_deref().filter(|_| !self.redact))
    }

    /// Returns how far off a due day is: `in 25 days`, `266 days ago; not recorded as met`.
    pub(crate) fn distance(&self, notice: Notice, due: NaiveDate) -> String {
        match (due - self.as_of).num_days() {
            days @ ..0 => format!("{} ago; not recorded as met", count_words(-days, "day")),
            0 if notice == Notice::Expired => "today; not recorded as met".into(),
            0 => "today".into(),
            days @ 1.. => format!("in {}", count_words(days, "day")),
        }
    }

    /// Returns the sentence about what follows an expired notice, where inactivation may.
    pub(crate) fn consequence(&self, notice: Notice, to: Recipient, rule: &str) -> Option<String> {
        if notice != Notice::Expired || !notices::may_inactivate(rule) {
            return None;
        }
        let (whose, who) = match to {
            Recipient::Officer => ("You are", "you"),
            Recipient::Administrator => ("The officer is", "the officer"),
        };
        let last = |days| Some((days, notices::inactivation_day(self.as_of, days)?));
        Some(match self.inactivation_days.and_then(last) {
            Some((days, last)) => format!(
                "{whose} given {} from this notice to complete it: until {}. After that day {who} may be inactivated.",
                count_words(days, "day"),
                day_words(last)
            ),
            None => {
                format!("The Board will set the day by which it must be completed before {who} may be inactivated.")
            }
        })
    }

    /// Returns the paragraphs of the text.
    fn body(&self, notice: Notice, to: Recipient, finding: &Finding, due: NaiveDate, officer: &str) -> Vec<String> {
        let day_title = if finding.is_limit { "Day of excess at this pace" } else { "Due day" };
        let mut paragraphs = Vec::new();
        if to == Recipient::Administrator {
            paragraphs.push(format!("Officer: {officer}"));
        }
        paragraphs.extend([
            format!("Item: {} ({})", finding.title, finding.rule),
            format!("{day_title}: {}, {}", day_words(due), self.distance(notice, due)),
            format!("Record: {}.", finding.message),
        ]);
        paragraphs.extend(self.consequence(notice, to, finding.rule));
        if !notices::is_course(finding.rule) {
            paragraphs.push(
                "The Board's Officer Portal announces such notices for courses. This item is not a course: the notice \
                 about it comes from the agency's own records, made with muster."
                    .into(),
            );
        }
        paragraphs.extend(finding.notes.iter().map(|note| format!("Note: {note}.")));
        let sources: Vec<String> = finding.sources.iter().map(ToString::to_string).collect();
        paragraphs.push(format!("Sources: {}", sources.join("; ")));
        paragraphs.extend(self.agency(finding).map(str::to_owned));
        paragraphs
    }
}

/// Returns the words for a kind of notice.
pub(crate) fn kind(notice: Notice) -> &'static str {
    match notice {
        Notice::Expired => "Expired notice",
        Notice::First => "60-day notice",
        Notice::Second => "30-day notice",
    }
}

/// Returns paragraphs as a merge file holds them: an empty line between two, and no other line end (settled 297).
pub(crate) fn in_paragraphs(paragraphs: &[String]) -> String {
    paragraphs.iter().map(|paragraph| harmless(paragraph)).collect::<Vec<_>>().join(BETWEEN)
}
const BETWEEN: &str = "\n\n";

/// Returns whether a notice can be sent to an address (settled 270): one without a dot behind the `@`, or with a comma
/// or a blank in it, is none.
fn is_address(address: &str) -> bool {
    let host = address.split_once('@').map_or("", |(_, host)| host);
    host.contains('.') && !address.contains(|letter: char| letter == ',' || letter.is_whitespace())
}

/// Returns a letter: address and subject, what stands above the text, and the text, wrapped to the width of a letter.
pub(crate) fn letter(address: Option<&str>, subject: &str, head: &[String], body: &str) -> String {
    let screen = Screen { width: WIDTH, color: false };
    let address = address.unwrap_or("(no address on record)");
    let mut text = format!("To: {}\nSubject: {subject}\n", harmless(address)).into_bytes();
    for paragraph in head.iter().map(String::as_str).chain(body.split(BETWEEN)) {
        text.push(b'\n');
        // Writing to a Vec cannot fail.
        let _ = screen.plain(&mut text, 0, paragraph);
    }
    String::from_utf8_lossy(&text).into_owned()
}

/// Returns `Doe, Jane A. (PTB 10234)`, or the line of the roster when both name and ID are missing.
pub(crate) fn officer(finding: &Finding) -> String {
    crate::report::layout::person::who(finding)
        .unwrap_or_else(|| format!("{} of the roster", finding.place.record_words()))
}

impl NoticeText {
    /// Returns the notice as a letter.
    pub fn letter(&self) -> String {
        letter(self.address.as_deref(), &self.subject, &self.head, &self.body)
    }
}

impl Rows for NoticeText {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("to", |notice| Value::word(notice.to.name()));
        to.shown("address", |notice| Value::foreign(notice.address.as_deref()));
        to.shown("notice", |notice| Value::word(notice.notice.name()));
        to.shown("ptb_id", |notice| Value::foreign(notice.ptb_id.as_deref()));
        to.shown("name", |notice| Value::foreign(notice.name.as_deref()));
        to.shown("rule", |notice| Value::word(notice.rule));
        to.shown("due", |notice| Value::figure(notice.due));
        to.shown("days", |notice| Value::figure(notice.days));
        to.hidden("last_name", |notice| Value::foreign(notice.last_name.as_deref()));
        to.hidden("first_name", |notice| Value::foreign(notice.first_name.as_deref()));
        to.hidden("salutation", |notice| Value::foreign(Some(&notice.salutation)));
        to.hidden("subject", |notice| Value::foreign(Some(&notice.subject)));
        to.hidden("body", |notice| Value::foreign(Some(&notice.body)));
    }
}

impl ReportEntry for NoticeText {
    fn show(&self, page: &mut Page) {
        let status = if self.notice == Notice::Expired { Status::Overdue } else { Status::DueSoon };
        let officer = match (&self.name, &self.ptb_id) {
            (Some(name), _) => name.clone(),
            (None, Some(id)) => format!("PTB {id}"),
            (None, None) => "(no name)".into(),
        };
        let address = self.address.as_deref().unwrap_or("(no address)");
        // The administrator has one address for all notices.
        if page.is_short && self.to == Recipient::Administrator {
            return page.line("To the administrator", address.to_owned());
        }
        let to = if page.is_short { address.to_owned() } else { format!("{}\n{address}", self.to.name()) };
        page.row(
            &COLUMNS,
            vec![
                colored_cell(status, self.notice.name()),
                cell(&day_words(self.due).to_string()),
                cell(&format!("{officer}\n{}", self.rule)),
                cell(&to),
            ],
        );
    }
}
