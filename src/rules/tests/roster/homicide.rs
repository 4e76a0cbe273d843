//! Edges of the certificate of lead homicide investigators. Answers worked by hand from the sections cited.

use crate::finding::Status;
use crate::rules::ask::Answer;
use crate::rules::tests::*;

fn certificate(certified: &str, hours: &str, as_of: &str) -> Answer {
    ask_rule("homicide-certificate", &[("homicide_certified", certified), ("homicide_hours", hours)], as_of)
}

#[test]
fn the_last_good_day_is_before_the_fourth_anniversary() {
    // Settled 84: +48 months, clamped, minus one day. Settled 11: day 60 and day 0 are due soon.
    for (certified, as_of, status, due) in [
        ("2022-03-15", "2026-01-13", "due-soon", "2026-03-14"),
        ("2022-03-15", "2026-01-12", "open", "2026-03-14"),
        ("2022-03-15", "2026-03-14", "due-soon", "2026-03-14"),
        ("2022-03-15", "2026-03-15", "overdue", "2026-03-14"),
        ("2024-02-29", "2026-03-14", "open", "2028-02-28"),
        ("2023-03-01", "2026-03-14", "open", "2027-02-28"),
        ("2022-01-01", "2026-01-01", "overdue", "2025-12-31"),
    ] {
        let (got, day) = short(&certificate(certified, "", as_of));
        assert_eq!((got, day.as_str()), (status, due), "{certified} on {as_of}");
    }
    // Settled 5a: certified after the day asked about is impossible, and so unreadable.
    assert_eq!(certificate("2026-11-22", "", "2026-11-21").status, Status::Unknown);
}

#[test]
fn the_message_contains_the_missing_hours() {
    for (hours, as_of, message) in [
        (
            "31.5",
            "2026-03-14",
            "the certificate of 15 Mar 2022 is valid until 14 Mar 2026, today; 31.5 of 32 hours are on record, \
             0.5 hours short",
        ),
        (
            "31",
            "2026-03-15",
            "the certificate of 15 Mar 2022 was valid until 14 Mar 2026, 1 day ago; 31 of 32 hours are on record, 1 \
             hour short; the course must be taken again",
        ),
        (
            "32",
            "2026-03-15",
            "the certificate of 15 Mar 2022 was valid until 14 Mar 2026, 1 day ago; 32 of 32 hours are on record; \
             the renewal is late",
        ),
        (
            "",
            "2026-03-15",
            "the certificate of 15 Mar 2022 was valid until 14 Mar 2026, 1 day ago; no hours are on record; with \
             fewer than 32 within its term the course must be taken again",
        ),
    ] {
        assert_eq!(certificate("2022-03-15", hours, as_of).message(), message);
    }
}
