//! `muster why`: every answer about one officer, the cells it came from, the law, and what would change it.

use crate::check::accepted::{AcceptedFlag, AcceptedList};
use crate::check::open;
use crate::check::person::{Fit, PersonQuery};
use crate::check::report::{Exit, FAILS, Run};
use crate::check::roster::one::OneOfficer;
use crate::check::roster::{Rosters, require_a_rule};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Finding, Status, StatusSet, Tally};
use crate::hint::with_hint;
use crate::input::faults::MISSING_COLUMNS;
use crate::model::matched_id;
use crate::report::layout::person::name_and_id;
use crate::report::page::why::{WhyAnswer, show_officer};
use crate::rules::ask::Ask;
use crate::rules::catalogue;
use crate::words::{count_words, day_words, shown_text};
use anyhow::{Context, anyhow};
use clap::Args;
use std::cmp::Reverse;

/// Explain every answer about one officer
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster why doe roster.xlsx
  muster why \"Doe, Jane\" roster.csv
  muster why 0012890 roster.csv                      by PTB ID
  muster why doe --only firearms-qualification roster.csv
  muster why doe --as-of 2027-01-15 roster.csv       on another day
  muster why doe -f json roster.csv | jq '.results[].changes'

PERSON is a PTB ID, a name, or a part of one; case, accents, commas and
apostrophes do not matter. A whole word counts before the beginning of one, and
that before a part. When several officers fit equally well they are named, and
nothing is answered.

Each answer has its day and the distance to it, the cells that it came from,
the columns that are blank or not in the file, the law, and what would change
it: each change is a single cell that was tried with the rule itself, such as a
course completed today; days of hire and the like are not changed. What does
not apply is listed last, with the reason.
",
    after_long_help = "\
Exit codes: 0 nothing to act on, 1 an answer is overdue or unknown (see
--fail-on), 2 could not run, nobody fits, or several do."
)]
pub struct WhyArgs {
    /// PTB ID, name, or a part of a name
    #[arg(value_name = "PERSON")]
    person: String,

    /// Rosters: workbooks (.xlsx, .xls, .ods), CSV, TSV, JSON or NDJSON; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,

    #[command(flatten)]
    accepted: AcceptedFlag,
}

/// The rows that fit equally well.
#[derive(Default)]
struct Fitting {
    fit: Option<Fit>,
    rows: Vec<FittingRow>,
}

/// A row that fits.
struct FittingRow {
    /// The same in every row of one person.
    person: String,
    /// `Doe, Jane A. (PTB 0012890)`, or the row where neither may be shown.
    shown: String,
    answers: Vec<WhyAnswer<'static>>,
}

/// The most persons who are named when several fit.
const MOST_NAMED: usize = 20;

/// Runs the command.
///
/// # Errors
/// Files that cannot be read, nobody who fits or several, and an output that cannot be written.
pub fn run(args: &WhyArgs, flags: &Flags) -> anyhow::Result<Exit> {
    require_a_rule(flags)?;
    let settings = Settings::load(flags)?;
    let query = PersonQuery::new(&args.person).context("PERSON is a PTB ID, a name, or a part of a name")?;
    let rosters = Rosters::open(&args.files, flags, &settings, StatusSet::of(&Status::ALL));
    let (mut rosters, accepted) = open::both(rosters, AcceptedList::open(&args.accepted, flags, &settings))?;
    rosters.accept(accepted);
    rosters.select(query.clone());
    let run = Run::new("why", flags, &settings).failing_on(FAILS).of_files(rosters.file_facts(&settings));
    let run = run.not_asked(rosters.not_asked());
    let ask = rosters.ask().clone();
    let (mut fitting, mut others) = (Fitting::default(), Vec::new());
    let (mut end, mut stopped) = rosters
        .each_one(&mut |officer| fitting.add(officer, &query, &ask), &mut |finding| others.push(finding.to_owned()))?;
    if let Some(several) = fitting.several(&query) {
        return Err(stopped.unwrap_or(several));
    }
    if end.has_no_records() {
        // Nobody is there, which is told as of every file.
        stopped = None;
        end.notes.pop();
    }
    // Nobody fits, or a file broke off before somebody did.
    if let Some(stopped) = stopped.take_if(|_| fitting.rows.is_empty()) {
        return Err(stopped);
    }
    end.summary = Tally::default();
    let mut answers = Vec::new();
    for row in fitting.rows {
        end.summary.add(&Tally::of_one_record());
        for WhyAnswer { finding, .. } in &row.answers {
            end.summary.count(finding.status);
            if finding.accepted.is_some() {
                end.summary.accept(finding.status);
            }
        }
        answers.extend(row.answers);
    }
    // What is asked once for each file is no answer about an officer; a rule that cannot be asked is told.
    others.retain(|finding: &Finding| finding.rule == MISSING_COLUMNS.name);
    end.summary.counts(others.iter().map(|finding| finding.status));
    if !answers.is_empty() {
        end.closing.push(closing(answers.len(), &end.summary, flags));
    }
    let is_wrong = end.summary.of_any(flags.fail_on(FAILS)) > 0;
    run.report::<WhyAnswer>(|report| {
        others.iter().try_for_each(|finding| report.finding(finding))?;
        if !answers.is_empty() && (is_wrong || !flags.quiet) {
            report.list(&answers, show_officer)?;
        }
        Ok((end, stopped))
    })
}

impl Fitting {
    /// Adds an officer who fits as well as those before; those who fit less are dropped.
    fn add(&mut self, officer: OneOfficer, query: &PersonQuery, ask: &Ask) {
        let Some((fit, person, name)) = officer.row.officer(ask, |officer| {
            let name = officer.full_name();
            let fit = query.fit(officer.ptb_id, name.as_deref())?;
            let person = officer.ptb_id.map_or_else(|| name.clone().unwrap_or_default(), |id| matched_id(id).into());
            Some((fit, person, name_and_id(name.as_deref().filter(|_| !ask.redact), officer.ptb_id)))
        }) else {
            return;
        };
        if self.fit.is_some_and(|best| best < fit) {
            return;
        }
        if self.fit != Some(fit) {
            *self = Self { fit: Some(fit), rows: Vec::new() };
        }
        let place =
            || officer.findings.first().map_or_else(String::new, |first| first.place.record_words().to_string());
        let shown = name.unwrap_or_else(place);
        self.rows.push(FittingRow { person, shown, answers: answers(officer, ask) });
    }

    /// Returns the error that several persons fit.
    fn several(&self, query: &PersonQuery) -> Option<anyhow::Error> {
        let mut persons: Vec<(&str, &str)> = Vec::new();
        for row in &self.rows {
            if persons.iter().all(|(person, _)| *person != row.person) {
                persons.push((&row.person, &row.shown));
            }
        }
        let mut named: Vec<&str> = persons.iter().take(MOST_NAMED).map(|(_, shown)| *shown).collect();
        if persons.len() > MOST_NAMED {
            named.push("and others");
        }
        let count = count_words(persons.len() as i64, "officer");
        let problem = format!("{count} fit {:?}: {}", shown_text(&query.given), named.join("; "));
        (persons.len() > 1)
            .then(|| anyhow!(with_hint(problem, "name one of them by the PTB ID, or by more of the name")))
    }
}

/// Returns the count of the answers: `19 answers on 21 Nov 2026: 1 overdue, 1 open, 9 met, 8 not applicable.`
fn closing(answers: usize, summary: &Tally, flags: &Flags) -> String {
    let parts = Status::ALL.into_iter().rev().map(|status| (summary.of(status), status.words()));
    let parts: Vec<String> =
        parts.filter(|(count, _)| *count > 0).map(|(count, words)| format!("{count} {words}")).collect();
    format!("{} on {}: {}.", count_words(answers as i64, "answer"), day_words(flags.as_of()), parts.join(", "))
}

/// Returns the answers about an officer, worst first.
fn answers(officer: OneOfficer, ask: &Ask) -> Vec<WhyAnswer<'static>> {
    let OneOfficer { findings, row } = officer;
    let mut answers: Vec<WhyAnswer> = findings
        .into_iter()
        .map(|finding| {
            let rule = catalogue().find(|rule| rule.name == finding.rule);
            let is_calm = matches!(finding.status, Status::Met | Status::NotApplicable);
            WhyAnswer {
                cells: rule.map_or_else(Vec::new, |rule| row.cells_of(rule, ask.redact)),
                absent: rule.map_or_else(Vec::new, |rule| row.absent(rule)),
                changes: rule.filter(|_| !is_calm).map_or_else(Vec::new, |rule| row.changes(rule, ask)),
                finding: Finding { agency: finding.agency.clone().filter(|_| !ask.redact), ..finding }.to_owned(),
            }
        })
        .collect();
    answers.sort_by_key(|answer| (Reverse(answer.finding.status), answer.finding.days.unwrap_or(i64::MAX)));
    answers
}
