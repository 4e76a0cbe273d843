//! One line of a list of assumptions: a cell of an officer's row that is taken to hold another value.

use crate::input::record::{FromRow, record};
use crate::input::sheet::Kind;

record! {
    /// One line of a list of assumptions.
    Assumption,
    /// The columns of a list of assumptions.
    Column {
        /// The Board's number for the officer; text, leading zeros stay.
        ptb_id PtbId: &'a str ["ptb", "ptbnumber", "ptbno", "officerid", "id"];
        /// Column of the roster, by its name, such as basic_completed.
        column Column: &'a str ["field"];
        /// Value that the cell is taken to hold; blank for a blank cell.
        value Value: &'a str ["newvalue"];
    }
}

/// A list of assumptions.
pub static ASSUMED_LIST: Kind = Kind {
    name: "assumed",
    read_by: "muster roster check --assume",
    specs: Column::SPECS,
    marks: &[Column::Column as usize, Column::Value as usize],
    either: &[],
    list: None,
    read_cells: |row, header, how, fault| {
        Assumption::of_row(row, header, how, fault);
    },
};
