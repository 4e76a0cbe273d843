//! The table for a person: a small town fits on one screen, every finding is told, `--long` has every sentence, and
//! what is longer than the terminal goes through a pager.

use crate::harness::{command, file, json_in, muster};
use serde_json::Value;
use std::collections::BTreeMap;

const MILLBROOK: &str = "fixtures/roster_check/millbrook.csv";
const TAMARACK: &str = "fixtures/roster_check/tamarack.csv";
const MESSY: &str = "fixtures/roster_check/messy.csv";
const WORKBOOK: &str = "fixtures/workbooks/messy.xlsx";

/// The words in front of a line, and the status that they stand for.
const WORDS: [(&str, &str); 8] = [
    ("met", "met"),
    ("not applicable", "not-applicable"),
    ("open", "open"),
    ("due soon", "due-soon"),
    ("review", "review"),
    ("unknown", "unknown"),
    ("overdue", "overdue"),
    ("accepted", "accepted"),
];

fn table(width: &str, args: &[&str]) -> String {
    let output = command([&["roster", "check"], args].concat()).env("COLUMNS", width).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Returns how many answers a line tells of: `5 rules: …`, `4 officers by …` or `… unreadable in 7 cells: …`.
fn answers(line: &str) -> u64 {
    let words: Vec<&str> = line.split_whitespace().collect();
    let count = words.windows(3).find_map(|words| match words {
        [count, "rules:", _] | [count, "officers", "by"] | ["in", count, "cells:"] => count.parse().ok(),
        _ => None,
    });
    count.unwrap_or(1)
}

/// Counts the answers of a table by status.
fn told(table: &str) -> BTreeMap<&'static str, u64> {
    let mut counts = BTreeMap::new();
    for line in table.lines() {
        let word = WORDS.iter().find(|(word, _)| line.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')));
        if let Some((_, status)) = word {
            *counts.entry(*status).or_default() += answers(line);
        }
    }
    counts
}

fn findings(args: &[&str]) -> Vec<Value> {
    let report = json_in(&muster(&[&["roster", "check", "-f", "json"], args].concat()));
    report["findings"].as_array().unwrap().clone()
}

#[test]
fn a_small_town_fits_on_one_screen() {
    let text = table("80", &[MILLBROOK]);
    assert!(text.lines().count() < 24, "with the line of the shell below it\n{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let expected = "millbrook.csv on 21 Nov 2026: 12 records, 32 of 32 headings read\n\
                    unknown  line 12: hire_date unreadable: '2018-02-30'; no calendar has this day\n\
                    overdue  Doe, Jane A. 0012890          basic-training-deadline: 266 days late\n\
                    overdue  't Hooft, Mieke 0012711       part-time-training-deadline: 38 days late\n\
                    review                                 scenario-training: 509 days late\n";
    assert!(text.starts_with(expected), "{text}");
    let expected = "\n\n12 officers: 3 overdue, 7 unknown, 8 review, 6 due soon, 14 open, 52 met.\n\
                    7 rules were not asked, because columns are missing: --why-not lists them.\n\
                    Next: `muster rules basic-training-deadline` explains it; --long tells all.\n";
    assert!(text.ends_with(expected), "{text}");
}

#[test]
fn every_finding_is_told_in_a_line() {
    let accepted = ["--accepted", "fixtures/roster_check/accepted.csv", MILLBROOK];
    for files in [&[MILLBROOK][..], &[TAMARACK], &[MESSY], &[WORKBOOK], &[MESSY, TAMARACK, MILLBROOK], &accepted] {
        for all in [&[][..], &["--all"]] {
            let args = [all, files].concat();
            let mut expected: BTreeMap<String, u64> = BTreeMap::new();
            for finding in findings(&args) {
                let accepted = finding.get("accepted").is_some_and(|accepted| !accepted.is_null());
                let status = if accepted { "accepted" } else { finding["status"].as_str().unwrap() };
                *expected.entry(status.to_owned()).or_default() += 1;
            }
            for width in ["80", "120"] {
                let text = table(width, &args);
                let told = told(&text).into_iter().map(|(status, count)| (status.to_owned(), count)).collect();
                assert_eq!(expected, told, "{args:?}\n{text}");
            }
        }
    }
}

#[test]
fn the_long_table_has_every_sentence() {
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    for path in [MILLBROOK, TAMARACK, MESSY] {
        let text = squeezed(&table("100", &["--long", path]));
        for finding in findings(&[path]) {
            // What cannot be read is told by columns, in parts.
            if finding["rule"] != "unreadable-value" {
                let message = finding["message"].as_str().unwrap();
                assert!(text.contains(&squeezed(message)), "{path}: {message}");
            }
        }
        assert!(text.contains("Skipped,because"), "{path}: and the rules that were not asked");
    }
}

/// Returns a roster of officers who all owe the yearly qualification by 31 Dec 2026.
fn owing(names: &[&str]) -> String {
    let row = |(at, name): (usize, &&str)| format!("{},{name},2020-01-06,2025-12-01\n", 100 + at);
    let rows: String = names.iter().enumerate().map(row).collect();
    format!("ptb_id,last_name,first_name,hire_date,firearms_qualified\n{rows}")
}

#[test]
fn what_three_owe_by_one_day_is_one_line() {
    let only = ["-q", "--only", "firearms-qualification"];
    let of = |names: &[&str]| {
        let (_folder, path) = file("r.csv", &owing(names));
        table("100", &[&only[..], &[&path]].concat())
    };
    let two = of(&["Orr,Ann", "Quin,Bo"]);
    assert_eq!(
        two,
        "due soon Orr, Ann 100, line 2  firearms-qualification: 40 days left, due 31 Dec 2026\n\
         due soon Quin, Bo 101, line 3  firearms-qualification: 40 days left, due 31 Dec 2026\n"
    );
    assert_eq!(
        of(&["Orr,Ann", "Quin,Bo", "Bly,Cy"]),
        "due soon firearms-qualification: 3 officers by 31 Dec 2026, in 40 days: Orr, Quin, Bly\n"
    );
    // Two of one last name are told apart.
    assert_eq!(
        of(&["Orr,Ann", "Orr,Bo", "Bly,Cy"]),
        "due soon firearms-qualification: 3 officers by 31 Dec 2026, in 40 days: Orr, Ann; Orr, Bo; Bly\n"
    );
}

#[test]
fn a_long_list_says_how_many_more_there_are() {
    let names: Vec<String> = (0..40).map(|at| format!("Officer{at:02},Ann")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (_folder, path) = file("r.csv", &owing(&names));
    let text = table("80", &["--only", "firearms-qualification", &path]);
    let [_, first, second, "", ..] = text.lines().collect::<Vec<_>>()[..] else { panic!("{text}") };
    assert!(first.starts_with("due soon firearms-qualification: 40 officers by 31 Dec 2026, in 40 days:"), "{text}");
    let named = text.matches("Officer").count();
    assert!(second.ends_with(&format!(", and {} more", 40 - named)) && second.len() <= 80, "{text}");
    assert!(text.contains("--long tells all"), "{text}");
    let long = table("80", &["--long", "--only", "firearms-qualification", &path]);
    assert_eq!(long.matches("Officer").count(), 40, "{long}");
}

#[test]
fn no_line_is_wider_than_the_screen() {
    let wide = "王".repeat(200);
    let long = "Aa".repeat(100);
    let rows = format!(
        "{},{long}\n{},{wide}\n7,\u{1b}[31mOrr\u{202e}\n,\n,{long}\n1,Doe\n1,Doe\n",
        "9".repeat(30),
        "8".repeat(30)
    );
    let text = format!("ptb_id,last_name,hire_date,firearms_qualified\n{}", rows.replace('\n', ",2020-01-06,\n"));
    let (_folder, path) = file("r.csv", &text);
    for (columns, width) in [("20", 40), ("40", 40), ("41", 41), ("60", 60), ("80", 80)] {
        for more in [&[][..], &[MILLBROOK], &["--all"]] {
            let text = table(columns, &[&["--only", "firearms-qualification,ptb-id", &path], more].concat());
            // A letter of these names takes two columns.
            let is_wide = |line: &str| {
                let wide = line.chars().filter(|letter| *letter == '王').count();
                line.chars().count() + wide > width && !line.contains("--")
            };
            let too_wide: Vec<&str> = text.lines().filter(|line| is_wide(line)).collect();
            assert!(too_wide.is_empty(), "{columns}: {too_wide:#?}");
            assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{text}");
        }
    }
}

#[test]
fn counts_come_first_where_a_screen_is_not_enough() {
    let text = table("80", &[TAMARACK]);
    let counts = text.find(" rule                           overdue  unknown  review  due soon\n").unwrap();
    assert!(counts < text.find("\nunknown  ").unwrap(), "{text}");
    assert!(text.contains("\n basic-training-deadline              1        4       0         0\n"), "{text}");
    assert!(!table("80", &[MILLBROOK]).contains("\n rule "));
    assert!(!table("80", &["-q", TAMARACK]).contains("\n rule "));
}

#[test]
fn what_was_not_asked_is_listed_where_it_is_wanted() {
    let text = table("80", &["--why-not", MILLBROOK]);
    assert!(text.contains("Skipped, because fixtures/roster_check/millbrook.csv lacks the columns:\n"), "{text}");
    assert!(text.contains("executive-esign (executive_esigned)") && !text.contains("--why-not"), "{text}");
}

#[test]
fn several_files_are_told_apart() {
    let text = table("100", &[MESSY, MILLBROOK]);
    for expected in [
        "2 files on 21 Nov 2026: 19 records, 38 of 39 headings read\n",
        "  millbrook.csv: 12 records, 32 of 32 headings read\n",
        "unknown  messy.csv line 8: employment unreadable",
        "overdue  Doe, Jane A. 0012890, millbrook.csv line 4 ",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    // Of the same name, in two folders.
    let (first, path) = file("r.csv", &owing(&["Orr,Ann"]));
    let (second, other) = file("r.csv", &owing(&["Quin,Bo"]));
    let text = table("200", &["--only", "firearms-qualification", &path, &other]);
    for line in [format!("{path} line 2"), format!("{other} line 2")] {
        assert!(text.contains(&line), "{line}\n{text}");
    }
    drop((first, second));
}

#[test]
fn a_short_agenda_tells_every_item() {
    for path in [MILLBROOK, TAMARACK] {
        let args = ["roster", "due", "--within", "300", path];
        let report = json_in(&muster(&[&args[..], &["-f", "json"]].concat()));
        let findings = report["findings"].as_array().unwrap();
        let dated: Vec<&Value> = findings.iter().filter(|finding| !finding["due"].is_null()).collect();
        let output = command(args).env("COLUMNS", "80").output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        let is_item = |line: &&str| {
            let rule = line.split(": ").next().unwrap().split(' ').next_back().unwrap();
            line.starts_with(|first: char| first.is_ascii_digit() || first == ' ')
                && (line.contains(" late  ") || line.contains(" left  ") || line.starts_with("        "))
                && dated.iter().any(|finding| finding["rule"] == rule)
        };
        let items = text.lines().filter(is_item);
        let count = |line: &str| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let pair = words.windows(2).find(|pair| pair[1] == "officers:");
            pair.map_or(1, |pair| pair[0].parse::<usize>().unwrap())
        };
        assert_eq!(items.map(count).sum::<usize>(), dated.len(), "{text}");
        // The totals stand first, and what has no day last.
        assert!(text.lines().nth(1).unwrap().contains("21 Nov 2026: ") || path == TAMARACK, "{text}");
        let long = String::from_utf8(muster(&[&args[..], &["--long"]].concat()).stdout).unwrap();
        for finding in dated {
            let name = finding["name"].as_str().unwrap();
            assert!(long.contains(name), "{name}");
        }
    }
}

#[cfg(unix)]
mod on_a_terminal {
    use super::*;
    use rexpect::session::spawn_command;
    use std::process::Command;

    /// How long a run may take, in milliseconds.
    const PATIENCE: Option<u64> = Some(20_000);

    /// Runs the program on a terminal of 80 columns; returns what is seen, with the exit code at the end.
    fn seen(rows: usize, pager: Option<&str>, script: &str) -> String {
        spawn_command(shell(rows, pager, script), PATIENCE).unwrap().exp_eof().unwrap()
    }

    fn shell(rows: usize, pager: Option<&str>, script: &str) -> Command {
        let mut shell = Command::new("sh");
        let script = format!("stty rows {rows} cols 80; {script}; echo \"rc=$?\"");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_muster"), MILLBROOK]);
        shell.env("MUSTER_CONFIG", "").env("MUSTER_AS_OF", "2026-11-21").env("NO_COLOR", "1").env("TERM", "xterm");
        shell.env_remove("COLUMNS").env("PAGER", "sed s/^/other:/").env_remove("MUSTER_PAGER").env_remove("LESS");
        shell.envs(pager.map(|pager| ("MUSTER_PAGER", pager)));
        shell
    }

    const CHECK: &str = "\"$0\" roster check \"$1\"";
    const PAGER: &str = "sed s/^/page:/";

    #[test]
    fn more_lines_than_rows_go_through_the_pager() {
        let lines = table("80", &[MILLBROOK]).lines().count();
        let plain = seen(lines, Some(PAGER), CHECK);
        assert!(plain.starts_with("millbrook.csv on") && !plain.contains("page:"), "{plain}");
        let paged = seen(lines - 1, Some(PAGER), CHECK);
        assert_eq!(paged.matches("page:").count(), lines, "{paged}");
        assert_eq!(paged.replace("page:", ""), plain, "the same lines, and the same exit code");
        assert!(plain.ends_with("rc=1\r\n"), "{plain}");
        // As the environment names it; MUSTER_PAGER beats PAGER.
        assert_eq!(seen(lines - 1, None, CHECK).matches("other:").count(), lines);
    }

    #[test]
    fn an_interrupt_in_the_pager_is_the_pagers() {
        let pager = "sh -c 'trap : INT; cat > /dev/null; echo ready; sleep 1; echo left'";
        let mut session = spawn_command(shell(10, Some(pager), &format!("trap : INT; {CHECK}")), PATIENCE).unwrap();
        session.exp_string("ready").unwrap();
        session.send_control('c').unwrap();
        let seen = session.exp_eof().unwrap();
        assert!(seen.contains("left") && seen.ends_with("rc=1\r\n"), "{seen}");
    }

    #[test]
    fn a_table_of_another_command_is_paged_too() {
        let text = seen(24, Some(PAGER), "\"$0\" rules");
        assert!(text.starts_with("page:") && text.ends_with("rc=0\r\n"), "{text}");
    }

    #[test]
    fn a_pager_that_ends_early_changes_nothing() {
        for pager in ["head -n 1", "false", "sh -c 'read line; echo \"$line\"'"] {
            let text = seen(10, Some(pager), CHECK);
            assert!(text.ends_with("rc=1\r\n") && !text.contains("error"), "{pager}: {text}");
        }
        let long = seen(10, Some("head -n 1"), &format!("{CHECK} --long --all {TAMARACK}"));
        assert!(long.ends_with("rc=1\r\n") && long.lines().count() == 2, "{long}");
    }

    #[test]
    fn without_a_pager_all_is_written_plainly() {
        let plain = seen(60, Some(PAGER), CHECK);
        for none in ["", "cat", " ", "no-such-program -x", "'unclosed"] {
            assert_eq!(seen(10, Some(none), CHECK), plain, "{none:?}");
        }
        for script in [
            "\"$0\" roster check --no-pager \"$1\"",
            // Nobody can type, and nobody looks.
            "\"$0\" roster check \"$1\" < /dev/null",
            "COLUMNS=80 \"$0\" roster check \"$1\" > f; rc=$?; cat f; rm f; (exit $rc)",
            "TERM=dumb \"$0\" roster check \"$1\"",
        ] {
            let script = format!("cd \"$(mktemp -d)\" && {script}").replace("$1", "$OLDPWD/$1");
            assert_eq!(seen(10, Some(PAGER), &script), plain, "{script}");
        }
        let json = seen(2, Some(PAGER), "\"$0\" roster check -f ndjson \"$1\"");
        assert!(json.starts_with("{\"type\":\"finding\"") && json.ends_with("rc=1\r\n"), "{json}");
    }
}
