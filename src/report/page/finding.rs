//! Findings for spreadsheets and Markdown; and on the page of another result, as a line each.

use crate::finding::Finding;
use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::Page;
use crate::report::layout::person::name_and_id;

impl Rows for Finding<'_> {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown_after("line", "rule", |finding| Value::word(finding.rule));
        to.shown("status", |finding| Value::word(finding.status.name()));
        to.shown("ptb_id", |finding| Value::foreign(finding.ptb_id));
        to.shown("name", |finding| Value::foreign(finding.name));
        to.shown("file", |finding| Value::foreign(Some(finding.file)));
        to.shown("line", |finding| Value::figure(finding.line));
        to.shown("column", |finding| Value::foreign(finding.column));
        to.shown("due", |finding| Value::figure_or_blank(finding.due));
        to.shown("extended", |finding| Value::figure_or_blank(finding.extended));
        to.shown("days", |finding| Value::figure_or_blank(finding.days));
        to.shown("message", |finding| Value::foreign(Some(&finding.message)));
        to.shown("sources", |finding| Value::list(finding.sources));
        to.shown("notes", |finding| Value::foreign_list(&finding.notes));
    }
}

/// An answer that is new or cleared, as `muster roster diff` lists it under the changes.
impl ReportEntry for Finding<'_> {
    fn show(&self, page: &mut Page) {
        let person = name_and_id(self.name, self.ptb_id).unwrap_or_else(|| format!("line {}", self.line));
        let title = if self.change == Some("new") { "New answers" } else { "Cleared answers" };
        let (status, rule, message) = (self.status.words(), self.rule, &self.message);
        page.line(title, format!("{person}: {status}, {rule}: {message}"));
    }
}
