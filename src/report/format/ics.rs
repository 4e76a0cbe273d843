//! A calendar (RFC 5545): a whole-day event for each officer and item, which a later import updates.

use crate::finding::{Duty, Finding, Status};
use crate::report::format::earlier_event::{COMMAND, EarlierEvent, PRODUCT, REDACTED, event_identifier};
use crate::report::layout::person::{file_name, who};
use crate::words::{capitalized, day_words, harmless};
use chrono::{Datelike, NaiveDate};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{self, Write};

/// The most octets in a line, without its end.
const LONGEST: usize = 75;

/// Events, written as they come. No crate is used: `icalendar` 0.17 stamps alarms with the clock and a random number,
/// while the same input must give the same bytes, and it folds some lines one octet too late.
pub(crate) struct Calendar {
    as_of: NaiveDate,
    command: &'static str,
    facts: CalendarFacts,
    identifiers: Identifiers,
}

/// What a calendar must know before its first event.
#[derive(Clone, Debug)]
pub struct CalendarFacts {
    /// Returns how many days before a due day an alarm reminds of it.
    pub reminder_days: fn(NaiveDate) -> Vec<u32>,
    /// True when no event holds a name.
    pub is_redacted: bool,
    /// The `SEQUENCE` of each event of an earlier calendar that this one follows, by identifier.
    pub earlier: Option<HashMap<String, i64>>,
}

impl Calendar {
    pub(crate) fn new(as_of: NaiveDate, command: &'static str, facts: CalendarFacts) -> Self {
        Self { as_of, command, facts, identifiers: Identifiers::default() }
    }

    pub(crate) fn begin(&self, to: &mut impl Write) -> io::Result<()> {
        line(to, "BEGIN", "VCALENDAR")?;
        line(to, "VERSION", "2.0")?;
        line(to, "PRODID", &format!("{PRODUCT}{}//EN", env!("CARGO_PKG_VERSION")))?;
        line(to, "CALSCALE", "GREGORIAN")?;
        // A calendar with events that are cancelled tells of changes to one that was handed out before.
        if self.facts.earlier.is_some() {
            line(to, "METHOD", "PUBLISH")?;
        }
        line(to, "X-WR-CALNAME", "Police training deadlines")?;
        line(to, COMMAND, self.command)?;
        if self.facts.is_redacted { line(to, REDACTED, "TRUE") } else { Ok(()) }
    }

    pub(crate) fn end(&self, to: &mut impl Write) -> io::Result<()> {
        line(to, "END", "VCALENDAR")
    }

    /// Writes the event of a finding with a due day. It holds nothing of the record but name and PTB ID: the message
    /// might give away a hire date. What is overdue stands on the day asked about (settled 294).
    pub(crate) fn finding(&mut self, to: &mut impl Write, finding: &Finding) -> io::Result<()> {
        let Some(due) = finding.due else { return Ok(()) };
        let who = who(finding).unwrap_or_else(|| place(finding));
        let who = harmless(&who);
        let title = finding.title;
        let is_late = finding.status == Status::Overdue || finding.days.is_some_and(|days| days < 0);
        let on = if is_late { self.as_of } else { due };
        let Duty { words, day: on_its_day } =
            finding.duty.copied().unwrap_or(Duty { words: title, day: Duty::LAST_DAY });
        let (duty, what) = (capitalized(words), if is_late { "overdue" } else { on_its_day });
        let summary = format!("{duty}: {what} for {who}");
        line(to, "BEGIN", "VEVENT")?;
        let identifier = self.identifiers.next(finding);
        self.stamp(to, &identifier)?;
        day(to, "DTSTART", on)?;
        day(to, "DTEND", on.succ_opt().unwrap_or(on))?;
        line(to, "SUMMARY", &summary)?;
        line(to, "CATEGORIES", finding.rule)?;
        let mut description = format!("{title}\n");
        let state = finding.due_words().unwrap_or_default();
        let state = capitalized(&state);
        let known = if finding.is_limit { "counted" } else { "not met" };
        let _ = writeln!(description, "{state}, {known} on {}.", day_words(self.as_of));
        if let Some(open) = finding.extended {
            let _ = writeln!(description, "5 ILCS 70/1.11 may allow {}; do not rely on it.", day_words(open));
        }
        let sources: Vec<String> = finding.sources.iter().map(ToString::to_string).collect();
        let _ = write!(description, "{}", sources.join("; "));
        line(to, "DESCRIPTION", &description)?;
        line(to, "TRANSP", "TRANSPARENT")?;
        // Nothing is left to be reminded of before a day that has passed.
        let reminders = if is_late { Vec::new() } else { (self.facts.reminder_days)(due) };
        for days in reminders {
            line(to, "BEGIN", "VALARM")?;
            line(to, "ACTION", "DISPLAY")?;
            line(to, "TRIGGER", &format!("-P{days}D"))?;
            line(to, "DESCRIPTION", &format!("In {days} days: {summary}"))?;
            line(to, "END", "VALARM")?;
        }
        line(to, "END", "VEVENT")
    }

    /// Writes an event of an earlier calendar as it was.
    pub(crate) fn kept(to: &mut impl Write, event: &EarlierEvent) -> io::Result<()> {
        line(to, "BEGIN", "VEVENT")?;
        event.lines.iter().try_for_each(|line| folded(to, line))?;
        line(to, "END", "VEVENT")
    }

    /// Cancels an event of an earlier calendar: the same identifier, day and title, and why.
    pub(crate) fn cancelled(&self, to: &mut impl Write, event: &EarlierEvent, why: &str) -> io::Result<()> {
        line(to, "BEGIN", "VEVENT")?;
        self.stamp(to, &event.identifier())?;
        for name in ["DTSTART", "DTEND", "SUMMARY", "CATEGORIES"] {
            event.line_of(name).map_or(Ok(()), |line| folded(to, line))?;
        }
        line(to, "DESCRIPTION", &format!("Cancelled on {}: {why}.", day_words(self.as_of)))?;
        line(to, "STATUS", "CANCELLED")?;
        line(to, "TRANSP", "TRANSPARENT")?;
        line(to, "END", "VEVENT")
    }

    /// Writes what makes an event replace an earlier one of the same identifier.
    fn stamp(&self, to: &mut impl Write, identifier: &str) -> io::Result<()> {
        let stamp = format!("{}T000000Z", self.as_of.format("%Y%m%d"));
        line(to, "UID", identifier)?;
        line(to, "DTSTAMP", &stamp)?;
        line(to, "LAST-MODIFIED", &stamp)?;
        // A calendar of a later day replaces one of an earlier day, and one that follows another replaces that.
        let own = i64::from(self.as_of.num_days_from_ce());
        let earlier = self.facts.earlier.as_ref().and_then(|earlier| earlier.get(identifier));
        let sequence = earlier.map_or(own, |earlier| own.max(earlier.saturating_add(1)));
        line(to, "SEQUENCE", &sequence.to_string())
    }
}

/// Identifiers of events. Two rows of one officer, agency and rule differ by their order.
#[derive(Default)]
pub(crate) struct Identifiers {
    /// The number of events of each duty: an officer may be in a file twice.
    seen: HashMap<String, u32>,
}

impl Identifiers {
    /// Returns the identifier of the next event of a finding's duty.
    pub(crate) fn next(&mut self, finding: &Finding) -> String {
        let duty = duty_of(finding);
        let count = self.seen.entry(duty.clone()).or_default();
        *count += 1;
        event_identifier(&duty, *count)
    }
}

/// Returns what identifies a duty: the same for the same officer, agency and rule on every day.
pub(crate) fn duty_of(finding: &Finding) -> String {
    let mut hash = Sha256::new();
    let mut add = |part: &str| hash.update([part, "\0"].concat());
    add(finding.rule);
    match (&finding.ptb_id, &finding.name) {
        (Some(id), _) => add(&format!("ptb {id}")),
        (None, Some(name)) => add(&format!("name {name}")),
        // Without both, or redacted, only the place identifies the officer.
        (None, None) => add(&place(finding)),
    }
    add(&finding.agency.as_deref().unwrap_or_default().to_lowercase());
    let hash = hash.finalize();
    hash.iter().take(16).fold(String::with_capacity(48), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Returns `roster.csv line 4`, without the folders, which may differ from run to run.
fn place(finding: &Finding) -> String {
    format!("{} {}", file_name(&finding.place.file), finding.place.record_words())
}

/// Writes one property; commas, semicolons, backslashes and line ends in its text are escaped.
fn line(to: &mut impl Write, name: &str, value: &str) -> io::Result<()> {
    let mut line = String::with_capacity(name.len() + value.len() + 16);
    line.push_str(name);
    line.push(':');
    for letter in value.chars() {
        match letter {
            '\\' | ',' | ';' => line.extend(['\\', letter]),
            '\n' => line.push_str("\\n"),
            // A calendar may hold no other control character.
            other if other.is_control() => {}
            other => line.push(other),
        }
    }
    folded(to, &line)
}

fn day(to: &mut impl Write, name: &str, day: NaiveDate) -> io::Result<()> {
    folded(to, &format!("{name};VALUE=DATE:{}", day.format("%Y%m%d")))
}

/// Writes a line in pieces of at most 75 octets, none of which cuts a character; a blank begins each but the first.
fn folded(to: &mut impl Write, line: &str) -> io::Result<()> {
    let (mut rest, mut lead) = (line, "");
    loop {
        let room = LONGEST - lead.len();
        let end = if rest.len() <= room { rest.len() } else { rest.floor_char_boundary(room) };
        let (piece, after) = rest.split_at(end);
        write!(to, "{lead}{piece}\r\n")?;
        if after.is_empty() {
            return Ok(());
        }
        (rest, lead) = (after, " ");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: &str) -> String {
        let mut out = Vec::new();
        line(&mut out, "SUMMARY", value).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(written("a,b;c\\d\ne\r\u{7}f:g"), "SUMMARY:a\\,b\\;c\\\\d\\nef:g\r\n");
    }

    #[test]
    fn a_long_line_is_folded_between_characters() {
        // 8 octets of name, 67 of value: 75.
        assert_eq!(written(&"x".repeat(67)).lines().count(), 1);
        assert_eq!(written(&"x".repeat(68)), format!("SUMMARY:{}\r\n x\r\n", "x".repeat(67)));
        for text in ["é", "王", "👮", "aé", "abc王"] {
            for count in [30, 60, 75, 76, 149, 150, 300] {
                let text = text.repeat(count);
                let out = written(&text);
                assert!(out.ends_with("\r\n") && out.split("\r\n").all(|line| line.len() <= 75));
                assert_eq!(out.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
            }
        }
    }
}
