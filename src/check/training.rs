//! Rosters, training records and the list of approved courses, read and checked against the mandates: for every command
//! about completed training.

use crate::check::file_facts::FileFacts;
use crate::check::open;
use crate::check::roster::judge::is_selected;
use crate::check::roster::officers::officers;
use crate::check::roster::{OnFinding, ask_of};
use crate::check::select::Selection;
use crate::check::sheet::{self, SheetRows};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Finding, Place, Status, StatusSet};
use crate::input::days::read_flag_day;
use crate::input::faults::{NOT_ON_ROSTER, of_row, quotes_nothing, unreadable_cell};
use crate::input::reader::Batch;
use crate::input::sheet::{Kind, Sheet};
use crate::model::contact::Contact;
use crate::model::officer::{ROSTER, RosterEntry};
use crate::model::training::approved::{self, ApprovedCourse, COURSE_LIST};
use crate::model::training::{Column, Completion, TRAINING_SHEET};
use crate::model::{Entry, spelled_in_two_ways};
use crate::report::item::{End, NotAsked};
use crate::rules::training::check::check;
use crate::rules::training::credit::CourseList;
use crate::rules::training::mandates::mistyped;
use crate::rules::training::result::{MandateItem, TrainingResult, TrainingResults, UnmatchedCompletion};
use crate::words::{STANDARD_INPUT, count_words, day_words, shown_path, shown_text};
use anyhow::{anyhow, bail};
use chrono::NaiveDate;
use clap::Args;
use std::borrow::Cow;
use std::collections::HashSet;
use std::path::PathBuf;

/// The files of a question about training beside the rosters.
#[derive(Debug, Args)]
pub(crate) struct TrainingFiles {
    /// Training records, to check the in-service mandates as well; can be repeated
    #[arg(long, value_name = "FILE", help_heading = "Training")]
    pub(crate) training: Vec<String>,

    /// Approved courses of the COPS Training Portal [default: approved_courses.csv in the configuration folder]
    #[arg(long, value_name = "FILE", requires = "training", help_heading = "Training")]
    pub(crate) courses: Option<PathBuf>,

    /// First day of complete training records [default: their earliest completion]
    #[arg(long, value_name = "DATE", requires = "training", value_parser = read_flag_day, help_heading = "Training")]
    pub(crate) records_since: Option<NaiveDate>,
}

/// Training records checked against the mandates, while the files are in memory.
pub(crate) struct CheckedTraining<'r> {
    pub(crate) checked: TrainingResults<'r>,
    /// The faults of the rosters, the records and the course list.
    pub(crate) faults: Vec<Finding<'r>>,
    pub(crate) roster: Vec<RosterEntry<'r>>,
    pub(crate) stopped: Option<anyhow::Error>,
    /// The facts about all of these files.
    pub(crate) facts: FileFacts,
}

/// Opened rosters, training records and the list of approved courses, where there is one.
pub(crate) struct TrainingSheets {
    rosters: Vec<Sheet>,
    records: Vec<Sheet>,
    list: Vec<Sheet>,
}

impl TrainingSheets {
    /// Opens every file before one is read. `about`: the kind of file that the command is about.
    ///
    /// # Errors
    /// Every file that cannot be opened, each with what to do about it.
    pub(crate) fn open(
        rosters: &[String],
        records: &[String],
        (courses, about): (Option<&PathBuf>, &'static Kind),
        (flags, settings): (&Flags, &Settings),
    ) -> anyhow::Result<Self> {
        let own_list = settings.approved_courses();
        let list: Vec<String> =
            courses.or(own_list.as_ref()).map(|path| path.to_string_lossy().into_owned()).into_iter().collect();
        let (rosters, records) = open::both(open::expanded(rosters), open::expanded(records))?;
        if [&rosters, &records, &list].into_iter().flatten().filter(|file| *file == STANDARD_INPUT).count() > 1 {
            bail!("standard input (-) can be read only once");
        }
        let open = |files: &[String], kind: &'static Kind| match kind.name == about.name {
            true => open::open_all(files, flags, settings, kind),
            false => open::open_beside(files, flags, settings, kind),
        };
        let (rosters, records) = (open(&rosters, &ROSTER), open(&records, &TRAINING_SHEET));
        let ((rosters, records), list) = open::both(open::both(rosters, records), open(&list, &COURSE_LIST))?;
        Ok(Self { rosters, records, list })
    }

    /// Reads the files, checks the records, and passes the result to `then`. Inputs and notes go to `end`. `since`: the
    /// first day of complete records, if the user names one.
    ///
    /// # Errors
    /// The errors of `then`.
    pub(crate) fn check<T>(
        mut self,
        since: Option<NaiveDate>,
        (flags, settings): (&Flags, &Settings),
        end: &mut End,
        then: impl FnOnce(CheckedTraining, &mut End) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let Self { rosters, records, list } = &mut self;
        let facts = FileFacts::of(rosters.iter().chain(&*records).chain(&*list), settings);
        let roster_rows = SheetRows::read(rosters, flags, end);
        let record_rows = SheetRows::read(records, flags, end);
        let list_rows = SheetRows::read(list, flags, end);
        end.notes.extend(records.iter().flat_map(missing_columns));
        let mut faults = Vec::new();
        let roster = officers(roster_rows.batches(), flags, settings, &mut faults);
        let courses = (!list.is_empty()).then(|| course_list(list_rows.batches(), flags, settings, &mut faults));
        let completions = sheet::records::<Completion>(record_rows.batches(), flags, settings, &Selection::default());
        let ask = ask_of(flags, settings, StatusSet::default());
        let checked = check(&roster, completions.entries(), courses.as_ref(), since, &ask);
        end.notes.extend(mistyped_topics(&completions.entries()).filter(|_| !flags.redact));
        end.notes.extend(spelled_in_two_ways(checked.matched_ids.iter().copied(), flags.redact));
        faults.extend(completions.faults);
        let stopped = [&roster_rows, &record_rows, &list_rows].into_iter().find_map(|rows| rows.stopped.as_ref());
        let stopped = stopped.map(|failure| anyhow!("{failure:#}"));
        then(CheckedTraining { checked, faults, roster, stopped, facts }, end)
    }
}

impl TrainingFiles {
    /// Opens the training records of a command about rosters, with these rosters once more; `None` without any.
    ///
    /// # Errors
    /// Every file that cannot be opened, and a roster that cannot be read twice.
    pub(crate) fn open(
        &self,
        rosters: &[String],
        flags: &Flags,
        settings: &Settings,
    ) -> anyhow::Result<Option<TrainingSheets>> {
        if self.training.is_empty() {
            return Ok(None);
        }
        if rosters.iter().any(|roster| roster == STANDARD_INPUT) {
            bail!("with --training the roster is read twice, so it cannot be standard input; name a file");
        }
        TrainingSheets::open(rosters, &self.training, (self.courses.as_ref(), &ROSTER), (flags, settings)).map(Some)
    }

    /// Reads what was opened, and passes it to `then`, which writes the report: nothing is written before all is read.
    ///
    /// # Errors
    /// The errors of `then`.
    pub(crate) fn read<T>(
        &self,
        opened: Option<TrainingSheets>,
        flags: &Flags,
        settings: &Settings,
        then: impl FnOnce(Option<TrainingRead>) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let Some(opened) = opened else { return then(None) };
        opened.check(self.records_since, (flags, settings), &mut End::default(), |training, end| {
            then(Some(TrainingRead { training, end: std::mem::take(end) }))
        })
    }
}

/// Training records that have been read and checked, with what is told of their files.
pub(crate) struct TrainingRead<'r> {
    training: CheckedTraining<'r>,
    end: End,
}

/// Returns notes on the columns that the records lack; a missing column is no fault of their rows.
fn missing_columns(sheet: &Sheet) -> Vec<String> {
    let missing = |(column, what): (Column, &str)| {
        let is_there = sheet.header.place(column as usize).is_some();
        (!is_there)
            .then(|| format!("{}: there is no column {}, so that {what}", shown_path(&sheet.path), column.name()))
    };
    let needed = [
        (Column::Topic, "no completion can be told to serve a mandate, but for online courses of the list"),
        (Column::Completed, "no completion has a day, and none counts"),
        (Column::Certified, "only online courses of the list count"),
        (Column::Hours, "mandates of hours stay unknown, but for online courses of the list"),
    ];
    needed.into_iter().filter_map(missing).collect()
}

/// Returns a note for each topic that no mandate has and that is near to the topic of one, a few at most.
fn mistyped_topics<'r>(completions: &[&Entry<'r, Completion<'r>>]) -> impl Iterator<Item = String> {
    /// The most topics that are named.
    const MOST_NAMED: usize = 5;
    let mut topics: Vec<(&'r str, &'r str)> =
        completions.iter().filter_map(|entry| Some((entry.record.topic?, entry.file))).collect();
    topics.sort_unstable();
    topics.dedup();
    let named = topics.into_iter().filter_map(|(topic, file)| {
        let meant = &mistyped(topic)?.topic;
        let (file, topic) = (shown_path(file), shown_text(topic));
        Some(format!("{file}: {topic:?} in topic is no mandate and counts for none; write {meant:?}, if that is meant"))
    });
    named.take(MOST_NAMED).collect::<Vec<_>>().into_iter()
}

/// Returns the list of approved courses; the faults of its rows go to `faults`.
fn course_list<'r>(
    batches: &'r [Batch],
    flags: &Flags,
    settings: &Settings,
    faults: &mut Vec<Finding<'r>>,
) -> CourseList {
    let reading = open::reading(flags, settings);
    let mut list = CourseList::default();
    for Batch { path: file, header, rows, .. } in batches {
        let first = faults.len();
        for row in rows.iter() {
            faults.extend(of_row(&row, file, header, flags.redact));
            list.add(&ApprovedCourse::read(&row, header, &reading, |column, text| {
                let spec = &approved::Column::SPECS[column as usize];
                let redact = quotes_nothing(&row, header, flags.redact);
                faults.push(unreadable_cell(Place::record(file, row.line), spec, text, &reading, redact));
            }));
        }
        header.locate(faults.get_mut(first..).unwrap_or_default());
    }
    list
}

/// Returns a completion that matches no officer as a fault of its row: a person must decide whose it is.
pub(crate) fn unmatched<'r>(completion: UnmatchedCompletion<'r>, redact: bool) -> Finding<'r> {
    let UnmatchedCompletion { ptb_id, name, course, completed, why, file, line, sheet } = completion;
    let course = course.filter(|_| !redact).map_or_else(|| "a course".into(), shown_text);
    let day = completed.map_or_else(String::new, |day| format!(", completed {}", day_words(day)));
    Finding {
        status: Status::Review,
        ptb_id: ptb_id.map(Cow::Borrowed),
        name: name.filter(|_| !redact).map(Cow::Owned),
        ..NOT_ON_ROSTER.finding(Place::record(file, line).in_sheet(sheet), format!("{course}{day}: {why}"))
    }
}

/// Calls `on_finding` for every item of the selected officers and counts it: what an agenda and notices add when there
/// are training records. An item that a rule of the roster covers as well is left to that rule.
///
/// # Errors
/// The errors of `on_finding`. A failure in the middle of a file is returned as a value.
pub(crate) fn each_item(
    read: Option<TrainingRead>,
    rosters: &[String],
    not_asked: &[NotAsked],
    flags: &Flags,
    end: &mut End,
    on_finding: &mut OnFinding,
) -> anyhow::Result<Option<anyhow::Error>> {
    let Some(TrainingRead { training, end: own }) = read else { return Ok(None) };
    let CheckedTraining { checked, faults, roster, stopped, facts } = training;
    // The lines about the rosters stand before the answers already.
    let is_roster: HashSet<&str> = rosters.iter().map(String::as_str).collect();
    let shown: HashSet<String> = rosters.iter().map(|roster| shown_path(roster)).collect();
    let is_of_roster = |line: &String| line.match_indices(": ").any(|(at, _)| shown.contains(&line[..at]));
    end.notes.extend(facts.lines.into_iter().filter(|line| !is_of_roster(line)));
    let selection = Selection::of(flags);
    let left_out: HashSet<(&str, &str)> = not_asked.iter().map(|it| (it.rule, it.file.as_str())).collect();
    let rule_of_roster_asks = |item: &MandateItem, file: &str| {
        let rule = item.of.rule_of_roster().filter(|rule| flags.asks(rule));
        rule.is_some_and(|rule| !left_out.contains(&(rule, file)))
    };
    let selected = |row: &RosterEntry| is_selected(&row.record, false, &selection);
    for (result, row) in checked.results.iter().zip(&roster).filter(|(_, row)| selected(row)) {
        let contact = Contact::of(&row.record, flags.redact);
        let is_asked = |item: &&MandateItem| flags.asks(&item.of.rule) && !rule_of_roster_asks(item, row.file);
        for item in result.items.iter().filter(is_asked) {
            end.summary.count(item.status);
            on_finding(&item_finding(result, row, item, flags.redact), &contact)?;
        }
    }
    let in_records: Vec<_> = faults.iter().filter(|fault| !is_roster.contains(&*fault.place.file)).collect();
    end.summary.counts(in_records.iter().map(|fault| fault.status));
    let see = "`muster training check` lists";
    if !in_records.is_empty() {
        let faults = count_words(in_records.len() as i64, "fault");
        end.notes.push(format!("the training records have {faults}; {see} them"));
    }
    if !checked.unmatched.is_empty() {
        let completions = count_words(checked.unmatched.len() as i64, "completion");
        end.notes.push(format!("the training records have {completions} of no officer on the roster; {see} them"));
    }
    // The rosters and their notes are part of the report already.
    end.inputs.extend(own.inputs.into_iter().filter(|input| !is_roster.contains(&*input.path)));
    let known: HashSet<&String> = end.notes.iter().collect();
    let new: Vec<String> = own.notes.into_iter().filter(|note| !known.contains(note)).collect();
    end.notes.extend(new);
    Ok(stopped)
}

/// Returns an item of an officer as a finding.
fn item_finding<'f>(
    result: &'f TrainingResult,
    row: &'f RosterEntry,
    item: &'f MandateItem,
    redact: bool,
) -> Finding<'f> {
    Finding {
        title: &item.of.title,
        ptb_id: result.ptb_id.map(Cow::Borrowed),
        name: result.name.as_deref().filter(|_| !redact).map(Cow::Borrowed),
        agency: row.record.agency.map(Cow::Borrowed),
        due: item.due,
        notes: item.notes.clone(),
        days: item.days,
        sources: item.sources,
        ..Finding::new(
            &item.of.rule,
            item.status,
            Place::record(result.file, result.line).in_sheet(result.sheet),
            &*item.message,
        )
    }
}
