//! A row added to a CSV file of the user's, in the columns that it has.

use crate::cmd::template;
use crate::hint::with_hint;
use crate::input::header::{Header, OwnNames};
use crate::input::sheet::Kind;
use crate::report::format::csv::defused;
use crate::report::item::Value;
use anyhow::{Context, bail};
use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::Path;

/// Returns the text of the file; none where there is no file.
///
/// # Errors
/// A file that cannot be read, and one that is no text.
pub(super) fn text_of(path: &Path) -> anyhow::Result<Option<String>> {
    let shown = path.display();
    match fs::read(path) {
        Ok(bytes) => {
            let text = String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
            Ok(Some(text.with_context(|| {
                with_hint(format!("{shown}: this is no CSV file in UTF-8"), "add the line in your spreadsheet")
            })?))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("{shown}: cannot be read")),
    }
}

/// Returns the text of a file with one more row, in the columns that it has; a file without a line gets all columns of
/// its kind. `cells`: each with the place of its column in the declaration.
///
/// # Errors
/// When the file has no column for one of the cells, or the row would not be read back as it is.
pub(super) fn with_row(old: &str, kind: &Kind, own: &OwnNames, cells: &[(usize, String)]) -> anyhow::Result<String> {
    let mut text = old.to_owned();
    if old.trim_start_matches('\u{feff}').trim().is_empty() {
        text += &template::header(kind);
    }
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    if !text.ends_with('\n') {
        text += line_end;
    }
    let names = records(&text).next().transpose()?.unwrap_or_default();
    let header = Header::with_names(names.iter(), kind.specs, own)
        .map_err(|two| with_hint(format!("two columns stand for {}", two.field), "rename or remove one"))
        .map_err(anyhow::Error::msg)?;
    let mut row = vec![Cow::Borrowed(&b""[..]); names.len()];
    for (column, cell) in cells {
        let place = header.place(*column).and_then(|place| row.get_mut(place));
        let place = place.with_context(|| {
            let name = kind.specs.get(*column).map_or("", |spec| spec.name);
            let problem = format!("the first line has no column {name} between commas");
            with_hint(problem, format!("`muster template {}` writes the header", kind.name))
        })?;
        *place = Cow::Owned(defused(&Value::foreign(Some(cell))).into_owned());
    }
    let mut writer = csv::WriterBuilder::new()
        .terminator(if line_end == "\n" { csv::Terminator::Any(b'\n') } else { csv::Terminator::CRLF })
        .from_writer(text.clone().into_bytes());
    writer.write_record(&row)?;
    let text = String::from_utf8(writer.into_inner().map_err(|error| anyhow::anyhow!("{error}"))?)?;
    let last = records(&text).last().transpose()?.unwrap_or_default();
    if !last.iter().map(str::as_bytes).eq(row.iter().map(AsRef::as_ref)) {
        bail!(with_hint(
            "a quotation mark above is not closed, so that a new row would be lost",
            "close it, or remove it"
        ));
    }
    Ok(text)
}

/// Reads the records of a text, the header first.
fn records(text: &str) -> csv::StringRecordsIntoIter<&[u8]> {
    let text = text.trim_start_matches('\u{feff}').as_bytes();
    csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text).into_records()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::accepted::{ACCEPTED_LIST, Column};

    fn with_line(old: &str, cells: &[(usize, String)]) -> anyhow::Result<String> {
        with_row(old, &ACCEPTED_LIST, &OwnNames::new(), cells)
    }

    fn cells() -> Vec<(usize, String)> {
        let cells = [(Column::PtbId, "0012"), (Column::Rule, "ptb-id"), (Column::Reason, "=a, \"b\"")];
        cells.map(|(column, cell)| (column as usize, cell.to_owned())).to_vec()
    }

    #[test]
    fn a_new_list_gets_every_column() {
        let text = with_line("", &cells()).unwrap();
        let header = "ptb_id,last_name,first_name,rule,reason,by,on,until\n";
        // Last and first name come behind the ID; a formula is defused, quotes are doubled.
        assert_eq!(text, format!("{header}0012,,,ptb-id,\"'=a, \"\"b\"\"\",,,\n"));
    }

    #[test]
    fn a_line_is_added_in_the_columns_that_are_there() {
        let old = "\u{feff}Rule,Why,shift,PTB ID\r\nptb-id,\"two\r\nlines\",A,7";
        let text = with_line(old, &cells()).unwrap();
        assert_eq!(text, format!("{old}\r\nptb-id,\"'=a, \"\"b\"\"\",,0012\r\n"));
        let without = with_line("rule;reason;ptb_id\n", &cells()).unwrap_err().to_string();
        assert!(without.contains("no column ptb_id between commas"), "{without}");
    }

    #[test]
    fn a_row_that_would_be_lost_is_refused() {
        let header = "ptb_id,rule,reason\n";
        let open = with_line(&format!("{header}1,x,\"no end\n"), &cells()).unwrap_err().to_string();
        assert!(open.contains("quotation mark above is not closed"), "{open}");
        // A quote in the middle of a cell opens nothing.
        assert!(with_line(&format!("{header}1,x,5\" tall\n"), &cells()).is_ok());
    }
}
