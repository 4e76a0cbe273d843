//! An agency's own course: the content of its file, and each edge at which it would be easier than the State's.

use crate::rules::firearms::course::{Course, Stage, state_on};
use crate::rules::firearms::hardness::{cautions, easier};
use crate::rules::firearms::own_course::{CourseFormat, read};
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
    // Settled 150.
    assert_eq!(easier(&state(), &state()), Vec::<String>::new());
    assert_eq!(reasons("70", &JUST), "");
    assert_eq!(reasons("70.5", &JUST), "");
    // All of it from farther away, in one string, at the State's shortest time: 7 seconds for 3 rounds.
    assert_eq!(reasons("100", &[(25, 30, "70")]), "");
    assert!(reasons("100", &[(25, 30, "70.1")]).starts_with("nothing as hard as stages 7–10"));
    // 10 yards serve the stages at 7, 20 yards stage 11, 50 yards stage 12 in its form at 25 yards.
    assert_eq!(reasons("70", &[(5, 20, "60"), (10, 24, "56"), (20, 3, "10"), (50, 4, "20")]), "");
    // A farther string serves a nearer stage as well, with the rounds that it has left.
    assert_eq!(reasons("70", &[(5, 10, "30"), (7, 12, "28"), (15, 8, "24")]), "");
}

/// Returns the reasons against the course just as hard, with other figures at one distance.
fn with(yards: u32, rounds: u32, seconds: &'static str) -> String {
    let other = |stage: (u32, u32, &'static str)| if stage.0 == yards { (yards, rounds, seconds) } else { stage };
    reasons("70", &JUST.map(other))
}

#[test]
fn one_round_fewer_is_refused_with_the_states_stage() {
    let fewer = "29 rounds in all; the State's course has 30";
    assert_eq!(
        with(5, 11, "33"),
        format!(
            "{fewer}; nothing as hard as stage 1 of the State's course (2 rounds in 6 seconds from 5 yards): stages \
             1–2 have too few rounds for it beside the other stages"
        )
    );
    assert_eq!(
        with(7, 11, "25"),
        format!(
            "{fewer}; nothing as hard as stage 7 of the State's course (3 rounds in 7 seconds from 7 yards): stage 2 \
             has too few rounds for it beside the other stages"
        )
    );
    assert!(with(15, 5, "16").starts_with(&format!("{fewer}; nothing as hard as stage 11")));
    // Enough rounds in all, but from too near.
    assert_eq!(
        reasons("70", &[(5, 30, "60")]),
        "nothing as hard as stages 7–10 of the State's course (3 rounds in 7 seconds from 7 yards): no stage is fired \
         from 7 yards or farther; nothing as hard as stages 11–12 of the State's course (3 rounds in 10 seconds from \
         15 yards): no stage is fired from 15 yards or farther"
    );
    assert!(reasons("70", &[(4, 30, "60"), JUST[1], JUST[2]]).starts_with("nothing as hard as stages 1–6"));
    // Two rounds of one string and one of another are no stage of three.
    let split = [JUST[0], (7, 11, "25.6"), (7, 1, "2.3"), JUST[2]];
    assert!(reasons("70", &split).starts_with("nothing as hard as stage 7 of"), "{}", reasons("70", &split));
}

#[test]
fn a_tenth_of_a_second_more_is_refused_with_the_states_stage() {
    // 3 seconds a round at 5 yards, 7/3 at 7, 10/3 at 15: exact fractions.
    assert!(with(5, 12, "36.1").starts_with("nothing as hard as stages 1–6 of the State's course (2 rounds"));
    assert_eq!(
        with(7, 12, "28.1"),
        "nothing as hard as stages 7–10 of the State's course (3 rounds in 7 seconds from 7 yards): stages 2–3 allow \
         more seconds a round"
    );
    assert_eq!(
        with(15, 6, "20.1"),
        "nothing as hard as stages 11–12 of the State's course (3 rounds in 10 seconds from 15 yards): stage 3 allows \
         more seconds a round"
    );
    // Stage 12 may be fired from 25 yards in 15 seconds, stage 11 may not.
    let last = |seconds| reasons("70", &[JUST[0], JUST[1], (15, 3, "10"), (25, 3, seconds)]);
    assert_eq!(last("15"), "");
    assert!(last("15.1").starts_with("nothing as hard as stage 11"), "{}", last("15.1"));
    assert!(reasons("70", &[JUST[0], JUST[1], (25, 6, "30")]).starts_with("nothing as hard as stage 11"));
    // More time in a stage that none of the State's needs does not make the course easier; its hits are a caution.
    assert_eq!(reasons("70", &[JUST[0], JUST[1], JUST[2], (5, 2, "60")]), "");
}

#[test]
fn sixty_nine_percent_is_refused() {
    assert!(reasons("69", &JUST).starts_with("all stages: 69 percent"));
    assert!(reasons("69.999999", &JUST).contains("requires 70 percent"));
    let all = easier(&course("60", &[(5, 10, "31"), (15, 5, "20")]), &state());
    // The rounds in all, nothing at 5, 7 and 15 yards, and the passing percentage.
    assert_eq!(all.len(), 5, "{all:?}");
}

#[test]
fn a_person_judges_what_figures_do_not_show() {
    let doubts = |percent, stages: &[(u32, u32, &str)]| {
        let own = course(percent, stages);
        assert_eq!(easier(&own, &state()), Vec::<String>::new());
        cautions(&own, &state())
    };
    assert_eq!(cautions(&state(), &state()), Vec::<String>::new());
    let states: Vec<_> = [[(5, 2, "6"); 6].as_slice(), &[(7, 3, "7"); 4], &[(15, 3, "10"); 2]].concat();
    let and = |more: &[(u32, u32, &'static str)]| [&states[..], more].concat();
    assert_eq!(doubts("70", &states), Vec::<String>::new());
    // Nearer than the State's nearest stage. Of 32 rounds 23 must hit, which leaves nine misses.
    assert!(doubts("70", &and(&[(3, 2, "60")]))[0].starts_with("stage 13: nearer than 5 yards"));
    // Of 33 rounds 24 must hit: nine misses. Of 34 also 24: ten.
    assert_eq!(doubts("70", &and(&[(5, 2, "6"), (5, 1, "3")])), Vec::<String>::new());
    assert_eq!(
        doubts("70", &and(&[(5, 2, "6"), (5, 2, "6")])),
        ["all stages: 10 misses pass, and the State's course allows 9; a person must judge whether it is as hard"]
    );
    // A string of four rounds at 15 yards, and of three at 5 where the State fires two; not of three at 7.
    let long = doubts("80", &and(&[(15, 4, "13"), (5, 3, "9"), (7, 3, "7")]));
    assert_eq!(long.len(), 1, "{long:?}");
    assert!(long[0].starts_with("stages 13–14 are longer than the strings of the State's course"), "{long:?}");
    assert!(doubts("70", &JUST)[0].starts_with("stages 1–3 are longer"));
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
