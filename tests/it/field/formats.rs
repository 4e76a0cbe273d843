//! One answer in all formats: the same sheet as text of every kind, and as workbooks made by other hands.

use crate::harness::{json_in, muster, written};
use serde_json::{Map, Value, json};
use tempfile::TempDir;

/// The kinds of sheets, each with the command that reads it and its flags.
const SHEETS: [(&str, &[&str]); 4] = [
    ("roster", &["roster", "check", "--all"]),
    ("power", &["power", "score", "--as-of", "2026-06-07"]),
    ("firearms", &["firearms", "score"]),
    ("exam", &["exam", "check"]),
];

/// Returns findings, results and counts of a file, without the places that differ from format to format.
fn answer(words: &[&str], path: &str) -> Value {
    let report = json_in(&muster(&[words, &["-f", "json", path]].concat()));
    let without_places = |list: &Value| -> Vec<Value> {
        let mut entries = list.as_array().unwrap().clone();
        for entry in entries.iter_mut().filter_map(Value::as_object_mut) {
            ["file", "line", "cell"].iter().for_each(|key| drop(entry.remove(*key)));
        }
        entries
    };
    json!([without_places(&report["findings"]), without_places(&report["results"]), report["summary"]])
}

/// Returns the rows of a sheet, the header first.
fn rows(kind: &str) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).from_path(format!("fixtures/field/{kind}.csv")).unwrap();
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Returns a sheet as CSV with this delimiter, each cell written in another way.
fn text(kind: &str, delimiter: u8, cell: impl Fn(&str) -> String) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    for row in rows(kind) {
        writer.write_record(row.iter().map(|text| cell(text))).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// Returns a day as Excel exports it, with its clock time or that of midnight: of 24 hours, or of 12 with seconds.
fn day_of_excel(text: &str, of_twelve: bool) -> Option<String> {
    let (day, time) = text.split_once(' ').unwrap_or((text, "00:00"));
    let [year, month, of_month] = day.split('-').collect::<Vec<_>>().try_into().ok()?;
    let number = |text: &str| text.parse::<u32>().ok();
    let (month, of_month) = (number(month)?, number(of_month)?);
    let (hour, minute) = time.split_once(':')?;
    let hour = number(hour).filter(|_| year.len() == 4)?;
    let time = match (of_twelve, hour) {
        (false, _) => format!("{hour}:{minute}"),
        (true, 0) => format!("12:{minute}:00 AM"),
        (true, 1..=11) => format!("{hour}:{minute}:00 AM"),
        (true, 12) => format!("12:{minute}:00 PM"),
        (true, _) => format!("{}:{minute}:00 PM", hour - 12),
    };
    Some(format!("{month}/{of_month}/{year} {time}"))
}

/// Returns a cell as Excel exports it: a run as a duration.
fn cell_of_excel(text: &str, of_twelve: bool) -> String {
    let is_run = text.len() == 5 && text.as_bytes()[2] == b':';
    match day_of_excel(text, of_twelve) {
        Some(day) => day,
        None if is_run => format!("0:{text}"),
        None => text.to_owned(),
    }
}

/// Returns the records as JSON objects: figures as numbers, and no key for a blank cell.
fn objects(kind: &str) -> Vec<Value> {
    let mut rows = rows(kind).into_iter();
    let header = rows.next().unwrap();
    let value = |text: &str| match text.parse::<u64>() {
        Ok(number) if !text.starts_with('0') => json!(number),
        _ => json!(text),
    };
    let object = |row: Vec<String>| -> Value {
        let filled = header.iter().zip(row).filter(|(_, text)| !text.is_empty());
        Value::Object(filled.map(|(name, text)| (name.clone(), value(&text))).collect::<Map<_, _>>())
    };
    rows.map(object).collect()
}

#[test]
fn the_same_sheet_has_one_answer_in_every_format() {
    for (kind, words) in SHEETS {
        let expected = answer(words, &format!("fixtures/field/{kind}.csv"));
        let folder = TempDir::new().unwrap();
        let objects = objects(kind);
        let lines: String = objects.iter().map(|object| format!("{object}\n")).collect();
        let plain = |text: &str| text.to_owned();
        let utf_16: Vec<u8> = text(kind, b'\t', plain).encode_utf16().flat_map(u16::to_le_bytes).collect();
        let path = folder.path().join("utf16.txt");
        std::fs::write(&path, [b"\xff\xfe".as_slice(), &utf_16].concat()).unwrap();
        let mut paths = vec![
            written(&folder, "excel.csv", &text(kind, b',', |cell| cell_of_excel(cell, false))),
            written(&folder, "half_days.csv", &text(kind, b',', |cell| cell_of_excel(cell, true))),
            written(&folder, "semicolons.csv", &format!("\u{feff}{}", text(kind, b';', plain))),
            written(&folder, "tabs.tsv", &text(kind, b'\t', plain)),
            written(&folder, "bars.csv", &text(kind, b'|', plain)),
            written(&folder, "protected.csv", &text(kind, b',', |cell| format!("=\"{cell}\""))),
            written(&folder, "list.json", &Value::Array(objects.clone()).to_string()),
            written(&folder, "inside.json", &json!({ "count": objects.len(), "data": objects }).to_string()),
            written(&folder, "lines.ndjson", &lines),
            path.to_str().unwrap().to_owned(),
        ];
        paths.extend(["xlsx", "xls", "ods"].map(|ending| format!("fixtures/field/{kind}.{ending}")));
        for path in paths {
            let found = answer(words, &path);
            assert_eq!(found, expected, "{kind} {path}\n{found:#}\n{expected:#}");
        }
    }
}

#[test]
fn the_sheets_of_one_answer_hold_what_differs_in_formats() {
    let [roster, power, firearms, exam] =
        SHEETS.map(|(kind, words)| answer(words, &format!("fixtures/field/{kind}.csv")));
    let statuses = |answer: &Value| answer[0].to_string();
    assert!(statuses(&roster).contains("overdue") && statuses(&roster).contains("due-soon"), "{roster:#}");
    let outcomes = |answer: &Value| -> Vec<Value> {
        answer[1].as_array().unwrap().iter().map(|result| result["outcome"].clone()).collect()
    };
    assert_eq!(outcomes(&power), ["pass", "pass", "pass", "fail", "incomplete"]);
    assert_eq!(power[1][0]["events"][3]["result"], "16:46");
    assert_eq!(outcomes(&firearms).len(), 4);
    assert_eq!(exam[1][1]["exam"]["percent"], "67.5", "{exam:#}");
}
