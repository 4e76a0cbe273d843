//! From rows of a roster to everything there is to say about them. Knows no thread and no format.

use crate::check::open;
use crate::check::open::Said;
use crate::check::roster::duplicates::Double;
use crate::check::roster::tallies::Counted;
use crate::cli::flags::Flags;
use crate::finding::{Finding, Status, Tally};
use crate::input::cells::Reading;
use crate::input::faults;
use crate::input::header::Header;
use crate::input::rows::{Row, Rows};
use crate::model::officer::{Column, Impossible, Officer};
use crate::rules::ask::{AnswerText, Ask, Cannot, GateResults, Question, Questions, RuleSet};
use crate::rules::law::calendar;
use crate::values::fold::fold;
use crate::words::day_words;
use chrono::NaiveDate;
use std::sync::Arc;

/// What is known of a file while its rows are judged.
pub(crate) struct FileView {
    pub(crate) path: Arc<str>,
    pub(crate) header: Arc<Header>,
    pub(crate) questions: Questions,
}

/// How rows are judged.
pub(crate) struct How<'h> {
    pub(crate) ask: &'h Ask,
    pub(crate) reading: &'h Reading,
    pub(crate) rewind: bool,
    pub(crate) select: &'h Select,
}

/// Which records are asked about.
#[derive(Default)]
pub(crate) struct Select {
    ptb_ids: Vec<String>,
    agencies: Vec<String>,
}

impl Select {
    /// What the flags pick.
    pub(crate) fn of(flags: &Flags) -> Self {
        let agencies = flags.agency.iter().map(|name| fold(name)).collect();
        Self { ptb_ids: open::wanted_ids(flags), agencies }
    }

    /// Whether every record is asked about.
    pub(crate) fn is_everybody(&self) -> bool {
        self.ptb_ids.is_empty() && self.agencies.is_empty()
    }

    /// Whether a record is asked about. One whose ID or agency cannot be read might be meant, and is.
    pub(crate) fn takes(&self, officer: &Officer, unreadable: bool) -> bool {
        let unclear = |column| unreadable || officer.is_faulty(column);
        open::is_chosen(&self.ptb_ids, officer.ptb_id, unclear(Column::PtbId))
            && (self.agencies.is_empty()
                || open::is_chosen(&self.agencies, officer.agency.map(fold).as_deref(), unclear(Column::Agency)))
    }
}

/// What there is to say about an officer, kept apart from the row that it was read from.
pub(crate) struct Judged<'h> {
    agency: Option<String>,
    ptb_id: Option<String>,
    name: Option<String>,
    email: Option<String>,
    said: Vec<Said<'h>>,
}

/// So many officers are asked one rule before the next one: its code and its branches are known by then, and the officers
/// still lie in the nearest memory.
const AT_ONCE: usize = 64;

/// Judges rows, and counts their answers; about whom nobody wants to hear there is nothing.
pub(crate) fn judge<'h>(
    rows: &Rows,
    doubles: &[Double],
    file: &'h FileView,
    how: &How,
    counted: &mut Counted,
) -> Vec<Judged<'h>> {
    let mut judged = Vec::new();
    let mut doubles = doubles.iter().peekable();
    let mut rows = rows.iter().enumerate();
    let mut present: Vec<Present> = Vec::with_capacity(AT_ONCE);
    while rows.len() > 0 {
        for (at, row) in rows.by_ref().take(AT_ONCE) {
            let double = doubles.next_if(|double| double.row == at);
            // Filled where the officer stays, who would have to be moved otherwise.
            present.push(Present::default());
            if !present.last_mut().is_some_and(|person| person.read(&row, double, file, how)) {
                present.pop();
            }
        }
        for asked in file.questions.list() {
            for person in present.iter_mut().filter(|person| !person.unasked.has(asked)) {
                person.answer(asked, how.ask);
            }
        }
        let redact = how.ask.redact;
        for person in &mut present {
            counted.add(person.officer.agency, &person.tally);
            if let Some(person) = person.judged(redact) {
                judged.push(person);
            }
        }
        present.clear();
    }
    judged
}

/// An officer before the rules.
#[derive(Default)]
struct Present<'r, 'h> {
    line: u64,
    officer: Officer<'r>,
    standing: Standing,
    /// Rules that are counted already, because they do not speak of the officer and nobody wants to hear of that.
    unasked: RuleSet,
    tally: Tally,
    said: Vec<Said<'h>>,
}

/// Whether rules are asked of somebody.
#[derive(Default)]
enum Standing {
    /// They are, and this is settled before.
    Asked(GateResults),
    /// Not hired yet on the day asked about (`--rewind`), so that no rule speaks of the appointment.
    NotYetHired,
    /// Nothing in the row can be read.
    #[default]
    NoRecord,
}

impl<'r, 'h> Present<'r, 'h> {
    /// Reads a row of which nothing is known yet, and says what is wrong in it. Returns whether it is asked about. A row
    /// of which all is well allocates nothing.
    fn read(&mut self, row: &Row<'r, '_>, double: Option<&Double>, file: &'h FileView, how: &How) -> bool {
        let Self { line, officer, standing, unasked, tally, said } = self;
        let (reading, redact) = (how.reading, how.ask.redact);
        *line = row.line;
        let not_yet_hired = read_officer(officer, row, &file.header, reading, how.rewind, redact, said);
        if !how.select.takes(officer, row.is_unreadable()) {
            return false;
        }
        if !row.is_unreadable() {
            *standing = if not_yet_hired {
                Standing::NotYetHired
            } else {
                let gated = file.questions.check_gates(officer, how.ask);
                if !how.ask.wanted.has(Status::NotApplicable) {
                    *unasked = gated.not_applicable;
                    tally.count_many(Status::NotApplicable, unasked.count());
                }
                Standing::Asked(gated)
            };
        }
        if let (Some(double), Some(id)) = (double, officer.ptb_id) {
            let message = format!(
                "PTB ID {} and this agency already stand on line {}",
                crate::words::shown_text(id),
                double.earlier
            );
            said.push(Said::fault(&faults::DUPLICATE, row.line, Some(Column::PtbId.name()), message));
        }
        tally.records = 1;
        tally.counts(said.iter().map(|said| said.status));
        true
    }

    /// Asks one rule.
    fn answer(&mut self, asked: &Question, ask: &Ask) {
        let answer = match &self.standing {
            Standing::Asked(gated) => asked.answer(&self.officer, gated, ask),
            Standing::NotYetHired => Ok(ask.not_applicable()),
            Standing::NoRecord => return,
        };
        let status = answer.as_ref().map_or(Cannot::STATUS, |answer| answer.status);
        self.tally.count(status);
        if ask.wanted.has(status) {
            let answer = answer.unwrap_or_else(|cannot| cannot.answer(ask));
            let (column, due) = (answer.column.unwrap_or(asked.rule.column), answer.due);
            let AnswerText { message, notes } = answer.into_text();
            self.said.push(Said {
                rule: asked.rule.name,
                line: self.line,
                status,
                column: Some(column.name()),
                due,
                message,
                notes,
                sources: asked.rule.sources,
            });
        }
    }

    /// What there is to say, kept apart from the row.
    fn judged(&mut self, redact: bool) -> Option<Judged<'h>> {
        let Self { officer, said, .. } = self;
        if said.is_empty() {
            return None;
        }
        said.sort_by_key(|said| (said.line, said.rule));
        Some(Judged {
            agency: officer.agency.map(str::to_owned),
            ptb_id: officer.ptb_id.map(str::to_owned),
            name: if redact { None } else { officer.full_name() },
            email: officer.email.map(|email| email.0.to_owned()),
            said: std::mem::take(said),
        })
    }
}

/// Makes an officer of a row, and says what is wrong in the row. Returns whether she had not been hired yet (`--rewind`).
pub(crate) fn read_officer<'r, 'h>(
    officer: &mut Officer<'r>,
    row: &Row<'r, '_>,
    header: &'h Header,
    how: &Reading,
    rewind: bool,
    redact: bool,
    said: &mut Vec<Said<'h>>,
) -> bool {
    said.extend(open::of_row(row, header, redact));
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
    pub(crate) fn tell(
        self,
        file: &str,
        ask: &Ask,
        listener: &mut crate::check::roster::Listener,
    ) -> anyhow::Result<()> {
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
pub(crate) fn tell_days(finding: &mut Finding, ask: &Ask) {
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
        Impossible::InTheFuture(day) => open::in_the_future(name, *day, as_of),
        Impossible::Before(day, other, than) => {
            format!("{name} is {}, before {} on {}", day_words(*day), other.name(), day_words(*than))
        }
        Impossible::After(day, other, than) => {
            format!("{name} is {}, after {} on {}", day_words(*day), other.name(), day_words(*than))
        }
    }
}
