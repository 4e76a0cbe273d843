//! What the first records of a file show about its columns.

use crate::input::cells::{Reading, is_blank};
use crate::input::column::ColumnSpec;
use crate::input::days::read_day;
use crate::input::header::{Header, Unread};
use crate::input::labels::{begins_with, is_one_of};
use crate::input::no_day::is_placeholder;
use crate::input::no_record::RecordTest;
use crate::input::rows::Row;
use crate::values::fold::fold;
use chrono::NaiveDate;

/// The number of records that are looked at.
pub(crate) const SAMPLE: usize = 1000;
/// The number of records that show which columns hold days, and whether there is one without a heading (settled 179 and
/// 275).
const SETTLED_SAMPLE: usize = 100;
/// The least records by which a column without a heading is told from rows with a cell too many.
const LEAST_SAMPLE: usize = 5;

/// Words that say in a column of days that there is none yet.
const NOT_YET: [&str; 12] = [
    "in progress",
    "none yet",
    "not applicable",
    "not available",
    "not yet",
    "open",
    "pending",
    "t.b.d.",
    "tba",
    "tbd",
    "to be announced",
    "to be determined",
];

/// Returns whether a cell is blank, a day that stands for none, or a word that says so.
fn stands_for_none(text: &str, how: &Reading) -> bool {
    is_blank(text) || NOT_YET.iter().any(|word| text.eq_ignore_ascii_case(word)) || is_placeholder(text, how)
}

/// Words that say of a person in a column such as `Status` that he or she has left.
const DEPARTED: [&str; 13] = [
    "deceased",
    "discharged",
    "former",
    "inactive",
    "left",
    "no longer employed",
    "not employed",
    "resigned",
    "retired",
    "separated",
    "term",
    "terminated",
    "transferred",
];

/// Headings, folded, above words that say whether a person is in service.
const ACTIVE: [&str; 14] = [
    "active",
    "active(y/n)",
    "active?",
    "activey/n",
    "activeyn",
    "currentemployee",
    "currentemployee?",
    "currentlyemployed",
    "currentlyemployed?",
    "employed",
    "employed?",
    "isactive",
    "stillemployed",
    "stillemployed?",
];
/// The words below them of a person who is not.
const NOT_ACTIVE: [&str; 4] = ["n", "no", "false", "0"];

/// Returns the first column that the file lacks and whose words every filled cell of a column is. Yes and no are words
/// of many columns, and show nothing; nor does a single letter, such as F for a woman or for full-time.
fn column_of_words<'c>(cells: &[&'c str], header: &Header, specs: &'static [ColumnSpec]) -> Option<&'static str> {
    let how = Reading::on(NaiveDate::MAX);
    let says_more = |spec: &ColumnSpec| !spec.choices.is_empty() && !spec.choices.contains(&"yes");
    let lacks = |(at, spec): &(usize, &ColumnSpec)| says_more(spec) && header.place(*at).is_none();
    // A column that takes any word shows nothing either.
    let takes = |spec: &ColumnSpec, text: &'c str| text.len() > 1 && spec.choice_of(text, &how).is_some();
    let is_of =
        |spec: &ColumnSpec| spec.choice_of("xyzzy", &how).is_none() && cells.iter().all(|text| takes(spec, text));
    let mut fitting = specs.iter().enumerate().filter(lacks).filter(|(_, spec)| is_of(spec));
    fitting.next().map(|(_, spec)| spec.name).filter(|_| !cells.is_empty())
}

/// Finds, from the first records, which unread columns hold days (settled 179), the words of a column that the file
/// lacks or words for people who have left (settled 171), and whether every record has as many filled cells beyond the
/// header (settled 275).
pub(crate) fn sample_columns(header: &mut Header, rows: &[Row], test: &RecordTest, specs: &'static [ColumnSpec]) {
    let rows: Vec<&Row> = rows.iter().filter(|row| !row.is_blank() && test.is_record(row)).collect();
    // A year of two digits shows a day as well, whether or not it is read.
    let how = Reading { two_digit_years: true, ..Reading::on(NaiveDate::MAX) };
    let holds_days = |heading: &Unread| {
        let cells = rows.iter().take(SETTLED_SAMPLE).filter_map(|row| row.cell(heading.at));
        let mut cells = cells.filter(|text| !stands_for_none(text, &how)).peekable();
        cells.peek().is_some() && cells.all(|text| read_day(text, &how).is_some())
    };
    let of_words = |heading: &Unread| {
        let filled = rows.iter().filter_map(|row| row.cell(heading.at)).filter(|text| !is_blank(text));
        column_of_words(&filled.collect::<Vec<_>>(), header, specs)
    };
    let departed = |heading: &Unread| {
        let says_active = ACTIVE.contains(&&*fold(&heading.name));
        let has_left = |text: &&str| begins_with(text, &DEPARTED) || says_active && is_one_of(text, &NOT_ACTIVE);
        rows.iter().filter_map(|row| row.cell(heading.at)).filter(has_left).count()
    };
    let may_have_left = specs.iter().any(|spec| spec.name == "separated");
    let seen = |heading: &Unread| Unread {
        holds_days: holds_days(heading),
        near: heading.near.or_else(|| of_words(heading)),
        departed: if may_have_left { departed(heading) } else { 0 },
        ..heading.clone()
    };
    header.unknown = header.unknown.iter().map(seen).collect();
    let is_unheaded = |at: &usize| {
        header.name_at(*at) == Some("") && rows.iter().any(|row| row.cell(*at).is_some_and(|text| !is_blank(text)))
    };
    header.unheaded = (0..header.width).filter(is_unheaded).collect();
    let width = header.width;
    let beyond = |row: &Row| row.filled().filter(|(at, text)| *at >= width && *text != Some("")).count();
    let rows = &rows[..rows.len().min(SETTLED_SAMPLE)];
    let first = rows.first().map_or(0, |row| beyond(row));
    if rows.len() >= LEAST_SAMPLE && first > 0 && rows.iter().all(|row| beyond(row) == first) {
        header.beyond = rows.iter().map(|row| row.len()).max().unwrap_or(width).saturating_sub(width);
    }
}
