//! Finds the header among the first rows of a delimited text, and with it the delimiter.

use crate::input::cells::MERGED;
use crate::input::csv::CsvReader;
use crate::input::header::{HeaderName, OwnNames, look_up};
use crate::input::heading::is_unit;
use crate::input::kind::Kind;
use crate::input::rows::{Row, Rows};
use crate::values::fold::fold;

/// The number of rows in which the header is sought.
pub(crate) const HEADER_ROWS: usize = 20;
/// The delimiters that are tried; of two that name as many columns, the first.
const DELIMITERS: &[u8] = b",;\t|";

/// The place of a header.
pub(crate) struct HeaderPlace {
    /// The delimiter of the file.
    pub(crate) delimiter: u8,
    /// The number of records up to it, itself included.
    pub(crate) records: usize,
    /// The number of records above it that hold something.
    pub(crate) above: usize,
    /// The number of rows that it is spread over, 1 or 2.
    pub(crate) rows: usize,
    /// The number of columns that it names.
    pub(crate) known: usize,
}

/// Finds the header with the most known columns (settled 165). `given` is the delimiter that the user names; without it
/// a line `sep=` decides, and then the content. `tabs_first` breaks ties.
pub(crate) fn find_header(
    start: &[u8],
    given: Option<u8>,
    tabs_first: bool,
    kind: &Kind,
    own: &OwnNames,
) -> Option<HeaderPlace> {
    let hint = separator_line(start);
    let sought = |delimiters: &[u8]| {
        let mut best: Option<(usize, HeaderPlace)> = None;
        for delimiter in delimiters {
            let found = header_of(start, *delimiter, hint.is_some(), kind, own);
            if let Some((score, place)) = found
                && best.as_ref().is_none_or(|(most, _)| score > *most)
            {
                best = Some((score, place));
            }
        }
        best.map(|(_, place)| place)
    };
    let by_content = || if tabs_first { sought(b"\t,;|") } else { sought(DELIMITERS) };
    match (given, hint) {
        (Some(delimiter), _) => sought(&[delimiter]),
        (None, Some(delimiter)) => sought(&[delimiter]).or_else(by_content),
        (None, None) => by_content(),
    }
}

/// Returns whether a byte can stand between cells.
pub(crate) fn is_delimiter(byte: u8) -> bool {
    byte == b'\t' || byte.is_ascii_punctuation() && byte != b'"'
}

/// Returns the delimiter that the first line names, as Excel reads it: `sep=;`, also in quotes.
fn separator_line(start: &[u8]) -> Option<u8> {
    let line = start.split(|byte| matches!(byte, b'\n' | b'\r')).next()?;
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    let (name, delimiter) = line.split_at_checked(4)?;
    let delimiter = *delimiter.first()?;
    (name.eq_ignore_ascii_case(b"sep=") && is_delimiter(delimiter)).then_some(delimiter)
}

/// Finds the first header of a text with this delimiter. Returns it with the number of columns that it names.
pub(crate) fn header_of(
    start: &[u8],
    delimiter: u8,
    has_hint: bool,
    kind: &Kind,
    own: &OwnNames,
) -> Option<(usize, HeaderPlace)> {
    let mut rows = Rows::default();
    // Reading from memory does not fail.
    let _ = CsvReader::new(start, delimiter).read_records(&mut rows, HEADER_ROWS);
    let found = header_among(&rows, kind, own)?;
    let above = rows.iter().take(found.at).skip(usize::from(has_hint)).filter(|row| !row.is_blank()).count();
    let HeaderRows { at, rows, known } = found;
    Some((known, HeaderPlace { delimiter, records: at + rows, above, rows, known }))
}

/// A header among the first rows of a text or of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct HeaderRows {
    /// The index of its first row.
    pub(crate) at: usize,
    /// The number of rows that it is spread over, 1 or 2.
    pub(crate) rows: usize,
    /// The number of columns that it names.
    pub(crate) known: usize,
}

/// Finds the first header among rows: one row, or two that name more columns together than each alone. The second row
/// then has no digit (settled 164).
pub(crate) fn header_among(rows: &Rows, kind: &Kind, own: &OwnNames) -> Option<HeaderRows> {
    let all: Vec<Row> = rows.iter().collect();
    let count = |cells: &[String]| {
        let mut columns: Vec<usize> = cells.iter().filter_map(|cell| column(cell, kind, own)).collect();
        columns.sort_unstable();
        columns.dedup();
        columns.len()
    };
    for (at, row) in all.iter().enumerate() {
        let one = joined(&[*row], kind, own);
        let (alone, is_one) = (count(&one), is_header(&one, kind, own));
        // A header has no digit in its lower row, and most records have one.
        let below = all.get(at + 1).map(|next| (next, joined(&[*next], kind, own)));
        let below = below.filter(|(_, below)| !below.iter().any(|cell| cell.bytes().any(|byte| byte.is_ascii_digit())));
        let both = below.as_ref().and_then(|(next, below)| {
            let both = joined(&[*row, **next], kind, own);
            if !is_header(&both, kind, own) {
                return None;
            }
            // Where the lower row says nothing that a header would, it may be a record.
            let strange = (0..below.len()).filter(|at| is_strange(*at, &one, below, &both, kind, own)).count();
            Some(count(&both).saturating_sub(strange)).filter(|known| *known > alone.max(count(below)))
        });
        // Titles above groups of columns, some of which are names of columns too.
        let is_title = || below.as_ref().is_some_and(|(_, below)| count(below) > alone && is_header(below, kind, own));
        match both {
            Some(known) => return Some(HeaderRows { at, rows: 2, known }),
            None if is_one && below.as_ref().is_some_and(|(next, _)| divides_days(row, next, kind, own)) => {
                let known = count(&joined(&[*row, *below.as_ref().map_or(row, |(next, _)| next)], kind, own));
                return Some(HeaderRows { at, rows: 2, known });
            }
            None if is_one && !is_title() => return Some(HeaderRows { at, rows: 1, known: alone }),
            None => {}
        }
    }
    None
}

/// Returns whether a row only says below days which days they are, such as `Due` and `Done` below `Academy`: below the
/// columns of persons it is blank.
fn divides_days(upper: &Row, lower: &Row, kind: &Kind, own: &OwnNames) -> bool {
    let says = |part: &&str| !part.is_empty() && *part != MERGED;
    let is_day = |at: usize| {
        let title = (0..=at).rev().filter_map(|at| upper.cell(at)).find(says);
        title.and_then(|title| column(title, kind, own)).is_some_and(|column| kind.specs[column].is_day)
    };
    let filled = (0..lower.len()).filter(|at| lower.cell(*at).as_ref().is_some_and(says));
    let filled: Vec<usize> = filled.collect();
    let is_other = |at: &usize| lower.cell(*at).is_some_and(|part| column(part, kind, own).is_none() && !is_unit(part));
    filled.len() > 1 && filled.iter().all(|at| is_day(*at)) && filled.iter().any(is_other)
}

/// Returns whether the lower of two cells stands below the name of a column and neither completes nor replaces it.
fn is_strange(at: usize, above: &[String], below: &[String], both: &[String], kind: &Kind, own: &OwnNames) -> bool {
    let cell = |cells: &[String]| cells.get(at).cloned().unwrap_or_default();
    let (above, below, both) = (cell(above), cell(below), cell(both));
    let is_known = |cell: &str| column(cell, kind, own).is_some();
    let is_day = |cell: &str| column(cell, kind, own).is_some_and(|column| kind.specs[column].is_day);
    // `Date` below the name of a day says nothing new.
    let is_its_day = ["date", "day"].contains(&&*fold(&below)) && is_day(&above);
    !below.is_empty() && is_known(&above) && !is_known(&below) && both == above && !is_its_day
}

/// Returns the cells of one row, or of two rows that are one header: `Hire` above `Date` is `Hire Date`, and `Basic`
/// above `Enrolled` and `Completed` belongs to both. Where the two together are no column, the one of them that is;
/// `Training` above `Hire Date` is a title.
pub(crate) fn joined(rows: &[Row], kind: &Kind, own: &OwnNames) -> Vec<String> {
    let width = rows.iter().map(Row::len).max().unwrap_or_default();
    let is_known = |cell: &str| column(cell, kind, own).is_some();
    // The lower part of a cell that is merged down two rows says nothing of its own.
    let says = |part: &&str| !part.is_empty() && *part != MERGED;
    // A title stands above the first of its columns, and holds for those to the right without one.
    let title = |at: usize| {
        let [upper, _] = rows else { return None };
        (0..=at).rev().filter_map(|at| upper.cell(at)).find(says)
    };
    let divides = matches!(rows, [upper, lower] if divides_days(upper, lower, kind, own));
    let cell = |at: usize| {
        let parts: Vec<&str> = rows.iter().filter_map(|row| row.cell(at)).filter(says).collect();
        let whole = parts.join(" ");
        if let ([lower], Some(title)) = (&parts[..], title(at)) {
            let below = format!("{title} {lower}");
            if title != *lower && (is_known(&below) || divides && !is_known(lower)) {
                return below;
            }
        }
        // `Due` below the name of a day makes it another day.
        if divides && matches!(parts[..], [_, lower] if !is_known(lower) && !is_unit(lower)) {
            return whole;
        }
        let part = || parts.iter().rev().find(|part| is_known(part)).map(|part| (*part).to_owned());
        if parts.len() < 2 || is_known(&whole) { whole } else { part().unwrap_or(whole) }
    };
    (0..width).map(cell).collect()
}

/// Returns whether these cells have a column that marks the header of this kind.
pub(crate) fn is_header(cells: &[String], kind: &Kind, own: &OwnNames) -> bool {
    cells.iter().any(|cell| column(cell, kind, own).is_some_and(|column| kind.marks.contains(&column)))
}

fn column(cell: &str, kind: &Kind, own: &OwnNames) -> Option<usize> {
    match look_up(cell, kind.specs, own) {
        HeaderName::Column(column) => Some(column),
        HeaderName::Ignored | HeaderName::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::separator_line;

    #[test]
    fn a_line_sep_names_the_delimiter() {
        for (start, delimiter) in [
            ("sep=;\r\na;b", Some(b';')),
            ("\"sep=\t\"\r\na\tb", Some(b'\t')),
            ("SEP=|\n", Some(b'|')),
            ("\u{feff}sep=,", Some(b',')),
            ("sep=\n", None),
            ("sep=a\n", None),
            ("sep=\"\n", None),
            ("september;x\n", None),
        ] {
            assert_eq!(separator_line(start.as_bytes()), delimiter, "{start:?}");
        }
    }
}
