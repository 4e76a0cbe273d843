//! With any text in the cells, every machine format can be read back, and all of them agree.

use crate::harness;
use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType};
use passmuster::report::format::csv::FORMULA_SIGNS;
use proptest::prelude::*;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Stdio;

/// Runs a command on a roster and returns what it wrote to a file of this ending.
fn written(roster: &Path, command: [&str; 2], ending: &str) -> String {
    let out = roster.with_file_name(format!("out.{ending}"));
    let status = harness::command(command)
        .args(["-o", out.to_str().unwrap(), roster.to_str().unwrap()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(matches!(status.code(), Some(0 | 1)), "{command:?} {ending}: {status}");
    fs::read_to_string(out).unwrap()
}

fn text_of(value: &Value) -> String {
    value.as_str().map_or_else(String::new, str::to_owned)
}

/// The columns that hold any text.
const TEXT_COLUMNS: [&str; 6] = ["ptb_id", "last_name", "first_name", "agency", "firearms_comment", "email"];
/// A cell: any letters, or those that mean something to a format.
const CELL: &str = "\\PC{0,6}|[=+@,;\"'\\-\r\n\t\u{1b}\u{202e}a-c]{0,6}";

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn every_format_reads_back(table in proptest::collection::vec(proptest::array::uniform6(CELL), 1..12)) {
        let folder = tempfile::tempdir().unwrap();
        let roster = folder.path().join("roster.csv");
        let mut writer = csv::Writer::from_path(&roster).unwrap();
        writer.write_record(TEXT_COLUMNS.into_iter().chain(["firearms_qualified", "hire_date"])).unwrap();
        for row in &table {
            writer.write_record(row.iter().map(String::as_str).chain(["2025-06-01", "2015-06-01"])).unwrap();
        }
        writer.flush().unwrap();

        let json: Value = serde_json::from_str(&written(&roster, ["roster", "check"], "json")).unwrap();
        prop_assert_eq!(json["summary"]["records"].as_u64(), Some(table.len() as u64));
        let findings = json["findings"].as_array().unwrap();

        let ndjson = written(&roster, ["roster", "check"], "ndjson");
        let lines: Vec<Value> = ndjson.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        prop_assert_eq!(lines.len(), findings.len() + 1, "a finding a line, and the summary");

        let csv = written(&roster, ["roster", "check"], "csv");
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(rows.len(), findings.len());
        for ((row, line), finding) in rows.iter().zip(&lines).zip(findings) {
            for (at, key) in ["rule", "status", "ptb_id", "name"].into_iter().enumerate() {
                let text = text_of(&finding[key]);
                prop_assert_eq!(&text_of(&line[key]), &text);
                // Text that a spreadsheet would read as a formula has an apostrophe before it. Nothing else differs.
                let cell = row.get(at).unwrap();
                let formula = text.starts_with(FORMULA_SIGNS);
                prop_assert!(cell == if formula { format!("'{text}") } else { text.clone() }, "{cell:?} of {text:?}");
            }
        }

        let due: Value = serde_json::from_str(&written(&roster, ["roster", "due"], "json")).unwrap();
        let calendar = written(&roster, ["roster", "due"], "ics");
        let is_folded = |line: &str| line.len() <= 75 && !line.contains(['\r', '\n']);
        prop_assert!(calendar.split("\r\n").all(is_folded));
        let calendar = ICalendar::parse(&calendar).unwrap();
        let is_event = |part: &&ICalendarComponent| part.component_type == ICalendarComponentType::VEvent;
        let events = calendar.components.iter().filter(is_event).count();
        let dated = due["findings"].as_array().unwrap().iter().filter(|finding| !finding["due"].is_null());
        prop_assert_eq!(events, dated.count());
    }
}
