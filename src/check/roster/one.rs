//! One officer alone: the cells that an answer came from, and what would change it.

use crate::check::roster::RosterFile;
use crate::check::roster::answers::{add_days, finding};
use crate::finding::{Finding, Place, Status};
use crate::input::cells::Reading;
use crate::input::column::Role;
use crate::input::header::Header;
use crate::input::rows::Rows;
use crate::model::officer::{Column, Officer, has_column};
use crate::report::page::why::{AnswerCell, AnswerChange};
use crate::rules::ask::{Ask, Question, Questions, Rule};
use crate::rules::catalogue;
use crate::words::personal::looks_personal;
use crate::words::shown_text;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::sync::Arc;

/// An officer of a roster: every answer, and the cells of the row.
pub(crate) struct OneOfficer<'f> {
    pub(crate) findings: Vec<Finding<'f>>,
    pub(crate) row: OfficerRow<'f>,
}

/// The cells of a row, as recorded.
pub(crate) struct OfficerRow<'f> {
    pub(crate) file: &'f RosterFile,
    pub(crate) line: u64,
    /// The column and the text of each cell that the row has.
    pub(crate) cells: Vec<(Column, String)>,
    pub(crate) reading: Reading,
    /// True when what was recorded after the day asked about is ignored.
    pub(crate) rewind: bool,
}

/// The columns that say who somebody is, and since when. Nobody changes them for the sake of an answer, and what one
/// should hold where it is blank is not to be guessed.
const GIVEN: [Column; 8] = [
    Column::HireDate,
    Column::OriginalHireDate,
    Column::FullTimeSince,
    Column::PartTimeSince,
    Column::PreviousSeparation,
    Column::CourseStart,
    Column::Employment,
    Column::Discipline,
];

/// The answers from the one that asks for nothing to the one that asks for most.
const EASIEST_FIRST: [Status; 7] = [
    Status::Met,
    Status::NotApplicable,
    Status::Open,
    Status::DueSoon,
    Status::Review,
    Status::Unknown,
    Status::Overdue,
];

/// The most changes that are told of one answer.
const MOST_CHANGES: usize = 4;

/// Returns the answers about an officer of whom these cells are known, and every other one is blank: in the order of
/// the rules. `source` stands where a finding has its file.
pub(crate) fn answers_about(
    cells: &[(Column, String)],
    source: &'static str,
    reading: &Reading,
    ask: &Ask,
) -> Vec<Finding<'static>> {
    let known = |column: Column| cells.iter().find(|(own, _)| *own == column).map_or("", |(_, text)| text);
    // A whole name holds its parts.
    let is_whole = !known(Column::WholeName).is_empty();
    let is_left_out = |column: &Column| match column {
        Column::WholeName => !is_whole,
        Column::LastName | Column::FirstName => is_whole,
        _ => false,
    };
    let columns = Column::ALL.iter().copied().filter(|column| !is_left_out(column));
    let row: Vec<(Column, &str)> = columns.map(|column| (column, known(column))).collect();
    with_officer(&row, reading, |officer, header| {
        officer.strike_impossible_days(ask.as_of);
        let mut questions = Questions::default();
        for rule in catalogue() {
            // Every column is there.
            let _ = questions.add(rule, |column| has_column(header, column));
        }
        let gates = questions.check_gates(officer, ask);
        let answer = |asked: &Question| {
            let answer = asked.answer(officer, &gates, ask).unwrap_or_else(|cannot| cannot.answer(ask));
            let mut finding = finding(asked.rule, answer, Place::file(source));
            (finding.ptb_id, finding.name) = (officer.ptb_id.map(Cow::Borrowed), officer.full_name().map(Cow::Owned));
            add_days(&mut finding, ask);
            finding.to_owned()
        };
        questions.list().iter().map(answer).collect()
    })
}

/// Returns whether a column can hold a value; any can be blank.
pub(crate) fn is_readable(column: Column, value: &str, reading: &Reading) -> bool {
    with_officer(&[(column, value)], reading, |officer, _| !officer.is_faulty(column))
}

/// Calls `then` with the officer of these cells, each of another column, and with their header.
fn with_officer<T>(cells: &[(Column, &str)], reading: &Reading, then: impl FnOnce(&mut Officer, &Header) -> T) -> T {
    let header = Header::new(cells.iter().map(|(column, _)| column.name()), Column::SPECS).unwrap_or_default();
    let rows = Rows::of_cells(cells.iter().map(|(_, text)| *text));
    let mut officer = Officer::default();
    if let Some(row) = rows.iter().next() {
        officer.fill_from_row(&row, &header, &reading.of_file(&Arc::default()), |_, _| {});
    }
    then(&mut officer, &header)
}

impl OfficerRow<'_> {
    /// Returns the cells of the row that a rule reads, in its order. With `redact`, and of private columns, without
    /// their texts.
    pub(crate) fn cells_of(&self, rule: &Rule, redact: bool) -> Vec<AnswerCell> {
        let columns = rule.columns().filter(|column| self.file.header.place(*column as usize).is_some());
        let cell = |column: Column| {
            let text = self.text(column);
            let hides = redact || Column::SPECS[column as usize].private || looks_personal(text);
            let mut place = Place::record(&self.file.path, self.line).at(Some(column.name()));
            if let Some(grid) = &self.file.header.grid {
                grid.locate(&mut place);
            }
            AnswerCell {
                column: column.name(),
                text: (!text.is_empty() && !hides).then(|| shown_text(text).into_owned()),
                filled: !text.is_empty(),
                cell: place.cell.map(Cow::into_owned),
            }
        };
        columns.map(cell).collect()
    }

    /// Returns the columns that a rule reads and the file does not have.
    pub(crate) fn absent(&self, rule: &Rule) -> Vec<&'static str> {
        let columns = rule.columns().filter(|column| !has_column(&self.file.header, *column));
        columns.map(Column::name).collect()
    }

    /// Returns what would change an answer: the easiest answers first, one for each column. Each change is tried with
    /// the rule itself.
    pub(crate) fn changes(&self, rule: &'static Rule, ask: &Ask) -> Vec<AnswerChange> {
        let Some((status, _)) = self.answer(rule, None, ask) else { return Vec::new() };
        let rank = |status: Status| EASIEST_FIRST.iter().position(|one| *one == status);
        let best = |column: Column| {
            let tried = self.candidates(column, ask).into_iter().filter_map(|value| {
                let (then, due) = self.answer(rule, Some((column, &value)), ask)?;
                Some(AnswerChange { column: column.name(), value, status: then, due })
            });
            tried
                .filter(|change| ![status, Status::Unknown].contains(&change.status))
                .min_by_key(|change| rank(change.status))
        };
        let mut changes: Vec<AnswerChange> = rule.columns().filter_map(best).collect();
        changes.sort_by_key(|change| rank(change.status));
        changes.truncate(MOST_CHANGES);
        changes
    }

    /// Calls `then` with the officer of the row.
    pub(crate) fn officer<T>(&self, ask: &Ask, then: impl FnOnce(&Officer) -> T) -> T {
        self.with(None, ask, |officer, _| then(officer))
    }

    fn text(&self, column: Column) -> &str {
        self.cells.iter().find(|(own, _)| *own == column).map_or("", |(_, text)| text)
    }

    /// Returns the values that are tried in a column: where it is blank or cannot be read, one of each kind; where it
    /// has a day of something done, the day asked about.
    fn candidates(&self, column: Column, ask: &Ask) -> Vec<String> {
        let spec = &Column::SPECS[column as usize];
        if spec.private || spec.role != Role::Plain || GIVEN.contains(&column) {
            return Vec::new();
        }
        let today = ask.as_of.to_string();
        let is_known = self.officer(ask, |officer| officer.meaning(column).is_some());
        match is_known {
            true if spec.is_day && spec.past => vec![today],
            true => Vec::new(),
            false if spec.is_day => vec![today],
            false if !spec.choices.is_empty() => spec.choices.iter().map(|word| (*word).to_owned()).collect(),
            false => ["yes", "no", "0", "1"].map(str::to_owned).into(),
        }
    }

    /// Answers a rule by these cells, with one of them changed; `None` when the columns are not enough.
    fn answer(
        &self,
        rule: &'static Rule,
        change: Option<(Column, &str)>,
        ask: &Ask,
    ) -> Option<(Status, Option<NaiveDate>)> {
        self.with(change, ask, |officer, header| {
            // A value that is none of the column says nothing.
            if change.is_some_and(|(column, _)| officer.is_faulty(column)) {
                return None;
            }
            let mut questions = Questions::default();
            questions.add(rule, |column| has_column(header, column)).ok()?;
            let gates = questions.check_gates(officer, ask);
            let answer = questions.list().first()?.answer(officer, &gates, ask);
            Some(answer.map_or((Status::Unknown, None), |answer| (answer.status, answer.due)))
        })
    }

    /// Calls `then` with the officer of these cells, one of them changed, and with their header.
    fn with<T>(&self, change: Option<(Column, &str)>, ask: &Ask, then: impl FnOnce(&Officer, &Header) -> T) -> T {
        let changed = change.map(|(column, _)| column);
        let kept = self.cells.iter().filter(|(column, _)| Some(*column) != changed);
        let cells: Vec<(Column, &str)> = kept.map(|(column, text)| (*column, text.as_str())).chain(change).collect();
        with_officer(&cells, &self.reading, |officer, header| {
            if self.rewind {
                officer.rewind(ask.as_of);
            }
            officer.strike_impossible_days(ask.as_of);
            then(officer, header)
        })
    }
}
