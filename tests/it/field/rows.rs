//! Rows that are no record, and cells beyond the header.

use super::{BLY, HEADER, ORR, TWO_RULES, assert_two_met, notes, report, roster};
use crate::harness::{file, muster, told};

#[test]
fn the_end_mark_of_an_old_export_is_no_officer() {
    let report = assert_two_met(&format!("{HEADER}{ORR}{BLY}\u{1a}"), 1);
    assert!(notes(&report).contains("1 row that is no record passed over: line 4 (the end mark of the file)"));
}

#[test]
fn totals_page_numbers_and_source_lines_are_no_officers() {
    let footer = "Total Officers: 2,,,,,,,\r\nPage 1 of 1,,,,,,,\r\nPrinted 11/20/2026 08:14 AM,,,,,,,\r\n\
                  Source: HR export\r\n*** End of Report ***,,,,,,,\r\n";
    let report = assert_two_met(&format!("{HEADER}{ORR}{BLY}{footer}"), 5);
    let notes = notes(&report);
    for words in ["line 4 ('Total Officers: 2')", "line 7 ('Source: HR export')", "line 8 ('*** End of Report ***')"] {
        assert!(notes.contains(words), "{notes}");
    }
}

#[test]
fn a_footer_with_several_cells_is_no_officer() {
    // The name cell begins with a word of a footer, and there is no ID, first name or day (settled 162 and 260).
    let text = format!("{HEADER}{ORR}{BLY},Subtotal - Patrol,,Fernhill PD,2,,,\r\n,GRAND TOTAL,,,2,,,\r\n");
    assert_two_met(&text, 2);
}

#[test]
fn a_position_that_nobody_holds_is_no_officer() {
    // Settled 162: no name, no ID, no day.
    let vacant = ",VACANT,,Fernhill PD,full-time,,,\r\n,Vacant - Patrol 3,,Fernhill PD,,,,\r\n,Open,,,full-time,,,\r\n";
    let report = assert_two_met(&format!("{HEADER}{ORR}{BLY}{vacant}"), 3);
    assert!(notes(&report).contains("line 5 ('Vacant - Patrol 3')"), "{}", notes(&report));
}

#[test]
fn a_person_called_page_or_count_stays_an_officer() {
    for person in [
        "0012399,Vacant,,Fernhill PD,full-time,,,\r\n",
        ",Vacant,Jim,Fernhill PD,full-time,,,\r\n",
        ",Vacant,,Fernhill PD,full-time,1/5/2020,,\r\n",
        "0012399,Page,,Fernhill PD,full-time,,,\r\n",
        ",Count,Dee,Fernhill PD,full-time,,,\r\n",
        ",Total,,Fernhill PD,full-time,1/5/2020,,\r\n",
        ",Pageant,,Fernhill PD,full-time,,,\r\n",
        ",Counts,,Fernhill PD,full-time,,,\r\n",
        "0012399,,,,,,,\r\n",
        ",,Dee,,,,,\r\n",
    ] {
        let (report, _) = roster(&format!("{HEADER}{ORR}{person}"));
        assert_eq!(report["summary"]["records"], 2, "{person}");
        assert_eq!(report["inputs"][0]["passed_over"], 0, "{person}");
    }
}

#[test]
fn a_lone_cell_is_no_record_from_three_known_columns_on() {
    for (header, records) in [("ptb_id,last_name,agency", 1), ("ptb_id,last_name,shoe size", 2)] {
        let (report, _) = report("roster check", "r.csv", &format!("{header}\n1,Orr,A\n,Bly,\n"), &["--all"]);
        assert_eq!(report["summary"]["records"], records, "{header}");
    }
}

#[test]
fn the_header_again_is_no_officer() {
    let report = assert_two_met(&format!("{HEADER}{ORR}{HEADER}{BLY}"), 1);
    assert!(notes(&report).contains("line 3 ('PTB ID')"));
    assert!(!report.to_string().contains("PTB PTB ID"));
}

#[test]
fn no_words_of_a_row_are_quoted_under_redact() {
    let text = format!("{HEADER}{ORR}{BLY},Stone,,,,,,\r\n");
    let (report, _) = report("roster check", "r.csv", &text, &["--redact"]);
    assert!(notes(&report).contains("passed over: line 4\n") || notes(&report).ends_with("passed over: line 4"));
    assert!(!report.to_string().contains("Stone"));
}

#[test]
fn a_batch_of_footers_does_not_end_the_file() {
    // 5,000 rows that are no record fill more than one batch.
    let text = format!("{HEADER}{ORR}{}{BLY}", "Page 1 of 9,,,,,,,\r\n".repeat(5_000));
    let report = assert_two_met(&text, 5_000);
    assert!(notes(&report).contains("5,000 rows that are no record passed over"));
    assert!(notes(&report).contains("and 4,990 more"));
}

#[test]
fn a_count_under_a_power_sheet_is_no_candidate() {
    let text = "ptb_id,last_name,first_name,sex,birth_date,test_date,program,course_start,body_weight,sit_reach,\
                sit_ups,bench_press,run\r\n\
                0000001,Orr,Ann,F,2001-02-11,2026-06-06,full-time,2026-07-06,150,18,30,100,16:00\r\n\
                0000002,Quin,Bo,M,2001-02-11,2026-06-06,full-time,2026-07-06,182,16.5,41,185,12:48\r\n\
                Passed: 2,,,,,,,,,,,,\r\n";
    let (report, code) = report("power score", "p.csv", text, &["--as-of", "2026-06-07"]);
    assert_eq!((report["results"].as_array().unwrap().len(), &report["summary"]["met"], code), (2, &2.into(), 0));
    assert_eq!(report["inputs"][0]["passed_over"], 1);
}

#[test]
fn a_total_under_claims_and_in_json_is_no_record() {
    let claims = "claim_id,last_name,first_name,training,amount,kind\nC-1,Orr,Ann,basic,12.00,fees\nTotal,,,,12.00,\n";
    let (claims, _) = report("reimburse claim", "c.csv", claims, &[]);
    assert_eq!((&claims["summary"]["records"], &claims["inputs"][0]["passed_over"]), (&1.into(), &1.into()));
    let json = r#"[{"ptb_id":"1","last_name":"Orr","agency":"A"},{"ptb_id":"Total officers: 1"}]"#;
    let (json, _) = report("roster check", "r.json", json, &[]);
    assert_eq!((&json["summary"]["records"], &json["inputs"][0]["passed_over"]), (&1.into(), &1.into()));
}

#[test]
fn blank_cells_beyond_the_header_are_nothing() {
    let wide = |row: &str| row.replace("\r\n", ",,,\r\n");
    assert_two_met(&format!("{HEADER}{}{}", wide(ORR), wide(BLY)), 0);
    // A filled one is a fault of its row (settled 163).
    let (report, code) = roster(&format!("{HEADER}{ORR}{}", BLY.replace("\r\n", ",,x\r\n")));
    let findings = report["findings"].as_array().unwrap();
    let ragged: Vec<_> = findings.iter().filter(|finding| finding["rule"] == "ragged-row").collect();
    assert_eq!((ragged.len(), &ragged[0]["line"], code), (1, &3.into(), 1));
    // Nothing of the row is judged: both rules are unknown (settled 187).
    assert_eq!((findings.len(), &report["summary"]["unknown"]), (3, &3.into()));
}

#[test]
fn a_column_without_a_heading_is_told_once() {
    let rows = |count: usize| ORR.replace("\r\n", ",left-handed\r\n").repeat(count);
    // Five records with the same number of filled cells too many, and all of them (settled 275).
    let (whole, code) = report("roster check", "r.csv", &format!("{HEADER}{}", rows(5)), &TWO_RULES);
    assert_eq!((&whole["summary"]["met"], code), (&10.into(), 1), "{whole:#}");
    assert!(whole["findings"].as_array().unwrap().iter().all(|finding| finding["rule"] != "ragged-row"));
    assert!(notes(&whole).contains("every record has cells beyond the header"), "{whole:#}");
    for text in [format!("{HEADER}{}", rows(4)), format!("{HEADER}{ORR}{}", rows(5))] {
        let (report, _) = report("roster check", "r.csv", &text, &TWO_RULES);
        assert!(report["findings"].to_string().contains("ragged-row"), "{text}");
    }
}

#[test]
fn a_roster_with_a_footer_is_written_again_whole() {
    let (_folder, shoots) = file("s.csv", "ptb_id,last_name,date,hits\n0012345,Orr,2026-11-01,30\nTotal: 1,,,\n");
    let (folder, roster) = file("r.csv", &format!("{HEADER}{ORR}Total Officers: 1,,,,,,,\r\n"));
    let copy = folder.path().join("new.csv");
    let copy = copy.to_str().unwrap();
    let output = muster(&["firearms", "score", &shoots, "--roster", &roster, "--update", copy]);
    let written = std::fs::read_to_string(copy).unwrap();
    assert_eq!(written, format!("{HEADER}{}Total Officers: 1,,,,,,,\r\n", ORR.replace("3/2/2026", "2026-11-01")));
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
}

#[test]
fn rows_that_sum_up_describe_or_part_are_no_officers() {
    for row in [
        "Totals,,,,2,,,",
        ",,,,,,Total,2",
        "Sum,,,,10,,,",
        "Average,,,,5.5,,,",
        "Number of officers,2,,,,,,",
        "Patrol Division,,,5,,,,",
        "Run Date,11/20/2026,,,,,,",
        "Prepared by,J. Doe,,,,,,",
        // The word stands in the column of the ID, and nobody is named: a day says nothing (settled 162).
        "Total,2,,,,6/1/2026,,",
        "11/20/2026,,,,,,,",
        "---,---,---,---,---,---,---,---",
        "=====,,,,,,,",
        "(7 digits),(legal),,,(FT/PT),(mm/dd/yyyy),(mm/dd/yyyy),(mm/dd/yyyy)",
        "varchar,varchar,varchar,varchar,varchar,date,date,date",
        "1,2,3,4,5,6,7,8",
    ] {
        let report = assert_two_met(&format!("{HEADER}{row}\r\n{ORR}{BLY}"), 1);
        assert!(notes(&report).contains("line 2"), "{row}");
    }
}

#[test]
fn a_sum_labeled_in_an_unread_column_is_no_officer() {
    // The count stands in the column of the IDs; "Star #" is not read beside "PTB ID" (settled 162).
    let numbered = |row: &str| format!("101,{row}");
    let header = format!("Star #,{HEADER}");
    for row in ["Subtotal Patrol,2,,,,,,,", "Patrol total,2,,,,,,,", "Count:,1480,,,,,,,", "Grand Total,,,,,,,,2"] {
        let report = assert_two_met(&format!("{header}{}{row}\r\n{}", numbered(ORR), numbered(BLY)), 1);
        assert!(notes(&report).contains("line 3"), "{row}");
    }
    // A name, a day, an ID or a word of another meaning makes a record.
    for row in [
        "Subtotal Patrol,2,Dow,,,,,,",
        "Subtotal Patrol,0012348,,,,,,,",
        "Subtotal Patrol,12348,,,,,,,",
        "Total,2,,,,,1/5/2020,,",
        "Squad 2,2,,,,,,,",
    ] {
        let (report, _) = roster(&format!("{header}{}{row}\r\n", numbered(ORR)));
        assert_eq!(report["summary"]["records"], 2, "{row}");
    }
}

#[test]
fn a_result_with_a_count_behind_it_is_no_candidate() {
    let header = "name,sex,birth_date,test_date,body_weight,sit_reach,sit_ups,bench_press,run";
    let orr = "\"Orr, Ann\",F,2001-02-11,2026-06-06,150,18,30,100,16:00";
    for (row, results) in
        [("Passed,5,,,,,,,", 1), ("Failed:,,,,,,,,2", 1), ("Passmore,5,,,,,,,", 2), ("Passed,F,,,,,,,", 2)]
    {
        let (report, _) =
            report("power score", "p.csv", &format!("{header}\n{orr}\n{row}\n"), &["--as-of", "2026-06-07"]);
        assert_eq!(report["results"].as_array().unwrap().len(), results, "{row}");
    }
}

#[test]
fn a_person_without_an_id_stays_an_officer() {
    for row in [
        "TBD,,,Fernhill PD,full-time,1/5/2020,,",
        "TBD,Report,,Fernhill PD,full-time,1/5/2020,,",
        ",Sum,,Fernhill PD,full-time,,,",
        ",Report,Al,Fernhill PD,full-time,,,",
        "pending,Dow,,,12,,,",
        ",,,,,,,11/20/2026",
        "20200105,,,,,,,",
        "1,2,3,4,5,6,7,9",
    ] {
        let (report, _) = roster(&format!("{HEADER}{row}\r\n{ORR}"));
        assert_eq!(
            (&report["summary"]["records"], &report["inputs"][0]["passed_over"]),
            (&2.into(), &0.into()),
            "{row}"
        );
    }
}

#[test]
fn the_header_again_in_other_words_is_no_officer() {
    for again in [
        HEADER.to_uppercase(),
        HEADER.replace("PTB ID", "PTB ID:").replace("Hire Date", "Hire Date *"),
        HEADER.replace("PTB ID", "Employee ID").replace("Hire Date", "Date Hired"),
        HEADER.replace("Firearms Qualified", "Firearms Qualified,Comments"),
        HEADER.replace(",Firearms Qualified", ","),
    ] {
        assert_two_met(&format!("{HEADER}{ORR}{again}{BLY}"), 1);
    }
}

#[test]
fn a_header_of_other_columns_ends_the_reading() {
    // Below it, days of hire would be read as days of certificates.
    let other = "PTB ID,Last Name,First Name,Agency,Employment,Basic Completed,Hire Date,Firearms Qualified\r\n";
    let (_folder, path) = file("r.csv", &format!("{HEADER}{ORR}{other}{BLY}"));
    let output = muster(&[&["roster", "check", "-f", "json"][..], &TWO_RULES, &[&path]].concat());
    assert_eq!(output.status.code(), Some(2));
    let report = crate::harness::json_in(&output);
    assert_eq!((&report["summary"]["records"], &report["summary"]["met"]), (&1.into(), &2.into()), "{report:#}");
    let told = told(&output);
    assert!(told.contains("line 3 is the header of other columns, so that the rows below it were not read"), "{told}");
    assert!(told.contains("hint: put the table that begins there into a file of its own"), "{told}");
}

#[test]
fn blank_headings_at_the_end_need_no_cells() {
    let header = HEADER.replace("\r\n", ",,,\r\n");
    for row in
        [BLY.to_owned(), BLY.replace("\r\n", ",\r\n"), BLY.replace("\r\n", ",,,\r\n"), BLY.replace("\r\n", ",,,,,\r\n")]
    {
        assert_two_met(&format!("{header}{ORR}{row}"), 0);
    }
    // A cell below a blank heading belongs to no column, and is not shifted.
    let report = assert_two_met(&format!("{header}{ORR}{}", BLY.replace("\r\n", ",,x\r\n")), 0);
    assert!(notes(&report).contains("no heading stands above column 10, which is not read"), "{report:#}");
    let (short, _) = roster(&format!("{header}{}", ORR.replace(",3/2/2026", "")));
    assert!(short["findings"].to_string().contains("this row has 7 cells, the header has 8"), "{short:#}");
}
