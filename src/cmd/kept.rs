//! Findings kept beyond their row: for answers that are sorted or compared before they are told.

use crate::finding::{Finding, Source, Status};
use chrono::NaiveDate;

/// A finding put by until all are known.
pub(super) struct Kept {
    pub(super) rule: &'static str,
    pub(super) status: Status,
    pub(super) ptb_id: Option<String>,
    pub(super) name: Option<String>,
    pub(super) agency: Option<String>,
    pub(super) file: String,
    pub(super) line: u64,
    pub(super) column: Option<String>,
    pub(super) due: Option<NaiveDate>,
    pub(super) extended: Option<NaiveDate>,
    pub(super) days: Option<i64>,
    pub(super) message: String,
    pub(super) sources: &'static [Source],
    pub(super) notes: Vec<String>,
    pub(super) change: Option<&'static str>,
}

impl Kept {
    pub(super) fn new(finding: &Finding) -> Self {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        Self {
            rule: finding.rule,
            status: finding.status,
            ptb_id: owned(finding.ptb_id),
            name: owned(finding.name),
            agency: owned(finding.agency),
            file: finding.file.to_owned(),
            line: finding.line,
            column: owned(finding.column),
            due: finding.due,
            extended: finding.extended,
            days: finding.days,
            message: finding.message.clone(),
            sources: finding.sources,
            notes: finding.notes.clone(),
            change: finding.change,
        }
    }

    /// The finding again.
    pub(super) fn finding(&self) -> Finding<'_> {
        Finding {
            rule: self.rule,
            status: self.status,
            ptb_id: self.ptb_id.as_deref(),
            name: self.name.as_deref(),
            agency: self.agency.as_deref(),
            file: &self.file,
            line: self.line,
            column: self.column.as_deref(),
            due: self.due,
            extended: self.extended,
            days: self.days,
            message: self.message.clone(),
            sources: self.sources,
            notes: self.notes.clone(),
            change: self.change,
        }
    }
}
