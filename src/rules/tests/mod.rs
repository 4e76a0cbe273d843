//! What every rule of the catalogue must pass, whoever wrote it.

mod claim;
mod deadlines;
mod exam;
mod firearms;
mod guides;
mod law;
mod permit;
mod power;
mod roster;
mod training;

use crate::finding::Status;
use crate::finding::StatusSet;
use crate::input::cells::Reading;
use crate::input::days::read_flag_day;
use crate::input::header::Header;
use crate::input::rows::Rows;
use crate::model::officer::Column;
use crate::model::officer::Officer;
use crate::rules::ask::Answer;
use crate::rules::ask::Ask;
use crate::rules::ask::Questions;
use crate::rules::law::schedule::Schedule;
use crate::rules::*;
use std::collections::HashSet;

/// The question of the examples: everything as a clerk gets it without a flag.
pub(super) fn ask_on(as_of: &str) -> Ask {
    Ask::default_on(read_flag_day(as_of).unwrap())
}

/// Asks a rule of one row, read as from a file that has every column of the rule, and `separated`.
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
    let how = Reading { as_of: ask.as_of, two_digit_years: false };
    let mut officer = Officer::from_row(&rows.iter().next().unwrap(), &header, &how, |_, _| {});
    officer.strike_impossible_days(ask.as_of);
    let mut questions = Questions::default();
    questions.add(rule, |column| header.place(column as usize).is_some()).unwrap_or_else(|_| panic!("{}", rule.name));
    let gates = questions.check_gates(&officer, ask);
    questions.list()[0].answer(&officer, &gates, ask).unwrap_or_else(|cannot| cannot.answer(ask))
}

/// Asks the rule of this name, on a day, as [`answer`] does.
pub(super) fn ask_rule(name: &str, row: &[(&str, &str)], as_of: &str) -> Answer {
    answer(find(name).unwrap(), row, &ask_on(as_of))
}

/// Status and due day of an answer, for short assertions: `("overdue", "2026-02-28")`.
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
fn every_rule_is_explained_sourced_and_shown_by_example() {
    for rule in catalogue() {
        assert!(!rule.title.ends_with('.') && rule.title.len() <= 76, "{}: title", rule.name);
        assert!(
            rule.explain.iter().map(|paragraph| paragraph.len()).sum::<usize>() > 120,
            "{}: explanation",
            rule.name
        );
        assert!(rule.explain.iter().all(|paragraph| paragraph.ends_with('.')), "{}: explanation", rule.name);
        assert!(!rule.sources.is_empty(), "{}: sources", rule.name);
        assert!(rule.sources.is_sorted_by_key(|source| source.authority), "{}: sources by authority", rule.name);
        assert!(rule.examples.len() >= 3, "{}: examples", rule.name);
        assert!(rule.columns().any(|column| column == rule.column), "{}: its own column", rule.name);
    }
}

#[test]
fn every_example_answers_as_it_says() {
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
fn whatever_is_not_met_says_why_in_one_sentence_with_a_small_letter() {
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
fn an_answer_nobody_reads_writes_nothing() {
    for rule in catalogue() {
        for example in rule.examples {
            let ask = Ask { wanted: StatusSet::default(), ..ask_on(example.as_of) };
            let answer = answer(rule, example.row, &ask);
            assert!(answer.message().is_empty() && answer.notes().is_empty(), "{}: {}", rule.name, example.title);
        }
    }
}

#[test]
fn an_unreadable_cell_in_any_column_makes_the_answer_unknown_or_leaves_it_not_applicable() {
    for rule in catalogue() {
        for example in rule.examples {
            for column in rule.columns().filter(|column| Column::SPECS[*column as usize].expected.starts_with("a day"))
            {
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
fn an_ended_appointment_is_asked_nothing_from_the_day_after() {
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
fn figures_have_names_units_and_histories_that_run_forward() {
    let mut seen = HashSet::new();
    for figure in figures() {
        assert!(seen.insert(figure.name()), "{} twice", figure.name());
        let rows = figure.rows();
        assert!(!rows.is_empty(), "{}", figure.name());
        assert!(rows.iter().all(|row| !row.unit.is_empty() && !row.title.is_empty()), "{}", figure.name());
        assert!(rows.is_sorted_by_key(|row| row.from), "{}", figure.name());
    }
    for rule in catalogue() {
        assert!(rule.figures.iter().all(|figure| seen.contains(figure.name())), "{}: a figure of its own", rule.name);
    }
}

#[test]
fn every_rule_can_be_asked_of_one_file() {
    let mut questions = Questions::default();
    for rule in catalogue() {
        assert_eq!(questions.add(rule, |_| true), Ok(()), "{}", rule.name);
    }
    assert_eq!(questions.list().len(), catalogue().count());
}
