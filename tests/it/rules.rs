//! `muster rules`: the revision, what begins after a day, one figure, and addresses.

use crate::harness::{json_in, muster, told};
use passmuster::rules::revision::revision;
use serde_json::{Value, json};

fn results(args: &[&str]) -> Vec<Value> {
    json_in(&muster(&[&["rules", "-f", "json"], args].concat()))["results"].as_array().unwrap().clone()
}

#[test]
fn the_revision_is_printed_and_stands_in_documents_settled_186() {
    let document = json_in(&muster(&["rules", "--revision", "-f", "json"]));
    assert_eq!(document["rules_revision"], revision());
    assert_eq!(document["results"][0]["rules_revision"], revision());
    let ndjson = muster(&["power", "standards", "-f", "ndjson"]).stdout;
    let last = String::from_utf8(ndjson).unwrap().lines().next_back().unwrap().to_owned();
    assert_eq!(serde_json::from_str::<Value>(&last).unwrap()["rules_revision"], revision());
    for args in [["--version", "--verbose"], ["--verbose", "--version"]] {
        let output = muster(&args);
        let page = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert!(page.starts_with(concat!("muster ", env!("CARGO_PKG_VERSION"), "\n")), "{page}");
        assert!(page.contains(&format!("rules revision {}", revision())), "{page}");
    }
    assert_eq!(muster(&["--version"]).stdout, concat!("muster ", env!("CARGO_PKG_VERSION"), "\n").as_bytes());
    assert_eq!(muster(&["--verbose", "rules"]).status.code(), Some(2));
}

#[test]
fn changes_begin_after_the_day_soonest_first() {
    let from = |since: &str, name: &str| -> Option<Value> {
        results(&["--changes", since]).into_iter().find(|row| row["name"] == name).map(|row| row["from"].clone())
    };
    assert_eq!(from("2022-12-14", "comprehensive-percent"), Some(json!("2022-12-15")));
    assert_eq!(from("2022-12-15", "comprehensive-percent"), None);
    // The day of a schedule is its value.
    assert_eq!(from("2027-01-30", "esign-portal-2"), Some(Value::Null));
    assert_eq!(from("2027-01-31", "esign-portal-2"), None);
    let first = |row: &Value| row["from"].as_str().or(row["value"].as_str()).unwrap().to_owned();
    let days: Vec<String> = results(&["--changes", "2011-12-31"]).iter().map(first).collect();
    assert!(days.len() > 20 && days.is_sorted(), "{days:?}");
    assert_eq!(days[0], "2012-01-01");
}

#[test]
fn nothing_that_begins_is_said() {
    let output = muster(&["rules", "--changes", "2150-01-01"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stdout).contains("nothing begins after 1 Jan 2150"));
    assert_eq!(results(&["--changes", "2150-01-01"]), Vec::<Value>::new());
}

#[test]
fn one_figure_is_shown_by_name() {
    let rows = results(&["--params", "carry-kept-part"]);
    assert_eq!((rows.len(), &rows[0]["value"]), (1, &json!("one third")));
    let output = muster(&["rules", "--params", "carry-kept-prat"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("did you mean `muster rules --params carry-kept-part`?"), "{}", told(&output));
}

#[test]
fn each_source_has_its_address_or_null() {
    let section = |part: &str| format!("https://www.law.cornell.edu/regulations/illinois/Ill-Admin-Code-tit-{part}");
    let rule = &results(&["homicide-certificate"])[0];
    let sections = ["20-SS-1720.320", "20-SS-1720.340", "20-SS-1720.350"].map(section);
    assert_eq!(rule["source_urls"], json!(sections));
    assert_eq!(results(&["part-time-uniform"])[0]["source_urls"], json!([null]));
    let figure = &results(&["--params", "basic-training-extension-days"])[0];
    assert_eq!(figure["source"], "50 ILCS 705/8.1(a); 20 Ill. Adm. Code 1720.20(f)");
    let statute = "https://www.ilga.gov/legislation/ilcs/fulltext.asp?DocName=005007050K8.1";
    assert_eq!(figure["source_urls"], json!([statute, section("20-SS-1720.20")]));
    for entry in results(&[]).iter().chain(&results(&["--guides"])) {
        let count = |key: &str| entry[key].as_array().unwrap().len();
        assert_eq!(count("sources"), count("source_urls"), "{}", entry["name"]);
    }
}
