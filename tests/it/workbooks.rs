//! Workbooks read directly. The files of `fixtures/workbooks` are made by other hands: openpyxl, xlwt, odfpy.

use crate::harness::{command, json_in, muster, told};
use crate::made_books::{book_of, sheet_of, text_cell, workbook, workbook_of};
use serde_json::{Value, json};
use std::fs::File;
use std::process::Stdio;
use tempfile::TempDir;

const FOLDER: &str = "fixtures/workbooks";

pub(crate) fn checked(args: &[&str]) -> Value {
    json_in(&muster(&[&["roster", "check", "-f", "json", "--all"], args].concat()))
}

/// Returns the findings without the places that differ from file to file.
fn answers(document: &Value) -> Vec<Value> {
    let findings = document["findings"].as_array().unwrap().iter().cloned();
    findings
        .map(|mut finding| {
            ["file", "line", "cell"]
                .iter()
                .for_each(|key| finding.as_object_mut().unwrap().remove(*key).map_or((), drop));
            finding
        })
        .collect()
}

pub(crate) fn strings(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

#[test]
fn one_roster_has_one_answer_in_every_format() {
    let csv = checked(&["fixtures/workbooks/roster.csv"]);
    assert_eq!(csv["inputs"][0]["format"], "csv");
    assert_eq!(csv["inputs"][0]["sheet"], Value::Null);
    for (file, format) in
        [("roster.xlsx", "xlsx"), ("roster_1904.xlsx", "xlsx"), ("roster.xls", "xls"), ("roster.ods", "ods")]
    {
        let book = checked(&[&format!("{FOLDER}/{file}")]);
        assert_eq!(answers(&book), answers(&csv), "{file}");
        assert_eq!(book["notes"], csv["notes"], "{file}");
        let input = &book["inputs"][0];
        assert_eq!(
            (&input["format"], &input["sheet"], &input["records"]),
            (&json!(format), &json!("Roster"), &json!(10))
        );
        // In CSV and in the sheet the header is the first line, so that row and line are the same.
        let lines = |document: &Value| -> Vec<Value> {
            document["findings"].as_array().unwrap().iter().map(|finding| finding["line"].clone()).collect()
        };
        assert_eq!(lines(&book), lines(&csv), "{file}");
    }
}

#[test]
fn the_fingerprint_is_that_of_the_file() {
    use sha2::Digest;
    let path = "fixtures/workbooks/roster.xlsx";
    let hash = sha2::Sha256::digest(std::fs::read(path).unwrap());
    let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(checked(&[path])["inputs"][0]["sha256"], hash);
}

#[test]
fn a_clerks_workbook_is_read_with_a_word_on_each_oddity() {
    let document = checked(&["fixtures/workbooks/messy.xlsx"]);
    assert_eq!(document["inputs"][0]["sheet"], "Sworn 2026");
    let notes = strings(&document["notes"]);
    for expected in [
        "the header is in row 4 of the sheet \"Sworn 2026\"; skipped above it: 2 rows",
        "the sheet \"Sworn 2026\" is read, and not \"Read me\" (1 row), \"Former\" (2 rows, hidden), \
         \"Chart\" (a chart); --sheet chooses another",
        "not read: 1 filled cell in columns without a heading (K)",
        "hidden, and read like the others: 1 row (6) and 1 column (D)",
    ] {
        assert!(notes.iter().any(|note| note.ends_with(expected)), "{expected}: {notes:#?}");
    }
    let findings = document["findings"].as_array().unwrap();
    let at = |rule: &str, line: u64| {
        findings
            .iter()
            .find(|finding| finding["rule"] == rule && finding["line"] == line)
            .unwrap_or_else(|| panic!("{rule} {line}"))
    };
    // An ID with a format of zeros is what the clerk sees; text keeps its own.
    assert_eq!(at("firearms-qualification", 5)["ptb_id"], "0020417");
    assert_eq!(at("firearms-qualification", 6)["ptb_id"], "0020533");
    // A day with a clock time, and the stored value of a formula: 45900 is 31 August 2025.
    assert!(at("firearms-qualification", 6)["message"].as_str().unwrap().ends_with("the latest was on 6 May 2025"));
    assert!(at("basic-training-deadline", 7)["message"].as_str().unwrap().contains("hire on 31 Aug 2025"));
    // #N/A is blank; another error and a bare number of a day cannot be read, and the cell is named.
    let unreadable: Vec<_> = findings.iter().filter(|finding| finding["rule"] == "unreadable-value").collect();
    let cells: Vec<_> = unreadable.iter().map(|finding| finding["cell"].as_str().unwrap()).collect();
    assert_eq!(cells, ["'Sworn 2026'!I8", "'Sworn 2026'!I9"]);
    assert!(unreadable[1]["message"].as_str().unwrap().contains("45000 would be 15 Mar 2023"));
}

#[test]
fn the_content_decides_and_not_the_name() {
    // A workbook named .csv, and from standard input.
    let by_name = checked(&["fixtures/workbooks/a_workbook.csv"]);
    assert_eq!(by_name["inputs"][0]["format"], "xlsx");
    let file = File::open("fixtures/workbooks/messy.xlsx").unwrap();
    let piped = command(["roster", "check", "-f", "json", "--all", "-"]).stdin(Stdio::from(file)).output().unwrap();
    assert_eq!(answers(&json_in(&piped)), answers(&by_name));
    // CSV and JSON named .xlsx.
    let folder = TempDir::new().unwrap();
    let csv = crate::harness::written(&folder, "r.xlsx", "ptb_id,last_name\n0100001,Doe\n");
    assert_eq!(checked(&[&csv])["inputs"][0]["format"], "csv");
    let json = crate::harness::written(&folder, "j.xlsx", r#"[{"ptb_id":"0100001","last_name":"Doe"}]"#);
    assert_eq!(checked(&[&json])["inputs"][0]["format"], "json");
}

#[test]
fn another_sheet_with_a_roster_is_a_finding() {
    let folder = TempDir::new().unwrap();
    let roster = sheet_of(&["PTB ID,Last Name,Hire Date", "0012345,Orr,1/5/2020"]);
    let (notes, empty) = (sheet_of(&["Read me", "by Doris"]), sheet_of(&["PTB ID,Last Name"]));
    // Names alone are no roster: a sheet of hits has them too.
    let hits = sheet_of(&["PTB ID,Last Name,Agency,Hits", "0012345,Orr,Fernhill PD,28"]);
    let sheets = [("Full", roster.clone()), ("Part", roster), ("Notes", notes), ("Empty", empty), ("Range", hits)];
    let path = workbook_of(&folder, &sheets, None);
    for command in ["check", "due", "notices"] {
        let output = muster(&["roster", command, "-q", "--only", "ptb-id", &path]);
        assert!(told(&output).contains("the sheet \"Part\" has a roster of its own and is not read"), "{command}");
    }
    let unread = |args: &[&str]| {
        let document = checked(&[args, &["--only", "ptb-id", &path]].concat());
        let findings = document["findings"].as_array().unwrap().iter();
        let unread = findings.filter(|finding| finding["rule"] == "unread-sheet").cloned().collect::<Vec<_>>();
        (unread, document)
    };
    let (found, document) = unread(&[]);
    assert_eq!((found.len(), &found[0]["status"], &found[0]["line"]), (1, &json!("review"), &Value::Null));
    assert!(found[0]["message"].as_str().unwrap().contains("--sheet \"Part\""), "{document:#}");
    assert!(strings(&document["notes"])[0].contains("not read, with a roster of its own: the sheet \"Part\""));
    // --sheet does not speak of a roster beside the records.
    let records = crate::harness::written(&folder, "t.csv", "ptb_id,last_name,course,completed,hours\n");
    let output = muster(&["training", "check", "--long", &records, "--roster", &path]);
    let shown = told(&output).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("put the sheet that is meant into") && !shown.contains("--sheet chooses"), "{shown}");
    // The sheet that is named is the one that is meant (settled 246).
    assert!(unread(&["--sheet", "Full"]).0.is_empty() && unread(&["--sheet", "2"]).0.is_empty());
}

#[test]
fn a_roster_that_no_rule_can_be_asked_of_is_not_calm() {
    let folder = TempDir::new().unwrap();
    let path = book_of(&folder, &["Last Name,First Name,Agency", "Orr,Ann,Fernhill PD"]);
    for format in crate::harness::formats() {
        let output = muster(&["roster", "check", "-f", &format, &path]);
        assert_eq!(output.status.code(), Some(1), "{format}");
    }
    let document = checked(&[&path]);
    assert_eq!(document["findings"][0]["rule"], "missing-columns");
    assert_eq!(document["summary"]["unknown"], 1, "{document:#}");
    // One rule that can be asked is enough, and a rule that was named is told by its name.
    let path = book_of(&folder, &["PTB ID,Last Name,Agency", "0012345,Orr,Fernhill PD"]);
    assert!(answers(&checked(&[&path])).iter().all(|finding| finding["rule"] != "missing-columns"));
    let named = checked(&["--only", "portal-email", &path]);
    assert_eq!(named["findings"].as_array().unwrap().len(), 1);
    assert!(named["findings"][0]["message"].as_str().unwrap().starts_with("portal-email was asked for"));
}

#[test]
fn a_year_or_a_formula_in_place_of_a_day_is_unreadable() {
    let folder = TempDir::new().unwrap();
    let row = |at: u32, cells: &str| format!("<row r=\"{at}\">{cells}</row>");
    let text = |at: &str, text: &str| text_cell(text).replace("<c ", &format!("<c r=\"{at}\" "));
    let day = |at: &str, day: &str| format!("<c r=\"{at}\" t=\"d\"><v>{day}</v></c>");
    let header = [("A1", "ptb_id"), ("B1", "last_name"), ("C1", "basic_completed"), ("D1", "birth_date")];
    let header: String = header.iter().map(|(at, name)| text(at, name)).collect();
    let formula = "<c r=\"C3\"><f>TODAY()</f><v></v></c>".to_owned();
    let rows = [
        row(1, &header),
        row(2, &[text("A2", "1"), text("B2", "Orr"), day("C2", "1905-07-04"), day("D2", "1905-07-04")].concat()),
        row(3, &[text("A3", "2"), text("B3", "Quin"), formula].concat()),
        row(4, &[text("A4", "3"), text("B4", "Bly"), day("C4", "1930-01-01")].concat()),
    ];
    let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", rows.concat());
    let document = checked(&["--only", "ptb-id", &workbook(&folder, &sheet, None)]);
    let faults = document["findings"].as_array().unwrap().iter().filter(|it| it["rule"] == "unreadable-value");
    let faults: Vec<_> = faults.map(|it| (it["cell"].as_str().unwrap(), it["message"].as_str().unwrap())).collect();
    assert_eq!(faults.iter().map(|(cell, _)| *cell).collect::<Vec<_>>(), ["Roster!C2", "Roster!C3"], "{document:#}");
    assert!(faults[0].1.contains("(2012 would be 4 Jul 1905); write the day"), "{document:#}");
    assert!(faults[1].1.contains("a formula without a stored value; open the workbook"), "{document:#}");
    assert!(!document["notes"].to_string().contains("private column"), "{document:#}");
}

#[test]
fn the_lock_file_of_an_open_workbook_is_named() {
    let folder = TempDir::new().unwrap();
    for name in ["~$roster.xlsx", ".~lock.roster.xlsx#"] {
        let path = crate::harness::written(&folder, name, "Ann");
        let output = muster(&["roster", "check", &path]);
        assert_eq!(output.status.code(), Some(2));
        assert!(told(&output).contains("the mark that a spreadsheet program has \"roster.xlsx\" open"), "{name}");
    }
}

#[test]
fn a_header_of_two_rows_is_one_as_in_csv() {
    let folder = TempDir::new().unwrap();
    for header in [
        ["PTB,Last,First,,,Hire,Basic,Firearms", "ID,Name,Name,Agency,Employment,Date,Completed,Qualified"],
        ["PTB ID,Last Name,First Name,Agency,Employment,Days", ",,,,,Hire Date,Basic Completed,Firearms Qualified"],
    ] {
        let rows = ["Fernhill PD", header[0], header[1], "0012346,Quin,Bo,Fernhill PD,full-time,2/5/2026,,3/2/2026"];
        let document = checked(&["--only", "basic-training-deadline", &book_of(&folder, &rows)]);
        let findings = document["findings"].as_array().unwrap();
        assert_eq!((findings.len(), &findings[0]["due"]), (1, &json!("2026-08-05")), "{document:#}");
        assert_eq!((&findings[0]["line"], &document["inputs"][0]["headings"]["read"]), (&json!(4), &json!(8)));
        let notes = strings(&document["notes"]).join("\n");
        assert!(notes.contains("the header is spread over rows 2 and 3 of the sheet \"Roster\""), "{notes}");
        assert!(notes.contains("the header is in row 2 of the sheet \"Roster\"; skipped above it: 1 row"), "{notes}");
    }
}

#[test]
fn a_sheet_is_chosen_by_name_or_number() {
    let messy = "fixtures/workbooks/messy.xlsx";
    for choice in ["Former", "former", "3"] {
        let document = checked(&["--sheet", choice, messy]);
        assert_eq!((&document["inputs"][0]["sheet"], &document["inputs"][0]["records"]), (&json!("Former"), &json!(1)));
    }
    let refused = |choice: &str| {
        let output = muster(&["roster", "check", "--sheet", choice, messy]);
        assert_eq!(output.status.code(), Some(2));
        told(&output)
    };
    let sheets = "the sheets are 1 Read me, 2 Sworn 2026, 3 Former (hidden), 4 Chart (a chart)";
    assert!(refused("5").contains(&format!("there is no sheet \"5\"; {sheets}")));
    assert!(refused("0").contains("there is no sheet \"0\""));
    assert!(refused("4").contains("is a chart and has no cells"));
    assert!(refused("Read me").contains("no header found: none of the first 20 filled rows of the sheet has"));
    let csv = checked(&["--sheet", "2", "fixtures/workbooks/roster.csv"]);
    assert!(strings(&csv["notes"]).iter().any(|note| note.contains("--sheet does nothing here")));
}

#[test]
fn what_is_no_workbook_is_refused_with_what_to_do() {
    for (file, says) in [
        ("protected.xlsx", "a password protects this workbook"),
        ("letter.doc", "this is a Word document"),
        ("letter.docx", "this is a Word document"),
        ("roster.numbers", "in Numbers choose File, Export To, Excel or CSV"),
        ("binary.xlsb", "save it as an Excel Workbook (.xlsx)"),
        ("two_files.zip", "unpack it and name the file in it"),
    ] {
        let output = muster(&["roster", "check", &format!("{FOLDER}/{file}")]);
        assert_eq!(output.status.code(), Some(2), "{file}");
        assert!(told(&output).contains(says), "{file}: {}", told(&output));
    }
}

#[test]
fn blank_rows_and_columns_between_cells_cost_nothing() {
    let document = checked(&["fixtures/workbooks/far_apart.xlsx"]);
    assert_eq!(document["inputs"][0]["records"], 1);
    assert!(strings(&document["notes"]).iter().any(|note| note.ends_with("columns without a heading (XFD)")));
}

#[test]
fn a_sheet_that_is_read_whole_may_not_claim_too_much() {
    // 65,536 rows of 256 columns, and 1,000 of 16,000: more than five million cells.
    for (file, claims) in [("far_apart.xls", "65536 rows and 256 columns"), ("far_apart.ods", "rows and 16000 columns")]
    {
        let output = muster(&["roster", "check", &format!("{FOLDER}/{file}")]);
        assert_eq!(output.status.code(), Some(2));
        assert!(told(&output).contains(claims), "{}", told(&output));
        assert!(told(&output).contains("save it as .xlsx"));
    }
}

#[test]
fn every_row_of_several_batches_is_read() {
    // Batches end at 4,096 rows, and three are read ahead.
    let cells = |id: &str| format!("<row>{}{}</row>", text_cell(id), text_cell("Doe"));
    let rows: String = (0..20_001).map(|at| cells(&(1_000_000 + at).to_string())).collect();
    let header = format!("<row>{}{}</row>", text_cell("ptb_id"), text_cell("last_name"));
    let folder = TempDir::new().unwrap();
    let path = workbook(&folder, &format!("<worksheet><sheetData>{header}{rows}</sheetData></worksheet>"), None);
    for threads in ["1", "3"] {
        assert_eq!(checked(&["--threads", threads, &path])["inputs"][0]["records"], 20_001);
    }
}

#[test]
fn a_workbook_that_ends_early_keeps_the_rows_before() {
    let row = format!("<row>{}{}</row>", text_cell("1000001"), text_cell("Doe"));
    let header = format!("<row>{}{}</row>", text_cell("ptb_id"), text_cell("last_name"));
    let folder = TempDir::new().unwrap();
    let path = workbook(&folder, &format!("<worksheet><sheetData>{header}{row}<row><c"), None);
    let output = muster(&["roster", "check", &path]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("damaged or cut off"), "{}", told(&output));
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let folder = TempDir::new().unwrap();
    // 20 MiB of one letter are packed to 20 KiB; a sheet never is.
    let sheet = format!("<worksheet><sheetData><row>{}", text_cell(&"x".repeat(20 << 20)));
    let output = muster(&["roster", "check", &workbook(&folder, &sheet, None)]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("20 MiB of memory"), "{}", told(&output));
    // A table of texts that announces more than it holds.
    let texts = r#"<sst uniqueCount="99999999999"><si><t>a</t></si></sst>"#;
    let path = workbook(&folder, "<worksheet><sheetData/></worksheet>", Some(texts));
    let output = muster(&["roster", "check", &path]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("damaged or cut off"));
}

#[test]
fn clock_times_and_durations_are_run_times() {
    let document = json_in(&muster(&["power", "score", "-f", "json", "fixtures/workbooks/power.xlsx"]));
    let runs: Vec<_> =
        document["results"].as_array().unwrap().iter().map(|result| &result["events"][3]["result"]).collect();
    assert_eq!(runs, ["16:46", "16:46", "16:46", "16:46", "16:46.4"]);
    // 16.1 + 0.2 is 16.3, without the machine's noise.
    assert_eq!(document["results"][0]["events"][0]["result"], "16.3");
}

#[test]
fn a_percentage_is_what_the_clerk_sees() {
    let output = muster(&["exam", "check", "-f", "json", "fixtures/workbooks/class.xlsx"]);
    let document = json_in(&output);
    // A stored 0.9 is never taken for less than one percent.
    assert_ne!(document["results"][0]["exam"]["passed"], false, "{document:#}");
    assert_eq!(document["results"][1]["outcome"], "not-eligible", "firearms_passed is FALSE");
}

#[test]
fn the_copy_of_a_roster_is_written_as_csv() {
    let folder = TempDir::new().unwrap();
    let shoot = crate::harness::written(
        &folder,
        "shoot.csv",
        "PTB ID,Last Name,Date,Category,Weapon,Capacity,Total Hits\n11338,Ørsted,11/14/2026,duty,semi-auto,17,30\n",
    );
    let copy = folder.path().join("new.csv");
    let update = |roster: &str, copy: &std::path::Path| {
        muster(&["firearms", "score", &shoot, "--roster", roster, "--update", copy.to_str().unwrap()])
    };
    let output = update("fixtures/workbooks/roster.xlsx", &copy);
    let expected =
        std::fs::read_to_string("fixtures/workbooks/roster.csv").unwrap().replace("2024-10-02", "2026-11-14");
    assert_eq!(std::fs::read_to_string(&copy).unwrap(), format!("\u{feff}{expected}"), "{}", told(&output));
    assert!(told(&output).contains("as CSV, without its"));
    let output = update("fixtures/workbooks/roster.xlsx", &folder.path().join("new.xlsx"));
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("is written as CSV"));
}

#[test]
fn one_workbook_may_hold_the_records_and_the_roster() {
    let header = |names: &[&str]| names.iter().map(|name| text_cell(name)).collect::<String>();
    let folder = TempDir::new().unwrap();
    let row = header(&["1000001", "Doe", "Use of force", "2026-01-05"]);
    let names = header(&["ptb_id", "last_name", "course", "completed"]);
    let sheet = format!("<worksheet><sheetData><row>{names}</row><row>{row}</row></sheetData></worksheet>");
    let path = workbook(&folder, &sheet, None);
    let output = muster(&[
        "training",
        "check",
        "-f",
        "json",
        "--sheet",
        "Roster",
        &path,
        "--roster",
        "fixtures/workbooks/messy.xlsx",
    ]);
    let inputs = &json_in(&output)["inputs"];
    assert_eq!(*strings(&json!([inputs[0]["sheet"], inputs[1]["sheet"]])), ["Sworn 2026", "Roster"]);
}

#[test]
fn an_error_that_the_library_does_not_know_costs_its_cell_only() {
    let folder = TempDir::new().unwrap();
    let cell =
        |text: &str| if text.starts_with('#') { format!("<c t=\"e\"><v>{text}</v></c>") } else { text_cell(text) };
    let row = |cells: [&str; 4]| format!("<row>{}</row>", cells.map(cell).concat());
    let rows: String = [
        ["ptb_id", "last_name", "hire_date", "firearms_qualified"],
        ["1000001", "Orr", "#SPILL!", "2026-03-02"],
        ["1000002", "Quin", "2020-01-05", "#N/A"],
        ["1000003", "Bly", "#BUSY!", "#GETTING_DATA"],
        ["1000004", "Cox", "2020-01-05", "2026-03-02"],
    ]
    .map(row)
    .concat();
    let book = workbook(&folder, &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"), None);
    let document = checked(&["--only", "firearms-qualification", &book]);
    let of = |rule: &str, key: &str| -> Vec<Value> {
        let findings = document["findings"].as_array().unwrap().iter().filter(|finding| finding["rule"] == rule);
        findings.map(|finding| finding[key].clone()).collect()
    };
    assert_eq!(of("firearms-qualification", "status"), ["unknown", "overdue", "unknown", "met"], "{document:#}");
    assert_eq!(of("unreadable-value", "cell"), ["Roster!C2", "Roster!C4", "Roster!D4"]);
    let messages = of("unreadable-value", "message");
    for (message, error) in messages.iter().zip(["#SPILL!", "#BUSY!", "#GETTING_DATA"]) {
        let message = message.as_str().unwrap();
        assert!(message.contains(error) && message.contains("the error of a formula"), "{message}");
    }
}

#[test]
fn a_cell_merged_with_one_above_is_unreadable() {
    // In a merged area the first cell has the value alone; whose the others are, nobody can say.
    let folder = TempDir::new().unwrap();
    let rows = ["PTB ID,Last Name,Hire Date,Position", "0012345,Orr,1/5/2020,chief", "0012346,Poe,1/5/2020,"];
    let sheet = |merged: &str| sheet_of(&rows).replace("</sheetData>", &format!("</sheetData>{merged}"));
    let merged = |areas: &str| {
        let path = workbook(&folder, &sheet(&format!("<mergeCells>{areas}</mergeCells>")), None);
        let document = checked(&["--only", "ptb-id", &path]);
        let findings = document["findings"].as_array().unwrap().iter();
        findings.filter(|finding| finding["rule"] == "unreadable-value").cloned().collect::<Vec<_>>()
    };
    let found = merged(r#"<mergeCell ref="D2:D3"/>"#);
    assert_eq!((found.len(), &found[0]["cell"]), (1, &json!("Roster!D3")), "{found:?}");
    assert!(found[0]["message"].as_str().unwrap().contains("the cell is merged with one above it"), "{found:?}");
    // Cells beside each other are titles and notes, and blank rows below stay blank.
    assert!(merged(r#"<mergeCell ref="C2:D2"/><mergeCell ref="A4:D9"/>"#).is_empty());
    // A value that is left inside an area is seen by nobody.
    assert_eq!(merged(r#"<mergeCell ref="B2:B3"/>"#)[0]["cell"], "Roster!B3");
}
