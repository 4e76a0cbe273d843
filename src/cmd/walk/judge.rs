//! From one row of a roster to everything there is to say about it. Knows no thread and no format.

use super::seen::Double;
use crate::cli::Flags;
use crate::cmd::faulty::{self, Said};
use crate::finding::{Finding, Status, Tally};
use crate::input::cells::{Reading, fold};
use crate::input::faults;
use crate::input::header::Header;
use crate::input::sheet::Row;
use crate::model::officer::{Column, Impossible, Officer};
use crate::rules::{Ask, Asked, Cannot, Words, calendar};
use crate::text::day_words;
use chrono::NaiveDate;
use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::sync::Arc;

/// What is known of a file while its rows are judged.
pub(super) struct FileView {
    pub(super) path: Arc<str>,
    pub(super) header: Arc<Header>,
    pub(super) asked: Vec<Asked>,
}

/// How rows are judged.
pub(super) struct How<'h> {
    pub(super) ask: &'h Ask,
    pub(super) reading: &'h Reading,
    pub(super) rewind: bool,
    pub(super) select: &'h Select,
}

/// Which records are asked about.
#[derive(Default)]
pub(in crate::cmd) struct Select {
    ptb_ids: Vec<String>,
    agencies: Vec<String>,
}

impl Select {
    /// What the flags pick.
    pub(in crate::cmd) fn of(flags: &Flags) -> Self {
        let agencies = flags.agency.iter().map(|name| fold(name)).collect();
        Self { ptb_ids: faulty::wanted_ids(flags), agencies }
    }

    /// Whether every record is asked about.
    pub(in crate::cmd) fn is_everybody(&self) -> bool {
        self.ptb_ids.is_empty() && self.agencies.is_empty()
    }

    /// Whether a record is asked about. One whose ID or agency cannot be read might be meant, and is.
    pub(in crate::cmd) fn takes(&self, officer: &Officer, unreadable: bool) -> bool {
        let unclear = |column| unreadable || officer.is_faulty(column);
        faulty::is_chosen(&self.ptb_ids, officer.ptb_id, unclear(Column::PtbId))
            && (self.agencies.is_empty()
                || faulty::is_chosen(&self.agencies, officer.agency.map(fold).as_deref(), unclear(Column::Agency)))
    }
}

/// Answers counted by agency, as it is spelled in the file. Only the first record of an agency costs a string.
#[derive(Default)]
pub(super) struct Agencies {
    places: HashMap<String, usize, RandomState>,
    tallies: Vec<Tally>,
    /// The last one with its place: rosters go by agency.
    last: (String, usize),
}

impl Agencies {
    fn of(&mut self, agency: &str) -> &mut Tally {
        if self.tallies.is_empty() || self.last.0 != agency {
            let place = self.places.get(agency).copied().unwrap_or_else(|| {
                self.places.insert(agency.to_owned(), self.tallies.len());
                self.tallies.push(Tally::default());
                self.tallies.len() - 1
            });
            self.last = (agency.to_owned(), place);
        }
        &mut self.tallies[self.last.1]
    }

    /// The spellings with their tallies.
    pub(super) fn into_tallies(self) -> impl Iterator<Item = (String, Tally)> {
        let Self { places, mut tallies, .. } = self;
        places.into_iter().map(move |(agency, place)| (agency, std::mem::take(&mut tallies[place])))
    }
}

/// What there is to say about an officer, kept apart from the row that it was read from.
pub(super) struct Judged<'h> {
    agency: Option<String>,
    ptb_id: Option<String>,
    name: Option<String>,
    email: Option<String>,
    said: Vec<Said<'h>>,
}

/// Judges one row, and counts its answers; `None` when nobody wants to hear of it. A row of which all is well allocates
/// nothing.
pub(super) fn judge<'h>(
    row: &Row<'_>,
    double: Option<&Double>,
    file: &'h FileView,
    how: &How,
    agencies: &mut Agencies,
) -> Option<Judged<'h>> {
    let Ask { redact, wanted, .. } = *how.ask;
    let mut said: Vec<Said<'h>> = Vec::new();
    let mut officer = Officer::default();
    let not_yet_hired = read_officer(&mut officer, row, &file.header, how.reading, how.rewind, redact, &mut said);
    if !how.select.takes(&officer, row.is_unreadable()) {
        return None;
    }
    if let (Some(double), Some(id)) = (double, officer.ptb_id) {
        let message = format!("PTB ID {} and this agency already stand on line {}", faults::shown(id), double.earlier);
        said.push(Said::fault(&faults::DUPLICATE, row.line, Some(Column::PtbId.name()), message));
    }
    let tally = agencies.of(officer.agency.unwrap_or_default());
    tally.records += 1;
    said.iter().for_each(|said| tally.count(said.status));
    if !row.is_unreadable() {
        for asked in &file.asked {
            let answer = if not_yet_hired { Ok(how.ask.not_applicable()) } else { asked.of(&officer, how.ask) };
            let status = answer.as_ref().map_or(Cannot::STATUS, |answer| answer.status);
            tally.count(status);
            if wanted.has(status) {
                let answer = answer.unwrap_or_else(|cannot| cannot.answer(how.ask));
                let (column, due) = (answer.column.unwrap_or(asked.rule.column), answer.due);
                let Words { message, notes } = answer.into_words();
                said.push(Said {
                    rule: asked.rule.name,
                    line: row.line,
                    status,
                    column: Some(column.name()),
                    due,
                    message,
                    notes,
                    sources: asked.rule.sources,
                });
            }
        }
    }
    if said.is_empty() {
        return None;
    }
    said.sort_by_key(|said| (said.line, said.rule));
    Some(Judged {
        agency: officer.agency.map(str::to_owned),
        ptb_id: officer.ptb_id.map(str::to_owned),
        name: if redact { None } else { officer.full_name() },
        email: officer.email.map(|email| email.0.to_owned()),
        said,
    })
}

/// Makes an officer of a row, and says what is wrong in the row. Returns whether she had not been hired yet (`--rewind`).
pub(in crate::cmd) fn read_officer<'r, 'h>(
    officer: &mut Officer<'r>,
    row: &Row<'r>,
    header: &'h Header,
    how: &Reading,
    rewind: bool,
    redact: bool,
    said: &mut Vec<Said<'h>>,
) -> bool {
    said.extend(faulty::of_row(row, header, redact));
    officer.become_row(row, header, how, |column, text| {
        said.push(Said::unreadable(row, &Column::SPECS[column as usize], text, redact));
    });
    let not_yet_hired = rewind && officer.rewind(how.as_of);
    // Of an appointment that is not there yet nothing is asked.
    let impossible_days = if not_yet_hired { Vec::new() } else { officer.strike_impossible_days(how.as_of) };
    for (column, why) in impossible_days {
        let message = impossible(column, &why, how.as_of);
        said.push(Said::fault(&faults::IMPOSSIBLE, row.line, Some(column.name()), message));
    }
    not_yet_hired
}

impl Judged<'_> {
    /// Tells it as findings, each with the officer's own mail address.
    pub(super) fn tell(self, file: &str, ask: &Ask, listener: &mut super::Listener) -> anyhow::Result<()> {
        for said in self.said {
            let mut finding: Finding = said.finding(file, self.ptb_id.as_deref(), self.name.as_deref());
            tell_days(&mut finding, ask);
            finding.agency = self.agency.as_deref();
            listener(&finding, self.email.as_deref())?;
        }
        Ok(())
    }
}

/// How far a due day is from the day asked about, and the open day after it where it is none itself.
pub(super) fn tell_days(finding: &mut Finding, ask: &Ask) {
    finding.days = finding.due.map(|due| ask.days_to(due));
    finding.extended = finding.due.and_then(calendar::extended);
    if let (Some(open), Some(due)) = (finding.extended, finding.due)
        && matches!(finding.status, Status::Open | Status::DueSoon | Status::Overdue)
    {
        finding.notes.push(format!(
            "{} is {}: 5 ILCS 70/1.11 may allow {}; do not rely on it",
            day_words(due),
            calendar::why_closed(due),
            day_words(open)
        ));
    }
}

fn impossible(column: Column, why: &Impossible, as_of: NaiveDate) -> String {
    let name = column.name();
    match why {
        Impossible::InTheFuture(day) => faulty::in_the_future(name, *day, as_of),
        Impossible::Before(day, other, than) => {
            format!("{name} is {}, before {} on {}", day_words(*day), other.name(), day_words(*than))
        }
        Impossible::After(day, other, than) => {
            format!("{name} is {}, after {} on {}", day_words(*day), other.name(), day_words(*than))
        }
    }
}
