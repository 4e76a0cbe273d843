//! Workbooks made for the tests: `.xlsx` and `.ods` of their XML, `.xls` of its records.

use std::fs::File;
use std::io::{Cursor, Write};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

/// Writes an `.xlsx` workbook with one sheet of this XML, and one shared text if there is one.
pub(crate) fn workbook(folder: &TempDir, sheet: &str, texts: Option<&str>) -> String {
    workbook_of(folder, &[("Roster", sheet.to_owned())], texts)
}

/// Writes an `.xlsx` workbook with these sheets, each with its XML, and one shared text if there is one.
pub(crate) fn workbook_of(folder: &TempDir, sheets: &[(&str, String)], texts: Option<&str>) -> String {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let link = |at: usize, of: &str, target: &str| {
        format!(r#"<Relationship Id="r{at}" Type="{kind}/{of}" Target="{target}"/>"#)
    };
    let links = |links: String| format!("<Relationships>{links}</Relationships>");
    let numbered = || (1..).zip(sheets);
    let named = numbered().map(|(at, (name, _))| format!(r#"<sheet name="{name}" sheetId="{at}" r:id="r{at}"/>"#));
    let to_sheets = numbered().map(|(at, _)| link(at, "worksheet", &format!("worksheets/sheet{at}.xml")));
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
        ("_rels/.rels".to_owned(), links(link(1, "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml".to_owned(), format!("<workbook><sheets>{}</sheets></workbook>", named.collect::<String>())),
        ("xl/_rels/workbook.xml.rels".to_owned(), links(to_sheets.collect())),
    ];
    parts.extend(numbered().map(|(at, (_, xml))| (format!("xl/worksheets/sheet{at}.xml"), xml.clone())));
    let texts = texts.map(|texts| ("xl/sharedStrings.xml".to_owned(), texts.to_owned()));
    parts.extend(texts);
    archive_of(folder, "made.xlsx", &parts)
}

/// Writes an archive of these parts, each with its name and text.
pub(crate) fn archive_of(folder: &TempDir, name: &str, parts: &[(String, String)]) -> String {
    let path = folder.path().join(name);
    let mut archive = zip::ZipWriter::new(File::create(&path).unwrap());
    for (name, text) in parts {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
    path.to_str().unwrap().to_owned()
}

/// The list of the parts of an `.ods` workbook.
const ODS_PARTS: &str =
    "<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\"/></manifest:manifest>";

/// Writes an `.ods` workbook whose sheet has this XML within its table, under a header of `ptb_id` and `last_name`.
pub(crate) fn ods_of(folder: &TempDir, rows: &str) -> String {
    ods_table(folder, "", &(ods_row(&[ods_cell("ptb_id"), ods_cell("last_name")]) + rows))
}

/// Writes an `.ods` workbook with these styles, whose sheet has this XML within its table.
pub(crate) fn ods_table(folder: &TempDir, styles: &str, table: &str) -> String {
    ods_with(folder, &ods_content(styles, table), ODS_PARTS)
}

/// Returns the content of an `.ods` workbook with these styles, whose sheet has this XML within its table.
pub(crate) fn ods_content(styles: &str, table: &str) -> String {
    format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles><office:body>\
         <office:spreadsheet><table:table table:name=\"Roster\">{table}</table:table></office:spreadsheet>\
         </office:body></office:document-content>"
    )
}

/// Writes an `.ods` workbook of this content and this list of parts.
pub(crate) fn ods_with(folder: &TempDir, content: &str, parts: &str) -> String {
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let parts = [("mimetype", kind), ("META-INF/manifest.xml", parts), ("content.xml", content)];
    archive_of(folder, "made.ods", &parts.map(|(name, text)| (name.to_owned(), text.to_owned())))
}

/// Returns a row of an `.ods` sheet.
pub(crate) fn ods_row(cells: &[String]) -> String {
    format!("<table:table-row>{}</table:table-row>", cells.concat())
}

/// Returns a cell of an `.ods` sheet with this XML as its text.
pub(crate) fn ods_cell(text: &str) -> String {
    format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
}

/// Writes an `.xls` workbook of these records, each with its kind and its data.
pub(crate) fn xls_of(folder: &TempDir, records: &[(u16, Vec<u8>)]) -> String {
    let mut stream = Vec::new();
    for (kind, data) in records {
        stream.extend(kind.to_le_bytes());
        stream.extend(u16::try_from(data.len()).unwrap().to_le_bytes());
        stream.extend(data);
    }
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
    let path = folder.path().join("made.xls");
    std::fs::write(&path, file.into_inner().into_inner()).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Writes an `.xls` workbook with these texts that cells share, and a sheet of these records.
pub(crate) fn xls_sheet(folder: &TempDir, texts: &[&str], records: &[(u16, Vec<u8>)]) -> String {
    let short = |length: usize| u16::try_from(length).unwrap();
    let begin = |of: u16| (0x0809, words(&[0x0600, of, 0, 0, 0, 0, 0, 0]));
    let text = |text: &&str| [words(&[short(text.len())]), vec![0], text.as_bytes().to_vec()].concat();
    let count = short(texts.len());
    let table = (0x00fc, [words(&[count, 0, count, 0]), texts.iter().flat_map(text).collect()].concat());
    let name = [vec![6, 0], b"Roster".to_vec()].concat();
    // The place of the sheet's records follows from the records before them.
    let before = 20 + (4 + 6 + name.len()) + (4 + table.1.len()) + 4;
    let sheet = (0x0085, [words(&[short(before), 0, 0]), name].concat());
    let end = (0x000a, Vec::new());
    xls_of(folder, &[&[begin(5), sheet, table, end, begin(16)], records].concat())
}

/// Returns the bytes of these words in a record of an `.xls` workbook.
pub(crate) fn words(words: &[u16]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

pub(crate) fn text_cell(text: &str) -> String {
    format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#)
}

/// Writes a workbook of one sheet: rows of texts, where an empty one is no cell.
pub(crate) fn book_of(folder: &TempDir, rows: &[&str]) -> String {
    workbook(folder, &sheet_of(rows), None)
}

/// Returns the XML of a sheet with these rows of texts.
pub(crate) fn sheet_of(rows: &[&str]) -> String {
    let cell = |(at, text): (usize, &str)| {
        let column = char::from(b'A' + u8::try_from(at).unwrap());
        (!text.is_empty()).then(|| text_cell(text).replace("<c ", &format!("<c r=\"{column}ROW\" ")))
    };
    let row = |(at, row): (usize, &&str)| {
        let cells: String = row.split(',').enumerate().filter_map(cell).collect();
        format!("<row r=\"{}\">{}</row>", at + 1, cells.replace("ROW\"", &format!("{}\"", at + 1)))
    };
    let rows: String = rows.iter().enumerate().map(row).collect();
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}
