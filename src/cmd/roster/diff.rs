//! `muster roster diff`: what changed between two rosters, in meaning, and which change needs a Form E.

use crate::check::kept::Kept;
use crate::check::open;
use crate::check::open::Said;
use crate::check::report::Exit;
use crate::check::roster::{Select, Walk, ask_of, officers};
use crate::check::sheet::read_all;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Finding, Status, StatusSet, Tally};
use crate::input::faults::{NOT_COMPARED, UNREADABLE_ROW};
use crate::model::officer::RosterEntry;
use crate::model::officer::{Column, ROSTER, has_column};
use crate::output::destination::Output;
use crate::report::item::{End, Head, List, NotAsked};
use crate::report::layout::person::law_line;
use crate::report::page::diff::ChangedAnswer;
use crate::report::{Format, Report};
use crate::rules::file_rules;
use crate::rules::roster::change::{Change, Kind, Pairs, SOURCES, changes, pair, unreadable_on_one};
use crate::words::{count_words, day_words, tally_words};
use anyhow::bail;
use clap::Args;
use std::collections::{BTreeSet, HashMap};
use std::io::Write;

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

/// The statuses of answers to act on or to look at.
const TOLD: StatusSet = StatusSet::of(&[Status::DueSoon, Status::Review, Status::Unknown, Status::Overdue]);

/// Runs the command.
///
/// # Errors
/// Files that cannot be read, and an output that cannot be written.
pub fn run(args: &DiffArgs, flags: &Flags) -> anyhow::Result<Exit> {
    if args.old == "-" || args.new == "-" {
        bail!("each roster is read twice, so neither can be standard input; name two files");
    }
    let settings = Settings::load(flags)?;
    let files = [args.old.clone(), args.new.clone()];
    let mut sheets = open::open_all(&files, flags, &settings, &ROSTER)?;
    // Everybody is judged, so that who is asked about can be picked when it is known who is who.
    let (before, _) = answers(&args.old, flags, &settings)?;
    let (after, new_answers) = answers(&args.new, flags, &settings)?;

    let mut end = End::default();
    let (old_sheet, new_sheet) = sheets.split_at_mut(1);
    let (old_rows, old_stopped) = read_all(old_sheet, flags, &mut end);
    let (new_rows, new_stopped) = read_all(new_sheet, flags, &mut end);
    let mut stopped = old_stopped.or(new_stopped);
    let mut faults = Vec::new();
    let old = officers(&old_rows, flags, &settings, &mut faults);
    let new = officers(&new_rows, flags, &settings, &mut faults);
    let [has_old, has_new] = [0, 1].map(|at| {
        move |column, sheets: &[crate::input::sheet::Sheet]| {
            sheets.get(at).is_some_and(|sheet| has_column(&sheet.header, column))
        }
    });
    let in_both = |column: &Column| has_old(*column, &sheets) && has_new(*column, &sheets);
    let compared: Vec<Column> = Column::ALL.iter().copied().filter(in_both).collect();
    for (path, other, only) in [(&args.old, &args.new, true), (&args.new, &args.old, false)] {
        let alone = Column::ALL.iter().filter(|column| **column != Column::WholeName);
        let alone: Vec<&str> = alone
            .filter(|column| has_old(**column, &sheets) == only && has_new(**column, &sheets) != only)
            .map(|column| column.name())
            .collect();
        if !alone.is_empty() {
            end.notes.push(format!("not compared, because {other} has no such column: {} ({path})", alone.join(", ")));
        }
    }

    let ask = ask_of(flags, &settings, TOLD);
    let pairs = pair(&old, &new);
    let select = Select::of(flags);
    let mut results = changes(&old, &new, &pairs, &compared, &ask);
    let mut found = not_compared(&old, &new, &pairs, &compared, flags.redact);
    found.extend(changed_answers(before, after, &old, &new, &pairs));
    end.summary = new_answers.summary;
    end.summary.counts(found.iter().filter(|kept| kept.rule == NOT_COMPARED.name).map(|kept| kept.status));
    if !select.is_everybody() {
        let chosen = chosen_rows(&[&old, &new], &pairs, &select);
        results.retain(|change| chosen.contains(&(change.file, change.line)));
        found.retain(|kept| chosen.contains(&(kept.file.as_str(), kept.line)));
        end.summary = counted(&found, chosen.iter().filter(|(file, _)| *file == args.new).count());
        if chosen.is_empty() {
            let nobody = "no record has this PTB ID or agency; nothing was compared";
            end.notes.push(nobody.into());
            stopped = stopped.or_else(|| Some(anyhow::anyhow!(nobody)));
        }
    }
    if flags.redact {
        results.iter_mut().for_each(|change| change.name = None);
    }
    end.notes.dedup();
    end.closing = closing(&results, &found, &pairs, flags);
    let acted = to_act_on(&results, &found, flags);
    let mut output = report(results, &found, end, new_answers.not_asked, flags, &settings)?;
    if let Some(failure) = stopped {
        output.flush()?;
        return Err(failure);
    }
    output.commit()?;
    Ok(if acted { Exit::ToActOn } else { Exit::Calm })
}

/// What a roster is answered: every answer that is told, and what is known at the end.
struct Answered {
    summary: Tally,
    not_asked: Vec<NotAsked>,
}

fn answers(path: &str, flags: &Flags, settings: &Settings) -> anyhow::Result<(Vec<Kept>, Answered)> {
    let mut walk = Walk::open(&[path.to_owned()], flags, settings, TOLD)?;
    walk.ask_everybody();
    let not_asked = walk.not_asked();
    let mut kept = Vec::new();
    let (end, _) = walk.each(&mut |finding: &Finding, _| {
        // What is asked of the agency is no officer's.
        if !file_rules().any(|rule| rule.name == finding.rule) {
            kept.push(Kept::new(finding));
        }
        Ok(())
    })?;
    Ok((kept, Answered { summary: end.summary, not_asked }))
}

/// What could not be compared, as faults: of rows, and of cells that would show whether a Form E is owed.
fn not_compared(
    old: &[RosterEntry],
    new: &[RosterEntry],
    pairs: &Pairs,
    compared: &[Column],
    redact: bool,
) -> Vec<Kept> {
    let kept = |row: &RosterEntry, column: Option<&'static str>, why: String| {
        let said = Said::fault(&NOT_COMPARED, row.line, column, why);
        let name = row.record.full_name().filter(|_| !redact);
        Kept { change: Some("new"), ..Kept::new(&said.finding(row.file, row.record.ptb_id, name.as_deref())) }
    };
    let rows = pairs.unclear.iter().filter_map(|unclear| {
        let row = if unclear.is_new { new } else { old }.get(unclear.row)?;
        Some(kept(row, None, unclear.why.clone()))
    });
    let both = pairs.same.iter().filter_map(|(was, is)| old.get(*was).zip(new.get(*is)));
    let cells = both.flat_map(|(was, is)| {
        let columns = unreadable_on_one(&was.record, &is.record, compared).into_iter();
        columns.map(move |column| {
            let (name, other) = (column.name(), if is.record.is_faulty(column) { "new" } else { "old" });
            (is, name, format!("{name} cannot be read on the {other} roster, so that a change of it cannot be told"))
        })
    });
    let cells: Vec<Kept> = cells.map(|(row, column, why)| kept(row, Some(column), why)).collect();
    rows.chain(cells).collect()
}

/// The answers that only one of the rosters has, `new` or `cleared`, in the order of the new roster, then of the old one.
/// The sentence may change from roster to roster, the answer is the same while rule, status and column are.
fn changed_answers(
    before: Vec<Kept>,
    after: Vec<Kept>,
    old: &[RosterEntry],
    new: &[RosterEntry],
    pairs: &Pairs,
) -> Vec<Kept> {
    let line = |rows: &[RosterEntry], at: usize| rows.get(at).map_or(0, |row| row.line);
    let mut new_line: HashMap<u64, u64> =
        pairs.same.iter().map(|(was, is)| (line(old, *was), line(new, *is))).collect();
    // A row that is no officer's stays what it is where it stands.
    let [old_lines, new_lines] = [old, new].map(|rows| rows.iter().map(|row| row.line).collect::<BTreeSet<u64>>());
    let no_record: BTreeSet<u64> =
        after.iter().map(|kept| kept.line).filter(|line| !new_lines.contains(line)).collect();
    new_line.extend(no_record.difference(&old_lines).map(|line| (*line, *line)));
    let unclear = |is_new: bool, rows: &[RosterEntry]| -> BTreeSet<u64> {
        pairs.unclear.iter().filter(|unclear| unclear.is_new == is_new).map(|unclear| line(rows, unclear.row)).collect()
    };
    let (unclear_old, unclear_new) = (unclear(false, old), unclear(true, new));
    let key = |kept: &Kept, line: u64| (line, kept.rule, kept.status as u8, kept.column.clone());
    let had: BTreeSet<_> = before.iter().filter_map(|kept| Some(key(kept, *new_line.get(&kept.line)?))).collect();
    let has: BTreeSet<_> = after.iter().map(|kept| key(kept, kept.line)).collect();
    let after = after.into_iter().filter(|kept| !unclear_new.contains(&kept.line));
    let news = after.filter(|kept| !had.contains(&key(kept, kept.line)));
    let before = before.into_iter().filter(|kept| !unclear_old.contains(&kept.line));
    let cleared = before.filter(|kept| new_line.get(&kept.line).is_none_or(|line| !has.contains(&key(kept, *line))));
    let mark = |change| move |kept: Kept| Kept { change: Some(change), ..kept };
    news.map(mark("new")).chain(cleared.map(mark("cleared"))).collect()
}

/// The rows of both rosters that speak of officers asked about: both rows of whoever is picked by one of them.
fn chosen_rows<'r>(rosters: &[&[RosterEntry<'r>]; 2], pairs: &Pairs, select: &Select) -> BTreeSet<(&'r str, u64)> {
    let [old, new] = rosters;
    let taken = |row: &RosterEntry| select.takes(&row.record, false);
    let place = |row: &RosterEntry<'r>| (row.file, row.line);
    let mut chosen: BTreeSet<_> = old.iter().chain(*new).filter(|row| taken(row)).map(place).collect();
    for (was, is) in &pairs.same {
        if let Some((was, is)) = old.get(*was).zip(new.get(*is))
            && (taken(was) || taken(is))
        {
            chosen.extend([place(was), place(is)]);
        }
    }
    chosen
}

/// The new answers of a few officers, counted.
fn counted(found: &[Kept], records: usize) -> Tally {
    let mut tally = Tally::default();
    tally.records = records as u64;
    tally.counts(found.iter().filter(|kept| kept.change == Some("new")).map(|kept| kept.status));
    tally
}

/// Whether a Form E is owed or might be, or an answer of a status that was asked for is new.
fn to_act_on(results: &[Change], found: &[Kept], flags: &Flags) -> bool {
    let fails = flags.fail_on(StatusSet::default());
    let never = flags.fail_on.iter().any(|status| status == "none");
    !never
        && (results.iter().any(|change| change.form_e)
            || found.iter().any(|kept| [NOT_COMPARED.name, UNREADABLE_ROW.name].contains(&kept.rule))
            || found.iter().any(|kept| kept.change == Some("new") && fails.has(kept.status)))
}

fn closing(results: &[Change], found: &[Kept], pairs: &Pairs, flags: &Flags) -> Vec<String> {
    let with = |kind: Kind| results.iter().filter(|change| change.change == kind).count();
    let kinds = [Kind::Joined, Kind::Left, Kind::Renamed, Kind::Status, Kind::Other];
    let changes = tally_words("change", kinds.map(|kind| (with(kind), kind.name())));
    let owed: BTreeSet<_> =
        results.iter().filter(|change| change.form_e).map(|change| (change.file, change.line)).collect();
    let of = |change| found.iter().filter(|kept| kept.change == Some(change)).count() as i64;
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
        let who = count_words(owed.len() as i64, "officer");
        lines.push(format!("A Form E is owed for {who}. {}", law_line(&SOURCES)));
    }
    lines
}

fn report(
    mut results: Vec<Change>,
    found: &[Kept],
    end: End,
    not_asked: Vec<NotAsked>,
    flags: &Flags,
    settings: &Settings,
) -> anyhow::Result<Output> {
    let format = settings.format.value;
    crate::check::report::tell_aside(format, flags, &end);
    let head = Head {
        command: "roster diff",
        as_of: flags.as_of(),
        streams: List::Results,
        not_asked: if format == Format::Table { Vec::new() } else { not_asked },
        quiet: flags.quiet,
    };
    let mut output = Output::open(flags.output.as_deref())?;
    let mut report = Report::new(&mut output, format, flags.screen(), head).of_results::<Change>();
    if format == Format::Table {
        // What somebody has to do comes first.
        results.sort_by_key(|change| !change.form_e);
    }
    results.iter().try_for_each(|change| report.result(change))?;
    for kept in found {
        match format {
            Format::Table => report.result(&ChangedAnswer(kept.finding()))?,
            _ => report.finding(&kept.finding())?,
        }
    }
    report.end(&end)?;
    Ok(output)
}
