//! What a search found: its name, its kind, the line that matched, and the command that opens it.

use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::Page;
use crate::report::layout::screen::BOLD;
use schemars::JsonSchema;
use serde::Serialize;

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "SearchHit")]
pub struct Hit {
    /// The name: of a rule, a guide, a figure, a column, a kind of deadline, a command.
    pub name: String,
    /// `rule`, `file-rule`, `mandate`, `guide`, `fault`, `figure`, `deadline`, `column` or `command`.
    pub kind: &'static str,
    /// Its subject.
    pub title: String,
    /// The line that matched.
    pub line: String,
    /// The command that opens it.
    pub command: String,
}

impl Rows for Hit {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("name", |hit| Value::word(&hit.name));
        to.shown("kind", |hit| Value::word(hit.kind));
        to.hidden("title", |hit| Value::word(&hit.title));
        to.shown("line", |hit| Value::word(&hit.line));
        to.shown("command", |hit| Value::word(&hit.command));
    }
}

impl ReportEntry for Hit {
    fn show(&self, page: &mut Page) {
        page.block(|to, screen| {
            screen.paragraph(to, 2, &[(BOLD, &self.name), (BOLD, &format!("({})", self.kind))])?;
            screen.block(to, 2, &self.line)?;
            screen.block(to, 4, &self.command)
        });
    }
}
