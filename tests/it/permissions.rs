//! What is written from a roster is open to nobody to whom the roster is closed (settled 190).

#![cfg(unix)]

use crate::harness::{command, told, written};
use std::fs::{self, File, Permissions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const ROSTER: &str = "ptb_id,last_name,first_name,birth_date,email,hire_date,employment,firearms_qualified,\
                      power_passed\n\
                      0012890,Doe,Jane,1980-05-05,jane@example.org,2025-06-02,full-time,2025-05-05,2025-05-05\n";
/// The commands that write a copy of a roster, each with a sheet on which nobody of it is.
const ENTERING: [[&str; 3]; 2] = [
    ["firearms", "score", "fixtures/firearms_score/saturday.csv"],
    ["power", "score", "fixtures/power_score/saturday.csv"],
];

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

/// Writes a roster with these permissions.
fn roster(folder: &TempDir, name: &str, mode: u32) -> String {
    let path = written(folder, name, ROSTER);
    fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
    path
}

/// Runs the program under a umask.
fn run(umask: &str, args: &[&str]) {
    let muster = command(args);
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("umask {umask}; exec \"$0\" \"$@\"")]).arg(muster.get_program()).args(args);
    let output = shell.envs(muster.get_envs().filter_map(|(name, value)| Some((name, value?)))).output().unwrap();
    assert!(output.status.code().is_some_and(|code| code < 2), "{args:?}: {}", told(&output));
}

#[test]
fn what_is_written_is_as_closed_as_the_roster() {
    // Of the roster, of the file that is there, the umask; then of the copy and the letter, and of the report. A report
    // that is there already keeps what it has: the user has decided it.
    for (of_roster, old, umask, of_copy, of_report) in [
        (0o600, None, "000", 0o600, 0o600),
        (0o640, None, "000", 0o640, 0o640),
        (0o644, None, "022", 0o644, 0o644),
        (0o666, None, "022", 0o644, 0o644),
        (0o644, None, "077", 0o600, 0o600),
        (0o755, None, "000", 0o644, 0o644),
        (0o600, Some(0o644), "000", 0o600, 0o644),
        (0o644, Some(0o600), "000", 0o600, 0o600),
        (0o640, Some(0o604), "000", 0o600, 0o604),
    ] {
        for entering in ENTERING {
            let folder = TempDir::new().unwrap();
            let roster = roster(&folder, "roster.csv", of_roster);
            let place = |name: &str| {
                let path = folder.path().join(name);
                if let Some(old) = old {
                    fs::write(&path, "old").unwrap();
                    fs::set_permissions(&path, Permissions::from_mode(old)).unwrap();
                }
                path
            };
            let (copy, report, letters) = (place("copy.csv"), place("report.csv"), folder.path().join("letters"));
            let [copy_path, report_path] = [&copy, &report].map(|path| path.to_str().unwrap());
            let args = ["--roster", &roster, "--update", copy_path, "-o", report_path];
            run(umask, &[&entering[..], &args].concat());
            run(umask, &["roster", "notices", &roster, "--letters", letters.to_str().unwrap()]);
            let case = format!("{of_roster:o} over {old:?} with {umask}, {entering:?}");
            assert_eq!(fs::read_to_string(&copy).unwrap(), ROSTER, "{case}");
            // The sheet of the fixtures allows what any file does.
            let of_letter = if old.is_none() { of_copy } else { of_roster };
            assert_eq!(format!("{:o}", mode(&copy)), format!("{of_copy:o}"), "the copy: {case}");
            assert_eq!(format!("{:o}", mode(&report)), format!("{of_report:o}"), "the report: {case}");
            let letters: Vec<_> = fs::read_dir(letters).unwrap().map(|entry| entry.unwrap().path()).collect();
            assert!(!letters.is_empty());
            assert!(letters.iter().all(|letter| mode(letter) == of_letter), "the letters: {case}");
        }
    }
}

#[test]
fn of_several_files_the_most_closed_one_decides() {
    let folder = TempDir::new().unwrap();
    let (open, closed) = (roster(&folder, "open.csv", 0o644), roster(&folder, "closed.csv", 0o600));
    let out = folder.path().join("out.csv");
    let out_path = out.to_str().unwrap();
    run("022", &["roster", "check", &open, &closed, "-o", out_path]);
    assert_eq!(mode(&out), 0o600);
    fs::remove_file(&out).unwrap();
    run("022", &["roster", "check", &open, "-o", out_path]);
    assert_eq!(mode(&out), 0o644);
    fs::remove_file(&out).unwrap();
    let input = File::open(&closed).unwrap();
    command(["roster", "check", "-", "-o", out_path]).stdin(input).output().unwrap();
    assert_eq!(mode(&out), 0o600, "also of the file behind standard input");
    // A page without records is as any new file.
    let config = written(&folder, "config.toml", "");
    fs::set_permissions(&config, Permissions::from_mode(0o600)).unwrap();
    let page = folder.path().join("page");
    run("022", &["rules", "--config", &config, "-o", page.to_str().unwrap()]);
    assert_eq!(mode(&page), 0o644);
}

#[test]
fn a_temporary_file_is_never_more_open() {
    let folder = TempDir::new().unwrap();
    let closed = roster(&folder, "closed.csv", 0o600);
    let out = folder.path().join("out.ndjson");
    fs::write(&out, "old").unwrap();
    fs::set_permissions(&out, Permissions::from_mode(0o644)).unwrap();
    let mut run = command(["roster", "check", &closed, "-", "-o", out.to_str().unwrap()]);
    let mut child = run.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    // An input that has begun and never ends.
    child.stdin.as_mut().unwrap().write_all(ROSTER.repeat(2_000).as_bytes()).unwrap();
    let began = Instant::now();
    let temporary = loop {
        assert!(began.elapsed() < Duration::from_secs(60), "no new file is there");
        let mut names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
        if let Some(path) = names.find(|path| path.extension().is_some_and(|ending| ending == "tmp")) {
            break path;
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    assert_eq!(mode(&temporary), 0o600);
    drop(child.stdin.take());
    child.wait().unwrap();
    assert_eq!(mode(&out), 0o644, "it gets the permissions of the old file in its place");
}

#[test]
fn a_read_only_file_stays_as_it_is() {
    let folder = TempDir::new().unwrap();
    let sheet = roster(&folder, "roster.csv", 0o644);
    let config = written(&folder, "muster.toml", "warn_days = 30\n");
    let list = written(&folder, "accepted.csv", &told(&command(["template", "accepted"]).output().unwrap()));
    let report = written(&folder, "report.csv", "old");
    for path in [&config, &list, &report] {
        fs::set_permissions(path, Permissions::from_mode(0o444)).unwrap();
    }
    let until = ["--reason", "on leave", "--until", "2027-01-31"];
    for (path, args) in [
        (&report, vec!["roster", "check", &sheet, "-o", &report]),
        (&list, [&["accept", "0012890", "ptb-id", "--accepted", &list], until.as_slice()].concat()),
    ] {
        let before = fs::read_to_string(path).unwrap();
        let output = command(args).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", told(&output));
        let said = told(&output);
        assert!(said.contains("this file is read-only, and stays as it is") && said.contains(path.as_str()), "{said}");
        assert_eq!((fs::read_to_string(path).unwrap(), mode(path.as_ref())), (before, 0o444));
    }
}
