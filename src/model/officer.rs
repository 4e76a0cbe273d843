//! One row of a roster: an officer and appointment, and the days in it that cannot be.

use crate::input::cells::{Email, NamePart, Reading, choice, record};
use crate::input::header::Header;
use crate::input::rows::Row;
use crate::input::sheet::Kind;
use crate::model::name::Name;
use crate::values::decimal::Decimal;
use chrono::NaiveDate;

choice! {
    /// Rank, as far as a rule asks for it.
    Position, "officer, chief, deputy-chief or sheriff":
    /// Any other officer.
    Officer = "officer",
    /// Chief of police.
    Chief = "chief" | "chiefofpolice",
    /// Deputy chief.
    DeputyChief = "deputy-chief" | "deputychiefofpolice",
    /// County sheriff.
    Sheriff = "sheriff",
}

choice! {
    /// The class of officer.
    Discipline, "law-enforcement, corrections, court-security, conservator or conservator-official":
    /// Police officers and deputies.
    LawEnforcement = "law-enforcement" | "le",
    /// County corrections officers.
    Corrections = "corrections" | "co",
    /// Court security officers.
    CourtSecurity = "court-security" | "cs",
    /// Conservators of the peace who hold no municipal or park office.
    Conservator = "conservator",
    /// Conservators of the peace who are mayors, aldermen, presidents, trustees or park board members.
    ConservatorOfficial = "conservator-official",
}

choice! {
    /// How the agency employs the officer.
    Employment, "full-time or part-time":
    /// Full-time.
    FullTime = "full-time" | "ft" | "f" | "full",
    /// Part-time.
    PartTime = "part-time" | "pt" | "p" | "part",
}

choice! {
    /// Which certificate the officer holds.
    Certification, "full-time, part-time or none":
    /// Full-time certified.
    FullTime = "full-time" | "ft" | "f" | "full",
    /// Part-time certified.
    PartTime = "part-time" | "pt" | "p" | "part",
    /// No certificate yet.
    None = "none",
}

choice! {
    /// Who gave the POWER test.
    Administrator, "designated or other":
    /// The unit's designated administrator.
    Designated = "designated",
    /// Anybody else.
    Other = "other",
}

record! {
    /// One row of a roster: an officer and appointment.
    Officer,
    /// The columns of a roster.
    Column {
        ptb_id PtbId: &'a str, false, ["ptb", "ptbnumber", "ptbno", "ptb#", "ptbidnumber", "officerid"], "The Board's number for the officer; text, leading zeros stay.";
        name WholeName: NamePart<'a>, false, ["officername", "fullname", "employeename"], "The whole name in one cell, `Last, First M`, in place of last_name and first_name.";
        last_name LastName: NamePart<'a>, false, ["surname", "lname", "last", "familyname"], "Current recorded last name; its first letter decides when the officer signs on the portal.";
        first_name FirstName: NamePart<'a>, false, ["fname", "first", "givenname"], "First name.";
        middle_name MiddleName: NamePart<'a>, false, ["middle", "mi", "middleinitial", "mname"], "Middle name or initial.";
        suffix Suffix: NamePart<'a>, false, ["namesuffix", "sfx"], "Jr., Sr., III …";
        birth_date BirthDate: NaiveDate, true, ["dob", "dateofbirth", "birthday", "birthdate"], "Birth date, only to match people between files; no rule reads it.";
        agency Agency: &'a str, false, ["department", "dept", "employer", "agencyname"], "The employing agency.";
        email Email: Email<'a>, true, ["emailaddress", "mail"], "The address the officer uses on the portal.";
        position Position: Position, false, [], "Officer, chief, deputy-chief or sheriff; blank is officer.";
        discipline Discipline: Discipline, false, ["class", "officerclass", "classification"], "The class of officer; blank is law-enforcement.";
        employment Employment: Employment, false, ["employmentstatus", "employmenttype", "ftpt"], "Whether the agency employs the officer full-time or part-time.";
        certification Certification: Certification, false, ["certificate", "certified", "certificationtype"], "The certificate the officer holds: full-time, part-time or none.";
        hire_date HireDate: NaiveDate, false, ["hired", "dateofhire", "hiredate", "doh", "appointed", "appointmentdate"], "First day of this appointment.";
        original_hire_date OriginalHireDate: NaiveDate, false, ["originaldateofhire", "originalhire", "firsthired", "initialhiredate"], "Original date of hire in the class named in employment, in any Illinois agency.";
        separated Separated: NaiveDate, false, ["separationdate", "dateofseparation", "termdate", "terminated", "enddate"], "Last day of this appointment; after it no rule applies.";
        basic_enrolled BasicEnrolled: NaiveDate, false, ["enrolled", "academystart", "enrollmentdate"], "Day of enrolment in basic training.";
        basic_completed BasicCompleted: NaiveDate, false, ["basiccertificate", "certificatedate", "academycompleted", "basictrainingcompleted", "certificationdate"], "Full-time: day the certificate was awarded. Part-time: day basic training was completed.";
        extension_days ExtensionDays: u32, false, ["extension"], "Days of extension granted by the Board beyond the deadline, 1 to 90.";
        freeze_from FreezeFrom: NaiveDate, false, ["militaryfreezefrom", "freezestart"], "Day the Board received the request for a military freeze.";
        freeze_to FreezeTo: NaiveDate, false, ["militaryfreezeto", "freezeend"], "Day of the agency's notice that the officer returned.";
        waiver_date WaiverDate: NaiveDate, false, ["waiver", "reactivated", "reactivationdate"], "Basic-training waiver, or reactivation of the certificate by the Board.";
        out_of_state OutOfState: bool, false, ["reciprocity"], "Trained in another state or by a federal agency: yes or no.";
        previous_separation PreviousSeparation: NaiveDate, false, ["priorseparation", "lastseparation"], "Last day of the previous appointment, in any agency.";
        law_course_completed LawCourseCompleted: NaiveDate, false, ["lawforpolice", "illinoislawreview", "lawreview"], "Law for Police or Illinois Law Review completed.";
        transition_completed TransitionCompleted: NaiveDate, false, ["transitioncourse"], "Transition course from part-time to full-time completed.";
        authority_from AuthorityFrom: NaiveDate, false, ["policeauthorityfrom", "authority"], "First day on which police authority is exercised.";
        hours_year HoursYear: Decimal, false, ["hours", "hoursworked", "parttimehours", "hoursthisyear"], "Hours worked in the calendar year asked about, all agencies together.";
        power_passed PowerPassed: NaiveDate, false, ["power", "powertest", "powerdate"], "Day the POWER test was passed.";
        power_administrator PowerAdministrator: Administrator, false, ["powertester"], "Who gave the POWER test: the unit's designated administrator or another.";
        physical_exam PhysicalExam: NaiveDate, false, ["physical", "physicalexamination"], "Day of the physical examination.";
        course_start CourseStart: NaiveDate, false, ["academyclassstart", "classstart", "basicstart"], "First day of the basic course; may lie ahead.";
        background_certified BackgroundCertified: NaiveDate, false, ["backgroundcheck", "background"], "Day of the agency's written certification of the background check.";
        sworn_on SwornOn: NaiveDate, false, ["sworn", "dateofoath", "sworndate"], "Day the officer was sworn in.";
        esigned Esigned: NaiveDate, false, ["esign", "portalsigned", "esigndate", "portalesigned"], "Day of the latest e-signature on the Officer Portal's compliance page.";
        executive_esigned ExecutiveEsigned: NaiveDate, false, ["executiveesign"], "Day of the latest e-signature on the executives' page.";
        scenario_completed ScenarioCompleted: NaiveDate, false, ["scenario", "scenariobased", "scenariotraining"], "Scenario-based use-of-force training completed.";
        training_hours_year TrainingHoursYear: Decimal, false, ["traininghours", "traininghoursthisyear"], "Approved training hours of a chief, deputy chief or sheriff in the year asked about.";
        training_hours_last_year TrainingHoursLastYear: Decimal, false, ["lastyeartraininghours"], "The same for the year before.";
        firearms_qualified FirearmsQualified: NaiveDate, false, ["firearms", "qualified", "qualificationdate", "lastqualified", "firearmsdate"], "Latest day of firearms qualification.";
        firearms_comment FirearmsComment: &'a str, false, ["comment", "comments", "firearmscomments"], "Reason why no qualification was possible.";
        qualified_elsewhere QualifiedElsewhere: bool, false, ["qualifiedatanotheragency"], "Qualified at another agency before coming: yes or no.";
        qualified_elsewhere_document QualifiedElsewhereDocument: bool, false, ["qualifiedatanotheragencydocument"], "Whether papers of that qualification are on file.";
        homicide_certified HomicideCertified: NaiveDate, false, ["homicide", "homicidecertificate"], "Day of the lead homicide investigator's certificate.";
        homicide_hours HomicideHours: Decimal, false, [], "Approved homicide training hours in the certificate's four years.";
    }
}

/// What a roster file is.
pub static ROSTER: Kind = Kind {
    name: "roster",
    specs: Column::SPECS,
    marks: &[Column::LastName as usize, Column::WholeName as usize, Column::PtbId as usize],
    either: &[(Column::LastName as usize, Column::WholeName as usize)],
    list: None,
};

/// Whether a roster with this header has a column; `name` stands for last and first name (settled 104).
pub fn has_column(header: &Header, column: Column) -> bool {
    header.place(column as usize).is_some()
        || (matches!(column, Column::LastName | Column::FirstName)
            && header.place(Column::WholeName as usize).is_some())
}

/// Reaches one day of an officer.
type DayOf = for<'o, 'a> fn(&'o mut Officer<'a>) -> &'o mut Option<NaiveDate>;

/// Columns that record something that has happened, so that no day in them can be later than the day asked about
/// (settled 5a).
const EVENTS: [(Column, DayOf); 16] = [
    (Column::HireDate, |officer| &mut officer.hire_date),
    (Column::OriginalHireDate, |officer| &mut officer.original_hire_date),
    (Column::BasicEnrolled, |officer| &mut officer.basic_enrolled),
    (Column::BasicCompleted, |officer| &mut officer.basic_completed),
    (Column::WaiverDate, |officer| &mut officer.waiver_date),
    (Column::PreviousSeparation, |officer| &mut officer.previous_separation),
    (Column::LawCourseCompleted, |officer| &mut officer.law_course_completed),
    (Column::TransitionCompleted, |officer| &mut officer.transition_completed),
    (Column::PowerPassed, |officer| &mut officer.power_passed),
    (Column::PhysicalExam, |officer| &mut officer.physical_exam),
    (Column::BackgroundCertified, |officer| &mut officer.background_certified),
    (Column::Esigned, |officer| &mut officer.esigned),
    (Column::ExecutiveEsigned, |officer| &mut officer.executive_esigned),
    (Column::ScenarioCompleted, |officer| &mut officer.scenario_completed),
    (Column::FirearmsQualified, |officer| &mut officer.firearms_qualified),
    (Column::HomicideCertified, |officer| &mut officer.homicide_certified),
];

/// Why a day cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// Recorded as past, but later than the day asked about.
    InTheFuture(NaiveDate),
    /// Before the day in another column.
    Before(NaiveDate, Column, NaiveDate),
    /// After the day in another column.
    After(NaiveDate, Column, NaiveDate),
}

impl<'a> Officer<'a> {
    /// Makes an officer of a row; a whole name in one cell is taken apart. `fault` hears of each cell that cannot be read.
    pub fn from_row(row: &Row<'a, '_>, header: &Header, how: &Reading, fault: impl FnMut(Column, &'a str)) -> Self {
        let mut officer = Self::default();
        officer.become_row(row, header, how, fault);
        officer
    }

    /// The same with an officer of whom nothing is known yet, who need not be moved then.
    pub fn become_row(
        &mut self,
        row: &Row<'a, '_>,
        header: &Header,
        how: &Reading,
        fault: impl FnMut(Column, &'a str),
    ) {
        self.fill(row, header, how, fault);
        if self.name.is_some() {
            let name = Name::of_row(self.name.map(|whole| whole.0), self.name_cells());
            self.last_name = name.last.map(NamePart);
            self.first_name = name.first.map(NamePart);
            self.middle_name = name.middle.map(NamePart);
            self.suffix = name.suffix.map(NamePart);
        } else if self.is_faulty(Column::WholeName) {
            self.faulty.insert(Column::LastName as usize);
            self.faulty.insert(Column::FirstName as usize);
        }
    }

    /// `Doe Jr., Jane A.`
    pub fn full_name(&self) -> Option<String> {
        self.name_cells().shown()
    }

    fn name_cells(&self) -> Name<'a> {
        let part = |part: Option<NamePart<'a>>| part.map(|part| part.0);
        Name {
            last: part(self.last_name),
            first: part(self.first_name),
            middle: part(self.middle_name),
            suffix: part(self.suffix),
        }
    }

    /// The class of officer; nothing recorded is law enforcement.
    pub fn discipline(&self) -> Discipline {
        self.discipline.unwrap_or(Discipline::LawEnforcement)
    }

    /// The rank; nothing recorded is officer.
    pub fn position(&self) -> Position {
        self.position.unwrap_or(Position::Officer)
    }

    /// The original date of hire where it is recorded, else the day of this appointment.
    pub fn first_hired(&self) -> Option<NaiveDate> {
        self.original_hire_date.or(self.hire_date)
    }

    /// Looks back with today's file: what happened after `as_of` had not happened yet (`--rewind`).
    ///
    /// Returns whether the officer had not been hired on that day, so that no rule speaks of the appointment.
    pub fn rewind(&mut self, as_of: NaiveDate) -> bool {
        let not_yet_hired = self.hire_date.or(self.original_hire_date).is_some_and(|hired| hired > as_of);
        for (_, day_of) in EVENTS {
            let day = day_of(self);
            *day = day.filter(|day| *day <= as_of);
        }
        not_yet_hired
    }

    /// Strikes out the days that cannot be (settled 5 and 123): one fault a column, in the order of the columns, and
    /// the cell counts as unreadable from then on. Nothing is allocated when every day can be.
    pub fn strike_impossible_days(&mut self, as_of: NaiveDate) -> Vec<(Column, Impossible)> {
        let mut faults = Vec::new();
        let latest = EVENTS.map(|(_, day_of)| *day_of(self)).into_iter().max().flatten();
        if latest.is_some_and(|latest| latest > as_of) {
            for (column, day_of) in EVENTS {
                if let Some(day) = day_of(self).filter(|day| *day > as_of) {
                    faults.push((column, Impossible::InTheFuture(day)));
                }
            }
        }
        // An officer trained before this appointment may go through the academy again (settled 123).
        let enrolled = self.basic_enrolled.filter(|_| self.basic_completed >= self.hire_date);
        for (column, day, other, than) in [
            (Column::Separated, self.separated, Column::HireDate, self.hire_date),
            (Column::FreezeTo, self.freeze_to, Column::FreezeFrom, self.freeze_from),
            (Column::BasicCompleted, self.basic_completed, Column::BasicEnrolled, enrolled),
        ] {
            if let (Some(day), Some(than)) = (day, than)
                && day < than
            {
                faults.push((column, Impossible::Before(day, other, than)));
            }
        }
        for (column, day) in [
            (Column::OriginalHireDate, self.original_hire_date),
            (Column::PreviousSeparation, self.previous_separation),
        ] {
            if let (Some(day), Some(hired)) = (day, self.hire_date)
                && day > hired
            {
                faults.push((column, Impossible::After(day, Column::HireDate, hired)));
            }
        }
        faults.sort_by_key(|(column, _)| *column as usize);
        faults.dedup_by_key(|(column, _)| *column);
        for (column, _) in &faults {
            self.faulty.insert(*column as usize);
            match column {
                Column::Separated => self.separated = None,
                Column::FreezeTo => self.freeze_to = None,
                event => {
                    if let Some((_, day_of)) = EVENTS.iter().find(|(column, _)| column == event) {
                        *day_of(self) = None;
                    }
                }
            }
        }
        faults
    }
}

/// A row of the roster with its place.
pub type RosterEntry<'a> = crate::model::Entry<'a, Officer<'a>>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::days::read_flag_day;
    use crate::input::rows::Rows;

    /// Reads a row of these cells, and strikes out what cannot be on 21 November 2026.
    fn read(row: &[(&str, &str)], check: impl FnOnce(Officer, Vec<(Column, Impossible)>)) {
        let header = Header::new(row.iter().map(|(name, _)| *name), Column::SPECS).unwrap();
        let rows = Rows::of_cells(row.iter().map(|(_, text)| *text));
        let how = Reading { as_of: day("2026-11-21"), two_digit_years: false };
        let mut officer = Officer::from_row(&rows.iter().next().unwrap(), &header, &how, |_, _| {});
        let faults = officer.strike_impossible_days(how.as_of);
        check(officer, faults);
    }

    fn day(text: &str) -> NaiveDate {
        read_flag_day(text).unwrap()
    }

    #[test]
    fn an_event_cannot_lie_after_the_day_asked_about_but_a_plan_can() {
        // Settled 5a, word for word.
        let events = "hire_date, original_hire_date, basic_enrolled, basic_completed, waiver_date, previous_separation, \
                      law_course_completed, transition_completed, power_passed, physical_exam, background_certified, esigned, \
                      scenario_completed, firearms_qualified, homicide_certified";
        for name in events.split(", ") {
            read(&[(name, "2026-11-22")], |officer, faults| {
                assert!(matches!(faults[..], [(_, Impossible::InTheFuture(_))]), "{name}");
                assert!(officer.is_faulty(faults[0].0) && faults[0].0.name() == name);
            });
            read(&[(name, "2026-11-21")], |officer, faults| {
                assert!(faults.is_empty() && officer.faulty.is_empty(), "{name}");
            });
        }
        for name in ["separated", "course_start", "authority_from", "freeze_from", "freeze_to"] {
            read(&[(name, "2030-01-01")], |_, faults| assert!(faults.is_empty(), "{name}"));
        }
    }

    #[test]
    fn two_days_in_the_wrong_order_blame_the_first_named() {
        for (blamed, earlier, other, later) in [
            ("separated", "2020-01-01", "hire_date", "2020-01-02"),
            ("freeze_to", "2020-01-01", "freeze_from", "2020-01-02"),
            ("basic_completed", "2020-01-01", "basic_enrolled", "2020-01-02"),
        ] {
            read(&[(blamed, earlier), (other, later)], |officer, faults| {
                assert!(
                    matches!(faults[..], [(_, Impossible::Before(..))]) && faults[0].0.name() == blamed,
                    "{blamed}"
                );
                assert!(officer.is_faulty(faults[0].0));
            });
            read(&[(blamed, later), (other, later)], |_, faults| assert!(faults.is_empty(), "{blamed}"));
        }
        for blamed in ["original_hire_date", "previous_separation"] {
            read(&[(blamed, "2020-01-02"), ("hire_date", "2020-01-01")], |_, faults| {
                assert!(
                    matches!(faults[..], [(_, Impossible::After(_, Column::HireDate, _))])
                        && faults[0].0.name() == blamed
                );
            });
            read(&[(blamed, "2020-01-01"), ("hire_date", "2020-01-01")], |_, faults| assert!(faults.is_empty()));
        }
    }

    #[test]
    fn an_officer_trained_before_may_enrol_again() {
        // Settled 123: completed 2010, hired 2020, enrolled again 2020.
        let row = [("hire_date", "2020-01-01"), ("basic_enrolled", "2020-02-01"), ("basic_completed", "2010-06-30")];
        read(&row, |_, faults| assert!(faults.is_empty()));
        let row = [("hire_date", "2020-01-01"), ("basic_enrolled", "2020-02-01"), ("basic_completed", "2020-01-15")];
        read(&row, |_, faults| assert_eq!(faults.len(), 1));
        let row = [("hire_date", ""), ("basic_enrolled", "2020-02-01"), ("basic_completed", "2020-01-15")];
        read(&row, |_, faults| assert_eq!(faults.len(), 1, "nothing says that the training came before the hire"));
    }

    #[test]
    fn cells_are_told_in_the_order_of_the_contract_whatever_that_of_the_file_is() {
        let header =
            Header::new(["esigned", "shift", "agency", "hire_date", "last_name", "suffix"], Column::SPECS).unwrap();
        let how = Reading { as_of: day("2026-11-21"), two_digit_years: false };
        // The row ends before the last two columns, and holds blanks where it holds nothing.
        let rows = Rows::of_cells(["soon", "nights", "  ", "2026-13-01"]);
        let mut told = Vec::new();
        let officer =
            Officer::from_row(&rows.iter().next().unwrap(), &header, &how, |column, text| told.push((column, text)));
        assert_eq!(told, [(Column::HireDate, "2026-13-01"), (Column::Esigned, "soon")]);
        let faulty = Column::ALL.iter().filter(|column| officer.is_faulty(**column));
        assert!(faulty.eq(&[Column::LastName, Column::Suffix, Column::HireDate, Column::Esigned]));
        assert_eq!((officer.agency, officer.last_name), (None, None));
    }

    #[test]
    fn looking_back_forgets_what_came_later() {
        read(
            &[("hire_date", "2020-01-01"), ("esigned", "2026-01-12"), ("separated", "2026-06-30")],
            |mut officer, _| {
                assert!(!officer.rewind(day("2025-12-31")));
                assert_eq!(
                    (officer.esigned, officer.separated),
                    (None, Some(day("2026-06-30"))),
                    "an end may be planned"
                );
                assert!(officer.rewind(day("2019-12-31")), "not hired yet");
            },
        );
    }

    #[test]
    fn a_whole_name_stands_for_last_and_first() {
        read(&[("name", "Doe Jr., Jane A")], |officer, _| {
            assert_eq!(officer.full_name().as_deref(), Some("Doe Jr., Jane A."));
            assert_eq!(officer.last_name, Some(NamePart("Doe")));
        });
        read(&[("last_name", "None"), ("first_name", "-")], |officer, _| {
            assert_eq!(officer.full_name().as_deref(), Some("None, -"), "settled 15");
        });
    }
}
