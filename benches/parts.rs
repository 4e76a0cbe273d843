//! `cargo bench --bench parts`: the cost of each step by itself, in records a second on one core. The bench
//! `throughput` measures the whole way.

#![allow(clippy::unwrap_used, reason = "a bench may stop")]

mod people;

use chrono::NaiveDate;
use divan::Bencher;
use divan::counter::ItemsCount;
use passmuster::finding::StatusSet;
use passmuster::input::cells::Reading;
use passmuster::input::days::read_flag_day;
use passmuster::input::record::FromRow;
use passmuster::input::rows::Rows;
use passmuster::input::sheet::{Kind, Opening, Sheet};
use passmuster::model::officer::{Officer, ROSTER, has_column};
use passmuster::model::power_test::{POWER_SHEET, PowerEntry, PowerTest};
use passmuster::model::shoot::{FIREARMS_SHEET, Shoot};
use passmuster::rules::ask::{Ask, Questions};
use passmuster::rules::catalogue;
use passmuster::rules::firearms::score as shoot_score;
use passmuster::rules::power::score;
use std::fs::File;
use std::io::BufWriter;
use tempfile::TempPath;

/// Records in each invented file.
const ROWS: u32 = 30_000;

fn main() {
    divan::main();
}

/// From bytes to rows of cells.
#[divan::bench]
fn rows_of_a_roster(bencher: Bencher) {
    let path = file(people::roster::<BufWriter<File>>);
    bencher.counter(ItemsCount::new(ROWS)).bench(|| {
        let mut sheet = open(&path, &ROSTER);
        let mut rows = Rows::default();
        let mut count = 0;
        while sheet.read(&mut rows).unwrap() {
            count += rows.len();
        }
        count
    });
}

/// From rows of cells to officers.
#[divan::bench]
fn officers_of_rows(bencher: Bencher) {
    let (sheet, batches) = read(people::roster::<BufWriter<File>>, &ROSTER);
    bencher.counter(ItemsCount::new(ROWS)).bench(|| {
        let rows = batches.iter().flat_map(Rows::iter);
        rows.filter(|row| Officer::from_row(row, &sheet.header, &reading(), |_, _| {}).faulty.is_empty()).count()
    });
}

/// From officers to the answers of every rule.
#[divan::bench]
fn answers_about_officers(bencher: Bencher) {
    let (sheet, batches) = read(people::roster::<BufWriter<File>>, &ROSTER);
    let rows = batches.iter().flat_map(Rows::iter);
    let officers: Vec<Officer> =
        rows.map(|row| Officer::from_row(&row, &sheet.header, &reading(), |_, _| {})).collect();
    let mut questions = Questions::default();
    for rule in catalogue() {
        questions.add(rule, |column| has_column(&sheet.header, column)).expect("the roster has every column");
    }
    let ask = Ask { wanted: StatusSet::default(), ..Ask::default_on(today()) };
    bencher.counter(ItemsCount::new(ROWS)).bench(|| {
        let answered = |officer| {
            let gated = questions.check_gates(officer, &ask);
            questions.list().iter().filter(|question| question.answer(officer, &gated, &ask).is_ok()).count()
        };
        officers.iter().map(answered).sum::<usize>()
    });
}

/// From rows of a POWER sheet to scores.
#[divan::bench]
fn power_scores(bencher: Bencher) {
    let (sheet, batches) = read(people::power::<BufWriter<File>>, &POWER_SHEET);
    bencher.counter(ItemsCount::new(ROWS)).bench(|| {
        let entries: Vec<PowerEntry> = batches
            .iter()
            .flat_map(Rows::iter)
            .map(|row| PowerEntry {
                file: &sheet.path,
                line: row.line,
                sheet: None,
                record: PowerTest::of_row(&row, &sheet.header, &reading(), |_, _| {}),
            })
            .collect();
        score::score(&entries)
    });
}

/// From rows of a firearms sheet to scores.
#[divan::bench]
fn firearms_scores(bencher: Bencher) {
    let (sheet, batches) = read(people::firearms::<BufWriter<File>>, &FIREARMS_SHEET);
    bencher.counter(ItemsCount::new(ROWS)).bench(|| {
        let rows = batches.iter().flat_map(Rows::iter);
        let scores = rows.map(|row| {
            let shoot = Shoot::of_row(&row, &sheet.header, &reading(), |_, _| {});
            shoot_score::score(
                &shoot_score::FirearmsEntry { file: &sheet.path, line: row.line, sheet: None, record: shoot },
                None,
                today(),
            )
        });
        scores.filter(|score| score.hits.is_some()).count()
    });
}

fn today() -> NaiveDate {
    read_flag_day(people::TODAY).unwrap()
}

fn reading() -> Reading {
    Reading::on(today())
}

fn file(write: impl FnOnce(&mut BufWriter<File>, u32) -> std::io::Result<()>) -> TempPath {
    let (file, path) = tempfile::Builder::new().suffix(".csv").tempfile().unwrap().into_parts();
    write(&mut BufWriter::new(file), ROWS).unwrap();
    path
}

fn open(path: &TempPath, kind: &'static Kind) -> Sheet {
    Sheet::open(path.to_str().unwrap(), &Opening::default(), kind).unwrap()
}

fn read(
    write: impl FnOnce(&mut BufWriter<File>, u32) -> std::io::Result<()>,
    kind: &'static Kind,
) -> (Sheet, Vec<Rows>) {
    let path = file(write);
    let mut sheet = open(&path, kind);
    let mut batches = Vec::new();
    loop {
        let mut rows = Rows::default();
        if !sheet.read(&mut rows).unwrap() {
            return (sheet, batches);
        }
        batches.push(rows);
    }
}
