//! Files with their faults: opened all or none, and what is wrong in a row as findings; for every command on files.

use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Finding, Source, Status};
use crate::input::cells::{ColumnSpec, Reading};
use crate::input::faults::{self, FaultKind};
use crate::input::header::Header;
use crate::input::rows::Row;
use crate::input::sheet::{Kind, Opening, Sheet};
use crate::output::destination::is_same_file;
use anyhow::bail;
use chrono::NaiveDate;
use std::path::Path;

/// Opens every file and reads its header, before anything is judged.
///
/// # Errors
/// Every file that cannot be read, each with what to do about it.
pub(crate) fn open_all(
    files: &[String],
    flags: &Flags,
    settings: &Settings,
    kind: &'static Kind,
) -> anyhow::Result<Vec<Sheet>> {
    if files.iter().filter(|file| *file == "-").count() > 1 {
        bail!("standard input (-) can be read only once");
    }
    if let Some(output) = flags.output.as_deref().filter(|output| output.as_os_str() != "-")
        && let Some(file) = files.iter().find(|file| is_same_file(Path::new(file), output))
    {
        bail!("{file}: --output would take the place of this file; name another");
    }
    let opening = Opening {
        format: flags.input_format,
        own_names: settings.columns.clone(),
        strict_columns: flags.strict_columns,
    };
    let mut sheets = Vec::new();
    let mut failures = Vec::new();
    for file in files {
        match Sheet::open(file, &opening, kind) {
            Ok(sheet) => sheets.push(sheet),
            Err(failure) => failures.push(format!("{failure:#}")),
        }
    }
    if !failures.is_empty() {
        bail!("{}", failures.join("\n"));
    }
    Ok(sheets)
}

/// How cells are read in this run.
pub(crate) fn reading(flags: &Flags, settings: &Settings) -> Reading {
    Reading { as_of: flags.as_of(), two_digit_years: settings.two_digit_years.value }
}

/// Whether a record is asked about; `unclear`: its cell cannot be read, and the record might be meant.
pub(crate) fn is_chosen(wanted: &[String], value: Option<&str>, unclear: bool) -> bool {
    wanted.is_empty() || unclear || value.is_some_and(|value| wanted.iter().any(|other| other == value))
}

/// The PTB IDs that are asked about; none is everybody.
pub(crate) fn wanted_ids(flags: &Flags) -> Vec<String> {
    flags.ptb_id.iter().map(|id| id.trim().to_owned()).collect()
}

/// One thing to say about a row, before it is known whose row it is.
pub(crate) struct Said<'r> {
    pub(crate) rule: &'static str,
    pub(crate) line: u64,
    pub(crate) status: Status,
    pub(crate) column: Option<&'r str>,
    pub(crate) due: Option<NaiveDate>,
    pub(crate) message: String,
    pub(crate) notes: Vec<String>,
    pub(crate) sources: &'static [Source],
}

impl<'r> Said<'r> {
    /// A fault of the file.
    pub(crate) fn fault(kind: &'static FaultKind, line: u64, column: Option<&'r str>, message: String) -> Self {
        Self {
            rule: kind.name,
            line,
            status: Status::Unknown,
            column,
            due: None,
            message,
            notes: Vec::new(),
            sources: &[],
        }
    }

    /// A cell that cannot be read.
    pub(crate) fn unreadable(row: &Row, spec: &'static ColumnSpec, text: &str, redact: bool) -> Self {
        let message = faults::unreadable(spec, text, redact);
        Self::fault(&faults::UNREADABLE_VALUE, row.line, Some(spec.name), message)
    }

    /// The finding about this person's row; the distance to a due day is not counted here.
    pub(crate) fn finding<'f>(self, file: &'f str, ptb_id: Option<&'f str>, name: Option<&'f str>) -> Finding<'f>
    where
        'r: 'f,
    {
        Finding {
            rule: self.rule,
            status: self.status,
            ptb_id,
            name,
            agency: None,
            file,
            line: self.line,
            column: self.column,
            due: self.due,
            extended: None,
            days: None,
            message: self.message,
            sources: self.sources,
            notes: self.notes,
            change: None,
        }
    }
}

/// What is wrong with a row as a whole.
pub(crate) fn of_row<'h>(row: &Row, header: &'h Header, redact: bool) -> Vec<Said<'h>> {
    let said = |fault| {
        let (kind, line, column, message) = faults::row_fault(fault, row, redact, |cell| header.name_at(cell));
        Said::fault(kind, line, column, message)
    };
    row.faults.iter().map(said).collect()
}
