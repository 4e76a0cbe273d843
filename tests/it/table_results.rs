//! The short tables of `training check` and `reimburse claim`: what was read and the totals first, nothing lost,
//! nothing repeated, and `--long` with every sentence.

use crate::harness::{command, file, json_in, muster, written};
use serde_json::Value;
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

const CLAIMS: &str = "fixtures/reimburse_claim/millbrook.csv";
const OTHERS: &str = "fixtures/reimburse_claim/tamarack.csv";
const WIDTHS: [&str; 3] = ["60", "80", "200"];
const TRAINING: [&str; 5] =
    ["training", "check", "fixtures/training_check/done.csv", "--roster", "fixtures/training_check/roster.csv"];
/// The words in front of a line, and the statuses of training that they stand for.
const STATUSES: [(&str, &str); 7] = [
    ("met", "met"),
    ("not applicable", "not-applicable"),
    ("open", "open"),
    ("due soon", "due-soon"),
    ("review", "review"),
    ("unknown", "unknown"),
    ("overdue", "overdue"),
];
const DECISIONS: [&str; 4] = ["payable", "review", "unknown", "denied"];

fn table(width: &str, args: &[&str]) -> String {
    let text = String::from_utf8(command(args).env("COLUMNS", width).output().unwrap().stdout).unwrap();
    let limit = width.parse().unwrap();
    assert!(text.lines().all(|line| line.width() <= limit), "{width}: {text}");
    text
}

fn json(args: &[&str]) -> Value {
    json_in(&muster(&[args, &["-f", "json"]].concat()))
}

fn list<'v>(report: &'v Value, key: &str) -> &'v [Value] {
    report[key].as_array().unwrap()
}

/// Returns the number in front of a word.
fn number_before(line: &str, word: &str) -> Option<u64> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_word = |text: &str| text.trim_end_matches([':', ';', ',']) == word;
    words.windows(2).find(|pair| is_word(pair[1])).and_then(|pair| pair[0].parse().ok())
}

/// Counts what the lines of a table of training tell, by status.
fn told(text: &str) -> BTreeMap<&'static str, u64> {
    let mut counts = BTreeMap::new();
    for line in text.lines() {
        let status =
            STATUSES.iter().find(|(word, _)| line.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')));
        if let Some((_, status)) = status {
            let answers = number_before(line, "mandates").unwrap_or(1) * number_before(line, "officers").unwrap_or(1);
            *counts.entry(*status).or_default() += answers;
        }
    }
    counts
}

#[test]
fn every_mandate_that_is_owed_stands_in_a_line() {
    for more in [&[][..], &["--courses", "fixtures/training_check/courses.csv"], &["--all"], &["--redact"]] {
        let args = [&TRAINING, more].concat();
        let report = json(&args);
        let mut expected: BTreeMap<&str, u64> = BTreeMap::new();
        let items = list(&report, "results").iter().flat_map(|result| list(result, "items"));
        for status in items.chain(list(&report, "findings")).map(|item| item["status"].as_str().unwrap()) {
            if more == ["--all"] || !["met", "open", "not-applicable"].contains(&status) {
                *expected.entry(status).or_default() += 1;
            }
        }
        for width in WIDTHS {
            let text = table(width, &args);
            assert_eq!(told(&text), expected, "{args:?}\n{text}");
            // Each reason against a completion, with its count.
            let mut refused: BTreeMap<&str, u64> = BTreeMap::new();
            for why in list(&report, "results").iter().flat_map(|result| list(result, "refused")) {
                *refused.entry(why["why"].as_str().unwrap()).or_default() += 1;
            }
            let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for (why, count) in refused {
                let sentence = flat.split(" not count: ").any(|part| part.starts_with(why));
                assert!(sentence && flat.contains(&format!("{count} completion")), "{width} {why}: {text}");
            }
        }
    }
}

#[test]
fn which_class_to_book_comes_before_the_officers() {
    let text = table("80", &TRAINING);
    let places = [
        "2 files on 21 Nov 2026: 49 records, 20 of 20 headings read\n",
        "\n class to book ",
        "\noverdue  Moss, Delia 0010235   scenario-force due 30 Jun 2025\n",
        "\n6 officers held against",
        "\nnote: ",
        "\nNext: `muster rules training-scenario-force` explains it; --long tells all.\n",
    ];
    let found: Vec<_> = places.iter().map(|part| text.find(part)).collect();
    assert!(found.iter().all(Option::is_some) && found.is_sorted(), "{found:?}\n{text}");
    // The same counts as in the long table: by hand, law-updates is overdue for Moss, to review for Reyes, and due soon
    // for Hale, whose course counts only with the list of courses, Vance and Stone.
    let row = |text: &str, class: &str| {
        let line = text.lines().find(|line| line.starts_with(' ') && line.contains(class)).unwrap();
        line.split_whitespace().rev().take(4).map(str::to_owned).collect::<Vec<_>>()
    };
    let long = table("80", &[&TRAINING[..], &["--long"]].concat());
    for class in ["law-updates", "scenario-force", "domestic-violence", "officer-wellness"] {
        let long = &long[long.find(" class to book").unwrap()..];
        let short = table("200", &TRAINING);
        let short = &short[short.find(" class to book").unwrap()..];
        assert_eq!(row(short, class), row(long, class), "{class}");
    }
    assert_eq!(row(&text[text.find(" class to book").unwrap()..], "scenario-force"), ["0", "0", "0", "1"]);
    // On a narrow screen no name is broken.
    let narrow = table("40", &TRAINING);
    assert!(narrow.contains("\nscenario-force: 1 overdue\n") && !narrow.contains("class to book"), "{narrow}");
}

/// Writes a roster of officers and for each a record that is not known to be certified.
fn unsure(names: &[&str]) -> (tempfile::TempDir, [String; 2]) {
    let rows =
        |row: fn(usize, &str) -> String| names.iter().enumerate().map(|(at, name)| row(at, name)).collect::<String>();
    let roster = rows(|at, name| format!("{},{name},2020-01-06\n", 100 + at));
    let done = rows(|at, _| format!("{},Law Review,law-updates,2,2026-03-02,\n", 100 + at));
    let folder = tempfile::tempdir().unwrap();
    let roster = written(&folder, "r.csv", &format!("ptb_id,last_name,first_name,hire_date\n{roster}"));
    let done = written(&folder, "d.csv", &format!("ptb_id,course,topic,hours,completed,certified\n{done}"));
    (folder, [roster, done])
}

#[test]
fn what_three_owe_alike_is_one_line() {
    let of = |names: &[&str], more: &[&str]| {
        let (_folder, [roster, done]) = unsure(names);
        let args = ["training", "check", "-q", "--only", "training-law-updates", "--roster", &roster, &done];
        table("100", &[&args, more].concat())
    };
    assert_eq!(
        of(&["Orr,Ann", "Quin,Bo"], &[]),
        "due soon Orr, Ann 100  law-updates due 31 Dec 2026\n\
             due soon Quin, Bo 101  law-updates due 31 Dec 2026\n\
             2 completions of 2 officers do not count: certified is blank: only courses that the Board\n  \
             certified count: Orr, Quin\n"
    );
    assert_eq!(
        of(&["Orr,Ann", "Quin,Bo", "Bly,Cy"], &[]),
        "due soon law-updates: 3 officers by 31 Dec 2026, in 40 days: Orr, Quin, Bly\n\
             3 completions of 3 officers do not count: certified is blank: only courses that the Board\n  \
             certified count: Orr, Quin, Bly\n"
    );
    // Rather a reason is cut than the names.
    let (_folder, [roster, done]) = unsure(&["Orr,Ann", "Quin,Bo", "Bly,Cy"]);
    let only = ["--only", "training-domestic-violence", "--roster", &roster, &done];
    assert!(table("60", &[&["training", "check", "-q"], &only[..]].concat()).starts_with(
        "unknown  domestic-violence: 3 officers: Orr, Quin, Bly\n         \
             the records show no completion, and no source says…\n"
    ));
    let redacted = of(&["Orr,Ann", "Quin,Bo", "Bly,Cy"], &["--redact"]);
    assert!(redacted.contains("PTB 100, PTB 101, PTB 102") && !redacted.contains("Orr"), "{redacted}");
}

/// Counts the claims of a table, line by line, and checks that a reason is told of as many as have it.
fn claims_told(text: &str) -> BTreeMap<&str, u64> {
    let mut counts = BTreeMap::new();
    let mut grouped = 0;
    for line in text.lines() {
        let word = line.split(' ').next().unwrap();
        if !DECISIONS.contains(&word) {
            continue;
        }
        match number_before(line, "claims").filter(|_| line[word.len()..].trim_start().starts_with(char::is_numeric)) {
            Some(claims) => grouped += claims,
            None => *counts.entry(word).or_default() += 1,
        }
    }
    assert!(grouped <= counts.values().sum(), "{text}");
    counts
}

#[test]
fn every_claim_stands_in_a_line_with_its_sums() {
    for files in [&[CLAIMS][..], &[OTHERS], &[CLAIMS, OTHERS], &["fixtures/reimburse_claim/messy.csv"]] {
        for more in [&[][..], &["--redact"]] {
            let args = [&["reimburse", "claim"], more, files].concat();
            let report = json(&args);
            let mut expected: BTreeMap<&str, u64> = BTreeMap::new();
            for claim in list(&report, "results") {
                *expected.entry(claim["decision"].as_str().unwrap()).or_default() += 1;
            }
            for width in [&WIDTHS[..], &["40"]].concat() {
                let text = table(width, &args);
                let answers = &text[text.find("\n\n").map_or(0, |at| at + 2)..];
                let answers = &answers[answers.find("\n\n").map_or(0, |at| at + 2)..];
                let mut lines = expected.clone();
                for fault in list(&report, "findings") {
                    *lines.entry(fault["status"].as_str().unwrap()).or_default() += 1;
                }
                assert_eq!(claims_told(answers), lines, "{args:?} {width}\n{text}");
                for claim in list(&report, "results") {
                    let sum = |key: &str| claim[key].as_str().map_or("?".into(), grouped);
                    let sums = format!("{} → {}", sum("claimed_total"), sum("reimbursed_total"));
                    assert!(answers.contains(&sums), "{width} {sums}: {text}");
                }
                for (decision, count) in &expected {
                    let is_total = |line: &str| {
                        let [word, number, ..] = line.split_whitespace().collect::<Vec<_>>()[..] else { return false };
                        word.trim_end_matches(':') == *decision && number.trim_end_matches(';') == count.to_string()
                    };
                    assert!(text.lines().any(is_total), "{decision} {count}: {text}");
                }
            }
        }
    }
}

/// Returns a sum with commas between thousands.
fn grouped(sum: &str) -> String {
    let (dollars, cents) = sum.split_once('.').unwrap();
    let of_three: Vec<&[u8]> = dollars.as_bytes().rchunks(3).rev().collect();
    let parts: Vec<&str> = of_three.iter().map(|part| str::from_utf8(part).unwrap()).collect();
    format!("{}.{cents}", parts.join(","))
}

#[test]
fn the_sums_of_decisions_come_first_in_dollars() {
    // By hand: the denied claims ask for 8,800.00 and 450.00.
    let text = table("80", &["reimburse", "claim", CLAIMS]);
    let places = [
        "millbrook.csv on 21 Nov 2026: 21 records, ",
        "\n decision  claims  claimed ($) ",
        "\n denied         2     9,250.00                           0.00\n",
        "\n all            7    45,988.47  15,445.85 and 1 sum not known\n",
        "\ndenied   2025-07 Okafor, Chidi      Basic Correct…, 8,800.00 → 0.00: handed in",
        "\nunknown  2027-01 de la Cruz, María ",
        "\npayable  4 claims: 50 percent of the eligible costs are payable, if funds are\n         available\n",
        "\npayable  2026-01 Brandt, Otto ",
        "\nFiscal year 2025, form basic: 1 claim; claimed: 8,800.00; pays: 0.00.\n",
        "\nNext: --long tells all.\n",
    ];
    let found: Vec<_> = places.iter().map(|part| text.find(part)).collect();
    assert!(found.iter().all(Option::is_some) && found.is_sorted(), "{found:?}\n{text}");
    assert_eq!(text.matches("if funds are").count(), 1, "{text}");
    let long = table("80", &["reimburse", "claim", "--long", CLAIMS]);
    assert!(long.contains("7 claims judged on 21 Nov 2026: 2 denied, 1 unknown, 4 payable.\n"), "{long}");
    assert!(long.contains("Fiscal year 2025, form basic: 1 claim; claimed: 8,800.00; pays: 0.00.\n"), "{long}");
    let quiet = table("80", &["reimburse", "claim", "-q", CLAIMS]);
    assert!(quiet.starts_with("denied   2025-07 ") && !quiet.contains("Fiscal"), "{quiet}");
}

#[test]
fn a_reason_of_three_claims_is_told_once() {
    let of = |claims: usize| {
        let row = |at| format!("{at},Orr,yes,yes,basic,PTI {at},2026-06-30,2026-07-01,tuition,1000.01\n");
        let rows: String = (1..=claims).map(row).collect();
        let head = "claim_id,last_name,home_rule,resolution_on_file,training,course,class_end,submitted,kind,amount";
        let (_folder, path) = file("c.csv", &format!("{head}\n{rows}"));
        table("200", &["reimburse", "claim", "-q", "--fail-on", "none", &path])
    };
    assert_eq!(of(2), "", "nothing is wrong");
    let of = |claims: usize| {
        let row = |at| format!("{at},Orr,yes,yes,basic,PTI {at},2026-06-30,2026-07-16,tuition,1000.01\n");
        let rows: String = (1..=claims).map(row).collect();
        let head = "claim_id,last_name,home_rule,resolution_on_file,training,course,class_end,submitted,kind,amount";
        let (_folder, path) = file("c.csv", &format!("{head}\n{rows}"));
        table("200", &["reimburse", "claim", "-q", &path])
    };
    let why = "handed in on 16 Jul 2026: claims of fiscal year 2026 are received no later than 15 Jul 2026";
    let line = |at: usize, tail: &str| format!("denied   {at} Orr  PTI {at}, 1,000.01 → 0.00{tail}\n");
    assert_eq!(of(2), line(1, &format!(": {why}")) + &line(2, &format!(": {why}")));
    assert_eq!(of(3), format!("denied   3 claims: {why}\n{}{}{}", line(1, ""), line(2, ""), line(3, "")));
}

#[test]
fn letters_that_act_on_a_terminal_are_shown() {
    let name = format!("\u{1b}[31mOrr\u{202e}{}", "王".repeat(30));
    let (folder, [roster, done]) = unsure(&[&format!("{name},Bo"), "Quin,Bo"]);
    let claims = format!(
        "claim_id,last_name,home_rule,training,course,class_end,kind,amount\n{name},{name},no,basic,{name},,tuition,7\n"
    );
    let claims = written(&folder, "c.csv", &claims);
    for width in ["40", "60", "80", "200"] {
        for args in [&["training", "check", "--roster", &roster, &done][..], &["reimburse", "claim", &claims]] {
            let text = table(width, args);
            assert!(!text.contains(['\u{1b}', '\u{202e}']) && text.contains("\\u{1b}"), "{text}");
        }
    }
}
