//! Edges of the rules in `firearms.rs`. Every expected answer was worked out by hand from the settled questions.

use crate::finding::Status;
use crate::model::officer::Column;
use crate::rules::ask::{Ask, Questions};
use crate::rules::tests::*;

fn qualification(row: &[(&str, &str)], as_of: &str) -> (&'static str, String) {
    short(&ask_rule("firearms-qualification", row, as_of))
}

#[track_caller]
fn expect(got: (&'static str, String), status: &str, due: &str) {
    assert_eq!((got.0, got.1.as_str()), (status, due));
}

const HIRED: (&str, &str) = ("hire_date", "2019-05-01");

#[test]
fn any_day_of_the_year_asked_about_is_met() {
    for day in ["2026-01-01", "2026-06-15", "2026-12-31"] {
        expect(qualification(&[("firearms_qualified", day), HIRED], "2026-12-31"), "met", "2026-12-31");
    }
    // Without a day of hire, too: the qualification answers it.
    expect(qualification(&[("firearms_qualified", "2026-01-01")], "2026-01-01"), "met", "2026-12-31");
}

#[test]
fn a_day_last_year_leaves_this_year_open_until_its_end() {
    let row = [("firearms_qualified", "2025-12-31"), HIRED];
    expect(qualification(&row, "2026-01-01"), "open", "2026-12-31");
    // Sixty days before 31 December is 1 November (30 of November, 30 more in December and the first of November).
    expect(qualification(&row, "2026-11-01"), "due-soon", "2026-12-31");
    expect(qualification(&row, "2026-10-31"), "open", "2026-12-31");
    expect(qualification(&row, "2026-12-31"), "due-soon", "2026-12-31");
    expect(qualification(&row, "2027-01-01"), "overdue", "2026-12-31");
    // The first day of last year is last year still, and the day of hire does not matter.
    expect(qualification(&[("firearms_qualified", "2025-01-01")], "2026-11-21"), "due-soon", "2026-12-31");
}

#[test]
fn a_day_two_years_ago_is_overdue_or_review() {
    // Settled 49: due is 31 December of last year for both.
    let row = [("firearms_qualified", "2024-12-31"), HIRED];
    let overdue = ask_rule("firearms-qualification", &row, "2026-01-01");
    expect(short(&overdue), "overdue", "2025-12-31");
    assert_eq!(
        overdue.message(),
        "no qualification in 2025 (the latest was on 31 Dec 2024); due 31 Dec 2025, 1 day ago, and no reason is on \
         record"
    );
    let reason = [row[0], HIRED, ("firearms_comment", "on medical leave\u{1b}[2J")];
    let review = ask_rule("firearms-qualification", &reason, "2026-01-01");
    expect(short(&review), "review", "2025-12-31");
    assert!(review.message().contains("'on medical leave\\u{1b}[2J'"), "{}", review.message());
    let redacted = Ask { redact: true, ..ask_on("2026-01-01") };
    let review = answer(find("firearms-qualification").unwrap(), &reason, &redacted);
    assert!(!review.message().contains("medical"), "{}", review.message());
    let long = "x".repeat(50);
    let review = ask_rule("firearms-qualification", &[HIRED, ("firearms_comment", &long)], "2026-01-01");
    assert!(review.message().contains(&format!("'{}…'", "x".repeat(40))), "{}", review.message());
    // A word that means "none" is not a reason.
    expect(qualification(&[HIRED, ("firearms_comment", "n/a")], "2026-06-01"), "overdue", "2025-12-31");
    expect(qualification(&[HIRED], "2026-06-01"), "overdue", "2025-12-31");
}

#[test]
fn a_reason_does_not_replace_the_day_of_the_current_year() {
    let row = [("firearms_qualified", "2025-05-01"), HIRED, ("firearms_comment", "on leave")];
    expect(qualification(&row, "2026-06-01"), "open", "2026-12-31");
    expect(qualification(&[("hire_date", "2026-01-01"), row[2]], "2026-06-01"), "open", "2026-12-31");
}

#[test]
fn an_officer_hired_this_year_has_until_its_end() {
    // Settled 49: also with an older day, from another agency.
    expect(qualification(&[("hire_date", "2026-01-01")], "2026-01-01"), "open", "2026-12-31");
    expect(qualification(&[("hire_date", "2026-12-31")], "2026-12-31"), "due-soon", "2026-12-31");
    let older = [("firearms_qualified", "2023-05-01"), ("hire_date", "2026-01-01")];
    expect(qualification(&older, "2026-06-01"), "open", "2026-12-31");
    // Hired on the last day of last year: employed before this year began.
    expect(qualification(&[("hire_date", "2025-12-31")], "2026-01-01"), "overdue", "2025-12-31");
}

#[test]
fn the_day_of_this_appointment_decides_then_the_original_one() {
    // Settled 49: hire_date, else original_hire_date.
    let both = [("hire_date", "2026-02-01"), ("original_hire_date", "2010-02-01")];
    expect(qualification(&both, "2026-06-01"), "open", "2026-12-31");
    expect(qualification(&[("original_hire_date", "2010-02-01")], "2026-06-01"), "overdue", "2025-12-31");
    expect(qualification(&[("original_hire_date", "2026-02-01")], "2026-06-01"), "open", "2026-12-31");
    let blank = ask_rule("firearms-qualification", &[("firearms_qualified", "2024-05-01")], "2026-06-01");
    assert_eq!((blank.status, blank.column), (Status::Unknown, Some(Column::HireDate)));
    expect(qualification(&[("firearms_comment", "on leave")], "2026-06-01"), "unknown", "");
}

#[test]
fn unreadable_and_impossible_cells_are_unknown() {
    // Settled 4 and 5.
    expect(qualification(&[("firearms_qualified", "soon"), HIRED], "2026-06-01"), "unknown", "");
    expect(qualification(&[("firearms_qualified", "2026-06-02"), HIRED], "2026-06-01"), "unknown", "");
    expect(qualification(&[("firearms_qualified", "2026-05-02"), ("hire_date", "?")], "2026-06-01"), "unknown", "");
    let original = [("firearms_qualified", "2026-05-02"), HIRED, ("original_hire_date", "2020-01-01")];
    expect(qualification(&original, "2026-06-01"), "unknown", "");
}

#[test]
fn currency_ends_on_the_same_day_a_year_later() {
    let on = |fired, as_of| short(&ask_rule("firearms-currency", &[("firearms_qualified", fired)], as_of));
    expect(on("2025-04-10", "2025-04-10"), "open", "2026-04-10");
    // Sixty days before 10 April 2026: 10 in April, 31 in March, 19 in February: 9 February.
    expect(on("2025-04-10", "2026-02-08"), "open", "2026-04-10");
    expect(on("2025-04-10", "2026-02-09"), "due-soon", "2026-04-10");
    expect(on("2025-04-10", "2026-04-10"), "due-soon", "2026-04-10");
    // Settled 50: review afterwards, never overdue.
    expect(on("2025-04-10", "2026-04-11"), "review", "2026-04-10");
    expect(on("2010-04-10", "2026-04-11"), "review", "2011-04-10");
    expect(on("2024-02-29", "2025-02-28"), "due-soon", "2025-02-28");
    expect(on("2024-02-29", "2025-03-01"), "review", "2025-02-28");
    expect(on("2023-02-28", "2024-02-28"), "due-soon", "2024-02-28");
    expect(on("2023-02-28", "2024-02-29"), "review", "2024-02-28");
    // Settled 50: blank is not asked about.
    expect(on("", "2026-04-11"), "not-applicable", "");
    expect(on("2026-04-12", "2026-04-11"), "unknown", "");
    expect(on("4/31/2026", "2026-06-11"), "unknown", "");
    let late = ask_rule("firearms-currency", &[("firearms_qualified", "2025-04-10")], "2026-04-11");
    assert_eq!(
        late.message(),
        "the course was to be fired again by 10 Apr 2026, 12 months after 10 Apr 2025; that was 1 day ago"
    );
}

#[test]
fn another_agency_counts_only_before_hire_with_papers() {
    // Settled 51.
    let ask = |elsewhere, fired, hired, papers| {
        let row = [
            ("qualified_elsewhere", elsewhere),
            ("firearms_qualified", fired),
            ("hire_date", hired),
            ("qualified_elsewhere_document", papers),
        ];
        let answer = ask_rule("firearms-other-agency", &row, "2026-06-01");
        assert_eq!(answer.due, None);
        (answer.status.name(), answer.column)
    };
    let own = None;
    assert_eq!(ask("yes", "2026-03-01", "2026-03-02", "yes"), ("met", own));
    assert_eq!(ask("yes", "2026-03-02", "2026-03-02", "yes"), ("overdue", Some(Column::QualifiedElsewhere)));
    assert_eq!(ask("yes", "2026-03-03", "2026-03-02", "yes"), ("overdue", Some(Column::QualifiedElsewhere)));
    assert_eq!(ask("yes", "2026-03-01", "2026-03-02", "no"), ("overdue", own));
    assert_eq!(ask("yes", "2026-03-01", "2026-03-02", ""), ("overdue", own));
    // Not yes is not asked, whatever the rest holds; yes without one of the days is unknown, with or without papers.
    assert_eq!(ask("no", "", "", ""), ("not-applicable", own));
    assert_eq!(ask("", "soon", "", ""), ("not-applicable", own));
    assert_eq!(ask("yes", "", "2026-03-02", "no"), ("unknown", Some(Column::FirearmsQualified)));
    assert_eq!(ask("yes", "2026-03-01", "", "no"), ("unknown", Some(Column::HireDate)));
    assert_eq!(ask("perhaps", "2026-03-01", "2026-03-02", "yes"), ("unknown", Some(Column::QualifiedElsewhere)));
    assert_eq!(
        ask("yes", "2026-03-01", "2026-03-02", "perhaps"),
        ("unknown", Some(Column::QualifiedElsewhereDocument))
    );
    assert_eq!(ask("yes", "2026-02-30", "2026-03-02", "yes"), ("unknown", Some(Column::FirearmsQualified)));
    // The original day of hire does not replace the day of hire by this agency.
    let row = [
        ("qualified_elsewhere", "yes"),
        ("firearms_qualified", "2026-03-01"),
        ("original_hire_date", "2026-03-02"),
        ("qualified_elsewhere_document", "yes"),
    ];
    assert_eq!(ask_rule("firearms-other-agency", &row, "2026-06-01").status, Status::Unknown);
}

#[test]
fn a_rule_is_skipped_without_its_columns() {
    // Section 8 of the settled questions.
    let missing = |name: &str, has: &[Column]| {
        Questions::default().add(find(name).unwrap(), |column| has.contains(&column)).err().unwrap_or_default()
    };
    assert_eq!(missing("firearms-qualification", &[Column::FirearmsQualified, Column::OriginalHireDate]), []);
    assert_eq!(
        missing("firearms-qualification", &[Column::FirearmsQualified]),
        [Column::HireDate, Column::OriginalHireDate]
    );
    assert_eq!(missing("firearms-currency", &[Column::FirearmsQualified]), []);
    assert_eq!(missing("firearms-other-agency", &[Column::FirearmsQualified, Column::HireDate]).len(), 2);
}
