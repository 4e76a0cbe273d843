//! The tests that every rule of the catalogue must pass.

mod claim;
mod deadlines;
mod exam;
mod firearms;
mod guides;
mod law;
mod permit;
mod power;
mod roster;
mod spelled_figures;
mod training;
mod training_duties;

use crate::finding::{Status, StatusSet};
use crate::input::cells::Reading;
use crate::input::days::read_flag_day;
use crate::input::header::Header;
use crate::input::rows::Rows;
use crate::model::officer::{Column, Officer};
use crate::rules::ask::{Answer, Ask, Questions};
use crate::rules::law::schedule::Schedule;
use crate::rules::*;
use std::collections::HashSet;

/// Returns the question of the examples: a run without flags and configuration.
pub(super) fn ask_on(as_of: &str) -> Ask {
    Ask::default_on(read_flag_day(as_of).unwrap())
}

/// Answers a rule for one row, as from a file that has every column of the rule and `separated`.
pub(super) fn answer(rule: &'static Rule, row: &[(&str, &str)], ask: &Ask) -> Answer {
    let mut columns: Vec<&str> = rule.columns().map(Column::name).collect();
    for (name, _) in row {
        assert!(Column::ALL.iter().any(|column| column.name() == *name), "{}: no column {name}", rule.name);
        if !columns.contains(name) {
            columns.push(name);
        }
    }
    let header = Header::new(columns.iter().copied(), Column::SPECS).unwrap();
    let cells = columns.iter().map(|name| row.iter().find(|(cell, _)| cell == name).map_or("", |(_, text)| text));
    let rows = Rows::of_cells(cells);
    let how = Reading::on(ask.as_of);
    let mut officer = Officer::from_row(&rows.iter().next().unwrap(), &header, &how, |_, _| {});
    officer.strike_impossible_days(ask.as_of);
    let mut questions = Questions::default();
    questions.add(rule, |column| header.place(column as usize).is_some()).unwrap_or_else(|_| panic!("{}", rule.name));
    let gates = questions.check_gates(&officer, ask);
    questions.list()[0].answer(&officer, &gates, ask).unwrap_or_else(|cannot| cannot.answer(ask))
}

/// Answers the rule of this name on a day, like [`answer`].
pub(super) fn ask_rule(name: &str, row: &[(&str, &str)], as_of: &str) -> Answer {
    answer(find(name).unwrap(), row, &ask_on(as_of))
}

/// Returns status and due day of an answer, for short assertions: `("overdue", "2026-02-28")`.
pub(super) fn short(answer: &Answer) -> (&'static str, String) {
    (answer.status.name(), answer.due.map_or_else(String::new, |due| due.to_string()))
}

#[test]
fn names_are_unique_and_kebab_case() {
    let mut seen = HashSet::new();
    for rule in catalogue() {
        assert!(seen.insert(rule.name), "{} twice", rule.name);
        assert!(rule.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", rule.name);
    }
}

#[test]
fn every_rule_has_explanation_sources_and_examples() {
    for rule in catalogue() {
        assert!(!rule.title.ends_with('.') && rule.title.len() <= 76, "{}: title", rule.name);
        assert!(
            rule.explain.iter().map(|paragraph| paragraph.len()).sum::<usize>() > 120,
            "{}: explanation",
            rule.name
        );
        assert!(rule.explain.iter().all(|paragraph| paragraph.ends_with('.')), "{}: explanation", rule.name);
        assert!(!rule.sources.is_empty(), "{}: sources", rule.name);
        assert!(rule.examples.len() >= 3, "{}: examples", rule.name);
        assert!(rule.columns().any(|column| column == rule.column), "{}: its own column", rule.name);
    }
}

#[test]
fn every_example_gets_its_answer() {
    for rule in catalogue() {
        for example in rule.examples {
            let answer = answer(rule, example.row, &ask_on(example.as_of));
            let due = example.due.map(str::to_owned);
            let story = format!("{}: {}: {}", rule.name, example.title, answer.message());
            assert_eq!((answer.status, answer.due.map(|due| due.to_string())), (example.status, due), "{story}");
        }
    }
}

#[test]
fn every_answer_has_a_reason_without_a_full_stop() {
    for rule in catalogue() {
        for example in rule.examples {
            let answer = answer(rule, example.row, &ask_on(example.as_of));
            assert!(
                !answer.message().is_empty() || answer.status == Status::NotApplicable,
                "{}: {}",
                rule.name,
                example.title
            );
            assert!(!answer.message().ends_with('.'), "{}: {}", rule.name, answer.message());
        }
    }
}

#[test]
fn an_answer_that_is_not_wanted_has_no_text() {
    for rule in catalogue() {
        for example in rule.examples {
            let ask = Ask { wanted: StatusSet::default(), ..ask_on(example.as_of) };
            let answer = answer(rule, example.row, &ask);
            assert!(answer.message().is_empty() && answer.notes().is_empty(), "{}: {}", rule.name, example.title);
        }
    }
}

#[test]
fn an_unreadable_cell_is_never_met() {
    for rule in catalogue() {
        for example in rule.examples {
            let is_day = |column: &Column| Column::SPECS[*column as usize].expected.starts_with("a day");
            for column in rule.decisive_columns().filter(is_day) {
                let mut row: Vec<_> = example.row.iter().copied().filter(|(name, _)| *name != column.name()).collect();
                row.push((column.name(), "2026-02-30"));
                let answer = answer(rule, &row, &ask_on(example.as_of));
                assert!(
                    matches!(answer.status, Status::Unknown | Status::NotApplicable),
                    "{}: {}: {}",
                    rule.name,
                    example.title,
                    column.name()
                );
            }
        }
    }
}

#[test]
fn no_rule_applies_after_the_appointment_has_ended() {
    for rule in catalogue() {
        for example in rule.examples {
            let ask = ask_on(example.as_of);
            let mut row: Vec<_> = example.row.iter().copied().filter(|(name, _)| *name != "hire_date").collect();
            let yesterday = ask.as_of.pred_opt().unwrap().to_string();
            row.push(("separated", &yesterday));
            assert_eq!(answer(rule, &row, &ask).status, Status::NotApplicable, "{}", rule.name);
            row.pop();
            row.push(("separated", "2026-02-30"));
            assert_eq!(answer(rule, &row, &ask).status, Status::Unknown, "{}", rule.name);
        }
    }
}

#[test]
fn figures_have_names_units_and_histories_in_order() {
    let mut seen = HashSet::new();
    for figure in figures() {
        assert!(seen.insert(figure.name()), "{} twice", figure.name());
        let rows = figure.rows();
        assert!(!rows.is_empty(), "{}", figure.name());
        assert!(rows.iter().all(|row| !row.unit.is_empty() && !row.title.is_empty()), "{}", figure.name());
        let mut histories = rows.chunk_by(|one, next| one.name == next.name);
        assert!(histories.all(|history| history.is_sorted_by_key(|row| row.from)), "{}", figure.name());
    }
    for rule in catalogue() {
        assert!(rule.figures.iter().all(|figure| seen.contains(figure.name())), "{}: a figure of its own", rule.name);
    }
}

#[test]
fn every_rule_can_be_checked_against_one_file() {
    let mut questions = Questions::default();
    for rule in catalogue() {
        assert_eq!(questions.add(rule, |_| true), Ok(()), "{}", rule.name);
    }
    assert_eq!(questions.list().len(), catalogue().count());
}
