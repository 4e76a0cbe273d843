//! The changes between two rosters.

use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::person::{Person, name_and_id};
use crate::report::layout::screen::cell;
use crate::rules::roster::change::{Change, ChangeKind};
use comfy_table::Cell;

impl Rows for Change<'_> {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("change", |change| Value::word(change.change.name()));
        to.shown("ptb_id", |change| Value::foreign(change.ptb_id));
        to.shown("name", |change| Value::foreign(change.name.as_deref()));
        to.shown("column", |change| Value::word_or_blank(change.column));
        to.shown("old", |change| Value::foreign(change.old.as_deref()));
        to.shown("new", |change| Value::foreign(change.new.as_deref()));
        to.shown("form_e", |change| Value::figure(change.form_e));
        to.shown("notes", |change| Value::foreign_list(&change.notes));
        to.hidden("file", |change| Value::foreign(Some(change.file)));
        to.hidden("line", |change| Value::figure(change.line));
    }
}

/// The columns of the table for people.
const COLUMNS: [(&str, Align); 3] = [("officer", Align::Left), ("what changed", Align::Left), ("owed", Align::Left)];

impl ReportEntry for Change<'_> {
    fn show(&self, page: &mut Page) {
        let person = Person {
            name: self.name.as_deref(),
            ptb_id: self.ptb_id,
            file: Some(self.file),
            line: Some(self.line),
            sheet: self.sheet,
        };
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
