//! Runs the console blocks of README.md and of the pages under `tests/cases`: what a user types and sees.
//!
//! `TRYCMD=overwrite cargo test --test cases` writes the present output into them; read the difference before you keep
//! it.

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
