//! The headings of a file that has no header by its known columns alone, so that a person can say what they mean.

use crate::input::bytes::{self, Bytes};
use crate::input::csv::CsvReader;
use crate::input::days::is_day;
use crate::input::header_place::{HEADER_ROWS, HeaderRows, find_header, header_among, joined};
use crate::input::json;
use crate::input::kind::Kind;
use crate::input::opening::Opening;
use crate::input::rows::{Row, Rows};
use crate::input::workbook::{self, Found, found_in};
use anyhow::{Context, bail};

/// The delimiters that are tried.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// The longest text that is a heading, in bytes.
const LONGEST_HEADING: usize = 80;

/// Returns the headings of a file: those of the header that is known, otherwise of the row that looks most like one.
/// JSON has none but its keys, which need no guess.
///
/// # Errors
/// When the file cannot be read, or no row looks like a header.
pub(crate) fn guessed_headings(path: &str, how: &Opening, kind: &'static Kind) -> anyhow::Result<Vec<String>> {
    let mut text = CsvReader::new(Bytes::new(bytes::open(path)?), b',');
    let start = text.peek().context("cannot be read")?;
    if workbook::is_package(start) {
        let (start, mut rest) = text.into_rest();
        return of_workbook(&[start, rest.read_all()?].concat(), how, kind);
    }
    if json::sniff(start).is_some() {
        bail!("JSON has keys, and no header to guess");
    }
    let of_known = |delimiter, records: usize, header_rows: usize| {
        let rows = first_rows(start, delimiter, records);
        let all: Vec<Row> = rows.iter().collect();
        joined(all.get(all.len().saturating_sub(header_rows)..).unwrap_or_default(), kind, &how.own_names)
    };
    if let Some(place) = find_header(start, how.delimiter, false, kind, &how.own_names) {
        return Ok(of_known(place.delimiter, place.records, place.rows));
    }
    let guesses = DELIMITERS.into_iter().filter(|delimiter| how.delimiter.is_none_or(|given| given == *delimiter));
    let guesses = guesses.filter_map(|delimiter| {
        let rows = first_rows(start, delimiter, HEADER_ROWS);
        let (at, count) = likely_header(&rows)?;
        Some((count, joined(&[rows.iter().nth(at)?], kind, &how.own_names)))
    });
    // Of two that give as many headings, the first.
    let best = guesses.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map(|(_, headings)| headings).context("no row looks like a header")
}

fn first_rows(start: &[u8], delimiter: u8, records: usize) -> Rows {
    let mut rows = Rows::default();
    // Reading from memory does not fail.
    let _ = CsvReader::new(start, delimiter).read_records(&mut rows, records);
    rows
}

fn of_workbook(bytes: &[u8], how: &Opening, kind: &'static Kind) -> anyhow::Result<Vec<String>> {
    let known = |rows: &Rows| found_in(rows, header_among(rows, kind, &how.own_names)?, kind, &how.own_names);
    let likely = |rows: &Rows| {
        let (at, known) = likely_header(rows)?;
        found_in(rows, HeaderRows { at, rows: 1, known }, kind, &how.own_names)
    };
    let sentence = |_: &str| "no row looks like a header".to_owned();
    let open = |find: &dyn Fn(&Rows) -> Option<Found>| {
        workbook::open(bytes.to_vec(), (how.sheet.as_ref(), how.redact), HEADER_ROWS, find, &sentence)
    };
    match open(&known).or_else(|_| open(&likely)) {
        Ok(opened) => Ok(opened.names),
        Err(failure) => bail!(failure),
    }
}

/// Returns the index of the row that looks most like a header, with the number of its headings: every filled cell has a
/// letter and is no day, and there are two at least. Of several the first.
fn likely_header(rows: &Rows) -> Option<(usize, usize)> {
    let is_heading = |text: &str| {
        text.len() <= LONGEST_HEADING && text.contains(char::is_alphabetic) && !text.contains('@') && !is_day(text)
    };
    let count = |row: Row| {
        let filled: Vec<&str> = (0..row.len()).filter_map(|at| row.cell(at)).filter(|text| !text.is_empty()).collect();
        (filled.len() >= 2 && filled.iter().all(|text| is_heading(text))).then_some(filled.len())
    };
    let counts = rows.iter().enumerate().filter_map(|(at, row)| Some((at, count(row)?)));
    counts.reduce(|best, next| if next.1 > best.1 { next } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::csv::rows_of_text;

    #[test]
    fn the_header_is_the_row_with_the_most_headings() {
        let rows = rows_of_text("Fernhill PD,\nWho,Came On,Class\nOrr,2020-01-05,FT\nQuin,Bly,Ash\n");
        assert_eq!(likely_header(&rows), Some((1, 3)));
        let rows = rows_of_text("Who,2020-01-05\nOrr,12\n");
        assert_eq!(likely_header(&rows), None);
    }
}
