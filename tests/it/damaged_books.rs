//! Workbooks that are damaged, locked or made to harm: refused with what to do, or read without a wrong answer.

use crate::harness::{muster, told};
use crate::made_books::{
    archive_of, ods_cell, ods_of, ods_row, ods_with, text_cell, words, workbook, xls_of, xls_sheet,
};
use crate::workbooks::checked;
use serde_json::json;
use tempfile::TempDir;

/// Returns what is told about a file that is refused, on one line.
pub(crate) fn refused(path: &str) -> String {
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

#[test]
fn rows_and_cells_out_of_place_are_refused_with_the_row() {
    // Settled 281.
    let folder = TempDir::new().unwrap();
    let cell = |at: &str, text: &str| text_cell(text).replace("<c ", &format!("<c r=\"{at}\" "));
    let good = [
        format!("<row r=\"1\">{}{}</row>", cell("A1", "ptb_id"), cell("B1", "last_name")),
        format!("<row r=\"2\">{}{}</row>", cell("A2", "1000001"), cell("B2", "Orr")),
        format!("<row r=\"3\">{}{}</row>", cell("A3", "1000002"), cell("B3", "Quin")),
    ]
    .concat();
    let path = |rows: &str| workbook(&folder, &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"), None);
    assert_eq!(checked(&["--only", "ptb-id", &path(&good)])["inputs"][0]["records"], 2);
    for (from, to) in [
        ("r=\"3\"", "r=\"2\""),
        ("r=\"B3\"", "r=\"A3\""),
        ("r=\"B3\"", "r=\"B2\""),
        ("</row><row r=\"3\">", ""),
        ("<c r=\"B3\"", "<d r=\"B3\""),
    ] {
        let told = refused(&path(&good.replacen(from, to, 1)));
        assert!(told.contains("the sheet \"Roster\" of this workbook is damaged or cut off in row"), "{from}: {told}");
    }
    // Every tag of a cell, one by one: the rest of the sheet is not read as if nothing were missing.
    let tags: Vec<(usize, &str)> = good.match_indices('<').collect();
    for (at, _) in tags {
        let end = at + good[at..].find('>').unwrap();
        let without = format!("{}{}", &good[..at], &good[end + 1..]);
        refused(&path(&without));
    }
}

#[test]
fn a_missing_text_moves_no_other() {
    let folder = TempDir::new().unwrap();
    let cell = |at: usize| format!("<c t=\"s\"><v>{at}</v></c>");
    let rows = [[0, 1], [2, 3]].map(|row| format!("<row>{}</row>", row.map(cell).concat())).concat();
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let texts = ["ptb_id", "last_name", "1000001", "Orr"].map(|text| format!("<si><t>{text}</t></si>")).concat();
    let table = |texts: &str| format!("<sst uniqueCount=\"4\">{texts}</sst>");
    assert_eq!(checked(&["--only", "ptb-id", &workbook(&folder, &sheet, Some(&table(&texts)))])["summary"]["met"], 1);
    for (gone, with) in
        [("<si><t>1000001</t></si>", ""), ("</si>", ""), ("<si>", ""), ("</t></si><si><t>", ""), ("<t>Orr</t>", "Orr")]
    {
        let told = refused(&workbook(&folder, &sheet, Some(&table(&texts.replacen(gone, with, 1)))));
        assert!(told.contains("damaged or cut off"), "{gone}: {told}");
    }
    // A table that announces nothing, and lacks a text that a cell names.
    let told = refused(&workbook(&folder, &sheet, Some("<sst><si><t>ptb_id</t></si><si><t>last_name</t></si></sst>")));
    assert!(told.contains("damaged or cut off in row 2"), "{told}");
}

#[test]
fn a_value_that_is_none_of_its_type_costs_its_cell() {
    let folder = TempDir::new().unwrap();
    let header = ["ptb_id", "last_name", "hire_date"].map(text_cell).concat();
    let typed = |of: &str, value: &str| format!("<c{of}><v>{value}</v></c>");
    let row = |id: &str, name: &str, day: &str| format!("<row>{id}{name}{day}</row>");
    let day = text_cell("2020-01-05");
    let rows = [
        row(&typed("", "1000001"), &text_cell("Orr"), &typed(" t=\"n\"", "soon")),
        row(&typed("", "A1000002"), &text_cell("Quin"), &day),
        row(&typed("", "1000003"), &typed(" t=\"zz\"", "Bly 123-45-6789"), &day),
        row(&typed(" t=\"s\"", "x"), &text_cell("Cox"), &day),
        row(&typed(" t=\"b\"", "5"), &text_cell("Day"), &day),
        row(&typed("", "1000006"), &text_cell("Eng"), &day),
    ];
    let sheet = format!("<worksheet><sheetData><row>{header}</row>{}</sheetData></worksheet>", rows.concat());
    let document = checked(&["--only", "ptb-id", &workbook(&folder, &sheet, Some("<sst><si><t>77</t></si></sst>"))]);
    let findings = document["findings"].as_array().unwrap();
    let faults = findings.iter().filter(|finding| finding["rule"] == "unreadable-value");
    let faults: Vec<_> = faults.map(|it| (it["cell"].as_str().unwrap(), it["message"].as_str().unwrap())).collect();
    let cells: Vec<_> = faults.iter().map(|(cell, _)| *cell).collect();
    assert_eq!(cells, ["Roster!C2", "Roster!A3", "Roster!B4", "Roster!A5", "Roster!A6"], "{document:#}");
    assert!(faults.iter().all(|(_, message)| message.contains("the cell is damaged; open the workbook in a")));
    assert!(faults.iter().all(|(_, message)| !message.contains("6789") && !message.contains("#DAMAGED")));
    assert_eq!((&document["inputs"][0]["records"], &document["summary"]["met"]), (&json!(6), &json!(3)));
}

#[test]
fn an_xls_that_has_lost_records_is_refused() {
    let folder = TempDir::new().unwrap();
    let cell = |row: u16, column: u16, index: u16| (0x00fd, words(&[row, column, 0, index, 0]));
    let cells = [cell(0, 0, 0), cell(0, 1, 1), cell(1, 0, 2), cell(1, 1, 3), (0x000a, Vec::new())];
    let path = |cells: &[(u16, Vec<u8>)]| xls_sheet(&folder, &["ptb_id", "last_name", "1000001", "Orr"], cells);
    assert_eq!(checked(&["--only", "ptb-id", &path(&cells)])["summary"]["met"], 1);
    // A text is missing, though no cell names one behind the others.
    let mut fewer = cells.clone();
    fewer[3] = cell(1, 1, 2);
    let texts = ["ptb_id", "last_name", "1000001", "Orr"];
    let whole = std::fs::read(xls_sheet(&folder, &texts, &fewer)).unwrap();
    let at = (0..whole.len()).find(|at| whole[*at..].starts_with(&[4, 0, 0, 0, 4, 0, 0, 0])).unwrap();
    let announcing = |count: u8| {
        let mut changed = whole.clone();
        changed[at + 4] = count;
        let path = folder.path().join("announcing.xls");
        std::fs::write(&path, changed).unwrap();
        path.to_str().unwrap().to_owned()
    };
    assert_eq!(checked(&["--only", "ptb-id", &announcing(4)])["summary"]["met"], 1);
    assert!(refused(&announcing(5)).contains("damaged or cut off"));
    // Without the end, with a text that is not there, and with two values for one cell.
    assert!(refused(&path(&cells[..4])).contains("damaged or cut off"));
    for wrong in [cell(1, 1, 4), cell(1, 0, 3)] {
        let mut changed = cells.clone();
        changed[3] = wrong;
        assert!(refused(&path(&changed)).contains("damaged or cut off"));
    }
}

#[test]
fn a_formula_of_an_ods_without_a_stored_value_is_not_blank() {
    let folder = TempDir::new().unwrap();
    let formula = "<table:table-cell table:formula=\"of:=A2\"/>".to_owned();
    let text = "<table:table-cell table:formula=\"of:=A2\" office:value-type=\"string\"/>".to_owned();
    let rows =
        [[ods_cell("1000001"), formula.clone()], [formula.clone(), ods_cell("Quin")], [ods_cell("1000003"), text]];
    let rows = rows.map(|row| ods_row(&row)).concat() + &ods_row(&[formula.clone(), formula]);
    let document = checked(&["--only", "ptb-id", &ods_of(&folder, &rows)]);
    let faults = document["findings"].as_array().unwrap().iter().filter(|it| it["rule"] == "unreadable-value");
    let faults: Vec<_> = faults.map(|it| (it["cell"].as_str().unwrap(), it["message"].as_str().unwrap())).collect();
    let cells: Vec<_> = faults.iter().map(|(cell, _)| *cell).collect();
    assert_eq!(cells, ["Roster!B2", "Roster!A3", "Roster!A5", "Roster!B5"], "{document:#}");
    assert!(faults.iter().all(|(_, fault)| fault.contains("a formula without a stored value")), "{document:#}");
}
