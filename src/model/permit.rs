//! One row of the retired officers' sheet: an application for a concealed-carry permit, and the permit.

use crate::input::cells::{Cell, Reading};
use crate::input::record::{FromRow, choice, record};
use crate::input::sheet::Kind;
use crate::model::{Impossible, strike_days_after};
use crate::values::decimal::Decimal;
use chrono::NaiveDate;

choice! {
    /// The firearms that the permit is for.
    FirearmTypes, "revolver, semi-auto or both":
    /// Revolver.
    Revolver = "revolver",
    /// Semi-automatic pistol.
    SemiAuto = "semi-auto" | "semiautomatic" | "pistol",
    /// One of each.
    Both = "both",
}

choice! {
    /// The way in which an application was denied.
    Denial, "administrative or course-of-fire":
    /// A requirement was not met.
    Administrative = "administrative" | "admin",
    /// The course of fire was not passed.
    CourseOfFire = "course-of-fire" | "course" | "fire",
}

/// The fee that came with the application: a word, or the sum.
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
        person {
            name: ["applicant", "applicantname", "permittee"],
            last_name: "Last name.",
        }
        /// Last day of service.
        separated Separated: NaiveDate, Planned
            [
                "separationdate", "retired", "retirementdate", "dateseparated", "dateofseparation", "dateretired",
                "lastday", "enddate", "termdate", "resignationdate", "terminationdate"
            ];
        /// Separated in good standing: yes or no.
        good_standing GoodStanding: bool
            ["separatedingoodstanding"];
        /// Had powers of arrest by statute: yes or no.
        arrest_powers ArrestPowers: bool
            ["powersofarrest"];
        /// Years as a law-enforcement officer, all agencies together.
        years_service YearsService: Decimal
            ["yearsofservice", "serviceyears"];
        /// Left for a service-connected disability after probation: yes or no.
        disability_separation DisabilitySeparation: bool
            ["serviceconnecteddisability"];
        /// Holds the former agency's photographic identification: yes or no.
        photo_id PhotoId: bool
            ["photoidentification"];
        /// Holds a valid FOID card: yes or no.
        foid_valid FoidValid: bool
            ["foid", "foidcard", "validfoid"];
        /// Resident of Illinois: yes or no.
        illinois_resident IllinoisResident: bool
            ["resident", "residentofillinois"];
        /// The background investigation found nothing that disqualifies: yes or no.
        background_clear BackgroundClear: bool
            ["background", "backgroundinvestigation"];
        /// Federal law does not prohibit carrying a firearm: yes or no.
        not_prohibited NotProhibited: bool
            ["notfederallyprohibited"];
        /// Separated for reasons of mental disability: yes or no.
        mental_disability_separation MentalDisabilitySeparation: bool
            ["mentaldisability"];
        /// Certified and authorized to carry a firearm when in service: yes or no.
        authorized_to_carry AuthorizedToCarry: bool
            ["carriedinservice"];
        /// The application is a signed, sworn affidavit: yes or no.
        affidavit Affidavit: bool
            ["swornaffidavit"];
        /// The firearms the permit is for: revolver, semi-auto or both.
        firearm_types FirearmTypes: FirearmTypes
            ["firearms", "firearmtype", "weapon", "weapons"];
        /// The fee that came with the application: yes, no, or the sum.
        fee_paid FeePaid: FeePaid
            ["fee", "feereceived"];
        /// Day on which the Board received the completed application.
        application_received ApplicationReceived: NaiveDate, Past
            ["received", "applicationdate"];
        /// Day on which the course of fire was passed.
        qualified_on QualifiedOn: NaiveDate, Past
            ["qualified", "courseoffire", "qualificationdate"];
        /// Day of issue of the permit.
        permit_issued PermitIssued: NaiveDate, Past
            ["issued", "permitdate", "dateofissue"];
        /// Day of the latest change of address or telephone number.
        address_changed AddressChanged: NaiveDate, Past
            ["moved"];
        /// Day on which that change was reported to the Board.
        address_reported AddressReported: NaiveDate, Past
            ["changereported"];
        /// How the application was denied: administrative or course-of-fire; blank is not denied.
        denied Denied: Denial
            ["denial"];
    }
}

/// The retired officers' sheet.
pub static PERMIT_SHEET: Kind = Kind {
    name: "permit",
    read_by: "muster permit check",
    specs: Column::SPECS,
    marks: &[Column::LastName as usize, Column::WholeName as usize],
    either: &[(Column::LastName as usize, Column::WholeName as usize)],
    list: None,
    read_cells: |row, header, how, fault| {
        RetiredOfficer::of_row(row, header, how, fault);
    },
};

impl<'a> crate::model::Record<'a> for RetiredOfficer<'a> {
    const NOUN: &'static str = "applicant";

    fn strike_impossible_days(&mut self, as_of: NaiveDate) -> Vec<(&'static str, Impossible)> {
        strike_days_after!(self, as_of)
    }

    fn rewind(&mut self, as_of: NaiveDate) -> bool {
        self.take_days_after(as_of);
        false
    }
}
