//! Hostile input: muster answers, counts every record, and neither panics nor hangs.

use crate::harness::{command, file as written, json_in};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::NamedTempFile;

/// The longest time for any test here, on a slow machine, without optimisation.
const PATIENCE: Duration = Duration::from_secs(60);

fn file(ending: &str, bytes: &[u8]) -> NamedTempFile {
    let mut file = tempfile::Builder::new().suffix(ending).tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file
}

fn spawn(args: &[&str], stdin: Stdio) -> Child {
    command(args).stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Runs `roster check` on a file; a panic (101), a signal or a timeout is a failure.
fn check(ending: &str, bytes: &[u8], args: &[&str]) -> Output {
    let file = file(ending, bytes);
    let began = Instant::now();
    let args = [&["roster", "check", file.path().to_str().unwrap()], args].concat();
    let output = spawn(&args, Stdio::null()).wait_with_output().unwrap();
    assert!(began.elapsed() < PATIENCE, "it took {:?}", began.elapsed());
    let code = output.status.code().unwrap_or_else(|| panic!("ended by a signal"));
    assert!(code <= 2, "code {code}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

fn json(ending: &str, bytes: &[u8]) -> Value {
    json_in(&check(ending, bytes, &["-f", "json"]))
}

/// Counts the findings of this rule.
fn count(document: &Value, rule: &str) -> usize {
    document["findings"].as_array().unwrap().iter().filter(|finding| finding["rule"] == rule).count()
}

const HEADER: &str = "ptb_id,last_name,hire_date,employment,basic_completed\n";

fn roster(rows: &str) -> Vec<u8> {
    format!("{HEADER}{rows}").into_bytes()
}

#[test]
fn a_cell_of_a_megabyte_is_a_cell() {
    let name = "x".repeat(1 << 20);
    let document =
        json(".csv", &roster(&format!("1,{name},2026-01-05,FT,2026-05-01\n2,{name},{name},FT,\n3,Doe,,,\n")));
    assert_eq!(document["summary"]["records"], 3);
    assert_eq!(count(&document, "unreadable-value"), 1);
    let message = document["findings"].as_array().unwrap().iter().find(|finding| finding["rule"] == "unreadable-value");
    assert!(message.unwrap()["message"].as_str().unwrap().len() < 200, "a message is short");
}

#[test]
fn a_million_columns_in_one_row_are_one_ragged_row() {
    let document = json(
        ".csv",
        &roster(&format!("1,Doe,2026-01-05,FT,2026-05-01{}x\n2,Roe,2026-01-05,FT,2026-05-01\n", ",".repeat(1_000_000))),
    );
    assert_eq!((count(&document, "ragged-row"), &document["summary"]["records"]), (1, &2.into()));
}

#[test]
fn quotes_that_are_never_closed_lose_no_row() {
    let rows: String = (0..5_000).map(|row| format!("{row},\"Doe,2026-01-05,FT,\n")).collect();
    let document = json(".csv", &roster(&rows));
    assert_eq!((count(&document, "unclosed-quote"), &document["summary"]["records"]), (5_000, &5_000.into()));
    let one = json(".csv", &roster(&format!("1,\"Doe,\n{}", "2,Roe,2026-01-05,FT,2026-05-01\n".repeat(10_000))));
    assert_eq!((count(&one, "unclosed-quote"), &one["summary"]["records"]), (1, &10_001.into()));
}

#[test]
fn nul_bytes_are_part_of_a_cell_and_shown_escaped() {
    let output = check(".csv", &roster("1,D\0oe,20\0 26,FT,\n"), &[]);
    let table = String::from_utf8(output.stdout).unwrap();
    assert!(table.contains("D\\u{0}oe") && !table.contains('\0'), "{table}");
}

#[cfg(unix)]
#[test]
fn files_may_be_more_than_descriptors() {
    const FILES: u32 = 1_200;
    let folder = tempfile::tempdir().unwrap();
    for at in 1..=FILES {
        let (ending, text) = match at % 4 {
            0 => ("csv", format!("ptb_id,last_name\n{at},Doe\n")),
            1 => ("json", format!("[{{\"ptb_id\":\"{at}\",\"last_name\":\"Doe\"}}]")),
            2 => ("ndjson", format!("{{\"ptb_id\":\"{at}\",\"last_name\":\"Doe\"}}\n")),
            _ => ("tsv", format!("ptb_id\tlast_name\n{at}\tDoe\n")),
        };
        fs::write(folder.path().join(format!("r{at}.{ending}")), text).unwrap();
    }
    let muster = command(["roster", "check", "-f", "json", "--only", "ptb-id"]);
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("ulimit -n 256; exec \"$0\" \"$@\" {}/r*", folder.path().display())]);
    shell.arg(muster.get_program()).args(muster.get_args()).stdin(Stdio::null());
    let output = shell.envs(muster.get_envs().filter_map(|(name, value)| Some((name, value?)))).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["summary"]["records"], FILES);
}

#[test]
fn a_configuration_has_a_megabyte_at_most() {
    let line = |at: usize| format!("\"heading {at}\" = \"ignore\"\n");
    let mut most = "[columns]\n".to_owned();
    (0..).map(line).take_while(|line| line.len() < 40).find(|line| {
        let is_full = most.len() + line.len() > 1 << 20;
        if !is_full {
            most.push_str(line);
        }
        is_full
    });
    most.push_str(&"#".repeat((1 << 20) - most.len()));
    let show = |text: &str| {
        let (_folder, path) = written("config.toml", text);
        let began = Instant::now();
        let output = command(["config", "path", "--config", &path]).output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        let output = command(["config", "show", "--config", &path]).output().unwrap();
        assert!(began.elapsed() < PATIENCE, "it took {:?}", began.elapsed());
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(show(&most), (Some(0), String::new()));
    let over = show(&format!("{most}#"));
    assert_eq!(over.0, Some(2));
    assert!(over.1.contains("the configuration cannot be read: it is longer than a megabyte"), "{}", over.1);
    // Every line is a mistake.
    let wrong = show(&most.replace("ignore", "ignor3"));
    assert_eq!((wrong.0, wrong.1.matches("did you mean ignore?").count()), (Some(2), 200));
    assert!(wrong.1.contains("[columns]: more names were not looked at; mend these first"), "{}", wrong.1);
    if cfg!(target_os = "linux") {
        let endless = command(["roster", "check", "r.csv", "--config", "/dev/zero"]).output().unwrap();
        assert!(String::from_utf8(endless.stderr).unwrap().contains("longer than a megabyte"));
    }
}

#[test]
fn deep_json_is_a_fault_and_no_overflow() {
    let deep = format!("[{{\"ptb_id\":1,\"last_name\":{}1{}}}]", "[".repeat(100_000), "]".repeat(100_000));
    assert!(check(".json", deep.as_bytes(), &[]).status.code() > Some(0));
    let deep =
        format!("{{\"ptb_id\":1}}\n{{\"ptb_id\":{}1{}}}\n{{\"ptb_id\":3}}\n", "[".repeat(100_000), "]".repeat(100_000));
    let document = json(".ndjson", deep.as_bytes());
    assert_eq!(document["summary"]["records"], 3);
}

#[test]
fn lines_that_are_nothing_but_faults_take_steady_memory() {
    let file = file(".ndjson", format!("{{\"ptb_id\":1}}\n{}", "1\n".repeat(400_000)).as_bytes());
    let path = file.path().to_str().unwrap();
    let child = spawn(&["roster", "check", path, "-f", "ndjson", "-q", "-o", "/dev/null"], Stdio::null());
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let mut child = child;
    while child.try_wait().unwrap().is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let high = text.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        peak = peak.max(high.unwrap_or(0));
        std::thread::sleep(Duration::from_millis(1));
    }
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert!(peak < 64 * 1024, "{peak} KiB");
}

#[test]
fn a_huge_number_of_columns_is_named_at_once() {
    let keys: Vec<String> = (0..9_000).map(|at| format!("\"k{at}\":1")).collect();
    let document = json(".json", format!("[{{\"ptb_id\":1,{}}}]", keys.join(",")).as_bytes());
    assert_eq!(document["summary"]["records"], 1);
    assert!(document["notes"].to_string().contains("and 8,950 more"), "{}", document["notes"]);
    let lines: String = (0..10_001).map(|at| format!("{{\"ptb_id\":1,\"k{at}\":1}}\n")).collect();
    let output = check(".ndjson", lines.as_bytes(), &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("more than 10,000 different keys"));
    let wide: String = (0..100_000).map(|at| format!(",colum{at}")).collect();
    let long = "a".repeat(1_000_000);
    let document = json(".csv", format!("ptb_id,{long}{wide}\n1\n").as_bytes());
    assert!(document["notes"].to_string().len() < 10_000, "no name is told whole that is as long as a page");
}

#[test]
fn a_number_of_a_million_digits_is_unreadable() {
    let digits = "9".repeat(1_000_000);
    let csv = format!("ptb_id,last_name,hours_year,extension_days\n1,Doe,{digits},{digits}\n2,Roe,0.{digits},-1\n");
    assert_eq!(count(&json(".csv", csv.as_bytes()), "unreadable-value"), 4);
    let ndjson = format!("{{\"ptb_id\":1,\"last_name\":\"Doe\",\"hours_year\":{digits}}}\n");
    assert_eq!(count(&json(".ndjson", ndjson.as_bytes()), "unreadable-value"), 1);
}

#[test]
fn a_repeated_header_is_passed_over_after_a_byte_order_mark() {
    let document = json(
        ".csv",
        &roster(&format!("1,Doe,2026-01-05,FT,2026-05-01\n\u{feff}{HEADER}2,Roe,2026-01-05,FT,2026-05-01\n")),
    );
    assert_eq!(document["summary"]["records"], 2);
    assert_eq!((count(&document, "unreadable-value"), &document["inputs"][0]["passed_over"]), (0, &1.into()));
}

#[test]
fn a_hundred_thousand_faults_are_all_written() {
    let rows: String = (0..100_000).map(|row| format!("{row},Doe,2026-02-30,FT,2026-05-01\n")).collect();
    for format in ["ndjson", "csv"] {
        let output = check(".csv", &roster(&rows), &["-f", format, "--only", "ptb-id"]);
        let told = String::from_utf8(output.stdout).unwrap();
        assert_eq!(told.lines().filter(|line| line.contains("unreadable-value")).count(), 100_000, "{format}");
    }
}

#[test]
fn a_byte_order_mark_in_the_middle_is_shown_escaped() {
    // Two files joined: the mark of the second comes before its header, which is passed over.
    let text = format!(
        "\u{feff}{HEADER}1,Doe,2026-01-05,FT,\n\u{feff}{HEADER}2,\u{feff}Roe,\u{feff}2026-01-05,FT,\n\
         3,R\u{feff}oe,2026-01-05,FT,\n"
    );
    let document = json(".csv", text.as_bytes());
    assert_eq!(document["summary"]["records"], 3);
    let names: Vec<_> =
        document["findings"].as_array().unwrap().iter().map(|finding| finding["name"].as_str()).collect();
    // Around a cell it is a blank without a width (settled 161); within one it stays.
    assert!(names.contains(&Some("Roe")) && names.contains(&Some("R\u{feff}oe")), "{names:?}");
    let shown = String::from_utf8(check(".csv", text.as_bytes(), &[]).stdout).unwrap();
    assert!(!shown.contains('\u{feff}') && shown.contains("R\\u{feff}oe"), "{shown}");
}

#[test]
fn a_file_that_changes_during_the_run_is_read_to_its_end() {
    let rows: String = (0..60_000).map(|row| format!("{row},Doe,2026-01-05,FT,\n")).collect();
    for change in [0, 1_000_003, u64::MAX] {
        for wait in [2, 6, 12] {
            let input = file(".csv", &roster(&rows));
            let args = ["roster", "check", input.path().to_str().unwrap(), "-f", "json", "--only", "ptb-id"];
            let child = spawn(&args, Stdio::null());
            std::thread::sleep(Duration::from_millis(wait));
            let other = fs::OpenOptions::new().append(true).open(input.path()).unwrap();
            match change {
                u64::MAX => (&other).write_all(b"60000,Roe,2026-01-05,FT,\n").unwrap(),
                length => other.set_len(length).unwrap(),
            }
            let output = child.wait_with_output().unwrap();
            assert!(output.status.code().is_some_and(|code| code <= 2), "{:?}", output.status);
            if output.status.code() == Some(2) {
                // Cut off before its header was read.
                assert!(output.stdout.is_empty());
                continue;
            }
            let document: Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(document["summary"]["records"], document["inputs"][0]["records"]);
        }
    }
}

#[test]
fn standard_input_that_ends_early_is_read_as_far_as_it_goes() {
    let mut child = spawn(&["roster", "check", "-", "-f", "json"], Stdio::piped());
    child.stdin.take().unwrap().write_all(format!("{HEADER}1,Doe,2026-01-05,FT,2026-05-01\n2,Ro").as_bytes()).unwrap();
    let document: Value = serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap();
    assert_eq!((&document["summary"]["records"], count(&document, "ragged-row")), (&2.into(), 1));
    let empty = spawn(&["roster", "check", "-"], Stdio::null()).wait_with_output().unwrap();
    assert_eq!(empty.status.code(), Some(2));
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_that_never_ends_takes_steady_memory() {
    let mut child = spawn(&["roster", "check", "-", "-f", "ndjson", "--only", "ptb-id"], Stdio::piped());
    let status = format!("/proc/{}/status", child.id());
    let most = || {
        let text = fs::read_to_string(&status).unwrap();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB").trim().to_owned();
        line.trim_end_matches(" kB").parse::<u64>().unwrap()
    };
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(HEADER.as_bytes()).unwrap();
    // The same officer over and over, so that the duplicate check has nothing more to remember.
    let rows = "1,Doe,2026-01-05,FT,2026-05-01\n".repeat(2_000);
    let mut out = child.stdout.take().unwrap();
    let reader = std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()).unwrap());
    let mut feed = |times| (0..times).for_each(|_| stdin.write_all(rows.as_bytes()).unwrap());
    feed(60);
    let early = most();
    feed(120);
    let late = most();
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap();
    assert!(late < early + 8 * 1024, "{early} KiB, then {late} KiB");
}

#[test]
fn every_day_and_count_a_keyboard_can_make_is_read_or_refused() {
    let odd = [
        "2026-00-01",
        "0/0/0000",
        "13/13/2026",
        "٢٠٢٦-٠١-٠١",
        "2026-01-01T",
        "T10:00",
        "1-1-1",
        "1e9",
        "+5",
        "0x1F",
        "½",
        "𝟙",
    ];
    for text in odd {
        let csv = format!(
            "ptb_id,last_name,hire_date,hours_year,extension_days,out_of_state\n1,Doe,{text},{text},{text},{text}\n"
        );
        let document = json(".csv", csv.as_bytes());
        assert_eq!(document["summary"]["records"], 1, "{text}");
        assert!(count(&document, "unreadable-value") >= 3, "{text}");
    }
    // What a program writes for nothing is blank (settled 167).
    for text in ["''", "NaN"] {
        let csv = format!("ptb_id,last_name,hire_date,hours_year\n1,Doe,{text},{text}\n");
        assert_eq!(count(&json(".csv", csv.as_bytes()), "unreadable-value"), 0, "{text}");
    }
}

#[test]
fn killed_at_any_moment_a_file_is_the_old_one_or_the_new_one() {
    let rows: String = (0..4_000).map(|row| format!("{row},Doe,2026-02-30,FT,\n")).collect();
    let input = file(".csv", &roster(&rows));
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("out.json");
    let args = ["roster", "check", input.path().to_str().unwrap(), "-o", target.to_str().unwrap()];
    spawn(&args, Stdio::null()).wait().unwrap();
    let new = fs::read(&target).unwrap();
    for step in 0..30 {
        fs::write(&target, "old").unwrap();
        let mut child = spawn(&args, Stdio::null());
        std::thread::sleep(Duration::from_millis(step * 4));
        let _ = child.kill();
        child.wait().unwrap();
        let found = fs::read(&target).unwrap();
        assert!(found == b"old" || found == new, "a part of a file after {} ms", step * 4);
    }
}
