//! Any bytes, as any kind of file in any format: nothing panics, and every row that is read is counted.

#![no_main]

use libfuzzer_sys::fuzz_target;
use passmuster::input::sheet::{Opening, Sheet};
use passmuster::input::rows::Rows;
use passmuster::model::KINDS;
use std::cell::RefCell;
use std::fs;

const ENDINGS: [&str; 5] = ["csv", "tsv", "json", "ndjson", "txt"];

thread_local! {
    static FOLDER: RefCell<tempfile::TempDir> = RefCell::new(tempfile::tempdir().unwrap());
}

fuzz_target!(|data: &[u8]| {
    let Some((choice, bytes)) = data.split_first() else { return };
    let ending = ENDINGS[usize::from(*choice) % ENDINGS.len()];
    let kind = KINDS[usize::from(*choice) / ENDINGS.len() % KINDS.len()];
    FOLDER.with_borrow(|folder| {
        let path = folder.path().join(format!("input.{ending}"));
        fs::write(&path, bytes).unwrap();
        let Ok(mut sheet) = Sheet::open(path.to_str().unwrap(), &Opening::default(), kind) else { return };
        let mut rows = Rows::default();
        let mut records = 0;
        while let Ok(true) = sheet.read(&mut rows) {
            for row in rows.iter() {
                records += 1;
                for at in 0..sheet.header.width + 2 {
                    let _ = (row.cell(at), row.nested(at));
                }
            }
        }
        assert_eq!(sheet.input().records, records, "a row was read and not counted");
    });
});
