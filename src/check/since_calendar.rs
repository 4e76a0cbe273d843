//! An earlier calendar of the same rosters: what has become of its events (settled 295).

use crate::check::select::Selection;
use crate::cli::flags::Flags;
use crate::finding::{Finding, Status, StatusSet};
use crate::hint::with_hint;
use crate::input::faults::KINDS;
use crate::input::{bytes, sheet::Input};
use crate::report::format::earlier_event::{EarlierCalendar, EarlierEvent, Unfit, read};
use crate::report::format::ics::{Identifiers, duty_of};
use crate::report::item::NotAsked;
use crate::words::{STANDARD_INPUT, count_words, day_words, shown_text};
use anyhow::bail;
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::io::Read;
use std::path::Path;

/// The most bytes of a calendar: some 50,000 events.
const MOST: u64 = 1 << 26;

/// The statuses that say that nothing is to be done by a day any more.
const SETTLED: StatusSet = StatusSet::of(&[Status::Met, Status::NotApplicable]);

/// The faults of a file that leave every officer in it known.
const HARMLESS_FAULTS: [&str; 4] = ["duplicate-ptb-id", "impossible-dates", "unread-column", "unreadable-value"];

/// The columns by which officers are known from one run to the next.
const IDENTITY: [&str; 6] = ["ptb_id", "last_name", "first_name", "name", "agency", "suffix"];

/// An earlier calendar, and what this run says of the duties in it.
pub(crate) struct SinceCalendar {
    path: String,
    events: Vec<EarlierEvent>,
    /// The days of the events of each duty.
    days: HashMap<String, HashSet<NaiveDate>>,
    /// The answer of this run to each duty in the earlier calendar.
    judged: HashMap<String, Judged>,
    /// The rules that this run asked.
    asked: HashSet<&'static str>,
    /// True when somebody may be hidden behind a fault of a file.
    hides_somebody: bool,
}

/// The answer of this run to a duty.
#[derive(Clone, Copy, Default)]
struct Judged {
    /// True when it cannot be said whether it is met, or when it is not met and has no day.
    is_unsettled: bool,
    /// True when it is due on a later day than the calendar reaches.
    is_later: bool,
    is_met: bool,
}

/// The fate of an event of the earlier calendar.
pub(crate) enum Fate {
    /// It stays as it was.
    Kept,
    /// It is cancelled, and why.
    Cancelled(&'static str),
}

impl SinceCalendar {
    /// Reads the earlier calendar of a command.
    ///
    /// # Errors
    /// When it cannot be read, is no such calendar, was made for a later day, or holds names that this run may not
    /// show.
    pub(crate) fn read(path: &Path, command: &str, flags: &Flags) -> anyhow::Result<Self> {
        let flag = format!("--since-calendar: {}", path.display());
        let first = || format!("muster {command} -o {} FILE writes the first one", path.display());
        if path.as_os_str() == STANDARD_INPUT {
            bail!("{flag}: standard input is no calendar of an earlier run; name a file");
        }
        let mut text = String::new();
        let file = bytes::open(&path.to_string_lossy());
        let size = file
            .and_then(|file| Ok(file.take(MOST + 1).read_to_string(&mut text)?))
            .map_err(|error| anyhow::Error::msg(with_hint(format!("{flag}: cannot be read: {error:#}"), first())))?;
        if size as u64 > MOST {
            bail!("{flag}: this is longer than 64 megabytes, and no calendar of muster {command}");
        }
        let EarlierCalendar { command: its, is_redacted, events } = read(&text).map_err(|why| {
            let what = match why {
                Unfit::NoneAtAll => "this is no calendar".into(),
                Unfit::OfAnother => "another program wrote this calendar, or saved it anew".into(),
                Unfit::CutOff => "this calendar is cut off before its end".into(),
                Unfit::Event(line) => format!("line {line}: this ends an event that muster does not write"),
            };
            anyhow::Error::msg(with_hint(format!("{flag}: {what}"), first()))
        })?;
        if let Some(its) = its.filter(|its| its != command) {
            bail!("{flag}: this is a calendar of muster {}, not of muster {command}", shown_text(&its));
        }
        if flags.redact && !is_redacted && !events.is_empty() {
            bail!(with_hint(
                format!("{flag}: this calendar was made without --redact, and its titles may hold names"),
                "leave --redact out, or name a calendar that was made with it"
            ));
        }
        let (as_of, written) = (flags.as_of(), events.iter().map(|event| event.stamp).max());
        if let Some(written) = written.filter(|written| *written > as_of) {
            let (written, as_of) = (day_words(written), day_words(as_of));
            bail!("{flag}: this calendar is of {written}, after the day asked about, {as_of}");
        }
        let mut days: HashMap<String, HashSet<NaiveDate>> = HashMap::new();
        for event in events.iter().filter(|event| !event.is_cancelled) {
            days.entry(event.duty.clone()).or_default().insert(event.start);
        }
        Ok(Self {
            path: path.display().to_string(),
            events,
            days,
            judged: HashMap::new(),
            asked: HashSet::new(),
            hides_somebody: false,
        })
    }

    /// Returns the `SEQUENCE` of each event.
    pub(crate) fn sequences(&self) -> HashMap<String, i64> {
        self.events.iter().map(|event| (event.identifier(), event.sequence)).collect()
    }

    /// Takes note of an answer, whatever it is. `is_listed`: the new calendar holds it anyway. Returns whether it holds
    /// it: a duty that is still due on the day of its event stays, however far the new calendar looks ahead.
    pub(crate) fn holds(&mut self, finding: &Finding, is_dated: bool, is_listed: bool) -> bool {
        let is_known = finding.ptb_id.is_some() || finding.name.is_some();
        let column = finding.place.column.as_deref().unwrap_or_default();
        if is_fault(finding) {
            self.hides_somebody |= !HARMLESS_FAULTS.contains(&finding.rule) || IDENTITY.contains(&column);
            return is_listed;
        }
        self.asked.insert(finding.rule);
        self.hides_somebody |= finding.status == Status::Unknown && !is_known;
        let duty = duty_of(finding);
        let Some(days) = self.days.get(&duty) else { return is_listed };
        let is_same_day = is_dated && finding.due.is_some_and(|due| days.contains(&due));
        let judged = self.judged.entry(duty).or_default();
        let is_held = is_listed || is_same_day;
        judged.is_later |= is_dated && !is_held;
        judged.is_met |= finding.status == Status::Met;
        judged.is_unsettled |= !is_dated && !SETTLED.has(finding.status);
        is_held
    }

    /// Takes note of what may hide somebody: a fault of a whole file, a file without records, and reading that stopped.
    pub(crate) fn after_reading(&mut self, of_files: &[Finding], inputs: &[Input], has_stopped: bool) {
        let is_empty = |input: &Input| input.records == 0;
        let hides = |fault: &Finding| !HARMLESS_FAULTS.contains(&fault.rule);
        self.hides_somebody |= of_files.iter().any(hides) || has_stopped || inputs.iter().any(is_empty);
    }

    /// Returns what becomes of each event that the new calendar does not hold, in the order of the earlier one, and the
    /// notes on it. `items`: what the new calendar holds.
    pub(crate) fn fates(
        &self,
        items: &[Finding],
        not_asked: &[NotAsked],
        selection: &Selection,
    ) -> (Vec<(&EarlierEvent, Fate)>, Vec<String>) {
        let mut identifiers = Identifiers::default();
        let held: HashSet<String> = items.iter().map(|item| identifiers.next(item)).collect();
        let lacking: BTreeSet<&str> = not_asked.iter().map(|it| it.rule).collect();
        let is_asked = |event: &EarlierEvent| {
            event.rule.as_deref().is_some_and(|rule| self.asked.contains(rule) && !lacking.contains(rule))
        };
        let in_force = || self.events.iter().filter(|event| !event.is_cancelled);
        let (known, unknown): (Vec<_>, Vec<_>) = in_force().partition(|event| self.judged.contains_key(&event.duty));
        // Most of the officers do not leave at once: a roster is missing.
        let lacks_roster =
            selection.is_everything() && unknown.iter().filter(|event| is_asked(event)).count() > known.len();
        let is_everybody = selection.is_everything() && !self.hides_somebody && !lacks_roster;
        let gone = in_force().filter(|event| !held.contains(&event.identifier()));
        let fate = |event: &EarlierEvent| match self.judged.get(&event.duty) {
            Some(judged) if judged.is_unsettled => Fate::Kept,
            Some(judged) if judged.is_later => Fate::Cancelled("it is due on a later day"),
            Some(judged) if judged.is_met => Fate::Cancelled("it is met"),
            Some(_) => Fate::Cancelled("it no longer applies"),
            None if is_everybody && is_asked(event) => Fate::Cancelled("the roster no longer has it"),
            None => Fate::Kept,
        };
        let fates: Vec<(&EarlierEvent, Fate)> = gone.map(|event| (event, fate(event))).collect();
        let kept = fates.iter().filter(|(_, fate)| matches!(fate, Fate::Kept)).count();
        let notes = self.notes(fates.len() - kept, kept, lacks_roster);
        (fates, notes)
    }

    fn notes(&self, cancelled: usize, kept: usize, lacks_roster: bool) -> Vec<String> {
        let events = |count: usize| count_words(count as i64, "event");
        let are = |count: usize| if count == 1 { "is" } else { "are" };
        let path = &self.path;
        let mut notes = Vec::new();
        if cancelled > 0 {
            notes.push(format!("{path}: {} {} cancelled", events(cancelled), are(cancelled)));
        }
        if kept > 0 && lacks_roster {
            notes.push(format!(
                "{path}: {} {} kept, because most of that calendar is about officers who are not on this roster: give \
                 every roster that it was made from",
                events(kept),
                are(kept)
            ));
        } else if kept > 0 {
            notes.push(format!(
                "{path}: {} {} kept as in that calendar, because this run cannot say that nothing is left to do: the \
                 answer is unknown or for review, or the rule or the officer was not asked about, or a row that cannot \
                 be read may be the officer's",
                events(kept),
                are(kept)
            ));
        }
        notes
    }
}

/// Returns whether a finding is a fault of a file and no answer of a rule.
fn is_fault(finding: &Finding) -> bool {
    KINDS.iter().any(|kind| kind.name == finding.rule)
}
