//! Results of the retired officers' sheet for people and spreadsheets.

use super::page::{Align, Page};
use super::person::{Person, law_line};
use super::screen::{cell, tinted};
use super::{Outcome, Rows, Value};
use crate::rules::permit::{Outcome as Came, PermitResult};
use crate::text::{day_words, tally_words};
use chrono::NaiveDate;
use comfy_table::Cell;

impl Rows for PermitResult<'_> {
    fn columns() -> Vec<String> {
        [
            "name",
            "outcome",
            "missing",
            "fee",
            "refund",
            "decision_due",
            "last_good_day",
            "renewal_reminder",
            "findings",
            "sources",
            "file",
            "line",
            "notes",
        ]
        .map(str::to_owned)
        .into()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        let found = |finding: &crate::rules::permit::AddressFinding| {
            format!("{} {}: {}", finding.rule, finding.status.name(), finding.message)
        };
        let findings: Vec<String> = self.findings.iter().map(found).collect();
        vec![vec![
            Value::foreign(self.name.as_deref()),
            Value::own(self.outcome.name()),
            Value::foreign(Some(&self.missing.join("; "))),
            Value::own_or_empty(self.fee.as_deref()),
            Value::own_or_empty(self.refund.as_deref()),
            Value::own_or_empty(self.decision_due),
            Value::own_or_empty(self.last_good_day),
            Value::own_or_empty(self.renewal_reminder),
            Value::own(findings.join("; ")),
            Value::own(self.sources.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")),
            Value::foreign(Some(self.file)),
            Value::own(self.line),
            Value::foreign(Some(&self.notes.join("; "))),
        ]]
    }

    fn for_people() -> Vec<usize> {
        vec![0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12]
    }
}

/// The columns of the table for people.
const COLUMNS: [(&str, Align); 4] =
    [("applicant", Align::Left), ("outcome", Align::Left), ("fee,\nrefund", Align::Right), ("days", Align::Left)];

impl Outcome for PermitResult<'_> {
    fn show(&self, page: &mut Page) {
        let person = Person { name: self.name.as_deref(), ptb_id: None, file: Some(self.file), line: Some(self.line) };
        let fee = self.fee.as_ref().map_or_else(|| "?".into(), |fee| format!("${fee}"));
        let refund = self.refund.as_ref().map_or_else(String::new, |refund| format!("\n{refund}"));
        let when = |outcomes: &[Came], day: Option<NaiveDate>| day.filter(|_| outcomes.contains(&self.outcome));
        let days: Vec<String> = [
            (when(&[Came::Eligible, Came::Incomplete], self.decision_due), "decision by"),
            (self.last_good_day, "good through"),
            (when(&[Came::Permitted], self.renewal_reminder), "renew from"),
        ]
        .into_iter()
        .filter_map(|(day, words)| Some(format!("{words} {}", day_words(day?))))
        .collect();
        let row = vec![
            cell(&person.short()),
            tinted(Cell::new(self.outcome.words()), self.outcome.status()),
            Cell::new(fee + &refund),
            Cell::new(days.join("\n")),
        ];
        page.row(&COLUMNS, row);
        let findings = self.findings.iter().map(|finding| format!("{}: {}", finding.status.words(), finding.message));
        for note in self.missing.iter().chain(&self.notes).cloned().chain(findings) {
            page.note(format!("{}: {note}", person.long()));
        }
    }
}

/// How many applicants had which outcome, and by which law.
pub fn closing(results: &[PermitResult]) -> Vec<String> {
    let with = |outcome: Came| results.iter().filter(|result| result.outcome == outcome).count();
    let counts = tally_words("applicant", Came::ALL.map(|outcome| (with(outcome), outcome.words())));
    let law = (!results.is_empty()).then(|| law_line(results.iter().flat_map(|result| result.sources)));
    [Some(counts), law].into_iter().flatten().collect()
}
