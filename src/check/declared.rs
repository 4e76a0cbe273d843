//! The columns of `--columns`: a list, or a file with one name a line.

use crate::hint::with_hint;
use crate::input::bytes;
use crate::input::declared::{IGNORE, is_mark};
use crate::input::header::{HeaderName, OwnNames, look_up};
use crate::input::heading::near_column;
use crate::input::sheet::Kind;
use crate::values::fold::fold;
use crate::values::near::nearest;
use crate::words::shown_text;
use anyhow::{Context, bail};
use std::path::Path;

/// Returns the declared columns of a kind of file. A value that is the path of a file is read from there.
///
/// # Errors
/// When the file cannot be read, and for a name that is no column of this kind.
pub(super) fn columns(value: &str, kind: &'static Kind, own: &OwnNames) -> anyhow::Result<Vec<String>> {
    let names = |names: &mut dyn Iterator<Item = &str>| names.map(|name| name.trim().to_owned()).collect();
    let columns: Vec<String> = if Path::new(value).is_file() {
        let text = bytes::read_text(Path::new(value)).with_context(|| format!("--columns: {value}: cannot be read"))?;
        names(&mut text.trim_start_matches('\u{feff}').lines().filter(|line| !line.trim().is_empty()))
    } else {
        names(&mut value.split(','))
    };
    check(&columns, kind, own)?;
    Ok(columns)
}

/// Checks that each declared column is one of this kind.
///
/// # Errors
/// The first that is not, with the nearest name; and when none marks a record.
fn check(names: &[String], kind: &'static Kind, own: &OwnNames) -> anyhow::Result<()> {
    let is_list = |name: &str| kind.list.is_some_and(|list| fold(name) == list);
    for name in names {
        let is_known = look_up(name, kind.specs, own) != HeaderName::Unknown || is_list(name) || fold(name) == IGNORE;
        if is_known {
            continue;
        }
        let near = near_column(name, kind.specs).or_else(|| nearest(name, [IGNORE]));
        let shown = shown_text(name);
        let problem = match near {
            Some(near) => format!("--columns: no column is called {shown:?} (did you mean {near}?)"),
            None => format!("--columns: no column is called {shown:?}"),
        };
        bail!(with_hint(
            problem,
            format!(
                "`muster template {} --explain` lists every name; write {IGNORE} for a column that is not to be read",
                kind.name
            )
        ));
    }
    let marks: Vec<&str> = kind.marks.iter().map(|mark| kind.specs[*mark].name).collect();
    if !names.iter().any(|name| is_mark(name, &kind.known(own))) {
        bail!("--columns: name at least one of {}", marks.join(", "));
    }
    Ok(())
}
