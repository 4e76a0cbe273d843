//! `muster roster check` as a whole: the same roster in two formats, two runs alike, nothing lost, no private value
//! shown.

use crate::harness::{command, formats, json_in, muster};
use serde_json::Value;

fn check(file: &str) -> Value {
    let output = muster(&["roster", "check", "--all", "-f", "json", file]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    json_in(&output)
}

/// Returns the findings without their file and line.
fn without_places(report: &Value) -> Vec<Value> {
    let mut findings = report["findings"].as_array().unwrap().clone();
    for finding in &mut findings {
        let finding = finding.as_object_mut().unwrap();
        finding.remove("file");
        finding.remove("line");
        let message = finding["message"].as_str().unwrap().split(" of line ").next().unwrap().to_owned();
        finding["message"] = message.into();
    }
    findings
}

#[test]
fn a_signature_that_is_due_has_its_days() {
    let signed = |by: &str, on: &str, as_of: &str| {
        let base = ["roster", "check", "--config", "", "-f", "json", "--only", "roster-signature", "--fail-on", "none"];
        let more = ["--signed-by", by, "--signed-on", on, "--as-of", as_of, "fixtures/roster_check/millbrook.csv"];
        let report: Value = json_in(&muster(&[&base[..], &more[..]].concat()));
        report["findings"][0].clone()
    };
    // From 30 Jun to 21 Nov 2026: 31 + 31 + 30 + 31 + 21 days.
    let late = signed("chief", "2025-12-31", "2026-11-21");
    assert_eq!((&late["due"], &late["days"]), (&"2026-06-30".into(), &(-144).into()));
    // 30 Jun 2029 is a Saturday; the end of a half is no time that runs from an event (settled 146).
    let saturday = signed("interim-chief", "2028-12-31", "2029-06-01");
    assert_eq!((&saturday["due"], &saturday["extended"]), (&"2029-06-30".into(), &Value::Null));
    assert!(saturday["notes"].to_string().contains("Notice of Appointment signed by the mayor"), "{saturday}");
}

#[test]
fn a_roster_in_csv_and_in_json_has_the_same_findings() {
    for name in ["millbrook", "tamarack"] {
        let (csv, json) =
            (check(&format!("fixtures/roster_check/{name}.csv")), check(&format!("fixtures/roster_check/{name}.json")));
        assert_eq!(without_places(&csv), without_places(&json), "{name}");
        assert_eq!(csv["summary"], json["summary"], "{name}");
    }
}

#[test]
fn every_answer_is_counted_once() {
    let report = check("fixtures/roster_check/tamarack.csv");
    let summary = report["summary"].as_object().unwrap();
    assert_eq!(summary["records"], 200);
    let answers: u64 =
        summary.iter().filter(|(key, _)| *key != "records").map(|(_, count)| count.as_u64().unwrap()).sum();
    assert_eq!(answers, report["findings"].as_array().unwrap().len() as u64, "with --all each is a finding");
}

#[test]
fn findings_are_in_the_order_of_line_and_rule() {
    let report = check("fixtures/roster_check/tamarack.csv");
    let findings = report["findings"].as_array().unwrap();
    let place = |finding: &Value| (finding["line"].as_u64(), finding["rule"].as_str().map(str::to_owned));
    assert!(findings.is_sorted_by_key(place));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for format in &formats() {
        let run = || muster(&["roster", "check", "-f", format, "fixtures/roster_check/tamarack.csv"]).stdout;
        assert_eq!(run(), run(), "{format}");
    }
}

#[test]
fn without_all_only_findings_to_act_on_are_written() {
    let all = check("fixtures/roster_check/tamarack.csv");
    let output = muster(&["roster", "check", "-f", "json", "fixtures/roster_check/tamarack.csv"]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let needs =
        |finding: &&Value| ["due-soon", "overdue", "review", "unknown"].contains(&finding["status"].as_str().unwrap());
    let expected: Vec<&Value> = all["findings"].as_array().unwrap().iter().filter(needs).collect();
    assert_eq!(told["findings"].as_array().unwrap().iter().collect::<Vec<_>>(), expected);
    assert_eq!(told["summary"], all["summary"]);
}

#[test]
fn no_private_value_is_shown() {
    let file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
    let roster = "ptb_id,last_name,dob,email,ssn,esigned\n1,Doe,SECRET-1990,SECRET@@x,SECRET-123-45,2026-01-05\n";
    std::fs::write(file.path(), roster).unwrap();
    for format in &formats() {
        let output = muster(&["roster", "check", "--all", "-f", format, file.path().to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1));
        for stream in [output.stdout, output.stderr] {
            assert!(!String::from_utf8(stream).unwrap().contains("SECRET"), "{format}");
        }
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = command(["roster", "check", "--all", "-f", "ndjson", "fixtures/roster_check/tamarack.csv"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn the_day_comes_from_the_environment_and_a_flag_beats_it() {
    let as_of = |args: &[&str], environment: &str| {
        let output = command(["roster", "check", "-f", "json", "fixtures/roster_check/millbrook.csv"])
            .args(args)
            .env("MUSTER_AS_OF", environment)
            .output()
            .unwrap();
        json_in(&output)["as_of"].as_str().unwrap().to_owned()
    };
    assert_eq!(as_of(&[], "2026-03-01"), "2026-03-01");
    assert_eq!(as_of(&["--as-of", "4/5/2026"], "2026-03-01"), "2026-04-05");
}

#[test]
fn any_number_of_threads_agrees_over_many_files() {
    // Not UTF-8, before files that are: its note must not be repeated for a file that reuses its memory.
    let western = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
    std::fs::write(western.path(), b"ptb_id,name,agency\n1,Mu\xf1oz,\"Elm\nGrove\"\n1,Doe,elmgrove\n").unwrap();
    let files = ["roster_check/messy.csv", "roster_check/millbrook.csv", "roster_check/millbrook.json"]
        .into_iter()
        .chain(["roster_check/tamarack.csv", "roster_diff/autumn.csv", "template/roster.csv"])
        .map(|name| format!("fixtures/{name}"));
    let files: Vec<String> = std::iter::once(western.path().to_str().unwrap().to_owned()).chain(files).collect();
    for format in &formats() {
        let run = |threads| {
            let mut args = vec!["roster", "check", "--as-of", "2026-11-21", "-f", format, "--threads", threads];
            args.extend(files.iter().map(String::as_str));
            let output = muster(&args);
            [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap())
        };
        let alone = run("1");
        let notes = alone.iter().map(|text| text.matches("read as Windows-1252").count()).sum::<usize>();
        assert_eq!(notes, 1, "{format}: one file has such cells");
        for threads in ["2", "5"] {
            assert_eq!(run(threads), alone, "{format} with {threads} threads");
        }
    }
}

#[test]
fn any_number_of_threads_writes_the_same_bytes() {
    // Six batches, every third row with something wrong, every hundredth officer twice.
    let mut roster = String::from("ptb_id,last_name,agency,hire_date,employment,basic_completed,esigned\n");
    for row in 0..24_000_u32 {
        let (day, id) = (1 + row % 28, row - u32::from(row % 100 == 99));
        let completed = if row % 3 == 0 { "2026-02-30".to_owned() } else { format!("2020-03-{day:02}") };
        roster += &format!(
            "{id:07},Doe{row},Agency {},2019-10-{day:02},FT,{completed},2026-01-{day:02} and so on\n",
            row % 37
        );
    }
    let file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
    std::fs::write(file.path(), roster).unwrap();
    let path = file.path().to_str().unwrap();
    // Every format gets the same findings in the same order; one that streams and one that wraps them are enough.
    for format in ["ndjson", "json"] {
        let run = |threads| {
            let args = ["roster", "check", "-f", format, "--threads", threads, path, path];
            let output = muster(&args);
            assert_eq!(output.status.code(), Some(1));
            output.stdout
        };
        let alone = run("1");
        assert!(alone.len() > 1_500_000);
        for threads in ["2", "5"] {
            assert!(run(threads) == alone, "{format} with {threads} threads");
        }
    }
}

/// Returns status, line and message of each finding of a rule.
fn of_rule(rule: &str, header: &str, rows: &str) -> Vec<(String, u64, String)> {
    let (_folder, path) = crate::harness::file("roster.csv", &format!("{header}\n{rows}\n"));
    let report = json_in(&muster(&["roster", "check", "-f", "json", "--all", &path]));
    let findings = report["findings"].as_array().unwrap().iter().filter(|finding| finding["rule"] == rule);
    findings
        .map(|it| {
            let text = |key: &str| it[key].as_str().unwrap().to_owned();
            (text("status"), it["line"].as_u64().unwrap(), text("message"))
        })
        .collect()
}

#[test]
fn an_appointment_that_ended_is_no_duplicate() {
    // Settled 149 and 223, in either order of the rows.
    const HEADER: &str = "ptb_id,last_name,agency,hire_date,separated";
    let lines = |rows: &[&str]| {
        let found = of_rule("duplicate-ptb-id", HEADER, &rows.join("\n"));
        found.into_iter().map(|(_, line, message)| (line, message)).collect::<Vec<_>>()
    };
    const FIRST: &str = "1,Ames,Mill PD,2015-06-01,2020-06-30";
    const BACK: &str = "1,Ames,mill pd,2020-06-30,";
    const EARLY: &str = "1,Ames,Mill PD,2020-06-29,";
    assert!(lines(&[FIRST, BACK]).is_empty() && lines(&[BACK, FIRST]).is_empty());
    assert_eq!(lines(&[FIRST, EARLY])[0].0, 3);
    assert_eq!(lines(&[EARLY, FIRST])[0].0, 3);
    // It clashes with the second row, whatever the first one says.
    let third = lines(&[FIRST, BACK, "1,Ames,Mill PD,2021-01-04,"]);
    assert_eq!(third.len(), 1);
    assert!(third[0].0 == 4 && third[0].1.contains("line 3"), "{third:?}");
    // As recorded: an end before the hire is impossible, and still an end.
    assert!(lines(&["1,Ames,Mill PD,2021-01-04,2019-01-01", BACK]).is_empty());
    assert_eq!(lines(&[BACK, "1,Ames,Mill PD,2021-01-04,soon"]).len(), 1);
    assert_eq!(lines(&[BACK, "1,Ames,Mill PD,,"]).len(), 1);
}

#[test]
fn hours_on_several_rows_may_each_be_one_agencys() {
    // Settled 147, 222, 271 and 276.
    const HEADER: &str = "ptb_id,last_name,agency,certification,employment,hours_year";
    let rows = |rows: &[(&str, &str)]| {
        let lines: Vec<String> =
            rows.iter().map(|(agency, hours)| format!("1,Ames,{agency},part-time,part-time,{hours}")).collect();
        of_rule("part-time-hours", HEADER, &lines.join("\n"))
    };
    let statuses = |cells: &[(&str, &str)]| rows(cells).into_iter().map(|(status, ..)| status).collect::<Vec<_>>();
    let both = rows(&[("Mill PD", "900"), ("Brook PD", "800")]);
    assert_eq!((both[0].0.as_str(), both[1].0.as_str()), ("met", "review"));
    assert!(both[1].2.contains("900 on line 2 and 800 here") && both[1].2.contains("1,700"), "{}", both[1].2);
    assert_eq!(statuses(&[("Mill PD", "760"), ("Brook PD", "800")]), ["met", "met"], "exactly 1,560");
    assert_eq!(statuses(&[("Mill PD", "760.5"), ("Brook PD", "800")]), ["met", "review"]);
    assert_eq!(statuses(&[("Mill PD", "900"), ("Brook PD", "900")]), ["met", "met"], "the same total");
    assert_eq!(statuses(&[("Mill PD", "900"), ("mill  pd", "800")]), ["met", "met"], "one agency");
    assert_eq!(statuses(&[("", "900"), ("Brook PD", "800")]), ["met", "review"]);
    assert_eq!(statuses(&[("Mill PD", ""), ("Brook PD", "1500")]), ["unknown", "due-soon"]);
    assert_eq!(statuses(&[("Mill PD", "1000"), ("Brook PD", "1500")]), ["met", "review"]);
    assert_eq!(statuses(&[("Mill PD", "1000"), ("Brook PD", "1600")]), ["met", "overdue"]);
    // Each different figure once: 600 and 500 and 600 are 1,100; with 470 more 1,570.
    assert_eq!(statuses(&[("A", "600"), ("B", "500"), ("C", "600")]), ["met", "met", "met"]);
    assert_eq!(statuses(&[("A", "600"), ("B", "500"), ("C", "470")]), ["met", "met", "review"]);
    let without_agency = of_rule(
        "part-time-hours",
        "ptb_id,last_name,certification,employment,hours_year",
        "1,Ames,part-time,part-time,900\n1,Ames,part-time,part-time,800",
    );
    assert!(without_agency.iter().all(|(status, ..)| status == "met"));
}

#[test]
fn officers_on_rows_of_several_agencies_are_counted_in_a_note() {
    // Settled 147.
    let (_folder, path) = crate::harness::file(
        "roster.csv",
        "ptb_id,last_name,agency\n1,Ames,Mill PD\n1,Ames,Brook PD\n1,Ames,Oak PD\n2,Bell,Mill PD\n3,Cole,A\n3,Cole,B\n",
    );
    let report = json_in(&muster(&["roster", "check", "-f", "json", &path]));
    let notes: Vec<&str> = report["notes"].as_array().unwrap().iter().filter_map(|note| note.as_str()).collect();
    assert!(notes.iter().any(|note| note.contains("2 officers are on rows of several agencies")), "{notes:?}");
}

#[test]
fn a_reason_names_a_column_that_the_file_has() {
    let message = |rule: &str, header: &str, row: &str| of_rule(rule, header, row)[0].2.clone();
    let hired_later = message("scenario-training", "last_name,hire_date,scenario_completed", "Ames,2025-07-01,");
    assert_eq!(hired_later, "the officer was hired after the window (see hire_date)");
    let undated =
        message("firearms-qualification", "last_name,first_name,original_hire_date,firearms_qualified", "Ames,Di,,");
    assert_eq!(undated, "original_hire_date is blank; the answer needs it");
    let overdue = message("firearms-qualification", "last_name,hire_date,firearms_qualified", "Ames,2015-06-01,");
    assert!(!overdue.contains("firearms_comment"), "{overdue}");
}
