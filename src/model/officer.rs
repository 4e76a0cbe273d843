//! One row of a roster: an officer and appointment.

mod days;

use crate::input::cells::{Email, NamePart, Reading};
use crate::input::header::Header;
use crate::input::record::{FromRow, choice, record};
use crate::input::remarks::Remark;
use crate::input::rows::Row;
use crate::input::sheet::Kind;
use crate::model::name::Name;
pub use crate::model::position::Position;
use crate::values::decimal::Decimal;
use chrono::NaiveDate;

choice! {
    /// The class of officer.
    Discipline, "law-enforcement, corrections, court-security, conservator or conservator-official":
    /// Police officers and deputies.
    LawEnforcement = "law-enforcement" | "le",
    /// County corrections officers.
    Corrections = "corrections" | "co",
    /// Court security officers.
    CourtSecurity = "court-security" | "cs",
    /// Conservators of the peace without a municipal or park office.
    Conservator = "conservator",
    /// Conservators of the peace who are mayors, aldermen, presidents, trustees or park board members.
    ConservatorOfficial = "conservator-official",
}

choice! {
    /// The employment at the agency.
    Employment, "full-time or part-time":
    /// Full-time.
    FullTime = "full-time" | "ft" | "f" | "full",
    /// Part-time.
    PartTime = "part-time" | "pt" | "p" | "part",
}

choice! {
    /// The certificate of the officer.
    Certification, "full-time, part-time or none":
    /// Full-time certified.
    FullTime = "full-time" | "ft" | "f" | "full",
    /// Part-time certified.
    PartTime = "part-time" | "pt" | "p" | "part",
    /// No certificate yet.
    None = "none",
}

choice! {
    /// The person who gave the POWER test.
    Administrator, "designated or other":
    /// The unit's designated administrator.
    Designated = "designated",
    /// Any other person.
    Other = "other",
}

record! {
    /// One row of a roster: an officer and appointment.
    Officer,
    /// The columns of a roster.
    Column {
        person {
            name: ["employeename"],
            last_name: "Current recorded last name; its first letter decides when the officer signs on the portal.",
            ptb_id: "The Board's number for the officer; text, leading zeros stay.",
        }
        /// Middle name or initial.
        middle_name MiddleName: NamePart<'a>
            ["middle", "mi", "middleinitial", "mname"];
        /// Jr., Sr., III …
        suffix Suffix: NamePart<'a>
            ["namesuffix", "sfx"];
        /// Birth date, only to match people between files; no rule reads it.
        birth_date BirthDate: NaiveDate, Private Unchecked
            ["dob", "dateofbirth", "birthday", "birthdate"];
        /// The employing agency.
        agency Agency: &'a str
            ["department", "dept", "employer", "agencyname"];
        /// The address the officer uses on the portal.
        email Email: Email<'a>, Private
            ["emailaddress", "mail", "workemail", "personalemail", "officeremail"];
        /// Officer, chief, deputy-chief or sheriff; blank is officer, and so are the ranks between.
        position Position: Position
            ["rank", "jobtitle", "title", "positiontitle"];
        /// The class of officer; blank is law-enforcement.
        discipline Discipline: Discipline
            ["class", "officerclass", "classification"];
        /// The kind of employment: full-time or part-time.
        employment Employment: Employment
            [
                "employmentstatus", "employmenttype", "ftpt", "ft/pt", "f/t", "f/torp/t", "ftorpt", "emptype",
                "empstatus"
            ];
        /// The certificate the officer holds: full-time, part-time or none.
        certification Certification: Certification
            ["certificate", "certified", "certificationtype"];
        /// First day of this appointment.
        hire_date HireDate: NaiveDate, Past
            [
                "hired", "dateofhire", "hiredate", "doh", "appointed", "appointmentdate", "datehired", "hiredt",
                "startdate", "dateofemployment", "employmentdate", "dateappointed", "dateofappointment", "eod",
                "entranceonduty", "entryonduty"
            ];
        /// Original date of hire in the class named in employment, in any Illinois agency.
        original_hire_date OriginalHireDate: NaiveDate, Past
            [
                "originaldateofhire", "originalhire", "firsthired", "initialhiredate", "orighiredate", "orighire",
                "origdateofhire", "firsthiredate"
            ];
        /// First day as a full-time officer, in any Illinois agency.
        full_time_since FullTimeSince: NaiveDate, Past
            ["fulltimesincedate", "fulltimehiredate", "originalfulltimehiredate"];
        /// First day as a part-time officer, in any Illinois agency.
        part_time_since PartTimeSince: NaiveDate, Past
            ["parttimesincedate", "parttimehiredate", "originalparttimehiredate"];
        /// Last day of this appointment; after it no rule applies.
        separated Separated: NaiveDate, Planned
            [
                "separationdate", "dateofseparation", "termdate", "terminated", "enddate", "separation",
                "dateseparated", "termination", "terminationdate", "dateoftermination", "dateterminated", "resignation",
                "resignationdate", "dateofresignation", "resigned", "dateresigned", "lastday", "lastdayworked",
                "lastdayofemployment", "sepdate", "dateleft"
            ];
        /// Day of enrollment in basic training.
        basic_enrolled BasicEnrolled: NaiveDate, Past
            ["enrolled", "academystart", "enrollmentdate"];
        /// Full-time: day the certificate was awarded. Part-time: day basic training was completed.
        basic_completed BasicCompleted: NaiveDate, Past
            [
                "basiccertificate", "certificatedate", "academycompleted", "basictrainingcompleted",
                "certificationdate", "certdate", "academy", "academydate", "academygrad", "academygraddate",
                "academygraduation", "academygraduationdate", "dategraduated"
            ];
        /// Days of extension granted by the Board beyond the deadline, 1 to 90.
        extension_days ExtensionDays: u32
            ["extension"];
        /// Day the Board received the request for a military freeze.
        freeze_from FreezeFrom: NaiveDate, Planned
            ["militaryfreezefrom", "freezestart"];
        /// Day of the agency's notice that the officer returned.
        freeze_to FreezeTo: NaiveDate, Planned
            ["militaryfreezeto", "freezeend"];
        /// Days of earlier military freezes that have ended, all together.
        frozen_days FrozenDays: u32
            ["freezedays", "daysfrozen"];
        /// Basic-training waiver, or reactivation of the certificate by the Board.
        waiver_date WaiverDate: NaiveDate, Past
            ["waiver", "reactivated", "reactivationdate"];
        /// Trained in another state or by a federal agency: yes or no.
        out_of_state OutOfState: bool
            ["reciprocity"];
        /// Last day of the previous appointment, in any agency.
        previous_separation PreviousSeparation: NaiveDate, Past
            ["priorseparation", "lastseparation"];
        /// Law for Police or Illinois Law Review completed.
        law_course_completed LawCourseCompleted: NaiveDate, Past
            ["lawforpolice", "illinoislawreview", "lawreview"];
        /// Transition course from part-time to full-time completed.
        transition_completed TransitionCompleted: NaiveDate, Past
            ["transitioncourse"];
        /// First day on which police authority is exercised.
        authority_from AuthorityFrom: NaiveDate, Planned
            ["policeauthorityfrom", "authority"];
        /// Hours worked in the calendar year asked about, all agencies together.
        hours_year HoursYear: Decimal
            ["hours", "hoursworked", "parttimehours", "hoursthisyear"];
        /// Day the POWER test was passed.
        power_passed PowerPassed: NaiveDate, Past
            ["power", "powertest", "powerdate"];
        /// The giver of the POWER test: the unit's designated administrator or another.
        power_administrator PowerAdministrator: Administrator
            ["powertester"];
        /// Day of the physical examination.
        physical_exam PhysicalExam: NaiveDate, Past
            ["physical", "physicalexamination"];
        /// First day of the basic course; may lie ahead.
        course_start CourseStart: NaiveDate, Planned
            ["academyclassstart", "classstart", "basicstart"];
        /// Day of the agency's written certification of the background check.
        background_certified BackgroundCertified: NaiveDate, Past
            ["backgroundcheck", "background"];
        /// Day the officer was sworn in.
        sworn_on SwornOn: NaiveDate, Planned
            ["sworn", "dateofoath", "sworndate", "swornin"];
        /// Day of the latest e-signature on the Officer Portal's compliance page.
        esigned Esigned: NaiveDate, Past
            ["esign", "portalsigned", "esigndate", "portalesigned", "portalsigndate"];
        /// Day of the latest e-signature on the executives' page.
        executive_esigned ExecutiveEsigned: NaiveDate, Past
            ["executiveesign"];
        /// Scenario-based use-of-force training completed.
        scenario_completed ScenarioCompleted: NaiveDate, Past
            ["scenario", "scenariobased", "scenariodate", "scenariotraining", "sbt", "sbtdate"];
        /// Approved training hours of a chief, deputy chief or sheriff in the year asked about.
        training_hours_year TrainingHoursYear: Decimal
            ["traininghours", "traininghoursthisyear"];
        /// The same for the year before.
        training_hours_last_year TrainingHoursLastYear: Decimal
            ["lastyeartraininghours"];
        /// Latest day of firearms qualification.
        firearms_qualified FirearmsQualified: NaiveDate, Past
            [
                "firearms", "qualified", "qualificationdate", "lastqualified", "firearmsdate", "lastqual",
                "lastqualification", "lastqualdate", "qualdate", "rangedate", "lastrange", "lastrangedate",
                "firearmsqual", "firearmsqualdate", "firearmsqualification", "firearmsqualificationdate"
            ];
        /// Reason why no qualification was possible.
        firearms_comment FirearmsComment: &'a str
            ["firearmscomments", "firearmsnote", "firearmsnotes", "firearmsremarks"];
        /// Qualified at another agency before coming: yes or no.
        qualified_elsewhere QualifiedElsewhere: bool
            ["qualifiedatanotheragency"];
        /// Yes when papers of that qualification are on file, otherwise no.
        qualified_elsewhere_document QualifiedElsewhereDocument: bool
            ["qualifiedatanotheragencydocument"];
        /// Day of the lead homicide investigator's certificate.
        homicide_certified HomicideCertified: NaiveDate, Past
            ["homicide", "homicidecertificate"];
        /// Approved homicide training hours in the certificate's four years.
        homicide_hours HomicideHours: Decimal;
    }
}

/// A roster file.
pub static ROSTER: Kind = Kind {
    name: "roster",
    read_by: "muster roster check",
    specs: Column::SPECS,
    marks: &[Column::LastName as usize, Column::WholeName as usize, Column::PtbId as usize],
    either: &[(Column::LastName as usize, Column::WholeName as usize)],
    list: None,
    read_cells: |row, header, how, fault| {
        Officer::of_row(row, header, how, fault);
    },
};

/// Returns whether a roster with this header has a column. The column `name` counts as last and first name (settled
/// 104).
pub fn has_column(header: &Header, column: Column) -> bool {
    header.place(column as usize).is_some()
        || (matches!(column, Column::LastName | Column::FirstName)
            && header.place(Column::WholeName as usize).is_some())
}

impl<'a> Officer<'a> {
    /// Makes an officer from a row and splits a whole name in one cell. Calls `fault` for each cell that cannot be
    /// read.
    pub fn from_row(row: &Row<'a, '_>, header: &Header, how: &Reading, fault: impl FnMut(Column, &'a str)) -> Self {
        let mut officer = Self::default();
        officer.fill_from_row(row, header, how, fault);
        officer
    }

    /// Fills an empty officer in place, as [`Self::from_row`] does.
    pub fn fill_from_row(
        &mut self,
        row: &Row<'a, '_>,
        header: &Header,
        how: &Reading,
        mut fault: impl FnMut(Column, &'a str),
    ) {
        self.fill(row, header, how, |column, text| match column {
            // No rule reads the birth date (settled 172 and 231).
            Column::BirthDate => how.remarks.count(Remark::PrivateUnread, ""),
            column => fault(column, text),
        });
        if self.name.is_some() {
            let name = Name::of_row(self.name.map(|whole| whole.0), self.name_parts(), how.name_order);
            self.last_name = name.last.map(NamePart);
            self.first_name = name.first.map(NamePart);
            self.middle_name = name.middle.map(NamePart);
            self.suffix = name.suffix.map(NamePart);
        } else if self.is_faulty(Column::WholeName) {
            self.faulty.insert(Column::LastName as usize);
            self.faulty.insert(Column::FirstName as usize);
        }
    }

    /// Returns the officer's name as it is printed: `Doe Jr., Jane A.`
    pub fn full_name(&self) -> Option<String> {
        self.name_parts().shown()
    }

    /// Returns the first and the last word of a whole name of which it is not known which is the last name: it has no
    /// comma and several words (settled 170 and 228).
    pub fn unordered_name(&self) -> Option<[&'a str; 2]> {
        self.name.filter(|whole| !whole.0.contains(','))?;
        let words = self.last_name?.0;
        let (first, _) = words.split_once(char::is_whitespace)?;
        let (_, last) = words.rsplit_once(char::is_whitespace)?;
        Some([first, last])
    }

    fn name_parts(&self) -> Name<'a> {
        let part = |part: Option<NamePart<'a>>| part.map(|part| part.0);
        Name {
            last: part(self.last_name),
            first: part(self.first_name),
            middle: part(self.middle_name),
            suffix: part(self.suffix),
        }
    }

    /// Returns the class of officer; blank is law enforcement.
    pub fn discipline(&self) -> Discipline {
        self.discipline.unwrap_or(Discipline::LawEnforcement)
    }

    /// Returns the meaning of a cell: its value, or its default where it has one.
    pub fn meaning(&self, column: Column) -> Option<String> {
        match column {
            Column::Discipline => Some(self.discipline().word().to_owned()),
            Column::Position => Some(self.position().word().to_owned()),
            column => self.text(column),
        }
    }

    /// Returns the rank; blank is officer.
    pub fn position(&self) -> Position {
        self.position.unwrap_or(Position::Officer)
    }
}

/// A row of the roster with its place.
pub type RosterEntry<'a> = crate::model::Entry<'a, Officer<'a>>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::days::read_flag_day;
    use crate::input::rows::Rows;

    fn read(row: &[(&str, &str)], check: impl FnOnce(Officer)) {
        let header = Header::new(row.iter().map(|(name, _)| *name), Column::SPECS).unwrap();
        let rows = Rows::of_cells(row.iter().map(|(_, text)| *text));
        let how = Reading::on(day("2026-11-21"));
        check(Officer::from_row(&rows.iter().next().unwrap(), &header, &how, |_, _| {}));
    }

    fn day(text: &str) -> NaiveDate {
        read_flag_day(text).unwrap()
    }

    #[test]
    fn unreadable_cells_come_in_the_order_of_the_columns() {
        let header =
            Header::new(["esigned", "shift", "agency", "hire_date", "last_name", "suffix"], Column::SPECS).unwrap();
        let how = Reading::on(day("2026-11-21"));
        // The row ends before the last two columns, and holds blanks where it holds nothing.
        let rows = Rows::of_cells(["soon", "nights", "  ", "2026-13-01"]);
        let mut unreadable = Vec::new();
        let officer = Officer::from_row(&rows.iter().next().unwrap(), &header, &how, |column, text| {
            unreadable.push((column, text))
        });
        assert_eq!(unreadable, [(Column::HireDate, "2026-13-01"), (Column::Esigned, "soon")]);
        let faulty = Column::ALL.iter().filter(|column| officer.is_faulty(**column));
        assert!(faulty.eq(&[Column::LastName, Column::Suffix, Column::HireDate, Column::Esigned]));
        assert_eq!((officer.agency, officer.last_name), (None, None));
    }

    #[test]
    fn a_whole_name_gives_last_and_first_name() {
        read(&[("name", "Doe Jr., Jane A")], |officer| {
            assert_eq!(officer.full_name().as_deref(), Some("Doe Jr., Jane A."));
            assert_eq!(officer.last_name, Some(NamePart("Doe")));
        });
        read(&[("last_name", "None"), ("first_name", "-")], |officer| {
            assert_eq!(officer.full_name().as_deref(), Some("None, -"), "settled 15");
        });
    }
}
