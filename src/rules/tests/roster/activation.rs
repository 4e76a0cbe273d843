//! Edges of activation, the part-time course, the executives' page and the return from service.

use crate::model::officer::Column;
use crate::rules::ask::Answer;
use crate::rules::tests::*;

fn activation(more: &[(&str, &str)], as_of: &str) -> Answer {
    let mut row =
        vec![("employment", "full-time"), ("hire_date", "2025-09-01"), ("background_certified", "2025-09-15")];
    row.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    row.extend(more);
    ask_rule("certificate-activation", &row, as_of)
}

#[track_caller]
fn expect(answer: &Answer, status: &str, due: &str) {
    let (got, day) = short(answer);
    assert_eq!((got, day.as_str()), (status, due), "{}", answer.message());
}

#[test]
fn a_second_academy_needs_its_certificate_or_the_notice() {
    let again = [
        ("hire_date", "2026-01-05"),
        ("authority_from", "2026-01-06"),
        ("background_certified", "2026-01-05"),
        ("basic_completed", "2012-05-18"),
        ("basic_enrolled", "2026-02-02"),
        ("previous_separation", "2025-12-01"),
    ];
    expect(&activation(&again, "2026-07-01"), "overdue", "2026-01-06");
    let notice: Vec<_> = again.into_iter().chain([("waiver_date", "2026-01-05")]).collect();
    expect(&activation(&notice, "2026-07-01"), "met", "2026-01-06");
    let elsewhere = [
        ("hire_date", "2024-01-03"),
        ("authority_from", "2024-02-05"),
        ("background_certified", "2024-01-02"),
        ("basic_completed", "2026-06-01"),
        ("out_of_state", "yes"),
        ("waiver_date", "2024-02-01"),
    ];
    expect(&activation(&elsewhere, "2026-07-01"), "met", "2024-02-05");
}

#[test]
fn authority_needs_background_check_and_certificate() {
    let from = ("authority_from", "2026-02-02");
    expect(&activation(&[from, ("basic_completed", "2026-02-02")], "2026-03-01"), "met", "2026-02-02");
    let late = activation(&[from, ("basic_completed", "2026-02-03")], "2026-03-01");
    expect(&late, "overdue", "2026-02-02");
    assert_eq!(late.column, Some(Column::BasicCompleted));
    assert_eq!(
        late.message(),
        "police authority began on 2 Feb 2026, with the certificate of basic training only on 3 Feb 2026; before \
         activation no police duties, and no firearm under the employer's authority except as otherwise authorized to \
         carry a firearm under State or federal law"
    );
    let row = [from, ("basic_completed", "2026-02-02"), ("background_certified", "2026-02-03")];
    expect(&activation(&row, "2026-03-01"), "overdue", "2026-02-02");
    let row = [from, ("basic_completed", "2026-02-02"), ("background_certified", "")];
    expect(&activation(&row, "2026-03-01"), "overdue", "2026-02-02");
    // Planned: by the day. Nothing trained on the day itself: overdue (as with conservators, settled 31).
    expect(&activation(&[from], "2026-02-01"), "due-soon", "2026-02-02");
    expect(&activation(&[from], "2026-02-02"), "overdue", "2026-02-02");
    // No authority yet, or new and part-time: the rule does not apply, whatever else is blank (settled 96 and 139).
    expect(&activation(&[("authority_from", ""), ("employment", "")], "2026-03-01"), "not-applicable", "");
    expect(&activation(&[from, ("employment", "part-time")], "2026-03-01"), "not-applicable", "");
    expect(&activation(&[from, ("employment", "")], "2026-03-01"), "unknown", "");
}

#[test]
fn an_officer_certified_before_needs_the_boards_notice() {
    let (from, trained) = (("authority_from", "2026-02-02"), ("basic_completed", "2012-05-18"));
    expect(&activation(&[from, trained, ("waiver_date", "2026-02-02")], "2026-03-01"), "met", "2026-02-02");
    let late = activation(&[from, trained, ("waiver_date", "2026-02-03")], "2026-03-01");
    expect(&late, "overdue", "2026-02-02");
    assert_eq!(late.column, Some(Column::WaiverDate));
    expect(&activation(&[from, trained], "2026-03-01"), "overdue", "2026-02-02");
    // Settled 122: a notice older than the previous separation is the earlier employment's.
    let old = [from, trained, ("previous_separation", "2025-06-30"), ("waiver_date", "2025-06-29")];
    expect(&activation(&old, "2026-03-01"), "overdue", "2026-02-02");
    // Settled 123: through the academy again, so the new certificate counts.
    let again = [from, ("previous_separation", "2025-06-30"), ("basic_completed", "2026-01-30")];
    expect(&activation(&again, "2026-03-01"), "met", "2026-02-02");
    // Out of state: inactive until the Board issues the certification (1720.60(g)).
    expect(&activation(&[from, ("out_of_state", "yes")], "2026-03-01"), "overdue", "2026-02-02");
    // Day of hire not recorded: met only when the conditions of both are satisfied.
    expect(&activation(&[from, trained, ("hire_date", "")], "2026-03-01"), "unknown", "");
    let both = [from, trained, ("hire_date", ""), ("waiver_date", "2026-01-30")];
    expect(&activation(&both, "2026-03-01"), "met", "2026-02-02");
}

#[test]
fn authority_older_than_the_present_wording_is_not_asked() {
    // Settled 139 and 239.
    let row = |from| [("authority_from", from), ("hire_date", "2019-01-07"), ("background_certified", "")];
    expect(&activation(&row("2023-06-22"), "2026-03-01"), "not-applicable", "");
    expect(&activation(&row("2023-06-23"), "2026-03-01"), "overdue", "2023-06-23");
}

#[test]
fn a_part_time_officer_certificated_before_needs_the_notice() {
    // Settled 139 and 239.
    let from = [("authority_from", "2026-02-02"), ("employment", "part-time"), ("background_certified", "")];
    let row = |cells: &[(&'static str, &'static str)]| activation(&[&from, cells].concat(), "2026-03-01");
    let trained = ("basic_completed", "2012-05-18");
    expect(&row(&[trained, ("waiver_date", "2026-02-02")]), "met", "2026-02-02");
    expect(&row(&[trained, ("waiver_date", "2026-02-03")]), "overdue", "2026-02-02");
    expect(&row(&[trained]), "overdue", "2026-02-02");
    expect(&row(&[("out_of_state", "yes")]), "overdue", "2026-02-02");
    assert!(row(&[("out_of_state", "yes")]).message().contains("no reciprocity certification"));
    let left = ("previous_separation", "2025-01-31");
    expect(&row(&[left, ("certification", "part-time")]), "overdue", "2026-02-02");
    expect(&row(&[left, ("certification", "none")]), "not-applicable", "");
    expect(&row(&[left]), "review", "");
    expect(&row(&[left, ("certification", "?")]), "unknown", "");
    expect(&row(&[("certification", "?")]), "not-applicable", "");
    expect(&row(&[trained, ("hire_date", "")]), "unknown", "");
    expect(&row(&[]), "not-applicable", "");
}

#[test]
fn the_part_time_course_is_for_sworn_officers() {
    let course = |more: &[(&str, &str)]| {
        let mut row = vec![
            ("employment", "part-time"),
            ("sworn_on", "2026-01-05"),
            ("power_passed", "2026-02-20"),
            ("basic_enrolled", "2026-03-02"),
        ];
        row.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
        row.extend(more);
        ask_rule("part-time-course-eligibility", &row, "2026-04-01")
    };
    expect(&course(&[]), "met", "");
    expect(&course(&[("sworn_on", "2026-03-02")]), "met", "");
    expect(&course(&[("sworn_on", "2026-03-03")]), "overdue", "");
    expect(&course(&[("sworn_on", "")]), "unknown", "");
    expect(&course(&[("power_passed", "2026-03-02")]), "met", "");
    expect(&course(&[("power_passed", "2026-03-03")]), "review", "");
    expect(&course(&[("power_passed", "")]), "review", "");
    expect(&course(&[("certification", "full-time")]), "overdue", "");
    // The certificate decides before the blank day of swearing in.
    expect(&course(&[("certification", "full-time"), ("sworn_on", "")]), "overdue", "");
    // Settled 123: trained before this appointment, so the two days can be in this order.
    let before = [("certification", "full-time"), ("basic_completed", "2012-05-18"), ("hire_date", "2026-01-05")];
    expect(&course(&before), "overdue", "");
    // The enrollment that led to the full-time certificate was that of the full-time academy.
    expect(&course(&[("certification", "full-time"), ("basic_completed", "2026-03-20")]), "not-applicable", "");
    expect(&course(&[("certification", "part-time")]), "met", "");
    expect(&course(&[("basic_enrolled", "")]), "not-applicable", "");
    expect(&course(&[("employment", "full-time")]), "not-applicable", "");
    expect(&course(&[("employment", "")]), "unknown", "");
    expect(&course(&[("discipline", "corrections")]), "not-applicable", "");
}

#[test]
fn executives_sign_in_each_calendar_year() {
    let signed = |day| ask_rule("executive-esign", &[("position", "chief"), ("executive_esigned", day)], "2026-11-21");
    expect(&signed("2026-01-01"), "met", "");
    expect(&signed("2026-11-21"), "met", "");
    expect(&signed("2025-12-31"), "review", "");
    expect(&signed(""), "review", "");
    // A signature after the day asked about cannot be, and so cannot be read.
    expect(&signed("2026-11-22"), "unknown", "");
}

#[test]
fn back_from_service_and_not_enrolled_is_review() {
    let back = |more: &[(&str, &str)], as_of| {
        let mut row = vec![("freeze_from", "2025-06-01"), ("freeze_to", "2026-03-02")];
        row.extend(more);
        ask_rule("freeze-return", &row, as_of)
    };
    expect(&back(&[], "2026-03-02"), "not-applicable", "");
    expect(&back(&[], "2026-03-03"), "review", "");
    expect(&back(&[("basic_enrolled", "2026-03-01")], "2026-03-03"), "review", "");
    expect(&back(&[("basic_enrolled", "2026-03-02")], "2026-03-03"), "met", "");
    expect(&back(&[("basic_completed", "2026-03-03")], "2026-03-03"), "met", "");
    expect(&back(&[("waiver_date", "2026-03-03")], "2026-03-03"), "met", "");
    expect(&ask_rule("freeze-return", &[("freeze_from", "2025-06-01")], "2026-03-03"), "not-applicable", "");
}
