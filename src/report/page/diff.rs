//! Two rosters compared, for people and spreadsheets: what needs a Form E first, then the rest, then the answers.

use crate::finding::Finding;
use crate::report::item::{Outcome, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::person::{Person, name_and_id};
use crate::report::layout::screen::cell;
use crate::rules::roster::change::{Change, ChangeKind};
use comfy_table::Cell;
use serde::Serialize;

impl Rows for Change<'_> {
    fn columns() -> Vec<String> {
        ["change", "ptb_id", "name", "column", "old", "new", "form_e", "notes", "file", "line"]
            .map(str::to_owned)
            .into()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        vec![vec![
            Value::own(self.change.name()),
            Value::foreign(self.ptb_id),
            Value::foreign(self.name.as_deref()),
            Value::own_or_empty(self.column),
            Value::foreign(self.old.as_deref()),
            Value::foreign(self.new.as_deref()),
            Value::own(self.form_e),
            Value::foreign(Some(&self.notes.join("; "))),
            Value::foreign(Some(self.file)),
            Value::own(self.line),
        ]]
    }

    fn for_people() -> Vec<usize> {
        vec![0, 1, 2, 3, 4, 5, 6, 7]
    }
}

/// The columns of the table for people.
const COLUMNS: [(&str, Align); 3] = [("officer", Align::Left), ("what changed", Align::Left), ("owed", Align::Left)];

impl Outcome for Change<'_> {
    fn show(&self, page: &mut Page) {
        let person =
            Person { name: self.name.as_deref(), ptb_id: self.ptb_id, file: Some(self.file), line: Some(self.line) };
        let who = name_and_id(person.name, person.ptb_id).unwrap_or_else(|| person.short());
        let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "blank".into());
        let what = match (self.change, self.column, &self.old, &self.new) {
            (ChangeKind::Joined, ..) => "joined".into(),
            (ChangeKind::Left, ..) => "left".into(),
            (_, Some(column), None, None) => format!("{column} changed"),
            (_, column, old, new) => format!("{}: {} to {}", column.unwrap_or_default(), value(old), value(new)),
        };
        let notes: String = self.notes.iter().map(|note| format!("\n{note}")).collect();
        page.row(
            &COLUMNS,
            vec![cell(&who), cell(&format!("{what}{notes}")), Cell::new(if self.form_e { "Form E" } else { "" })],
        );
    }
}

/// An answer that is new or cleared, as a person reads it: under the changes.
#[derive(Serialize)]
pub struct ChangedAnswer<'a>(pub Finding<'a>);

impl Rows for ChangedAnswer<'_> {
    fn columns() -> Vec<String> {
        Finding::columns()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        self.0.rows()
    }
}

impl Outcome for ChangedAnswer<'_> {
    fn show(&self, page: &mut Page) {
        let finding = &self.0;
        let who = name_and_id(finding.name, finding.ptb_id).unwrap_or_else(|| format!("line {}", finding.line));
        let title = if finding.change == Some("new") { "New answers" } else { "Cleared answers" };
        let (status, rule, message) = (finding.status.words(), finding.rule, &finding.message);
        page.line(title, format!("{who}: {status}, {rule}: {message}"));
    }
}
