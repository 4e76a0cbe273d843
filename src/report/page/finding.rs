//! Findings for spreadsheets and Markdown; and on the page of another result, as a line each.

use crate::finding::{Accepted, Finding};
use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::Page;
use crate::report::layout::person::who;

impl Rows for Finding<'_> {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown_after("line", "rule", |finding| Value::word(finding.rule));
        to.shown("status", |finding| Value::word(finding.status.name()));
        to.shown("ptb_id", |finding| Value::foreign(finding.ptb_id.as_deref()));
        to.shown("name", |finding| Value::foreign(finding.name.as_deref()));
        to.shown("file", |finding| Value::foreign(Some(&finding.place.file)));
        to.shown("line", |finding| {
            Value::figure_or_blank(Some(finding.place.line).filter(|_| !finding.place.is_file()))
        });
        to.shown("column", |finding| Value::foreign(finding.place.column.as_deref()));
        to.shown("due", |finding| Value::figure_or_blank(finding.due));
        to.shown("extended", |finding| Value::figure_or_blank(finding.extended));
        to.shown("days", |finding| Value::figure_or_blank(finding.days));
        to.shown("message", |finding| Value::foreign(Some(&finding.message)));
        to.shown("sources", |finding| Value::list(finding.sources));
        to.shown("notes", |finding| Value::foreign_list(&finding.notes));
        to.part("accepted", |finding| finding.accepted.as_deref());
        to.hidden("change", |finding| Value::word_or_blank(finding.change));
    }
}

impl Rows for Accepted {
    fn columns(to: &mut impl Columns<Self>) {
        to.hidden("reason", |accepted| Value::foreign(accepted.reason.as_deref()));
        to.hidden("by", |accepted| Value::foreign(accepted.by.as_deref()));
        to.hidden("until", |accepted| Value::figure(accepted.until));
    }
}

/// An answer that is new or cleared, as `muster roster diff` lists it under the changes.
impl ReportEntry for Finding<'_> {
    fn show(&self, page: &mut Page) {
        let person = who(self).unwrap_or_else(|| match self.place.is_file() {
            true => self.place.to_string(),
            false => self.place.record_words().to_string(),
        });
        let title = if self.change == Some("new") { "New answers" } else { "Cleared answers" };
        let (status, rule, message) = (self.status.words(), self.rule, &self.message);
        page.line(title, format!("{person}: {status}, {rule}: {message}"));
    }
}
