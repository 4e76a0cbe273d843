//! One row of a POWER sheet: a physical fitness test or its retest, and its impossible days.

use crate::input::column::ColumnSpec;
use crate::input::record::{FromRow, choice, record};
use crate::input::sheet::Kind;
use crate::model::Impossible;
use crate::model::officer::Administrator;
use crate::model::performance::{Performance, TestTime};
use crate::values::decimal::Decimal;
use crate::values::moment::Moment;
use crate::values::run_time::RunTime;
use chrono::NaiveDate;

choice! {
    /// The column of the standards that applies to a person.
    Sex, "M or F":
    /// Male.
    Male = "m" | "male" | "man",
    /// Female.
    Female = "f" | "female" | "woman",
}

impl Sex {
    /// Returns `M` or `F`, as it is written.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Male => "M",
            Self::Female => "F",
        }
    }
}

impl serde::Serialize for Sex {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.letter())
    }
}

choice! {
    /// The purpose of a test.
    Attempt, "initial, retest or final-week":
    /// The test before the course.
    Initial = "initial" | "first" | "1" | "1st" | "firstattempt" | "1stattempt" | "firsttest" | "1sttest",
    /// The one repetition of what was failed.
    Retest = "retest" | "second" | "2" | "2nd" | "secondattempt" | "2ndattempt" | "secondtest" | "2ndtest" | "retake",
    /// The repetition in the last week of the course, recorded only.
    FinalWeek = "final-week",
}

choice! {
    /// The course that the test is for.
    Program, "full-time or part-time":
    /// The full-time academy.
    FullTime = "full-time" | "ft" | "f" | "full",
    /// The part-time course of a mobile team unit.
    PartTime = "part-time" | "pt" | "p" | "part",
}

record! {
    /// One row of a POWER sheet: one test of one person.
    PowerTest,
    /// The columns of a POWER sheet.
    Column {
        person {
            name: ["employeename", "candidate", "candidatename", "recruit"],
            last_name: "Last name.",
            ptb_id: "The Board's number for the person; text, leading zeros stay. Joins a retest to its first test.",
        }
        /// M or F: the column of the standards.
        sex Sex: Sex
            ["gender", "m/f", "mf"];
        /// Birth date; gives the age on the test day, before the column age.
        birth_date BirthDate: NaiveDate, Private Unchecked
            ["dob", "dateofbirth", "birthday", "birthdate"];
        /// Age in whole years on the test day, where no birth date is given.
        age Age: u32, Years
            ["ageontestday", "ageattest"];
        /// Day of the test; blank is the day of test_end, else of test_start.
        test_date TestDate: NaiveDate, Past
            ["date", "testday", "dateoftest", "powerdate"];
        /// Day and clock time at which the test ended, or the clock time alone; the retest window is counted from it.
        test_end TestEnd: TestTime, Past
            ["endtime", "end", "testended", "finished"];
        /// Day and clock time at which the test began, or the clock time alone; needed on a retest.
        test_start TestStart: TestTime, Past
            ["starttime", "start", "testbegan"];
        /// Initial, retest or final-week; blank is initial.
        attempt Attempt: Attempt
            ["testtype"];
        /// Full-time or part-time course; blank is full-time.
        program Program: Program
            ["programme", "academyprogram"];
        /// The giver of the test: the unit's designated administrator or another.
        administrator Administrator: Administrator
            ["testadministrator", "poweradministrator", "powertester"];
        /// First day of the basic course; may lie ahead.
        course_start CourseStart: NaiveDate, Planned
            ["academyclassstart", "classstart", "basicstart"];
        /// Body weight in pounds; on a retest blank is the weight of the first test.
        body_weight BodyWeight: Decimal, Pounds
            ["weight", "bodyweightlb", "bodyweightlbs", "weightlbs", "wt", "bw", "bodywt", "wtlbs"];
        /// Sit and reach in inches, first trial.
        sit_reach_1 SitReach1: Performance<Decimal>, Inches
            ["sitandreach1", "sit&reach1", "reach1", "sr1", "s&r1"];
        /// Sit and reach in inches, second trial.
        sit_reach_2 SitReach2: Performance<Decimal>, Inches
            ["sitandreach2", "sit&reach2", "reach2", "sr2", "s&r2"];
        /// Sit and reach in inches, third trial.
        sit_reach_3 SitReach3: Performance<Decimal>, Inches
            ["sitandreach3", "sit&reach3", "reach3", "sr3", "s&r3"];
        /// Sit and reach in inches, the best trial alone.
        sit_reach SitReach: Performance<Decimal>, Inches
            ["sitandreach", "sit&reach", "sitreachbest", "bestsitreach", "reach", "s&r", "sr", "sit/reach"];
        /// Sit-ups in one minute.
        sit_ups SitUps: Performance<u32>, Repetitions
            ["oneminutesitups", "1minutesitups", "1minsitups", "situps1min", "situpcount", "su"];
        /// One-repetition maximum bench press, the weight pushed in pounds.
        bench_press BenchPress: Performance<Decimal>, Pounds
            ["bench", "1rmbench", "1rmbenchpress", "benchpresslbs", "1rm", "bp"];
        /// 1.5 mile run in minutes and seconds.
        run Run: Performance<RunTime>
            ["runtime", "15milerun", "15mile", "mileandahalf", "15run", "15mirun", "15mi", "run15", "15miletime"];
    }
}

/// A POWER sheet.
pub static POWER_SHEET: Kind = Kind {
    name: "power",
    read_by: "muster power score",
    specs: Column::SPECS,
    marks: &[Column::LastName as usize, Column::WholeName as usize, Column::PtbId as usize],
    either: &[(Column::LastName as usize, Column::WholeName as usize)],
    list: None,
    read_cells: |row, header, how, fault| {
        PowerTest::of_row(row, header, how, fault);
    },
};

impl PowerTest<'_> {
    /// Returns the purpose of the test; blank is the first test, and `None` is a cell that cannot be read.
    pub fn attempt(&self) -> Option<Attempt> {
        self.or_default(Column::Attempt, self.attempt, Attempt::Initial)
    }

    /// Returns the course that the test is for; blank is full-time, and `None` is a cell that cannot be read.
    pub fn program(&self) -> Option<Program> {
        self.or_default(Column::Program, self.program, Program::FullTime)
    }

    fn or_default<T>(&self, column: Column, value: Option<T>, default: T) -> Option<T> {
        if self.is_faulty(column) { None } else { Some(value.unwrap_or(default)) }
    }

    /// Returns the day of the test: test_date, else the day of test_end, else of test_start (settled 63). A cell that
    /// cannot be read is not replaced by the next one (settled 111).
    pub fn test_day(&self) -> Option<NaiveDate> {
        self.test_day_cell().map(|(_, day)| day)
    }

    fn test_day_cell(&self) -> Option<(Column, NaiveDate)> {
        for (column, day) in [
            (Column::TestDate, self.test_date),
            (Column::TestEnd, self.test_end.and_then(TestTime::day)),
            (Column::TestStart, self.test_start.and_then(TestTime::day)),
        ] {
            match day {
                Some(day) => return Some((column, day)),
                None if self.is_faulty(column) => return None,
                None => {}
            }
        }
        None
    }

    /// Returns the moment in test_end.
    pub fn test_end(&self) -> Option<Moment> {
        self.test_end?.on(self.test_date)
    }

    /// Returns the moment in test_start.
    pub fn test_start(&self) -> Option<Moment> {
        self.test_start?.on(self.test_date)
    }

    /// Returns the end of the test: test_end, else some time on the day of the test; `None` when that is not known
    /// either, or test_end cannot be read (settled 118).
    pub fn ended(&self) -> Option<Moment> {
        self.moment(Column::TestEnd, self.test_end)
    }

    /// Returns the beginning of the test, in the same way.
    pub fn began(&self) -> Option<Moment> {
        self.moment(Column::TestStart, self.test_start)
    }

    fn moment(&self, column: Column, cell: Option<TestTime>) -> Option<Moment> {
        match cell {
            _ if self.is_faulty(column) => None,
            Some(time) => time.on(self.test_date),
            None => self.test_day().map(Moment::OnDay),
        }
    }
}

impl<'a> crate::model::Record<'a> for PowerTest<'a> {
    const NOUN: &'static str = "test";

    /// Removes a clock time whose day is not known, or whose day skips it (settled 18 and 268).
    fn strike_lone_cells(&mut self) -> Vec<(&'static ColumnSpec, String)> {
        let (day, mut struck) = (self.test_date, Vec::new());
        for (column, cell) in [(Column::TestEnd, &mut self.test_end), (Column::TestStart, &mut self.test_start)] {
            if let Some(time) = cell.take_if(|time| time.on(day).is_none()) {
                self.faulty.insert(column as usize);
                struck.push((&Column::SPECS[column as usize], time.to_string()));
            }
        }
        struck
    }

    /// Removes the impossible days, in the order of the columns (settled 5 and 111): a test lies in the past,
    /// whichever cell gives its day, and after the birth date.
    fn strike_impossible_days(&mut self, as_of: NaiveDate) -> Vec<(&'static str, Impossible)> {
        let mut faults = Vec::new();
        let Some((column, tested)) = self.test_day_cell() else { return faults };
        if self.birth_date.take_if(|born| *born > tested).is_some() {
            self.faulty.insert(Column::BirthDate as usize);
            faults.push((Column::BirthDate.name(), Impossible::BornAfter(tested)));
        }
        if tested > as_of {
            self.faulty.insert(column as usize);
            faults.push((column.name(), Impossible::InTheFuture(tested)));
        }
        // A clock time after the day asked about is unreadable too; it is a fault of its own where the day of the
        // test is none.
        for (of, moment) in [(Column::TestEnd, self.test_end), (Column::TestStart, self.test_start)] {
            if let Some(day) = moment.and_then(TestTime::day).filter(|day| *day > as_of && of != column) {
                self.faulty.insert(of as usize);
                if tested <= as_of {
                    faults.push((of.name(), Impossible::InTheFuture(day)));
                }
            }
        }
        self.test_date = self.test_date.filter(|_| !self.is_faulty(Column::TestDate));
        self.test_end = self.test_end.filter(|_| !self.is_faulty(Column::TestEnd));
        self.test_start = self.test_start.filter(|_| !self.is_faulty(Column::TestStart));
        faults
    }

    fn rewind(&mut self, as_of: NaiveDate) -> bool {
        self.test_day().is_some_and(|day| day > as_of)
    }
}

/// A row of a POWER sheet with its place.
pub type PowerEntry<'a> = crate::model::Entry<'a, PowerTest<'a>>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::cells::Reading;
    use crate::input::header::Header;
    use crate::input::rows::Rows;
    use crate::model::Record;
    use crate::rules::law::figure::day;

    /// Reads one row and passes on the record and the columns that could not be read.
    fn read(row: &[(&str, &str)], then: impl FnOnce(PowerTest, Vec<Column>)) {
        let header = Header::new(row.iter().map(|(name, _)| *name), Column::SPECS).unwrap();
        assert!(header.unknown.is_empty(), "{:?}", header.unknown);
        let rows = Rows::of_cells(row.iter().map(|(_, text)| *text));
        let how = Reading::on(day(2026, 11, 21));
        let mut faults = Vec::new();
        let test = PowerTest::read(&rows.iter().next().unwrap(), &header, &how, |column, _| faults.push(column));
        then(test, faults);
    }

    #[test]
    fn every_column_is_read_under_its_name_or_an_alias() {
        for name in [
            "ptb_id",
            "last_name",
            "first_name",
            "sex",
            "birth_date",
            "age",
            "test_date",
            "test_end",
            "test_start",
            "attempt",
            "program",
            "administrator",
            "course_start",
            "body_weight",
            "sit_reach_1",
            "sit_reach_2",
            "sit_reach_3",
            "sit_reach",
            "sit_ups",
            "bench_press",
            "run",
            "name",
        ] {
            assert!(Column::ALL.iter().any(|column| column.name() == name), "{name}");
        }
        read(&[("DOB", "1990-01-31"), ("Sit-Ups", "30"), ("Sit & Reach", "")][..2], |test, faults| {
            assert!(
                faults.is_empty()
                    && test.sit_ups == Some(Performance::Figure(30))
                    && test.birth_date == Some(day(1990, 1, 31))
            );
        });
        read(
            &[("1.5 Mile Run", "14:34"), ("Sit and Reach", "16.5"), ("Gender", "female"), ("Bench", "71")],
            |test, faults| {
                assert!(faults.is_empty() && test.sex == Some(Sex::Female));
                assert_eq!(test.run.and_then(Performance::figure).map(|run| run.to_string()).as_deref(), Some("14:34"));
            },
        );
        assert!(Column::SPECS.iter().all(|spec| spec.private == (spec.name == "birth_date")));
        for (at, spec) in Column::SPECS.iter().enumerate() {
            for alias in spec.aliases {
                let known = crate::input::header::look_up(alias, Column::SPECS, &crate::input::header::OwnNames::new());
                assert_eq!(known, crate::input::header::HeaderName::Column(at), "{alias}");
            }
        }
    }

    #[test]
    fn other_text_than_a_figure_is_unreadable() {
        for (name, text, column) in [
            ("run", "14:60", Column::Run),
            ("run", "14.34", Column::Run),
            ("run", "9:5", Column::Run),
            ("run", "90", Column::Run),
            ("run", "0:00", Column::Run),
            ("sit_reach_1", "-0.5", Column::SitReach1),
            ("sit_reach", "36.6 cm", Column::SitReach),
            ("sit_ups", "30.5", Column::SitUps),
            ("sit_ups", "-1", Column::SitUps),
            ("age", "29.5", Column::Age),
            ("sex", "x", Column::Sex),
            // Settled 18: 02:30 was skipped that night.
            ("test_end", "2026-03-08 02:30", Column::TestEnd),
        ] {
            read(&[(name, text)], |test, faults| {
                assert_eq!(faults, [column], "{text}");
                assert!(test.is_faulty(column), "{text}");
            });
        }
        // Any whole number is read: no source limits the sit-ups of one minute.
        read(&[("sit_ups", "201"), ("run", ""), ("bench_press", "n/a")], |test, faults| {
            assert!(faults.is_empty());
            assert_eq!((test.sit_ups, test.run, test.bench_press), (Some(Performance::Figure(201)), None, None));
        });
    }

    #[test]
    fn a_whole_name_is_split() {
        // Settled 104.
        read(&[("name", "Doe Jr., Jane A")], |test, _| {
            assert_eq!(test.full_name().as_deref(), Some("Doe Jr., Jane A."));
            assert_eq!((test.person().last, test.person().first), (Some("Doe"), Some("Jane")));
        });
        read(&[("last_name", "None"), ("first_name", "-")], |test, _| {
            assert_eq!(test.full_name().as_deref(), Some("None, -"));
        });
    }

    #[test]
    fn an_unreadable_cell_leaves_the_day_of_the_test_unknown() {
        // Settled 63: test_date, else the day of test_end, else of test_start; settled 111: no falling back.
        for (row, expected) in [
            (&[("test_date", "2026-03-07"), ("test_end", "2026-03-06 10:00")][..], Some(day(2026, 3, 7))),
            (
                &[("test_date", ""), ("test_end", "2026-03-06 10:00"), ("test_start", "2026-03-05 9:00")],
                Some(day(2026, 3, 6)),
            ),
            (&[("test_start", "2026-03-05 09:00")], Some(day(2026, 3, 5))),
            (&[("test_date", "3/7"), ("test_end", "2026-03-06 10:00")], None),
            (&[("test_end", "yesterday"), ("test_start", "2026-03-05 09:00")], None),
            (&[("test_end", "")], None),
        ] {
            read(row, |test, _| assert_eq!(test.test_day(), expected, "{row:?}"));
        }
    }

    #[test]
    fn impossible_days_are_removed() {
        let as_of = day(2026, 11, 21);
        // Settled 5: born after the test; settled 111: tested after the day asked about.
        read(&[("birth_date", "2026-03-08"), ("test_date", "2026-03-07")], |mut test, _| {
            let faults = test.strike_impossible_days(as_of);
            assert_eq!(faults, [("birth_date", Impossible::BornAfter(day(2026, 3, 7)))]);
            assert!(test.is_faulty(Column::BirthDate) && test.birth_date.is_none());
        });
        read(&[("birth_date", "2026-03-07"), ("test_date", "2026-03-07")], |mut test, _| {
            assert_eq!(test.strike_impossible_days(as_of), []);
        });
        read(&[("test_date", "2026-11-22"), ("test_end", "2026-11-20 10:00")], |mut test, _| {
            let faults = test.strike_impossible_days(as_of);
            assert_eq!(faults, [("test_date", Impossible::InTheFuture(day(2026, 11, 22)))]);
            assert_eq!(test.test_day(), None);
        });
        read(&[("test_date", "2026-11-21"), ("course_start", "2027-01-04")], |mut test, _| {
            assert_eq!(test.strike_impossible_days(as_of), []);
        });
        // Where test_end gives the day of the test, it is test_end that lies ahead.
        read(&[("test_end", "2026-11-22 10:00")], |mut test, _| {
            assert_eq!(test.strike_impossible_days(as_of), [("test_end", Impossible::InTheFuture(day(2026, 11, 22)))]);
        });
    }
}
