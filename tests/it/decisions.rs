//! Every decision that the code cites as `settled N` is on the page `src/rules/decisions.md`, once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const PAGE: &str = include_str!("../../src/rules/decisions.md");

/// Returns the numbers that the page lists, in its order: each begins a paragraph as `**41.**`.
fn listed() -> Vec<u32> {
    let number = |line: &str| line.strip_prefix("**")?.split_once(".**")?.0.parse().ok();
    PAGE.lines().filter_map(number).collect()
}

/// Returns the numbers that a text cites: `settled 39 to 42`, `settled 5a, 53 and 111`, `…_settled_4_96`.
fn cited(text: &str) -> Vec<u32> {
    let text = text.to_lowercase();
    text.split("settled").skip(1).flat_map(numbers).collect()
}

/// Returns the numbers at the beginning of what follows `settled`.
fn numbers(mut rest: &str) -> Vec<u32> {
    let (mut numbers, mut range) = (Vec::new(), false);
    loop {
        let (separator, is_range) = [(" to ", true), (" and ", false), (", ", false), (" ", false), ("_", false)]
            .into_iter()
            .find(|(separator, _)| rest.starts_with(separator))
            .unwrap_or_default();
        let after = &rest[separator.len()..];
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let Ok(number) = after[..digits].parse::<u32>() else { return numbers };
        if separator.is_empty() {
            return numbers;
        }
        range |= is_range;
        let first = if range { numbers.last().map_or(number, |last| last + 1) } else { number };
        numbers.extend(first..=number);
        range = false;
        rest = after[digits..].trim_start_matches(['a', 'b']);
    }
}

/// Collects the citations of every file under a folder, with a place for each.
fn read(folder: &Path, places: &mut BTreeMap<u32, String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            read(&path, places);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests/it/decisions.rs") {
            for number in cited(&fs::read_to_string(&path).unwrap()) {
                places.entry(number).or_insert_with(|| path.display().to_string());
            }
        }
    }
}

#[test]
fn every_decision_that_the_code_cites_is_on_the_page() {
    let mut places = BTreeMap::new();
    for folder in ["src", "tests", "benches", "fuzz/targets"] {
        read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut places);
    }
    assert!(places.len() > 50, "the citations are found: {places:?}");
    let listed: BTreeSet<u32> = listed().into_iter().collect();
    places.retain(|number, _| !listed.contains(number));
    assert!(places.is_empty(), "not in src/rules/decisions.md: {places:?}");
}

#[test]
fn no_decision_is_on_the_page_twice() {
    let mut seen = BTreeSet::new();
    let twice: Vec<u32> = listed().into_iter().filter(|number| !seen.insert(*number)).collect();
    assert!(twice.is_empty() && !seen.is_empty(), "{twice:?}");
}

#[test]
fn citations_are_read_in_every_form() {
    for (text, numbers) in [
        ("(settled 41).", vec![41]),
        ("Settled 39 to 42", vec![39, 40, 41, 42]),
        ("settled 5a, 53 and 111: a day", vec![5, 53, 111]),
        ("fn a_day_settled_4_96() {", vec![4, 96]),
        ("settled 61, the margin; settled 4", vec![61, 4]),
        ("what is settled before, unsettled", vec![]),
    ] {
        assert_eq!(cited(text), numbers, "{text}");
    }
}
