//! Every guide: its form, and that none of the list is missing.

use crate::rules::guides::{find, guides};
use crate::rules::law::figure::LAST_CHECKED;
use crate::rules::tests::spelled_figures::spelled;
use crate::rules::tests::*;
use chrono::NaiveDate;

#[test]
fn every_guide_has_a_unique_name_text_and_sources() {
    let mut seen: HashSet<&str> = catalogue().map(|rule| rule.name).collect();
    for guide in guides() {
        assert!(seen.insert(guide.name), "{} twice", guide.name);
        assert!(guide.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", guide.name);
        assert!(!guide.title.ends_with('.') && guide.title.len() <= 76, "{}: title", guide.name);
        assert!(guide.text.iter().all(|paragraph| paragraph.ends_with('.')), "{}: text", guide.name);
        assert!(guide.text.iter().map(|paragraph| paragraph.len()).sum::<usize>() > 80, "{}: text", guide.name);
        assert!(!guide.sources.is_empty(), "{}: sources", guide.name);
        assert!(guide.sources.is_sorted_by_key(|source| source.authority), "{}: sources by authority", guide.name);
    }
    assert!(guides().is_sorted_by_key(|guide| guide.name));
}

#[test]
fn every_guide_of_the_list_is_there() {
    for name in [
        "complaints",
        "information-requests",
        "reporting-an-agency",
        "range-officers",
        "firearms-course-four-hours",
        "transitional-certificates",
        "part-time-classroom",
        "full-time-promotion",
        "moving-between-classifications",
        "lead-investigator-waivers",
        "officer-portal-registration",
        "part-time-enrolment",
        "part-time-orientation",
        "power-test",
        "claim",
        "course-of-fire",
        "portal-notices",
        "roster-changes",
        "part-time-uniform",
        "part-time-weekends",
        "academy-bars",
        "academy-director",
        "agency-duties",
        "certified-courses",
        "examination-day",
        "homicide-course",
        "retired-permit-card",
        "trainee-duties",
        "instructors",
        "conservators",
        "sheriffs-proof",
        "homicide-renewals",
        "contacts",
        "cops-training",
        "exam-check",
        "permit-check",
        "training-check",
        "days",
        "ids-and-names",
    ] {
        assert!(find(name).is_some(), "{name}");
    }
    assert_eq!(guides().count(), 39);
}

/// Returns whether a text spells out the value of a figure: a day as `1 July 1999`, a number as digits or as a word.
fn spells(text: &str, value: &str) -> bool {
    if let Ok(day) = value.parse::<NaiveDate>() {
        return text.contains(&day.format("%-d %B %Y").to_string());
    }
    let ordinal = |number: u32| ["first", "second", "third", "fourth"].get(number.wrapping_sub(1) as usize).copied();
    let says = |number| spelled(text).contains(&number) || ordinal(number).is_some_and(|word| text.contains(word));
    value.parse().map_or_else(|_| text.contains(value), says)
}

#[test]
fn a_guide_spells_out_its_figures_as_they_are_in_force() {
    for guide in guides() {
        let text = guide.text.join(" ");
        for figure in guide.figures {
            // The range of pass marks has ended; a guide tells it as history.
            let day = figure.rows().iter().filter_map(|row| row.until).fold(LAST_CHECKED, NaiveDate::min);
            let value =
                figure.words_on(day).unwrap_or_else(|| panic!("{}: {} has no value", guide.name, figure.name()));
            assert!(spells(&text, &value), "{} does not say that {} is {value}", guide.name, figure.name());
        }
    }
}

#[test]
fn a_text_that_names_another_figure_is_noticed() {
    assert!(spells("at least 16 hours", "16") && !spells("at least 16 hours", "17"));
    assert!(spells("the best of three trials", "3") && !spells("the best of three trials", "2"));
    assert!(spells("the fourth week", "4") && !spells("the fourth week", "5"));
    assert!(spells("since 1 July 1999", "1999-07-01") && !spells("since 1 July 1999", "1999-07-02"));
}
