//! Every guide: its form, and that none of the list is missing.

use crate::rules::guides::{find, guides};
use crate::rules::tests::*;

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
        "exam-check",
        "permit-check",
        "training-check",
    ] {
        assert!(find(name).is_some(), "{name}");
    }
    assert_eq!(guides().count(), 35);
}
