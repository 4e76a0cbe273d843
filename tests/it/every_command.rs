//! Every command that reads files, in every format: nothing private is told, no name where none is wanted, no escape or
//! invisible character is sent to a terminal, no formula to a spreadsheet, and a killed run leaves the old file or the new.
//!
//! A new command is a line of `COMMANDS`; a new column of any kind of file is covered by itself.

use crate::harness::{command, told};
use passmuster::input::cells::ColumnSpec;
use passmuster::input::sheet::Kind;
use passmuster::model::KINDS;
use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::Duration;
use tempfile::TempDir;

/// What is asked; `{roster}` stands for the file of that kind.
const COMMANDS: [&[&str]; 15] = [
    &["roster", "check", "{roster}"],
    &["roster", "check", "--all", "--signed-by", "chief", "--signed-on", "2026-08-03", "{roster}"],
    &["roster", "due", "--within", "3000", "{roster}"],
    &["roster", "due", "--within", "3000", "--training", "{training}", "--courses", "{courses}", "{roster}"],
    &["roster", "notices", "{roster}"],
    &["roster", "notices", "--training", "{training}", "{roster}"],
    &["roster", "diff", "{roster}", "{blank-roster}"],
    &["roster", "diff", "{blank-roster}", "{roster}"],
    &["power", "score", "{power}"],
    &["firearms", "score", "--roster", "{roster}", "{firearms}"],
    &["reimburse", "claim", "{claim}"],
    &["training", "check", "--roster", "{roster}", "--courses", "{courses}", "{training}"],
    &["exam", "check", "{exam}"],
    &["permit", "check", "{permit}"],
    &["esign-cohort", "--roster", "{roster}"],
];

const FORMATS: [&str; 5] = ["table", "json", "ndjson", "csv", "markdown"];

/// A day of birth and a mail address that nobody may be told; the day in each way in which a day is written.
const BIRTH: &str = "1977-07-09";
const BIRTH_TOLD: [&str; 4] = ["1977", "7/9/", "9 Jul", "19770709"];
const ADDRESS: &str = "hidden.person@private.example";
/// What stands in a column of Social Security numbers. No such number: the column is refused by its name.
const REFUSED: &str = "REFUSED-CELL";
/// The beginning of every name in the files.
const NAME: &str = "Qvist";

/// A file of a kind with every column. `cell` gives the text of a column in each row.
fn sheet(kind: &Kind, rows: &[&dyn Fn(&ColumnSpec) -> String]) -> String {
    let doubled = |at: usize| kind.either.iter().any(|(_, other)| *other == at);
    let specs: Vec<&ColumnSpec> = (0..kind.specs.len()).filter(|at| !doubled(*at)).map(|at| &kind.specs[at]).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(specs.iter().map(|spec| spec.name).chain(["ssn"])).unwrap();
    for row in rows {
        writer.write_record(specs.iter().map(|spec| row(spec)).chain([REFUSED.to_owned()])).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// A cell that can be read.
fn good(spec: &ColumnSpec) -> String {
    let expected = spec.expected;
    match spec.name {
        "birth_date" => return BIRTH.into(),
        "ptb_id" => return "0077".into(),
        "claim_id" => return "C-1".into(),
        // An officer still in service, who owes something.
        "separated" | "waiver_date" | "previous_separation" | "freeze_from" | "freeze_to" => return String::new(),
        "basic_completed" | "esigned" | "scenario_completed" | "firearms_qualified" => return String::new(),
        _ => {}
    }
    let value = match expected {
        "a name" => NAME,
        "text" => "plain words",
        "yes or no" => "yes",
        _ if expected.starts_with("a day with") => "2026-03-02 10:00",
        _ if expected.starts_with("a day") => "2026-03-02",
        _ if expected.starts_with("one address") => ADDRESS,
        _ if expected.starts_with("a whole number") => "2",
        _ if expected.starts_with("minutes") => "12:30",
        _ if expected.starts_with("a number") || expected.contains("sum") || expected.starts_with("dollars") => "3",
        choice => choice.split([',', ' ']).next().unwrap(),
    };
    value.to_owned()
}

/// A cell that cannot be read, and still tells nothing private.
fn bad(spec: &ColumnSpec) -> String {
    match spec.name {
        "birth_date" => "19770709".into(),
        "email" => ADDRESS.replace('@', " at "),
        _ if spec.expected == "a name" => format!("{NAME}son"),
        _ => "??".into(),
    }
}

/// A cell that would move a cursor, hide itself or start a program.
fn hostile(spec: &ColumnSpec) -> String {
    if spec.name == "ptb_id" { "=0078".into() } else { "=1+1\u{1b}[31m\u{202e}\u{200b}\u{7}".into() }
}

struct Files {
    _folder: TempDir,
    paths: HashMap<String, String>,
}

impl Files {
    /// A file of each kind, of these rows.
    fn of(rows: &[&dyn Fn(&ColumnSpec) -> String]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut paths = HashMap::new();
        let mut write = |name: &str, text: String| {
            let path = folder.path().join(format!("{name}.csv"));
            fs::write(&path, text).unwrap();
            paths.insert(format!("{{{name}}}"), path.to_str().unwrap().to_owned());
        };
        for kind in KINDS {
            write(kind.name, sheet(kind, rows));
        }
        let blank = |spec: &ColumnSpec| if spec.name == "ptb_id" { "0077".into() } else { String::new() };
        write("blank-roster", sheet(KINDS[0], &[&blank]));
        Self { _folder: folder, paths }
    }

    fn args(&self, command: &[&str]) -> Vec<String> {
        command.iter().map(|part| self.paths.get(*part).cloned().unwrap_or_else(|| (*part).to_owned())).collect()
    }
}

fn muster(args: &[String], more: &[&str]) -> Command {
    command(args.iter().map(String::as_str).chain(more.iter().copied()))
}

/// Every command in every format, with its output.
fn each(files: &Files, more: &[&str], look: impl Fn(&[&str], &str, &Output)) {
    for command in COMMANDS {
        for format in FORMATS {
            let output = muster(&files.args(command), &[&["-f", format], more].concat()).output().unwrap();
            let code = output.status.code();
            assert!(matches!(code, Some(0 | 1)), "{command:?} {format}: {code:?} {}", told(&output));
            look(command, format, &output);
        }
    }
    let calendar = ["roster", "due", "{roster}"];
    look(&calendar, "ics", &muster(&files.args(&calendar), &[&["-f", "ics"], more].concat()).output().unwrap());
}

#[test]
fn no_private_cell_is_told_in_any_format() {
    let private: Vec<&str> =
        KINDS.iter().flat_map(|kind| kind.specs).filter(|spec| spec.private).map(|spec| spec.name).collect();
    assert!(private.iter().all(|name| ["birth_date", "email"].contains(name)), "plant something in {private:?}");
    let files = Files::of(&[&good, &bad]);
    for more in [&[][..], &["--redact"], &["--rewind"], &["-q"]] {
        each(&files, more, |command, format, output| {
            let text = told(output);
            for value in BIRTH_TOLD.into_iter().chain([REFUSED]) {
                assert!(!text.contains(value), "{command:?} {format} {more:?} tells {value}: {text}");
            }
            // A notice is addressed to somebody, unless nobody may be named.
            if command[1] != "notices" || more == ["--redact"] {
                assert!(!text.contains("private.example"), "{command:?} {format} {more:?}: {text}");
            }
        });
    }
}

#[test]
fn redacted_no_name_is_told_in_any_format() {
    let files = Files::of(&[&good, &bad]);
    each(&files, &["--redact"], |command, format, output| {
        let text = told(output);
        assert!(!text.contains(NAME), "{command:?} {format}: {text}");
    });
    each(&files, &[], |command, format, output| {
        let empty = output.stdout.is_empty();
        assert!(
            empty || format == "ics" || told(output).contains(NAME),
            "{command:?} {format}: the test tells nothing"
        );
    });
}

#[test]
fn nothing_in_a_cell_reaches_the_terminal_or_the_spreadsheet_as_a_command() {
    let files = Files::of(&[&hostile, &hostile]);
    each(&files, &["--color", "never"], |command, format, output| {
        let text = told(output);
        let sent = |letter: char| letter.is_control() && letter != '\n' || "\u{202e}\u{200b}\u{feff}".contains(letter);
        // JSON writes control characters as escapes; what is invisible is data there, as in CSV.
        let machine = matches!(format, "json" | "ndjson" | "csv");
        let standard = String::from_utf8_lossy(&output.stdout);
        if !machine {
            assert!(!text.replace("\r\n", "\n").contains(sent), "{command:?} {format}: {text:?}");
        }
        assert!(!String::from_utf8_lossy(&output.stderr).contains(sent), "{command:?} {format}: {text:?}");
        if format == "csv" {
            let mut reader =
                csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(standard.as_bytes());
            for record in reader.records() {
                let record = record.unwrap();
                let formula = record.iter().find(|cell| cell.starts_with(['=', '@', '\t', '\r']));
                assert!(formula.is_none(), "{command:?}: {formula:?}");
            }
        }
    });
}

#[test]
fn a_file_in_a_folder_that_cannot_be_written_is_an_error_that_says_so() {
    let files = Files::of(&[&good]);
    for command in COMMANDS {
        let output = muster(&files.args(command), &["-o", "/no-such-folder/out.json"]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{command:?}");
        assert!(told(&output).contains("/no-such-folder/out.json: cannot be written"), "{}", told(&output));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn whoever_stops_reading_ends_the_run_quietly() {
    let files = Files::of(&[&good, &bad]);
    for command in COMMANDS {
        let mut child =
            muster(&files.args(command), &[]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(!told(&output).contains("panicked"), "{command:?}: {}", told(&output));
        assert!(matches!(output.status.code(), Some(0 | 1)), "{command:?}: {:?}", output.status);
    }
}

#[test]
fn killed_at_any_moment_every_command_leaves_the_old_file_or_the_new_one() {
    const OLD: &[u8] = b"the old file";
    let files = Files::of(&[&good, &bad]);
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("out.ndjson");
    for command in COMMANDS {
        let args = files.args(command);
        let out = ["-o", path.to_str().unwrap()];
        fs::write(&path, OLD).unwrap();
        let whole = muster(&args, &out).output().map(|_| fs::read(&path).unwrap()).unwrap();
        assert_ne!(whole, OLD, "{command:?}");
        for run in 0..RUNS {
            fs::write(&path, OLD).unwrap();
            let mut child = muster(&args, &out).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            std::thread::sleep(Duration::from_micros(run * 6_000 / RUNS));
            child.kill().unwrap();
            child.wait().unwrap();
            let left = fs::read(&path).unwrap();
            assert!(left == OLD || left == whole, "{command:?}: {} bytes", left.len());
        }
    }
}

/// How many runs of each command are killed.
const RUNS: u64 = 100;
