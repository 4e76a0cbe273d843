//! `muster rules --find` and `muster help`: questions of a clerk's day, each found by words that a clerk would type.

use crate::harness::{json_in, muster, told};
use serde_json::Value;

/// Returns the names of the first three hits.
fn first_three(words: &str) -> Vec<String> {
    let document = json_in(&muster(&["rules", "-f", "json", "--find", words]));
    let hits = document["results"].as_array().unwrap();
    hits.iter().take(3).map(|hit| hit["name"].as_str().unwrap().to_owned()).collect()
}

/// The questions behind the Board's answers, in their order: words, and the entry that has the answer.
const QUESTIONS: &[(&str, &str)] = &[
    ("training records of an officer", "information-requests"),
    ("copy of a file", "information-requests"),
    ("complaint against an officer", "complaints"),
    ("agency does not comply", "reporting-an-agency"),
    ("report hours of part-time officers", "part-time-hours"),
    ("certified classes asterisk", "certified-courses"),
    ("how to file a claim", "claim"),
    ("which reimbursement form", "reimburse forms"),
    ("basic reimbursement form", "reimburse forms"),
    ("non-basic reimbursement form", "reimburse forms"),
    ("part-time basic reimbursement form", "claim"),
    ("money August", "claim"),
    ("late claim", "claim"),
    ("part-time basic tuition reimbursed", "claim"),
    ("officer paid tuition himself", "claim"),
    ("military freeze", "freeze-return"),
    ("what does POWER stand for", "power-test"),
    ("POWER test changed", "power-test"),
    ("POWER older than 59", "power-test"),
    ("POWER retake", "power-test"),
    ("order of the POWER events", "power-test"),
    ("how long is POWER valid", "power-validity"),
    ("POWER hiring standard", "power-test"),
    ("measure sit and reach", "power-test"),
    ("years out of law enforcement", "break-in-service"),
    ("break in service ten years", "break-in-service"),
    ("waiver moving inside the agency", "moving-between-classifications"),
    ("waiver for a trained officer", "prior-training-waiver"),
    ("waiver for each employment", "prior-training-waiver"),
    ("qualified at another agency", "firearms-other-agency"),
    ("report qualification dates", "firearms-qualification"),
    ("every officer a qualification day", "firearms-qualification"),
    ("minimum standard course of fire", "course-of-fire"),
    ("two qualification days in a year", "firearms-qualification"),
    ("our own course requirements on file", "firearms-local-course"),
    ("4 hour firearms course", "firearms-course-four-hours"),
];

#[test]
fn each_question_of_the_faq_is_found_by_its_words() {
    assert_eq!(QUESTIONS.len(), 36);
    let missed: Vec<String> = QUESTIONS
        .iter()
        .map(|(words, expected)| (words, expected, first_three(words)))
        .filter(|(_, expected, found)| !found.iter().any(|name| name == *expected))
        .map(|(words, expected, found)| format!("{words}: {expected} is not among {found:?}"))
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn single_words_lead_to_their_subject() {
    for (word, expected) in [
        ("foia", "information-requests"),
        ("FOIA", "contacts"),
        ("fax", "contacts"),
        ("TDD", "contacts"),
        ("LETAC", "contacts"),
        ("1560", "part-time-hours"),
        ("1,560", "part-time-hours"),
        ("form q", "complaints"),
        ("asterisk", "certified-courses"),
        ("equivalency", "examination-day"),
        ("court of claims", "claim"),
        ("promotion", "full-time-promotion"),
        ("freeze", "freeze-return"),
        ("waiver", "prior-training-waiver"),
        ("complaint", "complaints"),
        ("ineligibility", "academy-bars"),
        ("seal", "retired-permit-card"),
        ("hire_date", "hire_date"),
        ("power-retest-opens-hours", "power-retest-opens-hours"),
        ("reload", "course-of-fire"),
        ("proctor", "examination-day"),
        ("COPS", "cops-training"),
    ] {
        let found = first_three(word);
        assert!(found.iter().any(|name| name == expected), "{word}: {expected} is not among {found:?}");
    }
}

#[test]
fn a_hit_names_its_kind_its_line_and_its_command() {
    let document = json_in(&muster(&["rules", "-f", "json", "--find", "foia"]));
    let hit = document["results"].as_array().unwrap().iter().find(|hit| hit["name"] == "information-requests").unwrap();
    assert_eq!(hit["kind"], "guide");
    assert_eq!(hit["command"], "muster rules information-requests");
    assert!(hit["line"].as_str().unwrap().contains("FOIA"));
}

/// Every command that a hit names can be run: DATE stands for a day.
#[test]
fn the_command_of_each_hit_opens_it() {
    for words in ["court of claims", "POWER retest", "hire date", "part-time hours", "roster"] {
        let document = json_in(&muster(&["rules", "-f", "json", "--find", words]));
        for hit in document["results"].as_array().unwrap() {
            let command = hit["command"].as_str().unwrap().replace("DATE", "2026-03-07");
            let output = muster(&command.split(' ').skip(1).collect::<Vec<_>>());
            assert_eq!(output.status.code(), Some(0), "{command}: {}", told(&output));
        }
    }
}

#[test]
fn case_plurals_and_order_do_not_matter() {
    let names = |words: &str| -> Vec<Value> {
        let document = json_in(&muster(&["rules", "-f", "json", "--find", words]));
        document["results"].as_array().unwrap().iter().map(|hit| hit["name"].clone()).collect()
    };
    assert_eq!(names("court of claims"), names("CLAIM courts"));
    let separate = json_in(&muster(&["rules", "-f", "json", "--find", "court", "of", "claims"]));
    assert_eq!(separate["results"][0]["name"], names("court of claims")[0]);
}

#[test]
fn words_that_nothing_has_are_an_error_with_the_nearest() {
    for args in [&["rules", "--find", "qxzvw"][..], &["rules", "qxzvw"], &["help", "qxzvw"]] {
        let output = muster(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(told(&output).starts_with("muster: nothing is found for \"qxzvw\"\n  hint: "), "{}", told(&output));
    }
}

#[test]
fn a_word_that_is_no_name_is_searched_for() {
    let output = muster(&["rules", "foia"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stdout).contains("muster rules information-requests"));
    assert!(String::from_utf8_lossy(&output.stdout).contains("\"foia\" is not the name of a rule or guide"));
    assert!(String::from_utf8_lossy(&muster(&["help", "foia"]).stdout).contains("muster rules information-requests"));
}

#[test]
fn a_directory_is_a_guide() {
    let page = muster(&["rules", "contacts"]).stdout;
    assert_eq!(muster(&["rules", "--guides", "contacts"]).stdout, page);
    let page = String::from_utf8(page).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "217/782-4540",
        "217/524-5350",
        "866-740-3933",
        "PTB.Complaints@illinois.gov",
        "P.O. Box 9860",
        "217/726-9537",
        "840 South Spring Street",
        "217-726-7014",
        "217-726-7833",
        "Freedom of Information",
        "Executive Director",
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert_eq!(muster(&["rules", "--guides", "part-time-hours"]).status.code(), Some(2));
}
