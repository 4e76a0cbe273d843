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
use crate::input::faults::{NOT_ON_ROSTER, of_row, unreadable_cell};
use crate::input::reader::Batch;
use crate::input::sheet::{Kind, Sheet};
use crate::model::officer::{ROSTER, RosterEntry};
use crate::model::training::approved::{self, ApprovedCourse, COURSE_LIST};
use crate::model::training::{Column, Completion, TRAINING_SHEET};
use crate::report::item::{End, NotAsked};
use crate::rules::training::check::check;
use crate::rules::training::credit::CourseList;
use crate::rules::training::result::{MandateItem, TrainingResult, TrainingResults, UnmatchedCompletion};
use crate::words::{STANDARD_INPUT, count_words, day_words, harmless, shown_path};
use chrono::NaiveDate;
use clap::Args;
use std::borrow::Cow;
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

/// Reads rosters, training records and the course list, checks the records, and passes the result to `then`. Inputs and
/// notes go to `end`. `since`: the first day of complete records, if the user names one; `about`: the kind of file that
/// the command is about.
///
/// # Errors
/// Files that cannot be read, and the errors of `then`.
pub(crate) fn check_training<T>(
    rosters: &[String],
    records: &[String],
    (courses, since, about): (Option<&PathBuf>, Option<NaiveDate>, &'static Kind),
    (flags, settings): (&Flags, &Settings),
    end: &mut End,
    then: impl FnOnce(CheckedTraining, &mut End) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let own_list = settings.approved_courses();
    let list: Vec<String> =
        courses.or(own_list.as_ref()).map(|path| path.to_string_lossy().into_owned()).into_iter().collect();
    // Every file is opened before one is read, so that all missing files are named at once.
    let (rosters, records) = (&*open::expanded(rosters)?, &*open::expanded(records)?);
    let all: Vec<String> = [rosters, records, &list].concat();
    if all.iter().filter(|file| *file == STANDARD_INPUT).count() > 1 {
        anyhow::bail!("standard input (-) can be read only once");
    }
    let open = |files: &[String], kind: &'static Kind| match kind.name == about.name {
        true => open::open_all(files, flags, settings, kind),
        false => open::open_beside(files, flags, settings, kind),
    };
    let opened = [open(rosters, &ROSTER), open(records, &TRAINING_SHEET), open(&list, &COURSE_LIST)];
    let failures: Vec<String> =
        opened.iter().filter_map(|sheets| sheets.as_ref().err()).map(|failure| format!("{failure:#}")).collect();
    if !failures.is_empty() {
        anyhow::bail!("{}", failures.join("\n"));
    }
    let [mut rosters, mut records, mut list] = opened.map(Result::unwrap_or_default);

    let facts = FileFacts::of(rosters.iter().chain(&records).chain(&list), settings);
    let roster_rows = SheetRows::read(&mut rosters, flags, end);
    let record_rows = SheetRows::read(&mut records, flags, end);
    let list_rows = SheetRows::read(&mut list, flags, end);
    end.notes.extend(records.iter().flat_map(missing_columns));
    let mut faults = Vec::new();
    let roster = officers(roster_rows.batches(), flags, settings, &mut faults);
    let courses = (!list.is_empty()).then(|| course_list(list_rows.batches(), flags, settings, &mut faults));
    let completions = sheet::records::<Completion>(record_rows.batches(), flags, settings, &Selection::default());
    let checked =
        check(&roster, completions.entries(), courses.as_ref(), since, &ask_of(flags, settings, StatusSet::default()));
    faults.extend(completions.faults);
    let stopped = [&roster_rows, &record_rows, &list_rows].into_iter().find_map(|rows| rows.stopped.as_ref());
    let stopped = stopped.map(|failure| anyhow::anyhow!("{failure:#}"));
    then(CheckedTraining { checked, faults, roster, stopped, facts }, end)
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
                faults.push(unreadable_cell(Place::record(file, row.line), spec, text, &reading, flags.redact));
            }));
        }
        header.locate(faults.get_mut(first..).unwrap_or_default());
    }
    list
}

/// Returns a completion that matches no officer as a fault of its row: a person must decide whose it is.
pub(crate) fn unmatched<'r>(completion: UnmatchedCompletion<'r>, redact: bool) -> Finding<'r> {
    let UnmatchedCompletion { ptb_id, name, course, completed, why, file, line } = completion;
    let course = course.map_or_else(|| "a course without a name".into(), harmless);
    let day = completed.map_or_else(String::new, |day| format!(", completed {}", day_words(day)));
    Finding {
        status: Status::Review,
        ptb_id: ptb_id.map(Cow::Borrowed),
        name: name.filter(|_| !redact).map(Cow::Owned),
        ..NOT_ON_ROSTER.finding(Place::record(file, line), format!("{course}{day}: {why}"))
    }
}

/// Calls `on_finding` for every item of the selected officers and counts it: what an agenda and notices add when there
/// are training records. An item that a rule of the roster covers as well is left to that rule.
///
/// # Errors
/// Files that cannot be read, and the errors of `on_finding`. A failure in the middle of a file is returned as a value.
pub(crate) fn each_item(
    rosters: &[String],
    files: &TrainingFiles,
    not_asked: &[NotAsked],
    (flags, settings): (&Flags, &Settings),
    end: &mut End,
    on_finding: &mut OnFinding,
) -> anyhow::Result<Option<anyhow::Error>> {
    if files.training.is_empty() {
        return Ok(None);
    }
    if rosters.iter().any(|roster| roster == STANDARD_INPUT) {
        anyhow::bail!("with --training the roster is read twice, so it cannot be standard input; name a file");
    }
    let mut own = End::default();
    let courses = (files.courses.as_ref(), files.records_since, &ROSTER);
    let stopped = check_training(rosters, &files.training, courses, (flags, settings), &mut own, |training, _| {
        let CheckedTraining { checked, faults, roster, stopped, facts } = training;
        // The lines about the rosters stand before the answers already.
        let is_of_roster =
            |line: &String| rosters.iter().any(|roster| line.starts_with(&format!("{}: ", shown_path(roster))));
        end.notes.extend(facts.lines.into_iter().filter(|line| !is_of_roster(line)));
        let selection = Selection::of(flags);
        let rule_of_roster_asks = |item: &MandateItem, file: &str| {
            let rule = item.of.rule_of_roster().filter(|rule| flags.asks(rule));
            rule.is_some_and(|rule| !not_asked.iter().any(|other| other.rule == rule && other.file == file))
        };
        let selected = |row: &RosterEntry| is_selected(&row.record, false, &selection);
        for (result, row) in checked.results.iter().zip(&roster).filter(|(_, row)| selected(row)) {
            let is_asked = |item: &&MandateItem| flags.asks(&item.of.rule) && !rule_of_roster_asks(item, row.file);
            for item in result.items.iter().filter(is_asked) {
                end.summary.count(item.status);
                on_finding(&item_finding(result, row, item, flags.redact), row.record.email.map(|email| email.0))?;
            }
        }
        let in_records: Vec<_> =
            faults.iter().filter(|fault| !rosters.iter().any(|roster| *roster == fault.place.file)).collect();
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
        Ok(stopped)
    })?;
    // The rosters and their notes are part of the report already.
    end.inputs.extend(own.inputs.into_iter().filter(|input| !rosters.contains(&input.path)));
    let new: Vec<String> = own.notes.into_iter().filter(|note| !end.notes.contains(note)).collect();
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
        ..Finding::new(&item.of.rule, item.status, Place::record(result.file, result.line), &*item.message)
    }
}
