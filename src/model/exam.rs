//! One row of an academy and examination sheet: a trainee's course and one examination.

use crate::input::record::{FromRow, choice, record};
use crate::input::sheet::Kind;
use crate::model::power_test::Program;
use crate::model::{Impossible, strike_days_after};
use crate::values::decimal::Decimal;
use chrono::NaiveDate;

choice! {
    /// The examination that was taken.
    ExamKind, "comprehensive or equivalency":
    /// The State's certification examination at the end of the basic course.
    Comprehensive = "comprehensive" | "certification" | "state",
    /// The Board's examination for officers trained elsewhere.
    Equivalency = "equivalency",
}

impl serde::Serialize for ExamKind {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.word())
    }
}

choice! {
    /// The rating of a notebook or a skill; there are no marks.
    Rating, "satisfactory or unsatisfactory":
    /// Good enough.
    Satisfactory = "satisfactory" | "sat" | "s" | "adequate",
    /// Not good enough.
    Unsatisfactory = "unsatisfactory" | "unsat" | "u" | "inadequate",
}

record! {
    /// One row of an academy and examination sheet: one trainee.
    Trainee,
    /// The columns of an academy and examination sheet.
    Column {
        person {
            name: ["traineename", "trainee", "recruit"],
            last_name: "Last name.",
            ptb_id: "The Board's number for the trainee; text, leading zeros stay.",
        }
        /// Full-time or part-time course.
        program Program: Program
            ["programme", "academyprogram"];
        /// Hours of instruction of the whole course.
        course_hours CourseHours: Decimal
            ["hoursofinstruction", "totalhours"];
        /// Hours missed and not made up.
        absent_hours AbsentHours: Decimal
            ["absence", "absences", "absenthrs", "hoursabsent", "hrsabsent", "hoursmissed", "hrsmissed"];
        /// Average of all written examinations of the course, in percent.
        written_average WrittenAverage: Decimal, Percent
            ["average", "writtenavg", "overallaverage"];
        /// Rating of the classroom notebook: satisfactory or unsatisfactory.
        notebook Notebook: Rating
            ["classroomnotebook", "workbook"];
        /// Rating of the skills: satisfactory or unsatisfactory.
        skills Skills: Rating
            ["skillsevaluation", "practicalskills"];
        /// The examination sat: comprehensive or equivalency.
        exam ExamKind: ExamKind
            ["examination", "examkind", "examtype"];
        /// Day of the examination.
        exam_date ExamDate: NaiveDate, Past
            ["examinationdate", "dateofexam"];
        /// Score of the examination in percent.
        exam_score ExamScore: Decimal, Percent
            ["examinationscore", "score", "exampercent"];
        /// Correct answers of 200, in place of exam_score.
        exam_correct ExamCorrect: u32
            ["correct", "correctanswers", "questionscorrect"];
        /// Which attempt with this appointment this is: 1, 2 or 3.
        attempt Attempt: u32
            ["attemptnumber", "tryno"];
        /// Equivalency: attempts before this one, counted from 15 December 2022.
        earlier_attempts EarlierAttempts: u32
            ["previousattempts", "priorattempts"];
        /// Day of the chief's written request for a retake.
        retake_request RetakeRequest: NaiveDate, Past
            ["retakerequested", "chiefsletter", "retakeletter"];
        /// Yes when every absence was excused, otherwise no.
        absences_excused AbsencesExcused: bool
            ["excused", "absenceexcused"];
        /// Yes when the firearms course was passed, otherwise no.
        firearms_passed FirearmsPassed: bool
            ["firearms", "firearmscourse"];
        /// Yes when an agency employs the trainee, otherwise no.
        employed Employed: bool
            ["employedbyagency"];
        /// Yes when the proctor excused the trainee as ill; blank is no.
        excused_ill ExcusedIll: bool
            ["ill", "illness"];
        /// Yes when a disruption or cheating was reported; blank is no.
        disruption Disruption: bool
            ["disruptionreport", "incident"];
    }
}

/// An academy and examination sheet.
pub static EXAM_SHEET: Kind = Kind {
    name: "exam",
    read_by: "muster exam check",
    specs: Column::SPECS,
    marks: &[Column::LastName as usize, Column::WholeName as usize, Column::PtbId as usize],
    either: &[(Column::LastName as usize, Column::WholeName as usize)],
    list: None,
    read_cells: |row, header, how, fault| {
        Trainee::of_row(row, header, how, fault);
    },
};

impl<'a> crate::model::Record<'a> for Trainee<'a> {
    const NOUN: &'static str = "trainee";

    fn strike_impossible_days(&mut self, as_of: NaiveDate) -> Vec<(&'static str, Impossible)> {
        strike_days_after!(self, as_of)
    }

    fn rewind(&mut self, as_of: NaiveDate) -> bool {
        if self.exam_date.is_some_and(|day| day > as_of) {
            (self.exam_score, self.exam_correct) = (None, None);
            (self.excused_ill, self.disruption) = (None, None);
        }
        self.take_days_after(as_of);
        false
    }
}
