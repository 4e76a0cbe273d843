//! Training records checked against the mandates, officer by officer.

use crate::finding::Status;
use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::Page;
use crate::report::layout::person::Person;
use crate::report::layout::screen::{BOLD, Screen, cell, status_cell};
use crate::rules::training::result::{CurrentWindow, MandateItem, RefusedCompletion, Span, TrainingResult};
use crate::words::{day_words, harmless, shown_text};
use schemars::JsonSchema;
use serde::Serialize;
use std::cmp::Reverse;
use std::io;

/// The result for one officer.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "TrainingResult")]
pub struct TrainingSheet<'a> {
    /// The answer.
    #[serde(flatten)]
    pub result: &'a TrainingResult<'a>,
    /// True when people see the items that are met, open or not applicable too.
    #[serde(skip)]
    pub all: bool,
}

impl Rows for TrainingSheet<'_> {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("ptb_id", |sheet| Value::foreign(sheet.result.ptb_id));
        to.shown("name", |sheet| Value::foreign(sheet.result.name.as_deref()));
        to.items("items", |sheet| &sheet.result.items);
        to.shown("refused", |sheet| Value::foreign_list(sheet.result.refused.iter().map(refused_words)));
        to.hidden("file", |sheet| Value::foreign(Some(sheet.result.file)));
        to.hidden("line", |sheet| Value::figure(sheet.result.line));
        to.hidden("notes", |sheet| Value::foreign_list(&sheet.result.notes));
    }
}

impl Rows for MandateItem {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("mandate", |item| Value::word(item.mandate));
        to.hidden("every", |item| Value::word(&item.every));
        to.part("window", |item| item.window.as_ref());
        to.shown("hours_needed", |item| Value::figure_or_blank(item.hours_needed));
        to.shown("hours_credited", |item| Value::figure(item.hours_credited));
        to.shown("completions", |item| Value::figure(item.completions));
        to.shown("status", |item| Value::word(item.status.name()));
        to.shown("due", |item| Value::figure_or_blank(item.due));
        to.shown("days", |item| Value::figure_or_blank(item.days));
        to.part("current", |item| item.current.as_ref());
        to.hidden("message", |item| Value::word(&item.message));
        to.hidden("sources", |item| Value::list(item.sources));
    }
}

impl Rows for CurrentWindow {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("from", |window| Value::figure(window.span.from));
        to.shown("to", |window| Value::figure(window.span.to));
        to.shown("status", |window| Value::word(window.status.name()));
    }
}

impl Rows for Span {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("from", |span| Value::figure(span.from));
        to.shown("to", |span| Value::figure(span.to));
    }
}

/// Returns a refused course with its reason: `Force Day, 14 Mar 2026: not certified by the Board`
fn refused_words(refused: &RefusedCompletion) -> String {
    let course = refused.course.map_or_else(|| "a course".into(), shown_text);
    let day = refused.completed.map_or_else(String::new, |day| format!(", {}", day_words(day)));
    format!("{course}{day}: {}", refused.why)
}

impl ReportEntry for TrainingSheet<'_> {
    fn show(&self, page: &mut Page) {
        if self.items().next().is_some() || !self.result.refused.is_empty() {
            page.block(|to, screen| self.write(to, screen));
        }
    }
}

impl TrainingSheet<'_> {
    /// Returns the items that people see.
    pub(crate) fn items(&self) -> impl Iterator<Item = &MandateItem> {
        let calm = |status| matches!(status, Status::Met | Status::NotApplicable | Status::Open);
        self.result.items.iter().filter(move |item| self.all || !calm(item.status))
    }

    fn write(&self, to: &mut Vec<u8>, screen: &Screen) -> io::Result<()> {
        let result = &self.result;
        let person = Person {
            name: result.name.as_deref(),
            ptb_id: result.ptb_id,
            file: Some(result.file),
            line: Some(result.line),
            sheet: result.sheet,
        };
        screen.paragraph(to, 2, &[(BOLD, &harmless(&person.long()))])?;
        let mut items: Vec<&MandateItem> = self.items().collect();
        items.sort_by_key(|item| (Reverse(item.status), item.days.unwrap_or(i64::MAX)));
        if !items.is_empty() {
            let mut table = screen.plain_table();
            // Items with the same status and reason share a row.
            let mut same: Vec<(Status, &str, Vec<&str>)> = Vec::new();
            for item in items {
                match same.iter_mut().find(|(status, why, _)| *status == item.status && *why == item.message) {
                    Some((_, _, mandates)) => mandates.push(item.mandate),
                    None => same.push((item.status, &item.message, vec![item.mandate])),
                }
            }
            let width = same.iter().map(|(status, ..)| status.words().len()).max().unwrap_or_default() + 2;
            for (status, why, mandates) in same {
                table.add_row([status_cell(status), cell(&format!("{}\n{why}", mandates.join(", ")))]);
            }
            screen.write_table(to, table, Some(width))?;
        }
        for refused in &result.refused {
            screen.plain(to, 2, &format!("does not count: {}", refused_words(refused)))?;
        }
        result.notes.iter().try_for_each(|note| screen.plain(to, 2, &format!("note: {note}")))
    }
}
