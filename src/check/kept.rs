//! Findings kept beyond their row: for answers that are sorted or compared before they are told.

use crate::finding::{Finding, Source, Status};
use chrono::NaiveDate;

/// A finding put by until all are known.
pub(crate) struct Kept {
    pub(crate) rule: &'static str,
    pub(crate) status: Status,
    pub(crate) ptb_id: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) agency: Option<String>,
    pub(crate) file: String,
    pub(crate) line: u64,
    pub(crate) column: Option<String>,
    pub(crate) due: Option<NaiveDate>,
    pub(crate) extended: Option<NaiveDate>,
    pub(crate) days: Option<i64>,
    pub(crate) message: String,
    pub(crate) sources: &'static [Source],
    pub(crate) notes: Vec<String>,
    pub(crate) change: Option<&'static str>,
}

impl Kept {
    pub(crate) fn new(finding: &Finding) -> Self {
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
    pub(crate) fn finding(&self) -> Finding<'_> {
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
