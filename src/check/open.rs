//! Files are opened all together, before anything is judged.

use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::input::cells::Reading;
use crate::input::sheet::{Kind, Opening, Sheet};
use crate::input::workbook::SheetChoice;
use crate::output::destination::is_same_file;
use crate::words::STANDARD_INPUT;
use anyhow::bail;
use std::path::Path;
use std::sync::Arc;

/// Opens every file and reads its header.
///
/// # Errors
/// Every file that cannot be opened, each with what to do about it.
pub(crate) fn open_all(
    files: &[String],
    flags: &Flags,
    settings: &Settings,
    kind: &'static Kind,
) -> anyhow::Result<Vec<Sheet>> {
    open(files, flags, settings, kind, flags.sheet.clone().map(SheetChoice))
}

/// Opens files that a command reads beside its own, such as the roster of a firearms sheet: `--sheet` chooses nothing
/// in them.
///
/// # Errors
/// Every file that cannot be opened, each with what to do about it.
pub(crate) fn open_beside(
    files: &[String],
    flags: &Flags,
    settings: &Settings,
    kind: &'static Kind,
) -> anyhow::Result<Vec<Sheet>> {
    open(files, flags, settings, kind, None)
}

fn open(
    files: &[String],
    flags: &Flags,
    settings: &Settings,
    kind: &'static Kind,
    sheet: Option<SheetChoice>,
) -> anyhow::Result<Vec<Sheet>> {
    if files.iter().filter(|file| *file == STANDARD_INPUT).count() > 1 {
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
        sheet,
    };
    let (mut sheets, mut failures) = (Vec::new(), Vec::new());
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

/// Returns how cells are read in this run.
pub(crate) fn reading(flags: &Flags, settings: &Settings) -> Reading {
    Reading {
        two_digit_years: settings.two_digit_years.value,
        own_words: Arc::clone(&settings.values),
        name_order: settings.name_order.value,
        ..Reading::on(flags.as_of())
    }
}
