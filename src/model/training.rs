//! One row of the training records, a completion, and one row of the user's list of approved courses.

use crate::input::record::{FromRow, record};
use crate::input::sheet::Kind;
use crate::model::{Impossible, strike_days_after};
use crate::values::decimal::Decimal;
use chrono::NaiveDate;

record! {
    /// One row of the training records: one course that one officer completed.
    Completion,
    /// The columns of the training records.
    Column {
        person {
            name: ["employeename", "student", "studentname"],
            last_name: "Last name.",
            ptb_id: "The Board's number for the officer; text, leading zeros stay. Online credit needs it.",
        }
        /// Name of the course.
        course Course: &'a str
            ["coursename", "coursetitle", "class", "training"];
        /// The mandate it serves, such as law-updates or force-techniques; total for the 30 hours alone.
        topic Topic: &'a str
            ["mandate", "subject"];
        /// Hours of instruction as recorded.
        hours Hours: Decimal
            ["credithours", "traininghours", "hrs", "credithrs", "traininghrs"];
        /// Day of completion.
        completed Completed: NaiveDate, Past
            ["completedon", "completiondate", "date", "datecompleted"];
        /// Who gave the course; cops for the COPS Training Portal.
        provider Provider: &'a str
            ["vendor", "source", "givenby"];
        /// Yes when the Board certified the course, otherwise no.
        certified Certified: bool
            ["boardcertified", "certifiedcourse"];
    }
}

/// The training records.
pub static TRAINING_SHEET: Kind = Kind {
    name: "training",
    read_by: "muster training check",
    specs: Column::SPECS,
    marks: &[Column::LastName as usize, Column::WholeName as usize, Column::PtbId as usize],
    either: &[(Column::LastName as usize, Column::WholeName as usize)],
    list: None,
    read_cells: |row, header, how, fault| {
        Completion::of_row(row, header, how, fault);
    },
};

impl<'a> crate::model::Record<'a> for Completion<'a> {
    const NOUN: &'static str = "completion";

    fn strike_impossible_days(&mut self, as_of: NaiveDate) -> Vec<(&'static str, Impossible)> {
        strike_days_after!(self, as_of)
    }

    fn rewind(&mut self, as_of: NaiveDate) -> bool {
        self.completed.is_some_and(|day| day > as_of)
    }
}

/// The approved courses, in a module of their own because they have columns of the same names.
pub mod approved {
    use super::{Decimal, FromRow, Kind, NaiveDate, record};

    record! {
        /// One row of the list of approved courses.
        ApprovedCourse,
        /// The columns of the list.
        Column {
            /// Name of the course, as the training records give it.
            course Course: &'a str
                ["coursename", "coursetitle", "class"];
            /// Hours of credit.
            hours Hours: Decimal
                ["credithours", "hrs", "credithrs"];
            /// The mandates it serves, with semicolons between them.
            topics Topics: &'a str
                ["topic", "mandates"];
            /// First day on which a completion counts.
            approved_on ApprovedOn: NaiveDate, Planned
                ["approved", "approvaldate"];
            /// Last day on which a completion counts; blank is until further notice.
            withdrawn_on WithdrawnOn: NaiveDate, Planned
                ["withdrawn", "expires", "withdrawaldate"];
        }
    }

    /// The list of approved courses.
    pub static COURSE_LIST: Kind = Kind {
        name: "courses",
        read_by: "muster training check --courses",
        specs: Column::SPECS,
        marks: &[Column::Course as usize],
        either: &[],
        list: None,
        read_cells: |row, header, how, fault| {
            ApprovedCourse::of_row(row, header, how, fault);
        },
    };
}
