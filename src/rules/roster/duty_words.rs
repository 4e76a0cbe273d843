//! The duty of each rule in a few words, for what people read outside this program: calendars, lists in letters.

use std::borrow::Cow;

/// The words for the day of a duty, which stand before `for Doe, Jane`.
const LAST_DAY: &str = "last day";
const COURSE_BEGINS: &str = "the course begins";
const AUTHORITY_BEGINS: &str = "police authority begins";
const LIMIT_REACHED: &str = "limit exceeded at this pace";

/// Each rule, its duty, and what happens on its day. In-service mandates have their titles instead.
pub(crate) const DUTIES: &[(&str, &str, &str)] = &[
    ("basic-training-deadline", "basic training", LAST_DAY),
    ("basic-training-extension", "extension of basic training", LAST_DAY),
    ("break-in-service", "course after a long break in service", LAST_DAY),
    ("certificate-activation", "activation of the certificate", AUTHORITY_BEGINS),
    ("conservator-training", "basic training of a conservator", AUTHORITY_BEGINS),
    ("entrance-certification", "certification of the background check", COURSE_BEGINS),
    ("esign-verification", "signature on the Officer Portal", LAST_DAY),
    ("executive-esign", "yearly executive signature on the Officer Portal", LAST_DAY),
    ("executive-hours", "training hours of an executive", LAST_DAY),
    ("firearms-currency", "course of fire", LAST_DAY),
    ("firearms-local-course", "the agency's own course of fire on file", LAST_DAY),
    ("firearms-other-agency", "papers of a qualification at another agency", LAST_DAY),
    ("firearms-qualification", "firearms qualification", LAST_DAY),
    ("freeze-return", "return to an academy after a military freeze", LAST_DAY),
    ("homicide-certificate", "certificate of a lead homicide investigator", LAST_DAY),
    ("part-time-course-eligibility", "what the part-time course requires", COURSE_BEGINS),
    ("part-time-enrollment-deadline", "enrollment in the part-time course", LAST_DAY),
    ("part-time-hours", "part-time hours", LIMIT_REACHED),
    ("part-time-power-deadline", "POWER test", LAST_DAY),
    ("part-time-promotion", "transition course", LAST_DAY),
    ("part-time-training-deadline", "part-time basic training", LAST_DAY),
    ("physical-exam-validity", "physical examination", COURSE_BEGINS),
    ("portal-email", "personal email address on the Officer Portal", LAST_DAY),
    ("power-validity", "POWER test before the course", COURSE_BEGINS),
    ("prior-training-waiver", "waiver, reactivation or reciprocity", LAST_DAY),
    ("ptb-id", "PTB ID", LAST_DAY),
    ("roster-signature", "signature under the roster", LAST_DAY),
    ("scenario-training", "scenario-based training", LAST_DAY),
    ("training-homicide", "training of lead homicide investigators", LAST_DAY),
];

/// Returns the duty of a rule: `basic training`. `title` holds for a rule that has no words of its own, as the in-service
/// mandates have none: their titles are short.
pub fn duty<'t>(rule: &str, title: &'t str) -> &'t str {
    DUTIES.iter().find(|(name, ..)| *name == rule).map_or(title, |(_, duty, _)| duty)
}

/// Returns what happens on the day of a duty: `last day`, `the course begins`.
pub fn day_of_duty(rule: &str) -> &'static str {
    DUTIES.iter().find(|(name, ..)| *name == rule).map_or(LAST_DAY, |(.., day)| day)
}

/// Returns the duty with a capital, as it begins a line: `Basic training`.
pub fn duty_heading<'t>(rule: &str, title: &'t str) -> Cow<'t, str> {
    let duty = duty(rule, title);
    match duty.chars().next() {
        Some(first) if first.is_lowercase() => {
            Cow::Owned(first.to_uppercase().chain(duty.chars().skip(1)).collect::<String>())
        }
        _ => Cow::Borrowed(duty),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::training::mandates::MANDATES;
    use crate::rules::{catalogue, file_rules};
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_has_words_once() {
        let words: BTreeSet<&str> = DUTIES.iter().map(|(rule, ..)| *rule).collect();
        assert_eq!(words.len(), DUTIES.len());
        for rule in catalogue().map(|rule| rule.name).chain(file_rules().map(|rule| rule.name)) {
            assert!(words.contains(rule), "{rule}");
        }
        let is_rule = |name: &str| crate::rules::find(name).is_some() || file_rules().any(|rule| rule.name == name);
        for (rule, duty, _) in DUTIES {
            assert!(is_rule(rule) || MANDATES.iter().any(|mandate| mandate.rule == *rule), "{rule}");
            assert!(duty.len() <= 50 && !duty.contains(rule), "{rule}: {duty}");
        }
    }

    #[test]
    fn a_heading_begins_with_a_capital() {
        assert_eq!(duty_heading("basic-training-deadline", "x"), "Basic training");
        assert_eq!(duty_heading("ptb-id", "x"), "PTB ID");
        assert_eq!(duty_heading("training-officer-wellness", "officer wellness"), "Officer wellness");
        assert_eq!(day_of_duty("training-officer-wellness"), "last day");
        assert_eq!(day_of_duty("conservator-training"), "police authority begins");
    }
}
