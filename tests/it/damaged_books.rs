//! Workbooks that are damaged, locked or made to harm: refused with what to do, or read without a wrong answer.

use crate::harness::{muster, told};
use crate::made_books::{archive_of, ods_cell, ods_of, ods_row, ods_with, text_cell, workbook, xls_of};
use crate::workbooks::checked;
use tempfile::TempDir;

/// Returns what is told about a file that is refused, on one line.
fn refused(path: &str) -> String {
    let output = muster(&["roster", "check", path]);
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    told(&output).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_password_is_named_with_the_way_to_take_it_off() {
    let folder = TempDir::new().unwrap();
    assert!(refused("fixtures/workbooks/protected.xlsx").contains("(File, Info, Protect Workbook, Encrypt with Passw"));
    // The beginning of a workbook of Excel 97, the record about its encryption, and the end.
    let begin = vec![0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let old = xls_of(&folder, &[(0x0809, begin), (0x002f, vec![0; 6]), (0x000a, Vec::new())]);
    let told = refused(&old);
    assert!(told.contains("a password protects this workbook") && told.contains("open it in Excel"), "{told}");
    let parts = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry>\
                 </manifest:manifest>";
    let told = refused(&ods_with(&folder, "\u{1}\u{2}", parts));
    assert!(told.contains("open it in LibreOffice") && told.contains("Save with password"), "{told}");
    // Since LibreOffice 24.2 the whole workbook is one part.
    let kind = "application/vnd.oasis.opendocument.spreadsheet".to_owned();
    let whole = [("mimetype".to_owned(), kind), ("encrypted-package".to_owned(), "x".to_owned())];
    assert!(refused(&archive_of(&folder, "whole.ods", &whole)).contains("open it in LibreOffice"));
    // The mark of a part that is encrypted is the lowest bit behind its signature and version.
    let mut bytes = std::fs::read(workbook(&folder, "<worksheet/>", None)).unwrap();
    for (signature, at) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let begins: Vec<usize> = (0..bytes.len() - 4).filter(|begin| bytes[*begin..].starts_with(signature)).collect();
        begins.iter().for_each(|begin| bytes[begin + at] |= 1);
    }
    let path = folder.path().join("locked.xlsx");
    std::fs::write(&path, bytes).unwrap();
    let told = refused(path.to_str().unwrap());
    assert!(told.contains("a password protects this zip archive; unpack it"), "{told}");
}

#[test]
fn nothing_of_a_damaged_workbook_is_quoted() {
    let folder = TempDir::new().unwrap();
    for cell in ["&123-45-6789;", "&\u{1b}[31m;"] {
        let sheet = format!("<worksheet><sheetData><row>{}</row></sheetData></worksheet>", text_cell(cell));
        let told = refused(&workbook(&folder, &sheet, None));
        assert!(told.contains("the sheet \"Roster\" of this workbook is damaged"), "{told}");
        assert!(!told.contains("6789") && !told.contains("31m") && !told.contains("rror"), "{told}");
    }
    let sheets = "<office:spreadsheet><table:table table:name=\"a\"><table:table-row>&\u{1b}[31m;";
    let told = refused(&ods_with(&folder, sheets, "<manifest:manifest/>"));
    assert!(told.ends_with("save it under another name, and try that"), "{told}");
}

#[test]
fn a_count_in_an_ods_takes_no_memory() {
    let folder = TempDir::new().unwrap();
    let spaced = |count: &str| ods_row(&[ods_cell("1000001"), ods_cell(&format!("Orr<text:s text:c=\"{count}\"/>x"))]);
    for count in ["65536", "2000000000", "99999999999999999999"] {
        let told = refused(&ods_of(&folder, &spaced(count)));
        assert!(told.contains("row 2 of a sheet of this workbook has more than 65535 spaces"), "{told}");
    }
    let document = checked(&["--only", "ptb-id", &ods_of(&folder, &spaced("65535"))]);
    assert_eq!(document["inputs"][0]["records"], 1);
    // Four times 65,535 spaces in 600 columns are 150 MiB: two such rows are too much, and so is one that is repeated.
    let name = ods_cell(&"<text:s text:c=\"65535\"/>".repeat(4));
    let wide = name.replace("<table:table-cell", "<table:table-cell table:number-columns-repeated=\"600\"");
    let row = ods_row(&[ods_cell("1000001"), wide]);
    let twice = row.replace("<table:table-row", "<table:table-row table:number-rows-repeated=\"2\"");
    for rows in [twice, row.repeat(2)] {
        let told = refused(&ods_of(&folder, &rows));
        assert!(told.contains("repeats its texts to more than 256 MiB"), "{told}");
    }
    for rows in ["18446744073709551615", "1048576"] {
        let row = ods_row(&[ods_cell("1000001"), ods_cell("Orr"), ods_cell("x"), ods_cell("y"), ods_cell("z")]);
        let row = row.replace("<table:table-row", &format!("<table:table-row table:number-rows-repeated=\"{rows}\""));
        assert!(refused(&ods_of(&folder, &row)).contains("more than are read in this format"), "{rows}");
    }
}

#[test]
fn a_missing_tag_of_an_ods_is_no_shift() {
    let folder = TempDir::new().unwrap();
    let rows = ods_row(&[ods_cell("1000001"), ods_cell("Orr")]) + &ods_row(&[ods_cell("1000002"), ods_cell("Quin")]);
    for tag in ["</table:table-cell>", "</table:table-row>", "<table:table-row>", "</text:p>", "<text:p>"] {
        let (front, behind) = rows.split_once(tag).unwrap();
        let told = refused(&ods_of(&folder, &format!("{front}{behind}")));
        assert!(told.contains("damaged or cut off"), "{tag}: {told}");
    }
    // Every tag has its other, but a cell or a row is inside another.
    let inner = ods_cell("Orr").replace("</text:p>", &format!("</text:p>{}", ods_cell("Quin")));
    for rows in [ods_row(&[ods_cell("1000001"), inner]), format!("<table:table-row>{rows}</table:table-row>")] {
        assert!(refused(&ods_of(&folder, &rows)).contains("damaged or cut off"), "{rows}");
    }
}

#[test]
fn a_number_that_is_no_id_is_unreadable_with_the_cure() {
    // Settled 161: of sixteen digits the last is a guess.
    let folder = TempDir::new().unwrap();
    let ids = ["1234567890123456", "1e300", "-5", "1.5", "999999999999999", "12345"];
    let rows = ids.map(|id| format!("<row><c><v>{id}</v></c>{}</row>", text_cell("Orr"))).concat();
    let header = format!("<row>{}{}</row>", text_cell("ptb_id"), text_cell("last_name"));
    let path = workbook(&folder, &format!("<worksheet><sheetData>{header}{rows}</sheetData></worksheet>"), None);
    let row = |value: &str| ods_row(&[format!("<table:table-cell {value}/>"), ods_cell("Orr")]);
    let days = [
        "office:value-type=\"date\" office:date-value=\"2026-01-05\"",
        "office:value-type=\"time\" office:time-value=\"PT36H00M00S\"",
        "office:value-type=\"percentage\" office:value=\"12345\"",
        "office:value-type=\"float\" office:value=\"12345\"",
    ];
    let days = ods_of(&folder, &days.map(row).concat());
    let (rounded, no_whole, day) = ("only fifteen of its digits", "no whole number", "the format of a day or a time");
    for (path, first, causes) in
        [(&path, 4, vec![rounded, rounded, no_whole, no_whole]), (&days, 3, vec![day, day, no_whole])]
    {
        let document = checked(&["--only", "ptb-id", path]);
        let findings = document["findings"].as_array().unwrap();
        let faults: Vec<&str> = findings
            .iter()
            .filter(|finding| finding["rule"] == "unreadable-value")
            .map(|finding| finding["message"].as_str().unwrap())
            .collect();
        assert_eq!(faults.len(), causes.len(), "{document:#}");
        for (fault, cause) in faults.iter().zip(causes) {
            assert!(fault.starts_with("ptb_id cannot be read") && fault.contains(cause), "{fault}");
            assert!(fault.ends_with("format the column as text before the number is typed"), "{fault}");
        }
        let answers: Vec<_> = findings.iter().filter(|finding| finding["rule"] == "ptb-id").collect();
        let met = answers.iter().filter(|answer| answer["status"] == "met").count();
        let unknown = answers.iter().filter(|answer| answer["status"] == "unknown").count();
        assert_eq!((unknown, met), (first, if first == 4 { 2 } else { 1 }), "{document:#}");
    }
}
