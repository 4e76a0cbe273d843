//! A calendar (RFC 5545): one event of a whole day for each officer and item, which a later import finds again.

use crate::finding::Finding;
use crate::input::sheet::shown;
use crate::rules::{self, params};
use crate::text::{day_words, harmless};
use chrono::{Datelike, NaiveDate};
use icalendar::Property;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{self, Write};

/// Events written as they come. The crate writes each line, escaped and folded; what stands around them is written here,
/// because its components stamp themselves with the clock and a random number, and the same input must give the same bytes.
pub(super) struct Calendar {
    as_of: NaiveDate,
    /// How many events have had this identifier: an officer may stand twice in a file.
    seen: HashMap<String, u32>,
}

impl Calendar {
    pub(super) fn new(as_of: NaiveDate) -> Self {
        Self { as_of, seen: HashMap::new() }
    }

    pub(super) fn begin(&self, to: &mut impl Write) -> io::Result<()> {
        line(to, "BEGIN", "VCALENDAR")?;
        line(to, "VERSION", "2.0")?;
        line(to, "PRODID", &format!("-//muster//muster {}//EN", env!("CARGO_PKG_VERSION")))?;
        line(to, "CALSCALE", "GREGORIAN")?;
        line(to, "X-WR-CALNAME", "Police training deadlines")
    }

    pub(super) fn end(&self, to: &mut impl Write) -> io::Result<()> {
        line(to, "END", "VCALENDAR")
    }

    /// One event; what has no due day is none. Nothing of a record stands in it but name and PTB ID: a message might tell
    /// when somebody was hired.
    pub(super) fn finding(&mut self, to: &mut impl Write, finding: &Finding) -> io::Result<()> {
        let Some(due) = finding.due else { return Ok(()) };
        let who = super::who(finding).unwrap_or_else(|| place(finding));
        let who = harmless(&who);
        let title = rules::title(finding.rule);
        let stamp = format!("{}T000000Z", self.as_of.format("%Y%m%d"));
        line(to, "BEGIN", "VEVENT")?;
        line(to, "UID", &self.identifier(finding))?;
        line(to, "DTSTAMP", &stamp)?;
        line(to, "LAST-MODIFIED", &stamp)?;
        // A calendar of a later day replaces one of an earlier day.
        line(to, "SEQUENCE", &self.as_of.num_days_from_ce().to_string())?;
        day(to, "DTSTART", due)?;
        day(to, "DTEND", due.succ_opt().unwrap_or(due))?;
        line(to, "SUMMARY", &format!("{}: {who}", finding.rule))?;
        let mut description = format!("{title}\n");
        let state = if due < self.as_of { "Was due" } else { "Due" };
        let _ = writeln!(description, "{state} {}, not met on {}.", day_words(due), day_words(self.as_of));
        if let Some(open) = finding.extended {
            let _ = writeln!(description, "5 ILCS 70/1.11 may allow {}; do not rely on it.", day_words(open));
        }
        let sources: Vec<String> = finding.sources.iter().map(ToString::to_string).collect();
        let _ = write!(description, "{}", sources.join("; "));
        line(to, "DESCRIPTION", &description)?;
        line(to, "TRANSP", "TRANSPARENT")?;
        for notice in [&params::FIRST_NOTICE_DAYS, &params::SECOND_NOTICE_DAYS] {
            let Some(days) = notice.on(due) else { continue };
            line(to, "BEGIN", "VALARM")?;
            line(to, "ACTION", "DISPLAY")?;
            line(to, "TRIGGER", &format!("-P{days}D"))?;
            line(to, "DESCRIPTION", &format!("{days} days to {}: {who}", finding.rule))?;
            line(to, "END", "VALARM")?;
        }
        line(to, "END", "VEVENT")
    }

    /// The same for the same officer, agency and rule on every day. Two rows of the same officer and agency are told
    /// apart by their order.
    fn identifier(&mut self, finding: &Finding) -> String {
        let mut hash = Sha256::new();
        let mut add = |part: &str| hash.update([part, "\0"].concat());
        add(finding.rule);
        match (finding.ptb_id, finding.name) {
            (Some(id), _) => add(&format!("ptb {id}")),
            (None, Some(name)) => add(&format!("name {name}")),
            // Without both, or redacted, nothing but the place tells who it is.
            (None, None) => add(&place(finding)),
        }
        add(&finding.agency.unwrap_or_default().to_lowercase());
        let hash = hash.finalize();
        let mut identifier = hash.iter().take(16).fold(String::with_capacity(48), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        });
        let count = self.seen.entry(identifier.clone()).or_default();
        *count += 1;
        if *count > 1 {
            let _ = write!(identifier, "-{count}");
        }
        identifier + "@muster"
    }
}

/// `roster.csv line 4`, without the folders that may differ from one run to the next.
fn place(finding: &Finding) -> String {
    let path = shown(finding.file);
    let name = path.rsplit(['/', '\\']).next().unwrap_or(&path);
    format!("{name} line {}", finding.line)
}

fn line(to: &mut impl Write, name: &str, value: &str) -> io::Result<()> {
    property(to, Property::new(name, value))
}

fn day(to: &mut impl Write, name: &str, day: NaiveDate) -> io::Result<()> {
    let mut property_of_day = Property::new(name, day.format("%Y%m%d").to_string());
    property(to, property_of_day.add_parameter("VALUE", "DATE").done())
}

fn property(to: &mut impl Write, property: Property) -> io::Result<()> {
    let line: String = property.try_into().map_err(io::Error::other)?;
    to.write_all(line.as_bytes())
}
