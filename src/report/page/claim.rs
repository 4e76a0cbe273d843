//! Claims for reimbursement for people and spreadsheets: the sheet of one claim, a row a line, what many come to.

use crate::finding::Status;
use crate::report::Format;
use crate::report::item::{Outcome, Rows, Value};
use crate::report::layout::page::Page;
use crate::report::layout::screen::{BOLD, Screen, cell, status_style, tinted};
use crate::rules::claim::form::Form;
use crate::rules::claim::result::{ClaimResult, Decision, LineOutcome, LineResult};
use crate::values::money::Cents;
use crate::words::shown_path;
use crate::words::{count_words, day_words, harmless, thousands};
use chrono::NaiveDate;
use comfy_table::{Cell, CellAlignment, ColumnConstraint};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The sources that decide come first; machine formats have them all.
const SOURCES_SHOWN: usize = 2;
/// Columns that the reasons in a ledger need at least.
const LEAST_WHY: usize = 24;

/// The answer about a claim, and where the claim stands.
#[derive(Debug, Serialize)]
pub struct ClaimSheet<'f> {
    /// The answer.
    #[serde(flatten)]
    pub result: ClaimResult,
    /// The trainee's PTB ID, as recorded.
    #[serde(skip)]
    pub ptb_id: Option<&'f str>,
    /// The file as it was named on the command line.
    #[serde(skip)]
    pub file: &'f str,
    /// Physical line on which the claim begins, or index in a JSON array from 1.
    #[serde(skip)]
    pub line: u64,
    /// The unit of government that claims.
    #[serde(skip)]
    pub agency: Option<&'f str>,
    /// The day on which the claim was handed in.
    #[serde(skip)]
    pub submitted: Option<NaiveDate>,
    /// The day asked about.
    #[serde(skip)]
    pub as_of: NaiveDate,
}

const HEAD: [&str; 8] = ["claim_id", "name", "course", "form", "fiscal_year", "due", "decision", "reasons"];
const LINE: [&str; 8] = ["number", "kind", "claimed", "eligible", "reimbursed", "outcome", "why", "sources"];
const REST: [&str; 5] = ["claimed_total", "eligible_total", "reimbursed_total", "sources", "notes"];

impl Rows for ClaimSheet<'_> {
    fn columns() -> Vec<String> {
        let lines = LINE.map(|part| format!("lines.{part}"));
        HEAD.map(str::to_owned).into_iter().chain(lines).chain(REST.map(str::to_owned)).collect()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        let result = &self.result;
        let sources: Vec<String> = result.sources.iter().map(ToString::to_string).collect();
        let head = [
            Value::foreign(result.claim_id.as_deref()),
            Value::foreign(result.name.as_deref()),
            Value::foreign(result.course.as_deref()),
            Value::own_or_empty(result.form.map(Form::name)),
            Value::own_or_empty(result.fiscal_year),
            Value::own_or_empty(result.due),
            Value::own(result.decision.name()),
            Value::foreign(Some(&result.reasons.join("; "))),
        ];
        let rest = [
            Value::own_or_empty(result.claimed_total),
            Value::own_or_empty(result.eligible_total),
            Value::own_or_empty(result.reimbursed_total),
            Value::own(sources.join("; ")),
            Value::foreign(Some(&result.notes.join("; "))),
        ];
        let row = |line: [Value; LINE.len()]| head.iter().cloned().chain(line).chain(rest.iter().cloned()).collect();
        if result.lines.is_empty() {
            return vec![row(std::array::from_fn(|_| Value::own("")))];
        }
        result.lines.iter().map(|line| row(values(line))).collect()
    }

    fn for_people() -> Vec<usize> {
        let shown = [
            "claim_id",
            "name",
            "course",
            "form",
            "fiscal_year",
            "due",
            "decision",
            "reasons",
            "claimed_total",
            "eligible_total",
            "reimbursed_total",
            "notes",
        ];
        let of_line = ["number", "kind", "claimed", "eligible", "reimbursed", "outcome", "why"];
        let is_shown = |name: &str| match name.strip_prefix("lines.") {
            Some(part) => of_line.contains(&part),
            None => shown.contains(&name),
        };
        Self::columns().iter().enumerate().filter(|(_, name)| is_shown(name)).map(|(at, _)| at).collect()
    }
}

fn values(line: &LineResult) -> [Value; LINE.len()] {
    [
        Value::own(line.number),
        Value::own_or_empty(line.kind),
        Value::own_or_empty(line.claimed),
        Value::own_or_empty(line.eligible),
        Value::own_or_empty(line.reimbursed),
        Value::own(line.outcome.name()),
        Value::foreign(Some(&line.why)),
        Value::own(line.sources.join("; ")),
    ]
}

impl Outcome for ClaimSheet<'_> {
    fn show(&self, page: &mut Page) {
        page.block(|to, screen| self.write(to, screen));
    }
}

impl ClaimSheet<'_> {
    fn write(&self, to: &mut Vec<u8>, screen: &Screen) -> io::Result<()> {
        let result = &self.result;
        screen.paragraph(to, 2, &[(BOLD, &self.title())])?;
        let about = [result.course.as_deref(), self.agency].into_iter().flatten().collect::<Vec<_>>().join(", ");
        if !about.is_empty() {
            screen.plain(to, 2, &about)?;
        }
        screen.plain(to, 2, &self.form_and_day())?;
        for (decision, reason) in result.decisions.iter().zip(&result.reasons) {
            let style = status_style(decision.status());
            screen.paragraph(to, 2, &[(style, &format!("{}:", decision.name())), (anstyle::Style::new(), reason)])?;
        }
        if !result.lines.is_empty() {
            writeln!(to)?;
            self.ledger(to, screen)?;
        }
        writeln!(to)?;
        for note in &result.notes {
            screen.plain(to, 2, &format!("note: {note}"))?;
        }
        let mut sources: Vec<String> = result.sources.iter().take(SOURCES_SHOWN).map(ToString::to_string).collect();
        if result.sources.len() > SOURCES_SHOWN {
            sources.push(format!("and {} more", result.sources.len() - SOURCES_SHOWN));
        }
        screen.plain(to, 2, &sources.join("; "))
    }

    /// `Claim 2026-014: Doe, Jane A. (PTB 0013102), claims.csv line 2`
    fn title(&self) -> String {
        let id = self.ptb_id.map(|id| format!("PTB {id}"));
        let who = match (self.result.name.as_deref(), id) {
            (Some(name), Some(id)) if name != id => Some(format!("{name} ({id})")),
            (Some(name), _) => Some(name.to_owned()),
            (None, id) => id,
        };
        let id = self.result.claim_id.as_deref().map_or_else(|| "Claim".into(), |id| format!("Claim {id}"));
        let place = format!("{} line {}", shown_path(self.file), self.line);
        harmless(&match who {
            Some(who) => format!("{id}: {who}, {place}"),
            None => format!("{id}, {place}"),
        })
        .into_owned()
    }

    /// `Form basic, fiscal year 2026. Last safe day 14 Jul 2026, 53 days left.`
    fn form_and_day(&self) -> String {
        let form = self.result.form.map_or("not known", Form::name);
        let Some((year, due)) = self.result.fiscal_year.zip(self.result.due) else {
            return format!("Form {form}. The last safe day is not known.");
        };
        let left = (due - self.as_of).num_days();
        let day = day_words(due);
        let when = match (self.submitted, left) {
            (Some(submitted), ..) => format!("Handed in on {}; the last safe day is {day}.", day_words(submitted)),
            (None, ..0) => format!("The last safe day was {day}, {} ago.", count_words(-left, "day")),
            (None, 0) => format!("The last safe day is today, {day}."),
            (None, 1..) => format!("The last safe day is {day}, {} left.", count_words(left, "day")),
        };
        format!("Form {form}, fiscal year {year}. {when}")
    }

    /// The lines with their sums; on a narrow screen as a list, so that no figure is broken.
    fn ledger(&self, to: &mut Vec<u8>, screen: &Screen) -> io::Result<()> {
        let result = &self.result;
        let head = ["", "line", "claimed", "eligible", "pays"].map(str::to_owned);
        let figures = |line: &LineResult| {
            let [claimed, eligible, pays] = [line.claimed, line.eligible, line.reimbursed].map(figure);
            [line.number.to_string(), line.kind.unwrap_or("?").to_owned(), claimed, eligible, pays]
        };
        let [claimed, eligible, pays] =
            [result.claimed_total, result.eligible_total, result.reimbursed_total].map(figure);
        let total = [String::new(), "total".to_owned(), claimed, eligible, pays];
        let rows: Vec<[String; 5]> = result.lines.iter().map(figures).collect();
        let all = || rows.iter().chain([&head, &total]);
        let widths: usize = (0..5).filter_map(|at| all().map(|row| row[at].len() + 2).max()).sum();
        if screen.width < widths + LEAST_WHY {
            return list(to, screen, &result.lines, &rows, &total);
        }
        let mut table = screen.plain_table();
        table.set_header(head.iter().map(String::as_str).chain(["why"]));
        for (line, [number, kind, sums @ ..]) in result.lines.iter().zip(&rows) {
            let colored = |text: &String| match line.outcome {
                LineOutcome::Allowed => Cell::new(text),
                LineOutcome::Capped => tinted(Cell::new(text), Status::DueSoon),
                LineOutcome::Refused => tinted(Cell::new(text), Status::Overdue),
                LineOutcome::Unknown => tinted(Cell::new(text), Status::Unknown),
            };
            let sources =
                if line.sources.is_empty() { String::new() } else { format!("\n{}", line.sources.join("; ")) };
            let why = cell(&format!("{}: {}{sources}", line.outcome.name(), line.why));
            let row = [Cell::new(number), Cell::new(kind)].into_iter().chain(sums.iter().map(colored)).chain([why]);
            table.add_row(row);
        }
        table.add_row(&total);
        for column in table.column_iter_mut().take(5) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
        for column in [0, 2, 3, 4] {
            if let Some(column) = table.column_mut(column) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        screen.write_table(to, table, None)
    }
}

fn list(
    to: &mut Vec<u8>,
    screen: &Screen,
    lines: &[LineResult],
    rows: &[[String; 5]],
    total: &[String; 5],
) -> io::Result<()> {
    let sums = |[_, what, claimed, eligible, pays]: &[String; 5]| {
        format!("{what}: claimed {claimed}, eligible {eligible}, pays {pays}")
    };
    for (line, row) in lines.iter().zip(rows) {
        screen.plain(to, 3, &format!("{}. {}", row[0], sums(row)))?;
        screen.block(to, 3, &format!("{}: {}", line.outcome.name(), line.why))?;
        if !line.sources.is_empty() {
            screen.block(to, 3, &line.sources.join("; "))?;
        }
    }
    screen.plain(to, 3, &sums(total))
}

/// A sum in a ledger; one that is not known is not invented.
fn figure(sum: Option<Cents>) -> String {
    sum.map_or_else(|| "?".into(), Cents::grouped)
}

/// What claims of one form and fiscal year come to.
#[derive(Debug, Default)]
struct Sums {
    claims: i64,
    claimed: Vec<Cents>,
    claimed_unknown: i64,
    pays: Vec<Cents>,
    to_review: Vec<Cents>,
    pays_unknown: i64,
}

/// What many claims come to, in sentences: how many of each decision, then the sums by form and fiscal year.
#[derive(Debug, Default)]
pub struct Totals {
    decisions: BTreeMap<Decision, i64>,
    sums: BTreeMap<(Option<i32>, Option<Form>), Sums>,
}

impl Totals {
    /// Adds the answer about a claim.
    pub fn add(&mut self, result: &ClaimResult) {
        *self.decisions.entry(result.decision).or_default() += 1;
        let sums = self.sums.entry((result.fiscal_year, result.form)).or_default();
        sums.claims += 1;
        match result.claimed_total {
            Some(sum) => sums.claimed.push(sum),
            None => sums.claimed_unknown += 1,
        }
        match (result.reimbursed_total, result.decision) {
            (Some(sum), Decision::Review) => sums.to_review.push(sum),
            (Some(sum), _) => sums.pays.push(sum),
            (None, _) => sums.pays_unknown += 1,
        }
    }

    /// The sentences; of one claim the sheet has said them already, where there is a sheet.
    pub fn sentences(&self, as_of: NaiveDate, format: Format) -> Vec<String> {
        let claims: i64 = self.decisions.values().sum();
        if claims == 0 || (claims == 1 && format == Format::Table) {
            return Vec::new();
        }
        let worst_first = self.decisions.iter().rev();
        let counts: Vec<String> =
            worst_first.map(|(decision, count)| format!("{} {}", thousands(*count), decision.name())).collect();
        let lead = format!("{} judged on {}: {}.", count_words(claims, "claim"), day_words(as_of), counts.join(", "));
        let rows = self.sums.iter().map(|((year, form), sums)| {
            let form = form.map_or("not known", Form::name);
            let year = year.map_or_else(|| "not known".into(), |year| year.to_string());
            format!("Fiscal year {year}, form {form}: {}.", sums.words())
        });
        std::iter::once(lead).chain(rows).collect()
    }
}

impl Sums {
    /// `2 claims; claimed: 507.00 and 1 sum not known; pays: not known`
    fn words(&self) -> String {
        let claims = count_words(self.claims, "claim");
        let claimed = together(&self.claimed, self.claimed_unknown);
        let mut words = format!("{claims}; claimed: {claimed}");
        if !(self.pays.is_empty() && self.pays_unknown == 0) {
            words += &format!("; pays: {}", together(&self.pays, self.pays_unknown));
        }
        if !self.to_review.is_empty() {
            words += &format!("; pays if what is under review is allowed: {}", together(&self.to_review, 0));
        }
        words
    }
}

/// Sums together, and how many are not known beside them.
fn together(sums: &[Cents], unknown: i64) -> String {
    let known = sums.iter().copied().sum::<Cents>().grouped();
    match unknown {
        0 => known,
        _ if sums.is_empty() => "not known".into(),
        unknown => format!("{known} and {} not known", count_words(unknown, "sum")),
    }
}
