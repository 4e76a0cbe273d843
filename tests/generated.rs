//! Compares `completions/` and `man/` with what the code makes.
//!
//! `MUSTER_WRITE=1 cargo test --test generated` writes them anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that panics has failed, which is what it is for")]

use clap_complete::Shell;
use passmuster::cmd::{completions, man};
use std::collections::BTreeSet;
use std::fs;

/// Compares the files of a folder with those that the code makes, or writes them anew.
fn check_folder(folder: &str, files: Vec<(String, Vec<u8>)>) {
    let renew = std::env::var_os("MUSTER_WRITE").is_some();
    fs::create_dir_all(folder).unwrap();
    let there: BTreeSet<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let wanted: BTreeSet<String> = files.iter().map(|(name, _)| name.clone()).collect();
    for (name, bytes) in files {
        let path = format!("{folder}/{name}");
        if renew {
            fs::write(&path, bytes).unwrap();
        } else {
            let committed = fs::read(&path).unwrap_or_default();
            assert!(committed == bytes, "{path} is stale: MUSTER_WRITE=1 cargo test --test generated writes it anew");
        }
    }
    for old in there.difference(&wanted) {
        let path = format!("{folder}/{old}");
        if renew { fs::remove_file(path).unwrap() } else { panic!("{path} is not made by the code") }
    }
}

#[test]
fn completions_are_fresh() {
    let files = [
        (Shell::Bash, "muster.bash"),
        (Shell::Zsh, "_muster"),
        (Shell::Fish, "muster.fish"),
        (Shell::PowerShell, "_muster.ps1"),
        (Shell::Elvish, "muster.elv"),
    ];
    let scripts = files.map(|(shell, name)| (name.to_owned(), completions::script(shell).unwrap()));
    let bytes: usize = scripts.iter().map(|(_, script)| script.len()).sum();
    assert!(bytes < 20_000, "{bytes} bytes: a script asks the program for words, and holds none");
    check_folder("completions", scripts.into());
}

#[test]
fn manual_pages_are_fresh() {
    check_folder("man", man::pages().unwrap());
}

#[test]
fn every_rule_and_guide_has_its_section_in_the_manual() {
    let pages = man::pages().unwrap();
    let (_, page) = pages.iter().find(|(name, _)| name == "muster-rules.7").unwrap();
    let page = String::from_utf8(page.clone()).unwrap();
    let rules = passmuster::rules::catalogue().map(|rule| rule.name);
    for name in rules.chain(passmuster::rules::guides::guides().map(|guide| guide.name)) {
        assert!(page.contains(&format!(".SH {}\n", name.to_uppercase())), "{name}");
    }
}
