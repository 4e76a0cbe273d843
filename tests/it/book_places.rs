//! Where a record of a workbook is: every command names its sheet and row, and of a CSV file the line.

use crate::harness::{json_in, muster, told, written};
use crate::made_books::{sheet_of, workbook};
use tempfile::TempDir;

/// Runs a command on rows as CSV and as a workbook, and returns what each tells on one line, without breaks.
fn both(args: &[&str], rows: &[&str], roster: Option<&[&str]>) -> [String; 2] {
    let folders = [(); 3].map(|()| TempDir::new().unwrap());
    let written = |at: usize, rows: &[&str]| written(&folders[at], "r.csv", &(rows.join("\n") + "\n"));
    let book = |at: usize, rows: &[&str]| workbook(&folders[at], &sheet_of(rows), None);
    let run = |path: String, roster: Option<String>| {
        let roster = roster.iter().flat_map(|roster| ["--roster", roster]);
        let output = muster(&args.iter().copied().chain([&*path]).chain(roster).collect::<Vec<_>>());
        let told = told(&output);
        assert!(!told.contains("could not run") && !told.contains("usage"), "{told}");
        told.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    [run(written(0, rows), roster.map(|rows| written(1, rows))), run(book(0, rows), roster.map(|rows| book(2, rows)))]
}

#[test]
fn results_name_the_sheet_and_the_row() {
    let roster: &[&str] = &["ptb_id,last_name,first_name,employment", "1000001,Orr,Ann,full-time"];
    type Case<'c> = (&'c [&'c str], &'c [&'c str], Option<&'c [&'c str]>);
    let cases: [Case; 6] = [
        (
            &["power", "score"],
            &[
                "last_name,sex,age,sit_reach,sit_ups,body_weight,bench_press,run,test_date",
                ",F,34,1,20,150,71,17:38,2026-03-02",
            ],
            None,
        ),
        (
            &["firearms", "score"],
            &["last_name,first_name,date,category,weapon,capacity,hits", ",,2026-11-14,duty,semi-auto,17,"],
            None,
        ),
        (
            &["reimburse", "claim", "--long"],
            &["claim_id,last_name,first_name,kind,amount", "7,Orr,Ann,salary,100"],
            None,
        ),
        (&["exam", "check"], &["ptb_id,last_name,program,course_hours", "1000001,Orr,full-time,640"], None),
        (&["permit", "check"], &["last_name,first_name,separated", "Orr,Ann,2024-06-30"], None),
        (
            &["training", "check", "--all", "--long"],
            &["ptb_id,last_name,course,completed", "1000001,Orr,Use of force,2026-01-05"],
            Some(roster),
        ),
    ];
    for (args, rows, roster) in cases {
        let [csv, book] = both(args, rows, roster);
        assert!(csv.contains("r.csv line 2"), "{args:?}: {csv}");
        assert!(book.contains("made.xlsx Roster row 2") && !book.contains("line 2"), "{args:?}: {book}");
    }
}

#[test]
fn sentences_about_other_rows_say_row() {
    let claims = [
        "claim_id,ptb_id,last_name,first_name,training,course,kind,amount",
        "7,1000001,Orr,Ann,basic,Basic,salary,100",
        "7,1000001,Orr,Ann,basic,Other,lodging,10",
        "8,1000001,Orr,Ann,basic,Basic,salary,100",
    ];
    let [csv, book] = both(&["reimburse", "claim", "--long"], &claims, None);
    assert!(csv.contains("course on line 3 differs") && book.contains("course in row 3 differs"), "{csv}\n{book}");
    assert!(csv.contains("line 2 of ") && book.contains("Roster row 2 of "), "{csv}\n{book}");
    let hours = [
        "ptb_id,last_name,agency,employment,certification,hours_year",
        "1000001,Orr,Fernhill PD,part-time,part-time,900",
        "1000001,Orr,Rosedale PD,part-time,part-time,800",
    ];
    let [csv, book] = both(&["roster", "check", "--only", "part-time-hours"], &hours, None);
    assert!(csv.contains("900 on line 2 and 800 here") && book.contains("900 in row 2 and 800 here"), "{csv}\n{book}");
    let names = ["last_name,first_name", "Orr,Ann"];
    let [csv, book] = both(&["esign-cohort", "--redact", "--roster"], &names, None);
    assert!(csv.contains("line 2") && book.contains("sheet 1 row 2"), "{csv}\n{book}");
}

#[test]
fn two_rosters_of_a_workbook_are_compared_by_rows() {
    let (folder, other) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    // One name twice on each, with other days: nobody can say who is who.
    let roster = |years: [&str; 2]| {
        let row = |year| format!("Orr,Ann,Fernhill PD,{year}-01-05");
        ["last_name,first_name,agency,hire_date".to_owned(), row(years[0]), row(years[1])]
    };
    let rosters = [(&folder, roster(["2020", "2021"])), (&other, roster(["2022", "2023"]))];
    let csv = rosters.clone().map(|(folder, rows)| written(folder, "r.csv", &rows.join("\n")));
    let books = rosters.map(|(folder, rows)| workbook(folder, &sheet_of(&rows.each_ref().map(|row| &**row)), None));
    let told_of = |[old, new]: &[String; 2]| {
        told(&muster(&["roster", "diff", old, new])).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let (csv, books) = (told_of(&csv), told_of(&books));
    assert!(csv.contains("lines 2, 3 of the old"), "{csv}");
    assert!(books.contains("rows 2, 3 of the old"), "{books}");
}

#[test]
fn machine_output_gains_no_key_for_the_sheet_of_a_result() {
    let rows = ["last_name,first_name,date,category,weapon,capacity,hits", "Orr,Ann,2026-11-14,duty,semi-auto,17,26"];
    let folder = TempDir::new().unwrap();
    let keys = |path: &str| {
        let document = json_in(&muster(&["firearms", "score", "-f", "json", path]));
        document["results"][0].as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    };
    let csv = keys(&written(&folder, "r.csv", &rows.join("\n")));
    assert!(csv.contains(&"line".to_owned()));
    assert_eq!(keys(&workbook(&folder, &sheet_of(&rows), None)), csv);
}
