//! The signature under a roster: the signer, the form, and the half of the year.

use crate::model::signature::{RosterSignature, SignatureForm, Signer};
use crate::rules::ask::{Answer, Ask};
use crate::rules::tests::*;

fn signed(signer: Option<Signer>, on: &str, form: SignatureForm, as_of: &str) -> Answer {
    let rule = file_rules().find(|rule| rule.name == "roster-signature").unwrap();
    let signature = RosterSignature { signer, role: "clerk".into(), on: read_flag_day(on).unwrap(), form };
    (rule.check)(&Ask { signature: Some(signature), ..ask_on(as_of) }).unwrap()
}

#[test]
fn it_is_checked_only_when_a_signature_is_given() {
    let rule = file_rules().find(|rule| rule.name == "roster-signature").unwrap();
    assert!((rule.check)(&ask_on("2026-11-21")).is_none());
}

#[test]
fn only_the_chief_and_the_mayor_may_sign() {
    use SignatureForm::{Edi, Fax, Original};
    for (signer, form, status) in [
        (Some(Signer::Chief), Original, "met"),
        (Some(Signer::Mayor), Original, "met"),
        (Some(Signer::Chief), Edi, "met"),
        (Some(Signer::Sheriff), Original, "met"),
        (Some(Signer::Sheriff), Edi, "met"),
        (Some(Signer::Sheriff), Fax, "overdue"),
        (Some(Signer::InterimChief), Original, "review"),
        (Some(Signer::Chief), Fax, "overdue"),
        (Some(Signer::InterimChief), Fax, "overdue"),
        (None, Original, "overdue"),
        (None, Edi, "overdue"),
    ] {
        let answer = signed(signer, "2026-08-03", form, "2026-11-21");
        assert_eq!(short(&answer), (status, String::new()), "{signer:?} {form:?}: {}", answer.message());
    }
    let edi = signed(Some(Signer::Mayor), "2026-08-03", Edi, "2026-11-21");
    assert!(edi.notes()[0].contains("MTU #10"), "{edi:?}");
    // Settled 148: the sources name the chief or the mayor, so a sheriff's signature has a note, also for a half past.
    for (as_of, notes) in [("2026-11-21", 2), ("2027-01-01", 2)] {
        let sheriff = signed(Some(Signer::Sheriff), "2026-08-03", Original, as_of);
        assert!(sheriff.notes()[0].contains("police department"), "{sheriff:?}");
        assert_eq!(sheriff.notes().len(), notes);
    }
}

#[test]
fn a_signature_covers_its_own_half_of_the_year() {
    // Settled 195.
    let on = |on, as_of| {
        let answer = signed(Some(Signer::Chief), on, SignatureForm::Original, as_of);
        let (status, due) = short(&answer);
        (status, due)
    };
    let met = ("met", String::new());
    assert_eq!(on("2026-01-01", "2026-06-30"), met);
    assert_eq!(on("2026-07-01", "2026-12-31"), met);
    // 184 days before 31 December it is not due soon; from 60 days before it is.
    assert_eq!(on("2026-06-30", "2026-07-01"), ("open", "2026-12-31".into()));
    assert_eq!(on("2026-06-30", "2026-11-01"), ("due-soon", "2026-12-31".into()));
    // A half that is not signed for is overdue from the day after its last, whatever has begun since.
    assert_eq!(on("2026-06-30", "2027-01-01"), ("overdue", "2026-12-31".into()));
    assert_eq!(on("2025-12-31", "2026-07-01"), ("overdue", "2026-06-30".into()));
    assert_eq!(on("2024-05-05", "2026-07-01"), ("overdue", "2024-12-31".into()));
}
