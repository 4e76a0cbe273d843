//! The `muster` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    passmuster::run(std::env::args_os())
}
