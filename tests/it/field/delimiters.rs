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
