//! Finds a second claim for the same officer and course in one run: a course is paid only once (settled 157 and 236).

use crate::finding::Source;
use crate::input::cells::NamePart;
use crate::model::claim::{Claim, ClaimHead};
use crate::model::matched_id;
use crate::rules::claim::judge::judge_with;
use crate::rules::claim::result::{ClaimAsk, ClaimResult, Decision, Reason};
use crate::values::fold::fold;
use crate::words::shown_text;
use std::collections::HashMap;

/// An officer and a course, for comparisons.
type OfficerAndCourse = (String, String);

/// The claims judged so far in one run.
#[derive(Debug, Default)]
pub struct ClaimsSoFar(HashMap<OfficerAndCourse, String>);

impl ClaimsSoFar {
    /// Judges the next claim of a run, which begins at `place`. One for the course of an earlier claim of the same
    /// officer is for a person to review; an earlier claim that is denied does not count.
    pub fn judge(&mut self, claim: &Claim, place: &str, ask: &ClaimAsk) -> ClaimResult {
        let key = officer_and_course(&claim.head);
        let earlier = key.as_ref().and_then(|key| self.0.get(key)).map(|earlier| {
            Reason::new(
                Decision::Review,
                Source::code("1720.50(d)"),
                format!("{earlier} asks for the same course of this officer: a course is paid only once"),
            )
        });
        let result = judge_with(claim, ask, earlier);
        if let Some(key) = key.filter(|_| result.decision != Decision::Denied) {
            self.0.entry(key).or_insert_with(|| match &result.claim_id {
                Some(id) => format!("claim {} on {place}", shown_text(id)),
                None => format!("the claim on {place}"),
            });
        }
        result
    }
}

/// Returns the officer, by PTB ID or else by name, and the course; `None` when one of them is blank.
fn officer_and_course(head: &ClaimHead) -> Option<OfficerAndCourse> {
    let part = |part: Option<NamePart>| part.map(|NamePart(text)| fold(text)).filter(|name| !name.is_empty());
    let officer = match head.ptb_id {
        Some(id) => matched_id(id).into_owned(),
        None => format!("{}, {}", part(head.last_name)?, part(head.first_name)?),
    };
    let course = fold(head.course?);
    (!course.is_empty()).then_some((officer, course))
}
