//! Rows that are no record: the header again, totals and page numbers, positions that nobody holds, a lone cell, the
//! end mark of an old export (settled 162, 245 and 260).

use crate::input::cells::{is_formula_error, read_id};
use crate::input::column::{ColumnSpec, Role};
use crate::input::days::is_day;
use crate::input::header::{Header, HeaderName, OwnNames, look_up};
use crate::input::kind::Kind;
use crate::input::labels::{
    FOOTERS, LABELS, MOST_DIGITS, RESULTS, SUMS, TYPES, begins_with, is_one_of, is_row_in_a_cell, names_nobody,
};
use crate::input::rows::{Row, RowFault, Rows};
use crate::values::fold::{fold, is_hyphen};
use crate::words::{shown_text, thousands};

/// The known columns from which on a row with one filled cell is no record.
const WIDE: usize = 3;
/// The end mark of a file under DOS.
const END_OF_FILE: char = '\u{1a}';
/// The most rows that a note names.
const MOST_NAMED: usize = 10;

/// Returns whether the text of a cell is an ID.
type IdTest = fn(&str) -> bool;

/// Tells records from other rows of a file.
#[derive(Debug, Default)]
pub(crate) struct RecordTest {
    /// The columns of the kind of file, those that mark its header, and the user's own names for them.
    specs: &'static [ColumnSpec],
    marks: &'static [usize],
    own: OwnNames,
    /// The column at each place.
    columns: Vec<Option<usize>>,
    /// The headings of each row of the header, folded; none in JSON, where keys are repeated anyway.
    headings: Vec<Vec<String>>,
    /// The meaning of the column at each place.
    meanings: Vec<Option<Meaning>>,
    /// The columns of IDs, each with the test for one.
    ids: Vec<(usize, IdTest)>,
    is_wide: bool,
}

/// What a row of a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RowKind {
    /// A record, or a row that may be one.
    Record,
    /// A row that is passed over.
    NoRecord,
    /// The header of another table, so that the rows below it cannot be read by this one.
    OtherHeader,
}

/// The meaning of a column, as far as it tells whether a row is a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Id,
    LastName,
    FirstName,
    Day,
    /// Text that marks a record by itself, such as the name of a course.
    Mark,
    Other,
}

impl RecordTest {
    /// Returns the test for the rows of a file. `headings` are the rows of its header, none in JSON.
    pub(crate) fn new(header: &Header, kind: &'static Kind, headings: Vec<Vec<String>>, own: &OwnNames) -> Self {
        let meaning = |column: usize| {
            let spec: &ColumnSpec = kind.specs.get(column)?;
            Some(match spec.role {
                Role::Id => Meaning::Id,
                Role::LastName => Meaning::LastName,
                Role::GivenName if spec.name == "first_name" => Meaning::FirstName,
                Role::Plain if spec.name.ends_with("_id") && kind.marks.contains(&column) => Meaning::Id,
                Role::Plain if kind.marks.contains(&column) => Meaning::Mark,
                _ if spec.is_day => Meaning::Day,
                _ => Meaning::Other,
            })
        };
        let meanings: Vec<_> = (0..header.width).map(|at| header.column_at(at).and_then(meaning)).collect();
        let is_person = |at: usize| {
            header.column_at(at).and_then(|column| kind.specs.get(column)).is_some_and(|spec| spec.role == Role::Id)
        };
        let is_id = |at| -> IdTest { if is_person(at) { is_person_id } else { is_number } };
        let ids = (0..meanings.len()).filter(|at| meanings[*at] == Some(Meaning::Id)).map(|at| (at, is_id(at)));
        let ids = ids.collect();
        Self {
            specs: kind.specs,
            marks: kind.marks,
            own: own.clone(),
            columns: (0..header.width).map(|at| header.column_at(at)).collect(),
            headings,
            ids,
            is_wide: header.columns_read() >= WIDE,
            meanings,
        }
    }

    /// Removes the rows that are no record, and counts them. Where another table begins, it removes that too, and
    /// returns the line. `may_quote` says of a column whether its cells may be shown.
    pub(crate) fn pass_over(
        &self,
        rows: &mut Rows,
        passed: &mut PassedOver,
        may_quote: impl Fn(usize) -> bool,
    ) -> Option<u64> {
        let (mut places, mut other) = (Vec::new(), None);
        for (at, row) in rows.iter().enumerate() {
            match self.kind_of(&row) {
                RowKind::Record => {}
                RowKind::NoRecord => {
                    passed.add(&row, &may_quote);
                    places.push(at);
                }
                RowKind::OtherHeader => {
                    other = Some(row.line);
                    places.extend(at..rows.len());
                    break;
                }
            }
        }
        rows.remove(&places);
        other
    }

    /// Returns what a row is.
    fn kind_of(&self, row: &Row) -> RowKind {
        if row.faults.iter().any(|fault| !matches!(fault, RowFault::Ragged { .. })) {
            return RowKind::Record;
        }
        if self.is_wide && lone_text(row).is_some_and(is_row_in_a_cell) {
            return RowKind::Record;
        }
        let is_id_alone = || self.is_wide && row.filled().filter(|(_, text)| *text != Some("")).count() == 1;
        if self.is_sum(row) {
            return RowKind::NoRecord;
        }
        if self.ids.iter().any(|(at, is_id)| row.cell(*at).is_some_and(|text| is_id(text) && !is_written_day(text))) {
            return if is_numbering(row) { RowKind::NoRecord } else { RowKind::Record };
        }
        if self.ids.iter().any(|(at, is_id)| row.cell(*at).is_some_and(is_id)) && !is_id_alone() {
            return RowKind::Record;
        }
        let filled: Option<Vec<(usize, &str)>> = row.filled().map(|(at, text)| Some((at, text?))).collect();
        let Some(mut filled) = filled else { return RowKind::Record };
        filled.retain(|(_, text)| !text.is_empty());
        match self.header_like(&filled) {
            Some(kind) => kind,
            None if self.is_footer_row(&filled) || self.is_vacancy(&filled) => RowKind::NoRecord,
            None => RowKind::Record,
        }
    }

    /// Returns whether a row is a record, or may be one.
    pub(crate) fn is_record(&self, row: &Row) -> bool {
        self.kind_of(row) == RowKind::Record
    }

    /// Returns what a row without an ID is that speaks of the columns, and not of a person.
    fn header_like(&self, filled: &[(usize, &str)]) -> Option<RowKind> {
        let is_end_of_file = |text: &str| text.chars().all(|letter| letter == END_OF_FILE);
        if matches!(filled, [(_, text)] if is_end_of_file(text)) || self.is_header_again(filled) {
            return Some(RowKind::NoRecord);
        }
        if !self.is_wide {
            return None;
        }
        // A line drawn below a header or above a sum.
        let is_drawn =
            |text: &str| text.chars().all(|sign| matches!(sign, '=' | '_' | '*' | '~' | '#' | '+') || is_hyphen(sign));
        if filled.iter().all(|(_, text)| is_drawn(text)) {
            return Some(RowKind::NoRecord);
        }
        let in_brackets = |text: &str| text.starts_with('(') && text.ends_with(')');
        let is_type = |text: &str| TYPES.iter().any(|word| text.eq_ignore_ascii_case(word));
        if filled.len() > 1 && filled.iter().all(|(_, text)| in_brackets(text) || is_type(text)) {
            return Some(RowKind::NoRecord);
        }
        self.is_other_header(filled).then_some(RowKind::OtherHeader)
    }

    /// Returns whether a row is a label with nothing but bare counts behind it, such as `Subtotal Patrol | 2`: in the
    /// column of the IDs too a count is no ID, where nothing else speaks for a person.
    fn is_sum(&self, row: &Row) -> bool {
        let mut filled = row.filled().filter(|(_, text)| *text != Some(""));
        let Some((first, Some(label))) = filled.next().filter(|_| self.is_wide) else { return false };
        // The second cell of a record is a name almost always, so that this costs nothing.
        let mut counts = 0;
        let are_counts = filled.all(|(at, text)| {
            counts += 1;
            let is_free = !matches!(self.meaning(at), Some(Meaning::LastName | Meaning::FirstName | Meaning::Mark));
            is_free && text.is_some_and(is_count)
        });
        if counts == 0 || !are_counts {
            return false;
        }
        let is_sum_word = |word| is_one_of(word, &SUMS);
        match self.meaning(first) {
            None if label.split_whitespace().last().is_some_and(is_sum_word) => true,
            None | Some(Meaning::Id) => begins_with(label, &FOOTERS) || begins_with(label, &LABELS),
            Some(Meaning::LastName) => is_one_of(label, &RESULTS),
            Some(_) => false,
        }
    }

    /// Returns whether a row without an ID sums up, or stands at the end of a page.
    fn is_footer_row(&self, filled: &[(usize, &str)]) -> bool {
        let Some((first, label)) = filled.first().copied() else { return false };
        let meaning = self.meaning(first);
        let is_alone = filled.len() == 1;
        let has_letter = |text: &str| text.contains(char::is_alphabetic);
        let is_named = |(at, text): &(usize, &str)| {
            matches!(self.meaning(*at), Some(Meaning::LastName | Meaning::FirstName | Meaning::Mark))
                && has_letter(text)
                && !is_formula_error(text)
        };
        let is_anybody = filled.iter().any(is_named);
        let in_front = matches!(meaning, None | Some(Meaning::Id | Meaning::LastName));
        if self.is_wide && !is_anybody && in_front && (begins_with(label, &FOOTERS) || begins_with(label, &LABELS)) {
            return true;
        }
        let is_day_alone = is_alone && self.is_wide && meaning == Some(Meaning::Id);
        if !is_day_alone && filled.iter().any(|(at, text)| self.speaks_for_a_person(*at, text)) {
            return false;
        }
        if is_alone && self.is_wide && meaning != Some(Meaning::Mark) {
            return true;
        }
        // Nothing but figures behind a label, such as the number of officers.
        let are_figures = || filled.iter().skip(1).all(|(_, text)| !has_letter(text));
        if self.is_wide
            && !is_anybody
            && !is_alone
            && matches!(meaning, None | Some(Meaning::Id))
            && has_letter(label)
            && are_figures()
        {
            return true;
        }
        let is_label = |(at, text): &(usize, &str)| match self.meaning(*at) {
            Some(Meaning::LastName) => begins_with(text, &FOOTERS),
            Some(Meaning::Id) if *at == first => begins_with(text, &FOOTERS) || begins_with(text, &LABELS),
            None if *at == first => begins_with(text, &FOOTERS),
            _ => self.is_wide && !is_anybody && begins_with(text, &FOOTERS),
        };
        filled.iter().any(is_label)
    }

    /// Returns whether a row without an ID is a position that nobody holds: it has a word for that in place of a name,
    /// and no day.
    fn is_vacancy(&self, filled: &[(usize, &str)]) -> bool {
        let of = |meaning| filled.iter().find(|(at, _)| self.meaning(*at) == Some(meaning)).map(|(_, text)| *text);
        names_nobody(of(Meaning::LastName), of(Meaning::FirstName))
            && !filled.iter().any(|(at, text)| self.meaning(*at) == Some(Meaning::Day) && is_day(text))
    }

    fn meaning(&self, at: usize) -> Option<Meaning> {
        self.meanings.get(at).copied().flatten()
    }

    /// Returns whether every filled cell is the heading of its column, or another name of it.
    fn is_header_again(&self, filled: &[(usize, &str)]) -> bool {
        let is_heading = |headings: &Vec<String>| {
            filled.iter().all(|(at, text)| headings.get(*at).is_some_and(|heading| fold(text) == *heading))
        };
        let is_same = |(at, text): &(usize, &str)| match self.columns.get(*at) {
            Some(Some(column)) => self.named(text) == Some(*column),
            Some(None) => self.headings.iter().any(|row| row.get(*at).is_some_and(|heading| fold(text) == *heading)),
            None => true,
        };
        let in_header = || filled.iter().filter(|(at, _)| *at < self.columns.len());
        self.headings.iter().any(is_heading)
            || !self.headings.is_empty() && in_header().count() > 2 && filled.iter().all(is_same)
    }

    /// Returns whether a row is the header of other columns: three names of columns or more, most of its cells.
    fn is_other_header(&self, filled: &[(usize, &str)]) -> bool {
        if self.headings.is_empty() || filled.iter().any(|(_, text)| text.contains(|sign: char| sign.is_ascii_digit()))
        {
            return false;
        }
        let named: Vec<usize> = filled.iter().filter_map(|(_, text)| self.named(text)).collect();
        named.len() > 2 && named.len() * 2 > filled.len() && named.iter().any(|column| self.marks.contains(column))
    }

    /// Returns the column that a text names.
    fn named(&self, text: &str) -> Option<usize> {
        match look_up(text, self.specs, &self.own) {
            HeaderName::Column(column) => Some(column),
            HeaderName::Ignored | HeaderName::Unknown => None,
        }
    }

    /// Returns whether a cell shows that the row is about a person: a first name, or a day.
    fn speaks_for_a_person(&self, at: usize, text: &str) -> bool {
        match self.meaning(at) {
            Some(Meaning::FirstName) => !text.is_empty(),
            Some(Meaning::LastName) => text.split_once(',').is_some_and(|(_, first)| !first.trim().is_empty()),
            Some(Meaning::Day) => is_day(text),
            _ => false,
        }
    }
}

/// Returns the text of a row's only filled cell.
fn lone_text<'a>(row: &Row<'a, '_>) -> Option<&'a str> {
    let mut filled = row.filled().filter(|(_, text)| *text != Some(""));
    let (_, text) = filled.next()?;
    text.filter(|_| filled.next().is_none())
}

/// Returns whether a text is the ID of a person.
fn is_person_id(text: &str) -> bool {
    read_id(text).is_some()
}

/// Returns whether a text is a number that an agency gave, such as that of a claim: it has a digit and no blank inside.
pub fn is_number(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) && !text.contains(char::is_whitespace)
}

/// Returns whether a text is a day that no ID looks like: with marks between its numbers.
fn is_written_day(text: &str) -> bool {
    text.contains(['/', '-', ':', ' ']) && is_day(text)
}

/// Returns whether a text is the number of people in a sum.
fn is_count(text: &str) -> bool {
    let number = text.strip_suffix(".0").unwrap_or(text);
    (1..=MOST_DIGITS).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && (number.len() == 1 || !number.starts_with('0'))
}

/// Returns whether the cells of a row are the numbers of its columns.
fn is_numbering(row: &Row) -> bool {
    let is_number = |at: usize| row.cell(at).is_some_and(|text| text.parse() == Ok(at + 1));
    row.len() > 2 && row.cell(0) == Some("1") && (0..row.len()).all(is_number)
}

/// The rows of a file that were passed over.
#[derive(Debug, Default)]
pub(crate) struct PassedOver {
    /// Their number.
    pub(crate) count: u64,
    /// The lines of the first of them, with their first words where they may be shown.
    first: Vec<(u64, Option<String>)>,
}

impl PassedOver {
    /// Counts a row. `may_quote` says of a column whether its cells may be shown.
    fn add(&mut self, row: &Row, may_quote: &impl Fn(usize) -> bool) {
        self.count += 1;
        if self.first.len() == MOST_NAMED {
            return;
        }
        let words = row.filled().find_map(|(at, text)| Some((at, text.filter(|text| !text.is_empty())?)));
        let words = words.filter(|(at, _)| may_quote(*at)).map(|(_, text)| match text.contains(END_OF_FILE) {
            true => "the end mark of the file".to_owned(),
            false => format!("'{}'", shown_text(text)),
        });
        self.first.push((row.line, words));
    }

    /// Returns the note on them. With `redact` no words are quoted.
    pub(crate) fn note(&self, redact: bool) -> Option<String> {
        let named = self.first.iter().map(|(line, words)| match words {
            Some(words) if !redact => format!("line {line} ({words})"),
            _ => format!("line {line}"),
        });
        let mut named: Vec<String> = named.collect();
        let more = self.count.saturating_sub(named.len() as u64);
        if more > 0 {
            named.push(format!("and {} more", thousands(more.cast_signed())));
        }
        let (rows, are) = if self.count == 1 { ("1 row", "is") } else { ("rows", "are") };
        let rows =
            if self.count == 1 { rows.to_owned() } else { format!("{} {rows}", thousands(self.count.cast_signed())) };
        (self.count > 0).then(|| format!("{rows} that {are} no record passed over: {}", named.join(", ")))
    }
}
