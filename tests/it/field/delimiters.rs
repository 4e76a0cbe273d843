//! What stands between the cells of a file (settled 165).

use super::{HEADER, ORR, QUIN, assert_quin_overdue, report};
use crate::harness::{file, muster, told};

/// Returns a roster of Orr and Quin with this delimiter.
fn parted_by(delimiter: &str) -> String {
    format!("{HEADER}{ORR}{QUIN}").replace(',', delimiter)
}

#[test]
fn the_content_decides_about_the_delimiter() {
    for delimiter in [",", ";", "\t", "|"] {
        for name in ["r.csv", "r.tsv", "r.txt"] {
            let (report, _) = report("roster check", name, &parted_by(delimiter), &[]);
            assert_quin_overdue(&report, 3);
        }
    }
}

#[test]
fn a_line_sep_is_obeyed() {
    for (hint, delimiter) in [("\"sep=\t\"", "\t"), ("sep=\t", "\t"), ("sep=;", ";"), ("sep=^", "^"), ("sep=;", ",")] {
        let text = format!("{hint}\r\n{}", parted_by(delimiter));
        let (report, _) = report("roster check", "r.csv", &text, &[]);
        assert_quin_overdue(&report, 4);
        assert!(!report["notes"].to_string().contains("skipped above"), "{hint:?}");
    }
}

#[test]
fn the_ending_breaks_ties_only() {
    // One known column for each delimiter: the comma of a .csv, the tab of a .tsv.
    let text = "last_name,x\tptb_id\nOrr,1\t2\n";
    for (name, unread) in [("r.csv", "x\tptb_id"), ("r.tsv", "last_name,x")] {
        let (report, _) = report("roster check", name, text, &[]);
        assert_eq!(report["inputs"][0]["unread_columns"][0], unread, "{name}");
    }
}

#[test]
fn the_flag_names_the_delimiter() {
    for (flag, delimiter) in [("~", "~"), ("tab", "\t"), ("\\t", "\t"), (";", ";")] {
        let (report, _) = report("roster check", "r.csv", &parted_by(delimiter), &["--delimiter", flag]);
        assert_quin_overdue(&report, 3);
    }
    let (_folder, path) = file("r.csv", &parted_by(";"));
    let output = muster(&["roster", "check", "--delimiter", ",", &path]);
    assert!(told(&output).contains("no header found"), "{}", told(&output));
    for wrong in ["a", "7", "\"", ";;", " ", ""] {
        let output = muster(&["roster", "check", "--delimiter", wrong, &path]);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(told(&output).contains("such as , ; or |, or the word tab"), "{}", told(&output));
    }
}

#[test]
fn a_delimiter_that_is_not_read_is_named_in_the_refusal() {
    for (delimiter, words) in [
        ("~", "parted by '~'; add --delimiter '~'"),
        ("^", "add --delimiter '^'"),
        ("\u{1f}", "parted by a control character (0x1f); export it with commas"),
        ("   ", "parted by several blanks"),
        ("\u{a6}", "parted by a broken bar"),
        ("\u{ff0c}", "parted by a wide comma"),
    ] {
        let (_folder, path) = file("r.csv", &parted_by(delimiter));
        let output = muster(&["roster", "check", &path]);
        assert_eq!(output.status.code(), Some(2), "{delimiter:?}");
        assert!(told(&output).contains("hint: its columns seem to be "), "{}", told(&output));
        assert!(told(&output).contains(words), "{}", told(&output));
    }
    let quoted: String = parted_by(",").lines().map(|line| format!("\"{line}\"\n")).collect();
    let (_folder, path) = file("r.csv", &quoted);
    assert!(told(&muster(&["roster", "check", &path])).contains("each line is in quotation marks as a whole"));
}

#[test]
fn the_content_decides_between_csv_and_json() {
    let json = r#"[{"ptb_id":"0012346","last_name":"Quin","employment":"full-time",
        "hire_date":"2/5/2026","basic_completed":""}]"#;
    for (name, text) in
        [("r.csv", json.to_owned()), ("r.ndjson", json.to_owned()), ("r.json", format!("{HEADER}{QUIN}"))]
    {
        let (report, _) = report("roster check", name, &text, &[]);
        assert_eq!(
            (&report["findings"][0]["due"], &report["summary"]["records"]),
            (&"2026-08-05".into(), &1.into()),
            "{name}"
        );
    }
}

#[test]
fn utf_16_is_read_with_its_mark_and_named_without() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("r.csv");
    let path = path.to_str().unwrap();
    let units: Vec<u8> = parted_by("\t").encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(path, [b"\xff\xfe".as_slice(), &units].concat()).unwrap();
    let output = muster(&["roster", "check", "-f", "json", path]);
    assert_quin_overdue(&crate::harness::json_in(&output), 3);
    std::fs::write(path, &units).unwrap();
    let output = muster(&["roster", "check", path]);
    assert!(told(&output).contains("text in UTF-16 without its mark; save it as CSV in UTF-8"), "{}", told(&output));
}
