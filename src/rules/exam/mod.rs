//! Academy and examination: attendance, average, who may sit, what the examination came to, which attempts are left.

pub mod score;

use crate::finding::{Source, Status};
use crate::model;
use crate::model::Record;
use crate::model::exam::{Column, ExamKind, Rating, Trainee};
use crate::model::power_test::Program;
use crate::rules::law::{calendar, params};
use crate::values::decimal::{Decimal, Plain};
use crate::words::{count_words, day_words};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// A row of an academy and examination sheet with its place.
pub type Entry<'a> = model::Entry<'a, Trainee<'a>>;

/// What a row comes to.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "exam check")]
pub struct ExamResult<'a> {
    /// The trainee's PTB ID, as recorded.
    pub ptb_id: Option<&'a str>,
    /// `Doe, Jane`
    pub name: Option<String>,
    /// Hours missed.
    pub attendance: Attendance,
    /// Average of the written examinations.
    pub average: Average,
    /// Whether the trainee may sit the examination; `None` when that cannot be told.
    pub eligible: Option<bool>,
    /// The examination; `None` when the row has none.
    pub exam: Option<Exam>,
    /// Attempts left: with this appointment (comprehensive), or in the career (equivalency).
    pub attempts_left: Option<u32>,
    /// The day by which the chief has the result in writing.
    pub results_due: Option<NaiveDate>,
    /// What came of it.
    #[schemars(with = "String")]
    pub outcome: Outcome,
    /// The law by which it was answered, highest authority first.
    pub sources: &'static [Source],
    /// Why, and what else a careful reader should know.
    pub notes: Vec<String>,
    /// The file of the row.
    pub file: &'a str,
    /// The row's line.
    pub line: u64,
}

/// Hours missed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Attendance {
    /// Share of the hours of instruction, in percent cut to one decimal.
    pub absent_percent: Option<Plain>,
    /// Whether it is little enough; `None` when that is not known.
    pub passed: Option<bool>,
}

/// Average of the written examinations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Average {
    /// In percent, as recorded.
    pub percent: Option<Plain>,
    /// Whether it is enough; `None` when that is not known.
    pub passed: Option<bool>,
}

/// An examination.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Exam {
    /// Which one.
    #[schemars(with = "Option<String>")]
    pub kind: Option<ExamKind>,
    /// The score in percent.
    pub percent: Option<Plain>,
    /// The pass mark in percent; `None` when none is known for that day.
    pub required: Option<Plain>,
    /// Whether it was passed; `None` when that is not known.
    pub passed: Option<bool>,
}

/// What came of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Eligible, and the examination was passed.
    Pass,
    /// Eligible, and it was not.
    Fail,
    /// The trainee may not sit, or might not have.
    NotEligible,
    /// Something that the answer needs is not known, or has not happened.
    Incomplete,
    /// A disruption was reported: the Executive Director decides.
    Review,
}

impl Outcome {
    /// Every outcome, the calm one first.
    pub const ALL: [Self; 5] = [Self::Pass, Self::Fail, Self::NotEligible, Self::Incomplete, Self::Review];

    /// The words a person reads.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Pass => "passed",
            Self::Fail => "failed",
            Self::NotEligible => "not eligible",
            Self::Incomplete => "incomplete",
            Self::Review => "review",
        }
    }

    /// The name in machine output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::NotEligible => "not-eligible",
            Self::Incomplete => "incomplete",
            Self::Review => "review",
        }
    }

    /// The status as which it is counted (settled 20): a failure and a bar are limits that were not kept, so they are
    /// overdue as a failed POWER test is; what is blank or has not happened is not known, and not knowing is no pass; a
    /// disruption is for the Executive Director.
    pub const fn status(self) -> Status {
        match self {
            Self::Pass => Status::Met,
            Self::Fail | Self::NotEligible => Status::Overdue,
            Self::Incomplete => Status::Unknown,
            Self::Review => Status::Review,
        }
    }
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

/// What speaks against somebody, and what is not known.
#[derive(Default)]
pub(crate) struct Doubts {
    bars: Vec<String>,
    unknown: Vec<String>,
}

impl Doubts {
    /// Holds a requirement against the row: `no` says what bars the trainee, a missing cell is named.
    fn needs(&mut self, holds: Option<bool>, row: &Trainee, column: Column, no: &str) {
        match holds {
            Some(true) => {}
            Some(false) => self.bars.push(no.into()),
            None => self.unknown.push(missing(row, column)),
        }
    }
}

/// `notebook is blank`
fn missing(row: &Trainee, column: Column) -> String {
    let what = if row.is_faulty(column) { "cannot be read" } else { "is blank" };
    format!("{} {what}", column.name())
}

/// Works out one row. `as_of` is the day asked about: the figures that name no other day are those of that day.
pub fn check<'a>(entry: &Entry<'a>, as_of: NaiveDate) -> ExamResult<'a> {
    let row = &entry.record;
    let (mut entry_doubts, mut exam_doubts, mut notes) = (Doubts::default(), Doubts::default(), Vec::new());
    let equivalency = row.exam == Some(ExamKind::Equivalency);
    let mut course_doubts = Doubts::default();
    let attendance = attendance(row, as_of, &mut course_doubts);
    let average = average(row, as_of, &mut course_doubts);
    if !equivalency {
        entry_doubts = course_doubts;
        course_needs(row, &mut entry_doubts);
    }
    let ill = flag(row, Column::ExcusedIll, row.excused_ill, &mut exam_doubts);
    let disrupted = flag(row, Column::Disruption, row.disruption, &mut exam_doubts);
    let mut exam = score::examination(row, &mut exam_doubts, &mut notes);
    let sat = !ill && (row.exam_date.is_some() || row.exam_score.is_some() || row.exam_correct.is_some());
    if let Some(exam) = exam.as_mut().filter(|_| ill) {
        exam.passed = None;
    }
    let attempts_left = if equivalency {
        career_attempts(row, sat, as_of, &mut entry_doubts)
    } else {
        appointment_attempts(row, sat, as_of, &mut entry_doubts, &mut exam_doubts)
    };
    let passed = exam.as_ref().and_then(|exam| exam.passed);
    let eligible = match (entry_doubts.bars.is_empty(), entry_doubts.unknown.is_empty()) {
        (false, _) => Some(false),
        (true, true) => Some(true),
        (true, false) => None,
    };
    let outcome = match (eligible, passed) {
        (Some(false), _) => Outcome::NotEligible,
        _ if disrupted => Outcome::Review,
        (Some(true), Some(passed)) if !ill && exam_doubts.unknown.is_empty() => {
            if passed {
                Outcome::Pass
            } else {
                Outcome::Fail
            }
        }
        _ => Outcome::Incomplete,
    };
    let reported = sat && row.exam == Some(ExamKind::Comprehensive);
    let results = row.exam_date.filter(|_| reported).and_then(|day| Some((day, params::EXAM_RESULTS_DAYS.on(day)?)));
    let mut result = ExamResult {
        ptb_id: row.ptb_id,
        name: row.full_name(),
        attendance,
        average,
        eligible,
        exam,
        attempts_left,
        results_due: results.map(|(day, days)| calendar::days_after(day, days)),
        outcome,
        sources: sources(row),
        notes: reasons(outcome, &entry_doubts, &exam_doubts, ill),
        file: entry.file,
        line: entry.line,
    };
    result.notes.append(&mut notes);
    result.notes.extend(outcome_notes(row, outcome, attempts_left, equivalency, disrupted));
    result
}

/// By what a row is answered: the examination that was sat, or the course that leads to it.
fn sources(row: &Trainee) -> &'static [Source] {
    static FULL_TIME: [Source; 3] =
        [Source::code("1720.20(a)"), Source::code("1720.20(d), (h)"), Source::code("1720.25")];
    static PART_TIME: [Source; 3] =
        [Source::code("1720.20(d), (h)"), Source::code("1720.25"), Source::other_code("20 Ill. Adm. Code 1770.205(a)")];
    static EQUIVALENCY: [Source; 1] = [Source::code("1720.15(b), (e)")];
    match (row.exam, row.program) {
        (Some(ExamKind::Equivalency), _) => &EQUIVALENCY,
        (_, Some(Program::PartTime)) => &PART_TIME,
        _ => &FULL_TIME,
    }
}

/// A yes/no cell whose blank is no.
fn flag(row: &Trainee, column: Column, cell: Option<bool>, doubts: &mut Doubts) -> bool {
    if row.is_faulty(column) {
        doubts.unknown.push(missing(row, column));
    }
    cell == Some(true)
}

/// Hours missed: at most a tenth of a full-time course, and excused; of a part-time course none at all.
fn attendance(row: &Trainee, as_of: NaiveDate, doubts: &mut Doubts) -> Attendance {
    let mut unknown = |why: String| {
        doubts.unknown.push(why);
        Attendance { absent_percent: None, passed: None }
    };
    let Some(course) = row.course_hours else { return unknown(missing(row, Column::CourseHours)) };
    let Some(absent) = row.absent_hours else { return unknown(missing(row, Column::AbsentHours)) };
    let Some(limit) = params::ABSENCE_PERCENT.on(as_of) else { return unknown("no limit of absence is known".into()) };
    if course == Decimal::default() || absent > course {
        return unknown(format!("{absent} of {course} hours missed cannot be"));
    }
    let (part, whole) = (u128::from(absent.millionths()), u128::from(course.millionths()));
    let absent_percent = i64::try_from(part * 1000 / whole).ok().map(Plain::tenths);
    let none = absent == Decimal::default();
    let within = part * 100 <= whole * u128::from(limit);
    let missed = format!("{absent} of {course} hours missed");
    let passed = match row.program {
        _ if none => Some(true),
        _ if !within => {
            doubts.bars.push(format!("{missed}, more than {limit} percent"));
            Some(false)
        }
        Some(Program::PartTime) => {
            doubts.bars.push(format!("{missed}; a part-time course is attended in full, or made up"));
            Some(false)
        }
        None => {
            doubts.unknown.push(missing(row, Column::Program));
            None
        }
        Some(Program::FullTime) => {
            let no = format!("{missed}, and not every absence was excused");
            doubts.needs(row.absences_excused, row, Column::AbsencesExcused, &no);
            row.absences_excused
        }
    };
    Attendance { absent_percent, passed }
}

fn average(row: &Trainee, as_of: NaiveDate, doubts: &mut Doubts) -> Average {
    let needed = params::WRITTEN_AVERAGE_PERCENT.on(as_of).map(Decimal::whole);
    let average = row.written_average.filter(|average| *average <= Decimal::whole(100));
    let passed = average.zip(needed).map(|(average, needed)| average >= needed);
    match (row.written_average, passed) {
        (Some(average), None) => doubts.unknown.push(format!("a written average of {average} percent cannot be")),
        _ => {
            let figures = average.zip(needed).map(|(average, needed)| {
                format!("written average of {average} percent, {} below {needed}", needed.less(average))
            });
            doubts.needs(passed, row, Column::WrittenAverage, &figures.unwrap_or_default());
        }
    }
    Average { percent: average.map(|average| average.plain(1)), passed }
}

/// What else the comprehensive examination asks of a trainee.
fn course_needs(row: &Trainee, doubts: &mut Doubts) {
    let good = |rating: Option<Rating>| rating.map(|rating| rating == Rating::Satisfactory);
    doubts.needs(good(row.notebook), row, Column::Notebook, "the notebook is unsatisfactory");
    doubts.needs(good(row.skills), row, Column::Skills, "the skills are unsatisfactory");
    doubts.needs(row.firearms_passed, row, Column::FirearmsPassed, "the firearms course is not passed");
    doubts.needs(row.employed, row, Column::Employed, "no agency employs the trainee");
}

/// Attempts at the comprehensive examination left with this appointment; a retake needs the chief's letter.
fn appointment_attempts(
    row: &Trainee,
    sat: bool,
    as_of: NaiveDate,
    entry: &mut Doubts,
    exam: &mut Doubts,
) -> Option<u32> {
    row.exam?;
    let most = params::EXAM_RETAKES.on(as_of)? + 1;
    let attempt = match row.attempt {
        Some(0) => {
            exam.unknown.push("attempt is 0; the first is 1".into());
            return None;
        }
        None => {
            exam.unknown.push(missing(row, Column::Attempt));
            return None;
        }
        Some(attempt) => attempt,
    };
    if attempt > most {
        entry.bars.push(format!("attempt {attempt} of {most} that one appointment allows"));
    }
    if attempt > 1 && row.excused_ill != Some(true) {
        match row.retake_request {
            None => exam
                .unknown
                .push(format!("{}; a retake needs the chief's written request", missing(row, Column::RetakeRequest))),
            Some(asked) if row.exam_date.is_some_and(|day| asked > day) => {
                exam.unknown.push(format!("the chief asked for the retake on {}, after it was sat", day_words(asked)))
            }
            Some(_) => {}
        }
    }
    Some(most.saturating_sub(if sat { attempt } else { attempt - 1 }))
}

/// Attempts at the Equivalency Examination left in the career.
fn career_attempts(row: &Trainee, sat: bool, as_of: NaiveDate, doubts: &mut Doubts) -> Option<u32> {
    let day = row.exam_date.unwrap_or(as_of);
    let Some(earlier) = row.earlier_attempts else {
        doubts.unknown.push(missing(row, Column::EarlierAttempts));
        return None;
    };
    let most = params::EQUIVALENCY_ATTEMPTS.on(as_of)?;
    // An attempt before the limit began is not counted.
    let Some(limit) = params::EQUIVALENCY_ATTEMPTS.on(day) else { return Some(most.saturating_sub(earlier)) };
    if earlier >= limit {
        doubts.bars.push(format!("{} before this one; a career allows {limit}", count_words(earlier, "attempt")));
    }
    Some(most.saturating_sub(earlier.saturating_add(u32::from(sat))))
}

/// Why the outcome is not a plain pass or fail.
fn reasons(outcome: Outcome, entry: &Doubts, exam: &Doubts, ill: bool) -> Vec<String> {
    match outcome {
        Outcome::NotEligible => vec![format!("not eligible: {}", entry.bars.join("; "))],
        Outcome::Incomplete => {
            let illness = ill.then(|| "excused as ill; this is read as no attempt".to_owned());
            // Somebody who was ill has no score that could be missing.
            let exam = exam.unknown.iter().filter(|_| !ill);
            let all: Vec<String> = illness.into_iter().chain(entry.unknown.iter().chain(exam).cloned()).collect();
            vec![format!("incomplete: {}", all.join("; "))]
        }
        Outcome::Pass | Outcome::Fail | Outcome::Review => Vec::new(),
    }
}

fn outcome_notes(
    row: &Trainee,
    outcome: Outcome,
    left: Option<u32>,
    equivalency: bool,
    disrupted: bool,
) -> Vec<String> {
    let mut notes = Vec::new();
    if disrupted {
        let until = row.exam_date.and_then(|day| Some((day, params::DISRUPTION_REPORT_DAYS.on(day)?)));
        let until = until
            .map_or_else(String::new, |(day, days)| format!(" until {}", day_words(calendar::days_after(day, days))));
        notes.push(format!(
            "a disruption was reported: the Executive Director decides whether the examination is forfeited and may be retaken; the \
             trainee can send a report of their own{until}"
        ));
    }
    if outcome == Outcome::Fail {
        notes.push(match (left, equivalency) {
            (Some(0), true) => "failed, and no attempt is left in this career".into(),
            (Some(0), false) => {
                "failed, and no attempt is left with this appointment; another agency's new appointment begins anew \
                                 (20 Ill. Adm. Code 1720.25(k))"
                    .into()
            }
            (Some(left), true) => format!("failed; {} left in this career", count_words(left, "attempt")),
            (left, _) => format!(
                "failed; {} left with this appointment, on the chief's written request",
                count_words(left.unwrap_or(0), "attempt")
            ),
        });
    }
    notes
}
