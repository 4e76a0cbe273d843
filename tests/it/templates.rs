//! The examples of `muster template`: each has the header of its template and is read without a fault or a note.

use crate::calls::{Files, calls};
use crate::harness::{json_in, muster, told};
use passmuster::input::faults;
use passmuster::model::KINDS;
use serde_json::json;

/// Returns the file from which the example of a kind is printed.
fn source(kind: &str) -> String {
    format!("fixtures/template/{kind}.csv")
}

fn example(kind: &str) -> String {
    told(&muster(&["template", kind, "--example"]))
}

#[test]
fn every_example_has_the_header_of_its_template() {
    for kind in KINDS {
        let (file, example) = (source(kind.name), example(kind.name));
        let header = told(&muster(&["template", kind.name]));
        assert!(
            example.starts_with(&header),
            "{file} lacks a column of `{}`, or has one too many, or in another order: edit its header and each row \
             (and claim.json beside it for a claim). The header must be\n{header}and is\n{}",
            kind.name,
            example.lines().next().unwrap_or_default()
        );
        assert!(example.lines().count() >= 3, "{file}: an example has a header and at least two rows");
    }
}

#[test]
fn every_example_is_read_without_a_fault() {
    let files = Files::of_texts(|kind| example(kind.name));
    for call in calls().iter().filter(|call| call.reads_files()) {
        let output = files.command(call, &["--strict-columns", "-f", "json"]).output().unwrap();
        let what = format!("{} with the examples of fixtures/template/*.csv", call.shown());
        assert!(matches!(output.status.code(), Some(0 | 1)), "{what}: edit the file named here: {}", told(&output));
        let document = json_in(&output);
        for finding in document["findings"].as_array().unwrap() {
            // The invented people of two examples are not the same.
            let mut kinds = faults::KINDS.iter().filter(|kind| ***kind != faults::NOT_ON_ROSTER);
            let is_fault = kinds.any(|kind| finding["rule"] == kind.name);
            assert!(!is_fault, "{what}: edit the cell named here: {finding}");
        }
        assert_eq!(document["not_asked"], json!([]), "{what}: add the columns named here");
        if call.files() == 1 {
            assert_eq!(document["notes"], json!([]), "{what}: an example needs no note");
        }
    }
}
