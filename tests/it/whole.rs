//! Whole or not at all: what a run reads is never written over and is read before the first byte is written, and what
//! it writes is there whole or not at all.

use crate::harness::{command, file, told, written};
use std::collections::HashSet;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Output, Stdio};
use tempfile::TempDir;

const ROSTER: &str = "ptb_id,last_name,first_name,email,hire_date,employment,firearms_qualified\n\
                      0012890,Doe,Jane,jane@example.org,2025-06-02,full-time,2025-05-05\n";
const DONE: &str = "ptb_id,last_name,topic,hours,completed,certified\n0012890,Doe,law-updates,1,2026-03-02,yes\n";
const RATES: &str = "from,until,rate,source\n2027-01-01,2027-12-31,0.74,CMS\n";
const SHEET: &str = "fixtures/firearms_score/saturday.csv";
const CLAIM: &str = "fixtures/reimburse_claim/millbrook.csv";

/// Runs the program, which must not be able to.
fn refused(args: &[&str]) -> String {
    let output = command(args).output().unwrap();
    assert_refused(&output, args);
    told(&output)
}

/// Asserts that nothing was carried out: exit code 2, and not a byte on standard output.
fn assert_refused(output: &Output, args: &[&str]) {
    assert_eq!(output.status.code(), Some(2), "{args:?}: {}", told(output));
    assert!(output.stdout.is_empty(), "{args:?}: {}", told(output));
}

/// Runs the program with a file as standard input.
fn from(input: &str, args: &[&str]) -> Output {
    command(args).stdin(File::open(input).unwrap()).output().unwrap()
}

#[test]
fn no_output_takes_the_place_of_a_file_that_is_read() {
    let folder = TempDir::new().unwrap();
    let config = written(&folder, "config.toml", "warn_days = 30\n");
    let rates = written(&folder, "mileage_rates.csv", RATES);
    let roster = written(&folder, "roster.csv", ROSTER);
    let done = written(&folder, "done.csv", DONE);
    let courses = fs::read_to_string("fixtures/training_check/courses.csv").unwrap();
    let courses = written(&folder, "approved_courses.csv", &courses);
    let course = fs::read_to_string("fixtures/firearms_score/ours.toml").unwrap();
    let course = written(&folder, "ours.toml", &course);
    let columns = written(&folder, "columns.txt", "ptb_id\nlast_name\nhire_date\n");
    let rows = written(&folder, "rows.csv", "1,Doe,2025-06-02\n");
    let check = ["roster", "check", &roster];
    let with_config = |call: &[&'static str]| [call, &["--config"]].concat();
    let training = ["roster", "due", &roster, "--training", &done, "--config", &config];
    let score = ["firearms", "score", SHEET, "--course", &course];
    let enter = ["firearms", "score", SHEET, "--roster", &roster, "--update"];
    for (call, out, read) in [
        (&[&check[..], &["-o"]].concat(), &roster, &roster),
        (&[&check[..], &["--config", &config, "-o"]].concat(), &config, &config),
        (&[&with_config(&["rules", "--params"])[..], &[&config, "-o"]].concat(), &rates, &rates),
        (&[&with_config(&["reimburse", "rates"])[..], &[&config, "-o"]].concat(), &config, &config),
        (&[&with_config(&["reimburse", "claim", CLAIM])[..], &[&config, "-o"]].concat(), &rates, &rates),
        (&[&training[..], &["-o"]].concat(), &done, &done),
        (&[&training[..], &["-o"]].concat(), &courses, &courses),
        (&[&score[..], &["-o"]].concat(), &course, &course),
        (&[&score[..], &["--roster", &roster, "--update"]].concat(), &course, &course),
        (&enter.to_vec(), &roster, &roster),
        (&vec!["roster", "check", &rows, "--columns", &columns, "-o"], &columns, &columns),
    ] {
        let before = fs::read(read).unwrap();
        let args = [&call[..], &[out]].concat();
        let text = refused(&args);
        assert!(
            text.contains(&format!("muster: {read}: this file is read and is not written over")),
            "{args:?}: {text}"
        );
        assert_eq!(fs::read(read).unwrap(), before, "{args:?}");
    }
    let passes = written(&folder, "passes.csv", "ptb_id,last_name,power_passed\n1,Doe,\n");
    let power = ["power", "score", "fixtures/power_score/saturday.csv", "--roster", &passes, "--update", &passes];
    assert!(refused(&power).contains(&format!("{passes}: this file is read")));
    // The State's own sheet cannot be a fixture that a test writes over: under another name.
    let sheet = written(&folder, "sheet.csv", &fs::read_to_string(SHEET).unwrap());
    let text = refused(&["firearms", "score", &sheet, "--roster", &roster, "--update", &sheet]);
    assert!(text.contains(&format!("{sheet}: this file is read")), "{text}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 10, "nothing is left beside them");
}

#[cfg(unix)]
#[test]
fn another_name_of_an_input_is_the_same_file() {
    let folder = TempDir::new().unwrap();
    let roster = written(&folder, "roster.csv", ROSTER);
    let place = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let [hard, link, round] =
        [place("hard.csv"), place("link.csv"), format!("{}/./roster.csv", folder.path().display())];
    fs::hard_link(&roster, &hard).unwrap();
    std::os::unix::fs::symlink("roster.csv", &link).unwrap();
    for (read, out) in [(&roster, &hard), (&roster, &link), (&roster, &round), (&link, &roster), (&hard, &link)] {
        let text = refused(&["roster", "check", read, "-o", out]);
        assert!(text.contains(&format!("{out}: this file is read as {read} and is not written over")), "{text}");
    }
    assert_eq!(fs::read_to_string(&roster).unwrap(), ROSTER);
    // A copy of the same text is another file.
    let copy = written(&folder, "copy.csv", ROSTER);
    assert_eq!(command(["roster", "check", &roster, "-o", &copy]).output().unwrap().status.code(), Some(0));
    assert_ne!(fs::read_to_string(&copy).unwrap(), ROSTER);
}

#[cfg(target_os = "linux")]
#[test]
fn the_file_behind_standard_input_is_an_input() {
    let (_folder, roster) = file("r.csv", ROSTER);
    for out in [roster.as_str(), "/dev/stdin", "/proc/self/fd/0"] {
        let args = ["roster", "check", "-", "-o", out];
        let output = from(&roster, &args);
        assert_refused(&output, &args);
        assert!(told(&output).contains("this file is read as standard input"), "{}", told(&output));
        assert_eq!(fs::read_to_string(&roster).unwrap(), ROSTER, "{out}");
    }
    // Without reading it, it is no input.
    assert_eq!(from(&roster, &["rules", "-o", "/dev/null"]).status.code(), Some(0));
    // `>> r.csv`: the run would read what it writes.
    let add = File::options().append(true).open(&roster).unwrap();
    let output = command(["roster", "check", &roster]).stdout(add).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains(&format!("standard output: this file is read as {roster}")), "{}", told(&output));
    assert_eq!(fs::read_to_string(&roster).unwrap(), ROSTER);
}

#[test]
fn two_outputs_are_two_files() {
    let folder = TempDir::new().unwrap();
    let roster = written(&folder, "roster.csv", ROSTER);
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    let new = out.join("new.csv").to_str().unwrap().to_owned();
    let round = out.join("../out/new.csv").to_str().unwrap().to_owned();
    let text = refused(&["firearms", "score", SHEET, "--roster", &roster, "--update", &new, "-o", &round]);
    assert!(text.contains("two outputs of this run name this file"), "{text}");
    // A letter is an output as well.
    let letters = out.to_str().unwrap();
    let notices = ["roster", "notices", &roster, "--letters", letters];
    assert_eq!(command(notices).output().unwrap().status.code(), Some(0));
    let letter = fs::read_dir(&out).unwrap().next().unwrap().unwrap().path();
    fs::remove_dir_all(&out).unwrap();
    fs::create_dir(&out).unwrap();
    let text = refused(&[&notices[..], &["-o", letter.to_str().unwrap(), "-f", "json"]].concat());
    assert!(text.contains("two outputs of this run name this file"), "{text}");
    assert_eq!(fs::read_dir(&out).unwrap().count(), 0);
}

#[test]
fn every_input_that_is_wrong_is_named_and_nothing_written() {
    let folder = TempDir::new().unwrap();
    let roster = written(&folder, "roster.csv", ROSTER);
    let nothing = written(&folder, "nothing.csv", "a,b\n1,2\n");
    let config = written(&folder, "config.toml", "");
    written(&folder, "mileage_rates.csv", "from,until,rate,source\n2027-01-01,,0.74,CMS\n");
    let course = written(&folder, "course.toml", "name = 1\n");
    let gone = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let [no_roster, no_done, no_courses] = [gone("no-roster.csv"), gone("no-done.csv"), gone("no-courses.csv")];
    let letters = gone("letters");
    let training = ["--training", &no_done, "--courses", &no_courses, "-f", "json"];
    let claim = ["reimburse", "claim", "--config", &config, &nothing];
    let score = ["firearms", "score", &nothing, "--course", &course, "--roster", &no_roster];
    for (args, named) in [
        ([&["roster", "notices", &roster][..], &training].concat(), vec![&no_done, &no_courses]),
        ([&["roster", "notices", &no_roster][..], &training].concat(), vec![&no_roster, &no_done, &no_courses]),
        (
            [&["roster", "notices", &no_roster, "--letters", &letters][..], &training].concat(),
            vec![&no_roster, &no_done],
        ),
        ([&["roster", "due", &no_roster][..], &training].concat(), vec![&no_roster, &no_done, &no_courses]),
        (claim.to_vec(), vec![&nothing]),
        (score.to_vec(), vec![&nothing, &course, &no_roster]),
        (vec!["roster", "diff", &no_roster, &no_done], vec![&no_roster, &no_done]),
    ] {
        let text = refused(&args);
        for path in named {
            assert!(text.contains(&format!("muster: {path}: ")), "{args:?} does not name {path}: {text}");
        }
        let lines: HashSet<&str> = text.lines().collect();
        assert_eq!(lines.len(), text.lines().count(), "{args:?} says something twice: {text}");
    }
    assert!(refused(&claim).contains("mileage_rates.csv: line 2: until is blank"));
    assert!(!Path::new(&letters).exists());
}

#[test]
fn the_copy_is_in_its_place_before_the_report() {
    let folder = TempDir::new().unwrap();
    let roster = written(&folder, "roster.csv", ROSTER);
    let copy = written(&folder, "copy.csv", "old");
    let enter = ["firearms", "score", SHEET, "--roster", &roster, "--update", &copy];
    if cfg!(target_os = "linux") {
        // Known before anything is written: the copy stays as it was.
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = command(enter).stdout(full).output().unwrap();
        assert_eq!((output.status.code(), fs::read_to_string(&copy).unwrap().as_str()), (Some(2), "old"));
        // Known only when the report is written.
        let output = command([&enter[..], &["-o", "/dev/full"]].concat()).output().unwrap();
        assert_eq!((output.status.code(), fs::read_to_string(&copy).unwrap().as_str()), (Some(2), ROSTER));
        assert!(
            told(&output).contains(&format!("{copy} is written, but not the report: /dev/full")),
            "{}",
            told(&output)
        );
        fs::write(&copy, "old").unwrap();
    }
    // A reader that goes away does not end a run before the copy is there, nor make it a failure.
    let mut child = command([&enter[..], &["-f", "json"]].concat()).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert!(child.wait().unwrap().code().is_some_and(|code| code < 2));
    assert_eq!(fs::read_to_string(&copy).unwrap(), ROSTER, "nobody of the roster shot");
}

#[cfg(unix)]
#[test]
fn letters_are_written_all_or_none_and_through_nothing() {
    use std::os::unix::fs::symlink;
    use std::process::Command;
    let folder = TempDir::new().unwrap();
    let roster = written(&folder, "roster.csv", ROSTER);
    let out = folder.path().join("letters");
    let notices = ["roster", "notices", &roster, "--letters", out.to_str().unwrap()];
    assert_eq!(command(notices).output().unwrap().status.code(), Some(0));
    let names = || fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name()).collect::<Vec<_>>();
    let all = names();
    assert!(all.len() >= 2, "{all:?}");
    let place = out.join(all.iter().max().unwrap());
    let text = fs::read(&place).unwrap();
    let elsewhere = folder.path().join("elsewhere.txt");
    let same = folder.path().join("same.txt");
    fs::write(&same, &text).unwrap();
    let again = || {
        for name in names() {
            let path = out.join(name);
            if fs::symlink_metadata(&path).unwrap().is_dir() { fs::remove_dir(path) } else { fs::remove_file(path) }
                .unwrap();
        }
    };
    // The last of them has something else in its place.
    let in_place: [(&str, &dyn Fn()); 6] = [
        ("is no file", &|| assert!(Command::new("mkfifo").arg(&place).status().unwrap().success())),
        ("is no file", &|| fs::create_dir(&place).unwrap()),
        ("is a link", &|| symlink("/dev/zero", &place).unwrap()),
        ("is a link", &|| symlink(&elsewhere, &place).unwrap()),
        ("is a link", &|| symlink(&same, &place).unwrap()),
        ("is there with another text", &|| fs::write(&place, "other").unwrap()),
    ];
    for (why, put) in in_place {
        again();
        put();
        let output = command(notices).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{why}");
        assert!(told(&output).contains(&format!("{}: {why}", place.display())), "{why}: {}", told(&output));
        assert_eq!(names().len(), 1, "{why}: a letter was written");
    }
    assert!(!elsewhere.exists());
    again();
    assert_eq!(command(notices).output().unwrap().status.code(), Some(0));
    assert_eq!((names().len(), fs::read(&place).unwrap()), (all.len(), text));
}

#[cfg(target_os = "linux")]
#[test]
fn help_and_version_need_a_place_to_be_written() {
    let (_folder, other) = file("other", "");
    for args in
        [&["--help"][..], &["-h"], &["-V"], &["--version", "--verbose"], &["roster", "check", "--help"], &["help"]]
    {
        for (target, why) in [("/dev/full", "No space left"), (other.as_str(), "Bad file descriptor")] {
            // A file that is open for reading alone, as after `>&-` in programs that do not open it anew.
            let stdout = File::options().read(target != "/dev/full").write(target == "/dev/full").open(target).unwrap();
            let output = command(args).stdout(stdout).output().unwrap();
            assert_eq!(output.status.code(), Some(2), "{args:?} > {target}: {}", told(&output));
            let text = told(&output);
            assert!(text.starts_with("muster: standard output: cannot be written: ") && text.contains(why), "{text}");
        }
        let mut child = command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), told(&output).as_str()), (Some(0), ""), "{args:?}");
    }
    let report = |target: File| command(["roster", "check", "-"]).stdout(target).output().unwrap();
    let full = report(File::options().write(true).open("/dev/full").unwrap());
    assert_eq!(full.status.code(), Some(2));
    // Wrong usage is told on standard error, wherever standard output goes.
    let usage = command(["no-such-command"]).stdout(File::options().write(true).open("/dev/full").unwrap()).output();
    assert!(told(&usage.unwrap()).contains("no-such-command"));
}

#[test]
fn pages_and_a_configuration_are_written_whole_too() {
    let folder = TempDir::new().unwrap();
    let man = folder.path().join("man");
    let pages = || fs::read_dir(&man).unwrap().count();
    let run = |args: &[&str]| command(args).output().unwrap().status.code();
    assert_eq!(run(&["man", man.to_str().unwrap()]), Some(0));
    let (count, page) = (pages(), fs::read(man.join("muster.1")).unwrap());
    assert_eq!(run(&["man", man.to_str().unwrap()]), Some(0));
    assert_eq!((pages(), fs::read(man.join("muster.1")).unwrap()), (count, page), "nothing is left beside them");
    let config = folder.path().join("new/config.toml");
    let init = ["config", "init", "--config", config.to_str().unwrap()];
    assert_eq!(run(&init), Some(0));
    fs::write(&config, "mine").unwrap();
    assert_eq!((run(&init), fs::read_to_string(&config).unwrap().as_str()), (Some(2), "mine"));
    assert_eq!(fs::read_dir(config.parent().unwrap()).unwrap().count(), 1);
}
