//! Walks through rosters: row by row to officers, faults and answers, as findings in order. Every command on rosters
//! stands on this one, so no two of them can disagree.

mod officers;

use super::faulty::{self, Said};
use crate::cli::Flags;
use crate::config::Settings;
use crate::finding::{Finding, Status, StatusSet, Tally};
use crate::input::cells::{Reading, fold};
use crate::input::faults;
use crate::input::header::Header;
use crate::input::sheet::{Row, Rows, Sheet};
use crate::model::officer::{Column, Impossible, Officer, ROSTER, has_column};
use crate::progress::Progress;
use crate::report::{End, NotAsked};
use crate::rules::{Answer, Ask, Asked, FileRule, Rule, calendar, catalogue, file_rules};
use crate::text::day_words;
use chrono::NaiveDate;
use foldhash::fast::RandomState;
use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasher;

/// Rosters that have been opened, and what is asked of them.
pub struct Walk {
    rosters: Vec<Roster>,
    file_rules: Vec<&'static FileRule>,
    ask: Ask,
    reading: Reading,
    rewind: bool,
    select: Select,
    progress: bool,
}

struct Roster {
    sheet: Sheet,
    asked: Vec<Asked>,
    not_asked: Vec<NotAsked>,
}

/// Which records are asked about.
struct Select {
    ptb_ids: Vec<String>,
    agencies: Vec<String>,
}

/// Hears of findings, each with the officer's own mail address where it is recorded: that is private and stands in no
/// finding. Of answers whose status is not wanted it hears nothing.
pub type Listener<'l> = dyn FnMut(&Finding, Option<&str>) -> anyhow::Result<()> + 'l;

impl Walk {
    /// Opens every file and reads its header, before anything is judged.
    ///
    /// # Errors
    /// Every file that cannot be read, each with what to do about it.
    pub fn open(files: &[String], flags: &Flags, settings: &Settings, wanted: StatusSet) -> anyhow::Result<Self> {
        let is_chosen = |name: &str| {
            let is = |other: &String| other == name;
            (flags.only.is_empty() || flags.only.iter().any(is)) && !flags.skip.iter().any(is)
        };
        let chosen: Vec<&'static Rule> = catalogue().filter(|rule| is_chosen(rule.name)).collect();
        let file_rules = file_rules().filter(|rule| is_chosen(rule.name)).collect();
        let sheets = faulty::open_all(files, flags, settings, &ROSTER)?;
        let rosters = sheets.into_iter().map(|sheet| Roster::new(sheet, &chosen)).collect();
        let ask = Ask {
            as_of: flags.as_of(),
            warn_days: settings.warn_days.value,
            schedule: settings.schedule.value,
            inferred_scenario_windows: settings.inferred_scenario_windows.value,
            agency_domain: settings.agency.domain.as_deref().map(str::to_lowercase),
            local_course_on_file: settings.local_course_on_file.value,
            redact: flags.redact,
            wanted,
        };
        let reading = faulty::reading(flags, settings);
        let select = Select {
            ptb_ids: faulty::wanted_ids(flags),
            agencies: flags.agency.iter().map(|name| fold(name)).collect(),
        };
        let progress = !flags.quiet && !flags.no_progress;
        Ok(Self { rosters, file_rules, ask, reading, rewind: flags.rewind, select, progress })
    }

    /// The day asked about.
    pub fn as_of(&self) -> NaiveDate {
        self.ask.as_of
    }

    /// The rules that are not asked because a file lacks columns.
    pub fn not_asked(&self) -> Vec<NotAsked> {
        self.rosters.iter().flat_map(|roster| roster.not_asked.iter().cloned()).collect()
    }

    /// Walks through every file, in the order of the command line: findings by line, then by rule.
    ///
    /// What is known at the end is returned also when reading stopped in the middle, together with the reason.
    ///
    /// # Errors
    /// When the listener fails.
    pub fn each(&mut self, listener: &mut Listener) -> anyhow::Result<(End, Option<anyhow::Error>)> {
        let mut end = End::default();
        let mut agencies: HashMap<String, Tally> = HashMap::new();
        let mut rows = Rows::default();
        let mut stopped = None;
        let sizes = self.rosters.iter().map(|roster| roster.sheet.bytes()).collect::<Option<Vec<u64>>>();
        let mut progress = Progress::begin(self.progress, sizes.map(|sizes| sizes.iter().sum()));
        let mut bytes_before = 0;
        for Roster { sheet, asked, .. } in &mut self.rosters {
            let mut seen = Seen::default();
            for rule in &self.file_rules {
                let Some(answer) = (rule.check)(&self.ask) else { continue };
                end.summary.count(answer.status);
                if self.ask.wanted.has(answer.status) {
                    listener(&of_file(rule, answer, &sheet.path), None)?;
                }
            }
            loop {
                match sheet.read(&mut rows) {
                    Ok(true) => {}
                    Ok(false) => break,
                    Err(failure) => {
                        end.notes.push(format!("{failure:#}"));
                        stopped = Some(failure);
                        break;
                    }
                }
                progress.count(rows.len(), bytes_before + sheet.bytes_read());
                for row in rows.iter() {
                    let file = FileView { header: &sheet.header, asked };
                    let how = How { ask: &self.ask, reading: &self.reading, rewind: self.rewind, select: &self.select };
                    let Some(judged) = judge(&row, &file, &how, &mut seen) else { continue };
                    let tally = match agencies.get_mut(judged.agency) {
                        Some(tally) => tally,
                        None => agencies.entry(judged.agency.to_owned()).or_default(),
                    };
                    tally.add(&judged.tally);
                    judged.tell(&sheet.path, &self.ask, listener)?;
                }
            }
            bytes_before += sheet.bytes_read();
            end.inputs.push(sheet.input());
            end.notes.extend(sheet.closing_notes());
        }
        for tally in agencies.values() {
            end.summary.add(tally);
        }
        end.by_agency = by_spelling(agencies);
        if end.summary.records == 0 && !(self.select.ptb_ids.is_empty() && self.select.agencies.is_empty()) {
            let nobody = "no record has this PTB ID or agency; nothing was checked";
            end.notes.push(nobody.into());
            stopped = stopped.or_else(|| Some(anyhow::anyhow!(nobody)));
        }
        Ok((end, stopped))
    }
}

impl Roster {
    fn new(sheet: Sheet, rules: &[&'static Rule]) -> Self {
        let (mut asked, mut not_asked) = (Vec::new(), Vec::new());
        for rule in rules {
            match rule.for_file(|column| has_column(&sheet.header, column)) {
                Ok(rule) => asked.push(rule),
                Err(missing) => not_asked.push(NotAsked {
                    file: sheet.path.clone(),
                    rule: rule.name,
                    missing_columns: missing.into_iter().map(Column::name).collect(),
                }),
            }
        }
        Self { sheet, asked, not_asked }
    }
}

/// The tallies of agencies, under the spelling that most records have, in the order of their names.
fn by_spelling(agencies: HashMap<String, Tally>) -> Vec<(String, Tally)> {
    let mut spelled: Vec<_> = agencies.into_iter().collect();
    spelled.sort_by(|(one, its), (other, others)| others.records.cmp(&its.records).then_with(|| one.cmp(other)));
    let mut merged: BTreeMap<String, (String, Tally)> = BTreeMap::new();
    for (agency, tally) in spelled {
        merged.entry(fold(&agency)).or_insert_with(|| (agency, Tally::default())).1.add(&tally);
    }
    merged.into_values().collect()
}

/// What a rule says of a file as a whole.
fn of_file<'f>(rule: &FileRule, answer: Answer, path: &'f str) -> Finding<'f> {
    Finding {
        rule: rule.name,
        status: answer.status,
        ptb_id: None,
        name: None,
        agency: None,
        file: path,
        line: 1,
        column: None,
        due: answer.due,
        extended: None,
        days: None,
        message: answer.message,
        sources: rule.sources,
        notes: answer.notes,
    }
}

struct FileView<'f> {
    header: &'f Header,
    asked: &'f [Asked],
}

struct How<'h> {
    ask: &'h Ask,
    reading: &'h Reading,
    rewind: bool,
    select: &'h Select,
}

/// What there is to say about one row.
struct Judged<'r> {
    tally: Tally,
    agency: &'r str,
    ptb_id: Option<&'r str>,
    name: Option<String>,
    email: Option<&'r str>,
    said: Vec<Said<'r>>,
}

/// Judges one row; `None` when it is not among the records asked about.
fn judge<'r>(row: &Row<'r>, file: &FileView<'r>, how: &How, seen: &mut Seen) -> Option<Judged<'r>> {
    let redact = how.ask.redact;
    let mut said: Vec<Said<'r>> = faulty::of_row(row, file.header, redact);
    let mut officer = Officer::from_row(row, file.header, how.reading, |column, text| {
        said.push(Said::unreadable(row, &Column::SPECS[column as usize], text, redact));
    });
    if !how.select.takes(&officer, row.is_unreadable()) {
        return None;
    }
    let not_yet_hired = how.rewind && officer.rewind(how.ask.as_of);
    for (column, why) in officer.strike_impossible_days(how.ask.as_of) {
        let message = impossible(column, &why, how.ask.as_of);
        said.push(Said::fault(&faults::IMPOSSIBLE, row.line, Some(column.name()), message));
    }
    if let Some(id) = officer.ptb_id
        && let Some(earlier) = seen.earlier(id, officer.agency.unwrap_or_default(), row.line)
    {
        let message = format!("PTB ID {} and this agency already stand on line {earlier}", faults::shown(id));
        said.push(Said::fault(&faults::DUPLICATE, row.line, Some(Column::PtbId.name()), message));
    }
    let mut tally = Tally::default();
    tally.records = 1;
    said.iter().for_each(|said| tally.count(said.status));
    if !row.is_unreadable() {
        for asked in file.asked {
            let answer = if not_yet_hired { how.ask.not_applicable() } else { asked.of(&officer, how.ask) };
            tally.count(answer.status);
            if how.ask.wanted.has(answer.status) {
                said.push(Said {
                    rule: asked.rule.name,
                    line: row.line,
                    status: answer.status,
                    column: Some(answer.column.unwrap_or(asked.rule.column).name()),
                    due: answer.due,
                    message: answer.message,
                    notes: answer.notes,
                    sources: asked.rule.sources,
                });
            }
        }
    }
    if !said.is_empty() {
        said.sort_by_key(|said| (said.line, said.rule));
    }
    let name = if said.is_empty() || how.ask.redact { None } else { officer.full_name() };
    Some(Judged {
        tally,
        agency: officer.agency.unwrap_or_default(),
        ptb_id: officer.ptb_id,
        name,
        email: officer.email.map(|email| email.0),
        said,
    })
}

impl Judged<'_> {
    fn tell(self, file: &str, ask: &Ask, listener: &mut Listener) -> anyhow::Result<()> {
        for said in self.said {
            let mut finding = said.finding(file, self.ptb_id, self.name.as_deref());
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
            finding.agency = Some(self.agency).filter(|agency| !agency.is_empty());
            listener(&finding, self.email)?;
        }
        Ok(())
    }
}

impl Select {
    /// Whether a record is asked about. One whose ID or agency cannot be read might be meant, and is.
    fn takes(&self, officer: &Officer, unreadable: bool) -> bool {
        let unclear = |column| unreadable || officer.is_faulty(column);
        faulty::is_chosen(&self.ptb_ids, officer.ptb_id, unclear(Column::PtbId))
            && (self.agencies.is_empty()
                || faulty::is_chosen(&self.agencies, officer.agency.map(fold).as_deref(), unclear(Column::Agency)))
    }
}

/// The PTB IDs and agencies of a file, to find the second of two. 16 bytes a row: a hash, some more bits of another
/// against chance, and the line.
#[derive(Default)]
struct Seen {
    rows: HashMap<u64, (u32, u32), RandomState>,
    other: RandomState,
}

impl Seen {
    /// The line on which the same ID and agency stood before.
    fn earlier(&mut self, id: &str, agency: &str, line: u64) -> Option<u32> {
        let agency = agency.bytes().filter(|byte| !byte.is_ascii_whitespace()).map(|byte| byte.to_ascii_lowercase());
        let mut key = Vec::with_capacity(64);
        key.extend_from_slice(id.as_bytes());
        key.push(0);
        key.extend(agency);
        let hash = self.rows.hasher().hash_one(&key);
        let check = self.other.hash_one(&key) as u32;
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        match self.rows.entry(hash) {
            std::collections::hash_map::Entry::Occupied(earlier) => {
                let (its_check, its_line) = *earlier.get();
                (its_check == check).then_some(its_line)
            }
            std::collections::hash_map::Entry::Vacant(new) => {
                new.insert((check, line));
                None
            }
        }
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
