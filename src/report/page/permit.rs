//! Results of the retired officers' sheet for people and spreadsheets.

use crate::finding::{Source, Status};
use crate::report::item::{Outcome, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::person::{Person, law_line};
use crate::report::layout::screen::{cell, tinted};
use crate::rules::permit::{AddressFinding, PermitOutcome, PermitResult};
use crate::words::{day_words, tally_words, thousands};
use chrono::NaiveDate;
use comfy_table::Cell;

const HEAD: [&str; 8] =
    ["name", "outcome", "missing", "fee", "refund", "decision_due", "last_good_day", "renewal_reminder"];
/// What a finding has of its own; whose row it is stands in the row.
const FINDING: [&str; 9] = ["rule", "status", "column", "due", "extended", "days", "message", "sources", "notes"];
const REST: [&str; 4] = ["sources", "file", "line", "notes"];

impl Rows for PermitResult<'_> {
    fn columns() -> Vec<String> {
        let findings = FINDING.map(|part| format!("findings.{part}"));
        HEAD.map(str::to_owned).into_iter().chain(findings).chain(REST.map(str::to_owned)).collect()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        let head = [
            Value::foreign(self.name.as_deref()),
            Value::own(self.outcome.name()),
            Value::foreign(Some(&self.missing.join("; "))),
            Value::own_or_empty(self.fee.as_deref()),
            Value::own_or_empty(self.refund.as_deref()),
            Value::own_or_empty(self.decision_due),
            Value::own_or_empty(self.last_good_day),
            Value::own_or_empty(self.renewal_reminder),
        ];
        let rest = [
            Value::own(joined(self.sources)),
            Value::foreign(Some(self.file)),
            Value::own(self.line),
            Value::foreign(Some(&self.notes.join("; "))),
        ];
        let row =
            |finding: [Value; FINDING.len()]| head.iter().cloned().chain(finding).chain(rest.iter().cloned()).collect();
        if self.findings.is_empty() {
            return vec![row(std::array::from_fn(|_| Value::own("")))];
        }
        self.findings.iter().map(|finding| row(values(finding))).collect()
    }

    fn for_people() -> Vec<usize> {
        let shown = |name: &str| match name.strip_prefix("findings.") {
            Some(part) => ["status", "message"].contains(&part),
            None => !["sources", "file"].contains(&name),
        };
        Self::columns().iter().enumerate().filter(|(_, name)| shown(name)).map(|(at, _)| at).collect()
    }
}

fn values(finding: &AddressFinding) -> [Value; FINDING.len()] {
    [
        Value::own(finding.rule),
        Value::own(finding.status.name()),
        Value::own_or_empty(finding.column),
        Value::own_or_empty(finding.due),
        Value::own_or_empty(finding.extended),
        Value::own_or_empty(finding.days),
        Value::own(&finding.message),
        Value::own(joined(finding.sources)),
        Value::own(finding.notes.join("; ")),
    ]
}

fn joined(sources: &[Source]) -> String {
    sources.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// The list of what keeps somebody from carrying, and of what was reported late.
const REASONS: &str = "Reasons";
/// The columns of the table for people.
const COLUMNS: [(&str, Align); 4] =
    [("applicant", Align::Left), ("outcome", Align::Left), ("fee", Align::Right), ("days, refund", Align::Left)];

impl Outcome for PermitResult<'_> {
    fn show(&self, page: &mut Page) {
        let person = Person { name: self.name.as_deref(), ptb_id: None, file: Some(self.file), line: Some(self.line) };
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
        days.extend(self.refund.as_ref().map(|refund| format!("back: {refund}")));
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
        // What is so of many is said once, with their names under it.
        for note in &self.notes {
            page.mention(&format!("Note: {note}"), &person.short());
        }
    }
}

/// How many applicants had which outcome, how many moves were reported late or must still be, and by which law.
pub fn closing(results: &[PermitResult]) -> Vec<String> {
    let with = |outcome: PermitOutcome| results.iter().filter(|result| result.outcome == outcome).count();
    let counts = tally_words("applicant", PermitOutcome::ALL.map(|outcome| (with(outcome), outcome.words())));
    let late = results.iter().flat_map(|result| &result.findings).filter(|finding| finding.status == Status::Overdue);
    let late = match late.count() {
        0 => None,
        count => Some(format!("Reports of a new address that are late: {}.", thousands(count as i64))),
    };
    let law = (!results.is_empty()).then(|| law_line(results.iter().flat_map(|result| result.sources)));
    [Some(counts), late, law].into_iter().flatten().collect()
}
