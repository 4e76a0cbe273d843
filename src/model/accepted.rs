//! One line of a list of accepted findings: a decision of the Board or the chief about one officer and one rule.

use crate::input::record::{FromRow, record};
use crate::input::sheet::Kind;
use chrono::NaiveDate;

record! {
    /// One line of a list of accepted findings.
    Acceptance,
    /// The columns of a list of accepted findings.
    Column {
        person {
            name: [],
            last_name: "Last name, where there is no PTB ID.",
            ptb_id: "The Board's number for the officer; text, leading zeros stay.",
        }
        /// Rule whose answer is accepted, by its name, such as firearms-qualification.
        rule Rule: &'a str;
        /// Why the answer is accepted; shown beside it.
        reason Reason: &'a str
            ["why", "decision"];
        /// Who decided.
        by By: &'a str
            ["acceptedby", "decidedby", "approvedby"];
        /// Day of the decision; blank counts as always.
        on On: NaiveDate, Planned
            ["acceptedon", "decidedon", "approvedon"];
        /// Last day for which the answer is accepted.
        until Until: NaiveDate, Planned
            ["acceptedto", "expires", "through", "validuntil"];
    }
}

/// A list of accepted findings.
pub static ACCEPTED_LIST: Kind = Kind {
    name: "accepted",
    read_by: "muster roster check --accepted",
    specs: Column::SPECS,
    marks: &[Column::Rule as usize, Column::Reason as usize],
    either: &[(Column::LastName as usize, Column::WholeName as usize)],
    list: None,
    read_cells: |row, header, how, fault| {
        Acceptance::of_row(row, header, how, fault);
    },
};
