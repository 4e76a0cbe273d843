//! What reaches a terminal is shown and does nothing: names of files, keys, flags and headings in errors and notes, and
//! the cells of every format.

use crate::harness::{command, file, told, written};
use serde_json::Value;
use std::process::Output;

/// A color, a C1 control, a bidirectional override, a bell and a zero-width space.
const ACTS: &str = "\u{1b}[31m\u{9b}1m\u{202e}\u{7}\u{200b}";

/// Asserts that nothing in a text acts on a terminal.
fn assert_shown(what: &str, text: &str) {
    let acts = |letter: char| letter.is_control() && letter != '\n' || "\u{202e}\u{200b}".contains(letter);
    assert!(!text.replace("\r\n", "\n").contains(acts), "{what}: {text:?}");
}

fn assert_error_shown(what: &str, output: &Output) {
    assert_eq!(output.status.code(), Some(2), "{what}: {}", told(output));
    assert!(told(output).contains("\\u{"), "{what}: the name is not there: {}", told(output));
    assert_shown(what, &told(output));
}

#[test]
fn names_in_errors_are_shown_and_not_sent() {
    let (folder, roster) = file("r.csv", "ptb_id,last_name,firearms_qualified\n1,Doe,\n");
    let hostile = |ending: &str| folder.path().join(format!("x{ACTS}.{ending}")).to_str().unwrap().to_owned();
    let nothing = written(&folder, &format!("x{ACTS}.csv"), "x\n");
    let config = written(&folder, &format!("x{ACTS}.toml"), "\"a\\u001b[31m\\u202e\" = 1\n");
    let course = written(&folder, &format!("x{ACTS}.json"), "{\"a\\u001b[31m\": 1}");
    let missing = hostile("gone");
    let no_folder = format!("{}/out.csv", hostile("nofolder"));
    for args in [
        vec!["roster", "check", &nothing],
        vec!["roster", "check", &missing],
        vec!["roster", "check", "--config", &config, &roster],
        vec!["roster", "check", "--config", &missing, &roster],
        vec!["roster", "check", "--only", ACTS, &roster],
        vec!["roster", "check", "--columns", ACTS, &roster],
        vec!["roster", "check", "-o", &no_folder, &roster],
        vec!["roster", "check", &format!("--{ACTS}"), &roster],
        vec!["roster", "check", "-f", ACTS, &roster],
        vec!["roster", ACTS],
        vec![ACTS],
        vec!["roster", "notices", "--letters", &nothing, &roster],
        vec!["firearms", "score", "--course", &course, &roster],
        vec!["firearms", "score", "--roster", &nothing, &roster],
        vec!["firearms", "score", "--roster", &roster, "--update", &no_folder, &roster],
        vec!["rules", "--find", ACTS],
        vec!["deadline", ACTS],
    ] {
        assert_error_shown(&format!("{args:?}"), &command(&args).output().unwrap());
    }
}

#[test]
fn names_in_faults_and_notes_are_shown_and_not_sent() {
    let (folder, _) = file("r.csv", "");
    let text = format!("ptb_id,last_name,date,hits,a{ACTS}\n1,Doe,soon,x,\n2,Roe,2026-01-05,30,,x\n");
    let sheet = written(&folder, &format!("s{ACTS}.csv"), &text);
    for format in ["table", "csv", "markdown", "json", "ndjson"] {
        let output = command(["firearms", "score", "-f", format, &sheet]).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{format}");
        assert_shown(format, &String::from_utf8_lossy(&output.stderr));
        if format != "csv" {
            assert_shown(format, &String::from_utf8_lossy(&output.stdout));
        }
    }
}

#[test]
fn json_escapes_what_acts_and_reads_back_the_same() {
    let (_folder, roster) = file("r.csv", &format!("ptb_id,last_name,hire_date\n1,Doe{ACTS}\u{e0041},x\n"));
    for format in ["json", "ndjson"] {
        let output = command(["roster", "check", "-f", format, &roster]).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert_shown(format, &text);
        assert!(text.contains("\\u009b") && text.contains("\\u202e") && text.contains("\\udb40\\udc41"), "{text}");
        let first: Value = match format {
            "json" => serde_json::from_str::<Value>(&text).unwrap()["findings"][0].clone(),
            _ => serde_json::from_str(text.lines().next().unwrap()).unwrap(),
        };
        assert_eq!(first["name"], format!("Doe{ACTS}\u{e0041}"));
    }
}

#[test]
fn a_full_width_sign_begins_no_formula() {
    for sign in ["=", "+", "-", "@", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}"] {
        let (_folder, roster) = file("r.csv", &format!("ptb_id,last_name,hire_date\n1,{sign}Doe,soon\n"));
        let output = command(["roster", "check", "-f", "csv", &roster]).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains(&format!(",'{sign}Doe,")), "{text}");
    }
}

#[test]
fn markdown_calls_nobody_and_links_nothing() {
    let (_folder, roster) =
        file("r.csv", "ptb_id,last_name,hire_date\n1,@octocat www.x.example https://x.example,soon\n");
    let text = told(&command(["roster", "check", "-f", "markdown", &roster]).output().unwrap());
    assert!(text.contains("\u{ff20}octocat www\\.x.example https\\:\\/\\/x.example"), "{text}");
}

/// Every command that reads a sheet, with a sheet in which cells act on a terminal.
#[cfg(unix)]
fn hostile_sheets(folder: &tempfile::TempDir) -> Vec<Vec<String>> {
    let sheet =
        |name: &str, header: &str, row: &str| written(folder, name, &format!("{header}\n{row}\n").replace('*', ACTS));
    let officers = "1,Doe*,Fernhill* PD,2020-01-05,2025-06-01,\n2,Roe*,Ash* PD,x*,y*,";
    let roster = sheet("r.csv", "ptb_id,last_name,agency,hire_date,firearms_qualified,Note*", officers);
    let later = sheet("l.csv", "ptb_id,last_name,agency,hire_date", "1,Roe*,Ash* PD,2020-01-05");
    let power = sheet("p.csv", "name,sex,age,test_date,sit_ups,run", "\"Doe*, Jo\",F*,30,2026-06-06,30,x*");
    let shoot = sheet("f.csv", "name,date,hits,weapon,instructor", "\"Doe*, Jo\",2026-06-06,30,x*,Roe*");
    let claim = sheet("c.csv", "claim_id,last_name,line_kind,amount", "1*,Doe*,tuition*,x*");
    let records = sheet("t.csv", "last_name,course,completed,hours,provider", "Doe*,First* aid,x*,4,me*");
    let exam = sheet("e.csv", "last_name,attempt_date,score", "Doe*,x*,80*");
    let permit = sheet("d.csv", "last_name,separated,years_service", "Doe*,x*,10*");
    let lines = ["roster check", "roster due", "roster notices", "roster columns"].map(|words| vec![words, &roster]);
    let others = [
        vec!["roster diff", &roster, &later],
        vec!["power score", &power],
        vec!["firearms score", &shoot],
        vec!["reimburse claim", &claim],
        vec!["training check", &records, "--roster", &later],
        vec!["exam check", &exam],
        vec!["permit check", &permit],
    ];
    let words = |line: Vec<&str>| line.iter().flat_map(|part| part.split(' ').map(str::to_owned)).collect();
    lines.into_iter().chain(others).map(words).collect()
}

#[cfg(unix)]
#[test]
fn no_cell_acts_on_a_terminal_in_any_format() {
    let folder = tempfile::TempDir::new().unwrap();
    for line in hostile_sheets(&folder) {
        for format in crate::harness::formats() {
            let mut run = command(line.iter().map(String::as_str).chain(["-f", format.as_str()]));
            run.env("NO_COLOR", "1").env("TERM", "xterm");
            let mut session = rexpect::session::spawn_command(run, Some(20_000)).unwrap();
            // The terminal hands its bytes on as letters.
            let bytes = session.exp_eof().unwrap().chars().filter_map(|letter| u8::try_from(letter).ok()).collect();
            let text = String::from_utf8(bytes).unwrap();
            assert_shown(&format!("{line:?} {format}"), &text);
            // The cells are there, by the codes of their letters; a CSV has them too.
            assert!(text.contains("202e"), "{line:?} {format}: {text}");
        }
    }
}
