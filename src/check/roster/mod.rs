//! Walks through rosters: row by row to officers, faults and answers, as findings in order. Every command on rosters
//! stands on this one, so no two of them can disagree.

pub mod agency_ids;
pub mod duplicates;
pub mod judge;
pub mod officers;
pub mod tallies;

use crate::check::open;
use crate::check::progress::Progress;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Finding, StatusSet};
use crate::input::cells::Reading;
use crate::input::rows::Rows;
use crate::input::sheet::Sheet;
use crate::model::officer::{Column, ROSTER, has_column};
use crate::model::signature::RosterSignature;
use crate::pipeline;
use crate::report::EncodeFinding;
use crate::report::item::{End, NotAsked};
use crate::rules::ask::{Answer, AnswerText, Ask, FileRule, Questions, Rule};
use crate::rules::{catalogue, file_rules};
use chrono::NaiveDate;
use duplicates::{Double, Seen};
pub(crate) use judge::Select;
use judge::read_officer;
use judge::{FileView, How, Judged};
pub(crate) use officers::officers;
use std::io;
use std::sync::Arc;
use tallies::Counted;

/// Rosters that have been opened, and what is asked of them.
pub struct Walk {
    rosters: Vec<Roster>,
    file_rules: Vec<&'static FileRule>,
    ask: Ask,
    reading: Reading,
    rewind: bool,
    select: Select,
    by_agency: bool,
    progress: bool,
    threads: usize,
}

struct Roster {
    sheet: Sheet,
    questions: Questions,
    not_asked: Vec<NotAsked>,
}

/// Hears of findings, each with the officer's own mail address where it is recorded: that is private and stands in no
/// finding. Of answers whose status is not wanted it hears nothing.
pub type Listener<'l> = dyn FnMut(&Finding, Option<&str>) -> anyhow::Result<()> + 'l;

/// About how many bytes a finding takes when it is encoded.
const A_FINDING: usize = 512;

/// What is known at the end, also when reading stopped in the middle, and why it stopped.
type Ended = (End, Option<anyhow::Error>);

impl Walk {
    /// Opens every file and reads its header, before anything is judged.
    ///
    /// # Errors
    /// Every file that cannot be read, each with what to do about it.
    pub fn open(files: &[String], flags: &Flags, settings: &Settings, wanted: StatusSet) -> anyhow::Result<Self> {
        let chosen: Vec<&'static Rule> = catalogue().filter(|rule| flags.asks(rule.name)).collect();
        let file_rules = file_rules().filter(|rule| flags.asks(rule.name)).collect();
        let sheets = open::open_all(files, flags, settings, &ROSTER)?;
        let rosters = sheets.into_iter().map(|sheet| Roster::new(sheet, &chosen)).collect();
        let ask = ask_of(flags, settings, wanted);
        let reading = open::reading(flags, settings);
        let select = Select::of(flags);
        let progress = !flags.quiet && !flags.no_progress;
        let (rewind, threads) = (flags.rewind, flags.threads());
        Ok(Self { rosters, file_rules, ask, reading, rewind, select, by_agency: false, progress, threads })
    }

    /// Asks about every record, whoever the flags pick.
    pub fn ask_everybody(&mut self) {
        self.select = Select::default();
    }

    /// Asks about the signature under the rosters as well.
    pub fn ask_about(&mut self, signature: Option<RosterSignature>) {
        self.ask.signature = signature;
    }

    /// Counts the answers of each agency by themselves as well, for who shows them so.
    pub fn count_by_agency(&mut self) {
        self.by_agency = true;
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
    /// # Errors
    /// When the listener fails.
    pub fn each(&mut self, listener: &mut Listener) -> anyhow::Result<Ended> {
        let (ask, files) = (self.ask.clone(), self.files());
        self.through(&files, |told| told, |told| told.tell(&ask, listener))
    }

    /// The same where it does not matter which findings come before one: each is encoded by whoever judged its record, and
    /// `put` gets the bytes of many.
    ///
    /// # Errors
    /// When encoding or putting fails.
    pub fn each_encoded(
        &mut self,
        encode: EncodeFinding,
        mut put: impl FnMut(&[u8]) -> io::Result<()>,
    ) -> anyhow::Result<Ended> {
        let (ask, files) = (self.ask.clone(), self.files());
        let encoded = |told: Told| {
            let mut bytes = Vec::with_capacity(told.judged.len() * A_FINDING);
            told.tell(&ask, &mut |finding, _| Ok(encode(finding, &mut bytes)?))?;
            anyhow::Ok(bytes)
        };
        self.through(&files, encoded, |bytes| Ok(put(&bytes?)?))
    }

    fn files(&self) -> Vec<FileView> {
        self.rosters.iter().map(Roster::view).collect()
    }

    /// Judges every file, batch after batch: `make` makes something of what there is to say about a batch, where it was
    /// judged, and `take` gets that here and in the order of the files.
    fn through<'h, Made: Send>(
        &mut self,
        files: &'h [FileView],
        make: impl Fn(Told<'h>) -> Made + Sync,
        mut take: impl FnMut(Made) -> anyhow::Result<()>,
    ) -> anyhow::Result<Ended> {
        let Self { rosters, file_rules, ask, reading, rewind, select, by_agency, progress, threads } = self;
        let how = How { ask, reading, rewind: *rewind, select };
        let sizes = rosters.iter().map(|roster| roster.sheet.bytes()).collect::<Option<Vec<u64>>>();
        let mut progress = Progress::begin(*progress, sizes.map(|sizes| sizes.iter().sum()));
        let mut reader = Reader::new(rosters);
        let workers = pipeline::in_order(
            *threads,
            || Worker { counted: Counted::new(*by_agency), rows: Rows::default() },
            |worker| reader.next(std::mem::take(&mut worker.rows)),
            |worker, batch: Batch| {
                let Batch { file, is_first, rows, doubles, bytes_read } = batch;
                let judged = judge::judge(&rows, &doubles, &files[file], &how, &mut worker.counted);
                let asked_once = file_rules.iter().filter(|_| is_first);
                let mut of_file: Vec<_> = asked_once.filter_map(|rule| Some((*rule, (rule.check)(ask)?))).collect();
                worker.counted.all.counts(of_file.iter().map(|(_, answer)| answer.status));
                of_file.retain(|(_, answer)| ask.wanted.has(answer.status));
                let records = rows.len();
                worker.rows = rows;
                (make(Told { path: &files[file].path, of_file, judged }), records, bytes_read)
            },
            |(made, records, bytes_read)| {
                take(made)?;
                progress.count(records, bytes_read);
                anyhow::Ok(())
            },
        )?;
        drop(progress);
        let Reader { mut end, mut stopped, .. } = reader;
        (end.summary, end.by_agency) = Counted::together(workers.into_iter().map(|worker| worker.counted));
        if *rewind {
            end.notes.push(
                "looking back: a roster keeps the latest signature and qualification only, and its hours of a year are those of the \
                 file's own year; what it showed on the day asked about may have been more"
                    .into(),
            );
        }
        if end.summary.records == 0 && !select.is_everybody() {
            let nobody = "no record has this PTB ID or agency; nothing was checked";
            end.notes.push(nobody.into());
            stopped = stopped.or_else(|| Some(anyhow::anyhow!(nobody)));
        }
        Ok((end, stopped))
    }
}

/// What a worker keeps from batch to batch.
struct Worker {
    counted: Counted,
    /// The rows of the last batch, whose memory takes those of the next.
    rows: Rows,
}

/// What there is to say about a batch.
struct Told<'h> {
    path: &'h str,
    /// What is asked of its file as a whole, where it is the first of it.
    of_file: Vec<(&'static FileRule, Answer)>,
    judged: Vec<Judged<'h>>,
}

impl Told<'_> {
    /// Tells it as findings.
    fn tell(self, ask: &Ask, listener: &mut Listener) -> anyhow::Result<()> {
        let Self { path, of_file, judged } = self;
        of_file.into_iter().try_for_each(|(rule, answer)| listener(&of_file_finding(rule, answer, path, ask), None))?;
        judged.into_iter().try_for_each(|judged| judged.tell(path, ask, listener))
    }
}

/// Rows of one file, on their way to be judged.
struct Batch {
    file: usize,
    /// Whether it is the first of its file, which may have no rows at all.
    is_first: bool,
    rows: Rows,
    doubles: Vec<Double>,
    /// How much of all files has been read up to here.
    bytes_read: u64,
}

/// Reads file after file, batch after batch.
struct Reader<'w> {
    rosters: std::iter::Enumerate<std::slice::IterMut<'w, Roster>>,
    current: Option<(usize, &'w mut Roster, Seen)>,
    bytes_before: u64,
    end: End,
    stopped: Option<anyhow::Error>,
}

impl<'w> Reader<'w> {
    fn new(rosters: &'w mut [Roster]) -> Self {
        let rosters = rosters.iter_mut().enumerate();
        Self { rosters, current: None, bytes_before: 0, end: End::default(), stopped: None }
    }

    /// The next batch, into `rows`; `None` after the last one. A file that breaks off in the middle is noted, and the next
    /// one read.
    fn next(&mut self, mut rows: Rows) -> Option<Batch> {
        loop {
            let is_first = self.current.is_none();
            if is_first {
                let (file, roster) = self.rosters.next()?;
                self.current = Some((file, roster, Seen::default()));
            }
            let (file, roster, seen) = self.current.as_mut()?;
            let more = roster.sheet.read(&mut rows).unwrap_or_else(|failure| {
                self.end.notes.push(format!("{failure:#}"));
                self.stopped = Some(failure);
                false
            });
            if is_first {
                *seen = Seen::expecting(roster.sheet.expected(&rows));
            }
            let batch = Batch {
                file: *file,
                is_first,
                doubles: seen.doubles(&rows, &roster.sheet.header),
                bytes_read: self.bytes_before + roster.sheet.bytes_read(),
                rows: std::mem::take(&mut rows),
            };
            if !more {
                self.bytes_before = batch.bytes_read;
                self.end.inputs.push(roster.sheet.input());
                self.end.notes.extend(roster.sheet.closing_notes());
                self.current = None;
            }
            if more || is_first || !batch.rows.is_empty() {
                return Some(batch);
            }
            rows = batch.rows;
        }
    }
}

/// What officers are asked, and how, in this run. `wanted`: the answers that somebody will read.
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

impl Roster {
    fn new(sheet: Sheet, rules: &[&'static Rule]) -> Self {
        let (mut questions, mut not_asked) = (Questions::default(), Vec::new());
        for rule in rules {
            if let Err(missing) = questions.add(rule, |column| has_column(&sheet.header, column)) {
                not_asked.push(NotAsked {
                    file: sheet.path.to_string(),
                    rule: rule.name,
                    missing_columns: missing.into_iter().map(Column::name).collect(),
                });
            }
        }
        Self { sheet, questions, not_asked }
    }

    fn view(&self) -> FileView {
        let Self { sheet, questions, .. } = self;
        FileView { path: sheet.path.clone(), header: Arc::clone(&sheet.header), questions: questions.clone() }
    }
}

/// What a rule says of a file as a whole.
fn of_file_finding<'f>(rule: &FileRule, answer: Answer, path: &'f str, ask: &Ask) -> Finding<'f> {
    let (status, due) = (answer.status, answer.due);
    let AnswerText { message, notes } = answer.into_text();
    let mut finding = Finding {
        rule: rule.name,
        status,
        ptb_id: None,
        name: None,
        agency: None,
        file: path,
        line: 1,
        column: None,
        due,
        extended: None,
        days: None,
        message,
        sources: rule.sources,
        notes,
        change: None,
    };
    judge::tell_days(&mut finding, ask);
    finding
}
