//! The revision of the rules, as `muster rules --revision` shows it.

use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::Page;
use crate::report::layout::screen::BOLD;
use crate::words::{count_words, day_words};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

/// The revision of the rules, and what it is made of.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Revision {
    /// The revision: the same as long as no rule, figure, table or schedule changes.
    pub rules_revision: &'static str,
    /// The number of rules and mandates.
    pub rules: usize,
    /// The number of figures, those of tables included.
    pub figures: usize,
    /// The day on which the figures were last compared with their sources.
    pub last_checked: NaiveDate,
}

impl Rows for Revision {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("rules_revision", |revision| Value::word(revision.rules_revision));
        to.shown("rules", |revision| Value::figure(revision.rules));
        to.shown("figures", |revision| Value::figure(revision.figures));
        to.shown("last_checked", |revision| Value::figure(revision.last_checked));
    }
}

impl ReportEntry for Revision {
    fn show(&self, page: &mut Page) {
        page.block(|to, screen| {
            screen.paragraph(to, 2, &[(BOLD, "rules revision"), (BOLD, self.rules_revision)])?;
            let [rules, figures] = [(self.rules, "rule"), (self.figures, "figure")]
                .map(|(count, noun)| count_words(i64::try_from(count).unwrap_or(i64::MAX), noun));
            screen.block(to, 2, &format!("{rules}, {figures}, last checked {}", day_words(self.last_checked)))
        });
    }
}
