//! The revision of the rules: a fingerprint of every rule name, figure, table and schedule (settled 186).
//!
//! Two programs with the same revision ask the same rules with the same figures. Titles and citations are left out, so
//! a sentence that is put better is no new revision. The rates that a user adds are not part of it.

use crate::rules::law::figure::FigureRow;
use crate::rules::law::{params, schedule};
use crate::rules::{catalogue, claim, file_rules, firearms, power, training};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::sync::OnceLock;

/// The number of hexadecimal digits that a revision has.
const DIGITS: usize = 16;

/// Columns of a table that only describe its figures.
const DESCRIPTIVE: [&str; 2] = ["source", "title"];

/// Returns the revision of the rules that are compiled in: `3f0c9d2b71a4e856`.
pub fn revision() -> &'static str {
    static REVISION: OnceLock<String> = OnceLock::new();
    REVISION.get_or_init(|| fingerprint(lines()))
}

/// Returns every table that is compiled in, with its name.
pub(crate) fn tables() -> Vec<(&'static str, &'static str)> {
    let mut tables = vec![
        ("course_of_fire.csv", firearms::course::TABLE),
        ("esign_schedules.csv", schedule::ESIGN_SCHEDULES),
        ("mandates.csv", training::mandates::MANDATE_TABLE),
        ("power_standards.csv", power::standards::TABLE),
        ("scenario_windows.csv", schedule::SCENARIO_TABLE),
    ];
    tables.extend(claim::rates::RateTable::ALL.into_iter().map(|table| (table.file_name(), table.built_in())));
    tables
}

/// Returns a line for each rule, figure and row of a table. A mutation run does not reach the tables here: it looks for
/// the tests that hold the figures themselves.
fn lines() -> Vec<String> {
    let mandates = training::mandates::MANDATES.iter().map(|mandate| mandate.rule.as_str());
    let rules = catalogue().map(|rule| rule.name).chain(file_rules().map(|rule| rule.name)).chain(mandates);
    let mut lines: Vec<String> = rules.map(|name| format!("rule\t{name}")).collect();
    lines.extend(params::ALL.iter().flat_map(|figure| figure.rows()).map(|row| figure_line(&row)));
    lines.extend(tables().into_iter().flat_map(|(name, text)| table_lines(name, text)));
    lines
}

fn figure_line(row: &FigureRow) -> String {
    let FigureRow { name, value, unit, from, until, .. } = row;
    format!("figure\t{name}\t{value}\t{unit}\t{from:?}\t{until:?}")
}

/// Returns a line for each row, with the name of each column before its cell, so that a moved column changes nothing.
fn table_lines(name: &str, text: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let columns = reader.headers().cloned().unwrap_or_default();
    let line = |row: csv::StringRecord| {
        let cells = columns.iter().zip(row.iter()).filter(|(column, _)| !DESCRIPTIVE.contains(column));
        let mut cells: Vec<String> = cells.map(|(column, cell)| format!("{column}={cell}")).collect();
        cells.sort_unstable();
        format!("table\t{name}\t{}", cells.join("\t"))
    };
    reader.records().filter_map(Result::ok).map(line).collect()
}

/// Returns the fingerprint of the lines, in whatever order they come.
fn fingerprint(mut lines: Vec<String>) -> String {
    lines.sort_unstable();
    let mut hasher = Sha256::new();
    for line in lines {
        hasher.update(line.as_bytes());
        hasher.update(b"\n");
    }
    let mut digits = hasher.finalize().iter().fold(String::new(), |mut digits, byte| {
        // A String takes everything.
        let _ = write!(digits, "{byte:02x}");
        digits
    });
    digits.truncate(DIGITS);
    digits
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use std::collections::HashSet;

    #[test]
    fn the_revision_does_not_depend_on_order_or_machine() {
        // printf 'rule\talpha\nrule\tbeta\n' | sha256sum
        let lines = |names: [&str; 2]| names.map(|name| format!("rule\t{name}")).to_vec();
        assert_eq!(fingerprint(lines(["alpha", "beta"])), "b53428cfb48b041f");
        assert_eq!(fingerprint(lines(["beta", "alpha"])), "b53428cfb48b041f");
        let mut backwards = super::lines();
        backwards.reverse();
        assert_eq!(fingerprint(backwards), revision());
        assert_eq!(revision().len(), DIGITS);
    }

    #[test]
    fn every_figure_and_its_days_change_the_revision() {
        for row in params::ALL.iter().flat_map(|figure| figure.rows()) {
            let line = figure_line(&row);
            assert!(lines().contains(&line), "{line}");
            let copy = |value: &str, from, until| FigureRow {
                name: row.name.clone(),
                title: row.title.clone(),
                value: value.into(),
                unit: row.unit,
                from,
                until,
                source: row.source.clone(),
                last_checked: None,
            };
            assert_eq!(figure_line(&copy(&row.value, row.from, row.until)), line);
            let next = |day: Option<NaiveDate>| day.map_or(Some(NaiveDate::MIN), |day| day.succ_opt());
            for changed in [
                copy(&format!("{}1", row.value), row.from, row.until),
                copy(&row.value, next(row.from), row.until),
                copy(&row.value, row.from, next(row.until)),
            ] {
                let others = lines().into_iter().filter(|other| *other != line);
                let changed = fingerprint(others.chain([figure_line(&changed)]).collect());
                assert_ne!(changed, revision(), "{line}");
            }
        }
    }

    #[test]
    fn every_cell_of_a_table_changes_its_line() {
        for (name, text) in tables() {
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let columns = reader.headers().unwrap().clone();
            let known: HashSet<String> = lines().into_iter().collect();
            for row in reader.records().map(Result::unwrap) {
                for (at, column) in columns.iter().enumerate() {
                    let cells = row.iter().enumerate();
                    let cells = cells.map(|(place, cell)| if place == at { format!("{cell}0") } else { cell.into() });
                    let mut writer = csv::Writer::from_writer(Vec::new());
                    writer.write_record(&columns).unwrap();
                    writer.write_record(cells).unwrap();
                    let changed = String::from_utf8(writer.into_inner().unwrap()).unwrap();
                    let is_known = table_lines(name, &changed).iter().all(|line| known.contains(line));
                    assert_eq!(is_known, DESCRIPTIVE.contains(&column), "{name}: {column} of {row:?}");
                }
            }
        }
    }

    #[test]
    fn every_rule_name_is_part_of_the_revision() {
        let lines = lines();
        // The topics of mandates are cells, which a mutation run changes.
        let mandate = training::mandates::MANDATES[0].rule.as_str();
        for name in ["basic-training-deadline", "roster-signature", mandate] {
            let line = format!("rule\t{name}");
            let others = lines.iter().filter(|other| **other != line).cloned().collect();
            assert!(lines.contains(&line) && fingerprint(others) != revision(), "{name}");
        }
    }
}
