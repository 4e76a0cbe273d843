//! The officers of rosters, all in memory: for questions that compare officers with other records.

use crate::check::open;
use crate::check::roster::judge::read_officer;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::Finding;
use crate::input::reader::Batch;
use crate::model::officer::{Officer, RosterEntry};
use std::borrow::Cow;

/// Returns the officers of every roster; the faults of their rows go to `faults`.
pub(crate) fn officers<'r>(
    batches: &'r [Batch],
    flags: &Flags,
    settings: &Settings,
    faults: &mut Vec<Finding<'r>>,
) -> Vec<RosterEntry<'r>> {
    let reading = open::reading(flags, settings);
    let mut officers = Vec::new();
    for Batch { path: file, header, rows, remarks, .. } in batches {
        let reading = reading.of_file(remarks);
        for row in rows.iter() {
            let mut found = Vec::new();
            let mut officer = Officer::default();
            let not_yet_hired =
                read_officer(&mut officer, &row, file, header, &reading, flags.rewind, flags.redact, &mut found);
            header.locate(&mut found);
            let ptb_id = officer.ptb_id;
            let name = if flags.redact || found.is_empty() { None } else { officer.full_name() };
            faults.extend(found.into_iter().map(|fault| Finding {
                ptb_id: ptb_id.map(Cow::Borrowed),
                name: name.clone().map(Cow::Owned),
                ..fault
            }));
            if !row.is_unreadable() && !not_yet_hired {
                officers.push(RosterEntry { file, line: row.line, sheet: header.sheet(), record: officer });
            }
        }
    }
    officers
}
