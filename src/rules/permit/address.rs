//! The report of a permit holder's change of address or telephone number.

use crate::finding::address::{SourcesAndUrls, with_urls};
use crate::finding::{Source, Status};
use crate::model::Record;
use crate::model::permit::{Column, RetiredOfficer};
use crate::rules::law::{calendar, params};
use crate::rules::permit::gaps::missing_cell;
use crate::words::{count_words, day_words, in_days};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

/// A finding about a change of address, with the keys of every finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AddressFinding<'a> {
    /// The rule's name: `permit-address`.
    pub rule: &'static str,
    /// The status.
    pub status: Status,
    /// Retired officers have none on this sheet.
    pub ptb_id: Option<&'a str>,
    /// The officer's name: `Doe, John`.
    pub name: Option<String>,
    /// The file as it was named on the command line.
    pub file: &'a str,
    /// The row's line.
    pub line: u64,
    /// The column that decides it.
    pub column: Option<&'static str>,
    /// The last day for the report.
    pub due: Option<NaiveDate>,
    /// The next open day, when `due` is a Saturday, Sunday or holiday.
    pub extended: Option<NaiveDate>,
    /// `due` minus the day asked about: negative is late.
    pub days: Option<i64>,
    /// The reason, in one sentence with its figures.
    pub message: String,
    /// The law.
    #[serde(flatten, serialize_with = "with_urls")]
    #[schemars(flatten, with = "SourcesAndUrls")]
    pub sources: &'static [Source],
    /// Other remarks.
    pub notes: Vec<String>,
}

/// Checks that a change of address or telephone number was reported in time. Returns `None` without such a change, and
/// when it was.
pub(super) fn check_address<'a>(
    file: &'a str,
    line: u64,
    row: &RetiredOfficer,
    as_of: NaiveDate,
    warn_days: u32,
) -> Option<AddressFinding<'a>> {
    static SOURCES: [Source; 1] = [Source::code("1720.260(f)")];
    let cells = [Column::AddressChanged, Column::AddressReported];
    let faulty = cells.into_iter().find(|column| row.is_faulty(*column));
    let due = row
        .address_changed
        .and_then(|changed| params::CARRY_ADDRESS_DAYS.on(changed).map(|days| calendar::days_after(changed, days)));
    let (status, column, message) = match (faulty, row.address_changed, row.address_reported, due) {
        (Some(column), ..) => (Status::Unknown, column, format!("{}; the answer needs it", missing_cell(row, column))),
        (None, Some(changed), Some(reported), Some(due)) if reported > due => (
            Status::Overdue,
            Column::AddressReported,
            format!(
                "the change of {} was reported on {}, {} after the last day for it, {}",
                day_words(changed),
                day_words(reported),
                count_words((reported - due).num_days(), "day"),
                day_words(due)
            ),
        ),
        (None, Some(changed), None, Some(due)) => {
            let days = (due - as_of).num_days();
            let status = Status::of_days(days, warn_days);
            let when = if days < 0 {
                format!("was due {}, {} ago", day_words(due), count_words(-days, "day"))
            } else {
                format!("is due {}, {}", day_words(due), in_days(days))
            };
            (status, Column::AddressReported, format!("the report of the change of {} {when}", day_words(changed)))
        }
        _ => return None,
    };
    let notes = if row.permit_issued.is_none() && status != Status::Unknown {
        vec!["the section applies to permit holders; no permit is recorded".into()]
    } else {
        Vec::new()
    };
    let due = due.filter(|_| status != Status::Unknown);
    Some(AddressFinding {
        rule: "permit-address",
        status,
        ptb_id: None,
        name: row.full_name(),
        file,
        line,
        column: Some(column.name()),
        due,
        extended: due.and_then(calendar::extended),
        days: due.map(|due| (due - as_of).num_days()),
        message,
        sources: &SOURCES,
        notes,
    })
}
