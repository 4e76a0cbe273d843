//! Runs the console blocks of README.md and of the pages under `tests/cases`: what a user types and sees.
//!
//! `TRYCMD=overwrite cargo test --test cases` writes the present output into them; read the difference before you keep
//! it. A page has `[RULES_REVISION]` in place of the revision of the rules, which every change of a figure changes.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed, which is what it is for")]

#[test]
fn pages() {
    let cases = trycmd::TestCases::new();
    cases.insert_var("[RULES_REVISION]", passmuster::rules::revision::revision()).unwrap();
    cases
        .env("MUSTER_AS_OF", "")
        .env("XDG_CONFIG_HOME", "no-configuration-here")
        .env("NO_COLOR", "")
        .env("COLUMNS", "80")
        .case("README.md")
        .case("tests/cases/**/*.md");
}
