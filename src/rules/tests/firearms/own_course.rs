//! An agency's own course: the content of its file, and each edge at which it would be easier than the State's.

use crate::rules::firearms::course::{Course, Stage, state_on};
use crate::rules::firearms::own_course::{CourseFormat, cautions, easier, read};
use crate::rules::law::figure::day;
use crate::values::decimal::Decimal;
use proptest::prelude::*;

fn state() -> Course {
    state_on(day(2026, 11, 21)).unwrap()
}

/// A course of these stages: yards, rounds, seconds.
fn course(percent: &str, stages: &[(u32, u32, &str)]) -> Course {
    let stage = |(at, (yards, rounds, seconds)): (usize, &(u32, u32, &str))| Stage {
        stage: u32::try_from(at).unwrap() + 1,
        yards: *yards,
        rounds: *rounds,
        seconds: Decimal::read(seconds).unwrap(),
    };
    Course {
        name: None,
        stages: stages.iter().enumerate().map(stage).collect(),
        instead: Vec::new(),
        passing_percent: Decimal::read(percent).unwrap(),
    }
}

fn reasons(percent: &str, stages: &[(u32, u32, &str)]) -> String {
    easier(&course(percent, stages), &state()).join("; ")
}

/// A course exactly as hard as the State's.
const JUST: [(u32, u32, &str); 3] = [(5, 12, "36"), (7, 12, "28"), (15, 6, "20")];

#[test]
fn a_course_exactly_as_hard_is_allowed() {
    assert_eq!(easier(&state(), &state()), Vec::<String>::new());
    assert_eq!(reasons("70", &JUST), "");
    assert_eq!(reasons("70.5", &JUST), "");
    // All of it from farther away, in one stage, at the State's time for 25 yards.
    assert_eq!(reasons("100", &[(25, 30, "150")]), "");
    // From 10 yards the time at 7 applies; from 20 and 50 that at 15 and 25; more rounds are allowed.
    assert_eq!(reasons("70", &[(5, 20, "60"), (10, 24, "56"), (20, 3, "10"), (50, 4, "20")]), "");
}

#[test]
fn one_round_fewer_is_refused_with_its_stages() {
    let fewer = |yards: u32, rounds: u32, seconds: &'static str| {
        let stages: Vec<_> =
            JUST.into_iter().map(|stage| if stage.0 == yards { (yards, rounds, seconds) } else { stage }).collect();
        reasons("70", &stages)
    };
    assert_eq!(
        fewer(5, 11, "33"),
        "stages 1–3: 29 rounds from 5 yards or farther, 1 fewer than the 30 of the State's course"
    );
    assert!(fewer(7, 11, "25").contains("stages 2–3: 17 rounds from 7 yards or farther, 1 fewer than the 18"));
    assert!(fewer(15, 5, "16").contains("stage 3: 5 rounds from 15 yards or farther, 1 fewer than the 6"));
    // Rounds from nearer than the State's nearest stage do not count.
    assert!(reasons("70", &[(4, 30, "60"), JUST[1], JUST[2]]).starts_with("stages 2–3: 18 rounds from 5 yards"));
    assert!(reasons("70", &[(5, 30, "60")]).contains("no stage: 0 rounds from 15 yards or farther, 6 fewer"));
}

#[test]
fn a_tenth_of_a_second_more_is_refused_with_its_stage() {
    // 3 seconds a round at 5 yards, 7/3 at 7, 10/3 at 15, 5 at 25: exact fractions.
    for (yards, rounds, just, more) in [
        (5, 2, "6", "6.1"),
        (6, 1, "3", "3.1"),
        (7, 1, "2.333333", "2.333334"),
        (7, 3, "7", "7.1"),
        (14, 6, "14", "14.000001"),
        (15, 1, "3.333333", "3.333334"),
        (15, 3, "10", "10.1"),
        (24, 3, "10", "10.1"),
        (25, 3, "15", "15.1"),
        (50, 1, "5", "5.1"),
    ] {
        let with = |seconds| reasons("70", &[JUST[0], JUST[1], JUST[2], (yards, rounds, seconds)]);
        assert_eq!(with(just), "", "{yards} yards");
        let refused = with(more);
        assert!(refused.starts_with(&format!("stage 4: {more} seconds for ")), "{refused}");
        assert!(!refused.contains(';') || refused.matches("; ").count() == 1, "{refused}");
    }
}

#[test]
fn sixty_nine_percent_is_refused() {
    assert!(reasons("69", &JUST).starts_with("all stages: 69 percent"));
    assert!(reasons("69.999999", &JUST).contains("requires 70 percent"));
    let all = easier(&course("60", &[(5, 10, "31"), (15, 5, "20")]), &state());
    // Two stages with too much time, three distances with too few rounds, and the passing percentage.
    assert_eq!(all.len(), 6, "{all:?}");
}

#[test]
fn nearer_stages_than_the_states_need_review() {
    let near = course("70", &[(3, 2, "60"), JUST[0], JUST[1], JUST[2]]);
    assert_eq!(easier(&near, &state()), Vec::<String>::new());
    assert!(cautions(&near, &state())[0].starts_with("stage 1: nearer than 5 yards"));
    assert_eq!(cautions(&course("70", &JUST), &state()), Vec::<String>::new());
}

const TOML: &str = "\u{feff}# Qualification of 2026
name = \"Night course\"
passing_percent = 80

[[stages]]
yards = 5
rounds = 12
seconds = 30

[[stages]]
yards = 7
rounds = 12
seconds = 20.5

[[stages]]
yards = 15
rounds = 6
seconds = 20.0
";

#[test]
fn toml_and_json_give_the_same_course() {
    let course = read(TOML, CourseFormat::Toml).unwrap();
    assert_eq!(course.name.as_deref(), Some("Night course"));
    assert_eq!(course.stages.len(), 3);
    assert_eq!(course.stages[1].seconds, Decimal::read("20.5").unwrap());
    assert_eq!(
        serde_json::to_string(&course.stages[1]).unwrap(),
        r#"{"stage":2,"yards":7,"rounds":12,"seconds":20.5}"#
    );
    let json = r#"{"name": "Night course", "passing_percent": 80, "stages": [{"yards": 5, "rounds": 12, "seconds": 30},
        {"yards": 7, "rounds": 12, "seconds": 20.5}, {"yards": 15, "rounds": 6, "seconds": 20}]}"#;
    assert_eq!(read(json, CourseFormat::Json).unwrap(), course);
    assert_eq!(read(&TOML.replace("name = \"Night course\"", ""), CourseFormat::Toml).unwrap().name, None);
}

#[test]
fn a_faulty_course_file_is_refused_with_its_places() {
    let refused = |from: &str, to: &str| {
        assert!(TOML.contains(from), "{from}");
        read(&TOML.replacen(from, to, 1), CourseFormat::Toml).unwrap_err().join("\n")
    };
    for (from, to, expected) in [
        ("seconds = 20.5", "", "stage 2 has no seconds; give the seconds for all of its rounds"),
        ("rounds = 6", "rounds = \"six\"", "stage 3: rounds is \"six\"; give a whole number of rounds"),
        ("rounds = 6", "rounds = 0", "stage 3: rounds is 0; give"),
        ("rounds = 6", "rounds = 6.5", "stage 3: rounds is 6.5; give"),
        ("yards = 5", "yards = -5", "stage 1: yards is -5; give a whole number of yards"),
        ("seconds = 30", "seconds = 0", "stage 1: seconds is 0; give"),
        ("seconds = 30", "second = 30", "stage 1 has the unknown key 'second'; the keys are yards, rounds"),
        ("passing_percent = 80", "", "passing_percent is missing; write the percent"),
        ("passing_percent = 80", "passing_percent = \"80%\"", "passing_percent is \"80%\"; write"),
        ("passing_percent = 80", "passing_percent = 101", "passing_percent is 101; write"),
        ("passing_percent", "passing", "the course has the unknown key 'passing'"),
        ("name = \"Night course\"", "name = 5", "name is not text"),
        ("rounds = 12", "rounds = ", "line 7: not valid TOML: "),
        ("[[stages]]\nyards = 7", "yards = 7", "line 10: not valid TOML: "),
    ] {
        let message = refused(from, to);
        assert!(message.contains(expected), "{message}");
    }
    let both = refused("yards = 5\nrounds = 12", "");
    assert!(both.contains("stage 1 has no yards") && both.contains("stage 1 has no rounds"), "{both}");
    for (text, expected) in [
        ("", "not valid JSON"),
        ("[]", "a course must be one object"),
        (r#"{"passing_percent": 80}"#, "there is no stage"),
        (r#"{"passing_percent": 80, "stages": []}"#, "there is no stage"),
        (r#"{"passing_percent": 80, "stages": [3]}"#, "stage 1 is 3; write yards, rounds and seconds"),
        (r#"{"passing_percent": 80,"#, "line 1 column"),
    ] {
        let message = read(text, CourseFormat::Json).unwrap_err().join("\n");
        assert!(message.contains(expected), "{message}");
    }
}

proptest! {
    #![proptest_config(crate::property_tests())]

    #[test]
    fn the_fewest_hits_that_pass_are_exact(percent in 1..=100_u32, rounds in 1..500_u32, hits in 0..500_u64) {
        let own = course(&percent.to_string(), &[(25, rounds, "5")]);
        prop_assert_eq!(hits >= own.required(), hits * 100 >= u64::from(percent) * own.rounds());
    }
}
