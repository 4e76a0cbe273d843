//! Claims for reimbursement: the sheet of one claim, a row for each line, and the totals of several claims.

use crate::finding::{Place, Status};
use crate::report::Format;
use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::Page;
use crate::report::layout::person::name_and_id;
use crate::report::layout::screen::{BOLD, Screen, cell, status_style, tinted};
use crate::rules::claim::form::Form;
use crate::rules::claim::result::{ClaimResult, Decision, LineOutcome, LineResult};
use crate::values::money::Cents;
use crate::words::{count_words, day_words, harmless, thousands};
use chrono::NaiveDate;
use comfy_table::{Cell, CellAlignment, ColumnConstraint};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The most sources that a person reads. The most important come first; machine formats have them all.
const SOURCES_SHOWN: usize = 2;
/// The least width of the reasons in a ledger.
const LEAST_WHY: usize = 24;

/// The least width of a screen on which the sums of decisions stand in a table.
const LEAST_FOR_SUMS: usize = 72;

/// The answer about a claim, and the place of the claim.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ClaimResult")]
pub struct ClaimSheet<'f> {
    /// The answer.
    #[serde(flatten)]
    pub result: ClaimResult,
    /// The trainee's PTB ID, as recorded.
    pub ptb_id: Option<&'f str>,
    /// The file as it was named on the command line.
    pub file: &'f str,
    /// Physical line on which the claim begins, row of a workbook's sheet, or index in a JSON array from 1.
    pub line: u64,
    /// The sheet of a workbook.
    #[serde(skip)]
    pub sheet: Option<&'f str>,
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

impl Rows for ClaimSheet<'_> {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("claim_id", |claim| Value::foreign(claim.result.claim_id.as_deref()));
        to.shown("name", ClaimSheet::name_or_id);
        to.shown("course", |claim| Value::foreign(claim.result.course.as_deref()));
        to.shown("form", |claim| Value::word_or_blank(claim.result.form.map(Form::name)));
        to.shown("fiscal_year", |claim| Value::figure_or_blank(claim.result.fiscal_year));
        to.shown("due", |claim| Value::figure_or_blank(claim.result.due));
        to.shown("decision", |claim| Value::word(claim.result.decision.name()));
        to.shown("reasons", |claim| Value::foreign_list(&claim.result.reasons));
        to.items("lines", |claim| &claim.result.lines);
        to.shown("claimed_total", |claim| Value::figure_or_blank(claim.result.claimed_total));
        to.shown("eligible_total", |claim| Value::figure_or_blank(claim.result.eligible_total));
        to.shown("reimbursed_total", |claim| Value::figure_or_blank(claim.result.reimbursed_total));
        to.hidden("sources", |claim| Value::list(&claim.result.sources));
        to.shown("notes", |claim| Value::foreign_list(&claim.result.notes));
        to.hidden("ptb_id", |claim| Value::foreign(claim.ptb_id));
        to.hidden("file", |claim| Value::foreign(Some(claim.file)));
        to.hidden("line", |claim| Value::figure(claim.line));
    }
}

impl Rows for LineResult {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("number", |line| Value::figure(line.number));
        to.shown("kind", |line| Value::word_or_blank(line.kind));
        to.shown("claimed", |line| Value::figure_or_blank(line.claimed));
        to.shown("eligible", |line| Value::figure_or_blank(line.eligible));
        to.shown("reimbursed", |line| Value::figure_or_blank(line.reimbursed));
        to.shown("outcome", |line| Value::word(line.outcome.name()));
        to.shown("why", |line| Value::foreign(Some(&line.why)));
        to.hidden("sources", |line| Value::list(&line.sources));
    }
}

impl ReportEntry for ClaimSheet<'_> {
    fn show(&self, page: &mut Page) {
        page.block(|to, screen| self.write(to, screen));
    }
}

impl ClaimSheet<'_> {
    /// Returns the trainee's name, or `PTB 10234` where there is none, as with `--redact`.
    fn name_or_id(&self) -> Value<'_> {
        match (self.result.name.as_deref(), self.ptb_id) {
            (None, Some(id)) => Value::Foreign(format!("PTB {id}").into()),
            (name, _) => Value::foreign(name),
        }
    }

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

    /// Returns the place of the claim.
    pub(crate) fn place(&self) -> Place<'_> {
        Place::record(self.file, self.line).in_sheet(self.sheet)
    }

    /// Returns the heading: `Claim 2026-014: Doe, Jane A. (PTB 0013102), claims.csv line 2`
    fn title(&self) -> String {
        let id = self.result.claim_id.as_deref().map_or_else(|| "Claim".into(), |id| format!("Claim {id}"));
        let place = self.place();
        harmless(&match name_and_id(self.result.name.as_deref(), self.ptb_id) {
            Some(trainee) => format!("{id}: {trainee}, {place}"),
            None => format!("{id}, {place}"),
        })
        .into_owned()
    }

    /// Returns a line about the form: `Form basic, fiscal year 2026. Last safe day 14 Jul 2026, 53 days left.`
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

    /// Writes the lines with their sums; as a list on a narrow screen, where a table would break figures.
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

/// Writes the lines with their sums as a list.
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

/// Returns a sum for a ledger, or `?` for an unknown one.
pub(crate) fn figure(sum: Option<Cents>) -> String {
    sum.map_or_else(|| "?".into(), Cents::grouped)
}

/// The sums of the claims of one decision, or of one form and fiscal year.
#[derive(Debug, Default)]
struct Sums {
    claims: i64,
    claimed: Vec<Cents>,
    claimed_unknown: i64,
    pays: Vec<Cents>,
    to_review: Vec<Cents>,
    pays_unknown: i64,
}

/// The totals of several claims: how many of each decision, and the sums by form and fiscal year.
#[derive(Debug, Default)]
pub struct Totals {
    decisions: BTreeMap<Decision, Sums>,
    sums: BTreeMap<(Option<i32>, Option<Form>), Sums>,
}

impl Totals {
    /// Adds the answer about a claim.
    pub fn add(&mut self, result: &ClaimResult) {
        self.decisions.entry(result.decision).or_default().add(result);
        self.sums.entry((result.fiscal_year, result.form)).or_default().add(result);
    }

    /// Writes the sums of each decision, the worst first, and of all; on a narrow screen in sentences.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub(crate) fn by_decision(&self, to: &mut Vec<u8>, screen: &Screen) -> io::Result<()> {
        let worst_first = self.decisions.iter().rev().map(|(decision, sums)| (decision.name(), sums.figures()));
        let mut rows: Vec<(&str, [String; 3])> = worst_first.collect();
        if rows.len() > 1 {
            let mut all = Sums::default();
            self.decisions.values().for_each(|sums| all.extend(sums));
            rows.push(("all", all.figures()));
        }
        if screen.width < LEAST_FOR_SUMS {
            return rows.iter().try_for_each(|(decision, [claims, claimed, pays])| {
                screen.plain(to, 2, &format!("{decision}: {claims}; claimed ($): {claimed}; pays ($): {pays}"))
            });
        }
        let mut table = screen.plain_table();
        table.set_header(["decision", "claims", "claimed ($)", "pays ($)"]);
        for (decision, figures) in rows {
            table.add_row([decision.to_owned()].into_iter().chain(figures));
        }
        for column in table.column_iter_mut().skip(1) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        screen.write_table(to, table, None)
    }

    /// Returns the totals as sentences. In a table, one claim needs none: its sheet has the same figures. A short one
    /// (`is_short`) has told how many claims of each decision there are.
    pub fn sentences(&self, as_of: NaiveDate, format: Format, is_short: bool) -> Vec<String> {
        let claims: i64 = self.decisions.values().map(|sums| sums.claims).sum();
        if claims == 0 || (claims == 1 && format == Format::Table) {
            return Vec::new();
        }
        let worst_first = self.decisions.iter().rev();
        let counts: Vec<String> =
            worst_first.map(|(decision, sums)| format!("{} {}", thousands(sums.claims), decision.name())).collect();
        let lead = format!("{} judged on {}: {}.", count_words(claims, "claim"), day_words(as_of), counts.join(", "));
        let rows = self.sums.iter().map(|((year, form), sums)| {
            let form = form.map_or("not known", Form::name);
            let year = year.map_or_else(|| "not known".into(), |year| year.to_string());
            format!("Fiscal year {year}, form {form}: {}.", sums.words())
        });
        Some(lead).filter(|_| !is_short).into_iter().chain(rows).collect()
    }
}

impl Sums {
    fn add(&mut self, result: &ClaimResult) {
        self.claims += 1;
        match result.claimed_total {
            Some(sum) => self.claimed.push(sum),
            None => self.claimed_unknown += 1,
        }
        match (result.reimbursed_total, result.decision) {
            (Some(sum), Decision::Review) => self.to_review.push(sum),
            (Some(sum), _) => self.pays.push(sum),
            (None, _) => self.pays_unknown += 1,
        }
    }

    fn extend(&mut self, other: &Self) {
        self.claims += other.claims;
        self.claimed.extend(&other.claimed);
        self.claimed_unknown += other.claimed_unknown;
        self.pays.extend(&other.pays);
        self.to_review.extend(&other.to_review);
        self.pays_unknown += other.pays_unknown;
    }

    /// Returns the number of claims, what they claim and what they pay. What is under review pays only if it is
    /// allowed, and the figure says so.
    fn figures(&self) -> [String; 3] {
        let is_known = !(self.pays.is_empty() && self.pays_unknown == 0);
        let pays = is_known.then(|| together(&self.pays, self.pays_unknown));
        let to_review = self.to_review.iter().copied().sum::<Cents>().grouped();
        let to_review = (!self.to_review.is_empty()).then(|| format!("{to_review} if allowed"));
        let pays: Vec<String> = [pays, to_review].into_iter().flatten().collect();
        [thousands(self.claims).to_string(), together(&self.claimed, self.claimed_unknown), pays.join(", ")]
    }

    /// Returns the sums in words: `2 claims; claimed: 507.00 and 1 sum not known; pays: not known`
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

/// Returns the total of the known sums, and how many are not known.
fn together(sums: &[Cents], unknown: i64) -> String {
    let known = sums.iter().copied().sum::<Cents>().grouped();
    match unknown {
        0 => known,
        _ if sums.is_empty() => "not known".into(),
        unknown => format!("{known} and {} not known", count_words(unknown, "sum")),
    }
}
