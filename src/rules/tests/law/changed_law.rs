//! Mutation tests of the law: every figure and every cell of a table is changed by one step, and a test must fail.
//!
//! `cargo test --release --lib changed_law -- --ignored --nocapture` takes a minute or two, without `--release` a
//! quarter of an hour; with `MUSTER_CHANGED_ONLY=lodging` only what has that in its name. Each change is tried in a
//! process of its own, which runs the tests of the rules. A change that fails no test is listed and fails this one.

use crate::rules::law::changed::{Change, VARIABLE};
use crate::rules::law::params;
use crate::rules::revision::tables;
use std::collections::BTreeSet;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// The number of changes that are tried at a time.
const AT_ONCE: usize = 2;

/// The environment variable that names the tables and figures to change: a part of the name. Without it all are.
const ONLY: &str = "MUSTER_CHANGED_ONLY";

/// Returns every change that is tried.
fn every_change() -> Vec<Change> {
    let mut changes = Vec::new();
    for figure in params::ALL {
        for (at, row) in figure.rows().iter().enumerate() {
            let steps = if row.unit == "day" { &["next day"][..] } else { &["+1", "-1"] };
            changes.extend(steps.iter().map(|step| Change::figure(figure.name(), at, "value", step)));
            changes.extend(row.from.map(|_| Change::figure(figure.name(), at, "from", "next day")));
            changes.extend(row.until.map(|_| Change::figure(figure.name(), at, "until", "next day")));
        }
    }
    for (name, text) in tables() {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let columns: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        for (line, row) in rows.iter().enumerate() {
            for (at, column) in
                columns.iter().enumerate().filter(|(_, column)| !["source", "title"].contains(&column.as_str()))
            {
                let others: BTreeSet<&str> = rows.iter().map(|row| &row[at]).collect();
                if let Some(cell) = step(&row[at], &others) {
                    changes.push(Change::cell((name, text), line, column, &cell));
                }
            }
        }
    }
    changes
}

/// Returns a cell one step further: the next number in its last digit, the next day, the next letter, or another word
/// of the column.
fn step(cell: &str, others: &BTreeSet<&str>) -> Option<String> {
    if cell.is_empty() {
        return None;
    }
    if let Ok(day) = cell.parse::<chrono::NaiveDate>() {
        return Some(day.succ_opt()?.to_string());
    }
    if let Some((minutes, seconds)) = cell.split_once(':') {
        let seconds: u32 = minutes.parse::<u32>().ok()? * 60 + seconds.parse::<u32>().ok()? + 1;
        return Some(format!("{}:{:02}", seconds / 60, seconds % 60));
    }
    let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
    if digits.len() + cell.matches('.').count() == cell.len() {
        let next = format!("{:0width$}", digits.parse::<u64>().ok()? + 1, width = digits.len());
        let point = cell.find('.').map(|at| cell.len() - at - 1);
        return Some(match point {
            Some(decimals) => format!("{}.{}", &next[..next.len() - decimals], &next[next.len() - decimals..]),
            None => next,
        });
    }
    if let [letter @ b'A'..=b'Y'] = cell.as_bytes() {
        return Some(char::from(letter + 1).to_string());
    }
    others.iter().find(|other| **other != cell && !other.is_empty()).map(|other| (*other).to_owned())
}

/// Returns tests that fail under a change. The tables of rates are long, so that their own tests are tried first.
fn failing_tests(change: &Change) -> Vec<String> {
    let of_rates = if change.to_string().contains("_rates.csv|") { "rules::tests::claim::rates" } else { "rules::" };
    let failing = failing_tests_of(of_rates, change);
    if failing.is_empty() { failing_tests_of("rules::", change) } else { failing }
}

/// Returns the tests with this in their name that fail under a change.
fn failing_tests_of(tests: &str, change: &Change) -> Vec<String> {
    let output = Command::new(std::env::current_exe().unwrap())
        .args([tests, "--test-threads", "1"])
        .env(VARIABLE, change.to_string())
        // A case that fails under a changed law must not be saved.
        .env("PROPTEST_DISABLE_FAILURE_PERSISTENCE", "true")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let failed = text.lines().filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"));
    let failed: Vec<String> = failed.map(str::to_owned).collect();
    // A process that died counts as a failing test.
    if failed.is_empty() && !output.status.success() { vec!["(the tests ended early)".into()] } else { failed }
}

#[test]
#[ignore = "takes some minutes; run it when a figure, a table or a test of one has changed"]
fn every_changed_figure_or_cell_fails_a_test() {
    let only = std::env::var(ONLY).unwrap_or_default();
    let changes: Vec<Change> = every_change().into_iter().filter(|change| change.to_string().contains(&only)).collect();
    assert!(!changes.is_empty(), "no table or figure has {only} in its name");
    let next = AtomicUsize::new(0);
    let surviving = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(change) = changes.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let tests = failing_tests(change);
                    println!("{change}: {}", tests.first().map_or("NO TEST FAILS", String::as_str));
                    if tests.is_empty() {
                        surviving.lock().unwrap_or_else(PoisonError::into_inner).push(change.to_string());
                    }
                }
            });
        }
    });
    let surviving = surviving.into_inner().unwrap_or_else(PoisonError::into_inner);
    assert!(surviving.is_empty(), "{} of {} changes: {surviving:#?}", surviving.len(), changes.len());
}

#[test]
fn a_step_is_the_smallest_change() {
    let others = BTreeSet::from(["", "F", "M", "sit-ups", "run"]);
    for (cell, next) in [
        ("14.4", Some("14.5")),
        ("0.625", Some("0.626")),
        ("0.70", Some("0.71")),
        ("9.9", Some("10.0")),
        ("30", Some("31")),
        ("13:29", Some("13:30")),
        ("2026-01-31", Some("2026-02-01")),
        ("A", Some("B")),
        ("sit-ups", Some("F")),
        ("", None),
    ] {
        assert_eq!(step(cell, &others).as_deref(), next, "{cell}");
    }
}
