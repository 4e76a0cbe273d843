//! Findings in rows.

use crate::finding::Finding;
use crate::report::item::{Rows, Value};

impl Rows for Finding<'_> {
    fn columns() -> Vec<String> {
        [
            "rule", "status", "ptb_id", "name", "file", "line", "column", "due", "extended", "days", "message",
            "sources", "notes",
        ]
        .map(str::to_owned)
        .into()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        let sources: Vec<String> = self.sources.iter().map(ToString::to_string).collect();
        vec![vec![
            Value::own(self.rule),
            Value::own(self.status.name()),
            Value::foreign(self.ptb_id.as_deref()),
            Value::foreign(self.name.as_deref()),
            Value::foreign(Some(&self.place.file)),
            Value::own(self.place.line),
            Value::foreign(self.place.column.as_deref()),
            Value::own_or_empty(self.due),
            Value::own_or_empty(self.extended),
            Value::own_or_empty(self.days),
            Value::foreign(Some(&self.message)),
            Value::own(sources.join("; ")),
            Value::foreign(Some(&self.notes.join("; "))),
        ]]
    }

    fn for_people() -> Vec<usize> {
        vec![1, 2, 3, 4, 5, 0, 6, 7, 8, 9, 10, 11, 12]
    }
}
