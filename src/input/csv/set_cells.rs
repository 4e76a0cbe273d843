//! Writes a delimited file again with a few cells changed and every other byte unchanged.

use crate::input::bytes::decode_text;
use crate::input::column::is_blank;
use crate::input::csv::framing::records;
use crate::input::header::Header;
use crate::values::fold::trimmed;
use anyhow::bail;
use std::collections::BTreeMap;
use std::ops::Range;

/// The cells that change: by the line on which the row begins, the column (its place in the record's declaration) and
/// the new text, a day or a word of the program.
pub type CellChanges = BTreeMap<u64, Vec<(usize, String)>>;

/// A file that was written again.
#[derive(Debug, PartialEq, Eq)]
pub struct Rewritten {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// Lines whose cells could not be set, with the reason, in order.
    pub not_set: Vec<(u64, &'static str)>,
}

/// Sets cells of the rows that begin on these lines.
///
/// `bytes` is the file on the disk; `delimiter` and `header` come from reading it. A quoted cell keeps its quotes.
///
/// # Errors
/// When the file is UTF-16, or has no such column.
pub fn set_cells(bytes: &[u8], delimiter: u8, header: &Header, changes: &CellChanges) -> anyhow::Result<Rewritten> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        bail!("the file is UTF-16; save it as UTF-8 (in Excel: \"CSV UTF-8\"), so that a copy can be written");
    }
    if changes.values().flatten().any(|(column, _)| header.place(*column).is_none()) {
        bail!("the file has no column for the day; add one to its header first");
    }
    let mark = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let (mark, text) = bytes.split_at(mark);
    let mut written = Rewritten { bytes: Vec::with_capacity(bytes.len() + changes.len() * 16), not_set: Vec::new() };
    written.bytes.extend_from_slice(mark);
    let mut awaited = changes.iter().peekable();
    for (line, record, is_closed) in records(text, delimiter) {
        while let Some((missed, _)) = awaited.next_if(|(awaited, _)| **awaited < line) {
            written.not_set.push((*missed, "no row begins on this line"));
        }
        let Some((_, changes)) = awaited.next_if(|(awaited, _)| **awaited == line) else {
            written.bytes.extend_from_slice(record);
            continue;
        };
        let content = without_line_end(record);
        let cells = cells(content, delimiter).filter(|cells| is_closed && has_width(cells, content, header));
        let cell = |(column, text): &(usize, String)| {
            let cell = cells.as_ref()?.get(header.place(*column)?)?;
            Some((cell.clone(), text.clone()))
        };
        match changes.iter().map(cell).collect::<Option<Vec<_>>>() {
            Some(mut changed) => {
                changed.sort_by_key(|(cell, _)| cell.start);
                let mut kept = 0;
                for (cell, text) in changed {
                    let quoted = content.get(cell.clone()).is_some_and(|cell| cell.starts_with(b"\""));
                    let quote = if quoted { "\"" } else { "" };
                    written.bytes.extend_from_slice(record.get(kept..cell.start).unwrap_or_default());
                    written.bytes.extend_from_slice(format!("{quote}{text}{quote}").as_bytes());
                    kept = cell.end;
                }
                written.bytes.extend_from_slice(record.get(kept..).unwrap_or_default());
            }
            None => {
                written.bytes.extend_from_slice(record);
                written
                    .not_set
                    .push((line, "the row has more or fewer cells than the header, so that the cell is not certain"));
            }
        }
    }
    written.not_set.extend(awaited.map(|(line, _)| (*line, "no row begins on this line")));
    Ok(written)
}

/// Returns whether a record has the cells of the header, and beyond them only what every record has, or blanks (settled
/// 163 and 275).
fn has_width(cells: &[Range<usize>], content: &[u8], header: &Header) -> bool {
    let is_blank =
        |cell: &Range<usize>| content.get(cell.clone()).is_some_and(|cell| is_blank(trimmed(&decode_text(cell))));
    let beyond = cells.get(header.width + header.beyond..).unwrap_or_default();
    cells.len() >= header.least_width() && beyond.iter().all(is_blank)
}

/// Returns the record without its line end: LF, CR LF or a lone CR.
fn without_line_end(record: &[u8]) -> &[u8] {
    let ends = [b"\r\n".as_slice(), b"\n", b"\r"];
    ends.iter().find_map(|end| record.strip_suffix(*end)).unwrap_or(record)
}

/// Returns the places of the cells of a record, quotes included, as `csv-core` splits them: a quote counts only at
/// the start of a cell, and text after a closing quote belongs to the cell. `None` when a quote is not closed.
fn cells(record: &[u8], delimiter: u8) -> Option<Vec<Range<usize>>> {
    let mut cells = Vec::new();
    let (mut start, mut quoted, mut at) = (0, false, 0);
    while at < record.len() {
        let byte = record[at];
        if quoted {
            if byte == b'"' {
                if record.get(at + 1) == Some(&b'"') {
                    at += 1;
                } else {
                    quoted = false;
                }
            }
        } else if byte == delimiter {
            cells.push(start..at);
            start = at + 1;
        } else if byte == b'"' && at == start {
            quoted = true;
        }
        at += 1;
    }
    cells.push(start..at);
    (!quoted).then_some(cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::officer::Column;
    use proptest::prelude::*;

    const QUALIFIED: usize = Column::FirearmsQualified as usize;

    fn set(text: &[u8], delimiter: u8, names: &[&str], lines: &[u64]) -> Rewritten {
        let header = Header::new(names.iter().copied(), Column::SPECS).unwrap();
        let changes = lines.iter().map(|line| (*line, vec![(QUALIFIED, "2026-06-06".to_owned())])).collect();
        set_cells(text, delimiter, &header, &changes).unwrap()
    }

    #[test]
    fn one_cell_changes_and_nothing_else() {
        let names = ["Name", "Firearms", "Comment"];
        let text = "\u{feff}Roster of 2026\r\n\r\n\"Name\",Firearms,Comment\r\n\
                    \"Doe, Jane\",\"2025-01-02\",\"a \"\"b\"\"\r\nc\"\r\n\
                    Roe,,x\r\n\
                    Poe,1/2/2025,";
        let rewritten = set(text.as_bytes(), b',', &names, &[4, 6, 7]);
        let expected = text
            .replace("\"2025-01-02\"", "\"2026-06-06\"")
            .replace("Roe,,x", "Roe,2026-06-06,x")
            .replace("1/2/2025", "2026-06-06");
        assert_eq!(String::from_utf8(rewritten.bytes).unwrap(), expected);
        assert_eq!(rewritten.not_set, []);
        let rewritten = set(text.as_bytes(), b',', &names, &[]);
        assert_eq!(rewritten.bytes, text.as_bytes());
    }

    #[test]
    fn two_cells_of_a_row_change_in_any_order() {
        let header = Header::new(["power_administrator", "x", "power_passed"], Column::SPECS).unwrap();
        let [passed, giver] = [Column::PowerPassed, Column::PowerAdministrator].map(|column| column as usize);
        let row = vec![(passed, "2026-06-06".to_owned()), (giver, "other".to_owned())];
        let changes = CellChanges::from([(1, row)]);
        let rewritten = set_cells(b"\"\",y,\r\nother,y,1/2/2025\r\n", b',', &header, &changes).unwrap();
        assert_eq!(rewritten.bytes, b"\"other\",y,2026-06-06\r\nother,y,1/2/2025\r\n");
        // Of a row without one of the cells neither changes.
        let rewritten = set_cells(b"designated\n", b',', &header, &changes).unwrap();
        assert_eq!((rewritten.bytes.as_slice(), rewritten.not_set.len()), (&b"designated\n"[..], 1));
    }

    #[test]
    fn bytes_that_are_no_utf_8_and_lone_returns_stay() {
        let rewritten = set(b"name;firearms\rN\xfa\xf1ez;\rRoe;x\r", b';', &["name", "firearms"], &[2]);
        assert_eq!(rewritten.bytes, b"name;firearms\rN\xfa\xf1ez;2026-06-06\rRoe;x\r");
    }

    #[test]
    fn a_row_whose_cells_are_not_certain_is_left_alone_and_named() {
        let text = b"name,firearms\nDoe, Jane,2025-01-01\nRoe\n\"Poe,2025-01-01\nLoe,2025-01-01\n";
        let rewritten = set(text, b',', &["name", "firearms"], &[1, 2, 3, 4, 5, 9]);
        let lines: Vec<u64> = rewritten.not_set.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [2, 3, 4, 9]);
        let expected = "name,2026-06-06\nDoe, Jane,2025-01-01\nRoe\n\"Poe,2025-01-01\nLoe,2026-06-06\n";
        assert_eq!(String::from_utf8(rewritten.bytes).unwrap(), expected, "line 1 is a row like another here");
    }

    #[test]
    fn a_file_that_cannot_be_copied_is_refused_with_what_to_do() {
        let header = Header::new(["name"], Column::SPECS).unwrap();
        let changes = CellChanges::from([(2, vec![(QUALIFIED, String::new())])]);
        let refused = |bytes| set_cells(bytes, b',', &header, &changes).unwrap_err().to_string();
        assert!(refused(b"\xff\xfen\0").contains("UTF-8"));
        assert!(refused(b"name\nDoe\n").contains("no column"));
    }

    /// A made-up file: its cells, how each is quoted, the delimiter, the line end, a mark, a title.
    type File = (Vec<Vec<(String, bool)>>, u8, &'static str, bool, bool);

    fn files() -> impl Strategy<Value = File> {
        let cell = (r#"[a-zé" ,;\t\r\n0-9-]{0,6}"#, any::<bool>());
        let rows = (2..6_usize)
            .prop_flat_map(move |width| proptest::collection::vec(proptest::collection::vec(cell, width), 1..12));
        let delimiter = prop_oneof![Just(b','), Just(b';'), Just(b'\t')];
        (rows, delimiter, prop_oneof![Just("\n"), Just("\r\n"), Just("\r")], any::<bool>(), any::<bool>())
    }

    /// The text of a file, and the line on which each row begins.
    fn written(file: &File, place: usize) -> (String, Vec<u64>) {
        let (rows, delimiter, end, mark, title) = file;
        let width = rows[0].len();
        let names: Vec<&str> = (0..width).map(|at| if at == place { "firearms" } else { "" }).collect();
        let delimiter = (*delimiter as char).to_string();
        let mut text = if *title { format!("Roster{end}") } else { String::new() };
        text += &(names.join(&delimiter) + end);
        let mut lines = Vec::new();
        for row in rows {
            let ends = text.replace("\r\n", "\n").matches(['\r', '\n']).count() as u64;
            lines.push(ends + 1);
            let cells = row.iter().map(|(cell, quoted)| {
                let must = cell.contains(['"', ',', ';', '\t', '\r', '\n']) || width == 1;
                if *quoted || must { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
            });
            text += &(cells.collect::<Vec<_>>().join(&delimiter) + end);
        }
        (if *mark { format!("\u{feff}{text}") } else { text }, lines)
    }

    fn read_back(bytes: &[u8], delimiter: u8) -> Vec<Vec<String>> {
        let mut reader =
            csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(bytes);
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    proptest! {
        #![proptest_config(crate::property_tests())]

        #[test]
        fn only_the_cells_that_are_meant_change(file in files(), place in 0..6_usize, chosen in any::<u16>()) {
            let width = file.0[0].len();
            let place = place % width;
            let (text, lines) = written(&file, place);
            let chosen: Vec<usize> = (0..lines.len()).filter(|at| chosen & (1 << at) != 0).collect();
            let names: Vec<&str> = (0..width).map(|at| if at == place { "firearms" } else { "" }).collect();
            let days: Vec<u64> = chosen.iter().map(|at| lines[*at]).collect();
            let rewritten = set(text.as_bytes(), file.1, &names, &days);
            prop_assert_eq!(&rewritten.not_set, &[]);
            let mut expected = read_back(text.as_bytes(), file.1);
            // The title and the header, where they are not blank, come first.
            let above = expected.len() - lines.len();
            for at in &chosen {
                expected[above + at][place] = "2026-06-06".into();
            }
            prop_assert_eq!(read_back(&rewritten.bytes, file.1), expected);
            // Set back to what it was, byte for byte, it is the same file.
            let again = set(text.as_bytes(), file.1, &names, &[]);
            prop_assert_eq!(again.bytes, text.as_bytes());
        }
    }
}
