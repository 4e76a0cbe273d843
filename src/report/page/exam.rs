//! Results of an academy and examination sheet for people and spreadsheets.

use crate::report::item::{Outcome, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::person::{Person, law_line};
use crate::report::layout::screen::{cell, tinted};
use crate::rules::exam::{Exam, ExamOutcome, ExamResult};
use crate::values::decimal::Plain;
use crate::words::{day_words, tally_words};
use comfy_table::Cell;

impl Rows for ExamResult<'_> {
    fn columns() -> Vec<String> {
        [
            "ptb_id",
            "name",
            "attendance.absent_percent",
            "attendance.passed",
            "average.percent",
            "average.passed",
            "eligible",
            "exam.kind",
            "exam.percent",
            "exam.required",
            "exam.passed",
            "attempts_left",
            "results_due",
            "outcome",
            "sources",
            "file",
            "line",
            "notes",
        ]
        .map(str::to_owned)
        .into()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        let exam = self.exam.as_ref();
        vec![vec![
            Value::foreign(self.ptb_id),
            Value::foreign(self.name.as_deref()),
            Value::own_or_empty(self.attendance.absent_percent),
            Value::own_or_empty(self.attendance.passed),
            Value::own_or_empty(self.average.percent),
            Value::own_or_empty(self.average.passed),
            Value::own_or_empty(self.eligible),
            Value::own_or_empty(exam.and_then(|exam| exam.kind).map(|kind| kind.word())),
            Value::own_or_empty(exam.and_then(|exam| exam.percent)),
            Value::own_or_empty(exam.and_then(|exam| exam.required)),
            Value::own_or_empty(exam.and_then(|exam| exam.passed)),
            Value::own_or_empty(self.attempts_left),
            Value::own_or_empty(self.results_due),
            Value::own(self.outcome.name()),
            Value::own(self.sources.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")),
            Value::foreign(Some(self.file)),
            Value::own(self.line),
            Value::foreign(Some(&self.notes.join("; "))),
        ]]
    }

    fn for_people() -> Vec<usize> {
        vec![0, 1, 2, 4, 6, 7, 8, 9, 11, 12, 13, 16, 17]
    }
}

/// The columns of the table for people.
const COLUMNS: [(&str, Align); 5] = [
    ("trainee", Align::Left),
    ("hours\nmissed", Align::Right),
    ("written\naverage", Align::Right),
    ("examination,\nneeded", Align::Right),
    ("outcome,\nattempts left", Align::Left),
];

impl Outcome for ExamResult<'_> {
    fn show(&self, page: &mut Page) {
        let person =
            Person { name: self.name.as_deref(), ptb_id: self.ptb_id, file: Some(self.file), line: Some(self.line) };
        let left = match (&self.exam, self.eligible, self.attempts_left) {
            (None, Some(true), _) => "\nmay sit".into(),
            (_, _, Some(left)) => format!("\n{left} left"),
            _ => String::new(),
        };
        let row = vec![
            cell(&person.short()),
            Cell::new(percent(self.attendance.absent_percent)),
            Cell::new(percent(self.average.percent)),
            Cell::new(self.exam.as_ref().map_or_else(String::new, score_words)),
            tinted(Cell::new(format!("{}{left}", self.outcome.words())), self.outcome.status()),
        ];
        page.row(&COLUMNS, row);
        if let Some(due) = self.results_due {
            page.mention(&format!("The chief has the result in writing by {}", day_words(due)), &person.short());
        }
        for note in &self.notes {
            page.note(format!("{}: {note}", person.long()));
        }
    }
}

/// `131 correct` has been made a percentage before; what is needed stands under it.
fn score_words(exam: &Exam) -> String {
    format!("{}\n{}", percent(exam.percent), percent(exam.required))
}

fn percent(figure: Option<Plain>) -> String {
    figure.map_or_else(|| "?".into(), |figure| format!("{figure}%"))
}

/// How many trainees had which outcome, and by which law.
pub fn closing(results: &[ExamResult]) -> Vec<String> {
    let with = |outcome: ExamOutcome| results.iter().filter(|result| result.outcome == outcome).count();
    let counts = tally_words("trainee", ExamOutcome::ALL.map(|outcome| (with(outcome), outcome.words())));
    let law = (!results.is_empty()).then(|| law_line(results.iter().flat_map(|result| result.sources)));
    [Some(counts), law].into_iter().flatten().collect()
}
