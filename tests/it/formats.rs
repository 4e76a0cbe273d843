//! The same findings in every format, and the effect of `-o`, `-q`, `--redact` and the configuration.

use crate::harness::{command, file, flat, formats, json_in, muster};
use serde_json::Value;
use std::fs;
use std::process::Output;
use tempfile::TempDir;

const ROSTER: &str = "fixtures/roster_check/tamarack.csv";

fn check(args: &[&str]) -> Output {
    muster(&[&["roster", "check"], args].concat())
}

fn json(args: &[&str]) -> Value {
    json_in(&check(&[args, &["-f", "json"]].concat()))
}

#[test]
fn every_machine_format_agrees() {
    let json = json(&["--all", ROSTER]);
    let findings = json["findings"].as_array().unwrap();

    let ndjson = check(&["--all", "-f", "ndjson", ROSTER]).stdout;
    let mut lines: Vec<Value> =
        String::from_utf8(ndjson).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let summary = lines.pop().unwrap();
    assert_eq!((&summary["type"], &summary["summary"]), (&"summary".into(), &json["summary"]));
    assert_eq!(summary["inputs"], json["inputs"]);
    assert_eq!(lines.len(), findings.len());
    for (line, finding) in lines.iter_mut().zip(findings) {
        assert_eq!(line.as_object_mut().unwrap().remove("type").unwrap(), "finding");
        assert_eq!(line, finding);
    }

    let csv = check(&["--all", "-f", "csv", ROSTER]).stdout;
    let mut rows = csv::Reader::from_reader(csv.as_slice());
    let keys: Vec<String> = rows.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(
        keys.iter().map(String::as_str).collect::<Vec<_>>(),
        [
            "rule",
            "status",
            "ptb_id",
            "name",
            "file",
            "line",
            "column",
            "due",
            "extended",
            "days",
            "message",
            "sources",
            "notes",
            "accepted.reason",
            "accepted.by",
            "accepted.until",
            "change"
        ]
    );
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), findings.len());
    for (row, finding) in rows.iter().zip(findings) {
        for (key, cell) in keys.iter().zip(row) {
            assert_eq!(cell, flat(&finding[key]), "{key}");
        }
    }

    let markdown = String::from_utf8(check(&["--all", "-f", "markdown", ROSTER]).stdout).unwrap();
    assert_eq!(
        markdown.lines().filter(|line| line.starts_with("| ")).count(),
        findings.len() + 2,
        "a row each, under a header and a rule"
    );
}

#[test]
fn answers_are_counted_alike_whether_shown_or_not() {
    // Rules that cannot apply to an officer are not asked unless their answers are shown.
    let (_folder, odd) = file(
        "odd.csv",
        "ptb_id,last_name,employment,hire_date,separated,basic_completed,freeze_to,certification\n\
         1,Left,FT,2020-01-05,2024-05-01,,,\n2,Unclear,FT,2020-01-05,2024-02-30,,,\n\
         3,Planned,PT,2020-01-05,2026-12-31,,,\n\
         4,Blank,,2020-01-05,,,,\n5,Garbled,sometimes,2020-01-05,,,2021-13-01,\n6,Later,FT,2026-12-05,,2026-12-06,,\n",
    );
    for roster in [odd.as_str(), ROSTER, "fixtures/roster_check/millbrook.csv", "fixtures/roster_check/messy.csv"] {
        for more in [&[][..], &["--rewind", "--as-of", "2023-06-30"]] {
            let summary = |all: &[&str]| json(&[all, more, &[roster]].concat())["summary"].clone();
            let told = json(&[&["--all"][..], more, &[roster]].concat());
            let findings = told["findings"].as_array().unwrap();
            for (status, count) in told["summary"].as_object().unwrap().iter().filter(|(key, _)| *key != "records") {
                let of_status = |finding: &&Value| finding["status"].as_str().unwrap().replace('-', "_") == *status;
                assert_eq!(findings.iter().filter(of_status).count() as u64, *count, "{roster}: {status}");
            }
            assert_eq!(summary(&[]), told["summary"], "{roster} {more:?}");
        }
    }
}

#[test]
fn a_file_is_written_in_the_format_of_its_ending() {
    let folder = TempDir::new().unwrap();
    for (name, starts) in [
        ("a.json", "{\"findings\":["),
        ("a.ndjson", "{\"type\":\"finding\""),
        ("a.csv", "rule,status,"),
        ("a.md", "## muster roster check, 21 Nov 2026"),
    ] {
        let path = folder.path().join(name);
        let output = check(&["-o", path.to_str().unwrap(), ROSTER]);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
        assert!(fs::read_to_string(&path).unwrap().starts_with(starts), "{name}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4, "nothing is left beside them");
    let printed = check(&["-f", "csv", "-o", "-", ROSTER]).stdout;
    assert_eq!(printed, fs::read(folder.path().join("a.csv")).unwrap());
}

#[cfg(unix)]
#[test]
fn a_failed_run_leaves_the_old_file() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = TempDir::new().unwrap();
    let target = folder.path().join("old.json");
    fs::write(&target, "old").unwrap();
    fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).unwrap();
    let path = target.to_str().unwrap();

    assert_eq!(check(&["-o", path, "--ptb-id", "nobody", ROSTER]).status.code(), Some(2));
    assert_eq!(check(&["-o", path, "nowhere.csv"]).status.code(), Some(2));
    assert_eq!(fs::read_to_string(&target).unwrap(), "old");

    // The output does not replace the input.
    let roster = folder.path().join("roster.csv");
    fs::copy(ROSTER, &roster).unwrap();
    let over = check(&["-o", roster.to_str().unwrap(), roster.to_str().unwrap()]);
    assert_eq!(over.status.code(), Some(2));
    assert!(String::from_utf8(over.stderr).unwrap().contains("this file is read and is not written over"));
    assert_eq!(fs::read(&roster).unwrap(), fs::read(ROSTER).unwrap());

    let text = fs::File::open(ROSTER).unwrap();
    let mut from_input = command(["roster", "check", "-", "-o", "-"]);
    from_input.stdin(text);
    assert_eq!(from_input.output().unwrap().status.code(), Some(1), "standard input and output are no one file");

    let link = folder.path().join("link.json");
    symlink("old.json", &link).unwrap();
    assert_eq!(check(&["-o", link.to_str().unwrap(), ROSTER]).status.code(), Some(1));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink(), "the link is followed, not replaced");
    assert!(fs::read_to_string(&target).unwrap().starts_with("{\"findings\""));
    assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o640, "and keeps its permissions");
}

#[test]
fn pages_without_answers_can_be_written_to_a_file() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("page");
    for page in [&["schema"][..], &["completions", "bash"], &["man"], &["config", "show"], &["template", "roster"]] {
        let to_file = muster(&[page, &["-o", path.to_str().unwrap()]].concat());
        assert_eq!((to_file.status.code(), to_file.stdout.len()), (Some(0), 0), "{page:?}");
        assert_eq!(fs::read(&path).unwrap(), muster(page).stdout, "{page:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn devices_are_written_directly_a_full_disk_is_an_error() {
    assert_eq!(check(&["-f", "json", "-o", "/dev/null", ROSTER]).status.code(), Some(1));
    let piped = check(&["-f", "json", "-o", "/dev/stdout", ROSTER]);
    assert!(
        piped.status.code() == Some(1) && piped.stdout.starts_with(b"{\"findings\""),
        "a pipe that is open already"
    );
    let workbook = check(&["-o", "roster.xlsx", ROSTER]);
    assert!(String::from_utf8(workbook.stderr).unwrap().contains("muster writes no .xlsx"));
    let full = check(&["-f", "json", "-o", "/dev/full", ROSTER]);
    assert_eq!(full.status.code(), Some(2));
    assert!(String::from_utf8(full.stderr).unwrap().starts_with("muster: /dev/full: cannot be written: No space left"));
    let nowhere = check(&["-o", "/nowhere/a.json", ROSTER]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(String::from_utf8(nowhere.stderr).unwrap().starts_with("muster: /nowhere/a.json: cannot be written"));
}

#[test]
fn a_ticket_has_the_file_and_the_notes_of_a_finding() {
    let markdown = check(&["-f", "markdown", "fixtures/roster_check/millbrook.csv"]);
    let text = String::from_utf8(markdown.stdout).unwrap();
    let row = text.lines().find(|line| line.contains("basic-training-deadline | basic_completed")).unwrap();
    assert!(row.contains("| fixtures/roster_check/millbrook.csv | 4 |") && row.contains("| 2026-03-02 |"), "{row}");
    assert!(row.contains("28 Feb 2026 is a Saturday: 5 ILCS 70/1.11 may allow 2 Mar 2026"), "{row}");
}

#[test]
fn notes_of_a_spreadsheet_go_to_standard_error() {
    let csv = check(&["-f", "csv", "fixtures/roster_check/messy.csv"]);
    let told = String::from_utf8(csv.stderr).unwrap();
    for note in ["Social Security", "the header is on line 3", "Skipped, because fixtures/roster_check/messy.csv lacks"]
    {
        assert!(told.contains(note), "{note}: {told}");
    }
}

#[test]
fn quiet_is_silent_when_all_is_well_and_brief_otherwise() {
    for format in &formats() {
        let calm = check(&["-q", "-f", format, "--ptb-id", "0010417", "fixtures/roster_check/millbrook.csv"]);
        assert_eq!((calm.status.code(), calm.stdout.len(), calm.stderr.len()), (Some(0), 0, 0), "{format}");
        let wrong = check(&["-q", "-f", format, ROSTER]);
        assert_eq!((wrong.status.code(), wrong.stderr.len()), (Some(1), 0), "{format}");
    }
    let table = String::from_utf8(check(&["-q", ROSTER]).stdout).unwrap();
    assert!(!table.contains("checked on") && !table.contains("note: fixtures") && !table.contains("Skipped, because"));
    let ndjson = String::from_utf8(check(&["-q", "-f", "ndjson", ROSTER]).stdout).unwrap();
    assert!(ndjson.lines().all(|line| line.starts_with("{\"type\":\"finding\"")));
}

#[test]
fn redacted_output_has_no_name_and_no_comment() {
    let roster = fs::read_to_string(ROSTER).unwrap();
    let mut rows = csv::Reader::from_reader(roster.as_bytes());
    let names: Vec<String> = rows
        .records()
        .flat_map(|row| {
            let row = row.unwrap();
            [row[1].to_owned(), row[2].to_owned()]
        })
        .filter(|name| name.len() > 3)
        .collect();
    for format in &formats() {
        let output = String::from_utf8(check(&["--all", "--redact", "-f", format, ROSTER]).stdout).unwrap();
        // An agency or a rule may share letters with a name: only whole words count.
        let words: std::collections::HashSet<&str> = output.split(|letter: char| !letter.is_alphabetic()).collect();
        let told: Vec<&String> = names.iter().filter(|name| words.contains(name.as_str())).collect();
        assert!(told.is_empty(), "{format}: {told:?}");
        assert!(!output.contains("medical leave"), "{format}: the comment");
    }
}

#[test]
fn a_formula_is_defused_in_csv_and_a_figure_is_not() {
    let (_folder, path) =
        file("r.csv", "ptb_id,last_name,firearms_qualified,hire_date\n=1+1,+Doe,2020-01-01,2019-01-01\n");
    let csv = check(&["-f", "csv", &path]).stdout;
    let row = csv::Reader::from_reader(csv.as_slice()).records().next().unwrap().unwrap();
    assert_eq!((&row[2], &row[3]), ("'=1+1", "'+Doe"));
    assert!(row[9].starts_with('-'), "days late are a figure: {}", &row[9]);
}

#[test]
fn own_column_names_and_settings_come_from_the_configuration() {
    let folder = TempDir::new().unwrap();
    let config = folder.path().join("config.toml");
    let roster = folder.path().join("r.csv");
    fs::write(
        &roster,
        "ptb_id,last_name,On Duty Since,Shoe,employment,basic_completed,email\n1,Hale,1/5/24,9,FT,,a@pd.example.org\n",
    )
    .unwrap();
    fs::write(
        &config,
        "schedule = \"statute\"\nwarn_days = 30\ntwo_digit_years = \"past\"\nformat = \"json\"\n\
         local_course_on_file = false\n\
         [agency]\ndomain = \"example.org\"\n[columns]\n\"On duty since\" = \"hire_date\"\nShoe = \"ignore\"\n",
    )
    .unwrap();
    let run = |args: &[&str]| {
        let base = ["roster", "check", "--all", "--config", config.to_str().unwrap(), roster.to_str().unwrap()];
        let output = muster(&[&base, args].concat());
        serde_json::from_slice::<Value>(&output.stdout).unwrap()
    };
    let document = run(&[]);
    let of =
        |rule: &str| document["findings"].as_array().unwrap().iter().find(|finding| finding["rule"] == rule).unwrap();
    assert_eq!(of("basic-training-deadline")["due"], "2024-07-05");
    assert_eq!(of("portal-email")["status"], "review");
    assert_eq!(of("firearms-local-course")["status"], "overdue");
    assert_eq!(document["notes"], Value::Array(vec![]), "the shoe size is passed over without a word");
    assert!(
        run(&["--skip", "firearms-local-course"])["findings"]
            .as_array()
            .unwrap()
            .iter()
            .all(|finding| finding["rule"] != "firearms-local-course")
    );

    let shown = muster(&["config", "show", "--config", config.to_str().unwrap(), "--warn-days", "10"]).stdout;
    let shown = String::from_utf8(shown).unwrap();
    for line in [
        "schedule = \"statute\"                               # configuration file",
        "warn_days = 10                                     # --warn-days",
        "inactivation_days = (not set)                      # default",
        "columns.ondutysince = \"hire_date\"                  # configuration file",
    ] {
        assert!(shown.contains(line), "{line} in\n{shown}");
    }
}

#[test]
fn a_configuration_mistake_names_its_line_and_nearest_key() {
    let folder = TempDir::new().unwrap();
    let config = folder.path().join("config.toml");
    for (text, expected) in [
        (
            "warn_days = 30\nshedule = \"portal\"\n",
            "line 2: there is no key \"shedule\"\n  hint: did you mean schedule?",
        ),
        ("[agency]\nnmae = \"x\"\n", "line 2: there is no key \"nmae\"\n  hint: did you mean name?"),
        ("warn_days = \"many\"\n", "line 1: warn_days: expected a whole number"),
        ("schedule = \"portall\"\n", "line 1: schedule: there is no choice \"portall\"\n  hint: did you mean portal?"),
        (
            "warn_dys = 3\n\n[colums]\n\"a\" = \"b\"\n",
            "line 1: there is no key \"warn_dys\"\n  hint: did you mean warn_days?",
        ),
        (
            "warn_dys = 3\n\n[colums]\n\"a\" = \"b\"\n",
            "line 3: there is no key \"colums\"\n  hint: did you mean columns?",
        ),
        (
            "[columns]\n\"x\" = \"hire_dat\"\n",
            "line 2: [columns] \"x\": there is no column \"hire_dat\"\n  hint: did you mean hire_date?",
        ),
        (
            "warn_dys = 1\n[columns]\n\"y\" = \"zzzzz\"\n",
            "line 3: [columns] \"y\": there is no column \"zzzzz\"\n  hint: ",
        ),
        (
            "[columns]\n\"B\" = \"hire_date\"\n\"b\" = \"ptb_id\"\n",
            "line 3: [columns] \"b\": another spelling of the same name",
        ),
        ("warn_days =\n", "line 1: "),
        ("agency_domain = \"example.org\"\n", "line 1: there is no key \"agency_domain\""),
        ("warn_days = 1\n[agency]\nname = 3\n", "line 3: name: expected text in quotes"),
        ("format = \"ics\"\n", "line 1: format: there is no choice \"ics\"\n  hint: valid here: table, json"),
    ] {
        fs::write(&config, text).unwrap();
        let output = muster(&["roster", "check", "--config", config.to_str().unwrap(), ROSTER]);
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && error.contains(expected), "{error}");
        let is_told = |line: &str| line.contains("config.toml: line ") || line.starts_with("  hint: ");
        assert!(error.lines().all(is_told), "each mistake names its file and line: {error}");
    }
    let missing = muster(&["roster", "check", "--config", "nowhere.toml", ROSTER]);
    assert_eq!(missing.status.code(), Some(2), "a file that was asked for must be there");
}

#[test]
fn config_show_is_json_when_asked() {
    let (_folder, config) = file("config.toml", "warn_days = 30\n[columns]\nShoe = \"ignore\"\n");
    let output = muster(&["config", "show", "--config", &config, "-f", "json", "--schedule", "statute"]);
    let shown: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(shown["file"], Value::from(config));
    let settings = &shown["settings"];
    assert_eq!(settings["warn_days"], serde_json::json!({"value": 30, "origin": "configuration file"}));
    assert_eq!(settings["schedule"], serde_json::json!({"value": "statute", "origin": "--schedule"}));
    assert_eq!(settings["agency.name"], serde_json::json!({"value": null, "origin": "default"}));
    assert_eq!(settings["columns.shoe"]["value"], "ignore");
}

#[test]
fn config_init_writes_a_valid_file_and_replaces_none() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("deep/config.toml");
    let path = path.to_str().unwrap();
    assert_eq!(muster(&["config", "init", "--config", path]).status.code(), Some(0));
    assert_eq!(muster(&["config", "show", "--config", path]).status.code(), Some(0));
    fs::write(path, "warn_days = 5\n").unwrap();
    assert_eq!(muster(&["config", "init", "--config", path]).status.code(), Some(2));
    assert_eq!(fs::read_to_string(path).unwrap(), "warn_days = 5\n");
}

#[test]
fn every_key_of_the_commented_configuration_is_valid() {
    let text = fs::read_to_string("src/cli/config.toml").unwrap();
    let uncommented: String = text
        .lines()
        .map(|line| line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).unwrap_or(line))
        .map(|line| format!("{line}\n"))
        .collect();
    let folder = TempDir::new().unwrap();
    let config = folder.path().join("config.toml");
    fs::write(&config, uncommented).unwrap();
    let output = muster(&["config", "show", "--config", config.to_str().unwrap()]);
    let shown = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!shown.contains("default") && !shown.contains("(not set)"), "{shown}");
}

#[test]
fn strict_columns_makes_an_unknown_column_an_error() {
    let (_folder, path) = file("r.csv", "ptb_id,last_name,hire dat\n1,Doe,\n");
    let output = check(&["--strict-columns", &path]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(error.contains("--strict-columns: nothing reads \"hire dat\" (did you mean hire_date?)"), "{error}");
}

#[test]
fn a_table_is_never_wider_than_its_width() {
    for width in ["40", "80", "200"] {
        for file in ["fixtures/roster_check/millbrook.csv", ROSTER] {
            let table = String::from_utf8(check(&["--all", "--width", width, file]).stdout).unwrap();
            let widest = table.lines().map(unicode_width::UnicodeWidthStr::width).max().unwrap();
            assert!(widest <= width.parse().unwrap(), "{width}: {widest}");
        }
    }
    let off_a_terminal = String::from_utf8(check(&["--all", ROSTER]).stdout).unwrap();
    let widest = off_a_terminal.lines().map(unicode_width::UnicodeWidthStr::width).max().unwrap();
    assert!((90..=100).contains(&widest), "{widest}");
}

#[test]
fn there_is_colour_only_when_asked_for() {
    let colored = |args: &[&str], variable: Option<(&str, &str)>| {
        let mut command = command(["roster", "check", ROSTER]);
        command.args(args).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        if let Some((name, value)) = variable {
            command.env(name, value);
        }
        command.output().unwrap().stdout.contains(&0x1b)
    };
    assert!(!colored(&[], None), "not off a terminal");
    assert!(colored(&["--color", "always"], None));
    assert!(colored(&[], Some(("CLICOLOR_FORCE", "1"))));
    assert!(!colored(&["--color", "never"], Some(("CLICOLOR_FORCE", "1"))));
    assert!(colored(&["--color", "always"], Some(("NO_COLOR", "1"))), "a flag beats the environment");
}
