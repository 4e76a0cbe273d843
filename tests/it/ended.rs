//! Runs that a signal or a limit of the system ends: no half file, no word that a file was written (settled 190).

use crate::harness::{command, file, shell, told};
use std::fs;
use std::io::Write as _;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long a run may take to begin its output.
const PATIENCE: Duration = Duration::from_secs(60);

/// Starts a run whose input has begun and never ends, by a shell that first obeys `setup`, and waits until it has begun
/// a file beside the old one.
fn begun(setup: &str) -> (TempDir, String, Child) {
    let (folder, target) = file("out.ndjson", "old");
    let mut run = shell(&format!("{setup}exec \"$0\" roster check - -o \"$1\""), &[&target]);
    let mut child = run.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let rows = "ptb_id,last_name,hire_date,employment\n".to_owned() + &"1,Doe,2026-02-30,FT\n".repeat(20_000);
    child.stdin.as_mut().unwrap().write_all(rows.as_bytes()).unwrap();
    let began = Instant::now();
    while files(folder.path()) < 2 {
        assert!(began.elapsed() < PATIENCE, "no new file is there");
        std::thread::sleep(Duration::from_millis(1));
    }
    (folder, target, child)
}

fn files(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count()
}

fn send(signal: &str, child: &Child) {
    assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
}

/// Returns whether whoever started the tests has them ignore a signal, as `nohup` and a shell in the background do.
/// What they start ignores it then as well.
fn is_ignored(signal: i32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
}

#[test]
fn a_run_ended_by_a_signal_leaves_only_the_old_file() {
    for (name, signal) in
        [("-HUP", 1), ("-INT", 2), ("-QUIT", 3), ("-USR1", 10), ("-ALRM", 14), ("-TERM", 15), ("-XCPU", 24)]
    {
        if is_ignored(signal) {
            continue;
        }
        let (folder, target, mut child) = begun("");
        send(name, &child);
        assert_eq!(child.wait().unwrap().signal(), Some(signal), "it ends as every program does");
        assert_eq!((files(folder.path()), fs::read_to_string(&target).unwrap().as_str()), (1, "old"));
    }
}

#[test]
fn a_signal_that_was_ignored_before_the_run_stays_so() {
    // As `nohup` does, and a shell that runs a command in the background.
    for signal in ["HUP", "INT"] {
        let (folder, target, mut child) = begun(&format!("trap '' {signal}; "));
        send(&format!("-{signal}"), &child);
        std::thread::sleep(Duration::from_millis(200));
        assert!(child.try_wait().unwrap().is_none(), "{signal} ends the run");
        drop(child.stdin.take());
        assert_eq!(child.wait().unwrap().code(), Some(1));
        assert_eq!(files(folder.path()), 1);
        assert!(fs::read_to_string(&target).unwrap().ends_with("}\n"), "{signal}");
    }
}

#[test]
fn a_file_beyond_the_limit_of_the_system_is_an_error() {
    let rows = "ptb_id,last_name,hire_date\n".to_owned() + &"1,Doe,2026-02-30\n".repeat(4_000);
    let (folder, roster) = file("r.csv", &rows);
    let target = folder.path().join("out.json");
    fs::write(&target, "old").unwrap();
    let run =
        |script: &str| shell(&format!("ulimit -f 8; {script}"), &[&roster, target.to_str().unwrap()]).output().unwrap();
    let output = run("exec \"$0\" roster check \"$1\" -o \"$2\"");
    assert_eq!((output.status.code(), files(folder.path())), (Some(2), 2), "{}", told(&output));
    assert!(told(&output).contains("the old file is as it was: File too large"), "{}", told(&output));
    assert_eq!(fs::read_to_string(&target).unwrap(), "old");
    let output = run("exec \"$0\" roster check -f json \"$1\" > \"$2\"");
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    assert!(told(&output).contains("File too large"), "{}", told(&output));
    // A run that writes less is not touched.
    assert_eq!(command(["roster", "check", "-q", &roster]).output().unwrap().status.code(), Some(1));
}
