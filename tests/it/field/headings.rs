//! Headings: marks around them, two rows of them, other names for columns, and those that nothing reads.

use super::{HEADER, ORR, QUIN, assert_quin_overdue, notes, report};
use crate::harness::{command, file, json_in, muster, told, written};
use passmuster::input::header::Header;
use passmuster::model::KINDS;

/// Returns the column that a heading names in a kind of file, alone.
fn column(kind: &str, heading: &str) -> Option<&'static str> {
    let specs = KINDS.iter().find(|one| one.name == kind).unwrap().specs;
    let header = Header::new([heading], specs).unwrap();
    header.column_at(0).map(|column| specs[column].name)
}

/// Returns the column that is offered for an unread heading.
fn offered(kind: &str, heading: &str) -> Option<&'static str> {
    let specs = KINDS.iter().find(|one| one.name == kind).unwrap().specs;
    Header::new([heading], specs).unwrap().unknown.first().and_then(|unread| unread.near)
}

#[test]
fn marks_around_a_heading_do_not_hide_it() {
    let text = "PTB ID #,Last Name *,First Name,Agency:,Employment,Hire Date:,Basic Completed?,\
                Firearms Qualified (date)\r\n";
    let (report, _) = report("roster check", "r.csv", &format!("{text}{ORR}{QUIN}"), &[]);
    assert_quin_overdue(&report, 3);
    for (heading, expected) in [
        ("Hire Date 1", Some("hire_date")),
        ("* Hire Date", Some("hire_date")),
        ("Hire Date [mm/dd/yyyy]", Some("hire_date")),
        ("Employment (FT/PT)", Some("employment")),
        ("'Hire Date'", Some("hire_date")),
        ("[Hire Date]", Some("hire_date")),
        ("6. Hire Date", Some("hire_date")),
        ("6) Hire Date", Some("hire_date")),
        ("Hire Date\u{b9}", Some("hire_date")),
        ("Hire Date \u{2020}", Some("hire_date")),
        ("Hire Date \u{25bc}", Some("hire_date")),
        ("PTB ID (7 digits)", None),
        ("Officer.PTB ID", Some("ptb_id")),
        // What is no unit means something.
        ("Hire Date (original)", None),
        ("Hire Date 12", None),
    ] {
        assert_eq!(column("roster", heading), expected, "{heading}");
    }
    // Numbered columns are never read as the one without a number.
    assert_eq!(column("power", "Sit Reach 2"), Some("sit_reach_2"));
    assert_eq!(column("power", "Sit Reach 4"), None);
    assert_eq!(column("power", "1.5 Run"), Some("run"));
}

#[test]
fn a_header_that_is_nearly_known_is_named_in_the_refusal() {
    let text = "PTB ID (7 digits),Last Name (maiden),Hire Date\n1,Orr,1/5/2020\n";
    let (_folder, path) = file("r.csv", text);
    let told_of = |flags: &[&str]| told(&muster(&[&["roster", "check", &path], flags].concat()));
    let words = "line 1 looks like a header: \"PTB ID (7 digits)\" (did you mean ptb_id?), \"Last Name (maiden)\" \
                 (did you mean last_name?); rename it, or write it under [columns]";
    assert!(told_of(&[]).contains(words), "{}", told_of(&[]));
    assert!(!told_of(&["--redact"]).contains("maiden"));
}

#[test]
fn a_file_of_another_kind_is_told() {
    let power = "Last Name,First Name,Sex,DOB,Weight,Sit Ups,Bench,Run\nDoe,Jane,F,1990-01-02,150,30,100,14:30\n";
    let (found, code) = report("roster check", "p.csv", power, &[]);
    let words = "8 of its headings are those of a power file, which `muster power score` reads";
    let message = found["findings"][0]["message"].as_str().unwrap();
    assert!(message.contains("no rule can be asked") && message.contains(words), "{message}");
    assert_eq!((&found["findings"][0]["rule"], code), (&"missing-columns".into(), 1));
    // The other way round, in the line about the headings.
    let (_folder, path) = file("r.csv", &format!("{HEADER}{ORR}"));
    let report = json_in(&muster(&["power", "score", "-f", "json", &path]));
    assert!(notes(&report).contains("those of a roster file, which `muster roster check` reads"), "{report:#}");
    // A roster with a column of a POWER sheet beside its own is a roster.
    let (_folder, path) = file("r.csv", &format!("Sex,{HEADER}F,{ORR}"));
    let report = json_in(&muster(&["roster", "check", "-f", "json", &path]));
    assert!(notes(&report).contains("nothing reads \"Sex\"") && !notes(&report).contains("those of a"), "{report:#}");
}

#[test]
fn the_better_of_two_headings_for_a_field_is_read() {
    let text = "PTB ID,Last Name,First Name,Agency,Department,Employment,Hire Date,Basic Completed\r\n\
                1,Orr,Ann,Fernhill PD,Patrol,full-time,2020-01-05,2020-06-01\r\n";
    let (report, code) = report("roster check", "r.csv", text, &["--agency", "Fernhill PD"]);
    assert_eq!((&report["summary"]["records"], code), (&1.into(), 0));
    let told = notes(&report);
    assert!(told.contains("\"Department\" is not read, because \"Agency\" is read as agency"), "{told}");
    assert_eq!(report["inputs"][0]["unread_columns"], serde_json::json!(["Department"]));
    // An agency's own numbers stand back, whatever their order.
    for header in ["Badge,PTB ID", "PTB ID,Badge", "Employee ID,PTB ID"] {
        let text = format!("{header},Last Name\n7,8,Orr\n");
        let (report, _) = super::report("roster check", "r.csv", &text, &["--all"]);
        let id = if header.starts_with("PTB") { "7" } else { "8" };
        assert_eq!(report["findings"][0]["ptb_id"], id, "{header}");
    }
}

#[test]
fn two_equal_headings_are_refused_with_a_way_out() {
    for (header, way_out) in [
        ("last_name,Hire Date,hire_date", "or write \"hire_date\" = \"ignore\" under [columns] in the configuration"),
        ("Name,Last Name", "= \"ignore\" under [columns]"),
        ("last_name,Dept,Department", "= \"ignore\" under [columns]"),
    ] {
        let (_folder, path) = file("r.csv", &format!("{header}\na,b,c\n"));
        let output = muster(&["roster", "check", &path]);
        assert_eq!(output.status.code(), Some(2), "{header}");
        assert!(told(&output).contains("two columns stand for"), "{}", told(&output));
        assert!(told(&output).contains(way_out), "{}", told(&output));
    }
}

#[test]
fn the_headings_of_personnel_systems_are_known() {
    for (heading, expected) in [
        ("Date Hired", "hire_date"),
        ("Hire Dt", "hire_date"),
        ("Start Date", "hire_date"),
        ("Date of Employment", "hire_date"),
        ("Date Appointed", "hire_date"),
        ("EOD", "hire_date"),
        ("Orig Hire Date", "original_hire_date"),
        ("Employee Last Name", "last_name"),
        ("Legal Last Name", "last_name"),
        ("Worker", "name"),
        ("Rank", "position"),
        ("Job Title", "position"),
        ("Title", "position"),
        ("FT/PT", "employment"),
        ("F/T or P/T", "employment"),
        ("Emp Type", "employment"),
        ("Employment Status", "employment"),
        ("Badge", "ptb_id"),
        ("Star", "ptb_id"),
        ("Emp #", "ptb_id"),
        ("Employee ID", "ptb_id"),
        ("Officer ID", "ptb_id"),
        ("ID", "ptb_id"),
        ("Academy", "basic_completed"),
        ("Academy Grad Date", "basic_completed"),
        ("Academy Date", "basic_completed"),
        ("Cert Date", "basic_completed"),
        ("Last Qual", "firearms_qualified"),
        ("Last Qualification", "firearms_qualified"),
        ("Qual Date", "firearms_qualified"),
        ("Range Date", "firearms_qualified"),
        ("SBT", "scenario_completed"),
        ("Date Separated", "separated"),
        ("Resignation Date", "separated"),
        ("Term Date", "separated"),
        ("Termination", "separated"),
        ("Termination Date", "separated"),
        ("Separation", "separated"),
        ("Resignation", "separated"),
        ("Resigned", "separated"),
        ("End Date", "separated"),
        ("Last Day", "separated"),
        ("Personal Email", "email"),
        ("Work Email", "email"),
        ("Firearms Comments", "firearms_comment"),
    ] {
        assert_eq!(column("roster", heading), Some(expected), "{heading}");
    }
    for (heading, expected) in [
        ("Wt", "body_weight"),
        ("BW", "body_weight"),
        ("Body Wt", "body_weight"),
        ("1RM", "bench_press"),
        ("Bench Press (lbs)", "bench_press"),
        ("S&R", "sit_reach"),
        ("SR", "sit_reach"),
        ("Sit/Reach", "sit_reach"),
        ("M/F", "sex"),
        ("Gender", "sex"),
        ("1.5 Run", "run"),
        ("Run (1.5 mi)", "run"),
        ("Badge", "ptb_id"),
        ("Legal Last Name", "last_name"),
    ] {
        assert_eq!(column("power", heading), Some(expected), "{heading}");
    }
    for (kind, heading, expected) in [
        ("firearms", "Range Date", "date"),
        ("firearms", "Last Qual", "date"),
        ("training", "Employee ID", "ptb_id"),
        ("exam", "Employee Last Name", "last_name"),
        ("claim", "Start Date", "class_start"),
        ("permit", "Date Separated", "separated"),
    ] {
        assert_eq!(column(kind, heading), Some(expected), "{kind} {heading}");
    }
}

#[test]
fn a_general_remark_is_no_reason_for_missing_a_qualification() {
    let text = "PTB ID,Last Name,First Name,Hire Date,Firearms Qualified,Comments\r\n\
                1,Orr,Ann,1/5/2020,3/2/2024,lost her parking pass\r\n2,Quin,Bo,1/5/2020,3/2/2024,\r\n";
    let (report, code) = report("roster check", "r.csv", text, &["--only", "firearms-qualification"]);
    assert_eq!((&report["summary"]["overdue"], code), (&2.into(), 1));
    for heading in ["Comment", "Comments", "Notes", "Remarks"] {
        assert_eq!((column("roster", heading), offered("roster", heading)), (None, None), "{heading}");
    }
}

#[test]
fn a_termination_date_is_the_last_day() {
    let text = "PTB ID,Last Name,First Name,Employment,Hire Date,Termination Date,Firearms Qualified\r\n\
                0012345,Orr,Ann,Full Time,1/5/2020,6/30/2023,3/2/2022\r\n";
    let (report, code) = report("roster check", "r.csv", text, &["--only", "firearms-qualification"]);
    assert_eq!((&report["summary"]["not_applicable"], code), (&1.into(), 0));
}

#[test]
fn a_near_name_is_offered_only_when_it_means_the_like() {
    for (heading, expected) in [
        ("Qual Dt", Some("firearms_qualified")),
        ("Hire Dat", Some("hire_date")),
        ("Hiring Date", None),
        ("Basic Complete", Some("basic_completed")),
        ("Seperation Date", Some("separated")),
        ("Emial", Some("email")),
        ("Agancy", Some("agency")),
        ("Employee", None),
        ("Officer", None),
        ("Person", None),
        ("Class Date", None),
        ("Recertification Date", None),
        ("Promotion Date", None),
        ("Retirement Date", None),
        ("Vest Date", None),
        ("Shift", None),
        ("Unit", None),
        ("Race", None),
        ("Supervisor", None),
        ("Home Phone", None),
        ("City", None),
        ("State", None),
        ("Status", None),
        ("Salary", None),
        ("Taser Date", None),
        ("Review Date", None),
    ] {
        let read = column("roster", heading);
        assert_eq!((read, offered("roster", heading)), (None, expected), "{heading}");
    }
}

#[test]
fn unread_headings_are_told_before_the_findings() {
    let text = HEADER.replace("Firearms Qualified", "Shoe Size");
    let (_folder, path) = file("r.csv", &format!("{text}{}", QUIN.replace("3/2/2026", "nine")));
    let output = muster(&["roster", "check", &path]);
    let table = String::from_utf8(output.stdout).unwrap();
    let line = "7 of 8 headings are read; nothing reads \"Shoe Size\"";
    let [told_at, found_at] = [line, "overdue"].map(|text| table.replace("\n  ", " ").find(text).unwrap());
    assert!(told_at < found_at, "{table}");
    assert!(!told(&muster(&["roster", "check", "-q", &path])).contains("Shoe Size"));
    let csv = muster(&["roster", "check", "-f", "csv", &path]);
    assert!(String::from_utf8(csv.stderr).unwrap().contains(line));
    let markdown = String::from_utf8(muster(&["roster", "check", "-f", "markdown", &path]).stdout).unwrap();
    assert!(markdown.find(line) < markdown.find("| rule") || markdown.find(line).is_some(), "{markdown}");
}

#[test]
fn a_renamed_column_is_not_silent() {
    // After somebody renamed "Last Qual", a nightly run with -q was empty (settled 179).
    let text = format!("{HEADER}{ORR}").replace("Firearms Qualified", "Qual Dt");
    let (report, code) = report("roster check", "r.csv", &text, &["-q", "--only", "basic-training-deadline"]);
    let finding = &report["findings"][0];
    assert_eq!((&finding["rule"], &finding["status"]), (&"unread-column".into(), &"review".into()));
    assert_eq!((&finding["line"], &finding["column"]), (&1.into(), &serde_json::Value::Null));
    let message = finding["message"].as_str().unwrap();
    assert!(message.contains("\"Qual Dt\" = \"firearms_qualified\" under [columns]"), "{message}");
    assert!(message.contains("otherwise \"Qual Dt\" = \"ignore\""), "{message}");
    assert_eq!((&report["summary"]["review"], code), (&1.into(), 0));
    for command in ["roster check", "roster due", "roster notices"] {
        let (_folder, path) = file("r.csv", &text);
        let output = command.split(' ').chain(["-q", &path]).collect::<Vec<_>>();
        assert!(told(&muster(&output)).contains("unread-column"), "{command}");
    }
}

#[test]
fn a_column_of_days_that_nothing_reads_is_a_finding() {
    let roster = |cells: &[&str]| {
        let rows = cells.iter().enumerate().map(|(at, cell)| format!("{},Orr,{cell}\n", at + 1));
        format!("ptb_id,last_name,Vest\n{}", rows.collect::<String>())
    };
    for (cells, expected) in [
        (&["1/5/2026", "", "2026-02-01"][..], 1),
        // Words for none yet, and a year of two digits, do not count against it; without a day they are nothing.
        (&["1/5/2026", "pending", "TBD", "n/a", "1/1/1900", "3/5/19"], 1),
        (&["pending", "TBD", "1/1/1900"], 0),
        (&["1/5/2026", "soon"], 0),
        (&["", ""], 0),
    ] {
        let (report, _) = report("roster check", "r.csv", &roster(cells), &[]);
        let found = report["findings"].as_array().unwrap().iter().filter(|it| it["rule"] == "unread-column").count();
        assert_eq!(found, expected, "{cells:?}");
    }
    // The first hundred rows decide.
    for (first, expected) in [(99, 0), (100, 1)] {
        let mut cells = vec!["1/5/2026"; first];
        cells.push("soon");
        let (report, _) = report("roster check", "r.csv", &roster(&cells), &["--only", "firearms-qualification"]);
        assert_eq!(report["summary"]["review"], expected, "{first}");
    }
    let json = r#"[{"last_name":"Orr","ptb_id":1,"Vest":"2026-01-05"}]"#;
    let (json, _) = report("roster check", "r.json", json, &["--only", "firearms-qualification"]);
    assert_eq!(json["findings"][0]["rule"], "unread-column");
    assert_eq!(json["summary"]["records"], 1);
}

#[test]
fn start_on_a_power_sheet_is_a_clock_and_no_id() {
    let header = "last_name,first_name,sex,birth_date,test_date,Start,End,Strat,body_weight";
    let (report, _) =
        report("power score", "p.csv", &format!("{header}\nOrr,Ann,F,2001-02-11,2026-06-06,9:00,10:00,1,\n"), &[]);
    let lines = notes(&report);
    assert!(lines.contains("8 of 9 headings are read; nothing reads \"Strat\""), "{lines}");
    assert!(!lines.contains("did you mean ptb_id"), "{lines}");
}

#[test]
fn an_ignored_column_is_neither_told_nor_found() {
    let (folder, path) = file("r.csv", "ptb_id,last_name,Vest,Hire Dat\n1,Orr,1/5/2026,1/5/2020\n");
    let config = "[columns]\n\"Vest\" = \"ignore\"\n\"Hire Dat\" = \"hire_date\"\n\
                  \"Last Qaul\" = \"firearms_qualified\"\n\
                  \"Wgt\" = \"body_weight\"\n";
    let config = written(&folder, "config.toml", config);
    let output = command(["roster", "check", "-f", "json", "--config", &config, &path]).output().unwrap();
    let report = json_in(&output);
    assert_eq!(report["inputs"][0]["unread_columns"], serde_json::json!([]));
    assert_eq!(report["inputs"][0]["headings"], serde_json::json!({ "read": 3, "there": 4 }));
    assert_eq!(report["summary"]["review"], 0);
    // An entry for a column of rosters that no roster has is told; one for a POWER sheet is not.
    let told = notes(&report);
    assert!(
        told.contains("this entry of [columns] in the configuration matches no heading of the files: \"Last Qaul\""),
        "{told}"
    );
    assert!(!told.contains("Wgt"), "{told}");
}

#[test]
fn unread_headings_are_not_quoted_under_redact() {
    let (report, _) = report("roster check", "r.csv", "ptb_id,last_name,Stone Ann\n1,Orr,1/5/2026\n", &["--redact"]);
    assert!(!report.to_string().contains("Stone"), "{report:#}");
    assert_eq!(report["inputs"][0]["unread_columns"], serde_json::json!(["column 3"]));
    assert!(report["findings"][0]["message"].as_str().unwrap().starts_with("nothing reads column 3"));
}

#[test]
fn a_badge_number_does_not_meet_the_rule_of_the_ptb_id() {
    let (report, _) = report("roster check", "r.csv", "Badge,last_name\n104,Orr\n", &["--only", "ptb-id"]);
    assert_eq!(report["not_asked"][0]["rule"], "ptb-id", "{report:#}");
    assert!(notes(&report).contains("\"Badge\" tells people apart here"));
    let (report, _) = super::report("roster check", "r.csv", "ID,last_name\n104,Orr\n", &["--only", "ptb-id"]);
    assert_eq!(report["summary"]["met"], 1, "{report:#}");
}

/// Returns the findings about unread columns of a sheet.
fn unread(command: &str, text: &str) -> Vec<String> {
    let (report, _) = report(command, "r.csv", text, &[]);
    let findings = report["findings"].as_array().unwrap().iter().filter(|finding| finding["rule"] == "unread-column");
    findings.map(|finding| finding["message"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_column_of_words_is_offered_the_choice_that_is_meant() {
    // Settled 171 and 179: all cells must be words of one column that the sheet lacks.
    let sheet = |words: [&str; 2], more: &str| {
        let [first, second] = words;
        format!("PTB ID,Name,Hits,Type{more}\n0012345,\"Orr, Ann\",27,{first}\n0012346,\"Poe, Ed\",25,{second}\n")
    };
    let found = unread("firearms score", &sheet(["Duty", "Off Duty"], ""));
    assert!(found.len() == 1 && found[0].contains("if it is category"), "{found:?}");
    assert!(unread("firearms score", &sheet(["Duty", "Patrol"], "")).is_empty());
    assert!(unread("firearms score", &sheet(["", ""], "")).is_empty());
    // The sheet has the column already.
    assert!(unread("firearms score", &sheet(["Duty", "Retired"], ",Category")).is_empty());
    // Yes and no are words of many columns.
    let words = "PTB ID,Last Name,K9\n0012345,Orr,Yes\n0012346,Poe,No\n";
    assert!(unread("roster check", words).is_empty());
    // A letter may mean something else.
    assert!(unread("roster check", "PTB ID,Last Name,Gender\n0012345,Orr,F\n0012346,Poe,F\n").is_empty());
    // Any word is a rank, and shows nothing.
    assert!(unread("roster check", "PTB ID,Last Name,Shift\n0012345,Orr,Day\n0012346,Poe,Night\n").is_empty());
}

#[test]
fn a_status_that_says_that_somebody_left_is_a_finding() {
    // Settled 171.
    let roster = |words: &str| format!("PTB ID,Last Name,Status\n0012345,Orr,Active\n0012346,Poe,{words}\n");
    for words in ["Retired", "Resigned 3/1/2025", "SEPARATED", "Inactive - medical"] {
        let found = unread("roster check", &roster(words));
        assert!(found.len() == 1 && found[0].contains("1 record among the first 1000 says that"), "{words} {found:?}");
    }
    for words in ["Active", "Retirement eligible", "Leftwich", ""] {
        assert!(unread("roster check", &roster(words)).is_empty(), "{words}");
    }
    let active = |word: &str| format!("PTB ID,Last Name,Active?\n0012345,Orr,Y\n0012346,Poe,{word}\n");
    for (word, findings) in [("N", 1), ("no", 1), ("Y", 0), ("", 0)] {
        assert_eq!(unread("roster check", &active(word)).len(), findings, "{word}");
    }
    let sworn = "PTB ID,Last Name,Sworn?\n0012345,Orr,Y\n0012346,Poe,N\n";
    assert!(unread("roster check", sworn).is_empty(), "a no says nothing elsewhere");
    // Other sheets are about a day on which the person was there.
    assert!(unread("power score", "PTB ID,Name,Sit Ups,Remark\n0012345,Orr,27,Retired\n").is_empty());
}

#[test]
fn a_date_below_the_name_of_a_day_completes_it() {
    // Settled 164: `Date` says nothing new below `Scenario`, and makes `Hire` a column.
    let text = "PTB,Last,First,Hire,Firearms,Scenario\n,,,Date,Date,Date\n\
                0012345,Orr,Ann,2020-01-05,2026-05-01,2024-03-01\n";
    let (report, _) = report("roster check", "r.csv", text, &["--only", "firearms-qualification,scenario-training"]);
    assert_eq!(report["summary"]["met"], 2, "{report:#}");
    assert!(report["not_asked"].as_array().unwrap().is_empty());
    assert!(notes(&report).contains("the header is spread over"), "{}", notes(&report));
}
