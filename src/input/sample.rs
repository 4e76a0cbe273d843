//! What the first records of a file show about its columns.

use crate::input::cells::is_blank;
use crate::input::header::{Header, Unread};
use crate::input::no_record::{RecordTest, is_day};
use crate::input::rows::Row;

/// The number of records that are looked at.
pub(crate) const SAMPLE: usize = 100;
/// The least records by which a column without a heading is told from rows with a cell too many.
const LEAST_SAMPLE: usize = 5;

/// Finds, from the first records, which unread columns hold days (settled 179), and whether every record has as many
/// filled cells beyond the header (settled 275).
pub(crate) fn sample_columns(header: &mut Header, rows: &[Row], test: &RecordTest) {
    let rows: Vec<&Row> = rows.iter().filter(|row| !row.is_blank() && test.is_record(row)).collect();
    let holds_days = |heading: &Unread| {
        let mut cells = rows.iter().filter_map(|row| row.cell(heading.at)).filter(|text| !is_blank(text)).peekable();
        cells.peek().is_some() && cells.all(is_day)
    };
    header.unknown.iter_mut().for_each(|heading| heading.holds_days = holds_days(heading));
    let is_unheaded = |at: &usize| {
        header.name_at(*at) == Some("") && rows.iter().any(|row| row.cell(*at).is_some_and(|text| !is_blank(text)))
    };
    header.unheaded = (0..header.width).filter(is_unheaded).collect();
    let width = header.width;
    let beyond = |row: &Row| row.filled().filter(|(at, text)| *at >= width && *text != Some("")).count();
    let first = rows.first().map_or(0, |row| beyond(row));
    if rows.len() >= LEAST_SAMPLE && first > 0 && rows.iter().all(|row| beyond(row) == first) {
        header.beyond = rows.iter().map(|row| row.len()).max().unwrap_or(width).saturating_sub(width);
    }
}
