//! Rosters, row by row: officers, faults and answers, as findings in order. Every command on rosters uses this engine,
//! so that no two of them can disagree.

pub mod agency_ids;
mod answers;
pub mod earlier_rows;
pub mod judge;
pub mod officers;
pub(crate) mod one;
mod roster_reader;
pub mod tallies;

use crate::check::accepted::AcceptedList;
use crate::check::assumed::Assumed;
use crate::check::file_facts::{FileFacts, other_kind};
use crate::check::open;
use crate::check::person::PersonQuery;
use crate::check::progress::Progress;
use crate::check::report::Ended;
use crate::check::select::Selection;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Finding, Place, Status, StatusSet};
use crate::hint::with_hint;
use crate::input::cells::Reading;
use crate::input::faults::MISSING_COLUMNS;
use crate::input::header::Header;
use crate::input::heading::is_own_number;
use crate::input::reader::{Batch, Reader};
use crate::input::rows::Rows;
use crate::input::sheet::Sheet;
use crate::model::contact::Contact;
use crate::model::officer::{Column, Officer, ROSTER, has_column};
use crate::model::signature::RosterSignature;
use crate::pipeline;
use crate::report::EncodeFinding;
use crate::report::item::{End, NotAsked};
use crate::rules::ask::{Answer, Ask, FileRule, Questions, Rule};
use crate::rules::roster::portal::PTB_ID;
use crate::rules::{catalogue, file_rules};
use anyhow::bail;
use chrono::NaiveDate;
use earlier_rows::SameOfficer;
use judge::{Judge, OfficerFindings};
use one::OneOfficer;
use roster_reader::RosterReader;
use std::io;
use std::sync::Arc;
use tallies::Tallies;

/// Opened rosters, and the rules that are asked of them.
pub struct Rosters {
    sheets: Vec<Sheet>,
    /// Shared, so that findings can borrow from it while the sheets are being read.
    files: Arc<[RosterFile]>,
    not_asked: Vec<NotAsked>,
    /// The rules that the user asked for by name.
    named_rules: Vec<String>,
    file_rules: Vec<&'static FileRule>,
    ask: Ask,
    reading: Reading,
    rewind: bool,
    selection: Selection,
    accepted: Option<AcceptedList>,
    /// The cells that are taken to hold other values, and whether their rows are only counted.
    assumed: Option<(Assumed, bool)>,
    /// True when the cells of each officer are kept beside the findings.
    keeps_cells: bool,
    /// True when what letters need is kept beside the findings.
    keeps_contacts: bool,
    by_agency: bool,
    shows_progress: bool,
    threads: usize,
}

/// The parts of a file that judging a row needs.
pub(crate) struct RosterFile {
    pub(crate) path: Arc<str>,
    pub(crate) header: Arc<Header>,
    pub(crate) questions: Questions,
    /// True when there are rules to ask, and the file lacks the columns for each of them.
    is_asked_nothing: bool,
}

/// The sentence about a file that no rule can be asked of.
const NOTHING_ASKED: &str = "no rule can be asked of this file: it has the columns for none of them, so that nothing \
                             was checked; `muster template roster --explain` names the \
                             columns of each rule";

/// Called for each finding whose status is wanted, with what a letter to the officer needs, where that is kept: the
/// address is private and part of no finding.
pub type OnFinding<'l> = dyn FnMut(&Finding, &Contact) -> anyhow::Result<()> + 'l;

/// About how many bytes an encoded finding takes.
const FINDING_BYTES: usize = 512;

impl Rosters {
    /// Opens every file and reads its header, before anything is judged. `wanted`: the statuses that will be reported.
    ///
    /// # Errors
    /// Every file that cannot be opened, each with what to do about it.
    pub fn open(files: &[String], flags: &Flags, settings: &Settings, wanted: StatusSet) -> anyhow::Result<Self> {
        let rules: Vec<&'static Rule> = catalogue().filter(|rule| flags.asks(rule.name)).collect();
        let sheets = open::open_all(files, flags, settings, &ROSTER)?;
        let mut not_asked = Vec::new();
        let files = sheets.iter().map(|sheet| RosterFile::new(sheet, &rules, &mut not_asked)).collect();
        Ok(Self {
            sheets,
            files,
            not_asked,
            named_rules: [&flags.only[..], &settings.require].concat(),
            file_rules: file_rules().filter(|rule| flags.asks(rule.name)).collect(),
            ask: ask_of(flags, settings, wanted),
            reading: open::reading(flags, settings),
            rewind: flags.rewind,
            selection: Selection::of(flags),
            accepted: None,
            assumed: None,
            keeps_cells: false,
            keeps_contacts: false,
            by_agency: false,
            shows_progress: flags.shows_progress(),
            threads: flags.threads(),
        })
    }

    /// Selects the officers whom a query may mean, among those that the flags select.
    pub(crate) fn select(&mut self, person: PersonQuery) {
        self.selection.person = Some(person);
    }

    /// Selects every record, whatever the flags select.
    pub fn select_everything(&mut self) {
        self.selection = Selection::default();
    }

    /// Asks about the signature under the rosters as well.
    pub fn ask_about(&mut self, signature: Option<RosterSignature>) {
        self.ask.signature = signature;
    }

    /// Takes answers that the list names for accepted.
    pub(crate) fn accept(&mut self, accepted: Option<AcceptedList>) {
        self.accepted = accepted;
    }

    /// Takes cells to hold other values, or with `only_looks` counts the rows that they belong to.
    pub(crate) fn assume(&mut self, assumed: Assumed, only_looks: bool) {
        self.assumed = Some((assumed, only_looks));
    }

    /// Returns what is assumed, with the rows that were counted.
    pub(crate) fn assumed(&self) -> Option<&Assumed> {
        self.assumed.as_ref().map(|(assumed, _)| assumed)
    }

    /// Keeps what a letter to each officer needs, for [`OnFinding`].
    pub(crate) fn keep_contacts(&mut self) {
        self.keeps_contacts = true;
    }

    /// Counts the answers of each agency as well.
    pub fn count_by_agency(&mut self) {
        self.by_agency = true;
    }

    /// Takes these rules for asked by name: a file that lacks the columns for one is a finding.
    pub(crate) fn require(&mut self, rules: impl Iterator<Item = &'static str>) {
        self.named_rules.extend(rules.map(str::to_owned));
    }

    /// Returns whether a rule is asked of any of the files.
    pub(crate) fn asks(&self, rule: &str) -> bool {
        self.files.iter().any(|file| file.questions.asks(rule)) || self.file_rules.iter().any(|it| it.name == rule)
    }

    /// Returns what is asked of every officer.
    pub(crate) fn ask(&self) -> &Ask {
        &self.ask
    }

    /// Returns the day asked about.
    pub fn as_of(&self) -> NaiveDate {
        self.ask.as_of
    }

    /// Returns the rules that are not asked because a file lacks columns.
    pub fn not_asked(&self) -> Vec<NotAsked> {
        self.not_asked.clone()
    }

    /// Returns a sentence for each rule that was asked for by name and that a file lacks the columns for, and for each
    /// file that no rule can be asked of, with the index of the file (settled 176).
    fn missing_columns(&self) -> Vec<(usize, String)> {
        let named = self.not_asked.iter().filter(|it| self.named_rules.iter().any(|rule| rule == it.rule));
        let sentence = |it: &NotAsked| {
            let at = self.sheets.iter().position(|sheet| *sheet.path == *it.file)?;
            let columns = it.missing_columns.join(", ");
            Some((at, format!("{} was asked for and cannot be checked: the file has no column for {columns}", it.rule)))
        };
        let mut missing: Vec<(usize, String)> = named.filter_map(sentence).collect();
        let is_told = |at: usize| missing.iter().any(|(file, _)| *file == at);
        let silent = self.files.iter().enumerate().filter(|(at, file)| file.is_asked_nothing && !is_told(*at));
        let sentence = |file: &RosterFile| match other_kind(&file.header, &ROSTER) {
            Some(other) => format!("{NOTHING_ASKED}; {other}"),
            None => NOTHING_ASKED.to_owned(),
        };
        let silent: Vec<_> = silent.map(|(at, file)| (at, sentence(file))).collect();
        missing.extend(silent);
        missing
    }

    /// Returns the facts about the files that come before the findings.
    pub(crate) fn file_facts(&self, settings: &Settings) -> FileFacts {
        FileFacts::of(&self.sheets, settings)
    }

    /// Returns whether every file has a column from which a last name can be read.
    pub fn has_names(&self) -> bool {
        self.files.iter().all(|file| has_column(&file.header, Column::LastName))
    }

    /// Judges every file and calls `on_finding` for each finding, in the order of the files: by line, then by rule.
    ///
    /// # Errors
    /// When `on_finding` fails.
    pub(crate) fn each_finding(&mut self, on_finding: &mut OnFinding) -> anyhow::Result<Ended> {
        let (ask, files) = (self.ask.clone(), Arc::clone(&self.files));
        self.judge_all(&files, |findings| findings, |findings| findings.each(&ask, on_finding))
    }

    /// Judges every file and calls `on_officer` for each officer with findings, and `on_other` for each other finding.
    ///
    /// # Errors
    /// When reading fails.
    pub(crate) fn each_one(
        &mut self,
        on_officer: &mut dyn FnMut(OneOfficer<'_>),
        on_other: &mut dyn FnMut(&Finding),
    ) -> anyhow::Result<Ended> {
        self.keeps_cells = true;
        let (ask, files, reading) = (self.ask.clone(), Arc::clone(&self.files), self.reading.clone());
        let rewind = self.rewind;
        self.judge_all(
            &files,
            |findings| findings,
            |findings| {
                let BatchFindings { file, of_officers, .. } = findings.about_no_officer(&ask, on_other);
                of_officers.into_iter().for_each(|officer| on_officer(officer.whole(file, &ask, &reading, rewind)));
                Ok(())
            },
        )
    }

    /// Judges every file and passes the findings of each batch to `put`, encoded: for formats in which no finding
    /// depends on those before it. The thread that judges a record also encodes its findings.
    ///
    /// # Errors
    /// When encoding or putting fails.
    pub(crate) fn each_encoded(
        &mut self,
        encode: EncodeFinding,
        mut put: impl FnMut(&[u8]) -> io::Result<()>,
    ) -> anyhow::Result<Ended> {
        let (ask, files) = (self.ask.clone(), Arc::clone(&self.files));
        let encoded = |findings: BatchFindings| {
            let mut bytes = Vec::with_capacity(findings.of_officers.len() * FINDING_BYTES);
            findings.each(&ask, &mut |finding, _| Ok(encode(finding, &mut bytes)?))?;
            anyhow::Ok(bytes)
        };
        self.judge_all(&files, encoded, |bytes| Ok(put(&bytes?)?))
    }

    /// Calls `on_officer` for each selected officer, with the line. The faults of rows become notes.
    ///
    /// # Errors
    /// When `on_officer` fails.
    pub(crate) fn each_officer(
        &mut self,
        on_officer: &mut dyn FnMut(&Officer, &Place) -> anyhow::Result<()>,
    ) -> anyhow::Result<Ended> {
        let Self { sheets, ask, reading, selection, .. } = self;
        let mut end = End::default();
        let mut reader = Reader::new(sheets);
        for Batch { path, header, rows, remarks, .. } in reader.read_all() {
            let reading = reading.of_file(&remarks);
            for row in rows.iter() {
                let mut faults = crate::input::faults::of_row(&row, &path, &header, ask.redact);
                header.locate(&mut faults);
                end.notes.extend(faults.iter().map(|fault| format!("{}: {}", fault.place, fault.message)));
                let officer = Officer::from_row(&row, &header, &reading, |_, _| {});
                if judge::is_selected(&officer, row.is_unreadable(), selection) {
                    on_officer(&officer, &Place::record(&path, row.line).in_sheet(header.sheet()))?;
                }
            }
        }
        let stopped = end.add_files(reader.finish());
        end.notes.extend(sheets.iter().flat_map(|sheet| sheet.remarks.notes(&sheet.path, ask.redact)));
        Ok((end, stopped))
    }

    /// Judges every file, batch after batch. `make` turns the findings of a batch into something else on the thread
    /// that judged it; `take` receives that on the calling thread, in the order of the files.
    fn judge_all<'f, Made: Send>(
        &mut self,
        files: &'f [RosterFile],
        make: impl Fn(BatchFindings<'f>) -> Made + Sync,
        mut take: impl FnMut(Made) -> anyhow::Result<()>,
    ) -> anyhow::Result<Ended> {
        let missing = self.missing_columns();
        let Self {
            sheets,
            file_rules,
            ask,
            reading,
            rewind,
            selection,
            accepted,
            assumed,
            keeps_cells,
            keeps_contacts,
            by_agency,
            ..
        } = self;
        let assumed = assumed.as_mut().map(|(assumed, only_looks)| (assumed, *only_looks));
        let accepted = accepted.as_ref();
        let (keeps_cells, keeps_contacts) = (*keeps_cells, *keeps_contacts);
        let judge =
            Judge { reading: reading.clone(), ask, rewind: *rewind, selection, accepted, keeps_cells, keeps_contacts };
        let mut reader = RosterReader::new(sheets, reading, assumed);
        let mut progress = Progress::begin(self.shows_progress, reader.reader.total_bytes());
        let workers = pipeline::in_order(
            self.threads,
            || Worker { tallies: Tallies::new(*by_agency), rows: Rows::default() },
            |worker| reader.next(std::mem::take(&mut worker.rows)),
            |worker, (batch, same_officers): (Batch, Vec<SameOfficer>)| {
                let file = &files[batch.sheet];
                let judge = judge.of_file(&batch.remarks);
                let of_officers = judge.batch(&batch.rows, &same_officers, file, &mut worker.tallies);
                let asked_once = file_rules.iter().filter(|_| batch.is_first);
                let mut of_file: Vec<_> = asked_once.filter_map(|rule| Some((*rule, (rule.check)(ask)?))).collect();
                worker.tallies.all.counts(of_file.iter().map(|(_, answer)| answer.status));
                of_file.retain(|(_, answer)| ask.wanted.has(answer.status));
                let missing = missing.iter().filter(|(sheet, _)| batch.is_first && *sheet == batch.sheet);
                let missing: Vec<_> = missing.map(|(_, message)| message.clone()).collect();
                worker.tallies.all.count_many(Status::Unknown, missing.len());
                let records = batch.rows.len();
                worker.rows = batch.rows;
                (make(BatchFindings { file, missing, of_file, of_officers }), records, batch.bytes_read)
            },
            |(made, records, bytes_read)| {
                take(made)?;
                progress.count(records, bytes_read);
                anyhow::Ok(())
            },
        )?;
        drop(progress);
        let mut end = End::default();
        end.notes.extend(reader.notes());
        let mut stopped = end.add_files(reader.reader.finish());
        end.notes.extend(sheets.iter().flat_map(|sheet| sheet.remarks.notes(&sheet.path, ask.redact)));
        (end.summary, end.by_agency) = Tallies::merge(workers.into_iter().map(|worker| worker.tallies));
        if *rewind {
            end.notes.push(
                "looking back: a roster keeps the latest signature and qualification only, and its hours of a year \
                 are those of the file's own year; what it showed on the day asked about may have been more"
                    .into(),
            );
        }
        if let Some(accepted) = accepted.filter(|_| selection.is_everything()) {
            end.notes.extend(accepted.useless(|rule| files.iter().any(|file| file.questions.asks(rule))));
        }
        let found = end.summary.records > 0;
        selection.stop_if_nothing(found, ("record", "checked"), &mut end, &mut stopped);
        Ok((end, stopped))
    }
}

/// The state of a worker, kept from batch to batch.
struct Worker {
    tallies: Tallies,
    /// The rows of the last batch, whose memory is used again.
    rows: Rows,
}

/// The findings of one batch.
struct BatchFindings<'h> {
    file: &'h RosterFile,
    /// The sentences about rules that were asked for by name and lack columns, in the file's first batch.
    missing: Vec<String>,
    /// The answers about the file as a whole, in its first batch.
    of_file: Vec<(&'static FileRule, Answer)>,
    of_officers: Vec<OfficerFindings<'h>>,
}

impl BatchFindings<'_> {
    /// Takes the findings out that are about no officer.
    fn about_no_officer(mut self, ask: &Ask, on_finding: &mut dyn FnMut(&Finding)) -> Self {
        let path = &*self.file.path;
        for message in std::mem::take(&mut self.missing).into_iter().filter(|_| ask.wanted.has(Status::Unknown)) {
            on_finding(&MISSING_COLUMNS.finding(Place::file(path), message));
        }
        for (rule, answer) in std::mem::take(&mut self.of_file) {
            on_finding(&answers::of_file(rule, answer, path, ask));
        }
        self
    }

    fn each(self, ask: &Ask, on_finding: &mut OnFinding) -> anyhow::Result<()> {
        let mut put = Ok(());
        let rest = self.about_no_officer(ask, &mut |finding| {
            if put.is_ok() {
                put = on_finding(finding, &Contact::default());
            }
        });
        put?;
        rest.of_officers.into_iter().try_for_each(|findings| findings.each(ask, on_finding))
    }
}

impl RosterFile {
    /// Chooses the rules that can be asked of a file; the others go to `not_asked`.
    pub(crate) fn new(sheet: &Sheet, rules: &[&'static Rule], not_asked: &mut Vec<NotAsked>) -> Self {
        let mut questions = Questions::default();
        let mut asked = 0;
        for rule in rules {
            // An agency's own number is no PTB ID (settled 164).
            let is_own_number = |column| {
                let heading = sheet.header.place(column as usize).and_then(|at| sheet.header.name_at(at));
                rule.name == PTB_ID.name && column == Column::PtbId && heading.is_some_and(is_own_number)
            };
            let has = |column| has_column(&sheet.header, column) && !is_own_number(column);
            match questions.add(rule, has) {
                Ok(()) => asked += 1,
                Err(missing) => not_asked.push(NotAsked {
                    file: sheet.path.to_string(),
                    rule: rule.name,
                    missing_columns: missing.into_iter().map(Column::name).collect(),
                }),
            }
        }
        let is_asked_nothing = asked == 0 && !rules.is_empty();
        Self { path: Arc::clone(&sheet.path), header: Arc::clone(&sheet.header), questions, is_asked_nothing }
    }
}

/// Refuses a run in which `--only` and `--skip` leave no rule to check: its silence would look like a clean roster.
///
/// # Errors
/// When no rule is left.
pub(crate) fn require_a_rule(flags: &Flags) -> anyhow::Result<()> {
    let mut names = catalogue().map(|rule| rule.name).chain(file_rules().map(|rule| rule.name));
    if names.any(|name| flags.asks(name)) {
        return Ok(());
    }
    bail!(with_hint(
        "--only and --skip leave no rule of a roster to check",
        "`muster rules` lists the rules; those of the in-service mandates are checked by `muster training check`"
    ))
}

/// Returns the question that this run asks of every officer. `wanted`: the statuses that will be reported.
pub(crate) fn ask_of(flags: &Flags, settings: &Settings, wanted: StatusSet) -> Ask {
    Ask {
        as_of: flags.as_of(),
        warn_days: settings.warn_days.value,
        schedule: settings.schedule.value,
        inferred_scenario_windows: settings.inferred_scenario_windows.value,
        agency_domain: settings.agency.domain.as_deref().map(str::to_lowercase),
        local_course_on_file: settings.local_course_on_file.value,
        signature: None,
        redact: flags.redact,
        wanted,
    }
}
