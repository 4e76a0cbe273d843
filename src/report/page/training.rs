//! Training records held against the mandates, for people and spreadsheets: an officer at a time.

use crate::finding::Status;
use crate::report::item::{Outcome, Rows, Value};
use crate::report::layout::page::Page;
use crate::report::layout::person::Person;
use crate::report::layout::screen::{BOLD, Screen, cell, status_cell};
use crate::rules::training::result::{MandateItem, RefusedCompletion, TrainingResult};
use crate::words::{day_words, harmless};
use serde::Serialize;
use std::cmp::Reverse;
use std::io;

/// What the records come to for one officer.
#[derive(Debug, Serialize)]
pub struct TrainingSheet<'a> {
    /// The answer.
    #[serde(flatten)]
    pub result: &'a TrainingResult<'a>,
    /// Whether a person wants to see what is met, open and not applicable too.
    #[serde(skip)]
    pub all: bool,
}

const OF_AN_ITEM: [&str; 12] = [
    "mandate",
    "every",
    "window.from",
    "window.to",
    "hours_needed",
    "hours_credited",
    "completions",
    "status",
    "due",
    "days",
    "message",
    "sources",
];

impl Rows for TrainingSheet<'_> {
    fn columns() -> Vec<String> {
        let items = OF_AN_ITEM.map(|part| format!("items.{part}"));
        let rest = ["refused", "file", "line", "notes"].map(str::to_owned);
        ["ptb_id", "name"].map(str::to_owned).into_iter().chain(items).chain(rest).collect()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        let result = &self.result;
        let head = [Value::foreign(result.ptb_id), Value::foreign(result.name.as_deref())];
        let refused: Vec<String> = result.refused.iter().map(refused_words).collect();
        let notes: Vec<String> = result.notes.iter().map(ToString::to_string).collect();
        let rest = [
            Value::foreign(Some(&refused.join("; "))),
            Value::foreign(Some(result.file)),
            Value::own(result.line),
            Value::foreign(Some(&notes.join("; "))),
        ];
        let row =
            |item: [Value; OF_AN_ITEM.len()]| head.iter().cloned().chain(item).chain(rest.iter().cloned()).collect();
        if result.items.is_empty() {
            return vec![row(std::array::from_fn(|_| Value::own("")))];
        }
        result.items.iter().map(|item| row(values(item))).collect()
    }

    fn for_people() -> Vec<usize> {
        let hidden = ["items.every", "items.message", "items.sources", "file", "line", "notes"];
        Self::columns()
            .iter()
            .enumerate()
            .filter(|(_, name)| !hidden.contains(&name.as_str()))
            .map(|(at, _)| at)
            .collect()
    }
}

fn values(item: &MandateItem) -> [Value; OF_AN_ITEM.len()] {
    [
        Value::own(item.mandate),
        Value::own(&item.every),
        Value::own_or_empty(item.window.map(|window| window.from)),
        Value::own_or_empty(item.window.map(|window| window.to)),
        Value::own_or_empty(item.hours_needed),
        Value::own(item.hours_credited),
        Value::own(item.completions),
        Value::own(item.status.name()),
        Value::own_or_empty(item.due),
        Value::own_or_empty(item.days),
        Value::own(&item.message),
        Value::own(item.sources.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")),
    ]
}

/// `Force Day, 14 Mar 2026: not certified by the Board`
fn refused_words(refused: &RefusedCompletion) -> String {
    let course = refused.course.map_or_else(|| "a course without a name".into(), harmless);
    let day = refused.completed.map_or_else(String::new, |day| format!(", {}", day_words(day)));
    format!("{course}{day}: {}", refused.why)
}

impl Outcome for TrainingSheet<'_> {
    fn show(&self, page: &mut Page) {
        let calm = |status| matches!(status, Status::Met | Status::NotApplicable | Status::Open);
        if self.all || !calm(self.result.worst()) || !self.result.refused.is_empty() {
            page.block(|to, screen| self.write(to, screen, |item| self.all || !calm(item.status)));
        }
    }
}

impl TrainingSheet<'_> {
    fn write(&self, to: &mut Vec<u8>, screen: &Screen, shown: impl Fn(&MandateItem) -> bool) -> io::Result<()> {
        let result = &self.result;
        let person = Person {
            name: result.name.as_deref(),
            ptb_id: result.ptb_id,
            file: Some(result.file),
            line: Some(result.line),
        };
        screen.paragraph(to, 2, &[(BOLD, &harmless(&person.long()))])?;
        let mut items: Vec<&MandateItem> = result.items.iter().filter(|item| shown(item)).collect();
        items.sort_by_key(|item| (Reverse(item.status), item.days.unwrap_or(i64::MAX)));
        if !items.is_empty() {
            let mut table = screen.plain_table();
            // Several that cannot be told, or need a person, for one reason are told once.
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
