//! One row of a firearms sheet: a shooter and a course of fire.

use crate::input::record::{FromRow, choice, record};
use crate::input::sheet::Kind;
use crate::model::{Impossible, strike_days_after};
use chrono::NaiveDate;

choice! {
    /// The kind of qualification; it decides from where the firearm comes at each command.
    Category, "duty, off-duty or retired":
    /// With the duty handgun, from a secured holster.
    Duty = "duty" | "onduty",
    /// With an off-duty handgun, from the low ready.
    OffDuty = "off-duty",
    /// A retired officer, from the low ready.
    Retired = "retired" | "retiree",
}

choice! {
    /// The kind of firearm.
    Weapon, "semi-auto or revolver":
    /// A semi-automatic handgun.
    SemiAuto = "semi-auto" | "semi" | "auto" | "semiautomatic" | "semiautohandgun" | "semiautopistol"
        | "semiautomatichandgun" | "semiautomaticpistol" | "autopistol" | "pistol" | "sa" | "glock" | "glock17"
        | "glock19" | "glock22" | "glock23" | "glock43" | "glock43x" | "glock45" | "glock47",
    /// A revolver.
    Revolver = "revolver" | "rev",
    /// A rifle or a shotgun, with which the course is not fired.
    LongGun = "long-gun" | "rifle" | "patrolrifle" | "policerifle" | "shotgun" | "carbine" | "patrolcarbine" | "ar"
        | "ar15" | "m4" | "m16",
}

choice! {
    /// The distance of the last stage.
    Stage12Yards, "15 or 25":
    /// The distance of the other stages of its group.
    Fifteen = "15",
    /// The optional stage, in place of the other.
    TwentyFive = "25",
}

impl Stage12Yards {
    /// Returns the distance in yards.
    pub const fn yards(self) -> u32 {
        match self {
            Self::Fifteen => 15,
            Self::TwentyFive => 25,
        }
    }
}

macro_rules! serialized_as_word {
    ($($kind:ty),+) => { $(impl serde::Serialize for $kind {
        fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            to.serialize_str(self.word())
        }
    })+ };
}
serialized_as_word!(Category, Weapon);

record! {
    /// One row of a firearms sheet: one course fired by one shooter.
    Shoot,
    /// The columns of a firearms sheet.
    Column {
        person {
            name: ["employeename", "shooter", "shootername"],
            last_name: "Last name.",
            ptb_id: "The Board's number for the shooter; text, leading zeros stay. Finds the shooter on a roster.",
        }
        /// Birth date, only to find a shooter without a PTB ID on a roster.
        birth_date BirthDate: NaiveDate, Private Unchecked
            ["dob", "dateofbirth", "birthday", "birthdate"];
        /// Day on which the course was fired.
        date Date: NaiveDate, Past
            ["shootdate", "datefired", "qualificationdate", "qualdate", "rangedate", "lastqual", "lastqualification"];
        /// Duty, off-duty or retired; blank is duty.
        category Category: Category
            ["qualification", "qualificationtype", "status"];
        /// Semi-auto or revolver; with a rifle or a shotgun the course is not fired.
        weapon Weapon: Weapon
            ["firearm", "handgun", "weapontype", "firearmtype"];
        /// Rounds that the firearm holds; one that holds too few cannot fire the course.
        capacity Capacity: u32
            ["magazine", "magazinecapacity", "magcapacity", "magcap", "roundscapacity"];
        /// Who ran the course.
        instructor Instructor: &'a str
            ["rangeofficer", "rangemaster", "firearmsinstructor"];
        /// Hits in stage 1; blank is not known, never zero.
        stage_1 Stage1: u32
            ["s1", "string1", "stage1hits", "hitsstage1"];
        /// Hits in stage 2; blank is not known, never zero.
        stage_2 Stage2: u32
            ["s2", "string2", "stage2hits", "hitsstage2"];
        /// Hits in stage 3; blank is not known, never zero.
        stage_3 Stage3: u32
            ["s3", "string3", "stage3hits", "hitsstage3"];
        /// Hits in stage 4; blank is not known, never zero.
        stage_4 Stage4: u32
            ["s4", "string4", "stage4hits", "hitsstage4"];
        /// Hits in stage 5; blank is not known, never zero.
        stage_5 Stage5: u32
            ["s5", "string5", "stage5hits", "hitsstage5"];
        /// Hits in stage 6; blank is not known, never zero.
        stage_6 Stage6: u32
            ["s6", "string6", "stage6hits", "hitsstage6"];
        /// Hits in stage 7; blank is not known, never zero.
        stage_7 Stage7: u32
            ["s7", "string7", "stage7hits", "hitsstage7"];
        /// Hits in stage 8; blank is not known, never zero.
        stage_8 Stage8: u32
            ["s8", "string8", "stage8hits", "hitsstage8"];
        /// Hits in stage 9; blank is not known, never zero.
        stage_9 Stage9: u32
            ["s9", "string9", "stage9hits", "hitsstage9"];
        /// Hits in stage 10; blank is not known, never zero.
        stage_10 Stage10: u32
            ["s10", "string10", "stage10hits", "hitsstage10"];
        /// Hits in stage 11; blank is not known, never zero.
        stage_11 Stage11: u32
            ["s11", "string11", "stage11hits", "hitsstage11"];
        /// Hits in stage 12; blank is not known, never zero.
        stage_12 Stage12: u32
            ["s12", "string12", "stage12hits", "hitsstage12"];
        /// Yards from which stage 12 was fired, 15 or the optional 25; blank is 15.
        stage_12_yards Stage12Yards: Stage12Yards
            ["s12yards", "stage12distance"];
        /// Hits of the whole course, alone or beside all the stages.
        hits Hits: u32
            ["totalhits", "total", "score", "hitstotal"];
    }
}

/// A firearms sheet.
pub static FIREARMS_SHEET: Kind = Kind {
    name: "firearms",
    read_by: "muster firearms score",
    specs: Column::SPECS,
    marks: &[Column::LastName as usize, Column::WholeName as usize, Column::PtbId as usize],
    either: &[(Column::LastName as usize, Column::WholeName as usize)],
    list: None,
    read_cells: |row, header, how, fault| {
        Shoot::of_row(row, header, how, fault);
    },
};

impl Shoot<'_> {
    /// Returns the kind of qualification; blank is duty, and `None` is a cell that cannot be read.
    pub fn category(&self) -> Option<Category> {
        if self.is_faulty(Column::Category) { None } else { Some(self.category.unwrap_or(Category::Duty)) }
    }

    /// Returns the columns of the stages with their hits, in order.
    pub fn stages(&self) -> [(Column, Option<u32>); 12] {
        [
            (Column::Stage1, self.stage_1),
            (Column::Stage2, self.stage_2),
            (Column::Stage3, self.stage_3),
            (Column::Stage4, self.stage_4),
            (Column::Stage5, self.stage_5),
            (Column::Stage6, self.stage_6),
            (Column::Stage7, self.stage_7),
            (Column::Stage8, self.stage_8),
            (Column::Stage9, self.stage_9),
            (Column::Stage10, self.stage_10),
            (Column::Stage11, self.stage_11),
            (Column::Stage12, self.stage_12),
        ]
    }
}

impl<'a> crate::model::Record<'a> for Shoot<'a> {
    const NOUN: &'static str = "course";

    /// Names a course fired after the day asked about and marks its cell as unreadable.
    ///
    /// The day itself stays: the score of such a row is invalid, not unknown, and names it (settled 53).
    fn strike_impossible_days(&mut self, as_of: NaiveDate) -> Vec<(&'static str, Impossible)> {
        let fired = self.date;
        let faults = strike_days_after!(self, as_of);
        self.date = fired;
        faults
    }

    fn rewind(&mut self, as_of: NaiveDate) -> bool {
        self.date.is_some_and(|day| day > as_of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::cells::Reading;
    use crate::input::header::{Header, HeaderName, OwnNames, look_up};
    use crate::input::rows::Rows;
    use crate::model::Record;
    use crate::rules::law::figure::day;

    /// Reads one row and passes on the record and the columns that could not be read.
    fn read(row: &[(&str, &str)], then: impl FnOnce(Shoot, Vec<Column>)) {
        let header = Header::new(row.iter().map(|(name, _)| *name), Column::SPECS).unwrap();
        assert!(header.unknown.is_empty(), "{:?}", header.unknown);
        let rows = Rows::of_cells(row.iter().map(|(_, text)| *text));
        let how = Reading::on(day(2026, 11, 21));
        let mut faults = Vec::new();
        let shoot = Shoot::read(&rows.iter().next().unwrap(), &header, &how, |column, _| faults.push(column));
        then(shoot, faults);
    }

    #[test]
    fn every_column_is_read_under_its_name_or_an_alias() {
        let contract = "ptb_id last_name first_name birth_date date category weapon capacity instructor stage_1 \
                        stage_2 stage_3 stage_4 stage_5 stage_6 stage_7 stage_8 stage_9 stage_10 stage_11 stage_12 \
                        stage_12_yards hits name";
        for name in contract.split_whitespace() {
            assert!(Column::ALL.iter().any(|column| column.name() == name), "{name}");
        }
        assert_eq!(Column::ALL.len(), contract.split_whitespace().count());
        assert!(Column::SPECS.iter().all(|spec| spec.private == (spec.name == "birth_date")));
        for (at, spec) in Column::SPECS.iter().enumerate() {
            for alias in spec.aliases {
                assert_eq!(look_up(alias, Column::SPECS, &OwnNames::new()), HeaderName::Column(at), "{alias}");
            }
        }
        read(
            &[("DOB", "1990-01-31"), ("Stage 1", "2"), ("Total Hits", "24"), ("Range Officer", "Roe")],
            |shoot, faults| {
                assert!(faults.is_empty() && shoot.stages()[0] == (Column::Stage1, Some(2)));
                assert_eq!((shoot.hits, shoot.instructor, shoot.stages()[11].1), (Some(24), Some("Roe"), None));
            },
        );
    }

    #[test]
    fn other_text_than_a_count_or_choice_is_unreadable() {
        // Settled 14: counts are whole numbers without a sign; settled 119: a last stage from 20 yards.
        for (name, text, column) in [
            ("stage_1", "-1", Column::Stage1),
            ("stage_12", "2.5", Column::Stage12),
            ("hits", "21/30", Column::Hits),
            ("capacity", "15+1", Column::Capacity),
            ("stage_12_yards", "20", Column::Stage12Yards),
            ("weapon", "P320", Column::Weapon),
            ("category", "patrol", Column::Category),
            ("date", "6/7/26", Column::Date),
        ] {
            read(&[(name, text)], |shoot, faults| {
                assert_eq!(faults, [column], "{text}");
                assert!(shoot.is_faulty(column), "{text}");
            });
        }
        read(&[("stage_1", ""), ("hits", "n/a"), ("category", ""), ("stage_12_yards", "25")], |shoot, faults| {
            assert!(faults.is_empty() && shoot.stage_1.is_none() && shoot.hits.is_none());
            assert_eq!(shoot.category(), Some(Category::Duty));
            assert_eq!(shoot.stage_12_yards.map(Stage12Yards::yards), Some(25));
        });
        read(&[("category", "Off Duty"), ("weapon", "Semi-Automatic")], |shoot, _| {
            assert_eq!((shoot.category(), shoot.weapon), (Some(Category::OffDuty), Some(Weapon::SemiAuto)));
        });
        read(&[("weapon", "AR-15")], |shoot, _| assert_eq!(shoot.weapon, Some(Weapon::LongGun)));
    }

    #[test]
    fn a_whole_name_is_split() {
        // Settled 104.
        read(&[("name", "Doe Jr., Jane A")], |shoot, _| {
            assert_eq!(shoot.full_name().as_deref(), Some("Doe Jr., Jane A."));
        });
    }

    #[test]
    fn a_course_fired_after_the_day_asked_about_is_impossible() {
        // Settled 5 and 53.
        read(&[("date", "2026-11-22")], |mut shoot, _| {
            let faults = shoot.strike_impossible_days(day(2026, 11, 21));
            assert_eq!(faults, [("date", Impossible::InTheFuture(day(2026, 11, 22)))]);
            assert!(shoot.is_faulty(Column::Date));
        });
        read(&[("date", "2026-11-21")], |mut shoot, _| {
            assert_eq!(shoot.strike_impossible_days(day(2026, 11, 21)), []);
        });
    }
}
