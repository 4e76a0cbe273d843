//! The size of things: lines, files and the names of tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const COLUMNS: usize = 120;
const LINES: usize = 480;
const LETTERS: usize = 60;

/// Files and folders whose lines may be longer. Temporary: `src` goes when its last long line does.
const WIDE: &[&str] = &[];

/// Files and folders that may be longer. Temporary.
const LONG: &[&str] = &[];

/// Files and folders whose tests may have longer names. Temporary: `src` goes when its last long name does.
const WORDY: &[&str] = &[];

/// A Rust file of ours: its path from the top of the repository, and its text.
struct Text {
    path: String,
    text: String,
}

/// Returns every Rust file in these folders.
fn texts(folders: &[&str]) -> Vec<Text> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    let mut texts = Vec::new();
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            paths.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            texts.push(Text { path: path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(), text });
        }
    }
    texts.sort_by(|one, other| one.path.cmp(&other.path));
    texts
}

/// Fails with the faults of the files that are not in `allowed`, and when a place there has no fault any more.
fn assert_none(faults: &BTreeMap<String, Vec<String>>, allowed: &[&str], list: &str) {
    let is_in = |path: &str, place: &str| {
        path.strip_prefix(place).is_some_and(|rest| matches!(rest.chars().next(), None | Some('/')))
    };
    let is_new = |path: &&String| !allowed.iter().any(|place| is_in(path, place));
    let new: Vec<&str> = faults.keys().filter(is_new).flat_map(|path| &faults[path]).map(String::as_str).collect();
    assert!(new.is_empty(), "{} in all:\n{}", new.len(), new.join("\n"));
    for place in allowed {
        let is_needed = faults.keys().any(|path| is_in(path, place));
        assert!(is_needed, "{place} has none any more: remove it from {list} in tests/direction/shape.rs");
    }
}

#[test]
fn no_line_is_too_long() {
    let mut faults: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for Text { path, text } in texts(&["src", "tests", "benches", "fuzz/targets"]) {
        for (at, line) in text.lines().enumerate().filter(|(_, line)| line.chars().count() > COLUMNS) {
            let width = line.chars().count();
            let fault = format!("{path}:{}: {width} columns, {COLUMNS} at most", at + 1);
            faults.entry(path.clone()).or_default().push(fault);
        }
    }
    assert_none(&faults, WIDE, "WIDE");
}

#[test]
fn no_file_is_too_long() {
    let mut faults: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for Text { path, text } in texts(&["src", "tests", "benches", "fuzz/targets"]) {
        let lines = text.lines().count();
        if lines > LINES {
            faults.entry(path.clone()).or_default().push(format!("{path}: {lines} lines, {LINES} at most"));
        }
    }
    assert_none(&faults, LONG, "LONG");
}

#[test]
fn no_test_has_a_long_name() {
    let mut faults: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for Text { path, text } in texts(&["src", "tests"]) {
        for (at, line) in text.lines().enumerate() {
            let name = line.trim_start().strip_prefix("fn ").and_then(|rest| rest.split(['(', '<']).next());
            let Some(name) = name.filter(|name| name.len() > LETTERS) else { continue };
            let fault = format!("{path}:{}: {name} has {} letters, {LETTERS} at most", at + 1, name.len());
            faults.entry(path.clone()).or_default().push(fault);
        }
    }
    assert_none(&faults, WORDY, "WORDY");
}
