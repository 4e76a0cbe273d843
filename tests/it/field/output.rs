//! Wildcards that the shell leaves to the program, and CSV that Excel opens (settled 175 and 253).

use super::{HEADER, ORR};
use crate::harness::{command, file, json_in, muster, told, written};

#[test]
fn a_wildcard_is_expanded_by_the_program() {
    let (folder, _) = file("b.csv", &format!("{HEADER}{ORR}"));
    written(&folder, "a.csv", &format!("{HEADER}{ORR}"));
    std::fs::create_dir(folder.path().join("c.csv")).unwrap();
    for (pattern, expected) in [("*.c?v", 2), ("a.*", 1)] {
        let mut run = command(["roster", "check", "-f", "json", pattern]);
        let report = json_in(&run.current_dir(&folder).output().unwrap());
        assert_eq!(report["inputs"].as_array().unwrap().len(), expected, "{pattern}");
        assert_eq!(report["inputs"][0]["path"], "a.csv");
    }
    let none = command(["roster", "check", "x*.csv"]).current_dir(&folder).output().unwrap();
    assert_eq!(none.status.code(), Some(2));
    assert_eq!(told(&none), "muster: x*.csv: no file matches this wildcard\n");
    let two = command(["roster", "diff", "*.csv", "a.csv"]).current_dir(&folder).output().unwrap();
    assert_eq!(told(&two), "muster: *.csv: 2 files match this wildcard; name one\n");
}

#[test]
fn csv_for_excel_begins_with_a_byte_order_mark() {
    let text = "ptb_id,last_name,first_name,employment,hire_date,basic_completed\n\
                0012345,N\u{fa}\u{f1}ez,Mar\u{ed}a,full-time,2026-02-05,\n";
    let (folder, roster) = file("r.csv", text);
    let config = written(&folder, "config.toml", "csv_bom = true\n");
    let mark = "\u{feff}".as_bytes();
    for words in [
        vec!["roster", "check", &roster],
        vec!["roster", "notices", &roster],
        vec!["roster", "due", &roster],
        vec!["template", "roster"],
        vec!["template", "roster", "--example"],
    ] {
        let flags = if words[0] == "template" { vec![] } else { vec!["-f", "csv"] };
        let run = |more: &[&str]| muster(&[&words[..], &flags, more].concat()).stdout;
        assert!(run(&["--bom"]).starts_with(mark), "{words:?}");
        assert!(run(&["--config", &config]).starts_with(mark), "{words:?}");
        assert!(!run(&[]).starts_with(mark), "{words:?}");
        // Written once, and read again without a word.
        assert_eq!(run(&["--bom"]).strip_prefix(mark), Some(&*run(&[])), "{words:?}");
    }
    assert!(!muster(&["roster", "check", "-f", "json", "--bom", &roster]).stdout.starts_with(mark));
}
