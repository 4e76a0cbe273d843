//! Any bytes as claims in JSON: the whole command runs, and what it writes is JSON.

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
        let [input, output] = ["claims.json", "out.json"].map(|name| folder.path().join(name));
        fs::write(&input, data).unwrap();
        let _ = fs::remove_file(&output);
        let fixed = ["muster", "reimburse", "claim", "--config", "", "--as-of", "2026-11-21", "-q", "-o"];
        let mut args: Vec<OsString> = fixed.map(OsString::from).into();
        args.extend([output.clone().into(), input.into()]);
        let _ = passmuster::run(args);
        if let Ok(written) = fs::read(&output).as_deref()
            && !written.is_empty()
        {
            serde_json::from_slice::<serde_json::Value>(written).unwrap();
        }
    });
});
