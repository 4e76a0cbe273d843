//! Names as rosters have them: garbled, cut, in one cell.

use crate::field::cells::{checked, statuses};
use crate::harness::{json_in, muster};
use serde_json::Value;

const ESIGN: &[&str] = &["--only", "esign-verification"];

fn due_days(document: &Value) -> Vec<Option<&str>> {
    document["findings"].as_array().unwrap().iter().map(|finding| finding["due"].as_str()).collect()
}

#[test]
fn a_file_of_a_dos_code_page() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("roster.csv");
    let rows = b"ptb_id,last_name,hire_date,esigned\n1,\x99berg,2010-01-05,\n2,\x8elund,2010-01-05,\n\
                 3,\x90lan,2010-01-05,\n";
    std::fs::write(&path, rows).unwrap();
    let document = json_in(&muster(&[&["roster", "check", "-f", "json"], ESIGN, &[path.to_str().unwrap()]].concat()));
    assert_eq!(statuses(&document, "esign-verification"), ["unknown"; 3]);
}

#[test]
fn a_whole_name_in_the_order_first_last() {
    let rows = "ptb_id,name,hire_date,esigned\n1,Ann Orr,2010-01-05,\n2,Bo M. Quin,2010-01-05,\n\
                3,\"Orr, Ann\",2010-01-05,\n";
    let (document, _) = checked(ESIGN, rows);
    assert_eq!(statuses(&document, "esign-verification"), ["unknown", "unknown", "open"]);
    let (document, _) = checked(&[ESIGN, &["--name-order", "first-last"]].concat(), rows);
    assert_eq!(due_days(&document), [Some("2028-01-31"); 3]);
    let (document, _) = checked(&[ESIGN, &["--name-order", "last-first"]].concat(), rows);
    assert_eq!(due_days(&document), [Some("2026-01-31"), Some("2026-01-31"), Some("2028-01-31")]);
}

#[test]
fn a_lost_first_letter() {
    let rows = "ptb_id,last_name,hire_date,esigned\n1,?lvarez,2010-01-05,\n2,\u{fffd}lvarez,2010-01-05,\n\
                3,0rtiz,2010-01-05,\n";
    let (document, _) = checked(ESIGN, rows);
    assert_eq!(statuses(&document, "esign-verification"), ["unknown"; 3]);
}

#[test]
fn letters_garbled_by_one_wrong_save() {
    let rows =
        "ptb_id,last_name,hire_date,esigned\n1,Ã–berg,2010-01-05,\n2,Ã‘undo,2010-01-05,\n3,Å\u{a0}imic,2010-01-05,\n";
    let (document, code) = checked(ESIGN, rows);
    assert_eq!((code, due_days(&document)), (0, vec![Some("2028-01-31"); 3]));
    assert_eq!(document["findings"][0]["name"], "Öberg");
}
