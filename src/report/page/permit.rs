//! Results of the retired officers' sheet.

use crate::finding::Status;
use crate::report::item::{Columns, ReportEntry, Rows, Value, joined};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::person::{Person, law_line};
use crate::report::layout::screen::{cell, tinted};
use crate::rules::permit::{AddressFinding, PermitOutcome, PermitResult};
use crate::words::{day_words, tally_words, thousands};
use chrono::NaiveDate;
use comfy_table::Cell;

impl Rows for PermitResult<'_> {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("name", |result| Value::foreign(result.name.as_deref()));
        to.shown("outcome", |result| Value::word(result.outcome.name()));
        to.shown("missing", |result| Value::foreign_list(&result.missing));
        to.shown("fee", |result| Value::word_or_blank(result.fee.as_deref()));
        to.shown("refund", |result| Value::word_or_blank(result.refund.as_deref()));
        to.shown("decision_due", |result| Value::figure_or_blank(result.decision_due));
        to.shown("last_good_day", |result| Value::figure_or_blank(result.last_good_day));
        to.shown("renewal_reminder", |result| Value::figure_or_blank(result.renewal_reminder));
        to.items("findings", |result| &result.findings);
        to.hidden("sources", |result| Value::list(result.sources));
        to.hidden("file", |result| Value::foreign(Some(result.file)));
        to.shown("line", |result| Value::figure(result.line));
        to.shown("notes", |result| Value::foreign_list(&result.notes));
    }
}

/// The columns that the result itself does not have.
impl Rows for AddressFinding<'_> {
    fn columns(to: &mut impl Columns<Self>) {
        to.hidden("rule", |finding| Value::word(finding.rule));
        to.shown("status", |finding| Value::word(finding.status.name()));
        to.hidden("column", |finding| Value::word_or_blank(finding.column));
        to.hidden("due", |finding| Value::figure_or_blank(finding.due));
        to.hidden("extended", |finding| Value::figure_or_blank(finding.extended));
        to.hidden("days", |finding| Value::figure_or_blank(finding.days));
        to.shown("message", |finding| Value::word(&finding.message));
        to.hidden("sources", |finding| Value::list(finding.sources));
        to.hidden("notes", |finding| Value::list(&finding.notes));
    }
}

/// The title of the list of obstacles and late reports.
const REASONS: &str = "Reasons";
/// The columns of the table for people.
const COLUMNS: [(&str, Align); 4] =
    [("applicant", Align::Left), ("outcome", Align::Left), ("fee", Align::Right), ("days, refund", Align::Left)];

impl ReportEntry for PermitResult<'_> {
    fn show(&self, page: &mut Page) {
        let person = Person {
            name: self.name.as_deref(),
            ptb_id: None,
            file: Some(self.file),
            line: Some(self.line),
            sheet: self.sheet,
        };
        let fee = self.fee.as_ref().map_or_else(|| "?".into(), |fee| format!("${fee}"));
        let when =
            |outcomes: &[PermitOutcome], day: Option<NaiveDate>| day.filter(|_| outcomes.contains(&self.outcome));
        let mut days: Vec<String> = [
            (when(&[PermitOutcome::Eligible, PermitOutcome::Incomplete], self.decision_due), "decision by"),
            (self.last_good_day, "good through"),
            (when(&[PermitOutcome::Permitted], self.renewal_reminder), "renew from"),
        ]
        .into_iter()
        .filter_map(|(day, words)| Some(format!("{words} {}", day_words(day?))))
        .collect();
        days.extend(self.refund.as_ref().map(|refund| format!("refund: {refund}")));
        let mut outcome = self.outcome.words().to_owned();
        for finding in &self.findings {
            outcome += &format!("\naddress {}", finding.status.words());
        }
        let row = vec![
            cell(&person.short()),
            tinted(Cell::new(outcome), self.worst()),
            Cell::new(fee),
            Cell::new(days.join("\n")),
        ];
        page.row(&COLUMNS, row);
        if !self.missing.is_empty() {
            let reasons = self.missing.join("; ");
            page.line(REASONS, format!("{}: {}: {reasons}", person.long(), self.outcome.words()));
        }
        for finding in &self.findings {
            let notes: String = finding.notes.iter().map(|note| format!("; {note}")).collect();
            let sentence = format!("{}{notes}; {}", finding.message, joined(finding.sources));
            page.line(REASONS, format!("{}: {}: {sentence}", person.long(), finding.status.words()));
        }
        // A note that several applicants share appears once, with their names.
        for note in &self.notes {
            page.mention(&format!("Note: {note}"), &person.short());
        }
    }
}

/// Returns the closing sentences: how many applicants had each outcome, how many reports of a new address are late, and
/// the law.
pub fn closing(results: &[PermitResult]) -> Vec<String> {
    let with = |outcome: PermitOutcome| results.iter().filter(|result| result.outcome == outcome).count();
    let counts = tally_words("applicant", PermitOutcome::ALL.map(|outcome| (with(outcome), outcome.words())));
    let late = results.iter().flat_map(|result| &result.findings).filter(|finding| finding.status == Status::Overdue);
    let late = match late.count() {
        0 => None,
        count => Some(format!("Late reports of a new address: {}.", thousands(count as i64))),
    };
    let law = (!results.is_empty()).then(|| law_line(results.iter().flat_map(|result| result.sources)));
    [Some(counts), late, law].into_iter().flatten().collect()
}
