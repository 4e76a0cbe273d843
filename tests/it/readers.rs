//! The readers: rows of cells from files in every encoding and layout.

use passmuster::input::format::InputFormat;
use passmuster::input::rows::{RowFault, Rows, Shift};
use passmuster::input::sheet::{Opening, Sheet};
use passmuster::model::officer::ROSTER;
use proptest::prelude::*;
use std::io::Write;
use tempfile::NamedTempFile;

type Cells = Vec<Option<String>>;

/// Writes a file with this ending, which lives as long as the value.
fn file(ending: &str, bytes: &[u8]) -> NamedTempFile {
    let mut file = tempfile::Builder::new().suffix(ending).tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file
}

fn open(ending: &str, bytes: &[u8]) -> Result<Sheet, String> {
    let file = file(ending, bytes);
    let path = file.path().to_str().unwrap();
    Sheet::open(path, &Opening::default(), &ROSTER).map_err(|error| format!("{error:#}").replace(path, "FILE"))
}

/// Returns every row: its line, its cells and its faults.
fn rows(ending: &str, bytes: &[u8]) -> Vec<(u64, Cells, Vec<RowFault>)> {
    let mut sheet = open(ending, bytes).unwrap();
    let (mut batch, mut all) = (Rows::default(), Vec::new());
    while sheet.read(&mut batch).unwrap() {
        for row in batch.iter() {
            let cells = (0..sheet.header.width).map(|at| row.cell(at).map(str::to_owned)).collect();
            all.push((row.line, cells, row.faults.to_vec()));
        }
    }
    assert_eq!(sheet.input().records, all.len() as u64);
    all
}

fn cells(texts: &[&str]) -> Cells {
    texts.iter().map(|text| Some((*text).to_owned())).collect()
}

/// Returns lines and cells of a file without faults.
fn clean(ending: &str, bytes: &[u8]) -> Vec<(u64, Cells)> {
    let all = rows(ending, bytes);
    assert!(all.iter().all(|(_, _, faults)| faults.is_empty()), "{all:?}");
    all.into_iter().map(|(line, cells, _)| (line, cells)).collect()
}

#[test]
fn the_same_two_officers_in_every_encoding_and_layout() {
    let expected = [cells(&["007", "Núñez"]), cells(&["008", "Ørsted"])];
    let csv = "ptb_id,last_name\n007,Núñez\n008,Ørsted\n";
    let utf16 = |bytes: fn(u16) -> [u8; 2]| {
        let text = format!("\u{feff}{csv}");
        text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>()
    };
    let latin: Vec<u8> = csv.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let inputs: [(&str, Vec<u8>); 12] = [
        (".csv", csv.into()),
        (".csv", format!("\u{feff}{csv}").into()),
        (".csv", csv.replace('\n', "\r\n").into()),
        (".csv", csv.replace('\n', "\r").into()),
        (".csv", csv.replace(',', ";").into()),
        (".tsv", csv.replace(',', "\t").into()),
        (".txt", csv.replace(',', "\t").into()),
        (".csv", utf16(u16::to_le_bytes)),
        (".csv", utf16(u16::to_be_bytes)),
        (".csv", latin),
        (".json", r#"[{"ptb_id":"007","last_name":"Núñez"},{"last_name":"Ørsted","ptb_id":"008"}]"#.into()),
        (
            ".ndjson",
            "{\"ptb_id\":\"007\",\"last_name\":\"Núñez\"}\n{\"ptb_id\":\"008\",\"last_name\":\"\\u00d8rsted\"}\n"
                .into(),
        ),
    ];
    for (ending, bytes) in inputs {
        let read: Vec<Cells> = clean(ending, &bytes).into_iter().map(|(_, cells)| cells).collect();
        assert_eq!(read, expected, "{ending} {}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn cells_that_are_not_utf8_are_windows_1252_with_one_note() {
    let mut sheet = open(".csv", b"ptb_id,last_name\n1,\x80\xd8\n2,\xc3\x98\n").unwrap();
    let mut batch = Rows::default();
    assert!(sheet.read(&mut batch).unwrap());
    let names: Vec<_> = batch.iter().map(|row| row.cell(1).unwrap().to_owned()).collect();
    assert_eq!(names, ["\u{fffd}Ø", "Ø"], "the second cell is UTF-8 and stays so");
    let notes = sheet.closing_notes();
    assert_eq!(notes.len(), 1);
    assert!(notes[0].ends_with("cells that are not UTF-8 were read as Windows-1252"), "{notes:?}");
    // A batch may reuse the memory of a batch of another file.
    let mut sheet = open(".csv", b"ptb_id,last_name\n3,\xc3\x98\n").unwrap();
    assert!(sheet.read(&mut batch).unwrap());
    assert!(sheet.closing_notes().is_empty());
}

#[test]
fn a_letter_cut_in_two_by_a_delimiter_is_no_letter() {
    // 0xC3 0xA9 is é; here the two bytes are in two cells.
    let read = rows(".csv", b"ptb_id,last_name\n\xc3,\xa9\n");
    assert_eq!(read[0].1, cells(&["Ã", "©"]));
}

#[test]
fn lines_are_physical_lines() {
    let text = "Roster of May\r\n\r\nptb_id,last_name\r\n1,\"Doe\r\nJane\"\r\n\r\n2,Roe\r\n";
    assert_eq!(clean(".csv", text.as_bytes()), [(4, cells(&["1", "Doe\r\nJane"])), (7, cells(&["2", "Roe"]))]);
    assert_eq!(
        clean(".csv", b"ptb_id,last_name\r1,Doe\r\r2,Roe"),
        [(2, cells(&["1", "Doe"])), (4, cells(&["2", "Roe"]))]
    );
    let ndjson = b"{\"ptb_id\":1}\n\n{\"ptb_id\":2}\n";
    assert_eq!(clean(".ndjson", ndjson), [(1, cells(&["1"])), (3, cells(&["2"]))]);
    let json = b"[\n{\"ptb_id\":1},\n\n{\"ptb_id\":\n2}]";
    assert_eq!(clean(".json", json), [(1, cells(&["1"])), (2, cells(&["2"]))], "JSON: index from 1 (settled 16)");
}

#[test]
fn a_row_whose_cells_are_all_blank_is_no_record() {
    assert_eq!(clean(".csv", b"ptb_id,last_name\n , \n,\n1,Doe\n,,,\n"), [(4, cells(&["1", "Doe"]))], "settled 10");
}

#[test]
fn no_number_of_blank_rows_hides_the_rows_below() {
    let blank = 200_000;
    let text = format!("ptb_id,last_name\n1,Doe\n{}2,Roe\n", " , \n".repeat(blank));
    let expected = [(2, cells(&["1", "Doe"])), (3 + blank as u64, cells(&["2", "Roe"]))];
    assert_eq!(clean(".csv", text.as_bytes()), expected);
    let ndjson = format!("{{\"ptb_id\":1}}\n{}{{\"ptb_id\":2}}\n", "{\"ptb_id\":\"   \"}\n".repeat(blank));
    let expected = [(1, cells(&["1"])), (2 + blank as u64, cells(&["2"]))];
    assert_eq!(clean(".ndjson", ndjson.as_bytes()), expected);
}

#[test]
fn json_numbers_keep_their_digits_and_null_is_blank() {
    let json = br#"[{"ptb_id": 0, "last_name": "Doe", "hours_year": 12.50, "out_of_state": true, "agency": null}]"#;
    assert_eq!(clean(".json", json)[0].1, cells(&["0", "Doe", "12.50", "true", ""]), "settled 114");
}

#[test]
fn short_rows_are_read_as_far_as_they_go_and_long_ones_not() {
    let read = rows(".csv", b"ptb_id,last_name,agency\n1,Doe\n2,Roe,X,Y\n3,Poe,Z\n");
    assert_eq!(
        read[0],
        (2, vec![Some("1".into()), Some("Doe".into()), None], vec![RowFault::Ragged { cells: 2, expected: 3 }])
    );
    // Settled 187: of a row with a filled cell too many no cell is read.
    let shifted = RowFault::Shifted(Shift::Surplus { cells: 4, expected: 3 });
    assert_eq!(read[1], (3, vec![None, None, None], vec![shifted]));
    assert_eq!(read[2].2, []);
}

#[test]
fn an_open_quote_costs_one_row_and_no_more() {
    let open = |line| vec![RowFault::UnclosedQuote { line }];
    let read = rows(".csv", b"ptb_id,last_name,agency\n1,\"Doe,X\n2,Roe,Y\n3,Poe,Z\n");
    assert_eq!(read[0], (2, vec![Some("1".into()), None, None], open(2)));
    assert_eq!(read[1], (3, cells(&["2", "Roe", "Y"]), vec![]));
    assert_eq!(read.len(), 3);

    // Two stray quotes on different lines must not swallow the rows between them.
    let read = rows(".csv", b"ptb_id,last_name,agency\n1,\"Doe,X\n2,\"Roe,Y\n3,Poe,Z\n");
    assert_eq!(read.iter().map(|row| row.0).collect::<Vec<_>>(), [2, 3, 4]);
    assert_eq!((&read[0].2, &read[1].2), (&open(2), &open(3)));

    // The quote opens on the second line of its record.
    let read = rows(".csv", b"ptb_id,last_name,agency\n1,\"Doe\nJr\",\"X\n2,Roe,Y\n");
    assert_eq!(read[0], (2, vec![Some("1".into()), Some("Doe\nJr".into()), None], open(3)));
    assert_eq!(read[1].0, 4);

    // A quoted cell of more than 64 KiB counts as open.
    let long = format!("ptb_id,last_name,agency\n1,\"{}\",X\n2,Roe,Y\n", "a\n".repeat(40_000));
    let read = rows(".csv", long.as_bytes());
    assert_eq!(read[0], (2, vec![Some("1".into()), None, None], open(2)));
    assert_eq!(read.last().unwrap().1, cells(&["2", "Roe", "Y"]));
    let fits = format!("ptb_id,last_name,agency\n1,\"{}\",X\n2,Roe,Y\n", "a\n".repeat(30_000));
    assert_eq!(clean(".csv", fits.as_bytes()).len(), 2);
}

#[test]
fn quotes_in_the_middle_of_a_cell_are_letters() {
    let read = clean(".csv", b"ptb_id,last_name\n1,O\"Brien\n2,\"Doe \"\"JD\"\"\"\n3,\"Bob\" Smith\n");
    assert_eq!(
        read.into_iter().map(|(_, cells)| cells[1].clone().unwrap()).collect::<Vec<_>>(),
        ["O\"Brien", "Doe \"JD\"", "Bob Smith"]
    );
}

#[test]
fn a_line_of_ndjson_that_is_no_object_is_counted_and_named() {
    let read = rows(
        ".ndjson",
        b"{\"ptb_id\":1}\n{\"ptb_id\":\n[1]\n{\"ptb_id\":2,\"ptb_id\":3}\n{\"ptb_id\":[4]}\n{\"ptb_id\":5}\n",
    );
    assert_eq!(read.len(), 6);
    assert!(matches!(read[1].2[..], [RowFault::NoObject(_)]) && matches!(read[2].2[..], [RowFault::NoObject(_)]));
    assert_eq!(read[3].2, [RowFault::NoObject("it has the key \"ptb_id\" twice".into())]);
    assert_eq!((&read[4].1, &read[4].2[..]), (&vec![None], &[RowFault::Nested { cell: 0 }][..]));
    assert_eq!(read[5].1, cells(&["5"]));
}

#[test]
fn an_unreadable_file_is_an_error_that_says_why() {
    for (ending, bytes, expected) in [
        (".csv", &b""[..], "FILE: the file is empty"),
        (".csv", b" \n\n", "FILE: the file is empty"),
        (
            ".csv",
            b"a,b\n1,2\n",
            "FILE: no header found: none of the first 20 rows has one of the columns last_name, name, ptb_id",
        ),
        (".xlsx", b"PK\x03\x04rest", "FILE: this workbook is damaged or cut off"),
        (".csv", b"PK\x03\x04rest", "FILE: this workbook is damaged or cut off"),
        (".xls", b"\xd0\xcf\x11\xe0rest", "FILE: this workbook is damaged or cut off"),
        (".csv", b"%PDF-1.7", "FILE: this is a PDF"),
        (".csv", b"\x1f\x8b\x08", "FILE: this file is compressed"),
        (".bin", b"ab\0cd", "FILE: this is a binary file"),
        (".csv", b"<html>", "FILE: this looks like HTML"),
        (".csv", b"ptb_id,PTB ID,last_name\n", "FILE: two columns stand for ptb_id: \"ptb_id\" and \"PTB ID\""),
        (".json", b"[{\"ptb_id\":1},\n {\"ptb_id\":", "FILE: line 2, column 11: the JSON ends in the middle"),
        (
            ".json",
            b"{\"ptb_id\":1}\n{\"ptb_id\":2}\n",
            "FILE: line 2, column 1: more than one JSON value; if each line is an object, name the file .ndjson",
        ),
        (".json", b"[{\"ptb_id\":1}] x", "FILE: line 1, column 16: this is not JSON as expected"),
        (".json", b"[{\"a\":1}]", "FILE: no header found: none of its objects has one of the columns"),
    ] {
        let error = open(ending, bytes).err().unwrap_or_else(|| panic!("{expected}"));
        assert!(error.starts_with(expected), "{error}");
    }
}

#[test]
fn a_name_beside_a_last_name_is_two_columns_for_one_field() {
    let error = open(".csv", b"Name,Last Name\n").err().unwrap();
    assert!(
        error.starts_with("FILE: two columns stand for last_name: \"Name\" and \"Last Name\""),
        "settled 104: {error}"
    );
}

#[test]
fn a_header_without_rows_is_a_file() {
    let mut sheet = open(".csv", b"ptb_id,last_name\n").unwrap();
    assert!(!sheet.read(&mut Rows::default()).unwrap());
    assert!(sheet.closing_notes()[0].ends_with("there is a header but no record below it"));
    assert!(open(".json", b"[]").is_ok());
}

#[test]
fn header_names_are_folded_and_social_security_numbers_refused() {
    let sheet = open(".csv", b"PTB-ID,LAST_NAME,First.Name,SSN,Social Security No.,emp ssn,hire dat\n").unwrap();
    let header = &sheet.header;
    let refused: Vec<_> = header.refused.iter().map(|heading| &*heading.name).collect();
    assert_eq!(refused, ["SSN", "Social Security No.", "emp ssn"]);
    let unknown: Vec<_> = header.unknown.iter().map(|heading| (&*heading.name, heading.near)).collect();
    assert_eq!(unknown, [("hire dat", Some("hire_date"))]);
}

#[test]
fn the_format_of_standard_input_is_in_its_first_bytes() {
    use passmuster::input::json::sniff;
    assert_eq!(sniff(b" [\n{"), Some(InputFormat::Json));
    assert_eq!(sniff(b"{\"a\":1}\n{\"a\":2}"), Some(InputFormat::Ndjson));
    assert_eq!(sniff(b"{\n \"a\":1}"), Some(InputFormat::Json));
    assert_eq!(sniff(b"ptb_id,name"), None);
}

proptest! {
    #[test]
    fn no_row_is_lost_whatever_the_bytes(body in proptest::collection::vec(any::<u8>(), 0..600)) {
        let mut bytes = b"ptb_id,last_name,agency\n".to_vec();
        bytes.extend(&body);
        let read = rows(".csv", &bytes);
        prop_assert!(read.is_sorted_by(|one, other| one.0 < other.0), "each row begins on a later line");
        let lines = 2 + body.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() as u64;
        prop_assert!(read.iter().all(|row| row.0 <= lines));
    }

    #[test]
    fn every_line_with_text_outside_quotes_is_a_row(lines in proptest::collection::vec("[ x-z,;]{0,12}", 0..40)) {
        // No word of a footer has only these letters.
        let text = format!("ptb_id,last_name,shoe size\n{}\n", lines.join("\n"));
        let has_text = |line: &&String| line.bytes().any(|byte| byte.is_ascii_lowercase() || byte == b';');
        let filled = lines.iter().filter(has_text).count();
        prop_assert_eq!(rows(".csv", text.as_bytes()).len(), filled);
    }

    #[test]
    fn what_the_csv_crate_writes_is_read(
        table in proptest::collection::vec(proptest::collection::vec("[a-zé\"', \n\r]{0,8}", 3), 1..20),
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["ptb_id", "last_name", "shoe size"]).unwrap();
        for record in &table {
            writer.write_record(record).unwrap();
        }
        let text = writer.into_inner().unwrap();
        let trimmed = |record: &Vec<String>| record.iter().map(|cell| Some(cell.trim().to_owned())).collect::<Cells>();
        let is_filled = |cells: &Cells| cells.iter().any(|cell| cell.as_deref() != Some(""));
        let expected: Vec<Cells> = table.iter().map(trimmed).filter(is_filled).collect();
        let read: Vec<Cells> = clean(".csv", &text).into_iter().map(|(_, cells)| cells).collect();
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn any_bytes_at_all_are_a_sheet_or_an_error(
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        ending in "\\.(csv|tsv|json|ndjson|txt)",
    ) {
        let file = file(&ending, &bytes);
        if let Ok(mut sheet) = Sheet::open(file.path().to_str().unwrap(), &Opening::default(), &ROSTER) {
            let mut batch = Rows::default();
            while sheet.read(&mut batch).unwrap() {}
        }
    }
}

#[test]
fn letters_garbled_by_a_wrong_save_are_read_back() {
    // Settled 170: UTF-8 that was read as Windows-1252 and saved again; a no-break space may have become a plain one.
    let text = "ptb_id,last_name\n1,Ã–berg\n2,Ã‘undo\n3,Å\u{a0}imic\n4,Å imic\n5,NÃºÃ±ez\n6,Åberg\n7,Núñez\n8,NguyÃªn\n\
                9,Ãƒâ€“berg\n10,IonuÈ›\n11,â€™t Hooft\n12,Ã\u{89}lan\n13,RENÉ’S\n14,Nguyá»…n\n15,Î‘\n";
    let names: Vec<String> =
        rows(".csv", text.as_bytes()).into_iter().map(|(_, cells, _)| cells[1].clone().unwrap()).collect();
    assert_eq!(
        names,
        [
            "Öberg",
            "Ñundo",
            "Šimic",
            "Šimic",
            "Núñez",
            "Åberg",
            "Núñez",
            "Nguyên",
            "Öberg",
            "Ionuț",
            "’t Hooft",
            "Élan",
            "RENÉ’S",
            "Nguyễn",
            "Α"
        ]
    );
    let mut sheet = open(".csv", text.as_bytes()).unwrap();
    while sheet.read(&mut Rows::default()).unwrap() {}
    let notes = sheet.remarks.notes("r.csv", false);
    assert!(notes.len() == 1 && notes[0].starts_with("r.csv: 12 cells with letters garbled"), "{notes:?}");
}

#[test]
fn a_byte_that_code_pages_disagree_about_is_a_lost_letter() {
    // Settled 229: in Windows-1252 0x99 is the trade mark sign, in the code pages of DOS an Ö.
    let bytes = b"ptb_id,last_name\n1,\x99berg\n2,\x92t Hooft\n3,\xd6berg\n4,Fjell\x99\n";
    let names: Vec<String> = rows(".csv", bytes).into_iter().map(|(_, cells, _)| cells[1].clone().unwrap()).collect();
    assert_eq!(names, ["\u{fffd}berg", "\u{fffd}t Hooft", "Öberg", "Fjell™"]);
}
