//! Rosters, training records and the list of approved courses, read and held against the mandates: for every command that
//! asks what officers have completed.

use crate::check::open;
use crate::check::open::Said;
use crate::check::roster::{Listener, Select, ask_of, officers};
use crate::check::sheet::{Fault, Texts, look_through, read_all};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Finding, Status, StatusSet};
use crate::input::faults;
use crate::input::sheet::{Batch, Sheet};
use crate::model::officer::ROSTER;
use crate::model::officer::RosterEntry;
use crate::model::training::approved::{self, ApprovedCourse, COURSE_LIST};
use crate::model::training::{Column, Completion, TRAINING_SHEET};
use crate::report::item::{End, NotAsked};
use crate::rules::law::calendar;
use crate::rules::training::check::{Checked, CourseList, Item, Stranger, TrainingResult, check};
use crate::words::shown_path;
use crate::words::{count_words, day_words, harmless};
use clap::Args;
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
}

/// What the records come to, handed on while the files are in memory.
pub(crate) struct Looked<'r> {
    pub(crate) checked: Checked<'r>,
    /// What is wrong in the rosters, the records and the list, and whose completion is nobody's.
    pub(crate) faults: Vec<Fault<'r>>,
    pub(crate) roster: Vec<RosterEntry<'r>>,
    pub(crate) stopped: Option<anyhow::Error>,
}

/// Reads everything, checks it, and hands on what came of it. Inputs and notes go to `end`.
///
/// # Errors
/// Files that cannot be read, and whatever `then` fails with.
pub(crate) fn look<T>(
    rosters: &[String],
    records: &[String],
    courses: Option<&PathBuf>,
    flags: &Flags,
    settings: &Settings,
    end: &mut End,
    then: impl FnOnce(Looked, &mut End) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let own_list = settings.approved_courses();
    let list: Vec<String> =
        courses.or(own_list.as_ref()).map(|path| path.to_string_lossy().into_owned()).into_iter().collect();
    // Every file is opened before one is read, so that all that is missing is said at once.
    let all: Vec<String> = [rosters, records, &list].concat();
    if all.iter().filter(|file| *file == "-").count() > 1 {
        anyhow::bail!("standard input (-) can be read only once");
    }
    let opened = [
        open::open_all(rosters, flags, settings, &ROSTER),
        open::open_all(records, flags, settings, &TRAINING_SHEET),
        open::open_all(&list, flags, settings, &COURSE_LIST),
    ];
    let failures: Vec<String> =
        opened.iter().filter_map(|sheets| sheets.as_ref().err()).map(|failure| format!("{failure:#}")).collect();
    if !failures.is_empty() {
        anyhow::bail!("{}", failures.join("\n"));
    }
    let [mut rosters, mut records, mut list] = opened.map(Result::unwrap_or_default);

    let (roster_rows, roster_stopped) = read_all(&mut rosters, flags, end);
    let (record_rows, records_stopped) = read_all(&mut records, flags, end);
    let (list_rows, list_stopped) = read_all(&mut list, flags, end);
    end.notes.extend(records.iter().flat_map(without));
    let mut faults = Vec::new();
    let roster = officers(&roster_rows, flags, settings, &mut faults);
    let courses = (!list.is_empty()).then(|| course_list(&list_rows, flags, settings, &mut faults));
    let texts = Texts::new();
    let looked = look_through::<Completion>(&texts, record_rows.into_iter(), flags, settings, &[]);
    faults.extend(looked.faults);
    let ask = ask_of(flags, settings, StatusSet::default());
    let checked = check(&roster, looked.records.all(), courses.as_ref(), &ask);
    let stopped = roster_stopped.or(records_stopped).or(list_stopped);
    then(Looked { checked, faults, roster, stopped }, end)
}

/// What the records cannot tell for want of a column; that is no fault of their rows.
fn without(sheet: &Sheet) -> Vec<String> {
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

/// The list of approved courses, with what is wrong in it.
fn course_list<'r>(
    batches: &'r [Batch],
    flags: &Flags,
    settings: &Settings,
    faults: &mut Vec<Fault<'r>>,
) -> CourseList {
    let reading = open::reading(flags, settings);
    let mut list = CourseList::default();
    for Batch { path: file, header, rows } in batches {
        for row in rows.iter() {
            let mut said = open::of_row(&row, header, flags.redact);
            list.add(&ApprovedCourse::read(&row, header, &reading, |column, text| {
                said.push(Said::unreadable(&row, &approved::Column::SPECS[column as usize], text, flags.redact));
            }));
            faults.extend(said.into_iter().map(|said| Fault { said, file, ptb_id: None, name: None }));
        }
    }
    list
}

/// A completion of nobody, as a fault of its row: a person must decide whose it is.
pub(crate) fn nobodys<'r>(stranger: Stranger<'r>, redact: bool) -> Fault<'r> {
    let Stranger { ptb_id, name, course, completed, why, file, line } = stranger;
    let course = course.map_or_else(|| "a course without a name".into(), harmless);
    let day = completed.map_or_else(String::new, |day| format!(", completed {}", day_words(day)));
    let message = format!("{course}{day}: {why}");
    let said = Said { status: Status::Review, ..Said::fault(&faults::NOT_ON_ROSTER, line, None, message) };
    Fault { said, file, ptb_id, name: name.filter(|_| !redact) }
}

/// Tells every item of the officers asked about, as a walk tells the answers of rules, and counts it: what an agenda and
/// notices add when there are training records. What a rule of the roster asks for as well is left to that rule.
///
/// # Errors
/// Files that cannot be read, and a listener that fails. A file that breaks off in the middle is returned.
pub(crate) fn each_item(
    rosters: &[String],
    files: &TrainingFiles,
    not_asked: &[NotAsked],
    (flags, settings): (&Flags, &Settings),
    end: &mut End,
    listener: &mut Listener,
) -> anyhow::Result<Option<anyhow::Error>> {
    if files.training.is_empty() {
        return Ok(None);
    }
    if rosters.iter().any(|roster| roster == "-") {
        anyhow::bail!("with --training the roster is read twice, so it cannot be standard input; name a file");
    }
    let mut own = End::default();
    let courses = files.courses.as_ref();
    let stopped = look(rosters, &files.training, courses, flags, settings, &mut own, |looked, _| {
        let Looked { checked, faults, roster, stopped } = looked;
        let select = Select::of(flags);
        let told_by_roster = |item: &Item, file: &str| {
            let of_roster = item.of.rule_of_roster().filter(|rule| flags.asks(rule));
            of_roster.is_some_and(|rule| !not_asked.iter().any(|other| other.rule == rule && other.file == file))
        };
        for (result, row) in checked.results.iter().zip(&roster).filter(|(_, row)| select.takes(&row.record, false)) {
            let asked = result.items.iter().filter(|item| flags.asks(&item.of.rule) && !told_by_roster(item, row.file));
            for item in asked {
                end.summary.count(item.status);
                listener(&finding(result, row, item, flags.redact), row.record.email.map(|email| email.0))?;
            }
        }
        let in_records = faults.iter().filter(|fault| !rosters.iter().any(|roster| roster == fault.file));
        let (mut faulty, nobodys) = (0_i64, checked.strangers.len() as i64);
        for fault in in_records {
            end.summary.count(fault.said.status);
            faulty += 1;
        }
        for (count, what) in [(faulty, "fault"), (nobodys, "completion of nobody on the roster")] {
            if count > 0 {
                let counted = count_words(count, what).replace("rosters", "roster");
                end.notes.push(format!("the training records have {counted}; `muster training check` tells which"));
            }
        }
        Ok(stopped)
    })?;
    // The walk has told of the rosters already.
    end.inputs.extend(own.inputs.into_iter().filter(|input| !rosters.contains(&input.path)));
    let new: Vec<String> = own.notes.into_iter().filter(|note| !end.notes.contains(note)).collect();
    end.notes.extend(new);
    Ok(stopped)
}

/// An item of somebody as a finding.
fn finding<'f>(result: &'f TrainingResult, row: &'f RosterEntry, item: &'f Item, redact: bool) -> Finding<'f> {
    Finding {
        rule: &item.of.rule,
        status: item.status,
        ptb_id: result.ptb_id,
        name: result.name.as_deref().filter(|_| !redact),
        agency: row.record.agency,
        file: result.file,
        line: result.line,
        column: None,
        due: item.due,
        extended: item.due.and_then(calendar::extended),
        days: item.days,
        message: item.message.clone(),
        sources: item.sources,
        notes: Vec::new(),
        change: None,
    }
}
