//! The State's course of fire, compared with Appendix C as copied by hand from the Code.

use crate::model::shoot::Category;
use crate::rules::firearms::course::{self, CourseLine, LINES, StageStart, state_on};
use crate::rules::law::figure::{Figure, day};

/// Appendix C, copied by hand from the Code: stage, yards, rounds, seconds, optional.
const APPENDIX_C: [(u32, u32, u32, &str, bool); 13] = [
    (1, 5, 2, "6", false),
    (2, 5, 2, "6", false),
    (3, 5, 2, "6", false),
    (4, 5, 2, "6", false),
    (5, 5, 2, "6", false),
    (6, 5, 2, "6", false),
    (7, 7, 3, "7", false),
    (8, 7, 3, "7", false),
    (9, 7, 3, "7", false),
    (10, 7, 3, "7", false),
    (11, 15, 3, "10", false),
    (12, 15, 3, "10", false),
    (12, 25, 3, "15", true),
];

/// Lists the differences of a table from Appendix C, stage by stage.
fn differences(table: &[CourseLine]) -> Vec<String> {
    let mut differences = Vec::new();
    for (stage, yards, rounds, seconds, optional) in APPENDIX_C {
        let wanted = format!("{yards} yards, {rounds} rounds, {seconds} seconds from 2006-04-11 None");
        let found: Vec<String> = table
            .iter()
            .filter(|line| (line.stage.stage, line.optional) == (stage, optional))
            .map(|line| {
                let stage = line.stage;
                format!(
                    "{} yards, {} rounds, {} seconds from {} {:?}",
                    stage.yards, stage.rounds, stage.seconds, line.from, line.until
                )
            })
            .collect();
        if found != [wanted.as_str()] {
            let optional = if optional { ", optional" } else { "" };
            differences.push(format!("stage {stage}{optional}: {found:?}, not {wanted}"));
        }
    }
    if table.len() != APPENDIX_C.len() {
        differences.push(format!("{} lines", table.len()));
    }
    differences
}

#[test]
fn the_table_is_appendix_c() {
    assert_eq!(differences(&LINES), Vec::<String>::new());
    assert!(LINES.iter().all(|line| line.source == "20 Ill. Adm. Code 1720.Appendix C(3)"));
    assert!(LINES.is_sorted_by_key(|line| (line.optional, line.stage.stage)), "fired in this order");
    let course = state_on(day(2006, 4, 11)).unwrap();
    assert_eq!((course.stages.len(), course.rounds(), course.required()), (12, 30, 21));
    assert_eq!(course.passing_percent.to_string(), "70");
    assert_eq!(course::known_from(), Some(day(2006, 4, 11)));
    assert_eq!(state_on(day(2006, 4, 10)), None);
}

#[test]
fn each_change_of_the_table_is_found() {
    let table = include_str!("../../law/tables/course_of_fire.csv");
    let found = |tampered: String| differences(&course::read(tampered.leak())).join("; ");
    assert_eq!(found(table.to_owned()), "");
    for (from, to, stage) in [
        (",9,7,3,7,no", ",9,7,3,8,no", "stage 9:"),
        (",4,5,2,6,no", ",4,5,3,6,no", "stage 4:"),
        (",11,15,3,10,no", ",11,12,3,10,no", "stage 11:"),
        (",12,25,3,15,yes", ",12,25,3,16,yes", "stage 12, optional:"),
        ("2006-04-11,,1,", "2006-04-12,,1,", "stage 1:"),
        (",12,25,3,15,yes", ",12,25,3,15,no", "stage 12:"),
    ] {
        assert!(table.contains(from), "{from}");
        let found = found(table.replacen(from, to, 1));
        assert!(found.starts_with(stage), "{found}");
    }
    assert!(course::read(table.replace(",9,7,3,7,no", ",9,7,3,7,maybe").leak()).is_empty());
}

#[test]
fn only_duty_starts_from_the_holster() {
    assert_eq!(StageStart::of(Category::Duty), StageStart::Draw);
    assert_eq!(StageStart::of(Category::OffDuty), StageStart::Present);
    assert_eq!(StageStart::of(Category::Retired), StageStart::Present);
    assert!(StageStart::Draw.words().contains("secured holster") && StageStart::Present.words().contains("low ready"));
}

#[test]
fn the_figures_name_every_stage() {
    let rows = course::STAGE_FIGURES.rows();
    assert_eq!(rows.len(), 13);
    assert_eq!(rows[8].name, "course-of-fire-stage-9");
    assert_eq!((rows[8].title.as_str(), rows[8].value.as_str()), ("stage 9, 3 rounds from 7 yards in", "7"));
    assert_eq!(rows[12].name, "course-of-fire-stage-12-from-25");
    assert!(course::FIGURES.iter().all(|figure| figure.rows()[0].from == Some(day(2006, 4, 11))));
}
