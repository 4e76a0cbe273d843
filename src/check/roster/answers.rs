//! The answers of rules as findings.

use crate::finding::{Finding, Place};
use crate::rules::ask::{Answer, AnswerText, Ask, FileRule, Rule};
use crate::rules::law::calendar;
use crate::rules::roster::{notices, open_day};
use crate::words::day_words;

/// Returns the answer of a rule as a finding about a record, without the officer and the distance of its day.
pub(crate) fn finding<'f>(rule: &'static Rule, answer: Answer, record: Place<'f>) -> Finding<'f> {
    let (status, column, due) = (answer.status, answer.column.unwrap_or(rule.column), answer.due);
    let AnswerText { message, notes, sources } = answer.into_text();
    let sources = sources.unwrap_or(rule.sources);
    let place = record.at(Some(column.name()));
    Finding { title: rule.title, due, notes, sources, ..Finding::new(rule.name, status, place, message) }
}

/// Returns the answer of a rule about a file as a whole.
pub(crate) fn of_file<'f>(rule: &FileRule, answer: Answer, path: &'f str, ask: &Ask) -> Finding<'f> {
    let (status, due) = (answer.status, answer.due);
    let AnswerText { message, notes, sources } = answer.into_text();
    let mut finding = Finding::new(rule.name, status, Place::record(path, 1), message);
    (finding.title, finding.due, finding.notes, finding.sources) =
        (rule.title, due, notes, sources.unwrap_or(rule.sources));
    add_days(&mut finding, ask);
    finding
}

/// Adds the distance of the due day from the day asked about, and the next open day where it may help.
pub(crate) fn add_days(finding: &mut Finding, ask: &Ask) {
    finding.days = finding.due.map(|due| ask.days_to(due));
    finding.is_limit = notices::is_limit(finding.rule);
    finding.extended = open_day::extended(finding.rule, finding.status, finding.due);
    if let (Some(open), Some(due)) = (finding.extended, finding.due) {
        finding.notes.push(format!(
            "{} is {}: 5 ILCS 70/1.11 may allow {}; do not rely on it",
            day_words(due),
            calendar::why_closed(due),
            day_words(open)
        ));
    }
}
