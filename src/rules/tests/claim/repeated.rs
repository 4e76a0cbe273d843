//! Two claims of one run for the same officer and course (settled 157, 236 and 261).

use crate::input::cells::NamePart;
use crate::model::claim::{Claim, ClaimHead, ClaimLine, LineKind, Training};
use crate::rules::claim::rates::TravelRates;
use crate::rules::claim::repeated::ClaimsSoFar;
use crate::rules::claim::result::{ClaimAsk, ClaimResult, Decision};
use crate::rules::law::figure::day;
use crate::values::money::Cents;

/// Returns a claim of tuition that is payable by itself.
fn claim<'a>(id: &'a str, ptb_id: Option<&'a str>, course: &'a str) -> Claim<'a> {
    let head = ClaimHead {
        claim_id: Some(id).filter(|id| !id.is_empty()),
        home_rule: Some(true),
        resolution_on_file: Some(true),
        training: Some(Training::Basic),
        course: Some(course),
        class_end: Some(day(2026, 4, 24)),
        submitted: Some(day(2026, 5, 1)),
        last_name: Some(NamePart("Doe")),
        first_name: Some(NamePart("Jane")),
        ptb_id,
        ..ClaimHead::default()
    };
    let line = ClaimLine { kind: Some(LineKind::Tuition), amount: Cents::read("1000.01"), ..ClaimLine::default() };
    Claim { head, lines: vec![line], ..Claim::default() }
}

/// Judges the claims one after the other; the first begins on line 1.
fn in_order(claims: &[Claim]) -> Vec<ClaimResult> {
    let rates = TravelRates::built_in();
    let ask = ClaimAsk { rates: &rates, as_of: day(2026, 11, 21), redact: false };
    let mut so_far = ClaimsSoFar::default();
    claims
        .iter()
        .enumerate()
        .map(|(at, claim)| so_far.judge(claim, &format!("line {} of c.csv", at + 1), &ask))
        .collect()
}

fn decisions(claims: &[Claim]) -> Vec<Decision> {
    in_order(claims).iter().map(|result| result.decision).collect()
}

#[test]
fn a_second_claim_is_for_review_and_names_the_first() {
    let results = in_order(&[claim("17", Some("0012345"), "Basic Course"), claim("18", Some("12345"), "basiccourse ")]);
    let first = &results[0];
    assert_eq!((first.decision, first.reasons.len()), (Decision::Payable, 1));
    let second = &results[1];
    assert_eq!(second.decision, Decision::Review);
    assert_eq!(
        second.reasons,
        ["claim 17 on line 1 of c.csv asks for the same course of this officer: a course is paid only once"]
    );
    // The amounts are those of a payable claim.
    assert_eq!(second.reimbursed_total, Cents::read("500.00"));
    let unnumbered = in_order(&[claim("", Some("7"), "A"), claim("2", Some("7"), "A")]);
    assert!(unnumbered[1].reasons[0].starts_with("the claim on line 1 of c.csv asks for"), "{:?}", unnumbered[1]);
}

#[test]
fn only_one_officer_and_one_course_make_a_second_claim() {
    let first = || claim("1", Some("0012345"), "Basic Course");
    let payable = Decision::Payable;
    for (other, decision) in [
        (claim("2", Some("12346"), "Basic Course"), payable),
        (claim("2", Some("12345"), "Basic Corrections"), payable),
        (claim("2", Some("12345"), ""), payable),
        (claim("2", Some("012345"), "BASIC COURSE"), Decision::Review),
        // Without an ID the name would do, but the first claim has an ID.
        (claim("2", None, "Basic Course"), payable),
    ] {
        let course = other.head.course;
        assert_eq!(decisions(&[first(), other]), [payable, decision], "{course:?}");
    }
    // Without IDs, the names.
    assert_eq!(decisions(&[claim("1", None, "A"), claim("2", None, "a")]), [payable, Decision::Review]);
    let mut nameless = claim("2", None, "A");
    nameless.head.first_name = None;
    assert_eq!(decisions(&[claim("1", None, "A"), nameless.clone(), nameless]), [payable; 3]);
}

#[test]
fn a_denied_claim_is_no_first_one_and_stays_denied() {
    let denied = || {
        let mut claim = claim("1", Some("7"), "A");
        claim.head.reimbursable = Some(false);
        claim
    };
    let unknown = || {
        let mut claim = claim("1", Some("7"), "A");
        claim.head.home_rule = None;
        claim
    };
    let one = || claim("2", Some("7"), "A");
    assert_eq!(decisions(&[denied(), one(), one()]), [Decision::Denied, Decision::Payable, Decision::Review]);
    // Review yields to denied and unknown; an unknown claim counts as a first one.
    assert_eq!(decisions(&[one(), denied(), unknown()]), [Decision::Payable, Decision::Denied, Decision::Unknown]);
    assert_eq!(decisions(&[unknown(), one()]), [Decision::Unknown, Decision::Review]);
}
