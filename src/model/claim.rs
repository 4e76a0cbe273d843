//! A claim for reimbursement: the claim's own cells, and its lines.

use crate::input::cells::{Cell, ColumnSpec, NamePart, Reading, choice, record};
use crate::input::faults::{self, FaultKind};
use crate::input::header::{Header, OwnNames};
use crate::input::json_lists::{Group, GroupFile, GroupKind};
use crate::input::rows::{Row, RowFault};
use crate::input::sheet::{Kind, Sheet};
use crate::model::name::Name;
use crate::values::decimal::Decimal;
use crate::values::money::{Cents, Rate};
use crate::values::place_set::PlaceSet;
use crate::words::shown_path;
use chrono::NaiveDate;

choice! {
    /// What the officer was trained in; it decides the form.
    Training, "basic, part-time-basic, non-basic or transition":
    /// Basic law-enforcement or corrections training of a full-time employee.
    Basic = "basic",
    /// Basic training of a part-time officer.
    PartTimeBasic = "part-time-basic" | "ptbasic" | "parttime",
    /// Any other certified, reimbursable training.
    NonBasic = "non-basic",
    /// The course for part-time officers who become full-time.
    Transition = "transition" | "transitioncourse",
}

choice! {
    /// Who paid for the training.
    Payer, "agency or officer":
    /// The unit of government.
    Agency = "agency" | "department",
    /// The officer.
    Officer = "officer" | "trainee",
}

choice! {
    /// What a line of a claim asks for.
    LineKind, "salary, lodging, meals, lunch, mileage, travel, tuition, fees, power-exam or other":
    /// The trainee's salary during the training.
    Salary = "salary" | "wages",
    /// Nights away from home.
    Lodging = "lodging" | "hotel",
    /// Whole days of meals while away overnight.
    Meals = "meals",
    /// Lunches of a trainee who goes home each night.
    Lunch = "lunch" | "lunches",
    /// Travel by car.
    Mileage = "mileage",
    /// Travel that is not by car, at cost.
    Travel = "travel",
    /// Tuition of the school.
    Tuition = "tuition",
    /// Fees of the school.
    Fees = "fees" | "fee",
    /// The POWER test.
    PowerExam = "power-exam" | "power" | "powertest",
    /// Anything else.
    Other = "other",
}

record! {
    /// The cells of a claim that are not those of a line.
    ClaimHead,
    /// The columns of a claim, without those of its lines.
    Column {
        claim_id ClaimId: &'a str, false, ["claim", "claim#", "claimnumber", "claimno"], "The agency's own number for the claim; in CSV the rows of one claim share it.";
        agency Agency: &'a str, false, ["department", "dept", "employer", "agencyname"], "The unit of government that claims.";
        home_rule HomeRule: bool, false, ["homeruleunit"], "Whether the unit has home rule: yes or no.";
        resolution_on_file ResolutionOnFile: bool, false, ["resolution", "ordinanceonfile"], "Whether a home-rule unit's resolution or ordinance is on file with the Board: yes or no.";
        full_time_officers FullTimeOfficers: u32, false, ["fulltimeofficercount"], "Full-time officers that the unit employs; a unit without home rule needs one.";
        ptb_id PtbId: &'a str, false, ["ptb", "ptbnumber", "ptbno", "ptb#", "ptbidnumber", "officerid"], "The Board's number for the trainee; text, leading zeros stay.";
        name WholeName: NamePart<'a>, false, ["officername", "fullname", "employeename", "traineename"], "The trainee's whole name in one cell, `Last, First M`, in place of last_name and first_name.";
        last_name LastName: NamePart<'a>, false, ["surname", "lname", "last", "familyname"], "The trainee's last name.";
        first_name FirstName: NamePart<'a>, false, ["fname", "first", "givenname"], "The trainee's first name.";
        training Training: Training, false, ["trainingtype", "coursetype"], "What the training was: basic, part-time-basic, non-basic or transition; it decides the form.";
        course Course: &'a str, false, ["coursename", "coursetitle", "class"], "The course, as the Board's schedule names it.";
        reimbursable Reimbursable: bool, false, ["reimbursablecourse"], "No when the course has an asterisk in the Board's schedule; blank is yes.";
        completed Completed: bool, false, ["successfullycompleted"], "Whether a part-time officer completed basic training successfully: yes or no.";
        class_start ClassStart: NaiveDate, false, ["coursestart", "startdate"], "The first day of the class.";
        class_end ClassEnd: NaiveDate, false, ["courseend", "enddate"], "The last day of the class; it decides the fiscal year.";
        submitted Submitted: NaiveDate, false, ["submittedon", "datesubmitted", "submitteddate"], "The day the claim was handed in; blank is not yet.";
        paid_by PaidBy: Payer, false, ["payer"], "Who paid for the training: agency or officer; blank is agency.";
        worked_during_training WorkedDuringTraining: bool, false, ["workedduringcourse"], "Whether the trainee had to work during any part of the course: yes or no.";
        overnight Overnight: bool, false, ["overnightstay"], "Whether the trainee had to stay away from home overnight: yes or no.";
        previously_reimbursed PreviouslyReimbursed: bool, false, ["reimbursedbefore"], "Whether this course was reimbursed for this officer before: yes or no; blank is no.";
        unusual_circumstances UnusualCircumstances: &'a str, false, ["circumstances"], "Why the same course is claimed a second time.";
        basic_certificate BasicCertificate: bool, false, ["basiccertificateorwaiver"], "Whether the trainee had the basic certificate, or a waiver, before the training: yes or no.";
        statutory_maximum StatutoryMaximum: Cents, false, ["maximum"], "The most that the law pays for the course, where there is such a figure.";
    }
}

record! {
    /// One line of a claim.
    ClaimLine,
    /// The columns of a line.
    LineColumn {
        kind Kind: LineKind, false, ["linekind", "expense", "item"], "What the line asks for: salary, lodging, meals, lunch, mileage, travel, tuition, fees, power-exam or other.";
        amount Amount: Cents, false, ["cost", "claimed"], "What was paid; for mileage it may be blank.";
        date Date: NaiveDate, false, ["traveldate", "firstnight", "firstday"], "The day of travel, the first night or the first day of meals.";
        days Days: u32, false, ["nights", "numberofdays"], "How many nights, days of meals or lunches, one after the other.";
        miles Miles: Decimal, false, ["mi"], "Miles driven.";
        from_city FromCity: &'a str, false, ["departurecity", "homecity"], "Where the travel by car begins.";
        school_city SchoolCity: &'a str, false, ["destinationcity", "academycity"], "The city in which the school is.";
        county County: &'a str, false, ["countyofstay"], "The county of the stay, which decides the State's limit.";
        rate_limit RateLimit: Rate, false, ["ownrate"], "The claimant's own figure a mile, night or day, for days whose rate is not known.";
    }
}

/// Every column of a flat claims sheet: those of the claim, then those of a line.
static COLUMNS: [ColumnSpec; Column::SPECS.len() + LineColumn::SPECS.len()] = {
    const NONE: ColumnSpec = ColumnSpec { name: "", aliases: &[], expected: "", meaning: "", private: false };
    let mut all = [NONE; Column::SPECS.len() + LineColumn::SPECS.len()];
    let mut at = 0;
    while at < all.len() {
        let spec =
            if at < Column::SPECS.len() { &Column::SPECS[at] } else { &LineColumn::SPECS[at - Column::SPECS.len()] };
        all[at] = ColumnSpec {
            name: spec.name,
            aliases: spec.aliases,
            expected: spec.expected,
            meaning: spec.meaning,
            private: spec.private,
        };
        at += 1;
    }
    all
};

/// What a claims file is. Its header is known by `claim_id` too (settled 103).
pub static CLAIM: Kind = Kind {
    name: "claim",
    specs: &COLUMNS,
    marks: &[Column::ClaimId as usize, Column::LastName as usize, Column::WholeName as usize, Column::PtbId as usize],
    either: &[(Column::LastName as usize, Column::WholeName as usize)],
    list: Some(LIST),
};

/// The key of a claim's lines in JSON.
const LIST: &str = "lines";
/// How a claim and its lines stand in a file.
static GROUPS: GroupKind =
    GroupKind { list: LIST, head: Column::SPECS, item: LineColumn::SPECS, id: Column::ClaimId as usize };

/// A claim with its lines.
#[derive(Clone, Debug, Default)]
pub struct Claim<'a> {
    /// The claim's own cells.
    pub head: ClaimHead<'a>,
    /// Its lines, in their order.
    pub lines: Vec<ClaimLine<'a>>,
    /// Whether there is a list of lines that cannot be read.
    pub lines_unreadable: bool,
    /// Cells in later rows of the claim that say something else than its first row: column and line.
    pub differing: Vec<(&'static str, u64)>,
}

/// Something in a claims file that cannot be read: a finding of status `unknown`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault<'a> {
    /// The kind of fault: `unreadable-value`.
    pub kind: &'static FaultKind,
    /// Physical line, or index of the claim in a JSON array from 1.
    pub line: u64,
    /// The column at fault.
    pub column: Option<&'a str>,
    /// What is wrong, in a sentence.
    pub message: String,
}

/// What became of one record of a claims file.
#[derive(Clone, Debug)]
pub struct ReadClaim<'a> {
    /// Where it begins: physical line, or index in a JSON array from 1.
    pub line: u64,
    /// The claim; nothing when the record can not be read at all.
    pub claim: Option<Claim<'a>>,
    /// What cannot be read in it, in the order of lines.
    pub faults: Vec<Fault<'a>>,
}

/// A claims file that has been read to its end.
pub struct ClaimFile(GroupFile);

impl ClaimFile {
    /// Reads a file, opened as [`CLAIM`], to its end: a claim's rows may stand anywhere in it. `own`: the user's names of
    /// keys in a claim's lines.
    pub fn read(sheet: Sheet, own: &OwnNames) -> Self {
        Self(GroupFile::read(sheet, &GROUPS, own))
    }

    /// The file itself: path, header, what is known of it after it was read.
    pub fn sheet(&self) -> &Sheet {
        &self.0.sheet
    }

    /// Why reading stopped in the middle, if it did.
    pub fn stopped(&mut self) -> Option<anyhow::Error> {
        self.0.stopped.take()
    }

    /// Keys of lines that nobody knows; unknown columns are in the header.
    pub fn unknown_line_keys(&self) -> &[(String, Option<&'static str>)] {
        &self.0.unknown
    }

    /// What a careful reader should know about how the file was read.
    pub fn closing_notes(&self) -> Vec<String> {
        let mut notes = self.0.closing_notes();
        if !self.0.has_items() {
            notes.push(format!(
                "{}: nothing in it says what is claimed; a claim has lines with a kind and an amount (`muster template claim`)",
                shown_path(&self.0.sheet.path)
            ));
        }
        notes
    }

    /// Every claim, in the order in which it begins, with what cannot be read in it.
    /// `redact`: nothing is quoted from a cell.
    pub fn claims(&self, how: &Reading, redact: bool) -> Vec<ReadClaim<'_>> {
        self.0.groups().iter().map(|group| self.claim(group, how, redact)).collect()
    }

    fn claim<'a>(&'a self, group: &Group<'a>, how: &Reading, redact: bool) -> ReadClaim<'a> {
        let line = group.head.line;
        let mut faults = Vec::new();
        let lists = self.0.has_lists();
        row_faults(&group.head, &self.0.sheet.header, |cell| self.0.is_list(cell), "", redact, &mut faults);
        if group.head.is_unreadable() {
            return ReadClaim { line, claim: None, faults };
        }
        let head = ClaimHead::from_row(&group.head, self.0.head(), how, |column, text| {
            faults.push(unreadable(line, &Column::SPECS[column as usize], text, "", redact));
        });
        if let Some(fault) = group.list_fault {
            faults.push(Fault {
                kind: &faults::UNREADABLE_VALUE,
                line,
                column: Some(GROUPS.list),
                message: fault.to_owned(),
            });
        }
        let differing = if lists { Vec::new() } else { self.differing(group, how, redact, &mut faults) };
        let mut lines = Vec::new();
        for (at, item) in group.items.iter().enumerate() {
            // In JSON every line of a claim has the place of the claim, so that the sentence names it.
            let place = if lists { format!("line {} of the claim: ", at + 1) } else { String::new() };
            if lists {
                row_faults(&item.row, item.header, |_| false, &place, redact, &mut faults);
            } else if at > 0 {
                row_faults(&item.row, &self.0.sheet.header, |_| false, &place, redact, &mut faults);
            }
            let mut read = ClaimLine::read(&item.row, item.header, how, |column, text| {
                faults.push(unreadable(item.row.line, &LineColumn::SPECS[column as usize], text, &place, redact));
            });
            if item.row.is_unreadable() {
                read.faulty = (0..LineColumn::ALL.len()).collect::<PlaceSet>();
            }
            lines.push(read);
        }
        let claim = Claim { head, lines, lines_unreadable: group.list_fault.is_some(), differing };
        ReadClaim { line, claim: Some(claim), faults }
    }

    /// The cells in which a later row of a claim says something else about it than the first: column and line. A blank one
    /// says nothing; one that cannot be read is a fault like any other, told once where it only repeats the first row's
    /// (settled 82 and 98).
    fn differing<'a>(
        &'a self,
        group: &Group<'a>,
        how: &Reading,
        redact: bool,
        faults: &mut Vec<Fault<'a>>,
    ) -> Vec<(&'static str, u64)> {
        let header = self.0.head();
        let first = ClaimHead::read(&group.head, header, how, |_, _| {});
        let mut differing = Vec::new();
        for row in group.items.iter().skip(1).map(|item| &item.row) {
            let in_first = |column: Column| header.place(column as usize).and_then(|at| group.head.cell(at));
            let later = ClaimHead::read(row, header, how, |column, text| {
                if in_first(column) != Some(text) {
                    faults.push(unreadable(row.line, &Column::SPECS[column as usize], text, "", redact));
                }
            });
            let differs =
                |column: &&Column| later.text(**column).is_some_and(|text| first.text(**column) != Some(text));
            differing.extend(Column::ALL.iter().filter(differs).map(|column| (column.name(), row.line)));
        }
        differing
    }
}

fn unreadable<'a>(line: u64, spec: &'static ColumnSpec, text: &str, place: &str, redact: bool) -> Fault<'a> {
    Fault {
        kind: &faults::UNREADABLE_VALUE,
        line,
        column: Some(spec.name),
        message: format!("{place}{}", faults::unreadable(spec, text, redact)),
    }
}

fn row_faults<'a>(
    row: &Row<'a, '_>,
    header: &'a Header,
    is_list: impl Fn(usize) -> bool,
    place: &str,
    redact: bool,
    faults: &mut Vec<Fault<'a>>,
) {
    for fault in row.faults {
        if matches!(fault, RowFault::Nested { cell } if is_list(*cell)) {
            continue;
        }
        let (kind, line, column, message) = faults::row_fault(fault, row, redact, |cell| header.name_at(cell));
        faults.push(Fault { kind, line, column, message: format!("{place}{message}") });
    }
}

impl<'a> ClaimHead<'a> {
    /// Makes the head of a claim of a row; a whole name in one cell is taken apart. `fault` hears of each cell that
    /// cannot be read.
    pub fn from_row(row: &Row<'a, '_>, header: &Header, how: &Reading, fault: impl FnMut(Column, &'a str)) -> Self {
        let mut head = Self::read(row, header, how, fault);
        if let Some(NamePart(whole)) = head.name {
            let name = Name::from_one_cell(whole);
            head.last_name = name.last.map(NamePart);
            head.first_name = name.first.map(NamePart).or(head.first_name);
        }
        head
    }

    /// Returns the unusual circumstances as recorded; a plain "no" gives none.
    pub fn circumstances(&self) -> Option<&'a str> {
        let reading = Reading { as_of: NaiveDate::MIN, two_digit_years: false };
        self.unusual_circumstances.filter(|text| <bool as Cell>::read(text, &reading) != Some(false))
    }

    /// `Doe, Jane A.`
    pub fn full_name(&self) -> Option<String> {
        let whole = self.name.map(|NamePart(whole)| Name::from_one_cell(whole)).unwrap_or_default();
        let part = |part: Option<NamePart<'a>>| part.map(|part| part.0);
        Name { last: part(self.last_name), first: part(self.first_name), ..whole }.shown()
    }
}
