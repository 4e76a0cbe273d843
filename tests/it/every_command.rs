//! What holds for every command in every format: no private value is written, no name when names are redacted, no
//! escape or invisible character reaches a terminal, no formula a spreadsheet, and a killed run leaves the old file or
//! the new one.
//!
//! Commands, formats, kinds of file and columns come from the code's own lists: see `calls.rs`.

use crate::calls::{Call, Files, REFUSED, calls};
use crate::harness::{name_of, told};
use clap::ValueEnum;
use passmuster::input::column::ColumnSpec;
use passmuster::model::KINDS;
use passmuster::report::Format;
use std::fs;
use std::path::PathBuf;
use std::process::{Output, Stdio};
use std::time::Duration;

/// A day of birth, which no output may show, and the ways in which a day is written.
const BIRTH: &str = "1977-07-09";
const BIRTH_SHOWN: [&str; 4] = ["1977", "7/9/", "9 Jul", "19770709"];
/// A mail address, which only a notice may show.
const ADDRESS: &str = "hidden.person@private.example";
const ADDRESS_SHOWN: &str = "private.example";
/// The beginning of every name in the files.
const NAME: &str = "Qvist";

/// Returns a cell that can be read.
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

/// Returns a cell that cannot be read and is private all the same.
fn bad(spec: &ColumnSpec) -> String {
    match spec.name {
        "birth_date" => "19770709".into(),
        "email" => ADDRESS.replace('@', " at "),
        _ if spec.expected == "a name" => format!("{NAME}son"),
        _ => "??".into(),
    }
}

/// Returns a cell that would move a cursor, hide itself or start a program.
fn hostile(spec: &ColumnSpec) -> String {
    if spec.name == "ptb_id" { "=0078".into() } else { "=1+1<b>&amp;|`\u{1b}[31m\u{202e}\u{200b}\u{7}".into() }
}

/// What opens a format, which decides what must not be in it. A new format does not compile before it is decided here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opens {
    /// A terminal, an editor, a page: nothing in it may be invisible.
    Text,
    /// A program: JSON writes control characters as escapes, and what is invisible is data.
    Program,
    /// A spreadsheet: the same, and no cell may be a formula.
    Spreadsheet,
}

fn opens(format: Format) -> Opens {
    match format {
        Format::Table | Format::Markdown | Format::Ics => Opens::Text,
        Format::Json | Format::Ndjson => Opens::Program,
        Format::Csv => Opens::Spreadsheet,
    }
}

/// Runs a call in every format, and calls `look` with each output. `more` holds flags, left out if the command has
/// none such.
fn in_every_format(files: &Files, call: &Call, more: &[&str], mut look: impl FnMut(&str, Format, &Output)) {
    let more = if more.first().is_none_or(|flag| call.takes(flag)) { more } else { &[] };
    for format in Format::value_variants() {
        let name = name_of(*format);
        let output = files.command(call, &[&["-f", &name], more].concat()).output().unwrap();
        let what = format!("{} -f {name} {}", call.shown(), more.join(" "));
        if *format == Format::Ics
            && ![&["roster", "due"][..], &["hire"]].iter().any(|path| call.is(path))
            && output.status.code() == Some(2)
        {
            assert!(output.stdout.is_empty(), "{what}");
            assert!(
                told(&output).contains("only muster roster due and muster hire write"),
                "{what}: {}",
                told(&output)
            );
            continue;
        }
        assert!(matches!(output.status.code(), Some(0 | 1)), "{what}: {:?} {}", output.status, told(&output));
        look(&what, *format, &output);
    }
}

/// Does so for every command that reads files.
fn each(files: &Files, more: &[&str], mut look: impl FnMut(&str, &Call, Format, &Output)) {
    for call in calls().iter().filter(|call| call.reads_files()) {
        in_every_format(files, call, more, |what, format, output| look(what, call, format, output));
    }
}

#[test]
fn every_command_writes_every_format() {
    let files = Files::of(&[&good]);
    for call in calls().iter().filter(|call| call.takes("--format")) {
        in_every_format(&files, call, &[], |what, _, output| assert!(!output.stdout.is_empty(), "{what}"));
    }
}

#[test]
fn no_format_shows_a_private_cell() {
    let private: Vec<&str> =
        KINDS.iter().flat_map(|kind| kind.specs).filter(|spec| spec.private).map(|spec| spec.name).collect();
    let planted = private.iter().all(|name| ["birth_date", "email"].contains(name));
    assert!(
        planted,
        "{private:?}: let good() and bad() in tests/it/every_command.rs write a value that is searched for"
    );
    let files = Files::of(&[&good, &bad]);
    for more in [&[][..], &["--redact"], &["--rewind"], &["--quiet"]] {
        each(&files, more, |what, call, _, output| {
            let text = told(output);
            for value in BIRTH_SHOWN.into_iter().chain([REFUSED]) {
                assert!(!text.contains(value), "{what} shows {value}: {text}");
            }
            // A notice is addressed to an officer, unless names are redacted.
            if !call.is(&["roster", "notices"]) || more == ["--redact"] {
                assert!(!text.contains(ADDRESS_SHOWN), "{what}: {text}");
            }
        });
    }
}

#[test]
fn redacted_output_has_no_name_in_any_format() {
    let files = Files::of(&[&good, &bad]);
    each(&files, &["--redact"], |what, _, _, output| {
        let text = told(output);
        assert!(!text.contains(NAME), "{what}: {text}");
    });
    each(&files, &[], |what, call, _, output| {
        // One shows headings, and the other lines: neither has a cell of a person.
        if call.is(&["roster", "columns"]) || call.is(&["verify"]) {
            return;
        }
        // A calendar folds its lines.
        let text = told(output).replace("\r\n ", "");
        assert!(text.contains(NAME), "{what}: no name is there, so redacting shows nothing");
    });
}

#[test]
fn no_cell_acts_on_a_terminal_or_a_spreadsheet() {
    let files = Files::of(&[&hostile, &hostile]);
    each(&files, &["--color", "never"], |what, _, format, output| {
        let acts = |letter: char| letter.is_control() && letter != '\n' || "\u{202e}\u{200b}\u{feff}".contains(letter);
        let [standard, error] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes));
        assert!(!error.contains(acts), "{what}: {error:?}");
        match opens(format) {
            Opens::Text => assert!(!standard.replace("\r\n", "\n").contains(acts), "{what}: {standard:?}"),
            Opens::Program => assert!(!standard.replace('\n', "").contains(char::is_control), "{what}: {standard:?}"),
            Opens::Spreadsheet => assert_no_formula(what, &standard),
        }
    });
}

/// Asserts that no cell begins as a formula does; a minus sign begins a figure as well.
fn assert_no_formula(what: &str, text: &str) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    for record in reader.records() {
        let record = record.unwrap();
        let formula = record.iter().find(|cell| cell.starts_with(['=', '@', '\t', '\r']));
        assert!(formula.is_none(), "{what}: {formula:?}");
    }
}

#[test]
fn csv_without_results_has_its_header() {
    let (full, empty) = (Files::of(&[&good, &bad]), Files::without_rows());
    let mut faults = Vec::new();
    for call in calls().iter().filter(|call| call.reads_files()) {
        let [full, empty] = [&full, &empty].map(|files| {
            let output = files.command(call, &["-f", "csv"]).output().unwrap();
            assert!(matches!(output.status.code(), Some(0 | 1)), "{}: {}", call.shown(), told(&output));
            String::from_utf8(output.stdout).unwrap().lines().next().map(str::to_owned)
        });
        assert!(full.is_some(), "{}: no result, so this shows nothing", call.shown());
        if empty != full {
            faults.push(format!("{}: the first line is {empty:?}, and with results {full:?}", call.shown()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_output_that_cannot_be_written_is_named() {
    let files = Files::of(&[&good]);
    for call in calls().iter().filter(|call| call.takes("--output")) {
        let output = files.command(call, &["-o", "/no-such-folder/out.json"]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", call.shown());
        let text = told(&output);
        assert!(text.contains("/no-such-folder/out.json: cannot be written"), "{}: {text}", call.shown());
        assert!(output.stdout.is_empty(), "{}", call.shown());
    }
}

#[test]
fn a_reader_that_goes_away_ends_the_run_quietly() {
    let files = Files::of(&[&good, &bad]);
    for call in calls() {
        let mut command = files.command(&call, &[]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(!told(&output).contains("panicked"), "{}: {}", call.shown(), told(&output));
        assert!(matches!(output.status.code(), Some(0 | 1)), "{}: {:?}", call.shown(), output.status);
    }
}

#[test]
fn a_killed_run_leaves_the_old_file_or_the_new_one() {
    const OLD: &[u8] = b"the old file";
    let files = Files::of(&[&good, &bad]);
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("out.ndjson");
    let out = ["-o", path.to_str().unwrap()];
    for call in calls().iter().filter(|call| call.takes("--output")) {
        fs::write(&path, OLD).unwrap();
        let whole = files.command(call, &out).output().map(|_| fs::read(&path).unwrap()).unwrap();
        // Not the path of the file that it wrote, which is another one in each run.
        if call.is(&["config", "init"]) {
            continue;
        }
        assert_ne!(whole, OLD, "{}", call.shown());
        let runs = if call.reads_files() { 100 } else { 10 };
        for run in 0..runs {
            fs::write(&path, OLD).unwrap();
            let mut command = files.command(call, &out);
            let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            std::thread::sleep(Duration::from_micros(run * 6_000 / runs));
            child.kill().unwrap();
            child.wait().unwrap();
            let left = fs::read(&path).unwrap();
            assert!(left == OLD || left == whole, "{}: {} bytes", call.shown(), left.len());
        }
    }
}
