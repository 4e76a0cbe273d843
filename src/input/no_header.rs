//! The sentence about a file in which no header was found, and what seems to be the cause.

use crate::hint::with_hint;
use crate::input::bytes::decode_text;
use crate::input::csv::CsvReader;
use crate::input::header::OwnNames;
use crate::input::header_place::{HEADER_ROWS, header_of};
use crate::input::heading::{near_column, without_marks};
use crate::input::kind::Kind;
use crate::input::rows::{Row, RowFault, Rows};
use crate::values::fold::trimmed;
use crate::words::shown_text;

/// The least columns that show what stands between cells.
const LEAST_KNOWN: usize = 2;
/// What may stand between cells and is not read, with its name.
const LONG_DELIMITERS: [(&str, &str); 5] = [
    ("  ", "several blanks"),
    ("\u{a6}", "a broken bar"),
    ("\u{ff0c}", "a wide comma"),
    ("\u{b7}", "a raised point"),
    ("\u{a0}", "a no-break space"),
];

/// Returns the sentence about a file without a header.
pub(crate) fn sentence(kind: &Kind, sought: &str) -> String {
    let marks: Vec<&str> = kind.marks.iter().map(|mark| kind.specs[*mark].name).collect();
    format!(
        "no header found: {sought} one of the columns {} (or another name for one); \
         `muster template {} --explain` lists every name",
        marks.join(", "),
        kind.name
    )
}

/// Returns the sentence about the start of a text without a header, with a hint where the cause shows.
pub(crate) fn of_text(start: &[u8], kind: &Kind, own: &OwnNames, redact: bool, sought: &str) -> String {
    let hint = other_delimiter(start, kind, own).or_else(|| {
        let rows = |delimiter| {
            let mut rows = Rows::default();
            // Reading from memory does not fail.
            let _ = CsvReader::new(start, delimiter).read_records(&mut rows, HEADER_ROWS);
            rows
        };
        b",;\t|".iter().find_map(|delimiter| near_header(&rows(*delimiter), kind, redact))
    });
    match hint {
        Some(hint) => with_hint(sentence(kind, sought), hint),
        None => sentence(kind, sought),
    }
}

/// Returns the sentence about JSON in which no object has a column that marks a record. `first` has the first object.
pub(crate) fn of_objects(kind: &Kind, first: &Rows) -> String {
    let sentence = sentence(kind, "none of its objects has");
    let Some(row) = first.iter().next() else { return sentence };
    let is_list = row.faults.iter().any(|fault| matches!(fault, RowFault::NoObject(_)));
    let holds_lists = !row.is_empty() && (0..row.len()).all(|at| row.nested(at).is_some_and(|it| it.starts_with('[')));
    let holds_objects =
        !row.is_empty() && (0..row.len()).all(|at| row.nested(at).is_some_and(|it| it.starts_with('{')));
    if is_list || holds_lists {
        return with_hint(sentence, "each record is an object with its columns as keys: [{\"ptb_id\": …}, …]");
    }
    if holds_objects {
        return with_hint(
            sentence,
            "the records seem to be inside an object, each under a key of its own; give the list of them, for example \
             with jq '[.[]]'",
        );
    }
    sentence
}

/// Returns the hint that a text is parted by something else than is read.
fn other_delimiter(start: &[u8], kind: &Kind, own: &OwnNames) -> Option<String> {
    let names_columns = |start: &[u8], delimiter| {
        header_of(start, delimiter, false, kind, own).is_some_and(|(known, _)| known >= LEAST_KNOWN)
    };
    for byte in (1..0x7f_u8).filter(|byte| !byte.is_ascii_alphanumeric() && !b",;\t|\"\n\r ".contains(byte)) {
        if names_columns(start, byte) {
            return Some(if byte.is_ascii_punctuation() {
                let sign = char::from(byte);
                format!("its columns seem to be parted by '{sign}'; add --delimiter '{sign}', or export it with commas")
            } else {
                format!("its columns seem to be parted by a control character (0x{byte:02x}); export it with commas")
            });
        }
    }
    let text = decode_text(start);
    for (delimiter, name) in LONG_DELIMITERS {
        let lines = text.lines().take(HEADER_ROWS).map(|line| parted(line, delimiter));
        if names_columns(lines.collect::<Vec<_>>().join("\n").as_bytes(), b'\t') {
            return Some(format!("its columns seem to be parted by {name}; export it with commas"));
        }
    }
    let unquoted = |line: &str| {
        let inside = trimmed(line).strip_prefix('"').and_then(|line| line.strip_suffix('"')).unwrap_or(line);
        inside.replace("\"\"", "\"")
    };
    let inside: Vec<String> = text.lines().take(HEADER_ROWS).map(unquoted).collect();
    b",;\t|".iter().any(|delimiter| names_columns(inside.join("\n").as_bytes(), *delimiter)).then(|| {
        "each line is in quotation marks as a whole, so that it is one cell; export it again without them".into()
    })
}

/// Returns a line with tabs between its cells.
fn parted(line: &str, delimiter: &str) -> String {
    let cells = line.split(delimiter).map(trimmed).filter(|cell| !cell.is_empty());
    cells.collect::<Vec<_>>().join("\t")
}

/// Returns the hint that names the headings that are near to columns which mark a header.
pub(crate) fn near_header(rows: &Rows, kind: &Kind, redact: bool) -> Option<String> {
    let near = |row: Row| {
        let cells = (0..row.len()).filter_map(|at| row.cell(at)).filter(|cell| !cell.is_empty());
        let named = cells.filter_map(|cell| Some((shown_text(cell).into_owned(), near_mark(cell, kind)?)));
        (row.line, named.collect::<Vec<(String, &str)>>())
    };
    let (line, named) = rows.iter().map(near).find(|(_, named)| !named.is_empty()).filter(|_| !redact)?;
    let words = named.iter().map(|(heading, column)| format!("{heading:?} (did you mean {column}?)"));
    Some(format!(
        "line {line} looks like a header: {}; rename it, or write it under [columns] in the configuration",
        words.collect::<Vec<_>>().join(", ")
    ))
}

/// Returns the column, of those that mark a header, that a heading is near to.
fn near_mark(heading: &str, kind: &Kind) -> Option<&'static str> {
    let bare = without_marks(heading);
    let in_front = bare.split(['(', '[', '/']).next().map(without_marks).filter(|front| !front.is_empty())?;
    let is_mark = |name: &&'static str| kind.marks.iter().any(|mark| kind.specs[*mark].name == *name);
    near_column(in_front, kind.specs).filter(is_mark)
}
