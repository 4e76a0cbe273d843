//! The bounds and lines of the records of a delimited text, also after a quote that is never closed.
//!
//! The `csv` crates neither count physical lines nor recover from an open quote.

use memchr::{memchr, memchr_iter, memchr2, memchr3};

/// The longest quoted cell, in bytes. In a longer one the quote counts as never closed.
const LONGEST_QUOTED: usize = 64 * 1024;

/// One record at the front of the data.
pub(crate) enum Frame {
    /// A whole record.
    Record(Record),
    /// The record is not whole yet.
    More,
}

/// The end of a record.
pub(crate) struct Record {
    /// Its length without the line end, or up to the quote that is not closed.
    pub(crate) length: usize,
    /// The length up to the start of the next record.
    pub(crate) next: usize,
    /// True when a cell of it is in quotes.
    pub(crate) quoted: bool,
    /// True when a quote is not closed; the next record starts after its line.
    pub(crate) unclosed: bool,
}

impl Record {
    /// Counts its physical lines. `is_last` says whether the data end with it.
    pub(crate) fn lines(&self, data: &[u8], is_last: bool) -> u64 {
        if self.quoted { line_ends(&data[..self.next]).max(u64::from(is_last)) } else { 1 }
    }
}

/// Returns every record of a text: its first line, its bytes with the line end, and whether all its quotes are closed.
pub(crate) fn records(text: &[u8], delimiter: u8) -> impl Iterator<Item = (u64, &[u8], bool)> {
    let (mut rest, mut line) = (text, 1);
    std::iter::from_fn(move || match frame(rest, delimiter, true) {
        Frame::Record(record) if !rest.is_empty() => {
            let begins = line;
            line += record.lines(rest, record.next == rest.len());
            let (bytes, behind) = rest.split_at(record.next);
            rest = behind;
            Some((begins, bytes, !record.unclosed))
        }
        _ => None,
    })
}

/// Finds the end of the first record in `data`. A quote counts only at the start of a cell, as in `csv-core`.
pub(crate) fn frame(data: &[u8], delimiter: u8, at_end: bool) -> Frame {
    let record = |length, next, quoted| Frame::Record(Record { length, next, quoted, unclosed: false });
    let mut from = 0;
    let mut quoted = false;
    loop {
        let Some(at) = memchr3(b'\n', b'\r', b'"', &data[from..]).map(|at| from + at) else {
            return if at_end { record(data.len(), data.len(), quoted) } else { Frame::More };
        };
        if data[at] != b'"' {
            return match after_line_end(data, at, at_end) {
                Some(next) => record(at, next, quoted),
                None => Frame::More,
            };
        }
        let opens_a_cell = at == 0 || data[at - 1] == delimiter;
        if !opens_a_cell {
            from = at + 1;
            continue;
        }
        quoted = true;
        match closing_quote(data, at, delimiter, at_end) {
            Quote::Closed(after) => from = after,
            Quote::More => return Frame::More,
            Quote::Open => {
                let unclosed = |next| Frame::Record(Record { length: at, next, quoted: true, unclosed: true });
                return match memchr2(b'\n', b'\r', &data[at..]).map(|end| after_line_end(data, at + end, at_end)) {
                    Some(Some(next)) => unclosed(next),
                    None if at_end => unclosed(data.len()),
                    _ => Frame::More,
                };
            }
        }
    }
}

/// The end of a quoted cell.
enum Quote {
    /// Closed, with the place after the quote.
    Closed(usize),
    /// Never closed, or closed where a cell cannot end.
    Open,
    /// Not known yet.
    More,
}

/// Finds the end of the quote that opens at `open`.
///
/// A quoted cell of several lines must be followed by a delimiter or a line end: otherwise two stray quotes on
/// different lines would swallow the rows between them.
fn closing_quote(data: &[u8], open: usize, delimiter: u8, at_end: bool) -> Quote {
    let mut from = open + 1;
    loop {
        let found = memchr(b'"', &data[from..]).map(|at| from + at);
        match found {
            Some(at) if at - open > LONGEST_QUOTED => return Quote::Open,
            Some(at) => match data.get(at + 1) {
                Some(b'"') => from = at + 2,
                None if !at_end => return Quote::More,
                None => return Quote::Closed(at + 1),
                Some(next) => {
                    let ends_a_cell = *next == delimiter || matches!(next, b'\n' | b'\r');
                    let several_lines = memchr2(b'\n', b'\r', &data[open..at]).is_some();
                    return if ends_a_cell || !several_lines { Quote::Closed(at + 1) } else { Quote::Open };
                }
            },
            None if at_end || data.len() - open > LONGEST_QUOTED => return Quote::Open,
            None => return Quote::More,
        }
    }
}

/// Returns the place after the line end at `at`; `None` when its LF may still follow a CR at the end of the data.
pub(crate) fn after_line_end(data: &[u8], at: usize, at_end: bool) -> Option<usize> {
    match (data[at], data.get(at + 1)) {
        (b'\r', Some(b'\n')) => Some(at + 2),
        (b'\r', None) if !at_end => None,
        _ => Some(at + 1),
    }
}

/// Counts the physical lines that end in `data`: LF, CR LF or a lone CR.
pub(crate) fn line_ends(data: &[u8]) -> u64 {
    let feeds = memchr_iter(b'\n', data).count();
    let returns = memchr_iter(b'\r', data).filter(|at| data.get(at + 1) != Some(&b'\n')).count();
    (feeds + returns) as u64
}
