//! A claim for reimbursement: the claim's own cells, and its lines.

use crate::finding::{Finding, Place};
use crate::input::cells::{Cell, NamePart, Reading};
use crate::input::column::ColumnSpec;
use crate::input::faults::{UNREADABLE_VALUE, quotes_nothing, row_fault, unreadable_cell};
use crate::input::header::{Header, OwnNames, Unread};
use crate::input::nested::{NestedFile, NestedKind, NestedRecord};
use crate::input::record::{FromRow, choice, record};
use crate::input::rows::{Row, RowFault};
use crate::input::sheet::{Kind, Sheet};
use crate::model::name::Name;
use crate::values::decimal::Decimal;
use crate::values::money::{Cents, Rate};
use crate::values::place_set::PlaceSet;
use crate::words::shown_path;
use chrono::NaiveDate;

choice! {
    /// The kind of training; it decides the form.
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
    /// The payer of the training.
    Payer, "agency or officer":
    /// The unit of government.
    Agency = "agency" | "department",
    /// The officer.
    Officer = "officer" | "trainee",
}

choice! {
    /// The expense that a line of a claim asks for.
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
        /// The agency's own number for the claim; in CSV the rows of one claim share it.
        claim_id ClaimId: &'a str
            ["claim", "claim#", "claimnumber", "claimno"];
        /// The unit of government that claims.
        agency Agency: &'a str
            ["department", "dept", "employer", "agencyname"];
        /// Yes when the unit has home rule, otherwise no.
        home_rule HomeRule: bool
            ["homeruleunit"];
        /// Yes when a home-rule unit's resolution or ordinance is on file with the Board, otherwise no.
        resolution_on_file ResolutionOnFile: bool
            ["resolution", "ordinanceonfile"];
        /// Full-time officers that the unit employs; a unit without home rule needs one.
        full_time_officers FullTimeOfficers: u32
            ["fulltimeofficercount"];
        person {
            name: ["employeename", "traineename"],
            last_name: "The trainee's last name.",
            ptb_id: "The Board's number for the trainee; text, leading zeros stay.",
        }
        /// The kind of training: basic, part-time-basic, non-basic or transition; it decides the form.
        training Training: Training
            ["trainingtype", "coursetype"];
        /// The course, as the Board's schedule names it.
        course Course: &'a str
            ["coursename", "coursetitle", "class"];
        /// Who held the course: a school, an academy, or the unit of government itself.
        provider Provider: &'a str
            ["school", "academy", "heldby", "courseprovider"];
        /// No when the course has an asterisk in the Board's schedule; blank is yes.
        reimbursable Reimbursable: bool
            ["reimbursablecourse"];
        /// Yes when the officer completed basic training successfully, otherwise no; a part-time claim needs it.
        completed Completed: bool
            ["successfullycompleted"];
        /// The first day of the class.
        class_start ClassStart: NaiveDate, Planned
            ["coursestart", "startdate"];
        /// The last day of the class; it decides the fiscal year.
        class_end ClassEnd: NaiveDate, Planned
            ["courseend", "enddate"];
        /// The day the claim was handed in; blank is not yet.
        submitted Submitted: NaiveDate, Unchecked
            ["submittedon", "datesubmitted", "submitteddate"];
        /// The payer of the training: agency or officer; blank is agency.
        paid_by PaidBy: Payer
            ["payer"];
        /// Yes when the trainee had to work during any part of the course, otherwise no.
        worked_during_training WorkedDuringTraining: bool
            ["workedduringcourse"];
        /// Yes when the trainee had to stay away from home overnight, otherwise no.
        overnight Overnight: bool
            ["overnightstay"];
        /// Yes when this course was reimbursed for this officer before; blank is no.
        previously_reimbursed PreviouslyReimbursed: bool
            ["reimbursedbefore"];
        /// Why the same course is claimed a second time.
        unusual_circumstances UnusualCircumstances: &'a str
            ["circumstances"];
        /// Yes when the trainee had the basic certificate, or a waiver, before the training, otherwise no.
        basic_certificate BasicCertificate: bool
            ["basiccertificateorwaiver"];
        /// The most that the law pays for the course, where there is such a figure.
        statutory_maximum StatutoryMaximum: Cents
            ["maximum"];
    }
}

record! {
    /// One line of a claim.
    ClaimLine,
    /// The columns of a line.
    LineColumn {
        /// What the line asks for: salary, lodging, meals, lunch, mileage, travel, tuition, fees, power-exam or other.
        kind Kind: LineKind
            ["linekind", "expense", "item"];
        /// What was paid; for mileage it may be blank.
        amount Amount: Cents
            ["cost", "claimed"];
        /// The day of travel, the first night or the first day of meals.
        date Date: NaiveDate, Planned
            ["traveldate", "firstnight", "firstday"];
        /// How many nights, days of meals or lunches, one after the other.
        days Days: u32
            ["nights", "numberofdays"];
        /// Miles driven.
        miles Miles: Decimal
            ["mi"];
        /// Where the travel by car begins.
        from_city FromCity: &'a str
            ["departurecity", "homecity"];
        /// The city in which the school is.
        school_city SchoolCity: &'a str
            ["destinationcity", "academycity"];
        /// The county of the stay, which decides the State's limit.
        county County: &'a str
            ["countyofstay"];
        /// The claimant's own figure a mile, night or day, for days whose rate is not known.
        rate_limit RateLimit: Rate
            ["ownrate"];
    }
}

/// Every column of a flat claims sheet: those of the claim, then those of a line.
static COLUMNS: [ColumnSpec; Column::SPECS.len() + LineColumn::SPECS.len()] = {
    let mut all = [Column::SPECS[0]; Column::SPECS.len() + LineColumn::SPECS.len()];
    let mut at = 0;
    while at < all.len() {
        let lines = Column::SPECS.len();
        all[at] = if at < lines { Column::SPECS[at] } else { LineColumn::SPECS[at - lines] };
        at += 1;
    }
    all
};

/// A claims file. `claim_id` marks its header too (settled 103).
pub static CLAIM: Kind = Kind {
    name: "claim",
    read_by: "muster reimburse claim",
    specs: &COLUMNS,
    marks: &[Column::ClaimId as usize, Column::LastName as usize, Column::WholeName as usize, Column::PtbId as usize],
    either: &[(Column::LastName as usize, Column::WholeName as usize)],
    list: Some(LIST),
    read_cells: |row, header, how, fault| {
        let of_claim = Column::SPECS.len();
        ClaimHead::of_row(row, &header.part(0..of_claim), how, &mut *fault);
        ClaimLine::of_row(row, &header.part(of_claim..COLUMNS.len()), how, fault);
    },
};

/// The key of a claim's lines in JSON.
const LIST: &str = "lines";
/// The parts of a claim in a file.
static CLAIM_WITH_LINES: NestedKind =
    NestedKind { list: LIST, head: Column::SPECS, item: LineColumn::SPECS, id: Column::ClaimId as usize };

/// A claim with its lines.
#[derive(Clone, Debug, Default)]
pub struct Claim<'a> {
    /// The claim's own cells.
    pub head: ClaimHead<'a>,
    /// Its lines, in their order.
    pub lines: Vec<ClaimLine<'a>>,
    /// True when the list of lines cannot be read.
    pub lines_unreadable: bool,
    /// The sheet of a workbook.
    pub sheet: Option<&'a str>,
    /// Cells in later rows of the claim that differ from its first row: column and line.
    pub differing: Vec<(&'static str, u64)>,
}

/// One record of a claims file after reading.
#[derive(Clone, Debug)]
pub struct ReadClaim<'a> {
    /// Its first physical line, or index in a JSON array from 1.
    pub line: u64,
    /// The claim; `None` when the record cannot be read.
    pub claim: Option<Claim<'a>>,
    /// Its faults, in the order of lines.
    pub faults: Vec<Finding<'a>>,
}

/// A claims file that has been read to its end.
pub struct ClaimFile(NestedFile);

impl ClaimFile {
    /// Reads a file, opened as [`CLAIM`], to its end, because the rows of a claim may be anywhere in it. `own` holds
    /// the user's names of keys in a claim's lines.
    pub fn read(sheet: Sheet, own: &OwnNames) -> Self {
        Self(NestedFile::read(sheet, &CLAIM_WITH_LINES, own))
    }

    /// Returns the file itself.
    pub fn sheet(&self) -> &Sheet {
        &self.0.sheet
    }

    /// Takes the failure that ended reading before the end of the file.
    pub fn stopped(&mut self) -> Option<anyhow::Error> {
        self.0.stopped.take()
    }

    /// Returns the unknown keys of lines; unknown columns are in the header.
    pub fn unknown_line_keys(&self) -> &[Unread] {
        &self.0.unknown
    }

    /// Returns the notes on how the file was read.
    pub fn closing_notes(&self) -> Vec<String> {
        let mut notes = self.0.closing_notes();
        if !self.0.has_items() {
            notes.push(format!(
                "{}: it has no column for the lines of a claim, such as kind and amount (`muster template claim`)",
                shown_path(&self.0.sheet.path)
            ));
        }
        notes
    }

    /// Returns every claim with its faults, in the order in which it begins. With `redact` no cell is quoted.
    pub fn claims(&self, how: &Reading, redact: bool) -> Vec<ReadClaim<'_>> {
        self.0.records().iter().map(|record| self.claim(record, how, redact)).collect()
    }

    fn claim<'a>(&'a self, record: &NestedRecord<'a>, how: &Reading, redact: bool) -> ReadClaim<'a> {
        let (file, line) = (&*self.0.sheet.path, record.head.line);
        let mut faults = Vec::new();
        let lists = self.0.has_lists();
        let header = &*self.0.sheet.header;
        row_faults(&record.head, (file, header), |cell| self.0.is_list(cell), "", redact, &mut faults);
        if record.head.is_unreadable() {
            header.locate(&mut faults);
            return ReadClaim { line, claim: None, faults };
        }
        let head = ClaimHead::from_row(&record.head, self.0.head(), how, |column, text| {
            let redact = quotes_nothing(&record.head, header, redact);
            let spec = &Column::SPECS[column as usize];
            faults.push(unreadable_cell(Place::record(file, line), spec, text, how, redact));
        });
        if let Some(fault) = record.list_fault {
            let place = Place::record(file, line).at(Some(CLAIM_WITH_LINES.list));
            faults.push(UNREADABLE_VALUE.finding(place, fault.to_owned()));
        }
        let differing = if lists { Vec::new() } else { self.differing(record, how, redact, &mut faults) };
        let mut lines = Vec::new();
        for (at, item) in record.items.iter().enumerate() {
            // In JSON the lines of a claim have no place of their own, so that the sentence names the line.
            let lead = if lists { format!("line {} of the claim: ", at + 1) } else { String::new() };
            if lists {
                row_faults(&item.row, (file, item.header), |_| false, &lead, redact, &mut faults);
            } else if at > 0 {
                row_faults(&item.row, (file, header), |_| false, &lead, redact, &mut faults);
            }
            let mut read = ClaimLine::read(&item.row, item.header, how, |column, text| {
                let (place, spec) = (Place::record(file, item.row.line), &LineColumn::SPECS[column as usize]);
                let redact = quotes_nothing(&item.row, if lists { item.header } else { header }, redact);
                faults.push(led_by(&lead, unreadable_cell(place, spec, text, how, redact)));
            });
            if item.row.is_unreadable() {
                read.faulty = (0..LineColumn::ALL.len()).collect::<PlaceSet>();
            }
            lines.push(read);
        }
        header.locate(&mut faults);
        let lines_unreadable = record.list_fault.is_some() || record.head.is_shifted();
        let claim = Claim { head, lines, lines_unreadable, sheet: header.sheet(), differing };
        ReadClaim { line, claim: Some(claim), faults }
    }

    /// Returns the cells in which a later row of a claim differs from its first row: column and line. A blank cell
    /// does not differ. An unreadable one is a fault, unless it repeats that of the first row (settled 82 and 98).
    fn differing<'a>(
        &'a self,
        record: &NestedRecord<'a>,
        how: &Reading,
        redact: bool,
        faults: &mut Vec<Finding<'a>>,
    ) -> Vec<(&'static str, u64)> {
        let header = self.0.head();
        let first = ClaimHead::read(&record.head, header, how, |_, _| {});
        let mut differing = Vec::new();
        for row in record.items.iter().skip(1).map(|item| &item.row) {
            let in_first = |column: Column| header.place(column as usize).and_then(|at| record.head.cell(at));
            let later = ClaimHead::read(row, header, how, |column, text| {
                if in_first(column) != Some(text) {
                    let place = Place::record(&self.0.sheet.path, row.line);
                    let redact = quotes_nothing(row, &self.0.sheet.header, redact);
                    faults.push(unreadable_cell(place, &Column::SPECS[column as usize], text, how, redact));
                }
            });
            let differs =
                |column: &&Column| later.text(**column).is_some_and(|text| first.text(**column) != Some(text));
            differing.extend(Column::ALL.iter().filter(differs).map(|column| (column.name(), row.line)));
        }
        differing
    }
}

/// Puts `lead` before the sentence of a fault.
fn led_by<'a>(lead: &str, fault: Finding<'a>) -> Finding<'a> {
    Finding { message: format!("{lead}{}", fault.message).into(), ..fault }
}

/// Adds the faults of a row as a whole. `lead` begins their sentences.
fn row_faults<'a>(
    row: &Row<'a, '_>,
    (file, header): (&'a str, &'a Header),
    is_list: impl Fn(usize) -> bool,
    lead: &str,
    redact: bool,
    faults: &mut Vec<Finding<'a>>,
) {
    let is_no_list = |fault: &&RowFault| !matches!(fault, RowFault::Nested { cell } if is_list(*cell));
    let found = row.faults.iter().filter(is_no_list);
    faults.extend(found.map(|fault| led_by(lead, row_fault(fault, row, file, header, redact))));
}

impl<'a> ClaimHead<'a> {
    /// Makes the head of a claim from a row and splits a whole name in one cell. Calls `fault` for each cell that
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
        let reading = Reading::on(NaiveDate::MIN);
        self.unusual_circumstances.filter(|text| <bool as Cell>::read(text, &reading) != Some(false))
    }

    /// Returns the name as it is printed: `Doe, Jane A.`
    pub fn full_name(&self) -> Option<String> {
        let whole = self.name.map(|NamePart(whole)| Name::from_one_cell(whole)).unwrap_or_default();
        let part = |part: Option<NamePart<'a>>| part.map(|part| part.0);
        Name { last: part(self.last_name), first: part(self.first_name), ..whole }.shown()
    }
}
