//! The same walk for a question that no rule asks: officer by officer.

use super::{Roster, Walk};
use crate::input::faults;
use crate::input::sheet::Rows;
use crate::model::officer::{Column, Officer};
use crate::report::End;

impl Walk {
    /// Hands over every officer asked about, with the line. A row that is at fault is noted.
    ///
    /// # Errors
    /// When the listener fails, or a file cannot be read to its end.
    pub fn officers(&mut self, listener: &mut dyn FnMut(&Officer, u64) -> anyhow::Result<()>) -> anyhow::Result<End> {
        let mut end = End::default();
        let mut rows = Rows::default();
        for Roster { sheet, .. } in &mut self.rosters {
            while sheet.read(&mut rows)? {
                for row in rows.iter() {
                    for fault in row.faults {
                        let (_, line, _, message) =
                            faults::row_fault(fault, &row, self.ask.redact, |cell| sheet.header.name_at(cell));
                        end.notes.push(format!("{} line {line}: {message}", sheet.path));
                    }
                    let officer = Officer::from_row(&row, &sheet.header, &self.reading, |_, _| {});
                    if self.select.takes(&officer, row.is_unreadable()) {
                        listener(&officer, row.line)?;
                    }
                }
            }
            end.inputs.push(sheet.input());
            end.notes.extend(sheet.closing_notes());
        }
        Ok(end)
    }

    /// Whether every file has a column from which a last name can be read.
    pub fn has_names(&self) -> bool {
        self.rosters.iter().all(|roster| crate::model::officer::has_column(&roster.sheet.header, Column::LastName))
    }
}
