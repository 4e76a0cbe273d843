//! The events of a calendar that this program wrote earlier, read back so that the next calendar can cancel them.

use chrono::NaiveDate;

/// The product of a calendar, up to the version.
pub(crate) const PRODUCT: &str = "-//muster//muster ";
/// The property that names the command.
pub(crate) const COMMAND: &str = "X-MUSTER-COMMAND";
/// The property of a calendar without names.
pub(crate) const REDACTED: &str = "X-MUSTER-REDACT";

/// Returns the identifier of an event from its duty and its number among the rows with that duty.
pub(crate) fn event_identifier(duty: &str, number: u32) -> String {
    if number > 1 { format!("{duty}-{number}@muster") } else { format!("{duty}@muster") }
}

/// A calendar that this program wrote.
#[derive(Debug, Default)]
pub(crate) struct EarlierCalendar {
    /// The command that wrote it; none in calendars of old.
    pub(crate) command: Option<String>,
    /// True when no event holds a name.
    pub(crate) is_redacted: bool,
    pub(crate) events: Vec<EarlierEvent>,
}

/// An event of such a calendar.
#[derive(Debug)]
pub(crate) struct EarlierEvent {
    /// What identifies the duty, and the number of the row with it.
    pub(crate) duty: String,
    pub(crate) number: u32,
    pub(crate) sequence: i64,
    /// The day on which it was written.
    pub(crate) stamp: NaiveDate,
    /// The day on which it stands.
    pub(crate) start: NaiveDate,
    /// The rule, where the event names it.
    pub(crate) rule: Option<String>,
    pub(crate) is_cancelled: bool,
    /// Its lines, unfolded, without the first and the last.
    pub(crate) lines: Vec<String>,
}

impl EarlierEvent {
    /// Returns its identifier.
    pub(crate) fn identifier(&self) -> String {
        event_identifier(&self.duty, self.number)
    }

    /// Returns the first line of a property.
    pub(crate) fn line_of(&self, name: &str) -> Option<&str> {
        line_of(&self.lines, name)
    }

    /// Makes an event of its lines.
    fn of(lines: Vec<String>) -> Option<Self> {
        let identifier = value(line_of(&lines, "UID")?).strip_suffix("@muster")?;
        let (duty, number) = match identifier.split_once('-') {
            Some((duty, number)) => (duty, number.parse().ok().filter(|number| *number > 1)?),
            None => (identifier, 1),
        };
        if duty.is_empty() || !duty.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let day = |name| NaiveDate::parse_from_str(value(line_of(&lines, name)?).get(..8)?, "%Y%m%d").ok();
        let text = |name| line_of(&lines, name).map(value);
        Some(Self {
            duty: duty.to_owned(),
            number,
            sequence: text("SEQUENCE")?.parse().ok()?,
            stamp: day("DTSTAMP")?,
            start: day("DTSTART")?,
            rule: text("CATEGORIES").map(str::to_owned),
            is_cancelled: text("STATUS") == Some("CANCELLED"),
            lines,
        })
    }
}

/// Returns the first line of a property.
fn line_of<'l>(lines: &'l [String], name: &str) -> Option<&'l str> {
    let is_it = |line: &&String| line.strip_prefix(name).is_some_and(|rest| rest.starts_with([':', ';']));
    lines.iter().find(is_it).map(String::as_str)
}

fn value(line: &str) -> &str {
    line.split_once(':').map_or("", |(_, value)| value)
}

/// Why a text is no calendar of this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// It is no calendar.
    NoneAtAll,
    /// Another program wrote it, or wrote it anew.
    OfAnother,
    /// It ends before its end.
    CutOff,
    /// The event that ends on this line is none that this program writes.
    Event(usize),
}

/// Reads a calendar.
///
/// # Errors
/// When it is none that this program wrote, or not whole.
pub(crate) fn read(text: &str) -> Result<EarlierCalendar, Unfit> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = unfolded(text).into_iter();
    if lines.next().is_none_or(|(_, line)| line != "BEGIN:VCALENDAR") {
        return Err(Unfit::NoneAtAll);
    }
    let mut calendar = EarlierCalendar::default();
    let (mut is_ours, mut is_whole) = (false, false);
    let mut event: Option<Vec<String>> = None;
    for (number, line) in lines {
        match (&mut event, line.as_str()) {
            (None, "BEGIN:VEVENT") => event = Some(Vec::new()),
            (Some(lines), "END:VEVENT") => {
                calendar.events.push(EarlierEvent::of(std::mem::take(lines)).ok_or(Unfit::Event(number))?);
                event = None;
            }
            (Some(lines), _) => lines.push(line),
            (None, "END:VCALENDAR") => is_whole = true,
            (None, _) => match line.split_once(':') {
                Some(("PRODID", product)) => is_ours = product.starts_with(PRODUCT),
                Some((COMMAND, command)) => calendar.command = Some(command.to_owned()),
                Some((REDACTED, _)) => calendar.is_redacted = true,
                _ => {}
            },
        }
        if !is_ours && event.is_some() {
            return Err(Unfit::OfAnother);
        }
    }
    match (is_ours, is_whole) {
        (false, _) => Err(Unfit::OfAnother),
        (true, false) => Err(Unfit::CutOff),
        (true, true) => Ok(calendar),
    }
}

/// Returns the lines with those that a blank continues put together, each with the number of its first line. Controls
/// are left out, as in what is written.
fn unfolded(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line: String = line.chars().filter(|letter| !letter.is_control() || *letter == '\t').collect();
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some((_, last))) => last.push_str(more),
            _ if line.is_empty() => {}
            _ => lines.push((at + 1, line)),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENT: &str = "BEGIN:VEVENT\r\nUID:ab12-2@muster\r\nDTSTAMP:20261121T000000Z\r\nSEQUENCE:739941\r\n\
                         DTSTART;VALUE=DATE:20261231\r\nSUMMARY:Basic tr\r\n aining\r\nCATEGORIES:x\r\nEND:VEVENT\r\n";

    fn calendar(product: &str, events: &str) -> String {
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{product}\r\n{events}END:VCALENDAR\r\n")
    }

    #[test]
    fn an_event_is_read_back() {
        let calendar = read(&calendar("-//muster//muster 0.1.0//EN", EVENT)).unwrap();
        let event = &calendar.events[0];
        assert_eq!((event.duty.as_str(), event.number, event.sequence), ("ab12", 2, 739_941));
        assert_eq!((event.start.to_string().as_str(), event.rule.as_deref()), ("2026-12-31", Some("x")));
        assert_eq!(event.line_of("SUMMARY"), Some("SUMMARY:Basic training"));
        assert_eq!(event.line_of("DTSTART"), Some("DTSTART;VALUE=DATE:20261231"));
        assert_eq!(event.identifier(), "ab12-2@muster");
        assert!(!event.is_cancelled && !calendar.is_redacted && calendar.command.is_none());
    }

    #[test]
    fn what_is_no_whole_calendar_of_ours_is_refused() {
        let ours = "-//muster//muster 0.1.0//EN";
        for (text, why) in [
            ("ptb_id,name\n".to_owned(), Unfit::NoneAtAll),
            (String::new(), Unfit::NoneAtAll),
            (calendar("-//Other//EN", EVENT), Unfit::OfAnother),
            (calendar("-//Other//EN", ""), Unfit::OfAnother),
            (calendar(ours, EVENT).replace("END:VCALENDAR", ""), Unfit::CutOff),
            (calendar(ours, EVENT).replace("END:VEVENT\r\nEND:VCALENDAR\r\n", ""), Unfit::CutOff),
            (calendar(ours, &EVENT.replace("@muster", "@other")), Unfit::Event(12)),
            (calendar(ours, &EVENT.replace("-2@", "-1@")), Unfit::Event(12)),
            (calendar(ours, &EVENT.replace("20261231", "2026")), Unfit::Event(12)),
        ] {
            assert_eq!(read(&text).map(|_| ()), Err(why), "{text}");
        }
    }
}
