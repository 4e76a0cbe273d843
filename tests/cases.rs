//! Runs the console blocks of README.md and of the pages under `tests/cases`: what a person types, and what she sees.
//!
//! `TRYCMD=overwrite cargo test --test cases` writes what the program says now; read the difference before you keep it.

#[test]
fn pages() {
    trycmd::TestCases::new()
        .env("MUSTER_AS_OF", "")
        .env("XDG_CONFIG_HOME", "no-configuration-here")
        .env("NO_COLOR", "")
        .env("COLUMNS", "80")
        .case("README.md")
        .case("tests/cases/**/*.md");
}
