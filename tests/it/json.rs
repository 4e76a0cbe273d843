//! JSON and NDJSON as agencies' systems write them, and columns that are declared (settled 174).

use crate::harness::{command, file, json_in, muster, told, written};
use proptest::prelude::*;
use serde_json::Value;
use std::io::Write;
use std::process::{Output, Stdio};

fn check(name: &str, text: &str, more: &[&str]) -> Output {
    let (_folder, path) = file(name, text);
    muster(&[&["roster", "check", &path, "-f", "json"], more].concat())
}

/// Runs the program with this text on standard input.
fn piped(text: &str, more: &[&str]) -> Output {
    let mut child = command([&["roster", "check", "-", "-f", "json"], more].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn records(output: &Output) -> u64 {
    json_in(output)["summary"]["records"].as_u64().unwrap()
}

/// Returns rule, column and message of each finding about the file itself.
fn faults(output: &Output) -> Vec<(u64, String, String)> {
    let document = json_in(output);
    let of_file =
        |finding: &&Value| ["unreadable-row", "unreadable-value"].contains(&finding["rule"].as_str().unwrap());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let findings = document["findings"].as_array().unwrap().iter().filter(of_file);
    findings.map(|it| (it["line"].as_u64().unwrap(), text(&it["rule"]), text(&it["message"]))).collect()
}

fn refused(output: &Output, expected: &str) {
    assert_eq!(output.status.code(), Some(2), "{expected}: {}", told(output));
    assert!(told(output).contains(expected), "{expected}: {}", told(output));
}

#[test]
fn a_list_inside_an_object_is_opened() {
    let rows = r#"[{"ptb_id":"1","last_name":"Orr"},{"ptb_id":"2","last_name":"Poe"}]"#;
    for text in [
        format!(r#"{{"data":{rows}}}"#),
        format!(r#"{{"count":2,"data":{rows},"next":null,"errors":[],"tags":["a"]}}"#),
        format!("{{\n \"d\": {{\"results\": {rows}, \"more\": false}}, \"agency\": \"Millbrook\"\n}}\n"),
    ] {
        let declared = ["--all", "--columns", "ptb_id,last_name"];
        for output in [check("r.json", &text, &["--all"]), piped(&text, &["--all"]), piped(&text, &declared)] {
            assert_eq!(records(&output), 2, "{text}");
            let lines: Vec<_> =
                json_in(&output)["findings"].as_array().unwrap().iter().map(|it| it["line"].clone()).collect();
            assert!(lines.contains(&1.into()) && lines.contains(&2.into()), "the index in the list: {lines:?}");
            assert!(told(&output).contains("the records are a list inside an object"), "{}", told(&output));
        }
    }
    assert_eq!(records(&check("r.json", r#"{"data":[]}"#, &[])), 0);
    assert_eq!(records(&check("r.json", r#"{"ptb_id":"1","last_name":"Orr","tags":[]}"#, &[])), 1, "one record");
}

#[test]
fn a_list_longer_than_any_record_is_opened() {
    let row = format!(r#"{{"ptb_id":"1","last_name":"Orr","shift":"{}"}},"#, "x".repeat(100_000));
    let rows = row.repeat(17 * 1024 * 1024 / row.len());
    let count = (rows.len() / row.len()) as u64;
    let list = format!("[{}]", rows.trim_end_matches(','));
    let only = ["--only", "ptb-id", "--ptb-id", "7", "--columns", "ptb_id,last_name"];
    let output = check("r.json", &format!(r#"{{"meta":{{"page":1}},"data":{list},"total":"many"}}"#), &only);
    assert_eq!(json_in(&output)["inputs"][0]["records"].as_u64(), Some(count));
    let two = format!(r#"{{"data":{list},"more":[{{"ptb_id":"2"}}]}}"#);
    refused(&check("r.json", &two, &only), r#"two lists of objects: "data" and "more""#);
}

#[test]
fn an_object_that_may_be_many_things_is_refused() {
    let two = r#"{"active":[{"ptb_id":"1"}],"old":{"gone":[{"ptb_id":"2"}]}}"#;
    refused(&check("r.json", two, &[]), r#"its object holds two lists of objects: "active" and "old.gone""#);
    refused(&check("r.json", two, &[]), "jq '.active'");
    let both = r#"{"name":"Roster of May","data":[{"ptb_id":"1"}]}"#;
    refused(&check("r.json", both, &[]), r#"its object has "name" and beside it the list "data""#);
}

#[test]
fn a_key_twice_is_a_fault_of_its_record() {
    let twice = r#"{"ptb_id":"1","last_name":"Orr","hire_date":"2020-01-05","hire_date":"2021-01-05"}"#;
    let message = r#"this is not a flat JSON object: it has the key "hire_date" twice"#;
    let expected = [(1, "unreadable-row".to_owned(), message.to_owned())];
    // It is the only record: its keys count all the same.
    assert_eq!(faults(&check("r.json", &format!("[{twice}]"), &[])), expected);
    assert_eq!(faults(&check("r.ndjson", twice, &[])), expected);
    assert_eq!(faults(&check("r.json", &format!("[{twice}]"), &["--columns", "ptb_id,last_name,hire_date"])), expected);
    // A key that is not read counts too, and so do two spellings of a declared one.
    let unread = r#"[{"ptb_id":"1","shift":1,"shift":2}]"#;
    assert_eq!(faults(&check("r.json", unread, &["--columns", "ptb_id,last_name"])).len(), 1);
    let spelt = r#"[{"ptb_id":"1","PTB ID":"2"}]"#;
    assert_eq!(faults(&check("r.json", spelt, &["--columns", "ptb_id,last_name"])).len(), 1);
}

#[test]
fn a_key_that_only_the_last_object_has_is_a_column() {
    let early = r#"{"ptb_id":"1","last_name":"Orr","employment":"FT"}"#;
    let last = r#"{"ptb_id":"2","last_name":"Poe","employment":"FT","hire_date":"2024-01-05"}"#;
    let lines = format!("{}{last}\n", format!("{early}\n").repeat(5_000));
    let list = format!("[{}]", lines.trim_end().replace('\n', ","));
    let asked = |output: &Output| !json_in(output)["not_asked"].to_string().contains("hire_date");
    for (name, text) in [("r.ndjson", &lines), ("r.json", &list)] {
        let declared = ["--columns", "ptb_id,last_name,employment,hire_date"];
        for output in [check(name, text, &[]), piped(text, &[]), check(name, text, &declared)] {
            assert_eq!(records(&output), 5_001);
            assert!(asked(&output), "{name}: a blank cell, not a missing column");
        }
    }
    let without = check("r.ndjson", &format!("{early}\n").repeat(10), &[]);
    assert!(!asked(&without), "no object has it");
}

#[test]
fn sixteen_mib_are_a_record_and_a_byte_more_are_none() {
    let longest = 16 * 1024 * 1024;
    let filled =
        |head: &str, tail: &str, length: usize| format!("{head}{}{tail}", "1".repeat(length - head.len() - tail.len()));
    let object = |length| filled(r#"{"last_name":"Doe","ptb_id":""#, "\"}", length);
    let row = |length| filled("Doe,", "", length);
    let [objects, rows] = [[object(longest), object(longest + 1)], [row(longest), row(longest + 1)]];
    for (name, text, line) in [
        ("r.json", format!("[{}]", objects.join(",")), 2),
        ("r.ndjson", format!("{}\r\n{{\"ptb_id\":\"2\"}}", objects.join("\r\n")), 2),
        ("r.csv", format!("last_name,ptb_id\n{}\r\nRoe,2\n", rows.join("\r\n")), 3),
    ] {
        let output = check(name, &text, &["--only", "ptb-id"]);
        let expected = (line, "unreadable-row".into(), "this row is longer than 16 MiB and was skipped".into());
        assert_eq!((faults(&output), records(&output)), (vec![expected], 3 - u64::from(name == "r.json")), "{name}");
    }
    let deep = format!("[{{\"ptb_id\":\"1\"}},{}1{}]", "[".repeat(9_000_000), "]".repeat(9_000_000));
    assert_eq!(faults(&check("r.json", &deep, &["--only", "ptb-id"])).len(), 1);
}

#[test]
fn broken_json_is_named_with_its_place() {
    for (text, expected) in [
        (
            "[{\"ptb_id\":1},\n]",
            "line 1, column 14: this is not JSON as expected (an array of flat objects): there is a comma",
        ),
        (
            "[{\"ptb_id\":1,}]",
            "line 1, column 14: this is not JSON as expected (an array of flat objects): trailing comma",
        ),
        ("[{\"ptb_id\":1}\n {\"ptb_id\":2}]", "line 2, column 2: this is not JSON as expected"),
        ("[{\"ptb_id\":1},\n {\"ptb_id\":\"a\nb\"}]", "line 2, column 13: this is not JSON"),
        (
            "[{\"ptb_id\":1}]\n[{\"ptb_id\":2}]",
            "line 2, column 1: more than one JSON value; put all records into one list",
        ),
        ("{\"ptb_id\":1}\n{\"ptb_id\":2}", "line 2, column 1: more than one JSON value; if each line is an object"),
        ("{\"data\":[{\"ptb_id\":1}]}x", "line 1, column 24: this is not JSON"),
        ("{\"data\":[{\"ptb_id\":1}] \"a\":1}", "line 1, column 24: this is not JSON"),
        ("{\"data\":[{\"ptb_id\":1}],}", "line 1, column 24: this is not JSON"),
        ("{\"data\":[{\"ptb_id\":1},", "line 1, column 22: the JSON ends in the middle"),
        ("\"ptb_id\"", "line 1, column 1: this is not JSON as expected (an array of flat objects): expected ["),
    ] {
        refused(&check("r.json", text, &[]), expected);
    }
    // With declared columns the records before are judged, and then reading stops.
    let output = check("r.json", "[{\"ptb_id\":1},\n{\"ptb_id\":2,}]", &["--columns", "ptb_id,last_name"]);
    refused(&output, "reading stopped in the middle: line 2, column 13: this is not JSON as expected");
    assert_eq!(records(&output), 1);
}

#[test]
fn a_byte_order_mark_and_lost_letters_are_read() {
    let list = r#"[{"ptb_id":"1","last_name":"Orr"}]"#;
    assert_eq!(records(&check("r.json", &format!("\u{feff}{list}"), &[])), 1);
    assert_eq!(records(&piped(&format!("\u{feff}{{\"data\":{list}}}"), &[])), 1);
    // Half of a surrogate pair is a lost letter (settled 170), in a value and in a key.
    let half = r#"[{"ptb_id":"1","last_name":"\ud83dOrr","first_name":"\u00d8\ud83d\ude00","x\udc00":1}]"#;
    let output = check("r.json", half, &["--all"]);
    assert_eq!((records(&output), faults(&output).len()), (1, 0), "{}", told(&output));
    let text = told(&output);
    assert!(text.contains("\u{fffd}Orr, Ø\u{1f600}") && text.contains("x\u{fffd}"), "{text}");
}

#[test]
fn json_of_another_code_page_is_read_with_a_note() {
    let text =
        b"[{\"ptb_id\":\"1\",\"last_name\":\"\xd8rsted\"},{\"ptb_id\":\"2\",\"last_name\":\"N\xc3\xba\xc3\xb1ez\"}]";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("r.json");
    std::fs::write(&path, text).unwrap();
    let output = muster(&["roster", "check", path.to_str().unwrap(), "-f", "json", "--all"]);
    let text = told(&output);
    assert!(text.contains("Ørsted") && text.contains("Núñez"), "{text}");
    assert!(text.contains("read as Windows-1252"), "{text}");
}

#[test]
fn declared_columns_are_checked_and_their_rest_is_told() {
    let list = r#"[{"PTB ID":"1","last_name":"Orr","shift":3}]"#;
    let output = check("r.json", list, &["--all", "--columns", "ptb_id,last_name,hire_date"]);
    assert_eq!(records(&output), 1);
    assert!(
        json_in(&output)["notes"].to_string().contains(r#"not named in --columns, and not read: \"shift\""#),
        "{}",
        told(&output)
    );
    assert!(json_in(&output)["findings"][0]["ptb_id"] == "1", "another spelling of a declared column");
    let columns = |names: &str| check("r.json", list, &["--columns", names]);
    refused(&columns("ptb_id,hire_dat"), r#"--columns: no column is called "hire_dat" (did you mean hire_date?)"#);
    refused(&columns("hire_date"), "--columns: name at least one of last_name, name, ptb_id");
    refused(&columns("columns.txt"), r#"no column is called "columns.txt""#);
    refused(&columns("ptb_id,,last_name"), "write ignore for a column");
    let strict = check("r.json", list, &["--columns", "ptb_id,last_name", "--strict-columns"]);
    refused(&strict, r#"--strict-columns: --columns does not name "shift""#);
    let other = check("r.json", r#"[{"nr":"1"}]"#, &["--columns", "ptb_id,last_name"]);
    refused(&other, "none of its objects has a column that --columns names");
}

#[test]
fn declared_columns_take_the_place_of_a_header() {
    let folder = tempfile::tempdir().unwrap();
    let names = written(&folder, "columns.txt", "\u{feff}ptb_id\nlast_name\n\nignore\nhire_date\n");
    for (name, text) in [
        ("r.csv", "1,Orr,x,2024-01-05\n2,Poe,y,2024-02-05\n"),
        ("r.csv", "1;\"Orr, A\";x;2024-01-05\n2;Poe;y;2024-02-05\n"),
        ("r.tsv", "1\tOrr\tx\t2024-01-05\n2\tName\ty\t2024-02-05\n"),
        ("r.txt", "1\tOrr\tx\t2024-01-05\n2\tPoe\ty\t2024-02-05\n"),
    ] {
        for columns in ["ptb_id,last_name,ignore,hire_date", &names] {
            let output = check(name, text, &["--columns", columns, "--all"]);
            assert_eq!((records(&output), faults(&output).len()), (2, 0), "{text}");
            assert!(!told(&output).contains("ignored columns"), "{}", told(&output));
        }
    }
    let columns = ["--columns", "ptb_id,last_name,ignore,hire_date"];
    let same = check("r.csv", "Roster of May\nPTB ID,Surname,shift,hire_date\n1,Orr,x,2024-01-05\n", &columns);
    assert_eq!(records(&same), 1);
    assert!(told(&same).contains("skipped lines 1 to 2; the last names the columns of --columns"), "{}", told(&same));
    let other = check("r.csv", "last_name,ptb_id,shift,hire_date\nOrr,1,x,2024-01-05\n", &columns);
    refused(&other, "line 1 names columns, and not those of --columns");
    refused(&check("r.csv", "\n", &columns), "the file is empty");
    let short = check("r.csv", "1,Orr,x,2024-01-05\n2,Poe\n", &columns);
    assert!(told(&short).contains("ragged-row"), "{}", told(&short));
}

/// A row of blank and filled cells in the order of `COLUMNS`, how a blank cell is written, and the order of its keys.
type Row = (Vec<Option<&'static str>>, u8, usize);

const COLUMNS: [&str; 6] = ["ptb_id", "last_name", "employment", "hire_date", "basic_completed", "hours_year"];

fn row() -> impl Strategy<Value = Row> {
    let cell = |texts: &'static [&'static str]| proptest::option::of(proptest::sample::select(texts));
    let cells = (
        proptest::sample::select(["0100001", "0100002", "0100003", "7", "12", "150"].as_slice()).prop_map(Some),
        cell(&["Orr", "Núñez", "O\"Hare", "de la \\Cruz"]),
        cell(&["FT", "PT", "full-time", "what"]),
        cell(&["2024-01-05", "1/5/2020", "2026-02-30"]),
        cell(&["2024-06-05", "n/a", "{x}"]),
        cell(&["12.50", "1,300", "true"]),
    );
    let cells = cells.prop_map(|(a, b, c, d, e, f)| vec![a, b, c, d, e, f]);
    (cells, 0..3_u8, 0..COLUMNS.len())
}

/// Writes a row as an object.
fn object((cells, blank, first): &Row) -> String {
    let mut members: Vec<(usize, Option<&str>)> = cells.iter().copied().enumerate().collect();
    members.rotate_left(*first);
    let text = |(at, cell): (usize, Option<&str>)| match (cell, blank) {
        (Some(text), _) => Some(format!("{:?}: {}", COLUMNS[at], Value::from(text))),
        (None, 0) => None,
        (None, 1) => Some(format!("{:?}: \"\"", COLUMNS[at])),
        (None, _) => Some(format!("{:?}: null", COLUMNS[at])),
    };
    format!("{{{}}}", members.into_iter().filter_map(text).collect::<Vec<_>>().join(", "))
}

/// Returns the findings without what differs between formats: the file, and the line, which in CSV has the header
/// above it.
fn findings(output: &Output, above: u64) -> Vec<Value> {
    let mut document = json_in(output);
    let mut findings = document["findings"].as_array_mut().unwrap().clone();
    for finding in &mut findings {
        finding["file"] = Value::Null;
        finding["line"] = (finding["line"].as_u64().unwrap() - above).into();
    }
    findings
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn csv_json_and_ndjson_have_the_same_findings(mut rows in proptest::collection::vec(row(), 1..8)) {
        // A finding about the same ID twice names the other line, which is another one in CSV.
        let mut ids = std::collections::HashSet::new();
        rows.retain(|(cells, ..)| ids.insert(cells[0]));
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(COLUMNS).unwrap();
        for (cells, ..) in &rows {
            writer.write_record(cells.iter().map(|cell| cell.unwrap_or_default())).unwrap();
        }
        let csv = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let objects: Vec<String> = rows.iter().map(object).collect();
        let declared = ["--columns", &COLUMNS.join(","), "--all"];
        let expected = findings(&check("r.csv", &csv, &["--all"]), 1);
        prop_assert_eq!(&findings(&check("r.csv", csv.split_once('\n').unwrap().1, &declared), 0), &expected);
        let (list, lines) = (format!("[{}]", objects.join(",\n")), objects.join("\n"));
        for (name, text) in [("r.json", &list), ("r.ndjson", &lines), ("r.json", &format!("{{\"data\":{list}}}"))] {
            prop_assert_eq!(&findings(&check(name, text, &declared), 0), &expected, "{}", text);
            // Without declared columns a key that no object has is no column.
            let all_there = COLUMNS.iter().all(|column| text.contains(&format!("\"{column}\"")));
            if all_there {
                prop_assert_eq!(&findings(&check(name, text, &["--all"]), 0), &expected, "{}", text);
            }
        }
    }
}

#[test]
fn records_in_another_shape_are_refused_with_the_right_one() {
    for (text, words) in [
        (r#"{"1":{"ptb_id":"1"},"2":{"ptb_id":"2"}}"#, "each under a key of its own; give the list of them"),
        (r#"[["ptb_id","last_name"],["1","Orr"]]"#, "each record is an object with its columns as keys"),
        (r#"{"columns":["ptb_id"],"data":[["1"]]}"#, "each record is an object with its columns as keys"),
    ] {
        let (_folder, path) = crate::harness::file("r.json", text);
        let output = crate::harness::muster(&["roster", "check", &path]);
        let told = crate::harness::told(&output);
        assert!(told.contains(words) && output.status.code() == Some(2), "{told}");
    }
}
