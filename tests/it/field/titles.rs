//! Headers of two rows, and titles above groups of columns.

use super::{HEADER, ORR, QUIN, assert_quin_overdue, notes, report};

#[test]
fn a_header_of_two_rows_is_one() {
    let text = "PTB,Last,First,,,Hire,Basic,Firearms\r\n\
                ID,Name,Name,Agency,Employment,Date,Completed,Qualified\r\n";
    let (report, _) = report("roster check", "r.csv", &format!("{text}{ORR}{QUIN}"), &[]);
    assert_quin_overdue(&report, 4);
    assert!(notes(&report).contains("the header is spread over lines 1 and 2"));
    assert_eq!(report["inputs"][0]["headings"], serde_json::json!({ "read": 8, "there": 8 }));
}

#[test]
fn titles_above_groups_of_columns_are_part_of_the_header() {
    for header in [
        // Merged over several columns, or down two rows.
        "Officer,,,Agency,Employment,Training,,\r\nPTB ID,Last Name,First Name,,,Hire Date,Basic Completed,\
         Firearms Qualified\r\n",
        "PTB ID,Last Name,First Name,Agency,Employment,Days,,\r\n,,,,,Hire Date,Basic Completed,\
         Firearms Qualified\r\n",
        "PTB,Last,First,,,Hire,Basic,Firearms\r\n#,Name,Name,Agency,Employment,Date (m/d/y),Completed,Qualified\r\n",
        "Roster,,,Employment,,,,\r\nPTB ID,Last Name,First Name,Agency,Employment,Hire Date,Basic Completed,\
         Firearms Qualified\r\n",
    ] {
        let (report, _) = report("roster check", "r.csv", &format!("{header}{ORR}{QUIN}"), &[]);
        assert_quin_overdue(&report, 4);
        assert_eq!(report["inputs"][0]["headings"]["read"], 8, "{header}");
    }
}

#[test]
fn a_title_holds_for_the_columns_beside_it() {
    // `Firearms` above two columns, and a cell that is merged down two rows.
    let text = "PTB ID,Last Name,Hire Date,Employment,Firearms,\n,,,,Qualified,Comment\n\
                1,Orr,2020-01-05,full-time,,in academy\n";
    let (report, _) = report("roster check", "r.csv", text, &["--only", "firearms-qualification", "--all"]);
    assert_eq!(report["inputs"][0]["headings"]["read"], 6, "{report:#}");
    assert_eq!(report["findings"][0]["status"], "review", "a reason is on record: {report:#}");
    // What the title does not complete stands for itself.
    let (report, _) = super::report("roster check", "r.csv", &text.replace("Comment", "Agency"), &["--all"]);
    assert_eq!(report["inputs"][0]["headings"]["read"], 6, "{report:#}");
}

#[test]
fn titles_that_are_names_of_columns_hide_no_header() {
    let titles = "Name,Name,Name,Agency,Hire,Hire,Training,Training\r\n";
    let (report, _) = report("roster check", "r.csv", &format!("{titles}{HEADER}{ORR}{QUIN}"), &[]);
    assert_quin_overdue(&report, 4);
    assert_eq!(report["inputs"][0]["headings"]["read"], 8, "{report:#}");
}

#[test]
fn a_first_record_without_a_digit_is_no_second_header() {
    let text = "last_name,first_name,hire\nOrr,Ann,date\nDate,Bo,\n";
    let (report, _) = report("roster check", "r.csv", text, &["--all"]);
    // `last_name Orr` names nothing, so that the rows together name less.
    assert_eq!(report["summary"]["records"], 2);
}

#[test]
fn a_day_that_a_second_row_divides_is_none_of_its_column() {
    // `Due` below `Academy` is no day of completion.
    for title in ["Academy", "E-Sign", "Scenario"] {
        let text = format!(
            "PTB ID,Last Name,First Name,Employment,Hire Date,{title},\n,,,,,Due,Done\n\
             0012345,Orr,Ann,full-time,2026-01-05,2026-07-05,\n"
        );
        let (report, code) = report("roster check", "r.csv", &text, &["--all"]);
        let of = |status: &str| {
            report["findings"].as_array().unwrap().iter().any(|it| {
                it["status"] == status
                    && ["basic-training-deadline", "esign-verification", "scenario-training"]
                        .contains(&it["rule"].as_str().unwrap())
            })
        };
        assert!(!of("met") && report["summary"]["records"] == 1, "{title}: {report:#}");
        let unread = report["inputs"][0]["unread_columns"].to_string();
        assert!(
            unread.contains(&format!("{title} Due")) && unread.contains(&format!("{title} Done")),
            "{unread} {code}"
        );
    }
    // A unit divides nothing, and a first record is no part of the header.
    let text =
        "PTB ID,Last Name,Hire Date,Basic Completed\n,,mm/dd/yyyy,mm/dd/yyyy\n0012345,Orr,2026-01-05,2026-07-05\n";
    let (report, _) = report("roster check", "r.csv", text, &["--all"]);
    assert_eq!(report["inputs"][0]["headings"]["read"], 4, "{report:#}");
}
