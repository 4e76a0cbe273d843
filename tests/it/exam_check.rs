//! `muster exam check` at its edges, row by row through the program: the outcome of each case, the order for people and
//! for scripts, and that every format and the schema agree.

use crate::harness::{file, flat, json_in, muster};
use serde_json::{Value, json};
use std::fs;
use std::process::Output;
use tempfile::TempDir;

const CLASS: &str = "fixtures/exam_check/class.csv";

fn exam(args: &[&str]) -> Output {
    muster(&[&["exam", "check"], args].concat())
}

fn json_of(args: &[&str]) -> Value {
    json_in(&exam(&[args, &["-f", "json"]].concat()))
}

/// A trainee who only just passes: 64 of 640 hours missed, an average of 70, 132 of 200 correct.
const PASSES: [(&str, &str); 15] = [
    ("ptb_id", "0031050"),
    ("name", "\"Quill, Ada\""),
    ("program", "full-time"),
    ("course_hours", "640"),
    ("absent_hours", "64"),
    ("absences_excused", "yes"),
    ("written_average", "70"),
    ("notebook", "satisfactory"),
    ("skills", "satisfactory"),
    ("firearms_passed", "yes"),
    ("employed", "yes"),
    ("exam", "comprehensive"),
    ("exam_date", "2026-10-30"),
    ("exam_correct", "132"),
    ("attempt", "1"),
];

/// Returns the sheet of that trainee with these cells in place of theirs.
fn sheet_with(cells: &[(&str, &str)]) -> String {
    let kept = PASSES.iter().filter(|(name, _)| cells.iter().all(|(other, _)| other != name));
    let (names, values): (Vec<&str>, Vec<&str>) = kept.chain(cells).copied().unzip();
    format!("{}\n{}\n", names.join(","), values.join(","))
}

/// Returns the one result of that sheet, and the exit code.
#[track_caller]
fn with(cells: &[(&str, &str)]) -> (Value, i32) {
    let (_folder, path) = file("sheet.csv", &sheet_with(cells));
    let output = exam(&["-f", "json", &path]);
    let report = json_in(&output);
    assert_eq!(report["summary"]["records"], 1);
    (report["results"][0].clone(), output.status.code().unwrap())
}

/// Asserts the outcome, its exit code, and that the notes begin with the reason, if one is given.
#[track_caller]
fn comes_to(cells: &[(&str, &str)], outcome: &str, reason: &str) {
    let (result, code) = with(cells);
    assert_eq!(result["outcome"], outcome, "{cells:?}: {}", result["notes"]);
    assert_eq!(code, i32::from(!["pass", "review"].contains(&outcome)), "{cells:?}");
    let first = result["notes"][0].as_str().unwrap_or_default();
    assert!(first.contains(reason), "{cells:?}: {first}");
    assert_eq!(reason.is_empty(), first.is_empty(), "{cells:?}: {first}");
}

#[test]
fn exactly_a_tenth_of_the_hours_may_be_missed() {
    comes_to(&[("absent_hours", "64")], "pass", "");
    comes_to(&[("absent_hours", "64.01")], "not-eligible", "64.01 of 640 hours missed, more than 10 percent");
    comes_to(&[("absences_excused", "no")], "review", "not every absence was excused");
    comes_to(&[("absences_excused", "")], "incomplete", "absences_excused is blank");
    let (result, _) = with(&[("absent_hours", "64.01")]);
    assert_eq!(result["attendance"], json!({ "absent_percent": "10.0", "passed": false }), "cut, and still too many");
}

#[test]
fn a_part_time_course_allows_no_absence() {
    comes_to(&[("program", "part-time"), ("absent_hours", "0")], "pass", "1720.25(f) speaks of full-time");
    comes_to(&[("program", "part-time"), ("absent_hours", "0.25")], "not-eligible", "attended in full, or made up");
}

#[test]
fn an_average_of_exactly_seventy_is_enough() {
    comes_to(&[("written_average", "70.00")], "pass", "");
    comes_to(&[("written_average", "69.99")], "not-eligible", "0.01 below 70");
    comes_to(&[("written_average", "")], "incomplete", "written_average is blank");
}

#[test]
fn one_hundred_thirty_two_of_two_hundred_pass() {
    comes_to(&[("exam_correct", "132")], "pass", "");
    comes_to(&[("exam_correct", "131")], "fail", "2 attempts left");
    comes_to(&[("exam_correct", ""), ("exam_score", "65.99")], "fail", "2 attempts left");
    comes_to(&[("exam_correct", "132"), ("exam_score", "66.5")], "incomplete", "different scores");
    let (result, _) = with(&[("exam_correct", "131")]);
    assert_eq!(
        result["exam"],
        json!({ "kind": "comprehensive", "percent": "65.5", "required": "66", "passed": false })
    );
    // Fourteen days after 30 October.
    assert_eq!((&result["attempts_left"], &result["results_due"]), (&json!(2), &json!("2026-11-13")));
}

#[test]
fn the_third_attempt_is_the_last_and_a_retake_needs_the_letter() {
    let asked = ("retake_request", "2026-10-30");
    comes_to(&[("attempt", "2"), asked], "pass", "");
    comes_to(&[("attempt", "2")], "incomplete", "a retake needs the chief's written request");
    comes_to(&[("attempt", "2"), ("retake_request", "2026-10-31")], "incomplete", "after it was taken");
    comes_to(&[("attempt", "3"), asked, ("exam_correct", "131")], "fail", "starts the count again");
    comes_to(&[("attempt", "4"), asked], "not-eligible", "attempt 4, and one appointment allows 3");
    comes_to(&[("attempt", "")], "incomplete", "attempt is blank");
    assert_eq!(with(&[("attempt", "3"), asked, ("exam_correct", "131")]).0["attempts_left"], 0);
}

#[test]
fn no_mark_is_known_before_15_december_2022() {
    comes_to(&[("exam_date", "2022-12-15")], "pass", "");
    comes_to(&[("exam_date", "2022-12-14")], "incomplete", "no pass mark is known for 14 Dec 2022");
    // Not even a score that would pass any mark.
    comes_to(&[("exam_date", "2022-12-14"), ("exam_correct", "200")], "incomplete", "no pass mark is known");
    assert_eq!(with(&[("exam_date", "2022-12-14")]).0["exam"]["required"], Value::Null);
}

#[test]
fn the_equivalency_examination_counts_a_career() {
    let sat = |earlier, score| {
        [
            ("exam", "equivalency"),
            ("earlier_attempts", earlier),
            ("exam_correct", ""),
            ("exam_score", score),
            // The basic course is not required of a trainee from elsewhere.
            ("course_hours", ""),
            ("written_average", ""),
            ("notebook", ""),
            ("attempt", ""),
        ]
    };
    comes_to(&sat("2", "66"), "pass", "attempts are counted from 15 Dec 2022");
    comes_to(&sat("2", "65.9"), "fail", "no attempt is left in this career");
    comes_to(&sat("3", "66"), "not-eligible", "3 attempts before this one, and a career allows 3");
    comes_to(&sat("", "66"), "incomplete", "earlier_attempts is blank");
    let (result, _) = with(&sat("0", "66"));
    assert_eq!((&result["attempts_left"], &result["results_due"]), (&json!(null), &json!(null)));
}

#[test]
fn a_disruption_is_for_a_person_and_illness_is_no_attempt() {
    // Seven days after 30 October.
    comes_to(&[("disruption", "yes")], "review", "until 6 Nov 2026");
    comes_to(&[("disruption", "yes"), ("exam_correct", "20")], "review", "the Executive Director decides");
    comes_to(&[("excused_ill", "yes"), ("exam_correct", "")], "incomplete", "not counted as an attempt");
    assert_eq!(with(&[("excused_ill", "yes"), ("exam_correct", "")]).0["attempts_left"], 3);
}

#[test]
fn before_the_examination_the_table_shows_who_may_sit() {
    let before = [("exam", ""), ("exam_date", ""), ("exam_correct", ""), ("attempt", "")];
    let (result, code) = with(&before);
    assert_eq!((&result["eligible"], &result["exam"], code), (&json!(true), &json!(null), 1));
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("sheet.csv");
    for (cells, told) in [(&before[..], true), (&[&before[..], &[("employed", "no")]].concat(), false)] {
        fs::write(&path, sheet_with(cells)).unwrap();
        let table = String::from_utf8(exam(&[path.to_str().unwrap()]).stdout).unwrap();
        assert_eq!(table.contains("may sit"), told, "{table}");
    }
}

#[test]
fn tables_have_the_worst_first_json_the_order_of_the_file() {
    let lines = |report: &Value| -> Vec<u64> {
        report["results"].as_array().unwrap().iter().map(|result| result["line"].as_u64().unwrap()).collect()
    };
    assert_eq!(lines(&json_of(&[CLASS])), (2..=12).collect::<Vec<_>>());
    let table = String::from_utf8(exam(&[CLASS]).stdout).unwrap();
    let at = |name: &str| table.find(name).unwrap_or_else(|| panic!("{name}: {table}"));
    // Failed and not eligible, incomplete, for review, passed; of one status in the order of the file.
    let order = ["Brandt", "Castell", "Dunn", "Faber", "Eide", "Grau", "Ibsen", "Jarl", "Kolb", "Ames", "Holt"];
    assert!(order.map(at).is_sorted(), "{table}");
}

#[test]
fn every_machine_format_agrees_with_the_schema() {
    for sheet in [CLASS, "fixtures/exam_check/messy.csv"] {
        let report = json_of(&[sheet]);
        let results = report["results"].as_array().unwrap();
        let ndjson = String::from_utf8(exam(&["-f", "ndjson", sheet]).stdout).unwrap();
        let mut lines: Vec<Value> = ndjson.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.pop().unwrap()["summary"], report["summary"]);
        let mut of_type = |kind: &str| -> Vec<Value> {
            let of_type = lines.iter_mut().filter(|line| line["type"] == kind);
            let bare = |line: &mut Value| {
                line.as_object_mut().unwrap().remove("type");
                line.clone()
            };
            of_type.map(bare).collect()
        };
        assert_eq!(&of_type("result"), results);
        assert_eq!(&of_type("finding"), report["findings"].as_array().unwrap());

        let csv = exam(&["-f", "csv", sheet]).stdout;
        let mut rows = csv::Reader::from_reader(csv.as_slice());
        let keys = rows.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), results.len());
        for (row, result) in rows.iter().zip(results) {
            for (key, cell) in keys.iter().zip(row) {
                let pointer = format!("/{}", key.replace('.', "/"));
                let value = result.pointer(&pointer).unwrap_or(&Value::Null);
                // A name that a spreadsheet would read as a formula has an apostrophe before it.
                assert_eq!(cell.trim_start_matches('\''), flat(value), "{key}");
            }
        }
        // Three groups of 2, 2 and 4 keys stand in place of three keys; source_urls is for programs only.
        assert_eq!(keys.len(), results[0].as_object().unwrap().len() - 3 + 2 + 2 + 4 - 1);

        let markdown = String::from_utf8(exam(&["-f", "markdown", sheet]).stdout).unwrap();
        assert_eq!(markdown.lines().filter(|line| line.starts_with("| ")).count(), results.len() + 2);
        assert_schema(results);
    }
}

/// Asserts that every result has the keys of the schema, all of them and no other.
fn assert_schema(results: &[Value]) {
    let schema = json_in(&muster(&["schema"]));
    let keys = |value: &Value| -> Vec<String> { value.as_object().unwrap().keys().cloned().collect() };
    for (kind, pointer) in
        [("ExamResult", ""), ("Attendance", "/attendance"), ("Average", "/average"), ("Exam", "/exam")]
    {
        let known = keys(&schema["$defs"][kind]["properties"]);
        for part in results.iter().filter_map(|result| result.pointer(pointer)).filter(|part| part.is_object()) {
            assert_eq!(keys(part), known, "{kind}");
        }
    }
}

#[test]
fn standard_input_an_empty_class_and_no_class_at_all() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("empty.csv");
    fs::write(&path, "ptb_id,last_name,exam\n").unwrap();
    let empty = exam(&[path.to_str().unwrap()]);
    // Settled 177: an export that failed looks like an empty class.
    assert_eq!(empty.status.code(), Some(1));
    assert_eq!(exam(&["--allow-empty", path.to_str().unwrap()]).status.code(), Some(0));
    assert!(String::from_utf8_lossy(&empty.stdout).contains("no record"));
    let csv = exam(&["-f", "csv", path.to_str().unwrap()]);
    assert!(csv.stdout.starts_with(b"ptb_id,name,attendance.absent_percent,"), "a header stands over no rows too");
    fs::write(&path, "").unwrap();
    assert_eq!(exam(&[path.to_str().unwrap()]).status.code(), Some(2));
    fs::write(&path, "one,two\n1,2\n").unwrap();
    assert_eq!(exam(&[path.to_str().unwrap()]).status.code(), Some(2));
    assert_eq!(exam(&[]).status.code(), Some(2));
}

#[test]
fn a_row_that_is_no_record_is_counted_and_has_no_result() {
    let (_folder, path) = file("class.ndjson", "{\"ptb_id\":\"1\",\"last_name\":\"Quill\"}\n[1]\n");
    let report = json_of(&[&path]);
    assert_eq!((&report["summary"]["records"], &report["summary"]["unknown"]), (&json!(2), &json!(2)));
    assert_eq!(report["results"].as_array().unwrap().len(), 1);
    assert_eq!((&report["findings"][0]["rule"], &report["findings"][0]["line"]), (&json!("unreadable-row"), &json!(2)));
}
