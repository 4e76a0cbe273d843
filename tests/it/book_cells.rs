//! Cells of workbooks without a value, with two, or merged with others: one answer in `.xlsx`, `.xls` and `.ods`.

use crate::damaged_books::refused;
use crate::harness::{formats, muster, told};
use crate::made_books::{
    ods_cell, ods_content, ods_of, ods_row, ods_table, ods_with, sheet_of, text_cell, words, workbook, workbook_of,
    xls_sheet,
};
use crate::workbooks::{checked, strings};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Returns the cells that are unreadable, each with its message.
fn faults(document: &Value) -> Vec<(&str, &str)> {
    let faults = document["findings"].as_array().unwrap().iter().filter(|it| it["rule"] == "unreadable-value");
    faults.map(|it| (it["cell"].as_str().unwrap(), it["message"].as_str().unwrap())).collect()
}

fn cells(document: &Value) -> Vec<&str> {
    faults(document).into_iter().map(|(cell, _)| cell).collect()
}

/// Returns a cell of an `.ods` sheet with these attributes and this content.
fn odd(attributes: &str, content: &str) -> String {
    format!("<table:table-cell {attributes}>{content}</table:table-cell>")
}

/// Returns the record of a cell of an `.xls` sheet with a shared text.
fn shared(row: u16, column: u16, index: u16) -> (u16, Vec<u8>) {
    (0x00fd, words(&[row, column, 0, index, 0]))
}

/// Writes an `.xls` workbook with these texts, and a sheet of these records and its end.
fn xls_book(folder: &TempDir, texts: &[&str], records: &[(u16, Vec<u8>)]) -> String {
    xls_sheet(folder, texts, &[records, &[(0x000a, Vec::new())]].concat())
}

#[test]
fn a_redacted_report_shows_sheets_by_their_numbers() {
    let folder = TempDir::new().unwrap();
    let sheet = || sheet_of(&["ptb_id,last_name,hire_date", "1000001,Orr,soon"]);
    let path = workbook_of(&folder, &[("Springfield PD", sheet()), ("Elm PD", sheet())], None);
    for format in formats() {
        let text = told(&muster(&["roster", "check", "--redact", "--long", "-f", &format, &path]));
        assert!(!text.contains("Springfield") && !text.contains("Elm"), "{format}: {text}");
    }
    let text = told(&muster(&["roster", "check", "--redact", "--long", &path]));
    assert!(text.contains("'sheet 1'!C2") && text.contains("the sheet \"sheet 2\" has a roster"), "{text}");
}

#[test]
fn a_damaged_sheet_beside_the_roster_is_a_finding() {
    let folder = TempDir::new().unwrap();
    let sheet = sheet_of(&["ptb_id,last_name", "1000001,Orr"]);
    let cut = sheet[..sheet.len() / 2].to_owned();
    for (second, findings) in [(cut, 1), ("<worksheet><sheetData/></worksheet>".to_owned(), 0)] {
        let path = workbook_of(&folder, &[("Roster", sheet.clone()), ("More", second)], None);
        let document = checked(&["--only", "ptb-id", &path]);
        let found: Vec<&Value> =
            document["findings"].as_array().unwrap().iter().filter(|it| it["rule"] == "unread-sheet").collect();
        assert_eq!(found.len(), findings, "{document:#}");
        assert!(found.iter().all(|it| it["message"].as_str().unwrap().starts_with("the sheet \"More\" is damaged")));
    }
}

#[test]
fn a_merged_cell_has_one_answer_in_every_format() {
    // Settled 282: B2 to B3 is one cell, and so is A4 to B4.
    let folder = TempDir::new().unwrap();
    let texts = ["ptb_id", "last_name", "1000001", "Orr", "1000002", "1000003"];
    let book = sheet_of(&["ptb_id,last_name", "1000001,Orr", "1000002,", "1000003,"]);
    let merges = "</sheetData><mergeCells><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"A4:B4\"/></mergeCells>";
    let xlsx = workbook(&folder, &book.replace("</sheetData>", merges), None);
    let covered = || "<table:covered-table-cell/>".to_owned();
    let spanned = |text: &str, rows: u16, columns: u16| {
        let spans = format!(
            "<table:table-cell table:number-columns-spanned=\"{columns}\" table:number-rows-spanned=\"{rows}\""
        );
        ods_cell(text).replace("<table:table-cell", &spans)
    };
    let rows = |covered: String| {
        ods_row(&[ods_cell("1000001"), spanned("Orr", 2, 1)]) + &ods_row(&[ods_cell("1000002"), covered])
    };
    let beside = ods_row(&[spanned("1000003", 1, 2), covered()]);
    let ods = ods_of(&folder, &(rows(covered()) + &beside));
    let area = |area: [u16; 4]| words(&area);
    let records = [
        shared(0, 0, 0),
        shared(0, 1, 1),
        shared(1, 0, 2),
        shared(1, 1, 3),
        shared(2, 0, 4),
        shared(3, 0, 5),
        (0x00e5, [words(&[2]), area([1, 2, 1, 1]), area([3, 3, 0, 1])].concat()),
    ];
    for path in [xlsx, ods, xls_book(&folder, &texts, &records)] {
        let document = checked(&["--only", "ptb-id", &path]);
        assert_eq!(cells(&document), ["Roster!B3"], "{path}");
        assert!(faults(&document)[0].1.contains("the cell is merged with one above it"), "{path}");
        assert_eq!(document["inputs"][0]["records"], 3, "{path}");
    }
    // A value that is left inside an area is seen by nobody, and not read.
    let kept = checked(&["--only", "ptb-id", &ods_of(&folder, &rows(ods_cell("Quin")))]);
    assert_eq!(cells(&kept), ["Roster!B3"]);
    // Rows that are the same are written once, and nothing in them is merged.
    let twice = "<table:table-row table:number-rows-repeated=\"2\">";
    let row = ods_row(&[ods_cell("1000001"), "<table:table-cell/>".into()]).replace("<table:table-row>", twice);
    let document = checked(&["--only", "ptb-id", &ods_of(&folder, &row)]);
    assert!(cells(&document).is_empty() && document["inputs"][0]["records"] == 2, "{document:#}");
    let mut filled = records.to_vec();
    filled.insert(5, shared(2, 1, 3));
    assert_eq!(cells(&checked(&["--only", "ptb-id", &xls_book(&folder, &texts, &filled)])), ["Roster!B3"]);
}

#[test]
fn a_text_of_an_ods_without_a_type_is_read() {
    let folder = TempDir::new().unwrap();
    let note = "<office:annotation><text:p>see Orr</text:p></office:annotation>";
    let drawing = "<draw:frame><draw:text-box><text:p>Orr</text:p></draw:text-box></draw:frame>";
    let repeated = "table:number-columns-repeated=\"1\"";
    let rows = [
        ods_row(&[
            odd("", "<text:p>1000001</text:p>"),
            odd(repeated, "<text:p>O&apos;<text:span>Ro</text:span></text:p>"),
        ]),
        // The text of a note and of a drawing is none of the cell, also where the library would take it for one.
        ods_row(&[ods_cell("1000002"), odd("", note)]),
        ods_row(&[ods_cell("1000003"), odd("", drawing)]),
        ods_row(&[ods_cell("1000004"), odd("", &format!("{note}<text:p>Poe</text:p>"))]),
        ods_row(&[ods_cell("1000005"), odd("", &format!("{drawing}<text:p>Bly</text:p>"))]),
        ods_row(&[ods_cell("1000006"), ods_cell("Cox").replace("<text:p>", &format!("{drawing}<text:p>"))]),
        ods_row(&[ods_cell("1000007"), odd("", "<text:p> <text:s/></text:p>")]),
    ];
    let path = ods_of(&folder, &rows.concat());
    let document = checked(&["--only", "ptb-id", &path]);
    let names: Vec<&Value> = document["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["rule"] == "ptb-id")
        .map(|it| &it["name"])
        .collect();
    let null = &Value::Null;
    assert_eq!(names, [&json!("O'Ro"), null, null, &json!("Poe"), null, null, null], "{document:#}");
    assert_eq!(cells(&document), ["Roster!B6", "Roster!B7"]);
    assert!(faults(&document).iter().all(|(_, fault)| fault.contains("the cell is damaged")));
    // With a byte order mark in front the places are the same.
    let table = ods_row(&[ods_cell("ptb_id"), ods_cell("last_name")]) + &rows[0];
    let content = format!("\u{feff}{}", ods_content("", &table));
    let marked = checked(&["--only", "ptb-id", &ods_with(&folder, &content, "<manifest:manifest/>")]);
    assert_eq!(marked["findings"][0]["name"], "O'Ro", "{marked:#}");
}

#[test]
fn a_value_of_an_ods_that_is_none_costs_its_cell() {
    let folder = TempDir::new().unwrap();
    let of = |of: &str, value: &str| format!("office:value-type=\"{of}\" {value}");
    // Whether the cell is unreadable, with its attributes and its text.
    let cases = [
        (true, of("float", "office:value=\"soon\""), "soon"),
        (true, of("float", "office:value=\" 7\""), "7"),
        (true, of("float", ""), "7"),
        (false, of("float", "office:value=\"7\""), "7"),
        (true, of("date", ""), "1/5/2026"),
        (true, of("date", "office:date-value=\"\""), "1/5/2026"),
        (false, of("date", "office:date-value=\"2026-01-05\""), "1/5/2026"),
        (true, of("date", "office:value=\"46027\""), "1/5/2026"),
        (true, of("time", ""), "1:00"),
        (true, of("boolean", "office:boolean-value=\"perhaps\""), "TRUE"),
        (false, of("boolean", "office:boolean-value=\"true\""), "TRUE"),
        (true, of("string", "office:string-value=\"\""), "Orr"),
        (false, of("string", "office:string-value=\"Orr\""), "Orr"),
        (false, of("string", "office:string-value=\"\""), ""),
        (true, of("string", "office:string-value=\"Orr\" office:value=\"7\""), "Orr"),
        (true, of("strange", ""), "Orr"),
        (false, of("void", ""), ""),
        (true, of("float", "table:formula=\"of:=1/0\" office:value=\"0\""), "#DIV/0!"),
        (true, of("float", "table:formula=\"of:=A1\" office:value=\"0\""), "Err:502"),
        (true, of("float", "calcext:value-type=\"error\" office:value=\"0\""), "#REF!"),
        (false, of("float", "table:formula=\"of:=A1\" office:value=\"0\""), "0"),
        (true, of("float", "office:value=\"7\" office:value=\"8\""), "7"),
        (true, of("string", "office:value-type=\"float\""), "Orr"),
        (true, of("string", ""), "O<![CDATA['R]]>orr"),
        (true, of("float", "table:formula=\"of:=A1\""), ""),
    ];
    let rows = cases.iter().zip(1_000_001..).map(|((_, attributes, text), id)| {
        let content = if text.is_empty() { String::new() } else { format!("<text:p>{text}</text:p>") };
        ods_row(&[ods_cell(&id.to_string()), odd(attributes, &content)])
    });
    let document = checked(&["--only", "ptb-id", &ods_of(&folder, &rows.collect::<String>())]);
    let expected = cases.iter().zip(2..).filter(|((is_unreadable, ..), _)| *is_unreadable);
    let expected: Vec<String> = expected.map(|(_, row)| format!("Roster!B{row}")).collect();
    assert_eq!(cells(&document), expected, "{document:#}");
    assert_eq!(document["inputs"][0]["records"], cases.len());
    assert!(faults(&document).last().unwrap().1.contains("a formula without a stored value"));
    // A cell without content is one tag, and all cells that it stands for are unreadable.
    let bare = "<table:table-cell office:value-type=\"date\" table:number-columns-repeated=\"2\" />".to_owned();
    let document = checked(&["--only", "ptb-id", &ods_of(&folder, &ods_row(&[bare]))]);
    assert_eq!(cells(&document), ["Roster!A2", "Roster!B2"]);
}

#[test]
fn two_values_or_an_error_without_its_text_are_unreadable() {
    let folder = TempDir::new().unwrap();
    let odd = [
        "<c t=\"inlineStr\"><is><t>Orr</t></is><v>7</v></c>",
        "<c t=\"inlineStr\"><is><t>Orr</t></is><v/></c>",
        "<c t=\"e\"></c>",
        "<c t=\"e\"/>",
        "<c><v>7</v><f>A2</f></c>",
        "<c t=\"inlineStr\"><is><t>Orr</t></is></c>",
    ];
    let rows = odd.iter().zip(1_000_001..).map(|(cell, id)| format!("<row>{}{cell}</row>", text_cell(&id.to_string())));
    let header = ["ptb_id", "last_name"].map(text_cell).concat();
    let sheet =
        format!("<worksheet><sheetData><row>{header}</row>{}</sheetData></worksheet>", rows.collect::<String>());
    let document = checked(&["--only", "ptb-id", &workbook(&folder, &sheet, None)]);
    assert_eq!(cells(&document), ["Roster!B2", "Roster!B3", "Roster!B4", "Roster!B5", "Roster!B6"], "{document:#}");
    assert!(faults(&document).iter().all(|(_, fault)| fault.contains("the cell is damaged")), "{document:#}");
}

#[test]
fn the_text_of_an_xls_formula_must_follow_it() {
    let folder = TempDir::new().unwrap();
    let texts = ["ptb_id", "last_name", "1000001", "1000002", "1000003"];
    let formula = |row: u16, result: [u16; 4]| (0x0006, [words(&[row, 1, 0]), words(&result), vec![0; 8]].concat());
    let text = (0x0207, [words(&[3]), vec![0], b"Orr".to_vec()].concat());
    let is_text = [0, 0, 0, 0xffff];
    let header = [shared(0, 0, 0), shared(0, 1, 1)];
    let with = |rows: &[(u16, Vec<u8>)]| xls_book(&folder, &texts, &[header.as_slice(), rows].concat());
    let rows = [
        shared(1, 0, 2),
        formula(1, is_text),
        text.clone(),
        shared(2, 0, 3),
        formula(2, is_text),
        shared(3, 0, 4),
        // The empty text has no record, and a number has no text.
        formula(3, [3, 0, 0, 0xffff]),
    ];
    let document = checked(&["--only", "ptb-id", &with(&rows)]);
    assert_eq!(cells(&document), ["Roster!B3"], "{document:#}");
    assert!(faults(&document)[0].1.contains("a formula without a stored value"), "{document:#}");
    assert_eq!(document["findings"][0]["name"], "Orr", "{document:#}");
    let document =
        checked(&["--only", "ptb-id", &with(&[shared(1, 0, 2), formula(1, [0, 0, 0, 0x4014]), text.clone()])]);
    assert_eq!(cells(&document), ["Roster!B2"], "{document:#}");
    assert!(faults(&document)[0].1.contains("the cell is damaged"), "{document:#}");
    assert!(refused(&with(&[shared(1, 0, 2), text.clone()])).contains("damaged or cut off"));
    // A text that is cut off, as a result and as a cell of its own.
    let cut = |(kind, data): &(u16, Vec<u8>)| (*kind, data[..data.len() - 1].to_vec());
    let label = (0x0204, [words(&[1, 1, 0]), text.1.clone()].concat());
    for (whole, cut) in [
        (vec![formula(1, is_text), text.clone()], vec![formula(1, is_text), cut(&text)]),
        (vec![label.clone()], vec![cut(&label)]),
    ] {
        let document = |rows: Vec<_>| checked(&["--only", "ptb-id", &with(&[vec![shared(1, 0, 2)], rows].concat())]);
        assert_eq!(document(whole)["findings"][0]["name"], "Orr");
        let cut = document(cut);
        assert_eq!(cells(&cut), ["Roster!B2"], "{cut:#}");
        assert!(faults(&cut)[0].1.contains("the cell is damaged"), "{cut:#}");
    }
}

#[test]
fn a_row_or_a_cell_that_is_never_there_is_refused() {
    let folder = TempDir::new().unwrap();
    let row = ods_row(&[ods_cell("1000001"), ods_cell("Orr")]);
    let path = |of: &str, count: &str, name: &str| {
        let repeated =
            row.replacen(&format!("<table:{of}"), &format!("<table:{of} table:number-{name}-repeated=\"{count}\""), 1);
        ods_of(&folder, &(repeated + &row))
    };
    for (of, name) in [("table-row", "rows"), ("table-cell", "columns")] {
        assert!(refused(&path(of, "0", name)).contains("damaged or cut off"), "{of}");
        assert_eq!(checked(&["--only", "ptb-id", &path(of, "1", name)])["inputs"][0]["records"], 2, "{of}");
    }
}

#[test]
fn rows_and_columns_of_no_size_are_named_as_hidden() {
    let folder = TempDir::new().unwrap();
    let hidden = |path: &str| {
        let document = checked(&["--only", "ptb-id", path]);
        let note = strings(&document["notes"]).into_iter().find(|note| note.contains("hidden, and read like"));
        note.map(|note| note.rsplit(": ").next().unwrap().to_owned())
    };
    let styles = |size: &str| {
        format!(
            "<style:style style:name=\"ro9\" style:family=\"table-row\"><style:table-row-properties \
             style:row-height=\"{size}\"/></style:style><style:style style:name=\"co9\" \
             style:family=\"table-column\"><style:table-column-properties style:column-width=\"{size}\"/></style:style>"
        )
    };
    let row = ods_row(&[ods_cell("1000001"), ods_cell("Orr")]);
    let rows = "<table:table-column/><table:table-column table:style-name=\"co9\"/>".to_owned()
        + &ods_row(&[ods_cell("ptb_id"), ods_cell("last_name")])
        + &row
        + &row.replace("<table:table-row", "<table:table-row table:style-name=\"ro9\"");
    let both = Some("1 row (3) and 1 column (B)".to_owned());
    assert_eq!(hidden(&ods_table(&folder, &styles("0.000cm"), &rows)), both);
    assert_eq!(hidden(&ods_table(&folder, &styles("0.001cm"), &rows)), None);
    let texts = ["ptb_id", "last_name", "1000001", "Orr"];
    let sized = |height: u16, width: u16| {
        let mut records =
            vec![(0x007d, words(&[1, 1, width, 0, 0, 0])), (0x0208, words(&[2, 0, 2, height, 0, 0, 0, 0]))];
        records.extend((0..6).map(|at| shared(at / 2, at % 2, if at < 4 { at } else { at - 2 })));
        xls_book(&folder, &texts, &records)
    };
    assert_eq!(hidden(&sized(0, 0)), both);
    assert_eq!(hidden(&sized(255, 2000)), None);
}

#[test]
fn a_part_that_is_there_twice_is_refused() {
    let folder = TempDir::new().unwrap();
    let sheet = |name: &str| sheet_of(&["ptb_id,last_name", &format!("1000001,{name}")]);
    let path = workbook_of(&folder, &[("Roster", sheet("Orr")), ("Former", sheet("Quin"))], None);
    assert_eq!(checked(&["--only", "ptb-id", &path])["inputs"][0]["records"], 1);
    let whole = std::fs::read(&path).unwrap();
    let places: Vec<usize> = (0..whole.len()).filter(|at| whole[*at..].starts_with(b"sheet2.xml")).collect();
    assert_eq!(places.len(), 2, "before the part, and in the list of the parts");
    for name in [b"sheet1.xml", b"Sheet1.xml"] {
        let mut twice = whole.clone();
        places.iter().for_each(|at| twice[*at..*at + name.len()].copy_from_slice(name));
        std::fs::write(&path, twice).unwrap();
        assert!(refused(&path).contains("this workbook is damaged"));
    }
}
