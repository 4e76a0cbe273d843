//! One row of the training records, a completion, and one row of the user's list of approved courses.

use crate::input::cells::{NamePart, record};
use crate::input::sheet::Kind;
use crate::model::Impossible;
use crate::model::name::Name;
use crate::model::person;
use crate::values::decimal::Decimal;
use chrono::NaiveDate;

record! {
    /// One row of the training records: one course that one officer completed.
    Completion,
    /// The columns of the training records.
    Column {
        ptb_id PtbId: &'a str, false, ["ptb", "ptbnumber", "ptbno", "ptb#", "ptbidnumber", "officerid"], "The Board's number for the officer; text, leading zeros stay. Online credit needs it.";
        name WholeName: NamePart<'a>, false, ["officername", "fullname", "employeename", "student", "studentname"], "The whole name in one cell, `Last, First M`, in place of last_name and first_name.";
        last_name LastName: NamePart<'a>, false, ["surname", "lname", "last", "familyname"], "Last name.";
        first_name FirstName: NamePart<'a>, false, ["fname", "first", "givenname"], "First name.";
        course Course: &'a str, false, ["coursename", "coursetitle", "class", "training"], "Name of the course.";
        topic Topic: &'a str, false, ["mandate", "subject"], "The mandate it serves, such as law-updates or force-techniques; total for the 30 hours alone.";
        hours Hours: Decimal, false, ["credithours", "traininghours"], "Hours of instruction as recorded.";
        completed Completed: NaiveDate, false, ["completedon", "completiondate", "date", "datecompleted"], "Day of completion.";
        provider Provider: &'a str, false, ["vendor", "source", "givenby"], "Who gave the course; cops for the COPS Training Portal.";
        certified Certified: bool, false, ["boardcertified", "certifiedcourse"], "Whether the Board certified the course: yes or no.";
    }
}

/// What the training records are.
pub static TRAINING_SHEET: Kind = Kind {
    name: "training",
    specs: Column::SPECS,
    marks: &[Column::LastName as usize, Column::WholeName as usize, Column::PtbId as usize],
    either: &[(Column::LastName as usize, Column::WholeName as usize)],
    list: None,
};

impl<'a> Completion<'a> {
    /// Last and first name, from their own cells or from the whole name in one (settled 104).
    pub fn person(&self) -> Name<'a> {
        person(self.name, self.last_name, self.first_name)
    }
}

impl<'a> crate::model::Record<'a> for Completion<'a> {
    const NOUN: &'static str = "completion";

    /// Strikes out a completion after the day asked about: it comes back, and the cell counts as unreadable from then on
    /// (settled 5).
    fn strike_impossible_days(&mut self, as_of: NaiveDate) -> Vec<(&'static str, Impossible)> {
        let struck = self.completed.take_if(|day| *day > as_of);
        if struck.is_some() {
            self.faulty.insert(Column::Completed as usize);
        }
        struck.into_iter().map(|day| (Column::Completed.name(), Impossible::InTheFuture(day))).collect()
    }

    fn rewind(&mut self, as_of: NaiveDate) -> bool {
        self.completed.is_some_and(|day| day > as_of)
    }

    fn ptb_id(&self) -> Option<&'a str> {
        self.ptb_id
    }

    fn may_be_anybody(&self) -> bool {
        self.is_faulty(Column::PtbId)
    }

    fn shown_name(&self) -> Option<String> {
        self.person().shown()
    }
}

/// The approved courses, in their own name space because a row of theirs has columns of the same names.
pub mod approved {
    use super::{Decimal, Kind, NaiveDate, record};

    record! {
        /// One row of the list of approved courses.
        ApprovedCourse,
        /// The columns of the list.
        Column {
            course Course: &'a str, false, ["coursename", "coursetitle", "class"], "Name of the course, as it stands in the training records.";
            hours Hours: Decimal, false, ["credithours"], "Hours of credit.";
            topics Topics: &'a str, false, ["topic", "mandates"], "The mandates it serves, with semicolons between them.";
            approved_on ApprovedOn: NaiveDate, false, ["approved", "approvaldate"], "First day on which a completion counts.";
            withdrawn_on WithdrawnOn: NaiveDate, false, ["withdrawn", "expires", "withdrawaldate"], "Last day on which a completion counts; blank is until further notice.";
        }
    }

    /// What the list of approved courses is.
    pub static COURSE_LIST: Kind =
        Kind { name: "courses", specs: Column::SPECS, marks: &[Column::Course as usize], either: &[], list: None };
}
