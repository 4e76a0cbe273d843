//! Edges of `scenario-training` and of the table of its windows.

use crate::finding::Status;
use crate::model::officer::Column;
use crate::rules::ask::{Answer, Ask};
use crate::rules::law::figure::rows;
use crate::rules::law::schedule::{SCENARIO_TABLE, SCENARIO_WINDOWS, ScenarioWindow, WindowBasis};
use crate::rules::tests::roster::portal::*;

const HIRED: (&str, &str) = ("hire_date", "2019-05-01");
const NAME: &str = "scenario-training";

fn on(completed: &str, as_of: &str) -> Answer {
    ask_rule(NAME, &[("scenario_completed", completed), HIRED], as_of)
}

fn inferred(row: &[(&str, &str)], as_of: &str) -> Answer {
    answer(find(NAME).unwrap(), row, &Ask { inferred_scenario_windows: true, ..ask_on(as_of) })
}

#[test]
fn the_windows_of_the_table_follow_each_other() {
    let read: Vec<ScenarioWindow> = rows(SCENARIO_TABLE).unwrap();
    let found: Vec<_> =
        read.iter().map(|window| (window.from.to_string(), window.to.to_string(), window.basis)).collect();
    let typed =
        [("2022-07-01", "2025-06-30", WindowBasis::Published), ("2025-07-01", "2028-06-30", WindowBasis::Inferred)]
            .map(|(from, to, basis)| (from.to_owned(), to.to_owned(), basis));
    assert_eq!(found, typed);
    assert_eq!(SCENARIO_WINDOWS.len(), read.len());
    assert!(read.iter().all(|window| window.from <= window.to && !window.source.is_empty()));
    assert!(read.windows(2).all(|pair| pair[0].to.succ_opt() == Some(pair[1].from)), "a gap or an overlap");
}

#[test]
fn both_ends_of_the_window_count() {
    for day in ["2022-07-01", "2024-02-29", "2025-06-30"] {
        expect(&on(day, "2026-11-21"), "met", "2025-06-30");
    }
    // Settled 44: after the window is review, before it as blank.
    let late = on("2025-07-01", "2026-11-21");
    expect(&late, "review", "2025-06-30");
    assert!(late.message().contains("1 day too late"), "{}", late.message());
    let early = on("2022-06-30", "2026-11-21");
    expect(&early, "overdue", "2025-06-30");
    assert!(early.message().contains("30 Jun 2022 is not inside 1 Jul 2022 to 30 Jun 2025"), "{}", early.message());
    expect(&on("2022-06-30", "2025-06-30"), "due-soon", "2025-06-30");
}

#[test]
fn a_blank_is_answered_by_the_due_day() {
    expect(&on("", "2025-07-01"), "overdue", "2025-06-30");
    expect(&on("", "2025-06-30"), "due-soon", "2025-06-30");
    // Sixty days before 30 June: 30 in June, 30 more in May: 1 May.
    expect(&on("", "2025-05-01"), "due-soon", "2025-06-30");
    expect(&on("", "2025-04-30"), "open", "2025-06-30");
    expect(&on("", "2022-06-30"), "open", "2025-06-30");
    let overdue = on("", "2025-07-02");
    assert_eq!(overdue.message(), "scenario-based training of at least 12 hours was due 30 Jun 2025, 2 days ago");
}

#[test]
fn the_rule_skips_officers_hired_after_the_window() {
    // Settled 44 and 112: the original day, else this appointment's; also when completed; before the cell is looked
    // at.
    let hired = |hired, original, completed| {
        let row = [("hire_date", hired), ("original_hire_date", original), ("scenario_completed", completed)];
        short(&ask_rule(NAME, &row, "2026-11-21")).0
    };
    assert_eq!(hired("2025-06-30", "", ""), "review");
    assert_eq!(hired("2025-07-01", "", ""), "not-applicable");
    assert_eq!(hired("2025-07-01", "", "2025-06-30"), "not-applicable");
    assert_eq!(hired("2025-07-01", "", "2026-01-15"), "not-applicable");
    assert_eq!(hired("2025-07-01", "", "not yet"), "not-applicable");
    assert_eq!(hired("2025-07-01", "", "2026-11-22"), "not-applicable", "a day that cannot be");
    assert_eq!(hired("2025-06-30", "", "not yet"), "unknown");
    assert_eq!(hired("2026-01-05", "2025-06-30", ""), "review");
    assert_eq!(hired("2026-01-05", "2025-07-01", "?"), "not-applicable");
    assert_eq!(hired("", "2025-07-01", ""), "not-applicable");
    assert_eq!(hired("2025-07-01", "?", ""), "unknown", "the original day might be an earlier one");
    assert_eq!(hired("?", "", ""), "unknown");
    assert_eq!(hired("?", "", "2024-01-01"), "unknown");
    assert_eq!(hired("?", "2019-05-01", "2024-01-01"), "unknown");
}

#[test]
fn first_hired_inside_the_window_a_person_decides_after_it() {
    // Settled 138 and 216.
    let hired = |day, completed, as_of| ask_rule(NAME, &[("hire_date", day), ("scenario_completed", completed)], as_of);
    expect(&hired("2022-07-01", "", "2025-07-01"), "overdue", "2025-06-30");
    expect(&hired("2022-07-02", "", "2025-07-01"), "review", "2025-06-30");
    expect(&hired("2022-07-02", "", "2025-06-30"), "due-soon", "2025-06-30");
    expect(&hired("2022-07-02", "2022-06-30", "2025-07-01"), "review", "2025-06-30");
    expect(&hired("2022-07-02", "2025-07-01", "2025-07-01"), "review", "2025-06-30");
    expect(&hired("2022-07-02", "2025-06-30", "2025-07-01"), "met", "2025-06-30");
    for (discipline, status) in
        [("conservator", "not-applicable"), ("conservator-official", "not-applicable"), ("corrections", "overdue")]
    {
        let row = [("hire_date", "2019-05-01"), ("discipline", discipline)];
        assert_eq!(short(&ask_rule(NAME, &row, "2026-11-21")).0, status, "{discipline}");
    }
}

#[test]
fn between_two_appointments_at_the_end_of_the_window() {
    // Settled 137 and 217.
    let back = |left, hired| {
        let row = [("original_hire_date", "2015-03-02"), ("previous_separation", left), ("hire_date", hired)];
        short(&ask_rule(NAME, &row, "2026-11-21")).0
    };
    assert_eq!(back("2025-06-29", "2025-07-01"), "not-applicable");
    assert_eq!(back("2025-06-30", "2025-07-01"), "overdue");
    assert_eq!(back("2025-06-29", "2025-06-30"), "overdue");
    assert_eq!(back("?", "2025-07-01"), "unknown");
    for column in ["full_time_since", "part_time_since"] {
        let row = |day| ask_rule(NAME, &[("hire_date", "2025-07-01"), (column, day)], "2026-11-21");
        assert_eq!(short(&row("2015-03-02")).0, "overdue", "{column}");
        assert_eq!(short(&row("2025-07-01")).0, "not-applicable", "{column}");
        assert_eq!(short(&row("?")).0, "unknown", "{column}: settled 258");
    }
}

#[test]
fn without_a_day_of_hire_only_the_window_is_met() {
    // Settled 44.
    let of = |completed| ask_rule(NAME, &[("scenario_completed", completed)], "2026-11-21");
    expect(&of("2022-07-01"), "met", "2025-06-30");
    for completed in ["", "2022-06-30", "2025-07-01"] {
        let answer = of(completed);
        assert_eq!((answer.status, answer.column), (Status::Unknown, Some(Column::HireDate)), "{completed}");
    }
    // Before the end of the window, too.
    expect(&ask_rule(NAME, &[], "2024-01-01"), "unknown", "");
}

#[test]
fn an_inferred_window_is_optional_and_gets_a_note() {
    let done = [("scenario_completed", "2024-05-01"), HIRED];
    expect(&ask_rule(NAME, &done, "2026-11-21"), "met", "2025-06-30");
    let next = inferred(&done, "2026-11-21");
    expect(&next, "open", "2028-06-30");
    assert!(next.notes().iter().any(|note| note.contains("inference")), "{next:?}");
    // It begins on 1 July 2025: the day before, the published one answers.
    expect(&inferred(&done, "2025-06-30"), "met", "2025-06-30");
    expect(&inferred(&done, "2025-07-01"), "open", "2028-06-30");
    expect(&inferred(&done, "2028-06-30"), "due-soon", "2028-06-30");
    expect(&inferred(&done, "2028-07-01"), "overdue", "2028-06-30");
}

#[test]
fn the_published_window_answers_first() {
    expect(&inferred(&[HIRED], "2026-11-21"), "overdue", "2025-06-30");
    let late = inferred(&[HIRED, ("scenario_completed", "2026-05-01")], "2026-11-21");
    expect(&late, "review", "2025-06-30");
    assert!(late.notes().iter().any(|note| note.contains("inferred")), "{late:?}");
    assert!(ask_rule(NAME, &[HIRED, ("scenario_completed", "2026-05-01")], "2026-11-21").notes().is_empty());
    expect(&inferred(&[], "2026-11-21"), "unknown", "");
}

#[test]
fn the_inferred_window_applies_to_officers_hired_inside() {
    let hired = ("hire_date", "2025-07-01");
    let waiting = inferred(&[hired], "2026-11-21");
    expect(&waiting, "open", "2028-06-30");
    let done = inferred(&[hired, ("scenario_completed", "2026-05-01")], "2026-11-21");
    expect(&done, "met", "2028-06-30");
    assert!(done.notes().iter().any(|note| note.contains("inference")), "{done:?}");
    expect(&inferred(&[hired, ("scenario_completed", "2025-06-30")], "2026-11-21"), "open", "2028-06-30");
    expect(&inferred(&[("hire_date", "2028-07-01")], "2028-08-01"), "not-applicable", "");
}
