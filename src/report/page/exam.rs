//! Results of an academy and examination sheet.

use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::person::{Person, law_line};
use crate::report::layout::screen::{cell, tinted};
use crate::rules::exam::{Attendance, Average, Exam, ExamOutcome, ExamResult};
use crate::values::decimal::Plain;
use crate::words::{day_words, tally_words};
use comfy_table::Cell;

impl Rows for ExamResult<'_> {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("ptb_id", |result| Value::foreign(result.ptb_id));
        to.shown("name", |result| Value::foreign(result.name.as_deref()));
        to.part("attendance", |result| Some(&result.attendance));
        to.part("average", |result| Some(&result.average));
        to.shown("eligible", |result| Value::figure_or_blank(result.eligible));
        to.part("exam", |result| result.exam.as_ref());
        to.shown("attempts_left", |result| Value::figure_or_blank(result.attempts_left));
        to.shown("results_due", |result| Value::figure_or_blank(result.results_due));
        to.shown("outcome", |result| Value::word(result.outcome.name()));
        to.hidden("sources", |result| Value::list(result.sources));
        to.hidden("file", |result| Value::foreign(Some(result.file)));
        to.shown("line", |result| Value::figure(result.line));
        to.shown("notes", |result| Value::foreign_list(&result.notes));
    }
}

impl Rows for Attendance {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("absent_percent", |attendance| Value::figure_or_blank(attendance.absent_percent));
        to.hidden("passed", |attendance| Value::figure_or_blank(attendance.passed));
    }
}

impl Rows for Average {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("percent", |average| Value::figure_or_blank(average.percent));
        to.hidden("passed", |average| Value::figure_or_blank(average.passed));
    }
}

impl Rows for Exam {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("kind", |exam| Value::word_or_blank(exam.kind.map(|kind| kind.word())));
        to.shown("percent", |exam| Value::figure_or_blank(exam.percent));
        to.shown("required", |exam| Value::figure_or_blank(exam.required));
        to.hidden("passed", |exam| Value::figure_or_blank(exam.passed));
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

impl ReportEntry for ExamResult<'_> {
    fn show(&self, page: &mut Page) {
        let person = Person {
            name: self.name.as_deref(),
            ptb_id: self.ptb_id,
            file: Some(self.file),
            line: Some(self.line),
            sheet: self.sheet,
        };
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
            page.mention(&format!("Written result due to the chief by {}", day_words(due)), &person.short());
        }
        for note in &self.notes {
            page.note(format!("{}: {note}", person.long()));
        }
    }
}

/// Returns the score in percent with the required one below it. A count of correct answers is a percentage already.
fn score_words(exam: &Exam) -> String {
    format!("{}\n{}", percent(exam.percent), percent(exam.required))
}

fn percent(figure: Option<Plain>) -> String {
    figure.map_or_else(|| "?".into(), |figure| format!("{figure}%"))
}

/// Returns the closing sentences: how many trainees had each outcome, and the law.
pub fn closing(results: &[ExamResult]) -> Vec<String> {
    let with = |outcome: ExamOutcome| results.iter().filter(|result| result.outcome == outcome).count();
    let counts = tally_words("trainee", ExamOutcome::ALL.map(|outcome| (with(outcome), outcome.words())));
    let law = (!results.is_empty()).then(|| law_line(results.iter().flat_map(|result| result.sources)));
    [Some(counts), law].into_iter().flatten().collect()
}
