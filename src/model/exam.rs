//! One row of an academy and examination sheet: a trainee's course and one examination.

use crate::input::cells::{NamePart, choice, record};
use crate::input::sheet::Kind;
use crate::model::Impossible;
use crate::model::person;
use crate::model::power_test::Program;
use crate::values::decimal::Decimal;
use chrono::NaiveDate;

choice! {
    /// Which examination was sat.
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
    /// How a notebook or a skill is rated; there are no marks.
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
        ptb_id PtbId: &'a str, false, ["ptb", "ptbnumber", "ptbno", "ptb#", "ptbidnumber", "officerid"], "The Board's number for the trainee; text, leading zeros stay.";
        name WholeName: NamePart<'a>, false, ["officername", "fullname", "traineename", "trainee", "recruit"], "The whole name in one cell, `Last, First M`, in place of last_name and first_name.";
        last_name LastName: NamePart<'a>, false, ["surname", "lname", "last", "familyname"], "Last name.";
        first_name FirstName: NamePart<'a>, false, ["fname", "first", "givenname"], "First name.";
        program Program: Program, false, ["programme", "academyprogram"], "Full-time or part-time course.";
        course_hours CourseHours: Decimal, false, ["hoursofinstruction", "totalhours"], "Hours of instruction of the whole course.";
        absent_hours AbsentHours: Decimal, false, ["absence", "absences", "hoursabsent", "hoursmissed"], "Hours missed and not made up.";
        written_average WrittenAverage: Decimal, false, ["average", "writtenavg", "overallaverage"], "Average of all written examinations of the course, in percent.";
        notebook Notebook: Rating, false, ["classroomnotebook", "workbook"], "Rating of the classroom notebook: satisfactory or unsatisfactory.";
        skills Skills: Rating, false, ["skillsevaluation", "practicalskills"], "Rating of the skills: satisfactory or unsatisfactory.";
        exam ExamKind: ExamKind, false, ["examination", "examkind", "examtype"], "The examination sat: comprehensive or equivalency.";
        exam_date ExamDate: NaiveDate, false, ["examinationdate", "dateofexam"], "Day of the examination.";
        exam_score ExamScore: Decimal, false, ["examinationscore", "score", "exampercent"], "Score of the examination in percent.";
        exam_correct ExamCorrect: u32, false, ["correct", "correctanswers", "questionscorrect"], "Correct answers of 200, in place of exam_score.";
        attempt Attempt: u32, false, ["attemptnumber", "tryno"], "Which attempt with this appointment this is: 1, 2 or 3.";
        earlier_attempts EarlierAttempts: u32, false, ["previousattempts", "priorattempts"], "Equivalency: attempts before this one, counted from 15 December 2022.";
        retake_request RetakeRequest: NaiveDate, false, ["retakerequested", "chiefsletter", "retakeletter"], "Day of the chief's written request for a retake.";
        absences_excused AbsencesExcused: bool, false, ["excused", "absenceexcused"], "Whether every absence was excused: yes or no.";
        firearms_passed FirearmsPassed: bool, false, ["firearms", "firearmscourse"], "Whether the firearms course was passed: yes or no.";
        employed Employed: bool, false, ["employedbyagency"], "Whether an agency employs the trainee: yes or no.";
        excused_ill ExcusedIll: bool, false, ["ill", "illness"], "Whether the proctor excused the trainee as ill: yes or no; blank is no.";
        disruption Disruption: bool, false, ["disruptionreport", "incident"], "Whether a disruption or cheating was reported: yes or no; blank is no.";
    }
}

/// What an academy and examination sheet is.
pub static EXAM_SHEET: Kind = Kind {
    name: "exam",
    specs: Column::SPECS,
    marks: &[Column::LastName as usize, Column::WholeName as usize, Column::PtbId as usize],
    either: &[(Column::LastName as usize, Column::WholeName as usize)],
    list: None,
};

impl<'a> Trainee<'a> {
    /// `Doe, Jane`
    pub fn full_name(&self) -> Option<String> {
        person(self.name, self.last_name, self.first_name).shown()
    }
}

impl<'a> crate::model::Record<'a> for Trainee<'a> {
    const NOUN: &'static str = "trainee";

    /// Strikes out the days after the day asked about: the examination and the chief's letter lie in the past. Each comes
    /// back with its column, and the cell counts as unreadable from then on (settled 5).
    fn strike_impossible_days(&mut self, as_of: NaiveDate) -> Vec<(&'static str, Impossible)> {
        let mut faults = Vec::new();
        for (column, cell) in
            [(Column::ExamDate, &mut self.exam_date), (Column::RetakeRequest, &mut self.retake_request)]
        {
            if let Some(day) = cell.take_if(|day| *day > as_of) {
                faults.push((column.name(), Impossible::InTheFuture(day)));
                self.faulty.insert(column as usize);
            }
        }
        faults
    }

    fn rewind(&mut self, as_of: NaiveDate) -> bool {
        if self.exam_date.is_some_and(|day| day > as_of) {
            (self.exam_date, self.exam_score, self.exam_correct) = (None, None, None);
            (self.excused_ill, self.disruption) = (None, None);
        }
        self.retake_request = self.retake_request.filter(|day| *day <= as_of);
        false
    }

    fn ptb_id(&self) -> Option<&'a str> {
        self.ptb_id
    }

    fn may_be_anybody(&self) -> bool {
        self.is_faulty(Column::PtbId)
    }

    fn shown_name(&self) -> Option<String> {
        self.full_name()
    }
}
