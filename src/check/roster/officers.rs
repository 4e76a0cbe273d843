//! The same walk for a question that no rule asks: officer by officer.

use crate::check::open;
use crate::check::roster::{Roster, Walk, read_officer};
use crate::check::sheet::Fault;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::input::faults;
use crate::input::rows::Rows;
use crate::input::sheet::Batch;
use crate::model::officer::RosterEntry;
use crate::model::officer::{Column, Officer};
use crate::report::item::End;

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

/// The officers of every roster, each with what is wrong in her row.
pub(crate) fn officers<'r>(
    batches: &'r [Batch],
    flags: &Flags,
    settings: &Settings,
    faults: &mut Vec<Fault<'r>>,
) -> Vec<RosterEntry<'r>> {
    let reading = open::reading(flags, settings);
    let mut officers = Vec::new();
    for Batch { path: file, header, rows } in batches {
        for row in rows.iter() {
            let mut said = Vec::new();
            let mut officer = Officer::default();
            let not_yet_hired =
                read_officer(&mut officer, &row, header, &reading, flags.rewind, flags.redact, &mut said);
            let ptb_id = officer.ptb_id;
            let name = if flags.redact || said.is_empty() { None } else { officer.full_name() };
            faults.extend(said.into_iter().map(|said| Fault { said, file, ptb_id, name: name.clone() }));
            if !row.is_unreadable() && !not_yet_hired {
                officers.push(RosterEntry { file, line: row.line, record: officer });
            }
        }
    }
    officers
}
