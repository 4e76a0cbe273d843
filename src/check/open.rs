//! Files are opened all together, before anything is judged.

use crate::check::declared;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::input::cells::Reading;
use crate::input::guess::guessed_headings;
use crate::input::sheet::{Kind, Opening, Sheet};
use crate::input::workbook::SheetChoice;
use crate::words::{STANDARD_INPUT, shown_path};
use anyhow::bail;
use std::path::Path;
use std::sync::Arc;

/// Opens every file that the command is about and reads its header, or takes the columns that `--columns` declares.
///
/// # Errors
/// Every file that cannot be opened, each with what to do about it.
pub(crate) fn open_all(
    files: &[String],
    flags: &Flags,
    settings: &Settings,
    kind: &'static Kind,
) -> anyhow::Result<Vec<Sheet>> {
    let declared = flags.columns.as_deref();
    let columns = declared.map(|value| declared::columns(value, kind, &settings.columns)).transpose()?;
    open(files, &Opening { columns, ..opening(flags, settings) }, kind)
}

/// Opens every file of another kind beside those that the command is about, such as the roster of a firearms sheet.
/// `--columns` and `--sheet` do not speak of them.
///
/// # Errors
/// Those of [`open_all`].
pub(crate) fn open_beside(
    files: &[String],
    flags: &Flags,
    settings: &Settings,
    kind: &'static Kind,
) -> anyhow::Result<Vec<Sheet>> {
    open(files, &Opening { sheet: None, is_beside: true, ..opening(flags, settings) }, kind)
}

/// Returns how files are opened in this run.
fn opening(flags: &Flags, settings: &Settings) -> Opening {
    Opening {
        format: flags.input_format,
        own_names: settings.columns.clone(),
        strict_columns: flags.strict_columns,
        delimiter: flags.delimiter,
        redact: flags.redact,
        columns: None,
        sheet: flags.sheet.clone().map(SheetChoice),
        is_beside: false,
    }
}

/// Returns the headings of a file in which no known column need be.
///
/// # Errors
/// When the file cannot be read, or no row looks like a header.
pub(crate) fn headings_of(
    file: &str,
    flags: &Flags,
    settings: &Settings,
    kind: &'static Kind,
) -> anyhow::Result<Vec<String>> {
    guessed_headings(file, &opening(flags, settings), kind)
}

fn open(files: &[String], opening: &Opening, kind: &'static Kind) -> anyhow::Result<Vec<Sheet>> {
    let files = &expanded(files)?;
    if files.iter().filter(|file| *file == STANDARD_INPUT).count() > 1 {
        bail!("standard input (-) can be read only once");
    }
    let (mut sheets, mut failures) = (Vec::new(), Vec::new());
    for file in files {
        match Sheet::open(file, opening, kind) {
            Ok(sheet) => sheets.push(sheet),
            Err(failure) => failures.push(format!("{failure:#}")),
        }
    }
    if !failures.is_empty() {
        bail!("{}", failures.join("\n"));
    }
    Ok(sheets)
}

/// Returns two inputs of a run, opened one after the other, whatever became of the first: everything that is wrong is
/// named at once, before the first byte is written.
///
/// # Errors
/// Those of both; what is wrong with a file that both read is named once.
pub(crate) fn both<A, B>(one: anyhow::Result<A>, other: anyhow::Result<B>) -> anyhow::Result<(A, B)> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(failure), Ok(_)) | (Ok(_), Err(failure)) => Err(failure),
        (Err(one), Err(other)) => {
            let (one, other) = (format!("{one:#}"), format!("{other:#}"));
            let more = other.lines().filter(|line| !one.lines().any(|known| known == *line));
            bail!("{}", one.lines().chain(more).collect::<Vec<_>>().join("\n"))
        }
    }
}

/// Returns the files that the command line names. A name with `*` or `?` that no file has is a wildcard, which some
/// shells leave to the program (settled 175).
///
/// # Errors
/// Every wildcard that no file matches (settled 253).
pub(crate) fn expanded(files: &[String]) -> anyhow::Result<Vec<String>> {
    let (mut all, mut failures) = (Vec::new(), Vec::new());
    for file in files {
        let is_wildcard = file.contains(['*', '?']) && file != STANDARD_INPUT && !Path::new(file).exists();
        if !is_wildcard {
            all.push(file.clone());
            continue;
        }
        let matches = glob::glob(file).map(|paths| {
            let paths = paths.filter_map(Result::ok).filter(|path| !path.is_dir());
            paths.map(|path| path.to_string_lossy().into_owned()).collect::<Vec<_>>()
        });
        match matches {
            Ok(matches) if !matches.is_empty() => all.extend(matches),
            Ok(_) => failures.push(format!("{}: no file matches this wildcard", shown_path(file))),
            Err(error) => failures.push(format!("{}: this is no wildcard: {}", shown_path(file), error.msg)),
        }
    }
    if failures.is_empty() { Ok(all) } else { bail!("{}", failures.join("\n")) }
}

/// Returns the one file that the command line names, also by a wildcard.
///
/// # Errors
/// A wildcard that no file matches, or several.
pub(crate) fn one_file(file: &str) -> anyhow::Result<String> {
    match <[String; 1]>::try_from(expanded(&[file.to_owned()])?) {
        Ok([file]) => Ok(file),
        Err(files) => bail!("{}: {} files match this wildcard; name one", shown_path(file), files.len()),
    }
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
