//! Notices as text that is ready to send, and the table of `muster roster notices`.

use crate::finding::{Finding, Status};
use crate::model::agency::Agency;
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
    /// The rule it is about.
    pub rule: &'static str,
    /// The due day.
    pub due: NaiveDate,
    /// `due` minus the day asked about.
    pub days: i64,
    /// The subject line.
    pub subject: String,
    /// The text, wrapped to the width of a letter.
    pub body: String,
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
    /// Returns the notice to one recipient about a finding that has a due day. `address` is the officer's own.
    pub fn write(
        &self,
        notice: Notice,
        to: Recipient,
        finding: &Finding,
        due: NaiveDate,
        address: Option<&str>,
    ) -> NoticeText {
        let officer = officer(finding);
        let title = finding.title;
        let address = match to {
            Recipient::Officer => address.filter(|address| !self.redact && is_address(address)),
            Recipient::Administrator => self.agency.email.as_deref(),
        };
        let about = match to {
            Recipient::Officer => String::new(),
            Recipient::Administrator => format!("{officer}: "),
        };
        let kind = match notice {
            Notice::Expired => "Expired notice",
            Notice::First => "60-day notice",
            Notice::Second => "30-day notice",
        };
        let due_words = finding.due_words().unwrap_or_default();
        let days = (due - self.as_of).num_days();
        NoticeText {
            to,
            address: address.map(str::to_owned),
            notice,
            ptb_id: finding.ptb_id.as_deref().map(str::to_owned),
            name: finding.name.as_deref().map(str::to_owned),
            rule: finding.rule,
            due,
            days,
            subject: harmless(&format!("{kind}: {about}{title}, {due_words}")).into_owned(),
            body: self.body(notice, to, finding, due, &officer),
        }
    }

    /// Returns the text of the letter.
    fn body(&self, notice: Notice, to: Recipient, finding: &Finding, due: NaiveDate, officer: &str) -> String {
        let agency = self.agency.name.as_deref().or(finding.agency.as_deref().filter(|_| !self.redact));
        let reader = match to {
            Recipient::Officer => officer.to_owned(),
            Recipient::Administrator => {
                self.agency.administrator.clone().unwrap_or_else(|| "Training administrator".into())
            }
        };
        let days = (due - self.as_of).num_days();
        let (whose, who) = match to {
            Recipient::Officer => ("You are", "you"),
            Recipient::Administrator => ("The officer is", "the officer"),
        };
        let far = match days {
            ..0 => format!("{} ago; not recorded as met", count_words(-days, "day")),
            0 if notice == Notice::Expired => "today; not recorded as met".into(),
            0 => "today".into(),
            1.. => format!("in {}", count_words(days, "day")),
        };
        let day_title = if finding.is_limit { "Day of excess at this pace" } else { "Due day" };
        let mut paragraphs = vec![reader, day_words(self.as_of).to_string()];
        if to == Recipient::Administrator {
            paragraphs.push(format!("Officer: {officer}"));
        }
        paragraphs.extend([
            format!("Item: {} ({})", finding.title, finding.rule),
            format!("{day_title}: {}, {far}", day_words(due)),
            format!("Record: {}.", finding.message),
        ]);
        if notice == Notice::Expired && notices::may_inactivate(finding.rule) {
            let last = |days| Some((days, notices::inactivation_day(self.as_of, days)?));
            paragraphs.push(match self.inactivation_days.and_then(last) {
                Some((days, last)) => format!(
                    "{whose} given {} from this notice to complete it: until {}. After that day {who} may be \
                     inactivated.",
                    count_words(days, "day"),
                    day_words(last)
                ),
                None => {
                    format!("The Board will set the day by which it must be completed before {who} may be inactivated.")
                }
            });
        }
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
        paragraphs.extend(agency.map(str::to_owned));
        wrapped(&paragraphs)
    }
}

/// Returns whether a notice can be sent to an address (settled 270): one without a dot behind the `@`, or with a comma
/// or a blank in it, is none.
fn is_address(address: &str) -> bool {
    let host = address.split_once('@').map_or("", |(_, host)| host);
    host.contains('.') && !address.contains(|letter: char| letter == ',' || letter.is_whitespace())
}

/// Returns the paragraphs wrapped to the width of a letter, with an empty line between them.
fn wrapped(paragraphs: &[String]) -> String {
    let screen = Screen { width: WIDTH, color: false };
    let mut text = Vec::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if at > 0 {
            text.push(b'\n');
        }
        // Writing to a Vec cannot fail.
        let _ = screen.plain(&mut text, 0, paragraph);
    }
    String::from_utf8_lossy(&text).into_owned()
}

/// Returns `Doe, Jane A. (PTB 10234)`, or the line of the roster when both name and ID are missing.
fn officer(finding: &Finding) -> String {
    crate::report::layout::person::who(finding)
        .unwrap_or_else(|| format!("{} of the roster", finding.place.record_words()))
}

impl NoticeText {
    /// Returns the notice as a letter.
    pub fn letter(&self) -> String {
        let address = self.address.as_deref().unwrap_or("(no address on record)");
        format!("To: {}\nSubject: {}\n\n{}", harmless(address), self.subject, self.body)
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
