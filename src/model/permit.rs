//! One row of the retired officers' sheet: an application for a concealed-carry permit, and the permit.

use crate::input::cells::{Cell, NamePart, Reading, choice, record};
use crate::input::sheet::Kind;
use crate::model::Impossible;
use crate::model::person;
use crate::values::decimal::Decimal;
use chrono::NaiveDate;

choice! {
    /// Which firearms the permit is for.
    FirearmTypes, "revolver, semi-auto or both":
    /// Revolver.
    Revolver = "revolver",
    /// Semi-automatic pistol.
    SemiAuto = "semi-auto" | "semiautomatic" | "pistol",
    /// One of each.
    Both = "both",
}

choice! {
    /// How an application was denied.
    Denial, "administrative or course-of-fire":
    /// A requirement was not met.
    Administrative = "administrative" | "admin",
    /// The course of fire was not passed.
    CourseOfFire = "course-of-fire" | "course" | "fire",
}

/// Whether the fee came with the application: a word, or the sum that came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeePaid {
    /// In full.
    Full,
    /// Not at all.
    Nothing,
    /// This many cents.
    Cents(u64),
}

impl std::fmt::Display for FeePaid {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Full => to.write_str("yes"),
            Self::Nothing => to.write_str("no"),
            Self::Cents(cents) => write!(to, "{}.{:02}", cents / 100, cents % 100),
        }
    }
}

impl<'a> Cell<'a> for FeePaid {
    const EXPECTED: &'static str = "yes, no or a sum such as 75.00";

    fn read(text: &'a str, how: &Reading) -> Option<Self> {
        match <bool as Cell>::read(text, how) {
            Some(true) => Some(Self::Full),
            Some(false) => Some(Self::Nothing),
            None => {
                let millionths = Decimal::read(text.strip_prefix('$').unwrap_or(text))?.millionths();
                (millionths % 10_000 == 0).then_some(Self::Cents(millionths / 10_000))
            }
        }
    }
}

record! {
    /// One row of the retired officers' sheet: one applicant.
    RetiredOfficer,
    /// The columns of the retired officers' sheet.
    Column {
        name WholeName: NamePart<'a>, false, ["officername", "fullname", "applicant", "applicantname", "permittee"], "The whole name in one cell, `Last, First M`, in place of last_name and first_name.";
        last_name LastName: NamePart<'a>, false, ["surname", "lname", "last", "familyname"], "Last name.";
        first_name FirstName: NamePart<'a>, false, ["fname", "first", "givenname"], "First name.";
        separated Separated: NaiveDate, false, ["separationdate", "retired", "retirementdate"], "Last day of service.";
        good_standing GoodStanding: bool, false, ["separatedingoodstanding"], "Separated in good standing: yes or no.";
        arrest_powers ArrestPowers: bool, false, ["powersofarrest"], "Had powers of arrest by statute: yes or no.";
        years_service YearsService: Decimal, false, ["yearsofservice", "serviceyears"], "Years as a law-enforcement officer, all agencies together.";
        disability_separation DisabilitySeparation: bool, false, ["serviceconnecteddisability"], "Left for a service-connected disability after probation: yes or no.";
        photo_id PhotoId: bool, false, ["photoidentification"], "Holds the former agency's photographic identification: yes or no.";
        foid_valid FoidValid: bool, false, ["foid", "foidcard", "validfoid"], "Holds a valid FOID card: yes or no.";
        illinois_resident IllinoisResident: bool, false, ["resident", "residentofillinois"], "Resident of Illinois: yes or no.";
        background_clear BackgroundClear: bool, false, ["background", "backgroundinvestigation"], "The background investigation found nothing that disqualifies: yes or no.";
        not_prohibited NotProhibited: bool, false, ["notfederallyprohibited"], "Federal law does not prohibit carrying a firearm: yes or no.";
        mental_disability_separation MentalDisabilitySeparation: bool, false, ["mentaldisability"], "Separated for reasons of mental disability: yes or no.";
        authorized_to_carry AuthorizedToCarry: bool, false, ["carriedinservice"], "Certified and authorized to carry a firearm when in service: yes or no.";
        affidavit Affidavit: bool, false, ["swornaffidavit"], "The application is a signed, sworn affidavit: yes or no.";
        firearm_types FirearmTypes: FirearmTypes, false, ["firearms", "firearmtype", "weapon", "weapons"], "The firearms the permit is for: revolver, semi-auto or both.";
        fee_paid FeePaid: FeePaid, false, ["fee", "feereceived"], "Whether the fee came with the application: yes, no, or the sum.";
        application_received ApplicationReceived: NaiveDate, false, ["received", "applicationdate"], "Day on which the Board received the completed application.";
        qualified_on QualifiedOn: NaiveDate, false, ["qualified", "courseoffire", "qualificationdate"], "Day on which the course of fire was passed.";
        permit_issued PermitIssued: NaiveDate, false, ["issued", "permitdate", "dateofissue"], "Day of issue of the permit.";
        address_changed AddressChanged: NaiveDate, false, ["moved"], "Day of the latest change of address or telephone number.";
        address_reported AddressReported: NaiveDate, false, ["changereported"], "Day on which that change was reported to the Board.";
        denied Denied: Denial, false, ["denial"], "How the application was denied: administrative or course-of-fire; blank is not denied.";
    }
}

/// What the retired officers' sheet is.
pub static PERMIT_SHEET: Kind = Kind {
    name: "permit",
    specs: Column::SPECS,
    marks: &[Column::LastName as usize, Column::WholeName as usize],
    either: &[(Column::LastName as usize, Column::WholeName as usize)],
    list: None,
};

impl<'a> RetiredOfficer<'a> {
    /// `Doe, John`
    pub fn full_name(&self) -> Option<String> {
        person(self.name, self.last_name, self.first_name).shown()
    }

    /// Takes away every event after `as_of`; each comes back with its column.
    fn take_days_ahead(&mut self, as_of: NaiveDate) -> Vec<(Column, NaiveDate)> {
        let events = [
            (Column::ApplicationReceived, &mut self.application_received),
            (Column::QualifiedOn, &mut self.qualified_on),
            (Column::PermitIssued, &mut self.permit_issued),
            (Column::AddressChanged, &mut self.address_changed),
            (Column::AddressReported, &mut self.address_reported),
        ];
        let ahead =
            |(column, cell): (Column, &mut Option<NaiveDate>)| Some((column, cell.take_if(|day| *day > as_of)?));
        events.into_iter().filter_map(ahead).collect()
    }
}

impl<'a> crate::model::Record<'a> for RetiredOfficer<'a> {
    const NOUN: &'static str = "applicant";

    /// Strikes out the days after the day asked about; a separation may be planned. Each comes back with its column, and
    /// the cell counts as unreadable from then on (settled 5).
    fn strike_impossible_days(&mut self, as_of: NaiveDate) -> Vec<(&'static str, Impossible)> {
        let faults = self.take_days_ahead(as_of);
        faults.iter().for_each(|(column, _)| self.faulty.insert(*column as usize));
        faults.into_iter().map(|(column, day)| (column.name(), Impossible::InTheFuture(day))).collect()
    }

    fn rewind(&mut self, as_of: NaiveDate) -> bool {
        self.take_days_ahead(as_of);
        false
    }

    fn ptb_id(&self) -> Option<&'a str> {
        None
    }

    fn may_be_anybody(&self) -> bool {
        true
    }

    fn shown_name(&self) -> Option<String> {
        self.full_name()
    }
}
