//! The duty of each rule in a few words, for what people read outside this program: calendars, lists in letters.

use crate::finding::Duty;

const LAST_DAY: &str = Duty::LAST_DAY;
const COURSE_BEGINS: &str = "the course begins";
const AUTHORITY_BEGINS: &str = "police authority begins";
const LIMIT_REACHED: &str = "limit exceeded at this pace";

/// Each rule, its duty, and what happens on its day. In-service mandates have their titles instead.
static DUTIES: &[(&str, Duty)] = &[
    ("basic-training-deadline", Duty { words: "basic training", day: LAST_DAY }),
    ("basic-training-extension", Duty { words: "extension of basic training", day: LAST_DAY }),
    ("break-in-service", Duty { words: "course after a long break in service", day: LAST_DAY }),
    ("certificate-activation", Duty { words: "activation of the certificate", day: AUTHORITY_BEGINS }),
    ("conservator-training", Duty { words: "basic training of a conservator", day: AUTHORITY_BEGINS }),
    ("entrance-certification", Duty { words: "certification of the background check", day: COURSE_BEGINS }),
    ("esign-verification", Duty { words: "signature on the Officer Portal", day: LAST_DAY }),
    ("executive-esign", Duty { words: "yearly executive signature on the Officer Portal", day: LAST_DAY }),
    ("executive-hours", Duty { words: "training hours of an executive", day: LAST_DAY }),
    ("firearms-currency", Duty { words: "course of fire", day: LAST_DAY }),
    ("firearms-local-course", Duty { words: "the agency's own course of fire on file", day: LAST_DAY }),
    ("firearms-other-agency", Duty { words: "papers of a qualification at another agency", day: LAST_DAY }),
    ("firearms-qualification", Duty { words: "firearms qualification", day: LAST_DAY }),
    ("freeze-return", Duty { words: "return to an academy after a military freeze", day: LAST_DAY }),
    ("homicide-certificate", Duty { words: "certificate of a lead homicide investigator", day: LAST_DAY }),
    ("part-time-course-eligibility", Duty { words: "what the part-time course requires", day: COURSE_BEGINS }),
    ("part-time-enrollment-deadline", Duty { words: "enrollment in the part-time course", day: LAST_DAY }),
    ("part-time-hours", Duty { words: "part-time hours", day: LIMIT_REACHED }),
    ("part-time-power-deadline", Duty { words: "POWER test", day: LAST_DAY }),
    ("part-time-promotion", Duty { words: "transition course", day: LAST_DAY }),
    ("part-time-training-deadline", Duty { words: "part-time basic training", day: LAST_DAY }),
    ("physical-exam-validity", Duty { words: "physical examination", day: COURSE_BEGINS }),
    ("portal-email", Duty { words: "personal email address on the Officer Portal", day: LAST_DAY }),
    ("power-validity", Duty { words: "POWER test before the course", day: COURSE_BEGINS }),
    ("prior-training-waiver", Duty { words: "waiver, reactivation or reciprocity", day: LAST_DAY }),
    ("ptb-id", Duty { words: "PTB ID", day: LAST_DAY }),
    ("roster-signature", Duty { words: "signature under the roster", day: LAST_DAY }),
    ("scenario-training", Duty { words: "scenario-based training", day: LAST_DAY }),
    ("training-homicide", Duty { words: "training of lead homicide investigators", day: LAST_DAY }),
];

/// Returns the duty of a rule in words; none of an in-service mandate that has no words but its title.
pub fn of_rule(rule: &str) -> Option<&'static Duty> {
    DUTIES.iter().find(|(name, _)| *name == rule).map(|(_, duty)| duty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::training::mandates::MANDATES;
    use crate::rules::{catalogue, file_rules};
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_has_words_once() {
        let words: BTreeSet<&str> = DUTIES.iter().map(|(rule, _)| *rule).collect();
        assert_eq!(words.len(), DUTIES.len());
        for rule in catalogue().map(|rule| rule.name).chain(file_rules().map(|rule| rule.name)) {
            assert!(words.contains(rule), "{rule}");
        }
        let is_rule = |name: &str| crate::rules::find(name).is_some() || file_rules().any(|rule| rule.name == name);
        for (rule, duty) in DUTIES {
            assert!(is_rule(rule) || MANDATES.iter().any(|mandate| mandate.rule == *rule), "{rule}");
            assert!(duty.words.len() <= 50 && !duty.words.contains(rule), "{rule}");
        }
    }
}
