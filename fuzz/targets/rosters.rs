//! Any bytes as a roster: the whole check runs with one thread and with two, writes the same JSON, and counts every
//! answer.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;
use std::ffi::OsString;
use std::fs;

thread_local! {
    static FOLDER: RefCell<tempfile::TempDir> = RefCell::new(tempfile::tempdir().unwrap());
}

fuzz_target!(|data: &[u8]| {
    FOLDER.with_borrow(|folder| {
        let input = folder.path().join("roster.csv");
        fs::write(&input, data).unwrap();
        let written = ["1", "2"].map(|threads| {
            let output = folder.path().join(format!("{threads}.json"));
            let _ = fs::remove_file(&output);
            let fixed = ["muster", "roster", "check", "--config", "", "--as-of", "2026-11-21", "--all", "--threads"];
            let mut args: Vec<OsString> = fixed.map(OsString::from).into();
            args.extend([threads, "-o"].map(OsString::from));
            args.extend([output.clone().into(), input.clone().into()]);
            let _ = passmuster::run(args);
            fs::read(&output).unwrap_or_default()
        });
        assert_eq!(written[0], written[1]);
        if written[0].is_empty() {
            return;
        }
        let report: serde_json::Value = serde_json::from_slice(&written[0]).unwrap();
        let summary = report["summary"].as_object().unwrap();
        let counts = summary.iter().filter(|(name, _)| *name != "records").map(|(_, count)| count.as_u64().unwrap());
        let answers: u64 = counts.sum();
        assert_eq!(report["findings"].as_array().unwrap().len() as u64, answers);
    });
});
