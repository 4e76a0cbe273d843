//! `muster roster diff`: what changed between two rosters, in meaning, and which change needs a Form E.

use crate::check::file_facts::FileFacts;
use crate::check::open;
use crate::check::report::{Ended, Exit, Run, Writing};
use crate::check::roster::judge::is_selected;
use crate::check::roster::officers::officers;
use crate::check::roster::{Rosters, ask_of, require_a_rule};
use crate::check::select::Selection;
use crate::check::sheet::SheetRows;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Finding, Place, Status, StatusSet, Tally};
use crate::input::faults::{DUPLICATE, MISSING_COLUMNS, NOT_COMPARED, UNREADABLE_ROW};
use crate::input::sheet::Sheet;
use crate::model::officer::{Column, ROSTER, RosterEntry, has_column};
use crate::model::spelled_in_two_ways;
use crate::report::item::{End, NotAsked};
use crate::report::layout::person::law_line;
use crate::rules::ask::Ask;
use crate::rules::file_rules;
use crate::rules::roster::change::{Change, ChangeKind, SOURCES, changes, unreadable_on_one};
use crate::rules::roster::pairs::{Pairs, pair};
use crate::rules::roster::portal::esign;
use crate::words::{STANDARD_INPUT, count_words, day_words, tally_words};
use anyhow::{anyhow, bail};
use clap::Args;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

/// Compare two rosters, and show which changes need a Form E
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster roster diff spring.csv autumn.csv
  muster roster diff -f csv spring.csv autumn.csv > changes.csv
  muster roster diff --fail-on none spring.csv autumn.csv
  muster roster diff --agency Millbrook spring.csv autumn.csv

Rows are matched by PTB ID and agency, in any order; where an ID is missing,
by last name, first name and birth date. Officers that cannot be told apart
are reported as not-compared. Cells are compared by meaning: 1/31/2026 equals
2026-01-31, FT equals full-time, and a column that only one roster has is no
change.

A Notice of Appointment/Separation (Form E) is owed for everyone who joined or
left, for a changed name, and for a changed employment status: employment,
discipline, a separation, another agency. A changed employment or discipline
also needs a new waiver request. A new last name may move the day of the
signature on the portal; the change then says so.

Below the changes are the answers of `muster roster check` that are new or
cleared. For birth dates and addresses, which are private, the report says
that they changed, and shows neither the old value nor the new one.
",
    after_long_help = "\
Exit codes: 0 no Form E is owed, 1 one is owed or, because something could not
be compared, might be, 2 could not run. With --fail-on STATUS also 1 when an
answer of that status is new; with --fail-on none never 1."
)]
pub struct DiffArgs {
    /// Earlier roster
    #[arg(value_name = "OLD")]
    old: String,

    /// Later roster
    #[arg(value_name = "NEW")]
    new: String,
}

/// Answers to act on, or to look at.
const COMPARED: StatusSet = StatusSet::of(&[Status::DueSoon, Status::Review, Status::Unknown, Status::Overdue]);

/// Runs the command.
///
/// # Errors
/// Files that cannot be read, and an output that cannot be written.
pub fn run(args: &DiffArgs, flags: &Flags) -> anyhow::Result<Exit> {
    if args.old == STANDARD_INPUT || args.new == STANDARD_INPUT {
        bail!("each roster is read twice, so neither can be standard input; name two files");
    }
    require_a_rule(flags)?;
    let settings = Settings::load(flags)?;
    let files: [String; 2] = open::both(open::one_file(&args.old), open::one_file(&args.new))?.into();
    let [old_path, new_path] = &files;
    let mut sheets = open::open_all(&files, flags, &settings, &ROSTER)?;
    let facts = FileFacts::of(&sheets, &settings);
    // Everybody is judged: which officers are selected is only known when rows have been matched.
    let mut missing: Vec<Finding> = Vec::new();
    let (mut answers_before, _, not_asked_before) = answers(old_path, flags, &settings)?;
    let (mut answers_now, summary, not_asked) = answers(new_path, flags, &settings)?;

    for answers in [&mut answers_before, &mut answers_now] {
        // A rule asked for by name that a roster lacks the columns for is about neither change nor officer.
        missing.extend(answers.extract_if(.., |finding| finding.place.is_file()));
    }
    missing.iter_mut().for_each(|finding| finding.change = Some("new"));
    let mut end = End { summary, ..End::default() };
    let (old_sheet, new_sheet) = sheets.split_at_mut(1);
    let old_rows = SheetRows::read(old_sheet, flags, &mut end);
    let new_rows = SheetRows::read(new_sheet, flags, &mut end);
    // Faults of rows are among the answers already.
    let (shifted_old, old) = shifted_apart(officers(old_rows.batches(), flags, &settings, &mut Vec::new()));
    let (shifted_new, new) = shifted_apart(officers(new_rows.batches(), flags, &settings, &mut Vec::new()));
    let compared = compared_columns(old_path, new_path, &sheets, &mut end);

    for (other, left_out) in [(old_path, &not_asked_before), (new_path, &not_asked)] {
        let alone = asked_of_one_alone(left_out, if other == old_path { &not_asked } else { &not_asked_before });
        for answers in [&mut answers_before, &mut answers_now] {
            answers.retain(|finding| !alone.contains(finding.rule));
        }
        if !alone.is_empty() {
            let rules: Vec<&str> = alone.into_iter().collect();
            end.notes.push(format!(
                "not compared, because {other} has no columns for them: the answers of {}",
                rules.join(", ")
            ));
        }
    }
    let ask = ask_of(flags, &settings, COMPARED);
    let pairs = pair(&old, &new);
    decide_new_names(&mut answers_now, &old, &new, &pairs, &ask, &mut end.summary);
    let selection = Selection::of(flags);
    let mut results = changes(&old, &new, &pairs, &compared, &ask);
    let mut found = not_compared(&old, &new, &pairs, &compared, flags.redact);
    found.extend(shifted_old.iter().chain(&shifted_new).map(not_matched));
    end.summary.counts(found.iter().map(|finding| finding.status));
    found.extend(missing);
    found.extend(changed_answers(answers_before, answers_now, &old, &new, &pairs));
    let mut stopped = old_rows.stopped.as_ref().or(new_rows.stopped.as_ref()).map(|failure| anyhow!("{failure:#}"));
    if !selection.is_everything() {
        let selected = selected_rows(&[&old, &new], &pairs, &selection);
        results.retain(|change| selected.contains(&(change.file, change.line)));
        found.retain(|finding| selected.contains(&(&*finding.place.file, finding.place.line)));
        end.summary = counted(&found, selected.iter().filter(|(file, _)| *file == new_path).count());
        selection.stop_if_nothing(!selected.is_empty(), ("record", "compared"), &mut end, &mut stopped);
    }
    if flags.redact {
        results.iter_mut().for_each(|change| change.name = None);
    }
    let ids = |(was, is): &(usize, usize)| old[*was].record.ptb_id.zip(new[*is].record.ptb_id);
    end.notes.extend(spelled_in_two_ways(pairs.same.iter().filter_map(ids), flags.redact));
    end.notes.dedup();
    end.closing = closing(&results, &found, &pairs, flags);
    let to_act_on = is_to_act_on(&results, &found, flags);
    let run = Run::new("roster diff", flags, &settings).of_files(facts);
    write(results, &found, (end, stopped), not_asked, to_act_on, run)
}

/// Returns the answers of a roster to be compared, the count of all answers, and the rules that were not asked.
fn answers(
    path: &str,
    flags: &Flags,
    settings: &Settings,
) -> anyhow::Result<(Vec<Finding<'static>>, Tally, Vec<NotAsked>)> {
    let mut rosters = Rosters::open(&[path.to_owned()], flags, settings, COMPARED)?;
    rosters.select_everything();
    let not_asked = rosters.not_asked();
    let mut answers = Vec::new();
    let (end, _) = rosters.each_finding(&mut |finding: &Finding, _| {
        // Answers about the agency belong to no officer.
        if !file_rules().any(|rule| rule.name == finding.rule) {
            answers.push(finding.to_owned());
        }
        Ok(())
    })?;
    Ok((answers, end.summary, not_asked))
}

/// Returns the rules that are not asked of one roster and are asked of the other (settled 199).
fn asked_of_one_alone(left_out: &[NotAsked], other: &[NotAsked]) -> BTreeSet<&'static str> {
    let there: BTreeSet<&str> = other.iter().map(|rule| rule.rule).collect();
    left_out.iter().map(|rule| rule.rule).filter(|rule| !there.contains(rule)).collect()
}

/// Turns the answer about the signature of an officer with a new last name into `review`, where only the new name is
/// overdue (settled 143).
fn decide_new_names(
    answers: &mut [Finding],
    old: &[RosterEntry],
    new: &[RosterEntry],
    pairs: &Pairs,
    ask: &Ask,
    summary: &mut Tally,
) {
    let both = pairs.same.iter().filter_map(|(was, is)| old.get(*was).zip(new.get(*is)));
    let moved: HashMap<u64, esign::MovedByName> = both
        .filter_map(|(was, is)| Some((is.line, esign::overdue_by_new_name(&was.record, &is.record, ask)?)))
        .collect();
    let of_signature = answers.iter_mut().filter(|finding| finding.rule == esign::ESIGN_VERIFICATION.name);
    for finding in of_signature.filter(|finding| finding.status == Status::Overdue) {
        if let Some(moved) = moved.get(&finding.place.line) {
            summary.recount(finding.status, Status::Review);
            (finding.status, finding.message) = (Status::Review, Cow::Owned(moved.sentence()));
            (finding.due, finding.days, finding.extended) = (None, None, None);
            finding.notes.clear();
        }
    }
}

/// Separates the shifted rows, which are matched to no officer (settled 187), from the others.
fn shifted_apart(rows: Vec<RosterEntry<'_>>) -> (Vec<RosterEntry<'_>>, Vec<RosterEntry<'_>>) {
    rows.into_iter().partition(|row| row.record.is_shifted())
}

/// Returns the fault of a shifted row.
fn not_matched<'r>(row: &RosterEntry<'r>) -> Finding<'r> {
    let why = "the cells of this row are shifted, so that it is matched to no officer";
    Finding { change: Some("new"), ..NOT_COMPARED.finding(Place::record(row.file, row.line).in_sheet(row.sheet), why) }
}

/// Returns the columns that both rosters have; columns of one roster alone are noted.
fn compared_columns(old: &str, new: &str, sheets: &[Sheet], end: &mut End) -> Vec<Column> {
    let has = |index: usize, column: &Column| {
        sheets.get(index).is_some_and(|sheet: &Sheet| has_column(&sheet.header, *column))
    };
    for (path, this, other, that) in [(old, 0, new, 1), (new, 1, old, 0)] {
        let columns = Column::ALL.iter().filter(|column| **column != Column::WholeName);
        let alone: Vec<&str> =
            columns.filter(|column| has(this, column) && !has(that, column)).map(|column| column.name()).collect();
        if !alone.is_empty() {
            end.notes.push(format!("not compared, because {other} has no such column: {} ({path})", alone.join(", ")));
        }
    }
    Column::ALL.iter().copied().filter(|column| has(0, column) && has(1, column)).collect()
}

/// Returns faults for what could not be compared: rows, and cells that would show whether a Form E is owed.
fn not_compared<'r>(
    old: &[RosterEntry<'r>],
    new: &[RosterEntry<'r>],
    pairs: &Pairs,
    compared: &[Column],
    redact: bool,
) -> Vec<Finding<'r>> {
    let finding = |row: &RosterEntry<'r>, column: Option<&'static str>, why: String| Finding {
        ptb_id: row.record.ptb_id.map(Cow::Borrowed),
        name: row.record.full_name().filter(|_| !redact).map(Cow::Owned),
        change: Some("new"),
        ..NOT_COMPARED.finding(Place::record(row.file, row.line).in_sheet(row.sheet).at(column), why)
    };
    let rows = pairs.unclear.iter().filter_map(|unclear| {
        let row = if unclear.is_new { new } else { old }.get(unclear.row)?;
        Some(finding(row, None, unclear.why.clone()))
    });
    let both = pairs.same.iter().filter_map(|(was, is)| old.get(*was).zip(new.get(*is)));
    let cells = both.flat_map(|(was, is)| {
        let columns = unreadable_on_one(&was.record, &is.record, compared).into_iter();
        columns.map(move |column| {
            let (name, other) = (column.name(), if is.record.is_faulty(column) { "new" } else { "old" });
            let why = format!("{name} cannot be read on the {other} roster, so that a change of it would not show");
            finding(is, Some(name), why)
        })
    });
    rows.chain(cells).collect()
}

/// Returns the answers that only one of the rosters has, marked `new` or `cleared`, in the order of the new roster,
/// then of the old one. An answer is the same while rule, status and column are, whatever its sentence says.
fn changed_answers<'f>(
    before: Vec<Finding<'f>>,
    now: Vec<Finding<'f>>,
    old: &[RosterEntry],
    new: &[RosterEntry],
    pairs: &Pairs,
) -> impl Iterator<Item = Finding<'f>> {
    let line = |rows: &[RosterEntry], index: usize| rows.get(index).map_or(0, |row| row.line);
    let mut new_line: HashMap<u64, u64> =
        pairs.same.iter().map(|(was, is)| (line(old, *was), line(new, *is))).collect();
    // A row that is no officer is taken for the same row while it keeps its line.
    let [old_lines, new_lines] = [old, new].map(|rows| rows.iter().map(|row| row.line).collect::<BTreeSet<u64>>());
    let no_officer: BTreeSet<u64> =
        now.iter().map(|finding| finding.place.line).filter(|line| !new_lines.contains(line)).collect();
    new_line.extend(no_officer.difference(&old_lines).map(|line| (*line, *line)));
    // A row that stands twice is one officer (settled 199): its answers are those of the first row.
    let mut repeated = [old, new].map(|_| BTreeSet::new());
    for (side, rows) in [old, new].into_iter().enumerate() {
        repeated[side].extend(pairs.repeated[side].iter().map(|(_, row)| line(rows, *row)));
    }
    for (was, is) in pairs.repeated_on_both() {
        new_line.insert(line(old, was), line(new, is));
    }
    let [repeated_old, repeated_new] = repeated;
    let unclear = |is_new: bool, rows: &[RosterEntry]| -> BTreeSet<u64> {
        pairs.unclear.iter().filter(|unclear| unclear.is_new == is_new).map(|unclear| line(rows, unclear.row)).collect()
    };
    let (unclear_old, unclear_new) = (unclear(false, old), unclear(true, new));
    let key =
        |finding: &Finding<'f>, line: u64| (line, finding.rule, finding.status as u8, finding.place.column.clone());
    let had: BTreeSet<_> = before.iter().filter_map(|it| Some(key(it, *new_line.get(&it.place.line)?))).collect();
    let has: BTreeSet<_> = now.iter().map(|finding| key(finding, finding.place.line)).collect();
    let of_first_row =
        |it: &Finding, repeated: &BTreeSet<u64>| repeated.contains(&it.place.line) && it.rule != DUPLICATE.name;
    let is_new = move |it: &Finding<'f>| {
        !unclear_new.contains(&it.place.line)
            && !of_first_row(it, &repeated_new)
            && !had.contains(&key(it, it.place.line))
    };
    let is_cleared = move |it: &Finding<'f>| {
        !unclear_old.contains(&it.place.line)
            && !of_first_row(it, &repeated_old)
            && new_line.get(&it.place.line).is_none_or(|line| !has.contains(&key(it, *line)))
    };
    let mark = |change| move |finding: Finding<'f>| Finding { change: Some(change), ..finding };
    let news = now.into_iter().filter(is_new).map(mark("new"));
    news.chain(before.into_iter().filter(is_cleared).map(mark("cleared")))
}

/// Returns the rows of both rosters about selected officers: both rows of an officer of whom one row is selected.
fn selected_rows<'r>(
    rosters: &[&[RosterEntry<'r>]; 2],
    pairs: &Pairs,
    selection: &Selection,
) -> BTreeSet<(&'r str, u64)> {
    let [old, new] = rosters;
    let is_taken = |row: &RosterEntry| is_selected(&row.record, false, selection);
    let place = |row: &RosterEntry<'r>| (row.file, row.line);
    let mut selected: BTreeSet<_> = old.iter().chain(*new).filter(|row| is_taken(row)).map(place).collect();
    for (was, is) in &pairs.same {
        if let Some((was, is)) = old.get(*was).zip(new.get(*is))
            && (is_taken(was) || is_taken(is))
        {
            selected.extend([place(was), place(is)]);
        }
    }
    selected
}

/// Counts the new answers about selected officers.
fn counted(found: &[Finding], records: usize) -> Tally {
    let mut tally = Tally::default();
    tally.records = records as u64;
    tally.counts(found.iter().filter(|finding| finding.change == Some("new")).map(|finding| finding.status));
    tally
}

/// Faults that leave it open whether something is to act on.
const UNCLEAN: [&str; 3] = [NOT_COMPARED.name, UNREADABLE_ROW.name, MISSING_COLUMNS.name];

/// Returns whether a Form E is owed or might be, or an answer of a status in `--fail-on` is new.
fn is_to_act_on(results: &[Change], found: &[Finding], flags: &Flags) -> bool {
    let fails = flags.fail_on(StatusSet::default());
    let never = flags.fail_on.iter().any(|status| status == "none");
    !never
        && (results.iter().any(|change| change.form_e)
            || found.iter().any(|finding| UNCLEAN.contains(&finding.rule))
            || found.iter().any(|finding| finding.change == Some("new") && fails.has(finding.status)))
}

fn closing(results: &[Change], found: &[Finding], pairs: &Pairs, flags: &Flags) -> Vec<String> {
    let with = |kind: ChangeKind| results.iter().filter(|change| change.change == kind).count();
    let kinds = [ChangeKind::Joined, ChangeKind::Left, ChangeKind::Renamed, ChangeKind::Status, ChangeKind::Other];
    let changes = tally_words("change", kinds.map(|kind| (with(kind), kind.name())));
    let owed: BTreeSet<_> =
        results.iter().filter(|change| change.form_e).map(|change| (change.file, change.line)).collect();
    let of = |change| found.iter().filter(|finding| finding.change == Some(change)).count() as i64;
    let both = count_words(pairs.same.len() as i64, "officer");
    let mut lines = vec![
        format!("{both} on both rosters. {changes}"),
        format!(
            "On {}: {} and {} cleared.",
            day_words(flags.as_of()),
            count_words(of("new"), "new answer"),
            of("cleared")
        ),
    ];
    if !owed.is_empty() {
        let officers = count_words(owed.len() as i64, "officer");
        lines.push(format!("A Form E is owed for {officers}. {}", law_line(&SOURCES)));
    }
    lines
}

fn write(
    mut results: Vec<Change>,
    found: &[Finding],
    ended: Ended,
    not_asked: Vec<NotAsked>,
    to_act_on: bool,
    mut run: Run,
) -> anyhow::Result<Exit> {
    let is_page = run.format.is_page();
    if is_page {
        // A Form E to send comes first.
        results.sort_by_key(|change| !change.form_e);
    } else {
        run = run.not_asked(not_asked);
    }
    let fill = |report: &mut Writing| {
        results.iter().try_for_each(|change| report.result(change))?;
        for finding in found {
            match is_page {
                true => report.result(finding)?,
                false => report.finding(finding)?,
            }
        }
        Ok(ended)
    };
    run.report_then::<Change>(fill, |_| to_act_on)
}
